package gate

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"math/rand"
	"mime/quotedprintable"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"
)

// A generator puts secrets of all kinds into all that people paste around an error, in every dress,
// and looks for what is left of them.

// large says whether to look at all of what the generator makes, as .ci/run does: more than 200,000 outputs.
// Not in a variable of the package: go test would not know that its result depends on it.
func large() bool { return os.Getenv("OSS403_LARGE") != "" }

// sample takes one in eleven, unless all are asked for. That is not the same dress each time.
type sample struct {
	n   int
	all bool
}

func newSample() *sample { return &sample{all: large()} }

func (s *sample) take() bool {
	s.n++
	return s.all || s.n%11 == 0
}

const (
	base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	hexSet = "0123456789abcdef"
)

func draw(r *rand.Rand, set string, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = set[r.Intn(len(set))]
	}
	return string(b)
}

func drawBase64(r *rand.Rand, bytes int) string {
	b := make([]byte, bytes)
	for i := range b {
		b[i] = byte(r.Intn(256))
	}
	return base64.StdEncoding.EncodeToString(b)
}

// kinds are the secrets that can be told by their looks.
var kinds = []struct {
	name string
	make func(*rand.Rand) string
}{
	{"AccessKey secret", func(r *rand.Rand) string { return draw(r, base62, 30) }},
	{"AWS secret", func(r *rand.Rand) string { return draw(r, base62+"+/", 40) }},
	{"STS token", func(r *rand.Rand) string {
		return "CAIS" + drawBase64(r, 100+r.Intn(400))
	}},
	{"V1 signature", func(r *rand.Rand) string { return drawBase64(r, 20) }},
	{"V2 signature", func(r *rand.Rand) string { return drawBase64(r, 32) }},
	{"V4 signature", func(r *rand.Rand) string { return draw(r, hexSet, 64) }},
	{"diagnostic message", func(r *rand.Rand) string { return "AQIBIAAAA" + drawBase64(r, 90) }},
	{"JSON web token", func(r *rand.Rand) string {
		url := base64.RawURLEncoding
		return url.EncodeToString([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." + url.EncodeToString([]byte(`{"sub":"`+draw(r, base62, 9)+`"}`)) + "." + url.EncodeToString([]byte(draw(r, base62, 32)))
	}},
}

// carriers are what people paste: $S the secret, $I an AccessKey ID in front of it.
var carriers = []string{
	"<access-key-secret>$S</access-key-secret>", `<add key="AccessKeySecret" value="$S" />`, "<property><name>fs.oss.accessKeySecret</name><value>$S</value></property>", "-Dfs.oss.accessKeySecret=$S",
	"--access_key_secret '$S'", "accessKeySecret->$S", `let secret: &str = "$S";`, `private static final String ACCESS_KEY_SECRET = "$S";`, `#define OSS_SECRET "$S"`, "$config['accessKeySecret'] = \"$S\";",
	"$env:OSS_ACCESS_KEY_SECRET = \"$S\"", "setx OSS_ACCESS_KEY_SECRET \"$S\"", "ENV OSS_ACCESS_KEY_SECRET $S", `new OSSClient(endpoint, "$I", "$S")`, "AK/SK: $I/$S", "AK $I SK $S", "$I\n$S", "$I\t$S", "mysql://root:$S@host/db",
	"secret <- \"$S\"", "SECRET ?= $S", "secret\u00a0=\u00a0$S", "token: <$S>", "(token . \"$S\")", "AccessKeySecret（$S）", "AccessKeySecret......: $S", "Secret：「$S」", "AccessKeySecret,$S", "SecurityToken\t$S",
	"AccessKey Secret: $S", "access_secret: $S", "OSS_KEY_SECRET=$S", "SK=$S", `accessKeySecret := "$S"`, `os.environ['OSS_ACCESS_KEY_SECRET'] = '$S'`,
	`client.setAccessKeySecret("$S");`, "Array\n(\n    [AccessKeySecret] => $S\n)", `["AccessKeySecret"]=>` + "\n" + `  string(30) "$S"`, "name: OSS_ACCESS_KEY_SECRET, value: $S",
	"- name: OSS_ACCESS_KEY_SECRET\n  value: $S\n", "accessKeySecret: |-\n    $S\n", "| AccessKeySecret | $S |", "| AccessKeyId | $I |\n| AccessKeySecret | `$S` |", "AccessKeySecret is $S",
	"ossutil ls -i $I -k $S -t x", "ossutil ls oss://b -i $I -k x -t $S", "oss2.Auth('$I', '$S')", `oss.New("oss-cn-hangzhou.aliyuncs.com", "$I", "$S")`, "bucket:$I:$S", "$I,$S",
	"AccessKey ID,AccessKey Secret\r\n$I,$S\r\n", "AccessKeySecret为$S，请检查", "密钥：$S", "我的密钥是$S。", `curl https://b.oss-cn-hangzhou.aliyuncs.com/k\?security-token\=$S\&x=y`, `secret: Some("$S")`,
	`accessKeySecret: string = "$S"`, "OSS_ACCESS_KEY_SECRET_PROD=$S", `{"AccessKeySecret":{"value":"$S"}}`, "<key>AccessKeySecret</key><string>$S</string>", "<key>AccessKeySecret</key>\n\t<string>$S</string>",
	"AccessKeySecret:\n$S\n", "my AccessKeySecret\n$S\nwhat is wrong?", "echo $S end", "$S", "got <$S> back", "https://$I:$S@host/path", "https://example.com/k?sig=$S&x=y", "Authorization: Bearer $S",
	"Authorization: OSS $I:$S", `"Authorization": ["OSS $I:$S"]`, "Authorization: OSS4-HMAC-SHA256 Credential=$I/20260305/cn-hangzhou/oss/aliyun_v4_request,Signature=$S", "map[X-Oss-Security-Token:[$S] X-B:[c]]",
	`http.Header{"X-Oss-Security-Token":[]string{"a", "$S"}}`, `{name="Signature" value="$S"}`, "Content-Disposition: form-data; name=\"Signature\"\r\n\r\n$S\r\n--", "Cookie: session=$S; a=b",
	"token $S expired", "签名$S不对", "value=$S", "/tmp/$S/x", "a/b/$S", "user:$S@host", "x-oss-security-token:$S", "Credentials(access_key_id='$I', access_key_secret='$S')", "secret_key = $S # prod",
	`export ALIBABA_CLOUD_ACCESS_KEY_SECRET="$S"`, "spring.cloud.alicloud.secret-key=$S", "  secretKey: !!str $S", "(setq oss-secret \"$S\")", "SecretString(\"$S\")", "&{AccessKeySecret:$S}", "AccessKeySecret=>$S",
}

// Names, operators and quotes, of which the generator makes more carriers. What they make is hidden
// even if it looks like a word.
var (
	names = []string{"AccessKeySecret", "accessKeySecret", "access_key_secret", "ACCESS_KEY_SECRET", "OSS-Secret", "secret", "SecretKey", "aws_secret_access_key", "client_secret", "securityToken",
		"x-oss-security-token", "X-Amz-Security-Token", "STS_TOKEN", "password", "DB_PASSWORD", "api_key", "OSS_SECRET_PROD", "secret_2", "private-key", "sessionToken", "AccessKeySecretTest"}
	operators = []string{"=", " = ", ":", ": ", " := ", "=>", " => ", " -> ", "：", " ：", "\t=\t", ":\t", "=  ", " == ", " <- ", " ?= ", "->"}
	foreign   = []string{"密钥", "访问密钥", "秘钥", "密码", "数据库口令", "令牌"}
	joints    = []string{"：", ":", "为", "是", "=", " = ", "： "}
	quotes    = []string{"$S", `"$S"`, "'$S'", "`$S`", `\"$S\"`, "b'$S'", `Some("$S")`, `String::from("$S")`, `new SecureString("$S")`, `["$S"]`, `{"value": "$S"}`, `{"S": "$S"}`, "**$S**", `(string) "$S"`, `(string) (len=30) "$S"`,
		"&#34;$S&#34;", "%22$S%22", "<![CDATA[$S]]>", `pulumi.String("$S")`, `to.Ptr("$S")`, `&"$S"`, "「$S」", `@"$S"`}
	endings = []string{"", "\n", " ", ",", ";", ")", "}", "\"", "&x=y", "\nnext: line"}
	words   = []string{"hunter", "swordfish", "Tr0ub4dor", "correcthorsebatterystaple", "P@ssw0rd!", "letmein123"}
)

// dresses are what happens to a text on its way.
var dresses = []struct {
	name  string
	dress func(string) string
	known bool // only what is known is found in it, if it is no long token
}{
	{"as it is", func(s string) string { return s }, false},
	{"in a query", url.QueryEscape, false},
	{"in a query twice", func(s string) string { return url.QueryEscape(url.QueryEscape(s)) }, false},
	{"in a query five times", func(s string) string {
		for range 5 {
			s = url.QueryEscape(s)
		}
		return s
	}, false},
	{"percent, all of it", func(s string) string {
		var b strings.Builder
		for i := 0; i < len(s); i++ {
			fmt.Fprintf(&b, "%%%02x", s[i])
		}
		return b.String()
	}, false},
	{"in JSON", quoteJSON, false},
	{"in JSON in JSON", func(s string) string { return quoteJSON(quoteJSON(s)) }, false},
	{"in Go", func(s string) string { return strings.Trim(fmt.Sprintf("%q", s), `"`) }, false},
	{"in ASCII", func(s string) string { return strings.Trim(fmt.Sprintf("%+q", s), `"`) }, false},
	{"by code points", func(s string) string {
		var b strings.Builder
		for _, r := range s {
			fmt.Fprintf(&b, `\u%04x`, r)
		}
		return b.String()
	}, false},
	{"in HTML", html.EscapeString, false},
	{"by references", func(s string) string {
		var b strings.Builder
		for _, r := range s {
			fmt.Fprintf(&b, "&#%d;", r)
		}
		return b.String()
	}, false},
	{"slashes escaped", func(s string) string { return strings.ReplaceAll(s, "/", `\/`) }, false},
	{"for a shell", func(s string) string {
		return regexp.MustCompile(`[!-,:-@\[-^{-~/]`).ReplaceAllString(s, `\$0`)
	}, false},
	{"+ as a blank", func(s string) string { return strings.ReplaceAll(s, "+", " ") }, true},
	{"without =", func(s string) string { return strings.ReplaceAll(s, "=", "") }, true},
	{"base64url", func(s string) string { return strings.NewReplacer("+", "-", "/", "_").Replace(s) }, false},
	{"in small letters", strings.ToLower, true},
	{"in capitals", strings.ToUpper, true},
	{"folded", func(s string) string { return fold(s, 40, "\n ") }, true},
	{"split by quotes", func(s string) string { return fold(s, 25, `" + "`) }, true},
	{"split by line breaks", func(s string) string { return fold(s, 20, "\\\n") }, true},
	{"split by blanks", func(s string) string { return fold(s, 9, " ") }, true},
	{"quoted-printable", func(s string) string {
		var b strings.Builder
		w := quotedprintable.NewWriter(&b)
		_, _ = w.Write([]byte(s))
		_ = w.Close()
		return b.String()
	}, true},
}

func quoteJSON(s string) string {
	b, _ := json.Marshal(s)
	return string(b[1 : len(b)-1])
}

func fold(s string, n int, with string) string {
	var b strings.Builder
	for len(s) > n {
		b.WriteString(s[:n])
		b.WriteString(with)
		s = s[n:]
	}
	return b.String() + s
}

// left returns a part of eight letters and digits of a secret that a text still shows, escaped or
// not, "" if there is none. It knows nothing of how they are hidden.
func left(out, secret string) string {
	secret = squeeze(secret)
	if strings.HasPrefix(secret, "cais") || strings.HasPrefix(secret, "aqib") {
		secret = secret[9:] // all of them begin so
	}
	for range 6 {
		shown := squeeze(out)
		for i := 0; i+8 <= len(secret); i++ {
			if strings.Contains(shown, secret[i:i+8]) {
				return secret[i : i+8]
			}
		}
		plain := html.UnescapeString(out)
		plain = regexp.MustCompile(`%[0-9A-Fa-f]{2}`).ReplaceAllStringFunc(plain, func(s string) string {
			s, _ = url.PathUnescape(s)
			return s
		})
		plain = regexp.MustCompile(`\\u[0-9A-Fa-f]{4}`).ReplaceAllStringFunc(plain, func(s string) string {
			_ = json.Unmarshal([]byte(`"`+s+`"`), &s)
			return s
		})
		if plain == out {
			break
		}
		out = plain
	}
	return ""
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' || 'a' <= r && r <= 'z' {
			return r
		}
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return -1
	}, s)
}

