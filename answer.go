package oss403

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"io"
	"net/http"
	"strings"
	"unicode/utf8"
)

// maxBody is how much of a body is read: an error of OSS has a few KiB.
const maxBody = 64 << 10

// answer is what OSS said, from whatever source: one flat struct of trimmed values as they were
// sent, "" where the answer does not have them. Only Error, made from it, is masked.
type answer struct {
	status int // 0: not known
	source source

	// Elements of the body, completed by headers.
	code, message, requestID, hostID, ec, recommendDoc string
	bucket, object, endpoint                           string
	accessKeyID, awsAccessKeyID                        string
	securityToken, signatureProvided                   string
	stringToSign, stringToSignBytes, canonicalRequest  string
	requestTime, serverTime, expires, maxSkew          string

	// AccessDeniedDetail.
	hasDenial                                      bool
	policyType, noPermissionType, authAction       string
	principalType, principalOwnerID, principalName string
	encodedDiagnosticMessage                       string

	// What tells OSS from others.
	isError  bool   // an Error element was there
	ossMark  bool   // a header that only OSS sends
	foreign  bool   // a header or an element that only others send
	resource string // S3, MinIO and COS have it, OSS has not

	request *request // nil: not known
	raw     []byte   // the body as far as it was read
}

// source is who handed the answer over; it says how far the answer can be taken for OSS's.
type source int

const (
	sourceRaw source = iota // a status, a header, a body
	sourceSDK               // an error that an OSS SDK made
)

// readAnswer reads a body and a header into a. Body and header complete each other; where both
// have a value the body's counts, since proxies rewrite headers.
func (a *answer) readAnswer(header http.Header, body []byte) {
	a.raw = body[:min(len(body), maxBody)]
	a.readXML(a.raw)
	if a.isError {
		a.readHeader(header)
		return
	}
	// A HEAD answer has its XML in a header.
	if v := header.Get("X-Oss-Err"); v != "" {
		if doc := decodeErrHeader(v); len(doc) > 0 {
			a.readXML(doc)
			if a.isError && len(a.raw) == 0 {
				a.raw = doc
			}
		}
	}
	a.readHeader(header)
}

// decodeErrHeader decodes x-oss-err: base64, of which some proxies drop the padding.
func decodeErrHeader(v string) []byte {
	v = strings.TrimRight(strings.TrimSpace(v), "=")
	if len(v) > base64.RawStdEncoding.EncodedLen(maxBody) {
		v = v[:base64.RawStdEncoding.EncodedLen(maxBody)]
	}
	enc := base64.RawStdEncoding
	if strings.ContainsAny(v, "-_") {
		enc = base64.RawURLEncoding
	}
	doc, _ := enc.DecodeString(v) // what is whole is kept
	return doc
}

func (a *answer) readHeader(header http.Header) {
	fill := func(dst *string, name string) {
		if v := strings.TrimSpace(header.Get(name)); v != "" {
			a.ossMark = true
			if *dst == "" {
				*dst = v
			}
		}
	}
	fill(&a.requestID, "X-Oss-Request-Id")
	fill(&a.ec, "X-Oss-Ec")
	if header.Get("X-Oss-Err") != "" || strings.EqualFold(header.Get("Server"), "AliyunOSS") {
		a.ossMark = true
	}
	for _, name := range [...]string{"X-Amz-Request-Id", "X-Amz-Id-2", "X-Cos-Request-Id", "X-Obs-Request-Id", "X-Tos-Request-Id", "X-Acs-Request-Id"} {
		if header.Get(name) != "" {
			a.foreign = true
		}
	}
	server := strings.ToLower(header.Get("Server"))
	for _, name := range [...]string{"amazons3", "minio", "tencent-cos", "obs", "tosserver"} {
		if strings.HasPrefix(server, name) {
			a.foreign = true
		}
	}
}

// readXML reads an Error document. What it does not know it passes over; where the document
// breaks off it keeps the elements that are whole.
func (a *answer) readXML(doc []byte) {
	doc = bytes.TrimPrefix(doc, []byte("\xef\xbb\xbf"))
	// OSS echoes what it was sent, so that a byte which XML forbids must not hide the rest.
	doc = bytes.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
			return utf8.RuneError
		}
		return r
	}, doc)
	d := xml.NewDecoder(bytes.NewReader(doc))
	d.Strict = false // an unknown entity, or an attribute without quotes
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }

	// The path to the current element. Only the first three levels are of use.
	var path [3]string
	var text strings.Builder
	depth := 0
	for {
		t, err := d.RawToken()
		if err != nil {
			return
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth < len(path) {
				path[depth] = t.Name.Local
			}
			depth++
			if depth == 1 {
				if t.Name.Local != "Error" {
					return
				}
				a.isError = true
			}
			if depth == 2 && t.Name.Local == "AccessDeniedDetail" {
				a.hasDenial = true
			}
			text.Reset()
		case xml.CharData:
			if depth == 2 || depth == 3 {
				text.Write(t)
			}
		case xml.EndElement:
			if depth == 2 || depth == 3 {
				if dst := a.element(path[1:depth]); dst != nil && *dst == "" {
					*dst = strings.TrimSpace(text.String())
				}
			}
			text.Reset()
			if depth--; depth <= 0 {
				return
			}
		}
	}
}

// element returns where the value of the element at this path below Error goes, nil for one that
// is of no use.
func (a *answer) element(path []string) *string {
	name := path[len(path)-1]
	if len(path) == 2 {
		switch path[0] {
		case "AccessDeniedDetail":
			switch name {
			case "PolicyType":
				return &a.policyType
			case "NoPermissionType":
				return &a.noPermissionType
			case "AuthAction":
				return &a.authAction
			case "AuthPrincipalType":
				return &a.principalType
			case "AuthPrincipalOwnerId":
				return &a.principalOwnerID
			case "AuthPrincipalDisplayName":
				return &a.principalName
			case "EncodedDiagnosticMessage":
				return &a.encodedDiagnosticMessage
			}
			return nil
		case "Detail":
			return a.clockElement(name)
		}
		return nil
	}
	switch name {
	case "Code":
		return &a.code
	case "Message":
		return &a.message
	case "RequestId":
		return &a.requestID
	case "HostId":
		return &a.hostID
	case "EC":
		return &a.ec
	case "RecommendDoc":
		return &a.recommendDoc
	case "Bucket", "BucketName":
		return &a.bucket
	case "ObjectName", "Key":
		return &a.object
	case "Endpoint":
		return &a.endpoint
	case "OSSAccessKeyId":
		return &a.accessKeyID
	case "AWSAccessKeyId":
		return &a.awsAccessKeyID
	case "SecurityToken":
		return &a.securityToken
	case "SignatureProvided":
		return &a.signatureProvided
	case "StringToSign":
		return &a.stringToSign
	case "StringToSignBytes":
		return &a.stringToSignBytes
	case "CanonicalRequest":
		return &a.canonicalRequest
	case "Resource":
		return &a.resource
	}
	return a.clockElement(name)
}

func (a *answer) clockElement(name string) *string {
	switch name {
	case "RequestTime":
		return &a.requestTime
	case "ServerTime":
		return &a.serverTime
	case "Expires":
		return &a.expires
	case "MaxAllowedSkewMilliseconds":
		return &a.maxSkew
	}
	return nil
}
