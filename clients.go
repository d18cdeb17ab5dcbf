package oss403

import (
	"cmp"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/request"
)

// This file reads the errors of clients that the module does not import: by the methods and the
// exported fields of types whose import path is known.

// clientType is what is known of a type of error.
type clientType struct {
	sdkV1     *serviceErrorFields                              // the error of SDK v1
	text      bool                                             // it is nothing but a text
	read      func(err error, v reflect.Value) (*answer, bool) // nil: it is none of the clients below
	operation bool                                             // it names the client's operation
	inside    func(v reflect.Value) ([]error, error)           // it has errors in it, and no method that returns them
}

var noClientType clientType

// decode makes an Error of err, if a client made that of an answer; top is the error around. isAnswer says
// that there is an answer in err, which may be none of OSS: then e is nil. operation is the name
// that an error around it gave.
func (c *clientType) decode(top, err error, operation *string) (e *Error, isAnswer bool) {
	switch {
	case c == &noClientType:
		return nil, false
	case c.sdkV1 != nil:
		var a answer // of this one decode keeps nothing: it is not allocated
		if !c.sdkV1.read(&a, structOf(err)) {
			return nil, true
		}
		a.operation = *operation
		e, _ = decode(&a, top, err)
		return e, true
	}
	if c.inside != nil {
		return nil, false
	}
	a, name := readClient(c, err)
	if name != "" {
		*operation = name
	}
	if a == nil {
		return nil, false
	}
	a.operation = *operation
	e, _ = decode(a, top, err)
	return e, true
}

// readClient reads the answer in a client's error, and the name of the operation in an error around
// one.
func readClient(c *clientType, err error) (a *answer, operation string) {
	// Methods of other people's types run below, on values that nobody has checked.
	defer func() {
		if recover() != nil {
			a, operation = nil, ""
		}
	}()
	switch {
	case c.text:
		return readSDKText(err.Error()), ""
	case c.operation:
		x, _ := err.(interface{ Operation() string })
		return nil, x.Operation()
	}
	a, _ = c.read(err, structOf(err))
	return a, ""
}

// isNil says whether err is a nil pointer in an interface, whose methods may panic.
func isNil(err error) bool {
	v := reflect.ValueOf(err)
	return v.Kind() == reflect.Pointer && v.IsNil()
}

// structOf returns the struct that err is or points to.
func structOf(err error) reflect.Value {
	v := reflect.ValueOf(err)
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	return v
}

// findClientType looks at the import path and the name of a type.
func findClientType(t reflect.Type) *clientType {
	if t == reflect.TypeOf(io.EOF) { // *errors.errorString, what fmt.Errorf returns without %w
		return &clientType{text: true}
	}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return &noClientType
	}
	return clientTypeNamed(t.PkgPath(), t.Name(), t)
}

// clientTypeNamed returns how a struct type of this import path and name is read.
func clientTypeNamed(path, name string, t reflect.Type) *clientType {
	if i := strings.LastIndex(path, "/vendor/"); i >= 0 {
		path = path[i+len("/vendor/"):]
	}
	in := func(module string) bool { return path == module || strings.HasPrefix(path, module+"/") }
	switch {
	case name == "OperationError" && (in("github.com/aliyun/alibabacloud-oss-go-sdk-v2") || in("github.com/aws/smithy-go")):
		return &clientType{operation: true}
	case in("github.com/aliyun/aliyun-oss-go-sdk") && name == "ServiceError":
		return &clientType{sdkV1: findServiceErrorFields(t)}
	case in("github.com/aliyun/alibabacloud-oss-go-sdk-v2") && name == "ServiceError":
		return &clientType{read: readServiceErrorV2}
	case in("github.com/aws/smithy-go"), in("github.com/aws/aws-sdk-go-v2"):
		if name == "ResponseError" {
			return &clientType{read: readAWSResponseError}
		}
	case in("github.com/aws/aws-sdk-go"):
		return &clientType{read: readAWSRequestFailure}
	case in("github.com/minio/minio-go") && name == "ErrorResponse":
		return &clientType{read: readMinioErrorResponse}
	case in("github.com/denverdino/aliyungo") && name == "Error":
		return &clientType{read: readAliyungoError}
	case (name == "Error" || name == "Errors") && isStorageDriver(path):
		return &clientType{inside: insideStorageDriverError}
	}
	return &noClientType
}

// readServiceErrorV2 reads the error of SDK v2. Snapshot and Headers are the answer; the fields
// hold less: EC is lost when it was in a header only, Code and Message are made up when the body
// is no XML.
func readServiceErrorV2(_ error, v reflect.Value) (*answer, bool) {
	status, ok := clientStatus(v)
	if !ok {
		return nil, false
	}
	a := &answer{status: status, source: sourceSDK}
	header, _ := field(v, "Headers").(http.Header)
	body, _ := field(v, "Snapshot").([]byte)
	a.request = targetRequest(textField(v, "RequestTarget"))
	a.readAnswer(header, string(body[:min(len(body), chars.MaxText)]))
	code, message := clientCode(textField(v, "Code"), textField(v, "Message"))
	a.complete(code, message, textField(v, "RequestID"), "", textField(v, "EC"))
	return a, true
}

// targetRequest reads the request in SDK v2's RequestTarget, the method and the URL: it may hold a
// signed URL. Its headers are not known.
func targetRequest(target string) *request.Request {
	method, link, ok := strings.Cut(target, " ")
	u, err := url.Parse(link)
	if !ok || err != nil || u.Host == "" {
		return nil
	}
	r := request.Read(&http.Request{Method: method, URL: u})
	r.ForgetHeaders()
	return r
}

