package ossretry

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

	"github.com/oss403/oss403"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/client"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/codes"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/field"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/rule"
)

//go:embed doc.go
var doc string

// Analyzer finds retries of errors of OSS that no repetition helps.
var Analyzer = rule.New("ossretry", doc, client.OnlyOSS, run)

// A name that says retry, unless it says the opposite.
var (
	retryName = regexp.MustCompile(`(?i)retr(y|ies|iable|yable)|transient|temporary|recoverable`)
	notName   = regexp.MustCompile(`(?i)(non?|never|not|without|skip|stop|un|dont|ir)_?(retr|transient|temporary|recoverable)|(noretr)`)
)

func saysRetry(name string) bool { return retryName.MatchString(name) && !notName.MatchString(name) }

func run(p *rule.Pass) {
	corrects := correctsClock(p)
	report := func(at ast.Node, name, first string, ok bool) {
		if ok && !(corrects && name == string(oss403.CodeRequestTimeTooSkewed)) {
			p.Report(at, fmt.Sprintf("each retry of %s fails like the first attempt: %s", name, first))
		}
	}
	if client.Imported(p.Pkg, client.OnlyOSS) { // a list of codes elsewhere may be another service's
		for c := range p.Root.Preorder((*ast.CompositeLit)(nil)) {
			for at, name := range listed(p, c) {
				first, ok := codes.Hopeless(name)
				report(at, name, first, ok)
			}
		}
	}
	for t := range field.Tests(p, p.Root) {
		if !t.OnlyOSS() || !t.Equal || !retries(p, t) {
			continue
		}
		switch t.What {
		case field.Code:
			first, ok := codes.Hopeless(t.Text())
			report(t.Value, t.Text(), first, ok)
		case field.Kind:
			first, ok := codes.HopelessKind(t.Text())
			report(t.Value, t.Text(), first, ok)
		case field.Status:
			report(t.Value, "a 403", "no 403 of OSS goes away by waiting alone", t.Int() == 403)
		}
	}
}

// correctsClock says whether every client of OSS in the package learns the time from the answer.
func correctsClock(p *rule.Pass) bool {
	corrects := false
	for _, pkg := range p.Pkg.Imports() {
		if c := client.Of(pkg); c != nil && c.OSS {
			if !c.CorrectsClock {
				return false
			}
			corrects = true
		}
	}
	return corrects
}

// listed returns the strings in a list or map whose name says retry.
func listed(p *rule.Pass, c inspector.Cursor) map[ast.Node]string {
	if !saysRetry(nameOf(c)) {
		return nil
	}
	names := map[ast.Node]string{}
	for _, e := range c.Node().(*ast.CompositeLit).Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if v := p.TypesInfo.Types[kv.Value].Value; v != nil && v.Kind() == constant.Bool && !constant.BoolVal(v) {
				continue
			}
			e = kv.Key
		}
		if v := p.TypesInfo.Types[e].Value; v != nil && v.Kind() == constant.String {
			names[e] = constant.StringVal(v)
		}
	}
	return names
}

// nameOf returns the name of the variable, the field or the function's result that a literal is
// given to; "" if it has none.
func nameOf(c inspector.Cursor) string {
	kind, index := c.ParentEdge()
	switch kind {
	case edge.ValueSpec_Values:
		if spec := c.Parent().Node().(*ast.ValueSpec); index < len(spec.Names) {
			return spec.Names[index].Name
		}
	case edge.AssignStmt_Rhs:
		if a := c.Parent().Node().(*ast.AssignStmt); index < len(a.Lhs) {
			switch lhs := a.Lhs[index].(type) {
			case *ast.Ident:
				return lhs.Name
			case *ast.SelectorExpr:
				return lhs.Sel.Name
			}
		}
	case edge.KeyValueExpr_Value:
		if key, ok := c.Parent().Node().(*ast.KeyValueExpr).Key.(*ast.Ident); ok {
			return key.Name
		}
	case edge.RangeStmt_X, edge.ReturnStmt_Results:
		if _, fn := rule.Decl(c); fn != nil {
			return fn.Name.Name
		}
	}
	return ""
}

// retries says whether a test makes the request be sent again: it makes a function whose name says
// retry return true, or a loop around a client's call go on.
func retries(p *rule.Pass, t *field.Test) bool {
	if fn, sig := p.Func(t.At); fn.Valid() && sig != nil && returnsBool(sig) {
		if d, ok := fn.Node().(*ast.FuncDecl); ok && saysRetry(d.Name.Name) {
			return t.Returned() || returnsTrue(t.Then())
		}
	}
	return goesOn(p, t.Then())
}

func returnsBool(sig *types.Signature) bool {
	return sig.Results().Len() == 1 && types.Identical(sig.Results().At(0).Type().Underlying(), types.Typ[types.Bool])
}

func returnsTrue(then inspector.Cursor) bool {
	results := field.Return(then)
	if len(results) != 1 {
		return false
	}
	id, ok := results[0].(*ast.Ident)
	return ok && id.Name == "true"
}

// goesOn says whether a block ends in a continue of a loop that calls a client of OSS.
func goesOn(p *rule.Pass, then inspector.Cursor) bool {
	list := field.Statements(then)
	if len(list) == 0 {
		return false
	}
	branch, ok := list[len(list)-1].(*ast.BranchStmt)
	if !ok || branch.Tok.String() != "continue" {
		return false
	}
	for _, s := range list[:len(list)-1] { // something may be done about it
		if call, ok := s.(*ast.ExprStmt); !ok || !isSleep(p, call.X) {
			return false
		}
	}
	for loop := range then.Enclosing((*ast.ForStmt)(nil), (*ast.FuncLit)(nil), (*ast.RangeStmt)(nil)) {
		switch n := loop.Node().(type) {
		case *ast.FuncLit:
			return false
		case *ast.RangeStmt:
			if b, ok := p.TypesInfo.TypeOf(n.X).Underlying().(*types.Basic); !ok || b.Info()&types.IsInteger == 0 {
				return false // the next element is another request
			}
		}
		for c := range loop.Preorder((*ast.CallExpr)(nil)) {
			if of := client.Call(p.TypesInfo, c.Node().(*ast.CallExpr)); of != nil && of.OSS {
				return true
			}
		}
		return false
	}
	return false
}

func isSleep(p *rule.Pass, e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, _ := typeutil.Callee(p.TypesInfo, call).(*types.Func)
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "time":
		return fn.Name() == "Sleep"
	case "log", "log/slog", "fmt":
		return true
	}
	return false
}
