package oss403

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What an answer, a request or a caller's text holds leaves this package masked: a token, a
// signature or an encoded diagnostic message as "****", an AccessKey ID with its middle gone.

const hidden = "****"

// maskID keeps as much of an AccessKey ID as it takes to recognise one's own. What does not look
// like one may be anything, a secret in the wrong field included, and keeps less.
func maskID(id string) string {
	switch n := len(id); {
	case n == 0:
		return ""
	case n >= 16 && hasKeyPrefix(id) && isKeyText(id):
		return id[:6] + hidden + id[n-4:]
	case n >= 8 && isKeyText(id):
		return id[:2] + hidden
	default:
		return hidden
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
	return 'a' <= lower(c) && lower(c) <= 'z' || '0' <= c && c <= '9' || c == '.' || c == '_' || c == '-'
}

// secrets are values of one answer and its request that no output may hold, wherever OSS or the
// caller repeats them.
type secrets struct {
	values []string // tokens, signatures: hidden whole
	ids    []string // AccessKey IDs: their middle hidden
}

// A shorter value would hide ordinary words. What is as short as that is no secret either.
const minSecret = 6

func (s *secrets) value(v string) { s.values = addSecret(s.values, v) }
func (s *secrets) id(v string)    { s.ids = addSecret(s.ids, v) }

// addSecret keeps the longest first, since a secret may begin with another.
func addSecret(list []string, v string) []string {
	if v = strings.TrimSpace(v); len(v) < minSecret {
		return list
	}
	i := 0
	for i < len(list) && len(list[i]) >= len(v) {
		i++
	}
	return slices.Insert(list, i, v)
}

// mask hides in text what s knows to be secret and what looks like it.
func (s *secrets) mask(text string) string {
	if text == "" {
		return ""
	}
	for _, v := range s.values {
		text = strings.ReplaceAll(text, v, hidden)
	}
	for _, id := range s.ids {
		if strings.Contains(text, id) {
			text = strings.ReplaceAll(text, id, maskID(id))
		}
	}
	return maskText(text)
}

// How maskText treats the value behind a name.
const (
	maskNothing = iota
	maskValue   // up to the next separator
	maskKeyID   // an AccessKey ID, perhaps with a V4 scope behind it
	maskLine    // up to the end of the line: the value has blanks
)

// secretName says what to do with the value behind a name, as in name=value, name: value,
// "name":"value" or <name>value. The name is in lower case.
func secretName(name string) int {
	switch name {
	case "signature", "x-oss-signature", "x-amz-signature", "signatureprovided", "q-signature",
		"security-token", "securitytoken", "security_token", "x-oss-security-token", "x-amz-security-token",
		"x-acs-security-token", "sts-token", "ststoken", "sts_token", "sessiontoken", "session_token",
		"encodeddiagnosticmessage", "encoded_diagnostic_message",
		"accesskeysecret", "access_key_secret", "access-key-secret", "secretaccesskey", "secret_access_key",
		"secretkey", "secret_key", "stringtosignbytes":
		return maskValue
	case "ossaccesskeyid", "awsaccesskeyid", "accesskeyid", "access_key_id", "access-key-id", "x-oss-access-key-id",
		"x-oss-credential", "x-amz-credential", "credential":
		return maskKeyID
	case "authorization", "proxy-authorization":
		return maskLine
	}
	return maskNothing
}

// maskText hides what looks like a secret in a text that may be anything: a URL, a header dump,
// XML, JSON, Go syntax, also escaped or percent-encoded.
func maskText(s string) string {
	var out strings.Builder
	done := 0 // s[:done] is in out
	replace := func(from, to int, with string) {
		out.WriteString(s[done:from])
		out.WriteString(with)
		done = to
	}
	for i := 0; i < len(s); {
		if n := escapeLen(s[i:]); n > 0 {
			i += n
			continue
		}
		if !isKeyByte(s[i]) {
			i++
			continue
		}
		end := i
		for end < len(s) && isKeyByte(s[end]) {
			end++
		}
		next := maskNamed(s, i, end, replace)
		if next == end {
			next = maskWord(s, i, end, replace)
		}
		i = next
	}
	if done == 0 {
		return s
	}
	out.WriteString(s[done:])
	return out.String()
}

// maskNamed hides the value behind the word s[i:end] if the word is the name of a secret. It
// returns where to go on, end if there was nothing to hide.
func maskNamed(s string, i, end int, replace func(from, to int, with string)) int {
	from := valueStart(s, end)
	if from < 0 {
		return end
	}
	name := s[i:end]
	name = name[strings.LastIndexByte(name, '.')+1:]
	what := secretName(strings.ToLower(name))
	if what == maskNothing {
		return end
	}
	to := valueEnd(s, from, what)
	switch {
	case to == from:
		return end
	case what == maskKeyID:
		id, scope := s[from:to], ""
		if j := strings.IndexAny(id, "/%"); j >= 0 {
			id, scope = id[:j], id[j:]
		}
		replace(from, to, maskID(id)+maskText(scope))
	default:
		replace(from, to, hidden)
	}
	return to
}

// maskWord hides a word that is a secret by its own looks: an AccessKey ID, an STS token, the
// pair that an OSS or S3 V2 Authorization header carries.
func maskWord(s string, i, end int, replace func(from, to int, with string)) int {
	word := s[i:end]
	switch {
	case len(word) >= 16 && hasKeyPrefix(word):
		replace(i, end, maskID(word))
		if end < len(s) && s[end] == ':' { // OSS id:signature
			if to := tokenEnd(s, end+1); to-end-1 >= 20 {
				replace(end+1, to, hidden)
				return to
			}
		}
	case strings.HasPrefix(word, "CAIS") || strings.HasPrefix(word, "CAES"):
		// An STS token is base64 and runs on through + / and =.
		if to := tokenEnd(s, i); to-i >= 32 {
			replace(i, to, hidden)
			return to
		}
	}
	return end
}

// escapeLen returns the length of an escape at the start of s, which would else glue itself to
// the name behind it: \u0026Signature, once or twice escaped, %26Signature.
func escapeLen(s string) int {
	if len(s) >= 3 && s[0] == '%' && isHex(s[1]) && isHex(s[2]) {
		return 3
	}
	n := 0
	for n < len(s) && s[n] == '\\' {
		n++
	}
	switch {
	case n == 0 || n == len(s):
		return n
	case s[n] == 'u' && len(s) >= n+5 && isHex(s[n+1]) && isHex(s[n+2]) && isHex(s[n+3]) && isHex(s[n+4]):
		return n + 5
	case s[n] == 'x' && len(s) >= n+3 && isHex(s[n+1]) && isHex(s[n+2]):
		return n + 3
	case strings.IndexByte("nrt", s[n]) >= 0:
		return n + 1
	}
	return n
}

func isHex(c byte) bool {
	c = lower(c)
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f'
}

// valueStart skips what stands between a name and its value. It returns -1 if there is no value.
func valueStart(s string, i int) int {
	skip := func(set string) {
		for i < len(s) && strings.IndexByte(set, s[i]) >= 0 {
			i++
		}
	}
	skip("\\\"'` \t")
	padding := "\\\"'`[ \t" // a header dump of Go has the value in brackets
	switch {
	case i < len(s) && (s[i] == '=' || s[i] == ':'):
		i++
	case i < len(s) && s[i] == '>':
		i++
		padding += "\r\n"
	case strings.HasPrefix(s[i:], "&gt;"):
		i += len("&gt;")
		padding += "\r\n"
	case strings.HasPrefix(s[i:], "%3D"), strings.HasPrefix(s[i:], "%3d"), strings.HasPrefix(s[i:], "%3A"), strings.HasPrefix(s[i:], "%3a"):
		i += 3
	case strings.HasPrefix(s[i:], "\uff1a"): // full-width colon
		i += len("\uff1a")
	default:
		return -1
	}
	skip(padding)
	return i
}

// valueEnd finds the end of the value at s[i:].
func valueEnd(s string, i, what int) int {
	if what == maskLine {
		for ; i < len(s); i++ {
			if strings.IndexByte("\r\n\"'<]}", s[i]) >= 0 || strings.HasPrefix(s[i:], "\\n") || strings.HasPrefix(s[i:], "\\r") {
				break
			}
		}
		return i
	}
	return tokenEnd(s, i)
}

// tokenEnd finds the end of a run without blanks, quotes and separators. A percent-encoded
// ampersand ends it, other percent signs belong to the value.
func tokenEnd(s string, i int) int {
	for ; i < len(s); i++ {
		if s[i] <= ' ' || strings.IndexByte("&\"'`<>,;)]}|\\", s[i]) >= 0 || strings.HasPrefix(s[i:], "%26") {
			break
		}
	}
	return i
}

// visible escapes what would change how a line is shown: control characters, line breaks,
// direction and zero-width marks, invalid UTF-8.
func visible(s string) string {
	i := 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if isInvisible(r, n) {
			break
		}
		i += n
	}
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.WriteString(s[:i])
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if isInvisible(r, n) {
			q := strconv.QuoteToASCII(s[i : i+n])
			b.WriteString(q[1 : len(q)-1])
		} else {
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

func isInvisible(r rune, n int) bool {
	switch {
	case r == utf8.RuneError && n == 1:
		return true
	case r < utf8.RuneSelf:
		return r < ' ' || r == 0x7f
	}
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
}

// oneLine makes a text fit for a line: white space collapsed, the rest visible.
func oneLine(s string) string {
	return visible(strings.Join(strings.Fields(s), " "))
}

// cut shortens s to at most max bytes, at a character, with an ellipsis.
func cut(s string, max int) string {
	const ellipsis = "…"
	if len(s) <= max {
		return s
	}
	if max < len(ellipsis) {
		return ""
	}
	n := max - len(ellipsis)
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + ellipsis
}

// visibleLines is visible for a text of several lines, whose breaks and tabs stay.
func visibleLines(s string) string {
	if !strings.ContainsAny(s, "\n\t") {
		return visible(s)
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		n := strings.IndexAny(s[i:], "\n\t")
		if n < 0 {
			n = len(s) - i
		}
		b.WriteString(visible(s[i : i+n]))
		if i += n; i < len(s) {
			b.WriteByte(s[i])
			i++
		}
	}
	return b.String()
}
