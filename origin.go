package oss403

import (
	"net/http"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/osshost"
)

// origin is who an answer can be said to come from.
type origin int

const (
	originOther   origin = iota // another service, or nobody can tell
	originOSS                   // OSS
	originBetween               // something in front of OSS
)

// originOf decides whose 403 this is; p is what the catalog says of its code and message. A code that
// other stores share proves nothing; a request ID, a header or an element that only OSS uses does.
func originOf(a *answer, p *match) origin {
	if a.kind != "" {
		return originOSS
	}
	if a.text != nil {
		return originOfText(a, p)
	}
	code, known := p.code, p.codeKnown
	hasError := a.IsError || code != "" || a.source == sourceSDK && p.kind != ""
	forOSS := a.request != nil && a.request.ForOSS || a.headers.cdnAuth != ""
	isPair := hasError && p.kind != ""
	// An OSS error of another status looks the same, but for its code, message and EC.
	is403 := a.status != 0 || known || p.kind != "" || code == "" && p.ec != nil && !p.ec.unsure
	switch {
	case hasMark(a):
		if !is403 {
			return originOther
		}
		return originOSS
	case isForeign(a):
		if forOSS {
			return originBetween
		}
		return originOther
	case a.source == sourceSDK && hasError:
		if !is403 {
			return originOther
		}
		return originOSS
	case a.status == 0, a.source == sourceClient && !forOSS:
		if isPair && !isShared(code, a.Message) || known && !isSharedCode(code) || a.status != 0 && p.ecWithItsCode() {
			return originOSS
		}
		return originOther
	case isPair, known && !isSharedCode(code), p.ecWithItsCode():
		if a.request != nil && !forOSS && isShared(code, a.Message) {
			return originOther
		}
		return originOSS
	case forOSS, a.source == sourceSDK:
		return originBetween
	}
	return originOther
}

// hasMark says whether the answer holds what only OSS sends.
func hasMark(a *answer) bool {
	return a.ossMark || a.AccessKeyID != "" || form.IsRequestID(a.RequestID) && !a.foreign && !osshost.IsOtherService(a.HostID) && !askedOther(a) ||
		osshost.IsOSS(osshost.Shown(a.HostID)) && !form.IsUUID(a.RequestID) ||
		strings.HasPrefix(strings.TrimSpace(a.StringToSign), "OSS4-HMAC")
}

// askedOther says whether the request went to another service of Alibaba Cloud: some have request IDs
// like OSS's.
func askedOther(a *answer) bool {
	return a.request != nil && !a.request.ForOSS && strings.Contains(a.request.Host, ".aliyun") && osshost.IsOtherService(a.request.Host)
}

// pairKnown says whether code and message are a pair of the catalog.
func pairKnown(code Code, message string) bool {
	p := matchCatalog(string(code), message)
	return p.kind != ""
}

// isForeign says whether the answer has a mark of another store or of another Alibaba Cloud
// service.
func isForeign(a *answer) bool {
	if a.foreign || a.Resource != "" || askedOther(a) || a.source != sourceSDK && osshost.IsOtherService(a.HostID) {
		return true
	}
	switch id := a.RequestID; {
	case form.IsRequestID(id):
	case form.IsUUID(id): // the other services of Alibaba Cloud; an OSS SDK does not call them
		if a.source != sourceSDK {
			return true
		}
	case form.IsPlaceholder(id):
	case len(id) == 16 && chars.IsAlnum(id): // AWS S3, MinIO
		return true
	case len(id) == 32 && chars.IsAlnum(id): // OBS
		return true
	case strings.HasPrefix(id, "tx0000"): // Ceph
		return true
	}
	switch id := a.HostID; {
	case len(id) >= 40 && !strings.Contains(id, "."): // AWS S3, MinIO, OBS: base64 or hex
		return true
	}
	return strings.HasPrefix(a.AWSAccessKeyID, "AKIA") || strings.HasPrefix(a.AWSAccessKeyID, "ASIA")
}

// originOfText decides whose 403 a text tells of. More is asked of it than of an answer: what a text
// says may be a quotation, another store's, or of another status.
func originOfText(a *answer, p *match) origin {
	t := a.text
	if a.status != 0 && a.status != http.StatusForbidden || isNever403(a.Code) {
		return originOther
	}
	forOSS := a.request != nil && a.request.ForOSS
	host := osshost.IsOSS(osshost.Shown(a.HostID))
	ours := a.ossMark || host || t.named || t.atURL
	if t.other && !ours || isForeign(a) && !host {
		return originOther
	}
	id := form.IsRequestID(a.RequestID) && !osshost.IsOtherService(a.HostID)
	if t.source && !id {
		return originOther
	}
	known := p.kind != "" && a.Message != "" // a message of the catalog
	strange := a.Message != "" && !known && !t.cut
	ec := p.ecWithItsCode() && (a.RequestID == "" || id) && !strange
	mark := ours || id || ec || a.AccessKeyID != "" || forOSS || strings.HasPrefix(strings.TrimSpace(a.StringToSign), "OSS4-HMAC")
	shared := known && !mark && isShared(p.code, a.Message) // with a mark it does not matter
	said := a.Code != "" || a.Message != "" || a.EC != ""
	between := t.page || a.headers.server != "" && !a.ossMark || a.headers.isCDN()
	switch {
	case t.options.assume && between && !said && !id && !a.ossMark && a.status == http.StatusForbidden:
		return originBetween
	case t.options.assume && (p.codeKnown || known || p.ec != nil || a.status == http.StatusForbidden || t.cut):
		if shared {
			t.basis = BasisSharedMessage
		}
		return originOSS
	case known && !shared && !isCodeAlone(a):
		if t.options.scan && t.marks == 0 && !mark {
			return originOther
		}
		return originOSS
	case !mark:
		if p.codeKnown && !isSharedCode(p.code) && !strange && !t.bare && (a.status == http.StatusForbidden || a.isDocument || t.cut) {
			return originOSS
		}
		if t.cut && p.codeKnown && !t.quoted && (a.status == http.StatusForbidden || a.isDocument) {
			if kind, shared := byBeginning(p.code, a.Message); kind != "" && !shared {
				return originOSS
			}
		}
		return originOther
	case known, t.cut:
		return originOSS
	case strange:
		if a.status == http.StatusForbidden || p.codeKnown && (t.named || a.isDocument || forOSS || a.ossMark) {
			return originOSS
		}
		return originOther
	case t.bare && t.quoted && !id && !ec && !forOSS && !a.ossMark && !host:
		return originOther
	case p.codeKnown && (!t.bare || a.status == http.StatusForbidden || id || ec), a.status == http.StatusForbidden && (a.Code != "" || id || a.ossMark):
		return originOSS
	case a.status == http.StatusForbidden:
		if between || t.named && !forOSS && a.HostID == "" {
			return originBetween
		}
		return originOSS
	}
	return originOther
}

// isCodeAlone says whether the message of a text is no more than a code that other stores, and programs, have too.
func isCodeAlone(a *answer) bool { return !a.isDocument && isSharedCode(Code(a.Message)) }
