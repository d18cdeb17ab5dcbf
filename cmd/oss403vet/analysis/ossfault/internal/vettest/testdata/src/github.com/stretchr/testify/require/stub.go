// Package require has the names of testify that the test data uses.
package require

type TestingT interface{ FailNow() }

func ErrorAs(t TestingT, err error, target any, msgAndArgs ...any) {}
