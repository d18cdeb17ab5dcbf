package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/oss403/oss403"
	"github.com/spf13/cobra"
	"golang.org/x/term"
	bom "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// maxInput is how much explain reads. More than one error is a log, and scan's business.
const maxInput = 1 << 20

func (a *app) explainCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "explain [FILE|-]",
		Short:   a.say(msgExplainShort),
		Long:    a.say(msgExplainLong),
		Example: a.say(msgExplainExample),
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			name := "-"
			if len(args) > 0 {
				name = args[0]
			}
			text, err := a.readInput(name)
			if err != nil {
				return err
			}
			e, ok := oss403.ParseText(text, oss403.AssumeOSS()) // whoever asks says so
			if !ok {
				return failure{exitNone, a.whyNot(text)}
			}
			if asJSON {
				v, err := errorJSON(e, a.lang)
				if err != nil {
					return err
				}
				return a.printJSON(v)
			}
			a.print(a.report(e.Report(a.lang)))
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say(msgFlagJSON))
	return cmd
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
		return "", a.failf(exitUsage, msgCannotRead, show(name), reason(err))
	case bytes.HasPrefix(data, gzipMagic), bytes.HasPrefix(data, zstdMagic):
		return "", a.failf(exitUsage, msgCompressed, show(name))
	case len(data) > maxInput:
		return "", a.failf(exitUsage, msgTooLong, show(name))
	}
	text := decodeText(data)
	switch {
	case strings.TrimSpace(text) == "":
		return "", a.failf(exitUsage, msgEmptyInput, show(name))
	case isBinary(text):
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
		return nil, a.failf(exitUsage, msgCannotRead, show(name), reason(err))
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
	if name == "" || visible(name) != name || strings.ContainsAny(name, " \n") {
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

// isBinary says whether a text is none: more than one in twenty of its bytes are control characters.
// Compressed and encrypted data has twice as many. What is no UTF-8 may be GBK.
func isBinary(s string) bool {
	odd := 0
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\x1b' || c == 0x7f {
			odd++
		}
	}
	return odd*20 > len(s)
}

// Where texts name a status and a code.
var (
	statusPattern = regexp.MustCompile(`(?i)(?:HTTP/[0-9.]+ |status\s?code["']?\s*[:=]\s*|status["']?\s*[:=]\s*)([1-5][0-9][0-9])\b`)
	codePattern   = regexp.MustCompile(`(?:<Code>|&lt;Code&gt;|Error\s?Code\]?["']?\s*[:=]\s*["']?|['"]Code["']\s*:\s*["'])([A-Z][A-Za-z]{2,60})`)
	ossPattern    = regexp.MustCompile(`(?i)x-oss-|AliyunOSS|oss-[a-z0-9-]+\.aliyuncs\.com|oss: service returned|com\.aliyun\.oss|oss2\.exceptions`)
	s3Pattern     = regexp.MustCompile(`(?i)x-amz-request-id|amazonaws\.com|server: AmazonS3|server: MinIO|x-cos-request-id|myqcloud\.com|x-obs-request-id|myhuaweicloud\.com|x-tos-request-id|volces\.com`)
)

// otherCodes are codes of OSS that come with other statuses and are mistaken for a 403 most often.
var otherCodes = map[string]int{
	"BadRequest": 400, "BucketAlreadyExists": 409, "BucketNotEmpty": 409, "CallbackFailed": 203, "EntityTooLarge": 400,
	"FileAlreadyExists": 409, "FileImmutable": 409, "InternalError": 500, "InvalidArgument": 400, "InvalidBucketName": 400,
	"InvalidDigest": 400, "InvalidObjectName": 400, "InvalidPart": 400, "InvalidPartOrder": 400, "InvalidRange": 416,
	"MalformedXML": 400, "MethodNotAllowed": 405, "NoSuchBucket": 404, "NoSuchBucketPolicy": 404, "NoSuchCORSConfiguration": 404,
	"NoSuchKey": 404, "NoSuchLifecycle": 404, "NoSuchUpload": 404, "NoSuchVersion": 404, "NotImplemented": 400,
	"ObjectAlreadyExists": 409, "ObjectNotAppendable": 409, "PositionNotEqualToLength": 409, "PreconditionFailed": 412,
	"RequestTimeout": 400, "ServiceUnavailable": 503, "TooManyBuckets": 400,
}

