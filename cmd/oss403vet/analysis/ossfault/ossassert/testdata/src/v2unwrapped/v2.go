package v2unwrapped

import (
	"errors"

	"github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
	pkgerrors "github.com/pkg/errors"
)

func loop(err error) string {
	for err != nil {
		if e, ok := err.(*oss.ServiceError); ok {
			return e.Code
		}
		err = errors.Unwrap(err)
	}
	return ""
}

func cause(err error) string {
	switch e := pkgerrors.Cause(err).(type) {
	case *oss.ServiceError:
		return e.Code
	}
	return ""
}

func outer(err error) string { return inner(errors.Unwrap(err)) }

func inner(err error) string {
	if e, ok := err.(*oss.ServiceError); ok {
		return e.Code
	}
	return ""
}

func both(err error) string {
	if e, ok := err.(*oss.ServiceError); ok {
		return e.Code
	}
	var e *oss.ServiceError
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

type result struct{ Err error }

func (r result) code() string {
	if e, ok := r.Err.(*oss.ServiceError); ok {
		return e.Code
	}
	return ""
}

var _ = func(err error) bool {
	_, ok := err.(*oss.ServiceError)
	return ok
}

func (r result) Is(target error) bool {
	_, ok := target.(*oss.ServiceError)
	return ok
}

func made() string {
	var err error = &oss.ServiceError{Code: "AccessDenied"}
	return err.(*oss.ServiceError).Code
}
