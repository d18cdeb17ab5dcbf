package gate

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
)

// Secrets are the values of one answer and its request that no output may hold, wherever OSS or a
// caller repeats them. The zero value knows none, and hides what looks like one or is named as one.
// It may be read from several goroutines, once all values are added.
type Secrets struct {
	parts  [64]uint64 // which parts of eight letters and digits the known ones have, by their hash
	known  []byte     // the letters and digits of each, in small letters, between marks
	short  []string   // those that have fewer than eight, longest first
	faint  partSet    // of those that are not known any more, only this
	filled bool       // any of it
}

// partSet says of each part of a secret, by its hash, that there is one, and of a few others.
type partSet []uint64

func (p partSet) add(part uint64) {
	h := part * 0x9e3779b97f4a7c15 >> 40 % uint64(64*len(p))
	p[h/64] |= 1 << (h % 64)
}

func (p partSet) has(part uint64) bool {
	h := part * 0x9e3779b97f4a7c15 >> 40 % uint64(64*len(p))
	return p[h/64]>>(h%64)&1 != 0
}

// What stands in front of a secret in known, and behind the last one.
const (
	endMark   = 0
	valueMark = 1
	idMark    = 2
)

// Use makes s keep the first ones in a room that its caller has anyway.
func (s *Secrets) Use(room []byte) { s.known = room[:0:len(room)] }

// partLen is how many letters and digits of a secret are a part that is hidden.
const partLen = 8

// maxKnown is how many letters and digits are kept of all secrets together. A request has three or four
// that are real, of one or two KiB.
const maxKnown = 4 * MaxToken

// minSecret is how long a secret is at least. Hiding what is shorter would hide ordinary words.
const minSecret = 6

// Add adds a token, a signature or the like, which is hidden whole.
func (s *Secrets) Add(v string) { s.add(v, valueMark) }

// AddID adds an AccessKey ID, whose middle is hidden.
func (s *Secrets) AddID(v string) { s.add(v, idMark) }

// Join adds all that t knows.
func (s *Secrets) Join(t *Secrets) {
	if !t.filled {
		return
	}
	for i := range s.parts {
		s.parts[i] |= t.parts[i]
	}
	if len(t.known) > 0 {
		s.known = append(s.known[:max(0, len(s.known)-1)], t.known...)
	}
	s.short = append(s.short, t.short...)
	if t.faint != nil {
		s.faint = t.faint
	}
	s.filled = true
}

// Faint returns what may outlive s: it does not have the values any more, and still finds them where
// sixteen letters and digits of one stand together.
func (s *Secrets) Faint() Secrets {
	f := Secrets{faint: slices.Clone(s.faint)}
	for rest := s.known; len(rest) > 1; {
		n := 1
		for rest[n] > idMark {
			n++
		}
		if rest[0] == valueMark && f.faint == nil {
			f.faint = make(partSet, 256)
		}
		for i := 1; rest[0] == valueMark && i+partLen <= n; i++ {
			f.faint.add(binary.BigEndian.Uint64(rest[i:]))
		}
		rest = rest[n:]
	}
	f.filled = f.faint != nil
	return f
}

func (s *Secrets) add(v string, mark byte) {
	v = strings.TrimSpace(v[:min(len(v), 2*MaxToken)])
	if len(s.known) > maxKnown {
		return
	}
	if lookAt(v)&lookEscape != 0 {
		v = strings.TrimSpace(plainText(v).text)
	}
	if len(v) < minSecret {
		return
	}
	n := max(0, len(s.known)-1) // without the end's mark
	s.known = append(s.known[:n], mark)
	for i := 0; i < min(len(v), MaxToken); i++ {
		if c := folded[v[i]]; c != 0 {
			s.known = append(s.known, c)
		}
	}
	if letters := s.known[n+1:]; len(letters) < partLen || bytes.Contains(s.known[:n], letters) {
		if len(letters) < partLen {
			s.short = append(s.short, v)
		}
		s.known = s.known[:n]
	} else {
		for i := 0; i+partLen <= len(letters); i++ {
			partSet(s.parts[:]).add(binary.BigEndian.Uint64(letters[i:]))
		}
	}
	if len(s.known) > 0 {
		s.known = append(s.known, endMark)
	}
	s.filled = true
}

// has says whether eight letters and digits, one a byte, are part of a known secret.
func (s *Secrets) has(part uint64) bool {
	return partSet(s.parts[:]).has(part) && bytes.Contains(s.known, binary.BigEndian.AppendUint64(make([]byte, 0, partLen), part))
}

// find returns the first place in text[start:] that is all or part of a known secret, without regard
// to case and to what stands between its letters and digits: blanks for +, line breaks, quotes,
// another alphabet's signs, no = at the end. from is -1 if there is none.
func (s *Secrets) find(text string, start int) (from, to int) {
	if !s.filled {
		return -1, -1
	}
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
			if sure && !s.isWords(text, from, to) || run > partLen {
				break
			}
			from = -1
		}
		has := s.has(part)
		if !has && (s.faint == nil || !s.faint.has(part)) {
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
	if from >= 0 && run <= partLen && (!sure || s.isWords(text, from, to)) {
		from = -1
	}
	for _, v := range s.short {
		if i := strings.Index(text[start:], v); i >= 0 && (from < 0 || start+i < from) {
			from, to = start+i, start+i+len(v)
		}
	}
	return from, to
}

// isWords says whether a part of a secret is no more than a word or a number that others use
// too, as a token that was made up for a test has them.
func (s *Secrets) isWords(text string, from, to int) bool {
	if half, seen := score(text[from:to]); to-from >= 2*partLen || half >= 0 || seen&digit != 0 && seen != digit {
		return false
	} else if seen != digit && (from > 0 && folded[text[from-1]] != 0 || to < len(text) && folded[text[to]] != 0) {
		return false // within a longer run
	}
	return !s.isWhole(text[from:to], valueMark) && !s.isWhole(text[from:to], idMark)
}

// isWhole says whether text is a known secret of this sort from its beginning to its end.
func (s *Secrets) isWhole(text string, mark byte) bool {
	whole := append(make([]byte, 0, 128), mark)
	for i := 0; i < len(text); i++ {
		if c := folded[text[i]]; c != 0 {
			whole = append(whole, c)
		}
	}
	i := bytes.Index(s.known, whole)
	return i >= 0 && s.known[i+len(whole)] <= idMark
}

// masked returns what is shown in place of a part of a text that find found.
func (s *Secrets) masked(text string) string {
	if s.isWhole(text, idMark) {
		return ID(text)
	}
	return Hidden
}

// In says whether a text holds one of them or a part of one.
func (s *Secrets) In(text string) bool {
	if !s.filled || len(text) < minSecret {
		return false
	}
	from, _ := s.find(text, 0)
	return from >= 0
}
