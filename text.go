package oss403

import (
	"cmp"
	"net/http"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/document"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/mask"
	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/request"
)

// ParseText reads the first 403 of OSS in a text: the text of an SDK's error or of our own Error,
// an answer as curl -i prints it, XML, or any of them inside a log line or several. The text may
// be escaped as in JSON or SQL, quoted, or behind prefixes of a log.
//
// false means that it holds none. A message that other stores send as well, or the mere words OSS
// and 403, are no proof; nor is an error of OSS with another status a 403. What a text has lost
// the Error has not: prefer [From] wherever the error itself is at hand.
func ParseText(s string) (*Error, bool) {
	if len(s) > maxText {
		s = strings.Clone(s[:maxText])
	}
	forms := [...]string{s, "", ""}
	n := 1
	for ; n < len(forms); n++ {
		if forms[n] = unescapeText(forms[n-1]); forms[n] == forms[n-1] {
			break
		}
	}
	// The form without escapes has the most to say.
	for n--; n >= 0; n-- {
		if e, ok := parseText(forms[n]); ok {
			return e, true
		}
	}
	return nil, false
}

const (
	maxText    = 1 << 20 // how much of a text is looked at
	maxRecord  = 8 << 10 // how much of it one error takes
	maxRecords = 64      // how many places that look like an error are tried
)

func parseText(s string) (*Error, bool) {
	if e, ok := parseOwnLine(s); ok {
		return e, true
	}
	at := 0
	for range maxRecords {
		m := findMarker(s, at)
		if m.kind == noMarker {
			break
		}
		e, end := m.read(s)
		if e != nil {
			return e, true
		}
		at = max(end, m.end)
	}
	return nil, false
}

// markerKind is what makes a place in a text look like an error.
type markerKind int

const (
	noMarker markerKind = iota
	xmlMarker
	httpMarker    // a status line
	sdkMarker     // the words in which an OSS SDK writes its errors
	codeMarker    // a code of the catalog
	messageMarker // a message of the catalog
)

// marker is such a place.
type marker struct {
	kind       markerKind
	start, end int
}

// sdkPhrases are the beginnings of the texts of OSS's SDKs.
var sdkPhrases = [...]string{
	"oss: service returned error", "oss: service returned invalid response body, status = 403", // Go v1
	"Error returned by Service", // Go v2 and its siblings
	"com.aliyun.oss.", "oss2.exceptions.", "OSSException",
}

// findMarker returns the first marker at or behind a place: it looks at each word.
func findMarker(s string, at int) marker {
	for i := at; i < len(s); {
		c := s[i]
		if c == '<' {
			if strings.HasPrefix(s[i:], "<Error") || strings.HasPrefix(s[i:], "<Code>") {
				return marker{xmlMarker, i, i + len("<Code>")}
			}
			i++
			continue
		}
		if !isWordByte(c) {
			i++
			continue
		}
		end := i + 1
		for end < len(s) && isWordByte(s[end]) {
			end++
		}
		word := s[i:end]
		if word == "HTTP" && strings.HasPrefix(s[end:], "/") && statusOf(s[i:]) != 0 {
			return marker{httpMarker, i, end}
		}
		for _, p := range sdkPhrases {
			if p[0] == c && strings.HasPrefix(s[i:], p) {
				return marker{sdkMarker, i, i + len(p)}
			}
		}
		if codeOfWord(word) != "" {
			return marker{codeMarker, i, end}
		}
		if i == 0 || !isWordByte(s[i-1]) {
			if _, length := messageAt(s[i:], ""); length > 0 {
				return marker{messageMarker, i, i + length}
			}
		}
		i = end
	}
	return marker{}
}

func isWordByte(c byte) bool {
	l := chars.Lower(c)
	return 'a' <= l && l <= 'z' || '0' <= c && c <= '9' || c >= utf8.RuneSelf
}

// codeOfWord returns the code that a word is, as AccessDenied, or as the class that SDKs make of
// it, AccessDeniedError.
func codeOfWord(word string) Code {
	if len(word) < 5 || word[0] < 'A' || 'Z' < word[0] {
		return ""
	}
	for _, suffix := range [...]string{"", "Error", "Exception"} {
		if name, ok := strings.CutSuffix(word, suffix); ok {
			if code, known := knownCode(name); known {
				return code
			}
		}
	}
	return ""
}

