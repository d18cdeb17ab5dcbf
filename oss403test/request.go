package oss403test

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/ram"
	"github.com/oss403/oss403/internal/request"
)

// incoming is a request, read once, and when it came.
type incoming struct {
	r     *http.Request
	sent  *request.Request // what the library reads of it
	id    string           // the ID that OSS gives it
	now   time.Time
	query url.Values

	method      string
	host        string // without port
	bucket, key string
	region      string // of the host, or the usual one
	name        string // of the operation, as OSS calls it; "" if it is none
	action      string // the RAM action that it needs, if that is known
}

// defaultRegion is where everything is that nothing else is said of.
const defaultRegion = "cn-hangzhou"

// readRequest reads what counts. Its body is not touched. domains are those that are mapped to
// buckets.
func readRequest(r *http.Request, domains map[string]string) *incoming {
	q := request.Read(r)
	in := &incoming{r: r, sent: q, query: r.URL.Query(), method: q.Method, host: q.Host}
	in.bucket, in.key = addressed(q, domains)
	q.Bucket, q.Object = in.bucket, in.key
	in.region = cmp.Or(osshost.Region(in.host), defaultRegion)
	var needs []ram.NeededAction
	in.name, needs, _ = ram.InferActions(q)
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

func (in *incoming) isHead() bool { return in.method == http.MethodHead }

// s3 says whether the request is S3's, by its signature.
func (in *incoming) s3() bool { return strings.HasPrefix(in.sent.Signature.Scheme, "S3") }

// ossHeader returns a header that S3 clients call X-Amz-, and others X-Oss-.
func (in *incoming) ossHeader(name string) string {
	return cmp.Or(in.r.Header.Get("X-Oss-"+name), in.r.Header.Get("X-Amz-"+name))
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
func addressed(q *request.Request, domains map[string]string) (bucket, key string) {
	path := strings.TrimPrefix(q.Path, "/")
	bucket, mapped := domains[q.Host]
	_, style := osshost.Bucket(q.Host)
	switch {
	case mapped:
		return bucket, path
	case style == osshost.VirtualHosted:
		return q.Bucket, q.Object
	case style != osshost.PathStyle && strings.Contains(q.Host, "."):
		bucket, _, _ = strings.Cut(q.Host, ".")
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

// methodOf returns the method of a request; a client may leave out GET.
func methodOf(r *http.Request) string {
	if r.Method == "" {
		return http.MethodGet
	}
	return r.Method
}
