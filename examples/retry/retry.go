// Package retry is a retry loop for calls to OSS that does what can be done before it tries again: get
// new credentials, use the endpoint that OSS names, correct the clock. For everything else it gives up
// at once, since no 403 goes away by waiting.
package retry

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/oss403/oss403"
)

// Client is what a program can change about its client by itself.
type Client interface {
	Refresh(ctx context.Context) error // gets new credentials
	UseEndpoint(host string) error     // a bare endpoint, as in oss-cn-beijing.aliyuncs.com
	SetClockOffset(d time.Duration)    // what to add to the machine's clock when signing
}

// acts is how often Do acts: for one call OSS may name an expired token, then another endpoint.
const acts = 2

// Do calls f, and acts on a 403 of OSS that the program can do something about, at most once for each
// thing to do. What it returns is explained.
func Do(ctx context.Context, c Client, f func() error) error {
	var done []oss403.Retry
	for {
		err := oss403.Wrap(f())
		e, refused := oss403.From(err)
		if !refused || !e.Automatic() || ctx.Err() != nil {
			return err
		}
		act := e.Retry()
		for _, d := range done {
			if d == act {
				return fmt.Errorf("again, after %s: %w", act, err)
			}
		}
		if len(done) == acts {
			return err
		}
		if cannot := perform(ctx, c, e); cannot != nil {
			return errors.Join(err, cannot)
		}
		done = append(done, act)
	}
}

// perform does what e asks for. Automatic has said that e names all that it takes.
func perform(ctx context.Context, c Client, e *oss403.Error) error {
	switch e.Retry() {
	case oss403.RetryAfterRefresh:
		if err := c.Refresh(ctx); err != nil {
			return fmt.Errorf("refresh: %w", err)
		}
		return nil
	case oss403.RetryOtherEndpoint:
		return c.UseEndpoint(e.BucketEndpoint)
	case oss403.RetryAfterClockSync:
		c.SetClockOffset(e.Clock.ServerTime.Sub(e.Clock.RequestTime))
		return nil
	}
	return fmt.Errorf("this program cannot do %s", e.Retry())
}
