package logtext

import (
	"strconv"
	"strings"
	"time"

	"github.com/oss403/oss403/internal/chars"
)

// How far around a place a record goes, in bytes and in lines.
const (
	maxBefore   = 4 << 10
	maxAfter    = 8 << 10
	maxDocument = 64 << 10
	maxLines    = 48
	minLines    = 3       // in front of it, where much was read again
	maxContext  = 2 << 10 // how much of the records around is looked at for the request
	maxNear     = 6       // lines of context
)

// lineStart returns where the line of a place begins, or how far it is looked for: no further than to low.
func lineStart(s string, at, low int) int {
	low = max(low, at-maxBefore)
	if strings.IndexByte(s[low:at], '\n') < 0 { // which takes less time than to look for the last one
		return low
	}
	return low + strings.LastIndexByte(s[low:at], '\n') + 1
}

func lineEnd(s string, at int) int {
	rest := s[at:min(len(s), at+maxAfter)]
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		return at + i
	}
	return at + len(rest)
}

// isBlank says whether a line holds nothing but what a quotation or a comment puts in front.
func isBlank(line string) bool {
	for i := 0; i < len(line); i++ {
		if !isOneOf(line[i], " \t\r\n>*#/|-<") {
			return false
		}
	}
	return true
}

var recordStarts = [...]string{"{\"", "time=", "ts=", "level=", "TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL", "panic:"}

// startsRecord says whether a line begins a record of a log.
func startsRecord(line string) bool {
	if line == "" {
		return false
	}
	switch c := line[0]; {
	case chars.IsDigit(c), c == '[', c == '(', c == '"', c == '\x1b', isUpper(c), c == '{', c == 't', c == 'l', c == 'p':
	default:
		return isNamed(line)
	}
	if isStamped(line) {
		return true
	}
	rest := strings.TrimLeft(line, "[(\"")
	for _, s := range recordStarts {
		if rest != "" && rest[0] == s[0] && strings.HasPrefix(rest, s) {
			return true
		}
	}
	return false
}

// isReport says whether a text that ends where an error begins has in front of it what a log puts there: a
// time, or a level. A quotation has not.
func isReport(front string) bool {
	first, _, _ := strings.Cut(front, "\n")
	return startsRecord(first) || stampAt(first) > 0 || strings.Contains(first, "ERROR") || strings.Contains(first, "FATAL")
}

// isNamed says whether a line has a time stamp behind the name of who printed it, as compose, stern and
// syslog put it: "web-1  | 2026-03-05T10:11:03Z", "pod-x app 2026-03-05T10:11:03Z", "<34>1 2026-03-05T10:11:03Z".
func isNamed(line string) bool {
	line = line[:min(len(line), 128)]
	i := strings.Index(line, " 20")
	if i < 0 || !hasForm(line[i+1:], "0000-00-00T00:00:00") {
		return false
	}
	for k := 0; k < i; k++ {
		if c := line[k]; !chars.IsLetterOrDigit(c) && !isOneOf(c, "-_./ |<>") {
			return false
		}
	}
	return true
}

// isOneOf says whether a character is one of a set.
func isOneOf(c byte, set string) bool { return strings.IndexByte(set, c) >= 0 }

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }

// stampAt returns the length of the time stamp near the start of a line, with what stands in front
// of it; 0 if there is none.
func stampAt(line string) int {
	line = line[:min(len(line), 96)]
	for i := 0; i < len(line) && i < 28; i++ {
		if i > 0 && chars.IsLetterOrDigit(line[i-1]) || i > 1 && isOneOf(line[i-1], "./-") && chars.IsLetterOrDigit(line[i-2]) { // of a word: RELEASE.2026-03-05T10-11-03Z
			continue
		}
		if c := line[i]; !chars.IsDigit(c) && !isUpper(c) {
			if i == 0 && c == ' ' || c == '\t' || c == '<' {
				return 0
			}
			continue
		}
		if n := stamp(line[i:]); n > 0 {
			if i > 1 && (line[i-1] == '=' || line[i-2] == ':' || line[i-1] == ':') && !strings.HasPrefix(line, "time") && !strings.HasPrefix(line, "ts") {
				return 0 // the value of something
			}
			return i + n
		}
		if chars.IsDigit(line[i]) && i > 0 && line[i-1] == ' ' {
			return 0 // the number of something
		}
	}
	return 0
}

