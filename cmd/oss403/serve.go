package main

import (
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/oss403test"
	"github.com/spf13/cobra"
)

// serving is what serve was told.
type serving struct {
	kind, addr, ca     string
	store, tls         bool
	rules, credentials []string
}

func (a *app) serveCommand() *cobra.Command {
	var s serving
	cmd := &cobra.Command{
		Use:     "serve",
		Short:   a.say(msgServeShort),
		Long:    a.say(msgServeLong),
		Example: a.say(msgServeExample),
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			options, err := a.serverOptions(&s, cmd.Flags().Changed("kind"))
			if err != nil {
				return err
			}
			ctx, stop := interruptible(cmd.Context())
			defer stop()
			return a.serve(ctx, &s, options)
		},
	}
	cmd.Flags().StringVar(&s.kind, "kind", string(oss403.KindAccessDeniedUnspecified), a.say(msgFlagKind))
	cmd.Flags().StringVar(&s.addr, "addr", "127.0.0.1:0", a.say(msgFlagAddr))
	cmd.Flags().BoolVar(&s.store, "store", false, a.say(msgFlagStore))
	cmd.Flags().StringArrayVar(&s.rules, "rule", nil, a.say(msgFlagRule))
	cmd.Flags().StringArrayVar(&s.credentials, "credentials", nil, a.say(msgFlagCredentials))
	cmd.Flags().BoolVar(&s.tls, "tls", false, a.say(msgFlagTLS))
	cmd.Flags().StringVar(&s.ca, "ca", "", a.say(msgFlagCA))
	cmd.MarkFlagsMutuallyExclusive("kind", "store")
	cmd.MarkFlagsMutuallyExclusive("kind", "credentials")
	_ = cmd.RegisterFlagCompletionFunc("kind", func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return kindNames(), cobra.ShellCompDirectiveNoFileComp
	})
	return cmd
}

// serverOptions reads what the flags say of the server's answers.
func (a *app) serverOptions(s *serving, kindGiven bool) ([]oss403test.ServerOption, error) {
	options := []oss403test.ServerOption{oss403test.Now(time.Now)}
	for _, text := range s.rules {
		rule, err := a.parseRule(text)
		if err != nil {
			return nil, err
		}
		options = append(options, rule)
	}
	for _, text := range s.credentials {
		id, rest, ok := strings.Cut(text, ":")
		secret, token, hasToken := strings.Cut(rest, ":")
		if !ok || id == "" || secret == "" || hasToken && token == "" {
			return nil, a.failf(exitUsage, msgBadCredentials)
		}
		if hasToken {
			options = append(options, oss403test.Credentials(id, secret, token))
		} else {
			options = append(options, oss403test.Credentials(id, secret))
		}
	}
	k, ok := findKind(s.kind)
	if !ok {
		return nil, failure{exitUsage, a.noKind(s.kind)}
	}
	objects := s.store || len(s.credentials) > 0 || len(s.rules) > 0 && !kindGiven
	if !objects {
		options = append(options, oss403test.Answer(k).Optional())
	} else {
		options = append(options, oss403test.Observe(func(r *http.Request, e *oss403.Error) {
			a.warn(failure{message: chars.VisibleLines(r.Method+" "+r.URL.EscapedPath()) + ": " + strings.TrimPrefix(e.Error(), "oss403: ")})
		}))
	}
	return append(options, oss403test.Middleware(a.named)), nil
}

// parseRule reads METHOD:PREFIX:KIND:NTH. What is left empty limits nothing.
func (a *app) parseRule(text string) (*oss403test.Rule, error) {
	method, rest, _ := strings.Cut(text, ":")
	prefix, kind, nth := "", "", ""
	// The prefix may have colons of its own.
	if i := strings.LastIndexByte(rest, ':'); i >= 0 {
		prefix, kind = rest[:i], rest[i+1:]
		if j := strings.LastIndexByte(prefix, ':'); j >= 0 {
			if _, err := strconv.Atoi(kind); err == nil || kind == "" {
				prefix, kind, nth = prefix[:j], prefix[j+1:], kind
			}
		}
	}
	k, ok := findKind(kind)
	if !ok {
		if kind == "" {
			return nil, a.failf(exitUsage, msgBadRule, quote(text))
		}
		return nil, failure{exitUsage, a.noKind(kind)}
	}
	rule := oss403test.Answer(k).Optional()
	if method != "" {
		rule.Method(method)
	}
	if prefix != "" {
		rule.Prefix(prefix)
	}
	if nth != "" {
		n, err := strconv.Atoi(nth)
		if err != nil || n < 1 {
			return nil, a.failf(exitUsage, msgBadRule, quote(text))
		}
		rule.Nth(n)
	}
	return rule, nil
}

