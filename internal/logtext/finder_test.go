package logtext

import (
	"strings"
	"testing"
)

func testReader() *Reader {
	return New(Catalog{
		Codes: []string{"AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "UserDisable", "SecurityTokenExpired", "RequestTimeTooSkewed", "SecondLevelDomainForbidden"},
		Messages: []string{"You have no right to access this object because of bucket acl.", "The security token you provided has expired.", "Access denied by bucket policy.",
			"The difference between the request time and the current time is too large.", "You are forbidden to {action}"},
		Kinds:     []string{"BucketACLDenied", "ClockSkew"},
		Code:      func(w string) (string, bool) { return w, w == "AccessDenied" },
		Message:   func(string) int { return 0 },
		Beginning: func(string) int { return 0 },
	})
}

// TestFinder: the finder finds what a search without steps finds, wherever a needle stands.
func TestFinder(t *testing.T) {
	r := testReader()
	filler := strings.Repeat("2026-03-05T10:11:12.123Z INFO [worker-7] GET /api/v1/objects 200 12ms user=alice\n", 20)
	for _, text := range needleTexts(r) {
		for _, at := range []int{0, 1, 2, 3, 4, 5, 6, 700, len(filler) - 1, len(filler)} {
			s := filler[:at] + " " + text + " " + filler[at:]
			for _, s := range []string{s, strings.ReplaceAll(s, text, strings.ToUpper(text[:1])+text[1:])} {
				got, found := r.finder.next(s, 0)
				want := strings.Index(strings.ToLower(s), strings.ToLower(text))
				if got < 0 || got > want || found == nil || !strings.HasPrefix(strings.ToLower(s[got:]), found.text) {
					t.Fatalf("%q at %d: found at %d", text, want, got)
				}
			}
		}
	}
	if at, n := r.finder.next(filler, 0); at >= 0 {
		t.Errorf("found %q in nothing", n.text)
	}
}

// needleTexts are texts that the finder finds.
func needleTexts(r *Reader) (list []string) {
	for _, n := range r.finder.needles {
		for _, text := range n.texts() {
			for _, c := range r.c.Codes {
				if strings.EqualFold(c, text) {
					text = c
				}
			}
			list = append(list, text)
		}
	}
	return list
}

func BenchmarkFinder(b *testing.B) {
	r := testReader()
	s := strings.Repeat("2026-03-05T10:11:12.123Z INFO [worker-7] GET /api/v1/objects?prefix=logs/1234 200 12ms user=alice msg=\"The upload finished\" Count=12\n", 8000)
	b.SetBytes(int64(len(s)))
	for range b.N {
		if at, _ := r.finder.next(s, 0); at >= 0 {
			b.Fatal(at)
		}
	}
}

// TestFinderFirst: of needles that stand in each other the one that begins first is found, of those that begin
// together the longest, wherever the text begins.
func TestFinderFirst(t *testing.T) {
	const inner, same, outer = "kvqzxjwvkq", "request kvqzxj", "request kvqzxjwvkq, the request of the user of the bucket: zqxjvkzqxj"
	f := newFinder([]needle{{text: inner}, {text: same}, {text: outer}})
	for n := range 2 * step {
		front := strings.Repeat("-", n)
		for text, want := range map[string]string{outer: outer, outer[:len(outer)-1]: same, inner: inner, same: same} {
			if at, found := f.next(front+text+" "+inner, 0); found == nil || found.text != want || at != n {
				t.Errorf("%q behind %d bytes: %v at %d", text, n, found, at)
			}
			if at, found := f.next(front+text, n+1); found != nil && at <= n {
				t.Errorf("%q behind %d bytes, from the next on: %v at %d", text, n, found, at)
			}
		}
	}
}
