package oss403

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
)

// Basis is the piece of evidence that chose the Kind. The order below is the order in which they
// are asked. The zero value is read as BasisNone.
type Basis string

// The bases.
const (
	BasisDetail        Basis = "Detail"        // AccessDeniedDetail, the strongest: OSS names the policy that decided
	BasisEC            Basis = "EC"            // the EC, where it comes with the code that the catalog gives it
	BasisMessage       Basis = "Message"       // the exact message
	BasisTemplate      Basis = "Template"      // a message of which a part varies
	BasisCode          Basis = "Code"          // the code alone, where it means one thing or came without a message
	BasisBeginning     Basis = "Beginning"     // the begin of a message that a log cut short, where it is the begin of one kind's only
	BasisSharedMessage Basis = "SharedMessage" // a message that other stores send too, of a text that the caller says is about OSS
	BasisKind          Basis = "Kind"          // the name of the kind, in a text that the caller says is about OSS
	BasisNone          Basis = "None"          // nothing: the kind is KindUnknown or KindIntermediary, or ParseText has it from a line of Error
)

// Classify says which kind an answer with this code, message and EC is, and which of the three
// decided. Any of them may be empty. Messages are compared without regard to case, runs of white
// space, the kind of quotes and apostrophes, and final full stops. What the catalog does not
// hold is KindUnknown on BasisNone.
//
// An answer can hold more: [Error].Kind takes a Denial into account, Classify cannot.
func Classify(code Code, message, ec string) (Kind, Basis) {
	p := place(string(code), message)
	p.ec = findEC(strings.TrimSpace(ec))
	return classify(&p, &answer{})
}

// classify asks the evidence in order; p is what code, message and EC of the answer say. Messages
// mislead (a RAM policy's Deny calls itself a bucket policy's) and ECs may change, so that each is
// believed only as far as the other fields go with it.
func classify(p *placed, a *answer) (Kind, Basis) {
	byEC := p.kindOfEC()
	if k, basis := byDenial(a, byEC, p.kind); k != "" {
		return k, basis
	}
	if byEC != "" {
		return byEC, BasisEC
	}
	if a.Broken && a.HasDenial && a.PolicyType == "" && a.NoPermissionType == "" {
		return KindUnknown, BasisNone // OSS was about to say which policy it was
	}
	// "Access denied by bucket policy." beside the name of a RAM policy is known to be wrong, and
	// a document that breaks off may have had more to say than "AccessDenied".
	if p.basis == BasisMessage && (p.kind == KindBucketPolicyDenied && isRAMPolicy(a.PolicyType) || p.kind == KindAccessDeniedUnspecified && a.Broken) {
		return KindUnknown, BasisNone
	}
	if p.kind != "" {
		return p.kind, p.basis
	}
	if a.text != nil && a.text.cut {
		if k := byBeginning(p.code, a.Message); k != "" {
			return k, BasisBeginning
		}
	}
	if p.known {
		if k := byCode(p.code, p.empty && !a.Broken); k != "" {
			return k, BasisCode
		}
	}
	return KindUnknown, BasisNone
}

// byDenial reads AccessDeniedDetail. ec is the kind that the EC decides for: that both policies
// deny is the one thing it knows better. message is the kind that the message means.
func byDenial(a *answer, ec, message Kind) (Kind, Basis) {
	switch {
	case a.PolicyType == "ControlPolicy":
		return KindControlPolicyDenied, BasisDetail
	case a.PolicyType == "SessionPolicy":
		return KindSessionPolicyDenied, BasisDetail
	case a.PolicyType == "AssumeRolePolicy":
		return KindAssumeRolePolicyDenied, BasisDetail
	case isRAMPolicy(a.PolicyType):
		switch {
		case ec == KindBucketAndRAMPolicyDeny:
			return ec, BasisEC
		case a.NoPermissionType == "ExplicitDeny":
			return KindRAMPolicyExplicitDeny, BasisDetail
		case a.NoPermissionType == "ImplicitDeny", a.NoPermissionType == "" && message == KindBucketACLDenied:
			return KindRAMPolicyImplicitDeny, BasisDetail
		}
	case a.PolicyType == "" && a.NoPermissionType == "ImplicitDeny" && message == KindBucketACLDenied && ec == "":
		return KindRAMPolicyImplicitDeny, BasisDetail // what is left of a denial
	}
	return "", BasisNone
}

