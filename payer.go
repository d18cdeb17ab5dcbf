package oss403

import (
	"strings"

	"github.com/oss403/oss403/internal/request"
)

var payerKinds = []Kind{KindRequesterPaysRequired}

var payerRows = []row{
	{
		reason: ReasonPayerLost, kinds: []Kind{KindRequesterPaysRequired},
		holds: func(v view) bool {
			if v.r == nil {
				return false
			}
			if v.r.Signature.In == request.InQuery {
				value, _ := v.r.Value("x-oss-request-payer")
				return strings.EqualFold(value, "requester")
			}
			return strings.EqualFold(headerOf(v.r, "X-Oss-Request-Payer"), "requester")
		},
		retry: RetryNever, actor: ActorCaller, act: actHost, finds: signedFinding,
	},
	{
		reason: ReasonPayerParameterMissing, kinds: []Kind{KindRequesterPaysRequired},
		holds: func(v view) bool {
			return v.EC == "0003-00000702" || v.EC != "0003-00000703" && v.r != nil && v.r.Signature.In == request.InQuery
		},
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket, finds: signedFinding,
	},
	{
		reason: ReasonPayerHeaderMissing, kinds: []Kind{KindRequesterPaysRequired},
		holds: func(v view) bool {
			return v.EC == "0003-00000703" || v.EC != "0003-00000702" && v.r != nil && v.r.Signature.In == request.InHeader
		},
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket, finds: signedFinding,
	},
	{kinds: []Kind{KindRequesterPaysRequired}, act: actBucket, finds: signedFinding},
	{kinds: []Kind{KindRequesterPaysAnonymous}, act: actBucket, finds: signedFinding},
}
