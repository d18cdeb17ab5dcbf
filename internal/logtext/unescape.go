package logtext

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/chars"
)

// unescape undoes the escapes of JSON, of %q, of SQL and of Python's bytes, once.
func unescape(s string) string {
	i := strings.IndexByte(s, '\\')
	if i < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for {
		b.WriteString(s[:i])
		s = s[i:]
		if len(s) < 2 {
			b.WriteString(s)
			return b.String()
		}
		n := 2
		switch c := s[1]; c {
		case 'n':
			b.WriteByte('\n')
		case 'r':
			b.WriteByte('\r')
		case 't':
			b.WriteByte('\t')
		case '"', '\'', '\\', '/', '`':
			b.WriteByte(c)
		case 'x', 'u':
			digits := 2
			if c == 'u' {
				digits = 4
			}
			v, err := strconv.ParseUint(s[2:min(len(s), 2+digits)], 16, 16)
			if err != nil || len(s) < 2+digits {
				b.WriteString(s[:2])
				break
			}
			if n = 2 + digits; c == 'x' {
				b.WriteByte(byte(v))
			} else {
				b.WriteRune(rune(v))
			}
		default:
			b.WriteString(s[:2])
		}
		s = s[n:]
		if i = strings.IndexByte(s, '\\'); i < 0 {
			b.WriteString(s)
			return b.String()
		}
	}
}

var entities = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'", "&#x27;", "'", "&#34;", `"`, "&#x22;", `"`, "&apos;", "'", "&nbsp;", " ", "&amp;", "&")

// unescapeMarkup undoes the escapes that a page or a URL puts around a document; a text that has no
// escaped document is left alone.
func unescapeMarkup(s string) string {
	if strings.Contains(s, "lt;") && strings.Contains(s, "<br") {
		s = breaks.Replace(s)
	}
	entity, percent := strings.Contains(s, "&"), strings.Contains(s, "%")
	if !entity && !percent {
		return s
	}
	if strings.Contains(s, "&amp;lt;") {
		s = entities.Replace(s)
	}
	if strings.Contains(s, "&lt;Error") || strings.Contains(s, "&lt;Code") || strings.Contains(s, "&lt;Message") || strings.Contains(s, "&lt;NoPermissionType") || strings.Contains(s, "&quot;") {
		s = entities.Replace(s)
	}
	for range 2 {
		i := strings.Index(s, "%3C")
		if j := strings.Index(s, "%253C"); i < 0 || j >= 0 && j < i {
			i = j
		}
		if i < 0 {
			break
		}
		s = s[:i] + chars.Unescape(strings.ReplaceAll(s[i:], "+", " ")) // a form
	}
	return s
}

// breaks are the line breaks and blanks of a page around an escaped document.
var breaks = strings.NewReplacer("<br>", "\n", "<br/>", "\n", "<br />", "\n", "&nbsp;", " ", "&amp;nbsp;", " ")

// plainPunctuation replaces the punctuation that editors and input methods put in the place of
// ASCII's, and takes the colours of a terminal and what has no width off.
func plainPunctuation(s string) string {
	if strings.Contains(s, "\x1b") {
		s = withoutColours(s)
	}
	if strings.Contains(s, "''") {
		s = withoutDoubled(s)
	}
	if !hasWide(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0':
			return ' '
		case '\u200b' <= r && r <= '\u200f', r == '\u2060', r == '\ufeff': // nobody sees them
			return -1
		case r < 0x2018:
			return r
		}
		if p, ok := punctuation[r]; ok {
			return p
		}
		return r
	}, s)
}

// hasWide says whether a text has more than ASCII.
func hasWide(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

var punctuation map[rune]rune

func makePunctuation() map[rune]rune {
	return map[rune]rune{
		'\u2018': '\'', '\u2019': '\'', '\u201c': '"', '\u201d': '"', '\u3000': ' ', '\u3002': '.', '\u300c': '"', '\u300d': '"',
		'\u2502': '|', '\u2503': '|', '\u3010': '[', '\u3011': ']', '\uff01': '!', '\uff02': '"', '\uff08': '(', '\uff09': ')', '\uff0c': ',', '\uff1a': ':',
		'\uff1b': ';', '\uff1c': '<', '\uff1d': '=', '\uff1e': '>', '\u2032': '\'', '\uff07': '\'',
	}
}

// withoutDoubled undoes SQL's way to write an apostrophe in a word.
func withoutDoubled(s string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, "''")
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		n := i + 2
		if i > 0 && chars.IsLetterOrDigit(s[i-1]) && n < len(s) && chars.IsLetterOrDigit(s[n]) {
			i++
		} else {
			i = n
		}
		b.WriteString(s[:i])
		s = s[n:]
	}
}

// withoutColours takes the sequences that steer a terminal out of a text: colours, and what grep puts
// behind them.
func withoutColours(s string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, "\x1b[")
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		s = s[i+2:]
		n := 0
		for n < len(s) && n < maxColour && (chars.IsDigit(s[n]) || s[n] == ';') {
			n++
		}
		if n < len(s) && chars.IsLetterOrDigit(s[n]) { // m, or K
			n++
		}
		s = s[n:]
	}
}

// maxColour is how long a sequence is at most: two colours of three numbers, and a few attributes.
const maxColour = 64

// joinPieces puts a string together that a program printed in pieces, one a line:
//
//	'<Error>\n' +
//	  '<Code>AccessDenied</Code>\n'
func joinPieces(s string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	for _, quote := range [...]string{"'", `"`} {
		mark := quote + " +\n"
		if !strings.Contains(s, mark) {
			continue
		}
		var b strings.Builder
		for {
			i := strings.Index(s, mark)
			if i < 0 {
				b.WriteString(s)
				break
			}
			rest := strings.TrimLeft(s[i+len(mark):], " \t")
			if !strings.HasPrefix(rest, quote) {
				b.WriteString(s[:i+len(mark)])
				s = s[i+len(mark):]
				continue
			}
			b.WriteString(s[:i])
			s = rest[1:]
		}
		s = b.String()
	}
	return s
}
