package oss403

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strings"

	"github.com/oss403/oss403/internal/osshost"
)

// Fingerprint is the same for errors that the same act fixes: of the same kind and reason, and the
// same in what the act depends on, which may be bucket, endpoint, action, principal, AccessKey or host.
// It is opaque, with "v1:" in front, and holds no request ID, no time, no object and no secret. It is
// "" for a nil error.
func (e *Error) Fingerprint() string {
	if e == nil {
		return ""
	}
	v := e.view()
	a := v.advice().act
	if v.Kind.orUnknown() == KindUnknown && v.Reason == "" {
		a = actBucket | actHost | actAnswer
	}
	h := make([]byte, 0, 256)
	add := func(when act, value string) {
		if a&when == 0 {
			value = ""
		}
		h = binary.AppendUvarint(h, uint64(len(value)))
		h = append(h, value...)
	}
	add(a, string(v.Kind.orUnknown()))
	add(a, string(v.Reason))
	add(actBucket, v.Bucket)
	add(actEndpoint, strings.ToLower(v.BucketEndpoint))
	add(actHost, strings.ToLower(osshost.WithoutPort(v.HostID)))
	add(actAction, refusedAction(v))
	switch {
	case v.denial().PrincipalName != "":
		// A session has the policies of its role, whoever took it.
		name, _, _ := strings.Cut(v.denial().PrincipalName, ":")
		add(actPrincipal, v.denial().PrincipalType+" "+v.denial().PrincipalOwnerID+" "+name)
	default:
		add(actPrincipal, v.AccessKeyID)
	}
	add(actKey, v.AccessKeyID)
	add(actAnswer, string(v.Code))
	add(actAnswer, v.EC)
	add(actAnswer, v.Message)
	sum := sha256.Sum256(h)
	return "v1:" + hex.EncodeToString(sum[:12])
}
