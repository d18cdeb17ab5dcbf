package oss403

import (
	"strconv"
	"strings"
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
