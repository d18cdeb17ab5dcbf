package oss403_test

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// roundTrip is a base that answers by itself.
type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func answerWith(status int, header http.Header, body string) roundTrip {
	return func(r *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
	}
}

func TestTransportObserves(t *testing.T) {
	var seen []*oss403.Error
	tr := &oss403.Transport{
		Base:    answerWith(403, http.Header{"X-Oss-Request-Id": {requestID}}, denied),
		Observe: func(r *http.Request, e *oss403.Error) { seen = append(seen, e); assert.Equal(t, "PUT", r.Method) },
	}
	req, err := http.NewRequest(http.MethodPut, "https://b1x.oss-cn-hangzhou.aliyuncs.com/a.txt", nil)
	require.NoError(t, err)
	resp, err := tr.RoundTrip(req)
	require.NoError(t, err)
	got, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	assert.Equal(t, denied, string(got), "the answer stays as it is")
	require.Len(t, seen, 1)
	assert.Equal(t, oss403.KindBucketPolicyDenied, seen[0].Kind)
	assert.Equal(t, [3]string{"PUT", "b1x", "a.txt"}, [3]string{seen[0].Op, seen[0].Bucket, seen[0].Object})
	assert.Equal(t, denied, string(seen[0].Raw()))
}

// TestTransportLeavesOthersAlone: other answers, and errors of the base, come through untouched.
func TestTransportLeavesOthersAlone(t *testing.T) {
	observe := func(*http.Request, *oss403.Error) { t.Error("observed") }
	req := httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/a.txt", nil)
	for _, status := range []int{200, 206, 304, 400, 404, 503} {
		want := &http.Response{StatusCode: status, Body: io.NopCloser(strings.NewReader("x")), Header: http.Header{"X-Oss-Request-Id": {requestID}}}
		body := want.Body
		tr := &oss403.Transport{Observe: observe, Base: roundTrip(func(*http.Request) (*http.Response, error) { return want, nil })}
		resp, err := tr.RoundTrip(req)
		assert.NoError(t, err)
		assert.Same(t, want, resp)
		assert.Equal(t, body, resp.Body)
	}
	broken := errors.New("connection refused")
	tr := &oss403.Transport{Observe: observe, Base: roundTrip(func(*http.Request) (*http.Response, error) { return nil, broken })}
	resp, err := tr.RoundTrip(req)
	assert.Nil(t, resp)
	assert.Same(t, broken, err)

	tr = &oss403.Transport{Observe: observe, Base: answerWith(403, http.Header{"X-Amz-Request-Id": {"4442587FB7D0A2F9"}}, "<Error><Code>AccessDenied</Code></Error>")}
	resp, err = tr.RoundTrip(httptest.NewRequest(http.MethodGet, "https://s3.amazonaws.com/b/k", nil))
	require.NoError(t, err)
	got, _ := io.ReadAll(resp.Body)
	assert.Equal(t, "<Error><Code>AccessDenied</Code></Error>", string(got))
}

func TestTransportKnowsTheRequest(t *testing.T) {
	tr := &oss403.Transport{}
	var requests atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		requests.Add(1)
		w.Header().Set("X-Oss-Request-Id", requestID)
		w.WriteHeader(http.StatusForbidden)
		if strings.HasSuffix(r.URL.Path, "page.txt") { // SDK v1 drops what is no XML
			fmt.Fprint(w, "<html>no</html>")
			return
		}
		fmt.Fprintf(w, "<Error><Code>AccessDenied</Code><Message>You have no right to access this object.</Message><RequestId>%s</RequestId></Error>", requestID)
	}))
	defer server.Close()
	client, err := oss.New(server.URL, "LTAI5tSecretSecretKey99", "secret", oss.HTTPClient(&http.Client{Transport: tr}))
	require.NoError(t, err)
	bucket, err := client.Bucket("examplebucket")
	require.NoError(t, err)

	err = bucket.PutObject("a/b.txt", strings.NewReader("x"))
	require.Error(t, err)
	err = fmt.Errorf("upload: %w", err)
	plain, ok := oss403.From(err)
	require.True(t, ok)
	assert.Empty(t, plain.Op)
	e, ok := tr.From(err)
	require.True(t, ok)
	assert.Equal(t, [3]string{"PUT", "examplebucket", "a/b.txt"}, [3]string{e.Op, e.Bucket, e.Object})
	assert.Equal(t, plain.Raw(), e.Raw())

	wrapped := tr.Wrap(err)
	assert.True(t, strings.HasPrefix(wrapped.Error(), `upload: oss403: no permission for object "a/b.txt"`), wrapped.Error())
	var se oss.ServiceError
	assert.ErrorAs(t, wrapped, &se)
	assert.Equal(t, err, errors.Unwrap(wrapped))
	assert.Same(t, wrapped, tr.Wrap(wrapped))
	assert.EqualValues(t, 1, requests.Load(), "nothing was sent twice")
	assert.NotContains(t, fmt.Sprintf("%+v", e), "SecretSecret")

	_, err = bucket.GetObject("page.txt")
	e, ok = tr.From(err)
	require.True(t, ok)
	assert.Equal(t, [2]string{"GET", "page.txt"}, [2]string{e.Op, e.Object})

	assert.NoError(t, tr.Wrap(nil))
	_, ok = tr.From(io.EOF)
	assert.False(t, ok)
	other := fmt.Errorf("x: %w", io.EOF)
	assert.Same(t, other, tr.Wrap(other))
}

