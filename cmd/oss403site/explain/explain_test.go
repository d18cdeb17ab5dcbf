package explain

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

var langs = []oss403.Lang{oss403.English, oss403.Chinese}

// cases are the answers of the library's own cases.
func cases(t *testing.T) map[string]string {
	paths, err := filepath.Glob("../../../testdata/403/*.txtar")
	if err != nil || len(paths) < 100 {
		t.Fatal(len(paths), err)
	}
	list := map[string]string{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(string(data), "-- answer --\n")
		text, _, _ = strings.Cut(text, "-- want --")
		list[filepath.Base(path)] = text
	}
	return list
}

// TestWhole: an Answer holds every word of the report, and no other, in its order.
func TestWhole(t *testing.T) {
	explained := 0
	for name, text := range cases(t) {
		for _, lang := range langs {
			a := Text(text, lang)
			if !a.Found {
				continue
			}
			explained++
			e, _ := parse(text)
			report := e.Report(lang)
			var b strings.Builder
			for _, s := range a.Lead {
				b.WriteString(s)
			}
			for _, s := range a.Sections {
				b.WriteString(s.Heading + s.Code)
				for _, e := range s.Entries {
					b.WriteString(e.Name + e.Text + e.Detail + strings.Join(e.Commands, "") + e.URL)
				}
				if s.Heading == "" && len(s.Entries) == 0 || s.Heading != "" && s.Code == "" && len(s.Entries) == 0 {
					t.Errorf("%s: an empty section %q", name, s.Heading)
				}
			}
			if got, want := letters(b.String()), letters(report); got != want {
				t.Errorf("%s: %s\n%s", name, got, want)
			}
			if a.Kind != string(e.Kind) || a.Reason != string(e.Reason) || a.Line != e.Error() {
				t.Errorf("%s: %+v", name, a)
			}
		}
	}
	if explained < 200 {
		t.Errorf("only %d answers explained", explained)
	}
}

