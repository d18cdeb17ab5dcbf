package oss403_test

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"math/rand"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What the tests plant, and must not find again. Some look like what they are; the opaque ones
// are secret only for where they stand.
var planted = map[string]string{
	"STS token":          "CAISzgJ1q6Ft5B2yfSjIr5fEKPDPrs1m5KoPlantedPlantedPlanted+/Token0==",
	"opaque token":       "opaque0token1planted2where3it4belongs",
	"V1 signature":       "cGxhbnRlZHNpZ25hdHVyZTEyMzQ=",
	"V4 signature":       "9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a0",
	"diagnostic message": "AQIBIAAAAOplanted0D1i2a3g4n5o6s7t8i9c0planted0123456789==",
	"AccessKey ID":       "LTAI5tPlantedMiddlePart9",
	"STS AccessKey ID":   "STS.NUplantedMiddlePlanted7",
	"secret":             "planted0se1c2ret3mi4d5dle6part",
	"slashed token":      "CAISabc+def/slashedPlanted0Token1slashed2/planted3Token4+==",
}

// carriers are the texts in which a secret may come along, in an element, a header or a caller's
// words. Every planted secret stands in at least one.
func carriers() []string {
	return []string{
		"GET https://b.oss-cn-hangzhou.aliyuncs.com/k?Expires=1767225600&OSSAccessKeyId=" + planted["AccessKey ID"] + "&Signature=" + strings.ReplaceAll(planted["V1 signature"], "=", "%3D") + "&security-token=" + planted["opaque token"],
		`{"url":"https://b.oss-cn-hangzhou.aliyuncs.com/k?x-oss-signature-version=OSS4-HMAC-SHA256\u0026x-oss-credential=` + planted["STS AccessKey ID"] + `%2F20260305%2Fcn-hangzhou%2Foss%2Faliyun_v4_request\u0026x-oss-signature=` + planted["V4 signature"] + `\u0026x-oss-security-token=` + planted["opaque token"] + `"}`,
		"Authorization: OSS " + planted["AccessKey ID"] + ":" + planted["V1 signature"] + "\nx-oss-security-token:" + planted["opaque token"] + "\n",
		"header map[Authorization:[OSS4-HMAC-SHA256 Credential=" + planted["AccessKey ID"] + "/20260305/cn-hangzhou/oss/aliyun_v4_request,Signature=" + planted["V4 signature"] + "] X-Oss-Security-Token:[" + planted["opaque token"] + "]]",
		"<SecurityToken>\n  " + planted["opaque token"] + "\n</SecurityToken><EncodedDiagnosticMessage>" + planted["diagnostic message"] + "</EncodedDiagnosticMessage>",
		`oss.Credentials{AccessKeyID:"` + planted["AccessKey ID"] + `", AccessKeySecret:"` + planted["secret"] + `", SecurityToken:"` + planted["opaque token"] + `"}`,
		`{\"AccessKeySecret\":\"` + planted["secret"] + `\",\"SecurityToken\":\"` + planted["opaque token"] + `\"}`,
		"bare " + planted["STS token"] + " and " + planted["AccessKey ID"] + " and " + planted["STS AccessKey ID"],
		"a%26Signature%3D" + planted["V1 signature"] + "%26security-token%3D" + planted["opaque token"] + "%26b",
		"OSS " + planted["STS AccessKey ID"] + ":" + planted["V1 signature"],
		"OSS some-key:" + planted["V1 signature"],
		// Escaped, by PHP's JSON, HTML, a URL in a URL, a Go value, Python, Ruby, YAML.
		`{"SecurityToken":"` + strings.ReplaceAll(planted["slashed token"], "/", `\/`) + `","Signature":"ab\/` + planted["V1 signature"] + `"}`,
		"Signature=aaa&#43;" + planted["V1 signature"] + " Signature=&#34;" + planted["V4 signature"] + "&quot;",
		"token " + strings.ReplaceAll(url.QueryEscape(planted["slashed token"]), "%2B", "%2b") + " and " + strings.ReplaceAll(planted["slashed token"], "/", `\u002f`),
		"Signature%253D" + planted["V1 signature"] + "%2526security%252Dtoken%253D" + planted["opaque token"],
		`http.Header{"X-Oss-Security-Token":[]string{"a", "` + planted["opaque token"] + `"}} map[X-Oss-Security-Token:[b ` + planted["opaque token"] + `]]`,
		"Signature:\n  " + planted["V1 signature"] + "\nsecurity_token: |\n  " + planted["opaque token"] + "\n",
		"Signature=abcdefghijkl\n " + planted["V4 signature"] + "\nnext: line",
		"OSSAccessKeyId=" + strings.Replace(planted["STS AccessKey ID"], ".", "%2E", 1) + " ak-" + planted["AccessKey ID"] + " key_" + planted["AccessKey ID"] + " tok-" + planted["STS token"],
		"ALIBABA_CLOUD_SECURITY_TOKEN=" + planted["opaque token"] + " OSS_ACCESS_KEY_SECRET=" + planted["secret"] + " x_oss_signature=" + planted["V4 signature"] + " xOssSecurityToken:" + planted["opaque token"],
		`"SecurityToken"=>"` + planted["opaque token"] + `" <SecurityToken type="x">` + planted["opaque token"] + "</SecurityToken> <SecurityToken><![CDATA[" + planted["opaque token"] + "]]></SecurityToken>",
		"{'SecurityToken': b'" + planted["opaque token"] + `'} SecurityToken: (string) "` + planted["opaque token"] + `"`,
		`[{"name":"x-oss-security-token","value":"` + planted["opaque token"] + `"}]`,
		`Content-Disposition: form-data; name="Signature"` + "\r\n\r\n" + planted["V1 signature"] + "\r\n--",
		`<input name="Signature" value="` + planted["V1 signature"] + `"><Parameter name='SecurityToken' value='` + planted["opaque token"] + `'/>`,
		"ossutil cp --access-key-secret " + planted["secret"] + " --sts-token " + planted["opaque token"] + " a b",
		`["eq", "$x-oss-security-token", "` + planted["opaque token"] + `"]`,
		base64.StdEncoding.EncodeToString([]byte(`{"expiration":"2030-01-01T00:00:00Z","conditions":[{"x-oss-security-token":"` + planted["opaque token"] + `"}]}`)),
	}
}

