package main

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/schollz/progressbar/v3"
	"github.com/ulikunitz/xz"
	"golang.org/x/term"
	bom "golang.org/x/text/encoding/unicode"
)

var (
	msgIsDirectory = message{"%s is a directory: -r reads what is in it", "%s 是目录：用 -r 读取其中的文件"}
	msgNoMatch     = message{"%s: no file has such a name", "%s：没有匹配的文件"}
	msgEmptyDir    = message{"%s holds no file", "%s 中没有文件"}
	msgDeep        = message{"%s: archives in archives in archives: unpack it first", "%s：归档嵌套层数过多，请先解包"}
)

// inputs are the files that arguments name: a file, a directory with -r, or a pattern such as
// logs/**/*.gz where no file has that name. What cannot be read is told to failed, and the rest goes
// on. Devices and pipes in a directory are left out, since reading them may never end.
func (a *app) inputs(args []string, recursive bool, failed func(error)) []string {
	var list []string
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case arg == "-":
			list = append(list, arg)
		case err == nil && info.IsDir():
			if !recursive {
				failed(a.failf(exitUsage, msgIsDirectory, show(arg)))
				continue
			}
			n := len(list)
			list = a.appendTree(list, arg, failed)
			if len(list) == n {
				failed(a.failf(exitUsage, msgEmptyDir, show(arg)))
			}
		case err != nil && strings.ContainsAny(arg, "*?[{") && !isText(arg):
			found, globErr := doublestar.FilepathGlob(arg)
			if globErr != nil || len(found) == 0 {
				failed(a.failf(exitUsage, msgNoMatch, show(arg)))
				continue
			}
			slices.Sort(found)
			for _, name := range found {
				if info, err := os.Stat(name); err == nil && info.IsDir() {
					if recursive {
						list = a.appendTree(list, name, failed)
					}
					continue
				}
				list = append(list, name)
			}
		default:
			list = append(list, arg) // whoever opens it says what is wrong
		}
	}
	return list
}

func (a *app) appendTree(list []string, dir string, failed func(error)) []string {
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error { // the function returns no error
		switch {
		case err != nil:
			failed(a.failf(exitUsage, msgCannotRead, show(path), a.reason(err)))
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
		default:
			if info, err := os.Stat(path); err != nil || info.Mode().IsRegular() { // a link may lead to a file
				list = append(list, path)
			}
		}
		return nil
	})
	return list
}

// What compressed data begins with.
var (
	gzipMagic, zstdMagic = []byte("\x1f\x8b"), []byte("\x28\xb5\x2f\xfd")
	xzMagic, bzip2Magic  = []byte("\xfd7zXZ\x00"), []byte("BZh")
	bzip2Block           = []byte("1AY&SY")
)

// isCompressed says whether data begins as a format does that scan unpacks.
func isCompressed(head []byte) bool {
	return bytes.HasPrefix(head, gzipMagic) || bytes.HasPrefix(head, zstdMagic) || bytes.HasPrefix(head, xzMagic) || isBzip2(head)
}

func isBzip2(head []byte) bool {
	return len(head) >= 10 && bytes.HasPrefix(head, bzip2Magic) && bytes.HasPrefix(head[4:], bzip2Block)
}

// archiveError is an error in compressed data.
type archiveError struct{ error }

func (e archiveError) Unwrap() error { return e.error }

var (
	errBinary  = errors.New("binary")
	errDeep    = errors.New("too deep")
	errXZLarge = errors.New("the dictionary is larger than 64 MiB")
)

// maxDepth is how deep archives may lie in each other: a tar of compressed files, compressed, is 3.
const maxDepth = 5

// maxWindow is how much of what is behind an archive may refer to, which a scan has to keep: four times
// what zstd -19 asks for. For xz it is what xz -9 asks for.
const (
	maxWindow     = 32 << 20
	maxDictionary = 64 << 20
)

