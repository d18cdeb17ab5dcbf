// Package store reads objects with SDK v2 through a Transport, which knows of an answer what the SDK's
// error does not.
package store

import (
	"context"
	"net/http"

	"github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
	"github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss/credentials"
	"github.com/oss403/oss403"
)

// Store is a bucket.
type Store struct {
	client    *oss.Client
	transport *oss403.Transport
	bucket    string
}

// New returns a Store whose requests go through base.
func New(base http.RoundTripper, region, bucket string, provider credentials.CredentialsProvider) *Store {
	transport := &oss403.Transport{Base: base}
	cfg := oss.LoadDefaultConfig().WithRegion(region).WithCredentialsProvider(provider)
	client := oss.NewClient(cfg.WithHttpClient(&http.Client{Transport: transport}))
	return &Store{client, transport, bucket}
}

// Get reads an object. Its errors are explained.
func (s *Store) Get(ctx context.Context, key string) (*oss.GetObjectResult, error) {
	result, err := s.client.GetObject(ctx, &oss.GetObjectRequest{Bucket: &s.bucket, Key: &key})
	return oss403.WrapValueWith(s.transport, result, err)
}
