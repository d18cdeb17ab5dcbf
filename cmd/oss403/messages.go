package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/chars"
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
		`Explain the HTTP 403 answers of Alibaba Cloud OSS: what to do, what went wrong,
and what must happen before a retry can succeed.

Give it whatever you have: an answer or an error text (as arguments, in a file, on
standard input), a log line, a code, an EC, a kind, a request ID, a presigned URL,
or words such as archive, hotlink, proxy.

No secret of an input is ever printed: security tokens, signatures, signed URLs
and the middle of an AccessKey ID are masked.

Exit status:
  0    done: explained, found
  1    nothing: no 403 of OSS, no such entry; with scan --fail-on: some of these
  2    wrong usage, or an input or output that fails (what was read is printed)
  130  interrupted (Ctrl-C); 143 by SIGTERM`,
		`解释阿里云 OSS 返回的 HTTP 403：如何处理，出了什么问题，重试之前必须先做什么。

手头有什么就给什么：响应或错误信息（作为参数、文件或标准输入）、日志行、错误码、EC、类型、请求 ID、预签名 URL，或者“归档”“防盗链”“代理”这样的词。

输入中的敏感信息（安全令牌、签名、预签名 URL 和 AccessKey ID 的中间部分）一律脱敏后输出。

退出码：
  0    完成：已解释，或已找到
  1    没有结果：没有 OSS 的 403，或未收录；使用 scan --fail-on 时表示存在指定的 403
  2    用法有误，或输入输出失败（已读取的部分仍会输出）
  130  被 Ctrl-C 中断；143 表示被 SIGTERM 终止`,
	}
	msgFlagLang = message{"language: en or zh (default: from LC_ALL, LC_MESSAGES, LANG)", "语言：en 或 zh（默认取自环境变量 LC_ALL、LC_MESSAGES、LANG）"}
	msgBadLang  = message{"must be en or zh", "只能是 en 或 zh"}
	msgFlagJSON = message{"print JSON", "输出 JSON"}
	msgSeeHelp  = message{"Run 'oss403 --help' for the commands, 'oss403 COMMAND --help' for one of them.",
		"用 oss403 --help 查看所有命令，用 oss403 COMMAND --help 查看某个命令的帮助。"}
	msgWriteFailed = message{"cannot write the output: %s", "无法写入输出：%s"}
	msgCannotRead  = message{"cannot read %s: %s", "无法读取 %s：%s"}
	msgNoFile      = message{"%s: no such file", "%s：文件不存在"}
	msgDirectory   = message{"%s is a directory; oss403 scan -r reads its files", "%s 是目录；用 oss403 scan -r 读取其中的文件"}
	msgBinary      = message{"%s is not a text", "%s 不是文本"}
	msgTextNotFile = message{"this argument is a text, not the name of a file: pipe the text in", "该参数是文本，不是文件名：请通过管道传入文本"}
)

// Of explain.
var (
	msgExplainShort = message{"Explain whatever you have: an answer, an error text, a log line, a code, an EC, a URL",
		"解释手头的内容：响应、错误信息、日志行、错误码、EC 或 URL"}
	msgExplainLong = message{
		`Explain the first 403 of OSS in a text: an XML body, a whole answer as curl -i
prints it, the error text of any OSS SDK, a piece of a log. The text stands in the
arguments, in FILE, or on standard input without arguments or with -; 1 MiB at
most (for logs there is scan). How many more errors it holds is said at the end;
--all explains each.

A code, an EC, a kind, a reason or part of a message is looked up, a presigned URL
is read. 'oss403 ANYTHING' is the same as 'oss403 explain ANYTHING'.

Since you ask, a text is taken for OSS's unless it names another store. Where
nothing in it shows that it is, the explanation says so.

Give it as much of the answer as you have: the headers and every element count.

With --secret-env or --secret-file it says of a signature that does not match
whether this is the secret. A secret is never given as an argument.

Exit status: 0 explained, 1 no 403 of OSS in it, 2 an input that cannot be read.`,
		`解释文本中的第一个 OSS 403。文本可以是 XML 响应体、curl -i 打印的完整响应、任意 OSS SDK 的错误信息，也可以是一段日志；可以写在参数中，放在 FILE 中，也可以从标准输入读取（不带参数或参数为 -）。输入不能超过 1 MiB（日志文件请用 scan）。末尾会说明还有多少个错误，--all 逐个解释。

错误码、EC、类型、具体原因或错误信息的一部分会直接查询，预签名 URL 会离线解读。oss403 ANYTHING 等同于 oss403 explain ANYTHING。

既然用它来解释，除非文本提到了其他对象存储服务，否则都按 OSS 处理；如果文本中没有任何依据表明来自 OSS，结果中会说明。

请尽量提供完整的响应：响应头和每个 XML 元素都可能是依据。

签名不匹配时，--secret-env 或 --secret-file 可以检查 AccessKey Secret 是否正确。不能通过参数直接传入 Secret。

退出码：0 表示已解释；1 表示其中没有 OSS 的 403；2 表示输入无法读取。`,
	}
	msgExplainExample = message{
		`  curl -si "$URL" | oss403
  oss403 answer.xml
  oss403 0003-00000905
  oss403 explain --json < error.txt | jq -r .kind
  OSS_SECRET=... oss403 explain --secret-env OSS_SECRET error.txt`,
		`  curl -si "$URL" | oss403
  oss403 answer.xml
  oss403 0003-00000905
  oss403 explain --json < error.txt | jq -r .kind
  OSS_SECRET=... oss403 explain --secret-env OSS_SECRET error.txt`,
	}
	msgPaste      = message{"Paste the answer or the error text, then press Ctrl-D.", "请粘贴响应或错误信息，然后按 Ctrl-D。"}
	msgTooLong    = message{"%s is longer than 1 MiB; use oss403 scan for logs", "%s 超过 1 MiB；日志请用 oss403 scan"}
	msgCompressed = message{"%s is compressed; oss403 scan reads gzip, zstd, xz, bzip2 and tar", "%s 是压缩文件；oss403 scan 可以读取 gzip、zstd、xz、bzip2 和 tar"}
	msgEmptyInput = message{"%s is empty (curl prints the answer with -si)", "%s 是空的（用 curl -si 可打印完整响应）"}

	msgOtherStatus = message{"this is a %d %s, not a 403", "这是 %d %s，不是 403"}
	msgOtherAnswer = message{"this is an answer with status %d, not a 403", "这个响应的状态码是 %d，不是 403"}
	msgOtherStore  = message{"this answer comes from another store, not from OSS", "该响应来自其他对象存储服务，不是 OSS"}
	msgNotOSS      = message{"nothing here shows that this 403 is one of OSS; give the whole answer with its headers: " +
		"curl -si URL (GET; a HEAD has no body: curl -sI URL shows its headers x-oss-ec and x-oss-err)",
		"看不出这个 403 来自 OSS；请提供带响应头的完整响应：" +
			"curl -si URL（GET 请求；HEAD 没有响应体，curl -sI URL 可查看响应头 x-oss-ec 和 x-oss-err）"}
	msgNothing = message{"no 403 of OSS in it", "其中没有 OSS 的 403"}
)

