package logtext

import (
	"slices"
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// What a request brings is anybody's words: its User-Agent, its Referer, the key of an object, a path. A
// line of this module that is the value of one tells of no error.

// requestNames are the names of such values, in small letters, without - and _. They count as the end of
// a longer name too: http_user_agent, objectKey.
var requestNames = [...]string{"useragent", "referer", "referrer", "cookie", "xforwardedfor", "key", "path", "uri", "url", "query", "querystring", "filename", "objectname", "ua"}

// wordNames are names that are also what a program says of itself: agent: an error.
var wordNames = [...]string{"agent", "object", "origin", "args", "target", "resource"}

// headerNames are those that fill a line.
var headerNames = [...]string{"useragent", "referer", "referrer", "cookie", "xforwardedfor"}

// maxLead is how much in front of a value is looked at for what it is the value of.
const maxLead = 2 << 10

// isRequestValue says whether what begins behind a text, which may end in its quote, is something that a
// request brings.
func isRequestValue(before string) bool {
	before = before[max(0, len(before)-maxLead):]
	lineAt := strings.LastIndexByte(before, '\n') + 1
	line := before[lineAt:]
	lead := strings.TrimRight(line, "\"'`\\")
	quoted := len(lead) < len(line)
	if bare := strings.TrimRight(lead, " \t"); quoted && len(bare) < len(lead) && !isOneOf(lastOf(bare), ":=>") && isAccessLog(bare) {
		return true
	}
	if isHeaderLine(line) || isHeaderName(previousLine(before[:lineAt])) {
		return true
	}
	if !quoted {
		// a name with this in it, or a query
		word := line[strings.LastIndexAny(line, " \t\"'")+1:]
		if strings.Contains(word, "=") && strings.Contains(strings.ToLower(line), "cookie: ") {
			return true
		}
		if word != "" && (chars.IsLetterOrDigit(word[len(word)-1]) || isOneOf(word[len(word)-1], "/._-+%&?") || strings.ContainsAny(word, "?&")) {
			return true
		}
	}
	return isRequestLabel(before, quoted)
}

// isUnnamedValue says whether the string in quotes at a place is a value of which nothing says that it tells
// of an error, in a line that tells of another answer: one with the status behind it, as in an access log,
// or one under any other name beside a status that is no failure of a server and not 403.
func isUnnamedValue(s string, start, end int) bool {
	before := strings.TrimRight(s[:start], " \t\\")
	if i := strings.LastIndexByte(before, '['); i >= 0 && isOneOf(lastOf(before), ",[") { // one of a list
		before = strings.TrimRight(before[:i], " \t\\")
	}
	joint := strings.TrimRight(before, ":=>")
	if len(joint) < len(before) && tellsOfError(lastName(joint)) {
		return false
	}
	rest := strings.TrimLeft(s[end+1:], " \t,")
	if len(rest) >= 3 && isStatus(rest[:3]) && (len(rest) == 3 || !chars.IsLetterOrDigit(rest[3])) {
		return true
	}
	switch lastOf(before) {
	case ':', '=', '>', ',', '[':
		return hasOtherStatus(s)
	}
	return false
}

// tellsOfError says whether a name is one under which programs put an error into a log.
func tellsOfError(name string) bool {
	name = strings.ToLower(name)
	for _, word := range [...]string{"err", "msg", "message", "log", "exception", "cause", "reason", "detail", "text", "fail", "stack", "out", "body", "event", "line", "desc", "note", "result", "why"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// hasOtherStatus says whether a text names a status from 100 to 499 that is not 403.
func hasOtherStatus(s string) bool {
	for at := 0; ; {
		i := strings.Index(s[at:], "tatus")
		if i < 0 {
			return false
		}
		at += i + len("tatus")
		rest := strings.TrimLeft(s[at:min(len(s), at+24)], "cCodeDE_-")
		rest = strings.TrimLeft(rest, "\"': =>\\")
		if len(rest) >= 3 && isStatus(rest[:3]) && rest[0] != '5' && rest[:3] != "403" && (len(rest) == 3 || !chars.IsLetterOrDigit(rest[3])) {
			return true
		}
	}
}

// isInRequestValue says whether the JSON or the group of attributes at a place is in such a value.
func isInRequestValue(s string, at int) bool {
	before := strings.TrimRight(s[max(0, at-maxLead):at], " {")
	before = strings.TrimRight(strings.TrimSuffix(before, `"oss403":`), " {")
	if isOneOf(lastOf(before), "\"'") {
		return isRequestValue(before)
	}
	return isHeaderLine(before[strings.LastIndexByte(before, '\n')+1:])
}

func lastOf(s string) byte {
	if s == "" {
		return ' '
	}
	return s[len(s)-1]
}

// isRequestLabel says whether a text ends in the name of what a request brings, and what joins it to its
// value. In a value without quotes, get object: is what a program was at.
func isRequestLabel(before string, quoted bool) bool {
	const dress = " \t\r\n\"'`\\[({*"
	before = strings.TrimRight(before, dress)
	before = strings.TrimRight(strings.TrimSuffix(before, "[]string"), dress)
	joint := strings.TrimRight(strings.TrimSuffix(before, "->"), ":=> ")
	if pair, ok := strings.CutSuffix(before, ","); ok && (strings.HasSuffix(pair, "'") || strings.HasSuffix(pair, `"`)) {
		joint = pair // ('User-Agent', '…')
	}
	if len(joint) == len(before) {
		return false
	}
	name := lastName(joint)
	if strings.EqualFold(name, "value") { // {"name":"User-Agent","value":"…"}
		if pair, ok := strings.CutSuffix(strings.TrimRight(joint[:strings.LastIndex(joint, name)], dress), ","); ok {
			name = lastName(pair)
		}
	}
	isValue := quoted || lastOf(before) != ':'
	if isValue && endsInName(name, wordNames[:]) {
		return true
	}
	lead := strings.TrimRight(joint[:strings.LastIndex(joint, name)], " \t")
	return endsInName(name, requestNames[:]) && (isValue || lead == "" || !chars.IsLetterOrDigit(lastOf(lead)) || endsInName(name, headerNames[:]))
}

// lastName returns the name that a text ends in, without the quotes behind it.
func lastName(s string) string {
	s = strings.TrimRight(s, " \t\"'`\\])*")
	i := len(s)
	for i > 0 && (chars.IsLetterOrDigit(s[i-1]) || s[i-1] == '-' || s[i-1] == '_' || s[i-1] == ' ' && strings.EqualFold(s[max(0, i-5):i], "user ")) {
		i--
	}
	return s[i:]
}

// endsInName says whether a name is one of a list, or ends in one as a word of its own.
func endsInName(name string, list []string) bool {
	var room [64]byte
	letters := room[:0]
	for i := 0; i < len(name); i++ {
		if !joinsWords(name[i]) {
			letters = append(letters, chars.Lower(name[i]))
		}
	}
	plain := string(letters)
	for _, n := range list {
		switch rest, ok := strings.CutSuffix(plain, n); {
		case !ok:
		case rest == "", len(n) >= len("referer"), slices.Contains([]string{"object", "request", "file", "full", "raw", "http", "req"}, rest):
			return true
		default:
			if at := len(name) - len(n); name[at-1] == '_' || name[at-1] == '-' || isUpper(name[at]) && isLower(name[at-1]) {
				return true
			}
		}
	}
	return false
}

// isHeaderLine says whether a line is a header of a request that is anybody's, whatever a client puts in
// front of it.
func isHeaderLine(line string) bool {
	name, _, ok := strings.Cut(line, ":")
	return ok && isHeaderName(name)
}

func isHeaderName(s string) bool {
	s = strings.Trim(s, " \t<>*|:")
	return len(s) < 32 && endsInName(s, headerNames[:])
}

func previousLine(s string) string {
	s = strings.TrimRight(s, "\r\n")
	return s[strings.LastIndexByte(s, '\n')+1:]
}

// isAccessLog says whether a line is one of an access log, which says what was asked for and, behind that,
// the status: what stands in quotes then, and has no name, came with the request.
func isAccessLog(line string) bool {
	_, rest, ok := cutLast(line, " HTTP/")
	rest = strings.TrimLeft(strings.TrimLeft(rest, ".0123456789"), "\"' \\")
	return ok && len(rest) >= 3 && isStatus(rest[:3])
}
