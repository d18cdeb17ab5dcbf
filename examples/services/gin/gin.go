// Package ginstatus is the gin middleware that answers for handlers whose OSS said 403. They leave the
// error with c.Error; which status it is and what a user may read, examples/httpstatus decides.
package ginstatus

import (
	"log/slog"

	"github.com/gin-gonic/gin"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/examples/httpstatus"
)

// Errors answers for the last error that a handler left, unless the handler has answered.
func Errors(log *slog.Logger) gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Next()
		last := c.Errors.Last()
		if last == nil || c.Writer.Written() {
			return
		}
		err := oss403.Wrap(last.Err)
		status, public := httpstatus.Status(err)
		log.ErrorContext(c.Request.Context(), c.FullPath(), "status", status, "err", err, oss403.Attr(err))
		c.JSON(status, gin.H{"error": public})
	}
}
