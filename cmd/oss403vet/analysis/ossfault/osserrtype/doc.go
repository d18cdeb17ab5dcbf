// Package osserrtype defines an Analyzer that finds errors of OSS clients asked for as a pointer
// where they are values, or as a value where they are pointers.
//
// # Analyzer osserrtype
//
// osserrtype: find errors of OSS asked for as the wrong one of value and pointer
//
// Clients differ in how they return their errors, and the compiler accepts both forms where the
// type's methods are the value's:
//
//	client                                   returns
//	aliyun-oss-go-sdk (OSS SDK v1)           oss.ServiceError, a value
//	alibabacloud-oss-go-sdk-v2 (OSS SDK v2)  *oss.ServiceError, inside *oss.OperationError
//	minio-go                                 minio.ErrorResponse, a value
//	aws-sdk-go                               awserr.Error and awserr.RequestFailure, interfaces
//	aws-sdk-go-v2                            smithy.APIError, an interface, and *types.X, inside *smithy.OperationError
//	denverdino/aliyungo                      *oss.Error
//
// Dead code. With a pointer to a value's type the program compiles, and the branch is never taken:
//
//	if e, ok := err.(*oss.ServiceError); ok { … } // SDK v1: ok is always false
//
//	var e *oss.ServiceError
//	if errors.As(err, &e) { … } // SDK v1: always false
//
// Ask for the value:
//
//	var e oss.ServiceError
//	if errors.As(err, &e) { … }
//
// A panic. With a value whose pointer is the error, and with a pointer to an interface, errors.As
// panics, since its target must point to something that implements error. It does so only when there
// is an error: in production, not in the test of the good case. The errorsas check of go vet reports
// this one too. Passing a nil pointer panics as well, and go vet does not see that:
//
//	var e oss.ServiceError
//	if errors.As(err, &e) { … } // SDK v2: panics; declare e as *oss.ServiceError
//
//	var e *oss.ServiceError
//	if errors.As(err, e) { … } // either SDK: panics
//
// Code that asks one error for both forms in one function is left alone, and so is a package that
// makes such pointers itself and returns them as errors.
//
// The fix changes the type that is asked for where all uses of the variable compile with either form.
package osserrtype
