// Package b does not import the library: no fix may add it.
package b

import (
	"strings"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
)

func text(b *oss.Bucket) bool {
	err := b.PutObject("k", nil)
	return strings.Contains(err.Error(), "AccessDenied") // want `different causes`
}
