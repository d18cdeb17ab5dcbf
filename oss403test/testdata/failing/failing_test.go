// Package failing fails. TestFailuresPointAtTheCaller runs it and looks which lines go test names.
package failing

import (
	"os"
	"testing"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
)

func TestMain(m *testing.M) {
	if os.Getenv("OSS403TEST_FAIL") != "" {
		os.Exit(m.Run())
	}
}

var err = oss403test.ServiceError(oss403.KindUserDisabled)

func TestAssertKind(t *testing.T) {
	oss403test.AssertKind(t, err, oss403.KindAccountOverdue) // fails: want a 403 of OSS of kind AccountOverdue
	oss403test.AssertKind(t, err, "AccountOverDue")          // fails: there is no kind "AccountOverDue"; did you mean AccountOverdue?
}

func TestRequireKind(t *testing.T) {
	oss403test.RequireKind(t, nil, oss403.KindAccountOverdue) // fails: want a 403 of OSS of kind AccountOverdue, got no error
}

func TestInHelper(t *testing.T) {
	check(t, err) // fails: want a 403 of OSS of kind KMSForbidden
}

func check(t *testing.T, err error) {
	t.Helper()
	oss403test.AssertKind(t, err, oss403.KindKMSForbidden)
}

func TestUnused(t *testing.T) {
	oss403test.NewServer(t, oss403test.Answer(oss403.KindUserDisabled)) // fails: oss403test: rule 1 was never hit
}
