package logtext

import (
	"strconv"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/osshost"
)

// Element is a value by the name of the element of OSS's document that it stands for.
type Element struct{ Parent, Name, Value string }

// Request is what a text says of the request behind an answer, "" for what it does not say.
type Request struct {
	Method, URL string
	Header      []Element // Name and Value
	Signed      bool      // the text shows a signature or an Authorization header
}

// Evidence is what a record says of one error, with what stands nearest to it first.
type Evidence struct {
	Documents []Document
	Elements  []Element
	Header    []Element // of the answer

	Code        string // in the text's spelling
	CodeUnknown bool   // Code is no code of the catalog
	CodeBare    bool   // Code is a word among others
	Message     string
	MessageSaid bool // there is a message, if not one that could be told from a program's words
	MessageCut  bool // the text breaks off in Message
	MessageWord bool // Message is a label of a client, or behind the code, and not of the catalog

	RequestID  string
	Labelled   bool // something calls RequestID so; false: it is one by its form only
	EC         string
	Host       string // a host of OSS
	Status     int    // of the answer; 0: the text does not say
	StatusWeak bool   // a mere 403
	Operation  string
	Request    Request
	AtURL      bool // the 403 stands behind the URL of the request, which is at a host of OSS

	SDK       bool      // the text of an SDK of OSS, or a name that only they carry
	Foreign   bool      // another store or service is named
	Page      bool      // HTML
	Log       bool      // the message may be a log's own
	front     string    // what stands in front of the error
	named     bool      // a client gives the code as a name
	pair      [2]bool   // the code and the message have labels
	Own       []Element // what a line of this module says: kind, code, ...
	OwnJSON   string    // what this module wrote of an error in JSON, or in a group of slog
	OwnReport string    // the facts in a report of this module, a line each
}

// Document is a document of an error, escapes undone.
type Document struct {
	Text, Raw string
	JSON      bool
	Whole     bool
}

// pages takes a text apart: the strings in it that hold text of their own, innermost first, and
// what is around them. brought: the text is something that a request brings.
func (r *Reader) pages(d *desk, text string, depth int, brought bool) {
	if depth > 0 {
		text = plainPunctuation(text)
	}
	text = joinPieces(text)
	if depth < 5 {
		var outer strings.Builder
		list := quoted{s: text, double: -1, single: -1}
		done := 0
		for at, n := 0, len(d.pages); at < len(text) && len(d.pages)-n < 12; {
			start, end := list.next(at)
			if start < 0 {
				break
			}
			content := text[start+1 : end]
			if end <= list.plain || !r.isText(content) {
				list.plain = max(list.plain, end)
				if at = end + 1; strings.Contains(content, `"`) || strings.Contains(content, "'") {
					at = start + 1 // another quote may open inside
				}
				continue
			}
			r.pages(d, unescape(content), depth+1, brought || isRequestValue(text[:start+1]) || isUnnamedValue(text, start, end))
			outer.WriteString(text[done : start+1])
			done = end
			at = end + 1
		}
		if done > 0 {
			outer.WriteString(text[done:])
			text = outer.String()
		}
	}
	if strings.Contains(text, `\`) && (strings.Contains(text, `\"`) || strings.Contains(text, `\n`) || strings.Contains(text, `\u003c`) || strings.Contains(text, `\\`) || strings.Contains(text, `\x3c`)) {
		text = unescape(text)
		if strings.Contains(text, `\"`) || strings.Contains(text, `\u003c`) {
			text = unescape(text)
		}
	}
	text, own := cutOwn(unescapeMarkup(text), brought)
	p := r.collect(d, text)
	r.readMarks(p)
	p.own = own
}

