package main

import (
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/oss403/oss403/oss403test"
)

// schemaOf reads schema/command.v1.json, with the one it refers to.
func schemaOf(t *testing.T) *jsonschema.Resolved {
	t.Helper()
	read := func(name string) *jsonschema.Schema {
		data, err := os.ReadFile(filepath.Join("..", "..", "schema", name))
		if err != nil {
			t.Fatal(err)
		}
		var s jsonschema.Schema
		if err := json.Unmarshal(data, &s); err != nil {
			t.Fatal(name, err)
		}
		return &s
	}
	resolved, err := read("command.v1.json").Resolve(&jsonschema.ResolveOptions{
		BaseURI: "https://oss403.invalid/schema/command.v1.json",
		Loader:  func(uri *url.URL) (*jsonschema.Schema, error) { return read(filepath.Base(uri.Path)), nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	return resolved
}

// TestSchema: all that --json prints is as the schema says, and every key of it is described there.
func TestSchema(t *testing.T) {
	schema := schemaOf(t)
	raw, err := os.ReadFile("../../schema/command.v1.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []map[string]any{{}, {"type": "group"}, {"type": "moon"}, {"type": "summary", "total": "1"}} {
		if schema.Validate(bad) == nil {
			t.Errorf("the schema takes %v", bad)
		}
	}
	var doc struct {
		Defs map[string]struct {
			Properties map[string]any `json:"properties"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(raw, &doc); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	check := func(value any) {
		t.Helper()
		if err := schema.Validate(value); err != nil {
			line, _ := json.Marshal(value)
			t.Errorf("%v in %.600s", err, line)
		}
		object, _ := value.(map[string]any)
		name, _ := object["type"].(string)
		seen[name] = true
		for key := range object {
			if _, described := doc.Defs[name].Properties[key]; !described && name != "error" { // whose other keys are the library's
				t.Errorf("%s has a key %s that the schema does not describe", name, key)
			}
		}
	}
	run := func(stdin string, args ...string) {
		t.Helper()
		out, _ := runTool(t, stdin, args...)
		d := json.NewDecoder(strings.NewReader(out))
		for n := 0; ; n++ {
			var value any
			if err := d.Decode(&value); err != nil {
				if n == 0 {
					t.Errorf("%s: %.300s", args, out)
				}
				return
			}
			if list, ok := value.([]any); ok {
				for _, v := range list {
					check(v)
				}
				continue
			}
			check(value)
		}
	}
	var d denials
	for _, object := range []string{"a", "b", "c"} {
		d.add("200000000000000001", "oss:GetObject", "b1", object, "", "ImplicitDeny")
	}
	d.add("200000000000000001", "oss:ListObjects", "b1", "", "logs/", "ImplicitDeny")
	d.add("200000000000000001", "oss:DeleteObject", "b1", "x", "", "ExplicitDeny")
	log := d.log.String() + expired(1)
	for _, args := range [][]string{{}, {"--by", "bucket"}, {"--by", "kind"}, {"--policy"}, {"--policy", "--join", "1"}, {"--since", "2026-01-01"}} {
		run(log, append([]string{"scan", "--json"}, args...)...)
	}
	run("quiet\n", "scan", "--json")
	run("", "list", "--json")
	run("", "lookup", "--json", "hotlink")
	run("", "presign", "--json", "https://b.oss-cn-hangzhou.aliyuncs.com/k?x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-date=20260305T101112Z&x-oss-expires=900000&x-oss-credential=LTAI5tExampleExampleEx9/20260305/cn-beijing/oss/aliyun_v4_request&x-oss-additional-headers=host&x-oss-signature=0123456789012345678901234567890123456789012345678901234567890123")
	t.Setenv("OSS_SECRET", "secret")
	for kind := range allKinds() {
		run(string(oss403test.Body(kind)), "explain", "--json", "--secret-env", "OSS_SECRET")
	}
	for name := range doc.Defs {
		if name != "place" && name != "explanation" && !seen[name] {
			t.Errorf("nothing of type %s was printed", name)
		}
	}
}
