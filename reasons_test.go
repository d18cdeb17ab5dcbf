package oss403_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/oss403/oss403"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// readErrors decodes every case of testdata/403.
func readErrors(t *testing.T) map[string]*oss403.Error {
	t.Helper()
	list := map[string]*oss403.Error{}
	for _, path := range casePaths(t) {
		_, files := readCase(t, path)
		e, ok := decode(t, files)
		require.True(t, ok, path)
		list[strings.TrimSuffix(filepath.Base(path), ".txtar")] = e
	}
	return list
}

// TestReasons: each reason has a case with its request, an entry in CATALOG.md, documentation, and
// words that need no facts; its kinds name it.
func TestReasons(t *testing.T) {
	cases := map[oss403.Reason]bool{}
	for _, path := range casePaths(t) {
		_, files := readCase(t, path)
		if e, ok := decode(t, files); ok && find(files, "request") != nil {
			cases[e.Reason] = true
			assert.True(t, e.Reason == "" || slices.Contains(e.Reason.Kinds(), e.Kind), "%s is no reason of %s", e.Reason, e.Kind)
		}
	}
	catalog := map[oss403.Lang]string{}
	for lang, path := range map[oss403.Lang]string{oss403.English: "CATALOG.md", oss403.Chinese: "CATALOG.zh-CN.md"} {
		b, err := os.ReadFile(path)
		require.NoError(t, err)
		catalog[lang] = string(b)
	}
	n := 0
	for r := range oss403.Reasons() {
		n++
		assert.True(t, cases[r], "no case of %s in testdata/403", r)
		for lang, text := range catalog {
			assert.True(t, strings.Contains(text, "- `"+string(r)+"`"), "%s: no %s in the catalog", lang, r)
			x := r.Explain(lang)
			assert.NotEmpty(t, x.Summary, r)
			assert.NotEmpty(t, x.Remedy.Steps, r)
			assert.NotEmpty(t, x.Remedy.Docs, r)
			assert.NotContains(t, x.Summary+x.Cause+strings.Join(x.Remedy.Steps, " "), "{", r)
			assert.NotContains(t, strings.Join(append(x.Remedy.Steps, x.Cause), " "), "  ", r)
		}
		for _, k := range r.Kinds() {
			assert.True(t, slices.ContainsFunc(k.Explain(oss403.English).Reasons, func(a oss403.ReasonAdvice) bool { return a.Reason == r && a.Cause != "" && a.Step != "" }), "%s does not name %s", k, r)
		}
	}
	assert.Greater(t, n, 60)
	assert.Empty(t, oss403.Reason("Nonsense").Kinds())
	assert.Equal(t, oss403.RetryUnknown, oss403.Reason("Nonsense").Explain(oss403.English).Remedy.Retry)
}

func TestReasonIsATarget(t *testing.T) {
	e := readErrors(t)["AccessKeyNotFound-blank"]
	err := fmt.Errorf("upload: %w", e)
	assert.ErrorIs(t, err, oss403.ReasonKeyHasSpace)
	assert.NotErrorIs(t, err, oss403.ReasonKeyHasQuotes)
	assert.NotErrorIs(t, err, oss403.Reason(""))
	assert.True(t, oss403.Is(err, oss403.ReasonKeyHasSpace))
	var r oss403.Reason
	require.True(t, errors.As(err, &r))
	assert.Equal(t, oss403.ReasonKeyHasSpace, r)
	assert.False(t, errors.As(&oss403.Error{}, &r))
	b, jsonErr := json.Marshal(e)
	require.NoError(t, jsonErr)
	assert.Contains(t, string(b), `"reason":"KeyHasSpace"`)
	assert.Contains(t, fmt.Sprintf("%+v", e), "reason KeyHasSpace")
	assert.Contains(t, e.Report(oss403.English), "Reason: KeyHasSpace")
	assert.Contains(t, oss403.Attr(err).String(), "reason=KeyHasSpace")
}

// TestReasonAlone: a reason without its evidence, as out of JSON, or one of another kind, breaks
// nothing.
func TestReasonAlone(t *testing.T) {
	for r := range oss403.Reasons() {
		for _, k := range append(r.Kinds(), oss403.KindWORMLocked, "") {
			e := &oss403.Error{Kind: k, Reason: r}
			for _, lang := range []oss403.Lang{oss403.English, oss403.Chinese} {
				assert.NotEmpty(t, e.Report(lang))
			}
			assert.NotEmpty(t, e.Error())
			assert.NotEmpty(t, e.Fingerprint())
			e.Automatic()
		}
	}
}

