package oss403

import (
	"net/http"
	"slices"

	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/request"
	"github.com/oss403/oss403/internal/signing"
)

var signatureRows = []row{
	{
		reason: ReasonPlusAsSpace, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool { return v.ev.compared.isDamaged(damagePlus) },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV1, topicSignFAQ}, act: actBucket, finds: damageFinding,
	},
	{
		reason: ReasonSignatureHasLineBreak, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool { return v.ev.compared.isDamaged(damageLineBreak) },
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket, finds: damageFinding,
	},
	{
		reason: ReasonSignatureEncodedTwice, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool { return v.ev.compared.isDamaged(damageTwice) },
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket, finds: damageFinding,
	},
	{
		reason: ReasonSignatureEscaped, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool { return v.ev.compared.isDamaged(damageEscaped) },
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket, finds: damageFinding,
	},
	{
		reason: ReasonSignatureCut, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool { return v.ev.compared.isDamaged(damageCut) },
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket, finds: damageFinding,
	},
	{
		reason: ReasonSignedAgain, kinds: []Kind{KindSignatureMismatch, KindAccessKeyNotFound, KindAccessKeyMalformed},
		holds: func(v view) bool {
			return v.ev.key == keyOther || v.ev.compared != nil && v.ev.compared.change != nil && v.ev.compared.change.SignsAgain()
		},
		retry: RetryNever, actor: ActorCaller, act: actHost,
		finds: func(v view, f *findings) {
			if v.ev.key == keyOther && !v.is(KindSignatureMismatch) {
				f.add("OSSAccessKeyId", v.AccessKeyID, keySent(v.r), keyOther.meaning())
				return
			}
			changeFinding(v, f, "OSS got this, and the client sent the other: something in between signs the request again.")
		},
	},
	{
		reason: ReasonObjectPlusAsSpace, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool { return v.ev.compared.isChangedAs(signing.PathPlusAsSpace) },
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket,
		finds: func(v view, f *findings) {
			changeFinding(v, f, "OSS calculated over this, and the client sent the other: a + that is not escaped arrives as a space.")
		},
	},
	{
		reason: ReasonPathEncodedTwice, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool { return v.ev.compared.isChangedAs(signing.PathEncodedTwice) },
		retry: RetryNever, actor: ActorCaller, act: actHost, finds: onTheWayFinding,
	},
	{
		reason: ReasonPathDecoded, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool { return v.ev.compared.isChangedAs(signing.PathDecoded) },
		retry: RetryNever, actor: ActorCaller, act: actHost, finds: onTheWayFinding,
	},
	{
		reason: ReasonChangedOnTheWay, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool { return v.ev.compared.isChanged() },
		retry: RetryNever, actor: ActorCaller, act: actHost, finds: onTheWayFinding,
	},
	{
		reason: ReasonSignedHeaderMissing, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool { return v.ev.compared != nil && v.ev.compared.missing != "" },
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket,
		finds: func(v view, f *findings) {
			f.add(v.ev.compared.missing, f.lang.say("absent"), "", "The signature names this header, and the request does not carry it.")
		},
	},
	{
		reason: ReasonScopeDate, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool { return v.ev.compared.suspect(signing.ScopeDate) != nil },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicSignV4, topicSignFAQ}, act: actBucket, finds: scopeDateFinding,
	},
	{
		reason: ReasonScopeRegion, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool { return v.ev.compared.suspect(signing.ScopeRegion) != nil },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicSignV4, topicRegions}, act: actBucket, finds: scopeRegionFinding,
	},
	{
		reason: ReasonScopeProduct, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool { return v.ev.compared.suspect(signing.ScopeProduct) != nil },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicSignV4, topicSignFAQ}, act: actBucket, finds: scopeProductFinding,
	},
	{
		reason: ReasonPresignedWithProcess, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool { return v.ev.compared.suspect(signing.QueryAppended) != nil },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV1, topicSignFAQ}, act: actBucket, andKind: true, finds: nothing,
	},
	{
		reason: ReasonPresignedWithContentType, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool { return v.ev.compared.suspect(signing.ContentTypeSent) != nil },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV1, topicSignFAQ}, act: actBucket, andKind: true, finds: nothing,
	},
	{
		reason: ReasonPresignedWithHeader, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool { return v.ev.compared.suspect(signing.HeaderSent) != nil },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV1, topicSignFAQ}, act: actBucket, andKind: true, finds: nothing,
	},
	{
		reason: ReasonPresignedWithOtherMethod, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool {
			d := v.ev.compared.suspect(signing.HeadRequest)
			return d != nil && d.Client == http.MethodHead || v.r != nil && v.r.Signature.In == request.InQuery && v.r.Method == http.MethodHead
		},
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV1, topicSignFAQ}, act: actBucket, andKind: true, finds: nothing,
	},
	{
		reason: ReasonFormSignature, kinds: []Kind{KindSignatureMismatch},
		holds: func(v view) bool {
			return signing.RefusalOf(v.EC) == signing.FormMismatch || v.Code == CodeAccessDenied
		},
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPostObject, topicPostObjectErrors}, act: actKey, finds: nothing,
	},
	{
		reason: ReasonNothingChanged, kinds: []Kind{KindSignatureMismatch},
		// What reached OSS is what was sent, and so is the signature, as far as that can be seen.
		holds: func(v view) bool {
			return v.ev.compared != nil && v.ev.compared.equal && v.ev.compared.damage == undamaged
		},
		retry: RetryAfterSigning, actor: ActorCaller, act: actKey, finds: equalFinding,
	},
	{kinds: []Kind{KindSignatureMismatch}, act: actKey, finds: nothing},
}

