package gate

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// Kind is what stands behind a name.
type Kind uint8

const (
	NotSecret Kind = iota
	Value          // a secret, up to the next separator
	KeyID          // an AccessKey ID, perhaps with a V4 scope behind it
	Line           // the rest of the line: a secret that has blanks
)

// secretNames are the ends of names behind which secrets stand, in small letters without - and _:
// x-oss-security-token and ALIBABA_CLOUD_SECURITY_TOKEN both end in token. Those with a dot are whole
// words. The first that fits counts. Those of a row have the same last letter.
var secretNames = [...]struct {
	kind Kind
	ends []string
}{
	{Value, []string{"password", "passwd", "pwd", "signatureprovided"}},
	{KeyID, []string{"accesskeyid"}},
	{Value, []string{"signature", "passphrase", "passcode", "diagnosticmessage"}},
	{Line, []string{"cookie"}},
	{Value, []string{".sig"}},
	{Value, []string{".sk", ".tok", "addmask"}},
	{KeyID, []string{".ak"}},
	{KeyID, []string{"credential"}},
	{Value, []string{"token"}},
	{Line, []string{"authorization"}},
	{Value, []string{"secrets", "tokens", "passwords", ".pass", "secretaccess", "stringtosignbytes"}},
	{KeyID, []string{"credentials"}},
	{Value, []string{"secret"}},
	{Value, []string{".pw"}},
	{Value, []string{"secretkey", "secretaccesskey", "apikey", "privatekey", "accountkey", "customerkey", "encryptionkey", "encryptkey", "authkey", "signkey", "aeskey", "seckey"}},
	{KeyID, []string{"accesskey"}},
}

// KindOf says what a value behind a name is.
func KindOf(name string) Kind {
	if name == "" {
		return NotSecret
	}
	last := folded[name[len(name)-1]]
	for i := range secretNames {
		n := &secretNames[i]
		if first := n.ends[0]; first[len(first)-1] != last {
			continue
		}
		for _, end := range n.ends {
			if endsAs(name, end) && !isMetadata(name) {
				return n.kind
			}
		}
	}
	return NotSecret
}

// isMetadata says whether a name is that of an object's metadata, whatever else it is called, or of a page of a list.
func isMetadata(name string) bool {
	const meta = "x-oss-meta-"
	i := len(name)
	for i > 0 && (folded[name[i-1]] != 0 || name[i-1] == '-' || name[i-1] == '_') {
		i--
	}
	if len(name)-i > len(meta) && strings.EqualFold(name[i:i+len(meta)], meta) {
		return true
	}
	return endsAs(name, "continuationtoken") || endsAs(name, "nexttoken") || endsAs(name, "pagetoken") || endsAs(name, "clienttoken")
}

// endsAs says whether a name, in any case and without its - and _, or a blank for one, ends in end.
func endsAs(name, end string) bool {
	i := len(name)
	for j := len(end) - 1; j >= 0; j-- {
		if end[j] == '.' {
			return i == 0 || folded[name[i-1]] == 0 || name[i] < 'a' && name[i-1] >= 'a'
		}
		for i > 0 && (name[i-1] == '-' || name[i-1] == '_' || name[i-1] == ' ') {
			i--
		}
		if i == 0 || folded[name[i-1]] != end[j] {
			return false
		}
		i--
	}
	return true
}

// foreignName returns how long the Chinese name of a secret is that s begins with, 0 if there is none.
func foreignName(s string) int {
	for _, n := range [...]string{"密钥", "秘钥", "密匙", "密鑰", "密码", "密碼", "私钥", "口令", "令牌", "签名", "授权码"} {
		if strings.HasPrefix(s, n) {
			return len(n)
		}
	}
	return 0
}

// maxName is how much of a name in front of its last word is looked at, in bytes.
const maxName = 32