// messageAt returns the message of the catalog that s begins with, of this code or of any, as s
// spells it. Without a code it has to be one that no other store sends.
func messageAt(s string, code Code) (message string, length int) {
	for _, p := range pairsBeginning(s) {
		if code != "" && p.code != code || code == "" && p.shared {
			continue
		}
		if code == "" && !strings.Contains(p.message, " ") {
			continue // a word is no message
		}
		if n := matchPrefix(s, p.message); n > length {
			length = n
		}
	}
	if length > 0 && strings.HasPrefix(s[length:], ".") {
		length++
	}
	return s[:length], length
}

// matchPrefix returns how much of s is the message, 0 for nothing. Final full stops do not count.
func matchPrefix(s, message string) int {
	before, name, after := cutTemplate(message)
	if name == "" {
		before = trimStops(before)
	}
	n := matchWords(s, before)
	if n < 0 || name == "" {
		return max(n, 0)
	}
	after = trimStops(after)
	for i := n; i < len(s) && i < n+maxFact && s[i] != '\n'; i++ {
		if after == "" {
			if strings.IndexByte(" ,;\"'<)", s[i]) >= 0 {
				break
			}
			continue
		}
		if m := matchWords(s[i:], after); m >= 0 && i > n {
			return i + m
		}
	}
	if after != "" {
		return 0
	}
	value := s[n:]
	if i := strings.IndexAny(value, " ,;\"'<)\n"); i >= 0 {
		value = value[:i]
	}
	value = trimStops(value)
	if value == "" || name == "action" && !form.IsAction(value) {
		return 0
	}
	return n + len(value)
}

// matchWords returns how much of s is phrase, without regard to case, runs of white space and the
// kind of quotes; -1 if it is not.
func matchWords(s, phrase string) int {
	i := 0
	for j := 0; j < len(phrase); j++ {
		if i >= len(s) {
			return -1
		}
		if phrase[j] == ' ' {
			n := 0
			for i+n < len(s) && strings.IndexByte(" \t\r\n", s[i+n]) >= 0 {
				n++
			}
			if n == 0 {
				return -1
			}
			i += n
			continue
		}
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
			if strings.ContainsRune("\u2018\u2019\u201c\u201d\u2032", r) {
				r = '\''
			}
		}
		if r >= utf8.RuneSelf || normalByte(byte(r)) != normalByte(phrase[j]) {
			return -1
		}
		i += size
	}
	return i
}

// read reads the error at a marker. end is how far it looked, so that what is part of an error of
// another status is not taken for one of its own.
func (m marker) read(s string) (e *Error, end int) {
	switch m.kind {
	case httpMarker:
		return readHTTPText(s, m.start)
	case xmlMarker:
		return readXMLText(s, m.start)
	}
	// A line for itself is sure not to mix two errors. If it is not enough, its paragraph.
	line, end := lineAround(s, m)
	record := s[line:end]
	if len(s) > 4*len(record) {
		record = strings.Clone(record) // what is kept of it must not keep a log
	}
	a := readRecord(record, m)
	if a == nil || a.RequestID == "" || a.Message == "" {
		var start int
		start, end = paragraphAround(s, m)
		if b := readRecord(s[start:line]+cutPrefixes(s[line:end], s[line:m.start]), m); b != nil {
			a = b
		}
	}
	if a == nil {
		return nil, m.end
	}
	if a.status != 0 && a.status != http.StatusForbidden {
		return nil, end
	}
	if e, ok := decode(a, nil, nil); ok {
		return e, end
	}
	return nil, m.end
}

func lineAround(s string, m marker) (start, end int) {
	start = strings.LastIndexByte(s[:m.start], '\n') + 1
	end = m.end
	if i := strings.IndexByte(s[m.end:], '\n'); i >= 0 {
		end += i
	} else {
		end = len(s)
	}
	return max(start, m.start-maxRecord), cutRecord(s, end, m.end+maxRecord)
}

// cutRecord ends a record that is too long behind a whole word: a part of a secret is hard to tell.
func cutRecord(s string, end, most int) int {
	if end <= most {
		return end
	}
	if i := strings.LastIndexAny(s[most-mask.MaxSecret:most], " \t\r\n\"',"); i >= 0 {
		return most - mask.MaxSecret + i
	}
	return most - mask.MaxSecret
}

