// Command programs runs programs that people use with OSS against the server of package oss403test:
// it puts, gets, lists, copies and deletes objects with each of them, has each get ten different
// 403s, and prints what oss403 makes of what the programs print. Some of them also make the mistakes
// that package trial knows. No request leaves the loopback interface.
//
//	go -C compat run ./programs [-v] [-only name,name]
//
// A program that is not installed is left out, which -all takes for a failure.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/compat/trial"
	"github.com/oss403/oss403/oss403test"
)

// kinds are the 403s that every program gets.
var kinds = []oss403.Kind{
	oss403.KindAccessKeyNotFound, oss403.KindAccessKeyDisabled, oss403.KindSecurityTokenExpired, oss403.KindSignatureMismatch,
	oss403.KindEndpointMismatch, oss403.KindBucketACLDenied, oss403.KindRAMPolicyExplicitDeny, oss403.KindKMSForbidden,
	oss403.KindAccountOverdue, oss403.KindUserDisabled,
}

// operations are what every program does, in this order.
var operations = []string{"put", "get", "list", "multipart", "copy", "delete"}

func main() {
	only := flag.String("only", "", "names of programs, separated by commas")
	all := flag.Bool("all", false, "fail if a program is not installed")
	verbose := flag.Bool("v", false, "print what the programs print")
	flag.Parse()
	dir, err := os.MkdirTemp("", "oss403-programs-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	failures := run(os.Stdout, dir, *only, *all, *verbose)
	_ = os.RemoveAll(dir) // the system's to clean up otherwise
	for _, f := range failures {
		fmt.Fprintln(os.Stderr, "FAIL:", f)
	}
	if len(failures) > 0 {
		os.Exit(1)
	}
}

// run tries the programs and returns what went wrong.
func run(w io.Writer, dir, only string, all, verbose bool) (failures []string) {
	var reports []report
	for _, p := range programs() {
		if only != "" && !slices.Contains(strings.Split(only, ","), p.name) {
			continue
		}
		if p.installed != nil && !p.installed() {
			fmt.Fprintf(w, "%s is not installed\n", p.name)
			if all {
				failures = append(failures, p.name+" is not installed")
			}
			continue
		}
		r := try(p, dir)
		reports = append(reports, r)
		failures = append(failures, r.failures...)
	}
	printTables(w, reports, verbose)
	return failures
}

// report is what became of a program.
type report struct {
	program  program
	done     map[string]string      // by operation: ok, or why not
	answers  map[oss403.Kind]answer // what it printed of each kind
	mistakes map[string]string      // by mistake: the kind that its request got
	failures []string
}

// answer is what a program prints of a 403, and what oss403 makes of it.
type answer struct {
	printed string
	found   *oss403.Error // nil: nothing
}

// server is one of oss403test, whose answers can be changed.
type server struct {
	url      string
	kind     atomic.Value // the oss403.Kind that every request gets; "" for none
	refusals trial.Refusals
	stop     func()
}

func serve(options ...oss403test.ServerOption) (*server, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &server{url: "http://" + l.Addr().String()}
	s.kind.Store(oss403.Kind(""))
	for _, k := range kinds {
		options = append(options, oss403test.Answer(k).Match(func(*http.Request) bool { return s.kind.Load() == k }).Optional())
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- oss403test.Serve(ctx, l, append(options, s.refusals.Option())...) }()
	s.stop = func() {
		cancel()
		<-done
	}
	return s, nil
}

// try runs a program through everything.
func try(p program, dir string) report {
	r := report{program: p, done: map[string]string{}, answers: map[oss403.Kind]answer{}, mistakes: map[string]string{}}
	fail := func(format string, args ...any) {
		r.failures = append(r.failures, p.name+": "+fmt.Sprintf(format, args...))
	}
	srv, err := serve(trial.Known()...)
	if err != nil {
		fail("%v", err)
		return r
	}
	defer srv.stop()
	s, err := newSession(p, dir, srv.url, trial.LongTerm, false)
	if err != nil {
		fail("%v", err)
		return r
	}
	defer s.close()
	for _, op := range operations {
		out, err := p.do(s, op)
		switch {
		case err == errNot:
			r.done[op] = "-"
		case err != nil && p.known != "" && strings.Contains(out, p.known):
			r.done[op] = "as with OSS: " + p.known
		case err != nil:
			r.done[op] = "FAILED"
			fail("%s: %v\n%s", op, err, out)
		case op == "get" && p.prints && !strings.Contains(out, trial.Content), op == "list" && p.prints && !strings.Contains(out, s.key):
			r.done[op] = "WRONG"
			fail("%s: it printed %q", op, out)
		default:
			r.done[op] = "ok"
		}
	}
	for _, e := range srv.refusals.All() {
		fail("its request was refused: %v", e)
	}
	if out, err := p.do(s, "put"); err != nil && (p.known == "" || !strings.Contains(out, p.known)) { // to be read
		fail("put: %v", err)
	}
	for _, k := range kinds {
		srv.kind.Store(k)
		out, err := p.do(s, cmp.Or(p.asks, "get"))
		srv.kind.Store(oss403.Kind(""))
		a := answer{printed: s.clean(out)}
		if err == nil {
			fail("%s: it takes the 403 for none:\n%s", k, out)
		}
		if e, ok := explain(a.printed); ok {
			a.found = e
		}
		r.answers[k] = a
	}
	if p.presign != nil {
		r.tryMistakes(dir, fail)
	}
	return r
}

// tryMistakes makes the mistakes with a program, each on a server of its own.
func (r *report) tryMistakes(dir string, fail func(string, ...any)) {
	for _, m := range trial.Mistakes() {
		srv, err := serve(m.ServerOptions()...)
		if err != nil {
			fail("%v", err)
			return
		}
		got := r.makeMistake(dir, srv, m, fail)
		srv.stop()
		r.mistakes[m.Name] = string(got)
		if got != m.Kind {
			fail("mistake %q gets %q, not %s", m.Name, got, m.Kind)
		}
	}
}

func (r *report) makeMistake(dir string, srv *server, m trial.Mistake, fail func(string, ...any)) oss403.Kind {
	if m.InURL {
		return r.misuseURL(dir, srv, m, fail)
	}
	s, err := newSession(r.program, dir, srv.url, m.Account, m.Host)
	if err != nil {
		fail("%v", err)
		return ""
	}
	defer s.close()
	out, err := r.program.do(s, "get")
	list := srv.refusals.All()
	if err == nil || len(list) == 0 {
		fail("mistake %q: nothing was refused\n%s", m.Name, out)
		return ""
	}
	return list[0].Kind
}

// misuseURL has the program sign a URL at a server that takes everything, and uses it at the one
// that judges it.
func (r *report) misuseURL(dir string, srv *server, m trial.Mistake, fail func(string, ...any)) oss403.Kind {
	lenient, err := serve()
	if err != nil {
		fail("%v", err)
		return ""
	}
	defer lenient.stop()
	s, err := newSession(r.program, dir, lenient.url, m.Account, true)
	if err != nil {
		fail("%v", err)
		return ""
	}
	defer s.close()
	if out, err := r.program.do(s, "put"); err != nil { // some look whether it is there
		fail("put: %v\n%s", err, out)
		return ""
	}
	signed, err := r.program.presign(s)
	if err != nil {
		fail("presign: %v\n%s", err, signed)
		return ""
	}
	client := &http.Client{Timeout: time.Minute, Transport: &http.Transport{
		DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, network, strings.TrimPrefix(srv.url, "http://"))
		},
	}}
	defer client.CloseIdleConnections()
	e, err := m.UseURL(client, strings.TrimSpace(signed))
	if err != nil || e == nil {
		fail("mistake %q: %v", m.Name, err)
		return ""
	}
	return e.Kind
}

