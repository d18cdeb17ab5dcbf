package oss403_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

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
	if (e.Basis == oss403.BasisNone) != (e.Kind == oss403.KindUnknown || e.Kind == oss403.KindIntermediary) {
		t.Errorf("%s on basis %s", e.Kind, e.Basis)
	}
	for name, out := range ownOutputs(t, e) {
		if out == "" {
			t.Errorf("%s is empty", name)
		}
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

// FuzzMask plants secrets into whatever the fuzzer thinks of.
func FuzzMask(f *testing.F) {
	for _, c := range carriers() {
		f.Add(c, "Message", "AccessDenied")
	}
	f.Fuzz(func(t *testing.T, text, element, code string) {
		// Secrets that stand where they belong are never shown, whatever stands around them.
		text = strings.NewReplacer("{token}", planted["opaque token"], "{signature}", planted["V1 signature"], "{id}", planted["AccessKey ID"]).Replace(text)
		for _, v := range planted {
			if strings.Contains(text, v) {
				text = strings.ReplaceAll(text, v, planted["opaque token"])
			}
		}
		e, ok := oss403.Parse(403, http.Header{"X-Oss-Request-Id": {requestID}}, []byte(body(escapeXML.Replace(code), element, text)))
		if !ok {
			t.Skip()
		}
		for name, out := range ownOutputs(t, e) {
			if strings.Contains(out, planted["opaque token"]) || strings.Contains(out, planted["V1 signature"]) || strings.Contains(out, planted["AccessKey ID"]) {
				t.Errorf("%s: %q", name, out)
			}
		}
	})
}
