// Package httpstatus is an HTTP service that keeps its files in OSS. When OSS says 403, the service's own
// user has as a rule done nothing wrong: the status says whose fault it is, the body tells no more than
// a user needs, and the log tells operators all.
package httpstatus

import (
	"context"
	"io"
	"log/slog"
	"net/http"

	"github.com/oss403/oss403"
)

// Status returns what the service answers where its OSS refused, and what its user may read. It never
// names a bucket, a policy, an account or a kind: those are for the log.
func Status(err error) (status int, public string) {
	e, ok := oss403.From(err)
	switch {
	case !ok:
		return http.StatusInternalServerError, "Something went wrong."
	case e.Kind == oss403.KindRequestExpired:
		// The user came with a link that the service had signed.
		return http.StatusGone, "This link has expired. Ask for a new one."
	case e.Kind == oss403.KindObjectNotRestored:
		return http.StatusConflict, "This file is archived. It has to be restored first."
	case e.Kind.Category() == oss403.CategoryIntermediary, e.Kind.Category() == oss403.CategoryUnknown:
		// Something between the service and OSS, or nobody knows.
		return http.StatusBadGateway, "The storage cannot be reached."
	}
	// A key, a policy, an endpoint, a clock, a bill: ours to put right, and never the user's 403.
	return http.StatusInternalServerError, "The storage refused. We have been told."
}

// Files serves GET /files/{name} from what open returns, an object of OSS.
func Files(open func(ctx context.Context, name string) (io.ReadCloser, error), log *slog.Logger) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /files/{name}", func(w http.ResponseWriter, r *http.Request) {
		body, err := open(r.Context(), r.PathValue("name"))
		if err != nil {
			err = oss403.Wrap(err)
			status, public := Status(err)
			log.ErrorContext(r.Context(), "get file", "status", status, "err", err, oss403.Attr(err))
			http.Error(w, public, status)
			return
		}
		defer body.Close()
		_, _ = io.Copy(w, body)
	})
	return mux
}
