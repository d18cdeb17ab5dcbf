package ram

import (
	"github.com/oss403/oss403/internal/chars"
)

// PhantomAction says whether an action occurs in policies though RAM knows none of that name, so
// that it grants nothing, and what to grant instead: one action, several after commas, or "" for
// what needs none.
func PhantomAction(name string) (instead string, ok bool) {
	for i := range phantoms {
		if p := &phantoms[i]; chars.CompareFold(name, p.name) == 0 {
			return p.instead, true
		}
	}
	return "", false
}

// phantoms are names of operations, of log entries and of S3's actions.
var phantoms = [...]struct{ name, instead string }{
	{"oss:AppendObject", "oss:PutObject"},
	{"oss:AsyncProcessObject", "oss:PostProcessTask, oss:GetObject, oss:ProcessImm"},
	{"oss:CompleteMultipartUpload", "oss:PutObject"},
	{"oss:CompleteUploadPart", "oss:PutObject"},
	{"oss:CopyObject", "oss:GetObject, oss:PutObject"},
	{"oss:CreateBucket", "oss:PutBucket"},
	{"oss:CreateBucketMetadataConfiguration", "oss:CreateBucketMetadataTableConfiguration"},
	{"oss:DeleteBucketTags", "oss:DeleteBucketTagging"},
	{"oss:DeleteMultipleObjects", "oss:DeleteObject"},
	{"oss:DeleteObjects", "oss:DeleteObject"},
	{"oss:GetBucket", "oss:ListObjects"},
	{"oss:GetBucketMetadataConfiguration", "oss:GetBucketMetadataTableConfiguration"},
	{"oss:GetBucketTags", "oss:GetBucketTagging"},
	{"oss:GetLiveChannelInfo", "oss:GetLiveChannel"},
	{"oss:GetObjectMeta", "oss:GetObject"},
	{"oss:GetService", "oss:ListBuckets"},
	{"oss:GetSymlink", "oss:GetObject"},
	{"oss:HeadObject", "oss:GetObject"},
	{"oss:InitiateMultipartUpload", "oss:PutObject"},
	{"oss:ListBucket", "oss:ListObjects"},
	{"oss:ListBucketInventory", "oss:GetBucketInventory"},
	{"oss:ListObjectsV2", "oss:ListObjects"},
	{"oss:PostObject", "oss:PutObject"},
	{"oss:ProcessObject", "oss:PostProcessTask, oss:GetObject"},
	{"oss:PutBucketCname", "oss:PutCname"},
	{"oss:PutBucketTags", "oss:PutBucketTagging"},
	{"oss:PutSymlink", "oss:PutObject"},
	{"oss:SelectObject", "oss:GetObject"},
	{"oss:SignUrl", ""}, // a URL is signed by the client alone; whoever uses it needs the actions of its request
	{"oss:UploadPart", "oss:PutObject"},
	{"oss:UploadPartCopy", "oss:GetObject, oss:PutObject"},
}
