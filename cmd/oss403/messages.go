package main

import (
	"fmt"
	"strings"

	"github.com/oss403/oss403"
	"github.com/spf13/cobra"
)

// message is a text of the command in each language. To add a language, add a field here and a
// case to say.
type message struct{ en, zh string }

// say returns a message in the user's language.
func (a *app) say(m message, args ...any) string {
	s := m.en
	if a.lang == oss403.Chinese {
		s = m.zh
	}
	if len(args) == 0 {
		return s
	}
	return fmt.Sprintf(s, args...)
}

// Of the root and of all commands.
var (
	msgRootShort = message{"Explain the 403 answers of Alibaba Cloud OSS", "解释阿里云 OSS 的 403 响应"}
	msgRootLong  = message{
		`Explain the HTTP 403 answers of Alibaba Cloud OSS: what went wrong, what to do,
and what must happen before a retry can succeed.

No secret of an input is ever printed: security tokens, signatures, signed URLs
and the middle of an AccessKey ID are masked.

Exit status: 0 done, 1 no 403 of OSS or no such entry, 2 wrong usage or an input
that cannot be read.`,
		`解释阿里云 OSS 返回的 HTTP 403：出了什么问题，该怎么办，满足什么条件后重试才会成功。

输入中的机密不会被打印：安全令牌、签名、签名 URL 和 AccessKey ID 的中间部分都会被遮盖。

退出码：0 表示完成；1 表示没有 OSS 的 403，或目录中查不到；2 表示用法有误，或输入无法读取。`,
	}
	msgFlagLang    = message{"language: en or zh (default: from LC_ALL, LC_MESSAGES, LANG)", "语言：en 或 zh（默认取自 LC_ALL、LC_MESSAGES、LANG）"}
	msgBadLang     = message{"must be en or zh", "只能是 en 或 zh"}
	msgFlagJSON    = message{"print JSON", "输出 JSON"}
	msgSeeHelp     = message{"Run 'oss403 --help' for the commands, 'oss403 COMMAND --help' for one of them.", "用 oss403 --help 查看所有命令，用 oss403 COMMAND --help 查看某个命令。"}
	msgWriteFailed = message{"cannot write the output: %s", "无法写出结果：%s"}
	msgCannotRead  = message{"cannot read %s: %s", "无法读取 %s：%s"}
	msgNoFile      = message{"%s: no such file", "%s：文件不存在"}
	msgDirectory   = message{"%s is a directory; give its files", "%s 是目录，请给出其中的文件"}
	msgBinary      = message{"%s is not a text", "%s 不是文本"}
)

// Of explain.
var (
	msgExplainShort = message{"Explain an answer, an error text or a piece of a log", "解释一个响应、一段错误信息或日志"}
	msgExplainLong  = message{
		`Explain the first 403 of OSS in a text: an XML body, a whole answer as curl -i
prints it, the error text of any OSS SDK, or a piece of a log. Without FILE, or
with -, it reads standard input; 1 MiB at most (for logs there is scan).

Give it as much of the answer as you have: the headers and every element count.

Exit status: 0 explained, 1 no 403 of OSS in it, 2 an input that cannot be read.`,
		`解释文本中第一个 OSS 的 403。文本可以是 XML 响应体、curl -i 打印的完整响应、任一 OSS SDK 的错误信息，也可以是一段日志。不给 FILE 或给 - 时读取标准输入，最多 1 MiB（更长的日志请用 scan）。

请尽量给出完整的响应：响应头和每个 XML 元素都是依据。

退出码：0 表示已解释；1 表示其中没有 OSS 的 403；2 表示输入无法读取。`,
	}
	msgExplainExample = message{
		`  curl -si "$URL" | oss403 explain
  oss403 explain answer.xml
  oss403 explain --json < error.txt | jq -r .kind`,
		`  curl -si "$URL" | oss403 explain
  oss403 explain answer.xml
  oss403 explain --json < error.txt | jq -r .kind`,
	}
	msgPaste      = message{"Paste the answer or the error text, then press Ctrl-D.", "请粘贴响应或错误信息，然后按 Ctrl-D。"}
	msgTooLong    = message{"%s is longer than 1 MiB; use oss403 scan for logs", "%s 超过 1 MiB；日志请用 oss403 scan"}
	msgCompressed = message{"%s is compressed; oss403 scan reads gzip and zstd", "%s 是压缩文件；oss403 scan 可以读取 gzip 和 zstd"}
	msgEmptyInput = message{"%s is empty (curl prints the answer with -si)", "%s 是空的（curl 加 -si 才会打印响应）"}

	msgOtherStatus = message{"this is a %d %s, not a 403", "这是 %d %s，不是 403"}
	msgOtherAnswer = message{"this is an answer with status %d, not a 403", "这个响应的状态码是 %d，不是 403"}
	msgOtherStore  = message{"this answer comes from another store, not from OSS", "这个响应来自别的对象存储，不是 OSS"}
	msgNotOSS      = message{"nothing here shows that this 403 is one of OSS; give the whole answer with its headers (curl -si)", "看不出这个 403 来自 OSS；请给出带响应头的完整响应（curl -si）"}
	msgNothing     = message{"no 403 of OSS in it", "其中没有 OSS 的 403"}
)

// Of lookup and list.
var (
	msgLookupShort = message{"Show what the catalog says of a kind, a code, an EC or a message", "查询某个类型、错误码、EC 或错误消息"}
	msgLookupLong  = message{
		`Show the catalog's page of what the words name: a kind (EndpointMismatch), a code
(SignatureDoesNotMatch), an EC (0003-00000905), or a message or a part of one.
Case does not matter. If it may be several kinds, they are listed.

Exit status: 0 found, 1 nothing found.`,
		`显示目录中对应的条目。可以给出类型（EndpointMismatch）、错误码（SignatureDoesNotMatch）、EC（0003-00000905），或错误消息的全部或一部分，不区分大小写。如果对应多个类型，会全部列出。

退出码：0 表示找到；1 表示没有找到。`,
	}
	msgLookupExample = message{
		`  oss403 lookup EndpointMismatch
  oss403 lookup 0003-00000905
  oss403 lookup because of bucket acl`,
		`  oss403 lookup EndpointMismatch
  oss403 lookup 0003-00000905
  oss403 lookup because of bucket acl`,
	}
	msgLookupWhat  = message{"say what to look up: a kind, a code, an EC or a message", "请给出要查询的类型、错误码、EC 或错误消息"}
	msgNotFound    = message{"%s is not in the catalog", "目录中没有 %s"}
	msgOtherCode   = message{"OSS sends %s with status %d, not with 403", "OSS 返回 %s 时状态码是 %d，不是 403"}
	msgDidYouMean  = message{"Did you mean:", "您要找的是不是："}
	msgSeeList     = message{"'oss403 list' shows all of it.", "用 oss403 list 查看完整目录。"}
	msgSeveral     = message{"%d kinds match %s:", "有 %d 个类型与 %s 匹配："}
	msgSeveralHint = message{"'oss403 lookup KIND' shows one of them.", "用 oss403 lookup KIND 查看其中一个。"}

	msgPageTitle   = message{"%s (%s)", "%s（%s）"}
	msgWhatToDo    = message{"What to do:", "处理步骤："}
	msgStep        = message{"  %d. %s", "  %d. %s"}
	msgRetryLine   = message{"Retry: %s.", "重试：%s。"}
	msgActorLine   = message{"Who can act: %s.", "由谁处理：%s。"}
	msgOSSSays     = message{"OSS says:", "OSS 返回："}
	msgDecidingECs = message{"ECs that mean it whatever the message:", "不论消息如何都表示此类型的 EC："}
	msgDocs        = message{"Documentation:", "文档："}

	msgListShort = message{"List the catalog", "列出目录"}
	msgListLong  = message{
		"List every kind of 403 that oss403 knows, by category.",
		"按类别列出 oss403 所知的全部 403 类型。",
	}
	msgFlagListJSON = message{"print JSON: an array of kinds with their explanations, codes, messages and ECs", "输出 JSON 数组：每个类型及其解释、错误码、消息和 EC"}
	msgFlagMarkdown = message{"print Markdown, as CATALOG.md has it", "输出 Markdown，即 CATALOG.md 的内容"}
	msgCatalogHead  = message{
		"# The 403s of OSS\n\nMade by `oss403 list --markdown`; a test fails when it is stale. Text in braces varies.",
		"# OSS 的 403\n\n由 `oss403 list --markdown` 生成。花括号中的内容是变化的。",
	}
	msgMarkdownStep  = message{"%d. %s", "%d. %s"}
	msgMarkdownTable = message{"| code | message | EC |", "| 错误码 | 消息 | EC |"}
	msgMarkdownDocs  = message{"Documentation: %s.", "文档：%s。"}
)