// Of lookup and list.
var (
	msgLookupShort = message{"Find what the catalog says of a kind, a code, an EC, an action, a message or a symptom", "按类型、错误码、EC、操作、错误信息或现象查询"}
	msgLookupLong  = message{
		`Show the catalog's page of what the words name: a kind (EndpointMismatch), a
reason, a code (SignatureDoesNotMatch), an EC (0003-00000905), in any spelling.
Other words are searched in all that the catalog says, in English and Chinese:
messages, actions, causes, steps and symptoms. The best comes first.

Exit status: 0 found, 1 nothing found.`,
		`显示所查内容的说明。可以查询类型（EndpointMismatch）、具体原因、错误码（SignatureDoesNotMatch）和 EC（细粒度错误码，例如 0003-00000905），写法不限。其他词语会在全部中英文内容中检索，包括错误信息、操作、原因、处理步骤和现象，最相关的排在最前面。

退出码：0 表示找到；1 表示没有找到。`,
	}
	msgLookupExample = message{
		`  oss403 lookup EndpointMismatch
  oss403 lookup 0003-00000905
  oss403 lookup because of bucket acl
  oss403 lookup hotlink
  oss403 lookup 欠费`,
		`  oss403 lookup EndpointMismatch
  oss403 lookup 0003-00000905
  oss403 lookup because of bucket acl
  oss403 lookup hotlink
  oss403 lookup 欠费`,
	}
	msgLookupWhat  = message{"say what to look up: a kind, a code, an EC or a message", "请指定要查询的类型、错误码、EC 或错误信息"}
	msgNotFound    = message{"%s is not in the catalog", "未收录 %s"}
	msgOtherCode   = message{"OSS sends %s with status %d, not with 403", "OSS 返回 %s 时状态码是 %d，不是 403"}
	msgDidYouMean  = message{"Did you mean:", "相近的名称："}
	msgSeeList     = message{"'oss403 list' shows all of it.", "用 oss403 list 查看收录的全部类型。"}
	msgSeveral     = message{"%d kinds match %s:", "有 %d 个类型与 %s 匹配："}
	msgSeveralHint = message{"'oss403 lookup KIND' shows one of them.", "用 oss403 lookup KIND 查看其中一个。"}

	msgPageTitle       = message{"%s (%s)", "%s（%s）"}
	msgWhatToDo        = message{"What to do:", "处理步骤："}
	msgStep            = message{"  %d. %s", "  %d. %s"}
	msgRetryLine       = message{"Retry: %s.", "重试：%s。"}
	msgActorLine       = message{"Who can act: %s.", "由谁处理：%s。"}
	msgOSSSays         = message{"OSS says:", "OSS 返回："}
	msgDecidingECs     = message{"ECs that mean it whatever the message:", "无论错误信息是什么，都表示该类型的 EC："}
	msgMarkdownReasons = message{"Reasons that an answer, and the request as far as it is known, can prove:", "根据响应和已知的请求可以确定的具体原因："}
	msgMarkdownReason  = message{"%s: %s → %s", "%s：%s → %s"}
	msgDocs            = message{"Documentation:", "文档："}

	msgListShort = message{"List the catalog", "列出收录的全部 403 类型"}
	msgListLong  = message{"List every kind of 403 that oss403 knows, by category. Words, --category and --code\nchoose some of them.",
		"按类别列出 oss403 收录的全部 403 类型。可以用词语、--category 和 --code 筛选。"}
	msgFlagListJSON = message{"print JSON: an array of kinds with their explanations, codes, messages and ECs",
		"输出 JSON 数组：每个类型及其解释、错误码、错误信息和 EC"}
	msgFlagMarkdown = message{"print Markdown, as CATALOG.md has it", "输出 Markdown，即 CATALOG.zh-CN.md 的内容"}
	msgCatalogHead  = message{
		"# The 403s of OSS\n\nMade by `oss403 list --markdown`; a test fails when it is stale. Text in braces varies.",
		"# OSS 的 403\n\n由 `oss403 list --markdown --lang zh` 生成，内容过期时测试会失败。EC 是 OSS 的细粒度错误码。花括号中的内容不固定。",
	}
	msgMarkdownStep  = message{"%d. %s", "%d. %s"}
	msgMarkdownTable = message{"| code | message | EC |", "| 错误码 | 错误信息 | EC |"}
	msgMarkdownDocs  = message{"Documentation: %s.", "文档：%s。"}
	msgMarkdownLinks = message{", ", "、"}
	msgMarkdownLine  = message{"\n", ""} // between sentences; a line break is shown as a blank
	msgMarkdownBlank = message{" ", ""}
)

