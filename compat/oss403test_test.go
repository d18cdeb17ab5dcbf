package compat

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	ossv2 "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/minio/minio-go/v7"
	minioCred "github.com/minio/minio-go/v7/pkg/credentials"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
)

// objectStore is what the clients below do with a server of oss403test.
type objectStore interface {
	put(key, text string) error
	get(key string) (string, error)
	head(key string) error
	list(prefix string) ([]string, error)
	remove(key string) error
	copy(from, to string) error
	multipart(key string, parts ...string) error
}

type sdk2Store struct{ *ossv2.Client }

func (s sdk2Store) put(key, text string) error {
	_, err := s.PutObject(ctx, &ossv2.PutObjectRequest{Bucket: ossv2.Ptr(bucket), Key: ossv2.Ptr(key), Body: strings.NewReader(text)})
	return err
}

func (s sdk2Store) get(key string) (string, error) {
	out, err := s.GetObject(ctx, &ossv2.GetObjectRequest{Bucket: ossv2.Ptr(bucket), Key: ossv2.Ptr(key)})
	if err != nil {
		return "", err
	}
	return read(out.Body)
}

func (s sdk2Store) head(key string) error {
	_, err := s.HeadObject(ctx, &ossv2.HeadObjectRequest{Bucket: ossv2.Ptr(bucket), Key: ossv2.Ptr(key)})
	return err
}

func (s sdk2Store) list(prefix string) ([]string, error) {
	var keys []string
	p := s.NewListObjectsV2Paginator(&ossv2.ListObjectsV2Request{Bucket: ossv2.Ptr(bucket), Prefix: ossv2.Ptr(prefix), MaxKeys: 1})
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

func (s sdk2Store) remove(key string) error {
	_, err := s.DeleteMultipleObjects(ctx, &ossv2.DeleteMultipleObjectsRequest{Bucket: ossv2.Ptr(bucket), Objects: []ossv2.DeleteObject{{Key: ossv2.Ptr(key)}}})
	return err
}

func (s sdk2Store) copy(from, to string) error {
	_, err := s.CopyObject(ctx, &ossv2.CopyObjectRequest{Bucket: ossv2.Ptr(bucket), Key: ossv2.Ptr(to), SourceKey: ossv2.Ptr(from)})
	return err
}

type awsStore struct{ *s3.Client }

func (s awsStore) put(key, text string) error {
	_, err := s.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String(bucket), Key: aws.String(key), Body: strings.NewReader(text)})
	return err
}

func (s awsStore) get(key string) (string, error) {
	out, err := s.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String(bucket), Key: aws.String(key)})
	if err != nil {
		return "", err
	}
	return read(out.Body)
}

func (s awsStore) head(key string) error {
	_, err := s.HeadObject(ctx, &s3.HeadObjectInput{Bucket: aws.String(bucket), Key: aws.String(key)})
	return err
}

func (s awsStore) list(prefix string) ([]string, error) {
	var keys []string
	p := s3.NewListObjectsV2Paginator(s.Client, &s3.ListObjectsV2Input{Bucket: aws.String(bucket), Prefix: aws.String(prefix), MaxKeys: aws.Int32(1)})
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

func (s awsStore) remove(key string) error {
	_, err := s.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: aws.String(bucket), Key: aws.String(key)})
	return err
}

func (s awsStore) copy(from, to string) error {
	_, err := s.CopyObject(ctx, &s3.CopyObjectInput{Bucket: aws.String(bucket), Key: aws.String(to), CopySource: aws.String(bucket + "/" + from)})
	return err
}

type minioStore struct{ *minio.Client }

func (s minioStore) put(key, text string) error {
	_, err := s.PutObject(ctx, bucket, key, strings.NewReader(text), int64(len(text)), minio.PutObjectOptions{})
	return err
}

func (s minioStore) get(key string) (string, error) {
	o, err := s.GetObject(ctx, bucket, key, minio.GetObjectOptions{})
	if err != nil {
		return "", err
	}
	return read(o)
}

func (s minioStore) head(key string) error {
	_, err := s.StatObject(ctx, bucket, key, minio.StatObjectOptions{})
	return err
}

func (s minioStore) list(prefix string) ([]string, error) {
	var keys []string
	for o := range s.ListObjects(ctx, bucket, minio.ListObjectsOptions{Prefix: prefix, Recursive: true, MaxKeys: 1}) {
		if o.Err != nil {
			return nil, o.Err
		}
		keys = append(keys, o.Key)
	}
	return keys, nil
}

func (s minioStore) remove(key string) error {
	return s.RemoveObject(ctx, bucket, key, minio.RemoveObjectOptions{})
}

func (s minioStore) copy(from, to string) error {
	_, err := s.CopyObject(ctx, minio.CopyDestOptions{Bucket: bucket, Object: to}, minio.CopySrcOptions{Bucket: bucket, Object: from})
	return err
}

func read(r io.ReadCloser) (string, error) {
	defer r.Close()
	var b bytes.Buffer
	_, err := b.ReadFrom(r)
	return b.String(), err
}