// explain reads what a program printed about a request to OSS.
func explain(text string) (*oss403.Error, bool) {
	return oss403.ParseText(text, oss403.AssumeOSS())
}

func printTables(w io.Writer, reports []report, verbose bool) {
	fmt.Fprintf(w, "\n## What works\n\n| program | %s |\n|---|%s\n", strings.Join(operations, " | "), strings.Repeat("---|", len(operations)))
	for _, r := range reports {
		fmt.Fprintf(w, "| %s |", r.program.name)
		for _, op := range operations {
			fmt.Fprintf(w, " %s |", r.done[op])
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "\n## What is read of what a program prints of a 403\n\n= is the kind that it got, 0 nothing.\n\n| 403 |")
	for _, r := range reports {
		fmt.Fprintf(w, " %s |", r.program.name)
	}
	fmt.Fprintf(w, "\n|---|%s\n", strings.Repeat("---|", len(reports)))
	for _, k := range kinds {
		fmt.Fprintf(w, "| %s |", k)
		for _, r := range reports {
			switch e := r.answers[k].found; {
			case e == nil:
				fmt.Fprint(w, " 0 |")
			case e.Kind == k:
				fmt.Fprint(w, " = |")
			default:
				fmt.Fprintf(w, " %s |", e.Kind)
			}
		}
		fmt.Fprintln(w)
	}
	for _, r := range reports {
		if len(r.mistakes) > 0 {
			right := 0
			for _, m := range trial.Mistakes() {
				if r.mistakes[m.Name] == string(m.Kind) {
					right++
				}
			}
			fmt.Fprintf(w, "\n%s: %d of %d mistakes got their kind.\n", r.program.name, right, len(r.mistakes))
		}
	}
	for _, r := range reports {
		fmt.Fprintf(w, "\n## %s\n", r.program.name)
		if !verbose {
			fmt.Fprint(w, "\n| 403 | what it prints | what oss403 says of it |\n|---|---|---|\n")
		}
		for _, k := range kinds {
			printed, said := strings.TrimSpace(r.answers[k].printed), "nothing"
			if e := r.answers[k].found; e != nil {
				said = e.Error()
			}
			if verbose {
				fmt.Fprintf(w, "\n%s:\n    %s\n%s\n", k, strings.ReplaceAll(printed, "\n", "\n    "), said)
				continue
			}
			fmt.Fprintf(w, "| %s | %s | %s |\n", k, cell(printed), cell(said))
		}
	}
}

// cell is what of a text a cell of a table shows: what stands around the status, or its end.
func cell(text string) string {
	const width, before = 240, 170
	text = strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "|", "\\|")
	from := max(0, len(text)-width)
	if i := strings.Index(text, "403"); i >= 0 && len(text) > width {
		from = max(0, i-before)
	}
	end := min(len(text), from+width)
	shown := strings.ToValidUTF8(text[from:end], "")
	if from > 0 {
		shown = "…" + shown
	}
	if end < len(text) {
		shown += "…"
	}
	return shown
}
