package ossassert

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
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

// Analyzer finds assertions on errors of OSS that miss what is wrapped, or panic.
var Analyzer = rule.New("ossassert", doc, func(pkg *types.Package) bool { return client.Of(pkg) != nil }, run)

func run(p *rule.Pass) {
	for m := range match.All(p, p.Root) {
		if !m.Bare() || m.Error.Form == client.Value && m.Pointer { // the latter is osserrtype's
			continue
		}
		if how, layer := missed(p, m); layer != "" {
			p.Report(m.At.Node(), fmt.Sprintf("%s: %s is inside %s%s; use errors.As", never(p, m), m.Error.Returned(), layer, how), fixWrapped(p, m)...)
			continue
		}
		if m.How == match.Assertion && unguarded(p, m) {
			p.Report(m.At.Node(), fmt.Sprintf("this panics for an error that is no %s: a refused connection, a timeout%s", m.Error.Returned(), html(m.Error)), fixUnguarded(m)...)
		}
	}
	for c := range p.Root.Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		fn, _ := typeutil.Callee(p.TypesInfo, call).(*types.Func)
		if fn == nil || fn.Name() != "ToErrorResponse" || len(call.Args) != 1 {
			continue
		}
		if of := client.Of(fn.Pkg()); of == nil || of.Name != "minio-go" {
			continue
		}
		arg := c.ChildAt(edge.CallExpr_Args, 0)
		if layer := wrapped(p, flow.Of(p, arg)); layer != "" {
			p.Report(call, fmt.Sprintf("%s.ToErrorResponse returns an empty ErrorResponse here: it looks at the error itself, and that is %s", fn.Pkg().Name(), layer))
		}
	}
}

// html names the other error that SDK v1 returns for an answer of a proxy.
func html(e *client.Error) string {
	if e.OSS && e.Form == client.Value {
		return ", a 403 with an HTML page"
	}
	return ""
}

func never(p *rule.Pass, m *match.Match) string {
	if m.How == match.Case {
		return "this case is never taken"
	}
	if commaOK(p, m.At) {
		return "this assertion never holds"
	}
	return "this assertion panics"
}

func commaOK(p *rule.Pass, at inspector.Cursor) bool {
	_, ok := p.TypesInfo.TypeOf(at.Node().(ast.Expr)).(*types.Tuple)
	return ok
}

// missed returns the layer around the error that m does not look through, "" if there is none that
// is known, and for which errors it is there.
func missed(p *rule.Pass, m *match.Match) (how, layer string) {
	s := flow.Of(p, m.Err)
	if layer := wrapped(p, s); layer != "" {
		return "", layer
	}
	if explained(p, s) {
		return " if it is a 403", "*oss403.Error"
	}
	if m.Error.Wrap == "" || unwraps(p, m, s) {
		return "", ""
	}
	return "", m.Error.Wrap
}

// wrapped returns what was put around the error by every one of its sources.
func wrapped(p *rule.Pass, s flow.Sources) string {
	by := ""
	if !match.Every(s, func(e ast.Expr) bool {
		if match.WrapperOf(p, e) != match.Wraps {
			return false
		}
		call := ast.Unparen(e).(*ast.CallExpr)
		fn := typeutil.Callee(p.TypesInfo, call)
		if fn.Name() == "Errorf" && !wrapsVerb(p, call) {
			return false
		}
		by = "what " + fn.Pkg().Name() + "." + fn.Name() + " returned"
		return true
	}) {
		return ""
	}
	return by
}

func wrapsVerb(p *rule.Pass, call *ast.CallExpr) bool {
	if len(call.Args) == 0 {
		return false
	}
	v := p.TypesInfo.Types[call.Args[0]].Value
	return v != nil && strings.Contains(v.ExactString(), "%w")
}

func explained(p *rule.Pass, s flow.Sources) bool {
	return match.Every(s, func(e ast.Expr) bool { return match.WrapperOf(p, e) == match.Explains })
}

