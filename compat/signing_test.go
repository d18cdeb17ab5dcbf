// Package compat holds what oss403 is tested with against the real clients.
package compat

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/oss403/oss403"
)

var update = flag.Bool("update", false, "write the records to ../internal/signing/testdata/signing")

// record is a request of a real client, and what a server says of it when one part was changed on
// the way. The root package's TestSigningRecords reads it.
type record struct {
	Sent    sentRequest
	Changes []change
}

type sentRequest struct {
	Method, Host, Path, Query string
	Header                    http.Header
	Length                    int64
	Bucket                    string `json:",omitempty"`
}

type change struct {
	Part   string // "": the secret
	How    string
	Answer verdict
}

// recorder is a client's transport. It keeps the request and lets it through.
type recorder struct {
	base http.RoundTripper
	mu   sync.Mutex
	seen []*http.Request
	body [][]byte
}

func (r *recorder) RoundTrip(req *http.Request) (*http.Response, error) {
	var body []byte
	if req.Body != nil {
		body, _ = io.ReadAll(req.Body)
		req.Body.Close()
		req.Body = io.NopCloser(bytes.NewReader(body))
	}
	r.mu.Lock()
	r.seen = append(r.seen, req.Clone(req.Context()))
	r.body = append(r.body, body)
	r.mu.Unlock()
	return r.base.RoundTrip(req)
}

// checkSecret asks Signature.Check for the secret that the client signed with: it made the signature
// over the text of the server, unless a part was changed, or what the server signs of it is another.
func checkSecret(t *testing.T, resp *http.Response, m mutation) {
	t.Helper()
	e, ok := oss403.FromResponse(resp)
	if m.part != "" && (!ok || e.Kind != oss403.KindSignatureMismatch) {
		return // the server misses a date, for one
	}
	if !ok || e.Signature == nil {
		t.Fatal("no signature in the answer:", e)
	}
	if got := e.Signature.Check(secret); m.part == "" && got != oss403.SecretUnknownToOSS || m.part != "" && got == oss403.SecretUnknownToOSS {
		t.Errorf("%s %s: %s", m.part, m.how, got)
	}
	if got := e.Signature.Check(secret + "x"); got == oss403.SecretUnknownToOSS {
		t.Errorf("%s %s, another secret: %s", m.part, m.how, got)
	}
}

