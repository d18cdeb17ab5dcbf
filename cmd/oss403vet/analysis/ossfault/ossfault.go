// Package ossfault holds the analyzers of oss403vet: each finds a fault in how a program looks at the
// errors of Alibaba Cloud OSS. They need no facts of other packages, and each has a folder with its
// documentation and its test data.
package ossfault

import (
	"golang.org/x/tools/go/analysis"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/oss403use"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/ossassert"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/osscode"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/osserrtype"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/ossexist"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/ossretry"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/osstext"
)

// Analyzers returns all analyzers, in alphabetical order.
func Analyzers() []*analysis.Analyzer {
	return []*analysis.Analyzer{
		oss403use.Analyzer,
		ossassert.Analyzer,
		osscode.Analyzer,
		osserrtype.Analyzer,
		ossexist.Analyzer,
		ossretry.Analyzer,
		osstext.Analyzer,
	}
}
