package gate

import "strings"

// minKey is how long an AccessKey ID is at least.
const minKey = 16

// lenCut is how much PHP shows of an argument in a stack trace, in front of cutMark.
const (
	lenCut  = 15
	cutMark = "..."
)

// key hides an AccessKey ID that the run text[i:end] begins, and returns where it ends; 0 if it begins
// none.
func (m *scan) key(i, end int) int {
	t := m.text
	if end-i < 3 {
		return 0
	}
	switch prefix := t[i : i+3]; {
	case (end-i >= minKey || end-i == lenCut && strings.HasPrefix(t[end:], cutMark)) && strings.EqualFold(t[i:i+4], "LTAI"), end-i == 20 && (prefix == "AKI" || prefix == "ASI") && t[i+3] == 'A':
	case end-i == 3 && end < len(t) && t[end] == '.' && (strings.EqualFold(prefix, "STS") || strings.EqualFold(prefix, "TMP")):
		rest := end + 1
		for end = rest; end < len(t) && folded[t[end]] != 0; end++ {
		}
		v, seen := score(t[rest:end])
		if isCut := end-i == lenCut && strings.HasPrefix(t[end:], cutMark); !isCut && (end-rest < 12 || v < hides && (seen&digit == 0 || prefix[0] >= 'a')) {
			return 0
		}
	default:
		return 0
	}
	if (t[i] == 'A' || t[i] == 'l') && !strings.ContainsAny(t[i:end], "0123456789") {
		return 0
	}
	m.hide(i, end, ID(t[i:end]))
	m.keyLine = i
	return end
}

// behindKey hides what stands behind an AccessKey ID as its secret does, in ID:S, ID,S and 'ID', 'S',
// and returns where it ends.
func (m *scan) behindKey(end int) int {
	t := m.text
	p := end
	skip := func(set string) bool {
		start := p
		for p < len(t) && strings.IndexByte(set, t[p]) >= 0 {
			p++
		}
		return p > start
	}
	if strings.HasPrefix(t[p:], cutMark) {
		p += len(cutMark)
	}
	quoted := skip("\"'`")
	skip(" ")
	if p == len(t) || strings.IndexByte(":,|;\t", t[p]) < 0 {
		return 0
	}
	if p++; quoted || t[p-1] == '|' {
		skip(" \t\r\n")
		quoted = skip("\"'`")
	}
	quote := byte(0)
	if quoted {
		quote = t[p-1]
	}
	to, _ := m.next(toBlank, p)
	if n := strings.IndexAny(t[p:to], ":@"); n >= 0 {
		to = p + n
	}
	if quote != 0 {
		if end, found := m.next(strings.IndexByte("\"'`", quote), p); found && !strings.Contains(t[p:end], "\n") {
			to = end
		}
	}
	v := t[p:to]
	half, _ := score(v)
	next := at(strings.TrimLeft(t[to:min(len(t), to+8)], " \"'`"), 0)
	word := strings.TrimRight(v, "=")
	switch {
	case len(v) < 4, v[0] == '/' && half <= 0, strings.Contains(word, "="), strings.Contains(v, Hidden), m.mode == name && len(v) < minSignature, isWordOfProse(v),
		next == ':', next == '=', KindOf(word) != NotSecret: // another name
		return 0
	}
	m.hide(p, to, Hidden)
	if half > 0 && !quoted {
		m.goOn(p, to)
	}
	return to
}
