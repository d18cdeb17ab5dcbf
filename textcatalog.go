package oss403

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/logtext"
)

// textReader is made when the first text is read.
var textReader = sync.OnceValue(func() *logtext.Reader {
	c := logtext.Catalog{Code: codeWord, Message: messageAt, Beginning: messageBeginning}
	for i := range codes {
		c.Codes = append(c.Codes, string(codes[i]))
	}
	for _, list := range [...][]pair{pairs[:], templates[:]} {
		for i := range list {
			c.Messages = append(c.Messages, list[i].message)
		}
	}
	for i := range kinds {
		c.Kinds = append(c.Kinds, string(kinds[i].kind))
	}
	c.Kinds = append(c.Kinds, string(KindUnknown))
	for _, l := range languages {
		c.Reports = append(c.Reports, l.lang.say(reportHead))
		c.Findings = append(c.Findings, l.lang.say(findingsHead))
	}
	return logtext.New(c)
})

// codeWord returns the code that a word is.
func codeWord(word string) (code string, ok bool) {
	if len(word) < 5 || word[0] < 'A' || 'Z' < word[0] {
		return "", false
	}
	c, known := knownCode(word)
	return string(c), known
}

// messageAt says how much of s is a message of the catalog, with its full stop.
func messageAt(s string) int {
	length := 0
	list := pairsBeginning(s)
	for i := range list {
		length = max(length, list[i].matchPrefix(s))
	}
	if length > 0 && strings.HasPrefix(s[length:], ".") {
		length++
	}
	return length
}

// messageBeginning says how much of s is the begin of a message of the catalog: three words at least.
func messageBeginning(s string) int {
	longest := 0
	list := pairsBeginning(s)
	for i := range list {
		p := &list[i]
		if matchWords(s, p.before[:min(len(p.before), 8)]) < 0 { // most differ early
			continue
		}
		n := commonWords(s, p.before)
		if n == len(p.before) && p.name == "" || n < 16 || strings.Count(s[:n], " ") < 2 {
			continue
		}
		longest = max(longest, n)
	}
	return longest
}

// kindOfPart returns the kind of the messages that have a text in them, three words at least; "" if none has, or
// messages of several kinds have.
func kindOfPart(s string) Kind {
	var room [maxFact + utf8.UTFMax]byte
	part := words(string(normalize(room[:0], strings.Trim(s, " '`"))))
	if len(part) > maxFact || strings.Count(part, " ") < 4 {
		return ""
	}
	found := Kind("")
	for _, list := range [...][]pair{pairs[:], templates[:]} {
		for i := range list {
			before, rest, _ := strings.Cut(list[i].message, "{")
			_, after, _ := strings.Cut(rest, "}")
			if !hasPart(before, part) && !hasPart(after, part) {
				continue
			}
			if found != "" && found != list[i].kind {
				return ""
			}
			found = list[i].kind
		}
	}
	return found
}

func hasPart(message, part string) bool {
	return len(message)+2 >= len(part) && strings.Contains(words(trimStops(normalText(message))), part)
}

// words returns a normalized text between blanks, without the full stops in it.
func words(s string) string { return " " + strings.ReplaceAll(s, ". ", " ") + " " }

// matchPrefix returns how much of s is the message, 0 for nothing. Final full stops do not count.
func (p *beginning) matchPrefix(s string) int {
	name, after := p.name, p.after
	n := matchWords(s, p.before)
	if n < 0 || name == "" {
		return max(n, 0)
	}
	for i := n; i < len(s) && i < n+maxFact && s[i] != '\n'; i++ {
		if after == "" {
			break
		}
		if m := matchWords(s[i:], after); m >= 0 && i > n {
			return i + m
		}
	}
	if after != "" {
		return 0
	}
	value := s[n:min(len(s), n+maxFact)]
	switch {
	case name == "action":
		if i := strings.IndexAny(value, " ,;\"'<)\n"); i >= 0 {
			value = value[:i]
		}
	case strings.HasPrefix(value, "["): // a condition of a policy
		if i := strings.IndexByte(value, ']'); i >= 0 {
			return n + i + 1
		}
		value = freeWords(value)
	default:
		value = freeWords(value)
	}
	value = trimStops(value)
	if value == "" || name == "action" && !form.IsAction(value) {
		return 0
	}
	return n + len(value)
}

// freeWords returns what of a text can be words that OSS puts into a message: up to the end of the
// line, of a string or of a sentence, or to the name of a label.
func freeWords(s string) string {
	word := 0 // where the last word begins
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case strings.IndexByte("\"<\n,;()[]{}\\", c) >= 0:
			return strings.TrimRight(s[:i], " ")
		case c == '.' && i+1 < len(s) && s[i+1] == ' ':
			return s[:i]
		case c == ' ':
			if rest := s[i:]; strings.HasPrefix(rest, " at /") || strings.HasPrefix(rest, " in /") {
				return s[:i]
			}
			word = i + 1
		case c == ':' || c == '=':
			return strings.TrimRight(s[:word], " ")
		}
	}
	return s
}
