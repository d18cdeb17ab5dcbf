package oss403

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/ram"
	"github.com/oss403/oss403/internal/request"
	"github.com/oss403/oss403/internal/signing"
)

// placeholder is what a pattern may fill in: a fact of the error. in returns it in words, with whether it is known; where it is
// not, a general word for it, if there is one. A fact that says only whether something is so has the
// words "".
type placeholder struct {
	name string
	in   func(v view, lang Lang) (words string, known bool)
}

// placeholders is sorted by name. TestPatterns goes through the patterns of every language.
var placeholders = [...]placeholder{
	{"action", func(v view, lang Lang) (string, bool) { return factOr(judgedAction(v), lang.say("this action")) }},
	{"action_bucket", func(v view, lang Lang) (string, bool) { return fact(named(lang.say("bucket "), v.refusedBucket())) }},
	{"added_part", func(v view, lang Lang) (string, bool) {
		return v.sayChange(lang.part, signing.HeaderAdded, signing.QueryAdded)
	}},
	{"address_ec", func(v view, _ Lang) (string, bool) { return whether(signing.RefusalOf(v.EC) == signing.OtherAddress) }},
	{"allowed_range", func(v view, _ Lang) (string, bool) { return fact(allowedRange(v.r)) }},
	{"allowed_vpc", func(v view, lang Lang) (string, bool) {
		if v.r == nil {
			return "", false
		}
		_, ok := v.r.Value("x-oss-ac-vpc-id")
		return fact(onlyIf(ok, lang.say("a certain VPC"))) // whose ID looks like a secret
	}},
	{"answer", func(v view, _ Lang) (string, bool) { return whether(v.evidence != nil) }},
	{"archive_direct", func(v view, _ Lang) (string, bool) {
		return whether(v.ev.headers.storageClass == "" || v.ev.headers.storageClass == "Archive")
	}},
	{"batch_ec", func(v view, _ Lang) (string, bool) { return whether(detailOfEC(v.EC) == denyInEitherPolicy) }},
	{"behind", func(v view, _ Lang) (string, bool) {
		d, ok := skew(v.Clock)
		return whether(ok && d < 0)
	}},
	{"blacklisted", func(v view, _ Lang) (string, bool) { return whether(v.is(KindRefererBlacklisted)) }},
	{"bucket", func(v view, lang Lang) (string, bool) {
		return factOr(named(lang.say("bucket "), v.Bucket), lang.say("the bucket"))
	}},
	{"bucket_arn", func(v view, _ Lang) (string, bool) { return bucketARN(v), v.Bucket != "" }},
	{"callback_reason", func(v view, _ Lang) (string, bool) { return fact(callbackReason(v)) }},
	{"called", func(v view, _ Lang) (string, bool) { return fact(calledEndpoint(v)) }},
	{"canonical_request", func(v view, _ Lang) (string, bool) {
		return whether(v.Signature != nil && v.Signature.CanonicalRequest != "")
	}},
	{"cdn_refusal", func(v view, lang Lang) (string, bool) {
		return fact(lang.say(cdnRuleOf(v.ev.headers.cdnError).meaning))
	}},
	{"cdn_setting", func(v view, lang Lang) (string, bool) {
		return fact(lang.say(cdnRuleOf(v.ev.headers.cdnError).setting))
	}},
	{"change_masked", func(v view, _ Lang) (string, bool) {
		return whether(v.ev.compared.isChanged() && v.ev.compared.change.Client == v.ev.compared.change.Server)
	}},
	{"changed_from", func(v view, lang Lang) (string, bool) {
		return v.sayChange(func(d *signing.Difference) string { return lang.sentValue(d) })
	}},
	{"changed_part", func(v view, lang Lang) (string, bool) { return v.sayChange(lang.part) }},
	{"changed_to", func(v view, lang Lang) (string, bool) {
		return v.sayChange(func(d *signing.Difference) string { return lang.gotValue(d) })
	}},
	{"code", func(v view, _ Lang) (string, bool) { return fact(shorten(string(v.Code))) }},
	{"compared", func(v view, _ Lang) (string, bool) { return whether(v.ev.compared != nil && v.ev.compared.equal) }},
	{"condition", func(v view, _ Lang) (string, bool) { return fact(postCondition(v)) }},
	{"content_type_sent", func(v view, lang Lang) (string, bool) { return v.saySuspect(lang.clientValue, signing.ContentTypeSent) }},
	{"cors_headers", func(v view, _ Lang) (string, bool) {
		return fact(shorten(headerOf(v.r, "Access-Control-Request-Headers")))
	}},
	{"cors_method", func(v view, _ Lang) (string, bool) {
		return fact(shorten(headerOf(v.r, "Access-Control-Request-Method")))
	}},
	{"custom_host", func(v view, _ Lang) (string, bool) {
		host := strings.ToLower(osshost.WithoutPort(v.HostID)) // which does not look like a misspelled endpoint
		return whether(strings.Contains(host, ".") && !osshost.IsLocal(host) && !strings.Contains(host, "aliyun") && !strings.Contains(host, "oss-"))
	}},
	{"date_sent", func(v view, _ Lang) (string, bool) { return fact(dateSent(v.r)) }},
	{"detail", func(v view, _ Lang) (string, bool) { return whether(v.denial().PolicyType != "") }},
	{"diagnostic", func(v view, _ Lang) (string, bool) { return whether(v.Denial.DiagnosticMessage() != "") }},
	{"do_action", func(v view, lang Lang) (string, bool) {
		return factOr(lang.about("perform %s", judgedAction(v)), lang.say("perform this action"))
	}},
	{"doc", func(v view, _ Lang) (string, bool) { return fact(safeURL(v.RecommendDoc)) }},
	{"early_url", func(v view, _ Lang) (string, bool) { return whether(signing.RefusalOf(v.EC) == signing.UsedEarly) }},
	{"ec", func(v view, _ Lang) (string, bool) { return fact(shorten(v.EC)) }},
	{"endpoint", func(v view, _ Lang) (string, bool) { return fact(shorten(v.BucketEndpoint)) }},
	{"endpoint_setting", func(v view, lang Lang) (string, bool) { return fact(lang.say(v.client().endpoint)) }},
	{"expires", func(v view, _ Lang) (string, bool) { return fact(timestamp(pastExpiry(v))) }},
	{"expires_sent", func(v view, _ Lang) (string, bool) { return fact(shorten(expiresSent(v.r))) }},
	{"expires_year", func(v view, _ Lang) (string, bool) {
		at := expiry(v)
		return fact(onlyIf(!at.IsZero(), strconv.Itoa(at.Year())))
	}},
	{"field", func(v view, _ Lang) (string, bool) { return fact(postField(postCondition(v))) }},
	{"field_sent", func(v view, lang Lang) (string, bool) {
		value, ok := formField(v.r, postField(postCondition(v)))
		return lang.orNone(value), ok
	}},
	{"form_body", func(v view, lang Lang) (string, bool) {
		sent, ok := v.saySuspect(func(d *signing.Difference) string { return strings.ToLower(d.Client) }, signing.ContentTypeSent)
		return whether(ok && strings.HasPrefix(sent, "multipart/form-data"))
	}},
	{"head", func(v view, _ Lang) (string, bool) { return whether(v.method() == http.MethodHead) }},
	{"header_missing", func(v view, _ Lang) (string, bool) {
		if v.ev.compared == nil {
			return "", false
		}
		return fact(shorten(v.ev.compared.missing))
	}},
	{"header_sent", func(v view, lang Lang) (string, bool) {
		return v.saySuspect(func(d *signing.Difference) string { return shorten(d.Part) }, signing.HeaderSent)
	}},
	{"host", func(v view, _ Lang) (string, bool) { return fact(shorten(v.HostID)) }},
	{"host_bucket", func(v view, _ Lang) (string, bool) { return factOr(shorten(v.Bucket), "BUCKET") }},
	{"host_name", func(v view, _ Lang) (string, bool) { return fact(shorten(hostName(v))) }},
	{"hours", func(v view, lang Lang) (string, bool) {
		zone := zoneSkew(v)
		return lang.duration(zone.Abs()), zone != 0
	}},
	{"internal_endpoint", func(v view, _ Lang) (string, bool) { return fact(internalEndpoint(v)) }},
	{"ip_host", func(v view, _ Lang) (string, bool) {
		return fact(onlyIf(osshost.IsLocal(calledHost(v)), shorten(calledHost(v))))
	}},
	{"key", func(v view, _ Lang) (string, bool) {
		key := cmp.Or(v.AccessKeyID, keySent(v.r))
		return fact(onlyIf(key != gate.Hidden, shorten(key)))
	}},
	{"key_clean", func(v view, _ Lang) (string, bool) {
		return whether(v.AccessKeyID != "" && v.ev.key == keySound && v.evidence != nil)
	}},
	{"key_length", func(v view, lang Lang) (string, bool) {
		return fact(onlyIf(v.ev.key == keyShort, lang.characters(v.ev.keyLength)))
	}},
	{"kms", func(v view, _ Lang) (string, bool) { return whether(v.is(KindKMSForbidden)) }},
	{"kms_key", func(v view, _ Lang) (string, bool) { return fact(shorten(headerOf(v.r, kmsKeyHeader))) }},
	{"known_action", func(v view, _ Lang) (string, bool) { return fact(judgedAction(v)) }},
	{"known_bucket", func(v view, lang Lang) (string, bool) { return fact(named(lang.say("bucket "), v.Bucket)) }},
	{"known_grantee", func(v view, lang Lang) (string, bool) { return fact(grantee(v.denial(), lang)) }},
	{"known_resource", func(v view, _ Lang) (string, bool) { return fact(shorten(v.judgedResource())) }},
	{"late", func(v view, lang Lang) (string, bool) {
		if at := expiry(v); !at.IsZero() && v.clock().ServerTime.After(at) {
			return lang.duration(v.clock().ServerTime.Sub(at)), true
		}
		return "", false
	}},
	{"level", func(v view, lang Lang) (string, bool) {
		switch v.denial().PolicyType {
		case "AccountLevelIdentityBasedPolicy":
			return lang.say("at account level"), true
		case "ResourceGroupLevelIdentityBasedPolicy":
			return lang.say("at resource group level"), true
		}
		return "", false
	}},
	{"lifetime", func(v view, _ Lang) (string, bool) {
		seconds, ok := lifetime(v.r)
		return fact(onlyIf(ok, strconv.FormatInt(seconds, 10)))
	}},
	{"lists_buckets", func(v view, _ Lang) (string, bool) {
		action := refusedAction(v)
		return whether(action == "" || chars.CompareFold(action, "oss:ListBuckets") == 0)
	}},
	{"lost_part", func(v view, lang Lang) (string, bool) {
		return v.sayChange(lang.part, signing.HeaderLost, signing.QueryLost)
	}},
	{"mainland", func(v view, _ Lang) (string, bool) { return whether(isMainland(v)) }},
	{"max_skew", func(v view, lang Lang) (string, bool) {
		if d := v.clock().MaxSkew; d > 0 {
			return lang.duration(d), true
		}
		return lang.duration(signing.MaxSkew), false
	}},
	{"maybe_head", func(v view, _ Lang) (string, bool) {
		return whether(v.method() == http.MethodHead || v.r == nil && v.method() == "")
	}},
	{"message", func(v view, _ Lang) (string, bool) { return whether(v.Message != "") }},
	{"method_used", func(v view, _ Lang) (string, bool) {
		if d := v.ev.compared.suspect(signing.HeadRequest); d != nil {
			return shorten(d.Client), true
		}
		return fact(shorten(methodOf(v.r)))
	}},
	{"needed", func(v view, lang Lang) (string, bool) {
		needs, inferred := v.grant()
		return fact(onlyIf(inferred, actionNames(needs, lang)))
	}},
	{"needed_on_bucket", func(v view, _ Lang) (string, bool) {
		needs, inferred := v.grant()
		return whether(inferred && len(needs) > 0 && !slices.ContainsFunc(needs, func(n ram.NeededAction) bool { return strings.Contains(n.Resource, "/") }))
	}},
	{"no_such_action", func(v view, _ Lang) (string, bool) { return fact(v.noSuchAction()) }},
	{"object", func(v view, lang Lang) (string, bool) {
		return factOr(named(lang.say("object "), v.Object), lang.say("the object"))
	}},
	{"object_arn", func(v view, _ Lang) (string, bool) { return bucketARN(v) + "/*", v.Bucket != "" }},
	{"origin", func(v view, _ Lang) (string, bool) { return fact(named("", headerOf(v.r, "Origin"))) }},
	{"oss_host", func(v view, _ Lang) (string, bool) { return whether(osshost.IsOSS(osshost.WithoutPort(calledHost(v)))) }},
	{"oss_url", func(v view, _ Lang) (string, bool) { return ossURL(v), v.Bucket != "" && v.Object != "" }},
	{"other_method", func(v view, _ Lang) (string, bool) {
		return fact(onlyIf(v.r != nil && !reads(v.r) && v.ev.headers.isCDN(), shorten(methodOf(v.r))))
	}},
	{"path_style", func(v view, _ Lang) (string, bool) { return whether(v.r.InPath()) }},
	{"path_switch", func(v view, lang Lang) (string, bool) { return fact(lang.say(v.client().path)) }},
	{"permanent", func(v view, _ Lang) (string, bool) { return whether(v.hasKey("LTAI")) }},
	{"plain_http", func(v view, _ Lang) (string, bool) { return whether(v.r != nil && v.r.PlainHTTP) }},
	{"policy", func(v view, _ Lang) (string, bool) { return whether(v.isGrantable()) }},
	{"policy_ec", func(v view, _ Lang) (string, bool) { return whether(detailOfEC(v.EC) == denyInBucketPolicy) }},
	{"policy_gaps", func(v view, _ Lang) (string, bool) {
		needs, _ := v.grant()
		return whether(slices.ContainsFunc(needs, hasGap))
	}},
	{"presignable", func(v view, _ Lang) (string, bool) { return whether(v.presignable()) }},
	{"principal", func(v view, lang Lang) (string, bool) {
		return factOr(principal(v.denial(), lang), lang.say("the caller"))
	}},
	{"provider_setting", func(v view, lang Lang) (string, bool) { return fact(lang.say(v.client().provider)) }},
	{"public", func(v view, _ Lang) (string, bool) { return whether(!v.is(KindKMSForbidden) && !v.writes()) }},
	{"public_endpoint", func(v view, _ Lang) (string, bool) { return fact(publicEndpoint(v)) }},
	{"quoted_message", func(v view, _ Lang) (string, bool) { return fact(named("", v.Message)) }},
	{"raw", func(v view, _ Lang) (string, bool) { return whether(len(v.ev.raw) > 0) }},
	{"referer", func(v view, _ Lang) (string, bool) { return fact(named("", headerOf(v.r, "Referer"))) }},
	{"region", func(v view, _ Lang) (string, bool) { return fact(osshost.Region(v.BucketEndpoint)) }},
	{"request_id", func(v view, _ Lang) (string, bool) { return fact(shorten(v.RequestID)) }},
	{"request_time", func(v view, _ Lang) (string, bool) { return fact(timestamp(v.clock().RequestTime)) }},
	{"restore_time", func(v view, lang Lang) (string, bool) { return restoreTime(v, lang) }},
	{"restricted_ec", func(v view, _ Lang) (string, bool) {
		return fact(onlyIf(detailOfEC(v.EC) == keyDisabledOrRestricted, v.EC))
	}},
	{"rewritten", func(v view, _ Lang) (string, bool) {
		return whether(v.ev.compared.isChanged() && v.r != nil && !osshost.IsOSS(v.r.Host))
	}},
	{"s3", func(v view, _ Lang) (string, bool) {
		return whether(v.Signature != nil && strings.HasPrefix(v.Signature.Scheme, "S3 ") ||
			v.r != nil && strings.HasPrefix(v.r.Signature.Scheme, "S3 "))
	}},
	{"s3_v2", func(v view, _ Lang) (string, bool) {
		return whether(v.Signature != nil && v.Signature.Scheme == "S3 V2")
	}},
	{"scheme", func(v view, _ Lang) (string, bool) {
		if v.Signature == nil {
			return "", false
		}
		return fact(shorten(v.Signature.Scheme))
	}},
	{"scope_from", func(v view, lang Lang) (string, bool) {
		return v.saySuspect(lang.clientValue, signing.ScopeDate, signing.ScopeRegion, signing.ScopeProduct)
	}},
	{"scope_to", func(v view, lang Lang) (string, bool) {
		return v.saySuspect(func(d *signing.Difference) string { return lang.orNone(d.Server) }, signing.ScopeDate, signing.ScopeRegion, signing.ScopeProduct)
	}},
	{"server", func(v view, _ Lang) (string, bool) { return fact(shorten(v.ev.headers.server)) }},
	{"server_time", func(v view, _ Lang) (string, bool) { return fact(timestamp(v.clock().ServerTime)) }},
	{"signed", func(v view, _ Lang) (string, bool) { return whether(v.r.IsSigned()) }},
	{"signed_header", func(v view, _ Lang) (string, bool) { return whether(signedInHeader(v)) }},
	{"signed_url", func(v view, _ Lang) (string, bool) { return whether(v.r != nil && v.r.Signature.In == request.InQuery) }},
	{"skew", func(v view, lang Lang) (string, bool) {
		d, ok := skew(v.Clock)
		if !ok {
			return "", false
		}
		return lang.skew(d), true
	}},
	{"storage_class", func(v view, _ Lang) (string, bool) { return fact(v.ev.headers.storageClass) }},
	{"string_to_sign", func(v view, _ Lang) (string, bool) {
		return whether(v.Signature != nil && v.Signature.StringToSign != "")
	}},
	{"temporary", func(v view, _ Lang) (string, bool) { return whether(v.hasKey("STS.")) }},
	{"the_action", func(v view, lang Lang) (string, bool) {
		return factOr(lang.about("the action %s", judgedAction(v)), lang.say("this action"))
	}},
	{"to_internal", func(v view, _ Lang) (string, bool) {
		return whether(sameRegion(v) && strings.Contains(v.BucketEndpoint, "-internal"))
	}},
	{"token_operation", func(v view, _ Lang) (string, bool) {
		return whether(strings.Contains(strings.ToLower(v.Message), "interface"))
	}},
	{"token_region", func(v view, _ Lang) (string, bool) {
		return whether(strings.Contains(strings.ToLower(v.Message), "region"))
	}},
	{"token_sent", func(v view, _ Lang) (string, bool) { return whether(tokenSent(v)) }},
	{"token_setting", func(v view, lang Lang) (string, bool) { return fact(lang.say(v.client().token)) }},
	{"url_method", func(v view, _ Lang) (string, bool) {
		if d := v.ev.compared.suspect(signing.HeadRequest); d != nil && d.Client != http.MethodHead { // which is a reason
			return fact(shorten(d.Client))
		}
		return "", false
	}},
	{"user_id", func(v view, _ Lang) (string, bool) { return fact(userID(v.denial())) }},
	{"v4", func(v view, _ Lang) (string, bool) {
		return whether(v.r != nil && strings.HasSuffix(v.r.Signature.Scheme, "V4"))
	}},
	{"vpc_ec", func(v view, _ Lang) (string, bool) { return whether(signing.RefusalOf(v.EC) == signing.OtherVPC) }},
	{"writes", func(v view, _ Lang) (string, bool) { return whether(v.writes()) }},
}

