package request

import (
	"io"
	"mime"
	"mime/multipart"
	"net"
	"net/http"
	"net/url"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/mask"
	"github.com/oss403/oss403/internal/osshost"
)

// InPath says whether r names its bucket in the path, at an endpoint of OSS.
func (r *Request) InPath() bool {
	if r == nil || r.Bucket == "" || !osshost.IsOSS(r.Host) {
		return false
	}
	_, style := osshost.Bucket(r.Host)
	return style == osshost.PathStyle
}

// Request is what is known of the request behind an answer. Besides secrets it holds none.
type Request struct {
	Method         string
	Host           string // as the client addressed it, without port
	Bucket, Object string
	Query          []Parameter
	Form           []Parameter // the fields of a PostObject form in front of its file
	FormWhole      bool        // form has them all
	Header         http.Header
	headers        int  // how many values header was given
	NoHeaders      bool // header is not known
	ForOSS         bool // it was meant for OSS
	ToService      bool // it names neither bucket nor object

	Signed   Signing
	Scheme   string   // as in Signature.Scheme; "" for an unsigned request and for a form
	KeyID    string   // the AccessKey ID it was signed with, as it was sent
	scope    []string // V4: date, region, product
	HasToken bool

	Secrets mask.Secrets
}

// Parameter is a parameter of a query, percent-decoded; the value of a secret one is left out.
type Parameter struct{ Name, Value string }

// Signing is how a request was signed.
type Signing int

const (
	Unsigned Signing = iota
	SignedInHeader
	SignedInQuery
	signingUnknown // its headers are not known
)

// What is kept of a request is bounded, since a Transport remembers it.
const (
	MaxValues = 64
	maxValue  = 1 << 10
)

// ReadRequest copies what counts from r, and keeps no reference to it.
func ReadRequest(r *http.Request) *Request {
	if r == nil {
		return nil
	}
	q := &Request{Method: r.Method, Host: r.Host, Header: http.Header{}}
	if q.Method == "" {
		q.Method = http.MethodGet
	}
	path := ""
	if r.URL != nil {
		if q.Host == "" {
			q.Host = r.URL.Host
		}
		path = strings.TrimPrefix(r.URL.Path, "/")
	}
	if host, _, err := net.SplitHostPort(q.Host); err == nil {
		q.Host = host
	}
	q.Bucket, q.Object = osshost.Addressed(q.Host, path)
	q.ForOSS = osshost.IsOSS(q.Host)
	if _, style := osshost.Bucket(q.Host); style == osshost.PathStyle && path == "" {
		q.ToService = true
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
	for _, values := range q.Header {
		for i := range values {
			values[i] = q.Secrets.MaskUpTo(values[i], maxValue)
		}
	}
	for _, list := range [...][]Parameter{q.Query, q.Form} {
		for i := range list {
			list[i].Value = q.Secrets.MaskUpTo(list[i].Value, maxValue)
		}
	}
	return q
}

func (q *Request) addHeader(name, value string) {
	switch name {
	case "Authorization":
		q.Secrets.Value(value)
		q.readAuthorization(value)
		return
	case "X-Oss-Security-Token", "X-Amz-Security-Token":
		q.Secrets.Value(value)
		q.HasToken = true
		q.ForOSS = q.ForOSS || name == "X-Oss-Security-Token"
		return
	case "Cookie", "Proxy-Authorization":
		q.Secrets.Value(value)
		return
	}
	if strings.HasPrefix(name, "X-Oss-") {
		q.ForOSS = true
	}
	if mask.SecretName(name) != mask.MaskNothing { // the key of SSE-C, for one
		q.Secrets.Value(value)
		return
	}
	if q.headers++; q.headers <= MaxValues {
		if u, err := url.Parse(value); err == nil && u.User != nil { // a Referer, an Origin
			u.User = nil
			value = u.String()
		}
		q.Header.Add(name, value)
	}
}

// readAuthorization reads the Authorization header of every scheme that OSS takes: OSS id:signature,
// OSS2 and the two V4 forms name=value, AWS id:signature.
func (q *Request) readAuthorization(value string) {
	algorithm, rest, _ := strings.Cut(strings.TrimSpace(value), " ")
	switch algorithm {
	case "OSS", "AWS":
		id, signature, _ := strings.Cut(rest, ":")
		q.Secrets.Value(signature)
		q.sign(SignedInHeader, schemeOf(algorithm), id)
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
				q.Secrets.Value(value)
			}
		}
		q.sign(SignedInHeader, schemeOf(algorithm), id)
	default:
		return
	}
	q.ForOSS = q.ForOSS || strings.HasPrefix(algorithm, "OSS")
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
func (q *Request) credential(value string) (id string) {
	id, scope, _ := strings.Cut(value, "/")
	if parts := strings.Split(scope, "/"); len(parts) == 4 {
		q.scope = parts[:3]
	}
	return id
}

// ForgetHeaders marks a request as one of which only the method and the URL are known.
func (q *Request) ForgetHeaders() {
	q.NoHeaders = true
	if q.Signed == Unsigned {
		q.Signed = signingUnknown
	}
}

