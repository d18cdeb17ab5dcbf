package osscode

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/client"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/codes"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/field"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/rule"
)

//go:embed doc.go
var doc string

// Analyzer finds comparisons with codes that OSS never sends.
var Analyzer = rule.New("osscode", doc, client.Any, run)

func run(p *rule.Pass) {
	seen := map[ast.Expr]bool{} // what was compared is not reported again as converted
	for t := range field.Tests(p, p.Root) {
		if t.Is || t.What == field.Status || t.Const.Kind() != constant.String || field.IsLibraryConst(p, t.Value) {
			continue
		}
		seen[t.Value] = true
		if t.What == field.Kind {
			checkName(p, t.Value, "Kind", t.Text())
			continue
		}
		code := t.Text()
		if right, ok := codes.Misspelled(code); ok {
			p.Report(t.Value, fmt.Sprintf("%s: OSS spells this code %s", neverTrue(t), right), fixTest(p, t, right)...)
			continue
		}
		if codes.Known(code) || code == "" {
			continue
		}
		switch {
		case t.Library:
			p.Report(t.Value, fmt.Sprintf("%s: an oss403.Error is a 403, and OSS is not known to send %s with that status", neverTrue(t), code))
		case t.Equal && with403(p, t):
			p.Report(t.Value, fmt.Sprintf("%s together with status 403: OSS is not known to send %s with it", neverTrue(t), code))
		}
	}
	for c := range p.Root.Preorder((*ast.CallExpr)(nil), (*ast.BinaryExpr)(nil), (*ast.CaseClause)(nil)) {
		switch n := c.Node().(type) {
		case *ast.CallExpr: // oss403.Kind("…")
			if tv := p.TypesInfo.Types[n.Fun]; tv.IsType() && len(n.Args) == 1 {
				checkTyped(p, seen, n.Args[0], n)
			}
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				checkTyped(p, seen, n.X, n.X)
				checkTyped(p, seen, n.Y, n.Y)
			}
		case *ast.CaseClause:
			for _, e := range n.List {
				checkTyped(p, seen, e, e)
			}
		}
	}
}

// neverTrue says what becomes of the comparison.
func neverTrue(t *field.Test) string {
	switch {
	case t.Case.Valid():
		return "this case is never taken"
	case !t.Equal:
		return "this is always true"
	}
	return "this is never true"
}

// with403 says whether the same condition asks for status 403.
func with403(p *rule.Pass, t *field.Test) bool {
	if t.Case.Valid() || !t.OnlyOSS() {
		return false // to an S3 client other stores answer as well
	}
	for _, other := range field.Together(p, t) {
		if other.What == field.Status && other.Equal && other.Int() == 403 && rule.Text(other.From) == rule.Text(t.From) {
			return true
		}
	}
	return false
}

// checkTyped checks a string constant that becomes a Kind, Code or Category of the library.
func checkTyped(p *rule.Pass, seen map[ast.Expr]bool, e ast.Expr, typed ast.Expr) {
	lit := ast.Unparen(e)
	v := p.TypesInfo.Types[lit].Value
	t := p.TypesInfo.TypeOf(typed)
	if v == nil || t == nil || v.Kind() != constant.String || seen[lit] || !rule.IsTarget(t) || field.IsLibraryConst(p, lit) {
		return
	}
	if _, ok := lit.(*ast.BasicLit); !ok {
		return
	}
	seen[lit] = true
	checkName(p, lit, rule.LibraryType(t), constant.StringVal(v))
}

// checkName checks a name of one of the library's types.
func checkName(p *rule.Pass, at ast.Expr, of, name string) {
	if name == "" {
		return
	}
	switch of {
	case "Kind":
		if !codes.IsKind(name) {
			hint := ""
			if codes.Known(name) {
				hint = "; it is a code"
			}
			p.Report(at, fmt.Sprintf("this matches no error: no kind of oss403 is named %s%s", name, hint))
		}
	case "Category":
		if !codes.IsCategory(name) {
			p.Report(at, fmt.Sprintf("this matches no error: no category of oss403 is named %s", name))
		}
	case "Code":
		if right, ok := codes.Misspelled(name); ok {
			p.Report(at, fmt.Sprintf("this matches no error: OSS spells this code %s", right), fix(at, right)...)
		} else if !codes.Known(name) {
			p.Report(at, fmt.Sprintf("this matches no error: OSS is not known to send %s with status 403", name))
		}
	}
}

// fixTest is fix for a comparison. In a switch that has a case for the right spelling, or for another
// wrong one, it would make a case twice, which does not compile.
func fixTest(p *rule.Pass, t *field.Test, right string) []analysis.SuggestedFix {
	if t.Case.Valid() {
		for clause := range t.Case.Parent().Children() {
			for _, e := range clause.Node().(*ast.CaseClause).List {
				v := p.TypesInfo.Types[e].Value
				if ast.Unparen(e) == t.Value || v == nil || v.Kind() != constant.String {
					continue
				}
				other := constant.StringVal(v)
				if meant, ok := codes.Misspelled(other); other == right || ok && meant == right {
					return nil
				}
			}
		}
	}
	return fix(t.Value, right)
}

// fix puts the code in OSS's spelling where it is a literal.
func fix(at ast.Expr, right string) []analysis.SuggestedFix {
	if _, ok := at.(*ast.BasicLit); !ok {
		return nil
	}
	return []analysis.SuggestedFix{rule.Fix("Spell it "+right, rule.Replace(at, strconv.Quote(right)))}
}
