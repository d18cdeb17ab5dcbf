package gate

import "strings"

// joint is what stands between the name of a secret and its value, in a language, a configuration or
// a table: operators, quotes, brackets, tags, types, a few words.
type joint struct {
	kind      Kind
	name, end int   // where the name is
	at        int   // the value
	force     force // how surely it is one
	quote     byte  // opens it
	until     byte  // closes a list, an object or a tag around it
	flag      bool  // the name is one of a command line: --token
	chinese   bool  // a sentence joins them
	lines     int   // how many line breaks it has
	types     int   // how many tags, types and calls
}

// force is how surely a value stands behind a joint.
type force uint8

const (
	beside force = iota // name and value stand side by side
	listed              // a comma, which may be that of a list of names
	loose               // the border of a cell, a word of prose
	tight               // an operator
)

// signs are what a joint is made of, beside quotes, brackets and words, and what force they give it.
var signs = [...]struct {
	text  string
	force force
}{
	{" ", beside}, {"\t", beside}, {"+", beside}, {"\u3000", beside},
	{"->", tight}, {"<-", tight}, {"=", tight}, {":", tight}, {"：", tight}, {"＝", tight}, {"为", tight}, {"是", tight},
	{"|", loose}, {"- ", beside}, {"-\n", beside}, {"\\\n", beside}, {"^\n", beside}, {"_:", tight}, {"%=", tight}, {"~> ", tight},
	{"–", loose}, {"—", loose}, {"…", beside}, {"（", loose}, {"）", beside}, {"如下", beside}, {"设", beside}, {"配置", beside}, {"改成", loose}, {"的", beside}, {"值", beside}, {"填", beside}, {"就", beside}, {"用", beside}, {".to_string()", beside}, {"set to ", loose},
	{"set to ", loose}, {"-Value ", loose},
	{")", beside}, {"]", beside}, {"}", beside}, {"?", beside}, {"*", beside}, {"..", beside}, {".:", beside},
	{"“", beside}, {"‘", beside}, {"「", beside}, {"【", beside},
}

// maxJoint is how long a joint may be, in bytes, and maxTypes how many types it has.
const (
	maxJoint = 160
	maxTypes = 4
)

// join reads the joint behind a name; false means that no value follows.
func (m *scan) join(j *joint) bool {
	t := m.text
	start := j.name
	for start > max(0, j.name-32) && (folded[t[start-1]] != 0 || strings.IndexByte("-_.", t[start-1]) >= 0) {
		start--
	}
	before := at(t, start-1)
	if before == '/' && at(t, start-2) == '<' {
		return false
	}
	inTag, closed := before == '<', false
	if j.flag = t[start] == '-' && before <= ' ' && (at(t, j.end) == ' ' || at(t, j.end) == '='); j.flag {
		j.force = tight
	}
	for limit := min(len(t), j.end+maxJoint); j.at < limit; {
		m.steps++
		rest, touches := t[j.at:limit], j.at == j.end
		c, next := rest[0], at(rest, 1)
		switch {
		case c == '\r' || c == '\n':
			if j.lines++; j.kind == Line || j.flag || j.lines > 4 {
				return false
			}
			j.quote, j.until = 0, 0
			j.at++
		case strings.HasPrefix(rest, Hidden), c == ':' && j.force == tight && j.quote != 0 && j.lines > 0:
			return false // it is hidden already, another key
		case isQuote(rest):
			if j.force == beside && !closed && (before == c || strings.IndexByte(",:=)]>;} ", next) >= 0) {
				closed = true
			} else {
				if j.quote = c; j.force == beside && strings.Contains(t[start:j.end], "_") { // #define OSS_SECRET "…"
					j.force = loose
				}
			}
			j.at++
		case c == '(' && next == ')':
			j.at += 2
		case c == '(' && j.force == beside && !touches && !isQuote(rest[1:]): // perhaps prose
			j.force = listed
			j.at++
		case c == '(' || c == '{' && touches && (next == '"' || next == '\''): // a call, C++
			if j.types++; touches {
				j.force = loose
				if isQuote(rest[1:]) {
					j.force = tight
				}
			}
			j.at++
		case (closed && c == ' ' || c == ',') && j.force == beside && valueKey(rest) > 0, c == '{' && j.force == beside && valueKey(rest) > 0:
			j.force = loose
			j.at += valueKey(rest)
		case c == '[' && j.force == beside && !touches: // perhaps prose
			j.force = listed
			j.at++
		case (c == '{' || c == '[') && j.force == beside:
			return false
		case c == ':' && strings.HasSuffix(rest[:strings.IndexByte(rest, ']')+1], ":private]"): // of PHP
			j.at += strings.IndexByte(rest, ']')
		case c == '{' && t[j.at-1] != '$', c == '[' && next != ']': // []string{
			j.at++
			j.quote, j.until = 0, c+2
			return c == '[' || j.kind == Value && !m.isSignature(j.at)
		case c == '{' || c == '[':
			j.at++
		case c == '>' && (inTag || touches || closed || j.force > beside):
			if inTag {
				j.until = '<'
			}
			j.force, j.quote = tight, 0
			j.at++
		case (c == ',' || c == ';' || c == '\t') && j.force == beside && j.kind == Value && (closed || touches && next > ' ' && m.beginsField(start) || isQuote(strings.TrimLeft(rest[1:], " "))):
			j.force, j.quote = listed, 0
			j.at++
		case c == '<' && next != '-' && j.quote == 0:
			n := strings.IndexByte(rest, '>') + 1
			if j.types++; j.types > maxTypes || n == 0 || j.force == beside && !isKeyTag(rest[:n]) {
				return false
			}
			if strings.HasPrefix(rest, "<![CDATA[") {
				n = len("<![CDATA[")
			}
			j.force, j.quote, j.until = tight, 0, '<'
			j.at += n
		case c == ' ' && inTag && touches: // attributes
			j.at += max(1, strings.IndexByte(rest, '>'))
		case (c == '@' || c == '&' || c == '$') && j.force > beside && isQuote(rest[1:]):
			j.at++
		default:
			n, f := sign(rest)
			if n == 0 {
				n, f = m.filler(j, rest)
			} else if j.chinese = j.chinese || f == tight && n == 3 && c < 0xef; f > beside {
				j.quote = 0
			}
			if n == 0 {
				return true
			}
			if c == ':' || strings.HasPrefix(rest, " str") {
				n += typeBefore(rest[n:])
			}
			j.force = max(j.force, f)
			j.at += n
		}
	}
	return false
}

