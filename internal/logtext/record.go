package logtext

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"

	"github.com/oss403/oss403/internal/form"
)

// Record is a part of a text that may hold one error.
type Record struct {
	Text       string
	Before     string     // records in front of it that may tell of its request
	At         int        // where in Text it looks like an error
	Kind       AnchorKind // by what
	Start, End int        // where it is in the text
	Plain      bool       // one line for itself: nothing around it counts
	view       bool       // Text and Before are parts of a larger text
}

// IsLogged says whether a record is one of a log, which has a time or JSON at its begin.
func (rec *Record) IsLogged() bool {
	first := rec.Text[:lineEnd(rec.Text, 0)]
	return isStamped(first) || strings.HasPrefix(first, `{"`)
}

// record cuts the record around an anchor out of a text. floor is the end of the error before, and from
// quiet on there is no other anchor in front of this one.
func (t *Text) record(s string, floor, quiet, at int, n *needle) Record {
	if n.kind == AnchorOwn && n.text[0] == '\n' {
		start := at + 1
		end := reportEnd(s, start)
		return Record{Kind: n.kind, Text: s[start:end], Start: start, End: end, view: true}
	}
	le := lineEnd(s, at+len(n.text))
	if end := detailEnd(s, le); end > le {
		start := lineStart(s, at, floor)
		return Record{Kind: n.kind, Text: s[start:end], At: at - start, Start: start, End: end, view: true}
	}
	r := t.r
	low, own := t.docs.before(s, floor, at)
	ls := lineStart(s, at, low)
	start := ls
	rec := Record{Kind: n.kind}
	stamped := isStamped(s[ls:le])

	// Up: to the line that begins the record.
	blanks, up := 0, maxLines
	if !t.again.allows(at, 1) {
		up = minLines
	}
	for lines := 0; start > low && lines < up && at-start < maxBefore; lines++ {
		line := s[start:lineEnd(s, start)]
		if startsRecord(line) && !r.continues(s, start) {
			break
		}
		prev := lineStart(s, start-1, low)
		above := s[prev : start-1]
		if isBlank(above) && !isCurlMark(above) {
			if blanks++; blanks > 1 || !opensDocument(line) && n.kind != AnchorDocument {
				break
			}
		}
		start = prev
	}
	switch {
	case start == low:
		start = own
	case s[start-1] != '\n':
		for start < at && !endsWord[s[start]] {
			start++
		}
	}
	// Down: as far as lines go on.
	high := t.docs.behind(s, start, at)
	le = min(le, high)
	end, limit := le, at+maxAfter
	mine := "" // its request ID, once it is looked for
	for lines := 0; end < high && lines < maxLines && end < limit; lines++ {
		next := lineEnd(s, end+1)
		line := s[end+1 : next]
		if isBlank(line) && !isCurlMark(line) {
			to, ok := r.overBlank(s, next)
			if !ok {
				break
			}
			end = to
			continue
		}
		if t.beginsAnother(s, end+1, next, n, start, end) || startsRecord(line) && !goesOnWith(s[ls:le], line, stamped) || r.hasOtherID(&mine, s[start:end], line) {
			break
		}
		end = next
	}
	// A document is taken whole.
	end = t.ends.wholeDocument(s, start, min(end, high))
	switch {
	case end >= high:
		end = high
	case s[end] != '\n':
		end = wordCut(s, max(start, at+len(n.text)), end)
	}
	rec.Text, rec.At, rec.view = s[start:end], at-start, true
	if n.kind != AnchorDocument {
		if cut := r.otherDocument(rec.Text, rec.At); cut > rec.At {
			rec.Text = rec.Text[:cut]
		}
	}
	rec.Start, rec.End = start, start+len(rec.Text)
	near := maxNear
	if (n.kind == AnchorHTTP || n.kind == AnchorDocument) && strings.Contains(s[max(0, start-128):start+min(len(rec.Text), 128)], dumpedAnswer) {
		near = maxLines
	}
	rec.Before = contextBefore(s, max(low, own), quiet, start, near)
	rec.Plain = start >= ls && end <= le
	return rec
}

