package oss403test_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// reader is an application: it reads objects with temporary credentials, and gets new ones when
// OSS says that these have expired.
type reader struct {
	connect func() (*oss.Bucket, error) // with new credentials
	bucket  *oss.Bucket
}

func (r *reader) read(key string) (string, error) {
	text, err := r.try(key)
	if oss403.Is(err, oss403.KindSecurityTokenExpired) {
		r.bucket = nil
		return r.try(key)
	}
	return text, err
}

func (r *reader) try(key string) (text string, err error) {
	if r.bucket == nil {
		if r.bucket, err = r.connect(); err != nil {
			return "", err
		}
	}
	body, err := r.bucket.GetObject(key)
	if err != nil {
		return "", err
	}
	defer body.Close()
	data, err := io.ReadAll(body)
	return string(data), err
}

// The third GetObject gets SecurityTokenExpired; the application gets new credentials and goes on.
func TestRefresh(t *testing.T) {
	srv := oss403test.NewServer(t,
		oss403test.Answer(oss403.KindSecurityTokenExpired).Method("GET").Nth(3))

	tokens := 0
	connect := func() (*oss.Bucket, error) {
		tokens++
		client, err := oss.New(srv.URL, "id", "secret", oss.SecurityToken(fmt.Sprint("token", tokens)))
		if err != nil {
			return nil, err
		}
		return client.Bucket("examplebucket")
	}
	bucket, err := connect()
	require.NoError(t, err)

	r := &reader{connect: connect, bucket: bucket}
	for _, key := range []string{"1", "2", "3", "4"} {
		require.NoError(t, bucket.PutObject(key, strings.NewReader("text "+key)))
		text, err := r.read(key)
		require.NoError(t, err)
		assert.Equal(t, "text "+key, text)
	}
	assert.Equal(t, 2, tokens)
}
