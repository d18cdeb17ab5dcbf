package oss403

import (
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/document"
	"github.com/oss403/oss403/internal/request"
	"github.com/oss403/oss403/internal/signing"
)

// Transport is an [http.RoundTripper] that looks at each 403 on its way to a client. It never turns an answer
// into an error, sends nothing of its own, and leaves answers as they are, byte for byte, except for those to
// HEAD if FillHEAD is set.
//
// It remembers the last few hundred 403s by their request ID, masked, so that [Transport.From] and
// [Transport.Wrap] know the request behind a client's error. It keeps nothing of other answers. The zero
// value is ready to use, by any number of goroutines at once. It must not be copied after its first use.
type Transport struct {
	// Base sends the requests; nil stands for http.DefaultTransport.
	Base http.RoundTripper

	// Observe, if not nil, is called with each 403 of OSS or of something in front of it, before
	// the client sees the answer: synchronously, and concurrently for concurrent requests. It
	// must not change the request, nor keep it.
	Observe func(*http.Request, *Error)

	// FillHEAD gives the answer to a HEAD request the XML of its x-oss-err header as body, for
	// clients that ignore the header: minio-go, aws-sdk-go, SDK v1 before v2.2.7. Some of them
	// retry what they then understand.
	FillHEAD bool

	mu     sync.Mutex
	seen   map[string]*Error // by request ID
	oldest []string          // the keys of seen, a ring
	next   int
}

// maxSeen is how many 403s a Transport remembers.
const maxSeen = 256

// RoundTrip sends req through Base. Of a 403 it looks at what arrives of the body within a fifth of a second,
// which is all of it unless the server or a proxy stalls; it holds no answer back for longer. If it stalls,
// Observe is told what is known by then, and From and Wrap know the rest as soon as the client has read it.
func (t *Transport) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base().RoundTrip(req)
	if t == nil || err != nil || resp == nil || resp.StatusCode != http.StatusForbidden {
		return resp, err
	}
	sent := req
	if resp.Request != nil && resp.Request.URL != nil {
		sent = resp.Request // as Base sent it: it may sign
	}
	p := peekSoon(resp)
	body, whole := p.soFar()
	if !whole {
		header, late := resp.Header.Clone(), request.Read(sent) // for the client may change them
		late.Header = late.Header.Clone()
		defer p.whenWhole(func(body string) {
			if e, ok := readResponse(header, late, body); ok {
				t.remember(e)
			}
		})
	}
	if e, ok := readResponse(resp.Header, request.Read(sent), body); ok {
		t.remember(e)
		if t.Observe != nil {
			t.Observe(req, e)
		}
		if t.FillHEAD && req.Method == http.MethodHead {
			fillHEAD(resp)
		}
	}
	return resp, nil
}

func (t *Transport) base() http.RoundTripper {
	if t == nil || t.Base == nil {
		return http.DefaultTransport
	}
	return t.Base
}

// CloseIdleConnections closes the idle connections of Base: http.Client has a method of this name that calls
// it.
func (t *Transport) CloseIdleConnections() {
	if c, ok := t.base().(interface{ CloseIdleConnections() }); ok {
		c.CloseIdleConnections()
	}
}

// From is the package's From, completed with what t saw under that request ID: the method, bucket and object
// of the request, what a client lost of the answer, and what the request proves. false means that err holds
// no 403 of OSS. t may be nil, here and in Wrap.
func (t *Transport) From(err error) (*Error, bool) {
	e, ok := From(err)
	if !ok {
		return nil, false
	}
	return t.complete(e), true
}

// Wrap is the package's Wrap, completed as From is. An *Error that is in err's tree already stays
// as it is.
func (t *Transport) Wrap(err error) error {
	return wrap(err, t)
}

// WrapValueWith is [WrapValue] with a Transport, which may be nil:
//
//	result, err := client.GetObject(ctx, request)
//	result, err = oss403.WrapValueWith(transport, result, err)
func WrapValueWith[T any](t *Transport, v T, err error) (T, error) {
	return v, t.Wrap(err)
}