// plainBreaks undoes what programs write for the end of a line: Apache's client for Java where it logs the
// wire, Spring where it shows an answer.
func plainBreaks(s string) string {
	if strings.Contains(s, `\`) {
		s = strings.ReplaceAll(s, `[\r][\n]`, "")
	}
	if strings.Contains(s, "<") {
		s = strings.ReplaceAll(s, "<EOL>", "\n")
	}
	return s
}

// quoted goes through the strings in quotes of a text.
type quoted struct {
	s              string
	double, single int // the next of each quote, as far as they are known
	open           int // no ' in front of it ends a string
	plain          int // no string that ends in front of it holds a text
}

// next returns the next string, at its quotes; start is -1 if there is none.
func (l *quoted) next(at int) (start, end int) {
	s := l.s
	for i := at; i < len(s); i++ {
		l.double, l.single = nextByte(s, '"', i, l.double), nextByte(s, '\'', i, l.single)
		if i = min(l.double, l.single); i == len(s) {
			break
		}
		q := s[i]
		if i > 0 && !isOneOf(s[i-1], " =:[({,\t\n>b|") {
			continue
		}
		if end := l.end(i, q); end > 0 {
			return i, end
		}
	}
	return -1, -1
}

// end returns where the string ends that begins with the quote q at i, 0 if it does not.
func (l *quoted) end(i int, q byte) int {
	s := l.s
	limit := min(len(s), i+maxDocument)
	j := i + 1
	if q == '\'' && l.open > j {
		j = l.open
	}
	for ; j < limit; j++ {
		if s[j] == '\\' {
			j++
			continue
		}
		if s[j] == q {
			if j+1 == len(s) || isOneOf(s[j+1], " ,;:)}]\r\n|.") {
				return j
			}
			if q == '"' {
				return 0
			}
		}
	}
	if q == '\'' { // an apostrophe begins a string as it seems, and there are more of them
		l.open = j
	}
	return 0
}

// isText says whether a string holds more than a value: an error with what belongs to it. If one does not,
// what is in it does neither.
func (r *Reader) isText(s string) bool {
	if len(s) < 24 {
		return false
	}
	if !strings.Contains(s, `\n`) && !strings.Contains(s, `\"`) && !strings.Contains(s, ": ") && !strings.ContainsAny(s, "<=") && !strings.Contains(s, `\u003c`) && !strings.Contains(s, "%3C") {
		return false
	}
	at, n := r.next(s, 0)
	for at >= 0 && n.kind == AnchorHost { // a URL
		at, n = r.next(s, at+len(n.text))
	}
	return at >= 0
}

// Read collects what a record says and joins it.
func (r *Reader) Read(rec Record) Evidence {
	if rec.view { // what is kept of it must not keep a log
		rec.Text, rec.Before = strings.Clone(rec.Text), strings.Clone(rec.Before)
	}
	if strings.Contains(rec.Text, "oss403") {
		if own := ownJSON(rec.Text); own != "" {
			return Evidence{OwnJSON: own, Status: 403}
		}
		if strings.Contains(rec.Text, `\"`) {
			if own := ownJSON(unescape(rec.Text)); own != "" {
				return Evidence{OwnJSON: own, Status: 403}
			}
		}
	}
	if rec.Kind == AnchorOwn {
		if report := r.ownReport("\n" + rec.Text); report != "" {
			return Evidence{OwnReport: report, Status: 403}
		}
	}
	d := desks.Get().(*desk)
	r.pages(d, plainBreaks(stripPrefixes(plainPunctuation(rec.Text), rec.At)), 0, false)
	pages := d.pages
	if len(pages) > 1 { // where the error itself is told comes first
		best := 0
		for i, p := range pages {
			if p.rank() > pages[best].rank() {
				best = i
			}
		}
		chosen := pages[best]
		copy(pages[1:best+1], pages[:best])
		pages[0] = chosen
	}
	var e Evidence
	e.join(r, pages)
	e.front = rec.Text[:min(rec.At, len(rec.Text))]
	if rec.Before != "" {
		e.addContext(r, d, rec)
	}
	d.clear()
	desks.Put(d)
	return e
}

