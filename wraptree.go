package oss403

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/gate"
)

// tree is an error in which 403s lie below errors that wrap several.
type tree struct {
	// Reflection, as in a test framework's diff, cannot look into a func.
	state func() treeState
}

type treeState struct {
	err   error
	parts []part
	text  func() string // made once: a retry loop may put tree into tree
}

func newTree(err error, parts []part) *tree {
	text := sync.OnceValue(func() string { return treeText(err, parts) })
	return &tree{func() treeState { return treeState{err, parts, text} }}
}

// part is a 403 in a tree.
type part struct {
	node error  // a client's error, an *Error, or a tree in the tree
	e    *Error // what it means; nil: what node says itself

	again bool // it is a part already, which stands in the text once more
}

// errors returns the 403s in the tree's order.
func (w *tree) errors() []*Error {
	var list []*Error
	stack := []*tree{w}
	at := []int{0}
	for len(stack) > 0 {
		last := len(stack) - 1
		parts := stack[last].state().parts
		if at[last] == len(parts) {
			stack, at = stack[:last], at[:last]
			continue
		}
		p := parts[at[last]]
		at[last]++
		if p.again {
			continue
		}
		switch node := p.node.(type) {
		case *Error:
			list = append(list, node)
		case *tree:
			stack, at = append(stack, node), append(at, 0)
		default:
			list = append(list, p.e)
		}
	}
	return list
}

// Unwrap returns the tree as callers made it.
func (w *tree) Unwrap() error {
	return w.state().err
}

// Is says whether target is one of the 403s, or any of them is target.
func (w *tree) Is(target error) bool {
	for _, e := range w.errors() {
		if error(e) == target || e.Is(target) {
			return true
		}
	}
	return false
}

// As fills target with the first of the 403s that can.
func (w *tree) As(target any) bool {
	v := reflect.ValueOf(target)
	if v.Kind() != reflect.Pointer || v.IsNil() {
		return false
	}
	to := v.Elem()
	asError := to.Type() != reflect.TypeFor[error]() && reflect.TypeFor[*Error]().AssignableTo(to.Type())
	for _, e := range w.errors() {
		if asError {
			to.Set(reflect.ValueOf(e))
			return true
		}
		if e.As(target) {
			return true
		}
	}
	return false
}

// maxTree is how much of a tree's text is shown, in bytes.
const maxTree = 1 << 20

// Error is the text of the tree, with the line of each 403 instead of the client's text.
func (w *tree) Error() string { return w.state().text() }

// treeText makes the text of a tree. A line that has no place there, since a caller left out what the
// client said, comes at the end.
func treeText(err error, parts []part) string {
	text := textOf(err)
	var slots []slot
	var missing []string
	from, misses := 0, 0
	for _, p := range parts {
		own := textOf(p.node)
		line := own
		if p.e != nil {
			line = p.e.Error()
		}
		i := -1
		if own != "" && misses < 64 { // each miss reads the whole text
			i = strings.Index(text[from:], own)
		}
		if i < 0 {
			misses++
			missing = append(missing, line)
			continue
		}
		slots = append(slots, slot{from + i, from + i + len(own), line})
		from += i + len(own)
	}
	var b strings.Builder
	secrets := secretsOf(parts)
	at := 0
	for i, p := range slots {
		before := maskText(text[at:p.from], secrets)
		if b.Len()+len(before)+len(p.line) > maxTree {
			return b.String() + andMore(len(slots)-i+len(missing))
		}
		b.WriteString(before)
		b.WriteString(p.line)
		at = p.to
	}
	b.WriteString(chars.Cut(maskText(text[at:], secrets), max(0, maxTree-b.Len())))
	for i, line := range missing {
		if b.Len()+len(line) > maxTree {
			return b.String() + andMore(len(missing)-i)
		}
		if b.Len() > 0 {
			b.WriteString("\n")
		}
		b.WriteString(line)
	}
	return b.String()
}

// andMore ends a text that gets too long.
func andMore(n int) string { return "\n… and " + strconv.Itoa(n) + " more" }

// slot is where a 403's own text stands in the text of a tree, and what comes there instead.
type slot struct {
	from, to int
	line     string
}

// secretsOf returns what the first few answers know to be secret. What else looks like a secret is
// hidden anyway.
func secretsOf(parts []part) []*gate.Secrets {
	list := []*gate.Secrets{new(gate.Secrets)}
	for _, p := range parts {
		if p.e != nil && p.e.evidence != nil && len(list) <= 16 {
			list = append(list, &p.e.evidence().secrets)
		}
	}
	return list
}

// maskText masks a caller's text.
func maskText(text string, secrets []*gate.Secrets) string {
	for _, s := range secrets {
		text = s.UpTo(text, chars.MaxText/2)
	}
	return chars.VisibleLines(text)
}

// Format prints the text for %s and %v, quoted for %q. %+v adds the facts of each answer. No verb
// shows more.
func (w *tree) Format(s fmt.State, verb rune) {
	text := w.Error()
	if verb != 'v' {
		if strings.ContainsRune("sqxX", verb) {
			_, _ = fmt.Fprintf(s, fmt.FormatString(s, verb), text)
		} else {
			_, _ = fmt.Fprintf(s, "%%!%c(%s)", verb, text)
		}
		return
	}
	_, _ = fmt.Fprint(s, text)
	if s.Flag('+') || s.Flag('#') {
		for _, e := range w.errors()[:min(len(w.errors()), 16)] {
			_, _ = fmt.Fprint(s, "\n"+e.Error()+e.detail())
		}
	}
}

// LogValue makes slog print the text, however the error is wrapped.
func (w *tree) LogValue() slog.Value { return slog.StringValue(w.Error()) }

// MarshalJSON writes error, the text, and errors, the 403s as [Error.MarshalJSON] writes them.
func (w *tree) MarshalJSON() ([]byte, error) {
	b, err := json.Marshal(struct {
		Error  string   `json:"error"`
		Errors []*Error `json:"errors"`
	}{w.Error(), w.errors()})
	return chars.EscapeJSON(b), err
}

var _ error = (*tree)(nil)
