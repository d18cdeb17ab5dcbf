package oss403test_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// recorder is a testing.TB that keeps what a test would have reported.
type recorder struct {
	testing.TB
	errors   []string
	logs     []string
	failed   bool
	cleanups []func()
}

func (r *recorder) Helper() {}
func (r *recorder) Errorf(format string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, args...))
}
func (r *recorder) Logf(format string, args ...any) {
	r.logs = append(r.logs, fmt.Sprintf(format, args...))
}
func (r *recorder) FailNow()         { r.failed = true }
func (r *recorder) Cleanup(f func()) { r.cleanups = append(r.cleanups, f) }

// end is the end of the test.
func (r *recorder) end() {
	for _, f := range r.cleanups {
		f()
	}
}

// bucketAt is SDK v1 on an endpoint; with no other HTTP client it addresses path style.
func bucketAt(t testing.TB, endpoint string, options ...oss.ClientOption) *oss.Bucket {
	t.Helper()
	client, err := oss.New(endpoint, "LTAI5tExampleExampleKey2", "ExampleSecretExampleSecret0001", options...)
	require.NoError(t, err)
	b, err := client.Bucket("photos")
	require.NoError(t, err)
	return b
}

func content(t testing.TB, b *oss.Bucket, key string, options ...oss.Option) string {
	t.Helper()
	r, err := b.GetObject(key, options...)
	require.NoError(t, err)
	data, err := io.ReadAll(r)
	require.NoError(t, err)
	require.NoError(t, r.Close())
	return string(data)
}

func status(err error) int {
	if se, ok := err.(oss.ServiceError); ok {
		return se.StatusCode
	}
	return 0
}

// styles are the ways of addressing, over which everything works alike.
var styles = []struct {
	name   string
	bucket func(t *testing.T, srv *oss403test.Server) *oss.Bucket
}{
	{"path", func(t *testing.T, srv *oss403test.Server) *oss.Bucket { return bucketAt(t, srv.URL) }},
	{"host", func(t *testing.T, srv *oss403test.Server) *oss.Bucket {
		return bucketAt(t, "http://oss-cn-hangzhou.aliyuncs.com", oss.HTTPClient(srv.Client()))
	}},
	{"V4", func(t *testing.T, srv *oss403test.Server) *oss.Bucket {
		return bucketAt(t, srv.URL, oss.AuthVersion(oss.AuthV4), oss.Region("cn-hangzhou"))
	}},
}

func TestServerEveryKind(t *testing.T) {
	for _, style := range styles {
		for _, kind := range kinds() {
			t.Run(style.name+"/"+string(kind), func(t *testing.T) {
				b := style.bucket(t, oss403test.NewServer(t, oss403test.Answer(kind)))
				_, err := b.GetObject("a b/ü+%2F")
				oss403test.AssertKind(t, err, kind)
				_, err = b.GetObjectDetailedMeta("a")
				oss403test.AssertKind(t, err, kind)
				oss403test.AssertKind(t, b.PutObject("a", strings.NewReader("x")), kind)
				_, err = b.ListObjectsV2()
				oss403test.AssertKind(t, err, kind)
			})
		}
	}
}

func TestServerNamesTheRequest(t *testing.T) {
	for _, style := range styles {
		t.Run(style.name, func(t *testing.T) {
			b := style.bucket(t, oss403test.NewServer(t, oss403test.Answer(oss403.KindObjectNotRestored)))
			_, err := b.GetObject("a b/ü+%2F")
			e := oss403test.RequireKind(t, err, oss403.KindObjectNotRestored)
			assert.Equal(t, "photos", e.Bucket)
			assert.Equal(t, "a b/ü+%2F", e.Object)
			_, err = b.GetObject("b")
			assert.NotEqual(t, e.RequestID, oss403test.RequireKind(t, err, oss403.KindObjectNotRestored).RequestID)
		})
	}
}

