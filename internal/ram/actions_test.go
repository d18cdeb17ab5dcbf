package ram

import (
	"cmp"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/oss403/oss403/internal/request"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
)

// parse reads "METHOD /bucket/key?query" and one header per further line.
func parse(text string) *request.Request {
	lines := strings.Split(text, "\n")
	method, target, _ := strings.Cut(lines[0], " ")
	path, query, _ := strings.Cut(target, "?")
	header, host := http.Header{}, "oss-cn-hangzhou.aliyuncs.com"
	for _, l := range lines[1:] {
		if name, value, _ := strings.Cut(l, ": "); name == "Host" {
			host = value
		} else {
			header.Set(name, value)
		}
	}
	bucket, object, _ := strings.Cut(strings.TrimPrefix(chars.Unescape(path), "/"), "/")
	r := request.New(method, host, path, query, header)
	r.Bucket, r.Object = bucket, object
	return r
}

// inference writes down what InferActions says: the operation, then what it needs, then after
// bars what it may need. ? is inferred, ?? guessed or doubtful.
func inference(r *request.Request) string {
	return written(InferActions(r))
}

func written(operation string, needs, possible []NeededAction) string {
	if operation == "" {
		return "none"
	}
	b := operation
	write := func(n NeededAction) {
		b += " " + n.Action + " " + strings.TrimPrefix(n.Resource, "acs:oss:*:*:")
		if n.Inferred {
			b += " ?"
		}
		if n.Guessed || n.Doubtful {
			b += " ??"
		}
	}
	for i, n := range needs {
		if i > 0 {
			b += ","
		} else {
			b += ":"
		}
		write(n)
	}
	for _, n := range possible {
		b += " |"
		write(n)
		if n.If != "" {
			b += " if " + n.If
		}
	}
	return b
}

