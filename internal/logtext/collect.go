package logtext

import (
	"path"
	"strconv"
	"strings"
	"sync"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
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

// labelNames are the names that count, in lower case without what separates words.
var labelNames map[string]labelName

func makeLabelNames() map[string]labelName {
	return map[string]labelName{
		"encodeddiagnosticmessage": {"/EncodedDiagnosticMessage", false}, "authprincipaldisplayname": {"/AuthPrincipalDisplayName", false},
		"authprincipalownerid": {"/AuthPrincipalOwnerId", false}, "authprincipaltype": {"/AuthPrincipalType", false},
		"nopermissiontype": {"/NoPermissionType", false}, "policytype": {"/PolicyType", false}, "authaction": {"/AuthAction", false},
		"maxallowedskewmilliseconds": {"MaxAllowedSkewMilliseconds", false}, "signatureprovided": {"SignatureProvided", false},
		"stringtosign": {"StringToSign", false}, "s3errorstringtosign": {"StringToSign", false}, "stringtosignbytes": {"StringToSignBytes", false}, "canonicalrequest": {"CanonicalRequest", false},
		"ossaccesskeyid": {"OSSAccessKeyId", false}, "awsaccesskeyid": {"AWSAccessKeyId", false}, "securitytoken": {"SecurityToken", false}, "recommenddoc": {"RecommendDoc", false},
		"requesttime": {"RequestTime", true}, "servertime": {"ServerTime", true}, "expires": {"Expires", true},

		"code": {"Code", true}, "errorcode": {"Code", false}, "errcode": {"Code", true}, "s3errorcode": {"Code", false}, "osserrorcode": {"Code", false}, "osscode": {"Code", false},
		"awserrorcode": {"Code", false}, "exceptionname": {"Code", false}, "name": {fieldName, true},
		"message": {"Message", true}, "errormessage": {"Message", false}, "errmsg": {"Message", true}, "errormsg": {"Message", true}, "s3errormessage": {"Message", false}, "osserrormessage": {"Message", false}, "awsmessage": {"Message", false},
		"msg": {"Message", true}, "description": {"Message", true}, "detail": {"Message", true},
		"requestid": {"RequestId", false}, "ossrequestid": {"RequestId", false}, "awsrequestid": {"RequestId", false}, "reqid": {"RequestId", false}, "serverrequestid": {"RequestId", false},
		"hostid": {"HostId", false}, "s3errorhostid": {"HostId", false}, "ec": {"EC", false}, "eccode": {"EC", false}, "osserrorec": {"EC", false},
		"endpoint": {"Endpoint", true}, "s3errorendpoint": {"Endpoint", true}, "bucket": {"Bucket", true}, "bucketname": {"BucketName", true}, "s3errorbucket": {"BucketName", true}, "objectname": {"ObjectName", true}, "object": {"ObjectName", true}, "key": {"ObjectName", true},

		"httpstatuscode": {fieldStatus, false}, "statuscode": {fieldStatus, false}, "httpstatus": {fieldStatus, false}, "s3statuscode": {fieldStatus, false}, "httpcode": {fieldStatus, false},
		"httpresponsecode": {fieldStatus, false}, "responsecode": {fieldStatus, false}, "httperrorcode": {fieldStatus, false}, "respcode": {fieldStatus, false}, "returnedcode": {fieldStatus, false},
		"status": {fieldWeakStatus, true}, "httpresponsestatus": {fieldStatus, false}, "responsestatus": {fieldStatus, false},
		"requestendpoint": {fieldTarget, false}, "requesttarget": {fieldTarget, false},
		"requesturl": {fieldURL, false}, "url": {fieldURL, true}, "uri": {fieldURL, true}, "href": {fieldURL, true}, "requestedurl": {fieldURL, false},
		"requestmethod": {fieldMethod, false}, "method": {fieldMethod, true}, "httpmethod": {fieldMethod, false}, "host": {fieldHost, true}, "path": {fieldPath, true}, "authority": {fieldHost, true},
		"referer": {fieldReferer, false}, "referrer": {fieldReferer, true}, "operation": {fieldOperation, true},

		"level": {fieldLog, true}, "severity": {fieldLog, true}, "ts": {fieldLog, true}, "time": {fieldLog, true}, "timestamp": {fieldLog, true}, "caller": {fieldLog, true},
		"logger": {fieldLog, true}, "levelname": {fieldLog, true}, "loglevel": {fieldLog, true}, "reason": {fieldIgnored, true},
		"logname": {fieldLog, true}, "pid": {fieldLog, true}, "stacktrace": {fieldIgnored, true}, "stack": {fieldIgnored, true}, "service": {fieldIgnored, true},
		"kind": {fieldIgnored, true}, "error": {fieldIgnored, true}, "err": {fieldIgnored, true}, "proxy": {fieldIgnored, true}, "s3extendedrequestid": {fieldIgnored, true}, "extendedrequestid": {fieldIgnored, true},
		"s3errorresource": {"Resource", true}, "s3erroraccesskeyid": {"OSSAccessKeyId", true}, "s3errorendpointraw": {fieldIgnored, true}, "retryattempts": {fieldIgnored, true},
		"requestheaders": {fieldIgnored, true}, "responseheaders": {fieldIgnored, true}, "cause": {fieldIgnored, true}, "region": {fieldIgnored, true}, "responseerror": {fieldIgnored, true}, "rawresponseerror": {fieldIgnored, true},
		"resourcetype": {fieldIgnored, true}, "details": {fieldIgnored, true}, "body": {fieldIgnored, true}, "exception": {fieldIgnored, true}, "data": {fieldIgnored, true}, "headers": {fieldIgnored, true},
	}
}

// word is a code in a text.
type word struct {
	at, end int
	code    string
	class   bool // as the class that an SDK makes of it: AccessDeniedError
}

// phrase is a message of the catalog in a text.
type phrase struct {
	at, end int
	shared  bool // other stores send it too
	cut     bool // the text breaks off in it
}

// token is what tells itself by its form.
type token struct {
	at    int
	value string
}

// url is one in a text.
type link struct {
	at, end int
	method  string
	url     string
	status  int // behind it, 0: none
}

// page is a text without escapes and what was collected from it.
type page struct {
	text      string
	docs      []document
	labels    []label
	words     []word
	phrases   []phrase
	ids       []token // by form, with no label
	ecs       []token
	hosts     []token
	links     []link
	statuses  []status
	sdk       bool // words of an SDK of OSS
	sdkAt     int
	foreign   bool // another store is named
	operation bool // so is what the client was at
	html      bool
	isLog     bool // it has keys of a log
	own       []Element
	nearest   []int // the labels, as order returns them
}

// desk is where a record is read: pages, whose slices are used again.
type desk struct {
	pages []*page // in use
	spare []*page
}

var desks = sync.Pool{New: func() any { return new(desk) }}

// page returns an empty page for a text.
func (d *desk) page(text string) *page {
	var p *page
	if n := len(d.spare); n > 0 {
		p, d.spare = d.spare[n-1], d.spare[:n-1]
	} else {
		p = new(page)
	}
	p.text, p.sdkAt = text, -1
	return p
}

// clear makes the pages spare, and forgets the text that they were of.
func (d *desk) clear() {
	for _, p := range d.pages {
		clear(p.docs)
		clear(p.labels)
		clear(p.words)
		clear(p.ids)
		clear(p.ecs)
		clear(p.hosts)
		clear(p.links)
		*p = page{docs: p.docs[:0], labels: p.labels[:0], words: p.words[:0], phrases: p.phrases[:0], ids: p.ids[:0], ecs: p.ecs[:0], hosts: p.hosts[:0], links: p.links[:0], statuses: p.statuses[:0], nearest: p.nearest[:0]}
		if len(d.spare) < maxSpare {
			d.spare = append(d.spare, p)
		}
	}
	clear(d.pages)
	d.pages = d.pages[:0]
}

const maxSpare = 4 // pages; most records have one or two

type status struct {
	at    int
	code  int
	weak  bool
	plain bool // a mere 403 that nothing calls a status
}

const maxPieces = 128

// collect reads a page.
func (r *Reader) collect(d *desk, text string) *page {
	p := d.page(text)
	d.pages = append(d.pages, p)
	s := text
	skipped := 0 // where the next document begins
	p.docs = findDocuments(p.docs, s)
	for i := 0; i < len(s); {
		if skipped < len(p.docs) && i >= p.docs[skipped].start {
			i = max(i, p.docs[skipped].end)
			skipped++
			continue
		}
		c := s[i]
		if !chars.IsLetterOrDigit(c) {
			if c == '<' && !p.html && (hasPrefixFold(s[i:], "<html") || hasPrefixFold(s[i:], "<!doctype html")) {
				p.html = true
			}
			i++
			continue
		}
		end := i + 1
		for end < len(s) && chars.IsLetterOrDigit(s[end]) {
			end++
		}
		if skipped < len(p.docs) {
			end = min(end, p.docs[skipped].start)
		}
		i = max(end, r.collectWord(p, i, end))
	}
	return p
}

// collectWord looks at the word s[i:end] and what is behind it. It returns where to go on.
func (r *Reader) collectWord(p *page, i, end int) int {
	s := p.text
	w := s[i:end]
	before := byte(' ')
	if i > 0 {
		before = s[i-1]
	}
	behind := byte(' ')
	if end < len(s) {
		behind = s[end]
	}
	switch {
	case behind == ':' && strings.HasPrefix(s[end:], "://"):
		if u := urlAt(s, i); len(u) > len(w)+3 {
			p.addLink(s, i, i+len(u), u)
			if !isOSSText(u) && r.isOther(hostOf(u)) {
				p.foreign = true
			}
			return i + len(u)
		}
	case len(w) == 24 && form.IsRequestID(w):
		p.ids = append(p.ids[:min(len(p.ids), maxPieces)], token{i, w})
		if isSaidID(s[:i]) && len(p.labels) < maxPieces {
			p.labels = append(p.labels, label{field: "RequestId", at: i, value: i})
		}
		return end
	case len(w) >= 12 && len(w) < 24 && behind == '*':
		n := end
		for n < len(s) && s[n] == '*' && n-i < 24 {
			n++
		}
		if form.IsRequestID(s[i:n]) {
			p.ids = append(p.ids[:min(len(p.ids), maxPieces)], token{i, s[i:n]})
			return n
		}
	case len(w) == 4 && behind == '-' && form.IsEC(s[i:min(len(s), i+13)]) && (i+13 == len(s) || !chars.IsLetterOrDigit(s[i+13])):
		p.ecs = append(p.ecs[:min(len(p.ecs), maxPieces)], token{i, s[i : i+13]})
		return i + 13
	case len(w) == 3 && isStatus(w):
		p.addStatus(s, i, end, before, behind)
		return end
	case behind == '.' && strings.HasPrefix(s[end:], ".aliyuncs.com"):
		low, high := i, end+len(".aliyuncs.com")
		for low > 0 && i-low < 200 && (chars.IsLetterOrDigit(s[low-1]) || s[low-1] == '-' || s[low-1] == '.' || s[low-1] == '_' || s[low-1] == '*') {
			low--
		}
		host := strings.TrimLeft(s[low:high], ".-_")
		p.addHost(low, host)
		if r.isOther(host) {
			p.foreign = true
		}
		return high
	}
	if c := w[0]; c == 'H' && w == "HTTP" && behind == '/' {
		if n, status := statusLine(s[i:]); status != 0 {
			p.statuses = append(p.statuses[:min(len(p.statuses), maxPieces)], status1(i, status))
			return i + n
		}
	} else if isMethod(w) && behind == ' ' {
		if n := p.requestLine(s, i, end); n > 0 {
			return n
		}
	}
	next := 0
	if r.beginsMessage(s, i) {
		if n, shared := r.c.Message(s[i:]); n > 0 {
			if goesOn(s[i+n:]) && !strings.HasSuffix(s[:i+n], ".") {
				// It begins like one that is known, and is another.
				next = i + n
			} else if strings.Contains(s[i:i+n], " ") {
				p.phrases = append(p.phrases[:min(len(p.phrases), maxPieces)], phrase{at: i, end: i + n, shared: shared})
				next = i + n
			}
		} else if n := r.c.Beginning(s[i:]); n > 0 && breaksOff(s[i+n:]) {
			p.phrases = append(p.phrases[:min(len(p.phrases), maxPieces)], phrase{at: i, end: i + n, cut: true})
			next = i + n
		}
	}
	if isUpper(w[0]) && len(w) >= 5 {
		if code, class := r.codeOf(w); code != "" && (before != '=' && before != '/' || !inURLQuery(s, i)) {
			p.words = append(p.words[:min(len(p.words), maxPieces)], word{i, end, code, class})
			return max(next, end)
		}
	}
	if next > 0 {
		return next
	}
	if before != '?' && before != '&' && before != '%' && before != '$' && len(p.labels) < maxPieces {
		what := mayBegin(s, i, end)
		if what&beginsHeader != 0 {
			if value := p.headerAt(i, end); value > 0 {
				return value
			}
		}
		if what&beginsName != 0 {
			return p.labelAt(i, end)
		}
	}
	return end
}

// isSaidID says whether a text ends in words that call what is behind them a request ID: "request id 65AF…".
func isSaidID(s string) bool {
	if s = strings.TrimRight(s[max(0, len(s)-20):], " #`*"); s == "" || s[len(s)-1]|0x20 != 'd' {
		return false
	}
	for _, name := range [...]string{"request id", "requestid", "request-id", "request_id", "req id", "请求 ID", "请求ID"} {
		if len(s) >= len(name) && strings.EqualFold(s[len(s)-len(name):], name) {
			return true
		}
	}
	return false
}

func status1(at, code int) status { return status{at: at, code: code} }

// codeOf returns the code that a word is, or the class that SDKs make of it.
func (r *Reader) codeOf(w string) (code string, class bool) {
	if len(w) > 64 {
		return "", false
	}
	if code, ok := r.c.Code(w); ok {
		return code, false
	}
	for _, suffix := range [...]string{"Error", "Exception"} {
		if name, ok := strings.CutSuffix(w, suffix); ok {
			if code, ok := r.c.Code(name); ok {
				return code, true
			}
		}
	}
	return "", false
}

// goesOn says whether the sentence in front of s goes on in it, other than by a label.
func goesOn(s string) bool {
	if s == "" || s[0] != ' ' {
		return s != "" && (s[0] == '-' && len(s) > 1 && chars.IsLetterOrDigit(s[1]))
	}
	s = strings.TrimLeft(s, " ")
	if s == "" || s[0] < 'a' || 'z' < s[0] {
		return false
	}
	for _, word := range [...]string{"at ", "in ", "on ", "for ", "from ", "via "} { // a place
		if rest, ok := strings.CutPrefix(s, word); ok {
			place, _, _ := strings.Cut(rest, " ")
			if strings.ContainsAny(place, "/:\\") {
				return false
			}
		}
	}
	// name: value, name=value, host.name
	for n, words := 0, 0; n < len(s) && n < 48; n++ {
		switch c := s[n]; {
		case c == ':' || c == '=':
			return false
		case c == ' ':
			if words++; words == 3 {
				return true
			}
		case chars.IsLetterOrDigit(c), c == '_', c == '-', c == '\'':
		case c == '.' && words == 0 && n+1 < len(s) && chars.IsLetterOrDigit(s[n+1]):
			return false // a host or a file
		default:
			return true
		}
	}
	return true
}

// breaksOff says whether a text ends here, or says that it was cut.
func breaksOff(s string) bool {
	t := strings.TrimLeft(s, " ")
	for _, mark := range [...]string{"...", "\u2026", "[truncated", "(truncated", "<truncated", "[...]", "(...)"} {
		if strings.HasPrefix(t, mark) {
			return true
		}
	}
	return strings.Trim(t, " \t\r\n\"'`)]}>") == ""
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
		case !joinsWords(s[k]) || k+1 >= len(s) || !chars.IsLetterOrDigit(s[k+1]):
			return beginsName // a shorter one may end here
		}
	}
	return labelBegins[hash3(three[0], three[1], three[2])]
}

