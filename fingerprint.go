package oss403

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strings"
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
	key, bucket := cmp.Or(v.AccessKeyID, keySent(v.r)), v.Bucket
	if strings.HasPrefix(key, "STS.") { // each session has another
		key = "STS."
	}
	if a == actKey && (key == "" || key == "STS.") { // the bucket tells then which program it is
		a |= actBucket
	}
	if resource := v.refusedResource(); resource != "" && a&actAction != 0 { // of a copy it can be the source
		bucket, _, _ = strings.Cut(strings.TrimPrefix(resource, "acs:oss:*:*:"), "/")
	}
	add(actBucket, bucket)
	add(actEndpoint, strings.ToLower(v.BucketEndpoint))
	add(actHost, strings.ToLower(calledHost(v)))
	add(actAction, v.actions())
	if d := v.denial(); d.PrincipalName != "" {
		// A session has the policies of its role, whoever took it.
		name, _, _ := strings.Cut(d.PrincipalName, ":")
		add(actPrincipal, d.PrincipalType+" "+d.PrincipalOwnerID+" "+name)
	} else {
		add(actPrincipal, key)
	}
	add(actKey, key)
	add(actAnswer, string(v.Code))
	add(actAnswer, v.EC)
	add(actAnswer, v.Message)
	sum := sha256.Sum256(h)
	return "v1:" + hex.EncodeToString(sum[:12])
}

// actions returns what would have to be granted: the action that OSS named, else those that the request
// needs.
func (v view) actions() string {
	if action := judgedAction(v); action != "" {
		return action
	}
	needs, _ := v.grant()
	return actionNames(needs, English)
}
