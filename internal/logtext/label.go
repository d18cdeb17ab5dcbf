package logtext

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/osshost"
)

// label is a name in a text with a value behind it, as in ErrorCode=AccessDenied.
type label struct {
	field  string // what it stands for: an element of OSS's document, or a field of this package
	at     int    // where the name begins
	value  int    // where the value begins
	weak   bool   // programs use the name for words of their own
	upper  bool   // the name begins with a capital, as SDKs write it
	quoted bool   // the name stands in quotes
	header bool
}

// Fields that are no elements of OSS's document.
const (
	fieldStatus     = "status"
	fieldWeakStatus = "weak status"
	fieldTarget     = "target" // method and URL
	fieldMethod     = "method"
	fieldURL        = "url"
	fieldHost       = "host"
	fieldPath       = "path"
	fieldReferer    = "referer"
	fieldOperation  = "operation"
	fieldName       = "name" // of a class, as clients for JavaScript print it: the code, or something else
	fieldLog        = "log"  // only logs have it
	fieldIgnored    = "ignored"
)

type labelName struct {
	field string
	weak  bool
}

// fieldLabels are the names of each field in a text, in lower case without what separates words. Weak are those that
// programs use for words of their own as well.
var fieldLabels = [...]struct{ field, names, weak string }{
	{"/EncodedDiagnosticMessage", "encodeddiagnosticmessage", ""},
	{"/AuthPrincipalDisplayName", "authprincipaldisplayname", ""},
	{"/AuthPrincipalOwnerId", "authprincipalownerid", ""},
	{"/AuthPrincipalType", "authprincipaltype", ""},
	{"/NoPermissionType", "nopermissiontype", ""},
	{"/PolicyType", "policytype", ""},
	{"/AuthAction", "authaction", ""},
	{"MaxAllowedSkewMilliseconds", "maxallowedskewmilliseconds", ""},
	{"SignatureProvided", "signatureprovided", ""},
	{"StringToSign", "stringtosign s3errorstringtosign", ""},
	{"StringToSignBytes", "stringtosignbytes", ""},
	{"CanonicalRequest", "canonicalrequest", ""},
	{"OSSAccessKeyId", "ossaccesskeyid", "s3erroraccesskeyid"},
	{"AWSAccessKeyId", "awsaccesskeyid", ""},
	{"SecurityToken", "securitytoken", ""},
	{"RecommendDoc", "recommenddoc", ""},
	{"RequestTime", "", "requesttime"},
	{"ServerTime", "", "servertime"},
	{"Expires", "", "expires"},
	{"Code", "errorcode s3errorcode osserrorcode osscode awserrorcode exceptionname", "code errcode"},
	{fieldName, "", "name"},
	{"Message", "errormessage s3errormessage osserrormessage awsmessage", "message errmsg errormsg msg description detail"},
	{"RequestId", "requestid ossrequestid awsrequestid reqid serverrequestid", ""},
	{"HostId", "hostid s3errorhostid", ""},
	{"EC", "ec eccode osserrorec", ""},
	{"Endpoint", "", "endpoint s3errorendpoint"},
	{"Bucket", "", "bucket"},
	{"BucketName", "", "bucketname s3errorbucket"},
	{"ObjectName", "", "objectname object key"},
	{fieldStatus, "httpstatuscode statuscode httpstatus s3statuscode httpcode httpresponsecode responsecode httperrorcode " +
		"respcode returnedcode httpresponsestatus responsestatus",
		""},
	{fieldWeakStatus, "", "status"},
	{fieldTarget, "requestendpoint requesttarget", ""},
	{fieldURL, "requesturl requestedurl", "url uri href"},
	{fieldMethod, "requestmethod httpmethod", "method"},
	{fieldHost, "", "host authority"},
	{fieldPath, "", "path"},
	{fieldReferer, "referer", "referrer"},
	{fieldOperation, "", "operation"},
	{fieldLog, "", "level severity ts time timestamp caller logger levelname loglevel logname pid"},
	{fieldIgnored, "",
		"reason stacktrace stack service kind error err proxy s3extendedrequestid extendedrequestid s3errorendpointraw " +
			"retryattempts requestheaders responseheaders cause region responseerror rawresponseerror resourcetype details " +
			"body exception data headers"},
	{"Resource", "", "s3errorresource"},
}

