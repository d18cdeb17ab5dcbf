package retry

import (
	"context"
	"errors"
	"io"
	"testing"
	"time"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// client notes what it was told to do.
type client struct {
	refreshed int
	endpoint  string
	offset    time.Duration
	fails     error
}

func (c *client) Refresh(context.Context) error  { c.refreshed++; return c.fails }
func (c *client) UseEndpoint(host string) error  { c.endpoint = host; return nil }
func (c *client) SetClockOffset(d time.Duration) { c.offset = d }

// calls returns a function that fails with these errors, one after the other, and then succeeds.
func calls(n *int, errs ...error) func() error {
	return func() error {
		*n++
		if *n <= len(errs) {
			return errs[*n-1]
		}
		return nil
	}
}

func TestDo(t *testing.T) {
	expired := oss403test.ServiceError(oss403.KindSecurityTokenExpired)
	moved := oss403test.ServiceError(oss403.KindEndpointMismatch)
	now := time.Date(2026, 3, 5, 9, 0, 0, 0, time.UTC)
	skewed := oss403test.ServiceError(oss403.KindClockSkew, oss403test.RequestTime(now.Add(8*time.Hour)), oss403test.ServerTime(now))

	t.Run("new credentials", func(t *testing.T) {
		c, n := &client{}, 0
		require.NoError(t, Do(context.Background(), c, calls(&n, expired)))
		assert.Equal(t, [2]int{1, 2}, [2]int{c.refreshed, n})
	})
	t.Run("the endpoint that OSS names", func(t *testing.T) {
		c, n := &client{}, 0
		require.NoError(t, Do(context.Background(), c, calls(&n, moved)))
		assert.Equal(t, "oss-cn-beijing.aliyuncs.com", c.endpoint)
	})
	t.Run("the clock", func(t *testing.T) {
		c, n := &client{}, 0
		require.NoError(t, Do(context.Background(), c, calls(&n, skewed)))
		assert.Equal(t, -8*time.Hour, c.offset)
	})
	t.Run("two things, one after the other", func(t *testing.T) {
		c, n := &client{}, 0
		require.NoError(t, Do(context.Background(), c, calls(&n, expired, moved)))
		assert.Equal(t, 3, n)
	})
	t.Run("it did not help", func(t *testing.T) {
		c, n := &client{}, 0
		err := Do(context.Background(), c, calls(&n, expired, expired))
		require.ErrorIs(t, err, oss403.KindSecurityTokenExpired)
		assert.Equal(t, [2]int{1, 2}, [2]int{c.refreshed, n}, "once, and no more")
	})
	t.Run("no new credentials", func(t *testing.T) {
		c, n := &client{fails: io.ErrUnexpectedEOF}, 0
		err := Do(context.Background(), c, calls(&n, expired))
		require.ErrorIs(t, err, io.ErrUnexpectedEOF)
		require.ErrorIs(t, err, oss403.KindSecurityTokenExpired)
		assert.Equal(t, 1, n)
	})
	t.Run("for somebody else to do", func(t *testing.T) {
		for _, kind := range []oss403.Kind{oss403.KindBucketPolicyDenied, oss403.KindAccountOverdue, oss403.KindObjectNotRestored, oss403.KindIntermediary, oss403.KindSignatureMismatch, oss403.KindAccessKeyNotFound} {
			c, n := &client{}, 0
			require.ErrorIs(t, Do(context.Background(), c, calls(&n, oss403test.ServiceError(kind))), kind)
			assert.Equal(t, 1, n, kind)
			assert.Equal(t, client{}, *c, kind)
		}
	})
	t.Run("no 403", func(t *testing.T) {
		c, n := &client{}, 0
		other := errors.New("connection refused")
		assert.Equal(t, other, Do(context.Background(), c, calls(&n, other)))
		assert.NoError(t, Do(context.Background(), c, func() error { return nil }))
	})
	t.Run("no time left", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		c, n := &client{}, 0
		require.ErrorIs(t, Do(ctx, c, calls(&n, expired)), oss403.KindSecurityTokenExpired)
		assert.Equal(t, [2]int{0, 1}, [2]int{c.refreshed, n})
	})
}
