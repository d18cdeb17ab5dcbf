package main

import (
	"encoding/json"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

const faulty = `package p

import (
	"fmt"
	"strings"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
)

func code(err error) string {
	if e, ok := err.(*oss.ServiceError); ok {
		return e.Code
	}
	if strings.Contains(err.Error(), "AccessDenied") {
		fmt.Printf("%d\n", "no number")
	}
	return ""
}
`

var tool string // the command, built

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "oss403vet")
	if err != nil {
		log.Fatal(err)
	}
	tool = filepath.Join(dir, "oss403vet")
	if runtime.GOOS == "windows" {
		tool += ".exe"
	}
	out, err := exec.Command("go", "build", "-o", tool, ".").CombinedOutput()
	if err != nil {
		log.Fatalf("%v\n%s", err, out)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// module writes a module that uses a stub of OSS SDK v1 in place of the real one.
func module(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	stub := filepath.Join("analysis", "ossfault", "internal", "vettest", "testdata", "src", "github.com", "aliyun", "aliyun-oss-go-sdk")
	if err := os.CopyFS(filepath.Join(dir, "sdk"), os.DirFS(stub)); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"p.go":       faulty,
		"sdk/go.mod": "module github.com/aliyun/aliyun-oss-go-sdk\n",
		"go.mod": "module p\n\ngo 1.26\n\nrequire github.com/aliyun/aliyun-oss-go-sdk v0.0.0\n\n" +
			"replace github.com/aliyun/aliyun-oss-go-sdk v0.0.0 => ./sdk\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// run runs a command in dir; it is no error for the command to fail.
func run(dir, name string, args ...string) (stdout, stderr string) {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod")
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	cmd.Run()
	return out.String(), errs.String()
}

func TestCommand(t *testing.T) {
	dir := module(t)
	const (
		dead = "p.go:11:14: this assertion never holds: OSS SDK v1 returns oss.ServiceError as a value, not as a pointer (https://"
		text = "p.go:14:5: this is true for "
		verb = "p.go:15:"
	)
	for _, c := range []struct {
		name      string
		cmd       string
		args      []string
		want, not []string
	}{
		{"alone", tool, []string{"./..."}, []string{dead}, []string{text, verb}},
		{"with osstext", tool, []string{"-osstext.suggest", "./..."}, []string{dead, text}, []string{verb}},
		{"osstext by name", tool, []string{"-osstext", "./..."}, []string{text}, []string{dead, verb}},
		{"with go vet's", tool, []string{"-vet", "./..."}, []string{dead, verb}, []string{text}},
		{"go vet", "go", []string{"vet", "-vettool=" + tool, "./..."}, []string{dead}, []string{text, verb}},
		{"go vet, osstext by name", "go", []string{"vet", "-vettool=" + tool, "-osstext", "./..."}, []string{text}, []string{dead, verb}},
		{"go vet, with its own", "go", []string{"vet", "-vettool=" + tool, "-vet", "./..."}, []string{dead, verb}, []string{text}},
		{"off", tool, []string{"-osserrtype=false", "./..."}, nil, []string{dead, text, verb}},
		{"help", tool, []string{"help"}, []string{"osserrtype", "find errors of OSS asked for as the wrong one of value and pointer"}, nil},
		{"help for one", tool, []string{"help", "ossretry"}, []string{"No 403 of OSS goes away by waiting alone."}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			stdout, stderr := run(dir, c.cmd, c.args...)
			out := stdout + stderr
			for _, want := range c.want {
				if !strings.Contains(out, want) {
					t.Errorf("no %q in\n%s", want, out)
				}
			}
			for _, not := range c.not {
				if strings.Contains(out, not) {
					t.Errorf("%q in\n%s", not, out)
				}
			}
		})
	}
}

func TestJSON(t *testing.T) {
	dir := module(t)
	out, _ := run(dir, tool, "-json", "./...")
	var got map[string]map[string][]struct {
		Message        string
		SuggestedFixes []struct {
			Message string
			Edits   []struct{ New string }
		} `json:"suggested_fixes"`
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	d := got["p"]["osserrtype"]
	if len(d) != 1 || !strings.HasSuffix(d[0].Message, "/cmd/oss403vet/doc/osserrtype.md)") || len(d[0].SuggestedFixes) != 1 || d[0].SuggestedFixes[0].Edits[0].New != "oss.ServiceError" {
		t.Errorf("got %s", out)
	}
}

func TestFix(t *testing.T) {
	for name, cmd := range map[string][]string{
		"alone":  {tool, "-fix", "./..."},
		"go vet": {"go", "vet", "-vettool=" + tool, "-fix", "./..."},
	} {
		t.Run(name, func(t *testing.T) {
			dir := module(t)
			stdout, stderr := run(dir, cmd[0], cmd[1:]...)
			got, err := os.ReadFile(filepath.Join(dir, "p.go"))
			if err != nil {
				t.Fatal(err)
			}
			if want := strings.Replace(faulty, "err.(*oss", "err.(oss", 1); string(got) != want {
				t.Errorf("got\n%s\n%s%s", got, stdout, stderr)
			}
		})
	}
}
