package oss403

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestPatterns: every pattern of every language is well formed, names facts that there are, and says
// something outside of brackets only with facts that have a general word.
func TestPatterns(t *testing.T) {
	if !slices.IsSortedFunc(placeholders[:], func(a, b placeholder) int { return strings.Compare(a.name, b.name) }) {
		t.Error("placeholders are not sorted by name")
	}
	known := map[string]bool{}
	for _, f := range placeholders {
		known[f.name] = true
	}
	used := map[string]bool{}
	placeholder := regexp.MustCompile(`\{([?!]?)(\w*)\}`)
	bracket := regexp.MustCompile(`\[[^\[\]]*\]`) // none inside of another
	for _, l := range languages {
		for _, x := range append(slices.Clone(l.kinds), l.reasons...) {
			name := string(l.lang) + " " + string(x.kind) + string(x.reason)
			for _, p := range append([]string{x.gist, x.summary, x.cause}, x.steps...) {
				if strings.ContainsAny(bracket.ReplaceAllString(p, ""), "[]|") || strings.Count(p, "{") != len(placeholder.FindAllString(p, -1)) {
					t.Errorf("%s: brackets: %q", name, p)
				}
				for _, group := range bracket.FindAllString(p, -1) {
					if strings.Contains(group[1:], "[") {
						t.Errorf("%s: a bracket in a bracket: %q", name, p)
					}
				}
				for _, m := range placeholder.FindAllStringSubmatch(p, -1) {
					used[m[2]] = true
					if !known[m[2]] {
						t.Errorf("%s: no fact %q: %q", name, m[2], p)
					}
				}
				for _, m := range placeholder.FindAllStringSubmatch(bracket.ReplaceAllString(p, ""), -1) {
					if words, known := noAnswer.view().fill(l.lang, m[2]); m[1] != "" || words == "" || known {
						t.Errorf("%s: {%s} outside of brackets: %q", name, m[2], p)
					}
				}
			}
		}
	}
	for name := range known {
		if !used[name] {
			t.Errorf("no text uses the fact %q", name)
		}
	}
}

// TestRows: the rows agree with the kinds, and what a program does alone is not somebody else's to do.
func TestRows(t *testing.T) {
	alone := []Retry{RetryAfterRefresh, RetryAfterClockSync, RetryOtherEndpoint, RetryAfterSigning}
	seen := map[Reason]bool{}
	for _, rows := range diagnoses {
		for i := range *rows {
			row := &(*rows)[i]
			for _, k := range row.kinds {
				if k != KindUnknown && k.facts() == nil {
					t.Errorf("%q: %s is no kind", row.reason, k)
				}
			}
			if row.reason == "" {
				continue
			}
			if seen[row.reason] {
				t.Errorf("%s has two rows", row.reason)
			}
			seen[row.reason] = true
			if row.holds == nil || row.finds == nil || row.retry == "" || row.actor == "" || len(row.kinds) == 0 {
				t.Errorf("%s lacks holds, finds, retry, actor or kinds", row.reason)
			}
			if slices.Contains(alone, row.retry) && row.actor != ActorCaller {
				t.Errorf("%s: %s by %s", row.reason, row.retry, row.actor)
			}
			if row.automatic != nil && !slices.Contains(alone, row.retry) {
				t.Errorf("%s: automatic, and %s", row.reason, row.retry)
			}
		}
	}
	for _, f := range kinds {
		if slices.Contains(alone, f.retry) && f.actor != ActorCaller {
			t.Errorf("%s: %s by %s", f.kind, f.retry, f.actor)
		}
		n := 0
		for _, row := range f.kind.rows() {
			if row.reason == "" {
				n++
			}
		}
		if n > 1 {
			t.Errorf("%s has %d rows of its own", f.kind, n)
		}
	}
}