// IsSigned says whether the request is known to carry a signature.
func (q *Request) IsSigned() bool {
	return q != nil && (q.Signed == SignedInHeader || q.Signed == SignedInQuery)
}

func (q *Request) sign(how Signing, scheme, id string) {
	q.Signed, q.Scheme, q.KeyID = how, scheme, id
	q.Secrets.Id(id)
}

func (q *Request) addParameter(name, value string) {
	if n, err := url.QueryUnescape(name); err == nil {
		name = n
	}
	plain := value
	if v, err := url.PathUnescape(value); err == nil { // a + may be part of a secret
		plain = v
	}
	secret := false
	switch mask.SecretName(name) {
	case mask.MaskValue:
		q.Secrets.Value(value)
		q.Secrets.Value(plain)
		secret = true
	case mask.MaskKeyID:
		id, _, _ := strings.Cut(plain, "/")
		q.Secrets.Id(id)
		secret = true
	}
	switch strings.ToLower(name) {
	case "ossaccesskeyid":
		q.sign(SignedInQuery, "V1", plain)
	case "awsaccesskeyid":
		q.sign(SignedInQuery, "S3 V2", plain)
	case "x-oss-access-key-id":
		q.sign(SignedInQuery, "V2", plain)
	case "x-oss-credential":
		q.sign(SignedInQuery, "V4", q.credential(plain))
	case "x-amz-credential":
		q.sign(SignedInQuery, "S3 V4", q.credential(plain))
	case "security-token", "x-oss-security-token", "x-amz-security-token":
		q.HasToken = true
	}
	q.ForOSS = q.ForOSS || name == "OSSAccessKeyId" || strings.HasPrefix(name, "x-oss-")
	if len(q.Query) < MaxValues {
		if secret {
			plain = ""
		}
		q.Query = append(q.Query, Parameter{name[:min(len(name), maxValue)], plain})
	}
}

// readForm reads the fields of a PostObject form, if the client can give its body a second time,
// as it can where that came from memory.
func (q *Request) readForm(r *http.Request) {
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if q.Method != http.MethodPost || r.GetBody == nil || err != nil || kind != "multipart/form-data" {
		return
	}
	body, err := r.GetBody()
	if err != nil || body == nil {
		return
	}
	defer body.Close()
	form := multipart.NewReader(io.LimitReader(body, chars.MaxText), params["boundary"])
	for len(q.Form) < MaxValues {
		part, err := form.NextRawPart()
		if err != nil {
			q.FormWhole = err == io.EOF
			return
		}
		name := part.FormName()
		if name == "file" || part.FileName() != "" {
			q.FormWhole = true
			return
		}
		value, err := io.ReadAll(io.LimitReader(part, maxValue+mask.MaxSecret+1))
		if err != nil {
			return
		}
		switch {
		case mask.SecretName(name) == mask.MaskKeyID:
			q.Secrets.Id(string(value))
			value = nil
		case mask.SecretName(name) != mask.MaskNothing, strings.EqualFold(name, "policy"):
			q.Secrets.Value(string(value))
			value = nil
		case strings.EqualFold(name, "key"):
			q.Object = string(value)
		}
		q.Form = append(q.Form, Parameter{name, string(value)})
	}
}

// Value returns a parameter of the query.
func (q *Request) Value(name string) (value string, ok bool) {
	for _, p := range q.Query {
		if p.Name == name {
			return p.Value, true
		}
	}
	return "", false
}

// IsEscaped says whether the URL was copied out of HTML or JSON without undoing its escapes, so
// that parameters are named amp;Signature, or stand in the value in front.
func (q *Request) IsEscaped() bool {
	for _, p := range q.Query {
		if strings.HasPrefix(p.Name, "amp;") || strings.HasPrefix(p.Name, "u0026") || strings.Contains(p.Name, `\u0026`) || strings.Contains(p.Value, `\u0026`) {
			return true
		}
	}
	return false
}

// Plain is how V1 and S3 V2 sign a parameter.
func (p Parameter) Plain() string {
	if p.Value == "" {
		return p.Name
	}
	return p.Name + "=" + p.Value
}

// ToKeep copies r without its secrets.
func (r *Request) ToKeep() *Request {
	if r == nil {
		return nil
	}
	c := &Request{
		Method: chars.Keep(r.Method), Host: chars.Keep(r.Host), Bucket: chars.Keep(r.Bucket), Object: chars.Keep(r.Object),
		Query: cloneParameters(r.Query), Form: cloneParameters(r.Form), FormWhole: r.FormWhole, Header: make(http.Header, len(r.Header)),
		NoHeaders: r.NoHeaders, ForOSS: r.ForOSS, ToService: r.ToService,
		Signed: r.Signed, Scheme: r.Scheme, KeyID: mask.ID(r.KeyID), scope: chars.KeepAll(r.scope), HasToken: r.HasToken,
	}
	for name, values := range r.Header {
		c.Header[chars.Keep(name)] = chars.KeepAll(values)
	}
	return c
}

func cloneParameters(list []Parameter) []Parameter {
	var c []Parameter
	for _, p := range list {
		c = append(c, Parameter{chars.Keep(p.Name), chars.Keep(p.Value)})
	}
	return c
}
