package docblock

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

const doc = "# Title\n\n<!-- output: first one -->\n```text\na\n\nb\n```\n\nWords.\n\n<!-- table -->\n| x |\n|---|\n| y |\n\n<!-- output: empty -->\n```text\n```\n<!-- no block -->\nEnd, `<!-- output: of words -->`.\n"

func TestParse(t *testing.T) {
	want := []Block{
		{"output", "first one", true, "a\n\nb\n"},
		{"table", "", false, "| x |\n|---|\n| y |\n"},
		{"output", "empty", true, ""},
	}
	if got := Parse(doc); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

func TestUpdate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "doc.md")
	if err := os.WriteFile(path, []byte(doc), 0o666); err != nil {
		t.Fatal(err)
	}
	want := func(b Block) string {
		if b.Argument == "empty" {
			return "c\n"
		}
		return b.Text
	}
	for _, write := range []bool{false, true} {
		if stale, err := Update(path, write, want); err != nil || len(stale) != 1 || stale[0].Argument != "empty" {
			t.Fatal(stale, err)
		}
	}
	if stale, err := Update(path, true, want); err != nil || len(stale) != 0 {
		t.Error(stale, err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	blocks := Parse(string(data))
	if len(blocks) != 3 || blocks[2].Text != "c\n" || len(data) != len(doc)+2 {
		t.Errorf("%s", data)
	}
}
