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
	"runtime"
	"strings"
	"testing"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"

	"github.com/oss403/oss403"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hostileBodies are made to cost time or memory, or to reach a terminal. Each is about as long as
// what is read of a body, or longer.
func hostileBodies(t testing.TB) map[string]string {
	const size = 64 << 10
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	in := func(name, value string) string {
		return "<Error><Code>AccessDenied</Code><" + name + ">" + value + "</" + name + "></Error>"
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	for range 1 << 10 {
		_, err := z.Write(make([]byte, 64<<10))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	var attributes, elements strings.Builder
	for i := range 6000 {
		fmt.Fprintf(&attributes, ` a%d="%d"`, i, i)
		fmt.Fprintf(&elements, "<E%d>%d</E%d>", i, i, i)
	}
	nested := " "
	for range 8 {
		nested = base64.RawStdEncoding.EncodeToString([]byte(strings.Repeat(`{"azz?`, 16) + " " + nested))
	}
	entities := `<!DOCTYPE Error [<!ENTITY a0 "ha">`
	for i := range 30 {
		entities += fmt.Sprintf(`<!ENTITY a%d "&a%d;&a%d;">`, i+1, i, i)
	}
	return map[string]string{
		"only starts":            "<Error>" + fill("<"),
		"no end":                 "<Error>" + fill("<a>"),
		"a deep tree":            "<Error>" + strings.Repeat("<a>", size/7) + strings.Repeat("</a>", size/7) + "</Error>",
		"only ends":              "<Error>" + fill("</a>"),
		"other ends":             "<Error><a><b>" + fill("</c>"),
		"broken tags":            "<Error><Code>AccessDenied</Code>" + fill("<a b=</"),
		"many attributes":        "<Error" + attributes.String() + "><Code>AccessDenied</Code></Error>",
		"attributes inside":      "<Error><Code" + attributes.String() + ">AccessDenied</Code></Error>",
		"one long attribute":     `<Error a="` + fill("x") + `"><Code>AccessDenied</Code></Error>`,
		"many elements":          "<Error><Code>AccessDenied</Code>" + elements.String() + "</Error>",
		"one element repeated":   "<Error>" + fill("<Code>AccessDenied</Code>") + "</Error>",
		"details repeated":       "<Error>" + fill("<AccessDeniedDetail><AuthAction>a</AuthAction></AccessDeniedDetail>") + "</Error>",
		"entities":               entities + `]><Error><Code>AccessDenied</Code><Message>&a30;</Message></Error>`,
		"an outside entity":      `<!DOCTYPE Error [<!ENTITY x SYSTEM "file:///etc/passwd">]><Error><Code>AccessDenied</Code><Message>&x;</Message></Error>`,
		"references":             in("Message", fill("&lt;")),
		"long references":        in("Message", fill("&#x0000000000000041;")),
		"bad references":         in("Message", fill("&#x110000;")),
		"ampersands":             in("Message", fill("&")),
		"nul":                    in("Message", fill("\x00")),
		"bytes that are no text": in("Message", fill("\xff\xc0\x80")),
		"escapes for a terminal": in("Message", fill("\x1b[2J\x1b]0;x\x07")),
		"direction marks":        in("Message", fill("\u202e\u2066\u200f")),
		"a long message":         in("Message", fill("word ")),
		"a long word":            in("Message", fill("x")),
		"percent signs":          in("Message", fill("%25")),
		"backslashes":            in("Message", fill(`\`)),
		"quotes":                 in("Message", fill(`\"`)),
		"names of secrets":       in("Message", fill("Signature=")),
		"signed URLs":            in("Message", fill("https://b.oss-cn-hangzhou.aliyuncs.com/k?Signature=abcdefghijklmnopqrstuvwxyz12&")),
		"looks like a token":     in("Message", "CAIS"+fill("A0b1")),
		"looks like base64":      in("Message", fill("eyJh")),
		"base64 in base64":       in("Message", nested),
		"cookies":                in("Message", fill("cookie:a ")),
		"more cookies":           in("Message", fill("Set-Cookie: a=b; ")),
		"authorizations":         in("Message", fill("authorization: a ")),
		"lists":                  in("Message", fill("Signature:[a ")),
		"names and blanks":       in("Message", fill("Signature= \n ")),
		"open tags":              "<Error><Code>AccessDenied</Code>" + fill("<!"),
		"AccessKey IDs":          in("Message", fill("LTAI5tExampleExampleKey1 ")),
		"a long string to sign":  "<Error><Code>SignatureDoesNotMatch</Code><StringToSign>" + fill("x-oss-meta-a:b\n") + "</StringToSign></Error>",
		"a long request":         "<Error><Code>SignatureDoesNotMatch</Code><CanonicalRequest>" + fill("PUT\n/b/k\na=b&amp;c\n") + "</CanonicalRequest></Error>",
		"a long AccessKey ID":    in("OSSAccessKeyId", fill("LTAI")),
		"a long host":            in("HostId", fill("a.")),
		"a long endpoint":        in("Endpoint", fill("oss-cn-")),
		"a long time":            in("RequestTime", fill("2026-")),
		"a secret with escapes":  "<Error><Code>AccessDenied</Code><SecurityToken>" + strings.Repeat("%25", 8<<10) + "</SecurityToken><Message>" + strings.Repeat("%25", 8<<10) + "</Message></Error>",
		"comments":               "<Error>" + fill("<!-- -->") + "<Code>AccessDenied</Code></Error>",
		"an open comment":        "<Error><Code>AccessDenied</Code><!--" + fill("-"),
		"CDATA":                  "<Error><Code>AccessDenied</Code><Message>" + fill("<![CDATA[x]]>") + "</Message></Error>",
		"an open CDATA":          "<Error><Code>AccessDenied</Code><![CDATA[" + fill("]"),
		"instructions":           fill("<?a b?>") + "<Error><Code>AccessDenied</Code></Error>",
		"a page":                 "<!doctype html>" + fill("<p>no</p>"),
		"a deep JSON":            fill(`{"Error":`),
		"JSON lists":             `{"Error":` + fill("["),
		"a long JSON":            `{"Error":{"Code":"AccessDenied","Message":"` + fill(`\u0041`) + `"}}`,
		"many JSON keys":         `{"Error":{"Code":"AccessDenied"` + fill(`,"a":{"b":"c"}`) + `}}`,
		"packed nothing":         packed.String(),
		"blanks":                 fill(" \n\t"),
		"blanks around":          in("Code", fill(" ")+"AccessDenied"),
	}
}

// TestHostileBodies: whatever comes, it is one short line, and reading it takes less than 1 MiB.
func TestHostileBodies(t *testing.T) {
	limit := uint64(1 << 20)
	if raceDetector {
		limit *= 2
	}
	for name, body := range hostileBodies(t) {
		doc := []byte(body)
		for _, header := range []http.Header{{"X-Oss-Request-Id": {requestID}}, {"X-Oss-Request-Id": {requestID}, "X-Oss-Err": {base64.StdEncoding.EncodeToString(doc)}}} {
			e, took := allocated(func() (*oss403.Error, bool) { return oss403.Parse(403, header, doc) })
			if e == nil {
				t.Errorf("%s: not read", name)
				continue
			}
			if took > limit {
				t.Errorf("%s: Parse took %d bytes", name, took)
			}
			resp := &http.Response{StatusCode: 403, Header: header, Body: io.NopCloser(strings.NewReader(body))}
			if e, took := allocated(func() (*oss403.Error, bool) { return oss403.FromResponse(resp) }); e == nil || took > limit {
				t.Errorf("%s: FromResponse: %v, %d bytes", name, e != nil, took)
			}
			for out, s := range ownOutputs(t, e) {
				if strings.ContainsAny(s, "\x00\x1b\u202e\u2066\u200f\x07") {
					t.Errorf("%s: %s has what a terminal obeys", name, out)
				}
				if strings.Contains(s, "root:") {
					t.Errorf("%s: %s has a file of this machine", name, out)
				}
			}
			if line := e.Error(); len(line) > 512 || strings.ContainsAny(line, "\n\r") {
				t.Errorf("%s: %q", name, line)
			}
		}
	}
}

// TestHostileSDKError: an SDK keeps a body whole, and anybody can make its error.
func TestHostileSDKError(t *testing.T) {
	for name, body := range hostileBodies(t) {
		for _, err := range []error{
			oss.ServiceError{StatusCode: 403, RequestID: requestID, RawMessage: body},
			oss.ServiceError{StatusCode: 403, Code: "AccessDenied", Message: body, RequestID: requestID, HostID: body},
			fmt.Errorf("%s: %w", body, oss.ServiceError{StatusCode: 403, Code: "AccessDenied", RequestID: requestID}),
		} {
			e, ok := oss403.From(oss403.Wrap(err))
			if !ok || len(e.Error()) > 512 {
				t.Errorf("%s: %v", name, e)
			}
		}
	}
	long := strings.Repeat("x", 10<<20)
	e, _ := oss403.From(oss.ServiceError{StatusCode: 403, Code: "AccessDenied", Message: long, RequestID: long, HostID: long, Endpoint: long, RawMessage: long})
	for name, s := range map[string]string{"Message": e.Message, "RequestID": e.RequestID, "HostID": e.HostID, "Raw": string(e.Raw())} {
		if len(s) > 64<<10 {
			t.Errorf("%s has %d bytes", name, len(s))
		}
	}
	e, _ = oss403.Parse(403, http.Header{"X-Oss-Request-Id": {long}, "X-Oss-Ec": {long}, "Via": {long}, "Server": {"AliyunOSS"}}, nil)
	assert.LessOrEqual(t, len(e.RequestID)+len(e.EC), 8<<10)
}

// TestKeptStringsAreSmall: who keeps a request ID does not keep the text that it was in.
func TestKeptStringsAreSmall(t *testing.T) {
	text := "oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage=\"x\", RequestId=" + requestID + "\n" + strings.Repeat("word\n", 100<<10)
	body := "<Error><Code>AccessDenied</Code><RequestId>" + requestID + "</RequestId>" + strings.Repeat(" ", 1<<20) + "</Error>"
	var kept []string
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for range 20 {
		if e, ok := oss403.ParseText(strings.Clone(text)); ok {
			kept = append(kept, e.RequestID)
		}
		if e, ok := oss403.From(oss.ServiceError{StatusCode: 403, RequestID: requestID, RawMessage: strings.Clone(body)}); ok {
			kept = append(kept, e.RequestID)
		}
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	require.Len(t, kept, 40)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 40*(80<<10) {
		t.Errorf("%d bytes for %d request IDs", grown, len(kept))
	}
	runtime.KeepAlive(kept)
}

// allocated returns how many bytes f took, given back or not.
func allocated(f func() (*oss403.Error, bool)) (*oss403.Error, uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	e, _ := f()
	runtime.ReadMemStats(&after)
	return e, after.TotalAlloc - before.TotalAlloc
}

// endless is a body that has no end.
type endless struct{ read int }

func (b *endless) Read(p []byte) (int, error) {
	n := copy(p, "<a>")
	b.read += n
	return n, nil
}

func (*endless) Close() error { return nil }

func TestEndlessBody(t *testing.T) {
	body := &endless{}
	e, ok := oss403.FromResponse(&http.Response{StatusCode: 403, Header: http.Header{"X-Oss-Request-Id": {requestID}}, Body: body, ContentLength: 10})
	require.True(t, ok)
	assert.Equal(t, oss403.KindUnknown, e.Kind)
	assert.Equal(t, 64<<10, len(e.Raw()))
	assert.LessOrEqual(t, body.read, 64<<10+3)
}

// TestLyingContentLength: over a real connection, too much and too little of it.
func TestLyingContentLength(t *testing.T) {
	for _, lie := range []int{10, len(denied) - 1, len(denied) + 1000, 1 << 30} {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			conn, _, err := w.(http.Hijacker).Hijack()
			if err != nil {
				return
			}
			_, _ = fmt.Fprintf(conn, "HTTP/1.1 403 Forbidden\r\nServer: AliyunOSS\r\nContent-Length: %d\r\nX-Oss-Request-Id: %s\r\n\r\n%s", lie, requestID, denied)
			_ = conn.Close()
		}))
		client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
		resp, err := client.Get(s.URL)
		require.NoError(t, err)
		e, took := allocated(func() (*oss403.Error, bool) { return oss403.FromResponse(resp) })
		require.NotNil(t, e)
		assert.Less(t, took, uint64(1<<20))
		want := oss403.KindBucketPolicyDenied
		if lie == 10 {
			want = oss403.KindUnknown
		}
		assert.Equal(t, want, e.Kind, lie)
		rest, err := io.ReadAll(resp.Body)
		assert.Equal(t, denied[:min(lie, len(denied))], string(rest))
		assert.Equal(t, lie > len(denied), errors.Is(err, io.ErrUnexpectedEOF), "the error of the body stays: %v", err)
		_ = resp.Body.Close()
		s.Close()
	}
}

// TestManyHeaders: the same one many times, and many of them.
func TestManyHeaders(t *testing.T) {
	header := http.Header{"X-Oss-Request-Id": {requestID}}
	for i := range 20000 {
		header.Add("X-Oss-Ec", "0003-00000101")
		header.Add("X-Oss-Err", base64.StdEncoding.EncodeToString([]byte(denied)))
		header.Add("Server", "AliyunOSS")
		header.Add(fmt.Sprint("X-Other-", i), "x")
	}
	req := httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k?"+strings.Repeat("a=b&", 20000), nil)
	for i := range 20000 {
		req.Header.Add("Referer", strings.Repeat("x", 2000))
		req.Header.Add(fmt.Sprint("X-Other-", i), strings.Repeat("x", 2000))
	}
	e, took := allocated(func() (*oss403.Error, bool) {
		return oss403.FromResponse(&http.Response{StatusCode: 403, Header: header, Body: http.NoBody, Request: req})
	})
	require.NotNil(t, e)
	assert.Equal(t, oss403.KindBucketPolicyDenied, e.Kind)
	assert.Less(t, took, uint64(4<<20), "the request is the program's own, and its copy is bounded")
}

// TestTransportKeepsNoBody: what it remembers of an answer is little, whatever the answer was.
func TestTransportKeepsNoBody(t *testing.T) {
	tr := &oss403.Transport{}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for i := range 256 {
		id := fmt.Sprintf("65AF5037A1B2C3D4E5F6%04X", i)
		tr.Base = answerWith(403, nil, "<Error><Code>SignatureDoesNotMatch</Code><RequestId>"+id+"</RequestId><Message>"+strings.Repeat("x", 20<<10)+"</Message><StringToSign>GET\n\n\n\n"+strings.Repeat("\u202e", 5<<10)+"/b1x/k</StringToSign><CanonicalRequest>PUT\n"+strings.Repeat("a\n", 10<<10)+"</CanonicalRequest></Error>")
		resp, err := tr.RoundTrip(httptest.NewRequest(http.MethodPut, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil))
		require.NoError(t, err)
		_ = resp.Body.Close()
	}
	tr.Base = nil
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 256*(32<<10) {
		t.Errorf("%d bytes for 256 answers", grown)
	}
	e, _ := tr.From(oss.ServiceError{StatusCode: 403, RequestID: "65AF5037A1B2C3D4E5F60003"})
	assert.Equal(t, "PUT", e.Op)
}
