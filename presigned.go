package oss403

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/request"
)

// Presigned is what a presigned URL says. It holds no secret.
type Presigned struct {
	Version       string        // of the signature: "V1", "V2", "V4", "S3 V2", "S3 V4"
	Host          string        // without port
	Bucket        string        // as host and path name it; "" where the host is a custom domain
	Object        string        // decoded
	AccessKeyID   string        // masked
	HasToken      bool          // it carries a security token, as it must for a temporary AccessKey
	SignedAt      time.Time     // V4; zero where the URL does not say
	Expires       time.Time     // zero where the URL does not say, or not as a time
	Lifetime      time.Duration // V4: from SignedAt to Expires; 0 where the URL does not say
	Region        string        // V4: of the scope
	SignedHeaders []string      // that a request must send as they were signed, in lower case; Content-Type and x-oss- headers count always
	Flaws         []string      // what OSS will refuse, in English, the most likely first
}

// maxURL is how long a presigned URL is at most: OSS takes no longer one.
const maxURL = 64 << 10

// ReadPresigned reads a presigned URL of OSS, of any of its signature versions, without asking OSS. It does
// not check the signature, for which the secret is needed, and does not look at the clock: compare Expires
// with the time. The error says why s is no presigned URL; the Presigned is zero then. Flaws are no error.
func ReadPresigned(s string) (Presigned, error) {
	s = strings.TrimSpace(s)
	if len(s) > maxURL {
		return Presigned{}, errors.New("oss403: the URL is longer than 64 KiB")
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" {
		return Presigned{}, errors.New("oss403: this is no URL") // the error of url.Parse repeats the URL
	}
	q := request.New(http.MethodGet, u.Host, u.EscapedPath(), u.RawQuery, http.Header{})
	if q.Escape != "" {
		u.RawQuery = strings.NewReplacer("&amp;", "&", `\u0026`, "&", "amp;", "&").Replace(u.RawQuery)
		q = request.New(http.MethodGet, u.Host, u.EscapedPath(), u.RawQuery, http.Header{})
		if q.Signature.In == request.InQuery {
			p := readPresigned(q)
			p.Flaws = slices.Insert(p.Flaws, 0, "The URL was copied out of HTML or JSON: replace &amp; and \\u0026 by &.")
			return p, nil
		}
	}
	if q.Signature.In != request.InQuery {
		return Presigned{}, errors.New("oss403: the URL carries no signature in its query")
	}
	if osshost.IsOtherService(q.Host) {
		return Presigned{}, errors.New("oss403: the host of the URL is none of OSS")
	}
	return readPresigned(q), nil
}

func readPresigned(q *request.Request) Presigned {
	value := func(names ...string) string {
		for _, p := range q.Query {
			for _, name := range names {
				if strings.EqualFold(p.Name, name) {
					return p.Value
				}
			}
		}
		return ""
	}
	has := func(names ...string) bool {
		return slices.ContainsFunc(q.Query, func(p request.Parameter) bool {
			return slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(p.Name, name) })
		})
	}
	shown := q.Secrets.NameLine
	p := Presigned{
		Version: q.Signature.Scheme, Host: q.Secrets.Line(q.Host), Bucket: shown(q.Bucket), Object: shown(q.Object),
		AccessKeyID: gate.ID(strings.TrimSpace(q.Signature.KeyID)), HasToken: q.Signature.HasToken,
	}
	flaw := func(format string, args ...any) { p.Flaws = append(p.Flaws, fmt.Sprintf(format, args...)) }
	isV4 := strings.HasSuffix(p.Version, "V4")
	if isV4 {
		date := value(request.DateParameters...)
		if t, err := time.Parse("20060102T150405Z", date); err == nil {
			p.SignedAt = t
		} else {
			flaw("The time of signing is missing, or not of the form 20060102T150405Z.")
		}
		seconds, err := strconv.ParseInt(value(request.LifetimeParameters...), 10, 64)
		switch {
		case err != nil || seconds < 1:
			flaw("The lifetime is missing, or no number of seconds.")
		case seconds > maxLifetime:
			flaw("The lifetime is %d seconds: V4 allows no more than 604800, which is 7 days.", seconds)
			fallthrough
		default:
			if seconds <= int64(100*365*24*time.Hour/time.Second) {
				p.Lifetime = time.Duration(seconds) * time.Second
				if !p.SignedAt.IsZero() {
					p.Expires = p.SignedAt.Add(p.Lifetime)
				}
			}
		}
		if scope := q.Signature.Scope; scope[1] != "" {
			p.Region = q.Secrets.Line(scope[1])
			if !p.SignedAt.IsZero() && scope[0] != p.SignedAt.Format("20060102") {
				flaw("The scope is of another day than the time of signing.")
			}
			if region := osshost.Region(q.Host); region != "" && region != scope[1] && p.Version == "V4" {
				flaw("The scope names region %q, and the host is in %q.", p.Region, region)
			}
		} else {
			flaw("The credential has no scope: AccessKey ID, date, region and product, with slashes between.")
		}
	} else {
		text := value("Expires", "x-oss-expires")
		switch seconds, err := strconv.ParseInt(text, 10, 64); {
		case text == "":
			flaw("The time of expiry is missing.")
		case err != nil:
			flaw("The time of expiry is no number of seconds since 1970.")
		case seconds >= 1e12:
			flaw("The time of expiry is in milliseconds: OSS expects seconds since 1970.")
			p.Expires = time.UnixMilli(min(seconds, 1e15)).UTC()
		case seconds < 1e9:
			flaw("The time of expiry is a lifetime: OSS expects seconds since 1970, as in %d.", int64(1767225600))
		default:
			p.Expires = time.Unix(seconds, 0).UTC()
		}
	}
	if !has(request.SignatureParameters...) {
		flaw("The signature is missing.")
	} else if signature := request.RawValue(q.RawQuery, "Signature", "x-oss-signature"); strings.ContainsAny(signature, "+ ") {
		flaw("The signature has a + that is not escaped: OSS reads it as a space. Write %%2B.")
	}
	if p.AccessKeyID == "" {
		flaw("The AccessKey ID is missing.")
	} else if strings.ContainsFunc(q.Signature.KeyID, unicode.IsSpace) {
		flaw("The AccessKey ID has a space or a line break in it or at one of its ends.")
	} else if strings.HasPrefix(q.Signature.KeyID, "STS.") && !p.HasToken {
		flaw("The AccessKey is temporary and its security token is missing.")
	}
	for i, one := range q.Query {
		if request.IsOfSignature(one.Name) && slices.ContainsFunc(q.Query[:i], func(o request.Parameter) bool { return strings.EqualFold(o.Name, one.Name) }) {
			flaw("The parameter %s is there twice.", one.Name)
			break
		}
	}
	for _, name := range q.Signature.Headers {
		p.SignedHeaders = append(p.SignedHeaders, q.Secrets.Line(name))
	}
	if _, style := osshost.Bucket(q.Host); style == osshost.PathStyle && osshost.IsOSS(q.Host) && q.Bucket != "" {
		flaw("The bucket is in the path: OSS wants it in the host, as in %s.%s.", p.Bucket, p.Host)
	}
	return p
}
