package gate

import "strings"

// Kind is what stands behind a name.
type Kind uint8

const (
	NotSecret Kind = iota
	Value          // a secret, up to the next separator
	KeyID          // an AccessKey ID, perhaps with a V4 scope behind it
	Line           // the rest of the line: a secret that has blanks
)

// secretNames are the ends of names behind which secrets stand, in small letters without - and _:
// x-oss-security-token and ALIBABA_CLOUD_SECURITY_TOKEN both end in token. The short ones, marked
// with a dot, are whole words.
var secretNames = [...]struct {
	end  string
	kind Kind
}{
	{"secretaccesskey", Value}, {"secret", Value}, {"token", Value}, {"signature", Value}, {"password", Value},
	{"accesskeyid", KeyID}, {"credential", KeyID}, {"accesskey", KeyID},
	{"authorization", Line}, {"cookie", Line},
	{"signatureprovided", Value}, {"stringtosignbytes", Value}, {"diagnosticmessage", Value},
	{"secretkey", Value}, {"apikey", Value}, {"customerkey", Value}, {"privatekey", Value},
	{"passwd", Value}, {"passphrase", Value}, {"pwd", Value}, {"secrets", Value},
	{".sk", Value}, {".sig", Value}, {".ak", KeyID}, {"credentials", KeyID},
}

// lastLetters says which letters they end in.
var lastLetters = func() (set uint32) {
	for _, n := range secretNames {
		set |= 1 << (n.end[len(n.end)-1] - 'a')
	}
	return set
}()

// foreignNames are names in Chinese.
var foreignNames = [...]string{"密钥", "秘钥", "密码", "口令", "令牌", "签名"}

// foreignName returns how long the name of a secret is that s begins with, 0 if there is none.
func foreignName(s string) int {
	for _, n := range foreignNames {
		if strings.HasPrefix(s, n) {
			return len(n)
		}
	}
	return 0
}

// KindOf says what a value behind a name is.
func KindOf(name string) Kind {
	if len(name) < 2 {
		return NotSecret
	}
	last := folded[name[len(name)-1]]
	if last < 'a' || lastLetters>>(last-'a')&1 == 0 {
		return NotSecret
	}
	for i := range secretNames {
		n := &secretNames[i]
		if n.end[len(n.end)-1] == last && endsAs(name, n.end) && !isMetadata(name) {
			return n.kind
		}
	}
	return NotSecret
}

// isMetadata says whether a name is that of an object's metadata, whatever else it is called.
func isMetadata(name string) bool {
	const meta = "x-oss-meta-"
	i := strings.LastIndexAny(name[:max(0, len(name)-len("secret"))], "\n\r\t \"'&?;,:=")
	name = name[i+1:]
	return len(name) > len(meta) && strings.EqualFold(name[:len(meta)], meta)
}

// endsAs says whether a name, in any case and without its - and _, or a blank for one, ends in end.
func endsAs(name, end string) bool {
	i := len(name)
	for j := len(end) - 1; j >= 0; j-- {
		if end[j] == '.' {
			return i == 0 || folded[name[i-1]] == 0 || name[i] < 'a' && name[i-1] >= 'a'
		}
		for i > 0 && i < len(name) && (name[i-1] == '-' || name[i-1] == '_' || name[i-1] == ' ') {
			i--
		}
		if i == 0 || folded[name[i-1]] != end[j] {
			return false
		}
		i--
	}
	return true
}

