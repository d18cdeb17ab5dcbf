package signing

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"hash"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/request"
)

// What OSS allows of the time that is signed.
const (
	MaxSkew     = 15 * time.Minute   // between that time and OSS's clock
	MaxLifetime = 7 * 24 * time.Hour // of a URL that is signed with V4 or S3 V4
)

// Sign returns the signature of a string to sign, "" for a scheme that is not known and, with V4 and
// S3 V4, for a string without a scope. The schemes are those of [request.Signature].
func Sign(scheme, secret, stringToSign string) string {
	switch scheme {
	case "V1", "S3 V2":
		return base64.StdEncoding.EncodeToString(sum(sha1.New, secret, stringToSign))
	case "V2":
		return base64.StdEncoding.EncodeToString(sum(sha256.New, secret, stringToSign))
	case "V4", "S3 V4":
		lines := strings.SplitN(stringToSign, "\n", 4)
		if len(lines) == 4 {
			return SignScoped(scheme, secret, lines[2], stringToSign)
		}
	}
	return ""
}

// SignScoped is [Sign] for V4 and S3 V4 where the scope stands elsewhere than in the text, as with
// the policy of a form: date/region/product/request.
func SignScoped(scheme, secret, scope, text string) string {
	key := []byte("aliyun_v4" + secret)
	if scheme == "S3 V4" {
		key = []byte("AWS4" + secret)
	}
	for _, part := range strings.Split(scope, "/") {
		key = sum(sha256.New, string(key), part)
	}
	return hex.EncodeToString(sum(sha256.New, string(key), text))
}

func sum(h func() hash.Hash, key, text string) []byte {
	m := hmac.New(h, []byte(key))
	m.Write([]byte(text))
	return m.Sum(nil)
}

// Signed is what OSS signs of a request.
type Signed struct {
	StringToSign     string
	CanonicalRequest string // V4, S3 V4
}

// Verify says whether a request's signature is the one that a secret gives, and what was signed. Of
// the parameters V1 and S3 V2 sign those that OSS is known to sign. r.Bucket is the one that was
// meant, which a host may not name. A request that is not signed has nothing to verify.
func Verify(r *request.Request, secret string) (s Signed, ok bool) {
	candidates := signedOf(r)
	for i, c := range candidates {
		// OSS takes more than one form of some requests; what it shows is the first.
		if i == 0 {
			s = c
		}
		if want := Sign(r.Signature.Scheme, secret, c.StringToSign); want != "" && hmac.Equal([]byte(want), []byte(r.Signature.Value)) {
			return c, true
		}
	}
	return s, false
}

// signedOf returns what a request's signature may cover, the likeliest first.
func signedOf(r *request.Request) []Signed {
	c := comparison{sent: view(r), signedText: &signedText{scheme: r.Signature.Scheme}}
	var list []Signed
	switch c.scheme {
	case "V1", "V2", "S3 V2":
		for _, path := range c.signedPaths() {
			for _, date := range c.signedDates() {
				list = append(list, Signed{StringToSign: c.signedLines(date, path)})
			}
		}
	case "V4", "S3 V4":
		for _, path := range c.signedPaths() {
			for _, date := range c.signedDates() {
				list = append(list, c.signedV4(date, path))
			}
		}
	}
	return list
}

// signedPaths returns the resource without its query. That of a bucket ends in a slash, whether or
// not the request's path does.
func (c *comparison) signedPaths() []string {
	paths, _ := resources(c.sent)
	if c.scheme == "S3 V4" {
		return []string{c.Path}
	}
	slices.Reverse(paths)
	if _, style := osshost.Bucket(c.Host); style != osshost.PathStyle {
		paths = paths[:1]
	}
	if c.scheme == "V4" {
		return paths // rebuilt escapes it
	}
	for i, path := range paths {
		paths[i] = c.pathForms(path)[0]
	}
	return paths
}

// signedDates returns what the line of the date may be.
func (c *comparison) signedDates() []string {
	if c.isV4() {
		_, date := c.v4Date()
		list := []string{date}
		if t := form.ParseTime(date); !t.IsZero() { // in Date, which some sign in V4's own form
			list = append(list, t.UTC().Format("20060102T150405Z"))
		}
		return slices.Compact(list)
	}
	if c.inQuery() {
		return []string{c.Signature.Expires}
	}
	own, ok := c.headers[c.headerPrefix()+"date"]
	switch {
	case !ok:
		return []string{c.headers["date"]}
	case c.scheme == "S3 V2":
		return []string{"", c.headers["date"], own}
	}
	return []string{own, c.headers["date"], ""}
}

// signedLines is the string to sign of V1, V2 and S3 V2.
func (c *comparison) signedLines(date, path string) string {
	lines := []string{c.Method, c.headers["content-md5"], c.headers["content-type"], date}
	headers := maps.Clone(c.headers)
	headers["host"] = c.host
	for _, name := range sortedKeys(headers, nil) {
		if strings.HasPrefix(name, c.headerPrefix()) || c.scheme == "V2" && slices.Contains(c.Signature.Headers, name) {
			lines = append(lines, name+":"+headers[name])
		}
	}
	query := c.subresource()
	if c.scheme == "V2" {
		lines = append(lines, strings.Join(c.Signature.Headers, ";"))
		query = c.canonicalQuery()
	}
	if query != "" {
		path += "?" + query
	}
	return strings.Join(append(lines, path), "\n")
}

// signedV4 is what V4 and S3 V4 sign.
func (c *comparison) signedV4(date, path string) Signed {
	vendor, end := "OSS4-HMAC-SHA256", "/aliyun_v4_request"
	if c.scheme == "S3 V4" {
		vendor, end = "AWS4-HMAC-SHA256", "/aws4_request"
	}
	canonical := c.rebuilt(path)
	hash := sha256.Sum256([]byte(canonical))
	text := strings.Join([]string{vendor, date, strings.Join(c.Signature.Scope[:], "/") + end, hex.EncodeToString(hash[:])}, "\n")
	return Signed{text, canonical}
}