// unpack finds the texts in a stream, by what it begins with: gzip, zstd, xz, bzip2, tar, and these in
// each other. It calls visit for each text in turn; an error of visit ends it, but for that of a member
// of a tar file, which failed is told of.
func unpack(name string, in io.Reader, depth int, live bool, visit func(name string, text io.Reader) error, failed func(name string, err error)) error {
	if depth > maxDepth {
		return errDeep
	}
	b := bufio.NewReaderSize(in, 64<<10)
	head, err := b.Peek(len(xzMagic))
	if err != nil && err != io.EOF {
		return err
	}
	// More is waited for only where something may come of it: a pipe may have a pause there.
	want := b.Buffered()
	if !live || isCompressed(head) || bytes.HasPrefix(head, bzip2Magic) {
		want = 512
	}
	head, err = b.Peek(min(max(want, len(head)), 512))
	if err != nil && err != io.EOF {
		return err
	}
	packed := func(plain io.Reader, err error, done func()) error {
		if err != nil {
			return archiveError{err}
		}
		defer done()
		return unpack(name, archiveReader{plain}, depth+1, false, visit, failed)
	}
	nothing := func() {}
	switch {
	case bytes.HasPrefix(head, gzipMagic):
		z, err := gzip.NewReader(b)
		return packed(z, err, func() { _ = z.Close() }) // a reader has nothing to lose
	case bytes.HasPrefix(head, zstdMagic):
		z, err := zstd.NewReader(b, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return archiveError{err}
		}
		return packed(z, nil, z.Close)
	case bytes.HasPrefix(head, xzMagic):
		if xzDictionary(head) > maxDictionary {
			return errXZLarge
		}
		z, err := xz.NewReader(b)
		return packed(z, err, nothing)
	case isBzip2(head):
		return packed(bzip2.NewReader(b), nil, nothing)
	case len(head) >= 262 && string(head[257:262]) == "ustar":
		return unpackTar(name, tar.NewReader(b), depth, visit, failed)
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")): // the > of PowerShell
		return visit(name, bom.UTF16(bom.LittleEndian, bom.ExpectBOM).NewDecoder().Reader(b))
	}
	return visit(name, b)
}

func unpackTar(name string, t *tar.Reader, depth int, visit func(string, io.Reader) error, failed func(string, error)) error {
	for broken := false; ; {
		h, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil && broken {
			return nil // that was said of the last member
		}
		if err != nil {
			return archiveError{err}
		}
		if h.Typeflag != tar.TypeReg || h.Size == 0 {
			continue
		}
		member := name + ":" + h.Name
		if err := unpack(member, archiveReader{t}, depth+1, false, visit, failed); errors.Is(err, errStopped) {
			return err
		} else if broken = err != nil; broken {
			failed(member, err)
		}
	}
}

// xzDictionary is the size of the dictionary that the first block of an xz file wants; 0 if it cannot
// be told.
func xzDictionary(head []byte) int64 {
	const streamHeader = 12
	if len(head) < streamHeader+2 {
		return 0
	}
	flags, rest := head[streamHeader+1], head[streamHeader+2:]
	number := func() (n uint64) {
		for shift := 0; len(rest) > 0 && shift < 63; shift += 7 {
			c := rest[0]
			rest = rest[1:]
			n |= uint64(c&0x7f) << shift
			if c < 0x80 {
				break
			}
		}
		return n
	}
	for _, has := range [...]byte{0x40, 0x80} { // compressed size, uncompressed size
		if flags&has != 0 {
			number()
		}
	}
	const lzma2 = 0x21
	if number() != lzma2 || number() != 1 || len(rest) == 0 || rest[0] > 40 {
		return 0
	}
	return (2 | int64(rest[0]&1)) << (rest[0]/2 + 11)
}

type archiveReader struct{ io.Reader }

func (r archiveReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	var pathErr *os.PathError
	if err != nil && err != io.EOF && !errors.As(err, &pathErr) && !errors.As(err, new(archiveError)) {
		err = archiveError{err}
	}
	return n, err
}

// readError is what is said of an input that could not be read to its end.
func (a *app) readError(name string, err error) error {
	var f failure
	switch {
	case errors.As(err, &f):
		return f
	case errors.Is(err, errBinary):
		return a.failf(exitUsage, msgBinary, show(name))
	case errors.Is(err, errDeep):
		return a.failf(exitUsage, msgDeep, show(name))
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrDecoderSizeExceeded):
		return a.failf(exitUsage, msgLargeWindow, show(name), "zstd -dc --long=31")
	case errors.Is(err, errXZLarge):
		return a.failf(exitUsage, msgLargeWindow, show(name), "xz -dc")
	case errors.As(err, new(archiveError)):
		return a.failf(exitUsage, msgBadArchive, show(name), a.reason(err))
	}
	return a.failf(exitUsage, msgCannotRead, show(name), a.reason(err))
}

// openFile opens an input as a stream. Whoever reads it calls done.
func (a *app) openFile(name string) (in io.Reader, live bool, done func(), err error) {
	f := a.in
	if name == "-" {
		if term.IsTerminal(int(f.Fd())) {
			_, _ = fmt.Fprintln(a.err, a.say(msgPaste))
		}
	} else if f, err = a.open(name); err != nil {
		return nil, false, nil, err
	}
	in, clearBar := a.progress(f, name)
	info, err := f.Stat()
	live = err != nil || !info.Mode().IsRegular()
	return in, live, func() {
		clearBar()
		if name != "-" {
			_ = f.Close() // it was only read
		}
	}, nil
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
