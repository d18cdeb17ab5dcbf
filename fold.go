package oss403

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/chars"
)

// OSS's words come to us as clients, logs and people hand them on. Case, runs of white space, the
// kind of quotes and apostrophes, and final full stops do not count in a comparison; this file says
// so, once.

// fold returns the character that a character counts as.
func fold(r rune) rune {
	if r < utf8.RuneSelf {
		return rune(foldByte(byte(r)))
	}
	switch r {
	case '\u00b4', '\u2018', '\u2019', '\u201a', '\u201c', '\u201d', '\u201e', '\u2032', '\uff02', '\uff07':
		return '\''
	case '\u3002', '\uff0e', '\uff61': // full stops of Chinese and Japanese
		return '.'
	}
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
}

// foldByte is fold for ASCII.
func foldByte(c byte) byte { return folded[c] }

var folded = func() (t [256]byte) {
	for i := range t {
		t[i] = chars.Lower(byte(i))
	}
	t['"'], t['`'] = '\'', '\''
	for c := '\t'; c <= '\r'; c++ {
		t[c] = ' '
	}
	return t
}()

// normalize appends to dst what of a message counts. It stops when dst is full: no message of the
// catalog is that long.
func normalize(dst []byte, s string) []byte {
	space := false
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r < utf8.RuneSelf {
			r = rune(foldByte(s[i])) // OSS writes ASCII
		} else {
			r, size = utf8.DecodeRuneInString(s[i:])
			r = fold(r)
		}
		i += size
		if r == ' ' {
			space = len(dst) > 0
			continue
		}
		if len(dst)+1+utf8.UTFMax > cap(dst) {
			return dst
		}
		if space {
			dst = append(dst, ' ')
			space = false
		}
		if r < utf8.RuneSelf {
			dst = append(dst, byte(r))
		} else {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return trimStops(dst)
}

// normalText is normalize for a part of a template, whose blanks at its ends count.
func normalText(s string) string {
	b := []byte(s)
	for i := range b {
		b[i] = foldByte(b[i])
	}
	return string(b)
}

func trimStops[T string | []byte](s T) T {
	n := len(s)
	for n > 0 && (s[n-1] == '.' || s[n-1] == ' ') {
		n--
	}
	return s[:n]
}

// matchWords returns how much of s is phrase, a text in ASCII; -1 if s does not begin with it.
func matchWords(s, phrase string) int {
	i := 0
	for j := 0; j < len(phrase); j++ {
		want := folded[phrase[j]]
		if i < len(s) && folded[s[i]] == want && (want != ' ' || i+1 < len(s) && chars.IsGraphic(s[i+1])) { // as most are
			i++
			continue
		}
		n := matchByte(s[i:], want)
		if n == 0 {
			return -1
		}
		i += n
	}
	return i
}

// matchByte returns how much of s counts as one character, already folded; 0 for nothing. Of blanks any
// number counts as one.
func matchByte(s string, want byte) int {
	i := 0
	for i < len(s) {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if fold(r) != rune(want) {
			break
		}
		i += size
		if want != ' ' {
			break
		}
	}
	return i
}

// commonWords returns how much of s is the begin of phrase.
func commonWords(s, phrase string) int {
	i := 0
	for j := 0; j < len(phrase); j++ {
		n := matchByte(s[i:], folded[phrase[j]])
		if n == 0 {
			break
		}
		i += n
	}
	return len(strings.TrimRight(s[:i], " \t\r\n"))
}

// behindWords returns what stands in s behind phrase, its white space collapsed; "" if the phrase is
// not there.
func behindWords(s, phrase string) string {
	for ; s != ""; s = s[1:] {
		if foldByte(s[0]) != foldByte(phrase[0]) {
			continue
		}
		if n := matchWords(s, phrase); n >= 0 {
			return chars.OneLine(strings.TrimSpace(s[n:]))
		}
	}
	return ""
}
