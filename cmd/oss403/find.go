package main

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"github.com/oss403/oss403"
)

// needleKind is what stands behind a place that looks like an error.
type needleKind uint8

const (
	codeNeedle    needleKind = iota // a code of the catalog
	messageNeedle                   // a message of the catalog
	sdkNeedle                       // the words in which an SDK writes its errors
	ownNeedle                       // the tail of our own line
	xmlNeedle                       // the begin of a document
	httpNeedle                      // a status line
)

// needle is a text without which there is no error.
type needle struct {
	kind needleKind
	text string // in lower case
	end  int    // where in the text its window ends
}

// window is how many bytes of each needle the finder looks at first.
const window = 6

// finder finds the needles in a log. It looks at two bytes of a window and leaps ahead by as many
// bytes as they show that no window can end in (the algorithm of Wu and Manber), so that it reads a
// third of the log or less.
type finder struct {
	shift   [1 << 16]uint8
	bucket  [1 << 16]uint8
	buckets [][]needle
}

var newFinder = sync.OnceValue(func() *finder {
	f := &finder{buckets: make([][]needle, 1)}
	for i := range f.shift {
		f.shift[i] = window - 1
	}
	for _, n := range needles() {
		n.end = bestWindow(n.text)
		w := n.text[n.end-window : n.end]
		for i := 2; i <= window; i++ {
			p := pairOf(w[i-2], w[i-1])
			f.shift[p] = min(f.shift[p], uint8(window-i))
		}
		p := pairOf(w[window-2], w[window-1])
		if f.bucket[p] == 0 {
			f.bucket[p] = uint8(len(f.buckets))
			f.buckets = append(f.buckets, nil)
		}
		b := &f.buckets[f.bucket[p]]
		*b = append(*b, n)
	}
	return f
})

func pairOf(x, y byte) uint16 { return uint16(x|0x20)<<8 | uint16(y|0x20) }

// needles are all that ParseText begins to read at.
func needles() []needle {
	var list []needle
	add := func(kind needleKind, texts ...string) {
		for _, text := range texts {
			n := needle{kind: kind, text: strings.ToLower(text)}
			if !slices.Contains(list, n) {
				list = append(list, n)
			}
		}
	}
	add(sdkNeedle, "oss: service returned ", "Error returned by Service", "com.aliyun.oss.", "oss2.exceptions.", "OSSException")
	add(ownNeedle, "(kind=")
	add(xmlNeedle, "<Error", "<Code>", "&lt;Error", "&lt;Code&gt;", "u003cError", "u003cCode")
	add(httpNeedle, "HTTP/1.1 ", "HTTP/1.0 ", "HTTP/2 ", "HTTP/3 ", `HTTP\/1.1 `, `HTTP\/2 `)
	for e := range oss403.Catalog() {
		if len(e.Code) >= window {
			add(codeNeedle, string(e.Code))
		}
		if text := longestPhrase(e.Message); len(text) >= 2*window && strings.Contains(text, " ") {
			add(messageNeedle, text)
		}
	}
	return list
}