func isRAMPolicy(policyType string) bool {
	return policyType == "AccountLevelIdentityBasedPolicy" || policyType == "ResourceGroupLevelIdentityBasedPolicy"
}

// isPolicyType says whether OSS documents this type of policy.
func isPolicyType(s string) bool {
	return isRAMPolicy(s) || s == "ControlPolicy" || s == "SessionPolicy" || s == "AssumeRolePolicy"
}

// kindOfEC returns the kind that the EC decides for under this code, "" if it decides nothing.
func (p *placed) kindOfEC() Kind {
	if p.ec == nil || p.ec.code != "" && p.code != "" && p.ec.code != p.code {
		return ""
	}
	return p.ec.kind
}

// placed is what the catalog says of a code and a message.
type placed struct {
	code  Code // in OSS's spelling, if it is known
	known bool // code is in the catalog
	empty bool // there is no message
	exact bool // the message is the catalog's to the letter, but for final full stops
	kind  Kind // what the message means under the code; "" if the catalog does not have it
	basis Basis
	ec    *ecFacts // nil: not in the catalog; place leaves it out
}

// place finds a code and a message in the catalog. Without a code a message decides if it means
// the same under each of its codes.
func place(code, message string) placed {
	p := placed{basis: BasisNone}
	p.code, p.known = knownCode(strings.TrimSpace(code))
	message = trimStops(message)
	for i := pairsOfLength(len(message)); i != nil; i = i.next {
		if i.code == p.code && message == i.plain {
			p.exact, p.kind, p.basis = true, i.kind, BasisMessage
			return p
		}
	}
	p.placeLoose(message)
	return p
}

func placeAnswer(a *answer) placed {
	p := place(a.Code, a.Message)
	p.ec = findEC(a.EC)
	return p
}

// placeLoose places a message that OSS, or whoever handed it on, spells in another way.
func (p *placed) placeLoose(message string) {
	var buf [512]byte
	m := normalize(buf[:0], message)
	if p.empty = len(m) == 0; p.empty {
		return
	}
	if p.kind = byMessage(p.code, m); p.kind != "" {
		p.basis = BasisMessage
	} else if p.kind = byTemplate(p.code, m); p.kind != "" {
		p.basis = BasisTemplate
	}
}

// byMessage finds the pair of code and normalized message.
func byMessage(code Code, message []byte) (kind Kind) {
	for i := pairsOfLength(len(message)); i != nil; i = i.next {
		if i.folded != string(message) || code != "" && code != i.code {
			continue
		}
		if code != "" {
			return i.kind
		}
		if kind != "" && kind != i.kind {
			return ""
		}
		kind = i.kind
	}
	return kind
}

// indexedPair is a pair as it is looked for.
type indexedPair struct {
	*pair
	plain  string // the message without final full stops
	folded string // the same, normalized
	next   *indexedPair
}

// index is the catalog as it is looked up. It is made when the first 403 is met: a program that never
// sees one pays nothing.
var index struct {
	sync.Once
	codes     [48][]Code              // by length, which hardly two share
	all       [len(pairs)]indexedPair // the room of pairs
	pairs     [256]*indexedPair       // by the length of the message
	templates [len(templates)]indexedTemplate
	begins    map[[2]byte][]*pair // both, by the first two letters of the message in lower case
	ecs       [128][]*ecFacts     // by their last digits
}

func pairsOfLength(n int) *indexedPair {
	index.Do(makeIndex)
	if n >= len(index.pairs) {
		return nil
	}
	return index.pairs[n]
}

