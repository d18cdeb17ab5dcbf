package oss403_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

// TestTextStepsOnce: no report gives the same advice twice, neither in two steps nor as a step beside
// "Retry". Two steps that begin alike name the same setting, and are one.
func TestTextStepsOnce(t *testing.T) {
	check := func(name string, steps []string) {
		for i, s := range steps {
			head := string([]rune(s)[:min(len([]rune(s)), 40)])
			if slices.ContainsFunc(steps[:i], func(o string) bool { return strings.HasPrefix(o, head) }) {
				t.Errorf("%s: begins as another step: %s", name, s)
			}
			if strings.HasPrefix(s, "Then retry") || strings.HasPrefix(s, "然后重试") {
				t.Errorf("%s: %s", name, s)
			}
		}
	}
	for _, lang := range []oss403.Lang{oss403.English, oss403.Chinese} {
		for k := range oss403.Kinds() {
			check(string(k), k.Explain(lang).Remedy.Steps)
			for r := range oss403.Reasons() {
				if slices.Contains(r.Kinds(), k) {
					check(string(k)+" "+string(r), (&oss403.Error{Kind: k, Reason: r}).Explain(lang).Remedy.Steps)
				}
			}
		}
		for name, e := range readErrors(t) {
			check(name, e.Explain(lang).Remedy.Steps)
		}
	}
}
