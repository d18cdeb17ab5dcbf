// Package logtext finds errors of OSS in text that people have: in a log, in the output of a client, in
// what was copied out of a browser. It cuts a text into records, collects from each every piece of
// evidence however it is written, and joins the pieces that are of one error. What they mean is for
// others to say: the package knows no kinds, and of codes and messages what a [Catalog] tells it.
package logtext

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"

	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/osshost"
)

// Catalog is what is known of codes and messages.
type Catalog struct {
	Codes    []string // to look for
	Messages []string // to look for, a part that varies in braces
	Kinds    []string // to look for behind (kind=
	Reports  []string // lines that begin the facts in a report of this module
	Findings []string // lines that begin what such a report finds, in front of the facts, which say all of it

	// Code returns the code that a word is.
	Code func(word string) (code string, ok bool)
	// Message says how much of s, from its begin, is a message of the catalog, 0 for none.
	Message func(s string) int
	// Beginning says how much of s is the begin of a message of the catalog, if it is enough to know
	// one by; 0 if not.
	Beginning func(s string) int
}

// Reader reads texts. It is safe for concurrent use.
type Reader struct {
	c      Catalog
	finder *finder
	status [2]needle // a 403 in a status line, and one elsewhere
	tag    needle
	marks  *finder
	begins [1 << 12]bool // by the first letters of messages
}

// New makes a Reader of a catalog.
func New(c Catalog) *Reader {
	tables.Do(makeTables)
	r := &Reader{c: c, finder: newFinder(needlesOf(&c)), marks: marksFinder()}
	r.tag = needle{kind: AnchorDocument, text: "<Code>"}
	r.status = [2]needle{{kind: AnchorHTTP, text: "403"}, {kind: AnchorStatus, text: "403"}}
	for _, m := range c.Messages {
		if m != "" {
			r.begins[hashHead(m)] = true
		}
	}
	return r
}

// hashHead makes a number of the letters that s begins with.
func hashHead(s string) uint32 { return chars.Head(s) * 0x9e3779b1 >> 20 }

// beginsMessage says whether a message can begin at a place, which is no place within a word, but for one that it was
// joined to: AccessDeniedYou have.
func (r *Reader) beginsMessage(s string, at int) bool {
	return r.begins[hashHead(s[at:])] && (at == 0 || !chars.IsLetterOrDigit(s[at-1]) || isUpper(s[at]) && isLower(s[at-1]))
}

// isOther says whether a host is one of another service of Alibaba Cloud.
func (r *Reader) isOther(host string) bool {
	return strings.HasSuffix(host, ".aliyuncs.com") && !osshost.IsOSS(host) && !strings.Contains(host, "*") && !strings.Contains(host, "oss-")
}

// anchors goes through the anchors of a text.
type anchors struct {
	needleAt, statusAt, tagAt int // the next of each, as far as it is known; less than from: not known
	needle                    *needle
}

var noAnchors = anchors{needleAt: -1, statusAt: -1, tagAt: -1}

// next returns the first anchor at or behind from, -1 if there is none.
func (a *anchors) next(r *Reader, s string, from int) (at int, n *needle) {
	if a.needleAt < from {
		if a.needleAt, a.needle = r.finder.next(s, from); a.needleAt < 0 {
			a.needleAt = len(s)
		}
	}
	if a.statusAt < from {
		if a.statusAt = nextStatus(s, from); a.statusAt < 0 {
			a.statusAt = len(s)
		}
	}
	if a.tagAt < from {
		if a.tagAt = nextTag(s, from); a.tagAt < 0 {
			a.tagAt = len(s)
		}
	}
	switch at = min(a.needleAt, a.statusAt, a.tagAt); {
	case at == len(s):
		return -1, nil
	case at == a.needleAt:
		return at, a.needle
	case at == a.tagAt:
		return at, &r.tag
	case strings.Contains(s[max(0, at-12):at], "HTTP/"):
		return at, &r.status[0]
	}
	return at, &r.status[1]
}

