//go:build race

package oss403_test

// raceDetector allocates too.
const raceDetector = true
