package form

import (
	"testing"
	"time"
)

func TestForms(t *testing.T) {
	for _, c := range []struct {
		name     string
		is       func(string) bool
		yes, not []string
	}{
		{"request ID", IsRequestID,
			[]string{"684B00C0FFEE00C0FFEE0001", "0123456789ABCDEF01234567", "684B00C0FFEE************", "AAAAAAAAAAAAAAAAAAAAAAAF"},
			[]string{"", "684B00C0FFEE00C0FFEE000", "684B00C0FFEE00C0FFEE00012", "684b00c0ffee00c0ffee0001", "684B00C0FFE*************", "684B00C0FFEE00C0FFEE000G", "684B00C0FFEE00C0FFEE000/", "684B00C0FFEE00C0FFEE000:", "684B00C0FFEE00C0FFEE000@", "************************", "*84B00C0FFEE00C0FFEE0001"}},
		{"ID", IsID,
			[]string{"684B00C0FFEE00C0FFEE0001", "4442587FB7D0A2F9", "1e2d3c4b-5a69-4788-96a5-b4c3d2e1f001", "tx0000012345-6789", "684B00C0****"},
			[]string{"", "1", "68", "zorglub", "hunter2pass", "a request of mine 12", "<request-id-12>", "not-an-id-at-all"}},
		{"UUID", IsUUID,
			[]string{"1E2D3C4B-5A69-4788-96A5-B4C3D2E1F001", "1e2d3c4b-5a69-4788-96a5-b4c3d2e1f001"},
			[]string{"", "1E2D3C4B-5A69-4788-96A5-B4C3D2E1F00", "1E2D3C4B05A69-4788-96A5-B4C3D2E1F001", "1E2D3C4B-5A6904788-96A5-B4C3D2E1F001", "1E2D3C4B-5A69-4788096A5-B4C3D2E1F001", "1E2D3C4B-5A69-4788-96A50B4C3D2E1F001", "1E2D3C4B-5A69-4788-96A5-B4C3D2E1F00G", "G" + "E2D3C4B-5A69-4788-96A5-B4C3D2E1F001"}},
		{"EC", IsEC,
			[]string{"0003-00001403", "9999-99999999"},
			[]string{"", "0003-0000140", "0003-000014033", "0003.00001403", "000a-00001403", "0003-0000140/", "/003-00001403", "0003-0000140:"}},
		{"action", IsAction[string],
			[]string{"oss:PutObject", "yundun-cert:DescribeSSLCertificatePrivateKey", "a:b"},
			[]string{"", "oss", "oss:", ":PutObject", "oss:Put Object", "o s:PutObject", "oss:Put:Object", "oss:*"}},
	} {
		for _, s := range c.yes {
			if !c.is(s) {
				t.Errorf("%q is a %s", s, c.name)
			}
		}
		for _, s := range c.not {
			if c.is(s) {
				t.Errorf("%q is no %s", s, c.name)
			}
		}
	}
}

func TestParseTime(t *testing.T) {
	want := time.Date(2026, 3, 5, 9, 51, 3, 0, time.UTC)
	for _, s := range []string{"2026-03-05T09:51:03.000Z", "2026-03-05T09:51:03Z", "20260305T095103Z", "Thu, 05 Mar 2026 09:51:03 GMT", "Thu, 05 Mar 2026 17:51:03 +0800", "Thu, 05 Mar 2026 01:51:03 -0800", "Thu, 05 Mar 2026 09:51:03 UTC"} {
		if got := ParseTime(s); !got.Equal(want) || got.Location() != time.UTC {
			t.Errorf("%s: %s", s, got)
		}
	}
	for _, s := range []string{"", "now", "2026", "2026-", "20260305", "20260305T", "+0800", "x+0800", "1767225600", "T", "    -", "12345678T"} {
		if got := ParseTime(s); !got.IsZero() {
			t.Errorf("%q: %s", s, got)
		}
	}
}

// TestIsPlaceholder: what stands where somebody took an ID out.
func TestIsPlaceholder(t *testing.T) {
	for s, want := range map[string]bool{
		"xxxx": true, "XXXXXXXXXXXXXXXX": true, "****": true, "<request-id>": true, "REDACTED": true, "null": true, "###": true, "": true,
		"4442587FB7D0A2F9": false, "tx000000000000000129ba3": false, "5DBBA1B2C3D4E5F607182942": false, "x1": false, "<a": false,
	} {
		if got := IsPlaceholder(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// TestIsMaskedRequestID: what people leave of an ID when they hide a part of it.
func TestIsMaskedRequestID(t *testing.T) {
	for s, want := range map[string]bool{
		"65AF5037A1B2C3D4E5F60718":             true,
		"65af5037a1b2c3d4e5f60718":             true,
		"65AF5037A1B2C3D4E5F6****":             true,
		"65AF5037***5347E6D09":                 true,
		"65AF5037********":                     true,
		"65AF503*********":                     false, // too few digits
		"65AF5037*******":                      false, // too short
		"65AF5037A1B2C3D4E5F607181":            false,
		"7b1f1cd0-2d1b-4b0e-9d7c-2f1d5c0a9e11": false,
		"4442587FB7D0A2FG":                     false,
		"":                                     false,
		"****************":                     false,
	} {
		if got := IsMaskedRequestID(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}