// letters leaves out what taking apart leaves out: space, colons, and the numbers of steps.
func letters(s string) string {
	var b strings.Builder
	for _, line := range strings.Split(s, "\n") {
		if step, ok := cutNumber(strings.TrimPrefix(line, "  ")); ok {
			line = step
		}
		for _, r := range line {
			if !strings.ContainsRune(" :：", r) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// TestShape: what the page makes a list, a link, or a policy of is one.
func TestShape(t *testing.T) {
	ordered, linked, policies, commands := 0, 0, 0, 0
	for name, text := range cases(t) {
		for _, lang := range langs {
			a := Text(text, lang)
			e, ok := parse(text)
			if !ok {
				continue
			}
			x := e.Explain(lang)
			for _, s := range a.Sections {
				if s.Ordered {
					ordered++
					if len(s.Entries) != len(x.Remedy.Steps) || s.Entries[0].Text != x.Remedy.Steps[0] {
						t.Errorf("%s: steps %+v", name, s.Entries)
					}
				}
				if s.Code != "" {
					policies++
					if s.Code != x.Remedy.Policy {
						t.Errorf("%s: policy %s", name, s.Code)
					}
				}
				for i, entry := range s.Entries {
					for _, c := range entry.Commands {
						commands++
						if !strings.HasPrefix(c, "aliyun ") || !strings.Contains(a.Markdown, "\n  "+c+"\n") {
							t.Errorf("%s: command %s", name, c)
						}
					}
					if entry.URL == "" {
						continue
					}
					linked++
					if d := x.Remedy.Docs[i]; entry.URL != d.URL || entry.Text != d.Title {
						t.Errorf("%s: %+v, want %+v", name, entry, d)
					}
				}
			}
		}
	}
	if ordered < 200 || linked < 200 || policies < 10 || commands < 10 {
		t.Error(ordered, linked, policies, commands)
	}
}

// TestKind: a page of a kind has its steps, and nothing of an answer that there was not.
func TestKind(t *testing.T) {
	for k := range oss403.Kinds() {
		for _, lang := range langs {
			a, x := Kind(k, lang), k.Explain(lang)
			if a.Lead[0] != x.Summary || len(a.Sections) != 3 {
				t.Errorf("%s: %+v", k, a)
			}
		}
	}
}

// TestWhyNot: what is said of a text without a 403 of OSS.
func TestWhyNot(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{" \n\t", "nothing to explain"},
		{"hello", "no 403 of OSS"},
		{"HTTP/1.1 404 Not Found\r\nServer: AliyunOSS\r\n\r\n", "status 404"},
		{"oss: service returned error: StatusCode=409, ErrorCode=FileAlreadyExists", "status 409"},
		{`{"status": 500}`, "status 500"},
		{"AccessDenied 403 from https://bucket.s3.amazonaws.com/key", "Nothing here shows"},
		{"status", "no 403 of OSS"},
		{"HTTP/1.1 ", "no 403 of OSS"},
		{"statuscode=12", "no 403 of OSS"},
		{"status: 2026-03-05", "no 403 of OSS"},
	} {
		a := Text(test.text, oss403.English)
		if a.Found || !strings.Contains(a.Why, test.want) || a.Hint == "" {
			t.Errorf("%q: %+v", test.text, a)
		}
		if zh := Text(test.text, oss403.Chinese); zh.Why == a.Why || zh.Hint == a.Hint {
			t.Errorf("%q: %+v", test.text, zh)
		}
	}
}

// TestMore: a text with several 403s says so. A code or an EC alone is explained as well.
func TestMore(t *testing.T) {
	line := func(code, id string) string {
		return `oss: service returned error: StatusCode=403, ErrorCode=` + code + `, ErrorMessage="` + code + `", RequestId=` + id + "\n"
	}
	one := line("UserDisable", "684B00C0FFEE00C0FFEE0001")
	two := one + "2026-03-05 quiet\n" + line("SecurityTokenExpired", "684B00C0FFEE00C0FFEE0002")
	three := two + line("InvalidAccessKeyId", "684B00C0FFEE00C0FFEE0003")
	for text, want := range map[string]string{one: "", two: "one more", three: "are 2 more"} {
		a := Text(text, oss403.English)
		if a.Kind != string(oss403.KindUserDisabled) || (a.More == "") != (want == "") || !strings.Contains(a.More, want) {
			t.Errorf("%q: %+v", text, a)
		}
	}
	for text, want := range map[string]oss403.Kind{"UserDisable": oss403.KindUserDisabled, "Ec=0003-00001403": oss403.KindEndpointMismatch} {
		if a := Text(text, oss403.Chinese); a.Kind != string(want) {
			t.Errorf("%q: %+v", text, a)
		}
	}
}

// TestMarkdown: a value is shown as it is, and makes no Markdown of its own.
func TestMarkdown(t *testing.T) {
	const text = "<Error><Code>AccessDenied</Code><Message>`x` ![i](https://www.example.com/) @somebody</Message><RequestId>65AF5037A1B2C3D4E5F60002</RequestId><HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId></Error>"
	a := Text(text, oss403.English)
	if !a.Found || !strings.Contains(a.Markdown, "### OSS 403: Unknown\n") || !strings.Contains(a.Markdown, "\n1. ") {
		t.Fatalf("%+v", a)
	}
	for _, line := range strings.Split(a.Markdown, "\n") {
		if before, _, ok := strings.Cut(line, "![i]"); ok && strings.Count(before, "``") != 1 {
			t.Errorf("not in a code span: %s", line)
		}
	}
	for s, want := range map[string]string{"a": "`a`", "a`b": "``a`b``", "`a": "`` `a ``", "a``b`": "``` a``b` ```", "a\nb": "`a b`"} {
		if got := code(s); got != want {
			t.Errorf("%q: %q", s, got)
		}
	}
}

// TestReport: a text that was not understood can be reported, without what is secret in it.
func TestReport(t *testing.T) {
	const token = "CAISverysecrettokenvalue0123456789abcdefABCDEF+/abcdefghij"
	for _, lang := range langs {
		a := Text("something new ``` security-token="+token+" end", lang)
		if a.Found || a.Report == "" || strings.Contains(a.Markdown, token) || !strings.Contains(a.Markdown, "something new") || !strings.HasSuffix(a.Markdown, "\n````\n") {
			t.Errorf("%+v", a)
		}
		if a = Text(" ", lang); a.Report != "" || a.Markdown != "" {
			t.Errorf("%+v", a)
		}
	}
	if a := Text(strings.Repeat("日本 ", maxReport), oss403.English); len(a.Markdown) > maxReport+200 {
		t.Error(len(a.Markdown))
	}
}

// TestLong: a text is read up to a limit, cut between characters.
func TestLong(t *testing.T) {
	const text = `oss: service returned error: StatusCode=403, ErrorCode=UserDisable, ErrorMessage="UserDisable", RequestId=684B00C0FFEE00C0FFEE0001`
	if a := Text(text+"\n"+strings.Repeat("日", MaxText/3+9), oss403.Chinese); a.Kind != string(oss403.KindUserDisabled) {
		t.Errorf("%+v", a)
	}
}
