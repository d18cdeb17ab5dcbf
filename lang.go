package oss403

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// languages are those that have texts, the one for all others first. Another one is a file like
// remedy_zh.go and a line here; tests name what it lacks.
var languages = [...]*language{&english, &chinese}

func (lang Lang) words() *language {
	for _, l := range languages {
		if l.lang == lang {
			return l
		}
	}
	return languages[0]
}

// say returns a phrase in lang, with its arguments in the place of its verbs: %s, %d or %[1]s, all
// for the words as they are. It is not fmt's: a log line may be wanted by the thousand.
func (lang Lang) say(p phrase, args ...string) string {
	if len(args) == 0 {
		return lang.words().translate(p)
	}
	var buf [maxLine]byte
	return string(lang.appendSay(buf[:0], p, args...))
}

func (lang Lang) appendSay(out []byte, p phrase, args ...string) []byte {
	words := lang.words().translate(p)
	for next := 0; ; {
		before, verb, found := strings.Cut(words, "%")
		out = append(out, before...)
		if !found {
			return out
		}
		if len(verb) >= 4 && verb[0] == '[' {
			next, verb = int(verb[1]-'1'), verb[3:]
		}
		if next < len(args) { // TestPhrases counts them
			out = append(out, args[next]...)
		}
		next, words = next+1, verb[min(1, len(verb)):]
	}
}

// about says a phrase about a value, nothing if there is none.
func (lang Lang) about(p phrase, value string) string {
	if value == "" {
		return ""
	}
	return lang.say(p, value)
}

// characters says how many there are.
func (lang Lang) characters(n int) string {
	if n == 1 {
		return lang.say("1 character")
	}
	return lang.say("%d characters", strconv.Itoa(n))
}

// capital begins a sentence with a capital.
func capital(s string) string {
	if s != "" && 'a' <= s[0] && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}

// withoutHanBlanks takes out the blanks between Chinese characters or punctuation, which stand in a
// pattern for the sake of a Latin value; not those inside quotes.
func withoutHanBlanks(s string) string {
	var out []byte
	quoted, done := strings.HasPrefix(s, `"`), 0
	for i := 1; i+1 < len(s); i++ {
		switch s[i] {
		case '"':
			quoted = !quoted
		case ' ':
			if quoted || s[i-1] < utf8.RuneSelf || s[i+1] < utf8.RuneSelf {
				continue
			}
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			if after, _ := utf8.DecodeRuneInString(s[i+1:]); isHan(before) && isHan(after) {
				out = append(out, s[done:i]...)
				done = i + 1
			}
		}
	}
	if done == 0 {
		return s
	}
	return string(append(out, s[done:]...))
}

func isHan(r rune) bool {
	return unicode.Is(unicode.Han, r) || '\u3000' <= r && r <= '\u303f' || '\uff00' <= r && r <= '\uff60'
}

// maxLine is the longest that Error gets, in bytes.
const maxLine = 512
