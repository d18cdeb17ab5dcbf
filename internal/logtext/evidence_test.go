package logtext_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/logtext"
)

var update = flag.Bool("update", false, "write what the cases in testdata give")

// catalog is a small one: the words of a few errors.
var catalog = struct{ codes, messages, kinds []string }{
	codes: []string{"AccessDenied", "AccessForbidden", "InvalidAccessKeyId", "InvalidObjectState", "InvalidSecurityToken", "KmsServiceNotEnabled", "RequestTimeTooSkewed",
		"SecondLevelDomainForbidden", "SecurityTokenExpired", "SignatureDoesNotMatch", "UserDisable"},
	messages: []string{
		"Access denied by bucket policy.",
		"Anonymous user has no right to access this bucket.",
		"Invalid according to Policy: Policy Condition failed: {condition}",
		"Query-string authentication requires the Signature, Expires and OSSAccessKeyId parameters",
		"The OSS Access Key Id you provided does not exist in our records.",
		"The bucket you access does not belong to you.",
		"The security token you provided has expired.",
		"You are denied by bucket referer policy.",
		"You are forbidden to {action}",
		"You have no right to access this object because of bucket acl.",
		"You have no right to access this object.",
		"UserDisable",
		"Access Denied",
		"Request has expired.",
		"The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.",
		"The difference between the request time and the current time is too large.",
		"The request signature we calculated does not match the signature you provided. Check your key and signing method.",
	},
	kinds: []string{"BucketACLDenied", "ClockSkew", "EndpointMismatch", "Unknown"},
}

// reader reads with the small catalog: letters are compared in either case, a variable is one word or
// what stands in brackets.
var reader = func() *logtext.Reader {
	variable := regexp.MustCompile(`\\\{\w+\\\}`)
	var patterns []*regexp.Regexp
	for _, m := range catalog.messages {
		pattern := variable.ReplaceAllString(regexp.QuoteMeta(strings.TrimSuffix(m, ".")), `(?:\[[^\]\n]*\]|[\w:*]+)`)
		pattern = strings.ReplaceAll(pattern, " ", `\s+`)
		patterns = append(patterns, regexp.MustCompile(`^(?i:`+pattern+`)\.?`))
	}
	return logtext.New(logtext.Catalog{
		Codes: catalog.codes, Messages: catalog.messages, Kinds: catalog.kinds, Reports: []string{"The answer:"}, Findings: []string{"What the answer shows:"},
		Code: func(word string) (string, bool) {
			for _, c := range catalog.codes {
				if c == word {
					return c, true
				}
			}
			return "", false
		},
		Message: func(s string) (n int) {
			for _, p := range patterns {
				if m := p.FindStringIndex(s); m != nil {
					n = max(n, m[1])
				}
			}
			return n
		},
		Beginning: func(s string) (longest int) {
			for _, m := range catalog.messages {
				n := 0
				for n < len(m) && n < len(s) && m[n] == s[n] {
					n++
				}
				for n > 0 && n < len(m) && m[n-1] == ' ' {
					n--
				}
				if n >= 16 && n < len(m) && strings.Count(m[:n], " ") >= 2 {
					longest = max(longest, n)
				}
			}
			return longest
		},
	})
}()

// says tells whether a record holds an error, as far as this package can tell.
func says(e *logtext.Evidence) bool {
	return e.Code != "" || e.Message != "" || len(e.Documents) > 0 || len(e.Own) > 0 || e.OwnJSON+e.OwnReport != "" || e.EC != "" || e.Status == 403 && e.Host+e.RequestID+e.Request.URL != ""
}

// line numbers the line of a place from 1.
func line(s string, at int) int { return 1 + strings.Count(s[:at], "\n") }

var anchorNames = map[logtext.AnchorKind]string{logtext.AnchorHost: "host", logtext.AnchorStatus: "status", logtext.AnchorHeader: "header", logtext.AnchorCode: "code", logtext.AnchorMessage: "message",
	logtext.AnchorHTTP: "status line", logtext.AnchorSDK: "SDK", logtext.AnchorDocument: "document", logtext.AnchorOwn: "own"}

