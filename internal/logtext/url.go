package logtext

import (
	"strconv"
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// addLink keeps a URL with what stands around it.
func (p *page) addLink(s string, i, end int, u string) {
	if len(p.links) == maxPieces {
		return
	}
	l := link{at: i, end: end, url: u}
	before := strings.TrimRight(s[max(0, i-24):i], " `\"'")
	if word := before[strings.LastIndexAny(before, " \t\n\"'`[(:|>#*")+1:]; isMethod(word) {
		l.method = word
	} else {
		l.method = curlMethod(s, i, end)
	}
	// url 403, url: 403, "url" 403
	rest := s[end:]
	n := 0
	for n < len(rest) && n < 16 && isOneOf(rest[n], " :\"'`)]>-=") {
		n++
	}
	if chars.HasPrefixFold(rest[n:], "HTTP/") {
		if version, _, ok := strings.Cut(rest[n:min(len(rest), n+16)], " "); ok {
			n += len(version) + 1
		}
	}
	if n+3 <= len(rest) && isStatus(rest[n:n+3]) && (n+3 == len(rest) || !chars.IsLetterOrDigit(rest[n+3])) {
		l.status, _ = strconv.Atoi(rest[n : n+3]) // three digits
		p.keepStatus(status{code: l.status, weak: true})
	}
	p.links = append(p.links, l)
}

// urlAt returns the URL that begins at i.
func urlAt(s string, i int) string {
	n := i
	for n < len(s) {
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
	for _, end := range [...]string{"/", "?", "#"} {
		rest, _, _ = strings.Cut(rest, end)
	}
	host, _, _ := strings.Cut(rest[strings.LastIndexByte(rest, '@')+1:], ":")
	return host
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
	if !strings.Contains(before, "curl ") { // which takes less time than to look for the last one
		return ""
	}
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
	flags, ok := strings.CutPrefix(word, "-")
	return ok && len(flags) < 5 && chars.IsAlnum(flags) && isOneOf(flag, flags)
}

// requestLine reads GET /path HTTP/1.1 behind the method s[i:end]; it returns where to go on.
func (p *page) requestLine(s string, i, end int) int {
	if end+1 >= len(s) || s[end+1] != '/' || strings.HasPrefix(s[end+1:], "//") {
		return end
	}
	n := end + 1
	for n < len(s) && s[n] > ' ' && s[n] != '"' {
		n++
	}
	rest := s[n:]
	if !strings.HasPrefix(rest, " HTTP/") {
		return end
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
		p.keepStatus(status{code: code, weak: true})
		behind := strings.TrimLeft(s[n+5:min(len(s), n+32)], " -0123456789") // bytes, milliseconds
		if at := min(len(s), n+32) - len(behind); at > n+6 && strings.HasPrefix(behind, `"`) && len(p.labels) < maxPieces {
			p.labels = append(p.labels, label{field: fieldReferer, at: at, value: at})
		}
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
