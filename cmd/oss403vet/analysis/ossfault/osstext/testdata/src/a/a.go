package a

import (
	"strings"

	"github.com/oss403/oss403"
)

func text(err error, s string) bool {
	if strings.Contains(err.Error(), "AccessDenied") { // want `this is true for \d+ different causes, all of them AccessDenied: oss403.Is\(err, a kind\) tells them apart \(https://.*/osstext.md\)`
		return true
	}
	if strings.Contains(err.Error(), "ErrorCode=SecurityTokenExpired") { // want `oss403.Is\(err, oss403.Kind\("SecurityTokenExpired"\)\) reads the error`
		return true
	}
	if strings.Index(err.Error(), "InvalidAccessKeyId") >= 0 { // want `this is true for \d+ different causes, all of them InvalidAccessKeyId`
		return true
	}
	text := err.Error()
	if strings.HasPrefix(text, "The bucket you access does not belong to you") { // want `this is true for \d+ different causes`
		return true
	}
	return strings.Contains(err.Error(), "NoSuchKey") || strings.Contains(s, "AccessDenied") || oss403.Is(err, oss403.KindEndpointMismatch)
}
