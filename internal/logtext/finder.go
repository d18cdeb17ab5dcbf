package logtext

import (
	"cmp"
	"slices"
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

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
	AnchorFindings                   // what a report of this module found, which is no error
)

// needle is a text without which there is no error.
type needle struct {
	kind  AnchorKind
	text  string   // in lower case
	tails []string // one of them is behind it; nil: no matter what is
}

// The finder looks for a part of each needle, its window, and there at a few bytes together, a gram. Of step
// grams that begin next to each other in a text, one is looked at: a window holds as many.
const (
	window = 10
	gram   = 4
	step   = window - gram + 1

	farthest = 32 // from the begin of a needle to the end of its window: so far is looked behind the first needle
)

// finder finds needles. It goes over a text in steps, and stops where a gram is one of a window: most of a log
// has none.
type finder struct {
	needles []needle
	known   [1 << 12]uint64   // which grams there are, a bit each
	begins  [1<<12 + 1]uint16 // where those of a word of known begin in grams
	grams   []gramOf          // in the order of their hashes
	reach   int               // how far behind the begin of a needle the last gram of a window is
}

// gramOf is a gram of the window of a needle.
type gramOf struct {
	hash   uint32
	needle uint16
	at     uint16 // where in the needle it is
}

func newFinder(list []needle) *finder {
	f := &finder{needles: list}
	for i, n := range list {
		for _, text := range n.texts() {
			at := bestWindow(text)
			for k := at; k < at+step; k++ {
				f.grams = append(f.grams, gramOf{hash(text, k), uint16(i), uint16(k)})
			}
			f.reach = max(f.reach, at+step-1)
		}
	}
	slices.SortFunc(f.grams, func(x, y gramOf) int {
		return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(x.needle, y.needle), cmp.Compare(x.at, y.at))
	})
	f.grams = slices.Compact(f.grams)
	for _, g := range f.grams {
		word, bit := slot(g.hash)
		f.known[word] |= 1 << bit
		f.begins[word+1]++
	}
	for i := range f.known {
		f.begins[i+1] += f.begins[i]
	}
	return f
}

// texts are the needle with each of its tails.
func (n *needle) texts() []string {
	if n.tails == nil {
		return []string{n.text}
	}
	list := make([]string, len(n.tails))
	for i, tail := range n.tails {
		list[i] = n.text + tail
	}
	return list
}

// hash makes a number of the gram at i, the same for both cases of a letter.
func hash(s string, i int) uint32 {
	four := uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24 // one load
	return (four | 0x20202020) * 0x9e3779b1
}

// slot returns where in known the bit of a gram is.
func slot(hash uint32) (word, bit uint32) { return hash >> 20, hash >> 14 & 63 }

// bestWindow returns where in a text the window begins whose grams are the rarest in logs.
func bestWindow(text string) int {
	if len(text) < window {
		panic("logtext: a needle is too short: " + text)
	}
	best, least := 0, -1
	for at := 0; at+window <= min(len(text), farthest); at++ {
		n := 0
		for k := at; k < at+step; k++ {
			n += commonness(text[k : k+gram])
		}
		if least < 0 || n < least {
			best, least = at, n
		}
	}
	return best
}

// commonness says how often a gram is in logs, roughly.
func commonness(s string) int {
	const letters = "kvqxzj\\;_\"',=bw/y-fg5643p2m.10uhdclrsnioate " // the rarest first
	if strings.Contains(logWords, s) {
		return 1000
	}
	n := 0
	for i := range len(s) {
		n += strings.IndexByte(letters, s[i])
	}
	return n
}

// logWords are words that stand in many lines of many logs.
const logWords = " object objects user users requests request bucket access server upload download message error status" +
	" service client time level info warn debug finished worker trace handled bytes index token secure" +
	" get put post delete the this that with from for have been not allowed failed name kind policy account"

// next returns the first needle that begins at or behind from and ends in s, -1 if there is none.
func (f *finder) next(s string, from int) (at int, n *needle) {
	at = -1
	for i := from; ; i += step {
		if i = f.nextGram(s, i); i < 0 || at >= 0 && i > at+f.reach { // none that begins in front of it
			return at, n
		}
		h := hash(s, i)
		word, _ := slot(h)
		for _, g := range f.grams[f.begins[word]:f.begins[word+1]] {
			start, other := i-int(g.at), &f.needles[g.needle]
			if g.hash == h && start >= from && (n == nil || start < at || start == at && len(other.text) > len(n.text)) && other.isAt(s, start) {
				at, n = start, other
			}
		}
	}
}

