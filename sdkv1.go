package oss403

import (
	"net/http"
	"reflect"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/document"
	"github.com/oss403/oss403/internal/form"
)

// serviceErrorFields are where a version of SDK v1 has the fields of its ServiceError; -1: it has
// none of that name. Looking them up by name for each error would take longer than decoding it.
type serviceErrorFields struct{ status, code, message, requestID, hostID, endpoint, ec, raw int }

func findServiceErrorFields(t reflect.Type) *serviceErrorFields {
	at := func(name string, kind reflect.Kind) int {
		if f, ok := t.FieldByName(name); ok && len(f.Index) == 1 && f.Type.Kind() == kind {
			return f.Index[0]
		}
		return -1
	}
	return &serviceErrorFields{
		status: at("StatusCode", reflect.Int), code: at("Code", reflect.String), message: at("Message", reflect.String),
		requestID: at("RequestID", reflect.String), hostID: at("HostID", reflect.String), endpoint: at("Endpoint", reflect.String),
		ec: at("Ec", reflect.String), raw: at("RawMessage", reflect.String),
	}
}

// read reads an error of SDK v1 into a; false means that it is no 403. Its RawMessage is the answer's
// body and says more than the others: the SDK overwrites RequestID with a header that a proxy may
// have dropped, and knows few elements. They complete it.
func (f *serviceErrorFields) read(a *answer, v reflect.Value) bool {
	if f.status >= 0 {
		a.status = int(v.Field(f.status).Int())
	}
	if a.status != http.StatusForbidden && a.status != 0 {
		return false
	}
	a.source = sourceSDK
	if a.raw = textAt(v, f.raw); len(a.raw) > chars.MaxText {
		a.raw = strings.Clone(a.raw[:chars.MaxText])
	}
	a.ReadXML(a.raw)
	requestID := textAt(v, f.requestID)
	a.ossMark = form.IsRequestID(requestID) // the SDK has it from a header of OSS
	if !a.IsError {
		a.ossMark = a.ossMark || requestID != "" || textAt(v, f.ec) != ""
	}
	for _, e := range [...]struct {
		value *string
		field int
	}{{&a.Code, f.code}, {&a.Message, f.message}, {&a.RequestID, f.requestID}, {&a.HostID, f.hostID}, {&a.EC, f.ec}, {&a.Endpoint, f.endpoint}} {
		if *e.value == "" { // most often the body has said it
			document.Fill(e.value, document.Known(textAt(v, e.field)))
		}
	}
	return true
}

// textAt returns the text of a field, "" if a struct has none of it.
func textAt(v reflect.Value, field int) string {
	if field < 0 {
		return ""
	}
	return v.Field(field).String()
}

// readSDKText reads the one error of SDK v1 that has no type: the text it makes of a 403 whose body
// is no XML; nil for any other text.
func readSDKText(s string) *answer {
	s, ok := strings.CutPrefix(s, "oss: service returned invalid response body, status = 403")
	if !ok || s != "" && s[0] != ' ' && s[0] != ',' {
		return nil
	}
	a := &answer{status: http.StatusForbidden, source: sourceSDK}
	if _, id, ok := strings.Cut(s, ", RequestId = "); ok {
		id, ec, _ := strings.Cut(id, ", ec = ")
		a.RequestID, a.EC = strings.TrimSpace(id), strings.TrimSpace(ec)
	}
	a.ossMark = a.EC != ""
	return a
}
