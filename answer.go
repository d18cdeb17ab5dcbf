package oss403

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"io"
	"net/http"
	"strconv"
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

	elements

	// What tells OSS from others.
	isError bool // an Error element was there
	broken  bool // it was not read to its end
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

// elements are those of the body, completed by headers.
type elements struct {
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

	rawStringToSign string // not trimmed: a blank at its end may be the mistake
	rawAccessKeyID  string // not trimmed either
	padded          bool   // values have blanks around, as on a page that shows an answer

	resource string // S3, MinIO and COS have it, OSS has not
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

// readXML reads an Error document. What it does not know it passes over, and it goes on behind
// what is no XML: OSS echoes what it was sent. Where the document breaks off it keeps what is
// whole, and says so in a.broken.
func (a *answer) readXML(doc string) {
	doc = strings.TrimPrefix(doc, "\ufeff")
	if doc != "" && !a.scanXML(doc) {
		a.readAnyXML([]byte(doc))
	}
}

// readAnyXML is readXML for documents of any shape.
func (a *answer) readAnyXML(doc []byte) {
	doc = skipProlog(cutLongTags(cleanXML(doc)))
	x := xmlReader{doc: doc}
	for range maxRepairs {
		if x.read(a) {
			return
		}
		// Go on at the next end tag.
		next := bytes.Index(x.doc, []byte("</"))
		if next < 0 || !a.isError || x.tokens > maxTokens || x.depth > maxDepth {
			break
		}
		x.doc = x.doc[next:]
	}
	a.broken = a.isError
}

// An error of OSS has some thirty elements and two levels of them.
const (
	maxRepairs = 64      // how often readXML goes on behind what is no XML
	maxTokens  = 4 << 10 // tags and texts
	maxDepth   = 256     // elements around
	maxTag     = 4 << 10 // bytes of one tag
)

// cutLongTags takes the attributes out of tags that are longer than any of OSS.
func cutLongTags(doc []byte) []byte {
	end := 0 // the next > behind i
	for i := 0; i < len(doc); {
		n := bytes.IndexByte(doc[i:], '<')
		if n < 0 {
			break
		}
		if i += n + 1; end < i {
			if n = bytes.IndexByte(doc[i:], '>'); n < 0 {
				n = len(doc) - i
			}
			end = i + n
		}
		name := i
		for name < end && looks[doc[name]]&lookAlnum != 0 {
			name++
		}
		if name > i && end-i > maxTag {
			doc = append(doc[:name], doc[end:]...)
			end = name
		}
		i = name
	}
	return doc
}

// xmlReader is the state of reading a document, which outlives a repair.
type xmlReader struct {
	doc     []byte             // what is still to be read
	path    [3]string          // the elements around; only three levels are of use
	text    [3]strings.Builder // their text so far
	depth   int
	tokens  int  // read so far
	damaged bool // the element around was not read whole
}

// read reads up to the end of the root element and returns true, or up to what is no XML.
func (x *xmlReader) read(a *answer) bool {
	d := xml.NewDecoder(bytes.NewReader(x.doc))
	d.Strict = false // an unknown entity, or an attribute without quotes
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		start := int(d.InputOffset())
		t, err := d.RawToken()
		if x.tokens++; x.tokens > maxTokens || x.depth > maxDepth {
			return false
		}
		if err != nil {
			// Behind the start of what is no token; it may have eaten the rest.
			x.doc = x.doc[min(start+1, len(x.doc)):]
			x.damaged = true
			a.broken = a.broken || x.depth > 1 && x.path[1] == "Message"
			return false
		}
		switch t := t.(type) {
		case xml.StartElement:
			if x.depth == 0 {
				if t.Name.Local != "Error" {
					return true
				}
				a.isError = true
			}
			if x.depth == 1 && t.Name.Local == "AccessDeniedDetail" {
				a.hasDenial = true
			}
			if x.depth < len(x.path) {
				x.path[x.depth] = t.Name.Local
				x.text[x.depth].Reset()
			}
			x.depth++
		case xml.CharData:
			// The text of a child, as of a link, belongs to the elements around as well.
			for i := 1; i < x.depth && i < len(x.text); i++ {
				x.text[i].Write(t)
			}
		case xml.EndElement:
			// An end tag that fits further up closes what was left open below, as <br> in a
			// message; one that fits nothing closes nothing.
			fits := x.depth > len(x.path)
			for k := min(x.depth, len(x.path)) - 1; k >= 0 && !fits; k-- {
				if fits = strings.EqualFold(x.path[k], t.Name.Local); fits {
					x.depth = k + 1
				}
			}
			if !fits {
				continue
			}
			if x.depth--; x.depth <= 0 {
				return true
			}
			if x.depth < len(x.path) && !x.damaged {
				parent := ""
				if x.depth == 2 {
					parent = x.path[1]
				}
				a.set(parent, x.path[x.depth], x.text[x.depth].String())
			}
			x.damaged = false
		}
	}
}

