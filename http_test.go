package oss403_test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/oss403/oss403"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const denied = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access denied by bucket policy.</Message><RequestId>` + requestID + `</RequestId><HostId>b1x.oss-cn-hangzhou.aliyuncs.com</HostId><EC>0003-00000101</EC></Error>`

// body403 is a body that tells whether it was closed and may fail at its end.
type body403 struct {
	io.Reader
	closed bool
}

func (b *body403) Close() error { b.closed = true; return errors.New("the original Close") }

func TestFromResponsePutsTheBodyBack(t *testing.T) {
	broken := errors.New("connection reset")
	for name, tt := range map[string]struct {
		body string
		err  error
	}{
		"short":                    {denied, nil},
		"empty":                    {"", nil},
		"broken":                   {denied[:200], broken},
		"longer than what is read": {denied + strings.Repeat(" ", 200<<10) + "end", nil},
		"broken beyond that":       {denied + strings.Repeat(" ", 200<<10), broken},
		"a page longer than that":  {strings.Repeat("<p>no</p>", 20<<10), nil},
	} {
		t.Run(name, func(t *testing.T) {
			var r io.Reader = strings.NewReader(tt.body)
			if tt.err != nil {
				r = io.MultiReader(r, errReader{tt.err})
			}
			original := &body403{Reader: r}
			resp := &http.Response{StatusCode: 403, Header: http.Header{"X-Oss-Request-Id": {requestID}}, Body: original}
			e, ok := oss403.FromResponse(resp)
			require.True(t, ok)
			assert.LessOrEqual(t, len(e.Raw()), 64<<10)
			assert.True(t, strings.HasPrefix(tt.body, string(e.Raw())))
			assert.False(t, original.closed)
			got, err := io.ReadAll(resp.Body)
			assert.Equal(t, tt.err, err)
			assert.True(t, tt.body == string(got), "the body is not the same")
			assert.EqualError(t, resp.Body.Close(), "the original Close")
			assert.True(t, original.closed)
		})
	}
}

type errReader struct{ err error }

func (r errReader) Read([]byte) (int, error) { return 0, r.err }

// brokenOnce gives its text, an error, and then nothing.
type brokenOnce struct {
	text string
	err  error
}

func (b *brokenOnce) Read(into []byte) (int, error) {
	n := copy(into, b.text)
	b.text = b.text[n:]
	if n > 0 {
		return n, nil
	}
	err := b.err
	b.err = io.EOF
	return 0, err
}

func (*brokenOnce) Close() error { return nil }

// TestFromResponseKeepsTheError: an error that reading ahead met is the client's to see.
func TestFromResponseKeepsTheError(t *testing.T) {
	reset := errors.New("connection reset by peer")
	resp := &http.Response{StatusCode: http.StatusForbidden, Header: http.Header{"X-Oss-Request-Id": {requestID}}, Body: &brokenOnce{denied[:20], reset}}
	if _, ok := oss403.FromResponse(resp); !ok {
		t.Fatal("not OSS's")
	}
	if got, err := io.ReadAll(resp.Body); err != reset || string(got) != denied[:20] {
		t.Errorf("%q, %v", got, err)
	}
}

// TestFromResponseLeavesOthersAlone: not a byte is read of what is no 403.
func TestFromResponseLeavesOthersAlone(t *testing.T) {
	for _, status := range []int{0, 200, 203, 301, 400, 404, 500} {
		original := &body403{Reader: errReader{errors.New("read")}}
		resp := &http.Response{StatusCode: status, Body: original, Header: http.Header{"X-Oss-Request-Id": {requestID}, "X-Oss-Ec": {"0003-00000101"}}}
		_, ok := oss403.FromResponse(resp)
		assert.False(t, ok)
		assert.Same(t, original, resp.Body)
	}
	_, ok := oss403.FromResponse(nil)
	assert.False(t, ok)
	_, ok = oss403.FromResponse(&http.Response{StatusCode: 403})
	assert.False(t, ok)
	_, ok = oss403.FromResponse(&http.Response{StatusCode: 403, Request: &http.Request{}, Body: http.NoBody})
	assert.False(t, ok)
}

func TestFromResponseGzip(t *testing.T) {
	var zipped bytes.Buffer
	w := gzip.NewWriter(&zipped)
	_, _ = w.Write([]byte(denied))
	_ = w.Close()
	for name, body := range map[string]string{"whole": zipped.String(), "cut": zipped.String()[:zipped.Len()-9], "a lie": denied} {
		resp := &http.Response{StatusCode: 403, Body: io.NopCloser(strings.NewReader(body)), Header: http.Header{"Content-Encoding": {"gzip"}, "X-Oss-Request-Id": {requestID}}}
		e, ok := oss403.FromResponse(resp)
		require.True(t, ok, name)
		assert.Equal(t, oss403.KindBucketPolicyDenied, e.Kind, name)
		got, err := io.ReadAll(resp.Body)
		assert.NoError(t, err)
		assert.Equal(t, body, string(got), name)
	}
}

