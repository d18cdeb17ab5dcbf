// Package libraries_test holds what this library makes of errors that other libraries have wrapped,
// and what other libraries make of what it writes.
package libraries_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	ossv1 "github.com/aliyun/aliyun-oss-go-sdk/oss"
	driverv3 "github.com/distribution/distribution/v3/registry/storage/driver"
	driverv2 "github.com/docker/distribution/registry/storage/driver"
	"github.com/hashicorp/go-multierror"
	"github.com/oss403/oss403"
	pkgerrors "github.com/pkg/errors"
	"go.uber.org/multierr"
	k8serrors "k8s.io/apimachinery/pkg/util/errors"
	"k8s.io/apimachinery/pkg/util/wait"
)

// expired and refused are what SDK v1 makes of two answers.
var (
	expired = ossv1.ServiceError{StatusCode: 403, Code: "SecurityTokenExpired", Message: "The security token you provided has expired.", RequestID: "65AF5037A1B2C3D4E5F60718"}
	refused = ossv1.ServiceError{StatusCode: 403, Code: "AccessDenied", Message: "Access denied by bucket policy.", RequestID: "65AF5037A1B2C3D4E5F60719"}
)

// TestTrees: however a library puts errors together, each 403 is found, and so is what lies beside it.
func TestTrees(t *testing.T) {
	line := func(err error) string { e, _ := oss403.From(err); return e.Error() }
	first, second := line(expired), line(refused)
	tests := []struct {
		name    string
		err     error
		n       int
		single  bool
		text    string
		another bool // errors.Is finds io.EOF
	}{
		{"pkg/errors Wrap", pkgerrors.Wrap(expired, "upload"), 1, true, "upload: " + first, false},
		{"pkg/errors WithStack, WithMessage", pkgerrors.WithMessage(pkgerrors.WithStack(expired), "upload"), 1, true, "upload: " + first, false},
		{"hashicorp, one", multierror.Append(nil, expired), 1, false, "1 error occurred:\n\t* " + first + "\n\n", false},
		{"hashicorp", multierror.Append(io.EOF, expired, fmt.Errorf("again: %w", refused)), 2, false, "3 errors occurred:\n\t* EOF\n\t* " + first + "\n\t* again: " + second + "\n\n", true},
		{"hashicorp below %w", fmt.Errorf("all: %w", multierror.Append(expired, io.EOF)), 1, false, "all: 2 errors occurred:\n\t* " + first + "\n\t* EOF\n\n", true},
		{"uber", multierr.Combine(expired, io.EOF, refused), 2, false, first + "; EOF; " + second, true},
		{"Kubernetes", k8serrors.NewAggregate([]error{expired, io.EOF, refused}), 2, false, "[" + first + ", EOF, " + second + "]", true},
		{"Argo's wait", fmt.Errorf("%w: %w", wait.ErrorInterrupted(errors.New("timed out waiting for the condition")), expired), 1, false, "timed out waiting for the condition: " + first, false},
		{"docker/distribution 2", fmt.Errorf("push: %w", driverv2.Error{DriverName: "oss", Enclosed: expired}), 1, true, "push: oss: " + first, false},
		{"docker/distribution 2, a pointer", &driverv2.Error{DriverName: "oss", Enclosed: expired}, 1, true, "oss: " + first, false},
		{"docker/distribution 3", driverv3.Error{DriverName: "s3aws", Detail: fmt.Errorf("put: %w", expired)}, 1, true, "s3aws: put: " + first, false},
		{"docker/distribution 3, several", driverv3.Errors{DriverName: "s3aws", Errs: []error{expired, io.EOF, refused}}, 2, false, "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n := 0
			for range oss403.All(tt.err) {
				n++
			}
			if n != tt.n {
				t.Errorf("%d 403s, want %d", n, tt.n)
			}
			w := oss403.Wrap(tt.err)
			if _, single := w.(*oss403.Error); single != tt.single {
				t.Errorf("%T", w)
			}
			if got := w.Error(); got != tt.text && tt.text != "" || !strings.Contains(got, first) {
				t.Errorf("\n%s\nwant\n%s", got, tt.text)
			}
			if errors.Is(w, io.EOF) != tt.another {
				t.Error("io.EOF")
			}
			if !errors.Is(w, oss403.KindSecurityTokenExpired) || errors.Is(w, oss403.KindBucketPolicyDenied) != (tt.n > 1) || !oss403.Is(w, oss403.KindSecurityTokenExpired) {
				t.Error("the kinds")
			}
			var e *oss403.Error
			var se ossv1.ServiceError
			if !errors.As(w, &e) || !errors.As(w, &se) || se.Code != string(e.Code) {
				t.Errorf("%v, %v", e, se)
			}
			if oss403.Wrap(w) != w {
				t.Error("wrapped twice")
			}
		})
	}
}

// TestHidden: what errors.As cannot see in the error of docker/distribution, it sees in ours.
func TestHidden(t *testing.T) {
	err := driverv2.Error{DriverName: "oss", Enclosed: expired}
	var se ossv1.ServiceError
	if errors.As(err, &se) {
		t.Skip("not hidden any more")
	}
	if !errors.As(oss403.Wrap(err), &se) || se.RequestID != expired.RequestID {
		t.Error(se)
	}
	var de driverv2.Error
	if !errors.As(oss403.Wrap(err), &de) || de.DriverName != "oss" {
		t.Error(de)
	}
}

// TestText: an error that was flattened to a text is none of From's; ParseText reads it.
func TestText(t *testing.T) {
	flat := pkgerrors.Errorf("upload: %v", expired)
	if _, ok := oss403.From(flat); ok || oss403.Is(flat, oss403.KindSecurityTokenExpired) || oss403.Wrap(flat) != flat {
		t.Error("a text is no error")
	}
	if e, ok := oss403.ParseText(flat.Error()); !ok || e.Kind != oss403.KindSecurityTokenExpired || e.RequestID != expired.RequestID {
		t.Error(e)
	}
}