// bind listens on an address that the user gave.
func (a *app) bind(addr string) (net.Listener, error) {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		var opErr *net.OpError
		if errors.As(err, &opErr) {
			err = opErr.Err
		}
		return nil, a.failf(exitUsage, msgCannotServe, masked(addr), masked(a.reason(err)))
	}
	return listener, nil
}

func (a *app) serve(ctx context.Context, s *serving, options []oss403test.ServerOption) error {
	listener, err := a.bind(s.addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	scheme := "http"
	if s.tls {
		scheme = "https"
	}
	if s.tls || s.ca != "" {
		remove, err := a.writeCertificate(s.ca)
		if err != nil {
			return err
		}
		defer remove()
	}
	a.print(scheme + "://" + listener.Addr().String())
	if err := a.out.Flush(); err != nil {
		return a.failf(exitUsage, msgWriteFailed, a.reason(err))
	}
	if err := oss403test.Serve(ctx, listener, options...); err != nil {
		return a.failf(exitUsage, msgServeFailed, a.reason(err))
	}
	return nil
}

// writeCertificate writes what clients have to trust. Without a name it takes a temporary file, says
// which, and returns what removes it.
func (a *app) writeCertificate(name string) (remove func(), err error) {
	remove = func() {}
	if name == "" {
		var f *os.File
		if f, err = os.CreateTemp("", "oss403-ca-*.pem"); err == nil {
			name = f.Name()
			remove = func() { _ = os.Remove(name) } // the system's to clean up otherwise
			err = f.Close()
			a.warn(failure{message: a.say(msgCertificate, name)})
		}
	}
	if err == nil {
		err = os.WriteFile(name, oss403test.CertPEM(), 0o644)
	}
	if err != nil {
		remove()
		return nil, a.failf(exitUsage, msgCannotWrite, masked(name), a.reason(err))
	}
	return remove, nil
}

// handler answers each request with a 403 of the kind, or of the one that the request names.
func (a *app) handler(k oss403.Kind) http.Handler {
	return a.named(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { refuse(w, r, k) }))
}

// named answers a request with the kind that it names, and leaves one that names none to next.
func (a *app) named(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.Header.Get("X-Oss403-Kind")
		if rest, ok := strings.CutPrefix(r.URL.Path, "/_kind/"); ok {
			name, r.URL.Path, _ = strings.Cut(rest, "/")
			r.URL.Path = "/" + r.URL.Path
		}
		if name == "" {
			next.ServeHTTP(w, r)
			return
		}
		k, ok := findKind(name)
		if !ok {
			http.Error(w, "oss403: "+a.noKind(name), http.StatusBadRequest)
			return
		}
		refuse(w, r, k)
	})
}

// refuse answers a request with a 403 of the kind, as of now.
func refuse(w http.ResponseWriter, r *http.Request, k oss403.Kind) {
	now := time.Now()
	resp := oss403test.Response(r, k, oss403test.RequestID(newRequestID()), oss403test.ServerTime(now),
		oss403test.RequestTime(now.Add(-20*time.Minute)), oss403test.Expires(now.Add(-time.Hour)))
	for name, values := range resp.Header {
		w.Header()[name] = values
	}
	w.WriteHeader(resp.StatusCode)
	_, _ = io.Copy(w, resp.Body) // the client may be gone
}

func findKind(name string) (oss403.Kind, bool) {
	for k := range allKinds() {
		if strings.EqualFold(string(k), name) {
			return k, true
		}
	}
	return "", false
}

func kindNames() []string {
	var list []string
	for k := range allKinds() {
		list = append(list, string(k))
	}
	return list
}

func (a *app) noKind(name string) string {
	s := a.say(msgNoKind, quote(name))
	if near := suggest(name, kindNames()); len(near) > 0 {
		s += "\n" + a.say(msgDidYouMean) + "\n  " + strings.Join(near, "\n  ")
	}
	return s + "\n" + a.say(msgSeeList)
}

func newRequestID() string {
	const digits = "0123456789ABCDEF"
	id := make([]byte, 24)
	for i := range id {
		id[i] = digits[rand.IntN(len(digits))]
	}
	return string(id)
}
