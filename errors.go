package oss403

import (
	"errors"
	"io/fs"
	"net/http"
	"time"
)

// Error is a 403 of OSS: what OSS said, which kind of 403 that is, and for which reason. It is always used as
// *Error. Every method is safe on a nil pointer and on a zero value.
//
// [Error.Error] is one line for a log, %+v a few lines of facts, [Error.Report] the whole
// explanation for a person:
//
//	oss403: bucket "b" is served by oss-cn-beijing.aliyuncs.com, not by oss-cn-hangzhou.aliyuncs.com: use oss-cn-beijing.aliyuncs.com (kind=EndpointMismatch code=AccessDenied ec=0003-00001403 request_id=684B…)
//
// No field and no output but [Error.Raw], [Signature.RawStringToSign] and [Denial.DiagnosticMessage] holds a
// token, a signature or a whole AccessKey ID. Fields are "" or nil where the answer, and the request as far
// as it is known, did not say; Kind is KindUnknown then, and an empty Kind is read as KindUnknown.
type Error struct {
	Kind           Kind       // what went wrong
	Reason         Reason     // which cause of Kind the evidence proves; "" if no more than Kind
	Basis          Basis      // which evidence chose Kind
	Code           Code       // in OSS's spelling; never invented
	Message        string     // OSS's words, space trimmed, secrets masked
	EC             string     // OSS's fine-grained error number, as in 0003-00001403
	RequestID      string     // what Alibaba Cloud's support asks for
	HostID         string     // the host that was called, as OSS saw it
	Op             string     // the client's operation or the HTTP method
	Bucket, Object string     // as the answer or the request names them, without escapes; what may be secret is masked
	BucketEndpoint string     // the endpoint to use: one of OSS, or of the private cloud that the request is known to have gone to; else "", whatever the answer names
	AccessKeyID    string     // masked
	RecommendDoc   string     // OSS's own link for this answer; "" if it does not lead to a host of Alibaba Cloud over https
	Denial         *Denial    // AccessDeniedDetail
	Clock          *Clock     // RequestTime, ServerTime, Expires
	Signature      *Signature // what OSS signed, where a signature did not match

	// Reflection, as in %v of a copy or a test framework's diff, cannot look into a func.
	evidence func() *evidence
}

// Denial is AccessDeniedDetail: OSS's account of which policy refused what to whom. Values are
// OSS's own; "" where OSS left one out.
type Denial struct {
	PolicyType       string `json:"policy_type,omitempty"`        // ControlPolicy, SessionPolicy, AssumeRolePolicy, AccountLevelIdentityBasedPolicy, ResourceGroupLevelIdentityBasedPolicy
	NoPermissionType string `json:"no_permission_type,omitempty"` // ExplicitDeny, ImplicitDeny
	Action           string `json:"action,omitempty"`             // the RAM action that was checked, as in oss:PutObject
	PrincipalType    string `json:"principal_type,omitempty"`     // SubUser, AssumedRoleUser, Federated
	PrincipalOwnerID string `json:"principal_owner_id,omitempty"` // the ID of the account that the principal belongs to
	PrincipalName    string `json:"principal_name,omitempty"`     // AuthPrincipalDisplayName: the ID of a RAM user, role:session of a role

	evidence func() *evidence
}

// DiagnosticMessage returns EncodedDiagnosticMessage, "" if there was none. RAM's
// DecodeDiagnosticMessage turns it into the policy that decided. It is sensitive: print it nowhere.
func (d *Denial) DiagnosticMessage() string {
	if d == nil || d.evidence == nil {
		return ""
	}
	return d.evidence().diagnostic
}

// Clock is the times of an answer, in UTC; a time is zero where the answer has none.
type Clock struct {
	RequestTime time.Time     // the request's own time, as OSS read it
	ServerTime  time.Time     // OSS's time
	Expires     time.Time     // when the signed URL expired
	MaxSkew     time.Duration // how far RequestTime may be from ServerTime; 0: not said
}

// Signature is what OSS says of a signature that did not match.
type Signature struct {
	Scheme           string `json:"scheme,omitempty"`            // "V1", "V2", "V4", "S3 V2", "S3 V4"; "" when not known
	StringToSign     string `json:"string_to_sign,omitempty"`    // what OSS signed, masked
	CanonicalRequest string `json:"canonical_request,omitempty"` // V4: what OSS hashed into StringToSign, masked

	stringToSign func() string
	signed       func() (texts []string, signature string) // what Check needs; nil: not known
}

// RawStringToSign returns what OSS signed, with the spaces at its ends, "" if the answer does not say. Only
// what XML cannot carry (line breaks other than \n, bytes that are no UTF-8) is lost. It holds the security
// token of a temporary AccessKey: print it nowhere.
func (s *Signature) RawStringToSign() string {
	if s == nil || s.stringToSign == nil {
		return ""
	}
	return s.stringToSign()
}

// Target is what [Is] takes: a [Kind], a [Reason], a [Code] or a [Category].
type Target interface {
	error
	target()
}

// Unwrap returns the error that was explained: the caller's whole chain, down to the client's
// error. It is nil where there was only an answer.
func (e *Error) Unwrap() error {
	if e == nil || e.evidence == nil {
		return nil
	}
	return e.evidence().top
}

// Is makes kinds, reasons, codes and categories targets of errors.Is. A 403 that is about permission also
// is [fs.ErrPermission]; one about a clock, an endpoint or an unpaid bill is not.
func (e *Error) Is(target error) bool {
	if e == nil {
		return false
	}
	switch t := target.(type) {
	case Kind:
		return e.Kind.orUnknown() == t.orUnknown()
	case Reason:
		return t != "" && e.Reason == t
	case Code:
		return t != "" && e.Code == t
	case Category:
		return t != "" && e.Kind.Category() == t
	}
	return target == fs.ErrPermission && e.Kind.Category() == CategoryPermission
}

// As fills a *Kind, *Reason, *Code or *Category for errors.As, so that a switch needs no *Error:
//
//	var kind oss403.Kind
//	if errors.As(err, &kind) { switch kind { … } }
//
// It leaves a *Code alone where the answer had no code, and a *Reason where none is proved. It also finds a
// client's error that another error in the chain hides from errors.As.
func (e *Error) As(target any) bool {
	if e == nil {
		return false
	}
	switch t := target.(type) {
	case *Kind:
		if t != nil {
			*t = e.Kind.orUnknown()
		}
		return t != nil
	case *Reason:
		if t != nil && e.Reason != "" {
			*t = e.Reason
		}
		return t != nil && e.Reason != ""
	case *Code:
		if t != nil && e.Code != "" {
			*t = e.Code
		}
		return t != nil && e.Code != ""
	case *Category:
		if t != nil {
			*t = e.Kind.Category()
		}
		return t != nil
	}
	if e.evidence != nil && e.evidence().hidden {
		return errors.As(e.evidence().node, target)
	}
	return false
}

// Raw returns a copy of the answer's body as it was sent, secrets included, at most 64 KiB; for a
// HEAD answer the XML of x-oss-err. It is nil where there was no body.
func (e *Error) Raw() []byte {
	if e == nil || e.evidence == nil {
		return nil
	}
	if e.evidence().raw == "" {
		return nil
	}
	return []byte(e.evidence().raw)
}

// ErrorCode returns Code, for code written against smithy's interfaces; "" if the answer had none.
func (e *Error) ErrorCode() string {
	if e == nil {
		return ""
	}
	return string(e.Code)
}

// HTTPStatusCode returns 403.
func (e *Error) HTTPStatusCode() int { return http.StatusForbidden }
