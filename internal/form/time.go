package form

import (
	"net/http"
	"strings"
	"time"
)

// ParseTime reads the forms in which OSS writes a time; the zero time for anything else.
func ParseTime(s string) time.Time {
	if s == "" {
		return time.Time{}
	}
	layout := time.RFC1123
	switch {
	case len(s) > 4 && s[4] == '-':
		layout = time.RFC3339Nano
	case len(s) > 8 && s[8] == 'T':
		layout = "20060102T150405Z"
	case strings.HasSuffix(s, " GMT"):
		layout = http.TimeFormat
	case len(s) > 5 && (s[len(s)-5] == '+' || s[len(s)-5] == '-'): // +0800
		layout = time.RFC1123Z
	}
	if t, err := time.Parse(layout, s); err == nil {
		return t.UTC()
	}
	return time.Time{}
}