// whyNot says what a text without a 403 of OSS holds instead.
func (a *app) whyNot(text string) string {
	text = strings.ReplaceAll(text, `\"`, `"`)
	status := 0
	var all []int
	for _, m := range statusPattern.FindAllStringSubmatch(text, 64) {
		n, _ := strconv.Atoi(m[1])
		all = append(all, n)
	}
	// The last one of a curl session is the answer; a 403 among them would count.
	if slices.Contains(all, 403) {
		status = 403
	} else if len(all) > 0 {
		status = all[len(all)-1]
	}
	code := ""
	if m := codePattern.FindStringSubmatch(text); m != nil && (otherCodes[m[1]] != 0 || slices.Contains(names(), m[1])) {
		code = m[1] // any other word may be anything
	}
	isOSS := ossPattern.MatchString(text)
	switch {
	case s3Pattern.MatchString(text) && !isOSS:
		return a.say(msgOtherStore)
	case status == 0 && otherCodes[code] != 0:
		return a.say(msgOtherStatus, otherCodes[code], code)
	case status != 0 && status != 403 && code != "":
		return a.say(msgOtherStatus, status, code)
	case status != 0 && status != 403:
		return a.say(msgOtherAnswer, status)
	case status == 403 || strings.Contains(text, "AccessDenied"):
		return a.say(msgNotOSS)
	}
	return a.say(msgNothing)
}

// explanation is an Explanation in JSON.
type explanation struct {
	Summary  string         `json:"summary"`
	Cause    string         `json:"cause"`
	Findings []finding      `json:"findings,omitempty"`
	Remedy   remedy         `json:"remedy"`
	Reasons  []reasonAdvice `json:"reasons,omitempty"`
}

// reasonAdvice is what a kind can come of.
type reasonAdvice struct {
	Reason oss403.Reason `json:"reason"`
	Cause  string        `json:"cause"`
	Step   string        `json:"step"`
}

type finding struct {
	Field   string `json:"field"`
	Got     string `json:"got,omitempty"`
	Want    string `json:"want,omitempty"`
	Meaning string `json:"meaning"`
}

type remedy struct {
	Steps    []string        `json:"steps"`
	Docs     []doc           `json:"docs,omitempty"`
	Policy   json.RawMessage `json:"policy,omitempty"`
	Handover string          `json:"handover,omitempty"`
	Retry    oss403.Retry    `json:"retry"`
	Actor    oss403.Actor    `json:"actor,omitempty"`
}

type doc struct {
	Title string `json:"title"`
	URL   string `json:"url"`
}

func newExplanation(x oss403.Explanation) explanation {
	out := explanation{Summary: x.Summary, Cause: x.Cause, Remedy: remedy{
		Steps: x.Remedy.Steps, Handover: x.Remedy.Handover, Retry: x.Remedy.Retry, Actor: x.Remedy.Actor,
	}}
	for _, f := range x.Findings {
		out.Findings = append(out.Findings, finding(f))
	}
	for _, r := range x.Reasons {
		out.Reasons = append(out.Reasons, reasonAdvice(r))
	}
	for _, d := range x.Remedy.Docs {
		out.Remedy.Docs = append(out.Remedy.Docs, doc(d))
	}
	if json.Valid([]byte(x.Remedy.Policy)) {
		out.Remedy.Policy = json.RawMessage(x.Remedy.Policy)
	}
	return out
}

// errorJSON is an Error's own JSON with the explanation as one more key.
func errorJSON(e *oss403.Error, lang oss403.Lang) (json.RawMessage, error) {
	facts, err := json.Marshal(e)
	if err != nil {
		return nil, err
	}
	x, err := json.Marshal(newExplanation(e.Explain(lang)))
	if err != nil {
		return nil, err
	}
	return slices.Concat(facts[:len(facts)-1], []byte(`,"explanation":`), x, []byte("}")), nil
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
	var out []byte
	for _, r := range strings.TrimSpace(b.String()) {
		if unicode.IsPrint(r) {
			out = utf8.AppendRune(out, r)
			continue
		}
		for _, u := range utf16.AppendRune(nil, r) {
			out = fmt.Appendf(out, `\u%04x`, u)
		}
	}
	return out, nil
}
