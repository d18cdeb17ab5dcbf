package osserrtype_test

import (
	"testing"

	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/internal/vettest"
	"github.com/oss403/oss403/cmd/oss403vet/analysis/ossfault/osserrtype"
)

func Test(t *testing.T) {
	vettest.Run(t, osserrtype.Analyzer, "v1", "v2", "others", "made")
}
