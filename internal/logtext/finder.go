package logtext

import "strings"

// AnchorKind is what makes a place in a text look like an error.
type AnchorKind uint8

// The kinds, from what says least to what says most.
const (
	AnchorHost     AnchorKind = iota // a host below aliyuncs.com
	AnchorStatus                     // 403 as a status
	AnchorHeader                     // a header that OSS sends with an error
	AnchorCode                       // a code of the catalog
	AnchorMessage                    // a message of the catalog
	AnchorHTTP                       // a status line of a 403
	AnchorSDK                        // the words in which an SDK of OSS writes its errors
	AnchorDocument                   // the begin of a document
	AnchorOwn                        // a line, a group or JSON that this module wrote
)

// needle is a text without which there is no error.
type needle struct {
	kind AnchorKind
	text string // in lower case
	end  int    // where in the text its window ends
}

// window is how many bytes of each needle the finder looks at first.
const window = 6

// finder finds needles. It looks at two bytes of a window and leaps ahead by as many bytes as they
// show that no window can end in (the algorithm of Wu and Manber), so that it reads a third of a
// text or less.
type finder struct {
	shift   [1 << 16]uint8
	bucket  [1 << 16]uint8
	buckets [][]needle
}

func newFinder(list []needle) *finder {
	f := &finder{buckets: make([][]needle, 1)}
	for i := range f.shift {
		f.shift[i] = window - 1
	}
	for _, n := range list {
		n.end = bestWindow(n.text)
		w := n.text[n.end-window : n.end]
		for i := 2; i <= window; i++ {
			f.each(w[i-2], w[i-1], func(p uint16) { f.shift[p] = min(f.shift[p], uint8(window-i)) })
		}
		var at uint8
		f.each(w[window-2], w[window-1], func(p uint16) {
			if at == 0 {
				at = f.bucket[p]
			}
		})
		if at == 0 {
			if len(f.buckets) == 256 {
				panic("logtext: more needles than buckets")
			}
			at = uint8(len(f.buckets))
			f.buckets = append(f.buckets, nil)
		}
		f.each(w[window-2], w[window-1], func(p uint16) { f.bucket[p] = at })
		f.buckets[at] = append(f.buckets[at], n)
	}
	return f
}

// each calls do with two bytes in every mix of cases.
func (f *finder) each(x, y byte, do func(uint16)) {
	for _, x := range [...]byte{x, upper(x)} {
		for _, y := range [...]byte{y, upper(y)} {
			do(uint16(x)<<8 | uint16(y))
		}
	}
}

// bestWindow returns the end of the window whose last two bytes are the rarest in logs.
func bestWindow(text string) int {
	const common = " etaoinsrlcdhu01.2m3p4g56789:-fyw/b=,\"_vk"
	rank := func(c byte) int {
		if i := strings.IndexByte(common, c); i >= 0 {
			return i
		}
		return len(common)
	}
	best, end := -1, window
	for i := window; i <= len(text); i++ {
		if r := rank(text[i-2]) + rank(text[i-1]); r > best {
			best, end = r, i
		}
	}
	return end
}

// next returns the first needle that begins at or behind from and ends in s, -1 if there is none.
func (f *finder) next(s string, from int) (at int, n *needle) {
	for i := from + window - 1; i < len(s); {
		p := uint16(s[i-1])<<8 | uint16(s[i])
		if skip := f.shift[p]; skip != 0 {
			i += int(skip)
			continue
		}
		list := f.buckets[f.bucket[p]]
		for k := range list {
			n := &list[k]
			start := i + 1 - n.end
			if start >= from && start+len(n.text) <= len(s) && equalFold(s[start:start+len(n.text)], n.text) && n.stands(s, start) {
				return start, n
			}
		}
		i++
	}
	return -1, nil
}

// equalFold compares with a text in lower case.
func equalFold(s, text string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != text[i] && ('A' > c || c > 'Z' || c+'a'-'A' != text[i]) {
			return false
		}
	}
	return true
}

// stands says whether a needle is a word of its own where that matters.
func (n *needle) stands(s string, start int) bool {
	end := start + len(n.text)
	switch n.kind {
	case AnchorCode:
		if c := s[start]; c < 'A' || 'Z' < c {
			return false
		}
		if start > 0 && isAlnum(s[start-1]) && (start < 2 || s[start-2] != '\\') {
			return false
		}
		return end == len(s) || !isAlnum(s[end]) || strings.HasPrefix(s[end:], "Error") || strings.HasPrefix(s[end:], "Exception")
	case AnchorStatus:
		return end == len(s) || !isDigit(s[end])
	}
	return true
}

