package a

import (
	"context"

	v2 "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
)

func clean(c *v2.Client) bool { // a test may ask whether something is there
	ok, _ := c.IsBucketExist(context.TODO(), "b")
	return ok
}