// paragraphAround returns the lines around a marker up to an empty one; in front of it just two,
// which is where the Java SDK writes the message.
func paragraphAround(s string, m marker) (start, end int) {
	start, end = lineAround(s, m)
	for range 2 {
		if start == 0 {
			break
		}
		before := strings.LastIndexByte(s[:start-1], '\n') + 1
		if isBlank(s[before:start]) || start-before > maxRecord {
			break
		}
		start = before
	}
	for end < len(s) && end-m.end < maxRecord {
		next := len(s)
		if i := strings.IndexByte(s[end+1:], '\n'); i >= 0 {
			next = end + 1 + i
		}
		if isBlank(s[end:next]) {
			break
		}
		// The next error of the same form is another one.
		if m.kind == sdkMarker && strings.Contains(s[end:next], s[m.start:m.end]) {
			break
		}
		end = next
	}
	return start, cutRecord(s, min(end, len(s)), m.end+maxRecord)
}

func isBlank(line string) bool { return strings.Trim(line, " \t\r\n>*#/|-") == "" }

// readHTTPText reads an answer that begins with its status line.
func readHTTPText(s string, start int) (e *Error, end int) {
	lines := s[start:]
	prefix := s[strings.LastIndexByte(s[:start], '\n')+1 : start]
	status := statusOf(lines)
	header := http.Header{}
	end = len(s)
	rest := ""
	for first := true; lines != ""; first = false {
		line, after, _ := strings.Cut(lines, "\n")
		if !first {
			line = cutPrefixLike(line, prefix)
			name, value, ok := strings.Cut(strings.TrimSpace(line), ":")
			if !ok || strings.ContainsAny(name, " <\"'{") {
				rest = lines
				break
			}
			if len(header) < request.MaxValues {
				header.Add(strings.TrimSpace(name), strings.TrimSpace(value))
			}
		}
		lines = after
	}
	end -= len(rest)
	a := &answer{status: status}
	body := rest
	if i := strings.Index(body, "<Error"); i >= 0 && isBlank(strings.NewReplacer("<?xml", "", "?>", "", "version=\"1.0\"", "", "encoding=\"UTF-8\"", "").Replace(body[:i])) {
		body = body[i:]
		if j := strings.Index(body, "</Error>"); j >= 0 {
			body = body[:j+len("</Error>")]
		}
		end = len(s) - len(rest) + i + len(body)
		body = cutPrefixes(body, prefix)
	} else if i := strings.Index(body, "\nHTTP/"); i >= 0 {
		body = body[:i] // behind a 100 Continue
	}
	if status != http.StatusForbidden {
		return nil, end
	}
	a.readAnswer(header, strings.Clone(strings.TrimSpace(body)))
	e, _ = decode(a, nil, nil)
	return e, end
}

// statusOf returns the status in a status line, 0 if s does not begin with one.
func statusOf(s string) int {
	line, _, _ := strings.Cut(s[:min(len(s), 64)], "\n")
	version, rest, ok := strings.Cut(line, " ")
	if !ok || !strings.HasPrefix(version, "HTTP/") || len(version) > len("HTTP/1.1") || len(rest) < 3 {
		return 0
	}
	status, err := strconv.Atoi(rest[:3])
	if err != nil || status < 100 || len(rest) > 3 && isWordByte(rest[3]) {
		return 0
	}
	return status
}

// readXMLText reads a document somewhere in a text.
func readXMLText(s string, start int) (e *Error, end int) {
	doc := s[start:]
	if i := strings.Index(doc, "</Error>"); i >= 0 {
		doc = doc[:i+len("</Error>")]
	}
	doc = strings.Clone(doc[:min(len(doc), chars.MaxText)])
	end = start + len(doc)
	plain := cutPrefixes(doc, s[strings.LastIndexByte(s[:start], '\n')+1:start])
	a := &answer{}
	if strings.HasPrefix(plain, "<Code>") {
		plain = "<Error>" + plain
	} else {
		a.raw = doc
	}
	a.ReadXML(plain)
	e, _ = decode(a, nil, nil)
	return e, end
}

