package oss403test_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
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

// kinds are all there are.
func kinds() []oss403.Kind {
	return append(slices.Collect(oss403.Kinds()), oss403.KindUnknown)
}

func request(method, url string) *http.Request {
	r := httptest.NewRequest(method, url, nil)
	r.Header.Set("Authorization", "OSS LTAI5tExampleExampleKey2:ZXhhbXBsZQ==")
	r.Header.Set("Date", "Thu, 05 Mar 2026 09:51:03 GMT")
	return r
}

// An answer with an EC has the link to what Alibaba Cloud says of it, as OSS's has.
func TestRecommendDoc(t *testing.T) {
	e := oss403test.Error(oss403.KindUserDisabled)
	assert.NotEmpty(t, e.EC)
	assert.Equal(t, "https://api.alibabacloud.com/troubleshoot?q="+e.EC, e.RecommendDoc)
}

func TestEveryKindDecodes(t *testing.T) {
	const url = "https://photos.oss-cn-hangzhou.aliyuncs.com/dir/a%20b.txt?acl"
	for _, kind := range kinds() {
		t.Run(string(kind), func(t *testing.T) {
			e := oss403test.Error(kind)
			assert.Equal(t, kind, e.Kind, "Error")
			assert.NotEmpty(t, e.Report(oss403.English))

			e, ok := oss403.From(oss403test.ServiceError(kind))
			if assert.True(t, ok, "ServiceError") {
				assert.Equal(t, kind, e.Kind, "ServiceError")
			}

			for _, method := range []string{"GET", "HEAD", "PUT"} {
				resp := oss403test.Response(request(method, url), kind)
				e, ok = oss403.FromResponse(resp)
				if assert.True(t, ok, method) {
					assert.Equal(t, kind, e.Kind, method)
					assert.Equal(t, "photos", e.Bucket, method)
					assert.Equal(t, "dir/a b.txt", e.Object, method)
				}
			}

			e, ok = oss403.Parse(403, nil, oss403test.Body(kind))
			if kind == oss403.KindIntermediary {
				assert.False(t, ok, "a page proves nothing without its request")
			} else if assert.True(t, ok, "Body") {
				assert.Equal(t, kind, e.Kind, "Body")
			}
		})
	}
}

// Every option together must not change the kind.
func TestOptionsKeepTheKind(t *testing.T) {
	all := []oss403test.Option{
		oss403test.Bucket("b<&>"), oss403test.Object("k\n\"é\x01"), oss403test.Endpoint("oss-cn-shanghai.aliyuncs.com"),
		oss403test.Host("files.example.com"), oss403test.Action("oss:DeleteObject"), oss403test.Principal("Federated", "idp:me"),
		oss403test.RequestID("0123456789ABCDEF01234567"), oss403test.AccessKeyID("STS.ExampleExampleExampleKey9"),
		oss403test.RequestTime(time.Unix(1e9, 0)), oss403test.ServerTime(time.Unix(2e9, 0)), oss403test.Expires(time.Unix(1e9, 0)),
	}
	for _, kind := range kinds() {
		e := oss403test.Error(kind, all...)
		assert.Equal(t, kind, e.Kind)
		if kind != oss403.KindIntermediary {
			assert.Equal(t, "0123456789ABCDEF01234567", e.RequestID)
			assert.Equal(t, "b<&>", e.Bucket, kind)
			assert.Equal(t, "k\n\"é\uFFFD", e.Object, kind)
		}
	}
}