// sayChange says something of the part that was changed on the way, if it is a change of these kinds; without
// kinds, any change.
func (v view) sayChange(say func(*signing.Difference) string, kinds ...signing.DifferenceKind) (string, bool) {
	if !v.ev.compared.isChanged() || len(kinds) > 0 && !slices.Contains(kinds, v.ev.compared.change.Kind) {
		return "", false
	}
	return say(v.ev.compared.change), true
}

// saySuspect says something of a suspicion.
func (v view) saySuspect(say func(*signing.Difference) string, kinds ...signing.DifferenceKind) (string, bool) {
	d := v.ev.compared.suspect(kinds...)
	if d == nil {
		return "", false
	}
	return say(d), true
}

func (lang Lang) clientValue(d *signing.Difference) string { return lang.orNone(d.Client) }

// sentValue says what was sent of a part that differs. A parameter without a value is there all the
// same.
func (lang Lang) sentValue(d *signing.Difference) string {
	if d.Client == "" && (d.Kind == signing.QueryLost || d.Kind == signing.HeaderLost || d.Kind == signing.QueryChanged) {
		return lang.say("present without a value")
	}
	return lang.orNone(d.Client)
}

// gotValue says what OSS got of a part that differs.
func (lang Lang) gotValue(d *signing.Difference) string {
	if d.Server == "" && (d.Kind == signing.QueryAdded || d.Kind == signing.HeaderAdded || d.Kind == signing.QueryChanged) {
		return lang.say("present without a value")
	}
	return lang.orNone(d.Server)
}

// part names a part in a sentence.
func (lang Lang) part(d *signing.Difference) string {
	switch d.Kind {
	case signing.HeaderAdded, signing.HeaderLost, signing.HeaderChanged, signing.HeaderUnusual, signing.HeaderSent:
		return lang.say("the header %s", shorten(d.Part))
	case signing.QueryAdded, signing.QueryLost, signing.QueryChanged, signing.QueryRepeated, signing.QueryUnusual:
		return lang.say("the query parameter %s", shorten(d.Part))
	}
	return lang.words().part(lang.say(phrase(shorten(d.Part))))
}

func changeFinding(v view, f *findings, meaning phrase) {
	d := v.ev.compared.change
	if d == nil {
		return
	}
	name, got, sent := f.lang.say(phrase(shorten(d.Part))), f.lang.gotValue(d), f.lang.sentValue(d)
	if d.Client == d.Server && d.Client != "" { // both are masked
		got, sent = f.lang.say("another value (masked)"), ""
	}
	f.add(name, got, sent, meaning)
}

func onTheWayFinding(v view, f *findings) {
	changeFinding(v, f, "OSS calculated over this, and the client sent the other: it was changed on the way.")
}

