package signing

import (
	"cmp"
	"encoding/hex"
	"net/http"
	"strings"

	"github.com/oss403/oss403/internal/document"
	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/request"
)

// Echo is what OSS says it signed, in StringToSign and CanonicalRequest of its answer. Its values are
// not masked, and neither is what this file makes of them.
type Echo struct {
	scheme           string // as far as the answer tells it, else ""
	stringToSign     string
	canonicalRequest string // V4, S3 V4
	accessKeyID      string // "": not known
}

// EchoOf returns the echo in an answer. StringToSignBytes is preferred where it is whole: StringToSign loses
// bytes that are no UTF-8 and some line breaks to XML, and blanks at its ends.
func EchoOf(a *document.Error) Echo {
	s := Echo{
		scheme:           SchemeOfAnswer(a),
		stringToSign:     a.RawStringToSign,
		canonicalRequest: a.CanonicalRequest,
		accessKeyID:      cmp.Or(a.AccessKeyID, a.AWSAccessKeyID),
	}
	if b, err := hex.DecodeString(strings.Join(strings.Fields(a.StringToSignBytes), "")); err == nil && len(b) > 0 && !isBegin(b, s.stringToSign) {
		s.stringToSign = string(b)
	}
	return s
}

// isBegin says whether bytes are a text's without its end, as where a log cut them off.
func isBegin(b []byte, text string) bool {
	text = strings.TrimSpace(text)
	return len(b) < len(text) && text[:len(b)] == string(b)
}

// Texts returns what OSS may have calculated the signature over, as far as the answer holds it: whole
// in StringToSignBytes, or else as it stands in the document, and without the white space around it
// that a document may have been given.
func Texts(a *document.Error) []string {
	s := EchoOf(a)
	if s.stringToSign == a.StringToSign {
		return []string{s.stringToSign}
	}
	return []string{s.stringToSign, a.StringToSign}
}

// SchemeOfAnswer tells the signing scheme by what OSS signed, else by the EC of a mismatch; "" if it cannot be
// told.
func SchemeOfAnswer(a *document.Error) string {
	if scheme := schemeV4(a.StringToSign); scheme != "" {
		return scheme
	}
	if scheme := schemeOfEC(a.EC); scheme != "" {
		return scheme
	}
	if a.StringToSign != "" && a.AWSAccessKeyID != "" {
		return "S3 V2"
	}
	return ""
}

// schemeV4 returns the scheme of a StringToSign of V4 or S3 V4, whose first line names the algorithm; "" for
// any other text. A chunk's has more behind the name.
func schemeV4(stringToSign string) string {
	const length = len("OSS4-HMAC-SHA256")
	if len(stringToSign) < length {
		return ""
	}
	return request.SchemeOf(stringToSign[:length])
}

// signedText is what the server signed, taken apart.
type signedText struct {
	scheme      string // "" if it cannot be read
	verb        string
	dateLine    string
	resource    string // V1, V2, S3 V2: with the query; V4, S3 V4: the canonical path
	headerParts []SignedPart
	additional  string // V2, V4: additional headers; S3 V4: signed headers

	contentMD5, contentType string // V1, V2, S3 V2

	algorithm    string // V4, S3 V4, down to the end
	scope        [3]string
	hash         string
	hasCanonical bool
	queryParts   []SignedPart
	payloadHash  string
}

func (a *signedText) isV4() bool { return a.scheme == "V4" || a.scheme == "S3 V4" }

// headerPrefix begins the headers that the scheme signs.
func (a *signedText) headerPrefix() string {
	if strings.HasPrefix(a.scheme, "S3") {
		return "x-amz-"
	}
	return "x-oss-"
}

// read takes an echo apart. claimed is the scheme that the request says it has: the strings of
// V1, V2 and S3 V2 look alike.
func (s Echo) read(claimed string) *signedText {
	a := &signedText{}
	text := strings.TrimLeft(s.stringToSign, " \t\r\n")
	if i := strings.LastIndexByte(text, '\n'); i >= 0 && strings.TrimSpace(text[i:]) == "" {
		text = text[:i] // the indentation of </StringToSign>
	}
	if a.readV4(text, s.canonicalRequest) {
		return a
	}
	lines := strings.SplitN(text, "\n", 5)
	if len(lines) < 5 || !isVerb(lines[0]) || s.scheme == "V4" || s.scheme == "S3 V4" {
		return &signedText{}
	}
	a.verb, a.contentMD5, a.contentType, a.dateLine = lines[0], lines[1], lines[2], lines[3]
	rest := lines[4]
	known := func(scheme string) bool { return scheme == "V1" || scheme == "V2" || scheme == "S3 V2" }
	switch {
	case known(s.scheme):
		a.scheme = s.scheme
	case known(claimed):
		a.scheme = claimed
	case strings.HasPrefix(rest, "x-amz-"):
		a.scheme = "S3 V2"
	case strings.HasPrefix(rest, "/"), strings.HasPrefix(rest, "x-oss-") && !strings.Contains(rest, "\n%2F"):
		a.scheme = "V1"
	default:
		a.scheme = "V2"
	}
	// Headers have a colon in them, and the resource begins with a slash.
	for {
		line, after, more := strings.Cut(rest, "\n")
		name, value, ok := strings.Cut(line, ":")
		if !more || !ok || strings.HasPrefix(line, "/") || strings.HasPrefix(line, "%2F") ||
			a.scheme != "V2" && !strings.HasPrefix(name, a.headerPrefix()) {
			break
		}
		a.headerParts = append(a.headerParts, SignedPart{strings.ToLower(name), value})
		rest = after
	}
	if a.scheme == "V2" {
		a.additional, rest, _ = strings.Cut(rest, "\n")
	}
	a.resource = rest
	return a
}

