package gate

import (
	"encoding/base64"
	"strings"
)

// scan is one look at a text. It goes over it once, from run to run of letters and digits.
type scan struct {
	plain
	secrets *Secrets
	mode    mode
	depth   int // of the base64 around this text
	spans   []span

	// The stretch of runs that is most likely random, while it grows.
	from, to   int
	sum, peak  int  // what its runs score together, and the best it has been
	letters    int  // how many letters and digits it has
	worded     bool // a word stands behind it
	doubt      int  // how many letters of ordinary words stand behind it, one more for a blank
	gap        int  // what the separators behind its last run cost
	joined     bool // only signs of base64 stand behind it
	weakScore  int  // what the last run scored
	weak       int  // where a run begins that is not quite a word, -1 if the last one was
	hexFrom    int  // where hexadecimal runs begin that line breaks split
	hexTo      int  // where the last one ends
	hexDigits  int
	padFrom    int // where base64 is that its padding shows to be whole
	padTo      int
	base64From int  // up to where base64 was looked for
	keyLine    int  // where a line was seen to give an AccessKey ID by -i
	line       int  // where the line begins
	query      bool // it has a question mark
	rest       restOfLine
	steps      int                       // how many bytes were looked at, for tests
	tokenEnd   ahead                     // the end of a value without quotes
	hidden     ahead                     // what is hidden already
	none       [6]struct{ from, to int } // where there is no quote or bracket, one each
}

// all looks at the text as it is and, if it has escapes, as they are meant.
func (m *scan) all() {
	original := m.text
	m.knownIn()
	m.plain = plainText(original)
	if m.at != nil {
		m.knownIn()
	}
	m.runs()
}

// knownIn hides known secrets.
func (m *scan) knownIn() {
	for from, to := m.secrets.find(m.text, 0); from >= 0; from, to = m.secrets.find(m.text, to) {
		m.hide(from, to, m.secrets.masked(m.text[from:to]))
	}
}

// runs hides what is named as a secret or looks like one.
func (m *scan) runs() {
	m.weak, m.keyLine = -1, -1
	for i := 0; i < len(m.text); {
		if folded[m.text[i]] == 0 {
			i = m.separator(i)
			continue
		}
		end := i + 1
		for end < len(m.text) && folded[m.text[end]] != 0 {
			end++
		}
		m.steps += end - i
		i = m.run(i, end)
	}
	m.emit()
}

// run looks at the letters and digits text[i:end] and returns where to go on.
func (m *scan) run(i, end int) int {
	v, seen := score(m.text[i:end])
	if seen != digit {
		if to := m.key(i, end); to > 0 {
			m.emit()
			return max(m.behindKey(to), to)
		}
		if kind, nameEnd := m.secretName(i, end); kind != NotSecret {
			if to := m.value(kind, i, nameEnd); to > nameEnd {
				return to
			}
		}
	}
	if to := m.base64(i); to > end {
		return to
	}
	if m.mode == name && m.peak < hides || m.mode == signed && m.inPath() {
		return end
	}
	if isToken(m.text[i:end]) {
		v += hides
	}
	if seen == digit && end-i <= 4 && m.peak >= hides && m.gap >= apart { // a number, or part of what blanks split
		if m.doubt += end - i; m.doubt > longSplit {
			m.emit()
		}
		return end
	}
	if to := m.form(i, end, seen); to > 0 {
		m.emit()
		return to
	}
	if seen&notHex != 0 && hasLongHex(m.text[i:end]) || seen&notHex == 0 && end-i > 16 && (end-i > 28 || v > -hides) {
		v = max(v, hides) // digits score low
	} else if end-i >= longSplit && (seen&^notHex == small || seen&^notHex == capital) {
		v -= oneCase
	}
	m.grow(i, end, v, seen)
	return end
}

// longHex is how many hexadecimal digits are no trace ID nor a number any more.
const longHex = 33