// labelNames are fieldLabels by name.
var labelNames map[string]labelName

func makeLabelNames() map[string]labelName {
	names := map[string]labelName{}
	for _, l := range fieldLabels {
		for _, name := range strings.Fields(l.names) {
			names[name] = labelName{l.field, false}
		}
		for _, name := range strings.Fields(l.weak) {
			names[name] = labelName{l.field, true}
		}
	}
	return names
}

// What a word can begin.
const (
	beginsName = 1 << iota
	beginsHeader
)

// labelBegins says what words can begin, by the hash of their first three letters.
var labelBegins [1 << 12]uint8

func makeLabelBegins() (t [1 << 12]uint8) {
	add := func(name string, what uint8) {
		name = strings.ReplaceAll(name, "-", "")
		if len(name) >= 3 {
			t[hash3(name[0], name[1], name[2])] |= what
		}
	}
	for name := range labelNames {
		add(name, beginsName)
	}
	for _, name := range headerPrefixes {
		add(name, beginsHeader)
	}
	for _, name := range headerWords {
		add(name, beginsHeader)
	}
	return t
}

// hash3 makes a number of three letters, the same for both cases.
func hash3(a, b, c byte) uint16 { return uint16(a&0x1f)<<7 ^ uint16(b&0x1f)<<4 ^ uint16(c&0x1f) }

// mayBegin says what the word s[i:end] can begin. Most words of a text begin nothing.
func mayBegin(s string, i, end int) uint8 {
	if end-i >= 3 {
		return labelBegins[hash3(s[i], s[i+1], s[i+2])]
	}
	var three [3]byte
	for n, k := 0, i; n < len(three); k++ {
		switch {
		case k >= len(s):
			return beginsName
		case chars.IsLetterOrDigit(s[k]):
			three[n] = s[k]
			n++
		case !joinsWords(s[k]):
			return beginsName // a shorter one may end here
		}
	}
	return labelBegins[hash3(three[0], three[1], three[2])]
}

// joinsWords says whether a character can stand between the words of a label.
func joinsWords(c byte) bool { return c == ' ' || c == '_' || c == '-' }

// labelAt reads a label of which s[i:end] is the first word. It returns where its value begins, and the end
// of the word if it is none.
func (p *page) labelAt(i, end int) int {
	s := p.text
	var buf [40]byte
	name := buf[:0]
	for k, words := i, 1; ; words++ {
		for ; k < len(s) && chars.IsLetterOrDigit(s[k]); k++ {
			if len(name) == len(buf) {
				return end
			}
			name = append(name, chars.Lower(s[k]))
		}
		if value, quoted, ok := separator(s, k, false); ok {
			l, known := labelNames[string(name)]
			if !known || string(name) == "key" && !isObjectKey(s[:i]) {
				return end
			}
			if l.field == "RequestId" && i > 1 && s[i-2]|0x20 == 'x' && s[i-1] == '-' { // X-Request-Id is nobody's in particular
				return end
			}
			value = skipDress(s, value, false)
			if l.field == fieldName && !isOneOf(s[min(value, len(s)-1)], "'\"") {
				return end
			}
			if l.field == fieldLog {
				p.isLog = p.isLog || quoted
			} else {
				p.labels = append(p.labels, label{field: l.field, at: i, value: value, weak: l.weak, upper: isUpper(s[i]), quoted: quoted})
			}
			return value
		}
		if words == 5 || k+1 >= len(s) || !joinsWords(s[k]) || !chars.IsLetterOrDigit(s[k+1]) {
			return end
		}
		k++
	}
}

// isObjectKey says whether a key is that of an object, by what stands in front of the word: AES_KEY and Secret Key
// are others.
func isObjectKey(before string) bool {
	n := len(before)
	return n < 2 || !joinsWords(before[n-1]) || !chars.IsLetterOrDigit(before[n-2]) || chars.HasSuffixFold(before[:n-1], "object")
}

