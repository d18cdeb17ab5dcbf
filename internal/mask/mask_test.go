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

// TestID: how much of an AccessKey ID is shown; a short one, or what is none, hardly at all.
func TestID(t *testing.T) {
	for id, want := range map[string]string{
		"":                             "",
		"LTAI5tExampleExampleKey1":     "LTAI5t****Key1",
		"STS.NTexampleExampleExample1": "STS.NT****ple1",
		"TMP.3Kexampleexample":         "TMP.3K****mple",
		"LTAIexampleexamp":             "LTAIex****xamp", // 16, as the first ones had
		"LTAIexampleexam":              "LT****",
		"LTAI5tExamp1":                 "LT****", // 12
		"AKIAIOSFODNN7EXAMPLE":         "AK****",
		"exampleexampleexampleexample": "ex****", // may be a secret in the place of the ID
		"12345678":                     "12****",
		"1234567":                      "****",
		"LTAI5tExample ExampleKey1":    "****",
		"your access key":              "****",
	} {
		if got := ID(id); got != want {
			t.Errorf("%q: %q, want %q", id, got, want)
		}
	}
}
