package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/oss403/oss403"
)

// running is serve with arguments.
type running struct {
	url    string
	client *http.Client
	stop   func() (status int, stderr string)
	stderr *locked
}

// locked is a buffer for several goroutines.
type locked struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *locked) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *locked) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// startServe runs serve until stop is called. Its URL is the first line that it prints.
func startServe(t *testing.T, args ...string) *running {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr locked
	a := &app{out: bufio.NewWriter(w), err: &stderr}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan int, 1)
	go func() { done <- a.run(ctx, append([]string{"serve"}, args...)) }()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatal(err, stderr.String())
	}
	s := &running{url: strings.TrimSpace(line), client: &http.Client{Transport: &http.Transport{}}, stderr: &stderr}
	s.stop = sync.OnceValues(func() (int, string) {
		cancel()
		status := <-done
		_ = w.Close() // the server has ended
		s.client.CloseIdleConnections()
		return status, stderr.String()
	})
	t.Cleanup(func() { s.stop() })
	return s
}

// do sends a request and returns the status and the body.
func (s *running) do(t *testing.T, method, path, body string) (int, string) {
	t.Helper()
	req, err := http.NewRequest(method, s.url+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	resp, err := s.client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(data)
}

// want sends requests, each "METHOD PATH STATUS part of the body".
func (s *running) want(t *testing.T, lines ...string) {
	t.Helper()
	for _, line := range lines {
		f := strings.SplitN(line, " ", 4)
		status, body := s.do(t, f[0], f[1], "hello")
		if strconv.Itoa(status) != f[2] || !strings.Contains(body, f[3]) {
			t.Errorf("%s: %d %s", line, status, body)
		}
	}
}

func TestServe(t *testing.T) {
	s := startServe(t, "--kind", "KMSForbidden")
	s.want(t, "GET /photos/a 403 kms", "PUT / 403 kms", "GET /_kind/accountoverdue/photos/a 403 indebted", "GET /_kind/nonsense/ 400 no kind")
	if status, stderr := s.stop(); status != exitOK || stderr != "" {
		t.Errorf("status %d, %q", status, stderr)
	}

	s = startServe(t, "--store")
	s.want(t, "PUT /photos/a 200 ", "GET /photos/a 200 hello", "GET /photos/?list-type=2 200 <Key>a</Key>", "GET /_kind/UserDisabled/photos/a 403 UserDisable")

	s = startServe(t, "--rule", "PUT:reports/:AccountOverdue:2", "--rule", "get::UserDisabled:", "--rule", "::KMSForbidden:5")
	s.want(t, "PUT /photos/reports/1 200 ", "PUT /photos/reports/2 403 indebted", "PUT /photos/reports/3 200 ", "GET /photos/reports/1 403 UserDisable", "PUT /photos/x 403 kms", "PUT /photos/x 200 ")
	if _, stderr := s.stop(); strings.Count(stderr, "\n") != 3 || !strings.Contains(stderr, "oss403: PUT /photos/reports/2: the account ") {
		t.Errorf("%q", stderr)
	}

	s = startServe(t, "--rule", "PUT:a:b:AccountOverdue", "--kind", "UserDisabled")
	s.want(t, "PUT /photos/a:b 403 indebted", "PUT /photos/a 403 UserDisable")

	s = startServe(t, "--credentials", "LTAI5tExampleExampleKey1:secret", "--credentials", "STS.Example:secret:token:with=colons")
	s.want(t, "GET /photos/a 403 bucket", "GET /photos/a?OSSAccessKeyId=STS.Example&Expires=9999999999&Signature=x 403 Security Token")
	_, stderr := s.stop()
	if !strings.Contains(stderr, "kind="+string(oss403.KindBucketACLDenied)) {
		t.Errorf("%q", stderr)
	}
}

func TestServeTLS(t *testing.T) {
	ca := filepath.Join(t.TempDir(), "ca.pem")
	s := startServe(t, "--store", "--tls", "--ca", ca)
	if !strings.HasPrefix(s.url, "https://127.0.0.1:") {
		t.Fatal(s.url)
	}
	data, err := os.ReadFile(ca)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(data)
	s.client.Transport = &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}}
	s.want(t, "PUT /photos/a 200 ", "GET /photos/a 200 hello")
	s.url = strings.Replace(s.url, "https", "http", 1)
	s.want(t, "GET /photos/a 200 hello")

	s = startServe(t, "--tls")
	_, name, ok := strings.Cut(strings.TrimSpace(s.stderr.String()), "certificate in ")
	if !ok {
		t.Fatal(s.stderr.String())
	}
	if _, err := os.Stat(name); err != nil {
		t.Error(err)
	}
	s.stop()
	if _, err := os.Stat(name); !os.IsNotExist(err) {
		t.Errorf("%s is still there: %v", name, err)
	}
}
