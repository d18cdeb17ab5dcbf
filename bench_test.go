package oss403_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"

	"github.com/oss403/oss403"
)

// The benchmarks stand beside their peers, so that one run compares them: .ci/bench makes a table of
// it. What has no peer is here for its own goal.

const benchBody = `<?xml version="1.0" encoding="UTF-8"?>
<Error>
  <Code>AccessDenied</Code>
  <Message>You have no right to access this object because of bucket acl.</Message>
  <RequestId>684B00C0FFEE00C0FFEE0403</RequestId>
  <HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId>
  <EC>0003-00000001</EC>
  <RecommendDoc>https://api.alibabacloud.com/troubleshoot?q=0003-00000001</RecommendDoc>
  <AccessDeniedDetail>
    <PolicyType>AccountLevelIdentityBasedPolicy</PolicyType>
    <AuthPrincipalOwnerId>1000000000000001</AuthPrincipalOwnerId>
    <AuthPrincipalType>SubUser</AuthPrincipalType>
    <AuthPrincipalDisplayName>208000000000000001</AuthPrincipalDisplayName>
    <NoPermissionType>ImplicitDeny</NoPermissionType>
    <AuthAction>oss:PutObject</AuthAction>
    <EncodedDiagnosticMessage>AQIBIAAAAPX3ExampleDiagnosticMessageExampleDiagnosticMessageExample==</EncodedDiagnosticMessage>
  </AccessDeniedDetail>
</Error>
`

func benchError(b testing.TB) oss.ServiceError {
	var e oss.ServiceError
	if err := xml.Unmarshal([]byte(benchBody), &e); err != nil {
		b.Fatal(err)
	}
	e.StatusCode, e.RawMessage = 403, benchBody
	return e
}

// run measures f; ok says whether it did what it is for.
func run(b *testing.B, name string, f func() (ok bool)) {
	b.Run(name, func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			if !f() {
				b.Fatal("a wrong result")
			}
		}
	})
}

// unmarshal is how SDK v1 reads a body.
func unmarshal(body []byte) bool {
	var e oss.ServiceError
	return xml.Unmarshal(body, &e) == nil && e.Code != ""
}

func BenchmarkParse(b *testing.B) {
	body := []byte(benchBody)
	run(b, "oss403", func() bool { _, ok := oss403.Parse(403, nil, body); return ok })
	run(b, "peer=xml.Unmarshal", func() bool { return unmarshal(body) })
}

// BenchmarkParseInService is BenchmarkParse in a program that has 64 MiB in use, so that memory is
// not collected a thousand times a second.
func BenchmarkParseInService(b *testing.B) {
	inUse := make([][]byte, 64)
	for i := range inUse {
		inUse[i] = make([]byte, 1<<20)
	}
	BenchmarkParse(b)
	runtime.KeepAlive(inUse)
}

func BenchmarkFrom(b *testing.B) {
	var err error = benchError(b)
	body := []byte(benchBody)
	run(b, "oss403", func() bool { _, ok := oss403.From(err); return ok })
	run(b, "peer=xml.Unmarshal", func() bool { return unmarshal(body) })
}

func BenchmarkFromWrapped(b *testing.B) {
	var err error = benchError(b)
	wrapped, sdk := oss403.Wrap(err), fmt.Errorf("upload: %w", err)
	run(b, "oss403", func() bool { _, ok := oss403.From(wrapped); return ok })
	run(b, "peer=errors.As of the SDK's error", func() bool { var e oss.ServiceError; return errors.As(sdk, &e) })
}

// chain is how programs tell messages apart without a catalog: one regular expression after
// another over the text. Without regard to case, as proxies and people spell, it is much slower.
type chain []link

type link struct {
	pattern *regexp.Regexp
	kind    oss403.Kind
}

var placeholder = regexp.MustCompile(`\\\{[a-z_]+\\\}`)

