package oss403test

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/signing"
)

// Error makes the *oss403.Error that [oss403.From] makes of [ServiceError]. The SDK's error is in
// its chain, as it is in one that comes from SDK v1.
//
// The zero kind is KindUnknown, here and below. It panics for a name that is no kind.
func Error(kind oss403.Kind, opts ...Option) *oss403.Error {
	e, ok := oss403.From(ServiceError(kind, opts...))
	if !ok {
		panic("oss403test: " + string(kind) + " is not taken for a 403 of OSS") // a test tries all kinds
	}
	return e
}

// ServiceError makes the error that SDK v1 returns for such an answer, RawMessage included.
//
// For KindIntermediary it is the error of a refused HEAD: a bare status. Of the page that answers a GET, SDK
// v1 makes an error without a type; [NewServer] and [Transport] provoke it.
//
// It panics for a name that is no kind.
func ServiceError(kind oss403.Kind, opts ...Option) oss.ServiceError {
	a := newAnswer(kind, nil, opts)
	var e oss.ServiceError
	if a.id != "" {
		if err := xml.Unmarshal(a.body, &e); err != nil {
			panic("oss403test: " + err.Error()) // it made the document itself
		}
		e.RequestID, e.RawMessage = a.id, string(a.body)
	}
	e.StatusCode = http.StatusForbidden
	return e
}

// Body makes the body of such an answer: the XML document of OSS, and for KindIntermediary the HTML page of a
// proxy, which [oss403.Parse] cannot place without the request that it answers.
//
// It panics for a name that is no kind.
func Body(kind oss403.Kind, opts ...Option) []byte {
	return newAnswer(kind, nil, opts).body
}

// Response makes the answer to req. Bucket, object, host, action and AccessKey ID are those of
// req, unless an option sets them. The answer to a HEAD has no body, and its XML in x-oss-err.
// req is neither read nor closed; it may be nil.
//
// [oss403.FromResponse] finds KindIntermediary only if req is meant for OSS: if it goes to a host of OSS, or
// is signed.
//
// It panics for a name that is no kind.
func Response(req *http.Request, kind oss403.Kind, opts ...Option) *http.Response {
	var in *incoming
	if req != nil && req.URL != nil { // a request made by hand for its method says nothing else
		in = readRequest(req, nil)
	}
	return newAnswer(kind, in, opts).response(req, in)
}

// The defaults. The secrets belong to nobody and look so.
const (
	fixedID        = "65AF5037A1B2C3D4E5F60718"
	fakeKeyID      = "LTAI5tExampleExampleKey1"
	fakeSTSKeyID   = "STS.ExampleExampleExampleKey1"
	fakeOddKeyID   = "LTAI5tExample/ExampleKey1"
	fakeSignature  = "ZXhhbXBsZXNpZ25hdHVyZWV4YW0="
	fakeToken      = "CAISexampletokenexampletokenexampletokenexample=="
	fakeDiagnostic = "AQIBIAAAAExampleDiagnosticMessage=="

	calledEndpoint = "oss-cn-hangzhou.aliyuncs.com"
	askedEndpoint  = "oss-cn-beijing.aliyuncs.com"
	page           = "<html>\n<head><title>403 Forbidden</title></head>\n<body><h1>403 Forbidden</h1></body>\n</html>\n"
)

// troubleshoot is the page that OSS recommends; the EC follows.
const troubleshoot = "https://api.alibabacloud.com/troubleshoot?q="

// stamp is the form of a time in XML.
const stamp = "2006-01-02T15:04:05.000Z"

var fixedTime = time.Date(2026, 3, 5, 9, 51, 3, 0, time.UTC)

// answer is a 403, or a page of something in between, as it goes over the wire.
type answer struct {
	status int
	id     string // the request ID; "" where OSS did not answer
	ec     string
	date   time.Time
	body   []byte
}

// newAnswer makes an answer to a request, which may be nil.
func newAnswer(kind oss403.Kind, in *incoming, opts []Option) *answer {
	kind = known(kind)
	f := facts{requestID: fixedID}
	if in != nil {
		f.requestID = cmp.Or(in.id, fixedID)
	}
	for _, o := range opts {
		o(&f)
	}
	if in != nil && f.now.IsZero() && f.requestTime.IsZero() && f.expires.IsZero() {
		setTime(&f.now, in.now)
	}
	f.complete(kind, in)
	if kind == oss403.KindIntermediary {
		return newPage(http.StatusForbidden, page, f.now)
	}
	w := wordsOf(kind)
	w.ec = cmp.Or(f.ec, f.ecOf(kind), w.ec)
	return &answer{status: http.StatusForbidden, id: f.requestID, ec: w.ec, date: f.now, body: document(kind, w, &f)}
}