// joinsWords says whether a character can stand between the words of a label.
func joinsWords(c byte) bool { return c == ' ' || c == '_' || c == '-' }

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
	if !ok || !joined && !quoted && i > 0 && !isOneOf(s[i-1], "\n\t {[(\"") {
		return 0
	}
	value = skipDress(s, value, true)
	p.labels = append(p.labels, label{field: field, at: i, value: value, quoted: quoted, header: true})
	return value
}

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
			if !known || len(name) == len("key") && string(name) == "key" && !isObjectKey(s[:i]) {
				return end
			}
			if l.field == "RequestId" && i > 1 && s[i-2]|0x20 == 'x' && s[i-1] == '-' { // X-Request-Id is nobody's in particular
				return end
			}
			value = skipDress(s, value, false)
			if l.field == fieldName && !isOneOf(s[min(value, len(s)-1)], "'\"") {
				return end
			}
			if quoted = quoted || isQuoted(s, i); l.field == fieldLog {
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
	return n < 2 || !joinsWords(before[n-1]) || !chars.IsLetterOrDigit(before[n-2]) || n > len("object") && strings.EqualFold(before[n-len("object "):n-1], "object")
}

// isQuoted says whether a quote stands in front of a place.
func isQuoted(s string, i int) bool { return i > 0 && (s[i-1] == '"' || s[i-1] == '\'') }

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

