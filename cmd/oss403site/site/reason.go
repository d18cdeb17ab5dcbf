package site

import "github.com/oss403/oss403"

// reason is what exactly a kind can be.
type reason struct {
	Name, Summary, Cause string
	Steps                []string
}

// reasons are those of a kind.
func reasons(oss403.Kind, oss403.Lang) []reason { return nil }
