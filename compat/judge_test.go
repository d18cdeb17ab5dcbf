package compat

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	ossv2 "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
	credv2 "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss/credentials"
	ossv1 "github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/minio/minio-go/v7"
	minioCred "github.com/minio/minio-go/v7/pkg/credentials"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
)

// account is what a client signs with.
type account struct{ id, secret, token string }

var (
	longTerm  = account{keyID, secret, ""}
	temporary = account{"STS.ExampleExampleExampleKey2", "ExampleSecretExampleSecret0003", token}
	another   = account{"STS.ExampleExampleExampleKey3", "ExampleSecretExampleSecret0004", "CAISanothertoken=="}
)

// signer is a client that the server judges.
type signer struct {
	name string
	open func(t *testing.T, a account, c *http.Client) objectStore
	// presign signs a GET or PUT of an object for a minute.
	presign func(t *testing.T, a account, method, key string) string
	noToken bool // it sends none, whatever it is given
}

type sdk1Store struct{ *ossv1.Bucket }

func (s sdk1Store) put(key, text string) error { return s.PutObject(key, strings.NewReader(text)) }

func (s sdk1Store) get(key string) (string, error) {
	r, err := s.GetObject(key)
	if err != nil {
		return "", err
	}
	return read(r)
}

func (s sdk1Store) head(key string) error {
	_, err := s.GetObjectDetailedMeta(key)
	return err
}

func (s sdk1Store) list(prefix string) ([]string, error) {
	var keys []string
	token := ""
	for {
		page, err := s.ListObjectsV2(ossv1.Prefix(prefix), ossv1.MaxKeys(1), ossv1.ContinuationToken(token))
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

func (s sdk1Store) remove(key string) error { return s.DeleteObject(key) }

func (s sdk1Store) copy(from, to string) error {
	_, err := s.CopyObject(from, to)
	return err
}

func (s sdk1Store) multipart(key string, parts ...string) error {
	up, err := s.InitiateMultipartUpload(key)
	if err != nil {
		return err
	}
	var done []ossv1.UploadPart
	for i, text := range parts {
		p, err := s.UploadPart(up, strings.NewReader(text), int64(len(text)), i+1)
		if err != nil {
			return err
		}
		done = append(done, p)
	}
	_, err = s.CompleteMultipartUpload(up, done)
	return err
}

func (s sdk2Store) multipart(key string, parts ...string) error {
	up, err := s.InitiateMultipartUpload(ctx, &ossv2.InitiateMultipartUploadRequest{Bucket: ossv2.Ptr(bucket), Key: ossv2.Ptr(key)})
	if err != nil {
		return err
	}
	var done []ossv2.UploadPart
	for i, text := range parts {
		n := int32(i + 1)
		p, err := s.UploadPart(ctx, &ossv2.UploadPartRequest{Bucket: ossv2.Ptr(bucket), Key: ossv2.Ptr(key), UploadId: up.UploadId, PartNumber: n, Body: strings.NewReader(text)})
		if err != nil {
			return err
		}
		done = append(done, ossv2.UploadPart{PartNumber: n, ETag: p.ETag})
	}
	_, err = s.CompleteMultipartUpload(ctx, &ossv2.CompleteMultipartUploadRequest{Bucket: ossv2.Ptr(bucket), Key: ossv2.Ptr(key), UploadId: up.UploadId,
		CompleteMultipartUpload: &ossv2.CompleteMultipartUpload{Parts: done}})
	return err
}

func (s awsStore) multipart(key string, parts ...string) error {
	up, err := s.CreateMultipartUpload(ctx, &s3.CreateMultipartUploadInput{Bucket: aws.String(bucket), Key: aws.String(key)})
	if err != nil {
		return err
	}
	var done []s3types.CompletedPart
	for i, text := range parts {
		n := int32(i + 1)
		p, err := s.UploadPart(ctx, &s3.UploadPartInput{Bucket: aws.String(bucket), Key: aws.String(key), UploadId: up.UploadId, PartNumber: &n, Body: strings.NewReader(text)})
		if err != nil {
			return err
		}
		done = append(done, s3types.CompletedPart{PartNumber: &n, ETag: p.ETag})
	}
	_, err = s.CompleteMultipartUpload(ctx, &s3.CompleteMultipartUploadInput{Bucket: aws.String(bucket), Key: aws.String(key), UploadId: up.UploadId,
		MultipartUpload: &s3types.CompletedMultipartUpload{Parts: done}})
	return err
}

func (s minioStore) multipart(key string, parts ...string) error {
	core := minio.Core{Client: s.Client}
	id, err := core.NewMultipartUpload(ctx, bucket, key, minio.PutObjectOptions{})
	if err != nil {
		return err
	}
	var done []minio.CompletePart
	for i, text := range parts {
		p, err := core.PutObjectPart(ctx, bucket, key, id, i+1, strings.NewReader(text), int64(len(text)), minio.PutObjectPartOptions{})
		if err != nil {
			return err
		}
		done = append(done, minio.CompletePart{PartNumber: i + 1, ETag: p.ETag})
	}
	_, err = core.CompleteMultipartUpload(ctx, bucket, key, id, done, minio.PutObjectOptions{})
	return err
}

func openSDK1(t *testing.T, a account, c *http.Client, version ossv1.AuthVersionType) *ossv1.Bucket {
	client := must[*ossv1.Client](t)(ossv1.New("http://"+endpoint, a.id, a.secret, ossv1.SecurityToken(a.token), ossv1.HTTPClient(c), ossv1.Region("cn-hangzhou"), ossv1.AuthVersion(version)))
	return must[*ossv1.Bucket](t)(client.Bucket(bucket))
}

func openSDK2(a account, c *http.Client, version ossv2.SignatureVersionType) *ossv2.Client {
	return sdk2(version, a.token, c, func(cfg *ossv2.Config) {
		cfg.WithCredentialsProvider(credv2.NewStaticCredentialsProvider(a.id, a.secret, a.token)).WithRetryMaxAttempts(1)
	})
}

func openAWS(a account, c *http.Client) *s3.Client {
	return s3.New(awsS3(c).Options(), func(o *s3.Options) {
		o.RetryMaxAttempts = 1
		o.Credentials = aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: a.id, SecretAccessKey: a.secret, SessionToken: a.token}, nil
		})
	})
}

