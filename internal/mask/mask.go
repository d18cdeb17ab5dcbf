package mask

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"html"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/chars"
)

// What an answer, a request or a caller's text holds leaves this package masked: a token, a
// signature or an encoded diagnostic message as "****", an AccessKey ID with its middle gone.

const Hidden = "****"

// ID keeps as much of an AccessKey ID as it takes to recognise one's own. What does not look
// like one may be anything, a secret in the wrong field included, and keeps less. What was masked
// before stays as it is.
func ID(id string) string {
	head, tail, masked := strings.Cut(id, Hidden)
	switch n := len(id); {
	case n == 0:
		return ""
	case masked && len(head) <= 6 && len(tail) <= 4 && isKeyText(head+tail):
		return id
	case n >= 16 && hasKeyPrefix(id) && isKeyText(id):
		return id[:6] + Hidden + id[n-4:]
	case n >= 8 && isKeyText(id):
		return id[:2] + Hidden
	default:
		return Hidden
	}
}

// hasKeyPrefix says whether s begins as the AccessKey IDs that Alibaba Cloud issues today:
// long-term, of STS, of the console.
func hasKeyPrefix(s string) bool {
	return strings.HasPrefix(s, "LTAI") || strings.HasPrefix(s, "STS.") || strings.HasPrefix(s, "TMP.")
}

func isKeyText(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isKeyByte(s[i]) {
			return false
		}
	}
	return true
}

func isKeyByte(c byte) bool {
	return 'a' <= chars.Lower(c) && chars.Lower(c) <= 'z' || '0' <= c && c <= '9' || c == '.' || c == '_' || c == '-'
}

// Secrets are values of one answer and its request that no output may hold, wherever OSS or the
// caller repeats them.
type Secrets struct {
	values   []string // tokens, signatures: hidden whole
	IDs      []string // AccessKey IDs: their middle hidden
	shortest int32    // of both, in bytes
	spaced   bool     // one of them has a blank or a line break in it
}

// Use makes s keep the first few values and one ID in a room that its caller has anyway.
func (s *Secrets) Use(room *[3]string) { s.values, s.IDs = room[:0:2], room[2:2:3] }

// Join adds what t knows, to an s that knows nothing yet.
func (s *Secrets) Join(t *Secrets) {
	s.values = append(s.values, t.values...)
	s.IDs = append(s.IDs, t.IDs...)
	s.shortest, s.spaced = t.shortest, t.spaced
}

// A shorter value would hide ordinary words. What is as short as that is no secret either.
const minSecret = 6

func (s *Secrets) Add(v string) { s.values = s.insert(s.values, v) }

func (s *Secrets) AddID(v string) { s.IDs = s.insert(s.IDs, v) }

// insert keeps the longest first, since a secret may begin with another.
func (s *Secrets) insert(list []string, v string) []string {
	if v == "" {
		return list
	}
	v = strings.TrimSpace(v)
	seen := lookAt(v)
	if seen&lookEscape != 0 {
		v = strings.TrimSpace(string(plainText(v).text))
		seen = lookAt(v)
	}
	if len(v) < minSecret {
		return list
	}
	s.spaced = s.spaced || seen&lookBlank != 0
	if s.shortest == 0 || len(v) < int(s.shortest) {
		s.shortest = int32(min(len(v), math.MaxInt32))
	}
	i := 0
	for i < len(list) && len(list[i]) >= len(v) {
		i++
	}
	if i == len(list) {
		return append(list, v)
	}
	return slices.Insert(list, i, v)
}

// In says whether a text holds one of them to the letter.
func (s *Secrets) In(text string) bool {
	if s.shortest == 0 || len(text) < int(s.shortest) {
		return false
	}
	for _, list := range [...][]string{s.values, s.IDs} {
		for _, v := range list {
			if len(v) <= len(text) && strings.Contains(text, v) {
				return true
			}
		}
	}
	return false
}

// Mask hides in a text what s knows to be secret, and what looks like a secret or stands behind
// the name of one.
func (s *Secrets) Mask(text string) string { return s.hide(text, 1) }

// MaxSecret is how long a secret is at most, in bytes.
const MaxSecret = 4 << 10

