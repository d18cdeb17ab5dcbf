package oss403

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/mask"
)

// maxLine is the longest that Error gets, in bytes.
const maxLine = 512

// Error is one line: what callers put in front, what went wrong and what to do, then a tail for
// machines: (kind=… code=… ec=… request_id=…), without what the answer did not have. The form of
// the tail is fixed, the words in front are not.
func (e *Error) Error() string {
	if e == nil {
		return "<nil>"
	}
	var tailRoom, gistRoom [maxLine]byte
	tail := appendWord(append(tailRoom[:0], " (kind="...), string(e.Kind.orUnknown()))
	for _, kv := range [...][2]string{{" code=", string(e.Code)}, {" ec=", e.EC}, {" request_id=", e.RequestID}} {
		if kv[1] != "" {
			tail = appendWord(append(tail, kv[0]...), kv[1])
		}
	}
	tail = append(tail, ')')

	const name = "oss403: "
	room := maxLine - len(name) - len(tail)
	gist := appendExpanded(gistRoom[:0], e, English, e.Kind.text(English).gist)
	context := e.context()
	if context != "" {
		context = chars.Cut(context, max(room/3, room-len(": ")-len(gist))) + ": "
	}
	if room -= len(context); len(gist) > room {
		gist = append(gist[:0], chars.Cut(string(gist), room)...)
	}
	var b strings.Builder
	b.Grow(len(context) + len(name) + len(gist) + len(tail))
	b.WriteString(context)
	b.WriteString(name)
	b.Write(gist)
	b.Write(tail)
	return b.String()
}

// appendWord makes a value fit for the tail: no blanks, no parentheses, not long.
func appendWord(out []byte, s string) []byte {
	end := len(out) + maxWord
	for _, r := range s {
		if len(out) == end {
			break
		}
		switch {
		case r <= ' ', r >= 0x7f, r == '(', r == ')', r == '=', r == '"', r == '\\':
			r = '_'
		}
		out = append(out, byte(r))
	}
	return out
}

// maxWord is the longest that a value gets in the tail, in bytes.
const maxWord = 64

// context returns what callers said around the client's error that Wrap met, masked.
func (e *Error) context() string {
	if e.evidence == nil {
		return ""
	}
	ev := e.evidence()
	if !ev.wrapped || ev.top == ev.node {
		return ""
	}
	outer, inner := ev.top.Error(), ev.node.Error()
	if i := strings.LastIndex(outer, inner); i >= 0 && inner != "" {
		const enough = maxContext + mask.MaxSecret + 1 // for maskUpTo
		before := strings.TrimRight(outer[:min(i, enough)], ": \t\r\n")
		after := strings.TrimLeft(outer[i+len(inner):], ": \t\r\n")
		outer = before + " " + after[:min(len(after), enough)]
	}
	return chars.OneLine(ev.secrets.MaskUpTo(outer, maxContext))
}

// maxContext is how much of a caller's text is looked at. More would not fit anyway.
const maxContext = 4 << 10

// Format prints the line of Error for %s and %v, quoted for %q. %+v adds the facts of the answer,
// ten lines at most in all. No verb shows more.
func (e *Error) Format(s fmt.State, verb rune) {
	switch {
	case verb == 'v' && e != nil && (s.Flag('+') || s.Flag('#')):
		_, _ = fmt.Fprint(s, e.Error()+e.detail())
	case verb == 'v':
		_, _ = fmt.Fprint(s, e.Error())
	case verb == 's' || verb == 'q' || verb == 'x' || verb == 'X':
		_, _ = fmt.Fprintf(s, fmt.FormatString(s, verb), e.Error())
	default:
		_, _ = fmt.Fprintf(s, "%%!%c(*oss403.Error=%s)", verb, e.Error())
	}
}

