package document

import (
	"compress/gzip"
	"encoding/base64"
	"io"
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// DecodeErrHeader decodes x-oss-err: base64, of which some proxies drop the padding.
func DecodeErrHeader(v string) string {
	v = strings.TrimRight(strings.TrimSpace(v), "=")
	if len(v) > base64.RawStdEncoding.EncodedLen(chars.MaxText) {
		v = v[:base64.RawStdEncoding.EncodedLen(chars.MaxText)]
	}
	enc := base64.RawStdEncoding
	if strings.ContainsAny(v, "-_") {
		enc = base64.RawURLEncoding
	}
	doc, _ := enc.DecodeString(v) // what is whole is kept
	return string(doc)
}

// IsErrHeader says whether the value of x-oss-err is a document, by its first bytes.
func IsErrHeader(v string) bool {
	v = strings.TrimSpace(v)
	doc := strings.TrimPrefix(DecodeErrHeader(v[:min(len(v), 32)]), "\ufeff")
	return strings.HasPrefix(strings.TrimSpace(doc), "<")
}

// IsPage says whether a body is HTML, whatever its Content-Type says.
func IsPage(body string) bool {
	head := strings.ToLower(strings.TrimSpace(body[:min(len(body), 512)]))
	return strings.HasPrefix(head, "<!doctype html") || strings.Contains(head, "<html")
}

// PlainBody undoes gzip where the client did not.
func PlainBody(body string) string {
	if !strings.HasPrefix(body, "\x1f\x8b") {
		return body
	}
	r, err := gzip.NewReader(strings.NewReader(body))
	if err != nil {
		return body
	}
	plain := make([]byte, chars.MaxText)
	n, _ := io.ReadFull(r, plain) // what is whole is kept
	return string(plain[:n])
}
