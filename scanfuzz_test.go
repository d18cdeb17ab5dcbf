package oss403

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// scanWith scans a text with the cache or without.
func scanWith(text string, assume, noCache bool) (list []string) {
	s := newScanner(strings.NewReader(text), textOptions{scan: true, assume: assume}, func(f Found, err error) bool {
		list = append(list, fmt.Sprintf("%d %d %v %v %+v %q", f.Line, f.Offset, f.Time, err, f.Error, f.Error.Raw()))
		return true
	})
	s.records.forgets = noCache
	s.run()
	return list
}

// FuzzScanCache: an answer from the cache is the answer that there would be without.
func FuzzScanCache(f *testing.F) {
	for _, dir := range []string{"text", "wild"} {
		paths, err := filepath.Glob("testdata/" + dir + "/*.txtar")
		if err != nil || len(paths) == 0 {
			f.Fatal("no cases", err)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			_, text, _ := strings.Cut(string(data), "-- text --\n")
			text, _, _ = strings.Cut(text, "\n-- ")
			f.Add(text)
		}
	}
	f.Add("2026-03-05T10:11:03Z ERROR put a-1.txt: oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage=\"Access denied by bucket policy.\", RequestId=684B00C0FFEE00C0FFEE0003")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 8<<10 {
			return
		}
		// The same again with other IDs, times and names: as a log has it.
		other := strings.NewReplacer("684B00C0FFEE", "FFFF00C0FFEE", "10:11", "12:34", "worker-7", "worker-12", "a-1.txt", "b-22.txt").Replace(text)
		log := text + "\n" + other + "\n" + text + "\n" + strings.ReplaceAll(other, "FFFF", "EEEE") + "\n"
		for _, assume := range []bool{false, true} {
			with, without := scanWith(log, assume, false), scanWith(log, assume, true)
			if strings.Join(with, "\n") != strings.Join(without, "\n") {
				t.Errorf("assume %v: with:\n%s\nwithout:\n%s", assume, strings.Join(with, "\n"), strings.Join(without, "\n"))
			}
		}
	})
}

// TestRepeatedErrorsShareNothing: what somebody does to an error of a stream is not seen in the next.
func TestRepeatedErrorsShareNothing(t *testing.T) {
	const line = "oss: service returned error: StatusCode=403, ErrorCode=RequestTimeTooSkewed, ErrorMessage=\"The difference between the request time and the current time is too large.\", RequestId=684B00C0FFEE00C0FFEE%04d, RequestTime=2026-03-05T08:00:00.000Z, ServerTime=2026-03-05T09:00:00.000Z\n"
	var b strings.Builder
	for i := range 4 {
		fmt.Fprintf(&b, line, i)
	}
	n := 0
	for found, err := range ScanText(strings.NewReader(b.String())) {
		if err != nil || found.Error.Kind != KindClockSkew || found.Error.Clock == nil || found.Error.Clock.MaxSkew != 0 {
			t.Fatalf("%+v, %v", found.Error, err)
		}
		if want := fmt.Sprintf("684B00C0FFEE00C0FFEE%04d", n); found.Error.RequestID != want || found.Line != n+1 {
			t.Errorf("%s in line %d, want %s", found.Error.RequestID, found.Line, want)
		}
		found.Error.Clock.MaxSkew, found.Error.Kind = 1, KindUnknown
		n++
	}
	if n != 4 {
		t.Errorf("%d errors", n)
	}
}
