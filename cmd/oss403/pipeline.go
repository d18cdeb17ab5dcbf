package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"maps"
	"os"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/chars"
)

// A log is cut into chunks of fixed size, whoever reads them, so that the result does not depend
// on the number of workers. Each chunk comes with some of the one before, for errors that begin
// there, and of the one behind, for those that end there.
const (
	chunkSize = 2 << 20
	behind    = 16 << 10
	ahead     = 96 << 10

	bufferSize = behind + chunkSize + 2*ahead
)

// chunk is a part of a text: the errors that begin in buf[low:high] are its own.
type chunk struct {
	file      string // whose text it is
	begin     bool   // of the text
	buf       []byte
	low, high int

	lines int // how many begin in it
	found []finding
	ready chan struct{}
}

// finding is an error, and what scan groups it by.
type finding struct {
	err  *oss403.Error
	line int // from 0 at low
	time time.Time
	facts
}

// scan finds the errors of a chunk.
func (c *chunk) scan(r *factReader) {
	defer close(c.ready)
	if c.low == c.high {
		return
	}
	c.lines = bytes.Count(c.buf[c.low:c.high], []byte("\n"))
	text, low, high, more := unwrap(c.buf, c.low, c.high)
	before := bytes.Count(text[:low], []byte("\n"))
	for f, err := range oss403.ScanText(bytes.NewReader(text)) {
		if err != nil { // not at the start of the text: read has looked there
			return
		}
		if at := int(f.Offset); at >= low && at < high {
			c.found = append(c.found, finding{f.Error, f.Line - 1 - before, f.Time, r.of(f.Error, more[f.Line-1])})
		}
	}
}

// errStopped is how reading ends that was told to.
var errStopped = errors.New("stopped")

// pipeline goes through texts: one goroutine, or several that follow files, cut chunks, some scan them,
// and the caller of results takes them in the order in which they were cut.
type pipeline struct {
	ctx     context.Context
	stop    context.CancelFunc
	work    chan *chunk
	ordered chan *chunk
	free    chan []byte

	mu         sync.Mutex
	unfinished map[string]*chunk // by file: what is being filled, as far as it is
}

func newPipeline(ctx context.Context) *pipeline {
	workers := runtime.GOMAXPROCS(0)
	p := &pipeline{work: make(chan *chunk), ordered: make(chan *chunk, workers), free: make(chan []byte, workers+3), unfinished: map[string]*chunk{}}
	p.ctx, p.stop = context.WithCancel(ctx)
	for range workers {
		go func() {
			var r factReader
			for c := range p.work {
				c.scan(&r)
			}
		}()
	}
	return p
}

// end says that no chunk comes any more.
func (p *pipeline) end() {
	close(p.work)
	close(p.ordered)
}

// give gives a chunk away, false if nobody wants one any more. What is in ordered gets ready.
func (p *pipeline) give(c chunk) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	left := c
	c.ready = make(chan struct{})
	for _, to := range [...]chan *chunk{p.work, p.ordered} {
		select {
		case to <- &c:
		case <-p.ctx.Done():
			p.unfinished[c.file] = &left
			return false
		}
	}
	delete(p.unfinished, c.file)
	return true
}

// filling says what of a chunk is read so far.
func (p *pipeline) filling(c chunk) {
	p.mu.Lock()
	p.unfinished[c.file] = &c
	p.mu.Unlock()
}

// results calls take for each chunk, in order, until the end or until the context ends. Then what was
// read by somebody who is waiting for more counts too.
func (p *pipeline) results(ctx context.Context, take func(*chunk)) {
	done := func(c *chunk) {
		<-c.ready
		take(c)
		if cap(c.buf) != bufferSize {
			return
		}
		select {
		case p.free <- c.buf:
		default:
		}
	}
	for interrupted := false; !interrupted; {
		select {
		case c, more := <-p.ordered:
			if !more {
				return
			}
			done(c)
		case <-ctx.Done():
			interrupted = true
		}
	}
	p.stop()
	p.mu.Lock() // nobody gives anything away now
	defer p.mu.Unlock()
	for more := true; more; {
		select {
		case c, open := <-p.ordered:
			if more = open; open {
				done(c)
			}
		default:
			more = false
		}
	}
	for _, file := range slices.Sorted(maps.Keys(p.unfinished)) {
		c := p.unfinished[file]
		c.ready = make(chan struct{})
		c.scan(&factReader{})
		take(c)
	}
}

func (p *pipeline) buffer() []byte {
	select {
	case buf := <-p.free:
		return buf[:cap(buf)]
	default:
		return make([]byte, bufferSize)
	}
}

