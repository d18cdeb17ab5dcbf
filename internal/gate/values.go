package gate

import "strings"

// joint is what stands between the name of a secret and its value, in a language, a configuration or
// a table: operators, quotes, brackets, tags, types, a few words.
type joint struct {
	name, nameEnd int  // where the name is
	p             int  // up to where it is read: the value is here
	op            bool // it joins the two; else they stand side by side
	word          bool // it is a word of prose: is
	copula        bool // it is one of Chinese
	comma         bool // it is a comma: perhaps a list of names
	call          bool // it is the parenthesis of a call: setSecret(
	cell          bool // it is the border between two cells of a table
	flag          bool // the name is one of a command line: --token
	quote         byte // opens the value
	until         byte // closes a list, an object or a tag around the value
	closed        byte // the quote that closes the name
	lines, tags   int
	calls         int // types and calls around the value
}

// maxGlue is how long it may be, in bytes.
const maxGlue = 160

// value hides what stands behind the name text[i:end] of a secret and returns where it ends; end if
// nothing does.
func (m *scan) value(k Kind, i, end int) int {
	j := joint{name: i, nameEnd: end, p: end}
	if !m.join(&j, k) || j.p >= len(m.text) || j.p == end {
		return end
	}
	from := j.p
	to := m.valueEnd(from, &j, k)
	if !m.isValue(k, from, to, &j) {
		return end
	}
	m.emit()
	if k == KeyID {
		id, rest, scope := strings.Cut(m.text[from:to], "/")
		if scope && !beginsScope(rest) { // a secret in base64, under a name that says key only
			id, scope = m.text[from:to], false
		}
		if !scope && len(id) < minKey && !strings.ContainsAny(id, "0123456789") {
			return end // "AccessKeyId: missing" says so in a word
		}
		m.hide(from, from+len(id), ID(id))
		return max(m.behindKey(from+len(id)), from+len(id))
	}
	m.hide(from, to, Hidden)
	if half, _ := score(m.text[from:to]); half > 0 && j.quote == 0 && to-from >= partLen {
		m.goOn(from, to)
	}
	return to
}

// markOfYAML returns how long the tag or the anchor is that s begins with, with its blank: !vault, &base.
func markOfYAML(s string) int {
	n := 1
	for n < len(s) && (folded[s[n]] != 0 || strings.IndexByte("!_-", s[n]) >= 0) {
		n++
	}
	if n == 1 || n == len(s) || s[n] != ' ' {
		return 0
	}
	return n
}

// beginsScope says whether a text begins as what stands behind the AccessKey ID of a V4 credential: a day
// and a region, or a secret that is asked for behind it.
func beginsScope(s string) bool {
	day, _, _ := strings.Cut(s, "/")
	return len(day) == len("20060102") && strings.Trim(day, "0123456789") == ""
}

