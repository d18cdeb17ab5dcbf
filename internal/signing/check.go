package signing

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// Made says whether a secret makes this signature over this text. known is false if that cannot be
// told: for want of one of the three, for a scheme that is not known, or for a signature that is none
// by its form. An empty scheme is told by the text and the length of the signature. A space in the
// signature is read as the + that it was in a URL.
func Made(scheme, secret, stringToSign, signature string) (made, known bool) {
	if signature = plainSignature(signature); secret == "" || stringToSign == "" || signature == "" {
		return false, false
	}
	if scheme == "" {
		scheme = schemeOf(stringToSign, signature)
	}
	want := Sign(scheme, secret, stringToSign)
	if want == "" || len(want) != len(signature) {
		return false, false
	}
	if strings.HasSuffix(scheme, "V4") {
		signature = strings.ToLower(signature)
	}
	return hmac.Equal([]byte(want), []byte(signature)), true
}

// plainSignature undoes what a URL does to a signature.
func plainSignature(s string) string {
	return strings.ReplaceAll(strings.TrimSpace(chars.Unescape(s)), " ", "+")
}

// schemeOf tells a scheme by the text and by the length of the HMAC: 20 bytes in base64 are SHA-1.
// V1 and S3 V2 are computed alike.
func schemeOf(stringToSign, signature string) string {
	if scheme := schemeV4(stringToSign); scheme != "" {
		return scheme
	}
	switch len(signature) {
	case Length("V1"):
		return "V1"
	case Length("V2"):
		return "V2"
	}
	return ""
}

// Length returns how many characters a signature of a scheme has, 0 for a scheme that is not known.
func Length(scheme string) int {
	switch scheme {
	case "V1", "S3 V2":
		return base64.StdEncoding.EncodedLen(sha1.Size)
	case "V2":
		return base64.StdEncoding.EncodedLen(sha256.Size)
	case "V4", "S3 V4":
		return hex.EncodedLen(sha256.Size)
	}
	return 0
}
