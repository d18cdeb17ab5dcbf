package oss403

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Basis is the piece of evidence that chose the Kind. The order below is the order in which they
// are asked. The zero value is read as BasisNone.
type Basis string

// The bases.
const (
	BasisDetail   Basis = "Detail"   // AccessDeniedDetail, the strongest: OSS names the policy that decided
	BasisEC       Basis = "EC"       // the EC, where it comes with the code that the catalog gives it
	BasisMessage  Basis = "Message"  // the exact message
	BasisTemplate Basis = "Template" // a message of which a part varies
	BasisCode     Basis = "Code"     // the code alone, where it means one thing or came without a message
	BasisNone     Basis = "None"     // nothing: the kind is KindUnknown or KindIntermediary
)

// Classify says which kind an answer with this code, message and EC is, and which of the three
// decided. Any of them may be empty. Messages are compared without regard to case, runs of white
// space, the kind of quotes and apostrophes, and final full stops. What the catalog does not
// hold is KindUnknown on BasisNone.
//
// An answer can hold more: [Error].Kind takes a Denial into account, Classify cannot.
func Classify(code Code, message, ec string) (Kind, Basis) {
	return classify(&answer{code: string(code), message: message, ec: ec})
}

// classify asks the evidence in order. Messages mislead (a RAM policy's Deny calls itself a
// bucket policy's) and ECs may change, so that each is believed only as far as the other fields
// go with it.
func classify(a *answer) (Kind, Basis) {
	code, inCatalog := knownCode(strings.TrimSpace(a.code))
	ec := decidingEC(code, strings.TrimSpace(a.ec))
	if k, basis := byDenial(a, ec); k != "" {
		return k, basis
	}
	if ec != "" {
		return ec, BasisEC
	}
	if a.broken && a.hasDenial {
		return KindUnknown, BasisNone // OSS was about to say which policy it was
	}
	var buf [512]byte
	message := normalize(buf[:0], a.message)
	if len(message) > 0 {
		// "Access denied by bucket policy." beside the name of a RAM policy is known to be wrong, and
		// a document that breaks off may have had more to say than "AccessDenied".
		if k := byMessage(code, message); k == KindBucketPolicyDenied && isRAMPolicy(a.policyType) || k == KindAccessDeniedUnspecified && a.broken {
			return KindUnknown, BasisNone
		} else if k != "" {
			return k, BasisMessage
		}
		if k := byTemplate(code, message); k != "" {
			return k, BasisTemplate
		}
	}
	if inCatalog {
		if k := byCode(code, len(message) == 0 && !a.broken); k != "" {
			return k, BasisCode
		}
	}
	return KindUnknown, BasisNone
}

// byDenial reads AccessDeniedDetail. ec is the kind that the EC decides for: that both policies
// deny is the one thing it knows better.
func byDenial(a *answer, ec Kind) (Kind, Basis) {
	switch {
	case a.policyType == "ControlPolicy":
		return KindControlPolicyDenied, BasisDetail
	case a.policyType == "SessionPolicy":
		return KindSessionPolicyDenied, BasisDetail
	case a.policyType == "AssumeRolePolicy":
		return KindAssumeRolePolicyDenied, BasisDetail
	case isRAMPolicy(a.policyType):
		switch {
		case ec == KindBucketAndRAMPolicyDeny:
			return ec, BasisEC
		case a.noPermissionType == "ExplicitDeny":
			return KindRAMPolicyExplicitDeny, BasisDetail
		case a.noPermissionType == "ImplicitDeny":
			return KindRAMPolicyImplicitDeny, BasisDetail
		}
	}
	return "", BasisNone
}

func isRAMPolicy(policyType string) bool {
	return policyType == "AccountLevelIdentityBasedPolicy" || policyType == "ResourceGroupLevelIdentityBasedPolicy"
}

// decidingEC returns the kind that an EC decides for under this code, "" if it decides nothing.
func decidingEC(code Code, ec string) Kind {
	f := findEC(ec)
	if f == nil || f.code != "" && code != "" && f.code != code {
		return ""
	}
	return f.kind
}

// byMessage finds the pair of code and normalized message. Without a code a message decides if
// it means the same under each of its codes.
func byMessage(code Code, message []byte) Kind {
	if code == "" {
		return unanimous(func(p *pair) bool { return comparePair(message, p.message) == 0 })
	}
	i, ok := sort.Find(len(pairs), func(i int) int {
		if c := strings.Compare(string(code), string(pairs[i].code)); c != 0 {
			return c
		}
		return comparePair(message, pairs[i].message)
	})
	if !ok {
		return ""
	}
	return pairs[i].kind
}

