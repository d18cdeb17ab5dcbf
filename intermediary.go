package oss403

var intermediaryRows = []row{
	{
		reason: ReasonCDNRule, kinds: []Kind{KindIntermediary},
		holds: func(v view) bool { return cdnRuleOf(v.ev.headers.cdnError).said != "" },
		retry: RetryUnknown, actor: ActorBucketOwner, topics: []topic{topicCDNAccessControl}, act: actHost, finds: intermediaryFinding,
	},
	{
		reason: ReasonCDNRefusedMethod, kinds: []Kind{KindIntermediary},
		holds: func(v view) bool { return v.r != nil && !reads(v.r) && v.ev.headers.isCDN() },
		retry: RetryOtherEndpoint, actor: ActorCaller, topics: []topic{topicHosts, topicErrorResponses}, act: actHost, finds: intermediaryFinding,
	},
	{
		reason: ReasonCDNAnswered, kinds: []Kind{KindIntermediary},
		holds: func(v view) bool { return v.ev.headers.isCDN() },
		retry: RetryUnknown, actor: ActorBucketOwner, topics: []topic{topicCDNAccessControl, topicErrorResponses}, act: actHost, finds: intermediaryFinding,
	},
	{
		reason: ReasonForeignDocument, kinds: []Kind{KindIntermediary},
		holds: func(v view) bool { return v.ev.isDocument },
		retry: RetryUnknown, actor: ActorCaller, act: actHost, finds: intermediaryFinding,
	},
	{
		reason: ReasonPageAnswered, kinds: []Kind{KindIntermediary},
		holds: func(v view) bool { return v.ev.isPage },
		retry: RetryUnknown, actor: ActorCaller, topics: []topic{topicCustomDomain, topicErrorResponses}, act: actHost, finds: intermediaryFinding,
	},
	{kinds: []Kind{KindIntermediary}, act: actHost, finds: intermediaryFinding},
}

func intermediaryFinding(v view, f *findings) {
	h := v.ev.headers
	f.add("Server", h.server, "AliyunOSS", "This names the software that answered.")
	f.add("Via", h.via, "", "This names what passed the answer on.")
	if h.cdnHeader != "" && h.cdnHeader != "X-Tengine-Error" { // which is shown with its value
		f.add(h.cdnHeader, f.lang.say("present"), "", "Alibaba Cloud CDN puts this header into answers.")
	}
	tengineFinding(v, f)
	if v.ev.isPage {
		f.add(f.lang.say("body"), "HTML", "XML", "The body is a page, as proxies, firewalls and filing (ICP) checks send; OSS sends XML.")
	}
	if v.ev.isDocument && v.Code != "" {
		f.add(f.lang.say("body"), string(v.Code), "", "The body is an error document that has no mark of OSS.")
	}
}