// unwraps says whether the error that m asks may be one that somebody has unwrapped already, so that
// it is the layer that is asked for.
func unwraps(p *rule.Pass, m *match.Match, s flow.Sources) bool {
	fn, decl := rule.Decl(m.At)
	if decl == nil {
		return true
	}
	switch decl.Name.Name {
	case "IsErrorRetryable", "RetryDelay", "Is", "As": // called with what is inside
		if decl.Recv != nil {
			return true
		}
	}
	if lit, sig := p.Func(m.At); lit.Valid() && s.Param != nil && sig != nil {
		if _, ok := lit.Node().(*ast.FuncLit); ok {
			return true // who calls it is not known
		}
	}
	if match.Handled(p, m, func(other *match.Match) bool { return !other.Bare() && other.Pointer == m.Pointer }) {
		return true
	}
	if s.Open || inner(p, s.Exprs) {
		return true
	}
	if s.Param != nil {
		for _, passed := range flow.Passed(p, fn.Node().(*ast.FuncDecl), s.Param) {
			if inner(p, passed.Exprs) {
				return true
			}
		}
	}
	return false
}

// inner says whether one of the expressions may be an error out of another: anything but the call of
// a function whose name does not say that it unwraps.
func inner(p *rule.Pass, exprs []ast.Expr) bool {
	for _, e := range exprs {
		if tv := p.TypesInfo.Types[e]; tv.IsNil() {
			continue
		}
		call, ok := e.(*ast.CallExpr)
		if !ok {
			return true
		}
		fn, _ := typeutil.Callee(p.TypesInfo, call).(*types.Func)
		if fn == nil {
			return true
		}
		for _, name := range []string{"unwrap", "cause", "inner", "root", "orig", "base", "last"} {
			if strings.Contains(strings.ToLower(fn.Name()), name) {
				return true
			}
		}
		// What a client returns is wrapped, and what the program's own functions return is what a
		// client returned; a field's getter or a mock says otherwise by its type.
		if sig := fn.Signature(); sig.Params().Len() == 0 && sig.Results().Len() == 1 && client.Of(fn.Pkg()) == nil {
			return true
		}
	}
	return false
}

// unguarded says whether nothing around m, or before it in the function, has looked at the type.
func unguarded(p *rule.Pass, m *match.Match) bool {
	if commaOK(p, m.At) || p.InTest(m.At.Node().Pos()) {
		return false
	}
	if m.Error.Form == client.Interface && m.Error.Name != "awserr.RequestFailure" && m.Error.Name != "s3.RequestFailure" {
		return false // nearly every error of aws-sdk-go is an awserr.Error
	}
	fn, _ := rule.Decl(m.At)
	if !fn.Valid() {
		return false
	}
	for _, e := range flow.Of(p, m.Err).Exprs {
		if _, call := e.(*ast.CallExpr); !call {
			return false // the function made it
		}
	}
	if match.Handled(p, m, func(other *match.Match) bool { return other.How != match.Assertion || commaOK(p, other.At) }) {
		return false
	}
	for c := range fn.Preorder((*ast.CallExpr)(nil)) { // reflect.TypeOf(err).String() == …
		if f, _ := typeutil.Callee(p.TypesInfo, c.Node().(*ast.CallExpr)).(*types.Func); f != nil && f.Pkg() != nil {
			if f.Pkg().Path() == "reflect" && f.Name() == "TypeOf" {
				return false
			}
		}
	}
	return true
}

// fixWrapped turns "if e, ok := err.(T); ok" into "if e := (T)(nil); errors.As(err, &e)", or the
// like for a value.
func fixWrapped(p *rule.Pass, m *match.Match) []analysis.SuggestedFix {
	a, ok := m.At.Parent().Node().(*ast.AssignStmt)
	if !ok || a.Tok != token.DEFINE || len(a.Lhs) != 2 || m.At.Parent().ParentEdgeKind() != edge.IfStmt_Init {
		return nil
	}
	stmt := m.At.Parent().Parent().Node().(*ast.IfStmt)
	e, okVar := a.Lhs[0].(*ast.Ident), a.Lhs[1].(*ast.Ident)
	first := stmt.Cond
	for {
		b, isAnd := ast.Unparen(first).(*ast.BinaryExpr)
		if !isAnd || b.Op != token.LAND {
			break
		}
		first = b.X
	}
	id, isIdent := ast.Unparen(first).(*ast.Ident)
	if !isIdent || p.TypesInfo.Uses[id] != p.TypesInfo.Defs[okVar] || uses(p, m.At.Parent().Parent(), okVar) != 1 || e.Name == "_" {
		return nil
	}
	qualifier, edits := asPackage(p, m.At.Node().Pos())
	if qualifier == "" {
		return nil
	}
	n := m.At.Node().(*ast.TypeAssertExpr)
	edits = append(edits,
		rule.Replace(a, e.Name+" := "+zero(m, rule.Text(n.Type))),
		rule.Replace(id, fmt.Sprintf("%s.As(%s, &%s)", qualifier, rule.Text(n.X), e.Name)))
	return []analysis.SuggestedFix{rule.Fix("Use errors.As", edits...)}
}

