package oss403

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/ram"
	"github.com/oss403/oss403/internal/request"
	"github.com/oss403/oss403/internal/signing"
)

// proved returns what the answer's headers and the request prove, in words, for the patterns of
// remedy.go. Names that only say whether something is so have the value "".
func (e *Error) proved(ev *evidence, lang Lang, name string) (value string, known bool) {
	only := func(value string) (string, bool) { return value, value != "" }
	when := func(known bool) (string, bool) { return "", known }
	r := ev.request
	switch name {
	// How the request was signed.
	case "unsigned":
		return when(r != nil && r.Signature.In == request.Unsigned && r.Method != "POST")
	case "sts_signed":
		return when(r != nil && strings.HasPrefix(r.Signature.KeyID, "STS."))
	case "signed_in_query":
		return when(r != nil && r.Signature.In == request.InQuery)
	case "signed":
		return when(r.IsSigned())

	// What the request needs, where OSS did not name it.
	case "needed":
		needs, inferred := e.grant()
		return only(onlyIf(inferred, actionNames(needs, lang)))
	case "lists":
		needs, _ := e.grant()
		return when(slices.ContainsFunc(needs, func(n ram.NeededAction) bool { return n.Action == "oss:ListObjects" }))
	case "needed_on_bucket":
		needs, inferred := e.grant()
		return when(inferred && len(needs) > 0 && !slices.ContainsFunc(needs, func(n ram.NeededAction) bool { return strings.Contains(n.Resource, "/") }))
	case "no_such_action":
		return only(e.noSuchAction())

	// The endpoint.
	case "region":
		return only(osshost.Region(e.BucketEndpoint))
	case "to_internal":
		return when(sameRegion(e) && strings.Contains(e.BucketEndpoint, "-internal"))
	case "in_path":
		return when(r.InPath())
	case "ip_host":
		return only(onlyIf(osshost.IsLocal(calledHost(e)), shorten(calledHost(e))))
	case "path_switch":
		return only(lang.say(pathSwitch(headerOf(r, "User-Agent"))))
	case "s3_path_style":
		return when(r.InPath() && ev.signing.suspect(signing.SchemeS3) != nil)
	case "doubled":
		before, _ := osshost.Split(calledHost(e))
		return when(e.Bucket != "" && before == e.Bucket+"."+e.Bucket)

	// The AccessKey ID.
	case "key_blank", "key_quoted", "key_placeholder", "key_aws", "key_tencent", "key_odd", "key_long", "key_secret", "key_other":
		return when("key_"+string(ev.key) == name)
	case "key_length":
		return only(onlyIf(ev.key == keyShort, lang.characters(ev.keyLength)))
	case "key_flaw":
		return when(ev.key != keySound)
	case "no_token":
		return when(r != nil && strings.HasPrefix(r.Signature.KeyID, "STS.") && !r.Signature.HasToken)

	// The signature.
	case "changed_part":
		if s := ev.signing; s != nil && s.change != nil && !s.change.SignsAgain() {
			return lang.part(s.change), true
		}
	case "signs_again":
		return when(ev.signing != nil && ev.signing.change != nil && ev.signing.change.SignsAgain())
	case "changed":
		return when(ev.signing != nil && ev.signing.change != nil)
	case "changed_from":
		if s := ev.signing; s != nil && s.change != nil {
			return lang.orNone(s.change.Client), true
		}
	case "changed_to":
		if s := ev.signing; s != nil && s.change != nil {
			return lang.orNone(s.change.Server), true
		}
	case "plus_as_blank":
		return when(ev.signing != nil && ev.signing.recoded == plusAsBlank)
	case "path_recoded":
		if ev.signing != nil {
			return only(lang.say(ev.signing.recoded.phrase()))
		}
	case "rewritten":
		return when(ev.signing != nil && ev.signing.change != nil && !ev.signing.change.SignsAgain() && r != nil && !osshost.IsOSS(r.Host))
	case "compared":
		return when(ev.signing != nil && ev.signing.equal)
	case "escaped_url":
		return when(r != nil && r.IsEscaped())
	case "secret_wrong":
		return when(ev.signing.secretIsWrong())
	case "escaped_ampersand":
		return when(ev.signing.suspect(signing.EscapedAmpersand) != nil || ev.signing != nil && ev.signing.change != nil && ev.signing.change.Kind == signing.EscapedAmpersand)
	case "content_type_sent":
		if d := ev.signing.suspect(signing.ContentTypeSent); d != nil {
			return lang.orNone(d.Client), true
		}
	case "content_type_absent":
		return when(ev.signing.suspect(signing.ContentTypeAbsent) != nil)
	case "header_sent":
		if d := ev.signing.suspect(signing.HeaderSent); d != nil {
			return shorten(d.Part), true
		}
	case "method_suspect":
		if d := ev.signing.suspect(signing.HeadRequest); d != nil {
			return shorten(d.Client), true
		}
	case "process_suspect":
		return when(ev.signing.suspect(signing.QueryAppended) != nil)
	case "scope_suspect":
		if d := ev.signing.suspect(signing.ScopeDate, signing.ScopeRegion, signing.ScopeProduct); d != nil {
			return lang.say("%s %s to %s", lang.say(shorten(d.Part)), lang.orNone(d.Client), lang.orNone(d.Server)), true
		}
	case "key_slashes":
		return when(ev.signing.suspect(signing.KeySlash) != nil)
	case "key_bucket":
		return when(ev.signing.suspect(signing.KeyBucket) != nil)
	case "key_escape":
		return when(ev.signing.suspect(signing.KeyPlus, signing.KeySpace, signing.KeyPercent, signing.KeyHash) != nil)

	// The request's time.
	case "date_sent":
		return only(dateSent(r))
	case "expires_year":
		return only(onlyIf(!e.clock().Expires.IsZero(), strconv.Itoa(e.clock().Expires.Year())))
	case "lifetime_for_time":
		return when(!e.clock().Expires.IsZero() && e.clock().Expires.Year() < 2000)
	case "expires_sent":
		if r != nil {
			v, _ := r.Value("Expires")
			return only(shorten(v))
		}
	case "expires_millis":
		if r != nil {
			v, _ := r.Value("Expires")
			at, err := strconv.ParseInt(v, 10, 64)
			return when(err == nil && unixUnit(at) == 1e3)
		}
	case "lifetime":
		if seconds, ok := lifetime(r); ok {
			return strconv.FormatInt(seconds, 10), true
		}
	case "time_for_lifetime", "lifetime_millis", "lifetime_nanos", "lifetime_long":
		seconds, _ := lifetime(r)
		return when(string(findLifetimeFlaw(seconds)) == name)

	// KMS.
	case "reads":
		return when(r.IsSigned() && (r.Method == "GET" || r.Method == "HEAD"))
	case "writes":
		return when(r.IsSigned() && (r.Method == "PUT" || r.Method == "POST"))
	case "kms_key":
		return only(shorten(headerOf(r, kmsKeyHeader)))

	// Who answered.
	case "server":
		return only(shorten(ev.wire.server))
	case "cdn_method":
		if r != nil && r.Method != "GET" && ev.wire.isCDN() {
			return shorten(r.Method), true
		}
	case "foreign_error":
		return when(ev.isDocument)
	case "cdn":
		return when(ev.wire.isCDN())

	// Referer, CORS, PostObject, state.
	case "referer":
		return only(onlyIf(r != nil, named("", headerOf(r, "Referer"))))
	case "field_sent":
		if v, ok := formField(r, postField(postCondition(e))); ok {
			return lang.orNone(v), true
		}
	case "field_absent":
		field := postField(postCondition(e))
		_, ok := formField(r, field)
		return when(field != "" && r != nil && r.FormWhole && !ok)
	case "no_referer":
		return when(r != nil && !r.NoHeaders && headerOf(r, "Referer") == "")
	case "origin":
		return only(named("", headerOf(r, "Origin")))
	case "cors_method":
		return only(shorten(headerOf(r, "Access-Control-Request-Method")))
	case "cors_headers":
		return only(shorten(headerOf(r, "Access-Control-Request-Headers")))
	case "payer":
		return when(r != nil && strings.EqualFold(headerOf(r, "X-Oss-Request-Payer"), "requester"))
	case "storage_class":
		return only(ev.wire.storageClass)
	case "archive_direct":
		return when(ev.wire.storageClass == "" || ev.wire.storageClass == "Archive")
	case "restored_once":
		return when(strings.Contains(ev.wire.restore, `ongoing-request="false"`))
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

func headerOf(r *request.Request, name string) string {
	if r == nil {
		return ""
	}
	return r.Header.Get(name)
}

// calledHost returns the host that was called: as the client addressed it, else as OSS saw it.
func calledHost(e *Error) string {
	if e.evidence != nil {
		if r := e.evidence().request; r != nil && r.Host != "" {
			return r.Host
		}
	}
	return e.HostID
}

// sameRegion says whether the called endpoint is another one of the bucket's region.
func sameRegion(e *Error) bool {
	region := osshost.Region(e.BucketEndpoint)
	return region != "" && region == osshost.Region(calledEndpoint(e))
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
	if v, ok := r.Value("Expires"); ok {
		if seconds, err := strconv.ParseInt(v, 10, 64); err == nil && seconds > 0 && seconds < 1<<33 {
			return time.Unix(seconds, 0).UTC()
		}
		return time.Time{}
	}
	if seconds, ok := lifetime(r); ok && findLifetimeFlaw(seconds) == lifetimeSound {
		for _, name := range [...]string{"x-oss-date", "X-Amz-Date"} {
			if v, ok := r.Value(name); ok {
				if at := form.ParseTime(v); !at.IsZero() {
					return at.Add(time.Duration(seconds) * time.Second)
				}
			}
		}
	}
	return time.Time{}
}

// dateSent returns the header in which a request carried its time, "" if it had none that OSS reads.
func dateSent(r *request.Request) string {
	switch {
	case !form.ParseTime(headerOf(r, "X-Oss-Date")).IsZero():
		return "x-oss-date"
	case !form.ParseTime(headerOf(r, "Date")).IsZero():
		return "Date"
	}
	return ""
}

// kmsKeyHeader names the KMS key that a request wants its object encrypted with.
const kmsKeyHeader = "X-Oss-Server-Side-Encryption-Key-Id"

// pathSwitch says how the client that calls itself userAgent is told to use virtual-hosted style.
func pathSwitch(userAgent string) string {
	for _, c := range [...]struct{ name, setting string }{
		{"minio-go/", "BucketLookup: minio.BucketLookupDNS in the minio.Options of minio-go"},
		{"aws-sdk-go-v2/", "UsePathStyle = false in the s3.Options of aws-sdk-go-v2"},
		{"aws-sdk-go/", "S3ForcePathStyle: aws.Bool(false) in the aws.Config of aws-sdk-go"},
		{"Boto", `s3={"addressing_style": "virtual"} in botocore's Config`},
		{"aws-cli/", "s3.addressing_style = virtual in the profile of the AWS CLI"},
		{"aws-sdk-java/", "withPathStyleAccessEnabled(false) in the AWS SDK for Java"},
		{"aws-sdk-js/", "forcePathStyle: false in the S3Client of the AWS SDK for JavaScript"},
		{"aliyun-sdk-go/", "oss.ForcePathStyle(false) in SDK v1"},
		{"alibabacloud-go-sdk-v2/", "WithUsePathStyle(false) in SDK v2"},
	} {
		if strings.Contains(userAgent, c.name) {
			return c.setting
		}
	}
	return ""
}

// formField returns a field that a form sent in front of its file; form fields are compared without
// regard to case, as OSS does.
func formField(r *request.Request, name string) (value string, ok bool) {
	if r == nil || name == "" {
		return "", false
	}
	for _, f := range r.Form {
		if strings.EqualFold(f.Name, name) {
			return f.Value, true
		}
	}
	return "", false
}

// demanded says what a condition of a form's policy wants: ["eq", "$key", "a"], ["starts-with", "$key", "a/"].
func demanded(condition string, lang Lang) string {
	var c []string
	if json.Unmarshal([]byte(condition), &c) != nil || len(c) != 3 {
		return ""
	}
	switch strings.ToLower(c[0]) {
	case "eq":
		return named("", c[2])
	case "starts-with":
		return lang.say("something that starts with %s", named("", c[2]))
	}
	return ""
}

// lifetimeFlaw is what the lifetime of a V4 URL shows by itself.
type lifetimeFlaw string

const (
	lifetimeSound  lifetimeFlaw = ""
	lifetimeTime   lifetimeFlaw = "time_for_lifetime" // a UNIX time of these decades
	lifetimeMillis lifetimeFlaw = "lifetime_millis"   // most often milliseconds
	lifetimeNanos  lifetimeFlaw = "lifetime_nanos"    // most often a time.Duration
	lifetimeLong   lifetimeFlaw = "lifetime_long"     // more than the seven days of V4
)

// maxLifetime is the seven days that V4 allows, in seconds.
const maxLifetime = 604800

func findLifetimeFlaw(seconds int64) lifetimeFlaw {
	switch {
	case seconds <= maxLifetime:
		return lifetimeSound
	case unixUnit(seconds) == 1:
		return lifetimeTime
	// Of the times in milliseconds only one in eleven days is a whole number of seconds as a
	// time.Duration; most durations are.
	case seconds%1e9 == 0 && seconds/1e9 <= maxLifetime:
		return lifetimeNanos
	case unixUnit(seconds) == 1e3:
		return lifetimeTime
	case seconds%1000 == 0 && seconds/1000 <= maxLifetime:
		return lifetimeMillis
	}
	return lifetimeLong
}

// unixUnit says by what to divide a UNIX time of the years 2001 to 2096 to get seconds: 1, 1000 for
// milliseconds, and so on; 0 if it is none.
func unixUnit(at int64) int64 {
	for _, unit := range [...]int64{1, 1e3, 1e6, 1e9} {
		if seconds := at / unit; seconds >= 1e9 && seconds < 4e9 {
			return unit
		}
	}
	return 0
}

func (f lifetimeFlaw) meaning() string {
	switch f {
	case lifetimeTime:
		return "This is a time; the parameter wants a lifetime in seconds, at most 604800 (seven days)."
	case lifetimeMillis:
		return "This is longer than the seven days (604800 seconds) that V4 allows; most often it is meant in milliseconds."
	case lifetimeNanos:
		return "This is longer than the seven days (604800 seconds) that V4 allows; most often it is a time.Duration, which counts nanoseconds."
	case lifetimeLong:
		return "This is longer than the seven days (604800 seconds) that V4 allows."
	}
	return "This is the lifetime of the URL in seconds."
}

// lifetime returns how many seconds a V4 signed URL was meant to be good for.
func lifetime(r *request.Request) (seconds int64, ok bool) {
	if r == nil {
		return 0, false
	}
	for _, name := range [...]string{"x-oss-expires", "X-Amz-Expires"} {
		if v, ok := r.Value(name); ok {
			n, err := strconv.ParseInt(v, 10, 64)
			return n, err == nil && n > 0
		}
	}
	return 0, false
}

// proofs lists what the request and the headers of the answer prove about a 403 of this kind.
func proofs(e *Error, lang Lang) []Finding {
	if e.evidence == nil {
		return nil
	}
	ev := e.evidence()
	var list []Finding
	add := func(field, got, want, meaning string) {
		list = append(list, Finding{field, shorten(got), want, lang.say(meaning)})
	}
	is := func(kinds ...Kind) bool { return slices.Contains(kinds, e.Kind) }
	if meaning := ev.key.meaning(); meaning != "" && e.Kind.Category() == CategoryCredentials {
		add("OSSAccessKeyId", e.AccessKeyID, "", meaning)
	}
	if before, _ := osshost.Split(calledHost(e)); is(KindEndpointMismatch) && e.Bucket != "" && before == e.Bucket+"."+e.Bucket {
		add(lang.say("host"), calledHost(e), "", "The host names the bucket twice.")
	}
	if needs, inferred := e.grant(); inferred && len(needs) > 0 {
		operation, _ := e.needed()
		list = append(list, Finding{lang.say("request"), shorten(operation), "", lang.say("By its method and parameters this is %s, which needs %s; inferred, OSS did not say so.", operation, actionNames(needs, lang))})
	}
	if r := ev.request; r != nil {
		if is(KindKMSForbidden) {
			for _, name := range [...]string{"X-Oss-Server-Side-Encryption", kmsKeyHeader} {
				if v := headerOf(r, name); v != "" {
					add(strings.ToLower(name), v, "", "The request asks for this encryption.")
				}
			}
		}
		switch {
		case is(KindAnonymousBucketDenied, KindAnonymousObjectDenied, KindAnonymousOperationForbidden, KindBucketACLDenied, KindObjectReadDenied,
			KindObjectAccessDenied, KindRequesterPaysRequired, KindRequesterPaysAnonymous, KindKMSForbidden):
			meaning := "The request is signed, so it is judged by the permissions of this AccessKey."
			if is(KindAnonymousBucketDenied, KindAnonymousObjectDenied, KindAnonymousOperationForbidden, KindRequesterPaysAnonymous) {
				meaning = "The request was signed when it was sent, and OSS saw no signature."
			}
			switch r.Signature.In {
			case request.Unsigned:
				add("Authorization", lang.say("none"), "", "The request carries no signature, neither in a header nor in its URL.")
			case request.InHeader:
				add("Authorization", lang.say("%s signature, AccessKey %s", r.Signature.Scheme, gate.ID(r.Signature.KeyID)), "", meaning)
			case request.InQuery:
				add("URL", lang.say("%s signature, AccessKey %s", r.Signature.Scheme, gate.ID(r.Signature.KeyID)), "", meaning)
			}
		case is(KindRefererDenied, KindRefererEmpty, KindRefererBlacklisted, KindRefererNotWhitelisted):
			if v := r.Header.Get("Referer"); v != "" {
				add("Referer", v, "", "This is the Referer that was sent.")
			} else if !r.NoHeaders {
				add("Referer", lang.say("none"), "", "The request carries no Referer header.")
			}
		case is(KindCORSNotAllowed, KindCORSNotEnabled):
			for _, name := range [...]string{"Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"} {
				if v := r.Header.Get(name); v != "" {
					add(name, v, "", "A CORS rule has to allow this.")
				}
			}
		case is(KindRequestExpired):
			if seconds, ok := lifetime(r); ok {
				add("x-oss-expires", strconv.FormatInt(seconds, 10), "", findLifetimeFlaw(seconds).meaning())
			}
		case is(KindDateRequired):
			sent := dateSent(r)
			for _, name := range [...]string{"x-oss-date", "Date"} {
				switch v := headerOf(r, name); {
				case v == "":
				case name == sent:
					add(name, v, "", "The request carried this time when it was sent.")
				default:
					add(name, v, "", "This is no time in a form that OSS reads.")
				}
			}
		case is(KindExpiresInvalid):
			if v, ok := r.Value("Expires"); ok {
				add("Expires", lang.orNone(v), "", "The URL has this where a UNIX time in seconds has to be.")
			}
		case is(KindPostPolicyConditionFailed):
			if field := postField(postCondition(e)); field != "" {
				if v, ok := formField(r, field); ok {
					add(lang.say("form field %s", field), lang.orNone(v), demanded(postCondition(e), lang), "The form sent this for the field that the condition is about.")
				} else if r.FormWhole {
					add(lang.say("form field %s", field), lang.orNone(""), demanded(postCondition(e), lang), "The form has no such field in front of the file.")
				}
			}
		case is(KindEndpointMismatch) && osshost.IsLocal(r.Host):
			add(lang.say("host"), r.Host, "", "The client was given an IP address or localhost as endpoint, which has no place for the bucket.")
		case is(KindEndpointMismatch) && r.InPath():
			add(lang.say("host"), r.Host, "", "The request has the bucket in its path (path style); OSS wants it in front of the endpoint.")
		case is(KindThirdLevelDomainRequired, KindVirtualHostedStyleRequired, KindNonStandardHost):
			switch {
			case osshost.IsLocal(r.Host):
				add(lang.say("host"), r.Host, "", "The client was given an IP address or localhost as endpoint, which has no place for the bucket.")
			case r.InPath():
				add(lang.say("host"), r.Host, r.Bucket+"."+r.Host, "The request has the bucket in its path (path style).")
			}
		}
	}
	list = append(list, ev.signing.findings(lang)...)
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
		if ev.wire.cdnHeader != "" {
			add(ev.wire.cdnHeader, lang.say("present"), "", "Alibaba Cloud CDN puts this header into answers.")
		}
		if ev.wire.html {
			add(lang.say("body"), "HTML", "XML", "The body is a page, as proxies, firewalls and filing (ICP) checks send; OSS sends XML.")
		}
		if ev.isDocument && e.Code != "" {
			add(lang.say("body"), string(e.Code), "", "The body is an error document that has no mark of OSS.")
		}
	}
	return list
}
