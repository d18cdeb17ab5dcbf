package gate

// What a value may end with: a set of bytes each.
const (
	toQuote = iota
	toApostrophe
	toBackquote
	toBracket
	toBrace
	toTag
	toBlank // or another sign that a value without quotes does not have, Chinese too
	toCode
	sets
)

var enders = func() (t [256]uint8) {
	for set, bytes := range [...]string{"\"", "'", "`", "]", "}", "<", "&\"'`<>,;)]}|\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xef", "./:=("} {
		for i := range len(bytes) {
			t[bytes[i]] |= 1 << set
		}
	}
	for c := range ' ' + 1 {
		t[c] |= 1 << toBlank
	}
	return t
}()

// ahead is what a look ahead has found: text[from:to] has none of a set.
type ahead struct{ from, to int }

// next returns where the next byte of a set is, from here on, and where the look for it ended if it is too far.
// It looks at no part of a text twice.
func (m *scan) next(set, from int) (to int, found bool) {
	a := &m.ahead[set]
	if from < a.from || from > a.to {
		*a = ahead{from, from}
	}
	start, limit := a.to, min(len(m.text), from+MaxToken)
	for a.to < limit && enders[m.text[a.to]]>>set&1 == 0 {
		a.to++
	}
	m.steps += a.to - start
	return a.to, a.to < limit
}
