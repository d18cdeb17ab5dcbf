package logtext

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// Key appends to dst what of a record counts, so that two records with the same key are of the same error but
// for their request ID, which it returns. false means that the record is long, or cannot be told from its like
// so easily.
func (rec *Record) Key(dst []byte) (key []byte, id string, ok bool) {
	if len(rec.Before)+len(rec.Text) > maxKey {
		return dst, "", false
	}
	front, rest := rec.Text[:rec.At], rec.Text[rec.At:]
	if rec.Plain && rec.Before == "" {
		dst = appendPlain(dst, front)
	} else {
		dst = append(dst, 2, byte(len(front)), byte(len(front)>>8))
		dst = append(append(dst, rec.Before...), front...)
	}
	dst = append(dst, 0)
	// Behind it, all but the ID.
	for {
		i := nextID(rest)
		if i < 0 {
			break
		}
		found := rest[i : i+24]
		if id != "" && id != found {
			return dst, "", false
		}
		id = found
		dst = append(dst, rest[:i]...)
		dst = append(dst, 1)
		rest = rest[i+24:]
	}
	dst = append(dst, rest...)
	return dst, id, id == "" || !strings.Contains(front, id) && !strings.Contains(rec.Before, id)
}

const maxKey = 2 << 10 // how long a record is at most that has one

// appendPlain appends what stands in front of an error on a line for itself, without the digits of times and
// names.
func appendPlain(dst []byte, front string) []byte {
	switch n := stampAt(front); {
	case n > 0 && n < 40:
		front = front[n:]
		dst = append(dst, 's')
	case isReport(front):
		dst = append(dst, 'r')
	}
	if tells(front) {
		return append(dst, front...)
	}
	return appendFront(dst, front)
}

// Classes of the characters in front of an error.
const (
	isLetter = 1 << iota
	isNumber
	mayTell
)

var frontClass [256]uint8

func makeFrontClass() (t [256]uint8) {
	for i := range t {
		switch c := byte(i); {
		case chars.IsDigit(c):
			t[i] = isNumber
		case chars.IsLetterOrDigit(c):
			t[i] = isLetter
		case isOneOf(c, "\"'=\\<:."):
			t[i] = mayTell
		}
	}
	return t
}

// tells says whether what stands in front of an error may be evidence: a value, a URL or a host.
func tells(front string) bool {
	for i := 0; i < len(front); i++ {
		if frontClass[front[i]] != mayTell {
			continue
		}
		switch rest := front[i:]; rest[0] {
		case ':':
			if strings.HasPrefix(rest, "://") {
				return true
			}
		case '.':
			if strings.HasPrefix(rest, ".com") {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// appendFront appends what stands in front of an error, without what is no evidence: the digits of
// times, names with digits in them.
func appendFront(dst []byte, s string) []byte {
	done := 0
	for i := 0; i < len(s); {
		end, digits := i, 0
		for ; end < len(s); end++ {
			class := frontClass[s[end]]
			if class&(isLetter|isNumber) == 0 {
				break
			}
			if class == isNumber {
				digits++
			}
		}
		n := end - i
		switch {
		case digits == 0, digits == n && n == 3, digits < n && n < 6, n >= 12 && n <= 32:
		case digits == 4 && n == 4 && end+9 <= len(s) && s[end] == '-' && chars.IsDigit(s[end+3]) && chars.IsDigit(s[end+8]): // an EC
		case digits == n:
			dst = append(append(dst, s[done:i]...), '0')
			done = end
		default:
			dst = append(append(dst, s[done:i]...), 'x', '0')
			done = end
		}
		i = end + 1
	}
	dst = append(dst, s[done:]...)
	return dst
}

// nextID returns where the next request ID of OSS's form begins in a text, -1 if there is none. One of 24
// digits has one of them at each 24th place.
func nextID(s string) int {
	for i := 23; i < len(s); i += 24 {
		if class[s[i]] != classHex {
			continue
		}
		low, high := i, i+1
		for low > 0 && class[s[low-1]] == classHex && i-low < 48 {
			low--
		}
		for high < len(s) && class[s[high]] == classHex && high-i < 48 {
			high++
		}
		if high-low == 24 && (low == 0 || !chars.IsLetterOrDigit(s[low-1])) && (high == len(s) || !chars.IsLetterOrDigit(s[high]) && s[high] != '*') {
			return low
		}
		i = max(i, high-24)
	}
	return -1
}
