package main

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/request"
	"github.com/oss403/oss403/internal/signing"
	"github.com/spf13/cobra"
)

var (
	msgPresignShort = message{"Say what a presigned URL says, offline, and what is wrong with it", "离线解读预签名 URL，并指出其中的问题"}
	msgPresignLong  = message{
		`Say what a presigned URL of OSS says: version, AccessKey ID (masked), expiry and
lifetime, region, token, the headers that a request has to send, and what OSS will
refuse. Nothing is sent, and the signature is not shown.

With --secret-env or --secret-file it says whether the signature is right, and for
which method. With - it reads the URL from standard input, where the history of the
shell does not keep it.

Exit status: 0 read, 1 no presigned URL, or a signature that is not right.`,
		`解读 OSS 的预签名 URL：签名版本、AccessKey ID（脱敏）、过期时间和有效期、地域、安全令牌、请求必须携带的请求头，以及 OSS 会拒绝的问题。不发送任何请求，不显示签名。

指定 --secret-env 或 --secret-file 时，会检查签名是否正确，以及适用于哪种 HTTP 方法。参数为 - 时从标准输入读取 URL，避免留在 shell 的历史记录中。

退出码：0 表示已解读；1 表示不是预签名 URL，或签名不正确。`,
	}
	msgPresignExample = message{
		`  oss403 presign "$URL"
  OSS_SECRET=... oss403 presign --secret-env OSS_SECRET "$URL"
  pbpaste | oss403 presign -`,
		`  oss403 presign "$URL"
  OSS_SECRET=... oss403 presign --secret-env OSS_SECRET "$URL"
  pbpaste | oss403 presign -`,
	}
	msgPresignWhat = message{"give one presigned URL, in quotes: a shell ends the command at an &", "请指定一个预签名 URL，并加上引号：shell 会把 & 当作自己的符号"}
	msgNoPresigned = message{
		"this is not a presigned URL: its query carries no signature (in a shell, put the URL in quotes: an & ends it otherwise)",
		"这不是预签名 URL：查询参数中没有签名（在 shell 中请给 URL 加上引号，否则会在 & 处截断）",
	}
	msgNotOfOSS       = message{"the host of this URL is none of OSS", "这个 URL 的域名不是 OSS 的域名"}
	msgPresignTitle   = message{"A presigned URL of OSS, %s.", "OSS 预签名 URL，签名版本 %s。"}
	msgPresignExpired = message{"It expired %[1]s ago, at %[2]s: make a new one.", "已于 %[1]s前（%[2]s）过期，请重新生成。"}
	msgPresignValid   = message{"It is good for another %[1]s, until %[2]s, by the clock of this machine.", "按本机时钟，还有 %[1]s过期（%[2]s）。"}
	msgPresignNoTime  = message{"It cannot be told when it expires.", "无法判断何时过期。"}
	msgPresignFlaws   = message{"What OSS will refuse:", "OSS 会拒绝的问题："}
	msgPresignSays    = message{"What it says:", "URL 中的信息："}
	msgPresignLine    = message{"  %s: %s", "  %s：%s"}
	msgPresignHeaders = message{"A request has to send these headers as they were signed: %s.", "请求必须携带以下参与签名的请求头，且值与签名时一致：%s。"}
	msgPresignOthers  = message{
		"If it was signed with a Content-Type, Content-MD5 or x-oss- headers, the request has to send the same ones; one signed without must not send them.",
		"如果签名时包含 Content-Type、Content-MD5 或 x-oss- 请求头，请求必须携带相同的值；如果签名时没有，则不能携带。",
	}
	msgPresignMethod = message{
		"The URL does not say for which method it was signed: use it with that one alone, GET most often. --secret-env finds out which.",
		"从 URL 中看不出签名时使用的 HTTP 方法，而该 URL 只能用于这个方法，多为 GET。用 --secret-env 可以查出。",
	}
	msgPresignRight = message{"The signature is right: this secret made it, for %s.", "签名正确：由该 Secret 生成，适用于 %s。"}
	msgPresignWrong = message{
		"The signature is not one that this secret makes for any method without headers: the secret belongs to another AccessKey ID, the URL was changed after signing, or it was signed with headers (Content-Type most often).",
		"对于任何不带请求头的 HTTP 方法，该 Secret 都不能生成此签名：Secret 属于另一个 AccessKey ID，或 URL 在签名后被修改，或签名时包含请求头（多为 Content-Type）。",
	}

	msgWordVersion  = message{"Signature", "签名版本"}
	msgWordHost     = message{"Host", "域名"}
	msgWordBucket   = message{"Bucket", "Bucket"}
	msgWordObject   = message{"Object", "Object"}
	msgWordKey      = message{"AccessKey ID", "AccessKey ID"}
	msgWordToken    = message{"Security token", "安全令牌"}
	msgWordSigned   = message{"Signed at", "签名时间"}
	msgWordExpires  = message{"Expires", "过期时间"}
	msgWordLifetime = message{"Lifetime", "有效期"}
	msgWordRegion   = message{"Region", "地域"}
	msgYes          = message{"yes", "有"}
	msgNo           = message{"no", "无"}
	msgDay          = message{"%d d ", "%d 天 "}
	msgHour         = message{"%d h ", "%d 小时 "}
	msgMinute       = message{"%d min ", "%d 分钟 "}
	msgSecond       = message{"%d s ", "%d 秒 "}
)

