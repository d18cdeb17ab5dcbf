package oss403_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const requestID = "65AF5037A1B2C3D4E5F60718"

// serviceError is an error of SDK v1 as the SDK itself makes it of a body.
func serviceError(code, message, rest string) oss.ServiceError {
	return oss.ServiceError{
		StatusCode: 403, Code: code, Message: message, RequestID: requestID, HostID: "examplebucket.oss-cn-hangzhou.aliyuncs.com",
		RawMessage: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>` + code + "</Code><Message>" + message + "</Message><RequestId>" + requestID +
			"</RequestId><HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId>" + rest + "</Error>",
	}
}

var expired = serviceError("SecurityTokenExpired", "The security token you provided has expired.", "<EC>0002-00000007</EC>")

// withStack wraps as github.com/pkg/errors does: a pointer with Unwrap and Cause.
type withStack struct{ error }

func (w *withStack) Unwrap() error { return w.error }
func (w *withStack) Cause() error  { return w.error }

type loop struct{}

func (l *loop) Error() string { return "a chain that bites its own tail" }
func (l *loop) Unwrap() error { return l }

func TestFromDepth(t *testing.T) {
	other := errors.New("other")
	tests := []struct {
		name   string
		err    error
		single bool // one chain, so that Wrap makes an *Error of it
	}{
		{"value", expired, true},
		{"pointer", &expired, true},
		{"%w", fmt.Errorf("upload: %w", expired), true},
		{"%w three times", fmt.Errorf("a: %w", fmt.Errorf("b: %w", fmt.Errorf("c: %w", &expired))), true},
		{"pkg/errors", &withStack{&withStack{expired}}, true},
		{"Join", errors.Join(other, expired), false},
		{"Join of one", errors.Join(expired), false},
		{"several %w", fmt.Errorf("%w, then %w", other, expired), false},
		{"below a Join below %w", fmt.Errorf("x: %w", errors.Join(other, fmt.Errorf("y: %w", expired))), false},
		{"joined in a loop", joined(2000), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e, ok := oss403.From(tt.err)
			require.True(t, ok)
			assert.Equal(t, oss403.KindSecurityTokenExpired, e.Kind)
			assert.True(t, oss403.Is(tt.err, oss403.KindSecurityTokenExpired))
			assert.True(t, oss403.Is(tt.err, oss403.KindClockSkew, oss403.CodeSecurityTokenExpired))
			assert.True(t, oss403.Is(tt.err, oss403.CategoryCredentials))
			assert.False(t, oss403.Is(tt.err, oss403.KindClockSkew, oss403.CategoryPermission))
			assert.Len(t, slices.Collect(oss403.All(tt.err)), 1)

			w := oss403.Wrap(tt.err)
			_, isError := w.(*oss403.Error)
			assert.Equal(t, tt.single, isError)
			assert.Same(t, w, oss403.Wrap(w), "an explained error stays as it is")
			assert.True(t, errors.Is(w, oss403.KindSecurityTokenExpired))
			if tt.single {
				assert.Equal(t, tt.err, errors.Unwrap(w), "the whole chain")
			} else {
				assert.Same(t, tt.err, errors.Unwrap(w))
			}
			var value oss.ServiceError
			var pointer *oss.ServiceError
			assert.True(t, errors.As(w, &value) || errors.As(w, &pointer), "the SDK's error is lost")
			assert.Equal(t, errors.Is(tt.err, other), errors.Is(w, other))
			again, ok := oss403.From(fmt.Errorf("z: %w", w))
			require.True(t, ok)
			assert.Equal(t, e.Kind, again.Kind)
		})
	}
}

func joined(n int) error {
	err := errors.New("first")
	for range n {
		err = errors.Join(err, errors.New("next"))
	}
	return errors.Join(err, expired)
}

func TestFromFindsNothing(t *testing.T) {
	notFound := serviceError("NoSuchKey", "The specified key does not exist.", "")
	notFound.StatusCode = 404
	var nilError *oss403.Error
	var nilService *oss.ServiceError
	for name, err := range map[string]error{
		"nil":                          nil,
		"a nil *Error":                 nilError,
		"a nil *ServiceError":          nilService,
		"a wrapped nil":                fmt.Errorf("x: %w", nilService),
		"another error":                errors.New("403 Forbidden"),
		"another status":               notFound,
		"another status, AccessDenied": oss.ServiceError{StatusCode: 409, Code: "AccessDenied"},
		"no status, another code":      oss.ServiceError{Code: "NoSuchKey"},
		"a loop":                       &loop{},
		"a loop in a Join":             errors.Join(&loop{}, &loop{}),
		"the SDK's text of a 502":      errors.New("oss: service returned invalid response body, status = 502 Bad Gateway, RequestId = "),
	} {
		t.Run(name, func(t *testing.T) {
			e, ok := oss403.From(err)
			assert.False(t, ok)
			assert.Nil(t, e)
			assert.False(t, oss403.Is(err, oss403.KindUnknown, oss403.CodeAccessDenied))
			assert.Empty(t, slices.Collect(oss403.All(err)))
			assert.Equal(t, slog.Attr{}, oss403.Attr(err))
			assert.Equal(t, err, oss403.Wrap(err))
		})
	}
}

func TestAll(t *testing.T) {
	denied := serviceError("AccessDenied", "Access denied by bucket policy.", "")
	done, ok := oss403.From(serviceError("UserDisable", "UserDisable", ""))
	require.True(t, ok)
	err := fmt.Errorf("batch: %w", errors.Join(fmt.Errorf("a: %w", expired), errors.New("b"), fmt.Errorf("%w and %w", denied, done)))
	var kinds []oss403.Kind
	for e := range oss403.All(err) {
		kinds = append(kinds, e.Kind)
	}
	assert.Equal(t, []oss403.Kind{oss403.KindSecurityTokenExpired, oss403.KindBucketPolicyDenied, oss403.KindUserDisabled}, kinds)
	for e := range oss403.All(err) {
		assert.Equal(t, oss403.KindSecurityTokenExpired, e.Kind)
		assert.True(t, strings.HasPrefix(e.Error(), "oss403: "), "only Wrap keeps the callers' text: %v", e)
		break
	}
	assert.True(t, oss403.Is(err, oss403.KindUserDisabled), "the third of them")
}

func TestStatusUnknown(t *testing.T) {
	e, ok := oss403.From(oss.ServiceError{Code: "AccessDenied", Message: "Access denied by bucket policy."})
	require.True(t, ok, "a mock that leaves out the status")
	assert.Equal(t, oss403.KindBucketPolicyDenied, e.Kind)
}

// TestSDKFields: the SDK's fields stand in where there is no raw message, and the raw message
// wins where the SDK lost something.
func TestSDKFields(t *testing.T) {
	e, ok := oss403.From(oss.ServiceError{StatusCode: 403, Code: " AccessDenied\n", Message: "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.",
		RequestID: requestID, HostID: "b1x.oss-cn-hangzhou.aliyuncs.com", Endpoint: "oss-cn-beijing.aliyuncs.com", Ec: "\n0003-00001403"})
	require.True(t, ok)
	assert.Equal(t, oss403.KindEndpointMismatch, e.Kind)
	assert.Equal(t, oss403.BasisEC, e.Basis)
	assert.Equal(t, "0003-00001403", e.EC)
	assert.Equal(t, "b1x", e.Bucket)
	assert.Equal(t, "oss-cn-beijing.aliyuncs.com", e.BucketEndpoint)
	assert.Nil(t, e.Raw())

	lost := serviceError("UserDisable", "UserDisable", "")
	lost.RequestID = "" // a proxy dropped the header, and the SDK believes the header
	e, ok = oss403.From(lost)
	require.True(t, ok)
	assert.Equal(t, requestID, e.RequestID)
	assert.Equal(t, lost.RawMessage, string(e.Raw()))
}

func TestSDKText(t *testing.T) {
	tests := []struct {
		text string
		kind oss403.Kind
		id   string
	}{
		{"oss: service returned invalid response body, status = 403 Forbidden, RequestId = ", oss403.KindIntermediary, ""},
		{"oss: service returned invalid response body, status = 403 Forbidden, RequestId = , ec = 0003-00000801", oss403.KindUserDisabled, ""},
		{"oss: service returned invalid response body, status = 403 Forbidden, RequestId = " + requestID + ", ec = 0003-00001403", oss403.KindEndpointMismatch, requestID},
		{"oss: service returned invalid response body, status = 403 Forbidden, RequestId = " + requestID, oss403.KindUnknown, requestID},
		{"oss: service returned invalid response body, status = 403 Forbidden, RequestId = " + requestID + ", ec = 0003-00000001", oss403.KindUnknown, requestID},
	}
	for _, tt := range tests {
		e, ok := oss403.From(fmt.Errorf("get: %w", errors.New(tt.text)))
		require.True(t, ok, tt.text)
		assert.Equal(t, tt.kind, e.Kind, tt.text)
		assert.Equal(t, tt.id, e.RequestID, tt.text)
	}
}

// TestWhoAnswered: an answer of somebody else is never taken for OSS's.
func TestWhoAnswered(t *testing.T) {
	xml := func(code, message, rest string) string {
		return "<Error><Code>" + code + "</Code><Message>" + message + "</Message>" + rest + "</Error>"
	}
	const signature = "The request signature we calculated does not match the signature you provided. Check your key and signing method."
	tests := []struct {
		name   string
		status int
		header http.Header
		body   string
		ok     bool
		kind   oss403.Kind
	}{
		{"AWS S3", 403, http.Header{"X-Amz-Request-Id": {"4442587FB7D0A2F9"}}, xml("AccessDenied", "Access Denied", "<RequestId>4442587FB7D0A2F9</RequestId><HostId>eftixk72aD6Ap51TnqcoF8eFidJG9Z/2mkiDFu8yU9AS1ed4OpIszj7UDNEHGran</HostId>"), false, ""},
		{"AWS S3, body only", 403, nil, xml("SignatureDoesNotMatch", signature, "<RequestId>4442587FB7D0A2F9</RequestId><HostId>eftixk72aD6Ap51TnqcoF8eFidJG9Z/2mkiDFu8yU9AS1ed4OpIszj7UDNEHGran</HostId>"), false, ""},
		{"MinIO", 403, http.Header{"Server": {"MinIO"}}, xml("SignatureDoesNotMatch", signature, "<Resource>/b/k</Resource><RequestId>17D5E6F7A8B9C0D1</RequestId><HostId>dd9025bab4ad464b049177c95eb6ebf374d3b3fd1af9251148b658df7ac2e3e8</HostId>"), false, ""},
		{"MinIO, body only", 403, nil, xml("AccessDenied", "Access Denied.", "<BucketName>b</BucketName><Resource>/b</Resource><RequestId>17D5E6F7A8B9C0D1</RequestId>"), false, ""},
		{"Ceph", 403, nil, xml("AccessDenied", "", "<BucketName>b</BucketName><RequestId>tx00000a1b2c3d4e5f60718-0065af5037-1234-default</RequestId><HostId>1234-default-default</HostId>"), false, ""},
		{"COS", 403, http.Header{"X-Cos-Request-Id": {"NjVhZjUwMzdfYTFiMmMzZDQ="}}, xml("AccessDenied", "Access Denied.", "<Resource>/k</Resource><RequestId>NjVhZjUwMzdfYTFiMmMzZDQ=</RequestId><TraceId>OGVmYzZiMmQ=</TraceId>"), false, ""},
		{"OBS", 403, http.Header{"Server": {"OBS"}}, xml("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", "<RequestId>0000018A1B2C3D4E5F60718293A4B5C6</RequestId>"), false, ""},
		{"TOS", 403, http.Header{"X-Tos-Request-Id": {"a1b2c3d4"}, "Server": {"TosServer"}}, xml("AccessDenied", "no permission", "<EC>0003-00000001</EC>"), false, ""},
		{"another API of Alibaba Cloud", 403, nil, xml("AccessDenied", "The specified action is not available for you.", "<RequestId>1E6F7A8B-9C0D-4E1F-A2B3-C4D5E6F70819</RequestId><HostId>ecs.aliyuncs.com</HostId>"), false, ""},
		{"its code and message by chance", 403, nil, xml("SignatureDoesNotMatch", signature, "<RequestId>1E6F7A8B-9C0D-4E1F-A2B3-C4D5E6F70819</RequestId><HostId>ecs.aliyuncs.com</HostId>"), false, ""},
		{"a page", 403, http.Header{"Content-Type": {"text/html"}}, "<html>Forbidden</html>", false, ""},
		{"nothing", 403, nil, "", false, ""},
		{"another status", 404, http.Header{"X-Oss-Request-Id": {requestID}}, xml("AccessDenied", "AccessDenied", ""), false, ""},
		{"no status, a code of 403", 0, http.Header{"X-Oss-Request-Id": {requestID}}, xml("AccessDenied", "AccessDenied", ""), true, oss403.KindAccessDeniedUnspecified},
		{"no status, a code of 404", 0, http.Header{"X-Oss-Request-Id": {requestID}}, xml("NoSuchKey", "The specified key does not exist.", ""), false, ""},
		{"no status, no mark, a message that S3 sends", 0, nil, xml("SignatureDoesNotMatch", signature, ""), false, ""},
		{"no status, no mark, a message that only OSS sends", 0, nil, xml("UserDisable", "UserDisable", ""), true, oss403.KindUserDisabled},
		{"no mark, a code that others send", 403, nil, xml("AccessDenied", "Something new.", ""), false, ""},
		{"no mark, a code that only OSS sends", 403, nil, xml("UserDisable", "Something new.", ""), true, oss403.KindUserDisabled},
		{"no mark, a pair that others send", 403, nil, xml("SignatureDoesNotMatch", signature, ""), true, oss403.KindSignatureMismatch},
		{"GCS", 403, nil, xml("SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided. Check your Google secret key and signing method.", "<StringToSign>GET</StringToSign>"), false, ""},
		{"R2", 403, http.Header{"Server": {"cloudflare"}}, xml("SignatureDoesNotMatch", signature, ""), false, ""},
		{"S3's InvalidObjectState", 403, nil, xml("InvalidObjectState", "The operation is not valid for the object's storage class", ""), false, ""},
		{"an AccessKey of AWS", 403, nil, xml("SignatureDoesNotMatch", signature, "<AWSAccessKeyId>AKIAIOSFODNN7EXAMPLE</AWSAccessKeyId>"), false, ""},
		{"MNS, whose request IDs look alike", 403, http.Header{"X-Mns-Request-Id": {requestID}}, xml("AccessDenied", "The OwnerId is not valid.", "<RequestId>"+requestID+"</RequestId><HostId>http://1234.mns.cn-hangzhou.aliyuncs.com</HostId>"), false, ""},
		{"TOS by its host", 403, nil, xml("AccessDenied", "Access Denied", "<EC>0003-00000001</EC><HostId>b.tos-cn-beijing.volces.com</HostId>"), false, ""},
		{"OSS's other API", 403, nil, xml("Forbidden.RAM", "User not authorized", "<RequestId>1E6F7A8B-9C0D-4E1F-A2B3-C4D5E6F70819</RequestId><HostId>oss-admin.aliyuncs.com</HostId>"), false, ""},
		{"lower-case headers", 403, http.Header{"x-oss-request-id": {requestID}, "x-oss-ec": {"0003-00000801"}}, "", true, oss403.KindUserDisabled},
		{"SDK v2's word for nothing", 403, http.Header{"X-Oss-Request-Id": {requestID}}, xml("BadErrorResponse", "", ""), true, oss403.KindUnknown},
		{"no mark, code nobody knows", 403, nil, xml("Strange", "Something new.", ""), false, ""},
		{"OSS, code nobody knows", 403, http.Header{"X-Oss-Request-Id": {requestID}}, xml("Strange", "Something new.", ""), true, oss403.KindUnknown},
		{"OSS's own page", 403, http.Header{"Server": {"AliyunOSS"}}, "<html>my error page</html>", true, oss403.KindUnknown},
		{"OSS by request ID alone", 403, nil, xml("Strange", "Something new.", "<RequestId>"+requestID+"</RequestId>"), true, oss403.KindUnknown},
		{"OSS by HostId", 403, nil, xml("Strange", "Something new.", "<HostId>b.oss-cn-hangzhou.aliyuncs.com</HostId>"), true, oss403.KindUnknown},
		{"OSS by EC and code", 403, nil, xml("UserDisable", "Something new.", "<EC>0003-00000801</EC>"), true, oss403.KindUserDisabled},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e, ok := oss403.Parse(tt.status, tt.header, []byte(tt.body))
			assert.Equal(t, tt.ok, ok)
			if ok {
				assert.Equal(t, tt.kind, e.Kind)
			} else {
				assert.Nil(t, e)
			}
		})
	}
	t.Run("a mock of the OSS SDK's error", func(t *testing.T) {
		e, ok := oss403.From(oss.ServiceError{StatusCode: 403, Code: "AccessDenied", Message: "Access Denied"})
		require.True(t, ok)
		assert.Equal(t, oss403.KindUnknown, e.Kind)
	})
	t.Run("the SDK's request ID counts", func(t *testing.T) {
		_, ok := oss403.From(oss.ServiceError{StatusCode: 403, Code: "AccessDenied", RequestID: requestID, RawMessage: xml("AccessDenied", "Access Denied", "<RequestId>0123456789ABCDEF</RequestId>")})
		assert.True(t, ok)
	})
	t.Run("S3 through the OSS SDK", func(t *testing.T) {
		_, ok := oss403.From(oss.ServiceError{StatusCode: 403, Code: "AccessDenied", Message: "Access Denied", RawMessage: xml("AccessDenied", "Access Denied", "<Resource>/b</Resource><RequestId>17D5E6F7A8B9C0D1</RequestId>")})
		assert.False(t, ok)
	})
}

func TestIsAndAs(t *testing.T) {
	err := fmt.Errorf("x: %w", oss403.Wrap(serviceError("AccessDenied", "Access denied by bucket policy.", "<EC>0003-00000101</EC>")))
	assert.ErrorIs(t, err, oss403.KindBucketPolicyDenied)
	assert.ErrorIs(t, err, oss403.CodeAccessDenied)
	assert.ErrorIs(t, err, oss403.CategoryPermission)
	assert.ErrorIs(t, err, fs.ErrPermission)
	assert.NotErrorIs(t, err, oss403.KindUnknown)
	assert.NotErrorIs(t, err, oss403.Code(""))
	assert.NotErrorIs(t, err, oss403.Category(""))
	assert.NotErrorIs(t, oss403.Wrap(expired), fs.ErrPermission)

	var kind oss403.Kind
	var code oss403.Code
	var category oss403.Category
	require.ErrorAs(t, err, &kind)
	require.ErrorAs(t, err, &code)
	require.ErrorAs(t, err, &category)
	assert.Equal(t, []any{oss403.KindBucketPolicyDenied, oss403.CodeAccessDenied, oss403.CategoryPermission}, []any{kind, code, category})

	// A constant can stand in for the error, in a fake for instance.
	require.ErrorAs(t, fmt.Errorf("fake: %w", oss403.KindClockSkew), &kind)
	assert.Equal(t, oss403.KindClockSkew, kind)
	assert.EqualError(t, oss403.KindClockSkew, "ClockSkew")
	assert.EqualError(t, oss403.CodeAccessDenied, "AccessDenied")
	assert.EqualError(t, oss403.CategoryEndpoint, "Endpoint")
	assert.EqualError(t, oss403.Kind(""), "Unknown")

	bare, ok := oss403.Parse(403, http.Header{"X-Oss-Request-Id": {requestID}}, nil)
	require.True(t, ok)
	assert.ErrorIs(t, bare, oss403.KindUnknown)
	assert.ErrorIs(t, bare, oss403.Kind(""))
	assert.ErrorIs(t, bare, oss403.CategoryUnknown)
	assert.False(t, errors.As(bare, &code), "no code to give")
}

// TestContext: what callers put in front is kept, what the SDK said is not repeated.
func TestContext(t *testing.T) {
	const gist = "oss403: the security token has expired: get new credentials and try once more (kind=SecurityTokenExpired code=SecurityTokenExpired ec=0002-00000007 request_id=" + requestID + ")"
	for name, tt := range map[string]struct {
		err  error
		want string
	}{
		"bare":     {expired, gist},
		"%w":       {fmt.Errorf("upload part 3: %w", expired), "upload part 3: " + gist},
		"twice":    {fmt.Errorf("job 7: %w", fmt.Errorf("upload part 3: %w", expired)), "job 7: upload part 3: " + gist},
		"behind":   {fmt.Errorf("upload: %w (attempt 3)", expired), "upload (attempt 3): " + gist},
		"no text":  {&withStack{expired}, gist},
		"lines":    {fmt.Errorf("a\n\tb:\n%w", expired), "a b: " + gist},
		"own text": {ownText{expired}, "it did not work: " + gist},
		"a signed URL": {fmt.Errorf("Get \"https://b.oss-cn-hangzhou.aliyuncs.com/k?Expires=1&OSSAccessKeyId=LTAI5tSecretSecretKey99&Signature=c2VjcmV0%%3D\": %w", expired),
			"Get \"https://b.oss-cn-hangzhou.aliyuncs.com/k?Expires=1&OSSAccessKeyId=LTAI5t****ey99&Signature=****\": " + gist},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, tt.want, oss403.Wrap(tt.err).Error())
		})
	}
	// Whatever leads to the client's text and follows it, nothing of it dangles.
	for format, want := range map[string]string{
		"upload:%w": "upload", "upload, %w": "upload", "upload; %w": "upload", "upload - %w": "upload", "upload -> %w": "upload", "upload => %w": "upload", "upload | %w": "upload",
		"上传失败：%w": "上传失败", "上传失败，%w": "上传失败", "上传失败（%w）": "上传失败", "上传失败【%w】，请重试": "上传失败，请重试", "上传失败「%w」，请重试": "上传失败，请重试", "上传失败：“%w”。": "上传失败", "原因是 %w，请联系管理员。": "原因是，请联系管理员",
		"upload (%w)": "upload", "upload [%w]": "upload", "upload {%w}": "upload", "upload <%w>": "upload", "upload: (%w)": "upload", "upload ([%w])": "upload",
		"upload (%w, attempt 3)": "upload (attempt 3)", "upload (attempt 3: %w)": "upload (attempt 3)", "upload (attempt 3, cause: %w), giving up": "upload (attempt 3, cause), giving up",
		"upload \"%w\"": "upload", "upload '%w'": "upload", "can't upload '%w'": "can't upload", "upload `%w` again": "upload again", `put "a.txt": %w`: `put "a.txt"`, `put "a.txt" "%w"`: `put "a.txt"`,
		"level=error err=%w": "level=error err", `level=error err="%w"`: "level=error err", `level=error err="%w" n=3`: "level=error err n=3", `msg="no luck: %w"`: `msg="no luck"`, `{"error":"%w"}`: `{"error"}`,
		"%w": "", "%w: retry": "retry", "%w, giving up": "giving up", "%w (attempt 3)": "(attempt 3)", "(%w)": "", ": %w": "", "\"%w\"": "", "%w.": "", "upload: %w.": "upload", "upload failed... %w": "upload failed",
		"upload: %w: after 3 attempts": "upload: after 3 attempts", "upload: %w, giving up.": "upload, giving up", "upload: %w; giving up": "upload; giving up", "upload: %w\n\tat main.go:3": "upload at main.go:3",
		"operation error S3: PutObject, %w":         "operation error S3: PutObject",
		"upload failed, upload id: 7, cause: x: %w": "upload failed, upload id: 7, cause: x", "upload failed, upload id: , cause: x: %w": "upload failed: x", "download failed , cause: x: %w": "download failed: x",
		"what? %w": "what?", "done! %w": "done!", "50% of %[1]w": "50% of", "(a) %w (b)": "(a) (b)", "a: %[1]w: %[1]v": "a", "%[1]v: %[1]w": "", "a (%[1]v): %[1]w": "a", "a=%[1]v b=%[1]w": "a b",
	} {
		format = strings.ReplaceAll(format, "50% of", "50%% of")
		if want != "" {
			want += ": "
		}
		assert.Equal(t, want+gist, oss403.Wrap(fmt.Errorf(format, expired)).Error(), format)
	}
	long := oss403.Wrap(fmt.Errorf("%s: %w", strings.Repeat("語", 1000), expired)).Error()
	assert.LessOrEqual(t, len(long), 512)
	assert.Contains(t, long, "…: oss403: ")
	assert.True(t, strings.HasSuffix(long, "request_id="+requestID+")"), long)
	// However long our own words are, the caller's get a third of the line.
	wordy := serviceError("RequestDeniedByCallback", "require login ["+strings.Repeat("a reason of theirs, ", 9)+"]", "")
	context, rest, _ := strings.Cut(oss403.Wrap(fmt.Errorf("%s: %w", strings.Repeat("upload part 3 of ", 30), wordy)).Error(), ": oss403: ")
	assert.Greater(t, len(rest), 300)
	assert.Greater(t, len(context), 110)
}

type ownText struct{ error }

func (o ownText) Error() string { return "it did not work" }
func (o ownText) Unwrap() error { return o.error }

// TestNilAndZero calls every method on a nil pointer and on zero values.
func TestNilAndZero(t *testing.T) {
	var nilError *oss403.Error
	for _, e := range []*oss403.Error{nilError, {}, {Denial: &oss403.Denial{}, Clock: &oss403.Clock{}, Signature: &oss403.Signature{}}} {
		assert.NotPanics(t, func() {
			_ = e.Error()
			assert.Nil(t, e.Unwrap())
			assert.False(t, e.Is(nil))
			assert.False(t, e.Is(oss403.KindClockSkew))
			assert.False(t, e.As(nil))
			assert.False(t, e.As((*oss403.Kind)(nil)))
			assert.False(t, e.As((*oss403.Code)(nil)))
			assert.False(t, e.As((*oss403.Category)(nil)))
			assert.Equal(t, oss403.RetryUnknown, e.Retry())
			assert.Nil(t, e.Raw())
			x := e.Explain(oss403.English)
			assert.NotEmpty(t, x.Summary)
			assert.NotEmpty(t, x.Remedy.Steps)
			_ = e.Report("")
			_ = fmt.Sprintf("%v %+v %#v %s %q %x %d %10.3s", e, e, e, e, e, e, e, e)
			_, err := json.Marshal(e)
			assert.NoError(t, err)
			_ = e.LogValue()
		})
	}
	b, err := json.Marshal(nilError)
	require.NoError(t, err)
	assert.Equal(t, "null", string(b))
	assert.Equal(t, "<nil>", fmt.Sprint(nilError))
	assert.Equal(t, "oss403: OSS refused and gave no cause: repeat the request as GET, whose answer has a body (kind=Unknown)", (&oss403.Error{}).Error())
	assert.True(t, (&oss403.Error{}).Is(oss403.KindUnknown))

	assert.Empty(t, (*oss403.Denial)(nil).DiagnosticMessage())
	assert.Empty(t, (&oss403.Denial{}).DiagnosticMessage())
	assert.Empty(t, (*oss403.Signature)(nil).RawStringToSign())
	assert.Empty(t, (&oss403.Signature{}).RawStringToSign())
	for _, v := range []json.Unmarshaler{(*oss403.Error)(nil), (*oss403.Clock)(nil), (*oss403.Remedy)(nil)} {
		assert.Error(t, v.UnmarshalJSON([]byte("{}")))
	}
	for _, k := range []oss403.Kind{"", "Nonsense", oss403.KindUnknown} {
		assert.Equal(t, oss403.CategoryUnknown, k.Category())
		assert.Equal(t, oss403.RetryUnknown, k.Retry())
		assert.Equal(t, oss403.KindUnknown.Explain(oss403.English), k.Explain("xx"))
	}
}

func TestFormat(t *testing.T) {
	e, ok := oss403.From(serviceError("RequestTimeTooSkewed", "The difference between the request time and the current time is too large.",
		"<MaxAllowedSkewMilliseconds>900000</MaxAllowedSkewMilliseconds><RequestTime>2026-03-05T17:51:03.000Z</RequestTime><ServerTime>2026-03-05T09:51:03.000Z</ServerTime><OSSAccessKeyId>LTAI5tSecretSecretKey99</OSSAccessKeyId>"))
	require.True(t, ok)
	line := e.Error()
	for format, want := range map[string]string{
		"%v": line, "%s": line, "%q": fmt.Sprintf("%q", line), "%.6s": "oss403", "%d": "%!d(*oss403.Error=" + line + ")",
		"%x": fmt.Sprintf("%x", line), "%-400s|": fmt.Sprintf("%-400s|", line),
	} {
		assert.Equal(t, want, fmt.Sprintf(format, e), format)
	}
	want := line + `
	kind: ClockSkew, reason LocalTimeAsUTC, category Signature, decided by the message
	OSS said: RequestTimeTooSkewed, "The difference between the request time and the current time is too large."
	request: bucket "examplebucket"
	host: examplebucket.oss-cn-hangzhou.aliyuncs.com
	access key: LTAI5t****ey99
	clock: request 2026-03-05T17:51:03Z, OSS 2026-03-05T09:51:03Z
	retry: after the request carries the right time, by you, in the program or its settings`
	assert.Equal(t, want, fmt.Sprintf("%+v", e))
	assert.Equal(t, want, fmt.Sprintf("%#v", e))
	assert.Equal(t, 15*time.Minute, e.Clock.MaxSkew)
	_, files := readCase(t, "testdata/403/RequestExpired.txtar")
	late, ok := decode(t, files)
	require.True(t, ok)
	assert.Contains(t, fmt.Sprintf("%+v", late), "expires "+late.Clock.Expires.Format(time.RFC3339))
	for code, want := range map[oss403.Code]string{
		`A(B)="C" \D`: "A_B___C___D", oss403.Code(strings.Repeat("A", 70)): strings.Repeat("A", 64), oss403.Code(strings.Repeat("A-", 35)): strings.Repeat("A-", 32), "语": "_",
	} {
		assert.Contains(t, (&oss403.Error{Code: code}).Error(), " (kind=Unknown code="+want+")")
	}
	for _, path := range casePaths(t) {
		_, files := readCase(t, path)
		e, _ := decode(t, files)
		assert.LessOrEqual(t, strings.Count(fmt.Sprintf("%+v", e), "\n"), 9, path)
		assert.NotContains(t, e.Error(), "\n", path)
		assert.LessOrEqual(t, len(e.Error()), 512, path)
	}
}

func TestJSON(t *testing.T) {
	e, ok := oss403.From(serviceError("AccessDenied", "Access denied by bucket policy.", "<EC>0003-00000201</EC><ObjectName>a\u202eb</ObjectName><AccessDeniedDetail><PolicyType>AccountLevelIdentityBasedPolicy</PolicyType><NoPermissionType>ExplicitDeny</NoPermissionType><AuthAction>oss:PutObject</AuthAction><EncodedDiagnosticMessage>secret-secret</EncodedDiagnosticMessage></AccessDeniedDetail>"))
	require.True(t, ok)
	b, err := json.Marshal(e)
	require.NoError(t, err)
	assert.Contains(t, string(b), `a\u202eb`)
	var got map[string]any
	require.NoError(t, json.Unmarshal(b, &got))
	delete(got, "evidence")
	assert.Equal(t, map[string]any{
		"error": e.Error(), "kind": "RAMPolicyExplicitDeny", "basis": "Detail", "category": "Permission", "code": "AccessDenied",
		"message": "Access denied by bucket policy.", "ec": "0003-00000201", "request_id": requestID,
		"host_id": "examplebucket.oss-cn-hangzhou.aliyuncs.com", "bucket": "examplebucket", "object": "a\u202eb", "retry": "AfterGrant", "automatic": false, "fingerprint": e.Fingerprint(),
		"denial": map[string]any{"policy_type": "AccountLevelIdentityBasedPolicy", "no_permission_type": "ExplicitDeny", "action": "oss:PutObject"},
	}, got)
}

func TestSlog(t *testing.T) {
	var buf bytes.Buffer
	log := slog.New(slog.NewTextHandler(&buf, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	err := oss403.Wrap(expired)
	e, _ := oss403.From(err)
	log.Info("x", "err", err, oss403.Attr(err))
	log.Info("x", "err", fmt.Errorf("y: %w", err))
	log.Info("x", oss403.Attr(errors.New("another")))
	assert.Equal(t, `level=INFO msg=x err="`+err.Error()+`" oss403.kind=SecurityTokenExpired oss403.category=Credentials oss403.basis=EC oss403.code=SecurityTokenExpired oss403.message="The security token you provided has expired." oss403.ec=0002-00000007 oss403.request_id=`+requestID+` oss403.host_id=examplebucket.oss-cn-hangzhou.aliyuncs.com oss403.bucket=examplebucket oss403.retry=AfterRefresh oss403.fingerprint=`+e.Fingerprint()+` oss403.step="Get new credentials from STS, and use the ID, the secret and the token of the same answer."
level=INFO msg=x err="y: `+err.Error()+`"
level=INFO msg=x
`, buf.String())
}

// TestNamesInJSONAndSlog: programs read these names.
func TestNamesInJSONAndSlog(t *testing.T) {
	req := httptest.NewRequest(http.MethodGet, "https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a.txt", nil)
	e, ok := oss403.FromResponse(&http.Response{StatusCode: 403, Request: req, Body: io.NopCloser(strings.NewReader("<Error><Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message><RequestId>" + requestID +
		"</RequestId><HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId><OSSAccessKeyId>LTAI5tExampleExampleKey1</OSSAccessKeyId><Endpoint>oss-cn-beijing.aliyuncs.com</Endpoint><MaxAllowedSkewMilliseconds>900000</MaxAllowedSkewMilliseconds>" +
		"<RequestTime>2026-03-05T10:11:12.000Z</RequestTime><ServerTime>2026-03-05T18:11:12.000Z</ServerTime><Expires>2026-03-05T18:11:13.000Z</Expires><StringToSign>OSS4-HMAC-SHA256</StringToSign><CanonicalRequest>GET</CanonicalRequest>" +
		"<AccessDeniedDetail><PolicyType>Other</PolicyType><NoPermissionType>ImplicitDeny</NoPermissionType><AuthAction>oss:GetObject</AuthAction><AuthPrincipalType>SubUser</AuthPrincipalType><AuthPrincipalOwnerId>1</AuthPrincipalOwnerId><AuthPrincipalDisplayName>2</AuthPrincipalDisplayName></AccessDeniedDetail>" +
		"<EC>0002-00000504</EC><RecommendDoc>https://api.aliyun.com/troubleshoot?q=0002-00000504</RecommendDoc></Error>"))})
	require.True(t, ok)
	b, err := json.Marshal(e)
	require.NoError(t, err)
	var got map[string]any
	require.NoError(t, json.Unmarshal(b, &got))
	for name, want := range map[string]any{
		"kind": "ClockSkew", "basis": "EC", "category": "Signature", "code": "RequestTimeTooSkewed", "message": e.Message, "ec": "0002-00000504",
		"request_id": requestID, "host_id": "examplebucket.oss-cn-hangzhou.aliyuncs.com", "op": "GET", "bucket": "examplebucket", "object": "a.txt",
		"bucket_endpoint": "oss-cn-beijing.aliyuncs.com", "access_key_id": "LTAI5t****Key1", "recommend_doc": e.RecommendDoc, "retry": "AfterClockSync",
		"denial":    map[string]any{"policy_type": "Other", "no_permission_type": "ImplicitDeny", "action": "oss:GetObject", "principal_type": "SubUser", "principal_owner_id": "1", "principal_name": "2"},
		"clock":     map[string]any{"request_time": "2026-03-05T10:11:12Z", "server_time": "2026-03-05T18:11:12Z", "expires": "2026-03-05T18:11:13Z", "max_skew_ms": 900000.},
		"signature": map[string]any{"scheme": "V4", "string_to_sign": "OSS4-HMAC-SHA256", "canonical_request": "GET"},
	} {
		assert.Equal(t, want, got[name], name)
	}
	attrs := map[string]string{}
	for _, a := range oss403.Attr(e).Value.Group() {
		attrs[a.Key] = a.Value.String()
	}
	for name, want := range map[string]string{
		"kind": "ClockSkew", "category": "Signature", "basis": "EC", "code": "RequestTimeTooSkewed", "message": e.Message, "ec": "0002-00000504",
		"request_id": requestID, "host_id": "examplebucket.oss-cn-hangzhou.aliyuncs.com", "op": "GET", "bucket": "examplebucket", "object": "a.txt",
		"bucket_endpoint": "oss-cn-beijing.aliyuncs.com", "access_key_id": "LTAI5t****Key1", "action": "oss:GetObject", "principal": "2", "retry": "AfterClockSync",
	} {
		assert.Equal(t, want, attrs[name], name)
	}
}

func TestWrapValue(t *testing.T) {
	v, err := oss403.WrapValue(7, expired)
	assert.Equal(t, 7, v)
	assert.ErrorIs(t, err, oss403.KindSecurityTokenExpired)
	v, err = oss403.WrapValue(8, error(nil))
	assert.Equal(t, 8, v)
	assert.NoError(t, err)
	assert.True(t, oss403.Wrap(nil) == nil)
}

func TestRawIsACopy(t *testing.T) {
	body := []byte(expired.RawMessage)
	e, ok := oss403.Parse(403, nil, body)
	require.True(t, ok)
	body[0] = 'x'
	e.Raw()[1] = 'x'
	assert.Equal(t, expired.RawMessage, string(e.Raw()))
}
