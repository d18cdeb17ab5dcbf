package oss403_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

// TestWild reads texts of public reports, with their secrets replaced. The file kinds names what may
// come out, none for a text that is not about OSS; assumed, where only the caller's word makes it
// OSS's: without it the text is none.
func TestWild(t *testing.T) {
	paths, err := filepath.Glob("testdata/wild/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases in testdata/wild", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			comment, files := readCase(t, path)
			text, kinds := find(files, "text"), find(files, "kinds")
			if text == nil || kinds == nil {
				t.Fatal("no text or no kinds in the case")
			}
			want := strings.Fields(*kinds)
			var options []oss403.TextOption
			if i := slices.Index(want, "assumed"); i >= 0 {
				want = slices.Delete(want, i, i+1)
				options = append(options, oss403.AssumeOSS())
				if e, ok := oss403.ParseText(*text); ok && e.Kind != oss403.KindUnknown {
					t.Errorf("without the caller's word: %v", e)
				}
			}
			e, ok := oss403.ParseText(*text, options...)
			got := "none"
			if ok {
				got = string(e.Kind)
			}
			if !slices.Contains(want, got) {
				t.Fatalf("%s\n%+v, want %v", comment, e, want)
			}
			n := 0
			for found, err := range oss403.ScanText(strings.NewReader(*text), options...) {
				if err != nil {
					t.Error(err)
				}
				if n++; n > 1 || !ok || found.Error.Error() != e.Error() {
					t.Errorf("ScanText: %v, ParseText: %v", found.Error, e)
				}
			}
			if ok && n == 0 {
				t.Error("ScanText finds nothing")
			}
			facts := "none\n"
			if ok {
				facts = fmt.Sprintf("%+v\n", e)
			}
			if *update {
				files = slices.DeleteFunc(files, func(f file) bool { return f.name == "facts" })
				writeCase(t, path, comment, append(files, file{"facts", facts}))
			} else if want := find(files, "facts"); want == nil || *want != facts {
				t.Errorf("got:\n%s", facts)
			}
		})
	}
}
