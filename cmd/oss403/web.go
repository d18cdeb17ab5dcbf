package main

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/cmd/oss403site/site"
	"github.com/spf13/cobra"
)

var (
	msgWebShort = message{"Serve the page: the catalog with a search, and a box to paste a 403 into", "在浏览器中使用：查询全部类型，或粘贴 403 查看解释"}
	msgWebLong  = message{
		`Serve a page on the loopback interface: the catalog with a search, a page for
each kind and each EC, and a box that explains what is pasted into it. The
address is printed first; open it in a browser. Stop it with Ctrl-C.

What is pasted goes to this command and no further. Other machines are not
answered, nor are the pages of other sites.`,
		`在本机回环地址上提供网页：可搜索全部类型，每个类型和每个 EC 各有一页，还可以粘贴 403 查看解释。启动后先打印地址，请用浏览器打开。按 Ctrl-C 停止。

粘贴的内容只会交给本命令，不会传到别处。不响应其他机器的请求，也不响应其他网站页面发起的请求。`,
	}
	msgWebExample = message{
		`  oss403 web
  oss403 web --addr 127.0.0.1:8403`,
		`  oss403 web
  oss403 web --addr 127.0.0.1:8403`,
	}
	msgNotLoopback = message{
		"%s is not an address of this machine alone: web listens on the loopback interface, as in 127.0.0.1:8403",
		"%s 不是本机回环地址：web 只在回环地址上监听，例如 127.0.0.1:8403",
	}
)

func (a *app) webCommand() *cobra.Command {
	var addr string
	cmd := &cobra.Command{
		Use:     "web",
		Short:   a.say(msgWebShort),
		Long:    a.say(msgWebLong),
		Example: a.say(msgWebExample),
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !site.IsLoopback(addr) {
				return a.failf(exitUsage, msgNotLoopback, quote(addr))
			}
			handler, err := site.Handler()
			if err != nil {
				return a.failf(exitUsage, msgServeFailed, a.reason(err))
			}
			ctx, stop := interruptible(cmd.Context())
			defer stop()
			return a.web(ctx, addr, handler)
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:0", a.say(msgFlagAddr))
	return cmd
}

// web serves until ctx ends. It prints the address first, of the page in the user's language.
func (a *app) web(ctx context.Context, addr string, handler http.Handler) error {
	listener, err := a.bind(addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	path := "/"
	if a.lang == oss403.Chinese {
		path = "/zh/"
	}
	a.print("http://" + listener.Addr().String() + path)
	if err := a.out.Flush(); err != nil {
		return a.failf(exitUsage, msgWriteFailed, a.reason(err))
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		_ = server.Close() // a browser keeps connections open that nothing waits for
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return a.failf(exitUsage, msgServeFailed, a.reason(err))
	}
	<-stopped
	return nil
}