// stores are the clients on a server: at its URL, with the bucket in the path, and with the bucket
// in the host at the endpoint that they would have. transport is below each.
var stores = []struct {
	name string
	open func(t *testing.T, srv *oss403test.Server, c *http.Client) objectStore
}{
	{"sdkv2/path", func(t *testing.T, srv *oss403test.Server, c *http.Client) objectStore {
		return sdk2Store{sdk2(ossv2.SignatureVersionV4, token, c, func(cfg *ossv2.Config) { cfg.WithEndpoint(srv.URL).WithUsePathStyle(true) })}
	}},
	{"sdkv2/host", func(t *testing.T, srv *oss403test.Server, c *http.Client) objectStore {
		return sdk2Store{sdk2(ossv2.SignatureVersionV4, token, c)}
	}},
	{"sdkv2/V1", func(t *testing.T, srv *oss403test.Server, c *http.Client) objectStore {
		return sdk2Store{sdk2(ossv2.SignatureVersionV1, token, c)}
	}},
	{"aws/path", func(t *testing.T, srv *oss403test.Server, c *http.Client) objectStore {
		client := awsS3(c)
		return awsStore{s3.New(client.Options(), func(o *s3.Options) { o.BaseEndpoint, o.UsePathStyle = aws.String(srv.URL), true })}
	}},
	{"aws/host", func(t *testing.T, srv *oss403test.Server, c *http.Client) objectStore {
		return awsStore{awsS3(c)}
	}},
	{"minio/path", func(t *testing.T, srv *oss403test.Server, c *http.Client) objectStore {
		return minioStore{must[*minio.Client](t)(minio.New(strings.TrimPrefix(srv.URL, "http://"), &minio.Options{
			Creds: minioCred.NewStaticV4(keyID, secret, token), Transport: c.Transport, // it asks for the region first
		}))}
	}},
	{"minio/host", func(t *testing.T, srv *oss403test.Server, c *http.Client) objectStore {
		return minioStore{minioClient(t, minioCred.NewStaticV4(keyID, secret, token), c)}
	}},
}

func TestServerStore(t *testing.T) {
	for _, s := range stores {
		t.Run(s.name, func(t *testing.T) {
			srv := oss403test.NewServer(t)
			client := s.open(t, srv, srv.Client())
			useStore(t, client)
		})
	}
}

// useStore does everything that a client can do.
func useStore(t *testing.T, client objectStore) {
	t.Helper()
	check(t, client.put(key, content))
	check(t, client.put("dir/2", "two"))
	check(t, client.put("else", ""))
	if text := must[string](t)(client.get(key)); text != content {
		t.Errorf("got %q", text)
	}
	check(t, client.head(key))
	if keys := must[[]string](t)(client.list("dir/")); !slices.Equal(keys, []string{"dir/2", key}) {
		t.Errorf("listed %q", keys)
	}
	check(t, client.copy("dir/2", "dir/3"))
	check(t, client.remove("dir/2"))
	if keys := must[[]string](t)(client.list("dir/")); !slices.Equal(keys, []string{"dir/3", key}) {
		t.Errorf("listed %q", keys)
	}
	if _, err := client.get("dir/2"); err == nil || !strings.Contains(err.Error(), "NoSuchKey") && !strings.Contains(err.Error(), "key does not exist") {
		t.Errorf("got %v", err)
	}
	if err := client.head("dir/2"); err == nil {
		t.Error("no error for an object that is not there")
	}
	check(t, client.multipart("dir/big", "one ", "two"))
	if text := must[string](t)(client.get("dir/big")); text != "one two" {
		t.Errorf("got %q", text)
	}
}

// TestServerRule lets the second of three uploads fail. What the root package does not read of a
// client's error yet, a Transport of its own sees.
func TestServerRule(t *testing.T) {
	for _, s := range stores {
		t.Run(s.name, func(t *testing.T) {
			srv := oss403test.NewServer(t, oss403test.Answer(oss403.KindAccountOverdue).Method("PUT").Prefix("dir/").Nth(2))
			var seen []*oss403.Error
			client := s.open(t, srv, &http.Client{Transport: &oss403.Transport{
				Base:    srv.Client().Transport,
				Observe: func(_ *http.Request, e *oss403.Error) { seen = append(seen, e) },
			}})
			for i, k := range []string{"dir/1", key, "dir/3"} {
				if err := client.put(k, content); (err != nil) != (i == 1) {
					t.Errorf("%s: %v", k, err)
				}
			}
			if len(seen) != 1 {
				t.Fatalf("saw %d 403s", len(seen))
			}
			e := oss403test.RequireKind(t, seen[0], oss403.KindAccountOverdue)
			if e.Op != http.MethodPut || e.Bucket != bucket || e.Object != key {
				t.Errorf("%s %s %s", e.Op, e.Bucket, e.Object)
			}
		})
	}
}

// TestServerEveryKind: every client gets every kind, for GET and for HEAD.
func TestServerEveryKind(t *testing.T) {
	for _, s := range stores {
		for kind := range oss403.Kinds() {
			if kind == oss403.KindClockSkew || kind == oss403.KindIntermediary {
				continue // clients correct their clock and send again; FromResponse knows S3 clients by their host only
			}
			t.Run(s.name+"/"+string(kind), func(t *testing.T) {
				srv := oss403test.NewServer(t, oss403test.Answer(kind).Key(key))
				var err error
				client := s.open(t, srv, &http.Client{Transport: &oss403.Transport{
					Base:    srv.Client().Transport,
					Observe: func(_ *http.Request, e *oss403.Error) { err = errors.Join(err, e) },
				}})
				if _, got := client.get(key); got == nil {
					t.Error("no error for GET")
				}
				oss403test.AssertKind(t, err, kind)
				err = nil
				if got := client.head(key); got == nil {
					t.Error("no error for HEAD")
				}
				oss403test.AssertKind(t, err, kind)
			})
		}
	}
}
