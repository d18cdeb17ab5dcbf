package oss403

var corsRows = []row{
	{
		reason: ReasonCORSHeaders, kinds: []Kind{KindCORSNotAllowed},
		holds: func(v view) bool {
			return headerOf(v.r, "Origin") != "" && headerOf(v.r, "Access-Control-Request-Headers") != ""
		},
		retry: RetryNever, actor: ActorBucketOwner, andKind: true, act: actBucket, finds: corsFinding,
	},
	{kinds: []Kind{KindCORSNotAllowed, KindCORSNotEnabled}, act: actBucket, finds: corsFinding},
}

func corsFinding(v view, f *findings) {
	for _, name := range [...]string{"Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"} {
		f.add(name, headerOf(v.r, name), "", "A CORS rule has to allow this.")
	}
}