// Of scan.
var (
	msgScanShort = message{"Find the 403s of OSS in logs, grouped by what to fix", "在日志中查找 OSS 的 403，并按原因归类"}
	msgScanLong  = message{
		`Find the 403s of OSS in logs of any size and group them by what one act fixes, the
most frequent first, with the steps for each and what it is about: buckets,
actions, principals, endpoints, hosts, keys. What could not be placed comes last.

It reads files, directories with -r, patterns (logs/**/*.gz), and standard input
without any or with -: plain, gzip, zstd, xz, bzip2, and tar files of these. It
finds error texts of the SDKs, XML, curl output and lines of oss403 itself, on one
line or on several, in the JSON of docker, containerd and journald too, and the
403s in OSS's access logs and real-time logs. What one error left on several lines
is counted once, if the lines name the same request ID.

Times without a zone are taken for UTC. An error without a time counts whatever
--since and --until say.

An input that cannot be read to its end, and Ctrl-C, do not hide what was found.

Exit status: 0 found some, 1 found none, 2 an input that cannot be read, 130
interrupted. With --fail-on: 1 found some of these, 0 found none of these.`,
		`在任意大小的日志中查找 OSS 的 403，把一次处理就能解决的归为一组，从多到少排列，并给出每组的处理步骤，以及涉及的 Bucket、操作、身份、Endpoint、域名和 AccessKey。无法归类的排在最后。

可以读取文件、目录（-r）和通配符（logs/**/*.gz）；未指定文件或文件为 - 时，读取标准输入。支持普通文件、gzip、zstd、xz、bzip2，以及包含这些文件的 tar。可以识别 SDK 的错误信息、XML、curl 的输出和 oss403 自己的日志行，单行或多行均可，也包括 docker、containerd 和 journald 的 JSON，以及 OSS 访问日志和实时日志中的 403。同一个错误分散在几行且请求 ID 相同时，只计一次。

没有时区的时间按 UTC 处理。没有时间的错误不受 --since 和 --until 限制。

如果有输入无法读完，或者按了 Ctrl-C，仍会输出已经找到的结果。

退出码：0 表示找到；1 表示没有找到；2 表示有输入无法读取；130 表示被中断。指定 --fail-on 时：1 表示存在指定的 403，0 表示不存在。`,
	}
	msgScanExample = message{
		`  oss403 scan app.log app.log.1.gz
  oss403 scan -r /var/log --since 2h
  kubectl logs -f deploy/uploader | oss403 scan -f
  oss403 scan --policy app.log
  oss403 scan --json app.log | jq -r 'select(.type=="group") | [.count, .kind] | @tsv'
  oss403 scan --fail-on Permission,Signature --format github test.log`,
		`  oss403 scan app.log app.log.1.gz
  oss403 scan -r /var/log --since 2h
  kubectl logs -f deploy/uploader | oss403 scan -f
  oss403 scan --policy app.log
  oss403 scan --json app.log | jq -r 'select(.type=="group") | [.count, .kind] | @tsv'
  oss403 scan --fail-on Permission,Signature --format github test.log`,
	}
	msgFlagScanJSON = message{"print JSON: one object a line for each group, then one with the totals", "输出 JSON：每组一行，每行一个对象，最后一行是合计"}
	msgScanNone     = message{"No 403 of OSS in %s.", "在 %s中没有发现 OSS 的 403。"}
	msgScanHead     = message{"%s of OSS in %s, %s groups. One act fixes a group; the most frequent comes first.",
		"在 %[2]s中发现 %[1]s OSS 的 403，共 %[3]s 组。每组通过一次处理即可解决，按出现次数从多到少排列。"}
	msgScanHeadOne  = message{"%s of OSS in %s.", "在 %[2]s中发现 %[1]s OSS 的 403。"}
	msgScanGroup    = message{"%d. %s: %s", "%d. %s：%s"}
	msgScanTimes    = message{"%s (%s of all)", "%s，占 %s"}
	msgScanFirst    = message{"   First: %s", "   首次：%s"}
	msgScanLast     = message{"   Last:  %s", "   末次：%s"}
	msgScanOnly     = message{"   Where: %s", "   位置：%s"}
	msgScanRequest  = message{"   Request ID: %s", "   请求 ID：%s"}
	msgScanStep     = message{"   Do: %s", "   处理：%s"}
	msgScanUnplaced = message{"%s could not be placed: the catalog does not hold what OSS said, or OSS gave no cause. A GET instead of a HEAD shows more.",
		"有 %s无法归类：OSS 返回的内容未收录，或 OSS 没有给出原因。把 HEAD 换成 GET 可以获得更多信息。"}
	msgScanPlaced = message{"All of them could be placed.", "全部已归类。"}
	msgScanMore   = message{"'oss403 lookup KIND' shows what is known of a kind, 'oss403 explain FILE' all that one error shows.",
		"用 oss403 lookup KIND 查看某个类型的说明，用 oss403 explain FILE 查看单个错误的全部依据。"}
	msgUnplacedStep = message{"Give one of them to 'oss403 explain', with the whole answer: curl -si URL.",
		"用 oss403 explain 查看其中一个，并提供完整的响应：curl -si URL。"}
	msgLine        = message{"line %d", "第 %d 行"}
	msgAtTime      = message{"%s (%s)", "%s（%s）"}
	msgInterrupted = message{"interrupted after %s; the rest was not read", "已中断，已读取 %s，其余部分未读取"}
	msgLargeWindow = message{"unpacking %s takes more memory than a scan uses: %s FILE | oss403 scan", "解压 %s 所需的内存超过 scan 的上限，请使用：%s FILE | oss403 scan"}
	msgBadArchive  = message{"%s: the compressed data is damaged or cut short: %s", "%s：压缩数据已损坏或不完整：%s"}
	msgScanReading = message{"Reading", "正在读取"}
	msgOneLine     = message{"1 line", "1 行"}
	msgLines       = message{"%s lines", "%s 行"}
	msgOne403      = message{"1 403", "1 个"}
	msgMany403     = message{"%s 403s", "%s 个"}
	msgOnce        = message{"once", "1 次"}
	msgTimes       = message{"%s times", "%s 次"}
)

