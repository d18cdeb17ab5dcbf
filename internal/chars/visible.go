package chars

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// IsWords says whether s is a line already: of ASCII without control characters, single blanks
// between words.
func IsWords(s string) bool {
	last := byte(' ')
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c > '~' || c == ' ' && last == ' ' {
			return false
		}
		last = s[i]
	}
	return last != ' ' || s == ""
}

// Visible escapes what would change how a line is shown: control characters, line breaks,
// direction and zero-width marks, invalid UTF-8.
func Visible(s string) string {
	i := 0
	for i < len(s) && ' ' <= s[i] && s[i] <= '~' { // most texts are nothing else
		i++
	}
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if IsInvisible(r, n) {
			break
		}
		i += n
	}
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.WriteString(s[:i])
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if IsInvisible(r, n) {
			q := strconv.QuoteToASCII(s[i : i+n])
			b.WriteString(q[1 : len(q)-1])
		} else {
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

// IsInvisible says whether r, of n bytes, would change how a line is shown or cannot be shown.
func IsInvisible(r rune, n int) bool {
	switch {
	case r == utf8.RuneError && n == 1:
		return true
	case r < utf8.RuneSelf:
		return r < ' ' || r == 0x7f
	}
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
}

// OneLine makes a text fit for a line: white space collapsed, the rest visible.
func OneLine(s string) string {
	if IsWords(s) {
		return s
	}
	return Visible(strings.Join(strings.Fields(s), " "))
}

// Cut shortens s to at most n bytes, at a character, with an ellipsis.
func Cut(s string, n int) string {
	const ellipsis = "…"
	if len(s) <= n {
		return s
	}
	if n < len(ellipsis) {
		return ""
	}
	n -= len(ellipsis)
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + ellipsis
}

// VisibleLines is Visible for a text of several lines, whose breaks and tabs stay.
func VisibleLines(s string) string {
	if !strings.ContainsAny(s, "\n\t") {
		return Visible(s)
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		n := strings.IndexAny(s[i:], "\n\t")
		if n < 0 {
			n = len(s) - i
		}
		b.WriteString(Visible(s[i : i+n]))
		if i += n; i < len(s) {
			b.WriteByte(s[i])
			i++
		}
	}
	return b.String()
}

// EscapeJSON writes direction and other invisible marks in JSON as \u escapes, which json.Marshal leaves as
// they are.
func EscapeJSON(b []byte) []byte {
	s := string(b)
	if VisibleLines(s) == s {
		return b
	}
	b = b[:0:0]
	for _, r := range s {
		if r == '\n' || r == '\t' || !IsInvisible(r, utf8.RuneLen(r)) {
			b = utf8.AppendRune(b, r)
			continue
		}
		for _, u := range utf16.AppendRune(nil, r) {
			b = fmt.Appendf(b, "\\u%04x", u)
		}
	}
	return b
}
