package oss403test

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
)

// NewServer starts a server on the loopback interface that is OSS as far as a client can tell: it
// answers the requests that a rule applies to with that rule's 403, and all others from objects
// that it keeps in memory. tb's Cleanup closes it, and fails the test for each rule that was never
// hit, unless it is [Rule.Optional].
//
// The server's URL serves as the endpoint of a client. Buckets are there when they are first
// named, and stand in the path or in the host. Every signature is good, and so is none.
//
// srv.Client() connects to the server whatever the host, so that a client with that HTTP client
// can keep the endpoint it has in production. It does not speak TLS: the endpoint has to begin
// with http, not https.
//
// The server puts, gets (ranges too), heads, copies and deletes objects, one or several at a time,
// lists a bucket (ListObjects and ListObjectsV2), creates and deletes buckets, and takes multipart
// uploads. Anything else gets 501 NotImplemented. An object that is not there gets OSS's 404.
func NewServer(tb testing.TB, list ...*Rule) *httptest.Server {
	tb.Helper()
	rs := newRules(list)
	srv := httptest.NewServer(&handler{rules: rs, store: newStore()})
	addr := srv.Listener.Addr().String()
	srv.Client().Transport = &http.Transport{
		DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, network, addr)
		},
	}
	tb.Cleanup(func() {
		srv.Close()
		for _, line := range rs.unused() {
			tb.Errorf("oss403test: %s", line)
		}
	})
	return srv
}

// handler is the server: rules in front of a store.
type handler struct {
	rules *rules
	store *store
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	id, a := h.rules.next(r)
	if a == nil {
		h.store.serve(w, r, id)
		return
	}
	// A client that still sends may not see the answer.
	_, _ = io.Copy(io.Discard, r.Body)
	a.serve(w, r)
}

// Transport returns an [http.RoundTripper] that answers the requests that a rule applies to with
// that rule's 403, as [NewServer] does, and sends all others through next; nil stands for
// http.DefaultTransport. Bucket and key are those of the URL, or of the request's Host.
//
// Nothing is sent for a request that a rule answers, and its body is closed unread. A rule that
// was never hit goes unnoticed: a transport does not know when the test is over.
func Transport(next http.RoundTripper, list ...*Rule) http.RoundTripper {
	if next == nil {
		next = http.DefaultTransport
	}
	return &transport{next: next, rules: newRules(list)}
}

type transport struct {
	next  http.RoundTripper
	rules *rules
}

func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	_, a := t.rules.next(req)
	if a == nil {
		return t.next.RoundTrip(req)
	}
	if req.Body != nil {
		_ = req.Body.Close() // the answer does not depend on it
	}
	if err := req.Context().Err(); err != nil {
		return nil, err
	}
	return a.response(req), nil
}

// CloseIdleConnections closes those of next, so that http.Client's method of this name works.
func (t *transport) CloseIdleConnections() {
	if c, ok := t.next.(interface{ CloseIdleConnections() }); ok {
		c.CloseIdleConnections()
	}
}
