package oss403test_test

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"hash/crc64"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Restore, wait, read: by the test's clock.
func TestRestoreByTheClock(t *testing.T) {
	tests := []struct {
		class, tier string
		takes       time.Duration
	}{
		{"Archive", "", time.Minute},
		{"ColdArchive", "Expedited", time.Hour},
		{"ColdArchive", "Standard", 5 * time.Hour},
		{"ColdArchive", "Bulk", 12 * time.Hour},
		{"DeepColdArchive", "Standard", 48 * time.Hour},
	}
	for _, tt := range tests {
		t.Run(tt.class+tt.tier, func(t *testing.T) {
			c := newClock()
			b := bucketAt(t, oss403test.NewServer(t, oss403test.Now(c.now)).URL)
			require.NoError(t, b.PutObject("a", strings.NewReader("x"), oss.ObjectStorageClass(oss.StorageClassType(tt.class))))
			state := func() string {
				h, err := b.GetObjectDetailedMeta("a")
				require.NoError(t, err)
				assert.Equal(t, tt.class, h.Get("X-Oss-Storage-Class"))
				return h.Get("X-Oss-Restore")
			}
			read := func() error {
				r, err := b.GetObject("a")
				if err == nil {
					_ = r.Close()
				}
				return err
			}
			assert.Empty(t, state())
			oss403test.AssertKind(t, read(), oss403.KindObjectNotRestored)
			_, err := b.CopyObject("a", "b")
			oss403test.AssertKind(t, err, oss403.KindObjectNotRestored)

			restore := func() error {
				if tt.tier == "" {
					return b.RestoreObject("a")
				}
				return b.RestoreObjectDetail("a", oss.RestoreConfiguration{Days: 2, Tier: tt.tier})
			}
			require.NoError(t, restore())
			assert.Equal(t, `ongoing-request="true"`, state())
			oss403test.AssertKind(t, read(), oss403.KindObjectNotRestored)
			assert.Equal(t, 409, status(restore()), "it is under way")
			c.forward(tt.takes - time.Second)
			oss403test.AssertKind(t, read(), oss403.KindObjectNotRestored)
			c.forward(time.Second)
			assert.Contains(t, state(), `ongoing-request="false", expiry-date="`)
			require.NoError(t, read())
			require.NoError(t, restore(), "again, to have it for longer")
			c.forward(23 * time.Hour)
			require.NoError(t, read())
			c.forward(72 * time.Hour)
			assert.Empty(t, state())
			oss403test.AssertKind(t, read(), oss403.KindObjectNotRestored)
		})
	}
	b := bucketAt(t, oss403test.NewServer(t).URL)
	require.NoError(t, b.PutObject("a", strings.NewReader("x")))
	assert.Equal(t, 400, status(b.RestoreObject("a")), "nothing to restore")
	assert.Equal(t, 404, status(b.RestoreObject("none")))
}

// Restore, wait, read: by a rule.
func TestRestoreByARule(t *testing.T) {
	srv := oss403test.NewServer(t, oss403test.FinishRestore().Method("HEAD").Key("a").Nth(2))
	b := bucketAt(t, srv.URL)
	require.NoError(t, b.PutObject("a", strings.NewReader("x"), oss.ObjectStorageClass(oss.StorageArchive)))
	require.NoError(t, b.RestoreObject("a"))
	for i, want := range []string{"true", "false", "false"} {
		h, err := b.GetObjectDetailedMeta("a")
		require.NoError(t, err)
		assert.Contains(t, h.Get("X-Oss-Restore"), `ongoing-request="`+want, i)
	}
	assert.Equal(t, "x", content(t, b, "a"))
}

