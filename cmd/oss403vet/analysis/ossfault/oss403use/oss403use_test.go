package oss403use_test

import (
	"testing"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/vettest"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/oss403use"
)

func Test(t *testing.T) {
	vettest.Run(t, oss403use.Analyzer, "a", "transport")
}