func TestAutomatic(t *testing.T) {
	list := readErrors(t)
	for name, want := range map[string]bool{
		"EndpointMismatch":               true,  // the endpoint is known
		"EndpointMismatch-private-cloud": true,  // and may be used
		"EndpointMismatch-evil":          false, // it may not
		"EndpointMismatch-bucket-host":   false,
		"EndpointMismatch-doubled":       true,
		"VirtualHostedStyleRequired":     false,
		"SecurityTokenExpired":           true,
		"SecurityTokenInvalid":           false,
		"AccessKeyNotFound-temporary":    true,
		"AccessKeyNotFound":              false,
		"AccessKeyNotFound-blank":        false,
		"ClockSkew":                      true,
		"ClockSkew-drift":                true,
		"ClockSkew-truncated":            false, // the difference is not known
		"ClockSkew-rewritten":            false,
		"ClockSkew-sdk-v2":               false, // SDK v2 has tried that
		"SignatureMismatch-secret":       false,
		"RequestExpired":                 false,
		"BucketACLDenied":                false,
		"ObjectNotRestored":              false,
	} {
		require.Contains(t, list, name)
		assert.Equal(t, want, list[name].Automatic(), name)
	}
	assert.False(t, (*oss403.Error)(nil).Automatic())
	assert.False(t, (&oss403.Error{Kind: oss403.KindEndpointMismatch}).Automatic())
}

// TestBucketEndpoint: whatever the answer names, only an endpoint that may be used is handed on.
func TestBucketEndpoint(t *testing.T) {
	long := strings.Repeat("a.", 120) + "example" // 253 bytes with oss-a. in front
	for _, c := range []struct{ called, named, want string }{
		{"b1x.oss-cn-hangzhou.aliyuncs.com", "oss-cn-beijing.aliyuncs.com", "oss-cn-beijing.aliyuncs.com"},
		{"b1x.oss-cn-hangzhou.aliyuncs.com", "OSS-cn-beijing.aliyuncs.com", "oss-cn-beijing.aliyuncs.com"},
		{"b1x.oss-cn-hangzhou.aliyuncs.com", "evil.example.com", ""},
		{"b1x.oss-cn-hangzhou.aliyuncs.com", "oss-cn-beijing.example.com", ""},
		{"b1x.oss-cn-hangzhou.aliyuncs.com", "evil.oss-cn-beijing.aliyuncs.com", ""},
		{"b1x.oss-cn-hangzhou.aliyuncs.com", "oss-cn-beijing.aliyuncs.com:8443", ""},
		{"b1x.oss-cn-hangzhou.aliyuncs.com", "oss-cn-beijing.aliyuncs.com.", ""},
		{"b1x.oss-cn-hangzhou.aliyuncs.com", "1234.cn-hangzhou.fc.aliyuncs.com", ""},
		{"b1x.oss-cn-hangzhou.aliyuncs.com", "rm-1.mysql.rds.aliyuncs.com", ""},
		{"b1x.oss-cn-hangzhou.aliyuncs.com", "127.0.0.1", ""},
		{"b1x.oss-cn-a.cloud.example.com", "oss-cn-b.cloud.example.com", "oss-cn-b.cloud.example.com"},
		{"oss-cn-a.cloud.example.com", "oss-cn-b.cloud.example.com", "oss-cn-b.cloud.example.com"},
		{"b1x.oss-cn-a.cloud.example.com", "oss-cn-b.example.com", ""},
		{"b1x.oss-cn-a.cloud.example.com", "evil.oss-cn-b.cloud.example.com", ""},
		{"b1x.oss-cn-a.cloud.example.com", "oss-cn-b.cloud.example.com:80", ""},
		{"oss-a." + long, "oss-b." + long, "oss-b." + long},
		{"oss-ab." + long, "oss-bc." + long, ""}, // longer than a host can be
		{"files.example.com", "oss.example.com", ""},
		{"shop.co.uk", "oss-evil.co.uk", ""},
		{"oss-logs.oss-cn-a.cloud.example.com", "oss-cn-b.cloud.example.com", "oss-cn-b.cloud.example.com"},
		{"oss-logs.oss-cn-a.cloud.example.com", "oss-evil.oss-cn-a.cloud.example.com", ""}, // somebody's bucket
		{"b1x.oss-a.shop.aliyuncs.com", "oss-b.shop.aliyuncs.com", ""},                     // whose domain is Alibaba Cloud's, and no private cloud's
		{"localhost", "oss.localhost", ""},
		{"127.0.0.1", "oss-cn-b.0.0.1", ""},
	} {
		req, err := http.NewRequest(http.MethodGet, "https://"+c.called+"/a", nil)
		require.NoError(t, err)
		body := "<Error><Code>AccessDenied</Code><Message>The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.</Message>" +
			"<RequestId>65AF5037A1B2C3D4E5F60718</RequestId><Endpoint>" + c.named + "</Endpoint></Error>"
		e, ok := oss403.FromResponse(&http.Response{StatusCode: 403, Header: http.Header{"X-Oss-Request-Id": {"65AF5037A1B2C3D4E5F60718"}}, Body: io.NopCloser(strings.NewReader(body)), Request: req})
		require.True(t, ok)
		assert.Equal(t, c.want, e.BucketEndpoint, "%s, called %s", c.named, c.called)
		if c.want == "" {
			assert.NotContains(t, e.Error(), c.named)
			assert.Contains(t, e.Report(oss403.English), c.named[:min(len(c.named), 64)])
		}
	}
}

