package oss403

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"
)

// The clients' own packages are not linked here: compat tests the real ones. These types have the
// fields and methods of theirs, and stand in the cache of types under their import paths.

type lookalikeV1 struct {
	Code, Message, RequestID, HostID, Endpoint, Ec, RawMessage string
	StatusCode                                                 int
}

func (e lookalikeV1) Error() string { return "oss: service returned error" }

// lookalikeOldV1 is the error of a version that knew no EC and no body.
type lookalikeOldV1 struct {
	Code, Message, RequestID, HostID string
	StatusCode                       int
}

func (e lookalikeOldV1) Error() string { return "oss: service returned error" }

type lookalikeV2 struct {
	Code, Message, RequestID, EC, RequestTarget string
	StatusCode                                  int
	Snapshot                                    []byte
	Headers                                     http.Header
}

func (e *lookalikeV2) Error() string { return "Error returned by Service." }

type lookalikeOperation struct {
	name string
	err  error
}

func (e *lookalikeOperation) Error() string {
	return "operation error " + e.name + ": " + e.err.Error()
}
func (e *lookalikeOperation) Unwrap() error     { return e.err }
func (e *lookalikeOperation) Operation() string { return e.name }

// The response of aws-sdk-go-v2 is a few embedded types deep.
type (
	lookalikeResponse struct{ *http.Response }
	lookalikeSmithy   struct {
		Response *lookalikeResponse
		Err      error
	}
	lookalikeS3 struct {
		ResponseError *lookalikeAWSHTTPResponseError
		HostID        string
	}
	lookalikeSmithyResponseError  struct{ lookalikeSmithy }
	lookalikeAWSHTTPResponseError struct {
		ResponseError *lookalikeSmithyResponseError
		RequestID     string
	}
)

func (e *lookalikeS3) Error() string { return "https response error StatusCode: 403" }
func (e *lookalikeS3) Unwrap() error { return e.ResponseError.ResponseError.Err }

type lookalikeAPIError struct{ code, message string }

func (e *lookalikeAPIError) Error() string        { return "api error " + e.code + ": " + e.message }
func (e *lookalikeAPIError) ErrorCode() string    { return e.code }
func (e *lookalikeAPIError) ErrorMessage() string { return e.message }

type lookalikeFailure struct {
	code, message, requestID, hostID string
	status                           int
}

func (e *lookalikeFailure) Error() string     { return e.code + ": " + e.message }
func (e *lookalikeFailure) Code() string      { return e.code }
func (e *lookalikeFailure) Message() string   { return e.message }
func (e *lookalikeFailure) StatusCode() int   { return e.status }
func (e *lookalikeFailure) RequestID() string { return e.requestID }
func (e *lookalikeFailure) HostID() string    { return e.hostID }

type lookalikeMinio struct {
	Code, Message, BucketName, Key, Resource, RequestID, HostID, Server string
	StatusCode                                                          int
}

func (e lookalikeMinio) Error() string { return e.Message }

type lookalikeAliyungo struct {
	StatusCode                                   int
	Code, Message, BucketName, RequestId, HostId string // its spelling
}

func (e *lookalikeAliyungo) Error() string { return e.Message }

type lookalikeDriverErrors struct{ Errs []error }

func (e *lookalikeDriverErrors) Error() string { return "several errors of a storage driver" }

type lookalikePanics struct{}

func (lookalikePanics) Error() string      { return "x" }
func (*lookalikePanics) Operation() string { panic("nobody set it") }

// standIn puts the type of err into the cache as one of that path and name.
func standIn(t *testing.T, path, name string, err error) {
	t.Helper()
	is := reflect.TypeOf(err)
	of := is
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	c := clientTypeNamed(path, name, of)
	if c == &noClientType {
		t.Fatalf("%s.%s is no client's", path, name)
	}
	errorTypes.Store(is, &errorType{c, wrappingOf(is, c)})
	t.Cleanup(func() { errorTypes.Delete(is) })
}

const (
	clientID    = "65AF5037A1B2C3D4E5F60718"
	clientHost  = "examplebucket.oss-cn-hangzhou.aliyuncs.com"
	clientDeny  = "You have no right to access this object because of bucket acl."
	clientBody  = "<Error><Code>AccessDenied</Code><Message>" + clientDeny + "</Message><RequestId>" + clientID + "</RequestId><HostId>" + clientHost + "</HostId><EC>0003-00000001</EC></Error>"
	clientAWSID = "4442587FB7D0A2F9"
)

