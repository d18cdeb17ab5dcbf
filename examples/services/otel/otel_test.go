package ossspan

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
)

func TestEnd(t *testing.T) {
	for _, tt := range []struct {
		err    error
		typ    string
		status codes.Code
	}{
		{nil, "", codes.Unset},
		{errors.New("connection refused"), "_OTHER", codes.Error},
		{fmt.Errorf("put: %w", oss403test.ServiceError(oss403.KindEndpointMismatch)), "EndpointMismatch", codes.Error},
		{errors.Join(errors.New("retried"), oss403test.ServiceError(oss403.KindClockSkew)), "ClockSkew", codes.Error},
	} {
		recorder := tracetest.NewSpanRecorder()
		tracer := sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(recorder)).Tracer("test")
		_, span := tracer.Start(context.Background(), "PutObject")
		End(span, tt.err)
		got := recorder.Ended()
		if len(got) != 1 {
			t.Fatalf("%v: %d spans", tt.err, len(got))
		}
		attributes := attribute.NewSet(got[0].Attributes()...)
		typ, _ := attributes.Value(ErrorType)
		if typ.AsString() != tt.typ || got[0].Status().Code != tt.status {
			t.Errorf("%v: %v, %v", tt.err, attributes, got[0].Status())
		}
		if e, ok := oss403.From(tt.err); ok {
			id, _ := attributes.Value(RequestID)
			if id.AsString() != e.RequestID || !strings.Contains(got[0].Status().Description, "oss403: ") {
				t.Errorf("%v: %v, %v", tt.err, attributes, got[0].Status())
			}
		}
	}
}
