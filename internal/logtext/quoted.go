package logtext

import (
	"strings"
)

// pages takes a text apart: the strings in it that hold text of their own, innermost first, and
// what is around them. brought: the text is something that a request brings.
func (r *Reader) pages(d *desk, text string, depth int, brought bool) {
	if depth > 0 {
		text = plainPunctuation(text)
	}
	text = joinPieces(text)
	doc, docEnd := jsonDocument(text)
	if depth < 5 {
		var outer strings.Builder
		list := quoted{s: text, double: -1, single: -1}
		done := 0
		for at, n := 0, len(d.pages); len(d.pages)-n < 12; {
			start, end := list.next(at)
			if start < 0 {
				break
			}
			if doc < start && start < docEnd { // it is one of the document's
				at = docEnd
				continue
			}
			content := text[start+1 : end]
			if end <= list.plain || !r.isText(content) {
				list.plain = max(list.plain, end)
				if at = end + 1; strings.Contains(content, `"`) || strings.Contains(content, "'") {
					at = start + 1 // another quote may open inside
				}
				continue
			}
			r.pages(d, unescape(content), depth+1, brought || isRequestValue(text[:start+1]) || isUnnamedValue(text, start, end))
			outer.WriteString(text[done : start+1])
			done = end
			at = end + 1
		}
		if done > 0 {
			outer.WriteString(text[done:])
			text = outer.String()
		}
	}
	if docEnd == 0 && strings.Contains(text, `\`) && contains(text, `\"`, `\n`, `\u003c`, `\\`, `\x3c`) {
		text = unescape(text)
		if contains(text, `\"`, `\u003c`) {
			text = unescape(text)
		}
	}
	text, own := cutOwn(unescapeMarkup(text), brought)
	p := r.collect(d, text)
	r.readMarks(p)
	p.own = own
}

// jsonDocument returns where the first document in JSON of a text is, if it stands there without escapes.
func jsonDocument(s string) (start, end int) {
	start = strings.Index(s, `{"Error":`)
	if start < 0 {
		return 0, 0
	}
	objects := objects{s: s}
	if n := objects.document(start); n > 0 {
		return start, start + n
	}
	return 0, 0
}

// plainBreaks undoes what programs write for the end of a line: Apache's client for Java where it logs the
// wire, Spring where it shows an answer.
func plainBreaks(s string) string {
	if strings.Contains(s, `\`) {
		s = strings.ReplaceAll(s, `[\r][\n]`, "")
	}
	if strings.Contains(s, "<") {
		s = strings.ReplaceAll(s, "<EOL>", "\n")
	}
	return s
}

// quoted goes through the strings in quotes of a text.
type quoted struct {
	s              string
	double, single int // the next of each quote, as far as they are known
	open           int // no ' in front of it ends a string
	plain          int // no string that ends in front of it holds a text
}

// next returns the next string, at its quotes; start is -1 if there is none.
func (l *quoted) next(at int) (start, end int) {
	s := l.s
	for i := at; ; i++ {
		l.double, l.single = nextByte(s, '"', i, l.double), nextByte(s, '\'', i, l.single)
		if i = min(l.double, l.single); i == len(s) {
			break
		}
		q := s[i]
		if i > 0 && !isOneOf(s[i-1], " =:[({,\t\n>b|") {
			continue
		}
		if end := l.end(i, q); end > 0 {
			return i, end
		}
	}
	return -1, -1
}

// end returns where the string ends that begins with the quote q at i, 0 if it does not.
func (l *quoted) end(i int, q byte) int {
	s := l.s
	limit := min(len(s), i+maxDocument)
	j := i + 1
	if q == '\'' && l.open > j {
		j = l.open
	}
	for ; j < limit; j++ {
		if s[j] == '\\' {
			j++
			continue
		}
		if s[j] == q {
			if j+1 == len(s) || isOneOf(s[j+1], " ,;:)}]\r\n|.") {
				return j
			}
			if q == '"' {
				return 0
			}
		}
	}
	if q == '\'' { // an apostrophe begins a string as it seems, and there are more of them
		l.open = j
	}
	return 0
}

// isText says whether a string holds more than a value: an error with what belongs to it. If one does not,
// what is in it does neither.
func (r *Reader) isText(s string) bool {
	if len(s) < 24 {
		return false
	}
	if !strings.Contains(s, `\n`) && !strings.Contains(s, `\"`) && !strings.Contains(s, ": ") && !strings.ContainsAny(s, "<=") && !strings.Contains(s, `\u003c`) && !strings.Contains(s, "%3C") {
		return false
	}
	at, n := r.next(s, 0)
	for n != nil && n.kind == AnchorHost { // a URL
		at, n = r.next(s, at+len(n.text))
	}
	return n != nil
}