// newPage is what something between the client and OSS answers.
func newPage(status int, html string, date time.Time) *answer {
	return &answer{status: status, date: date, body: []byte(html)}
}

// complete fills in what no option set.
func (f *facts) complete(kind oss403.Kind, in *incoming) {
	mismatch := kind == oss403.KindEndpointMismatch
	called := calledEndpoint
	if mismatch {
		def(&f.endpoint, askedEndpoint)
	} else if f.endpoint != "" {
		called = f.endpoint
	}
	if kind == oss403.KindAssumeRolePolicyDenied {
		def(&f.action, "sts:AssumeRole")
	}
	if in != nil {
		def(&f.bucket, in.bucket)
		def(&f.object, in.key)
		def(&f.action, in.action)
		if mismatch || f.endpoint == "" {
			def(&f.host, in.host)
		}
		f.sign(in)
	}
	f.completeTimes()
	if in == nil {
		f.scheme = "V1"
		def(&f.bucket, "examplebucket")
		def(&f.object, "notes.txt")
		f.stringToSign = "GET\n\n\n" + f.now.Format(http.TimeFormat) + "\n/" + f.bucket + "/" + f.object
	}
	if f.bucket != "" {
		def(&f.host, f.bucket+"."+called)
	}
	def(&f.host, called)
	def(&f.action, "oss:GetObject")

	switch kind {
	case oss403.KindSessionPolicyDenied:
		def(&f.principalType, "AssumedRoleUser")
	case oss403.KindSecurityTokenMissing:
		def(&f.accessKeyID, fakeSTSKeyID)
	case oss403.KindAccessKeyMalformed:
		def(&f.accessKeyID, fakeOddKeyID)
	}
	def(&f.accessKeyID, fakeKeyID)
	def(&f.principalType, "SubUser")
	if f.principalType == "SubUser" {
		def(&f.principal, "208000000000000001")
	}
	def(&f.principal, "uploader:web")
}

// completeTimes makes the times fit each other, whichever of them is set.
func (f *facts) completeTimes() {
	const ahead, late = 8 * time.Hour, time.Hour
	switch {
	case !f.now.IsZero():
	case !f.requestTime.IsZero():
		f.now = f.requestTime.Add(-ahead)
	case !f.expires.IsZero():
		f.now = f.expires.Add(late)
	default:
		f.now = fixedTime
	}
	if f.requestTime.IsZero() {
		f.requestTime = f.now.Add(ahead)
	}
	if f.expires.IsZero() {
		f.expires = f.now.Add(-late)
	}
}

// def sets what is not set.
func def(dst *string, value string) {
	if *dst == "" {
		*dst = value
	}
}

// document is the XML of an answer.
func document(kind oss403.Kind, w words, f *facts) []byte {
	d := newDocument("Error")
	d.element("Code", string(w.code))
	d.element("Message", fill(w.message, f))
	d.element("RequestId", f.requestID)
	d.element("HostId", f.host)
	d.evidence(kind, f)
	if w.policyType != "" {
		d.open("AccessDeniedDetail")
		d.element("PolicyType", w.policyType)
		d.element("AuthPrincipalOwnerId", ownerID)
		d.element("AuthPrincipalType", f.principalType)
		d.element("AuthPrincipalDisplayName", f.principal)
		d.element("NoPermissionType", w.noPermissionType)
		d.element("AuthAction", f.action)
		d.element("EncodedDiagnosticMessage", fakeDiagnostic)
		d.close()
	}
	d.element("EC", w.ec)
	if w.ec != "" {
		d.element("RecommendDoc", troubleshoot+w.ec)
	}
	return d.bytes()
}

