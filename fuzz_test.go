package oss403_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/oss403/oss403"
)

// show calls everything that shows an error; what it must not hold is checked by the caller.
func show(t *testing.T, e *oss403.Error) {
	line := e.Error()
	if len(line) > 512 || strings.ContainsAny(line, "\n\r\x1b\x00") {
		t.Errorf("%d bytes: %q", len(line), line)
	}
	if e.Kind == "" || e.Basis == "" {
		t.Errorf("kind %q, basis %q", e.Kind, e.Basis)
	}
	for name, out := range ownOutputs(t, e) {
		if out == "" {
			t.Errorf("%s is empty", name)
		}
	}
}

// checkBasis is for what does not come from a line of this package, which tells no basis.
func checkBasis(t *testing.T, e *oss403.Error) {
	if (e.Basis == oss403.BasisNone) != (e.Kind == oss403.KindUnknown || e.Kind == oss403.KindIntermediary) {
		t.Errorf("%s on basis %s", e.Kind, e.Basis)
	}
}

func FuzzParse(f *testing.F) {
	for _, path := range casePaths(f) {
		_, files := readCase(f, path)
		resp := response(f, files)
		body, _ := io.ReadAll(resp.Body)
		f.Add(403, resp.Header.Get("X-Oss-Ec"), resp.Header.Get("X-Oss-Err"), body)
	}
	f.Add(0, "", "", []byte("<Error><Code>UserDisable</Code><Message>&#x0;&lt;</Message>"))
	f.Fuzz(func(t *testing.T, status int, ec, xerr string, body []byte) {
		header := http.Header{"X-Oss-Ec": {ec}, "X-Oss-Err": {xerr}}
		before := string(body)
		e, ok := oss403.Parse(status, header, body)
		if string(body) != before {
			t.Error("the body was written to")
		}
		if ok != (e != nil) {
			t.Fatal(e, ok)
		}
		if ok {
			show(t, e)
			checkBasis(t, e)
		}
	})
}

func FuzzFromResponse(f *testing.F) {
	for _, path := range casePaths(f) {
		_, files := readCase(f, path)
		resp := response(f, files)
		body, _ := io.ReadAll(resp.Body)
		f.Add("https://examplebucket.oss-cn-hangzhou.aliyuncs.com/notes.txt?Expires=1&Signature=x", "Authorization", "OSS a:b", body)
	}
	f.Fuzz(func(t *testing.T, url, name, value string, body []byte) {
		req := httptest.NewRequest(http.MethodGet, "/", nil)
		if u, err := req.URL.Parse(url); err == nil {
			req.URL, req.Host = u, u.Host
		}
		req.Header[name] = []string{value}
		resp := &http.Response{StatusCode: 403, Header: http.Header{name: {value}}, Body: io.NopCloser(strings.NewReader(string(body))), Request: req}
		e, ok := oss403.FromResponse(resp)
		if ok {
			show(t, e)
			checkBasis(t, e)
		}
		if after, err := io.ReadAll(resp.Body); err != nil || string(after) != string(body) {
			t.Errorf("the body is not the same: %v", err)
		}
	})
}

func FuzzParseText(f *testing.F) {
	paths, _ := filepath.Glob("testdata/text/*.txtar")
	for _, path := range paths {
		_, files := readCase(f, path)
		f.Add(*find(files, "text"))
	}
	f.Fuzz(func(t *testing.T, text string) {
		if e, ok := oss403.ParseText(text); ok {
			show(t, e)
			if again, ok := oss403.ParseText(e.Error()); !ok || again.Kind != e.Kind {
				t.Errorf("own line of %s: %v", e.Kind, again)
			}
		}
	})
}

