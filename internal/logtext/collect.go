package logtext

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
)

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
			if c == '<' && !p.html && (chars.HasPrefixFold(s[i:], "<html") || chars.HasPrefixFold(s[i:], "<!doctype html")) {
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
		if end-i >= minGlued {
			end = r.gluedAt(s, i, end)
		}
		i = max(end, r.collectWord(p, i, end))
	}
	return p
}

// minGlued is the length of the shortest word that another one is looked for in.
const minGlued = 14

// gluedAt returns where the word s[i:end] ends if another one is joined to it, as where a program or a copy lost what
// stood between them: a label behind a code or a request ID, a message behind a code, a host behind an ID. It is end
// if none is.
func (r *Reader) gluedAt(s string, i, end int) int {
	const id, shortest = 24, 10
	w := s[i:end]
	switch {
	case end == len(s):
		return end
	case isOneOf(s[end], ".-") && len(w) > id && isLower(w[id]) && form.IsRequestID(w[:id]):
		return i + id
	case !isOneOf(s[end], ":= "):
		return end
	}
	for at := shortest; at < len(w); at++ {
		if !isUpper(w[at]) || s[end] == ' ' && !r.begins[hashHead(s[i+at:])] || s[end] != ' ' && !isElementLabel(w[at:]) {
			continue
		}
		if code, class := r.codeOf(w[:at]); code != "" && !class || at == id && form.IsRequestID(w[:at]) {
			return i + at
		}
	}
	return end
}

// isElementLabel says whether a word is the label of an element of OSS's document.
func isElementLabel(w string) bool {
	var room [24]byte
	if len(w) > len(room) {
		return false
	}
	for i := range w {
		room[i] = chars.Lower(w[i])
	}
	l, ok := labelNames[string(room[:len(w)])]
	return ok && isUpper(l.field[0])
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
		u := urlAt(s, i)
		p.addLink(s, i, i+len(u), u)
		if !isOSSText(u) && r.isOther(hostOf(u)) {
			p.foreign = true
		}
		return i + len(u)
	case len(w) == 24 && form.IsRequestID(w):
		if isOthersID(s[:i]) {
			return end
		}
		p.ids = append(p.ids[:min(len(p.ids), maxPieces)], token{i, w})
		if isSaidID(s[:i]) && len(p.labels) < maxPieces {
			p.labels = append(p.labels, label{field: "RequestId", at: i, value: i})
		}
		return end
	case len(w) >= 12 && behind == '*':
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
		return end
	case len(w) == 3 && isStatus(w):
		p.addStatus(s, i, end, before, behind)
		return end
	case behind == '.' && strings.HasPrefix(s[end:], ".aliyuncs.com"):
		low, high, floor := i, end+len(".aliyuncs.com"), 0
		if n := len(p.ids); n > 0 { // it may be joined to it
			floor = p.ids[n-1].at + len(p.ids[n-1].value)
		}
		for low > floor && i-low < 200 && (chars.IsLetterOrDigit(s[low-1]) || s[low-1] == '-' || s[low-1] == '.' || s[low-1] == '_' || s[low-1] == '*') {
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
		if code := statusLine(s[i:]); code != 0 {
			p.keepStatus(status{code: code})
			return end
		}
	} else if isMethod(w) && behind == ' ' {
		return p.requestLine(s, i, end)
	}
	next := 0
	if r.beginsMessage(s, i) {
		if n := r.c.Message(s[i:]); n > 0 {
			if goesOn(s[i+n:]) && !strings.HasSuffix(s[:i+n], ".") {
				// It begins like one that is known, and is another.
				next = i + n
			} else if strings.Contains(s[i:i+n], " ") {
				p.phrases = append(p.phrases[:min(len(p.phrases), maxPieces)], phrase{at: i, end: i + n})
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

// isOthersID says whether a text ends in a name, with what stands between it and its value, that calls what is behind
// it an ID of something else than a request: trace_id=, "spanId":", ObjectId(".
func isOthersID(s string) bool {
	s = s[max(0, len(s)-48):]
	name := strings.TrimRight(s, " \t\"'`\\[(:=>")
	if name == "" || !strings.ContainsAny(s[len(name):], ":=(") {
		return false
	}
	if chars.HasSuffixFold(name, "id") {
		name = name[:len(name)-len("id")]
		if what := strings.TrimRight(name, "_-$"); what != name || what != "" && chars.IsLetterOrDigit(lastOf(what)) {
			return !chars.HasSuffixFold(what, "request") && !chars.HasSuffixFold(what, "req")
		}
		name = strings.TrimRight(name, " ")
	}
	for _, other := range [...]string{"trace", "span", "session", "correlation"} {
		if chars.HasSuffixFold(name, other) {
			return true
		}
	}
	return false
}

func isOSSText(s string) bool { return strings.Contains(s, "oss-") || strings.Contains(s, ".oss.") }