// reportEnd returns where a report of this module ends of which the facts begin at start: behind the links,
// which stand below a line of their own after an empty one.
func reportEnd(s string, start int) int {
	end := blockEnd(s, start)
	if end >= len(s) || !isBlank(s[end+1:lineEnd(s, end+1)]) {
		return end
	}
	head := lineEnd(s, end+1) + 1
	if head >= len(s) {
		return end
	}
	if last := blockEnd(s, head); last > lineEnd(s, head) {
		return last
	}
	return end
}

// blockEnd returns where a line and those below it that are indented end.
func blockEnd(s string, start int) int {
	end := lineEnd(s, start)
	for end < len(s) && end-start < maxAfter && strings.HasPrefix(s[end+1:], "  ") {
		end = lineEnd(s, end+1)
	}
	return end
}

// detailEnd returns where what %+v prints of an error ends whose line ends at le, le if only the line is there.
func detailEnd(s string, le int) int {
	end := le
	for end+1 < len(s) && end-le < maxAfter && isOneOf(s[end+1], "\t ") {
		next := lineEnd(s, end+1)
		if end == le && !isDetail(s[end+1:next]) {
			break
		}
		end = next
	}
	return end
}

// isDetail says whether a line is the first that %+v prints below that of an error.
func isDetail(line string) bool {
	indented := strings.TrimLeft(line, "\t ")
	return len(indented) < len(line) && strings.HasPrefix(indented, "kind: ") && strings.Contains(line, ", category ")
}

var endsWord = [256]bool{' ': true, '\t': true, '\r': true, '\n': true, '"': true, '\'': true, ',': true}

// wordCut ends a record that is too long behind a whole word: a part of a secret is hard to tell.
func wordCut(s string, low, end int) int {
	low = max(low, end-maxWord)
	for end--; end > low && !endsWord[s[end]]; end-- {
	}
	return max(low, end)
}

// maxWord is how long a secret is at most, in bytes.
const maxWord = 4 << 10

// isCurlMark says whether a line is one of curl's that is empty behind its mark.
func isCurlMark(line string) bool {
	line = strings.TrimSpace(line)
	return line == "<" || line == ">"
}

func opensDocument(line string) bool {
	line = strings.TrimLeft(line, " \t>*#/|")
	return strings.HasPrefix(line, "<?xml") || strings.HasPrefix(line, "<Error") || strings.HasPrefix(line, "{\"Error\"") || strings.HasPrefix(line, "<Code>") || strings.HasPrefix(line, "&lt;")
}

// opensPage says whether a line begins an HTML page.
func opensPage(line string) bool {
	line = strings.TrimLeft(line, " \t<>*#/|")
	return chars.HasPrefixFold(line, "html>") || chars.HasPrefixFold(line, "html ") || chars.HasPrefixFold(line, "!doctype html") || chars.HasPrefixFold(line, "head>")
}

// opensElement says whether a line begins an element of a list as R prints it: $name, $`name`.
func opensElement(line string) bool {
	return len(line) > 1 && line[0] == '$' && (line[1] == '`' || chars.IsLetterOrDigit(line[1]))
}

// startsEC says whether a line begins with an EC, as where somebody copied what a console shows.
func startsEC(line string) bool {
	line = strings.TrimLeft(line, " \t")
	return len(line) >= 13 && form.IsEC(line[:13])
}

// overBlank says whether a record goes on behind an empty line, and up to where: with a document,
// a page, or the EC.
func (r *Reader) overBlank(s string, end int) (to int, ok bool) {
	for range 2 {
		if end >= len(s) {
			return 0, false
		}
		next := lineEnd(s, end+1)
		line := s[end+1 : next]
		if isBlank(line) {
			end = next
			continue
		}
		if opensDocument(line) || opensPage(line) || startsEC(line) || opensElement(line) {
			return next, true
		}
		return 0, false
	}
	return 0, false
}

// continues says whether the line at start, which has a time stamp, goes on with what the line above
// it began: a log stamps each line of some programs.
func (r *Reader) continues(s string, start int) bool {
	if start == 0 {
		return false
	}
	line, above := s[start:lineEnd(s, start)], neighbour(s, start, -1)
	return goesOnWith(above, line, isStamped(above))
}

