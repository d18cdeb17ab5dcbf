package main

import (
	"archive/tar"
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// expired is a line with an error of its own.
func expired(n int) string {
	return fmt.Sprintf("2026-03-05T10:11:%02dZ ERROR oss: service returned error: StatusCode=403, ErrorCode=SecurityTokenExpired, ErrorMessage=\"The security token you provided has expired.\", RequestId=684B00C0FFEE00C0FFEE%04X\n", n%60, n)
}

func gzipped(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func xzed(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z, err := xz.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := z.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zstded(t *testing.T, data []byte) []byte {
	t.Helper()
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return z.EncodeAll(data, nil)
}

func tarred(t *testing.T, files ...any) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		data := files[i+1].([]byte)
		if err := w.WriteHeader(&tar.Header{Name: files[i].(string), Mode: 0o644, Size: int64(len(data)), Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bzip2Log is expired(1), compressed: the standard library can only read it.
const bzip2Log = "QlpoOTFBWSZTWTpnI7cAABZfgAAQUAd/UhsinBAu6f9gIACEGppqnk1Mmn6p6hsk/UI0DQ0MJUT0noUNGg9T0Q0AMQ0oVzEw9kueId/ySfDXukZrxLk2qU5ixwUFjRqO0mJc2k0ztg+QiSGHPiMBeybQ8fX3dShBC6LfHbls9bwzt8B3rhMjfNJGJLa/D2rsW9/x9KTYbij0b3oyFlGQj4MmJUxWZ1uG6a1a8jSJJyLmFytKyp2iDiP8XckU4UJA6ZyO3A=="

// TestScanArchives: what compresses logs, tar files, and these in each other.
func TestScanArchives(t *testing.T) {
	one, two := []byte(expired(1)), []byte(expired(2)+"done\n")
	for name, test := range map[string]struct {
		data []byte
		want int
		at   string
	}{
		"gzip":             {gzipped(t, one), 1, `"line":1`},
		"gzip, two":        {append(gzipped(t, one), gzipped(t, two)...), 2, `"line":2`},
		"zstd":             {zstded(t, one), 1, `"line":1`},
		"xz":               {xzed(t, one), 1, `"line":1`},
		"tar":              {tarred(t, "a.log", one, "b.log", two), 2, `log.x:b.log`},
		"tar.gz":           {gzipped(t, tarred(t, "a.log", one, "b.log", two)), 2, `log.x:b.log`},
		"tar.xz of gz":     {xzed(t, tarred(t, "a.log.gz", gzipped(t, one), "b.log.zst", zstded(t, two))), 2, `log.x:b.log.zst`},
		"tar with nothing": {tarred(t, "a.log", []byte("quiet\n"), "b.log", two), 1, `log.x:b.log`},
	} {
		file := filepath.Join(t.TempDir(), "log.x")
		if err := os.WriteFile(file, test.data, 0o666); err != nil {
			t.Fatal(err)
		}
		out, status := runTool(t, "", "scan", "--json", file)
		if status != exitOK || !strings.Contains(out, fmt.Sprintf(`"total":%d,`, test.want)) || !strings.Contains(out, test.at) {
			t.Errorf("%s: status %d: %s", name, status, out)
		}
		if out, status := runTool(t, string(test.data), "scan", "--json"); status != exitOK || !strings.Contains(out, fmt.Sprintf(`"total":%d,`, test.want)) {
			t.Errorf("%s on standard input: status %d: %s", name, status, out)
		}
	}
	if data, err := base64.StdEncoding.DecodeString(bzip2Log); err != nil {
		t.Fatal(err)
	} else if out, status := runTool(t, string(data), "scan", "--json"); status != exitOK || !strings.Contains(out, `"total":1,`) {
		t.Errorf("bzip2: status %d: %s", status, out)
	}
}

// TestScanBadArchives: what is damaged is said, what was read before counts, the others are read; and
// nothing makes it unpack for ever.
func TestScanBadArchives(t *testing.T) {
	dir := t.TempDir()
	var many strings.Builder
	for i := range 3000 {
		many.WriteString(expired(i))
	}
	deep := []byte(expired(1))
	for range 8 {
		deep = gzipped(t, deep)
	}
	large := xzed(t, []byte(expired(1)))
	large[12+2+2] = 30 // a dictionary of 128 MiB
	random := make([]byte, 4000)
	for i := range random {
		random[i] = byte(i * 7 % 31)
	}
	for name, data := range map[string][]byte{
		"cut.gz": gzipped(t, []byte(many.String()))[:7000], "cut.xz": xzed(t, []byte(many.String()))[:3000], "cut.zst": zstded(t, []byte(many.String()))[:3000],
		"cut.tar": tarred(t, "a.log", []byte(many.String()))[:100000], "deep.gz": deep, "large.xz": large, "binary": random,
		"good.log": []byte(expired(5000)), "bad.tar": tarred(t, "x.gz", gzipped(t, deep)[:30], "y.log", []byte(expired(5001))),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{
		"cut.gz": "damaged or cut short", "cut.xz": "damaged or cut short", "cut.zst": "damaged or cut short", "cut.tar": "damaged or cut short",
		"deep.gz": "archives in archives", "large.xz": "xz -dc FILE", "binary": "not a text", "bad.tar": "bad.tar:x.gz",
	} {
		out, status := runTool(t, "", "scan", "--json", filepath.Join(dir, name), filepath.Join(dir, "good.log"))
		if status != exitUsage || !strings.Contains(out, want) || !strings.Contains(out, `"type":"summary"`) || !strings.Contains(out, "SecurityTokenExpired") {
			t.Errorf("%s: status %d: %s", name, status, out)
		}
	}
	out, status := runTool(t, "", "scan", "-r", "--json", dir)
	for _, want := range []string{"cut.gz", "binary", "deep.gz"} {
		if status != exitUsage || strings.Count(out, "oss403: ") != 8 || !strings.Contains(out, want) {
			t.Errorf("-r: status %d, %d lines: %s", status, strings.Count(out, "oss403: "), out)
		}
	}
	out, status = runTool(t, "", "scan", "--lang", "zh", filepath.Join(dir, "cut.gz"))
	if status != exitUsage || !strings.Contains(out, "压缩数据已损坏或不完整：数据不完整") {
		t.Errorf("zh: status %d: %s", status, out)
	}
}

// TestScanWrapped: what collectors and OSS itself wrap lines in.
func TestScanWrapped(t *testing.T) {
	document := strings.Split("<Error>\n  <Code>AccessDenied</Code>\n  <Message>You have no right to access this object because of bucket acl.</Message>\n  <RequestId>684B00C0FFEE00C0FFEE0001</RequestId>\n  <HostId>b.oss-cn-hangzhou.aliyuncs.com</HostId>\n</Error>", "\n")
	var docker, containerd strings.Builder
	for _, line := range document {
		fmt.Fprintf(&docker, "{\"log\":%q,\"stream\":\"stderr\",\"time\":\"2026-03-05T10:11:02.123456789Z\"}\n", line+"\n")
		fmt.Fprintf(&containerd, "2026-03-05T10:11:02.123456789Z stderr F %s\n", line)
	}
	message := "put: oss: service returned error: StatusCode=403, ErrorCode=UserDisable, ErrorMessage=\"UserDisable\", RequestId=684B00C0FFEE00C0FFEE0001\n\tat main.go:12"
	half := len(message) / 2
	bytesOf := strings.ReplaceAll(fmt.Sprint([]byte(message)), " ", ",")
	realTime := `{"__topic__":"oss_access_log","__time__":"1772705462","bucket":"examplebucket","object":"a%2Fb.txt","operation":"PutObject","request_uri":"/a/b.txt","error_code":"SecurityTokenExpired","http_method":"PUT","http_status":"403","request_id":"684B00C0FFEE00C0FFEE0001","host":"examplebucket.oss-cn-beijing.aliyuncs.com","ec":"0002-00000007","requester_id":"20800001"}` + "\n"
	access := `192.0.2.1 - - [05/Mar/2026:18:11:02 +0800] "GET /a/b.txt HTTP/1.1" 403 321 12 "-" "aliyun-sdk-go/v2.2.7" "examplebucket.oss-cn-hangzhou.aliyuncs.com" "684B00C0FFEE00C0FFEE0001" "true" "-" "GetObject" "examplebucket" "a/b.txt" 125 8 "SecurityTokenExpired" 441 "1234567891" - "-" "standard" "-" "-" "-"` + "\n"
	for name, test := range map[string]struct {
		log  string
		want []string
	}{
		"docker":           {docker.String(), []string{`"kind":"BucketACLDenied"`, `"count":1,`, `"time":"2026-03-05T10:11:02Z"`, `"name":"b"`}},
		"docker, cut":      {fmt.Sprintf("{\"log\":%q,\"time\":\"2026-03-05T10:11:02Z\"}\n{\"log\":%q,\"time\":\"2026-03-05T10:11:02Z\"}\n", message[:half], strings.Split(message[half:], "\n")[0]+"\n"), []string{`"kind":"UserDisabled"`}},
		"containerd":       {containerd.String(), []string{`"kind":"BucketACLDenied"`, `"count":1,`, `"name":"b"`}},
		"journald":         {fmt.Sprintf("{\"PRIORITY\":\"3\",\"MESSAGE\":%q,\"__REALTIME_TIMESTAMP\":\"1772705462123456\"}\n", message), []string{`"kind":"UserDisabled"`, `"line":1`, `"time":"2026-03-05T10:11:02Z"`}},
		"journald's bytes": {"{\"MESSAGE\":" + bytesOf + ",\"__REALTIME_TIMESTAMP\":\"1772705462123456\"}\n", []string{`"kind":"UserDisabled"`, `"line":1`, `"time":"2026-03-05T10:11:02Z"`}},
		"real-time log":    {realTime, []string{`"kind":"SecurityTokenExpired"`, `"name":"examplebucket"`, `"principals":[{"name":"20800001"`, `{"name":"oss:PutObject","count":1,"inferred":true}`, `"name":"a/…"`, `"time":"2026-03-05T10:11:02Z"`}},
		"real-time, 404":   {strings.NewReplacer(`"403"`, `"404"`, "SecurityTokenExpired", "NoSuchKey").Replace(realTime), nil},
		"access log":       {access, []string{`"kind":"SecurityTokenExpired"`, `"name":"examplebucket"`, `"principals":[{"name":"-"`, `{"name":"oss:GetObject","count":1,"inferred":true}`, `"time":"2026-03-05T10:11:02Z"`}},
		"access log, 200":  {strings.Replace(access, `" 403 `, `" 200 `, 1), nil},
		"nginx":            {`192.0.2.1 - - [05/Mar/2026:18:11:02 +0800] "GET /photo.jpg HTTP/1.1" 403 321 "-" "curl/8" upstream=b.oss-cn-hangzhou.aliyuncs.com x-oss-request-id=684B00C0FFEE00C0FFEE0005 x-oss-ec=0002-00000007` + "\n", []string{`"kind":"SecurityTokenExpired"`, `"time":"2026-03-05T10:11:02Z"`}},
		"nginx alone":      {`192.0.2.1 - - [05/Mar/2026:18:11:02 +0800] "GET /photo.jpg HTTP/1.1" 403 321 "-" "curl/8"` + "\n", nil},
	} {
		out, status := runTool(t, test.log, "scan", "--json")
		if (status == exitOK) != (test.want != nil) {
			t.Errorf("%s: status %d: %s", name, status, out)
		}
		for _, want := range test.want {
			if !strings.Contains(out, want) {
				t.Errorf("%s: no %s in %s", name, want, out)
			}
		}
	}
	// explain reads them too
	if out, status := runTool(t, docker.String(), "explain"); status != exitOK || !strings.Contains(out, "684B00C0FFEE00C0FFEE0001") {
		t.Errorf("explain: status %d: %s", status, out)
	}
}

// TestScanInputs: directories, patterns, several files.
func TestScanInputs(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for i, name := range []string{"a.log", "logs/b.log", "logs/deep/c.log", "logs/deep/d.txt"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(expired(i)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for args, want := range map[string]string{
		"-r .": `"total":4,"unplaced":0,"groups":1,"files":4`, "-r logs a.log": `"total":4`, "logs/*": `"total":1`, "logs/**/*.log": `"total":2`, "-r lo*": `"total":3`, "*.log logs/deep/?.txt": `"total":2`,
	} {
		if out, status := runTool(t, "", append([]string{"scan", "--json"}, strings.Fields(args)...)...); status != exitOK || !strings.Contains(out, want) {
			t.Errorf("%s: status %d: %s", args, status, out)
		}
	}
	for args, want := range map[string]string{"logs": "-r reads what is in it", "*.gz": "no file has such a name", "absent.log": "no such file"} {
		if out, status := runTool(t, "", append([]string{"scan"}, strings.Fields(args)...)...); status != exitUsage || !strings.Contains(out, want) {
			t.Errorf("%s: status %d: %s", args, status, out)
		}
	}
}

// TestScanFileNames: a secret in the name of a file is in no output, and the name stays one to go by.
func TestScanFileNames(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	const secret, token = "k7Qw9ZxT3mPb5RnV1cYd8LsH2fGj4A", "CAISzgJ1q6Ft5B2yfSjIr5fEKPDPrs1m5KoPlantedPlantedPlanted"
	for i, name := range []string{"backup-" + secret + ".log", "x?security-token=" + token + ".log", "security-token=opaque0token1planted2where3it4belongs.log"} {
		if err := os.WriteFile(name, []byte(expired(i)), 0o666); err != nil {
			t.Skip(err) // a system that has no such names
		}
		if err := os.WriteFile("bad-"+name+".gz", []byte("\x1f\x8b\x08\x00cut"), 0o666); err != nil {
			t.Skip(err)
		}
	}
	for _, flags := range []string{"--json", "", "--format github", "--format sarif", "--top 1"} {
		out, status := runTool(t, "", append(append([]string{"scan"}, strings.Fields(flags)...), "-r", ".")...)
		if !strings.Contains(out, "bad-") || !strings.Contains(out, "SecurityTokenExpired") {
			t.Errorf("%s: status %d: %s", flags, status, out)
		}
		for _, part := range []string{secret[:8], secret[12:20], secret[22:], token[8:16], token[20:28], "planted2where3"} {
			if strings.Contains(out, part) {
				t.Errorf("%s: %q is left in %s", flags, part, out)
			}
		}
		if flags == "--json" && (!strings.Contains(out, `"file":"`) || !strings.Contains(out, "****")) {
			t.Error(out)
		}
	}
}

// TestScanFollow: errors are printed when they are written, in a file that is cut and one that is
// replaced too; the groups come at the end.
func TestScanFollow(t *testing.T) {
	name := filepath.Join(t.TempDir(), "app.log")
	write := func(how int, text string) {
		t.Helper()
		f, err := os.OpenFile(name, how|os.O_WRONLY|os.O_CREATE, 0o666)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.WriteString(text); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	write(os.O_APPEND, expired(1))
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	s := newFindings()
	s.wanted = func(finding) bool { return true }
	p := newPipeline(ctx)
	a := newQuiet("en", os.Getenv)
	go func() {
		defer p.end()
		if err := a.followFile(p, name); err != nil && err != errStopped {
			t.Error(err)
		}
	}()
	next := 0
	steps := []func(){
		func() { write(os.O_APPEND, "2026-03-05T10:11:02Z INFO quiet\n"+expired(2)[:50]) },
		func() { write(os.O_APPEND, expired(2)[50:]) },
		func() { write(os.O_TRUNC, expired(3)) },
		func() {
			if err := os.Rename(name, name+".1"); err != nil {
				t.Error(err)
			}
			write(os.O_APPEND, expired(4))
		},
		cancel,
	}
	times := 0
	tally := tally{findings: s, found: func(f finding, _ place) {
		times++
		next++
		if next == 1 { // half a line, which is none
			steps[0]()
			time.Sleep(2 * idleFor)
			steps[1]()
			return
		}
		steps[min(next, len(steps)-1)]()
	}}
	p.results(ctx, tally.add)
	s.end()
	if times != 4 || s.total != 4 {
		t.Errorf("%d errors were found, %d counted", times, s.total)
	}
}
