package oss403test

import (
	"errors"
	"io"
	"net/http"
	"sync/atomic"
	"time"
)

// Transport returns an [http.RoundTripper] that answers the requests that a rule applies to as that
// rule says, and sends all others through next; nil stands for http.DefaultTransport. Bucket and
// key are those of the URL, or of the request's Host. The clock of its rules is the machine's.
//
// Nothing is sent for a request that a rule answers, and its body is closed unread. A rule that
// was never hit goes unnoticed: a transport does not know when the test is over.
func Transport(next http.RoundTripper, list ...*Rule) http.RoundTripper {
	if next == nil {
		next = http.DefaultTransport
	}
	t := &transport{next: next, rules: &rules{}}
	for _, r := range list {
		t.rules.add(r)
	}
	return t
}

type transport struct {
	next  http.RoundTripper
	rules *rules
	count atomic.Uint32
}

func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	in := readRequest(req, nil)
	in.id, in.now = requestID(t.count.Add(1)), time.Now().UTC()
	do := t.rules.next(in)
	if err := do.wait(req.Context()); err != nil {
		closeBody(req)
		return nil, err
	}
	var resp *http.Response
	if do.answer == nil {
		var err error
		if resp, err = t.next.RoundTrip(req); err != nil {
			return nil, err
		}
	} else {
		closeBody(req) // the answer does not depend on it
		if err := req.Context().Err(); err != nil {
			return nil, err
		}
		resp = do.answer.response(req, in)
	}
	if do.cut >= 0 {
		resp.Body = &cutBody{resp.Body, do.cut}
	}
	return resp, nil
}

func closeBody(req *http.Request) {
	if req.Body != nil {
		_ = req.Body.Close() // nobody reads it
	}
}

// CloseIdleConnections closes those of next, so that http.Client's method of this name works.
func (t *transport) CloseIdleConnections() {
	if c, ok := t.next.(interface{ CloseIdleConnections() }); ok {
		c.CloseIdleConnections()
	}
}

// cutBody is a body that breaks off.
type cutBody struct {
	io.ReadCloser
	left int
}

func (b *cutBody) Read(p []byte) (int, error) {
	if len(p) > b.left+1 {
		p = p[:b.left+1] // one more, to see whether there is more
	}
	n, err := b.ReadCloser.Read(p)
	if n > b.left {
		n, err = b.left, io.ErrUnexpectedEOF
	}
	b.left -= n
	if b.left == 0 && errors.Is(err, io.ErrUnexpectedEOF) {
		return n, io.ErrUnexpectedEOF
	}
	return n, err
}