func TestStoreObjects(t *testing.T) {
	for _, style := range styles {
		t.Run(style.name, func(t *testing.T) {
			b := style.bucket(t, oss403test.NewServer(t))
			const key = "a b/ü+%2F"
			_, err := b.GetObject(key)
			assert.Equal(t, 404, status(err))
			assert.Equal(t, "NoSuchKey", err.(oss.ServiceError).Code)
			_, err = b.GetObjectDetailedMeta(key)
			assert.Equal(t, 404, status(err))
			assert.Equal(t, "NoSuchKey", err.(oss.ServiceError).Code, "from x-oss-err")
			ok, err := b.IsObjectExist(key)
			require.NoError(t, err)
			assert.False(t, ok)

			require.NoError(t, b.PutObject(key, strings.NewReader("hello"), oss.ContentType("text/plain"), oss.Meta("color", "blue")))
			assert.Equal(t, "hello", content(t, b, key))
			assert.Equal(t, "ell", content(t, b, key, oss.Range(1, 3)))
			h, err := b.GetObjectDetailedMeta(key)
			require.NoError(t, err)
			assert.Equal(t, "5", h.Get("Content-Length"))
			assert.Equal(t, "text/plain", h.Get("Content-Type"))
			assert.Equal(t, "blue", h.Get("X-Oss-Meta-Color"))
			assert.Equal(t, `"5D41402ABC4B2A76B9719D911017C592"`, h.Get("Etag"))
			_, err = b.GetObject(key, oss.IfNoneMatch(h.Get("Etag")))
			assert.ErrorContains(t, err, "304")

			_, err = b.CopyObject(key, "copy")
			require.NoError(t, err)
			assert.Equal(t, "hello", content(t, b, "copy"))
			_, err = b.CopyObject("nothing", "copy")
			assert.Equal(t, 404, status(err))

			require.NoError(t, b.DeleteObject(key))
			require.NoError(t, b.DeleteObject(key), "a second time is no error")
			_, err = b.GetObject(key)
			assert.Equal(t, 404, status(err))

			require.NoError(t, b.PutObject("x&y", strings.NewReader("")))
			deleted, err := b.DeleteObjects([]string{"copy", "x&y"}, oss.DeleteObjectsQuiet(false))
			require.NoError(t, err)
			assert.Equal(t, []string{"copy", "x&y"}, deleted.DeletedObjects)
			left, err := b.ListObjects()
			require.NoError(t, err)
			assert.Empty(t, left.Objects)

			err = b.SetObjectACL("copy", oss.ACLPrivate)
			assert.Equal(t, 404, status(err))
		})
	}
}

func TestStoreLists(t *testing.T) {
	b := bucketAt(t, oss403test.NewServer(t).URL)
	for _, key := range []string{"a", "b/1", "b/2", "b/c/3", "b+d", "e f", "ü"} {
		require.NoError(t, b.PutObject(key, strings.NewReader(key)))
	}
	tests := []struct {
		name                     string
		prefix, delimiter, start string
		want                     string // keys and, with a slash at the end, common prefixes
	}{
		{"all", "", "", "", "a b+d b/1 b/2 b/c/3 e·f ü"},
		{"prefix", "b", "", "", "b+d b/1 b/2 b/c/3"},
		{"delimiter", "", "/", "", "a b+d e·f ü b/"},
		{"below", "b/", "/", "", "b/1 b/2 b/c/"},
		{"from", "", "", "b/1", "b/2 b/c/3 e·f ü"},
		{"from a common prefix", "", "/", "b/", "e·f ü"},
		{"none", "z", "", "", ""},
	}
	for _, tt := range tests {
		for _, max := range []int{1, 2, 100} {
			t.Run(fmt.Sprint(tt.name, max), func(t *testing.T) {
				var keys, prefixes []string
				marker := tt.start
				for range 10 {
					page, err := b.ListObjects(oss.Prefix(tt.prefix), oss.Delimiter(tt.delimiter), oss.Marker(marker), oss.MaxKeys(max))
					require.NoError(t, err)
					require.LessOrEqual(t, len(page.Objects)+len(page.CommonPrefixes), max)
					for _, o := range page.Objects {
						assert.EqualValues(t, len(o.Key), o.Size)
						keys = append(keys, o.Key)
					}
					prefixes = append(prefixes, page.CommonPrefixes...)
					if marker = page.NextMarker; !page.IsTruncated {
						break
					}
				}
				assert.Equal(t, tt.want, strings.Join(spaced(append(keys, prefixes...)), " "))

				keys, prefixes = nil, nil
				token := ""
				for range 10 {
					page, err := b.ListObjectsV2(oss.Prefix(tt.prefix), oss.Delimiter(tt.delimiter), oss.StartAfter(tt.start), oss.ContinuationToken(token), oss.MaxKeys(max))
					require.NoError(t, err)
					for _, o := range page.Objects {
						keys = append(keys, o.Key)
					}
					prefixes = append(prefixes, page.CommonPrefixes...)
					if token = page.NextContinuationToken; !page.IsTruncated {
						break
					}
				}
				assert.Equal(t, tt.want, strings.Join(spaced(append(keys, prefixes...)), " "), "V2")
			})
		}
	}
}

