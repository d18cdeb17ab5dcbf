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
	{"secretkey", Value}, {"apikey", Value}, {"customerkey", Value}, {"accountkey", Value}, {"privatekey", Value},
	{"passwd", Value}, {"passphrase", Value}, {"pwd", Value}, {"secrets", Value},
	{"userpass", Value}, {"dbpass", Value}, {"smtppass", Value}, {"encryptionkey", Value}, {".sk", Value}, {".sig", Value}, {".ak", KeyID}, {"credentials", KeyID},
}

// lastPairs says which letters stand in front of which last one of a name: most words end otherwise.
var lastPairs = func() (set [26]uint32) {
	for _, n := range secretNames {
		last := len(n.end) - 1
		set[n.end[last]-'a'] |= 1 << (n.end[last-1] - 'a')
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
	last, before := folded[name[len(name)-1]], folded[name[len(name)-2]]
	if last < 'a' || before < 'a' || lastPairs[last-'a']>>(before-'a')&1 == 0 {
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
	if stem-i >= len("sig") && strings.EqualFold(t[stem-3:stem], "sig") && (end == len(t) || t[end] != '=' && t[end] != '"') {
		return NotSecret, 0 // a variable
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
		"access", "field", "parameter", "header", "was:", "null,", "still", "already", "about", "probably", "likely", "just", "how", "where", "who", "why", "not_set", "contains", "starts", "ends", "begins", "leaked", "rotated", "blank", "absent", "stale", "old", "new", "value":
		return true
	}
	return false
}