// complete returns what t saw instead of e, with e's chain. What was seen on the wire is never less than what
// a client made of it.
func (t *Transport) complete(e *Error) *Error {
	if t == nil || e.evidence == nil {
		return e
	}
	t.mu.Lock()
	seen := t.seen[e.RequestID]
	t.mu.Unlock()
	if r := e.evidence().request; seen == nil || r != nil && !r.NoHeaders && len(e.evidence().raw) > 0 {
		return e // it is as complete
	}
	c := *seen
	c.Op = e.Op
	if c.Op == "" {
		c.Op = seen.Op
	}
	ev, was := *seen.evidence(), e.evidence()
	ev.raw, ev.top, ev.node, ev.hidden, ev.wrapped = was.raw, was.top, was.node, was.hidden, was.wrapped
	ev.secrets.Join(&was.secrets)
	c.evidence = func() *evidence { return &ev }
	// The raw values, which t does not keep, are the client's, if it kept them.
	// What t does keep is its own.
	c.Denial = firstOf(e.Denial, c.Denial)
	c.Signature = firstOf(e.Signature, c.Signature)
	c.Clock = firstOf(nil, c.Clock)
	return &c
}

// firstOf returns own, else a copy of the other.
func firstOf[T any](own, other *T) *T {
	if own != nil || other == nil {
		return own
	}
	c := *other
	return &c
}

// remember keeps what may be kept of e.
func (t *Transport) remember(e *Error) {
	if e.RequestID == "" {
		return
	}
	c := e.toKeep()

	t.mu.Lock()
	defer t.mu.Unlock()
	if t.seen == nil {
		t.seen = make(map[string]*Error)
	}
	if _, again := t.seen[c.RequestID]; !again {
		if len(t.oldest) < maxSeen {
			t.oldest = append(t.oldest, c.RequestID)
		} else {
			delete(t.seen, t.oldest[t.next])
			t.oldest[t.next] = c.RequestID
			t.next = (t.next + 1) % maxSeen
		}
	}
	t.seen[c.RequestID] = c
}

// toKeep copies e without its secrets and without the body: no string of the copy is part of it.
func (e *Error) toKeep() *Error {
	was := e.evidence()
	ev := evidence{request: was.request.ToKeep(), needs: new(neededOnce), compared: was.compared.toKeep(), key: was.key, keyLength: was.keyLength, isDocument: was.isDocument, isPage: was.isPage,
		echoesToken: was.echoesToken, otherEndpoint: chars.Keep(was.otherEndpoint), secrets: was.secrets.Faint()}
	h := *was.headers
	ev.headers = &h
	c := *e
	c.evidence = func() *evidence { return &ev }
	list := []*string{
		(*string)(&c.Code), &c.Message, &c.EC, &c.RequestID, &c.HostID, &c.Op, &c.Bucket, &c.Object, &c.BucketEndpoint, &c.AccessKeyID, &c.RecommendDoc,
		&h.server, &h.via, &h.cdnHeader, &h.cdnAuth, &h.cdnError, &h.storageClass, &h.restore,
	}
	c.Clock = firstOf(nil, e.Clock)
	if c.Denial != nil {
		d := *c.Denial
		d.evidence = nil
		list = append(list, &d.PolicyType, &d.NoPermissionType, &d.Action, &d.PrincipalType, &d.PrincipalOwnerID, &d.PrincipalName)
		c.Denial = &d
	}
	if c.Signature != nil {
		s := *c.Signature
		s.stringToSign, s.signed = nil, nil
		list = append(list, &s.StringToSign, &s.CanonicalRequest)
		c.Signature = &s
	}
	for _, s := range list {
		*s = chars.Keep(*s)
	}
	return &c
}

// toKeep copies r, which holds no secrets.
func (r *comparison) toKeep() *comparison {
	if r == nil {
		return nil
	}
	c := &comparison{equal: r.equal, damage: r.damage, missing: chars.Keep(r.missing)}
	for _, p := range r.parts[:min(len(r.parts), request.MaxValues)] {
		c.parts = append(c.parts, signing.SignedPart{Name: chars.Keep(p.Name), Value: chars.Keep(p.Value)})
	}
	if r.change != nil {
		d := r.change.ToKeep()
		c.change = &d
	}
	for _, d := range r.suspects[:min(len(r.suspects), request.MaxValues)] {
		c.suspects = append(c.suspects, d.ToKeep())
	}
	return c
}

// fillHEAD puts the document of x-oss-err where clients look for it.
func fillHEAD(resp *http.Response) {
	doc := document.DecodeErrHeader(headerValue(resp.Header, "X-Oss-Err"))
	if len(doc) == 0 {
		return
	}
	if resp.Body != nil {
		_ = resp.Body.Close() // empty: it is the answer to a HEAD
	}
	resp.Body = io.NopCloser(strings.NewReader(doc))
	resp.ContentLength = int64(len(doc))
	resp.Header.Set("Content-Length", strconv.Itoa(len(doc)))
	if resp.Header.Get("Content-Type") == "" {
		resp.Header.Set("Content-Type", "application/xml")
	}
}
