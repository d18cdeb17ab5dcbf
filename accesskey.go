package oss403

import (
	"cmp"
	"strings"

	"github.com/oss403/oss403/internal/signing"
)

var accessKeyRows = []row{
	{
		reason: ReasonKeyHasSpace, kinds: []Kind{KindAccessKeyNotFound, KindAccessKeyMalformed},
		holds: func(v view) bool { return v.ev.key == keyBlank },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonKeyHasQuotes, kinds: []Kind{KindAccessKeyNotFound, KindAccessKeyMalformed},
		holds: func(v view) bool { return v.ev.key == keyQuoted },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonKeyIsPlaceholder, kinds: []Kind{KindAccessKeyNotFound, KindAccessKeyMalformed},
		holds: func(v view) bool { return v.ev.key == keyPlaceholder },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonKeyOfAWS, kinds: []Kind{KindAccessKeyNotFound, KindAccessKeyMalformed},
		holds: func(v view) bool { return v.ev.key == keyAWS },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonKeyOfTencentCloud, kinds: []Kind{KindAccessKeyNotFound, KindAccessKeyMalformed},
		holds: func(v view) bool { return v.ev.key == keyTencent },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonKeyLooksLikeSecret, kinds: []Kind{KindAccessKeyNotFound, KindAccessKeyMalformed},
		holds: func(v view) bool { return v.ev.key == keySecret },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonKeyHasOddCharacter, kinds: []Kind{KindAccessKeyNotFound, KindAccessKeyMalformed},
		holds: func(v view) bool { return v.ev.key == keyOdd },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonKeyTooLong, kinds: []Kind{KindAccessKeyNotFound, KindAccessKeyMalformed},
		holds: func(v view) bool { return v.ev.key == keyLong },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonKeyTooShort, kinds: []Kind{KindAccessKeyNotFound, KindAccessKeyMalformed},
		holds: func(v view) bool { return v.ev.key == keyShort },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonTokenNotSent, kinds: []Kind{KindAccessKeyNotFound, KindSecurityTokenMissing},
		holds: func(v view) bool {
			return v.r != nil && strings.HasPrefix(v.r.Signature.KeyID, "STS.") && !v.r.Signature.HasToken && !v.r.NoHeaders
		},
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicSTS},
		finds: func(v view, f *findings) {
			f.add("x-oss-security-token", f.lang.say("none"), "", "The request carries no security token, neither in a header nor in its URL.")
		},
	},
	{
		reason: ReasonTokenWithLongTermKey, kinds: []Kind{KindAccessKeyNotFound, KindSecurityTokenInvalid, KindSecurityTokenMismatch, KindSecurityTokenExpired},
		holds: func(v view) bool {
			return v.hasKey("LTAI") && (tokenSent(v) || v.ev.echoesToken)
		},
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicAccessKey, topicSTS},
		finds: func(v view, f *findings) {
			f.add("OSSAccessKeyId", cmp.Or(v.AccessKeyID, keySent(v.r)), "", "A security token was sent with an AccessKey that is not temporary: its ID begins with LTAI, not with STS.")
		},
	},
	{
		reason: ReasonTemporaryKeyUnknown, kinds: []Kind{KindAccessKeyNotFound},
		holds: func(v view) bool { return v.hasKey("STS.") && v.ev.key != keyOther },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicSTSKeyUnknown, topicSTS}, automatic: always, finds: nothing,
	},
	{
		reason: ReasonLongTermKeyUnknown, kinds: []Kind{KindAccessKeyNotFound},
		holds: func(v view) bool { return v.hasKey("LTAI") && v.ev.key != keyOther },
		retry: RetryAfterRefresh, actor: ActorCaller, finds: nothing,
	},
	{kinds: []Kind{KindSecurityTokenExpired}, automatic: always},
}

// hasKey says whether the AccessKey ID begins like this, the one that OSS saw or else the one that was
// sent.
func (v view) hasKey(prefix string) bool {
	if v.AccessKeyID != "" {
		return strings.HasPrefix(v.AccessKeyID, prefix)
	}
	return v.r != nil && strings.HasPrefix(v.r.Signature.KeyID, prefix)
}

// tokenSent says whether OSS got a security token with the AccessKey ID that it does not know: the request
// shows it, or the EC, which stands for that.
func tokenSent(v view) bool {
	return signing.RefusalOf(v.EC) == signing.KeyUnknownToSTS || v.r != nil && v.r.Signature.HasToken
}

func keyFinding(v view, f *findings) {
	if meaning := v.ev.key.meaning(); meaning != "" {
		f.add("OSSAccessKeyId", v.AccessKeyID, "", meaning)
	}
}

// meaning says what the flaw is, one sentence, "" for none.
func (f keyFlaw) meaning() phrase {
	switch f {
	case keyBlank:
		return "The ID has a space at one of its ends, or in it."
	case keyQuoted:
		return "The ID has quotes around it."
	case keyPlaceholder:
		return "This is a placeholder that was never replaced."
	case keyAWS:
		return "This is an access key ID of AWS."
	case keyTencent:
		return "This is a SecretId of Tencent Cloud."
	case keyShort:
		return "This is too short for an AccessKey ID."
	case keyOdd:
		return "This has a character that no AccessKey ID has."
	case keyLong:
		return "This is too long for an AccessKey ID."
	case keySecret:
		return "This has the 30 characters of an AccessKey secret; most often the secret was put in the place of the ID."
	case keyOther:
		return "This is not the ID that the request was signed with when it was sent."
	}
	return ""
}
