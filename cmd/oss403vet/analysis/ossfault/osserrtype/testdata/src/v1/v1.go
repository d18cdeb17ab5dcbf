package v1

import (
	"errors"
	"fmt"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
)

func assertion(err error) string {
	if e, ok := err.(*oss.ServiceError); ok { // want `this assertion never holds: OSS SDK v1 returns oss.ServiceError as a value, not as a pointer \(https://github.com/oss403/oss403/blob/main/cmd/oss403vet/doc/osserrtype.md\)`
		return e.Code
	}
	if e, ok := err.(*oss.ServiceError); ok { // want `this assertion never holds`
		print(e) // a value compiles here, but not everywhere: no fix
	}
	_, ok := err.(*oss.ServiceError) // want `this assertion never holds`
	if ok {
		return err.(*oss.ServiceError).Message // want `this assertion always panics`
	}
	return ""
}

func typeSwitch(err error) string {
	switch e := err.(type) {
	case *oss.ServiceError: // want `this case is never taken`
		return e.Code
	case nil:
		return "ok"
	}
	switch err.(type) {
	case fmt.Formatter, *oss.ServiceError: // want `this case is never taken`
		return "?"
	}
	return ""
}

func as(err error) string {
	var p *oss.ServiceError
	if errors.As(err, &p) { // want `this is always false`
		return p.Code
	}
	q := &oss.ServiceError{}
	if errors.As(err, &q) { // want `this is always false`
		return q.Code
	}
	var kept *oss.ServiceError
	if errors.As(err, &kept) && kept != nil { // want `this is always false`
		return kept.Code
	}
	if e, ok := errors.AsType[*oss.ServiceError](err); ok { // want `this is always false`
		return e.Code
	}
	return ""
}

func nilTarget(err error) string {
	var p *oss.ServiceError
	if errors.As(err, p) { // want `errors.As panics here whenever there is an error: its target, p, is a nil pointer`
		return p.Code
	}
	return ""
}

func right(err error) string {
	if e, ok := err.(oss.ServiceError); ok {
		return e.Code
	}
	var v oss.ServiceError
	if errors.As(err, &v) {
		return v.Code
	}
	q := new(oss.ServiceError)
	if errors.As(err, q) {
		return q.Code
	}
	if errors.As(err, &oss.ServiceError{}) {
		return "?"
	}
	if e, ok := errors.AsType[oss.ServiceError](err); ok {
		return e.Code
	}
	return ""
}

// Whoever takes both forms knows why.
func both(err error) string {
	switch e := err.(type) {
	case oss.ServiceError:
		return e.Code
	case *oss.ServiceError:
		return e.Code
	}
	return ""
}

// An assertion on something else than an error is not about what a client returned.
func value(v any) bool {
	_, ok := v.(*oss.ServiceError)
	return ok
}
