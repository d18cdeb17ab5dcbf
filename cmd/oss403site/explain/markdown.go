package explain

import (
	"strconv"
	"strings"

	"github.com/oss403/oss403"
)

// markdown writes an answer for an issue.
func markdown(a Answer, lang oss403.Lang) string {
	between, colon := " ", ": "
	if lang == oss403.Chinese {
		between, colon = "", "："
	}
	var b strings.Builder
	lead := make([]string, len(a.Lead))
	for i, s := range a.Lead {
		lead[i] = plain(s)
	}
	title := a.Kind
	if a.Reason != "" {
		title += ", " + a.Reason
	}
	b.WriteString("### OSS 403: " + title + "\n\n" + code(a.Line) + "\n\n" + strings.Join(lead, between) + "\n")
	for _, s := range a.Sections {
		b.WriteString("\n")
		if s.Heading != "" {
			b.WriteString("**" + s.Heading + "**\n\n")
		}
		if s.Code != "" {
			b.WriteString("```json\n" + s.Code + "\n```\n")
		}
		for i, e := range s.Entries {
			switch {
			case s.Ordered:
				b.WriteString(strconv.Itoa(i+1) + ". " + plain(e.Text))
			case e.URL != "":
				b.WriteString("- [" + plain(e.Text) + "](" + e.URL + ")")
			case len(e.Commands) > 0:
				b.WriteString("- " + plain(e.Name) + colon + "\n\n  ```sh\n  " + strings.Join(e.Commands, "\n  ") + "\n  ```")
			case s.Heading == "":
				b.WriteString("- " + plain(e.Name) + colon + plain(e.Text))
			case e.Name != "":
				b.WriteString("- " + plain(e.Name) + colon + code(e.Text))
			default:
				b.WriteString("- " + plain(e.Text))
			}
			if e.Detail != "" {
				b.WriteString("\\\n  " + plain(e.Detail))
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// maxReport is how many bytes of a text go into an issue.
const maxReport = 16 << 10

// notUnderstood writes a text without its secrets, for an issue.
func notUnderstood(text string) string {
	text = oss403.Redact(text)
	if len(text) > maxReport {
		text = strings.ToValidUTF8(text[:maxReport], "") + "\n…"
	}
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return "### A text that oss403 does not understand\n\n" + fence + "text\n" + strings.TrimRight(text, "\n") + "\n" + fence + "\n"
}

// code is a span of Markdown that shows a value as it is, whatever back quotes are in it.
func code(s string) string {
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	return fence + strings.ReplaceAll(s, "\n", " ") + fence
}

var escapes = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "<", "&lt;", "[", `\[`, "`", "\\`", "\n", " ")

// plain escapes what Markdown would take for its own.
func plain(s string) string { return escapes.Replace(s) }
