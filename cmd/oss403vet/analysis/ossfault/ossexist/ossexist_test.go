package ossexist_test

import (
	"testing"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/vettest"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/ossexist"
)

func Test(t *testing.T) {
	vettest.Run(t, ossexist.Analyzer, "a")
}
