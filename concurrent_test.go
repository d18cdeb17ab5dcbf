package oss403_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"

	"github.com/oss403/oss403"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// An error of the shape that a client of S3 makes, of many types: From remembers each.
type (
	clientA struct{ Code, Message, RequestID string }
	clientB struct{ Code, Message, RequestID string }
	clientC struct{ Message string }
)

func (e *clientA) Error() string { return e.Code }
func (e clientB) Error() string  { return e.Code }
func (e clientC) Error() string  { return e.Message }

// TestConcurrent: everything at once, on the same values. The race detector looks on.
func TestConcurrent(t *testing.T) {
	var sdk error = oss.ServiceError{StatusCode: 403, Code: "AccessDenied", Message: "Access denied by bucket policy.", RequestID: requestID, RawMessage: denied}
	wrapped := oss403.Wrap(fmt.Errorf("upload: %w", sdk))
	req, err := http.NewRequest(http.MethodPut, "https://b1x.oss-cn-hangzhou.aliyuncs.com/k?x-oss-tagging=1", nil)
	require.NoError(t, err)
	req.Header.Set("Authorization", "OSS LTAI5tExampleExampleKey1:signature")
	shared, ok := oss403.FromResponse(&http.Response{StatusCode: 403, Request: req, Body: io.NopCloser(strings.NewReader("<Error><Code>AccessDenied</Code><Message>AccessDenied</Message><RequestId>" + requestID + "</RequestId></Error>"))})
	require.True(t, ok)
	tr := &oss403.Transport{Base: answerWith(403, http.Header{"X-Oss-Request-Id": {requestID}}, denied)}
	want := shared.Report(oss403.Chinese)
	var wg sync.WaitGroup
	for i := range 32 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range 30 {
				_, _ = oss403.From(errors.Join(&clientA{}, clientB{}, clientC{}, sdk))
				_, _ = oss403.Parse(403, nil, []byte(denied))
				_, _ = oss403.ParseText(wrapped.Error())
				oss403.Classify(oss403.CodeAccessDenied, "You are forbidden to oss:PutBucket", "")
				_ = oss403.Is(wrapped, oss403.KindBucketPolicyDenied)
				if got := shared.Report(oss403.Chinese); got != want {
					t.Errorf("another report: %s", got)
				}
				_ = fmt.Sprintf("%+v", wrapped)
				for range oss403.Catalog() {
					break
				}
				r := req.Clone(req.Context())
				resp, err := tr.RoundTrip(r)
				if err != nil {
					t.Error(err)
					return
				}
				_, _ = io.Copy(io.Discard, resp.Body)
				if e, ok := tr.From(sdk); !ok || e.Kind != oss403.KindBucketPolicyDenied || e.Op != "PUT" {
					t.Errorf("%d %d: %v", i, j, e)
				}
			}
		}()
	}
	wg.Wait()
}

// TestCatalogIsReadOnly: what a caller does to what it was given changes nothing for others.
func TestCatalogIsReadOnly(t *testing.T) {
	collect := func() (list []oss403.Entry) {
		for e := range oss403.Catalog() {
			list = append(list, e)
		}
		return list
	}
	before := collect()
	for e := range oss403.Catalog() {
		for i := range e.EC {
			e.EC[i] = "spoiled"
		}
		_ = append(e.EC, "spoiled")
	}
	assert.True(t, reflect.DeepEqual(before, collect()))
	explain := func() oss403.Explanation { return oss403.KindEndpointMismatch.Explain(oss403.English) }
	want := explain()
	spoiled := explain()
	for i := range spoiled.Remedy.Steps {
		spoiled.Remedy.Steps[i] = "spoiled"
	}
	for i := range spoiled.Remedy.Docs {
		spoiled.Remedy.Docs[i] = oss403.Doc{}
	}
	assert.Equal(t, want, explain())
	e, ok := oss403.Parse(403, nil, []byte(denied))
	require.True(t, ok)
	e.Raw()[0] = 'x'
	assert.Equal(t, denied, string(e.Raw()))
}
