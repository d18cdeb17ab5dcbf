package request

import (
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	if Read(nil) != nil {
		t.Error("something of nothing")
	}
	r, err := http.NewRequest("", "http://b.oss-cn-hangzhou.aliyuncs.com:8080/a%2Fb?c=d+e&Signature=x", nil)
	if err != nil {
		t.Fatal(err)
	}
	q := Read(r)
	for _, c := range [...][2]string{
		{q.Method, "GET"}, {q.Host, "b.oss-cn-hangzhou.aliyuncs.com"}, {q.HostPort, "b.oss-cn-hangzhou.aliyuncs.com:8080"},
		{q.EscapedPath, "/a%2Fb"}, {q.Path, "/a/b"}, {q.RawQuery, "c=d+e&Signature=x"}, {q.Bucket, "b"}, {q.Object, "a/b"}, {q.Query[0].Value, "d e"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
	if r, err = http.NewRequest("PUT", "http://b.oss-cn-hangzhou.aliyuncs.com", struct{ *strings.Reader }{strings.NewReader("a")}); err != nil {
		t.Fatal(err)
	}
	if q = Read(r); q.Length != -1 || q.Path != "/" {
		t.Errorf("%+v", q)
	}
	if q = Read(&http.Request{}); q.Method != "GET" || q.ForOSS {
		t.Errorf("%+v", q)
	}
}

// TestSignature: each scheme is read in the header and in the query, by one reader.
func TestSignature(t *testing.T) {
	const date, id = "20260305T095103Z", "LTAI5tExampleExampleKey1"
	for name, c := range map[string]struct {
		authorization, query string
		want                 Signature
	}{
		"none":               {"", "prefix=a", Signature{}},
		"another scheme":     {"Bearer abc", "", Signature{}},
		"V1":                 {"OSS " + id + ":c2ln", "", Signature{In: InHeader, Scheme: "V1", KeyID: id, Value: "c2ln"}},
		"S3 V2":              {"AWS " + id + ":c2ln", "", Signature{In: InHeader, Scheme: "S3 V2", KeyID: id, Value: "c2ln"}},
		"V2":                 {"OSS2 AccessKeyId:" + id + ",AdditionalHeaders:host;range,Signature:c2ln", "", Signature{In: InHeader, Scheme: "V2", KeyID: id, Value: "c2ln", Headers: []string{"host", "range"}}},
		"V4":                 {"OSS4-HMAC-SHA256 Credential=" + id + "/20260305/cn-hangzhou/oss/aliyun_v4_request, Signature=00ff", "", Signature{In: InHeader, Scheme: "V4", KeyID: id, Value: "00ff", Scope: [3]string{"20260305", "cn-hangzhou", "oss"}}},
		"S3 V4":              {"AWS4-HMAC-SHA256 Credential=" + id + "/20260305/cn-hangzhou/s3/aws4_request,SignedHeaders=host;X-Amz-Date,Signature=00ff", "", Signature{In: InHeader, Scheme: "S3 V4", KeyID: id, Value: "00ff", Scope: [3]string{"20260305", "cn-hangzhou", "s3"}, Headers: []string{"host", "x-amz-date"}}},
		"V1 in the query":    {"", "OSSAccessKeyId=" + id + "&Expires=1767225600&Signature=c2ln&security-token=CAIS", Signature{In: InQuery, Scheme: "V1", KeyID: id, Value: "c2ln", Expires: "1767225600", Token: "CAIS", HasToken: true}},
		"S3 V2 in the query": {"", "AWSAccessKeyId=" + id + "&Expires=1767225600&Signature=c2ln", Signature{In: InQuery, Scheme: "S3 V2", KeyID: id, Value: "c2ln", Expires: "1767225600"}},
		"V2 in the query":    {"", "x-oss-signature-version=OSS2&x-oss-access-key-id=" + id + "&x-oss-expires=1767225600&x-oss-signature=c2ln", Signature{In: InQuery, Scheme: "V2", KeyID: id, Value: "c2ln", Expires: "1767225600"}},
		"V4 in the query":    {"", "x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-date=" + date + "&x-oss-expires=3600&x-oss-credential=" + id + "%2F20260305%2Fcn-hangzhou%2Foss%2Faliyun_v4_request&x-oss-signature=00ff", Signature{In: InQuery, Scheme: "V4", KeyID: id, Value: "00ff", Scope: [3]string{"20260305", "cn-hangzhou", "oss"}}},
		"S3 V4 in the query": {"", "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=" + id + "%2F20260305%2Fcn-hangzhou%2Fs3%2Faws4_request&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature=00ff", Signature{In: InQuery, Scheme: "S3 V4", KeyID: id, Value: "00ff", Scope: [3]string{"20260305", "cn-hangzhou", "s3"}, Headers: []string{"host"}}},
		"no version":         {"", "x-oss-credential=" + id + "%2F20260305%2Fcn-hangzhou%2Foss%2Faliyun_v4_request&x-oss-signature=00ff", Signature{In: InQuery, Scheme: "V4", KeyID: id, Value: "00ff", Scope: [3]string{"20260305", "cn-hangzhou", "oss"}}},
		"V1 is no version":   {"", "x-oss-signature-version=OSS&x-oss-credential=" + id + "%2F20260305&x-oss-signature=00ff", Signature{In: InQuery, Scheme: "V4", KeyID: id, Value: "00ff", Scope: [3]string{"20260305"}}},
		"nor is S3 V2":       {"", "X-Amz-Algorithm=AWS&X-Amz-Credential=" + id + "%2F20260305&X-Amz-Signature=00ff", Signature{In: InQuery, Scheme: "S3 V4", KeyID: id, Value: "00ff", Scope: [3]string{"20260305"}}},
		"token only":         {"", "security-token=CAIS", Signature{Token: "CAIS", HasToken: true}},
	} {
		t.Run(name, func(t *testing.T) {
			header := http.Header{}
			if c.authorization != "" {
				header.Set("Authorization", c.authorization)
			}
			got := New("GET", "b.oss-cn-hangzhou.aliyuncs.com", "/k", c.query, header).Signature
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

// TestMasked: what is kept of a request holds none of its secrets, and shares nothing with it.
func TestMasked(t *testing.T) {
	const token, signature, password = "CAISexampletokenexampletokenexampletoken", "b2theXNpZ25hdHVyZW9mbW9yZXRoYW4=", "hunter2hunter2"
	header := http.Header{
		"Authorization":        {"OSS LTAI5tExampleExampleKey1:" + signature},
		"X-Oss-Security-Token": {token},
		"Cookie":               {"session=" + token},
		"Referer":              {"https://user:" + password + "@example.com/?t=" + token},
		"X-Oss-Meta-A":         {"a"},
		"Origin":               {"https://bob@site.test"},
	}
	q := New("PUT", "b.oss-cn-hangzhou.aliyuncs.com", "/k", "x-oss-security-token="+token+"&acl&prefix=logs", header)
	m := q.Masked(&q.Secrets)
	for _, c := range []*Request{m, m.ToKeep()} {
		text := fmt.Sprintf("%+v", *c)
		for _, secret := range []string{token, signature, password} {
			if strings.Contains(text, secret) {
				t.Errorf("%s in %s", secret, text)
			}
		}
		if c.Header.Get("X-Oss-Meta-A") != "a" || !c.Signature.HasToken || !c.IsSigned() || c.Bucket != "b" || c.Object != "k" {
			t.Errorf("too little is left: %s", text)
		}
		if _, ok := c.Value("acl"); !ok {
			t.Error("acl is gone")
		}
		if prefix, _ := c.Value("prefix"); prefix != "logs" || c.Header.Get("Origin") != "https://site.test" {
			t.Errorf("prefix %q, Origin %q", prefix, c.Header.Get("Origin"))
		}
	}
	if strings.Contains(fmt.Sprintf("%+v", *m.ToKeep()), "LTAI5tExampleExampleKey1") {
		t.Error("the whole AccessKey ID is kept")
	}
	m.Header.Set("X-Oss-Meta-A", "b")
	if header.Get("X-Oss-Meta-A") != "a" {
		t.Error("the header is shared")
	}
}

// TestSecretsOfHeaders: of a header in which words stand beside secrets, the secrets are known.
func TestSecretsOfHeaders(t *testing.T) {
	const secret = "b2theXNpZ25hdHVyZW9mbW9yZXRoYW4="
	for name, c := range map[string]struct {
		header, value string
		not           string // what is no secret
	}{
		"V1":               {"Authorization", "OSS LTAI5tExampleExampleKey1:" + secret, "OSS"},
		"V4":               {"Authorization", "OSS4-HMAC-SHA256 Credential=LTAI5tExampleExampleKey1/20260305/cn-hangzhou/oss/aliyun_v4_request,AdditionalHeaders=host;x-example-header,Signature=" + secret, "x-example-header"},
		"the scope":        {"Authorization", "OSS4-HMAC-SHA256 Credential=LTAI5tExampleExampleKey1/20260305/cn-hangzhou/oss/aliyun_v4_request,Signature=" + secret, "20260305/cn-hangzhou/oss/aliyun_v4_request"},
		"a bearer":         {"Authorization", "Bearer " + secret, "Bearer"},
		"a proxy's":        {"Proxy-Authorization", "Basic " + secret, "Basic"},
		"without a scheme": {"Authorization", secret, "Authorization"},
		"a cookie":         {"Cookie", "session=" + secret + "; theme=dark", "session"},
		"cookies":          {"Cookie", "a=1; session=" + secret, "session"},
		"joined cookies":   {"Cookie", "a=1;session=" + secret + " b=2", "session"},
		"a token":          {"X-Oss-Security-Token", secret, "Security"},
		"a key of SSE-C":   {"X-Oss-Server-Side-Encryption-Customer-Key", secret, "Customer"},
	} {
		q := New("GET", "b.oss-cn-hangzhou.aliyuncs.com", "/k", "", http.Header{c.header: {c.value}})
		if !q.Secrets.In("a " + secret + " b") {
			t.Errorf("%s: the secret is not known", name)
		}
		if q.Secrets.In("a " + c.not + " b") {
			t.Errorf("%s: %s is taken for a secret", name, c.not)
		}
	}
}

// TestHolds: which parameters are the signature's own, by scheme.
func TestHolds(t *testing.T) {
	names := []string{"OSSAccessKeyId", "AWSAccessKeyId", "Expires", "Signature", "x-oss-signature", "X-Amz-Signature", "x-oss-date", "prefix"}
	for scheme, want := range map[string]string{
		"V1":    "OSSAccessKeyId Expires Signature",
		"S3 V2": "AWSAccessKeyId Expires Signature",
		"V2":    "x-oss-signature",
		"V4":    "x-oss-signature",
		"S3 V4": "X-Amz-Signature",
		"":      "",
	} {
		var got []string
		for _, name := range names {
			if s := (Signature{In: InQuery, Scheme: scheme}); s.Holds(name) {
				got = append(got, name)
			}
			if s := (Signature{In: InHeader, Scheme: scheme}); s.Holds(name) {
				t.Errorf("%s in the header: %s", scheme, name)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", scheme, got, want)
		}
	}
}

func TestRawValue(t *testing.T) {
	for _, c := range []struct {
		query, want string
		names       []string
	}{
		{"", "", []string{"a"}}, {"a=1&b=%2F&A=3", "1", []string{"a"}}, {"b=%2F&A=3", "3", []string{"a"}}, {"a&b=%2F", "%2F", []string{"c", "B"}}, {"a&b=%2F", "", []string{"c"}},
	} {
		if got := RawValue(c.query, c.names...); got != c.want {
			t.Errorf("%s: %q, want %q", c.query, got, c.want)
		}
	}
}
