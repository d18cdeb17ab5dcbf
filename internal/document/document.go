package document

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/chars"
)

// Fill sets what is not known yet, from a header or a client's error. A longer value than a body can
// have is no answer of OSS.
func Fill(dst *string, value string) {
	if *dst == "" {
		value = chars.TrimSpace(value)
		*dst = value[:min(len(value), chars.MaxText+1)] // one more tells mask that it was cut
	}
}

// Known returns an ID, "" for what some clients and gateways write where they have none.
func Known(id string) string {
	if chars.TrimSpace(id) == "null" {
		return ""
	}
	return id
}

// Error is an error document of OSS, as it was sent.
type Error struct {
	Elements

	IsError bool // an Error element was there
	Broken  bool // it was not read to its end
}

// Elements are the values of a document, trimmed; "" where it does not have them.
type Elements struct {
	Code, Message, RequestID, HostID, EC, RecommendDoc string
	Bucket, Object, Endpoint                           string
	AccessKeyID, AWSAccessKeyID                        string
	SecurityToken, SignatureProvided                   string
	StringToSign, StringToSignBytes, CanonicalRequest  string
	RequestTime, ServerTime, Expires, MaxSkew          string

	// AccessDeniedDetail.
	HasDenial                                      bool
	PolicyType, NoPermissionType, AuthAction       string
	PrincipalType, PrincipalOwnerID, PrincipalName string
	EncodedDiagnosticMessage                       string

	RawStringToSign string // not trimmed: a blank at its end may be the mistake
	RawAccessKeyID  string // not trimmed either
	Padded          bool   // values have blanks around, as on a page that shows an answer

	Resource string // S3, MinIO and COS have it, OSS has not
}

// ReadXML reads an Error document. What it does not know it passes over, and it goes on behind
// what is no XML: OSS echoes what it was sent. Where the document breaks off it keeps what is
// whole, and says so in a.broken.
func (a *Error) ReadXML(doc string) {
	doc = strings.TrimPrefix(doc, "\ufeff")
	if doc != "" && !a.scanXML(doc) {
		a.readAnyXML([]byte(doc))
	}
}

// readAnyXML is readXML for documents of any shape.
func (a *Error) readAnyXML(doc []byte) {
	doc = skipProlog(cutLongTags(cleanXML(doc)))
	x := xmlReader{doc: doc}
	for range maxRepairs {
		if x.read(a) {
			return
		}
		next := x.nextTag()
		if next < 0 || !a.IsError || x.tokens > maxTokens || x.depth > maxDepth {
			break
		}
		x.doc = x.doc[next:]
	}
	a.Broken = a.IsError
}

// nextTag returns where to go on behind what is no XML: at the next end tag, or, between elements, at the
// next tag; -1 if there is none.
func (x *xmlReader) nextTag() int {
	if x.depth > 1 {
		return bytes.Index(x.doc, []byte("</"))
	}
	for i := 0; i+1 < len(x.doc); i++ {
		if c := x.doc[i+1]; x.doc[i] == '<' && (c == '/' || chars.IsLetterOrDigit(c) && !chars.IsDigit(c)) {
			return i
		}
	}
	return -1
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
	for i := 0; ; {
		n := bytes.IndexByte(doc[i:], '<')
		if n < 0 {
			return doc
		}
		if i += n + 1; end < i {
			if n = bytes.IndexByte(doc[i:], '>'); n < 0 {
				n = len(doc) - i
			}
			end = i + n
		}
		name := i
		for name < end && chars.IsLetterOrDigit(doc[name]) {
			name++
		}
		if name > i && end-i > maxTag {
			doc = append(doc[:name], doc[end:]...)
			end = name
		}
		i = name
	}
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
func (x *xmlReader) read(a *Error) bool {
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
			x.damaged = x.depth > 1
			a.Broken = a.Broken || x.depth > 1 && x.path[1] == "Message"
			return false
		}
		switch t := t.(type) {
		case xml.StartElement:
			if x.depth == 0 {
				if t.Name.Local != "Error" {
					return true
				}
				a.IsError = true
			}
			if x.depth == 1 && t.Name.Local == "AccessDeniedDetail" {
				a.HasDenial = true
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
				a.Set(parent, x.path[x.depth], x.text[x.depth].String())
			}
			x.damaged = false
		}
	}
}