// TestTransportBelowASigner: what counts is the request as Base sent it, signed by then.
func TestTransportBelowASigner(t *testing.T) {
	tr := &oss403.Transport{Base: roundTrip(func(r *http.Request) (*http.Response, error) {
		signed := r.Clone(r.Context())
		signed.Header.Set("Authorization", "OSS LTAI5tExampleExampleKey1:ZXhhbXBsZXNpZ25hdHVyZWV4YW0=")
		return answerWith(403, http.Header{"X-Oss-Request-Id": {requestID}}, "<Error><Code>AccessDenied</Code><Message>You have no right to access this object because of bucket acl.</Message></Error>")(signed)
	})}
	var seen *oss403.Error
	tr.Observe = func(_ *http.Request, e *oss403.Error) { seen = e }
	resp, err := tr.RoundTrip(httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil))
	require.NoError(t, err)
	assert.Equal(t, oss403.Reason(""), seen.Reason)

	// An error that knows its request and its answer is not replaced by what t kept of them.
	e, ok := oss403.FromResponse(resp)
	require.True(t, ok)
	got, ok := tr.From(fmt.Errorf("x: %w", e))
	assert.True(t, ok)
	assert.Same(t, e, got)
}

// TestTransportHidesWhatTheClientKnows: a secret that only the client's error shows is hidden in what t completes.
func TestTransportHidesWhatTheClientKnows(t *testing.T) {
	tr := &oss403.Transport{Base: answerWith(403, http.Header{"X-Oss-Request-Id": {requestID}}, "")}
	_, err := tr.RoundTrip(httptest.NewRequest(http.MethodPut, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil))
	require.NoError(t, err)
	sdk := oss.ServiceError{StatusCode: 403, RequestID: requestID, Code: "SecurityTokenExpired", RawMessage: "<Error><Code>SecurityTokenExpired</Code><Message>The security token you provided has expired.</Message><SecurityToken>correcthorsebattery</SecurityToken></Error>"}
	wrapped := tr.Wrap(fmt.Errorf("upload with correcthorsebattery: %w", sdk))
	assert.NotContains(t, wrapped.Error(), "correcthorse")
	assert.Contains(t, wrapped.Error(), "upload with ****: oss403: ")
	e, _ := tr.From(wrapped)
	assert.Equal(t, "PUT", e.Op)
}

// TestTransportMemoryIsBounded: the oldest 403s are forgotten.
func TestTransportMemoryIsBounded(t *testing.T) {
	id := func(i int) string { return fmt.Sprintf("65AF5037A1B2C3D4E5F6%04X", i) }
	tr := &oss403.Transport{}
	for i := range 1000 {
		tr.Base = answerWith(403, http.Header{"X-Oss-Request-Id": {id(i)}}, "")
		_, err := tr.RoundTrip(httptest.NewRequest(http.MethodPut, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil))
		require.NoError(t, err)
	}
	known := 0
	for i := range 1000 {
		e, ok := tr.From(oss.ServiceError{StatusCode: 403, RequestID: id(i)})
		require.True(t, ok)
		if e.Op == "PUT" {
			known++
			assert.GreaterOrEqual(t, i, 1000-256)
		}
	}
	assert.Equal(t, 256, known)
}

