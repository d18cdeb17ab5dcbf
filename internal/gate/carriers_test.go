package gate

import (
	_ "embed"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"math/rand"
	"net/url"
	"strings"
	"testing"
)

// carrier is a text of testdata/carriers.txt, which says what stands in it.
type carrier struct {
	name, text string
	looks      bool // the secret is hidden only for its looks
}

//go:embed testdata/carriers.txt
var carriersText string

func readCarriers() (list []carrier) {
	for _, part := range strings.Split(carriersText, "\n## ")[1:] {
		name, text, _ := strings.Cut(part, "\n")
		list = append(list, carrier{strings.Trim(name, "[]"), strings.TrimSuffix(text, "\n"), name[0] == '['})
	}
	return list
}

// passwords are what people choose, and what a program chooses for them.
var passwords = []struct {
	name string
	make func(*rand.Rand) string
}{
	{"password of words", func(r *rand.Rand) string {
		words := [...]string{"hunter", "swordfish", "dragon", "monkey", "sunshine", "Nanjing", "Xiaoming", "welcome"}
		return fmt.Sprint(words[r.Intn(len(words))], words[r.Intn(len(words))], 10+r.Intn(2000))
	}},
	{"password", func(r *rand.Rand) string { return draw(r, base62, 15) + "7" }},
	{"password of letters and signs", func(r *rand.Rand) string {
		return draw(r, base62[:52], 6) + draw(r, "!#$^*", 1) + draw(r, base62[:52], 6)
	}},
	{"UUID", func(r *rand.Rand) string {
		s := draw(r, hexSet, 32)
		return s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
	}},
	{"password of small letters", func(r *rand.Rand) string { return draw(r, "abcdefghijklmnopqrstuvwxyz0123456789", 15) + "7" }},
}

// fill puts secrets into a carrier and returns all that must not be left, and the AccessKey ID.
func (c carrier) fill(r *rand.Rand, make func(*rand.Rand) string) (text string, secrets []string, id string) {
	secret, other, id := make(r), make(r), drawID(r)
	var pem []string
	for rest := drawBase64(r, 290); rest != ""; rest = rest[min(64, len(rest)):] {
		pem = append(pem, rest[:min(64, len(rest))])
	}
	values := []string{"$S", secret, "$T", other, "$U", url.QueryEscape(secret), "$W", url.QueryEscape(other), "$I", id, "$B", base64.StdEncoding.EncodeToString([]byte(secret)), "$P", secret[:min(15, len(secret))], "$J", id[:15],
		"$X", draw(r, hexSet, 128), "$K", strings.Join(pem, "\n"), "$L", strings.Join(pem, `\n`), "$H", fmt.Sprintf("% x", secret), "$D", hex.Dump([]byte("X-Oss-Security-Token: " + secret)), "$0", "\x00"}
	for i := 0; i < len(values); i += 2 {
		if !strings.Contains(c.text, values[i]) {
			continue
		}
		switch values[i] {
		case "$I", "$J", "$0":
		case "$K", "$L":
			secrets = append(secrets, pem...)
		case "$D":
			secrets = append(secrets, secret)
		case "$H":
			secrets = append(secrets, secret, strings.ReplaceAll(values[i+1], " ", ""))
		default:
			secrets = append(secrets, values[i+1])
		}
	}
	return strings.NewReplacer(values...).Replace(c.text), secrets, id
}

// TestNoLeakOfCarriers: wherever people and programs write a secret, alone, in a line and below one, it is hidden.
func TestNoLeakOfCarriers(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	rounds := 1
	if large() {
		rounds = 40
	}
	n, looked := 0, newSample()
	for range rounds {
		for _, c := range readCarriers() {
			makers := append(kinds[:len(kinds):len(kinds)], passwords...)
			if c.looks {
				makers = kinds
			}
			for _, k := range makers {
				if looked.n++; !looked.all && looked.n%3 != 0 {
					continue
				}
				text, secrets, id := c.fill(r, k.make)
				in := []string{"", "upload failed: ", "upload failed\n"}[r.Intn(3)] + text
				out := Redact(in)
				n++
				for _, secret := range secrets {
					leaks(t, c.name+", "+k.name, in, out, secret, id)
				}
				if again := Redact(out); again != out {
					t.Errorf("%s: %q\nbecomes %q\nand then %q", c.name, in, out, again)
				}
			}
		}
	}
	t.Log(n, "outputs")
}
