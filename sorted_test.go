package oss403

import (
	"strings"
	"testing"

	"github.com/oss403/oss403/internal/chars"
)

// TestSorted: what is looked up by halving, or said to be sorted, is.
func TestSorted(t *testing.T) {
	sorted := func(name string, list []string, compare func(a, b string) int) {
		t.Helper()
		for i := 1; i < len(list); i++ {
			if compare(list[i-1], list[i]) >= 0 {
				t.Errorf("%s: %q stands before %q", name, list[i-1], list[i])
			}
		}
	}
	names := func(n int, name func(i int) string) (list []string) {
		for i := range n {
			list = append(list, name(i))
		}
		return list
	}
	for _, l := range languages {
		sorted(string(l.lang)+" phrases", names(len(l.phrases), func(i int) string { return string(l.phrases[i].english) }), strings.Compare)
		sorted(string(l.lang)+" kinds", names(len(l.kinds), func(i int) string { return string(l.kinds[i].kind) }), chars.CompareFold)
		sorted(string(l.lang)+" reasons", names(len(l.reasons), func(i int) string { return string(l.reasons[i].reason) }), chars.CompareFold)
		sorted(string(l.lang)+" ECs", names(len(l.ecPages), func(i int) string { return l.ecPages[i].ec }), strings.Compare)
	}
	sorted("placeholders", names(len(placeholders), func(i int) string { return placeholders[i].name }), strings.Compare)
	sorted("kinds", names(len(kinds), func(i int) string { return string(kinds[i].kind) }), chars.CompareFold)
	sorted("codes", names(len(codes), func(i int) string { return string(codes[i]) }), chars.CompareFold)
	sorted("ecs", names(len(ecs), func(i int) string { return ecs[i].ec }), strings.Compare)
	for i := 1; i < len(pairs); i++ { // two spellings may differ in final full stops only
		p, q := pairs[i-1], pairs[i]
		if n := chars.CompareFold(string(p.code), string(q.code)); n > 0 || n == 0 && chars.CompareFold(trimStops(p.message), trimStops(q.message)) > 0 {
			t.Errorf("pairs: %s %q stands before %s %q", p.code, p.message, q.code, q.message)
		}
	}
}
