package gate

import "strings"

// Between the name of a secret and its value stands a joint: operators, quotes, brackets, tags, types, a few words,
// as a language, a configuration, a table or a sentence has them.
type joint struct {
	at    int // where the value begins
	force force
	quote byte // opens the value
	until byte // closes a list or a tag around it
	flag  bool // the name is one of a command line: --token
	lines int  // how many line breaks it has
	types int  // how many tags, types and calls
}

// force is how surely a value stands behind a joint.
type force uint8

const (
	beside force = iota // blanks, a comma, a bracket: what is mixed as passwords are is a value
	loose               // the border of a cell, a word of prose: what is quoted or stands alone is one too
	tight               // an operator: all but words of prose
)

// signs are the parts of a joint that are no single sign of ASCII, or give it force, in the order of their bytes.
var signs = [...]struct {
	text  string
	force force
}{
	{"()", beside}, {"->", tight}, {".to_string()", beside}, {":", tight}, {"<-", tight}, {"=", tight}, {"[]", beside}, {"\\\n", beside}, {"^\n", beside}, {"`\n", beside},
	{"equals ", loose}, {"is ", loose}, {"is: ", loose}, {"new ", beside}, {"set to ", loose}, {"to ", beside}, {"was ", loose}, {"{ get; set; }", beside}, {"|", loose}, {"~>", tight}, {"–", loose},
	{"—", loose}, {"‘", beside}, {"’", beside}, {"“", beside}, {"”", beside}, {"…", beside}, {"\u3000", beside}, {"「", beside}, {"【", beside}, {"为", loose}, {"值", beside}, {"写", beside}, {"填", beside},
	{"如下", beside}, {"就", beside}, {"成", loose}, {"改", beside}, {"是", loose}, {"用", beside}, {"的", beside}, {"设", beside}, {"配置", beside}, {"（", loose},
	{"）", beside}, {"：", tight}, {"＝", tight},
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
	for i := int(firstSign[s[0]]); i < len(signs) && signs[i].text[0] == s[0]; i++ {
		if g := &signs[i]; strings.HasPrefix(s, g.text) {
			return len(g.text), g.force
		}
	}
	return 0, beside
}

// The longest joint, in bytes, in line breaks, in tags.
const (
	maxJoint = 160
	maxLines = 4
	maxTags  = 4
)

