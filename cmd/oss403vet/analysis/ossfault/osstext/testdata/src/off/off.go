package off

import (
	"strings"

	"github.com/oss403/oss403"
)

func text(err error) bool {
	return strings.Contains(err.Error(), "AccessDenied") || oss403.Is(err, oss403.KindEndpointMismatch)
}
