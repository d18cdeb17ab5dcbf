package oss403

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// proved returns what the answer's headers and the request prove, in words, for the patterns of
// remedy.go. Names that only say whether something is so have the value "".
func (e *Error) proved(ev *evidence, name string) (value string, known bool) {
	only := func(value string) (string, bool) { return value, value != "" }
	when := func(known bool) (string, bool) { return "", known }
	r := ev.request
	switch name {
	// How the request was signed.
	case "unsigned":
		return when(r != nil && r.signed == unsigned && r.method != "POST")
	case "signed":
		return when(r != nil && r.signed != unsigned)

	// What the request needs, where OSS did not name it.
	case "needed":
		needs, inferred := e.grant()
		return only(onlyIf(inferred, actionNames(needs)))
	case "no_such_action":
		return only(e.noSuchAction())

	// The endpoint.
	case "region":
		return only(hostRegion(e.BucketEndpoint))
	case "to_internal":
		return when(sameRegion(e) && strings.Contains(e.BucketEndpoint, "-internal"))
	case "doubled":
		before, _ := splitHost(calledHost(e))
		return when(e.Bucket != "" && before == e.Bucket+"."+e.Bucket)

	// The AccessKey ID.
	case "key_blank", "key_quoted", "key_placeholder", "key_aws", "key_tencent", "key_other":
		return when("key_"+string(ev.key) == name)
	case "key_length":
		return only(onlyIf(ev.key == keyShort, plural(int64(ev.keyLength), "character")))
	case "key_flaw":
		return when(ev.key != keySound)
	case "no_token":
		return when(r != nil && strings.HasPrefix(r.keyID, "STS.") && !r.hasToken)

	// The signature.
	case "changed_part":
		if s := ev.signing; s != nil && s.change != nil && !s.change.signsAgain() {
			return partPhrase(s.change), true
		}
	case "signs_again":
		return when(ev.signing != nil && ev.signing.change != nil && ev.signing.change.signsAgain())
	case "changed":
		return when(ev.signing != nil && ev.signing.change != nil)
	case "changed_from":
		if s := ev.signing; s != nil && s.change != nil {
			return orNone(s.change.client), true
		}
	case "changed_to":
		if s := ev.signing; s != nil && s.change != nil {
			return orNone(s.change.server), true
		}
	case "compared":
		return when(ev.signing != nil && ev.signing.equal)
	case "escaped_url":
		return when(r != nil && r.isEscaped())
	case "secret_wrong":
		return when(ev.signing.secretIsWrong())
	case "escaped_ampersand":
		return when(ev.signing.suspect(escapedAmpersand) != nil || ev.signing != nil && ev.signing.change != nil && ev.signing.change.kind == escapedAmpersand)
	case "content_type_sent":
		if d := ev.signing.suspect(contentTypeSent); d != nil {
			return orNone(d.client), true
		}
	case "content_type_absent":
		return when(ev.signing.suspect(contentTypeAbsent) != nil)
	case "header_sent":
		if d := ev.signing.suspect(headerSent); d != nil {
			return shorten(d.part), true
		}
	case "head_request":
		return when(ev.signing.suspect(headRequest) != nil)
	case "scope_suspect":
		if d := ev.signing.suspect(scopeDate, scopeRegion, scopeProduct); d != nil {
			return shorten(d.part) + " " + orNone(d.client) + " to " + orNone(d.server), true
		}
	case "key_slashes":
		return when(ev.signing.suspect(keySlash) != nil)
	case "key_bucket":
		return when(ev.signing.suspect(keyBucket) != nil)
	case "key_escape":
		return when(ev.signing.suspect(keyPlus, keySpace, keyPercent, keyHash) != nil)

	// The URL's expiry.
	case "expires_year":
		return only(onlyIf(!e.clock().Expires.IsZero(), strconv.Itoa(e.clock().Expires.Year())))
	case "lifetime_for_time":
		return when(!e.clock().Expires.IsZero() && e.clock().Expires.Year() < 2000)

	// Who answered.
	case "server":
		return only(shorten(ev.wire.server))
	case "cdn":
		return when(ev.wire.cdn || strings.EqualFold(ev.wire.server, "Tengine") && ev.wire.via != "")

	// Referer, CORS, PostObject, state.
	case "referer":
		return only(onlyIf(r != nil, named("", headerOf(r, "Referer"))))
	case "no_referer":
		return when(r != nil && headerOf(r, "Referer") == "")
	case "origin":
		return only(named("", headerOf(r, "Origin")))
	case "cors_method":
		return only(shorten(headerOf(r, "Access-Control-Request-Method")))
	case "cors_headers":
		return only(shorten(headerOf(r, "Access-Control-Request-Headers")))
	case "payer":
		return when(r != nil && strings.EqualFold(headerOf(r, "X-Oss-Request-Payer"), "requester"))
	case "restoring":
		return when(strings.Contains(ev.wire.restore, `ongoing-request="true"`))
	}
	return "", false
}

func (e *Error) clock() *Clock {
	if e.Clock == nil {
		return &Clock{}
	}
	return e.Clock
}

func headerOf(r *request, name string) string {
	if r == nil {
		return ""
	}
	return r.header.Get(name)
}

// calledHost returns the host that was called: as the client addressed it, else as OSS saw it.
func calledHost(e *Error) string {
	if e.evidence != nil {
		if r := e.evidence().request; r != nil && r.host != "" {
			return r.host
		}
	}
	return e.HostID
}

