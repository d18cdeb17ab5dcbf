package oss403_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/oss403/oss403"
	"github.com/stretchr/testify/assert"
)

// TestParseText reads the texts of testdata/text, each named after the kind that must come out, or
// after none.
func TestParseText(t *testing.T) {
	paths, err := filepath.Glob("testdata/text/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases in testdata/text", err)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		t.Run(name, func(t *testing.T) {
			comment, files := readCase(t, path)
			text := find(files, "text")
			if text == nil {
				t.Fatal("no text in the case")
			}
			e, ok := oss403.ParseText(*text)
			kind, _, _ := strings.Cut(name, "-")
			if kind == "none" {
				if ok {
					t.Errorf("taken for a 403 of OSS: %+v", e)
				}
				return
			}
			if !ok || string(e.Kind) != kind {
				t.Fatalf("got %+v, want %s", e, kind)
			}
			got := fmt.Sprintf("%+v\n", e)
			if want := find(files, "want"); *update {
				writeCase(t, path, comment, []file{{"text", *text}, {"want", got}})
			} else if want == nil || got != *want {
				t.Errorf("got:\n%s", got)
			}
		})
	}
}

// TestParseTextOfCases reads every case as curl -i would print it, and our own line for it.
func TestParseTextOfCases(t *testing.T) {
	for _, path := range casePaths(t) {
		_, files := readCase(t, path)
		want, _ := decode(t, files)
		e, ok := oss403.ParseText("try 1: " + want.Error() + " (again in 3 s)")
		if !ok || e.Kind != want.Kind || e.Code != want.Code || e.EC != want.EC || e.RequestID != want.RequestID {
			t.Errorf("%s: own line: %v, want %v", path, e, want)
		}
		if find(files, "request") != nil {
			continue // whose answer it is may show in the request only
		}
		e, ok = oss403.ParseText("$ curl -i https://example.com/\n" + *find(files, "answer"))
		if !ok || e.Error() != want.Error() {
			t.Errorf("%s: %v, want %v", path, e, want)
		}
	}
}

// TestTextOfOthers: what a program, or its log, writes around OSS's words is not OSS's.
func TestTextOfOthers(t *testing.T) {
	const sdk = `oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage="You have no right to access this object because of bucket acl.", RequestId=` + requestID
	for _, text := range []string{
		"upload failed bucket=mine endpoint=oss-cn-shanghai.aliyuncs.com object=x: " + sdk,
		`level=error bucket="mine" endpoint="oss-cn-shanghai.aliyuncs.com" object="x" err="` + strings.ReplaceAll(sdk, `"`, `\"`) + `"`,
		"config: bucket: mine, endpoint: oss-cn-shanghai.aliyuncs.com, object: x\n" + sdk,
	} {
		e, ok := oss403.ParseText(text)
		if !ok || e.Kind != oss403.KindBucketACLDenied || e.Bucket != "" || e.BucketEndpoint != "" || e.Object != "" {
			t.Errorf("%s\n%+v, %v", text, e, ok)
		}
	}
	const condition = "Invalid according to Policy:\nPolicy Condition failed:\n[\"eq\", \"$key\", \"a\"]"
	for _, stamp := range []string{"2026-03-05T08:00:00.12%dZ ", "2026-03-05 08:00:0%d ERROR [main] ", "web-1  | ", "[%d] "} {
		doc := "<Error>\n<Code>AccessDenied</Code>\n<Message>\n" + condition + "\n</Message>\n<RequestId>" + requestID + "</RequestId>\n</Error>"
		var b strings.Builder
		for i, line := range strings.Split(doc, "\n") {
			b.WriteString(strings.ReplaceAll(stamp, "%d", fmt.Sprint(i%10)) + line + "\n")
		}
		if e, ok := oss403.ParseText(b.String()); !ok || e.Kind != oss403.KindPostPolicyConditionFailed || e.Message != condition {
			t.Errorf("%s\n%+v, %v", b.String(), e, ok)
		}
	}
}

// BenchmarkParseTextNoise reads a KiB of a log that holds no error.
func BenchmarkParseTextNoise(b *testing.B) {
	line := "2026-03-05T10:11:03.123Z INFO [worker-7] GET /api/v1/objects?prefix=logs/ 200 12ms user=alice msg=\"The upload finished\" Count=12\n"
	text := strings.Repeat(line, 1024/len(line)+1)[:1024]
	b.SetBytes(1024)
	for range b.N {
		if _, ok := oss403.ParseText(text); ok {
			b.Fatal("taken for a 403")
		}
	}
}

