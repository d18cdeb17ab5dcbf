// Package trial is what clients of OSS are tried with: the same operations with each of them, and
// the mistakes that a server with credentials has to tell apart.
package trial

import (
	"bytes"
	"context"
	"io"
	"strings"

	ossv2 "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
	ossv1 "github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/minio/minio-go/v7"
)

var ctx = context.Background()

// Store is a bucket behind a client.
type Store interface {
	Put(key, text string) error
	Get(key string) (string, error)
	Head(key string) error
	List(prefix string) ([]string, error)
	Remove(key string) error
	Copy(from, to string) error
	Multipart(key string, parts ...string) error
}

// SDK2 is SDK v2.
type SDK2 struct {
	Client *ossv2.Client
	Bucket string
}

func (s SDK2) Put(key, text string) error {
	_, err := s.Client.PutObject(ctx, &ossv2.PutObjectRequest{Bucket: ossv2.Ptr(s.Bucket), Key: ossv2.Ptr(key), Body: strings.NewReader(text)})
	return err
}

func (s SDK2) Get(key string) (string, error) {
	out, err := s.Client.GetObject(ctx, &ossv2.GetObjectRequest{Bucket: ossv2.Ptr(s.Bucket), Key: ossv2.Ptr(key)})
	if err != nil {
		return "", err
	}
	return read(out.Body)
}

func (s SDK2) Head(key string) error {
	_, err := s.Client.HeadObject(ctx, &ossv2.HeadObjectRequest{Bucket: ossv2.Ptr(s.Bucket), Key: ossv2.Ptr(key)})
	return err
}

func (s SDK2) List(prefix string) ([]string, error) {
	var keys []string
	p := s.Client.NewListObjectsV2Paginator(&ossv2.ListObjectsV2Request{Bucket: ossv2.Ptr(s.Bucket), Prefix: ossv2.Ptr(prefix), MaxKeys: 1})
	for p.HasNext() {
		page, err := p.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		for _, o := range page.Contents {
			keys = append(keys, *o.Key)
		}
	}
	return keys, nil
}

func (s SDK2) Remove(key string) error {
	_, err := s.Client.DeleteMultipleObjects(ctx, &ossv2.DeleteMultipleObjectsRequest{Bucket: ossv2.Ptr(s.Bucket), Objects: []ossv2.DeleteObject{{Key: ossv2.Ptr(key)}}})
	return err
}

func (s SDK2) Copy(from, to string) error {
	_, err := s.Client.CopyObject(ctx, &ossv2.CopyObjectRequest{Bucket: ossv2.Ptr(s.Bucket), Key: ossv2.Ptr(to), SourceKey: ossv2.Ptr(from)})
	return err
}

// AWS is aws-sdk-go-v2.
type AWS struct {
	Client *s3.Client
	Bucket string
}

func (s AWS) Put(key, text string) error {
	_, err := s.Client.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String(s.Bucket), Key: aws.String(key), Body: strings.NewReader(text)})
	return err
}

func (s AWS) Get(key string) (string, error) {
	out, err := s.Client.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String(s.Bucket), Key: aws.String(key)})
	if err != nil {
		return "", err
	}
	return read(out.Body)
}

func (s AWS) Head(key string) error {
	_, err := s.Client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: aws.String(s.Bucket), Key: aws.String(key)})
	return err
}

func (s AWS) List(prefix string) ([]string, error) {
	var keys []string
	p := s3.NewListObjectsV2Paginator(s.Client, &s3.ListObjectsV2Input{Bucket: aws.String(s.Bucket), Prefix: aws.String(prefix), MaxKeys: aws.Int32(1)})
	for p.HasMorePages() {
		page, err := p.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		for _, o := range page.Contents {
			keys = append(keys, *o.Key)
		}
	}
	return keys, nil
}

func (s AWS) Remove(key string) error {
	_, err := s.Client.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: aws.String(s.Bucket), Key: aws.String(key)})
	return err
}

func (s AWS) Copy(from, to string) error {
	_, err := s.Client.CopyObject(ctx, &s3.CopyObjectInput{Bucket: aws.String(s.Bucket), Key: aws.String(to), CopySource: aws.String(s.Bucket + "/" + from)})
	return err
}

// Minio is minio-go.
type Minio struct {
	Client *minio.Client
	Bucket string
}

func (s Minio) Put(key, text string) error {
	_, err := s.Client.PutObject(ctx, s.Bucket, key, strings.NewReader(text), int64(len(text)), minio.PutObjectOptions{})
	return err
}

func (s Minio) Get(key string) (string, error) {
	o, err := s.Client.GetObject(ctx, s.Bucket, key, minio.GetObjectOptions{})
	if err != nil {
		return "", err
	}
	return read(o)
}

func (s Minio) Head(key string) error {
	_, err := s.Client.StatObject(ctx, s.Bucket, key, minio.StatObjectOptions{})
	return err
}

func (s Minio) List(prefix string) ([]string, error) {
	var keys []string
	for o := range s.Client.ListObjects(ctx, s.Bucket, minio.ListObjectsOptions{Prefix: prefix, Recursive: true, MaxKeys: 1}) {
		if o.Err != nil {
			return nil, o.Err
		}
		keys = append(keys, o.Key)
	}
	return keys, nil
}

