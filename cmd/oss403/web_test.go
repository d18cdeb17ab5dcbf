package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/cmd/oss403site/site"
)

// TestWeb: the address that web prints serves the page in the user's language, and explains.
func TestWeb(t *testing.T) {
	for lang, want := range map[oss403.Lang][2]string{
		oss403.English: {`<html lang="en">`, "The account behind the request"},
		oss403.Chinese: {`<html lang="zh-CN">`, "账号"},
	} {
		r, w := io.Pipe()
		a := &app{out: bufio.NewWriter(w), err: io.Discard, lang: lang}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan int)
		go func() { done <- a.run(ctx, []string{"web", "--lang", string(lang)}) }()
		address, err := bufio.NewReader(r).ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		address = strings.TrimSpace(address)
		if body := get(t, http.MethodGet, address, ""); !strings.Contains(body, want[0]) {
			t.Errorf("%s: %.200s", address, body)
		}
		root, _, _ := strings.Cut(strings.TrimPrefix(address, "http://"), "/")
		body := get(t, http.MethodPost, "http://"+root+"/explain?lang="+string(lang), `oss: service returned error: StatusCode=403, ErrorCode=UserDisable, ErrorMessage="UserDisable", RequestId=684B00C0FFEE00C0FFEE0001`)
		if !strings.Contains(body, `"kind":"UserDisabled"`) || !strings.Contains(body, want[1]) {
			t.Errorf("%s: %s", lang, body)
		}
		cancel()
		if status := <-done; status != exitOK {
			t.Errorf("status %d", status)
		}
	}
}

func get(t *testing.T, method, url, body string) string {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("%s: %d %v", url, resp.StatusCode, err)
	}
	return string(data)
}

// TestWebAddress: nobody else's machine is let in.
func TestWebAddress(t *testing.T) {
	for _, addr := range []string{"0.0.0.0:0", ":0", "192.0.2.1:80", "example.com:80", "nonsense", "[::]:0"} {
		if out, status := runTool(t, "", "web", "--addr", addr); status != exitUsage || !strings.Contains(out, "loopback") {
			t.Errorf("%s: %d %s", addr, status, out)
		}
	}
	for _, addr := range []string{"127.0.0.1:0", "localhost:8403", "[::1]:0", "127.0.0.2:1"} {
		if !site.IsLoopback(addr) {
			t.Error(addr)
		}
	}
}