func isAlnum(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || isDigit(c) }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }
func isHex(c byte) bool   { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }
func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		c -= 'a' - 'A'
	}
	return c
}
func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// sdkPhrases are the beginnings of the texts of OSS's SDKs, and the names that only they carry.
var sdkPhrases = []string{
	"oss: service returned ",                                       // Go v1, ossutil
	"Error returned by Service",                                    // Go v2 and its siblings
	"com.aliyun.oss", "com.aliyun.sdk.service.oss", "OSSException", // Java, hadoop, C#
	"oss2.exceptions", "alibabacloud_oss", // Python
	"node_modules/ali-oss", `node_modules\ali-oss`, // Node
	`OSS\Core\Oss`, `OSS\\Core\\Oss`, "AlibabaCloud\\Oss", // PHP
	"Aliyun::OSS::", "Aliyun.OSS.", "AlibabaCloud::OSS", // Ruby, C#, C++
	"aliyun-oss-go-sdk", "alibabacloud-oss-go-sdk-v2", "alibabacloud-oss-", "aliyun_oss",
	"OSSError {", // opendal
	"oss: error ", "jindooss", "JindoOss", "fs.jindo", "jindofs", "ossfs",
}

// documentNeedles are the beginnings of documents, as they are and escaped.
var documentNeedles = []string{"<Error>", "<Error ", "<Code>", "&lt;Error", "&lt;Code&gt;", "u003cError", "u003cCode", "%3CError", "%3CCode",
	"x3cError", `{"Error":`, `{\"Error\":`, `{"Error" :`, `"Error": {`, "<NoPermissionType>", "<Message>"}

// statusNeedles are the ways in which a text says that a status is 403, from the last letters of the
// word in front on.
func statusNeedles() []string {
	list := []string{"403 Forbidden", "403 Client Error", "HTTP 403", "http=403", "http_403", "HTTP Error 403", "Actual(403", "StatusCode(403", "occurred (403", "S3 error: 403",
		"HTTP/1.1 403", "status 403", "status was 403", "failed: 403", "status code 403", "response code 403", "http-status 403", "http error: 403", "response: 403", "error: 403", "request(403", "resp:403",
		"error 403", "returned 403", "return 403", "got 403", "code is 403", "code was 403", "403 (Forbidden)", "(403) Forbidden", "403 AccessDenied", "with 403"}
	for _, word := range [...]string{"tatus", "code", "statusline", "httpstatus"} {
		if word == "code" {
			word = "scode" // statusCode; the code of a program says nothing
		}
		for _, between := range [...]string{"=", ": ", ":", "\":", "\": ", "\\\":", "\\\": ", "':", "': ", "' => ", "'=>", "\"=>", "\" => ", "=>", " => ", " = ", "=\"", "=\\\"", "]: ", "] => ", ">"} {
			for _, quote := range [...]string{"", "'", "\"", "\\\""} {
				list = append(list, word+between+quote+"403")
			}
		}
	}
	for _, words := range [...]string{"status code", "response code", "http code", "httpcode", "http_code", "http response code", "respcode", "error code", "returned code"} {
		for _, between := range [...]string{": ", ":", "=", " = ", "\":", "\": "} {
			list = append(list, words+between+"403")
		}
	}
	return list
}

// headerNeedles are headers that OSS, or a CDN for it, sends with an error.
var headerNeedles = []string{"x-oss-ec", "x-oss-err", "x_oss_ec", "x-tengine-error", "x-oss-cdn-auth"}

// ownNeedles are what this module writes: a line's tail, slog's group, JSON.
var ownNeedles = []string{"(kind=", "oss403.kind=", "oss403: ", `"oss403":{`, `oss403\":{`, `"error":"oss403: `, `\"error\":\"oss403: `}

// needlesOf lists all that a record begins to be read at.
func needlesOf(c *Catalog) []needle {
	var list []needle
	seen := map[string]bool{}
	add := func(kind AnchorKind, texts ...string) {
		for _, text := range texts {
			if text = strings.ToLower(text); len(text) >= window && !seen[text] {
				seen[text] = true
				list = append(list, needle{kind: kind, text: text})
			}
		}
	}
	add(AnchorOwn, ownNeedles...)
	add(AnchorDocument, documentNeedles...)
	add(AnchorSDK, sdkPhrases...)
	add(AnchorHTTP, "HTTP/1.1 403", "HTTP/1.0 403", "HTTP/2 403", "HTTP/2.0 403", "HTTP/3 403", `HTTP\/1.1 403`, `HTTP\/2 403`, ":status: 403", "HTTP/1.1\" 403", "HTTP/2\" 403", "HTTP/2.0\" 403")
	add(AnchorHeader, headerNeedles...)
	for _, m := range c.Messages {
		if text := longestPhrase(m); len(text) >= 2*window && strings.Contains(text, " ") {
			add(AnchorMessage, text)
		}
	}
	add(AnchorCode, c.Codes...)
	add(AnchorStatus, statusNeedles()...)
	add(AnchorHost, ".aliyuncs.com")
	return list
}

// longestPhrase is the longest part of a message that is written in one way only.
func longestPhrase(message string) string {
	message, _, _ = strings.Cut(message, "{")
	longest := ""
	for _, part := range strings.FieldsFunc(message, func(r rune) bool { return r != ' ' && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') }) {
		if part = strings.TrimSpace(part); len(part) > len(longest) {
			longest = part
		}
	}
	return longest
}
