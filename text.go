package oss403

import (
	"cmp"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/document"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/logtext"
	"github.com/oss403/oss403/internal/request"
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

// errorOfKind reads the name of a kind, for one who knows that the text is about OSS.
func errorOfKind(s string) (*Error, bool) {
	for _, word := range strings.FieldsFunc(s[:min(len(s), maxFact)], func(r rune) bool { return r >= utf8.RuneSelf || !chars.IsAlnum(string(r)) }) {
		if k := Kind(word); k.facts() != nil && k != KindUnknown {
			e, ok := decode(&answer{kind: k, source: sourceSDK, status: http.StatusForbidden, Error: document.Error{Broken: true}}, nil, nil)
			if ok {
				e.Basis = BasisKind
			}
			return e, ok
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

// textReader is made when the first text is read.
var textReader = sync.OnceValue(func() *logtext.Reader {
	c := logtext.Catalog{Code: codeWord, Message: messageAt, Beginning: messageBeginning}
	for i := range codes {
		c.Codes = append(c.Codes, string(codes[i]))
	}
	for _, list := range [...][]pair{pairs[:], templates[:]} {
		for i := range list {
			c.Messages = append(c.Messages, list[i].message)
		}
	}
	for i := range kinds {
		c.Kinds = append(c.Kinds, string(kinds[i].kind))
	}
	c.Kinds = append(c.Kinds, string(KindUnknown))
	for _, l := range languages {
		c.Reports = append(c.Reports, l.lang.say(reportHead))
		c.Findings = append(c.Findings, l.lang.say(findingsHead))
	}
	return logtext.New(c)
})

// codeWord returns the code that a word is.
func codeWord(word string) (code string, ok bool) {
	if len(word) < 5 || word[0] < 'A' || 'Z' < word[0] {
		return "", false
	}
	c, known := knownCode(word)
	return string(c), known
}

// messageAt says how much of s is a message of the catalog, with its full stop, and whether other
// stores send it too.
func messageAt(s string) (length int, shared bool) {
	list := pairsBeginning(s)
	for i := range list {
		p := &list[i]
		if n := p.matchPrefix(s); n > length {
			length, shared = n, p.shared
		} else if n == length && n > 0 {
			shared = shared && p.shared
		}
	}
	if length > 0 && strings.HasPrefix(s[length:], ".") {
		length++
	}
	return length, shared
}

// messageBeginning says how much of s is the begin of a message of the catalog: three words at least.
func messageBeginning(s string) int {
	longest := 0
	list := pairsBeginning(s)
	for i := range list {
		p := &list[i]
		if matchWords(s, p.before[:min(len(p.before), 8)]) < 0 { // most differ early
			continue
		}
		n := commonWords(s, p.before)
		if n == len(p.before) && p.name == "" || n < 16 || strings.Count(s[:n], " ") < 2 {
			continue
		}
		longest = max(longest, n)
	}
	return longest
}

// matchPrefix returns how much of s is the message, 0 for nothing. Final full stops do not count.
func (p *beginning) matchPrefix(s string) int {
	before, name, after := p.before, p.name, p.after
	if name == "" {
		before = trimStops(before)
	}
	n := matchWords(s, before)
	if n < 0 || name == "" {
		return max(n, 0)
	}
	after = trimStops(after)
	for i := n; i < len(s) && i < n+maxFact && s[i] != '\n'; i++ {
		if after == "" {
			break
		}
		if m := matchWords(s[i:], after); m >= 0 && i > n {
			return i + m
		}
	}
	if after != "" {
		return 0
	}
	value := s[n:min(len(s), n+maxFact)]
	switch {
	case name == "action":
		if i := strings.IndexAny(value, " ,;\"'<)\n"); i >= 0 {
			value = value[:i]
		}
	case strings.HasPrefix(value, "["): // a condition of a policy
		if i := strings.IndexByte(value, ']'); i >= 0 {
			return n + i + 1
		}
		value = freeWords(value)
	default:
		value = freeWords(value)
	}
	value = trimStops(value)
	if value == "" || name == "action" && !form.IsAction(value) {
		return 0
	}
	return n + len(value)
}

// freeWords returns what of a text can be words that OSS puts into a message: up to the end of the
// line, of a string or of a sentence, or to the name of a label.
func freeWords(s string) string {
	word := 0 // where the last word begins
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case strings.IndexByte("\"<\n,;()[]{}\\", c) >= 0:
			return strings.TrimRight(s[:i], " ")
		case c == '.' && i+1 < len(s) && s[i+1] == ' ':
			return s[:i]
		case c == ' ':
			if rest := s[i:]; strings.HasPrefix(rest, " at /") || strings.HasPrefix(rest, " in /") {
				return s[:i]
			}
			word = i + 1
		case c == ':' || c == '=':
			return strings.TrimRight(s[:word], " ")
		}
	}
	return s
}

// readText joins the evidence of a record in an empty answer: what a document says goes before what has a
// label.
func (a *answer) readText(ev *logtext.Evidence, o textOptions) {
	*a = answer{source: sourceClient, text: &textual{options: o, named: ev.SDK, atURL: ev.AtURL, other: ev.Foreign, page: ev.Page, source: o.scan && ev.IsSource(), bare: ev.CodeBare && ev.Message == ""}}
	if ev.SDK {
		a.source = sourceSDK
	}
	if a.status = ev.Status; ev.StatusWeak && !(o.assume && ev.Status == http.StatusForbidden && (ev.RequestID != "" || ev.EC != "" || ev.Host != "" || ev.Request.URL != "")) {
		a.status = 0 // a number
	}
	if len(ev.Own) > 0 {
		other := *ev
		if other.Own = nil; readOwnTail(a, ev.Own) {
			var b answer
			if b.readText(&other, o); contradictsOwn(a, &b) {
				*a = b
			}
			return
		}
	}
	header := http.Header{}
	for _, h := range ev.Header {
		header.Add(h.Name, strings.Clone(h.Value))
	}
	doc := ""
	if len(ev.Documents) > 0 {
		d := ev.Documents[0]
		for _, other := range ev.Documents[1:] {
			if len(other.Text) > len(d.Text) && strings.Contains(other.Text, "Code") {
				d = other
			}
		}
		doc = strings.Clone(d.Text)
	}
	a.readAnswer(header, doc)
	if doc != "" && a.IsError {
		a.raw = doc
	}
	a.isPage = a.isPage || !a.IsError && ev.Page
	if ev.StatusWeak && a.ossMark {
		a.status = ev.Status
	}

	code, message := ev.Code, ev.Message
	if ev.CodeUnknown && !ev.SDK && a.Code == "" && !a.IsError && !form.IsRequestID(ev.RequestID) {
		code = "" // a word of a program
	}
	invented := code != "" || message != ""
	code, message = clientCode(code, message)
	if invented = invented && code == "" && message == ""; invented && a.status == 0 {
		a.status = http.StatusForbidden
	}
	if a.Message == "" && (a.Code == "" || code == "" || a.Code == code) && ev.MessageCut {
		a.text.cut = message != ""
	}
	if a.Code == "" || code == "" || strings.EqualFold(a.Code, code) {
		document.Fill(&a.Code, code)
		document.Fill(&a.Message, message)
	}
	for _, el := range ev.Elements {
		if el.Parent == "AccessDeniedDetail" {
			a.HasDenial = true
		}
		a.Set(el.Parent, el.Name, el.Value)
	}
	document.Fill(&a.RequestID, ev.RequestID)
	document.Fill(&a.EC, ev.EC)
	a.operation = ev.Operation
	a.request = requestOfText(&ev.Request)
	if a.Code != "" || a.Message != "" {
		a.IsError = true
	}
	a.Broken = a.Broken || a.Message == "" && !ev.MessageSaid && !a.isDocument || a.text.cut
	if strings.HasPrefix(a.Message, "invalid response body") {
		a.status = http.StatusForbidden
	}
	t := a.text
	for _, is := range [...]bool{
		ev.SDK, ev.Status == http.StatusForbidden && !ev.StatusWeak, form.IsRequestID(a.RequestID), ev.Host != "", a.EC != "", a.ossMark,
		doc != "" && a.isDocument, a.request != nil && a.request.ForOSS, a.HasDenial,
	} {
		if is {
			t.marks++
		}
	}
	if o.scan && (t.marks == 0 || t.bare) {
		if t.quoted = !ev.Reported(); !t.quoted {
			t.marks++
		}
	}
	if a.RequestID == ev.RequestID && !ev.Labelled && !a.isDocument {
		a.RequestID = "" // a number of that form, until something else speaks for it
	}
	p := matchAnswer(a)
	if o.assume || ev.SDK || ev.RequestID != "" && ev.Labelled || p.ecWithItsCode() || p.kind != "" && !isShared(p.code, a.Message) || a.status == http.StatusForbidden && ev.Host != "" {
		if ev.Host != a.Endpoint && (a.request == nil || !strings.Contains(ev.Request.URL, ev.Host)) {
			document.Fill(&a.HostID, ev.Host)
		}
		document.Fill(&a.RequestID, ev.RequestID)
	}
}

// requestOfText reads the request that a text names. Its headers are not known but for those that the
// text shows.
func requestOfText(q *logtext.Request) *request.Request {
	if q.URL == "" {
		return nil
	}
	u, err := url.Parse(q.URL)
	if err != nil || u.Host == "" {
		return nil
	}
	header := http.Header{}
	for _, h := range q.Header {
		header.Add(h.Name, strings.Clone(h.Value))
	}
	r := request.New(q.Method, strings.Clone(u.Host), strings.Clone(u.EscapedPath()), strings.Clone(u.RawQuery), header)
	r.ForgetHeaders()
	r.Method = q.Method // "" is not said, and not GET
	return r
}
