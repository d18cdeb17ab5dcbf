package ossretry_test

import (
	"testing"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/vettest"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/ossretry"
)

func Test(t *testing.T) {
	vettest.Run(t, ossretry.Analyzer, "v1", "v2", "other")
}
