package gate

import (
	"strings"
	"unicode/utf8"
)

// class is what a byte is.
type class uint8

const (
	small class = 1 << iota
	capital
	digit
	notHex     // a letter behind f
	lookEscape // an escape may begin with it
	lookOther  // it is no part of a word, which may have . - and _

	alnum = small | capital | digit | notHex
)

// classes and folded, which has the letters and digits in small letters, are tables, since most of what is done to an
// answer is to look at its bytes. Filling them is all that importing this package does.
var classes, folded = func() (t [256]class, f [256]byte) {
	for i := range t {
		switch c := byte(i); {
		case '0' <= c && c <= '9':
			t[i], f[i] = digit, c
		case 'a' <= c && c <= 'z':
			t[i], f[i] = small, c
		case 'A' <= c && c <= 'Z':
			t[i], f[i] = capital, c|0x20
		case c == '\\' || c == '%' || c == '&' || c == '=':
			t[i] = lookEscape
		case c != '.' && c != '_' && c != '-':
			t[i] = lookOther
		}
		if f[i] > 'f' {
			t[i] |= notHex
		}
	}
	return t, f
}()

// lookAt returns what the bytes of a text are.
func lookAt(text string) (seen class) {
	for i := 0; i < len(text); i++ {
		seen |= classes[text[i]]
	}
	return seen
}

// plain is a text with its escapes undone, however often it was escaped: in a URL, in JSON, in HTML
// or XML, in Go or shell syntax. Secrets are looked for in it, and hidden in the original.
type plain struct {
	text string
	at   []int // where in the original each byte of text begins, and its end; nil: at the same place
}

// maxLevels is how often escapes are undone: five times, and JSON or a shell around it.
const maxLevels = 7

func plainText(s string) plain {
	p := plain{text: s}
	for range maxLevels {
		if !p.unescape() {
			break
		}
	}
	return p
}

// origin returns where the byte i of the text begins in the original.
func (p *plain) origin(i int) int {
	if p.at == nil {
		return i
	}
	return p.at[i]
}

// unescape undoes one level of escapes; false means that there was none.
func (p *plain) unescape() bool {
	s := p.text
	var text []byte // nil up to the first one
	for i := 0; i < len(s); {
		r, width := rune(0), 0
		if classes[s[i]] == lookEscape {
			r, width = escape(s[i:])
		}
		if text == nil && width == 0 {
			i++
			continue
		}
		if text == nil {
			text = append(make([]byte, 0, len(s)), s[:i]...)
		}
		if p.at == nil {
			p.at = make([]int, len(s)+1)
			for i := range p.at {
				p.at[i] = i
			}
		}
		start, n := p.at[i], len(text)
		switch {
		case width == 0:
			text, width = append(text, s[i]), 1
		case r < 0x100: // a byte, perhaps of a longer character
			text = append(text, byte(r))
		default: // never longer than its escape
			text = utf8.AppendRune(text, r)
		}
		for ; n < len(text); n++ {
			p.at[n] = start
		}
		i += width
	}
	if text == nil {
		return false
	}
	p.at[len(text)] = p.at[len(s)]
	p.text, p.at = string(text), p.at[:len(text)+1]
	return true
}

// entities are the references of HTML that stand in front of or within a secret. Package html knows all, and makes
// a program larger by 0.1 MB.
var entities = [...]struct {
	name string
	r    rune
}{{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&nbsp;", '\u00a0'}, {"&equals;", '='}, {"&plus;", '+'}, {"&sol;", '/'}, {"&colon;", ':'}}

// escape returns the character that the escape at the start of s stands for and how many bytes it
// takes; a width of 0 means that it is none.
func escape(s string) (r rune, width int) {
	if len(s) < 2 {
		return 0, 0
	}
	switch c := s[1]; {
	case s[0] == '%':
		if !isToken(s[1:]) {
			return digits(s, 1, 2, 16, "")
		}
	case s[0] == '=': // quoted-printable, where it cannot be the value of a name
		if strings.HasPrefix(s, "=3D") {
			return '=', 3
		}
	case s[0] == '&':
		if c == '#' && at(s, 2)|0x20 == 'x' {
			return digits(s, 3, 0, 16, ";")
		}
		if c == '#' {
			return digits(s, 2, 0, 10, ";")
		}
		for _, e := range entities {
			if strings.HasPrefix(s, e.name) {
				return e.r, len(e.name)
			}
		}
	case c == 'u' && at(s, 2) == '{':
		return digits(s, 3, 0, 16, "}")
	case c == 'u':
		return digits(s, 2, 4, 16, "")
	case c == 'x' && !isToken(s[2:]):
		return digits(s, 2, 2, 16, "")
	case c == 'n' || c == 'r':
		return '\n', 2
	case c == 't':
		return '\t', 2
	case '0' <= c && c <= '3':
		return digits(s, 1, 3, 8, "")
	case c < 0x80 && folded[c] == 0 && c != '\n' && c != '*':
		return rune(c), 2
	}
	return 0, 0
}

// digits reads the n digits at s[from:], or as many as there are up to end.
func digits(s string, from, n int, base rune, end string) (r rune, width int) {
	i := from
	for ; i < len(s) && i < from+8 && (n == 0 || i < from+n); i++ {
		d := rune(folded[s[i]])
		switch {
		case d >= 'a':
			d -= 'a' - 10
		case d == 0:
			d = base
		default:
			d -= '0'
		}
		if d >= base {
			break
		}
		r = r*base + d
	}
	if i == from || n > 0 && i < from+n || !strings.HasPrefix(s[i:], end) || r > utf8.MaxRune {
		return 0, 0
	}
	return r, i + len(end)
}
