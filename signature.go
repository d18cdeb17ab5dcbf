package oss403

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/signing"
)

// signingResult is what the account of a signature that did not match proves, and what the request
// makes likely. Its values are masked.
type signingResult struct {
	parts    []signing.SignedPart // what OSS signed
	change   *signing.Difference  // proof: a part that was changed on the way
	equal    bool                 // proof: nothing was changed
	recoded  recoding             // what was done to the path, if that is the change
	suspects []signing.Difference // what most often is signed another way, the likeliest first
}

// compareSigning compares what OSS signed with the request as it was sent, if that is known.
func compareSigning(a *answer, shown func(string) string) *signingResult {
	account := signing.SignedByServer(&a.Error, schemeOfEC(a.EC))
	_, parts := account.Parts()
	r := &signingResult{parts: parts}
	if q := a.request; q == nil || q.NoHeaders {
		r.suspects = account.Suspects(a.HostID)
	} else if d, found, complete := signing.Compare(q, account); found {
		r.change, r.recoded = &d, recoded(d, q.EscapedPath)
	} else {
		r.equal = complete
		r.suspects = signing.Suspects(q, account)
	}
	if len(r.parts) == 0 && r.change == nil && !r.equal && len(r.suspects) == 0 {
		return nil
	}
	for i := range r.parts {
		r.parts[i] = maskPart(r.parts[i], shown)
	}
	mask := func(d *signing.Difference) {
		d.Client = maskPart(signing.SignedPart{Name: d.Part, Value: d.Client}, shown).Value
		d.Server = maskPart(signing.SignedPart{Name: d.Part, Value: d.Server}, shown).Value
		d.Part = shown(d.Part)
	}
	if r.change != nil {
		mask(r.change)
	}
	for i := range r.suspects {
		mask(&r.suspects[i])
	}
	return r
}

// maskPart hides the value of a part that is secret by its name or by its looks.
func maskPart(p signing.SignedPart, shown func(string) string) signing.SignedPart {
	what := gate.KindOf(p.Name)
	switch {
	case p.Name == signing.PartAccessKeyID:
		p.Value = gate.ID(p.Value)
	case what == gate.KeyID:
		id, scope, ok := strings.Cut(p.Value, "/")
		p.Value = gate.ID(id)
		if ok {
			p.Value += "/" + shown(scope)
		}
	case what != gate.NotSecret && p.Value != "":
		p.Value = gate.Hidden
	default:
		p.Value = shown(p.Value)
	}
	p.Name = shown(p.Name)
	return p
}

