package logtext_test

import (
	"strings"
	"testing"
	"time"

	"github.com/oss403/oss403/internal/logtext"
)

func TestTimeOf(t *testing.T) {
	for line, want := range map[string]string{
		"2026-03-05T10:11:12Z ERROR put":                  "2026-03-05T10:11:12Z",
		"2026-03-05 10:11:12 ERROR put":                   "2026-03-05T10:11:12Z",
		"2026/03/05 10:11:12 ERROR put":                   "2026-03-05T10:11:12Z",
		"2026-03-05 10:11:12.5 put":                       "2026-03-05T10:11:12.5Z",
		"2026-03-05 10:11:12,123 put":                     "2026-03-05T10:11:12.123Z",
		"2026-03-05 10:11:12.123456789 put":               "2026-03-05T10:11:12.123456789Z",
		"2026-03-05 10:11:12.123456789123 put":            "2026-03-05T10:11:12.123456789Z",
		"2026-03-05 10:11:12. put":                        "2026-03-05T10:11:12Z",
		"2026-03-05 10:11:12. +0800":                      "2026-03-05T10:11:12Z",
		"2026-03-05 10:11:12.":                            "2026-03-05T10:11:12Z",
		"2026-03-05 10:11:12":                             "2026-03-05T10:11:12Z",
		"2026-03-05 10:11:12.3":                           "2026-03-05T10:11:12.3Z",
		"2026-03-05T10:11:12+08:00 put":                   "2026-03-05T02:11:12Z",
		"2026-03-05T10:11:12+0800":                        "2026-03-05T02:11:12Z",
		"2026-03-05 10:11:12 +0530 put":                   "2026-03-05T04:41:12Z",
		"2026-03-05 10:11:12.250  -11:45 put":             "2026-03-05T21:56:12.25Z",
		"2026-03-05 10:11:12 -0100 UTC put":               "2026-03-05T11:11:12Z",
		"[2026-12-31 23:59:60] put":                       "2027-01-01T00:00:00Z",
		"2026-01-01 24:00:00 put":                         "2026-01-02T00:00:00Z",
		"2026-10-31 00:00:00 put":                         "2026-10-31T00:00:00Z",
		"2026-00-05 10:11:12 put":                         "",
		"2026-13-05 10:11:12 put":                         "",
		"2026-03-00 10:11:12 put":                         "",
		"2026-03-32 10:11:12 put":                         "",
		"2026-03-05 25:11:12 put":                         "",
		"2026-03-05 10:60:12 put":                         "",
		"2026-03-05 10:11:61 put":                         "",
		"web-1  | 2026-03-05T10:11:12Z put":               "2026-03-05T10:11:12Z",
		"x2026-03-05T10:11:12Z put":                       "",
		"10:11:12 put":                                    "",
		"Mar  5 10:11:12 host put":                        "",
		"put":                                             "",
		"":                                                "",
		`1.2.3.4 - - [05/Mar/2026:10:11:12 +0800] "G`:     "2026-03-05T02:11:12Z",
		"1.2.3.4 - - [05/Mar/2026:10:11:12] G":            "2026-03-05T10:11:12Z",
		"05/Mar/2026:10:11:12":                            "2026-03-05T10:11:12Z",
		"1.2.3.4 - - [05/Mai/2026:10:11:12 +0800] G":      "",
		`{"time":"2026-03-05T10:11:12Z","x":1}`:           "2026-03-05T10:11:12Z",
		`{"ts":1772705472.25,"x":1}`:                      "2026-03-05T10:11:12.25Z",
		`{"ts":1772705472,"x":1}`:                         "2026-03-05T10:11:12Z",
		`{"ts":1000000000,"x":1}`:                         "",
		`{"ts":1000000001,"x":1}`:                         "2001-09-09T01:46:41Z",
		`{"ts":9999999999,"x":1}`:                         "2286-11-20T17:46:39Z",
		`{"ts":10000000000,"x":1}`:                        "",
		`"ts":1772705472.25,`:                             "2026-03-05T10:11:12.25Z",
		`{"ts":"soon","x":1}`:                             "",
		`{"ts":soon,"x":1}`:                               "",
		strings.Repeat("- ", 63) + "2026-03-05T10:11:12Z": "2026-03-05T10:11:12Z",
		strings.Repeat("- ", 64) + "2026-03-05T10:11:12Z": "",
		`{"msg":"` + strings.Repeat("-", 130) + `","time":"2026-03-05T10:11:12+08:00","level":"info"}`: "2026-03-05T02:11:12Z",
		`time="` + strings.Repeat(" ", 200) + `" 2026-03-05T10:11:12Z`:                                 "",
	} {
		got := ""
		if at := logtext.TimeOf(line); !at.IsZero() {
			got = at.Format(time.RFC3339Nano)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

const sdkText = `oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage="Access denied by bucket policy.", RequestId=684B00C0FFEE00C0FFEE0001`

// lines says how many lines the first record of a text has.
func lines(t *testing.T, text string) int {
	t.Helper()
	rec, ok := reader.Text(text, false).Next()
	if !ok {
		t.Fatalf("no record in %q", text)
	}
	return 1 + strings.Count(rec.Text, "\n")
}

// TestRecordStarts: a line that begins as records do ends the one above it, and one that only looks so
// goes on with it.
func TestRecordStarts(t *testing.T) {
	for begin, starts := range map[string]bool{
		"2026-03-05T10:11:12Z":                       true,
		"2026-03-05 10:11:12.123":                    true,
		"2026/03/05 10:11:12":                        true,
		"2026/03/05T10:11:12":                        true,
		"2026-03-05":                                 true,
		"[2026-03-05 10:11:12]":                      true,
		"[E 2026-03-05 10:11:12]":                    true,
		"05/Mar/2026:10:11:12":                       true,
		"[05/Mar/2026:10:11:12 +0000]":               true,
		"Mar  5 10:11:12 host":                       true,
		"Mar 15 10:11:12 host":                       true,
		"Mar 05, 2026 10:11:12 AM":                   true,
		"10:11:12.123":                               true,
		"I0305 10:11:12.123":                         true,
		"W0305 10:11:12.123":                         true,
		"E0305 10:11:12.123":                         true,
		"F0305 10:11:12.123":                         true,
		"20260305-10:11:12":                          true,
		"20260305 10:11:12":                          true,
		"03-05 10:11:12":                             true,
		"ERROR [2026-03-05 10:11:12]":                true,
		"(2026-03-05 10:11:12)":                      true,
		"Apr  5 10:11:12 host":                       true,
		"Apr 05, 2026":                               true,
		"Z 2026-03-05":                               true,
		"Server: Minio/RELEASE.2026-03-05T10-11-12Z": false,
		"Stored: logs/2026-03-05/a.gz":               false,
		"Copy: backup-2026-03-05.tar":                false,
		"Files: . 2026-03-05 10:11:12":               true,
		" 2026-03-05T10:11:12Z":                      true,
		"[" + strings.Repeat("-", 26) + "2026-03-05": true,
		"[" + strings.Repeat("-", 27) + "2026-03-05": false,
		`"2026-03-05 10:11:12"`:                      true,
		"\x1b[31m2026-03-05 10:11:12":                true,
		`{"level":"info",`:                           true,
		"time=now":                                   true,
		"time=2026-03-05T10:11:12Z":                  true,
		"ts=2026-03-05T10:11:12Z":                    true,
		"level=info":                                 true,
		"TRACE x":                                    true,
		"DEBUG x":                                    true,
		"INFO x":                                     true,
		"WARN x":                                     true,
		"ERROR x":                                    true,
		"FATAL x":                                    true,
		"[INFO] x":                                   true,
		"(INFO) x":                                   true,
		"panic: x":                                   true,
		"web-1  | 2026-03-05T10:11:12Z":              true,
		"web-1 | 2026-03-05 10:11:12":                true,
		"pod-x_y/app 2026-03-05T10:11:12":            true,
		"<34>1 2026-03-05T10:11:12Z":                 true,

		"":                              false,
		"more":                          false,
		"Caused by: x":                  false,
		"trace x":                       false,
		"lever=info":                    false,
		"paint: x":                      false,
		"note=2026-03-05T10:11:12Z":     false,
		"N=2026-03-05":                  false,
		"At: 2026-03-05":                false,
		"At:2026-03-05":                 false,
		"R 5 2026-03-05":                false,
		"M@r  5 10:11:12":               false,
		"M{r  5 10:11:12":               false,
		"M`r  5 10:11:12":               false,
		"10:11:1":                       false,
		"10:11:1x":                      false,
		"1/:11:12":                      false,
		"1::11:12":                      false,
		"20260305x10:11:12":             false,
		"X2026-03-05T10:11:12Z":         false,
		"we&b 2026-03-05T10:11:12":      false,
		"web-1 | 1926-03-05T10:11:12Z":  false,
		"2026x03x05 10:11:x2":           false,
		"2026/03-05 10:11:x2":           false,
		"2026/03/05 10.11:12":           false,
		"2026/03/05 10:11.12":           false,
		"web-1 | 2026-03-05x10:11:12Z":  false,
		"web-1 | 2026-03-05":            false,
		"(the object is of 2026-03-05)": true,
		"A: [2026-03-05":                true,
		"Nobody knew what it was until the 2026-03-05": false,
	} {
		want := 2
		if starts {
			want = 1
		}
		if got := lines(t, sdkText+"\n"+begin+" thing"); got != want {
			t.Errorf("%q: a record of %d lines", begin, got)
		}
	}
	for _, line := range []string{"10:11:12", "2026-03-05 10:11:12", "2026-03-05 10:11:12.", "2026-03-05 10:11:12Z", "Apr 05, 2026", "10:11:12.", "10:11:12,"} {
		if lines(t, sdkText+"\n"+line) != 1 {
			t.Errorf("%q alone begins no record", line)
		}
	}
	long := strings.Repeat("a", 110)
	if lines(t, sdkText+"\n"+long+" 2026-03-05T10:11:12Z") != 2 || lines(t, sdkText+"\n"+long[:106]+" 2026-03-05T10:11:12Z") != 1 {
		t.Error("a name of 106 characters is one, of 110 none")
	}
}