// hasLongHex says whether there are as many in a run, in one case: a digest or a signature that a letter is
// glued to, as in 0x and in sig9f8e.
func hasLongHex(run string) bool {
	if len(run) < longHex {
		return false
	}
	n, seen := 0, class(0)
	for i := 0; i < len(run); i++ {
		k := classes[run[i]]
		if k&notHex != 0 || seen|k == small|capital|digit {
			n, seen = 0, 0
			continue
		}
		n++
		if seen |= k; n >= longHex && seen&digit != 0 && seen != digit {
			return true
		}
	}
	return false
}

// inPath says whether the line begins with a slash, as the resource in what is signed does.
func (m *scan) inPath() bool { return m.text[m.line] == '/' && !m.query }

// What the separators between two runs cost a stretch, and what they are.
const (
	ends  = 100 // another sentence, field or language
	apart = 6   // blanks, for which + may stand, line breaks, quotes
	path  = 3
)

// separator takes account of the character at i, which is neither letter nor digit.
func (m *scan) separator(i int) int {
	cost := ends
	switch c := m.text[i]; c {
	case '+', '~':
		cost = 0
	case '/', '=', '-', '_', '.', '%', '$':
		cost = path
	case ' ', '\t', '\n', '\r', '"', '\'', '`', '\\':
		cost, m.joined = apart, false
		if c == '\n' {
			m.line, m.query = i+1, false
		}
	default:
		m.emit()
		m.query = m.query || c == '?'
		if c == ':' && strings.HasPrefix(m.text[i:], "://") {
			if to := m.password(i + len("://")); to > 0 {
				return to
			}
		}
		if c >= 0x80 {
			if n := foreignName(m.text[i:]); n > 0 {
				if to := m.value(Value, i, i+n); to > i+n {
					return to
				}
				return i + n
			}
		}
		return i + 1
	}
	m.gap = max(m.gap, cost)
	return i + 1
}

// maxUser is how long the user and password of a URL are at most, in bytes.
const maxUser = 512

// password hides the password in front of the host of a URL and returns where it ends, 0 if there is
// none.
func (m *scan) password(from int) int {
	colon, at := 0, 0
	for i := from; i < len(m.text) && i < from+maxUser && m.text[i] > ' ' && strings.IndexByte("/?#\"'`<>", m.text[i]) < 0; i++ {
		m.steps++
		if m.text[i] == ':' && colon == 0 {
			colon = i + 1
		} else if m.text[i] == '@' {
			at = i
		}
	}
	if colon == 0 || at <= colon || strings.Contains(m.text[colon:at], Hidden) {
		return 0
	}
	m.hide(colon, at, Hidden)
	return at
}

// When a stretch is hidden: at this score, with so many letters and digits. Words in one case, of
// which constants and abbreviations have odd ones, have to score more.
const (
	hides      = 18
	minLetters = 12
	oneCase    = 12
	drop       = 40 // a stretch ends where it falls by this
	notAWord   = -8 // what scores more may belong to the run beside it
	longSplit  = 6  // a shorter run is no part of what blanks split
)

