package oss403use

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/client"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/flow"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/match"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/rule"
)

//go:embed doc.go
var doc string

// Analyzer finds uses of oss403 that compile and never match.
var Analyzer = rule.New("oss403use", doc, client.IsLibrary, run)

func run(p *rule.Pass) {
	for c := range p.Root.Preorder((*ast.BinaryExpr)(nil), (*ast.SwitchStmt)(nil), (*ast.CallExpr)(nil)) {
		switch n := c.Node().(type) {
		case *ast.BinaryExpr:
			checkCompare(p, n)
		case *ast.SwitchStmt:
			checkSwitch(p, n)
		case *ast.CallExpr:
			fn, _ := typeutil.Callee(p.TypesInfo, n).(*types.Func)
			if fn == nil {
				continue
			}
			checkAsked(p, c, n, fn)
			checkDropped(p, c, n, fn)
			checkTransport(p, c, n, fn)
		}
	}
}

// isTarget says whether e is a Kind, Code, Category or Reason.
func isTarget(p *rule.Pass, e ast.Expr) bool {
	t := p.TypesInfo.TypeOf(e)
	return t != nil && rule.IsTarget(t)
}

func checkCompare(p *rule.Pass, n *ast.BinaryExpr) {
	if n.Op != token.EQL && n.Op != token.NEQ {
		return
	}
	err, target := n.X, n.Y
	if isTarget(p, err) {
		err, target = target, err
	}
	if !isTarget(p, target) || !rule.IsError(p.TypesInfo.TypeOf(err)) {
		return
	}
	what, not := "false", ""
	if n.Op == token.NEQ {
		what, not = "true", "!"
	}
	var fixes []analysis.SuggestedFix
	if q := p.Qualifier(n.Pos(), client.Library); q != "" {
		fixes = append(fixes, rule.Fix("Use oss403.Is", rule.Replace(n, fmt.Sprintf("%s%s.Is(%s, %s)", not, q, rule.Text(err), rule.Text(target)))))
	}
	p.Report(n, fmt.Sprintf("this is always %s: a 403 is an *oss403.Error, never the %s itself; use oss403.Is", what, rule.LibraryType(p.TypesInfo.TypeOf(target))), fixes...)
}

// checkSwitch finds "switch err { case oss403.KindX: }".
func checkSwitch(p *rule.Pass, n *ast.SwitchStmt) {
	if n.Tag == nil || !rule.IsError(p.TypesInfo.TypeOf(n.Tag)) {
		return
	}
	q, first := p.Qualifier(n.Pos(), client.Library), true
	_, simple := ast.Unparen(n.Tag).(*ast.Ident)
	for _, s := range n.Body.List {
		for _, e := range s.(*ast.CaseClause).List {
			if !isTarget(p, e) {
				continue
			}
			var fixes []analysis.SuggestedFix
			if first && q != "" && simple { // one fix changes the whole switch
				fixes = append(fixes, fixSwitch(p, n, q))
			}
			first = false
			p.Report(e, fmt.Sprintf("this case is never taken: a 403 is an *oss403.Error, never the %s itself; use oss403.Is", rule.LibraryType(p.TypesInfo.TypeOf(e))), fixes...)
		}
	}
}

// fixSwitch makes it a switch without a tag: "case oss403.Is(err, oss403.KindX):".
func fixSwitch(p *rule.Pass, n *ast.SwitchStmt, q string) analysis.SuggestedFix {
	tag := rule.Text(n.Tag)
	edits := []analysis.TextEdit{{Pos: n.Tag.Pos(), End: n.Body.Pos()}}
	for _, s := range n.Body.List {
		var targets, others []string
		list := s.(*ast.CaseClause).List
		for _, e := range list {
			switch {
			case isTarget(p, e):
				targets = append(targets, rule.Text(e))
			default:
				others = append(others, tag+" == "+rule.Text(e))
			}
		}
		if len(list) == 0 { // default
			continue
		}
		if len(targets) > 0 {
			others = append(others, fmt.Sprintf("%s.Is(%s, %s)", q, tag, strings.Join(targets, ", ")))
		}
		edits = append(edits, analysis.TextEdit{Pos: list[0].Pos(), End: list[len(list)-1].End(), NewText: []byte(strings.Join(others, ", "))})
	}
	return rule.Fix("Use oss403.Is", edits...)
}

