// Package status knows the codes of OSS that come with another HTTP status than 403, and with which.
package status

import (
	"sort"

	"github.com/oss403/oss403/internal/chars"
)

// codes is sorted by code.
var codes = [...]struct {
	code   string
	status int
}{
	{"BadRequest", 400},
	{"BucketAlreadyExists", 409},
	{"BucketNotEmpty", 409},
	{"CallbackFailed", 203}, // the object was stored; the callback may have got a 403
	{"EntityTooLarge", 400},
	{"EntityTooSmall", 400},
	{"FileAlreadyExists", 409},
	{"FileImmutable", 409},
	{"InternalError", 500},
	{"InvalidArgument", 400},
	{"InvalidBucketName", 400},
	{"InvalidDigest", 400},
	{"InvalidObjectName", 400},
	{"InvalidPart", 400},
	{"InvalidPartOrder", 400},
	{"InvalidRange", 416},
	{"InvalidRequest", 400},
	{"MalformedXML", 400},
	{"MethodNotAllowed", 405},
	{"MirrorFailed", 424}, // whatever the origin answered
	{"MissingContentLength", 411},
	{"NoSuchBucket", 404},
	{"NoSuchBucketPolicy", 404},
	{"NoSuchCORSConfiguration", 404},
	{"NoSuchKey", 404},
	{"NoSuchLifecycle", 404},
	{"NoSuchUpload", 404},
	{"NoSuchVersion", 404},
	{"NotImplemented", 400},
	{"NotModified", 304},
	{"ObjectAlreadyExists", 409},
	{"ObjectNotAppendable", 409},
	{"PositionNotEqualToLength", 409},
	{"PreconditionFailed", 412},
	{"RequestTimeout", 400},
	{"ServiceUnavailable", 503},
	{"TooManyBuckets", 400},
}

// Of returns the status that OSS sends a code with, written in any case; 0 for one that it sends with 403 or that
// is not known.
func Of(code string) int {
	i, ok := sort.Find(len(codes), func(i int) int { return chars.CompareFold(code, codes[i].code) })
	if !ok {
		return 0
	}
	return codes[i].status
}