// Of serve and version.
var (
	msgServeShort = message{"Stand in for OSS, for trying programs: a 403 for every request, or objects, rules and signatures",
		"代替 OSS 供程序测试：每个请求都返回 403，或提供 Object 存取、规则和签名校验"}
	msgServeLong = message{
		`Stand in for OSS on the loopback interface. The URL is printed first; it is the
endpoint to set in a program. Stop it with Ctrl-C.

By itself it answers every request with a 403 of --kind, with the headers, the
XML and, for HEAD, the x-oss-err header that OSS sends. Another kind is chosen
with the header X-Oss403-Kind, or with a path that begins with /_kind/KIND/.

With --store it keeps objects in memory and works as OSS does: objects, lists,
multipart uploads, ACLs, tags, restoring of archived objects and more. Buckets
are there when they are first named, in the path or in the host.

With --rule requests get a 403 of a kind: METHOD:PREFIX:KIND:NTH. METHOD is the
HTTP method, PREFIX how the object's key begins, NTH that only the nth request
that fits gets it, counted from 1. Each but KIND may be empty. The first rule that
fits decides; requests that none fits are served from memory or, with --kind, get
that 403.

With --credentials it verifies signatures of every scheme, times and tokens, and
refuses what OSS refuses. Each 403 is explained on standard error.

It speaks HTTPS and HTTP on the same port, and is a proxy: with HTTP_PROXY and
HTTPS_PROXY set to its URL a program keeps the endpoint that it has in production.`,
		`在本机回环地址上代替 OSS。启动后先打印 URL，把它设为程序的 Endpoint 即可。按 Ctrl-C 停止。

默认对每个请求返回 --kind 指定类型的 403，包括 OSS 会返回的响应头和 XML；对 HEAD 请求，还包括 x-oss-err 响应头。也可以用请求头 X-Oss403-Kind 或以 /_kind/KIND/ 开头的路径选择其他类型。

指定 --store 时，Object 保存在内存中，行为与 OSS 一致：Object 读写、列举、分片上传、ACL、标签、归档 Object 的解冻等。Bucket 在首次被访问时自动存在，可以写在路径或域名中。

--rule 让符合条件的请求返回某类 403，格式为 METHOD:PREFIX:KIND:NTH。METHOD 是 HTTP 方法；PREFIX 是 Object 名称的前缀；NTH 表示只有第 n 个符合条件的请求返回 403，从 1 开始计数。除 KIND 外都可以留空。按顺序第一个符合的规则生效；没有规则符合的请求由内存中的 Object 应答，指定了 --kind 时返回该 403。

指定 --credentials 时，校验所有签名版本的签名、时间和安全令牌，OSS 会拒绝的请求同样拒绝。每个 403 都会在标准错误中给出解释。

同一端口同时支持 HTTPS 和 HTTP，也可以作为代理：把 HTTP_PROXY 和 HTTPS_PROXY 设为它的 URL，程序就可以保留生产环境的 Endpoint。`,
	}
	msgServeExample = message{
		`  oss403 serve --kind SecurityTokenExpired --addr 127.0.0.1:8403
  curl -si http://127.0.0.1:8403/_kind/ClockSkew/bucket/key | oss403 explain
  oss403 serve --store --rule PUT:reports/:AccountOverdue:2
  oss403 serve --credentials LTAI5tExample:ExampleSecret --tls --ca ca.pem`,
		`  oss403 serve --kind SecurityTokenExpired --addr 127.0.0.1:8403
  curl -si http://127.0.0.1:8403/_kind/ClockSkew/bucket/key | oss403 explain
  oss403 serve --store --rule PUT:reports/:AccountOverdue:2
  oss403 serve --credentials LTAI5tExample:ExampleSecret --tls --ca ca.pem`,
	}
	msgFlagKind  = message{"the kind of every answer", "每个响应的类型"}
	msgFlagAddr  = message{"the address to listen on; port 0 takes a free one", "监听地址；端口 0 表示任选空闲端口"}
	msgFlagStore = message{"keep objects in memory and work as OSS does", "在内存中保存 Object，像 OSS 一样工作"}
	msgFlagRule  = message{"METHOD:PREFIX:KIND:NTH, a 403 for the requests that fit; may be repeated",
		"METHOD:PREFIX:KIND:NTH，对符合条件的请求返回 403；可以多次指定"}
	msgFlagCredentials = message{"ID:SECRET or ID:SECRET:TOKEN, an AccessKey to verify signatures with; may be repeated",
		"ID:SECRET 或 ID:SECRET:TOKEN，用于校验签名的 AccessKey；可以多次指定"}
	msgFlagTLS = message{"print a URL with https", "打印以 https 开头的 URL"}
	msgFlagCA  = message{"the file to write the certificate to that clients have to trust (with --tls by default a temporary file)",
		"把客户端需要信任的证书写入该文件（指定 --tls 时默认写入临时文件）"}
	msgBadRule = message{"%s is not of the form METHOD:PREFIX:KIND:NTH, as in PUT:reports/:AccountOverdue:2",
		"%s 不符合 METHOD:PREFIX:KIND:NTH 的格式，例如 PUT:reports/:AccountOverdue:2"}
	msgBadCredentials = message{"credentials are ID:SECRET or ID:SECRET:TOKEN", "凭证的格式为 ID:SECRET 或 ID:SECRET:TOKEN"}
	msgCertificate    = message{"clients have to trust the certificate in %s", "客户端需要信任 %s 中的证书"}
	msgCannotWrite    = message{"cannot write %s: %s", "无法写入 %s：%s"}
	msgNoKind         = message{"there is no kind %s", "没有名为 %s 的类型"}
	msgCannotServe    = message{"cannot listen on %s: %s", "无法监听 %s：%s"}
	msgServeFailed    = message{"the server stopped: %s", "服务已停止：%s"}

	msgVersionShort = message{"Print the version", "打印版本"}
	msgNoBuildInfo  = message{"this binary was built without build information", "此程序构建时没有记录版本信息"}
)