// elements are all the elements that an answer may have, those below AccessDeniedDetail behind
// a slash.
var elements = []string{
	"Message", "RequestId", "HostId", "EC", "RecommendDoc", "Bucket", "BucketName", "ObjectName", "Key", "Endpoint", "OSSAccessKeyId", "AWSAccessKeyId",
	"SecurityToken", "SignatureProvided", "StringToSign", "StringToSignBytes", "CanonicalRequest", "RequestTime", "ServerTime", "Expires", "MaxAllowedSkewMilliseconds",
	"Resource", "Authorization", "ArgumentValue", "Somebody",
	"/PolicyType", "/NoPermissionType", "/AuthAction", "/AuthPrincipalType", "/AuthPrincipalOwnerId", "/AuthPrincipalDisplayName", "/EncodedDiagnosticMessage",
}

var escapeXML = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// body has value in the element named, the secrets where they belong, and something else in the rest.
func body(code, name, value string) string {
	own := map[string]string{
		"OSSAccessKeyId": planted["AccessKey ID"], "AWSAccessKeyId": planted["STS AccessKey ID"], "SecurityToken": planted["opaque token"],
		"SignatureProvided": planted["V1 signature"], "/EncodedDiagnosticMessage": planted["diagnostic message"],
		"StringToSign":     "PUT\n\n\n1767225600\nx-oss-security-token:" + planted["opaque token"] + "\n/b/k?security-token=" + planted["STS token"],
		"CanonicalRequest": "PUT\n/b/k\nx-oss-credential=" + planted["AccessKey ID"] + "%2F20260305&x-oss-signature=" + planted["V4 signature"],
		"Message":          "Something new.", "HostId": "b1x.oss-cn-hangzhou.aliyuncs.com", "RequestId": requestID,
	}
	var top, detail strings.Builder
	for _, e := range elements {
		v := own[e]
		if e == name {
			v = value
		}
		e, inDetail := strings.CutPrefix(e, "/")
		b := &top
		if inDetail {
			b = &detail
		}
		fmt.Fprintf(b, "<%s>%s</%s>", e, escapeXML.Replace(v), e)
	}
	return "<Error><Code>" + code + "</Code>" + top.String() + "<AccessDeniedDetail>" + detail.String() + "</AccessDeniedDetail></Error>"
}

// outputs is everything that this package can show of an error, but for the raw ones, and what
// others make of it.
func outputs(t testing.TB, e *oss403.Error) map[string]string {
	t.Helper()
	out := ownOutputs(t, e)
	var buf bytes.Buffer
	for _, h := range []slog.Handler{slog.NewTextHandler(&buf, nil), slog.NewJSONHandler(&buf, nil)} {
		slog.New(h).Error("x", "err", e, "value", *e, oss403.Attr(fmt.Errorf("y: %w", e)))
	}
	out["slog"] = buf.String()
	var diff recorder
	assert.Equal(&diff, &oss403.Error{Kind: oss403.KindClockSkew}, e)
	assert.Equal(&diff, oss403.Error{}, *e)
	// Not assert.ErrorIs: it prints the texts of the inner errors, which are not ours (README, limits).
	assert.Nil(&diff, e)
	out["testify"] = diff.String()
	return out
}

// ownOutputs is everything that this package itself shows, quick enough for a fuzzer.
func ownOutputs(t testing.TB, e *oss403.Error) map[string]string {
	t.Helper()
	out := map[string]string{
		"Error":   e.Error(),
		"Report":  e.Report(oss403.English),
		"zh":      e.Report(oss403.Chinese),
		"Explain": fmt.Sprintf("%+v", e.Explain(oss403.English)),
		"fields":  fmt.Sprintf("%q %q %q %q %q %q %q %q %q %q", e.Message, e.EC, e.RequestID, e.HostID, e.Op, e.Bucket, e.Object, e.BucketEndpoint, e.AccessKeyID, e.RecommendDoc),
		"Attr":    fmt.Sprint(oss403.Attr(e)),
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%d"} {
		out[verb] = fmt.Sprintf(verb, e)
		out[verb+" of the value"] = fmt.Sprintf(verb, *e)
		out[verb+" of the Denial"] = fmt.Sprintf(verb, e.Denial)
		out[verb+" of the Signature"] = fmt.Sprintf(verb, e.Signature)
		if e.Denial != nil {
			out[verb+" of the Denial's value"] = fmt.Sprintf(verb, *e.Denial)
		}
		if e.Signature != nil {
			out[verb+" of the Signature's value"] = fmt.Sprintf(verb, *e.Signature)
		}
	}
	for name, v := range map[string]any{"JSON": e, "JSON of the value": *e, "JSON of the Denial": e.Denial, "JSON of the Signature": e.Signature} {
		b, err := json.Marshal(v)
		require.NoError(t, err)
		out[name] = string(b)
	}
	return out
}

