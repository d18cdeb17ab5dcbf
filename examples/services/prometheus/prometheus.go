// Package ossmetrics counts the 403s of OSS by kind and reason for Prometheus, as a Transport sees them on
// the way to any client.
package ossmetrics

import (
	"net/http"

	"github.com/oss403/oss403"
	"github.com/prometheus/client_golang/prometheus"
)

// Transport returns a Transport that counts in oss403_refused_total, registered with r. Its labels are
// bounded: kinds and reasons are closed sets in each version of the library, and nothing of an answer
// is a label, no bucket, no object and no request ID.
func Transport(base http.RoundTripper, r prometheus.Registerer) *oss403.Transport {
	refused := prometheus.NewCounterVec(prometheus.CounterOpts{Name: "oss403_refused_total", Help: "403s of OSS by what went wrong."}, []string{"kind", "reason"})
	r.MustRegister(refused)
	return &oss403.Transport{Base: base, Observe: func(_ *http.Request, e *oss403.Error) {
		refused.WithLabelValues(string(e.Kind), string(e.Reason)).Inc()
	}}
}