// Of the commands that read anything.
var (
	msgRootExample = message{
		`  curl -si "$URL" | oss403
  oss403 error.txt
  oss403 0003-00001403
  oss403 scan -r /var/log/app`,
		`  curl -si "$URL" | oss403
  oss403 error.txt
  oss403 0003-00001403
  oss403 scan -r /var/log/app`,
	}
	msgFlagAll        = message{"explain every error of the text", "解释文本中的每个错误"}
	msgFlagRedact     = message{"print the text itself, without its secrets, to be shown to others", "输出脱敏后的原文，便于转发给他人"}
	msgFlagDiagnostic = message{"print EncodedDiagnosticMessage alone, which is sensitive, for 'aliyun ram DecodeDiagnosticMessage'",
		"只输出 EncodedDiagnosticMessage（敏感信息），供 aliyun ram DecodeDiagnosticMessage 使用"}
	msgFlagSecretEnv = message{"the variable of the environment that holds the AccessKey secret to check the signature with",
		"存放 AccessKey Secret 的环境变量名，用于检查签名"}
	msgFlagSecretFile = message{"the file that holds the AccessKey secret to check the signature with", "存放 AccessKey Secret 的文件，用于检查签名"}
	msgDoFirst        = message{"→ %s", "→ %s"}
	msgThen           = message{"Then:", "其他步骤："}
	msgOneOfAll       = message{"%d of %d, line %d", "第 %d 个（共 %d 个），第 %d 行"}
	msgAssumed        = message{"Taken for OSS, because you asked: nothing in the text shows that it is OSS's.",
		"文本中没有依据表明来自 OSS；因为你在用 oss403 查询，所以按 OSS 解释。"}
	msgMoreErrors     = message{"+%d more: %s (--all explains each)", "另有 %d 个错误：%s（用 --all 逐个解释）"}
	msgNoDiagnostic   = message{"there is no EncodedDiagnosticMessage in it", "其中没有 EncodedDiagnosticMessage"}
	msgNoSecretEnv    = message{"the environment variable %s is not set", "未设置环境变量 %s"}
	msgSecretArgument = message{"--secret-env takes the name of a variable, not the secret: others see arguments",
		"--secret-env 的值是环境变量名，不是 Secret：命令行参数会被其他人看到"}
	msgNoSecretFile = message{"%s is empty", "%s 是空的"}
	msgOnlyID       = message{
		"%[1]s is a request ID, which alone says nothing of the cause. " +
			"Look for it in the logs of the program, with the lines around it:\n" +
			"  grep -rn -C 20 %[1]s LOGS | oss403\n" +
			"or in the bucket's real-time log (OSS console: Logging > Real-time Log Query, request_id: %[1]s), whose line oss403 reads too. " +
			"Alibaba Cloud's support finds the request by it.",
		"%[1]s 是请求 ID，单凭它看不出原因。" +
			"可以在程序的日志中查找它和前后的内容：\n" +
			"  grep -rn -C 20 %[1]s LOGS | oss403\n" +
			"也可以在 Bucket 的实时日志中查询（OSS 控制台：日志管理 > 实时查询，request_id: %[1]s），查到的日志行同样可以交给 oss403。" +
			"联系阿里云技术支持时，请提供请求 ID。",
	}
	msgOnlyURL = message{
		"a URL alone says nothing of an answer. See what OSS answers:\n  curl -si '%s' | oss403",
		"单凭 URL 看不出响应的内容，请查看 OSS 的响应：\n  curl -si '%s' | oss403",
	}
	msgFlagLookupJSON    = message{"print JSON: one object a line for each kind", "输出 JSON：每个类型一行，每行一个对象"}
	msgNoCommand         = message{"there is no command %s", "没有名为 %s 的命令"}
	msgDidYouMeanCommand = message{"Did you mean:", "相近的命令："}
	msgColon             = message{": ", "："}
	msgReasons           = message{"Reasons that an answer can prove:", "根据响应可以确定的具体原因："}
	msgSharedCode        = message{"Other stores send %s with the same words, AWS S3 and what is compatible with it: the code alone does not show that OSS answered.",
		"AWS S3 以及与其兼容的其他存储服务也会返回 %s 和同样的错误信息：单凭错误码不能确定是 OSS 的响应。"}
	msgListExample = message{
		`  oss403 list --category Signature
  oss403 list --code AccessDenied
  oss403 list sts`,
		`  oss403 list --category Signature
  oss403 list --code AccessDenied
  oss403 list sts`,
	}
	msgFlagCategory = message{"only the kinds of this category", "只列出该类别的类型"}
	msgFlagCode     = message{"only the kinds that come with this code", "只列出使用该错误码的类型"}
	msgOneOf        = message{"%s is one of: %s", "%s 只能是：%s"}

	msgFlagRecursive = message{"read what is in directories", "读取目录中的文件"}
	msgFlagFollow    = message{"follow files as they grow, print errors as they come, and the groups at the end",
		"持续读取新增内容，实时输出发现的错误，结束时输出归类结果"}
	msgFlagBy = message{"group by kind, reason, bucket, action, principal or host (default: by what one act fixes)",
		"按 kind、reason、bucket、action、principal 或 host 归类（默认：一次处理能解决的归为一组）"}
	msgFlagTop   = message{"how many buckets, actions and so on each group names; 0 names none", "每组列出多少个 Bucket、操作等；0 表示不列出"}
	msgFlagSince = message{"only errors from this time on: 2026-03-05, 2026-03-05T10:11:02Z, or how long ago: 90m, 2d",
		"只统计该时间之后的错误：2026-03-05、2026-03-05T10:11:02Z，或距今多久：90m、2d"}
	msgFlagUntil    = message{"only errors before this time, written in the same ways", "只统计该时间之前的错误，写法相同"}
	msgFlagScanKind = message{"only these kinds, reasons or categories, separated by commas", "只统计这些类型、具体原因或类别，用逗号分隔"}
	msgFlagFailOn   = message{"exit with 1 if there are any of these kinds, reasons or categories, or any at all: any",
		"存在这些类型、具体原因或类别的 403 时退出码为 1；any 表示任意 403"}
	msgNoKindOrCategory = message{"%s: there is no kind, reason or category %s", "%s：没有名为 %s 的类型、具体原因或类别"}
	msgBadTime          = message{"%s: %s is not a time such as 2026-03-05, 2026-03-05T10:11:02Z, 90m or 2d",
		"%s：%s 不是时间，正确的写法如 2026-03-05、2026-03-05T10:11:02Z、90m、2d"}
	msgScanNext      = message{"   %d. %s", "   %d. %s"}
	msgScanRequests  = message{"   Request IDs: %s", "   请求 ID：%s"}
	msgScanFact      = message{"   %s: %s", "   %s：%s"}
	msgScanComma     = message{", ", "、"}
	msgScanOthers    = message{", and %d more", "，另有 %d 个"}
	msgScanGuessed   = message{"%s (inferred)", "%s（推断）"}
	msgScanNoValue   = message{"%s: not known", "%s：未知"}
	msgScanTimesOf   = message{"%s: %s", "%s：%s"}
	msgScanGroupKind = message{"%s: %s", "%s：%s"}
	msgScanNoTime    = message{"%s of them have no time, and count all the same.", "其中 %s 个没有时间，同样计入。"}
	msgScanPage      = message{"The report is in %s.", "报告已写入 %s。"}
	msgNobody        = message{"nobody (not signed)", "匿名（未签名）"}
	msgNoPaths       = message{"paths has to name files, directories or patterns", "paths 必须是文件、目录或通配符"}
)

