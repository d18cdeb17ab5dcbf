package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
	"github.com/oss403/oss403"
)

// logBlock is a piece of a service's log of about size bytes in which 1 line in 100 is a 403 of
// OSS, in the forms of SDK v1, SDK v2 and this library, each with its own request ID.
func logBlock(size int) []byte {
	var b bytes.Buffer
	for i := 0; b.Len() < size; i++ {
		logLine(&b, i)
	}
	return b.Bytes()
}

func logLine(b *bytes.Buffer, i int) {
	stamp := fmt.Sprintf("2026-03-05T%02d:%02d:%02d.%03dZ", i/3600000%24, i/60000%60, i/1000%60, i%1000)
	id := fmt.Sprintf("684B00C0FFEE00C0%08X", i)
	switch i % 300 {
	case 50:
		fmt.Fprintf(b, "%s ERROR worker-%d put object: oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage=\"You have no right to access this object because of bucket acl.\", RequestId=%s, Ec=0003-00000001\n", stamp, i%7, id)
	case 150:
		fmt.Fprintf(b, "%s ERROR worker-%d oss403: the bucket policy denies the request: change its statement (kind=BucketPolicyDenied code=AccessDenied ec=0003-00000101 request_id=%s)\n", stamp, i%7, id)
	case 250:
		fmt.Fprintf(b, "%s ERROR worker-%d get object: Code: InvalidAccessKeyId, Message: The OSS Access Key Id you provided does not exist in our records., StatusCode: 403, RequestId: %s\n", stamp, i%7, id)
	default:
		fmt.Fprintf(b, "%s INFO worker-%d handled GET /api/v1/orders/%d status=200 bytes=%d took=%dms user=%08x trace=%016x\n", stamp, i%7, i*7919%1000003, i*31%40000, i%250, int64(i)*2654435761, int64(i)*11400714819323)
	}
}

// generated is a log that never says the same twice, size bytes in all.
type generated struct {
	line, size int
	buf        bytes.Buffer
}

func (g *generated) Read(p []byte) (int, error) {
	if g.size == 0 {
		return 0, io.EOF
	}
	for g.buf.Len() < 64<<10 {
		logLine(&g.buf, g.line)
		g.line++
	}
	n, err := g.buf.Read(p[:min(len(p), g.size)])
	g.size -= n
	return n, err
}

// repeated reads a block again and again, size bytes in all.
type repeated struct {
	block    []byte
	at, size int
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.size == 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), r.size)], r.block[r.at:])
	r.at = (r.at + n) % len(r.block)
	r.size -= n
	return n, nil
}

// scanned goes through one text.
func scanned(ctx context.Context, in io.Reader) (*findings, error) {
	s, p := newFindings(), newPipeline(ctx)
	defer p.stop()
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer p.end()
		err = p.read("log", in)
	}()
	t := tally{findings: s}
	p.results(ctx, t.add)
	t.end()
	s.end()
	if ctx.Err() == nil {
		<-done
		return s, err
	}
	return s, ctx.Err()
}

// shape is what of findings can be compared.
func shape(s *findings) string {
	var b strings.Builder
	for _, g := range s.sorted() {
		fmt.Fprintln(&b, g.example.Fingerprint(), g.count, g.first, g.last, g.ids, g.tops, g.times, g.guessed)
	}
	fmt.Fprintln(&b, s.total, s.unknown, s.lines, s.bytes, s.files)
	return b.String()
}

// TestScanIsTheSameOnAnyMachine: the number of cores, and how a file is read, change nothing; the errors
// are those that ScanText finds.
func TestScanIsTheSameOnAnyMachine(t *testing.T) {
	log := logBlock(7 << 20)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	total := 0
	for _, err := range oss403.ScanText(bytes.NewReader(log)) {
		if err != nil {
			t.Fatal(err)
		}
		total++
	}
	want := ""
	for _, cores := range []int{1, 2, 8} {
		runtime.GOMAXPROCS(cores)
		for _, in := range []io.Reader{bytes.NewReader(log), iotest.HalfReader(bytes.NewReader(log)), bufio.NewReaderSize(bytes.NewReader(log), 100)} {
			s, err := scanned(context.Background(), in)
			if err != nil {
				t.Fatal(err)
			}
			if want == "" {
				want = shape(s)
				if lines := bytes.Count(log, []byte("\n")); s.lines != lines || s.total != total || len(s.groups) != 3 || int(s.bytes) != len(log) {
					t.Fatalf("%d lines of %d, %d errors of %d in %d groups", s.lines, lines, s.total, total, len(s.groups))
				}
			} else if got := shape(s); got != want {
				t.Errorf("%d cores: %s\nwant %s", cores, got, want)
			}
		}
	}
}

