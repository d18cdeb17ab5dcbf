package chars

import "strings"

// IsWord says whether s is one word of ASCII letters, digits, - and _.
func IsWord[T string | []byte](s T) bool {
	for i := 0; i < len(s); i++ {
		if !inWord[s[i]] {
			return false
		}
	}
	return len(s) > 0
}

// inWord is a table, since request IDs and codes are looked at more often than anything else.
var inWord = func() (t [256]bool) {
	for i := range t {
		c := byte(i)
		t[i] = IsLetterOrDigit(c) || c == '-' || c == '_'
	}
	return t
}()

// HasPrefixFold is strings.HasPrefix, reading A to Z as a to z.
func HasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && equalFold(s[:len(prefix)], prefix)
}

// HasSuffixFold is strings.HasSuffix, reading A to Z as a to z.
func HasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && equalFold(s[len(s)-len(suffix):], suffix)
}

func equalFold(s, t string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] != t[i] && Lower(s[i]) != Lower(t[i]) {
			return false
		}
	}
	return true
}

// CompareFold orders two strings as strings.Compare does, reading A to Z as a to z.
func CompareFold(a, b string) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		if a[i] == b[i] {
			continue
		}
		if x, y := Lower(a[i]), Lower(b[i]); x != y {
			return int(x) - int(y)
		}
	}
	return strings.Compare(a[min(len(a), len(b)):], b[min(len(a), len(b)):])
}

// TrimSpace is strings.TrimSpace, and does nothing where there is nothing to trim, as at most values.
func TrimSpace(s string) string {
	if s == "" || IsGraphic(s[0]) && IsGraphic(s[len(s)-1]) {
		return s
	}
	return strings.TrimSpace(s)
}

// IsGraphic says whether c is a character of ASCII that leaves a mark.
func IsGraphic(c byte) bool { return ' ' < c && c < 0x7f }

// Lower returns c, A to Z as a to z.
func Lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// Head makes a number of the letters of ASCII that s begins with, of the first four at most, the same for
// both cases; 0 if there are none. Texts that begin with the same word have the same.
func Head(s string) (n uint32) {
	for i := 0; i < len(s) && i < 4; i++ {
		c := s[i] | 0x20
		if c < 'a' || 'z' < c {
			break
		}
		n = n<<8 | uint32(c)
	}
	return n
}

// IsHex says whether c is a hexadecimal digit.
func IsHex(c byte) bool {
	c = Lower(c)
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f'
}

// HexRune returns the number that hexadecimal digits stand for.
func HexRune(digits []byte) (r rune) {
	for _, c := range digits {
		if c = Lower(c); c >= 'a' {
			c -= 'a' - '0' - 10
		}
		r = r<<4 | rune(c-'0')
	}
	return r
}

// Unescape undoes %XX, as URLs have it, and leaves what is no escape.
func Unescape(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && IsHex(s[i+1]) && IsHex(s[i+2]) {
			b = append(b, byte(HexRune([]byte(s[i+1:i+3]))))
			i += 2
			continue
		}
		b = append(b, s[i])
	}
	return string(b)
}

// IsAlnum says whether s has nothing but ASCII letters and digits; so it is with "".
func IsAlnum(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := Lower(s[i]); (c < 'a' || 'z' < c) && (c < '0' || '9' < c) {
			return false
		}
	}
	return true
}

// IsLetterOrDigit says whether c is one of ASCII.
func IsLetterOrDigit(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// IsDigits says whether s is made of decimal digits, one at least.
func IsDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !IsDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// IsHexString says whether s is made of hexadecimal digits, one at least.
func IsHexString(s string) bool {
	for i := 0; i < len(s); i++ {
		if !IsHex(s[i]) {
			return false
		}
	}
	return s != ""
}

// IsDigit says whether c is a decimal digit.
func IsDigit(c byte) bool { return '0' <= c && c <= '9' }

// IsBinary says whether s is no text: more than one in twenty of its bytes are control characters;
// compressed and encrypted data has twice as many. What is no UTF-8 may be GBK.
func IsBinary(s string) bool {
	odd := 0
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\x1b' || c == 0x7f {
			odd++
		}
	}
	return odd*20 > len(s)
}
