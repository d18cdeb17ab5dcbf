package site_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/cmd/oss403site/site"
)

var modes = []site.Mode{site.Browser, site.Server}

// TestPages: each kind and each EC has its page, in each language.
func TestPages(t *testing.T) {
	for _, mode := range modes {
		files, err := site.Files(mode)
		if err != nil {
			t.Fatal(err)
		}
		for _, dir := range []string{"", "zh/"} {
			want := []string{"index.html", "ec/index.html", "kind/Unknown.html"}
			for k := range oss403.Kinds() {
				want = append(want, "kind/"+string(k)+".html")
			}
			for e := range oss403.Catalog() {
				for _, ec := range e.EC {
					want = append(want, "ec/"+ec+".html")
				}
			}
			for r := range oss403.Reasons() {
				for _, k := range r.Kinds() {
					if page := files[dir+"kind/"+string(k)+".html"]; !strings.Contains(string(page), `<details id="`+string(r)+`">`) {
						t.Errorf("%s: %s does not have %s", mode, dir+string(k), r)
					}
				}
			}
			for _, name := range want {
				if _, ok := files[dir+name]; !ok {
					t.Errorf("%s: no %s", mode, dir+name)
				}
			}
		}
	}
}

var (
	hrefs     = regexp.MustCompile(`(?:href|src)="([^"]*)"`)
	catalogue = regexp.MustCompile(`"((?:kind|code|ec)/[^"]*\.html(?:#[^"]*)?)"`)
)

// TestLinks: what a page or the search links to is there. A page is read from the disk, so nothing
// may begin with a slash.
func TestLinks(t *testing.T) {
	files, err := site.Files(site.Browser)
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	check := func(from, link string) {
		u, err := url.Parse(link)
		if err != nil || u.Scheme == "data" || u.Scheme == "https" {
			if err != nil {
				t.Errorf("%s: %s: %v", from, link, err)
			}
			return
		}
		target := from
		if u.Path != "" {
			target = path.Join(path.Dir(from), u.Path)
		}
		data, ok := files[target]
		if !ok || strings.HasPrefix(link, "/") || u.Fragment != "" && !strings.Contains(string(data), `id="`+u.Fragment+`"`) {
			t.Errorf("%s links to %s", from, link)
		}
		checked++
	}
	for name, data := range files {
		if path.Ext(name) == ".html" {
			for _, m := range hrefs.FindAllStringSubmatch(string(data), -1) {
				check(name, strings.ReplaceAll(m[1], "&amp;", "&"))
			}
		}
	}
	for _, m := range catalogue.FindAllStringSubmatch(string(files["assets/catalog.js"]), -1) {
		check("index.html", m[1])
		check("zh/index.html", m[1])
	}
	if checked < 1000 {
		t.Errorf("only %d links", checked)
	}
}

// TestChinese: a Chinese page has no English sentence but OSS's own.
func TestChinese(t *testing.T) {
	files, err := site.Files(site.Browser)
	if err != nil {
		t.Fatal(err)
	}
	drop := regexp.MustCompile(`(?s)<style.*?</style>|<script.*?</script>|<pre>.*?</pre>|<textarea.*?</textarea>|<span class="said">.*?</span>|<title>.*?</title>|<ul class="links">.*?</ul>|<[^>]*>`)
	sentence := regexp.MustCompile(`[A-Za-z']+ [a-z']+ [a-z']+ [a-z']+`)
	for name, data := range files {
		if !strings.HasPrefix(name, "zh/") {
			continue
		}
		if m := sentence.FindString(drop.ReplaceAllString(string(data), "\n")); m != "" {
			t.Errorf("%s: %s", name, m)
		}
	}
}

// TestSize: what everybody loads is below 300 KB.
func TestSize(t *testing.T) {
	files, err := site.Files(site.Browser)
	if err != nil {
		t.Fatal(err)
	}
	for _, index := range []string{"index.html", "zh/index.html"} {
		total := len(files[index])
		for _, name := range []string{"style.css", "search.js", "explain.js", "catalog.js"} {
			total += len(files["assets/"+name])
		}
		if total >= 300_000 {
			t.Errorf("%s: %d bytes", index, total)
		}
	}
}

// TestHandler: who is answered, and with what.
func TestHandler(t *testing.T) {
	h, err := site.Handler()
	if err != nil {
		t.Fatal(err)
	}
	const body = `oss: service returned error: StatusCode=403, ErrorCode=UserDisable, ErrorMessage="UserDisable", RequestId=684B00C0FFEE00C0FFEE0001`
	for _, test := range []struct {
		method, url, body string
		header            map[string]string
		status            int
		want              string
	}{
		{"GET", "http://127.0.0.1:8403/", "", nil, 200, "<!DOCTYPE html>"},
		{"GET", "http://localhost/zh/", "", nil, 200, "zh-CN"},
		{"GET", "http://[::1]:8403/kind/EndpointMismatch.html", "", nil, 200, "EndpointMismatch"},
		{"GET", "http://127.0.0.1/zh", "", nil, 301, ""},
		{"GET", "http://127.0.0.1/absent", "", nil, 404, ""},
		{"GET", "http://rebound.example.com/", "", nil, 403, ""},
		{"POST", "http://127.0.0.1/explain?lang=zh", body, nil, 200, `"kind":"UserDisabled"`},
		{"POST", "http://127.0.0.1/explain?lang=zh", body, map[string]string{"Sec-Fetch-Site": "same-origin"}, 200, "账号"},
		{"POST", "http://127.0.0.1/explain", body, map[string]string{"Sec-Fetch-Site": "cross-site"}, 403, ""},
		{"POST", "http://127.0.0.1/explain", body, map[string]string{"Origin": "https://www.example.com"}, 403, ""},
		{"POST", "http://rebound.example.com/explain", body, nil, 403, ""},
		{"POST", "http://127.0.0.1/explain", strings.Repeat("x", 1<<20+1), nil, 413, ""},
		{"POST", "http://127.0.0.1/explain", "", nil, 200, `"found":false`},
		{"PUT", "http://127.0.0.1/explain", body, nil, 405, ""},
	} {
		r := httptest.NewRequest(test.method, test.url, strings.NewReader(test.body))
		for k, v := range test.header {
			r.Header.Set(k, v)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		got, _ := io.ReadAll(w.Result().Body)
		if w.Code != test.status || !strings.Contains(string(got), test.want) {
			t.Errorf("%s %s: %d %.200s", test.method, test.url, w.Code, got)
		}
		if w.Code == http.StatusOK && !strings.Contains(w.Header().Get("Content-Security-Policy"), "connect-src 'self'") {
			t.Errorf("%s: %v", test.url, w.Header())
		}
	}
}