func FuzzClassify(f *testing.F) {
	for e := range oss403.Catalog() {
		ec := ""
		if len(e.EC) > 0 {
			ec = e.EC[0]
		}
		f.Add(string(e.Code), e.Message, ec)
	}
	f.Fuzz(func(t *testing.T, code, message, ec string) {
		kind, basis := oss403.Classify(oss403.Code(code), message, ec)
		if (kind == oss403.KindUnknown) != (basis == oss403.BasisNone) {
			t.Errorf("%s on basis %s", kind, basis)
		}
		again, _ := oss403.Classify(oss403.Code(strings.ToUpper(code)), " "+message+" .", ec+"\n")
		if isASCII(code) && message != "" && again != kind && strings.Trim(message, ". \t\r\n") != "" {
			t.Errorf("%s, and with other blanks %s", kind, again)
		}
	})
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// FuzzExplain makes answers of all elements that texts are made of, with a request or without one.
func FuzzExplain(f *testing.F) {
	for e := range oss403.Catalog() {
		f.Add(string(e.Code), e.Message, "0003-00000001", "b1x.oss-cn-hangzhou.aliyuncs.com", "oss-cn-beijing.aliyuncs.com", "ImplicitDeny\nAccountLevelIdentityBasedPolicy\noss:PutObject\nSubUser\n208\nmessage", "2026-03-05T10:11:12.000Z\n2026-03-05T18:11:12.000Z", "PUT\n/b/k")
	}
	f.Add("SignatureDoesNotMatch", "x", "", "b.oss-cn-hangzhou.aliyuncs.com", "", "", "", "GET\nhttps://b.oss-cn-hangzhou.aliyuncs.com/k?x-oss-expires=1&x-oss-date=20260305T101112Z")
	f.Fuzz(func(t *testing.T, code, message, ec, host, endpoint, denial, clock, request string) {
		lines := func(s string, n int) []string { return append(strings.SplitN(s, "\n", n), make([]string, n)...) }
		d, c, r := lines(denial, 6), lines(clock, 2), lines(request, 2)
		var doc strings.Builder
		for _, e := range [][2]string{
			{"Code", code}, {"Message", message}, {"EC", ec}, {"HostId", host}, {"Endpoint", endpoint}, {"RequestId", requestID},
			{"RequestTime", c[0]}, {"ServerTime", c[1]}, {"Expires", c[1]}, {"MaxAllowedSkewMilliseconds", "900000"}, {"StringToSign", request}, {"OSSAccessKeyId", d[4]},
		} {
			doc.WriteString("<" + e[0] + ">" + escapeXML.Replace(e[1]) + "</" + e[0] + ">")
		}
		for i, name := range []string{"NoPermissionType", "PolicyType", "AuthAction", "AuthPrincipalType", "AuthPrincipalDisplayName", "EncodedDiagnosticMessage"} {
			if i == 0 {
				doc.WriteString("<AccessDeniedDetail>")
			}
			doc.WriteString("<" + name + ">" + escapeXML.Replace(d[i]) + "</" + name + ">")
		}
		resp := &http.Response{StatusCode: 403, Body: io.NopCloser(strings.NewReader("<Error>" + doc.String() + "</AccessDeniedDetail></Error>"))}
		if u, err := url.Parse(r[1]); err == nil {
			req := httptest.NewRequest(http.MethodGet, "/", nil)
			if req.URL, req.Host = u, u.Host; r[0] != "" {
				req.Method = r[0]
			}
			resp.Request = req
		}
		e, ok := oss403.FromResponse(resp)
		if !ok {
			t.Skip()
		}
		for _, lang := range []oss403.Lang{oss403.English, oss403.Chinese, "fr"} {
			x := e.Explain(lang)
			if x.Summary == "" || x.Cause == "" || len(x.Remedy.Steps) == 0 || len(x.Remedy.Docs) == 0 || x.Remedy.Retry == "" {
				t.Errorf("%s, %s: %+v", e.Kind, lang, x)
			}
			texts := append([]string{x.Summary, x.Cause}, x.Remedy.Steps...)
			for _, f := range x.Findings {
				if f.Field == "" || f.Meaning == "" {
					t.Errorf("%s, %s: %+v", e.Kind, lang, f)
				}
				texts = append(texts, f.Field, f.Got, f.Want, f.Meaning)
			}
			for _, d := range x.Remedy.Docs {
				if !strings.HasPrefix(d.URL, "https://") || d.Title == "" {
					t.Errorf("%s: %+v", e.Kind, d)
				}
			}
			for _, s := range texts {
				if !utf8.ValidString(s) || strings.ContainsFunc(s, unicode.IsControl) || len(s) > 4<<10 {
					t.Errorf("%s, %s: %q", e.Kind, lang, s)
				}
			}
			if again := e.Explain(lang); !reflect.DeepEqual(again, x) {
				t.Errorf("%s, %s: another explanation the second time:\n%+v\n%+v", e.Kind, lang, x, again)
			}
		}
	})
}

// FuzzMask plants secrets of every kind where they belong, in an answer and its request, and in
// whatever the fuzzer thinks of around them.
func FuzzMask(f *testing.F) {
	for i, c := range carriers() {
		f.Add(c, elements[i%len(elements)], "AccessDenied")
	}
	known := map[string]string{
		"{token}": planted["opaque token"], "{signature}": planted["V1 signature"], "{id}": planted["AccessKey ID"], "{sts}": planted["STS AccessKey ID"],
		"{diagnostic}": planted["diagnostic message"], "{v4}": planted["V4 signature"], "{ststoken}": planted["STS token"], "{secret}": planted["secret"],
		"{slashed}": planted["slashed token"],
	}
	f.Add("{token}{signature}{id}x{sts}/{diagnostic} {v4}'{ststoken}\\{secret}%{slashed}", "Message", "SignatureDoesNotMatch")
	f.Fuzz(func(t *testing.T, text, element, code string) {
		for name, value := range known {
			text = strings.ReplaceAll(text, name, value)
		}
		req := httptest.NewRequest(http.MethodPut, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k?x-oss-signature="+planted["V4 signature"]+"&x-oss-credential="+planted["STS AccessKey ID"]+"%2F20260305%2Fcn-hangzhou%2Foss%2Faliyun_v4_request", nil)
		req.Header.Set("X-Oss-Security-Token", planted["STS token"])
		req.Header.Set("X-Amz-Security-Token", planted["slashed token"])
		req.Header.Set("X-Oss-Server-Side-Encryption-Customer-Key", planted["secret"])
		req.Header.Set("Referer", text)
		header := http.Header{"X-Oss-Request-Id": {requestID}, "Server": {text}, "Via": {text}, "X-Oss-Restore": {text}}
		doc := body(escapeXML.Replace(code), element, text)
		e, ok := oss403.FromResponse(&http.Response{StatusCode: 403, Header: header, Body: io.NopCloser(strings.NewReader(doc)), Request: req})
		if !ok {
			t.Skip()
		}
		// What stands in none of its own places is known from nowhere.
		own := element == "OSSAccessKeyId" || element == "SecurityToken" || element == "SignatureProvided" || element == "/EncodedDiagnosticMessage"
		for name, out := range ownOutputs(t, e) {
			for secret, value := range planted {
				if own && secret != "V4 signature" && secret != "STS token" {
					continue
				}
				if strings.Contains(out, value) {
					t.Errorf("%s shows the %s: %q", name, secret, out)
				}
			}
		}
	})
}
