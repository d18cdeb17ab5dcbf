package compat

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	ossv2 "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
	ossv1 "github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
)

const (
	sourceBucket = "otherbucket"
	sourceKey    = "from/a b+c%2Fd/ü.txt"
	version      = "CAEQ+/=="
	uploadID     = "0004B9894A22E5B1888A1E29F823"
	style        = "image/resize,w_100"
	policyText   = `{"Version":"1","Statement":[]}`

	onService    = " acs:oss:*:*:*"
	onBucket     = " acs:oss:*:*:" + bucket
	onObject     = " acs:oss:*:*:" + bucket + "/" + key
	onAllObjects = " acs:oss:*:*:" + bucket + "/*"
	onSource     = " acs:oss:*:*:" + sourceBucket + "/" + sourceKey
	onSourceHere = " acs:oss:*:*:" + bucket + "/" + sourceKey

	deniedID  = "684B0000000000000000E403"
	deniedXML = `<?xml version="1.0" encoding="UTF-8"?>
<Error>
  <Code>AccessDenied</Code>
  <Message>You have no right to access this object.</Message>
  <RequestId>` + deniedID + `</RequestId>
  <HostId>` + bucket + "." + endpoint + `</HostId>
  <EC>0003-00000001</EC>
</Error>`
)

// denyAll answers every request as OSS does one whose caller lacks a permission.
func denyAll(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body)
	w.Header().Set("Server", "AliyunOSS")
	w.Header().Set("Content-Type", "application/xml")
	w.Header().Set(idHeader(r), deniedID)
	w.Header().Set("X-Oss-Ec", "0003-00000001")
	if r.Method == http.MethodHead {
		w.Header().Set("X-Oss-Err", base64.StdEncoding.EncodeToString([]byte(deniedXML)))
	}
	w.WriteHeader(http.StatusForbidden)
	_, _ = io.WriteString(w, deniedXML)
}

// row is a call of client C: the operation of OSS that it is, and the actions that it needs with
// their resources. Both are empty where OSS documents no action: then none may be shown as fact.
type row[C any] struct {
	name      string
	send      func(c C) error
	operation string
	actions   []string
}

func TestActionsOfSDK1(t *testing.T) {
	testActions(t, operations1, func(t *testing.T, c *http.Client) *ossv1.Bucket { return sdk1(t, endpoint, c) })
}

func TestActionsOfSDK2(t *testing.T) {
	testActions(t, operations2, func(_ *testing.T, c *http.Client) *ossv2.Client {
		return sdk2(ossv2.SignatureVersionV4, "", c)
	})
}

// testActions sends one request per row and compares what the transport makes of its 403.
func testActions[C any](t *testing.T, rows []row[C], newClient func(*testing.T, *http.Client) C) {
	for _, o := range rows {
		t.Run(o.name, func(t *testing.T) {
			s := &server{Server: httptest.NewServer(http.HandlerFunc(denyAll))}
			t.Cleanup(s.Close)
			var request string
			var seen []*oss403.Error
			client := newClient(t, &http.Client{Transport: overTLS{&oss403.Transport{Base: withoutTLS{s.transport()}, Observe: func(r *http.Request, e *oss403.Error) {
				request = fmt.Sprint(r.Method, " ", r.URL, " ", r.Header)
				seen = append(seen, e)
			}}}})
			if err := o.send(client); err == nil {
				t.Error("the client takes a 403 for a success")
			}
			if len(seen) != 1 {
				t.Fatalf("%d answers 403 observed, want 1", len(seen))
			}
			if seen[0].RequestID != deniedID || seen[0].EC != "0003-00000001" {
				t.Errorf("request %s, EC %s", seen[0].RequestID, seen[0].EC)
			}
			x := seen[0].Explain(oss403.English)
			if got := operationFound(x.Findings); got != o.operation {
				t.Errorf("operation %q, want %q\n%s", got, o.operation, request)
			}
			want := slices.Sorted(slices.Values(o.actions))
			got, err := granted(x.Remedy.Policy)
			if err != nil {
				t.Errorf("%v in the policy\n%s", err, x.Remedy.Policy)
			}
			if !slices.Equal(got, want) {
				t.Errorf("the policy grants\n%s\nwant\n%s\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"), request)
			}
		})
	}
}

// overTLS and withoutTLS have what is between them see requests as if they went over TLS: plain http
// may be what a policy refuses, so that no grant is shown for it.
type (
	overTLS    struct{ http.RoundTripper }
	withoutTLS struct{ http.RoundTripper }
)

func (o overTLS) RoundTrip(r *http.Request) (*http.Response, error) {
	secure := r.Clone(r.Context())
	secure.URL.Scheme = "https"
	return o.RoundTripper.RoundTrip(secure)
}

func (w withoutTLS) RoundTrip(r *http.Request) (*http.Response, error) {
	plain := r.Clone(r.Context())
	plain.URL.Scheme = "http"
	resp, err := w.RoundTripper.RoundTrip(plain)
	if err == nil {
		resp.Request = r
	}
	return resp, err
}

// operationFound returns what the request was recognized as.
func operationFound(findings []oss403.Finding) string {
	i := slices.IndexFunc(findings, func(f oss403.Finding) bool { return f.Field == "request" })
	if i < 0 {
		return ""
	}
	return findings[i].Got
}

// granted lists what a policy allows, sorted: action, resource, and the condition if there is one.
func granted(policy string) ([]string, error) {
	if policy == "" {
		return nil, nil
	}
	var p struct {
		Version   string
		Statement []struct {
			Effect           string
			Action, Resource []string
			Condition        map[string]map[string][]string
		}
	}
	d := json.NewDecoder(strings.NewReader(policy))
	d.DisallowUnknownFields()
	if err := d.Decode(&p); err != nil {
		return nil, err
	}
	if p.Version != "1" {
		return nil, errors.New("version " + p.Version)
	}
	var list []string
	for _, s := range p.Statement {
		if s.Effect != "Allow" {
			return nil, errors.New("effect " + s.Effect)
		}
		condition := ""
		if s.Condition != nil {
			condition = fmt.Sprint(" if ", s.Condition)
		}
		for _, action := range s.Action {
			for _, resource := range s.Resource {
				list = append(list, action+" "+resource+condition)
			}
		}
	}
	slices.Sort(list)
	return list, nil
}

// failed drops a result.
func failed[T any](_ T, err error) error { return err }

func body() io.Reader { return strings.NewReader(content) }

var (
	upload1  = ossv1.InitiateMultipartUploadResult{Bucket: bucket, Key: key, UploadID: uploadID}
	tagging1 = ossv1.Tagging{Tags: []ossv1.Tag{{Key: "color", Value: "blue"}}}
	channel1 = ossv1.LiveChannelConfiguration{Target: ossv1.LiveChannelTarget{Type: "HLS", PlaylistName: "a.m3u8"}}
)

