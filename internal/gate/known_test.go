package gate

import (
	"math/rand"
	"strings"
	"testing"
)

// TestKnown: what is known is hidden however it was given, whole and in parts, and no more than that.
func TestKnown(t *testing.T) {
	const secret, words = "k7Qw9ZxT3mPb5RnV", "test-security-token-value1"
	for _, test := range []struct{ secrets, text, want string }{
		{"abcde1", "an abcde1 b", "an **** b"}, {"abcd1", "an abcd1 b", "an abcd1 b"}, {" abcde1 ", "abcde1", Hidden}, {"abc+d1", "abc d1", "abc d1"},
		{"%61bcdefgh1", "abcdefgh1", Hidden}, {`\u0061bcdefgh1`, "abcdefgh1", Hidden}, {"&#97;bcdefgh1", "abcdefgh1", Hidden},
		{secret[:8], secret[:8], Hidden}, {secret, "x " + secret[8:] + " y", "x **** y"}, {secret, "x " + secret[9:] + " y", "x " + secret[9:] + " y"}, {secret, secret[:8] + " y", "**** y"},
		{"a-b-c1", "x a-b-c1 a-b-c1 y", "x **** **** y"}, {"swordfish", "a swordfish", "a ****"}, {"swordfish99", "a swordfish b", "a swordfish b"}, {"12345678k7Qw", "n 12345678 b", "n 12345678 b"}, {secret, "*" + secret[:4] + "*" + secret[4:8], "*" + secret[:4] + "*" + secret[4:8]},
		{words, "a security b", "a security b"}, {words, "test-security", "test-security"}, {words, "it is the security b", "it is the security b"}, {"test-securitytokening-1", "securitytokening", Hidden}, {"test-securitytokenin-1", "securitytokenin", "securitytokenin"}, {words, "xsecurityx", "x****x"}, {words, "a test security token b", "a **** b"}, {words, "test security token", Hidden},
		{"my-12345678-token", "a 12345678 b", "a 12345678 b"}, {"my-12345678-token", "a12345678b", "a12345678b"}, {"xqzkvjwp-security", "xqzkvjwp", Hidden}, {"hunter20-swordfish", "a hunter20", "a ****"}, {"swordfish|ssecurityx", "swordfish", Hidden}, {words, "security1 b", "****1 b"},
		{words + "|security", "a security b", "a **** b"}, {"a" + words, "atestsec", "atestsec"}, {words, "alue1 alue1", "alue1 alue1"}, {words, "secur.ity", "secur.ity"},
		{secret, "x %6b7Qw9ZxT3mPb5RnV y", "x **** y"}, {"abcdefghijklmn==", "x abcdefghijklmn y", "x **** y"},
		{"a-b-c1|" + secret, "x " + secret + " a-b-c1 y", "x **** **** y"}, {"a-b-c1|" + secret, "x a-b-c1 " + secret, "x **** ****"},
	} {
		var s Secrets
		for _, secret := range strings.Split(test.secrets, "|") {
			s.Add(secret)
		}
		if out := s.Name(test.text); out != test.want || s.In(test.text) != (out != test.text) {
			t.Errorf("%q are known: %q becomes %q, want %q", test.secrets, test.text, out, test.want)
		}
	}
}

// TestKnownID: of an AccessKey ID that is known the ends stay, of a part of it nothing.
func TestKnownID(t *testing.T) {
	var s Secrets
	s.AddID("LTAI5tQm8Zx2Lk9PbV4cRd7T")
	for text, want := range map[string]string{"LTAI5tQm8Zx2Lk9PbV4cRd7T:ab": "LTAI5t****Rd7T:ab", "LTAI5tQm8Zx2Lk9PbV4": Hidden, "x Lk9PbV4cRd7T y": "x **** y", "LTAI5tQm8Zx2Lk9PbV4cRd7-T": "LTAI5t****d7-T"} {
		if out := s.Text(text); out != want {
			t.Errorf("%q becomes %q, want %q", text, out, want)
		}
	}
}

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
