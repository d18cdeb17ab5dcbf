package gate

import (
	"math/rand"
	"strings"
	"testing"
)

// FuzzText: nothing panics, what is known does not come out, and what came out passes again unchanged.
func FuzzText(f *testing.F) {
	for _, c := range carriers {
		f.Add(c, "k7Qw9ZxT3mPb5RnV1cYd8LsH2fGj4A")
	}
	for _, text := range []string{"Signature=abcdef", "%2525", `\u0041`, "&#x41;", "eyJhIjoiYiJ9", "LTAI5tExampleExampleKey1", "=3D\n", "密钥为", "<key>a</key>", "['", "secret: [a", "Cookie: a", "-i a -k b -t c"} {
		f.Add(text, "secret-value-1")
		f.Add(strings.ReplaceAll(text, " ", "-"), "secret")
	}
	f.Fuzz(func(t *testing.T, text, secret string) {
		var s Secrets
		s.Add(secret)
		for name, gate := range map[string]func(string) string{"Text": s.Text, "Name": s.Name, "Signed": s.Signed, "Redact": Redact} {
			out := gate(text)
			if again := gate(out); again != out {
				t.Errorf("%s: %q\nbecomes %q\nand then %q", name, text, out, again)
			}
			if name != "Redact" && s.In(out) {
				t.Errorf("%s of %q shows a part of %q: %q", name, text, secret, out)
			}
		}
		if out := s.search(text, free); s.isHarmless(text, free) && out != text {
			t.Errorf("%q seems harmless, and becomes %q", text, out)
		}
		if out := s.UpTo(text, 20); len(out) > 20 {
			t.Errorf("UpTo: %q", out)
		}
	})
}

// hostile texts are made to cost time.
var hostile = map[string]string{
	"a word": "x", "digits": "0123456789", "base64": "aB3+/", "AccessKey IDs": "LTAI5tExampleExampleKey1 ", "names": "Signature=", "names and blanks": "token ", "colons": "secret:", "quotes": `secret="`, "other quotes": `secret='a" `,
	"brackets": "secret: [", "braces": "secret: {", "cookies": "cookie:a ", "tags": "<secret>", "tags that close": "</secret>", "open tags": "secret <", "percent": "%25", "backslashes": `\`, "references": "&#", "escapes": `\u0041`,
	"equals": "=3D", "JSON in base64": "eyJh", "tokens": "CAISa", "hexadecimal": "0123456789abcdef\n", "cells": "|token ", "cells without end": "token|", "line breaks": "token:\n", "blanks": " ", "Chinese": "密钥", "Chinese values": "密钥为", "flags": " -k", "commas": `"token", `,
	"JSON web tokens": "eyJhIjoiYiJ9.", "IDs with secrets": "LTAI5tExampleExampleKey1:", "qualifiers": "secret_a_", "names in names": "secretsecret", "metadata": "x-oss-meta-",
	"calls": "secret(", "short calls": "sk(", "calls in calls": "secret(token(", "calls with words": "secret(a", "calls with dots": "sk(a.", "escaped calls": "%28secret", "calls of IDs": "ak(", "types": "secret=Some(", "operators": "sk: string = ", "new": "secret=new ", "stars": "sk(*", "keys in PEM": "-----BEGIN PRIVATE KEY-----", "hosts": "a.b-", "hosts that end": "a.com ", "links": "spm=", "bytes": "6b ", "pairs of bytes": "6b37 ", "bytes of C": "0x6b, ", "decimals": "107 ", "bytes that are none": "6b 01 02 ", "hyphens in bytes": "6b-a:",
}

// TestHostile: the work grows as the text does, however it was made: so many bytes are looked at for
// each of it at most, escapes undone before.
func TestHostile(t *testing.T) {
	const most = 24
	sizes := []int{1 << 12, 1 << 14}
	if large() {
		sizes = append(sizes, 1<<16)
	}
	var s Secrets
	s.Add("k7Qw9ZxT3mPb5RnV1cYd8LsH2fGj4A")
	for what, unit := range hostile {
		for _, end := range []string{"", `"`, "}"} {
			for _, size := range sizes {
				text := strings.Repeat(unit, size/len(unit)) + end
				for _, as := range []mode{free, name} {
					m := scan{plain: plainText(text), secrets: &s, mode: as}
					if m.runs(); m.steps > most*len(text) {
						t.Errorf("%s: %d bytes are looked at for each of %d", what, m.steps/len(text), len(text))
					}
				}
			}
		}
	}
}

func BenchmarkHostile(b *testing.B) {
	var s Secrets
	s.Add("k7Qw9ZxT3mPb5RnV1cYd8LsH2fGj4A")
	for what, unit := range hostile {
		text := strings.Repeat(unit, 1<<18/len(unit))
		for as, mode := range map[string]mode{"": free, ", a name": name} {
			b.Run(what+as, func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for range b.N {
					s.search(text, mode)
				}
			})
		}
	}
}

func BenchmarkText(b *testing.B) {
	var known Secrets
	r := rand.New(rand.NewSource(1))
	known.Add(kinds[2].make(r))
	known.AddID("LTAI5tQm8Zx2Lk9PbV4cRd7T")
	for name, text := range map[string]string{
		"fact": "684B00C0FFEE00C0FFEE0403", "host": "examplebucket.oss-cn-hangzhou.aliyuncs.com",
		"message": "You have no right to access this object because of bucket acl, ask the owner of examplebucket for it.",
		"secret":  "upload failed: AccessKeySecret=k7Qw9ZxT3mPb5RnV1cYd8LsH2fGj4A, ask the owner of examplebucket for help",
	} {
		for _, with := range []struct {
			name string
			s    *Secrets
		}{{"", new(Secrets)}, {", secrets known", &known}} {
			b.Run(name+with.name, func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(len(text)))
				for range b.N {
					with.s.Text(text)
				}
			})
		}
	}
}