// typeBefore returns how long the type is in front of the = of a declaration: string =, &str =.
func typeBefore(rest string) int {
	rest = rest[:min(len(rest), 40)]
	n := strings.Index(rest, " = ")
	if n <= 0 || strings.ContainsAny(rest[:n], "\n\r\"'`,;:={}/") {
		return 0
	}
	return n
}

// at returns the byte i of a text, 0 where there is none.
func at(s string, i int) byte {
	if uint(i) < uint(len(s)) {
		return s[i]
	}
	return 0
}

// firstSign is where in signs the first one is that begins with a byte; len(signs) if none does.
var firstSign = func() (t [256]uint8) {
	for c := range t {
		t[c] = uint8(len(signs))
	}
	for i := len(signs) - 1; i >= 0; i-- {
		t[signs[i].text[0]] = uint8(i)
	}
	return t
}()

// sign returns how long the sign is that s begins with, 0 if it begins with none, and its force.
func sign(s string) (int, force) {
	for i := int(firstSign[s[0]]); i < len(signs); i++ {
		if g := &signs[i]; g.text[0] == s[0] && strings.HasPrefix(s, g.text) {
			return len(g.text), g.force
		}
	}
	return 0, beside
}

// filler returns how long the word or type at the start of t is that stands between a name and its value, 0 if
// it is the value, and its force: is, string(30), Some(, b", string =, "value":
func (m *scan) filler(j *joint, t string) (n int, f force) {
	for n < len(t) && (folded[t[n]] != 0 || t[n] == '_' || t[n] == '.' || t[n] == '!' || n == 0 && t[n] == '&') {
		n++
	}
	m.steps += n
	if n == 0 || n == len(t) {
		return 0, beside
	}
	word, next := strings.ToLower(t[:n]), t[n]
	isNumber := lookAt(word) == digit
	opened := j.quote != 0 && j.force > beside
	switch word {
	case "value", "val", "string", "text", "data":
		behind := strings.TrimLeft(t[n:min(len(t), n+8)], " +\t\"'`")
		if strings.IndexByte(":=>", at(behind, 0)) >= 0 && (!opened || next == '"' || next == '\'') {
			return n, tight
		}
	case "is", "was", "equals":
		if j.force == beside && j.lines == 0 && !opened {
			return n, loose
		}
	}
	switch {
	case opened:
		return 0, beside
	case n <= 2 && (next == '"' || next == '\'') && strings.Trim(word, "brufn") == "",
		next == ':' && j.force >= listed && (n == 1 || isNumber && at(t, n+1) == '"'), // s:30:"
		next == ' ' && strings.HasPrefix(word, "0x") && isQuote(t[n+1:]),
		next == ' ' && (word == "new" || word[0] < '0' && word[0] != '.'),     // !vault, &base
		j.types < int(j.force)-1 && (next == '(' || next == '{') && !isNumber, // Some(String::from(, fewer where it is less sure
		next == ')' && n <= 6 && (m.text[j.at-1] == '(' || isNumber),          // (string), (30), (len=30)
		word == "len" && next == '=':
		return n, beside
	}
	return 0, beside
}

// valueKey returns how far away the key of a value is in the same object or tag: , "type": "x", "value":
func valueKey(rest string) int {
	if end := strings.IndexAny(rest, "}>\n"); end > 0 {
		rest = rest[:end]
	}
	i := strings.Index(rest, "alue")
	if i < 2 || folded[rest[i-1]] != 'v' || folded[rest[i-2]] != 0 || strings.IndexAny(strings.TrimLeft(rest[i+len("alue"):], " \"'"), ":=>") != 0 {
		return 0
	}
	return i - 1
}

// isKeyTag says whether a tag that closes is that of a name: </key>, </param-name>.
func isKeyTag(tag string) bool {
	if !strings.HasPrefix(tag, "</") {
		return false
	}
	switch tag = strings.ToLower(tag[2 : len(tag)-1]); tag[strings.LastIndexByte(tag, '-')+1:] {
	case "key", "name", "td", "th", "dt", "b", "strong", "code", "string", "label", "span":
		return true
	}
	return false
}

// isQuote says whether s begins with one.
func isQuote(s string) bool { return s != "" && (s[0] == '"' || s[0] == '\'' || s[0] == '`') }

// beginsField says whether a line or a cell begins at i, or a quote or blanks do that stand there.
func (m *scan) beginsField(i int) bool {
	for i > 0 && strings.IndexByte(" \t\"'`*", m.text[i-1]) >= 0 {
		m.steps++
		i--
	}
	return i == 0 || strings.IndexByte("\n|({", m.text[i-1]) >= 0
}
