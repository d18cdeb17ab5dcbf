// Package snippets holds the pieces of code with SDK v2 that README.md shows, so that they compile.
package snippets

import (
	"context"
	"net/http"

	"github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
	"github.com/oss403/oss403"
)

func sdkV2(ctx context.Context, cfg *oss.Config, request *oss.GetObjectRequest) (*oss.GetObjectResult, error) {
	transport := &oss403.Transport{}
	client := oss.NewClient(cfg.WithHttpClient(&http.Client{Transport: transport}))

	result, err := client.GetObject(ctx, request)
	return oss403.WrapValueWith(transport, result, err)
}

var _ = sdkV2