// secretName says what stands behind the name that the run text[i:end] ends, and where the name
// itself ends: behind its qualifiers, as in SECRET_PROD and secret2.
func (m *scan) secretName(i, end int) (k Kind, nameEnd int) {
	t := m.text
	if end-i == 1 && i > 0 && t[i-1] == '-' && (i == 1 || t[i-2] <= ' ') && end < len(t) && (t[end] == ' ' || t[end] == '=') {
		switch t[i] { // the flags of ossutil
		case 'i':
			m.keyLine = i
		case 'k':
			if m.keyLine = i; end+1 < len(t) && t[end+1] != '-' {
				return Value, end
			}
		case 't':
			if m.keyLine >= 0 && i-m.keyLine < MaxToken && !strings.Contains(t[m.keyLine:i], "\n") {
				return Value, end
			}
		}
		return NotSecret, 0
	}
	stem := end
	for stem > i && classes[t[stem-1]] == digit {
		stem--
	}
	from := max(0, i-len("x-oss-meta-encoded-diagnostic-"))
	if k = KindOf(t[from:stem]); k == NotSecret {
		if stem-i < len("skProd") || strings.IndexByte("dvtegr", t[stem-1]) < 0 {
			return NotSecret, 0
		}
		for _, q := range [...]string{"Prod", "Dev", "Test", "Value", "String", "Str", "Env"} {
			if strings.HasSuffix(t[i:stem], q) {
				k = KindOf(t[from : stem-len(q)])
			}
		}
		if k == NotSecret {
			return NotSecret, 0
		}
	}
	for _, verb := range [...]string{"Invalid", "Missing", "Decode", "Illegal", "Create"} {
		if strings.HasPrefix(t[i:end], verb) { // an error or an action
			return NotSecret, 0
		}
	}
	for nameEnd = end; nameEnd+1 < len(t) && (t[nameEnd] == '_' || t[nameEnd] == '-') && folded[t[nameEnd+1]] != 0; {
		word := nameEnd + 1
		nameEnd = word
		for nameEnd < len(t) && nameEnd-word < 16 && folded[t[nameEnd]] != 0 {
			nameEnd++
		}
		if isFact(t[word:nameEnd]) {
			return NotSecret, 0
		}
		if longer := KindOf(t[max(0, nameEnd-32):nameEnd]); longer != NotSecret {
			return NotSecret, 0 // and asked again there
		}
	}
	return k, nameEnd
}

// isFact says whether a qualifier makes the name of a secret that of something to be told.
func isFact(qualifier string) bool {
	switch strings.ToLower(qualifier) {
	case "version", "type", "name", "names", "method", "algorithm", "expired", "expires", "expiration", "expiry", "expire", "does", "not", "error",
		"invalid", "id", "ids", "header", "headers", "provider", "url", "uri", "path", "file", "dir", "length", "len", "size", "count", "ttl", "age",
		"duration", "format", "policy", "manager", "ref", "does_not_match", "mismatch", "region", "scope", "date", "service", "endpoint", "is", "with", "based",
		"and", "or", "in", "for", "of", "the", "only", "less", "free", "auth", "store", "jar", "fs", "signing", "request", "response", "server", "client", "chain", "process", "source", "parameter", "parameters", "field", "at", "time", "issuer", "protected":
		return true
	}
	return false
}

// isWordOfProse says whether a word behind the name of a secret tells something of it, rather than
// being it: AccessKeyId: missing, the token is expired.
func isWordOfProse(word string) bool {
	switch strings.ToLower(strings.TrimRight(word, ".!")) {
	case "null", "nil", "none", "true", "false", "undefined", "empty", "missing", "required", "invalid", "expired", "expires", "not", "does", "do", "is", "are",
		"was", "were", "has", "have", "had", "cannot", "can", "could", "can't", "may", "must", "should", "will", "the", "a", "an", "no", "wrong", "incorrect", "correct", "valid",
		"unknown", "unset", "set", "given", "malformed", "too", "in", "of", "for", "to", "from", "and", "or", "that", "this", "it", "its", "your", "you", "which", "what",
		"disabled", "inactive", "deleted", "lost", "mismatch", "mismatched", "different", "needed", "used", "being", "been", "only", "always", "never", "also", "with", "without",
		"error", "failed", "failure", "check", "see", "use", "if", "when", "as", "at", "by", "on", "one", "ok", "yes", "step", "n/a", "string", "bytes",
		"right", "cut", "bad", "good", "fine", "here", "there", "expecting", "expected", "unexpected", "unable", "getting", "please", "some", "any", "both", "all", "we", "they", "he", "she", "but", "than", "then",
		"access", "field", "parameter", "header", "was:", "null,", "still", "already", "about", "probably", "likely", "just", "how", "where", "who", "why", "not_set", "contains", "starts", "ends", "begins", "leaked", "rotated", "blank", "absent", "stale", "old", "new":
		return true
	}
	return false
}

