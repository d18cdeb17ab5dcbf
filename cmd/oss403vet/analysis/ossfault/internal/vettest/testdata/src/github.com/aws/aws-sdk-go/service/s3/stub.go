// Package s3 has the names of aws-sdk-go that the test data uses.
package s3

import "github.com/aws/aws-sdk-go/aws/awserr"

type RequestFailure interface {
	awserr.RequestFailure
	HostID() string
}
