package oss403test_test

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"testing"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What tests hand over has the methods.
var (
	_ oss403test.RequireT = (*testing.T)(nil)
	_ oss403test.RequireT = (testing.TB)(nil)
	_ oss403test.TestingT = (assert.TestingT)(nil)
	_ oss403test.RequireT = (require.TestingT)(nil)
)

func TestAssertKind(t *testing.T) {
	const token = "CAISsecretsecretsecretsecretsecretsecretsecret=="
	signed := "https://b.oss-cn-hangzhou.aliyuncs.com/k?OSSAccessKeyId=LTAI5tExampleExampleKey2&Expires=1&Signature=c2VjcmV0c2VjcmV0c2VjcmV0c2U%3D&security-token=" + url.QueryEscape(token)
	overdue, disabled := oss403test.ServiceError(oss403.KindAccountOverdue), oss403test.ServiceError(oss403.KindUserDisabled)
	tests := []struct {
		name string
		err  error
		kind oss403.Kind
		want []string // parts of the failure; nil: none
	}{
		{"the kind", overdue, oss403.KindAccountOverdue, nil},
		{"wrapped", fmt.Errorf("save: %w", oss403.Wrap(overdue)), oss403.KindAccountOverdue, nil},
		{"any of several", errors.Join(disabled, overdue), oss403.KindAccountOverdue, nil},
		{"the zero kind", oss403test.Error(""), "", nil},
		{"nil", nil, oss403.KindAccountOverdue, []string{"want a 403 of OSS of kind AccountOverdue, got no error"}},
		{"nil and unknown", nil, "", []string{"kind Unknown, got no error"}},
		{"another kind", disabled, oss403.KindAccountOverdue, []string{"kind AccountOverdue, got UserDisabled\n\n", oss403test.Error(oss403.KindUserDisabled).Report(oss403.English)}},
		{"several others", errors.Join(disabled, overdue), oss403.KindKMSForbidden, []string{"got UserDisabled\n", "\n\nand AccountOverdue\n"}},
		{"no 403", &url.Error{Op: "Get", URL: signed, Err: io.ErrUnexpectedEOF}, oss403.KindAccountOverdue,
			[]string{"got an error that is none:\n*url.Error: Get ", "unexpected EOF"}},
		{"another status", oss.ServiceError{StatusCode: 404, Code: "NoSuchKey", Message: "The specified key does not exist."}, oss403.KindAccountOverdue,
			[]string{"oss.ServiceError: ", "StatusCode=404, ErrorCode=NoSuchKey"}},
		{"a text with lines", errors.New("one\ntwo: oss403: three"), oss403.KindAccountOverdue, []string{"*errors.errorString: one", "two: oss403: three"}},
		{"a token in the text", errors.New("x-oss-security-token: " + token), oss403.KindAccountOverdue, []string{"x-oss-security-token"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rec := &recorder{}
			assert.Equal(t, tt.want == nil, oss403test.AssertKind(rec, tt.err, tt.kind))
			assert.False(t, rec.failed, "AssertKind goes on")
			e := oss403test.RequireKind(rec, tt.err, tt.kind)
			assert.Equal(t, tt.want != nil, rec.failed)
			if tt.want == nil {
				require.NotNil(t, e)
				assert.True(t, e.Is(tt.kind))
				assert.Empty(t, rec.errors)
				return
			}
			assert.Nil(t, e)
			require.Len(t, rec.errors, 2)
			assert.Equal(t, rec.errors[0], rec.errors[1])
			for _, part := range tt.want {
				assert.Contains(t, rec.errors[0], part)
			}
			for _, secret := range []string{token, url.QueryEscape(token), "c2VjcmV0", "ExampleExample", "StatusCode=403", "kind="} {
				assert.NotContains(t, rec.errors[0], secret)
			}
		})
	}
}

// onlyErrorf is the least that AssertKind takes.
type onlyErrorf struct{ n int }

func (o *onlyErrorf) Errorf(string, ...any) { o.n++ }

func TestAssertKindWithoutHelper(t *testing.T) {
	o := &onlyErrorf{}
	assert.False(t, oss403test.AssertKind(o, nil, oss403.KindUserDisabled))
	assert.Equal(t, 1, o.n)
}