// join reads a joint; false means that no value follows.
func (m *scan) join(j *joint, k Kind) bool {
	t := m.text
	limit := min(len(t), j.nameEnd+maxGlue)
	start := j.name
	for start > 0 && start > j.name-32 && (folded[t[start-1]] != 0 || t[start-1] == '-' || t[start-1] == '_') {
		start--
	}
	if start > 1 && t[start-1] == '/' && t[start-2] == '<' {
		return false // a tag that closes
	}
	inTag := start > 0 && t[start-1] == '<'
	j.flag = t[start] == '-' && (start == 0 || t[start-1] <= ' ') && j.p < len(t) && (t[j.p] == ' ' || t[j.p] == '=')
	j.op = j.flag
	joins := func(width int) {
		j.op, j.quote = true, 0
		j.p += width
	}
	for j.p < limit {
		m.steps++
		rest := t[j.p:limit]
		c, next := rest[0], byte(' ')
		if len(rest) > 1 {
			next = rest[1]
		}
		switch {
		case c == ' ' || c == '\t' || c == '+': // a blank of a form
			if inTag && j.p == j.nameEnd { // attributes
				j.p += max(0, strings.IndexByte(rest, '>')-1)
			}
			if c == '\t' && next > ' ' && !j.op && m.beginsLine(start) { // a table
				j.cell, j.op = true, true
			}
			j.p++
		case c == '\r' || c == '\n':
			if j.lines++; k == Line || j.flag || j.lines > 4 {
				return false
			}
			j.quote, j.until = 0, 0
			j.p++
		case c == '"' || c == '\'' || c == '`':
			if j.quote = c; !j.op {
				j.closed = c
			}
			j.p++
		case c == '*':
			if strings.HasPrefix(rest, Hidden) {
				return false // it is hidden already
			}
			j.p++
		case c == '@' && next == '"' && j.op: // of Objective-C and C#
			j.p++
		case (c == '!' || c == '&') && j.op && t[j.p-1] == ' ' && markOfYAML(rest) > 0:
			j.p += markOfYAML(rest)
		case c == '{' && j.p == j.nameEnd && (next == '"' || next == '\''): // of C++
			joins(1)
		case c == ')', c == ']', c == '}' && !j.op, c == '?' && next == '=', c == '.' && !j.op && (next == '.' || next == ':'), c == '&' && j.op && (next == '"' || next == '\''):
			j.p++
		case c == '(':
			if j.p > j.nameEnd && !j.op && next != '"' && next != '\'' || next == ')' {
				return false // prose, or a call
			}
			j.call = j.call || !j.op
			joins(1)
		case c == '{' && j.op && t[j.p-1] != '$', c == '[' && j.op && next != ']': // []string{
			j.p++
			j.quote, j.until = 0, c+2
			return k == Value && (c == '[' || !m.isSignature(j.p) || folded[t[j.p-2]] != 0) || k != Value && c == '['
		case c == '{' || c == '[':
			if !j.op {
				return false
			}
			j.p++
		case c == '|' && !j.op:
			if j.cell = true; !m.fillsCell(start) {
				return false
			}
			joins(1)
		case c == ':' && j.op && j.quote != 0 && j.lines > 0:
			return false // another key
		case c == '>' && !j.op && !inTag && j.p > j.nameEnd:
			return false // a comparison
		case c == '=' || c == ':' || c == '>' || c == '|' && !j.cell:
			if c == '>' && inTag {
				j.until = '<'
			}
			if joins(1); c == ':' {
				j.p += typeBefore(t[j.p:limit])
			}
		case c == '-' && next == '>', c == '<' && next == '-':
			joins(2)
		case c == '-' && next <= ' ' && j.p > j.nameEnd: // a list of YAML, or |-
			j.p++
		case c == ',' && hasValueKey(rest):
			joins(1)
		case c == ',' && (j.closed == '"' || j.closed == '\'') && !j.op:
			j.comma = true
			joins(1)
		case (c == ',' || c == ';') && j.p == j.nameEnd && next > ' ' && m.beginsLine(start):
			j.cell = true
			joins(1)
		case c == '<':
			n := strings.IndexByte(rest, '>')
			if j.tags++; j.tags > 3 || n < 0 || !j.op && !isKeyTag(rest[:n]) {
				return false
			}
			if strings.HasPrefix(rest, "<![CDATA[") {
				n = len("<![CDATA[") - 1
			}
			joins(n + 1)
			j.until = '<'
		default:
			n := wideOf(rest)
			switch {
			case n > 0 && (strings.HasPrefix(rest, "为") || strings.HasPrefix(rest, "是")):
				j.op, j.copula = true, true
			case n > 0 && (strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, "＝")):
				joins(0)
			case n > 0:
			default:
				var is bool
				if n, is = m.filler(j, rest); n == 0 {
					if j.quote != 0 && t[j.p-1] != j.quote { // blanks behind the quote are the value's
						j.p = strings.LastIndexByte(t[:j.p], j.quote) + 1
					}
					return true
				} else if is {
					j.op, j.word = true, true
				}
			}
			j.p += n
		}
	}
	return false
}

// wide are the signs of Chinese and other texts that join a name and a value, or quote one.
var wide = [...]string{"：", "＝", "为", "是", "“", "‘", "「", "【", "\u00a0", "\u3000"}

// wideOf returns how long the one is that s begins with, 0 if it begins with none.
func wideOf(s string) int {
	if s[0] >= 0x80 {
		for _, w := range wide {
			if strings.HasPrefix(s, w) {
				return len(w)
			}
		}
	}
	return 0
}

// typeBefore returns how long the type is in front of the = of a declaration: string =, &str =.
func typeBefore(rest string) int {
	rest = rest[:min(len(rest), 40)]
	n := strings.Index(rest, " = ")
	if n <= 0 || strings.ContainsAny(rest[:n], "\n\r\"'`,;:={}") {
		return 0
	}
	return n + len(" =")
}

// beginsLine says whether a line begins at i, or a quote or blanks do that stand there.
func (m *scan) beginsLine(i int) bool {
	for i > m.line && i > 0 && strings.IndexByte(" \t\"'", m.text[i-1]) >= 0 {
		i--
	}
	return i == m.line
}

