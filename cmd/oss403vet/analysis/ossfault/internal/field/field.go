// Package field finds the code and the status of an answer where a program reads them from an error.
package field

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"iter"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/client"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/flow"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/rule"
)

// What is what a program reads.
type What int

// What a program reads.
const (
	None What = iota
	Code
	Status
	Kind // the library's, as the next
	Category
)

// A Read is an expression that reads the code or the status from an error.
type Read struct {
	What    What
	From    ast.Expr       // the error
	Client  *client.Client // nil for the library's error
	Library bool
}

// OnlyOSS says whether the answer is certainly one of OSS.
func (r Read) OnlyOSS() bool { return r.Library || r.Client != nil && r.Client.OSS }

var names = map[string]What{
	"Code": Code, "ErrorCode": Code,
	"StatusCode": Status, "HttpStatusCode": Status, "HTTPStatusCode": Status,
}

// Of says what an expression reads; What is None if it reads neither.
func Of(p *rule.Pass, at inspector.Cursor) Read { return of(p, at, 2) }

func of(p *rule.Pass, at inspector.Cursor, depth int) Read {
	e := at.Node().(ast.Expr)
	for {
		switch n := e.(type) {
		case *ast.ParenExpr:
			e = n.X
			continue
		case *ast.CallExpr:
			if tv := p.TypesInfo.Types[n.Fun]; tv.IsType() && len(n.Args) == 1 { // string(e.Code)
				e = n.Args[0]
				continue
			}
			if len(n.Args) == 0 {
				if sel, ok := n.Fun.(*ast.SelectorExpr); ok {
					return selected(p, sel)
				}
			}
			return Read{}
		case *ast.SelectorExpr:
			return selected(p, n)
		case *ast.Ident:
			s := flow.Of(p, at)
			if depth == 0 || s.Open || s.Param != nil || len(s.Exprs) != 1 {
				return Read{}
			}
			if _, call := s.Exprs[0].(*ast.CallExpr); !call {
				if _, sel := s.Exprs[0].(*ast.SelectorExpr); !sel {
					return Read{}
				}
			}
			// The source of a local variable is in the same function: the search has to stay there.
			fn, _ := rule.Decl(at)
			if c, ok := fn.FindNode(s.Exprs[0]); ok {
				return of(p, c, depth-1)
			}
			return Read{}
		default:
			return Read{}
		}
	}
}

func selected(p *rule.Pass, sel *ast.SelectorExpr) Read {
	t := p.TypesInfo.TypeOf(sel.X)
	if t == nil {
		return Read{}
	}
	r := Read{What: names[sel.Sel.Name], From: sel.X}
	if rule.LibraryType(t) == "Error" {
		if r.Library = true; sel.Sel.Name == "Kind" {
			r.What = Kind
		}
		return r
	}
	e, _ := client.ErrorOf(t)
	if e == nil {
		return Read{}
	}
	r.Client = e.Client
	return r
}

// Test is a comparison of what was read with a constant.
type Test struct {
	Read
	At    inspector.Cursor // the comparison, or the value in a case
	Value ast.Expr         // the constant's expression
	Const constant.Value
	Equal bool             // false for !=
	Case  inspector.Cursor // the clause, if it is a case of a switch
	Is    bool             // errors.Is or oss403.Is with one of the library's constants
}

// Text returns the constant if it is a string, Int if it is a number.
func (t *Test) Text() string {
	if t.Const.Kind() == constant.String {
		return constant.StringVal(t.Const)
	}
	return ""
}

// Int returns the constant if it is a number, else 0.
func (t *Test) Int() int64 {
	n, _ := constant.Int64Val(constant.ToInt(t.Const))
	return n
}

// Tests returns the comparisons below a node, those of switch statements included.
func Tests(p *rule.Pass, below inspector.Cursor) iter.Seq[*Test] {
	return func(yield func(*Test) bool) {
		for c := range below.Preorder((*ast.BinaryExpr)(nil), (*ast.SwitchStmt)(nil), (*ast.CallExpr)(nil)) {
			for _, t := range tests(p, c) {
				if !yield(t) {
					return
				}
			}
		}
	}
}

func tests(p *rule.Pass, c inspector.Cursor) (ts []*Test) {
	test := func(at inspector.Cursor, read inspector.Cursor, value ast.Expr) *Test {
		v := p.TypesInfo.Types[value].Value
		if v == nil || v.Kind() != constant.String && v.Kind() != constant.Int {
			return nil
		}
		r := Of(p, read)
		if r.What == None {
			return nil
		}
		return &Test{Read: r, At: at, Value: ast.Unparen(value), Const: v, Equal: true}
	}
	switch n := c.Node().(type) {
	case *ast.BinaryExpr:
		if n.Op != token.EQL && n.Op != token.NEQ {
			return nil
		}
		t := test(c, c.ChildAt(edge.BinaryExpr_X, -1), n.Y)
		if t == nil {
			t = test(c, c.ChildAt(edge.BinaryExpr_Y, -1), n.X)
		}
		if t != nil {
			t.Equal = n.Op == token.EQL
			ts = append(ts, t)
		}
	case *ast.SwitchStmt:
		if n.Tag == nil {
			return nil
		}
		for clause := range c.ChildAt(edge.SwitchStmt_Body, -1).Children() {
			for i, value := range clause.Node().(*ast.CaseClause).List {
				if t := test(clause.ChildAt(edge.CaseClause_List, i), c.ChildAt(edge.SwitchStmt_Tag, -1), value); t != nil {
					t.Case = clause
					ts = append(ts, t)
				}
			}
		}
	case *ast.CallExpr:
		fn, _ := typeutil.Callee(p.TypesInfo, n).(*types.Func)
		if fn == nil || fn.Pkg() == nil {
			return nil
		}
		if fn.Name() == "Is" && len(n.Args) > 1 {
			return is(p, c, n)
		}
		if fn.Pkg().Path() != "strings" || fn.Name() != "EqualFold" {
			return nil
		}
		t := test(c, c.ChildAt(edge.CallExpr_Args, 0), n.Args[1])
		if t == nil {
			t = test(c, c.ChildAt(edge.CallExpr_Args, 1), n.Args[0])
		}
		if t != nil {
			ts = append(ts, t)
		}
	}
	return ts
}