// checkAsked finds errors.Is with a Kind, and errors.As with a Kind or an *Error, on an error that came
// straight from a client.
func checkAsked(p *rule.Pass, c inspector.Cursor, call *ast.CallExpr, fn *types.Func) {
	if fn.Pkg() == nil || fn.Pkg().Path() != "errors" || len(call.Args) != 2 {
		return
	}
	what := ""
	switch fn.Name() {
	case "Is":
		if isTarget(p, call.Args[1]) {
			what = rule.LibraryType(p.TypesInfo.TypeOf(call.Args[1]))
		}
	case "As":
		ptr, ok := p.TypesInfo.TypeOf(call.Args[1]).Underlying().(*types.Pointer)
		if !ok {
			return
		}
		if _, isPtr := ptr.Elem().(*types.Pointer); isPtr && rule.LibraryType(ptr.Elem()) == "Error" {
			what = "*oss403.Error"
		} else if rule.IsTarget(ptr.Elem()) {
			what = rule.LibraryType(ptr.Elem())
		}
	}
	if what == "" {
		return
	}
	var from *client.Client
	straight := match.Every(flow.Of(p, c.ChildAt(edge.CallExpr_Args, 0)), func(e ast.Expr) bool {
		source, ok := e.(*ast.CallExpr)
		if !ok {
			return false
		}
		of := client.Call(p.TypesInfo, source)
		if of != nil {
			from = of
		}
		return of != nil
	})
	if !straight {
		return
	}
	var fixes []analysis.SuggestedFix
	if q := p.Qualifier(call.Pos(), client.Library); q != "" {
		fixes = append(fixes, rule.Fix("Wrap the error", rule.Replace(call.Args[0], fmt.Sprintf("%s.Wrap(%s)", q, rule.Text(call.Args[0])))))
	}
	p.Report(call, fmt.Sprintf("this is always false: an error straight from %s holds no %s before oss403.Wrap", from.Name, what), fixes...)
}

// checkDropped finds a Wrap whose result nobody uses.
func checkDropped(p *rule.Pass, c inspector.Cursor, call *ast.CallExpr, fn *types.Func) {
	if !p.IsLibraryFunc(fn, "Wrap", "WrapValue", "WrapValueWith", "Transport.Wrap") {
		return
	}
	kind := c.ParentEdgeKind()
	if kind != edge.ExprStmt_X && kind != edge.DeferStmt_Call && kind != edge.GoStmt_Call {
		return
	}
	var fixes []analysis.SuggestedFix
	if kind == edge.ExprStmt_X && len(call.Args) == 1 {
		if id, ok := ast.Unparen(call.Args[0]).(*ast.Ident); ok {
			if v, ok := p.TypesInfo.Uses[id].(*types.Var); ok && rule.IsError(v.Type()) {
				fixes = append(fixes, rule.Fix("Assign the result", rule.Insert(call.Pos(), id.Name+" = ")))
			}
		}
	}
	p.Report(call, fmt.Sprintf("this does nothing: %s returns the explained error, and leaves its argument as it is", fn.Name()), fixes...)
}

