package oss403_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

func TestWildTmp(t *testing.T) {
	f, err := os.Open("/work/shared/wild-cases.jsonl")
	if err != nil {
		t.Skip()
	}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	right := 0
	for sc.Scan() {
		var c struct{ ID, Kind, Want, Text string }
		if err := json.Unmarshal(sc.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		vouch := strings.Contains(c.Kind, "vouches")
		var opts []oss403.TextOption
		if vouch {
			opts = append(opts, oss403.AssumeOSS())
		}
		e, ok := oss403.ParseText(c.Text, opts...)
		kind := "none"
		if ok {
			kind = string(e.Kind)
		}
		good := strings.Contains(c.Kind, kind) || kind == "none" && c.Kind == "nothing of OSS" || c.Kind == "the kind in x-oss-err" && kind == "BucketACLDenied"
		if good {
			right++
		} else {
			t.Errorf("%s: %s, want %s", c.ID, kind, c.Kind)
		}
		if testing.Verbose() {
			t.Logf("%s: %+v", c.ID, e)
		}
	}
	t.Log(right, "of 30")
}