// detail is what %+v adds: at most nine lines, each for what is known.
func (e *Error) detail() string {
	var b strings.Builder
	line := func(name string, parts ...string) {
		parts = nonEmpty(parts)
		if len(parts) > 0 {
			b.WriteString("\n\t" + name + ": " + strings.Join(parts, ", "))
		}
	}
	line("kind", string(e.Kind.orUnknown()), "category "+string(e.Kind.Category()), prefixed("decided by ", e.Basis.phrase()))
	line("OSS said", shorten(string(e.Code)), named("", e.Message))
	line("request", shorten(e.Op), named("bucket ", e.Bucket), named("object ", e.Object))
	line("host", shorten(e.HostID), prefixed("OSS asks for ", shorten(e.BucketEndpoint)))
	line("access key", shorten(e.AccessKeyID))
	if d := e.Denial; d != nil {
		line("denial", shorten(d.NoPermissionType), shorten(d.PolicyType), shorten(d.Action), principal(d, English))
	}
	if c := e.Clock; c != nil {
		line("clock", prefixed("request ", timestamp(c.RequestTime)), prefixed("OSS ", timestamp(c.ServerTime)), prefixed("expires ", timestamp(c.Expires)))
	}
	if s := e.Signature; s != nil {
		line("signature", shorten(s.Scheme))
	}
	x := e.Explain(English)
	line("retry", x.Remedy.Retry.phrase(), prefixed("by ", x.Remedy.Actor.phrase()))
	return b.String()
}

func nonEmpty(list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (b Basis) phrase() string {
	switch b {
	case BasisDetail:
		return "AccessDeniedDetail"
	case BasisEC:
		return "the EC"
	case BasisMessage:
		return "the message"
	case BasisTemplate:
		return "the form of the message"
	case BasisCode:
		return "the code"
	}
	return ""
}

// Report is the whole explanation for a person, several lines without a final line break. It
// holds no secrets.
func (e *Error) Report(lang Lang) string {
	if e == nil {
		return ""
	}
	x := e.Explain(lang)
	b := make([]byte, 0, 4<<10) // on the stack
	line := func(parts ...string) {
		for _, p := range parts {
			b = append(b, p...)
		}
		b = append(b, '\n')
	}
	say := func(indent, phrase string, args ...string) {
		b = append(lang.appendSay(append(b, indent...), phrase, args...), '\n')
	}
	line(x.Summary)
	line(x.Cause)
	if len(x.Findings) > 0 {
		say("\n", "What the answer shows:")
		for _, f := range x.Findings {
			if f.Want != "" {
				say("  ", "%s: %s, expected %s", f.Field, f.Got, f.Want)
			} else {
				say("  ", "%s: %s", f.Field, f.Got)
			}
			line("    ", f.Meaning)
		}
	}
	say("\n", "What to do:")
	for i, s := range x.Remedy.Steps {
		line("  ", strconv.Itoa(i+1), ". ", s)
	}
	say("\n", "Retry: %s.", lang.say(x.Remedy.Retry.phrase()))
	if who := x.Remedy.Actor.phrase(); who != "" {
		say("", "Who can act: %s.", lang.say(who))
	}
	if x.Remedy.Policy != "" {
		if _, inferred := e.grant(); inferred {
			say("\n", "A RAM policy that grants it, as far as the request shows what it needs:")
		} else {
			say("\n", "A RAM policy that grants it:")
		}
		line("  ", strings.ReplaceAll(x.Remedy.Policy, "\n", "\n  "))
	}
	say("\n", "The answer:")
	said := func(name, value string) {
		if value != "" {
			say("  ", "%s: %s", lang.say(name), value)
		}
	}
	said("Code", shorten(string(e.Code)))
	said("Message", shorten(e.Message))
	said("EC", shorten(e.EC))
	said("Request ID", shorten(e.RequestID))
	said("Host", shorten(e.HostID))
	said("Bucket", shorten(e.Bucket))
	said("Object", shorten(e.Object))
	said("AccessKey ID", shorten(e.AccessKeyID))
	kind := shorten(string(e.Kind.orUnknown()))
	if by := e.Basis.phrase(); by != "" {
		kind = lang.say("%s, decided by %s", kind, lang.say(by))
	}
	said("Kind", kind)
	say("\n", "Documentation:")
	for _, d := range x.Remedy.Docs {
		line("  ", d.Title)
		line("    ", d.URL)
	}
	return string(b[:len(b)-1])
}

// LogValue makes slog print the line of Error, so that the attribute is a string however the
// error is wrapped. For the facts use [Attr].
func (e *Error) LogValue() slog.Value { return slog.StringValue(e.Error()) }

// Attr returns the facts of the first 403 of OSS in err as a group named oss403, with the keys of
// [Error.MarshalJSON] as far as a log needs them, or the empty Attr, which slog leaves out:
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
	add("category", string(e.Kind.Category()))
	add("basis", string(e.Basis))
	add("code", string(e.Code))
	add("message", e.Message)
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
	return slog.Group("oss403", attrs...)
}

