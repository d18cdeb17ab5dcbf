package oss403_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/oss403/oss403"
)

// TestScanLinesAlike: lines of a log that differ in no more than digits are an error each, with a time,
// an object and an ID of its own.
func TestScanLinesAlike(t *testing.T) {
	prefixes := map[string]string{
		"plain":       "2026-03-05T10:00:0%dZ ERROR ",
		"blank":       "2026-03-05 10:00:0%d,123 ERROR  ",
		"java":        "2026-03-05 10:00:0%d.123  ERROR 12 --- [main] c.e.Up   : ",
		"docker":      "2026-03-05T10:00:0%d.123456789Z ",
		"compose":     "web-1  | 2026-03-05T10:00:0%dZ ",
		"containerd":  "2026-03-05T10:00:0%d.123456789+00:00 stderr F ",
		"journald":    "2026-03-05T10:00:0%d+0000 host app[12]: ",
		"two":         "2026-03-05T10:00:0%d.123456789Z stdout F 2026-03-05 10:00:01 ERROR ",
		"logfmt":      "time=2026-03-05T10:00:0%dZ level=ERROR msg=put err=",
		"brackets":    "[2026-03-05 10:00:0%d] ERROR: ",
		"none":        "",
		"name":        "web-1  | ",
		"level":       "ERROR: ",
		"kubectl":     "[pod/web-5d9c/app] 2026-03-05T10:00:0%dZ ",
		"stern":       "web-5d9c8b7f6-abcde app 2026-03-05T10:00:0%dZ ",
		"syslog":      "<34>1 2026-03-05T10:00:0%dZ host app 12 - - ",
		"BSD syslog":  "Mar  5 10:00:0%d host app[12]: ",
		"klog":        "E0305 10:00:0%d.123456       1 up.go:12] ",
		"nginx error": "2026/03/05 10:00:0%d [error] 31#31: *1 upstream: ",
	}
	id := func(i int) string { return fmt.Sprintf("684B00C0FFEE00C0FFEE000%d", i) }
	const host = "b1.oss-cn-hangzhou.aliyuncs.com"
	bodies := map[string]func(i int) string{
		"document": func(i int) string {
			return fmt.Sprintf("PUT https://%s/in/%d.csv <Error><Code>AccessDenied</Code><Message>Access denied by bucket policy.</Message><RequestId>%s</RequestId><HostId>%s</HostId></Error>", host, i, id(i), host)
		},
		"document alone": func(i int) string {
			return fmt.Sprintf("<Error><Code>AccessDenied</Code><Message>Access denied by bucket policy.</Message><RequestId>%s</RequestId><HostId>%s</HostId></Error>", id(i), host)
		},
		"escaped": func(i int) string {
			return fmt.Sprintf("PUT https://%s/in/%d.csv &lt;Error&gt;&lt;Code&gt;AccessDenied&lt;/Code&gt;&lt;Message&gt;Access denied by bucket policy.&lt;/Message&gt;&lt;RequestId&gt;%s&lt;/RequestId&gt;&lt;/Error&gt;", host, i, id(i))
		},
		"document cut off": func(i int) string {
			return fmt.Sprintf("PUT https://%s/in/%d.csv <Error><Code>AccessDenied</Code><RequestId>%s</RequestId><Message>Access denied by bucket policy.", host, i, id(i))
		},
		"Go v1": func(i int) string {
			return fmt.Sprintf("PUT https://%s/in/%d.csv oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage=\"Access denied by bucket policy.\", RequestId=%s", host, i, id(i))
		},
		"Go v2": func(i int) string {
			return fmt.Sprintf("operation error PutObject: Error returned by Service. Http Status Code: 403. Error Code: AccessDenied. Request Id: %s. Message: Access denied by bucket policy.. EC: 0003-00000201. Timestamp: 2026-03-05 10:11:02 +0000 UTC. Request Endpoint: PUT https://%s/in/%d.csv.", id(i), host, i)
		},
		"Java": func(i int) string {
			return fmt.Sprintf("PUT https://%s/in/%d.csv com.aliyun.oss.OSSException: Access denied by bucket policy. [ErrorCode]: AccessDenied [RequestId]: %s [HostId]: %s", host, i, id(i), host)
		},
		"Python": func(i int) string {
			return fmt.Sprintf("PUT https://%s/in/%d.csv oss2.exceptions.AccessDenied: {'status': 403, 'x-oss-request-id': '%s', 'details': {'Code': 'AccessDenied', 'Message': 'Access denied by bucket policy.'}}", host, i, id(i))
		},
		"Node": func(i int) string {
			return fmt.Sprintf("PUT https://%s/in/%d.csv AccessDeniedError: Access denied by bucket policy. requestId: %s", host, i, id(i))
		},
		"words": func(i int) string {
			return fmt.Sprintf("PUT https://%s/in/%d.csv 403 AccessDenied: Access denied by bucket policy. (%s)", host, i, id(i))
		},
		"boto": func(i int) string {
			return fmt.Sprintf("PUT https://%s/in/%d.csv: An error occurred (AccessDenied) when calling the PutObject operation: Access denied by bucket policy. RequestId: %s", host, i, id(i))
		},
		"header": func(i int) string {
			return fmt.Sprintf("PUT https://%s/in/%d.csv 403 x-oss-request-id: %s x-oss-ec: 0003-00000201", host, i, id(i))
		},
		"status": func(i int) string {
			return fmt.Sprintf("PUT https://%s/in/%d.csv status=403 request_id=%s", host, i, id(i))
		},
		"status line": func(i int) string {
			return fmt.Sprintf("PUT https://%s/in/%d.csv HTTP/1.1 403 Forbidden x-oss-request-id: %s", host, i, id(i))
		},
	}
	check := func(name, log string, timed, object bool) {
		t.Helper()
		n := 0
		for f, err := range oss403.ScanText(strings.NewReader(log)) {
			if err != nil {
				t.Fatal(err)
			}
			n++
			if f.Line != n || f.Error.RequestID != id(n) {
				t.Errorf("%s: number %d in line %d: %s", name, n, f.Line, f.Error.RequestID)
			}
			if want := time.Date(2026, 3, 5, 10, 0, n, 0, time.UTC); timed && f.Time.Truncate(time.Second) != want {
				t.Errorf("%s: number %d at %v", name, n, f.Time)
			}
			if want := fmt.Sprintf("in/%d.csv", n); object && f.Error.Object != want {
				t.Errorf("%s: number %d: object %q", name, n, f.Error.Object)
			}
		}
		if n != 3 {
			t.Errorf("%s: %d errors in\n%s", name, n, log)
		}
	}
	for p, prefix := range prefixes {
		for b, body := range bodies {
			var log, json strings.Builder
			for i := 1; i <= 3; i++ {
				log.WriteString(strings.ReplaceAll(prefix, "%d", fmt.Sprint(i)))
				text := body(i)
				if p == "logfmt" {
					text = fmt.Sprintf("%q", text)
				}
				log.WriteString(text + "\n")
				fmt.Fprintf(&json, `{"log":%q,"stream":"stderr","time":"2026-03-05T10:00:0%dZ"}`+"\n", body(i), i)
			}
			check(p+", "+b, log.String(), strings.Contains(prefix, "2026") && p != "journald", b != "document alone")
			if p == "plain" {
				check("docker's JSON, "+b, json.String(), false, b != "document alone")
			}
		}
	}
}