// recorder takes down what testify says.
type recorder struct{ strings.Builder }

func (r *recorder) Errorf(format string, args ...any) { fmt.Fprintf(r, format, args...) }

func checkNoLeak(t *testing.T, what string, e *oss403.Error) {
	t.Helper()
	for name, out := range outputs(t, e) {
		for secret, value := range planted {
			// A part of it is too much; letters and digits look the same however they are escaped.
			middle := value[len(value)/2-6 : len(value)/2+6]
			if strings.Contains(out, middle) {
				t.Errorf("%s: %s shows the %s:\n%s", what, name, secret, out)
			}
			if strings.Contains(out, base64.StdEncoding.EncodeToString([]byte(value))[8:24]) {
				t.Errorf("%s: %s shows the %s in base64:\n%s", what, name, secret, out)
			}
		}
	}
}

func TestNoLeak(t *testing.T) {
	codes := []string{"AccessDenied", "SignatureDoesNotMatch", "InvalidAccessKeyId", "SecurityTokenExpired", "InvalidObjectState", "RequestDeniedByCallback"}
	messages := []string{"", "Invalid according to Policy: Policy Condition failed: ", "Callback deny this request reason: ", "You are forbidden to "}
	for _, code := range codes {
		for _, element := range elements {
			for _, carrier := range carriers() {
				for _, message := range messages {
					if message != "" && element != "Message" {
						continue
					}
					doc := body(code, element, message+carrier)
					if e, ok := oss403.Parse(403, http.Header{"X-Oss-Request-Id": {requestID}}, []byte(doc)); assert.True(t, ok) {
						checkNoLeak(t, code+" "+element, e)
						assert.Equal(t, doc, string(e.Raw()))
					}
				}
			}
		}
	}
}

func TestNoLeakOfSDKFields(t *testing.T) {
	for _, c := range carriers() {
		doc := body("AccessDenied", "", "")
		for _, se := range []oss.ServiceError{
			{StatusCode: 403, Code: c, Message: c, RequestID: c, HostID: c, Endpoint: c, Ec: c},
			{StatusCode: 403, Code: c, Message: c, RequestID: c, HostID: c, Endpoint: c, Ec: c, RawMessage: doc},
		} {
			err := fmt.Errorf("upload with %s: %w", c, se)
			e, ok := oss403.From(err)
			require.True(t, ok)
			checkNoLeak(t, "an SDK error", e)
			var wrapped *oss403.Error
			require.ErrorAs(t, oss403.Wrap(fmt.Errorf("again %s: %w", c, err)), &wrapped)
			checkNoLeak(t, "Wrap", wrapped)
		}
		e, ok := oss403.From(fmt.Errorf("%s: %w", c, errors.New("oss: service returned invalid response body, status = 403 Forbidden, RequestId = "+c)))
		require.True(t, ok)
		checkNoLeak(t, "the SDK's text", e)
	}
}

func TestNoLeakOfRequest(t *testing.T) {
	for _, c := range carriers() {
		for _, query := range []string{
			"?Expires=1&OSSAccessKeyId=" + planted["AccessKey ID"] + "&Signature=" + planted["V1 signature"] + "&security-token=" + planted["opaque token"],
			"?x-oss-credential=" + planted["STS AccessKey ID"] + "%2F20260305&x-oss-signature=" + planted["V4 signature"] + "&x-oss-security-token=" + planted["opaque token"],
			"",
		} {
			req, err := http.NewRequest(http.MethodPut, "https://b1x.oss-cn-hangzhou.aliyuncs.com/a/b.txt"+query, nil)
			require.NoError(t, err)
			req.Header.Set("Authorization", "OSS "+planted["AccessKey ID"]+":"+planted["V1 signature"])
			req.Header.Set("X-Oss-Security-Token", planted["opaque token"])
			header := http.Header{"X-Oss-Request-Id": {requestID}}
			for _, name := range []string{"Server", "Via", "X-Oss-Ec", "Content-Type", "Set-Cookie", "Authorization"} {
				header.Add(name, strings.ReplaceAll(c, "\n", " "))
			}
			// What the request holds is secret in the answer too, even where nothing marks it.
			doc := body("AccessDenied", "Message", "echo "+planted["opaque token"]+" "+planted["V1 signature"]+" "+c)
			for _, b := range []string{doc, "", "<html>" + c + "</html>", body("SignatureDoesNotMatch", "CanonicalRequest", c), body("SignatureDoesNotMatch", "StringToSign", c)} {
				e, ok := oss403.FromResponse(&http.Response{StatusCode: 403, Header: header, Body: io.NopCloser(strings.NewReader(b)), Request: req})
				require.True(t, ok)
				checkNoLeak(t, "a response", e)
			}
		}
	}
}

