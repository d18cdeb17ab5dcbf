// Package types has the names of aws-sdk-go-v2 that the test data uses.
package types

import "github.com/aws/smithy-go"

type NoSuchKey struct{ Message *string }

func (e *NoSuchKey) Error() string                 { return "NoSuchKey" }
func (e *NoSuchKey) ErrorCode() string             { return "NoSuchKey" }
func (e *NoSuchKey) ErrorMessage() string          { return "" }
func (e *NoSuchKey) ErrorFault() smithy.ErrorFault { return 0 }
