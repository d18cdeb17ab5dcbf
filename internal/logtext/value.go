package logtext

import (
	"path"
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// value returns the value of the label k of a page.
func (p *page) value(k int) string {
	l := p.labels[k]
	end := len(p.text)
	if k+1 < len(p.labels) {
		end = p.labels[k+1].at
	}
	for _, d := range p.docs {
		if d.start >= l.value {
			end = min(end, d.start)
			break
		}
	}
	if end < l.value {
		return ""
	}
	region := p.text[l.value:end]
	v := ""
	if region != "" && (region[0] == '"' || region[0] == '\'') {
		v = quotedValue(p.text[l.value:min(len(p.text), l.value+maxDocument)], end-l.value)
	} else {
		v = plainValue(region, l)
	}
	if strings.IndexByte(v, '\\') >= 0 && contains(v, `\'`, `\"`) {
		v = unescape(v)
	}
	v = strings.TrimSpace(v)
	switch v {
	case "null", "None", "nil", "undefined", "Nothing", "<nil>", "(null)", "NULL", "-", "none":
		return ""
	}
	return v
}

// dresses are what values stand in, by the first letter.
var dresses [256][]string

func makeDresses() (t [256][]string) {
	for _, dress := range [...]string{"Some(", "Just ", "Once(", "Optional(", "StatusCode(", "HeaderValue { _private: H0(", "HeaderValue(", "array(", "b'", `b"`, "u'", `u"`, "string(", "Forbidden("} {
		t[dress[0]] = append(t[dress[0]], dress)
	}
	return t
}

// skipDress skips what programs put around a value: Some("x"), [x], ( x ), b'x'.
func skipDress(s string, i int, header bool) int {
	for range 8 {
		start := i
		for i < len(s) && (s[i] == ' ' || s[i] == '\t' || s[i] == '>' && s[i-1] == ' ') {
			i++
		}
		switch {
		case i >= len(s):
			return i
		case header && strings.HasPrefix(s[i:], "[1] "): // R
			i += len("[1] ")
		case header && strings.HasPrefix(s[i:], "[0]=>"): // PHP
			i += len("[0]=>")
		case s[i] == '[' || s[i] == '(' || s[i] == '*' && i+1 < len(s) && s[i+1] == '*' || s[i] == '`':
			i++
			for i < len(s) && isOneOf(s[i], " \t\r\n*") {
				i++
			}
		case header && (s[i] == '\n' || s[i] == '\r'):
			for i < len(s) && isOneOf(s[i], " \t\r\n") {
				i++
			}
		default:
			for _, dress := range dresses[s[i]] {
				if strings.HasPrefix(s[i:], dress) {
					i = skipSize(s, i+len(dress))
					if q := dress[len(dress)-1]; q == '\'' || q == '"' {
						i--
					}
					break
				}
			}
			if rest := s[i:]; strings.HasPrefix(rest, "array (") {
				i += len("array (")
			}
		}
		if i == start {
			return i
		}
		if i < len(s) && (s[i] == '"' || s[i] == '\'') {
			return i
		}
	}
	return i
}

// skipSize skips what PHP's var_dump prints behind string( and array(: 24) "...", 1) {.
func skipSize(s string, i int) int {
	end := i
	for end < len(s) && chars.IsDigit(s[end]) {
		end++
	}
	switch rest := s[end:]; {
	case end == i:
	case strings.HasPrefix(rest, `) "`):
		return end + len(") ")
	case strings.HasPrefix(rest, ") {"):
		return end + len(") {")
	}
	return i
}

// quotedValue returns what stands in quotes at the start of s; next is where the next label begins.
func quotedValue(s string, next int) string {
	q := s[0]
	for i := 1; i < len(s); i++ {
		if s[i] != q || s[i-1] == '\\' {
			continue
		}
		if i+1 == len(s) || isOneOf(s[i+1], " ,;:)}]\r\n.\\|!") || i+1 == next {
			return s[1:i]
		}
	}
	line, _, _ := strings.Cut(s[1:max(1, min(next, len(s)))], "\n")
	return strings.TrimRight(line, " ,\r")
}

// endsValue are the characters that a value without quotes ends at.
var endsValue [256]bool

func makeEndsValue() (t [256]bool) {
	for _, c := range []byte(" ,;)}]\"'<`\t\r\n\\|") {
		t[c] = true
	}
	return t
}

func plainValue(region string, l label) string {
	switch {
	case l.header:
		line, _, _ := strings.Cut(region, "\n")
		return strings.TrimRight(line[:unopened(line)], " ,;|\r\t")
	case l.field == "Message":
		region, _, _ = strings.Cut(region, "\n\n")
		return strings.TrimRight(region, " \t\r\n,;*`[{(\"'>|#/")
	case l.field == "ObjectName":
		return plainKey(region)
	case l.field == fieldTarget || l.field == fieldURL || l.field == fieldReferer:
		line, _, _ := strings.Cut(region, "\n")
		if i := strings.IndexAny(line, ",\"' \t"); i >= 0 && l.field != fieldTarget {
			line = line[:i]
		}
		return strings.TrimRight(line, " .\r")
	case l.field == "StringToSign" || l.field == "CanonicalRequest":
		return strings.TrimRight(region, " ,\r\n")
	}
	n := 0
	for n < len(region) && !endsValue[region[n]] {
		n++
	}
	for n > 0 && (region[n-1] == '.' || region[n-1] == '!' || region[n-1] == '*') {
		n--
	}
	return region[:n]
}

// plainKey returns the key of an object that nothing is put around. ossutil ends its lines with a mark: up to
// there it may hold blanks and commas. Else it ends at one, unless what is behind a blank may be the rest of
// its name, as in a b.gz: then it is not known, and "".
func plainKey(region string) string {
	line, _, _ := strings.Cut(region, "\n")
	line = strings.TrimRight(line, " \t\r")
	if key, ok := strings.CutSuffix(line, "!"); ok && !strings.ContainsAny(key, "\"'=:") {
		return key
	}
	i := strings.IndexAny(line, ",\"' \t")
	if i < 0 {
		return line
	}
	if line[i] == ' ' && path.Ext(line[:i]) == "" && len(path.Ext(line)) > 1 && chars.IsAlnum(path.Ext(line)[1:]) {
		return ""
	}
	return strings.TrimRight(line[:i], "!")
}

// unopened returns where in the value of a header a quote stands, or a bracket that nothing in it opened, as
// what a program prints around it: in cache1[17,0], kunlun2[19,0] none. It is the length of s if there is none.
func unopened(s string) int {
	open := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[', '(', '{':
			open++
		case ']', ')', '}':
			if open--; open < 0 {
				return i
			}
		case '"', '\'', '`':
			return i
		}
	}
	return len(s)
}
