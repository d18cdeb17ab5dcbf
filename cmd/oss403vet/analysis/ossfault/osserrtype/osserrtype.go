package osserrtype

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/client"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/match"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/rule"
)

//go:embed doc.go
var doc string

// Analyzer finds errors of OSS clients asked for as the wrong one of value and pointer.
var Analyzer = rule.New("osserrtype", doc, func(pkg *types.Package) bool { return client.Of(pkg) != nil }, run)

func run(p *rule.Pass) {
	for m := range match.All(p, p.Root) {
		switch {
		case m.How == match.As && (m.Error.Form == client.Pointer && !m.Pointer || m.Error.Form == client.Interface && m.Pointer):
			p.Report(m.At.Node(), fmt.Sprintf("errors.As panics here whenever there is an error: %s is no error, %s is, and the target must point to one (go vet's errorsas says so too)",
				spelled(m), m.Error.Returned()), fixPanic(p, m)...)
		case m.How == match.As && m.Error.Form == client.Value && !m.Pointer && isNil(p, m.Target):
			p.Report(m.At.Node(), fmt.Sprintf("errors.As panics here whenever there is an error: its target, %s, is a nil pointer", rule.Text(m.Target)), fixNil(p, m)...)
		case m.Error.Form == client.Value && m.Pointer:
			if match.Handled(p, m, func(other *match.Match) bool { return !other.Pointer }) || made(p, m) {
				continue
			}
			p.Report(m.At.Node(), fmt.Sprintf("%s: %s returns %s as a value, not as a pointer", never(p, m), m.Error.Client.Name, m.Error.Name), fixPointer(p, m)...)
		}
	}
}

func spelled(m *match.Match) string {
	if m.Pointer {
		return "*" + m.Error.Name
	}
	return m.Error.Name
}

// never says what happens at run time where the type is never found.
func never(p *rule.Pass, m *match.Match) string {
	switch m.How {
	case match.Assertion:
		if isCommaOK(p, m.At) {
			return "this assertion never holds"
		}
		return "this assertion always panics"
	case match.Case:
		return "this case is never taken"
	}
	return "this is always false"
}

func isCommaOK(p *rule.Pass, at inspector.Cursor) bool {
	_, ok := p.TypesInfo.TypeOf(at.Node().(ast.Expr)).(*types.Tuple)
	return ok
}

// made says whether the package itself makes pointers to the type and uses them as errors.
func made(p *rule.Pass, m *match.Match) bool {
	for c := range p.Root.Preorder((*ast.UnaryExpr)(nil)) {
		n := c.Node().(*ast.UnaryExpr)
		if _, literal := ast.Unparen(n.X).(*ast.CompositeLit); n.Op != token.AND || !literal || !types.Identical(p.TypesInfo.TypeOf(n), m.Type) {
			continue
		}
		switch kind, index := c.ParentEdge(); kind {
		case edge.ReturnStmt_Results:
			return true
		case edge.AssignStmt_Rhs:
			if a := c.Parent().Node().(*ast.AssignStmt); index < len(a.Lhs) && rule.IsError(p.TypesInfo.TypeOf(a.Lhs[index])) {
				return true
			}
		case edge.ValueSpec_Values:
			if spec := c.Parent().Node().(*ast.ValueSpec); spec.Type != nil && rule.IsError(p.TypesInfo.TypeOf(spec.Type)) {
				return true
			}
		case edge.CallExpr_Args:
			if sig, ok := p.TypesInfo.TypeOf(c.Parent().Node().(*ast.CallExpr).Fun).(*types.Signature); ok && index < sig.Params().Len() && rule.IsError(sig.Params().At(index).Type()) {
				return true
			}
		}
	}
	return false
}

// fixPointer drops the star of the type that is asked for.
func fixPointer(p *rule.Pass, m *match.Match) []analysis.SuggestedFix {
	message := "Ask for the value"
	switch n := m.At.Node().(type) {
	case *ast.TypeAssertExpr:
		star, ok := ast.Unparen(n.Type).(*ast.StarExpr)
		if !ok {
			return nil
		}
		if v := assigned(p, m.At); v != nil && !onlySelected(p, m.At, v) || v == nil && m.At.ParentEdgeKind() != edge.SelectorExpr_X && !discarded(m.At) {
			return nil
		}
		return []analysis.SuggestedFix{rule.Fix(message, rule.Replace(star, rule.Text(star.X)))}
	case *ast.StarExpr: // the type in a case
		clause := m.At.Parent()
		if len(clause.Node().(*ast.CaseClause).List) != 1 {
			return nil
		}
		if v, ok := p.TypesInfo.Implicits[clause.Node()].(*types.Var); ok && !onlySelected(p, m.At, v) {
			return nil
		}
		return []analysis.SuggestedFix{rule.Fix(message, rule.Replace(n, rule.Text(n.X)))}
	case *ast.CallExpr:
		if m.How != match.As {
			return nil
		}
		v, spec, value := target(p, m)
		switch {
		case v == nil || !onlySelected(p, m.At, v):
			return nil
		case spec != nil: // var e *T
			star, ok := ast.Unparen(spec).(*ast.StarExpr)
			if !ok {
				return nil
			}
			return []analysis.SuggestedFix{rule.Fix(message, rule.Replace(star, rule.Text(star.X)))}
		case value != nil: // e := &T{}: it is the target
			return []analysis.SuggestedFix{rule.Fix("Pass the pointer itself", rule.Replace(m.Target, v.Name()))}
		}
	}
	return nil
}

