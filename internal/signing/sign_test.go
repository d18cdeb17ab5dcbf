package signing

import (
	"testing"

	"github.com/oss403/oss403/internal/request"
	"github.com/stretchr/testify/assert"
)

// The secret of the records.
const recordSecret = "ExampleSecretExampleSecret0001"

// TestVerifyRecords: what real clients signed is verified, and what another server calculated of it
// is calculated here.
func TestVerifyRecords(t *testing.T) {
	for name, r := range signingRecords(t) {
		t.Run(name, func(t *testing.T) {
			sent := r.sent().read()
			s, ok := Verify(sent, recordSecret)
			assert.True(t, ok)
			_, ok = Verify(sent, recordSecret+"x")
			assert.False(t, ok)
			for _, c := range r.Changes {
				if c.Part == "" {
					assert.Equal(t, c.Answer.StringToSign, s.StringToSign)
					assert.Equal(t, c.Answer.CanonicalRequest, s.CanonicalRequest)
				}
			}
		})
	}
}

func TestVerifyNothing(t *testing.T) {
	_, ok := Verify(request.New("GET", "b.oss-cn-hangzhou.aliyuncs.com", "/k", "", nil), "")
	assert.False(t, ok, "not signed")
	assert.Empty(t, Sign("", "secret", "text"))
	assert.Empty(t, Sign("V4", "secret", "text"), "no scope")
}

// Known answers: HMAC-SHA1 and HMAC-SHA256 of a text that is often used for them.
func TestSign(t *testing.T) {
	assert.Equal(t, "3nybhbi3iqa8ino29wqQcBydtNk=", Sign("V1", "key", "The quick brown fox jumps over the lazy dog"))
	assert.Equal(t, "97yD9DBThCSxMpjmqm+xQ+9NWaFJRhdZl0edvC0aPNg=", Sign("V2", "key", "The quick brown fox jumps over the lazy dog"))
}
