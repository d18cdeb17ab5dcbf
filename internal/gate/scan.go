package gate

import "strings"

// scan is one look at a text. It goes over it once, from run to run of letters and digits.
type scan struct {
	plain
	secrets *Secrets
	known   *index // of them, once it was needed
	mode    mode
	depth   int // of the base64 around this text
	spans   []span
	pieces  []piece // the runs of the stretch that may be a secret in pieces
	heat    int     // what they score up to here
	gap     int     // what stands behind the last one costs
	whole   int     // up to where words of base64 were looked at
	line    int     // where the line begins
	keyLine int     // where an AccessKey ID was seen
	ahead   [sets]ahead
	named   int      // where the name of a secret ended, and no value followed
	kind    Kind     // what it names
	said    []string // values of names, which may stand elsewhere too
	dump    dump
	steps   int // how many bytes were looked at, for tests
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
	if strings.Contains(original, "%") && strings.Contains(m.text, "+") { // a blank of a URL perhaps
		spaced := scan{plain: plain{strings.ReplaceAll(m.text, "+", " "), m.at}, secrets: m.secrets, mode: m.mode, depth: m.depth}
		spaced.runs()
		m.spans = append(m.spans, spaced.spans...)
	}
	for _, v := range m.said {
		m.steps += len(m.text)
		for i := 0; ; i += len(v) {
			n := strings.Index(m.text[i:], v)
			if n < 0 {
				break
			}
			i += n
			m.hide(i, i+len(v), Hidden)
		}
	}
}

// knownIn hides known secrets.
func (m *scan) knownIn() {
	if m.known == nil {
		if !m.secrets.mayHold(m.text) {
			return
		}
		m.known = m.secrets.index()
	}
	for from, to := m.known.find(m.text, 0); from >= 0; from, to = m.known.find(m.text, to) {
		m.hide(from, to, m.known.masked(m.text[from:to]))
	}
}

// runs hides what is named as a secret or looks like one.
func (m *scan) runs() {
	m.keyLine = -1
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
	half, seen := score(m.text[i:end])
	if seen != digit {
		if to := m.key(i, end); to > 0 {
			return to
		}
		if kind, nameEnd := m.secretName(i, end); kind != NotSecret && half < hides {
			if to := m.value(kind, i, nameEnd); to > nameEnd {
				return to
			}
		}
	}
	if to := m.base64(i); to > 0 {
		return to
	}
	if m.mode == name && len(m.pieces) == 0 {
		return end
	}
	if to := m.bytes(i, end); to > 0 {
		return to
	}
	if to := m.form(i, end, seen); to > 0 {
		m.emit()
		return to
	}
	m.grow(i, end, half, seen)
	return end
}

// What the separators between two pieces cost a stretch, and what they are.
const (
	ends  = 100 // another sentence, field or language
	apart = 6   // blanks, for which + may stand, line breaks, quotes
	path  = 3
)

// separator takes account of the character at i, which is neither letter nor digit, and returns where
// to go on.
func (m *scan) separator(i int) int {
	cost := ends
	switch c := m.text[i]; c {
	case '+', '~':
		cost = 0
	case '/', '-', '_', '.', '%', '$':
		cost = path
	case ' ', '\t', '\n', '\r', '"', '\'', '`', '\\':
		if cost = apart; c == '\n' {
			m.line = i + 1
		}
	default:
		if last := len(m.pieces) - 1; c == '=' && last >= 0 && m.padding(m.pieces[last].to) > 0 {
			m.pieces[last].score += padded
			m.heat += padded
		}
		m.emit()
		if c == ':' && strings.HasPrefix(m.text[i:], "://") {
			return max(m.password(i+len("://")), i+1)
		}
		if c == ':' && m.isUser(i) {
			if to, _ := m.next(toBlank, i+1); isMixed(m.text[i+1 : to]) {
				m.hide(i+1, to, Hidden)
				return to
			}
		}
		if c >= 0x80 {
			if n := foreignName(m.text[i:]); n > 0 {
				return max(m.value(Value, i, i+n), i+n)
			}
		}
		return i + 1
	}
	m.gap = max(m.gap, cost)
	return i + 1
}

// isUser says whether the user of curl -u or --user stands in front of i, behind which is a password.
func (m *scan) isUser(i int) bool {
	before := m.text[max(0, i-maxName):i]
	m.steps += len(before)
	flag := before[:max(0, strings.LastIndexAny(before, " ="))]
	return strings.HasSuffix(flag, " -u") || strings.HasSuffix(flag, " --user")
}

// maxUser is how long the user and password of a URL are at most, in bytes.
const maxUser = 512

// password hides the password in front of the host of a URL and returns where it ends, 0 if there is
// none.
func (m *scan) password(from int) int {
	host := m.text[from:min(len(m.text), from+maxUser)]
	if n := strings.IndexAny(host, "/?\"'`<> \t\r\n"); n >= 0 {
		host = host[:n]
	}
	m.steps += len(host)
	colon, at := strings.IndexByte(host, ':')+1, strings.LastIndexByte(host, '@')
	if colon == 0 || at <= colon || strings.Contains(host[colon:at], Hidden) {
		return 0
	}
	m.hide(from+colon, from+at, Hidden)
	return from + at
}

// hide takes a part of the plain text away.
func (m *scan) hide(from, to int, with string) {
	m.spans = append(m.spans, span{m.origin(from), m.origin(to), with})
}
