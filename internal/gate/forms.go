package gate

import "strings"

// form returns where a form ends that the run text[i:end] begins or is, 0 if it is none: digits in
// hexadecimal as of a trace, a UUID, a ULID, a digest, a pod, a resource of a cloud.
func (m *scan) form(i, end int, seen class) int {
	t, n := m.text, end-i
	run, before := t[i:end], t[max(0, i-16):i]
	switch isHex, isSmall, hyphen := seen&notHex == 0, seen&capital == 0, strings.HasSuffix(before, "-"); {
	case isHex && n == 8 && len(t) >= i+lenUUID && isUUID(t[i:i+lenUUID]) && (len(t) == i+lenUUID || folded[t[i+lenUUID]] == 0):
		return i + lenUUID
	case isHex && n == 64 && (m.mode == signed && i == m.line && end == len(t) || hasDigestName(before)),
		isHex && (n == 16 || n == 24 || n == 32 || n < 32 && strings.HasPrefix(t[end:], "*") || seen == digit && n > minKey), // masked already
		run == "HMAC", // of OSS4-HMAC-SHA256
		n > 2 && n <= 18 && run[:2] == "0x" && lookAt(run[2:])&notHex == 0,
		n == 26 && run[0] == '0' && seen&small == 0 && !strings.ContainsAny(run, "ILOU"),                                                // a ULID
		hyphen && isSmall && n >= 5 && n <= 10 && !strings.ContainsAny(run, "aeiou013") && (n == 5 || end+6 <= len(t) && t[end] == '-'), // a pod of Kubernetes
		hyphen && isSmall && n >= 15 && n <= 22 && isResource(before[:len(before)-1]),
		n >= 20 && n <= 23 && run[:2] == "iZ" && strings.ToLower(run[2:n-1]) == run[2:n-1]: // a host of ECS
		return end
	case m.mode == signed && (i == m.line || hasDigestName(before)) && isMD5(t[i:]):
		return i + lenMD5
	case n < minLetters && isSmall && strings.HasPrefix(t[end:], ".oss-"): // a bucket's host, however odd its name
		return hostEnd(t, end)
	}
	return 0
}

// hostEnd returns where the host of OSS ends whose bucket ends at i: .oss-cn-hangzhou-internal.aliyuncs.com. 0
// if it is none.
func hostEnd(t string, i int) int {
	const domain = ".aliyuncs.com"
	n := strings.Index(t[i:min(len(t), i+64)], domain)
	if n < 0 || strings.Trim(t[i:i+n], "abcdefghijklmnopqrstuvwxyz0123456789-.") != "" {
		return 0
	}
	if i += n + len(domain); i < len(t) && (folded[t[i]] != 0 || t[i] == '-') {
		return 0
	}
	return i
}

// lenMD5 is how long an MD5 is in base64, as Content-MD5 has it. No signature is as short.
const lenMD5 = 24

// isMD5 says whether a line of text begins with one, and has no more.
func isMD5(text string) bool {
	line, _, _ := strings.Cut(text[:min(len(text), lenMD5+1)], "\n")
	return len(line) == lenMD5 && strings.IndexByte(line, '=') == lenMD5-2 && line[lenMD5-1] == '='
}

const lenUUID = 36

func isUUID(s string) bool {
	for i := 0; i < len(s); i++ {
		if i == 8 || i == 13 || i == 18 || i == 23 {
			if s[i] != '-' {
				return false
			}
		} else if k := classes[s[i]]; k == 0 || k&notHex != 0 {
			return false
		}
	}
	return true
}

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
	const prefixes = " i d s m lb rm sg ami eip eni vpc vsw vtb ngw cen snap vol fs ecs epc ep ack "
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
