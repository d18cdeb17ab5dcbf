package gate

import (
	"encoding/base64"
	"strings"
	"unicode/utf8"
)

// base64 looks at a word of base64 at i as a whole, and returns where it ends if nothing more is to be looked for
// in it, else 0: a security token, a JSON web token, what holds a secret, and a document of JSON that holds none.
func (m *scan) base64(i int) int {
	if i < m.whole || i > 0 && folded[m.text[i-1]] != 0 {
		return 0
	}
	t, end, seen := m.text, i, class(0)
	for end < len(t) && (folded[t[end]] != 0 || strings.IndexByte("+/-_", t[end]) >= 0) {
		seen |= classes[t[end]]
		end++
	}
	end += m.padding(end)
	m.whole = end
	m.steps += end - i
	word := t[i:end]
	if len(word) < minKey {
		return 0
	}
	isJSON, isJWT := beginsObject(word), at(t, end) == '.'
	hide := false
	switch {
	case isToken(word): // a path has more slashes, and fewer digits
		hide = len(word) >= 40 && strings.Count(word, "/")*16 < len(word) && seen&digit != 0
	case isJSON && isJWT:
		hide, end = true, m.upTo(end, "-_.")
		m.whole = end
	case isJSON, m.secrets.any() && seen&small != 0 && seen&capital != 0:
		hide = m.hidesSecret(word)
	}
	if hide {
		m.hide(i, end, Hidden)
		m.goOn(i, end) // for what blanks split
	}
	if hide || isJSON {
		return end
	}
	return 0
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