// lineAnchors are the first anchors of a line.
type lineAnchors struct {
	stretch
	anchors
}

// goOn takes over what is known of the line that is next.
func (a *anchors) goOn(line lineAnchors) {
	if a.needleAt < line.from && line.needleAt < line.to {
		a.needleAt, a.needle = line.needleAt, line.needle
	}
	if a.statusAt < line.from && line.statusAt < line.to {
		a.statusAt = line.statusAt
	}
	if a.tagAt < line.from && line.tagAt < line.to {
		a.tagAt = line.tagAt
	}
}

// next is anchors.next for one look at a part of a text.
func (r *Reader) next(s string, from int) (at int, n *needle) {
	a := noAnchors
	return a.next(r, s, from)
}

// budget bounds how much of a text is read again, since anchors that lie close together have each a record
// around them. What nothing was read of yet is always free: no text makes a reader pass over an error that
// stands for itself.
type budget struct{ spent int }

// minDocument is less than the shortest code in its element needs.
const minDocument = 16

// freely is how much is read again in any case.
const freely = 32 << 10

// allows says whether there is more, for a text that was read up to a place; factor is how often it may be
// read again.
func (b *budget) allows(at, factor int) bool { return b.spent <= freely+factor*at }

// Text goes through a text that is all at hand.
type Text struct {
	r       *Reader
	s       string
	from    int // where to look for the next anchor
	floor   int // the end of the last error
	read    int // the end of what records were read of
	again   budget
	further budget // for records with the one behind them
	a       anchors
	below   lineAnchors // of the line below a record that was last looked at
	m       marks
	vouched bool

	// Lines that were looked at: without a status, without a mark of OSS.
	noStatus, noMark stretch
	behind           stretch // the line behind the last of them, if it is not long
	ends             documentEnds
	docs             documents
}

// Text returns the records of s. vouched: each place counts, also one that names nothing of OSS.
func (r *Reader) Text(s string, vouched bool) *Text {
	return &Text{r: r, s: s, a: noAnchors, vouched: vouched}
}

// Reader returns what reads t's records.
func (t *Text) Reader() *Reader { return t.r }

// Next returns the next record that may hold an error.
func (t *Text) Next() (Record, bool) {
	for {
		at, n := t.a.next(t.r, t.s, t.from)
		if at < 0 {
			return Record{}, false
		}
		if rec, ok := t.recordAt(at, n); ok {
			return rec, true
		}
	}
}

// recordAt returns the record around an anchor, and looks on behind it.
func (t *Text) recordAt(at int, n *needle) (Record, bool) {
	quiet := t.from
	t.from = at + len(n.text)
	if n.kind == AnchorFindings {
		t.from = blockEnd(t.s, at+1)
		t.floor = t.from
		return Record{}, false
	}
	if !t.worth(at, n) {
		return Record{}, false
	}
	if at < t.read && !t.again.allows(at, 1) { // too much lies too close together: to the next line
		t.from = max(t.from, lineEnd(t.s, t.from))
		return Record{}, false
	}
	rec := t.record(t.s, t.floor, quiet, at, n)
	t.again.spent += max(0, min(t.read, rec.End)-rec.Start)
	t.read = max(t.read, rec.End)
	if n.kind == AnchorHTTP && !t.vouched && !t.tells(rec) {
		t.NotFound(rec)
		return Record{}, false
	}
	return rec, n.kind != AnchorDocument || len(rec.Text) >= minDocument
}

// Found goes on behind a record that held an error.
func (t *Text) Found(rec Record) {
	end := rec.End
	if end < len(t.s) && t.s[end] == '\n' {
		end++
	}
	t.from, t.floor = max(t.from, end), max(t.floor, end)
	if t.from == t.below.from {
		t.a.goOn(t.below)
	}
}

// FirstLine returns the line in which a record begins, with what stands in front of it there.
func (t *Text) FirstLine(rec Record) string {
	return t.s[lineStart(t.s, rec.Start, 0):lineEnd(t.s, rec.Start)]
}

