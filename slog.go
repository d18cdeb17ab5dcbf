package oss403

import "log/slog"

// LogValue makes slog print the line of Error, so that the attribute is a string however the
// error is wrapped. For the facts use [Attr].
func (e *Error) LogValue() slog.Value { return slog.StringValue(e.Error()) }

// Attr returns the facts of the first 403 of OSS in err as a group named oss403: those of [Error.MarshalJSON]
// that a log needs, under the same keys, action and principal of the denial, and as step the first thing to
// do, in English. If err holds no 403 it returns the empty Attr, which slog leaves out:
//
//	slog.Error("upload failed", "err", err, oss403.Attr(err))
func Attr(err error) slog.Attr {
	e, ok := From(err)
	if !ok {
		return slog.Attr{}
	}
	var attrs []any
	add := func(key, value string) {
		if value != "" {
			attrs = append(attrs, slog.String(key, shorten(value)))
		}
	}
	add("kind", string(e.Kind.orUnknown()))
	add("reason", string(e.Reason))
	add("category", string(e.Kind.Category()))
	add("basis", string(e.Basis))
	add("code", string(e.Code))
	if pairKnown(e.Code, e.Message) {
		attrs = append(attrs, slog.String("message", e.Message)) // OSS's words, however long
	} else {
		add("message", e.Message)
	}
	add("ec", e.EC)
	add("request_id", e.RequestID)
	add("host_id", e.HostID)
	add("op", e.Op)
	add("bucket", e.Bucket)
	add("object", e.Object)
	add("bucket_endpoint", e.BucketEndpoint)
	add("access_key_id", e.AccessKeyID)
	if e.Denial != nil {
		add("action", e.Denial.Action)
		add("principal", e.Denial.PrincipalName)
	}
	add("retry", string(e.Retry()))
	add("fingerprint", e.Fingerprint())
	if steps := e.Explain(English).Remedy.Steps; len(steps) > 0 {
		attrs = append(attrs, slog.String("step", steps[0]))
	}
	return slog.Group("oss403", attrs...)
}
