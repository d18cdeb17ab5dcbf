package logtext

import (
	"encoding/json"
	"strconv"
	"strings"
)

// What this module itself writes is read back: the tail of a line, JSON, and the group of slog.

// cutOwn reads the tail of a line of this module, which counts where it ends a line or a string; the last
// one is the outermost. What is returned as rest has blanks in its place: what else a text says must not
// be taken from there.
func cutOwn(s string) (rest string, own []Element) {
	for end := len(s); ; {
		i := strings.LastIndex(s[:end], "(kind=")
		if i < 0 {
			return s, nil
		}
		end = i
		n := strings.IndexByte(s[i:min(len(s), i+maxTail)], ')')
		if n < 0 || !hasGist(s[max(0, i-maxTail):i]) || !endsOwn(s[i+n+1:]) {
			continue
		}
		for _, f := range strings.Split(s[i+1:i+n], " ") {
			if name, value, ok := strings.Cut(f, "="); ok {
				own = append(own, Element{Name: name, Value: value})
			}
		}
		return s[:i] + strings.Repeat(" ", n+1) + s[i+n+1:], own
	}
}

// hasGist says whether what stands in front of a tail is a line of this module, which never is without
// words: somebody's User-Agent or the key of an object may be.
func hasGist(before string) bool {
	_, gist, ok := cutLast(before, "oss403: ")
	return ok && strings.HasSuffix(gist, " ") && strings.TrimSpace(gist) != ""
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// maxTail is how long a line of this module is at most.
const maxTail = 1 << 10

// endsOwn says whether a line of this module can end in front of s: a line or a string ends there, or a
// program adds a remark in brackets, or another error.
func endsOwn(s string) bool {
	if s == "" || strings.IndexByte("\"'\n\r\\", s[0]) >= 0 {
		return true
	}
	return strings.TrimSpace(s) == "" || strings.HasPrefix(s, " (") || strings.HasPrefix(s, ", ") || strings.HasPrefix(s, "; ")
}

// ownJSON returns the JSON that this module wrote somewhere in a text, "" if there is none.
func ownJSON(s string) string {
	if !strings.Contains(s, "oss403") {
		return ""
	}
	for _, mark := range [...]string{`"oss403":`, `"oss403": `} {
		if i := strings.Index(s, mark+"{"); i >= 0 {
			if n := objectEnd(s[i+len(mark):]); n > 0 {
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
		n := objectEnd(s[i:])
		if n > 0 && strings.Contains(s[i:i+n], `"kind":`) && strings.Contains(s[i:i+n], `"category":`) && strings.Contains(s[i:i+n], "oss403: ") {
			return s[i : i+n]
		}
		at = i + 1
	}
	return ownGroup(s)
}

// ownGroup reads the group oss403 as slog's text handler prints it, and returns it as JSON.
func ownGroup(s string) string {
	const mark = "oss403."
	i := strings.Index(s, mark+"kind=")
	if i < 0 {
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
