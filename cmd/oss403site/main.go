// Command oss403site makes the static site: the catalog with a search, a page for each kind, code and
// EC, and a box that explains a pasted 403 in the browser. The result can be put on any host of static
// files, in any directory, or opened from a disk.
//
//	go run github.com/oss403/oss403/cmd/oss403site@latest -o site
//
// From a clone: go -C cmd/oss403site run . -o /tmp/site
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/oss403/oss403/cmd/oss403site/site"
)

func main() {
	dir := flag.String("o", "site", "the `directory` to write; one that holds a site is replaced")
	flag.Parse()
	if flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*dir); err != nil {
		fmt.Fprintln(os.Stderr, "oss403site:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	files, err := site.Files(site.Browser)
	if err != nil {
		return err
	}
	wasm, exec, err := buildWebAssembly()
	if err != nil {
		return err
	}
	if files["assets/library.js"], err = site.Library(wasm); err != nil {
		return err
	}
	files["assets/wasm_exec.js"] = exec
	if err := clear(dir); err != nil {
		return err
	}
	total := 0
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o666); err != nil {
			return err
		}
		total += len(data)
	}
	fmt.Printf("%d files, %.1f MB: %s\n", len(files), float64(total)/1e6, filepath.Join(dir, "index.html"))
	return nil
}

// clear takes an older site out of a directory, and touches nothing else that is in one.
func clear(dir string) error {
	list, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(list) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(dir, "assets", "catalog.js")); err != nil {
		return fmt.Errorf("%s holds something that is no site of oss403", dir)
	}
	for _, name := range []string{"index.html", "kind", "code", "ec", "zh", "assets"} {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}

const library = "github.com/oss403/oss403/cmd/oss403site/wasm"

// buildWebAssembly compiles the library for the browser, and returns with it the script of the same
// Go that runs it. From a clone it is built as it stands there; an oss403site that was installed by
// version builds the same version.
func buildWebAssembly() (wasm, exec []byte, err error) {
	dir, err := os.MkdirTemp("", "oss403site")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(dir)
	output := filepath.Join(dir, "library.wasm")
	target := []string{"GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0"}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Sum != "" {
		cache, err := goCommand(nil, "env", "GOMODCACHE")
		if err != nil {
			return nil, nil, err
		}
		target = append(target, "GOPATH="+dir, "GOMODCACHE="+cache, "GOBIN=", "GOFLAGS=")
		if _, err := goCommand(target, "install", "-trimpath", "-ldflags=-s -w", library+"@"+info.Main.Version); err != nil {
			return nil, nil, err
		}
		output = filepath.Join(dir, "bin", "js_wasm", "wasm")
	} else if _, err := goCommand(target, "build", "-trimpath", "-ldflags=-s -w", "-o", output, library); err != nil {
		return nil, nil, err
	}
	root, err := goCommand(nil, "env", "GOROOT")
	if err != nil {
		return nil, nil, err
	}
	if exec, err = os.ReadFile(filepath.Join(root, "lib", "wasm", "wasm_exec.js")); err != nil {
		return nil, nil, err
	}
	wasm, err = os.ReadFile(output)
	return wasm, exec, err
}

// goCommand runs the go command and returns what it prints.
func goCommand(env []string, args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		return "", fmt.Errorf("go %s: %s", strings.Join(args, " "), strings.TrimSpace(string(failed.Stderr)))
	}
	return strings.TrimSpace(string(out)), err
}
