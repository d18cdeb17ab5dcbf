package oss403

import (
	"net/http"

	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/ram"
	"github.com/oss403/oss403/internal/request"
)

// view is an error with its evidence, as diagnoses look at it.
type view struct {
	*Error
	ev *evidence        // never nil
	r  *request.Request // nil: not known
}

func (e *Error) view() view {
	if e == nil {
		e = &noAnswer
	}
	if e.evidence == nil {
		return view{e, &noEvidence, nil}
	}
	ev := e.evidence()
	return view{e, ev, ev.request}
}

// What is read where there is none.
var (
	noAnswer   Error
	noDenial   Denial
	noClock    Clock
	noEvidence = evidence{headers: &noHeaders}
)

func (v view) is(k Kind) bool { return v.Kind == k }

func (v view) denial() *Denial {
	if v.Denial == nil {
		return &noDenial
	}
	return v.Denial
}

func (v view) clock() *Clock {
	if v.Clock == nil {
		return &noClock
	}
	return v.Clock
}

func headerOf(r *request.Request, name string) string {
	if r == nil {
		return ""
	}
	return r.Header.Get(name)
}

func methodOf(r *request.Request) string {
	if r == nil {
		return ""
	}
	return r.Method
}

// method returns the method of the request, also by the operation that the client named; "" where neither
// is known.
func (v view) method() string {
	if v.r == nil || v.r.Method == "" {
		_, method := ram.Operation(v.Op)
		return method
	}
	return v.r.Method
}

// writes says that the request is known to be one that does not read.
func (v view) writes() bool {
	switch v.method() {
	case "", http.MethodGet, http.MethodHead, http.MethodOptions:
		return false
	}
	return true
}

func reads(r *request.Request) bool { return r.Method == "GET" || r.Method == "HEAD" }

// keySent returns the AccessKey ID that a request was signed with, masked.
func keySent(r *request.Request) string {
	if r == nil {
		return ""
	}
	return gate.ID(r.Signature.KeyID)
}
