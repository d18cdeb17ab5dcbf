package logtext

import (
	"slices"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/osshost"
)

// document is an error document in a page, or what is left of one.
type document struct {
	start, end int
	text       string // as a document: whole tags around, nothing in front
	raw        string // as it stands there
	json       bool
	whole      bool // its end is there
}

// elementNames are the names of the elements that a document of OSS can have below its root.
var elementNames map[string]bool

// denialNames stand in AccessDeniedDetail.
var denialNames map[string]bool

func makeDenialNames() map[string]bool {
	return map[string]bool{"PolicyType": true, "NoPermissionType": true, "AuthAction": true, "AuthPrincipalType": true,
		"AuthPrincipalOwnerId": true, "AuthPrincipalDisplayName": true, "EncodedDiagnosticMessage": true}
}

func makeElementNames() map[string]bool {
	names := map[string]bool{}
	for _, name := range [...]string{"Code", "Message", "RequestId", "HostId", "EC", "RecommendDoc", "Bucket", "BucketName", "ObjectName", "Key", "Endpoint",
		"OSSAccessKeyId", "AWSAccessKeyId", "SecurityToken", "SignatureProvided", "StringToSign", "StringToSignBytes", "CanonicalRequest", "Resource",
		"RequestTime", "ServerTime", "Expires", "MaxAllowedSkewMilliseconds", "AccessDeniedDetail", "Detail"} {
		names[name] = true
	}
	for name := range denialNames {
		names[name] = true
	}
	return names
}

const maxDocuments = 16

// findDocuments appends the documents in a text in their order.
func findDocuments(list []document, s string) []document {
	tag, brace := -1, -1 // the next of each, as far as they are known
	objects := objects{s: s}
	for at := 0; len(list) < maxDocuments; {
		tag, brace = nextByte(s, '<', at, tag), nextByte(s, '{', at, brace)
		i := min(tag, brace)
		if i == len(s) {
			break
		}
		if s[i] == '{' {
			if n := objects.document(i); n > 0 {
				list = append(list, document{start: i, end: i + n, text: s[i : i+n], raw: s[i : i+n], json: true, whole: true})
				at = i + n
				continue
			}
			at = i + 1
			continue
		}
		switch rest := s[i:]; {
		case isTag(rest, "<Error"):
			d := errorDocument(s, i)
			list = append(list, d)
			at = d.end
		case tagName(rest) != "":
			d, ok := partsOfDocument(s, i)
			if !ok {
				at = i + 1
				continue
			}
			list = append(list, d)
			at = d.end
		default:
			at = i + 1
		}
	}
	return list
}

// nextByte returns where the next c is at or behind from, len(s) if there is none. known is where it was
// when it was last looked for, -1 if it was not.
func nextByte(s string, c byte, from, known int) int {
	if known >= from {
		return known
	}
	if i := strings.IndexByte(s[from:], c); i >= 0 {
		return from + i
	}
	return len(s)
}

func isTag(s, tag string) bool {
	return strings.HasPrefix(s, tag) && len(s) > len(tag) && (s[len(tag)] == '>' || s[len(tag)] <= ' ')
}

// tagName returns the name of the element of OSS's that a start tag without attributes is of.
func tagName(s string) string {
	i := 1
	for i < len(s) && i < 32 && chars.IsLetterOrDigit(s[i]) {
		i++
	}
	if i == 1 || i >= len(s) || s[i] != '>' || !elementNames[s[1:i]] {
		return ""
	}
	return s[1:i]
}

// errorDocument reads the document that begins at start, to its end or as far as it goes.
func errorDocument(s string, start int) document {
	rest := s[start:min(len(s), start+maxDocument)]
	next := len(rest)
	if own, _, ok := strings.Cut(rest[1:], "<Error>"); ok {
		next = 1 + len(own)
	}
	end, whole := next, false
	if own, _, ok := strings.Cut(rest[:next], "</Error>"); ok {
		end, whole = len(own)+len("</Error>"), true
	} else if i := endOfEaten(rest[:next]); i > 0 {
		end, whole = i, true
	} else {
		end = openEnd(rest[:next])
	}
	raw := rest[:end]
	return document{start: start, end: start + end, raw: raw, text: repair(raw), whole: whole}
}

