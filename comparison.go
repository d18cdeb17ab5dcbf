package oss403

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/request"
	"github.com/oss403/oss403/internal/signing"
)

// comparison is what comes out when what OSS echoes of a signature that did not match is compared with the
// request: what is proved, and what is likely. Its values are masked.
type comparison struct {
	parts    []signing.SignedPart // what OSS calculated the signature over
	change   *signing.Difference  // proof: a part that was changed on the way
	equal    bool                 // proof: nothing was changed
	damage   damage               // what was done to the signature itself
	missing  string               // a header that the signature names and the request does not carry
	suspects []signing.Difference // what most often is signed another way, the likeliest first
}

// compare compares what OSS signed with the request as it was sent, if that is known.
func compare(a *answer, mask func(string) string) *comparison {
	echo := signing.EchoOf(&a.Error)
	_, parts := echo.Parts()
	r := &comparison{parts: parts, damage: damageOf(a)}
	if q := a.request; q == nil || q.NoHeaders {
		r.suspects = echo.Suspects(a.HostID)
	} else if d, found, complete := signing.Compare(q, echo); found {
		r.change = &d
	} else {
		r.equal = complete
		r.suspects = signing.Suspects(q, echo)
		r.missing = mask(signedHeaderMissing(q))
	}
	if len(r.parts) == 0 && r.change == nil && !r.equal && r.damage == undamaged && r.missing == "" && len(r.suspects) == 0 {
		return nil
	}
	for i := range r.parts {
		r.parts[i] = maskPart(r.parts[i], mask)
	}
	if r.change != nil {
		*r.change = maskDifference(*r.change, mask)
	}
	for i := range r.suspects {
		r.suspects[i] = maskDifference(r.suspects[i], mask)
	}
	return r
}

func maskDifference(d signing.Difference, mask func(string) string) signing.Difference {
	value := func(v string) string { return maskPart(signing.SignedPart{Name: d.Part, Value: v}, mask).Value }
	return signing.Difference{Part: mask(d.Part), Client: value(d.Client), Server: value(d.Server), Kind: d.Kind}
}

// maskPart hides the value of a part that is secret by its name or by its looks.
func maskPart(p signing.SignedPart, mask func(string) string) signing.SignedPart {
	what := gate.KindOf(p.Name)
	switch {
	case what == gate.KeyID:
		id, scope, ok := strings.Cut(p.Value, "/")
		p.Value = gate.ID(id)
		if ok {
			p.Value += "/" + mask(scope)
		}
	case what != gate.NotSecret && p.Value != "":
		p.Value = gate.Hidden
	default:
		p.Value = mask(p.Value)
	}
	p.Name = mask(p.Name)
	return p
}

// suspect returns the first suspicion of these kinds.
func (r *comparison) suspect(kinds ...signing.DifferenceKind) *signing.Difference {
	if r == nil {
		return nil
	}
	for i := range r.suspects {
		if slices.Contains(kinds, r.suspects[i].Kind) {
			return &r.suspects[i]
		}
	}
	return nil
}

// isChanged says whether a part was changed on the way, by something that does not sign by itself.
func (r *comparison) isChanged() bool {
	return r != nil && r.change != nil && !r.change.SignsAgain()
}

// isChangedAs says whether the path was changed in this way.
func (r *comparison) isChangedAs(kind signing.DifferenceKind) bool {
	return r.isChanged() && r.change.Kind == kind
}

func (r *comparison) isDamaged(how damage) bool { return r != nil && r.damage == how }

// damage is what was done to the signature itself, between signer and OSS.
type damage int

const (
	undamaged       damage = iota
	damagePlus             // a + became a space
	damageLineBreak        // a line break got into it
	damageTwice            // percent-encoded twice
	damageEscaped          // escapes of HTML or JSON
	damageCut              // cut short
)

// damageOf reads the signature as it was sent, in a URL, and as OSS echoes it.
func damageOf(a *answer) damage {
	raw := rawSignature(a.request) // as it stands in the URL
	echo := strings.TrimSpace(a.SignatureProvided)
	for _, s := range [...]string{raw, echo} {
		if i := damageIn(s); i != undamaged {
			return i
		}
	}
	if strings.Contains(raw, "+") || strings.Contains(echo, " ") && isBase64(strings.ReplaceAll(echo, " ", "+")) {
		return damagePlus
	}
	sent := cmp.Or(echo, chars.Unescape(raw))
	whole := signing.Length(signing.SchemeOfAnswer(&a.Error))
	if sent != "" && len(sent) < whole && (whole == signing.Length("V4") && chars.IsHexString(sent) || whole != signing.Length("V4") && isBase64(sent) && sent[len(sent)-1] != '=') {
		return damageCut
	}
	return undamaged
}

func damageIn(s string) damage {
	switch folded := strings.ToLower(s); {
	case folded == "":
	case strings.ContainsAny(s, "\r\n"), strings.Contains(folded, "%0a"), strings.Contains(folded, "%0d"):
		return damageLineBreak
	case strings.Contains(folded, `\u00`), strings.Contains(folded, "&#"), strings.Contains(folded, "&amp;"), strings.Contains(folded, "%5cu00"), strings.Contains(folded, "%26%23"):
		return damageEscaped
	case strings.Contains(folded, "%25"):
		return damageTwice
	}
	return undamaged
}

func isBase64(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '+', c == '/', c == '=':
		default:
			return false
		}
	}
	return s != ""
}

// rawSignature returns the signature of a signed URL as it was sent, "" if the request has none there.
func rawSignature(r *request.Request) string {
	if r == nil || r.Signature.In != request.InQuery {
		return ""
	}
	return request.RawValue(r.RawQuery, request.SignatureParameters...)
}

// signedHeaderMissing returns a header that the signature names and the request does not carry, ""
// if there is none.
func signedHeaderMissing(r *request.Request) string {
	for _, name := range r.Signature.Headers {
		switch name {
		case "", "host", "content-length", "user-agent":
			continue // which Go keeps elsewhere, or adds by itself
		}
		if _, ok := r.Header[http.CanonicalHeaderKey(name)]; !ok {
			return name
		}
	}
	return ""
}

// signatureSent returns the signature that a request carries.
func signatureSent(r *request.Request) string {
	if r == nil {
		return ""
	}
	return r.Signature.Value
}
