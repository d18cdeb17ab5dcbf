package compat

import (
	"context"
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"hash"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The bucket and the keys of all clients here. The secrets belong to nobody.
const (
	bucket      = "examplebucket"
	keyID       = "LTAI5tExampleExampleKey1"
	secret      = "ExampleSecretExampleSecret0001"
	wrongSecret = "ExampleSecretExampleSecret0002"
	token       = "CAISexampletoken+exampletoken/exampletoken=="
)

// server is OSS as far as signatures go: it works out from a request as it arrived what had to be
// signed, lets the request pass if that was, and otherwise says what it was.
type server struct {
	*httptest.Server
	secret string
}

func newServer(t *testing.T, secret string) *server {
	s := &server{secret: secret}
	s.Server = httptest.NewServer(s)
	t.Cleanup(s.Close)
	return s
}

// transport connects to the server whatever the host.
func (s *server) transport() *http.Transport {
	return &http.Transport{DisableCompression: true, DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, network, s.Listener.Addr().String())
	}}
}

// verdict is what OSS answers to a wrong signature.
type verdict struct {
	XMLName          xml.Name `xml:"Error" json:"-"`
	Code             string   `json:"-"`
	Message          string   `json:"-"`
	OSSAccessKeyId   string   `xml:",omitempty" json:",omitempty"`
	AWSAccessKeyId   string   `xml:",omitempty" json:",omitempty"`
	StringToSign     string
	CanonicalRequest string `xml:",omitempty" json:",omitempty"`
	EC               string
}

// ServeHTTP answers as OSS does, with as much XML as a signature takes.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body)
	v, want, got := judge(r, s.secret)
	if v == nil {
		http.Error(w, "no signature", http.StatusTeapot)
		return
	}
	if want == got {
		w.Header().Set("ETag", `"d41d8cd98f00b204e9800998ecf8427e"`)
		return
	}
	w.Header().Set(idHeader(r), "684B0000000000000000E10B")
	w.WriteHeader(http.StatusForbidden)
	v.Code = "SignatureDoesNotMatch"
	v.Message = "The request signature we calculated does not match the signature you provided. Check your key and signing method."
	if err := xml.NewEncoder(w).Encode(v); err != nil {
		panic(err)
	}
}

// idHeader is the header in which OSS sends its request ID: S3's to who signs as S3 does.
func idHeader(r *http.Request) string {
	if q := r.URL.Query(); strings.HasPrefix(r.Header.Get("Authorization"), "AWS") || q.Has("X-Amz-Algorithm") || q.Has("AWSAccessKeyId") {
		return "X-Amz-Request-Id"
	}
	return "X-Oss-Request-Id"
}

var (
	v4Header   = regexp.MustCompile(`^(OSS|AWS)4-HMAC-SHA256 Credential=([^/,]*)/([^,]*),\s*(?:(?:AdditionalHeaders|SignedHeaders)=([^,]*),\s*)?Signature=(\w+)$`)
	v2Header   = regexp.MustCompile(`^OSS2 AccessKeyId:([^,]*),(?:AdditionalHeaders:([^,]*),)?Signature:(\S+)$`)
	linesAuth  = regexp.MustCompile(`^(OSS|AWS) ([^:]*):(\S+)$`)
	ossSigned  = "acl append callback continuation-token cors delete lifecycle location objectMeta partNumber position security-token stat tagging uploadId uploads versionId versions"
	s3Signed   = "acl cors delete lifecycle location logging partNumber policy requestPayment tagging uploadId uploads versionId versioning versions website"
	hosts      = regexp.MustCompile(`^([a-z]+)\.(?:s3\.)?oss-`)
	customHost = "files.example.com"
)

// judge returns what the server signed, and the signature wanted and given; nil without any.
func judge(r *http.Request, secret string) (v *verdict, want, got string) {
	path, rawQuery, _ := strings.Cut(r.RequestURI, "?")
	q, _ := url.ParseQuery(rawQuery)
	auth := r.Header.Get("Authorization")
	if m := v4Header.FindStringSubmatch(auth); m != nil {
		v, want = v4(r, m[1], m[2], m[3], m[4], path, q, secret)
		return v, want, m[5]
	}
	if m := v2Header.FindStringSubmatch(auth); m != nil {
		v, want = v2(r, m[1], m[2], path, q, secret)
		return v, want, m[3]
	}
	if m := linesAuth.FindStringSubmatch(auth); m != nil {
		date := r.Header.Get("Date")
		v, want = lines(r, m[1], m[2], date, path, q, secret)
		return v, want, m[3]
	}
	take := func(name string) string {
		value := q.Get(name)
		q.Del(name)
		return value
	}
	switch {
	case q.Get("x-oss-signature-version") == "OSS4-HMAC-SHA256":
		id, scope, _ := strings.Cut(q.Get("x-oss-credential"), "/")
		got = take("x-oss-signature")
		v, want = v4(r, "OSS", id, scope, q.Get("x-oss-additional-headers"), path, q, secret)
	case q.Get("X-Amz-Algorithm") == "AWS4-HMAC-SHA256":
		id, scope, _ := strings.Cut(q.Get("X-Amz-Credential"), "/")
		got = take("X-Amz-Signature")
		v, want = v4(r, "AWS", id, scope, q.Get("X-Amz-SignedHeaders"), path, q, secret)
	case q.Has("OSSAccessKeyId"):
		got = take("Signature")
		v, want = lines(r, "OSS", take("OSSAccessKeyId"), take("Expires"), path, q, secret)
	case q.Has("AWSAccessKeyId"):
		got = take("Signature")
		v, want = lines(r, "AWS", take("AWSAccessKeyId"), take("Expires"), path, q, secret)
	}
	return v, want, got
}

