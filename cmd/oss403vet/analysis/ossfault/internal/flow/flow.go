// Package flow says where the value of a local variable comes from, as far as that can be told
// from the syntax of the function. It is cheap, and leaves open what it does not see.
package flow

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/rule"
)

// Sources is where a value may come from.
type Sources struct {
	Exprs []ast.Expr // for a call with several results, the call
	Param *types.Var // not nil: it may be what the caller passed
	// Open says that there may be more: the variable lives outside of the function, or something
	// holds a pointer to it.
	Open bool
}

// Of returns the sources of an expression.
func Of(p *rule.Pass, at inspector.Cursor) Sources {
	var s Sources
	s.add(p, at, at.Node().(ast.Expr), 4)
	return s
}

func (s *Sources) add(p *rule.Pass, at inspector.Cursor, e ast.Expr, depth int) {
	e = ast.Unparen(e)
	id, ok := e.(*ast.Ident)
	if !ok {
		s.Exprs = append(s.Exprs, e)
		return
	}
	v, ok := p.TypesInfo.ObjectOf(id).(*types.Var)
	if !ok || depth == 0 {
		s.Open = true
		return
	}
	decl, fn := rule.Decl(at)
	if fn == nil || v.Parent() == nil || v.Pos() < fn.Pos() || v.Pos() >= fn.End() {
		s.Open = true
		return
	}
	vars := rule.Memo(p, "variables", fn, func() map[*types.Var]*variable { return variables(p.TypesInfo, decl) })
	known := vars[v]
	if known == nil {
		known = &variable{}
	}
	if known.param {
		s.Param = v
	}
	all := known.assignments
	s.Open = s.Open || known.taken
	reaching, exact := reach(all, at)
	if exact && s.Param == v {
		s.Param = nil
	}
	for _, a := range reaching {
		if a.value == nil {
			if !a.zero {
				s.Open = true
			}
			continue
		}
		s.add(p, a.at, a.value, depth-1)
	}
}

// assignment is one to the variable.
type assignment struct {
	at    inspector.Cursor // the statement
	value ast.Expr         // nil for one that has none
	zero  bool             // a declaration without a value
}

// variable is what a function does with one.
type variable struct {
	assignments []assignment
	param       bool // of the function, or of one inside
	taken       bool // something holds a pointer to it
}

// variables looks at all variables of a function at once.
func variables(info *types.Info, fn inspector.Cursor) map[*types.Var]*variable {
	vars := map[*types.Var]*variable{}
	of := func(e ast.Expr) *variable {
		id, ok := e.(*ast.Ident)
		if !ok {
			return &variable{} // what is noted there is of no use
		}
		v, ok := info.ObjectOf(id).(*types.Var)
		if !ok {
			return &variable{}
		}
		if vars[v] == nil {
			vars[v] = &variable{}
		}
		return vars[v]
	}
	assign := func(e ast.Expr, a assignment) {
		v := of(e)
		v.assignments = append(v.assignments, a)
	}
	for c := range fn.Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.RangeStmt)(nil), (*ast.UnaryExpr)(nil), (*ast.FuncType)(nil)) {
		switch n := c.Node().(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				assign(lhs, assignment{at: c, value: n.Rhs[min(i, len(n.Rhs)-1)]})
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				a := assignment{at: c.Parent().Parent(), zero: len(n.Values) == 0} // the DeclStmt
				if !a.zero {
					a.value = n.Values[min(i, len(n.Values)-1)]
				}
				assign(name, a)
			}
		case *ast.RangeStmt:
			assign(n.Key, assignment{at: c, value: n.X})
			assign(n.Value, assignment{at: c, value: n.X})
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				of(ast.Unparen(n.X)).taken = true
			}
		case *ast.FuncType:
			for _, f := range n.Params.List {
				for _, name := range f.Names {
					of(name).param = true
				}
			}
		}
	}
	return vars
}

// reach returns the assignments whose value the variable may have at the use; exact says that one of
// them always came before it.
func reach(all []assignment, use inspector.Cursor) (reaching []assignment, exact bool) {
	pos := use.Node().Pos()
	last := -1
	for i, a := range all {
		if dominates(a, use) && (last < 0 || all[last].at.Node().Pos() < a.at.Node().Pos()) {
			last = i
		}
	}
	if last < 0 {
		return all, false
	}
	from := all[last].at.Node().Pos()
	for i, a := range all {
		n := a.at.Node()
		between := n.Pos() > from && n.Pos() < pos && !contains(n, pos)
		if i == last || between || inLoopOf(use, all[last], n) {
			reaching = append(reaching, a)
		}
	}
	return reaching, true
}

func contains(n ast.Node, pos token.Pos) bool { return n.Pos() <= pos && pos < n.End() }

// dominates says whether a was run whenever use is: it stands before it in a list of statements
// around use, or is the init statement of one.
func dominates(a assignment, use inspector.Cursor) bool {
	n, pos := a.at.Node(), use.Node().Pos()
	if contains(n, pos) {
		// Only the body of a range statement has its variables.
		r, ok := n.(*ast.RangeStmt)
		return ok && contains(r.Body, pos)
	}
	parent := a.at.Parent().Node()
	if n.Pos() > pos || !contains(parent, pos) {
		return false
	}
	if _, isRange := n.(*ast.RangeStmt); isRange {
		return false // it may have had no element
	}
	if loop, ok := parent.(*ast.ForStmt); ok && loop.Post == n {
		return false
	}
	// A function inside may run later, when the variable has another value.
	for c := range use.Enclosing((*ast.FuncLit)(nil)) {
		if !contains(c.Node(), n.Pos()) {
			return false
		}
		break
	}
	return true
}

// inLoopOf says whether n is in a loop around use in which a is not: its value may be that of an
// earlier round.
func inLoopOf(use inspector.Cursor, a assignment, n ast.Node) bool {
	for c := range use.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		if loop := c.Node(); contains(loop, n.Pos()) && !contains(loop, a.at.Node().Pos()) {
			return true
		}
	}
	return false
}

// Passed returns what the package's own calls of fn pass for its parameter v.
func Passed(p *rule.Pass, fn *ast.FuncDecl, v *types.Var) []Sources {
	obj, ok := p.TypesInfo.Defs[fn.Name].(*types.Func)
	if !ok {
		return nil
	}
	params, index := obj.Signature().Params(), -1
	for i := range params.Len() {
		if params.At(i) == v {
			index = i
		}
	}
	if index < 0 {
		return nil
	}
	var passed []Sources
	for c := range p.Root.Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		if index < len(call.Args) && typeutil.StaticCallee(p.TypesInfo, call) == obj {
			passed = append(passed, Of(p, c.ChildAt(edge.CallExpr_Args, index)))
		}
	}
	return passed
}
