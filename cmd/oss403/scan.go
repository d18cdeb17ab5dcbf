package main

import (
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/oss403/oss403"
	"github.com/spf13/cobra"
)

// scanOptions are the flags of scan.
type scanOptions struct {
	json, recursive, follow bool
	format, by, html        string
	since, until            string
	kinds, failOn           []string
	top                     int
	policy                  bool
	join                    int
}

func (a *app) scanCommand() *cobra.Command {
	var o scanOptions
	cmd := &cobra.Command{
		Use:     "scan [FILE|DIRECTORY|PATTERN|-]...",
		Short:   a.say(msgScanShort),
		Long:    a.say(msgScanLong),
		Example: a.say(msgScanExample),
		RunE: func(cmd *cobra.Command, names []string) error {
			if len(names) == 0 {
				names = []string{"-"}
			}
			return a.scan(cmd.Context(), names, o)
		},
	}
	f := cmd.Flags()
	f.BoolVarP(&o.recursive, "recursive", "r", false, a.say(msgFlagRecursive))
	f.BoolVarP(&o.follow, "follow", "f", false, a.say(msgFlagFollow))
	f.StringVar(&o.by, "by", "", a.say(msgFlagBy))
	f.IntVar(&o.top, "top", 5, a.say(msgFlagTop))
	f.StringVar(&o.since, "since", "", a.say(msgFlagSince))
	f.StringVar(&o.until, "until", "", a.say(msgFlagUntil))
	f.StringSliceVar(&o.kinds, "kind", nil, a.say(msgFlagScanKind))
	f.StringSliceVar(&o.failOn, "fail-on", nil, a.say(msgFlagFailOn))
	f.BoolVar(&o.policy, "policy", false, a.say(msgFlagPolicy))
	f.IntVar(&o.join, "join", defaultJoin, a.say(msgFlagJoin))
	f.BoolVar(&o.json, "json", false, a.say(msgFlagScanJSON))
	f.StringVar(&o.format, "format", "", a.say(msgFlagFormat))
	f.StringVar(&o.html, "html", "", a.say(msgFlagHTML))
	cmd.MarkFlagsMutuallyExclusive("json", "format")
	cmd.MarkFlagsMutuallyExclusive("policy", "format")
	fixed := func(list []string) func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return cobra.FixedCompletions(list, cobra.ShellCompDirectiveNoFileComp)
	}
	_ = cmd.RegisterFlagCompletionFunc("by", fixed(groupings))
	_ = cmd.RegisterFlagCompletionFunc("format", fixed(formats))
	_ = cmd.RegisterFlagCompletionFunc("kind", fixed(selectable()))
	_ = cmd.RegisterFlagCompletionFunc("fail-on", fixed(append(selectable(), "any")))
	return cmd
}

// defaultJoin is how many names in a folder a policy keeps apart.
const defaultJoin = 10

var (
	groupings = []string{"kind", "reason", "bucket", "action", "principal", "host"}
	facetOf   = []facet{byKind, byWhat, byBucket, byAction, byPrincipal, byHost}
	formats   = []string{"text", "json", "github", "sarif"}
)

// selector finds the kinds, reasons or categories that names stand for.
func (a *app) selector(flag string, list []string) (func(*oss403.Error) bool, error) {
	if len(list) == 0 {
		return nil, nil
	}
	kinds, reasons, any := map[oss403.Kind]bool{}, map[string]bool{}, false
	for _, name := range list {
		found := false
		for k := range allKinds() {
			if squeeze(string(k)) == squeeze(name) || squeeze(string(k.Category())) == squeeze(name) && k != oss403.KindUnknown {
				kinds[k], found = true, true
			}
		}
		for _, r := range reasonNames() {
			if squeeze(r) == squeeze(name) {
				reasons[r], found = true, true
			}
		}
		if flag == "fail-on" && strings.EqualFold(name, "any") {
			any, found = true, true
		}
		if !found {
			s := a.say(msgNoKindOrCategory, "--"+flag, quote(name))
			if near := suggest(name, append(selectable(), reasonNames()...)); len(near) > 0 {
				s += "\n" + a.say(msgDidYouMean) + "\n  " + strings.Join(near, "\n  ")
			}
			return nil, failure{exitUsage, s}
		}
	}
	return func(e *oss403.Error) bool { return any || kinds[e.Kind] || reasons[string(e.Reason)] }, nil
}

