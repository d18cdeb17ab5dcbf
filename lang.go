package oss403

import (
	"strconv"
	"strings"
)

// The code names what it has to say in English; say turns that into the language of the reader.
// remedy_zh.go holds the Chinese of each, and a test that each is there.

// say returns a phrase in lang, with its arguments in the place of its verbs: %s, %d or %[1]s, all
// for the words as they are. It is not fmt's: a log line may be wanted by the thousand.
func (lang Lang) say(phrase string, args ...string) string {
	if len(args) == 0 {
		return lang.phrase(phrase)
	}
	var buf [maxLine]byte
	return string(lang.appendSay(buf[:0], phrase, args...))
}

func (lang Lang) phrase(english string) string {
	if lang == Chinese {
		return translate(english)
	}
	return english
}

func (lang Lang) appendSay(out []byte, phrase string, args ...string) []byte {
	phrase = lang.phrase(phrase)
	for next := 0; ; {
		before, verb, found := strings.Cut(phrase, "%")
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
		next, phrase = next+1, verb[min(1, len(verb)):]
	}
}

// about says a phrase about a value, nothing if there is none.
func (lang Lang) about(phrase, value string) string {
	if value == "" {
		return ""
	}
	return lang.say(phrase, value)
}

// characters says how many there are.
func (lang Lang) characters(n int) string {
	if n == 1 {
		return lang.say("1 character")
	}
	return lang.say("%d characters", strconv.Itoa(n))
}

// translate returns the Chinese of a phrase.
func translate(phrase string) string {
	low, high := 0, len(chinesePhrases)
	for low < high {
		if i := (low + high) / 2; chinesePhrases[i].english < phrase {
			low = i + 1
		} else {
			high = i
		}
	}
	if low == len(chinesePhrases) || chinesePhrases[low].english != phrase {
		return phrase
	}
	return chinesePhrases[low].chinese
}
