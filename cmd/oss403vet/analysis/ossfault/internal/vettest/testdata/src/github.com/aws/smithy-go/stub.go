// Package smithy has the names of smithy-go that the test data uses.
package smithy

type ErrorFault int

type APIError interface {
	error
	ErrorCode() string
	ErrorMessage() string
	ErrorFault() ErrorFault
}

type GenericAPIError struct{ Code, Message string }

func (e *GenericAPIError) Error() string          { return e.Message }
func (e *GenericAPIError) ErrorCode() string      { return e.Code }
func (e *GenericAPIError) ErrorMessage() string   { return e.Message }
func (e *GenericAPIError) ErrorFault() ErrorFault { return 0 }