func TestStoreHeaders(t *testing.T) {
	srv := oss403test.NewServer(t)
	b := bucketAt(t, srv.URL)
	require.NoError(t, b.PutObject("a", strings.NewReader("hello"), oss.SetHeader("X-Oss-Tagging", "k=v")))
	h, err := b.GetObjectDetailedMeta("a")
	require.NoError(t, err)
	assert.Equal(t, strconv.FormatUint(crc64.Checksum([]byte("hello"), crc64.MakeTable(crc64.ECMA)), 10), h.Get("X-Oss-Hash-Crc64ecma"))
	assert.Equal(t, "1", h.Get("X-Oss-Tagging-Count"))
	assert.Equal(t, "AliyunOSS", h.Get("Server"))
	assert.Len(t, h.Get("X-Oss-Request-Id"), 24)

	_, err = b.GetObject("none")
	assert.Equal(t, "0026-00000001", err.(oss.ServiceError).Ec)
	_, err = b.GetObjectDetailedMeta("none")
	assert.Equal(t, "0026-00000001", err.(oss.ServiceError).Ec)
	assert.Equal(t, "NoSuchKey", err.(oss.ServiceError).Code)
	err = b.Client.SetBucketWebsite("photos", "index.html", "")
	assert.Equal(t, 400, status(err))
	assert.Equal(t, "NotImplemented", err.(oss.ServiceError).Code)
	err = b.PutObject("a", strings.NewReader("x"), oss.ForbidOverWrite(true))
	assert.Equal(t, 409, status(err))
	err = b.PutObject("a", strings.NewReader("x"), oss.ContentMD5("XUFAKrxLKna5cZ2REBfFkg=="))
	assert.Equal(t, 400, status(err))
	assert.Equal(t, "InvalidDigest", err.(oss.ServiceError).Code)
	require.NoError(t, b.PutObject("a", strings.NewReader("hello"), oss.ContentMD5("XUFAKrxLKna5cZ2REBfFkg==")))
}

// A copy keeps the metadata or takes the request's, and does not cross regions.
func TestCopies(t *testing.T) {
	srv := judging(t, oss403test.BucketAt("elsewhere", "oss-cn-beijing.aliyuncs.com"))
	b := sdk(t, srv, hangzhou, goodID, goodSecret)
	require.NoError(t, b.PutObject("a", strings.NewReader("x"), oss.Meta("colour", "red")))
	for key, option := range map[string]oss.MetadataDirectiveType{"red": oss.MetaCopy, "blue": oss.MetaReplace} {
		_, err := b.CopyObject("a", "b", oss.MetadataDirective(option), oss.Meta("colour", "blue"))
		require.NoError(t, err)
		h, err := b.GetObjectDetailedMeta("b")
		require.NoError(t, err)
		assert.Equal(t, key, h.Get("X-Oss-Meta-Colour"))
	}
	other, err := sdk(t, srv, "http://oss-cn-beijing.aliyuncs.com", goodID, goodSecret).Client.Bucket("elsewhere")
	require.NoError(t, err)
	require.NoError(t, other.PutObject("c", strings.NewReader("x")))
	_, err = b.CopyObjectFrom("elsewhere", "c", "d")
	oss403test.AssertKind(t, err, oss403.KindCrossRegionCopy)
}

// OSS deletes up to 1,000 objects at once.
func TestDeleteMany(t *testing.T) {
	b := bucketAt(t, oss403test.NewServer(t).URL)
	keys := make([]string, 1001)
	for i := range keys {
		keys[i] = strconv.Itoa(i)
	}
	_, err := b.DeleteObjects(keys[:1000])
	assert.NoError(t, err)
	_, err = b.DeleteObjects(keys)
	assert.Equal(t, 400, status(err))
}

