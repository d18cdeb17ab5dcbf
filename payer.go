package oss403

import (
	"strings"

	"github.com/oss403/oss403/internal/request"
)

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
			return lacksPayer(v, payerParameterMissing, request.InQuery)
		},
		retry: RetryNever, actor: ActorCaller, act: actBucket, finds: signedFinding,
	},
	{
		reason: ReasonPayerHeaderMissing, kinds: []Kind{KindRequesterPaysRequired},
		holds: func(v view) bool {
			return lacksPayer(v, payerHeaderMissing, request.InHeader)
		},
		retry: RetryNever, actor: ActorCaller, act: actBucket, finds: signedFinding,
	},
	{kinds: []Kind{KindRequesterPaysRequired}, act: actBucket, finds: signedFinding},
	{kinds: []Kind{KindRequesterPaysAnonymous}, act: actBucket, finds: signedFinding},
}

// lacksPayer says whether it is this that is missing: by the EC, or else by where the request is signed.
func lacksPayer(v view, what ecDetail, signed request.Place) bool {
	if told := detailOfEC(v.EC); told != noDetail {
		return told == what
	}
	return v.r != nil && v.r.Signature.In == signed
}