// grow takes the run text[i:end] into the stretch, or begins one with it.
func (m *scan) grow(i, end, v int, seen class) {
	if m.gap >= apart {
		m.doubt = max(m.doubt, 1)
		if m.joined = m.weakScore > 0; !m.joined {
			m.weak = -1
		}
		if end-i < longSplit {
			v = min(v, 0)
		}
	}
	ordinary := isOrdinary(m.text[i:end], seen)
	if m.doubt > 0 && m.peak >= hides { // behind a blank, for which + may have stood
		if ordinary && (v <= 0 || end-i < 4) && (end == len(m.text) || m.text[end] != '=') {
			if m.doubt += end - i; m.doubt > longSplit {
				m.emit()
			}
		} else {
			v, m.gap, m.joined, m.doubt = max(v, 0), 0, true, 0
		}
	}
	m.sum -= m.gap
	if m.sum <= 0 || m.peak-m.sum > drop {
		weak, joined := m.weak, m.joined
		m.emit()
		m.from, m.to, m.weak, m.joined = i, end, weak, joined
		if weak >= 0 && joined {
			m.from = weak
		}
	}
	m.sum += v
	m.letters += end - i
	if m.sum > m.peak || m.joined && (v > notAWord || !ordinary) && m.doubt == 0 && !m.worded {
		m.peak = max(m.sum, m.peak)
		m.sum, m.to, m.doubt, m.worded = m.peak, end, 0, false
	}
	m.worded = m.worded || v <= notAWord && ordinary
	switch {
	case v <= notAWord && ordinary:
		m.weak = -1
	case m.weak < 0 || !m.joined:
		m.weak = i
	}
	if m.weakScore = v; m.weak >= 0 && m.weak != i {
		m.weakScore = 1
	}
	m.gap, m.joined = 0, true
}

// isOrdinary says whether a run is written as words are: of letters, in small ones, in capitals, or
// the first one a capital.
func isOrdinary(run string, seen class) bool {
	switch {
	case seen&digit != 0:
		return false
	case seen&(small|capital) != small|capital:
		return true
	}
	for i := 1; i < len(run); i++ {
		if classes[run[i]]&capital != 0 {
			return false
		}
	}
	return true
}

// emit hides the stretch if it is likely enough, and begins anew.
func (m *scan) emit() {
	if m.peak >= hides && m.letters >= minLetters {
		if m.padFrom <= m.from && m.to < m.padTo {
			m.from, m.to = m.padFrom, m.padTo
		}
		for m.to < len(m.text) && m.text[m.to] == '=' {
			m.to++
		}
		m.hide(m.from, m.to, Hidden)
	}
	m.sum, m.peak, m.letters, m.doubt, m.weak, m.gap, m.joined, m.worded = 0, 0, 0, 0, -1, 0, false, false
}

// goOn lets a stretch begin with what is hidden already.
func (m *scan) goOn(from, to int) {
	m.from, m.to, m.sum, m.peak, m.letters = from, to, hides, hides, minLetters
}

// form returns where a form ends that the run text[i:end] begins or is, 0 if it is none: digits in
// hexadecimal as of a trace, a UUID, a ULID, a digest, a pod, a resource of a cloud.
func (m *scan) form(i, end int, seen class) int {
	t, n := m.text, end-i
	if seen&notHex == 0 && n == 8 && len(t) >= i+36 && isUUID(t[i:i+36]) && (len(t) == i+36 || folded[t[i+36]] == 0) {
		return i + 36
	}
	if seen&notHex == 0 && !m.within(end, n, seen) {
		switch {
		case n == 64 && (m.mode == signed && m.fillsLine(i, end) || hasDigestName(t[:i])):
			return end
		case seen == digit:
			return end
		case n == 32 || n == 24 || n <= 16 || n < 32 && end < len(t) && t[end] == '*': // masked already
			m.hexSplit(i, end)
			return end
		}
	}
	switch {
	case m.mode == signed && (i == m.line || hasDigestName(t[:i])) && isMD5(t[i:]):
		return i + lenMD5
	case n < minLetters && seen&capital == 0 && strings.HasPrefix(t[end:], ".oss-"): // a bucket's host, however odd its name
		if to := hostEnd(t[end:]); to > 0 {
			return end + to
		}
	case t[i:end] == "HMAC": // of OSS4-HMAC-SHA256
		return end
	case n <= 18 && n > 2 && t[i:i+2] == "0x":
		if _, rest := score(t[i+2 : end]); rest&notHex == 0 {
			return end
		}
	case n == 26 && t[i] == '0' && seen&small == 0 && !strings.ContainsAny(t[i:end], "ILOU"):
		return end // a ULID
	case n <= 10 && n >= 5 && seen&capital == 0 && i > 0 && t[i-1] == '-' && !strings.ContainsAny(t[i:end], "aeiou013"):
		if n == 5 || end+6 <= len(t) && t[end] == '-' { // a pod of Kubernetes
			return end
		}
	case n >= 20 && n <= 23 && t[i:i+2] == "iZ" && strings.ToLower(t[i+2:end-1]) == t[i+2:end-1]:
		return end // a host of ECS
	case n >= 15 && n <= 22 && seen&capital == 0 && i > 1 && t[i-1] == '-' && isResource(t[:i-1]):
		return end
	}
	return 0
}