// TestNoLeakOfForm: the fields of a form are read for the one that a condition is about.
func TestNoLeakOfForm(t *testing.T) {
	for _, c := range carriers() {
		for _, field := range []string{"Signature", "OSSAccessKeyId", "x-oss-credential", "x-oss-security-token", "policy", "callback-var", "key"} {
			var form bytes.Buffer
			w := multipart.NewWriter(&form)
			for name, value := range map[string]string{"Signature": planted["V1 signature"], "x-oss-security-token": planted["opaque token"], field: c} {
				require.NoError(t, w.WriteField(name, value))
			}
			require.NoError(t, w.Close())
			req, err := http.NewRequest(http.MethodPost, "https://b1x.oss-cn-hangzhou.aliyuncs.com/", &form)
			require.NoError(t, err)
			req.Header.Set("Content-Type", w.FormDataContentType())
			doc := body("AccessDenied", "Message", `Invalid according to Policy: Policy Condition failed: ["eq", "$`+field+`", "x"]`)
			e, ok := oss403.FromResponse(&http.Response{StatusCode: 403, Body: io.NopCloser(strings.NewReader(doc)), Request: req})
			require.True(t, ok)
			if field != "key" { // a name that programs go on to use
				checkNoLeak(t, "a form's "+field, e)
			}
			rest, err := io.ReadAll(req.Body)
			require.NoError(t, err)
			assert.Contains(t, string(rest), "Content-Disposition", "the request's own body is not touched")
		}
	}
}

func TestNoLeakOfText(t *testing.T) {
	for _, c := range carriers() {
		for _, text := range []string{
			"oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage=\"" + c + "\", RequestId=" + requestID,
			"Error returned by Service.\nHttp Status Code: 403.\nError Code: SignatureDoesNotMatch.\nRequest Id: " + requestID + ".\nMessage: x " + c + ".\nEC: .\nRequest Endpoint: GET https://b1x.oss-cn-hangzhou.aliyuncs.com/k?OSSAccessKeyId=" + planted["AccessKey ID"] + "&Signature=" + planted["V1 signature"] + "&security-token=" + planted["opaque token"] + ".",
			"HTTP/1.1 403 Forbidden\nx-oss-request-id: " + requestID + "\n\n" + body("AccessDenied", "Message", c),
			"{'status': 403, 'x-oss-request-id': '" + requestID + "', 'details': {'Code': 'AccessDenied', 'SecurityToken': '" + planted["opaque token"] + "', 'Message': '" + c + "'}}",
		} {
			if e, ok := oss403.ParseText(text); assert.True(t, ok, text) {
				checkNoLeak(t, "a text", e)
			}
		}
	}
}

// TestNoLeakOfOtherKeys: a key that is no object's is none in a text.
func TestNoLeakOfOtherKeys(t *testing.T) {
	const answer = `oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage="You have no right to access this object because of bucket acl.", RequestId=` + requestID + "\n"
	for line, want := range map[string]string{
		"OSS_SECRET_KEY=opaque": "", "AES_KEY=opaque": "", "Secret Key = opaque": "", "ACCESS KEY: opaque": "", "SECRET_KEY = 'opaque'": "", "APP_KEY=base64:opaque": "", "Access-Key: opaque": "",
		"Key: a.txt": "a.txt", "Object Key: a.txt": "a.txt", `"Key": "a.txt"`: "a.txt", "Bucket: b, Key: a.txt": "a.txt",
	} {
		e, ok := oss403.ParseText(answer + line)
		require.True(t, ok)
		assert.Equal(t, want, e.Object, line)
	}
}

// TestRaw: the three ways to the unmasked values work.
func TestRaw(t *testing.T) {
	e, ok := oss403.Parse(403, nil, []byte(body("SignatureDoesNotMatch", "", "")))
	require.True(t, ok)
	assert.Contains(t, string(e.Raw()), planted["opaque token"])
	assert.Contains(t, e.Signature.RawStringToSign(), planted["opaque token"])
	assert.Contains(t, e.Signature.RawStringToSign(), "\n/b/k?")
	assert.Equal(t, planted["diagnostic message"], e.Denial.DiagnosticMessage())
	assert.Equal(t, "PUT\n\n\n1767225600\nx-oss-security-token:****\n/b/k?security-token=****", e.Signature.StringToSign)
}

// TestNames: bucket and object are names that programs go on to use.
func TestNames(t *testing.T) {
	for _, key := range []string{"TMP.backup-20260305.tar", "CAISSE/2026/03/05/rapport-final-de-caisse.tar.gz", "dt=1/signature=abc/part-0", "CAISO/lmp/2025/01/01/hourly/prices/node1/file.csv", "TMP.directoryForUploads/x", "notes/OSS oss://examplebucket/path/file.txt", "eyJ.json", "a b+c%20d.txt"} {
		e, ok := oss403.Parse(403, nil, []byte(body("InvalidObjectState", "ObjectName", key)))
		require.True(t, ok)
		assert.Equal(t, key, e.Object)
	}
}

// TestMaskLeavesTheRest: what is no secret is still readable.
func TestMaskLeavesTheRest(t *testing.T) {
	for _, message := range []string{
		"Query-string authentication requires the Signature, Expires and OSSAccessKeyId parameters",
		"Either the Signature query string or the Authorization header, not both.",
		"The specified key a/b=c&d is 100% there: {yes}, [no], (maybe); \"quoted\"",
		"OSS authentication requires a valid Date.",
		"分片 3 失败：没有权限",
		"do upload: Credential: cannot load profile, AccessKeyId: missing",
		"upload report.pdf to OSS oss://examplebucket/reports/2025/report.pdf",
		"copy from AWS s3://source-bucket/path/file.txt failed, OSS error:something-very-long-that-is-no-signature",
		"check authorization: step 3 of job 17",
		`C:\new\table\x is no escape, 100%25 is none, &copy is none`,
	} {
		e, ok := oss403.From(oss.ServiceError{StatusCode: 403, Code: "AccessDenied", Message: message})
		require.True(t, ok)
		assert.Equal(t, message, e.Message)
	}
}