// rank orders pages by how much of an error stands in them.
func (p *page) rank() int {
	n := 0
	if len(p.own) > 0 {
		n += 32
	}
	for i := range p.docs {
		if p.docs[i].whole || len(p.docs[i].text) > 40 {
			n += 16
			break
		}
	}
	if p.sdk {
		n += 8
	}
	for _, l := range p.labels {
		if l.field == "Code" && !l.weak || l.header && strings.HasPrefix(l.field, "x-oss-e") {
			n += 4
			break
		}
	}
	if len(p.words) > 0 {
		n += 2
	}
	if len(p.phrases) > 0 {
		n += 3
	}
	return n
}

// isDump says whether a page prints the elements of a document under their names, as clients print what they
// keep of an answer.
func (p *page) isDump() bool {
	code, id := false, false
	for _, l := range p.labels {
		code = code || l.field == "Code" && l.upper && l.quoted
		id = id || (l.field == "RequestId" || l.field == "HostId") && l.upper && l.quoted
	}
	return code && id
}

// Reported says whether a program tells of the error: with a time or a level in front of it, with the operation,
// or with labels for both code and message. What quotes one has none of them.
func (e *Evidence) Reported() bool {
	return e.named || e.Log || e.Operation != "" || e.pair[0] && e.pair[1] || isReport(e.front)
}

// marker is where in a page the error begins.
func (p *page) marker() int {
	switch {
	case p.sdkAt >= 0:
		return p.sdkAt
	case len(p.words) > 0:
		return p.words[0].at
	case len(p.phrases) > 0:
		return p.phrases[0].at
	}
	return 0
}

// order returns the labels of a page with those behind its marker first, then those in front of it,
// the nearest first.
func (p *page) order() []int {
	if len(p.nearest) == len(p.labels) {
		return p.nearest
	}
	m := p.marker()
	list := p.nearest[:0]
	k := 0
	for k < len(p.labels) && p.labels[k].at < m {
		k++
	}
	for i := k; i < len(p.labels); i++ {
		list = append(list, i)
	}
	for i := k - 1; i >= 0; i-- {
		list = append(list, i)
	}
	p.nearest = list
	return list
}

func (e *Evidence) join(r *Reader, pages []*page) {
	hasDoc := false
	for _, p := range pages {
		for _, d := range p.docs {
			if len(e.Documents) < 4 {
				e.Documents = append(e.Documents, Document{Text: d.text, Raw: d.raw, JSON: d.json, Whole: d.whole})
				hasDoc = true
			}
		}
		e.SDK = e.SDK || p.sdk
		e.Foreign = e.Foreign || p.foreign
		e.Page = e.Page || p.html
		e.Log = e.Log || p.isLog
		if e.Own == nil {
			e.Own = p.own
		}
	}
	for i, p := range pages {
		e.readLabels(r, p, i == 0 || !hasDoc)
	}
	for _, p := range pages {
		e.readWords(r, p)
	}
	e.status(pages)
	for _, p := range pages {
		e.readTokens(r, p)
	}
	e.readRequest(r, pages)
	for _, p := range pages {
		if p.operation && e.Operation == "" {
			e.Operation = operationIn(p.text)
		}
		if e.Operation == "" {
			e.Operation = p.labelledOperation()
		}
	}
}

// add keeps the first value of an element.
func (e *Evidence) add(parent, name, value string) {
	if value == "" {
		return
	}
	for i := range e.Elements {
		if el := &e.Elements[i]; el.Name == name && el.Parent == parent {
			return
		}
	}
	e.Elements = append(e.Elements, Element{parent, name, value})
}

