package site

import "github.com/oss403/oss403"

// text is what the page itself says, by language; what it says of a 403 is the library's.
var text = map[string]map[oss403.Lang]string{
	"lang":      {oss403.English: "en", oss403.Chinese: "zh-CN"},
	"other":     {oss403.English: "中文", oss403.Chinese: "English"},
	"otherLang": {oss403.English: "zh-CN", oss403.Chinese: "en"},
	"home":      {oss403.English: "The 403s of Alibaba Cloud OSS, explained", oss403.Chinese: "阿里云 OSS 403 错误详解"},
	"headline":  {oss403.English: "What does this 403 of OSS mean?", oss403.Chinese: "OSS 返回 403，到底是什么原因？"},
	"intro": {
		oss403.English: "Alibaba Cloud OSS answers very different faults with the same AccessDenied. Paste what you have, or look it up.",
		oss403.Chinese: "阿里云 OSS 用同一个 AccessDenied 表示许多不同的问题。粘贴你看到的内容，或直接查询。",
	},
	"description": {
		oss403.English: "What each HTTP 403 of Alibaba Cloud OSS means and what to do about it: search by code, EC or message, or paste an error.",
		oss403.Chinese: "阿里云 OSS 每一种 HTTP 403 的含义和处理方法：按错误码、EC 或错误信息查询，或粘贴错误信息。",
	},
	"skip":       {oss403.English: "Skip to the content", oss403.Chinese: "跳到正文"},
	"nav":        {oss403.English: "Site", oss403.Chinese: "站点导航"},
	"navKinds":   {oss403.English: "Kinds", oss403.Chinese: "全部类型"},
	"navEC":      {oss403.English: "EC numbers", oss403.Chinese: "EC 一览"},
	"navExplain": {oss403.English: "Paste a 403", oss403.Chinese: "粘贴 403"},

	"paste":       {oss403.English: "Paste a 403", oss403.Chinese: "粘贴 403 错误"},
	"pasteLabel":  {oss403.English: "An SDK's error text, an answer of curl -si, XML or a piece of a log", oss403.Chinese: "SDK 的错误信息、curl -si 的响应、XML 或一段日志"},
	"explain":     {oss403.English: "Explain", oss403.Chinese: "解释"},
	"explainKeys": {oss403.English: "Ctrl+Enter", oss403.Chinese: "Ctrl+Enter"},
	"example":     {oss403.English: "Try an example", oss403.Chinese: "试试示例"},
	"clear":       {oss403.English: "Clear", oss403.Chinese: "清空"},
	"privacy": {
		oss403.English: "Nothing you paste leaves this page. The library runs in your browser, and the page's content security policy forbids it every connection. Secrets are masked in what is shown.",
		oss403.Chinese: "粘贴的内容不会离开本页面：解释由浏览器中运行的库完成，页面的内容安全策略（CSP）禁止任何网络连接。显示的结果中，密钥等敏感信息已脱敏。",
	},
	"privacyServer": {
		oss403.English: "What you paste goes to the oss403 command on this machine, and no further. Secrets are masked in what is shown.",
		oss403.Chinese: "粘贴的内容只会交给本机运行的 oss403 命令，不会传到别处。显示的结果中，密钥等敏感信息已脱敏。",
	},
	"loading":   {oss403.English: "Loading the library, once (2 MB) …", oss403.Chinese: "正在加载库（约 2 MB，仅首次）……"},
	"working":   {oss403.English: "Explaining …", oss403.Chinese: "正在解释……"},
	"failed":    {oss403.English: "The explanation could not be made: ", oss403.Chinese: "无法解释："},
	"tooLong":   {oss403.English: "The text is longer than 1 MiB. For logs: oss403 scan FILE.", oss403.Chinese: "文本超过 1 MiB。日志请用 oss403 scan FILE。"},
	"copy":      {oss403.English: "Copy as Markdown", oss403.Chinese: "复制为 Markdown"},
	"copied":    {oss403.English: "Copied", oss403.Chinese: "已复制"},
	"notCopied": {oss403.English: "The browser did not allow it", oss403.Chinese: "浏览器不允许复制"},
	"moreKind":  {oss403.English: "More about this kind", oss403.Chinese: "查看该类型的详情"},
	"issues":    {oss403.English: "Issues", oss403.Chinese: "提交 issue"},
	"oneLine":   {oss403.English: "As one line, for a log", oss403.Chinese: "日志中的一行"},
	"noscript": {
		oss403.English: "Search and explanations need JavaScript. All pages can be read without.",
		oss403.Chinese: "搜索和解释需要 JavaScript；所有页面不启用 JavaScript 也能阅读。",
	},

	"search":       {oss403.English: "Search", oss403.Chinese: "搜索"},
	"searchLabel":  {oss403.English: "Search kinds, codes, EC numbers and messages", oss403.Chinese: "搜索类型、错误码、EC 和错误信息"},
	"searchHolder": {oss403.English: "AccessDenied, 0003-00001403, signature, wrong region …", oss403.Chinese: "AccessDenied、0003-00001403、签名、bucket acl ……"},
	"results":      {oss403.English: "% results", oss403.Chinese: "% 个结果"},
	"result":       {oss403.English: "1 result", oss403.Chinese: "1 个结果"},
	"noResult":     {oss403.English: "Nothing in the catalog matches. Paste the whole error above.", oss403.Chinese: "没有匹配的内容。请把完整的错误信息粘贴到上面的输入框。"},
	"kind":         {oss403.English: "Kind", oss403.Chinese: "类型"},
	"reason":       {oss403.English: "Reason", oss403.Chinese: "原因"},
	"code":         {oss403.English: "Code", oss403.Chinese: "错误码"},
	"message":      {oss403.English: "Message", oss403.Chinese: "错误信息"},
	"ec":           {oss403.English: "EC", oss403.Chinese: "EC"},

	"kinds":      {oss403.English: "All kinds", oss403.Chinese: "全部类型"},
	"kindsNote":  {oss403.English: "A kind is one cause with one set of remedies. Its name never changes.", oss403.Chinese: "每个类型对应一种原因和一组处理步骤，名称不会改变。"},
	"ossSays":    {oss403.English: "What OSS says", oss403.Chinese: "OSS 返回的内容"},
	"ossSaysEC":  {oss403.English: "The answers that carry this EC", oss403.Chinese: "带有该 EC 的响应"},
	"anyCode":    {oss403.English: "any", oss403.Chinese: "不限"},
	"anyMessage": {oss403.English: "whatever it is", oss403.Chinese: "不限"},
	"noMessage":  {oss403.English: "not known", oss403.Chinese: "未知"},
	"reasons":    {oss403.English: "What exactly it can be", oss403.Chinese: "具体可能的原因"},
	"reasonsNote": {
		oss403.English: "Where the answer, or the request, proves one of these, the explanation says so.",
		oss403.Chinese: "如果响应或请求能证明是其中一种，解释会直接指出。",
	},
	"inGo":    {oss403.English: "In Go", oss403.Chinese: "在 Go 程序中"},
	"ecTitle": {oss403.English: "EC numbers", oss403.Chinese: "EC 一览"},
	"ecNote": {
		oss403.English: "The EC is OSS's fine-grained number of a fault, in the element EC and the header x-oss-ec. OSS says that ECs may change.",
		oss403.Chinese: "EC 是 OSS 的细粒度错误编号，出现在 EC 元素和 x-oss-ec 响应头中。OSS 说明 EC 可能变化。",
	},
	"codeNote": {
		oss403.English: "OSS sends this code with 403 for the following kinds. The message, the EC or AccessDeniedDetail tells which.",
		oss403.Chinese: "OSS 的 403 响应带有该错误码时，可能是以下类型。由错误信息、EC 或 AccessDeniedDetail 区分。",
	},
	"ecKinds": {oss403.English: "It means one of these kinds", oss403.Chinese: "它表示以下类型之一"},
	"footer": {
		oss403.English: "Made from the catalog of the Go library oss403, an open-source project of its own, not of Alibaba Cloud.",
		oss403.Chinese: "由 Go 库 oss403 收录的内容生成。oss403 是独立的开源项目，与阿里云无隶属关系。",
	},
	"footerLink": {oss403.English: "Source code", oss403.Chinese: "源代码"},
}

