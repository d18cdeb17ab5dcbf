package oss403

import (
	"fmt"
	"sort"
	"strings"
)

// The code names what it has to say in English; say turns that into the language of the reader.
// remedy_zh.go holds the Chinese of each, and a test that each is there.

// say returns a phrase in lang, with its arguments in the place of its verbs.
func (lang Lang) say(phrase string, args ...any) string {
	if lang == Chinese {
		phrase = translate(phrase)
	}
	if len(args) == 0 {
		return phrase
	}
	return fmt.Sprintf(phrase, args...)
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
	return lang.say("%d characters", n)
}

// translate returns the Chinese of a phrase.
func translate(phrase string) string {
	i, ok := sort.Find(len(chinesePhrases), func(i int) int { return strings.Compare(phrase, chinesePhrases[i].english) })
	if !ok {
		return phrase
	}
	return chinesePhrases[i].chinese
}