func presignSDK1(version ossv1.AuthVersionType) func(t *testing.T, a account, method, key string) string {
	return func(t *testing.T, a account, method, key string) string {
		return must[string](t)(openSDK1(t, a, http.DefaultClient, version).SignURL(key, ossv1.HTTPMethod(method), 60))
	}
}

func presignV2(version ossv2.SignatureVersionType) func(t *testing.T, a account, method, key string) string {
	return func(t *testing.T, a account, method, key string) string {
		var request any = &ossv2.GetObjectRequest{Bucket: ossv2.Ptr(bucket), Key: ossv2.Ptr(key)}
		if method == http.MethodPut {
			request = &ossv2.PutObjectRequest{Bucket: ossv2.Ptr(bucket), Key: ossv2.Ptr(key)}
		}
		return must[*ossv2.PresignResult](t)(openSDK2(a, http.DefaultClient, version).Presign(ctx, request, ossv2.PresignExpires(time.Minute))).URL
	}
}

func presignMinio(provider func(id, secret, token string) *minioCred.Credentials) func(t *testing.T, a account, method, key string) string {
	return func(t *testing.T, a account, method, key string) string {
		client := minioClient(t, provider(a.id, a.secret, a.token), &http.Client{Transport: http.DefaultTransport})
		return must[*url.URL](t)(client.Presign(ctx, method, bucket, key, time.Minute, nil)).String()
	}
}