// NotFound goes on behind the line of a record that held none: with what follows, it may.
func (t *Text) NotFound(rec Record) {
	t.from = max(t.from, min(rec.End, lineEnd(t.s, rec.Start+rec.At)))
}

// worth says whether the place of an anchor can hold an error: a code, a status or a host alone can
// not, and logs are full of them. A line is looked at once, however many of them it has.
func (t *Text) worth(at int, n *needle) bool {
	switch n.kind {
	case AnchorHost:
		if !t.noStatus.has(at) {
			line := t.lineAt(at)
			if strings.Contains(t.s[line.from:line.to], "403") {
				return true
			}
			t.noStatus = line
		}
		return false
	case AnchorCode, AnchorStatus:
		if t.vouched {
			return true
		}
		if rest := t.s[at+len(n.text):]; n.kind == AnchorCode && strings.HasPrefix(rest, ": ") && (chars.HasPrefixFold(rest[2:], n.text) || t.r.c.Beginning(rest[2:]) > 0) {
			return true
		}
		if !t.noMark.has(at) {
			line := t.lineAt(at)
			if t.isMarked(line) {
				return true
			}
			t.noMark = line
		}
		return false
	}
	return true
}

// tells says whether a record around a status line has a mark of OSS, or what else a record is read for.
func (t *Text) tells(rec Record) bool {
	for _, s := range [...]string{rec.Text, rec.Before} {
		_, mark := findMark(s)
		at, _ := t.r.finder.next(s, 0)
		if mark > 0 || at >= 0 || nextTag(s, 0) >= 0 || strings.Contains(s, "InDebt") { // a code that is too short for the finder
			return true
		}
	}
	return false
}

// stretch is a part of a text.
type stretch struct{ from, to int }

func (s stretch) has(at int) bool { return s.from <= at && at < s.to }

// lineAt returns the line around a place, from the last error on.
func (t *Text) lineAt(at int) stretch {
	if t.behind.has(at) && t.behind.from >= t.floor {
		return t.behind
	}
	return stretch{lineStart(t.s, at, t.floor), lineEnd(t.s, at)}
}

// isMarked says whether a line, or the lines around that are of the same record, can be about OSS.
func (t *Text) isMarked(line stretch) bool {
	s, ls, le := t.s, line.from, line.to
	if t.m.in(s, ls, le) {
		return true
	}
	if le < len(s) {
		end := lineEnd(s, le+1)
		if end-le < maxBefore && s[le] == '\n' {
			t.behind = stretch{le + 1, end}
		}
		if !startsRecord(s[le+1:end]) && t.m.in(s, le, min(len(s), le+maxContext)) {
			return true
		}
	}
	return ls > t.floor && !isStamped(s[ls:le]) && t.m.in(s, max(t.floor, ls-maxContext), ls)
}

// marks is what is known of where marks are: none begins and ends in s[low:high], one is at s[at:end].
type marks struct {
	low, high int
	at, end   int
}

// maxMark is more than a mark is long.
const maxMark = 32

// in says whether there is a mark in s[from:to], and looks at no part of a text twice.
func (m *marks) in(s string, from, to int) bool {
	if m.end > m.at && from <= m.at && m.end <= to {
		return true
	}
	start := from
	if m.low <= from && from <= m.high {
		if to <= m.high {
			return false
		}
		start = max(from, m.high-maxMark)
	} else {
		m.low = from
	}
	low, n := findMark(s[start:to])
	if n == 0 {
		m.high = to
		return false
	}
	m.end = start + n
	m.at = max(start, m.end-maxMark)
	m.high = start + low
	return true
}

// findMark returns where in a text a mark ends that shows that it can be about OSS: the letters oss, aliyun,
// an EC or an ID by their forms; 0 if there is none. In front of low there is none.
func findMark(s string) (low, end int) {
	for low = 0; low < len(s); low += markChunk {
		part := s[max(0, low-maxMark):min(len(s), low+markChunk)]
		if n := markIn(part); n > 0 {
			return max(0, low-maxMark), max(0, low-maxMark) + n
		}
	}
	return len(s), 0
}

