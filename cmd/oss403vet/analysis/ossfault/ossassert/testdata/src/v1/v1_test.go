package v1

import "github.com/aliyun/aliyun-oss-go-sdk/oss"

func check(err error) string { return err.(oss.ServiceError).Code } // a failed test like another
