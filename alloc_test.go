package oss403_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"

	"github.com/oss403/oss403"
)

// Times are for the benchmarks; how much memory a call takes is the same on every machine.

// maxAllocs fails if f takes more than n allocations.
func maxAllocs(t *testing.T, name string, n float64, f func()) {
	t.Helper()
	if raceDetector {
		return
	}
	f() // what is made once
	if got := testing.AllocsPerRun(100, f); got > n {
		t.Errorf("%s: %v allocations, at most %v are to be", name, got, n)
	}
}

// TestNothingForNothing: a program that meets no 403 pays nothing.
func TestNothingForNothing(t *testing.T) {
	other := fmt.Errorf("a: %w", fmt.Errorf("b: %w", errors.New("c")))
	ok := &http.Response{StatusCode: 200, Body: http.NoBody}
	req := httptest.NewRequest(http.MethodGet, "/", nil)
	tr := &oss403.Transport{Base: roundTrip(func(*http.Request) (*http.Response, error) { return ok, nil })}
	for name, f := range map[string]func(){
		"Wrap(nil)":            func() { _ = oss403.Wrap(nil) },
		"Wrap of another":      func() { _ = oss403.Wrap(other) },
		"WrapValue of another": func() { _, _ = oss403.WrapValue(1, io.EOF) },
		"FromResponse, 200":    func() { _, _ = oss403.FromResponse(ok) },
		"Transport, 200":       func() { _, _ = tr.RoundTrip(req) },
		"Is, not one":          func() { _ = oss403.Is(nil, oss403.KindClockSkew) },
	} {
		maxAllocs(t, name, 0, f)
	}
}

// TestAllocations: what a 403 costs.
func TestAllocations(t *testing.T) {
	body := []byte(benchBody)
	maxAllocs(t, "Parse", 3, func() { _, _ = oss403.Parse(403, nil, body) })
	var err error = benchError(t)
	maxAllocs(t, "From", 4, func() { _, _ = oss403.From(err) })
	wrapped := fmt.Errorf("upload: %w", oss403.Wrap(err))
	maxAllocs(t, "From of what is wrapped", 0, func() { _, _ = oss403.From(wrapped) })
	maxAllocs(t, "Is of what is wrapped", 0, func() { _ = oss403.Is(wrapped, oss403.KindClockSkew) })
	for e := range oss403.Catalog() {
		maxAllocs(t, "Classify of "+e.Message, 0, func() { oss403.Classify(e.Code, e.Message, "") })
	}
	maxAllocs(t, "Classify by the EC", 0, func() { oss403.Classify(oss403.CodeAccessDenied, "", "0003-00000101") })
	maxAllocs(t, "Classify of what is not known", 0, func() { oss403.Classify("Something", "new", "0009-00000001") })
}

// TestErrorAllocations: the line of each kind is put together without waste.
func TestErrorAllocations(t *testing.T) {
	for _, path := range casePaths(t) {
		_, files := readCase(t, path)
		if e, ok := oss403.FromResponse(response(t, files)); ok {
			maxAllocs(t, "Error of "+filepath.Base(path), 3, func() { _ = e.Error() })
		}
	}
}
