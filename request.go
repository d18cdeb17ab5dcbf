package oss403

import (
	"io"
	"mime"
	"mime/multipart"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// request is what is known of the request behind an answer. Besides secrets it holds none.
type request struct {
	method         string
	host           string // as the client addressed it, without port
	bucket, object string
	query          []parameter
	form           []parameter // the fields of a PostObject form in front of its file
	formWhole      bool        // form has them all
	header         http.Header
	headers        int  // how many values header was given
	noHeaders      bool // header is not known
	forOSS         bool // it was meant for OSS
	toService      bool // it names neither bucket nor object

	signed   signing
	scheme   string   // as in Signature.Scheme; "" for an unsigned request and for a form
	keyID    string   // the AccessKey ID it was signed with, as it was sent
	scope    []string // V4: date, region, product
	hasToken bool

	secrets secrets
}

// parameter is a parameter of a query, percent-decoded; the value of a secret one is left out.
type parameter struct{ name, value string }

// signing is how a request was signed.
type signing int

const (
	unsigned signing = iota
	signedInHeader
	signedInQuery
	signingUnknown // its headers are not known
)

// What is kept of a request is bounded, since a Transport remembers it.
const (
	maxValues = 64
	maxValue  = 1 << 10
)

// readRequest copies what counts from r, and keeps no reference to it.
func readRequest(r *http.Request) *request {
	if r == nil {
		return nil
	}
	q := &request{method: r.Method, host: r.Host, header: http.Header{}}
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
	if _, style := hostBucket(q.host); style == pathStyle && path == "" {
		q.toService = true
	}
	for name, values := range r.Header {
		for _, v := range values {
			q.addHeader(http.CanonicalHeaderKey(name), v)
		}
	}
	if r.URL != nil && r.URL.RawQuery != "" {
		for _, pair := range strings.Split(r.URL.RawQuery, "&") {
			name, value, _ := strings.Cut(pair, "=")
			q.addParameter(name, value)
		}
	}
	q.readForm(r)
	// A Referer, for one, may be a signed URL itself.
	for _, values := range q.header {
		for i := range values {
			values[i] = q.secrets.maskUpTo(values[i], maxValue)
		}
	}
	for _, list := range [...][]parameter{q.query, q.form} {
		for i := range list {
			list[i].value = q.secrets.maskUpTo(list[i].value, maxValue)
		}
	}
	return q
}

func (q *request) addHeader(name, value string) {
	switch name {
	case "Authorization":
		q.secrets.value(value)
		q.readAuthorization(value)
		return
	case "X-Oss-Security-Token", "X-Amz-Security-Token":
		q.secrets.value(value)
		q.hasToken = true
		q.forOSS = q.forOSS || name == "X-Oss-Security-Token"
		return
	case "Cookie", "Proxy-Authorization":
		q.secrets.value(value)
		return
	}
	if strings.HasPrefix(name, "X-Oss-") {
		q.forOSS = true
	}
	if secretName(name) != maskNothing { // the key of SSE-C, for one
		q.secrets.value(value)
		return
	}
	if q.headers++; q.headers <= maxValues {
		if u, err := url.Parse(value); err == nil && u.User != nil { // a Referer, an Origin
			u.User = nil
			value = u.String()
		}
		q.header.Add(name, value)
	}
}

// readAuthorization reads the Authorization header of every scheme that OSS takes: OSS id:signature,
// OSS2 and the two V4 forms name=value, AWS id:signature.
func (q *request) readAuthorization(value string) {
	algorithm, rest, _ := strings.Cut(strings.TrimSpace(value), " ")
	switch algorithm {
	case "OSS", "AWS":
		id, signature, _ := strings.Cut(rest, ":")
		q.secrets.value(signature)
		q.sign(signedInHeader, schemeOf(algorithm), id)
	case "OSS2", "OSS4-HMAC-SHA256", "AWS4-HMAC-SHA256":
		id := ""
		for _, field := range strings.Split(rest, ",") {
			name, value, _ := strings.Cut(strings.TrimSpace(field), "=")
			switch strings.ToLower(name) {
			case "credential":
				id = q.credential(value)
			case "accesskeyid":
				id = value
			case "signature":
				q.secrets.value(value)
			}
		}
		q.sign(signedInHeader, schemeOf(algorithm), id)
	default:
		return
	}
	q.forOSS = q.forOSS || strings.HasPrefix(algorithm, "OSS")
}

// schemeOf names the scheme of an Authorization header by its first word.
func schemeOf(algorithm string) string {
	switch algorithm {
	case "OSS":
		return "V1"
	case "OSS2":
		return "V2"
	case "OSS4-HMAC-SHA256":
		return "V4"
	case "AWS":
		return "S3 V2"
	case "AWS4-HMAC-SHA256":
		return "S3 V4"
	}
	return ""
}

// credential splits what a V4 request was signed for: id/date/region/product/request.
func (q *request) credential(value string) (id string) {
	id, scope, _ := strings.Cut(value, "/")
	if parts := strings.Split(scope, "/"); len(parts) == 4 {
		q.scope = parts[:3]
	}
	return id
}

// forgetHeaders marks a request as one of which only the method and the URL are known.
func (q *request) forgetHeaders() {
	q.noHeaders = true
	if q.signed == unsigned {
		q.signed = signingUnknown
	}
}

// isSigned says whether the request is known to carry a signature.
func (q *request) isSigned() bool {
	return q != nil && (q.signed == signedInHeader || q.signed == signedInQuery)
}

func (q *request) sign(how signing, scheme, id string) {
	q.signed, q.scheme, q.keyID = how, scheme, id
	q.secrets.id(id)
}

func (q *request) addParameter(name, value string) {
	if n, err := url.QueryUnescape(name); err == nil {
		name = n
	}
	plain := value
	if v, err := url.PathUnescape(value); err == nil { // a + may be part of a secret
		plain = v
	}
	secret := false
	switch secretName(name) {
	case maskValue:
		q.secrets.value(value)
		q.secrets.value(plain)
		secret = true
	case maskKeyID:
		id, _, _ := strings.Cut(plain, "/")
		q.secrets.id(id)
		secret = true
	}
	switch strings.ToLower(name) {
	case "ossaccesskeyid":
		q.sign(signedInQuery, "V1", plain)
	case "awsaccesskeyid":
		q.sign(signedInQuery, "S3 V2", plain)
	case "x-oss-access-key-id":
		q.sign(signedInQuery, "V2", plain)
	case "x-oss-credential":
		q.sign(signedInQuery, "V4", q.credential(plain))
	case "x-amz-credential":
		q.sign(signedInQuery, "S3 V4", q.credential(plain))
	case "security-token", "x-oss-security-token", "x-amz-security-token":
		q.hasToken = true
	}
	q.forOSS = q.forOSS || name == "OSSAccessKeyId" || strings.HasPrefix(name, "x-oss-")
	if len(q.query) < maxValues {
		if secret {
			plain = ""
		}
		q.query = append(q.query, parameter{name[:min(len(name), maxValue)], plain})
	}
}

// readForm reads the fields of a PostObject form, if the client can give its body a second time,
// as it can where that came from memory.
func (q *request) readForm(r *http.Request) {
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if q.method != http.MethodPost || r.GetBody == nil || err != nil || kind != "multipart/form-data" {
		return
	}
	body, err := r.GetBody()
	if err != nil || body == nil {
		return
	}
	defer body.Close()
	form := multipart.NewReader(io.LimitReader(body, maxBody), params["boundary"])
	for len(q.form) < maxValues {
		part, err := form.NextRawPart()
		if err != nil {
			q.formWhole = err == io.EOF
			return
		}
		name := part.FormName()
		if name == "file" || part.FileName() != "" {
			q.formWhole = true
			return
		}
		value, err := io.ReadAll(io.LimitReader(part, maxValue+maxSecret+1))
		if err != nil {
			return
		}
		switch {
		case secretName(name) == maskKeyID:
			q.secrets.id(string(value))
			value = nil
		case secretName(name) != maskNothing, strings.EqualFold(name, "policy"):
			q.secrets.value(string(value))
			value = nil
		case strings.EqualFold(name, "key"):
			q.object = string(value)
		}
		q.form = append(q.form, parameter{name, string(value)})
	}
}

// value returns a parameter of the query.
func (q *request) value(name string) (value string, ok bool) {
	for _, p := range q.query {
		if p.name == name {
			return p.value, true
		}
	}
	return "", false
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
	before, endpoint := splitHost(host)
	switch {
	case endpoint == "" && belowAliyuncs(strings.ToLower(host)):
		return "", unclear
	case endpoint == "" && isLocalName(host):
		return "", pathStyle
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

// isLocalName says whether host, without a port, is an address or a name of this machine.
func isLocalName(host string) bool {
	return strings.EqualFold(host, "localhost") || net.ParseIP(strings.Trim(host, "[]")) != nil
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
	host = strings.TrimSuffix(host, ".")
	if !belowAliyuncs(host) {
		if host = strings.ToLower(host); !belowAliyuncs(host) {
			return "", ""
		}
	}
	// The label in front of aliyuncs.com, and the one in front of that.
	end := len(host) - len(".aliyuncs.com")
	start := strings.LastIndexByte(host[:end], '.') + 1
	label, prior, at := host[start:end], "", start
	if start > 0 {
		at = strings.LastIndexByte(host[:start-1], '.') + 1
		prior = host[at : start-1]
	}
	switch {
	case label == "oss":
		if at > 0 && isRegion(prior) { // dual stack: bucket.cn-hangzhou.oss.aliyuncs.com
			start = at
		}
	case label == "oss-data-acc" || label == "oss-dls" || label == "oss-accesspoint": // bucket.REGION.oss-dls.aliyuncs.com
		start = at
	case label == "oss-admin": // an API of its own
		return "", ""
	case strings.HasPrefix(label, "oss-") || strings.HasPrefix(label, "vpc100-oss-"):
	default:
		return "", ""
	}
	return host[:max(start-1, 0)], host[start:]
}

// belowAliyuncs says whether host is a well-formed name below aliyuncs.com, in lower case.
func belowAliyuncs(host string) bool {
	if len(host) > 253 || !strings.HasSuffix(host, ".aliyuncs.com") {
		return false
	}
	label := 0 // where it begins
	for i := 0; i < len(host); i++ {
		switch c := host[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-' || c == '_':
		case c == '.' && i > label:
			label = i + 1
		default:
			return false
		}
	}
	return true
}

// isRegion says whether label has the form of a region ID: cn-hangzhou, ap-southeast-1.
func isRegion(label string) bool {
	return len(label) > 3 && label[2] == '-' && strings.Contains(" cn ap us eu me na sa af rg ", " "+label[:2]+" ")
}

// isEscaped says whether the URL was copied out of HTML or JSON without undoing its escapes, so
// that parameters are named amp;Signature, or stand in the value in front.
func (q *request) isEscaped() bool {
	for _, p := range q.query {
		if strings.HasPrefix(p.name, "amp;") || strings.HasPrefix(p.name, "u0026") || strings.Contains(p.name, `\u0026`) || strings.Contains(p.value, `\u0026`) {
			return true
		}
	}
	return false
}
