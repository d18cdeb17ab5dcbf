package osstext_test

import (
	"testing"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/vettest"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/osstext"
)

func Test(t *testing.T) {
	if err := osstext.Analyzer.Flags.Set("suggest", "true"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { osstext.Analyzer.Flags.Set("suggest", "false") })
	vettest.Run(t, osstext.Analyzer, "a", "b", "other")
}

func TestOffByDefault(t *testing.T) {
	vettest.Run(t, osstext.Analyzer, "off")
}
