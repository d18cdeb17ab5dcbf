package s3

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go/aws/awserr"
	"github.com/aws/smithy-go"
	"github.com/minio/minio-go/v7"
)

func awsV2(err error) string {
	if e, ok := err.(smithy.APIError); ok { // want `this assertion never holds: smithy.APIError is inside \*smithy.OperationError`
		return e.ErrorCode()
	}
	if e, ok := err.(*types.NoSuchKey); ok { // want `this assertion never holds: \*types.NoSuchKey is inside \*smithy.OperationError`
		return e.ErrorCode()
	}
	return ""
}

func awsV1(err error) string {
	if err.(awserr.RequestFailure).StatusCode() == 403 { // want `this panics for an error that is no awserr.RequestFailure: a refused connection, a timeout \(`
		return ""
	}
	return err.(awserr.Error).Code()
}

func minioGo(c *minio.Client) string {
	err := c.RemoveObject("b", "o")
	if minio.ToErrorResponse(err).Code == "NoSuchKey" {
		return ""
	}
	err = fmt.Errorf("remove: %w", err)
	return minio.ToErrorResponse(err).Code // want `minio.ToErrorResponse returns an empty ErrorResponse here: it looks at the error itself, and that is what fmt.Errorf returned`
}
