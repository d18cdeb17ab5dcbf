package logtext_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestMarks: a code counts where a mark of OSS stands in its line, however far, and not where only what looks
// like one does. What is known of one line does not change what is told of another.
func TestMarks(t *testing.T) {
	marks := []string{"oss", "OSS", "xossx", "aliyun", "ALIYUN", "684B00C0FFEE00C0FFEE0001", "684B00C0FFEE************", "0003-00000201", "x0003-00000201", "684B00C0FFEE00C0FFEE00010"}
	none := []string{"", "os-s", "o-ss", "ali-yun", "aliun", "684B00C0FFEE00C0FFEE000", "684B00C0FFE*", "684B00C0FFEE-", "003-00000201", "0003-0000020", "x003-00000201", "0003_00000201"}
	for pad := 0; pad < 560; pad += 3 {
		var b strings.Builder
		var want []int
		n := 0
		add := func(mark string, counts bool) {
			n++
			front, behind := strings.Repeat("x ", pad/2)+strings.Repeat("-", pad%2), strings.Repeat(" y", n%5)
			if n%3 == 0 {
				front, behind = behind, front
			}
			words := strings.Join(strings.Fields(front+" "+mark+" "+behind), " ")
			fmt.Fprintf(&b, "2026-03-05 10:11:12 it %s said AccessDenied z\n", words)
			if counts {
				want = append(want, n)
			}
		}
		for i := range none {
			add(none[(i+pad)%len(none)], false)
			if i%2 == 0 {
				add(marks[(i+pad)%len(marks)], true)
			}
			add("", false)
		}
		for _, found := range []bool{true, false} {
			var got []int
			in := reader.Text(b.String(), false)
			for rec, ok := in.Next(); ok; rec, ok = in.Next() {
				got = append(got, line(b.String(), rec.Start))
				if found {
					in.Found(rec)
				} else {
					in.NotFound(rec)
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("%d: lines %v, want %v in\n%s", pad, got, want, b.String())
			}
		}
	}
}

// TestBudget: what lies close together is not all read, so that the time is in proportion to the text.
func TestBudget(t *testing.T) {
	for _, text := range []string{strings.Repeat("oss AccessDenied ", 40000), strings.Repeat("aliyun x AccessDenied\n", 30000), strings.Repeat(`{"Error":{"Code":"AccessDenied"`, 20000)} {
		read, n := 0, 0
		in := reader.Text(text, false)
		for rec, ok := in.Next(); ok; rec, ok = in.Next() {
			n++
			read += len(rec.Text) + 1<<10
			in.NotFound(rec)
		}
		if limit := 256<<10 + 8*len(text) + 64<<10; read > limit || read < 256<<10 {
			t.Errorf("%.40q: %d records of %d bytes in %d", text, n, read, len(text))
		}
	}
}

// TestWhole: what somebody vouches for is one record, as far as it is read.
func TestWhole(t *testing.T) {
	if rec := reader.Whole("my words"); rec.Text != "my words" || rec.End != len("my words") || rec.Start != 0 {
		t.Errorf("%+v", rec)
	}
	text := strings.Repeat("my words ", 2000)
	rec := reader.Whole(text)
	if len(rec.Text) > 8<<10 || len(rec.Text) < 8<<10-8 || !strings.HasPrefix(text, rec.Text) || !strings.HasSuffix(rec.Text, "my") && !strings.HasSuffix(rec.Text, "words") {
		t.Errorf("%d bytes, up to %q", len(rec.Text), rec.Text[len(rec.Text)-8:])
	}
	if rec := reader.Whole(text[:8<<10]); len(rec.Text) != 8<<10 {
		t.Errorf("%d bytes of %d", len(rec.Text), 8<<10)
	}
}
