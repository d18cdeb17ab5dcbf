package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"flag"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write CATALOG.md, CATALOG.zh-CN.md and the scripts' outputs")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"oss403": main})
}

// TestScripts runs testdata/script: every command, its errors and exit statuses.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("LC_ALL", "C")
			return nil
		},
	})
}

// TestCatalogFiles: the catalog in the repository is what list makes of it.
func TestCatalogFiles(t *testing.T) {
	for name, lang := range map[string]string{"CATALOG.md": "en", "CATALOG.zh-CN.md": "zh"} {
		out, status := runTool(t, "", "list", "--markdown", "--lang", lang)
		if status != exitOK {
			t.Fatal(status, out)
		}
		path := filepath.Join("..", "..", name)
		if *update {
			if err := os.WriteFile(path, []byte(out), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if have, err := os.ReadFile(path); err != nil || string(have) != out {
			t.Errorf("%s is stale: go -C cmd/oss403 test . -run CatalogFiles -update", name)
		}
	}
}

// runTool runs the command in this process, with a text as its standard input.
func runTool(t *testing.T, stdin string, args ...string) (out string, status int) {
	t.Helper()
	in, err := os.CreateTemp(t.TempDir(), "stdin")
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if _, err := in.WriteString(stdin); err != nil {
		t.Fatal(err)
	}
	if _, err := in.Seek(0, 0); err != nil {
		t.Fatal(err)
	}
	var stdout bytes.Buffer
	a := &app{in: in, stdout: &stdout, out: bufio.NewWriter(&stdout), err: &stdout, getenv: os.Getenv, lang: langOf(args, func(string) string { return "" })}
	status = a.run(context.Background(), args)
	return stdout.String(), status
}

// TestExplainCases: explain gives the kind of each case of testdata/403 that shows it without its
// request.
func TestExplainCases(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/403/*.txtar")
	if err != nil || len(paths) < 100 {
		t.Fatal(len(paths), err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data), "-- request --") {
			continue
		}
		_, text, _ := strings.Cut(string(data), "-- answer --\n")
		text, _, _ = strings.Cut(text, "-- want --")
		kind, _, _ := strings.Cut(strings.TrimSuffix(filepath.Base(path), ".txtar"), "-")
		for _, lang := range []string{"en", "zh"} {
			out, status := runTool(t, text, "explain", "--lang", lang)
			if status != exitOK || !strings.Contains(out, kind) {
				t.Errorf("%s: status %d: %s", path, status, out)
			}
		}
	}
}

// TestServeKinds: explain, on what curl -i prints of serve's answer, gives the kind that was asked
// for. What something in front of OSS answers shows no sign of OSS in a text.
func TestServeKinds(t *testing.T) {
	h := (&app{}).handler(oss403.KindUnknown)
	for kind := range oss403.Kinds() {
		if kind == oss403.KindIntermediary {
			continue
		}
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			req := httptest.NewRequest(method, "http://examplebucket.oss-cn-hangzhou.aliyuncs.com/notes.txt", nil)
			req.Header.Set("X-Oss403-Kind", string(kind))
			w := httptest.NewRecorder()
			h.ServeHTTP(w, req)
			dump, err := httputil.DumpResponse(w.Result(), true)
			if err != nil {
				t.Fatal(err)
			}
			out, status := runTool(t, string(dump), "explain", "--json")
			if status != exitOK || !strings.Contains(out, `"kind": "`+string(kind)+`"`) {
				t.Errorf("%s %s: status %d: %s\n%s", method, kind, status, out, dump)
			}
		}
	}
}

// TestStatus: the exit statuses, and what is said of what fails.
func TestStatus(t *testing.T) {
	dir := t.TempDir()
	binary := filepath.Join(dir, "binary")
	if err := os.WriteFile(binary, []byte("\x7fELF\x00\x01\x02"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		stdin  string
		args   []string
		status int
		want   string
	}{
		{"oss: service returned error: StatusCode=403, ErrorCode=UserDisable, ErrorMessage=\"UserDisable\", RequestId=684B00C0FFEE00C0FFEE0001", []string{"explain"}, exitOK, "UserDisabled"},
		{"oss: service returned error: StatusCode=404, ErrorCode=NoSuchKey, ErrorMessage=\"The specified key does not exist.\", RequestId=684B00C0FFEE00C0FFEE0001", []string{"explain"}, exitNone, "404 NoSuchKey"},
		{"nothing to see", []string{"explain"}, exitNone, "no 403 of OSS"},
		{"", []string{"explain"}, exitUsage, "empty"},
		{"", []string{"explain", filepath.Join(dir, "absent")}, exitUsage, "no such file"},
		{"", []string{"explain", dir}, exitUsage, "is a directory"},
		{"", []string{"explain", binary}, exitUsage, "not a text"},
		{strings.Repeat("x", maxInput+1), []string{"explain"}, exitUsage, "scan"},
		{"", []string{"explain", "a", "b"}, exitNone, "not in the catalog"},
		{"", []string{"explian"}, exitUsage, "explain"},
		{"", []string{"lookup", "EndpointMismatch"}, exitOK, "EndpointMismatch"},
		{"", []string{"lookup", "0003-00001403"}, exitOK, "EndpointMismatch"},
		{"", []string{"lookup", "SecondLevelDomainForbidden"}, exitOK, "ThirdLevelDomainRequired"},
		{"", []string{"lookup", "bucket", "acl"}, exitOK, "BucketACLDenied"},
		{"", []string{"lookup", "EndpointMismtach"}, exitNone, "EndpointMismatch"},
		{"", []string{"lookup"}, exitUsage, ""},
		{"", []string{"list"}, exitOK, "EndpointMismatch"},
		{"", []string{"list", "--json"}, exitOK, `"EndpointMismatch"`},
		{"", []string{"serve", "--kind", "EndpointMismtach"}, exitUsage, "EndpointMismatch"},
		{"", []string{"scan", filepath.Join(dir, "absent")}, exitUsage, "no such file"},
		{"", []string{"scan", binary}, exitUsage, "not a text"},
		{"quiet\nlog\n", []string{"scan"}, exitNone, "2 lines"},
		{"", []string{"version"}, exitOK, "oss403"},
		{"", []string{"list", "--lang", "fr"}, exitUsage, "en or zh"},
	} {
		out, status := runTool(t, test.stdin, test.args...)
		if status != test.status || !strings.Contains(out, test.want) {
			t.Errorf("oss403 %s: status %d, want %d: %.300s", strings.Join(test.args, " "), status, test.status, out)
		}
	}
}

// TestEdges: what is taken for what, and what is said of it.
func TestEdges(t *testing.T) {
	v1 := func(code, id string) string {
		return "oss: service returned error: StatusCode=403, ErrorCode=" + code + ", ErrorMessage=\"\", RequestId=684B00C0FFEE00C0FFEE000" + id + "\n"
	}
	many := v1("UserDisable", "1") + v1("InvalidAccessKeyId", "2") + v1("SignatureDoesNotMatch", "3") + v1("RequestTimeTooSkewed", "4") + v1("SecurityTokenExpired", "5")
	for _, test := range []struct {
		stdin      string
		args       []string
		status     int
		want, dont string
	}{
		{"", []string{"explain", "absent.md"}, exitUsage, "no such file", ""},
		{"", []string{"explain", "--show-diagnostic", "EndpointMismatch"}, exitNone, "no EncodedDiagnosticMessage", "endpoint"},
		{"one\ntwo\n" + v1("UserDisable", "1"), []string{"explain", "--json"}, exitOK, `"line": 3`, ""},
		{"", []string{"scan", v1("UserDisable", "1")}, exitUsage, "is a text, not the name of a file", ""},
		{"", []string{"scan", "my absent.log"}, exitUsage, `"my absent.log": no such file`, ""},
		{"", []string{"scan", "absent.log"}, exitUsage, "absent.log: no such file", `"absent.log"`},
		{"AccessDenied: Access Denied", []string{"explain", "--json"}, exitOK, `"assumed": true`, ""},
		{v1("UserDisable", "1"), []string{"explain", "--json"}, exitOK, "UserDisabled", "assumed"},
		{many + v1("InvalidAccessKeyId", "6"), []string{"explain"}, exitOK, "+5 more: Unknown, SignatureMismatch, ClockSkew, SecurityTokenExpired (", "…"},
		{many + v1("InvalidSecurityToken", "6") + v1("KmsServiceNotEnabled", "7") + v1("InvalidObjectState", "8"), []string{"explain"}, exitOK, "SecurityTokenExpired, SecurityTokenInvalid, … (", ""},
	} {
		out, status := runTool(t, test.stdin, test.args...)
		if status != test.status || !strings.Contains(out, test.want) || test.dont != "" && strings.Contains(out, test.dont) {
			t.Errorf("oss403 %s: status %d, want %d, %q, not %q: %s", strings.Join(test.args, " "), status, test.status, test.want, test.dont, out)
		}
	}
}

// TestLangOf: the flag decides, in front of --, else the locale, by the first variable that is set.
func TestLangOf(t *testing.T) {
	env := func(vars ...string) func(string) string {
		return func(name string) string {
			for i := 0; i+1 < len(vars); i += 2 {
				if vars[i] == name {
					return vars[i+1]
				}
			}
			return ""
		}
	}
	for _, test := range []struct {
		args string
		env  func(string) string
		want oss403.Lang
	}{
		{"explain", env(), oss403.English},
		{"explain --lang zh", env(), oss403.Chinese},
		{"explain --lang=ZH-cn", env(), oss403.Chinese},
		{"explain --lang=en", env("LANG", "zh_CN.UTF-8"), oss403.English},
		{"explain -- --lang zh", env(), oss403.English},
		{"explain", env("LANG", "zh_CN.UTF-8"), oss403.Chinese},
		{"explain", env("LC_MESSAGES", "zh_CN.UTF-8", "LANG", "en_US.UTF-8"), oss403.Chinese},
		{"explain", env("LC_ALL", "C", "LC_MESSAGES", "zh_CN.UTF-8"), oss403.English},
		{"explain --lang fr", env("LANG", "zh_CN.UTF-8"), oss403.Chinese},
	} {
		if got := langOf(strings.Fields(test.args), test.env); got != test.want {
			t.Errorf("%s: %s, want %s", test.args, got, test.want)
		}
	}
}

// TestChinese: help and errors of usage are Chinese, those of cobra as well.
func TestChinese(t *testing.T) {
	for _, args := range []string{
		"--help", "--help --lang=zh", "help", "explain --help", "lookup --help", "list --help", "scan --help", "serve --help", "web --help", "version --help",
		"help --help", "completion --help", "completion bash --help", "completion fish --help", "completion powershell --help", "completion zsh --help",
		"explian", "help explian", "list x", "explain a b", "list --foo", "list -x", "list --json --markdown", "list --json=x", "list --=x", "list --lang", "serve --kind",
		"presign --help", "mcp --help", "web --help", "presign", "presign https://example.com/", "scan absent.log", "scan .", "scan *.absent", "scan --by moon", "scan --since x", "scan --kind x",
		"scan --fail-on x", "scan --format x", "scan --json --format sarif", "scan --top x", "scan --policy=x", "--color x", "list --category x", "list --code x", "lookup zzzz", "explain --secret-env AbCdEfGhIj0", "explain --secret-env ABSENT", "scna",
		"684B00C0FFEE00C0FFEE0001", "https://b.oss-cn-hangzhou.aliyuncs.com/k", "403", "explain --show-diagnostic --redact", "absent.txt",
	} {
		out, _ := runTool(t, "", append([]string{"--lang", "zh"}, strings.Fields(args)...)...)
		for _, line := range strings.Split(out, "\n") {
			isExample := strings.HasPrefix(line, "\t") || strings.HasPrefix(line, "  oss403") || strings.HasPrefix(line, "  curl") || strings.HasPrefix(line, "  kubectl")
			if !isExample && englishWords.MatchString(line) || strings.Contains(line, "default") {
				t.Errorf("oss403 %s: %s", args, line)
			}
		}
	}
	if out, status := runTool(t, "", "--help", "--lang", "zh"); status != exitOK || !strings.Contains(out, "用法：") {
		t.Errorf("--help --lang zh: status %d: %s", status, out)
	}
}

var englishWords = regexp.MustCompile(`[A-Za-z]+ [a-z]+ [a-z]+`)

// TestWordsOfReport: the command names the retry and who can act as a report does.
func TestWordsOfReport(t *testing.T) {
	for _, lang := range []oss403.Lang{oss403.English, oss403.Chinese} {
		a := &app{lang: lang}
		for kind := range oss403.Kinds() {
			e := oss403test.Error(kind)
			x, report := e.Explain(lang), e.Report(lang)
			for _, line := range []string{a.say(msgWhatToDo), a.say(msgRetryLine, a.retry(x.Remedy.Retry)), a.say(msgActorLine, a.actor(x.Remedy.Actor)), a.say(msgDocs)} {
				if !strings.Contains(report, "\n"+line+"\n") {
					t.Errorf("%s: no line %q in\n%s", kind, line, report)
				}
			}
		}
	}
}

// TestScan: a log with several kinds, single and multi-line errors, one of them twice.
func TestScan(t *testing.T) {
	var log strings.Builder
	line := func(i int, text string) {
		log.WriteString("2026-03-05T10:11:" + string(rune('0'+i/10)) + string(rune('0'+i%10)) + "Z app: " + text + "\n")
	}
	v1 := func(code, message, id string) string {
		return "oss: service returned error: StatusCode=403, ErrorCode=" + code + ", ErrorMessage=\"" + message + "\", RequestId=" + id
	}
	line(1, "started")
	line(2, v1("AccessDenied", "Access denied by authorizer's policy.", "684B00C0FFEE00C0FFEE0001"))
	line(3, v1("AccessDenied", "Access denied by authorizer's policy.", "684B00C0FFEE00C0FFEE0001")+" (logged again)")
	line(4, "work 200 OK")
	line(5, v1("UserDisable", "UserDisable", "684B00C0FFEE00C0FFEE0002"))
	line(6, v1("UserDisable", "UserDisable", "684B00C0FFEE00C0FFEE0003"))
	log.WriteString("<Error>\n  <Code>AccessDenied</Code>\n  <Message>Something new.</Message>\n  <RequestId>684B00C0FFEE00C0FFEE0004</RequestId>\n</Error>\n")
	line(7, "oss: service returned error: StatusCode=404, ErrorCode=NoSuchKey, ErrorMessage=\"The specified key does not exist.\", RequestId=684B00C0FFEE00C0FFEE0005")
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	if _, err := z.Write([]byte(log.String())); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, input := range map[string]string{"plain": log.String(), "gzip": zipped.String()} {
		out, status := runTool(t, input, "scan", "--json")
		want := []string{`"kind":"UserDisabled"`, `"count":2`, `"line":5`, `"line":6`, `"kind":"SessionPolicyDenied"`, `"count":1`, `"kind":"Unknown"`, `"line":7`, `"unplaced":1`, `"total":4`, `"lines":12`}
		for _, w := range want {
			if status != exitOK || !strings.Contains(out, w) {
				t.Errorf("%s: status %d, no %s in\n%s", name, status, w, out)
			}
		}
		if first, _, _ := strings.Cut(out, "\n"); !strings.Contains(first, "UserDisabled") {
			t.Errorf("%s: the most frequent is not first:\n%s", name, out)
		}
	}
}
