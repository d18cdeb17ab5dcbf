package osscode_test

import (
	"testing"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/vettest"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/osscode"
)

func Test(t *testing.T) {
	vettest.Run(t, osscode.Analyzer, "a")
}