// place says where a record is, in lines or, where it ends inside of one, in bytes.
func place(s string, rec logtext.Record) string {
	var b strings.Builder
	first, last := line(s, rec.Start), line(s, rec.End)
	fmt.Fprintf(&b, "line %d", first)
	if last > first {
		fmt.Fprintf(&b, "-%d", last)
	}
	if rec.Start > 0 && s[rec.Start-1] != '\n' {
		fmt.Fprintf(&b, ", from %q", s[rec.Start:min(len(s), rec.Start+12)])
	}
	if rec.End < len(s) && s[rec.End] != '\n' {
		fmt.Fprintf(&b, ", up to %q", s[max(0, rec.End-12):rec.End])
	}
	at := rec.Start + rec.At
	fmt.Fprintf(&b, ", %s %q", anchorNames[rec.Kind], s[at:min(len(s), at+12)])
	if rec.Plain {
		b.WriteString(", plain")
	}
	if rec.Before != "" {
		fmt.Fprintf(&b, ", behind %d lines", 1+strings.Count(rec.Before, "\n"))
	}
	return b.String()
}

// dump writes evidence out, one thing a line, without what there is none of.
func dump(e *logtext.Evidence) string {
	var b strings.Builder
	say := func(name, value string, remarks ...string) {
		var marks []string
		for _, r := range remarks {
			if r != "" {
				marks = append(marks, r)
			}
		}
		if value == "" && len(marks) == 0 {
			return
		}
		b.WriteString("  " + name + ": " + strings.NewReplacer("\n", "⏎", "\r", "␍", "\x1b", "␛").Replace(value))
		if len(marks) > 0 {
			b.WriteString(" [" + strings.Join(marks, ", ") + "]")
		}
		b.WriteString("\n")
	}
	list := func(name string, elements []logtext.Element) {
		for _, el := range elements {
			parent := ""
			if el.Parent != "" {
				parent = el.Parent + "/"
			}
			say(name+" "+parent+el.Name, el.Value)
		}
	}
	mark := func(is bool, word string) string {
		if is {
			return word
		}
		return ""
	}
	say("code", e.Code, mark(e.CodeUnknown, "unknown"), mark(e.CodeBare, "bare"))
	say("message", e.Message, mark(e.MessageSaid, "said"), mark(e.MessageCut, "cut"), mark(e.MessageWord, "words"))
	say("request ID", e.RequestID, mark(e.Labelled, "labelled"))
	say("EC", e.EC)
	say("host", e.Host)
	if e.Status != 0 || e.StatusWeak {
		say("status", fmt.Sprint(e.Status), mark(e.StatusWeak, "weak"))
	}
	say("operation", e.Operation)
	say("request", strings.TrimSpace(e.Request.Method+" "+e.Request.URL), mark(e.Request.Signed, "signed"), mark(e.AtURL, "403 behind it"))
	list("request", e.Request.Header)
	list("header", e.Header)
	list("element", e.Elements)
	list("own", e.Own)
	say("JSON", e.OwnJSON)
	say("report", e.OwnReport)
	for _, d := range e.Documents {
		raw := ""
		if d.Raw != d.Text {
			raw = fmt.Sprintf("of %d bytes", len(d.Raw))
		}
		say("document", d.Text, mark(d.JSON, "JSON"), mark(!d.Whole, "breaks off"), raw)
	}
	say("text", "", mark(e.SDK, "SDK"), mark(e.Foreign, "foreign"), mark(e.Page, "page"), mark(e.Log, "log"), mark(e.Quoted(), "quoted"), mark(e.Reported(), "reported"))
	return strings.ReplaceAll(b.String(), ":  [", ": [")
}

// records goes through a text as those do who know what an error is: on behind what was found, and with
// the record behind one that says no more than a status.
func records(text string, vouched bool) string {
	var b strings.Builder
	t := reader.Text(text, vouched)
	for {
		rec, ok := t.Next()
		if !ok {
			return b.String()
		}
		t.Narrow(&rec)
		e := reader.Read(rec)
		b.WriteString(place(text, rec) + "\n" + dump(&e))
		if !says(&e) {
			t.NotFound(rec)
			continue
		}
		if e.Code+e.Message+e.EC+e.OwnJSON == "" && len(e.Documents)+len(e.Own) == 0 {
			if more, ok := t.Extended(rec); ok {
				if better := t.Reader().Read(more); better.Code+better.Message+better.EC != "" {
					rec = more
					b.WriteString("extended: " + place(text, rec) + "\n" + dump(&better))
				}
			}
		}
		t.Found(rec)
	}
}

// section is one of a file of cases, which stand in pairs: "-- name --" is a text, "-- name: evidence --"
// behind it what the package says of it. "-- name (vouched) --" is a text about OSS.
type section struct{ name, text string }

func readSections(t testing.TB, path string) []section {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	list := []section{{}}
	for _, l := range strings.SplitAfter(string(data), "\n") {
		if name, ok := strings.CutPrefix(strings.TrimSuffix(l, "\n"), "-- "); ok && strings.HasSuffix(name, " --") {
			list = append(list, section{name: strings.TrimSuffix(name, " --")})
			continue
		}
		list[len(list)-1].text += l
	}
	return list
}