// What an S3 client says of its upload alone is not kept, and its metadata is the object's.
func TestStoreHeadersOfS3(t *testing.T) {
	srv := oss403test.NewServer(t)
	put, err := http.NewRequest(http.MethodPut, "http://photos.oss-cn-hangzhou.aliyuncs.com/a", strings.NewReader("hello"))
	require.NoError(t, err)
	put.Header = http.Header{"Content-Encoding": {"aws-chunked"}, "X-Amz-Meta-Colour": {"red"}, "Content-Type": {"text/plain"}}
	resp, err := srv.Client().Do(put)
	require.NoError(t, err)
	require.NoError(t, resp.Body.Close())
	require.Equal(t, 200, resp.StatusCode)
	resp, err = srv.Client().Get("http://photos.oss-cn-hangzhou.aliyuncs.com/a")
	require.NoError(t, err)
	require.NoError(t, resp.Body.Close())
	assert.Equal(t, []string{"", "red", "text/plain"}, []string{resp.Header.Get("Content-Encoding"), resp.Header.Get("X-Oss-Meta-Colour"), resp.Header.Get("Content-Type")})
}

// As OSS does: a range that is not wholly within the object is no range, unless it is to be standard.
func TestRanges(t *testing.T) {
	srv := oss403test.NewServer(t)
	b := bucketAt(t, srv.URL)
	require.NoError(t, b.PutObject("a", strings.NewReader("0123456789")))
	tests := []struct {
		header   string
		standard bool
		status   int
		body     string
	}{
		{"bytes=2-4", false, 206, "234"},
		{"bytes=7-", false, 206, "789"},
		{"bytes=-3", false, 206, "789"},
		{"bytes=0-9", false, 206, "0123456789"},
		{"bytes=5-20", false, 200, "0123456789"},
		{"bytes=10-", false, 200, "0123456789"},
		{"bytes=4-2", false, 200, "0123456789"},
		{"bytes=0-1,3-4", false, 200, "0123456789"},
		{"lines=1-2", false, 200, "0123456789"},
		{"bytes=5-20", true, 206, "56789"},
		{"bytes=10-", true, 416, ""},
	}
	for _, tt := range tests {
		req, err := http.NewRequest("GET", srv.URL+"/photos/a", nil)
		require.NoError(t, err)
		req.Header.Set("Range", tt.header)
		if tt.standard {
			req.Header.Set("X-Oss-Range-Behavior", "standard")
		}
		resp, err := http.DefaultClient.Do(req)
		require.NoError(t, err)
		data, err := io.ReadAll(resp.Body)
		require.NoError(t, err)
		require.NoError(t, resp.Body.Close())
		assert.Equal(t, tt.status, resp.StatusCode, tt.header)
		if tt.status < 300 {
			assert.Equal(t, tt.body, string(data), tt.header)
		}
	}
}

func TestPreconditions(t *testing.T) {
	b := bucketAt(t, oss403test.NewServer(t).URL)
	require.NoError(t, b.PutObject("a", strings.NewReader("x")))
	h, err := b.GetObjectDetailedMeta("a")
	require.NoError(t, err)
	etag, old, young := h.Get("Etag"), time.Now().Add(-time.Hour), time.Now().Add(time.Hour)
	tests := []struct {
		name   string
		option oss.Option
		status string // "" for none
	}{
		{"match", oss.IfMatch(etag), ""},
		{"no match", oss.IfMatch(`"x"`), "412"},
		{"none match", oss.IfNoneMatch(`"x"`), ""},
		{"match of none", oss.IfNoneMatch(etag), "304"},
		{"match of any", oss.IfMatch("*"), ""},
		{"none match of any", oss.IfNoneMatch("*"), "304"},
		{"modified", oss.IfModifiedSince(old), ""},
		{"not modified", oss.IfModifiedSince(young), "304"},
		{"unmodified", oss.IfUnmodifiedSince(young), ""},
		{"not unmodified", oss.IfUnmodifiedSince(old), "412"},
	}
	for _, tt := range tests {
		_, err := b.GetObject("a", tt.option)
		if tt.status == "" {
			assert.NoError(t, err, tt.name)
		} else {
			assert.ErrorContains(t, err, tt.status, tt.name)
		}
	}
	for _, tt := range []struct {
		name   string
		option oss.Option
		status int
	}{
		{"match", oss.CopySourceIfMatch(etag), 0},
		{"no match", oss.CopySourceIfMatch(`"x"`), 412},
		{"match of none", oss.CopySourceIfNoneMatch(etag), 412},
		{"not modified", oss.CopySourceIfModifiedSince(young), 412},
		{"not unmodified", oss.CopySourceIfUnmodifiedSince(old), 412},
	} {
		_, err := b.CopyObject("a", "b", tt.option)
		assert.Equal(t, tt.status, status(err), tt.name)
	}
}

