package main

import (
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
	"github.com/spf13/cobra"
)

func (a *app) serveCommand() *cobra.Command {
	var kind, addr string
	cmd := &cobra.Command{
		Use:     "serve",
		Short:   a.say(msgServeShort),
		Long:    a.say(msgServeLong),
		Example: a.say(msgServeExample),
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			k, ok := findKind(kind)
			if !ok {
				return failure{exitUsage, a.noKind(kind)}
			}
			ctx, stop := interruptible(cmd.Context())
			defer stop()
			return a.listen(ctx, addr, "", a.handler(k))
		},
	}
	cmd.Flags().StringVar(&kind, "kind", string(oss403.KindAccessDeniedUnspecified), a.say(msgFlagKind))
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:0", a.say(msgFlagAddr))
	_ = cmd.RegisterFlagCompletionFunc("kind", func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return kindNames(), cobra.ShellCompDirectiveNoFileComp
	})
	return cmd
}

// listen serves until ctx ends. It prints the address first, with the path to open.
func (a *app) listen(ctx context.Context, addr, path string, handler http.Handler) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		var opErr *net.OpError
		if errors.As(err, &opErr) {
			err = opErr.Err
		}
		return a.failf(exitUsage, msgCannotServe, masked(addr), masked(err.Error()))
	}
	a.print("http://" + listener.Addr().String() + path)
	if err := a.out.Flush(); err != nil {
		_ = listener.Close()
		return a.failf(exitUsage, msgWriteFailed, reason(err))
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		wait, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		if server.Shutdown(wait) != nil {
			_ = server.Close()
		}
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return a.failf(exitUsage, msgServeFailed, visible(err.Error()))
	}
	<-stopped
	return nil
}

// handler answers each request with a 403 of the kind, or of the one that the request names.
func (a *app) handler(k oss403.Kind) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		k, name := k, r.Header.Get("X-Oss403-Kind")
		if rest, ok := strings.CutPrefix(r.URL.Path, "/_kind/"); ok {
			name, r.URL.Path, _ = strings.Cut(rest, "/")
			r.URL.Path = "/" + r.URL.Path
		}
		if name != "" {
			var ok bool
			if k, ok = findKind(name); !ok {
				http.Error(w, "oss403: "+a.noKind(name), http.StatusBadRequest)
				return
			}
		}
		now := time.Now()
		resp := oss403test.Response(r, k, oss403test.RequestID(newRequestID()), oss403test.ServerTime(now),
			oss403test.RequestTime(now.Add(-20*time.Minute)), oss403test.Expires(now.Add(-time.Hour)))
		for name, values := range resp.Header {
			w.Header()[name] = values
		}
		w.WriteHeader(resp.StatusCode)
		_, _ = io.Copy(w, resp.Body) // the client may be gone
	})
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
