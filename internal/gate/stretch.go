package gate

import "strings"

// A secret comes in pieces: base64 has signs between them, blanks for +, line breaks. A stretch is what may be
// one: pieces between two ends of a sentence or a field. Its core is where they score most together.

// piece is a run of letters and digits.
type piece struct {
	from, to int
	score    int
	gap      int  // what stands in front of it costs
	word     bool // it is written as words are
}

// When a core is hidden: at this score, with so many letters and digits. Words in one case, of which
// constants and abbreviations have odd ones, have to score more.
const (
	hides      = 18
	minLetters = 12
	oneCase    = 12
	padded     = 18      // an = behind it
	drop       = 40      // a core ends where the score falls by this
	notAWord   = -8      // what scores more may belong to the run beside it
	longSplit  = 6       // so many letters of words may be a part of a secret that blanks split
	maxPieces  = 1 << 10 // no token has as many
)

// grow takes the run text[i:end] into the stretch.
func (m *scan) grow(i, end, half int, seen class) {
	run := m.text[i:end]
	switch {
	case isToken(run):
		half += hides
	case len(run) >= minKey && seen&notHex != 0 && (isTangled(run, half, seen) || seen&(digit|capital) != 0 && endsToken(m.text[max(0, i-maxName):i])):
		half = max(half, hides)
	case seen == digit, seen&notHex == 0 && end-i < lenTrace: // a number
		half = min(half, 0)
	case seen&notHex == 0 && (end-i > 28 || half > -hides), hasLongHex(run):
		half = max(half, hides) // digits score low
	case end-i >= longSplit && (seen&^notHex == small || seen&^notHex == capital):
		half -= oneCase
	}
	if m.gap >= apart && end-i < longSplit {
		half = min(half, 0)
	}
	isWord := seen&digit == 0 && (seen&capital == 0 || seen&small == 0 || lookAt(run[1:])&capital == 0)
	p := piece{i, end, half, m.gap, seen == digit || isWord}
	if m.heat = max(m.heat-m.gap, 0) + half; m.heat <= 0 && p.word && half <= notAWord && p.gap > path || len(m.pieces) >= maxPieces {
		m.emit()
	}
	m.pieces, m.gap = append(m.pieces, p), 0
}

// isTangled says whether digits stand in a run as in no name: all over letters of one case, or, where both cases are
// mixed and it is no word either, beside small ones.
func isTangled(run string, half int, seen class) bool {
	changes, besideSmall := 0, false
	for i := 1; i < len(run); i++ {
		if a, b := classes[run[i-1]], classes[run[i]]; a&digit != b&digit {
			changes++
			besideSmall = besideSmall || (a|b)&small != 0
		}
	}
	if seen&small == 0 || seen&capital == 0 {
		return changes*4 >= min(len(run), 24)
	}
	return besideSmall && half > 0
}

// emit hides what is likely enough in the stretch, and begins anew.
func (m *scan) emit() {
	rest := m.pieces
	m.pieces, m.heat, m.gap = rest[:0], 0, 0
	for {
		first, last := core(rest)
		if last < 0 {
			return
		}
		letters := 0
		for _, p := range rest[first : last+1] {
			letters += p.to - p.from
		}
		first, last = widen(rest, first, -1), widen(rest, last, +1)
		from, to := rest[first].from, rest[last].to
		if padded := m.padding(to); padded > 0 && to-from >= minLetters || letters >= minLetters && !m.isName(rest[first:last+1]) {
			m.hide(from, to+padded, Hidden)
		}
		rest = rest[last+1:]
	}
}

// padding returns how long the end of base64 at i is: = or ==, perhaps behind the last sign. 0 if there is none, or a
// value behind it.
func (m *scan) padding(i int) int {
	signs := i
	if c := at(m.text, i); c == '+' || c == '/' {
		signs++
	}
	end := signs
	for at(m.text, end) == '=' {
		end++
	}
	rest := strings.TrimLeft(m.text[end:min(len(m.text), end+2)], "\"'`")
	if c := at(rest, 0); end == signs || folded[c] != 0 || strings.IndexByte("$%{(-/", c) >= 0 {
		return 0
	}
	return end - i
}

// maxShort is how long a part of a path is at most, maxLetters a name of letters only, which scores less than sure.
const (
	maxShort   = 12
	maxLetters = 20
	sure       = 26
)

// isName says whether pieces are names of files, packages or symbols, odd as they are: small letters and digits in
// short parts, which base64 never is, or words of letters.
func (m *scan) isName(list []piece) bool {
	parts, letters := len(list) > 1, true
	for i, p := range list {
		seen := lookAt(m.text[p.from:p.to])
		parts = parts && seen&capital == 0 && p.to-p.from <= maxShort && (i == 0 || p.gap == path)
		letters = letters && seen&digit == 0 && p.to-p.from < maxLetters && p.score < sure && (i == 0 || p.gap >= apart)
	}
	return parts || letters
}

// goOn lets a stretch begin with what is hidden already.
func (m *scan) goOn(from, to int) {
	m.emit()
	m.pieces, m.heat = append(m.pieces, piece{from: from, to: to, score: hides}), hides
}

// core returns the first pieces that score enough together, the last one -1 if none do.
func core(list []piece) (first, last int) {
	sum, peak, start := 0, 0, 0
	for i, p := range list {
		if sum -= p.gap; sum <= 0 || peak-sum > drop {
			if peak >= hides {
				break
			}
			sum, peak, start = 0, 0, i
		}
		if sum += p.score; sum > peak {
			peak, first, last = sum, start, i
		}
	}
	if peak < hides {
		return 0, -1
	}
	return first, last
}

// widen returns how far what is hidden around the piece i goes in one direction: over what is no word, and over
// a few letters of words if something else stands behind them.
func widen(list []piece, i, step int) int {
	edge, letters := i, 0
	for k := i + step; 0 <= k && k < len(list) && letters <= longSplit; k += step {
		p, next, limit := list[k], max(k, k-step), notAWord
		if list[next].gap >= apart {
			limit = 0
			if list[next].from-list[next-1].to > 2 {
				break // more than a blank or a line break
			}
		}
		if letters == 0 && (p.score > limit || list[next].gap == 0) || !p.word {
			edge, letters = k, 0
		} else {
			letters += p.to - p.from
		}
	}
	return edge
}