// moment reads a time: a date, a date and a time, or how long ago, as in 90m or 2d.
func (a *app) moment(flag, s string, now time.Time) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	if days, ok := strings.CutSuffix(s, "d"); ok {
		if n, err := strconv.ParseFloat(days, 64); err == nil && n >= 0 && n < 1e5 {
			return now.Add(-time.Duration(n * 24 * float64(time.Hour))), nil
		}
	}
	if d, err := time.ParseDuration(s); err == nil && d >= 0 {
		return now.Add(-d), nil
	}
	for _, layout := range [...]string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", time.DateOnly} {
		if t, err := time.ParseInLocation(layout, s, time.UTC); err == nil { // as a log that names no zone
			return t, nil
		}
	}
	return time.Time{}, a.failf(exitUsage, msgBadTime, "--"+flag, quote(s))
}

// filters sets what of the errors counts.
func (a *app) filters(s *findings, o scanOptions) error {
	now := time.Now()
	since, err := a.moment("since", o.since, now)
	if err != nil {
		return err
	}
	until, err := a.moment("until", o.until, now)
	if err != nil {
		return err
	}
	wanted, err := a.selector("kind", o.kinds)
	if err != nil {
		return err
	}
	bad, err := a.selector("fail-on", o.failOn)
	if err != nil {
		return err
	}
	s.wanted = func(f finding) bool {
		switch {
		case wanted != nil && !wanted(f.err),
			!f.time.IsZero() && (!since.IsZero() && f.time.Before(since) || !until.IsZero() && !f.time.Before(until)):
			return false
		}
		if bad != nil && bad(f.err) {
			s.bad++
		}
		return true
	}
	if o.by != "" {
		i := slices.Index(groupings, strings.ToLower(o.by))
		if i < 0 {
			return a.failf(exitUsage, msgOneOf, "--by", strings.Join(groupings, a.say(msgScanComma)))
		}
		s.by = facetOf[i]
	}
	if o.policy {
		s.policy = newPolicies(o.join)
	}
	return nil
}

// scan goes through logs and prints what it found.
func (a *app) scan(ctx context.Context, names []string, o scanOptions) error {
	if o.format != "" && !slices.Contains(formats, o.format) {
		return a.failf(exitUsage, msgOneOf, "--format", strings.Join(formats, a.say(msgScanComma)))
	}
	o.json = o.json || o.format == "json"
	s := newFindings()
	if err := a.filters(s, o); err != nil {
		return err
	}
	ctx, stop := interruptible(ctx)
	defer stop()
	status := exitOK
	failed := func(err error) {
		if a.watched() {
			_, _ = io.WriteString(a.err, "\r\x1b[K") // where a bar was
		}
		a.warn(err)
		status = exitUsage
	}
	files := a.inputs(names, o.recursive, failed)
	a.readAll(ctx, s, files, o, failed)
	var by interruption
	switch {
	case errors.As(context.Cause(ctx), &by):
		if !o.follow { // whoever follows ends it so
			failed(a.failf(exitUsage, msgInterrupted, a.lines(s.lines)))
		}
		status = by.status()
	case ctx.Err() != nil:
		status = exitUsage
	}
	if status == exitOK || s.bytes > 0 {
		if err := a.printScan(s, o); err != nil {
			return err
		}
	}
	if status == exitOK {
		switch {
		case len(o.failOn) > 0:
			if s.bad > 0 {
				status = exitNone
			}
		case s.total == 0:
			status = exitNone
		}
	}
	if status != exitOK {
		return failure{status: status}
	}
	return nil
}