// TestVisible: nothing that is shown changes how a terminal shows it.
func TestVisible(t *testing.T) {
	const hostile = "a\x1b[31mred\u202eleft\u2066\u200b\x00\x7f\u0085\ufeff\r\nline"
	for _, element := range elements {
		doc := body("InvalidObjectState", element, hostile)
		e, ok := oss403.Parse(403, http.Header{"X-Oss-Request-Id": {requestID}, "X-Oss-Ec": {hostile}}, []byte(doc))
		require.True(t, ok)
		for _, out := range []string{e.Error(), e.Report(oss403.English), fmt.Sprintf("%+v", e), fmt.Sprintf("%+v", e.Explain(oss403.English)), e.Message, e.HostID, e.BucketEndpoint} {
			if strings.ContainsAny(out, "\x1b\u202e\u2066\u200b\x00\x7f\u0085\ufeff\r") {
				t.Errorf("%s: %q", element, out)
			}
		}
		assert.NotContains(t, e.Error(), "\n")
	}
}

// TestSafeDocs: a link is shown only where nobody else can put a page.
func TestSafeDocs(t *testing.T) {
	for link, want := range map[string]bool{
		"https://api.aliyun.com/troubleshoot?q=0003-00009999":           true,
		"https://help.alibabacloud.com/x":                               true,
		"http://api.aliyun.com/x":                                       false,
		"https://evil.example.com/x":                                    false,
		"https://aliyun.com.example.com/x":                              false,
		"https://evil.oss-cn-hangzhou.aliyuncs.com/x":                   false,
		"https://evilaliyun.com/x":                                      false,
		"https://user@api.aliyun.com/x":                                 false,
		"https://api.aliyun.com:8443/x":                                 false,
		"https://api.aliyun.com\u202e/x":                                false,
		"javascript:alert(1)":                                           false,
		"https://api.aliyun.com/" + strings.Repeat("x", 500):            false,
		`<a href="https://api.aliyun.com/x">https://api.aliyun.com</a>`: false,
	} {
		e, ok := oss403.Parse(403, nil, []byte(body("AccessDenied", "RecommendDoc", link)))
		require.True(t, ok)
		found := strings.Contains(e.Report(oss403.English), link)
		assert.Equal(t, want, found, link)
		assert.Equal(t, want, e.RecommendDoc == link, link)
	}
}

// TestStringToSignStaysComparable: line by line, but for the secrets.
func TestStringToSignStaysComparable(t *testing.T) {
	for signed, want := range map[string]string{
		"GET\n\n\nx\nx-oss-security-token:" + planted["STS token"] + "\n/examplebucket/photos/2025/january/holiday.png": "GET\n\n\nx\nx-oss-security-token:****\n/examplebucket/photos/2025/january/holiday.png",
		"GET\n\n\nx\nx-oss-security-token:\n/examplebucket/photos/2025/january/holiday.png":                             "GET\n\n\nx\nx-oss-security-token:\n/examplebucket/photos/2025/january/holiday.png",
		"x-oss-security-token:\nx-oss-user-agent:foo\n/b/k":                                                             "x-oss-security-token:\nx-oss-user-agent:foo\n/b/k",
		"x-oss-security-token:" + planted["opaque token"] + "\n\n\n" + strings.Repeat("0123456789abcdef", 4):            "x-oss-security-token:****\n\n\n" + strings.Repeat("0123456789abcdef", 4),
		"x-oss-meta-signature:hello world\n/b/k":                                                                        "x-oss-meta-signature:hello world\n/b/k",
	} {
		e, ok := oss403.Parse(403, nil, []byte(body("SignatureDoesNotMatch", "StringToSign", signed)))
		require.True(t, ok)
		assert.Equal(t, want, e.Signature.StringToSign)
	}
}

// TestNoLeakBehindEscapes: what seems to escape the first characters of a secret hides none of it.
func TestNoLeakBehindEscapes(t *testing.T) {
	const token = "Ab+opaque/Token+With=Signs0123"
	for _, text := range []string{"%" + token, "\\x" + token, "%Ab%2Bopaque/Token%2BWith=Signs0123", "\\xAb%2Bopaque/Token%2BWith=Signs0123", "%Ab+opaque/\nToken+With=Signs0123", "\\u00" + token,
		"x" + token, "%25" + token, "%%" + token, "\\u00AF" + token} {
		req, err := http.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil)
		require.NoError(t, err)
		req.Header.Set("X-Oss-Security-Token", token)
		resp := &http.Response{StatusCode: 403, Request: req, Body: io.NopCloser(strings.NewReader(body("AccessDenied", "Message", "echo "+text+" end")))}
		e, ok := oss403.FromResponse(resp)
		require.True(t, ok)
		for name, out := range ownOutputs(t, e) {
			if strings.Contains(out, "With=Signs") || strings.Contains(out, "opaque/") {
				t.Errorf("%q: %s: %s", text, name, out)
			}
		}
		assert.Contains(t, e.Message, "echo ")
		assert.Contains(t, e.Message, " end")
	}
	sts := "CAIS" + strings.Repeat("a1B2", 15)
	for _, text := range []string{"%" + sts, "\\x" + sts, "\\" + sts} {
		e, ok := oss403.Parse(403, nil, []byte(body("AccessDenied", "Message", text)))
		require.True(t, ok)
		assert.NotContains(t, e.Message, "a1B2a1B2", text)
	}
}

