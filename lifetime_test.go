package oss403

import "testing"

// TestLifetimeFlaw: what a program most likely meant by the lifetime of a V4 URL.
func TestLifetimeFlaw(t *testing.T) {
	for seconds, want := range map[int64]lifetimeFlaw{
		1:                   lifetimeSound,
		604800:              lifetimeSound,
		604801:              lifetimeLong,
		1767225600:          lifetimeTime,   // 2026-01-01
		1767225600123:       lifetimeTime,   // the same in milliseconds
		1767225600000:       lifetimeTime,   // on the second
		3600000:             lifetimeMillis, // an hour
		604800000:           lifetimeMillis,
		604801000:           lifetimeLong,
		60000000000:         lifetimeNanos, // a minute as a time.Duration
		1800000000000:       lifetimeNanos, // half an hour
		3600000000000:       lifetimeNanos, // an hour
		604800000000000:     lifetimeNanos,
		604801000000000:     lifetimeLong,
		9223372036854775807: lifetimeLong,
	} {
		if got := findLifetimeFlaw(seconds); got != want {
			t.Errorf("%d: %q, want %q", seconds, got, want)
		}
	}
}
