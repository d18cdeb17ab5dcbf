// Package explain turns a pasted text into what the page shows of it. The WebAssembly of the static
// page and the server of oss403 web share it, so that both say the same. It has no words of its own
// for what it explains: it takes the library's report apart.
package explain

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oss403/oss403"
)

// MaxText is how many bytes of a text are read, as many as the library reads.
const MaxText = 1 << 20

// Answer is an explanation, ready to be shown. Nothing in it is a secret: every string is the
// library's, masked. Its zero value means that the text holds no 403 of OSS.
type Answer struct {
	Found    bool      `json:"found"`
	Why      string    `json:"why,omitempty"`      // where nothing was found: what the text is instead
	Hint     string    `json:"hint,omitempty"`     // where nothing was found: what to paste
	Report   string    `json:"report,omitempty"`   // where nothing was found: how to report it, with Markdown
	Kind     string    `json:"kind,omitempty"`     // the name of its page
	Reason   string    `json:"reason,omitempty"`   // of the kind; its place on that page
	Line     string    `json:"line,omitempty"`     // the one-line error
	More     string    `json:"more,omitempty"`     // how many other 403s the text holds
	Lead     []string  `json:"lead,omitempty"`     // what happened, and why
	Sections []Section `json:"sections,omitempty"` // the rest of the report
	Markdown string    `json:"markdown,omitempty"` // all of it, for an issue; where nothing was found, the text, masked
}

// Section is a part of a report. One without a heading says when to retry, and who can act.
type Section struct {
	Heading string  `json:"heading,omitempty"`
	Ordered bool    `json:"ordered,omitempty"` // the entries are steps
	Entries []Entry `json:"entries,omitempty"`
	Code    string  `json:"code,omitempty"` // a RAM policy, in place of entries
}

// Entry is a line of a section, and what is said below it.
type Entry struct {
	Name     string   `json:"name,omitempty"` // what stands before a colon: a field of the answer
	Text     string   `json:"text"`
	Detail   string   `json:"detail,omitempty"`
	Commands []string `json:"commands,omitempty"` // of a shell, in place of Text
	URL      string   `json:"url,omitempty"`      // of the page whose title Text is

	line string // all of it
}

// Text explains the first 403 in a text that somebody pasted: who pastes a text here has said that
// it is about OSS.
func Text(text string, lang oss403.Lang) Answer {
	if len(text) > MaxText {
		text = strings.ToValidUTF8(text[:MaxText], "")
	}
	e, ok := parse(text)
	if !ok {
		a := Answer{Why: whyNot(text, lang), Hint: hint.in(lang)}
		if strings.TrimSpace(text) != "" {
			a.Report, a.Markdown = report.in(lang), notUnderstood(text)
		}
		return a
	}
	a := Error(e, lang)
	if n := others(text); n == 1 {
		a.More = oneMore.in(lang)
	} else if n > 1 {
		a.More = strings.Replace(more.in(lang), "%", strconv.Itoa(n), 1)
	}
	return a
}

func parse(text string) (*oss403.Error, bool) { return oss403.ParseText(text, oss403.AssumeOSS()) }

// others is how many 403s a text holds besides the first.
func others(text string) int {
	n := -1
	for _, err := range oss403.ScanText(strings.NewReader(text), oss403.AssumeOSS()) {
		if err == nil {
			n++
		}
	}
	return n
}

// Error is the Answer for an error.
func Error(e *oss403.Error, lang oss403.Lang) Answer {
	kind := e.Kind
	if kind == "" {
		kind = oss403.KindUnknown
	}
	a := Answer{Found: true, Kind: string(kind), Reason: string(e.Reason), Line: e.Error()}
	a.Lead, a.Sections = takeApart(e.Report(lang))
	a.Markdown = markdown(a, lang)
	return a
}

// Kind is the Answer for a kind of which no more is known.
func Kind(k oss403.Kind, lang oss403.Lang) Answer {
	a := Error(&oss403.Error{Kind: k}, lang)
	a.Sections = slices.DeleteFunc(a.Sections, func(s Section) bool { // of OSS's answer: the report has the kind there
		return len(s.Entries) == 1 && s.Entries[0].Text == a.Kind
	})
	return a
}

// takeApart reads a report: the lead, then blocks behind empty lines. A heading ends in a colon and
// stands at the margin, what belongs to it is indented, what is said of that is indented further.
func takeApart(report string) (lead []string, sections []Section) {
	blocks := strings.Split(report, "\n\n")
	lead = strings.Split(blocks[0], "\n")
	for _, block := range blocks[1:] {
		var s Section
		lines := strings.Split(block, "\n")
		if heading, ok := cutColon(lines[0]); ok {
			s.Heading, lines = heading, lines[1:]
		}
		if len(lines) > 0 && strings.HasPrefix(lines[0], "  {") {
			s.Code = strings.TrimPrefix(strings.Join(lines, "\n"), "  ")
			s.Code = strings.ReplaceAll(s.Code, "\n  ", "\n")
			lines = nil
		}
		for _, line := range lines {
			if n := len(s.Entries); n > 0 && s.Entries[n-1].Text == "" { // behind a colon, to the end
				s.Entries[n-1].Commands = append(s.Entries[n-1].Commands, strings.TrimSpace(line))
				continue
			}
			if detail, ok := strings.CutPrefix(line, "    "); ok && len(s.Entries) > 0 {
				e := &s.Entries[len(s.Entries)-1]
				switch {
				case strings.HasPrefix(detail, "https://"):
					*e = Entry{Text: e.line, URL: detail}
				case e.Detail == "":
					e.Detail = detail
				default:
					e.Detail += "\n" + detail
				}
				continue
			}
			line = strings.TrimPrefix(line, "  ")
			if step, ok := cutNumber(line); ok {
				s.Ordered = true
				s.Entries = append(s.Entries, Entry{Text: step})
				continue
			}
			s.Entries = append(s.Entries, newEntry(line))
		}
		sections = append(sections, s)
	}
	return lead, sections
}

// cutColon takes the colon off the end of a heading.
func cutColon(s string) (string, bool) {
	if before, ok := strings.CutSuffix(s, ":"); ok {
		return before, true
	}
	return strings.CutSuffix(s, "：")
}

// cutNumber takes the number off a step.
func cutNumber(s string) (string, bool) {
	rest := strings.TrimLeft(s, "0123456789")
	if rest == s {
		return s, false
	}
	return strings.CutPrefix(rest, ". ")
}

// newEntry splits a line at its first colon.
func newEntry(line string) Entry {
	if name, ok := cutColon(line); ok {
		return Entry{Name: name, line: line}
	}
	name, text, ok := strings.Cut(line, ": ")
	if other, rest, found := strings.Cut(line, "："); found && (!ok || len(other) < len(name)) {
		name, text, ok = other, rest, true
	}
	if !ok {
		return Entry{Text: line, line: line}
	}
	return Entry{Name: name, Text: text, line: line}
}
