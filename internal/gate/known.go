package gate

import (
	"bytes"
	"encoding/binary"
	"strings"
)

// Secrets are the values of one answer and its request that no output may hold, wherever OSS or a
// caller repeats them. The zero value knows none, and hides what looks like one or is named as one.
// It may be read from several goroutines, once all values are added.
type Secrets struct {
	list  []Secret
	size  int          // of all of them together, in bytes
	faint *[256]uint64 // a partSet: of those that are not known any more, only this
}

// Secret is one of them.
type Secret struct {
	value string
	id    bool // an AccessKey ID, whose middle is hidden
	short bool // it has fewer than partLen letters and digits, and is looked for as it is
}

// partLen is how many letters and digits of a secret are a part that is hidden.
const partLen = 8

// maxKnown is how many bytes of secrets are kept. A request has three or four that are real, of one or
// two KiB.
const maxKnown = 4 * MaxToken

// minSecret is how long a secret is at least. Hiding what is shorter would hide ordinary words.
const minSecret = 6

// Use makes s keep the first ones in a room that its caller has anyway.
func (s *Secrets) Use(room []Secret) { s.list = room[:0:len(room)] }

// Add adds a token, a signature or the like, which is hidden whole.
func (s *Secrets) Add(v string) { s.add(v, false) }

// AddID adds an AccessKey ID, whose middle is hidden.
func (s *Secrets) AddID(v string) { s.add(v, true) }

func (s *Secrets) add(v string, id bool) {
	if len(v) < minSecret || s.size > maxKnown { // most often there is none
		return
	}
	v = strings.TrimSpace(v[:min(len(v), 2*MaxToken)])
	if strings.IndexByte(v, '%') >= 0 || strings.IndexByte(v, '\\') >= 0 || strings.IndexByte(v, '&') >= 0 {
		v = strings.TrimSpace(plainText(v).text)
	}
	v = v[:min(len(v), MaxToken)]
	n := 0
	for i := 0; i < len(v) && n < partLen; i++ {
		if folded[v[i]] != 0 {
			n++
		}
	}
	if len(v) >= minSecret {
		s.list = append(s.list, Secret{v, id, n < partLen})
		s.size += len(v)
	}
}

// Join adds all that t knows.
func (s *Secrets) Join(t *Secrets) {
	s.list = append(s.list, t.list...)
	s.size += t.size
	if t.faint != nil {
		s.faint = t.faint
	}
}

// any says whether s knows one.
func (s *Secrets) any() bool { return len(s.list) > 0 || s.faint != nil }

// Faint returns what may outlive s: it does not have the values any more, and still finds them where
// sixteen letters and digits of one stand together.
func (s *Secrets) Faint() Secrets {
	var f Secrets
	if s.faint != nil {
		set := *s.faint
		f.faint = &set
	}
	for _, v := range s.list {
		if v.id || v.short {
			continue
		}
		if f.faint == nil {
			f.faint = new([256]uint64)
		}
		partSet(f.faint[:]).addAll(letters(nil, v.value))
	}
	return f
}

// letters appends the letters and digits of a text, in small letters.
func letters(to []byte, text string) []byte {
	for i := 0; i < len(text); i++ {
		if c := folded[text[i]]; c != 0 {
			to = append(to, c)
		}
	}
	return to
}

// partSet says of each part of a secret, by its hash, that there is one, and of a few others.
type partSet []uint64

func (p partSet) addAll(letters []byte) {
	for i := 0; i+partLen <= len(letters); i++ {
		h := p.hash(binary.BigEndian.Uint64(letters[i:]))
		p[h/64] |= 1 << (h % 64)
	}
}

func (p partSet) has(part uint64) bool {
	h := p.hash(part)
	return p[h/64]>>(h%64)&1 != 0
}

func (p partSet) hash(part uint64) uint64 { return part * 0x9e3779b97f4a7c15 >> 40 % uint64(64*len(p)) }

// maxGlance is how long a text is at most, in bytes, of which a glance shows that it holds no secret.
const maxGlance = 256

// mayHold says whether a text may hold a secret or a part of one; false is certain. It looks only at each
// seventh pair of a secret's letters and digits, since a part has seven, and so takes much less than find.
func (s *Secrets) mayHold(text string) bool {
	if !s.any() || len(text) < minSecret {
		return false
	}
	if len(text) > maxGlance || s.faint != nil {
		return true
	}
	var seen pairSet
	last := byte(0)
	for i := 0; i < len(text); i++ {
		if c := folded[text[i]]; c != 0 {
			seen.add(last, c)
			last = c
		}
	}
	for i := range s.list {
		if v := &s.list[i]; v.short && strings.Contains(text, v.value) || !v.short && seen.haveMost(v.value) {
			return true
		}
	}
	return false
}

// pairSet says which pairs of letters and digits stand beside each other, and a few others.
type pairSet [32]uint64

func (p *pairSet) add(a, b byte) { p[a%32] |= 1 << (b % 64) }

func (p *pairSet) has(a, b byte) bool { return p[a%32]>>(b%64)&1 != 0 }

// haveMost says whether all pairs of some part of a secret may be in p.
func (p *pairSet) haveMost(secret string) bool {
	for i := 0; i+1 < len(secret); i += partLen - 1 {
		if a, b := folded[secret[i]], folded[secret[i+1]]; (a == 0 || b == 0 || p.has(a, b)) && p.havePart(secret, i) {
			return true
		}
	}
	return false
}