func TestFingerprint(t *testing.T) {
	list := readErrors(t)
	seen := map[string]string{}
	for name, e := range list {
		f := e.Fingerprint()
		assert.Regexp(t, `^v1:[0-9a-f]{24}$`, f, name)
		if other := list[seen[f]]; other != nil {
			assert.Equal(t, other.Kind, e.Kind, "%s and %s", name, seen[f])
			assert.Equal(t, other.Reason, e.Reason, "%s and %s", name, seen[f])
		}
		seen[f] = name
		other := *e
		other.RequestID, other.Object, other.Op, other.Clock = "0123", "another/object", "PUT", nil
		assert.Equal(t, f, other.Fingerprint(), name)
	}
	e := &oss403.Error{Kind: oss403.KindRAMPolicyImplicitDeny, Bucket: "b1x", Denial: &oss403.Denial{Action: "oss:GetObject", PrincipalType: "AssumedRoleUser", PrincipalName: "reader:session-1"}}
	for name, change := range map[string]func(*oss403.Error){
		"kind":      func(e *oss403.Error) { e.Kind = oss403.KindRAMPolicyExplicitDeny },
		"bucket":    func(e *oss403.Error) { e.Bucket = "b2x" },
		"action":    func(e *oss403.Error) { e.Denial.Action = "oss:PutObject" },
		"principal": func(e *oss403.Error) { e.Denial.PrincipalName = "writer:session-1" },
	} {
		other, d := *e, *e.Denial
		other.Denial = &d
		change(&other)
		assert.NotEqual(t, e.Fingerprint(), other.Fingerprint(), name)
	}
	other, d := *e, *e.Denial
	d.PrincipalName = "reader:session-2" // the grant is the role's
	other.Denial = &d
	assert.Equal(t, e.Fingerprint(), other.Fingerprint())
	assert.Empty(t, (*oss403.Error)(nil).Fingerprint())
	assert.NotEmpty(t, (&oss403.Error{}).Fingerprint())
}

