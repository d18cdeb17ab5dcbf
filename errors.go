package oss403

import (
	"io/fs"
	"iter"
	"math"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
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
	request    *request       // nil: not known
	wire       *wire          // not nil
	signing    *signingResult // nil: not a signature that did not match, or nothing to go by
	key        keyFlaw        // what the echoed AccessKey ID shows
	keyLength  int
	top        error // the caller's error, what Unwrap returns; nil if there was only an answer
	node       error // the client's error in it
	isDocument bool  // the body is an error document
	wrapped    bool  // by Wrap, so that Error says what callers said
	secrets    secrets
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
	if a.code == "BadErrorResponse" { // what SDK v2 and the Java SDK call a body that they could not read
		a.code = ""
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
	}{}
	e, ev := &w.Error, &w.evidence
	ev.raw, ev.request, ev.top, ev.node = a.raw, a.request, top, node
	ev.key, ev.keyLength = a.keyFlaw(), len(first(a.accessKeyID, a.awsAccessKeyID))
	a.addSecrets(ev)
	shown := ev.secrets.shown
	ev.wire, ev.isDocument = a.wire.shown(&ev.secrets), a.isDocument
	if kind == KindSignatureMismatch {
		ev.signing = a.compareSigning(shown)
	}
	e.evidence = func() *evidence { return ev }
	e.Kind, e.Basis = kind, basis
	e.Code = p.code
	if !p.known {
		e.Code = Code(shown(a.code))
	}
	e.Message = a.shownMessage(&p, &ev.secrets)
	if e.EC = a.ec; p.ec == nil || p.ec.ec != a.ec {
		e.EC = shown(a.ec)
	}
	e.RequestID = shown(a.requestID)
	e.HostID = shown(a.hostID)
	e.BucketEndpoint = shown(a.endpoint)
	e.AccessKeyID = maskID(first(a.accessKeyID, a.awsAccessKeyID))
	if e.RecommendDoc = a.recommendDoc; !isOwnLink(a.recommendDoc, a.ec) {
		e.RecommendDoc = shown(a.recommendDoc)
	}
	e.Clock = a.clock()
	if a.hasDenial {
		a.fillDenial(&w.denial, &ev.secrets)
		ev.diagnostic = a.encodedDiagnosticMessage
		w.denial.evidence = e.evidence
		e.Denial = &w.denial
	}
	e.Signature = a.signature(&ev.secrets)
	e.Op = shown(a.operation)
	e.Bucket, e.Object = ev.secrets.shownName(a.bucket), ev.secrets.maskName(a.object)
	if r := a.request; r != nil {
		if e.Op == "" {
			e.Op = shown(r.method)
		}
		if e.Bucket == "" {
			e.Bucket = ev.secrets.shownName(r.bucket)
		}
		if e.Object == "" {
			e.Object = ev.secrets.maskName(r.object)
		}
	}
	if e.Bucket == "" {
		if bucket, style := hostBucket(a.hostID); style == virtualHosted {
			e.Bucket = ev.secrets.shownName(bucket)
		}
	}
	return e, true
}

// shownMessage masks the message. OSS's own words hold no secret, unless one reads like a word.
func (a *answer) shownMessage(p *placed, s *secrets) string {
	if p.basis == BasisMessage && len(a.message) < maxFact && (p.exact || visible(a.message) == a.message) && !s.in(a.message) {
		return a.message
	}
	return visibleLines(s.mask(a.message))
}