// Set keeps the value of an element, unless there was one before. parent is "" for one below Error.
func (a *Error) Set(parent, name, value string) {
	dst := a.element(parent, name)
	if dst == nil || *dst != "" {
		return
	}
	*dst = chars.TrimSpace(value)
	switch dst {
	case &a.HostID, &a.RequestID, &a.EC:
		*dst = Known(*dst)
	case &a.Code:
		a.Padded = value != *dst
	case &a.StringToSign:
		a.RawStringToSign = value
	case &a.AccessKeyID, &a.AWSAccessKeyID:
		a.RawAccessKeyID = value
	}
}

// ReadJSON reads the errors of vector buckets, which have the elements of the XML below "Error", and
// of table buckets, which have a message only. It also reads what programs make of the XML, which may keep each element
// in a list.
func (a *Error) ReadJSON(doc []byte) {
	var body struct {
		Error   map[string]any
		Message string
	}
	if json.Unmarshal(doc, &body) != nil {
		return
	}
	if body.Error == nil {
		Fill(&a.Message, body.Message)
		return
	}
	a.IsError = true
	for name, value := range body.Error {
		switch value := alone(value).(type) {
		case string:
			a.Set("", name, value)
		case map[string]any:
			a.HasDenial = a.HasDenial || name == "AccessDeniedDetail"
			for inner, value := range value {
				if s, ok := alone(value).(string); ok {
					a.Set(name, inner, s)
				}
			}
		}
	}
}

// alone takes the only element of a list out of it.
func alone(v any) any {
	if list, ok := v.([]any); ok && len(list) == 1 {
		return list[0]
	}
	return v
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
	clean := make([]byte, 0, min(len(doc)+2*bad, chars.MaxText))
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
	if number != "" && chars.Lower(number[0]) == 'x' {
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
func (a *Error) element(parent, name string) *string {
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
		return &a.Code
	case "Message":
		return &a.Message
	case "RequestId":
		return &a.RequestID
	case "HostId":
		return &a.HostID
	case "EC":
		return &a.EC
	case "RecommendDoc":
		return &a.RecommendDoc
	case "Bucket", "BucketName":
		return &a.Bucket
	case "ObjectName", "Key":
		return &a.Object
	case "Endpoint":
		return &a.Endpoint
	case "OSSAccessKeyId":
		return &a.AccessKeyID
	case "AWSAccessKeyId":
		return &a.AWSAccessKeyID
	case "SecurityToken":
		return &a.SecurityToken
	case "SignatureProvided":
		return &a.SignatureProvided
	case "StringToSign":
		return &a.StringToSign
	case "StringToSignBytes":
		return &a.StringToSignBytes
	case "CanonicalRequest":
		return &a.CanonicalRequest
	case "Resource":
		return &a.Resource
	}
	return a.clockElement(name)
}

func (a *Error) denialElement(name string) *string {
	switch name {
	case "PolicyType":
		return &a.PolicyType
	case "NoPermissionType":
		return &a.NoPermissionType
	case "AuthAction":
		return &a.AuthAction
	case "AuthPrincipalType":
		return &a.PrincipalType
	case "AuthPrincipalOwnerId":
		return &a.PrincipalOwnerID
	case "AuthPrincipalDisplayName":
		return &a.PrincipalName
	case "EncodedDiagnosticMessage":
		return &a.EncodedDiagnosticMessage
	}
	return nil
}

func (a *Error) clockElement(name string) *string {
	switch name {
	case "RequestTime":
		return &a.RequestTime
	case "ServerTime":
		return &a.ServerTime
	case "Expires":
		return &a.Expires
	case "MaxAllowedSkewMilliseconds":
		return &a.MaxSkew
	}
	return nil
}

// scanXML reads a document of just the shape that OSS sends: elements without attributes, one level
// deep but for AccessDeniedDetail and Detail, text with the references that XML predefines, or the begin of
// one. It returns false, and has changed nothing, for anything else; that is for readAnyXML. Where it
// returns true both give the same.
func (a *Error) scanXML(doc string) bool {
	if a.IsError || a.Message != "" {
		return false // there is something to keep
	}
	s := xmlScanner{doc: doc}
	if !s.document(a) {
		a.Elements = Elements{}
		return false
	}
	a.IsError, a.Broken = true, a.Broken || s.ended
	return true
}