// goesOnWith says whether a line that begins like a record belongs to the one above it: with the same
// stamp in front, and behind it what begins nothing.
func goesOnWith(above, line string, stamped bool) bool {
	if continuesLine(above, line) {
		return true
	}
	if !stamped {
		return false
	}
	m := stampAt(line)
	if m == 0 || m > len(above) || !chars.IsDigit(line[m-1]) && above[m-1] != line[m-1] { // they differ in it
		return false
	}
	n := samePrefix(above, line)
	if n < m {
		return false
	}
	if labelLine(line[m:min(len(line), n+maxLabel)]) && (labelLine(above[m:]) || strings.Contains(above, "Error returned by Service") || strings.Contains(above, "OSSException")) {
		return true
	}
	rest := line[n:]
	if strings.TrimSpace(rest) == "" { // an empty line; one that is the same but for its digits is another
		return len(strings.TrimSuffix(above, "\r")) > n && isOneOf(line[n-1], " \t:]>|)")
	}
	// The blanks that indent a line are behind the one that ends the prefix.
	switch rest[0] {
	case '<', '&':
		return !beginsDocument(rest, above[n:])
	case '}', ')', '\t':
		return true
	case ' ':
		trimmed := strings.TrimLeft(rest, " ")
		return rest[1] == ' ' || strings.HasPrefix(trimmed, "<") && !beginsDocument(trimmed, above[n:])
	}
	return isIndented(line[m:n]) || isHeaderText(rest) && (strings.Contains(above[n:], "HTTP/") || strings.Contains(above[n:], "-- ") || isHeaderText(above[n:]))
}

// isHeaderText says whether a text is a header, as a program logs each of a request or an answer in a line of
// its own: Content-Type: text/plain, or in quotes behind >> or <<.
func isHeaderText(s string) bool {
	s = strings.TrimPrefix(strings.TrimLeft(s[:min(len(s), 64)], "<>* "), "\"")
	if strings.HasPrefix(s, `[\r]`) { // the empty line behind them
		return true
	}
	name, rest, ok := strings.Cut(s, ":")
	if !ok || name == "" || rest != "" && rest[0] != ' ' {
		return false
	}
	dash := false
	for i := 0; i < len(name); i++ {
		if dash = dash || name[i] == '-'; !chars.IsLetterOrDigit(name[i]) && name[i] != '-' {
			return false
		}
	}
	switch strings.ToLower(name) {
	case "server", "date", "host", "via", "connection", "vary", "age", "etag", "eagleid", "accept", "authorization", "origin", "referer":
		return true
	}
	return dash
}

// labels are what the lines begin with in which SDK v2 and Java go on behind the first line of an error: a
// field each, and the message about a policy's condition.
var labels = [...]string{"Http Status Code: ", "Error Code: ", "Request Id: ", "Message: ", "EC: ", "Timestamp: ", "Request Endpoint: ",
	"[ErrorCode]: ", "[RequestId]: ", "[HostId]: ", "[ResponseError]:", "Policy Condition failed:", `["`}

// maxLabel is how long a label is at most.
const maxLabel = 24

// labelsByEnd are the labels by the character in front of their colon.
var labelsByEnd [256][]string

func makeLabelsByEnd() (t [256][]string) {
	for _, label := range labels {
		if i := strings.IndexByte(label, ':'); i > 0 {
			t[label[i-1]] = append(t[label[i-1]], label)
		}
	}
	return t
}

// labelLine says whether one of the labels stands in a text.
func labelLine(s string) bool {
	for at := 0; ; at++ {
		i := strings.IndexByte(s[at:], ':')
		if i < 0 {
			return strings.Contains(s, `["`)
		}
		if at += i; at == 0 {
			continue
		}
		for _, label := range labelsByEnd[s[at-1]] {
			if start := at - strings.IndexByte(label, ':'); start >= 0 && strings.HasPrefix(s[start:], label) {
				return true
			}
		}
	}
}