// What a check of a secret found.
var secretChecks = map[oss403.SecretCheck]message{
	oss403.SecretUnknownToOSS: {"This secret made the signature, over the very text that OSS calculated over: OSS has another secret for this AccessKey ID. " +
		"ID and secret do not belong together.",
		"该 Secret 能够生成请求中的签名，且待签名内容与 OSS 的一致：OSS 中该 AccessKey ID 对应的是另一个 Secret，二者不匹配。"},
	oss403.SecretOrTextDiffers: {"This secret did not make the signature: the client signed with another secret, or another text than OSS calculated over.",
		"该 Secret 不能生成请求中的签名：客户端使用了其他 Secret，或待签名内容与 OSS 的不一致。"},
	oss403.SecretNotTold: {"Whether it is the secret cannot be told: the answer does not hold what OSS calculated over, or neither it nor the request holds the signature.",
		"无法判断 Secret 是否正确：响应中没有待签名内容，或响应和请求中都没有签名。"},
}

var retries = map[oss403.Retry]message{
	oss403.RetryNever:                {"the same request will not succeed", "原样重试不会成功"},
	oss403.RetryAfterRefresh:         {"after the credentials are replaced", "更换访问凭证之后"},
	oss403.RetryAfterClockSync:       {"after the request carries the right time", "请求时间正确之后"},
	oss403.RetryAfterRestore:         {"after the object is restored", "Object 解冻完成之后"},
	oss403.RetryOtherEndpoint:        {"through another endpoint or host name", "换用其他 Endpoint 或域名之后"},
	oss403.RetryAfterSigning:         {"after the request is signed correctly", "请求正确签名之后"},
	oss403.RetryAfterGrant:           {"after the policies are changed to allow it", "修改权限策略、允许该操作之后"},
	oss403.RetryAfterAccountRestored: {"after the account is restored", "账号恢复正常之后"},
	oss403.RetryUnknown:              {"the answer does not tell what has to happen first", "从响应中看不出重试之前需要做什么"},
}

