package ossfault_test

import (
	"flag"
	"fmt"
	"go/doc/comment"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault"
)

var update = flag.Bool("update", false, "write the pages anew")

const pages = "../../doc"

// A diagnostic links to a page of the repository. The pages are made from the analyzers' own
// documentation, so that they say the same as -help.
func TestPages(t *testing.T) {
	for _, a := range ossfault.Analyzers() {
		var parser comment.Parser
		var printer comment.Printer
		page := fmt.Sprintf("<!-- Made from analysis/ossfault/%[1]s/doc.go: go test ./analysis/ossfault -update -->\n\n# %[1]s\n\n%s",
			a.Name, printer.Markdown(parser.Parse(a.Doc)))
		file := filepath.Join(pages, a.Name+".md")
		if want := "https://github.com/oss403/oss403/blob/main/cmd/oss403vet/doc/" + a.Name + ".md"; a.URL != want {
			t.Errorf("%s: URL %s, want %s", a.Name, a.URL, want)
		}
		if *update {
			if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != page {
			t.Errorf("%s does not say what doc.go says: go test ./analysis/ossfault -update", file)
		}
	}
}

func TestAnalyzers(t *testing.T) {
	all := ossfault.Analyzers()
	if err := analysis.Validate(all); err != nil {
		t.Fatal(err)
	}
	readmes := map[string]string{}
	for _, name := range []string{"README.md", "README.zh-CN.md"} {
		text, err := os.ReadFile(filepath.Join("..", "..", name))
		if err != nil {
			t.Fatal(err)
		}
		readmes[name] = string(text)
	}
	for _, a := range all {
		if len(a.FactTypes) > 0 {
			t.Errorf("%s has facts: go vet would run it on every dependency", a.Name)
		}
		for name, text := range readmes {
			if link := fmt.Sprintf("[%s](doc/%[1]s.md)", a.Name); !strings.Contains(text, link) {
				t.Errorf("%s has no link %s", name, link)
			}
		}
	}
}
