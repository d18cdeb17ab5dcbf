package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// TestMCP: an agent lists the tools and calls each of them.
func TestMCP(t *testing.T) {
	ctx := t.Context()
	here, there := mcp.NewInMemoryTransports()
	server, err := newQuiet("en", os.Getenv).mcpServer().Connect(ctx, there, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	client, err := mcp.NewClient(&mcp.Implementation{Name: "test"}, nil).Connect(ctx, here, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	tools, err := client.ListTools(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tool := range tools.Tools {
		names = append(names, tool.Name)
		if tool.InputSchema == nil || tool.OutputSchema == nil || tool.Description == "" {
			t.Errorf("%s has no schema", tool.Name)
		}
	}
	if list := strings.Join(names, " "); list != "explain lookup policy presign scan" {
		t.Error(list)
	}
	log := filepath.Join(t.TempDir(), "app.log")
	var d denials
	d.add("200000000000000001", "oss:GetObject", "b1", "a.txt", "", "ImplicitDeny")
	d.add("200000000000000001", "oss:DeleteObject", "b1", "b.txt", "", "ExplicitDeny")
	if err := os.WriteFile(log, []byte(d.log.String()+expired(1)+"token=CAISplantedplantedplantedplanted\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	const planted = "https://b.oss-cn-hangzhou.aliyuncs.com/k?Expires=1700000000&OSSAccessKeyId=LTAI5tPlantedMiddlePart9&Signature=plantedplantedplantedplan%3D"
	for _, test := range []struct {
		tool      string
		arguments map[string]any
		want      []string
	}{
		{"explain", map[string]any{"text": expired(1)}, []string{`"kind":"SecurityTokenExpired"`, `"explanation":`, `"type":"error"`}},
		{"explain", map[string]any{"text": expired(1), "lang": "zh"}, []string{"安全令牌"}},
		{"explain", map[string]any{"text": "0003-00001403"}, []string{`"kind":"EndpointMismatch"`, `"type":"kind"`}},
		{"explain", map[string]any{"text": "684B00C0FFEE00C0FFEE0001"}, []string{`"says":"684B00C0FFEE00C0FFEE0001 is a request ID`}},
		{"explain", map[string]any{"text": planted}, []string{`"type":"presigned"`}},
		{"explain", map[string]any{"text": log}, []string{`"says":`}}, // the name of a file is no file to read
		{"lookup", map[string]any{"query": "hotlink"}, []string{`"kind":"RefererDenied"`}},
		{"scan", map[string]any{"paths": []string{log, log + ".absent"}}, []string{`"type":"group"`, `"total":3`, `"failures":["` + log + `.absent: no such file"]`}},
		{"scan", map[string]any{"paths": []string{log}, "by": "bucket", "kinds": []string{"Permission"}}, []string{`"value":"b1"`, `"total":2`}},
		{"scan", map[string]any{"paths": []string{log}, "by": "moon"}, []string{`"failures":["--by is one of`}},
		{"scan", map[string]any{"paths": []string{"-"}}, []string{`"failures":`}},
		{"policy", map[string]any{"paths": []string{log}}, []string{`"acs:oss:*:*:b1/a.txt"`, `"denies":[`, `"others":[`}},
		{"presign", map[string]any{"url": planted}, []string{`"expires":"2023-11-14T22:13:20Z"`}},
		{"presign", map[string]any{"url": "https://b.s3.amazonaws.com/k?X-Amz-Signature=0"}, []string{`"says":"the host of this URL is none of OSS`}},
		{"presign", map[string]any{"url": "https://example.com/"}, []string{`"says":"this is not a presigned URL`}},
	} {
		result, err := client.CallTool(ctx, &mcp.CallToolParams{Name: test.tool, Arguments: test.arguments})
		if err != nil {
			t.Errorf("%s %v: %v", test.tool, test.arguments, err)
			continue
		}
		out, err := json.Marshal(result.StructuredContent)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range test.want {
			if !strings.Contains(string(out), want) {
				t.Errorf("%s %v: no %s in %s", test.tool, test.arguments, want, out)
			}
		}
		if strings.Contains(strings.ToLower(string(out)), "planted") {
			t.Errorf("%s %v shows a secret: %s", test.tool, test.arguments, out)
		}
	}
	if _, err := client.CallTool(context.Background(), &mcp.CallToolParams{Name: "serve"}); err == nil {
		t.Error("there is a tool serve")
	}
}
