package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/chars"
	"github.com/spf13/cobra"
	"golang.org/x/term"
	bom "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// maxInput is how much explain reads. More is a log, and scan's business.
const maxInput = 1 << 20

// explainOptions are the flags of explain, which the root has too.
type explainOptions struct {
	json, all, redact, diagnostic bool
	secretEnv, secretFile         string
}

func (a *app) explainFlags(cmd *cobra.Command, o *explainOptions) {
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, a.say(msgFlagJSON))
	f.BoolVar(&o.all, "all", false, a.say(msgFlagAll))
	f.BoolVar(&o.redact, "redact", false, a.say(msgFlagRedact))
	f.BoolVar(&o.diagnostic, "show-diagnostic", false, a.say(msgFlagDiagnostic))
	f.StringVar(&o.secretEnv, "secret-env", "", a.say(msgFlagSecretEnv))
	f.StringVar(&o.secretFile, "secret-file", "", a.say(msgFlagSecretFile))
	cmd.MarkFlagsMutuallyExclusive("json", "redact", "show-diagnostic")
	cmd.MarkFlagsMutuallyExclusive("secret-env", "secret-file")
}

func (a *app) explainCommand() *cobra.Command {
	var o explainOptions
	cmd := &cobra.Command{
		Use:     "explain [ANYTHING...|FILE|-]",
		Short:   a.say(msgExplainShort),
		Long:    a.say(msgExplainLong),
		Example: a.say(msgExplainExample),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.explainAnything(cmd.Context(), args, o)
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return names(), cobra.ShellCompDirectiveDefault
		},
	}
	a.explainFlags(cmd, &o)
	return cmd
}

// explainAnything explains what somebody has: the text of a file or of standard input, or a text, a
// name, a number, a URL as arguments.
func (a *app) explainAnything(ctx context.Context, args []string, o explainOptions) error {
	if len(args) == 0 {
		args = []string{"-"}
	}
	text, isFile := strings.Join(args, " "), false
	if len(args) == 1 {
		if isFile = args[0] == "-" || namesFile(args[0]); isFile {
			var err error
			if text, err = a.readInput(args[0]); err != nil {
				return err
			}
		}
	}
	secret, err := a.secret(o)
	if err != nil {
		return err
	}
	if o.redact {
		a.print(strings.TrimSuffix(chars.VisibleLines(oss403.Redact(text)), "\n"))
		return nil
	}
	a.page()
	return a.explainText(ctx, text, isFile, secret, o)
}

// explainText explains a text, or what it names.
func (a *app) explainText(ctx context.Context, text string, isFile bool, secret string, o explainOptions) error {
	if isOnlyName(text) && !o.diagnostic {
		return a.lookup(strings.TrimSpace(text), o.json)
	}
	if found := a.errorsIn(text); len(found) > 0 {
		return a.explainErrors(found, secret, o)
	}
	if o.diagnostic {
		return a.failf(exitNone, msgNoDiagnostic)
	}
	if len(text) <= maxQuery && strings.Count(strings.TrimSpace(text), "\n") < 3 {
		if done, err := a.explainName(text, isFile, secret, o); done || err != nil {
			return err
		}
	}
	return failure{exitNone, a.whyNot(text)}
}

// namesFile says whether an argument is meant as the name of a file: there is one, or it looks like one.
func namesFile(arg string) bool {
	if arg == "" {
		return true
	}
	if _, err := os.Lstat(arg); err == nil {
		return true
	}
	if len(arg) > 4096 || strings.ContainsAny(arg, "\n<>{}\"=") || strings.Contains(arg, "://") {
		return false
	}
	dot := strings.LastIndexByte(arg, '.')
	switch strings.ToLower(arg[dot+1:]) {
	case "txt", "log", "xml", "json", "out", "err", "gz", "zst", "html", "md":
		return dot >= 0
	}
	return strings.HasPrefix(arg, "/") || strings.HasPrefix(arg, "./") || strings.HasPrefix(arg, "../") || strings.HasPrefix(arg, "~/")
}

// explained is an error in a text, and on whose word it is OSS's.
type explained struct {
	*oss403.Error
	line    int
	assumed bool // nothing in the text shows that it is OSS's
}

// errorsIn finds the errors of OSS in a text. If there is none that shows it, whoever asks has said that
// the text is about OSS.
func (a *app) errorsIn(text string) []explained {
	plain, _, _, _ := unwrap([]byte(text), 0, 0)
	text = string(plain)
	for _, assumed := range [...]bool{false, true} {
		var options []oss403.TextOption
		if assumed {
			options = append(options, oss403.AssumeOSS())
		}
		e, ok := oss403.ParseText(text, options...)
		if !ok {
			continue
		}
		list := []explained{{e, 1, assumed}}
		for f, err := range oss403.ScanText(strings.NewReader(text), options...) {
			if err != nil || len(list) > 1000 {
				break
			}
			if f.Error.Error() == e.Error() && len(list) == 1 {
				list[0].line = f.Line // the first one itself
				continue
			}
			if !slices.ContainsFunc(list, func(x explained) bool { return x.Error.Error() == f.Error.Error() }) {
				list = append(list, explained{f.Error, f.Line, assumed})
			}
		}
		return list
	}
	return nil
}

