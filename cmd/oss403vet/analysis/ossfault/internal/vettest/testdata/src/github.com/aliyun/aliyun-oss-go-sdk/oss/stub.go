// Package oss has the names of OSS SDK v1 that the test data uses.
package oss

import "io"

type ServiceError struct {
	Code, Message, RequestID, HostID, Endpoint, Ec, RawMessage string
	StatusCode                                                 int
}

func (e ServiceError) Error() string { return e.Message }

type Bucket struct{}

func (*Bucket) PutObject(key string, r io.Reader) error     { return nil }
func (*Bucket) GetObject(key string) (io.ReadCloser, error) { return nil, nil }
func (*Bucket) IsObjectExist(key string) (bool, error)      { return false, nil }

type Client struct{}

func New(endpoint, id, secret string) (*Client, error)  { return nil, nil }
func (*Client) Bucket(name string) (*Bucket, error)     { return nil, nil }
func (*Client) IsBucketExist(name string) (bool, error) { return false, nil }