// hostEnd returns how much of a text is the rest of a host of OSS: .oss-cn-hangzhou-internal.aliyuncs.com. 0
// if it is none.
func hostEnd(s string) int {
	const domain = ".aliyuncs.com"
	n := strings.Index(s[:min(len(s), 64)], domain)
	if n < 0 || strings.Trim(s[:n], "abcdefghijklmnopqrstuvwxyz0123456789-.") != "" {
		return 0
	}
	if n += len(domain); n < len(s) && (folded[s[n]] != 0 || s[n] == '-') {
		return 0
	}
	return n
}

// lenMD5 is how long an MD5 is in base64, as Content-MD5 has it. No signature is as short.
const lenMD5 = 24

// isMD5 says whether a line of text begins with one, and has no more.
func isMD5(text string) bool {
	line, _, _ := strings.Cut(text[:min(len(text), lenMD5+1)], "\n")
	return len(line) == lenMD5 && strings.HasSuffix(line, "==") && strings.IndexByte(line, '=') == lenMD5-2
}

// fillsLine says whether text[i:end] is the last line, as the digests in what is signed are.
func (m *scan) fillsLine(i, end int) bool { return i == m.line && end == len(m.text) }

// within says whether hexadecimal digits in front of end, so many, are part of a random stretch rather
// than a number.
func (m *scan) within(end, n int, seen class) bool {
	switch {
	case n >= minKey || m.peak < hides/2:
		return false
	case m.joined && m.gap <= path:
		return true
	}
	return m.peak >= hides && (n < partLen && seen != digit || end < len(m.text) && strings.IndexByte("+/=", m.text[end]) >= 0)
}

func isUUID(s string) bool {
	for i := 0; i < len(s); i++ {
		if i == 8 || i == 13 || i == 18 || i == 23 {
			if s[i] != '-' {
				return false
			}
		} else if k := classes[s[i]]; k == 0 || k&notHex != 0 {
			return false
		}
	}
	return true
}

// hasDigestName says whether the digits behind a text are a digest, of an image for one, or a host.
func hasDigestName(before string) bool {
	before = strings.ToLower(before[max(0, len(before)-16):])
	for _, n := range [...]string{"sha256", "md5", "hash", "digest", "host", "docker://", "containerd://", "哈希", "域名"} {
		if strings.Contains(before, n) {
			return true
		}
	}
	return false
}

// isResource says whether a text ends in what the IDs of instances, networks and disks begin with.
func isResource(before string) bool {
	start := len(before)
	for start > 0 && start > len(before)-5 && folded[before[start-1]] >= 'a' {
		start--
	}
	switch before[start:] {
	case "i", "d", "s", "m", "lb", "rm", "sg", "ami", "eip", "eni", "vpc", "vsw", "vtb", "ngw", "cen", "snap", "vol", "fs", "ecs", "epc", "ep", "ack":
		return true
	}
	return false
}

// hexSplit hides hexadecimal digits that go on behind a line break or quotes, and so are more than a
// form has.
func (m *scan) hexSplit(i, end int) {
	between := m.text[m.hexTo:i]
	if len(between) > 8 || !strings.ContainsAny(between, "\r\n\"'") || strings.Trim(between, "\r\n\"' +\\") != "" {
		m.hexFrom, m.hexDigits = i, 0
	}
	m.hexDigits += end - i
	m.hexTo = end
	if m.hexDigits > 32 {
		m.hide(m.hexFrom, end, Hidden)
	}
}

