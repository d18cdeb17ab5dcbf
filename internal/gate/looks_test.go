package gate

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/oss403/oss403/internal/chars"
)

// TestLooks: what is shown of texts that are at the border of a rule, exactly.
func TestLooks(t *testing.T) {
	hex := func(n int) string { return strings.Repeat("9f86d081884c7d65", 5)[:n] }
	const k = "k7Qw9ZxT3mPb5RnV1cYd8LsH2fGj4A"
	var s Secrets
	for in, want := range map[string]string{
		// Tokens, JSON and padding in base64.
		"a CAIS" + strings.Repeat("a1B2", 9) + " b":  "a **** b",
		"x=eyJzZWNyZXQiOiJzd29yZGZpc2gifQ== b":       "x=**** b",
		"x=eyAiYSI6MX0sImI6Mn0= b":                   "x=eyAiYSI6MX0sImI6Mn0= b",
		"x=ewogICJzZWNyZXQiOiAic3dvcmRmaXNoIn0K b":   "x=**** b",
		"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.a-b_c": "****",
		"for gSLfVsnpAkRPv8zLXTjopS6enMw= b":         "for **** b",
		"x QNOh/yYAAhAKGwRlZJARUAAA= b":              "x **** b",
		"F/00v+w7MRHux/+E5M8=":                       "****", "at F/00v+w7MRHux/+E5M8= b": "at **** b", "hDsdQ6FKDXB/+ss=": "****", "Z1JhnGNKINCaSshO6ah%3Daud": "****%3Daud", `maxUploadPartSizeV2="10"`: `maxUploadPartSizeV2="10"`, "maxUploadPartSizeV2= 10": "maxUploadPartSizeV2= 10", "6pbcb9xeemIf7k1DjP7arAvggQ_==": "****_==",
		"-----BEGIN PRIVATE KEY-----\nabcd e\n": "-----BEGIN PRIVATE KEY-----\n**** e\n", "BEGIN PRIVATE KEY-----\nabcd e\n-----END PRIVATE KEY-----": "BEGIN PRIVATE KEY-----\n****\n-----END PRIVATE KEY-----",
		"-----BEGIN PRIVATE KEY-----\nabcd e\n-----END PRIVATE KEY-----": "-----BEGIN PRIVATE KEY-----\n****\n-----END PRIVATE KEY-----",
		// Stretches: what only + and / join to them, and blanks for +.
		"ftjwK/9/GGwXIJ7aP3Z/LK1zShSXx7caIC4rT5kA":      "****",
		"got KPfqGdxh z ZoJU GWab1amYvAk= back":         "got **** back",
		"97OU5HhWn7x55zD4 LHqe nKkps hFm/zfybheds":      "****/zfybheds",
		"value=k7Qw9ZxT3mPb5RnV1cYd8LsH2fGj4A":          "value=****",
		"k7Qw9ZxT3mPb5RnV1cYd8LsH2fGj4A/photos/2024":    "****/photos/2024",
		"see k7Qw9ZxT3mPb5RnV1cYd8LsH2fGj4A of it":      "see **** of it",
		"k7Qw9ZxT3mPb\n5RnV1cYd8LsH\n2fGj4A":            "****",
		"k7Qw9ZxT3mPb5RnV1c, k7Qw9ZxT3mPb5RnV1d":        "****, ****",
		"k7Qw9ZxT3mPb5RnV1c the words of k7Qw9ZxT3mPb5": "**** the words of ****",
		"qHvQXez3MWHl=J3miggMfK5VbsQ":                   "****=****", "QaetPaS/t74SA=": "****", "Ejhhsecret3Q==": "****",
		"bslUMEdIvzgZk": "****", "qxer8jcq459o": "****", "0efZSbyNabeshQk": "****", "a 461805785c26119a416aaf817d2c": "a 461805785c26119a416aaf817d2c", "a d8988b1e55b4520d769972540 b": "a d8988b1e55b4520d769972540 b", "mizwsn.4w20gu9toi2y": "mizwsn.4w20gu9toi2y", "yM PvVBEjXv\tzpaghv": "yM PvVBEjXv\tzpaghv", "cYOYKC6U\nPZUedv": "****",
		`-String "PytBSz/ccduvP75NV6GAWC2A8HQ=" -AsPlainText`: `-String "****" -AsPlainText`, "9JGtjCQdxL6IYyXQZO2>nm+`w+4d2J8hlp2Chvj2": "****>****", "nm8_rgxicl1_mp4l3p0nxbv4gg4mbopv7g.x2": "****", "m/ub/xec2iXFJwMFKxW0": "****", "91sqbqylb5qy": "****", "clphf52mk+xbwc": "****", strings.Repeat("k7Qw9ZxT3m/", maxPieces) + k: "****/****",
		// Forms, to their last character.
		"Content-MD5: 1B2M2Y8AsgTpgAmY7/hCf+==": "Content-MD5: 1B2M2Y8AsgTpgAmY7/hCf+==", "key123456789012345678901234567890abc": "****",
		"k7qw9zxt3mpb5rnv1cyd8lsh.example.com": "k7qw9zxt3mpb5rnv1cyd8lsh.example.com", "k7qw9zxt3mpb5rnv1cyd8lshx.example.com": "****.example.com", "a.k7qw9zxt3mpb5rnv1cyd8lsh.example.com": "a.k7qw9zxt3mpb5rnv1cyd8lsh.example.com", "a.k7qw9zxt3mpb5rnv1cyd8lsh2.example.com": "****.example.com",
		"k7qw9zxt3mpb5rnv1cyd8lshx.oss-cn-hangzhou.aliyuncs.com": "k7qw9zxt3mpb5rnv1cyd8lshx.oss-cn-hangzhou.aliyuncs.com", "k7qw9zxt3mpb5rnv.example.com=b": "****.example.com=b", "k7qw9zxt3mpb5rnv.example.com+b": "****.example.com+b", "k7qw9zxt3mpb5rnv.example.com@b": "****.example.com@b", "k7qw9zxt3mpb5rnv.Example": "****.Example",
		"vpc-bp1lq2xw3k8h": "vpc-bp1lq2xw3k8h", "vpc-bp1lq2xw3k8h2yv7fmyq9z": "vpc-bp1lq2xw3k8h2yv7fmyq9z", "vpc-bp1lq2xw3k8h2yv7fmyq9zxa": "vpc-bp1lq2xw3k8h2yv7fmyq9zxa", "vpc-bp1lq2xw3k8h2yv7fmyq9zxab": "****", "a2-bp1lq2xw3k8h2yv7fmyq": "****",
		// Bytes, one by one.
		strings.Repeat("20 ", 12) + "01 02 03 04": "****", strings.Repeat("61 ", 11) + "7f 01 02 03 04": strings.Repeat("61 ", 11) + "7f 01 02 03 04", strings.Repeat("126 ", 15) + "55": "****", strings.Repeat("126 ", 15) + "127": strings.Repeat("126 ", 15) + "127",
		strings.Repeat("61 ", 12) + "01 02 03 04": "****", strings.Repeat("61 ", 11) + "01 02 03 04 05": strings.Repeat("61 ", 11) + "01 02 03 04 05", strings.Repeat("107 ", 15) + "55": "****", strings.Repeat("107 ", 14) + "55": strings.Repeat("107 ", 14) + "55", strings.Repeat("61 ", 16) + "\n61 62 63 64": "**** \n****", strings.Repeat("61 ", 16) + "\n61 62 63": "**** \n61 62 63",
		"6b 37 51 77 39 5a 78 54 33 6d 50 62 35 52 6e 56 31": "****", "at 6b 37 51 77 39 5a 78 54 33 6d 50 62 35 52 6e 56  |k7Qw9ZxT3mPb5RnV| end": "at **** end",
		// Names and values.
		"密钥是swordfish，错了": "密钥是****，错了", "密钥a7gY6dqn": "密钥****", "**secret**: `627o<k6dx`": "**secret**: `****`", "setSecret( b'drag'": "setSecret( b'****'", "LTAI5tQm8Zx2Lk9PbV4cRd7T secret swordfish b": "LTAI5t****Rd7T secret **** b", `secret = "mk(swordfish9"`: `secret = "****"`, "AccessKeyId: default": "AccessKeyId: default", "AccessKeyId=abcdefghijklmnop": "AccessKeyId=ab****", "credential=LTAI5tQm8Zx2Lk9PbV4cRd7T/2026030/x/y/z": "credential=LTAI5t****Rd7T/2026030/x/y/z", "secret=\"a7gY6dqn\" -> \"b7gY6dqn\"": "secret=\"****\" -> \"****\"", "my_secret_abcdefghijklmnop=swordfish": "my_secret_abcdefghijklmnop=****", "my_secret_abcdefghijklmnopq=swordfish": "my_secret_abcdefghijklmnopq=swordfish", "secret_=swordfish": "secret_=****",
		"secret=k7Qw9ZxT3mPb5RnV1cYd 8LsH2fGj4A": "secret=****", `secret="k7Qw9ZxT3mPb5RnV1cYd" 8LsH2fGj4A`: `secret="****" 8LsH2fGj4A`, "secret=swordfish 8LsH2fGj4A": "secret=**** 8LsH2fGj4A", "secret obj99.field.get(x)": "secret obj99.field.get(x)",
		"flux --token swordfish b": "flux --token **** b", `#define OSS_SECRET "swordfish"`: `#define OSS_SECRET "****"`, `secret: {"value":"swordfish"}`: `secret: {"value":"****"}`, `public string Secret { get; set; } = "dujbi8huix0tpcj7";`: `public string Secret { get; set; } = "****";`,
		`[accessKeySecret:OSS\OssClient:private] => swordfish`: `[accessKeySecret:OSS\OssClient:private] => ****`,
		// Hexadecimal: numbers, digests, what is glued to one.
		hex(16): hex(16), hex(24): hex(24), hex(32): hex(32), hex(20): "****", hex(31): "****", hex(33): "****", hex(40): "****", hex(64): "****",
		"sha256:" + hex(64): "sha256:" + hex(64), "x" + hex(40): "****", "0x" + hex(16): "0x" + hex(16), "0x" + hex(40): "****", "c" + hex(32): "c" + hex(32), hex(20) + "****": hex(20) + "****",
		strings.Repeat("12345678", 6): strings.Repeat("12345678", 6),
		// What stands beside a secret, and is none.
		k + " 3472f9dc-fcfd-4e95-a712-efd7efa5f620": "**** 3472f9dc-fcfd-4e95-a712-efd7efa5f620", k + " 3472f9dc-fcfd-4e95-a712-efd7efa5f620 b": "**** 3472f9dc-fcfd-4e95-a712-efd7efa5f620 b", k + " upload-7d9f8b6c5d-x7k2p": "**** upload-7d9f8b6c5d-x7k2p",
		k + " i-bp1lq2xw3k8h2yv7fmyq": "**** i-bp1lq2xw3k8h2yv7fmyq", k + " iZbp1h2k9x7q3v5w8z1Z": "**** iZbp1h2k9x7q3v5w8z1Z", k + " 3472f9dc-fcfd-4e95-a712-efd7efa5f620A": "****", k + " up2-x7k2": "****", k + " iZbp1h2k9x7q3v5w8z1yZ": "**** iZbp1h2k9x7q3v5w8z1yZ", k + " a.b-c2d3e4.example.com": "**** a.b-c2d3e4.example.com",
		// AccessKey IDs, and what stands behind one.
		"LTAI5tQm8Zx2Lk9PbV4cRd7T": "LTAI5t****Rd7T", "STS.NUplantedMiddlePlanted7": "STS.NU****ted7", "TMP.3KgA9Qb7Xm2LzR8vNf4": "TMP.3K****vNf4", "TMP.directoryForUploads2024": "TMP.directoryForUploads2024", "AKIAIOSFODNN7EXAMPLE": "AK****", "LTAI5tQm8Zx2": "****", "sts.amazonaws.com": "sts.amazonaws.com",
		"LTAI5tQm8Zx2Lk9PbV4cRd7T:swordfish": "LTAI5t****Rd7T:****", "LTAI5tQm8Zx2Lk9PbV4cRd7T,swordfish": "LTAI5t****Rd7T,****", "'LTAI5tQm8Zx2Lk9PbV4cRd7T', 'swordfish'": "'LTAI5t****Rd7T', '****'", "LTAI5tQm8Zx2Lk9PbV4cRd7T: is wrong": "LTAI5t****Rd7T: is wrong",
		"| LTAI5tQm8Zx2Lk9PbV4cRd7T | swordfish |": "| LTAI5t****Rd7T | **** |", "LTAI5tQm8Zx2Lk9PbV4cRd7T,secret=x123": "LTAI5t****Rd7T,secret=****", "LTAI5tQm8Zx2Lk9PbV4cRd7T:ab": "LTAI5t****Rd7T:ab", "LTAI5tQm8Zx2Lk9PbV4cRd7T:abc": "LTAI5t****Rd7T:abc", "LTAI5tQm8Zx2Lk9PbV4cRd7T:swordfish@host": "LTAI5t****Rd7T:****",
		"Credential=LTAI5tQm8Zx2Lk9PbV4cRd7T/20260305/cn-hangzhou": "Credential=LTAI5t****Rd7T/20260305/cn-hangzhou",
		"LTAI5tQm8Zx2Lk9P": "LTAI5t****Lk9P", "a('LTAI5tRY0yCjDZu...', 'b')": "a('LT****...', 'b')", "a AKIAIOSFODNN7EXAMPLE b": "a AK**** b", "AKIBIOSFODNN7EXAMPLE": "****", "AKIAIOSFODNNXEXAMPLE": "AKIAIOSFODNNXEXAMPLE", "ltaiexampleexamplekey": "ltaiexampleexamplekey",
		"a('STS.NEOkHgtlHNR...', 'b')": "a('ST****...', 'b')", "ASIAIOSFODNN7EXAMPLE": "AS****", "LTAI5tQm8Zx2Lk9PbV4cRd7T:/photos/cat": "LTAI5t****Rd7T:/photos/cat", "LTAI5tQm8Zx2Lk9PbV4cRd7T:/btMQuQCeFCMB9": "LTAI5t****Rd7T:/****", "ID STS.NqU0dhO4u": "ID STS.NqU0dhO4u", "STS.NUplantedMid": "STS.NUplantedMid", "STS.NUplantedMi7": "STS.NU****dMi7",
		"LTAI5tQm8Zx2Lk9PbV4cRd7T::swordfish": "LTAI5t****Rd7T::****", "LTAI5tQm8Zx2Lk9PbV4cRd7T:word": "LTAI5t****Rd7T:****", "LTAI5tQm8Zx2Lk9PbV4cRd7T:k7Qw9ZxT3mPb5RnV1cYd 8LsH2fGj4A": "LTAI5t****Rd7T:****", "'LTAI5tQm8Zx2Lk9PbV4cRd7T':'k7Qw9ZxT3mPb5RnV1cYd' 8LsH2fGj4A": "'LTAI5t****Rd7T':'****' 8LsH2fGj4A",
		// Passwords of URLs, headers that fill a line.
		"https://user:word@host/": "https://user:****@host/", "https://user:w@rd@host/": "https://user:****@host/", "https://user@host:80/a@b": "https://user@host:80/a@b", "https://host/user:word@b": "https://host/user:word@b",
		"Authorization: Basic abc def\nb": "Authorization: ****\nb", "Cookie: a=b; c=" + strings.Repeat("ab", 10) + "; d": "Cookie: ****", "Cookie: a=b; c": "Cookie: ****", "Authorization: Bearer": "Authorization: ****", "Authorization: needed for it": "Authorization: needed for it",
		// Escapes.
		"secret%3Dswordfish": "secret%3D****", "secret%253Dswordfish": "secret%253D****", `secret\u003dswordfish`: `secret\u003d****`, `secret\u{3d}swordfish`: `secret\u{3d}****`, `secret\x3dswordfish`: `secret\x3d****`, `secret\075swordfish`: `secret\075****`, `secret\=swordfish`: `secret\=****`,
		`\u5bc6\u94a5=swordfish`: `\u5bc6\u94a5=****`, "%E5%AF%86%E9%92%A5=swordfish": "%E5%AF%86%E9%92%A5=****", `\345\257\206\351\222\245=swordfish`: `\345\257\206\351\222\245=****`, `secret=\"swordfish\"`: `secret=\"****\"`, `secret\u3dswordfish`: `secret\****`, "secret&#00000061;swordfish": "secret&#00000061;****",
		"secret&equals;swordfish": "secret&equals;****", "secret&#61;swordfish": "secret&#61;****", "secret&#x3d;swordfish": "secret&#x3d;****", "secret&#X3D;swordfish": "secret&#X3D;****", "secret=&quot;swordfish&quot;": "secret=&quot;****&quot;", "secret&colon;swordfish": "secret&colon;****", "&lt;secret&gt;swordfish&lt;": "&lt;secret&gt;****&lt;",
		"secret=&apos;swordfish&apos;": "secret=&apos;****&apos;", "secret=&nbsp;swordfish": "secret=****", "a=b&amp;secret=swordfish&amp;c": "a=b&amp;secret=****&amp;c", `{\"secret\":\"swordfish\"}`: `{\"secret\":\"****\"}`, `secret:\n swordfish99`: `secret:\n ****`, `secret\t=swordfish`: `secret\t=****`, "secret=3Dswordfish": "secret=3D****",
	} {
		for _, got := range []string{Redact(in), s.Text(in)} {
			if got != want {
				t.Errorf("%q\nbecomes %q\n   want %q", in, got, want)
			}
		}
	}
	for in, want := range map[string]string{"a-secret=swordfish": "a-secret=swordfish", "secret=k7Qw9ZxT3mPb5RnV1cYd": "secret=****", "LTAI5tQm8Zx2Lk9PbV4cRd7T.log": "LTAI5t****Rd7T.log", "k7Qw9ZxT3mPb5RnV1cYd8LsH2fGj4A": "k7Qw9ZxT3mPb5RnV1cYd8LsH2fGj4A", "eyJhIjoiYiJ9YWJjZGVm": "eyJhIjoiYiJ9YWJjZGVm", "eyJzZWNyZXQiOiJzd29yZGZpc2g5OXN3b3JkZmlzaCJ9": "****", "a-secret=Nanjingswordfish1546": "a-secret=****", "authKey: eMB0SqmQK": "authKey: ****", "secret=nXyx9sOq": "secret=****", "secret=nXyx9sO": "secret=nXyx9sO", "LTAI5tQm8Zx2Lk9PbV4cRd7T:swordfish": "LTAI5t****Rd7T:swordfish", "LTAI5tQm8Zx2Lk9PbV4cRd7T:swordfishswordfish99": "LTAI5t****Rd7T:****", "photos/ih5BTv5Zf+UBs2NA/fuCKr+PuR4=": "photos/ih5BTv5Zf+UBs2NA/fuCKr+PuR4=", "a\nsecret=swordfish": "a\nsecret=****",
		"CAIS" + strings.Repeat("a1B2", 9): "****", "CAIS" + strings.Repeat("a1B2", 8): "CAIS" + strings.Repeat("a1B2", 8), "CAIS" + strings.Repeat("abCd", 12): "CAIS" + strings.Repeat("abCd", 12), "CAISSE/2026/03/05/rapport/final/de/caisse": "CAISSE/2026/03/05/rapport/final/de/caisse"} {
		if got := s.Name(in); got != want {
			t.Errorf("the name %q\nbecomes %q\n   want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"GET\n1B2M2Y8AsgTpgAmY7PhCfg==\n\n/a": "GET\n1B2M2Y8AsgTpgAmY7PhCfg==\n\n/a", "/k7Qw9ZxT3mPb5RnV1cYd8LsH2fGj4A": "/k7Qw9ZxT3mPb5RnV1cYd8LsH2fGj4A", "/a?k7Qw9ZxT3mPb5RnV1cYd8LsH2fGj4A": "/a?****", "a\n" + hex(64): "a\n" + hex(64), hex(64) + "\na": "****\na", "x-oss-security-token:\nx-oss-user:a": "x-oss-security-token:\nx-oss-user:a",
		"a\neyJleHBpcmF0aW9uIjoiMjAzMC0wMS0wMSIsImNvbmRpdGlvbnMiOltdfQ==": "a\neyJleHBpcmF0aW9uIjoiMjAzMC0wMS0wMSIsImNvbmRpdGlvbnMiOltdfQ==", "a\neyJjb25kaXRpb25zIjpbeyJ4LW9zcy1zZWN1cml0eS10b2tlbiI6InN3b3JkZmlzaDk5In1dfQ==": "a\n****", "a\neyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.a-b_c": "a\n****"} {
		if got := s.Signed(in); got != want {
			t.Errorf("what was signed %q\nbecomes %q\n   want %q", in, got, want)
		}
	}
	for _, text := range []string{"684B00C0FFEE00C0FFEE0403", "684B00C0FFEE0040", "0123456789abcdef0123456789abcdef", "0002-00000040", "examplebucket.oss-cn-hangzhou.aliyuncs.com", "AccessDenied", "abc", "a_b-c.d", "2026-03-05"} {
		if !s.isHarmless(text, free) {
			t.Errorf("%q takes a whole look", text)
		}
	}
	whole := strings.Repeat(", it", chars.MaxText/4) // what is longer was cut, perhaps in a secret
	for in, want := range map[string]string{whole: whole, whole + "b": whole[:chars.MaxText-MaxToken], k + whole: Hidden + whole[:chars.MaxText-MaxToken-len(k)]} {
		if got := s.Text(in); got != want {
			t.Errorf("of %d bytes %d are left, want %d", len(in), len(got), len(want))
		}
	}
	nested := "{\"a\": 1}" // in base64, as often as it is looked into, and once more
	for depth := range 4 {
		nested = base64.StdEncoding.EncodeToString([]byte(nested))
		if got := s.Signed(nested); got != nested && depth < 3 || depth == 3 && got != Hidden {
			t.Errorf("%d times in base64 %q becomes %q", depth+1, nested, got)
		}
		nested = "{\"a\": \"" + nested + "\"}"
	}
	for in, want := range map[string]string{"": "", "LTAI5tQm8Zx2Lk9PbV4cRd7T": "LTAI5t****Rd7T", "LTAI5t****Rd7T": "LTAI5t****Rd7T", "LTAI5tQ****Rd7T": "****", "LTAI5t****Rd7T1": "****", "swordfish": "sw****", "swordfi": "****", "sword fish": "****", "swordfis": "sw****", "LTAI5tQm8Zx2Lk9P": "LTAI5t****Lk9P", "LTAI5tQm8Zx2Lk9": "LT****", "STS.NUplantedMiddle": "STS.NU****ddle"} {
		if got := ID(in); got != want {
			t.Errorf("the ID %q becomes %q, want %q", in, got, want)
		}
	}
	long := strings.Repeat("a ", MaxToken)
	for in, want := range map[string]string{"secret=swordfish": "secret=****", "a secret=swordfish b and more": "a secret=**** b …", long: strings.Repeat("a ", 8) + "…"} {
		if got := s.UpTo(in, 19); got != want && !(in == long && strings.HasPrefix(got, "a a ") && strings.HasSuffix(got, "…") && len(got) <= 19) {
			t.Errorf("of %.20q UpTo is %q, want %q", in, got, want)
		}
	}
}
