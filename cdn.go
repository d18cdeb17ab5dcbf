package oss403

var cdnKinds = []Kind{KindListBucketsForbidden, KindActionForbidden, KindBucketACLDenied, KindBucketNotOwned, KindObjectReadDenied, KindObjectAccessDenied,
	KindAccessDeniedUnspecified, KindKMSForbidden, KindRAMPolicyImplicitDeny, KindUnknown, KindIntermediary}

var cdnRows = []row{
	{
		reason: ReasonCDNListing, kinds: []Kind{KindListBucketsForbidden, KindBucketNotOwned, KindBucketACLDenied},
		holds: func(v view) bool {
			return v.ev.wire.isCDNSigned() && (v.is(KindListBucketsForbidden) || v.r != nil && v.r.Object == "" && v.Object == "" && len(v.r.Query) == 0)
		},
		retry: RetryNever, actor: ActorBucketOwner, topics: []topic{topicAccessControl}, act: actHost, finds: cdnFinding,
	},
	{
		reason: ReasonCDNOrigin, kinds: []Kind{KindListBucketsForbidden, KindActionForbidden, KindBucketACLDenied, KindBucketNotOwned, KindObjectReadDenied, KindObjectAccessDenied, KindAccessDeniedUnspecified, KindKMSForbidden, KindRAMPolicyImplicitDeny, KindUnknown, KindIntermediary},
		holds: func(v view) bool { return v.ev.wire.isCDNSigned() },
		retry: RetryAfterGrant, actor: ActorAccountOwner, topics: []topic{topicAccessControl, topicRAMExamples}, act: actHost, finds: cdnFinding,
	},
}

func cdnFinding(v view, f *findings) {
	if v.ev.wire.isCDNSigned() {
		f.add("X-Oss-Cdn-Auth", "success", "", "A CDN signed the request to OSS, so it is judged by the permissions of the CDN's role.")
	}
	tengineFinding(v, f)
}

// tengineFinding shows what a CDN quotes of OSS.
func tengineFinding(v view, f *findings) {
	f.add("X-Tengine-Error", v.ev.wire.cdnError, "", "The CDN quotes here what OSS said.")
}
