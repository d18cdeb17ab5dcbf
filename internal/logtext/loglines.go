package logtext

import "strings"

// Docker's json-file and Apache's client for Java, where it logs the wire, put each line of what is printed into one
// of their own:
//
//	{"log":"  \u003cCode\u003eAccessDenied\u003c/Code\u003e\n","stream":"stdout","time":"2026-03-05T10:11:03Z"}
//	2026-03-05 10:11:03 DEBUG org.apache.http.wire - http-outgoing-0 << "  <Code>AccessDenied</Code>[\n]"
const (
	dockerBegins = `{"log":"`
	dockerEnds   = `\n","stream":"`
	wireEnds     = `[\n]"`
)

// dockerLine returns what a line of Docker's holds, in JSON's escapes.
func dockerLine(line string) (content string, ok bool) {
	content, ok = strings.CutPrefix(line, dockerBegins)
	if !ok {
		return "", false
	}
	content, _, ok = strings.Cut(content, dockerEnds)
	return content, ok
}

// wireLine returns what a line of Apache's holds, and what stands in front of it.
func wireLine(line string) (front, content string, ok bool) {
	line, ok = strings.CutSuffix(strings.TrimRight(line, "\r"), wireEnds)
	if !ok {
		return "", "", false
	}
	front, content, ok = strings.Cut(line, `"`)
	return front, strings.TrimSuffix(content, `[\r]`), ok
}

// continuesLine says whether a line of Docker's or of Apache's goes on with what the one above it began.
func continuesLine(above, line string) bool {
	if front, content, ok := wireLine(line); ok {
		other, _, ok := wireLine(above)
		return ok && !strings.HasPrefix(content, "HTTP/") && lastOf(strings.TrimRight(front, " ")) == lastOf(strings.TrimRight(other, " "))
	}
	content, ok := dockerLine(line)
	if !ok {
		return false
	}
	front, ok := dockerLine(above)
	if !ok {
		return false
	}
	content, front = unescape(content), unescape(front)
	switch trimmed := strings.TrimLeft(content, " \t\r"); {
	case trimmed == "":
		return front != content
	case trimmed[0] == '<':
		return !beginsDocument(trimmed, front)
	case trimmed[0] == '}' || len(trimmed) < len(content):
		return true
	}
	return labelLine(content[:min(len(content), maxLabel)]) || isHeaderText(content) && (strings.Contains(front, "HTTP/") || isHeaderText(front))
}

// plainLines takes the lines of a text out of those of Docker and Apache. at is a place in it, which it follows to its
// line.
func plainLines(s string, at int) (string, int) {
	if !strings.Contains(s, "\n") || !strings.Contains(s, wireEnds) && !strings.Contains(s, dockerEnds) {
		return s, at
	}
	var b strings.Builder
	b.Grow(len(s))
	place := 0
	for from := 0; from < len(s); {
		end := lineEnd(s, from)
		if from <= at {
			place = b.Len()
		}
		line := s[from:end]
		if content, ok := dockerLine(line); ok {
			line = unescape(content)
		} else if front, content, ok := wireLine(line); ok {
			line = front + content
		}
		b.WriteString(line)
		if end < len(s) {
			b.WriteByte('\n')
		}
		from = end + 1
	}
	return b.String(), place
}
