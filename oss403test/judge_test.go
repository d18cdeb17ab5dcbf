package oss403test_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	goodID, goodSecret = "LTAI5tExampleExampleKey2", "ExampleSecretExampleSecret0001"
	stsID, stsSecret   = "STS.ExampleExampleExampleKey3", "ExampleSecretExampleSecret0003"
	goodToken          = "CAISexampletokenexampletokenexampletokenexample1=="
	otherID            = "STS.ExampleExampleExampleKey4"
	otherToken         = "CAISexampletokenexampletokenexampletokenexample2=="
	hangzhou           = "http://oss-cn-hangzhou.aliyuncs.com"
)

// clock is that of a test.
type clock struct {
	mu sync.Mutex
	t  time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.t
}

func (c *clock) forward(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = c.t.Add(d)
}

func newClock() *clock { return &clock{t: time.Now()} }

// quiet is a test that does not log what the server refuses.
type quiet struct{ testing.TB }

func (quiet) Logf(string, ...any) {}

// judging is a server that knows two AccessKeys, one with a token.
func judging(t testing.TB, options ...oss403test.ServerOption) *oss403test.Server {
	options = append(options, oss403test.Credentials(goodID, goodSecret),
		oss403test.Credentials(stsID, stsSecret, goodToken), oss403test.Credentials(otherID, stsSecret, otherToken))
	return oss403test.NewServer(quiet{t}, options...)
}

// sdk is SDK v1 with an AccessKey at an endpoint, through a server's HTTP client.
func sdk(t testing.TB, srv *oss403test.Server, endpoint, id, secret string, options ...oss.ClientOption) *oss.Bucket {
	t.Helper()
	options = append([]oss.ClientOption{oss.HTTPClient(srv.Client()), oss.Region("cn-hangzhou")}, options...)
	client, err := oss.New(endpoint, id, secret, options...)
	require.NoError(t, err)
	b, err := client.Bucket("photos")
	require.NoError(t, err)
	return b
}

// What SDK v1 signs passes, by each scheme, in each style, with and without a token.
func TestJudgeLetsRightRequestsPass(t *testing.T) {
	schemes := map[string]oss.AuthVersionType{"V1": oss.AuthV1, "V2": oss.AuthV2, "V4": oss.AuthV4}
	for name, version := range schemes {
		for _, path := range []bool{false, true} {
			for _, sts := range []bool{false, true} {
				t.Run(fmt.Sprint(name, " path=", path, " token=", sts), func(t *testing.T) {
					srv := judging(t)
					endpoint, id, secret := hangzhou, goodID, goodSecret
					options := []oss.ClientOption{oss.AuthVersion(version)}
					if path {
						endpoint = srv.URL
					}
					if sts {
						id, secret = stsID, stsSecret
						options = append(options, oss.SecurityToken(goodToken))
					}
					everything(t, sdk(t, srv, endpoint, id, secret, options...))
				})
			}
		}
	}
}

