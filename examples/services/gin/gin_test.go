package ginstatus

import (
	"bytes"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
)

func TestErrors(t *testing.T) {
	gin.SetMode(gin.TestMode)
	for _, tt := range []struct {
		err    error
		status int
		body   string
	}{
		{nil, 200, "text"},
		{oss403test.ServiceError(oss403.KindRequestExpired), 410, `{"error":"This link has expired. Ask for a new one."}`},
		{oss403test.ServiceError(oss403.KindBucketPolicyDenied), 500, `{"error":"The storage refused. We have been told."}`},
		{oss403test.ServiceError(oss403.KindIntermediary), 502, `{"error":"The storage cannot be reached."}`},
	} {
		var log bytes.Buffer
		r := gin.New()
		r.Use(Errors(slog.New(slog.NewTextHandler(&log, nil))))
		r.GET("/files/:name", func(c *gin.Context) {
			if tt.err != nil {
				_ = c.Error(fmt.Errorf("open %s: %w", c.Param("name"), tt.err))
				return
			}
			c.String(http.StatusOK, "text")
		})
		w := httptest.NewRecorder()
		r.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/files/may.txt", nil))
		if w.Code != tt.status || w.Body.String() != tt.body {
			t.Errorf("%v: %d %s", tt.err, w.Code, w.Body)
		}
		if e, ok := oss403.From(tt.err); ok && (!strings.Contains(log.String(), "oss403.kind="+string(e.Kind)) || !strings.Contains(log.String(), "open may.txt: oss403: ")) {
			t.Errorf("logged: %s", log.String())
		}
	}
}