// beginsDocument says whether a text begins a document of its own: the text above it has begun, or
// ended, one.
func beginsDocument(s, above string) bool {
	if !opensDocument(s) {
		return false
	}
	if strings.HasPrefix(s, "<?xml") || strings.HasPrefix(s, "&lt;?xml") {
		return strings.Contains(above, "/Error")
	}
	return strings.Contains(above, "<Error") || strings.Contains(above, "lt;Error") || strings.Contains(above, "/Error") || strings.Contains(above, "<Code>") || strings.Contains(above, "lt;Code")
}

// isIndented says whether what two lines share behind their stamps ends in blanks that indent them.
// Those that fill up the name of a level do not.
func isIndented(prefix string) bool {
	if len(prefix) < 3 || !strings.HasSuffix(prefix, "  ") {
		return false
	}
	words := strings.TrimRight(prefix, " ")
	word := strings.Trim(words[strings.LastIndexByte(words, ' ')+1:], "[]:|-")
	for _, level := range [...]string{"TRACE", "DEBUG", "INFO", "WARN", "WARNING", "ERROR", "FATAL", "NOTICE", "CRITICAL"} {
		if strings.EqualFold(word, level) {
			return false
		}
	}
	return true
}

// hasOtherID says whether a line that looks like an error has another request ID than a text has, which is
// kept in mine.
func (r *Reader) hasOtherID(mine *string, text, line string) bool {
	id := idIn(line)
	if id == "" {
		return false
	}
	if *mine == "" {
		*mine = idIn(text)
	}
	if *mine == "" || *mine == id {
		return false
	}
	at, _ := r.next(line, 0)
	return at >= 0
}

// beginsAnother says whether the line s[from:to] begins another error than the one that n found.
func (t *Text) beginsAnother(s string, from, to int, n *needle, start, end int) bool {
	a := noAnchors
	for at := from; ; {
		i, other := a.next(t.r, s[:to], at)
		if at == from {
			t.below = lineAnchors{stretch{from, to}, a}
		}
		if other == nil {
			return false
		}
		switch other.kind {
		case AnchorOwn:
			return !isHeaderName(previousLine(s[max(0, from-maxNeedle):from])) // a browser's panel: it is what the header says
		case AnchorSDK:
			// A frame of its stack, or its name in a line of its text, begins nothing.
			if n.kind == AnchorSDK && other.text == n.text && strings.HasPrefix(n.text, "oss: ") || n.kind == AnchorSDK && strings.HasPrefix(n.text, "error returned") && other.text == n.text {
				return true
			}
			line := strings.TrimLeft(s[from:to], " \t")
			if n.kind == AnchorSDK && strings.HasPrefix(line, "com.aliyun.oss.") && !strings.HasPrefix(line, "com.aliyun.oss.common") && strings.Contains(s[start:end], "[RequestId]") {
				return true
			}
			if strings.HasPrefix(other.text, "oss: ") && (n.kind == AnchorDocument || n.kind == AnchorHTTP) {
				return true
			}
		case AnchorHTTP:
			if n.kind == AnchorHTTP && !strings.Contains(s[from:to], "\"") {
				return true
			}
		}
		at = i + len(other.text)
	}
}

// documentEnds are where documents may begin or end in a text, as far as it was looked at for them.
type documentEnds struct{ open, closed, eaten ahead }

