// Package other talks to something else.
package other

import "strings"

func text(err error) bool { return strings.Contains(err.Error(), "AccessDenied") }