func spaced(keys []string) []string {
	for i := range keys {
		keys[i] = strings.ReplaceAll(keys[i], " ", "·")
	}
	return keys
}

func TestStoreBuckets(t *testing.T) {
	srv := oss403test.NewServer(t)
	b := bucketAt(t, srv.URL)
	require.NoError(t, b.Client.CreateBucket("new"))
	ok, err := b.Client.IsBucketExist("new")
	require.NoError(t, err)
	assert.True(t, ok)
	location, err := b.Client.GetBucketLocation("new")
	require.NoError(t, err)
	assert.Equal(t, "oss-cn-hangzhou", location)
	require.NoError(t, b.Client.DeleteBucket("new"))
	list, err := b.Client.ListBuckets()
	require.NoError(t, err)
	assert.Empty(t, list.Buckets)

	require.NoError(t, b.PutObject("a", strings.NewReader("")))
	assert.Equal(t, 409, status(b.Client.DeleteBucket("photos")))
}

func TestStoreMultipart(t *testing.T) {
	for _, style := range styles {
		t.Run(style.name, func(t *testing.T) {
			b := style.bucket(t, oss403test.NewServer(t))
			up, err := b.InitiateMultipartUpload("big", oss.ContentType("text/plain"))
			require.NoError(t, err)
			var parts []oss.UploadPart
			for i, text := range []string{"one ", "two ", "three"} {
				p, err := b.UploadPart(up, strings.NewReader(text), int64(len(text)), i+1)
				require.NoError(t, err)
				parts = append(parts, p)
			}
			listed, err := b.ListUploadedParts(up)
			require.NoError(t, err)
			assert.Len(t, listed.UploadedParts, 3)
			_, err = b.GetObject("big")
			assert.Equal(t, 404, status(err), "not before it is complete")

			wrong := []oss.UploadPart{{PartNumber: 4, ETag: parts[0].ETag}}
			_, err = b.CompleteMultipartUpload(up, wrong)
			assert.Equal(t, 400, status(err))
			_, err = b.CompleteMultipartUpload(up, parts)
			require.NoError(t, err)
			assert.Equal(t, "one two three", content(t, b, "big"))
			_, err = b.CompleteMultipartUpload(up, parts)
			assert.Equal(t, 404, status(err))

			up, err = b.InitiateMultipartUpload("big")
			require.NoError(t, err)
			require.NoError(t, b.AbortMultipartUpload(up))
			_, err = b.UploadPart(up, strings.NewReader("x"), 1, 1)
			assert.Equal(t, 404, status(err))
		})
	}
}

