package oss403_test

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

var update = flag.Bool("update", false, "write what came out into testdata/403")

// file is one file of a txtar archive.
type file struct{ name, data string }

// readCase splits a case of testdata/403: a comment, then files behind lines "-- name --". A case
// has the answer as it came over the wire, perhaps the request, and what must come out of it.
func readCase(t testing.TB, path string) (comment string, files []file) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	flush := func() {
		if len(files) == 0 {
			comment = text.String()
		} else {
			files[len(files)-1].data = text.String()
		}
		text.Reset()
	}
	for _, line := range strings.SplitAfter(string(data), "\n") {
		name, ok := strings.CutPrefix(strings.TrimSpace(line), "-- ")
		if name, ok2 := strings.CutSuffix(name, " --"); ok && ok2 {
			flush()
			files = append(files, file{name: name})
			continue
		}
		text.WriteString(line)
	}
	flush()
	return comment, files
}

func writeCase(t testing.TB, path, comment string, files []file) {
	t.Helper()
	var b strings.Builder
	b.WriteString(comment)
	for _, f := range files {
		fmt.Fprintf(&b, "-- %s --\n%s", f.name, f.data)
		if !strings.HasSuffix(f.data, "\n") {
			b.WriteString("\n")
		}
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

func find(files []file, name string) *string {
	for i := range files {
		if files[i].name == name {
			return &files[i].data
		}
	}
	return nil
}

// response makes what a client would get of the files answer and request.
func response(t testing.TB, files []file) *http.Response {
	t.Helper()
	answer := find(files, "answer")
	if answer == nil {
		t.Fatal("no answer in the case")
	}
	var req *http.Request
	if r := find(files, "request"); r != nil {
		head, body, form := strings.Cut(*r, "\n\n")
		line, header, _ := strings.Cut(strings.TrimSpace(head), "\n")
		parsed, err := http.ReadRequest(bufio.NewReader(strings.NewReader(line + " HTTP/1.1\r\n" + strings.TrimSpace(header) + "\r\n\r\n")))
		if err != nil {
			t.Fatal(err)
		}
		req = parsed
		if form { // which a client that has it in memory can send again
			req.GetBody = func() (io.ReadCloser, error) {
				return io.NopCloser(strings.NewReader(strings.ReplaceAll(body, "\n", "\r\n"))), nil
			}
		}
	}
	head, body, _ := strings.Cut(*answer, "\n\n")
	resp, err := http.ReadResponse(bufio.NewReader(strings.NewReader(head+"\n\n")), &http.Request{Method: "HEAD"})
	if err != nil {
		t.Fatal(err)
	}
	resp.Body, resp.Request = io.NopCloser(strings.NewReader(body)), req
	return resp
}

// decode reads a case through the entry point that it is for.
func decode(t testing.TB, files []file) (*oss403.Error, bool) {
	t.Helper()
	resp := response(t, files)
	if resp.Request != nil {
		return oss403.FromResponse(resp)
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return oss403.Parse(resp.StatusCode, resp.Header, body)
}

func casePaths(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("testdata/403/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases in testdata/403", err)
	}
	return paths
}

// TestCases reads every answer of testdata/403 and compares what comes out: kind, basis, code,
// category, retry, the line of Error and the whole report.
func TestCases(t *testing.T) {
	for _, path := range casePaths(t) {
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		t.Run(name, func(t *testing.T) {
			comment, files := readCase(t, path)
			e, ok := decode(t, files)
			if !ok {
				t.Fatal("not taken for a 403 of OSS")
			}
			got := []file{
				{"want", fmt.Sprintf("kind: %s\nbasis: %s\ncode: %s\ncategory: %s\nretry: %s\n%s\n",
					e.Kind, e.Basis, e.Code, e.Kind.Category(), e.Retry(), e)},
				{"report", e.Report(oss403.English) + "\n"},
				{"report zh", e.Report(oss403.Chinese) + "\n"},
			}
			if kind, _, _ := strings.Cut(name, "-"); kind != string(e.Kind) {
				t.Errorf("kind %s in a case of %s", e.Kind, kind)
			}
			if *update {
				files = slices.DeleteFunc(files, func(f file) bool { return f.name == "want" || strings.HasPrefix(f.name, "report") })
				writeCase(t, path, comment, append(files, got...))
				return
			}
			for _, g := range got {
				want := find(files, g.name)
				if want == nil {
					t.Errorf("no %s in the case", g.name)
				} else if *want != g.data {
					t.Errorf("%s:\n%s\nwant:\n%s", g.name, g.data, *want)
				}
			}
		})
	}
}

// TestCasesThroughFromResponse reads the same answers as a client of net/http would, and finds
// the body as it was.
func TestCasesThroughFromResponse(t *testing.T) {
	for _, path := range casePaths(t) {
		_, files := readCase(t, path)
		want, _ := decode(t, files)
		resp := response(t, files)
		before, _, _ := strings.Cut(*find(files, "answer"), "\n\n")
		body := strings.TrimPrefix(*find(files, "answer"), before+"\n\n")
		e, ok := oss403.FromResponse(resp)
		if !ok || e.Kind != want.Kind || e.Basis != want.Basis {
			t.Errorf("%s: FromResponse: %v, %v; want %v", path, e, ok, want)
		}
		if after, err := io.ReadAll(resp.Body); err != nil || !bytes.Equal(after, []byte(body)) {
			t.Errorf("%s: the body is not the same: %v", path, err)
		}
	}
}