// TestScanMemory: a log of 64 MiB takes no more than one of 8 MiB and a little.
func TestScanMemory(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	took := func(size int) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := scanned(context.Background(), &generated{size: size}); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return after.Sys - before.Sys
	}
	took(8 << 20)
	if more := took(64 << 20); more > 24<<20 {
		t.Errorf("%d MiB more", more>>20)
	}
}

// BenchmarkScan reads logs of 10 MB and 100 MB, with OSS403_LARGE=1 one of 1 GB too:
//
//	go test -run '^$' -bench Scan -cpu 1,2 .
func BenchmarkScan(b *testing.B) {
	sizes := []int{10, 100}
	if os.Getenv("OSS403_LARGE") != "" {
		sizes = append(sizes, 1000)
	}
	block := logBlock(8 << 20)
	for _, mb := range sizes {
		b.Run(fmt.Sprintf("%dMB", mb), func(b *testing.B) {
			b.SetBytes(int64(mb) * 1e6)
			for range b.N {
				if s, err := scanned(context.Background(), &repeated{block: block, size: mb * 1e6}); err != nil || s.total == 0 {
					b.Fatal(s.total, err)
				}
			}
		})
	}
}

// FuzzCommand gives the command anything as input: it ends with one of its exit statuses, and
// prints nothing that a terminal would obey.
func FuzzCommand(f *testing.F) {
	paths, _ := filepath.Glob("../../testdata/*/*.txtar")
	for i, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		_, text, _ := bytes.Cut(data, []byte("-- answer --\n"))
		if len(text) == 0 {
			text = data
		}
		f.Add(byte(i), text)
	}
	f.Add(byte(1), []byte("\x1f\x8b\x08\x00"))
	f.Add(byte(5), []byte("\x28\xb5\x2f\xfd\x00"))
	f.Add(byte(9), []byte("\xff\xfeE\x00r\x00"))
	commands := [][]string{{"explain"}, {"scan"}, {"explain", "--json"}, {"scan", "--json"}, {"lookup"}, {"scan", "--policy"}, {"explain", "--redact"}, {"explain", "--all"}}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, which byte, input []byte) {
		args := append([]string{"--lang", []string{"en", "zh"}[which%2]}, commands[int(which/2)%len(commands)]...)
		in, err := os.CreateTemp(dir, "in")
		if err != nil {
			t.Fatal(err)
		}
		defer os.Remove(in.Name())
		defer in.Close()
		if args[2] == "lookup" {
			args = append(args, "--", string(input))
		} else if _, err := in.Write(input); err != nil {
			t.Fatal(err)
		}
		if _, err := in.Seek(0, io.SeekStart); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		a := &app{in: in, stdout: &out, out: bufio.NewWriter(&out), err: &out, getenv: func(string) string { return "" }, lang: langOf(args, func(string) string { return "" })}
		status := a.run(context.Background(), args)
		if status != exitOK && status != exitNone && status != exitUsage {
			t.Errorf("status %d", status)
		}
		if status == exitUsage && args[2] == "lookup" && len(bytes.TrimSpace(input)) > 0 {
			t.Errorf("lookup of %q is taken for a mistake: %s", input, out.String())
		}
		if s := out.String(); s == "" || !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\u202e' }) {
			t.Errorf("%q", s)
		}
	})
}

