//go:build !race

package oss403_test

const raceDetector = false