// MarshalJSON writes the facts with these keys, leaving out what is empty: error (the line of
// Error), kind, basis, category, code, message, ec, request_id, host_id, op, bucket, object,
// bucket_endpoint, access_key_id, recommend_doc, retry; denial with policy_type,
// no_permission_type, action, principal_type, principal_owner_id, principal_name; clock with
// request_time, server_time, expires (RFC 3339), max_skew_ms; signature with scheme,
// string_to_sign, canonical_request. Secrets are masked. A nil *Error is null.
func (e *Error) MarshalJSON() ([]byte, error) {
	if e == nil {
		return []byte("null"), nil
	}
	v := struct {
		Error          string         `json:"error"`
		Kind           Kind           `json:"kind"`
		Basis          Basis          `json:"basis,omitempty"`
		Category       Category       `json:"category"`
		Code           Code           `json:"code,omitempty"`
		Message        string         `json:"message,omitempty"`
		EC             string         `json:"ec,omitempty"`
		RequestID      string         `json:"request_id,omitempty"`
		HostID         string         `json:"host_id,omitempty"`
		Op             string         `json:"op,omitempty"`
		Bucket         string         `json:"bucket,omitempty"`
		Object         string         `json:"object,omitempty"`
		BucketEndpoint string         `json:"bucket_endpoint,omitempty"`
		AccessKeyID    string         `json:"access_key_id,omitempty"`
		RecommendDoc   string         `json:"recommend_doc,omitempty"`
		Retry          Retry          `json:"retry"`
		Denial         *denialJSON    `json:"denial,omitempty"`
		Clock          *clockJSON     `json:"clock,omitempty"`
		Signature      *signatureJSON `json:"signature,omitempty"`
	}{
		e.Error(), e.Kind.orUnknown(), e.Basis, e.Kind.Category(), e.Code, e.Message, e.EC, e.RequestID, e.HostID, e.Op,
		e.Bucket, e.Object, e.BucketEndpoint, e.AccessKeyID, e.RecommendDoc, e.Retry(), nil, nil, nil,
	}
	if d := e.Denial; d != nil {
		v.Denial = &denialJSON{d.PolicyType, d.NoPermissionType, d.Action, d.PrincipalType, d.PrincipalOwnerID, d.PrincipalName}
	}
	if c := e.Clock; c != nil {
		v.Clock = &clockJSON{timestamp(c.RequestTime), timestamp(c.ServerTime), timestamp(c.Expires), c.MaxSkew.Milliseconds()}
	}
	if s := e.Signature; s != nil {
		v.Signature = &signatureJSON{s.Scheme, s.StringToSign, s.CanonicalRequest}
	}
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return escapeMarks(b), nil
}

// escapeMarks writes direction and other invisible marks in JSON as \u escapes, which json.Marshal
// leaves as they are.
func escapeMarks(b []byte) []byte {
	s := string(b)
	if chars.Visible(s) == s {
		return b
	}
	b = b[:0:0]
	for _, r := range s {
		if !chars.IsInvisible(r, utf8.RuneLen(r)) {
			b = utf8.AppendRune(b, r)
			continue
		}
		for _, u := range utf16.AppendRune(nil, r) {
			b = fmt.Appendf(b, "\\u%04x", u)
		}
	}
	return b
}

type denialJSON struct {
	PolicyType       string `json:"policy_type,omitempty"`
	NoPermissionType string `json:"no_permission_type,omitempty"`
	Action           string `json:"action,omitempty"`
	PrincipalType    string `json:"principal_type,omitempty"`
	PrincipalOwnerID string `json:"principal_owner_id,omitempty"`
	PrincipalName    string `json:"principal_name,omitempty"`
}

type clockJSON struct {
	RequestTime string `json:"request_time,omitempty"`
	ServerTime  string `json:"server_time,omitempty"`
	Expires     string `json:"expires,omitempty"`
	MaxSkewMS   int64  `json:"max_skew_ms,omitempty"`
}

type signatureJSON struct {
	Scheme           string `json:"scheme,omitempty"`
	StringToSign     string `json:"string_to_sign,omitempty"`
	CanonicalRequest string `json:"canonical_request,omitempty"`
}
