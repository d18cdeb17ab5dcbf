package oss403test

import (
	"fmt"
	"strings"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
)

// TestingT is what [AssertKind] needs of a test: *testing.T, testing.TB and the TestingT of
// testify have it.
type TestingT interface {
	Errorf(format string, args ...any)
}

// RequireT is what [RequireKind] needs of a test.
type RequireT interface {
	TestingT
	FailNow()
}

// AssertKind says whether err's tree holds a 403 of the kind, whatever client made it and however it is
// wrapped; the zero value stands for KindUnknown. If there is none the test fails, and goes on, and its log
// has the whole report of err. Secrets in err's text are masked as package oss403 masks them.
func AssertKind(t TestingT, err error, kind oss403.Kind) bool {
	if h, ok := t.(helper); ok {
		h.Helper() // here, since it marks the function that calls it
	}
	_, ok := assertKind(t, err, kind)
	return ok
}

// RequireKind is [AssertKind], but ends the test if it fails. It returns the 403 of the kind, the first if
// there are several, so that the test can look at the rest of it.
func RequireKind(t RequireT, err error, kind oss403.Kind) *oss403.Error {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	e, ok := assertKind(t, err, kind)
	if !ok {
		t.FailNow()
	}
	return e
}

// helper is what a test has that shows the line of the caller of a function that failed it.
type helper interface{ Helper() }

func assertKind(t TestingT, err error, kind oss403.Kind) (*oss403.Error, bool) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	if kind == "" {
		kind = oss403.KindUnknown
	}
	if why := noKind(kind); why != "" {
		t.Errorf("%s", why)
		return nil, false
	}
	var others []string
	for e := range oss403.All(err) {
		if e.Is(kind) {
			return e, true
		}
		others = append(others, fmt.Sprintf("%s\n\n%s", e.Kind.Error(), e.Report(oss403.English)))
	}
	switch {
	case err == nil:
		t.Errorf("want a 403 of OSS of kind %s, got no error", kind)
	case len(others) == 0:
		t.Errorf("want a 403 of OSS of kind %s, got an error that is none:\n%s", kind, describe(err))
	default:
		t.Errorf("want a 403 of OSS of kind %s, got %s", kind, strings.Join(others, "\n\nand "))
	}
	return nil, false
}

// describe shows an error that is no 403. Its text may hold a signed URL, or what a program put
// in for its own use, so that it goes through the masks of package oss403: a 403 that is put
// behind it shows what a caller said in front of one, and nothing of its own is kept.
func describe(err error) string {
	behind := oss.ServiceError{StatusCode: 403}
	text := oss403.Wrap(fmt.Errorf("%s: %w", err, behind)).Error()
	text = strings.TrimSuffix(text, ": "+oss403.Wrap(behind).Error())
	return fmt.Sprintf("%T: %s", err, text)
}