// TestSigning signs with every client, changes every part of the request in turn, and has the root
// package say which it was.
func TestSigning(t *testing.T) {
	right, wrong := newServer(t, secret), newServer(t, wrongSecret)
	dir := t.TempDir()
	if *update {
		dir = filepath.Join("..", "internal", "signing", "testdata", "signing")
		check(t, os.MkdirAll(dir, 0o777))
	}
	for _, c := range clients {
		t.Run(c.name, func(t *testing.T) {
			rec := &recorder{base: right.transport()}
			if signedURL, header := c.sign(t, &http.Client{Transport: rec}); signedURL != "" {
				req := must[*http.Request](t)(http.NewRequest(http.MethodPut, signedURL, strings.NewReader(content)))
				for name, values := range header {
					if name != "Host" && name != "Content-Length" {
						req.Header[name] = values
					}
				}
				resp := must[*http.Response](t)(rec.RoundTrip(req))
				if b, _ := io.ReadAll(resp.Body); resp.StatusCode != http.StatusOK {
					t.Fatalf("the server signs otherwise:\n%s", b)
				}
			}
			if len(rec.seen) != 1 {
				t.Fatalf("%d requests", len(rec.seen))
			}
			sent, body := rec.seen[0], rec.body[0]
			r := record{Sent: sentRequest{sent.Method, sent.Host, sent.URL.EscapedPath(), sent.URL.RawQuery, sent.Header, sent.ContentLength, ""}}
			if r.Sent.Host == "" {
				r.Sent.Host = sent.URL.Host
			}
			if r.Sent.Host == customHost {
				r.Sent.Bucket = bucket
			}
			send := func(s *server, m mutation) {
				req := sent.Clone(sent.Context())
				req.Body, req.GetBody = nil, nil
				if body != nil {
					req.Body = io.NopCloser(bytes.NewReader(body))
				}
				req.Host = r.Sent.Host
				if m.do != nil {
					m.do(req)
				}
				resp := must[*http.Response](t)(s.transport().RoundTrip(req))
				defer resp.Body.Close()
				if resp.StatusCode == http.StatusForbidden {
					checkSecret(t, resp, m)
				}
				answer, _ := io.ReadAll(resp.Body)
				switch {
				case resp.StatusCode == http.StatusOK && !m.signed:
				case resp.StatusCode == http.StatusForbidden:
					v := verdict{}
					check(t, xml.Unmarshal(answer, &v))
					r.Changes = append(r.Changes, change{m.part, m.how, v})
				default:
					t.Errorf("%s %s: %s", m.part, m.how, resp.Status)
				}
			}
			send(right, mutation{part: "nothing"}) // passes, and is not recorded
			if len(r.Changes) != 0 {
				t.Fatal("the unchanged request does not pass")
			}
			send(wrong, mutation{signed: true})
			for _, m := range mutations(r.Sent) {
				send(right, m)
			}
			t.Logf("%d changes", len(r.Changes))
			if len(r.Changes) < 8 {
				t.Errorf("only %d changes", len(r.Changes))
			}
			data := must[[]byte](t)(json.MarshalIndent(r, "", "\t"))
			check(t, os.WriteFile(filepath.Join(dir, c.name+".json"), append(data, '\n'), 0o666))
		})
	}
	dir = must[string](t)(filepath.Abs(dir))
	cmd := exec.Command("go", "test", "-count=1", "-run=^TestSigningRecords$", ".")
	cmd.Dir = ".."
	cmd.Env = append(os.Environ(), "OSS403_SIGNING="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// mutation changes one part of a request.
type mutation struct {
	part, how string
	signed    bool // whoever signs, it breaks the signature
	do        func(*http.Request)
}

func mutations(s sentRequest) []mutation {
	var list []mutation
	add := func(part, how string, signed bool, do func(*http.Request)) {
		list = append(list, mutation{part, how, signed, do})
	}
	path := func(how string, part string, f func(string) string) {
		if changed := f(s.Path); changed != s.Path {
			add(part, how, true, func(r *http.Request) {
				r.URL.RawPath = changed
				r.URL.Path, _ = url.PathUnescape(changed)
			})
		}
	}
	s3 := strings.HasPrefix(s.Header.Get("Authorization"), "AWS") || strings.Contains(s.Query, "Amz-") || strings.Contains(s.Query, "AWSAccessKeyId")
	add("Method", "verb", true, func(r *http.Request) { r.Method = http.MethodPost })
	path("path changed", "Path", func(p string) string { return p + "x" })
	path("slash", "Path", func(p string) string { return strings.Replace(p, "dir", "/dir", 1) })
	path("plus", "Path", func(p string) string { return strings.Replace(p, "%2B", "%20", 1) })
	path("path encoding", "Path", func(p string) string { return strings.ReplaceAll(p, "%252F", "%2F") })
	switch {
	case strings.HasPrefix(s.Host, bucket):
		part, how := "Bucket", "bucket changed"
		if s3 && (strings.Contains(s.Header.Get("Authorization"), "AWS4") || strings.Contains(s.Query, "Amz-")) {
			part, how = "host", "header changed" // S3 V4 has the bucket nowhere else
		}
		add(part, how, true, func(r *http.Request) { r.Host = "other" + strings.TrimPrefix(s.Host, bucket) })
		if part == "Bucket" {
			add(part, "bucket missing", true, func(r *http.Request) { r.Host = strings.TrimPrefix(s.Host, bucket+".") })
		}
	case s.Host == "127.0.0.1:9000":
		path("bucket changed", "Bucket", func(p string) string { return strings.Replace(p, bucket, "other", 1) })
	}
	prefix := "X-Oss-"
	if s3 {
		prefix = "X-Amz-"
	}
	for name, values := range s.Header {
		if name == "Authorization" {
			continue
		}
		signed := strings.HasPrefix(name, prefix) || name == "Content-Type" && !s3
		changed := values[0] + "x"
		how := "header changed"
		switch name {
		case "Date":
			changed, how = "Mon, 02 Jan 2006 15:04:05 GMT", "date"
			add(name, "header lost", false, func(r *http.Request) { r.Header.Del(name) })
		case "X-Oss-Date", "X-Amz-Date":
			changed, how = "20060102T150405Z", "date"
			add(name, "header lost", false, func(r *http.Request) { r.Header.Del(name) })
		default:
			add(name, "header lost", signed, func(r *http.Request) { r.Header.Del(name) })
		}
		add(name, how, signed, func(r *http.Request) { r.Header.Set(name, changed) })
	}
	for _, name := range []string{"Content-Type", "Content-Md5", prefix + "Meta-Added"} {
		if _, ok := s.Header[name]; !ok {
			add(name, "header added", false, func(r *http.Request) { r.Header.Set(name, "added") })
		}
	}
	inQuery := s.Header.Get("Authorization") == ""
	q, _ := url.ParseQuery(s.Query)
	setQuery := func(r *http.Request, f func(url.Values)) {
		q, _ := url.ParseQuery(s.Query)
		f(q)
		r.URL.RawQuery = q.Encode()
	}
	for name := range q {
		switch name {
		case "Signature", "x-oss-signature", "X-Amz-Signature", "x-oss-signature-version", "X-Amz-Algorithm":
			continue
		case "OSSAccessKeyId", "AWSAccessKeyId":
			add("AccessKey ID", "key changed", false, func(r *http.Request) { setQuery(r, func(q url.Values) { q.Set(name, "LTAI5tAnotherAnotherKey1") }) })
			continue
		case "x-oss-credential", "X-Amz-Credential":
			scope := strings.Split(q.Get(name), "/")
			for i, c := range [][2]string{{"AccessKey ID", "key changed"}, {"Scope date", "scope date"}, {"Scope region", "scope region"}, {"Scope product", "scope product"}} {
				add(c[0], c[1], true, func(r *http.Request) {
					setQuery(r, func(q url.Values) {
						changed := slices.Clone(scope)
						changed[i] += "1"
						q.Set(name, strings.Join(changed, "/"))
					})
				})
			}
			continue
		}
		how := "parameter changed"
		switch strings.ToLower(name) {
		case "expires", "x-oss-expires", "x-amz-expires":
			how = "expires"
		case "x-oss-date", "x-amz-date":
			how = "date"
		}
		add(name, how, inQuery, func(r *http.Request) { setQuery(r, func(q url.Values) { q.Set(name, q.Get(name)+"1") }) })
		if how == "parameter changed" {
			add(name, "parameter lost", inQuery, func(r *http.Request) { setQuery(r, func(q url.Values) { q.Del(name) }) })
		}
	}
	if !q.Has("versionId") {
		add("versionId", "parameter added", true, func(r *http.Request) { setQuery(r, func(q url.Values) { q.Set("versionId", "added") }) })
	}
	for i, c := range [][2]string{{"AccessKey ID", "key changed"}, {"Scope date", "scope date"}, {"Scope region", "scope region"}, {"Scope product", "scope product"}} {
		auth := s.Header.Get("Authorization")
		before, rest, ok := strings.Cut(auth, "Credential=")
		if !ok {
			break
		}
		credential, after, _ := strings.Cut(rest, ",")
		scope := strings.Split(credential, "/")
		scope[i] += "1"
		add(c[0], c[1], i > 0, func(r *http.Request) {
			r.Header.Set("Authorization", before+"Credential="+strings.Join(scope, "/")+","+after)
		})
	}
	slices.SortStableFunc(list, func(a, b mutation) int { return strings.Compare(a.part+a.how, b.part+b.how) })
	return list
}
