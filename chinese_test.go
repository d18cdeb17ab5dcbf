package oss403_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/oss403/oss403"
)

var (
	quoted       = regexp.MustCompile(`"[^"]*"`)
	noBlank      = regexp.MustCompile(`[A-Za-z0-9]\p{Han}|\p{Han}[A-Za-z0-9]`)
	hanBlank     = regexp.MustCompile(`[\p{Han}，。；：（）] +[\p{Han}，。；：（）]`)
	englishWords = regexp.MustCompile(`(?:[A-Za-z][a-z']+ ){4}[A-Za-z]?[a-z']+`)
)

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// TestChineseReports: what is said is Chinese, for every case with its request, and for every kind
// by itself.
func TestChineseReports(t *testing.T) {
	check := func(name string, x oss403.Explanation) {
		lines := append([]string{x.Summary, x.Cause}, x.Remedy.Steps...)
		for _, f := range x.Findings {
			if f.Meaning != "" {
				lines = append(lines, f.Meaning)
			}
			if englishWords.MatchString(f.Field) || strings.Contains(f.Field, " ") && !hasHan(f.Field) && f.Field != "AccessKey ID" {
				t.Errorf("%s: not in Chinese: %s", name, f.Field)
			}
		}
		for _, line := range lines {
			plain := quoted.ReplaceAllString(line, `"x"`)
			if !hasHan(plain) || englishWords.MatchString(plain) {
				t.Errorf("%s: not in Chinese: %s", name, line)
			}
			if strings.Contains(plain, "  ") || strings.ContainsAny(plain, "{}|") || noBlank.MatchString(plain) || hanBlank.MatchString(plain) {
				t.Errorf("%s: %s", name, line)
			}
		}
		for _, d := range x.Remedy.Docs {
			if !hasHan(d.Title) && englishWords.MatchString(d.Title) { // a title may quote a message
				t.Errorf("%s: not in Chinese: %s", name, d.Title)
			}
		}
	}
	for k := range oss403.Kinds() {
		check(string(k), k.Explain(oss403.Chinese))
	}
	check("Unknown", oss403.KindUnknown.Explain(oss403.Chinese))
	for _, path := range casePaths(t) {
		_, files := readCase(t, path)
		e, ok := decode(t, files)
		if !ok {
			continue
		}
		check(path, e.Explain(oss403.Chinese))
		for _, line := range strings.Split(e.Report(oss403.Chinese), "\n") {
			if !strings.HasPrefix(line, "  错误信息：") && !strings.HasPrefix(line, "  X-Tengine-Error：") && !hasHan(line) && englishWords.MatchString(quoted.ReplaceAllString(line, `"x"`)) {
				t.Errorf("%s: not in Chinese: %s", path, line)
			}
		}
	}
}
