package logtext

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// minWidth is the width of the narrowest window that is thought of.
const minWidth = 40

// unwrapped joins the lines of a text that a window cut at its last column, as those copied from a console are:
// the widest, where a break in one of them stands inside of something that is known, or in two of them inside of
// a word.
func (r *Reader) unwrapped(s string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	width, words := minWidth, 0
	for rest := s; rest != ""; {
		line, after, more := strings.Cut(rest, "\n")
		if !more {
			break
		}
		switch n := columns(line); {
		case n > width:
			width, words = n, r.cutWords(line, after)
		case n == width && words < enough:
			words += r.cutWords(line, after)
		}
		rest = after
	}
	if words < enough {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for rest := s; rest != ""; {
		line, after, more := strings.Cut(rest, "\n")
		if more && columns(line) == width {
			b.WriteString(strings.TrimSuffix(line, "\r"))
		} else {
			b.WriteString(rest[:len(rest)-len(after)])
		}
		rest = after
	}
	return b.String()
}

// columns returns how wide a line is on a screen, where Chinese characters take two columns.
func columns(line string) int {
	n := 0
	for _, c := range strings.TrimSuffix(line, "\r") {
		if n++; c >= 0x1100 {
			n++
		}
	}
	return n
}

// cutWords says how many words a break between a line and what follows it cuts: enough if it stands inside of a
// request ID, of a host, of a message or of something that a record is found by.
func (r *Reader) cutWords(line, after string) int {
	line = strings.TrimSuffix(line, "\r")
	line = line[max(0, len(line)-maxCut):]
	next, _, _ := strings.Cut(after[:min(len(after), maxCut)], "\n")
	if next == "" || !isInHost(lastOf(line)) || !isInHost(next[0]) {
		return 0
	}
	joined := line + strings.TrimSuffix(next, "\r")
	word := len(line) // where the one begins that is cut
	for i := range line {
		if i > 0 && chars.IsLetterOrDigit(line[i-1]) || !chars.IsLetterOrDigit(line[i]) {
			continue
		}
		word = i
		if r.beginsMessage(joined, i) && i+r.c.Message(joined[i:]) > len(line) {
			return enough
		}
	}
	const beside = len("684B00C0FFEE00C0FFEE0001,")
	if idIn(joined[word:min(len(joined), word+beside)]) != "" {
		return enough
	}
	for at := 0; ; {
		i, n := r.next(joined, at)
		if i < 0 {
			break
		}
		at = i + 1
		end := i + len(n.text)
		for n.kind == AnchorHost && i > 0 && isInHost(joined[i-1]) {
			i--
		}
		if i >= len(line) {
			break
		}
		if end > len(line) {
			return enough
		}
	}
	if !chars.IsLetterOrDigit(lastOf(line)) || !chars.IsLetterOrDigit(next[0]) || startsRecord(next) || isHeaderText(next) {
		return 0
	}
	return 1
}

// isInHost says whether a host can have a character in it.
func isInHost(c byte) bool { return chars.IsLetterOrDigit(c) || c == '.' || c == '-' }

const (
	enough = 2   // words that are cut
	maxCut = 160 // how much on either side of a break is looked at
)
