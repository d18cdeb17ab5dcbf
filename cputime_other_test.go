//go:build !linux

package oss403_test

import "time"

// cpuTime returns how long this process has run.
func cpuTime() time.Duration { return time.Since(processStart) }

var processStart = time.Now()