func (a *app) presignCommand() *cobra.Command {
	var o explainOptions
	cmd := &cobra.Command{
		Use:     "presign URL|-",
		Short:   a.say(msgPresignShort),
		Long:    a.say(msgPresignLong),
		Example: a.say(msgPresignExample),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 || strings.TrimSpace(args[0]) == "" {
				return a.failf(exitUsage, msgPresignWhat)
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			text := args[0]
			if text == "-" {
				var err error
				if text, err = a.readInput("-"); err != nil {
					return err
				}
			}
			secret, err := a.secret(o)
			if err != nil {
				return err
			}
			return a.presign(text, secret, o.json)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, a.say(msgFlagJSON))
	f.StringVar(&o.secretEnv, "secret-env", "", a.say(msgFlagSecretEnv))
	f.StringVar(&o.secretFile, "secret-file", "", a.say(msgFlagSecretFile))
	cmd.MarkFlagsMutuallyExclusive("secret-env", "secret-file")
	return cmd
}

// presignedJSON is what a presigned URL says, in JSON.
type presignedJSON struct {
	Type          string   `json:"type"` // presigned
	Version       string   `json:"version,omitempty"`
	Host          string   `json:"host"`
	Bucket        string   `json:"bucket,omitempty"`
	Object        string   `json:"object,omitempty"`
	AccessKeyID   string   `json:"access_key_id,omitempty"`
	HasToken      bool     `json:"has_token"`
	SignedAt      string   `json:"signed_at,omitempty"`
	Expires       string   `json:"expires,omitempty"`
	Expired       bool     `json:"expired"`
	Lifetime      int64    `json:"lifetime_seconds,omitempty"`
	Region        string   `json:"region,omitempty"`
	SignedHeaders []string `json:"signed_headers,omitempty"`
	Flaws         []string `json:"flaws,omitempty"`
	Signature     string   `json:"signature,omitempty"` // right, or wrong; only where the secret was given
	Method        string   `json:"method,omitempty"`    // for which it is right
}

// presign says what a presigned URL says, and with its secret whether its signature is right.
func (a *app) presign(text, secret string, asJSON bool) error {
	text = strings.Trim(strings.TrimSpace(text), `"'<>`)
	p, err := oss403.ReadPresigned(text)
	if u, bad := url.Parse(text); err != nil && bad == nil && osshost.IsOtherService(u.Host) {
		return a.failf(exitNone, msgNotOfOSS)
	} else if err != nil {
		return a.failf(exitNone, msgNoPresigned)
	}
	right, method := false, ""
	if secret != "" {
		method, right = signedFor(text, secret)
	}
	var failed error
	if secret != "" && !right {
		failed = failure{status: exitNone}
	}
	flaws := make([]string, len(p.Flaws))
	for i, f := range p.Flaws {
		flaws[i] = a.flaw(f)
	}
	now := time.Now()
	if asJSON {
		j := presignedJSON{Type: "presigned", Version: p.Version, Host: p.Host, Bucket: p.Bucket, Object: p.Object, AccessKeyID: p.AccessKeyID, HasToken: p.HasToken,
			Expired: !p.Expires.IsZero() && now.After(p.Expires), Lifetime: int64(p.Lifetime / time.Second), Region: p.Region, SignedHeaders: p.SignedHeaders, Flaws: flaws}
		if !p.SignedAt.IsZero() {
			j.SignedAt = stamp(p.SignedAt)
		}
		if !p.Expires.IsZero() {
			j.Expires = stamp(p.Expires)
		}
		if secret != "" {
			j.Signature, j.Method = "wrong", method
			if right {
				j.Signature = "right"
			}
		}
		if err := a.printJSON(j); err != nil {
			return err
		}
		return failed
	}
	a.wrapped(a.bold(a.say(msgPresignTitle, p.Version)), "")
	switch {
	case len(flaws) > 0:
		a.wrapped(a.emphasis(a.say(msgDoFirst, flaws[0])), "  ")
	case p.Expires.IsZero():
	case now.After(p.Expires):
		a.wrapped(a.emphasis(a.say(msgDoFirst, a.say(msgPresignExpired, a.duration(now.Sub(p.Expires)), stamp(p.Expires)))), "  ")
	}
	switch {
	case secret == "":
	case right:
		a.wrapped(a.say(msgPresignRight, method), "")
	default:
		a.wrapped(a.say(msgPresignWrong), "")
	}
	switch {
	case p.Expires.IsZero():
		a.print(a.say(msgPresignNoTime))
	case now.After(p.Expires):
		if len(flaws) > 0 {
			a.wrapped(a.say(msgPresignExpired, a.duration(now.Sub(p.Expires)), stamp(p.Expires)), "")
		}
	default:
		a.wrapped(a.say(msgPresignValid, a.duration(p.Expires.Sub(now)), stamp(p.Expires)), "")
	}
	if len(flaws) > 0 {
		a.print("", a.bold(a.say(msgPresignFlaws)))
		for i, f := range flaws {
			a.wrapped(a.say(msgStep, i+1, f), "     ")
		}
	}
	a.print("", a.bold(a.say(msgPresignSays)))
	line := func(word message, value string) {
		if value != "" {
			a.wrapped(a.say(msgPresignLine, a.say(word), chars.VisibleLines(value)), "    ")
		}
	}
	line(msgWordVersion, p.Version)
	line(msgWordHost, p.Host)
	line(msgWordBucket, p.Bucket)
	line(msgWordObject, p.Object)
	line(msgWordKey, p.AccessKeyID)
	token := msgNo
	if p.HasToken {
		token = msgYes
	}
	line(msgWordToken, a.say(token))
	if !p.SignedAt.IsZero() {
		line(msgWordSigned, stamp(p.SignedAt))
	}
	if !p.Expires.IsZero() {
		line(msgWordExpires, stamp(p.Expires))
	}
	if p.Lifetime > 0 {
		line(msgWordLifetime, a.duration(p.Lifetime))
	}
	line(msgWordRegion, p.Region)
	a.print("")
	if len(p.SignedHeaders) > 0 {
		a.wrapped(a.say(msgPresignHeaders, chars.VisibleLines(strings.Join(p.SignedHeaders, ", "))), "")
	}
	a.wrapped(a.say(msgPresignOthers), "")
	if secret == "" {
		a.wrapped(a.say(msgPresignMethod), "")
	}
	return failed
}

// signedFor finds the method for which a secret makes the signature of a URL.
func signedFor(text, secret string) (method string, ok bool) {
	u, err := url.Parse(text)
	if err != nil {
		return "", false
	}
	for _, method := range [...]string{http.MethodGet, http.MethodPut, http.MethodHead, http.MethodPost, http.MethodDelete} {
		if _, ok := signing.Verify(request.New(method, u.Host, u.EscapedPath(), u.RawQuery, http.Header{}), secret); ok {
			return method, true
		}
	}
	return "", false
}

// duration writes a duration, its two largest units.
func (a *app) duration(d time.Duration) string {
	units := [...]struct {
		unit time.Duration
		word message
	}{{24 * time.Hour, msgDay}, {time.Hour, msgHour}, {time.Minute, msgMinute}, {time.Second, msgSecond}}
	var b strings.Builder
	left := 2
	for _, u := range units {
		if n := d / u.unit; n > 0 && left > 0 || u.unit == time.Second && b.Len() == 0 {
			b.WriteString(a.say(u.word, int64(n)))
			d -= n * u.unit
			left--
		} else if left == 1 {
			break
		}
	}
	return strings.TrimSpace(b.String())
}

// flaws are what ReadPresigned says, and the Chinese of each.
var flaws = []struct {
	english *regexp.Regexp
	chinese string
}{
	{regexp.MustCompile(`^The URL was copied out of HTML or JSON: .*`), `URL 是从 HTML 或 JSON 中复制的：把 &amp; 和 \u0026 替换为 &。`},
	{regexp.MustCompile(`^The time of signing is missing, .*`), "缺少签名时间，或格式不是 20060102T150405Z。"},
	{regexp.MustCompile(`^The lifetime is missing, .*`), "缺少有效期，或不是秒数。"},
	{regexp.MustCompile(`^The lifetime is (\d+) seconds: .*`), "有效期为 $1 秒：V4 签名不能超过 604800 秒，即 7 天。"},
	{regexp.MustCompile(`^The scope is of another day .*`), "签名范围（scope）中的日期与签名时间不是同一天。"},
	{regexp.MustCompile(`^The scope names region (".*"), and the host is in (".*")\.$`), "签名范围（scope）中的地域是 $1，而域名所在地域是 $2。"},
	{regexp.MustCompile(`^The credential has no scope: .*`), "凭证缺少签名范围（scope）：应为用 / 分隔的 AccessKey ID、日期、地域和产品。"},
	{regexp.MustCompile(`^The time of expiry is missing\.$`), "缺少过期时间。"},
	{regexp.MustCompile(`^The time of expiry is no number .*`), "过期时间不是从 1970 年起的秒数。"},
	{regexp.MustCompile(`^The time of expiry is in milliseconds: .*`), "过期时间的单位是毫秒：OSS 要求从 1970 年起的秒数。"},
	{regexp.MustCompile(`^The time of expiry is a lifetime: .*as in (\d+)\.$`), "过期时间写成了有效期：OSS 要求从 1970 年起的秒数，例如 $1。"},
	{regexp.MustCompile(`^The signature is missing\.$`), "缺少签名。"},
	{regexp.MustCompile(`^The signature has a \+ .*`), "签名中的 + 没有转义：OSS 会把它当作空格，请写成 %2B。"},
	{regexp.MustCompile(`^The AccessKey ID is missing\.$`), "缺少 AccessKey ID。"},
	{regexp.MustCompile(`^The AccessKey ID has a space .*`), "AccessKey ID 的首尾或中间有空格或换行符。"},
	{regexp.MustCompile(`^The parameter (\S+) is there twice\.$`), "参数 $1 出现了两次。"},
	{regexp.MustCompile(`^The AccessKey is temporary and .*`), "AccessKey 是临时的，但缺少安全令牌。"},
	{regexp.MustCompile(`^The bucket is in the path: .*as in (.*)\.$`), "Bucket 写在路径中：OSS 要求写在域名中，例如 $1。"},
}

// flaw is a flaw in the user's language.
func (a *app) flaw(s string) string {
	if a.lang == oss403.Chinese {
		for _, f := range flaws {
			if f.english.MatchString(s) {
				return f.english.ReplaceAllString(s, f.chinese)
			}
		}
	}
	return s
}