// TestFingerprintOfCauses: what the same act fixes, and what it does not.
func TestFingerprintOfCauses(t *testing.T) {
	of := func(method, url, key, body string) string {
		req, err := http.NewRequest(method, url, nil)
		require.NoError(t, err)
		if key != "" {
			req.Header.Set("Authorization", "OSS "+key+":b2theXNpZ25hdHVyZW9mbW9yZXRoYW4=")
		}
		header := http.Header{"X-Oss-Request-Id": {"65AF5037A1B2C3D4E5F60718"}}
		if strings.HasPrefix(body, "<html") {
			header = http.Header{"Server": {"nginx"}}
		}
		e, ok := oss403.FromResponse(&http.Response{StatusCode: 403, Header: header, Body: io.NopCloser(strings.NewReader(body)), Request: req})
		require.True(t, ok, body)
		return e.Fingerprint()
	}
	const (
		key, other = "LTAI5tExampleExampleKey1", "LTAI5tAnotherAnotherKey2"
		host       = "https://b1x.oss-cn-hangzhou.aliyuncs.com"
		page       = "<html><body>403</body></html>"
		unknown    = "<Error><Code>AccessDenied</Code><Message>One thing is not allowed.</Message></Error>"
		acl        = "<Error><Code>AccessDenied</Code><Message>You have no right to access this object because of bucket acl.</Message></Error>"
		expired    = "<Error><Code>SecurityTokenExpired</Code><Message>The security token you provided has expired.</Message></Error>"
		copying    = "<Error><Code>AccessDenied</Code><Message>You have no right to access this object because of bucket acl.</Message><AccessDeniedDetail><AuthAction>%s</AuthAction></AccessDeniedDetail></Error>"
	)
	get := of("GET", host+"/a", key, acl)
	assert.Equal(t, get, of("GET", host+"/b", key, acl), "another object")
	assert.Equal(t, get, of("HEAD", host+"/b", key, acl), "a HEAD needs the same action")
	assert.NotEqual(t, get, of("PUT", host+"/a", key, acl), "another action")
	assert.NotEqual(t, get, of("GET", host+"/a", other, acl), "another AccessKey")
	assert.Equal(t, of("GET", host+"/a", "STS.NTfirstfirst", acl), of("GET", host+"/a", "STS.NUsecondsecond", acl), "another session")
	assert.NotEqual(t, of("GET", "https://files.example.com/a", key, page), of("GET", "https://www.example.com/a", key, page), "another host")
	assert.Equal(t, of("GET", "https://files.example.com/a", key, page), of("GET", "https://Files.Example.com/a", key, page), "a host in capitals")
	assert.NotEqual(t, of("GET", host+"/a", key, unknown), of("GET", host+"/a", key, strings.Replace(unknown, "One", "Another", 1)), "another answer that nobody knows")
	assert.NotEqual(t, of("GET", host+"/a", "", expired), of("GET", "https://b2x.oss-cn-hangzhou.aliyuncs.com/a", "", expired), "which program it is, where the AccessKey is not known")
	assert.NotEqual(t, of("PUT", host+"/a", key, fmt.Sprintf(copying, "oss:PutObject")), of("PUT", host+"/a", key, fmt.Sprintf(copying, "oss:PutObjectTagging")), "another action that OSS named")

	list := readErrors(t)
	assert.NotEqual(t, list["RAMPolicyImplicitDeny-folder"].Fingerprint(), list["RAMPolicyImplicitDeny-logging"].Fingerprint(), "the same action on another bucket")
	for name, e := range list {
		b, err := json.Marshal(e)
		require.NoError(t, err)
		var back oss403.Error
		require.NoError(t, json.Unmarshal(b, &back))
		assert.Equal(t, e.Fingerprint(), back.Fingerprint(), name)
	}
}

// TestCheckRecords checks the secret of requests that real clients signed, as compat recorded them.
func TestCheckRecords(t *testing.T) {
	const secret = "ExampleSecretExampleSecret0001" // compat's
	paths, err := filepath.Glob("internal/signing/testdata/signing/*.json")
	require.NoError(t, err)
	require.Greater(t, len(paths), 15)
	schemes := map[string]bool{}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		require.NoError(t, err)
		var record struct {
			Sent struct {
				Method, Host, Path, Query string
				Header                    http.Header
			}
			Changes []struct {
				Part   string
				Answer map[string]string
			}
		}
		require.NoError(t, json.Unmarshal(b, &record))
		for _, c := range record.Changes {
			if c.Part != "" && c.Part != "Method" && c.Part != "Path" {
				continue
			}
			var body bytes.Buffer
			body.WriteString("<Error><Code>SignatureDoesNotMatch</Code>")
			for name, value := range c.Answer {
				body.WriteString("<" + name + ">")
				require.NoError(t, xml.EscapeText(&body, []byte(value)))
				body.WriteString("</" + name + ">")
			}
			body.WriteString("</Error>")
			u, err := url.Parse("https://" + record.Sent.Host + record.Sent.Path + "?" + record.Sent.Query)
			require.NoError(t, err)
			e, ok := oss403.FromResponse(&http.Response{StatusCode: 403, Header: http.Header{"X-Oss-Request-Id": {"65AF5037A1B2C3D4E5F60718"}}, Body: io.NopCloser(&body),
				Request: &http.Request{Method: record.Sent.Method, Host: record.Sent.Host, URL: u, Header: record.Sent.Header}})
			require.True(t, ok, path)
			require.NotNil(t, e.Signature, path)
			want := oss403.SecretUnknownToOSS
			if c.Part != "" {
				want = oss403.SecretOrTextDiffers
			}
			assert.Equal(t, want, e.Signature.Check(secret), "%s: %s", path, c.Part)
			assert.Equal(t, oss403.SecretOrTextDiffers, e.Signature.Check("another"+secret), "%s: %s", path, c.Part)
			schemes[e.Signature.Scheme] = true
		}
	}
	for _, scheme := range []string{"V1", "V2", "V4", "S3 V2", "S3 V4"} {
		assert.True(t, schemes[scheme], scheme)
	}
}

