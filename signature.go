package oss403

import (
	"cmp"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/request"
	"github.com/oss403/oss403/internal/signing"
)

// Reasons of a signature that does not match.
const (
	// ReasonPlusAsSpace: a + of the signature reached OSS as a space, because the URL carries it
	// unescaped.
	ReasonPlusAsSpace Reason = "PlusAsSpace"
	// ReasonSignatureHasLineBreak: the signature has a line break in it.
	ReasonSignatureHasLineBreak Reason = "SignatureHasLineBreak"
	// ReasonSignatureEncodedTwice: the signature is percent-encoded twice (%253D).
	ReasonSignatureEncodedTwice Reason = "SignatureEncodedTwice"
	// ReasonSignatureEscaped: the signature has escapes of HTML or JSON in it (&#43;, \u003d).
	ReasonSignatureEscaped Reason = "SignatureEscaped"
	// ReasonSignatureCut: the signature is shorter than any of its scheme.
	ReasonSignatureCut Reason = "SignatureCut"
	// ReasonSignedAgain: something between the client and OSS signs the request by itself: OSS saw another
	// scheme or another AccessKey ID than the request was signed with.
	ReasonSignedAgain Reason = "SignedAgain"
	// ReasonObjectPlusAsSpace: a + in the object's name was sent as it is, and OSS read a space.
	ReasonObjectPlusAsSpace Reason = "ObjectPlusAsSpace"
	// ReasonPathEncodedTwice: the path was percent-encoded a second time on the way.
	ReasonPathEncodedTwice Reason = "PathEncodedTwice"
	// ReasonPathDecoded: the path was percent-decoded once more on the way.
	ReasonPathDecoded Reason = "PathDecoded"
	// ReasonChangedOnTheWay: what OSS calculated the signature over is not what was sent.
	ReasonChangedOnTheWay Reason = "ChangedOnTheWay"
	// ReasonSignedHeaderMissing: the signature names a header, as Referer, which the request does not
	// carry.
	ReasonSignedHeaderMissing Reason = "SignedHeaderMissing"
	// ReasonScopeDate: the day in the scope of a V4 signature is not that of the request's time.
	ReasonScopeDate Reason = "ScopeDate"
	// ReasonScopeRegion: the region in the scope of a V4 signature is not that of the host.
	ReasonScopeRegion Reason = "ScopeRegion"
	// ReasonScopeProduct: the product in the scope of a V4 signature is not oss.
	ReasonScopeProduct Reason = "ScopeProduct"
	// ReasonPresignedWithProcess: x-oss-process stands in a presigned URL, and most often was appended to it.
	ReasonPresignedWithProcess Reason = "PresignedWithProcess"
	// ReasonPresignedWithContentType: a presigned URL was used with a Content-Type, and most are signed
	// without.
	ReasonPresignedWithContentType Reason = "PresignedWithContentType"
	// ReasonPresignedWithHeader: a presigned URL was used with a header that OSS signs, and most are signed
	// without.
	ReasonPresignedWithHeader Reason = "PresignedWithHeader"
	// ReasonPresignedWithOtherMethod: a presigned URL was used with HEAD, DELETE or POST, and most are signed
	// for GET or PUT.
	ReasonPresignedWithOtherMethod Reason = "PresignedWithOtherMethod"
	// ReasonFormSignature: the signature is that of a PostObject form.
	ReasonFormSignature Reason = "FormSignature"
	// ReasonNothingChanged: what OSS calculated the signature over is what was sent. What is left is the
	// secret, or a client that signed another text.
	ReasonNothingChanged Reason = "NothingChanged"
)

var signatureKinds = []Kind{KindSignatureMismatch}

