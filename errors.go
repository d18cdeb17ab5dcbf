package oss403

import (
	"cmp"
	"io/fs"
	"iter"
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/mask"
	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/request"
	"github.com/oss403/oss403/internal/signing"
)

// Error is a 403 of OSS: what OSS said, and which kind of 403 that is. It is always used as
// *Error. Every method is safe on a nil pointer and on a zero value.
//
// [Error.Error] is one line for a log, %+v a few lines of facts, [Error.Report] the whole
// explanation for a person:
//
//	oss403: bucket "b" is served by oss-cn-beijing.aliyuncs.com, not by oss-cn-hangzhou.aliyuncs.com: use oss-cn-beijing.aliyuncs.com (kind=EndpointMismatch code=AccessDenied ec=0003-00001403 request_id=684B…)
//
// No field and no output but [Error.Raw], [Signature.RawStringToSign] and
// [Denial.DiagnosticMessage] holds a token, a signature or a whole AccessKey ID. Fields are ""
// or nil where the answer, and the request as far as it is known, did not say.
type Error struct {
	Kind           Kind    // what went wrong
	Basis          Basis   // which evidence chose Kind
	Code           Code    // in OSS's spelling; never invented
	Message        string  // OSS's words, space trimmed, secrets masked
	EC             string  // OSS's fine-grained error number, as in 0003-00001403
	RequestID      string  // what Alibaba Cloud's support asks for
	HostID         string  // the host that was called, as OSS saw it
	Op             string  // the client's operation or the HTTP method
	Bucket, Object string  // as the answer or the request names them; Object is not escaped
	BucketEndpoint string  // the endpoint OSS asks for; OSS's word, not to be trusted blindly
	AccessKeyID    string  // masked
	RecommendDoc   string  // OSS's own link for this answer, unchecked; Remedy.Docs has it only if it is safe
	Denial         *Denial // AccessDeniedDetail
	Clock          *Clock  // RequestTime, ServerTime, Expires
	Signature      *Signature

	// Reflection, as in %v of a copy or a test framework's diff, cannot look into a func.
	evidence func() *evidence
}

// evidence is what an Error keeps but never shows as it is.
type evidence struct {
	raw        string
	diagnostic string
	request    *request.Request // nil: not known
	needs      *neededOnce      // what that needs; not nil
	wire       *wire            // not nil
	signing    *signingResult   // nil: not a signature that did not match, or nothing to go by
	key        keyFlaw          // what the echoed AccessKey ID shows
	keyLength  int
	top        error // the caller's error, what Unwrap returns; nil if there was only an answer
	node       error // the client's error in it
	isDocument bool  // the body is an error document
	wrapped    bool  // by Wrap, so that Error says what callers said
	secrets    mask.Secrets
	room       [3]string // for the first of them
}

// Denial is AccessDeniedDetail: OSS's account of which policy refused what to whom. Values are
// OSS's own; "" where OSS left one out.
type Denial struct {
	PolicyType       string // ControlPolicy, SessionPolicy, AssumeRolePolicy, AccountLevelIdentityBasedPolicy, ResourceGroupLevelIdentityBasedPolicy
	NoPermissionType string // ExplicitDeny, ImplicitDeny
	Action           string // the RAM action that was checked, as in oss:PutObject
	PrincipalType    string // SubUser, AssumedRoleUser, Federated
	PrincipalOwnerID string // the ID of the account that the principal belongs to
	PrincipalName    string // AuthPrincipalDisplayName: the ID of a RAM user, role:session of a role

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
	Scheme           string // "V1", "V2", "V4", "S3 V2", "S3 V4"; "" when not known
	StringToSign     string // what OSS signed, masked
	CanonicalRequest string // V4: what OSS hashed into StringToSign, masked

	stringToSign func() string
}

// RawStringToSign returns what OSS signed, with the blanks at its ends, "" if the answer does not
// say. Only what XML cannot carry (line breaks other than \n, bytes that are no UTF-8) is not as
// OSS had it. It holds the security token of a temporary AccessKey: print it nowhere.
func (s *Signature) RawStringToSign() string {
	if s == nil || s.stringToSign == nil {
		return ""
	}
	return s.stringToSign()
}

