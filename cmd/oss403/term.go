package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/term"
)

var (
	msgFlagColor   = message{"colour: auto, always or never (auto: on a terminal, unless NO_COLOR is set)", "颜色：auto、always 或 never（auto：输出到终端且未设置 NO_COLOR 时使用）"}
	msgBadColor    = message{"must be auto, always or never", "只能是 auto、always 或 never"}
	msgFlagNoPager = message{"do not show long output in a pager", "输出较长时不使用分页程序"}
)

// screen is where a command prints to.
type screen struct {
	terminal bool // somebody reads it there
	colour   bool
	width    int // where lines are wrapped; 0: nowhere
	height   int
}

// screenOf looks at what standard output is.
func screenOf(f *os.File, getenv func(string) string) screen {
	s := screen{terminal: term.IsTerminal(int(f.Fd()))}
	s.colour = s.terminal && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
	if !s.terminal {
		return s
	}
	if width, height, err := term.GetSize(int(f.Fd())); err == nil {
		s.width, s.height = width, height
	}
	if n, err := strconv.Atoi(getenv("COLUMNS")); err == nil && n > 0 {
		s.width = n
	}
	s.width = min(s.width, 100) // longer lines are hard to read
	return s
}

// colorFlag is the flag --color.
type colorFlag struct{ a *app }

func (f *colorFlag) String() string { return "" }
func (f *colorFlag) Type() string   { return "auto|always|never" }

func (f *colorFlag) Set(s string) error {
	switch strings.ToLower(s) {
	case "auto":
	case "always":
		f.a.colour = true
	case "never":
		f.a.colour = false
	default:
		return fmt.Errorf("%s", f.a.say(msgBadColor))
	}
	return nil
}

// bold marks a heading on a terminal.
func (a *app) bold(s string) string { return a.mark("\x1b[1m", s) }

// emphasis marks what to do first.
func (a *app) emphasis(s string) string { return a.mark("\x1b[32m", s) }

// unmark ends a mark.
const unmark = "\x1b[0m"

func (a *app) mark(with, s string) string {
	if !a.colour || s == "" {
		return s
	}
	return with + s + unmark
}

// wrapped prints a text, wrapped where it is too wide for the terminal. Lines but the first begin with
// indent.
func (a *app) wrapped(text, indent string) {
	mark := ""
	if strings.HasPrefix(text, "\x1b[") && strings.HasSuffix(text, unmark) && strings.Count(text, unmark) == 1 {
		end := strings.IndexByte(text, 'm') + 1 // a pager ends marks with the line
		mark, text = text[:end], strings.TrimSuffix(text[end:], unmark)
	}
	for line := range strings.SplitSeq(text, "\n") {
		for _, part := range wrap(line, indent, a.width) {
			if mark != "" {
				part = mark + part + unmark
			}
			a.print(part)
		}
	}
}

// wrap breaks a line where Unicode allows a break, so that no part of it is wider than width. Words
// without a break, as links, stay whole.
func wrap(line, indent string, width int) []string {
	if width <= 20 || width <= len(indent)+20 {
		return []string{line}
	}
	var out []string
	rest, state := line, -1
	current, used := "", 0
	for len(rest) > 0 {
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		for rest != "" && !endsWord(segment, rest) { // links may break at slashes, and shall not
			var more string
			more, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
			segment += more
		}
		n := textWidth(strings.TrimRight(segment, " "))
		if used > 0 && used+n > width && strings.TrimSpace(current) != "" {
			out = append(out, strings.TrimRight(current, " "))
			current, used = indent, len(indent)
		}
		current += segment
		used += textWidth(segment)
	}
	return append(out, strings.TrimRight(current, " "))
}

// endsWord says whether a line may break between two texts: at a blank, or beside Chinese.
func endsWord(text, next string) bool {
	const cjk = 0x2e80
	last, _ := utf8.DecodeLastRuneInString(text)
	first, _ := utf8.DecodeRuneInString(next)
	return last == ' ' || last >= cjk || first >= cjk
}

// textWidth is how many columns a text takes; marks of colour take none.
func textWidth(s string) int {
	n := 0
	for {
		before, rest, found := strings.Cut(s, "\x1b[")
		n += uniseg.StringWidth(before)
		if !found {
			return n
		}
		_, s, _ = strings.Cut(rest, "m")
	}
}

// page collects what a command prints, to be shown in a pager if it is longer than the screen.
func (a *app) page() {
	if !a.terminal || a.noPager || a.paged != nil || a.height < 5 {
		return
	}
	a.paged = &bytes.Buffer{}
	a.out.Reset(a.paged)
}

// showPaged shows what was collected.
func (a *app) showPaged(stdout io.Writer, getenv func(string) string) error {
	if a.paged == nil {
		return nil
	}
	text := a.paged.Bytes()
	if command := pager(getenv); len(command) > 0 && bytes.Count(text, []byte("\n")) >= a.height {
		cmd := exec.Command(command[0], command[1:]...)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(text), stdout, os.Stderr
		if getenv("LESS") == "" {
			cmd.Env = append(os.Environ(), "LESS=FRX")
		}
		if err := cmd.Start(); err == nil {
			_ = cmd.Wait() // whoever reads may stop reading
			return nil
		}
	}
	_, err := stdout.Write(text)
	return err
}

// pager is the command that shows long texts; nil for none.
func pager(getenv func(string) string) []string {
	for _, name := range [...]string{"OSS403_PAGER", "PAGER"} {
		if value, set := getenv(name), getenv(name) != ""; set {
			if fields := strings.Fields(value); len(fields) > 0 && fields[0] != "cat" {
				return fields
			}
			return nil
		}
	}
	return []string{"less"}
}
