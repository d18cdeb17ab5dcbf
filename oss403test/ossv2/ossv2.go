// Package ossv2 makes the errors that SDK v2 of OSS (github.com/aliyun/alibabacloud-oss-go-sdk-v2)
// returns for 403 answers, for a fake in the place of its client:
//
//	fake.err = ossv2.OperationError("PutObject", oss403.KindAccountOverdue)
//
// It is a module of its own, so that package oss403test does not depend on that SDK.
package ossv2

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"regexp"
	"strings"

	"github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
	"github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss/credentials"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
)

// OperationError makes what a call of SDK v2 returns for a 403 of the kind: an *oss.OperationError of the
// operation, as in PutObject, around an *oss.ServiceError. The SDK itself makes it, of an answer of
// oss403test. It panics for a name that is no kind.
func OperationError(operation string, kind oss403.Kind, options ...oss403test.Option) error {
	known := oss403test.Error(kind, options...) // of the same facts
	bucket := known.Bucket
	if !bucketName.MatchString(bucket) { // the SDK would not send it
		bucket = "examplebucket"
	}
	endpoint := "oss-cn-hangzhou.aliyuncs.com"
	if rest, ok := strings.CutPrefix(known.HostID, bucket+"."); ok {
		endpoint = rest
	}
	client := oss.NewClient(oss.LoadDefaultConfig().
		WithRegion("cn-hangzhou").
		WithEndpoint("https://" + endpoint).
		WithCredentialsProvider(credentials.NewStaticCredentialsProvider("LTAI5tExampleExampleKey1", "ExampleSecretExampleSecret0001")).
		WithRetryMaxAttempts(1).
		WithHttpClient(&http.Client{Transport: oss403test.Transport(nowhere{}, oss403test.Answer(kind, options...))}))
	key := cmp.Or(known.Object, "notes.txt")
	_, err := client.InvokeOperation(context.Background(), &oss.OperationInput{OpName: operation, Method: http.MethodGet, Bucket: &bucket, Key: &key})
	return err
}

// ServiceError makes the *oss.ServiceError in such an error, which errors.As finds there.
func ServiceError(kind oss403.Kind, options ...oss403test.Option) *oss.ServiceError {
	err := OperationError("GetObject", kind, options...)
	var e *oss.ServiceError
	if !errors.As(err, &e) {
		panic("ossv2: the SDK made no ServiceError: " + err.Error()) // a test tries all kinds
	}
	return e
}

var bucketName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$`)

// nowhere is behind the transport that answers everything.
type nowhere struct{}

func (nowhere) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, errors.New("ossv2: nothing is sent")
}