// TestToldTwice: a client prints what it read of an answer, and sums it up without the request ID, or the other
// way round. In a log, each record is for itself.
func TestToldTwice(t *testing.T) {
	const (
		sum  = "An error occurred (AccessDenied) when calling the PutObject operation: Access denied by bucket policy."
		dump = "Response headers: {'Server': 'AliyunOSS', 'x-amz-request-id': '" + requestID + "'}\n<Error><Code>AccessDenied</Code><Message>Access denied by bucket policy.</Message></Error>"
		more = "An error occurred (AccessDenied) when calling the PutObject operation: Anonymous user has no right to access this bucket."
	)
	for text, want := range map[string]int{
		sum + "\n\n" + dump:                 1,
		dump + "\n\n" + sum:                 1,
		dump + "\n\n" + more:                2,
		sum + "\n\n" + sum:                  2,
		sum + "\n\n" + more:                 2,
		sum + "\n\n" + dump + "\n\n" + more: 2,
		sum + strings.Repeat("\nworking", 2000) + "\n" + dump:                                                                    2,
		"2026-03-05T10:11:03Z ERROR " + sum + "\n2026-03-05T10:11:04Z ERROR " + strings.ReplaceAll(dump, "\n", " "):              2,
		`{"level":"error","msg":"` + sum + `"}` + "\n" + `{"level":"error","msg":"` + strings.ReplaceAll(dump, "\n", " ") + `"}`: 2,
	} {
		var found []*oss403.Error
		for f, err := range oss403.ScanText(strings.NewReader(text + "\n")) {
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, f.Error)
		}
		first, ok := oss403.ParseText(text)
		if len(found) != want || !ok || first.Error() != found[0].Error() || want == 1 && (first.RequestID != requestID || first.Op != "PutObject" && strings.HasPrefix(text, sum)) {
			t.Errorf("%.200s\n%d of %d: ParseText %v, ScanText %v", text, len(found), want, first, found)
		}
	}
}