// readLabels takes the labels of a page, nearest first.
func (e *Evidence) readLabels(r *Reader, p *page, inner bool) {
	hasCode := false
	for _, l := range p.labels {
		hasCode = hasCode || l.field == "Code"
	}
	for _, k := range p.order() {
		l := p.labels[k]
		v := p.value(k)
		if l.header {
			e.addHeader(r, p, l, v)
			continue
		}
		if v == "" && l.field != "Message" && l.field != "Code" {
			continue
		}
		switch l.field {
		case "Code":
			e.pair[0] = true
			e.addCode(r, v, l)
		case "Message":
			e.pair[1] = true
			e.addMessage(r, p, l, v, hasCode && inner)
		case "RequestId":
			v = bareID(v)
			if e.RequestID == "" || !form.IsRequestID(e.RequestID) && form.IsRequestID(v) {
				e.RequestID, e.Labelled = v, true
			}
		case "HostId":
			e.add("", "HostId", strings.Trim(v, "\"'"))
		case "EC":
			if form.IsEC(v) && e.EC == "" {
				e.EC = v
			}
		case fieldName:
			if code, class := r.codeOf(v); code != "" && !class && v == code && e.Code == "" {
				e.Code, e.named = code, true
			}
		case "Endpoint", "Bucket", "BucketName", "ObjectName":
			// A program's own words are none of OSS's.
			if p.sdk && l.upper && l.at > p.sdkAt || l.field == "BucketName" && l.upper || l.field == "Endpoint" && l.upper && l.quoted && osshost.IsOSS(v) && p.isDump() {
				e.add("", l.field, v)
			}
		case "RequestTime", "ServerTime", "Expires", "Resource", "StringToSign", "SecurityToken", "RecommendDoc", "OSSAccessKeyId", "AWSAccessKeyId", "SignatureProvided", "StringToSignBytes", "CanonicalRequest", "MaxAllowedSkewMilliseconds":
			if l.upper || !l.weak {
				e.add("", l.field, v)
			}
		case fieldReferer:
			e.addRequestHeader("Referer", v)
		default:
			if name, ok := strings.CutPrefix(l.field, "/"); ok {
				e.add("AccessDeniedDetail", name, v)
			}
		}
	}
}

func (e *Evidence) addRequestHeader(name, value string) {
	if value == "" {
		return
	}
	for _, h := range e.Request.Header {
		if h.Name == name {
			return
		}
	}
	e.Request.Header = append(e.Request.Header, Element{Name: name, Value: value})
}

// How many headers of an answer are kept, and how many before an object's metadata, which says nothing of the
// error, is left out.
const (
	maxHeaders  = 64
	maxMetadata = 32
)

// addHeader takes a header of the answer, or of the request.
func (e *Evidence) addHeader(r *Reader, p *page, l label, v string) {
	if v == "" {
		return
	}
	start := lineStart(p.text, l.at, 0)
	toServer := strings.HasPrefix(strings.TrimLeft(p.text[start:l.at], " \t"), ">")
	switch l.field {
	case "authorization":
		e.Request.Signed = true
		e.addRequestHeader("Authorization", v)
		return
	case "origin":
		e.addRequestHeader("Origin", v)
		return
	case "date", "content-type":
		if toServer {
			e.addRequestHeader(l.field, v)
			return
		}
	case "x-oss-security-token", "x-amz-security-token", "x-oss-date", "x-amz-date", "x-amz-content-sha256", "x-oss-content-sha256":
		e.addRequestHeader(l.field, v)
		return
	case "server":
		if len(v) > 64 {
			return
		}
	}
	if toServer || len(e.Header) >= maxHeaders || len(e.Header) >= maxMetadata && strings.HasPrefix(l.field, "x-oss-meta-") {
		return
	}
	for _, h := range e.Header {
		if h.Name == l.field {
			return
		}
	}
	e.Header = append(e.Header, Element{Name: l.field, Value: v})
	if (l.field == "x-oss-request-id" || l.field == "x-amz-request-id" && form.IsRequestID(v)) && (e.RequestID == "" || !form.IsRequestID(e.RequestID)) {
		e.RequestID, e.Labelled = bareID(v), true
	}
}

// bareID takes what is joined to a request ID of OSS's form off it.
func bareID(v string) string {
	if len(v) > 24 && form.IsRequestID(v[:24]) && !chars.IsLetterOrDigit(v[24]) {
		return v[:24]
	}
	return v
}

// addCode takes the value of a label for a code.
func (e *Evidence) addCode(r *Reader, v string, l label) {
	if _, err := strconv.Atoi(v); err == nil || v == "" {
		return
	}
	if code, _ := r.codeOf(v); code != "" {
		if e.Code == "" || e.CodeUnknown {
			e.Code, e.CodeUnknown = code, false
		}
		return
	}
	if e.Code == "" && isName(v) && isUpper(v[0]) {
		e.Code, e.CodeUnknown = v, true
	}
}