func (a *app) retry(r oss403.Retry) string {
	m, ok := retries[r]
	if !ok {
		m = retries[oss403.RetryUnknown]
	}
	return a.say(m)
}

var actors = map[oss403.Actor]message{
	oss403.ActorCaller:       {"you, in the program or its settings", "调用方（修改程序或其配置）"},
	oss403.ActorBucketOwner:  {"whoever manages the bucket", "Bucket 的管理者"},
	oss403.ActorAccountOwner: {"an administrator of the Alibaba Cloud account", "阿里云账号的管理员"},
	oss403.ActorAlibabaCloud: {"Alibaba Cloud's support", "阿里云技术支持"},
}

func (a *app) actor(who oss403.Actor) string { return a.say(actors[who]) }

var categoryNames = map[oss403.Category]message{
	oss403.CategoryEndpoint:     {"Endpoint", "Endpoint 与域名"},
	oss403.CategoryPermission:   {"Permission", "权限"},
	oss403.CategoryCredentials:  {"Credentials", "访问凭证"},
	oss403.CategorySignature:    {"Signature", "签名"},
	oss403.CategoryRequest:      {"Request", "请求"},
	oss403.CategoryState:        {"State", "状态"},
	oss403.CategoryAccount:      {"Account", "账号"},
	oss403.CategoryIntermediary: {"Intermediary", "中间环节"},
	oss403.CategoryUnknown:      {"Unknown", "未知"},
}

func (a *app) category(c oss403.Category) string { return a.say(categoryNames[c]) }

// translateHelp puts Chinese into the help that cobra writes.
func translateHelp(root *cobra.Command) {
	cobra.AddTemplateFunc("chinese", func(s string) string {
		return defaultValue.ReplaceAllString(strings.NewReplacer("[flags]", "[选项]", "[command]", "[命令]").Replace(s), "（默认值：$1）")
	})
	root.SetUsageTemplate(strings.NewReplacer(
		"Usage:", "用法：", "Aliases:", "别名：", "Examples:", "示例：", "Available Commands:", "命令：", "Additional Commands:", "其他命令：",
		"Additional help topics:", "其他帮助：", "Global Flags:", "全局选项：", "Flags:", "选项：",
		"{{.UseLine}}", "{{.UseLine | chinese}}", ".FlagUsages |", ".FlagUsages | chinese |",
		`Use "{{.CommandPath}} [command] --help" for more information about a command.`, `用 {{.CommandPath}} COMMAND --help 查看某个命令的帮助。`,
		"{{.CommandPath}} [command]", "{{.CommandPath}} [命令]",
	).Replace(root.UsageTemplate()))
	translateCommand(root)
}