// MaskUpTo is mask for the beginning of a text, n bytes at most; no part of a secret is left over at
// its end.
func (s *Secrets) MaskUpTo(text string, n int) string {
	if len(text) <= n+MaxSecret {
		return chars.Cut(s.Mask(text), n)
	}
	// What is not masked for want of its end is at the end.
	masked := s.Mask(text[:n+MaxSecret])
	return chars.Cut(masked[:max(0, len(masked)-MaxSecret)], n)
}

// Shown is mask for a value that is shown in a line.
func (s *Secrets) Shown(value string) string {
	if s.isHarmless(value) {
		return value
	}
	return chars.Visible(s.hideAny(value, 1))
}

// ShownName is shown for a name, as maskName is mask.
func (s *Secrets) ShownName(name string) string {
	if s.isHarmless(name) {
		return name
	}
	return chars.Visible(s.hideAny(name, minSignature))
}

// MaskName is mask for the name of a bucket or an object, which programs use and which may hold
// words like signature= in all innocence.
func (s *Secrets) MaskName(name string) string { return s.hide(name, minSignature) }

// No signature and no token is shorter than an HMAC-SHA1 in base64 without its padding; a
// margin is left.
const minSignature = 20

func (s *Secrets) hide(text string, minValue int) string {
	if s.isHarmless(text) {
		return text
	}
	return s.hideAny(text, minValue)
}

// isHarmless says whether a short look shows that there is nothing to hide in a text: it is one
// word, as a request ID or a host, without escapes, without any secret that s knows, and without
// what begins or names one. Most values of an answer are.
func (s *Secrets) isHarmless(text string) bool {
	seen := lookAt(text)
	if seen&(lookOther|lookBlank|lookEscape) != 0 || len(text) > chars.MaxText || s.spaced && text != "" || s.In(text) {
		return false
	}
	if seen&lookSeparator != 0 && namesSecret(text) {
		return false
	}
	if seen&lookSecret == 0 || len(text) < 16 {
		return true
	}
	for _, prefix := range [...]string{"LTAI", "STS.", "TMP.", "CAIS", "CAES", "eyJ", "ewo"} {
		if strings.Contains(text, prefix) {
			return false
		}
	}
	return true
}

// look is what a byte shows of the text around it.
type look uint8

const (
	LookAlnum     look = 1 << iota
	lookSecret         // each secret that can be told by its looks has one of these
	lookSeparator      // of a name and a value
	lookEscape         // an escape begins with it
	lookBlank          // a blank or a control character
	lookOther          // something else that is no part of one word
)

// Looks is a table, since most of what is done to an answer is to look at its bytes. Filling it
// is all that importing this package does, so it is done without a call.
var Looks = func() (t [256]look) {
	for i := range t {
		switch c := byte(i); c {
		case 'L', 'S', 'M', 'J', 'w': // LTAI, STS. and CAIS and CAES, TMP., eyJ, ewo
			t[i] = LookAlnum | lookSecret
		case '.', '_', '-':
		case ':', '/', '?', '=':
			t[i] = lookSeparator
		case '\\', '%', '&':
			t[i] = lookEscape
		default:
			switch {
			case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
				t[i] = LookAlnum
			case c <= ' ':
				t[i] = lookBlank
			default:
				t[i] = lookOther
			}
		}
	}
	return t
}()

// lookAt returns what any of the bytes of a text shows.
func lookAt(text string) (seen look) {
	for i := 0; i < len(text); i++ {
		seen |= Looks[text[i]]
	}
	return seen
}

// namesSecret says whether a separator stands behind the name of a secret.
func namesSecret(text string) bool {
	from := 0
	for i := 0; i < len(text); i++ {
		if Looks[text[i]] == lookSeparator {
			if SecretName(text[from:i]) != MaskNothing {
				return true
			}
			from = i + 1
		}
	}
	return false
}

func (s *Secrets) hideAny(text string, minValue int) string {
	if len(text) > chars.MaxText { // it was cut, perhaps in a secret, which stays as it is then
		text = s.hideAny(text[:chars.MaxText], minValue)
		return text[:max(0, len(text)-MaxSecret)]
	}
	m := masker{plain: plainText(text), original: text, minValue: minValue}
	for _, v := range s.values {
		m.hideKnown(v, func(string) string { return Hidden })
	}
	for _, id := range s.IDs {
		m.hideKnown(id, ID)
	}
	m.scan()
	text = m.String()
	if s.In(text) { // behind what looks like an escape, which took its first character
		for _, id := range s.IDs {
			text = strings.ReplaceAll(text, id, ID(id))
		}
		for _, v := range s.values {
			text = strings.ReplaceAll(text, v, Hidden)
		}
	}
	return text
}

