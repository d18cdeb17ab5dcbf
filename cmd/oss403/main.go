// Command oss403 explains the HTTP 403 answers of Alibaba Cloud OSS on a terminal: it reads an
// answer or an SDK's error text (explain), looks things up in the catalog (lookup, list), goes
// through logs (scan), answers every request with a 403 of one's choice (serve), and shows all of it in
// a browser (web).
//
// It prints no secrets: whatever it shows of an input has gone through package oss403, which masks
// them and escapes control characters.
package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/chars"
	"github.com/spf13/cobra"
)

// Exit statuses.
const (
	exitOK    = 0
	exitNone  = 1 // there is no such thing
	exitUsage = 2 // wrong usage, or an input or output that fails
)

func main() {
	a := &app{
		in: os.Stdin, stdout: os.Stdout, out: bufio.NewWriterSize(os.Stdout, 64<<10), err: os.Stderr, getenv: os.Getenv,
		lang: langOf(os.Args[1:], os.Getenv), screen: screenOf(os.Stdout, os.Getenv),
	}
	os.Exit(a.run(context.Background(), os.Args[1:]))
}

// interruption is the signal that ended a command.
type interruption struct{ syscall.Signal }

func (i interruption) Error() string { return i.String() }

// status is what a shell makes of a signal.
func (i interruption) status() int { return 128 + int(i.Signal) }

// interruptible cancels a context with the interruption when the user, or a supervisor, ends the
// program. A second signal ends it at once.
func interruptible(ctx context.Context) (_ context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(ctx)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case s := <-signals:
			signal.Stop(signals)
			if s, ok := s.(syscall.Signal); ok {
				cancel(interruption{s})
			}
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		cancel(nil)
	}
}

// app is what the commands share.
type app struct {
	in     *os.File
	stdout io.Writer // below out
	out    *bufio.Writer
	err    io.Writer
	getenv func(string) string
	lang   oss403.Lang
	screen
	noPager bool
	paged   *bytes.Buffer // what a pager will show
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
	flushErr := a.out.Flush()
	if flushErr == nil {
		flushErr = a.showPaged(a.stdout, a.getenv)
	}
	if flushErr != nil {
		err = a.failf(exitUsage, msgWriteFailed, a.reason(flushErr))
	}
	if err == nil {
		return exitOK
	}
	var f failure
	if !errors.As(err, &f) { // cobra's own
		f = failure{exitUsage, masked(strings.TrimSpace(a.usageError(err))) + "\n" + a.say(msgSeeHelp)}
	}
	if f.message != "" {
		a.warn(f)
	}
	return f.status
}

// warn says on standard error what failed.
func (a *app) warn(err error) { _, _ = fmt.Fprintln(a.err, "oss403: "+err.Error()) }

func (a *app) root() *cobra.Command {
	var o explainOptions
	root := &cobra.Command{
		Use:                        "oss403 [ANYTHING...|FILE|-]",
		Short:                      a.say(msgRootShort),
		Long:                       a.say(msgRootLong),
		Example:                    a.say(msgRootExample),
		Version:                    versionOf(),
		SilenceErrors:              true,
		SuggestionsMinimumDistance: 2,
		SilenceUsage:               true,
		Args:                       cobra.ArbitraryArgs,
		CompletionOptions:          cobra.CompletionOptions{HiddenDefaultCmd: false},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 && !a.piped() {
				return cmd.Help()
			}
			return a.explainAnything(cmd.Context(), args, o)
		},
	}
	a.explainFlags(root, &o)
	root.SetVersionTemplate("{{.Version}}\n")
	root.Flags().BoolP("version", "V", false, a.say(msgVersionShort))
	root.PersistentFlags().Var(&colorFlag{a}, "color", a.say(msgFlagColor))
	root.PersistentFlags().BoolVar(&a.noPager, "no-pager", false, a.say(msgFlagNoPager))
	_ = root.RegisterFlagCompletionFunc("color", cobra.FixedCompletions([]string{"auto", "always", "never"}, cobra.ShellCompDirectiveNoFileComp))
	help := root.HelpFunc()
	root.SetHelpFunc(func(cmd *cobra.Command, args []string) {
		a.page()
		help(cmd, args)
	})
	lang := langFlag{a}
	root.PersistentFlags().Var(&lang, "lang", a.say(msgFlagLang))
	_ = root.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions([]string{"en", "zh"}, cobra.ShellCompDirectiveNoFileComp))
	root.AddCommand(a.explainCommand(), a.lookupCommand(), a.listCommand(), a.scanCommand(), a.presignCommand(), a.serveCommand(), a.webCommand(), a.mcpCommand(), a.versionCommand())
	commandNames = commandNames[:0]
	for _, c := range root.Commands() {
		commandNames = append(commandNames, c.Name())
	}
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	if help, _, err := root.Find([]string{"help"}); err == nil && help != root { // cobra's own succeeds where there is no such command
		help.RunE = func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err == nil && len(rest) > 0 {
				err = fmt.Errorf("unknown command %q for %q", rest[0], cmd.CommandPath())
				if near := cmd.SuggestionsFor(rest[0]); len(near) > 0 {
					err = fmt.Errorf("%w\n\nDid you mean this?\n\t%s", err, strings.Join(near, "\n\t"))
				}
			}
			if err != nil {
				return err
			}
			return cmd.Help()
		}
	}
	if completion, _, err := root.Find([]string{"completion"}); err == nil && completion != root { // the same
		completion.Args = nil
		completion.RunE = func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("unknown command %q for %q", args[0], cmd.CommandPath())
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
	if !isLang(s) {
		return errors.New(f.a.say(msgBadLang))
	}
	f.a.lang = oss403.ParseLang(s)
	return nil
}

// langOf chooses the language: the flag --lang, else the locale as POSIX orders its variables.
func langOf(args []string, getenv func(string) string) oss403.Lang {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return langOr(value, getenv)
		}
		if arg == "--lang" && i+1 < len(args) {
			return langOr(args[i+1], getenv)
		}
	}
	return localeLang(getenv)
}

// langOr is the language of --lang, that of the locale if there is no such one, for the message
// that says so.
func langOr(value string, getenv func(string) string) oss403.Lang {
	if !isLang(value) {
		return localeLang(getenv)
	}
	return oss403.ParseLang(value)
}

func isLang(value string) bool {
	value = strings.ToLower(value)
	return strings.HasPrefix(value, "en") || strings.HasPrefix(value, "zh")
}

func localeLang(getenv func(string) string) oss403.Lang {
	for _, name := range [...]string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			return oss403.ParseLang(value)
		}
	}
	return oss403.English
}

// newQuiet is an app that reads nothing and prints into memory.
func newQuiet(lang oss403.Lang, getenv func(string) string) *app {
	var b bytes.Buffer
	return &app{out: bufio.NewWriter(&b), paged: &b, err: io.Discard, getenv: getenv, lang: lang}
}

// commandNames are what a word may be a misspelling of.
var commandNames []string

// piped says whether standard input is something to read, not a terminal or nothing.
func (a *app) piped() bool {
	info, err := a.in.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice == 0
}

// print writes lines to the output.
func (a *app) print(lines ...string) {
	for _, line := range lines {
		_, _ = a.out.WriteString(line + "\n") // run reports a failing Flush
	}
}

// masked is an argument, or what is said about one, without the secrets in it: somebody may give a
// text where a name is expected.
func masked(s string) string {
	return chars.VisibleLines(oss403.Redact(strings.TrimSpace(strings.ToValidUTF8(s, "\ufffd"))))
}