// nextGram returns the first place at i or some steps behind it where a gram may be one of a window, -1 if there
// is none.
func (f *finder) nextGram(s string, i int) int {
	for i = max(i, 0); i < len(s)-(gram-1); i += step {
		if word, bit := slot(hash(s, i)); f.known[word]>>bit&1 != 0 {
			return i
		}
	}
	return -1
}

// isAt says whether a needle is at a place, a word of its own where that matters.
func (n *needle) isAt(s string, at int) bool {
	end := at + len(n.text)
	if end > len(s) || !equalFold(s[at:end], n.text) || !n.stands(s, at) {
		return false
	}
	return n.tails == nil || slices.ContainsFunc(n.tails, func(tail string) bool { return strings.HasPrefix(s[end:], tail) })
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
		if start > 0 && chars.IsLetterOrDigit(s[start-1]) && (start < 2 || s[start-2] != '\\') {
			return false
		}
		return end == len(s) || !chars.IsLetterOrDigit(s[end]) || strings.HasPrefix(s[end:], "Error") || strings.HasPrefix(s[end:], "Exception")
	}
	return true
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
	"oss: error ",
}

// documentNeedles are the beginnings of documents, as they are and escaped.
var documentNeedles = []string{"&lt;Error&", "&lt;Error ", "amp;lt;Error", "amp;lt;Code", "&lt;Code&gt;", "u003cError", `u003cCode\u`, `%3CError%3E`, "%3CCode%3E", "%3CError%20",
	`x3cError\x3e`, `{"Error":{`, `{"Error": `, `{\"Error\":`, `{"Error" :`, `"Error": {`}

// tagNeedles are those that are found by their <.
var tagNeedles = []string{"<Error>", "<Error ", "<Code>", "<NoPermissionType>", "<Message>"}

// nextTag returns where the next tag of a document of OSS begins.
func nextTag(s string, from int) int {
	for {
		i := strings.IndexByte(s[from:], '<')
		if i < 0 {
			return -1
		}
		i += from
		for _, tag := range tagNeedles {
			if strings.HasPrefix(s[i:], tag) {
				return i
			}
		}
		from = i + 1
	}
}

// nextStatus returns where the next 403 is that something calls a status.
func nextStatus(s string, from int) int {
	for {
		i := strings.IndexByte(s[from:], '4')
		if i < 0 {
			return -1
		}
		i += from
		if i+2 < len(s) && s[i+1] == '0' && s[i+2] == '3' && isStatusAt(s, i) {
			return i
		}
		from = i + 1
	}
}

// isStatusAt says whether what stands around the 403 at i makes it a status.
func isStatusAt(s string, i int) bool {
	if i+3 < len(s) && chars.IsLetterOrDigit(s[i+3]) || i > 0 && chars.IsLetterOrDigit(s[i-1]) {
		return false
	}
	rest := s[i+3:]
	if len(rest) > 1 && (rest[1]|0x20 == 'f' || rest[1]|0x20 == 'c' || rest[1] == '(' || rest[0] == ')' || rest[1] == '{' || rest[1] == 't') &&
		(chars.HasPrefixFold(rest, " Forbidden") || chars.HasPrefixFold(rest, " Client Error") || chars.HasPrefixFold(rest, " (Forbidden)") || chars.HasPrefixFold(rest, ") Forbidden") ||
			hasPrefix(rest, " {'", ` {"`, "\ttable: ")) { // the status and the headers, as a program prints them
		return true
	}
	// status: 403, "statusCode":403, HTTP/1.1 403, occurred (403)
	k := i
	for k > 0 && i-k < 12 && beforeStatus[s[k-1]] {
		k--
	}
	if k == i || k > 0 && statusByLast[chars.Lower(s[k-1])].to == 0 && !chars.IsDigit(s[k-1]) {
		return false
	}
	if k > 1 && chars.IsDigit(s[k-1]) && s[k-2] != '.' && s[k-2] != '/' { // no version of HTTP
		return false
	}
	front := s[max(0, k-12):k]
	last := byte(0)
	if front != "" {
		last = chars.Lower(front[len(front)-1])
	}
	for _, word := range statusWords[statusByLast[last].from:statusByLast[last].to] {
		if len(front) >= len(word) && equalFold(front[len(front)-len(word):], word) {
			return true
		}
	}
	// HTTP/1.1 403
	return len(front) >= 6 && (strings.HasSuffix(front[:len(front)-1], "HTTP/") || len(front) >= 8 && chars.HasPrefixFold(front[len(front)-8:], "HTTP/") || strings.HasSuffix(front, "HTTP/2"))
}