func drawID(r *rand.Rand) string {
	if r.Intn(2) == 0 {
		return "LTAI5t" + draw(r, base62, 18)
	}
	return "STS.N" + draw(r, base62, 24)
}

// leaks fails if a text shows a part of a secret or the middle of an AccessKey ID.
func leaks(t *testing.T, what, in, out, secret, id string) {
	t.Helper()
	if part := left(out, secret); part != "" {
		t.Errorf("%s: %q is left\n of %q\n in %q", what, part, in, out)
	}
	if id != "" && strings.Contains(in, id) && strings.Contains(out, id[6:12]) {
		t.Errorf("%s: the middle of %s is left\n of %q\n in %q", what, id, in, out)
	}
}

// TestNoLeakByLooks: nothing is known, and what is random does not pass.
func TestNoLeakByLooks(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	n, looked := 0, newSample()
	for range 4 {
		for _, k := range kinds {
			for _, c := range carriers {
				secret, id := k.make(r), drawID(r)
				text := strings.NewReplacer("$S", secret, "$I", id).Replace(c)
				for _, d := range dresses {
					if d.known && (d.name != "+ as a blank" || len(secret) < 100) {
						continue
					}
					if !looked.take() {
						continue
					}
					in := "upload failed: " + d.dress(text)
					n++
					leaks(t, k.name+" "+d.name, in, Redact(in), secret, id)
				}
			}
		}
	}
	t.Log(n, "outputs")
}