// fixPanic makes the target point to the type that the client returns.
func fixPanic(p *rule.Pass, m *match.Match) []analysis.SuggestedFix {
	if id, ok := m.Target.(*ast.Ident); ok { // e := &T{}
		if m.Error.Form == client.Pointer {
			return []analysis.SuggestedFix{rule.Fix("Pass the pointer's address", rule.Replace(m.Target, "&"+id.Name))}
		}
		return nil
	}
	v, spec, value := target(p, m)
	if v == nil || !onlySelected(p, m.At, v) {
		return nil
	}
	if m.Error.Form == client.Interface {
		if star, ok := ast.Unparen(specOr(spec)).(*ast.StarExpr); ok {
			return []analysis.SuggestedFix{rule.Fix("Ask for "+m.Error.Name, rule.Replace(star, rule.Text(star.X)))}
		}
		return nil
	}
	message := "Ask for " + m.Error.Returned()
	if spec != nil {
		return []analysis.SuggestedFix{rule.Fix(message, rule.Insert(spec.Pos(), "*"))}
	}
	if _, literal := value.(*ast.CompositeLit); literal {
		return []analysis.SuggestedFix{rule.Fix(message, rule.Insert(value.Pos(), "&"))}
	}
	return nil
}

func specOr(e ast.Expr) ast.Expr {
	if e == nil {
		return &ast.BadExpr{}
	}
	return e
}

// fixNil turns "var e *T" with target e into "var e T" with target &e.
func fixNil(p *rule.Pass, m *match.Match) []analysis.SuggestedFix {
	v, spec, _ := target(p, m)
	star, ok := ast.Unparen(specOr(spec)).(*ast.StarExpr)
	if !ok || !onlySelected(p, m.At, v) {
		return nil
	}
	return []analysis.SuggestedFix{rule.Fix("Ask for the value", rule.Replace(star, rule.Text(star.X)), rule.Replace(m.Target, "&"+v.Name()))}
}

// isNil says whether a target is a variable that was declared without a value and never given one.
func isNil(p *rule.Pass, target ast.Expr) bool {
	id, ok := target.(*ast.Ident)
	if !ok {
		return false
	}
	v, _ := p.TypesInfo.Uses[id].(*types.Var)
	spec, _ := declared(p, v)
	if spec == nil {
		return false
	}
	for c := range p.Root.Preorder((*ast.AssignStmt)(nil), (*ast.UnaryExpr)(nil)) {
		switch n := c.Node().(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if id, ok := lhs.(*ast.Ident); ok && p.TypesInfo.ObjectOf(id) == v {
					return false
				}
			}
		case *ast.UnaryExpr:
			if id, ok := ast.Unparen(n.X).(*ast.Ident); ok && n.Op == token.AND && p.TypesInfo.ObjectOf(id) == v {
				return false
			}
		}
	}
	return true
}

// target returns the local variable that m's target is, or points to, with the type or else the value
// in its declaration.
func target(p *rule.Pass, m *match.Match) (v *types.Var, spec, value ast.Expr) {
	e := m.Target
	if addr, ok := e.(*ast.UnaryExpr); ok && addr.Op == token.AND {
		e = ast.Unparen(addr.X)
	}
	id, ok := e.(*ast.Ident)
	if !ok {
		return nil, nil, nil
	}
	v, _ = p.TypesInfo.Uses[id].(*types.Var)
	spec, value = declared(p, v)
	if spec == nil && value == nil {
		return nil, nil, nil
	}
	return v, spec, value
}

// declared returns the type in "var v T", or the value in "v := value".
func declared(p *rule.Pass, v *types.Var) (spec, value ast.Expr) {
	if v == nil || v.Parent() == nil || v.Parent() == p.Pkg.Scope() {
		return nil, nil
	}
	c, ok := p.Root.FindByPos(v.Pos(), v.Pos())
	if !ok {
		return nil, nil
	}
	switch n := c.Parent().Node().(type) {
	case *ast.ValueSpec:
		if len(n.Names) == 1 && len(n.Values) == 0 {
			return n.Type, nil
		}
	case *ast.AssignStmt:
		if n.Tok == token.DEFINE && len(n.Lhs) == 1 && len(n.Rhs) == 1 {
			return nil, ast.Unparen(n.Rhs[0])
		}
	}
	return nil, nil
}

// assigned returns the variable that the assertion at c defines, nil if it does not define one.
func assigned(p *rule.Pass, c inspector.Cursor) *types.Var {
	a, ok := c.Parent().Node().(*ast.AssignStmt)
	if !ok || len(a.Rhs) != 1 {
		return nil
	}
	id, ok := a.Lhs[0].(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := p.TypesInfo.Defs[id].(*types.Var)
	return v
}

// discarded says whether only the second result of the assertion at c is used.
func discarded(c inspector.Cursor) bool {
	a, ok := c.Parent().Node().(*ast.AssignStmt)
	if !ok || len(a.Lhs) != 2 {
		return false
	}
	id, ok := a.Lhs[0].(*ast.Ident)
	return ok && id.Name == "_"
}

// onlySelected says whether every use of v in the function around c selects a field or a method, or
// is a target of errors.As: it then compiles whether v is a value or a pointer.
func onlySelected(p *rule.Pass, c inspector.Cursor, v *types.Var) bool {
	fn, _ := rule.Decl(c)
	if !fn.Valid() {
		return false
	}
	targets := map[ast.Node]bool{}
	for m := range match.All(p, fn) {
		if m.How == match.As {
			targets[m.Target] = true
		}
	}
	for use := range fn.Preorder((*ast.Ident)(nil)) {
		if p.TypesInfo.Uses[use.Node().(*ast.Ident)] != v {
			continue
		}
		if use.ParentEdgeKind() != edge.SelectorExpr_X && !targets[use.Node()] && !targets[use.Parent().Node()] {
			return false
		}
	}
	return true
}
