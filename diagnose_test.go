package oss403_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

// TestClock: by how much a clock is off, and whether that is a time zone.
func TestClock(t *testing.T) {
	for _, c := range []struct {
		request, server string
		zone            string // "" for none
		skew            string // "" for none
	}{
		{"2026-03-05T16:00:00.000Z", "2026-03-05T08:00:00.000Z", "8 hours", "8 hours"},
		{"2026-03-05T16:00:50.000Z", "2026-03-05T08:00:00.000Z", "8 hours", "8 hours"},
		{"2026-03-05T16:05:00.000Z", "2026-03-05T08:00:00.000Z", "", "8 hours 5 minutes"},
		{"2026-03-05T13:30:00.000Z", "2026-03-05T08:00:00.000Z", "5 hours 30 minutes", "5 hours 30 minutes"},
		{"2026-03-05T13:45:00.000Z", "2026-03-05T08:00:00.000Z", "5 hours 45 minutes", "5 hours 45 minutes"}, // Nepal
		{"2026-03-05T22:00:00.000Z", "2026-03-05T08:00:00.000Z", "14 hours", "14 hours"},                     // Kiribati
		{"2026-03-05T23:00:00.000Z", "2026-03-05T08:00:00.000Z", "", "15 hours"},
		{"2026-03-05T08:20:00.000Z", "2026-03-05T08:00:00.000Z", "", "20 minutes"},
		{"2026-03-06T08:00:00.000Z", "2026-03-05T08:00:00.000Z", "", "24 hours"},
		{"1826-03-05T08:00:00.000Z", "2026-03-05T08:00:00.000Z", "", ""}, // 73,048 days: no clock at all
		{"2226-03-05T08:00:00.000Z", "2026-03-05T08:00:00.000Z", "", ""},
		{"1906-03-05T08:00:00.000Z", "2026-03-05T08:00:00.000Z", "", ""},
	} {
		e, ok := oss403.Parse(http.StatusForbidden, nil, []byte("<Error><Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message><RequestId>"+requestID+
			"</RequestId><RequestTime>"+c.request+"</RequestTime><ServerTime>"+c.server+"</ServerTime></Error>"))
		if !ok || e.Kind != oss403.KindClockSkew {
			t.Fatal(e, ok)
		}
		report := strings.ReplaceAll(e.Report(oss403.English), ",", "")
		if zone := strings.Contains(report, "time zone"); zone != (c.zone != "") {
			t.Errorf("%s at %s: a time zone: %v\n%s", c.request, c.server, zone, report)
		}
		if !strings.Contains(report, c.skew) || strings.Contains(report, "The request's time is") != (c.skew != "") {
			t.Errorf("%s at %s: not %q\n%s", c.request, c.server, c.skew, report)
		}
	}
}

// TestSpaceInAKey: a page that shows an answer puts space around every value; around one alone it
// is the mistake.
func TestSpaceInAKey(t *testing.T) {
	for body, want := range map[string]bool{
		"<Error><Code>InvalidAccessKeyId</Code><OSSAccessKeyId> LTAI5tExampleExampleKey1</OSSAccessKeyId></Error>":                                                                                        true,
		"<Error><Code>InvalidAccessKeyId</Code><OSSAccessKeyId>LTAI5tExampleExampleKey1 </OSSAccessKeyId></Error>":                                                                                        true,
		"<Error> <Code> InvalidAccessKeyId </Code> <OSSAccessKeyId> LTAI5tExampleExampleKey1 </OSSAccessKeyId> </Error>":                                                                                  false,
		"<Error>\n  <Code>\n    InvalidAccessKeyId\n  </Code>\n  <OSSAccessKeyId>\n    LTAI5tExampleExampleKey1\n  </OSSAccessKeyId>\n</Error>":                                                           false,
		"<Error> <Code> InvalidAccessKeyId </Code> <OSSAccessKeyId> LTAI5tExample ExampleKey1 </OSSAccessKeyId> </Error>":                                                                                 true,
		"<Error><Code>InvalidAccessKeyId</Code><Message>The OSS Access Key Id you provided does not exist in our records.</Message><OSSAccessKeyId>\nLTAI5tExampleExampleKey1\n</OSSAccessKeyId></Error>": false,
	} {
		for _, message := range []string{"", "<Message>The OSS Access Key Id you provided does not exist in our records.</Message><RequestId>" + requestID + "</RequestId>"} {
			body := strings.Replace(body, "</Code>", "</Code>"+message, 1)
			e, ok := oss403.Parse(http.StatusForbidden, http.Header{"X-Oss-Ec": {"0002-00000902"}}, []byte(body))
			if !ok {
				t.Fatal(body)
			}
			if got := hasField(e, "OSSAccessKeyId"); got != want {
				t.Errorf("%s: a flaw: %v", body, got)
			}
		}
	}
}

// TestSchemes: the EC of a signature that does not match tells the scheme.
func TestSchemes(t *testing.T) {
	for ec, want := range map[string]string{
		"0002-00000040": "V1", "0002-00000604": "V1", "0002-00000101": "V2", "0002-00000119": "V2", "0002-00000201": "V4", "0002-00000225": "V4",
		"0002-00000307": "S3 V2", "0002-00000429": "S3 V4", "0002-00000430": "S3 V4", "0002-00000602": "", "0002-00000705": "", "0002-00000902": "",
	} {
		e, ok := oss403.Parse(http.StatusForbidden, nil, []byte("<Error><Code>SignatureDoesNotMatch</Code><RequestId>"+requestID+"</RequestId><EC>"+ec+"</EC></Error>"))
		got := ""
		if ok && e.Signature != nil {
			got = e.Signature.Scheme
		}
		if !ok || got != want {
			t.Errorf("%s: %q, want %q", ec, got, want)
		}
	}
}
