package signing

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"hash"
	"strings"

	"github.com/oss403/oss403/internal/request"
)

// Sign returns the signature that a secret makes over a string to sign, as a request carries it,
// before any escaping. scheme is one of "V1", "V2", "V4", "S3 V2", "S3 V4"; V4's key follows from the
// secret and the scope in the third line of the string. ok is false for another scheme, and for a
// string of V4 without a whole scope.
func Sign(scheme, secret, stringToSign string) (signature string, ok bool) {
	switch scheme {
	case "V1", "S3 V2":
		return base64.StdEncoding.EncodeToString(mac(sha1.New, []byte(secret), stringToSign)), true
	case "V2":
		return base64.StdEncoding.EncodeToString(mac(sha256.New, []byte(secret), stringToSign)), true
	case "V4", "S3 V4":
		lines := strings.SplitN(stringToSign, "\n", 4)
		if len(lines) < 4 {
			return "", false
		}
		scope := strings.Split(strings.TrimSpace(lines[2]), "/")
		if len(scope) != 4 {
			return "", false
		}
		key := []byte("aliyun_v4" + secret)
		if scheme == "S3 V4" {
			key = []byte("AWS4" + secret)
		}
		for _, part := range scope {
			key = mac(sha256.New, key, part)
		}
		return hex.EncodeToString(mac(sha256.New, key, stringToSign)), true
	}
	return "", false
}

func mac(h func() hash.Hash, key []byte, text string) []byte {
	m := hmac.New(h, key)
	m.Write([]byte(text))
	return m.Sum(nil)
}

// Verify says whether a secret makes this signature over this text. known is false if that cannot be
// told: for want of one of the three, for a scheme that is not known, or for a signature that is none
// by its form. An empty scheme is told by the text and the length of the signature. A space in the
// signature is read as the + that it was in a URL.
func Verify(scheme, secret, stringToSign, signature string) (equal, known bool) {
	if signature = plainSignature(signature); secret == "" || stringToSign == "" || signature == "" {
		return false, false
	}
	if scheme == "" {
		scheme = schemeOf(stringToSign, signature)
	}
	want, ok := Sign(scheme, secret, stringToSign)
	if !ok || len(want) != len(signature) {
		return false, false
	}
	if strings.HasSuffix(scheme, "V4") {
		signature = strings.ToLower(signature)
	}
	return hmac.Equal([]byte(want), []byte(signature)), true
}

// plainSignature undoes what a URL does to a signature.
func plainSignature(s string) string {
	return strings.ReplaceAll(strings.TrimSpace(request.Unescape(s)), " ", "+")
}

// schemeOf tells a scheme by the text and by the length of the HMAC: 20 bytes in base64 are SHA-1.
// V1 and S3 V2 are computed alike.
func schemeOf(stringToSign, signature string) string {
	switch {
	case strings.HasPrefix(stringToSign, "OSS4-HMAC-SHA256"):
		return "V4"
	case strings.HasPrefix(stringToSign, "AWS4-HMAC-SHA256"):
		return "S3 V4"
	case len(signature) == base64.StdEncoding.EncodedLen(sha1.Size):
		return "V1"
	case len(signature) == base64.StdEncoding.EncodedLen(sha256.Size):
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