// cutPrefixes takes what a log puts in front of each line off the lines of a text whose first line
// had prefix.
func cutPrefixes(s, prefix string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	var b strings.Builder
	for i, line := range strings.SplitAfter(s, "\n") {
		if i > 0 {
			line = cutPrefixLike(line, prefix)
		}
		b.WriteString(line)
	}
	return b.String()
}

// cutPrefixLike takes a prefix off a line: what looks like the one of the line before, digits
// aside, else the marks of a quotation or a comment.
func cutPrefixLike(line, prefix string) string {
	if strings.TrimSpace(prefix) == "" {
		return line
	}
	if len(line) >= len(prefix) {
		same := true
		for i := 0; i < len(prefix) && same; i++ {
			x, y := prefix[i], line[i]
			same = x == y || chars.IsDigit(x) && chars.IsDigit(y)
		}
		if same {
			return line[len(prefix):]
		}
	}
	mark := strings.TrimSpace(prefix)
	if rest, ok := strings.CutPrefix(strings.TrimLeft(line, " \t"), mark); ok {
		return rest
	}
	return line
}

// label is a name in a text with a value behind it, as in ErrorCode=AccessDenied.
type label struct {
	name   string
	at     int // where the name begins
	value  int // where the value begins
	quoted bool
}

// labels are the names that count, in lower case without what separates words, by the element or
// field they stand for. The longest comes first.
var labels = []struct{ name, field string }{
	{"encodeddiagnosticmessage", "/EncodedDiagnosticMessage"}, {"maxallowedskewmilliseconds", "MaxAllowedSkewMilliseconds"},
	{"authprincipaldisplayname", "/AuthPrincipalDisplayName"}, {"authprincipalownerid", "/AuthPrincipalOwnerId"},
	{"authprincipaltype", "/AuthPrincipalType"}, {"nopermissiontype", "/NoPermissionType"}, {"signatureprovided", "SignatureProvided"},
	{"requestendpoint", "target"}, {"stringtosign", "StringToSign"}, {"xossrequestid", "RequestId"}, {"httpstatuscode", "status"},
	{"ossaccesskeyid", "OSSAccessKeyId"}, {"securitytoken", "SecurityToken"}, {"errormessage", "Message"}, {"recommenddoc", "RecommendDoc"},
	{"requesttime", "RequestTime"}, {"policytype", "/PolicyType"}, {"authaction", "/AuthAction"}, {"servertime", "ServerTime"},
	{"httpstatus", "status"}, {"statuscode", "status"}, {"bucketname", "BucketName"}, {"objectname", "ObjectName"},
	{"requestid", "RequestId"}, {"errorcode", "Code"}, {"errmsg", "Message"}, {"endpoint", "Endpoint"}, {"httpcode", "status"},
	{"message", "Message"}, {"expires", "Expires"}, {"bucket", "Bucket"}, {"hostid", "HostId"}, {"object", "ObjectName"},
	{"status", "weak status"}, {"xossec", "EC"}, {"code", "Code"}, {"ec", "EC"},
}

// findLabels returns the labels of a record in their order.
func findLabels(rec string) []label {
	var list []label
	for i := 0; i < len(rec); i++ {
		if !isWordByte(rec[i]) || i > 0 && (isWordByte(rec[i-1]) || strings.IndexByte("?&._%-$", rec[i-1]) >= 0) {
			continue
		}
		c := chars.Lower(rec[i])
		for _, l := range labels {
			if l.name[0] != c {
				continue
			}
			if end, value, quoted := labelAt(rec[i:], l.name); end > 0 {
				list = append(list, label{l.field, i, i + value, quoted || i > 0 && (rec[i-1] == '\'' || rec[i-1] == '"')})
				i += end - 1
				break
			}
		}
		if len(list) == request.MaxValues {
			break
		}
	}
	return list
}

// labelAt says where a label that s begins with ends and where its value begins; end is 0 if s does
// not begin with it.
func labelAt(s, name string) (end, value int, quoted bool) {
	for j := 0; j < len(name); j++ {
		if j > 0 && end < len(s) && strings.IndexByte(" _-", s[end]) >= 0 {
			end++
		}
		if end >= len(s) || chars.Lower(s[end]) != name[j] {
			return 0, 0, false
		}
		end++
	}
	if end < len(s) && isWordByte(s[end]) {
		return 0, 0, false
	}
	value = end
	skip := func(chars string) {
		for value < len(s) && strings.IndexByte(chars, s[value]) >= 0 {
			value++
		}
	}
	skip("\"'`*]\\")
	quoted = value > end
	skip(" \t")
	separator := value
	skip(":=")
	if value == separator || value > separator+2 {
		return 0, 0, false
	}
	skip("> \t")
	return end, value, quoted
}