// read cuts a text into chunks, up to its end or an error. What came before an error counts.
func (p *pipeline) read(file string, in io.Reader) error {
	var tail []byte // what of the chunk before goes into this one
	low := 0
	for first := true; ; first = false {
		buf := p.buffer()
		n := copy(buf, tail)
		var err error
		for empty := 0; n < len(buf) && err == nil; {
			var m int
			m, err = in.Read(buf[n:])
			n += m
			if empty++; m > 0 {
				empty = 0
			} else if empty == 100 && err == nil {
				err = io.ErrNoProgress
			}
			p.filling(chunk{file: file, begin: first, buf: buf[:n], low: low, high: n})
		}
		buf = buf[:n]
		if first {
			if head := bytes.TrimLeft(buf[:min(len(buf), 8<<10)], "\x00"); chars.IsBinary(string(head)) {
				p.give(chunk{file: file, begin: true})
				return errBinary
			}
		}
		if err != nil && err != io.EOF { // half a line would be misread
			if i := bytes.LastIndexByte(buf[low:], '\n'); i >= 0 {
				buf = buf[:low+i+1]
			}
		}
		high := len(buf)
		if err == nil {
			high -= ahead
			if i := bytes.LastIndexByte(buf[low:high], '\n'); i >= 0 {
				high = low + i + 1
			}
		}
		keep := max(0, high-behind)
		next := append([]byte(nil), buf[keep:]...)
		if !p.give(chunk{file: file, begin: first, buf: buf, low: low, high: high}) {
			return errStopped
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		tail, low = next, high-keep
	}
}

// How a followed file is read.
const (
	pollEvery = 200 * time.Millisecond // whether there is more of it
	idleFor   = 300 * time.Millisecond // after which what is there is looked at
)

// follow cuts what is and what will be in a file into chunks, until the context ends. A chunk ends
// where the writer makes a pause, so that errors are found when they are written. A pipe that ends is an
// end.
func (p *pipeline) follow(file string, in io.Reader) error {
	data, failed := make(chan []byte), make(chan error, 1)
	go func() {
		for {
			buf := make([]byte, 64<<10)
			n, err := in.Read(buf)
			if n > 0 {
				select {
				case data <- buf[:n]:
				case <-p.ctx.Done():
					return
				}
			}
			if err != nil {
				failed <- err
				return
			}
		}
	}()
	var buf []byte
	low, first := 0, true
	give := func(all bool) bool {
		high := len(buf)
		if !all {
			if i := bytes.LastIndexByte(buf[low:high], '\n'); i >= 0 || high-low < chunkSize {
				high = low + i + 1
			}
		}
		if high == low && !first {
			return true
		}
		keep := max(0, high-behind)
		next := append([]byte(nil), buf[keep:]...)
		if !p.give(chunk{file: file, begin: first, buf: buf, low: low, high: high}) {
			return false
		}
		buf, low, first = next, high-keep, false
		return true
	}
	pause := time.NewTimer(idleFor)
	defer pause.Stop()
	for {
		select {
		case more := <-data:
			buf = append(buf, more...)
			p.filling(chunk{file: file, begin: first, buf: buf, low: low, high: len(buf)})
			if len(buf)-low >= chunkSize && !give(false) {
				return errStopped
			}
			pause.Reset(idleFor)
		case <-pause.C:
			if !give(false) {
				return errStopped
			}
		case err := <-failed:
			for waiting := true; waiting; {
				select {
				case more := <-data:
					buf = append(buf, more...)
				default:
					waiting = false
				}
			}
			if !give(true) {
				return errStopped
			}
			if err == io.EOF {
				return nil
			}
			return err
		case <-p.ctx.Done():
			return errStopped
		}
	}
}

// growing reads a file that others write to: at its end it waits for more. Where the file was cut, or
// another one has its name now, it goes on at the start of that.
type growing struct {
	ctx  context.Context
	name string
	file *os.File
	at   int64
}

func (g *growing) Read(p []byte) (int, error) {
	for {
		n, err := g.file.Read(p)
		g.at += int64(n)
		if n > 0 || err != nil && err != io.EOF {
			return n, err
		}
		select {
		case <-time.After(pollEvery):
		case <-g.ctx.Done():
			return 0, io.EOF
		}
		here, err := g.file.Stat()
		if err != nil {
			return 0, err
		}
		if there, err := os.Stat(g.name); err == nil && !os.SameFile(here, there) {
			if n, _ := g.file.Read(p); n > 0 { // the last of the old one
				return n, nil
			}
			if f, err := os.Open(g.name); err == nil {
				_ = g.file.Close() // it was only read
				g.file, g.at = f, 0
			}
		} else if here.Size() < g.at {
			if g.at, err = g.file.Seek(0, io.SeekStart); err != nil {
				return 0, err
			}
		}
	}
}