// readAll reads files, one after another, or all at the same time where they are followed.
func (a *app) readAll(ctx context.Context, s *findings, files []string, o scanOptions, failed func(error)) {
	p := newPipeline(ctx)
	defer p.stop()
	var mu sync.Mutex
	var failures []error
	fail := func(name string, err error) {
		if errors.Is(err, errStopped) {
			return
		}
		mu.Lock()
		failures = append(failures, a.readError(name, err))
		mu.Unlock()
	}
	go func() {
		defer p.end()
		if o.follow {
			var all sync.WaitGroup
			for _, name := range files {
				all.Go(func() {
					if err := a.followFile(p, name); err != nil {
						fail(name, err)
					}
				})
			}
			all.Wait()
			return
		}
		for _, name := range files {
			if p.ctx.Err() != nil {
				return
			}
			if err := a.readFile(p, name, fail); err != nil {
				fail(name, err)
			}
		}
	}()
	t := tally{findings: s}
	if o.follow && (o.format == "" || o.format == "text" || o.json) {
		t.found = func(f finding, where place) {
			if !s.wanted(f) {
				return
			}
			if o.json {
				if v, err := a.errorJSON(explained{f.err, where.line, false}, 0, ""); err == nil {
					_ = a.printLines([]any{v}) // what was made of JSON can be printed as JSON
				}
			} else {
				a.print(a.where(len(files) > 1, where) + ": " + f.err.Error())
			}
			_ = a.out.Flush() // a broken output ends the command when it is next written to
		}
	}
	p.results(ctx, func(c *chunk) {
		t.add(c)
		if o.follow {
			mu.Lock()
			for _, err := range failures {
				failed(err)
			}
			failures = nil
			mu.Unlock()
		}
	})
	t.end()
	s.end()
	mu.Lock()
	defer mu.Unlock()
	for _, err := range failures {
		failed(err)
	}
}

// readFile gives the texts of a file away.
func (a *app) readFile(p *pipeline, name string, failed func(string, error)) error {
	in, live, done, err := a.openFile(name)
	if err != nil {
		return err
	}
	defer done()
	return unpack(name, in, 0, live, p.read, failed)
}

func (a *app) followFile(p *pipeline, name string) error {
	if name == "-" {
		return p.follow(name, a.in)
	}
	f, err := a.open(name)
	if err != nil {
		return err
	}
	in := &growing{ctx: p.ctx, name: name, file: f}
	if info, err := f.Stat(); err == nil && !info.Mode().IsRegular() {
		defer f.Close()
		return p.follow(name, f)
	}
	defer func() { _ = in.file.Close() }() // it was only read
	return p.follow(name, in)
}

// tally adds chunks to findings, in their order.
type tally struct {
	*findings
	found func(finding, place)
	files map[string]*reading
}

// reading is how far a file is read.
type reading struct {
	line int  // in which the next chunk begins
	open bool // the last line has no end yet
}

func (t *tally) add(c *chunk) {
	if t.files == nil {
		t.files = map[string]*reading{}
	}
	r := t.files[c.file]
	if r == nil || c.begin {
		if r != nil && r.open {
			t.lines++
		}
		r = &reading{line: 1}
		t.files[c.file] = r
		t.findings.files++
	}
	for _, f := range c.found {
		if t.findings.add(f, c.file, r.line+f.line) && t.found != nil {
			t.found(f, place{file: c.file, line: r.line + f.line, time: f.time})
		}
	}
	r.line += c.lines
	t.lines += c.lines
	t.bytes += int64(c.high - c.low)
	if c.high > c.low {
		r.open = c.buf[c.high-1] != '\n'
	}
}

func (t *tally) end() {
	for _, r := range t.files {
		if r.open {
			t.lines++
		}
	}
}

func (a *app) lines(n int) string {
	if n == 1 {
		return a.say(msgOneLine)
	}
	return a.say(msgLines, thousands(n))
}

func (a *app) times(n int) string {
	if n == 1 {
		return a.say(msgOnce)
	}
	return a.say(msgTimes, thousands(n))
}

// thousands writes 1234567 as 1,234,567.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// selectable are the kinds and the categories.
func selectable() (list []string) {
	for k := range allKinds() {
		list = append(list, string(k))
	}
	for _, c := range categories() {
		if !slices.Contains(list, string(c)) {
			list = append(list, string(c))
		}
	}
	return list
}

// writeFile writes a file whole, or none.
func (a *app) writeFile(name string, data []byte) error {
	if err := os.WriteFile(name, data, 0o666); err != nil {
		return a.failf(exitUsage, msgCannotWrite, show(name), a.reason(err))
	}
	return nil
}