// longestPhrase is the longest part of a message that is written in one way only.
func longestPhrase(message string) string {
	message, _, _ = strings.Cut(message, "{")
	longest := ""
	for _, part := range strings.FieldsFunc(message, func(r rune) bool { return r != ' ' && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') }) {
		if part = strings.TrimSpace(part); len(part) > len(longest) {
			longest = part
		}
	}
	return longest
}

// bestWindow returns the end of the window whose last two bytes are the rarest in logs.
func bestWindow(text string) int {
	const common = " etaoinsrlcdhu01.2m3p4g56789:-fyw/b=,\"_vk"
	rank := func(c byte) int {
		if i := strings.IndexByte(common, c); i >= 0 {
			return i
		}
		return len(common)
	}
	best, end := -1, window
	for i := window; i <= len(text); i++ {
		if r := rank(text[i-2]) + rank(text[i-1]); r > best {
			best, end = r, i
		}
	}
	return end
}

// next returns the first needle at or behind from, -1 if there is none.
func (f *finder) next(buf []byte, from int) (at int, kind needleKind) {
	for i := from + window - 1; i < len(buf); {
		p := pairOf(buf[i-1], buf[i])
		if s := f.shift[p]; s != 0 {
			i += int(s)
			continue
		}
		for k := range f.buckets[f.bucket[p]] {
			n := &f.buckets[f.bucket[p]][k]
			start := i + 1 - n.end
			if start >= from && start+len(n.text) <= len(buf) && equalFold(buf[start:start+len(n.text)], n.text) && n.stands(buf, start) {
				return start, n.kind
			}
		}
		i++
	}
	return -1, 0
}

// equalFold compares with a text in lower case.
func equalFold(b []byte, text string) bool {
	for i := range b {
		c := b[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != text[i] {
			return false
		}
	}
	return true
}

// stands says whether a needle is a word of its own where that matters.
func (n *needle) stands(buf []byte, start int) bool {
	end := start + len(n.text)
	switch n.kind {
	case codeNeedle:
		if start > 0 && isLetter(buf[start-1]) && (start < 2 || buf[start-2] != '\\') {
			return false
		}
		rest := buf[end:min(len(buf), end+len("Exception"))]
		return len(rest) == 0 || !isLetter(rest[0]) || bytes.HasPrefix(rest, []byte("Error")) || bytes.HasPrefix(rest, []byte("Exception"))
	case httpNeedle:
		return end+3 <= len(buf) && '1' <= buf[end] && buf[end] <= '5' && isDigit(buf[end+1]) && isDigit(buf[end+2])
	}
	return true
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || isDigit(c) }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

// found is a 403 in a log.
type found struct {
	at        int // offset of its first line
	kind      oss403.Kind
	requestID string
	time      string // the time stamp that its first line begins with
}

const (
	maxBefore = 2 << 10  // how much of a line is read before a needle
	maxAfter  = 8 << 10  // and behind it
	maxBody   = 64 << 10 // how long a document may be
	maxLines  = 24       // how many more lines one error takes
)

// errors calls yield with each 403 in buf, and reads no more than it must.
func (f *finder) errors(buf []byte, yield func(found)) {
	quiet := 0 // up to here a code or a message is a part of the last error, or of none
	// Up to here nothing that begins so is an error: a text was parsed and holds none.
	sdkQuiet, ownQuiet := 0, 0
	var ends documentEndFinder
	for from := 0; ; {
		at, kind := f.next(buf, from)
		if at < 0 {
			return
		}
		from = at + window
		if at < quiet && (kind == codeNeedle || kind == messageNeedle) || at < sdkQuiet && kind == sdkNeedle || at < ownQuiet && kind == ownNeedle {
			continue
		}
		start, end := lineStart(buf, at), lineEnd(buf, at)
		var e *oss403.Error
		var ok bool
		switch kind {
		case httpNeedle:
			if end = httpEnd(buf, start, at, end, &ends); statusIn(buf[at:]) == 403 {
				e, ok = parse(buf[start:end])
			}
			from, quiet = end, end
		case xmlNeedle:
			end = xmlEnd(buf, at, end, &ends)
			e, ok = parse(buf[start:end])
			from, quiet = end, max(end, lineEnd(buf, end))
		default:
			if kind == codeNeedle && bytes.HasPrefix(bytes.TrimLeft(buf[start:end], " \t"), []byte("[ErrorCode]")) {
				start = lineStart(buf, max(0, start-1)) // the Java SDK's message
			}
			e, ok = parse(buf[start:end])
			if !ok || kind != ownNeedle && (e.RequestID == "" || e.Message == "") {
				more := f.paragraphEnd(buf, start, end, kind, true)
				e2, ok2 := e, false
				if more > end {
					e2, ok2 = parse(buf[start:more])
				}
				if ok && !ok2 && e.RequestID == "" { // the document may be the same error
					all := f.paragraphEnd(buf, start, end, kind, false)
					if all > more {
						if same, found := parse(buf[more:all]); found && same.RequestID != "" && same.Kind == e.Kind && same.Message == e.Message {
							more, e2, ok2 = all, same, true
						}
					}
				}
				if !ok && !ok2 { // perhaps the document is what this line announces
					if all := f.paragraphEnd(buf, start, end, kind, false); all > more {
						more = all
						e2, ok2 = parse(buf[start:more])
					}
				}
				switch {
				case ok || ok2:
				case kind == sdkNeedle: // of an error with another status too
					quiet, sdkQuiet = max(quiet, more), min(more, at+maxBefore/2)
				case kind == ownNeedle:
					ownQuiet = end
				default: // what may be complete with what is behind has another chance
					quiet = max(quiet, lastLines(buf, end, more))
				}
				if ok2 && (!ok || (e.Code == "" || e2.Code == e.Code) && (e2.Kind != e.Kind || e2.RequestID != e.RequestID || e2.Message != e.Message)) {
					e, ok, end = e2, true, more
				}
			}
			if quiet = max(quiet, end); kind != sdkNeedle && kind != ownNeedle || ok && end > lineEnd(buf, at) {
				from = max(from, end)
			}
			if ok {
				// Another error of an SDK may stand on the same line, behind this one's request ID.
				if i := bytes.Index(buf[at:end], []byte(e.RequestID)); e.RequestID != "" && i > 0 {
					from = max(from, at+i)
				} else {
					from = max(from, end)
				}
			}
		}
		if ok {
			first := lineStart(buf, at)
			yield(found{first, e.Kind, strings.Clone(e.RequestID), timeOf(buf[first:lineEnd(buf, first)])})
		}
	}
}

func parse(b []byte) (*oss403.Error, bool) { return oss403.ParseText(string(b)) }

func lineStart(buf []byte, at int) int {
	low := max(0, at-maxBefore)
	return low + bytes.LastIndexByte(buf[low:at], '\n') + 1
}

func lineEnd(buf []byte, at int) int {
	rest := buf[at:min(len(buf), at+maxAfter)]
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		return at + i
	}
	return at + len(rest)
}

// statusIn returns the status of a status line.
func statusIn(line []byte) int {
	_, rest, _ := bytes.Cut(line[:min(len(line), 16)], []byte(" "))
	if len(rest) < 3 {
		return 0
	}
	return int(rest[0]-'0')*100 + int(rest[1]-'0')*10 + int(rest[2]-'0')
}

// httpEnd returns the end of the answer whose status line is at at: its headers and, if one
// follows, the document of an error.
func httpEnd(buf []byte, start, at, end int, ends *documentEndFinder) int {
	prefix := bytes.TrimSpace(buf[start:at])
	for range 100 {
		if end >= len(buf) {
			return end
		}
		next := lineEnd(buf, end+1)
		line := bytes.TrimSpace(buf[end+1 : next])
		line = bytes.TrimSpace(bytes.TrimPrefix(line, prefix))
		switch name, _, ok := bytes.Cut(line, []byte(":")); {
		case len(line) == 0:
		case bytes.HasPrefix(line, []byte("<?xml")), bytes.HasPrefix(line, []byte("<Error")):
			return xmlEnd(buf, end+1, next, ends)
		case !ok || bytes.ContainsAny(name, " <\"'{") || startsRecord(line):
			return end
		}
		end = next
	}
	return end
}

var (
	documentEnds   = [len(documentEndFinder{})][]byte{[]byte("</Error>"), []byte("&lt;/Error&gt;"), []byte(`u003c/Error\u003e`), []byte(`<\/Error>`)}
	documentStarts = []byte("<Error")
)

// xmlEnd returns the end of the document at at; where it is cut, that of its line or paragraph.
func xmlEnd(buf []byte, at, end int, ends *documentEndFinder) int {
	body := buf[at:min(len(buf), at+maxBody)]
	if bytes.HasPrefix(body, documentStarts) {
		if i := bytes.Index(body[len(documentStarts):], documentStarts); i >= 0 {
			body = body[:i+len(documentStarts)]
		}
	}
	for i, mark := range documentEnds {
		if n := ends.next(buf, i, at, at+len(body)); n >= 0 {
			return n + len(mark)
		}
	}
	for range maxLines {
		if end >= len(buf) || end-at > maxAfter {
			break
		}
		next := lineEnd(buf, end+1)
		if line := bytes.TrimSpace(buf[end+1 : next]); len(line) == 0 || line[0] != '<' && startsRecord(line) {
			break
		}
		end = next
	}
	return end
}

// lastLines returns where the last lines of a paragraph begin, which may belong to what is behind it.
func lastLines(buf []byte, from, to int) int {
	for range maxLines / 3 {
		i := bytes.LastIndexByte(buf[from:to], '\n')
		if i < 0 {
			return from
		}
		to = from + i
	}
	return to
}

// documentEndFinder finds the ends of documents without reading a text twice.
type documentEndFinder [4]struct {
	found int // the next one, if it is behind what was asked for
	upTo  int // what is in front of this was looked at
}

// next returns where the next end of the kind i begins in buf[from:to], -1 if there is none.
func (f *documentEndFinder) next(buf []byte, i, from, to int) int {
	e := &f[i]
	mark := documentEnds[i]
	if e.found < from || e.upTo == 0 {
		start := max(from, e.upTo-len(mark)+1)
		if start >= to {
			return -1
		}
		n := bytes.Index(buf[start:to], mark)
		if e.upTo = to; n < 0 {
			return -1
		}
		e.found, e.upTo = start+n, start+n+1
	}
	if e.found+len(mark) > to {
		return -1
	}
	return e.found
}

// paragraphEnd returns the end of the lines behind an error's first that may be a part of it, those
// in front of a document if that is to be another error.
func (f *finder) paragraphEnd(buf []byte, start, end int, kind needleKind, beforeDocument bool) int {
	limit := maxAfter
	if kind == codeNeedle || kind == messageNeedle {
		limit = maxBefore
	}
	first := end
	for range maxLines {
		if end >= len(buf) || end-start > limit {
			break
		}
		next := lineEnd(buf, end+1)
		line := bytes.TrimSpace(buf[end+1 : next])
		if len(line) == 0 || startsRecord(line) && !(kind == sdkNeedle && hasLabel(line)) {
			break
		}
		end = next
	}
	// The next error is another one.
	for from := first; from < end; {
		at, kind := f.next(buf[:end], from)
		if at < 0 {
			break
		}
		if kind == sdkNeedle || kind == ownNeedle || kind == httpNeedle || kind == xmlNeedle && beforeDocument {
			return max(first, lineStart(buf, at)-1)
		}
		from = at + window
	}
	return end
}

var labels = [][]byte{[]byte("Http Status Code: "), []byte("Error Code: "), []byte("Request Id: "), []byte("Message: "), []byte("EC: "),
	[]byte("Timestamp: "), []byte("Request Endpoint: ")}

// hasLabel says whether a line is one of those over which SDK v2 writes an error.
func hasLabel(line []byte) bool {
	return slices.ContainsFunc(labels, func(l []byte) bool { return bytes.Contains(line, l) })
}

var recordStarts = [][]byte{[]byte("{"), []byte("time="), []byte("ts="), []byte("level="), []byte("TRACE"), []byte("DEBUG"), []byte("INFO"),
	[]byte("WARN"), []byte("ERROR"), []byte("FATAL")}

// startsRecord says whether a line begins a record of a log.
func startsRecord(line []byte) bool {
	rest := bytes.TrimLeft(line, "[(\"")
	if n, _ := stamp(rest); n > 0 {
		return true
	}
	return slices.ContainsFunc(recordStarts, func(s []byte) bool { return bytes.HasPrefix(rest, s) })
}

// timeOf returns the time stamp near the begin of a line.
func timeOf(line []byte) string {
	line = line[:min(len(line), 96)]
	for i := range min(len(line), 32) {
		if i > 0 && isLetter(line[i-1]) {
			continue
		}
		if n, ok := stamp(line[i:]); ok {
			return string(line[i : i+n])
		}
	}
	return ""
}

// stamp returns the length of the time stamp that b begins with: a date and a time, as ISO 8601 or
// syslog write them. ok is false for a date without a time.
func stamp(b []byte) (n int, ok bool) {
	for _, form := range [...]string{"0000-00-00", "0000/00/00", "Aaa _0"} {
		if !hasForm(b, form) {
			continue
		}
		n = len(form)
		if len(b) > n && (b[n] == 'T' || b[n] == ' ') && hasForm(b[n+1:], "00:00:00") {
			n += len("T00:00:00")
			for n < len(b) && n < 40 && (isDigit(b[n]) || (b[n] == '.' || b[n] == ',') && n+1 < len(b) && isDigit(b[n+1])) {
				n++
			}
			switch {
			case n < len(b) && b[n] == 'Z':
				n++
			case hasForm(b[n:], "+00:00"):
				n += len("+00:00")
			case hasForm(b[n:], "+0000"):
				n += len("+0000")
			}
			return n, true
		}
		return n, false
	}
	return 0, false
}

// hasForm compares byte by byte: 0 is a digit, _ a digit or a blank, A a capital, a a small letter,
// + a sign, and anything else itself.
func hasForm(b []byte, form string) bool {
	if len(b) < len(form) {
		return false
	}
	for i := range len(form) {
		c, ok := b[i], false
		switch form[i] {
		case '0':
			ok = isDigit(c)
		case '_':
			ok = isDigit(c) || c == ' '
		case 'A':
			ok = 'A' <= c && c <= 'Z'
		case 'a':
			ok = 'a' <= c && c <= 'z'
		case '+':
			ok = c == '+' || c == '-'
		default:
			ok = c == form[i]
		}
		if !ok {
			return false
		}
	}
	return true
}
