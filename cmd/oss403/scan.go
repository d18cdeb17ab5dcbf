package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/oss403/oss403"
	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"
	bom "golang.org/x/text/encoding/unicode"
)

func (a *app) scanCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "scan [FILE...|-]",
		Short:   a.say(msgScanShort),
		Long:    a.say(msgScanLong),
		Example: a.say(msgScanExample),
		RunE: func(cmd *cobra.Command, names []string) error {
			if len(names) == 0 {
				names = []string{"-"}
			}
			ctx, stop := interruptible(cmd.Context())
			defer stop()
			s := newScan()
			status := exitOK
			for _, name := range names {
				if err := a.scanFile(ctx, s, name); err != nil { // the others may be read all the same
					a.warn(err)
					status = exitUsage
				}
				if ctx.Err() != nil {
					break
				}
			}
			if status == exitOK || s.bytes > 0 {
				if err := a.printScan(s, asJSON); err != nil {
					return err
				}
			}
			var by interruption
			switch {
			case errors.As(context.Cause(ctx), &by):
				status = by.status()
			case ctx.Err() != nil:
				status = exitUsage
			case status == exitOK && s.total == 0:
				status = exitNone
			}
			if status != exitOK {
				return failure{status: status}
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say(msgFlagScanJSON))
	return cmd
}

// scan is what was found so far.
type scan struct {
	files  []string
	lines  int
	bytes  int64
	total  int
	groups map[oss403.Kind]*group
	seen   map[string]seenError // by the last request IDs
	order  []string             // the same, oldest first from next on
	next   int
}

// group is the 403s of one kind.
type group struct {
	kind        oss403.Kind
	count       int
	first, last place
	requestID   string
}

// place is a line of a file.
type place struct {
	file string
	line int
	time string
}

// maxSeen is how many request IDs are remembered, to know what one error left on several lines.
const maxSeen = 4096

func newScan() *scan {
	return &scan{groups: map[oss403.Kind]*group{}, seen: map[string]seenError{}, order: make([]string, 0, maxSeen)}
}

func (s *scan) add(e *oss403.Error, where place) {
	if id := e.RequestID; id != "" {
		was, again := s.seen[id]
		if again && (was.kind != oss403.KindUnknown || e.Kind == oss403.KindUnknown) {
			return
		}
		s.seen[id] = seenError{e.Kind, where, s.total}
		if again { // this line says more; the ID stays where it is in order
			s.forget(id, was.kind)
		} else if len(s.order) < maxSeen {
			s.order = append(s.order, id)
		} else {
			delete(s.seen, s.order[s.next])
			s.order[s.next] = id
			s.next = (s.next + 1) % maxSeen
		}
	}
	s.total++
	g := s.groups[e.Kind]
	if g == nil {
		g = &group{kind: e.Kind, first: where}
		s.groups[e.Kind] = g
	}
	g.count++
	g.last = where
	if g.requestID == "" {
		g.requestID = e.RequestID
	}
}

// seenError is an error that had a request ID.
type seenError struct {
	kind  oss403.Kind
	where place
	turn  int // how many were found before
}

// forget takes the error with a request ID out of a group. The group names another one.
func (s *scan) forget(id string, k oss403.Kind) {
	s.total--
	g := s.groups[k]
	if g.count--; g.count == 0 {
		delete(s.groups, k)
		return
	}
	if g.requestID != id {
		return
	}
	g.requestID = ""
	turn := 0
	for other, e := range s.seen {
		if e.kind == k && (g.requestID == "" || e.turn < turn) {
			g.requestID, g.first, turn = other, e.where, e.turn
		}
	}
}

// sorted returns the groups with the most frequent first, what could not be placed last.
func (s *scan) sorted() []*group {
	var list []*group
	for k := range allKinds() {
		if g := s.groups[k]; g != nil {
			list = append(list, g)
		}
	}
	slices.SortStableFunc(list, func(x, y *group) int {
		if (x.kind == oss403.KindUnknown) != (y.kind == oss403.KindUnknown) {
			if x.kind == oss403.KindUnknown {
				return 1
			}
			return -1
		}
		return y.count - x.count
	})
	return list
}

func (s *scan) unplaced() int {
	if g := s.groups[oss403.KindUnknown]; g != nil {
		return g.count
	}
	return 0
}

