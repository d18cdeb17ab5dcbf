package oss403

import (
	"strings"
	"unicode/utf8"
)

// scanXML reads a document of just the shape that OSS sends: elements without attributes, one level
// deep but for AccessDeniedDetail and Detail, text with the references that XML predefines. It
// returns false, and has changed nothing, for anything else; that is for readAnyXML. Where it
// returns true both give the same.
func (a *answer) scanXML(doc []byte) bool {
	if !isPlainText(doc) {
		return false
	}
	s := xmlScanner{rest: string(doc)}
	if !s.document() {
		return false
	}
	a.isError = true
	for _, e := range s.list[:s.n] {
		if e.name == "AccessDeniedDetail" && e.parent == "" {
			a.hasDenial = true
		}
		if e.parent == "" {
			a.set([]string{e.name}, e.value)
		} else {
			a.set([]string{e.parent, e.name}, e.value)
		}
	}
	return true
}

// isPlainText says whether a document has only characters that XML allows.
func isPlainText(doc []byte) bool {
	ascii := true
	for _, c := range doc {
		if c < ' ' && c != '\t' && c != '\n' {
			return false // a \r too: XML reads it as \n
		}
		ascii = ascii && c < utf8.RuneSelf
	}
	return ascii || utf8.Valid(doc) && !strings.Contains(string(doc), "\ufffe") && !strings.Contains(string(doc), "\uffff")
}

// xmlScanner is the state of a scan.
type xmlScanner struct {
	rest string
	list [40]xmlElement // OSS sends twenty at most
	n    int
}

// xmlElement is an element with its text, or one that only holds others. parent is "" below the
// root.
type xmlElement struct{ parent, name, value string }

func (s *xmlScanner) document() bool {
	s.space()
	if strings.HasPrefix(s.rest, "<?xml ") {
		declaration, rest, ok := strings.Cut(s.rest, "?>")
		if !ok || strings.ContainsAny(declaration[1:], "<>") || !isUTF8(declaration) {
			return false
		}
		s.rest = rest
		s.space()
	}
	root, ok := strings.CutPrefix(s.rest, "<Error")
	if !ok {
		return false
	}
	if root, ok = cutAttributes(root); !ok {
		return false
	}
	s.rest = root
	return s.children("", "Error")
}

// isUTF8 says whether a declaration names no other encoding.
func isUTF8(declaration string) bool {
	_, encoding, ok := strings.Cut(declaration, "encoding=")
	return !ok || len(encoding) > 6 && strings.EqualFold(encoding[1:6], "utf-8") && encoding[0] == encoding[6]
}

// cutAttributes reads the attributes of the root, which say nothing, up to its >.
func cutAttributes(s string) (rest string, ok bool) {
	attributes, rest, ok := strings.Cut(s, ">")
	if !ok || attributes != "" && attributes[0] != ' ' || strings.ContainsAny(attributes, "<&'\t\n") || strings.HasSuffix(attributes, "/") {
		return "", false
	}
	for attributes = strings.TrimLeft(attributes, " "); attributes != ""; attributes = strings.TrimLeft(attributes, " ") {
		name, after, found := strings.Cut(attributes, `="`)
		value, next, closed := strings.Cut(after, `"`)
		if !found || !closed || !isName(strings.ReplaceAll(name, ":", "")) || strings.HasPrefix(name, ":") || strings.HasSuffix(name, ":") || strings.Contains(name, "::") || strings.Contains(value, "=") || next != "" && next[0] != ' ' {
			return "", false
		}
		attributes = next
	}
	return rest, true
}

// children reads elements and white space up to the end tag of the element around.
func (s *xmlScanner) children(parent, around string) bool {
	for {
		s.space()
		if s.endTag(around) {
			return true
		}
		name, ok := s.startTag()
		if !ok || s.n == len(s.list) {
			return false
		}
		e := &s.list[s.n]
		*e = xmlElement{parent: parent, name: name}
		s.n++
		if s.rest[0] == '/' { // <Name/>
			s.rest = s.rest[2:]
			continue
		}
		s.rest = s.rest[1:]
		i := strings.IndexByte(s.rest, '<')
		if i < 0 {
			return false
		}
		text := s.rest[:i]
		if strings.HasPrefix(s.rest[i:], "</") {
			s.rest = s.rest[i:]
			if e.value, ok = unescapeXML(text); !ok || !s.endTag(name) {
				return false
			}
			continue
		}
		if parent != "" || name != "AccessDeniedDetail" && name != "Detail" || !s.children(name, name) {
			return false
		}
	}
}

func (s *xmlScanner) space() { s.rest = strings.TrimLeft(s.rest, " \t\n") }

// startTag reads <Name, and leaves what closes it.
func (s *xmlScanner) startTag() (name string, ok bool) {
	if !strings.HasPrefix(s.rest, "<") {
		return "", false
	}
	i := 1
	for i < len(s.rest) && isNameByte(s.rest[i]) {
		i++
	}
	name = s.rest[1:i]
	s.rest = s.rest[i:]
	return name, isName(name) && (strings.HasPrefix(s.rest, ">") || strings.HasPrefix(s.rest, "/>"))
}

// endTag reads </Name>, if it is there.
func (s *xmlScanner) endTag(name string) bool {
	rest, ok := strings.CutPrefix(s.rest, "</")
	if !ok {
		return false
	}
	if rest, ok = strings.CutPrefix(rest, name); !ok || !strings.HasPrefix(rest, ">") {
		return false
	}
	s.rest = rest[1:]
	return true
}

func isName(s string) bool { return s != "" && !isDigit(s[0]) && isAlnum(s) }

func isNameByte(c byte) bool {
	l := lower(c)
	return 'a' <= l && l <= 'z' || isDigit(c)
}

// unescapeXML undoes the references in a text; ok is false for one that XML does not predefine.
func unescapeXML(s string) (text string, ok bool) {
	if strings.Contains(s, "]]>") {
		return "", false
	}
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return s, true
	}
	var b strings.Builder
	b.Grow(len(s))
	for ; i >= 0; i = strings.IndexByte(s, '&') {
		b.WriteString(s[:i])
		name, _, found := strings.Cut(s[i+1:min(len(s), i+12)], ";")
		if !found {
			return "", false
		}
		r, ok := reference(name)
		if !ok {
			return "", false
		}
		b.WriteRune(r)
		s = s[i+1+len(name)+1:]
	}
	b.WriteString(s)
	return b.String(), true
}

// reference returns the character that &name; stands for.
func reference(name string) (rune, bool) {
	switch name {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, ok := strings.CutPrefix(name, "#")
	if !ok || digits == "" {
		return 0, false
	}
	base := rune(10)
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	r := rune(0)
	for i := 0; i < len(digits); i++ {
		c, d := lower(digits[i]), rune(0)
		switch {
		case isDigit(c):
			d = rune(c - '0')
		case base == 16 && 'a' <= c && c <= 'f':
			d = rune(c-'a') + 10
		default:
			return 0, false
		}
		if r = r*base + d; r > utf8.MaxRune {
			return 0, false
		}
	}
	// What XML forbids is for the other reader.
	return r, digits != "" && (r == '\t' || r == '\n' || r >= ' ' && r < 0xd800 || r >= 0xe000 && r < 0xfffe || r > 0xffff)
}
