package compat

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	ossv2 "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
	credv2 "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss/credentials"
	ossv1 "github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/minio/minio-go/v7"
	minioCred "github.com/minio/minio-go/v7/pkg/credentials"
)

const (
	endpoint = "oss-cn-hangzhou.aliyuncs.com"
	key      = "dir/a b+c%2Fd/ü.txt"
	content  = "hello"
)

// sign makes a client send a request. A client that signs URLs returns one, to be put with header.
type sign func(t *testing.T, c *http.Client) (signedURL string, header http.Header)

var ctx = context.Background()

func must[T any](t *testing.T) func(v T, err error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func sdk1(t *testing.T, host string, c *http.Client, options ...ossv1.ClientOption) *ossv1.Bucket {
	options = append(options, ossv1.HTTPClient(c), ossv1.Region("cn-hangzhou"))
	client := must[*ossv1.Client](t)(ossv1.New("http://"+host, keyID, secret, options...))
	return must[*ossv1.Bucket](t)(client.Bucket(bucket))
}

func sdk2(version ossv2.SignatureVersionType, securityToken string, c *http.Client, options ...func(*ossv2.Config)) *ossv2.Client {
	cfg := ossv2.LoadDefaultConfig().WithRegion("cn-hangzhou").WithDisableSSL(true).WithHttpClient(c).WithSignatureVersion(version).
		WithEndpoint("http://" + endpoint).WithCredentialsProvider(credv2.NewStaticCredentialsProvider(keyID, secret, securityToken))
	for _, o := range options {
		o(cfg)
	}
	return ossv2.NewClient(cfg)
}

func putSDK2(t *testing.T, client *ossv2.Client) {
	_, err := client.PutObject(ctx, &ossv2.PutObjectRequest{
		Bucket: ossv2.Ptr(bucket), Key: ossv2.Ptr(key), Body: strings.NewReader(content),
		ContentType: ossv2.Ptr("text/plain"), ContentMD5: ossv2.Ptr("XUFAKrxLKna5cZ2REBfFkg=="), Metadata: map[string]string{"color": "blue  green"},
	})
	check(t, err)
}

func presignSDK2(t *testing.T, client *ossv2.Client) (string, http.Header) {
	p := must[*ossv2.PresignResult](t)(client.Presign(ctx, &ossv2.PutObjectRequest{
		Bucket: ossv2.Ptr(bucket), Key: ossv2.Ptr(key), ContentType: ossv2.Ptr("text/plain"), TrafficLimit: 819200,
	}, ossv2.PresignExpires(10*time.Minute)))
	h := http.Header{}
	for name, value := range p.SignedHeaders {
		h.Set(name, value)
	}
	return p.URL, h
}

func awsS3(c *http.Client) *s3.Client {
	return s3.New(s3.Options{
		Region: "cn-hangzhou", BaseEndpoint: aws.String("http://s3." + endpoint), HTTPClient: c,
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: keyID, SecretAccessKey: secret, SessionToken: token}, nil
		}),
	})
}

func minioClient(t *testing.T, creds *minioCred.Credentials, c *http.Client) *minio.Client {
	return must[*minio.Client](t)(minio.New(endpoint, &minio.Options{
		Creds: creds, Region: "cn-hangzhou", BucketLookup: minio.BucketLookupDNS, Transport: c.Transport,
	}))
}

func putMinio(t *testing.T, client *minio.Client) {
	_, err := client.PutObject(ctx, bucket, key, strings.NewReader(content), int64(len(content)),
		minio.PutObjectOptions{ContentType: "text/plain", UserMetadata: map[string]string{"color": "blue"}, DisableContentSha256: true})
	check(t, err)
}

