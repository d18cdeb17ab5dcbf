// Package ossspan records a 403 of OSS on an OpenTelemetry span: error.type is the kind, as the semantic
// conventions ask for a low-cardinality name, and the facts are attributes below oss403.
package ossspan

import (
	"github.com/oss403/oss403"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
)

// The attributes, named once. error.type is OpenTelemetry's own.
const (
	ErrorType = attribute.Key("error.type")
	Reason    = attribute.Key("oss403.reason")
	Category  = attribute.Key("oss403.category")
	Code      = attribute.Key("oss403.code")
	EC        = attribute.Key("oss403.ec")
	RequestID = attribute.Key("oss403.request_id")
	Bucket    = attribute.Key("oss403.bucket")
	Retry     = attribute.Key("oss403.retry")
)

// End records err on span, if it is one, and ends the span. What it writes holds no secret: the text is
// the explained one.
func End(span trace.Span, err error) {
	defer span.End()
	if err == nil {
		return
	}
	err = oss403.Wrap(err)
	span.SetStatus(codes.Error, err.Error())
	e, ok := oss403.From(err)
	if !ok {
		span.SetAttributes(ErrorType.String("_OTHER"))
		return
	}
	span.SetAttributes(ErrorType.String(string(e.Kind)), Category.String(string(e.Kind.Category())), Retry.String(string(e.Retry())))
	for key, value := range map[attribute.Key]string{Reason: string(e.Reason), Code: string(e.Code), EC: e.EC, RequestID: e.RequestID, Bucket: e.Bucket} {
		if value != "" {
			span.SetAttributes(key.String(value))
		}
	}
}
