package plugin_test

import (
	"slices"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	_ "github.com/oss403/oss403/cmd/oss403vet/plugin"
)

// What golangci-lint does with it.
func TestPlugin(t *testing.T) {
	for _, c := range []struct {
		name     string
		settings any
		text     bool
	}{
		{"no settings", nil, false},
		{"settings as YAML gives them", map[string]any{"text": true}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			newPlugin, err := register.GetPlugin("oss403vet")
			if err != nil {
				t.Fatal(err)
			}
			p, err := newPlugin(c.settings)
			if err != nil {
				t.Fatal(err)
			}
			analyzers, err := p.BuildAnalyzers()
			if err != nil {
				t.Fatal(err)
			}
			if err := analysis.Validate(analyzers); err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(analyzers, func(a *analysis.Analyzer) bool { return a.Name == "osstext" })
			if on := i >= 0; on != c.text || p.GetLoadMode() != register.LoadModeTypesInfo {
				t.Errorf("osstext on: %v; load mode %s", on, p.GetLoadMode())
			}
		})
	}
	newPlugin, _ := register.GetPlugin("oss403vet")
	if _, err := newPlugin(map[string]any{"txet": true}); err == nil {
		t.Error("a misspelled setting is no error")
	}
}