var categories = map[oss403.Category]map[oss403.Lang]string{
	oss403.CategoryEndpoint:     {oss403.English: "Endpoint", oss403.Chinese: "Endpoint 与域名"},
	oss403.CategoryPermission:   {oss403.English: "Permission", oss403.Chinese: "权限"},
	oss403.CategoryCredentials:  {oss403.English: "Credentials", oss403.Chinese: "访问凭证"},
	oss403.CategorySignature:    {oss403.English: "Signature", oss403.Chinese: "签名"},
	oss403.CategoryRequest:      {oss403.English: "Request", oss403.Chinese: "请求"},
	oss403.CategoryState:        {oss403.English: "State", oss403.Chinese: "状态"},
	oss403.CategoryAccount:      {oss403.English: "Account", oss403.Chinese: "账号"},
	oss403.CategoryIntermediary: {oss403.English: "Intermediary", oss403.Chinese: "中间环节"},
	oss403.CategoryUnknown:      {oss403.English: "Unknown", oss403.Chinese: "未知"},
}

// order is that in which the page shows the categories.
var order = []oss403.Category{
	oss403.CategoryEndpoint, oss403.CategoryPermission, oss403.CategoryCredentials, oss403.CategorySignature, oss403.CategoryRequest,
	oss403.CategoryState, oss403.CategoryAccount, oss403.CategoryIntermediary, oss403.CategoryUnknown,
}