var gzipMagic, zstdMagic = []byte("\x1f\x8b"), []byte("\x28\xb5\x2f\xfd")

// scanFile goes through one file, or through standard input.
func (a *app) scanFile(ctx context.Context, s *scan, name string) error {
	s.files = append(s.files, name)
	err := s.read(ctx, name, func() (io.Reader, func(), error) { return a.openLog(name) })
	var f failure
	switch {
	case ctx.Err() != nil:
		if a.watched() {
			_, _ = io.WriteString(a.err, "\r\x1b[K") // where the bar was
		}
		return a.failf(exitUsage, msgInterrupted, a.lines(s.lines))
	case errors.As(err, &f):
		return f
	case errors.Is(err, errBinary):
		return a.failf(exitUsage, msgBinary, show(name))
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrDecoderSizeExceeded):
		return a.failf(exitUsage, msgLargeWindow, show(name))
	case errors.As(err, new(archiveError)):
		return a.failf(exitUsage, msgBadArchive, show(name), visible(err.Error()))
	case err != nil:
		return a.failf(exitUsage, msgCannotRead, show(name), reason(err))
	}
	return nil
}

// openLog opens a log as a stream of text. Whoever reads it closes it.
func (a *app) openLog(name string) (plain io.Reader, closeAll func(), err error) {
	f := a.in
	if name == "-" {
		if term.IsTerminal(int(f.Fd())) {
			_, _ = fmt.Fprintln(a.err, a.say(msgPaste))
		}
	} else if f, err = a.open(name); err != nil {
		return nil, nil, err
	}
	in, clearBar := a.progress(f, name)
	plain, closePlain, err := decompress(in)
	if err != nil {
		closePlain = func() {}
	}
	closeAll = func() {
		closePlain()
		clearBar()
		if name != "-" {
			_ = f.Close() // it was only read
		}
	}
	if err != nil {
		closeAll()
		return nil, nil, err
	}
	return plain, closeAll, nil
}

// watched says whether somebody looks at standard error.
func (a *app) watched() bool {
	stderr, isFile := a.err.(*os.File)
	return isFile && term.IsTerminal(int(stderr.Fd()))
}

// progress shows how far a large file is read, if somebody looks on.
func (a *app) progress(f *os.File, name string) (in io.Reader, done func()) {
	const large = 64 << 20
	info, err := f.Stat()
	if err != nil || !a.watched() || term.IsTerminal(int(f.Fd())) || info.Mode().IsRegular() && info.Size() < large {
		return f, func() {}
	}
	size := int64(-1)
	if info.Mode().IsRegular() {
		size = info.Size()
	}
	bar := progressbar.NewOptions64(size, progressbar.OptionSetWriter(a.err), progressbar.OptionShowBytes(true),
		progressbar.OptionSetDescription(a.say(msgScanReading)+" "+show(name)), progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionEnableColorCodes(a.colour), progressbar.OptionClearOnFinish())
	return io.TeeReader(f, bar), func() { _ = bar.Clear() } // a bar is not worth an error
}

// archiveError is an error in compressed data.
type archiveError struct{ error }

func (e archiveError) Unwrap() error { return e.error }

// maxWindow is how much of what is behind an archive may refer to, which a scan has to keep: four times
// what zstd -19 asks for.
const maxWindow = 32 << 20

var errBinary = errors.New("binary")

// decompress reads gzip and zstd by what the data begins with.
func decompress(in io.Reader) (plain io.Reader, done func(), err error) {
	b := bufio.NewReaderSize(in, 64<<10)
	head, err := b.Peek(len(zstdMagic))
	if err != nil && err != io.EOF {
		return nil, nil, err
	}
	switch {
	case bytes.HasPrefix(head, gzipMagic):
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, nil, archiveError{err}
		}
		return archiveReader{z}, func() { _ = z.Close() }, nil // a reader has nothing to lose
	case bytes.HasPrefix(head, zstdMagic):
		z, err := zstd.NewReader(b, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, nil, archiveError{err}
		}
		return archiveReader{z}, z.Close, nil
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")): // the > of PowerShell
		return bom.UTF16(bom.LittleEndian, bom.ExpectBOM).NewDecoder().Reader(b), func() {}, nil
	}
	return b, func() {}, nil
}