// TestScanInterrupted: whenever a scan of a compressed log ends, what was read counts.
func TestScanInterrupted(t *testing.T) {
	var packed bytes.Buffer
	z, err := zstd.NewWriter(&packed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(z, &repeated{block: logBlock(1 << 20), size: 48 << 20}); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "log.zst")
	if err := os.WriteFile(name, packed.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	whole := 0
	for i := range 10 {
		ctx, cancel := context.WithTimeout(context.Background(), time.Duration(i*i*3)*time.Millisecond)
		a, s := newQuiet(oss403.English, os.Getenv), newFindings()
		a.readAll(ctx, s, []string{name}, scanOptions{}, func(err error) { t.Error(err) })
		if ctx.Err() == nil {
			whole++
			if s.bytes != 48<<20 {
				t.Errorf("%d bytes", s.bytes)
			}
		}
		if s.bytes > 6<<20 && len(s.groups) != 3 {
			t.Errorf("after %d bytes: %d groups", s.bytes, len(s.groups))
		}
		cancel()
	}
	t.Log(whole, "of 10 came to their end")
}

// TestScanTakesTurns: an error is not lost, nor its request ID given to another, where others stand
// around it.
func TestScanTakesTurns(t *testing.T) {
	const (
		noID = "2026-03-05T10:11:02Z x AccessDenied: You have no right to access this object because of bucket acl. oss-cn-hangzhou.aliyuncs.com status=403\n"
		java = "com.aliyun.oss.OSSException: The OSS Access Key Id you provided does not exist in our records.\n[ErrorCode]: InvalidAccessKeyId\n[RequestId]: 684B00C0FFEE00C0FFEE0001\n[HostId]: b.oss-cn-hangzhou.aliyuncs.com\n"
		doc  = "<Error><Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message><RequestId>684B00C0FFEE00C0FFEE0004</RequestId><HostId>b.oss-cn-hangzhou.aliyuncs.com</HostId></Error>\n"
		same = "<Error><Code>AccessDenied</Code><Message>You have no right to access this object because of bucket acl.</Message><RequestId>684B00C0FFEE00C0FFEE0006</RequestId><HostId>b.oss-cn-hangzhou.aliyuncs.com</HostId></Error>\n"
		poor = "oss: service returned error: StatusCode=403, ErrorCode=, ErrorMessage=\"\", RequestId=684B00C0FFEE00C0FFEE0005\n"
		rich = "oss: service returned error: StatusCode=403, ErrorCode=SecurityTokenExpired, ErrorMessage=\"The security token you provided has expired.\", RequestId=684B00C0FFEE00C0FFEE0005\n"
	)
	far := strings.Repeat("2026-03-05T10:11:02Z nothing\n", 200000) // further than the library waits
	for _, test := range []struct{ log, want string }{
		{noID + doc, "BucketACLDenied=1  ClockSkew=1 684B00C0FFEE00C0FFEE0004"},
		{java + doc, "AccessKeyNotFound=1 684B00C0FFEE00C0FFEE0001 ClockSkew=1 684B00C0FFEE00C0FFEE0004"},
		{doc + noID, "BucketACLDenied=1  ClockSkew=1 684B00C0FFEE00C0FFEE0004"},
		{"request failed:\n" + doc, "ClockSkew=1 684B00C0FFEE00C0FFEE0004"},
		{poor + strings.Replace(poor, "0005", "0007", 1) + rich, "SecurityTokenExpired=1 684B00C0FFEE00C0FFEE0005 Unknown=1 684B00C0FFEE00C0FFEE0007"},
		{poor + far + rich, "SecurityTokenExpired=1 684B00C0FFEE00C0FFEE0005"},
		{rich + far + poor, "SecurityTokenExpired=1 684B00C0FFEE00C0FFEE0005"},
	} {
		s, err := scanned(context.Background(), strings.NewReader(test.log))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, g := range s.sorted() {
			got = append(got, fmt.Sprintf("%s=%d %s", g.example.Kind, g.count, strings.Join(g.ids, " ")))
		}
		slices.Sort(got)
		if list := strings.Join(got, " "); list != test.want || s.total != len(got) {
			t.Errorf("%d: %s, want %s in\n%.2000s", s.total, list, test.want, test.log)
		}
	}
}

// BenchmarkScanAccessLog reads a log of which every line names a code, and none is an error.
func BenchmarkScanAccessLog(b *testing.B) {
	block := bytes.Repeat([]byte("2026-03-05T10:11:12Z GET /b/k 403 AccessDenied 1.2.3.4\n"), 1<<14)
	b.SetBytes(int64(len(block)))
	for range b.N {
		if s, err := scanned(context.Background(), bytes.NewReader(block)); err != nil || s.total != 0 {
			b.Fatal(s.total, err)
		}
	}
}

// TestScanLargeWindow: an archive that would take more memory than a scan uses is refused, with what
// reads it.
func TestScanLargeWindow(t *testing.T) {
	for _, window := range []int{maxWindow, 2 * maxWindow} {
		var packed bytes.Buffer
		z, err := zstd.NewWriter(&packed, zstd.WithWindowSize(window))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := z.Write(bytes.Repeat([]byte("GET /index.html 200\n"), 1<<10)); err != nil {
			t.Fatal(err)
		}
		if err := z.Flush(); err != nil { // so that the size is not known beforehand
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		out, status := runTool(t, packed.String(), "scan")
		if window > maxWindow != strings.Contains(out, "zstd -dc --long=31") || window > maxWindow != (status == exitUsage) {
			t.Errorf("a window of %d MB: status %d: %s", window>>20, status, out)
		}
	}
}
