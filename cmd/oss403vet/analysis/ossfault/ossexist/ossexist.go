package ossexist

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"regexp"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/client"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/codes"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/field"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/rule"
)

//go:embed doc.go
var doc string

// Analyzer finds 403s of OSS taken for "exists" or "does not exist".
var Analyzer = rule.New("ossexist", doc, client.OnlyOSS, run)

var (
	absentName = regexp.MustCompile(`(?i)not_?(found|exist)|no_?such|missing|absent`)
	existsName = regexp.MustCompile(`(?i)exist|^has|found|present`)
)

func run(p *rule.Pass) {
	for c := range p.Root.Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		fn, _ := typeutil.Callee(p.TypesInfo, call).(*types.Func)
		if says := hides(fn); says != "" && c.ParentEdgeKind() != edge.ExprStmt_X && !p.InTest(call.Pos()) {
			p.Report(call, says)
		}
	}
	for t := range field.Tests(p, p.Root) {
		if !t.OnlyOSS() || !t.Equal || !is403(t) {
			continue
		}
		if as := takenAs(p, t.At, t.Then(), t.Returned()); as != "" {
			report(p, t.Value, as)
		}
	}
	if !client.Imported(p.Pkg, client.OnlyOSS) {
		return
	}
	for c := range p.Root.Preorder((*ast.CompositeLit)(nil)) {
		if e := among(p, c); e != nil {
			if as := takenAs(p, c, field.Then(c.Parent()), false); as != "" {
				report(p, e, as)
			}
		}
	}
}

func report(p *rule.Pass, at ast.Node, as string) {
	p.Report(at, fmt.Sprintf("a 403 is taken for %q here: it says nothing about that; a wrong key, endpoint or clock looks the same", as))
}

// among returns a code that means a 403 out of a list that a function is given along with NoSuchBucket
// or NoSuchKey, as in oneOf(err, []string{"NoSuchKey", "AccessDenied"}).
func among(p *rule.Pass, c inspector.Cursor) (code ast.Expr) {
	if c.ParentEdgeKind() != edge.CallExpr_Args {
		return nil
	}
	absent := false
	for _, e := range c.Node().(*ast.CompositeLit).Elts {
		v := p.TypesInfo.Types[e].Value
		if v == nil || v.Kind() != constant.String {
			return nil
		}
		switch s := constant.StringVal(v); {
		case s == "NoSuchBucket" || s == "NoSuchKey":
			absent = true
		case codes.Known(s) && code == nil:
			code = e
		}
	}
	if !absent {
		return nil
	}
	return code
}

// hides says what an existence check of a client hides, "" if fn is none that hides anything.
func hides(fn *types.Func) string {
	if fn == nil || fn.Signature().Recv() == nil {
		return ""
	}
	c := client.Of(fn.Pkg())
	switch {
	case c == nil:
	case c.Name == "OSS SDK v2" && fn.Name() == "IsBucketExist":
		return "this is (true, nil) for each 403 too: IsBucketExist of OSS SDK v2 takes every answer but NoSuchBucket for a yes, a wrong AccessKey and a wrong endpoint included"
	case c.Name == "aliyungo" && fn.Name() == "Exists":
		return "this is (false, nil) for each 403 too: Exists of aliyungo takes it for a no, a wrong AccessKey included"
	}
	return ""
}

func is403(t *field.Test) bool {
	switch t.What {
	case field.Status:
		return t.Int() == 403
	case field.Code:
		return codes.Known(t.Text())
	case field.Kind, field.Category:
		return t.Text() != ""
	}
	return false
}

// takenAs says as what the test at lets the function answer, "" if as nothing of the kind: then is what
// runs if it holds, and returned says that the function returns the test itself.
func takenAs(p *rule.Pass, at, then inspector.Cursor, returned bool) string {
	fn, sig := p.Func(at)
	if !fn.Valid() || sig == nil {
		return ""
	}
	name := ""
	if d, ok := fn.Node().(*ast.FuncDecl); ok {
		name = d.Name.Name
	}
	if returned {
		if absentName.MatchString(name) && sig.Results().Len() == 1 && isBool(sig.Results().At(0).Type()) {
			return "not found"
		}
		return ""
	}
	results := field.Return(then)
	for _, r := range results {
		if absent(r) {
			return "not found"
		}
	}
	if len(results) == 0 || len(results) != sig.Results().Len() || !isBool(sig.Results().At(0).Type()) {
		return ""
	}
	for _, r := range results[1:] {
		if !p.TypesInfo.Types[r].IsNil() {
			return ""
		}
	}
	value, ok := results[0].(*ast.Ident)
	switch {
	case !ok:
	case absentName.MatchString(name):
		if value.Name == "true" {
			return "not found"
		}
	case existsName.MatchString(name):
		switch value.Name {
		case "true":
			return "exists"
		case "false":
			return "does not exist"
		}
	}
	return ""
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Bool
}

// absent says whether an expression names an error that says "not found".
func absent(e ast.Expr) (found bool) {
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && absentName.MatchString(id.Name) {
			found = true
		}
		return !found
	})
	return found
}