// TestNoLeakGlued: hexadecimal digits behind a letter, base64 under the name of a key, and base64 to its
// padding, whatever it is split into.
func TestNoLeakGlued(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	rounds := 200
	if large() {
		rounds = 2000
	}
	for range rounds {
		secret, hex := drawBase64(r, 20+r.Intn(3)), draw(r, hexSet, []int{40, 64}[r.Intn(2)])
		for _, c := range []string{"0x$S", "key$S", "x$S.txt", "secret$S", "sig_v4$S"} {
			in := strings.ReplaceAll(c, "$S", hex)
			leaks(t, c, in, Redact(in), hex, "")
		}
		for _, c := range []string{"ACCESS_KEY=$S", "accessKey: $S", "'access_id' => 'LTAI5tQm8Zx2Lk9PbV4cRd7T',\n 'access_key' => '$S',", "credential=$S"} {
			in := strings.ReplaceAll(c, "$S", secret)
			leaks(t, c, in, Redact(in), secret, "")
		}
	}
	for _, text := range []string{"host mybkt.oss-cn-shenzhen-internal.aliyuncs.com, not xkcdbkt9.oss-us-west-1.aliyuncs.com", "0x7ffee3b2c8a0", "x-4bf92f3577b34da6a3ce929d0e0e4736", "IMG12345678901234567890123456789012345678", "Credential=LTAI5t****Rd7T/20260305/cn-hangzhou/oss/aliyun_v4_request"} {
		if out := Redact(text); out != text {
			t.Errorf("%q becomes %q", text, out)
		}
	}
}