func (s Minio) Remove(key string) error {
	return s.Client.RemoveObject(ctx, s.Bucket, key, minio.RemoveObjectOptions{})
}

func (s Minio) Copy(from, to string) error {
	_, err := s.Client.CopyObject(ctx, minio.CopyDestOptions{Bucket: s.Bucket, Object: to}, minio.CopySrcOptions{Bucket: s.Bucket, Object: from})
	return err
}

// SDK1 is SDK v1.
type SDK1 struct{ Bucket *ossv1.Bucket }

func (s SDK1) Put(key, text string) error { return s.Bucket.PutObject(key, strings.NewReader(text)) }

func (s SDK1) Get(key string) (string, error) {
	r, err := s.Bucket.GetObject(key)
	if err != nil {
		return "", err
	}
	return read(r)
}

func (s SDK1) Head(key string) error {
	_, err := s.Bucket.GetObjectDetailedMeta(key)
	return err
}

func (s SDK1) List(prefix string) ([]string, error) {
	var keys []string
	token := ""
	for {
		page, err := s.Bucket.ListObjectsV2(ossv1.Prefix(prefix), ossv1.MaxKeys(1), ossv1.ContinuationToken(token))
		if err != nil {
			return nil, err
		}
		for _, o := range page.Objects {
			keys = append(keys, o.Key)
		}
		if token = page.NextContinuationToken; !page.IsTruncated {
			return keys, nil
		}
	}
}

func (s SDK1) Remove(key string) error { return s.Bucket.DeleteObject(key) }

func (s SDK1) Copy(from, to string) error {
	_, err := s.Bucket.CopyObject(from, to)
	return err
}

func (s SDK1) Multipart(key string, parts ...string) error {
	up, err := s.Bucket.InitiateMultipartUpload(key)
	if err != nil {
		return err
	}
	var done []ossv1.UploadPart
	for i, text := range parts {
		p, err := s.Bucket.UploadPart(up, strings.NewReader(text), int64(len(text)), i+1)
		if err != nil {
			return err
		}
		done = append(done, p)
	}
	_, err = s.Bucket.CompleteMultipartUpload(up, done)
	return err
}

func (s SDK2) Multipart(key string, parts ...string) error {
	up, err := s.Client.InitiateMultipartUpload(ctx, &ossv2.InitiateMultipartUploadRequest{Bucket: ossv2.Ptr(s.Bucket), Key: ossv2.Ptr(key)})
	if err != nil {
		return err
	}
	var done []ossv2.UploadPart
	for i, text := range parts {
		n := int32(i + 1)
		p, err := s.Client.UploadPart(ctx, &ossv2.UploadPartRequest{Bucket: ossv2.Ptr(s.Bucket), Key: ossv2.Ptr(key), UploadId: up.UploadId, PartNumber: n, Body: strings.NewReader(text)})
		if err != nil {
			return err
		}
		done = append(done, ossv2.UploadPart{PartNumber: n, ETag: p.ETag})
	}
	_, err = s.Client.CompleteMultipartUpload(ctx, &ossv2.CompleteMultipartUploadRequest{Bucket: ossv2.Ptr(s.Bucket), Key: ossv2.Ptr(key), UploadId: up.UploadId,
		CompleteMultipartUpload: &ossv2.CompleteMultipartUpload{Parts: done}})
	return err
}

func (s AWS) Multipart(key string, parts ...string) error {
	up, err := s.Client.CreateMultipartUpload(ctx, &s3.CreateMultipartUploadInput{Bucket: aws.String(s.Bucket), Key: aws.String(key)})
	if err != nil {
		return err
	}
	var done []s3types.CompletedPart
	for i, text := range parts {
		n := int32(i + 1)
		p, err := s.Client.UploadPart(ctx, &s3.UploadPartInput{Bucket: aws.String(s.Bucket), Key: aws.String(key), UploadId: up.UploadId, PartNumber: &n, Body: strings.NewReader(text)})
		if err != nil {
			return err
		}
		done = append(done, s3types.CompletedPart{PartNumber: &n, ETag: p.ETag})
	}
	_, err = s.Client.CompleteMultipartUpload(ctx, &s3.CompleteMultipartUploadInput{Bucket: aws.String(s.Bucket), Key: aws.String(key), UploadId: up.UploadId,
		MultipartUpload: &s3types.CompletedMultipartUpload{Parts: done}})
	return err
}

func (s Minio) Multipart(key string, parts ...string) error {
	core := minio.Core{Client: s.Client}
	id, err := core.NewMultipartUpload(ctx, s.Bucket, key, minio.PutObjectOptions{})
	if err != nil {
		return err
	}
	var done []minio.CompletePart
	for i, text := range parts {
		p, err := core.PutObjectPart(ctx, s.Bucket, key, id, i+1, strings.NewReader(text), int64(len(text)), minio.PutObjectPartOptions{})
		if err != nil {
			return err
		}
		done = append(done, minio.CompletePart{PartNumber: i + 1, ETag: p.ETag})
	}
	_, err = core.CompleteMultipartUpload(ctx, s.Bucket, key, id, done, minio.PutObjectOptions{})
	return err
}

func read(r io.ReadCloser) (string, error) {
	defer r.Close()
	var b bytes.Buffer
	_, err := b.ReadFrom(r)
	return b.String(), err
}
