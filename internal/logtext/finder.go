package logtext

import (
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
)

// needle is a text without which there is no error.
type needle struct {
	kind AnchorKind
	text string // in lower case
	end  int    // where in the text its window ends
}

// window is how many bytes of each needle the finder looks at first; gram of how many it makes a
// number.
const (
	window = 10
	gram   = 3
)

// finder finds needles. It looks at three bytes of a window and leaps ahead by as many bytes as they
// show that no window can end in (the algorithm of Wu and Manber), so that it reads a third of a text
// or less.
type finder struct {
	shift   [1 << 15]uint8
	bucket  [1 << 15]uint16
	buckets [][]needle
}

func newFinder(list []needle) *finder {
	f := &finder{buckets: make([][]needle, 1)}
	for i := range f.shift {
		f.shift[i] = window
	}
	for _, n := range list {
		if len(n.text) < window {
			panic("logtext: a needle is too short: " + n.text)
		}
		n.end = bestWindow(n.text)
		w := n.text[n.end-window : n.end]
		for i := gram; i <= window; i++ {
			p := hash("\x00"+w, i)
			f.shift[p] = min(f.shift[p], uint8(window-i))
		}
		// A window may begin in the last two of the three bytes, or in the last.
		for x := range byte(1 << 5) {
			p := hash(string([]byte{0, x, w[0], w[1]}), gram)
			f.shift[p] = min(f.shift[p], window-2)
			for y := range byte(1 << 5) {
				p := hash(string([]byte{0, x, y, w[0]}), gram)
				f.shift[p] = min(f.shift[p], window-1)
			}
		}
		p := hash(w, window-1)
		if f.bucket[p] == 0 {
			f.bucket[p] = uint16(len(f.buckets))
			f.buckets = append(f.buckets, nil)
		}
		f.buckets[f.bucket[p]] = append(f.buckets[f.bucket[p]], n)
	}
	return f
}

// factor spreads three bytes over a table. Of 600 that were tried it lets the words of application,
// access and JSON logs meet the fewest needles.
const factor = 0xef024c4d

// hash makes a number of the three bytes that end at i, the same for both cases of a letter. There is a
// fourth in front of them.
func hash(s string, i int) uint32 {
	four := uint32(s[i-3]) | uint32(s[i-2])<<8 | uint32(s[i-1])<<16 | uint32(s[i])<<24 // one load
	return (four >> 8 & 0x1f1f1f) * factor >> 17
}

// bestWindow returns the end of the window whose last bytes are the rarest in logs.
func bestWindow(text string) int {
	const common = " etaoinsrlcdhu01.2m3p4g56789:-fyw/b=,\"_vk"
	rank := func(c byte) int {
		if i := strings.IndexByte(common, c); i >= 0 {
			return i
		}
		return len(common)
	}
	best, end := 0, 0
	for i := window; i <= len(text); i++ {
		r := rank(text[i-3]) + rank(text[i-2]) + rank(text[i-1])
		if strings.Contains(logWords, text[i-3:i]) {
			r -= 3 * len(common)
		}
		for j := i - window + gram; j < i; j++ { // in the window they cost less
			if strings.Contains(logWords, text[j-gram:j]) {
				r -= len(common) * (gram + window - (i - j)) / window
			}
		}
		if end == 0 || r > best {
			best, end = r, i
		}
	}
	return end
}

// logWords are words that stand in many lines of many logs.
const logWords = " object objects user users requests request bucket access server upload download message error status service client time level info warn debug finished worker trace handled bytes index token secure"

// next returns the first needle that begins at or behind from and ends in s, -1 if there is none.
func (f *finder) next(s string, from int) (at int, n *needle) {
	// A log that is full of errors has the next one near.
	low := from + window - 1
	if at, n := f.nextIn(s, from, low, min(len(s), low+nearSize)); at >= 0 {
		return at, n
	}
	for low += nearSize; low+blockSize <= len(s); low += blockSize {
		if at, n := f.nextInBlock(s, from, low); at >= 0 {
			return at, n
		}
	}
	return f.nextIn(s, from, low, len(s))
}

// nextIn returns the first needle that begins at or behind from and whose window ends in s[low:high].
func (f *finder) nextIn(s string, from, low, high int) (at int, n *needle) {
	for i := low; i < high; {
		p := hash(s, i)
		if skip := f.shift[p]; skip != 0 {
			i += int(skip)
			continue
		}
		if n, start := f.match(s, from, i, p); n != nil {
			return start, n
		}
		i++
	}
	return -1, nil
}

// match returns the needle whose window ends at i.
func (f *finder) match(s string, from, i int, p uint32) (*needle, int) {
	list := f.buckets[f.bucket[p]]
	for k := range list {
		n := &list[k]
		start := i + 1 - n.end
		if start >= from && start+len(n.text) <= len(s) && equalFold(s[start:start+len(n.text)], n.text) && n.stands(s, start) {
			return n, start
		}
	}
	return nil, 0
}