func TestOptions(t *testing.T) {
	noon := time.Date(2030, 1, 2, 12, 0, 0, 0, time.UTC)
	tests := []struct {
		name string
		kind oss403.Kind
		opts []oss403test.Option
		got  func(e *oss403.Error) any
		want any
	}{
		{"bucket", oss403.KindBucketDisabled, []oss403test.Option{oss403test.Bucket("b")}, func(e *oss403.Error) any { return e.Bucket + " " + e.HostID }, "b b.oss-cn-hangzhou.aliyuncs.com"},
		{"empty is default", oss403.KindBucketDisabled, []oss403test.Option{oss403test.Bucket("b"), oss403test.Bucket("")}, func(e *oss403.Error) any { return e.Bucket }, "b"},
		{"object named by an option", oss403.KindKMSForbidden, []oss403test.Option{oss403test.Object("k")}, func(e *oss403.Error) any { return e.Object }, "k"},
		{"object not named", oss403.KindKMSForbidden, nil, func(e *oss403.Error) any { return e.Object }, ""},
		{"object named by OSS", oss403.KindObjectNotRestored, nil, func(e *oss403.Error) any { return e.Object }, "notes.txt"},
		{"endpoint asked for", oss403.KindEndpointMismatch, []oss403test.Option{oss403test.Endpoint("oss-cn-shanghai.aliyuncs.com")}, func(e *oss403.Error) any { return e.BucketEndpoint + " " + e.HostID }, "oss-cn-shanghai.aliyuncs.com examplebucket.oss-cn-hangzhou.aliyuncs.com"},
		{"endpoint called", oss403.KindKMSForbidden, []oss403test.Option{oss403test.Endpoint("oss-cn-shanghai.aliyuncs.com")}, func(e *oss403.Error) any { return e.HostID }, "examplebucket.oss-cn-shanghai.aliyuncs.com"},
		{"host", oss403.KindKMSForbidden, []oss403test.Option{oss403test.Host("files.example.com")}, func(e *oss403.Error) any { return e.HostID + " " + e.Bucket }, "files.example.com examplebucket"},
		{"action", oss403.KindRAMPolicyImplicitDeny, []oss403test.Option{oss403test.Action("oss:PutObject")}, func(e *oss403.Error) any { return e.Denial.Action }, "oss:PutObject"},
		{"action in the message", oss403.KindActionForbidden, []oss403test.Option{oss403test.Action("oss:PutObject")}, func(e *oss403.Error) any { return e.Message }, "You are forbidden to oss:PutObject"},
		{"principal", oss403.KindControlPolicyDenied, []oss403test.Option{oss403test.Principal("Federated", "idp:me")}, func(e *oss403.Error) any { return e.Denial.PrincipalType + " " + e.Denial.PrincipalName }, "Federated idp:me"},
		{"principal of a session", oss403.KindSessionPolicyDenied, nil, func(e *oss403.Error) any { return e.Denial.PrincipalType + " " + e.Denial.PrincipalName }, "AssumedRoleUser uploader:web"},
		{"access key", oss403.KindAccessKeyNotFound, []oss403test.Option{oss403test.AccessKeyID("LTAI5tExampleExampleKey9")}, func(e *oss403.Error) any { return e.AccessKeyID }, "LTAI5t****Key9"},
		{"request id", oss403.KindUnknown, []oss403test.Option{oss403test.RequestID("0123456789ABCDEF01234567")}, func(e *oss403.Error) any { return e.RequestID }, "0123456789ABCDEF01234567"},
		{"server time alone", oss403.KindClockSkew, []oss403test.Option{oss403test.ServerTime(noon)}, func(e *oss403.Error) any { return e.Clock.RequestTime.Sub(e.Clock.ServerTime) }, 8 * time.Hour},
		{"request time alone", oss403.KindClockSkew, []oss403test.Option{oss403test.RequestTime(noon)}, func(e *oss403.Error) any { return e.Clock.ServerTime }, noon.Add(-8 * time.Hour)},
		{"both times", oss403.KindClockSkew, []oss403test.Option{oss403test.RequestTime(noon), oss403test.ServerTime(noon.Add(time.Hour))}, func(e *oss403.Error) any { return e.Clock.ServerTime.Sub(e.Clock.RequestTime) }, time.Hour},
		{"expires alone", oss403.KindRequestExpired, []oss403test.Option{oss403test.Expires(noon)}, func(e *oss403.Error) any { return e.Clock.ServerTime }, noon.Add(time.Hour)},
		{"another zone", oss403.KindRequestExpired, []oss403test.Option{oss403test.Expires(noon.In(time.FixedZone("", 3600)))}, func(e *oss403.Error) any { return e.Clock.Expires }, noon},
		{"no kind", "", nil, func(e *oss403.Error) any { return e.Kind }, oss403.KindUnknown},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, tt.got(oss403test.Error(tt.kind, tt.opts...)))
		})
	}
}

