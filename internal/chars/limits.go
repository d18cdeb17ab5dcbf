package chars

import "strings"

// MaxText is how much of a body is read: an error of OSS has a few KiB.
const MaxText = 64 << 10

// maxKept is how much is kept of one value.
const maxKept = 4 << 10

func Keep(s string) string { return strings.Clone(Cut(s, maxKept)) }

func KeepAll(list []string) []string {
	var c []string
	for _, s := range list {
		c = append(c, Keep(s))
	}
	return c
}