// everything does one of each of what SDK v1 can do.
func everything(t *testing.T, b *oss.Bucket) {
	t.Helper()
	const key = "a b/ü+%2F&=?.txt"
	require.NoError(t, b.PutObject(key, strings.NewReader("hello"), oss.ContentType("text/plain"), oss.Meta("color", "blue")))
	assert.Equal(t, "hello", content(t, b, key))
	assert.Equal(t, "ell", content(t, b, key, oss.Range(1, 3), oss.ResponseContentType("text/html; charset=utf-8")))
	_, err := b.GetObjectDetailedMeta(key)
	require.NoError(t, err)
	_, err = b.GetObjectMeta(key)
	require.NoError(t, err)
	_, err = b.CopyObject(key, "copy/ü", oss.ObjectACL(oss.ACLPrivate))
	require.NoError(t, err)
	require.NoError(t, b.SetObjectACL("copy/ü", oss.ACLPublicRead))
	acl, err := b.GetObjectACL("copy/ü")
	require.NoError(t, err)
	assert.Equal(t, "public-read", acl.ACL)
	require.NoError(t, b.PutObjectTagging(key, oss.Tagging{Tags: []oss.Tag{{Key: "a", Value: "b"}}}))
	tags, err := b.GetObjectTagging(key)
	require.NoError(t, err)
	assert.Equal(t, "b", tags.Tags[0].Value)
	require.NoError(t, b.PutSymlink("link", "copy/ü"))
	assert.Equal(t, "hello", content(t, b, "link"))
	next, err := b.AppendObject("log", strings.NewReader("one"), 0)
	require.NoError(t, err)
	_, err = b.AppendObject("log", strings.NewReader("two"), next)
	require.NoError(t, err)
	assert.Equal(t, "onetwo", content(t, b, "log"))
	up, err := b.InitiateMultipartUpload("big")
	require.NoError(t, err)
	part, err := b.UploadPart(up, strings.NewReader("part"), 4, 1)
	require.NoError(t, err)
	copied, err := b.UploadPartCopy(up, "photos", key, 0, 5, 2)
	require.NoError(t, err)
	uploads, err := b.ListMultipartUploads()
	require.NoError(t, err)
	assert.Len(t, uploads.Uploads, 1)
	_, err = b.CompleteMultipartUpload(up, []oss.UploadPart{part, copied})
	require.NoError(t, err)
	assert.Equal(t, "parthello", content(t, b, "big"))
	list, err := b.ListObjectsV2(oss.Prefix("a b/"))
	require.NoError(t, err)
	assert.Len(t, list.Objects, 1)
	old, err := b.ListObjects(oss.Delimiter("/"))
	require.NoError(t, err)
	assert.NotEmpty(t, old.Objects[0].Owner.ID)
	_, err = b.Client.GetBucketInfo("photos")
	require.NoError(t, err)
	_, err = b.Client.GetBucketStat("photos")
	require.NoError(t, err)
	all, err := b.Client.ListBuckets()
	require.NoError(t, err)
	assert.NotEmpty(t, all.Owner.ID)
	_, err = b.DeleteObjects([]string{"big", "log"})
	require.NoError(t, err)
	require.NoError(t, b.DeleteObject(key))

	if b.Client.Config.AuthVersion == oss.AuthV4 {
		return // this SDK presigns V1 and V2 only
	}
	signed, err := b.SignURL(key, oss.HTTPPut, 600, oss.ContentType("text/plain"))
	require.NoError(t, err)
	require.NoError(t, b.PutObjectWithURL(signed, strings.NewReader("by URL"), oss.ContentType("text/plain")))
	signed, err = b.SignURL(key, oss.HTTPGet, 600, oss.Process("none"))
	require.NoError(t, err)
	_, err = b.GetObjectWithURL(signed)
	assert.Equal(t, 400, status(err), "signed, but there are no images")
	signed, err = b.SignURL(key, oss.HTTPGet, 600)
	require.NoError(t, err)
	r, err := b.GetObjectWithURL(signed)
	require.NoError(t, err)
	require.NoError(t, r.Close())
}

// transportFunc changes requests on their way.
type transportFunc func(*http.Request) (*http.Response, error)

