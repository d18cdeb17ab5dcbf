package oss403

import (
	"encoding/binary"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"github.com/oss403/oss403/internal/logtext"
)

// Found is a 403 in a stream of text, and where it is.
type Found struct {
	Error  *Error    // nil only beside an error of the stream
	Line   int       // the number of its first line, from 1
	Offset int64     // of that line, or of an error behind another one in it, in bytes from the beginning of the stream
	Time   time.Time // what the line says, in UTC; the zero time if it names no date and time
}

// ScanText finds every 403 of OSS in a stream of text, a log for one, in its order:
//
//	for found, err := range oss403.ScanText(f) {
//		if err != nil {
//			return err // what was found before it counts
//		}
//		fmt.Println(found.Line, found.Error)
//	}
//
// It reads as [ParseText] does, but a message alone, which may be a quotation, is not enough. An error that
// is told of in several places near each other, under one request ID, is found once. If the stream cannot be
// read to its end, or is no text, the last pair holds an error that says where and why.
//
// It takes constant memory, even for a line of a GB, and time in proportion to the length of the stream.
func ScanText(r io.Reader, options ...TextOption) iter.Seq2[Found, error] {
	return func(yield func(Found, error) bool) {
		o := textOptionsOf(options)
		o.scan = true
		s := newScanner(r, o, yield)
		s.run()
	}
}

// scanner is the state of ScanText.
type scanner struct {
	stream  *logtext.Stream
	records recordReader
	waiting []Found // in order, the first of them says little
	last    Found   // that was added
	seen    seenIDs
	yield   func(Found, error) bool
	stopped bool
	found   bool // an error
}

const (
	maxWaiting = 32       // errors that wait for a line that says more
	maxWait    = 32 << 10 // and for how many bytes
	maxRetold  = 8 << 10  // how far an error without a request ID goes on behind itself
)

func newScanner(r io.Reader, o textOptions, yield func(Found, error) bool) *scanner {
	return &scanner{stream: textReader().Stream(r, o.assume), records: recordReader{options: o}, yield: yield}
}

func (s *scanner) run() {
	for !s.stopped {
		rec, ok := s.stream.Next()
		if !ok {
			break
		}
		e, ok := s.records.next(&s.stream.Text, &rec)
		if !ok {
			s.stream.NotFound(rec)
			continue
		}
		line, offset := s.stream.Where(rec)
		s.stream.Found(rec)
		first, _, _ := strings.Cut(rec.Text[:min(len(rec.Text), 256)], "\n")
		time := logtext.TimeOf(first)
		if time.IsZero() {
			time = logtext.TimeOf(s.stream.FirstLine(rec))
		}
		s.add(Found{Error: e, Line: line, Offset: offset, Time: time}, &rec)
	}
	if text, ok := s.stream.All(); ok && !s.found && !s.stopped {
		if e, ok := s.records.options.whole(s.stream.Reader(), text); ok {
			s.add(Found{Error: e, Line: 1}, nil)
		}
	}
	s.flush(len(s.waiting))
	if err := s.stream.Err(); err != nil && !s.stopped {
		s.yield(Found{}, fmt.Errorf("oss403: %w", err))
	}
}

// add takes an error that was found. One that says little waits for a line that says more.
func (s *scanner) add(f Found, rec *logtext.Record) {
	s.found = true
	if last := s.last; last.Error != nil && f.Offset-last.Offset < maxRetold && f.Error.retells(last.Error) && rec != nil && !rec.IsLogged() {
		if f.Error.RequestID != "" {
			s.waiting[len(s.waiting)-1].Error = f.Error.completedBy(last.Error)
			s.last.Error = f.Error
		}
		s.flush(0)
		return
	}
	s.last = f
	if id := f.Error.RequestID; id != "" {
		for i := range s.waiting {
			if w := &s.waiting[i]; w.Error.RequestID == id {
				if isRich(f.Error) && !isRich(w.Error) {
					w.Error = f.Error.completedBy(w.Error)
				}
				s.flush(0)
				return
			}
		}
		if s.seen.add(id) {
			return
		}
	}
	s.waiting = append(s.waiting, f)
	s.flush(0)
}

// flush gives away the errors that need not wait, and the first n in any case.
func (s *scanner) flush(n int) {
	i := 0
	for ; i < len(s.waiting) && !s.stopped; i++ {
		w := &s.waiting[i]
		last := &s.waiting[len(s.waiting)-1]
		if i >= n && w.mayGoOn(i == len(s.waiting)-1) && len(s.waiting)-i < maxWaiting && last.Offset-w.Offset < maxWait {
			break
		}
		s.stopped = !s.yield(*w, nil)
	}
	s.waiting = append(s.waiting[:0], s.waiting[i:]...)
	clear(s.waiting[len(s.waiting):cap(s.waiting)])
}

// mayGoOn says whether what comes may say more of an error: of one that says little, and of the last one, if it
// has no request ID.
func (f *Found) mayGoOn(last bool) bool {
	if f.Error.RequestID == "" {
		return last && f.Error.Message != ""
	}
	return !isRich(f.Error)
}

// seenIDs are request IDs that were met, as many as there is room for.
type seenIDs [1 << 10][24]byte

// add says whether an ID was there, and adds it.
func (s *seenIDs) add(id string) bool {
	if len(id) > 24 {
		return false
	}
	var key [24]byte
	copy(key[:], id)
	h := binary.LittleEndian.Uint64(key[:]) ^ binary.LittleEndian.Uint64(key[8:])*31 ^ binary.LittleEndian.Uint64(key[16:])*961
	slot := &s[h*0x9e3779b97f4a7c15>>54]
	if *slot == key {
		return true
	}
	*slot = key
	return false
}
