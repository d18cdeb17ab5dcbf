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

// programLines, none of them longer than a console is wide, are what programs say of their own beside an error: no text of OSS's loses anything by them.
var programLines = []string{
	`level=error msg="upload failed" code=E1 status=500`,
	"2026-11-26 08:00:00 ERROR c.e.Foo - message: upload failed, bucket: mine",
	`{"message":"upload failed","code":"E1"}`,
	`{"msg":"upload failed","error":{"code":"E1","message":"retry later"}}`,
	"message: please retry later\ncode: E42",
	"errorCode: E1234, errorMsg: 上传失败",
	"error: Upload failed\nreason: unknown",
	`message="upload failed"`,
	"ERROR upload of report.pdf failed",
	"code=E1 message=upload failed",
	"[2026-11-26 08:00:00] prod.ERROR: upload failed {\"code\":\"E1\",\"status\":\"failed\"}",
	"errcode: 40001, errmsg: upload failed",
	"description: the nightly upload",
}

// TestProgramBesideAText: what a program says of its own neither displaces what OSS says nor is joined with it.
func TestProgramBesideAText(t *testing.T) {
	for _, pattern := range []string{"testdata/text/*.txtar", "testdata/wild/*.txtar", "testdata/403/*.txtar"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatal(pattern, err)
		}
		for _, path := range paths {
			_, files := readCase(t, path)
			text := find(files, "text")
			if text == nil {
				text = find(files, "answer")
			}
			want := parsed(*text)
			if want == nil {
				continue
			}
			for _, line := range programLines {
				for _, more := range []string{line + "\n" + *text, strings.TrimRight(*text, "\n") + "\n" + line + "\n"} {
					switch got := parsed(more); {
					case got == nil:
						t.Errorf("%s and %q: nothing, want\n%v", path, line, want)
					case got.Kind != want.Kind || got.EC != want.EC || got.Code != want.Code || got.RequestID != want.RequestID || got.Message != want.Message:
						t.Errorf("%s and %q:\n%v %q, want\n%v %q", path, line, got, got.Message, want, want.Message)
					}
				}
			}
		}
	}
}

// TestFactsWithAForm: what a text calls an EC or a request ID, and has no form of one, is none.
func TestFactsWithAForm(t *testing.T) {
	const said = "com.aliyun.oss.OSSException: You are denied by bucket referer policy. [ErrorCode]: AccessDenied "
	for text, want := range map[string][2]string{
		said + "[RequestId]: zorglub":                                 {"", ""},
		said + "[RequestId]: 1":                                       {"", ""},
		said + "[RequestId]: 1e2d3c4b-5a69-4788-96a5-b4c3d2e1f001":    {"1e2d3c4b-5a69-4788-96a5-b4c3d2e1f001", ""},
		said + "[RequestId]: " + requestID + " x-oss-ec: hunter2pass": {requestID, ""},
		"HTTP/1.1 403 Forbidden\nx-oss-request-id: " + requestID + "^M$\nx-oss-ec: 0003-00000502^M$\n^M$\n": {requestID, "0003-00000502"},
	} {
		e := parsed(text)
		if e == nil {
			t.Errorf("%q: nothing", text)
		} else if e.RequestID != want[0] || e.EC != want[1] {
			t.Errorf("%q: request ID %q, EC %q, want %q", text, e.RequestID, e.EC, want)
		}
	}
}