// checkTransport finds the package's Wrap where a Transport's own would say more, and a Transport's
// Wrap that comes too late.
func checkTransport(p *rule.Pass, c inspector.Cursor, call *ast.CallExpr, fn *types.Func) {
	switch {
	case p.IsLibraryFunc(fn, "Transport.Wrap", "Transport.From") && len(call.Args) == 1:
		arg := c.ChildAt(edge.CallExpr_Args, 0)
		if !match.Every(flow.Of(p, arg), func(e ast.Expr) bool { return isWrap(p, e) }) {
			return
		}
		var fixes []analysis.SuggestedFix
		if inner, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr); ok && len(inner.Args) == 1 {
			fixes = append(fixes, rule.Fix("Leave out the inner Wrap", rule.Replace(inner, rule.Text(inner.Args[0]))))
		}
		p.Report(call, fmt.Sprintf("%s adds nothing here: the error was wrapped without the Transport before, and stays as it is", fn.Name()), fixes...)
	case p.IsLibraryFunc(fn, "Wrap", "WrapValue") && !p.InTest(call.Pos()):
		if outer := c.Parent(); c.ParentEdgeKind() == edge.CallExpr_Args {
			f, _ := typeutil.Callee(p.TypesInfo, outer.Node().(*ast.CallExpr)).(*types.Func)
			if p.IsLibraryFunc(f, "Transport.Wrap", "Transport.From") {
				return // reported above
			}
		}
		t, pointer := transport(p, c)
		if t == "" {
			return
		}
		instead, fixes := t+"."+fn.Name(), []analysis.SuggestedFix(nil)
		sel, ok := call.Fun.(*ast.SelectorExpr)
		switch {
		case fn.Name() != "WrapValue":
			fixes = append(fixes, rule.Fix("Use "+instead, rule.Replace(call.Fun, instead)))
		case ok && pointer && len(call.Args) == 2 && fn.Pkg().Scope().Lookup("WrapValueWith") != nil:
			instead = "WrapValueWith"
			fixes = append(fixes, rule.Fix("Use WrapValueWith", rule.Replace(sel.Sel, "WrapValueWith"), rule.Insert(call.Args[0].Pos(), t+", ")))
		default: // a call for argument leaves no room for the Transport
			instead = t + ".Wrap"
		}
		p.Report(call, fmt.Sprintf("this explains the error without its request, which the Transport %s has seen: %s says more", t, instead), fixes...)
	}
}

func isWrap(p *rule.Pass, e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, _ := typeutil.Callee(p.TypesInfo, call).(*types.Func)
	return p.IsLibraryFunc(fn, "Wrap", "WrapValue")
}

// transport returns an expression for the Transport that the code at c has at hand, if there is just
// one: a variable, or a field of the receiver; pointer says whether it is one to it.
func transport(p *rule.Pass, c inspector.Cursor) (name string, pointer bool) {
	var found []string
	note := func(name string, t types.Type) {
		if rule.LibraryType(t) == "Transport" {
			found = append(found, name)
			_, pointer = types.Unalias(t).(*types.Pointer)
		}
	}
	pos := c.Node().Pos()
	seen := map[string]bool{}
	for scope := p.Pkg.Scope().Innermost(pos); scope != nil && scope != types.Universe; scope = scope.Parent() {
		for _, name := range scope.Names() {
			v, ok := scope.Lookup(name).(*types.Var)
			if !ok || seen[name] || scope != p.Pkg.Scope() && v.Pos() > pos {
				continue
			}
			seen[name] = true
			note(name, v.Type())
		}
	}
	if _, decl := rule.Decl(c); decl != nil && decl.Recv != nil && len(decl.Recv.List[0].Names) == 1 {
		recv := decl.Recv.List[0].Names[0]
		if v, ok := p.TypesInfo.Defs[recv].(*types.Var); ok && recv.Name != "_" {
			t := v.Type()
			if ptr, ok := t.(*types.Pointer); ok {
				t = ptr.Elem()
			}
			if s, ok := t.Underlying().(*types.Struct); ok {
				for i := range s.NumFields() {
					note(recv.Name+"."+s.Field(i).Name(), s.Field(i).Type())
				}
			}
		}
	}
	if len(found) != 1 {
		return "", false
	}
	return found[0], pointer
}
