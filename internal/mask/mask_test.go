package mask

import "testing"

// FuzzHarmless: what isHarmless lets pass the whole search leaves as it is.
func FuzzHarmless(f *testing.F) {
	for _, text := range []string{
		"684B00C0FFEE00C0FFEE0001", "examplebucket.oss-cn-hangzhou.aliyuncs.com", "oss:PutObject", "https://api.alibabacloud.com/troubleshoot?q=0003-00000001",
		"Signature=abcdef", "x-oss-security-token:abc", "LTAI5tExampleExampleKey1", "a/LTAI5tExampleExampleKey1", "eyJhIjoiYiJ9", "0003-00001403", "key:secret-value",
	} {
		f.Add(text, "secret-value")
	}
	f.Fuzz(func(t *testing.T, text, secret string) {
		var s Secrets
		s.Add(secret)
		s.AddID(secret + "x")
		if s.isHarmless(text) {
			if got := s.hideAny(text, 1); got != text {
				t.Errorf("%q becomes %q", text, got)
			}
		}
	})
}