// set keeps the value of an element, unless there was one before. parent is "" for one below Error.
func (a *answer) set(parent, name, value string) {
	dst := a.element(parent, name)
	if dst == nil || *dst != "" && strings.TrimSpace(*dst) != "" {
		return
	}
	if *dst = value; value != "" && (value[0] <= ' ' || value[0] >= utf8.RuneSelf || value[len(value)-1] <= ' ' || value[len(value)-1] >= utf8.RuneSelf) {
		*dst = strings.TrimSpace(value)
	}
	switch dst {
	case &a.code:
		a.padded = value != *dst
	case &a.stringToSign:
		a.rawStringToSign = value
	case &a.accessKeyID, &a.awsAccessKeyID:
		a.rawAccessKeyID = value
	}
}

// readJSON reads the errors of vector buckets, which have the elements of the XML below "Error", and
// of table buckets, which have a message only.
func (a *answer) readJSON(doc []byte) {
	var body struct {
		Error   map[string]any
		Message string
	}
	if json.Unmarshal(doc, &body) != nil {
		return
	}
	if body.Error == nil {
		fill(&a.message, body.Message)
		return
	}
	a.isError = true
	for name, value := range body.Error {
		switch value := value.(type) {
		case string:
			a.set("", name, value)
		case map[string]any:
			a.hasDenial = a.hasDenial || name == "AccessDeniedDetail"
			for inner, value := range value {
				if s, ok := value.(string); ok {
					a.set(name, inner, s)
				}
			}
		}
	}
}

// cleanXML replaces what XML forbids, as bytes and as character references: OSS echoes what it was
// sent, and one such byte must not hide the rest.
func cleanXML(doc []byte) []byte {
	bad := 0
	for rest := doc; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		if rest = rest[n:]; isUnreadable(r) {
			bad++
		}
	}
	clean := make([]byte, 0, min(len(doc)+2*bad, maxBody))
	for len(doc) > 0 {
		r, n := utf8.DecodeRune(doc)
		if doc = doc[n:]; isUnreadable(r) {
			r = utf8.RuneError
		}
		if len(clean)+utf8.RuneLen(r) > cap(clean) {
			break
		}
		clean = utf8.AppendRune(clean, r)
	}
	for i := 0; ; i += 2 {
		n := bytes.Index(clean[i:], []byte("&#"))
		if n < 0 {
			return clean
		}
		i += n
		number := clean[i+2 : min(len(clean), i+12)]
		if end := bytes.IndexByte(number, ';'); end >= 0 && isForbidden(string(number[:end])) {
			clean[i] = '?' // no reference any more, and still to be read
		}
	}
}

// isUnreadable says whether XML forbids r, or r stands for bytes that are no character.
func isUnreadable(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff || r == utf8.RuneError
}

// isForbidden says whether XML forbids a reference to this character.
func isForbidden(number string) bool {
	base := 10
	if number != "" && lower(number[0]) == 'x' {
		number, base = number[1:], 16
	}
	r, err := strconv.ParseUint(number, base, 32)
	return err != nil || r < ' ' && r != '\t' && r != '\n' && r != '\r' || r >= 0xd800 && r < 0xe000 ||
		r == 0xfffe || r == 0xffff || r > utf8.MaxRune
}

// skipProlog leaves out what stands in front of the Error element, and the attributes of that,
// where they are no XML: <? xml ... ? >, quotes that an editor made curly.
func skipProlog(doc []byte) []byte {
	i := 0
	for !bytes.HasPrefix(doc[i:], []byte("<Error")) {
		n := bytes.IndexByte(doc[i:], '<')
		if n < 0 {
			return doc
		}
		i += n
		end := ">"
		switch rest := doc[i:]; {
		case bytes.HasPrefix(rest, []byte("<Error")):
			continue
		case bytes.HasPrefix(rest, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(rest, []byte("<!")), bytes.HasPrefix(rest, []byte("<?")):
		default:
			return doc // another element is the root
		}
		if n = bytes.Index(doc[i:], []byte(end)); n < 0 {
			return doc
		}
		i += n + len(end)
	}
	if i+len("<Error") == len(doc) {
		return doc
	}
	rest := doc[i+len("<Error"):]
	if rest[0] > ' ' && rest[0] != '>' { // <Errors
		return doc
	}
	end := bytes.IndexByte(rest, '>')
	if end < 0 || end > 0 && rest[end-1] == '/' {
		return doc
	}
	return append([]byte("<Error"), rest[end:]...)
}

// element returns where the value of an element goes, nil for one that is of no use. parent is ""
// for one below Error.
func (a *answer) element(parent, name string) *string {
	switch parent {
	case "":
	case "Detail":
		return a.clockElement(name)
	case "AccessDeniedDetail":
		return a.denialElement(name)
	default:
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

func (a *answer) denialElement(name string) *string {
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
