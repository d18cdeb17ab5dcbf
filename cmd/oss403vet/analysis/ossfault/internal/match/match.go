// Package match finds the places where a program asks what type an error has.
package match

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/client"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/flow"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/rule"
)

// How is the way in which a type is asked for.
type How int

// The ways.
const (
	Assertion How = iota // err.(T)
	Case                 // a case of a type switch
	As                   // errors.As(err, target), and what does the same
	AsType               // errors.AsType[T](err)
)

// Match is one place that asks for a type that a client's errors have.
type Match struct {
	How     How
	At      inspector.Cursor // the assertion, the type in the case, the call
	Err     inspector.Cursor // the expression that is asked
	Type    types.Type       // the type that is asked for
	Target  ast.Expr         // As only
	Pointer bool             // whether Type is a pointer
	Error   *client.Error    // what is known of Type
}

// Bare says whether only the error itself is looked at, not what it wraps.
func (m *Match) Bare() bool { return m.How == Assertion || m.How == Case }

// asFuncs are the functions that do what errors.As does, by package; the target is their last
// argument but those of a message.
var asFuncs = map[string][]string{
	"errors":                              {"As"},
	"github.com/pkg/errors":               {"As"},
	"github.com/cockroachdb/errors":       {"As"},
	"golang.org/x/xerrors":                {"As"},
	"github.com/stretchr/testify/assert":  {"ErrorAs", "ErrorAsf"},
	"github.com/stretchr/testify/require": {"ErrorAs", "ErrorAsf"},
}

// All returns the matches below a node.
func All(p *rule.Pass, below inspector.Cursor) iter.Seq[*Match] {
	return func(yield func(*Match) bool) {
		for c := range below.Preorder((*ast.TypeAssertExpr)(nil), (*ast.TypeSwitchStmt)(nil), (*ast.CallExpr)(nil)) {
			for _, m := range at(p, c) {
				if m.Error, m.Pointer = client.ErrorOf(m.Type); m.Error != nil && !yield(m) {
					return
				}
			}
		}
	}
}

func at(p *rule.Pass, c inspector.Cursor) (ms []*Match) {
	info := p.TypesInfo
	switch n := c.Node().(type) {
	case *ast.TypeAssertExpr:
		if n.Type != nil && rule.IsError(info.TypeOf(n.X)) {
			ms = append(ms, &Match{How: Assertion, At: c, Err: c.ChildAt(edge.TypeAssertExpr_X, -1), Type: info.TypeOf(n.Type)})
		}
	case *ast.TypeSwitchStmt:
		var guard inspector.Cursor
		for g := range c.ChildAt(edge.TypeSwitchStmt_Assign, -1).Preorder((*ast.TypeAssertExpr)(nil)) {
			guard = g
			break
		}
		if !rule.IsError(info.TypeOf(guard.Node().(*ast.TypeAssertExpr).X)) {
			return nil
		}
		for clause := range c.ChildAt(edge.TypeSwitchStmt_Body, -1).Children() {
			for i, t := range clause.Node().(*ast.CaseClause).List {
				ms = append(ms, &Match{
					How:  Case,
					At:   clause.ChildAt(edge.CaseClause_List, i),
					Err:  guard.ChildAt(edge.TypeAssertExpr_X, -1),
					Type: info.TypeOf(t),
				})
			}
		}
	case *ast.CallExpr:
		fn, _ := typeutil.Callee(info, n).(*types.Func)
		if fn == nil || fn.Pkg() == nil {
			return nil
		}
		path := fn.Pkg().Path()
		if path == "errors" && fn.Name() == "AsType" && len(n.Args) == 1 {
			if tuple, ok := info.TypeOf(n).(*types.Tuple); ok {
				ms = append(ms, &Match{How: AsType, At: c, Err: c.ChildAt(edge.CallExpr_Args, 0), Type: tuple.At(0).Type()})
			}
			return ms
		}
		if !slices.Contains(asFuncs[path], fn.Name()) {
			return nil
		}
		// The error is the first argument of type error, and the target comes next.
		for i := range max(0, len(n.Args)-1) {
			if i > 1 || !rule.IsError(fn.Signature().Params().At(i).Type()) {
				continue
			}
			target := n.Args[i+1]
			ptr, ok := info.TypeOf(target).Underlying().(*types.Pointer)
			if !ok {
				break
			}
			ms = append(ms, &Match{How: As, At: c, Err: c.ChildAt(edge.CallExpr_Args, i), Type: ptr.Elem(), Target: ast.Unparen(target)})
			break
		}
	}
	return ms
}

// Handled says whether the function around m also asks the same error for the same type in another
// way, one for which by holds: as defensive code does that takes both, or a guard.
func Handled(p *rule.Pass, m *Match, by func(other *Match) bool) bool {
	fn, _ := rule.Decl(m.At)
	if !fn.Valid() {
		return false
	}
	for other := range All(p, fn) {
		if other.At != m.At && other.Error.Client == m.Error.Client && other.Error.Name == m.Error.Name && same(p, other, m) && by(other) {
			return true
		}
	}
	return false
}

// same says whether two matches ask the same variable, as far as they ask variables.
func same(p *rule.Pass, a, b *Match) bool {
	x, ok := ast.Unparen(a.Err.Node().(ast.Expr)).(*ast.Ident)
	y, both := ast.Unparen(b.Err.Node().(ast.Expr)).(*ast.Ident)
	return !ok || !both || p.TypesInfo.ObjectOf(x) == p.TypesInfo.ObjectOf(y)
}

// Wrapper is what a call does to the error that it is given.
type Wrapper int

// What a call may do.
const (
	NoWrapper Wrapper = iota
	Wraps             // its result wraps its argument
	Explains          // the library's: the result wraps a 403, and is the argument otherwise
)

var wrapFuncs = map[string][]string{
	"github.com/pkg/errors":         {"Wrap", "Wrapf", "WithMessage", "WithMessagef", "WithStack"},
	"github.com/cockroachdb/errors": {"Wrap", "Wrapf", "WithMessage", "WithMessagef", "WithStack"},
	"golang.org/x/xerrors":          {"Errorf"},
	"fmt":                           {"Errorf"},
	"errors":                        {"Join"},
}

// WrapperOf says what the call that an expression is does.
func WrapperOf(p *rule.Pass, e ast.Expr) Wrapper {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return NoWrapper
	}
	fn, _ := typeutil.Callee(p.TypesInfo, call).(*types.Func)
	switch {
	case fn == nil || fn.Pkg() == nil:
		return NoWrapper
	case p.IsLibraryFunc(fn, "Wrap", "WrapValue", "WrapValueWith", "Transport.Wrap"):
		return Explains
	case slices.Contains(wrapFuncs[fn.Pkg().Path()], fn.Name()):
		return Wraps
	}
	return NoWrapper
}

// Every says whether every source of s is known, and want holds for it.
func Every(s flow.Sources, want func(ast.Expr) bool) bool {
	if s.Open || s.Param != nil || len(s.Exprs) == 0 {
		return false
	}
	for _, e := range s.Exprs {
		if !want(e) {
			return false
		}
	}
	return true
}
