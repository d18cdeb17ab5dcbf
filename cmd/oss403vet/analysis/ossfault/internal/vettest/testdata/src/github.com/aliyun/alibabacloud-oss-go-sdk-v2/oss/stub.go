// Package oss has the names of OSS SDK v2 that the test data uses.
package oss

import "context"

type ServiceError struct {
	Code, Message, RequestID, EC string
	StatusCode                   int
}

func (e *ServiceError) Error() string       { return e.Message }
func (e *ServiceError) ErrorCode() string   { return e.Code }
func (e *ServiceError) HttpStatusCode() int { return e.StatusCode }

type OperationError struct{ err error }

func (e *OperationError) Error() string { return e.err.Error() }
func (e *OperationError) Unwrap() error { return e.err }

type Client struct{}

type (
	PutObjectRequest struct{}
	PutObjectResult  struct{}
	Options          struct{}
)

func (*Client) PutObject(ctx context.Context, r *PutObjectRequest) (*PutObjectResult, error) {
	return nil, nil
}

func (*Client) IsBucketExist(ctx context.Context, bucket string, optFns ...func(*Options)) (bool, error) {
	return false, nil
}