// clients are the ways of signing, by the name of the file that they are recorded in.
var clients = []struct {
	name string
	sign sign
}{
	{"sdkv1-v1-header", func(t *testing.T, c *http.Client) (string, http.Header) {
		check(t, sdk1(t, endpoint, c, ossv1.SecurityToken(token)).PutObject(key, strings.NewReader(content), ossv1.ContentType("text/plain"), ossv1.Meta("color", "blue")))
		return "", nil
	}},
	{"sdkv1-v1-acl", func(t *testing.T, c *http.Client) (string, http.Header) {
		check(t, sdk1(t, endpoint, c).SetObjectACL(key, ossv1.ACLPrivate))
		return "", nil
	}},
	{"sdkv1-v1-cname", func(t *testing.T, c *http.Client) (string, http.Header) {
		check(t, sdk1(t, customHost, c, ossv1.UseCname(true)).PutObject(key, strings.NewReader(content)))
		return "", nil
	}},
	{"sdkv1-v1-url", func(t *testing.T, c *http.Client) (string, http.Header) {
		const callback = "eyJ1cmwiOiJodHRwOi8vZXhhbXBsZS5jb20/YT1iJmM9ZCJ9"
		u := must[string](t)(sdk1(t, endpoint, c, ossv1.SecurityToken(token)).SignURL(key, ossv1.HTTPPut, 600,
			ossv1.ContentType("text/plain"), ossv1.Callback(callback), ossv1.AddParam("response-content-disposition", `attachment; filename="a&b=c.txt"`)))
		return u, http.Header{"Content-Type": {"text/plain"}, "X-Oss-Callback": {callback}}
	}},
	{"sdkv1-v2-header", func(t *testing.T, c *http.Client) (string, http.Header) {
		check(t, sdk1(t, endpoint, c, ossv1.AuthVersion(ossv1.AuthV2), ossv1.AdditionalHeaders([]string{"cache-control"})).
			PutObject(key, strings.NewReader(content), ossv1.ContentType("text/plain"), ossv1.CacheControl("no-cache"), ossv1.Meta("color", "blue")))
		return "", nil
	}},
	{"sdkv1-v4-header", func(t *testing.T, c *http.Client) (string, http.Header) {
		check(t, sdk1(t, endpoint, c, ossv1.AuthVersion(ossv1.AuthV4), ossv1.AdditionalHeaders([]string{"cache-control"})).
			PutObject(key, strings.NewReader(content), ossv1.ContentType("text/plain"), ossv1.CacheControl("no-cache"), ossv1.Meta("color", "blue")))
		return "", nil
	}},
	{"sdkv2-v1-header", func(t *testing.T, c *http.Client) (string, http.Header) {
		putSDK2(t, sdk2(ossv2.SignatureVersionV1, token, c))
		return "", nil
	}},
	{"sdkv2-v1-url", func(t *testing.T, c *http.Client) (string, http.Header) {
		return presignSDK2(t, sdk2(ossv2.SignatureVersionV1, token, c))
	}},
	{"sdkv2-v4-header", func(t *testing.T, c *http.Client) (string, http.Header) {
		putSDK2(t, sdk2(ossv2.SignatureVersionV4, token, c, func(cfg *ossv2.Config) { cfg.WithAdditionalHeaders([]string{"host", "content-length"}) }))
		return "", nil
	}},
	{"sdkv2-v4-get", func(t *testing.T, c *http.Client) (string, http.Header) {
		client := sdk2(ossv2.SignatureVersionV4, "", c)
		_, err := client.GetObject(ctx, &ossv2.GetObjectRequest{Bucket: ossv2.Ptr(bucket), Key: ossv2.Ptr(key), VersionId: ossv2.Ptr("CAEQ+/=="), ResponseContentType: ossv2.Ptr("text/plain; charset=utf-8")})
		check(t, err)
		return "", nil
	}},
	{"sdkv2-v4-path", func(t *testing.T, c *http.Client) (string, http.Header) {
		putSDK2(t, sdk2(ossv2.SignatureVersionV4, token, c, func(cfg *ossv2.Config) { cfg.WithEndpoint("http://127.0.0.1:9000").WithUsePathStyle(true) }))
		return "", nil
	}},
	{"sdkv2-v4-url", func(t *testing.T, c *http.Client) (string, http.Header) {
		return presignSDK2(t, sdk2(ossv2.SignatureVersionV4, token, c))
	}},
	{"aws-s3v4-header", func(t *testing.T, c *http.Client) (string, http.Header) {
		_, err := awsS3(c).PutObject(ctx, &s3.PutObjectInput{
			Bucket: aws.String(bucket), Key: aws.String(key), Body: strings.NewReader(content), ContentType: aws.String("text/plain"), Metadata: map[string]string{"color": "blue  green"},
		})
		check(t, err)
		return "", nil
	}},
	{"aws-s3v4-url", func(t *testing.T, c *http.Client) (string, http.Header) {
		p, err := s3.NewPresignClient(awsS3(c)).PresignPutObject(ctx, &s3.PutObjectInput{Bucket: aws.String(bucket), Key: aws.String(key), ContentType: aws.String("text/plain")})
		check(t, err)
		return p.URL, p.SignedHeader
	}},
	{"minio-s3v2-header", func(t *testing.T, c *http.Client) (string, http.Header) {
		putMinio(t, minioClient(t, minioCred.NewStaticV2(keyID, secret, token), c))
		return "", nil
	}},
	{"minio-s3v2-url", func(t *testing.T, c *http.Client) (string, http.Header) {
		u, err := minioClient(t, minioCred.NewStaticV2(keyID, secret, ""), c).Presign(ctx, http.MethodPut, bucket, key, 10*time.Minute, nil)
		check(t, err)
		return u.String(), nil
	}},
	{"minio-s3v4-header", func(t *testing.T, c *http.Client) (string, http.Header) {
		putMinio(t, minioClient(t, minioCred.NewStaticV4(keyID, secret, token), c))
		return "", nil
	}},
	{"minio-s3v4-url", func(t *testing.T, c *http.Client) (string, http.Header) {
		u, err := minioClient(t, minioCred.NewStaticV4(keyID, secret, token), c).Presign(ctx, http.MethodPut, bucket, key, 10*time.Minute, nil)
		check(t, err)
		return u.String(), nil
	}},
}