// maxGlue is how much may stand between a name and its value, in bytes: quotes, brackets, operators,
// a type, tags.
const maxGlue = 160

// value hides what stands behind the name text[i:end] of a secret and returns where it ends; end if
// nothing does. It reads what joins names and values in any language, configuration or table.
func (m *scan) value(k Kind, i, end int) int {
	var (
		t      = m.text
		limit  = min(len(t), end+maxGlue)
		p      = end
		op     = strings.HasPrefix(t[i:end], "-") // something that joins stands there
		quote  = byte(0)
		lines  = 0
		tags   = 0
		list   = byte(0)
		prose  = false   // the joint is a word or a blank
		copula = false   // the joint is one of Chinese
		closed = byte(0) // a quote of the name's
		comma  = false   // a comma joins
		cell   = false   // the border of a table's cell does
	)
	start := i
	for start > 0 && start > i-32 && (folded[t[start-1]] != 0 || t[start-1] == '-' || t[start-1] == '_') {
		start--
	}
	if start > 0 && t[start-1] == '/' && start > 1 && t[start-2] == '<' {
		return end // a tag that closes
	}
	flag := start+1 < end && t[start] == '-' && (start == 0 || t[start-1] <= ' ') && end < len(t) && (t[end] == ' ' || t[end] == '=')
	op = op || flag
	if start > 0 && t[start-1] == '<' && t[p:limit] != "" && (t[p] == ' ' || t[p] == '\t') { // attributes
		if n := strings.IndexByte(t[p:limit], '>'); n >= 0 {
			p += n
		}
	}
glue:
	for p < limit {
		c := t[p]
		switch {
		case c == ' ' || c == '\t' || c == '+': // a blank of a form
			p++
		case c == '\r' || c == '\n':
			if lines += 1; k == Line || flag || c == '\n' && lines > 4 {
				return end
			}
			p++
			quote, list = 0, 0
		case c == '"' || c == '\'' || c == '`':
			if !op {
				closed = c
			}
			quote = c
			p++
		case strings.HasPrefix(t[p:], "****"):
			for p < len(t) && t[p] == '*' {
				p++
			}
			return end
		case c == '*' || c == ')' || c == ']' && !op || c == '}' && !op:
			p++
		case c == '(' || c == '{':
			if !op && c == '{' {
				return end
			}
			if c == '(' && (p > end && !op || p+1 < len(t) && t[p+1] == ')') {
				return end // prose, or a call
			}
			if p++; c == '{' && t[p-2] != '$' { // an object, or []string{
				if k != Value || m.isSignature(p) && t[p-2] != 'g' {
					return end
				}
				op, quote, list = true, 0, '}'
				break glue
			}
			op, quote = true, 0
		case c == '[':
			if !op {
				return end
			}
			if p++; p < len(t) && t[p] != ']' { // []string
				quote, list = 0, ']'
				break glue
			}
		case c == ']', c == '&' && op && p+1 < len(t) && (t[p+1] == '"' || t[p+1] == '\''):
			p++
		case c == '|' && !op:
			if !m.fillsCell(start) {
				return end
			}
			op, cell, quote = true, true, 0
			p++
		case c == '=' || c == ':' || c == '>' || c == '|' && !cell:
			if op && c == ':' && quote != 0 && lines > 0 {
				return end
			}
			op, quote = true, 0
			if c == '>' && start > 0 && t[start-1] == '<' {
				list = '<'
			}
			p++
		case c == '-' && (op || p > end) && p+1 < len(t) && (t[p+1] == '>' || t[p+1] <= ' '):
			p++
			if t[p] == '>' {
				op = true
			}
		case c == ',' && (closed == '"' || closed == '\'') && !op:
			op, comma, quote = true, true, 0
			p++
		case c == ',' && hasValueKey(t[p:limit]):
			op, quote = true, 0
			p++
		case c == '<':
			n := strings.IndexByte(t[p:limit], '>')
			if tags++; tags > 3 || n < 0 || !op && !isKeyTag(t[p:p+n]) {
				return end
			}
			if strings.HasPrefix(t[p:], "<![CDATA[") {
				n = len("<![CDATA[") - 1
			}
			op, quote, list = true, 0, '<'
			p += n + 1
		case strings.HasPrefix(t[p:], "：") || strings.HasPrefix(t[p:], "＝"):
			op, quote = true, 0
			p += len("：")
		case strings.HasPrefix(t[p:], "为") || strings.HasPrefix(t[p:], "是"):
			op, copula = true, true
			p += len("为")
		case strings.HasPrefix(t[p:], "“") || strings.HasPrefix(t[p:], "「") || strings.HasPrefix(t[p:], "‘"):
			p += len("“")
		default:
			n, joins := m.filler(p, limit, op, quote != 0, lines > 0)
			if n == 0 {
				break glue
			}
			if joins {
				op, quote = true, 0
				prose = prose || t[p] != 'v' && t[p] != 'V'
			}
			p += n
		}
	}
	if p >= len(t) || p == end {
		return end
	}
	from := p
	if quote != 0 && t[p-1] != quote { // blanks behind the quote
		p = strings.LastIndexByte(t[:p], quote) + 1
		from = p
	}
	to := m.valueEnd(from, quote, list, k == Line)
	if cell && strings.IndexByte("|\n", firstOf(strings.TrimLeft(t[to:], " \t\r`"))) < 0 && !hasMixed(t[from:to]) || comma && !m.isPair(from, to, quote) {
		return end
	}
	if copula && m.isTold(from, to) || !m.isValue(k, from, to, op, quote != 0 && op, prose, lines, flag) {
		return end
	}
	m.emit()
	if k == KeyID {
		id := to
		if n := strings.IndexByte(t[from:to], '/'); n >= 0 {
			id = from + n
		}
		// "AccessKeyId: missing" says so in a word.
		if v := t[from:id]; id == to && len(v) < 16 && !strings.ContainsAny(v, "0123456789") {
			return end
		}
		m.hide(from, id, ID(t[from:id]))
		return max(m.behindKey(id), id)
	}
	m.hide(from, to, Hidden)
	if half, _ := score(t[from:to]); half > 0 && quote == 0 && to-from >= partLen {
		m.goOn(from, to)
	}
	return to
}