// stampForms are how logs write a date and a time; that of klog, I0305 10:11:12, is found by its time. 0
// is a digit, _ a digit or a blank, A a capital, a a small letter, T that letter or a blank.
var stampForms = [...]string{
	"0000-00-00T00:00:00",
	"0000/00/00T00:00:00",
	"00/Aaa/0000:00:00:00",
	"Aaa _0 00:00:00",
	"00:00:00",
	"Aaa 00, 0000",
	"20000000-00:00:00",
	"0000-00-00",
	"20000000 00:00:00",
	"00-00 00:00:00",
}

// stamp returns the length of the time stamp that s begins with.
func stamp(s string) int {
	if len(s) < 8 || !beginsStamp(s[0], s[1]) {
		return 0
	}
	for _, form := range stampForms {
		if !hasForm(s, form) {
			continue
		}
		n := len(form)
		for n < len(s) && n < 40 && (chars.IsDigit(s[n]) || (s[n] == '.' || s[n] == ',') && n+1 < len(s) && chars.IsDigit(s[n+1])) {
			n++
		}
		switch {
		case n < len(s) && s[n] == 'Z':
			n++
		case hasForm(s[n:], "+00:00"):
			n += len("+00:00")
		case hasForm(s[n:], " +00:00"):
			n += len(" +00:00")
		case hasForm(s[n:], "+0000"):
			n += len("+0000")
		case hasForm(s[n:], " +0000"):
			n += len(" +0000")
		}
		return n
	}
	return 0
}

// beginsStamp says whether a time stamp can begin with two characters: two digits, a month, or a level's
// letter and a digit.
func beginsStamp(a, b byte) bool {
	if chars.IsDigit(b) {
		return chars.IsDigit(a) || isUpper(a)
	}
	return isLower(b) && isUpper(a)
}

