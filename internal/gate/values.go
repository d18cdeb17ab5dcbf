package gate

import (
	"cmp"
	"strings"

	"github.com/oss403/oss403/internal/form"
)

// value hides what stands behind the name text[i:end] of a secret and returns where it ends; end if
// nothing does.
func (m *scan) value(k Kind, i, end int) int {
	j := joint{kind: k, name: i, end: end, at: end}
	found := m.join(&j)
	if run := m.text[i:end]; run == "pass" || run == "tok" || run == "pw" { // words of other things too
		j.force = min(j.force, loose)
	}
	if !found || j.at >= len(m.text) || j.at == end && m.text[i] < 0x80 {
		return end
	}
	from, to := j.at, m.valueEnd(&j)
	if !m.isValue(&j, to) {
		return end
	}
	m.emit()
	if k == KeyID {
		id, rest, scope := strings.Cut(m.text[from:to], "/")
		if day, _, _ := strings.Cut(rest, "/"); scope && (len(day) != len("20060102") || lookAt(day) != digit) {
			id = m.text[from:to] // a secret in base64, under a name that says key only
		} else if len(id) < minKey && lookAt(id)&digit == 0 {
			return end // "AccessKeyId: missing" says so in a word
		}
		m.hide(from, from+len(id), ID(id))
		return max(m.behindKey(from+len(id)), from+len(id))
	}
	m.hide(from, to, Hidden)
	if strings.HasPrefix(m.text[min(len(m.text), to+1):], " -> ") { // and what it becomes
		return max(m.value(k, to, to+1), to)
	}
	if half, _ := score(m.text[from:to]); half > 0 && j.quote == 0 {
		m.goOn(from, to)
	}
	return to
}

// valueEnd returns where the value behind a joint ends.
func (m *scan) valueEnd(j *joint) int {
	if j.kind == Line && j.until == 0 {
		return m.restOf(j.at)
	}
	end := cmp.Or(j.quote, j.until)
	to, found := 0, false
	if end != 0 {
		to, found = m.next(strings.IndexByte("\"'`]}<", end), j.at)
		found = found && (end != ']' || !strings.Contains(m.text[j.at:to], "\n"))
	}
	if !found {
		to, _ = m.next(toBlank, j.at)
	}
	for to > j.at && (m.text[to-1] <= ' ' || m.text[to-1] == '*') {
		to--
	}
	return to
}

// No signature and no token is shorter than an HMAC-SHA1 in base64 without its padding; a margin is
// left.
const minSignature = 20

// maxLook is how much of a value is looked at to tell it from prose, in bytes: no word is as long, and what is
// random shows in it that it is.
const maxLook = 48

// isValue says whether what stands between a joint and to is the value of a name, and not prose.
func (m *scan) isValue(j *joint, to int) bool {
	t, from := m.text, j.at
	if j.kind == Line {
		return j.force == tight && m.mode != name && m.isAuthorization(from)
	}
	if j.force < tight && j.quote == 0 && m.keyLine < m.line { // code, a path
		if code, found := m.next(toCode, from); found && code+1 < to {
			return false
		}
	}
	v := t[from:min(to, from+maxLook)]
	m.steps += len(v)
	switch {
	case lookAt(v)&alnum == 0, strings.Contains(v, Hidden), len(v) == 2 && v[0] == '%', strings.HasPrefix(v, "${"), // nothing, a verb of fmt, a variable
		m.mode == signed && j.lines > 0, j.lines > 0 && j.quote == 0 && (v[0] == '/' || strings.ContainsAny(v, ":@")),
		j.quote == 0 && (isWide(v) || strings.Contains(v, "://")),
		j.flag && strings.IndexByte("-/.~", v[0]) >= 0,
		(j.types > 0 || j.force < tight) && KindOf(v) != NotSecret, // another name
		j.force < loose && j.quote != 0 && strings.ContainsAny(v, " </"):
		return false
	}
	word := v
	if n := strings.IndexAny(v, " ,"); n > 0 {
		word = v[:n]
	}
	half, seen := score(strings.TrimRight(word, ".!="))
	mixed := seen&digit != 0 && seen&^digit != 0 && len(word) >= partLen
	random := mixed || half > 0
	told := isWordOfProse(word) || isVerb(word)
	behind := strings.TrimLeft(t[to:min(len(t), to+maxLook)], " \t\r\"'`;,.!")
	alone := behind == "" || behind[0] == '\n' || behind[0] == '|' || behind[0] == '<' || isWide(behind)
	goesOn := at(behind, 0) >= 0xe4 && at(behind, 0) <= 0xe9
	switch {
	case m.mode == name && len(v) < minSignature && (half <= 0 || len(v) < partLen):
		return false
	case j.force == beside && j.quote == 0 && m.keyLine >= m.line && !told: // the line gives an AccessKey ID
		return true
	case j.force >= loose && (j.quote != 0 || j.until > '<'):
		return !isWordOfProse(v)
	case j.chinese && (form.IsUUID(v) || goesOn && !random): // a key's name, a sentence that goes on
		return false
	case j.force == tight && (j.lines == 0 || j.until == '<'):
		return !isWordOfProse(word) && (!told || t[from-1] != ' ') && (t[from-1] == '=' || !m.isSignature(from) || len(v) >= partLen && random)
	case j.force == beside && (!mixed || strings.Contains(v, "HMAC")):
		return false
	}
	return random && len(v) >= partLen || alone && !told && len(v) >= minSecret
}

// isWide says whether s begins with a Chinese character or a wide sign.
func isWide(s string) bool { return s != "" && (s[0] >= 0xe2 && s[0] <= 0xe9 || s[0] == 0xef) }

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
