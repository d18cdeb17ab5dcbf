package v2

import (
	"errors"

	"github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
	"github.com/stretchr/testify/require"
)

func as(err error, t require.TestingT) string {
	var v oss.ServiceError
	if errors.As(err, &v) { // want `errors.As panics here whenever there is an error: oss.ServiceError is no error, \*oss.ServiceError is, and the target must point to one \(go vet's errorsas says so too\)`
		return v.Code
	}
	w := oss.ServiceError{}
	if errors.As(err, &w) { // want `errors.As panics here`
		return w.Code
	}
	p := &oss.ServiceError{}
	if errors.As(err, p) { // want `errors.As panics here`
		return p.Code
	}
	if errors.As(err, &oss.ServiceError{}) { // want `errors.As panics here`
		return ""
	}
	var x oss.ServiceError
	require.ErrorAs(t, err, &x) // want `errors.As panics here`

	var kept oss.ServiceError
	if errors.As(err, &kept) { // want `errors.As panics here`
		use(kept)
	}
	return ""
}

func use(oss.ServiceError) {}

func right(err error, t require.TestingT) string {
	var p *oss.ServiceError
	if errors.As(err, &p) {
		return p.Code
	}
	var q *oss.ServiceError
	require.ErrorAs(t, err, &q)
	if e, ok := errors.AsType[*oss.ServiceError](err); ok {
		return e.Code
	}
	return ""
}