// separator says where the value behind a name that ends at end begins, with its dress. header: what stands between
// the two may be what programs put between the name and the value of a header.
func separator(s string, end int, header bool) (value int, quoted, ok bool) {
	i := end
	for i < len(s) && i-end < 4 && closesName[s[i]] {
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

// dresses are what values stand in, by the first letter.
var dresses [256][]string

func makeDresses() (t [256][]string) {
	for _, dress := range [...]string{"Some(", "Just ", "Once(", "Optional(", "StatusCode(", "HeaderValue { _private: H0(", "HeaderValue(", "array(", "b'", `b"`, "u'", `u"`, "string(", "Forbidden("} {
		t[dress[0]] = append(t[dress[0]], dress)
	}
	return t
}

// skipDress skips what programs put around a value: Some("x"), [x], ( x ), b'x'.
func skipDress(s string, i int, header bool) int {
	for range 8 {
		start := i
		for i < len(s) && (s[i] == ' ' || s[i] == '\t' || s[i] == '>' && i > 0 && s[i-1] == ' ') {
			i++
		}
		switch {
		case i >= len(s):
			return i
		case s[i] == '[' || s[i] == '(' || s[i] == '*' && i+1 < len(s) && s[i+1] == '*' || s[i] == '`':
			i++
			for i < len(s) && isOneOf(s[i], " \t\r\n*") {
				i++
			}
		case header && (s[i] == '\n' || s[i] == '\r'):
			for i < len(s) && isOneOf(s[i], " \t\r\n") {
				i++
			}
		default:
			for _, dress := range dresses[s[i]] {
				if strings.HasPrefix(s[i:], dress) {
					i += len(dress)
					if q := dress[len(dress)-1]; q == '\'' || q == '"' {
						i--
					}
					break
				}
			}
			if rest := s[i:]; strings.HasPrefix(rest, "array (") {
				i += len("array (")
			}
		}
		if i == start {
			return i
		}
		if i < len(s) && (s[i] == '"' || s[i] == '\'') {
			return i
		}
	}
	return i
}

// value returns the value of the label k of a page.
func (p *page) value(k int) string {
	l := p.labels[k]
	end := len(p.text)
	if k+1 < len(p.labels) {
		end = p.labels[k+1].at
	}
	for _, d := range p.docs {
		if d.start >= l.value {
			end = min(end, d.start)
			break
		}
	}
	if end < l.value {
		return ""
	}
	region := p.text[l.value:end]
	v := ""
	if region != "" && (region[0] == '"' || region[0] == '\'') {
		v = quotedValue(p.text[l.value:min(len(p.text), l.value+maxDocument)], end-l.value)
	} else {
		v = plainValue(region, l)
	}
	if strings.Contains(v, `\'`) || strings.Contains(v, `\"`) {
		v = unescape(v)
	}
	v = strings.TrimSpace(v)
	switch v {
	case "null", "None", "nil", "undefined", "Nothing", "<nil>", "(null)", "NULL", "-", "none":
		return ""
	}
	return v
}

// quotedValue returns what stands in quotes at the begin of s; next is where the next label begins.
func quotedValue(s string, next int) string {
	q := s[0]
	for i := 1; i < len(s); i++ {
		if s[i] != q || s[i-1] == '\\' {
			continue
		}
		if i+1 == len(s) || isOneOf(s[i+1], " ,;:)}]\r\n.\\|!") || i+1 == next {
			return s[1:i]
		}
	}
	if i := strings.IndexByte(s, '\n'); i > 0 && i < next {
		next = i
	}
	return strings.TrimRight(s[1:max(1, next)], " ,\r\n")
}

// endsValue are the characters that a value without quotes ends at.
var endsValue [256]bool

func makeEndsValue() (t [256]bool) {
	for _, c := range []byte(" ,;)}]\"'<`\t\r\n\\|") {
		t[c] = true
	}
	return t
}

func plainValue(region string, l label) string {
	switch {
	case l.header:
		line, _, _ := strings.Cut(region, "\n")
		return strings.TrimRight(line[:unopened(line)], " ,;\r\t")
	case l.field == "Message":
		region, _, _ = strings.Cut(region, "\n\n")
		return strings.TrimRight(region, " \t\r\n,;*`[{(\"'>|#/")
	case l.field == "ObjectName":
		return plainKey(region)
	case l.field == fieldTarget || l.field == fieldURL || l.field == fieldReferer:
		line, _, _ := strings.Cut(region, "\n")
		if i := strings.IndexAny(line, ",\"' \t"); i >= 0 && l.field != fieldTarget {
			line = line[:i]
		}
		return strings.TrimRight(line, " .\r")
	case l.field == "StringToSign" || l.field == "CanonicalRequest":
		return strings.TrimRight(region, " ,\r\n")
	}
	n := 0
	for n < len(region) && !endsValue[region[n]] {
		n++
	}
	for n > 0 && (region[n-1] == '.' || region[n-1] == '!' || region[n-1] == '*') {
		n--
	}
	return region[:n]
}

// plainKey returns the key of an object that nothing is put around. ossutil ends its lines with a mark: up to
// there it may hold blanks and commas. Else it ends at one, unless what is behind a blank may be the rest of
// its name, as in a b.gz: then it is not known, and "".
func plainKey(region string) string {
	line, _, _ := strings.Cut(region, "\n")
	line = strings.TrimRight(line, " \t\r")
	if key, ok := strings.CutSuffix(line, "!"); ok && !strings.ContainsAny(key, "\"'=:") {
		return key
	}
	i := strings.IndexAny(line, ",\"' \t")
	if i < 0 {
		return line
	}
	if line[i] == ' ' && path.Ext(line[:i]) == "" && len(path.Ext(line)) > 1 && chars.IsAlnum(path.Ext(line)[1:]) {
		return ""
	}
	return strings.TrimRight(line[:i], "!")
}

// unopened returns where in the value of a header a quote stands, or a bracket that nothing in it opened, as
// what a program prints around it: in cache1[17,0], kunlun2[19,0] none. It is the length of s if there is none.
func unopened(s string) int {
	open := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[', '(', '{':
			open++
		case ']', ')', '}':
			if open--; open < 0 {
				return i
			}
		case '"', '\'':
			return i
		}
	}
	return len(s)
}

// urlAt returns the URL that begins at i.
func urlAt(s string, i int) string {
	n := i
	for n < len(s) && n-i < 8<<10 {
		if c := s[n]; c <= ' ' || c == '"' || c == '<' || c == '>' || c == '`' || c == '\\' || c == '{' || c == '}' || c == '\'' || c >= 0x80 && n > i+300 {
			break
		} else if n+1 < len(s) && s[n+1] >= 0x80 && isOneOf(c, ",.;:!)") { // in Chinese no blank follows
			break
		}
		n++
	}
	u := s[i:n]
	if k := strings.IndexAny(u, "])"); k >= 0 && !strings.ContainsAny(u[:k], "[(") {
		u = u[:k]
	}
	return strings.TrimRight(u, ".,:;!*|")
}

// hostOf returns the host in a URL, without a port and a user.
func hostOf(u string) string {
	_, rest, ok := strings.Cut(u, "://")
	if !ok {
		rest = u
	}
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	rest = rest[strings.LastIndexByte(rest, '@')+1:]
	if i := strings.LastIndexByte(rest, ':'); i >= 0 {
		rest = rest[:i]
	}
	return rest
}

func (p *page) addHost(at int, host string) {
	if len(p.hosts) < maxPieces && host != "" {
		p.hosts = append(p.hosts, token{at, host})
	}
}

// curlMethod returns the method of the command of curl that the URL s[i:end] stands in, "" if it is in none.
func curlMethod(s string, i, end int) string {
	const maxCommand = 1 << 10
	before := s[max(0, i-maxCommand):i]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	at := strings.LastIndex(before, "curl ")
	if at < 0 || at > 0 && chars.IsLetterOrDigit(before[at-1]) {
		return ""
	}
	behind, _, _ := strings.Cut(s[end:min(len(s), end+maxCommand)], "\n")
	method := "GET"
	words := strings.Fields(before[at:] + " " + behind)
	for k, word := range words {
		switch word = strings.Trim(word, "\"'"); {
		case (word == "-X" || word == "--request") && k+1 < len(words):
			if m := strings.Trim(words[k+1], "\"'"); isMethod(m) {
				return m
			}
		case strings.HasPrefix(word, "-X") && isMethod(word[len("-X"):]):
			return word[len("-X"):]
		case word == "--head", isFlagOf(word, 'I'):
			method = "HEAD"
		case word == "--upload-file", isFlagOf(word, 'T'):
			method = "PUT"
		case strings.HasPrefix(word, "--data"), word == "--form", isFlagOf(word, 'd'), isFlagOf(word, 'F'):
			method = "POST"
		}
	}
	return method
}

// isFlagOf says whether a word is short flags of a command, as -sI, with this one among them.
func isFlagOf(word string, flag byte) bool {
	return len(word) > 1 && len(word) < 6 && word[0] == '-' && word[1] != '-' && chars.IsAlnum(word[1:]) && strings.IndexByte(word, flag) > 0
}

// addLink keeps a URL with what stands around it.
func (p *page) addLink(s string, i, end int, u string) {
	if len(p.links) == maxPieces {
		return
	}
	l := link{at: i, end: end, url: u}
	before := strings.TrimRight(s[max(0, i-24):i], " `\"'")
	if k := strings.LastIndexAny(before, " \t\n\"'`[(:|>#*"); k >= 0 && isMethod(before[k+1:]) {
		l.method = before[k+1:]
	} else if k < 0 && isMethod(before) {
		l.method = before
	} else {
		l.method = curlMethod(s, i, end)
	}
	// url 403, url: 403, "url" 403
	rest := s[end:]
	n := 0
	for n < len(rest) && n < 16 && isOneOf(rest[n], " :\"'`)]>-=") {
		n++
	}
	if hasPrefixFold(rest[n:], "HTTP/") {
		if k := strings.IndexByte(rest[n:min(len(rest), n+16)], ' '); k > 0 {
			n += k + 1
			if n < len(rest) && rest[n] == '"' {
				n++
			}
		}
	}
	if n > 0 && n+3 <= len(rest) && isStatus(rest[n:n+3]) && (n+3 == len(rest) || !chars.IsLetterOrDigit(rest[n+3])) {
		l.status, _ = strconv.Atoi(rest[n : n+3]) // three digits
		p.statuses = append(p.statuses[:min(len(p.statuses), maxPieces)], status{at: end + n, code: l.status, weak: true})
	}
	p.links = append(p.links, l)
}

// requestLine reads GET /path HTTP/1.1 or GET path? with a Host somewhere; it returns its end, 0 if
// there is none.
func (p *page) requestLine(s string, i, end int) int {
	if end+1 >= len(s) || s[end+1] != '/' || strings.HasPrefix(s[end+1:], "//") {
		return 0
	}
	n := end + 1
	for n < len(s) && n-end < 8<<10 && s[n] > ' ' && s[n] != '"' {
		n++
	}
	rest := s[n:]
	if !strings.HasPrefix(rest, " HTTP/") {
		return 0
	}
	if len(p.links) < maxPieces {
		p.links = append(p.links, link{at: i, end: n, method: s[i:end], url: s[end+1 : n]})
	}
	n += len(" HTTP/")
	for n < len(s) && (chars.IsDigit(s[n]) || s[n] == '.') {
		n++
	}
	if n+5 <= len(s) && s[n] == '"' && s[n+1] == ' ' && isStatus(s[n+2:n+5]) { // an access log
		code, _ := strconv.Atoi(s[n+2 : n+5])
		p.statuses = append(p.statuses[:min(len(p.statuses), maxPieces)], status{at: n + 2, code: code, weak: true})
	}
	return n
}

func isMethod(w string) bool {
	switch w {
	case "GET", "PUT", "POST", "HEAD", "DELETE", "OPTIONS":
		return true
	}
	return false
}

// statusLine returns the status in a status line and the line's length.
func statusLine(s string) (n, status int) {
	i := len("HTTP/")
	for i < len(s) && i < 10 && (chars.IsDigit(s[i]) || s[i] == '.') {
		i++
	}
	if i == len("HTTP/") || i+4 > len(s) || s[i] != ' ' || !isStatus(s[i+1:i+4]) || i+4 < len(s) && chars.IsLetterOrDigit(s[i+4]) {
		return 0, 0
	}
	status, _ = strconv.Atoi(s[i+1 : i+4])
	n = i + 4
	if rest := s[n:]; strings.HasPrefix(rest, " Forbidden") {
		n += len(" Forbidden")
	}
	return n, status
}

func isStatus(w string) bool {
	return len(w) == 3 && '1' <= w[0] && w[0] <= '5' && chars.IsDigit(w[1]) && chars.IsDigit(w[2])
}

// addStatus keeps a number if what stands around it makes it a status.
func (p *page) addStatus(s string, i, end int, before, behind byte) {
	code, _ := strconv.Atoi(s[i:end]) // three digits
	if before == '.' || before == '-' || before == '_' || before == '/' || behind == '-' || behind == '_' || behind == '/' || behind == '.' && end+1 < len(s) && chars.IsDigit(s[end+1]) || len(p.statuses) >= maxPieces {
		return
	}
	rest := s[end:]
	front := strings.TrimRight(s[max(0, i-24):i], " ([\"'=:")
	if panel := strings.TrimRight(front, "\r\n\t"); len(panel) < len(front) && hasSuffixFold(panel, "\nstatus") { // a browser's
		front = panel
	}
	is := false
	for _, mark := range [...]string{" forbidden", " client error", " (forbidden)", ") forbidden", ": forbidden", ": 403 forbidden"} {
		is = is || hasPrefixFold(rest, mark)
	}
	if !is {
		for _, mark := range [...]string{"http", "status", "code", "occurred", "returned", "got", "s3 error", "http error", "actual", "failed with", "response", "error", "statuscode", "failed"} {
			if hasSuffixFold(front, mark) {
				is = true
				break
			}
		}
	}
	if is && (code == 403 || code >= 400 && (hasSuffixFold(front, "status") || hasSuffixFold(front, "http") || hasSuffixFold(front, "s3 error"))) {
		p.statuses = append(p.statuses, status{at: i, code: code, weak: true})
	} else if code == 403 {
		p.statuses = append(p.statuses, status{at: i, code: code, weak: true, plain: true})
	}
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && equalFold(s[len(s)-len(suffix):], suffix)
}

func isOSSText(s string) bool { return strings.Contains(s, "oss-") || strings.Contains(s, ".oss.") }