// sameRegion says whether the called endpoint is another one of the bucket's region.
func sameRegion(e *Error) bool {
	region := hostRegion(e.BucketEndpoint)
	return region != "" && region == hostRegion(calledEndpoint(e))
}

// expiry returns when the signed URL of a request expired: as OSS says, else as the URL says.
func expiry(e *Error) time.Time {
	if at := e.clock().Expires; !at.IsZero() || e.evidence == nil {
		return at
	}
	r := e.evidence().request
	if r == nil {
		return time.Time{}
	}
	if v, ok := r.value("Expires"); ok {
		if seconds, err := strconv.ParseInt(v, 10, 64); err == nil && seconds > 0 && seconds < 1<<33 {
			return time.Unix(seconds, 0).UTC()
		}
		return time.Time{}
	}
	if seconds, ok := lifetime(r); ok && seconds < 1<<33 {
		for _, name := range [...]string{"x-oss-date", "X-Amz-Date"} {
			if v, ok := r.value(name); ok {
				if at := parseTime(v); !at.IsZero() {
					return at.Add(time.Duration(seconds) * time.Second)
				}
			}
		}
	}
	return time.Time{}
}

// lifetime returns how many seconds a V4 signed URL was meant to be good for.
func lifetime(r *request) (seconds int64, ok bool) {
	if r == nil {
		return 0, false
	}
	for _, name := range [...]string{"x-oss-expires", "X-Amz-Expires"} {
		if v, ok := r.value(name); ok {
			n, err := strconv.ParseInt(v, 10, 64)
			return n, err == nil && n > 0
		}
	}
	return 0, false
}

// proofs lists what the request and the headers of the answer prove about a 403 of this kind.
func proofs(e *Error) []Finding {
	if e.evidence == nil {
		return nil
	}
	ev := e.evidence()
	var list []Finding
	add := func(field, got, want, meaning string) {
		list = append(list, Finding{field, shorten(got), want, meaning})
	}
	is := func(kinds ...Kind) bool { return slices.Contains(kinds, e.Kind) }
	if meaning := ev.key.meaning(); meaning != "" && e.Kind.Category() == CategoryCredentials {
		add("OSSAccessKeyId", e.AccessKeyID, "", meaning)
	}
	if needs, inferred := e.grant(); inferred && len(needs) > 0 {
		operation, _ := ev.request.needs()
		add("request", operation, "", "By its method and parameters this is "+operation+", which needs "+actionNames(needs)+"; inferred, OSS did not say so.")
	}
	if r := ev.request; r != nil {
		switch {
		case is(KindAnonymousBucketDenied, KindAnonymousObjectDenied, KindAnonymousOperationForbidden, KindBucketACLDenied, KindObjectReadDenied,
			KindObjectAccessDenied, KindRequesterPaysRequired, KindRequesterPaysAnonymous, KindKMSForbidden):
			meaning := "The request is signed, so it is judged by the permissions of this AccessKey."
			if is(KindAnonymousBucketDenied, KindAnonymousObjectDenied, KindAnonymousOperationForbidden, KindRequesterPaysAnonymous) {
				meaning = "The request was signed when it was sent, and OSS saw no signature."
			}
			switch r.signed {
			case unsigned:
				add("Authorization", "none", "", "The request carries no signature, neither in a header nor in its URL.")
			case signedInHeader:
				add("Authorization", r.scheme+" signature, AccessKey "+maskID(r.keyID), "", meaning)
			case signedInQuery:
				add("URL", r.scheme+" signature, AccessKey "+maskID(r.keyID), "", meaning)
			}
		case is(KindRefererDenied, KindRefererEmpty, KindRefererBlacklisted, KindRefererNotWhitelisted):
			if v := r.header.Get("Referer"); v != "" {
				add("Referer", v, "", "This is the Referer that was sent.")
			} else {
				add("Referer", "none", "", "The request carries no Referer header.")
			}
		case is(KindCORSNotAllowed, KindCORSNotEnabled):
			for _, name := range [...]string{"Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"} {
				if v := r.header.Get(name); v != "" {
					add(name, v, "", "A CORS rule has to allow this.")
				}
			}
		case is(KindRequestExpired):
			if seconds, ok := lifetime(r); ok {
				meaning := "This is the lifetime of the URL in seconds."
				if seconds > 604800 {
					meaning = "This is longer than the seven days that V4 allows; it may be meant in milliseconds, or be a time instead of a lifetime."
				}
				add("x-oss-expires", strconv.FormatInt(seconds, 10), "", meaning)
			}
		}
	}
	list = append(list, ev.signing.findings()...)
	switch {
	case is(KindObjectNotRestored):
		if ev.wire.storageClass != "" {
			add("x-oss-storage-class", ev.wire.storageClass, "", "This is the storage class of the object.")
		}
		if ev.wire.restore != "" {
			add("x-oss-restore", ev.wire.restore, "", "This is how far its restoration has come.")
		}
	case is(KindIntermediary):
		if ev.wire.server != "" {
			add("Server", ev.wire.server, "AliyunOSS", "This names the software that answered.")
		}
		if ev.wire.via != "" {
			add("Via", ev.wire.via, "", "This names what passed the answer on.")
		}
		if ev.wire.html {
			add("body", "HTML", "XML", "The body is a page; OSS sends XML.")
		}
	}
	return list
}
