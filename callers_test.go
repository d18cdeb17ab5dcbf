package oss403

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzSeam: whatever stands around a client's text, the client's is gone, nothing is added but a blank,
// and nothing dangles at the end.
func FuzzSeam(f *testing.F) {
	for _, around := range [][2]string{
		{"upload: ", ""}, {"upload (", ")"}, {"上传：“", "”。"}, {`{"err":"`, `","n":3}`}, {"a ([<{", "}>])"}, {"", ": retry"}, {"x=", " y=INNER"}, {"INNER: ", ", again"}, {"->", "->"}, {`"`, `"`},
	} {
		f.Add(around[0], around[1])
	}
	const inner = "INNER"
	f.Fuzz(func(t *testing.T, before, after string) {
		if !utf8.ValidString(before + after) {
			t.Skip()
		}
		got := cutOut(before+inner+after, inner)
		if n := strings.Count(before+inner+after, inner); n <= 8 && !strings.Contains(strings.ReplaceAll(before+inner+after, inner, ""), inner) && strings.Contains(got, inner) {
			t.Errorf("%q", got)
		}
		if strings.TrimRight(got, stops) != got {
			t.Errorf("dangling: %q", got)
		}
		// What is left stands in the text, in its order.
		rest := before + after
		for _, r := range strings.ReplaceAll(got, " ", "") {
			i := strings.IndexRune(rest, r)
			if i < 0 {
				t.Fatalf("%q of %q and %q", got, before, after)
			}
			rest = rest[i+utf8.RuneLen(r):]
		}
	})
}
