package gate

import (
	"cmp"
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// value hides what stands behind the name text[i:end] of a secret, or behind an AccessKey ID, and returns where it
// ends; end if nothing does.
func (m *scan) value(k Kind, i, end int) int {
	m.named, m.kind = end, k
	j, found := m.join(k, i, end)
	if j.flag || m.keyLine == i { // none has a record
		m.kind = NotSecret
	}
	if !found || j.at == end && m.text[i] < 0x80 {
		return end
	}
	if run := m.text[i:end]; j.force == tight && (strings.EqualFold(run, "pass") || strings.EqualFold(run, "tok") || strings.EqualFold(run, "pw")) {
		j.force = loose // words of other things too
	}
	from, to := j.at, m.valueEnd(k, &j)
	if !m.isValue(k, &j, i, end, to) {
		return end
	}
	m.emit()
	m.kind = NotSecret
	if isKey := beginsKey(m.text[from:to]); isKey || k == KeyID {
		idEnd := to
		if isKey {
			idEnd = min(to, m.upTo(from, "."))
		}
		if id := m.text[from:idEnd]; len(id) < minKey && !isMixed(id) {
			return end // "AccessKeyId: missing" says so in a word
		}
		if k == Value && at(m.text, idEnd) == '/' { // AK/SK: ID/H
			m.hide(idEnd+1, to, Hidden)
		}
		return m.id(from, idEnd)
	}
	m.hide(from, to, Hidden)
	if v := m.text[from:to]; isMixed(v) && len(m.said) < maxSaid {
		m.said = append(m.said, v)
	}
	if strings.HasPrefix(m.text[min(len(m.text), to+1):], " -> ") { // and what it becomes
		return max(m.value(k, to, to+1), to)
	}
	if half, _ := score(m.text[from:to]); half > 0 && j.quote == 0 {
		m.goOn(from, to)
	}
	return to
}

// What a value may end with: a set of bytes each.
const (
	toQuote = iota
	toApostrophe
	toBackquote
	toBracket
	toTag
	toHyphen
	toBrace
	toBlank // or another sign that a value without quotes does not have, Chinese too
	toLine
	toCode
	sets
)

var enders = func() (t [256]uint16) {
	for set, bytes := range [...]string{"\"", "'", "`", "]", "<", "-", "}", "&\"'`<>,;)]}|\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xef", "\r\n\"'`<]}", "./:=("} {
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

// maxSaid is how many values of names are looked for in the rest of a text.
const maxSaid = 4

// valueEnd returns where the value behind a joint ends.
func (m *scan) valueEnd(k Kind, j *joint) int {
	to, found := 0, false
	if end := cmp.Or(j.quote, j.until); end != 0 {
		to, found = m.next(strings.IndexByte("\"'`]<-}", end), j.at)
		found = found && (end != ']' || !strings.Contains(m.text[j.at:to], "\n"))
	}
	if !found && k == Line {
		to, _ = m.next(toLine, j.at)
	} else if !found {
		to, _ = m.next(toBlank, j.at)
	}
	for to > j.at && (m.text[to-1] <= ' ' || m.text[to-1] == '*') {
		to--
	}
	return to
}

// minSignature is how long a signature and a token is at least: an HMAC-SHA1 in base64 has 27; a margin is left.
const minSignature = 20

// minWord is how long a password is at least: what is shorter is hidden nowhere.
const minWord = 4

// maxLook is how much of a value is looked at to tell it from prose, in bytes: no word is as long, and what is
// random shows in it that it is.
const maxLook = 48

// isValue says whether what stands between a joint and to is the value of the name text[i:end], and not prose.
func (m *scan) isValue(k Kind, j *joint, i, end, to int) bool {
	t, from := m.text, j.at
	hasID := m.keyLine >= m.line && m.keyLine != i // the line gives an AccessKey ID
	if j.quote == 0 && j.force < tight && !hasID { // code, a path
		if n, found := m.next(toCode, from); found && t[max(from, to-1)] != '=' && (n+1 < to || n < to && t[n] == '(') {
			return false
		}
	}
	v := t[from:min(to, from+maxLook)]
	m.steps += len(v)
	word := strings.TrimRight(v, ".!,:=")
	first := word
	if k == Line || j.until == '<' {
		first, _, _ = strings.Cut(word, " ")
	}
	half, seen := score(word)
	mixed := isMixed(word)
	random := mixed || half > 0 && len(word) >= partLen
	switch {
	case j.force == beside && !mixed && (j.quote != 0 || !hasID),
		len(word) < minWord, seen == 0, isTold(first), isValueName(first), j.quote == 0 && t[from-1] == ' ' && !mixed && isVerb(first),
		j.quote == 0 && (isWide(v) || strings.Contains(v, "://") || j.force < tight && v[len(v)-1] == ':'),
		j.quote == 0 && j.lines > 0 && (v[0] == '/' || strings.ContainsAny(v, ":@") && !hasOddSign(v)), // a path, another key
		strings.IndexByte(",;)", v[0]) >= 0, j.quote != 0 && j.force == beside && strings.ContainsAny(v, " </"),
		j.flag && strings.IndexByte("-/.~", v[0]) >= 0,
		(j.types > 0 || j.force < tight || m.keyLine == i) && (KindOf(word) != NotSecret && !hasOddSign(word) || strings.Contains(v, "HMAC")),                       // another name
		t[from-1] != '=' && (!random || j.force < tight && len(v) < minSignature) && (chars.HasSuffixFold(t[i:end], "signature") || strings.HasPrefix(t[i:], "签名")), // never a word
		m.mode == name && len(v) < minSignature && (half <= 0 || len(v) < partLen):
		return false
	case strings.Contains(v, Hidden): // already
		m.kind = NotSecret
		return false
	case k == Line:
		return j.force == tight && m.mode != name
	case j.quote != 0, j.until != 0, j.force == tight && j.lines == 0, j.force == beside:
		return true
	}
	return random || len(v) >= minSecret && m.isAlone(to)
}

// isMixed says whether a text has letters and digits or odd signs, and as many as a password.
func isMixed(text string) bool {
	seen := lookAt(text)
	return len(text) >= partLen && seen&(small|capital) != 0 && (seen&digit != 0 || hasOddSign(text))
}

// hasOddSign says whether signs stand inside a text that are inside no word of prose.
func hasOddSign(text string) bool {
	const odd = "!#$%^*"
	return strings.ContainsAny(strings.Trim(text, odd), odd)
}

// isAlone says whether nothing stands behind a value but the end of a sentence, a line, a cell, a tag.
func (m *scan) isAlone(to int) bool {
	behind := strings.TrimLeft(m.text[to:min(len(m.text), to+maxLook)], " \t\r\"'`;,.!)}]*")
	return behind == "" || strings.IndexByte("\n|<&", behind[0]) >= 0 || isWide(behind) && (behind[0] < 0xe4 || behind[0] == 0xef)
}

// isWide says whether s begins with a Chinese character or a wide sign.
func isWide(s string) bool { return s != "" && (s[0] >= 0xe2 && s[0] <= 0xe9 || s[0] == 0xef) }

// isVerb says whether a word tells what was done or can be: calculated, expiring, readable.
func isVerb(word string) bool {
	word = strings.TrimRight(word, ".,;!")
	return len(word) > 5 && (strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "ble"))
}