func (f transportFunc) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// TestJudgeMistakes makes a mistake each, and looks what it is taken for: by the kind, and by what the
// report's words have to name.
func TestJudgeMistakes(t *testing.T) {
	get := func(b *oss.Bucket) error {
		r, err := b.GetObject("a")
		if err == nil {
			_ = r.Close()
		}
		return err
	}
	client := func(endpoint, id, secret string, options ...oss.ClientOption) func(*testing.T, *oss403test.Server) error {
		return func(t *testing.T, srv *oss403test.Server) error {
			return get(sdk(t, srv, endpoint, id, secret, options...))
		}
	}
	// onItsWay is SDK v1 with something between it and the server.
	onItsWay := func(change func(*http.Request), options ...oss.ClientOption) func(*testing.T, *oss403test.Server) error {
		return func(t *testing.T, srv *oss403test.Server) error {
			base := srv.Client().Transport
			c := &http.Client{Transport: &oss403.Transport{Base: transportFunc(func(r *http.Request) (*http.Response, error) {
				r = r.Clone(r.Context())
				change(r)
				return base.RoundTrip(r)
			})}}
			return oss403.Wrap(get(sdk(t, srv, hangzhou, goodID, goodSecret, append(options, oss.HTTPClient(c))...)))
		}
	}
	// byURL uses a signed URL.
	byURL := func(change func(*url.URL, url.Values), do func(*http.Request)) func(*testing.T, *oss403test.Server) error {
		return func(t *testing.T, srv *oss403test.Server) error {
			signed, err := sdk(t, srv, hangzhou, goodID, goodSecret).SignURL("a", oss.HTTPGet, 600)
			require.NoError(t, err)
			u, err := url.Parse(signed)
			require.NoError(t, err)
			if change != nil {
				q := u.Query()
				change(u, q)
				u.RawQuery = q.Encode()
			}
			req, err := http.NewRequest("GET", u.String(), nil)
			require.NoError(t, err)
			if do != nil {
				do(req)
			}
			return answer(t, srv, req)
		}
	}
	plain := func(method, url string) func(*testing.T, *oss403test.Server) error {
		return func(t *testing.T, srv *oss403test.Server) error {
			req, err := http.NewRequest(method, url, nil)
			require.NoError(t, err)
			return answer(t, srv, req)
		}
	}
	// byURLV4 uses a URL of V4 that was signed so much later than now, for so many seconds.
	byURLV4 := func(later time.Duration, lifetime string) func(*testing.T, *oss403test.Server) error {
		return func(t *testing.T, srv *oss403test.Server) error {
			at := time.Now().Add(later).UTC()
			return plain("GET", "http://photos.oss-cn-hangzhou.aliyuncs.com/a?x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-credential="+goodID+"%2F"+at.Format("20060102")+
				"%2Fcn-hangzhou%2Foss%2Faliyun_v4_request&x-oss-date="+at.Format("20060102T150405Z")+"&x-oss-expires="+lifetime+"&x-oss-signature="+strings.Repeat("00", 32))(t, srv)
		}
	}
	ahead := func(d time.Duration) oss403test.ServerOption {
		return oss403test.Now(func() time.Time { return time.Now().Add(d) })
	}
	v1, v4 := oss.AuthVersion(oss.AuthV1), oss.AuthVersion(oss.AuthV4)
	tests := []struct {
		name    string
		options []oss403test.ServerOption
		do      func(*testing.T, *oss403test.Server) error
		want    oss403.Kind
		ec      string // "" where it does not matter
	}{
		{"another secret, V1", nil, client(hangzhou, goodID, "wrong", v1), oss403.KindSignatureMismatch, "0002-00000040"},
		{"another secret, V2", nil, client(hangzhou, goodID, "wrong", oss.AuthVersion(oss.AuthV2)), oss403.KindSignatureMismatch, "0002-00000101"},
		{"another secret, V4", nil, client(hangzhou, goodID, "wrong", v4), oss403.KindSignatureMismatch, "0002-00000201"},
		{"unknown AccessKey", nil, client(hangzhou, "LTAI5tExampleExampleKey9", goodSecret), oss403.KindAccessKeyNotFound, "0002-00000902"},
		{"blank in the AccessKey", nil, client(hangzhou, "LTAI5tExample ExampleKey9", goodSecret, v4), oss403.KindAccessKeyMalformed, "0002-00000901"},
		{"disabled AccessKey", []oss403test.ServerOption{oss403test.Credentials("LTAI5tExampleExampleKey8", goodSecret).Disabled()}, client(hangzhou, "LTAI5tExampleExampleKey8", goodSecret), oss403.KindAccessKeyDisabled, "0002-00000903"},
		{"no token", nil, client(hangzhou, stsID, stsSecret), oss403.KindSecurityTokenMissing, "0002-00000003"},
		{"no token, of an AccessKey that nobody knows", nil, client(hangzhou, "STS.ExampleExampleExampleKey9", "s"), oss403.KindSecurityTokenMissing, "0002-00000003"},
		{"hyphen in an AccessKey that nobody knows", nil, client(hangzhou, "LTAI5tExample-ExampleKey9", goodSecret), oss403.KindAccessKeyNotFound, ""},
		{"URL of no lifetime, V4", nil, byURLV4(0, "0"), oss403.KindExpiresInvalid, ""},
		{"URL of eight days, V4", nil, byURLV4(0, "691200"), oss403.KindExpiresInvalid, ""},
		{"URL used early, V4", nil, byURLV4(20*time.Minute, "600"), oss403.KindClockSkew, ""},
		{"URL with another signature, V4", nil, byURLV4(0, "600"), oss403.KindSignatureMismatch, ""},
		{"made-up token", nil, client(hangzhou, stsID, stsSecret, oss.SecurityToken("CAISno")), oss403.KindSecurityTokenInvalid, "0002-00000006"},
		{"another key's token", nil, client(hangzhou, stsID, stsSecret, oss.SecurityToken(otherToken)), oss403.KindSecurityTokenMismatch, "0002-00000004"},
		{"token with a long-term AccessKey", nil, client(hangzhou, goodID, goodSecret, oss.SecurityToken(goodToken)), oss403.KindAccessKeyNotFound, "0002-00000002"},
		{"expired token", []oss403test.ServerOption{oss403test.Credentials("STS.ExampleExampleExampleKey5", "s", "CAIS5").Until(time.Now())}, client(hangzhou, "STS.ExampleExampleExampleKey5", "s", oss.SecurityToken("CAIS5")), oss403.KindSecurityTokenExpired, "0002-00000007"},
		{"clock behind", []oss403test.ServerOption{ahead(20 * time.Minute)}, client(hangzhou, goodID, goodSecret), oss403.KindClockSkew, "0002-00000504"},
		{"clock ahead, V4", []oss403test.ServerOption{ahead(-8 * time.Hour)}, client(hangzhou, goodID, goodSecret, v4), oss403.KindClockSkew, "0002-00000504"},
		{"no date", nil, onItsWay(func(r *http.Request) { r.Header.Del("Date") }), oss403.KindDateRequired, "0002-00000503"},
		{"header changed on its way", nil, onItsWay(func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") }), oss403.KindSignatureMismatch, ""},
		{"header added on its way, V4", nil, onItsWay(func(r *http.Request) { r.Header.Set("X-Oss-Meta-A", "1") }, v4), oss403.KindSignatureMismatch, ""},
		{"path changed on its way", nil, onItsWay(func(r *http.Request) { r.URL.Path = "/b" }), oss403.KindSignatureMismatch, ""},
		{"sub-resource added on its way", nil, onItsWay(func(r *http.Request) { r.URL.RawQuery = "acl" }), oss403.KindSignatureMismatch, ""},
		{"method changed on its way", nil, onItsWay(func(r *http.Request) { r.Method = "DELETE" }), oss403.KindSignatureMismatch, ""},
		{"URL expired", []oss403test.ServerOption{ahead(11 * time.Minute)}, byURL(nil, nil), oss403.KindRequestExpired, "0002-00000069"},
		{"URL for another object", nil, byURL(func(u *url.URL, _ url.Values) { u.Path = "/b" }, nil), oss403.KindSignatureMismatch, "0002-00000040"},
		{"URL with another method", nil, byURL(nil, func(r *http.Request) { r.Method = "PUT" }), oss403.KindSignatureMismatch, "0002-00000040"},
		{"URL with a Content-Type", nil, byURL(nil, func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") }), oss403.KindSignatureMismatch, "0002-00000040"},
		{"URL without Expires", nil, byURL(func(_ *url.URL, q url.Values) { q.Del("Expires") }, nil), oss403.KindSignatureParametersMissing, "0002-00000067"},
		{"URL without Signature", nil, byURL(func(_ *url.URL, q url.Values) { q.Del("Signature") }, nil), oss403.KindSignatureParametersMissing, "0002-00000074"},
		{"URL with a blank Expires", nil, byURL(func(_ *url.URL, q url.Values) { q.Set("Expires", "") }, nil), oss403.KindSignatureParametersMissing, "0002-00000068"},
		{"URL with a blank Signature", nil, byURL(func(_ *url.URL, q url.Values) { q.Set("Signature", "") }, nil), oss403.KindSignatureParametersMissing, "0002-00000075"},
		{"URL with a blank OSSAccessKeyId", nil, byURL(func(_ *url.URL, q url.Values) { q.Set("OSSAccessKeyId", "") }, nil), oss403.KindSignatureParametersMissing, "0002-00000072"},
		{"URL without OSSAccessKeyId", nil, byURL(func(_ *url.URL, q url.Values) { q.Del("OSSAccessKeyId") }, nil), oss403.KindSignatureParametersMissing, "0002-00000071"},
		{"URL with a date for Expires", nil, byURL(func(_ *url.URL, q url.Values) { q.Set("Expires", "2030-01-01") }, nil), oss403.KindExpiresInvalid, "0002-00000070"},
		{"URL for a bucket, V1", nil, byURL(func(u *url.URL, _ url.Values) { u.Path = "/" }, nil), oss403.KindSignatureV1QueryNotAllowed, "0002-00000079"},
		{"nobody reads", nil, plain("GET", "http://photos.oss-cn-hangzhou.aliyuncs.com/a"), oss403.KindBucketACLDenied, "0003-00000001"},
		{"nobody lists", nil, plain("GET", "http://photos.oss-cn-hangzhou.aliyuncs.com/"), oss403.KindAnonymousBucketDenied, "0003-00000002"},
		{"nobody lists buckets", nil, plain("GET", hangzhou), oss403.KindAnonymousOperationForbidden, "0003-00001201"},
		{"bucket in the path", nil, plain("GET", hangzhou+"/photos/a"), oss403.KindVirtualHostedStyleRequired, "0003-00001401"},
		{"another region", []oss403test.ServerOption{oss403test.BucketAt("photos", "oss-cn-beijing.aliyuncs.com")}, client(hangzhou, goodID, goodSecret), oss403.KindEndpointMismatch, "0003-00001403"},
		{"the region where it was made", nil, func(t *testing.T, srv *oss403test.Server) error {
			require.NoError(t, sdk(t, srv, "http://oss-cn-beijing.aliyuncs.com", goodID, goodSecret).Client.CreateBucket("photos"))
			return get(sdk(t, srv, hangzhou, goodID, goodSecret))
		}, oss403.KindEndpointMismatch, "0003-00001403"},
		{"CORS", nil, func(t *testing.T, srv *oss403test.Server) error {
			req, err := http.NewRequest("OPTIONS", "http://photos.oss-cn-hangzhou.aliyuncs.com/a", nil)
			require.NoError(t, err)
			req.Header.Set("Origin", "https://example.com")
			req.Header.Set("Access-Control-Request-Method", "PUT")
			return answer(t, srv, req)
		}, oss403.KindCORSNotEnabled, "0003-00000601"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var seen []*oss403.Error
			srv := judging(t, append(tt.options, oss403test.Observe(func(_ *http.Request, e *oss403.Error) { seen = append(seen, e) }))...)
			err := tt.do(t, srv)
			e := oss403test.RequireKind(t, err, tt.want)
			if tt.ec != "" {
				assert.Equal(t, tt.ec, e.EC)
			}
			require.NotEmpty(t, seen)
			assert.Equal(t, tt.want, seen[0].Kind, "as the server sees it")
			assert.Equal(t, e.RequestID, seen[0].RequestID)
		})
	}
}

// answer sends a request and returns the 403 that it gets.
func answer(t *testing.T, srv *oss403test.Server, req *http.Request) error {
	t.Helper()
	resp, err := srv.Client().Do(req)
	require.NoError(t, err)
	defer resp.Body.Close()
	e, ok := oss403.FromResponse(resp)
	require.True(t, ok, resp.Status)
	return e
}

// The library finds what was changed on the way, since the text is the one that OSS would calculate.
func TestJudgeShowsWhatItCalculated(t *testing.T) {
	srv := judging(t)
	base := srv.Client().Transport
	seen := &oss403.Transport{Base: transportFunc(func(r *http.Request) (*http.Response, error) {
		changed := r.Clone(r.Context())
		changed.Header.Set("X-Oss-Meta-Color", "red")
		resp, err := base.RoundTrip(changed)
		if err == nil {
			resp.Request = r // a proxy changes it elsewhere
		}
		return resp, err
	})}
	for _, version := range []oss.AuthVersionType{oss.AuthV1, oss.AuthV2, oss.AuthV4} {
		b := sdk(t, srv, hangzhou, goodID, goodSecret, oss.AuthVersion(version), oss.HTTPClient(&http.Client{Transport: seen}))
		err := b.PutObject("a", strings.NewReader("x"), oss.Meta("color", "blue"))
		e, ok := seen.From(err)
		require.True(t, ok, version)
		assert.Contains(t, e.Error(), "x-oss-meta-color", version)
	}
}

func TestJudgeACL(t *testing.T) {
	srv := judging(t)
	b := sdk(t, srv, hangzhou, goodID, goodSecret)
	require.NoError(t, b.PutObject("public", strings.NewReader("x"), oss.ObjectACL(oss.ACLPublicRead)))
	require.NoError(t, b.PutObject("private", strings.NewReader("x")))
	get := func(key string) int {
		resp, err := srv.Client().Get("http://photos.oss-cn-hangzhou.aliyuncs.com/" + key)
		require.NoError(t, err)
		require.NoError(t, resp.Body.Close())
		return resp.StatusCode
	}
	assert.Equal(t, 200, get("public"))
	assert.Equal(t, 403, get("private"))
	require.NoError(t, b.Client.SetBucketACL("photos", oss.ACLPublicRead))
	assert.Equal(t, 200, get("private"))
	assert.Equal(t, 200, get(""), "a list")
	put, err := http.NewRequest(http.MethodPut, "http://photos.oss-cn-hangzhou.aliyuncs.com/public", strings.NewReader("y"))
	require.NoError(t, err)
	oss403test.AssertKind(t, answer(t, srv, put), oss403.KindBucketACLDenied)
	resp, err := srv.Client().Post("http://photos.oss-cn-hangzhou.aliyuncs.com/?delete", "", nil)
	require.NoError(t, err)
	require.NoError(t, resp.Body.Close())
	assert.Equal(t, 403, resp.StatusCode)
}

// OSS refuses a V4 signature for another region with 400.
func TestJudgeScope(t *testing.T) {
	srv := judging(t)
	for region, want := range map[string]int{"cn-hangzhou": 0, "cn-beijing": 400} {
		err := sdk(t, srv, hangzhou, goodID, goodSecret, oss.AuthVersion(oss.AuthV4), oss.Region(region)).PutObject("a", strings.NewReader("x"))
		assert.Equal(t, want, status(err), region)
	}
}

// What the server refuses is explained in the test's log.
func TestJudgeLogs(t *testing.T) {
	rec := &recorder{}
	srv := oss403test.NewServer(rec, oss403test.Credentials(goodID, goodSecret))
	defer rec.end()
	err := sdk(t, srv, hangzhou, goodID, "wrong").PutObject("a", strings.NewReader("x"))
	oss403test.AssertKind(t, err, oss403.KindSignatureMismatch)
	srv.Close() // waits for the handler
	require.Len(t, rec.logs, 1)
	assert.Contains(t, rec.logs[0], "PUT /a:\n")
	assert.Contains(t, rec.logs[0], "SignatureMismatch")
	assert.NotContains(t, rec.logs[0], "wrong\"")
}

// A form with a policy, as a browser uploads it.
func TestPostObject(t *testing.T) {
	policy := func(until time.Time, conditions string) string {
		return base64.StdEncoding.EncodeToString(fmt.Appendf(nil, `{"expiration":%q,"conditions":[%s]}`, until.UTC().Format("2006-01-02T15:04:05.000Z"), conditions))
	}
	sign := func(secret, policy string) string {
		m := hmac.New(sha1.New, []byte(secret))
		_, _ = io.WriteString(m, policy)
		return base64.StdEncoding.EncodeToString(m.Sum(nil))
	}
	v4 := func(secret, policy string) map[string]string {
		const scope = "20260305/cn-hangzhou/oss/aliyun_v4_request"
		key := []byte("aliyun_v4" + secret)
		for _, part := range append(strings.Split(scope, "/"), policy) {
			m := hmac.New(sha256.New, key)
			_, _ = io.WriteString(m, part)
			key = m.Sum(nil)
		}
		return map[string]string{"OSSAccessKeyId": "", "Signature": "", "x-oss-signature-version": "OSS4-HMAC-SHA256", "x-oss-date": "20260305T095103Z",
			"x-oss-credential": goodID + "/" + scope, "x-oss-signature": hex.EncodeToString(key)}
	}
	later := time.Now().Add(time.Hour)
	const conditions = `{"bucket":"photos"},["starts-with","$key","in/"],["content-length-range",1,10],["eq","$x-oss-meta-a","1"],["in","$content-type",["text/plain","text/html"]]`
	tests := []struct {
		name           string
		policy, secret string
		fields         map[string]string
		file           string
		status         int
		kind           oss403.Kind
	}{
		{"right", policy(later, conditions), goodSecret, nil, "hello", 204, ""},
		{"right, V4", policy(later, conditions), goodSecret, v4(goodSecret, policy(later, conditions)), "hello", 204, ""},
		{"another secret, V4", policy(later, conditions), goodSecret, v4("wrong", policy(later, conditions)), "hello", 403, oss403.KindSignatureMismatch},
		{"status 200", policy(later, conditions), goodSecret, map[string]string{"success_action_status": "200"}, "hello", 200, ""},
		{"status 201", policy(later, conditions), goodSecret, map[string]string{"success_action_status": "201"}, "hello", 201, ""},
		{"redirect", policy(later, conditions), goodSecret, map[string]string{"success_action_redirect": "http://127.0.0.1/done?x=1"}, "hello", 303, ""},
		{"another secret", policy(later, conditions), "wrong", nil, "hello", 403, oss403.KindSignatureMismatch},
		{"unknown AccessKey", policy(later, conditions), goodSecret, map[string]string{"OSSAccessKeyId": "LTAI5tExampleExampleKey9"}, "hello", 403, oss403.KindAccessKeyNotFound},
		{"no signature", "", "", map[string]string{"OSSAccessKeyId": "", "policy": "", "Signature": ""}, "hello", 403, oss403.KindBucketACLDenied},
		{"expired", policy(time.Now().Add(-time.Hour), conditions), goodSecret, nil, "hello", 403, oss403.KindPostPolicyExpired},
		{"another prefix", policy(later, conditions), goodSecret, map[string]string{"key": "out/a"}, "hello", 403, oss403.KindPostPolicyConditionFailed},
		{"another value", policy(later, conditions), goodSecret, map[string]string{"x-oss-meta-a": "2"}, "hello", 403, oss403.KindPostPolicyConditionFailed},
		{"another type", policy(later, conditions), goodSecret, map[string]string{"Content-Type": "image/png"}, "hello", 403, oss403.KindPostPolicyConditionFailed},
		{"too large", policy(later, conditions), goodSecret, nil, "hello hello", 400, ""},
		{"too small", policy(later, conditions), goodSecret, nil, "", 400, ""},
		{"no policy document", "bm8=", goodSecret, nil, "hello", 400, ""},
		{"no key", policy(later, conditions), goodSecret, map[string]string{"key": ""}, "hello", 400, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			srv := judging(t)
			fields := map[string]string{"key": "in/${filename}", "policy": tt.policy, "OSSAccessKeyId": goodID, "Signature": sign(tt.secret, tt.policy), "x-oss-meta-a": "1", "Content-Type": "text/plain"}
			for name, value := range tt.fields {
				fields[name] = value
			}
			var body bytes.Buffer
			w := multipart.NewWriter(&body)
			for name, value := range fields {
				if value != "" {
					require.NoError(t, w.WriteField(name, value))
				}
			}
			part, err := w.CreateFormFile("file", "a.txt")
			require.NoError(t, err)
			_, err = io.WriteString(part, tt.file)
			require.NoError(t, err)
			require.NoError(t, w.Close())
			c := srv.Client()
			c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
			resp, err := c.Post("http://photos.oss-cn-hangzhou.aliyuncs.com/", w.FormDataContentType(), &body)
			require.NoError(t, err)
			defer resp.Body.Close()
			assert.Equal(t, tt.status, resp.StatusCode)
			if tt.kind != "" {
				e, ok := oss403.FromResponse(resp)
				require.True(t, ok)
				assert.Equal(t, tt.kind, e.Kind)
			}
			if tt.status < 400 {
				b := sdk(t, srv, hangzhou, goodID, goodSecret)
				assert.Equal(t, tt.file, content(t, b, "in/a.txt"))
				h, err := b.GetObjectDetailedMeta("in/a.txt")
				require.NoError(t, err)
				assert.Equal(t, "1", h.Get("X-Oss-Meta-A"))
				assert.Equal(t, "text/plain", h.Get("Content-Type"))
			}
			if tt.status == 303 {
				assert.Contains(t, resp.Header.Get("Location"), "key=in%2Fa.txt")
			}
		})
	}
}
