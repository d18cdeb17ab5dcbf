package gate

import (
	_ "embed"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// harmless is what real logs have, and what a gate that hides too much would spoil.
var harmless = strings.Split(strings.TrimSpace(harmlessText), "\n")

//go:embed testdata/harmless.txt
var harmlessText string

// TestHarmless: what is no secret passes unchanged.
func TestHarmless(t *testing.T) {
	if len(harmless) < 200 {
		t.Errorf("%d are too few", len(harmless))
	}
	for _, text := range harmless {
		if got := Redact(text); got != text {
			t.Errorf("%q\nbecomes %q", text, got)
		}
		if got := Redact("upload: " + text + "; try again"); got != "upload: "+text+"; try again" {
			t.Errorf("%q\nwithin a text becomes %q", text, got)
		}
	}
	all := strings.Join(harmless, "\n")
	if got := Redact(all); got != all {
		lines := strings.Split(got, "\n")
		for i, line := range harmless {
			if i < len(lines) && lines[i] != line {
				t.Errorf("%q\nbecomes %q in a file", line, lines[i])
			}
		}
	}
}

// TestGolden: so does all that this module shows of its cases.
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/403/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases: ", err)
	}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, want, _ := strings.Cut(string(b), "\n-- want --\n")
		got := strings.Split(Redact(want), "\n")
		for i, line := range strings.Split(want, "\n") {
			if i >= len(got) || got[i] != line {
				t.Errorf("%s: %q\nbecomes %q", filepath.Base(path), line, got[min(i, len(got)-1)])
				break
			}
		}
	}
}