const markChunk = 256

func markIn(s string) int {
	// Of three letters that belong together one of two is at an even place.
	for i := 1; i < len(s); i += 2 {
		for i+6 < len(s) && markLetter[s[i]]|markLetter[s[i+2]]|markLetter[s[i+4]]|markLetter[s[i+6]] == 0 {
			i += 8
		}
		if i >= len(s) {
			break
		}
		if markLetter[s[i]] == 0 {
			continue
		}
		switch chars.Lower(s[i]) {
		case 's':
			if s[i-1]|0x20 == 's' && i >= 2 && s[i-2]|0x20 == 'o' {
				return i + 1
			}
			if i+1 < len(s) && s[i-1]|0x20 == 'o' && s[i+1]|0x20 == 's' {
				return i + 2
			}
		case 'i':
			if i+1 < len(s) && s[i-1]|0x20 == 'l' && s[i+1]|0x20 == 'y' {
				return i + 2
			}
		case 'y':
			if i >= 2 && s[i-1]|0x20 == 'i' && s[i-2]|0x20 == 'l' {
				return i + 1
			}
		}
	}
	// Of eight digits one is at each eighth place.
	for i := 7; i < len(s); i += 8 {
		if class[s[i]] != classHex {
			continue
		}
		from, to := i, i+1
		for from > 0 && class[s[from-1]] == classHex {
			from--
		}
		for to < len(s) && class[s[to]] == classHex {
			to++
		}
		switch n := to - from; {
		case n >= 24:
			return from + 24
		case n >= 12 && to < len(s) && s[to] == '*':
			return to + 1
		case n >= 8 && from >= 5 && s[from-1] == '-' && form.IsEC(s[from-5:from+8]):
			return from + 8
		}
		i = max(i, to-8)
	}
	return 0
}

var markLetter = [256]uint8{'s': 1, 'S': 1, 'i': 1, 'I': 1, 'y': 1, 'Y': 1}

const classHex = 1

// class says which characters are digits of an ID.
var class [256]uint8

func makeClass() (t [256]uint8) {
	for c := range 256 {
		if '0' <= c && c <= '9' || 'A' <= c && c <= 'F' {
			t[c] = classHex
		}
	}
	return t
}

// Whole returns the first part of a text as one record, for a caller who knows that it is about an
// error.
func (r *Reader) Whole(s string) Record {
	if len(s) > maxAfter {
		s = strings.Clone(s[:wordCut(s, 0, maxAfter)])
	}
	return Record{Text: s, End: len(s), Kind: AnchorStatus}
}

// Extended returns a record with the one behind it, for one that says little: a program may print
// the status in one line and the message in the next. false means that nothing near follows.
func (t *Text) Extended(rec Record) (Record, bool) {
	end := rec.End
	if end >= len(t.s) || rec.Kind == AnchorOwn {
		return rec, false
	}
	next := lineEnd(t.s, end+1)
	line := t.s[end+1 : next]
	if isBlank(line) {
		return rec, false
	}
	mine := rec.Start + rec.At
	first := t.s[lineStart(t.s, mine, rec.Start):lineEnd(t.s, mine)]
	if n := stampAt(first); samePrefix(first, line) < n || n == 0 && isStamped(line) {
		return rec, false
	}
	at, n := t.r.next(t.s[:next], end+1)
	if at < 0 || n.kind == AnchorSDK || n.kind == AnchorHTTP || n.kind == AnchorStatus {
		return rec, false
	}
	behind := t.record(t.s, end, len(t.s), at, n)
	if !t.further.allows(at, 8) {
		return rec, false
	}
	t.further.spent += len(rec.Text) + len(behind.Text)
	rec.End = behind.End
	rec.Text = t.s[rec.Start:rec.End]
	return rec, true
}
