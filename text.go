package oss403

import (
	"cmp"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/document"
	"github.com/oss403/oss403/internal/logtext"
)

// ParseText reads the first 403 of OSS in a text: the text of an SDK's error or of our own, an
// [Error.Report], an answer as curl prints it, XML, headers, or any of them inside a log line or several. The
// text may be escaped as in JSON or SQL, quoted, or behind prefixes of a log. All that the text says of the
// error counts, and what it says of the request too. At most 1 MiB is looked at.
//
// false means that the text holds none. A message that other stores send as well, or the mere words OSS and
// 403, are no proof, unless the caller says with [AssumeOSS] that the text is about OSS; nor is an error of
// OSS with another status a 403. A text holds less than the error that it came from: use [From] where you
// have the error.
func ParseText(s string, options ...TextOption) (*Error, bool) {
	o := textOptionsOf(options)
	if len(s) > maxText {
		s = strings.Clone(s[:maxText])
	}
	r := textReader()
	t := r.Text(s, o.assume)
	records := recordReader{options: o, misses: true}
	for {
		rec, ok := t.Next()
		if !ok {
			break
		}
		if e, ok := records.next(t, &rec); ok {
			return records.told(t, rec, e), true
		}
		t.NotFound(rec)
	}
	return o.whole(r, s)
}

// whole reads a text in which no place looks like an error, for a caller who says that it tells of one.
func (o textOptions) whole(r *logtext.Reader, s string) (*Error, bool) {
	if !o.assume {
		return nil, false
	}
	if e, ok := o.read(r, r.Whole(s)); ok {
		return e, true
	}
	if e, ok := errorOfPart(s); ok {
		return e, true
	}
	return errorOfKind(s)
}

// told looks behind a record whose error says little for one that says more of it: of the same request, as where a
// program logs the headers of an answer and then its body; of the same kind, where only a message was quoted; or the
// same error again, with its request ID.
func (r *recordReader) told(t *logtext.Text, rec logtext.Record, e *Error) *Error {
	if e.RequestID != "" && isRich(e) {
		return e
	}
	quoted := e.RequestID == "" && e.Code == "" && e.HostID == "" && e.EC == ""
	t.Found(rec)
	first := rec
	for range maxWaiting {
		rec, ok := t.Next()
		if !ok || rec.Start-first.End > maxWait {
			break
		}
		more, ok := r.next(t, &rec)
		switch {
		case !ok:
			t.NotFound(rec)
			continue
		case e.RequestID != "" && more.RequestID == e.RequestID && isRich(more),
			quoted && more.RequestID != "" && more.Kind == e.Kind,
			e.RequestID == "" && rec.Start-first.Start < maxRetold && !rec.IsLogged() && more.retells(e):
			return more.completedBy(e)
		case e.RequestID == "" && !quoted:
			return e
		}
		t.Found(rec)
	}
	return e
}

// retells says whether two errors that stand near each other are one, told twice, of which only one has the
// request ID: a client prints what it read of an answer, and sums it up.
func (e *Error) retells(other *Error) bool {
	return (e.RequestID == "") != (other.RequestID == "") && e.Message != "" && e.Message == other.Message && e.Kind == other.Kind && e.Code == other.Code
}

// completedBy adds what another part of a text said of the same answer.
func (e *Error) completedBy(other *Error) *Error {
	e.EC = cmp.Or(e.EC, other.EC)
	e.HostID, e.Op = cmp.Or(e.HostID, other.HostID), cmp.Or(e.Op, other.Op)
	e.Bucket, e.Object = cmp.Or(e.Bucket, other.Bucket), cmp.Or(e.Object, other.Object)
	return e
}

// errorOfPart reads a part of a message, for one who knows that the text is about OSS.
func errorOfPart(s string) (*Error, bool) {
	for _, part := range strings.FieldsFunc(s[:min(len(s), maxFact)], func(r rune) bool { return strings.ContainsRune(":;,\"<>()[]|\r\n", r) }) {
		if k := kindOfPart(part); k != "" {
			return assumed(&answer{kind: k, Error: document.Error{Elements: document.Elements{Message: chars.OneLine(strings.Trim(part, " '`"))}}}, BasisPart)
		}
	}
	return nil, false
}

// assumed makes an error of what somebody says is about OSS.
func assumed(a *answer, basis Basis) (*Error, bool) {
	a.source, a.status, a.Broken = sourceSDK, http.StatusForbidden, true
	e, ok := decode(a, nil, nil)
	if ok {
		e.Basis = basis
	}
	return e, ok
}

// errorOfKind reads the name of a kind, for one who knows that the text is about OSS.
func errorOfKind(s string) (*Error, bool) {
	if strings.Contains(s, "(kind=") { // a line of ours that was not believed
		return nil, false
	}
	for _, word := range strings.FieldsFunc(s[:min(len(s), maxFact)], func(r rune) bool { return r >= utf8.RuneSelf || !chars.IsAlnum(string(r)) }) {
		if k := Kind(word); k.facts() != nil && k != KindUnknown {
			return assumed(&answer{kind: k}, BasisKind)
		}
	}
	return nil, false
}

const maxText = 1 << 20 // how much of a text is looked at

// TextOption changes what [ParseText] and [ScanText] take for a 403 of OSS; nil changes nothing.
type TextOption func(*textOptions)

// AssumeOSS says that the caller knows the text to be about a 403 of OSS. Then what other stores send as well
// counts too: a code or a message that they share, an EC, a kind's name, the beginning of a message, or a
// mere 403. [Error].Basis tells which of them chose the kind. A text that names another store still holds no
// 403 of OSS.
func AssumeOSS() TextOption { return func(o *textOptions) { o.assume = true } }

func textOptionsOf(options []TextOption) textOptions {
	if len(options) == 0 {
		return textOptions{}
	}
	var o textOptions // in memory of its own, since an option gets its address
	for _, option := range options {
		if option != nil {
			option(&o)
		}
	}
	return o
}
