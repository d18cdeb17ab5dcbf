package logtext

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// Documentation and program code quote errors. They tell of none.

// Reported says whether a program tells of the error: with a time or a level in front of it, with the operation,
// with labels for both code and message, or with the message behind the code. What quotes one has none of them.
func (e *Evidence) Reported() bool {
	return e.named || e.Log || e.Operation != "" || e.pair[0] && e.pair[1] || isReport(e.front) || e.told && !isQuotation(e.front[strings.LastIndexByte(e.front, '\n')+1:])
}

// isQuotation says whether a line, up to where an error begins in it, is one of code, of a table or of a list.
func isQuotation(front string) bool {
	front = strings.TrimSpace(front)
	return front != "" && (strings.ContainsAny(front, "\"'`|") || !chars.IsLetterOrDigit(front[0]) && front[0] < 0x80 && front[0] != '[')
}

// IsSource says whether the error stands in a string that a statement of a program ends behind.
func (e *Evidence) IsSource() bool {
	rest, _, _ := strings.Cut(e.behind, "\n")
	rest = strings.TrimRight(rest, " \t\r")
	if !strings.HasSuffix(rest, ";") && !strings.HasSuffix(rest, "{") {
		return false
	}
	line := e.front[strings.LastIndexByte(e.front, '\n')+1:]
	i := strings.LastIndexAny(line, "\"'`")
	if i < 0 || strings.IndexByte(rest, line[i]) < 0 {
		return false
	}
	before := strings.TrimRight(line[:i], " ")
	return before != "" && isOneOf(before[len(before)-1], "(=,+") && !isStamped(line)
}