// TestNoLeakOfWhatSeemsAPolicy: secrets that begin as an object of JSON in base64 does, in what was signed.
func TestNoLeakOfWhatSeemsAPolicy(t *testing.T) {
	for _, secret := range []string{"ewlVkLZnQ8YgCGXoD50602xWJBuOOl", "e32268cb09d16372d8e07f86ce516f3cbec2f77bcea69d57af85f6b17bae8ab4", "gSndiAcaJ/bE2065+CZ3nxztbo+="} {
		e, ok := oss403.Parse(403, nil, []byte(body("SignatureDoesNotMatch", "StringToSign", "PUT\n\n\n1767225600\nx-oss-meta-a:"+secret+"\n/b/k")))
		require.True(t, ok)
		assert.Equal(t, "PUT\n\n\n1767225600\nx-oss-meta-a:****\n/b/k", e.Signature.StringToSign)
	}
}

// TestNoLeakAtTheEnd: a long text is cut, and what is left of a secret there is not shown.
func TestNoLeakAtTheEnd(t *testing.T) {
	const token = "Zq8tOpaqueTokenOpaqueTokenOpaqueTokenOpaqueTokenOpaqueTokenEnds"
	doc := "<Error><Code>SecurityTokenExpired</Code><Message>The security token you provided has expired.</Message><RequestId>" + requestID + "</RequestId><SecurityToken>" + token + "</SecurityToken></Error>"
	for _, blank := range []string{"\n", "x", " x"} {
		for n := 4000; n < 4200; n += 7 {
			for _, n := range []int{n, 2 * n} {
				front := strings.Repeat(blank, n/len(blank))
				e, ok := oss403.From(oss403.Wrap(fmt.Errorf("%s%s: %w", front, token, oss.ServiceError{StatusCode: 403, RawMessage: doc})))
				require.True(t, ok)
				assert.NotContains(t, e.Error(), "Zq8t")
				req := httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k?prefix="+strings.Repeat("x", n/4)+token, nil)
				req.Header.Set("Referer", strings.Repeat("x", n/4)+token)
				e, ok = oss403.FromResponse(&http.Response{StatusCode: 403, Request: req, Body: io.NopCloser(strings.NewReader(body("AccessDenied", "SecurityToken", token)))})
				require.True(t, ok)
				for name, out := range ownOutputs(t, e) {
					assert.NotContains(t, out, "Zq8t", name)
				}
			}
		}
	}
}

// TestNoLeakAtALimit: a header, an SDK's field and a record of a text that are too long.
func TestNoLeakAtALimit(t *testing.T) {
	const opaque = "opaque0token1planted2where3it4belongs"
	sts := planted["STS token"]
	for back := 1; back < 60; back++ {
		fill := func(limit int) string { return strings.Repeat("x ", (limit-back)/2) }
		req := httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k?security-token="+opaque, nil)
		header := http.Header{"X-Oss-Request-Id": {fill(4096) + opaque}, "X-Oss-Ec": {fill(4096) + opaque}, "Server": {fill(4096) + opaque}}
		e, ok := oss403.FromResponse(&http.Response{StatusCode: 403, Header: header, Body: http.NoBody, Request: req})
		require.True(t, ok)
		checkNoLeakOf(t, e, "opaque0")
		e, ok = oss403.From(oss.ServiceError{StatusCode: 403, Code: "AccessDenied", RequestID: requestID, HostID: fill(64<<10) + sts, Message: fill(64<<10) + sts})
		require.True(t, ok)
		checkNoLeakOf(t, e, "CAIS")
		for _, limit := range []int{8<<10 - 100, 8 << 10, 8<<10 + 100} {
			e, ok = oss403.ParseText("oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, RequestId=" + requestID + ", ErrorMessage=\"" + fill(limit) + sts + "\"")
			require.True(t, ok)
			checkNoLeakOf(t, e, "CAIS")
		}
	}
}

func checkNoLeakOf(t *testing.T, e *oss403.Error, part string) {
	t.Helper()
	for name, out := range map[string]string{"+v": fmt.Sprintf("%+v", e), "fields": strings.Join([]string{e.Message, e.RequestID, e.EC, e.HostID}, "\n"), "report": e.Report(oss403.English)} {
		if i := strings.Index(out, part); i >= 0 {
			t.Errorf("%s shows %q", name, out[i:min(len(out), i+60)])
		}
	}
}

// TestCanonicalRequestNamesTheKey: the ID that a request was signed with stays recognisable.
func TestCanonicalRequestNamesTheKey(t *testing.T) {
	e, ok := oss403.Parse(403, nil, []byte(body("SignatureDoesNotMatch", "", "")))
	require.True(t, ok)
	assert.Contains(t, e.Signature.CanonicalRequest, "x-oss-credential=LTAI5t****art9%2F20260305&x-oss-signature=****")
}

// TestPasswordInAHeader: a URL in a header, as a Referer or an Origin, may hold a password.
func TestPasswordInAHeader(t *testing.T) {
	for _, name := range []string{"Referer", "Origin"} {
		for _, value := range []string{"https://alice:planted0password@example.com/page", "https://planted0password@example.com", "//alice:planted0password@example.com/"} {
			req := httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil)
			req.Header.Set(name, value)
			for _, answer := range []string{
				"<Error><Code>AccessDenied</Code><Message>You are denied by bucket referer policy.</Message><EC>0003-00000503</EC><RequestId>" + requestID + "</RequestId></Error>",
				"<Error><Code>AccessForbidden</Code><Message>CORSResponse: CORS is not enabled for this bucket.</Message><RequestId>" + requestID + "</RequestId></Error>",
			} {
				e, ok := oss403.FromResponse(&http.Response{StatusCode: 403, Body: io.NopCloser(strings.NewReader(answer)), Request: req})
				require.True(t, ok)
				for output, text := range outputs(t, e) {
					assert.NotContains(t, text, "planted0password", output)
				}
			}
		}
	}
}