// resource puts the bucket in front of a path that has it in the host.
func resource(r *http.Request, path string) string {
	if m := hosts.FindStringSubmatch(r.Host); m != nil {
		return "/" + m[1] + path
	}
	if r.Host == customHost {
		return "/" + bucket + path
	}
	return path
}

// header writes the lines of the headers that keep says are signed.
func header(r *http.Request, keep func(name string) bool) string {
	var list []string
	for name, values := range r.Header {
		if name = strings.ToLower(name); keep(name) {
			list = append(list, name+":"+strings.Join(values, ",")+"\n")
		}
	}
	slices.Sort(list)
	return strings.Join(list, "")
}

func lines(r *http.Request, vendor, id, date, path string, q url.Values, secret string) (*verdict, string) {
	prefix, signed := "x-oss-", ossSigned
	res := resource(r, path)
	v := &verdict{EC: "0002-00000307", AWSAccessKeyId: id}
	if vendor == "AWS" {
		prefix, signed = "x-amz-", s3Signed
	} else {
		v = &verdict{EC: "0002-00000040", OSSAccessKeyId: id}
		res, _ = url.PathUnescape(res)
	}
	var sub []string
	for name := range q {
		if slices.Contains(strings.Fields(signed), name) || strings.HasPrefix(name, "response-") || strings.HasPrefix(name, prefix) {
			if value := q.Get(name); value != "" {
				name += "=" + value
			}
			sub = append(sub, name)
		}
	}
	slices.Sort(sub)
	if len(sub) > 0 {
		res += "?" + strings.Join(sub, "&")
	}
	v.StringToSign = strings.Join([]string{r.Method, r.Header.Get("Content-Md5"), r.Header.Get("Content-Type"), date,
		header(r, func(name string) bool { return strings.HasPrefix(name, prefix) }) + res}, "\n")
	return v, base64.StdEncoding.EncodeToString(mac(sha1.New, secret, v.StringToSign))
}

func v2(r *http.Request, id, additional, path string, q url.Values, secret string) (*verdict, string) {
	res, _ := url.PathUnescape(resource(r, path))
	res = strings.ReplaceAll(url.QueryEscape(res), "+", "%20")
	if len(q) > 0 {
		res += "?" + canonicalQuery(q, false)
	}
	extra := strings.Split(additional, ";")
	signed := header(r, func(name string) bool { return strings.HasPrefix(name, "x-oss-") || slices.Contains(extra, name) })
	v := &verdict{EC: "0002-00000101", OSSAccessKeyId: id}
	v.StringToSign = strings.Join([]string{r.Method, r.Header.Get("Content-Md5"), r.Header.Get("Content-Type"), r.Header.Get("Date"),
		signed + additional, res}, "\n")
	return v, base64.StdEncoding.EncodeToString(mac(sha256.New, secret, v.StringToSign))
}

// canonicalQuery writes all parameters, escaped and sorted.
func canonicalQuery(q url.Values, equals bool) string {
	s := strings.ReplaceAll(q.Encode(), "+", "%20")
	if !equals {
		s = regexp.MustCompile(`=(&|$)`).ReplaceAllString(s, "$1")
	}
	return s
}

func v4(r *http.Request, vendor, id, scope, listed, path string, q url.Values, secret string) (*verdict, string) {
	names := strings.Split(listed, ";")
	v := &verdict{EC: "0002-00000429", AWSAccessKeyId: id}
	prefix, key := "x-amz-", "AWS4"
	var signed string
	if vendor == "OSS" {
		v = &verdict{EC: "0002-00000201", OSSAccessKeyId: id}
		prefix, key = "x-oss-", "aliyun_v4"
		path = resource(r, path)
		signed = header(r, func(name string) bool {
			return strings.HasPrefix(name, "x-oss-") || name == "content-type" || name == "content-md5" || slices.Contains(names, name)
		})
	} else {
		for _, name := range names {
			value := strings.Join(r.Header.Values(name), ",")
			switch name {
			case "host":
				value = r.Host
			case "content-length":
				value = fmt.Sprint(r.ContentLength)
			}
			signed += name + ":" + strings.Join(strings.Fields(value), " ") + "\n"
		}
	}
	date := r.Header.Get(prefix + "date")
	if date == "" {
		date = r.Header.Get("Date")
	}
	payload := r.Header.Get(prefix + "content-sha256")
	for name := range q {
		switch strings.ToLower(name) {
		case prefix + "date":
			date = q.Get(name)
		case prefix + "content-sha256":
			payload = q.Get(name)
		}
	}
	if payload == "" {
		payload = "UNSIGNED-PAYLOAD"
	}
	decoded, _ := url.PathUnescape(path)
	escaped := regexp.MustCompile(`[^A-Za-z0-9._~/-]`).ReplaceAllStringFunc(decoded, func(c string) string {
		var b strings.Builder
		for _, x := range []byte(c) {
			fmt.Fprintf(&b, "%%%02X", x)
		}
		return b.String()
	})
	v.CanonicalRequest = strings.Join([]string{r.Method, escaped, canonicalQuery(q, vendor == "AWS"), signed, listed, payload}, "\n")
	sum := sha256.Sum256([]byte(v.CanonicalRequest))
	v.StringToSign = strings.Join([]string{vendor + "4-HMAC-SHA256", date, scope, hex.EncodeToString(sum[:])}, "\n")
	derived := []byte(key + secret)
	for _, part := range strings.Split(scope, "/") {
		derived = mac(sha256.New, string(derived), part)
	}
	return v, hex.EncodeToString(mac(sha256.New, string(derived), v.StringToSign))
}

func mac(h func() hash.Hash, key, text string) []byte {
	m := hmac.New(h, []byte(key))
	m.Write([]byte(text))
	return m.Sum(nil)
}