func newChain(flags string) chain {
	var c chain
	for e := range oss403.Catalog() {
		if e.Message != "" {
			c = append(c, link{regexp.MustCompile(flags + placeholder.ReplaceAllString(regexp.QuoteMeta(e.Message), ".+")), e.Kind})
		}
	}
	return c
}

func (c chain) classify(message string) oss403.Kind {
	for _, l := range c {
		if l.pattern.MatchString(message) {
			return l.kind
		}
	}
	return oss403.KindUnknown
}

// messages are those of the catalog, something in the place of their braces.
func messages() (list []oss403.Entry) {
	value := regexp.MustCompile(`\{[a-z_]+\}`)
	for e := range oss403.Catalog() {
		if e.Message != "" {
			e.Message = value.ReplaceAllString(e.Message, "oss:PutBucket")
			list = append(list, e)
		}
	}
	return list
}

func BenchmarkClassify(b *testing.B) {
	const exact, template = "You have no right to access this object because of bucket acl.", "You are forbidden to oss:PutBucket"
	all := messages()
	chains := []struct {
		name string
		chain
	}{{"regexp chain (?i)", newChain("(?i)")}, {"regexp chain", newChain("")}}
	known := func(k oss403.Kind) bool { return k != oss403.KindUnknown }
	ours := func(code oss403.Code, message string) oss403.Kind {
		k, _ := oss403.Classify(code, message, "")
		return k
	}
	run(b, "exact/oss403", func() bool { return known(ours(oss403.CodeAccessDenied, exact)) })
	for _, c := range chains {
		run(b, "exact/peer="+c.name, func() bool { return known(c.classify(exact)) })
	}
	run(b, "template/oss403", func() bool { return known(ours(oss403.CodeAccessDenied, template)) })
	for _, c := range chains {
		run(b, "template/peer="+c.name, func() bool { return known(c.classify(template)) })
	}
	i := 0
	next := func() *oss403.Entry { i++; return &all[i%len(all)] }
	run(b, "any of all/oss403", func() bool { e := next(); return ours(e.Code, e.Message) == e.Kind })
	for _, c := range chains {
		b.Run("any of all/peer="+c.name, func(b *testing.B) {
			wrong := 0
			for _, e := range all {
				if c.classify(e.Message) != e.Kind {
					wrong++
				}
			}
			b.ReportAllocs()
			for range b.N {
				c.classify(next().Message)
			}
			b.ReportMetric(float64(wrong), "wrong")
			b.ReportMetric(float64(len(all)), "pairs")
		})
	}
}

func BenchmarkNo403(b *testing.B) {
	err := fmt.Errorf("a: %w", fmt.Errorf("b: %w", errors.New("c")))
	run(b, "Wrap nil/oss403", func() bool { return oss403.Wrap(nil) == nil })
	run(b, "Wrap/oss403", func() bool { return oss403.Wrap(err) == err })
	run(b, "Wrap/peer=errors.As of the SDK's error", func() bool { var e oss.ServiceError; return !errors.As(err, &e) })
	resp := &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader("x"))}
	run(b, "FromResponse/oss403", func() bool { _, ok := oss403.FromResponse(resp); return !ok })
	base := roundTrip(func(*http.Request) (*http.Response, error) { return resp, nil })
	tr, req := &oss403.Transport{Base: base}, httptest.NewRequest(http.MethodGet, "/", nil)
	run(b, "Transport/oss403", func() bool { r, _ := tr.RoundTrip(req); return r == resp })
	run(b, "Transport/peer=its base", func() bool { r, _ := base.RoundTrip(req); return r == resp })
}