// What is made twice is the same, so that outputs can be compared.
func TestAnswersAreFixed(t *testing.T) {
	for _, kind := range kinds() {
		assert.Equal(t, oss403test.Body(kind), oss403test.Body(kind))
	}
}

func TestErrorHoldsTheSDKs(t *testing.T) {
	var se oss.ServiceError
	require.ErrorAs(t, error(oss403test.Error(oss403.KindUserDisabled)), &se)
	assert.Equal(t, oss403test.ServiceError(oss403.KindUserDisabled), se)
}

func TestResponse(t *testing.T) {
	const url = "https://photos.oss-cn-hangzhou.aliyuncs.com/a.txt"
	read := func(resp *http.Response) string {
		body, err := io.ReadAll(resp.Body)
		require.NoError(t, err)
		require.NoError(t, resp.Body.Close())
		return string(body)
	}

	get := request("GET", url)
	resp := oss403test.Response(get, oss403.KindKMSForbidden)
	assert.Same(t, get, resp.Request)
	assert.Equal(t, "403 Forbidden", resp.Status)
	assert.Equal(t, "AliyunOSS", resp.Header.Get("Server"))
	assert.Equal(t, "application/xml", resp.Header.Get("Content-Type"))
	assert.Equal(t, "Thu, 05 Mar 2026 09:51:03 GMT", resp.Header.Get("Date"))
	body := read(resp)
	assert.Equal(t, strconv.Itoa(len(body)), resp.Header.Get("Content-Length"))
	assert.EqualValues(t, len(body), resp.ContentLength)
	assert.Contains(t, body, "<HostId>photos.oss-cn-hangzhou.aliyuncs.com</HostId>")

	resp = oss403test.Response(request("HEAD", url), oss403.KindBucketACLDenied)
	assert.Empty(t, read(resp))
	assert.Equal(t, "0003-00000001", resp.Header.Get("X-Oss-Ec"))
	assert.NotEmpty(t, resp.Header.Get("X-Oss-Err"))

	for _, method := range []string{"GET", "HEAD"} {
		resp = oss403test.Response(request(method, url), oss403.KindIntermediary)
		assert.Equal(t, method == "GET", strings.Contains(read(resp), "<html>"))
		assert.Equal(t, "Tengine", resp.Header.Get("Server"))
		for name := range resp.Header {
			assert.NotContains(t, name, "Oss")
		}
	}

	e, ok := oss403.FromResponse(oss403test.Response(nil, oss403.KindKMSForbidden))
	require.True(t, ok)
	assert.Equal(t, "examplebucket", e.Bucket)
}

// A signature is said to fit the request, so that the secret is what is wrong.
func TestSignatureMismatchFitsTheRequest(t *testing.T) {
	r := request("PUT", "https://photos.oss-cn-hangzhou.aliyuncs.com/a%2Bb.txt?partNumber=1&uploadId=x&other=1")
	r.Header.Set("Content-Type", "text/plain")
	r.Header.Set("X-Oss-Meta-B", "2")
	r.Header.Set("X-Oss-Meta-A", "1")
	e, ok := oss403.FromResponse(oss403test.Response(r, oss403.KindSignatureMismatch))
	require.True(t, ok)
	assert.Equal(t, "PUT\n\ntext/plain\nThu, 05 Mar 2026 09:51:03 GMT\nx-oss-meta-a:1\nx-oss-meta-b:2\n/photos/a+b.txt?partNumber=1&uploadId=x", e.Signature.RawStringToSign())
	assert.Equal(t, "LTAI5t****Key2", e.AccessKeyID)
	assert.Contains(t, e.Error(), "secret")
}

