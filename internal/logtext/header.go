package logtext

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
)

// headerAt reads a header whose name begins with the word s[i:end], in one piece. It returns where its value
// begins, 0 if it is none.
func (p *page) headerAt(i, end int) int {
	s := p.text
	joined := end < len(s) && (s[end] == '-' || s[end] == '_')
	for joined && end < len(s) && end-i < 48 && (chars.IsLetterOrDigit(s[end]) || s[end] == '-' || s[end] == '_') {
		end++
	}
	field := headerName(s[i:end])
	if field == "" {
		return 0
	}
	value, quoted, ok := separator(s, end, true)
	if !ok && i > 0 && s[i-1] == '[' && strings.HasPrefix(s[end:], ", ") { // a pair, as C# prints it
		value, ok = end+len(", "), true
	}
	if !ok || !joined && !quoted && i > 0 && !isOneOf(s[i-1], "\n\t {[(\"") {
		return 0
	}
	value = skipDress(s, value, true)
	p.labels = append(p.labels, label{field: field, at: i, value: value, quoted: quoted, header: true})
	return value
}

// headerName returns the canonical name of a header that counts, "" for another word.
func headerName(s string) string {
	if len(s) < 3 || len(s) > 40 {
		return ""
	}
	var buf [40]byte
	b := buf[:len(s)]
	for i := range b {
		if b[i] = chars.Lower(s[i]); b[i] == '_' {
			b[i] = '-'
		}
	}
	if b[0] == 'x' && b[1] == '-' {
		for _, prefix := range headerPrefixes {
			if len(b) > len(prefix) && string(b[:len(prefix)]) == prefix {
				return string(b)
			}
		}
		return ""
	}
	for _, name := range headerWords {
		if string(b) == name {
			return name
		}
	}
	return ""
}

var headerWords = [...]string{"server", "via", "eagleid", "cf-ray", "date", "content-type", "authorization", "origin"}

var headerPrefixes = [...]string{"x-oss-", "x-amz-", "x-cos-", "x-obs-", "x-tos-", "x-odps-", "x-mq-", "x-mns-", "x-log-", "x-acs-", "x-datahub-", "x-swift-", "x-tengine-", "x-goog-",
	"x-guploader-", "x-minio-", "x-ks3-", "x-kss-", "x-bce-", "x-rgw-", "x-ots-", "x-fc-", "x-ca-", "x-qiniu-", "x-reqid", "x-upyun-"}

// How many headers of an answer are kept, and how many before an object's metadata, which says nothing of the
// error, is left out.
const (
	maxHeaders  = 64
	maxMetadata = 32
)

// addHeader takes a header of the answer, or of the request.
func (e *Evidence) addHeader(p *page, l label, v string) {
	if v == "" {
		return
	}
	start := lineStart(p.text, l.at, 0)
	toServer := strings.HasPrefix(strings.TrimLeft(p.text[start:l.at], " \t"), ">")
	switch l.field {
	case "authorization":
		e.Request.Signed = true
		e.addRequestHeader("Authorization", v)
		return
	case "origin":
		e.addRequestHeader("Origin", v)
		return
	case "date", "content-type":
		if toServer {
			e.addRequestHeader(l.field, v)
			return
		}
	case "x-oss-security-token", "x-amz-security-token", "x-oss-date", "x-amz-date", "x-amz-content-sha256", "x-oss-content-sha256":
		e.addRequestHeader(l.field, v)
		return
	case "server":
		if len(v) > 64 {
			return
		}
	case "x-oss-request-id", "x-amz-request-id", "x-oss-ec": // one word, whatever a sentence goes on with
		v = bareID(bareEC(v[:wordEnd(v)]))
	}
	if toServer || len(e.Header) >= maxHeaders || len(e.Header) >= maxMetadata && strings.HasPrefix(l.field, "x-oss-meta-") {
		return
	}
	for _, h := range e.Header {
		if h.Name == l.field {
			return
		}
	}
	e.Header = append(e.Header, Element{Name: l.field, Value: v})
	if (l.field == "x-oss-request-id" || l.field == "x-amz-request-id" && form.IsRequestID(v)) && (e.RequestID == "" || !form.IsRequestID(e.RequestID)) {
		e.RequestID, e.Labelled = bareID(v), true
	}
}

// wordEnd returns where the first word of a text ends, in which nothing but what an ID or an EC has can stand.
func wordEnd(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 || isOneOf(s[i], " ,;|)") {
			return i
		}
	}
	return len(s)
}

// bareEC takes what is joined to an EC off it.
func bareEC(v string) string {
	const digits = len("0003-00001403")
	if len(v) > digits && form.IsEC(v[:digits]) && !chars.IsLetterOrDigit(v[digits]) {
		return v[:digits]
	}
	return v
}

// bareID takes what is joined to a request ID of OSS's form off it.
func bareID(v string) string {
	if len(v) > 24 && form.IsRequestID(v[:24]) && !chars.IsLetterOrDigit(v[24]) {
		return v[:24]
	}
	return v
}