// isTold says whether what stands behind a Chinese is tells something of a secret: words of a sentence
// that goes on, or the UUID that a key is named by.
func (m *scan) isTold(from, to int) bool {
	rest := strings.TrimLeft(m.text[to:min(len(m.text), to+4)], " ")
	return rest != "" && rest[0] >= 0xe4 && rest[0] <= 0xe9 || to-from == 36 && isUUID(m.text[from:to])
}

// fillsCell says whether the name that begins at i, or is the last of three words at most, has the
// cell of a table to itself.
func (m *scan) fillsCell(i int) bool {
	for words := 0; i > 0; i-- {
		switch c := m.text[i-1]; {
		case c == '|' || c == '\n':
			return true
		case c == ' ' && folded[m.text[i]] != 0:
			if words++; words > 2 {
				return false
			}
		case c != ' ' && c != '`' && c != '*' && c != '_' && folded[c] == 0:
			return false
		}
	}
	return true
}

// isPair says whether the value behind a name and a comma is one, and no further name of a list.
func (m *scan) isPair(from, to int, quote byte) bool {
	if half, seen := score(m.text[from:to]); half > 0 || seen&digit != 0 {
		return true
	}
	rest := m.text[to:]
	return len(rest) > 1 && rest[0] == quote && strings.IndexByte("])}", rest[1]) >= 0
}

// isKeyTag says whether a tag that closes is that of a name: </key>.
func isKeyTag(tag string) bool {
	switch strings.ToLower(strings.TrimPrefix(tag, "</")) {
	case "key", "name", "td", "th", "dt", "b", "strong", "code", "string", "label", "span":
		return true
	}
	return false
}

