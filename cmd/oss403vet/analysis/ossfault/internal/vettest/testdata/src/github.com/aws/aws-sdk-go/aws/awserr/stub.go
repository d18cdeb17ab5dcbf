// Package awserr has the names of aws-sdk-go that the test data uses.
package awserr

type Error interface {
	error
	Code() string
	Message() string
	OrigErr() error
}

type RequestFailure interface {
	Error
	StatusCode() int
	RequestID() string
}
