// Package rule is what the analyzers have in common: how one is made, and how it reports.
package rule

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/client"
)

// pages is where the page of each analyzer is.
const pages = "https://github.com/oss403/oss403/blob/main/cmd/oss403vet/doc/"

// Pass is an analysis.Pass with what every analyzer here looks at.
type Pass struct {
	*analysis.Pass
	Root inspector.Cursor
	memo map[memoKey]any
}

type memoKey struct {
	what string
	node ast.Node
}

// Memo returns what make returns for a node, and makes it once only.
func Memo[T any](p *Pass, what string, node ast.Node, make func() T) T {
	key := memoKey{what, node}
	if v, ok := p.memo[key]; ok {
		return v.(T)
	}
	v := make()
	p.memo[key] = v
	return v
}

// New makes an analyzer. source is the text of the doc.go beside it: what stands there below the
// heading "# Analyzer name" is what -help shows and what the page says. run is called for packages
// that import one for which want holds, themselves or through another, and are no client's own: a
// client sees its errors before it has wrapped them.
func New(name, source string, want func(*types.Package) bool, run func(*Pass)) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     name,
		Doc:      document(name, source),
		URL:      pages + name + ".md",
		Requires: []*analysis.Analyzer{inspect.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			if client.Of(pass.Pkg) == nil && !client.IsLibrary(pass.Pkg) && client.Imports(pass.Pkg, want) {
				run(&Pass{pass, pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(), map[memoKey]any{}})
			}
			return nil, nil
		},
	}
}

func document(name, source string) string {
	f, err := parser.ParseFile(token.NewFileSet(), "doc.go", source, parser.PackageClauseOnly|parser.ParseComments)
	if err != nil {
		panic(err)
	}
	_, text, ok := strings.Cut(f.Doc.Text(), "# Analyzer "+name+"\n\n"+name+": ")
	if !ok {
		panic("doc.go does not document " + name)
	}
	return strings.TrimSpace(text)
}

// Report reports that at does what message says, one line about what happens at run time. The link
// to the analyzer's page goes behind it: go vet and golangci-lint do not show a diagnostic's URL.
func (p *Pass) Report(at ast.Node, message string, fixes ...analysis.SuggestedFix) {
	p.Pass.Report(analysis.Diagnostic{
		Pos:            at.Pos(),
		End:            at.End(),
		Message:        message + " (" + p.Analyzer.URL + ")",
		URL:            p.Analyzer.URL,
		SuggestedFixes: fixes,
	})
}

// Fix is a fix of some edits.
func Fix(message string, edits ...analysis.TextEdit) analysis.SuggestedFix {
	return analysis.SuggestedFix{Message: message, TextEdits: edits}
}

// Replace is the edit that puts text in place of a node.
func Replace(at ast.Node, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: at.Pos(), End: at.End(), NewText: []byte(text)}
}

// Insert is the edit that puts text before pos.
func Insert(pos token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: pos, NewText: []byte(text)}
}

// Text is the source of an expression, on one line.
func Text(e ast.Expr) string { return types.ExprString(e) }

// InTest says whether pos is in a _test.go file, where a panic is just a failed test.
func (p *Pass) InTest(pos token.Pos) bool {
	return strings.HasSuffix(filepath.Base(p.Fset.File(pos).Name()), "_test.go")
}

// Func returns the innermost function around a node, a *ast.FuncDecl or *ast.FuncLit, and its
// type; nil outside of functions.
func (p *Pass) Func(at inspector.Cursor) (inspector.Cursor, *types.Signature) {
	for c := range at.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch n := c.Node().(type) {
		case *ast.FuncDecl:
			if fn, ok := p.TypesInfo.Defs[n.Name].(*types.Func); ok {
				return c, fn.Signature()
			}
		case *ast.FuncLit:
			sig, _ := p.TypesInfo.TypeOf(n).(*types.Signature)
			return c, sig
		}
	}
	return inspector.Cursor{}, nil
}

// Decl returns the declared function around a node, nil outside of functions.
func Decl(at inspector.Cursor) (inspector.Cursor, *ast.FuncDecl) {
	for c := range at.Enclosing((*ast.FuncDecl)(nil)) {
		return c, c.Node().(*ast.FuncDecl)
	}
	return inspector.Cursor{}, nil
}

// IsError says whether t is the interface error.
func IsError(t types.Type) bool {
	return t != nil && types.Identical(t, types.Universe.Lookup("error").Type())
}

// IsLibraryFunc says whether a call calls the library's function of this name; for a method the
// name has its receiver's type in front, as in Transport.Wrap.
func (p *Pass) IsLibraryFunc(fn *types.Func, names ...string) bool {
	if fn == nil || !client.IsLibrary(fn.Pkg()) {
		return false
	}
	name := fn.Name()
	if recv := fn.Signature().Recv(); recv != nil {
		t := recv.Type()
		if ptr, ok := t.(*types.Pointer); ok {
			t = ptr.Elem()
		}
		if named, ok := t.(*types.Named); ok {
			name = named.Obj().Name() + "." + name
		}
	}
	for _, n := range names {
		if n == name {
			return true
		}
	}
	return false
}

// LibraryType returns the name of the library's type that t is, or points to; "" if it is none.
func LibraryType(t types.Type) string {
	t = types.Unalias(t)
	if ptr, ok := t.(*types.Pointer); ok {
		t = types.Unalias(ptr.Elem())
	}
	if named, ok := t.(*types.Named); ok && client.IsLibrary(named.Obj().Pkg()) {
		return named.Obj().Name()
	}
	return ""
}

// IsTarget says whether t is one of the library's types whose constants are targets of errors.Is.
func IsTarget(t types.Type) bool {
	if _, pointer := types.Unalias(t).(*types.Pointer); pointer {
		return false
	}
	switch LibraryType(t) {
	case "Kind", "Code", "Category", "Reason":
		return true
	}
	return false
}

// Qualifier returns the name under which the file around pos knows a package, "" if it does not, or
// if something else has that name at pos.
func (p *Pass) Qualifier(pos token.Pos, path string) string {
	for _, f := range p.Files {
		if f.FileStart > pos || pos >= f.FileEnd {
			continue
		}
		scope := p.TypesInfo.Scopes[f]
		for _, spec := range f.Imports {
			name, ok := p.TypesInfo.PkgNameOf(spec), false
			if name == nil || name.Name() == "_" || name.Name() == "." {
				continue
			}
			imported := name.Imported().Path()
			if imported != path && !strings.HasSuffix(imported, "/vendor/"+path) {
				continue
			}
			if inner := scope.Innermost(pos); inner != nil {
				_, obj := inner.LookupParent(name.Name(), pos)
				ok = obj == name
			}
			if ok {
				return name.Name()
			}
		}
	}
	return ""
}
