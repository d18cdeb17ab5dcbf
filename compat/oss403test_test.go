package compat

import (
	"errors"
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
	"github.com/oss403/oss403/compat/trial"
	"github.com/oss403/oss403/oss403test"
)

// stores are the clients on a server: at its URL, with the bucket in the path, and with the bucket
// in the host at the endpoint that they would have. transport is below each.
var stores = []struct {
	name string
	open func(t *testing.T, srv *oss403test.Server, c *http.Client) trial.Store
}{
	{"sdkv2/path", func(t *testing.T, srv *oss403test.Server, c *http.Client) trial.Store {
		return trial.SDK2{Bucket: bucket, Client: sdk2(ossv2.SignatureVersionV4, token, c, func(cfg *ossv2.Config) { cfg.WithEndpoint(srv.URL).WithUsePathStyle(true) })}
	}},
	{"sdkv2/host", func(t *testing.T, srv *oss403test.Server, c *http.Client) trial.Store {
		return trial.SDK2{Bucket: bucket, Client: sdk2(ossv2.SignatureVersionV4, token, c)}
	}},
	{"sdkv2/V1", func(t *testing.T, srv *oss403test.Server, c *http.Client) trial.Store {
		return trial.SDK2{Bucket: bucket, Client: sdk2(ossv2.SignatureVersionV1, token, c)}
	}},
	{"aws/path", func(t *testing.T, srv *oss403test.Server, c *http.Client) trial.Store {
		client := awsS3(c)
		return trial.AWS{Bucket: bucket, Client: s3.New(client.Options(), func(o *s3.Options) { o.BaseEndpoint, o.UsePathStyle = aws.String(srv.URL), true })}
	}},
	{"aws/host", func(t *testing.T, srv *oss403test.Server, c *http.Client) trial.Store {
		return trial.AWS{Bucket: bucket, Client: awsS3(c)}
	}},
	{"minio/path", func(t *testing.T, srv *oss403test.Server, c *http.Client) trial.Store {
		return trial.Minio{Bucket: bucket, Client: must[*minio.Client](t)(minio.New(strings.TrimPrefix(srv.URL, "http://"), &minio.Options{
			Creds: minioCred.NewStaticV4(keyID, secret, token), Transport: c.Transport, // it asks for the region first
		}))}
	}},
	{"minio/host", func(t *testing.T, srv *oss403test.Server, c *http.Client) trial.Store {
		return trial.Minio{Bucket: bucket, Client: minioClient(t, minioCred.NewStaticV4(keyID, secret, token), c)}
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
func useStore(t *testing.T, client trial.Store) {
	t.Helper()
	check(t, client.Put(key, content))
	check(t, client.Put("dir/2", "two"))
	check(t, client.Put("else", ""))
	if text := must[string](t)(client.Get(key)); text != content {
		t.Errorf("got %q", text)
	}
	check(t, client.Head(key))
	if keys := must[[]string](t)(client.List("dir/")); !slices.Equal(keys, []string{"dir/2", key}) {
		t.Errorf("listed %q", keys)
	}
	check(t, client.Copy("dir/2", "dir/3"))
	check(t, client.Remove("dir/2"))
	if keys := must[[]string](t)(client.List("dir/")); !slices.Equal(keys, []string{"dir/3", key}) {
		t.Errorf("listed %q", keys)
	}
	if _, err := client.Get("dir/2"); err == nil || !strings.Contains(err.Error(), "NoSuchKey") && !strings.Contains(err.Error(), "key does not exist") {
		t.Errorf("got %v", err)
	}
	if err := client.Head("dir/2"); err == nil {
		t.Error("no error for an object that is not there")
	}
	check(t, client.Multipart("dir/big", "one ", "two"))
	if text := must[string](t)(client.Get("dir/big")); text != "one two" {
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
				if err := client.Put(k, content); (err != nil) != (i == 1) {
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
				if _, got := client.Get(key); got == nil {
					t.Error("no error for GET")
				}
				oss403test.AssertKind(t, err, kind)
				err = nil
				if got := client.Head(key); got == nil {
					t.Error("no error for HEAD")
				}
				oss403test.AssertKind(t, err, kind)
			})
		}
	}
}
