package store

import (
	"context"
	"errors"
	"net/http"
	"testing"

	"github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
	"github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss/credentials"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
)

func TestGet(t *testing.T) {
	rule := oss403test.Answer(oss403.KindBucketACLDenied).Key("private.txt")
	s := New(oss403test.Transport(http.DefaultTransport, rule), "cn-hangzhou", "photos", credentials.NewStaticCredentialsProvider("LTAI5tExampleExampleKey1", "ExampleSecret"))
	_, err := s.Get(context.Background(), "private.txt")
	var e *oss403.Error
	if !errors.As(err, &e) || e.Kind != oss403.KindBucketACLDenied {
		t.Fatal(err)
	}
	// The SDK's error has the code. The request, the Transport has seen.
	if e.Op != "GetObject" || e.Bucket != "photos" || e.Object != "private.txt" {
		t.Errorf("%q %q %q", e.Op, e.Bucket, e.Object)
	}
	var se *oss.ServiceError
	if !errors.As(err, &se) || se.Code != "AccessDenied" {
		t.Error(se)
	}
}