type archiveReader struct{ io.Reader }

func (r archiveReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	var pathErr *os.PathError
	if err != nil && err != io.EOF && !errors.As(err, &pathErr) {
		err = archiveError{err}
	}
	return n, err
}

// read goes through a log. A goroutine opens it, reads and closes it, since it may be waiting for input
// when ctx ends; what it has read by then counts.
func (s *scan) read(ctx context.Context, name string, open func() (io.Reader, func(), error)) error {
	in := newFeed(ctx, open)
	var readErr error
	for found, err := range oss403.ScanText(in) {
		if err != nil {
			readErr = err
			break
		}
		at := ""
		if !found.Time.IsZero() {
			at = found.Time.Format(time.RFC3339Nano)
		}
		s.add(found.Error, place{name, found.Line, at})
	}
	s.lines += in.lines
	if in.open {
		s.lines++
	}
	s.bytes += in.bytes
	switch {
	case in.err != nil:
		return in.err
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return readErr
}

// feed is a log that another goroutine reads, so that whoever waits for it can be interrupted.
type feed struct {
	ctx   context.Context
	full  chan []byte
	empty chan []byte
	done  error // read behind the close of full
	rest  []byte
	used  []byte // what rest is the end of
	began bool

	lines int
	bytes int64
	open  bool  // the last line has no end yet
	err   error // why it ended, nil for its end
}

const feedSize = 256 << 10

func newFeed(ctx context.Context, open func() (io.Reader, func(), error)) *feed {
	f := &feed{ctx: ctx, full: make(chan []byte, 2), empty: make(chan []byte, 4)}
	for range cap(f.empty) {
		f.empty <- nil
	}
	go func() {
		defer close(f.full)
		in, closeIn, err := open()
		if err != nil {
			f.done = err
			return
		}
		defer closeIn()
		for {
			var buf []byte
			select {
			case buf = <-f.empty:
			case <-ctx.Done():
				f.done = ctx.Err()
				return
			}
			if buf == nil {
				buf = make([]byte, feedSize)
			}
			n, err := in.Read(buf[:cap(buf)])
			if n > 0 { // what came before a failure counts
				select {
				case f.full <- buf[:n]:
				case <-ctx.Done():
					f.done = ctx.Err()
					return
				}
			} else {
				f.empty <- buf
			}
			if err != nil {
				if f.done = err; err == io.EOF {
					f.done = nil
				}
				return
			}
		}
	}()
	return f
}

// Read gives away what was read. It ends with what ended the log, or ctx.
func (f *feed) Read(p []byte) (int, error) {
	for len(f.rest) == 0 {
		if f.used != nil {
			f.empty <- f.used[:cap(f.used)]
			f.used = nil
		}
		select { // what is there goes before an interruption
		case buf, more := <-f.full:
			if !f.take(buf, more) {
				return 0, f.end()
			}
			continue
		default:
		}
		select {
		case buf, more := <-f.full:
			if !f.take(buf, more) {
				return 0, f.end()
			}
		case <-f.ctx.Done():
			f.err = f.ctx.Err()
			return 0, f.err
		}
	}
	n := copy(p, f.rest)
	f.rest = f.rest[n:]
	f.lines += bytes.Count(p[:n], []byte("\n"))
	f.bytes += int64(n)
	f.open = p[n-1] != '\n'
	return n, nil
}

func (f *feed) take(buf []byte, more bool) bool {
	if !more {
		f.err = f.done
		return false
	}
	if !f.began {
		f.began = true
		if head := bytes.TrimLeft(buf[:min(len(buf), 8<<10)], "\x00"); isBinary(string(head)) {
			f.err = errBinary
			return false
		}
	}
	f.used, f.rest = buf, buf
	return true
}

func (f *feed) end() error {
	if f.err != nil {
		return f.err
	}
	return io.EOF
}

func (a *app) lines(n int) string {
	if n == 1 {
		return a.say(msgOneLine)
	}
	return a.say(msgLines, n)
}

// printScan prints what was found.
func (a *app) printScan(s *scan, asJSON bool) error {
	if asJSON {
		return a.printScanJSON(s)
	}
	read := a.lines(s.lines)
	if s.total == 0 {
		a.print(a.say(msgScanNone, read))
		return nil
	}
	n := a.say(msgMany403, s.total)
	if s.total == 1 {
		n = a.say(msgOne403)
	}
	head := msgScanHead
	if len(s.groups) == 1 {
		head = msgScanHeadOne
	}
	a.print(a.say(head, n, read))
	for i, g := range s.sorted() {
		times := a.say(msgTimes, g.count)
		if g.count == 1 {
			times = a.say(msgOnce)
		}
		if len(s.groups) > 1 {
			times = a.say(msgScanTimes, times, percent(g.count, s.total))
		}
		x := g.kind.Explain(a.lang)
		a.print("", a.bold(a.say(msgScanGroup, i+1, string(g.kind), times)), "   "+x.Summary)
		if g.count == 1 {
			a.print(a.say(msgScanOnly, a.where(s, g.first)))
		} else {
			a.print(a.say(msgScanFirst, a.where(s, g.first)), a.say(msgScanLast, a.where(s, g.last)))
		}
		if g.requestID != "" {
			a.print(a.say(msgScanRequest, visible(shorten(g.requestID))))
		}
		a.print(a.say(msgScanStep, a.step(g.kind, x)))
	}
	a.print("")
	if n := s.unplaced(); n > 0 {
		times := a.say(msgMany403, n)
		if n == 1 {
			times = a.say(msgOne403)
		}
		a.print(a.say(msgScanUnplaced, times))
	} else {
		a.print(a.say(msgScanPlaced))
	}
	a.print(a.say(msgScanMore))
	return nil
}

// step is the first thing to do about a kind.
func (a *app) step(k oss403.Kind, x oss403.Explanation) string {
	if k == oss403.KindUnknown || len(x.Remedy.Steps) == 0 {
		return a.say(msgUnplacedStep)
	}
	return x.Remedy.Steps[0]
}

func (a *app) where(s *scan, p place) string {
	where := a.say(msgLine, p.line)
	if len(s.files) > 1 {
		where = show(p.file) + ":" + strconv.Itoa(p.line)
	}
	if p.time != "" {
		where = a.say(msgAtTime, where, p.time)
	}
	return where
}

func percent(n, of int) string {
	p := 100 * float64(n) / float64(of)
	if p < 10 {
		return fmt.Sprintf("%.1f%%", p)
	}
	return fmt.Sprintf("%.0f%%", p)
}

// shorten cuts a value of an input.
func shorten(s string) string {
	const most = 64
	if r := []rune(s); len(r) > most {
		s = string(r[:most])
	}
	return strings.ReplaceAll(s, "\n", " ")
}

type placeJSON struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Time string `json:"time,omitempty"`
}

