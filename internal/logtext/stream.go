package logtext

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"

	"github.com/oss403/oss403/internal/chars"
)

// How much of a stream is at hand: a window, and in front of a place and behind it what a record can
// reach.
const (
	windowSize = 256 << 10
	behindSize = maxBefore + maxContext
	aheadSize  = maxDocument + 2*maxAfter
	maxNeedle  = 512 // more than any needle has
)

// Stream goes through a text that is read as it goes.
type Stream struct {
	Text
	in     io.Reader
	buf    []byte
	base   int64 // where in the text the window begins
	line   int   // of the place counted, from 1
	upTo   int   // lines are counted up to here
	end    bool  // of the text
	began  bool
	filled bool // the window, for the first time
	err    error
}

// Stream returns the records of what in holds.
func (r *Reader) Stream(in io.Reader, vouched bool) *Stream {
	return &Stream{Text: Text{r: r, a: noAnchors, vouched: vouched}, in: in, line: 1}
}

// Next returns the next record that may hold an error, false at the end and where reading fails.
func (t *Stream) Next() (Record, bool) {
	for {
		if !t.began || !t.end && t.from >= len(t.s)-aheadSize {
			if !t.fill() {
				return Record{}, false
			}
			continue
		}
		limit := len(t.s)
		if !t.end {
			limit -= aheadSize
		}
		at, n := t.a.next(t.r, t.s, t.from)
		switch {
		case at < 0 && t.end:
			return Record{}, false
		case at < 0: // one may begin at the end
			t.from = max(t.from, limit, len(t.s)-maxNeedle)
			continue
		case at >= limit: // what belongs to it may not be there yet
			t.from = max(t.from, at)
			continue
		}
		if rec, ok := t.recordAt(at, n); ok {
			return rec, true
		}
	}
}

// All returns the text, if it was read to its end and is a short one; false if not.
func (t *Stream) All() (string, bool) {
	if t.base != 0 || !t.end || t.err != nil || len(t.s) > maxAfter {
		return "", false
	}
	return strings.Clone(t.s), true
}

// Err returns what ended the text, nil for its end. It says where.
func (t *Stream) Err() error { return t.err }

// Where returns the line, from 1, and the offset of the line in which an error begins: the first one of its
// record, or the one that looks like an error where nothing says that the lines in front of it belong to it.
func (t *Stream) Where(rec Record) (line int, offset int64) {
	at := rec.Start
	if !startsRecord(t.s[at:lineEnd(t.s, at)]) {
		at = max(at, lineStart(t.s, rec.Start+rec.At, 0))
		if above := neighbour(t.s, at, -1); strings.Contains(above, "?xml") {
			at = max(rec.Start, at-1-len(above))
		}
	}
	if at >= t.upTo {
		t.line += strings.Count(t.s[t.upTo:at], "\n")
		t.upTo = at
		return t.line, t.base + int64(at)
	}
	return t.line - strings.Count(t.s[at:t.upTo], "\n"), t.base + int64(at)
}

