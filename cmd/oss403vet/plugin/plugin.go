// Package plugin makes the analyzers of oss403vet a linter of golangci-lint, by its module plugin
// system. Import it in .custom-gcl.yml, and name the linter oss403vet.
package plugin

import (
	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/osstext"
)

func init() { register.Plugin("oss403vet", New) }

// Settings are the linter's settings in .golangci.yml.
type Settings struct {
	// Text turns on osstext, which suggests a kind where the text of an error is searched.
	Text bool `json:"text"`
}

// New makes the linter. It is what golangci-lint calls.
func New(conf any) (register.LinterPlugin, error) {
	s, err := register.DecodeSettings[Settings](conf)
	if err != nil {
		return nil, err
	}
	return linter{s}, nil
}

type linter struct{ settings Settings }

// BuildAnalyzers returns the analyzers that the settings ask for.
func (l linter) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	var on []*analysis.Analyzer
	for _, a := range ossfault.Analyzers() {
		if a == osstext.Analyzer {
			if !l.settings.Text {
				continue
			}
			if err := a.Flags.Set("suggest", "true"); err != nil {
				return nil, err
			}
		}
		on = append(on, a)
	}
	return on, nil
}

// GetLoadMode says that the analyzers need types.
func (linter) GetLoadMode() string { return register.LoadModeTypesInfo }