// labelValue returns the value of a label in a region that ends where the next label begins.
func labelValue(region, field string) string {
	region = strings.TrimLeft(region, " \t[*`")
	if strings.HasPrefix(region, "b'") || strings.HasPrefix(region, `b"`) { // Python
		region = region[1:]
	}
	if region == "" {
		return ""
	}
	if q := region[0]; q == '"' || q == '\'' {
		for i := 1; i < len(region); i++ {
			if region[i] != q || region[i-1] == '\\' {
				continue
			}
			if i+1 == len(region) || strings.IndexByte(" ,;:)}]\r\n.\\|!", region[i+1]) >= 0 {
				return region[1:i]
			}
		}
		return strings.TrimRight(region[1:], " ,\r\n")
	}
	switch field {
	case "Message":
		// Goes on over line breaks only to another label.
		return strings.TrimRight(region, " \t\r\n,;*`[{(\"'>|#/")
	case "target":
		line, _, _ := strings.Cut(region, "\n")
		return strings.TrimRight(line, " .\r")
	case "StringToSign":
		return region
	}
	if i := strings.IndexAny(region, " ,;)}]\"'<`\t\r\n\\|"); i >= 0 {
		region = region[:i]
	}
	return strings.TrimRight(region, ".!")
}

// readRecord reads the labels and the words around a marker; nil if they say nothing.
func readRecord(rec string, m marker) *answer {
	a := &answer{source: sourceClient}
	for _, p := range sdkPhrases {
		if strings.Contains(rec, p) {
			a.source = sourceSDK
			break
		}
	}
	list := findLabels(rec)
	var strong, weak []int
	saysMessage := false
	for i, l := range list {
		end := len(rec)
		if i+1 < len(list) {
			end = list[i+1].at
		}
		v := strings.TrimSpace(labelValue(rec[l.value:end], l.name))
		switch l.name {
		case "status", "weak status":
			if n, err := strconv.Atoi(v); err == nil && n >= 100 && n < 600 {
				if l.name == "status" {
					strong = append(strong, n)
				} else {
					weak = append(weak, n)
				}
			}
		case "Code":
			if n, err := strconv.Atoi(v); err == nil {
				if n == http.StatusForbidden {
					weak = append(weak, n)
				}
				continue
			}
			if code, known := knownCode(v); known || codeOfWord(v) != "" {
				if _, before := knownCode(a.Code); !before {
					if !known {
						code = codeOfWord(v)
					}
					a.Code = string(code)
				}
			} else if a.Code == "" && chars.IsWord(v) && v != "" && v[0] >= 'A' && v[0] <= 'Z' {
				a.Code = v
			}
		case "Message":
			saysMessage = true
			if a.Message == "" {
				a.Message = wholeMessage(v, Code(a.Code))
			}
		case "target":
			if a.request == nil {
				a.request = targetRequest(v)
			}
		case "Endpoint", "Bucket", "BucketName", "ObjectName":
			// A program's own words are none of OSS's.
			if a.source == sourceSDK && rec[l.at] < 'a' || l.quoted {
				a.Set("", l.name, v)
			}
		default:
			if name, ok := strings.CutPrefix(l.name, "/"); ok {
				a.HasDenial = true
				a.Set("AccessDeniedDetail", name, v)
			} else if l.name != "EC" || form.IsEC(v) {
				a.Set("", l.name, v)
			}
		}
	}
	a.status = statusFrom(strong, weak)
	a.Code, a.Message = clientCode(a.Code, a.Message)
	a.operation = operationIn(rec)
	// AccessDenied: message, AccessDeniedError: message, api error AccessDenied: message.
	for i := 0; i < len(rec) && (a.Code == "" || a.Message == ""); {
		if !isWordByte(rec[i]) {
			i++
			continue
		}
		end := i + 1
		for end < len(rec) && isWordByte(rec[end]) {
			end++
		}
		if code := codeOfWord(rec[i:end]); code != "" && (a.Code == "" || a.Code == string(code)) {
			document.Fill(&a.Code, string(code))
			if rest := rec[end:]; strings.HasPrefix(rest, ": ") && a.Message == "" {
				rest = rest[2:]
				for _, l := range list {
					if l.at > end {
						rest = rec[end+2 : l.at]
						break
					}
				}
				line, _, _ := strings.Cut(rest, "\n")
				a.Message = wholeMessage(strings.TrimRight(line, " \t\r,;"), code)
			}
		}
		i = end
	}
	if a.Message == "" && !saysMessage || a.Message != "" && !pairKnown(Code(a.Code), a.Message) {
		if found := findMessage(rec, Code(a.Code)); found != "" && (a.Message == "" || strings.Contains(a.Message, found)) {
			a.Message = found
		}
	}
	if a.Code == "" && a.Message == "" && (a.source != sourceSDK || a.status == 0 && !strings.Contains(rec, "status = 403")) {
		return nil
	}
	a.readTokens(rec)
	if p := placeAnswer(a); a.Message == "" && !saysMessage && a.source != sourceSDK && !form.IsRequestID(a.RequestID) && !p.ecWithItsCode() {
		return nil // a word that is a code as well
	}
	if strings.Contains(rec, "invalid response body, status = 403") {
		a.status = http.StatusForbidden
	}
	a.IsError = a.Code != "" || a.Message != ""
	a.Broken = a.Message == "" && !saysMessage
	return a
}

