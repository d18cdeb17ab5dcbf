package compat

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	ossv2 "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
	credv2 "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss/credentials"
	ossv1 "github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	minioCred "github.com/minio/minio-go/v7/pkg/credentials"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/compat/trial"
	"github.com/oss403/oss403/oss403test"
)

// signer is a client that the server judges.
type signer struct {
	name string
	open func(t *testing.T, a trial.Account, c *http.Client) trial.Store
	// presign signs a GET or PUT of an object for a minute.
	presign func(t *testing.T, a trial.Account, method, key string) string
	noToken bool // it sends none, whatever it is given
}

func openSDK1(t *testing.T, a trial.Account, c *http.Client, version ossv1.AuthVersionType) *ossv1.Bucket {
	client := must[*ossv1.Client](t)(ossv1.New("http://"+endpoint, a.ID, a.Secret, ossv1.SecurityToken(a.Token), ossv1.HTTPClient(c), ossv1.Region("cn-hangzhou"), ossv1.AuthVersion(version)))
	return must[*ossv1.Bucket](t)(client.Bucket(bucket))
}

func openSDK2(a trial.Account, c *http.Client, version ossv2.SignatureVersionType) *ossv2.Client {
	return sdk2(version, a.Token, c, func(cfg *ossv2.Config) {
		cfg.WithCredentialsProvider(credv2.NewStaticCredentialsProvider(a.ID, a.Secret, a.Token)).WithRetryMaxAttempts(1)
	})
}

func openAWS(a trial.Account, c *http.Client) *s3.Client {
	return s3.New(awsS3(c).Options(), func(o *s3.Options) {
		o.RetryMaxAttempts = 1
		o.Credentials = aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: a.ID, SecretAccessKey: a.Secret, SessionToken: a.Token}, nil
		})
	})
}

func presignSDK1(version ossv1.AuthVersionType) func(t *testing.T, a trial.Account, method, key string) string {
	return func(t *testing.T, a trial.Account, method, key string) string {
		return must[string](t)(openSDK1(t, a, http.DefaultClient, version).SignURL(key, ossv1.HTTPMethod(method), 60))
	}
}

func presignV2(version ossv2.SignatureVersionType) func(t *testing.T, a trial.Account, method, key string) string {
	return func(t *testing.T, a trial.Account, method, key string) string {
		var request any = &ossv2.GetObjectRequest{Bucket: ossv2.Ptr(bucket), Key: ossv2.Ptr(key)}
		if method == http.MethodPut {
			request = &ossv2.PutObjectRequest{Bucket: ossv2.Ptr(bucket), Key: ossv2.Ptr(key)}
		}
		return must[*ossv2.PresignResult](t)(openSDK2(a, http.DefaultClient, version).Presign(ctx, request, ossv2.PresignExpires(time.Minute))).URL
	}
}

func presignMinio(provider func(id, secret, token string) *minioCred.Credentials) func(t *testing.T, a trial.Account, method, key string) string {
	return func(t *testing.T, a trial.Account, method, key string) string {
		client := minioClient(t, provider(a.ID, a.Secret, a.Token), &http.Client{Transport: http.DefaultTransport})
		return must[*url.URL](t)(client.Presign(ctx, method, bucket, key, time.Minute, nil)).String()
	}
}

