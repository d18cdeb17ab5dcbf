package oss403

import (
	"io"
	"net/http"
	"reflect"
	"strings"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/document"
	"github.com/oss403/oss403/internal/form"
)

// explainServiceError explains the error of SDK v1; top is the error around it, and node it as an error.
func explainServiceError(e *oss.ServiceError, top, node error, operation string) (*Error, bool) {
	if e.StatusCode != http.StatusForbidden && e.StatusCode != 0 {
		return nil, false
	}
	var a answer
	a.readServiceError(e.StatusCode, e.Code, e.Message, e.RequestID, e.HostID, e.Endpoint, e.Ec, e.RawMessage)
	a.operation = operation
	x, _ := a.decode(top, node)
	return x, true
}

// readServiceError reads the fields of SDK v1's error. Its RawMessage is the answer's body and says
// more than the others: the SDK overwrites RequestID with a header that a proxy may have dropped,
// and knows few elements. They complete it.
func (a *answer) readServiceError(status int, code, message, requestID, hostID, endpoint, ec, raw string) {
	a.status, a.source = status, sourceSDK
	if a.raw = raw; len(raw) > chars.MaxText {
		a.raw = strings.Clone(raw[:chars.MaxText])
	}
	a.ReadXML(a.raw)
	if !a.IsError && (ec != "" || requestID != "") || form.IsRequestID(requestID) {
		a.ossMark = true // the SDK has them from headers of OSS
	}
	a.complete(code, message, requestID, hostID, ec)
	document.Fill(&a.Endpoint, endpoint)
}

// fromSDKText reads the one error of SDK v1 that has no type: the text it makes of a 403 whose
// body is no XML.
func fromSDKText(err error) (*answer, bool) {
	if reflect.TypeOf(err) != reflect.TypeOf(io.EOF) { // *errors.errorString, what fmt.Errorf returns without %w
		return nil, false
	}
	s, ok := strings.CutPrefix(err.Error(), "oss: service returned invalid response body, status = 403")
	if !ok || s != "" && s[0] != ' ' && s[0] != ',' {
		return nil, false
	}
	a := &answer{status: http.StatusForbidden, source: sourceSDK}
	if _, id, ok := strings.Cut(s, ", RequestId = "); ok {
		id, ec, _ := strings.Cut(id, ", ec = ")
		a.RequestID, a.EC = strings.TrimSpace(id), strings.TrimSpace(ec)
	}
	a.ossMark = a.EC != ""
	return a, true
}