// operationIn returns the operation in "operation error GetObject:" of SDK v2 and "operation error
// S3: GetObject," of aws-sdk-go-v2.
func operationIn(rec string) string {
	_, rest, _ := strings.Cut(rec, "operation error ")
	rest = strings.TrimPrefix(rest, "S3: ")
	name, _, ok := strings.Cut(rest[:min(len(rest), 64)], " ")
	if name = strings.TrimRight(name, ":,"); !ok || !chars.IsWord(name) {
		return ""
	}
	return name
}

// statusFrom tells the status of the answer from those in a text: an application's own stands
// beside it often enough.
func statusFrom(strong, weak []int) int {
	for _, list := range [...][]int{strong, weak} {
		for _, n := range list {
			if n == http.StatusForbidden {
				return n
			}
		}
		for _, n := range list {
			if n >= 300 && n < 500 {
				return n
			}
		}
	}
	return 0
}

// wholeMessage cuts a message where the catalog's ends, or else at its line.
func wholeMessage(s string, code Code) string {
	if s == "" {
		return ""
	}
	if !strings.Contains(s, "\n\n") && pairKnown(code, s) {
		return s
	}
	if m, n := messageAt(s, code); n > 0 && code != "" {
		return m
	}
	if len(s) > 2*maxFact || strings.Contains(s, "\n") && !pairKnown(code, s) {
		if i := strings.IndexByte(s, '\n'); i >= 0 && !strings.HasPrefix(s, "Invalid according to Policy") {
			s = strings.TrimRight(s[:i], " \r")
		}
	}
	return s
}

// findMessage looks for a message of the catalog in a record.
func findMessage(rec string, code Code) string {
	for i := 0; i < len(rec); i++ {
		if isWordByte(rec[i]) && (i == 0 || !isWordByte(rec[i-1])) {
			if m, n := messageAt(rec[i:], code); n > 0 && strings.Contains(m, " ") {
				return m
			}
		}
	}
	return ""
}

// readTokens looks for what tells itself by its form: a request ID, an EC, a host.
//
// A host may be in a program's own words, so that it is no sign of OSS by itself.
func (a *answer) readTokens(rec string) {
	host := ""
	for i := 0; i < len(rec); {
		end := i
		for end < len(rec) && (isWordByte(rec[end]) || strings.IndexByte("-.*_", rec[end]) >= 0) {
			end++
		}
		if end == i {
			i++
			continue
		}
		switch word := strings.TrimRight(rec[i:end], "."); {
		case form.IsRequestID(word):
			document.Fill(&a.RequestID, word)
		case form.IsEC(word):
			document.Fill(&a.EC, word)
		case strings.HasSuffix(word, ".aliyuncs.com") && osshost.IsOSS(word) && !strings.HasSuffix(rec[:i], "://") && a.Endpoint != word:
			host = cmp.Or(host, word)
		}
		i = end
	}
	p := placeAnswer(a)
	if a.source == sourceSDK || form.IsRequestID(a.RequestID) || p.ecWithItsCode() || p.kind != "" && !isShared(p.code, a.Message) {
		document.Fill(&a.HostID, host)
	}
}

