// Package vettest runs an analyzer on the test data in its folder.
package vettest

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

// Run checks the packages below testdata/src, their diagnostics and suggested fixes. They see small
// stubs of the clients, at the clients' import paths: nothing is downloaded.
func Run(t *testing.T, a *analysis.Analyzer, packages ...string) {
	t.Helper()
	_, here, _, _ := runtime.Caller(0)
	gopath := t.TempDir()
	for _, dir := range []string{filepath.Join(filepath.Dir(here), "testdata"), "testdata"} {
		if err := os.CopyFS(gopath, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
	}
	analysistest.RunWithSuggestedFixes(t, gopath, a, packages...)

	// What the fixes make of it compiles.
	fixed, err := filepath.Glob(filepath.Join(gopath, "src", "*", "*.golden"))
	if err != nil {
		t.Fatal(err)
	}
	for _, golden := range fixed {
		if err := os.Rename(golden, strings.TrimSuffix(golden, ".golden")); err != nil {
			t.Fatal(err)
		}
	}
	build := exec.Command("go", append([]string{"build"}, packages...)...)
	build.Env = append(os.Environ(), "GO111MODULE=off", "GOPATH="+gopath, "GOFLAGS=", "GOWORK=off")
	if out, err := build.CombinedOutput(); err != nil {
		t.Errorf("fixed test data: %v\n%s", err, out)
	}
}
