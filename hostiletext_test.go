package oss403_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

const hostileSize = 1 << 20 // of a hostile text

// hostileTexts are made to cost time: what looks like the start of something, again and again.
func hostileTexts() map[string]string {
	fill := func(s string) string { return strings.Repeat(s, hostileSize/len(s)) }
	return map[string]string{
		"codes":             fill("AccessDenied "),
		"codes with marks":  fill("AccessDenied: oss "),
		"spoken codes":      fill("AccessDenied: 684B00C0FFEE00C0FFEE0001 "),
		"statuses":          fill("status=403 oss-cn-a.aliyuncs.com "),
		"403":               fill("403"),
		"tags":              fill("<Code>"),
		"documents":         fill("<Error>"),
		"document in two":   fill("<Error><Error><Code>"),
		"parts":             fill("<Code>AccessDenied"),
		"open documents":    fill("<Error><Code>AccessDenied</Code><Message>"),
		"lines of tags":     fill("<Code>\n"),
		"JSON documents":    fill(`{"Error":{`),
		"our own JSON":      fill(`{"error":"oss403: `),
		"our own groups":    fill("oss403.kind=BucketACLDenied "),
		"our own tails":     fill("oss403: (kind=BucketACLDenied "),
		"quotes":            fill(`"`),
		"strings":           fill(`"AccessDenied: `),
		"escaped quotes":    fill(`\"AccessDenied: oss`),
		"nested strings":    fill(`"a=\"`),
		"apostrophes":       fill("='AccessDenied: oss "),
		"backslashes":       fill(`\`),
		"percent":           fill("%3CError%3E"),
		"entities":          fill("&lt;Error&gt;"),
		"twice":             fill("&amp;lt;Error&amp;gt;"),
		"labels":            fill("RequestId: ErrorCode="),
		"messages":          fill("You have no right to access this object because of bucket acl. "),
		"begins":            fill("You have no right to access "),
		"templates":         fill("You are forbidden to "),
		"reasons":           fill("Callback deny this request reason: a "),
		"URLs":              fill("https://b.oss-cn-a.aliyuncs.com/k 403 "),
		"schemes":           fill("a://"),
		"hosts":             fill("b.oss-cn-a.aliyuncs.com."),
		"status lines":      fill("HTTP/1.1 403 "),
		"status lines, oss": fill("HTTP/1.1 403 Forbidden\nx-oss-ec: 0003-00000001\n"),
		"headers":           fill("x-oss-ec: 0003-00000001\n"),
		"curl":              fill("< x-oss-ec: 0003-00000001\n> \n"),
		"SDK":               fill("oss: service returned error: StatusCode=403, "),
		"Java":              fill("com.aliyun.oss.OSSException: \n[ErrorCode]: AccessDenied\n"),
		"frames":            fill("\tat com.aliyun.oss.x(y)\n"),
		"blank lines":       fill("\n"),
		"stamps":            fill("2026-03-05T10:11:03Z AccessDenied: oss\n"),
		"stamps on docs":    fill("2026-03-05T10:11:03Z  <Code>AccessDenied\n"),
		"IDs":               fill("684B00C0FFEE00C0FFEE0001 "),
		"hexadecimal":       fill("A"),
		"pieces":            fill("'a' +\n"),
		"conditions":        fill("Invalid according to Policy: Policy Condition failed: ["),
		"binary":            fill("\x00\x01\x02\xff"),
		"no UTF-8":          fill("\xff\xfe\xff AccessDenied: oss "),
		"wide":              fill("\u201cAccessDenied\uff1aoss\u201d"),
		"eaten":             fill("<Code>AccessDeniedCode>\n<Message>xMessage>\n"),
	}
}

// TestHostileTexts: each is read to its end, and what is found has its place. A step that grows with the text would show as minutes.
func TestHostileTexts(t *testing.T) {
	for name, text := range hostileTexts() {
		t.Run(name, func(t *testing.T) {
			for n := 5; ; n *= 4 { // its beginnings too
				text := text[:min(len(text), n)]
				oss403.ParseText(text)
				oss403.ParseText(text, oss403.AssumeOSS())
				last := int64(0)
				for found, err := range oss403.ScanText(strings.NewReader(text)) {
					switch {
					case err != nil && name != "binary":
						t.Errorf("%d bytes: %v", len(text), err)
					case err == nil && (found.Error == nil || found.Offset < last || found.Offset >= int64(len(text))):
						t.Errorf("%d bytes: %+v behind %d", len(text), found, last)
					}
					last = found.Offset
				}
				if n > hostileSize {
					break
				}
			}
		})
	}
}

// TestScanShortLines: of a log of nothing but short errors each is found.
func TestScanShortLines(t *testing.T) {
	for _, format := range []string{
		"oss: AccessDenied: You are denied by bucket referer policy. 684B%020X\n", "2026-03-05T10:11:03Z x: AccessDenied x-oss-request-id: 684B%020X\n",
		"<Error><Code>AccessDenied</Code><RequestId>684B%020X</RequestId></Error>\n", "HTTP/1.1 403 Forbidden x-oss-request-id: 684B%020X\n",
	} {
		const lines = 3000
		var b strings.Builder
		for i := range lines {
			fmt.Fprintf(&b, format, i)
		}
		n := 0
		for found, err := range oss403.ScanText(strings.NewReader(b.String())) {
			if err != nil || found.Line != n+1 {
				t.Fatalf("%q: %+v, %v", format, found, err)
			}
			n++
		}
		if n != lines {
			t.Errorf("%q: %d errors of %d", format, n, lines)
		}
	}
}

// endlessLine is a line of n bytes.
type endlessLine struct{ n int64 }

func (l *endlessLine) Read(p []byte) (int, error) {
	if l.n <= 0 {
		return 0, io.EOF
	}
	n := copy(p, bytes.Repeat([]byte("word AccessDenied of a line "), 1+min(len(p), 64<<10)/28))
	n = int(min(int64(n), l.n))
	l.n -= int64(n)
	return n, nil
}

// TestScanBadInput: what a stream is not to be, and what is found all the same.
func TestScanBadInput(t *testing.T) {
	const line = "2026-03-05T10:11:03Z oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage=\"Access denied by bucket policy.\", RequestId=684B00C0FFEE00C0FFEE0003"
	failure := errors.New("disk on fire")
	failing := io.MultiReader(strings.NewReader("a\nb\n"+line), readerFunc(func([]byte) (int, error) { return 0, failure }))
	n, last := 0, error(nil)
	for found, err := range oss403.ScanText(failing) {
		if last = err; err == nil {
			n++
			if found.Line != 3 || found.Offset != 4 || found.Time.Format("15:04:05") != "10:11:03" {
				t.Errorf("%+v", found)
			}
		}
	}
	if n != 1 || !errors.Is(last, failure) || !strings.Contains(last.Error(), "line 3, byte ") {
		t.Errorf("%d, %v", n, last)
	}
	for found, err := range oss403.ScanText(strings.NewReader("\x1f\x8b" + strings.Repeat("\x01\x02\x03a", 1000))) {
		if err == nil || !strings.Contains(err.Error(), "no text") || found.Error != nil {
			t.Errorf("binary: %+v, %v", found, err)
		}
	}
	utf16 := func(s string) string {
		b := []byte{0xff, 0xfe}
		for _, c := range []byte(s) {
			b = append(b, c, 0)
		}
		return string(b)
	}
	for name, text := range map[string]string{
		"UTF-16":              utf16(line + "\r\n"),
		"a byte order mark":   "\xef\xbb\xbf" + line,
		"GBK":                 "\xc9\xcf\xb4\xab\xca\xa7\xb0\xdc " + line,
		"NUL bytes before it": strings.Repeat("\x00", 4000) + "\n" + line,
	} {
		n := 0
		for found, err := range oss403.ScanText(strings.NewReader(text)) {
			if n++; err != nil || found.Error.Kind != oss403.KindBucketPolicyDenied {
				t.Errorf("%s: %+v, %v", name, found, err)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d", name, n)
		}
	}
	size := int64(32 << 20) // as much as shows that it is not kept; OSS403_LARGE makes it 1 GB
	if os.Getenv("OSS403_LARGE") != "" {
		size = 1 << 30
	}
	n = 0
	for found, err := range oss403.ScanText(io.MultiReader(&endlessLine{size}, strings.NewReader(" \n"+line))) {
		if n++; err != nil || found.Line != 2 {
			t.Errorf("a long line: %+v, %v", found, err)
		}
	}
	if n != 1 {
		t.Errorf("behind a long line: %d", n)
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }
