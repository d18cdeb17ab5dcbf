package signing

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestRefusals: the table is sorted, each EC is found, and leads back to itself or to the first of its kind.
func TestRefusals(t *testing.T) {
	assert.True(t, slices.IsSortedFunc(refusals[:], func(a, b refusal) int { return strings.Compare(a.ec, b.ec) }))
	for _, r := range refusals {
		assert.Equal(t, r.why, RefusalOf(r.ec), r.ec)
		for _, scheme := range r.schemes {
			assert.LessOrEqual(t, ECOf(r.why, scheme), r.ec, scheme)
			assert.Equal(t, r.why, RefusalOf(ECOf(r.why, scheme)), r.ec)
		}
	}
	for _, ec := range []string{"", "0002-00000041", "0002-0000004", "0003-00000040", "0002-99999999", "0002-"} {
		assert.Zero(t, RefusalOf(ec), ec)
	}
}

func TestECOf(t *testing.T) {
	for _, c := range []struct {
		why        Refusal
		scheme, ec string
	}{
		{Mismatch, "V1", "0002-00000040"},
		{Mismatch, "S3 V4", "0002-00000429"},
		{Mismatch, "", ""},
		{FormMismatch, "V4", "0002-00000705"},
		{KeyIDMissing, "V2", ""},
		{ExpiresBlank, "S3 V2", "0002-00000302"},
		{Expired, "V2", "0002-00000069"},
		{Skewed, "S3 V2", "0002-00000501"},
		{KeyIDMalformed, "V1", "0002-00000073"},
		{KeyIDMalformed, "", "0002-00000901"},
		{KeyUnknown, "", "0002-00000902"},
		{0, "V1", ""},
	} {
		assert.Equal(t, c.ec, ECOf(c.why, c.scheme), "%d %s", c.why, c.scheme)
	}
}

func TestOfParameter(t *testing.T) {
	for why, want := range map[Refusal]bool{OtherVPC: false, KeyIDMissing: true, ExpiresMissing: true, SignatureBlank: true, ExpiresInvalid: false, 0: false} {
		assert.Equal(t, want, why.OfParameter(), why)
	}
}