// The secrets of the generator: what a person pastes, random as the real ones are.
var generated = []struct {
	name string
	make func(r *rand.Rand) string
}{
	{"AccessKey secret", func(r *rand.Rand) string { return draw(r, base62, 30) }},
	{"STS token", func(r *rand.Rand) string { return "CAIS" + draw(r, base62+"+/", 300) + "==" }},
	{"V1 signature", func(r *rand.Rand) string { return draw(r, base62+"+/", 27) + "=" }},
	{"V4 signature", func(r *rand.Rand) string { return draw(r, "0123456789abcdef", 64) }},
	{"policy", func(r *rand.Rand) string {
		blank := []string{"", " ", "\n", "\r\n", "\n  "}[r.Intn(5)]
		return base64.StdEncoding.EncodeToString([]byte(blank + "{" + blank + `"conditions":[{"x-oss-security-token":"` + draw(r, base62, 40) + `"}]}`))
	}},
}

const base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

func draw(r *rand.Rand, set string, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = set[r.Intn(len(set))]
	}
	return string(b)
}

// pasted is what stands around an error in a log or in an issue: $S is the secret, $I an AccessKey ID.
var pasted = []string{
	"AccessKey Secret: $S", "access_secret: $S", "OSS_KEY_SECRET=$S", "SK=$S", `accessKeySecret := "$S"`, "os.environ['OSS_ACCESS_KEY_SECRET'] = '$S'", `setAccessKeySecret("$S")`, "[AccessKeySecret] => $S",
	`["AccessKeySecret"]=> string(30) "$S"`, "name: OSS_ACCESS_KEY_SECRET, value: $S", "accessKeySecret: |-\n  $S", "| AccessKeySecret | $S |", "AccessKeySecret is $S", "ossutil ls -i $I -k $S -t x", "oss2.Auth('$I', '$S')",
	"bucket:$I:$S", "$I,$S", "AccessKeySecret为$S", "密钥：$S", `curl https://b/k\?security-token\=$S`, `Some("$S")`, `accessKeySecret: string = "$S"`, "OSS_ACCESS_KEY_SECRET_PROD=$S", `{"AccessKeySecret":{"value":"$S"}}`,
	"<key>AccessKeySecret</key><string>$S</string>", "AccessKeySecret:\n$S", "$S", "echo $S end", "https://example.com/k?token=$S", "Authorization: OSS $I:$S",
}

//go:embed internal/gate/testdata/carriers.txt
var carriersText string

// written are the places where people and programs write a secret, of the tests of the gate, but for those that
// write it otherwise.
func written() (list []string) {
	for _, part := range strings.Split(carriersText, "\n## ")[1:] {
		_, text, _ := strings.Cut(part, "\n")
		if text = strings.NewReplacer("$T", "$S", "$U", "$S", "$W", "$S").Replace(text); strings.Contains(text, "$S") && !strings.Contains(text, "$0") {
			list = append(list, strings.TrimSuffix(text, "\n"))
		}
	}
	return list
}

// dressed is what happens to it on its way.
var dressed = []func(string) string{
	func(s string) string { return s },
	url.QueryEscape,
	func(s string) string { return url.QueryEscape(url.QueryEscape(s)) },
	func(s string) string { return strings.Trim(fmt.Sprintf("%q", s), `"`) },
	escapeXML.Replace,
}

// places is where it comes along: each makes an error of what was pasted.
var places = map[string]func(t *testing.T, text, token string) *oss403.Error{
	"an unknown message": func(t *testing.T, text, _ string) *oss403.Error {
		e, _ := oss403.Parse(403, nil, []byte(body("AccessDenied", "Message", text)))
		return e
	},
	"what was signed": func(t *testing.T, text, _ string) *oss403.Error {
		e, _ := oss403.Parse(403, nil, []byte(body("SignatureDoesNotMatch", "StringToSign", "PUT\n\n\n1767225600\nx-oss-meta-a:"+text+"\n/b/k")))
		return e
	},
	"a caller's words": func(t *testing.T, text, _ string) *oss403.Error {
		e, _ := oss403.From(oss403.Wrap(fmt.Errorf("upload: %s: %w", text, oss.ServiceError{StatusCode: 403, Code: "AccessDenied", RequestID: requestID})))
		return e
	},
	"an SDK's fields": func(t *testing.T, text, _ string) *oss403.Error {
		e, _ := oss403.From(oss.ServiceError{StatusCode: 403, Code: "AccessDenied", Message: text, RequestID: requestID, HostID: text, Ec: text})
		return e
	},
	"the line above": func(t *testing.T, text, _ string) *oss403.Error {
		e, _ := oss403.ParseText(text + "\noss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage=\"You have no right to access this object.\", RequestId=" + requestID)
		return e
	},
	"the line below": func(t *testing.T, text, _ string) *oss403.Error {
		e, _ := oss403.ParseText("oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage=\"You have no right to access this object.\", RequestId=" + requestID + "\n" + text)
		return e
	},
	"an answer's headers": func(t *testing.T, text, _ string) *oss403.Error {
		e, _ := oss403.Parse(403, http.Header{"X-Oss-Request-Id": {requestID}, "Server": {strings.ReplaceAll(text, "\n", " ")}, "Via": {text}, "X-Oss-Ec": {text}}, nil)
		return e
	},
	"a Referer, and the token of the answer in it": func(t *testing.T, text, token string) *oss403.Error {
		req := httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k?prefix="+url.QueryEscape(text), nil)
		req.Header.Set("Referer", "https://example.com/?a="+url.QueryEscape(token)+"&b="+text)
		e, _ := oss403.FromResponse(&http.Response{StatusCode: 403, Header: http.Header{}, Request: req, Body: io.NopCloser(strings.NewReader(body("AccessDenied", "SecurityToken", token)))})
		return e
	},
	"the words of a caller of Transport.Wrap, who alone has the token": func(t *testing.T, text, token string) *oss403.Error {
		tr := &oss403.Transport{Base: answerWith(403, http.Header{"X-Oss-Request-Id": {requestID}}, denied)}
		req := httptest.NewRequest(http.MethodGet, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k", nil)
		req.Header.Set("X-Oss-Security-Token", token)
		resp, err := tr.RoundTrip(req)
		require.NoError(t, err)
		_ = resp.Body.Close()
		e, _ := oss403.From(tr.Wrap(fmt.Errorf("with %s and %s: %w", token, text, oss.ServiceError{StatusCode: 403, Code: "AccessDenied", RequestID: requestID})))
		return e
	},
}

// shows returns a part of eight letters and digits of a secret that a text shows, in any case, "" if it
// shows none.
func shows(out, secret string) string {
	out, secret = lettersOf(out), lettersOf(secret)
	secret = strings.TrimPrefix(secret, "cais")
	for i := 0; i+8 <= len(secret); i++ {
		if strings.Contains(out, secret[i:i+8]) {
			return secret[i : i+8]
		}
	}
	return ""
}

func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case '0' <= r && r <= '9' || 'a' <= r && r <= 'z':
			return r
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		}
		return -1
	}, s)
}