// hasMixed says whether a value has both letters and digits, and is long enough for a secret.
func hasMixed(v string) bool {
	_, seen := score(v)
	return seen&digit != 0 && seen&^digit != 0 && len(v) >= partLen
}

func firstOf(s string) byte {
	if s == "" {
		return '\n'
	}
	return s[0]
}

// hasValueKey says whether the key of a value follows: , "value":
func hasValueKey(t string) bool {
	t = strings.TrimLeft(t[1:], " \t\r\n\"'`")
	return valueKey(t) > 0
}

// valueKey returns how long the word at the start of t is that names a value, 0 if another is there.
func valueKey(t string) int {
	if t == "" || strings.IndexByte("vVsStTdD", t[0]) < 0 {
		return 0
	}
	for _, key := range [...]string{"value", "val", "string", "text", "data"} {
		if len(t) > len(key) && strings.EqualFold(t[:len(key)], key) {
			rest := strings.TrimLeft(t[len(key):min(len(t), len(key)+8)], " \t\"'`")
			if rest != "" && (rest[0] == ':' || rest[0] == '=' || rest[0] == '>') {
				return len(t[:len(key)])
			}
		}
	}
	return 0
}

// filler returns how long the word at p is that stands between a name and its value, 0 if it is the
// value, and whether it joins the two: is, string(30), Some(, b", string =.
func (m *scan) filler(p, limit int, op, quoted, lines bool) (n int, joins bool) {
	t := m.text[p:limit]
	for n < len(t) && (folded[t[n]] != 0 || t[n] == '_' || t[n] == '.') {
		n++
	}
	if n == 0 || n == len(t) {
		return 0, false
	}
	if key := valueKey(t); key == n && !(op && quoted && t[n] != '"' && t[n] != '\'') {
		return n, false
	}
	word, next := t[:n], t[n]
	switch {
	case quoted && op:
		return 0, false
	case !op && !lines && (strings.EqualFold(word, "is") || strings.EqualFold(word, "was") || strings.EqualFold(word, "equals")):
		return n, true
	case n <= 2 && (next == '"' || next == '\'') && strings.Trim(strings.ToLower(word), "bruf") == "":
		return n, false
	case word == "new" && next == ' ':
		return n, false
	case op && (next == '(' || next == '{') && strings.Trim(word, "0123456789") != "":
		return n, false
	case next == ')' && n <= 6 && (m.text[p-1] == '(' || strings.Trim(word, "0123456789") == ""): // (string), (30), (len=30)
		return n, false
	case word == "len" && next == '=':
		return n, false
	case next == ' ' && !lines:
		rest := strings.TrimLeft(t[n:], " ")
		isType := op || strings.EqualFold(word, "string") || strings.EqualFold(word, "str")
		if isType && len(rest) > 1 && rest[0] == '=' && rest[1] != '=' {
			return n, false
		}
	}
	return 0, false
}

// index returns how far behind from the next c is that may end a value, -1 if it is too far. It looks
// at no part of a text twice for the same character.
func (m *scan) index(c byte, from int) int {
	none := &m.none[strings.IndexByte("\"'`]}<", c)]
	if from < none.from || from > none.to {
		none.from, none.to = from, from
	}
	limit := min(len(m.text), from+MaxToken)
	if none.to < limit {
		n := strings.IndexByte(m.text[none.to:limit], c)
		if n < 0 {
			none.to = limit
			return -1
		}
		none.to += n
	}
	if none.to >= len(m.text) || m.text[none.to] != c {
		return -1
	}
	return none.to - from
}

