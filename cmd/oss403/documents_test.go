package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/docblock"
	"github.com/spf13/cobra"
)

// runIn runs a line of a shell, as far as documents have such, where the samples are: oss403, arguments, and
// a file for its standard input.
func runIn(t *testing.T, line string, lang oss403.Lang, on screen) string {
	t.Helper()
	line, from, _ := strings.Cut(line, "<")
	args := strings.Fields(line)
	if len(args) == 0 || args[0] != "oss403" {
		t.Fatalf("not the command: %s", line)
	}
	if from == "" {
		from = os.DevNull
	}
	t.Chdir(filepath.Join("..", "..", "docs", "samples"))
	in, err := os.Open(strings.TrimSpace(from))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out bytes.Buffer
	a := &app{in: in, stdout: &out, out: bufio.NewWriter(&out), err: &out, getenv: func(string) string { return "" }, lang: lang, screen: on}
	if status := a.run(context.Background(), args[1:]); status != exitOK {
		t.Fatalf("%s: status %d: %s", line, status, out.String())
	}
	return out.String()
}

// TestTranscripts: what README.md and docs/ show of the command is what it prints. -update writes it.
func TestTranscripts(t *testing.T) {
	paths, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, path := range append(paths, "../../README.md", "../../README.zh-CN.md") {
		lang := oss403.English
		if strings.HasSuffix(path, ".zh-CN.md") {
			lang = oss403.Chinese
		}
		stale, err := docblock.Update(path, *update, func(b docblock.Block) string {
			if b.Kind != "transcript" {
				return b.Text
			}
			n++
			var text string
			t.Run(b.Argument, func(t *testing.T) {
				text = fmt.Sprintf("$ %s\n%s", b.Argument, runIn(t, b.Argument, lang, screen{}))
			})
			return text
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range stale {
			if !*update {
				t.Errorf("%s: %s is stale: go -C cmd/oss403 test . -run 'Transcripts|Picture' -update", path, b.Argument)
			}
		}
	}
	if n == 0 {
		t.Error("no transcript")
	}
}

// TestDocumentedFlags: the commands and the flags that documents name are there.
func TestDocumentedFlags(t *testing.T) {
	var commands []*cobra.Command
	var note func(c *cobra.Command)
	note = func(c *cobra.Command) {
		commands = append(commands, c)
		for _, sub := range c.Commands() {
			note(sub)
		}
	}
	note(newQuiet(oss403.English, os.Getenv).root())
	known := func(name string) bool {
		return slices.ContainsFunc(commands, func(c *cobra.Command) bool {
			return c.Flag(name) != nil || len(name) == 1 && c.Flags().ShorthandLookup(name) != nil
		})
	}
	code := regexp.MustCompile("`([^`\n]+)`|(?m)^(oss403 .*)$")
	flag := regexp.MustCompile(`(?:^| )--?([a-z][a-z-]*)`)
	n := 0
	for _, name := range []string{"docs/command.md", "docs/command.zh-CN.md", "docs/recipes.md", "docs/recipes.zh-CN.md", "README.md", "README.zh-CN.md"} {
		data, err := os.ReadFile(filepath.Join("..", "..", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range code.FindAllStringSubmatch(string(data), -1) {
			line := m[1] + m[2]
			if i := strings.LastIndex(line, "oss403 "); i >= 0 {
				line = line[i:]
			} else if !strings.HasPrefix(line, "-") {
				continue // another program's
			}
			line, _, _ = strings.Cut(line, " #")
			for _, f := range flag.FindAllStringSubmatch(line, -1) {
				if n++; !known(f[1]) {
					t.Errorf("%s: no flag of %s", name, m[0])
				}
			}
		}
	}
	if n < 20 {
		t.Errorf("%d flags", n)
	}
}

// TestPicture: the pictures of the READMEs show what the command prints on a terminal. -update draws them.
func TestPicture(t *testing.T) {
	for _, p := range []struct {
		path string
		lang oss403.Lang
	}{{"oss403.svg", oss403.English}, {"oss403.zh-CN.svg", oss403.Chinese}} {
		t.Run(p.path, func(t *testing.T) {
			const command = "oss403 scan app.log"
			path, err := filepath.Abs(filepath.Join("..", "..", "docs", p.path))
			if err != nil {
				t.Fatal(err)
			}
			want := draw(command, runIn(t, command, p.lang, screen{colour: true, width: 100}), 100)
			if *update {
				if err := os.WriteFile(path, []byte(want), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if have, err := os.ReadFile(path); err != nil || string(have) != want {
				t.Errorf("%s is stale: go -C cmd/oss403 test . -run 'Transcripts|Picture' -update", path)
			}
		})
	}
}

// draw makes an SVG of a terminal of so many columns, on which a command has printed.
func draw(command, printed string, columns int) string {
	const (
		size  = 14   // of the font
		cell  = 8.43 // how wide a column is, in most monospaced fonts of that size
		line  = 20
		frame = 20
	)
	lines := strings.Split(strings.TrimRight(printed, "\n"), "\n")
	width, height := int(float64(columns)*cell)+2*frame, (len(lines)+1)*line+2*frame
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="%s">
<title>$ %s</title>
<style>
text { font: %dpx ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace; fill: #c9d1d9; white-space: pre }
.b { font-weight: bold; fill: #ffffff }
.g { fill: #7ee787 }
.p { fill: #8b949e }
</style>
<rect width="%[1]d" height="%[2]d" rx="8" fill="#0d1117"/>
`, width, height, width, height, html.EscapeString(command), html.EscapeString(command), size)
	row := func(i int, spans string) {
		fmt.Fprintf(&b, "<text x=\"%d\" y=\"%d\">%s</text>\n", frame, frame+size+i*line, spans)
	}
	row(0, `<tspan class="p">$ </tspan><tspan class="b">`+html.EscapeString(command)+`</tspan>`)
	class := ""
	for i, l := range lines {
		if l != "" {
			row(i+1, spans(l, &class))
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// spans makes of a line with marks of colour the same in SVG. A colour goes on until it is ended.
func spans(line string, class *string) string {
	var b strings.Builder
	for {
		text, rest, found := strings.Cut(line, "\x1b[")
		if text != "" && *class != "" {
			fmt.Fprintf(&b, `<tspan class="%s">%s</tspan>`, *class, html.EscapeString(text))
		} else {
			b.WriteString(html.EscapeString(text))
		}
		if !found {
			return b.String()
		}
		mark, after, _ := strings.Cut(rest, "m")
		*class = map[string]string{"1": "b", "32": "g"}[mark]
		line = after
	}
}
