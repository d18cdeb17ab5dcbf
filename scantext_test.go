package oss403_test

import (
	"bufio"
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

// The logs of the speed goals: a block of about a MiB each.

func sdkLine(i int) string {
	return fmt.Sprintf("2026-03-05T10:11:%02d.%03dZ ERROR [worker-%d] put logs/%05d.txt: oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage=\"You have no right to access this object because of bucket acl.\", RequestId=684B%020X, Ec=0003-00000001\n", i%60, i%1000, i%8, i, i)
}

func otherLine(i int) string {
	return fmt.Sprintf("2026-03-05T10:11:%02d.%03dZ INFO [worker-%d] GET /api/v1/objects?prefix=logs/%d 200 12ms user=alice msg=\"The upload finished\" Count=12\n", i%60, i%1000, i%8, i)
}

func scanLogs() map[string][]byte {
	logs := map[string]func(i int) string{
		"all": sdkLine,
		"one": func(i int) string {
			if i%100 == 7 {
				return sdkLine(i)
			}
			return otherLine(i)
		},
		"none": otherLine,
		"access": func(i int) string {
			return fmt.Sprintf("2026-03-05T10:11:%02dZ GET /b/k%d 403 AccessDenied 1.2.3.4\n", i%60, i)
		},
	}
	made := map[string][]byte{}
	for name, line := range logs {
		var b bytes.Buffer
		for i := 0; b.Len() < 4<<20; i++ {
			b.WriteString(line(i))
		}
		made[name] = b.Bytes()
	}
	return made
}

var sdkPattern = regexp.MustCompile(`StatusCode=403, ErrorCode=([A-Za-z]+), ErrorMessage="([^"]*)"`)

// BenchmarkScan compares ScanText with what people write instead: a regular expression for each line.
func BenchmarkScan(b *testing.B) {
	logs := scanLogs()
	for _, name := range []string{"all", "one", "none", "access"} {
		log := logs[name]
		want := bytes.Count(log, []byte("StatusCode=403"))
		run := func(what string, f func() int) {
			b.Run(name+"/"+what, func(b *testing.B) {
				b.SetBytes(int64(len(log)))
				before := cpuTime()
				for range b.N {
					if n := f(); n != want {
						b.Fatal(n, want)
					}
				}
				b.ReportMetric(float64(cpuTime()-before)/float64(b.N)/float64(bytes.Count(log, []byte("\n"))), "cpu-ns/line")
			})
		}
		run("oss403", func() int {
			n := 0
			for _, err := range oss403.ScanText(bytes.NewReader(log)) {
				if err != nil {
					b.Fatal(err)
				}
				n++
			}
			return n
		})
		run("peer=regexp", func() int {
			n := 0
			lines := bufio.NewScanner(bytes.NewReader(log))
			for lines.Scan() {
				if m := sdkPattern.FindSubmatch(lines.Bytes()); m != nil {
					n++
				}
			}
			return n
		})
	}
}

func BenchmarkParseTextSDKv1(b *testing.B) {
	line := strings.TrimSuffix(sdkLine(7), "\n")
	before := cpuTime()
	defer func() { b.ReportMetric(float64(cpuTime()-before)/float64(b.N), "cpu-ns/op") }()
	for range b.N {
		if _, ok := oss403.ParseText(line); !ok {
			b.Fatal("not read")
		}
	}
}
