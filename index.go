package oss403

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
)

// indexedPair is a pair as it is looked for.
type indexedPair struct {
	*pair
	plain  string // the message without final full stops
	folded string // the same, normalized
	next   *indexedPair
}

// index is the catalog as it is looked up. It is made when the first 403 is met: a program that never
// sees one pays nothing.
var index struct {
	sync.Once
	codes     [48][]Code              // by length, which hardly two share
	all       [len(pairs)]indexedPair // the room of pairs
	pairs     [256]*indexedPair       // by the length of the message
	templates [len(templates)]indexedTemplate
	begins    map[[2]byte][]*pair // both, by the first two letters of the message in lower case
	ecs       [128][]*ecFacts     // by their last digits
}

func pairsOfLength(n int) *indexedPair {
	index.Do(makeIndex)
	if n >= len(index.pairs) {
		return nil
	}
	return index.pairs[n]
}

// pairsBeginning returns those whose messages begin as s does: with two letters.
func pairsBeginning(s string) []*pair {
	index.Do(makeIndex)
	if len(s) < 2 {
		return nil
	}
	return index.begins[[2]byte{chars.Lower(s[0]), chars.Lower(s[1])}]
}

func makeIndex() {
	for i := range codes {
		n := len(codes[i])
		index.codes[n] = append(index.codes[n], codes[i])
	}
	for i := range ecs {
		list := &index.ecs[hashEC(ecs[i].ec)]
		*list = append(*list, &ecs[i])
	}
	index.begins = map[[2]byte][]*pair{}
	for _, list := range [...][]pair{pairs[:], templates[:]} {
		for i := range list {
			if m := list[i].message; m != "" {
				two := [2]byte{chars.Lower(m[0]), chars.Lower(m[1])}
				index.begins[two] = append(index.begins[two], &list[i])
			}
		}
	}
	for i := range templates {
		before, name, after := cutTemplate(templates[i].message)
		index.templates[i] = indexedTemplate{&templates[i], normalText(before), name, normalText(trimStops(after))}
	}
	for i := range pairs {
		p, at := &pairs[i], &index.all[i]
		if p.message == "" {
			continue
		}
		plain := trimStops(p.message)
		var folded [len(index.pairs)]byte
		list := &index.pairs[len(plain)]
		*at = indexedPair{p, plain, string(normalize(folded[:0], plain)), *list}
		*list = at
	}
}

// normalize appends to dst what of a message counts in a comparison. It stops when dst is full:
// no message of the catalog is that long.
func normalize(dst []byte, s string) []byte {
	space := false
	// OSS writes ASCII: byte by byte up to what is not.
	ascii := 0
	for ; ascii < len(s) && s[ascii] < utf8.RuneSelf; ascii++ {
		c := s[ascii]
		if c == ' ' || '\t' <= c && c <= '\r' {
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
		dst = append(dst, normalByte(c))
	}
	for _, r := range s[ascii:] {
		switch {
		case unicode.IsSpace(r):
			space = len(dst) > 0
			continue
		case r < utf8.RuneSelf:
			r = rune(chars.Lower(byte(r)))
		}
		switch r {
		case '"', '`', '\u00b4', '\u2018', '\u2019', '\u201a', '\u201c', '\u201d', '\u201e', '\u2032', '\uff02', '\uff07':
			r = '\''
		case '\u3002', '\uff0e', '\uff61': // full stops of Chinese and Japanese
			r = '.'
		}
		if len(dst)+1+utf8.UTFMax > cap(dst) {
			return dst
		}
		if space {
			dst = append(dst, ' ')
			space = false
		}
		dst = utf8.AppendRune(dst, r)
	}
	return trimStops(dst)
}

func trimStops[T string | []byte](s T) T {
	n := len(s)
	for n > 0 && (s[n-1] == '.' || s[n-1] == ' ') {
		n--
	}
	return s[:n]
}

func normalByte(c byte) byte {
	if c == '"' || c == '`' {
		return '\''
	}
	return chars.Lower(c)
}

// indexedTemplate is a template as it is looked for, normalized.
type indexedTemplate struct {
	*pair
	before, name, after string
}

// fits says whether a normalized message is the template with something in the place of its braces.
func (t *indexedTemplate) fits(message []byte) bool {
	rest := len(message) - len(t.before) - len(t.after)
	if rest < 1 || string(message[:len(t.before)]) != t.before || string(message[len(message)-len(t.after):]) != t.after {
		return false
	}
	// "You are forbidden to do this" names no action. The catalog's own text has to match itself.
	value := message[len(t.before) : len(t.before)+rest]
	return t.name != "action" || form.IsAction(value) || string(value) == "{action}"
}

// normalText is normalize for a part of a template, whose blanks at its ends count.
func normalText(s string) string {
	b := []byte(s)
	for i := range b {
		b[i] = normalByte(b[i])
	}
	return string(b)
}

func cutTemplate(template string) (before, name, after string) {
	before, rest, _ := strings.Cut(template, "{")
	name, after, _ = strings.Cut(rest, "}")
	return before, name, after
}

// commonWords returns how much of s is the begin of phrase, compared as matchWords does.
func commonWords(s, phrase string) int {
	i := 0
	for j := 0; j < len(phrase) && i < len(s); j++ {
		n := matchWords(s[i:], phrase[j:j+1])
		if n < 0 {
			break
		}
		i += n
	}
	return len(strings.TrimRight(s[:i], " \t\r\n"))
}

// matchWords returns how much of s is phrase, without regard to case, runs of white space and the
// kind of quotes; -1 if it is not.
func matchWords(s, phrase string) int {
	i := 0
	for j := 0; j < len(phrase); j++ {
		if i >= len(s) {
			return -1
		}
		if phrase[j] == ' ' {
			n := 0
			for i+n < len(s) && strings.IndexByte(" \t\r\n", s[i+n]) >= 0 {
				n++
			}
			if n == 0 {
				return -1
			}
			i += n
			continue
		}
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
			if strings.ContainsRune("\u2018\u2019\u201c\u201d\u2032", r) {
				r = '\''
			}
		}
		if r >= utf8.RuneSelf || normalByte(byte(r)) != normalByte(phrase[j]) {
			return -1
		}
		i += size
	}
	return i
}