// The second of three parts fails, and UploadFile goes on where it stopped.
func TestSecondOfThreeParts(t *testing.T) {
	srv := oss403test.NewServer(t, oss403test.Answer(oss403.KindSecurityTokenExpired).Method("PUT").Key("big").Subresource("partNumber").Nth(2))
	b := bucketAt(t, srv.URL)
	path := filepath.Join(t.TempDir(), "big")
	data := bytes.Repeat([]byte("0123456789"), 25<<10) // three parts of 100 KiB
	require.NoError(t, os.WriteFile(path, data, 0o600))
	upload := func() error {
		return b.UploadFile("big", path, 100<<10, oss.Routines(1), oss.Checkpoint(true, path+".cp"))
	}
	oss403test.AssertKind(t, upload(), oss403.KindSecurityTokenExpired)
	require.NoError(t, upload())
	assert.Equal(t, string(data), content(t, b, "big"))
}

// A client that does not read must not hold up others.
func TestSlowReader(t *testing.T) {
	b := bucketAt(t, oss403test.NewServer(t).URL)
	require.NoError(t, b.PutObject("big", bytes.NewReader(make([]byte, 16<<20))))
	r, err := b.GetObject("big")
	require.NoError(t, err)
	require.NoError(t, b.PutObject("small", strings.NewReader("x")))
	assert.Equal(t, "x", content(t, b, "small"))
	require.NoError(t, r.Close())
}

// A rule answers an upload of any size, so that the client sees the answer.
func TestRuleAnswersALargeUpload(t *testing.T) {
	b := bucketAt(t, oss403test.NewServer(t, oss403test.Answer(oss403.KindAccountOverdue)).URL)
	oss403test.AssertKind(t, b.PutObject("big", bytes.NewReader(make([]byte, 8<<20))), oss403.KindAccountOverdue)
}

func TestConcurrentUse(t *testing.T) {
	srv := oss403test.NewServer(t,
		oss403test.Answer(oss403.KindUserDisabled).Method("PUT").Nth(7),
		oss403test.Answer(oss403.KindAccountOverdue).Method("PUT").Times(3))
	b := bucketAt(t, srv.URL)
	var mu sync.Mutex
	got := map[oss403.Kind]int{}
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			key := fmt.Sprint("k", i%3)
			err := b.PutObject(key, strings.NewReader("x"))
			if r, err := b.GetObject(key); err == nil {
				_ = r.Close()
			}
			_, _ = b.ListObjectsV2()
			mu.Lock()
			defer mu.Unlock()
			if e, ok := oss403.From(err); ok {
				got[e.Kind]++
			} else {
				assert.NoError(t, err)
			}
		}()
	}
	wg.Wait()
	assert.Equal(t, map[oss403.Kind]int{oss403.KindUserDisabled: 1, oss403.KindAccountOverdue: 3}, got)
}

func TestUnusedRulesFail(t *testing.T) {
	rec := &recorder{}
	srv := oss403test.NewServer(rec,
		oss403test.Answer(oss403.KindUserDisabled).Method("GET").Bucket("photos").Key("a").Nth(2),
		oss403test.Answer(oss403.KindAccountOverdue).Prefix("x/").Subresource("acl").Times(1).Optional(),
		oss403test.Answer(oss403.KindKMSForbidden).Match(func(*http.Request) bool { return false }),
		oss403test.Answer(oss403.KindKMSOverdue).Key("b"))
	b := bucketAt(t, srv.URL)
	_, _ = b.GetObject("a")
	_, err := b.GetObject("b")
	oss403test.AssertKind(t, err, oss403.KindKMSOverdue)
	rec.end()
	assert.Equal(t, []string{
		`oss403test: rule 1 was never hit: UserDisabled, method GET, bucket "photos", key "a", request 2 (2 requests, 1 of them met its conditions)`,
		`oss403test: rule 3 was never hit: KMSForbidden, a function (2 requests, 0 of them met its conditions)`,
	}, rec.errors)
	_, err = http.Get(srv.URL)
	assert.Error(t, err, "the server is closed")
}

// send is a transport under test with one request; "" stands for no rule's answer.
func send(t *testing.T, rt http.RoundTripper, method, url string) oss403.Kind {
	t.Helper()
	req, err := http.NewRequest(method, url, nil)
	require.NoError(t, err)
	req.Header.Set("Authorization", "OSS LTAI5tExampleExampleKey2:ZXhhbXBsZQ==")
	resp, err := rt.RoundTrip(req)
	require.NoError(t, err)
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNoContent {
		return ""
	}
	e, ok := oss403.FromResponse(resp)
	require.True(t, ok)
	return e.Kind
}

