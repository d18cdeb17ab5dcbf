package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/oss403/oss403"
	"github.com/spf13/cobra"
)

var (
	msgMCPShort = message{"Serve the Model Context Protocol on standard input and output, for agents", "通过标准输入输出提供 MCP（Model Context Protocol）服务，供智能体调用"}
	msgMCPLong  = message{
		`Serve the Model Context Protocol on standard input and output. Its tools are
explain, lookup, scan, policy and presign, as the commands of these names; they
return JSON as --json prints it. Everything they return is masked. scan and policy
read files of this machine; nothing is written, and no request is sent.

An agent starts it by itself, with a setting like this:

	{"mcpServers": {"oss403": {"command": "oss403", "args": ["mcp"]}}}`,
		`通过标准输入输出提供 MCP 服务。提供 explain、lookup、scan、policy 和 presign 五个工具，与同名命令对应，返回 --json 输出的 JSON。返回的内容均已脱敏。scan 和 policy 读取本机文件；不写入任何文件，也不发送请求。

由智能体启动，配置如下：

	{"mcpServers": {"oss403": {"command": "oss403", "args": ["mcp"]}}}`,
	}
)

func (a *app) mcpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "mcp",
		Short: a.say(msgMCPShort),
		Long:  a.say(msgMCPLong),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, stop := interruptible(cmd.Context())
			defer stop()
			err := a.mcpServer().Run(ctx, &mcp.IOTransport{Reader: io.NopCloser(a.in), Writer: flushed{a}})
			var by interruption
			if errors.As(context.Cause(ctx), &by) {
				return failure{status: by.status()}
			}
			if err != nil && !errors.Is(err, io.EOF) {
				return a.failf(exitUsage, msgServeFailed, a.reason(err))
			}
			return nil
		},
	}
}

// flushed writes to the output at once.
type flushed struct{ a *app }

func (f flushed) Write(p []byte) (int, error) {
	n, err := f.a.out.Write(p)
	if err == nil {
		err = f.a.out.Flush()
	}
	return n, err
}

func (flushed) Close() error { return nil }

// What the tools take.
type (
	explainInput struct {
		Text string `json:"text" jsonschema:"an answer, an SDK's error text, a log line, a code, an EC, a kind, or a URL"`
		Lang string `json:"lang,omitempty" jsonschema:"language of the explanation: en (the default) or zh"`
	}
	lookupInput struct {
		Query string `json:"query" jsonschema:"a kind, a reason, a code, an EC, a RAM action, part of a message, or words for what is seen, in English or Chinese"`
		Lang  string `json:"lang,omitempty" jsonschema:"language: en (the default) or zh"`
	}
	scanInput struct {
		Paths     []string `json:"paths" jsonschema:"log files, directories or patterns on this machine; compressed files and tar archives are read too"`
		Recursive bool     `json:"recursive,omitempty" jsonschema:"read what is in directories"`
		By        string   `json:"by,omitempty" jsonschema:"group by kind, reason, bucket, action, principal or host; by default by what one act fixes"`
		Since     string   `json:"since,omitempty" jsonschema:"only errors from this time on: RFC 3339, a date, or how long ago, as in 2h or 3d"`
		Until     string   `json:"until,omitempty" jsonschema:"only errors before this time"`
		Kinds     []string `json:"kinds,omitempty" jsonschema:"only these kinds, reasons or categories"`
		Top       int      `json:"top,omitempty" jsonschema:"how many buckets, actions and so on each group names; 5 by default"`
		Lang      string   `json:"lang,omitempty" jsonschema:"language: en (the default) or zh"`
	}
	policyInput struct {
		Paths     []string `json:"paths" jsonschema:"log files, directories or patterns on this machine"`
		Recursive bool     `json:"recursive,omitempty" jsonschema:"read what is in directories"`
		Join      *int     `json:"join,omitempty" jsonschema:"more different names than this in a folder are joined to FOLDER/*; 10 by default, 0 joins none"`
		Lang      string   `json:"lang,omitempty" jsonschema:"language: en (the default) or zh"`
	}
	presignInput struct {
		URL  string `json:"url" jsonschema:"a presigned URL of OSS; it is read offline, and its signature is not returned"`
		Lang string `json:"lang,omitempty" jsonschema:"language: en (the default) or zh"`
	}
)