// whether is the fact that something is so.
func whether(known bool) (string, bool) { return "", known }

// fact is one that has no general word: "" is not known.
func fact(value string) (string, bool) { return value, value != "" }

// factOr is a fact that has a general word.
func factOr(value, general string) (string, bool) {
	if value == "" {
		return general, false
	}
	return value, true
}

// ossURL writes the object as ossutil wants it, quoted for a shell where that is needed.
func ossURL(v view) string {
	url := "oss://" + cmp.Or(shorten(v.Bucket), "BUCKET") + "/" + cmp.Or(shorten(v.Object), "OBJECT")
	if strings.ContainsFunc(url, func(r rune) bool {
		return r >= utf8.RuneSelf || !chars.IsLetterOrDigit(byte(r)) && !strings.ContainsRune(":/._-", r)
	}) {
		return shellQuoted(url)
	}
	return url
}

func bucketARN(v view) string { return "acs:oss:*:*:" + cmp.Or(shorten(v.Bucket), "BUCKET") }

// fill returns what stands for a placeholder. A name that is no placeholder is not known of any error.
func (v view) fill(lang Lang, name string) (words string, known bool) {
	filled.Do(func() {
		filled.by = make(map[string]*placeholder, len(placeholders))
		for i := range placeholders {
			filled.by[placeholders[i].name] = &placeholders[i]
		}
	})
	if p := filled.by[name]; p != nil {
		return p.in(v, lang)
	}
	return "", false
}

// filled is placeholders by name. Like index it is made when it is asked for first.
var filled struct {
	sync.Once
	by map[string]*placeholder
}

// callbackReason returns why a callback refused, in either wording.
func callbackReason(v view) string {
	message := trimStops(chars.OneLine(v.Message))
	if reason := behindWords(message, "reason: "); reason != "" {
		return shorten(reason)
	}
	return shorten(onlyIf(!strings.HasSuffix(message, ":"), message))
}