// The request says what is not set.
func TestActionOfTheRequest(t *testing.T) {
	tests := []struct{ method, url, want string }{
		{"GET", "http://127.0.0.1:80/", "oss:ListBuckets"},
		{"GET", "http://127.0.0.1:80/b/", "oss:ListObjects"},
		{"GET", "http://b.oss-cn-hangzhou.aliyuncs.com/?prefix=x", "oss:ListObjects"},
		{"PUT", "http://b.oss-cn-hangzhou.aliyuncs.com/", "oss:PutBucket"},
		{"GET", "http://b.oss-cn-hangzhou.aliyuncs.com/?acl", "oss:GetBucketAcl"},
		{"POST", "http://b.oss-cn-hangzhou.aliyuncs.com/?delete", "oss:DeleteObject"},
		{"HEAD", "http://b.oss-cn-hangzhou.aliyuncs.com/k", "oss:GetObject"},
		{"POST", "http://b.oss-cn-hangzhou.aliyuncs.com/k?uploads", "oss:PutObject"},
		{"PUT", "http://b.oss-cn-hangzhou.aliyuncs.com/k?acl", "oss:PutObjectAcl"},
		{"GET", "http://b.oss-cn-hangzhou.aliyuncs.com/k?tagging", "oss:GetObjectTagging"},
		{"DELETE", "http://b.oss-cn-hangzhou.aliyuncs.com/k", "oss:DeleteObject"},
		{"DELETE", "http://b.oss-cn-hangzhou.aliyuncs.com/k?uploadId=x", "oss:AbortMultipartUpload"},
		{"GET", "http://s3.oss-cn-hangzhou.aliyuncs.com/b/k", "oss:GetObject"},
	}
	for _, tt := range tests {
		e, ok := oss403.FromResponse(oss403test.Response(request(tt.method, tt.url), oss403.KindRAMPolicyImplicitDeny))
		if assert.True(t, ok) {
			assert.Equal(t, tt.want, e.Denial.Action, "%s %s", tt.method, tt.url)
		}
	}
}

// The AccessKey ID is that of the request, however it was signed.
func TestAccessKeyOfTheRequest(t *testing.T) {
	const id = "LTAI5tExampleExampleKey7"
	tests := map[string]func(r *http.Request){
		"V1": func(r *http.Request) { r.Header.Set("Authorization", "OSS "+id+":c2ln") },
		"V2": func(r *http.Request) { r.Header.Set("Authorization", "OSS2 AccessKeyId:"+id+",Signature:c2ln") },
		"V4": func(r *http.Request) {
			r.Header.Set("Authorization", "OSS4-HMAC-SHA256 Credential="+id+"/20260305/cn-hangzhou/oss/aliyun_v4_request,Signature=0a")
		},
		"S3 V2":  func(r *http.Request) { r.Header.Set("Authorization", "AWS "+id+":c2ln") },
		"V1 URL": func(r *http.Request) { r.URL.RawQuery = "OSSAccessKeyId=" + id + "&Expires=1&Signature=c2ln" },
		"V4 URL": func(r *http.Request) { r.URL.RawQuery = "x-oss-credential=" + id + "%2F20260305" },
	}
	for name, sign := range tests {
		r := httptest.NewRequest("GET", "http://b.oss-cn-hangzhou.aliyuncs.com/k", nil)
		sign(r)
		var doc struct{ OSSAccessKeyId, AWSAccessKeyId string }
		require.NoError(t, decodeXML(oss403test.Response(r, oss403.KindAccessKeyDisabled).Body, &doc))
		if name == "S3 V2" {
			assert.Equal(t, id, doc.AWSAccessKeyId, name)
		} else {
			assert.Equal(t, id, doc.OSSAccessKeyId, name)
		}
	}
}

func TestBodyIsASDKsDocument(t *testing.T) {
	var doc struct{ StringToSign, StringToSignBytes, Message string }
	require.NoError(t, decodeXML(strings.NewReader(string(oss403test.Body(oss403.KindSignatureMismatch))), &doc))
	var b []byte
	for _, hex := range strings.Fields(doc.StringToSignBytes) {
		n, err := strconv.ParseUint(hex, 16, 8)
		require.NoError(t, err)
		b = append(b, byte(n))
	}
	assert.Equal(t, doc.StringToSign, string(b))
	assert.True(t, errors.Is(oss403test.Error(oss403.KindSignatureMismatch), oss403.CodeSignatureDoesNotMatch))
}