// base64 hides a security token, or a document in base64 that holds a secret, at i, and returns where
// it ends; 0 if there is none. In a free text, random runs are hidden anyway.
func (m *scan) base64(i int) int {
	if i < m.base64From || i > 0 && folded[m.text[i-1]] != 0 {
		return 0
	}
	t := m.text
	if m.base64From = i; len(t)-i < 16 {
		return 0
	}
	end, slashes, seen := i, 0, class(0)
	for end < len(t) && (folded[t[end]] != 0 || strings.IndexByte("+/=-_", t[end]) >= 0) && (t[end] != '=' || end+1 == len(t) || folded[t[end+1]] == 0) && (end == i || t[end-1] != '=' || t[end] == '=') {
		if seen |= classes[t[end]]; t[end] == '/' {
			slashes++
		}
		end++
	}
	m.base64From = end
	m.steps += end - i
	run := t[i:end]
	mixed := seen&small != 0 && seen&capital != 0
	if m.mode == free && mixed && run[len(run)-1] == '=' && len(run)%4 == 0 {
		m.padFrom, m.padTo = i, end
	}
	hide, json := false, beginsObject(run)
	switch {
	case len(run) < minKey:
	case isToken(run): // a path has more slashes, and fewer digits
		hide = len(run) >= 40 && slashes*16 < len(run) && seen&digit != 0
	case json && m.mode == signed && (end == len(t) || t[end] != '.'): // no JWT
		hide = m.hidesSecret(run)
	case json:
		hide = true
	case m.secrets.filled && mixed && m.hidesSecret(run):
		hide = true
	case m.mode == free && mixed && seen&digit != 0 && len(run)%4 == 0 && run[len(run)-1] == '=' && len(run) >= minSignature: // padded
		half, _ := score(run)
		hide = half > -len(run)/2
	}
	if hide {
		m.emit()
		m.hide(i, end, Hidden)
		m.goOn(i, end)
	}
	if hide || json {
		return end
	}
	return 0
}

// beginsObject says whether a text begins as the base64 of an object of JSON, behind blanks or not.
func beginsObject(text string) bool {
	if len(text) < 8 || strings.IndexByte("eCDIJ", text[0]) < 0 { // {, and a line break, a tab or a blank
		return false
	}
	var begin [6]byte
	_, err := base64.RawStdEncoding.Decode(begin[:], []byte(text[:8]))
	return err == nil && isObject(string(begin[:]))
}

// isObject says whether a text begins as an object of JSON.
func isObject(s string) bool {
	s = strings.TrimLeft(s, " \t\r\n")
	return len(s) > 1 && s[0] == '{' && strings.IndexByte("\"} \t\r\n", s[1]) >= 0
}

// standard is base64 in the standard alphabet, without padding.
func standard(s string) string {
	if strings.ContainsAny(s, "-_") {
		s = strings.NewReplacer("-", "+", "_", "/").Replace(s)
	}
	return strings.TrimRight(s, "=")
}

// maxDepth is how often base64 in base64 is undone.
const maxDepth = 2

// hidesSecret says whether there is a secret in what a text in base64 stands for. What is not looked
// into may hold one.
func (m *scan) hidesSecret(text string) bool {
	doc, _ := base64.RawStdEncoding.DecodeString(standard(text)) // up to where it is none
	if m.secrets.In(string(doc)) {
		return true
	}
	if !isObject(string(doc)) {
		return false
	}
	if m.depth >= maxDepth {
		return true
	}
	inner := scan{plain: plain{text: string(doc)}, secrets: m.secrets, mode: m.mode, depth: m.depth + 1}
	inner.all()
	return len(inner.spans) > 0
}
