package gate

import "strings"

// minKey is how long an AccessKey ID is at least, also where PHP cuts it in a stack trace. STS. is followed by less.
const (
	minKey = 15
	minSTS = minKey - len("STS.")
)

// key hides an AccessKey ID that the run text[i:end] begins, as id does; 0 if it begins none.
func (m *scan) key(i, end int) int {
	t, run := m.text, m.text[i:end]
	switch {
	case len(run) >= minKey && strings.EqualFold(run[:4], "LTAI"), len(run) == 20 && (strings.HasPrefix(run, "AKIA") || strings.HasPrefix(run, "ASIA")):
		if !strings.HasPrefix(run, "LTAI") && !strings.ContainsAny(run, "0123456789") {
			return 0
		}
	case at(t, end) == '.' && (strings.EqualFold(run, "STS") || strings.EqualFold(run, "TMP")):
		end = m.upTo(end+1, "")
		half, seen := score(t[i+4 : end])
		if end-i-4 < minSTS || half <= 0 && (seen&digit == 0 || run != "STS") {
			return 0
		}
	default:
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
