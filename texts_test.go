package oss403

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// factNames collects the names that the functions fact and proved know.
func factNames(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	for path, function := range map[string]string{"explain.go": "fact", "diagnose.go": "proved"} {
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Name.Name != function {
				continue
			}
			ast.Inspect(fn, func(n ast.Node) bool {
				if c, ok := n.(*ast.CaseClause); ok {
					for _, e := range c.List {
						if lit, ok := e.(*ast.BasicLit); ok {
							name, _ := strconv.Unquote(lit.Value)
							names[name] = true
						}
					}
				}
				return true
			})
		}
	}
	return names
}

// TestPatterns: every pattern is well formed, names facts that there are, and says something
// outside of brackets only with facts that have a general word.
func TestPatterns(t *testing.T) {
	names := factNames(t)
	used := map[string]bool{}
	placeholder := regexp.MustCompile(`\{(\??)(\w*)\}`)
	for i := range english {
		x := &english[i]
		for _, p := range append([]string{x.gist, x.summary, x.cause}, x.steps...) {
			depth := 0
			for _, c := range p {
				switch c {
				case '[':
					depth++
				case ']':
					depth--
				case '|':
					if depth == 0 {
						t.Errorf("%s: | outside of brackets: %q", x.kind, p)
					}
				}
				if depth < 0 || depth > 1 {
					t.Errorf("%s: brackets: %q", x.kind, p)
					break
				}
			}
			if depth != 0 || strings.Count(p, "{") != len(placeholder.FindAllString(p, -1)) {
				t.Errorf("%s: not closed: %q", x.kind, p)
			}
			for _, m := range placeholder.FindAllStringSubmatch(p, -1) {
				used[m[2]] = true
				if !names[m[2]] {
					t.Errorf("%s: no fact %q: %q", x.kind, m[2], p)
				}
			}
			outside := regexp.MustCompile(`\[[^\]]*\]`).ReplaceAllString(p, "")
			for _, m := range placeholder.FindAllStringSubmatch(outside, -1) {
				if value, known := fact(nil, English, m[2]); m[1] == "?" || value == "" || known {
					t.Errorf("%s: {%s} outside of brackets: %q", x.kind, m[2], p)
				}
			}
		}
	}
	for name := range names {
		if !used[name] && !strings.HasSuffix(name, "Policy") { // a PolicyType
			t.Errorf("no text uses the fact %q", name)
		}
	}
}
