// Examples writes what the examples of packages print into their comments "// Output:":
//
//	go run .ci/examples.go . ./oss403test
//
// Read what it wrote: a wrong output is a fault like any other.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

func main() {
	failed := regexp.MustCompile(`(?s)--- FAIL: (Example\w*) \([^\n]*\)\ngot:\n(.*?)\nwant:\n`)
	for _, dir := range os.Args[1:] {
		out, _ := exec.Command("go", "test", "-run", "^Example", dir).CombinedOutput() // fails where an output is another
		paths, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		for _, m := range failed.FindAllStringSubmatch(string(out), -1) {
			for _, path := range paths {
				if err := write(path, m[1], m[2]); err != nil {
					fmt.Fprintln(os.Stderr, err)
					os.Exit(1)
				}
			}
		}
	}
}

// write puts an output behind "// Output:" of an example, if the file has it.
func write(path, name, output string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	source := string(data)
	begin := strings.Index(source, "\nfunc "+name+"() {\n")
	if begin < 0 {
		return nil
	}
	end := begin + strings.Index(source[begin:], "\n}\n")
	mark := begin + strings.Index(source[begin:end], "\t// Output:")
	if end < begin || mark < begin {
		return fmt.Errorf("%s: %s has no output", path, name)
	}
	var comment strings.Builder
	comment.WriteString("\t// Output:\n")
	for _, line := range strings.Split(output, "\n") {
		comment.WriteString(strings.TrimRight("\t// "+line, " ") + "\n")
	}
	fmt.Println(path, name)
	return os.WriteFile(path, []byte(source[:mark]+comment.String()+source[end+1:]), 0o666)
}