// What the tools return: the lines of --json, which schema/command.v1.json describes.
type (
	explainOutput struct {
		Errors []map[string]any `json:"errors,omitempty" jsonschema:"the 403s in the text, each with kind, facts, and explanation"`
		Kinds  []map[string]any `json:"kinds,omitempty" jsonschema:"pages of the catalog, where the text is a name or words"`
		Says   string           `json:"says,omitempty" jsonschema:"where there is no 403 of OSS: what would help"`
	}
	scanOutput struct {
		Groups   []map[string]any `json:"groups" jsonschema:"what to fix, the most frequent first"`
		Summary  map[string]any   `json:"summary" jsonschema:"totals"`
		Failures []string         `json:"failures,omitempty" jsonschema:"inputs that could not be read to their end"`
	}
	policyOutput struct {
		Policies []map[string]any `json:"policies" jsonschema:"for each principal the smallest RAM policy that would have allowed what was refused implicitly"`
		Denies   []map[string]any `json:"denies,omitempty" jsonschema:"what a Deny statement refused: it has to be changed; an Allow does not help"`
		Others   []map[string]any `json:"others,omitempty" jsonschema:"what no policy of RAM helps, by kind"`
		Failures []string         `json:"failures,omitempty" jsonschema:"inputs that could not be read to their end"`
	}
	presignOutput struct {
		URL  map[string]any `json:"url,omitempty" jsonschema:"what the URL says, and its flaws"`
		Says string         `json:"says,omitempty" jsonschema:"where it is no presigned URL"`
	}
)