// From returns the first 403 of OSS in err's tree, whatever made it: an *Error, or an error of OSS
// SDK v1 or v2, aws-sdk-go-v2, aws-sdk-go, minio-go or aliyungo, however deep it is wrapped or
// joined. What an S3 client made counts only if something in it tells OSS from other stores.
// false means that there is none; the *Error is nil then.
//
// An error that kept nothing but a text is for [ParseText].
func From(err error) (*Error, bool) {
	for e := range All(err) {
		return e, true
	}
	return nil, false
}

// All returns every 403 of OSS in err's tree, in the tree's order: an error before those it
// wraps, the errors of a Join from left to right.
func All(err error) iter.Seq[*Error] {
	return func(yield func(*Error) bool) {
		left := maxNodes
		walk(err, "", &left, yield)
	}
}

// Is says whether any 403 of OSS in err's tree is any of the targets. Unlike errors.Is it also
// looks into an SDK's error that was not wrapped.
func Is(err error, first Target, more ...Target) bool {
	for e := range All(err) {
		if e.Is(first) {
			return true
		}
		for _, t := range more {
			if e.Is(t) {
				return true
			}
		}
	}
	return false
}

// Target is what [Is] takes: a [Kind], a [Code] or a [Category].
type Target interface {
	error
	target()
}

// Wrap explains err if it is a 403 of OSS: the result is an *Error that keeps the text which
// callers put in front, and err with its whole chain as Unwrap. Any other error, nil included, is
// returned as it is.
//
// So is a tree that holds an *Error already, and one in which the 403 lies below a Join or
// several %w: it says more than one thing. [From], [Is] and [All] see through it.
func Wrap(err error) error {
	if err == nil {
		return nil
	}
	// Only a single chain can become one *Error, so that errors.As finds nothing it did not before.
	left, operation := maxNodes, ""
	for at := err; at != nil && left > 0 && !isNil(at); left-- {
		if _, ok := at.(*Error); ok {
			return err
		}
		if e, found := fromClient(err, at, &operation); e != nil {
			e.evidence().wrapped = true
			return e
		} else if found {
			return err
		}
		at = unwrap(at)
	}
	return err
}

// WrapValue is [Wrap] around a call that returns a value too:
//
//	body, err := oss403.WrapValue(bucket.GetObject(key))
func WrapValue[T any](v T, err error) (T, error) {
	return v, Wrap(err)
}

// maxNodes ends the walk through a chain that bites its own tail.
const maxNodes = 1 << 16

// walk yields the 403s below err. It returns false when yield did, or when it has seen enough.
func walk(err error, operation string, left *int, yield func(*Error) bool) bool {
	top := err
	for err != nil && !isNil(err) {
		if *left--; *left < 0 {
			return false
		}
		if e, ok := err.(*Error); ok {
			return yield(e)
		}
		if e, found := fromClient(top, err, &operation); e != nil {
			return yield(e)
		} else if found {
			return true
		}
		if x, ok := err.(interface{ Unwrap() []error }); ok {
			for _, err := range x.Unwrap() {
				if !walk(err, operation, left, yield) {
					return false
				}
			}
			return true
		}
		err = unwrap(err)
	}
	return true
}

// isNil says whether err is a nil pointer in an interface, whose methods may panic.
func isNil(err error) bool {
	v := reflect.ValueOf(err)
	return v.Kind() == reflect.Pointer && v.IsNil()
}

// fromClient explains err, if a client made it of an answer; top is the error around. found says
// that there is an answer in err, which may be none of OSS: then e is nil. operation is the name
// that an error around it gave.
func fromClient(top, err error, operation *string) (e *Error, found bool) {
	switch x := err.(type) {
	case oss.ServiceError:
		return explainServiceError(&x, top, err, *operation)
	case *oss.ServiceError:
		return explainServiceError(x, top, err, *operation)
	}
	a, found := fromSDKText(err)
	if !found {
		var name string
		if a, name = fromOtherClient(err); name != "" {
			*operation = name
		}
		if a == nil {
			return nil, false
		}
	}
	a.operation = *operation
	e, _ = a.decode(top, err)
	return e, true
}

// unwrap returns the error inside err, nil if there is none or more than one. Cause is how
// github.com/pkg/errors called it before Go had Unwrap.
func unwrap(err error) error {
	switch x := err.(type) {
	case interface{ Unwrap() error }:
		return x.Unwrap()
	case interface{ Cause() error }:
		return x.Cause()
	}
	return nil
}