// TestTransportMemoryIsItsOwn: what a caller does to an error does not reach the next one.
func TestTransportMemoryIsItsOwn(t *testing.T) {
	const doc = "<Error><Code>AccessDenied</Code><RequestId>" + requestID + "</RequestId><RequestTime>2026-03-05T10:11:12.000Z</RequestTime><ServerTime>2026-03-05T18:11:12.000Z</ServerTime>" +
		"<StringToSign>GET</StringToSign><AccessDeniedDetail><AuthAction>oss:PutObject</AuthAction></AccessDeniedDetail></Error>"
	spoil := func(e *oss403.Error) {
		e.Denial.Action, e.Clock.ServerTime, e.Signature.StringToSign = "spoiled", e.Clock.RequestTime, "spoiled"
	}
	tr := &oss403.Transport{Base: answerWith(403, nil, doc), Observe: func(_ *http.Request, e *oss403.Error) { spoil(e) }}
	resp, err := tr.RoundTrip(httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil))
	require.NoError(t, err)
	_ = resp.Body.Close()
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			e, ok := tr.From(oss.ServiceError{StatusCode: 403, RequestID: requestID})
			if !ok || e.Denial.Action != "oss:PutObject" || e.Clock.ServerTime.Equal(e.Clock.RequestTime) || e.Signature.StringToSign != "GET" {
				t.Errorf("%+v", e)
			}
			_ = e.Report(oss403.English)
			spoil(e)
		}()
	}
	wg.Wait()
}

func TestTransportConcurrent(t *testing.T) {
	var observed atomic.Int32
	tr := &oss403.Transport{Base: answerWith(403, http.Header{"X-Oss-Request-Id": {requestID}}, denied), Observe: func(*http.Request, *oss403.Error) { observed.Add(1) }}
	var wg sync.WaitGroup
	for range 16 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				resp, err := tr.RoundTrip(httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil))
				if err == nil {
					_, _ = io.Copy(io.Discard, resp.Body)
				}
				e, _ := tr.From(oss.ServiceError{StatusCode: 403, RequestID: requestID})
				_ = e.Report(oss403.English)
			}
		}()
	}
	wg.Wait()
	assert.EqualValues(t, 800, observed.Load())
}

func TestFillHEAD(t *testing.T) {
	header := func() http.Header {
		return http.Header{"X-Oss-Request-Id": {requestID}, "X-Oss-Err": {base64.StdEncoding.EncodeToString([]byte(denied))}}
	}
	resp, err := (&oss403.Transport{FillHEAD: true, Base: roundTrip(func(r *http.Request) (*http.Response, error) {
		h := header()
		h.Set("Content-Type", "text/xml")
		return &http.Response{StatusCode: 403, Header: h, Body: http.NoBody, Request: r}, nil
	})}).RoundTrip(httptest.NewRequest(http.MethodHead, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil))
	require.NoError(t, err)
	assert.Equal(t, "text/xml", resp.Header.Get("Content-Type"), "what OSS says of its answer stays")
	send := func(method string, fill bool) *http.Response {
		tr := &oss403.Transport{Base: answerWith(403, header(), ""), FillHEAD: fill}
		resp, err := tr.RoundTrip(httptest.NewRequest(method, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil))
		require.NoError(t, err)
		return resp
	}
	for _, tt := range []struct {
		method string
		fill   bool
		body   string
	}{{"HEAD", true, denied}, {"HEAD", false, ""}, {"GET", true, ""}} {
		resp := send(tt.method, tt.fill)
		got, err := io.ReadAll(resp.Body)
		assert.NoError(t, err)
		assert.Equal(t, tt.body, string(got))
		if tt.body != "" {
			assert.EqualValues(t, len(tt.body), resp.ContentLength)
			assert.Equal(t, fmt.Sprint(len(tt.body)), resp.Header.Get("Content-Length"))
			assert.Equal(t, "application/xml", resp.Header.Get("Content-Type"))
		}
	}
}

type closer struct {
	roundTrip
	closed *bool
}

func (c closer) CloseIdleConnections() { *c.closed = true }

func TestTransportCloseIdleConnections(t *testing.T) {
	closed := false
	client := &http.Client{Transport: &oss403.Transport{Base: closer{closed: &closed}}}
	client.CloseIdleConnections()
	assert.True(t, closed)
	(&oss403.Transport{Base: roundTrip(nil)}).CloseIdleConnections()
}
