package oss403_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

// TestMoreEvidenceBesideAText: a line more, in front of a text or behind it, takes nothing away: what the text told
// of is found, its kind stays or becomes one at all, its ID and EC are kept.
func TestMoreEvidenceBesideAText(t *testing.T) {
	var paths []string
	for _, pattern := range []string{"testdata/text/*.txtar", "testdata/wild/*.txtar", "testdata/403/*.txtar"} {
		list, err := filepath.Glob(pattern)
		if err != nil || len(list) == 0 {
			t.Fatal(pattern, err)
		}
		paths = append(paths, list...)
	}
	const url = "https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a.txt"
	for _, path := range paths {
		_, files := readCase(t, path)
		text := find(files, "text")
		if text == nil {
			text = find(files, "answer")
		}
		want := parsed(strings.TrimRight(*text, "\n"))
		if want == nil {
			continue // on the caller's word only, or none
		}
		id := want.RequestID
		if len(id) != len(requestID) {
			id = requestID
		}
		lines := []string{"RequestId: " + id, "x-oss-request-id: " + id, "host: examplebucket.oss-cn-hangzhou.aliyuncs.com", url, "PUT " + url, "status code: 403", "403 Forbidden", "Server: AliyunOSS", "operation error S3: PutObject"}
		if want.EC != "" {
			lines = append(lines, "EC: "+want.EC, "x-oss-ec: "+want.EC)
		}
		for _, line := range lines {
			for _, more := range []string{line + "\n" + *text, line + "\n\n" + *text, *text + line, *text + "\n" + line} {
				got := parsed(more)
				switch {
				case got == nil:
					t.Errorf("%s and %q: nothing", path, line)
				case got.Kind != want.Kind && !slices.Contains([]oss403.Kind{oss403.KindUnknown, oss403.KindIntermediary}, want.Kind),
					len(want.RequestID) == len(requestID) && got.RequestID != want.RequestID, want.EC != "" && got.EC != want.EC, want.Code != "" && got.Code != want.Code:
					t.Errorf("%s and %q:\n%+v, want\n%+v", path, line, got, want)
				}
			}
		}
	}
}
