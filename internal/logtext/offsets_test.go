package logtext

import (
	"strings"
	"testing"
)

// TestFinderEverywhere: a needle is found wherever it stands among what looks like the begins and the ends of
// needles, and not one behind it in its place.
func TestFinderEverywhere(t *testing.T) {
	r := testReader()
	needles := needleTexts(r)
	var b strings.Builder
	for i := 0; b.Len() < 2<<10; i++ { // the middle of needles, no whole one
		text := needles[i*7%len(needles)]
		from := i % (len(text) - window/2)
		b.WriteString(text[from:min(len(text)-1, from+window-1-i%3)])
		b.WriteString("-_"[i%2 : i%2+1])
	}
	noise := b.String()
	if at, n := r.finder.next(noise, 0); at >= 0 {
		t.Fatalf("%q at %d of the noise", n.text, at)
	}
	for _, fill := range []string{noise, strings.Repeat("-", len(noise))} {
		for at := 0; at < 1<<10; at += 9 {
			text := " " + needles[at%len(needles)] + " "
			for _, gap := range []int{0, at % 9, at * 7 % 512} {
				s := fill[:at] + text + fill[at:at+gap] + " AccessDenied " + fill[at+gap:]
				if got, found := r.finder.next(s, 0); got < 0 || got > at+1 || !strings.HasPrefix(strings.ToLower(s[got:]), found.text) {
					t.Fatalf("%q at %d, and another %d behind it: found at %d", text, at+1, gap, got)
				}
			}
		}
	}
}