func isName(s string) bool {
	for i := 0; i < len(s); i++ {
		if !chars.IsLetterOrDigit(s[i]) && s[i] != '_' && s[i] != '.' {
			return false
		}
	}
	return s != "" && len(s) <= 64
}

// addMessage takes the value of a label for a message. own: the label stands beside a code.
func (e *Evidence) addMessage(r *Reader, p *page, l label, v string, own bool) {
	if e.Message != "" && !e.MessageWord {
		return
	}
	if v == "" || isInvented(v) {
		return
	}
	// Quotes in it may have no escapes.
	from := l.value
	if from < len(p.text) && (p.text[from] == '"' || p.text[from] == '\'') {
		from++
	}
	n := p.messageAt(r, from)
	if n > len(v) && !goesOn(p.text[from+n:]) {
		e.Message, e.MessageWord, e.MessageCut, e.MessageSaid = p.text[from:from+n], false, false, true
		return
	}
	if n > len(v) || !strings.HasPrefix(p.text[from:], v) {
		n, _ = r.c.Message(v)
	}
	if n > 0 && (!goesOn(v[n:]) || strings.HasSuffix(v[:n], ".")) {
		e.Message, e.MessageWord, e.MessageCut, e.MessageSaid = v[:n], false, false, true
		return
	}
	if n := r.c.Beginning(v); n > 0 && breaksOff(v[n:]) {
		e.Message, e.MessageCut, e.MessageWord, e.MessageSaid = v[:n], true, false, true
		return
	}
	if l.weak && !l.upper && (p.isLog || !own) {
		return // a log's own words, or a program's
	}
	if code, _ := r.codeOf(v); code != "" && code == v {
		if strings.EqualFold(v, e.Code) || e.Code == "" {
			if n, _ := r.c.Message(v); n == 0 {
				return
			}
		}
	}
	e.MessageSaid = true
	if e.Message == "" {
		e.Message, e.MessageWord = firstLines(v), true
	}
}

// messageAt is Catalog.Message for a place of a page, which may have been found to be one.
func (p *page) messageAt(r *Reader, at int) int {
	for i := range p.phrases {
		if ph := &p.phrases[i]; ph.at == at && !ph.cut {
			return ph.end - at
		}
	}
	n, _ := r.c.Message(p.text[at:])
	return n
}

// isInvented says whether a message is what clients say where an answer has none: OSS's do not name
// a status.
func isInvented(s string) bool {
	if s == "Forbidden" || s == "Access Denied" || s == "Access Denied." {
		return true
	}
	i := strings.Index(s, "403")
	return i >= 0 && (i == 0 || !chars.IsLetterOrDigit(s[i-1])) && (i+3 == len(s) || !chars.IsLetterOrDigit(s[i+3]))
}

// firstLines cuts a message that the catalog does not have at the end of its line.
func firstLines(s string) string {
	if line, _, ok := strings.Cut(s, "\n"); ok && !strings.HasPrefix(s, "Invalid according to Policy") {
		return strings.TrimRight(line, " \r")
	}
	return s
}