// valueEnd returns where the value at from ends.
func (m *scan) valueEnd(from int, quote, list byte, line bool) int {
	rest := m.text[from:min(len(m.text), from+MaxToken)]
	n := -1
	switch {
	case line:
		return m.restOf(from)
	case list == '<':
		if n = m.index('<', from); n >= 0 {
			n = len(strings.TrimRight(rest[:n], " \t\r\n"))
		}
	case list != 0:
		if n = m.index(list, from); list == ']' && n >= 0 && strings.Contains(rest[:n], "\n") {
			n = -1
		}
	case quote != 0:
		n = m.index(quote, from)
	}
	if n < 0 {
		for n = 0; n < len(rest) && rest[n] > ' ' && strings.IndexByte("&\"'`<>,;)]}|", rest[n]) < 0 && !isWide(rest[n:]); n++ {
		}
		for n > 0 && rest[n-1] == '*' { // of Markdown
			n--
		}
	}
	return from + n
}

// isWide says whether s begins with a Chinese character or a wide sign.
func isWide(s string) bool {
	return len(s) >= 3 && (s[0] >= 0xe3 && s[0] <= 0xe9 || s[0] == 0xef || s[0] == 0xe2) && s[1]&0xc0 == 0x80 && s[2]&0xc0 == 0x80
}

// isValue says whether text[from:to] is the value of a name, and not prose.
func (m *scan) isValue(k Kind, from, to int, op, quoted, prose bool, lines int, flag bool) bool {
	if k == Line {
		return op && m.mode != name && m.isAuthorization(from)
	}
	v := strings.Trim(m.text[from:to], " \t\r\n")
	if v == "" || strings.Contains(v, Hidden) || m.mode == signed && lines > 0 {
		return false
	}
	if half, _ := score(v); m.mode == name && len(v) < minSignature && (half <= 0 || len(v) < partLen) {
		return false
	}
	word := v
	if n := strings.IndexAny(v, " \t,"); n > 0 {
		word = v[:n]
	}
	letters, odd := score(strings.TrimRight(word, ".!="))
	mixed := hasMixed(v)
	wordy := odd&digit == 0 && letters < 0 && lookAt(word)&^lookAlnum == 0
	switch {
	case flag && (v[0] == '-' || v[0] == '/' || v[0] == '.' || v[0] == '~' || strings.Contains(v, "://")):
		return false
	case lines > 0:
		end := to
		for end < len(m.text) && strings.IndexByte(" \t\r\"'`;,.", m.text[end]) >= 0 {
			end++
		}
		alone := end == len(m.text) || m.text[end] == '\n' || m.text[end] == '<'
		if !alone || len(v) < partLen || v[0] == '/' || strings.ContainsAny(v, ":@") || strings.Contains(v, "**") {
			return false
		}
		return mixed || letters > 0 || op && !isWordOfProse(word)
	case !op:
		return mixed && !strings.ContainsAny(v, "./:=") && !strings.Contains(v, "HMAC")
	case quoted && !prose:
		return !isWordOfProse(v)
	case isWide(v) || isWordOfProse(word) || strings.Contains(word, "://"):
		return false
	case prose:
		ends := strings.TrimLeft(m.text[to:min(len(m.text), to+2)], ".!")
		return mixed || letters > 0 || !isVerb(word) && (ends == "" || ends[0] == '\n' || ends[0] == '\r' || isWide(m.text[to:]))
	case m.text[from-1] == ' ' && isVerb(word):
		return false
	}
	return m.text[from-1] == '=' || !m.isSignature(from) || !wordy && len(v) >= partLen
}

// isVerb says whether a word tells what was done or can be: calculated, expiring, readable.
func isVerb(word string) bool {
	word = strings.TrimRight(word, ".,;!")
	return len(word) > 5 && (strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "ble"))
}

// isSignature says whether the value at from is that of a signature, which is never a word.
func (m *scan) isSignature(from int) bool {
	before := m.text[max(0, from-24):from]
	return strings.Contains(strings.ToLower(before), "signature") || strings.Contains(before, "签名")
}

// No signature and no token is shorter than an HMAC-SHA1 in base64 without its padding; a margin is
// left.
const minSignature = 20

// restOfLine is the value of a header that fills a line, looked at once however many names stand in
// it.
type restOfLine struct {
	from, end        int
	longFrom, longTo int // the last word of it that is as long as a signature
}