var signatureRows = []row{
	{
		reason: ReasonPlusAsSpace, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing.isDamaged(damagePlus) },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV1, topicSignFAQ}, act: actBucket, finds: damageFinding,
	},
	{
		reason: ReasonSignatureHasLineBreak, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing.isDamaged(damageLineBreak) },
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket, finds: damageFinding,
	},
	{
		reason: ReasonSignatureEncodedTwice, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing.isDamaged(damageTwice) },
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket, finds: damageFinding,
	},
	{
		reason: ReasonSignatureEscaped, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing.isDamaged(damageEscaped) },
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket, finds: damageFinding,
	},
	{
		reason: ReasonSignatureCut, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing.isDamaged(damageCut) },
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket, finds: damageFinding,
	},
	{
		reason: ReasonSignedAgain, kinds: []Kind{KindSignatureMismatch, KindAccessKeyNotFound, KindAccessKeyMalformed},
		holds: func(v view) bool {
			return v.ev.key == keyOther || v.ev.signing != nil && v.ev.signing.change != nil && v.ev.signing.change.SignsAgain()
		},
		retry: RetryNever, actor: ActorCaller, act: actHost,
		finds: func(v view, f *findings) {
			if v.ev.key == keyOther && !v.is(KindSignatureMismatch) {
				f.add("OSSAccessKeyId", v.AccessKeyID, keySent(v.r), keyOther.meaning())
				return
			}
			changeFinding(v, f, "OSS got the one, and the other was sent: something in between signs the request again.")
		},
	},
	{
		reason: ReasonObjectPlusAsSpace, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing.isRecoded(plusAsSpace) },
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket, finds: onTheWayFinding,
	},
	{
		reason: ReasonPathEncodedTwice, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing.isRecoded(escapedTwice) },
		retry: RetryNever, actor: ActorCaller, act: actHost, finds: onTheWayFinding,
	},
	{
		reason: ReasonPathDecoded, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing.isRecoded(unescaped) },
		retry: RetryNever, actor: ActorCaller, act: actHost, finds: onTheWayFinding,
	},
	{
		reason: ReasonChangedOnTheWay, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing.isChanged() },
		retry: RetryNever, actor: ActorCaller, act: actHost, finds: onTheWayFinding,
	},
	{
		reason: ReasonSignedHeaderMissing, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing != nil && v.ev.signing.missing != "" },
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket,
		finds: func(v view, f *findings) {
			f.add(v.ev.signing.missing, f.lang.say("absent"), "", "The signature names this header, and the request does not carry it.")
		},
	},
	{
		reason: ReasonScopeDate, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing.suspect(signing.ScopeDate) != nil },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicSignV4, topicSignFAQ}, act: actBucket, finds: scopeDateFinding,
	},
	{
		reason: ReasonScopeRegion, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing.suspect(signing.ScopeRegion) != nil },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicSignV4, topicRegions}, act: actBucket, finds: scopeRegionFinding,
	},
	{
		reason: ReasonScopeProduct, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing.suspect(signing.ScopeProduct) != nil },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicSignV4, topicSignFAQ}, act: actBucket, finds: scopeProductFinding,
	},
	{
		reason: ReasonPresignedWithProcess, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing.suspect(signing.QueryAppended) != nil },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV1, topicSignFAQ}, act: actBucket, andKind: true, finds: nothing,
	},
	{
		reason: ReasonPresignedWithContentType, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing.suspect(signing.ContentTypeSent) != nil },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV1, topicSignFAQ}, act: actBucket, andKind: true, finds: nothing,
	},
	{
		reason: ReasonPresignedWithHeader, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing.suspect(signing.HeaderSent) != nil },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV1, topicSignFAQ}, act: actBucket, andKind: true, finds: nothing,
	},
	{
		reason: ReasonPresignedWithOtherMethod, kinds: signatureKinds,
		holds: func(v view) bool {
			return v.ev.signing.suspect(signing.HeadRequest) != nil || v.r != nil && v.r.Signature.In == request.InQuery && v.r.Method != "GET" && v.r.Method != "PUT" && v.r.Method != "OPTIONS"
		},
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV1, topicSignFAQ}, act: actBucket, andKind: true, finds: nothing,
	},
	{
		reason: ReasonFormSignature, kinds: signatureKinds,
		holds: func(v view) bool { return v.EC == "0002-00000705" || v.Code == CodeAccessDenied },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPostObject, topicPostObjectErrors}, act: actKey, finds: nothing,
	},
	{
		reason: ReasonNothingChanged, kinds: signatureKinds,
		holds: func(v view) bool { return v.ev.signing != nil && v.ev.signing.equal },
		retry: RetryAfterSigning, actor: ActorCaller, act: actKey, finds: equalFinding,
	},
	{kinds: signatureKinds, act: actKey, finds: nothing},
	{kinds: []Kind{KindSignedURLRestricted}, act: actBucket, finds: restrictionFinding},
}

