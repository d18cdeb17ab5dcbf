package logtext

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// goesOn says whether the sentence in front of s goes on in it, other than by a label.
func goesOn(s string) bool {
	if s == "" || s[0] != ' ' {
		return s != "" && (s[0] == '-' && len(s) > 1 && chars.IsLetterOrDigit(s[1]))
	}
	s = strings.TrimLeft(s, " ")
	if s == "" || !isLower(s[0]) {
		return false
	}
	for _, word := range [...]string{"at ", "in ", "on ", "for ", "from ", "via "} { // a place
		if rest, ok := strings.CutPrefix(s, word); ok {
			place, _, _ := strings.Cut(rest, " ")
			if strings.ContainsAny(place, "/:\\") {
				return false
			}
		}
	}
	// name: value, name=value, host.name
	for n, words := 0, 0; n < len(s) && n < 48; n++ {
		switch c := s[n]; {
		case c == ':' || c == '=':
			return false
		case c == ' ':
			if words++; words == 3 {
				return true
			}
		case chars.IsLetterOrDigit(c), c == '_', c == '-', c == '\'':
		case c == '.' && words == 0 && n+1 < len(s) && chars.IsLetterOrDigit(s[n+1]):
			return false // a host or a file
		default:
			return true
		}
	}
	return true
}

// breaksOff says whether a text ends here, or says that it was cut.
func breaksOff(s string) bool {
	t := strings.TrimLeft(s, " ")
	for _, mark := range [...]string{"...", "\u2026", "[truncated", "(truncated", "<truncated", "[...]", "(...)"} {
		if strings.HasPrefix(t, mark) {
			return true
		}
	}
	return strings.Trim(t, " \t\r\n\"'`)]}>") == ""
}

// addMessage takes the value of a label for a message. own: the label stands beside a code.
func (e *Evidence) addMessage(r *Reader, p *page, l label, v string, own bool) {
	if e.Message != "" && !e.MessageWord {
		return
	}
	if v == "" || isInvented(v) {
		return
	}
	programs := l.weak && !l.upper && (p.isLog || !own)
	if programs && isName(v) {
		return // a word that is a code as well
	}
	// Quotes in it may have no escapes.
	from := l.value
	if p.text[from] == '"' || p.text[from] == '\'' {
		from++
	}
	n := p.messageAt(r, from)
	if n > len(v) && !goesOn(p.text[from+n:]) {
		e.Message, e.MessageWord, e.MessageCut, e.MessageSaid = p.text[from:from+n], false, false, true
		return
	}
	if n > len(v) || !strings.HasPrefix(p.text[from:], v) {
		n = r.c.Message(v)
	}
	if n > 0 && (!goesOn(v[n:]) || strings.HasSuffix(v[:n], ".")) {
		e.Message, e.MessageWord, e.MessageCut, e.MessageSaid = v[:n], false, false, true
		return
	}
	if n := r.c.Beginning(v); n > 0 && breaksOff(v[n:]) {
		e.Message, e.MessageCut, e.MessageWord, e.MessageSaid = v[:n], true, false, true
		return
	}
	if programs || p.isProgram(l) {
		return // a log's own words, or a program's
	}
	if code, _ := r.codeOf(v); code != "" && code == v {
		if strings.EqualFold(v, e.Code) || e.Code == "" {
			if r.c.Message(v) == 0 {
				return
			}
		}
	}
	e.MessageSaid = true
	if e.Message == "" {
		e.Message, e.MessageWord = firstLines(v), true
		e.messageWeak = l.weak && !(p.sdk && l.upper && l.at > p.sdkAt)
	}
}

// messageAt is Catalog.Message for a place of a page, which may have been found to be one.
func (p *page) messageAt(r *Reader, at int) int {
	for i := range p.phrases {
		if ph := &p.phrases[i]; ph.at == at && !ph.cut {
			return ph.end - at
		}
	}
	return r.c.Message(p.text[at:])
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
func (e *Evidence) readWords(p *page) {
	for pass := range 3 {
		for _, w := range p.words {
			if e.Code != "" && !e.CodeUnknown {
				break
			}
			rest := p.text[w.end:]
			spoken := rest == ")" || hasPrefix(rest, ": ", "): ", ") when ", "]: ", "': ", ")\n", ")\r")
			switch {
			case pass == 0 && spoken, pass == 1 && w.class, pass == 2:
				e.Code, e.CodeUnknown, e.CodeBare = w.code, false, pass == 2
			}
		}
	}
	if e.Message == "" || e.MessageWord {
		for _, ph := range p.phrases {
			text := p.text[ph.at:ph.end]
			if e.MessageWord && e.Message != "" && !e.messageWeak && !strings.Contains(e.Message, text) && !ph.isThrown(p) && !ph.near(p) && !ph.fills(p) {
				continue
			}
			e.Message, e.MessageCut, e.MessageWord, e.MessageSaid = text, ph.cut, false, true
			e.told = ph.isTold(p)
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
			labelled[l.value] = true
		}
	}
	for _, w := range p.words {
		front := p.text[:w.at]
		if w.code != e.Code || w.class || labelled[w.at] || !strings.HasSuffix(front, ": ") || strings.HasPrefix(p.text[w.end:], ": ") {
			continue
		}
		if hasLabel || chars.HasSuffixFold(front, "ossexception: ") && isBlank(p.text[w.end:lineEnd(p.text, w.end)]) {
			e.Message, e.MessageSaid, e.CodeBare = p.text[w.at:w.end], true, false
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
		start := w.end + i + len(": ")
		rest = p.text[start:]
		for _, l := range p.labels {
			if l.at >= start {
				rest = p.text[start:l.at]
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

// isThrown says whether a phrase stands behind the class of an exception, as what it says.
func (ph phrase) isThrown(p *page) bool { return strings.HasSuffix(p.text[:ph.at], "Exception: ") }

// near says whether a phrase stands behind the code of its page.
func (ph phrase) near(p *page) bool {
	for _, w := range p.words {
		if ph.at >= w.end && ph.at-w.end < 64 {
			return true
		}
	}
	return false
}

// isTold says whether a phrase stands right behind a code, with what programs put between the two: a colon, a dash, a
// full stop, a new line.
func (ph phrase) isTold(p *page) bool {
	for _, w := range p.words {
		if gap := ph.at - w.end; gap > 0 && gap < 8 {
			between := p.text[w.end:ph.at]
			return strings.Trim(between, " \t\r\n:-.)]–—") == "" && strings.TrimLeft(between, " ") != ""
		}
	}
	return false
}