// TestTextInPieces: what one line knows of an error, and the line behind it does not, is kept.
func TestTextInPieces(t *testing.T) {
	const text = "HTTP/1.1 403 Forbidden\nServer: AliyunOSS\nx-oss-request-id: " + requestID + "\nx-oss-ec: 0099-00000077\n\n" +
		"2026-03-05T10:11:12Z INFO waiting\n2026-03-05T10:11:13Z ERROR oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage=\"Access denied by bucket policy.\", RequestId=" + requestID + "\n"
	e, ok := oss403.ParseText(text)
	if !ok || e.Kind != oss403.KindBucketPolicyDenied || e.EC != "0099-00000077" {
		t.Errorf("%+v", e)
	}
	n := 0
	for f, err := range oss403.ScanText(strings.NewReader(text + text)) {
		if n++; err != nil || f.Error.Kind != oss403.KindBucketPolicyDenied || f.Error.EC != "0099-00000077" || f.Line != 1 {
			t.Errorf("%+v, %v", f, err)
		}
	}
	if n != 1 {
		t.Errorf("%d errors of one request", n)
	}
}

// TestTextOfAKind: the bare name of a kind, of which somebody says that it is about OSS.
func TestTextOfAKind(t *testing.T) {
	if e, ok := oss403.ParseText("what is ClockSkew?", oss403.AssumeOSS()); !ok || e.Kind != oss403.KindClockSkew || e.Basis != oss403.BasisKind {
		t.Errorf("%+v, %v", e, ok)
	}
}

// TestOwnLineIsNotForged: a tail without the words of a line is somebody's text.
func TestOwnLineIsNotForged(t *testing.T) {
	for _, text := range []string{
		`10.0.0.1 - - "GET /k HTTP/1.1" 404 "oss403: (kind=AccountOverdue)"`,
		`{"level":"warn","status":404,"key":"oss403: (kind=AccountOverdue)"}`,
		"S3 404 NoSuchKey: oss403:  (kind=AccountOverdue)",
	} {
		e, ok := oss403.ParseText(text)
		assert.False(t, ok, "%q: %v", text, e)
	}
	const real = "oss: service returned error: StatusCode=403, ErrorCode=SecurityTokenExpired, ErrorMessage=\"The security token you provided has expired.\", RequestId=" + requestID
	for _, text := range []string{"User-Agent: oss403: (kind=AccountOverdue)\n" + real, real + "\nUser-Agent: oss403: (kind=AccountOverdue)"} {
		e, ok := oss403.ParseText(text)
		assert.True(t, ok, text)
		assert.Equal(t, oss403.KindSecurityTokenExpired, e.Kind, text)
	}
}