// signingResult is what the account of a signature that did not match proves, and what the request
// makes likely. Its values are masked.
type signingResult struct {
	parts    []signing.SignedPart // what OSS calculated the signature over
	change   *signing.Difference  // proof: a part that was changed on the way
	equal    bool                 // proof: nothing was changed
	recoded  recoding             // what was done to the path, if that is the change
	damage   damage               // what was done to the signature itself
	missing  string               // a header that the signature names and the request does not carry
	suspects []signing.Difference // what most often is signed another way, the likeliest first
}

// compareSigning compares what OSS signed with the request as it was sent, if that is known.
func compareSigning(a *answer, shown func(string) string) *signingResult {
	account := signing.SignedByServer(&a.Error, schemeOfEC(a.EC))
	_, parts := account.Parts()
	r := &signingResult{parts: parts, damage: damageOf(a)}
	if q := a.request; q == nil || q.NoHeaders {
		r.suspects = account.Suspects(a.HostID)
	} else if d, found, complete := signing.Compare(q, account); found {
		r.change, r.recoded = &d, recoded(d, q.EscapedPath)
	} else {
		r.equal = complete
		r.suspects = signing.Suspects(q, account)
		r.missing = shown(signedHeaderMissing(q))
	}
	if len(r.parts) == 0 && r.change == nil && !r.equal && r.damage == undamaged && r.missing == "" && len(r.suspects) == 0 {
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

// isChanged says whether a part was changed on the way, by something that does not sign by itself.
func (r *signingResult) isChanged() bool {
	return r != nil && r.change != nil && !r.change.SignsAgain()
}

func (r *signingResult) isRecoded(how recoding) bool { return r != nil && r.recoded == how }

func (r *signingResult) isDamaged(how damage) bool { return r != nil && r.damage == how }

// change says something of the part that was changed on the way, if it is a change of these kinds;
// without any, of whatever kind.
func (v view) change(say func(*signing.Difference) string, kinds ...signing.DifferenceKind) (string, bool) {
	if !v.ev.signing.isChanged() || len(kinds) > 0 && !slices.Contains(kinds, v.ev.signing.change.Kind) {
		return "", false
	}
	return say(v.ev.signing.change), true
}

// suspect says something of a suspicion.
func (v view) suspect(say func(*signing.Difference) string, kinds ...signing.DifferenceKind) (string, bool) {
	d := v.ev.signing.suspect(kinds...)
	if d == nil {
		return "", false
	}
	return say(d), true
}

func (lang Lang) client(d *signing.Difference) string { return lang.orNone(d.Client) }

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
	d := v.ev.signing.change
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
	changeFinding(v, f, "OSS calculated over the one, and the other was sent: it was changed on the way.")
}

func equalFinding(v view, f *findings) {
	f.add("StringToSign", f.lang.say("equal"), "", "What OSS calculated over is what was sent, so nothing was changed on the way: the secret is another one, or the client signed another text than it sent.")
}

// signatureFindings are shown behind all others: what looks as if it had been signed another way, then
// what OSS calculated over, for the reader to compare.
func signatureFindings(v view, f *findings) {
	r := v.ev.signing
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

func scopeDateFinding(v view, f *findings)   { f.suspicion(v.ev.signing.suspect(signing.ScopeDate)) }
func scopeRegionFinding(v view, f *findings) { f.suspicion(v.ev.signing.suspect(signing.ScopeRegion)) }
func scopeProductFinding(v view, f *findings) {
	f.suspicion(v.ev.signing.suspect(signing.ScopeProduct))
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
		return "Spaces at the ends and characters outside of ASCII easily change between signing and sending."
	case signing.HeadRequest:
		return "A signed URL is good for one method, and most are signed for GET or PUT."
	case signing.KeyBucket:
		return "The object key begins with the name of the bucket, which the host holds already. That is legal, and at times not meant."
	case signing.KeySlash:
		return "The object key begins with a slash or has two in a row. That is legal, and some clients and proxies treat it differently."
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
	plusAsSpace
	escapedTwice
	unescaped
)

// recoded says whether a change is one of the path, in its encoding only.
func recoded(d signing.Difference, escapedPath string) recoding {
	sent, got := d.Client, d.Server
	switch decoded := func(s string) string { p, _ := url.PathUnescape(s); return p }; {
	case d.Part != signing.PartPath || sent == "" || got == "":
	case strings.ReplaceAll(sent, "+", " ") == got && strings.Contains(escapedPath, "+"):
		return plusAsSpace
	case decoded(got) == sent:
		return escapedTwice
	case decoded(sent) == got:
		return unescaped
	}
	return notRecoded
}

// restrictionFinding shows for whom a URL was signed.
func restrictionFinding(v view, f *findings) {
	if v.r == nil {
		return
	}
	for _, p := range [...]struct {
		name    string
		meaning phrase
	}{
		{"x-oss-ac-source-ip", "The URL is for this IP address, or for the range that begins here."},
		{"x-oss-ac-subnet-mask", "This is how many leading bits of the IP address count; 32 means one address."},
		{"x-oss-ac-vpc-id", "The URL is for requests from this VPC."},
		{"x-oss-ac-forward-allow", "This says whether requests that a proxy forwarded count."},
	} {
		if value, ok := v.r.Value(p.name); ok {
			f.add(p.name, value, "", p.meaning)
		}
	}
}

// allowedRange returns the IP addresses that a URL was signed for, "" if it names none.
func allowedRange(r *request.Request) string {
	if r == nil {
		return ""
	}
	from, _ := r.Value("x-oss-ac-source-ip")
	address, err := netip.ParseAddr(from)
	if err != nil {
		return ""
	}
	bits, _ := r.Value("x-oss-ac-subnet-mask")
	mask, err := strconv.Atoi(bits)
	if err != nil || mask >= address.BitLen() {
		return address.String()
	}
	network, err := address.Prefix(mask)
	if err != nil {
		return ""
	}
	return network.String()
}

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
	sent := cmp.Or(echo, request.Unescape(raw))
	whole := signing.Length(signing.SchemeOfAnswer(&a.Error, schemeOfEC(a.EC)))
	if sent != "" && len(sent) < whole && (whole == signing.Length("V4") && isHex(sent) || whole != signing.Length("V4") && isBase64(sent) && sent[len(sent)-1] != '=') {
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

func isHex(s string) bool {
	for i := 0; i < len(s); i++ {
		if !chars.IsHex(s[i]) {
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
	for _, pair := range strings.Split(r.RawQuery, "&") {
		switch name, value, _ := strings.Cut(pair, "="); strings.ToLower(name) {
		case "signature", "x-oss-signature", "x-amz-signature":
			return value
		}
	}
	return ""
}

func damageFinding(v view, f *findings) {
	meaning := phrase("")
	switch v.ev.signing.damage {
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

// keySent returns the AccessKey ID that a request was signed with, masked.
func keySent(r *request.Request) string {
	if r == nil {
		return ""
	}
	return gate.ID(r.Signature.KeyID)
}

// signatureSent returns the signature that a request carries.
func signatureSent(r *request.Request) string {
	if r == nil {
		return ""
	}
	return r.Signature.Value
}
