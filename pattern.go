package oss403

import "strings"

// expand fills in a pattern, as the comment on type text describes.
func expand(v view, lang Lang, pattern string) string {
	var buf [maxLine]byte
	return string(appendExpanded(buf[:0], v, lang, pattern))
}

func appendExpanded(out []byte, v view, lang Lang, pattern string) []byte {
	for {
		i := 0
		for i < len(pattern) && pattern[i] != '[' && pattern[i] != '{' {
			i++
		}
		out = append(out, pattern[:i]...)
		if i == len(pattern) {
			return out
		}
		if pattern[i] == '{' {
			name, rest, _ := strings.Cut(pattern[i+1:], "}")
			words, _ := v.fill(lang, name)
			out = append(out, words...)
			pattern = rest
			continue
		}
		group, rest, _ := strings.Cut(pattern[i+1:], "]")
		for found, more := false, true; more && !found; {
			var alternative string
			alternative, group, more = strings.Cut(group, "|")
			out, found = appendKnown(out, v, lang, alternative)
		}
		pattern = rest
	}
}

// appendKnown fills in an alternative; ok is false, and nothing is appended, if a fact is not known
// and has no general word.
func appendKnown(out []byte, v view, lang Lang, pattern string) (_ []byte, ok bool) {
	start := len(out)
	for {
		before, rest, found := strings.Cut(pattern, "{")
		out = append(out, before...)
		if !found {
			return out, true
		}
		name, after, _ := strings.Cut(rest, "}")
		test := byte(0)
		if name != "" && (name[0] == '?' || name[0] == '!') {
			test, name = name[0], name[1:]
		}
		words, known := v.fill(lang, name)
		if test == '?' && !known || test == '!' && known || test == 0 && !known && words == "" {
			return out[:start], false
		}
		if test == 0 {
			out = append(out, words...)
		}
		pattern = after
	}
}
