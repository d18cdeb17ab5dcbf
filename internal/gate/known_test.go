package gate

import (
	"math/rand"
	"testing"
)

// TestGlance: what a glance lets pass, the whole look lets pass too, wherever a part of a secret stands
// and whatever stands between its letters.
func TestGlance(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	const between = "+/=-_. \n\"'"
	spread := func(s string) string { // the same letters, other things between them
		var b []byte
		for i := range len(s) {
			if folded[s[i]] == 0 {
				continue
			}
			for r.Intn(6) == 0 {
				b = append(b, between[r.Intn(len(between))])
			}
			b = append(b, s[i])
		}
		return string(b)
	}
	held := 0
	for range 20_000 {
		var s Secrets
		secret := draw(r, base62+"+/+/", 8+r.Intn(60))
		s.Add(draw(r, base62, 40))
		s.Add(secret)
		from := r.Intn(len(secret))
		part := secret[from:min(len(secret), from+8+r.Intn(16))]
		text := draw(r, "abcdefgh.", r.Intn(40)) + " " + spread(part) + " " + draw(r, base62, r.Intn(9))
		if i, _ := s.index().find(text, 0); i >= 0 {
			if held++; !s.mayHold(text) {
				t.Fatalf("%q holds a part of %q", text, secret)
			}
		}
	}
	if held < 10_000 {
		t.Errorf("only %d texts held a part", held)
	}
	var s Secrets
	s.Add(draw(r, base62, 60))
	if s.mayHold("mybucket.oss-cn-hangzhou.aliyuncs.com oss:PutObject") {
		t.Error("an endpoint takes a whole look")
	}
}
