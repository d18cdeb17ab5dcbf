package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/oss403/oss403/compat/trial"
)

// program is one that people use with OSS.
type program struct {
	name      string
	installed func() bool // nil: it is part of this one
	prints    bool        // its get prints the object, and its list the keys
	do        func(s *session, operation string) (printed string, err error)
	presign   func(s *session) (url string, err error) // nil: the mistakes are not made with it
	known     string                                   // what it prints where it fails with OSS as well
	asks      string                                   // the operation that gets the 403s; "": get
}

// errNot says that a program has no such operation.
var errNot = errors.New("no such operation")

// session is a program at work on a server.
type session struct {
	dir         string
	url         string // of the server
	endpoint    string // what the program is told: the server's URL, or a host of OSS behind the server as a proxy
	account     trial.Account
	key         string
	small, big  string // files
	env         []string
	stop        []func()
	registryURL string
}

func newSession(p program, dir, url string, a trial.Account, host bool) (*session, error) {
	dir, err := os.MkdirTemp(dir, strings.ReplaceAll(p.name, "/", "-")+"-")
	if err != nil {
		return nil, err
	}
	s := &session{dir: dir, url: url, endpoint: url, account: a, key: "dir/a b.txt", small: filepath.Join(dir, "small"), big: filepath.Join(dir, "big")}
	if host {
		s.endpoint = "http://" + trial.Endpoint
	}
	if err := os.WriteFile(s.small, []byte(trial.Content), 0o600); err != nil {
		return nil, err
	}
	if err := os.WriteFile(s.big, bytes.Repeat([]byte("0123456789abcdef"), 7<<16), 0o600); err != nil { // 7 MiB
		return nil, err
	}
	s.env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "LC_ALL=C.UTF-8", "NODE_PATH=" + os.Getenv("NODE_PATH"),
		// Whatever a program calls besides ends at the server as well.
		"HTTP_PROXY=" + url, "http_proxy=" + url, "HTTPS_PROXY=" + url, "https_proxy=" + url, "NO_PROXY=127.0.0.1", "no_proxy=127.0.0.1",
		"ENDPOINT=" + s.endpoint, "PORT=" + url[strings.LastIndexByte(url, ':')+1:], "BUCKET=" + trial.Bucket, "ACCESS_KEY_ID=" + a.ID, "ACCESS_KEY_SECRET=" + a.Secret, "SECURITY_TOKEN=" + a.Token,
		"AWS_ACCESS_KEY_ID=" + a.ID, "AWS_SECRET_ACCESS_KEY=" + a.Secret, "AWS_EC2_METADATA_DISABLED=true", "AWS_DEFAULT_REGION=cn-hangzhou", "AWS_MAX_ATTEMPTS=1",
	}
	if a.Token != "" {
		s.env = append(s.env, "AWS_SESSION_TOKEN="+a.Token)
	}
	if host {
		s.env = append(s.env, "STYLE=virtual")
	}
	return s, nil
}

func (s *session) close() {
	for _, f := range s.stop {
		f()
	}
}

// clean takes out of a text what only this machine has.
func (s *session) clean(text string) string {
	return strings.ReplaceAll(text, s.dir, "/tmp")
}

// run runs a command and returns what it prints.
func (s *session) run(name string, args ...string) (string, error) {
	return s.runWith(nil, name, args...)
}

