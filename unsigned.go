package oss403

import (
	"strings"

	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/request"
)

// lostRows come before those of the endpoint, and unsignedRows behind them: to sign a request that goes
// to the wrong host does not help.
var lostRows = []row{
	{
		reason: ReasonURLSignatureLost, kinds: []Kind{KindAnonymousBucketDenied, KindAnonymousObjectDenied, KindAnonymousOperationForbidden, KindRequesterPaysAnonymous},
		holds: func(v view) bool { return v.r != nil && v.r.Signature.In == request.InQuery },
		retry: RetryNever, actor: ActorCaller, act: actHost, finds: signedFinding,
	},
	{
		reason: ReasonAuthorizationLost, kinds: []Kind{KindAnonymousBucketDenied, KindAnonymousObjectDenied, KindAnonymousOperationForbidden, KindRequesterPaysAnonymous},
		holds: func(v view) bool { return v.r != nil && v.r.Signature.In == request.InHeader },
		retry: RetryNever, actor: ActorCaller, act: actHost, finds: signedFinding,
	},
}

var unsignedRows = []row{
	{
		reason: ReasonUnsigned,
		kinds: []Kind{KindAnonymousBucketDenied, KindAnonymousObjectDenied, KindAnonymousOperationForbidden, KindBucketACLDenied, KindObjectReadDenied,
			KindObjectWriteDenied, KindObjectAccessDenied, KindObjectACLReadDenied, KindObjectACLWriteDenied, KindBucketNotOwned,
			KindAccessDeniedUnspecified, KindListBucketsForbidden, KindActionForbidden, KindKMSForbidden},
		holds: func(v view) bool { return v.r != nil && v.r.Signature.In == request.Unsigned && !isForm(v.r) },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV4, topicAccessControl, topicBlockPublic}, act: actBucket, finds: signedFinding,
	},
}

// isForm says whether r may be the form of a PostObject, which is signed in its fields. Its URL names
// neither an object nor a parameter.
func isForm(q *request.Request) bool {
	if q.Method != "POST" || q.Object != "" || len(q.Query) > 0 {
		return false
	}
	contentType := q.Header.Get("Content-Type")
	return len(q.Form) > 0 || contentType == "" || strings.HasPrefix(contentType, "multipart/form-data")
}

// signedFinding says how the request was signed.
func signedFinding(v view, f *findings) {
	if v.r == nil || v.ev.headers.isCDNSigned() { // then the CDN's signature is what OSS saw
		return
	}
	meaning := phrase("The request is signed, so it is judged by the permissions of this AccessKey.")
	switch v.Kind {
	case KindAnonymousBucketDenied, KindAnonymousObjectDenied, KindAnonymousOperationForbidden, KindRequesterPaysAnonymous:
		meaning = "The request was signed when it was sent, and OSS saw no signature."
	}
	switch v.r.Signature.In {
	case request.Unsigned:
		f.add("Authorization", f.lang.say("none"), "", "The request carries no signature, neither in a header nor in its URL.")
	case request.InHeader:
		f.add("Authorization", f.lang.say("%s signature, AccessKey %s", v.r.Signature.Scheme, gate.ID(v.r.Signature.KeyID)), "", meaning)
	case request.InQuery:
		f.add("URL", f.lang.say("%s signature, AccessKey %s", v.r.Signature.Scheme, gate.ID(v.r.Signature.KeyID)), "", meaning)
	}
}

// presignable says whether an SDK can presign the request: one for an object, by its method and not
// by a sub-resource that no SDK presigns. An operation on a bucket is none.
func (v view) presignable() bool {
	if v.r == nil {
		return v.Object != ""
	}
	return v.r.Object != "" && !strings.HasSuffix(v.r.Bucket, "/") && (v.r.Method == "" || v.r.Method == "GET" || v.r.Method == "HEAD" || v.r.Method == "PUT" || v.r.Method == "DELETE")
}
