package oss403_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/docblock"
)

// documentPairs are the documents that there are in both languages, by the English one.
func documentPairs(t *testing.T) map[string]string {
	t.Helper()
	paths, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	pairs := map[string]string{}
	for _, path := range append(paths, "README.md") {
		if !strings.HasSuffix(path, ".zh-CN.md") {
			pairs[path] = strings.TrimSuffix(path, ".md") + ".zh-CN.md"
		}
	}
	return pairs
}

// documents are all that are written by hand, in both languages.
func documents(t *testing.T) []string {
	t.Helper()
	paths := []string{"CHANGELOG.md", "COMPATIBILITY.md", "CONTRIBUTING.md", "SECURITY.md"}
	for en, zh := range documentPairs(t) {
		paths = append(paths, en, zh)
	}
	slices.Sort(paths)
	return paths
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func langOfDocument(path string) oss403.Lang {
	if strings.HasSuffix(path, ".zh-CN.md") {
		return oss403.Chinese
	}
	return oss403.English
}

// TestDocuments: the outputs that documents quote are what comes out, and the code that they show is in a
// file that compiles. -update writes the outputs. Transcripts of the command are looked at by its own tests,
// the table of clients by compat.
func TestDocuments(t *testing.T) {
	for _, path := range documents(t) {
		t.Run(path, func(t *testing.T) {
			quoted := map[string]bool{}
			stale, err := docblock.Update(path, *update, func(b docblock.Block) string {
				quoted[b.Text] = b.Fenced
				lang := langOfDocument(path)
				switch b.Kind {
				case "lines":
					_, files := readCase(t, filepath.Join("testdata/403", b.Argument+".txtar"))
					e, ok := decode(t, files)
					if !ok {
						t.Fatal(b.Argument)
					}
					return fmt.Sprintf("%v\n%v\n", ofSDK(t, files), e)
				case "report":
					_, files := readCase(t, filepath.Join("testdata/403", b.Argument+".txtar"))
					e, ok := decode(t, files)
					if !ok {
						t.Fatal(b.Argument)
					}
					return e.Report(lang) + "\n"
				case "quickstart":
					return quickstart(t, lang)
				case "from":
					for piece := range pieces(b.Text) {
						if !strings.Contains(plainCode(readFile(t, b.Argument)), piece) {
							t.Errorf("%s has no such code:\n%s", b.Argument, piece)
						}
					}
				case "transcript", "clients":
				default:
					t.Errorf("who makes %q?", b.Kind)
				}
				return b.Text
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range stale {
				if !*update {
					t.Errorf("%s %s is stale: go test . -run TestDocuments -update", b.Kind, b.Argument)
				}
			}
			// Code that nobody looks at gets wrong in time.
			fence := regexp.MustCompile("(?ms)^```(?:go|text)\n(.*?)^```")
			for _, m := range fence.FindAllStringSubmatch(readFile(t, path), -1) {
				if !quoted[m[1]] && !*update {
					t.Errorf("nobody looks at:\n%s", m[1])
				}
			}
		})
	}
}

// ofSDK is what SDK v1 returns for the answer of a case.
func ofSDK(t *testing.T, files []file) error {
	t.Helper()
	base := roundTrip(func(*http.Request) (*http.Response, error) { return response(t, files), nil })
	client, err := oss.New("oss-cn-hangzhou.aliyuncs.com", "id", "secret", oss.HTTPClient(&http.Client{Transport: base}))
	if err != nil {
		t.Fatal(err)
	}
	bucket, err := client.Bucket("examplebucket")
	if err != nil {
		t.Fatal(err)
	}
	body, err := bucket.GetObject("notes.txt")
	if err == nil {
		_, _ = io.Copy(io.Discard, body)
		t.Fatal("no error")
	}
	return err
}

// quickstart runs it for a reader of the language.
func quickstart(t *testing.T, lang oss403.Lang, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"run", "./examples/quickstart"}, args...)...)
	cmd.Env = append(os.Environ(), "LC_ALL="+map[oss403.Lang]string{oss403.English: "C", oss403.Chinese: "zh_CN.UTF-8"}[lang])
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err, stderr.String())
	}
	return string(out)
}

// TestQuickstart: its output is one screen, and with -full a tour.
func TestQuickstart(t *testing.T) {
	for _, lang := range []oss403.Lang{oss403.English, oss403.Chinese} {
		rows := 0
		for _, line := range strings.Split(strings.TrimSuffix(quickstart(t, lang), "\n"), "\n") {
			columns := utf8.RuneCountInString(line)
			for _, r := range line {
				if unicode.Is(unicode.Han, r) {
					columns++
				}
			}
			rows += max(1, (columns+79)/80)
		}
		if rows > 28 {
			t.Errorf("%s: %d rows of 80 columns", lang, rows)
		}
	}
	out := quickstart(t, oss403.Chinese, "-full")
	kinds := map[string]bool{}
	for _, m := range regexp.MustCompile(`\(kind=(\w+)`).FindAllStringSubmatch(out, -1) {
		kinds[m[1]] = true
	}
	if len(kinds) != 11 || !strings.Contains(out, "处理步骤") {
		t.Errorf("%d kinds in:\n%s", len(kinds), out)
	}
}

// pieces returns what a block shows of a file: it may leave lines out at a comment that begins with "...".
func pieces(block string) map[string]bool {
	list := map[string]bool{}
	for _, p := range regexp.MustCompile(`(?m)^\s*// (?:\.\.\.|…).*$`).Split(block, -1) {
		if p = plainCode(p); p != "" {
			list[p] = true
		}
	}
	return list
}