// isOwnLink says whether link is the one that OSS gives for an EC.
func isOwnLink(link, ec string) bool {
	const long, short = "https://api.alibabacloud.com/troubleshoot?q=", "https://api.aliyun.com/troubleshoot?q="
	rest, ok := strings.CutPrefix(link, long)
	if !ok {
		rest, ok = strings.CutPrefix(link, short)
	}
	return ok && rest == ec && isEC(ec)
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// addSecrets collects what must not be shown, from the answer and its request.
func (a *answer) addSecrets(ev *evidence) {
	s := &ev.secrets
	s.values, s.ids = ev.room[:0:2], ev.room[2:2:3]
	if a.request != nil {
		s.values = append(s.values, a.request.secrets.values...)
		s.ids = append(s.ids, a.request.secrets.ids...)
		s.shortest, s.spaced = a.request.secrets.shortest, a.request.secrets.spaced
	}
	s.value(a.securityToken)
	s.value(a.signatureProvided)
	s.value(a.encodedDiagnosticMessage)
	s.value(a.stringToSignBytes)
	s.id(a.accessKeyID)
	s.id(a.awsAccessKeyID)
}

func (a *answer) fillDenial(d *Denial, s *secrets) {
	// OSS's own words hide nothing.
	if d.PolicyType = a.policyType; !isPolicyType(d.PolicyType) {
		d.PolicyType = s.shown(d.PolicyType)
	}
	if d.NoPermissionType = a.noPermissionType; d.NoPermissionType != "ExplicitDeny" && d.NoPermissionType != "ImplicitDeny" {
		d.NoPermissionType = s.shown(d.NoPermissionType)
	}
	d.Action = s.shown(a.authAction)
	d.PrincipalType = s.shown(a.principalType)
	d.PrincipalOwnerID = s.shown(a.principalOwnerID)
	d.PrincipalName = s.shown(a.principalName)
}

func (a *answer) clock() *Clock {
	if a.requestTime == "" && a.serverTime == "" && a.expires == "" && a.maxSkew == "" {
		return nil
	}
	c := Clock{
		RequestTime: parseTime(a.requestTime),
		ServerTime:  parseTime(a.serverTime),
		Expires:     parseTime(a.expires),
	}
	if ms, err := strconv.ParseInt(a.maxSkew, 10, 64); err == nil && ms > 0 && ms <= math.MaxInt64/int64(time.Millisecond) {
		c.MaxSkew = time.Duration(ms) * time.Millisecond
	}
	if c == (Clock{}) {
		return nil
	}
	return &c
}

// parseTime reads the forms in which OSS writes a time; the zero time for anything else.
func parseTime(s string) time.Time {
	if s == "" {
		return time.Time{}
	}
	layout := time.RFC1123
	switch {
	case len(s) > 4 && s[4] == '-':
		layout = time.RFC3339Nano
	case len(s) > 8 && s[8] == 'T':
		layout = "20060102T150405Z"
	case strings.HasSuffix(s, " GMT"):
		layout = http.TimeFormat
	case len(s) > 5 && (s[len(s)-5] == '+' || s[len(s)-5] == '-'): // +0800
		layout = time.RFC1123Z
	}
	if t, err := time.Parse(layout, s); err == nil {
		return t.UTC()
	}
	return time.Time{}
}

func (a *answer) signature(s *secrets) *Signature {
	scheme := a.scheme()
	if scheme == "" && a.stringToSign == "" && a.canonicalRequest == "" {
		return nil
	}
	raw := a.rawStringToSign
	return &Signature{
		Scheme:           scheme,
		StringToSign:     visibleLines(s.mask(a.stringToSign)),
		CanonicalRequest: visibleLines(s.mask(a.canonicalRequest)),
		stringToSign:     func() string { return raw },
	}
}

// scheme tells the signing scheme by what OSS signed, else by the EC of a mismatch.
func (a *answer) scheme() string {
	switch {
	case strings.HasPrefix(a.stringToSign, "OSS4-HMAC-SHA256"):
		return "V4"
	case strings.HasPrefix(a.stringToSign, "AWS4-HMAC-SHA256"):
		return "S3 V4"
	}
	if f := findEC(a.ec); f != nil && f.scheme != "" {
		return f.scheme
	}
	if a.stringToSign != "" && a.awsAccessKeyID != "" {
		return "S3 V2"
	}
	return ""
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
