package ossmetrics

import (
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"
)

// found stands for OSS where it has the object.
type found struct{}

func (found) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Body: http.NoBody, Request: r}, nil
}

func TestTransport(t *testing.T) {
	registry := prometheus.NewRegistry()
	oss := oss403test.Transport(found{},
		oss403test.Answer(oss403.KindRefererDenied).Key("a.txt"),
		oss403test.Answer(oss403.KindAccountOverdue).Key("b.txt"))
	client := &http.Client{Transport: Transport(oss, registry)}
	var wg sync.WaitGroup
	for _, key := range []string{"a.txt", "a.txt", "b.txt", "c.txt"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			resp, err := client.Get("https://photos.oss-cn-hangzhou.aliyuncs.com/" + key)
			if err != nil {
				t.Error(err)
				return
			}
			_ = resp.Body.Close()
		}()
	}
	wg.Wait()
	const want = `# HELP oss403_refused_total 403s of OSS by what went wrong.
# TYPE oss403_refused_total counter
oss403_refused_total{kind="AccountOverdue",reason=""} 1
oss403_refused_total{kind="RefererDenied",reason="NoReferer"} 2
`
	if err := testutil.GatherAndCompare(registry, strings.NewReader(want)); err != nil {
		t.Error(err)
	}
}