// plain is a text with its escapes undone, however often it was escaped: in a URL, in JSON, in
// HTML or XML, in Go or shell syntax. Secrets are looked for in it, and hidden in the original.
type plain struct {
	text []byte
	at   []int32 // where in the original each byte of text begins, and its end; nil: at the same place
}

func plainText(s string) plain {
	p := plain{text: []byte(s)}
	for range 4 { // JSON in JSON in a URL, and one more
		if bytes.IndexByte(p.text, '\\') < 0 && bytes.IndexByte(p.text, '%') < 0 && bytes.IndexByte(p.text, '&') < 0 {
			break
		}
		if p.at == nil {
			p.at = make([]int32, len(s)+1)
			for i := range p.at {
				p.at[i] = int32(i)
			}
		}
		if !p.unescape() {
			break
		}
	}
	return p
}

// inOriginal returns where the byte i of the text begins in the original.
func (p *plain) inOriginal(i int) int {
	if p.at == nil {
		return i
	}
	return int(p.at[i])
}

// unescape undoes one level of escapes in place; false means that there was none.
func (p *plain) unescape() bool {
	n := 0
	changed := false
	for i := 0; i < len(p.text); {
		r, width := unescapeAt(p.text[i:])
		if width == 1 {
			p.text[n], p.at[n] = p.text[i], p.at[i]
			n, i = n+1, i+1
			continue
		}
		changed = true
		start := p.at[i]
		i += width
		if r < 0x100 { // a byte, perhaps of a longer character
			p.text[n], p.at[n] = byte(r), start
			n++
			continue
		}
		for _, c := range utf8.AppendRune(nil, r) { // never longer than its escape
			p.text[n], p.at[n] = c, start
			n++
		}
	}
	p.at[n] = p.at[len(p.text)]
	p.text, p.at = p.text[:n], p.at[:n+1]
	return changed
}