// separator says where the value behind a name that ends at end begins, with its dress. header: what stands between
// the two may be what programs put between the name and the value of a header.
func separator(s string, end int, header bool) (value int, quoted, ok bool) {
	i := end
	for i < len(s) && closesName[s[i]] {
		i++
	}
	quoted = i > end
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') && i-end < 24 {
		i++
	}
	if i >= len(s) {
		return 0, false, false
	}
	switch c := s[i]; {
	case c == ':' || c == '=':
		i++
		if i < len(s) && (s[i] == c || c == ':' && strings.HasPrefix(s[i:], "//")) { // ::, ==, ://
			return 0, false, false
		}
		if i < len(s) && (s[i] == '=' && c == ':' || s[i] == '>' && c == '=') {
			i++
		}
	case header && quoted && c == ',':
		i++
		if rest := strings.TrimLeft(s[i:], " \t\r\n"); strings.HasPrefix(rest, `"value"`) { // HAR
			i = len(s) - len(rest) + len(`"value"`)
			for i < len(s) && isOneOf(s[i], " \t:") {
				i++
			}
		}
	case header && quoted && c == '"' && i > end && s[i-1] == ' ': // a map of Clojure's
	case header && c == '|': // a table
		i++
	case header && (c == '\n' || c == '\r'): // a browser's panel
		if j := strings.TrimLeft(s[i:], "\r\n"); j == "" || strings.Count(s[i:len(s)-len(j)], "\n") > 2 {
			return 0, false, false
		}
	default:
		return 0, false, false
	}
	return i, quoted, true
}

// closesName are the characters that may stand behind a name.
var closesName = [256]bool{'"': true, '\'': true, '`': true, '*': true, ']': true, '\\': true}

// readLabels takes the labels of a page, nearest first.
func (e *Evidence) readLabels(r *Reader, p *page, inner bool) {
	hasCode := false
	for _, l := range p.labels {
		hasCode = hasCode || l.field == "Code"
	}
	for _, k := range p.order() {
		l := p.labels[k]
		v := p.value(k)
		if l.header {
			e.addHeader(p, l, v)
			continue
		}
		if v == "" && l.field != "Message" && l.field != "Code" {
			continue
		}
		switch l.field {
		case "Code":
			if e.addCode(r, p, l, v) {
				e.pair[0] = true
			}
		case "Message":
			e.pair[1] = true
			e.addMessage(r, p, l, v, hasCode && inner)
		case "RequestId":
			v = bareID(v)
			if e.RequestID == "" || !form.IsRequestID(e.RequestID) && form.IsRequestID(v) {
				e.RequestID, e.Labelled = v, true
			}
		case "HostId":
			e.add("", "HostId", strings.Trim(v, "\"'"))
		case "EC":
			if form.IsEC(v) && e.EC == "" {
				e.EC = v
			}
		case fieldName:
			if code, class := r.codeOf(v); code != "" && !class && v == code && e.Code == "" {
				e.Code, e.named = code, true
			}
		case "Endpoint", "Bucket", "BucketName", "ObjectName":
			// A program's own words are none of OSS's.
			if p.sdk && l.upper && l.at > p.sdkAt || l.field == "BucketName" && l.upper || l.field == "Endpoint" && l.upper && l.quoted && osshost.IsOSS(v) && p.isDump() {
				e.add("", l.field, v)
			}
		case "RequestTime", "ServerTime", "Expires", "MaxAllowedSkewMilliseconds", "Resource", "RecommendDoc", "SecurityToken",
			"OSSAccessKeyId", "AWSAccessKeyId", "SignatureProvided", "StringToSign", "StringToSignBytes", "CanonicalRequest":
			if l.upper || !l.weak {
				e.add("", l.field, v)
			}
		case fieldReferer:
			e.addRequestHeader("Referer", v)
		default:
			if name, ok := strings.CutPrefix(l.field, "/"); ok {
				e.add("AccessDeniedDetail", name, v)
			}
		}
	}
}

// order returns the labels of a page with those behind its marker first, then those in front of it,
// the nearest first.
func (p *page) order() []int {
	if len(p.nearest) == len(p.labels) {
		return p.nearest
	}
	m := p.marker()
	list := p.nearest[:0]
	k := 0
	for k < len(p.labels) && p.labels[k].at < m {
		k++
	}
	for i := k; i < len(p.labels); i++ {
		list = append(list, i)
	}
	for i := k - 1; i >= 0; i-- {
		list = append(list, i)
	}
	p.nearest = list
	return list
}

// marker is where in a page the error begins.
func (p *page) marker() int {
	switch {
	case p.sdkAt >= 0:
		return p.sdkAt
	case len(p.words) > 0:
		return p.words[0].at
	case len(p.phrases) > 0:
		return p.phrases[0].at
	}
	return 0
}
