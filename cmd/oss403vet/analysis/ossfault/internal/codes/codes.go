// Package codes asks the library's catalog about the codes and kinds that a program names.
package codes

import (
	"slices"
	"strings"
	"sync"

	"github.com/oss403/oss403"
)

type entry struct {
	code     oss403.Code
	kinds    []oss403.Kind
	messages []string
}

var catalog = sync.OnceValue(func() map[string]*entry {
	m := map[string]*entry{}
	for e := range oss403.Catalog() {
		if e.Code == "" {
			continue
		}
		have := m[string(e.Code)]
		if have == nil {
			have = &entry{code: e.Code}
			m[string(e.Code)] = have
		}
		if !slices.Contains(have.kinds, e.Kind) {
			have.kinds = append(have.kinds, e.Kind)
		}
		if e.Message != "" && !e.Template {
			have.messages = append(have.messages, e.Message)
		}
	}
	return m
})

// Known says whether OSS is known to send s with 403, in this spelling.
func Known(s string) bool { return catalog()[s] != nil }

// Kinds returns the kinds that a code can mean.
func Kinds(code string) []oss403.Kind {
	if e := catalog()[code]; e != nil {
		return e.kinds
	}
	return nil
}

// IsKind says whether s is a kind's name.
func IsKind(s string) bool {
	if s == string(oss403.KindUnknown) {
		return true
	}
	for k := range oss403.Kinds() {
		if string(k) == s {
			return true
		}
	}
	return false
}

// IsCategory says whether s is a category's name.
func IsCategory(s string) bool {
	for k := range oss403.Kinds() {
		if string(k.Category()) == s {
			return true
		}
	}
	return s == string(oss403.KindUnknown.Category())
}

// Misspelled returns the code that s was meant to be, if s is one but for its case, its small words,
// or a slip of the pen. It is careful: OSS has a few hundred codes with other statuses, which the
// catalog does not know.
func Misspelled(s string) (code string, ok bool) {
	if len(s) < 5 || Known(s) {
		return "", false
	}
	for c := range catalog() {
		if strings.EqualFold(s, c) {
			return c, true
		}
	}
	for c := range catalog() {
		if len(c) < 10 || len(s) < 10 {
			continue
		}
		if slices.Equal(content(s), content(c)) || slip(s, c) {
			if code == "" || c < code { // the same answer whatever the order of the map
				code = c
			}
		}
	}
	return code, code != ""
}

// content returns the words of a code that carry its meaning, in lower case.
func content(s string) (words []string) {
	for _, w := range split(s) {
		switch w {
		case "does", "do", "is", "are", "was", "be", "has", "the", "a", "an":
		default:
			words = append(words, w)
		}
	}
	return words
}

// split parts a name in camel case.
func split(s string) (words []string) {
	start := 0
	for i := 1; i <= len(s); i++ {
		if i == len(s) || upper(s[i]) && (!upper(s[i-1]) || i+1 < len(s) && !upper(s[i+1])) {
			words = append(words, strings.ToLower(s[start:i]))
			start = i
		}
	}
	return words
}

func upper(c byte) bool { return 'A' <= c && c <= 'Z' }

// slip says whether one letter is missing, too many or wrong, or two neighbours have changed places.
// A letter at the end does not count: a word's plural may be a code of its own.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if i == len(a) {
		return false
	}
	switch len(b) - len(a) {
	case 0:
		return a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
	case 1:
		return a[i:] == b[i+1:]
	}
	return false
}

// Hopeless says whether no repetition of the request alone, nor what clients do by themselves between
// two attempts, helps against any kind with this code: neither a new token, nor waiting for a restore.
// first is what must happen first, for a message.
func Hopeless(code string) (first string, ok bool) {
	kinds := Kinds(code)
	if len(kinds) == 0 {
		return "", false
	}
	seen := map[oss403.Retry]bool{}
	for _, k := range kinds {
		r := k.Retry()
		if _, known := needs[r]; !known {
			return "", false
		}
		seen[r] = true
	}
	if len(seen) > 1 {
		return "the permission, the request or the bucket's settings have to change first", true
	}
	for r := range seen {
		first = needs[r]
	}
	return first, true
}

// HopelessKind is Hopeless for one kind.
func HopelessKind(name string) (first string, ok bool) {
	if !IsKind(name) {
		return "", false
	}
	first, ok = needs[oss403.Kind(name).Retry()]
	return first, ok
}

// needs says what has to happen first. What a program or its client may do by itself between two
// attempts is not in it.
var needs = map[oss403.Retry]string{
	oss403.RetryNever:                "the request or a setting of the bucket has to change first",
	oss403.RetryAfterClockSync:       "the clock has to be set first",
	oss403.RetryOtherEndpoint:        "it has to go to another endpoint",
	oss403.RetryAfterSigning:         "it has to be signed otherwise",
	oss403.RetryAfterGrant:           "somebody has to grant the permission first",
	oss403.RetryAfterAccountRestored: "the account has to be restored first",
}

// InText returns the code that a piece of an error's text names, or whose message it is a part of.
func InText(s string) (code string, ok bool) {
	s = strings.Trim(s, ` "'.,:;=<>/`)
	for _, prefix := range []string{"ErrorCode=", "Error Code: ", "Code>", "Code:"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, prefix))
	}
	if Known(s) {
		return s, true
	}
	if len(s) < 12 || !strings.Contains(s, " ") {
		return "", false
	}
	for c, e := range catalog() {
		for _, m := range e.messages {
			if strings.Contains(strings.ToLower(m), strings.ToLower(s)) && (code == "" || c < code) {
				code = c
			}
		}
	}
	return code, code != ""
}
