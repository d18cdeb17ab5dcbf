package oss403

import (
	"errors"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/oss403/oss403/internal/signing"
)

// phrasesInSource returns what the code says in English: every constant of type phrase, wherever it
// stands.
func phrasesInSource(t *testing.T) map[phrase]bool {
	t.Helper()
	paths, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	var files []*ast.File
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if file.Name.Name == "oss403" {
			files = append(files, file)
		}
	}
	// Only this package is looked at: what comes of others has no type here, which is no matter.
	info := types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	config := types.Config{Importer: noImporter{}, Error: func(error) {}}
	_, _ = config.Check("oss403", set, files, &info)
	found := map[phrase]bool{}
	for _, v := range info.Types {
		if n, ok := v.Type.(*types.Named); ok && n.Obj().Name() == "phrase" && v.Value != nil {
			if s := constant.StringVal(v.Value); s != "" {
				found[phrase(s)] = true
			}
		}
	}
	// The phrases of the translations are of the type as well.
	for _, l := range languages {
		for _, p := range l.phrases {
			delete(found, p.english)
		}
	}
	said := map[phrase]bool{}
	for _, f := range files {
		name := filepath.Base(set.File(f.Pos()).Name())
		if strings.HasPrefix(name, "remedy_") {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			e, ok := n.(ast.Expr)
			if !ok {
				return true
			}
			v := info.Types[e]
			if named, ok := v.Type.(*types.Named); ok && named.Obj().Name() == "phrase" && v.Value != nil {
				if s := constant.StringVal(v.Value); s != "" {
					said[phrase(s)] = true
				}
			}
			if call, ok := n.(*ast.CallExpr); ok {
				checkVerbs(t, &info, call)
			}
			return true
		})
	}
	for _, name := range signing.PartNames() {
		said[phrase(name)] = true
	}
	return said
}

// checkVerbs: a phrase that is said has as many arguments as verbs, which no vet looks at.
func checkVerbs(t *testing.T, info *types.Info, call *ast.CallExpr) {
	f, ok := info.Types[call.Fun].Type.(*types.Signature)
	if !ok || !f.Variadic() || call.Ellipsis.IsValid() {
		return
	}
	last := f.Params().Len() - 1
	if last < 1 || last > len(call.Args) {
		return
	}
	v := info.Types[call.Args[last-1]]
	if n, ok := v.Type.(*types.Named); !ok || n.Obj().Name() != "phrase" || v.Value == nil {
		return
	}
	p := constant.StringVal(v.Value)
	if n := len(call.Args) - last; verbs(p) != n {
		t.Errorf("%q has %d verbs and %d arguments", p, verbs(p), n)
	}
}

type noImporter struct{}

func (noImporter) Import(string) (*types.Package, error) { return nil, errors.New("not looked at") }

// TestPhrases: whatever the code says is translated into each language, and nothing else is.
func TestPhrases(t *testing.T) {
	said := phrasesInSource(t)
	if len(said) < 100 {
		t.Fatal("only", len(said), "phrases found")
	}
	for _, l := range languages[1:] {
		left := map[phrase]bool{}
		for p := range said {
			left[p] = true
		}
		for i, p := range l.phrases {
			if i > 0 && l.phrases[i-1].english >= p.english {
				t.Errorf("%s: not sorted: %q", l.lang, p.english)
			}
			if !said[p.english] {
				t.Errorf("%s: nothing says %q", l.lang, p.english)
			}
			delete(left, p.english)
			if verbs(string(p.english)) != verbs(p.other) {
				t.Errorf("%s: %q and %q have other verbs", l.lang, p.english, p.other)
			}
			if p.other == "" {
				t.Errorf("%s: no words for %q", l.lang, p.english)
			}
		}
		for _, p := range slices.Sorted(mapKeys(left)) {
			t.Errorf("%s lacks {%s, \"\"}", l.lang, strconv.Quote(string(p)))
		}
	}
}

func mapKeys[K comparable](m map[K]bool) func(func(K) bool) {
	return func(yield func(K) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// verbs counts the verbs of a format; they may come in another order.
func verbs(s string) int { return len(regexp.MustCompile(`%(\[\d\])?[sd]`).FindAllString(s, -1)) }

// TestLanguages: each language says something of every kind, every reason and every topic, in order,
// with the same steps and the same facts.
func TestLanguages(t *testing.T) {
	var kindNames, reasonNames []string
	for k := range Kinds() {
		kindNames = append(kindNames, string(k))
	}
	kindNames = append(kindNames, string(KindUnknown))
	for r := range Reasons() {
		reasonNames = append(reasonNames, string(r))
	}
	factsOf := func(s string) string {
		list := regexp.MustCompile(`\{[?!]?\w+\}`).FindAllString(s, -1)
		slices.Sort(list)
		return strings.Join(slices.Compact(list), " ")
	}
	inOrder := func(a, b text) int {
		return strings.Compare(strings.ToLower(string(a.kind)+string(a.reason)), strings.ToLower(string(b.kind)+string(b.reason)))
	}
	for _, l := range languages {
		if len(l.docs) != len(english.docs) {
			t.Errorf("%s: %d pages, not %d", l.lang, len(l.docs), len(english.docs))
		}
		for _, list := range [][]text{l.kinds, l.reasons} {
			if !slices.IsSortedFunc(list, inOrder) {
				t.Errorf("%s: not sorted", l.lang)
			}
		}
		for _, name := range kindNames {
			if l.ofKind(Kind(name)).kind != Kind(name) {
				t.Errorf("%s says nothing about kind %s", l.lang, name)
			}
		}
		for _, name := range reasonNames {
			if l.ofReason(Reason(name)) == nil {
				t.Errorf("%s says nothing about reason %s", l.lang, name)
			}
		}
		if len(l.kinds) != len(kindNames) || len(l.reasons) != len(reasonNames) {
			t.Errorf("%s: %d kinds and %d reasons, want %d and %d", l.lang, len(l.kinds), len(l.reasons), len(kindNames), len(reasonNames))
			continue
		}
		for i, list := range [][]text{l.kinds, l.reasons} {
			want := [][]text{english.kinds, english.reasons}[i]
			for j := range list {
				x, en := &list[j], &want[j]
				name := string(x.kind) + string(x.reason)
				if len(x.steps) != len(en.steps) || len(x.steps) == 0 || x.cause == "" || x.kind != "" && x.summary == "" || (x.summary == "") != (en.summary == "") {
					t.Errorf("%s: %s has %d steps, in English %d, or lacks a cause or a summary", l.lang, name, len(x.steps), len(en.steps))
					continue
				}
				patterns, english := append([]string{x.summary, x.cause}, x.steps...), append([]string{en.summary, en.cause}, en.steps...)
				for k, p := range patterns {
					if factsOf(p) != factsOf(english[k]) {
						t.Errorf("%s: %s has other facts:\n%s\n%s", l.lang, name, english[k], p)
					}
					if l.lang == Chinese && p != "" && !strings.ContainsFunc(p, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
						t.Errorf("%s: no Chinese: %s", name, p)
					}
				}
			}
		}
	}
	for _, x := range append(slices.Clone(english.kinds), english.reasons...) {
		if x.gist == "" || strings.HasSuffix(x.gist, ".") {
			t.Errorf("%s%s: the line has no gist, or one with a full stop", x.kind, x.reason)
		}
	}
}
