package oss403

import (
	"compress/gzip"
	"encoding/base64"
	"io"
	"net/http"
	"strings"
)

// maxBody is how much of a body is read: an error of OSS has a few KiB.
const maxBody = 64 << 10

// answer is what OSS said, from whatever source: one flat struct of trimmed values as they were
// sent, "" where the answer does not have them. Only Error, made from it, is masked.
type answer struct {
	status int // 0: not known
	source source

	errorDocument // of the body, completed by headers

	// What tells OSS from others.
	ossMark bool // a header that only OSS sends
	foreign bool // a header or an element that only others send

	wire       wire
	isDocument bool // the body is an error document

	kind      Kind   // as our own line says
	operation string // as the client calls it

	request *request     // nil: not known
	sent    *sentRequest // the same, as it was sent; not kept
	raw     string       // the body as far as it was read
}

// wire is what headers tell about who answered, and about the object.
type wire struct {
	server, via  string // Server, Via
	cdn          bool   // a header of Alibaba Cloud CDN
	html         bool   // the body is a page
	cdnHeader    string // the name of the header that made cdn true
	storageClass string // x-oss-storage-class
	restore      string // x-oss-restore
}

// shown returns w with its values masked.
func (w wire) shown(s *secrets) *wire {
	if w == (wire{}) {
		return &noWire
	}
	c := w
	c.server, c.via, c.storageClass, c.restore = s.shown(w.server), s.shown(w.via), s.shown(w.storageClass), s.shown(w.restore)
	return &c
}

var noWire wire

// isCDN says whether a CDN of Alibaba Cloud passed the answer on.
func (w wire) isCDN() bool {
	return w.cdn || strings.EqualFold(w.server, "Tengine") && w.via != ""
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
	a.raw = body[:min(len(body), maxBody)]
	plain := plainBody(a.raw)
	if strings.HasPrefix(strings.TrimSpace(plain), "{") {
		a.readJSON([]byte(plain))
	} else {
		a.readXML(plain)
	}
	a.wire.html = !a.isError && isPage(plain)
	a.isDocument = a.isError
	if a.isError {
		a.readHeader(header)
		return
	}
	// A HEAD answer has its XML in a header.
	if v := headerValue(header, "X-Oss-Err"); v != "" {
		if doc := decodeErrHeader(v); len(doc) > 0 {
			a.readXML(doc)
			if a.isError && len(a.raw) == 0 {
				a.raw = doc
			}
		}
	}
	a.readHeader(header)
}

// maxHeader is how long the value of a header is at most, in bytes, but for x-oss-err.
const maxHeader = 4 << 10

// decodeErrHeader decodes x-oss-err: base64, of which some proxies drop the padding.
func decodeErrHeader(v string) string {
	v = strings.TrimRight(strings.TrimSpace(v), "=")
	if len(v) > base64.RawStdEncoding.EncodedLen(maxBody) {
		v = v[:base64.RawStdEncoding.EncodedLen(maxBody)]
	}
	enc := base64.RawStdEncoding
	if strings.ContainsAny(v, "-_") {
		enc = base64.RawURLEncoding
	}
	doc, _ := enc.DecodeString(v) // what is whole is kept
	return string(doc)
}

func (a *answer) readHeader(header http.Header) {
	for name, values := range header {
		if len(values) == 0 {
			continue
		}
		// Headers that come from a log may be in lower case.
		value := strings.TrimSpace(values[0])
		if len(value) > maxHeader { // not OSS's; what is cut may break off in a secret
			value = ""
		}
		switch http.CanonicalHeaderKey(name) {
		case "X-Oss-Request-Id":
			a.ossMark = true
			fill(&a.requestID, value)
		case "X-Oss-Ec":
			a.ossMark = true
			fill(&a.ec, value)
		case "X-Oss-Err":
			a.ossMark = true
		case "X-Amz-Request-Id", "X-Amz-Id-2", "X-Cos-Request-Id", "X-Obs-Request-Id", "X-Tos-Request-Id", "X-Acs-Request-Id",
			"X-Mns-Request-Id", "X-Log-Requestid",
			"X-Guploader-Uploadid", "X-Goog-Hash", "Cf-Ray":
			a.foreign = true
		case "Via":
			a.wire.via = value
		case "Eagleid", "X-Oss-Cdn-Auth", "X-Swift-Cachetime", "X-Swift-Savetime":
			a.wire.cdn, a.wire.cdnHeader = true, http.CanonicalHeaderKey(name)
		case "X-Oss-Storage-Class":
			a.wire.storageClass = value
		case "X-Oss-Restore":
			a.wire.restore = value
		case "Server":
			a.wire.server = value
			value = strings.ToLower(value)
			a.ossMark = a.ossMark || value == "aliyunoss"
			for _, name := range [...]string{"amazons3", "minio", "tencent-cos", "obs", "tosserver", "uploadserver", "cloudflare"} {
				a.foreign = a.foreign || strings.HasPrefix(value, name)
			}
		}
	}
}

// fill sets what is not known yet, from a header or a client's error. A longer value than a body can
// have is no answer of OSS.
func fill(dst *string, value string) {
	if *dst == "" {
		value = strings.TrimSpace(value)
		*dst = value[:min(len(value), maxBody+1)] // one more tells mask that it was cut
	}
}

// isPage says whether a body is HTML, whatever its Content-Type says.
func isPage(body string) bool {
	head := strings.ToLower(strings.TrimSpace(body[:min(len(body), 512)]))
	return strings.HasPrefix(head, "<!doctype html") || strings.Contains(head, "<html")
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

// plainBody undoes gzip where the client did not.
func plainBody(body string) string {
	if !strings.HasPrefix(body, "\x1f\x8b") {
		return body
	}
	r, err := gzip.NewReader(strings.NewReader(body))
	if err != nil {
		return body
	}
	plain := make([]byte, maxBody)
	n, _ := io.ReadFull(r, plain) // what is whole is kept
	return string(plain[:n])
}