// Of scan.
var (
	msgScanShort = message{"Find the 403s of OSS in logs, grouped by what to fix", "在日志中查找 OSS 的 403，并按原因归类"}
	msgScanLong  = message{
		`Find the 403s of OSS in logs of any size and group them by kind, the most frequent
first. It reads plain, gzip and zstd files as a stream, and standard input without
FILE or with -. It finds error texts of the SDKs, XML, curl output and lines of
oss403 itself, on one line or on several. What one error left on several lines is
counted once, if the lines are near each other and name the same request ID.

Exit status: 0 found some, 1 found none, 2 an input that cannot be read,
130 interrupted.`,
		`在任意大小的日志中查找 OSS 的 403，按类型归类，出现最多的排在最前。以流的方式读取普通、gzip 和 zstd 文件；不给 FILE 或给 - 时读取标准输入。可以识别 SDK 的错误信息、XML、curl 的输出和 oss403 自己的日志行，单行或多行均可。同一错误出现在相近的多行且请求 ID 相同时，只计一次。

退出码：0 表示找到；1 表示没有找到；2 表示输入无法读取；130 表示被中断。`,
	}
	msgScanExample = message{
		`  oss403 scan app.log app.log.1.gz
  kubectl logs deploy/uploader | oss403 scan
  oss403 scan --json app.log | jq -r '[.count, .kind] | @tsv'`,
		`  oss403 scan app.log app.log.1.gz
  kubectl logs deploy/uploader | oss403 scan
  oss403 scan --json app.log | jq -r '[.count, .kind] | @tsv'`,
	}
	msgFlagScanJSON = message{"print JSON: one object a line for each kind, then one with the totals", "输出 JSON：每个类型一行，最后一行是合计"}
	msgScanNone     = message{"No 403 of OSS in %s.", "在 %s中没有发现 OSS 的 403。"}
	msgScanHead     = message{"%s of OSS in %s. Fix the first one first: it is the most frequent.", "在 %[2]s中发现 %[1]s OSS 的 403。请从第一项开始处理：它出现得最多。"}
	msgScanHeadOne  = message{"%s of OSS in %s.", "在 %[2]s中发现 %[1]s OSS 的 403。"}
	msgScanGroup    = message{"%d. %s: %s", "%d. %s：%s"}
	msgScanTimes    = message{"%s (%s of all)", "%s，占 %s"}
	msgScanFirst    = message{"   First: %s", "   首次：%s"}
	msgScanLast     = message{"   Last:  %s", "   末次：%s"}
	msgScanOnly     = message{"   Where: %s", "   位置：%s"}
	msgScanRequest  = message{"   Request ID: %s", "   请求 ID：%s"}
	msgScanStep     = message{"   Do: %s", "   处理：%s"}
	msgScanUnplaced = message{"%s could not be placed: the catalog does not hold what OSS said, or OSS gave no cause.", "有 %s无法归类：目录中没有 OSS 返回的内容，或 OSS 没有给出原因。"}
	msgScanPlaced   = message{"All of them could be placed.", "全部都已归类。"}
	msgScanMore     = message{"'oss403 lookup KIND' shows the rest of the steps.", "用 oss403 lookup KIND 查看其余步骤。"}
	msgUnplacedStep = message{"give one of them to 'oss403 explain', and its request ID to Alibaba Cloud's support", "把其中一个交给 oss403 explain，并向阿里云技术支持提供请求 ID"}
	msgLine         = message{"line %d", "第 %d 行"}
	msgInterrupted  = message{"interrupted after %s; nothing is printed of a scan that is not complete", "已中断，共读取 %s；未完成的扫描不输出结果"}
	msgBadArchive   = message{"%s: the compressed data is damaged or cut short: %s", "%s：压缩数据已损坏或不完整：%s"}
	msgScanReading  = message{"Reading", "正在读取"}
	msgOneLine      = message{"1 line", "1 行"}
	msgLines        = message{"%d lines", "%d 行"}
	msgOne403       = message{"1 403", "1 个"}
	msgMany403      = message{"%d 403s", "%d 个"}
	msgOnce         = message{"once", "1 次"}
	msgTimes        = message{"%d times", "%d 次"}
)

