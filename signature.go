package oss403

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
)

// signingResult is what the account of a signature that did not match proves, and what the request
// makes likely. Its values are masked.
type signingResult struct {
	parts    []signedPart // what OSS signed
	change   *difference  // proof: a part that was changed on the way
	equal    bool         // proof: nothing was changed
	recoded  recoding     // what was done to the path, if that is the change
	suspects []difference // what most often is signed another way, the likeliest first
}

// compareSigning compares what OSS signed with the request as it was sent, if that is known.
func (a *answer) compareSigning(shown func(string) string) *signingResult {
	account := signedByServer(&a.errorDocument)
	_, parts := account.parts()
	r := &signingResult{parts: parts}
	if a.sent != nil {
		if d, found, complete := compare(*a.sent, account); found {
			r.change, r.recoded = &d, recoded(d, a.sent.escapedPath)
		} else {
			r.equal = complete
			r.suspects = suspects(*a.sent, account)
		}
	}
	if a.sent == nil {
		r.suspects = account.suspects(a.hostID)
	}
	if len(r.parts) == 0 && r.change == nil && !r.equal && len(r.suspects) == 0 {
		return nil
	}
	for i := range r.parts {
		r.parts[i] = maskPart(r.parts[i], shown)
	}
	mask := func(d *difference) {
		d.client = maskPart(signedPart{d.part, d.client}, shown).value
		d.server = maskPart(signedPart{d.part, d.server}, shown).value
		d.part = shown(d.part)
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
func maskPart(p signedPart, shown func(string) string) signedPart {
	what := secretName(p.name)
	switch {
	case p.name == partAccessKeyID:
		p.value = maskID(p.value)
	case what == maskKeyID:
		id, scope, ok := strings.Cut(p.value, "/")
		p.value = maskID(id)
		if ok {
			p.value += "/" + shown(scope)
		}
	case what != maskNothing && p.value != "":
		p.value = hidden
	default:
		p.value = shown(p.value)
	}
	p.name = shown(p.name)
	return p
}

// suspect returns the first suspicion of these kinds.
func (r *signingResult) suspect(kinds ...differenceKind) *difference {
	if r == nil {
		return nil
	}
	for i := range r.suspects {
		if slices.Contains(kinds, r.suspects[i].kind) {
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

// signsAgain says whether something between the client and OSS signs the request by itself.
func (d *difference) signsAgain() bool {
	return d.kind == schemeChanged || d.kind == accessKeyChanged
}

// part names a part in a sentence.
func (lang Lang) part(d *difference) string {
	switch d.kind {
	case headerAdded, headerLost, headerChanged, headerUnusual, headerSent:
		return lang.say("the header %s", shorten(d.part))
	case queryAdded, queryLost, queryChanged, queryRepeated, queryUnusual:
		return lang.say("the query parameter %s", shorten(d.part))
	}
	if lang == Chinese {
		return lang.say(shorten(d.part))
	}
	return "the " + strings.ToLower(shorten(d.part))
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
	case r.change != nil && r.change.signsAgain():
		list = append(list, Finding{lang.say(shorten(r.change.part)), lang.orNone(r.change.server), lang.orNone(r.change.client), lang.say("OSS got the one, and the other was sent: something in between signs the request again.")})
	case r.change != nil:
		list = append(list, Finding{lang.say(shorten(r.change.part)), lang.orNone(r.change.server), lang.orNone(r.change.client), lang.say("OSS signed the one, and the other was sent: it was changed on the way.")})
	case r.secretIsWrong():
		list = append(list, Finding{"StringToSign", lang.say("equal"), "", lang.say("All that OSS signed is what was sent, so nothing was changed on the way. Most often the secret is not the one of this AccessKey ID.")})
	case r.equal:
		list = append(list, Finding{"StringToSign", lang.say("equal"), "", lang.say("All that OSS signed is what was sent, so nothing was changed on the way: the client signed something else, or with another secret.")})
	}
	for i := range r.suspects {
		d := &r.suspects[i]
		want := named("", d.server)
		if slices.Contains([]differenceKind{keyPlus, keySpace, keyPercent, keyHash, schemeS3}, d.kind) {
			want = "" // an escape that may be right already
		}
		list = append(list, Finding{lang.say(shorten(d.part)), lang.orNone(d.client), want, lang.say(d.kind.meaning())})
	}
	if r.change == nil && !r.equal {
		for _, p := range r.parts {
			list = append(list, Finding{lang.say(shorten(p.name)), lang.orNone(p.value), "", lang.say("OSS signed this; compare it with what your client signed.")})
		}
	}
	return list
}

// meaning says why a suspicion is one.
func (k differenceKind) meaning() string {
	switch k {
	case escapedAmpersand:
		return "The URL was copied out of HTML or JSON, so that OSS does not see this parameter."
	case scopeDate:
		return "The day of the V4 scope has to be that of the request's date."
	case scopeRegion:
		return "The region of the V4 scope has to be that of the host."
	case scopeProduct:
		return "The product of the V4 scope has to be this one."
	case contentTypeSent:
		return "A signed URL is most often signed without a Content-Type, and then has to be sent without one."
	case contentTypeAbsent:
		return "An upload to a signed URL needs the Content-Type that the URL was signed with, if it was."
	case headerSent:
		return "A signed URL is most often signed without this header, and then has to be sent without it."
	case headerUnusual:
		return "Blanks at the ends and characters outside of ASCII easily change between signing and sending."
	case headRequest:
		return "A signed URL is good for one method, and most are signed for GET or PUT."
	case keyBucket:
		return "The object key begins with the bucket, which the host names already."
	case keySlash:
		return "The object key begins with a slash or has two in a row, which clients and proxies treat differently."
	case keyPlus, keySpace, keyPercent, keyHash:
		return "The object key has a character that is easily escaped twice or not at all."
	case queryRepeated:
		return "The parameter is there more than once, and signers keep one value."
	case queryAppended:
		return "OSS signs this parameter; appended to a URL that is signed already, it breaks the signature."
	case queryUnusual:
		return "OSS signs this parameter, and older clients may not."
	case schemeS3:
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
func recoded(d difference, escapedPath string) recoding {
	sent, got := d.client, d.server
	switch decoded := func(s string) string { p, _ := url.PathUnescape(s); return p }; {
	case d.part != partPath || sent == "" || got == "":
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