const evidenceOf = ": evidence"

// eachCase calls f with each text of testdata, without the newline that a section ends in.
func eachCase(t testing.TB, f func(t testing.TB, name, text string, vouched bool)) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases in testdata", err)
	}
	for _, path := range paths {
		for _, s := range readSections(t, path)[1:] {
			if !strings.HasSuffix(s.name, evidenceOf) {
				f(t, filepath.Base(path)+"/"+s.name, strings.TrimSuffix(s.text, "\n"), strings.HasSuffix(s.name, "(vouched)"))
			}
		}
	}
}

// TestEvidence: what is read in the texts of testdata. With -update it is written anew: read it then.
func TestEvidence(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases in testdata", err)
	}
	for _, path := range paths {
		var out bytes.Buffer
		list := readSections(t, path)
		out.WriteString(list[0].text)
		for i := 1; i < len(list); i++ {
			s, want := list[i], ""
			if i+1 < len(list) && list[i+1].name == s.name+evidenceOf {
				i++
				want = list[i].text
			}
			got := records(strings.TrimSuffix(s.text, "\n"), strings.HasSuffix(s.name, "(vouched)"))
			if got != want && !*update {
				t.Errorf("%s, %s: got\n%s\nwant\n%s", path, s.name, got, want)
			}
			fmt.Fprintf(&out, "-- %s --\n%s-- %s%s --\n%s", s.name, s.text, s.name, evidenceOf, got)
		}
		if *update {
			if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestCarriageReturns: a text says the same with the newlines of Windows.
func TestCarriageReturns(t *testing.T) {
	read := func(text string, vouched bool) string {
		var b strings.Builder
		in := reader.Text(text, vouched)
		for rec, ok := in.Next(); ok; rec, ok = in.Next() {
			e := reader.Read(rec)
			e.Documents = nil // these keep theirs
			b.WriteString(strings.ReplaceAll(dump(&e), "␍", ""))
			if says(&e) {
				in.Found(rec)
			} else {
				in.NotFound(rec)
			}
		}
		return b.String()
	}
	eachCase(t, func(t testing.TB, name, text string, vouched bool) {
		want, got := read(text, vouched), read(strings.ReplaceAll(text, "\n", "\r\n"), vouched)
		if got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	})
}

// TestCutOff: texts that begin and end anywhere are read; what is told of them stands in them, in lines that a window
// cut too.
func TestCutOff(t *testing.T) {
	k := 0
	eachCase(t, func(t testing.TB, name, text string, vouched bool) {
		if len(text) > 1000 {
			return
		}
		for k++; k < len(text); k += 23 {
			if !utf8.RuneStart(text[k]) {
				continue
			}
			for _, part := range []string{text[:k], text[k:]} {
				in := reader.Text(part, vouched)
				for rec, ok := in.Next(); ok; rec, ok = in.Next() {
					if rec.Start > rec.Start+rec.At || rec.At > len(rec.Text) || part[rec.Start:rec.End] != rec.Text {
						t.Fatalf("%s: %q: record %+v", name, part, rec)
					}
					e := reader.Read(rec)
					for _, v := range []string{e.Code, e.RequestID, e.EC, e.Host, e.Operation} {
						if !strings.Contains(part, v) && !strings.Contains(strings.ReplaceAll(part, "\n", ""), v) {
							t.Errorf("%s: %q: %q", name, part, v)
						}
					}
					in.NotFound(rec)
				}
			}
		}
		k %= 23
	})
}

// TestStreamAsText: a stream has the records of the text, however it comes, and says where they are.
func TestStreamAsText(t *testing.T) {
	eachCase(t, func(t testing.TB, name, text string, vouched bool) {
		in, s := reader.Text(text, vouched), reader.Stream(iotest.HalfReader(strings.NewReader(text)), vouched)
		for {
			want, ok := in.Next()
			got, ok2 := s.Next()
			if ok != ok2 || got != want {
				t.Errorf("%s: the stream has\n%+v\nthe text\n%+v", name, got, want)
				break
			}
			if !ok {
				break
			}
			if l, offset := s.Where(got); offset < int64(want.Start) || offset > int64(want.Start+want.At) || l != line(text, int(offset)) {
				t.Errorf("%s: line %d, offset %d of a record at %d to %d", name, l, offset, want.Start, want.Start+want.At)
			}
			if e := reader.Read(want); says(&e) {
				in.Found(want)
				s.Found(got)
			} else {
				in.NotFound(want)
				s.NotFound(got)
			}
		}
		if err := s.Err(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	})
}