// hasForm compares byte by byte with a form.
func hasForm(s, form string) bool {
	if len(s) < len(form) {
		return false
	}
	for i := 0; i < len(form); i++ {
		c, ok := s[i], false
		switch form[i] {
		case '0':
			ok = chars.IsDigit(c)
		case '_':
			ok = chars.IsDigit(c) || c == ' '
		case 'A':
			ok = isUpper(c)
		case 'a':
			ok = isLower(c)
		case 'T':
			ok = c == 'T' || c == ' '
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

// TimeOf returns the time that a line of a log begins with; the zero time where it says none, or no
// date. Without a zone it is UTC.
func TimeOf(line string) time.Time {
	line = line[:min(len(line), 256)]
	for i := 0; i < len(line) && i < 128; i++ {
		if i > 0 && chars.IsLetterOrDigit(line[i-1]) || !chars.IsDigit(line[i]) {
			continue
		}
		rest := line[i:]
		switch {
		case hasForm(rest, "0000-00-00T00:00:00"), hasForm(rest, "0000/00/00T00:00:00"):
			return isoTime(rest)
		case hasForm(rest, "00/Aaa/0000:00:00:00"):
			for _, layout := range [...]string{"02/Jan/2006:15:04:05 -0700", "02/Jan/2006:15:04:05"} {
				if t, err := time.Parse(layout, rest[:min(len(rest), len(layout))]); err == nil {
					return t.UTC()
				}
			}
		}
	}
	// In JSON it stands under a key.
	if !strings.Contains(line, "time") && !strings.Contains(line, "ts") {
		return time.Time{}
	}
	for _, key := range [...]string{`"time":"`, `"ts":"`, `"timestamp":"`, `"@timestamp":"`, `time="`, "time=", "ts="} {
		if _, rest, _ := strings.Cut(line, key); hasForm(rest, "0000-00-00T00:00:00") {
			return isoTime(rest)
		}
	}
	if _, rest, ok := strings.Cut(line, `"ts":`); ok { // zap's seconds
		number, _, _ := strings.Cut(rest, ",")
		if f, err := strconv.ParseFloat(number, 64); err == nil && f > 1e9 && f < 1e10 {
			return time.UnixMilli(int64(f * 1000)).UTC()
		}
	}
	return time.Time{}
}

// isoTime reads 2006-01-02T15:04:05.000Z and its like, without time.Parse: a log has many lines.
func isoTime(s string) time.Time {
	two := func(i int) int { return int(s[i]-'0')*10 + int(s[i+1]-'0') }
	nano, i := 0, len("0000-00-00T00:00:00")
	if i+1 < len(s) && (s[i] == '.' || s[i] == ',') && chars.IsDigit(s[i+1]) {
		unit := 100_000_000
		for i++; i < len(s) && chars.IsDigit(s[i]); i++ {
			nano += int(s[i]-'0') * unit
			unit /= 10
		}
	}
	month, day, hour, minute, second := two(5), two(8), two(11), two(14), two(17)
	if month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60 {
		return time.Time{}
	}
	t := time.Date(two(0)*100+two(2), time.Month(month), day, hour, minute, second, nano, time.UTC)
	for i < len(s) && s[i] == ' ' {
		i++
	}
	if rest := s[i:]; hasForm(rest, "+00:00") || hasForm(rest, "+0000") {
		minutes := int(rest[1]-'0')*600 + int(rest[2]-'0')*60
		rest = strings.Replace(rest[3:min(len(rest), 6)], ":", "", 1)
		minutes += int(rest[0]-'0')*10 + int(rest[1]-'0')
		if s[i] == '+' {
			minutes = -minutes
		}
		t = t.Add(time.Duration(minutes) * time.Minute)
	}
	return t
}

// samePrefix returns how much of two lines a log put in front of both: what is the same, digits
// aside, up to where a word ends.
func samePrefix(x, y string) int {
	n := 0
	for limit := min(len(x), len(y), 200); n < limit; {
		end := min(n+16, limit)
		if x[n:end] == y[n:end] { // most are
			n = end
			continue
		}
		for n < end && (x[n] == y[n] || chars.IsDigit(x[n]) && chars.IsDigit(y[n])) {
			n++
		}
		if n < end {
			break
		}
	}
	whole := n == len(x) || n == len(y)
	// What was asked for is no prefix, nor is a document.
	if i := schemeEnd(x[:n]); i >= 0 {
		n, whole = strings.LastIndexByte(x[:i], ' ')+1, false
		if k := strings.LastIndexByte(x[:max(0, n-1)], ' ') + 1; n > 0 && isMethod(x[k:n-1]) {
			n = k
		}
	}
	for _, tag := range [...]string{"<Error", "&lt;Error"} {
		if !strings.Contains(x[:n], tag[:1]) {
			continue
		}
		if i := strings.Index(x[:n], tag); i >= 0 {
			n, whole = i, false
		}
	}
	if whole {
		return n
	}
	for n > 0 && !endsPrefix[x[n-1]] {
		n--
	}
	return n
}

// schemeEnd returns where :// is in a text, -1 if it is not. There are fewer slashes in a line than colons.
func schemeEnd(s string) int {
	for at := 0; ; at++ {
		i := strings.IndexByte(s[at:], '/')
		if i < 0 {
			return -1
		}
		if at += i; at > 0 && s[at-1] == ':' && at+1 < len(s) && s[at+1] == '/' {
			return at - 1
		}
	}
}

// endsPrefix are the characters that what stands in front of lines ends in.
var endsPrefix = [256]bool{' ': true, '\t': true, ':': true, ']': true, '>': true, '|': true, ')': true}

// quotation are the marks that mails, comments and tables put in front of each line.
const quotation = ">*/#|-;"

// quotationOf returns the marks of a quotation that a line begins with, and the blanks around them; "" for none.
func quotationOf(line string) string {
	n := 0
	for n < len(line) && isOneOf(line[n], quotation+" \t") {
		n++
	}
	if mark := strings.TrimSpace(line[:n]); mark == "" || len(mark) > 3 {
		return ""
	}
	return line[:n]
}

// quotationBehind returns the marks that two lines begin with which stand behind the line at a place: words may
// lead up to a quotation. "" for none near.
func quotationBehind(s string, at int) string {
	for range 4 {
		if at = lineEnd(s, at) + 1; at >= len(s) {
			break
		}
		if marks := quotationOf(s[at:lineEnd(s, at)]); marks != "" && strings.HasPrefix(neighbour(s, at, 1), marks) {
			return marks
		}
	}
	return ""
}

// stripPrefixes takes off the lines of a text what a log, a mail or a comment put in front of each.
// It looks at the line in which at stands, and leaves a text alone whose lines share nothing.
func stripPrefixes(s string, at int) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	first := lineStart(s, min(at, len(s)), 0)
	line := s[first:lineEnd(s, first)]
	prefix := ""
	least := stampAt(line) // how much of the line the prefix has at least, 0: there is none
	if least == 0 {
		if prefix = quotationOf(line); prefix == "" {
			prefix = quotationBehind(s, first)
		}
		if isCurl(s) {
			prefix = ""
		}
		if i := strings.IndexAny(line[:min(len(line), 48)], "|:]"); prefix == "" && i > 0 && i < len(line)-1 {
			least = i + 1 // compose and flutter name who prints
		}
	}
	if least > 0 { // as far as the line before or behind shares it
		for _, other := range [...]string{neighbour(s, first, -1), neighbour(s, first, 1)} {
			if m := samePrefix(line, other); m >= least && (prefix == "" || m < len(prefix)) {
				prefix = line[:m]
			}
		}
	}
	if strings.TrimSpace(prefix) == "" {
		return s
	}
	mark := strings.TrimSpace(prefix)
	var b strings.Builder
	b.Grow(len(s))
	for rest := s; rest != ""; {
		line, after, more := strings.Cut(rest, "\n")
		if m := samePrefix(line, prefix+"\x00"); m >= len(prefix) {
			line = line[m:]
		} else if len(mark) <= 3 {
			if cut, ok := strings.CutPrefix(strings.TrimLeft(line, " \t"), mark); ok {
				line = cut
			}
		} else if m >= len(mark) {
			line = line[m:]
		}
		b.WriteString(line)
		if more {
			b.WriteByte('\n')
		}
		rest = after
	}
	return b.String()
}

// neighbour returns the line before or behind the one that begins at start.
func neighbour(s string, start, way int) string {
	if way < 0 {
		if start == 0 {
			return ""
		}
		return s[lineStart(s, start-1, 0) : start-1]
	}
	end := lineEnd(s, start)
	if end >= len(s) {
		return ""
	}
	return s[end+1 : lineEnd(s, end+1)]
}

// isCurl says whether a text is what curl -v prints, whose marks in front of a line say who sent it.
func isCurl(s string) bool {
	return strings.Contains(s, "\n< ") || strings.HasPrefix(s, "< ") || strings.Contains(s, "\n> ") && strings.Contains(s, "\n* ")
}

// isStamped says whether a line begins with a time stamp.
func isStamped(line string) bool {
	if len(line) > 18 && (line[4] == '-' || line[4] == '/') && line[7] == line[4] && line[13] == ':' && line[16] == ':' &&
		chars.IsDigit(line[0]) && chars.IsDigit(line[3]) && chars.IsDigit(line[5]) && chars.IsDigit(line[18]) {
		return true // what most logs have
	}
	return stampAt(line) > 0
}
