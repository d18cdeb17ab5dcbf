package logtext_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"github.com/oss403/oss403/internal/logtext"
)

// found goes through a stream and returns where each record is and what it is for: "line@offset ID".
func found(in io.Reader) ([]string, error) {
	var list []string
	s := reader.Stream(in, false)
	for {
		rec, ok := s.Next()
		if !ok {
			return list, s.Err()
		}
		line, offset := s.Where(rec)
		e := reader.Read(rec)
		list = append(list, fmt.Sprintf("%d@%d %s", line, offset, e.RequestID))
		s.Found(rec)
	}
}

// log returns a log whose lines are errors, of the lines named, and where found finds them.
func log(n int, errors ...int) (text string, want []string) {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		if len(errors) > 0 && errors[0] == i {
			errors = errors[1:]
			id := fmt.Sprintf("684B00C0FFEE00C0FFEE%04d", i%10000)
			want = append(want, fmt.Sprintf("%d@%d %s", i, b.Len(), id))
			fmt.Fprintf(&b, "2026-03-05T10:11:12Z ERROR oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, RequestId=%s\n", id)
			continue
		}
		fmt.Fprintf(&b, "2026-03-05T10:11:12Z INFO  worker %d handled GET /api/v1/objects/%d in %d ms\n", i%7, i, i%97)
	}
	return b.String(), want
}

func check(t *testing.T, what string, in io.Reader, want []string) {
	t.Helper()
	got, err := found(in)
	if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s: %v, %v, want %v", what, got, err, want)
	}
}

// TestStreamWindows: errors are found at every place of a long stream, each once.
func TestStreamWindows(t *testing.T) {
	var places []int
	for i := 1; i <= 12000; i += 37 {
		places = append(places, i)
	}
	for _, list := range [][]int{nil, {1}, {12000}, {1, 2, 3, 4000, 4001, 11999, 12000}, places} {
		text, want := log(12000, list...)
		check(t, fmt.Sprint(list), strings.NewReader(text), want)
		check(t, fmt.Sprint("half reads: ", list), iotest.HalfReader(strings.NewReader(text)), want)
		check(t, fmt.Sprint("without the last newline: ", list), iotest.DataErrReader(strings.NewReader(strings.TrimSuffix(text, "\n"))), want)
	}
}

// TestStreamLongLines: a line of a megabyte holds errors too, and one that nothing ends is no danger.
func TestStreamLongLines(t *testing.T) {
	const e = ` oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, RequestId=684B00C0FFEE00C0FFEE0001 `
	filler := strings.Repeat("a quiet word and another, ", 40000)
	for _, text := range []string{filler + e + filler, filler + e, e + filler, filler[:300<<10] + e + filler[:300<<10]} {
		got, err := found(strings.NewReader(text))
		if err != nil || len(got) != 1 || !strings.HasPrefix(got[0], "1@") || !strings.HasSuffix(got[0], " 684B00C0FFEE00C0FFEE0001") {
			t.Errorf("%d bytes in a line: %v, %v", len(text), got, err)
		}
	}
	check(t, "no error", strings.NewReader(filler), nil)
}

// TestStreamDocumentAcross: a document of many kilobytes is whole wherever it stands in a stream.
func TestStreamDocumentAcross(t *testing.T) {
	document := "2026-03-05T10:11:12Z ERROR put failed:\n<Error>\n<Code>AccessDenied</Code>\n" + strings.Repeat("<HostId>b1.oss-cn-hangzhou.aliyuncs.com</HostId>\n", 400) + "<RequestId>684B00C0FFEE00C0FFEE0001</RequestId>\n</Error>\n"
	text, _ := log(6000)
	for at := 0; at < len(text); at += 23 << 10 {
		at := strings.LastIndexByte(text[:at+1], '\n') + 1
		s := reader.Stream(strings.NewReader(text[:at]+document+text[at:]), false)
		rec, ok := s.Next()
		e := reader.Read(rec)
		line, offset := s.Where(rec)
		if want := 1 + strings.Count(text[:at], "\n"); !ok || len(e.Documents) != 1 || !e.Documents[0].Whole || line != want || offset != int64(at) {
			t.Errorf("a document at %d, in line %d: line %d, offset %d, %d documents", at, want, line, offset, len(e.Documents))
		}
	}
}

