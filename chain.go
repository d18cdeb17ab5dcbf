package oss403

import "reflect"

// isNil says whether err is a nil pointer in an interface, whose methods may panic.
func isNil(err error) bool {
	v := reflect.ValueOf(err)
	return v.Kind() == reflect.Pointer && v.IsNil()
}

// wrapping is how the errors in an error can be had.
type wrapping uint8