// TestFromResponseMeantForOSS: a page in front of OSS is told from a page of somebody else by
// the request.
func TestFromResponseMeantForOSS(t *testing.T) {
	for _, tt := range []struct {
		url, header, value string
		ok                 bool
	}{
		{"https://b1x.oss-cn-hangzhou.aliyuncs.com/k", "", "", true},
		{"https://oss-cn-hangzhou-internal.aliyuncs.com/b1x/k", "", "", true},
		{"https://b1x.s3.oss-cn-hangzhou.aliyuncs.com/k", "", "", true},
		{"https://ecs.aliyuncs.com/", "", "", false},
		{"https://files.example.com/k", "", "", false},
		{"https://files.example.com/k?OSSAccessKeyId=a&Expires=1&Signature=b", "", "", true},
		{"https://files.example.com/k?x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-credential=a", "", "", true},
		{"https://files.example.com/k", "Authorization", "OSS LTAI5tExample:c2lnbmF0dXJl", true},
		{"https://files.example.com/k", "Authorization", "OSS4-HMAC-SHA256 Credential=a", true},
		{"https://files.example.com/k", "x-oss-date", "20260305T095103Z", true},
		{"https://files.example.com/k", "Authorization", "AWS4-HMAC-SHA256 Credential=a", false},
		{"https://s3.amazonaws.com/b/k?X-Amz-Signature=a", "", "", false},
		{"https://oss-cn-hangzhou.aliyuncs.com.example.com/", "", "", false},
	} {
		req := httptest.NewRequest(http.MethodGet, tt.url, nil)
		if tt.header != "" {
			req.Header.Set(tt.header, tt.value)
		}
		e, ok := oss403.FromResponse(&http.Response{StatusCode: 403, Body: io.NopCloser(strings.NewReader("<html>no</html>")), Header: http.Header{}, Request: req})
		assert.Equal(t, tt.ok, ok, tt)
		if ok {
			assert.Equal(t, oss403.KindIntermediary, e.Kind)
			assert.Equal(t, http.MethodGet, e.Op)
		}
	}
}

// TestRequestNames: bucket and object come from the request where the answer does not name them.
func TestRequestNames(t *testing.T) {
	for url, want := range map[string][2]string{
		"https://b1x.oss-cn-hangzhou.aliyuncs.com/a/b.txt":                {"b1x", "a/b.txt"},
		"https://b1x.oss-cn-hangzhou.aliyuncs.com:443/a/b.txt":            {"b1x", "a/b.txt"},
		"https://oss-cn-hangzhou.aliyuncs.com/b1x/a/b.txt":                {"b1x", "a/b.txt"},
		"https://oss-b1x.oss-cn-hangzhou-internal.aliyuncs.com/%E4%B8%AD": {"oss-b1x", "中"},
		"https://b1x.s3.oss-cn-hangzhou.aliyuncs.com/a":                   {"b1x", "a"},
		"https://s3.oss-cn-hangzhou.aliyuncs.com/b1x/a":                   {"b1x", "a"},
		"http://127.0.0.1:8080/b1x/a":                                     {"b1x", "a"},
		"http://[::1]:8080/b1x/a":                                         {"b1x", "a"},
		"http://localhost/b1x/":                                           {"b1x", ""},
		"https://oss-cn-hangzhou.aliyuncs.com/":                           {"", ""},
		"https://files.example.com/a/b.txt":                               {"", "a/b.txt"},
		"https://x.y.oss-cn-hangzhou.aliyuncs.com/a":                      {"", ""}, // no bucket has a dot in its name
		"https://cn-hangzhou.oss.aliyuncs.com/b1x/a":                      {"", ""}, // a dual-stack endpoint, or a bucket of that name
		"https://b1x.cn-hangzhou.oss.aliyuncs.com/a":                      {"b1x", "a"},
		"https://b1x.cn-hangzhou-internal.oss-data-acc.aliyuncs.com/a":    {"b1x", "a"},
		"https://b1x.oss.aliyuncs.com/a":                                  {"b1x", "a"},
		"https://ecs.aliyuncs.com/a":                                      {"", ""},
	} {
		resp := &http.Response{StatusCode: 403, Header: http.Header{"X-Oss-Request-Id": {requestID}}, Request: httptest.NewRequest(http.MethodPut, url, nil)}
		e, ok := oss403.FromResponse(resp)
		require.True(t, ok)
		assert.Equal(t, want, [2]string{e.Bucket, e.Object}, url)
		assert.Equal(t, http.MethodPut, e.Op)
	}
}