// statusWords are the last letters of what stands in front of a status, in lower case.
var statusWords = [...]string{
	"status", "tatuscode", "tus code", "status_code", "statusline", "status]", "status was",
	"nse code", "ttp code", "rned code", "rror code", "code is", "code of", "code was",
	"httpcode", "http_code", "spcode", "errcode", "rrorcode", "ror_code", "sponsecode",
	"http", "occurred", "returned", "return", "got", "failed", "answered with", "with",
	"error", "s3 error", "response", "resp", "request", "actual", "状态",
}

// beforeStatus are the characters between such a word and the status.
var beforeStatus [256]bool

func makeBeforeStatus() (t [256]bool) {
	for _, c := range []byte(" \t\r\n\"'=:>([\\") {
		t[c] = true
	}
	return t
}

// statusByLast says which statusWords end in a letter.
var statusByLast [256]struct{ from, to uint8 }

func makeStatusByLast() (t [256]struct{ from, to uint8 }) {
	last := func(word string) byte { return word[len(word)-1] }
	slices.SortStableFunc(statusWords[:], func(x, y string) int { return int(last(x)) - int(last(y)) })
	for i, word := range statusWords {
		e := &t[last(word)]
		if e.to == 0 {
			e.from = uint8(i)
		}
		e.to = uint8(i + 1)
	}
	return t
}

// headerNeedles are headers that OSS, or a CDN for it, sends with an error.
func headerNeedles() []needle {
	var afterEC, afterErr []string
	for _, behind := range [...]string{":", "\":", "':", "=", " ", "\"=", "' ", "\" ", "]", "\\", "\n", "\r", "',", "\",", "`:", "：", "`："} {
		afterErr = append(afterErr, behind)
		for _, value := range [...]string{" ", "0", "=", ":", "[", "\"", "'"} {
			afterEC = append(afterEC, behind+value)
		}
	}
	return []needle{{AnchorHeader, "x-tengine-error", nil}, {AnchorHeader, "x-oss-cdn-auth", nil}, {AnchorHeader, "x-oss-ec", afterEC}, {AnchorHeader, "x-oss-err", afterErr}}
}

// ownNeedles are what this module writes: a line's tail, slog's group, JSON.
var ownNeedles = []string{"oss403.kind=", `"oss403":{`, `oss403\":{`, `"oss403": {`, `"error":"oss403: `, `\"error\":\"oss403: `}

// needlesOf lists all that a record begins to be read at.
func needlesOf(c *Catalog) []needle {
	var list []needle
	seen := map[string]bool{}
	add := func(kind AnchorKind, texts ...string) {
		for _, text := range texts {
			if text = strings.ToLower(text); !seen[text] {
				seen[text] = true
				list = append(list, needle{kind: kind, text: text})
			}
		}
	}
	add(AnchorOwn, ownNeedles...)
	for _, kind := range c.Kinds {
		add(AnchorOwn, "(kind="+kind[:min(len(kind), 14)])
	}
	for _, head := range c.Reports {
		add(AnchorOwn, "\n"+head)
	}
	for _, head := range c.Findings {
		add(AnchorFindings, "\n"+head)
	}
	add(AnchorDocument, documentNeedles...)
	add(AnchorSDK, sdkPhrases...)
	list = append(list, headerNeedles()...)
	for _, m := range c.Messages {
		if text := longestPhrase(m); len(text) >= 12 && strings.Contains(text, " ") {
			add(AnchorMessage, text)
		}
	}
	for _, code := range c.Codes {
		if len(code) >= window { // InDebt is found by what stands beside it
			add(AnchorCode, code)
		}
	}
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