// TestStreamWhereUnstamped: where nothing says where a record begins, the line is that of the error.
func TestStreamWhereUnstamped(t *testing.T) {
	front := strings.Repeat("uploaded a file\n", 100)
	for text, line := range map[string]int{
		sdkText:                          101,
		"upload failed\n" + sdkText:      102,
		"INFO upload failed\n" + sdkText: 101,
		"<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code></Error>":                                            101,
		"<p>\n&lt;?xml version=\"1.0\"?&gt;\n&lt;Error&gt;&lt;Code&gt;AccessDenied&lt;/Code&gt;&lt;/Error&gt;":         102,
		"Traceback:\n  File \"x.py\", line 7\noss2.exceptions.AccessDenied: {'status': 403, 'Code': 'AccessDenied'}\n": 103,
	} {
		s := reader.Stream(strings.NewReader(front+text+"\nuploaded a file\n"), false)
		rec, ok := s.Next()
		got, offset := s.Where(rec)
		want := 0
		for range line - 1 {
			want += strings.IndexByte((front + text)[want:], '\n') + 1
		}
		if !ok || got != line || offset != int64(want) {
			t.Errorf("%q: line %d, offset %d, want %d, %d", text, got, offset, line, want)
		}
	}
}

// TestStreamWhere: records are placed in any order, as far as they are at hand.
func TestStreamWhere(t *testing.T) {
	text, want := log(400, 3, 100, 399)
	s := reader.Stream(strings.NewReader(text), false)
	var list []logtext.Record
	for rec, ok := s.Next(); ok; rec, ok = s.Next() {
		list = append(list, rec)
		s.Found(rec)
	}
	for _, i := range []int{2, 0, 1, 1, 2} {
		line, offset := s.Where(list[i])
		if got := fmt.Sprintf("%d@%d ", line, offset); !strings.HasPrefix(want[i], got) {
			t.Errorf("record %d: %s, want %s", i, got, want[i])
		}
	}
}

// TestStreamEncodings: what PowerShell and editors put in front of a text is taken off, and UTF-16 read.
func TestStreamEncodings(t *testing.T) {
	wide := func(s string, big bool) string {
		var b strings.Builder
		for _, u := range utf16.Encode([]rune(s)) {
			if big {
				b.Write([]byte{byte(u >> 8), byte(u)})
			} else {
				b.Write([]byte{byte(u), byte(u >> 8)})
			}
		}
		return b.String()
	}
	id := "684B00C0FFEE00C0FFEE0001"
	line := `😀 上传失败：oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage="Access denied by bucket policy.", RequestId=` + id + "\n"
	text := strings.Repeat("线程 7 正常 🙂\n", 3000) + line // no stamp: the line of the error counts
	want := []string{fmt.Sprintf("3001@%d %s", len(text)-len(line), id)}
	for name, s := range map[string]string{
		"UTF-8":                          text,
		"UTF-8 with its mark":            "\xef\xbb\xbf" + text,
		"UTF-16, little end first":       "\xff\xfe" + wide(text, false),
		"UTF-16, big end first":          "\xfe\xff" + wide(text, true),
		"UTF-16 and half a letter":       "\xff\xfe" + wide(text, false) + "\x41",
		"UTF-16 and half of a pair":      "\xff\xfe" + wide(text, false) + "\x3d\xd8",
		"UTF-16 and a pair that is none": "\xff\xfe" + wide(text, false) + "\x3d\xd8\x41\x00",
	} {
		check(t, name, strings.NewReader(s), want)
		check(t, name+", in halves", iotest.HalfReader(strings.NewReader(s)), want)
		check(t, name+", byte by byte", iotest.OneByteReader(strings.NewReader(s)), want)
	}
	for _, s := range []string{"", "a", "\xff", "\xfe", "\xef\xbb", "\xef\xbb\xbf", "\xff\xfe", "\xfe\xff", "\xff\xfea"} {
		check(t, fmt.Sprintf("%q", s), strings.NewReader(s), nil)
	}
	s := reader.Stream(strings.NewReader("\xfe\xff"+wide(line, true)), false)
	if rec, ok := s.Next(); !ok || rec.Text != strings.TrimSuffix(line, "\n") {
		t.Errorf("read %q", rec.Text)
	}
}