// havePart says whether p has all pairs of a part of a secret in which the first pair at or behind i is.
func (p *pairSet) havePart(secret string, i int) bool {
	for i < len(secret) && folded[secret[i]] == 0 {
		i++
	}
	row, last := 0, i // how many pairs in a row, from here on
	for k := i + 1; k < len(secret) && row < partLen-1; k++ {
		if folded[secret[k]] == 0 {
			continue
		}
		if !p.has(folded[secret[last]], folded[secret[k]]) {
			break
		}
		row, last = row+1, k
	}
	if row == 0 {
		return false
	}
	last = i // and in front of here
	for k := i - 1; k >= 0 && row < partLen-1; k-- {
		if folded[secret[k]] == 0 {
			continue
		}
		if !p.has(folded[secret[k]], folded[secret[last]]) {
			break
		}
		row, last = row+1, k
	}
	return row >= partLen-1
}

// index is what secrets are looked for with in a text.
type index struct {
	parts [64]uint64 // which parts they have
	known []byte     // the letters and digits of each, in small letters, between marks
	short []string   // those that are looked for as they are
	faint partSet
}

// What stands in front of a secret in known, and behind the last one.
const (
	endMark   = 0
	valueMark = 1
	idMark    = 2
)

func (s *Secrets) index() *index {
	x := &index{known: make([]byte, 0, s.size+len(s.list)+1)}
	if s.faint != nil {
		x.faint = s.faint[:]
	}
	for _, v := range s.list {
		mark := byte(valueMark)
		if v.id {
			mark = idMark
		}
		if v.short {
			x.short = append(x.short, v.value)
			continue
		}
		n := len(x.known)
		x.known = letters(append(x.known, mark), v.value)
		partSet(x.parts[:]).addAll(x.known[n:])
	}
	x.known = append(x.known, endMark)
	return x
}

// has says whether eight letters and digits, one a byte, are part of a known secret.
func (x *index) has(part uint64) bool {
	return partSet(x.parts[:]).has(part) && bytes.Contains(x.known, binary.BigEndian.AppendUint64(make([]byte, 0, partLen), part))
}

// find returns the first place in text[start:] that is all or part of a known secret, without regard
// to case and to what stands between its letters and digits: blanks for +, line breaks, quotes,
// another alphabet's signs, no = at the end. from is -1 if there is none.
func (x *index) find(text string, start int) (from, to int) {
	var (
		part uint64
		at   [partLen]int // where its letters are
		n    int
		sure bool // it is known to be one
		run  int  // how many parts in a row, one that repeats counted once
		last uint64
	)
	from = -1
	for i := start; i < len(text); i++ {
		c := folded[text[i]]
		if c == 0 {
			if text[i] == '*' { // something is hidden here already
				n = 0
			}
			continue
		}
		part = part<<8 | uint64(c)
		at[n%partLen] = i
		n++
		if n < partLen {
			continue
		}
		first := at[n%partLen]
		if from >= 0 && first >= to {
			if sure && !x.isWords(text, from, to) || run > partLen {
				break
			}
			from = -1
		}
		has := x.has(part)
		if !has && (x.faint == nil || !x.faint.has(part)) {
			continue
		}
		if from < 0 {
			from, sure, run = first, false, 0
		}
		to, sure = i+1, sure || has
		if part != last {
			run, last = run+1, part
		}
	}
	if from >= 0 && run <= partLen && (!sure || x.isWords(text, from, to)) {
		from = -1
	}
	for _, v := range x.short {
		if i := strings.Index(text[start:], v); i >= 0 && (from < 0 || start+i < from) {
			from, to = start+i, start+i+len(v)
		}
	}
	return from, to
}

// isWords says whether a part of a secret is no more than a word or a number that others use
// too, as a token that was made up for a test has them.
func (x *index) isWords(text string, from, to int) bool {
	if half, seen := score(text[from:to]); to-from >= 2*partLen || half >= 0 || seen&digit != 0 && seen != digit {
		return false
	} else if seen != digit && (from > 0 && folded[text[from-1]] != 0 || to < len(text) && folded[text[to]] != 0) {
		return false // within a longer run
	}
	return !x.isWhole(text[from:to], valueMark) && !x.isWhole(text[from:to], idMark)
}

// isWhole says whether text is a known secret of this sort from its beginning to its end.
func (x *index) isWhole(text string, mark byte) bool {
	whole := append(make([]byte, 0, 128), mark)
	for i := 0; i < len(text); i++ {
		if c := folded[text[i]]; c != 0 {
			whole = append(whole, c)
		}
	}
	i := bytes.Index(x.known, whole)
	return i >= 0 && x.known[i+len(whole)] <= idMark
}

// masked returns what is shown in place of a part of a text that find found.
func (x *index) masked(text string) string {
	if x.isWhole(text, idMark) {
		return ID(text)
	}
	return Hidden
}

// In says whether a text holds one of them or a part of one.
func (s *Secrets) In(text string) bool {
	if !s.mayHold(text) {
		return false
	}
	from, _ := s.index().find(text, 0)
	return from >= 0
}
