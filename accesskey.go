package oss403

import (
	"cmp"
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// Reasons of the AccessKey ID and the security token.
const (
	// ReasonKeyHasSpace: the AccessKey ID has a space or a line break in it or at one of its ends.
	ReasonKeyHasSpace Reason = "KeyHasSpace"
	// ReasonKeyHasQuotes: the AccessKey ID has quotes around it.
	ReasonKeyHasQuotes Reason = "KeyHasQuotes"
	// ReasonKeyIsPlaceholder: the AccessKey ID is a placeholder that was never replaced.
	ReasonKeyIsPlaceholder Reason = "KeyIsPlaceholder"
	// ReasonKeyOfAWS: the AccessKey ID is an access key ID of AWS.
	ReasonKeyOfAWS Reason = "KeyOfAWS"
	// ReasonKeyOfTencentCloud: the AccessKey ID is a SecretId of Tencent Cloud.
	ReasonKeyOfTencentCloud Reason = "KeyOfTencentCloud"
	// ReasonKeyLooksLikeSecret: the AccessKey ID has the length and the characters of a secret.
	ReasonKeyLooksLikeSecret Reason = "KeyLooksLikeSecret"
	// ReasonKeyHasOddCharacter: the AccessKey ID has a character that no ID has.
	ReasonKeyHasOddCharacter Reason = "KeyHasOddCharacter"
	// ReasonKeyTooLong: the AccessKey ID is longer than any.
	ReasonKeyTooLong Reason = "KeyTooLong"
	// ReasonKeyTooShort: the AccessKey ID is shorter than any.
	ReasonKeyTooShort Reason = "KeyTooShort"
	// ReasonTokenNotSent: the AccessKey is temporary (STS), and the request left the client without its
	// security token.
	ReasonTokenNotSent Reason = "TokenNotSent"
	// ReasonTokenWithLongTermKey: a security token was sent with an AccessKey that is not temporary.
	ReasonTokenWithLongTermKey Reason = "TokenWithLongTermKey"
	// ReasonTemporaryKeyUnknown: OSS does not know an AccessKey of STS, most often because it has expired.
	ReasonTemporaryKeyUnknown Reason = "TemporaryKeyUnknown"
	// ReasonLongTermKeyUnknown: OSS does not know an AccessKey that is not temporary.
	ReasonLongTermKeyUnknown Reason = "LongTermKeyUnknown"
)

var (
	wrongKeyKinds = []Kind{KindAccessKeyNotFound, KindAccessKeyMalformed}
	tokenKinds    = []Kind{KindAccessKeyNotFound, KindSecurityTokenInvalid, KindSecurityTokenMismatch, KindSecurityTokenExpired}
)

var accessKeyRows = []row{
	{
		reason: ReasonKeyHasSpace, kinds: wrongKeyKinds,
		holds: func(v view) bool { return v.ev.key == keyBlank },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonKeyHasQuotes, kinds: wrongKeyKinds,
		holds: func(v view) bool { return v.ev.key == keyQuoted },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonKeyIsPlaceholder, kinds: wrongKeyKinds,
		holds: func(v view) bool { return v.ev.key == keyPlaceholder },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonKeyOfAWS, kinds: wrongKeyKinds,
		holds: func(v view) bool { return v.ev.key == keyAWS },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonKeyOfTencentCloud, kinds: wrongKeyKinds,
		holds: func(v view) bool { return v.ev.key == keyTencent },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonKeyLooksLikeSecret, kinds: wrongKeyKinds,
		holds: func(v view) bool { return v.ev.key == keySecret },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonKeyHasOddCharacter, kinds: wrongKeyKinds,
		holds: func(v view) bool { return v.ev.key == keyOdd },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonKeyTooLong, kinds: wrongKeyKinds,
		holds: func(v view) bool { return v.ev.key == keyLong },
		retry: RetryAfterRefresh, actor: ActorCaller, topics: []topic{topicAccessKey}, finds: keyFinding,
	},
	{
		reason: ReasonKeyTooShort, kinds: wrongKeyKinds,
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
		reason: ReasonTokenWithLongTermKey, kinds: tokenKinds,
		holds: func(v view) bool {
			return v.hasKey("LTAI") && (v.r != nil && v.r.Signature.HasToken || v.ev.echoesToken)
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

func always(view) bool { return true }

// nothing is for a row that shows nothing beside what the answer says.
func nothing(view, *findings) {}

// hasKey says whether the AccessKey ID begins like this, the one that OSS saw or else the one that was
// sent.
func (v view) hasKey(prefix string) bool {
	if v.AccessKeyID != "" {
		return strings.HasPrefix(v.AccessKeyID, prefix)
	}
	return v.r != nil && strings.HasPrefix(v.r.Signature.KeyID, prefix)
}

func keyFinding(v view, f *findings) {
	if meaning := v.ev.key.meaning(); meaning != "" {
		f.add("OSSAccessKeyId", v.AccessKeyID, "", meaning)
	}
}

// keyFlaw is what an AccessKey ID shows by itself. It says nothing of a key that looks right.
type keyFlaw string

const (
	keySound       keyFlaw = ""
	keyBlank       keyFlaw = "blank"       // a space or a line break around it, or in it
	keyQuoted      keyFlaw = "quoted"      // quotes around it
	keyPlaceholder keyFlaw = "placeholder" // your_access_key_id, <...>, ${...}
	keyAWS         keyFlaw = "aws"         // AKIA..., ASIA...
	keyTencent     keyFlaw = "tencent"     // AKID...
	keyShort       keyFlaw = "short"       // shorter than any AccessKey ID
	keyOdd         keyFlaw = "odd"         // a character that no ID has
	keyLong        keyFlaw = "long"        // longer than any AccessKey ID
	keySecret      keyFlaw = "secret"      // as long as an AccessKey secret
	keyOther       keyFlaw = "other"       // not the ID that the request was signed with
)

// keyFlawOf reads the AccessKey ID that OSS echoes.
func keyFlawOf(a *answer) keyFlaw {
	id := strings.TrimSpace(a.RawAccessKeyID)
	if a.AccessKeyID == "" && a.AWSAccessKeyID == "" {
		return keySound // not echoed
	}
	raw := a.RawAccessKeyID
	if a.Padded {
		raw = id // every element has spaces around its value, not this one alone
	}
	if flaw := findKeyFlaw(raw); flaw != keySound {
		return flaw
	}
	if a.request != nil && a.request.Signature.KeyID != "" && strings.TrimSpace(a.request.Signature.KeyID) != id {
		return keyOther
	}
	return keySound
}

func findKeyFlaw(raw string) keyFlaw {
	id := strings.TrimSpace(raw)
	folded := strings.ToLower(id)
	switch {
	case id == "":
		return keySound // OSS refuses an empty ID with 400
	case strings.Trim(id, "\"'`\u2018\u2019\u201c\u201d") != id:
		return keyQuoted
	case strings.ContainsAny(id, "<>${}"), isPlaceholder(folded),
		folded == "null", folded == "undefined", folded == "none", folded == "rrsa", folded == "xxx":
		return keyPlaceholder
	case raw != id && !strings.ContainsAny(raw, "\n"), strings.ContainsAny(id, " \t\r\n"):
		return keyBlank
	case len(id) == 20 && (strings.HasPrefix(id, "AKIA") || strings.HasPrefix(id, "ASIA")):
		return keyAWS
	case len(id) >= 32 && strings.HasPrefix(id, "AKID"):
		return keyTencent
	case len(id) < 12:
		return keyShort
	case strings.ContainsFunc(id, func(r rune) bool { return r >= 0x80 || !chars.IsWord(string(r)) && r != '.' && r != '*' }):
		return keyOdd
	case len(id) == 30 && chars.IsAlnum(id) && !strings.HasPrefix(id, "LTAI"):
		return keySecret
	case len(id) > 40 && !strings.HasPrefix(id, "STS."):
		return keyLong
	}
	return keySound
}

// isPlaceholder says whether an ID in lower case is what a sample has in its place.
func isPlaceholder(id string) bool {
	for _, prefix := range [...]string{"your_", "your-", "youraccess", "yourkey", "yourak", "yourid", "my_", "my-"} {
		if strings.HasPrefix(id, prefix) {
			return true
		}
	}
	return strings.Contains(id, "access_key") || strings.Contains(id, "access-key") || strings.Contains(id, "accesskey")
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
