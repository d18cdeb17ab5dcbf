package errors_test

import (
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

// dangling is punctuation that led to what was cut out, or came behind it.
var dangling = regexp.MustCompile(`(^|[\s:,;=.(\[{“（【：，；-]): oss403: |^[\s:,;=.]|[,;:]\s*[,;:]|\(\s*\)|\[\s*\]|""`)

// TestSeam: what callers and clients say around an answer is cut cleanly, and the client's own account
// of the answer is gone.
func TestSeam(t *testing.T) {
	formats := map[string]string{
		"%w": "", "upload: %w": "upload", "upload, %w": "upload", "上传：%w": "上传", "upload (%w)": "upload", "upload [%w], giving up": "upload, giving up",
		"upload %q: %w": `upload "a.txt"`, `err="%w"`: "err", "err=%w": "err", "upload: %w.": "upload", "upload (try 3: %w)": "upload (try 3)", "%w: giving up": "giving up",
	}
	for _, c := range clients {
		for _, method := range []string{http.MethodGet, http.MethodPut, http.MethodHead} {
			for _, bucket := range []string{"whole", "empty", "truncated"} {
				err := c.send(t, oss.transport(), bucket, method)
				e, ok := oss403.From(err)
				if !ok {
					continue
				}
				bare := oss403.Wrap(err).Error()
				own, line, ok := strings.Cut(bare, "oss403: ")
				if !ok || "oss403: "+line != e.Error() {
					t.Errorf("%s, %s %s: %s", c.name, method, bucket, bare)
				}
				for format, before := range formats {
					wrapped := fmt.Errorf(format, err)
					if strings.Contains(format, "%q") {
						wrapped = fmt.Errorf(format, "a.txt", err)
					}
					got := oss403.Wrap(wrapped).Error()
					want := own + e.Error()
					if before != "" && own == "" {
						want = before + ": " + e.Error()
					}
					if own == "" && got != want || !strings.HasSuffix(got, e.Error()) || dangling.MatchString(got[:strings.Index(got, "oss403: ")+len("oss403: ")]) ||
						strings.Contains(got, "StatusCode") || !strings.Contains(got, before[:min(len(before), 3)]) {
						t.Errorf("%s, %s %s, %s:\n%s\nof\n%s", c.name, method, bucket, format, got, wrapped)
					}
				}
				// Two of them beside each other.
				tree := oss403.Wrap(errors.Join(fmt.Errorf("first: %w", err), fmt.Errorf("second (%w)", err)))
				if got := tree.Error(); strings.Count(got, e.Error()) != 2 || strings.Contains(got, "StatusCode") {
					t.Errorf("%s, %s %s:\n%s", c.name, method, bucket, got)
				}
			}
		}
	}
	oss.count()
}
