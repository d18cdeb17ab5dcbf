package oss403_test

import (
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"testing"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Errors of other people that go wrong when they are asked.
type (
	panicsInUnwrap struct{ error }
	panicsInCause  struct{ error }
	panicsInAll    struct{ error }
	panicsInError  struct{ inner error }
	bitesItself    struct{ error }
	bitesTwice     struct{ error }
)

func (panicsInUnwrap) Unwrap() error  { panic("Unwrap") }
func (panicsInCause) Cause() error    { panic("Cause") }
func (panicsInAll) Unwrap() []error   { panic("Unwrap") }
func (panicsInError) Error() string   { panic("Error") }
func (e panicsInError) Unwrap() error { return e.inner }
func (e *bitesItself) Unwrap() error  { return e }

// growing has more below it each time it is asked.
type growing struct{ width int }

func (growing) Error() string { return "no end" }
func (e growing) Unwrap() []error {
	asked.Add(1)
	list := make([]error, e.width)
	for i := range list {
		list[i] = e
	}
	return list
}

var asked atomic.Int64

func (e *bitesTwice) Unwrap() []error { return []error{e, e} }

// TestForeignErrors: none of them fails who reports an error, and a 403 beside them is found.
func TestForeignErrors(t *testing.T) {
	denied := oss.ServiceError{StatusCode: 403, Code: "AccessDenied", Message: "You have no right to access this object.", RequestID: requestID}
	other := errors.New("other")
	for name, err := range map[string]error{
		"Unwrap": panicsInUnwrap{other}, "Cause": panicsInCause{other}, "Unwrap of several": panicsInAll{other}, "Error": panicsInError{other}, "its own tail": &bitesItself{other}, "nil": (*bitesItself)(nil),
	} {
		for _, err := range []error{err, fmt.Errorf("x: %w", error(panicsInUnwrap{other})), errors.Join(err, other)} {
			_, ok := oss403.From(err)
			assert.False(t, ok, name)
			assert.False(t, oss403.Is(err, oss403.KindClockSkew), name)
			assert.Equal(t, slog.Attr{}, oss403.Attr(err), name)
			_ = oss403.Wrap(err)
		}
		e, ok := oss403.From(errors.Join(err, denied))
		require.True(t, ok, name)
		assert.Equal(t, oss403.KindObjectAccessDenied, e.Kind, name)
	}
	w := oss403.Wrap(panicsInError{denied})
	var e *oss403.Error
	require.ErrorAs(t, w, &e)
	assert.Contains(t, e.Error(), "kind=ObjectAccessDenied")
	_, ok := oss403.From(&bitesTwice{other})
	assert.False(t, ok)
}

// TestWideJoin: a 403 behind a great many other errors is found.
func TestWideJoin(t *testing.T) {
	list := make([]error, 200_000)
	for i := range list {
		list[i] = errors.New("other")
	}
	list = append(list, oss.ServiceError{StatusCode: 403, Code: "AccessDenied", Message: "You have no right to access this object.", RequestID: requestID})
	for _, err := range []error{errors.Join(list...), fmt.Errorf("x: %w", errors.Join(list...))} {
		e, ok := oss403.From(err)
		require.True(t, ok)
		assert.Equal(t, oss403.KindObjectAccessDenied, e.Kind)
		assert.True(t, oss403.Is(err, oss403.KindObjectAccessDenied))
	}
}

// TestEndlessWidth: what a tree makes of itself while it is walked is counted where it is made.
func TestEndlessWidth(t *testing.T) {
	asked.Store(0)
	_, ok := oss403.From(growing{1 << 12})
	assert.False(t, ok)
	assert.LessOrEqual(t, asked.Load(), int64(1<<10+1))
}
