package oss403test

import (
	"cmp"
	"slices"
	"strings"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/signing"
)

// words is what OSS says in an answer of a kind.
type words struct {
	code             oss403.Code
	message, ec      string
	policyType       string // of AccessDeniedDetail; "" where there is none
	noPermissionType string
}

const (
	byBucketPolicy = "Access denied by bucket policy."
	byBucketACL    = "You have no right to access this object because of bucket acl."
	madeUp         = "This message is made up by oss403test."
	accountLevel   = "AccountLevelIdentityBasedPolicy"
)

// wordsOf takes them from the catalog, except where AccessDeniedDetail decides, or where the
// message stands under another kind only.
func wordsOf(kind oss403.Kind) words {
	const denied = oss403.CodeAccessDenied
	switch kind {
	case oss403.KindRAMPolicyExplicitDeny:
		return words{denied, byBucketPolicy, "0003-00000201", accountLevel, "ExplicitDeny"}
	case oss403.KindRAMPolicyImplicitDeny:
		return words{denied, byBucketACL, "0003-00000001", accountLevel, "ImplicitDeny"}
	case oss403.KindBucketAndRAMPolicyDeny:
		return words{denied, byBucketPolicy, "0003-00000203", accountLevel, "ExplicitDeny"}
	case oss403.KindControlPolicyDenied:
		return words{denied, byBucketPolicy, "0003-00000201", "ControlPolicy", "ExplicitDeny"}
	case oss403.KindAssumeRolePolicyDenied:
		return words{denied, "AccessDenied", "", "AssumeRolePolicy", "ImplicitDeny"}
	case oss403.KindRequesterPaysAnonymous:
		return words{code: denied, message: "Access denied for requester pay bucket", ec: "0003-00000701"}
	}
	w := catalogWords(kind)
	if kind == oss403.KindSessionPolicyDenied {
		w.policyType, w.noPermissionType = "SessionPolicy", "ImplicitDeny"
	}
	return w
}

// catalogWords looks for a message of the kind that comes with an EC, then for one without, then
// for an EC, with the message that is seen with it. A kind that the catalog does not hold gets
// words that decide nothing.
func catalogWords(kind oss403.Kind) words {
	var found words
	for e := range oss403.Catalog() {
		if e.Kind != kind || e.Message == "" {
			continue
		}
		for _, ec := range e.EC {
			// An EC may decide for a finer kind than the message does.
			if k, _ := oss403.Classify(e.Code, e.Message, ec); k == kind {
				return words{code: e.Code, message: e.Message, ec: ec}
			}
		}
		if found.code == "" {
			found = words{code: e.Code, message: e.Message}
		}
	}
	if found.code != "" {
		found.ec = ecFor(kind, found)
		return found
	}
	for e := range oss403.Catalog() {
		if e.Kind != kind {
			continue
		}
		w := words{code: e.Code}
		if len(e.EC) > 0 {
			w.ec = e.EC[0]
			w.message = messageWith(e.Code, w.ec)
		}
		if w.code == "" {
			w.code, w.message = oss403.CodeAccessDenied, madeUp
		}
		return w
	}
	return words{code: oss403.CodeAccessDenied, message: madeUp}
}

// ecFor is an EC of the kind that goes with words which the catalog has without one, "" if there is
// none.
func ecFor(kind oss403.Kind, w words) string {
	for e := range oss403.Catalog() {
		if e.Kind != kind || e.Code != "" && e.Code != w.code {
			continue
		}
		for _, ec := range e.EC {
			if k, _ := oss403.Classify(w.code, w.message, ec); k == kind {
				return ec
			}
		}
	}
	return ""
}

// messageWith is the message that an EC is seen with.
func messageWith(code oss403.Code, ec string) string {
	for e := range oss403.Catalog() {
		if e.Code == code && e.Message != "" && slices.Contains(e.EC, ec) {
			return e.Message
		}
	}
	return ""
}

// fill replaces the braces of a message.
func fill(message string, f *facts) string {
	return strings.NewReplacer(
		"{action}", f.action,
		"{reason}", "ExampleReason",
		"{condition}", cmp.Or(f.condition, `["eq", "$success_action_status", "200"]`),
	).Replace(message)
}

// ecOf is the EC of a kind that has several, by how the request is signed; "" for any other.
func (f *facts) ecOf(kind oss403.Kind) string {
	switch kind {
	case oss403.KindAccessKeyNotFound:
		if f.token == "" {
			return signing.ECOf(signing.KeyUnknown, f.scheme)
		}
		return signing.ECOf(signing.KeyUnknownToSTS, f.scheme)
	case oss403.KindSignatureMismatch:
		if f.scheme == postForm {
			return signing.ECOf(signing.FormMismatch, f.scheme)
		}
		return signing.ECOf(signing.Mismatch, f.scheme)
	case oss403.KindRequestExpired:
		return signing.ECOf(signing.Expired, f.scheme)
	case oss403.KindClockSkew:
		return signing.ECOf(signing.Skewed, f.scheme)
	}
	return ""
}

// postForm stands for the signature of a form, which is no scheme of its own.
const postForm = "form"

// sign says how the request is signed, and what OSS signs of it.
func (f *facts) sign(in *incoming) {
	sig := &in.sent.Signature
	def(&f.accessKeyID, sig.KeyID)
	f.scheme, f.signature, f.token = sig.Scheme, sig.Value, sig.Token
	signed, _ := signing.Verify(in.sent, "")
	f.stringToSign, f.canonicalRequest = signed.StringToSign, signed.CanonicalRequest
}
