package main

import (
	"testing"

	"github.com/oss403/oss403"
)

// TestLibraries runs the libraries as the programs are run: everything works, and of their texts the
// kind is read, as far as they show it.
func TestLibraries(t *testing.T) {
	hidden := map[string]map[oss403.Kind]bool{
		// S3 clients do not show AccessDeniedDetail and EC, which tell a RAM policy from a bucket's.
		"aws-sdk-go-v2": {oss403.KindRAMPolicyExplicitDeny: true},
		// It shows the message only, which other stores have as well.
		"minio-go": {oss403.KindRAMPolicyExplicitDeny: true, oss403.KindSignatureMismatch: true, oss403.KindEndpointMismatch: true, oss403.KindAccountOverdue: true, oss403.KindUserDisabled: true},
	}
	for _, p := range libraries() {
		r := try(p, t.TempDir())
		for _, f := range r.failures {
			t.Error(f)
		}
		for _, op := range operations {
			if r.done[op] != "ok" {
				t.Errorf("%s: %s: %s", p.name, op, r.done[op])
			}
		}
		for _, k := range kinds {
			if e := r.answers[k].found; (e == nil || e.Kind != k) && !hidden[p.name][k] {
				t.Errorf("%s: %s is read as %v", p.name, k, e)
			}
		}
	}
}