// is returns the library's targets in errors.Is(err, oss403.KindX), and in the library's own Is.
func is(p *rule.Pass, at inspector.Cursor, call *ast.CallExpr) (ts []*Test) {
	for _, arg := range call.Args[1:] {
		tv := p.TypesInfo.Types[arg]
		if tv.Value == nil || tv.Value.Kind() != constant.String || !rule.IsTarget(tv.Type) {
			continue
		}
		t := &Test{Read: Read{From: call.Args[0], Library: true}, At: at, Value: ast.Unparen(arg), Const: tv.Value, Equal: true, Is: true}
		switch rule.LibraryType(tv.Type) {
		case "Kind":
			t.What = Kind
		case "Code":
			t.What = Code
		case "Category":
			t.What = Category
		default:
			continue
		}
		ts = append(ts, t)
	}
	return ts
}

// Then returns the statements that run if the test holds, a block or the clause of a case; it is not
// valid where there is no such block.
func (t *Test) Then() inspector.Cursor {
	if t.Case.Valid() {
		return t.Case
	}
	return Then(t.At)
}

// Then returns the block or clause that runs if the expression at holds, as a part of a condition.
func Then(at inspector.Cursor) inspector.Cursor {
	c := whole(at)
	switch c.ParentEdgeKind() {
	case edge.IfStmt_Cond:
		return c.Parent().ChildAt(edge.IfStmt_Body, -1)
	case edge.CaseClause_List:
		return c.Parent()
	}
	return inspector.Cursor{}
}

// Returned says whether the test is what a return statement returns, alone or with others.
func (t *Test) Returned() bool {
	return !t.Case.Valid() && whole(t.At).ParentEdgeKind() == edge.ReturnStmt_Results
}

// whole returns the expression that at is a part of by && and ||.
func whole(at inspector.Cursor) inspector.Cursor {
	for {
		switch n := at.Parent().Node().(type) {
		case *ast.BinaryExpr:
			if n.Op != token.LAND && n.Op != token.LOR {
				return at
			}
		case *ast.ParenExpr:
		default:
			return at
		}
		at = at.Parent()
	}
}

// Statements returns those of a block or a clause, nil if c is not valid.
func Statements(c inspector.Cursor) []ast.Stmt {
	if !c.Valid() {
		return nil
	}
	switch n := c.Node().(type) {
	case *ast.BlockStmt:
		return n.List
	case *ast.CaseClause:
		return n.Body
	}
	return nil
}

// Return returns the results of the return statement that ends a block or a clause.
func Return(c inspector.Cursor) []ast.Expr {
	list := Statements(c)
	if len(list) == 0 {
		return nil
	}
	ret, ok := list[len(list)-1].(*ast.ReturnStmt)
	if !ok {
		return nil
	}
	return ret.Results
}

// IsLibraryConst says whether an expression is a constant of the library: right by itself, even one
// that the library got after this program was built.
func IsLibraryConst(p *rule.Pass, e ast.Expr) (is bool) {
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if obj, ok := p.TypesInfo.Uses[id].(*types.Const); ok && client.IsLibrary(obj.Pkg()) {
				is = true
			}
		}
		return !is
	})
	return is
}

// Together returns the tests of the condition that t is a part of which && connects with it.
func Together(p *rule.Pass, t *Test) []*Test {
	top := t.At
	for {
		if n, ok := top.Parent().Node().(*ast.BinaryExpr); ok && n.Op != token.LAND {
			break
		} else if _, paren := top.Parent().Node().(*ast.ParenExpr); !ok && !paren {
			break
		}
		top = top.Parent()
	}
	var ts []*Test
	var collect func(c inspector.Cursor)
	collect = func(c inspector.Cursor) {
		switch n := c.Node().(type) {
		case *ast.ParenExpr:
			collect(c.ChildAt(edge.ParenExpr_X, -1))
		case *ast.BinaryExpr:
			if n.Op == token.LAND {
				collect(c.ChildAt(edge.BinaryExpr_X, -1))
				collect(c.ChildAt(edge.BinaryExpr_Y, -1))
				return
			}
			ts = append(ts, tests(p, c)...)
		case *ast.CallExpr:
			ts = append(ts, tests(p, c)...)
		}
	}
	collect(top)
	return ts
}
