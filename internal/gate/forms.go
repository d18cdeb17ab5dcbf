package gate

import (
	"encoding/base64"
	"strings"

	"github.com/oss403/oss403/internal/form"
)

// form returns where a form ends that the run text[i:end] begins or is, 0 if it is none: digits in
// hexadecimal as of a trace, a UUID, a ULID, a digest, the name of a host.
func (m *scan) form(i, end int, seen class) int {
	t, n := m.text, end-i
	if at(t, end) == '+' || at(t, i-1) == '+' { // base64
		return 0
	}
	run, before := t[i:end], t[max(0, i-16):i]
	switch isHex := seen&notHex == 0; {
	case len(t) >= i+lenUUID && form.IsUUID(t[i:i+lenUUID]) && folded[at(t, i+lenUUID)] == 0:
		return i + lenUUID
	case isHex && n == lenSHA256 && hasDigestName(before),
		isHex && (n == lenTrace || n == 24 || n == 32 || n == 33 && run[0] == 'c' || n < 32 && strings.HasPrefix(t[end:], "*") || seen == digit && n > minKey), // masked already
		run == "HMAC", // of OSS4-HMAC-SHA256
		n == 17 && run[0] == 'h' && strings.HasSuffix(before, "::") && lookAt(run[1:])&notHex == 0, // a function of Rust
		n <= 18 && strings.HasPrefix(run, "0x") && lookAt(run[2:])&notHex == 0,
		n == 26 && run[0] == '0' && seen&small == 0 && !strings.ContainsAny(run, "ILOU"),     // a ULID
		n >= 20 && strings.HasPrefix(run, "iZ") && strings.ToLower(run[2:n-1]) == run[2:n-1]: // a host of ECS
		return end
	case len(t) >= i+lenMD5 && t[i+lenMD5-2:i+lenMD5] == "==" && hasDigestName(before) && isMD5(t[i:i+lenMD5]):
		return i + lenMD5
	case run == "spm" && at(t, end) == '=': // of links of Alibaba Cloud's documentation
		return m.upTo(end+1, "._-")
	case strings.HasPrefix(run, "CAEQ") && strings.Contains(strings.ToLower(t[max(0, i-24):i]), "version"):
		return m.upTo(i, "._")
	case strings.HasPrefix(run, "ZN") && classes[at(run, 2)]&digit != 0 && strings.HasSuffix(before, "_") && folded[at(t, i-2)] == 0: // a symbol of C++ or Rust
		return m.upTo(i, "_.$")
	}
	if seen&capital != 0 || strings.IndexByte(nameSigns, at(t, end)) < 0 {
		return 0
	}
	return m.nameEnd(i)
}

// nameSigns join the parts of a name.
const nameSigns = "._-"

// maxPart is how long a part of an odd name is at most that is not of Alibaba Cloud, in bytes.
const maxPart = 24

// nameEnd returns where the name of a host, a pod, an instance or the like ends that begins at i: small letters and
// digits in parts, one of letters only. 0 if there is none.
func (m *scan) nameEnd(i int) int {
	if c := at(m.text, i-1); folded[c] != 0 || strings.IndexByte(nameSigns, c) >= 0 {
		return 0
	}
	end := m.upTo(i, nameSigns)
	name := strings.TrimRight(m.text[i:end], nameSigns)
	long, hasWord, next := 0, false, 0
	for rest := name; rest != ""; rest = strings.TrimLeft(rest[next:], nameSigns) {
		if next = strings.IndexAny(rest, nameSigns); next < 0 {
			next = len(rest)
		}
		if part := len(name) - len(rest) + next; KindOf(name[:part]) != NotSecret || endsToken(name[:min(len(name), part+1)]) { // cloud.secret-key=, ghp_
			return 0
		}
		long, hasWord = max(long, next), hasWord || lookAt(rest[:next])&digit == 0
	}
	if !hasWord || lookAt(name)&capital != 0 || long > maxPart && !strings.HasSuffix(name, ".aliyuncs.com") || strings.IndexByte("+=~%@", at(m.text, end)) >= 0 {
		return 0
	}
	return i + len(name)
}

// upTo returns where letters, digits and a few signs end.
func (m *scan) upTo(i int, signs string) int {
	start := i
	for i < len(m.text) && (folded[m.text[i]] != 0 || strings.IndexByte(signs, m.text[i]) >= 0) {
		i++
	}
	m.steps += i - start
	return i
}

// isMD5 says whether a text is one in base64, as Content-MD5 has it. No signature is as short.
func isMD5(text string) bool {
	sum, err := base64.StdEncoding.DecodeString(text)
	return err == nil && len(sum) == 16
}

// How long they are, in base64 or hexadecimal.
const (
	lenTrace  = 16
	lenMD5    = 24
	lenUUID   = 36
	lenSHA256 = 64
)

// hasDigestName says whether the digits behind a text are a digest, of an image for one, or a host.
func hasDigestName(before string) bool {
	before = strings.ToLower(before)
	for _, n := range [...]string{"sha256", "md5", "hash", "digest", "host", "docker://", "containerd://", "哈希", "域名"} {
		if strings.Contains(before, n) {
			return true
		}
	}
	return false
}

// longHex is how many hexadecimal digits are no trace ID nor a number any more.
const longHex = 33

// hasLongHex says whether a run is a digest or a signature in hexadecimal that a few letters are glued to perhaps, as in
// 0x and in sig9f8e.
func hasLongHex(run string) bool {
	hex, digits, n := 0, 0, len(run)
	for i := 0; i < n && n >= longHex; i++ {
		switch k := classes[run[i]]; {
		case k == digit:
			hex, digits = hex+1, digits+1
		case k&notHex == 0:
			hex++
		}
	}
	return hex*8 > n*7 && digits*4 > n && digits*8 < n*7
}
