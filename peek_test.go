package oss403_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTransportWaitsForNoBody: a body that stalls does not hold the answer back, and its client gets
// all of it.
func TestTransportWaitsForNoBody(t *testing.T) {
	for _, sent := range []int{0, 40} {
		arrived := make(chan struct{})
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Server", "AliyunOSS")
			w.Header().Set("X-Oss-Request-Id", requestID)
			w.Header().Set("Content-Length", fmt.Sprint(len(denied)))
			w.WriteHeader(http.StatusForbidden)
			_, _ = io.WriteString(w, denied[:sent])
			w.(http.Flusher).Flush()
			<-arrived // Do has returned, or never does
			_, _ = io.WriteString(w, denied[sent:])
		}))
		var seen *oss403.Error
		tr := &oss403.Transport{}
		tr.Observe = func(_ *http.Request, e *oss403.Error) { seen = e }
		client := &http.Client{Transport: tr}
		resp, err := client.Get(s.URL)
		require.NoError(t, err)
		close(arrived)
		require.NotNil(t, seen, "the header is enough to see whose it is")
		assert.Equal(t, requestID, seen.RequestID)
		assert.NotEqual(t, oss403.KindBucketPolicyDenied, seen.Kind, "the message has not come")
		body, err := io.ReadAll(resp.Body)
		require.NoError(t, err)
		assert.Equal(t, denied, string(body))
		e, ok := tr.From(oss.ServiceError{StatusCode: 403, Code: "AccessDenied", RequestID: requestID})
		require.True(t, ok)
		assert.Equal(t, oss403.KindBucketPolicyDenied, e.Kind, "what came later is known too")
		require.NoError(t, resp.Body.Close())
		s.Close()
	}
}

// TestTransportBodyThatIsClosed: closing a body that stalls ends what reads ahead.
func TestTransportBodyThatIsClosed(t *testing.T) {
	gone := make(chan struct{})
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Oss-Request-Id", requestID)
		w.WriteHeader(http.StatusForbidden)
		w.(http.Flusher).Flush()
		<-r.Context().Done()
		close(gone)
	}))
	defer s.Close()
	resp, err := (&http.Client{Transport: &oss403.Transport{}}).Get(s.URL)
	require.NoError(t, err)
	require.NoError(t, resp.Body.Close())
	<-gone
	_, err = io.ReadAll(resp.Body)
	assert.Error(t, err)
}

type panickyBody struct{}

func (panickyBody) Read([]byte) (int, error) { panic("the body") }
func (panickyBody) Close() error             { return nil }

// TestTransportBodyThatPanics: where its client reads, as without a Transport.
func TestTransportBodyThatPanics(t *testing.T) {
	tr := &oss403.Transport{Base: roundTrip(func(r *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 403, Header: http.Header{"X-Oss-Request-Id": {requestID}}, Body: panickyBody{}, Request: r}, nil
	})}
	resp, err := tr.RoundTrip(httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil))
	require.NoError(t, err)
	assert.PanicsWithValue(t, "the body", func() { _, _ = io.ReadAll(resp.Body) })
}

// TestTransportLongBody: what is longer than what is looked at comes whole.
func TestTransportLongBody(t *testing.T) {
	long := strings.Repeat("0123456789", 30<<10)
	tr := &oss403.Transport{Base: answerWith(403, http.Header{"X-Oss-Request-Id": {requestID}}, long)}
	resp, err := tr.RoundTrip(httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil))
	require.NoError(t, err)
	got, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	assert.Equal(t, long, string(got))
}

// slowBody gives a byte a read, the first when it may, and goes on after Close.
type slowBody struct {
	may   chan struct{}
	reads chan struct{}
}

func (b slowBody) Read(into []byte) (int, error) {
	<-b.may
	select {
	case b.reads <- struct{}{}:
	default:
	}
	return copy(into, "x"), nil
}

func (slowBody) Close() error { return nil }

// TestTransportBodyThatGoesOn: nobody reads ahead in a body that its client has closed.
func TestTransportBodyThatGoesOn(t *testing.T) {
	b := slowBody{make(chan struct{}), make(chan struct{}, 100)}
	tr := &oss403.Transport{Base: roundTrip(func(r *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 403, Header: http.Header{"X-Oss-Request-Id": {requestID}}, Body: b, Request: r}, nil
	})}
	resp, err := tr.RoundTrip(httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil))
	require.NoError(t, err)
	n, err := resp.Body.Read(nil) // waits for nothing
	require.NoError(t, err)
	require.Zero(t, n)
	require.NoError(t, resp.Body.Close())
	close(b.may)
	got := make([]byte, 1) // waits for what was being read
	_, err = resp.Body.Read(got)
	require.NoError(t, err)
	<-b.reads
	// The one that Close met is the only one: had reading ahead gone on, it would have filled the rest by itself.
	require.Never(t, func() bool { return len(b.reads) > 0 }, 50*time.Millisecond, 5*time.Millisecond)
}

// lateBody gives its text, and its end, when it may.
type lateBody struct {
	may, ended chan struct{}
	text       io.Reader
}

func (b lateBody) Read(into []byte) (int, error) {
	<-b.may
	n, err := b.text.Read(into)
	if err != nil {
		close(b.ended)
	}
	return n, err
}

func (lateBody) Close() error { return nil }

// TestTransportBodyThatEndsMeanwhile: a body that is whole by the time that Observe has returned is known.
func TestTransportBodyThatEndsMeanwhile(t *testing.T) {
	b := lateBody{make(chan struct{}), make(chan struct{}), strings.NewReader(denied)}
	tr := &oss403.Transport{Base: roundTrip(func(r *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 403, Header: http.Header{"X-Oss-Request-Id": {requestID}}, Body: b, Request: r}, nil
	})}
	tr.Observe = func(_ *http.Request, e *oss403.Error) {
		assert.Equal(t, oss403.KindUnknown, e.Kind)
		close(b.may)
		<-b.ended
		runtime.Gosched()
	}
	resp, err := tr.RoundTrip(httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil))
	require.NoError(t, err)
	got, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	assert.Equal(t, denied, string(got))
	e, ok := tr.From(oss.ServiceError{StatusCode: 403, Code: "AccessDenied", RequestID: requestID})
	require.True(t, ok)
	assert.Equal(t, oss403.KindBucketPolicyDenied, e.Kind)
}

// TestTransportRequestThatIsUsedAgain: what its client does to a request when it has the answer changes nothing.
func TestTransportRequestThatIsUsedAgain(t *testing.T) {
	b := lateBody{make(chan struct{}), make(chan struct{}), strings.NewReader("<Error><Code>AccessDenied</Code><Message>You are denied by bucket referer policy.</Message><RequestId>" + requestID + "</RequestId></Error>")}
	tr := &oss403.Transport{Base: roundTrip(func(r *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 403, Header: http.Header{"X-Oss-Request-Id": {requestID}}, Body: b, Request: r}, nil
	})}
	req := httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil)
	req.Header.Set("Referer", "https://www.example.com/page")
	resp, err := tr.RoundTrip(req)
	require.NoError(t, err)
	req.Header.Set("Referer", "https://other.example.com/")
	close(b.may)
	_, err = io.ReadAll(resp.Body)
	require.NoError(t, err)
	e, ok := tr.From(oss.ServiceError{StatusCode: 403, Code: "AccessDenied", RequestID: requestID})
	require.True(t, ok)
	assert.Contains(t, e.Report(oss403.English), "https://www.example.com/page")
}
