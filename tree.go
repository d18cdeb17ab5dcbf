package oss403

import (
	"iter"
	"reflect"
)

// What finds the 403s in a tree of errors.

// From returns the first 403 of OSS in err's tree, whatever made it: an *Error, or an error of OSS
// SDK v1 or v2, aws-sdk-go-v2, aws-sdk-go, minio-go or aliyungo, however deep it is wrapped or
// joined. What an S3 client made counts only if something in it tells OSS from other stores.
// false means that there is none; the *Error is nil then.
//
// An error that kept nothing but a text is for [ParseText].
func From(err error) (*Error, bool) {
	for e := range All(err) {
		return e, true
	}
	return nil, false
}

// All returns every 403 of OSS in err's tree, in the tree's order: an error before those it
// wraps, the errors of a Join from left to right.
func All(err error) iter.Seq[*Error] {
	return func(yield func(*Error) bool) {
		left := maxNodes
		walk(err, "", &left, yield)
	}
}

// Is says whether any 403 of OSS in err's tree is any of the targets. Unlike errors.Is it also
// looks into an SDK's error that was not wrapped.
func Is(err error, first Target, more ...Target) bool {
	for e := range All(err) {
		if e.Is(first) {
			return true
		}
		for _, t := range more {
			if e.Is(t) {
				return true
			}
		}
	}
	return false
}

// Wrap explains err if it is a 403 of OSS: the result is an *Error that keeps the text which
// callers put in front, and err with its whole chain as Unwrap. Any other error, nil included, is
// returned as it is.
//
// So is a tree that holds an *Error already, and one in which the 403 lies below a Join or
// several %w: it says more than one thing. [From], [Is] and [All] see through it.
func Wrap(err error) error {
	if err == nil {
		return nil
	}
	// Only a single chain can become one *Error, so that errors.As finds nothing it did not before.
	left, operation := maxNodes, ""
	for at := err; at != nil && left > 0 && !isNil(at); left-- {
		if _, ok := at.(*Error); ok {
			return err
		}
		if e, found := fromClient(err, at, &operation); e != nil {
			e.evidence().wrapped = true
			return e
		} else if found {
			return err
		}
		at = unwrap(at)
	}
	return err
}

// WrapValue is [Wrap] around a call that returns a value too:
//
//	body, err := oss403.WrapValue(bucket.GetObject(key))
func WrapValue[T any](v T, err error) (T, error) {
	return v, Wrap(err)
}

// maxNodes ends the walk through a chain that bites its own tail.
const maxNodes = 1 << 16

// walk yields the 403s below err. It returns false when yield did, or when it has seen enough.
func walk(err error, operation string, left *int, yield func(*Error) bool) bool {
	top := err
	for err != nil && !isNil(err) {
		if *left--; *left < 0 {
			return false
		}
		if e, ok := err.(*Error); ok {
			return yield(e)
		}
		if e, found := fromClient(top, err, &operation); e != nil {
			return yield(e)
		} else if found {
			return true
		}
		if x, ok := err.(interface{ Unwrap() []error }); ok {
			for _, err := range x.Unwrap() {
				if !walk(err, operation, left, yield) {
					return false
				}
			}
			return true
		}
		err = unwrap(err)
	}
	return true
}

// isNil says whether err is a nil pointer in an interface, whose methods may panic.
func isNil(err error) bool {
	v := reflect.ValueOf(err)
	return v.Kind() == reflect.Pointer && v.IsNil()
}

// unwrap returns the error inside err, nil if there is none or more than one. Cause is how
// github.com/pkg/errors called it before Go had Unwrap.
func unwrap(err error) error {
	switch x := err.(type) {
	case interface{ Unwrap() error }:
		return x.Unwrap()
	case interface{ Cause() error }:
		return x.Cause()
	}
	return nil
}
