package oss403

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/gate"
)

// errorJSON is an Error in JSON. schema/error.v1.json describes it.
type errorJSON struct {
	Error          string     `json:"error"`
	Kind           Kind       `json:"kind"`
	Reason         Reason     `json:"reason,omitempty"`
	Basis          Basis      `json:"basis,omitempty"`
	Category       Category   `json:"category"`
	Code           Code       `json:"code,omitempty"`
	Message        string     `json:"message,omitempty"`
	EC             string     `json:"ec,omitempty"`
	RequestID      string     `json:"request_id,omitempty"`
	HostID         string     `json:"host_id,omitempty"`
	Op             string     `json:"op,omitempty"`
	Bucket         string     `json:"bucket,omitempty"`
	Object         string     `json:"object,omitempty"`
	BucketEndpoint string     `json:"bucket_endpoint,omitempty"`
	AccessKeyID    string     `json:"access_key_id,omitempty"`
	RecommendDoc   string     `json:"recommend_doc,omitempty"`
	Retry          Retry      `json:"retry"`
	Automatic      bool       `json:"automatic"`
	Fingerprint    string     `json:"fingerprint"`
	Denial         *Denial    `json:"denial,omitempty"`
	Clock          *Clock     `json:"clock,omitempty"`
	Signature      *Signature `json:"signature,omitempty"`

	Evidence *evidenceJSON `json:"evidence,omitempty"`
}

// MarshalJSON writes the facts with these keys, leaving out what is empty: error (the line of Error), kind,
// reason, basis, category, code, message, ec, request_id, host_id, op, bucket, object, bucket_endpoint,
// access_key_id, recommend_doc, retry, automatic, fingerprint; denial with policy_type, no_permission_type,
// action, principal_type, principal_owner_id, principal_name; clock with request_time, server_time, expires
// (RFC 3339), max_skew_ms; signature with scheme, string_to_sign, canonical_request; evidence, which is for
// [Error.UnmarshalJSON] alone and may change: what findings are made of. Secrets are masked.
// schema/error.v1.json is the JSON Schema.
//
// An Error and a pointer to it give the same; a nil *Error is null.
func (e Error) MarshalJSON() ([]byte, error) {
	var evidence *evidenceJSON
	if e.evidence != nil {
		evidence = e.evidence().toJSON()
	}
	b, err := json.Marshal(errorJSON{
		e.Error(), e.Kind.orUnknown(), e.Reason, e.Basis, e.Kind.Category(), e.Code, e.Message, e.EC, e.RequestID, e.HostID, e.Op,
		e.Bucket, e.Object, e.BucketEndpoint, e.AccessKeyID, e.RecommendDoc, e.Retry(), e.Automatic(), e.Fingerprint(), e.Denial, e.Clock, e.Signature, evidence,
	})
	if err != nil {
		return nil, err
	}
	return chars.EscapeJSON(b), nil
}

// UnmarshalJSON reads what [Error.MarshalJSON] wrote, and trusts none of it: values are checked and masked
// again, and a Kind, a Reason or a Basis that this version does not know is read as Unknown, "" or None.
// error, category, retry, automatic and fingerprint follow from the others and are not read. Findings come
// back. The raw answer, the diagnostic message and the errors around it do not: Raw and Unwrap return nil.
// Automatic is false where the endpoint to use is that of a private cloud, which is known to be right only
// from the request itself.
func (e *Error) UnmarshalJSON(data []byte) error {
	if e == nil {
		return errors.New("oss403: UnmarshalJSON of a nil *Error")
	}
	if bytes.Equal(bytes.TrimSpace(data), []byte("null")) {
		return nil
	}
	var v errorJSON
	if err := json.Unmarshal(data, &v); err != nil {
		return fmt.Errorf("oss403: %w", err)
	}
	s := new(gate.Secrets)
	*e = Error{
		Kind: v.Kind.known(), Basis: v.Basis.known(), Code: Code(s.Line(string(v.Code))),
		Message: chars.VisibleLines(s.Text(v.Message)), EC: s.Line(v.EC), RequestID: s.Line(v.RequestID), Op: s.Line(v.Op),
		Bucket: s.NameLine(v.Bucket), Object: s.Name(v.Object),
		AccessKeyID: gate.ID(v.AccessKeyID), RecommendDoc: s.Line(safeURL(v.RecommendDoc)),
	}
	e.HostID, _ = maskHost(v.HostID, e.Kind, s)
	if d := v.Denial; d != nil {
		e.Denial = &Denial{
			PolicyType: s.Line(d.PolicyType), NoPermissionType: s.Line(d.NoPermissionType), Action: s.Line(d.Action),
			PrincipalType: s.Line(d.PrincipalType), PrincipalOwnerID: s.Line(d.PrincipalOwnerID), PrincipalName: s.Line(d.PrincipalName),
		}
	}
	if v.Clock != nil && *v.Clock != (Clock{}) {
		e.Clock = v.Clock
	}
	if g := v.Signature; g != nil {
		e.Signature = &Signature{
			Scheme: s.Line(g.Scheme), StringToSign: chars.VisibleLines(s.Signed(g.StringToSign)), CanonicalRequest: chars.VisibleLines(s.Signed(g.CanonicalRequest)),
		}
	}
	ev := v.Evidence.evidence()
	ev.fromJSON = true
	e.BucketEndpoint = usableEndpoint(s.Line(v.BucketEndpoint), ev.request)
	if slices.Contains(v.Reason.Kinds(), e.Kind) {
		e.Reason = v.Reason
	}
	e.evidence = func() *evidence { return ev }
	if e.Denial != nil {
		e.Denial.evidence = e.evidence
	}
	return nil
}