// Of serve and version.
var (
	msgServeShort = message{"Answer every request with a 403 of OSS, for trying clients", "对每个请求都返回 OSS 的 403，用于测试客户端"}
	msgServeLong  = message{
		`Serve a 403 of OSS on the loopback interface, with the headers, the XML and, for
HEAD, the x-oss-err header that OSS sends. The address is printed first. Stop it
with Ctrl-C.

Another kind than that of --kind is chosen with the header X-Oss403-Kind, or with
a path that begins with /_kind/KIND/.`,
		`在回环地址上提供 OSS 的 403 响应，包括响应头、XML，以及 HEAD 请求的 x-oss-err 响应头。启动后先打印地址。按 Ctrl-C 停止。

除 --kind 指定的类型外，也可以用请求头 X-Oss403-Kind 或以 /_kind/KIND/ 开头的路径选择其他类型。`,
	}
	msgServeExample = message{
		`  oss403 serve --kind SecurityTokenExpired
  curl -si http://127.0.0.1:8403/_kind/ClockSkew/bucket/key | oss403 explain`,
		`  oss403 serve --kind SecurityTokenExpired
  curl -si http://127.0.0.1:8403/_kind/ClockSkew/bucket/key | oss403 explain`,
	}
	msgFlagKind    = message{"the kind of every answer", "响应的类型"}
	msgFlagAddr    = message{"the address to listen on; port 0 takes a free one", "监听地址；端口 0 表示任选空闲端口"}
	msgNoKind      = message{"there is no kind %s", "没有 %s 这个类型"}
	msgCannotServe = message{"cannot listen on %s: %s", "无法监听 %s：%s"}
	msgServeFailed = message{"the server stopped: %s", "服务已停止：%s"}

	msgVersionShort = message{"Print the version", "打印版本"}
	msgNoBuildInfo  = message{"this binary was built without build information", "此程序构建时没有记录版本信息"}
)

var retries = map[oss403.Retry]message{
	oss403.RetryNever:                {"the same request will not succeed", "同样的请求不会成功"},
	oss403.RetryAfterRefresh:         {"after getting new credentials", "换用新的凭证后"},
	oss403.RetryAfterClockSync:       {"after the request carries the right time", "请求时间正确后"},
	oss403.RetryAfterRestore:         {"after the object is restored", "Object 解冻后"},
	oss403.RetryOtherEndpoint:        {"through another endpoint or host name", "换用其他 Endpoint 或域名"},
	oss403.RetryAfterSigning:         {"after the request is signed correctly", "正确签名后"},
	oss403.RetryAfterGrant:           {"after a permission is granted", "授予权限后"},
	oss403.RetryAfterAccountRestored: {"after the account is put in order", "账号恢复正常后"},
	oss403.RetryUnknown:              {"the answer does not tell what has to happen first", "响应没有说明需要先做什么"},
}

func (a *app) retry(r oss403.Retry) string {
	m, ok := retries[r]
	if !ok {
		m = retries[oss403.RetryUnknown]
	}
	return a.say(m)
}

var actors = map[oss403.Actor]message{
	oss403.ActorCaller:       {"you, in the program or its settings", "您自己，修改程序或其配置"},
	oss403.ActorBucketOwner:  {"whoever manages the bucket", "Bucket 的管理者"},
	oss403.ActorAccountOwner: {"an administrator of the Alibaba Cloud account", "阿里云账号的管理员"},
	oss403.ActorAlibabaCloud: {"Alibaba Cloud's support", "阿里云技术支持"},
}

func (a *app) actor(who oss403.Actor) string { return a.say(actors[who]) }

var categoryNames = map[oss403.Category]message{
	oss403.CategoryEndpoint:     {"Endpoint", "Endpoint 与域名"},
	oss403.CategoryPermission:   {"Permission", "权限"},
	oss403.CategoryCredentials:  {"Credentials", "凭证"},
	oss403.CategorySignature:    {"Signature", "签名"},
	oss403.CategoryRequest:      {"Request", "请求"},
	oss403.CategoryState:        {"State", "状态"},
	oss403.CategoryAccount:      {"Account", "账号"},
	oss403.CategoryIntermediary: {"Intermediary", "中间环节"},
	oss403.CategoryUnknown:      {"Unknown", "未知"},
}

func (a *app) category(c oss403.Category) string { return a.say(categoryNames[c]) }

// translateHelp puts Chinese headings into cobra's help.
func (a *app) translateHelp(root *cobra.Command) {
	root.SetUsageTemplate(strings.NewReplacer(
		"Usage:", "用法：", "Aliases:", "别名：", "Examples:", "示例：", "Available Commands:", "命令：", "Additional Commands:", "其他命令：",
		"Additional help topics:", "其他帮助：", "Global Flags:", "全局参数：", "Flags:", "参数：",
		`Use "{{.CommandPath}} [command] --help" for more information about a command.`, `用 {{.CommandPath}} [command] --help 查看某个命令的帮助。`,
	).Replace(root.UsageTemplate()))
}