// TestNoLeakByName: what stands behind the name of a secret is hidden, a word too.
func TestNoLeakByName(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	n, looked := 0, newSample()
	check := func(name, op, quote string) {
		for _, word := range words {
			if !looked.take() {
				continue
			}
			end := endings[r.Intn(len(endings))]
			in := "config " + name + op + strings.Replace(quote, "$S", word, 1) + end
			out := Redact(in)
			if n++; strings.Contains(out, word) {
				t.Errorf("%q becomes %q", in, out)
			}
		}
	}
	for _, quote := range quotes {
		for _, op := range operators {
			for _, name := range names {
				check(name, op, quote)
				check(`"`+name+`"`, op, quote)
			}
		}
		for _, op := range joints {
			for _, name := range foreign {
				check(name, op, quote)
			}
		}
	}
	for _, text := range []string{"secret: !vault |\n  $S", "secret: &base $S", "secret: !!str $S", `std::string AccessKeySecret{"$S"};`, "AccountName=x;AccountKey=$S;EndpointSuffix=y", "密钥【$S"} {
		for _, word := range []string{"hunter2swordfish", "Tr0ub4dor"} {
			if out := Redact(strings.Replace(text, "$S", word, 1)); strings.Contains(out, word) {
				t.Errorf("%q becomes %q", text, out)
			}
		}
	}
	t.Log(n, "outputs")
}

