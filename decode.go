package oss403

import (
	"cmp"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/ram"
	"github.com/oss403/oss403/internal/signing"
)

// decode makes an Error of an answer, if the answer is OSS's. top is the caller's error and node
// the client's in it; both are nil if there was only an answer.
func decode(a *answer, top, node error) (*Error, bool) {
	if a.Code == "BadErrorResponse" { // what SDK v2 and the Java SDK call a body that they could not read
		a.Code = ""
	}
	p := matchAnswer(a)
	kind, basis := classify(&p, a)
	switch originOf(a, &p) {
	case originOSS:
	case originBetween:
		kind, basis = KindIntermediary, BasisNone
	default:
		return nil, false
	}
	if a.text != nil && a.text.basis != "" {
		basis = a.text.basis
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
	ev.raw, ev.top, ev.node = a.raw, top, node
	ev.key, ev.keyLength = keyFlawOf(a), len(cmp.Or(a.AccessKeyID, a.AWSAccessKeyID))
	addSecrets(ev, a)
	if a.request != nil {
		ev.request = a.request.Masked(&ev.secrets)
	}
	if a.request != nil || a.operation != "" {
		ev.needs = new(neededOnce)
	}
	shown := ev.secrets.Line
	ev.headers, ev.isDocument, ev.isPage, ev.echoesToken = a.headers.masked(&ev.secrets), a.isDocument, a.isPage, a.SecurityToken != ""
	if kind == KindSignatureMismatch {
		ev.compared = compare(a, ev.secrets.SignedLine)
	}
	e.evidence = func() *evidence { return ev }
	e.Kind, e.Basis = kind, basis
	e.Code = p.code
	if !p.codeKnown {
		e.Code = Code(shown(a.Code))
	}
	e.Message = maskMessage(a, &p, &ev.secrets)
	if e.EC = a.EC; p.ec == nil {
		e.EC = onlyIf(form.IsEC(a.EC), a.EC)
	}
	if e.RequestID = a.RequestID; !form.IsRequestID(a.RequestID) {
		e.RequestID = onlyIf(a.text == nil || form.IsID(a.RequestID), shown(a.RequestID)) // a text may call anything so
	}
	var bucketOfHost string
	e.HostID, bucketOfHost = maskHost(a.HostID, kind, &ev.secrets)
	if e.BucketEndpoint = usableEndpoint(a.Endpoint, a.request); e.BucketEndpoint == "" {
		ev.otherEndpoint = shown(a.Endpoint)
	}
	e.AccessKeyID = gate.ID(cmp.Or(a.AccessKeyID, a.AWSAccessKeyID))
	if e.RecommendDoc = a.RecommendDoc; a.RecommendDoc != "" && !isTroubleshootLink(a.RecommendDoc, a.EC) {
		e.RecommendDoc = shown(onlyIf(safeURL(a.RecommendDoc) != "", a.RecommendDoc))
	}
	e.Clock = clockOf(a)
	if a.HasDenial {
		fillDenial(&w.denial, a, &ev.secrets)
		ev.diagnostic = a.EncodedDiagnosticMessage
		w.denial.evidence = e.evidence
		e.Denial = &w.denial
	}
	e.Signature = signatureOf(a, &ev.secrets)
	e.Op = shown(a.operation)
	e.Bucket, e.Object = ev.secrets.NameLine(a.Bucket), ev.secrets.Name(a.Object)
	if r := a.request; r != nil {
		if e.Op == "" {
			e.Op = shown(r.Method)
		}
		if e.Bucket == "" {
			e.Bucket = ev.secrets.NameLine(r.Bucket)
		}
		if e.Object == "" {
			e.Object = ev.secrets.Name(r.Object)
		}
	}
	e.Bucket = cmp.Or(e.Bucket, bucketOfHost)
	e.Reason = view{e, ev, ev.request}.diagnose()
	return e, true
}

// maskMessage masks the message. OSS's own words hold no secret; what stands in a template's places may.
func maskMessage(a *answer, p *match, s *gate.Secrets) string {
	if p.basis == BasisMessage && len(a.Message) < maxFact && (p.exact || chars.Visible(a.Message) == a.Message && !s.In(a.Message)) {
		return a.Message
	}
	return chars.VisibleLines(s.Text(a.Message))
}

// maskHost masks the host that an answer names, and returns the bucket in it, "" if there is none. A
// bucket is shown as Bucket is: mybkt.oss-cn-hangzhou.aliyuncs.com is no secret, however few vowels the
// name has. Where MinIO answered, its name is a digest.
func maskHost(host string, kind Kind, s *gate.Secrets) (shown, bucket string) {
	if kind == KindIntermediary && len(host) == 64 && chars.IsHexString(host) && !s.In(host) {
		return host, ""
	}
	if bucket, ok := osshost.RegionalBucket(host); ok && s.NameLine(bucket) == bucket {
		return host, bucket
	}
	bucket, style := osshost.Bucket(host)
	if style != osshost.VirtualHosted {
		return s.Line(host), ""
	}
	endpoint := host[len(bucket):]
	bucket = s.NameLine(bucket)
	if shown = s.Line(host); shown != host && !s.In(host) {
		shown = bucket + s.Line(endpoint)
	}
	return shown, bucket
}

// isTroubleshootLink says whether link is the one that OSS gives for an EC.
func isTroubleshootLink(link, ec string) bool {
	const long, short = "https://api.alibabacloud.com/troubleshoot?q=", "https://api.aliyun.com/troubleshoot?q="
	before, ok := strings.CutSuffix(link, ec)
	return ok && (before == long || before == short) && form.IsEC(ec)
}

// addSecrets collects what must not be shown, from the answer and its request.
func addSecrets(ev *evidence, a *answer) {
	s := &ev.secrets
	s.Use(ev.room[:])
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

func fillDenial(d *Denial, a *answer, s *gate.Secrets) {
	// OSS's own words hide nothing.
	if d.PolicyType = a.PolicyType; !isPolicyType(d.PolicyType) {
		d.PolicyType = s.Line(d.PolicyType)
	}
	if d.NoPermissionType = a.NoPermissionType; d.NoPermissionType != "ExplicitDeny" && d.NoPermissionType != "ImplicitDeny" {
		d.NoPermissionType = s.Line(d.NoPermissionType)
	}
	if d.Action = a.AuthAction; !ram.IsAction(d.Action) && (!form.IsAction(d.Action) || s.In(d.Action)) {
		d.Action = s.Line(d.Action)
	}
	switch d.PrincipalType = a.PrincipalType; d.PrincipalType {
	case "SubUser", "AssumedRoleUser", "Federated":
	default:
		d.PrincipalType = s.Line(d.PrincipalType)
	}
	d.PrincipalOwnerID = maskNumber(a.PrincipalOwnerID, s)
	d.PrincipalName = maskNumber(a.PrincipalName, s)
}

// maskNumber masks what is not the number of an account or a user, which hides nothing.
func maskNumber(value string, s *gate.Secrets) string {
	if value == "" || len(value) <= len("18446744073709551615") && chars.IsDigits(value) {
		return value
	}
	return s.Line(value)
}

func clockOf(a *answer) *Clock {
	if a.RequestTime == "" && a.ServerTime == "" && a.Expires == "" && a.MaxSkew == "" {
		return nil
	}
	c := Clock{
		RequestTime: form.ParseTime(a.RequestTime),
		ServerTime:  form.ParseTime(a.ServerTime),
		Expires:     form.ParseTime(a.Expires),
	}
	ms, _ := strconv.ParseInt(a.MaxSkew, 10, 64)
	c.MaxSkew = milliseconds(ms)
	if c == (Clock{}) {
		return nil
	}
	return &c
}

// milliseconds returns a duration, 0 for one that cannot be.
func milliseconds(ms int64) time.Duration {
	if ms < 0 || ms > math.MaxInt64/int64(time.Millisecond) {
		return 0
	}
	return time.Duration(ms) * time.Millisecond
}

func signatureOf(a *answer, s *gate.Secrets) *Signature {
	scheme := signing.SchemeOfAnswer(&a.Error)
	if scheme == "" && a.StringToSign == "" && a.CanonicalRequest == "" {
		return nil
	}
	raw, signature := a.RawStringToSign, cmp.Or(a.SignatureProvided, signatureSent(a.request))
	texts := signing.Texts(&a.Error)
	return &Signature{
		Scheme:           scheme,
		StringToSign:     chars.VisibleLines(s.Signed(a.StringToSign)),
		CanonicalRequest: chars.VisibleLines(s.Signed(a.CanonicalRequest)),
		stringToSign:     func() string { return raw },
		signed:           func() ([]string, string) { return texts, signature },
	}
}
