package transport

import "github.com/oss403/oss403"

func compare(t *oss403.Transport, err error) bool { return oss403.Wrap(err) == t.Wrap(err) }
