package oss403

import "testing"

// TestNever403: no code of the catalog is one that OSS sends with other statuses only.
func TestNever403(t *testing.T) {
	for _, c := range codes {
		if isNever403(string(c)) {
			t.Errorf("%s", c)
		}
	}
	for _, code := range []string{"CallbackFailed", "NoSuchKey", "Unauthorized"} {
		if !isNever403(code) {
			t.Errorf("%s", code)
		}
	}
}
