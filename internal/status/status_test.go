package status

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestOf: each code is found, so that the table is sorted.
func TestOf(t *testing.T) {
	for _, c := range codes {
		assert.Equal(t, c.status, Of(c.code), c.code)
		assert.Equal(t, c.status, Of(strings.ToLower(c.code)), c.code)
		assert.NotEqual(t, 403, c.status, c.code)
	}
	for _, code := range []string{"", "AccessDenied", "NoSuch", "NoSuchKeys", "ZZZ"} {
		assert.Zero(t, Of(code), code)
	}
}