// mcpServer has the commands as tools. Each call has an app of its own: its language, and its output.
func (a *app) mcpServer() *mcp.Server {
	s := mcp.NewServer(&mcp.Implementation{Name: "oss403", Version: versionOf()}, &mcp.ServerOptions{
		Instructions: "Explains HTTP 403 answers of Alibaba Cloud OSS. Give explain the whole text of an error. The first step of an explanation is the one most likely to help.",
	})
	readOnly := &mcp.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: new(bool)}
	mcp.AddTool(s, &mcp.Tool{Name: "explain", Annotations: readOnly,
		Description: "Explain a 403 of Alibaba Cloud OSS: what went wrong, how it is known, what to do, and what must happen before a retry can succeed."},
		func(ctx context.Context, _ *mcp.CallToolRequest, in explainInput) (*mcp.CallToolResult, explainOutput, error) {
			var out explainOutput
			b := a.quiet(in.Lang)
			if len(in.Text) > maxInput {
				out.Says = b.say(msgTooLong, "text")
				return nil, out, nil
			}
			lines, says := b.run1(func() error {
				return b.explainText(ctx, in.Text, false, "", explainOptions{json: true, all: true})
			})
			for _, line := range lines {
				if line["type"] == "error" {
					out.Errors = append(out.Errors, line)
				} else {
					out.Kinds = append(out.Kinds, line)
				}
			}
			out.Says = says
			return nil, out, nil
		})
	mcp.AddTool(s, &mcp.Tool{Name: "lookup", Annotations: readOnly, Description: "Look up a kind, reason, code, EC, RAM action or words in the catalog of OSS's 403s."},
		func(_ context.Context, _ *mcp.CallToolRequest, in lookupInput) (*mcp.CallToolResult, explainOutput, error) {
			b := a.quiet(in.Lang)
			lines, says := b.run1(func() error { return b.lookup(in.Query, true) })
			return nil, explainOutput{Kinds: lines, Says: says}, nil
		})
	mcp.AddTool(s, &mcp.Tool{Name: "scan", Annotations: readOnly,
		Description: "Find the 403s of OSS in log files of this machine, grouped by what one act fixes, with the steps and the facts of each group."},
		func(ctx context.Context, _ *mcp.CallToolRequest, in scanInput) (*mcp.CallToolResult, scanOutput, error) {
			top := in.Top
			if top == 0 {
				top = 5
			}
			lines, failures := a.quiet(in.Lang).scanned(ctx, in.Paths, scanOptions{json: true, recursive: in.Recursive, by: in.By, since: in.Since, until: in.Until, kinds: in.Kinds, top: top})
			out := scanOutput{Groups: []map[string]any{}, Summary: map[string]any{}, Failures: failures}
			for _, line := range lines {
				if line["type"] == "summary" {
					out.Summary = line
				} else {
					out.Groups = append(out.Groups, line)
				}
			}
			return nil, out, nil
		})
	mcp.AddTool(s, &mcp.Tool{Name: "policy", Annotations: readOnly,
		Description: "Write, for each principal, the smallest RAM policy that would have allowed what OSS refused in log files of this machine."},
		func(ctx context.Context, _ *mcp.CallToolRequest, in policyInput) (*mcp.CallToolResult, policyOutput, error) {
			join := defaultJoin
			if in.Join != nil {
				join = *in.Join
			}
			lines, failures := a.quiet(in.Lang).scanned(ctx, in.Paths, scanOptions{json: true, recursive: in.Recursive, policy: true, join: join})
			out := policyOutput{Policies: []map[string]any{}, Failures: failures}
			for _, line := range lines {
				switch line["type"] {
				case "policy":
					out.Policies = append(out.Policies, line)
				case "deny":
					out.Denies = append(out.Denies, line)
				case "other":
					out.Others = append(out.Others, line)
				}
			}
			return nil, out, nil
		})
	mcp.AddTool(s, &mcp.Tool{Name: "presign", Annotations: readOnly,
		Description: "Say, offline, what a presigned URL of OSS says: version, expiry, method, headers it demands, and what is wrong with it."},
		func(_ context.Context, _ *mcp.CallToolRequest, in presignInput) (*mcp.CallToolResult, presignOutput, error) {
			b := a.quiet(in.Lang)
			lines, says := b.run1(func() error { return b.presign(in.URL, "", true) })
			out := presignOutput{Says: says}
			if len(lines) > 0 {
				out.URL = lines[0]
			}
			return nil, out, nil
		})
	return s
}

// quiet is an app whose output run1 and scanned read.
func (a *app) quiet(lang string) *app {
	return newQuiet(oss403.ParseLang(lang), a.getenv)
}

// run1 runs a command that prints JSON, and returns what it printed, and what it said where it failed.
func (a *app) run1(command func() error) (lines []map[string]any, says string) {
	err := command()
	if f := (failure{}); errors.As(err, &f) {
		says = f.message
	} else if err != nil {
		says = masked(a.reason(err))
	}
	_ = a.out.Flush() // into memory
	d := json.NewDecoder(a.paged)
	for {
		var line map[string]any
		if d.Decode(&line) != nil {
			return lines, says
		}
		lines = append(lines, line)
	}
}

// scanned runs a scan.
func (a *app) scanned(ctx context.Context, paths []string, o scanOptions) (lines []map[string]any, failures []string) {
	var said strings.Builder
	a.err = &said
	if len(paths) == 0 {
		return nil, []string{a.say(msgNoPaths)}
	}
	for _, p := range paths {
		if p == "-" { // the protocol's own input
			return nil, []string{a.say(msgNoPaths)}
		}
	}
	lines, says := a.run1(func() error { return a.scan(ctx, paths, o) })
	for line := range strings.SplitSeq(said.String()+says, "\n") {
		if line = strings.TrimPrefix(strings.TrimSpace(line), "oss403: "); line != "" {
			failures = append(failures, line)
		}
	}
	return lines, failures
}
