package gate

import (
	"encoding/hex"
	"fmt"
	"math/rand"
	"strings"
	"testing"
)

// byByte writes each byte of a text by a verb of fmt.
func byByte(verb, between string) func(string) string {
	return func(s string) string {
		parts := make([]string, len(s))
		for i := range parts {
			parts[i] = fmt.Sprintf(verb, s[i])
		}
		return strings.Join(parts, between)
	}
}

// xxd is what the command xxd writes.
func xxd(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i += 16 {
		line := s[i:min(len(s), i+16)]
		fmt.Fprintf(&b, "%08x: ", i)
		for k := 0; k < len(line); k += 2 {
			fmt.Fprintf(&b, "%x ", line[k:min(len(line), k+2)])
		}
		b.WriteString(" " + line + "\n")
	}
	return b.String()
}

// TestBytes: a secret that is written byte by byte is hidden, and what looks so is not.
func TestBytes(t *testing.T) {
	spellings := []func(string) string{byByte("%02x", " "), byByte("%02X", " "), byByte("%02x", ":"), byByte("%02X", "-"), byByte("%02x", ","), byByte("0x%02x", ", "), byByte("0x%02x", ",\n\t"), byByte("%d", " "), byByte("%d", ", ")}
	dumps := append(spellings, xxd, func(s string) string { return hex.Dump([]byte("GET / HTTP/1.1\r\nX-Token: " + s)) },
		func(s string) string { return strings.ReplaceAll(hex.Dump([]byte(s)), "\n", " ") })
	r := rand.New(rand.NewSource(1))
	for _, k := range kinds {
		for i, dump := range dumps {
			secret := k.make(r)
			in := "secret of the request: " + dump(secret) + "\nend"
			out := Redact(in)
			leaks(t, k.name, in, out, secret, "")
			for from := 0; from+8 <= len(secret); from++ {
				for _, spelling := range spellings {
					if part := spelling(secret[from : from+8]); strings.Contains(out, part) {
						t.Fatalf("%d, %s: %q is left\n of %q\n in %q", i, k.name, part, in, out)
					}
				}
			}
			if i < len(spellings) && out != "secret of the request: ****\nend" {
				t.Errorf("%q becomes %q", in, out)
			}
		}
	}
	for _, text := range []string{
		"link/ether 00:16:3e:0a:1b:2c brd ff:ff:ff:ff:ff:ff", "fe80:0000:0000:0000:0216:3eff:fe0a:1b2c and 2001:0db8:85a3:0000:0000:8a2e:0370:7334", "wwn 50:06:01:60:3b:de:08:12",
		"SHA1 Fingerprint=3E:9A:C7:8B:1D:E4:F0:92:A6:5C:0B:D7:88:91:FE:A4:C2:13:99:E0", "10 20 30 40 50 60 70 80 90 10 20 30 40 50 60 70 80 90", "[1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18]",
		"132 145 150 127 139 141 128 133 150 146 139 127 145 133 128 141 132", "12:30:45 12:30:46 12:30:47 12:30:48", "p50, p75, p90, p95, p99", "2024-01-31 23-59-59", "[120 240 360 480 600 720 840 960 80 81 82 83 84 85 86 87]",
	} {
		if out := Redact(text); out != text {
			t.Errorf("%q becomes %q", text, out)
		}
	}
}