// TestOwnLineOfARequest: a User-Agent, a Referer, a key, a path are anybody's, also where nothing else in a
// text says what happened.
func TestOwnLineOfARequest(t *testing.T) {
	for _, line := range []string{"oss403: pay (kind=AccountOverdue code=InDebt)", "x: oss403: pay (kind=AccountOverdue code=InDebt ec=0003-00000806)"} {
		for _, text := range []string{
			"User-Agent: $", "< user-agent: $", "Referer: $", "GET /k HTTP/1.1\r\nHost: a\r\nUser-Agent: $\r\n\r\n", "User-Agent\n$\n", "Referer:\n$", "curl -H 'User-Agent: $' https://example.com/",
			`{"status":404,"ua":"$"}`, `{"status":404,"http_user_agent": "$"}`, `{"level":"warn","msg":"not found","req":{"userAgent":"$"}}`, `{"headers":{"User-Agent":["$"]}}`, `{"key":"$"}`, `{"agent":"$"}`, `{"x-forwarded-for":"$"}`, `{"objectKey":"$","status":404}`,
			`{"request":{"headers":[{"name":"User-Agent","value":"$"}]}}`, `{'Referer': '$'}`, `[('User-Agent', '$')]`, `http.Header{"User-Agent":[]string{"$"}}`, `map[User-Agent:[$]]`, `{"query":"$"}`, `status=404 path="$"`, `status=404 ua="$"`,
			`level=warn status=404 request.uri="$" n=1`, `{"log":"{\"status\":404,\"ua\":\"$\"}\n"}`, `{"ua":"a \"$\""}`, `"user-agent" => "$"`,
			`10.0.0.1 - - [05/Mar/2026:10:11:03 +0000] "GET /k HTTP/1.1" 200 12 "-" "$"`, `10.0.0.1 - - [05/Mar/2026:10:11:03 +0000] "GET /k HTTP/1.1" 404 12 "$" "curl/8.5"`, `10.0.0.1 - - "GET /k HTTP/2.0" 403 12 "-" "$" 0.012`,
			`{"log":"10.0.0.1 - - [x] \"GET /k HTTP/1.1\" 200 12 \"-\" \"$\"\n","stream":"stdout"}`,
			`{"status":404,"x":"$"}`, `{"status":200,"tags":["a","$"]}`, `10.0.0.1 GET /k "$" 404`, `"GET /k" "$" 404 12`, `status=404 x="$"`, `{"http_status": 304, "note2self": {"v": "$"}}`,
			"open /tmp/$: no such file", "open /tmp/$", "stat a-$", "GET /k?x=$",
		} {
			if strings.HasPrefix(line, "x") && (strings.HasSuffix(text, "/$") || strings.Contains(text, "$: no") || strings.HasSuffix(text, "-$") || strings.HasSuffix(text, "=$") || strings.Contains(text, ":[$]")) {
				continue // with a word and a colon in front of it, it is an error that a program wrapped
			}
			text = strings.Replace(text, "$", line, 1)
			if e, ok := oss403.ParseText(text); ok {
				t.Errorf("%q: %v", text, e)
			}
			for found, err := range oss403.ScanText(strings.NewReader(text + "\n")) {
				t.Errorf("%q: scan: %+v, %v", text, found, err)
			}
		}
	}
	own := `{"error":"oss403: pay (kind=AccountOverdue code=InDebt)","kind":"AccountOverdue","category":"account","code":"InDebt"}`
	for _, text := range []string{`{"status":404,"ua":` + strconv.Quote(own) + `}`, "User-Agent: " + own, `{"status":404,"path":` + strconv.Quote(`{"oss403":`+own+`}`) + `}`} {
		if e, ok := oss403.ParseText(text); ok {
			t.Errorf("%q: %v", text, e)
		}
	}
}

// TestOwnLineIsReadBack: however a program writes it into its log.
func TestOwnLineIsReadBack(t *testing.T) {
	want, ok := oss403.ParseText("oss403: pay (kind=AccountOverdue code=InDebt)")
	if !ok {
		t.Fatal(want)
	}
	for _, text := range []string{
		"$", "$\n", "upload: $", "put object: $", "get key a.txt: $", "sign url: $", "open path: $", "use key - $", `key "a.txt": $`, "key=a.txt: $", "upload /tmp/a.txt: $", "https://example.com/k?x=1: $", "status=500 err=\"$\"", "status=500 err=$",
		`time=2026-03-05T10:11:03Z level=ERROR msg="upload failed" path=/a/b err="$"`, `{"level":"error","ts":1,"msg":"upload failed","path":"/k","error":"$"}`, `{"time":"x","level":"ERROR","msg":"$"}`, `{"severity":"ERROR","message": "upload: $"}`, `{"ua":"curl/8.5","err":"$"}`,
		`{"status":404,"err":"$"}`, `{"status":500,"x":"$"}`, `{"x":"$"}`, `{"status":200,"errors":["$"]}`, `put "a.txt" "$"`,
		`10.0.0.1 "GET /k HTTP/1.1" 500 12 err="$"`, `{"request":"GET /k HTTP/1.1\" 500 ", "err": "$"}`, "2026-03-05T10:11:03Z\tERROR\tmain.go:12\t$\t{\"a\": 1}", "a.go:12: $", "[$]",
		"($)", "upload failed ($)", "upload failed ($).", "$.", "$. Retrying", "$\tmore", "$!", "{$}", "panic: $ [recovered]", "agent: $", "object: $", "上传失败（$）", "上传失败：$。", "$，重试", "User-Agent: curl/8.5\n$",
	} {
		text = strings.Replace(text, "$", "oss403: pay (kind=AccountOverdue code=InDebt)", 1)
		if e, ok := oss403.ParseText(text); !ok || e.Kind != want.Kind || e.Code != want.Code || e.Basis != want.Basis {
			t.Errorf("%q: %v, %v", text, e, ok)
		}
	}
}

