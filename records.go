package oss403

import (
	"strings"

	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/logtext"
)

// recordReader reads the records of a text, and remembers what they said: a log says the same again and again.
type recordReader struct {
	options textOptions
	misses  bool              // it remembers only those that hold no error
	forgets bool              // it remembers nothing, for a test that compares
	known   map[string]*Error // by [logtext.Record.Key]; nil: no error
	key     []byte
}

const maxKnown = 1024 // records that are remembered

// next reads a record, with the one behind it where it says no more than 403 and that one says why.
func (r *recordReader) next(t *logtext.Text, rec *logtext.Record) (*Error, bool) {
	e, ok := r.read(t, rec)
	if !ok || isRich(e) || e.Code != "" || e.Message != "" || e.EC != "" {
		return e, ok
	}
	if more, ok := t.Extended(*rec); ok {
		if better, ok := r.read(t, &more); ok && (better.Code != "" || better.Message != "" || better.EC != "") && (e.RequestID == "" || better.RequestID == e.RequestID) {
			*rec = more
			return better, true
		}
	}
	return e, true
}

// isRich says whether an error says why, in OSS's words.
func isRich(e *Error) bool {
	return e.Kind != KindUnknown && e.Kind != KindIntermediary && (e.Code != "" || e.Message != "")
}

// read reads a record, or remembers what one that was like it said.
func (r *recordReader) read(t *logtext.Text, rec *logtext.Record) (*Error, bool) {
	id, like := "", false
	if !r.misses || len(r.known) > 0 {
		if id, like = r.keyOf(rec); like {
			if e, known := r.known[string(r.key)]; known {
				if e == nil {
					return nil, false
				}
				return e.withRequestID(id), true
			}
		}
	}
	if t.Narrow(rec) { // what is known of a record is known of those alike, of one error as well
		return r.read(t, rec)
	}
	e, ok := r.options.read(t.Reader(), *rec)
	if r.misses && !ok && len(r.known) == 0 {
		_, like = r.keyOf(rec)
	}
	if like && (!ok || !r.misses && e.isLike(id)) {
		if r.known == nil {
			r.known = map[string]*Error{}
		}
		if len(r.known) >= maxKnown {
			clear(r.known)
		}
		var kept *Error
		if ok {
			kept = e.withRequestID(id) // e is the caller's
		}
		r.known[string(r.key)] = kept
	}
	return e, ok
}

// keyOf puts into r.key by what a record is remembered. false means that it is not.
func (r *recordReader) keyOf(rec *logtext.Record) (id string, ok bool) {
	if r.forgets {
		return "", false
	}
	r.key, id, ok = rec.Key(r.key[:0])
	return id, ok
}

// isLike says whether an error differs from those of records with the same key, but another request ID, in
// nothing but this ID, and shares no memory with them.
func (e *Error) isLike(id string) bool {
	ev := e.evidence()
	if ev.request != nil || e.Signature != nil || e.Denial != nil || e.RequestID != id {
		return false
	}
	if id == "" {
		return true
	}
	if ev.raw != "" || *ev.headers != noHeaders || ev.isPage {
		return false
	}
	for _, s := range [...]string{e.Message, e.HostID, e.Op, e.Bucket, e.Object, e.BucketEndpoint, e.EC, e.RecommendDoc, string(e.Code), ev.otherEndpoint} {
		if strings.Contains(s, id) || strings.Contains(s, gate.Hidden) { // it may be what is hidden
			return false
		}
	}
	return true
}

// withRequestID returns e as the answer with another request ID would have it. They share no memory that anybody
// can write to.
func (e *Error) withRequestID(id string) *Error {
	c := *e
	c.RequestID = strings.Clone(id)
	if c.Clock != nil {
		clock := *c.Clock
		c.Clock = &clock
	}
	return &c
}

// read decides what a record of a text is.
func (o textOptions) read(r *logtext.Reader, rec logtext.Record) (*Error, bool) {
	ev := r.Read(rec)
	if ev.OwnJSON != "" {
		return ownError(ev.OwnJSON)
	}
	if ev.OwnReport != "" {
		return ownReport(ev.OwnReport)
	}
	if ev.OwnDetail != "" {
		if e, ok := ownDetail(ev.Own, ev.OwnDetail); ok {
			return e, true
		}
	}
	var a answer
	a.readText(&ev, o)
	return decode(&a, nil, nil)
}