// TestNoLeakOfKnown: what is known is found in every dress, cut at either end, and in base64.
func TestNoLeakOfKnown(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	n, looked := 0, newSample()
	for range 6 {
		for _, k := range kinds {
			secret, id := k.make(r), drawID(r)
			var s Secrets
			s.Add(secret)
			s.AddID(id)
			cutAt := r.Intn(len(secret) - 12)
			for what, text := range map[string]string{
				"whole": secret, "its end": secret[cutAt:], "its beginning": secret[:cutAt+12], "glued": "x" + secret + "y", "with its ID": id + ":" + secret,
			} {
				for _, d := range dresses {
					for _, around := range []string{"%s", "Referer: https://example.com/?a=%s&b=c", `{"a":"%s"}`, "backup/%s.tar.gz"} {
						if !looked.take() {
							continue
						}
						in := fmt.Sprintf(around, d.dress(text))
						for as, out := range map[string]string{"Text": s.Text(in), "Name": s.Name(in), "Signed": s.Signed(in)} {
							n++
							leaks(t, k.name+" "+what+" "+d.name+" "+as, in, out, secret, id)
						}
					}
				}
				again := base64.StdEncoding.EncodeToString([]byte("prefix " + text + " suffix"))
				for _, in := range []string{again, "a " + again + " b", strings.TrimRight(again, "=")} {
					for as, out := range map[string]string{"Text": s.Text(in), "Name": s.Name(in), "Signed": s.Signed(in)} {
						n++
						if left(out, again[12:len(again)-12]) != "" {
							t.Errorf("%s %s in base64, %s: %q becomes %q", k.name, what, as, in, out)
						}
					}
				}
			}
		}
	}
	t.Log(n, "outputs")
}

// TestFaint: what outlives a request finds a token without having it.
func TestFaint(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	for round := range 200 {
		var s Secrets
		token := draw(r, base62+"+/", 30+r.Intn(900))
		s.Add("opaque0token1planted2where3it4belongs")
		s.Add(token)
		s.AddID("LTAI5tQm8Zx2Lk9PbV4cRd7T")
		f := s.Faint()
		if f.list != nil {
			t.Fatal("it is kept")
		}
		for _, text := range []string{"opaque0token1planted2where3it4belongs", "said opaque0token1planted2whe", token} {
			if out := f.Name("a " + text + " b"); left(out, strings.TrimPrefix(text, "said ")) != "" || len(out) < len("****") {
				t.Errorf("%q becomes %q", text, out)
			}
		}
		for _, text := range harmless[:len(harmless)/(1+round)] {
			if out := f.Text(text); out != text {
				t.Errorf("%q becomes %q", text, out)
			}
		}
	}
	const token = "k7Qw9ZxT3mPb5RnV1cYd8LsH2fGj4A"
	var s, joined Secrets
	s.Add(token)
	f := s.Faint()
	joined.Join(&f)
	joined.Join(new(Secrets))
	for text, want := range map[string]string{token[:15]: token[:15], token[:16]: Hidden, token[:15] + " and more words": token[:15] + " and more words", token[:16] + " and more words": "**** and more words", "x" + token + "y": "x****y"} {
		if out := joined.Name(text); out != want {
			t.Errorf("%q becomes %q, want %q", text, out, want)
		}
	}
}
