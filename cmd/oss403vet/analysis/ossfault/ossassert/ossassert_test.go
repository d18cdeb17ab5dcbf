package ossassert_test

import (
	"testing"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/vettest"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/ossassert"
)

func Test(t *testing.T) {
	vettest.Run(t, ossassert.Analyzer, "v1", "v2", "v2unwrapped", "s3")
}
