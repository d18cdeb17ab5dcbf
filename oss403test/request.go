package oss403test

import (
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// addressed returns the bucket and the object that a request is for. The bucket stands in the
// host, or in the path where the host is an IP address, a single word or an endpoint of OSS.
func addressed(r *http.Request) (bucket, key string) {
	path := strings.TrimPrefix(r.URL.Path, "/")
	host := hostOf(r)
	if hasBucket(host) {
		bucket, _, _ = strings.Cut(host, ".")
		return bucket, path
	}
	bucket, key, _ = strings.Cut(path, "/")
	return bucket, key
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

// hasBucket says whether a host has a bucket in front.
func hasBucket(host string) bool {
	if net.ParseIP(host) != nil || !strings.Contains(host, ".") {
		return false
	}
	if front, ok := strings.CutSuffix(host, ".aliyuncs.com"); ok {
		return strings.Contains(strings.TrimPrefix(front, "s3."), ".")
	}
	return true
}

// hasParameter says whether the query has the parameter, with or without a value.
func hasParameter(r *http.Request, name string) bool {
	return r.URL.Query().Has(name)
}

// actionOf is the RAM action behind a request, as far as method and path tell.
func actionOf(r *http.Request) string {
	bucket, key := addressed(r)
	verb, noun := "Get", "Object"
	switch r.Method {
	case http.MethodPut, http.MethodPost:
		verb = "Put"
	case http.MethodDelete:
		verb = "Delete"
	}
	switch {
	case bucket == "":
		return "oss:ListBuckets"
	case key == "" && hasParameter(r, "delete"):
		return "oss:DeleteObject"
	case key == "" && hasParameter(r, "acl"):
		noun = "BucketAcl"
	case key == "" && verb == "Get":
		return "oss:ListObjects"
	case key == "":
		noun = "Bucket"
	case hasParameter(r, "acl"):
		noun = "ObjectAcl"
	case hasParameter(r, "tagging"):
		noun = "ObjectTagging"
	case hasParameter(r, "uploadId") && verb == "Delete":
		return "oss:AbortMultipartUpload"
	}
	return "oss:" + verb + noun
}

// signer returns the AccessKey ID of a request and how it was signed: V1 in the header, or some
// other way, "" where it was not signed.
func signer(r *http.Request) (id, scheme string) {
	if auth := r.Header.Get("Authorization"); auth != "" {
		if rest, ok := strings.CutPrefix(auth, "OSS "); ok {
			id, _, _ = strings.Cut(rest, ":")
			return id, "V1"
		}
		for _, name := range []string{"Credential=", "AccessKeyId:", "AWS "} {
			if _, rest, ok := strings.Cut(auth, name); ok {
				return cutAny(rest, "/:,"), "other"
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
	bucket, key := addressed(r)
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