// fill moves the window on; false means that nothing more comes.
func (t *Stream) fill() bool {
	if t.began && t.end {
		return false
	}
	if !t.began {
		t.began = true
		t.buf = make([]byte, 0, aheadSize+behindSize)
		t.in = utf8Reader(t.in)
	}
	if drop := t.from - behindSize; drop > 0 {
		if drop > t.upTo {
			t.line += strings.Count(t.s[t.upTo:drop], "\n")
			t.upTo = drop
		}
		t.buf = t.buf[:copy(t.buf, t.buf[drop:])]
		t.base += int64(drop)
		t.from, t.floor, t.upTo = t.from-drop, max(0, t.floor-drop), t.upTo-drop
		t.read = max(0, t.read-drop)
		t.again.spent, t.further.spent = max(0, t.again.spent-drop), max(0, t.further.spent-8*drop)
		t.m = marks{}
	}
	if t.filled && cap(t.buf) < windowSize { // it is a long one
		t.buf = append(make([]byte, 0, windowSize+aheadSize+behindSize), t.buf...)
	}
	empty := 0
	for len(t.buf) < cap(t.buf) {
		n, err := t.in.Read(t.buf[len(t.buf):cap(t.buf)])
		t.buf = t.buf[:len(t.buf)+n]
		if err == nil && n == 0 {
			if empty++; empty == 100 {
				err = io.ErrNoProgress
			}
		}
		if err != nil {
			t.end = true
			if !errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
				t.fail(err)
			}
			break
		}
	}
	// t.s shows buf as it is until the next call of fill. Nothing that looks into it is kept that long:
	// Next returns a record before it fills again, Reader.Read and Record.Key copy what they return of one,
	// and of what Text remembers places are kept, which are moved or forgotten here. A copy of each window
	// instead takes a quarter more on a log without errors, and the goal of BenchmarkScan/none is missed.
	t.s = unsafe.String(unsafe.SliceData(t.buf), len(t.buf))
	t.a, t.below, t.noStatus, t.noMark, t.behind, t.ends, t.docs = noAnchors, lineAnchors{}, stretch{}, stretch{}, stretch{}, documentEnds{}, documents{} // what is there may be longer now
	if !t.filled {
		t.filled = true
		if head := strings.TrimLeft(t.s[:min(len(t.s), 8<<10)], "\x00"); chars.IsBinary(head) {
			t.end, t.s = true, ""
			t.from = 0
			t.err = fmt.Errorf("line 1, byte 0: %w", ErrBinary)
			return false
		}
	}
	return true
}

// ErrBinary is what is said of data that is no text.
var ErrBinary = errors.New("this is no text: it has control characters as binary or compressed data has")

// fail says where the text ended.
func (t *Stream) fail(err error) {
	line := t.line + bytes.Count(t.buf[min(t.upTo, len(t.buf)):], []byte("\n"))
	t.err = fmt.Errorf("line %d, byte %d: %w", line, t.base+int64(len(t.buf)), err)
}

// utf8Reader turns UTF-16 with a byte order mark, as PowerShell's > writes it, into UTF-8, and takes
// the mark off UTF-8.
func utf8Reader(in io.Reader) io.Reader { return &bomReader{in: in} }

type bomReader struct {
	in    io.Reader
	known bool
	wide  bool
	big   bool
	raw   [4 << 10]byte
	left  []byte // read and not yet decoded
	out   []byte // decoded and not yet given away
	high  rune   // the first half of a pair
	err   error
	plain bool
}

func (b *bomReader) Read(p []byte) (int, error) {
	if b.plain {
		return b.in.Read(p)
	}
	if !b.known {
		n := 0
		for n < 3 && b.err == nil {
			var m int
			m, b.err = b.in.Read(b.raw[n:3])
			n += m
		}
		b.known = true
		head := b.raw[:n]
		switch {
		case n >= 2 && head[0] == 0xff && head[1] == 0xfe:
			b.wide, b.left = true, append(b.left, head[2:]...)
		case n >= 2 && head[0] == 0xfe && head[1] == 0xff:
			b.wide, b.big, b.left = true, true, append(b.left, head[2:]...)
		case n == 3 && string(head) == "\xef\xbb\xbf":
		default:
			b.out = append(b.out, head...)
		}
	}
	for b.wide && len(b.out) == 0 && b.err == nil {
		n, err := b.in.Read(b.raw[:])
		b.err = err
		b.left = append(b.left, b.raw[:n]...)
		b.decode()
	}
	if len(b.out) > 0 {
		n := copy(p, b.out)
		b.out = b.out[n:]
		return n, nil
	}
	if b.err != nil {
		return 0, b.err
	}
	b.plain = true
	return b.in.Read(p)
}

func (b *bomReader) decode() {
	b.out = b.out[:0]
	i := 0
	for ; i+1 < len(b.left); i += 2 {
		r := rune(b.left[i]) | rune(b.left[i+1])<<8
		if b.big {
			r = rune(b.left[i])<<8 | rune(b.left[i+1])
		}
		switch {
		case b.high != 0:
			pair := utf16.DecodeRune(b.high, r)
			b.out, b.high = utf8.AppendRune(b.out, pair), 0
		case utf16.IsSurrogate(r):
			b.high = r
		default:
			b.out = utf8.AppendRune(b.out, r)
		}
	}
	b.left = append(b.left[:0], b.left[i:]...)
}
