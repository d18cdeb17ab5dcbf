package request

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"
)

// form builds a PostObject request whose body can be read again; a field named file ends it.
func form(t *testing.T, fields ...[2]string) *http.Request {
	t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for _, f := range fields {
		var part io.Writer
		var err error
		if f[0] == "upload" {
			part, err = w.CreateFormFile(f[0], "a.txt")
		} else {
			part, err = w.CreateFormField(f[0])
		}
		if err != nil {
			t.Fatal(err)
		}
		_, _ = part.Write([]byte(f[1]))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequest("POST", "http://b.oss-cn-hangzhou.aliyuncs.com/", &body)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", w.FormDataContentType())
	return r
}

func TestReadForm(t *testing.T) {
	const policy, token = "eyJleHBpcmF0aW9uIjoiMjAyNi0wMS0wMVQwMDowMDowMFoifQ==", "CAISexampletokenexampletokenexampletoken"
	fields := [][2]string{{"OSSAccessKeyId", "LTAI5tExampleExampleKey1"}, {"policy", policy}, {"x-oss-security-token", token}, {"key", "a/${filename}"}, {"success_action_status", "200"}}
	for name, c := range map[string]struct {
		after  [2]string
		fields int
		whole  bool
	}{
		"a file":              {[2]string{"file", "content"}, 5, true},
		"a part with a name":  {[2]string{"upload", "content"}, 5, true},
		"a field more":        {[2]string{"x-oss-meta-a", "b"}, 6, true},
		"a field behind file": {[2]string{}, 5, true},
	} {
		t.Run(name, func(t *testing.T) {
			list := fields
			if c.after[0] != "" {
				list = append(list[:5:5], c.after)
			}
			q := Read(form(t, list...))
			if len(q.Form) != c.fields || q.FormWhole != c.whole || q.Object != "a/${filename}" || !q.Signature.HasToken {
				t.Fatalf("%+v", q)
			}
			m := q.Masked(&q.Secrets)
			for _, f := range m.Form {
				if f.Value == policy || f.Value == token || f.Name == "OSSAccessKeyId" && f.Value != "" {
					t.Errorf("%+v", f)
				}
			}
			if !q.Secrets.In(policy) || !q.Secrets.In(token) {
				t.Error("its secrets are not known")
			}
			if len(m.ToKeep().Form) != c.fields || m.Form[4].Value != "200" {
				t.Errorf("%+v", m.Form)
			}
		})
	}
	t.Run("many fields", func(t *testing.T) {
		var list [][2]string
		for range MaxValues + 1 {
			list = append(list, [2]string{"a", "b"})
		}
		if q := Read(form(t, list...)); len(q.Form) != MaxValues || q.FormWhole {
			t.Errorf("%d fields, whole %v", len(q.Form), q.FormWhole)
		}
	})
	for name, change := range map[string]func(*http.Request){
		"another method":    func(r *http.Request) { r.Method = "PUT" },
		"another type":      func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") },
		"no type":           func(r *http.Request) { r.Header.Del("Content-Type") },
		"a body of one use": func(r *http.Request) { r.GetBody = nil },
		"no body":           func(r *http.Request) { r.GetBody = func() (io.ReadCloser, error) { return nil, nil } },
		"a body that fails": func(r *http.Request) { r.GetBody = func() (io.ReadCloser, error) { return nil, io.ErrUnexpectedEOF } },
		"no boundary":       func(r *http.Request) { r.Header.Set("Content-Type", "multipart/form-data; boundary=other") },
	} {
		r := form(t, fields...)
		change(r)
		if q := Read(r); len(q.Form) != 0 || q.Object != "" {
			t.Errorf("%s: %+v", name, q.Form)
		}
	}
	// A form without a token has none.
	if q := Read(form(t, [2]string{"x-oss-security-token", ""}, [2]string{"key", "k"})); q.Signature.HasToken {
		t.Error("a token that is not there")
	}
}

func TestWhatARequestIs(t *testing.T) {
	const signed = "OSSAccessKeyId=LTAI5tExampleExampleKey1&Expires=1767225600&Signature=c2ln"
	header := http.Header{"Authorization": {"OSS LTAI5tExampleExampleKey1:c2ln"}}
	for name, c := range map[string]struct {
		q                                           *Request
		signed, inPath, forOSS, toService, noneLeft bool
		escape                                      string
	}{
		"nothing":               {q: nil},
		"unsigned":              {q: New("", "b.oss-cn-hangzhou.aliyuncs.com", "/k", "", nil), forOSS: true},
		"signed in the header":  {q: New("", "b.oss-cn-hangzhou.aliyuncs.com", "/k", "", header), signed: true, forOSS: true},
		"signed in the query":   {q: New("", "files.example.com", "/k", signed, nil), signed: true, forOSS: true},
		"path style":            {q: New("", "oss-cn-hangzhou.aliyuncs.com:80", "/b/k", "", nil), inPath: true, forOSS: true},
		"the service":           {q: New("", "oss-cn-hangzhou.aliyuncs.com", "", "", nil), forOSS: true, toService: true},
		"an address":            {q: New("", "127.0.0.1:9000", "/b/k", "", nil)},
		"a domain":              {q: New("", "files.example.com", "/k", "", nil)},
		"an OSS header":         {q: New("", "files.example.com", "/k", "", http.Header{"X-Oss-Date": {"x"}}), forOSS: true},
		"an OSS parameter":      {q: New("", "files.example.com", "/k", "x-oss-process=image/info", nil), forOSS: true},
		"escaped in HTML":       {q: New("", "files.example.com", "/k", "a=1&amp;Signature=x", nil), escape: "&amp;"},
		"escaped in JSON":       {q: New("", "files.example.com", "/k", `a=1\u0026Signature=x`, nil), escape: `\u0026`},
		"escaped, no backslash": {q: New("", "files.example.com", "/k", "a=1&u0026Signature=x", nil), escape: `\u0026`},
		"in a name":             {q: New("", "files.example.com", "/k", `a\u0026b=1`, nil), escape: `\u0026`},
	} {
		q := c.q
		if q.IsSigned() != c.signed || q.InPath() != c.inPath {
			t.Errorf("%s: signed %v, in path %v", name, q.IsSigned(), q.InPath())
		}
		if q == nil {
			if q.Masked(nil) != nil || q.ToKeep() != nil {
				t.Error("something of nothing")
			}
			continue
		}
		if q.Escape != c.escape || q.ForOSS != c.forOSS || q.ToService != c.toService || q.Method != "GET" {
			t.Errorf("%s: escaped by %q, for OSS %v, to the service %v", name, q.Escape, q.ForOSS, q.ToService)
		}
		was := q.Signature.In
		q.ForgetHeaders()
		if want := map[Place]Place{Unsigned: Unknown, InHeader: InHeader, InQuery: InQuery}[was]; q.Signature.In != want || !q.NoHeaders {
			t.Errorf("%s: %d", name, q.Signature.In)
		}
		if _, ok := q.Value("nothing"); ok {
			t.Errorf("%s: a parameter that is not there", name)
		}
	}
	for _, c := range [...]struct {
		scheme, plain string
		http          bool
	}{{"http", "http://files.example.com/k", true}, {"https", "https://files.example.com/k", false}} {
		r, err := http.NewRequest("GET", c.plain, http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		if q := Read(r); q.PlainHTTP != c.http || q.Length != 0 {
			t.Errorf("%s: %+v", c.scheme, q)
		}
	}
	r, err := http.NewRequest("PUT", "http://files.example.com/k", strings.NewReader("abc"))
	if err != nil {
		t.Fatal(err)
	}
	r.Host = "b.oss-cn-hangzhou.aliyuncs.com"
	if q := Read(r); q.Length != 3 || q.Host != r.Host || q.Bucket != "b" {
		t.Errorf("%+v", q)
	}
}

// TestQuery: a query is split as OSS splits it.
func TestQuery(t *testing.T) {
	got := ParseQuery("acl&&a=1&b=x+y%2B&c=%zz&d=%4&e=%41=b&=v&%61%20b=%E4%B8%AD")
	want := []Parameter{{"acl", ""}, {"a", "1"}, {"b", "x y+"}, {"c", "%zz"}, {"d", "%4"}, {"e", "A=b"}, {"", "v"}, {"a b", "中"}}
	if len(got) != len(want) {
		t.Fatalf("%q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%q, want %q", got[i], want[i])
		}
	}
	if ParseQuery("") != nil {
		t.Error("something of nothing")
	}
	for p, want := range map[Parameter]string{{"acl", ""}: "acl", {"a", "1"}: "a=1"} {
		if p.String() != want {
			t.Error(p.String())
		}
	}
}

// TestBounds: what is kept of a request is bounded.
func TestBounds(t *testing.T) {
	header := http.Header{"Referer": {"https://user@example.com/"}, "Origin": {"a@b"}}
	for range 2 * MaxValues {
		header.Add("X-Oss-Meta-A", strings.Repeat("word ", 1000))
	}
	q := New("GET", "b.oss-cn-hangzhou.aliyuncs.com", "/k", strings.Repeat("a=b&", 2*MaxValues)+strings.Repeat("n", 2*maxValue)+"=v", header)
	m := q.Masked(&q.Secrets)
	n := 0
	for _, values := range m.Header {
		for _, v := range values {
			if n++; len(v) > maxValue {
				t.Errorf("%d bytes of a value", len(v))
			}
		}
	}
	if n != MaxValues || len(m.Query) != MaxValues {
		t.Errorf("%d values, %d parameters", n, len(m.Query))
	}
	if v := m.Header.Get("Referer"); v != "" && v != "https://example.com/" {
		t.Error(v)
	}
	q = New("GET", "b.oss-cn-hangzhou.aliyuncs.com", "/k", strings.Repeat("n", 2*maxValue)+"=v", nil)
	if m := q.Masked(&q.Secrets); len(m.Query[0].Name) != maxValue {
		t.Error(len(m.Query[0].Name))
	}
}

// TestReadFormCut: a form that breaks off may hold more, wherever that is.
func TestReadFormCut(t *testing.T) {
	whole := "--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\na\r\n--x\r\nContent-Disposition: form-data; name=\"policy\"\r\n\r\nb\r\n--x--"
	for n := range len(whole) + 1 {
		r, err := http.NewRequest("POST", "http://b.oss-cn-hangzhou.aliyuncs.com/", strings.NewReader(whole[:n]))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		if q := Read(r); q.FormWhole != (n == len(whole)) {
			t.Errorf("%q: whole %v", whole[:n], q.FormWhole)
		}
	}
	for end, want := range map[string]bool{"--x--\r\n": true, "--x--\r\n\r\n": true, "--x": false} {
		r, err := http.NewRequest("POST", "http://b.oss-cn-hangzhou.aliyuncs.com/", strings.NewReader(strings.TrimSuffix(whole, "--x--")+end))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		if q := Read(r); q.FormWhole != want {
			t.Errorf("%q: whole %v", end, q.FormWhole)
		}
	}
}