// noContent is a transport that answers everything with 204.
type noContent struct{ idle int }

func (n *noContent) RoundTrip(req *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusNoContent, Body: http.NoBody, Request: req}, nil
}
func (n *noContent) CloseIdleConnections() { n.idle++ }

func TestRules(t *testing.T) {
	const a, b, none = oss403.KindUserDisabled, oss403.KindAccountOverdue, oss403.Kind("")
	type kinds = []oss403.Kind
	answer := func() *oss403test.Rule { return oss403test.Answer(a) }
	other := func() *oss403test.Rule { return oss403test.Answer(b) }
	tests := []struct {
		name  string
		rules []*oss403test.Rule
		sent  string // METHOD path, ...
		want  kinds
	}{
		{"every request", []*oss403test.Rule{answer()}, "GET b/k,PUT /,HEAD b/", kinds{a, a, a}},
		{"no rule", nil, "GET b/k", kinds{none}},
		{"method", []*oss403test.Rule{answer().Method("put")}, "GET b/k,PUT b/k", kinds{none, a}},
		{"bucket", []*oss403test.Rule{answer().Bucket("b")}, "GET b/k,GET b/,GET bb/k,GET c/b,GET /", kinds{a, a, none, none, none}},
		{"key", []*oss403test.Rule{answer().Key("k/l m")}, "GET b/k/l%20m,GET c/k%2Fl%20m,GET b/k/l,GET b/k/l%20m/n", kinds{a, a, none, none}},
		{"no key", []*oss403test.Rule{answer().Bucket("b").Key("")}, "GET b/,GET b,GET b/k", kinds{a, a, none}},
		{"prefix", []*oss403test.Rule{answer().Prefix("k/")}, "GET b/k/l,GET b/k/,GET b/k,GET b/?prefix=k/", kinds{a, a, none, none}},
		{"empty prefix", []*oss403test.Rule{answer().Prefix("")}, "GET b/k,GET b/", kinds{a, none}},
		{"sub-resource", []*oss403test.Rule{answer().Subresource("acl")}, "GET b/k?acl,GET b/k?acl=,GET b/k?x=1&acl=2,GET b/k?acls,GET b/k", kinds{a, a, a, none, none}},
		{"function", []*oss403test.Rule{answer().Match(func(r *http.Request) bool { return r.URL.RawQuery == "x" })}, "GET b/k?x,GET b/k", kinds{a, none}},
		{"all conditions", []*oss403test.Rule{answer().Method("GET").Key("k")}, "GET b/k,PUT b/k,GET b/l", kinds{a, none, none}},
		{"order", []*oss403test.Rule{answer().Key("k"), other()}, "GET b/k,GET b/l", kinds{a, b}},
		{"nth", []*oss403test.Rule{answer().Key("k").Nth(2)}, "GET b/k,GET b/l,GET b/k,GET b/k", kinds{none, none, a, none}},
		{"nth counts what others answer", []*oss403test.Rule{answer().Nth(1), other().Nth(2)}, "GET b/k,GET b/k,GET b/k", kinds{a, b, none}},
		{"times", []*oss403test.Rule{answer().Times(2)}, "GET b/k,GET b/k,GET b/k", kinds{a, a, none}},
		{"times counts its own answers", []*oss403test.Rule{answer().Times(1), other().Times(1)}, "GET b/k,GET b/k,GET b/k", kinds{a, b, none}},
	}
	for _, tt := range tests {
		for style, base := range map[string]string{"path": "http://127.0.0.1:9/", "host": ""} {
			t.Run(tt.name+"/"+style, func(t *testing.T) {
				rt := oss403test.Transport(&noContent{}, tt.rules...)
				var got kinds
				for _, s := range strings.Split(tt.sent, ",") {
					method, path, _ := strings.Cut(s, " ")
					url := base + strings.TrimPrefix(path, "/")
					if base == "" {
						bucket, rest, _ := strings.Cut(strings.TrimSuffix(path, "/"), "/")
						if url = "https://oss-cn-hangzhou.aliyuncs.com/"; bucket != "" {
							bucket, query, _ := strings.Cut(bucket, "?")
							url = "https://" + bucket + ".oss-cn-hangzhou.aliyuncs.com/" + rest + strings.TrimPrefix("?"+query, "?")
							if strings.HasSuffix(path, "/") && rest != "" {
								url += "/"
							}
						}
					}
					got = append(got, send(t, rt, method, url))
				}
				assert.Equal(t, tt.want, got)
			})
		}
	}
	assert.PanicsWithValue(t, "oss403test: Nth(0): the least is 1", func() { oss403test.Answer(a).Nth(0) })
	assert.PanicsWithValue(t, "oss403test: Times(-1): the least is 1", func() { oss403test.Answer(a).Times(-1) })
}

