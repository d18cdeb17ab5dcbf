package oss403test

import (
	"bytes"
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"github.com/oss403/oss403"
)

// Server is a server on the loopback interface that is OSS as far as a client can tell. Its URL
// serves as the endpoint of a client, and so does the one that TLSURL returns.
type Server struct {
	*httptest.Server
}

// NewServer starts a server. It answers the requests that a [Rule] applies to as that rule says,
// and all others from objects that it keeps in memory. tb's Cleanup closes it, and fails the test
// for each rule that was never hit, unless it is [Rule.Optional].
//
// Buckets are there when they are first named, in the region of the host that they are named with,
// and stand in the path or in the host. As OSS does, the server refuses a bucket in the path of a
// host of OSS. Every signature is good, and so is none, unless there are [Credentials].
//
// srv.Client() connects to the server whatever the host, with and without TLS, so that a client
// with that HTTP client can keep the endpoint that it has in production. For clients that want no
// HTTP client the server is a proxy: with HTTP_PROXY and HTTPS_PROXY set to its URL, all requests
// go to it. It never sends one itself.
//
// It has these operations: ListBuckets; PutBucket, DeleteBucket, HeadBucket, GetBucketInfo,
// GetBucketLocation, GetBucketStat, ACL and tags of a bucket, and that it has no other
// configuration; ListObjects, ListObjectsV2, ListObjectVersions; PutObject, PostObject,
// AppendObject, CopyObject, GetObject, HeadObject, GetObjectMeta, DeleteObject,
// DeleteMultipleObjects, ACL and tags of an object, PutSymlink, GetSymlink, RestoreObject,
// CleanRestoredObject; multipart uploads with UploadPartCopy, ListParts and ListMultipartUploads.
// Parts may be of any size, and there is but one version of an object. Anything else gets OSS's
// 400 NotImplemented. Of the configuration only the ACL has an effect, and only with Credentials.
func NewServer(tb testing.TB, options ...ServerOption) *Server {
	tb.Helper()
	h := newHandler(options)
	if len(h.credentials) > 0 {
		h.observers = append(h.observers, func(r *http.Request, e *oss403.Error) {
			tb.Logf("oss403test: %s %s:\n%s", r.Method, r.URL.EscapedPath(), e.Report(oss403.English))
		})
	}
	srv := httptest.NewUnstartedServer(h)
	l := listen(srv.Listener)
	h.listener = l
	srv.Listener = l
	srv.Start()
	addr := l.Addr().String()
	srv.Client().Transport = &http.Transport{
		DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, network, addr)
		},
		TLSClientConfig: clientTLS(),
	}
	tb.Cleanup(func() {
		tb.Helper()
		srv.Close()
		for _, line := range h.rules.unused() {
			tb.Errorf("oss403test: %s", line)
		}
	})
	return &Server{srv}
}

// TLSURL is the server's URL with https. Its certificate is signed by the authority in [Server.CertPool].
func (s *Server) TLSURL() string { return "https://" + s.Listener.Addr().String() }

// CertPool returns what a client with an HTTP client of its own has to trust. It is good for every server of
// this process, and for any host.
func (s *Server) CertPool() *x509.CertPool { return clientTLS().RootCAs }

// Serve answers the requests that come to l as a server of [NewServer] does, until ctx is done; it
// closes l. Requests that are under way then have two seconds to end. It is for programs that are
// no Go tests, and returns nil, or what went wrong with l.
func Serve(ctx context.Context, l net.Listener, options ...ServerOption) error {
	h := newHandler(options)
	tl := listen(l)
	h.listener = tl
	srv := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // also where l fails
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		wait, end := context.WithTimeout(context.Background(), 2*time.Second)
		defer end()
		if srv.Shutdown(wait) != nil {
			_ = srv.Close() // it has been asked nicely
		}
	}()
	if err := srv.Serve(tl); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-stopped
	return nil
}

// ServerOption is what [NewServer] and [Serve] take: a [Rule], [Credentials], [Now], [BucketAt],
// [Domain], [Observe] or [Middleware].
type ServerOption interface{ apply(*handler) }

type optionFunc func(*handler)

func (f optionFunc) apply(h *handler) { f(h) }

// Now sets the server's clock: that of [Rule.After], of when objects were changed and restored, of
// how old a signature is, and of all times in answers. It is called from several goroutines.
// Without it the server's clock is the machine's.
func Now(clock func() time.Time) ServerOption {
	return optionFunc(func(h *handler) { h.clock = clock })
}

// BucketAt says in which region a bucket is, by the endpoint of that region, as in
// oss-cn-beijing.aliyuncs.com. The bucket gets OSS's EndpointMismatch at all others. It makes no
// difference to requests that name no host of OSS.
func BucketAt(bucket, endpoint string) ServerOption {
	return optionFunc(func(h *handler) { h.regions[bucket] = regionOf(endpoint) })
}

