package oss403_test

import (
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

// TestTidy fails when a kind lacks something that every kind has.
func TestTidy(t *testing.T) {
	cases := map[string]bool{}
	for _, path := range casePaths(t) {
		name, _, _ := strings.Cut(strings.TrimSuffix(filepath.Base(path), ".txtar"), "-")
		cases[name] = true
	}
	kinds := slices.Collect(oss403.Kinds())
	if !slices.IsSortedFunc(kinds, func(a, b oss403.Kind) int {
		return strings.Compare(strings.ToLower(string(a)), strings.ToLower(string(b)))
	}) {
		t.Error("kinds are not sorted")
	}
	if slices.Contains(kinds, oss403.KindUnknown) {
		t.Error("Kinds has KindUnknown")
	}
	unknown := oss403.KindUnknown.Explain(oss403.English)
	for _, k := range append(kinds, oss403.KindUnknown) {
		if k != oss403.KindUnknown {
			if k.Category() == oss403.CategoryUnknown || k.Category() == "" {
				t.Errorf("%s: no category", k)
			}
		}
		if !cases[string(k)] {
			t.Errorf("%s: no case in testdata/403", k)
		}
		x := k.Explain(oss403.English)
		if k != oss403.KindUnknown && x.Summary == unknown.Summary {
			t.Errorf("%s: no text", k)
		}
		if x.Summary == "" || x.Cause == "" || len(x.Remedy.Steps) == 0 {
			t.Errorf("%s: text without summary, cause or steps: %+v", k, x)
		}
		if len(x.Remedy.Docs) == 0 {
			t.Errorf("%s: no doc link", k)
		}
		if x.Remedy.Retry == "" || x.Remedy.Retry != k.Retry() {
			t.Errorf("%s: retry %q", k, x.Remedy.Retry)
		}
		if (x.Remedy.Actor == "") != (k == oss403.KindUnknown) {
			t.Errorf("%s: actor %q", k, x.Remedy.Actor)
		}
		if len(x.Findings) > 0 || x.Remedy.Policy != "" {
			t.Errorf("%s: evidence without an answer", k)
		}
		for _, s := range append([]string{x.Summary, x.Cause, (&oss403.Error{Kind: k}).Error()}, x.Remedy.Steps...) {
			checkSentence(t, k, s)
		}
		for _, d := range x.Remedy.Docs {
			checkDoc(t, d)
		}
	}
}

// checkSentence finds what an expansion left over.
func checkSentence(t *testing.T, k oss403.Kind, s string) {
	t.Helper()
	line := strings.HasPrefix(s, "oss403: ")
	if strings.ContainsAny(s, "[]|{}") || strings.Contains(s, "  ") || strings.Contains(s, " .") || strings.Contains(s, " ,") ||
		strings.Contains(s, "..") || strings.TrimSpace(s) != s || strings.ContainsAny(s, "—“”’") {
		t.Errorf("%s: %q", k, s)
	}
	if !line && (!strings.HasSuffix(s, ".") || s[0] >= 'a' && s[0] <= 'z') {
		t.Errorf("%s: no sentence: %q", k, s)
	}
}

var docHosts = []string{"www.alibabacloud.com", "alibabacloud.com", "help.aliyun.com"}

func checkDoc(t *testing.T, d oss403.Doc) {
	t.Helper()
	u, err := url.Parse(d.URL)
	if err != nil || u.Scheme != "https" || !slices.Contains(docHosts, u.Host) || d.Title == "" {
		t.Errorf("doc %+v", d)
	}
}

func TestTidyCatalog(t *testing.T) {
	type key struct{ code, message string }
	seen, ecs := map[key]bool{}, map[string]bool{}
	kinds := map[oss403.Kind]bool{}
	for e := range oss403.Catalog() {
		kinds[e.Kind] = true
		if e.Kind.Category() == oss403.CategoryUnknown {
			t.Errorf("%+v: no such kind", e)
		}
		if e.Message == "" && len(e.EC) == 1 && !seen[key{string(e.Code), ""}] && !isCodeOnly(e.Code) {
			if ecs[e.EC[0]] {
				t.Errorf("EC %s stands twice", e.EC[0])
			}
			ecs[e.EC[0]] = true
			continue
		}
		if e.Message == "" && ecs[first(e.EC)] {
			continue
		}
		k := key{string(e.Code), e.Message}
		if seen[k] && e.Message != "" {
			t.Errorf("%v stands twice", k)
		}
		seen[k] = true
		if strings.Contains(e.Message, "{") != e.Template {
			t.Errorf("%v: Template is %v", k, e.Template)
		}
		for _, r := range e.Message {
			if r < ' ' || r > '~' {
				t.Errorf("%v: %q in the message", k, r)
			}
		}
		if strings.Contains(e.Message, "  ") {
			t.Errorf("%v: two spaces", k)
		}
	}
	for k := range oss403.Kinds() {
		switch k {
		case oss403.KindIntermediary, oss403.KindControlPolicyDenied, oss403.KindAssumeRolePolicyDenied: // by the answer, by AccessDeniedDetail
		default:
			if !kinds[k] {
				t.Errorf("%s: not in the catalog", k)
			}
		}
	}
}

func isCodeOnly(c oss403.Code) bool {
	return c == oss403.CodeCnameIsForbidden || c == oss403.CodeCnameIsRisk
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// TestTidyLinks: every address in the sources and documents is https on a host we know.
func TestTidyLinks(t *testing.T) {
	link := regexp.MustCompile("https?://[^\\s\"'`<>()]*")
	allowed := append([]string{"github.com", "pkg.go.dev", "go.dev", "ram.console.aliyun.com"}, docHosts...)
	// Addresses that are names: of schemas, and of S3's group of all users.
	names := []string{"https://json.schemastore.org/sarif-2.1.0.json", "http://www.w3.org/2001/XMLSchema-instance", "http://acs.amazonaws.com/groups/global/AllUsers"}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && (d.Name() == ".git" || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if strings.HasSuffix(path, "_test.go") || !strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, ".md") {
			return nil
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, l := range link.FindAllString(string(b), -1) {
			u, err := url.Parse(strings.TrimRight(strings.ReplaceAll(l, `\*`, "*"), ".,;:，。；：）"))
			if err != nil {
				t.Errorf("%s: %s: %v", path, l, err)
				continue
			}
			host := u.Hostname()
			if slices.Contains(names, l) {
				continue
			}
			if host == "" || strings.Contains(host, "example") || host == "127.0.0.1" || strings.HasPrefix(host, "*.") || host == "api.aliyun.com" || host == "servicewechat.com" || host == "smartservice.console.aliyun.com" || host == "smartservice.console.alibabacloud.com" || host == "api.alibabacloud.com" {
				continue // patterns and examples
			}
			if u.Scheme != "https" || !slices.Contains(allowed, host) {
				t.Errorf("%s: %s", path, l)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
