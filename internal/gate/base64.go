package gate

import (
	"encoding/base64"
	"strings"
	"unicode/utf8"
)

// base64 looks at a word of base64 at i as a whole, and returns where it ends if nothing more is to be looked for
// in it, else 0: a security token, a document that holds a secret, what shows by its padding that it is
// base64.
func (m *scan) base64(i int) int {
	if i < m.whole || i > 0 && folded[m.text[i-1]] != 0 {
		return 0
	}
	t, end, seen := m.text, i, class(0)
	for end < len(t) && (folded[t[end]] != 0 || strings.IndexByte("+/-_", t[end]) >= 0) {
		seen |= classes[t[end]]
		end++
	}
	pad := end
	for pad < len(t) && t[pad] == '=' {
		pad++
	}
	if !isAssigned(t, pad) {
		end = pad
	}
	m.whole = end
	m.steps += end - i
	word := t[i:end]
	if len(word) < minKey {
		return 0
	}
	mixed := seen&small != 0 && seen&capital != 0
	for _, n := range [...]int{28, 44} { // a signature behind a path: HMAC-SHA1, HMAC-SHA256
		if k := len(word) - n; m.mode == free && mixed && word[len(word)-1] == '=' && k > 0 && word[k-1] == '/' {
			m.hide(i+k, end, Hidden)
		}
	}
	hide, json := false, beginsObject(word)
	switch {
	case isToken(word): // a path has more slashes, and fewer digits
		hide = len(word) >= 40 && strings.Count(word, "/")*16 < len(word) && seen&digit != 0
	case json:
		isJWT := end < len(t) && t[end] == '.'
		if hide = m.mode != signed || isJWT || m.hidesSecret(word); isJWT {
			end = m.upTo(end, "-_.")
			m.whole = end
		}
	case m.secrets.any() && mixed && m.hidesSecret(word):
		hide = true
	case mixed && seen&digit != 0 && len(word) >= minSignature && len(word)%4 == 0 && word[len(word)-1] == '=' && m.mayBePadded(i, word):
		half, _ := score(word)
		hide = half > 0 // not a setting's name
	}
	if hide {
		m.hide(i, end, Hidden)
		m.pieces, m.heat, m.gap = append(m.pieces, piece{from: i, to: end, score: hides, gap: m.gap}), hides, 0 // for what blanks split
	}
	if hide || json {
		return end
	}
	return 0
}

// isAssigned says whether a value begins at i, behind a = that is no padding then.
func isAssigned(t string, i int) bool {
	return folded[at(t, i)] != 0 || at(t, i) == '$' || isQuote(t[i:]) && folded[at(t, i+1)] != 0
}

// mayBePadded says whether what its padding shows to be base64 may be a secret, and is no digest.
func (m *scan) mayBePadded(i int, word string) bool {
	switch m.mode {
	case free:
		return len(word) != lenMD5 || !hasDigestName(m.text[max(0, i-16):i])
	case signed:
		return len(word) != lenMD5 && !m.inPath()
	}
	return false
}

// beginsObject says whether a word of base64 begins as the base64 of an object of JSON, behind blanks or not.
func beginsObject(text string) bool {
	if strings.IndexByte("eCDIJ", text[0]) < 0 { // {, and a line break, a tab or a blank
		return false
	}
	var begin [6]byte
	_, err := base64.RawStdEncoding.Decode(begin[:], []byte(text[:8]))
	return err == nil && isObject(string(begin[:]))
}

// isObject says whether a text begins as an object of JSON.
func isObject(s string) bool {
	s = strings.TrimLeft(s, " \t\r\n")
	return at(s, 0) == '{' && strings.IndexByte("\"} \t\r\n", at(s, 1)) >= 0
}

// maxDepth is how often base64 in base64 is undone.
const maxDepth = 2

// hidesSecret says whether there is a secret in what a text in base64 stands for. What is not looked
// into may hold one.
func (m *scan) hidesSecret(text string) bool {
	text = strings.ReplaceAll(strings.ReplaceAll(strings.TrimRight(text, "="), "-", "+"), "_", "/")
	doc, _ := base64.RawStdEncoding.DecodeString(text) // up to where it is none
	if m.secrets.In(string(doc)) {
		return true
	}
	if !isObject(string(doc)) {
		return false
	}
	if m.depth >= maxDepth || !utf8.Valid(doc) { // or a secret that begins as one by chance
		return true
	}
	inner := scan{plain: plain{text: string(doc)}, secrets: m.secrets, mode: m.mode, depth: m.depth + 1}
	inner.all()
	return len(inner.spans) > 0
}

// privateKey hides a key in PEM, of which text[i:end] is the word BEGIN, and returns where it ends; 0 if there is none.
func (m *scan) privateKey(i, end int) int {
	const mark, head, blanks = "-----", " PRIVATE KEY-----", " \t\r\n"
	t := m.text
	if i < m.pem || !strings.HasSuffix(t[:i], mark) {
		return 0
	}
	from := strings.Index(t[end:min(len(t), end+2*len(head))], head)
	if from < 0 {
		return 0
	}
	from += end + len(head)
	limit := min(len(t), from+2*MaxToken)
	n := strings.Index(t[from:limit], mark+"END")
	if n < 0 {
		m.pem, m.steps = limit, m.steps+limit-from // no other one there ends either
		return 0
	}
	m.steps += n
	key := strings.TrimLeft(t[from:from+n], blanks)
	from += n - len(key)
	to := from + len(strings.TrimRight(key, blanks))
	m.emit()
	m.hide(from, to, Hidden)
	return to
}