// explainErrors explains the first error of a text, or all of them.
func (a *app) explainErrors(found []explained, secret string, o explainOptions) error {
	if o.diagnostic {
		for _, e := range found {
			if e.Denial.DiagnosticMessage() != "" {
				a.print(e.Denial.DiagnosticMessage())
				return nil
			}
		}
		return a.failf(exitNone, msgNoDiagnostic)
	}
	shown := found[:1]
	if o.all {
		shown = found
	}
	for i, e := range shown {
		if o.json {
			v, err := a.errorJSON(e, len(found)-len(shown), secret)
			if err != nil {
				return err
			}
			if err := a.printJSON(v); err != nil {
				return err
			}
			continue
		}
		if i > 0 {
			a.print("")
		}
		if len(shown) > 1 {
			a.print(a.bold(a.say(msgOneOfAll, i+1, len(shown), e.line)))
		}
		a.report(e.Error)
		if secret != "" {
			a.print("")
			a.wrapped(a.say(secretChecks[e.Signature.Check(secret)]), "")
		}
		if e.assumed {
			a.print("")
			a.wrapped(a.say(msgAssumed), "")
		}
	}
	if more := found[len(shown):]; len(more) > 0 && !o.json {
		var kinds []string
		for _, e := range more {
			if !slices.Contains(kinds, string(e.Kind)) {
				kinds = append(kinds, string(e.Kind))
			}
		}
		const most = 5
		list := strings.Join(kinds[:min(len(kinds), most)], ", ")
		if len(kinds) > most {
			list += ", …"
		}
		a.print("")
		a.wrapped(a.say(msgMoreErrors, len(more), list), "")
	}
	return nil
}

// report prints the explanation of an error: what happened and what to do first, then the rest.
func (a *app) report(e *oss403.Error) {
	x := a.explain(e)
	a.wrapped(a.bold(x.Summary), "")
	steps := x.Remedy.Steps
	if len(steps) > 0 {
		a.wrapped(a.emphasis(a.say(msgDoFirst, steps[0])), "  ")
	}
	if x.Cause != "" {
		a.print("")
		a.wrapped(x.Cause, "")
	}
	if len(steps) > 1 {
		a.print("", a.bold(a.say(msgThen)))
		for i, s := range steps[1:] {
			a.wrapped(a.say(msgStep, i+2, s), "     ")
		}
	}
	// The rest is the library's: the evidence, the retry, the policy, the answer, the pages.
	blocks := strings.Split(operator.Replace(e.Report(a.lang)), "\n\n")
	for _, block := range blocks[min(1, len(blocks)):] {
		if head, _, _ := strings.Cut(block, "\n"); head == a.say(msgWhatToDo) {
			continue
		}
		a.print("")
		policy := false
		for line := range strings.SplitSeq(block, "\n") {
			policy = policy || strings.HasPrefix(line, "  {")
			switch trimmed := strings.TrimLeft(line, " "); {
			case trimmed == line && (strings.HasSuffix(line, ":") || strings.HasSuffix(line, "：")):
				a.print(a.bold(line))
			case policy, strings.Contains(line, "://"), strings.HasPrefix(trimmed, "aliyun "):
				a.print(line) // to be copied
			default:
				a.wrapped(line, strings.Repeat(" ", len(line)-len(trimmed)+2))
			}
		}
	}
}

// operator says for operators what the library says for programs.
var operator = strings.NewReplacer(
	"--EncodedDiagnosticMessage VALUE, where VALUE is the element EncodedDiagnosticMessage of the answer (DiagnosticMessage() in Go)", `--EncodedDiagnosticMessage "$(oss403 explain --show-diagnostic FILE)"`,
	"It is hidden here. Decoded,", "It is hidden here; 'oss403 explain --show-diagnostic' prints it. Decoded,",
	"--EncodedDiagnosticMessage VALUE，其中 VALUE 是响应中 EncodedDiagnosticMessage 的值（Go 中为 DiagnosticMessage() 的返回值）", `--EncodedDiagnosticMessage "$(oss403 explain --show-diagnostic FILE)"`,
	"此处已隐藏。解码之后", "此处已隐藏，可用 oss403 explain --show-diagnostic 输出。解码之后",
	"DiagnosticMessage()", "'oss403 explain --show-diagnostic'",
	"(*Signature).Check tells", "'oss403 explain --secret-env NAME' tells", "(*Signature).Check 可以", "用 oss403 explain --secret-env NAME 可以",
	"the body, Raw(), and", "the body and", "响应体（Raw() 的返回值）和", "响应体和",
)

