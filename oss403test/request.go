package oss403test

import (
	"fmt"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/ram"
)

// incoming is a request, read once, and when it came.
type incoming struct {
	r     *http.Request
	id    string // the ID that OSS gives it
	now   time.Time
	tests bool // now is a test's, not the machine's
	query url.Values

	method      string
	host        string // without port
	bucket, key string
	region      string // of the host, or the usual one
	name        string // of the operation, as OSS calls it; "" if it is none
	action      string // the RAM action that it needs, if that is known
	scheme      string // of the signature, as in oss403.Signature; "" for none
	keyID       string // of the signature
}

// defaultRegion is where everything is that nothing else is said of.
const defaultRegion = "cn-hangzhou"

// readRequest reads what counts. Its body is not touched. domains are those that are mapped to
// buckets.
func readRequest(r *http.Request, domains map[string]string) *incoming {
	in := &incoming{r: r, query: r.URL.Query(), method: methodOf(r), host: hostOf(r)}
	in.bucket, in.key = addressed(in.host, strings.TrimPrefix(r.URL.Path, "/"), domains)
	in.region = orDefault(osshost.Region(in.host), defaultRegion)
	in.keyID, in.scheme = signer(r)
	name, needs, _, _ := ram.InferActions(ram.RequestFacts{Method: in.method, Host: in.host, Bucket: in.bucket, Object: in.key, Query: in.query, Header: r.Header})
	in.name = name
	if len(needs) > 0 {
		in.action = needs[0].Action
	}
	return in
}

// answer makes a 403 that answers the request.
func (in *incoming) answer(kind oss403.Kind, opts ...Option) *answer {
	return newAnswer(kind, in, opts)
}

// deny is a 403 as an error.
func (in *incoming) deny(kind oss403.Kind, opts ...Option) error {
	return &denied{in.answer(kind, opts...)}
}

// date is the time in answers of a rule.
func (in *incoming) date() time.Time {
	if in.tests {
		return in.now.UTC()
	}
	return fixedTime
}

func (in *incoming) isHead() bool { return in.method == http.MethodHead }

// s3 says whether the request is S3's, by its signature.
func (in *incoming) s3() bool { return strings.HasPrefix(in.scheme, "S3") }

// ossHeader returns a header that S3 clients call X-Amz-, and others X-Oss-.
func (in *incoming) ossHeader(name string) string {
	return orDefault(in.r.Header.Get("X-Oss-"+name), in.r.Header.Get("X-Amz-"+name))
}

// dialect returns the headers of an answer as the request's protocol has them.
func (in *incoming) dialect(h http.Header) http.Header {
	if !in.s3() {
		return h
	}
	out := http.Header{}
	for name, values := range h {
		rest, ok := strings.CutPrefix(name, "X-Oss-")
		switch {
		case !ok:
		case rest == "Storage-Class":
			values = []string{storageClassS3(values[0])}
			fallthrough
		case rest == "Request-Id", rest == "Restore", rest == "Tagging-Count", strings.HasPrefix(rest, "Meta-"):
			name = "X-Amz-" + rest
		}
		out[name] = values
	}
	return out
}

// class names a class of storage as the request's protocol has it.
func (in *incoming) class(name string) string {
	if in.s3() {
		return storageClassS3(name)
	}
	return name
}

// pathStyleRefused says whether the bucket stands in the path of a host of OSS, which OSS refuses.
func (in *incoming) pathStyleRefused() bool {
	_, style := osshost.Bucket(in.host)
	return in.isOSSHost() && style == osshost.PathStyle && in.bucket != ""
}

// addressed returns the bucket and the object that a request is for. A host that is neither OSS's
// nor a mapped domain nor local has the bucket for its first label.
func addressed(host, path string, domains map[string]string) (bucket, key string) {
	if bucket := domains[host]; bucket != "" {
		return bucket, path
	}
	if bucket, style := osshost.Bucket(host); style == osshost.VirtualHosted {
		return bucket, path
	} else if style != osshost.PathStyle && strings.Contains(host, ".") {
		bucket, _, _ = strings.Cut(host, ".")
		return bucket, path
	}
	bucket, key, _ = strings.Cut(path, "/")
	return bucket, key
}