type groupJSON struct {
	Kind      oss403.Kind     `json:"kind"`
	Category  oss403.Category `json:"category"`
	Count     int             `json:"count"`
	First     placeJSON       `json:"first"`
	Last      placeJSON       `json:"last"`
	RequestID string          `json:"request_id,omitempty"`
	Summary   string          `json:"summary"`
	Step      string          `json:"step"`
	Retry     oss403.Retry    `json:"retry"`
	Actor     oss403.Actor    `json:"actor,omitempty"`
}

type totalJSON struct {
	Total    int   `json:"total"`
	Unplaced int   `json:"unplaced"`
	Files    int   `json:"files"`
	Lines    int   `json:"lines"`
	Bytes    int64 `json:"bytes"`
}

func (a *app) printScanJSON(s *scan) error {
	var list []any
	for _, g := range s.sorted() {
		x := g.kind.Explain(a.lang)
		list = append(list, groupJSON{g.kind, g.kind.Category(), g.count, placeJSON{masked(g.first.file), g.first.line, g.first.time}, placeJSON{masked(g.last.file), g.last.line, g.last.time}, shorten(g.requestID), x.Summary,
			a.step(g.kind, x), x.Remedy.Retry, x.Remedy.Actor})
	}
	list = append(list, totalJSON{s.total, s.unplaced(), len(s.files), s.lines, s.bytes})
	for _, v := range list {
		line, err := jsonLine(v)
		if err != nil {
			return err
		}
		a.print(string(line))
	}
	return nil
}