// TestStreamErrors: what ends a stream is told, with its place, behind what was found before it.
func TestStreamErrors(t *testing.T) {
	broken := errors.New("the disk is gone")
	text, want := log(5000, 2)
	for name, c := range map[string]struct {
		in   io.Reader
		want []string
		text string
		is   error
	}{
		"at once":      {iotest.ErrReader(broken), nil, "line 1, byte 0: the disk is gone", broken},
		"in the text":  {io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken)), want, fmt.Sprintf("line 5001, byte %d: the disk is gone", len(text)), broken},
		"in a line":    {io.MultiReader(strings.NewReader(text+"more"), iotest.ErrReader(broken)), want, fmt.Sprintf("line 5001, byte %d: the disk is gone", len(text)+4), broken},
		"cut off":      {io.MultiReader(strings.NewReader(text), iotest.ErrReader(io.ErrUnexpectedEOF)), want, fmt.Sprintf("line 5001, byte %d: unexpected EOF", len(text)), io.ErrUnexpectedEOF},
		"no progress":  {io.MultiReader(strings.NewReader(text), idle{}), want, fmt.Sprintf("line 5001, byte %d: multiple Read calls return no data or error", len(text)), io.ErrNoProgress},
		"wrapped end":  {io.MultiReader(strings.NewReader(text), iotest.ErrReader(fmt.Errorf("the end: %w", io.EOF))), want, "", nil},
		"binary":       {strings.NewReader("\x1f\x8b\x08\x00" + strings.Repeat("\x01\x02\x03\x04\x90\xa0", 2000)), nil, "line 1, byte 0: " + logtext.ErrBinary.Error(), logtext.ErrBinary},
		"one in 20":    {strings.NewReader(strings.Repeat("\x01 and nineteen more_", 100)), nil, "", nil},
		"two in 39":    {strings.NewReader(strings.Repeat("\x7f and eighteen more\x00and nineteen more.", 100)), nil, "line 1, byte 0: " + logtext.ErrBinary.Error(), logtext.ErrBinary},
		"no binary":    {strings.NewReader(strings.Repeat("a\tb\r\n\x1b[0m", 100)), nil, "", nil},
		"zeros before": {strings.NewReader(strings.Repeat("\x00", 4<<10) + text), []string{fmt.Sprintf("2@%d 684B00C0FFEE00C0FFEE0002", 4<<10+strings.IndexByte(text, '\n')+1)}, "", nil},
		"binary later": {strings.NewReader(text + strings.Repeat("\x01", 9000)), want, "", nil},
	} {
		got, err := found(c.in)
		message := ""
		if err != nil {
			message = err.Error()
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) || message != c.text || c.is != nil && !errors.Is(err, c.is) {
			t.Errorf("%s: %v, %v, want %v, %s", name, got, err, c.want, c.text)
		}
	}
	// A few reads without data are no end.
	slow := io.MultiReader(&pause{n: 99}, strings.NewReader(text[:300]), &pause{n: 99}, strings.NewReader(text[300:]))
	if got, err := found(slow); err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("slow: %v, %v", got, err)
	}
}

// idle is a reader that never has anything.
type idle struct{}

func (idle) Read([]byte) (int, error) { return 0, nil }

// pause has nothing n times, and then ends.
type pause struct{ n int }

func (p *pause) Read([]byte) (int, error) {
	if p.n--; p.n < 0 {
		return 0, io.EOF
	}
	return 0, nil
}

// TestAll: a short text is at hand once it was read to its end, a long one and one that broke off are not.
func TestAll(t *testing.T) {
	const size = 8 << 10
	for _, test := range []struct {
		in   io.Reader
		size int // -1: not at hand
	}{
		{strings.NewReader("nothing"), 7},
		{strings.NewReader(""), 0},
		{strings.NewReader(strings.Repeat("-", size)), size},
		{strings.NewReader(strings.Repeat("-", size+1)), -1},
		{strings.NewReader(strings.Repeat("-", 3<<20)), -1},
		{strings.NewReader(strings.Repeat("-", 1<<20+100)), -1},
		{io.MultiReader(strings.NewReader("nothing"), iotest.ErrReader(errors.New("gone"))), -1},
	} {
		s := reader.Stream(test.in, false)
		if _, ok := s.All(); ok {
			t.Errorf("%d bytes are at hand before they are read", test.size)
		}
		for _, ok := s.Next(); ok; _, ok = s.Next() {
		}
		if text, ok := s.All(); ok != (test.size >= 0) || ok && len(text) != test.size {
			t.Errorf("%d bytes: %v, %d", test.size, ok, len(text))
		}
	}
}