// TestErrHeader: x-oss-err in the forms in which it comes, and junk.
func TestErrHeader(t *testing.T) {
	header := func(v string) http.Header { return http.Header{"X-Oss-Err": {v}, "X-Oss-Request-Id": {requestID}} }
	for name, v := range map[string]string{
		"padded":     base64.StdEncoding.EncodeToString([]byte(denied)),
		"not padded": base64.RawStdEncoding.EncodeToString([]byte(denied)),
		"URL form":   base64.URLEncoding.EncodeToString([]byte(strings.Replace(denied, "<Code>", "<X>?>?>~~~</X><Code>", 1))),
		"blanks":     "  " + base64.StdEncoding.EncodeToString([]byte(denied)) + " ",
		"junk after": base64.StdEncoding.EncodeToString([]byte(denied+"   ")) + "!!!!",
	} {
		e, ok := oss403.Parse(403, header(v), nil)
		require.True(t, ok, name)
		assert.Equal(t, oss403.KindBucketPolicyDenied, e.Kind, name)
		assert.Equal(t, oss403.CodeAccessDenied, e.Code, name)
		assert.NotEmpty(t, e.Raw(), name)
	}
	for _, v := range []string{"!", "=", "AAAA", strings.Repeat("A", 1<<20), "\x00"} {
		e, ok := oss403.Parse(403, header(v), nil)
		require.True(t, ok)
		assert.Equal(t, oss403.KindUnknown, e.Kind)
	}
	e, ok := oss403.Parse(403, header(base64.StdEncoding.EncodeToString([]byte(denied))), []byte(expired.RawMessage))
	require.True(t, ok)
	assert.Equal(t, oss403.KindSecurityTokenExpired, e.Kind, "the body comes first")
}

// TestBodies: shapes of XML that OSS, its pages and what stands in between produce.
func TestBodies(t *testing.T) {
	const message = "<Message>Access denied by bucket policy.</Message>"
	for name, body := range map[string]string{
		"no declaration":           "<Error><Code>AccessDenied</Code>" + message + "</Error>",
		"byte order mark":          "\ufeff<Error><Code>AccessDenied</Code>" + message + "</Error>",
		"other encoding":           `<?xml version="1.0" encoding="GBK"?><Error><Code>AccessDenied</Code>` + message + "</Error>",
		"namespace":                `<Error xmlns="http://doc.oss-cn-hangzhou.aliyuncs.com"><Code>AccessDenied</Code>` + message + "</Error>",
		"prefix":                   `<o:Error xmlns:o="x"><o:Code>AccessDenied</o:Code><o:Message>Access denied by bucket policy.</o:Message></o:Error>`,
		"comment and CDATA":        "<!-- x --><Error><Code><![CDATA[AccessDenied]]></Code>" + message + "</Error>",
		"DOCTYPE":                  `<!DOCTYPE Error [<!ENTITY x "y">]><Error><Code>AccessDenied</Code>` + message + "</Error>",
		"unknown entity":           "<Error><X>&nbsp;&x;</X><Code>AccessDenied</Code>" + message + "</Error>",
		"a forbidden byte":         "<Error><X>\x01\xff</X><Code>AccessDenied</Code>" + message + "</Error>",
		"truncated":                "<Error><Code>AccessDenied</Code>" + message + "<HostId>b1x.oss-cn",
		"curly quotes":             "<Error xmlns=”http://doc.oss-cn-hangzhou.aliyuncs.com”><Code>AccessDenied</Code>" + message + "</Error>",
		"a bad declaration":        `<? xml version="1.0" encoding="UTF-8" ? ><Error><Code>AccessDenied</Code>` + message + "</Error>",
		"no XML in an echo":        "<Error><StringToSign>PUT a<b & c</StringToSign><Code>AccessDenied</Code>" + message + "</Error>",
		"a bad reference":          "<Error><X>a&#x1b;b&#0;&#99999999;</X><Code>AccessDenied</Code>" + message + "</Error>",
		"a line break tag":         "<Error><Code>AccessDenied</Code><Message>Access denied<br/> by bucket <b>policy</b>.<br></Message></Error>",
		"an end that fits nothing": "<Error><Code>AccessDenied</Code></br><ObjectName>a</b>c.txt</ObjectName>" + message + "</Error>",
		"a script's markup":        "<Error><script>if(a<b&&c)x('</p>')</script><Code>AccessDenied</Code>" + message + "</Error>",
		"markup in an echo":        "<Error><ObjectName>a<!--b.txt</ObjectName><Code>AccessDenied</Code>" + message + "</Error>",
		"more of it":               "<Error><ObjectName>a<!b<?c.txt</ObjectName><Code>AccessDenied</Code>" + message + "</Error>",
		"a comment in front":       "<!-- <Error><Code>UserDisable</Code> --><Error><Code>AccessDenied</Code>" + message + "</Error>",
		"a child not closed":       "<Error><X><br></X><Code>AccessDenied</Code>" + message + "</Error>",
		"truncated in a tag":       "<Error><Code>AccessDenied</Code>" + message + "<Host",
		"an element again":         "<Error><Code>AccessDenied</Code>" + message + "<Code>UserDisable</Code></Error>",
		"empty, then full":         "<Error><Code/><Code> </Code><Code>AccessDenied</Code>" + message + "</Error>",
		"another Code deeper":      "<Error><Details><Code>UserDisable</Code></Details><Code>AccessDenied</Code>" + message + "</Error>",
		"a script inside":          "<Error><script>if (a &lt; b) { c() }</script><Code>AccessDenied</Code>" + message + "</Error>",
		"a second root":            "<Error><Code>AccessDenied</Code>" + message + "</Error><Error><Code>UserDisable</Code></Error>",
		"an end that differs":      "<Error><Code>AccessDenied</Code><Message>Access denied by bucket policy.</message></Error>",
	} {
		e, ok := oss403.Parse(403, nil, []byte(body))
		if assert.True(t, ok, name) {
			assert.Equal(t, oss403.KindBucketPolicyDenied, e.Kind, name)
		}
	}
}