// zero is an expression for the zero value of the type that m asks for, as an if statement takes it.
func zero(m *match.Match, t string) string {
	if m.Error.Form == client.Value {
		return "(" + t + "{})"
	}
	return "(" + t + ")(nil)"
}

func uses(p *rule.Pass, below inspector.Cursor, def *ast.Ident) (n int) {
	for c := range below.Preorder((*ast.Ident)(nil)) {
		if p.TypesInfo.Uses[c.Node().(*ast.Ident)] == p.TypesInfo.Defs[def] {
			n++
		}
	}
	return n
}

// asPackage returns a name for a package with errors.As at pos, with the edits that import one if
// there is none; "" if the name errors is something else there.
func asPackage(p *rule.Pass, pos token.Pos) (string, []analysis.TextEdit) {
	for _, path := range []string{"errors", "github.com/pkg/errors", "github.com/cockroachdb/errors", "golang.org/x/xerrors"} {
		if name := p.Qualifier(pos, path); name != "" {
			return name, nil
		}
	}
	for _, f := range p.Files {
		if f.FileStart > pos || pos >= f.FileEnd {
			continue
		}
		if inner := p.TypesInfo.Scopes[f].Innermost(pos); inner != nil {
			if _, obj := inner.LookupParent("errors", pos); obj != nil {
				return "", nil
			}
		}
		for _, d := range f.Decls {
			imports, ok := d.(*ast.GenDecl)
			if !ok || imports.Tok != token.IMPORT || !imports.Lparen.IsValid() {
				continue
			}
			for _, spec := range imports.Specs {
				if path, _ := strconv.Unquote(spec.(*ast.ImportSpec).Path.Value); !strings.Contains(path, ".") {
					return "errors", []analysis.TextEdit{rule.Insert(spec.Pos(), "\"errors\"\n\t")}
				}
			}
			return "errors", []analysis.TextEdit{rule.Insert(imports.Specs[0].Pos(), "\"errors\"\n\n\t")}
		}
	}
	return "", nil
}

// fixUnguarded turns "if err.(T).Code == x" into "if e, ok := err.(T); ok && e.Code == x", where the
// condition only compares for equality: with "!=" another error would pass for a success.
func fixUnguarded(m *match.Match) []analysis.SuggestedFix {
	var stmt *ast.IfStmt
	for c := m.At; ; c = c.Parent() {
		if _, ok := c.Parent().Node().(ast.Expr); ok {
			continue
		}
		if c.ParentEdgeKind() != edge.IfStmt_Cond {
			return nil
		}
		stmt = c.Parent().Node().(*ast.IfStmt)
		break
	}
	n := m.At.Node().(*ast.TypeAssertExpr)
	if stmt.Init != nil || m.At.ParentEdgeKind() != edge.SelectorExpr_X || taken(stmt, "e", "ok") {
		return nil
	}
	compare, ok := m.At.Parent().Parent().Node().(*ast.BinaryExpr)
	if !ok || compare.Op != token.EQL || compare != ast.Unparen(stmt.Cond) {
		return nil
	}
	init := fmt.Sprintf("e, ok := %s.(%s); ok && ", rule.Text(n.X), rule.Text(n.Type))
	edits := []analysis.TextEdit{rule.Insert(stmt.Cond.Pos(), init), rule.Replace(n, "e")}
	if n.Pos() == stmt.Cond.Pos() {
		edits = []analysis.TextEdit{rule.Replace(n, init+"e")}
	}
	return []analysis.SuggestedFix{rule.Fix(`Add ", ok"`, edits...)}
}

// taken says whether one of the names is used in n.
func taken(n ast.Node, names ...string) (found bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			for _, name := range names {
				found = found || id.Name == name
			}
		}
		return !found
	})
	return found
}
