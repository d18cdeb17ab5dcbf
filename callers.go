package oss403

import (
	"strings"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/gate"
)

// What callers said around a client's error: their text without the client's, and without the marks
// that led to it.

// context returns what callers said around the client's error that Wrap met, masked.
func (e *Error) context() string {
	if e.evidence == nil {
		return ""
	}
	ev := e.evidence()
	if !ev.wrapped || ev.top == ev.node {
		return ""
	}
	return chars.OneLine(ev.secrets.UpTo(cutOut(textOf(ev.top), textOf(ev.node)), maxContext))
}

// maxContext is how much of a caller's text is looked at. More would not fit anyway.
const maxContext = 4 << 10

// textOf returns err's text, "" where the method panics.
func textOf(err error) (s string) {
	defer func() {
		if recover() != nil {
			s = ""
		}
	}()
	return err.Error()
}

// cutOut takes inner out of outer, as often as callers repeat it, and closes the gaps.
func cutOut(outer, inner string) string {
	const enough = maxContext + gate.MaxToken + 1 // for UpTo
	if inner == "" {
		return outer
	}
	behind := ""
	for n := 0; n < 8; n++ {
		i := strings.LastIndex(outer, inner)
		if i < 0 {
			break
		}
		after := outer[i+len(inner):]
		if after = after[:min(len(after), enough)]; n > 0 {
			after = seam(after, behind)
		}
		outer, behind = outer[:i], after
	}
	return strings.TrimRight(seam(tidyTransfer.Replace(outer[:min(len(outer), enough)]), behind), stops)
}

// tidyTransfer is for what SDK v2 says of an upload, a download or a copy, whose ID may be missing.
var tidyTransfer = strings.NewReplacer(", upload id: , cause: ", ": ", "download failed , cause: ", "download failed: ")

const (
	blanks = " \t\r\n"
	leads  = blanks + ":,;=：，；、" // what leads to what was cut out
	stops  = leads + ".。"        // and what ends a sentence
)

// seam puts together what stood before and behind something that was cut out.
func seam(before, after string) string {
	rest := strings.TrimLeft(after, blanks)
	for range 16 { // more brackets than anybody opens
		before = trimLead(before)
		open, size := utf8.DecodeLastRuneInString(before)
		closing := closingOf(open)
		if closing == 0 || open == closing && !opens(before[:len(before)-size]) {
			break
		}
		inner, closed := strings.CutPrefix(rest, string(closing))
		if !closed && strings.ContainsRune(rest, closing) { // there is more in it
			return before + strings.TrimLeft(rest, stops)
		}
		before = before[:len(before)-size]
		if closed {
			after, rest = inner, strings.TrimLeft(inner, blanks)
		}
	}
	lead, _ := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "":
		return before
	case before == "" || lead == '=':
		rest = strings.TrimLeft(rest, stops)
	case strings.ContainsRune(":,;.：，；、。", lead), len(rest) == len(after) && strings.ContainsRune(")]}>）】」』》\"'`”’", lead):
		return before + rest
	}
	if before == "" || rest == "" {
		return before + rest
	}
	return before + " " + rest
}

// trimLead takes off what led to what was cut out: colons, commas, arrows.
func trimLead(s string) string {
	for {
		t := strings.TrimRight(s, leads)
		for _, arrow := range [...]string{"->", "=>", "→", "|", " -", " –", " —"} {
			t = strings.TrimSuffix(t, arrow)
		}
		if t == s {
			return s
		}
		s = t
	}
}

// opens says whether a quote behind s opens something.
func opens(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return s == "" || strings.ContainsRune(blanks+":,;=：，；、([{<（【「『《", last)
}

// closingOf returns what closes a bracket or a quote, 0 for anything else.
func closingOf(open rune) rune {
	switch open {
	case '(':
		return ')'
	case '[':
		return ']'
	case '{':
		return '}'
	case '<':
		return '>'
	case '（':
		return '）'
	case '【':
		return '】'
	case '「':
		return '」'
	case '『':
		return '』'
	case '《':
		return '》'
	case '“':
		return '”'
	case '‘':
		return '’'
	case '"', '\'', '`':
		return open
	}
	return 0
}
