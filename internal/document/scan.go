package document

import (
	"strings"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/chars"
)

// xmlScanner is the state of a scan.
type xmlScanner struct {
	doc   string
	at    int  // up to where doc is read
	count int  // of elements
	ended bool // in the middle
}

// maxElements is how many readAnyXML is sure to read.
const maxElements = maxTokens / 16

func (s *xmlScanner) document(a *Error) bool {
	s.space()
	if s.skip(`<?xml version="1.0" encoding="UTF-8"?>`) {
		s.space()
	} else if strings.HasPrefix(s.doc[s.at:], "<?xml ") {
		declaration, _, ok := strings.Cut(s.doc[s.at:], "?>")
		if !ok || strings.ContainsAny(declaration[1:], "<>") || !isUTF8(declaration) || !isXMLText(declaration) {
			return false
		}
		s.at += len(declaration) + len("?>")
		s.space()
	}
	return s.skip("<Error") && (s.skip(">") || s.attributes()) && s.children(a, "", "Error")
}

// skip goes behind a text, if that is next.
func (s *xmlScanner) skip(text string) bool {
	if !strings.HasPrefix(s.doc[s.at:], text) {
		return false
	}
	s.at += len(text)
	return true
}

func (s *xmlScanner) space() { s.at = behindSpace(s.doc, s.at) }

// behindSpace returns where white space ends that may be at i.
func behindSpace(doc string, i int) int {
	for i < len(doc) && (doc[i] == ' ' || doc[i] == '\n' || doc[i] == '\t') {
		i++
	}
	return i
}

// isUTF8 says whether a declaration names no other encoding.
func isUTF8(declaration string) bool {
	_, encoding, ok := strings.Cut(declaration, "encoding=")
	return !ok || len(encoding) > 6 && strings.EqualFold(encoding[1:6], "utf-8") && encoding[0] == encoding[6]
}

// attributes reads those of the root, which say nothing, up to its >.
func (s *xmlScanner) attributes() bool {
	list, _, ok := strings.Cut(s.doc[s.at:], ">")
	if !ok || list[0] != ' ' || strings.ContainsAny(list, "<&'\t\n") || strings.HasSuffix(list, "/") || !isXMLText(list) {
		return false
	}
	s.at += len(list) + len(">")
	for list = strings.TrimLeft(list, " "); list != ""; list = strings.TrimLeft(list, " ") {
		name, after, found := strings.Cut(list, `="`)
		value, next, closed := strings.Cut(after, `"`)
		if !found || !closed || !isQualifiedName(name) || strings.Contains(value, "=") || next != "" && next[0] != ' ' {
			return false
		}
		list = next
	}
	return true
}

// isQualifiedName says whether s is a name, or names joined by colons, as in xmlns:xsi.
func isQualifiedName(s string) bool {
	for more := true; more; {
		var name string
		if name, s, more = strings.Cut(s, ":"); !isName(name) {
			return false
		}
	}
	return true
}

// children reads elements and white space up to the end tag of the element around, or, of those of the root, up to
// where the document breaks off.
func (s *xmlScanner) children(a *Error, parent, around string) bool {
	doc := s.doc
	for {
		i := behindSpace(doc, s.at)
		if i == len(doc) && parent == "" {
			s.ended = true
			return true
		}
		if i+1 >= len(doc) || doc[i] != '<' {
			return false
		}
		if doc[i+1] == '/' {
			s.at = behindEndTag(doc, i, around)
			return s.at > 0
		}
		i++
		start := i
		for i < len(doc) && bytesOf[doc[i]]&ofName != 0 {
			i++
		}
		name := doc[start:i]
		if s.count++; name == "" || chars.IsDigit(name[0]) || i >= len(doc) || s.count > maxElements {
			return false
		}
		if name == "AccessDeniedDetail" && parent == "" {
			a.HasDenial = true
		}
		if strings.HasPrefix(doc[i:], "/>") {
			a.Set(parent, name, "")
			s.at = i + len("/>")
			continue
		}
		if doc[i] != '>' {
			return false
		}
		i++
		end := i
		for end < len(doc) && bytesOf[doc[end]]&ofPlain != 0 {
			end++
		}
		if end == len(doc) && parent == "" {
			s.ended = true
			return true
		}
		plain := end < len(doc) && doc[end] == '<'
		if !plain {
			n := strings.IndexByte(doc[end:], '<')
			if n < 0 {
				return false
			}
			end += n
		}
		if next := behindEndTag(doc, end, name); next > 0 {
			text := doc[i:end]
			if !plain {
				var ok bool
				if text, ok = unescapeXML(text); !ok {
					return false
				}
			}
			a.Set(parent, name, text)
			s.at = next
			continue
		}
		if s.at = i; parent != "" || name != "AccessDeniedDetail" && name != "Detail" || !s.children(a, name, name) {
			return false
		}
	}
}

// behindEndTag returns where </Name> ends that is at i, 0 if something else is there.
func behindEndTag(doc string, i int, name string) int {
	rest := doc[i:]
	n := len("</") + len(name)
	if len(rest) <= n || rest[n] != '>' || rest[1] != '/' || rest[len("</"):n] != name {
		return 0
	}
	return i + n + len(">")
}

// What a byte can be part of.
const (
	ofName  = 1 << iota // letters and digits
	ofPlain             // a text without < and & that XML allows: "]]>" begins with ]
)

// bytesOf is a table, since most of what there is to do is to look at bytes.
var bytesOf = func() (t [256]uint8) {
	for i := range t {
		c := byte(i)
		if chars.IsLetterOrDigit(c) {
			t[i] |= ofName
		}
		if c >= ' ' && c < utf8.RuneSelf && c != '<' && c != '&' && c != ']' {
			t[i] |= ofPlain
		}
	}
	return t
}()

// isXMLText says whether a text has only characters that XML allows, and no \r: XML reads that as \n.
func isXMLText(s string) bool {
	ascii := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' && c != '\t' && c != '\n' {
			return false
		}
		ascii = ascii && c < utf8.RuneSelf
	}
	return ascii || utf8.ValidString(s) && !strings.Contains(s, "\ufffe") && !strings.Contains(s, "\uffff")
}

func isName(s string) bool { return s != "" && !chars.IsDigit(s[0]) && chars.IsAlnum(s) }

// unescapeXML undoes the references in a text; ok is false for one that XML does not predefine, and
// for a text that XML does not allow.
func unescapeXML(s string) (text string, ok bool) {
	if !isXMLText(s) || strings.Contains(s, "]]>") {
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
		c, d := chars.Lower(digits[i]), rune(0)
		switch {
		case chars.IsDigit(c):
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