var defaultValue = regexp.MustCompile(` \(default (.+)\)`)

// translateCommand puts Chinese into what cobra says of a command, and of those below it.
func translateCommand(cmd *cobra.Command) {
	if t, ok := cobraCommands[cmd.CommandPath()]; ok {
		cmd.Short, cmd.Long = t.short, t.long
	}
	for name, usage := range map[string]string{"help": "显示帮助", "no-descriptions": "补全时不显示说明"} {
		if f := cmd.Flags().Lookup(name); f != nil {
			f.Usage = usage
		}
	}
	for _, c := range cmd.Commands() {
		translateCommand(c)
	}
}

// cobraCommands are the commands that cobra adds, in Chinese.
var cobraCommands = map[string]struct{ short, long string }{
	"oss403 help":       {"查看命令的帮助", "查看任一命令的帮助：oss403 help COMMAND。"},
	"oss403 completion": {"生成 shell 的自动补全脚本", "生成指定 shell 的自动补全脚本。脚本的用法见各子命令的帮助。"},
	"oss403 completion bash": {"生成 bash 的自动补全脚本", `生成 bash 的自动补全脚本。

该脚本依赖 bash-completion 软件包；如果尚未安装，可以用操作系统的包管理器安装。

在当前会话中启用补全：

	source <(oss403 completion bash)

在每个新会话中启用补全，执行一次即可：

#### Linux：

	oss403 completion bash > /etc/bash_completion.d/oss403

#### macOS：

	oss403 completion bash > $(brew --prefix)/etc/bash_completion.d/oss403

新开一个 shell 后生效。`},
	"oss403 completion fish": {"生成 fish 的自动补全脚本", `生成 fish 的自动补全脚本。

在当前会话中启用补全：

	oss403 completion fish | source

在每个新会话中启用补全，执行一次即可：

	oss403 completion fish > ~/.config/fish/completions/oss403.fish

新开一个 shell 后生效。`},
	"oss403 completion powershell": {"生成 PowerShell 的自动补全脚本", `生成 PowerShell 的自动补全脚本。

在当前会话中启用补全：

	oss403 completion powershell | Out-String | Invoke-Expression

要在每个新会话中启用补全，把上述命令的输出加入 PowerShell 的 profile。`},
	"oss403 completion zsh": {"生成 zsh 的自动补全脚本", `生成 zsh 的自动补全脚本。

如果当前环境尚未启用补全，先执行一次：

	echo "autoload -U compinit; compinit" >> ~/.zshrc

在当前会话中启用补全：

	source <(oss403 completion zsh)

在每个新会话中启用补全，执行一次即可：

#### Linux：

	oss403 completion zsh > "${fpath[1]}/_oss403"

#### macOS：

	oss403 completion zsh > $(brew --prefix)/share/zsh/site-functions/_oss403

新开一个 shell 后生效。`},
}

// usageErrors are what cobra says of wrong usage, and the Chinese of each.
var usageErrors = []struct {
	english *regexp.Regexp
	chinese string
}{
	{regexp.MustCompile(`unknown command (".*?") for "(oss403 .+?)"`), "$2 不接受参数 $1"},
	{regexp.MustCompile(`unknown command (".*?") for "oss403"`), "没有名为 $1 的命令"},
	{regexp.MustCompile(`\n\nDid you mean this\?`), "\n相近的命令："},
	{regexp.MustCompile(`^accepts at most (\d+) arg\(s\), received (\d+)`), "最多接受 $1 个参数，实际有 $2 个"},
	{regexp.MustCompile(`^unknown flag: `), "没有该选项："},
	{regexp.MustCompile(`^unknown shorthand flag: ('.*?') in (.+)`), "$2 中没有选项 $1"},
	{regexp.MustCompile(`^flag needs an argument: `), "选项缺少值："},
	{regexp.MustCompile(`^bad flag syntax: `), "选项的写法有误："},
	{regexp.MustCompile(`(?s)^invalid argument (".*") for "(--\w+)" flag: strconv\.ParseBool: .*`), "选项 $2 的值 $1 无效：只能是 true 或 false"},
	{regexp.MustCompile(`(?s)^invalid argument (".*") for "(--\w+)" flag: strconv\.ParseInt: .*`), "选项 $2 的值 $1 无效：只能是整数"},
	{regexp.MustCompile(`(?s)^invalid argument (".*") for "(--\w+)" flag: `), "选项 $2 的值 $1 无效："},
	{regexp.MustCompile(`^if any flags in the group .* are set none of the others can be; \[([a-z-]+) ([a-z-]+)(?: [a-z -]+)?\] were all set`), "--$1 和 --$2 不能同时使用"},
}

// usageError is what cobra says of wrong usage, in the user's language.
func (a *app) usageError(err error) string {
	s := chars.VisibleLines(err.Error())
	if a.lang == oss403.Chinese {
		for _, e := range usageErrors {
			s = e.english.ReplaceAllString(s, e.chinese)
		}
	}
	return s
}