// BenchmarkShow: an error without a diagnosis, and three whose texts say more than others.
func BenchmarkShow(b *testing.B) {
	plain := benchError(b)
	e, _ := oss403.From(plain)
	run(b, "Error/oss403", func() bool { return e.Error() != "" })
	run(b, "Error/peer=the SDK's Error", func() bool { return plain.Error() != "" })
	run(b, "Explain/oss403", func() bool { return e.Explain(oss403.English).Summary != "" })
	for _, name := range []string{"RAMPolicyImplicitDeny-ec", "BucketACLDenied-upload", "SignatureMismatch-form-data"} {
		_, files := readCase(b, "testdata/403/"+name+".txtar")
		e, ok := oss403.FromResponse(response(b, files))
		if !ok {
			b.Fatal(name)
		}
		run(b, name+" Error/oss403", func() bool { return e.Error() != "" })
		run(b, name+" Explain/oss403", func() bool { return e.Explain(oss403.English).Summary != "" })
		run(b, name+" Report/oss403", func() bool { return e.Report(oss403.English) != "" })
		run(b, name+" Report in Chinese/oss403", func() bool { return e.Report(oss403.Chinese) != "" })
	}
}

func BenchmarkParseText(b *testing.B) {
	plain := benchError(b)
	line := "2026-03-05T10:11:12Z ERROR put object: " + plain.Error()
	run(b, "oss403", func() bool { _, ok := oss403.ParseText(line); return ok })
}

// BenchmarkGrowth: texts that are made to cost time, at four times the size each; the time for a byte
// is to stay the same.
func BenchmarkGrowth(b *testing.B) {
	header := http.Header{"X-Oss-Request-Id": {requestID}}
	mismatch := "<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message><OSSAccessKeyId>LTAI5tExampleExampleKey1</OSSAccessKeyId><StringToSign>GET\n\n\n\n/b1x/k</StringToSign></Error>"
	redact := func(text string) { oss403.Redact(text) }
	parse := func(text string) { oss403.ParseText(text) }
	scan := func(text string) {
		for range oss403.ScanText(strings.NewReader(text), oss403.AssumeOSS()) {
		}
	}
	e, _ := oss403.Parse(403, nil, []byte(benchBody))
	for _, c := range []struct {
		name, unit string
		f          func(text string)
	}{
		{"Redact, names", "secret=", redact},
		{"Redact, names and blanks", "token ", redact},
		{"Redact, AccessKey IDs", "LTAI5tExampleExampleKey1:", redact},
		{"Redact, base64", "aB3+/", redact},
		{"Redact, percent", "%25", redact},
		{"Redact, backslashes", `\`, redact},
		{"Redact, quotes", `secret="`, redact},
		{"Redact, cookies", "cookie:a ", redact},
		{"Redact, words", "word ", redact},
		{"ParseText, one code", "AccessDenied ", parse},
		{"ParseText, one class", "oss2.exceptions.", parse},
		{"ParseText, labels", "Error Code: ", parse},
		{"ParseText, backslashes", `\`, parse},
		{"ParseText, braces", `{"a":`, parse},
		{"ScanText, open documents", "<Error><Code>AccessDenied</Code><Message>", scan},
		{"ScanText, codes and blank lines", "AccessDenied oss\n\n", scan},
		{"ScanText, status lines", "HTTP/1.1 403 7\n", scan},
		{"ScanText, status lines and headers", "HTTP/1.1 403 Forbidden\nx-oss-ec: 0003-00000001\n", scan},
		{"ScanText, tags", "<Code>\n", scan},
		{"ScanText, URLs", "https://b.oss-cn-a.aliyuncs.com/k 403 ", scan},
		{"ScanText, our JSON", `{"error":"oss403: `, scan},
		{"ScanText, our lines", e.Error() + "\n", scan},
		{"ScanText, our reports", e.Report(oss403.English), scan},
		{"FromResponse, a query of parameters", "a=b&", func(query string) {
			req := httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k?"+query, nil)
			oss403.FromResponse(&http.Response{StatusCode: 403, Header: header, Request: req, Body: io.NopCloser(strings.NewReader(mismatch))})
		}},
	} {
		for _, size := range []int{16 << 10, 64 << 10, 256 << 10} {
			text := strings.Repeat(c.unit, size/len(c.unit))
			b.Run(fmt.Sprintf("%s/%dKB", c.name, size>>10), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for range b.N {
					c.f(text)
				}
			})
		}
	}
}
