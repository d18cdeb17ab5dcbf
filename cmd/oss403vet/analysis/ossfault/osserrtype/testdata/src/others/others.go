package others

import (
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go/aws/awserr"
	"github.com/aws/smithy-go"
	aliyun "github.com/denverdino/aliyungo/oss"
	"github.com/minio/minio-go/v7"
)

func minioGo(err error) string {
	if e, ok := err.(*minio.ErrorResponse); ok { // want `this assertion never holds: minio-go returns minio.ErrorResponse as a value`
		return e.Code
	}
	var p *minio.ErrorResponse
	if errors.As(err, &p) { // want `this is always false: minio-go`
		return p.Code
	}
	return ""
}

func minioRight(err error) string {
	if e, ok := err.(minio.ErrorResponse); ok {
		return e.Code
	}
	return minio.ToErrorResponse(err).Code
}

func aws(err error) string {
	var p *awserr.Error
	if errors.As(err, &p) { // want `errors.As panics here whenever there is an error: \*awserr.Error is no error, awserr.Error is`
		return ""
	}
	var api *smithy.APIError
	if errors.As(err, &api) { // want `errors.As panics here whenever there is an error: \*smithy.APIError is no error`
		return ""
	}
	var missing types.NoSuchKey
	if errors.As(err, &missing) { // want `errors.As panics here whenever there is an error: types.NoSuchKey is no error, \*types.NoSuchKey is`
		return *missing.Message
	}
	return ""
}

func awsRight(err error) string {
	if e, ok := err.(awserr.RequestFailure); ok {
		return e.Code()
	}
	var e awserr.Error
	var api smithy.APIError
	var missing *types.NoSuchKey
	if errors.As(err, &e) || errors.As(err, &api) || errors.As(err, &missing) {
		return "?"
	}
	return ""
}

func aliyungo(err error) string {
	var v aliyun.Error
	if errors.As(err, &v) { // want `errors.As panics here whenever there is an error: oss.Error is no error, \*oss.Error is`
		return v.Code
	}
	if e, ok := err.(*aliyun.Error); ok {
		return e.Code
	}
	return ""
}
