package signing

import (
	"cmp"
	"slices"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/osshost"
)

// How a request and what OSS signed differ in the path, bucket included.

// resources returns the resources that the request may mean, the likeliest first, with the bucket
// in front. bucketKnown false means that some bucket has to be put in front.
func resources(q *sent) (list []string, bucketKnown bool) {
	bucket, style := osshost.Bucket(q.Host)
	inPath := q.Bucket != "" && (q.Path == "/"+q.Bucket || strings.HasPrefix(q.Path, "/"+q.Bucket+"/"))
	switch {
	case style == osshost.VirtualHosted:
		return []string{"/" + bucket + q.Path}, true
	case style == osshost.PathStyle:
		return withSlash(q), true
	case inPath: // a private cloud's endpoint, or a domain of the bucket with a folder of its name
		return append(withSlash(q), "/"+q.Bucket+q.Path), true
	case q.Bucket != "":
		return []string{"/" + q.Bucket + q.Path}, true
	}
	return []string{q.Path}, false
}

// withSlash returns the path and, if it is a bucket only, the one with a slash that signers give it.
func withSlash(q *sent) []string {
	if len(q.Path) > 1 && strings.Count(q.Path, "/") == 1 {
		return []string{q.Path, q.Path + "/"}
	}
	return []string{q.Path}
}

// resourcePath compares the path in a resource, bucket included, and returns the query behind it.
func (c *comparison) resourcePath(resource string) (query string, ok bool) {
	candidates, bucketKnown := resources(c.sent)
	c.exact = c.exact && bucketKnown
	for _, path := range candidates {
		for i, form := range c.pathForms(path) {
			rest := resource
			if !bucketKnown && !strings.HasPrefix(resource, form) {
				rest = withoutSegment(resource)
			}
			if rest, ok := strings.CutPrefix(rest, form); ok && (rest == "" || rest[0] == '?') {
				c.exact = c.exact && i == 0
				return strings.TrimPrefix(rest, "?"), true
			}
		}
	}
	// Without a path that fits, where the query begins is known only if the query fits.
	server, ok := strings.CutSuffix(resource, "?"+c.subresource())
	if !ok {
		server, _, _ = strings.Cut(resource, "?")
	}
	if c.signedText.scheme != "V1" {
		server = chars.Unescape(server)
	}
	client := candidates[0]
	if slices.ContainsFunc(candidates, func(path string) bool { return path == server }) {
		c.exact = false // escaped in a way of its own
		_, query, _ = strings.Cut(resource, "?")
		return query, true
	}
	if !bucketKnown {
		if server == client || withoutSegment(server) == client {
			c.exact = false
			return "", false
		}
		server = withoutSegment(server)
	}
	c.paths(client, server, bucketKnown)
	return "", false
}

// pathForms returns how the scheme writes a path, its own way first.
func (c *comparison) pathForms(path string) []string {
	switch c.signedText.scheme {
	case "V1":
		return []string{path}
	case "V2":
		return []string{escapeURI(path, true)}
	case "V4":
		return []string{escapeURI(path, false)}
	}
	// S3 V2 signs the path as it was sent, which few clients escape otherwise than V4.
	bucket, ok := strings.CutSuffix(path, c.Path)
	if !ok {
		return []string{escapeURI(path, false), path}
	}
	return []string{bucket + cmp.Or(c.EscapedPath, "/"), escapeURI(path, false), path}
}

// withoutSegment cuts the first of a path's segments off: /bucket/key to /key.
func withoutSegment(path string) string {
	if i := strings.IndexByte(strings.TrimPrefix(path, "/"), '/'); i >= 0 && path[0] == '/' {
		return path[i+1:]
	}
	return path
}

// paths says how two decoded paths that differ do so.
func (c *comparison) paths(client, server string, bucketInFront bool) {
	if bucketInFront {
		inClient, inServer := firstSegment(client), firstSegment(server)
		switch rest := withoutSegment(client); {
		case server == "/"+inClient+client && client != "/":
			c.differ(partBucket, inClient, inClient+"/"+inClient, partChanged)
			return
		case inClient == inServer:
		case rest == server && rest != client:
			c.differ(partBucket, inClient, "", partChanged)
			return
		case inClient != "" && inServer != "" && strings.TrimSuffix(client, "/") == "/"+inClient && strings.TrimSuffix(server, "/") == "/"+inServer:
			c.differ(partBucket, inClient, inServer, partChanged) // there is no more in the path
			return
		case rest == withoutSegment(server) && client != "/"+inClient && server != "/"+inServer, client == "/", server == "/"+inServer+client:
			c.differ(partBucket, inClient, inServer, partChanged)
			return
		}
	}
	kind := partChanged
	switch {
	case strings.ReplaceAll(client, "+", " ") == server && strings.Contains(c.EscapedPath, "+"):
		kind = PathPlusAsSpace
	case chars.Unescape(server) == client:
		kind = PathEncodedTwice
	case chars.Unescape(client) == server:
		kind = PathDecoded
	}
	c.differ(PartPath, client, server, kind)
}

func firstSegment(path string) string {
	segment, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	return segment
}

func mergeSlashes(path string) string {
	for strings.Contains(path, "//") {
		path = strings.ReplaceAll(path, "//", "/")
	}
	return path
}

// escapeURI escapes all but what RFC 3986 calls unreserved, as V4 does.
func escapeURI(s string, slash bool) string {
	const digits = "0123456789ABCDEF"
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= chars.Lower(c) && chars.Lower(c) <= 'z', '0' <= c && c <= '9', c == '-', c == '.', c == '_', c == '~', c == '/' && !slash:
			b = append(b, c)
		default:
			b = append(b, '%', digits[c>>4], digits[c&15])
		}
	}
	return string(b)
}