// TestReportIsReadBack: what a report finds and explains in front of its facts is no error of its own.
func TestReportIsReadBack(t *testing.T) {
	place := regexp.MustCompile(`\{\w+\}`)
	for entry := range oss403.Catalog() {
		message := place.ReplaceAllString(entry.Message, "oss:GetObject")
		for _, quoted := range []string{"", "Access denied by bucket policy.", "Request has expired."} {
			header := http.Header{"X-Oss-Request-Id": {requestID}, "Server": {"Tengine"}, "Via": {"cache1.l2cn1802[12,403-1280,M]"}}
			body := "<Error><Code>" + string(entry.Code) + "</Code><Message>" + strings.ReplaceAll(message, "&", "&amp;") + "</Message></Error>"
			if quoted != "" {
				header.Set("X-Tengine-Error", quoted)
			}
			want, ok := oss403.Parse(403, header, []byte(body))
			if !ok {
				t.Fatal(body)
			}
			for _, lang := range []oss403.Lang{oss403.English, oss403.Chinese} {
				text := "put a.txt failed:\n" + want.Report(lang) + "\n"
				got := scanned(t, text)
				if e := parsed(text); e == nil || got == nil || e.Error() != got.Error() || e.Kind != want.Kind || e.Code != want.Code || e.RequestID != requestID {
					t.Errorf("%s %q: ParseText %v, ScanText %v, want %v", entry.Code, message, e, got, want)
				}
			}
		}
	}
	// Without a document, what the CDN quotes is OSS's where a mark of OSS, or the request, shows it.
	request := httptest.NewRequest(http.MethodGet, "https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a.txt", nil)
	for _, c := range []struct {
		header  http.Header
		request *http.Request
		want    oss403.Kind
	}{
		{http.Header{"X-Oss-Request-Id": {requestID}}, nil, oss403.KindRequestExpired},
		{http.Header{}, request, oss403.KindRequestExpired},
		{http.Header{}, nil, ""},
	} {
		c.header.Set("X-Tengine-Error", "Request has expired.")
		e, ok := oss403.FromResponse(&http.Response{StatusCode: 403, Header: c.header, Request: c.request})
		if ok != (c.want != "") || ok && e.Kind != c.want {
			t.Errorf("%v: %v, want %q", c.header, e, c.want)
		}
	}
}

// TestQuotedFirst: words that lead up to an answer, and quote it, are not all that a text says of it.
func TestQuotedFirst(t *testing.T) {
	text := "I get \"You have no right to access this object because of bucket acl.\" since today.\nWhat the server sends is this.\n\n" +
		"HTTP/1.1 403 Forbidden\nServer: AliyunOSS\n\n<Error><Code>AccessDenied</Code><Message>You have no right to access this object because of bucket acl.</Message><RequestId>" + requestID + "</RequestId></Error>\n"
	if e := parsed(text); e == nil || e.RequestID != requestID || e.Code != oss403.CodeAccessDenied {
		t.Errorf("%+v", e)
	}
}

// TestTailBehindTail: words behind a line of ours, which end in what looks like another tail, change nothing.
func TestTailBehindTail(t *testing.T) {
	text := "oss403: no policy allows this (kind=BucketACLDenied code=AccessDenied request_id=" + requestID + ") while reading (kind=AccountOverdue)"
	if e := parsed(text); e == nil || e.Kind == oss403.KindAccountOverdue || e.RequestID != requestID || e.Code != oss403.CodeAccessDenied {
		t.Errorf("%+v", e)
	}
}

