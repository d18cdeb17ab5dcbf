// Package gate is what every free text passes before it is shown: an unknown message, the words of a
// caller, a header's value. It lets words and forms that are known to be harmless through, and hides
// every other run of characters that could be a key, a token or a signature, what stands behind the
// name of a secret, and what is known to be secret, in whatever dress. It knows nothing of errors.
//
// What is known is hidden first (known.go), in the text as it is and as its escapes mean it (plain.go).
// Then the text is read once, from run to run of letters and digits (scan.go). A run is looked at as
//
//   - an AccessKey ID, behind which its secret may stand (keys.go);
//   - the name of a secret (names.go): the joint behind it (joint.go) leads to its value (values.go),
//     which is hidden even if it is a word, and the more surely the less prose has such a joint;
//   - the beginning of base64 or of a dump of bytes that hold a secret (base64.go, bytes.go);
//   - a form that is harmless: a request ID, a UUID, a digest, the name of a host (forms.go);
//   - a piece of a stretch, which is hidden if it is more likely drawn at random than written
//     (stretch.go), judged by each two letters of it (shape.go).
//
// What one look hides can show another: it is looked at until nothing changes, three times at most. The
// time grows as the text does: no look ahead reads a part of the text twice.
package gate

import (
	"cmp"
	"slices"
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// Hidden is shown in place of a secret.
const Hidden = "****"

// ID masks an AccessKey ID. It keeps as much as it takes to recognise one's own: six characters and
// the last four. What does not look like one may be anything, a secret in the wrong field included,
// and keeps two, or nothing. What was masked before stays as it is.
func ID(id string) string {
	head, tail, masked := strings.Cut(id, Hidden)
	switch n := len(id); {
	case n == 0:
		return ""
	case masked && len(head) <= 6 && len(tail) <= 4 && isKeyText(head+tail):
		return id
	case n >= 16 && beginsKey(id) && isKeyText(id):
		return id[:6] + Hidden + id[n-4:]
	case n >= 8 && isKeyText(id):
		return id[:2] + Hidden
	default:
		return Hidden
	}
}

// beginsKey says whether s begins as the AccessKey IDs that Alibaba Cloud issues today: long-term, of
// STS, of the console.
func beginsKey(s string) bool {
	return strings.HasPrefix(s, "LTAI") || strings.HasPrefix(s, "STS.") || strings.HasPrefix(s, "TMP.")
}

// isToken says whether s begins as security tokens do.
func isToken(s string) bool {
	return strings.HasPrefix(s, "CAIS") || strings.HasPrefix(s, "CAES")
}

// endsToken says whether a text ends as the tokens of other services begin.
func endsToken(before string) bool {
	for _, begin := range [...]string{"ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "npm_", "hf_", "sk-", "sk_live_", "pypi-", "ya29."} {
		if rest, found := strings.CutSuffix(before, begin); found && folded[at(rest, len(rest)-1)] == 0 {
			return true
		}
	}
	return false
}

func isKeyText(s string) bool { return lookAt(s)&^alnum == 0 }

// mode is what a text is, and so what may be in it.
type mode uint8

const (
	free mode = iota
	name      // of a bucket or an object: any letters and digits, and words like signature=
)

// Text hides in a free text all that could be a secret.
func (s *Secrets) Text(text string) string { return s.gate(text, free) }

// Name hides in the name of a bucket or an object, which programs go on to use, known secrets, keys
// and tokens that show what they are, and long values behind the name of a secret. The rest stays,
// whatever it looks like. What has line breaks is no such name.
func (s *Secrets) Name(text string) string {
	if strings.Contains(text, "\n") {
		return s.gate(text, free)
	}
	return s.gate(text, name)
}

// Line is Text for a value that is shown in a line: what would change how the line is shown is
// escaped.
func (s *Secrets) Line(text string) string {
	if s.isHarmless(text, free) { // and has nothing to escape
		return text
	}
	return chars.Visible(s.Text(text))
}

// NameLine is Name, shown in a line.
func (s *Secrets) NameLine(text string) string {
	if s.isHarmless(text, name) {
		return text
	}
	return chars.Visible(s.Name(text))
}

// Signed hides secrets in a string to sign or a canonical request, in which digests and paths stay as
// they are: it is there to be compared, line by line.
func (s *Secrets) Signed(text string) string {
	lines := strings.Split(s.gate(text, name), "\n")
	for i, line := range lines {
		path, query, hasQuery := strings.Cut(line, "?")
		switch {
		case isMD5(line) || i == len(lines)-1 && len(line) == lenSHA256 && lookAt(line)&(notHex|lookEscape|lookOther) == 0:
		case !strings.HasPrefix(line, "/"):
			lines[i] = s.gate(line, free)
		case hasQuery:
			lines[i] = path + "?" + s.gate(query, free)
		}
	}
	return strings.Join(lines, "\n")
}

// SignedLine is Signed for a part of it, shown in a line.
func (s *Secrets) SignedLine(text string) string { return chars.Visible(s.Signed(text)) }

// Redact is Text without any known secret, and for a text of any length.
func Redact(text string) string { return new(Secrets).search(text, free) }

// MaxToken is how long a token is at most, in bytes.
const MaxToken = 4 << 10

// UpTo returns what Text makes of the beginning of a text, n bytes at most, with an ellipsis if there
// is more. No part of a secret is left over where it ends.
func (s *Secrets) UpTo(text string, n int) string {
	if len(text) > n+MaxToken {
		// What is not hidden for want of its end is at the end.
		text = s.Text(text[:n+MaxToken])
		text = text[:max(0, len(text)-MaxToken)] + "…"
	} else {
		text = s.Text(text)
	}
	return chars.Cut(text, n)
}

// gate lets a text of an answer pass, of which no more is read than MaxText.
func (s *Secrets) gate(text string, as mode) string {
	switch {
	case text == "":
		return ""
	case len(text) > chars.MaxText: // it was cut, perhaps in a secret, which stays as it is then
		text = s.search(text[:chars.MaxText], as)
		return text[:max(0, len(text)-MaxToken)]
	case s.isHarmless(text, as):
		return text
	}
	return s.search(text, as)
}

// search lets a text pass that is not harmless at first sight. What one look hides can show another:
// it ends when nothing is left to hide.
func (s *Secrets) search(text string, as mode) string {
	for range 3 {
		m := scan{plain: plain{text: text}, secrets: s, mode: as}
		m.all()
		shown := m.result(text)
		if shown == text {
			break
		}
		text = shown
	}
	return text
}

// isHarmless says whether a short look shows that there is nothing to hide in a text: it is words,
// numbers or a request ID, with neither blanks nor escapes nor what joins a name and a value. Most
// values of an answer are.
func (s *Secrets) isHarmless(text string, as mode) bool {
	if len(text) > chars.MaxText {
		return false
	}
	sum := 0
	for i, end := 0, 0; i < len(text); i = end + 1 {
		for end = i; end < len(text) && folded[text[end]] != 0; {
			end++
		}
		if end < len(text) && classes[text[end]] != 0 {
			return false // more than . - and _ between words
		}
		n := end - i
		if n < minKey && as == name && (n != 3 || at(text, end) != '.') {
			continue
		}
		switch half, seen := score(text[i:end]); {
		case n == 3 && at(text, end) == '.', // perhaps STS. of a key
			n >= minKey && (seen&notHex != 0 || n != 16 && n != 24 && n != 32): // perhaps an AccessKey ID or a token
			return false
		case seen&notHex != 0:
			sum += max(half, 0)
		}
	}
	return sum < hides && !s.mayHold(text)
}

// span is a part of the original text and what is shown in its place.
type span struct {
	from, to int
	with     string
}

// result returns the original with the spans replaced. What touches or overlaps is hidden as one.
func (m *scan) result(original string) string {
	if len(m.spans) == 0 {
		return original
	}
	slices.SortFunc(m.spans, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to))
	})
	var b strings.Builder
	done := 0
	for i, s := range m.spans {
		if i == 0 || s.from > done || s.from == done && s.with != Hidden {
			b.WriteString(original[done:s.from])
			b.WriteString(s.with)
		}
		done = max(done, s.to)
	}
	b.WriteString(original[done:])
	return b.String()
}
