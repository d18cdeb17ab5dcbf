// Package oss has the names of aliyungo that the test data uses.
package oss

type Error struct {
	StatusCode    int
	Code, Message string
}

func (e *Error) Error() string { return e.Message }

type Bucket struct{}

func (*Bucket) Exists(path string) (bool, error) { return false, nil }
func (*Bucket) Del(path string) error            { return nil }
