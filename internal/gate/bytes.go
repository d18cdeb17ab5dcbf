package gate

import "strings"

// minDump is how many bytes, written one by one, are a dump of a text. The address of a network card has six.
const minDump = 16

// dump is where a text written byte by byte was looked for, and where the last one ended.
type dump struct{ seen, end int }

// bytes hides a text that is written byte by byte, as debuggers and logs show one, and of which the run text[i:end]
// is the first byte: 6b 37 51, 6B:37:51, 6b37 5177, 0x6b, 0x37, [107 55 81]. It returns where it ends, 0 if there is
// none.
func (m *scan) bytes(i, end int) int {
	if i < m.dump.seen || end-i < 2 || end-i > 4 || m.mode == name {
		return 0
	}
	need := minDump
	if m.dump.end > 0 && i-m.dump.end < 2*minDump {
		need = 4 // the next line
	}
	to, n, letters := m.byteRun(i, end, 16)
	if letters*4 < n*3 { // digests and keys are no text
		n = 0
	}
	if decimal, count, letters := m.byteRun(i, end, 10); count >= minDump && letters == count && count > n {
		to, n = decimal, count
	}
	if n < need {
		return 0
	}
	if rest := m.text[to:min(len(m.text), to+6*minDump)]; strings.HasPrefix(rest, "  ") { // the same as a text
		line, _, _ := strings.Cut(rest, "\n")
		if k := len("  |") + n; len(line) > k && line[2] == '|' && line[k] == '|' {
			line = line[:k+1]
		}
		if len(strings.TrimSpace(line)) <= n+len("||") {
			to += len(line)
		}
	}
	m.emit()
	m.hide(i, to, Hidden)
	m.dump = dump{to, to}
	return to
}

// byteRun reads bytes from the run text[i:end] on, and returns where they end, how many there are and how many of
// them are characters.
func (m *scan) byteRun(i, end, base int) (to, n, letters int) {
	t, width, mark := m.text, end-i, byte(0)
	for to = i; ; {
		m.dump.seen = max(m.dump.seen, i)
		number := strings.TrimPrefix(t[i:end], "0x")
		v, read := digits(number, 0, 0, rune(base), "")
		if read == 0 || read < len(number) || base == 16 && (len(number) == 3 || end-i != width && (width < 4 || end-i != 2)) || base == 10 && v > 0x7e {
			return to, n, letters
		}
		m.steps += end - to
		if to = end; len(number) == 4 {
			n, letters = n+1, letters+isCharacter(byte(v>>8))
		}
		n, letters = n+1, letters+isCharacter(byte(v))
		line := false
		for i = end; i < len(t) && i-end < minDump && strings.IndexByte(" \t\r\n:,-", t[i]) >= 0; i++ {
			if line = line || t[i] == '\n'; t[i] > ' ' {
				mark = t[i]
			}
		}
		if i == end || line && mark != ',' || mark == ':' && width == 4 { // an address of IPv6
			return to, n, letters
		}
		for end = i; end < len(t) && end-i < 5 && folded[t[end]] != 0; end++ {
		}
	}
}

// isCharacter returns 1 if a byte is one of a text in ASCII, else 0.
func isCharacter(b byte) int {
	if b >= ' ' && b < 0x7f || b == '\n' || b == '\r' || b == '\t' {
		return 1
	}
	return 0
}