// plainCode is code without its comments, indentation and empty lines, in English.
func plainCode(code string) string {
	var lines []string
	for _, line := range strings.Split(code, "\n") {
		if line = strings.TrimSpace(regexp.MustCompile(`(^|\s)//.*`).ReplaceAllString(line, "")); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.ReplaceAll(strings.Join(lines, "\n"), "oss403.Chinese", "oss403.English")
}

// TestChineseDocuments: each has the sections, the parts that are made, the code and the commands of the
// English one, and the two name each other.
func TestChineseDocuments(t *testing.T) {
	command := regexp.MustCompile("(?ms)^```sh\n(.*?)^```")
	commands := func(doc string) (list []string) {
		for _, m := range command.FindAllStringSubmatch(doc, -1) {
			list = append(list, regexp.MustCompile(`\s+# .*`).ReplaceAllString(m[1], ""))
		}
		return list
	}
	for en, zh := range documentPairs(t) {
		english, chinese := readFile(t, en), readFile(t, zh)
		if n, m := strings.Count(english, "\n## "), strings.Count(chinese, "\n## "); n != m {
			t.Errorf("%s: %d sections in English, %d in Chinese", en, n, m)
		}
		if !strings.Contains(english, "]("+filepath.Base(zh)+")") || !strings.Contains(chinese, "]("+filepath.Base(en)+")") {
			t.Errorf("%s: the two do not link each other", en)
		}
		ours, theirs := docblock.Parse(english), docblock.Parse(chinese)
		if len(ours) != len(theirs) {
			t.Errorf("%s: %d blocks in English, %d in Chinese", en, len(ours), len(theirs))
			continue
		}
		for i, b := range ours {
			if c := theirs[i]; b.Kind != c.Kind || b.Argument != c.Argument {
				t.Errorf("%s: block %d is %s %s in English, %s %s in Chinese", en, i, b.Kind, b.Argument, c.Kind, c.Argument)
			} else if b.Kind == "from" && plainCode(b.Text) != plainCode(c.Text) {
				t.Errorf("%s: the code of %s is another in Chinese:\n%s", en, b.Argument, c.Text)
			}
		}
		if c, d := commands(english), commands(chinese); !slices.Equal(c, d) {
			t.Errorf("%s: other commands in Chinese: %q, %q", en, c, d)
		}
	}
}

// TestREADME: it is read in a minute, and has the commands that set a clone up.
func TestREADME(t *testing.T) {
	for _, path := range []string{"README.md", "README.zh-CN.md"} {
		doc := readFile(t, path)
		if len(doc) > 12000 {
			t.Errorf("%s has %d bytes", path, len(doc))
		}
		for _, line := range []string{"go run ./examples/quickstart", "go test ./..."} {
			if !strings.Contains(doc, "\n```sh\n"+line+"\n```\n") {
				t.Errorf("%s: no block of %q", path, line)
			}
		}
	}
}

// TestCounts: how many there are, where documents say so.
func TestCounts(t *testing.T) {
	kinds, reasons, ecs, denied := 0, 0, map[string]bool{}, map[oss403.Kind]bool{}
	for range oss403.Kinds() {
		kinds++
	}
	for range oss403.Reasons() {
		reasons++
	}
	for e := range oss403.Catalog() {
		for _, ec := range e.EC {
			ecs[ec] = true
		}
		if e.Code == oss403.CodeAccessDenied {
			denied[e.Kind] = true
		}
	}
	for path, want := range map[string]string{
		"CHANGELOG.md":    fmt.Sprintf("%d kinds of 403 and %d reasons, from %d ECs", kinds, reasons, len(ecs)),
		"README.md":       fmt.Sprintf("which of %d kinds it is", len(denied)),
		"README.zh-CN.md": fmt.Sprintf("属于 %d 种类型中的哪一种", len(denied)),
	} {
		if !strings.Contains(readFile(t, path), want) {
			t.Errorf("%s does not say %q", path, want)
		}
	}
}

// TestDocumentLinks: what documents link in the repository is there, headings included, and the names of this
// package that they use exist.
func TestDocumentLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#:]*)(?:#([^)]*))?\)|(?:src|srcset)="([^":]*)"`)
	name := regexp.MustCompile(`\b(oss403|oss403test)\.([A-Z]\w*)`)
	exported := map[string]map[string]bool{"oss403": exportedNames(t, "."), "oss403test": exportedNames(t, "oss403test")}
	for _, path := range documents(t) {
		doc := readFile(t, path)
		for _, m := range link.FindAllStringSubmatch(doc, -1) {
			target := path
			if file := m[1] + m[3]; file != "" {
				target = filepath.Join(filepath.Dir(path), file)
			}
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s: %s: %v", path, m[0], err)
				continue
			}
			if m[2] != "" && !slices.Contains(headings(readFile(t, target)), m[2]) {
				t.Errorf("%s: %s has no heading %q", path, target, m[2])
			}
		}
		for _, m := range name.FindAllStringSubmatch(doc, -1) {
			if !exported[m[1]][m[2]] {
				t.Errorf("%s: there is no %s", path, m[0])
			}
		}
	}
}

// headings are the anchors that GitHub gives to a document's headings.
func headings(doc string) (list []string) {
	for _, m := range regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(doc, -1) {
		list = append(list, strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_':
				return unicode.ToLower(r)
			}
			return -1
		}, m[1]))
	}
	return list
}

func exportedNames(t *testing.T, dir string) map[string]bool {
	t.Helper()
	paths, err := filepath.Glob(dir + "/*.go")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil {
					names[d.Name.Name] = true
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					switch s := s.(type) {
					case *ast.TypeSpec:
						names[s.Name.Name] = true
					case *ast.ValueSpec:
						for _, n := range s.Names {
							names[n.Name] = true
						}
					}
				}
			}
		}
	}
	return names
}
