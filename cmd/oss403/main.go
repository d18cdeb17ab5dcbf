// Command oss403 explains the HTTP 403 answers of Alibaba Cloud OSS on a terminal: it reads an
// answer or an SDK's error text (explain), looks things up in the catalog (lookup, list), goes
// through logs (scan), and answers every request with a 403 of one's choice (serve).
//
// It prints no secrets: whatever it shows of an input has gone through package oss403, which masks
// them and escapes control characters.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"unicode"

	"github.com/oss403/oss403"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// Exit statuses.
const (
	exitOK          = 0
	exitNone        = 1   // there is no such thing
	exitUsage       = 2   // wrong usage, or an input or output that fails
	exitInterrupted = 130 // Ctrl-C before the end of a scan
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	a := &app{
		in: os.Stdin, out: bufio.NewWriterSize(os.Stdout, 64<<10), err: os.Stderr,
		lang:   langOf(os.Args[1:], os.Getenv),
		colour: colourful(os.Stdout, os.Getenv),
	}
	status := a.run(ctx, os.Args[1:])
	stop()
	os.Exit(status)
}

// app is what the commands share.
type app struct {
	in     *os.File
	out    *bufio.Writer
	err    io.Writer
	lang   oss403.Lang
	colour bool
}

// failure is an error with an exit status. An empty message prints nothing.
type failure struct {
	status  int
	message string
}

func (f failure) Error() string { return f.message }

func (a *app) failf(status int, m message, args ...any) error {
	return failure{status, a.say(m, args...)}
}

// run runs one command and returns the exit status.
func (a *app) run(ctx context.Context, args []string) int {
	root := a.root()
	root.SetArgs(args)
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	err := root.ExecuteContext(ctx)
	if flushErr := a.out.Flush(); err == nil && flushErr != nil {
		err = a.failf(exitUsage, msgWriteFailed, reason(flushErr))
	}
	if err == nil {
		return exitOK
	}
	var f failure
	if !errors.As(err, &f) { // cobra's own
		f = failure{exitUsage, strings.TrimSpace(a.usageError(err)) + "\n" + a.say(msgSeeHelp)}
	}
	if f.message != "" {
		_, _ = fmt.Fprintln(a.err, "oss403: "+f.message)
	}
	return f.status
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:               "oss403",
		Short:             a.say(msgRootShort),
		Long:              a.say(msgRootLong),
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: false},
	}
	lang := langFlag{a}
	root.PersistentFlags().Var(&lang, "lang", a.say(msgFlagLang))
	_ = root.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions([]string{"en", "zh"}, cobra.ShellCompDirectiveNoFileComp))
	root.AddCommand(a.explainCommand(), a.lookupCommand(), a.listCommand(), a.scanCommand(), a.serveCommand(), a.versionCommand())
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	if help, _, err := root.Find([]string{"help"}); err == nil { // cobra's own succeeds where there is no such command
		help.RunE = func(_ *cobra.Command, args []string) error {
			cmd, _, err := root.Find(args)
			if err != nil {
				return err
			}
			return cmd.Help()
		}
	}
	defineHelp(root)
	if a.lang == oss403.Chinese {
		translateHelp(root)
	}
	return root
}

// defineHelp gives a command, and all below it, the flag --help. Cobra itself does so when it has
// found the command, and in looking for it takes the next word for a value of --help.
func defineHelp(cmd *cobra.Command) {
	cmd.InitDefaultHelpFlag()
	for _, c := range cmd.Commands() {
		defineHelp(c)
	}
}

// langFlag is the flag --lang. langOf has read it before, for the help's sake.
type langFlag struct{ a *app }

func (f *langFlag) String() string { return "" }
func (f *langFlag) Type() string   { return "en|zh" }

func (f *langFlag) Set(s string) error {
	switch s {
	case "en":
		f.a.lang = oss403.English
	case "zh":
		f.a.lang = oss403.Chinese
	default:
		return errors.New(f.a.say(msgBadLang))
	}
	return nil
}

// langOf chooses the language: the flag --lang, else the locale as POSIX orders its variables.
func langOf(args []string, getenv func(string) string) oss403.Lang {
	choose := func(s string) oss403.Lang {
		if strings.HasPrefix(strings.ToLower(s), "zh") {
			return oss403.Chinese
		}
		return oss403.English
	}
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return choose(value)
		}
		if arg == "--lang" && i+1 < len(args) {
			return choose(args[i+1])
		}
	}
	for _, name := range [...]string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			return choose(value)
		}
	}
	return oss403.English
}

// colourful says whether to print colours: on a terminal that has them, unless the user minds.
func colourful(f *os.File, getenv func(string) string) bool {
	return getenv("NO_COLOR") == "" && getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd()))
}

// bold marks a heading on a terminal.
func (a *app) bold(s string) string {
	if !a.colour || s == "" {
		return s
	}
	return "\x1b[1m" + s + "\x1b[0m"
}

// report puts marks on the first line of a text and on its headings.
func (a *app) report(s string) string {
	if !a.colour {
		return s
	}
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if i == 0 || line != "" && line[0] != ' ' && (strings.HasSuffix(line, ":") || strings.HasSuffix(line, "：")) {
			lines[i] = a.bold(line)
		}
	}
	return strings.Join(lines, "\n")
}

// print writes lines to the output.
func (a *app) print(lines ...string) {
	for _, line := range lines {
		_, _ = a.out.WriteString(line + "\n") // run reports a failing Flush
	}
}

// visible escapes what a terminal would not show as it is.
func visible(s string) string {
	if strings.IndexFunc(s, unseen) < 0 && strings.ToValidUTF8(s, "") == s {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == unicode.ReplacementChar:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case unseen(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func unseen(r rune) bool { return r != '\n' && r != '\t' && !unicode.IsPrint(r) }

// reason is what the system says of an error, without the name of a file.
func reason(err error) string {
	var pathErr *os.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return visible(err.Error())
}