// TestBrokenOff: what came after the end might have been the message, so that a bare AccessDenied
// is not taken for one without a message.
func TestBrokenOff(t *testing.T) {
	for name, body := range map[string]string{
		"before the message":   "<Error><Code>AccessDenied</Code>",
		"in the message":       "<Error><Code>AccessDenied</Code><Message>Request has expired.",
		"in its end tag":       "<Error><Code>AccessDenied</Code><Message>You have no right to access this object.</Mess",
		"a damaged message":    "<Error><Code>AccessDenied</Code><Message>Request has expired.<b & c</Message></Error>",
		"longer than is read":  "<Error><Code>AccessDenied</Code><X>" + strings.Repeat("x", 70<<10) + "</X><Message>Request has expired.</Message></Error>",
		"only a message begun": "<Error><Message>AccessDenied",
	} {
		e, ok := oss403.Parse(403, http.Header{"X-Oss-Request-Id": {requestID}}, []byte(body))
		require.True(t, ok, name)
		assert.Equal(t, oss403.KindUnknown, e.Kind, name)
		assert.Equal(t, oss403.BasisNone, e.Basis, name)
		assert.Empty(t, e.Message, name)
	}
	for name, body := range map[string]string{
		"whole":   "<Error><Code>AccessDenied</Code></Error>",
		"empty":   "<Error><Code>AccessDenied</Code><Message> </Message></Error>",
		"by code": "<Error><Code>UserDisable</Code><Mess",
	} {
		e, ok := oss403.Parse(403, http.Header{"X-Oss-Request-Id": {requestID}}, []byte(body))
		require.True(t, ok, name)
		assert.Equal(t, oss403.BasisCode, e.Basis, name)
	}
}

func TestRawStringToSign(t *testing.T) {
	const signed = "PUT\n\n\nThu, 05 Mar 2026 09:51:03 GMT\n/b1x/key with a blank at its end \n"
	e, ok := oss403.Parse(403, http.Header{"X-Oss-Request-Id": {requestID}}, []byte("<Error><Code>SignatureDoesNotMatch</Code><StringToSign>"+signed+"</StringToSign></Error>"))
	require.True(t, ok)
	assert.Equal(t, signed, e.Signature.RawStringToSign())
	assert.Equal(t, strings.TrimSpace(signed), e.Signature.StringToSign)
}