func TestAppendAndSymlink(t *testing.T) {
	b := bucketAt(t, oss403test.NewServer(t).URL)
	next, err := b.AppendObject("log", strings.NewReader("one"), 0, oss.ContentType("text/plain"))
	require.NoError(t, err)
	assert.EqualValues(t, 3, next)
	_, err = b.AppendObject("log", strings.NewReader("x"), 0)
	assert.Equal(t, "PositionNotEqualToLength", err.(oss.ServiceError).Code)
	require.NoError(t, b.PutObject("a", strings.NewReader("x")))
	_, err = b.AppendObject("a", strings.NewReader("x"), 1)
	assert.Equal(t, "ObjectNotAppendable", err.(oss.ServiceError).Code)
	h, err := b.GetObjectDetailedMeta("log")
	require.NoError(t, err)
	assert.Equal(t, "Appendable", h.Get("X-Oss-Object-Type"))
	assert.Equal(t, "3", h.Get("X-Oss-Next-Append-Position"))
	assert.Equal(t, "text/plain", h.Get("Content-Type"))

	require.NoError(t, b.PutSymlink("link", "dir/ü"))
	h, err = b.GetSymlink("link")
	require.NoError(t, err)
	assert.Equal(t, "dir/ü", h.Get("X-Oss-Symlink-Target"), "the SDK unescapes it")
	_, err = b.GetObject("link")
	assert.Equal(t, "SymlinkTargetNotExist", err.(oss.ServiceError).Code)
	_, err = b.GetSymlink("a")
	assert.Equal(t, "NotSymlink", err.(oss.ServiceError).Code)
}

func TestBucketOperations(t *testing.T) {
	srv := oss403test.NewServer(t)
	b := bucketAt(t, "http://oss-cn-beijing.aliyuncs.com", oss.HTTPClient(srv.Client()))
	require.NoError(t, b.Client.CreateBucket("photos", oss.ACL(oss.ACLPublicRead)))
	info, err := b.Client.GetBucketInfo("photos")
	require.NoError(t, err)
	assert.Equal(t, "oss-cn-beijing", info.BucketInfo.Location)
	assert.Equal(t, "public-read", info.BucketInfo.ACL)
	assert.Equal(t, "1000000000000001", info.BucketInfo.Owner.ID)
	acl, err := b.Client.GetBucketACL("photos")
	require.NoError(t, err)
	assert.Equal(t, "public-read", acl.ACL)
	require.NoError(t, b.Client.SetBucketACL("photos", oss.ACLPrivate))
	require.NoError(t, b.Client.SetBucketTagging("photos", oss.Tagging{Tags: []oss.Tag{{Key: "a", Value: "b"}}}))
	tags, err := b.Client.GetBucketTagging("photos")
	require.NoError(t, err)
	assert.Len(t, tags.Tags, 1)
	require.NoError(t, b.PutObject("a", strings.NewReader("12345")))
	require.NoError(t, b.PutObject("b/c", strings.NewReader("1")))
	stat, err := b.Client.GetBucketStat("photos")
	require.NoError(t, err)
	assert.EqualValues(t, 6, stat.Storage)
	assert.EqualValues(t, 2, stat.ObjectCount)
	_, err = b.Client.GetBucketLifecycle("photos")
	assert.Equal(t, "NoSuchLifecycle", err.(oss.ServiceError).Code)
	referer, err := b.Client.GetBucketReferer("photos")
	require.NoError(t, err)
	assert.True(t, referer.AllowEmptyReferer)
	logging, err := b.Client.GetBucketLogging("photos")
	require.NoError(t, err)
	assert.Empty(t, logging.LoggingEnabled.TargetBucket)
	versioning, err := b.Client.GetBucketVersioning("photos")
	require.NoError(t, err)
	assert.Empty(t, versioning.Status)
	versions, err := b.ListObjectVersions(oss.Delimiter("/"), oss.MaxKeys(1))
	require.NoError(t, err)
	require.Len(t, versions.ObjectVersions, 1)
	assert.Equal(t, "null", versions.ObjectVersions[0].VersionId)
	assert.True(t, versions.IsTruncated)
	_, err = b.GetObject("a", oss.VersionId("null"))
	require.NoError(t, err)
	_, err = b.GetObject("a", oss.VersionId("CAEQ"))
	assert.Equal(t, "NoSuchVersion", err.(oss.ServiceError).Code)
	for range 3 {
		require.NoError(t, b.Client.CreateBucket(fmt.Sprint("more-", time.Now().UnixNano())))
	}
	page, err := b.Client.ListBuckets(oss.MaxKeys(2))
	require.NoError(t, err)
	assert.Len(t, page.Buckets, 2)
	assert.True(t, page.IsTruncated)
	rest, err := b.Client.ListBuckets(oss.Marker(page.NextMarker))
	require.NoError(t, err)
	assert.Len(t, rest.Buckets, 2)
}