// endOfEaten finds the end of a document whose closing marks were eaten: Error> at the start of a
// line.
func endOfEaten(s string) int {
	if own, _, ok := strings.Cut(s, "\nError>"); ok {
		return len(own) + len("\nError>")
	}
	return 0
}

// openEnd returns where a document that has no end breaks off: at an empty line, at one that begins a record of a
// log, or behind one that says so.
func openEnd(s string) int {
	at := 0
	for {
		i := strings.IndexByte(s[at:], '\n')
		if i < 0 {
			return len(s)
		}
		at += i + 1
		line := s[at:lineEnd(s, at)]
		trimmed := strings.TrimLeft(line, " \t\r")
		if isNamed(line) || strings.HasSuffix(strings.TrimRight(s[:at], "\r\n"), "(truncated...)") {
			return at
		}
		if trimmed == "" || trimmed[0] != '<' && (isStamped(line) || startsRecord(line) || strings.HasPrefix(line, "\tat ")) {
			return at
		}
	}
}

// partsOfDocument reads elements of a document without the one around them. One alone is none,
// unless it is a code or a message.
func partsOfDocument(s string, start int) (d document, ok bool) {
	limit := min(len(s), start+maxDocument)
	var b strings.Builder
	b.WriteString("<Error>")
	end, found, lines := start, false, 0
	for i := start; i < limit; {
		if s[i] == '\n' {
			if lines++; lines > 3 {
				break
			}
		}
		if s[i] != '<' {
			i++
			continue
		}
		rest := s[i:limit]
		if strings.HasPrefix(rest, "</Error>") {
			end = i + len("</Error>")
			break
		}
		name := tagName(rest)
		if name == "" || name == "AccessDeniedDetail" || name == "Detail" {
			i++
			continue
		}
		value, n := elementValue(rest, name)
		if n == 0 {
			break
		}
		if denialNames[name] {
			b.WriteString("<AccessDeniedDetail><" + name + ">" + value + "</" + name + "></AccessDeniedDetail>")
		} else {
			b.WriteString("<" + name + ">" + value + "</" + name + ">")
		}
		found = true
		i += n
		end, lines = i, 0
	}
	if !found {
		return d, false
	}
	b.WriteString("</Error>")
	return document{start: start, end: end, raw: s[start:end], text: b.String(), whole: true}, true
}

// readOpen takes what a document has in the element that it breaks off in, if it is whole by its form, or enough of a
// message to know it by.
func (e *Evidence) readOpen(r *Reader, doc string) {
	doc = strings.TrimSuffix(doc, "</Error>")
	i := strings.LastIndexByte(doc, '<')
	if i > 0 && strings.HasPrefix(doc[i:], "</") && !strings.Contains(doc[i:], ">") {
		doc = doc[:i]
		i = strings.LastIndexByte(doc, '<')
	}
	if i < 0 {
		return
	}
	name := tagName(doc[i:])
	if name == "" {
		return
	}
	v, _, _ := strings.Cut(strings.TrimLeft(doc[i+len(name)+len("<>"):], " \t\r\n"), "\n")
	word := v[:strings.IndexAny(v+" ", " \r\"'\\")]
	switch name {
	case "Message":
		if e.Message != "" && !e.MessageWord {
			return
		}
		if n := r.c.Message(v); n > 0 && v[n-1] == '.' { // without a full stop, it may be the begin of a longer one
			e.Message, e.MessageCut, e.MessageWord, e.MessageSaid = v[:n], false, false, true
		} else if n := r.c.Beginning(v); n > 0 && breaksOff(v[n:]) {
			e.Message, e.MessageCut, e.MessageWord, e.MessageSaid = v[:n], true, false, true
		}
	case "RequestId":
		if form.IsRequestID(word) && e.RequestID == "" {
			e.RequestID, e.Labelled = word, true
		}
	case "EC":
		if form.IsEC(word) && e.EC == "" {
			e.EC = word
		}
	case "HostId":
		if osshost.IsOSS(word) {
			e.add("", "HostId", word)
		}
	}
}

