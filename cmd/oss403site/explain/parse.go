package explain

import "github.com/oss403/oss403"

func parse(text string) (*oss403.Error, bool) { return oss403.ParseText(text) }
