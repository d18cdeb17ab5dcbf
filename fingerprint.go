package oss403

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strings"

	"github.com/oss403/oss403/internal/osshost"
)

// act is what the act depends on that makes an error go away: which of its facts make it another act.
type act uint8

const (
	actNone      act = 1 << iota // nothing: the machine's clock
	actBucket                    // a setting of the bucket, or a client for it
	actEndpoint                  // the endpoint to use
	actHost                      // what answers at the host that was called
	actAction                    // a grant of the action
	actPrincipal                 // whose grant: the principal, else the AccessKey
	actKey                       // the AccessKey
	actAnswer                    // what OSS said: for what the catalog cannot place
)

// actOf returns what an act of a category depends on in general.
func actOf(c Category) act {
	switch c {
	case CategoryPermission:
		return actBucket | actAction | actPrincipal
	case CategoryCredentials, CategoryAccount:
		return actKey
	case CategorySignature:
		return actKey | actHost
	case CategoryEndpoint, CategoryRequest, CategoryState:
		return actBucket
	case CategoryIntermediary:
		return actHost
	}
	return actBucket | actHost | actAnswer
}

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
