package libraries_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/oss403/oss403"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestSchema: schema/error.v1.json is a schema, and what the library writes of each answer in
// testdata/403 is what it says.
func TestSchema(t *testing.T) {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	schema, err := c.Compile("../../schema/error.v1.json")
	if err != nil {
		t.Fatal(err)
	}
	check := func(v any) error {
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(b)))
		if err != nil {
			t.Fatal(err)
		}
		return schema.Validate(doc)
	}
	cases, err := filepath.Glob("../../testdata/403/*.txtar")
	if err != nil || len(cases) < 83 {
		t.Fatal(len(cases), err)
	}
	for _, path := range cases {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, answer, _ := strings.Cut(string(b), "-- answer --\n")
		answer, _, _ = strings.Cut(answer, "\n-- ")
		head, body, _ := strings.Cut(answer, "\n\n")
		header := http.Header{}
		for _, line := range strings.Split(head, "\n")[1:] {
			name, value, _ := strings.Cut(line, ":")
			header.Add(name, strings.TrimSpace(value))
		}
		e, ok := oss403.Parse(403, header, []byte(body))
		if !ok {
			continue // only its request tells whose answer it is
		}
		explained := map[string]any{"error": e.Error(), "kind": e.Kind, "category": e.Kind.Category(), "retry": e.Retry(), "automatic": e.Automatic(), "fingerprint": e.Fingerprint(), "explanation": e.Explain(oss403.English)}
		for _, v := range []any{e, *e, explained} {
			if err := check(v); err != nil {
				t.Errorf("%s: %v", path, err)
			}
		}
	}
	if err := check(&oss403.Error{}); err != nil {
		t.Error(err)
	}
	var invalid *jsonschema.ValidationError
	if err := check(map[string]any{"kind": 1}); !errors.As(err, &invalid) {
		t.Error("anything passes")
	}
}
