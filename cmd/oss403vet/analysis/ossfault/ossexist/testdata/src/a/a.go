package a

import (
	"context"
	"errors"
	"os"

	v2 "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	aliyun "github.com/denverdino/aliyungo/oss"
	"github.com/minio/minio-go/v7"
	"github.com/oss403/oss403"
)

func calls(c *v2.Client, b *aliyun.Bucket, old *oss.Client) {
	ok, err := c.IsBucketExist(context.TODO(), "b") // want `this is \(true, nil\) for each 403 too: IsBucketExist of OSS SDK v2 takes every answer but NoSuchBucket for a yes, a wrong AccessKey and a wrong endpoint included \(https://.*/ossexist.md\)`
	print(ok, err)
	ok, err = b.Exists("k") // want `this is \(false, nil\) for each 403 too`
	ok, err = old.IsBucketExist("b")
	c.IsBucketExist(context.TODO(), "warm up")
}

func exists(b *oss.Bucket) (bool, error) {
	_, err := b.GetObject("k")
	if err == nil {
		return true, nil
	}
	var e oss.ServiceError
	if errors.As(err, &e) {
		if e.StatusCode == 404 || e.StatusCode == 403 { // want `a 403 is taken for "does not exist" here: it says nothing about that; a wrong key, endpoint or clock looks the same`
			return false, nil
		}
		switch e.Code {
		case "NoSuchKey":
			return false, nil
		case "AccessDenied": // want `a 403 is taken for "exists" here`
			return true, nil
		}
	}
	return false, err
}

func existsRight(b *oss.Bucket) (bool, error) {
	_, err := b.GetObject("k")
	var e oss.ServiceError
	if errors.As(err, &e) && e.StatusCode == 404 {
		return false, nil
	}
	if errors.As(err, &e) && e.StatusCode == 403 {
		return false, err
	}
	return err == nil, err
}

func isNotFound(err error) bool {
	e, ok := err.(oss.ServiceError)
	return ok && (e.StatusCode == 404 || e.Code == "AccessDenied") // want `a 403 is taken for "not found" here`
}

func open(err error) error {
	if errors.Is(err, oss403.CategoryPermission) { // want `a 403 is taken for "not found" here`
		return os.ErrNotExist
	}
	if oss403.Is(err, oss403.KindEndpointMismatch) {
		return os.ErrPermission
	}
	return err
}

func oneOf(err error, codes []string) bool { return false }

func notFoundErr(name string) error { return nil }

func list(err error) error {
	if oneOf(err, []string{"NoSuchBucket", "AccessDenied"}) { // want `a 403 is taken for "not found" here`
		return notFoundErr("bucket")
	}
	if oneOf(err, []string{"NoSuchBucket", "NoSuchKey"}) {
		return notFoundErr("object")
	}
	if oneOf(err, []string{"AccessDenied", "Throttling"}) { // of some other service, perhaps
		return notFoundErr("user")
	}
	return err
}

// S3 answers 403 for a missing object to callers that may not list.
func s3Exists(err error) (bool, error) {
	if e := minio.ToErrorResponse(err); e.StatusCode == 403 {
		return false, nil
	}
	return false, err
}

func retryIfForbidden(err error) bool {
	e, ok := err.(oss.ServiceError)
	return ok && e.StatusCode == 403
}
