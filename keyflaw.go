package oss403

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

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