// isOSSHost says whether the request names a host of OSS.
func (in *incoming) isOSSHost() bool { return osshost.IsOSS(in.host) }

// regionOf returns the region of an endpoint.
func regionOf(endpoint string) string {
	endpoint = strings.TrimPrefix(strings.TrimPrefix(endpoint, "https://"), "http://")
	region := osshost.Region(endpoint)
	if region == "" {
		panic(fmt.Sprintf("oss403test: BucketAt: %q is no endpoint of a region, as oss-cn-beijing.aliyuncs.com is", endpoint))
	}
	return region
}

// hostOf returns the host that a request is for, without port.
func hostOf(r *http.Request) string {
	host := r.Host
	if host == "" {
		host = r.URL.Host
	}
	if h, _, err := net.SplitHostPort(host); err == nil {
		return h
	}
	return strings.Trim(host, "[]")
}

// methodOf returns the method of a request; a client may leave out GET.
func methodOf(r *http.Request) string {
	if r.Method == "" {
		return http.MethodGet
	}
	return r.Method
}

// signer returns the AccessKey ID of a request and how it was signed: V1 in the header, or some
// other way, "" where it was not signed.
func signer(r *http.Request) (id, scheme string) {
	if auth := r.Header.Get("Authorization"); auth != "" {
		if rest, ok := strings.CutPrefix(auth, "OSS "); ok {
			id, _, _ = strings.Cut(rest, ":")
			return id, "V1"
		}
		if strings.HasPrefix(auth, "AWS") {
			scheme = "S3 V4"
		}
		if strings.HasPrefix(auth, "AWS ") {
			id, _, _ = strings.Cut(auth[4:], ":")
			return id, "S3 V2"
		}
		for _, name := range []string{"Credential=", "AccessKeyId:"} {
			if _, rest, ok := strings.Cut(auth, name); ok {
				return cutAny(rest, "/:,"), orDefault(scheme, "other")
			}
		}
		return "", "other"
	}
	q := r.URL.Query()
	for _, name := range []string{"OSSAccessKeyId", "x-oss-credential", "X-Amz-Credential", "AWSAccessKeyId"} {
		if v := q.Get(name); v != "" {
			return cutAny(v, "/"), "other"
		}
	}
	return "", ""
}

func cutAny(s, chars string) string {
	if i := strings.IndexAny(s, chars); i >= 0 {
		return s[:i]
	}
	return s
}

// stringToSign is what OSS signs of a request that is signed V1 in its header.
func stringToSign(r *http.Request) string {
	h := r.Header
	lines := []string{methodOf(r), h.Get("Content-Md5"), h.Get("Content-Type"), h.Get("Date")}
	var own []string
	for name, values := range h {
		if name = strings.ToLower(name); strings.HasPrefix(name, "x-oss-") {
			own = append(own, name+":"+strings.Join(values, ","))
		}
	}
	slices.Sort(own)
	bucket, key := addressed(hostOf(r), strings.TrimPrefix(r.URL.Path, "/"), nil)
	resource := "/"
	if bucket != "" {
		resource = "/" + bucket + "/" + key
	}
	if sub := signedParameters(r.URL.Query()); sub != "" {
		resource += "?" + sub
	}
	return strings.Join(append(append(lines, own...), resource), "\n")
}

// signedParameters are those of a query that V1 signs.
func signedParameters(q url.Values) string {
	var list []string
	for name := range q {
		switch name {
		case "acl", "append", "continuation-token", "cors", "delete", "lifecycle", "location", "objectMeta", "partNumber",
			"position", "restore", "symlink", "tagging", "uploadId", "uploads", "versionId", "versions":
		default:
			if !strings.HasPrefix(name, "response-") && !strings.HasPrefix(name, "x-oss-") {
				continue
			}
		}
		if v := q.Get(name); v != "" {
			name += "=" + v
		}
		list = append(list, name)
	}
	slices.Sort(list)
	return strings.Join(list, "&")
}