func TestInferActions(t *testing.T) {
	const (
		byDefault = " | kms:GenerateDataKey acs:kms:*:*:* ? if the bucket encrypts with KMS by default" +
			" | kms:Decrypt acs:kms:*:*:* ? if the bucket encrypts with KMS by default"
		encrypted       = " | kms:Decrypt acs:kms:*:*:* if the object is encrypted with KMS"
		sourceEncrypted = " | kms:Decrypt acs:kms:*:*:* ? if the source object is encrypted with KMS"
		uploadEncrypted = " | kms:GenerateDataKey acs:kms:*:*:* ? if the upload was initiated with KMS encryption" +
			" | kms:Decrypt acs:kms:*:*:* ? if the upload was initiated with KMS encryption"
		uploadTagged = " | oss:PutObjectTagging b/k ? if the upload was initiated with x-oss-tagging"
	)
	for _, c := range []struct{ request, want string }{
		// Uploads.
		{"PUT /b/k", "PutObject: oss:PutObject b/k" + byDefault},
		{"PUT /b/a%20dir/k%2B1", "PutObject: oss:PutObject b/a dir/k+1" + byDefault},
		{"PUT /b/k\nx-oss-tagging: a=1", "PutObject: oss:PutObject b/k, oss:PutObjectTagging b/k" + byDefault},
		{"PUT /b/k\nx-oss-object-acl: private", "PutObject: oss:PutObject b/k" + byDefault + " | oss:PutObjectAcl b/k ??"},
		{"PUT /b/k\nx-amz-acl: public-read\nx-amz-tagging: a=1", "PutObject: oss:PutObject b/k" + byDefault + " | oss:PutObjectTagging b/k ?? | oss:PutObjectAcl b/k ??"},
		{"PUT /b/k\nx-amz-acl: private\nx-oss-object-acl: private", "PutObject: oss:PutObject b/k" + byDefault + " | oss:PutObjectAcl b/k ??"},
		{"PUT /b/k\nx-oss-server-side-encryption: KMS", "PutObject: oss:PutObject b/k, kms:GenerateDataKey acs:kms:*:*:*, kms:Decrypt acs:kms:*:*:*"},
		{"PUT /b/k\nx-oss-server-side-encryption: AES256", "PutObject: oss:PutObject b/k" + byDefault},
		{"PUT /b/k?callback=e30%3D&callback-var=", "PutObject: oss:PutObject b/k" + byDefault},
		{"PUT /b/k?OSSAccessKeyId=a&Expires=1&Signature=b&security-token=c", "PutObject: oss:PutObject b/k" + byDefault},
		{"POST /b/k?append&position=0\nx-oss-tagging: a=1", "AppendObject: oss:PutObject b/k, oss:PutObjectTagging b/k"},
		{"POST /b/k?append&position=0\nx-oss-server-side-encryption: KMS", "AppendObject: oss:PutObject b/k, kms:GenerateDataKey acs:kms:*:*:* ?, kms:Decrypt acs:kms:*:*:* ?"},
		{"POST /b/k?seal&position=9", "SealAppendObject: oss:SealAppendObject b/k"},
		{"POST /b\nContent-Type: multipart/form-data; boundary=x", "PostObject: oss:PutObject b/*" +
			" | oss:PutObjectTagging b/* ? if the form has x-oss-tagging" +
			" | kms:GenerateDataKey acs:kms:*:*:* ? if the form asks for KMS encryption" +
			" | kms:Decrypt acs:kms:*:*:* ? if the form asks for KMS encryption" +
			" | oss:PutObjectAcl b/* ?? if the form has x-oss-object-acl"},
		{"PUT /b/k?symlink\nx-oss-symlink-target: t", "PutSymlink: oss:PutObject b/k"},
		{"PUT /b/k?symlink\nx-oss-symlink-target: t\nx-oss-tagging: a=1", "PutSymlink: oss:PutObject b/k, oss:PutObjectTagging b/k"},

		// Reads. HEAD has no action of its own.
		{"GET /b/k", "GetObject: oss:GetObject b/k" + encrypted},
		{" /b/k", "GetObject: oss:GetObject b/k" + encrypted},
		{"GET /b/k?versionId=v", "GetObject: oss:GetObjectVersion b/k, oss:GetObject b/k ?" + encrypted},
		{"GET /b/k?response-content-type=&response-content-disposition=attachment", "GetObject: oss:GetObject b/k" + encrypted},
		{"GET /b/k?x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-credential=c&x-oss-date=d&x-oss-expires=1&x-oss-signature=s&x-oss-security-token=", "GetObject: oss:GetObject b/k" + encrypted},
		{"GET /b/k?x-oss-traffic-limit=819200&x-oss-request-payer=requester", "GetObject: oss:GetObject b/k" + encrypted},
		{"GET /b/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=s&x-id=GetObject", "GetObject: oss:GetObject b/k" + encrypted},
		{"GET /b/k?v=123", "GetObject: oss:GetObject b/k" + encrypted},
		{"GET /b/k?x-oss-process=image/resize,w_10", "GetObject: oss:GetObject b/k" + encrypted},
		{"GET /b/k?x-oss-process=style/small", "GetObject: oss:GetObject b/k" + encrypted},
		{"GET /b/k?x-oss-process=video/snapshot,t_7000", "GetObject: oss:GetObject b/k" + encrypted},
		{"GET /b/k?x-oss-process=video/snapshots,f_jpg", "GetObject: oss:GetObject b/k, oss:ProcessImm b/k" + encrypted},
		{"GET /b/k?x-oss-process=doc/preview,print_1", "GetObject: oss:GetObject b/k, oss:ProcessImm b/k, imm:GenerateWebofficeToken acs:imm:*:*:project/* ?, imm:RefreshWebofficeToken acs:imm:*:*:project/* ?" + encrypted},
		{"GET /b/k?x-oss-process=doc/snapshot,p_1", "GetObject: oss:GetObject b/k, oss:ProcessImm b/k, imm:CreateOfficeConversionTask acs:imm:*:*:project/* ?" + encrypted},
		{"HEAD /b/k", "HeadObject: oss:GetObject b/k"},
		{"HEAD /b/k?versionId=v", "HeadObject: oss:GetObject b/k, oss:GetObjectVersion b/k ?"},
		{"HEAD /b/k?x-oss-process=image/info", "HeadObject: oss:GetObject b/k"},
		{"HEAD /b/k?objectMeta", "GetObjectMeta: oss:GetObject b/k"},
		{"GET /b/k?symlink", "GetSymlink: oss:GetObject b/k"},
		{"POST /b/k?x-oss-process=csv/select", "SelectObject: oss:GetObject b/k"},
		{"POST /b/k?x-oss-process=json%2Fmeta", "CreateSelectObjectMeta: oss:GetObject b/k ?, oss:PutObject b/k ?"},
		{"OPTIONS /b/k\nOrigin: https://a.example\nAccess-Control-Request-Method: PUT", "OptionObject"},

		// Copies: the source is read, the target written.
		{"PUT /b/k\nx-oss-copy-source: /s/dir/k1", "CopyObject: oss:GetObject s/dir/k1, oss:PutObject b/k" + sourceEncrypted},
		{"PUT /b/k\nx-oss-copy-source: s/k1", "CopyObject: oss:GetObject s/k1, oss:PutObject b/k" + sourceEncrypted},
		{"PUT /b/k\nx-oss-copy-source: /s/a%2Fb%20c+d%2Be%3F", "CopyObject: oss:GetObject s/a/b c d+e?, oss:PutObject b/k" + sourceEncrypted},
		{"PUT /b/k\nx-oss-copy-source: %2Fs%2Fk1", "CopyObject: oss:GetObject s/k1, oss:PutObject b/k" + sourceEncrypted},
		{"PUT /b/k\nx-oss-copy-source: /s/100%", "CopyObject: oss:GetObject s/100%, oss:PutObject b/k" + sourceEncrypted},
		{"PUT /b/k\nx-oss-copy-source: s", "CopyObject: oss:GetObject s/SOURCE-KEY, oss:PutObject b/k" + sourceEncrypted},
		{"PUT /b/k\nx-oss-copy-source: /", "CopyObject: oss:GetObject SOURCE-BUCKET/SOURCE-KEY, oss:PutObject b/k" + sourceEncrypted},
		{"PUT /b/k\nx-amz-copy-source: /s/k1", "CopyObject: oss:GetObject s/k1, oss:PutObject b/k" + sourceEncrypted},
		{"PUT /b/k\nx-oss-copy-source: /s/k1?versionId=v", "CopyObject: oss:GetObject s/k1, oss:PutObject b/k, oss:GetObjectVersion s/k1" + sourceEncrypted},
		{"PUT /b/k\nx-oss-copy-source: /s/k1\nx-oss-tagging: a=1", "CopyObject: oss:GetObject s/k1, oss:PutObject b/k, oss:GetObjectTagging s/k1, oss:PutObjectTagging b/k" + sourceEncrypted},
		{"PUT /b/k\nx-oss-copy-source: /s/k1?versionId=v\nx-oss-tagging: a=1", "CopyObject: oss:GetObject s/k1, oss:PutObject b/k, oss:GetObjectVersion s/k1, oss:GetObjectTagging s/k1, oss:PutObjectTagging b/k, oss:GetObjectVersionTagging s/k1" + sourceEncrypted},
		{"PUT /b/k\nx-oss-copy-source: /s/k1\nx-oss-server-side-encryption: KMS\nx-oss-object-acl: private", "CopyObject: oss:GetObject s/k1, oss:PutObject b/k, kms:GenerateDataKey acs:kms:*:*:*, kms:Decrypt acs:kms:*:*:* | oss:PutObjectAcl b/k ??"},
		{"PUT /b/k\nx-amz-copy-source: /s/k1?versionId=v\nx-amz-tagging: a=1", "CopyObject: oss:GetObject s/k1, oss:PutObject b/k, oss:GetObjectVersion s/k1" + sourceEncrypted + " | oss:PutObjectTagging b/k ??"},
		{"POST /b/new?x-oss-rename\nx-oss-rename-source: dir/old%20one", "Rename: oss:DeleteObject b/dir/old one, oss:PutObject b/new"},

		// Multipart uploads.
		{"POST /b/k?uploads", "InitiateMultipartUpload: oss:PutObject b/k" + byDefault},
		{"POST /b/k?uploads&sequential", "InitiateMultipartUpload: oss:PutObject b/k" + byDefault},
		{"POST /b/k?uploads=\nx-oss-tagging: a=1\nx-oss-server-side-encryption: KMS", "InitiateMultipartUpload: oss:PutObject b/k, oss:PutObjectTagging b/k, kms:GenerateDataKey acs:kms:*:*:*, kms:Decrypt acs:kms:*:*:*"},
		{"PUT /b/k?partNumber=1&uploadId=u", "UploadPart: oss:PutObject b/k" + uploadEncrypted},
		{"PUT /b/k?partNumber=1&uploadId=u\nx-oss-copy-source: /s/k1?versionId=v", "UploadPartCopy: oss:GetObject s/k1, oss:PutObject b/k, oss:GetObjectVersion s/k1" + sourceEncrypted},
		{"POST /b/k?uploadId=u&encoding-type=url", "CompleteMultipartUpload: oss:PutObject b/k" + uploadTagged},
		{"POST /b/k?uploadId=u\nx-oss-tagging: a=1", "CompleteMultipartUpload: oss:PutObject b/k, oss:PutObjectTagging b/k"},
		{"DELETE /b/k?uploadId=u", "AbortMultipartUpload: oss:AbortMultipartUpload b/k"},
		{"GET /b/k?uploadId=u&max-parts=10&part-number-marker=", "ListParts: oss:ListParts b/k"},
		{"GET /b?uploads&prefix=&key-marker=&upload-id-marker=&delimiter=", "ListMultipartUploads: oss:ListMultipartUploads b"},

		// Deletions and restores.
		{"DELETE /b/k", "DeleteObject: oss:DeleteObject b/k"},
		{"DELETE /b/k?versionId=v", "DeleteObject: oss:DeleteObjectVersion b/k, oss:DeleteObject b/k ?"},
		{"POST /b?delete&encoding-type=url", "DeleteMultipleObjects: oss:DeleteObject b/* | oss:DeleteObjectVersion b/* ? if the body has a VersionId"},
		{"POST /b?delete\nContent-Type: multipart/form-data", "DeleteMultipleObjects: oss:DeleteObject b/* | oss:DeleteObjectVersion b/* ? if the body has a VersionId"},
		{"POST /b/dir/?x-oss-delete\nx-oss-delete-recursive: true", "DeleteDirectory: oss:DeleteObject b/dir/, oss:DeleteObject b/dir/*"},
		{"POST /b/dir?x-oss-delete", "DeleteDirectory: oss:DeleteObject b/dir"},
		{"POST /b/k?restore", "RestoreObject: oss:RestoreObject b/k"},
		{"POST /b/k?restore&versionId=v", "RestoreObject: oss:RestoreObjectVersion b/k, oss:RestoreObject b/k ?"},

		// Listings.
		{"GET /b", "ListObjects: oss:ListObjects b"},
		{"GET /b?prefix=&marker=&delimiter=&max-keys=100&encoding-type=url", "ListObjects: oss:ListObjects b"},
		{"GET /b?list-type=2&prefix=p&continuation-token=&start-after=&fetch-owner=false", "ListObjectsV2: oss:ListObjects b ?"},
		{"GET /b?versions&version-id-marker=&key-marker=", "ListObjectVersions: oss:ListObjectVersions b"},
		{"GET /", "ListBuckets: oss:ListBuckets *"},
		{"GET /?prefix=p&marker=&tag-key=k&tag-value=v", "ListBuckets: oss:ListBuckets *"},
		{"GET /?tagging=%22k%22%3A%22v%22", "ListBuckets: oss:ListBuckets *"},
		{"GET /\nHost: oss-cn-hangzhou.aliyuncs.com", "ListBuckets: oss:ListBuckets *"},
		{"GET /\nHost: cb-a1.cn-hangzhou.oss-cloudbox-control.aliyuncs.com", "ListBuckets: oss-cloudbox:ListBuckets *"},
		{"GET /?regions=oss-cn-hangzhou", "DescribeRegions: oss:DescribeRegions *"},

		// One sub-resource, several levels.
		{"GET /b/k?acl", "GetObjectAcl: oss:GetObjectAcl b/k"},
		{"GET /b?acl", "GetBucketAcl: oss:GetBucketAcl b"},
		{"GET /?acl", "none"},
		{"PUT /b/k?acl&versionId=v", "PutObjectAcl: oss:PutObjectVersionAcl b/k, oss:PutObjectAcl b/k ?"},
		{"PUT /b?acl", "PutBucketAcl: oss:PutBucketAcl b | oss:PutBucket b ? if the bucket does not exist"},
		{"PUT /b/k?tagging", "PutObjectTagging: oss:PutObjectTagging b/k"},
		{"GET /b/k?tagging&versionId=v", "GetObjectTagging: oss:GetObjectVersionTagging b/k, oss:GetObjectTagging b/k ?"},
		{"DELETE /b/k?tagging", "DeleteObjectTagging: oss:DeleteObjectTagging b/k"},
		{"PUT /b?tagging", "PutBucketTags: oss:PutBucketTagging b"},
		{"DELETE /b?tagging=k1,k2", "DeleteBucketTags: oss:DeleteBucketTagging b"},
		{"GET /?publicAccessBlock", "GetPublicAccessBlock: oss:GetPublicAccessBlock *"},
		{"GET /b?publicAccessBlock", "GetBucketPublicAccessBlock: oss:GetBucketPublicAccessBlock b"},
		{"GET /b?publicAccessBlock&x-oss-access-point-name=a", "GetAccessPointPublicAccessBlock: oss:GetAccessPointPublicAccessBlock b"},
		{"GET /b?redundancyTransition", "ListBucketDataRedundancyTransition: oss:ListBucketDataRedundancyTransition b"},
		{"GET /b?redundancyTransition&x-oss-redundancy-transition-taskid=1", "GetBucketDataRedundancyTransition: oss:GetBucketDataRedundancyTransition b"},
		{"GET /?redundancyTransition", "ListUserDataRedundancyTransition: oss:ListUserDataRedundancyTransition *"},
		{"GET /b?accessPoint", "ListAccessPoints: oss:ListAccessPoints b"},
		{"GET /b?accessPoint\nx-oss-access-point-name: a", "GetAccessPoint: oss:GetAccessPoint b"},
		{"GET /?accessPoint", "ListAccessPoints: oss:ListAccessPoints *"},

		// Buckets.
		{"PUT /b", "PutBucket: oss:PutBucket b"},
		{"PUT /b\nx-oss-acl: private", "PutBucket: oss:PutBucket b, oss:PutBucketAcl b"},
		{"PUT /b\nx-amz-acl: private", "PutBucket: oss:PutBucket b | oss:PutBucketAcl b ??"},
		{"POST /b/k?uploads\nx-amz-acl: private", "InitiateMultipartUpload: oss:PutObject b/k" + byDefault + " | oss:PutObjectAcl b/k ??"},
		{"PUT /b\nx-oss-resource-group-id: r", "PutBucket: oss:PutBucket b, oss:PutBucketResourceGroup b ?"},
		{"DELETE /b", "DeleteBucket: oss:DeleteBucket b"},
		{"HEAD /b", "HeadBucket | oss:GetBucketInfo b ??"},
		{"GET /b?bucketInfo", "GetBucketInfo: oss:GetBucketInfo b"},
		{"GET /b?stat", "GetBucketStat: oss:GetBucketStat b"},
		{"GET /b?location", "GetBucketLocation: oss:GetBucketLocation b"},
		{"PUT /b?versioning", "PutBucketVersioning: oss:PutBucketVersioning b"},
		{"PUT /b?policy", "PutBucketPolicy: oss:PutBucketPolicy b"},
		{"GET /b?policyStatus", "GetBucketPolicyStatus: oss:GetBucketPolicyStatus b"},
		{"PUT /b?lifecycle", "PutBucketLifecycle: oss:PutBucketLifecycle b"},
		{"DELETE /b?cors", "DeleteBucketCors: oss:DeleteBucketCors b"},
		{"PUT /b?referer", "PutBucketReferer: oss:PutBucketReferer b"},
		{"GET /b?website", "GetBucketWebsite: oss:GetBucketWebsite b"},
		{"PUT /b?rtc", "PutBucketRtc: oss:PutBucketRTC b"},
		{"POST /b?wormId=w", "CompleteBucketWorm: oss:CompleteBucketWorm b"},
		{"POST /b?wormExtend&wormId=w", "ExtendBucketWorm: oss:ExtendBucketWorm b"},
		{"GET /b?inventory", "ListBucketInventory: oss:GetBucketInventory b"},
		{"GET /b?inventory&inventoryId=i", "GetBucketInventory: oss:GetBucketInventory b"},
		{"GET /b?inventory&continuation-token=t", "ListBucketInventory: oss:GetBucketInventory b"},
		{"PUT /b?logging", "PutBucketLogging: oss:PutBucketLogging b" +
			" | oss:PutObject TARGET-BUCKET/* if the body has a TargetBucket" +
			" | ram:PassRole acs:ram:*:*:role/ROLE ? if the body has a LoggingRole"},
		{"PUT /b?encryption", "PutBucketEncryption: oss:PutBucketEncryption b, oss:GetBucketEncryption b ?" +
			" | kms:List* acs:kms:*:*:* if the body has a KMSMasterKeyID" +
			" | kms:DescribeKey acs:kms:*:*:* if the body has a KMSMasterKeyID"},
		{"POST /b?replication&comp=delete", "DeleteBucketReplication: oss:DeleteBucketReplication b"},
		{"POST /b?cname&comp=delete", "DeleteCname: oss:DeleteCname b"},
		{"GET /b?cname", "ListCname: oss:ListCname b"},
		{"GET /b?cname=a.example&comp=token", "GetCnameToken: oss:GetCnameToken b"},
		{"POST /b?metaQuery&comp=query", "DoMetaQuery: oss:DoMetaQuery b"},
		{"POST /b?metaQuery&comp=add&mode=basic&role=acs:ram::1:role/r", "OpenMetaQuery: oss:OpenMetaQuery b, ram:PassRole acs:ram:*:*:role/r ?"},
		{"POST /b?metaQuery&action=createDataset&datasetName=d&description=", "none"}, // an empty parameter could be a sub-resource
		{"POST /b?metaQuery&action=createDataset&datasetName=d", "CreateDataset: oss:MetaQuery b"},
		{"POST /b?metaQuery&action=somethingNew", "DoMetaQueryAction: oss:MetaQuery b ?"},
		{"POST /?dataPipeline&action=somethingNew", "DoDataPipeLineAction"},

		// Processing.
		{"POST /b/k?x-oss-process", "ProcessObject: oss:PostProcessTask b/k, oss:GetObject b/k" +
			" | oss:PutObject SAVEAS-BUCKET/SAVEAS-KEY if the body has sys/saveas" +
			" | oss:ProcessImm b/k if the body asks for an operation of IMM"},
		{"POST /b/k?x-oss-async-process", "AsyncProcessObject: oss:PostProcessTask b/k, oss:GetObject b/k, oss:ProcessImm b/k" +
			" | oss:PutObject SAVEAS-BUCKET/SAVEAS-KEY if the body has sys/saveas" +
			" | imm:CreateOfficeConversionTask acs:imm:*:*:project/* if the body asks for doc/convert" +
			" | imm:CreateMediaConvertTask acs:imm:*:*:project/* ? if the body asks for video/convert or audio/convert"},
		{"GET /b/k?live&comp=stat", "GetLiveChannelStat: oss:GetLiveChannelStat b/k"},
		{"PUT /b/k?live&status=disabled", "PutLiveChannelStatus: oss:PutLiveChannelStatus b/k"},

		// Names that nobody has documented.
		{"PUT /b/k?legalHold", "PutObjectLegalHold: oss:PutObjectLegalHold b/k ??"},
		{"GET /b?agenticBucket&acl", "GetAgenticBucketAcl: oss:GetAgenticBucketAcl b ??"},
		{"GET /?cloudboxes", "ListCloudBoxes: oss-cloudbox:ListCloudBoxes * ??"},

		// No answer is better than a wrong one.
		{"GET /b?somethingNew", "none"},
		{"GET /b?somethingNew=", "none"},
		{"DELETE /b?somethingNew", "none"},
		{"DELETE /b?inventory", "none"},
		{"DELETE /b?acl", "none"},
		{"PUT /b?style", "none"},
		{"PUT /b/k?uploadId=u", "none"},
		{"PUT /b/k?x-oss-process=image/resize,w_10", "none"},
		{"GET /b?x-oss-process=image/resize,w_10", "none"},
		{"GET /b/k?acl&tagging", "none"},
		{"GET /b/k?uploads", "none"},
		{"GET /b/k?live&comp=new", "none"},
		{"GET /b?asyncFetch", "none"},
		{"POST /b", "none"},
		{"POST /b/k", "none"},
		{"OPTIONS /b/k", "none"},
		{"PUT /", "none"},
		{"PATCH /b/k", "none"},
		{"get /b/k", "none"},
	} {
		if got := inference(parse(c.request)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.request, got, c.want)
		}
	}
}

