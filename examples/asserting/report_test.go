package asserting

import (
	"errors"
	"io"
	"testing"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fake fails its first calls with the errors it is given.
type fake struct {
	errs  []error
	calls int
}

func (f *fake) PutObject(string, io.Reader, ...oss.Option) error {
	f.calls++
	if f.calls <= len(f.errs) {
		return f.errs[f.calls-1]
	}
	return nil
}

// denied is what SDK v1 returns: a value, with OSS's code and message.
func denied(code, message string) error {
	return oss.ServiceError{StatusCode: 403, Code: code, Message: message, RequestID: "65AF5037A1B2C3D4E5F60718"}
}

func TestSaveFallsBackToPrivate(t *testing.T) {
	f := &fake{errs: []error{denied("AccessDenied", "Put public object acl is not allowed")}}
	require.NoError(t, Save(f, "may.txt", "hello"))
	assert.Equal(t, 2, f.calls)
}

func TestSaveReportsOthers(t *testing.T) {
	f := &fake{errs: []error{denied("AccessDenied", "Access denied by bucket policy.")}}
	err := Save(f, "may.txt", "hello")

	// One of these is enough; they show what there is to assert.
	require.ErrorIs(t, err, oss403.KindBucketPolicyDenied)
	require.ErrorIs(t, err, oss403.CategoryPermission)
	assert.False(t, errors.Is(err, oss403.KindEndpointMismatch))

	var e *oss403.Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, oss403.RetryAfterGrant, e.Retry())
	assert.Contains(t, err.Error(), "save report may.txt: oss403: ")
	assert.Equal(t, 1, f.calls)

	// The SDK's own error is still there.
	var se oss.ServiceError
	require.ErrorAs(t, err, &se)
	assert.Equal(t, 403, se.StatusCode)
}
