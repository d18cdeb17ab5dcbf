// Package errors has the names of pkg/errors that the test data uses.
package errors

func Wrap(err error, message string) error { return err }
func Cause(err error) error                { return err }
