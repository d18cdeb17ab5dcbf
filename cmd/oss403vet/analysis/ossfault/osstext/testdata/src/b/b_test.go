package b

import "strings"

func check(err error) bool { return strings.Contains(err.Error(), "AccessDenied") } // a test may look at the text