// unescapeAt returns the character that s begins with and how many bytes it takes; a width of 1
// means that it is no escape.
func unescapeAt(s []byte) (r rune, width int) {
	switch {
	case s[0] == '%' && len(s) >= 3 && chars.IsHex(s[1]) && chars.IsHex(s[2]) && !isSTSToken(s[1:]):
		return chars.HexRune(s[1:3]), 3
	case s[0] == '&':
		if end := bytes.IndexByte(s[:min(len(s), 10)], ';'); end > 1 {
			if c := html.UnescapeString(string(s[:end+1])); c != string(s[:end+1]) {
				r, _ := utf8.DecodeRuneInString(c)
				return r, end + 1
			}
		}
	case s[0] == '\\' && len(s) >= 2:
		switch c := s[1]; {
		case c == 'u' && len(s) >= 6 && chars.IsHex(s[2]) && chars.IsHex(s[3]) && chars.IsHex(s[4]) && chars.IsHex(s[5]):
			return chars.HexRune(s[2:6]), 6
		case c == 'x' && len(s) >= 4 && chars.IsHex(s[2]) && chars.IsHex(s[3]) && !isSTSToken(s[2:]):
			return chars.HexRune(s[2:4]), 4
		case c == 'n' || c == 'r':
			return '\n', 2
		case c == 't':
			return '\t', 2
		case strings.IndexByte(`/"'\`+"`", c) >= 0:
			return rune(c), 2
		}
	}
	return 0, 1
}

// isSTSToken says whether s begins as security tokens do, whose first letters are hex digits.
func isSTSToken(s []byte) bool {
	return bytes.HasPrefix(s, []byte("CAIS")) || bytes.HasPrefix(s, []byte("CAES"))
}

// masker collects what to hide in a text.
type masker struct {
	plain
	original string
	minValue int // a shorter value behind a secret's name is left alone
	spans    []span

	squeezed   []byte // text without blanks, made when needed
	squeezedAt []int
	tokens     int // up to where STS tokens were looked for
	documents  int // how often base64 was undone, here and in what was found in it
	depth      int // how often around this text

	// The line that was looked at last for the value of a header.
	lineFrom, lineEnd   int
	wordStart, wordStop int // its last word that is as long as a signature
}

// span is a part of the plain text and what is shown in its place.
type span struct {
	from, to int
	with     string
}

func (m *masker) hide(from, to int, with string) { m.spans = append(m.spans, span{from, to, with}) }

// String returns the original with the spans replaced.
func (m *masker) String() string {
	if len(m.spans) == 0 {
		return m.original
	}
	slices.SortFunc(m.spans, func(a, b span) int {
		if c := cmp.Compare(a.from, b.from); c != 0 {
			return c
		}
		return cmp.Compare(b.to, a.to)
	})
	var b strings.Builder
	done := 0
	for i := 0; i < len(m.spans); i++ {
		s := m.spans[i]
		for i+1 < len(m.spans) && m.spans[i+1].from < s.to { // overlapping: hide both
			if i++; m.spans[i].to > s.to {
				s.to, s.with = m.spans[i].to, Hidden
			}
		}
		b.WriteString(m.original[done:m.inOriginal(s.from)])
		b.WriteString(s.with)
		done = m.inOriginal(s.to)
	}
	b.WriteString(m.original[done:])
	return b.String()
}

// maxEaten is how many characters of a text an escape takes that is none.
const maxEaten = len("uXXXX")

// hideKnown hides a known secret, a long one also where blanks or line breaks split it, or where
// what is in front seems to escape its first characters.
func (m *masker) hideKnown(secret string, with func(string) string) {
	text, at := m.text, []int(nil)
	if len(secret) >= minSignature {
		if m.squeezed == nil {
			m.squeezed, m.squeezedAt = squeeze(m.text)
		}
		text, at = m.squeezed, m.squeezedAt
		s, _ := squeeze([]byte(secret))
		secret = string(s)
	}
	m.hideBehind("", secret, text, at, with)
	if len(secret) >= minSecret+maxEaten {
		m.hideBehind(secret[:maxEaten], secret[maxEaten:], text, at, with)
	}
}

// hideBehind hides a secret of which an escape took some of the head, or nothing.
func (m *masker) hideBehind(head, secret string, text []byte, at []int, with func(string) string) {
	for i := 0; secret != ""; {
		n := bytes.Index(text[i:], []byte(secret))
		if n < 0 {
			return
		}
		from, to := i+n, i+n+len(secret)
		i = to
		left := len(head)
		for left > 0 && from > 0 && text[from-1] == head[left-1] {
			from, left = from-1, left-1
		}
		if left > 0 && from > 0 {
			from-- // what the escape made of the rest
		}
		if at != nil {
			from, to = at[from], at[to-1]+1
		}
		if left > 0 && m.inOriginal(from+1)-m.inOriginal(from) < 2 {
			continue
		}
		m.hide(from, to, with(head+secret))
	}
}

// squeeze leaves out blanks and control characters, and says where the rest was.
func squeeze(text []byte) (squeezed []byte, at []int) {
	squeezed, at = make([]byte, 0, len(text)), make([]int, 0, len(text))
	for i, c := range text {
		if c > ' ' {
			squeezed, at = append(squeezed, c), append(at, i)
		}
	}
	return squeezed, at
}

// How the value behind a name is treated.
const (
	MaskNothing = iota
	MaskValue   // up to the next separator
	MaskKeyID   // an AccessKey ID, perhaps with a V4 scope behind it
	maskLine    // up to the end of the line: the value has blanks
)

// secretNames are the ends of names behind which secrets stand, in lower case without - and _:
// x-oss-security-token and ALIBABA_CLOUD_SECURITY_TOKEN both end in securitytoken.
var secretNames = [...]struct {
	end  string
	what int
}{
	{"signature", MaskValue}, {"signatureprovided", MaskValue}, {"stringtosignbytes", MaskValue},
	{"securitytoken", MaskValue}, {"sessiontoken", MaskValue}, {"ststoken", MaskValue},
	{"encodeddiagnosticmessage", MaskValue}, {"diagnosticmessage", MaskValue},
	{"accesskeysecret", MaskValue}, {"secretaccesskey", MaskValue}, {"secretkey", MaskValue},
	{"customerkey", MaskValue}, {"cookie", maskLine}, {"apikey", MaskValue}, {"password", MaskValue},
	{"accesskeyid", MaskKeyID}, {"credential", MaskKeyID}, {"authorization", maskLine},
}

// SecretName says what to do with the value behind a name.
func SecretName[T string | []byte](name T) int {
	if len(name) < len("cookie") { // the shortest
		return MaskNothing
	}
	last := chars.Lower(name[len(name)-1])
	for i := range secretNames {
		n := &secretNames[i]
		if end := n.end[len(n.end)-1]; end != last && last != '-' && last != '_' {
			continue
		}
		if endsAs(name, n.end) {
			const meta = "x-oss-meta-"
			if len(name) >= len(meta) && chars.CompareFold(string(name[:len(meta)]), meta) == 0 {
				return MaskNothing // metadata, whatever it is called
			}
			return n.what
		}
	}
	return MaskNothing
}

// endsAs says whether a name, in any case and without its - and _, ends in end.
func endsAs[T string | []byte](name T, end string) bool {
	i := len(name)
	for j := len(end) - 1; j >= 0; j-- {
		for i > 0 && (name[i-1] == '-' || name[i-1] == '_') {
			i--
		}
		if i == 0 || chars.Lower(name[i-1]) != end[j] {
			return false
		}
		i--
	}
	return true
}

// scan finds what looks like a secret, and what stands behind the name of one, as in name=value,
// name: value, "name":"value", <name>value, ["name", "value"].
func (m *masker) scan() {
	for i := 0; i < len(m.text); {
		if !isKeyByte(m.text[i]) {
			i++
			continue
		}
		end := i
		for end < len(m.text) && isKeyByte(m.text[end]) {
			end++
		}
		m.lookalikes(i, end)
		i = max(m.named(i, end), end)
	}
}

// named hides the value behind the name text[i:end] and returns where it ends.
func (m *masker) named(i, end int) int {
	if end == len(m.text) || strings.IndexByte("=:>\"'` \t,\xef", m.text[end]) < 0 {
		return end
	}
	what := SecretName(m.text[i:end])
	if what == MaskNothing {
		return end
	}
	from, until := m.valueStart(i, end, what)
	if from < 0 {
		return end
	}
	to := from
	switch {
	case until != 0: // a list in brackets
		for to < len(m.text) && m.text[to] != until {
			to++
		}
	case what == maskLine:
		to = m.lineOf(from)
	default:
		to = m.tokenEnd(from)
		// A folded value goes on behind blanks.
		for to < len(m.text) && m.text[to] <= ' ' {
			next := to
			for next < len(m.text) && m.text[next] <= ' ' {
				next++
			}
			last := m.base64End(next)
			folded := bytes.IndexByte(m.text[to:next], '\n') >= 0 && m.text[next-1] != '\n'
			lines := bytes.IndexByte(m.text[to:next], '\n') >= 0
			if last-next < 8 || !folded && (lines || last-next < 32) || last < len(m.text) && m.text[last] == ':' {
				break
			}
			to = last
		}
	}
	if to-from < m.minValue || what == maskLine && until == 0 && !m.isAuthorization(from, to) {
		return end
	}
	if what != MaskKeyID || until != 0 {
		m.hide(from, to, Hidden)
		return to
	}
	id := to
	if scope := bytes.IndexByte(m.text[from:to], '/'); scope >= 0 {
		id = from + scope
	}
	// "AccessKeyId: missing" says so in a word.
	if value := m.text[from:id]; id < to || len(value) >= 16 || bytes.ContainsAny(value, "0123456789") {
		m.hide(from, id, ID(string(value)))
		return id
	}
	return end
}

// lineOf returns the end of the line that the value of a header fills, and looks at it once,
// however many names stand in it.
func (m *masker) lineOf(from int) (end int) {
	if m.lineFrom <= from && from < m.lineEnd {
		return m.lineEnd
	}
	m.lineFrom, m.wordStart, m.wordStop = from, from, from
	word := from
	for end = from; end < len(m.text) && strings.IndexByte("\r\n\"'`<]}", m.text[end]) < 0; end++ {
		if m.text[end] <= ' ' {
			word = end + 1
		} else if end+1-word >= minSignature {
			m.wordStart, m.wordStop = word, end+1
		}
	}
	m.lineEnd = end
	return end
}

// isAuthorization says whether the rest of a line, which lineOf has looked at, is the value of an
// Authorization header, and not prose.
func (m *masker) isAuthorization(from, to int) bool {
	scheme, _, _ := bytes.Cut(m.text[from:min(to, from+len("OSS4-HMAC-SHA256 "))], []byte(" "))
	switch string(scheme) {
	case "OSS", "OSS2", "OSS4-HMAC-SHA256", "AWS", "AWS4-HMAC-SHA256", "Bearer", "Basic", "acs":
		return true
	}
	return m.wordStop-max(from, m.wordStart) >= minSignature
}

// valueStart returns where the value behind the name text[i:end] begins, -1 if there is none, and
// the bracket that closes it if it is a list.
func (m *masker) valueStart(i, end, what int) (from int, until byte) {
	t := m.text
	skip := func(set string) int {
		start := end
		for end < len(t) && strings.IndexByte(set, t[end]) >= 0 {
			end++
		}
		return end - start
	}
	if i > 0 && t[i-1] == '<' && (t[end] == ' ' || t[end] == '\t') { // attributes
		if n := bytes.IndexByte(t[end:min(len(t), end+200)], '>'); n >= 0 {
			end += n
		}
	}
	tag := false // line breaks may stand in front of the value
	quoted := skip("\"'`") > 0
	skip(" \t")
	switch {
	case end < len(t) && (t[end] == '=' || t[end] == ':' || t[end] == '>'):
		end++
		skip(">") // => of Ruby and PHP
	case quoted && end < len(t) && t[end] == ',':
		end++
		end += valueKey(t[end:]) // {"name": "Signature", "value": "…"}
	case quoted && m.isFormField(i):
		end += valueKey(t[end:]) // name="Signature" value="…", or the field of a form
		tag = true
	case bytes.HasPrefix(t[i:], []byte("--")) && end > i+2 && t[end-1] <= ' ': // --access-key-secret …
	case bytes.HasPrefix(t[end:], []byte("\uff1a")): // full-width colon
		end += len("\uff1a")
	default:
		return -1, 0
	}
	tag = tag || t[end-1] == '>'
	for {
		rest := t[end:]
		switch {
		case skip(" \t\"'`") > 0:
		case tag && skip("\r\n") > 0:
		case what != maskLine && indented(rest) > 0: // folded, or YAML
			end += indented(rest)
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			end += len("<![CDATA[")
		case bytes.HasPrefix(rest, []byte("[]string{")):
			end += len("[]string{")
			until = '}'
		case bytes.HasPrefix(rest, []byte("(string) ")):
			end += len("(string) ")
		case len(rest) > 1 && rest[0] == 'b' && (rest[1] == '\'' || rest[1] == '"'): // Python
			end++
		case len(rest) > 1 && (rest[0] == '|' || rest[0] == '>') && rest[1] <= ' ': // YAML
			end++
		case len(rest) > 0 && rest[0] == '[':
			end++
			until = ']'
		default:
			return end, until
		}
	}
}

// valueKey returns how long the word value and its separator at the start of t are, 0 if something
// else is there.
func valueKey(t []byte) int {
	rest := bytes.TrimLeft(t, " \t\"'")
	if len(rest) < len("value") || chars.CompareFold(string(rest[:len("value")]), "value") != 0 {
		return 0
	}
	rest = bytes.TrimLeft(rest[len("value"):], " \t\"'")
	if len(rest) == 0 || rest[0] != ':' && rest[0] != '=' {
		return 0
	}
	return len(t) - len(rest) + 1
}

// isFormField says whether the word at i is the value of a name attribute: name="Signature".
func (m *masker) isFormField(i int) bool {
	before := bytes.TrimRight(m.text[max(0, i-8):i], "\"'")
	return bytes.HasSuffix(before, []byte("name="))
}

// indented returns how long the line breaks are that t begins with, if the next line begins with
// a blank: else it is a line of its own, and the value is empty.
func indented(t []byte) int {
	n := 0
	for n < len(t) && (t[n] == '\r' || t[n] == '\n') {
		n++
	}
	if n == len(t) || t[n] != ' ' && t[n] != '\t' {
		return 0
	}
	return n
}

// tokenEnd finds the end of a run without blanks, quotes and separators.
func (m *masker) tokenEnd(i int) int {
	for i < len(m.text) && m.text[i] > ' ' && strings.IndexByte("&\"'`<>,;)]}|", m.text[i]) < 0 {
		i++
	}
	return i
}

// lookalikes hides in the word text[i:end], and behind it, what is a secret by its own looks: an
// AccessKey ID, an STS token, a form's policy with a token in it, the pair that an Authorization
// header of V1 or S3 V2 carries.
func (m *masker) lookalikes(i, end int) {
	t := m.text
	if word := string(t[i:end]); (word == "OSS" || word == "AWS") && end < len(t) && t[end] == ' ' {
		token := t[end+1 : m.tokenEnd(end+1)]
		if colon := bytes.IndexByte(token, ':'); colon > 0 {
			from := end + 1 + colon + 1
			if to := m.base64End(from); isHMAC(string(t[from:to])) {
				m.hide(end+1, to, ID(string(token[:colon]))+":"+Hidden)
			}
		}
	}
	for ; i < end; i++ {
		if i > 0 && chars.IsAlnum(string(t[i-1:i])) && !bytes.HasSuffix(t[:i], []byte(`\x`)) {
			continue
		}
		switch rest := t[i:]; {
		case len(rest) >= 16 && hasKeyPrefix(string(rest[:4])):
			to := i + 4
			for to < len(t) && chars.IsAlnum(string(t[to:to+1])) {
				to++
			}
			if to-i >= 16 && (t[i] == 'L' || bytes.ContainsAny(t[i:to], "0123456789")) {
				m.hide(i, to, ID(string(t[i:to])))
			}
		case isSTSToken(rest):
			if i < m.tokens {
				continue // part of a run that is none
			}
			to := m.base64End(i)
			m.tokens = to
			// A path has more slashes, and fewer digits and capitals, than a token.
			if run := t[i:to]; to-i >= 40 && bytes.Count(run, []byte("/"))*16 < to-i && bytes.ContainsAny(run, "0123456789") && bytes.ContainsAny(run, "abcdefghijklmnopqrstuvwxyz") {
				m.hide(i, to, Hidden)
			}
		case bytes.HasPrefix(rest, []byte("eyJ")), bytes.HasPrefix(rest, []byte("ewo")): // base64 of JSON
			to := m.base64End(i)
			if to-i >= minSignature && m.hidesSecret(t[i:to]) {
				m.hide(i, to, Hidden)
			}
		}
	}
}

// hidesSecret says whether there is a secret in what a text in base64 stands for. What is not
// looked into may hold one.
func (m *masker) hidesSecret(text []byte) bool {
	if m.documents++; m.documents > maxDocuments || m.depth >= maxDepthOfDocuments {
		return true
	}
	doc, _ := base64.RawStdEncoding.DecodeString(strings.TrimRight(string(text), "="))
	inner := masker{plain: plainText(string(doc)), original: string(doc), minValue: 1, documents: m.documents, depth: m.depth + 1}
	inner.scan()
	m.documents = inner.documents
	return len(inner.spans) > 0
}

// isHMAC says whether s has the form of an HMAC-SHA1 in base64, which V1 and S3 V2 signatures are,
// or of a longer one in hex.
func isHMAC(s string) bool {
	raw, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(s, "="))
	if err == nil && len(raw) >= 18 && len(raw) <= 32 && !strings.Contains(s, "//") && strings.Count(s, "/") < 4 {
		return true
	}
	return len(s) == 64 && chars.IsAlnum(s)
}

// How many runs that look like base64 of JSON are undone in one text, and how deep.
const (
	maxDocuments        = 16
	maxDepthOfDocuments = 2
)

func (m *masker) base64End(i int) int {
	for i < len(m.text) && (chars.IsAlnum(string(m.text[i:i+1])) || m.text[i] == '+' || m.text[i] == '/' || m.text[i] == '=') {
		i++
	}
	return i
}