var operations1 = []row[*ossv1.Bucket]{
	// Uploads and copies.
	{"PutObject", func(b *ossv1.Bucket) error { return b.PutObject(key, body()) },
		"PutObject", []string{"oss:PutObject" + onObject}},
	{"PutObject tagged", func(b *ossv1.Bucket) error { return b.PutObject(key, body(), ossv1.SetTagging(tagging1)) },
		"PutObject", []string{"oss:PutObject" + onObject, "oss:PutObjectTagging" + onObject}},
	{"PutObject with ACL", func(b *ossv1.Bucket) error { return b.PutObject(key, body(), ossv1.ObjectACL(ossv1.ACLPrivate)) },
		"PutObject", []string{"oss:PutObject" + onObject}}, // that it needs oss:PutObjectAcl is doubtful,
	{"PutObject with KMS", func(b *ossv1.Bucket) error { return b.PutObject(key, body(), ossv1.ServerSideEncryption("KMS")) },
		"PutObject", []string{"oss:PutObject" + onObject}},
	{"PutObjectWithURL", func(b *ossv1.Bucket) error {
		u, err := b.SignURL(key, ossv1.HTTPPut, 600)
		if err != nil {
			return err
		}
		return b.PutObjectWithURL(u, body())
	}, "PutObject", []string{"oss:PutObject" + onObject}},
	{"AppendObject", func(b *ossv1.Bucket) error { return failed(b.AppendObject(key, body(), 0)) },
		"AppendObject", []string{"oss:PutObject" + onObject}},
	{"AppendObject tagged", func(b *ossv1.Bucket) error {
		return failed(b.AppendObject(key, body(), 0, ossv1.SetTagging(tagging1)))
	}, "AppendObject", []string{"oss:PutObject" + onObject, "oss:PutObjectTagging" + onObject}},
	{"CopyObject", func(b *ossv1.Bucket) error { return failed(b.CopyObject(sourceKey, key)) },
		"CopyObject", []string{"oss:GetObject" + onSourceHere, "oss:PutObject" + onObject}},
	{"CopyObjectFrom", func(b *ossv1.Bucket) error { return failed(b.CopyObjectFrom(sourceBucket, sourceKey, key)) },
		"CopyObject", []string{"oss:GetObject" + onSource, "oss:PutObject" + onObject}},
	{"CopyObject of a version", func(b *ossv1.Bucket) error { return failed(b.CopyObject(sourceKey, key, ossv1.VersionId(version))) },
		"CopyObject", []string{"oss:GetObject" + onSourceHere, "oss:GetObjectVersion" + onSourceHere, "oss:PutObject" + onObject}},
	{"CopyObject tagged", func(b *ossv1.Bucket) error {
		return failed(b.CopyObject(sourceKey, key, ossv1.SetTagging(tagging1), ossv1.TaggingDirective(ossv1.TaggingReplace)))
	}, "CopyObject", []string{"oss:GetObject" + onSourceHere, "oss:GetObjectTagging" + onSourceHere, "oss:PutObject" + onObject, "oss:PutObjectTagging" + onObject}},
	{"SetObjectMeta", func(b *ossv1.Bucket) error { return b.SetObjectMeta(key, ossv1.Meta("color", "blue")) },
		"CopyObject", []string{"oss:GetObject" + onObject, "oss:PutObject" + onObject}},
	{"PutSymlink", func(b *ossv1.Bucket) error { return b.PutSymlink(key, "target") },
		"PutSymlink", []string{"oss:PutObject" + onObject}},

	// Reads.
	{"GetObject", func(b *ossv1.Bucket) error { return failed(b.GetObject(key)) },
		"GetObject", []string{"oss:GetObject" + onObject}},
	{"GetObject of a version", func(b *ossv1.Bucket) error { return failed(b.GetObject(key, ossv1.VersionId(version))) },
		"GetObject", []string{"oss:GetObject" + onObject, "oss:GetObjectVersion" + onObject}},
	{"GetObject of an image", func(b *ossv1.Bucket) error { return failed(b.GetObject(key, ossv1.Process(style))) },
		"GetObject", []string{"oss:GetObject" + onObject}},
	{"GetObjectWithURL", func(b *ossv1.Bucket) error {
		u, err := b.SignURL(key, ossv1.HTTPGet, 600)
		if err != nil {
			return err
		}
		return failed(b.GetObjectWithURL(u))
	}, "GetObject", []string{"oss:GetObject" + onObject}},
	{"GetObjectDetailedMeta", func(b *ossv1.Bucket) error { return failed(b.GetObjectDetailedMeta(key)) },
		"HeadObject", []string{"oss:GetObject" + onObject}},
	{"GetObjectDetailedMeta of a version", func(b *ossv1.Bucket) error { return failed(b.GetObjectDetailedMeta(key, ossv1.VersionId(version))) },
		"HeadObject", []string{"oss:GetObject" + onObject, "oss:GetObjectVersion" + onObject}},
	{"GetObjectMeta", func(b *ossv1.Bucket) error { return failed(b.GetObjectMeta(key)) },
		"GetObjectMeta", []string{"oss:GetObject" + onObject}},
	{"IsObjectExist", func(b *ossv1.Bucket) error { return failed(b.IsObjectExist(key)) },
		"GetObjectMeta", []string{"oss:GetObject" + onObject}},
	{"GetSymlink", func(b *ossv1.Bucket) error { return failed(b.GetSymlink(key)) },
		"GetSymlink", []string{"oss:GetObject" + onObject}},
	{"SelectObject", func(b *ossv1.Bucket) error {
		return failed(b.SelectObject(key, ossv1.SelectRequest{Expression: "select * from ossobject"}))
	}, "SelectObject", []string{"oss:GetObject" + onObject}},
	{"ProcessObject", func(b *ossv1.Bucket) error { return failed(b.ProcessObject(key, style)) },
		"ProcessObject", []string{"oss:GetObject" + onObject, "oss:PostProcessTask" + onObject}},

	// Deletions, restoration, ACLs and tags.
	{"DeleteObject", func(b *ossv1.Bucket) error { return b.DeleteObject(key) },
		"DeleteObject", []string{"oss:DeleteObject" + onObject}},
	{"DeleteObject of a version", func(b *ossv1.Bucket) error { return b.DeleteObject(key, ossv1.VersionId(version)) },
		"DeleteObject", []string{"oss:DeleteObject" + onObject, "oss:DeleteObjectVersion" + onObject}},
	{"DeleteObjects", func(b *ossv1.Bucket) error { return failed(b.DeleteObjects([]string{key, "other"})) },
		"DeleteMultipleObjects", []string{"oss:DeleteObject" + onAllObjects}},
	{"RestoreObject", func(b *ossv1.Bucket) error { return b.RestoreObject(key) },
		"RestoreObject", []string{"oss:RestoreObject" + onObject}},
	{"RestoreObject of a version", func(b *ossv1.Bucket) error { return b.RestoreObject(key, ossv1.VersionId(version)) },
		"RestoreObject", []string{"oss:RestoreObject" + onObject, "oss:RestoreObjectVersion" + onObject}},
	{"SetObjectACL", func(b *ossv1.Bucket) error { return b.SetObjectACL(key, ossv1.ACLPrivate) },
		"PutObjectAcl", []string{"oss:PutObjectAcl" + onObject}},
	{"SetObjectACL of a version", func(b *ossv1.Bucket) error { return b.SetObjectACL(key, ossv1.ACLPrivate, ossv1.VersionId(version)) },
		"PutObjectAcl", []string{"oss:PutObjectAcl" + onObject, "oss:PutObjectVersionAcl" + onObject}},
	{"GetObjectACL", func(b *ossv1.Bucket) error { return failed(b.GetObjectACL(key)) },
		"GetObjectAcl", []string{"oss:GetObjectAcl" + onObject}},
	{"PutObjectTagging", func(b *ossv1.Bucket) error { return b.PutObjectTagging(key, tagging1) },
		"PutObjectTagging", []string{"oss:PutObjectTagging" + onObject}},
	{"GetObjectTagging", func(b *ossv1.Bucket) error { return failed(b.GetObjectTagging(key)) },
		"GetObjectTagging", []string{"oss:GetObjectTagging" + onObject}},
	{"DeleteObjectTagging of a version", func(b *ossv1.Bucket) error { return b.DeleteObjectTagging(key, ossv1.VersionId(version)) },
		"DeleteObjectTagging", []string{"oss:DeleteObjectTagging" + onObject, "oss:DeleteObjectVersionTagging" + onObject}},

	// Multipart uploads.
	{"InitiateMultipartUpload", func(b *ossv1.Bucket) error { return failed(b.InitiateMultipartUpload(key)) },
		"InitiateMultipartUpload", []string{"oss:PutObject" + onObject}},
	{"InitiateMultipartUpload tagged", func(b *ossv1.Bucket) error {
		return failed(b.InitiateMultipartUpload(key, ossv1.SetTagging(tagging1)))
	}, "InitiateMultipartUpload", []string{"oss:PutObject" + onObject, "oss:PutObjectTagging" + onObject}},
	{"UploadPart", func(b *ossv1.Bucket) error { return failed(b.UploadPart(upload1, body(), int64(len(content)), 1)) },
		"UploadPart", []string{"oss:PutObject" + onObject}},
	{"UploadPartCopy", func(b *ossv1.Bucket) error {
		return failed(b.UploadPartCopy(upload1, sourceBucket, sourceKey, 0, 100, 1))
	}, "UploadPartCopy", []string{"oss:GetObject" + onSource, "oss:PutObject" + onObject}},
	{"CompleteMultipartUpload", func(b *ossv1.Bucket) error {
		return failed(b.CompleteMultipartUpload(upload1, []ossv1.UploadPart{{PartNumber: 1, ETag: "a"}}))
	}, "CompleteMultipartUpload", []string{"oss:PutObject" + onObject}},
	{"AbortMultipartUpload", func(b *ossv1.Bucket) error { return b.AbortMultipartUpload(upload1) },
		"AbortMultipartUpload", []string{"oss:AbortMultipartUpload" + onObject}},
	{"ListUploadedParts", func(b *ossv1.Bucket) error { return failed(b.ListUploadedParts(upload1)) },
		"ListParts", []string{"oss:ListParts" + onObject}},
	{"ListMultipartUploads", func(b *ossv1.Bucket) error { return failed(b.ListMultipartUploads(ossv1.Prefix("dir/"))) },
		"ListMultipartUploads", []string{"oss:ListMultipartUploads" + onBucket}},

	// Listings.
	{"ListObjects", func(b *ossv1.Bucket) error { return failed(b.ListObjects()) },
		"ListObjects", []string{"oss:ListObjects" + onBucket}},
	{"ListObjects with prefix", func(b *ossv1.Bucket) error { return failed(b.ListObjects(ossv1.Prefix("dir/"), ossv1.Delimiter("/"))) },
		"ListObjects", []string{"oss:ListObjects" + onBucket + " if map[StringLike:map[oss:Prefix:[dir/ dir/*]]]"}},
	{"ListObjectsV2", func(b *ossv1.Bucket) error { return failed(b.ListObjectsV2()) },
		"ListObjectsV2", []string{"oss:ListObjects" + onBucket}},
	{"ListObjectVersions", func(b *ossv1.Bucket) error { return failed(b.ListObjectVersions()) },
		"ListObjectVersions", []string{"oss:ListObjectVersions" + onBucket}},
	{"ListBuckets", func(b *ossv1.Bucket) error { return failed(b.Client.ListBuckets()) },
		"ListBuckets", []string{"oss:ListBuckets" + onService}},
	{"IsBucketExist", func(b *ossv1.Bucket) error { return failed(b.Client.IsBucketExist(bucket)) },
		"ListBuckets", []string{"oss:ListBuckets" + onService}},

	// Buckets.
	{"CreateBucket", func(b *ossv1.Bucket) error { return b.Client.CreateBucket(bucket) },
		"PutBucket", []string{"oss:PutBucket" + onBucket}},
	{"CreateBucket with ACL", func(b *ossv1.Bucket) error { return b.Client.CreateBucket(bucket, ossv1.ACL(ossv1.ACLPrivate)) },
		"PutBucket", []string{"oss:PutBucket" + onBucket, "oss:PutBucketAcl" + onBucket}},
	{"DeleteBucket", func(b *ossv1.Bucket) error { return b.Client.DeleteBucket(bucket) },
		"DeleteBucket", []string{"oss:DeleteBucket" + onBucket}},
	{"GetBucketInfo", func(b *ossv1.Bucket) error { return failed(b.Client.GetBucketInfo(bucket)) },
		"GetBucketInfo", []string{"oss:GetBucketInfo" + onBucket}},
	{"GetBucketStat", func(b *ossv1.Bucket) error { return failed(b.Client.GetBucketStat(bucket)) },
		"GetBucketStat", []string{"oss:GetBucketStat" + onBucket}},
	{"GetBucketLocation", func(b *ossv1.Bucket) error { return failed(b.Client.GetBucketLocation(bucket)) },
		"GetBucketLocation", []string{"oss:GetBucketLocation" + onBucket}},
	{"SetBucketACL", func(b *ossv1.Bucket) error { return b.Client.SetBucketACL(bucket, ossv1.ACLPrivate) },
		"PutBucketAcl", []string{"oss:PutBucketAcl" + onBucket}},
	{"GetBucketACL", func(b *ossv1.Bucket) error { return failed(b.Client.GetBucketACL(bucket)) },
		"GetBucketAcl", []string{"oss:GetBucketAcl" + onBucket}},
	{"SetBucketLifecycle", func(b *ossv1.Bucket) error {
		return b.Client.SetBucketLifecycle(bucket, []ossv1.LifecycleRule{ossv1.BuildLifecycleRuleByDays("id", "dir/", true, 30)})
	}, "PutBucketLifecycle", []string{"oss:PutBucketLifecycle" + onBucket}},
	{"GetBucketLifecycle", func(b *ossv1.Bucket) error { return failed(b.Client.GetBucketLifecycle(bucket)) },
		"GetBucketLifecycle", []string{"oss:GetBucketLifecycle" + onBucket}},
	{"DeleteBucketLifecycle", func(b *ossv1.Bucket) error { return b.Client.DeleteBucketLifecycle(bucket) },
		"DeleteBucketLifecycle", []string{"oss:DeleteBucketLifecycle" + onBucket}},
	{"SetBucketCORS", func(b *ossv1.Bucket) error {
		return b.Client.SetBucketCORS(bucket, []ossv1.CORSRule{{AllowedOrigin: []string{"*"}, AllowedMethod: []string{"GET"}}})
	}, "PutBucketCors", []string{"oss:PutBucketCors" + onBucket}},
	{"GetBucketCORS", func(b *ossv1.Bucket) error { return failed(b.Client.GetBucketCORS(bucket)) },
		"GetBucketCors", []string{"oss:GetBucketCors" + onBucket}},
	{"DeleteBucketCORS", func(b *ossv1.Bucket) error { return b.Client.DeleteBucketCORS(bucket) },
		"DeleteBucketCors", []string{"oss:DeleteBucketCors" + onBucket}},
	{"SetBucketReferer", func(b *ossv1.Bucket) error {
		return b.Client.SetBucketReferer(bucket, []string{"https://example.com"}, true)
	}, "PutBucketReferer", []string{"oss:PutBucketReferer" + onBucket}},
	{"GetBucketReferer", func(b *ossv1.Bucket) error { return failed(b.Client.GetBucketReferer(bucket)) },
		"GetBucketReferer", []string{"oss:GetBucketReferer" + onBucket}},
	{"SetBucketLogging", func(b *ossv1.Bucket) error { return b.Client.SetBucketLogging(bucket, "logbucket", "log/", true) },
		"PutBucketLogging", []string{"oss:PutBucketLogging" + onBucket}},
	{"GetBucketLogging", func(b *ossv1.Bucket) error { return failed(b.Client.GetBucketLogging(bucket)) },
		"GetBucketLogging", []string{"oss:GetBucketLogging" + onBucket}},
	{"DeleteBucketLogging", func(b *ossv1.Bucket) error { return b.Client.DeleteBucketLogging(bucket) },
		"DeleteBucketLogging", []string{"oss:DeleteBucketLogging" + onBucket}},
	{"SetBucketWebsite", func(b *ossv1.Bucket) error { return b.Client.SetBucketWebsite(bucket, "index.html", "error.html") },
		"PutBucketWebsite", []string{"oss:PutBucketWebsite" + onBucket}},
	{"GetBucketWebsite", func(b *ossv1.Bucket) error { return failed(b.Client.GetBucketWebsite(bucket)) },
		"GetBucketWebsite", []string{"oss:GetBucketWebsite" + onBucket}},
	{"DeleteBucketWebsite", func(b *ossv1.Bucket) error { return b.Client.DeleteBucketWebsite(bucket) },
		"DeleteBucketWebsite", []string{"oss:DeleteBucketWebsite" + onBucket}},
	{"SetBucketPolicy", func(b *ossv1.Bucket) error { return b.Client.SetBucketPolicy(bucket, policyText) },
		"PutBucketPolicy", []string{"oss:PutBucketPolicy" + onBucket}},
	{"GetBucketPolicy", func(b *ossv1.Bucket) error { return failed(b.Client.GetBucketPolicy(bucket)) },
		"GetBucketPolicy", []string{"oss:GetBucketPolicy" + onBucket}},
	{"DeleteBucketPolicy", func(b *ossv1.Bucket) error { return b.Client.DeleteBucketPolicy(bucket) },
		"DeleteBucketPolicy", []string{"oss:DeleteBucketPolicy" + onBucket}},
	{"SetBucketTagging", func(b *ossv1.Bucket) error { return b.Client.SetBucketTagging(bucket, tagging1) },
		"PutBucketTags", []string{"oss:PutBucketTagging" + onBucket}},
	{"GetBucketTagging", func(b *ossv1.Bucket) error { return failed(b.Client.GetBucketTagging(bucket)) },
		"GetBucketTags", []string{"oss:GetBucketTagging" + onBucket}},
	{"DeleteBucketTagging", func(b *ossv1.Bucket) error { return b.Client.DeleteBucketTagging(bucket) },
		"DeleteBucketTags", []string{"oss:DeleteBucketTagging" + onBucket}},
	{"SetBucketEncryption", func(b *ossv1.Bucket) error {
		return b.Client.SetBucketEncryption(bucket, ossv1.ServerEncryptionRule{SSEDefault: ossv1.SSEDefaultRule{SSEAlgorithm: "AES256"}})
	}, "PutBucketEncryption", []string{"oss:GetBucketEncryption" + onBucket, "oss:PutBucketEncryption" + onBucket}},
	{"GetBucketEncryption", func(b *ossv1.Bucket) error { return failed(b.Client.GetBucketEncryption(bucket)) },
		"GetBucketEncryption", []string{"oss:GetBucketEncryption" + onBucket}},
	{"DeleteBucketEncryption", func(b *ossv1.Bucket) error { return b.Client.DeleteBucketEncryption(bucket) },
		"DeleteBucketEncryption", []string{"oss:DeleteBucketEncryption" + onBucket}},
	{"SetBucketVersioning", func(b *ossv1.Bucket) error {
		return b.Client.SetBucketVersioning(bucket, ossv1.VersioningConfig{Status: "Enabled"})
	}, "PutBucketVersioning", []string{"oss:PutBucketVersioning" + onBucket}},
	{"GetBucketVersioning", func(b *ossv1.Bucket) error { return failed(b.Client.GetBucketVersioning(bucket)) },
		"GetBucketVersioning", []string{"oss:GetBucketVersioning" + onBucket}},
	{"SetBucketRequestPayment", func(b *ossv1.Bucket) error {
		return b.Client.SetBucketRequestPayment(bucket, ossv1.RequestPaymentConfiguration{Payer: "Requester"})
	}, "PutBucketRequestPayment", []string{"oss:PutBucketRequestPayment" + onBucket}},
	{"SetBucketTransferAcc", func(b *ossv1.Bucket) error {
		return b.Client.SetBucketTransferAcc(bucket, ossv1.TransferAccConfiguration{Enabled: true})
	}, "PutBucketTransferAcceleration", []string{"oss:PutBucketTransferAcceleration" + onBucket}},
	{"InitiateBucketWorm", func(b *ossv1.Bucket) error { return failed(b.Client.InitiateBucketWorm(bucket, 1)) },
		"InitiateBucketWorm", []string{"oss:InitiateBucketWorm" + onBucket}},
	{"AbortBucketWorm", func(b *ossv1.Bucket) error { return b.Client.AbortBucketWorm(bucket) },
		"AbortBucketWorm", []string{"oss:AbortBucketWorm" + onBucket}},
	{"CompleteBucketWorm", func(b *ossv1.Bucket) error { return b.Client.CompleteBucketWorm(bucket, "worm1") },
		"CompleteBucketWorm", []string{"oss:CompleteBucketWorm" + onBucket}},
	{"ExtendBucketWorm", func(b *ossv1.Bucket) error { return b.Client.ExtendBucketWorm(bucket, 2, "worm1") },
		"ExtendBucketWorm", []string{"oss:ExtendBucketWorm" + onBucket}},
	{"GetBucketInventory", func(b *ossv1.Bucket) error { return failed(b.Client.GetBucketInventory(bucket, "report1")) },
		"GetBucketInventory", []string{"oss:GetBucketInventory" + onBucket}},
	{"ListBucketInventory", func(b *ossv1.Bucket) error { return failed(b.Client.ListBucketInventory(bucket, "")) },
		"ListBucketInventory", []string{"oss:GetBucketInventory" + onBucket}},
	{"PutBucketReplication", func(b *ossv1.Bucket) error {
		return b.Client.PutBucketReplication(bucket, "<ReplicationConfiguration></ReplicationConfiguration>")
	}, "PutBucketReplication", []string{"oss:PutBucketReplication" + onBucket}},
	{"DeleteBucketReplication", func(b *ossv1.Bucket) error { return b.Client.DeleteBucketReplication(bucket, "rule1") },
		"DeleteBucketReplication", []string{"oss:DeleteBucketReplication" + onBucket}},
	{"GetBucketReplicationProgress", func(b *ossv1.Bucket) error {
		return failed(b.Client.GetBucketReplicationProgress(bucket, "rule1"))
	}, "GetBucketReplicationProgress", []string{"oss:GetBucketReplicationProgress" + onBucket}},
	{"PutBucketRTC", func(b *ossv1.Bucket) error { return b.Client.PutBucketRTC(bucket, ossv1.PutBucketRTC{ID: "rule1"}) },
		"PutBucketRtc", []string{"oss:PutBucketRTC" + onBucket}},
	{"PutBucketCname", func(b *ossv1.Bucket) error { return b.Client.PutBucketCname(bucket, customHost) },
		"PutCname", []string{"oss:PutCname" + onBucket}},
	{"ListBucketCname", func(b *ossv1.Bucket) error { return failed(b.Client.ListBucketCname(bucket)) },
		"ListCname", []string{"oss:ListCname" + onBucket}},
	{"DeleteBucketCname", func(b *ossv1.Bucket) error { return b.Client.DeleteBucketCname(bucket, customHost) },
		"DeleteCname", []string{"oss:DeleteCname" + onBucket}},
	{"GetBucketCnameToken", func(b *ossv1.Bucket) error { return failed(b.Client.GetBucketCnameToken(bucket, customHost)) },
		"GetCnameToken", []string{"oss:GetCnameToken" + onBucket}},
	{"PutBucketStyle", func(b *ossv1.Bucket) error { return b.Client.PutBucketStyle(bucket, "small", style) },
		"PutStyle", []string{"oss:PutStyle" + onBucket}},
	{"ListBucketStyle", func(b *ossv1.Bucket) error { return failed(b.Client.ListBucketStyle(bucket)) },
		"ListStyle", []string{"oss:ListStyle" + onBucket}},
	{"OpenMetaQuery", func(b *ossv1.Bucket) error { return b.Client.OpenMetaQuery(bucket) },
		"OpenMetaQuery", []string{"oss:OpenMetaQuery" + onBucket}},
	{"CloseMetaQuery", func(b *ossv1.Bucket) error { return b.Client.CloseMetaQuery(bucket) },
		"CloseMetaQuery", []string{"oss:CloseMetaQuery" + onBucket}},
	{"GetBucketQosInfo", func(b *ossv1.Bucket) error { return failed(b.Client.GetBucketQosInfo(bucket)) },
		"GetBucketQoSInfo", []string{"oss:GetBucketQoSInfo" + onBucket}},

	// Live channels, which only this SDK knows.
	{"CreateLiveChannel", func(b *ossv1.Bucket) error { return failed(b.CreateLiveChannel(key, channel1)) },
		"PutLiveChannel", []string{"oss:PutLiveChannel" + onObject}},
	{"PutLiveChannelStatus", func(b *ossv1.Bucket) error { return b.PutLiveChannelStatus(key, "disabled") },
		"PutLiveChannelStatus", []string{"oss:PutLiveChannelStatus" + onObject}},
	{"GetLiveChannelInfo", func(b *ossv1.Bucket) error { return failed(b.GetLiveChannelInfo(key)) },
		"GetLiveChannelInfo", []string{"oss:GetLiveChannel" + onObject}},
	{"GetLiveChannelStat", func(b *ossv1.Bucket) error { return failed(b.GetLiveChannelStat(key)) },
		"GetLiveChannelStat", []string{"oss:GetLiveChannelStat" + onObject}},
	{"ListLiveChannel", func(b *ossv1.Bucket) error { return failed(b.ListLiveChannel()) },
		"ListLiveChannel", []string{"oss:ListLiveChannel" + onBucket}},

	// No page names these actions.
	{"ListCloudBoxes", func(b *ossv1.Bucket) error { return failed(b.Client.ListCloudBoxes()) }, "", nil},
}