func (s *session) runWith(env []string, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = s.dir, append(s.env, env...)
	cmd.WaitDelay = time.Minute
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func onPath(names ...string) func() bool {
	return func() bool {
		for _, name := range names {
			if _, err := exec.LookPath(name); err != nil {
				return false
			}
		}
		return true
	}
}

// works says whether a command succeeds.
func works(name string, args ...string) func() bool {
	return func() bool { return exec.Command(name, args...).Run() == nil }
}

//go:embed oss.js
var ossJS string

//go:embed s3.py
var s3Python string

// python is Debian's, which has the Debian package of boto3.
const python = "/usr/bin/python3"

// programs returns all, the libraries first.
func programs() []program {
	return append(libraries(),
		program{"rclone", onPath("rclone"), true, rclone, func(s *session) (string, error) {
			return s.run("rclone", append(rcloneFlags(s), "link", "--expire", "60s", ":s3:"+trial.Bucket+"/"+s.key)...)
		}, "", ""},
		program{"restic", onPath("restic"), false, restic, nil, "", ""},
		// It takes the ETag for a sum in lower case: https://github.com/s3tools/s3cmd/issues/993.
		program{"s3cmd", onPath("s3cmd"), false, s3cmd, nil, "MD5 Sums don't match!", "list"},
		program{"awscli", works("aws", "--version"), true, awscli, nil, "", ""},
		scripted("boto3", "", works(python, "-c", "import boto3"), python, "s3.py", s3Python),
		scripted("ali-oss/V1", "", works("node", "-e", "require('ali-oss')"), "node", "oss.js", ossJS),
		scripted("ali-oss/V4", "V4=1", works("node", "-e", "require('ali-oss')"), "node", "oss.js", ossJS),
		program{"ossutil", onPath("ossutil"), true, ossutil, nil, "", ""},
		program{"registry", onPath("docker-registry"), false, registry, nil, "", ""},
	)
}

// scripted is a library of another language, with a script of its own.
func scripted(name, env string, installed func() bool, interpreter, file, script string) program {
	run := func(s *session, args ...string) (string, error) {
		path := filepath.Join(s.dir, file)
		if err := os.WriteFile(path, []byte(script), 0o600); err != nil {
			return "", err
		}
		return s.runWith([]string{env}, interpreter, append([]string{path}, args...)...)
	}
	return program{name, installed, true, func(s *session, operation string) (string, error) {
		switch operation {
		case "put":
			return run(s, operation, s.key, s.small)
		case "multipart":
			return run(s, operation, "dir/big", s.big)
		case "copy":
			return run(s, operation, "dir/copy", s.key)
		case "list":
			return run(s, operation, "dir/")
		}
		return run(s, operation, s.key)
	}, func(s *session) (string, error) { return run(s, "presign", s.key) }, "", ""}
}

func rcloneFlags(s *session) []string {
	flags := []string{"--config", "/dev/null", "--retries", "1", "--low-level-retries", "1", "--s3-provider", "Alibaba", "--s3-endpoint", s.endpoint,
		"--s3-region", "cn-hangzhou", "--s3-access-key-id", s.account.ID, "--s3-secret-access-key", s.account.Secret, "--s3-session-token", s.account.Token,
		"--s3-upload-cutoff", "5Mi", "--s3-chunk-size", "5Mi", "--s3-no-check-bucket"}
	return append(flags, fmt.Sprint("--s3-force-path-style=", s.endpoint == s.url))
}

func rclone(s *session, operation string) (string, error) {
	at := ":s3:" + trial.Bucket + "/"
	run := func(args ...string) (string, error) { return s.run("rclone", append(rcloneFlags(s), args...)...) }
	switch operation {
	case "put":
		return run("copyto", s.small, at+s.key)
	case "get":
		return run("cat", at+s.key)
	case "list":
		return run("lsf", "--recursive", ":s3:"+trial.Bucket)
	case "multipart":
		return run("copyto", s.big, at+"dir/big")
	case "copy":
		return run("copyto", at+s.key, at+"dir/copy")
	}
	return run("deletefile", at+s.key)
}

// restic keeps snapshots: put is a backup, get a restore, delete a prune. It packs what it uploads
// in single requests, and copies between repositories on its own.
func restic(s *session, operation string) (string, error) {
	run := func(args ...string) (string, error) {
		return s.runWith([]string{"RESTIC_PASSWORD=x", "RESTIC_REPOSITORY=s3:" + s.url + "/" + trial.Bucket + "/restic", "RESTIC_CACHE_DIR=" + filepath.Join(s.dir, "cache")}, "restic", append([]string{"--no-cache"}, args...)...)
	}
	switch operation {
	case "put":
		if _, err := run("cat", "config"); err != nil { // there is none yet
			if out, err := run("init"); err != nil {
				return out, err
			}
		}
		return run("backup", s.small, s.big)
	case "get":
		return run("restore", "latest", "--target", filepath.Join(s.dir, "restored"))
	case "list":
		return run("snapshots")
	case "delete":
		return run("forget", "latest", "--prune")
	}
	return "", errNot
}

func s3cmd(s *session, operation string) (string, error) {
	host := strings.TrimPrefix(s.url, "http://")
	run := func(args ...string) (string, error) {
		return s.run("s3cmd", append([]string{"--config=/dev/null", "--no-ssl", "--host=" + host, "--host-bucket=" + host, "--region=cn-hangzhou",
			"--access_key=" + s.account.ID, "--secret_key=" + s.account.Secret, "--multipart-chunk-size-mb=5"}, args...)...)
	}
	at := "s3://" + trial.Bucket + "/"
	switch operation {
	case "put":
		return run("put", s.small, at+s.key)
	case "get":
		return run("get", "--force", at+s.key, filepath.Join(s.dir, "got"))
	case "list":
		return run("ls", "--recursive", at)
	case "multipart":
		return run("put", s.big, at+"dir/big")
	case "copy":
		return run("cp", at+s.key, at+"dir/copy")
	}
	return run("del", at+s.key)
}

func awscli(s *session, operation string) (string, error) {
	run := func(args ...string) (string, error) {
		return s.run("aws", append([]string{"--endpoint-url", s.url, "s3"}, args...)...)
	}
	at := "s3://" + trial.Bucket + "/"
	switch operation {
	case "put":
		return run("cp", s.small, at+s.key)
	case "get": // cp asks for the HEAD first, of which it shows no more than the status
		return s.run("aws", "--endpoint-url", s.url, "s3api", "get-object", "--bucket", trial.Bucket, "--key", s.key, "/dev/stdout")
	case "list":
		return run("ls", "--recursive", at)
	case "multipart":
		out, err := s.run("aws", "configure", "set", "default.s3.multipart_threshold", "5MB")
		if err != nil {
			return out, err
		}
		return run("cp", s.big, at+"dir/big")
	case "copy":
		return run("cp", at+s.key, at+"dir/copy")
	}
	return run("rm", at+s.key)
}

func ossutil(s *session, operation string) (string, error) {
	config := filepath.Join(s.dir, "ossutilconfig")
	if err := os.WriteFile(config, []byte("[Credentials]\nlanguage=EN\n"), 0o600); err != nil {
		return "", err
	}
	run := func(args ...string) (string, error) {
		return s.run("ossutil", append(args, "--config-file", config, "--endpoint", s.url, "--access-key-id", s.account.ID, "--access-key-secret", s.account.Secret)...)
	}
	copying := []string{"--retry-times", "1", "--bigfile-threshold", "5000000", "--part-size", "1000000", "--output-dir", s.dir, "--checkpoint-dir", filepath.Join(s.dir, "checkpoint"), "-f"}
	at := "oss://" + trial.Bucket + "/"
	switch operation {
	case "put":
		return run(append([]string{"cp", s.small, at + s.key}, copying...)...)
	case "get":
		return run("cat", at+s.key)
	case "list":
		return run("ls", at)
	case "multipart":
		return run(append([]string{"cp", s.big, at + "dir/big"}, copying...)...)
	case "copy":
		return run(append([]string{"cp", at + s.key, at + "dir/copy"}, copying...)...)
	}
	return run("rm", at+s.key, "-f")
}

// free returns a port that nobody listens on.
func free() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}

// waitFor waits until a server answers.
func waitFor(url string) error {
	for range 100 {
		if resp, err := http.Get(url); err == nil {
			_ = resp.Body.Close() // it is there
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return fmt.Errorf("%s does not answer", url)
}