// Each server has a copy of a rule, with counts of its own.
func TestRuleIsCopied(t *testing.T) {
	rule := oss403test.Answer(oss403.KindUserDisabled).Times(1)
	one, two := oss403test.Transport(&noContent{}, rule), oss403test.Transport(&noContent{}, rule)
	rule.Key("other")
	for _, rt := range []http.RoundTripper{one, two} {
		assert.Equal(t, oss403.KindUserDisabled, send(t, rt, "GET", "http://127.0.0.1:9/b/k"))
		assert.Empty(t, send(t, rt, "GET", "http://127.0.0.1:9/b/k"))
	}
}

type body struct {
	io.Reader
	closed bool
}

func (b *body) Close() error { b.closed = true; return nil }

func TestTransport(t *testing.T) {
	next := &noContent{}
	rt := oss403test.Transport(next, oss403test.Answer(oss403.KindUserDisabled).Method("PUT"))
	sent := &body{Reader: strings.NewReader("x")}
	ctx, cancel := context.WithCancel(context.Background())
	req, err := http.NewRequestWithContext(ctx, "PUT", "https://b.oss-cn-hangzhou.aliyuncs.com/k", sent)
	require.NoError(t, err)
	resp, err := rt.RoundTrip(req)
	require.NoError(t, err)
	assert.Same(t, req, resp.Request)
	assert.True(t, sent.closed)

	cancel()
	_, err = rt.RoundTrip(req)
	assert.ErrorIs(t, err, context.Canceled)

	(&http.Client{Transport: rt}).CloseIdleConnections()
	assert.Equal(t, 1, next.idle)

	srv := oss403test.NewServer(t)
	b := bucketAt(t, srv.URL, oss.HTTPClient(&http.Client{Transport: oss403test.Transport(nil, oss403test.Answer(oss403.KindKMSForbidden).Method("GET"))}))
	require.NoError(t, b.PutObject("a", strings.NewReader("x")))
	_, err = b.GetObject("a")
	oss403test.AssertKind(t, err, oss403.KindKMSForbidden)
	_, err = b.GetObjectDetailedMeta("a")
	assert.NoError(t, err)
}

// What the library's own transport makes of the answer is consistent with the request.
func TestBelowTheObservingTransport(t *testing.T) {
	for _, style := range styles[:1] {
		srv := oss403test.NewServer(t, oss403test.Answer(oss403.KindSignatureMismatch))
		seen := &oss403.Transport{Base: srv.Client().Transport}
		b := bucketAt(t, srv.URL, oss.HTTPClient(&http.Client{Transport: seen}))
		err := b.PutObject("a b", strings.NewReader("x"), oss.ContentType("text/plain"), oss.Meta("color", "blue"))
		e, ok := seen.From(err)
		require.True(t, ok, style.name)
		assert.Equal(t, "a b", e.Object)
		assert.Equal(t, "PUT", e.Op)
		assert.Contains(t, e.Error(), "secret")
	}
}