// decode makes an Error of an answer, if the answer is OSS's. top is the caller's error and node
// the client's in it; both are nil if there was only an answer.
func (a *answer) decode(top, node error) (*Error, bool) {
	if a.Code == "BadErrorResponse" { // what SDK v2 and the Java SDK call a body that they could not read
		a.Code = ""
	}
	p := a.place()
	kind, basis := classify(&p, a)
	switch a.origin(&p) {
	case originOSS:
	case originBetween:
		kind, basis = KindIntermediary, BasisNone
	default:
		return nil, false
	}
	if a.kind != "" && a.kind != kind { // our own line says what we knew then
		kind, basis = a.kind, BasisNone
	}
	// One piece of memory for what most answers need.
	w := &struct {
		Error
		evidence evidence
		denial   Denial
		needs    neededOnce
	}{}
	e, ev := &w.Error, &w.evidence
	ev.raw, ev.needs, ev.top, ev.node = a.raw, &w.needs, top, node
	ev.key, ev.keyLength = a.keyFlaw(), len(cmp.Or(a.AccessKeyID, a.AWSAccessKeyID))
	a.addSecrets(ev)
	ev.request = a.request.Masked(&ev.secrets)
	shown := ev.secrets.Shown
	ev.wire, ev.isDocument = a.wire.shown(&ev.secrets), a.isDocument
	if kind == KindSignatureMismatch {
		ev.signing = a.compareSigning(shown)
	}
	e.evidence = func() *evidence { return ev }
	e.Kind, e.Basis = kind, basis
	e.Code = p.code
	if !p.known {
		e.Code = Code(shown(a.Code))
	}
	e.Message = a.shownMessage(&p, &ev.secrets)
	if e.EC = a.EC; p.ec == nil || p.ec.ec != a.EC {
		e.EC = shown(a.EC)
	}
	e.RequestID = shown(a.RequestID)
	e.HostID = shown(a.HostID)
	e.BucketEndpoint = shown(a.Endpoint)
	e.AccessKeyID = mask.ID(cmp.Or(a.AccessKeyID, a.AWSAccessKeyID))
	if e.RecommendDoc = a.RecommendDoc; !isOwnLink(a.RecommendDoc, a.EC) {
		e.RecommendDoc = shown(a.RecommendDoc)
	}
	e.Clock = a.clock()
	if a.HasDenial {
		a.fillDenial(&w.denial, &ev.secrets)
		ev.diagnostic = a.EncodedDiagnosticMessage
		w.denial.evidence = e.evidence
		e.Denial = &w.denial
	}
	e.Signature = a.signature(&ev.secrets)
	e.Op = shown(a.operation)
	e.Bucket, e.Object = ev.secrets.ShownName(a.Bucket), ev.secrets.MaskName(a.Object)
	if r := a.request; r != nil {
		if e.Op == "" {
			e.Op = shown(r.Method)
		}
		if e.Bucket == "" {
			e.Bucket = ev.secrets.ShownName(r.Bucket)
		}
		if e.Object == "" {
			e.Object = ev.secrets.MaskName(r.Object)
		}
	}
	if e.Bucket == "" {
		if bucket, style := osshost.Bucket(a.HostID); style == osshost.VirtualHosted {
			e.Bucket = ev.secrets.ShownName(bucket)
		}
	}
	return e, true
}

// shownMessage masks the message. OSS's own words hold no secret, unless one reads like a word.
func (a *answer) shownMessage(p *placed, s *mask.Secrets) string {
	if p.basis == BasisMessage && len(a.Message) < maxFact && (p.exact || chars.Visible(a.Message) == a.Message) && !s.In(a.Message) {
		return a.Message
	}
	return chars.VisibleLines(s.Mask(a.Message))
}

// isOwnLink says whether link is the one that OSS gives for an EC.
func isOwnLink(link, ec string) bool {
	const long, short = "https://api.alibabacloud.com/troubleshoot?q=", "https://api.aliyun.com/troubleshoot?q="
	rest, ok := strings.CutPrefix(link, long)
	if !ok {
		rest, ok = strings.CutPrefix(link, short)
	}
	return ok && rest == ec && form.IsEC(ec)
}

