package oss403

import "strings"

var cdnRows = []row{
	{
		reason: ReasonCDNListing, kinds: []Kind{KindListBucketsForbidden, KindBucketNotOwned, KindBucketACLDenied},
		holds: func(v view) bool {
			return v.ev.headers.isCDNSigned() && (v.is(KindListBucketsForbidden) || v.r != nil && v.r.Object == "" && v.Object == "" && len(v.r.Query) == 0)
		},
		retry: RetryNever, actor: ActorBucketOwner, topics: []topic{topicCDNListBuckets, topicCDNPrivateBucket}, act: actHost, finds: cdnFinding,
	},
	{
		reason: ReasonCDNOrigin,
		kinds: []Kind{KindActionForbidden, KindBucketACLDenied, KindBucketNotOwned, KindObjectReadDenied, KindObjectAccessDenied,
			KindAccessDeniedUnspecified, KindKMSForbidden, KindRAMPolicyImplicitDeny},
		holds: func(v view) bool { return v.ev.headers.isCDNSigned() },
		retry: RetryAfterGrant, actor: ActorAccountOwner, topics: []topic{topicCDNPrivateBucket}, act: actHost, finds: cdnFinding,
	},
	{kinds: []Kind{KindUnknown}, finds: cdnFinding},
}

func cdnFinding(v view, f *findings) {
	if v.ev.headers.isCDNSigned() {
		f.add("X-Oss-Cdn-Auth", "success", "", "A CDN signed the request to OSS, so it is judged by the permissions of the CDN's role.")
	}
	tengineFinding(v, f)
}

// tengineFinding shows what a CDN says of its refusal: a rule of its own, or what OSS told it.
func tengineFinding(v view, f *findings) {
	said := v.ev.headers.cdnError
	meaning := cdnRuleOf(said).meaning
	switch {
	case meaning != "":
	case matchCatalog("", said).kind != "":
		meaning = "The CDN quotes here what OSS said."
	default:
		meaning = "This is why the CDN refused, or what OSS told it."
	}
	f.add("X-Tengine-Error", said, "", meaning)
}

// cdnRule is a rule of a CDN that refused a request: what the CDN says of it, what that means, and
// the setting of the CDN that it comes from.
type cdnRule struct {
	said             string // in lower case
	meaning, setting phrase
}

// cdnRules is what Alibaba Cloud CDN documents of X-Tengine-Error.
var cdnRules = [...]cdnRule{
	{"denied by req auth: no url arg auth_key", "The CDN demands signed URLs, and this one has no auth_key.", "URL Signing"},
	{"denied by req auth: expired timestamp", "The CDN demands signed URLs, and the auth_key of this one has expired.", "URL Signing"},
	{"denied by req auth: invalid md5hash", "The CDN demands signed URLs, and the auth_key of this one is not what the CDN calculated.", "URL Signing"},
	{"denied by referer acl", "The Referer list of the CDN refused the Referer, or its absence.", "Hotlink Protection"},
	{"denied by ip acl = blacklist", "The IP address of the caller is on the blacklist of the CDN.", "IP Blacklist/Whitelist"},
	{"denied by ip acl = not in whitelist", "The IP address of the caller is not on the whitelist of the CDN.", "IP Blacklist/Whitelist"},
	{"black ua", "The User-Agent is on the blacklist of the CDN.", "User-Agent Blacklist/Whitelist"},
	{"not in white ua", "The User-Agent is not on the whitelist of the CDN.", "User-Agent Blacklist/Whitelist"},
}

// cdnRuleOf returns the rule that X-Tengine-Error names, none if it names none that is known.
func cdnRuleOf(said string) *cdnRule {
	said = strings.ToLower(strings.TrimSpace(said))
	for i := range cdnRules {
		if said == cdnRules[i].said {
			return &cdnRules[i]
		}
	}
	return &noRule
}

var noRule cdnRule
