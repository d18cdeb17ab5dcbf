package oss403_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"testing"

	"github.com/oss403/oss403"
)

// TestNothingForNothing: a program that meets no 403 pays nothing.
func TestNothingForNothing(t *testing.T) {
	other := fmt.Errorf("a: %w", fmt.Errorf("b: %w", errors.New("c")))
	ok := &http.Response{StatusCode: 200, Body: http.NoBody}
	for name, f := range map[string]func(){
		"Wrap(nil)":            func() { _ = oss403.Wrap(nil) },
		"Wrap of another":      func() { _ = oss403.Wrap(other) },
		"WrapValue of another": func() { _, _ = oss403.WrapValue(1, io.EOF) },
		"FromResponse, 200":    func() { _, _ = oss403.FromResponse(ok) },
		"Classify, exact":      func() { oss403.Classify(oss403.CodeAccessDenied, "Access denied by bucket policy.", "") },
		"Classify, EC":         func() { oss403.Classify(oss403.CodeAccessDenied, "", "0003-00000101") },
		"Is, not one":          func() { _ = oss403.Is(nil, oss403.KindClockSkew) },
	} {
		if n := testing.AllocsPerRun(100, f); n > 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}
