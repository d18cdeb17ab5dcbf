package v1

import (
	"errors"
	"fmt"
	"reflect"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	pkgerrors "github.com/pkg/errors"
)

func wrapped(b *oss.Bucket) error {
	err := b.PutObject("k", nil)
	if err != nil {
		err = fmt.Errorf("put: %w", err)
		if e, ok := err.(oss.ServiceError); ok && e.StatusCode == 404 { // want `this assertion never holds: oss.ServiceError is inside what fmt.Errorf returned; use errors.As`
			return nil
		}
	}
	err = pkgerrors.Wrap(b.PutObject("k", nil), "put")
	switch err.(type) {
	case oss.ServiceError: // want `this case is never taken: oss.ServiceError is inside what errors.Wrap returned`
		return nil
	}
	err = fmt.Errorf("put: %v", b.PutObject("k", nil))
	err = oss403.Wrap(b.PutObject("k", nil))
	if e, ok := err.(oss.ServiceError); ok && e.StatusCode == 403 { // want `this assertion never holds: oss.ServiceError is inside \*oss403.Error if it is a 403; use errors.As`
		return nil
	}
	return err
}

// Only one branch wraps.
func perhaps(b *oss.Bucket, name string) bool {
	err := b.PutObject("k", nil)
	if name != "" {
		err = fmt.Errorf("%s: %w", name, err)
	}
	_, ok := err.(oss.ServiceError)
	return ok
}

func unguarded(b *oss.Bucket) string {
	err := b.PutObject("k", nil)
	if err.(oss.ServiceError).StatusCode == 404 { // want `this panics for an error that is no oss.ServiceError: a refused connection, a timeout, a 403 with an HTML page`
		return "no such bucket"
	}
	return ""
}

func unguardedNoFix(b *oss.Bucket) error {
	err := b.PutObject("k", nil)
	if err.(oss.ServiceError).StatusCode != 404 { // want `this panics`
		return err
	}
	return nil
}

func guarded(err error) string {
	switch err.(type) {
	case oss.ServiceError:
		return err.(oss.ServiceError).Code
	}
	return ""
}

func guardedBefore(err error) string {
	if _, ok := err.(oss.ServiceError); !ok {
		return ""
	}
	return err.(oss.ServiceError).Code
}

// The guard is for another error.
func guardedOther(b *oss.Bucket) string {
	err := b.PutObject("k", nil)
	if _, ok := err.(oss.ServiceError); !ok {
		return ""
	}
	err2 := b.PutObject("k", nil)
	return err2.(oss.ServiceError).Code // want `this panics`
}

func guardedByReflection(err error) string {
	if reflect.TypeOf(err).String() == "oss.ServiceError" {
		return err.(oss.ServiceError).Code
	}
	return ""
}

func right(err error) string {
	var e oss.ServiceError
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}