func TestListMultipartUploads(t *testing.T) {
	b := bucketAt(t, oss403test.NewServer(t).URL)
	for _, key := range []string{"a", "a", "b/1", "b/2", "c"} {
		_, err := b.InitiateMultipartUpload(key)
		require.NoError(t, err)
	}
	for _, max := range []int{1, 2, 10} {
		var keys, ids []string
		keyMarker, idMarker := "", ""
		for range 10 {
			page, err := b.ListMultipartUploads(oss.MaxUploads(max), oss.KeyMarker(keyMarker), oss.UploadIDMarker(idMarker))
			require.NoError(t, err)
			for _, u := range page.Uploads {
				keys, ids = append(keys, u.Key), append(ids, u.UploadID)
			}
			if keyMarker, idMarker = page.NextKeyMarker, page.NextUploadIDMarker; !page.IsTruncated {
				break
			}
		}
		assert.Equal(t, []string{"a", "a", "b/1", "b/2", "c"}, keys, max)
		assert.NotEqual(t, ids[0], ids[1])
	}
	page, err := b.ListMultipartUploads(oss.Delimiter("/"), oss.Prefix("b"))
	require.NoError(t, err)
	assert.Equal(t, []string{"b/"}, page.CommonPrefixes)
	assert.Empty(t, page.Uploads)
}

// S3 clients get their own names of headers and elements.
func TestS3Dialect(t *testing.T) {
	srv := oss403test.NewServer(t, oss403test.Answer(oss403.KindSignatureMismatch).Key("no"))
	do := func(method, path string) (*http.Response, string) {
		req, err := http.NewRequest(method, srv.URL+path, strings.NewReader("x"))
		require.NoError(t, err)
		req.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential=LTAI5tExampleExampleKey2/20260305/cn-hangzhou/s3/aws4_request, SignedHeaders=host, Signature=00")
		req.Header.Set("X-Amz-Storage-Class", "GLACIER")
		req.Header.Set("X-Amz-Meta-Color", "blue")
		resp, err := http.DefaultClient.Do(req)
		require.NoError(t, err)
		body, err := io.ReadAll(resp.Body)
		require.NoError(t, err)
		require.NoError(t, resp.Body.Close())
		assert.Len(t, resp.Header.Get("X-Amz-Request-Id"), 24)
		assert.Empty(t, resp.Header.Get("X-Oss-Request-Id"))
		return resp, string(body)
	}
	do("PUT", "/photos/a")
	resp, _ := do("HEAD", "/photos/a")
	assert.Equal(t, "GLACIER", resp.Header.Get("X-Amz-Storage-Class"))
	assert.Equal(t, "blue", resp.Header.Get("X-Amz-Meta-Color"))
	_, body := do("GET", "/photos/?list-type=2")
	assert.Contains(t, body, "<StorageClass>GLACIER<")
	_, body = do("GET", "/photos/?acl")
	assert.Contains(t, body, "FULL_CONTROL")
	resp, body = do("GET", "/photos/no")
	assert.Equal(t, "0002-00000429", resp.Header.Get("X-Oss-Ec"))
	assert.Contains(t, body, "<AWSAccessKeyId>LTAI5tExampleExampleKey2<")
	assert.Contains(t, body, "<StringToSign>AWS4-HMAC-SHA256\n")
	assert.Contains(t, body, "<CanonicalRequest>GET\n/photos/no\n")
}

