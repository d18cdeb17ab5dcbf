package oss403

import "github.com/oss403/oss403/internal/status"

// isShared says whether another store sends this code with this message too.
func isShared(code Code, message string) bool {
	var buf [512]byte
	m := normalize(buf[:0], message)
	for i := pairsOfLength(len(m)); i != nil; i = i.next {
		if i.shared && (i.code == code || code == "") && i.folded == string(m) {
			return true
		}
	}
	for i := range index.templates {
		t := &index.templates[i]
		if t.shared && (t.code == code || code == "") && t.fits(m) {
			return true
		}
	}
	return false
}

// isSharedCode says whether other stores send this code too.
func isSharedCode(code Code) bool {
	switch code {
	case CodeAccessDenied, CodeAccessForbidden, CodeInvalidAccessKeyID, CodeInvalidObjectState, CodePermanentRedirect,
		CodeRequestTimeTooSkewed, CodeSignatureDoesNotMatch:
		return true
	}
	return false
}

// isNever403 says whether OSS sends a code with another status only, or only other services of Alibaba Cloud send
// it.
func isNever403(code string) bool {
	return status.Of(code) != 0 || code == "NoPermission" || code == "Unauthorized" || code == "SignatureNotMatch"
}