// parseOwnLine reads the tail of our own Error line, which is contract.
func parseOwnLine(s string) (*Error, bool) {
	for at := 0; ; {
		i := strings.Index(s[at:], "(kind=")
		if i < 0 {
			return nil, false
		}
		at += i + len("(kind=")
		tail, _, ok := strings.Cut(s[at:min(len(s), at+maxLine)], ")")
		if !ok || !strings.Contains(s[max(0, at-2*maxLine):at], "oss403: ") {
			continue
		}
		fields := strings.Split(tail, " ")
		kind := Kind(fields[0])
		if kind.facts() == nil && kind != KindUnknown {
			continue
		}
		a := &answer{source: sourceSDK, status: http.StatusForbidden, kind: kind}
		a.Broken = true
		for _, f := range fields[1:] {
			name, value, _ := strings.Cut(f, "=")
			switch name {
			case "code":
				a.Code = value
			case "ec":
				a.EC = value
			case "request_id":
				a.RequestID = value
			}
		}
		return decode(a, nil, nil)
	}
}

// unescapeText undoes the escapes of JSON, of SQL and of XML inside XML, once, and turns full-width
// punctuation and curly quotes into plain ones.
func unescapeText(s string) string {
	if strings.Contains(s, "\\") {
		var b strings.Builder
		b.Grow(len(s))
		for i := 0; i < len(s); i++ {
			if s[i] != '\\' || i+1 == len(s) {
				b.WriteByte(s[i])
				continue
			}
			i++
			switch s[i] {
			case 'n':
				b.WriteByte('\n')
			case 'r':
				b.WriteByte('\r')
			case 't':
				b.WriteByte('\t')
			case '"', '\'', '\\', '/':
				b.WriteByte(s[i])
			case 'u':
				if n, err := strconv.ParseUint(s[i+1:min(len(s), i+5)], 16, 16); err == nil && i+5 <= len(s) {
					b.WriteRune(rune(n))
					i += 4
					continue
				}
				b.WriteString(`\u`)
			default:
				b.WriteByte('\\')
				b.WriteByte(s[i])
			}
		}
		s = b.String()
	}
	if strings.Contains(s, "&lt;") || strings.Contains(s, "&quot;") {
		s = unescapeEntities.Replace(s)
	}
	return plainPunctuation(s)
}

var unescapeEntities = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'", "&apos;", "'", "&amp;", "&")

// plainPunctuation replaces the punctuation that editors and input methods put in the place of
// ASCII's.
func plainPunctuation(s string) string {
	if !strings.ContainsAny(s, fullWidth) && !strings.Contains(s, "''") {
		return s
	}
	s = strings.ReplaceAll(s, "''", "'")
	return strings.Map(func(r rune) rune {
		if i := sort.Search(len(punctuation), func(i int) bool { return punctuation[i].wide >= r }); i < len(punctuation) && punctuation[i].wide == r {
			return punctuation[i].plain
		}
		return r
	}, s)
}

const fullWidth = "\u2018\u2019\u201c\u201d\u3000\u3002\u300c\u300d\u3010\u3011\uff01\uff02\uff08\uff09\uff0c\uff1a\uff1b\uff1c\uff1d\uff1e"

var punctuation = [...]struct{ wide, plain rune }{
	{'\u2018', '\''}, {'\u2019', '\''}, {'\u201c', '"'}, {'\u201d', '"'}, {'\u3000', ' '}, {'\u3002', '.'}, {'\u300c', '"'}, {'\u300d', '"'},
	{'\u3010', '['}, {'\u3011', ']'}, {'\uff01', '!'}, {'\uff02', '"'}, {'\uff08', '('}, {'\uff09', ')'}, {'\uff0c', ','}, {'\uff1a', ':'},
	{'\uff1b', ';'}, {'\uff1c', '<'}, {'\uff1d', '='}, {'\uff1e', '>'},
}