// TLS, with the hosts of OSS and without DNS, for the server's own client, one with its pool, and
// one that goes through a proxy.
func TestTLS(t *testing.T) {
	srv := oss403test.NewServer(t, oss403test.Answer(oss403.KindUserDisabled).Key("no"))
	proxy, err := url.Parse(srv.URL)
	require.NoError(t, err)
	pool := &tls.Config{RootCAs: srv.CertPool()}
	for _, tt := range []struct {
		name, endpoint string
		client         *http.Client
	}{
		{"host", "https://oss-cn-hangzhou.aliyuncs.com", srv.Client()},
		{"URL", srv.TLSURL(), srv.Client()},
		{"pool", srv.TLSURL(), &http.Client{Transport: &http.Transport{TLSClientConfig: pool}}},
		{"proxy", "https://oss-cn-hangzhou.aliyuncs.com", &http.Client{Transport: &http.Transport{TLSClientConfig: pool, Proxy: http.ProxyURL(proxy)}}},
		{"proxy without TLS", "http://oss-cn-hangzhou.aliyuncs.com", &http.Client{Transport: &http.Transport{Proxy: http.ProxyURL(proxy)}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			defer tt.client.CloseIdleConnections()
			b := bucketAt(t, tt.endpoint, oss.HTTPClient(tt.client))
			require.NoError(t, b.PutObject("a b", strings.NewReader("x")))
			assert.Equal(t, "x", content(t, b, "a b"))
			_, err := b.GetObject("no")
			e := oss403test.RequireKind(t, err, oss403.KindUserDisabled)
			assert.Equal(t, "photos", e.Bucket)
		})
	}
	_, err = http.Get(srv.TLSURL())
	assert.ErrorContains(t, err, "certificate", "nobody else trusts it")
	block, _ := pem.Decode(oss403test.CertPEM())
	cert, err := x509.ParseCertificate(block.Bytes)
	require.NoError(t, err)
	assert.True(t, cert.IsCA)
}

// A failure points at the line of whoever called: go test says so of a package that fails.
func TestFailuresPointAtTheCaller(t *testing.T) {
	cmd := exec.Command("go", "test", "-count=1", "./testdata/failing")
	cmd.Env = append(os.Environ(), "OSS403TEST_FAIL=1")
	out, err := cmd.CombinedOutput()
	require.Error(t, err, string(out))
	source, err := os.ReadFile(filepath.Join("testdata", "failing", "failing_test.go"))
	require.NoError(t, err)
	n := 0
	for i, line := range strings.Split(string(source), "\n") {
		if _, want, ok := strings.Cut(line, "// fails: "); ok {
			n++
			assert.Contains(t, string(out), fmt.Sprintf("failing_test.go:%d: %s", i+1, want))
		}
	}
	assert.Equal(t, 5, n)
	assert.NotContains(t, string(out), "assert.go:")
	assert.NotContains(t, string(out), "server.go:")
}