// elementValue returns the text of the element that s begins with, and its length with the tags.
func elementValue(s, name string) (value string, n int) {
	low := len(name) + 2
	inner := s[low:min(len(s), low+8<<10)]
	next := strings.IndexByte(inner, '<')
	if next < 0 {
		next = len(inner)
	}
	if strings.HasPrefix(inner[next:], "</"+name+">") {
		return inner[:next], low + next + len("</>") + len(name)
	}
	if value, _, ok := strings.Cut(inner[:next], name+">"); ok { // whose mark was eaten
		return value, low + len(value) + len(name) + 1
	}
	if strings.HasPrefix(inner[next:], "</") {
		end := low + next + len("</")
		if j := strings.IndexByte(s[end:min(len(s), end+32)], '>'); j >= 0 {
			end += j + 1
		}
		return inner[:next], end
	}
	// It breaks off.
	if i := strings.IndexAny(inner[:next], "\n\"`"); i >= 0 {
		next = i
	}
	if value = strings.TrimSpace(inner[:next]); value == "" {
		return "", 0
	}
	return value, low + next
}

// repair puts back the marks of closing tags that something ate, as a wiki does: CodeX</Code> that
// became CodeXCode>. A document that has them is left alone.
func repair(s string) string {
	if !strings.Contains(s, "<Code>") || strings.Contains(s, "</Code>") || !strings.Contains(s, "Code>\n") {
		return s
	}
	var b strings.Builder
	open := ""
	for i := 0; i < len(s); {
		if s[i] == '<' {
			if name := tagName(s[i:]); name != "" {
				open = name
			}
			b.WriteByte('<')
			i++
			if tag, _, ok := strings.Cut(s[i:min(len(s), i+64)], ">"); ok && !strings.Contains(tag, "<") {
				b.WriteString(tag + ">")
				i += len(tag) + 1
			}
			continue
		}
		name := ""
		switch {
		case open != "" && strings.HasPrefix(s[i:], open+">"):
			name = open
		case strings.HasPrefix(s[i:], "AccessDeniedDetail>"):
			name = "AccessDeniedDetail"
		case strings.HasPrefix(s[i:], "Error>"):
			name = "Error"
		}
		if name != "" {
			b.WriteString("</" + name + ">")
			i += len(name) + 1
			open = ""
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// objects finds the ends of JSON objects in a text. What it looks at is bounded: objects that have no end,
// or have others in them, could be as many as the text has bytes.
type objects struct {
	s     string
	open  []int // what the last search that came to no end found to be without one
	spent int
}

// document returns the length of the document {"Error":{...}} that begins at a place.
func (o *objects) document(at int) int {
	head := strings.TrimLeft(o.s[at+1:min(len(o.s), at+24)], " \t\r\n")
	if !strings.HasPrefix(head, `"Error"`) {
		return 0
	}
	head = strings.TrimLeft(head[len(`"Error"`):], " \t\r\n:")
	if head != "" && head[0] != '{' {
		return 0
	}
	return o.end(at)
}

// end returns the length of the object that begins at a place, 0 if it has no end.
func (o *objects) end(at int) int {
	s := o.s[at:min(len(o.s), at+maxDocument)]
	if _, isOpen := slices.BinarySearch(o.open, at); isOpen || o.spent > 4*len(o.s)+maxAfter {
		return 0
	}
	depth := 0
	opened := len(o.open)
	if opened > 0 && o.open[opened-1] > at { // those are of another string
		o.open, opened = o.open[:0], 0
	}
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '"':
			for i++; i < len(s) && s[i] != '"'; i++ {
				if s[i] == '\\' {
					i++
				}
			}
		case '{', '[':
			depth++
			o.open = append(o.open, at+i)
		case '}', ']':
			o.open = o.open[:len(o.open)-1]
			if depth--; depth == 0 {
				o.spent += i
				o.open = o.open[:opened]
				return i + 1
			}
		}
	}
	o.spent += len(s)
	if at+len(s) < len(o.s) { // one that begins later may have its end behind that
		o.open = o.open[:opened]
	}
	return 0
}
