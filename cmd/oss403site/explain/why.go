package explain

import (
	"strings"

	"github.com/oss403/oss403"
)

// words are a sentence in each language.
type words struct{ en, zh string }

func (w words) in(lang oss403.Lang) string {
	if lang == oss403.Chinese {
		return w.zh
	}
	return w.en
}

var (
	hint = words{
		"Paste the whole error text of the client, or the whole answer with its headers (curl -si URL).",
		"请粘贴客户端的完整错误信息，或带响应头的完整响应（curl -si URL）。",
	}
	report = words{
		"If it is a 403 of OSS nevertheless, copy it as Markdown, look it over, and open an issue: the copy is masked.",
		"如果这确实是 OSS 的 403，请复制为 Markdown，检查后提交 issue：复制的内容已脱敏。",
	}
	oneMore = words{
		"This is the first 403 in the text; there is one more. Paste that alone, or give the log to oss403 scan.",
		"这是文本中的第一个 403，另外还有 1 个。请单独粘贴，或用 oss403 scan 分析日志。",
	}
	more = words{
		"This is the first 403 in the text; there are % more. Paste one alone, or give the log to oss403 scan.",
		"这是文本中的第一个 403，另外还有 % 个。请逐个粘贴，或用 oss403 scan 分析日志。",
	}
	empty       = words{"There is nothing to explain yet.", "还没有可以解释的内容。"}
	nothing     = words{"There is no 403 of OSS in this text.", "这段文本中没有 OSS 的 403。"}
	notOSS      = words{"Nothing here shows that this 403 is one of OSS.", "看不出这个 403 来自 OSS。"}
	otherStatus = words{"This is an answer with status %, not a 403.", "这个响应的状态码是 %，不是 403。"}
)

// whyNot says what a text is in which no 403 of OSS was found.
func whyNot(text string, lang oss403.Lang) string {
	if strings.TrimSpace(text) == "" {
		return empty.in(lang)
	}
	found := statuses(text)
	switch {
	case strings.Contains(text, "403"), strings.Contains(text, "AccessDenied"):
		return notOSS.in(lang)
	case len(found) > 0:
		return strings.Replace(otherStatus.in(lang), "%", found[len(found)-1], 1)
	}
	return nothing.in(lang)
}

// statuses are the HTTP statuses of a text, where a status line, an SDK or a log writes them.
func statuses(text string) []string {
	var list []string
	lower := strings.ToLower(text)
	for _, mark := range [...]string{"http/1.0 ", "http/1.1 ", "http/2 ", "http/3 ", "statuscode", "status code", "status"} {
		for rest := lower; ; {
			_, after, ok := strings.Cut(rest, mark)
			if !ok {
				break
			}
			rest = after
			value := strings.TrimLeft(after[:min(len(after), 8)], `"' :=`)
			if len(value) < 3 || value[0] < '1' || value[0] > '5' || !digit(value[1]) || !digit(value[2]) || len(value) > 3 && digit(value[3]) {
				continue
			}
			list = append(list, value[:3])
		}
	}
	return list
}

func digit(c byte) bool { return '0' <= c && c <= '9' }
