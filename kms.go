package oss403

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/ram"
)

// kmsKeyHeader names the KMS key that a request wants its object encrypted with.
const kmsKeyHeader = "X-Oss-Server-Side-Encryption-Key-Id"

var kmsRows = []row{
	{
		reason: ReasonKMSRead, kinds: []Kind{KindKMSForbidden},
		holds: func(v view) bool { return v.r.IsSigned() && reads(v.r) },
		retry: RetryAfterGrant, actor: ActorAccountOwner, act: actBucket | actPrincipal, finds: kmsFinding,
	},
	{
		reason: ReasonKMSWrite, kinds: []Kind{KindKMSForbidden},
		holds: func(v view) bool { return v.r.IsSigned() && (v.r.Method == "PUT" || v.r.Method == "POST") },
		retry: RetryAfterGrant, actor: ActorAccountOwner, act: actBucket | actPrincipal, finds: kmsFinding,
	},
	{kinds: []Kind{KindKMSForbidden}, act: actBucket | actPrincipal, finds: kmsFinding},
}

// kmsGrant returns what a signed request needs on the KMS key that it names itself, none if it names none.
func (v view) kmsGrant() []ram.NeededAction {
	key := headerOf(v.r, kmsKeyHeader)
	isID := key != "" && chars.IsAlnum(strings.ReplaceAll(key, "-", ""))
	if !isID || !v.r.IsSigned() || v.Reason != ReasonKMSWrite {
		return nil
	}
	resource := "acs:kms:*:*:key/" + shorten(key)
	return []ram.NeededAction{{Action: "kms:GenerateDataKey", Resource: resource}, {Action: "kms:Decrypt", Resource: resource}}
}

func kmsFinding(v view, f *findings) {
	for _, name := range [...]string{"X-Oss-Server-Side-Encryption", kmsKeyHeader} {
		f.add(strings.ToLower(name), headerOf(v.r, name), "", "The request asks for this encryption.")
	}
	signedFinding(v, f)
}