func equalFinding(v view, f *findings) {
	f.add("StringToSign", f.lang.say("equal"), "", "What OSS calculated over is what was sent, so nothing was changed on the way: "+
		"the secret is another one, or the client signed another text than it sent.")
}

// signatureFindings are shown behind all others: what looks as if it had been signed another way, then
// what OSS calculated over, for the reader to compare.
func signatureFindings(v view, f *findings) {
	r := v.ev.compared
	if r == nil || r.change != nil || r.damage != undamaged {
		return
	}
	for i := range r.suspects {
		f.suspicion(&r.suspects[i])
	}
	if r.equal || len(r.parts) == 0 {
		return
	}
	for i, p := range r.parts {
		finding := Finding{Field: f.lang.say(phrase(shorten(p.Name))), Got: f.lang.orNone(p.Value)}
		if i == len(r.parts)-1 {
			finding.Meaning = f.lang.say("This is what OSS calculated the signature over; compare it with what your client signed.")
		}
		f.list = append(f.list, finding)
	}
}

func scopeDateFinding(v view, f *findings)   { f.suspicion(v.ev.compared.suspect(signing.ScopeDate)) }
func scopeRegionFinding(v view, f *findings) { f.suspicion(v.ev.compared.suspect(signing.ScopeRegion)) }
func scopeProductFinding(v view, f *findings) {
	f.suspicion(v.ev.compared.suspect(signing.ScopeProduct))
}

// suspicionMeaning says why a suspicion is one.
func suspicionMeaning(k signing.DifferenceKind) phrase {
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
		return "Spaces at the ends and characters outside ASCII easily change between signing and sending."
	case signing.HeadRequest:
		return "A signed URL is good for one method, and most are signed for GET or PUT."
	case signing.KeyBucket:
		return "The object key begins with the name of the bucket, which the host holds already. That is legal, but sometimes not intended."
	case signing.KeySlash:
		return "The object key begins with a slash or has two in a row. That is legal, and some clients and proxies treat it differently."
	case signing.KeyPlus, signing.KeySpace, signing.KeyPercent, signing.KeyHash:
		return "The object key has a character that is easily escaped twice or not at all."
	case signing.QueryRepeated:
		return "The parameter appears more than once, and signers keep one value."
	case signing.QueryAppended:
		return "OSS signs this parameter; appended to a URL that is signed already, it breaks the signature."
	case signing.QueryUnusual:
		return "OSS signs this parameter, and older clients may not."
	case signing.SchemeS3:
		return "An S3 client signed. OSS accepts this if path style is off and the endpoint is right."
	}
	return "This may have been signed another way."
}

// signedInHeader says whether the request is known to be signed in the Authorization header: by itself, or by
// what OSS signed, which has a date in V1 where a signed URL has its expiry.
func signedInHeader(v view) bool {
	if v.r != nil && v.r.Signature.In != request.Unsigned {
		return v.r.Signature.In == request.InHeader
	}
	if v.r != nil || v.ev.compared == nil || v.Signature == nil || v.Signature.Scheme != "V1" {
		return false
	}
	return slices.ContainsFunc(v.ev.compared.parts, func(p signing.SignedPart) bool { return p.Name == "Date" && p.Value != "" })
}

func damageFinding(v view, f *findings) {
	meaning := phrase("")
	switch v.ev.compared.damage {
	case damagePlus:
		meaning = "The signature has a space where it has to have a +: in a URL a + that is not escaped stands for a space."
	case damageLineBreak:
		meaning = "The signature has a line break in it."
	case damageTwice:
		meaning = "The signature is percent-encoded twice, so that OSS reads an escape as part of it."
	case damageEscaped:
		meaning = "The signature has escapes of HTML or JSON in it."
	case damageCut:
		meaning = "The signature is shorter than any of this scheme."
	}
	f.add("Signature", gate.Hidden, "", meaning)
}

func (f *findings) suspicion(d *signing.Difference) {
	if d == nil {
		return
	}
	want := named("", d.Server)
	switch d.Kind {
	case signing.KeyPlus, signing.KeySpace, signing.KeyPercent, signing.KeyHash, signing.SchemeS3, signing.KeyBucket, signing.KeySlash, signing.HeadRequest:
		want = "" // what may be right already
	}
	f.add(f.lang.say(phrase(shorten(d.Part))), f.lang.orNone(d.Client), want, suspicionMeaning(d.Kind))
}