// TestInferActionsUnknownBucket: behind a custom domain the key is known and the bucket is not.
func TestInferActionsUnknownBucket(t *testing.T) {
	got := inference(&request.Request{Method: "HEAD", Object: "k"})
	if want := "HeadObject: oss:GetObject BUCKET/k"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A text may name a URL and no method: nothing is told of what it asks for then.
func TestInferActionsNoMethod(t *testing.T) {
	if got := inference(&request.Request{Bucket: "b", Object: "k"}); got != "none" {
		t.Error(got)
	}
}

func TestActionsOf(t *testing.T) {
	for _, c := range []struct{ name, bucket, object, want string }{
		{"PutObject", "b", "k", "PutObject: oss:PutObject b/k | kms:GenerateDataKey acs:kms:*:*:* ? if the bucket encrypts with KMS by default | kms:Decrypt acs:kms:*:*:* ? if the bucket encrypts with KMS by default"},
		{"HeadObject", "", "", "HeadObject: oss:GetObject BUCKET/*"},
		{"CopyObject", "b", "k", "CopyObject: oss:GetObject SOURCE-BUCKET/SOURCE-KEY, oss:PutObject b/k | kms:Decrypt acs:kms:*:*:* ? if the source object is encrypted with KMS"},
		{"ListObjectsV2", "b", "", "ListObjectsV2: oss:ListObjects b ?"},
		{"CreateMultipartUpload", "b", "k", "InitiateMultipartUpload: oss:PutObject b/k | kms:GenerateDataKey acs:kms:*:*:* ? if the bucket encrypts with KMS by default | kms:Decrypt acs:kms:*:*:* ? if the bucket encrypts with KMS by default"},
		{"DeleteObjects", "b", "", "DeleteMultipleObjects: oss:DeleteObject b/* | oss:DeleteObjectVersion b/* ? if the body has a VersionId"},
		{"HeadBucket", "b", "", "HeadBucket | oss:GetBucketInfo b ??"},
		{"ListAccessPoints", "b", "", "none"}, // of a bucket, or of all
		{"putobject", "b", "k", "none"},
		{"", "b", "k", "none"},
	} {
		if got := written(ActionsOf(c.name, c.bucket, c.object)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// TestOperation: what S3 calls otherwise is known by both names.
func TestOperation(t *testing.T) {
	for _, c := range [][3]string{
		{"GetObjectMeta", "GetObjectMeta", "HEAD"},
		{"DeleteObjects", "DeleteMultipleObjects", "POST"},
		{"OpenMetaQuery", "", ""}, // two requests
		{"GET", "", ""},
	} {
		if name, method := Operation(c[0]); name != c[1] || method != c[2] {
			t.Errorf("%s: %s %s", c[0], name, method)
		}
	}
	for _, n := range s3Names {
		if name, _ := Operation(n.s3); name != n.oss {
			t.Errorf("%s: %q", n.s3, name)
		}
		if name, _ := Operation(n.oss); name != n.oss {
			t.Errorf("%s: %q", n.oss, name)
		}
	}
}

func TestInferActionsTooManyParameters(t *testing.T) {
	r := &request.Request{Method: "GET", Bucket: "b"}
	for i := range 64 {
		r.Query = append(r.Query, request.Parameter{Name: strings.Repeat("a", i+1), Value: "1"})
	}
	if got := inference(r); got != "ListObjects: oss:ListObjects b" {
		t.Error(got)
	}
	r.Query = append(r.Query, request.Parameter{Name: "b", Value: "1"})
	if got := inference(r); got != "none" {
		t.Error(got)
	}
}

// requestOf builds the least that an operation's conditions ask for.
func requestOf(op *operation) *request.Request {
	r := &request.Request{Method: op.method, Header: http.Header{}}
	if op.level >= bucketLevel {
		r.Bucket = "b"
	}
	if op.level == objectLevel {
		r.Object = "k"
	}
	for _, c := range strings.Fields(op.match) {
		name, value, _ := strings.Cut(c, "=")
		value, _, _ = strings.Cut(value, "|")
		value = strings.TrimSuffix(value, "*")
		switch name, isParameter := strings.CutPrefix(name, "?"); {
		case strings.HasPrefix(name, "!"):
		case isParameter:
			r.Query = append(r.Query, request.Parameter{Name: name, Value: value})
		default:
			r.Header.Set(name, cmp.Or(value, "x"))
		}
	}
	return r
}

// TestEachOperation: each row is found by its own request, and no other row fits it as well.
func TestEachOperation(t *testing.T) {
	if len(operations) != 225 {
		t.Errorf("%d operations, want 225", len(operations))
	}
	for i := range operations {
		op := &operations[i]
		f := facts{requestOf(op)}
		set := func(name, value string) { f.Query = append(f.Query, request.Parameter{Name: name, Value: value}) }
		if got := f.operation(); got != op {
			t.Errorf("%s %s %q finds %+v", op.name, op.method, op.match, got)
			continue
		}
		for j := range operations {
			other := &operations[j]
			if other != op && other.level == op.level && other.method == op.method && f.holds(other.match) && weight(other.match) >= weight(op.match) && !f.asksForMore(other) {
				t.Errorf("%s fits the request of %s as well", other.name, op.name)
			}
		}
		set("prefix", "")
		set("Signature", "s")
		set("response-expires", "")
		if got := f.operation(); got != op {
			t.Errorf("%s is lost with parameters that mean nothing", op.name)
		}
		set("somethingNew", "")
		if got := f.operation(); got != nil {
			t.Errorf("%s with an unknown sub-resource is %s", op.name, got.name)
		}
	}
}

// TestOperationsTidy: the notation is as its description says.
func TestOperationsTidy(t *testing.T) {
	for i := range operations {
		op := &operations[i]
		for _, a := range op.actions {
			if !form.IsAction(strings.TrimSuffix(a.name, "*")) {
				t.Errorf("%s: %q is no action", op.name, a.name)
			}
			if strings.HasPrefix(a.when, "~the ") {
				continue
			}
			for _, c := range strings.Fields(a.when) {
				name, _, _ := strings.Cut(strings.TrimLeft(c, "!?"), "=")
				if !chars.IsWord(name) || strings.HasPrefix(c, "?!") {
					t.Errorf("%s: %q is no condition", op.name, c)
				}
			}
		}
		for _, c := range strings.Fields(op.match) {
			if strings.HasPrefix(c, "!?") {
				t.Errorf("%s: %s is for nothing: asksForMore forbids it anyway", op.name, c)
			}
		}
	}
	for _, m := range modifiers {
		for i := range operations {
			if mentions(operations[i].match, m) {
				t.Errorf("%s makes a %s and is a modifier", m, operations[i].name)
			}
		}
	}
}

func TestMatchesPattern(t *testing.T) {
	for _, c := range []struct {
		s, pattern string
		want       bool
	}{
		{"", "", true},
		{"a", "", false},
		{"", "*", true},
		{"abc", "abc", true},
		{"abc", "ab", false},
		{"abc", "ab*", true},
		{"abc", "*bc", true},
		{"abc", "*b", false},
		{"abab", "*ab", true},
		{"/s/k?versionId=", "*?versionId=*", true},
		{"/s/k?versionI=", "*?versionId=*", false},
		{"abc", "a*b*c", true},
		{"abc", "a*c*b", false},
	} {
		if got := matchesPattern(c.s, c.pattern); got != c.want {
			t.Errorf("matchesPattern(%q, %q) = %v", c.s, c.pattern, got)
		}
	}
}

// TestIsAction: actions of OSS and of the services that it calls, as they are spelled.
func TestIsAction(t *testing.T) {
	for name, want := range map[string]bool{"oss:PutObject": true, "oss:AbortBucketWorm": true, "kms:GenerateDataKey": true, "oss:putobject": false, "oss:HeadObject": false, "oss:*": false, "": false} {
		if IsAction(name) != want {
			t.Errorf("IsAction(%q) is %v", name, !want)
		}
	}
}

func TestActionResource(t *testing.T) {
	for _, c := range []struct{ action, bucket, object, want string }{
		{"oss:GetObject", "b", "d/k", "acs:oss:*:*:b/d/k"},
		{"oss:getobject", "b", "d/k", "acs:oss:*:*:b/d/k"},
		{"oss:GetObjectVersionTagging", "b", "k", "acs:oss:*:*:b/k"},
		{"oss:PutObject", "b", "k", "acs:oss:*:*:b/k"},
		{"oss:DeleteObject", "b", "", "acs:oss:*:*:b/*"},
		{"oss:AbortMultipartUpload", "b", "k", "acs:oss:*:*:b/k"},
		{"oss:ListObjects", "b", "k", "acs:oss:*:*:b"},
		{"oss:PutBucketReferer", "b", "", "acs:oss:*:*:b"},
		{"oss:ListBuckets", "", "", "acs:oss:*:*:*"},
		{"kms:Decrypt", "b", "k", "acs:kms:*:*:*"},
		{"oss:SomethingNew", "b", "k", ""},
		{"", "b", "k", ""},
	} {
		got, ok := ActionResource(c.action, c.bucket, c.object)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q, %v", c.action, got, ok)
		}
	}
}

func TestPhantomAction(t *testing.T) {
	for name, want := range map[string]string{
		"oss:HeadObject":    "oss:GetObject",
		"OSS:headobject":    "oss:GetObject",
		"oss:ListObjectsV2": "oss:ListObjects",
		"oss:CreateBucket":  "oss:PutBucket",
		"oss:CopyObject":    "oss:GetObject, oss:PutObject",
		"oss:SignUrl":       "",
	} {
		got, certain, ok := PhantomAction(name)
		if !ok || got != want {
			t.Errorf("%s: %q, %v", name, got, ok)
		}
		// That there is no oss:HeadObject is documented; system policies hold oss:CopyObject.
		if certain != strings.EqualFold(name, "oss:HeadObject") {
			t.Errorf("%s: certain %v", name, certain)
		}
	}
	for _, name := range []string{"", "oss:*", "oss:Get*", "oss:GetObject", "oss:ListObjects", "oss:PutBucketRTC", "oss:PutBucketRtc", "HeadObject"} {
		if got, _, ok := PhantomAction(name); ok {
			t.Errorf("%s is called a phantom of %q", name, got)
		}
	}
}

// TestPhantomsTidy: no phantom is an action, what replaces it is one, and where a phantom is an
// operation's name, it is replaced by what that operation always needs.
func TestPhantomsTidy(t *testing.T) {
	for _, p := range phantoms {
		if _, ok := ActionResource(p.name, "b", "k"); ok {
			t.Errorf("%s is an action", p.name)
		}
		if p.instead == "" {
			continue
		}
		instead := strings.Split(p.instead, ", ")
		for _, name := range instead {
			if _, ok := ActionResource(name, "b", "k"); !ok {
				t.Errorf("%s: %s is no action", p.name, name)
			}
		}
		for i := range operations {
			if op := &operations[i]; "oss:"+op.name == p.name {
				var always []string
				for _, a := range op.actions {
					if a.when == "" && strings.HasPrefix(a.name, "oss:") {
						always = append(always, a.name)
					}
				}
				if !slices.Equal(always, instead) {
					t.Errorf("%s needs %v, not %v", op.name, always, instead)
				}
			}
		}
	}
}

func TestPolicyJSON(t *testing.T) {
	for _, c := range []struct {
		name, request, prefix, want string
	}{
		{"one action", "GET /b/k", "", `{
  "Version": "1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "oss:GetObject"
      ],
      "Resource": [
        "acs:oss:*:*:b/k"
      ]
    }
  ]
}`},
		{"merged by resource, in order", "PUT /b/k\nx-oss-copy-source: /s/a%26b%3Cc%3E%22?versionId=v\nx-oss-tagging: a=1", "", `{
  "Version": "1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "oss:GetObject",
        "oss:GetObjectVersion",
        "oss:GetObjectTagging",
        "oss:GetObjectVersionTagging"
      ],
      "Resource": [
        "acs:oss:*:*:s/a&b<c>\""
      ]
    },
    {
      "Effect": "Allow",
      "Action": [
        "oss:PutObject",
        "oss:PutObjectTagging"
      ],
      "Resource": [
        "acs:oss:*:*:b/k"
      ]
    }
  ]
}`},
		{"listing below a prefix", "GET /b?list-type=2", "photos/", `{
  "Version": "1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "oss:ListObjects"
      ],
      "Resource": [
        "acs:oss:*:*:b"
      ],
      "Condition": {
        "StringLike": {
          "oss:Prefix": [
            "photos/",
            "photos/*"
          ]
        }
      }
    }
  ]
}`},
		{"buckets", "GET /", "photos/", `{
  "Version": "1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "oss:ListBuckets"
      ],
      "Resource": [
        "acs:oss:*:*:*"
      ]
    }
  ]
}`},
		{"a prefix that means more than itself", "GET /b?list-type=2", "photos*", ""},
		{"another", "GET /b", "photo?/", ""},
		{"a variable", "GET /b", "home/${acs:UserName}/", ""},
		{"a key that means more than itself", "GET /b/photos/*", "", ""},
		{"no guess", "GET /b?agenticBucket", "", ""},
		{"no doubt", "HEAD /b", "", ""},
		{"nothing", "OPTIONS /b/k\nOrigin: o\nAccess-Control-Request-Method: GET", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			operation, needs, _ := InferActions(parse(c.request))
			if got := PolicyJSON(needs, "b", c.prefix); operation == "" || got != c.want {
				t.Errorf("%s", got)
			}
		})
	}
}

// TestPolicyJSONCondition: the prefix is for the listing of its bucket and nothing else.
func TestPolicyJSONCondition(t *testing.T) {
	got := PolicyJSON([]NeededAction{
		{Action: "oss:GetBucketInfo", Resource: arn("b")},
		{Action: "oss:ListObjects", Resource: arn("b")},
		{Action: "oss:ListObjects", Resource: arn("other")},
		{Action: "oss:ListObjects", Resource: arn("b")},
	}, "b", "p")
	var policy struct {
		Statement []struct {
			Action, Resource []string
			Condition        any
		}
	}
	if err := json.Unmarshal([]byte(got), &policy); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, s := range policy.Statement {
		line := strings.Join(s.Action, ",") + " " + strings.Join(s.Resource, ",")
		if s.Condition != nil {
			line += " below p"
		}
		lines = append(lines, line)
	}
	want := []string{"oss:GetBucketInfo acs:oss:*:*:b", "oss:ListObjects acs:oss:*:*:b below p", "oss:ListObjects acs:oss:*:*:other"}
	if !slices.Equal(lines, want) {
		t.Errorf("got %q", lines)
	}
}
