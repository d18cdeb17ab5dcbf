package oss403

import (
	"strings"
)

// Classify says which kind an answer with this code, message and EC is, and which of the three decided. Any
// of them may be empty. Messages are compared without regard to case, runs of white space, the kind of quotes
// and apostrophes, and final full stops. For what the catalog does not hold it returns KindUnknown and
// BasisNone.
//
// An answer can hold more: [Error].Kind takes a Denial into account, Classify cannot.
func Classify(code Code, message, ec string) (Kind, Basis) {
	p := matchCatalog(string(code), message)
	p.ec = findEC(strings.TrimSpace(ec))
	return classify(&p, &answer{})
}

// classify asks the evidence in order; p is what code, message and EC of the answer say. Messages
// mislead (a RAM policy's Deny calls itself a bucket policy's) and ECs may change, so that each is
// believed only as far as the other fields go with it.
func classify(p *match, a *answer) (Kind, Basis) {
	byEC := p.kindOfEC()
	if k, basis := byDenial(a, byEC, p.kind); k != "" {
		return k, basis
	}
	if byEC != "" {
		return byEC, BasisEC
	}
	if a.Broken && a.HasDenial && (a.text == nil || a.PolicyType == "" && a.NoPermissionType == "") {
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
		if k, _ := byBeginning(p.code, a.Message); k != "" {
			return k, BasisBeginning
		}
	}
	if p.codeKnown {
		if k := byCode(p.code, p.noMessage && !a.Broken); k != "" {
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
		case ec == KindBucketAndRAMPolicyDeny && detailOfEC(a.EC) != denyInEitherPolicy:
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
func (p *match) kindOfEC() Kind {
	if p.ec == nil || p.ec.code != "" && p.code != "" && p.ec.code != p.code {
		return ""
	}
	return p.ec.kind
}

// match is what the catalog says of a code and a message.
type match struct {
	code      Code // in OSS's spelling, if it is known
	codeKnown bool // code is in the catalog
	noMessage bool // there is no message
	exact     bool // the message is the catalog's to the letter, but for final full stops
	kind      Kind // what the message means under the code; "" if the catalog does not have it
	basis     Basis
	ec        *ecFacts // nil: not in the catalog; matchCatalog leaves it out
}

// matchCatalog finds a code and a message in the catalog. Without a code a message decides if it means
// the same under each of its codes.
func matchCatalog(code, message string) match {
	p := match{basis: BasisNone}
	p.code, p.codeKnown = knownCode(strings.TrimSpace(code))
	message = trimStops(message)
	for i := pairsOfLength(len(message)); i != nil; i = i.next {
		if i.code == p.code && message == i.plain {
			p.exact, p.kind, p.basis = true, i.kind, BasisMessage
			return p
		}
	}
	p.matchLoosely(message)
	return p
}

func matchAnswer(a *answer) match {
	p := matchCatalog(a.Code, a.Message)
	p.ec = findEC(a.EC)
	return p
}

// matchLoosely finds a message that OSS, or whoever handed it on, spells in another way.
func (p *match) matchLoosely(message string) {
	var buf [512]byte
	m := normalize(buf[:0], message)
	if p.noMessage = len(m) == 0; p.noMessage {
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

// byBeginning returns the kind that all messages of the code mean which begin so, "" if they mean
// several. shared: other stores send one of them too.
func byBeginning(code Code, message string) (kind Kind, shared bool) {
	for _, p := range pairsBeginning(message) {
		if code != "" && p.code != code || commonWords(message, p.before) < len(trimStops(message)) {
			continue
		}
		if kind != "" && kind != p.kind {
			return "", false
		}
		kind, shared = p.kind, shared || p.shared
	}
	return kind, shared
}

// ecWithItsCode says whether EC and code are a couple of the catalog. An EC alone proves nothing,
// and with its code no more than that nobody else is known to have answered: Volcengine TOS uses
// ECs of the same form.
func (p *match) ecWithItsCode() bool {
	return p.ec != nil && p.codeKnown && p.ec.code == p.code
}
