package osstext

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/client"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/codes"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/flow"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/rule"
)

//go:embed doc.go
var doc string

// Analyzer suggests a kind where the text of an error is searched for a code of OSS. It reports
// nothing unless its flag suggest is set.
var Analyzer = rule.New("osstext", doc, client.OnlyOSS, run)

var suggest bool

func init() {
	Analyzer.Flags.BoolVar(&suggest, "suggest", false, "report searches in the text of errors")
}

func run(p *rule.Pass) {
	if !suggest || !client.Imported(p.Pkg, client.OnlyOSS) {
		return
	}
	for c := range p.Root.Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		fn, _ := typeutil.Callee(p.TypesInfo, call).(*types.Func)
		if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "strings" || len(call.Args) != 2 {
			continue
		}
		switch fn.Name() {
		case "Contains", "HasPrefix", "HasSuffix", "Index", "EqualFold":
		default:
			continue
		}
		v := p.TypesInfo.Types[call.Args[1]].Value
		if v == nil || v.Kind() != constant.String {
			continue
		}
		code, ok := codes.InText(constant.StringVal(v))
		if !ok {
			continue
		}
		err := textOf(p, c.ChildAt(edge.CallExpr_Args, 0))
		if err == nil || p.InTest(call.Pos()) {
			continue
		}
		p.Report(call, says(code, err), fix(p, call, fn.Name(), code, err)...)
	}
}

func says(code string, err ast.Expr) string {
	kinds := codes.Kinds(code)
	if len(kinds) == 1 {
		return fmt.Sprintf("this reads the text of an error, which names and callers' words are in as well: oss403.Is(%s, oss403.Kind(%q)) reads the error", rule.Text(err), kinds[0])
	}
	return fmt.Sprintf("this is true for %d different causes, all of them %s: oss403.Is(%s, a kind) tells them apart", len(kinds), code, rule.Text(err))
}

// textOf returns the error whose text an expression is.
func textOf(p *rule.Pass, at inspector.Cursor) ast.Expr {
	s := flow.Of(p, at)
	if s.Open || s.Param != nil || len(s.Exprs) != 1 {
		return nil
	}
	call, ok := s.Exprs[0].(*ast.CallExpr)
	if !ok {
		return nil
	}
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Error" && len(call.Args) == 0 && rule.IsError(p.TypesInfo.TypeOf(sel.X)) {
		return sel.X
	}
	return nil
}

// fix asks for the code by the library's constant.
func fix(p *rule.Pass, call *ast.CallExpr, name, code string, err ast.Expr) []analysis.SuggestedFix {
	if name == "Index" || !direct(call) {
		return nil
	}
	qualifier := p.Qualifier(call.Pos(), client.Library)
	if qualifier == "" {
		return nil
	}
	for _, pkg := range p.Pkg.Imports() {
		if !client.IsLibrary(pkg) {
			continue
		}
		for _, n := range pkg.Scope().Names() {
			c, ok := pkg.Scope().Lookup(n).(*types.Const)
			if ok && rule.LibraryType(c.Type()) == "Code" && constant.Compare(c.Val(), token.EQL, constant.MakeString(code)) {
				return []analysis.SuggestedFix{rule.Fix("Ask for the code", rule.Replace(call, fmt.Sprintf("%s.Is(%s, %s.%s)", qualifier, rule.Text(err), qualifier, n)))}
			}
		}
	}
	return nil
}

// direct says whether the text is err.Error() in the call itself: elsewhere err may be another by now.
func direct(call *ast.CallExpr) bool {
	_, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr)
	return ok
}
