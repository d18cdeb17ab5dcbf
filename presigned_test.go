package oss403_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

func ExampleReadPresigned() {
	p, err := oss403.ReadPresigned("https://examplebucket.oss-cn-hangzhou.aliyuncs.com/notes.txt?x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-credential=LTAI5tExampleExampleKey1%2F20260305%2Fcn-hangzhou%2Foss%2Faliyun_v4_request&x-oss-date=20260305T101103Z&x-oss-expires=900&x-oss-signature=8b0c599057caafb5a0ae65b08b0c599057caafb5a0ae65b08b0c599057caafb5")
	fmt.Println(p.Version, p.Bucket, p.Object, p.AccessKeyID, p.Lifetime, p.Expires, err)
	// Output: V4 examplebucket notes.txt LTAI5t****Key1 15m0s 2026-03-05 10:26:03 +0000 UTC <nil>
}

// TestReadPresigned: every version, and the flaws that people make; want is a part of the first flaw.
func TestReadPresigned(t *testing.T) {
	const host = "https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a%20b.txt?"
	const v4 = "x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-credential=LTAI5tExampleExampleKey1%2F20260305%2Fcn-hangzhou%2Foss%2Faliyun_v4_request&x-oss-date=20260305T101103Z&x-oss-signature=8b0c599057caafb5&x-oss-expires="
	for _, test := range []struct{ url, version, want string }{
		{host + "OSSAccessKeyId=LTAI5tExampleExampleKey1&Expires=1767225600&Signature=abc%3D", "V1", ""},
		{host + "x-oss-access-key-id=LTAI5tExampleExampleKey1&x-oss-expires=1767225600&x-oss-signature=abc%3D&x-oss-signature-version=OSS2&x-oss-additional-headers=referer", "V2", ""},
		{host + v4 + "900", "V4", ""},
		{host + "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20210810T081338Z&X-Amz-SignedHeaders=host&X-Amz-Expires=604800&X-Amz-Credential=LTAI5tExampleExampleExam%2F20210810%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Signature=56d6", "S3 V4", ""},
		{host + "OSSAccessKeyId=LTAI5tExampleExampleKey1&Expires=1767225600&Signature=ab+c=", "V1", "+"},
		{host + "OSSAccessKeyId=LTAI5tExampleExampleKey1&Expires=1767225600000&Signature=abc", "V1", "milliseconds"},
		{host + "OSSAccessKeyId=LTAI5tExampleExampleKey1&Expires=3600&Signature=abc", "V1", "lifetime"},
		{host + "OSSAccessKeyId=LTAI5tExampleExampleKey1&Expires=500000000&Signature=abc", "V1", "lifetime"},
		{host + "OSSAccessKeyId=STS.NUExampleExampleExample1&Expires=1767225600&Signature=abc", "V1", "token"},
		{host + "OSSAccessKeyId=LTAI5tExampleExampleKey1&amp;Expires=1767225600&amp;Signature=abc", "V1", "HTML"},
		{host + v4 + "999999", "V4", "7 days"},
		{strings.Replace(host, "hangzhou", "beijing", 1) + v4 + "900", "V4", "region"},
		{host + strings.Replace(v4, "20260305%2F", "20260304%2F", 1) + "900", "V4", "another day"},
		{host + "OSSAccessKeyId=LTAI5tExampleExampleKey1%20&Expires=1767225600&Signature=abc", "V1", "a space"},
		{host + "OSSAccessKeyId=LTAI5tExampleExampleKey1%0A&Expires=1767225600&Signature=abc", "V1", "a space"},
		{host + "OSSAccessKeyId=LTAI5tExampleExampleKey1&Expires=1767225600&Signature=abc&expires=1767225601", "V1", "expires is there twice"},
		{"https://oss-cn-hangzhou.aliyuncs.com/examplebucket/k?OSSAccessKeyId=LTAI5tExampleExampleKey1&Expires=1767225600&Signature=abc", "V1", "in the path"},
	} {
		p, err := oss403.ReadPresigned(test.url)
		if err != nil || p.Version != test.version || !strings.HasPrefix(p.AccessKeyID, "LTAI5t****") && !strings.HasPrefix(p.AccessKeyID, "STS.NU****") {
			t.Errorf("%s: %+v, %v", test.url, p, err)
		}
		if test.want == "" && len(p.Flaws) > 0 || test.want != "" && !strings.Contains(strings.Join(p.Flaws, "\n"), test.want) {
			t.Errorf("%s: flaws %q, want %q", test.url, p.Flaws, test.want)
		}
		for _, secret := range []string{"ExampleExampleKey", "8b0c5990", "ab+c", "abc%3D"} {
			if strings.Contains(fmt.Sprintf("%+v", p), secret) {
				t.Errorf("%s: %+v shows %s", test.url, p, secret)
			}
		}
	}
	for _, s := range []string{
		"https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAEXAMPLE%2F20260305%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20260305T101103Z&X-Amz-Expires=900&X-Amz-Signature=00",
		"https://b.cos.ap-beijing.myqcloud.com/k?OSSAccessKeyId=LTAI5tExampleExampleKey1&Expires=1767225600&Signature=abc",
		"", "notes.txt", "https://b.oss-cn-hangzhou.aliyuncs.com/k", "https://x?Signature", "%zz://" + strings.Repeat("x", 100), strings.Repeat("x", 70<<10)} {
		if p, err := oss403.ReadPresigned(s); err == nil || strings.Contains(err.Error(), "zz") {
			t.Errorf("%.40q: %+v, %v", s, p, err)
		}
	}
}

// FuzzReadPresigned: anything can be asked about, and no secret comes out.
func FuzzReadPresigned(f *testing.F) {
	f.Add("https://b.oss-cn-hangzhou.aliyuncs.com/k?OSSAccessKeyId=LTAI5tExampleExampleKey1&Expires=1&Signature=abc")
	f.Fuzz(func(t *testing.T, s string) {
		p, err := oss403.ReadPresigned(s)
		if (err == nil) == (p.Version == "") {
			t.Errorf("%+v, %v", p, err)
		}
	})
}
