package oss403

import (
	"reflect"
	"sync"
)

// errorType is what is known of any type of error.
type errorType struct {
	client *clientType
	wraps  wrapping
}

// errorTypes caches what is known of each type of error that was met. A program has a few dozen of
// these types.
var errorTypes sync.Map // reflect.Type -> *errorType

func errorTypeOf(err error) *errorType {
	t := reflect.TypeOf(err)
	e, seen := errorTypes.Load(t)
	if !seen {
		c := findClientType(t)
		e, _ = errorTypes.LoadOrStore(t, &errorType{c, wrappingOf(t, c)})
	}
	return e.(*errorType)
}

// wrapping is how the errors in an error can be had.
type wrapping uint8

const (
	wrapsNothing wrapping = iota
	wrapsOne              // Unwrap() error
	wrapsSeveral          // Unwrap() []error
	wrapsChained          // hashicorp's WrappedErrors, whose Unwrap shows one error as another's cause
	wrapsHidden           // errors.As does not see what these wrap
	wrapsErrors           // Kubernetes' Errors, and uber's before Go had Unwrap for it
	wrapsCause            // the Cause of github.com/pkg/errors before Go had Unwrap
	wrapsInside           // a field
)

type (
	oneWrapper     interface{ Unwrap() error }
	severalWrapper interface{ Unwrap() []error }
	chainedWrapper interface{ WrappedErrors() []error }
	errorsWrapper  interface{ Errors() []error }
	causeWrapper   interface{ Cause() error }
)

func wrappingOf(t reflect.Type, c *clientType) wrapping {
	switch {
	case t.Implements(reflect.TypeFor[severalWrapper]()):
		return wrapsSeveral
	case t.Implements(reflect.TypeFor[chainedWrapper]()):
		return wrapsChained
	case t.Implements(reflect.TypeFor[oneWrapper]()):
		return wrapsOne
	case t.Implements(reflect.TypeFor[errorsWrapper]()):
		return wrapsErrors
	case t.Implements(reflect.TypeFor[causeWrapper]()):
		return wrapsCause
	case c.inside != nil:
		return wrapsInside
	}
	return wrapsNothing
}

// inside returns the error in err, or several.
func (t *errorType) inside(err error) (several []error, one error) {
	if t.wraps == wrapsNothing {
		return nil, nil
	}
	// Methods of other people's types run below, on values that nobody has checked.
	defer func() {
		if recover() != nil {
			several, one = nil, nil
		}
	}()
	switch t.wraps {
	case wrapsOne:
		one = err.(oneWrapper).Unwrap()
	case wrapsSeveral:
		several = err.(severalWrapper).Unwrap()
	case wrapsChained:
		several = err.(chainedWrapper).WrappedErrors()
	case wrapsErrors:
		several = err.(errorsWrapper).Errors()
	case wrapsCause:
		one = err.(causeWrapper).Cause()
	case wrapsInside:
		several, one = t.client.inside(structOf(err))
	}
	return several, one
}
