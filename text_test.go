package oss403_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

// TestParseText reads the texts of testdata/text, each named after the kind that must come out, or
// after none.
func TestParseText(t *testing.T) {
	paths, err := filepath.Glob("testdata/text/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases in testdata/text", err)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		t.Run(name, func(t *testing.T) {
			comment, files := readCase(t, path)
			text := find(files, "text")
			if text == nil {
				t.Fatal("no text in the case")
			}
			e, ok := oss403.ParseText(*text)
			kind, _, _ := strings.Cut(name, "-")
			if kind == "none" {
				if ok {
					t.Errorf("taken for a 403 of OSS: %+v", e)
				}
				return
			}
			if !ok || string(e.Kind) != kind {
				t.Fatalf("got %+v, want %s", e, kind)
			}
			got := fmt.Sprintf("%+v\n", e)
			if want := find(files, "want"); *update {
				writeCase(t, path, comment, []file{{"text", *text}, {"want", got}})
			} else if want == nil || got != *want {
				t.Errorf("got:\n%s", got)
			}
		})
	}
}

// TestParseTextOfCases reads every case as curl -i would print it, and our own line for it.
func TestParseTextOfCases(t *testing.T) {
	for _, path := range casePaths(t) {
		_, files := readCase(t, path)
		want, _ := decode(t, files)
		e, ok := oss403.ParseText("try 1: " + want.Error() + " (again in 3 s)")
		if !ok || e.Kind != want.Kind || e.Code != want.Code || e.EC != want.EC || e.RequestID != want.RequestID {
			t.Errorf("%s: own line: %v, want %v", path, e, want)
		}
		if find(files, "request") != nil {
			continue // whose answer it is may show in the request only
		}
		e, ok = oss403.ParseText("$ curl -i https://example.com/\n" + *find(files, "answer"))
		if !ok || e.Error() != want.Error() {
			t.Errorf("%s: %v, want %v", path, e, want)
		}
	}
}

// BenchmarkParseTextNoise reads a KiB of a log that holds no error.
func BenchmarkParseTextNoise(b *testing.B) {
	line := "2026-03-05T10:11:03.123Z INFO [worker-7] GET /api/v1/objects?prefix=logs/ 200 12ms user=alice msg=\"The upload finished\" Count=12\n"
	text := strings.Repeat(line, 1024/len(line)+1)[:1024]
	b.SetBytes(1024)
	for range b.N {
		if _, ok := oss403.ParseText(text); ok {
			b.Fatal("taken for a 403")
		}
	}
}
