package ram

import (
	"github.com/oss403/oss403/internal/chars"
)

// PhantomAction says whether an action occurs in policies though OSS's table of actions has none of
// that name, so that it most likely grants nothing, and what to grant instead: one action, several
// after commas, or "" for what needs none. certain says that there is no such action; of the others
// that is likely, and no more: system policies of RAM hold a few of them.
func PhantomAction(name string) (instead string, certain, ok bool) {
	for i := range phantoms {
		if p := &phantoms[i]; chars.CompareFold(name, p.name) == 0 {
			return p.instead, p.certain, true
		}
	}
	return "", false, false
}

// phantoms are names of operations, of log entries and of S3's actions.
var phantoms = [...]struct {
	name, instead string
	certain       bool
}{
	{"oss:AppendObject", "oss:PutObject", false},
	{"oss:AsyncProcessObject", "oss:PostProcessTask, oss:GetObject, oss:ProcessImm", false},
	{"oss:CompleteMultipartUpload", "oss:PutObject", false},
	{"oss:CompleteUploadPart", "oss:PutObject", false},
	{"oss:CopyObject", "oss:GetObject, oss:PutObject", false},
	{"oss:CreateBucket", "oss:PutBucket", false},
	{"oss:CreateBucketMetadataConfiguration", "oss:CreateBucketMetadataTableConfiguration", false},
	{"oss:DeleteBucketTags", "oss:DeleteBucketTagging", false},
	{"oss:DeleteMultipleObjects", "oss:DeleteObject", false},
	{"oss:DeleteObjects", "oss:DeleteObject", false},
	{"oss:GetBucket", "oss:ListObjects", false},
	{"oss:GetBucketMetadataConfiguration", "oss:GetBucketMetadataTableConfiguration", false},
	{"oss:GetBucketTags", "oss:GetBucketTagging", false},
	{"oss:GetLiveChannelInfo", "oss:GetLiveChannel", false},
	{"oss:GetObjectMeta", "oss:GetObject", false},
	{"oss:GetService", "oss:ListBuckets", false},
	{"oss:GetSymlink", "oss:GetObject", false},
	{"oss:HeadObject", "oss:GetObject", true},
	{"oss:InitiateMultipartUpload", "oss:PutObject", false},
	{"oss:ListBucket", "oss:ListObjects", false},
	{"oss:ListBucketInventory", "oss:GetBucketInventory", false},
	{"oss:ListObjectsV2", "oss:ListObjects", false},
	{"oss:PostObject", "oss:PutObject", false},
	{"oss:ProcessObject", "oss:PostProcessTask, oss:GetObject", false},
	{"oss:PutBucketCname", "oss:PutCname", false},
	{"oss:PutBucketTags", "oss:PutBucketTagging", false},
	{"oss:PutSymlink", "oss:PutObject", false},
	{"oss:SelectObject", "oss:GetObject", false},
	{"oss:SignUrl", "", false}, // a URL is signed by the client alone; whoever uses it needs the actions of its request
	{"oss:UploadPart", "oss:PutObject", false},
	{"oss:UploadPartCopy", "oss:GetObject, oss:PutObject", false},
}
