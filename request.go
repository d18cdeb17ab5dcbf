package oss403

import (
	"net"
	"net/http"
	"net/url"
	"strings"
)

// request is what is known of the request behind an answer.
type request struct {
	method         string
	host           string // as the client addressed it, without port
	bucket, object string
	forOSS         bool // it was meant for OSS
	secrets        secrets
}

// readRequest copies what counts from r, and keeps no reference to it.
func readRequest(r *http.Request) *request {
	if r == nil {
		return nil
	}
	q := &request{method: r.Method, host: r.Host}
	if q.method == "" {
		q.method = http.MethodGet
	}
	path := ""
	if r.URL != nil {
		if q.host == "" {
			q.host = r.URL.Host
		}
		path = strings.TrimPrefix(r.URL.Path, "/")
	}
	if host, _, err := net.SplitHostPort(q.host); err == nil {
		q.host = host
	}
	q.bucket, q.object = addressed(q.host, path)
	q.forOSS = isOSSHost(q.host)
	for name, values := range r.Header {
		for _, v := range values {
			q.header(http.CanonicalHeaderKey(name), v)
		}
	}
	if r.URL != nil {
		for _, pair := range strings.Split(r.URL.RawQuery, "&") {
			name, value, _ := strings.Cut(pair, "=")
			q.parameter(name, value)
		}
	}
	return q
}

func (q *request) header(name, value string) {
	switch name {
	case "Authorization":
		q.forOSS = q.forOSS || strings.HasPrefix(value, "OSS ") || strings.HasPrefix(value, "OSS2 ") || strings.HasPrefix(value, "OSS4-HMAC-SHA256")
		q.secrets.value(value)
		if id, signature, ok := strings.Cut(strings.TrimPrefix(value, "OSS "), ":"); ok && strings.HasPrefix(value, "OSS ") {
			q.secrets.id(id)
			q.secrets.value(signature)
		}
		if _, signature, ok := strings.Cut(value, "Signature="); ok {
			q.secrets.value(signature)
		}
	case "X-Oss-Security-Token", "X-Amz-Security-Token":
		q.secrets.value(value)
	}
	if strings.HasPrefix(name, "X-Oss-") {
		q.forOSS = true
	}
}

func (q *request) parameter(name, value string) {
	switch secretName(strings.ToLower(name)) {
	case maskValue:
		q.secret(value, q.secrets.value)
	case maskKeyID:
		q.secret(value, func(v string) {
			id, _, _ := strings.Cut(v, "/")
			q.secrets.id(id)
		})
	}
	switch {
	case name == "OSSAccessKeyId", strings.HasPrefix(name, "x-oss-"):
		q.forOSS = true
	}
}

// secret adds a query value as it stands in the URL and as it was meant.
func (q *request) secret(value string, add func(string)) {
	add(value)
	if v, err := url.PathUnescape(value); err == nil && v != value {
		add(v)
	}
}

// addressed says which bucket and object a host and a path name. Where the host is a custom
// domain the bucket is not known.
func addressed(host, path string) (bucket, object string) {
	bucket, ok := hostBucket(host)
	if !ok {
		return "", path
	}
	if bucket != "" {
		return bucket, path
	}
	bucket, object, _ = strings.Cut(path, "/")
	return bucket, object
}

// hostBucket returns the bucket that a host of OSS names, "" for a bare endpoint. An IP address
// or localhost counts as a bare endpoint: clients put the bucket into the path then. ok is false
// where the host does not say, as with a custom domain.
func hostBucket(host string) (bucket string, ok bool) {
	if net.ParseIP(strings.Trim(host, "[]")) != nil || host == "localhost" {
		return "", true
	}
	labels, i := endpointLabel(host)
	if i > 0 && labels[i-1] == "s3" { // bucket.s3.oss-cn-hangzhou.aliyuncs.com
		i--
	}
	switch i {
	case 0:
		return "", true
	case 1:
		return labels[0], true
	}
	return "", false
}

// isOSSHost says whether host is an OSS endpoint or a bucket's host below one:
// oss-cn-hangzhou.aliyuncs.com, bucket.oss-cn-hangzhou-internal.aliyuncs.com. Other services of
// Alibaba Cloud live below aliyuncs.com as well.
func isOSSHost(host string) bool {
	_, i := endpointLabel(host)
	return i >= 0
}

// endpointLabel splits a host below aliyuncs.com and returns the index of the label that names an
// OSS endpoint, -1 if none does. A bucket may be called oss-something, so the last one counts.
func endpointLabel(host string) (labels []string, i int) {
	name, ok := strings.CutSuffix(strings.ToLower(strings.TrimSuffix(host, ".")), ".aliyuncs.com")
	if !ok {
		return nil, -1
	}
	labels = strings.Split(name, ".")
	for i = len(labels) - 1; i >= 0; i-- {
		if l := labels[i]; l == "oss" || strings.HasPrefix(l, "oss-") || strings.HasPrefix(l, "vpc100-oss-") {
			break
		}
	}
	return labels, i
}