func byTemplate(code Code, message []byte) Kind {
	for i := range templates {
		t := &templates[i]
		if (code == "" || t.code == code) && matchTemplate(message, t.message) {
			return t.kind
		}
	}
	return ""
}

// byCode decides where all messages of the code mean one thing. AccessDenied means nothing in
// particular, but without a message that is just what it says.
func byCode(code Code, noMessage bool) Kind {
	if k := unanimous(func(p *pair) bool { return p.code == code }); k != "" {
		return k
	}
	if noMessage && code == CodeAccessDenied {
		return KindAccessDeniedUnspecified
	}
	return ""
}

// unanimous returns the kind of the pairs that match, "" if there is none or they differ.
func unanimous(match func(*pair) bool) Kind {
	var kind Kind
	for _, list := range [][]pair{pairs[:], templates[:]} {
		for i := range list {
			p := &list[i]
			if !match(p) {
				continue
			}
			if kind != "" && kind != p.kind {
				return ""
			}
			kind = p.kind
		}
	}
	return kind
}

// normalize appends to dst what of a message counts in a comparison. It stops when dst is full:
// no message of the catalog is that long.
func normalize(dst []byte, s string) []byte {
	space := false
	// OSS writes ASCII: byte by byte up to what is not.
	ascii := 0
	for ; ascii < len(s) && s[ascii] < utf8.RuneSelf; ascii++ {
		c := s[ascii]
		if c == ' ' || '\t' <= c && c <= '\r' {
			space = len(dst) > 0
			continue
		}
		if len(dst)+1+utf8.UTFMax > cap(dst) {
			return dst
		}
		if space {
			dst = append(dst, ' ')
			space = false
		}
		dst = append(dst, normalByte(c))
	}
	for _, r := range s[ascii:] {
		switch {
		case unicode.IsSpace(r):
			space = len(dst) > 0
			continue
		case r < utf8.RuneSelf:
			r = rune(lower(byte(r)))
		}
		switch r {
		case '"', '`', '\u00b4', '\u2018', '\u2019', '\u201a', '\u201c', '\u201d', '\u201e', '\u2032', '\uff02', '\uff07':
			r = '\''
		case '\u3002', '\uff0e', '\uff61': // full stops of Chinese and Japanese
			r = '.'
		}
		if len(dst)+1+utf8.UTFMax > cap(dst) {
			return dst
		}
		if space {
			dst = append(dst, ' ')
			space = false
		}
		dst = utf8.AppendRune(dst, r)
	}
	return trimStops(dst)
}

func trimStops[T string | []byte](s T) T {
	n := len(s)
	for n > 0 && (s[n-1] == '.' || s[n-1] == ' ') {
		n--
	}
	return s[:n]
}

// comparePair orders a normalized message and one of the catalog.
func comparePair(message []byte, catalog string) int {
	catalog = trimStops(catalog)
	for i := 0; i < len(message) && i < len(catalog); i++ {
		if x, y := message[i], normalByte(catalog[i]); x != y {
			return int(x) - int(y)
		}
	}
	return len(message) - len(catalog)
}

func normalByte(c byte) byte {
	if c == '"' || c == '`' {
		return '\''
	}
	return lower(c)
}

// matchTemplate says whether a normalized message is the template with something in the place of
// its braces.
func matchTemplate(message []byte, template string) bool {
	before, name, after := cutTemplate(template)
	after = trimStops(after)
	rest := len(message) - len(before) - len(after)
	if rest < 1 || !equalNormal(message[:len(before)], before) || !equalNormal(message[len(message)-len(after):], after) {
		return false
	}
	// "You are forbidden to do this" names no action. The catalog's own text has to match itself.
	value := string(message[len(before) : len(before)+rest])
	return name != "action" || isAction(value) || value == "{action}"
}

func cutTemplate(template string) (before, name, after string) {
	before, rest, _ := strings.Cut(template, "{")
	name, after, _ = strings.Cut(rest, "}")
	return before, name, after
}

func equalNormal(message []byte, catalog string) bool {
	for i := range message {
		if message[i] != normalByte(catalog[i]) {
			return false
		}
	}
	return true
}

// isAction says whether s has the form of a RAM action, service:Action.
func isAction(s string) bool {
	service, action, ok := strings.Cut(s, ":")
	return ok && isWord(service) && isWord(action)
}

func isWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := lower(s[i]); (c < 'a' || 'z' < c) && (c < '0' || '9' < c) && c != '-' && c != '_' {
			return false
		}
	}
	return s != ""
}