// readAWSResponseError reads ResponseError of aws-sdk-go-v2, that of service/s3 or one of the two
// inside it. Its response still has the headers and the request; the body was read.
func readAWSResponseError(err error, v reflect.Value) (*answer, bool) {
	a := &answer{source: sourceClient}
	hostID, requestID := textField(v, "HostID"), ""
	// The response is a few embedded types deep.
	for range 3 {
		requestID = cmp.Or(requestID, textField(v, "RequestID"))
		inner := v.FieldByName("ResponseError")
		if !inner.IsValid() || inner.Kind() != reflect.Pointer || inner.IsNil() {
			break
		}
		v = inner.Elem()
	}
	outer := v.FieldByName("Response")
	if !outer.IsValid() || outer.Kind() != reflect.Pointer || outer.IsNil() {
		return nil, false
	}
	resp, _ := field(outer.Elem(), "Response").(*http.Response)
	if resp == nil || resp.StatusCode != http.StatusForbidden {
		return nil, false
	}
	a.status = resp.StatusCode
	a.request = request.Read(resp.Request)
	a.readAnswer(resp.Header, "")
	if api := apiError(err); api != nil {
		code, message := clientCode(api.ErrorCode(), api.ErrorMessage())
		a.complete(code, message, requestID, hostID, "")
	}
	return a, true
}

// smithyAPIError is smithy.APIError as far as it is of use.
type smithyAPIError interface {
	ErrorCode() string
	ErrorMessage() string
}

func apiError(err error) smithyAPIError {
	for range 8 {
		x, ok := err.(interface{ Unwrap() error })
		if !ok {
			return nil
		}
		if err = x.Unwrap(); err == nil || isNil(err) {
			return nil
		}
		if api, ok := err.(smithyAPIError); ok {
			return api
		}
	}
	return nil
}

// readAWSRequestFailure reads awserr.RequestFailure of aws-sdk-go v1.
func readAWSRequestFailure(err error, _ reflect.Value) (*answer, bool) {
	f, ok := err.(interface {
		Code() string
		Message() string
		StatusCode() int
		RequestID() string
	})
	if !ok || f.StatusCode() != http.StatusForbidden {
		return nil, false
	}
	a := &answer{status: f.StatusCode(), source: sourceClient}
	hostID := ""
	if h, ok := err.(interface{ HostID() string }); ok {
		hostID = h.HostID()
	}
	code, message := clientCode(f.Code(), f.Message())
	a.complete(code, message, f.RequestID(), hostID, "")
	return a, true
}

// readMinioErrorResponse reads ErrorResponse of minio-go.
func readMinioErrorResponse(_ error, v reflect.Value) (*answer, bool) {
	status, ok := clientStatus(v)
	if !ok {
		return nil, false
	}
	a := &answer{status: status, source: sourceClient}
	a.Bucket, a.Object, a.Resource = textField(v, "BucketName"), textField(v, "Key"), textField(v, "Resource")
	a.readHeader(http.Header{"Server": {textField(v, "Server")}})
	code, message := clientCode(textField(v, "Code"), textField(v, "Message"))
	a.complete(code, message, textField(v, "RequestID"), textField(v, "HostID"), "")
	return a, true
}

// readAliyungoError reads the error of denverdino/aliyungo, which talks to OSS only.
func readAliyungoError(_ error, v reflect.Value) (*answer, bool) {
	status, ok := clientStatus(v)
	if !ok {
		return nil, false
	}
	a := &answer{status: status, source: sourceClient}
	a.Bucket = textField(v, "BucketName")
	code, message := clientCode(textField(v, "Code"), textField(v, "Message"))
	a.complete(code, message, textField(v, "RequestId"), textField(v, "HostId"), "")
	return a, true
}

// isStorageDriver says whether a package is that of the storage drivers of docker/distribution, by
// the import paths of its versions 2 and 3.
func isStorageDriver(path string) bool {
	return path == "github.com/docker/distribution/registry/storage/driver" || path == "github.com/distribution/distribution/registry/storage/driver" ||
		path == "github.com/distribution/distribution/v3/registry/storage/driver"
}

// insideStorageDriverError returns what docker/distribution put around a driver's error: Enclosed in
// version 2, Detail in version 3, Errs where there are several.
func insideStorageDriverError(v reflect.Value) ([]error, error) {
	for _, name := range [...]string{"Enclosed", "Detail"} {
		if err, ok := field(v, name).(error); ok {
			return nil, err
		}
	}
	errs, _ := field(v, "Errs").([]error)
	return errs, nil
}

// clientCode drops the codes and messages that clients make up where an answer has none.
func clientCode(code, message string) (string, string) {
	switch code = strings.TrimSpace(code); code {
	case "BadErrorResponse", "Forbidden", "403", "403 Forbidden", "UnknownError":
		return "", ""
	case "AccessForbidden":
		if message == "" || message == "AccessForbidden" { // the Java SDK's words for an answer without a body
			return "", ""
		}
	case "":
		if message == "403 Forbidden" || message == "Forbidden" {
			return "", ""
		}
	case "AccessDenied":
		if message == "Access Denied." { // minio-go's words for a HEAD; OSS has none with these
			return "", ""
		}
	}
	return code, message
}

// clientStatus returns the status that a client kept; ok is false if it is not 403.
func clientStatus(v reflect.Value) (status int, ok bool) {
	status, _ = field(v, "StatusCode").(int)
	return status, status == http.StatusForbidden || status == 0
}

// field returns an exported field, nil if there is none.
func field(v reflect.Value, name string) any {
	if f := v.FieldByName(name); f.IsValid() && f.CanInterface() {
		return f.Interface()
	}
	return nil
}

func textField(v reflect.Value, name string) string {
	s, _ := field(v, name).(string)
	return s
}