var (
	bucket2   = ossv2.Ptr(bucket)
	key2      = ossv2.Ptr(key)
	version2  = ossv2.Ptr(version)
	upload2   = ossv2.Ptr(uploadID)
	tags2     = ossv2.Ptr("color=blue")
	tagging2  = &ossv2.Tagging{TagSet: &ossv2.TagSet{Tags: []ossv2.Tag{{Key: ossv2.Ptr("color"), Value: ossv2.Ptr("blue")}}}}
	encrypt2  = &ossv2.ApplyServerSideEncryptionByDefault{SSEAlgorithm: ossv2.Ptr("AES256")}
	cname2    = &ossv2.BucketCnameConfiguration{Domain: ossv2.Ptr(customHost)}
	inventory = ossv2.Ptr("report1")
)

var operations2 = []row[*ossv2.Client]{
	// Uploads and copies.
	{"PutObject", func(c *ossv2.Client) error {
		return failed(c.PutObject(ctx, &ossv2.PutObjectRequest{Bucket: bucket2, Key: key2, Body: body()}))
	}, "PutObject", []string{"oss:PutObject" + onObject}},
	{"PutObject tagged", func(c *ossv2.Client) error {
		return failed(c.PutObject(ctx, &ossv2.PutObjectRequest{Bucket: bucket2, Key: key2, Body: body(), Tagging: tags2}))
	}, "PutObject", []string{"oss:PutObject" + onObject, "oss:PutObjectTagging" + onObject}},
	{"PutObject with ACL", func(c *ossv2.Client) error {
		return failed(c.PutObject(ctx, &ossv2.PutObjectRequest{Bucket: bucket2, Key: key2, Body: body(), Acl: ossv2.ObjectACLPrivate}))
	}, "PutObject", []string{"oss:PutObject" + onObject}},
	{"PutObject with KMS", func(c *ossv2.Client) error {
		return failed(c.PutObject(ctx, &ossv2.PutObjectRequest{Bucket: bucket2, Key: key2, Body: body(), ServerSideEncryption: ossv2.Ptr("KMS")}))
	}, "PutObject", []string{"oss:PutObject" + onObject}},
	{"Uploader", func(c *ossv2.Client) error {
		return failed(c.NewUploader().UploadFrom(ctx, &ossv2.PutObjectRequest{Bucket: bucket2, Key: key2}, body()))
	}, "PutObject", []string{"oss:PutObject" + onObject}},
	{"AppendObject", func(c *ossv2.Client) error {
		return failed(c.AppendObject(ctx, &ossv2.AppendObjectRequest{Bucket: bucket2, Key: key2, Position: ossv2.Ptr(int64(0)), Body: body()}))
	}, "AppendObject", []string{"oss:PutObject" + onObject}},
	{"AppendObject tagged", func(c *ossv2.Client) error {
		return failed(c.AppendObject(ctx, &ossv2.AppendObjectRequest{Bucket: bucket2, Key: key2, Position: ossv2.Ptr(int64(0)), Body: body(), Tagging: tags2}))
	}, "AppendObject", []string{"oss:PutObject" + onObject, "oss:PutObjectTagging" + onObject}},
	{"SealAppendObject", func(c *ossv2.Client) error {
		return failed(c.SealAppendObject(ctx, &ossv2.SealAppendObjectRequest{Bucket: bucket2, Key: key2, Position: ossv2.Ptr(int64(9))}))
	}, "SealAppendObject", []string{"oss:SealAppendObject" + onObject}},
	{"CopyObject", func(c *ossv2.Client) error {
		return failed(c.CopyObject(ctx, &ossv2.CopyObjectRequest{Bucket: bucket2, Key: key2, SourceKey: ossv2.Ptr(sourceKey)}))
	}, "CopyObject", []string{"oss:GetObject" + onSourceHere, "oss:PutObject" + onObject}},
	{"CopyObject of a version", func(c *ossv2.Client) error {
		return failed(c.CopyObject(ctx, &ossv2.CopyObjectRequest{Bucket: bucket2, Key: key2, SourceBucket: ossv2.Ptr(sourceBucket), SourceKey: ossv2.Ptr(sourceKey), SourceVersionId: version2}))
	}, "CopyObject", []string{"oss:GetObject" + onSource, "oss:GetObjectVersion" + onSource, "oss:PutObject" + onObject}},
	{"CopyObject of a version, tagged", func(c *ossv2.Client) error {
		return failed(c.CopyObject(ctx, &ossv2.CopyObjectRequest{Bucket: bucket2, Key: key2, SourceKey: ossv2.Ptr(sourceKey), SourceVersionId: version2, Tagging: tags2}))
	}, "CopyObject", []string{"oss:GetObject" + onSourceHere, "oss:GetObjectVersion" + onSourceHere, "oss:GetObjectTagging" + onSourceHere,
		"oss:GetObjectVersionTagging" + onSourceHere, "oss:PutObject" + onObject, "oss:PutObjectTagging" + onObject}},
	{"PutSymlink", func(c *ossv2.Client) error {
		return failed(c.PutSymlink(ctx, &ossv2.PutSymlinkRequest{Bucket: bucket2, Key: key2, Target: ossv2.Ptr("target")}))
	}, "PutSymlink", []string{"oss:PutObject" + onObject}},

	// Reads.
	{"GetObject", func(c *ossv2.Client) error {
		return failed(c.GetObject(ctx, &ossv2.GetObjectRequest{Bucket: bucket2, Key: key2}))
	}, "GetObject", []string{"oss:GetObject" + onObject}},
	{"GetObject of a version", func(c *ossv2.Client) error {
		return failed(c.GetObject(ctx, &ossv2.GetObjectRequest{Bucket: bucket2, Key: key2, VersionId: version2}))
	}, "GetObject", []string{"oss:GetObject" + onObject, "oss:GetObjectVersion" + onObject}},
	{"GetObject of an image", func(c *ossv2.Client) error {
		return failed(c.GetObject(ctx, &ossv2.GetObjectRequest{Bucket: bucket2, Key: key2, Process: ossv2.Ptr(style)}))
	}, "GetObject", []string{"oss:GetObject" + onObject}},
	{"GetObject of a document", func(c *ossv2.Client) error {
		return failed(c.GetObject(ctx, &ossv2.GetObjectRequest{Bucket: bucket2, Key: key2, Process: ossv2.Ptr("doc/snapshot,page_1")}))
	}, "GetObject", []string{"oss:GetObject" + onObject, "oss:ProcessImm" + onObject, "imm:CreateOfficeConversionTask acs:imm:*:*:project/*"}},
	{"HeadObject", func(c *ossv2.Client) error {
		return failed(c.HeadObject(ctx, &ossv2.HeadObjectRequest{Bucket: bucket2, Key: key2}))
	}, "HeadObject", []string{"oss:GetObject" + onObject}},
	{"HeadObject of a version", func(c *ossv2.Client) error {
		return failed(c.HeadObject(ctx, &ossv2.HeadObjectRequest{Bucket: bucket2, Key: key2, VersionId: version2}))
	}, "HeadObject", []string{"oss:GetObject" + onObject, "oss:GetObjectVersion" + onObject}},
	{"Downloader", func(c *ossv2.Client) error {
		return failed(c.NewDownloader().DownloadFile(ctx, &ossv2.GetObjectRequest{Bucket: bucket2, Key: key2}, "/nonexistent/file"))
	}, "HeadObject", []string{"oss:GetObject" + onObject}},
	{"GetObjectMeta", func(c *ossv2.Client) error {
		return failed(c.GetObjectMeta(ctx, &ossv2.GetObjectMetaRequest{Bucket: bucket2, Key: key2}))
	}, "GetObjectMeta", []string{"oss:GetObject" + onObject}},
	{"IsObjectExist", func(c *ossv2.Client) error { return failed(c.IsObjectExist(ctx, bucket, key)) },
		"GetObjectMeta", []string{"oss:GetObject" + onObject}},
	{"GetSymlink of a version", func(c *ossv2.Client) error {
		return failed(c.GetSymlink(ctx, &ossv2.GetSymlinkRequest{Bucket: bucket2, Key: key2, VersionId: version2}))
	}, "GetSymlink", []string{"oss:GetObject" + onObject, "oss:GetObjectVersion" + onObject}},
	{"ProcessObject", func(c *ossv2.Client) error {
		return failed(c.ProcessObject(ctx, &ossv2.ProcessObjectRequest{Bucket: bucket2, Key: key2, Process: ossv2.Ptr(style)}))
	}, "ProcessObject", []string{"oss:GetObject" + onObject, "oss:PostProcessTask" + onObject}},
	{"AsyncProcessObject", func(c *ossv2.Client) error {
		return failed(c.AsyncProcessObject(ctx, &ossv2.AsyncProcessObjectRequest{Bucket: bucket2, Key: key2, AsyncProcess: ossv2.Ptr("video/convert,f_avi")}))
	}, "AsyncProcessObject", []string{"oss:GetObject" + onObject, "oss:PostProcessTask" + onObject, "oss:ProcessImm" + onObject}},

	// Deletions, restoration, ACLs and tags.
	{"DeleteObject", func(c *ossv2.Client) error {
		return failed(c.DeleteObject(ctx, &ossv2.DeleteObjectRequest{Bucket: bucket2, Key: key2}))
	}, "DeleteObject", []string{"oss:DeleteObject" + onObject}},
	{"DeleteObject of a version", func(c *ossv2.Client) error {
		return failed(c.DeleteObject(ctx, &ossv2.DeleteObjectRequest{Bucket: bucket2, Key: key2, VersionId: version2}))
	}, "DeleteObject", []string{"oss:DeleteObject" + onObject, "oss:DeleteObjectVersion" + onObject}},
	{"DeleteMultipleObjects", func(c *ossv2.Client) error {
		return failed(c.DeleteMultipleObjects(ctx, &ossv2.DeleteMultipleObjectsRequest{Bucket: bucket2, Objects: []ossv2.DeleteObject{{Key: key2}}}))
	}, "DeleteMultipleObjects", []string{"oss:DeleteObject" + onAllObjects}},
	{"RestoreObject", func(c *ossv2.Client) error {
		return failed(c.RestoreObject(ctx, &ossv2.RestoreObjectRequest{Bucket: bucket2, Key: key2}))
	}, "RestoreObject", []string{"oss:RestoreObject" + onObject}},
	{"CleanRestoredObject of a version", func(c *ossv2.Client) error {
		return failed(c.CleanRestoredObject(ctx, &ossv2.CleanRestoredObjectRequest{Bucket: bucket2, Key: key2, VersionId: version2}))
	}, "CleanRestoredObject", []string{"oss:CleanRestoredObject" + onObject, "oss:CleanRestoredObjectVersion" + onObject}},
	{"PutObjectAcl", func(c *ossv2.Client) error {
		return failed(c.PutObjectAcl(ctx, &ossv2.PutObjectAclRequest{Bucket: bucket2, Key: key2, Acl: ossv2.ObjectACLPrivate}))
	}, "PutObjectAcl", []string{"oss:PutObjectAcl" + onObject}},
	{"GetObjectAcl", func(c *ossv2.Client) error {
		return failed(c.GetObjectAcl(ctx, &ossv2.GetObjectAclRequest{Bucket: bucket2, Key: key2}))
	}, "GetObjectAcl", []string{"oss:GetObjectAcl" + onObject}},
	{"GetObjectAcl of a version", func(c *ossv2.Client) error {
		return failed(c.GetObjectAcl(ctx, &ossv2.GetObjectAclRequest{Bucket: bucket2, Key: key2, VersionId: version2}))
	}, "GetObjectAcl", []string{"oss:GetObjectAcl" + onObject, "oss:GetObjectVersionAcl" + onObject}},
	{"PutObjectTagging", func(c *ossv2.Client) error {
		return failed(c.PutObjectTagging(ctx, &ossv2.PutObjectTaggingRequest{Bucket: bucket2, Key: key2, Tagging: tagging2}))
	}, "PutObjectTagging", []string{"oss:PutObjectTagging" + onObject}},
	{"GetObjectTagging of a version", func(c *ossv2.Client) error {
		return failed(c.GetObjectTagging(ctx, &ossv2.GetObjectTaggingRequest{Bucket: bucket2, Key: key2, VersionId: version2}))
	}, "GetObjectTagging", []string{"oss:GetObjectTagging" + onObject, "oss:GetObjectVersionTagging" + onObject}},
	{"DeleteObjectTagging", func(c *ossv2.Client) error {
		return failed(c.DeleteObjectTagging(ctx, &ossv2.DeleteObjectTaggingRequest{Bucket: bucket2, Key: key2}))
	}, "DeleteObjectTagging", []string{"oss:DeleteObjectTagging" + onObject}},

	// Multipart uploads.
	{"InitiateMultipartUpload", func(c *ossv2.Client) error {
		return failed(c.InitiateMultipartUpload(ctx, &ossv2.InitiateMultipartUploadRequest{Bucket: bucket2, Key: key2}))
	}, "InitiateMultipartUpload", []string{"oss:PutObject" + onObject}},
	{"InitiateMultipartUpload tagged, with KMS", func(c *ossv2.Client) error {
		return failed(c.InitiateMultipartUpload(ctx, &ossv2.InitiateMultipartUploadRequest{Bucket: bucket2, Key: key2, Tagging: tags2, ServerSideEncryption: ossv2.Ptr("KMS")}))
	}, "InitiateMultipartUpload", []string{"oss:PutObject" + onObject, "oss:PutObjectTagging" + onObject}},
	{"UploadPart", func(c *ossv2.Client) error {
		return failed(c.UploadPart(ctx, &ossv2.UploadPartRequest{Bucket: bucket2, Key: key2, UploadId: upload2, PartNumber: 1, Body: body()}))
	}, "UploadPart", []string{"oss:PutObject" + onObject}},
	{"UploadPartCopy of a version", func(c *ossv2.Client) error {
		return failed(c.UploadPartCopy(ctx, &ossv2.UploadPartCopyRequest{Bucket: bucket2, Key: key2, UploadId: upload2, PartNumber: 1, SourceBucket: ossv2.Ptr(sourceBucket), SourceKey: ossv2.Ptr(sourceKey), SourceVersionId: version2}))
	}, "UploadPartCopy", []string{"oss:GetObject" + onSource, "oss:GetObjectVersion" + onSource, "oss:PutObject" + onObject}},
	{"CompleteMultipartUpload", func(c *ossv2.Client) error {
		return failed(c.CompleteMultipartUpload(ctx, &ossv2.CompleteMultipartUploadRequest{Bucket: bucket2, Key: key2, UploadId: upload2, CompleteAll: ossv2.Ptr("yes")}))
	}, "CompleteMultipartUpload", []string{"oss:PutObject" + onObject}},
	{"AbortMultipartUpload", func(c *ossv2.Client) error {
		return failed(c.AbortMultipartUpload(ctx, &ossv2.AbortMultipartUploadRequest{Bucket: bucket2, Key: key2, UploadId: upload2}))
	}, "AbortMultipartUpload", []string{"oss:AbortMultipartUpload" + onObject}},
	{"ListParts", func(c *ossv2.Client) error {
		return failed(c.ListParts(ctx, &ossv2.ListPartsRequest{Bucket: bucket2, Key: key2, UploadId: upload2}))
	}, "ListParts", []string{"oss:ListParts" + onObject}},
	{"ListMultipartUploads", func(c *ossv2.Client) error {
		return failed(c.ListMultipartUploads(ctx, &ossv2.ListMultipartUploadsRequest{Bucket: bucket2}))
	}, "ListMultipartUploads", []string{"oss:ListMultipartUploads" + onBucket}},

	// Listings.
	{"ListObjects", func(c *ossv2.Client) error {
		return failed(c.ListObjects(ctx, &ossv2.ListObjectsRequest{Bucket: bucket2}))
	}, "ListObjects", []string{"oss:ListObjects" + onBucket}},
	{"ListObjectsV2", func(c *ossv2.Client) error {
		return failed(c.ListObjectsV2(ctx, &ossv2.ListObjectsV2Request{Bucket: bucket2}))
	}, "ListObjectsV2", []string{"oss:ListObjects" + onBucket}},
	{"ListObjectsV2 with prefix", func(c *ossv2.Client) error {
		return failed(c.ListObjectsV2(ctx, &ossv2.ListObjectsV2Request{Bucket: bucket2, Prefix: ossv2.Ptr("a b+c/"), MaxKeys: 10}))
	}, "ListObjectsV2", []string{"oss:ListObjects" + onBucket + " if map[StringLike:map[oss:Prefix:[a b+c/ a b+c/*]]]"}},
	{"ListObjectVersions", func(c *ossv2.Client) error {
		return failed(c.ListObjectVersions(ctx, &ossv2.ListObjectVersionsRequest{Bucket: bucket2}))
	}, "ListObjectVersions", []string{"oss:ListObjectVersions" + onBucket}},
	{"ListBuckets", func(c *ossv2.Client) error { return failed(c.ListBuckets(ctx, &ossv2.ListBucketsRequest{})) },
		"ListBuckets", []string{"oss:ListBuckets" + onService}},
	{"ListBuckets with tag", func(c *ossv2.Client) error {
		return failed(c.ListBuckets(ctx, &ossv2.ListBucketsRequest{Prefix: ossv2.Ptr("exa"), Tagging: ossv2.Ptr(`"color":"blue"`)}))
	}, "ListBuckets", []string{"oss:ListBuckets" + onService}},
	{"DescribeRegions", func(c *ossv2.Client) error { return failed(c.DescribeRegions(ctx, &ossv2.DescribeRegionsRequest{})) },
		"DescribeRegions", []string{"oss:DescribeRegions" + onService}},
	{"GetPublicAccessBlock", func(c *ossv2.Client) error {
		return failed(c.GetPublicAccessBlock(ctx, &ossv2.GetPublicAccessBlockRequest{}))
	}, "GetPublicAccessBlock", []string{"oss:GetPublicAccessBlock" + onService}},

	// Buckets.
	{"PutBucket", func(c *ossv2.Client) error { return failed(c.PutBucket(ctx, &ossv2.PutBucketRequest{Bucket: bucket2})) },
		"PutBucket", []string{"oss:PutBucket" + onBucket}},
	{"PutBucket with ACL and resource group", func(c *ossv2.Client) error {
		return failed(c.PutBucket(ctx, &ossv2.PutBucketRequest{Bucket: bucket2, Acl: ossv2.BucketACLPrivate, ResourceGroupId: ossv2.Ptr("rg-1")}))
	}, "PutBucket", []string{"oss:PutBucket" + onBucket, "oss:PutBucketAcl" + onBucket, "oss:PutBucketResourceGroup" + onBucket}},
	{"DeleteBucket", func(c *ossv2.Client) error {
		return failed(c.DeleteBucket(ctx, &ossv2.DeleteBucketRequest{Bucket: bucket2}))
	}, "DeleteBucket", []string{"oss:DeleteBucket" + onBucket}},
	{"GetBucketInfo", func(c *ossv2.Client) error {
		return failed(c.GetBucketInfo(ctx, &ossv2.GetBucketInfoRequest{Bucket: bucket2}))
	}, "GetBucketInfo", []string{"oss:GetBucketInfo" + onBucket}},
	{"GetBucketStat", func(c *ossv2.Client) error {
		return failed(c.GetBucketStat(ctx, &ossv2.GetBucketStatRequest{Bucket: bucket2}))
	}, "GetBucketStat", []string{"oss:GetBucketStat" + onBucket}},
	{"GetBucketLocation", func(c *ossv2.Client) error {
		return failed(c.GetBucketLocation(ctx, &ossv2.GetBucketLocationRequest{Bucket: bucket2}))
	}, "GetBucketLocation", []string{"oss:GetBucketLocation" + onBucket}},
	{"PutBucketAcl", func(c *ossv2.Client) error {
		return failed(c.PutBucketAcl(ctx, &ossv2.PutBucketAclRequest{Bucket: bucket2, Acl: ossv2.BucketACLPrivate}))
	}, "PutBucketAcl", []string{"oss:PutBucketAcl" + onBucket}},
	{"GetBucketAcl", func(c *ossv2.Client) error {
		return failed(c.GetBucketAcl(ctx, &ossv2.GetBucketAclRequest{Bucket: bucket2}))
	}, "GetBucketAcl", []string{"oss:GetBucketAcl" + onBucket}},
	{"PutBucketLifecycle", func(c *ossv2.Client) error {
		return failed(c.PutBucketLifecycle(ctx, &ossv2.PutBucketLifecycleRequest{Bucket: bucket2, LifecycleConfiguration: &ossv2.LifecycleConfiguration{}}))
	}, "PutBucketLifecycle", []string{"oss:PutBucketLifecycle" + onBucket}},
	{"GetBucketLifecycle", func(c *ossv2.Client) error {
		return failed(c.GetBucketLifecycle(ctx, &ossv2.GetBucketLifecycleRequest{Bucket: bucket2}))
	}, "GetBucketLifecycle", []string{"oss:GetBucketLifecycle" + onBucket}},
	{"DeleteBucketLifecycle", func(c *ossv2.Client) error {
		return failed(c.DeleteBucketLifecycle(ctx, &ossv2.DeleteBucketLifecycleRequest{Bucket: bucket2}))
	}, "DeleteBucketLifecycle", []string{"oss:DeleteBucketLifecycle" + onBucket}},
	{"PutBucketCors", func(c *ossv2.Client) error {
		return failed(c.PutBucketCors(ctx, &ossv2.PutBucketCorsRequest{Bucket: bucket2, CORSConfiguration: &ossv2.CORSConfiguration{}}))
	}, "PutBucketCors", []string{"oss:PutBucketCors" + onBucket}},
	{"GetBucketCors", func(c *ossv2.Client) error {
		return failed(c.GetBucketCors(ctx, &ossv2.GetBucketCorsRequest{Bucket: bucket2}))
	}, "GetBucketCors", []string{"oss:GetBucketCors" + onBucket}},
	{"DeleteBucketCors", func(c *ossv2.Client) error {
		return failed(c.DeleteBucketCors(ctx, &ossv2.DeleteBucketCorsRequest{Bucket: bucket2}))
	}, "DeleteBucketCors", []string{"oss:DeleteBucketCors" + onBucket}},
	{"PutBucketReferer", func(c *ossv2.Client) error {
		return failed(c.PutBucketReferer(ctx, &ossv2.PutBucketRefererRequest{Bucket: bucket2, RefererConfiguration: &ossv2.RefererConfiguration{}}))
	}, "PutBucketReferer", []string{"oss:PutBucketReferer" + onBucket}},
	{"GetBucketReferer", func(c *ossv2.Client) error {
		return failed(c.GetBucketReferer(ctx, &ossv2.GetBucketRefererRequest{Bucket: bucket2}))
	}, "GetBucketReferer", []string{"oss:GetBucketReferer" + onBucket}},
	{"PutBucketLogging", func(c *ossv2.Client) error {
		return failed(c.PutBucketLogging(ctx, &ossv2.PutBucketLoggingRequest{Bucket: bucket2, BucketLoggingStatus: &ossv2.BucketLoggingStatus{LoggingEnabled: &ossv2.LoggingEnabled{TargetBucket: ossv2.Ptr("logbucket")}}}))
	}, "PutBucketLogging", []string{"oss:PutBucketLogging" + onBucket}},
	{"GetBucketLogging", func(c *ossv2.Client) error {
		return failed(c.GetBucketLogging(ctx, &ossv2.GetBucketLoggingRequest{Bucket: bucket2}))
	}, "GetBucketLogging", []string{"oss:GetBucketLogging" + onBucket}},
	{"DeleteBucketLogging", func(c *ossv2.Client) error {
		return failed(c.DeleteBucketLogging(ctx, &ossv2.DeleteBucketLoggingRequest{Bucket: bucket2}))
	}, "DeleteBucketLogging", []string{"oss:DeleteBucketLogging" + onBucket}},
	{"PutBucketWebsite", func(c *ossv2.Client) error {
		return failed(c.PutBucketWebsite(ctx, &ossv2.PutBucketWebsiteRequest{Bucket: bucket2, WebsiteConfiguration: &ossv2.WebsiteConfiguration{}}))
	}, "PutBucketWebsite", []string{"oss:PutBucketWebsite" + onBucket}},
	{"GetBucketWebsite", func(c *ossv2.Client) error {
		return failed(c.GetBucketWebsite(ctx, &ossv2.GetBucketWebsiteRequest{Bucket: bucket2}))
	}, "GetBucketWebsite", []string{"oss:GetBucketWebsite" + onBucket}},
	{"DeleteBucketWebsite", func(c *ossv2.Client) error {
		return failed(c.DeleteBucketWebsite(ctx, &ossv2.DeleteBucketWebsiteRequest{Bucket: bucket2}))
	}, "DeleteBucketWebsite", []string{"oss:DeleteBucketWebsite" + onBucket}},
	{"PutBucketPolicy", func(c *ossv2.Client) error {
		return failed(c.PutBucketPolicy(ctx, &ossv2.PutBucketPolicyRequest{Bucket: bucket2, Body: strings.NewReader(policyText)}))
	}, "PutBucketPolicy", []string{"oss:PutBucketPolicy" + onBucket}},
	{"GetBucketPolicy", func(c *ossv2.Client) error {
		return failed(c.GetBucketPolicy(ctx, &ossv2.GetBucketPolicyRequest{Bucket: bucket2}))
	}, "GetBucketPolicy", []string{"oss:GetBucketPolicy" + onBucket}},
	{"DeleteBucketPolicy", func(c *ossv2.Client) error {
		return failed(c.DeleteBucketPolicy(ctx, &ossv2.DeleteBucketPolicyRequest{Bucket: bucket2}))
	}, "DeleteBucketPolicy", []string{"oss:DeleteBucketPolicy" + onBucket}},
	{"GetBucketPolicyStatus", func(c *ossv2.Client) error {
		return failed(c.GetBucketPolicyStatus(ctx, &ossv2.GetBucketPolicyStatusRequest{Bucket: bucket2}))
	}, "GetBucketPolicyStatus", []string{"oss:GetBucketPolicyStatus" + onBucket}},
	{"PutBucketTags", func(c *ossv2.Client) error {
		return failed(c.PutBucketTags(ctx, &ossv2.PutBucketTagsRequest{Bucket: bucket2, Tagging: tagging2}))
	}, "PutBucketTags", []string{"oss:PutBucketTagging" + onBucket}},
	{"GetBucketTags", func(c *ossv2.Client) error {
		return failed(c.GetBucketTags(ctx, &ossv2.GetBucketTagsRequest{Bucket: bucket2}))
	}, "GetBucketTags", []string{"oss:GetBucketTagging" + onBucket}},
	{"DeleteBucketTags", func(c *ossv2.Client) error {
		return failed(c.DeleteBucketTags(ctx, &ossv2.DeleteBucketTagsRequest{Bucket: bucket2, Tagging: ossv2.Ptr("color")}))
	}, "DeleteBucketTags", []string{"oss:DeleteBucketTagging" + onBucket}},
	{"PutBucketEncryption", func(c *ossv2.Client) error {
		return failed(c.PutBucketEncryption(ctx, &ossv2.PutBucketEncryptionRequest{Bucket: bucket2, ServerSideEncryptionRule: &ossv2.ServerSideEncryptionRule{ApplyServerSideEncryptionByDefault: encrypt2}}))
	}, "PutBucketEncryption", []string{"oss:GetBucketEncryption" + onBucket, "oss:PutBucketEncryption" + onBucket}},
	{"GetBucketEncryption", func(c *ossv2.Client) error {
		return failed(c.GetBucketEncryption(ctx, &ossv2.GetBucketEncryptionRequest{Bucket: bucket2}))
	}, "GetBucketEncryption", []string{"oss:GetBucketEncryption" + onBucket}},
	{"DeleteBucketEncryption", func(c *ossv2.Client) error {
		return failed(c.DeleteBucketEncryption(ctx, &ossv2.DeleteBucketEncryptionRequest{Bucket: bucket2}))
	}, "DeleteBucketEncryption", []string{"oss:DeleteBucketEncryption" + onBucket}},
	{"PutBucketVersioning", func(c *ossv2.Client) error {
		return failed(c.PutBucketVersioning(ctx, &ossv2.PutBucketVersioningRequest{Bucket: bucket2, VersioningConfiguration: &ossv2.VersioningConfiguration{Status: ossv2.VersionEnabled}}))
	}, "PutBucketVersioning", []string{"oss:PutBucketVersioning" + onBucket}},
	{"GetBucketVersioning", func(c *ossv2.Client) error {
		return failed(c.GetBucketVersioning(ctx, &ossv2.GetBucketVersioningRequest{Bucket: bucket2}))
	}, "GetBucketVersioning", []string{"oss:GetBucketVersioning" + onBucket}},
	{"GetBucketRequestPayment", func(c *ossv2.Client) error {
		return failed(c.GetBucketRequestPayment(ctx, &ossv2.GetBucketRequestPaymentRequest{Bucket: bucket2}))
	}, "GetBucketRequestPayment", []string{"oss:GetBucketRequestPayment" + onBucket}},
	{"GetBucketTransferAcceleration", func(c *ossv2.Client) error {
		return failed(c.GetBucketTransferAcceleration(ctx, &ossv2.GetBucketTransferAccelerationRequest{Bucket: bucket2}))
	}, "GetBucketTransferAcceleration", []string{"oss:GetBucketTransferAcceleration" + onBucket}},
	{"GetBucketWorm", func(c *ossv2.Client) error {
		return failed(c.GetBucketWorm(ctx, &ossv2.GetBucketWormRequest{Bucket: bucket2}))
	}, "GetBucketWorm", []string{"oss:GetBucketWorm" + onBucket}},
	{"CompleteBucketWorm", func(c *ossv2.Client) error {
		return failed(c.CompleteBucketWorm(ctx, &ossv2.CompleteBucketWormRequest{Bucket: bucket2, WormId: ossv2.Ptr("worm1")}))
	}, "CompleteBucketWorm", []string{"oss:CompleteBucketWorm" + onBucket}},
	{"PutBucketInventory", func(c *ossv2.Client) error {
		return failed(c.PutBucketInventory(ctx, &ossv2.PutBucketInventoryRequest{Bucket: bucket2, InventoryId: inventory, InventoryConfiguration: &ossv2.InventoryConfiguration{Id: inventory}}))
	}, "PutBucketInventory", []string{"oss:PutBucketInventory" + onBucket}},
	{"ListBucketInventory", func(c *ossv2.Client) error {
		return failed(c.ListBucketInventory(ctx, &ossv2.ListBucketInventoryRequest{Bucket: bucket2}))
	}, "ListBucketInventory", []string{"oss:GetBucketInventory" + onBucket}},
	{"DeleteBucketReplication", func(c *ossv2.Client) error {
		return failed(c.DeleteBucketReplication(ctx, &ossv2.DeleteBucketReplicationRequest{Bucket: bucket2, ReplicationRules: &ossv2.ReplicationRules{IDs: []string{"rule1"}}}))
	}, "DeleteBucketReplication", []string{"oss:DeleteBucketReplication" + onBucket}},
	{"PutCname", func(c *ossv2.Client) error {
		return failed(c.PutCname(ctx, &ossv2.PutCnameRequest{Bucket: bucket2, BucketCnameConfiguration: cname2}))
	}, "PutCname", []string{"oss:PutCname" + onBucket}},
	{"CreateCnameToken", func(c *ossv2.Client) error {
		return failed(c.CreateCnameToken(ctx, &ossv2.CreateCnameTokenRequest{Bucket: bucket2, BucketCnameConfiguration: cname2}))
	}, "CreateCnameToken", []string{"oss:CreateCnameToken" + onBucket}},
	{"PutBucketPublicAccessBlock", func(c *ossv2.Client) error {
		return failed(c.PutBucketPublicAccessBlock(ctx, &ossv2.PutBucketPublicAccessBlockRequest{Bucket: bucket2, PublicAccessBlockConfiguration: &ossv2.PublicAccessBlockConfiguration{}}))
	}, "PutBucketPublicAccessBlock", []string{"oss:PutBucketPublicAccessBlock" + onBucket}},
	{"GetBucketHttpsConfig", func(c *ossv2.Client) error {
		return failed(c.GetBucketHttpsConfig(ctx, &ossv2.GetBucketHttpsConfigRequest{Bucket: bucket2}))
	}, "GetBucketHttpsConfig", []string{"oss:GetBucketHttpsConfig" + onBucket}},
	{"OpenMetaQuery", func(c *ossv2.Client) error {
		return failed(c.OpenMetaQuery(ctx, &ossv2.OpenMetaQueryRequest{Bucket: bucket2, Mode: ossv2.Ptr("basic")}))
	}, "OpenMetaQuery", []string{"oss:OpenMetaQuery" + onBucket}},
	{"GetAccessPoint", func(c *ossv2.Client) error {
		return failed(c.GetAccessPoint(ctx, &ossv2.GetAccessPointRequest{Bucket: bucket2, AccessPointName: ossv2.Ptr("ap-1")}))
	}, "GetAccessPoint", []string{"oss:GetAccessPoint" + onBucket}},

	// No page names these actions, and a preflight needs none.
	{"GetObjectLegalHold", func(c *ossv2.Client) error {
		return failed(c.GetObjectLegalHold(ctx, &ossv2.GetObjectLegalHoldRequest{Bucket: bucket2, Key: key2}))
	}, "", nil},
	{"GetBucketObjectWormConfiguration", func(c *ossv2.Client) error {
		return failed(c.GetBucketObjectWormConfiguration(ctx, &ossv2.GetBucketObjectWormConfigurationRequest{Bucket: bucket2}))
	}, "", nil},
	{"OptionObject", func(c *ossv2.Client) error {
		return failed(c.OptionObject(ctx, &ossv2.OptionObjectRequest{Bucket: bucket2, Key: key2, Origin: ossv2.Ptr("https://example.com"), AccessControlRequestMethod: ossv2.Ptr("PUT")}))
	}, "", nil},
}