// readWords takes codes and messages that have no label.
func (e *Evidence) readWords(r *Reader, p *page) {
	for pass := range 3 {
		for _, w := range p.words {
			if e.Code != "" && !e.CodeUnknown {
				break
			}
			rest := p.text[w.end:]
			spoken := strings.HasPrefix(rest, ": ") || strings.HasPrefix(rest, "): ") || strings.HasPrefix(rest, ") when ") || strings.HasPrefix(rest, "]: ") || strings.HasPrefix(rest, ")\n") || strings.HasPrefix(rest, ")\r") || rest == ")" || strings.HasPrefix(rest, "': ")
			switch {
			case pass == 0 && spoken, pass == 1 && w.class, pass == 2:
				e.Code, e.CodeUnknown, e.CodeBare = w.code, false, pass == 2
			}
		}
	}
	if e.Message == "" || e.MessageWord {
		for _, ph := range p.phrases {
			text := p.text[ph.at:ph.end]
			if e.MessageWord && e.Message != "" && !strings.Contains(e.Message, text) && !ph.near(p) && !ph.fills(p) {
				continue
			}
			e.Message, e.MessageCut, e.MessageWord, e.MessageSaid = text, ph.cut, false, true
			break
		}
	}
	if e.Message != "" {
		return
	}
	// Exception: CODE, where the code is all of the message.
	labelled := map[int]bool{}
	hasLabel := false
	for _, l := range p.labels {
		if l.field == "Code" {
			hasLabel = true
			labelled[l.value], labelled[l.value+1] = true, true
		}
	}
	for _, w := range p.words {
		if w.code == e.Code && !w.class && hasLabel && !labelled[w.at] && strings.HasSuffix(p.text[:w.at], ": ") && !strings.HasPrefix(p.text[w.end:], ": ") {
			e.Message, e.MessageSaid = p.text[w.at:w.end], true
			return
		}
	}
	// CODE: words
	for _, w := range p.words {
		if w.code != e.Code || w.class && hasLabel {
			continue
		}
		rest := p.text[w.end:]
		i := strings.Index(rest[:min(len(rest), 48)], ": ")
		if i < 0 || strings.Contains(rest[:i], "\n") || i > 3 && !strings.Contains(rest[:i], "operation") && !(strings.HasPrefix(rest, " (") && rest[i-1] == ')') {
			continue
		}
		rest = rest[i+2:]
		for _, l := range p.labels {
			if l.at >= w.end+i+2 {
				rest = p.text[w.end+i+2 : l.at]
				break
			}
		}
		line, _, _ := strings.Cut(rest, "\n")
		line = strings.TrimLeft(strings.TrimRight(withoutPlace(line), " \t\r,;(\"'[{"), " ")
		if line != "" && isOneOf(line[0], "-<{[") {
			continue
		}
		if line == "" || strings.EqualFold(line, w.code) {
			if line != "" {
				e.Message, e.MessageSaid = line, true
				break
			}
			continue
		}
		e.MessageSaid = true
		e.Message, e.MessageWord = line, true
		break
	}
}

// withoutPlace cuts off a line where a program says where it was: " at /srv/x.pl line 42".
func withoutPlace(s string) string {
	for _, word := range [...]string{" at /", " in /", " on http", " for url"} {
		s, _, _ = strings.Cut(s, word)
	}
	return s
}

// fills says whether a phrase is all of its page: the value of a string.
func (ph phrase) fills(p *page) bool {
	return strings.Trim(p.text[:ph.at]+p.text[ph.end:], " \t\r\n.") == ""
}

// near says whether a phrase stands behind the code of its page.
func (ph phrase) near(p *page) bool {
	for _, w := range p.words {
		if ph.at >= w.end && ph.at-w.end < 64 {
			return true
		}
	}
	return false
}

// status tells the status of the answer from those in a text: an application's own stands beside it
// often enough.
func (e *Evidence) status(pages []*page) {
	for _, p := range pages {
		var room [3][4]int // most have fewer
		strong, weak, plain := room[0][:0], room[1][:0], room[2][:0]
		labels := 0
		for _, k := range p.order() {
			l := p.labels[k]
			if l.field != fieldStatus && l.field != fieldWeakStatus && !(l.field == "Code" && !l.header) {
				continue
			}
			v := p.value(k)
			if len(v) > 3 && v[3] == ' ' {
				v = v[:3]
			}
			if len(v) > 3 && !chars.IsLetterOrDigit(v[3]) {
				v = v[:3]
			}
			if !isStatus(v) {
				continue
			}
			n, _ := strconv.Atoi(v) // three digits
			switch {
			case l.field == fieldStatus:
				strong = append(strong, n)
				labels++
			case l.field == "Code" && n != 403:
			default:
				weak = append(weak, n)
			}
		}
		for _, s := range p.statuses {
			switch {
			case s.plain:
				plain = append(plain, s.code)
			case s.weak:
				weak = append(weak, s.code)
			default:
				strong = append(strong, s.code)
			}
		}
		n := statusFrom(strong)
		if labels > 0 && p.sdk && strong[0] != 403 {
			n = strong[0] // what the SDK says itself
		}
		if n != 0 {
			if e.Status == 0 || e.StatusWeak {
				e.Status, e.StatusWeak = n, false
			}
			return
		}
		if n := statusFrom(weak); n != 0 && e.Status == 0 {
			e.Status = n
			if n != 403 {
				e.Status, e.StatusWeak = n, true
			}
			if n == 403 {
				return
			}
		}
		if n := statusFrom(plain); n != 0 && e.Status == 0 {
			e.Status, e.StatusWeak = n, true
		}
	}
}

