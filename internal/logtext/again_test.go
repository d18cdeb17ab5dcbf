package logtext

import (
	"fmt"
	"strings"
	"testing"
)

// TestReadAgain counts the bytes of all records of a text: none is read again without bound, however close
// together what looks like an error stands.
func TestReadAgain(t *testing.T) {
	r := testReader()
	for _, unit := range []string{
		"<Error>", "<Error>\n", "<Error><Code>AccessDenied", "<Code>\n", "<Code>AccessDenied</Code>\n", "x-oss-ec: 0003-00000001\n", "\tat com.aliyun.oss.x(y)\n",
		"< x-oss-ec: 0003-00000001\n> \n", "AccessDenied: oss ", "AccessDenied: oss\n", "2026-03-05T10:11:03Z AccessDenied: oss\n", "2026-03-05T10:11:03Z  <Code>AccessDenied\n",
		`{"Error":{`, "oss: service returned error: ", "HTTP/1.1 403 \n", "com.aliyun.oss.OSSException: \n[ErrorCode]: AccessDenied\n",
	} {
		const size = 96 << 10
		s := strings.Repeat(unit, size/len(unit))
		text, n := r.Text(s, false), 0
		for {
			rec, ok := text.Next()
			if !ok {
				break
			}
			n += len(rec.Text)
			text.NotFound(rec)
		}
		// Each byte once, once more by what is allowed, and once more in front of each record and behind it.
		if n > 4*len(s)+freely {
			t.Errorf("%q: %d bytes of records in %d", unit, n, len(s))
		}
	}
}

// TestEachLineIsRead: what stands for itself is read, however much of it there is.
func TestEachLineIsRead(t *testing.T) {
	r := testReader()
	for _, format := range []string{
		"oss: AccessDenied: no luck. 684B%020X\n", "AccessDenied x-oss-request-id: 684B%020X\n", "2026-03-05T10:11:03Z AccessDenied, oss, %d\n", "HTTP/1.1 403 Forbidden 684B%020X\n",
		"<Error><Code>AccessDenied</Code><RequestId>684B%020X</RequestId></Error>\n", "<Error><Code>AccessDenied</Code><RequestId>684B%020X</RequestId></Error> ", "<Error><Code>AccessDenied</Code><Id>%d</Id></Error>\n",
	} {
		for _, found := range []bool{true, false} {
			const lines = 3000
			var b strings.Builder
			for i := range lines {
				fmt.Fprintf(&b, format, i)
			}
			s := b.String()
			text, seen := r.Text(s, false), map[int]bool{}
			for {
				rec, ok := text.Next()
				if !ok {
					break
				}
				at := rec.Start + rec.At
				if format[len(format)-1] == '\n' {
					seen[strings.LastIndexByte(s[:at], '\n')] = true
				} else {
					seen[strings.LastIndex(s[:at+len("<Error>")], "<Error>")] = true
				}
				if found {
					text.Found(rec)
				} else {
					text.NotFound(rec)
				}
			}
			if len(seen) != lines {
				t.Errorf("%q, found %v: %d records", format, found, len(seen))
			}
		}
	}
}