func isVerb(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return s != ""
}

// readV4 reads the strings of V4 and S3 V4, of which one may be missing.
func (a *signedText) readV4(text, canonical string) bool {
	lines := strings.Split(text, "\n")
	if a.scheme = schemeV4(text); a.scheme == "" {
		return false
	}
	a.algorithm = lines[0]
	if len(lines) > 1 {
		a.dateLine = strings.TrimSpace(lines[1])
	}
	if len(lines) > 2 {
		copy(a.scope[:], strings.Split(strings.TrimSpace(lines[2]), "/"))
	}
	if len(lines) == 4 {
		a.hash = strings.TrimSpace(lines[3])
	} else {
		return true // a chunk's, or cut off: the canonical request is of no use
	}
	lines = strings.Split(strings.TrimSpace(canonical), "\n")
	if len(lines) < 5 {
		return true
	}
	a.hasCanonical = true
	a.verb, a.resource = lines[0], lines[1]
	a.queryParts = signedQuery(lines[2])
	last := len(lines) - 1
	a.additional, a.payloadHash = lines[last-1], lines[last]
	for _, line := range lines[3 : last-1] {
		if name, value, ok := strings.Cut(line, ":"); ok {
			a.headerParts = append(a.headerParts, SignedPart{strings.ToLower(name), value})
		}
	}
	return true
}

// Parts splits what the server signed into named lines for a reader, in the order of signing. An
// echo of no scheme known here is one part.
func (s Echo) Parts() (scheme string, parts []SignedPart) {
	a := s.read(s.scheme)
	add := func(name, value string) { parts = append(parts, SignedPart{name, value}) }
	switch {
	case a.scheme == "":
		if s.stringToSign != "" {
			add(partUnread, s.stringToSign)
		}
		return "", parts
	case !a.isV4():
		add(partMethod, a.verb)
		add(partContentMD5, a.contentMD5)
		add(partContentType, a.contentType)
		if a.dateLine != "" && strings.Trim(a.dateLine, "0123456789") == "" {
			add(partExpires, a.dateLine)
		} else {
			add(partDate, a.dateLine)
		}
		parts = append(parts, a.headerParts...)
		if a.scheme == "V2" {
			add(partAdditional, a.additional)
		}
		add(partResource, a.resource)
		return a.scheme, parts
	}
	add(partScheme, a.algorithm)
	add(partDate, a.dateLine)
	add(partScopeDate, a.scope[0])
	add(partScopeRegion, a.scope[1])
	add(partScopeProduct, a.scope[2])
	if a.hash != "" {
		add(partHash, a.hash)
	}
	if !a.hasCanonical {
		return a.scheme, parts
	}
	add(partMethod, a.verb)
	add(PartPath, a.resource)
	parts = append(parts, a.queryParts...)
	parts = append(parts, a.headerParts...)
	if a.scheme == "V4" {
		add(partAdditional, a.additional)
	} else {
		add(partSigned, a.additional)
	}
	add(partPayload, a.payloadHash)
	return a.scheme, parts
}

// signedQuery reads the query that a server signed, escaped.
func signedQuery(query string) []SignedPart {
	var list []SignedPart
	for _, p := range request.ParseQuery(query) {
		list = append(list, SignedPart{p.Name, p.Value})
	}
	return list
}

// Suspects lists what in the echo alone makes it likely that the signer signed something else,
// where the request is not known.
func (s Echo) Suspects(host string) []Difference {
	a := s.read(s.scheme)
	var list []Difference
	add := func(part, client, server string, kind DifferenceKind) {
		list = append(list, Difference{part, client, server, kind})
	}
	isURL := a.dateLine != "" && strings.Trim(a.dateLine, "0123456789") == ""
	path, _, _ := strings.Cut(a.resource, "?")
	switch {
	case a.scheme == "":
		return nil
	case a.isV4() && a.scheme != "V4":
	case a.isV4():
		if region := osshost.Region(host); region != "" && a.scope[1] != "" && strings.TrimPrefix(a.scope[1], "oss-") != region {
			add(partScopeRegion, a.scope[1], region, ScopeRegion)
		}
	case isURL && a.contentType != "":
		add(partContentType, a.contentType, "", ContentTypeSent)
	case isURL && (a.verb == http.MethodHead || a.verb == http.MethodDelete || a.verb == http.MethodPost):
		add(partMethod, a.verb, http.MethodGet, HeadRequest)
	}
	// The bucket comes first in the resource of all schemes but those of S3.
	bucket, style := osshost.Bucket(host)
	path, inFront := strings.CutPrefix(path, "/"+bucket+"/")
	if style == osshost.VirtualHosted && inFront {
		if strings.HasPrefix(path, "/") || strings.Contains(path, "//") {
			add(PartPath, path, mergeSlashes(strings.TrimLeft(path, "/")), KeySlash)
		}
		if path == bucket || strings.HasPrefix(path, bucket+"/") {
			add(PartPath, path, strings.TrimPrefix(strings.TrimPrefix(path, bucket), "/"), KeyBucket)
		}
	}
	return list
}
