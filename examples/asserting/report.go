// Package asserting is application code whose tests assert which 403 it met, without an account
// and without comparing error texts. See its test.
package asserting

import (
	"fmt"
	"io"
	"strings"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
)

// Putter is what Save needs of an *oss.Bucket.
type Putter interface {
	PutObject(key string, r io.Reader, options ...oss.Option) error
}

// Save stores a report. Where the bucket is not open for public objects it stores it privately.
func Save(b Putter, name, text string) error {
	put := func(options ...oss.Option) error {
		if err := b.PutObject("reports/"+name, strings.NewReader(text), options...); err != nil {
			return oss403.Wrap(fmt.Errorf("save report %s: %w", name, err))
		}
		return nil
	}
	err := put(oss.ObjectACL(oss.ACLPublicRead))
	if oss403.Is(err, oss403.KindPublicObjectACLBlocked) {
		return put()
	}
	return err
}
