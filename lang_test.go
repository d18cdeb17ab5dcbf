package oss403

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// phrasesInSource returns what the code says in English: the first argument of each say and about,
// and what the functions that only name a phrase return.
func phrasesInSource(t *testing.T) map[string]bool {
	t.Helper()
	paths, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	paths = append(paths, "internal/signing/compare.go")
	found := map[string]bool{}
	add := func(e ast.Expr) {
		if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if s, err := strconv.Unquote(lit.Value); err == nil && s != "" {
				found[s] = true
			}
		}
	}
	namers := []string{"phrase", "meaning", "policyMeaning", "denialMeaning", "suspicionMeaning"}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.CONST { // names of the parts of a signature
				for _, s := range g.Specs {
					if v := s.(*ast.ValueSpec); strings.HasPrefix(strings.ToLower(v.Names[0].Name), "part") && len(v.Values) == 1 {
						add(v.Values[0])
					}
				}
			}
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			ast.Inspect(f, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CallExpr:
					sel, ok := n.Fun.(*ast.SelectorExpr)
					if ok && (sel.Sel.Name == "say" || sel.Sel.Name == "about") {
						add(n.Args[0])
						// No vet looks at these verbs.
						if lit, ok := n.Args[0].(*ast.BasicLit); ok && verbs(lit.Value) != len(n.Args)-1 {
							t.Errorf("%s has %d verbs and %d arguments", lit.Value, verbs(lit.Value), len(n.Args)-1)
						}
					}
					if id, ok := n.Fun.(*ast.Ident); ok && id.Name == "said" {
						add(n.Args[0])
					}
					if id, ok := n.Fun.(*ast.Ident); ok && id.Name == "say" { // Report's, behind an indent
						add(n.Args[1])
						if lit, ok := n.Args[1].(*ast.BasicLit); ok && verbs(lit.Value) != len(n.Args)-2 {
							t.Errorf("%s has %d verbs and %d arguments", lit.Value, verbs(lit.Value), len(n.Args)-2)
						}
					}
					// proofs: add(field, got, want, meaning)
					if id, ok := n.Fun.(*ast.Ident); ok && id.Name == "add" && f.Name.Name == "proofs" && len(n.Args) == 4 {
						add(n.Args[3])
					}
				case *ast.ReturnStmt:
					if slices.Contains(namers, f.Name.Name) {
						for _, r := range n.Results {
							add(r)
						}
					}
				case *ast.AssignStmt: // a meaning, or a phrase, that is chosen first
					for i, l := range n.Lhs {
						if id, ok := l.(*ast.Ident); ok && (id.Name == "meaning" || id.Name == "who" || id.Name == "one" || id.Name == "many") && i < len(n.Rhs) {
							add(n.Rhs[i])
						}
					}
				case *ast.CompositeLit: // units of time, the settings of clients
					if f.Name.Name == "appendDuration" || f.Name.Name == "pathSwitch" {
						for _, e := range n.Elts {
							if kv, ok := e.(*ast.CompositeLit); ok {
								for _, e := range kv.Elts {
									if lit, ok := e.(*ast.BasicLit); ok && strings.Contains(lit.Value, " ") {
										add(lit)
									}
								}
							}
						}
					}
				}
				return true
			})
		}
	}
	return found
}

// TestPhrases: whatever the code says has its Chinese, and nothing else has.
func TestPhrases(t *testing.T) {
	found := phrasesInSource(t)
	if len(found) < 100 {
		t.Fatal("only", len(found), "phrases found")
	}
	if os.Getenv("OSS403_PHRASES") != "" {
		for _, p := range slices.Sorted(mapKeys(found)) {
			println(strconv.Quote(p))
		}
	}
	for i, p := range chinesePhrases {
		if i > 0 && chinesePhrases[i-1].english >= p.english {
			t.Errorf("not sorted: %q", p.english)
		}
		if !found[p.english] {
			t.Errorf("nothing says %q", p.english)
		}
		delete(found, p.english)
		if verbs(p.english) != verbs(p.chinese) {
			t.Errorf("%q and %q have other verbs", p.english, p.chinese)
		}
		if p.chinese == "" {
			t.Errorf("no Chinese of %q", p.english)
		}
	}
	for p := range found {
		t.Errorf("no Chinese of %q", p)
	}
}

