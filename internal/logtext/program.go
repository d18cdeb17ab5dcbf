package logtext

import "strings"

// isProgram says whether a label that SDKs do not write so is one of a program for words of its own: nothing of
// OSS's stands in its line, nor, where it is one of several below each other, in theirs.
func (p *page) isProgram(l label) bool {
	if l.upper && (p.sdk || !l.weak) {
		return false
	}
	from, to := p.around(l.at)
	return !p.hasOurs(from, to)
}

// isProgramStatus says whether a status at a place is a program's, since its line says words of one.
func (p *page) isProgramStatus(at int) bool {
	from, to := lineStart(p.text, at, 0), lineEnd(p.text, at)
	for _, l := range p.labels {
		if from <= l.at && l.at < to && (l.field == "Code" || l.field == "Message") && p.isProgram(l) {
			return true
		}
	}
	return false
}

// around returns the part of a page that is told together with a place: its line, and with one that is indented
// those that are as well, and the one above them.
func (p *page) around(at int) (from, to int) {
	s := p.text
	from, to = lineStart(s, at, 0), lineEnd(s, at)
	if !isIndentedLine(s[from:to]) {
		return from, to
	}
	for from > 0 && isIndentedLine(s[from:lineEnd(s, from)]) && to-from < maxBefore {
		from = lineStart(s, from-1, 0)
	}
	for to < len(s) && to-from < maxAfter {
		next := lineEnd(s, to+1)
		if !isIndentedLine(s[to+1 : next]) {
			break
		}
		to = next
	}
	return from, to
}

func isIndentedLine(s string) bool {
	return s != "" && isOneOf(s[0], " \t") && strings.TrimSpace(s) != ""
}

// hasOurs says whether something of OSS's stands in a part of a page: a code, a message, a request ID or an EC.
func (p *page) hasOurs(from, to int) bool {
	for _, w := range p.words {
		if from <= w.at && w.at < to {
			return true
		}
	}
	for _, ph := range p.phrases {
		if from <= ph.at && ph.at < to {
			return true
		}
	}
	for _, tokens := range [...][]token{p.ids, p.ecs} {
		for _, t := range tokens {
			if from <= t.at && t.at < to {
				return true
			}
		}
	}
	return p.sdk && from <= p.sdkAt && p.sdkAt < to
}
