package logtext_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestExtended: a record that says little goes on with the one behind it, if that is near, of the same log
// and no answer of its own.
func TestExtended(t *testing.T) {
	const host = "b1.oss-cn-hangzhou.aliyuncs.com"
	for text, want := range map[string]string{ // "": none
		host + ": 403\nERROR: Access denied by bucket policy.":                         host + ": 403\nERROR: Access denied by bucket policy.",
		host + ": 403\nERROR: Access denied by bucket policy.\nINFO next":              host + ": 403\nERROR: Access denied by bucket policy.",
		host + ": 403\nERROR: Access denied by bucket policy.\n more of it\nINFO next": host + ": 403\nERROR: Access denied by bucket policy.\n more of it",
		host + ": 403\n\nERROR: Access denied by bucket policy.":                       "",
		host + ": 403\n":                                                    "",
		host + ": 403":                                                      "",
		host + ": 403\nERROR: nothing of it":                                "",
		host + ": 403\nERROR: " + sdkText:                                   "",
		host + ": 403\nERROR: HTTP/1.1 403":                                 "",
		host + ": 403\nERROR: status 403":                                   "",
		host + ": 403\nINFO <Code>UserDisable</Code>":                       host + ": 403\nINFO <Code>UserDisable</Code>",
		host + ": 403\n2026-03-05 10:11:12 Access denied by bucket policy.": "",
		"2026-03-05 10:11:12 " + host + ": 403\n2026-03-05 10:11:13 Access denied by bucket policy.": "2026-03-05 10:11:12 " + host + ": 403\n2026-03-05 10:11:13 Access denied by bucket policy.",
		"2026-03-05 10:11:12 " + host + ": 403\n10:11:13 Access denied by bucket policy.":            "",
		"2026-03-05 10:11:12 " + host + ": 403\nERROR Access denied by bucket policy.":               "",
		"2026-03-05 " + host + ": 403\n2026-03-05 Access denied by bucket policy.":                   "2026-03-05 " + host + ": 403\n2026-03-05 Access denied by bucket policy.",
		"oss403: denied: ask (kind=BucketACLDenied)\nERROR: Access denied by bucket policy.":         "",
	} {
		in := reader.Text("first\n\n"+text, false)
		rec, ok := in.Next()
		if !ok {
			t.Fatalf("no record in %q", text)
		}
		more, ok := in.Extended(rec)
		if ok != (want != "") || ok && (more.Text != want || more.Start != rec.Start || more.End != rec.Start+len(want) || more.At != rec.At) || !ok && more != rec {
			t.Errorf("%q: %v, %q", text, ok, more.Text)
		}
	}
}

// TestExtendedBudget: that costs no more than it may.
func TestExtendedBudget(t *testing.T) {
	text := strings.Repeat("b1.oss-cn-hangzhou.aliyuncs.com: 403 "+strings.Repeat("x ", 2000)+"\nERROR: Access denied by bucket policy. "+strings.Repeat("y ", 2000)+"\n", 60)
	in := reader.Text(text, false)
	n, extended := 0, 0
	for rec, ok := in.Next(); ok; rec, ok = in.Next() {
		for range 20 {
			n++
			if more, ok := in.Extended(rec); ok {
				extended += len(more.Text)
			}
		}
		in.NotFound(rec)
	}
	if extended < 64<<10 || extended > 20*len(text) {
		t.Errorf("%d bytes of %d, asked %d times", extended, len(text), n)
	}
}

// TestMarksAround: in a log without stamps a mark counts in the lines around a code too, up to 2 KiB away,
// whatever was looked at before.
func TestMarksAround(t *testing.T) {
	const code, filler = "it said AccessDenied", "nothing is to see here"
	for _, mark := range []string{"aliyun", "684B00C0FFEE00C0FFEE0001", "oss"} {
		for k := 0; k < 400; k += 13 {
			var list []string
			for range k {
				list = append(list, filler)
			}
			list = append(list, mark)
			for range 400 - k {
				list = append(list, filler)
			}
			var codes []int
			for i := 20; i < 400; i += 57 {
				if i != k {
					list[i] = code
					codes = append(codes, i)
				}
			}
			text := strings.Join(list, "\n")
			at := func(i int) int { return len(strings.Join(list[:i], "\n")) + 1 }
			var want []int
			for _, i := range codes {
				begin, end := at(k), at(k)+len(mark)
				if i > k && at(i)-begin <= 2<<10 || i < k && end-at(i)-len(code) <= 2<<10 {
					want = append(want, i)
				}
			}
			var got []int
			in := reader.Text(text, false)
			for rec, ok := in.Next(); ok; rec, ok = in.Next() {
				got = append(got, line(text, rec.Start+rec.At)-1)
				in.NotFound(rec)
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s in line %d: codes in %v, want %v", mark, k, got, want)
			}
		}
	}
}