func TestClients(t *testing.T) {
	standIn(t, "github.com/aliyun/aliyun-oss-go-sdk/oss", "ServiceError", lookalikeV1{})
	standIn(t, "github.com/aliyun/aliyun-oss-go-sdk/oss", "ServiceError", &lookalikeV1{})
	standIn(t, "example.com/program/vendor/github.com/aliyun/aliyun-oss-go-sdk/oss", "ServiceError", lookalikeOldV1{})
	standIn(t, "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss", "ServiceError", &lookalikeV2{})
	standIn(t, "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss", "OperationError", &lookalikeOperation{})
	standIn(t, "github.com/aws/aws-sdk-go-v2/service/s3/internal/customizations", "ResponseError", &lookalikeS3{})
	standIn(t, "github.com/aws/aws-sdk-go/aws/awserr", "requestError", &lookalikeFailure{})
	standIn(t, "github.com/minio/minio-go/v7", "ErrorResponse", lookalikeMinio{})
	standIn(t, "github.com/denverdino/aliyungo/oss", "Error", &lookalikeAliyungo{})
	standIn(t, "github.com/aws/smithy-go", "OperationError", &lookalikePanics{})
	standIn(t, "github.com/distribution/distribution/v3/registry/storage/driver", "Errors", &lookalikeDriverErrors{})

	s3 := func(status int, header http.Header, target string, err error) *lookalikeS3 {
		u, parseErr := url.Parse(target)
		if parseErr != nil {
			t.Fatal(parseErr)
		}
		resp := &http.Response{StatusCode: status, Header: header, Request: &http.Request{Method: http.MethodGet, URL: u, Header: http.Header{}}}
		return &lookalikeS3{ResponseError: &lookalikeAWSHTTPResponseError{ResponseError: &lookalikeSmithyResponseError{lookalikeSmithy{Response: &lookalikeResponse{resp}, Err: err}}, RequestID: header.Get("X-Amz-Request-Id")}}
	}
	denied := &lookalikeAPIError{"AccessDenied", clientDeny}
	const target = "https://" + clientHost + "/dir/a.txt"

	type want struct {
		kind                                      Kind // "" for none
		code                                      Code
		ec, requestID, hostID, bucket, object, op string
	}
	for name, c := range map[string]struct {
		err  error
		want want
	}{
		// SDK v1.
		"SDK v1":                     {lookalikeV1{StatusCode: 403, Code: "AccessDenied", Message: clientDeny, RequestID: clientID, HostID: clientHost, Ec: "0003-00000001", RawMessage: clientBody}, want{KindBucketACLDenied, CodeAccessDenied, "0003-00000001", clientID, clientHost, "examplebucket", "", ""}},
		"a pointer":                  {&lookalikeV1{StatusCode: 403, RawMessage: clientBody}, want{KindBucketACLDenied, CodeAccessDenied, "0003-00000001", clientID, clientHost, "examplebucket", "", ""}},
		"its endpoint":               {lookalikeV1{StatusCode: 403, Code: "AccessDenied", Message: "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.", RequestID: clientID, Endpoint: "oss-cn-beijing.aliyuncs.com"}, want{KindEndpointMismatch, CodeAccessDenied, "", clientID, "", "", "", ""}},
		"an EC from a header":        {lookalikeV1{StatusCode: 403, RequestID: clientID, Ec: "0003-00000801"}, want{KindUserDisabled, "", "0003-00000801", clientID, "", "", "", ""}},
		"an ID of another form":      {lookalikeV1{StatusCode: 403, RequestID: "0123"}, want{KindUnknown, "", "", "0123", "", "", "", ""}},
		"its text":                   {errors.New("oss: service returned invalid response body, status = 403 Forbidden, RequestId = " + clientID), want{KindUnknown, "", "", clientID, "", "", "", ""}},
		"its text with an EC":        {errors.New("oss: service returned invalid response body, status = 403 Forbidden, RequestId = , ec = 0003-00000801"), want{KindUserDisabled, "", "0003-00000801", "", "", "", "", ""}},
		"its text of another status": {errors.New("oss: service returned invalid response body, status = 4031, RequestId = " + clientID), want{}},
		"404 of SDK v1":              {lookalikeV1{StatusCode: 404, Code: "AccessDenied", RequestID: clientID}, want{}},
		"an old SDK v1":              {lookalikeOldV1{StatusCode: 403, Code: "AccessDenied", Message: clientDeny, RequestID: clientID, HostID: clientHost}, want{KindBucketACLDenied, CodeAccessDenied, "", clientID, clientHost, "examplebucket", "", ""}},
		"a nil SDK v1":               {(*lookalikeV1)(nil), want{}},

		// SDK v2. Snapshot and Headers are the answer, the fields are what it made of them.
		"SDK v2": {&lookalikeOperation{"GetObject", &lookalikeV2{StatusCode: 403, Code: "AccessDenied", Message: clientDeny, RequestID: clientID, EC: "0003-00000001", Snapshot: []byte(clientBody), RequestTarget: "GET " + target}},
			want{KindBucketACLDenied, CodeAccessDenied, "0003-00000001", clientID, clientHost, "examplebucket", "dir/a.txt", "GetObject"}},
		"an EC in a header only": {&lookalikeV2{StatusCode: 403, Code: "BadErrorResponse", Message: "Failed to parse xml from response body", RequestID: clientID, Headers: http.Header{"X-Oss-Ec": {"0003-00000801"}, "X-Oss-Request-Id": {clientID}}, RequestTarget: "HEAD " + target},
			want{KindUserDisabled, "", "0003-00000801", clientID, "", "examplebucket", "dir/a.txt", "HEAD"}},
		"no body at all":  {&lookalikeV2{StatusCode: 403, Code: "BadErrorResponse", RequestID: clientID, Headers: http.Header{"X-Oss-Request-Id": {clientID}}}, want{KindUnknown, "", "", clientID, "", "", "", ""}},
		"a page":          {&lookalikeV2{StatusCode: 403, Code: "BadErrorResponse", Snapshot: []byte("<html>Forbidden</html>"), Headers: http.Header{"Server": {"nginx"}}, RequestTarget: "PUT " + target}, want{KindIntermediary, "", "", "", "", "examplebucket", "dir/a.txt", "PUT"}},
		"no target":       {&lookalikeV2{StatusCode: 403, Code: "UserDisable", RequestID: clientID, RequestTarget: "GET"}, want{KindUserDisabled, CodeUserDisable, "", clientID, "", "", "", ""}},
		"404 of SDK v2":   {&lookalikeV2{StatusCode: 404, Code: "NoSuchKey", RequestID: clientID}, want{}},
		"its client side": {&lookalikeOperation{"GetObject", errors.New("canceled, context canceled")}, want{}},

		// aws-sdk-go-v2.
		"aws-sdk-go-v2, S3's header with OSS's ID": {&lookalikeOperation{"GetObject", s3(403, http.Header{"X-Amz-Request-Id": {clientID}, "X-Oss-Ec": {"0003-00000001"}}, target, denied)},
			want{KindBucketACLDenied, CodeAccessDenied, "0003-00000001", clientID, "", "examplebucket", "dir/a.txt", "GetObject"}},
		"aws-sdk-go-v2, a host": {&lookalikeS3{HostID: clientHost, ResponseError: s3(403, http.Header{"X-Amz-Request-Id": {clientID}}, target, denied).ResponseError},
			want{KindBucketACLDenied, CodeAccessDenied, "", clientID, clientHost, "examplebucket", "dir/a.txt", "GET"}},
		"several of a storage driver": {&lookalikeDriverErrors{[]error{errors.New("x"), &lookalikeV2{StatusCode: 403, Code: "AccessDenied", Message: clientDeny, RequestID: clientID}}},
			want{KindBucketACLDenied, CodeAccessDenied, "", clientID, "", "", "", ""}},
		"several of an operation": {&lookalikeOperation{"PutObject", errors.Join(&lookalikeV2{StatusCode: 403, Code: "AccessDenied", Message: clientDeny, RequestID: clientID})},
			want{KindBucketACLDenied, CodeAccessDenied, "", clientID, "", "", "", "PutObject"}},
		"aws-sdk-go-v2, a HEAD":             {s3(403, http.Header{"X-Amz-Request-Id": {clientID}}, target, &lookalikeAPIError{"Forbidden", "Forbidden"}), want{KindUnknown, "", "", clientID, "", "examplebucket", "dir/a.txt", "GET"}},
		"aws-sdk-go-v2 on S3":               {s3(403, http.Header{"X-Amz-Request-Id": {clientAWSID}}, "https://examplebucket.s3.amazonaws.com/a.txt", &lookalikeAPIError{"AccessDenied", "Access Denied"}), want{}},
		"aws-sdk-go-v2, a page before OSS":  {s3(403, http.Header{"Server": {"nginx"}}, target, nil), want{KindIntermediary, "", "", "", "", "examplebucket", "dir/a.txt", "GET"}},
		"aws-sdk-go-v2, a nil in its chain": {s3(403, http.Header{"X-Amz-Request-Id": {clientID}}, target, (*lookalikeAPIError)(nil)), want{KindUnknown, "", "", clientID, "", "examplebucket", "dir/a.txt", "GET"}},
		"aws-sdk-go-v2, 404":                {s3(404, http.Header{"X-Amz-Request-Id": {clientID}}, target, denied), want{}},
		"aws-sdk-go-v2 without a response":  {&lookalikeS3{ResponseError: &lookalikeAWSHTTPResponseError{ResponseError: &lookalikeSmithyResponseError{}}}, want{}},

		// aws-sdk-go.
		"aws-sdk-go":          {&lookalikeFailure{"AccessDenied", clientDeny, clientID, clientHost, 403}, want{KindBucketACLDenied, CodeAccessDenied, "", clientID, clientHost, "examplebucket", "", ""}},
		"a HEAD":              {&lookalikeFailure{"Forbidden", "Forbidden", clientID, "", 403}, want{KindUnknown, "", "", clientID, "", "", "", ""}},
		"a status for a code": {&lookalikeFailure{"403", "Forbidden", clientID, "", 403}, want{KindUnknown, "", "", clientID, "", "", "", ""}},
		"aws-sdk-go on S3":    {&lookalikeFailure{"AccessDenied", "Access Denied", clientAWSID, "eftixk72aD6Ap51TnqcoF8eFidJG9Z/2mkiDFu8yU9AS1ed4OpIszj7UDNEHGran", 403}, want{}},
		"another API of it":   {&lookalikeFailure{"AccessDeniedException", "User is not authorized", "7b1f1cd0-2d1b-4b0e-9d7c-2f1d5c0a9e11", "", 403}, want{}},
		"what S3 says too":    {&lookalikeFailure{"SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided. Check your key and signing method.", "", "", 403}, want{}},
		"500 of aws-sdk-go":   {&lookalikeFailure{"AccessDenied", clientDeny, clientID, clientHost, 500}, want{}},

		// minio-go.
		"minio-go":                            {lookalikeMinio{StatusCode: 403, Code: "AccessDenied", Message: clientDeny, BucketName: "examplebucket", Key: "dir/a.txt", RequestID: clientID, HostID: clientHost, Server: "AliyunOSS"}, want{KindBucketACLDenied, CodeAccessDenied, "", clientID, clientHost, "examplebucket", "dir/a.txt", ""}},
		"a HEAD of it":                        {lookalikeMinio{StatusCode: 403, Code: "AccessDenied", Message: "Access Denied.", BucketName: "examplebucket", Key: "dir/a.txt", RequestID: clientID, Server: "AliyunOSS"}, want{KindUnknown, "", "", clientID, "", "examplebucket", "dir/a.txt", ""}},
		"without a server":                    {lookalikeMinio{Code: "UserDisable", Message: "UserDisable", HostID: "null", RequestID: "null"}, want{KindUserDisabled, CodeUserDisable, "", "", "", "", "", ""}},
		"minio-go on MinIO":                   {lookalikeMinio{StatusCode: 403, Code: "AccessDenied", Message: "Access Denied.", BucketName: "b", Resource: "/b", RequestID: "17D5E6F7A8B9C0D1", Server: "MinIO"}, want{}},
		"a resource, which OSS does not name": {lookalikeMinio{StatusCode: 403, Code: "AccessDenied", Message: clientDeny, BucketName: "b", Resource: "/b/k"}, want{}},
		"a server":                            {lookalikeMinio{StatusCode: 403, Code: "SignatureDoesNotMatch", Message: "The request signature we calculated does not match the signature you provided. Check your key and signing method.", BucketName: "examplebucket", Server: "AliyunOSS"}, want{KindSignatureMismatch, CodeSignatureDoesNotMatch, "", "", "", "examplebucket", "", ""}},
		"no server":                           {lookalikeMinio{StatusCode: 403, Code: "SignatureDoesNotMatch", Message: "The request signature we calculated does not match the signature you provided. Check your key and signing method.", BucketName: "examplebucket"}, want{}},
		"400 of minio-go":                     {lookalikeMinio{StatusCode: 400, Code: "AccessDenied", RequestID: clientID, Server: "AliyunOSS"}, want{}},

		// aliyungo.
		"its bucket":      {&lookalikeAliyungo{StatusCode: 403, Code: "AccessDenied", Message: clientDeny, BucketName: "examplebucket", RequestId: clientID}, want{KindBucketACLDenied, CodeAccessDenied, "", clientID, "", "examplebucket", "", ""}},
		"aliyungo":        {&lookalikeAliyungo{StatusCode: 403, Code: "AccessDenied", Message: clientDeny, BucketName: "examplebucket", RequestId: clientID, HostId: clientHost}, want{KindBucketACLDenied, CodeAccessDenied, "", clientID, clientHost, "examplebucket", "", ""}},
		"its HEAD":        {&lookalikeAliyungo{StatusCode: 403, Message: "403 Forbidden", RequestId: clientID}, want{KindUnknown, "", "", clientID, "", "", "", ""}},
		"404 of aliyungo": {&lookalikeAliyungo{StatusCode: 404, Code: "AccessDenied", RequestId: clientID}, want{}},

		// Methods of other people.
		"a method that panics": {&lookalikePanics{}, want{}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, err := range []error{c.err, fmt.Errorf("upload: %w", c.err), errors.Join(errors.New("other"), c.err)} {
				e, ok := From(err)
				if ok != (c.want.kind != "") {
					t.Fatalf("%v, %v", e, ok)
				}
				if !ok {
					continue
				}
				got := want{e.Kind, e.Code, e.EC, e.RequestID, e.HostID, e.Bucket, e.Object, e.Op}
				if got != c.want {
					t.Errorf("got  %+v\nwant %+v", got, c.want)
				}
				if c.err != errors.Unwrap(Wrap(c.err)) {
					t.Error("Wrap loses the client's error")
				}
			}
		})
	}
	// What a client keeps of an answer is completed by what a Transport saw of it, though its request be known.
	tr := &Transport{Base: roundTripper(func(r *http.Request) (*http.Response, error) {
		body := "<Error><Code>AccessDenied</Code><Message>The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.</Message><RequestId>" + clientID + "</RequestId><Endpoint>oss-cn-beijing.aliyuncs.com</Endpoint></Error>"
		return &http.Response{StatusCode: 403, Header: http.Header{"X-Oss-Request-Id": {clientID}}, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
	})}
	req, err := http.NewRequest(http.MethodGet, target, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tr.RoundTrip(req); err != nil {
		t.Fatal(err)
	}
	if seen, ok := tr.From(s3(403, http.Header{"X-Amz-Request-Id": {clientID}}, target, denied)); !ok || seen.BucketEndpoint != "oss-cn-beijing.aliyuncs.com" {
		t.Errorf("completed: %+v", seen)
	}
	e, _ := From(lookalikeV1{StatusCode: 403, Code: "AccessDenied", RequestID: clientID, Endpoint: "oss-cn-beijing.aliyuncs.com"})
	if e.BucketEndpoint != "oss-cn-beijing.aliyuncs.com" {
		t.Errorf("endpoint %q", e.BucketEndpoint)
	}
}

// TestClientTypes: types are told by import path and name, in vendored copies too.
func TestClientTypes(t *testing.T) {
	reader := func(c *clientType) string {
		switch {
		case c == &noClientType:
			return ""
		case c.operation:
			return "operation"
		case c.text:
			return "text"
		case c.sdkV1 != nil:
			return "SDK v1"
		case c.inside != nil:
			return "storage driver"
		}
		for name, f := range map[string]any{"SDK v2": readServiceErrorV2, "aws v2": readAWSResponseError, "aws": readAWSRequestFailure, "minio": readMinioErrorResponse, "aliyungo": readAliyungoError} {
			if reflect.ValueOf(c.read).Pointer() == reflect.ValueOf(f).Pointer() {
				return name
			}
		}
		return "?"
	}
	for _, c := range []struct{ path, name, want string }{
		{"github.com/aliyun/aliyun-oss-go-sdk/oss", "ServiceError", "SDK v1"},
		{"example.com/vendor/github.com/aliyun/aliyun-oss-go-sdk/oss", "ServiceError", "SDK v1"},
		{"github.com/aliyun/aliyun-oss-go-sdk/oss", "UnexpectedStatusCodeError", ""},
		{"github.com/aliyun/aliyun-oss-go-sdk-fork/oss", "ServiceError", ""},
		{"github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss", "ServiceError", "SDK v2"},
		{"github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss", "OperationError", "operation"},
		{"github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss", "ClientError", ""},
		{"example.com/vendor/github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss", "ServiceError", "SDK v2"},
		{"github.com/aws/smithy-go", "OperationError", "operation"},
		{"github.com/aws/smithy-go/transport/http", "ResponseError", "aws v2"},
		{"github.com/aws/aws-sdk-go-v2/aws/transport/http", "ResponseError", "aws v2"},
		{"github.com/aws/aws-sdk-go-v2/service/s3/types", "NoSuchKey", ""},
		{"github.com/aws/aws-sdk-go/aws/awserr", "requestError", "aws"},
		{"github.com/minio/minio-go/v7", "ErrorResponse", "minio"},
		{"github.com/minio/minio-go/v7/pkg/credentials", "ErrorResponse", "minio"},
		{"github.com/minio/minio-go/v7", "Client", ""},
		{"github.com/denverdino/aliyungo/oss", "Error", "aliyungo"},
		{"github.com/denverdino/aliyungo/common", "Other", ""},
		{"github.com/docker/distribution/registry/storage/driver", "Error", "storage driver"},
		{"github.com/distribution/distribution/registry/storage/driver", "Errors", "storage driver"},
		{"github.com/distribution/distribution/v3/registry/storage/driver", "Error", "storage driver"},
		{"github.com/distribution/distribution/v3/registry/storage/driver", "PathNotFoundError", ""},
		{"example.com/program", "ServiceError", ""},
		{"", "ErrorResponse", ""},
	} {
		if got := reader(clientTypeNamed(c.path, c.name, reflect.TypeOf(lookalikeV1{}))); got != c.want {
			t.Errorf("%s.%s: %q, want %q", c.path, c.name, got, c.want)
		}
	}
	for want, err := range map[string]error{"text": errors.New("x"), "": &lookalikeMinio{}} {
		if got := reader(findClientType(reflect.TypeOf(err))); got != want {
			t.Errorf("%T: %q, want %q", err, got, want)
		}
	}
	var text stringError
	if got := reader(findClientType(reflect.TypeOf(text))); got != "" {
		t.Errorf("a string: %q", got)
	}
}

type stringError string

func (stringError) Error() string { return "x" }

// TestTargetRequest: what SDK v2 tells of its request.
func TestTargetRequest(t *testing.T) {
	r := targetRequest("GET https://" + clientHost + "/dir/a%2Bb.txt?Expires=1&OSSAccessKeyId=LTAI5tExampleExampleKey1&Signature=x")
	if r == nil || r.Method != http.MethodGet || r.Bucket != "examplebucket" || r.Object != "dir/a+b.txt" || !r.NoHeaders || !r.ForOSS {
		t.Errorf("%+v", r)
	}
	for _, target := range []string{"", "GET", "GET /a", "GET http://%zz/", "https://" + clientHost + "/a"} {
		if r := targetRequest(target); r != nil {
			t.Errorf("%q: %+v", target, r)
		}
	}
}

type answers func(*http.Request) (*http.Response, error)

func (f answers) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// TestTransportKeepsTheOperation: what a client calls it says more than the method that a Transport saw.
func TestTransportKeepsTheOperation(t *testing.T) {
	standIn(t, "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss", "ServiceError", &lookalikeV2{})
	standIn(t, "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss", "OperationError", &lookalikeOperation{})
	tr := &Transport{Base: answers(func(r *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 403, Header: http.Header{"X-Oss-Request-Id": {clientID}}, Body: http.NoBody, Request: r}, nil
	})}
	req, err := http.NewRequest(http.MethodHead, "https://"+clientHost+"/dir/a.txt", nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tr.RoundTrip(req); err != nil {
		t.Fatal(err)
	}
	v2 := &lookalikeV2{StatusCode: 403, Code: "BadErrorResponse", RequestID: clientID}
	for want, err := range map[string]error{"HeadObject": &lookalikeOperation{"HeadObject", v2}, "HEAD": v2} {
		if e, ok := tr.From(err); !ok || e.Op != want || e.Object != "dir/a.txt" {
			t.Errorf("%s: %+v, %v", want, e, ok)
		}
	}
}
