package request

import (
	"cmp"
	"net"
	"net/http"
	"slices"
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// A signature that does not match has one of three causes: the request was changed on its way, it
// was not signed as it was sent, or the secret is wrong. OSS says what it signed, which is the
// request as it arrived. From the request as it was sent follows what OSS would have signed had
// nothing been changed; where the two part is the change. That is proof, and compare gives it.
//
// Where they agree, nothing was changed, and what remains is between the signer and the secret. How
// the signer went about it nobody can see from here. Some requests look as if it had signed
// something else: those looks are suspicions, and suspects lists them. Without any, it is the secret.

// SentRequest is a request as its client sent it.
type SentRequest struct {
	Method      string
	Host        string // with the port, if it was sent
	EscapedPath string // "" is read as "/"
	RawQuery    string
	Header      http.Header
	Length      int64  // of the body; -1: not known. S3 V4 signs Content-Length, which is not in header.
	Bucket      string // for hosts that do not name it; "": not known
}

// SentBy returns the request as r's transport got it. It shares r's header.
func SentBy(r *http.Request, bucket string) SentRequest {
	s := SentRequest{Method: r.Method, Host: r.Host, Header: r.Header, Length: r.ContentLength, Bucket: bucket}
	if s.Method == "" {
		s.Method = http.MethodGet
	}
	if r.Body != nil && r.ContentLength == 0 && r.Body != http.NoBody {
		s.Length = -1
	}
	if r.URL != nil {
		s.Host = cmp.Or(s.Host, r.URL.Host)
		s.EscapedPath = r.URL.EscapedPath()
		s.RawQuery = r.URL.RawQuery
	}
	return s
}

// SortedKeys returns the keys of both maps in order.
func SortedKeys[V any](a, b map[string]V) []string {
	var keys []string
	for k := range a {
		keys = append(keys, k)
	}
	for k := range b {
		if _, ok := a[k]; !ok {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return keys
}

// UnescapePath undoes %XX, and leaves what is no escape.
func UnescapePath(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && chars.IsHex(s[i+1]) && chars.IsHex(s[i+2]) {
			b = append(b, byte(chars.HexRune([]byte(s[i+1:i+3]))))
			i += 2
			continue
		}
		b = append(b, s[i])
	}
	return string(b)
}

// Sent is a sentRequest, read.
type Sent struct {
	SentRequest
	Hostname string // without port
	Path     string // decoded
	Params   []Parameter
	Headers  map[string]string // by name in lower case; several values joined by commas
	Claim    claim
}

// claim is what the request says of its own signature.
type claim struct {
	Scheme  string // "" if it has none
	InQuery bool
	ID      string
	Date    string    // V1, V2, S3 V2 in the query: when it expires
	Scope   [3]string // date, region, product
	Headers []string  // AdditionalHeaders, SignedHeaders, in lower case
}

func (r SentRequest) Read() *Sent {
	q := &Sent{SentRequest: r, Hostname: r.Host, Path: UnescapePath(r.EscapedPath), Headers: map[string]string{}}
	if host, port, err := net.SplitHostPort(r.Host); err == nil {
		q.Hostname = host
		if port == "80" || port == "443" {
			q.Host = host // no signer has a scheme's own port in it
		}
	}
	if q.Path == "" {
		q.Path = "/"
	}
	names := SortedKeys(r.Header, nil)
	for _, name := range names {
		var values []string
		for _, v := range r.Header[name] {
			values = append(values, strings.TrimSpace(v))
		}
		q.Headers[strings.ToLower(name)] = strings.Join(values, ",")
	}
	params := ParseQuery(r.RawQuery)
	q.Claim = readClaim(q.Headers["authorization"], params)
	for _, p := range params {
		if !q.Claim.isSignature(p.Name) {
			q.Params = append(q.Params, p)
		}
	}
	return q
}

// ParseQuery splits a query, and leaves what is no escape.
func ParseQuery(raw string) []Parameter {
	var list []Parameter
	for _, pair := range strings.Split(raw, "&") {
		if pair == "" {
			continue
		}
		name, value, _ := strings.Cut(strings.ReplaceAll(pair, "+", " "), "=")
		list = append(list, Parameter{UnescapePath(name), UnescapePath(value)})
	}
	return list
}

func (q *Sent) Param(name string) (Parameter, bool) {
	for _, p := range q.Params {
		if strings.EqualFold(p.Name, name) {
			return p, true
		}
	}
	return Parameter{}, false
}

func (q *Sent) Repeated(name string) bool {
	n := 0
	for _, p := range q.Params {
		if p.Name == name {
			n++
		}
	}
	return n > 1
}

// readClaim reads the Authorization header or, without one, the query.
func readClaim(authorization string, params []Parameter) claim {
	algorithm, rest, _ := strings.Cut(authorization, " ")
	switch algorithm {
	case "OSS", "AWS":
		c := claim{Scheme: "V1"}
		if algorithm == "AWS" {
			c.Scheme = "S3 V2"
		}
		c.ID, _, _ = strings.Cut(rest, ":")
		return c
	case "OSS2":
		fields := authFields(rest, ":")
		return claim{Scheme: "V2", ID: fields["AccessKeyId"], Headers: headerNames(fields["AdditionalHeaders"])}
	case "OSS4-HMAC-SHA256":
		fields := authFields(rest, "=")
		c := claim{Scheme: "V4", Headers: headerNames(fields["AdditionalHeaders"])}
		c.credential(fields["Credential"])
		return c
	case "AWS4-HMAC-SHA256":
		fields := authFields(rest, "=")
		c := claim{Scheme: "S3 V4", Headers: headerNames(fields["SignedHeaders"])}
		c.credential(fields["Credential"])
		return c
	}
	c := claim{InQuery: true}
	var version, credential, expires string
	for _, p := range params {
		switch p.Name {
		case "x-oss-signature-version", "X-Amz-Algorithm":
			version = p.Value
		case "x-oss-credential", "X-Amz-Credential":
			credential = p.Value
		case "x-oss-additional-headers", "X-Amz-SignedHeaders":
			c.Headers = headerNames(p.Value)
		case "OSSAccessKeyId":
			c.Scheme, c.ID = "V1", p.Value
		case "AWSAccessKeyId":
			c.Scheme, c.ID = "S3 V2", p.Value
		case "x-oss-access-key-id":
			c.Scheme, c.ID = "V2", p.Value
		case "Expires":
			c.Date = p.Value
		case "x-oss-expires":
			expires = p.Value
		}
	}
	switch version {
	case "OSS2":
		c.Scheme, c.Date = "V2", expires
	case "OSS4-HMAC-SHA256":
		c.Scheme = "V4"
		c.credential(credential)
	case "AWS4-HMAC-SHA256":
		c.Scheme = "S3 V4"
		c.credential(credential)
	}
	return c
}

// authFields reads the fields of an Authorization header, separated by commas.
func authFields(s, separator string) map[string]string {
	fields := map[string]string{}
	for _, f := range strings.Split(s, ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(f), separator)
		fields[name] = value
	}
	return fields
}

func headerNames(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(strings.ToLower(s), ";")
}

// credential reads an AccessKey ID with the scope behind it.
func (c *claim) credential(s string) {
	fields := strings.Split(s, "/")
	c.ID = fields[0]
	copy(c.Scope[:], fields[1:])
}

// isSignature says whether a parameter belongs to the signature, which does not sign itself.
func (c *claim) isSignature(name string) bool {
	if !c.InQuery {
		return false
	}
	switch c.Scheme {
	case "V1":
		return name == "OSSAccessKeyId" || name == "Expires" || name == "Signature"
	case "S3 V2":
		return name == "AWSAccessKeyId" || name == "Expires" || name == "Signature"
	case "V2", "V4":
		return name == "x-oss-signature"
	case "S3 V4":
		return name == "X-Amz-Signature"
	}
	return false
}