// blockSize is how many bytes are looked at together, nearSize how many before that.
const (
	blockSize = 2 << 10
	laneSize  = blockSize / 4
	nearSize  = 128
)

// nextInBlock is nextIn for the block at low. It looks at four parts of it side by side: a processor
// that waits for the table of one goes on with the others.
func (f *finder) nextInBlock(s string, from, low int) (at int, n *needle) {
	block := s[low-gram:][:blockSize+gram]
	a, b, c, d := 0, laneSize, 2*laneSize, 3*laneSize // each is gram behind these
	var found *needle
	place, lane := 0, 4
	for lane == 4 {
		if a, b, c, d = f.leap(block, a, b, c, d); a >= laneSize || b >= 2*laneSize || c >= 3*laneSize || d >= blockSize {
			break
		}
		if f.shift[hash4(block, a)] == 0 {
			if n, i := f.match(s, from, low+a, hash4(block, a)); n != nil {
				return i, n
			}
			a++
		}
		if f.shift[hash4(block, b)] == 0 {
			if found, place = f.match(s, from, low+b, hash4(block, b)); found != nil {
				lane = 1
				break
			}
			b++
		}
		if f.shift[hash4(block, c)] == 0 {
			if found, place = f.match(s, from, low+c, hash4(block, c)); found != nil {
				lane = 2
				break
			}
			c++
		}
		if f.shift[hash4(block, d)] == 0 {
			if found, place = f.match(s, from, low+d, hash4(block, d)); found != nil {
				lane = 3
				break
			}
			d++
		}
	}
	// What is left of the parts, up to the one in which a needle is.
	for i, begin := range [...]int{a, b, c, d} {
		if i == lane {
			return place, found
		}
		if at, n := f.nextIn(s, from, low+begin, low+(i+1)*laneSize); at >= 0 {
			return at, n
		}
	}
	return -1, nil
}

// leap moves on in the four parts of a block, until one is done or has a place where a window can end. It
// calls nothing, so that all it needs stays in registers.
func (f *finder) leap(block string, a, b, c, d int) (int, int, int, int) {
	block = block[:blockSize+gram]
	for uint(a) < laneSize && uint(b) < 2*laneSize && uint(c) < 3*laneSize && uint(d) < blockSize {
		x, y, z, w := f.shift[hash4(block, a)], f.shift[hash4(block, b)], f.shift[hash4(block, c)], f.shift[hash4(block, d)]
		if x == 0 || y == 0 || z == 0 || w == 0 {
			break
		}
		a, b, c, d = a+int(x), b+int(y), c+int(z), d+int(w)
	}
	return a, b, c, d
}

// hash4 is hash for the three bytes that end at i+3.
func hash4(s string, i int) uint32 {
	four := uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24 // one load
	return (four >> 8 & 0x1f1f1f) * factor >> 17
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
	if len(rest) > 1 && (rest[1]|0x20 == 'f' || rest[1]|0x20 == 'c' || rest[1] == '(' || rest[0] == ')') && (hasPrefixFold(rest, " Forbidden") || hasPrefixFold(rest, " Client Error") || hasPrefixFold(rest, " (Forbidden)") || hasPrefixFold(rest, ") Forbidden")) {
		return true
	}
	// status: 403, "statusCode":403, HTTP/1.1 403, occurred (403)
	k := i
	for k > 0 && i-k < 12 && beforeStatus[s[k-1]] {
		k--
	}
	if k == i || k > 0 && statusByLast[chars.Lower(s[k-1])].to == 0 && !chars.IsDigit(s[k-1]) && s[k-1] != '/' {
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
	return len(front) >= 6 && (strings.HasSuffix(front[:len(front)-1], "HTTP/") || len(front) >= 8 && hasPrefixFold(front[len(front)-8:], "HTTP/") || strings.HasSuffix(front, "HTTP/2"))
}

// statusWords are the last letters of what stands in front of a status, in lower case.
var statusWords = [...]string{"status", "tatuscode", "tus code", "nse code", "ttp code", "httpcode", "http_code", "spcode", "rned code", "rror code", "errcode", "rrorcode", "sponsecode", "http", "occurred", "returned", "return", "got",
	"failed", "error", "response", "actual", "code is", "code was", "status was", "answered with", "with", "s3 error", "resp", "request", "statusline", "status]", "status_code", "ror_code"}

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
func headerNeedles() []string {
	list := []string{"x-tengine-error", "x-oss-cdn-auth"}
	for _, behind := range [...]string{":", "\":", "':", "=", " ", "\"=", "' ", "\" ", "]", "\\", "\n", "\r", "',", "\","} {
		list = append(list, "x-oss-ec"+behind+" ", "x-oss-ec"+behind+"0", "x-oss-ec"+behind+"=", "x-oss-ec"+behind+":", "x-oss-ec"+behind+"[", "x-oss-ec"+behind+"\"", "x-oss-ec"+behind+"'", "x-oss-err"+behind)
	}
	return list
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
	add(AnchorDocument, documentNeedles...)
	add(AnchorSDK, sdkPhrases...)
	add(AnchorHeader, headerNeedles()...)
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
