package oss403_test

import (
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

// TestRequestOfText: a client that keeps no request still names the operation, which tells what to grant and
// what makes no sense; or a text has the signed URL, which says how long it was good.
func TestRequestOfText(t *testing.T) {
	const denied = " operation: You have no right to access this object because of bucket acl."
	for _, c := range []struct{ text, step, policy string }{
		{"An error occurred (AccessDenied) when calling the PutObject" + denied,
			"Grant oss:PutObject to the RAM user or role that signed: fill in the names in capitals in the policy below.", "acs:oss:*:*:BUCKET/*"},
		{"An error occurred (AccessDenied) when calling the DeleteObjects" + denied,
			"Grant oss:DeleteObject to the RAM user or role that signed: fill in the names in capitals in the policy below.", "acs:oss:*:*:BUCKET/*"},
		{"An error occurred (AccessDenied) when calling the ListBuckets operation: AccessDenied",
			"Grant oss:ListBuckets to the RAM user or role that signed; the policy below does just that.", "acs:oss:*:*:*"},
		{"An error occurred (AccessDenied) when calling the HeadBucket operation: AccessDenied", // whose action no page names
			"Grant the caller every action that the request needs in a RAM policy, those for tags, ACLs and versions included.", ""},
		{"An error occurred (403) when calling the HeadObject operation: Forbidden",
			"Send the request as GET instead of HEAD (for an object with Range: bytes=0-0): the body of that answer usually names the cause.", ""},
		{"An error occurred (403) when calling the GetObject operation: Forbidden",
			"Look at the whole answer, body and headers (curl -v for a URL): the body usually names the cause.", ""},
		{"https://examplebucket.oss-cn-hangzhou.aliyuncs.com/v.mp4?Expires=1700000000&OSSAccessKeyId=LTAI5tExampleExample00&Signature=c2lnbmF0dXJlc2lnbmF0dXJlc2k%3D: Server returned 403 Forbidden",
			"Look at when the signed URL was used: it was good until 2023-11-14T22:13:20Z. If that was over, sign a new one.", ""},
	} {
		e, ok := oss403.ParseText(c.text, oss403.AssumeOSS())
		if !ok {
			t.Errorf("%s: not read", c.text)
			continue
		}
		x := e.Explain(oss403.English)
		if x.Remedy.Steps[0] != c.step {
			t.Errorf("%s: %s", c.text, x.Remedy.Steps[0])
		}
		if got, want := string(x.Remedy.Policy), c.policy; (want == "") != (got == "") || want != "" && !strings.Contains(got, `"`+want+`"`) {
			t.Errorf("%s: policy %s, want one for %s", c.text, got, want)
		}
		if strings.Contains(c.text, "PutObject") && strings.Contains(e.Report(oss403.English), "ossutil presign") {
			t.Errorf("%s: an upload is told to presign a download:\n%s", c.text, e.Report(oss403.English))
		}
	}
}
