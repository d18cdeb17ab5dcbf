package oss403

import (
	"net/http"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/document"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/request"
)

// answer is what OSS said, from whatever source: one flat struct of trimmed values as they were
// sent, "" where the answer does not have them. Only Error, made from it, is masked.
type answer struct {
	status int // 0: not known
	source source

	document.Error // of the body, completed by headers

	// What tells OSS from others.
	ossMark bool // a header that only OSS sends
	foreign bool // a header or an element that only others send

	headers    headers
	isPage     bool // the body is a page, as HTML
	isDocument bool // the body is an error document

	kind      Kind   // as our own line says
	operation string // as the client calls it

	request *request.Request // as it was sent; nil: not known
	raw     string           // the body as far as it was read
	text    *textFacts       // nil: it was not read from a text
}

// source is who handed the answer over; it says how far the answer can be taken for OSS's.
type source int

const (
	sourceRaw    source = iota // a status, a header, a body
	sourceSDK                  // an error that an OSS SDK made
	sourceClient               // an error that a client of any S3 store made
)

// readAnswer reads a body and a header into a. Body and header complete each other; where both
// have a value the body's counts, since proxies rewrite headers.
func (a *answer) readAnswer(header http.Header, body string) {
	a.raw = body[:min(len(body), chars.MaxText)]
	plain := document.PlainBody(a.raw)
	if strings.HasPrefix(strings.TrimSpace(plain), "{") {
		a.ReadJSON([]byte(plain))
	} else {
		a.ReadXML(plain)
	}
	a.isPage = !a.IsError && document.IsPage(plain)
	a.isDocument = a.IsError
	if a.IsError {
		a.readHeader(header)
		return
	}
	// A HEAD answer has its XML in a header.
	if v := headerValue(header, "X-Oss-Err"); v != "" {
		if doc := document.DecodeErrHeader(v); len(doc) > 0 {
			a.ReadXML(doc)
			if a.IsError && len(a.raw) == 0 {
				a.raw = doc
			}
		}
	}
	a.readHeader(header)
}

// maxHeader is how long the value of a header is at most, in bytes, but for x-oss-err.
const maxHeader = 4 << 10

// readHeader reads what headers say. A header counts by its form, not by its name: proxies, gateways
// and programs send headers of these names with values of their own.
func (a *answer) readHeader(header http.Header) {
	s3ID := ""
	for name, values := range header {
		if len(values) == 0 {
			continue
		}
		// Headers that come from a log may be in lower case.
		name = http.CanonicalHeaderKey(name)
		value := strings.TrimSpace(values[0])
		if name == "X-Oss-Err" {
			a.ossMark = a.ossMark || document.IsErrHeader(value)
			continue
		}
		if value == "" || len(value) > maxHeader { // not OSS's; what is cut may break off in a secret
			continue
		}
		switch name {
		case "X-Oss-Request-Id":
			a.ossMark = a.ossMark || form.IsMaskedRequestID(value)
			document.Fill(&a.RequestID, value)
		case "X-Oss-Ec":
			a.ossMark = a.ossMark || form.IsEC(value)
			document.Fill(&a.EC, value)
		case "X-Oss-Server-Time": // how many milliseconds it took
			a.ossMark = a.ossMark || len(value) <= 10 && chars.IsDigits(value)
		case "X-Amz-Request-Id":
			// OSS sends it in place of its own to whoever signs as S3 does.
			if form.IsRequestID(value) {
				a.ossMark, s3ID = true, value
			} else {
				a.foreign = a.foreign || !form.IsPlaceholder(value)
			}
		case "X-Amz-Id-2", "Cf-Ray":
			a.foreign = a.foreign || !form.IsPlaceholder(value)
		case "Via":
			a.headers.via = value
		case "X-Oss-Cdn-Auth":
			a.headers.cdnAuth = value
			a.headers.passedOn(name)
		case "X-Tengine-Error":
			a.headers.cdnError = value
			a.headers.passedOn(name)
		case "X-Tengine-Bf-Error":
			a.headers.passedOn(name)
		case "Eagleid":
			if len(value) >= 16 && chars.IsHexString(value) {
				a.headers.passedOn(name)
			}
		case "X-Oss-Storage-Class":
			a.headers.storageClass = value
		case "X-Oss-Restore":
			a.headers.restore = value
		case "Server":
			a.headers.server = value
			value = strings.ToLower(value)
			a.ossMark = a.ossMark || value == "aliyunoss"
			for _, name := range [...]string{"amazons3", "minio", "tencent-cos", "obs", "tosserver", "uploadserver", "cloudflare"} {
				a.foreign = a.foreign || strings.HasPrefix(value, name)
			}
		default:
			if strings.HasPrefix(name, "X-Swift-") {
				a.headers.passedOn(name)
			}
			a.foreign = a.foreign || isForeignHeader(name)
		}
	}
	document.Fill(&a.RequestID, s3ID)
	a.readCDNError()
}

// headerValue is header.Get for headers whose names may be in any case.
func headerValue(header http.Header, name string) string {
	if v := header.Get(name); v != "" {
		return v
	}
	for n, values := range header {
		if len(values) > 0 && strings.EqualFold(n, name) {
			return values[0]
		}
	}
	return ""
}

// isForeignHeader says whether only another store, or another service of Alibaba Cloud, sends a header.
func isForeignHeader(name string) bool {
	rest, ok := strings.CutPrefix(name, "X-")
	if !ok {
		return false
	}
	service, _, _ := strings.Cut(rest, "-")
	switch service {
	case "Cos", "Obs", "Tos", "Kss", "Bce", "Goog", "Guploader", "Minio", "Rgw", // stores
		"Acs", "Odps", "Log", "Mns", "Mq", "Datahub", "Ots": // services of Alibaba Cloud
		return true
	}
	return false
}

// complete adds what a client's fields say to what was read of the answer itself.
func (a *answer) complete(code, message, requestID, hostID, ec string) {
	document.Fill(&a.Code, code)
	document.Fill(&a.Message, message)
	document.Fill(&a.RequestID, document.Known(requestID))
	document.Fill(&a.HostID, document.Known(hostID))
	document.Fill(&a.EC, document.Known(ec))
}

// readCDNError takes over what OSS told a CDN that replaced OSS's document by a page of its own. Most of what
// X-Tengine-Error says are the CDN's own words. What other stores say too counts as OSS's if the rest shows
// that OSS answered, or was asked.
func (a *answer) readCDNError() {
	if a.IsError || a.Message != "" || a.headers.cdnError == "" {
		return
	}
	if p := matchCatalog("", a.headers.cdnError); p.kind != "" && (a.ossMark || a.request != nil && a.request.ForOSS || !isShared("", a.headers.cdnError)) {
		a.Message, a.ossMark = a.headers.cdnError, true
	}
}
