package oss403_test

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestNothingIsMadeAtStart: a program that never sees a 403 pays nothing. Tables are laid out by the linker, or
// made when the first answer or the first text is read.
func TestNothingIsMadeAtStart(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Skip(err)
	}
	cmd := exec.Command(program, "-test.run=^$")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	list := regexp.MustCompile(`(?m)^init (github\.com/oss403/oss403/internal/\S+) @.* (\d+) bytes, (\d+) allocs$`).FindAllSubmatch(out, -1)
	if len(list) == 0 {
		t.Skip("no trace")
	}
	for _, m := range list {
		if strings.HasSuffix(string(m[1]), "/docblock") { // which only tests have
			continue
		}
		if n, _ := strconv.Atoi(string(m[3])); n > 8 { // replacers and the like
			t.Errorf("%s: %s allocations, %s bytes", m[1], m[3], m[2])
		}
	}
}
