package gate

import (
	"strings"

	"github.com/oss403/oss403/internal/form"
)

// form returns where a form ends that the run text[i:end] begins or is, 0 if it is none: digits in
// hexadecimal as of a trace, a UUID, a ULID, a digest, a pod, a resource of a cloud.
func (m *scan) form(i, end int, seen class) int {
	t, n := m.text, end-i
	if at(t, end) == '+' || at(t, i-1) == '+' { // base64
		return 0
	}
	run, before := t[i:end], t[max(0, i-16):i]
	switch isHex, isSmall, hyphen := seen&notHex == 0, seen&capital == 0, strings.HasSuffix(before, "-"); {
	case len(t) >= i+lenUUID && form.IsUUID(t[i:i+lenUUID]) && folded[at(t, i+lenUUID)] == 0:
		return i + lenUUID
	case isHex && n == lenSHA256 && hasDigestName(before),
		isHex && (n == 16 || n == 24 || n == 32 || n == 33 && run[0] == 'c' || n < 32 && strings.HasPrefix(t[end:], "*") || seen == digit && n > minKey), // masked already
		run == "HMAC", // of OSS4-HMAC-SHA256
		n == 17 && run[0] == 'h' && strings.HasSuffix(before, "::") && lookAt(run[1:])&notHex == 0, // a function of Rust
		n <= 18 && strings.HasPrefix(run, "0x") && lookAt(run[2:])&notHex == 0,
		n == 26 && run[0] == '0' && seen&small == 0 && !strings.ContainsAny(run, "ILOU"),                                 // a ULID
		hyphen && isSmall && n >= 5 && n <= 10 && !strings.ContainsAny(run, "aeiou013") && (n == 5 || at(t, end) == '-'), // a pod of Kubernetes
		hyphen && isSmall && n >= 12 && n <= 22 && isResource(before[:len(before)-1]),
		n >= 20 && strings.HasPrefix(run, "iZ") && strings.ToLower(run[2:n-1]) == run[2:n-1]: // a host of ECS
		return end
	case isMD5(t[i:]) && hasDigestName(before):
		return i + lenMD5
	case run == "spm" && at(t, end) == '=': // of links of Alibaba Cloud's documentation
		return m.upTo(end+1, "._-")
	case strings.HasPrefix(run, "CAEQ") && strings.Contains(strings.ToLower(t[max(0, i-24):i]), "version"):
		return m.upTo(i, "._")
	case strings.HasPrefix(run, "ZN") && classes[at(run, 2)]&digit != 0 && strings.HasSuffix(before, "_"): // a symbol of C++ or Rust
		return m.upTo(i, "_.$")
	}
	if next := at(t, end); next != '.' && next != '-' || seen&capital != 0 || isHost(at(t, i-1)) {
		return 0
	}
	return m.hostEnd(i)
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

// maxLabel is how long a part of the name of a host is at most that is not of Alibaba Cloud, in bytes.
const maxLabel = 24

// hostEnd returns where the name of a host ends that begins at i, however odd its parts: three or more, the last one
// of letters. 0 if there is none.
func (m *scan) hostEnd(i int) int {
	end, label, long := i, i, 0
	for ; end < len(m.text) && isHost(m.text[end]); end++ {
		if folded[m.text[end]] == 0 {
			if KindOf(m.text[i:end]) != NotSecret { // cloud.secret-key=
				return 0
			}
			long, label = max(long, end-label), end+1
		}
	}
	m.steps += end - i
	host := strings.TrimRight(m.text[i:end], ".-")
	last := host[strings.LastIndexByte(host, '.')+1:]
	if strings.Count(host, ".") < 2 || strings.Trim(last, "abcdefghijklmnopqrstuvwxyz") != "" || KindOf(host) != NotSecret ||
		long > maxLabel && !strings.HasSuffix(host, ".aliyuncs.com") || end < len(m.text) && (folded[m.text[end]] != 0 || m.text[end] == '_') {
		return 0
	}
	return i + len(host)
}

// isHost says whether a byte may be one of the name of a host, in small letters.
func isHost(c byte) bool { return classes[c]&(small|digit) != 0 || c == '.' || c == '-' }

// lenMD5 is how long an MD5 is in base64, as Content-MD5 has it. No signature is as short.
const lenMD5 = 24

// isMD5 says whether a text begins with one, and its word has no more.
func isMD5(text string) bool {
	if len(text) < lenMD5 || text[lenMD5-2:lenMD5] != "==" || len(text) > lenMD5 && (folded[text[lenMD5]] != 0 || text[lenMD5] == '=') {
		return false
	}
	for i := range lenMD5 - 2 {
		if folded[text[i]] == 0 && text[i] != '+' && text[i] != '/' {
			return false
		}
	}
	return true
}

const (
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

// isResource says whether a text ends in what the IDs of instances, networks and disks begin with.
func isResource(before string) bool {
	const prefixes = " i d s m r pc lb nlb alb rm rg sg asg ami eip eni vpc vsw vtb vpn ngw cen snat snap virtio vol fs ecs epc ep ack key "
	start := len(before)
	for start > 0 && folded[before[start-1]] >= 'a' {
		start--
	}
	return strings.Contains(prefixes, " "+before[start:]+" ")
}

// longHex is how many hexadecimal digits are no trace ID nor a number any more.
const longHex = 33

// hasLongHex says whether there are as many in a run, in one case: a digest or a signature that a letter is
// glued to, as in 0x and in sig9f8e.
func hasLongHex(run string) bool {
	n, seen := 0, class(0)
	for i := 0; i < len(run) && len(run) >= longHex; i++ {
		k := classes[run[i]]
		if k&notHex != 0 || seen|k == small|capital|digit {
			n, seen = 0, 0
			continue
		}
		n++
		if seen |= k; n >= longHex && seen&digit != 0 && seen != digit {
			return true
		}
	}
	return false
}
