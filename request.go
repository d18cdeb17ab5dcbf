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
	switch secretName([]byte(name)) {
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

// addressed says which bucket and object a host and a path name.
func addressed(host, path string) (bucket, object string) {
	switch bucket, style := hostBucket(host); style {
	case virtualHosted:
		return bucket, path
	case pathStyle:
		bucket, object, _ = strings.Cut(path, "/")
		return bucket, object
	case customDomain:
		return "", path
	}
	return "", ""
}

// hostStyle is where a host leaves the bucket's name.
type hostStyle int

const (
	unclear       hostStyle = iota
	virtualHosted           // in the host: bucket.oss-cn-hangzhou.aliyuncs.com
	pathStyle               // in the path: a bare endpoint, an IP address, localhost
	customDomain            // nowhere
)

// hostBucket returns the bucket that a host names.
func hostBucket(host string) (bucket string, style hostStyle) {
	if net.ParseIP(strings.Trim(host, "[]")) != nil || host == "localhost" {
		return "", pathStyle
	}
	before, endpoint := splitHost(host)
	switch {
	case endpoint == "" && belowAliyuncs(host):
		return "", unclear
	case endpoint == "":
		return "", customDomain
	case before == "" || before == "s3":
		return "", pathStyle
	}
	before = strings.TrimSuffix(before, ".s3")
	if strings.Contains(before, ".") || strings.HasPrefix(endpoint, "oss.") && isRegion(before) {
		// cn-hangzhou.oss.aliyuncs.com is a dual-stack endpoint; a bucket of that name would look the same.
		return "", unclear
	}
	return before, virtualHosted
}

// isOSSHost says whether host is an OSS endpoint or a bucket's host below one:
// oss-cn-hangzhou.aliyuncs.com, bucket.oss-cn-hangzhou-internal.aliyuncs.com. Other services of
// Alibaba Cloud live below aliyuncs.com as well.
func isOSSHost(host string) bool {
	_, endpoint := splitHost(host)
	return endpoint != ""
}

// isEndpoint says whether host is an endpoint without a bucket in front.
func isEndpoint(host string) bool {
	before, endpoint := splitHost(host)
	return endpoint != "" && (before == "" || before == "s3" || strings.HasPrefix(endpoint, "oss.") && isRegion(before))
}

// splitHost splits a host of OSS into what stands in front and the endpoint, "" if it is none.
func splitHost(host string) (before, endpoint string) {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if !belowAliyuncs(host) {
		return "", ""
	}
	labels := strings.Split(host, ".")
	i := len(labels) - 3 // the label in front of aliyuncs.com
	switch l := labels[i]; {
	case l == "oss":
		if i > 1 && isRegion(labels[i-1]) { // dual stack: bucket.cn-hangzhou.oss.aliyuncs.com
			i--
		}
	case l == "oss-data-acc" || l == "oss-dls" || l == "oss-accesspoint": // bucket.REGION.oss-dls.aliyuncs.com
		if i > 0 {
			i--
		}
	case l == "oss-admin": // an API of its own
		return "", ""
	case strings.HasPrefix(l, "oss-") || strings.HasPrefix(l, "vpc100-oss-"):
	default:
		return "", ""
	}
	return strings.Join(labels[:i], "."), strings.Join(labels[i:], ".")
}

// belowAliyuncs says whether host is a well-formed name below aliyuncs.com.
func belowAliyuncs(host string) bool {
	if len(host) > 253 || !strings.HasSuffix(host, ".aliyuncs.com") {
		return false
	}
	for _, label := range strings.Split(host, ".") {
		if label == "" || !isWord(label) {
			return false
		}
	}
	return true
}

// isRegion says whether label has the form of a region ID: cn-hangzhou, ap-southeast-1.
func isRegion(label string) bool {
	return len(label) > 3 && label[2] == '-' && strings.Contains(" cn ap us eu me na sa af rg ", " "+label[:2]+" ")
}
