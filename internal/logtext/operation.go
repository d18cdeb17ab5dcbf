package logtext

import (
	"strings"
)

// operationMark is what SDK v2, and AWS's, put in front of their errors.
const operationMark = "operation error "

// operationMarks are what clients put around the name of an operation.
var operationMarks = [...]struct{ before, after string }{
	{operationMark + "S3: ", ","},
	{operationMark, ":"},
	{"when calling the ", " operation"},
	{`Error executing "`, `"`},
	{"ACCESS_DENIED during ", " operation"},
	{operationMark, " "},
}

// operationIn returns the operation that a client names.
func operationIn(s string) string {
	for _, m := range operationMarks {
		_, rest, ok := strings.Cut(s, m.before)
		if !ok {
			continue
		}
		name, _, ok := strings.Cut(rest[:min(len(rest), 64)], m.after)
		if ok && isName(name) && !strings.Contains(name, ".") {
			return name
		}
	}
	return ""
}

// labelledOperation returns the operation that a label names: operation=PutObject.
func (p *page) labelledOperation() string {
	for k, l := range p.labels {
		if l.field != fieldOperation {
			continue
		}
		v := p.value(k)
		capitals := 0
		for i := 0; i < len(v); i++ {
			if isUpper(v[i]) {
				capitals++
			}
		}
		if isName(v) && capitals >= 2 && capitals < len(v) && isUpper(v[0]) {
			return v
		}
	}
	return ""
}
