package oss403

// Reasons of an answer that is not OSS's own.
const (
	// ReasonCDNRule: a CDN refused the request by a rule of its own, which X-Tengine-Error names.
	ReasonCDNRule Reason = "CDNRule"
	// ReasonCDNRefusedMethod: a CDN passed the answer on, and the request is no download.
	ReasonCDNRefusedMethod Reason = "CDNRefusedMethod"
	// ReasonCDNAnswered: a CDN passed the answer on, and nothing in it is OSS's.
	ReasonCDNAnswered Reason = "CDNAnswered"
	// ReasonForeignDocument: the body is an error document without any mark of OSS.
	ReasonForeignDocument Reason = "ForeignDocument"
	// ReasonPageAnswered: the body is a page, as proxies, firewalls and filing (ICP) checks send.
	ReasonPageAnswered Reason = "PageAnswered"
)

var intermediaryKinds = []Kind{KindIntermediary}

var intermediaryRows = []row{
	{
		reason: ReasonCDNRule, kinds: intermediaryKinds,
		holds: func(v view) bool { return cdnRuleOf(v.ev.wire.cdnError).said != "" },
		retry: RetryUnknown, actor: ActorBucketOwner, topics: []topic{topicCDNAccessControl}, act: actHost, finds: intermediaryFinding,
	},
	{
		reason: ReasonCDNRefusedMethod, kinds: intermediaryKinds,
		holds: func(v view) bool { return v.r != nil && v.r.Method != "GET" && v.ev.wire.isCDN() },
		retry: RetryOtherEndpoint, actor: ActorCaller, topics: []topic{topicHosts, topicErrorResponses}, act: actHost, finds: intermediaryFinding,
	},
	{
		reason: ReasonCDNAnswered, kinds: intermediaryKinds,
		holds: func(v view) bool { return v.ev.wire.isCDN() },
		retry: RetryUnknown, actor: ActorBucketOwner, topics: []topic{topicCDNAccessControl, topicErrorResponses}, act: actHost, finds: intermediaryFinding,
	},
	{
		reason: ReasonForeignDocument, kinds: intermediaryKinds,
		holds: func(v view) bool { return v.ev.isDocument },
		retry: RetryUnknown, actor: ActorCaller, act: actHost, finds: intermediaryFinding,
	},
	{
		reason: ReasonPageAnswered, kinds: intermediaryKinds,
		holds: func(v view) bool { return v.ev.wire.html },
		retry: RetryUnknown, actor: ActorCaller, topics: []topic{topicCustomDomain, topicErrorResponses}, act: actHost, finds: intermediaryFinding,
	},
	{kinds: intermediaryKinds, act: actHost, finds: intermediaryFinding},
}

func intermediaryFinding(v view, f *findings) {
	w := v.ev.wire
	f.add("Server", w.server, "AliyunOSS", "This names the software that answered.")
	f.add("Via", w.via, "", "This names what passed the answer on.")
	if w.cdnHeader != "" && w.cdnHeader != "X-Tengine-Error" { // which is shown with its value
		f.add(w.cdnHeader, f.lang.say("present"), "", "Alibaba Cloud CDN puts this header into answers.")
	}
	tengineFinding(v, f)
	if w.html {
		f.add(f.lang.say("body"), "HTML", "XML", "The body is a page, as proxies, firewalls and filing (ICP) checks send; OSS sends XML.")
	}
	if v.ev.isDocument && v.Code != "" {
		f.add(f.lang.say("body"), string(v.Code), "", "The body is an error document that has no mark of OSS.")
	}
}
