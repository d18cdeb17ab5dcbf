package oss403_test

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

// TestReasonPairsReachable: each reason decides for each of its kinds, in a case of testdata/403 or in one
// whose code, message and EC were replaced by those of the kind. A row that an earlier one of its kind always
// hides, or whose evidence no answer of the kind can hold, says nothing to anybody.
func TestReasonPairsReachable(t *testing.T) {
	type pair struct {
		reason oss403.Reason
		kind   oss403.Kind
	}
	reached := map[pair]bool{}
	cases := map[oss403.Reason][][]file{}
	var all [][]file
	for _, path := range casePaths(t) {
		_, files := readCase(t, path)
		e, _ := decode(t, files)
		reached[pair{e.Reason, e.Kind}] = true
		cases[e.Reason] = append(cases[e.Reason], files)
		all = append(all, files)
		if find(files, "request") != nil { // the same answer, of a request that is not known
			all = append(all, slices.DeleteFunc(slices.Clone(files), func(f file) bool { return f.name == "request" }))
		}
	}
	entries := map[oss403.Kind][]oss403.Entry{}
	for entry := range oss403.Catalog() {
		entries[entry.Kind] = append(entries[entry.Kind], entry)
	}
	for r := range oss403.Reasons() {
		for _, k := range r.Kinds() {
			try := func(files []file) bool {
				return slices.ContainsFunc(entries[k], func(entry oss403.Entry) bool {
					for _, ec := range append([]string{""}, entry.EC...) {
						e, ok := decode(t, graft(files, entry, ec))
						if ok && e.Kind == k && e.Reason == r {
							return true
						}
					}
					return false
				})
			}
			if !reached[pair{r, k}] && !slices.ContainsFunc(cases[r], try) && !slices.ContainsFunc(all, try) {
				t.Errorf("%s is never the reason of %s", r, k)
			}
		}
	}
}

var (
	codeElement    = regexp.MustCompile(`(?s)<Code>.*?</Code>`)
	messageElement = regexp.MustCompile(`(?s)<Message>.*?</Message>`)
	ecElement      = regexp.MustCompile(`(?s)\s*<EC>.*?</EC>`)
	errorHeader    = regexp.MustCompile(`(?i)\n(x-oss-err|x-oss-ec|x-oss-code): [^\n]*`)
)

// graft returns the case with another code, message and EC in its answer.
func graft(files []file, entry oss403.Entry, ec string) []file {
	files = slices.Clone(files)
	for i := range files {
		if files[i].name != "answer" {
			continue
		}
		head, body, _ := strings.Cut(files[i].data, "\n\n")
		if !strings.Contains(body, "<Error>") {
			body = "<Error><Code></Code><Message></Message></Error>"
		}
		var message strings.Builder
		xml.EscapeText(&message, []byte(entry.Message))
		for _, element := range []struct {
			old *regexp.Regexp
			now string
		}{
			{codeElement, "<Code>" + string(entry.Code) + "</Code>"},
			{messageElement, "<Message>" + message.String() + "</Message>"},
			{ecElement, ""},
		} {
			body = element.old.ReplaceAllLiteralString(body, element.now)
		}
		if ec != "" {
			body = strings.Replace(body, "</Message>", "</Message><EC>"+ec+"</EC>", 1)
		}
		files[i].data = errorHeader.ReplaceAllString(head, "") + "\n\n" + body
	}
	return files
}
