package main

import (
	"testing"
	"time"

	"github.com/oss403/oss403"
)

// TestGroups: what is told of a group is told of where its first error was met, in whatever order lines explain
// each other.
func TestGroups(t *testing.T) {
	noon := time.Date(2026, 3, 5, 12, 0, 0, 0, time.UTC)
	found := func(kind oss403.Kind, id, fingerprint string, at time.Time) finding {
		return finding{err: &oss403.Error{Kind: kind, RequestID: id}, time: at, facts: facts{fingerprint: fingerprint, values: [facets]string{byKind: string(kind)}}}
	}
	s := newFindings()
	s.add(found(oss403.KindUnknown, "1", "", noon), "a.log", 1)
	s.add(found(oss403.KindClockSkew, "2", "skew", noon), "a.log", 2)
	s.add(found(oss403.KindClockSkew, "1", "skew", time.Time{}), "a.log", 3)
	s.add(found(oss403.KindUnknown, "4", "unknown", noon), "a.log", 4)
	s.add(found(oss403.KindUnknown, "5", "unknown", noon), "a.log", 5)
	s.add(found(oss403.KindUnknown, "6", "unknown", noon), "a.log", 6)
	s.add(found(oss403.KindRefererDenied, "7", "referer", noon), "a.log", 7)
	s.add(found(oss403.KindUserDisabled, "8", "user", noon), "a.log", 8)
	s.end()
	skew := s.groups["skew"]
	if s.total != 7 || s.noTime != 0 || skew.count != 2 || skew.first.line != 1 || skew.example.RequestID != "1" || skew.last.line != 2 || !skew.first.time.Equal(noon) {
		t.Errorf("%d errors, %d without a time, %+v", s.total, s.noTime, skew)
	}
	order := func(by facet) (list []oss403.Kind) {
		s.by = by
		for _, g := range s.sorted() {
			list = append(list, g.example.Kind)
		}
		return list
	}
	for by, want := range map[facet][4]oss403.Kind{
		facets: {oss403.KindClockSkew, oss403.KindRefererDenied, oss403.KindUserDisabled, oss403.KindUnknown}, // what nobody knows the act for is last
		byKind: {oss403.KindUnknown, oss403.KindClockSkew, oss403.KindRefererDenied, oss403.KindUserDisabled},
	} {
		if got := order(by); len(got) != len(want) || [4]oss403.Kind(got) != want {
			t.Errorf("by %v: %v, want %v", by, got, want)
		}
	}
}

func TestCounter(t *testing.T) {
	var c counter
	for _, name := range []string{"b", "a", "c", "a"} {
		c.add(name)
	}
	for n, want := range map[int]struct{ shown, others int }{0: {3, 0}, 1: {1, 2}, 3: {3, 0}, 9: {3, 0}} {
		if list, others := c.top(n); len(list) != want.shown || others != want.others || list[0] != (named{"a", 2}) {
			t.Errorf("%d: %v and %d", n, list, others)
		}
	}
	for second, want := range map[int64]int64{0: 0, 59: 0, 60: 60, -1: -60, -60: -60, -61: -120} {
		if got := floor(second, 60); got != want {
			t.Errorf("%d: %d, want %d", second, got, want)
		}
	}
}
