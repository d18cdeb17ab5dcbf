package chars

import "strings"

// MaxText is how much of a body is read: an error of OSS has a few KiB.
const MaxText = 64 << 10

// maxKept is how much is kept of one value.
const maxKept = 4 << 10

// Keep copies s, cut where it is long, for what outlives the text that s is part of.
func Keep(s string) string { return strings.Clone(Cut(s, maxKept)) }

// KeepAll is Keep for a list.
func KeepAll(list []string) []string {
	var c []string
	for _, s := range list {
		c = append(c, Keep(s))
	}
	return c
}