func mapKeys(m map[string]bool) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// verbs counts the verbs of a format; they may come in another order.
func verbs(s string) int { return len(regexp.MustCompile(`%(\[\d\])?[sd]`).FindAllString(s, -1)) }

var factOf = regexp.MustCompile(`\{\??[a-z0-9_]+\}`)

// TestTextsInBothLanguages: each kind has the same fields, steps and facts in both.
func TestTextsInBothLanguages(t *testing.T) {
	if len(english) != len(chinese) {
		t.Fatalf("%d kinds in English, %d in Chinese", len(english), len(chinese))
	}
	facts := func(s string) string {
		list := factOf.FindAllString(s, -1)
		slices.Sort(list)
		return strings.Join(slices.Compact(list), " ")
	}
	for i := range english {
		en, zh := &english[i], &chinese[i]
		if en.kind != zh.kind || len(en.steps) != len(zh.steps) {
			t.Errorf("%s has %d steps in English, %s %d in Chinese", en.kind, len(en.steps), zh.kind, len(zh.steps))
			continue
		}
		pairs := [][2]string{{en.summary, zh.summary}, {en.cause, zh.cause}}
		for j := range en.steps {
			pairs = append(pairs, [2]string{en.steps[j], zh.steps[j]})
		}
		for _, p := range pairs {
			if facts(p[0]) != facts(p[1]) {
				t.Errorf("%s: other facts:\n%s\n%s", en.kind, p[0], p[1])
			}
			if !strings.ContainsFunc(p[1], func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
				t.Errorf("%s: no Chinese: %s", en.kind, p[1])
			}
		}
	}
}

// TestChineseREADME: it has the sections, the commands and the kinds of the English one.
func TestChineseREADME(t *testing.T) {
	read := func(path string) string {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	en, zh := read("README.md"), read("README.zh-CN.md")
	if n, m := strings.Count(en, "\n## "), strings.Count(zh, "\n## "); n != m {
		t.Errorf("%d sections in English, %d in Chinese", n, m)
	}
	if !strings.Contains(en, "(README.zh-CN.md)") || !strings.Contains(zh, "(README.md)") {
		t.Error("the two do not link each other")
	}
	block := regexp.MustCompile("(?s)```(?:go|sh|text)\n.*?```")
	for _, b := range block.FindAllString(en, -1) {
		if !strings.Contains(zh, b) {
			t.Errorf("not in the Chinese one:\n%s", b)
		}
	}
	for k := range Kinds() {
		if row := regexp.MustCompile("(?m)^\\| `" + string(k) + "` \\| .*\\p{Han}.* \\|$"); len(row.FindAllString(zh, -1)) != 1 {
			t.Errorf("not one row of %s", k)
		}
	}
	// The first example: the same error in both, with its report in Chinese.
	blocks, chinese := strings.Split(en, "\n```\n"), strings.Split(zh, "\n```\n")
	if blocks[1] != chinese[1] || blocks[3] != chinese[3] {
		t.Error("the first example is another")
	}
	e, ok := Parse(403, nil, []byte(`<Error><Code>AccessDenied</Code><Message>Access denied by bucket policy.</Message><RequestId>65AF5037A1B2C3D4E5F60002</RequestId>
<HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId><AccessDeniedDetail><PolicyType>AccountLevelIdentityBasedPolicy</PolicyType>
<AuthPrincipalOwnerId>1000000000000001</AuthPrincipalOwnerId><AuthPrincipalType>SubUser</AuthPrincipalType><AuthPrincipalDisplayName>208000000000000001</AuthPrincipalDisplayName>
<NoPermissionType>ExplicitDeny</NoPermissionType><AuthAction>oss:PutObject</AuthAction><EncodedDiagnosticMessage>AQIBIAAAAExample==</EncodedDiagnosticMessage></AccessDeniedDetail>
<EC>0003-00000201</EC></Error>`))
	if !ok || e.Report(English) != blocks[5] {
		t.Errorf("the report is not the one of README.md:\n%s", e.Report(English))
	}
	if e.Report(Chinese) != chinese[5] {
		t.Errorf("the report has to be:\n%s", e.Report(Chinese))
	}
	clients := read("compat/testdata/clients.md")
	if !strings.Contains(zh, clients) {
		t.Error("the table of clients is not the one of compat")
	}
}
