package logtext

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// Documentation and program code quote errors, and name the classes of SDKs. They tell of none.

// Reported says whether a program tells of the error: with a time or a level in front of it, with the operation,
// with labels for both code and message, or with the message behind the code. What quotes one has none of them.
func (e *Evidence) Reported() bool {
	switch {
	case e.named, e.Log, e.Operation != "", e.pair[0] && e.pair[1], isReport(e.text[:e.at]):
		return true
	}
	return e.told && !isQuotation(e.text[lineStart(e.text, e.at, 0):e.at])
}

// isQuotation says whether a line, up to where an error begins in it, is one of code, of a table or of a list.
func isQuotation(front string) bool {
	front = strings.TrimSpace(front)
	return front != "" && (strings.ContainsAny(front, "\"'`|") || !chars.IsLetterOrDigit(front[0]) && front[0] < 0x80 && front[0] != '[')
}

// Quoted says whether the error stands in a row of a table, in a string that a statement of a program goes on or ends
// behind, or in one that has a line for itself, indented.
func (e *Evidence) Quoted() bool {
	if inTable(e.text, e.at) {
		return true
	}
	front, rest := e.text[lineStart(e.text, e.at, 0):e.at], strings.TrimRight(e.text[e.at:lineEnd(e.text, e.at)], " \t\r")
	i := strings.LastIndexAny(front, "\"'`")
	if i < 0 || strings.IndexByte(rest, front[i]) < 0 || isStamped(front) {
		return false
	}
	before := strings.TrimSpace(front[:i])
	if before == "" { // a person who quotes a line does not indent it
		return i > 0 && lastOf(strings.TrimRight(rest, ",+ ")) == front[i]
	}
	if name := strings.TrimRight(before, " :="); strings.HasSuffix(before, " =") && strings.Contains(name, ".") && isName(name) && lastOf(rest) == front[i] {
		return true // err.Message = "..."
	}
	return isOneOf(lastOf(before), "(=,+:#") && (strings.HasSuffix(rest, ";") || strings.HasSuffix(rest, "{") || strings.HasSuffix(rest, "),"))
}

// inTable says whether a place is in a row of a table, as documentation lists errors in.
func inTable(s string, at int) bool {
	rest := strings.TrimRight(s[at:lineEnd(s, at)], " \t\r")
	return strings.HasSuffix(rest, "|") && (strings.Count(rest, "|") > 1 || strings.Contains(s[lineStart(s, at, 0):at], "|"))
}

// inStatement says whether a place is in a line of a program that names a class: catch (OSSException e).
func inStatement(s string, at int) bool {
	line := strings.TrimLeft(s[lineStart(s, at, 0):at], " \t}")
	for _, word := range [...]string{"catch ", "catch(", "except ", "import ", "raise ", "return ", "throw new ", "use ", "using "} {
		if strings.HasPrefix(line, word) {
			return true
		}
	}
	return false
}