// evidence writes the elements that OSS adds for a kind.
func (d *xmlDocument) evidence(kind oss403.Kind, f *facts) {
	bucketNamed := strings.HasPrefix(f.host, f.bucket+".")
	objectNamed := f.objectNamed
	switch kind {
	case oss403.KindEndpointMismatch:
		d.element("Bucket", f.bucket)
		d.element("Endpoint", f.endpoint)
		bucketNamed = true
	case oss403.KindClockSkew:
		d.element("MaxAllowedSkewMilliseconds", strconv.FormatInt(signing.MaxSkew.Milliseconds(), 10))
		d.element("RequestTime", f.requestTime.Format(stamp))
		d.element("ServerTime", f.now.Format(stamp))
	case oss403.KindRequestExpired:
		d.element("Expires", f.expires.Format(stamp))
		d.element("ServerTime", f.now.Format(stamp))
	case oss403.KindAccessKeyDisabled, oss403.KindSignedURLRestricted, oss403.KindAccessKeyMalformed, oss403.KindAccessKeyNotFound,
		oss403.KindSecurityTokenMissing:
		d.element(f.keyElement(), f.accessKeyID)
	case oss403.KindSignatureMismatch:
		d.element(f.keyElement(), f.accessKeyID)
		d.element("SignatureProvided", cmp.Or(f.signature, fakeSignature))
		d.element("StringToSign", f.stringToSign)
		if f.stringToSign != "" { // XML cannot hold all that it may be
			d.element("StringToSignBytes", fmt.Sprintf("% X", f.stringToSign))
		}
		d.element("CanonicalRequest", f.canonicalRequest)
	case oss403.KindSecurityTokenExpired:
		d.element("SecurityToken", cmp.Or(f.token, fakeToken))
	case oss403.KindObjectNotRestored:
		objectNamed = true
	case oss403.KindRefererBlacklisted, oss403.KindRefererDenied, oss403.KindRefererEmpty, oss403.KindRefererNotWhitelisted,
		oss403.KindRequesterPaysAnonymous, oss403.KindRequesterPaysRequired, oss403.KindUserDisabled, oss403.KindUnknown:
		bucketNamed = false
	}
	if !bucketNamed { // nothing else may say which bucket it is, as with an IP address for a host
		d.element("BucketName", f.bucket)
	}
	if objectNamed {
		d.element("ObjectName", f.object)
	}
}

// keyElement is the element that names the AccessKey ID.
func (f *facts) keyElement() string {
	if strings.HasPrefix(f.scheme, "S3") {
		return "AWSAccessKeyId"
	}
	return "OSSAccessKeyId"
}

// header returns the headers of an answer. That of a HEAD has the document in one. in may be nil.
func (a *answer) header(in *incoming) http.Header {
	head := in != nil && in.isHead()
	h := http.Header{"Date": {a.date.Format(http.TimeFormat)}}
	if !head {
		h.Set("Content-Length", strconv.Itoa(len(a.body)))
	}
	if a.id == "" {
		h.Set("Server", "Tengine")
		h.Set("Via", "1.1 proxy.example.com")
		h.Set("Content-Type", "text/html")
		return h
	}
	h.Set("Server", "AliyunOSS")
	h.Set("X-Oss-Request-Id", a.id)
	h.Set("X-Oss-Server-Time", "1")
	h.Set("Content-Type", "application/xml")
	if a.ec != "" {
		h.Set("X-Oss-Ec", a.ec)
	}
	if head {
		h.Set("X-Oss-Err", base64.StdEncoding.EncodeToString(a.body))
	}
	if in != nil {
		return in.dialect(h)
	}
	return h
}

// response is what a client gets that sent req. Both may be nil.
func (a *answer) response(req *http.Request, in *incoming) *http.Response {
	if in == nil && req != nil {
		in = &incoming{method: methodOf(req)}
	}
	resp := &http.Response{
		Status:     fmt.Sprintf("%d %s", a.status, http.StatusText(a.status)),
		StatusCode: a.status,
		Proto:      "HTTP/1.1",
		ProtoMajor: 1,
		ProtoMinor: 1,
		Header:     a.header(in),
		Request:    req,
	}
	if in != nil && in.isHead() {
		resp.Body, resp.ContentLength = http.NoBody, -1
	} else {
		resp.Body, resp.ContentLength = io.NopCloser(bytes.NewReader(a.body)), int64(len(a.body))
	}
	return resp
}

// serve sends the answer to a request.
func (a *answer) serve(w http.ResponseWriter, in *incoming) {
	for name, values := range a.header(in) {
		w.Header()[name] = values
	}
	w.WriteHeader(a.status)
	if !in.isHead() {
		_, _ = w.Write(a.body) // a client that is gone needs no answer
	}
}
