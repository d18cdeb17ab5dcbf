package presigned

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// signer counts the URLs that it signs.
func signer(n *int) Signer {
	return func(_ context.Context, object string) (string, error) {
		*n++
		return fmt.Sprintf("https://photos.oss-cn-hangzhou.aliyuncs.com/%s?Expires=1772703000&OSSAccessKeyId=LTAI5tExampleExampleKey1&Signature=c2lnbmF0dXJlLi4uLi4u%d", object, *n), nil
	}
}

// found stands for OSS where it has the object.
type found struct{}

func (found) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Body: http.NoBody, Request: r}, nil
}

func TestDownload(t *testing.T) {
	for _, tt := range []struct {
		name  string
		rules []*oss403test.Rule
		urls  int
		kind  oss403.Kind
	}{
		{"at once", nil, 1, ""},
		{"with a second URL", []*oss403test.Rule{oss403test.Answer(oss403.KindRequestExpired).Nth(1)}, 2, ""},
		{"never", []*oss403test.Rule{oss403test.Answer(oss403.KindRequestExpired)}, 2, oss403.KindRequestExpired},
		{"not for another reason", []*oss403test.Rule{oss403test.Answer(oss403.KindRefererDenied)}, 1, oss403.KindRefererDenied},
	} {
		t.Run(tt.name, func(t *testing.T) {
			urls := 0
			client := &http.Client{Transport: oss403test.Transport(found{}, tt.rules...)}
			err := Download(context.Background(), client, signer(&urls), "may.jpg", &strings.Builder{})
			assert.Equal(t, tt.urls, urls)
			if tt.kind == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, tt.kind)
			assert.True(t, strings.HasPrefix(err.Error(), "download may.jpg: oss403: "), err)
			assert.NotContains(t, fmt.Sprintf("%+v", err), "c2lnbmF0dXJl")
		})
	}
}

// broken is a network that is down.
type broken struct{}

func (broken) RoundTrip(*http.Request) (*http.Response, error) { return nil, errDown }

var errDown = errors.New("no route to host")

func TestDownloadShowsNoURL(t *testing.T) {
	urls := 0
	err := Download(context.Background(), &http.Client{Transport: broken{}}, signer(&urls), "may.jpg", &strings.Builder{})
	require.ErrorIs(t, err, errDown)
	assert.EqualError(t, err, "download may.jpg: no route to host")
}