// signers are the clients by the schemes that they sign with.
var signers = []signer{
	{"sdkv1/V1", func(t *testing.T, a trial.Account, c *http.Client) trial.Store {
		return trial.SDK1{Bucket: openSDK1(t, a, c, ossv1.AuthV1)}
	}, presignSDK1(ossv1.AuthV1), false},
	{"sdkv1/V2", func(t *testing.T, a trial.Account, c *http.Client) trial.Store {
		return trial.SDK1{Bucket: openSDK1(t, a, c, ossv1.AuthV2)}
	}, presignSDK1(ossv1.AuthV2), false},
	{"sdkv1/V4", func(t *testing.T, a trial.Account, c *http.Client) trial.Store {
		return trial.SDK1{Bucket: openSDK1(t, a, c, ossv1.AuthV4)}
	}, nil, false},
	{"sdkv2/V1", func(_ *testing.T, a trial.Account, c *http.Client) trial.Store {
		return trial.SDK2{Bucket: bucket, Client: openSDK2(a, c, ossv2.SignatureVersionV1)}
	}, presignV2(ossv2.SignatureVersionV1), false},
	{"sdkv2/V4", func(_ *testing.T, a trial.Account, c *http.Client) trial.Store {
		return trial.SDK2{Bucket: bucket, Client: openSDK2(a, c, ossv2.SignatureVersionV4)}
	}, presignV2(ossv2.SignatureVersionV4), false},
	{"aws/S3 V4", func(_ *testing.T, a trial.Account, c *http.Client) trial.Store {
		return trial.AWS{Bucket: bucket, Client: openAWS(a, c)}
	}, func(t *testing.T, a trial.Account, method, key string) string {
		p := s3.NewPresignClient(openAWS(a, http.DefaultClient), s3.WithPresignExpires(time.Minute))
		if method == http.MethodPut {
			r, err := p.PresignPutObject(ctx, &s3.PutObjectInput{Bucket: aws.String(bucket), Key: aws.String(key)})
			check(t, err)
			return r.URL
		}
		r, err := p.PresignGetObject(ctx, &s3.GetObjectInput{Bucket: aws.String(bucket), Key: aws.String(key)})
		check(t, err)
		return r.URL
	}, false},
	{"minio/S3 V2", func(t *testing.T, a trial.Account, c *http.Client) trial.Store {
		return trial.Minio{Bucket: bucket, Client: minioClient(t, minioCred.NewStaticV2(a.ID, a.Secret, a.Token), c)}
	}, presignMinio(minioCred.NewStaticV2), true},
	{"minio/S3 V4", func(t *testing.T, a trial.Account, c *http.Client) trial.Store {
		return trial.Minio{Bucket: bucket, Client: minioClient(t, minioCred.NewStaticV4(a.ID, a.Secret, a.Token), c)}
	}, presignMinio(minioCred.NewStaticV4), false},
}

// TestJudgePasses: what the clients sign is right, in headers and in URLs, with a token and without.
func TestJudgePasses(t *testing.T) {
	for _, s := range signers {
		for name, a := range map[string]trial.Account{"long-term": trial.LongTerm, "temporary": trial.Temporary} {
			if s.noToken && a.Token != "" {
				continue
			}
			t.Run(s.name+"/"+name, func(t *testing.T) {
				var refusals trial.Refusals
				srv := oss403test.NewServer(trial.Quiet{TB: t}, append(trial.Known(), refusals.Option())...)
				useStore(t, s.open(t, a, srv.Client()))
				if s.presign != nil {
					do := func(method string) string {
						req := must[*http.Request](t)(http.NewRequest(method, s.presign(t, a, method, key), strings.NewReader(content)))
						if method == http.MethodGet {
							req.Body, req.ContentLength = nil, 0
						}
						resp := must[*http.Response](t)(srv.Client().Do(req))
						defer resp.Body.Close()
						data := must[[]byte](t)(io.ReadAll(resp.Body))
						if resp.StatusCode != http.StatusOK {
							t.Fatalf("%s: %s\n%s", method, resp.Status, data)
						}
						return string(data)
					}
					do(http.MethodPut)
					if text := do(http.MethodGet); text != content {
						t.Errorf("got %q", text)
					}
				}
				for _, e := range refusals.All() {
					t.Errorf("refused: %v", e)
				}
			})
		}
	}
}

// TestJudgeMistakes: each mistake gets its kind, whatever client makes it.
func TestJudgeMistakes(t *testing.T) {
	for _, s := range signers {
		for _, m := range trial.Mistakes() {
			if m.InURL && s.presign == nil || s.noToken && m.Account.Token != "" {
				continue
			}
			t.Run(s.name+"/"+m.Name, func(t *testing.T) {
				var refusals trial.Refusals
				srv := oss403test.NewServer(trial.Quiet{TB: t}, append(m.ServerOptions(), refusals.Option())...)
				var e *oss403.Error
				if m.InURL {
					e = must[*oss403.Error](t)(m.UseURL(srv.Client(), s.presign(t, m.Account, http.MethodGet, key)))
				} else {
					_, err := s.open(t, m.Account, srv.Client()).Get(key)
					e, _ = oss403.From(err)
				}
				if e == nil || e.Kind != m.Kind {
					t.Errorf("the client gets %v", e)
				}
				if list := refusals.All(); len(list) == 0 {
					t.Error("refused nothing")
				} else if list[0].Kind != m.Kind {
					t.Errorf("refused as %s, not as %s\n%s", list[0].Kind, m.Kind, list[0].Report(oss403.English))
				}
			})
		}
	}
}
