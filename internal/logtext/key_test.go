package logtext_test

import (
	"strings"
	"testing"
)

// TestKey: the key of a record, \x00 where the error begins and \x01 for its request ID; \x02 begins that of one that has more
// lines, or others in front, with how far in the error begins.
func TestKey(t *testing.T) {
	const sdk, id = `oss: service returned error: StatusCode=403, RequestId=`, "684B00C0FFEE00C0FFEE0001"
	for text, want := range map[string]string{ // "": none
		sdk + id: "\x00" + sdk + "\x01",
		"2026-03-05T10:11:12.345Z ERROR " + sdk + id:       "s ERROR \x00" + sdk + "\x01",
		"2026-03-05 10:11:12 +0800 x " + sdk + id:          "s x \x00" + sdk + "\x01",
		"W0305 10:11:12.123 x " + sdk + id:                 "s x \x00" + sdk + "\x01",
		"20260305-10:11:12 x " + sdk + id:                  "s x \x00" + sdk + "\x01",
		"[a] 20260305 10:11:12,345 x " + sdk + id:          "s x \x00" + sdk + "\x01",
		"[a] 03-05 10:11:12,345 x " + sdk + id:             "s x \x00" + sdk + "\x01",
		"[a] 20260305-10:11:12,345 x " + sdk + id:          "s x \x00" + sdk + "\x01",
		"03-05 10:11:12 x " + sdk + id:                     "s x \x00" + sdk + "\x01",
		"Apr 05, 2026 x " + sdk + id:                       "s x \x00" + sdk + "\x01",
		"Apr  5 10:11:12 x " + sdk + id:                    "s x \x00" + sdk + "\x01",
		"05/Mar/2026:10:11:12 +0000 x " + sdk + id:         "s x \x00" + sdk + "\x01",
		"2026-03-05 10:11:12, x " + sdk + id:               "s, x \x00" + sdk + "\x01",
		"2026-03-05 10:11:12. x " + sdk + id:               "s. x \x00" + sdk + "\x01",
		"2026-03-05 10:11:12Z x " + sdk + id:               "s x \x00" + sdk + "\x01",
		"2026-03-05T10:11:12-07:00 x " + sdk + id:          "s x \x00" + sdk + "\x01",
		`"77": ` + sdk + id:                                `"77": ` + "\x00" + sdk + "\x01",
		"'77': " + sdk + id:                                "'77': \x00" + sdk + "\x01",
		"=77: " + sdk + id:                                 "=77: \x00" + sdk + "\x01",
		`\77: ` + sdk + id:                                 `\77: ` + "\x00" + sdk + "\x01",
		"<77>: " + sdk + id:                                "<77>: \x00" + sdk + "\x01",
		"put77" + sdk + id:                                 "put77\x00" + sdk + "\x01",
		"0003" + sdk + id:                                  "0\x00" + sdk + "\x01",
		"0003-00000905" + sdk + id:                         "0003-0\x00" + sdk + "\x01",
		"10:11:12 x " + sdk + id:                           "s x \x00" + sdk + "\x01",
		"put 12 objects, 34567 bytes: " + sdk + id:         "put 0 objects, 0 bytes: \x00" + sdk + "\x01",
		"put 403 x: " + sdk + id:                           "put 403 x: \x00" + sdk + "\x01",
		"put 4033 x: " + sdk + id:                          "put 0 x: \x00" + sdk + "\x01",
		"put 0003-00000905 x: " + sdk + id:                 "put 0003-0 x: \x00" + sdk + "\x01",
		"put 0003-0000 x: " + sdk + id:                     "put 0-0 x: \x00" + sdk + "\x01",
		"put 0003-0000x905 x: " + sdk + id:                 "put 0003-x0 x: \x00" + sdk + "\x01",
		"put 0003+00000905 x: " + sdk + id:                 "put 0+0 x: \x00" + sdk + "\x01",
		"put 0003: " + sdk + id:                            "put 0: \x00" + sdk + "\x01",
		"worker7 " + sdk + id:                              "x0 \x00" + sdk + "\x01",
		"work7 " + sdk + id:                                "work7 \x00" + sdk + "\x01",
		"work77 " + sdk + id:                               "x0 \x00" + sdk + "\x01",
		"12345 " + sdk + id:                                "0 \x00" + sdk + "\x01",
		"a1b2c3d4e5f " + sdk + id:                          "x0 \x00" + sdk + "\x01",
		"a1b2c3d4e5f6 " + sdk + id:                         "a1b2c3d4e5f6 \x00" + sdk + "\x01",
		strings.Repeat("a1", 16) + " " + sdk + id:          strings.Repeat("a1", 16) + " \x00" + sdk + "\x01",
		strings.Repeat("a1", 16) + "2 " + sdk + id:         "x0 \x00" + sdk + "\x01",
		"key=77: " + sdk + id:                              "key=77: \x00" + sdk + "\x01",
		`put "77": ` + sdk + id:                            `put "77": ` + "\x00" + sdk + "\x01",
		"put '77': " + sdk + id:                            "put '77': \x00" + sdk + "\x01",
		`put \77: ` + sdk + id:                             `put \77: ` + "\x00" + sdk + "\x01",
		"put <77>: " + sdk + id:                            "put <77>: \x00" + sdk + "\x01",
		"put oss://b/77: " + sdk + id:                      "put oss://b/77: \x00" + sdk + "\x01",
		"77 in a.com: " + sdk + id:                         "77 in a.com: \x00" + sdk + "\x01",
		"2026-03-05T10:11:12Z put oss://b/77: " + sdk + id: "s put oss://b/77: \x00" + sdk + "\x01",
		sdk + id + ", 12 bytes":                            "\x00" + sdk + "\x01, 12 bytes",
		sdk + id + " (" + id + ")":                         "\x00" + sdk + "\x01 (\x01)",
		sdk + id + "0":                                     "\x00" + sdk + id + "0",
		sdk + id[:23]:                                      "\x00" + sdk + id[:23],
		sdk + "x" + id:                                     "\x00" + sdk + "x" + id,
		sdk + id + "x":                                     "\x00" + sdk + id + "x",
		sdk + id[:20] + "****":                             "\x00" + sdk + id[:20] + "****",
		sdk + id + "*":                                     "\x00" + sdk + id + "*",
		sdk + "a" + strings.Repeat("0", 30) + " " + id:     "\x00" + sdk + "a" + strings.Repeat("0", 30) + " \x01",
		sdk + strings.Repeat("0", 200) + " " + id:          "\x00" + sdk + strings.Repeat("0", 200) + " \x01",
		sdk + id[:22] + " " + id:                           "\x00" + sdk + id[:22] + " \x01",
		sdk + id + " and 684B00C0FFEE00C0FFEE0002":         "",
		"put " + id + ": " + sdk + id:                      "",
		sdk + id + "\n more":                               "\x02\x00\x00\x00" + sdk + "\x01\n more",
		"77 " + sdk + id + "\n " + id:                      "\x02\x03\x0077 \x00" + sdk + "\x01\n \x01",
		"GET https://b1.oss-cn-hangzhou.aliyuncs.com/\n2026-03-05 10:11:12 " + sdk + id:           "\x02\x14\x00GET https://b1.oss-cn-hangzhou.aliyuncs.com/2026-03-05 10:11:12 \x00" + sdk + "\x01",
		"GET https://b1.oss-cn-hangzhou.aliyuncs.com/" + id + "\n2026-03-05 10:11:12 " + sdk + id: "",
		sdk + id + strings.Repeat(" x", (2<<10-len(sdk)-24)/2):                                    "\x00" + sdk + "\x01" + strings.Repeat(" x", (2<<10-len(sdk)-24)/2),
		sdk + id + strings.Repeat(" x", (2<<10-len(sdk)-24)/2) + "y":                              "\x00" + sdk + "\x01" + strings.Repeat(" x", (2<<10-len(sdk)-24)/2) + "y",
		sdk + id + strings.Repeat(" x", (2<<10-len(sdk)-24)/2) + "yy":                             "",
		"INFO [main-threa] 2026-03-05T10:11:12Z  " + sdk + id:                                     "s  \x00" + sdk + "\x01",
		"INFO [main-thread] 2026-03-05T10:11:12 " + sdk + id:                                      "s \x00" + sdk + "\x01",
		"INFO [main-thread] 2026-03-05T10:11:12Z " + sdk + id:                                     "s \x00" + sdk + "\x01",
		"INFO [main-threads] 2026-03-05T10:11:12Z " + sdk + id:                                    "rINFO [main-threads] 0-0-05T10:0:12Z \x00" + sdk + "\x01",
	} {
		for _, text := range []string{text, text} { // it is added to what is there
			in := reader.Text(text, false)
			rec, ok := in.Next()
			if !ok {
				t.Fatalf("no record in %q", text)
			}
			if strings.Contains(text, "\n2026") {
				for !strings.HasPrefix(rec.Text, "2026") {
					in.NotFound(rec)
					rec, _ = in.Next()
				}
			}
			got, gotID, ok := rec.Key([]byte("in front "))
			switch {
			case !ok && want != "":
				t.Errorf("%q: no key, want %q", text, want)
			case ok && want == "":
				t.Errorf("%q: key %q", text, got)
			case ok && string(got) != "in front "+want:
				t.Errorf("%q: key %q, want %q", text, got, want)
			case ok && (gotID == id) != strings.Contains(want, "\x01"), ok && gotID != id && gotID != "":
				t.Errorf("%q: ID %q", text, gotID)
			}
		}
	}
	for n := range 50 {
		front, behind := strings.Repeat("-", n), strings.Repeat("-", n%7)
		rec, _ := reader.Text(sdk+front+id+behind, false).Next()
		if key, got, ok := rec.Key(nil); !ok || got != id || string(key) != "\x00"+sdk+front+"\x01"+behind {
			t.Errorf("an ID behind %d bytes: key %q, ID %q", n, key, got)
		}
	}
}