// signers are the clients by the schemes that they sign with.
var signers = []signer{
	{"sdkv1/V1", func(t *testing.T, a account, c *http.Client) objectStore { return sdk1Store{openSDK1(t, a, c, ossv1.AuthV1)} }, presignSDK1(ossv1.AuthV1), false},
	{"sdkv1/V2", func(t *testing.T, a account, c *http.Client) objectStore { return sdk1Store{openSDK1(t, a, c, ossv1.AuthV2)} }, presignSDK1(ossv1.AuthV2), false},
	{"sdkv1/V4", func(t *testing.T, a account, c *http.Client) objectStore { return sdk1Store{openSDK1(t, a, c, ossv1.AuthV4)} }, nil, false},
	{"sdkv2/V1", func(_ *testing.T, a account, c *http.Client) objectStore {
		return sdk2Store{openSDK2(a, c, ossv2.SignatureVersionV1)}
	}, presignV2(ossv2.SignatureVersionV1), false},
	{"sdkv2/V4", func(_ *testing.T, a account, c *http.Client) objectStore {
		return sdk2Store{openSDK2(a, c, ossv2.SignatureVersionV4)}
	}, presignV2(ossv2.SignatureVersionV4), false},
	{"aws/S3 V4", func(_ *testing.T, a account, c *http.Client) objectStore { return awsStore{openAWS(a, c)} }, func(t *testing.T, a account, method, key string) string {
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
	{"minio/S3 V2", func(t *testing.T, a account, c *http.Client) objectStore {
		return minioStore{minioClient(t, minioCred.NewStaticV2(a.id, a.secret, a.token), c)}
	}, presignMinio(minioCred.NewStaticV2), true},
	{"minio/S3 V4", func(t *testing.T, a account, c *http.Client) objectStore {
		return minioStore{minioClient(t, minioCred.NewStaticV4(a.id, a.secret, a.token), c)}
	}, presignMinio(minioCred.NewStaticV4), false},
}

// judged is a server that knows the accounts, and what it refused.
type judged struct {
	*oss403test.Server
	mu      sync.Mutex
	refused []*oss403.Error
}

func newJudged(t *testing.T, options ...oss403test.ServerOption) *judged {
	j := &judged{}
	options = append(options, oss403test.Credentials(longTerm.id, longTerm.secret),
		oss403test.Credentials(temporary.id, temporary.secret, temporary.token), oss403test.Credentials(another.id, another.secret, another.token),
		oss403test.Observe(func(_ *http.Request, e *oss403.Error) {
			j.mu.Lock()
			defer j.mu.Unlock()
			j.refused = append(j.refused, e)
		}))
	j.Server = oss403test.NewServer(quiet{t}, options...)
	return j
}

// quiet is a test that does not log what the server refuses.
type quiet struct{ testing.TB }

func (quiet) Logf(string, ...any) {}

// TestJudgePasses: what the clients sign is right, in headers and in URLs, with a token and without.
func TestJudgePasses(t *testing.T) {
	for _, s := range signers {
		for name, a := range map[string]account{"long-term": longTerm, "temporary": temporary} {
			if s.noToken && a.token != "" {
				continue
			}
			t.Run(s.name+"/"+name, func(t *testing.T) {
				srv := newJudged(t)
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
				for _, e := range srv.refused {
					t.Errorf("refused: %v", e)
				}
			})
		}
	}
}

// way is something between a client and the server that changes requests.
type way struct {
	base   http.RoundTripper
	change func(*http.Request)
}

func (w way) RoundTrip(r *http.Request) (*http.Response, error) {
	changed := r.Clone(r.Context())
	w.change(changed)
	return w.base.RoundTrip(changed)
}

// TestJudgeMistakes: each mistake gets its kind, whatever client makes it.
func TestJudgeMistakes(t *testing.T) {
	type test struct {
		name    string
		kind    oss403.Kind
		options []oss403test.ServerOption
		account account
		change  func(*http.Request) // on the way
		// A signed URL, of method, is used with useMethod.
		method, useMethod string
		use               func(*http.Request)
	}
	now := func(d time.Duration) []oss403test.ServerOption {
		return []oss403test.ServerOption{oss403test.Now(func() time.Time { return time.Now().Add(d) })}
	}
	on := func(o oss403test.ServerOption) []oss403test.ServerOption { return []oss403test.ServerOption{o} }
	expired := account{"STS.ExampleExampleExampleKey5", "s", "CAIS5"}
	disabled := account{"LTAI5tExampleExampleKey7", "s", ""}
	tests := []test{
		{name: "another secret", kind: oss403.KindSignatureMismatch, account: account{keyID, wrongSecret, ""}},
		{name: "blank behind the secret", kind: oss403.KindSignatureMismatch, account: account{keyID, secret + " ", ""}},
		{name: "unknown AccessKey", kind: oss403.KindAccessKeyNotFound, account: account{"LTAI5tExampleExampleKey9", secret, ""}},
		{name: "unknown AccessKey with a token", kind: oss403.KindAccessKeyNotFound, account: account{"STS.ExampleExampleExampleKey9", secret, token}},
		{name: "blank in the AccessKey", kind: oss403.KindAccessKeyMalformed, account: account{"LTAI5tExample ExampleKey", secret, ""}},
		{name: "disabled AccessKey", kind: oss403.KindAccessKeyDisabled, options: on(oss403test.Credentials(disabled.id, disabled.secret).Disabled()), account: disabled},
		{name: "no token", kind: oss403.KindSecurityTokenMissing, account: account{temporary.id, temporary.secret, ""}},
		{name: "made-up token", kind: oss403.KindSecurityTokenInvalid, account: account{temporary.id, temporary.secret, "CAISmadeup"}},
		{name: "another's token", kind: oss403.KindSecurityTokenMismatch, account: account{temporary.id, temporary.secret, another.token}},
		{name: "token with a long-term AccessKey", kind: oss403.KindAccessKeyNotFound, account: account{keyID, secret, token}},
		{name: "expired token", kind: oss403.KindSecurityTokenExpired, options: on(oss403test.Credentials(expired.id, expired.secret, expired.token).Until(time.Now())), account: expired},
		{name: "clock behind", kind: oss403.KindClockSkew, options: now(20 * time.Minute)},
		{name: "clock ahead", kind: oss403.KindClockSkew, options: now(-8 * time.Hour)},
		{name: "date lost", kind: oss403.KindDateRequired, change: func(r *http.Request) {
			for _, name := range []string{"Date", "X-Oss-Date", "X-Amz-Date"} {
				r.Header.Del(name)
			}
		}},
		{name: "path changed", kind: oss403.KindSignatureMismatch, change: func(r *http.Request) { r.URL.Path, r.URL.RawPath = r.URL.Path+"x", "" }},
		{name: "method changed", kind: oss403.KindSignatureMismatch, change: func(r *http.Request) { r.Method = http.MethodDelete }},
		{name: "sub-resource added", kind: oss403.KindSignatureMismatch, change: func(r *http.Request) { r.URL.RawQuery = strings.TrimPrefix(r.URL.RawQuery+"&acl", "&") }},
		{name: "signed header changed", kind: oss403.KindSignatureMismatch, change: func(r *http.Request) {
			r.Header.Set("X-Oss-Meta-New", "1")
			if r.Header.Get("X-Amz-Date") != "" || strings.HasPrefix(r.Header.Get("Authorization"), "AWS ") {
				r.Header.Set("X-Amz-Meta-New", "1") // V2 signs all of these
			}
			if r.Header.Get("X-Amz-Content-Sha256") != "" {
				r.Header.Set("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD-") // and V4 those that it lists
			}
		}},
		{name: "signature lost", kind: oss403.KindBucketACLDenied, change: func(r *http.Request) { r.Header.Del("Authorization") }},
		{name: "another region", kind: oss403.KindEndpointMismatch, options: on(oss403test.BucketAt(bucket, "oss-cn-beijing.aliyuncs.com"))},
		{name: "bucket in the path", kind: oss403.KindVirtualHostedStyleRequired, change: func(r *http.Request) {
			r.URL.Path, r.URL.RawPath = "/"+bucket+r.URL.Path, ""
			r.Host = endpoint
		}},
		{name: "URL expired", kind: oss403.KindRequestExpired, options: now(2 * time.Minute), method: "GET", useMethod: "GET"},
		{name: "URL of a GET used to put", kind: oss403.KindSignatureMismatch, method: "GET", useMethod: "PUT"},
		{name: "URL of another object", kind: oss403.KindSignatureMismatch, method: "GET", useMethod: "GET", use: func(r *http.Request) { r.URL.Path, r.URL.RawPath = "/other", "" }},
		{name: "URL with a parameter more", kind: oss403.KindSignatureMismatch, method: "GET", useMethod: "GET", use: func(r *http.Request) { r.URL.RawQuery += "&versionId=1" }},
		{name: "URL with another secret", kind: oss403.KindSignatureMismatch, account: account{keyID, wrongSecret, ""}, method: "GET", useMethod: "GET"},
	}
	for _, s := range signers {
		for _, tt := range tests {
			if tt.method != "" && s.presign == nil || s.noToken && tt.account.token != "" {
				continue
			}
			t.Run(s.name+"/"+tt.name, func(t *testing.T) {
				srv := newJudged(t, tt.options...)
				a := tt.account
				if a == (account{}) {
					a = longTerm
				}
				if tt.method != "" {
					req := must[*http.Request](t)(http.NewRequest(tt.useMethod, s.presign(t, a, tt.method, key), nil))
					if tt.use != nil {
						tt.use(req)
					}
					resp := must[*http.Response](t)(srv.Client().Do(req))
					defer resp.Body.Close()
					e, ok := oss403.FromResponse(resp)
					if !ok || e.Kind != tt.kind {
						t.Errorf("the URL's user gets %s: %v", resp.Status, e)
					}
				} else {
					c := srv.Client()
					if tt.change != nil {
						c = &http.Client{Transport: way{c.Transport, tt.change}}
					}
					if _, err := s.open(t, a, c).get(key); err == nil {
						t.Fatal("no error")
					} else if e, ok := oss403.From(err); !ok {
						t.Errorf("not read: %v", err)
					} else if e.Kind != tt.kind {
						t.Errorf("the client gets %s: %v", e.Kind, err)
					}
				}
				if len(srv.refused) == 0 {
					t.Fatal("refused nothing")
				}
				if e := srv.refused[0]; e.Kind != tt.kind {
					t.Errorf("refused as %s, not as %s\n%s", e.Kind, tt.kind, e.Report(oss403.English))
				}
			})
		}
	}
}