// suspect returns the first suspicion of these kinds.
func (r *signingResult) suspect(kinds ...signing.DifferenceKind) *signing.Difference {
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

// secretIsWrong says whether nothing but the secret is left: all that OSS signed is what was sent,
// and the request does not look as if something else had been signed.
func (r *signingResult) secretIsWrong() bool {
	return r != nil && r.equal && len(r.suspects) == 0
}

// isExplained says whether it is proven why a signature did not match.
func (r *signingResult) isExplained() bool {
	return r != nil && (r.change != nil || r.secretIsWrong())
}

// part names a part in a sentence.
func (lang Lang) part(d *signing.Difference) string {
	switch d.Kind {
	case signing.HeaderAdded, signing.HeaderLost, signing.HeaderChanged, signing.HeaderUnusual, signing.HeaderSent:
		return lang.say("the header %s", shorten(d.Part))
	case signing.QueryAdded, signing.QueryLost, signing.QueryChanged, signing.QueryRepeated, signing.QueryUnusual:
		return lang.say("the query parameter %s", shorten(d.Part))
	}
	if lang == Chinese {
		return lang.say(shorten(d.Part))
	}
	return "the " + strings.ToLower(shorten(d.Part))
}

// orNone quotes a value, or says that there was none.
func (lang Lang) orNone(value string) string { return cmp.Or(named("", value), lang.say("absent")) }

// findings lists what was compared.
func (r *signingResult) findings(lang Lang) []Finding {
	if r == nil {
		return nil
	}
	var list []Finding
	switch {
	case r.change != nil && r.change.SignsAgain():
		list = append(list, Finding{lang.say(shorten(r.change.Part)), lang.orNone(r.change.Server), lang.orNone(r.change.Client), lang.say("OSS got the one, and the other was sent: something in between signs the request again.")})
	case r.change != nil:
		list = append(list, Finding{lang.say(shorten(r.change.Part)), lang.orNone(r.change.Server), lang.orNone(r.change.Client), lang.say("OSS signed the one, and the other was sent: it was changed on the way.")})
	case r.secretIsWrong():
		list = append(list, Finding{"StringToSign", lang.say("equal"), "", lang.say("All that OSS signed is what was sent, so nothing was changed on the way. Most often the secret is not the one of this AccessKey ID.")})
	case r.equal:
		list = append(list, Finding{"StringToSign", lang.say("equal"), "", lang.say("All that OSS signed is what was sent, so nothing was changed on the way: the client signed something else, or with another secret.")})
	}
	for i := range r.suspects {
		d := &r.suspects[i]
		want := named("", d.Server)
		if slices.Contains([]signing.DifferenceKind{signing.KeyPlus, signing.KeySpace, signing.KeyPercent, signing.KeyHash, signing.SchemeS3}, d.Kind) {
			want = "" // an escape that may be right already
		}
		list = append(list, Finding{lang.say(shorten(d.Part)), lang.orNone(d.Client), want, lang.say(suspicionMeaning(d.Kind))})
	}
	if r.change == nil && !r.equal {
		for _, p := range r.parts {
			list = append(list, Finding{lang.say(shorten(p.Name)), lang.orNone(p.Value), "", lang.say("OSS signed this; compare it with what your client signed.")})
		}
	}
	return list
}

// suspicionMeaning says why a suspicion is one.
func suspicionMeaning(k signing.DifferenceKind) string {
	switch k {
	case signing.EscapedAmpersand:
		return "The URL was copied out of HTML or JSON, so that OSS does not see this parameter."
	case signing.ScopeDate:
		return "The day of the V4 scope has to be that of the request's date."
	case signing.ScopeRegion:
		return "The region of the V4 scope has to be that of the host."
	case signing.ScopeProduct:
		return "The product of the V4 scope has to be this one."
	case signing.ContentTypeSent:
		return "A signed URL is most often signed without a Content-Type, and then has to be sent without one."
	case signing.ContentTypeAbsent:
		return "An upload to a signed URL needs the Content-Type that the URL was signed with, if it was."
	case signing.HeaderSent:
		return "A signed URL is most often signed without this header, and then has to be sent without it."
	case signing.HeaderUnusual:
		return "Blanks at the ends and characters outside of ASCII easily change between signing and sending."
	case signing.HeadRequest:
		return "A signed URL is good for one method, and most are signed for GET or PUT."
	case signing.KeyBucket:
		return "The object key begins with the bucket, which the host names already."
	case signing.KeySlash:
		return "The object key begins with a slash or has two in a row, which clients and proxies treat differently."
	case signing.KeyPlus, signing.KeySpace, signing.KeyPercent, signing.KeyHash:
		return "The object key has a character that is easily escaped twice or not at all."
	case signing.QueryRepeated:
		return "The parameter is there more than once, and signers keep one value."
	case signing.QueryAppended:
		return "OSS signs this parameter; appended to a URL that is signed already, it breaks the signature."
	case signing.QueryUnusual:
		return "OSS signs this parameter, and older clients may not."
	case signing.SchemeS3:
		return "An S3 client signed; OSS takes this, if path style is off and the endpoint is right."
	}
	return "This may have been signed another way."
}

// recoding is a change of the path in its encoding only.
type recoding int

const (
	notRecoded recoding = iota
	plusAsBlank
	escapedTwice
	unescaped
)

// recoded says whether a change is one of the path, in its encoding only.
func recoded(d signing.Difference, escapedPath string) recoding {
	sent, got := d.Client, d.Server
	switch decoded := func(s string) string { p, _ := url.PathUnescape(s); return p }; {
	case d.Part != signing.PartPath || sent == "" || got == "":
	case strings.ReplaceAll(sent, "+", " ") == got && strings.Contains(escapedPath, "+"):
		return plusAsBlank
	case decoded(got) == sent:
		return escapedTwice
	case decoded(sent) == got:
		return unescaped
	}
	return notRecoded
}

// phrase says in words what was done to a path, "" for what is not in its percent-encoding.
func (r recoding) phrase() string {
	switch r {
	case escapedTwice:
		return "percent-encoded a second time"
	case unescaped:
		return "percent-decoded once more"
	}
	return ""
}