// wholeDocument moves the end of a record behind the document that is open there.
func (d *documentEnds) wholeDocument(s string, start, end int) int {
	open := lastOpen(s[start:end])
	if open < 0 {
		return end
	}
	open += start
	limit := min(len(s), open+maxDocument)
	if i := d.open.next(s, "<Error", open+1, limit); i >= 0 {
		limit = i
		if j := strings.LastIndexByte(s[open:limit], '\n'); j >= 0 { // what stands in front of it on its line is its own
			limit = open + j
		}
	}
	best := -1
	for at := open; best < 0; {
		i := d.closed.next(s, "/Error", at, limit)
		if i < 0 {
			break
		}
		at = i + len("/Error")
		for _, mark := range [...]struct{ before, behind string }{{"<", ">"}, {"&lt;", "&gt;"}, {"amp;lt;", "&amp;gt;"}, {"u003c", `\u003e`}, {`<\`, ">"}, {"x3c", `\x3e`}} {
			if strings.HasSuffix(s[open:i], mark.before) && strings.HasPrefix(s[at:limit], mark.behind) {
				best = at
			}
		}
	}
	if i := d.eaten.next(s, "\nError>", open, limit); i >= 0 && (best < 0 || i < best) {
		best = i + len("\nError>")
	}
	if best < 0 {
		// It breaks off: up to where it can go.
		return max(end, min(len(s), open+openEnd(s[open:min(limit, open+maxAfter)])))
	}
	if best > end {
		return lineEnd(s, best)
	}
	return end
}

// ahead looks for one text in another, and remembers how far it has looked: from several places behind each
// other, it looks at each part once.
type ahead struct {
	from, to int  // there is none that begins in s[from:to]
	found    bool // at to there is one
}

// next returns where sub begins first in s[from:limit] and ends in it, -1 if it does not.
func (a *ahead) next(s, sub string, from, limit int) int {
	if from < a.from || from > a.to {
		*a = ahead{from: from, to: from}
	}
	if !a.found && a.to < limit {
		if i := strings.Index(s[a.to:limit], sub); i >= 0 {
			a.to, a.found = a.to+i, true
		} else {
			a.to = max(a.to, limit-len(sub)+1)
		}
	}
	if a.found && a.to+len(sub) <= limit {
		return a.to
	}
	return -1
}

// lastOpen returns where the last document in a text begins, -1 if there is none.
func lastOpen(s string) int {
	last, at := -1, 0
	for range 16 {
		i := strings.Index(s[at:], "Error")
		if i < 0 {
			break
		}
		i += at
		at = i + len("Error")
		if i == 0 || s[i-1] != '<' && s[i-1] != ';' && s[i-1] != 'c' {
			continue
		}
		for _, mark := range [...]string{"<", "&lt;", "amp;lt;", "u003c", "x3c"} {
			if strings.HasSuffix(s[:i], mark) && at < len(s) && isOneOf(s[at], "> &\\") {
				last = i - len(mark)
			}
		}
	}
	return last
}

// documents are the documents around the places that are looked at, one behind the other.
type documents struct {
	first, second ahead // the next, and the one behind it
	known         int   // those that begin in front of it are known
	own, above    int   // the last of them, and the one in front of it; -1: none
	other         bool  // they are of different errors
}

const documentTag = "<Error>"

// before returns how far a record of a place can go in front of it, from floor on: not into the document of
// another error. One that would go to low begins at own, with the document that the place is in.
func (d *documents) before(s string, floor, at int) (low, own int) {
	if d.known == 0 || at+1 < d.known || at > d.known+maxBefore {
		d.known, d.own, d.above = max(0, at-maxBefore), -1, -1
	}
	for {
		i := d.first.next(s, documentTag, d.known, min(len(s), at+len(documentTag)))
		if i < 0 {
			break
		}
		d.above, d.own, d.known = d.own, i, i+1
		d.other = d.above >= 0 && isOfAnother(s[d.above:i], s[i:min(len(s), i+maxDocument)])
	}
	d.known = at + 1
	if d.other && d.above >= floor {
		low = d.above + 1
		return low, lineCut(s, low, d.own)
	}
	return floor, floor
}

// behind returns how far a record can go that begins at start, behind the place that before was asked for: to
// where the document of another error begins.
func (d *documents) behind(s string, start, at int) int {
	limit := min(len(s), at+maxAfter+maxDocument)
	one, two := d.own, d.first.next(s, documentTag, at+1, limit)
	if one < start && two >= 0 {
		one, two = two, d.second.next(s, documentTag, two+1, limit)
	}
	if two < 0 || !isOfAnother(s[one:two], s[two:limit]) {
		return len(s)
	}
	if high := lineCut(s, start, two); high > at {
		return high
	}
	return two
}

// isOfAnother says whether two documents are not of one error, by their request ID. One that breaks off in front of
// it, as at (truncated...), is told again by one whose message begins as its own.
func isOfAnother(x, y string) bool {
	if id := elementIn(x, "RequestId"); id != "" {
		return id != elementIn(y, "RequestId")
	}
	const words = 12
	_, said, _ := strings.Cut(x, "<Message>")
	said, _, _ = strings.Cut(strings.TrimSpace(said), "</Message")
	return len(said) < words || strings.Contains(x, "/Error") || !strings.HasPrefix(elementIn(y, "Message"), said[:words])
}

// elementIn returns the text of an element of a document, "" if it is not there.
func elementIn(doc, name string) string {
	_, rest, _ := strings.Cut(doc, "<"+name+">")
	v, _, ok := strings.Cut(rest, "</"+name+">")
	if !ok {
		return ""
	}
	return strings.TrimSpace(v)
}

// otherDocument returns where a document begins, behind an error at a place, that is of another error:
// by its request ID, or by its message. It is 0 if there is none.
func (r *Reader) otherDocument(s string, at int) int {
	doc := strings.Index(s, "<Error>")
	if doc <= at {
		return 0
	}
	front := s[:doc]
	if !strings.Contains(front, "\n") {
		return 0 // on the same line
	}
	if id := elementIn(s[doc:], "RequestId"); form.IsRequestID(id) {
		if other := idIn(front); other != "" {
			if other != id {
				return lineCut(s, 0, doc)
			}
			return 0
		}
	}
	if message := elementIn(s[doc:], "Message"); message != "" {
		if i, n := r.messageIn(front); n > 0 && !strings.EqualFold(strings.TrimRight(front[i:i+n], ". "), strings.TrimRight(message, ". ")) {
			return lineCut(s, 0, doc)
		}
	}
	return 0
}

// idIn returns the first request ID of OSS's form in a text.
func idIn(s string) string {
	run := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && class[s[i]] == classHex {
			run++
			continue
		}
		if run == 24 && (i == len(s) || !chars.IsLetterOrDigit(s[i])) && (i == 24 || !chars.IsLetterOrDigit(s[i-25])) {
			return s[i-24 : i]
		}
		run = 0
	}
	return ""
}

// messageIn returns where the first message of the catalog in a text is, and its length.
func (r *Reader) messageIn(s string) (at, n int) {
	for i := range len(s) {
		if r.beginsMessage(s, i) {
			if n := r.c.Message(s[i:]); strings.Contains(s[i:i+n], " ") {
				return i, n
			}
		}
	}
	return 0, 0
}

// lineCut returns the end of the line in front of a document, with its declaration, and where the document
// begins if other words stand in front of it on its line.
func lineCut(s string, low, at int) int {
	low = max(low, at-maxDeclaration)
	if i := low + strings.LastIndexByte(s[low:at], '\n'); i >= low {
		line := strings.TrimSpace(s[i:at])
		if line == "" || strings.HasPrefix(line, "<?xml") {
			if j := strings.LastIndex(s[low:i], "<?xml"); j >= 0 && i-low-j < 64 && strings.TrimSpace(s[low+j:i]) != "" && !strings.Contains(s[low+j:i], "\n") {
				i = low + j
			}
			return max(low+1, i)
		}
	}
	return at
}

const maxDeclaration = 256

// A dump of AWS's SDK for Go, or of rclone, has the request some lines in front of the answer.
const (
	dumpedRequest = " REQUEST "
	dumpedAnswer  = " RESPONSE "
)

// contextBefore returns the lines in front of a record, near of them, that may tell of its request.
func contextBefore(s string, floor, quiet, start, near int) string {
	low := start
	for lines := 0; low > floor && lines < near && start-low < maxContext; lines++ {
		low = lineStart(s, low-1, floor)
	}
	before := s[low:start]
	if before == "" {
		return ""
	}
	// Without one of these it tells nothing.
	if contains(before, "://", "ferer") || near > maxNear && strings.Contains(before, dumpedRequest) ||
		low < quiet && (strings.Contains(before, "aliyuncs.com") || nextStatus(before, 0) >= 0) {
		return strings.TrimRight(before, "\n")
	}
	return ""
}
