// Package made returns pointers as errors itself.
package made

import "github.com/aliyun/aliyun-oss-go-sdk/oss"

func fake() error { return &oss.ServiceError{Code: "AccessDenied"} }

func code(err error) string {
	if e, ok := err.(*oss.ServiceError); ok {
		return e.Code
	}
	return ""
}
