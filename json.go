package oss403

import (
	"encoding/json"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/chars"
)

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