func TestCheck(t *testing.T) {
	const text = "GET\n\n\n1772705463\n/b1x/key with a space at its end "
	sign := func(secret string) string {
		m := hmac.New(sha1.New, []byte(secret))
		m.Write([]byte(text))
		return base64.StdEncoding.EncodeToString(m.Sum(nil))
	}
	answer := func(text, signature, ec string) *oss403.Signature {
		e, ok := oss403.Parse(403, http.Header{"X-Oss-Request-Id": {"65AF5037A1B2C3D4E5F60718"}}, []byte("<Error><Code>SignatureDoesNotMatch</Code><StringToSign>"+text+"</StringToSign><SignatureProvided>"+signature+"</SignatureProvided><EC>"+ec+"</EC></Error>"))
		require.True(t, ok)
		return e.Signature
	}
	// A secret whose signature has a +.
	secret := "s"
	for !strings.Contains(sign(secret), "+") {
		secret += "s"
	}
	for name, c := range map[string]struct {
		s    *oss403.Signature
		want oss403.SecretCheck
	}{
		"the secret of the client":               {answer(text, sign(secret), "0002-00000040"), oss403.SecretUnknownToOSS},
		"a scheme that only the length tells":    {answer(text, sign(secret), "0002-00000999"), oss403.SecretUnknownToOSS},
		"a space where a + was":                  {answer(text, strings.ReplaceAll(sign(secret), "+", " "), "0002-00000040"), oss403.SecretUnknownToOSS},
		"a document with indentation":            {answer(strings.TrimSpace(text)+"\n  ", sign(secret), "0002-00000040"), oss403.SecretOrTextDiffers},
		"another secret":                         {answer(text, sign("another"), "0002-00000040"), oss403.SecretOrTextDiffers},
		"no text":                                {answer("", sign(secret), "0002-00000040"), oss403.SecretNotTold},
		"no signature":                           {answer(text, "", "0002-00000040"), oss403.SecretNotTold},
		"a signature of no known length":         {answer(text, "c2hvcnQ=", ""), oss403.SecretNotTold},
		"a text of V4 that breaks off":           {answer("OSS4-HMAC-SHA256\n20260305T095103Z", strings.Repeat("a", 64), ""), oss403.SecretNotTold},
		"nothing":                                {nil, oss403.SecretNotTold},
		"a Signature that somebody put together": {&oss403.Signature{StringToSign: text}, oss403.SecretNotTold},
	} {
		assert.Equal(t, c.want, c.s.Check(secret), name)
		assert.Equal(t, oss403.SecretNotTold, c.s.Check(""), name)
	}
}

// TestReasonRetryOfPayer: that the requester pays has to be said in the request, whether the answer or only the
// kind is known.
func TestReasonRetryOfPayer(t *testing.T) {
	want := oss403.KindRequesterPaysRequired.Retry()
	for _, r := range []oss403.Reason{oss403.ReasonPayerHeaderMissing, oss403.ReasonPayerParameterMissing, oss403.ReasonPayerLost} {
		assert.Equal(t, want, r.Explain(oss403.English).Remedy.Retry, r)
	}
}