// TestEndpoints: only what is an endpoint is recommended as one.
func TestEndpoints(t *testing.T) {
	for endpoint, trusted := range map[string]bool{
		"oss-cn-beijing.aliyuncs.com":                                    true,
		"oss-cn-beijing-internal.aliyuncs.com":                           true,
		"oss-accelerate.aliyuncs.com":                                    true,
		"s3.oss-cn-beijing.aliyuncs.com":                                 true,
		"cn-beijing.oss.aliyuncs.com":                                    true,
		"somebodys-bucket.oss-cn-beijing.aliyuncs.com":                   false,
		"oss-cn-beijing.aliyuncs.com.example.com":                        false,
		"https://example.com#.oss-cn-beijing.aliyuncs.com":               false,
		"oss-x and mail your secret to nobody@example.com .aliyuncs.com": false,
		"oss.example.com":                                                false,
		"ecs.aliyuncs.com":                                               false,
		"oss-" + strings.Repeat("x", 60<<10) + ".aliyuncs.com":           false,
	} {
		e, ok := oss403.Parse(403, nil, []byte("<Error><Code>AccessDenied</Code><Message>The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.</Message>"+
			"<HostId>b1x.oss-cn-hangzhou.aliyuncs.com</HostId><Endpoint>"+endpoint+"</Endpoint></Error>"))
		require.True(t, ok)
		assert.Equal(t, trusted, strings.Contains(e.Error(), "use "+endpoint), endpoint)
		x := e.Explain(oss403.English)
		assert.Equal(t, trusted, strings.Contains(x.Remedy.Steps[0], endpoint), endpoint)
		assert.Equal(t, !trusted, len(x.Findings) > 0 && strings.Contains(x.Findings[0].Meaning, "make sure that it is yours"), endpoint)
		assert.Equal(t, trusted, e.BucketEndpoint == endpoint && e.Automatic(), endpoint)
		assert.Equal(t, trusted, e.BucketEndpoint != "", endpoint)
		assert.Less(t, len(e.Report(oss403.English)), 8<<10)
		assert.Less(t, len(fmt.Sprintf("%+v", e)), 2<<10)
	}
}

// TestInFrontOfOSS: an error document of somebody else, on the way to OSS, is not OSS's.
func TestInFrontOfOSS(t *testing.T) {
	for name, tt := range map[string]struct {
		header http.Header
		body   string
		kind   oss403.Kind
	}{
		"a page of AWS":          {http.Header{"X-Amz-Request-Id": {"4442587FB7D0A2F9"}}, "<html>no</html>", oss403.KindIntermediary},
		"a proxy's XML":          {http.Header{}, "<Error><Code>403</Code><Message>Forbidden</Message></Error>", oss403.KindIntermediary},
		"a firewall's XML":       {http.Header{"Via": {"1.1 waf"}}, "<Error><Code>AccessForbiddenByWaf</Code><Message>blocked</Message></Error>", oss403.KindIntermediary},
		"headers lost, OSS's":    {http.Header{}, "<Error><Code>AccessDenied</Code><Message>Request has expired.</Message></Error>", oss403.KindRequestExpired},
		"headers lost, new code": {http.Header{}, "<Error><Code>BrandNew</Code><Message>New.</Message><HostId>b1x.oss-cn-hangzhou.aliyuncs.com</HostId></Error>", oss403.KindUnknown},
	} {
		e, ok := oss403.FromResponse(&http.Response{StatusCode: 403, Header: tt.header, Body: io.NopCloser(strings.NewReader(tt.body)),
			Request: httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil)})
		if assert.True(t, ok, name) {
			assert.Equal(t, tt.kind, e.Kind, name)
		}
	}
}

// TestTruncated cuts every case at every byte: what comes out is the kind of the whole, or what the
// message or the code by itself means, or KindUnknown.
func TestTruncated(t *testing.T) {
	for _, path := range casePaths(t) {
		_, files := readCase(t, path)
		whole, _ := decode(t, files)
		_, body, _ := strings.Cut(*find(files, "answer"), "\n\n")
		for n := range len(body) {
			e, ok := oss403.Parse(403, http.Header{"X-Oss-Request-Id": {requestID}}, []byte(body[:n]))
			require.True(t, ok)
			// Where the EC and AccessDeniedDetail are cut off, the message is what decides.
			byMessage, basis := oss403.Classify(whole.Code, whole.Message, "")
			byCode, _ := oss403.Classify(whole.Code, "A message that nobody knows.", "")
			if e.EC == "" && e.Denial == nil && (e.Kind == byMessage && e.Basis == basis || e.Kind == byCode && e.Message == "") {
				continue
			}
			if whole.Kind == oss403.KindBucketAndRAMPolicyDeny && e.Kind == oss403.KindRAMPolicyExplicitDeny {
				continue // the half of it that AccessDeniedDetail knows
			}
			if e.Kind != whole.Kind && e.Kind != oss403.KindUnknown {
				t.Fatalf("%s: %s instead of %s for %q", path, e.Kind, whole.Kind, body[:n])
			}
		}
	}
}
