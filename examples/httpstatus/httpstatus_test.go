package httpstatus

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
	"github.com/stretchr/testify/assert"
)

func TestFiles(t *testing.T) {
	for _, tt := range []struct {
		err    error
		status int
	}{
		{nil, 200},
		{errors.New("connection refused"), 500},
		{oss403test.ServiceError(oss403.KindRequestExpired), 410},
		{oss403test.ServiceError(oss403.KindObjectNotRestored), 409},
		{oss403test.ServiceError(oss403.KindIntermediary), 502},
		{oss403test.ServiceError(oss403.KindBucketPolicyDenied), 500},
		{oss403test.ServiceError(oss403.KindSecurityTokenExpired), 500},
		{oss403test.ServiceError(oss403.KindSignatureMismatch), 500},
		{oss403test.ServiceError(oss403.KindEndpointMismatch), 500},
		{oss403test.ServiceError(oss403.KindAccountOverdue), 500},
		{oss403test.ServiceError(oss403.KindRefererDenied), 500},
	} {
		t.Run(fmt.Sprint(tt.status), func(t *testing.T) {
			var log bytes.Buffer
			open := func(_ context.Context, name string) (io.ReadCloser, error) {
				if tt.err != nil {
					return nil, fmt.Errorf("open %s: %w", name, tt.err)
				}
				return io.NopCloser(strings.NewReader("text")), nil
			}
			w := httptest.NewRecorder()
			Files(open, slog.New(slog.NewJSONHandler(&log, nil))).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/files/may.txt", nil))
			assert.Equal(t, tt.status, w.Code)
			if e, ok := oss403.From(tt.err); ok {
				// The user reads nothing of what OSS said, the operator all of it.
				for _, secret := range []string{string(e.Kind), string(e.Code), e.RequestID, e.Bucket, "oss403", "OSS", "aliyuncs"} {
					assert.True(t, secret == "" || !strings.Contains(w.Body.String(), secret), "%q in %q", secret, w.Body)
				}
				assert.Contains(t, log.String(), `"kind":"`+string(e.Kind)+`"`)
				assert.Contains(t, log.String(), `"step":"`)
				assert.Contains(t, log.String(), "open may.txt: oss403: ")
			}
		})
	}
}

// TestNever403: whatever OSS refuses, the service never blames its user with a 401 or 403.
func TestNever403(t *testing.T) {
	for k := range oss403.Kinds() {
		status, public := Status(oss403test.Error(k))
		assert.NotContains(t, []int{0, 200, 401, 403}, status, k)
		assert.NotEmpty(t, public, k)
	}
}
