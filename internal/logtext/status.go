package logtext

import (
	"strconv"
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// statusLine returns the status in a status line, 0 if s begins none.
func statusLine(s string) int {
	rest := strings.TrimLeft(s[len("HTTP/"):], ".0123456789")
	if len(rest) < 4 || rest[0] != ' ' || !isStatus(rest[1:4]) || len(rest) > 4 && chars.IsLetterOrDigit(rest[4]) {
		return 0
	}
	code, _ := strconv.Atoi(rest[1:4]) // three digits
	return code
}

func isStatus(w string) bool {
	return len(w) == 3 && '1' <= w[0] && w[0] <= '5' && chars.IsDigit(w[1]) && chars.IsDigit(w[2])
}

// keepStatus adds a status to those of the page.
func (p *page) keepStatus(s status) {
	p.statuses = append(p.statuses[:min(len(p.statuses), maxPieces)], s)
}

// addStatus keeps a number if what stands around it makes it a status.
func (p *page) addStatus(s string, i, end int, before, behind byte) {
	code, _ := strconv.Atoi(s[i:end]) // three digits
	if before == '.' || before == '#' || before == '-' || before == '_' || before == '/' || behind == '-' || behind == '_' || behind == '/' || behind == '.' && end+1 < len(s) && chars.IsDigit(s[end+1]) {
		return
	}
	rest := s[end:]
	front := strings.TrimRight(s[max(0, i-24):i], " ([\"'=:")
	if strings.Contains(s[i-min(i, 4):i], "==") { // a program's code
		return
	}
	if panel := strings.TrimRight(front, "\r\n\t"); chars.HasSuffixFold(panel, "\nstatus") || strings.HasSuffix(panel, "状态") { // a browser's
		front = panel
	}
	is := false
	for _, mark := range [...]string{" forbidden", " client error", " (forbidden)", ") forbidden", ": forbidden", ": 403 forbidden"} {
		is = is || chars.HasPrefixFold(rest, mark)
	}
	if !is {
		for _, mark := range [...]string{"http", "status", "code", "code of", "occurred", "returned", "got", "s3 error", "http error", "actual", "failed with", "response", "error", "statuscode", "failed", "状态"} {
			if chars.HasSuffixFold(front, mark) {
				is = true
				break
			}
		}
	}
	if is && (code == 403 || code >= 400 && (chars.HasSuffixFold(front, "status") || chars.HasSuffixFold(front, "http") || chars.HasSuffixFold(front, "s3 error"))) {
		p.keepStatus(status{at: i, code: code, weak: true})
	} else if code == 403 {
		p.keepStatus(status{at: i, code: code, weak: true, plain: true})
	}
}

// status tells the status of the answer from those in a text: an application's own stands beside it
// often enough.
func (e *Evidence) status(pages []*page) {
	for _, p := range pages {
		var room [3][4]int // most have fewer
		strong, weak, plain := room[0][:0], room[1][:0], room[2][:0]
		labels := 0
		for _, k := range p.order() {
			l := p.labels[k]
			if l.field != fieldStatus && l.field != fieldWeakStatus && !(l.field == "Code" && !l.header) {
				continue
			}
			v := p.value(k)
			if len(v) > 3 && v[3] == ' ' {
				v = v[:3]
			}
			if len(v) > 3 && !chars.IsLetterOrDigit(v[3]) {
				v = v[:3]
			}
			if !isStatus(v) {
				continue
			}
			n, _ := strconv.Atoi(v) // three digits
			switch {
			case l.field == fieldStatus:
				strong = append(strong, n)
				labels++
			case l.field == "Code" && n != 403:
			case n != 403 && p.isProgramStatus(l.at):
				plain = append(plain, n)
			default:
				weak = append(weak, n)
			}
		}
		for _, s := range p.statuses {
			switch {
			case s.plain && !p.isBeside(s.at), s.weak && s.code != 403 && p.isProgramStatus(s.at):
				plain = append(plain, s.code)
			case s.weak:
				weak = append(weak, s.code)
			default:
				strong = append(strong, s.code)
			}
		}
		n := statusFrom(strong)
		if labels > 0 && p.sdk && strong[0] != 403 {
			n = strong[0] // what the SDK says itself
		}
		if n != 0 {
			if e.Status == 0 || e.StatusWeak {
				e.Status, e.StatusWeak = n, false
			}
			return
		}
		if n := statusFrom(weak); n != 0 && e.Status == 0 {
			e.Status = n
			if n != 403 {
				e.Status, e.StatusWeak = n, true
			}
			if n == 403 {
				return
			}
		}
		if n := statusFrom(plain); n != 0 && e.Status == 0 {
			e.Status, e.StatusWeak = n, true
		}
	}
}

// isBeside says whether the number at a place stands right in front of a message, or of a code that does.
func (p *page) isBeside(at int) bool {
	for _, ph := range p.phrases {
		if isJoint(p.text, at+3, ph.at) {
			return true
		}
		for _, w := range p.words {
			if isJoint(p.text, at+3, w.at) && isJoint(p.text, w.end, ph.at) {
				return true
			}
		}
	}
	return false
}

// isJoint says whether s[from:to] is what stands between two words.
func isJoint(s string, from, to int) bool {
	return from < to && to-from <= 4 && strings.Trim(s[from:to], " .,:;-/()[]") == ""
}

func statusFrom(list []int) int {
	for _, n := range list {
		if n == 403 {
			return n
		}
	}
	for _, n := range list {
		if n >= 200 {
			return n
		}
	}
	return 0
}
