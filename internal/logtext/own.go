package logtext

import (
	"encoding/json"
	"strconv"
	"strings"
)

// What this module itself writes is read back: the tail of a line, JSON, and the group of slog.

// cutOwn reads the tail of a line of this module, which counts where it ends a line or a string; the last
// one is the outermost. What is returned as rest has blanks in its place, in that of the others and of those
// that a request brought: what else a text says must not be taken from there. foreign: all of the text is what a
// request brought.
func cutOwn(s string, foreign bool) (rest string, own []Element) {
	if !strings.Contains(s, "(kind=") { // which takes less time than to look for the last one
		return s, nil
	}
	var b []byte // s with blanks, once there are any
	for end, refused := len(s), 0; ; {
		i := strings.LastIndex(s[:end], "(kind=")
		if i < 0 {
			break
		}
		end = i
		n := strings.IndexByte(s[i:min(len(s), i+maxTail)], ')')
		if n < 0 {
			continue
		}
		lead, ok := gistBefore(s[:i])
		if !ok {
			continue
		}
		if foreign = foreign || refused == maxRefused; foreign || isRequestValue(lead) {
			refused++
		} else if own == nil && !endsOwn(s[i+n+1:]) {
			continue
		} else if own == nil {
			for _, f := range strings.Split(s[i+1:i+n], " ") {
				if name, value, ok := strings.Cut(f, "="); ok {
					own = append(own, Element{Name: name, Value: value})
				}
			}
		}
		if b == nil {
			b = []byte(s)
		}
		for k := i; k <= i+n; k++ {
			b[k] = ' '
		}
	}
	if b == nil {
		return s, nil
	}
	return string(b), own
}

// maxRefused is after how many tails that a request brought the others of a text are taken for such too.
const maxRefused = 16

// gistBefore returns what stands in front of the line of this module that a text ends in, but for its tail.
// It never is without words: somebody's User-Agent or the key of an object may be. Nor has it a tail of its own.
func gistBefore(s string) (lead string, ok bool) {
	near := s[max(0, len(s)-maxTail):]
	_, gist, ok := cutLast(near, "oss403: ")
	if !ok || !strings.HasSuffix(gist, " ") || strings.TrimSpace(gist) == "" || strings.Contains(gist, " (kind=") {
		return "", false
	}
	return s[:len(s)-len(gist)-len("oss403: ")], true
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// maxTail is how long a line of this module is at most.
const maxTail = 1 << 10

// endsOwn says whether a line of this module can end in front of s: a line or a string ends there, or what
// a program put it in, or a program adds a remark in brackets, or another error, or another field.
func endsOwn(s string) bool {
	for n := 0; n < 4 && s != "" && isOneOf(s[0], ")].}!"); n++ {
		if s = s[1:]; strings.HasPrefix(s, " ") {
			return true
		}
	}
	if s == "" || isOneOf(s[0], "\"'\n\r\t\\") {
		return true
	}
	if isOneOf(s[0], ",;") && len(s) > 1 { // in Chinese, no blank follows
		return s[1] == ' ' || s[1] >= 0x80
	}
	return strings.TrimSpace(s) == "" || strings.HasPrefix(s, " (") || strings.HasPrefix(s, " [")
}

// ownJSON returns the JSON that this module wrote somewhere in a text, "" if there is none.
func ownJSON(s string) string {
	objects := objects{s: s}
	for _, mark := range [...]string{`"oss403":`, `"oss403": `} {
		if i := strings.Index(s, mark+"{"); i >= 0 && !isInRequestValue(s, i) {
			if n := objects.end(i + len(mark)); n > 0 {
				return s[i+len(mark) : i+len(mark)+n]
			}
		}
	}
	for at := 0; ; {
		i := strings.Index(s[at:], `{"error":"`)
		if i < 0 {
			break
		}
		i += at
		if n := objects.end(i); n > 0 && !isInRequestValue(s, i) && strings.Contains(s[i:i+n], `"kind":`) && strings.Contains(s[i:i+n], `"category":`) && strings.Contains(s[i:i+n], "oss403: ") {
			return s[i : i+n]
		}
		at = i + 1
	}
	return ownGroup(s)
}

// ownReport returns the lines of the block of facts in a report of this module, without the one that begins it,
// "" if there is none.
func (r *Reader) ownReport(s string) string {
	for _, head := range r.c.Reports {
		i := strings.Index(s, "\n"+head)
		if i < 0 {
			continue
		}
		_, facts, _ := strings.Cut(s[i+1:blockEnd(s, i+1)], "\n")
		if facts != "" {
			return facts
		}
	}
	return ""
}

// ownDetail returns what %+v of an error of this module says below its line, and what the tail of the line says;
// "" if there is none.
func ownDetail(s string) (lines string, own []Element) {
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '\n')
		if i < 0 {
			return "", nil
		}
		at += i + 1
		if !isDetail(s[at:lineEnd(s, at)]) {
			continue
		}
		if _, own = cutOwn(s[:at-1], false); own != nil {
			return s[at:], own
		}
	}
}

// ownGroup reads the group oss403 as slog's text handler prints it, and returns it as JSON.
func ownGroup(s string) string {
	const mark = "oss403."
	i := strings.Index(s, mark+"kind=")
	if i < 0 || isInRequestValue(s, i) {
		return ""
	}
	facts := map[string]string{}
	for rest := s[i:]; strings.HasPrefix(rest, mark) && len(facts) < 64; rest = strings.TrimLeft(rest, " ") {
		name, value, ok := strings.Cut(rest[len(mark):], "=")
		if !ok || len(name) > 64 {
			break
		}
		if quoted, err := strconv.QuotedPrefix(value); err == nil && value[0] == '"' {
			plain, err := strconv.Unquote(quoted)
			if err != nil {
				break
			}
			facts[name], rest = plain, value[len(quoted):]
			continue
		}
		end := strings.IndexAny(value, " \n\r")
		if end < 0 {
			end = len(value)
		}
		facts[name], rest = value[:end], value[end:]
	}
	b, err := json.Marshal(facts)
	if err != nil {
		return ""
	}
	return string(b)
}
