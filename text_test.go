package oss403_test

import (
	"fmt"
	"path/filepath"
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

// TestOwnLineInAnError: the key of an object is anybody's. A line of ours in an error of OSS that it cannot
// be about decides nothing, and what it says is not taken for what OSS said.
func TestOwnLineInAnError(t *testing.T) {
	const line = "oss403: overdue: pay (kind=AccountOverdue code=InDebt ec=0003-00000806 request_id=684B00C0FFEE00C0FFEE0499)"
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