func statusFrom(list []int) int {
	for _, n := range list {
		if n == 403 {
			return n
		}
	}
	for _, n := range list {
		if n >= 200 && n < 600 {
			return n
		}
	}
	return 0
}

// readTokens takes what tells itself by its form.
func (e *Evidence) readTokens(r *Reader, p *page) {
	if e.RequestID == "" && len(p.ids) > 0 {
		e.RequestID = p.ids[0].value
	}
	if e.EC == "" && len(p.ecs) > 0 {
		e.EC = p.ecs[0].value
	}
	if e.Host == "" {
		for _, h := range p.hosts {
			if osshost.IsOSS(h.value) {
				e.Host = h.value
				break
			}
		}
	}
}

// readRequest takes the request that stands beside the answer.
func (e *Evidence) readRequest(r *Reader, pages []*page) {
	for _, p := range pages {
		method, target := "", ""
		for k, l := range p.labels {
			switch l.field {
			case fieldTarget:
				if target == "" {
					target = p.value(k)
				}
			case fieldMethod:
				if v := p.value(k); method == "" && isMethod(strings.ToUpper(v)) {
					method = strings.ToUpper(v)
				}
			}
		}
		if m, u, ok := strings.Cut(target, " "); ok && isMethod(m) && strings.Contains(u, "://") {
			u, _, _ = strings.Cut(u, "., ") // behind SDK v2's text, a program goes on
			e.setRequest(m, u)
		}
		var host, path string
		for k, l := range p.labels {
			switch l.field {
			case fieldHost:
				if v := p.value(k); host == "" && (osshost.IsOSS(hostOf(v)) || isCurl(p.text)) {
					host = v
				}
			case fieldPath:
				if v := p.value(k); path == "" && strings.HasPrefix(v, "/") && l.at > 0 && p.text[l.at-1] == ':' {
					path = v
				}
			}
		}
		best := -1
		for i, l := range p.links {
			if strings.HasPrefix(l.url, "/") {
				if host == "" || best >= 0 {
					continue
				}
				best = i
				continue
			}
			if !osshost.IsOSS(hostOf(l.url)) || p.isReferer(l.at) {
				continue
			}
			if best < 0 || l.status == 403 && p.links[best].status != 403 || l.method != "" && p.links[best].method == "" {
				best = i
			}
		}
		if best >= 0 && p.isServing(p.links[best].url) {
			method = ""
		}
		switch {
		case best >= 0 && strings.HasPrefix(p.links[best].url, "/"):
			e.setRequest(first2(p.links[best].method, method), "https://"+host+p.links[best].url)
		case best >= 0:
			e.AtURL = e.AtURL || p.links[best].status == 403
			if l := p.links[best]; l.status != 0 && (e.Status == 0 || e.StatusWeak) {
				e.Status, e.StatusWeak = l.status, false
			}
			e.setRequest(first2(p.links[best].method, method), p.links[best].url)
		case path != "" && host != "":
			e.setRequest(method, "https://"+host+path)
		}
		if e.Request.Method == "" {
			e.Request.Method = method
		}
	}
	for _, mark := range [...]string{"Signature=", "signature=", "x-oss-credential="} {
		e.Request.Signed = e.Request.Signed || strings.Contains(e.Request.URL, mark)
	}
}

