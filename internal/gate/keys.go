package gate

import "strings"

// minKey is how long an AccessKey ID is at least.
const minKey = 16

// lenCut is how much PHP shows of an argument in a stack trace, in front of cutMark.
const (
	lenCut  = 15
	cutMark = "..."
)

// key hides an AccessKey ID that the run text[i:end] begins, as id does; 0 if it begins none.
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
		if isCut := end-i == lenCut && strings.HasPrefix(t[end:], cutMark); !isCut && (end-rest < 12 || v < hides && (seen&digit == 0 || prefix[0] >= 'a' || prefix == "TMP" && v <= 0)) {
			return 0
		}
	default:
		return 0
	}
	if (t[i] == 'A' || t[i] == 'l') && !strings.ContainsAny(t[i:end], "0123456789") {
		return 0
	}
	return m.id(i, end)
}

// id masks the AccessKey ID text[i:end] and hides what stands behind it as its secret does, in ID:S,
// ID,S and 'ID', 'S'. It returns where that ends.
func (m *scan) id(i, end int) int {
	m.emit()
	m.hide(i, end, ID(m.text[i:end]))
	m.keyLine = i
	return m.value(Value, i, end)
}