// Domain says that a host is a domain name that is mapped to a bucket (a CNAME). A host that is
// neither one of OSS nor mapped is read as one of a bucket by its first label.
func Domain(host, bucket string) ServerOption {
	return optionFunc(func(h *handler) { h.domains[host] = bucket })
}

// Observe has f called for each 403 that the server sends, with the request and the error that a client makes
// of it, after the answer, and from several goroutines.
func Observe(f func(*http.Request, *oss403.Error)) ServerOption {
	return optionFunc(func(h *handler) { h.observers = append(h.observers, f) })
}

// Middleware puts a handler in front of the server's own, which it gets as next.
func Middleware(wrap func(next http.Handler) http.Handler) ServerOption {
	return optionFunc(func(h *handler) { h.middleware = append(h.middleware, wrap) })
}

// handler is the server: rules in front of a judge in front of a store.
type handler struct {
	rules       *rules
	store       *store
	clock       func() time.Time // nil: the machine's
	regions     map[string]string
	domains     map[string]string
	credentials []*Credential // none: every request is good
	observers   []func(*http.Request, *oss403.Error)
	middleware  []func(http.Handler) http.Handler
	front       http.Handler // the middleware, and answer behind it
	listener    *listener
	count       atomic.Uint32
}

func newHandler(options []ServerOption) *handler {
	h := &handler{rules: &rules{}, regions: map[string]string{}, domains: map[string]string{}}
	for _, o := range options {
		o.apply(h)
	}
	h.store = newStore()
	h.store.judgeForm = h.judgeForm
	h.front = http.HandlerFunc(h.answer)
	for i := len(h.middleware) - 1; i >= 0; i-- {
		h.front = h.middleware[i](h.front)
	}
	return h
}

func (h *handler) now() time.Time {
	if h.clock != nil {
		return h.clock()
	}
	return time.Now()
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodConnect {
		h.listener.tunnel(w)
		return
	}
	h.front.ServeHTTP(w, r)
}

// answer is the server behind its middleware.
func (h *handler) answer(w http.ResponseWriter, r *http.Request) {
	in := readRequest(r, h.domains)
	in.id, in.now = requestID(h.count.Add(1)), h.now().UTC()
	do := h.rules.next(in)
	if do.delay > 0 {
		// That a client is gone shows only behind its body.
		data, err := io.ReadAll(r.Body)
		if err != nil || do.wait(r.Context()) != nil {
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(data))
	}
	if do.cut >= 0 {
		w = &cutWriter{ResponseWriter: w, left: do.cut}
	}
	if do.finishRestore {
		h.store.finishRestore(in)
	}
	if do.answer != nil {
		// A client that still sends may not see the answer.
		_, _ = io.Copy(io.Discard, r.Body)
		do.answer.serve(w, in)
		h.report(in, do.answer)
		return
	}
	err := h.store.serve(w, in, h.refuse(in))
	if d, ok := err.(*denied); ok {
		h.report(in, d.answer)
	}
}

// refuse says why OSS refuses a request before it looks at what is asked.
func (h *handler) refuse(in *incoming) error {
	if in.pathStyleRefused() {
		return in.deny(oss403.KindVirtualHostedStyleRequired, ec("0003-00001401"))
	}
	if region := h.regionOf(in.bucket); region != "" && in.isOSSHost() && region != in.region {
		return in.deny(oss403.KindEndpointMismatch, Endpoint("oss-"+region+".aliyuncs.com"))
	}
	if len(h.credentials) == 0 {
		return nil
	}
	return h.judge(in)
}

// regionOf is where a bucket is, "" if it is anywhere.
func (h *handler) regionOf(name string) string {
	if region := h.regions[name]; region != "" || len(h.credentials) == 0 {
		return region
	}
	h.store.mu.Lock()
	defer h.store.mu.Unlock()
	if b := h.store.buckets[name]; b != nil && b.placed {
		return b.region
	}
	return ""
}

// report tells of a 403 as a client sees it that knows its request.
func (h *handler) report(in *incoming, a *answer) {
	if len(h.observers) == 0 || a.status != http.StatusForbidden {
		return
	}
	r := in.r.Clone(context.Background())
	r.URL.Host, r.URL.Scheme = r.Host, "http"
	e, ok := oss403.FromResponse(a.response(r, in))
	if !ok {
		return
	}
	for _, observe := range h.observers {
		observe(in.r, e)
	}
}

// requestID is the n-th of a server or transport.
func requestID(n uint32) string { return fmt.Sprintf("%s%08X", fixedID[:16], n) }

// cutWriter breaks an answer's body off.
type cutWriter struct {
	http.ResponseWriter
	left int
}

func (w *cutWriter) Write(p []byte) (int, error) {
	if len(p) <= w.left {
		w.left -= len(p)
		return w.ResponseWriter.Write(p)
	}
	_, _ = w.ResponseWriter.Write(p[:w.left])
	_ = http.NewResponseController(w.ResponseWriter).Flush()
	panic(http.ErrAbortHandler) // net/http closes the connection
}
