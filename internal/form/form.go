package form

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// IsAction says whether s has the form of a RAM action, service:Action.
func IsAction[T string | []byte](s T) bool {
	colon := 0
	for colon < len(s) && s[colon] != ':' {
		colon++
	}
	return colon < len(s) && chars.IsWord(s[:colon]) && chars.IsWord(s[colon+1:])
}

// IsRequestID says whether s has the form of a request ID of OSS: 24 upper-case hex digits, the
// last of which people like to replace with asterisks.
func IsRequestID(s string) bool {
	if len(s) != 24 {
		return false
	}
	digits := 0
	for digits < len(s) && (chars.IsDigit(s[digits]) || 'A' <= s[digits] && s[digits] <= 'F') {
		digits++
	}
	return digits >= 12 && strings.Trim(s[digits:], "*") == ""
}

// IsMaskedRequestID says whether s may be what somebody left of a request ID of OSS: hexadecimal
// digits and asterisks, about as many as an ID has.
func IsMaskedRequestID(s string) bool {
	digits := 0
	for i := 0; i < len(s); i++ {
		switch {
		case chars.IsHex(s[i]):
			digits++
		case s[i] != '*':
			return false
		}
	}
	return digits >= 8 && 16 <= len(s) && len(s) <= 24
}

// IsID says whether s has a form that some service's request IDs have, OSS's among them: one word of some length with
// digits in it, some of which may be masked. It keeps out what a program or a copy put in the place of one.
func IsID(s string) bool {
	digits := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case chars.IsDigit(c), c == '*':
			digits++
		case c <= ' ' || c >= 0x7f || strings.IndexByte("<>\"'`\\", c) >= 0:
			return false
		}
	}
	return len(s) >= 12 && digits >= 2
}

// IsPlaceholder says whether s is what people put instead of an ID: xxxx, ****, <request-id>, redacted.
func IsPlaceholder(s string) bool {
	switch strings.ToLower(s) {
	case "redacted", "masked", "hidden", "omitted", "null", "none":
		return true
	}
	return strings.Trim(s, "xX*#.-_") == "" || strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">")
}

// IsUUID says whether s has the form of a UUID, which is the request ID of other Alibaba Cloud APIs.
func IsUUID(s string) bool {
	if len(s) != 36 || s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] != '-' && !chars.IsHex(s[i]) {
			return false
		}
	}
	return true
}

// IsEC says whether s has the form of an EC: 0003-00001403.
func IsEC(s string) bool {
	if len(s) != 13 || s[4] != '-' {
		return false
	}
	for i := range len(s) {
		if i != 4 && !chars.IsDigit(s[i]) {
			return false
		}
	}
	return true
}
