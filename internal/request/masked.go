package request

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/gate"
)

// What is kept of a request is bounded, since a Transport remembers it.
const (
	MaxValues = 64
	maxValue  = 1 << 10
)

// collectSecrets notes what of the headers and of the query no output may hold. The form has done so
// when it was read.
func (q *Request) collectSecrets() {
	for name, values := range q.Header {
		name = http.CanonicalHeaderKey(name)
		q.ForOSS = q.ForOSS || strings.HasPrefix(name, "X-Oss-")
		if isSecretHeader(name) {
			for _, v := range values {
				q.addHeader(name, v)
			}
		}
	}
	q.Secrets.Add(q.Signature.Value)
	q.Secrets.AddID(q.Signature.KeyID)
	q.ForOSS = q.ForOSS || strings.Contains(q.RawQuery, "OSSAccessKeyId=")
	for raw := q.RawQuery; raw != ""; {
		var pair string
		pair, raw, _ = strings.Cut(raw, "&")
		name, value, _ := strings.Cut(pair, "=")
		name = chars.Unescape(name)
		q.ForOSS = q.ForOSS || strings.HasPrefix(name, "x-oss-")
		switch plain := chars.Unescape(value); gate.KindOf(name) { // a + may be part of a secret
		case gate.NotSecret:
		case gate.KeyID:
			id, _, _ := strings.Cut(plain, "/")
			q.Secrets.AddID(id)
		default:
			q.Secrets.Add(value)
			q.Secrets.Add(plain)
		}
	}
}

// addHeader notes what is secret in the value of a header: of some the whole, of others what stands in
// it between words.
func (q *Request) addHeader(name, value string) {
	switch name {
	case "Authorization", "Proxy-Authorization", "Cookie":
		if scheme, rest, ok := strings.Cut(value, " "); ok && name != "Cookie" && !strings.ContainsAny(scheme, ":,=") {
			value = rest
		}
		end := byte(',')
		if name == "Cookie" {
			end = ';'
		}
		for _, field := range strings.FieldsFunc(value, func(r rune) bool { return r <= ' ' || r == rune(end) }) {
			if key, v, ok := strings.Cut(field, "="); ok && strings.Trim(v, "=") != "" { // no padding
				if field = v; strings.Contains(key, "eaders") || strings.EqualFold(key, "Credential") {
					continue // no secrets: the names of headers, the scope of the ID
				}
			}
			q.Secrets.Add(field)
		}
	default:
		q.Secrets.Add(value)
	}
}

// isSecretHeader says whether the whole value of a header is secret: the key of SSE-C, for one.
func isSecretHeader(name string) bool {
	switch name {
	case "Authorization", "X-Oss-Security-Token", "X-Amz-Security-Token", "Cookie", "Proxy-Authorization":
		return true
	}
	return gate.KindOf(name) != gate.NotSecret
}

// Masked returns a copy of q without what s or q knows to be secret, and without what only a
// signature needs: the raw path and query, and the headers that hold secrets. It shares nothing that
// the client may change. Of the AccessKey ID it keeps the whole.
func (q *Request) Masked(s *gate.Secrets) *Request {
	if q == nil {
		return nil
	}
	c := *q
	c.EscapedPath, c.RawQuery, c.HostPort, c.Path = "", "", "", ""
	c.Signature.Value, c.Signature.Token = "", ""
	c.Header = make(http.Header, min(len(q.Header), MaxValues))
	n := 0
	for name, values := range q.Header {
		if name = http.CanonicalHeaderKey(name); isSecretHeader(name) {
			continue
		}
		for _, v := range values {
			if n++; n <= MaxValues {
				c.Header[name] = append(c.Header[name], s.UpTo(withoutUser(v), maxValue))
			}
		}
	}
	c.Query = maskParameters(q.Query, s, func(name string) bool { return gate.KindOf(name) != gate.NotSecret })
	c.Form = maskParameters(q.Form, s, isSecretField)
	c.Secrets = gate.Secrets{}
	return &c
}

// maskParameters copies parameters without the values of those that are secret by their names.
func maskParameters(list []Parameter, s *gate.Secrets, isSecret func(name string) bool) []Parameter {
	var c []Parameter
	for _, p := range list[:min(len(list), MaxValues)] {
		value := ""
		if !isSecret(p.Name) {
			value = s.UpTo(p.Value, maxValue)
		}
		c = append(c, Parameter{p.Name[:min(len(p.Name), maxValue)], value})
	}
	return c
}

// withoutUser takes a password out of a Referer or an Origin.
func withoutUser(value string) string {
	if !strings.Contains(value, "@") {
		return value
	}
	if u, err := url.Parse(value); err == nil && u.User != nil {
		u.User = nil
		return u.String()
	}
	return value
}

// ToKeep copies a masked request for a Transport to remember: no string of the copy is part of an
// answer or of the client's request, and the AccessKey ID is masked.
func (q *Request) ToKeep() *Request {
	if q == nil {
		return nil
	}
	c := *q
	for _, s := range [...]*string{&c.Method, &c.Host, &c.Bucket, &c.Object, &c.Signature.Expires, &c.Signature.Scope[0], &c.Signature.Scope[1], &c.Signature.Scope[2]} {
		*s = chars.Keep(*s)
	}
	c.Signature.KeyID = gate.ID(q.Signature.KeyID)
	c.Signature.Headers = chars.KeepAll(q.Signature.Headers[:min(len(q.Signature.Headers), MaxValues)])
	c.Query, c.Form = keepParameters(q.Query), keepParameters(q.Form)
	c.Header = make(http.Header, len(q.Header))
	for name, values := range q.Header {
		c.Header[chars.Keep(name)] = chars.KeepAll(values)
	}
	return &c
}

func keepParameters(list []Parameter) []Parameter {
	var c []Parameter
	for _, p := range list {
		c = append(c, Parameter{chars.Keep(p.Name), chars.Keep(p.Value)})
	}
	return c
}