// TestNoLeakGenerated: secrets of all kinds, in all that people paste, in every dress and place, come out
// nowhere.
func TestNoLeakGenerated(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	n, all, texts := 0, slices.Sorted(maps.Keys(places)), slices.Concat(pasted, written())
	every := 60
	if os.Getenv("OSS403_LARGE") != "" { // more than 1,000,000 outputs
		all, every = slices.Concat(all, all, all), 3
	}
	for _, place := range all {
		read := places[place]
		for _, k := range generated {
			for i, c := range texts {
				if i >= len(pasted) && r.Intn(every) != 0 {
					continue
				}
				secret, id := k.make(r), "LTAI5t"+draw(r, base62, 18)
				token := "opaque0" + draw(r, base62, 30)
				text := dressed[r.Intn(len(dressed))](strings.NewReplacer("$S", secret, "$I", id).Replace(c))
				e := read(t, text, token)
				if e == nil {
					t.Errorf("%s: not read: %q", place, text)
					continue
				}
				for name, out := range ownOutputs(t, e) {
					n++
					for what, part := range map[string]string{k.name: shows(out, secret), "token": shows(out, token), "AccessKey ID": shows(out, id[7:20])} {
						if part != "" {
							t.Errorf("%s: %s shows %q of the %s of %q:\n%s", place, name, part, what, text, out)
						}
					}
				}
			}
		}
	}
	t.Log(n, "outputs")
	assert.Greater(t, n, 40_000)
}

// TestRedactLeavesTheCatalog: OSS's words and our own pass unchanged.
func TestRedactLeavesTheCatalog(t *testing.T) {
	same := func(text string) {
		t.Helper()
		assert.Equal(t, text, oss403.Redact(text))
	}
	for e := range oss403.Catalog() {
		same(e.Message)
		same(string(e.Code) + ": " + e.Message)
		same("<Error><Code>" + string(e.Code) + "</Code><Message>" + e.Message + "</Message></Error>")
		for _, ec := range e.EC {
			same(ec)
		}
	}
	for kind := range oss403.Kinds() {
		for _, lang := range []oss403.Lang{oss403.English, oss403.Chinese} {
			x := kind.Explain(lang)
			for _, text := range append([]string{x.Summary, x.Cause, x.Remedy.Policy}, x.Remedy.Steps...) {
				same(text)
			}
			for _, d := range x.Remedy.Docs {
				same(d.Title)
				same(d.URL)
			}
		}
	}
}

// TestKnownSecrets: what stands in an element of a secret is hidden wherever else it stands, whatever it looks
// like.
func TestKnownSecrets(t *testing.T) {
	const value = "0123456789abcdef0123456789abcdef" // as an ETag
	for element, hidden := range map[string]bool{
		"Somebody": false, "SecurityToken": true, "SignatureProvided": true, "StringToSignBytes": true, "OSSAccessKeyId": true, "AWSAccessKeyId": true, "EncodedDiagnosticMessage": true,
	} {
		own := "<" + element + ">" + value + "</" + element + ">"
		if element == "EncodedDiagnosticMessage" {
			own = "<AccessDeniedDetail>" + own + "</AccessDeniedDetail>"
		}
		e, ok := oss403.Parse(http.StatusForbidden, nil, []byte("<Error><Code>AccessDenied</Code><Message>Something new about ETag "+value+".</Message><RequestId>"+requestID+"</RequestId>"+own+"</Error>"))
		require.True(t, ok)
		for name, out := range ownOutputs(t, e) {
			if strings.Contains(out, value) && hidden {
				t.Errorf("%s: %s shows it: %s", element, name, out)
			}
		}
		assert.Equal(t, !hidden, strings.Contains(e.Message, value), "%s: %s", element, e.Message)
	}
}