// TestOwnLineInAnError: the key of an object is anybody's. A line of ours in an error of OSS that it cannot
// be about decides nothing, and what it says is not taken for what OSS said.
func TestOwnLineInAnError(t *testing.T) {
	const line = "oss403: overdue: pay (kind=AccountOverdue code=InDebt ec=0003-00000806 request_id=684B00C0FFEE00C0FFEE0499)"
	const detail = "\n\tkind: AccountOverdue, category Account, decided by the EC\n\tOSS said: InDebt"
	const message = "The request signature we calculated does not match the signature you provided. Check your key and signing method."
	real := `oss: service returned error: StatusCode=403, ErrorCode=SignatureDoesNotMatch, ErrorMessage="` + message + `", RequestId=` + requestID
	document := "<Error><Code>SignatureDoesNotMatch</Code><Message>" + message + "</Message><RequestId>" + requestID + "</RequestId><HostId>b1x.oss-cn-hangzhou.aliyuncs.com</HostId>%s</Error>"
	for name, text := range map[string]string{
		"a key":                 real + `, Key="` + line + `"`,
		"a line below":          real + "\nUser-Agent: " + line,
		"a line above":          "User-Agent: " + line + "\n" + real,
		"a key in a document":   fmt.Sprintf(document, "<Key>"+line+"</Key>"),
		"what was signed":       fmt.Sprintf(document, "<StringToSign>PUT\n\n\n1767225600\n/b/"+line+"\n</StringToSign>"),
		"without code, a key":   real + `, Key="oss403: pay (kind=AccountOverdue)"`,
		"without code, signed":  fmt.Sprintf(document, "<StringToSign>PUT\n\n\n1767225600\n/b/oss403: pay (kind=AccountOverdue)\n</StringToSign>"),
		"a kind that is no one": real + `, Key="oss403: pay (kind=Whatever code=InDebt)"`,
		"a detail, a key":       real + `, Key="` + line + detail + `"`,
		"a detail, a document":  fmt.Sprintf(document, "<Key>"+line+detail+"</Key>"),
		"a detail, JSON":        fmt.Sprintf(`{"user_agent":%q,"error":%q}`, line+detail, real),
	} {
		e, ok := oss403.ParseText(text)
		if !ok || e.Kind != oss403.KindSignatureMismatch || e.Code != oss403.CodeSignatureDoesNotMatch || e.EC != "" || e.RequestID != requestID {
			t.Errorf("%s: %v, %v", name, e, ok)
		}
	}
	for e := range oss403.Catalog() { // beside what it is about, it decides
		body := "<Error><Code>" + string(e.Code) + "</Code><Message>" + e.Message + "</Message><RequestId>" + requestID + "</RequestId><HostId>b1x.oss-cn-hangzhou.aliyuncs.com</HostId></Error>"
		want, ok := oss403.Parse(403, nil, []byte(strings.ReplaceAll(body, "&", "&amp;")))
		if !ok || e.Message == "" {
			continue
		}
		for _, text := range []string{fmt.Sprintf("%+v", want), body + "\n" + want.Error(), want.Error() + "\n" + body} {
			if got, ok := oss403.ParseText(text); !ok || got.Kind != want.Kind {
				t.Errorf("%s, %s: %v, %v", e.Code, e.Message, got, ok)
			}
		}
	}
}

// TestPartOfMessage: for one who says that it is about OSS, words that only messages of one kind have are enough.
func TestPartOfMessage(t *testing.T) {
	for text, want := range map[string]oss403.Kind{
		"because of bucket acl": oss403.KindBucketACLDenied,
		"You have no right to access this object because of bucket": oss403.KindBucketACLDenied,
		"must be addressed using the specified endpoint":            oss403.KindEndpointMismatch,
		"specified endpoint. Please send":                           oss403.KindEndpointMismatch,
		"oss upload: because of bucket acl":                         oss403.KindBucketACLDenied,
		"does not exist in our records":                             "", // and goes on, if the token is lost
		"denied by bucket referer policy":                           oss403.KindRefererDenied,
		"ied by bucket referer policy":                              "",
		"The bucket you are":                                        "", // of several kinds
		"bucket acl":                                                "",
	} {
		for _, text := range []string{text, "\"" + text + "\"."} {
			e, ok := oss403.ParseText(text, oss403.AssumeOSS())
			if want == "" && ok && e.Kind != oss403.KindUnknown || want != "" && (!ok || e.Kind != want || e.Basis != oss403.BasisPart && e.Basis != oss403.BasisBeginning) {
				t.Errorf("%s: %v, %v", text, e, ok)
			}
			for found, err := range oss403.ScanText(strings.NewReader(text), oss403.AssumeOSS()) {
				if err != nil || !ok || found.Error.Kind != e.Kind {
					t.Errorf("%s: ScanText found %v, %v", text, found.Error, err)
				}
			}
			if _, ok := oss403.ParseText(text); ok && want != oss403.KindEndpointMismatch {
				t.Errorf("%s: taken for OSS's without a word", text)
			}
		}
	}
}