// isServing says whether a page tells of a request that a program was serving, as its path shows, which is
// in no URL of OSS: then the method is that request's.
func (p *page) isServing(url string) bool {
	for k, l := range p.labels {
		if l.field == fieldPath || l.field == fieldURL {
			if v := p.value(k); strings.HasPrefix(v, "/") && len(v) > 1 && !strings.Contains(url, v) {
				return true
			}
		}
	}
	return false
}

// labelledOperation returns the operation that a label names: operation=PutObject.
func (p *page) labelledOperation() string {
	for k, l := range p.labels {
		if l.field != fieldOperation {
			continue
		}
		v := p.value(k)
		capitals := 0
		for i := 0; i < len(v); i++ {
			if isUpper(v[i]) {
				capitals++
			}
		}
		if isName(v) && capitals >= 2 && capitals < len(v) && isUpper(v[0]) {
			return v
		}
	}
	return ""
}

// isReferer says whether the URL at a place is the value of a Referer.
func (p *page) isReferer(at int) bool {
	for _, l := range p.labels {
		if (l.field == fieldReferer || l.field == "RecommendDoc" || l.field == "origin") && l.value <= at && at-l.value < 4 {
			return true
		}
	}
	return false
}

func first2(x, y string) string {
	if x != "" {
		return x
	}
	return y
}

func (e *Evidence) setRequest(method, url string) {
	if e.Request.URL == "" {
		e.Request.URL = strings.TrimRight(url, ".")
		e.Request.Method = first2(e.Request.Method, method)
	}
}

// addContext takes from the lines in front of a record what they say of its request.
func (e *Evidence) addContext(r *Reader, d *desk, rec Record) {
	p := r.collect(d, unescapeMarkup(plainPunctuation(rec.Before)))
	r.readMarks(p)
	if e.Request.URL == "" {
		for i := len(p.links) - 1; i >= 0; i-- {
			l := p.links[i]
			if osshost.IsOSS(hostOf(l.url)) && (l.status == 0 || l.status == 403) && (l.method != "" || l.status == 403) {
				e.setRequest(l.method, l.url)
				break
			}
		}
	}
	if e.Request.URL == "" && strings.Contains(rec.Before, sdkRequest) {
		e.addDumped(p)
	}
	if e.Status == 0 || e.StatusWeak {
		for _, s := range p.statuses {
			if s.code == 403 && !s.plain {
				e.Status, e.StatusWeak = 403, false
			}
		}
	}
	for k, l := range p.labels {
		if l.field == fieldReferer {
			e.addRequestHeader("Referer", p.value(k))
		}
	}
	if e.Host == "" && !isStamped(rec.Text[:min(len(rec.Text), 96)]) {
		e.readTokens(r, p)
	}
	e.SDK = e.SDK || p.sdk
	e.Foreign = e.Foreign || p.foreign && !e.SDK
}

// operationMarks are what clients put around the name of an operation.
var operationMarks = [...]struct{ before, after string }{{"operation error S3: ", ","}, {"operation error ", ":"}, {"when calling the ", " operation"}, {`Error executing "`, `"`}, {"operation error ", " "}}

// addDumped takes the request that stands in front of an answer as it was sent: its line, and its Host.
func (e *Evidence) addDumped(p *page) {
	host := ""
	for k, l := range p.labels {
		if l.field == fieldHost && osshost.IsOSS(p.value(k)) {
			host = p.value(k)
		}
	}
	for i := len(p.links) - 1; i >= 0 && host != ""; i-- {
		if l := p.links[i]; l.method != "" && strings.HasPrefix(l.url, "/") {
			e.setRequest(l.method, "https://"+host+l.url)
			return
		}
	}
}

// operationIn returns the operation that a client names.
func operationIn(s string) string {
	for _, m := range operationMarks {
		_, rest, ok := strings.Cut(s, m.before)
		if !ok {
			continue
		}
		name, _, ok := strings.Cut(rest[:min(len(rest), 64)], m.after)
		if ok && isName(name) && !strings.Contains(name, ".") {
			return name
		}
	}
	return ""
}
