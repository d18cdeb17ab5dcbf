package oss403test

import (
	"bytes"
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
)

// Error makes the *oss403.Error that [oss403.From] makes of [ServiceError]. The SDK's error is in
// its chain, as it is in one that comes from SDK v1.
//
// A kind that oss403.Kinds does not list, the zero value included, gives a 403 that is KindUnknown.
func Error(kind oss403.Kind, opts ...Option) *oss403.Error {
	e, ok := oss403.From(ServiceError(kind, opts...))
	if !ok {
		panic("oss403test: " + string(kind) + " is not taken for a 403 of OSS") // a test tries all kinds
	}
	return e
}

// ServiceError makes the error that SDK v1 returns for such an answer, RawMessage included.
//
// For KindIntermediary it is the one for a refused HEAD: a bare status. The page that answers a
// GET becomes an error without a type in SDK v1; [NewServer] and [Transport] provoke it.
//
// A kind that oss403.Kinds does not list gives a 403 that is KindUnknown.
func ServiceError(kind oss403.Kind, opts ...Option) oss.ServiceError {
	a := newAnswer(kind, nil, fixedID, opts)
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

// Body makes the body of such an answer: the XML document of OSS, and for KindIntermediary the
// HTML page of a proxy, which [oss403.Parse] cannot place without the request it answers.
//
// A kind that oss403.Kinds does not list gives a 403 that is KindUnknown.
func Body(kind oss403.Kind, opts ...Option) []byte {
	return newAnswer(kind, nil, fixedID, opts).body
}

// Response makes the answer to req. Bucket, object, host, action and AccessKey ID are those of
// req, unless an option sets them. The answer to a HEAD has no body, and its XML in x-oss-err.
// req is neither read nor closed; it may be nil.
//
// KindIntermediary is told by [oss403.FromResponse] only if req is meant for OSS: to a host of
// OSS, or signed.
//
// A kind that oss403.Kinds does not list gives a 403 that is KindUnknown.
func Response(req *http.Request, kind oss403.Kind, opts ...Option) *http.Response {
	return newAnswer(kind, req, fixedID, opts).response(req)
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

// stamp is the form of a time in XML.
const stamp = "2006-01-02T15:04:05.000Z"

var fixedTime = time.Date(2026, 3, 5, 9, 51, 3, 0, time.UTC)

// answer is a 403 as it goes over the wire.
type answer struct {
	id   string // the request ID; "" where OSS did not answer
	ec   string
	date time.Time
	body []byte
}

// newAnswer makes an answer to r, which may be nil. id is the request ID that no option set.
func newAnswer(kind oss403.Kind, r *http.Request, id string, opts []Option) *answer {
	if r != nil && r.URL == nil {
		r = nil // a request made by hand for its method, which says nothing else
	}
	f := facts{requestID: id}
	for _, o := range opts {
		o(&f)
	}
	f.complete(kind, r)
	if kind == oss403.KindIntermediary {
		return &answer{date: f.now, body: []byte(page)}
	}
	w := wordsOf(kind)
	return &answer{id: f.requestID, ec: w.ec, date: f.now, body: document(kind, w, &f)}
}

// complete fills in what no option set.
func (f *facts) complete(kind oss403.Kind, r *http.Request) {
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
	if r != nil {
		bucket, object := addressed(r)
		def(&f.bucket, bucket)
		def(&f.object, object)
		def(&f.action, actionOf(r))
		if mismatch || f.endpoint == "" {
			def(&f.host, hostOf(r))
		}
		id, scheme := signer(r)
		def(&f.accessKeyID, id)
		if scheme == "V1" {
			f.stringToSign = stringToSign(r)
		}
	}
	f.completeTimes()
	if r == nil {
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
		d.element("AuthPrincipalOwnerId", "1000000000000001")
		d.element("AuthPrincipalType", f.principalType)
		d.element("AuthPrincipalDisplayName", f.principal)
		d.element("NoPermissionType", w.noPermissionType)
		d.element("AuthAction", f.action)
		d.element("EncodedDiagnosticMessage", fakeDiagnostic)
		d.close()
	}
	d.element("EC", w.ec)
	if w.ec != "" {
		d.element("RecommendDoc", "https://api.alibabacloud.com/troubleshoot?q="+w.ec)
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
		d.element("MaxAllowedSkewMilliseconds", "900000")
		d.element("RequestTime", f.requestTime.Format(stamp))
		d.element("ServerTime", f.now.Format(stamp))
	case oss403.KindRequestExpired:
		d.element("Expires", f.expires.Format(stamp))
		d.element("ServerTime", f.now.Format(stamp))
	case oss403.KindAccessKeyDisabled, oss403.KindSignedURLRestricted, oss403.KindAccessKeyMalformed, oss403.KindAccessKeyNotFound,
		oss403.KindSecurityTokenMissing:
		d.element("OSSAccessKeyId", f.accessKeyID)
	case oss403.KindSignatureMismatch:
		d.element("OSSAccessKeyId", f.accessKeyID)
		d.element("SignatureProvided", fakeSignature)
		d.element("StringToSign", f.stringToSign)
		if f.stringToSign != "" {
			d.element("StringToSignBytes", fmt.Sprintf("% X", f.stringToSign))
		}
	case oss403.KindSecurityTokenExpired:
		d.element("SecurityToken", fakeToken)
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

// header returns the headers of an answer. That of a HEAD has the document in one.
func (a *answer) header(head bool) http.Header {
	h := http.Header{"Date": {a.date.Format(http.TimeFormat)}}
	if a.id == "" {
		h.Set("Server", "Tengine")
		h.Set("Via", "1.1 proxy.example.com")
		h.Set("Content-Type", "text/html")
	} else {
		h.Set("Server", "AliyunOSS")
		h.Set("X-Oss-Request-Id", a.id)
		h.Set("Content-Type", "application/xml")
		if a.ec != "" {
			h.Set("X-Oss-Ec", a.ec)
		}
		if head {
			h.Set("X-Oss-Err", base64.StdEncoding.EncodeToString(a.body))
		}
	}
	if !head {
		h.Set("Content-Length", strconv.Itoa(len(a.body)))
	}
	return h
}

// response is what a client gets that sent req, which may be nil.
func (a *answer) response(req *http.Request) *http.Response {
	head := req != nil && req.Method == http.MethodHead
	resp := &http.Response{
		Status:     "403 Forbidden",
		StatusCode: http.StatusForbidden,
		Proto:      "HTTP/1.1",
		ProtoMajor: 1,
		ProtoMinor: 1,
		Header:     a.header(head),
		Request:    req,
	}
	if head {
		resp.Body, resp.ContentLength = http.NoBody, -1
	} else {
		resp.Body, resp.ContentLength = io.NopCloser(bytes.NewReader(a.body)), int64(len(a.body))
	}
	return resp
}

// serve sends the answer to r.
func (a *answer) serve(w http.ResponseWriter, r *http.Request) {
	head := r.Method == http.MethodHead
	for name, values := range a.header(head) {
		w.Header()[name] = values
	}
	w.WriteHeader(http.StatusForbidden)
	if !head {
		_, _ = w.Write(a.body) // a client that is gone needs no answer
	}
}
