package oss403

import (
	"strings"

	"github.com/oss403/oss403/internal/request"
	"github.com/oss403/oss403/internal/signing"
)

// escapedRows come before those of a signature that was lost, and of one that never was: behind an escaped &
// OSS sees neither.
var escapedRows = []row{
	{
		reason: ReasonEscapedAmpersand, kinds: []Kind{KindSignatureParametersMissing, KindSignatureMismatch, KindAnonymousObjectDenied, KindAnonymousBucketDenied},
		holds: func(v view) bool {
			return v.r != nil && v.r.Escape != "" || v.ev.compared.suspect(signing.EscapedAmpersand) != nil
		},
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV1, topicPresignV4}, act: actBucket,
		finds: func(v view, f *findings) {
			if d := v.ev.compared.suspect(signing.EscapedAmpersand); d != nil {
				f.add(shorten(d.Part), f.lang.orNone(d.Client), f.lang.orNone(d.Server), suspicionMeaning(signing.EscapedAmpersand))
				return
			}
			f.add("URL", v.r.Escape, "&", "The URL was copied out of HTML or JSON, so that OSS does not see the parameters after the escaped &.")
		},
	},
}

var urlParameterRows = []row{
	{
		reason: ReasonSignatureMissing, kinds: []Kind{KindSignatureParametersMissing},
		holds: func(v view) bool {
			return lacks(v, request.SignatureParameters, signing.SignatureMissing, signing.SignatureBlank)
		},
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket, finds: nothing,
	},
	{
		reason: ReasonExpiresMissing, kinds: []Kind{KindSignatureParametersMissing},
		holds: func(v view) bool {
			return lacks(v, request.ExpiresParameters, signing.ExpiresMissing, signing.ExpiresBlank)
		},
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket, finds: nothing,
	},
	{
		reason: ReasonAccessKeyIDMissing, kinds: []Kind{KindSignatureParametersMissing},
		holds: func(v view) bool { return lacks(v, request.KeyIDParameters, signing.KeyIDMissing, signing.KeyIDBlank) },
		retry: RetryAfterSigning, actor: ActorCaller, act: actBucket, finds: nothing,
	},
	{kinds: []Kind{KindSignatureParametersMissing}, act: actBucket},
}

// lacks says whether a signed URL lacks a parameter: by the EC, which tells which it is, or else by the
// request, which has none of these names.
func lacks(v view, names []string, missing, blank signing.Refusal) bool {
	if told := signing.RefusalOf(v.EC); told.OfParameter() {
		return told == missing || told == blank
	}
	if v.r == nil || len(v.r.Query) == 0 {
		return false
	}
	for _, p := range v.r.Query {
		for _, name := range names {
			if strings.EqualFold(p.Name, name) {
				return false
			}
		}
	}
	return true
}
