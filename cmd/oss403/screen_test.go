package main

import (
	"bufio"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
)

// TestWrap: lines are wrapped between words, Chinese ones before no closing mark, links nowhere.
func TestWrap(t *testing.T) {
	for _, test := range []struct {
		line, indent string
		width        int
		want         string
	}{
		{"short", "", 40, "short"},
		{"one two three four five six seven eight", "  ", 24, "one two three four five|  six seven eight"},
		{"see https://www.alibabacloud.com/help/en/oss/user-guide/0003-00000201 for more", "", 30, "see|https://www.alibabacloud.com/help/en/oss/user-guide/0003-00000201|for more"},
		{"检查语句的 Resource：Bucket 级操作需要 acs:oss，Object 级操作。", "", 30, "检查语句的 Resource：Bucket 级|操作需要 acs:oss，Object 级操|作。"},
		{"one two three four five six seven eight", "", 0, "one two three four five six seven eight"},
		{"\x1b[1mone two three four\x1b[0m five six", "", 24, "\x1b[1mone two three four\x1b[0m five|six"},
	} {
		if got := strings.Join(wrap(test.line, test.indent, test.width), "|"); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

// onTerminal runs the command as on a terminal of 60 columns and 10 lines.
func onTerminal(t *testing.T, env map[string]string, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	in, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	a := &app{in: in, stdout: &out, out: bufio.NewWriter(&out), err: &out, getenv: func(name string) string { return env[name] }, lang: langOf(args, func(string) string { return "" }),
		screen: screen{terminal: true, colour: true, width: 60, height: 10}}
	if status := a.run(context.Background(), args); status != exitOK {
		t.Errorf("status %d: %s", status, out.String())
	}
	return out.String()
}

// TestScreen: on a terminal texts are wrapped and marked, and what is longer than it goes to a pager.
func TestScreen(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no shell script for a pager")
	}
	pager := filepath.Join(t.TempDir(), "pager")
	if err := os.WriteFile(pager, []byte("#!/bin/sh\necho PAGED\ncat\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	out := onTerminal(t, map[string]string{"PAGER": pager}, "lookup", "SignatureMismatch")
	if !strings.HasPrefix(out, "PAGED\n\x1b[1mSignatureMismatch") {
		t.Errorf("not paged: %.200s", out)
	}
	for line := range strings.SplitSeq(out, "\n") {
		if strings.Count(line, "\x1b[") != 2*strings.Count(line, "\x1b[0m") {
			t.Errorf("a mark goes on behind the line: %q", line)
		}
		if textWidth(line) > 60 && strings.Contains(strings.TrimSpace(line), " ") {
			t.Errorf("too wide: %q", line)
		}
	}
	for _, env := range []map[string]string{{"PAGER": "cat"}, {"PAGER": filepath.Join(t.TempDir(), "absent")}} {
		if out := onTerminal(t, env, "lookup", "SignatureMismatch"); strings.Contains(out, "PAGED") || !strings.Contains(out, "SignatureMismatch") {
			t.Errorf("%v: %.200s", env, out)
		}
	}
	if out := onTerminal(t, map[string]string{"PAGER": pager}, "--no-pager", "lookup", "SignatureMismatch"); strings.Contains(out, "PAGED") {
		t.Error("--no-pager")
	}
	if out := onTerminal(t, map[string]string{"PAGER": pager}, "version"); strings.Contains(out, "PAGED") {
		t.Error("a line is paged")
	}
}

// TestScreenOf: colours only on a terminal that has them, unless the user minds.
func TestScreenOf(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if s := screenOf(f, os.Getenv); s != (screen{}) {
		t.Errorf("a file is no terminal: %+v", s)
	}
}

// TestOperators: nothing that the command says of any kind or reason is for programmers of Go alone.
func TestOperators(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		check := func(what, out string) {
			for _, word := range []string{"DiagnosticMessage()", "Raw()", "(*Signature)", "oss403.", "%!"} {
				if strings.Contains(out, word) {
					t.Errorf("%s in %s: %s in\n%s", what, lang, word, out)
				}
			}
		}
		for kind := range allKinds() {
			out, status := runTool(t, "", "lookup", "--lang", lang, string(kind))
			if status != exitOK {
				t.Errorf("%s: status %d", kind, status)
			}
			check(string(kind), out)
			a := newQuiet(oss403.ParseLang(lang), os.Getenv)
			a.report(oss403test.Error(kind))
			_ = a.out.Flush() // into memory
			check(string(kind)+"'s error", a.paged.String())
			if lines := strings.SplitN(a.paged.String(), "\n", 3); len(lines) < 3 || !strings.HasPrefix(lines[1], "→ ") {
				t.Errorf("%s in %s: the first step is not right under the summary:\n%s", kind, lang, a.paged)
			}
		}
		for reason := range oss403.Reasons() {
			out, status := runTool(t, "", "lookup", "--lang", lang, string(reason))
			if status != exitOK {
				t.Errorf("%s: status %d", reason, status)
			}
			check(string(reason), out)
		}
	}
}