// fillsCell says whether the name that begins at i, or is the last of three words at most, has the
// cell of a table to itself.
func (m *scan) fillsCell(i int) bool {
	for words := 0; i > 0; i-- {
		m.steps++
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

// isKeyTag says whether a tag that closes is that of a name: </key>.
func isKeyTag(tag string) bool {
	switch strings.ToLower(strings.TrimPrefix(tag, "</")) {
	case "key", "name", "td", "th", "dt", "b", "strong", "code", "string", "label", "span":
		return true
	}
	return false
}

// hasValueKey says whether the key of a value follows: , "value":
func hasValueKey(t string) bool { return valueKey(strings.TrimLeft(t[1:], " +\t\r\n\"'`")) > 0 }

// valueKey returns how long the word at the start of t is that names a value, 0 if another is there.
func valueKey(t string) int {
	if t == "" || strings.IndexByte("vVsStTdD", t[0]) < 0 {
		return 0
	}
	for _, key := range [...]string{"value", "val", "string", "text", "data"} {
		if len(t) > len(key) && strings.EqualFold(t[:len(key)], key) {
			rest := strings.TrimLeft(t[len(key):min(len(t), len(key)+8)], " +\t\"'`")
			if rest != "" && (rest[0] == ':' || rest[0] == '=' || rest[0] == '>') {
				return len(key)
			}
		}
	}
	return 0
}

// filler returns how long the word at the start of t is that stands between a name and its value, 0 if
// it is the value, and whether it joins the two as a verb: is, string(30), Some(, b", string =.
func (m *scan) filler(j *joint, t string) (n int, verb bool) {
	for n < len(t) && (folded[t[n]] != 0 || t[n] == '_' || t[n] == '.') {
		n++
	}
	m.steps += n
	if n == 0 || n == len(t) {
		return 0, false
	}
	word, next := t[:n], t[n]
	isNumber := word[0] <= '9' && strings.Trim(word, "0123456789") == ""
	if j.quote != 0 && j.op {
		if valueKey(t) == n && (next == '"' || next == '\'') {
			return n, false
		}
		return 0, false
	}
	switch {
	case valueKey(t) == n,
		n <= 2 && (next == '"' || next == '\'') && strings.Trim(strings.ToLower(word), "bruf") == "",
		word == "new" && next == ' ',
		j.op && (next == '(' || next == '{') && !isNumber && j.nested(),
		next == ')' && n <= 6 && (m.text[j.p-1] == '(' || isNumber), // (string), (30), (len=30)
		word == "len" && next == '=',
		!j.op && next == ' ' && (strings.EqualFold(word, "string") || strings.EqualFold(word, "str")) && strings.HasPrefix(strings.TrimLeft(t[n:], " "), "="):
		return n, false
	case !j.op && j.lines == 0 && (strings.EqualFold(word, "is") || strings.EqualFold(word, "was") || strings.EqualFold(word, "equals")):
		return n, true
	}
	return 0, false
}

// nested counts a type or a call around the value, and says whether there are no more than a program has.
func (j *joint) nested() bool {
	j.calls++
	return j.calls <= 4
}

// valueEnd returns where the value at from ends.
func (m *scan) valueEnd(from int, j *joint, k Kind) int {
	if k == Line && j.until == 0 {
		return m.restOf(from)
	}
	close := j.until
	if close == 0 {
		close = j.quote
	}
	to, found := from, false
	if close != 0 {
		to, found = m.next(strings.IndexByte("\"'`]}<", close), from)
		if close == ']' && strings.Contains(m.text[from:to], "\n") {
			found = false
		}
	}
	if !found {
		to, _ = m.next(toBlank, from)
	}
	return from + len(strings.TrimRight(m.text[from:to], " \t\r\n*"))
}

// isWide says whether s begins with a Chinese character or a wide sign.
func isWide(s string) bool { return s != "" && (s[0] >= 0xe2 && s[0] <= 0xe9 || s[0] == 0xef) }

// No signature and no token is shorter than an HMAC-SHA1 in base64 without its padding; a margin is
// left.
const minSignature = 20

// maxLook is how much of a value is looked at to tell it from prose, in bytes: no word is as long, and what is
// random shows in it that it is.
const maxLook = 128

// isValue says whether text[from:to] is the value of a name, and not prose.
func (m *scan) isValue(k Kind, from, to int, j *joint) bool {
	if k == Line {
		return j.op && m.mode != name && m.isAuthorization(from)
	}
	v := strings.Trim(m.text[from:to], " \t\r\n")
	if v == "" {
		return false
	}
	if v == Hidden {
		return false
	}
	if j.call && j.quote == 0 {
		n := strings.IndexAny(v, "(0123456789")
		if m.steps += n + 1; n >= 0 && v[n] == '(' {
			return false // a call in a call
		}
	}
	v = v[:min(len(v), maxLook)]
	m.steps += len(v)
	if !j.op && j.quote == 0 && j.lines == 0 && m.keyLine < m.line && !strings.ContainsAny(v, "0123456789") {
		return false // the next word of a sentence
	}
	word, behind := v, m.text[to:min(len(m.text), to+8)]
	if n := strings.IndexAny(v, " \t,"); n > 0 {
		word = v[:n]
	}
	half, seen := score(strings.TrimRight(word, ".!="))
	isLetters := seen&digit == 0 && lookAt(word)&^alnum == 0
	mixed := seen&digit != 0 && seen&^digit != 0 && len(v) >= partLen
	told := len(v) < maxLook && (isWordOfProse(word) || isVerb(word))
	switch {
	case m.mode == name && len(v) < minSignature && (half <= 0 || len(v) < partLen), m.mode == signed && j.lines > 0:
		return false
	case j.call && j.quote == 0 && !mixed, len(v) == 2 && v[0] == '%':
		return false // a variable, a verb of fmt
	case j.flag && (strings.IndexByte("-/.~", v[0]) >= 0 || strings.Contains(v, "://")):
		return false
	case j.comma && !mixed && half <= 0 && !(len(behind) > 1 && behind[0] == j.quote && strings.IndexByte("])}", behind[1]) >= 0):
		return false // a list of names
	case j.cell && !mixed && strings.IndexByte("|\n;", firstOf(strings.TrimLeft(behind, " \t\r`\""))) < 0:
		return false // a sentence in a cell
	case j.lines > 0:
		alone := strings.IndexByte("\n<", firstOf(strings.TrimLeft(behind, " \t\r\"'`;,."))) >= 0
		return alone && len(v) >= partLen && v[0] != '/' && !strings.ContainsAny(v, ":@*") && (mixed || half > 0 || j.op && !isWordOfProse(word))
	case !j.op && j.quote == 0:
		if m.keyLine >= m.line && !told { // the line gives an AccessKey ID
			return true
		}
		return mixed && !strings.ContainsAny(v, "./:=") && !strings.Contains(v, "HMAC")
	case !j.op: // #define SECRET "…"
		return !told && strings.IndexByte(m.text[j.name:j.nameEnd], '_') >= 0 || m.text[max(0, j.name-1)] == '_'
	case j.quote != 0:
		return !isWordOfProse(v)
	case isWide(v) || isWordOfProse(word) || strings.Contains(word, "://"):
		return false
	case j.copula && (len(v) == 36 && isUUID(v) || isIdeograph(strings.TrimLeft(behind, " "))): // a key's name, a sentence that goes on
		return false
	case j.word:
		ends := strings.TrimLeft(behind, ".!")
		return mixed || half > 0 || !told && (firstOf(ends) == '\n' || ends[0] == '\r' || isWide(ends))
	case told && m.text[from-1] == ' ':
		return false
	}
	return m.text[from-1] == '=' || !m.isSignature(from) || len(v) >= partLen && (!isLetters || half > 0)
}

func isIdeograph(s string) bool { return s != "" && s[0] >= 0xe4 && s[0] <= 0xe9 }

// firstOf returns the first byte of a text, of an empty one a line break.
func firstOf(s string) byte {
	if s == "" {
		return '\n'
	}
	return s[0]
}

// isSignature says whether the value at from is that of a signature, which is never a word.
func (m *scan) isSignature(from int) bool {
	before := m.text[max(0, from-24):from]
	return strings.Contains(strings.ToLower(before), "signature") || strings.Contains(before, "签名")
}

// isVerb says whether a word tells what was done or can be: calculated, expiring, readable.
func isVerb(word string) bool {
	word = strings.TrimRight(word, ".,;!")
	return len(word) > 5 && (strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "ble"))
}

// restOfLine is the value of a header that fills a line, looked at once however many names stand in
// it.
type restOfLine struct {
	from, end        int
	longFrom, longTo int // the last word of it that is as long as a signature
}

// restOf returns the end of the line that the value of a header fills.
func (m *scan) restOf(from int) int {
	if r := &m.header; from < r.from || from >= r.end {
		*r = restOfLine{from: from}
		defer func() { m.steps += r.end - from }()
		word := from
		for r.end = from; r.end < len(m.text) && strings.IndexByte("\r\n\"'`<]}", m.text[r.end]) < 0; r.end++ {
			if c := m.text[r.end]; c <= ' ' || c >= 0x80 || c == '*' {
				word = r.end + 1
			} else if r.end+1-word >= minSignature {
				r.longFrom, r.longTo = word, r.end+1
			}
		}
	}
	return m.header.end
}

// isAuthorization says whether the rest of the line is the value of an Authorization or Cookie
// header, and not prose.
func (m *scan) isAuthorization(from int) bool {
	scheme, rest, _ := strings.Cut(m.text[from:min(len(m.text), from+len("OSS4-HMAC-SHA256 ****"))], " ")
	switch scheme {
	case "OSS", "OSS2", "OSS4-HMAC-SHA256", "AWS", "AWS4-HMAC-SHA256", "Bearer", "Basic", "acs":
		return rest != "" && !strings.Contains(rest, Hidden)
	}
	return m.header.longTo-max(from, m.header.longFrom) >= minSignature
}