// secretName says what stands behind the name that the run text[i:end] ends, and where the name
// itself ends: behind its qualifiers, as in SECRET_PROD and secret2.
func (m *scan) secretName(i, end int) (k Kind, nameEnd int) {
	t := m.text
	if end-i == 1 && at(t, i-1) == '-' && (i == 1 || t[i-2] <= ' ') { // a flag of ossutil, or for a password
		if next := at(t, end); strings.IndexByte("ktpa", t[i]) < 0 || next != ' ' && next != '=' {
			return NotSecret, 0
		}
		if t[i] == 'k' {
			m.keyLine = i
		}
		return Value, end
	}
	stem := end
	for classes[t[stem-1]] == digit {
		stem--
	}
	from := max(0, i-maxName)
	k = KindOf(t[from:stem])
	for _, q := range [...]string{"Prod", "Dev", "Test", "Value", "String", "Str", "Env", "Old", "New", "ForProd"} { // which one
		if cut := stem - len(q); k == NotSecret && cut > i && t[cut] == q[0] && t[cut:stem] == q {
			k = KindOf(t[from:cut])
		}
	}
	if k == NotSecret {
		if i <= m.named+maxJoint && m.kind != NotSecret && isValueName(t[i:end]) {
			return m.kind, end
		}
		return k, 0
	}
	switch run, next := t[i:stem], at(t, end); {
	case strings.HasPrefix(run, "Invalid"), strings.HasPrefix(run, "Missing"), // an error
		run == "PASS" && at(t, i-1) != '_', chars.HasSuffixFold(run, "sig") && next != '=' && next != '"': // of a test, a variable
		return NotSecret, 0
	}
	dot := false
	for nameEnd = end; strings.IndexByte("_-.", at(t, nameEnd)) >= 0 && folded[at(t, nameEnd+1)] != 0; {
		word := nameEnd + 1
		dot = dot || t[nameEnd] == '.'
		for nameEnd = word; nameEnd-word < 16 && folded[at(t, nameEnd)] != 0; {
			nameEnd++
		}
		if half, _ := score(t[word:nameEnd]); half > hides/2 || isTold(t[word:nameEnd]) || KindOf(t[max(0, nameEnd-maxName):nameEnd]) != NotSecret { // and asked again there
			return NotSecret, 0
		}
	}
	if dot && at(t, nameEnd) != '=' {
		nameEnd = end
	}
	return k, nameEnd
}

// isValueName says whether a run names the value of what was named before it, in the same object, tag or sentence:
// name: SECRET, value: H.
func isValueName(run string) bool {
	switch strings.ToLower(run) {
	case "value", "val", "v", "s", "string", "stringvalue", "text", "data":
		return true
	}
	return false
}

// isTold says whether a word beside the name of a secret tells something of it, rather than being it or one of several:
// AccessKeyId: missing, the token is expired, token_type=bearer.
func isTold(word string) bool {
	switch strings.ToLower(word) {
	case "null", "nil", "none", "true", "false", "undefined", "empty", "missing", "required", "invalid", "expired", "expires", "not", "does", "do", "is", "are",
		"was", "were", "has", "have", "had", "cannot", "can", "could", "can't", "may", "must", "should", "will", "the", "an", "no", "wrong", "incorrect", "correct", "valid",
		"unknown", "unset", "set", "given", "malformed", "too", "in", "of", "for", "to", "from", "and", "or", "that", "this", "it", "its", "your", "you", "which", "what",
		"disabled", "inactive", "deleted", "lost", "mismatch", "mismatched", "different", "needed", "used", "being", "been", "only", "always", "never", "also", "with", "without",
		"error", "failed", "failure", "check", "see", "use", "if", "when", "as", "at", "by", "on", "one", "ok", "yes", "step", "n/a", "string", "bytes",
		"right", "cut", "bad", "good", "fine", "here", "there", "expecting", "expected", "unexpected", "unable", "getting", "please", "some", "any", "both", "all", "we", "they", "he", "she", "but", "than", "then",
		"access", "field", "parameter", "parameters", "header", "headers", "still", "already", "about", "probably", "likely", "just", "how", "where", "who", "why", "not_set", "contains", "starts", "ends", "begins", "leaked", "rotated", "blank", "absent", "stale", "hidden", "redacted", "masked",
		"version", "type", "name", "names", "method", "algorithm", "expiration", "expiry", "expire", "id", "ids", "provider", "url", "uri", "path", "file", "dir", "length", "len", "size", "count", "ttl", "age", "duration", "format", "policy", "manager", "ref", "region", "scope", "date", "service", "endpoint",
		"based", "less", "free", "auth", "store", "jar", "fs", "signing", "request", "response", "server", "client", "chain", "process", "source", "time", "issuer", "protected":
		return true
	}
	return false
}