// explain is the explanation of an error, for operators.
func (a *app) explain(e *oss403.Error) oss403.Explanation {
	x := e.Explain(a.lang)
	x.Summary, x.Cause = operator.Replace(x.Summary), operator.Replace(x.Cause)
	for i := range x.Remedy.Steps {
		x.Remedy.Steps[i] = operator.Replace(x.Remedy.Steps[i])
	}
	for i := range x.Findings {
		x.Findings[i].Meaning = operator.Replace(x.Findings[i].Meaning)
	}
	return x
}

// readInput reads a text whole.
func (a *app) readInput(name string) (string, error) {
	f := a.in
	if name == "-" {
		if term.IsTerminal(int(f.Fd())) {
			_, _ = fmt.Fprintln(a.err, a.say(msgPaste))
		}
	} else {
		var err error
		if f, err = a.open(name); err != nil {
			return "", err
		}
		defer f.Close()
	}
	data, err := io.ReadAll(io.LimitReader(f, maxInput+1))
	switch {
	case err != nil:
		return "", a.failf(exitUsage, msgCannotRead, show(name), a.reason(err))
	case isCompressed(data):
		return "", a.failf(exitUsage, msgCompressed, show(name))
	case len(data) > maxInput:
		return "", a.failf(exitUsage, msgTooLong, show(name))
	}
	text := decodeText(data)
	switch {
	case strings.TrimSpace(text) == "":
		return "", a.failf(exitUsage, msgEmptyInput, show(name))
	case chars.IsBinary(text):
		return "", a.failf(exitUsage, msgBinary, show(name))
	}
	return text, nil
}

// open opens a file that can be read as a stream.
func (a *app) open(name string) (*os.File, error) {
	f, err := os.Open(name)
	if err != nil && isText(name) {
		return nil, a.failf(exitUsage, msgTextNotFile)
	}
	if errors.Is(err, os.ErrNotExist) {
		return nil, a.failf(exitUsage, msgNoFile, show(name))
	}
	if err != nil {
		return nil, a.failf(exitUsage, msgCannotRead, show(name), a.reason(err))
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		_ = f.Close()
		return nil, a.failf(exitUsage, msgDirectory, show(name))
	}
	return f, nil
}

// isText says whether an argument that names no file is a text that somebody pasted.
func isText(arg string) bool {
	_, ok := oss403.ParseText(arg)
	return ok || strings.Contains(arg, "://") || strings.ContainsAny(arg, "\n<")
}

// show is a file's name in a message.
func show(name string) string {
	if name == "-" {
		return "stdin"
	}
	if m := masked(name); m != strings.TrimSpace(strings.ToValidUTF8(name, "\ufffd")) {
		name = m
	}
	if name == "" || chars.VisibleLines(name) != name || strings.ContainsAny(name, " \n") {
		return strconv.Quote(name)
	}
	return name
}

// decodeText takes a byte order mark off and turns UTF-16, as the > of PowerShell writes it, into
// UTF-8.
func decodeText(data []byte) string {
	text, _, err := transform.Bytes(bom.BOMOverride(transform.Nop), data)
	if err != nil { // half a character at the end
		return string(data)
	}
	return string(text)
}

// errorJSON is an Error's own JSON with more keys: type, explanation, and what the text says.
func (a *app) errorJSON(e explained, more int, secret string) (json.RawMessage, error) {
	facts, err := json.Marshal(e.Error)
	if err != nil {
		return nil, err
	}
	rest := struct {
		Line        int                `json:"line"`
		Assumed     bool               `json:"assumed,omitempty"`
		More        int                `json:"more,omitempty"`
		SecretCheck string             `json:"secret_check,omitempty"`
		Explanation oss403.Explanation `json:"explanation"`
	}{e.line, e.assumed, more, "", a.explain(e.Error)}
	if secret != "" {
		rest.SecretCheck = string(e.Signature.Check(secret))
	}
	x, err := json.Marshal(rest)
	if err != nil {
		return nil, err
	}
	return slices.Concat([]byte(`{"type":"error",`), facts[1:len(facts)-1], []byte(","), x[1:]), nil
}

// printJSON prints a value over several lines.
func (a *app) printJSON(v any) error {
	line, err := jsonLine(v)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, line, "", "  "); err != nil {
		return err
	}
	a.print(b.String())
	return nil
}

// jsonLine is a value on one line, with direction and other unseen marks escaped.
func jsonLine(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return chars.EscapeJSON(bytes.TrimSpace(b.Bytes())), nil
}