// known returns k, KindUnknown for a name that is no kind.
func (k Kind) known() Kind {
	if k.facts() == nil {
		return KindUnknown
	}
	return k
}

// known returns b, BasisNone for a name that is no basis.
func (b Basis) known() Basis {
	if b.phrase() == "" {
		return BasisNone
	}
	return b
}

type clockJSON struct {
	RequestTime string `json:"request_time,omitempty"`
	ServerTime  string `json:"server_time,omitempty"`
	Expires     string `json:"expires,omitempty"`
	MaxSkewMS   int64  `json:"max_skew_ms,omitempty"`
}

// MarshalJSON writes request_time, server_time and expires in RFC 3339, and max_skew_ms, leaving out what
// is zero.
func (c Clock) MarshalJSON() ([]byte, error) {
	at := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.UTC().Format(time.RFC3339Nano)
	}
	return json.Marshal(clockJSON{at(c.RequestTime), at(c.ServerTime), at(c.Expires), c.MaxSkew.Milliseconds()})
}

// UnmarshalJSON reads what [Clock.MarshalJSON] wrote. A value that is no time stays zero.
func (c *Clock) UnmarshalJSON(data []byte) error {
	if c == nil {
		return errors.New("oss403: UnmarshalJSON of a nil *Clock")
	}
	var v clockJSON
	if err := json.Unmarshal(data, &v); err != nil {
		return err
	}
	*c = Clock{RequestTime: form.ParseTime(v.RequestTime), ServerTime: form.ParseTime(v.ServerTime), Expires: form.ParseTime(v.Expires), MaxSkew: milliseconds(v.MaxSkewMS)}
	return nil
}

// remedyJSON is a Remedy whose policy is JSON in JSON.
type remedyJSON struct {
	Steps    []string        `json:"steps"`
	Docs     []Doc           `json:"docs,omitempty"`
	Policy   json.RawMessage `json:"policy,omitempty"`
	Handover string          `json:"handover,omitempty"`
	Retry    Retry           `json:"retry"`
	Actor    Actor           `json:"actor,omitempty"`
}

// MarshalJSON writes steps, docs with title and url, policy as the object that it is, handover, retry and
// actor, leaving out what is empty but for steps and retry.
func (r Remedy) MarshalJSON() ([]byte, error) {
	v := remedyJSON{r.Steps, r.Docs, nil, r.Handover, cmp.Or(r.Retry, RetryUnknown), r.Actor}
	if v.Steps == nil {
		v.Steps = []string{}
	}
	if json.Valid([]byte(r.Policy)) {
		v.Policy = json.RawMessage(r.Policy)
	}
	// Whether & and < are escaped is for the encoder to say that this is a part of.
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return b.Bytes(), err
}

// UnmarshalJSON reads what [Remedy.MarshalJSON] wrote. A Retry that this version does not know is read as
// Unknown, an Actor that it does not know as "", and a link that is not safe is left out.
func (r *Remedy) UnmarshalJSON(data []byte) error {
	if r == nil {
		return errors.New("oss403: UnmarshalJSON of a nil *Remedy")
	}
	var v remedyJSON
	if err := json.Unmarshal(data, &v); err != nil {
		return err
	}
	*r = Remedy{Steps: v.Steps, Handover: v.Handover, Retry: v.Retry, Actor: v.Actor}
	if r.Retry.phrase() == RetryUnknown.phrase() {
		r.Retry = RetryUnknown
	}
	if r.Actor.phrase() == "" {
		r.Actor = ""
	}
	for _, d := range v.Docs {
		if safeURL(d.URL) != "" {
			r.Docs = append(r.Docs, d)
		}
	}
	if len(v.Policy) > 0 && string(v.Policy) != "null" {
		var b bytes.Buffer
		_ = json.Indent(&b, v.Policy, "", "  ") // it is JSON
		r.Policy = b.String()
	}
	return nil
}
