// Package ossassert defines an Analyzer that finds type assertions on errors of OSS that look at the
// wrong layer, or that panic for another error.
//
// # Analyzer ossassert
//
// ossassert: find assertions on errors of OSS that miss what is wrapped, or panic
//
// A type assertion and a type switch look at the error itself, errors.As at everything that it wraps.
// OSS SDK v2 returns *oss.ServiceError inside *oss.OperationError, and its uploader puts
// *oss.UploadError around that; aws-sdk-go-v2 returns smithy.APIError and *types.X inside
// *smithy.OperationError. An assertion never finds them:
//
//	if e, ok := err.(*oss.ServiceError); ok { … } // SDK v2: ok is always false
//
// Use errors.As:
//
//	var e *oss.ServiceError
//	if errors.As(err, &e) { … }
//
// The same holds for an error of SDK v1, minio-go or aliyungo that was wrapped before, by fmt.Errorf
// with %w, by errors.Wrap, or, if it is a 403, by oss403.Wrap. minio.ToErrorResponse and its kin are a
// type switch as well: for a wrapped error they return an empty ErrorResponse.
//
// An assertion without ", ok" panics for any other error:
//
//	if err.(oss.ServiceError).StatusCode == 404 { … }
//
// A refused connection, a timeout, and a 403 with an HTML page of a proxy for body are no
// oss.ServiceError. Tests, where that is a failure like another, and code that has looked at the type
// before are left alone.
//
// Left alone, too, is what unwraps by itself, and a retryer's IsErrorRetryable, which SDK v2 calls with
// the error before it wraps it.
//
// The fix uses errors.As, or adds the ", ok", where the rest of the statement stays right.
package ossassert