// addSecrets collects what must not be shown, from the answer and its request.
func (a *answer) addSecrets(ev *evidence) {
	s := &ev.secrets
	s.Use(&ev.room)
	if a.request != nil {
		s.Join(&a.request.Secrets)
	}
	s.Add(a.SecurityToken)
	s.Add(a.SignatureProvided)
	s.Add(a.EncodedDiagnosticMessage)
	s.Add(a.StringToSignBytes)
	s.AddID(a.AccessKeyID)
	s.AddID(a.AWSAccessKeyID)
}

func (a *answer) fillDenial(d *Denial, s *mask.Secrets) {
	// OSS's own words hide nothing.
	if d.PolicyType = a.PolicyType; !isPolicyType(d.PolicyType) {
		d.PolicyType = s.Shown(d.PolicyType)
	}
	if d.NoPermissionType = a.NoPermissionType; d.NoPermissionType != "ExplicitDeny" && d.NoPermissionType != "ImplicitDeny" {
		d.NoPermissionType = s.Shown(d.NoPermissionType)
	}
	d.Action = s.Shown(a.AuthAction)
	d.PrincipalType = s.Shown(a.PrincipalType)
	d.PrincipalOwnerID = s.Shown(a.PrincipalOwnerID)
	d.PrincipalName = s.Shown(a.PrincipalName)
}

func (a *answer) clock() *Clock {
	if a.RequestTime == "" && a.ServerTime == "" && a.Expires == "" && a.MaxSkew == "" {
		return nil
	}
	c := Clock{
		RequestTime: form.ParseTime(a.RequestTime),
		ServerTime:  form.ParseTime(a.ServerTime),
		Expires:     form.ParseTime(a.Expires),
	}
	if ms, err := strconv.ParseInt(a.MaxSkew, 10, 64); err == nil && ms > 0 && ms <= math.MaxInt64/int64(time.Millisecond) {
		c.MaxSkew = time.Duration(ms) * time.Millisecond
	}
	if c == (Clock{}) {
		return nil
	}
	return &c
}

func (a *answer) signature(s *mask.Secrets) *Signature {
	scheme := signing.SchemeOfAnswer(&a.Error)
	if scheme == "" && a.StringToSign == "" && a.CanonicalRequest == "" {
		return nil
	}
	raw := a.RawStringToSign
	return &Signature{
		Scheme:           scheme,
		StringToSign:     chars.VisibleLines(s.Mask(a.StringToSign)),
		CanonicalRequest: chars.VisibleLines(s.Mask(a.CanonicalRequest)),
		stringToSign:     func() string { return raw },
	}
}

// Unwrap returns the error that was explained: the caller's whole chain, down to the client's
// error. It is nil where there was only an answer.
func (e *Error) Unwrap() error {
	if e == nil || e.evidence == nil {
		return nil
	}
	return e.evidence().top
}

// Is makes kinds, codes and categories targets of errors.Is. A 403 that is about permission also
// is [fs.ErrPermission]; one about a clock, an endpoint or an unpaid bill is not.
func (e *Error) Is(target error) bool {
	if e == nil {
		return false
	}
	switch t := target.(type) {
	case Kind:
		return e.Kind.orUnknown() == t.orUnknown()
	case Code:
		return t != "" && e.Code == t
	case Category:
		return t != "" && e.Kind.Category() == t
	}
	return target == fs.ErrPermission && e.Kind.Category() == CategoryPermission
}

// As fills a *Kind, *Code or *Category for errors.As, so that a switch needs no *Error:
//
//	var kind oss403.Kind
//	if errors.As(err, &kind) { switch kind { … } }
//
// It leaves a *Code alone where the answer had no code.
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
	return false
}

// Retry returns what must happen before a retry of this very request can succeed. It may be
// finer than that of the kind.
func (e *Error) Retry() Retry {
	if e == nil {
		return RetryUnknown
	}
	// A key that something else signs with is not renewed here.
	if _, other := fact(e, English, "key_other"); other && e.Kind.Category() == CategoryCredentials {
		return RetryAfterSigning
	}
	// What is not signed can be signed, whoever would have to grant what.
	if _, unsigned := fact(e, English, "unsigned"); unsigned && e.Kind.Retry() == RetryAfterGrant {
		return RetryAfterSigning
	}
	return e.Kind.Retry()
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
