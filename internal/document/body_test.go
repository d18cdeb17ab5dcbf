package document

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/oss403/oss403/internal/chars"
)

func TestDecodeErrHeader(t *testing.T) {
	const doc = "<Error><Code>?>?>~~~</Code></Error>" // has both characters that the URL form writes in another way
	for name, v := range map[string]string{
		"standard":         base64.StdEncoding.EncodeToString([]byte(doc)),
		"without padding":  base64.RawStdEncoding.EncodeToString([]byte(doc)),
		"URL form":         base64.URLEncoding.EncodeToString([]byte(doc)),
		"without it there": base64.RawURLEncoding.EncodeToString([]byte(doc)),
		"spaces around":    " " + base64.StdEncoding.EncodeToString([]byte(doc)) + "\n",
	} {
		if got := DecodeErrHeader(v); got != doc {
			t.Errorf("%s: %q", name, got)
		}
		if !IsErrHeader(v) {
			t.Errorf("%s: no document", name)
		}
	}
	if got := DecodeErrHeader("QUJD!!!!"); got != "ABC" {
		t.Errorf("what is whole: %q", got)
	}
	if got := DecodeErrHeader(strings.Repeat("QUJD", 1<<20)); len(got) != chars.MaxText {
		t.Errorf("%d bytes, want %d", len(got), chars.MaxText)
	}
	for _, v := range []string{"", "true", "!", "QUJD", base64.StdEncoding.EncodeToString([]byte("{}"))} {
		if IsErrHeader(v) {
			t.Errorf("%q is taken for a document", v)
		}
	}
	for _, doc := range []string{"\ufeff<Error/>", "\n <?xml version='1.0'?><Error/>"} {
		if !IsErrHeader(base64.StdEncoding.EncodeToString([]byte(doc))) {
			t.Errorf("%q is no document", doc)
		}
	}
}

func TestIsPage(t *testing.T) {
	for body, want := range map[string]bool{
		"<html><body>": true, "\n <!DOCTYPE HTML PUBLIC": true, "<?xml version='1.0'?><html xmlns": true, "<!doctype svg>": false,
		"<Error><Code>": false, "": false, strings.Repeat(" ", 600) + "<html>": false, strings.Repeat(" ", 506) + "<html>": true,
	} {
		if IsPage(body) != want {
			t.Errorf("%.20q of %d bytes: %v", body, len(body), !want)
		}
	}
}

func TestPlainBody(t *testing.T) {
	zip := func(s string) string {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		_, _ = w.Write([]byte(s))
		_ = w.Close()
		return b.String()
	}
	long := zip(strings.Repeat("a", chars.MaxText+1))
	for name, c := range map[string]struct{ body, want string }{
		"plain":        {"<Error/>", "<Error/>"},
		"gzip":         {zip("<Error/>"), "<Error/>"},
		"no gzip":      {"\x1f\x8b", "\x1f\x8b"},
		"as it may be": {long, strings.Repeat("a", chars.MaxText)},
	} {
		if got := PlainBody(c.body); got != c.want {
			t.Errorf("%s: %d bytes, want %d", name, len(got), len(c.want))
		}
	}
	var b strings.Builder
	for i := range 5000 {
		fmt.Fprint(&b, i*i, " ")
	}
	half := zip(b.String())
	if got := PlainBody(half[:len(half)/2]); got == "" || got == b.String() || !strings.HasPrefix(b.String(), got) {
		t.Errorf("of what breaks off %d bytes are kept", len(got))
	}
}

// TestKnown: null is no ID and no host, and may well be the name of a bucket.
func TestKnown(t *testing.T) {
	var e Error
	e.ReadXML("<Error><Code>AccessDenied</Code><RequestId> null </RequestId><HostId>null</HostId><EC>null</EC><BucketName>null</BucketName><Key>null</Key></Error>")
	if e.RequestID != "" || e.HostID != "" || e.EC != "" || e.Bucket != "null" || e.Object != "null" || e.Code != "AccessDenied" {
		t.Errorf("%+v", e.Elements)
	}
	for id, want := range map[string]string{"null": "", " null\n": "", "nullx": "nullx", "": "", "Null": "Null"} {
		if got := Known(id); got != want {
			t.Errorf("%q: %q", id, got)
		}
	}
}
