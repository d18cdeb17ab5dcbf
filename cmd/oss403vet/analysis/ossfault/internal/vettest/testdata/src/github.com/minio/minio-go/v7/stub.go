// Package minio has the names of minio-go that the test data uses.
package minio

type ErrorResponse struct {
	Code, Message string
	StatusCode    int
}

func (e ErrorResponse) Error() string { return e.Message }

func ToErrorResponse(err error) ErrorResponse {
	e, _ := err.(ErrorResponse)
	return e
}

type Client struct{}

func (*Client) RemoveObject(bucket, object string) error { return nil }