// pairsBeginning returns those whose messages begin as s does: with two letters.
func pairsBeginning(s string) []*pair {
	index.Do(makeIndex)
	if len(s) < 2 {
		return nil
	}
	return index.begins[[2]byte{chars.Lower(s[0]), chars.Lower(s[1])}]
}

func makeIndex() {
	for i := range codes {
		n := len(codes[i])
		index.codes[n] = append(index.codes[n], codes[i])
	}
	for i := range ecs {
		list := &index.ecs[hashEC(ecs[i].ec)]
		*list = append(*list, &ecs[i])
	}
	index.begins = map[[2]byte][]*pair{}
	for _, list := range [...][]pair{pairs[:], templates[:]} {
		for i := range list {
			if m := list[i].message; m != "" {
				two := [2]byte{chars.Lower(m[0]), chars.Lower(m[1])}
				index.begins[two] = append(index.begins[two], &list[i])
			}
		}
	}
	for i := range templates {
		before, name, after := cutTemplate(templates[i].message)
		index.templates[i] = indexedTemplate{&templates[i], normalText(before), name, normalText(trimStops(after))}
	}
	for i := range pairs {
		p, at := &pairs[i], &index.all[i]
		if p.message == "" {
			continue
		}
		plain := trimStops(p.message)
		var folded [len(index.pairs)]byte
		list := &index.pairs[len(plain)]
		*at = indexedPair{p, plain, string(normalize(folded[:0], plain)), *list}
		*list = at
	}
}

// byTemplate finds the template that a normalized message fits.
func byTemplate(code Code, message []byte) Kind {
	index.Do(makeIndex)
	for i := range index.templates {
		if t := &index.templates[i]; (code == "" || t.code == code) && t.fits(message) {
			return t.kind
		}
	}
	return ""
}

// byCode decides where all messages of the code mean one thing. AccessDenied means nothing in
// particular, but without a message that is just what it says.
func byCode(code Code, noMessage bool) Kind {
	var kind Kind
	same := true
	for _, list := range [...][]pair{pairs[:], templates[:]} {
		for i := range list {
			if p := &list[i]; p.code == code {
				same = same && (kind == "" || kind == p.kind)
				kind = p.kind
			}
		}
	}
	if same && kind != "" {
		return kind
	}
	if noMessage && code == CodeAccessDenied {
		return KindAccessDeniedUnspecified
	}
	return ""
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
			r = rune(chars.Lower(byte(r)))
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

func normalByte(c byte) byte {
	if c == '"' || c == '`' {
		return '\''
	}
	return chars.Lower(c)
}

// indexedTemplate is a template as it is looked for, normalized.
type indexedTemplate struct {
	*pair
	before, name, after string
}

// fits says whether a normalized message is the template with something in the place of its braces.
func (t *indexedTemplate) fits(message []byte) bool {
	rest := len(message) - len(t.before) - len(t.after)
	if rest < 1 || string(message[:len(t.before)]) != t.before || string(message[len(message)-len(t.after):]) != t.after {
		return false
	}
	// "You are forbidden to do this" names no action. The catalog's own text has to match itself.
	value := message[len(t.before) : len(t.before)+rest]
	return t.name != "action" || form.IsAction(value) || string(value) == "{action}"
}

// normalText is normalize for a part of a template, whose blanks at its ends count.
func normalText(s string) string {
	b := []byte(s)
	for i := range b {
		b[i] = normalByte(b[i])
	}
	return string(b)
}

func cutTemplate(template string) (before, name, after string) {
	before, rest, _ := strings.Cut(template, "{")
	name, after, _ = strings.Cut(rest, "}")
	return before, name, after
}

// byBeginning returns the kind that all messages of the code mean which begin so, "" if they mean
// several.
func byBeginning(code Code, message string) Kind {
	var kind Kind
	for _, p := range pairsBeginning(message) {
		before, _, _ := cutTemplate(p.message)
		if code != "" && p.code != code || commonWords(message, before) < len(trimStops(message)) {
			continue
		}
		if kind != "" && kind != p.kind {
			return ""
		}
		kind = p.kind
	}
	return kind
}