// join reads the joint behind the name text[i:end]; false means that no value follows.
func (m *scan) join(k Kind, i, end int) (j joint, found bool) {
	t := m.text
	start := i
	for start > max(0, i-maxName) && (folded[t[start-1]] != 0 || strings.IndexByte("-_.:", t[start-1]) >= 0) {
		start--
	}
	before := at(t, start-1)
	inTag, closed := before == '<', false
	if j.flag = t[start] == '-' && before <= ' ' && (at(t, end) == ' ' || at(t, end) == '='); j.flag && (end-i > 1 || t[i] == 'k' || m.keyLine >= m.line) {
		j.force = tight
	}
	if before == '/' && at(t, start-2) == '<' {
		return j, false
	}
	j.at = end
	for limit := min(len(t), end+maxJoint); j.at < limit; {
		m.steps++
		rest, touches := t[j.at:limit], j.at == end
		c, next := rest[0], at(rest, 1)
		opened := j.quote != 0 && j.force > beside
		n, f := sign(rest)
		switch {
		case c == '\r' || c == '\n':
			if j.lines++; k == Line || j.flag || j.lines > maxLines {
				return j, false
			}
			j.quote, j.until, n = 0, 0, 1
		case strings.HasPrefix(rest, Hidden): // already
			m.kind = NotSecret
			return j, false
		case isQuote(rest):
			if !closed && (before == c || j.force == beside && strings.IndexByte(",:=)]>;} ", next) >= 0) {
				closed = true
			} else {
				j.quote = c
				if !closed && strings.Contains(t[start:end], "_") { // #define OSS_SECRET "
					f = loose
				}
			}
			n = 1
		case opened && c != ' ':
			return j, true
		case strings.HasPrefix(rest, "-----\n"): // a key in PEM
			j.at += len("-----\n")
			j.force, j.until = tight, '-'
			return j, true
		case c == '<' && next > ' ' && next != '-': // a tag
			n = strings.IndexByte(rest, '>') + 1
			if j.types++; n == 0 || j.types > maxTags || j.force == beside && (next != '/' || before != '>' || KindOf(rest[:n-1]) != NotSecret) {
				return j, false
			}
			if strings.HasPrefix(rest, "<![CDATA[") {
				n = len("<![CDATA[")
			}
			if word := rest[1 : n-1]; !touches && !inTag && isMixed(word) && word[0] != '/' && !strings.ContainsAny(word, " \"") { // no placeholder, which is of words
				j.at++
				return j, true
			}
			j.until, f = '<', tight
		case inTag && touches && c == ' ': // attributes
			n = max(1, strings.IndexByte(rest, '>'))
		case c == '>' && t[j.at-1] > ' ':
			if n, f = 1, tight; inTag || closed {
				j.until = '<'
			}
		case n > 0:
			if c == ':' {
				n += typeBefore(rest[1:])
			}
		case (c == '[' || c == '{' && j.types > 0 && k == Value) && j.force > beside: // a list
			j.at++
			j.until = c + 2
			return j, true
		case c == '{' && !(touches && isQuote(rest[1:])), c == '$' && (next == '{' || next == '('), c == '[' && touches, c == '/' && (next != ' ' || m.keyLine != i), next == '=' && strings.IndexByte("!<>", c) >= 0,
			j.force == beside && (next == ' ' && strings.IndexByte(".!;", c) >= 0 || c == '.' && folded[next] != 0 || c == ',' && next == ' ' && !closed && !isQuote(rest[2:])):
			return j, false // another key, a variable, a path, code, a sentence
		case c == '(' || c == '{':
			if n = 1; touches {
				j.types, f = 1, loose
			}
		case folded[c] == 0 && c < 0x80 && (j.force == beside || isQuote(rest[1:]) || strings.IndexByte(" \t+*>)]", c) >= 0 || next <= ' ' && strings.IndexByte("-?", c) >= 0):
			if n = 1; m.keyLine == i && strings.IndexByte(",;\t/", c) >= 0 {
				f = loose
			}
		case m.keyLine == i && j.force == beside && j.quote == 0: // a sentence goes on behind an AccessKey ID
			return j, false
		default:
			if n = m.filler(&j, rest); n == 0 {
				return j, true
			}
		}
		j.force = max(j.force, f)
		j.at += n
	}
	return j, false
}

// maxType is how long a type is at most, in bytes.
const maxType = 40

// typeBefore returns how long the type is in front of the = of a declaration: string =, &str =, or of a field of PHP.
func typeBefore(rest string) int {
	rest = rest[:min(len(rest), maxType)]
	if n := strings.Index(rest, ":private]"); n >= 0 && !strings.Contains(rest[:n], "\n") {
		return n + len(":private")
	}
	n := strings.Index(rest, " = ")
	if n <= 0 || strings.ContainsAny(rest[:n], "\n\r\"'`,;:={}/") {
		return 0
	}
	return n
}

// filler returns how long the word at the start of t is that stands between a name and its value, 0 if it is the
// value: Some(, string(30), b", s:30:", 0x7f00 ".
func (m *scan) filler(j *joint, t string) int {
	n := 0
	for n < len(t) && (folded[t[n]] != 0 || strings.IndexByte("_.!&", t[n]) >= 0 || strings.HasPrefix(t[n:], "::") || n > 0 && t[n-1] == ':') {
		n++
	}
	m.steps += n
	if n == 0 || n == len(t) {
		return 0
	}
	isNumber := lookAt(t[:n]) == digit
	switch next := t[n]; {
	case n <= 2 && isQuote(t[n:]), next == ' ' && (isQuote(t[n+1:]) && strings.HasPrefix(t, "0x") || t[0] == '!' || t[0] == '&'), // b", 0x7f00 ", !vault, &base
		next == ':' && j.force > beside && (n == 1 || isNumber && at(t, n+1) == '"'),
		next == ')' && n <= 6 && (m.text[j.at-1] == '(' || isNumber), next == '=' && t[:n] == "len":
		return n
	case (next == '(' || next == '{') && j.types < int(j.force) && !isNumber:
		if j.types++; next == '(' {
			n++
		}
		return n
	}
	return 0
}

// isQuote says whether s begins with one.
func isQuote(s string) bool { return s != "" && (s[0] == '"' || s[0] == '\'' || s[0] == '`') }

// at returns the byte i of a text, 0 where there is none.
func at(s string, i int) byte {
	if uint(i) < uint(len(s)) {
		return s[i]
	}
	return 0
}
