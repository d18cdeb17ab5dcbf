package oss403

import "strings"

// origin is who an answer can be said to come from.
type origin int

const (
	originOther   origin = iota // another service, or nobody can tell
	originOSS                   // OSS
	originBetween               // something in front of OSS
)

// origin decides whose 403 this is; p is what the catalog says of its code and message. A code that
// other stores share proves nothing; a request ID, a header or an element that only OSS uses does.
func (a *answer) origin(p *placed) origin {
	if a.kind != "" {
		return originOSS
	}
	code, known := p.code, p.known
	hasError := a.isError || code != ""
	forOSS := a.request != nil && a.request.forOSS
	isPair := hasError && p.kind != ""
	switch {
	case a.hasMark():
		if a.status == 0 && !known {
			return originOther // an OSS error of another status looks the same
		}
		return originOSS
	case a.isForeign():
		if forOSS {
			return originBetween
		}
		return originOther
	case a.source == sourceSDK && hasError:
		if a.status == 0 && !known {
			return originOther
		}
		return originOSS
	case a.status == 0, a.source == sourceClient && !forOSS:
		if isPair && !isShared(code, a.message) || known && !isSharedCode(code) || a.status != 0 && p.ecWithItsCode() {
			return originOSS
		}
		return originOther
	case isPair, known && !isSharedCode(code), p.ecWithItsCode():
		if a.request != nil && !forOSS && isShared(code, a.message) {
			return originOther
		}
		return originOSS
	case forOSS, a.source == sourceSDK:
		return originBetween
	}
	return originOther
}

// hasMark says whether the answer holds what only OSS sends.
func (a *answer) hasMark() bool {
	return a.ossMark || a.accessKeyID != "" || isRequestID(a.requestID) && !a.foreign && !isOtherService(a.hostID) ||
		isOSSHost(a.hostID) && !isUUID(a.requestID) ||
		strings.HasPrefix(strings.TrimSpace(a.stringToSign), "OSS4-HMAC")
}

// isOtherService says whether a HostId is that of another service of Alibaba Cloud, or of another
// store.
func isOtherService(host string) bool {
	if isOSSHost(host) {
		return false
	}
	host = strings.ToLower(strings.Trim(host, "/"))
	if _, after, ok := strings.Cut(host, "://"); ok {
		host = after
	}
	for _, domain := range [...]string{".amazonaws.com", ".volces.com", ".myqcloud.com", ".myhuaweicloud.com"} {
		if strings.HasSuffix(host, domain) {
			return true
		}
	}
	return strings.HasSuffix(host, ".aliyuncs.com") && !isOSSHost(host)
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

// pairKnown says whether code and message are a pair of the catalog.
func pairKnown(code Code, message string) bool {
	p := place(string(code), message)
	return p.kind != ""
}

// ecWithItsCode says whether EC and code are a couple of the catalog. An EC alone proves nothing,
// and with its code no more than that nobody else is known to have answered: Volcengine TOS uses
// ECs of the same form.
func (p *placed) ecWithItsCode() bool {
	return p.ec != nil && p.known && p.ec.code == p.code
}

// isForeign says whether the answer has a mark of another store or of another Alibaba Cloud
// service.
func (a *answer) isForeign() bool {
	if a.foreign || a.resource != "" || a.source != sourceSDK && isOtherService(a.hostID) {
		return true
	}
	switch id := a.requestID; {
	case isUUID(id): // the other services of Alibaba Cloud; an OSS SDK does not call them
		if a.source != sourceSDK {
			return true
		}
	case len(id) == 16 && isAlnum(id): // AWS S3, MinIO
		return true
	case len(id) == 32 && isAlnum(id): // OBS
		return true
	case strings.HasPrefix(id, "tx0000"): // Ceph
		return true
	}
	switch id := a.hostID; {
	case len(id) >= 40 && !strings.Contains(id, "."): // AWS S3, MinIO, OBS: base64 or hex
		return true
	}
	return strings.HasPrefix(a.awsAccessKeyID, "AKIA") || strings.HasPrefix(a.awsAccessKeyID, "ASIA")
}

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

// isRequestID says whether s has the form of a request ID of OSS: 24 upper-case hex digits, the
// last of which people like to replace with asterisks.
func isRequestID(s string) bool {
	digits := strings.TrimRight(s, "*")
	if len(s) != 24 || len(digits) < 12 {
		return false
	}
	for i := 0; i < len(digits); i++ {
		if c := s[i]; (c < '0' || '9' < c) && (c < 'A' || 'F' < c) {
			return false
		}
	}
	return true
}

func isUUID(s string) bool {
	if len(s) != 36 || s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] != '-' && !isHex(s[i]) {
			return false
		}
	}
	return true
}

func isAlnum(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := lower(s[i]); (c < 'a' || 'z' < c) && (c < '0' || '9' < c) {
			return false
		}
	}
	return true
}
