package v2

import (
	"context"
	"fmt"
	"time"

	"github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
)

func straight(c *oss.Client) string {
	_, err := c.PutObject(context.TODO(), nil)
	if e, ok := err.(*oss.ServiceError); ok && e.StatusCode == 403 { // want `this assertion never holds: \*oss.ServiceError is inside \*oss.OperationError; use errors.As \(https://.*/ossassert.md\)`
		return e.Code
	}
	switch e := err.(type) {
	case *oss.ServiceError: // want `this case is never taken`
		return e.Code
	}
	return fmt.Sprint(err.(*oss.ServiceError).Code) // want `this assertion panics`
}

// The usual shape: a helper that never finds anything.
func IsNotFound(err error) bool {
	if e, ok := err.(*oss.ServiceError); ok { // want `this assertion never holds`
		return e.Code == "NoSuchKey"
	}
	return false
}

// No fix where ok is used again.
func twice(err error) bool {
	if e, ok := err.(*oss.ServiceError); ok { // want `this assertion never holds`
		return e.Code == "NoSuchKey" && ok
	}
	return false
}

// SDK v2 calls it with the error before it wraps it.
type retryer struct{}

func (retryer) IsErrorRetryable(err error) bool {
	e, ok := err.(*oss.ServiceError)
	return ok && e.StatusCode >= 500
}

func (retryer) RetryDelay(attempt int, err error) (time.Duration, error) {
	if e, ok := err.(*oss.ServiceError); ok && e.StatusCode == 503 {
		return time.Second, nil
	}
	return 0, nil
}