// restOf returns the end of the line that the value of a header fills.
func (m *scan) restOf(from int) int {
	if r := &m.rest; from < r.from || from >= r.end {
		*r = restOfLine{from: from}
		word := from
		for r.end = from; r.end < len(m.text) && strings.IndexByte("\r\n\"'`<]}", m.text[r.end]) < 0; r.end++ {
			if m.text[r.end] <= ' ' {
				word = r.end + 1
			} else if m.text[r.end] >= 0x80 || m.text[r.end] == '*' {
				word = r.end + 1
			} else if r.end+1-word >= minSignature {
				r.longFrom, r.longTo = word, r.end+1
			}
		}
	}
	return m.rest.end
}

// isAuthorization says whether the rest of the line is the value of an Authorization or Cookie
// header, and not prose.
func (m *scan) isAuthorization(from int) bool {
	scheme, rest, _ := strings.Cut(m.text[from:min(len(m.text), from+len("OSS4-HMAC-SHA256 ****"))], " ")
	switch scheme {
	case "OSS", "OSS2", "OSS4-HMAC-SHA256", "AWS", "AWS4-HMAC-SHA256", "Bearer", "Basic", "acs":
		return rest != "" && !strings.Contains(rest, Hidden)
	}
	return m.rest.longTo-max(from, m.rest.longFrom) >= minSignature
}

// key hides an AccessKey ID that the run text[i:end] begins, and returns where it ends; 0 if it begins
// none.
func (m *scan) key(i, end int) int {
	t := m.text
	if t[i] == 'x' && i > 0 && t[i-1] == '\\' {
		i++
	}
	if end-i < 3 {
		return 0
	}
	switch prefix := t[i : i+3]; {
	case end-i >= 16 && strings.EqualFold(t[i:i+4], "LTAI"), end-i == 20 && (prefix == "AKI" || prefix == "ASI") && t[i+3] == 'A':
	case end-i == 3 && end < len(t) && t[end] == '.' && (strings.EqualFold(prefix, "STS") || strings.EqualFold(prefix, "TMP")):
		rest := end + 1
		for end = rest; end < len(t) && folded[t[end]] != 0; end++ {
		}
		if v, seen := score(t[rest:end]); end-rest < 12 || seen&digit == 0 || prefix[0] >= 'a' && v < hides {
			return 0
		}
	default:
		return 0
	}
	if t[i] == 'L' || strings.ContainsAny(t[i:end], "0123456789") {
		m.hide(i, end, ID(t[i:end]))
		return end
	}
	return 0
}

// behindKey hides what stands behind an AccessKey ID as its secret does, in ID:S, ID,S and 'ID', 'S',
// and returns where it ends.
func (m *scan) behindKey(end int) int {
	t := m.text
	p := end
	skip := func(set string) bool {
		start := p
		for p < len(t) && p < end+16 && strings.IndexByte(set, t[p]) >= 0 {
			p++
		}
		return p > start
	}
	quoted := skip("\"'`")
	skip(" \t")
	if p == len(t) || strings.IndexByte(":,|;\t", t[p]) < 0 {
		return 0
	}
	if p++; quoted || t[p-1] == '|' {
		skip(" \t\r\n")
		quoted = skip("\"'`")
	}
	to := p
	for to < len(t) && to < p+MaxToken && t[to] > ' ' && strings.IndexByte(":&\"'`<>,;)]}|", t[to]) < 0 && !isWide(t[to:]) {
		to++
	}
	v := t[p:to]
	if len(v) < 4 || v[0] == '/' || strings.Contains(strings.TrimRight(v, "="), "=") || strings.Contains(v, Hidden) || m.mode == name && len(v) < minSignature || isWordOfProse(v) {
		return 0
	}
	if next := strings.TrimLeft(t[to:min(len(t), to+8)], " \"'`"); next != "" && (next[0] == ':' || next[0] == '=') {
		return 0 // another name
	}
	if KindOf(strings.TrimRight(v, "=")) != NotSecret {
		return 0 // another name
	}
	m.hide(p, to, Hidden)
	if half, _ := score(v); half > 0 && !quoted {
		m.goOn(p, to)
	}
	return to
}
