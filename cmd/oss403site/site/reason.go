package site

import (
	"slices"

	"github.com/oss403/oss403"
)

// reason is what exactly a kind can be.
type reason struct {
	Name, Cause string
	Steps       []string
}

// reasons are those of a kind.
func reasons(k oss403.Kind, lang oss403.Lang) []reason {
	var list []reason
	for r := range oss403.Reasons() {
		if slices.Contains(r.Kinds(), k) {
			x := (&oss403.Error{Kind: k, Reason: r}).Explain(lang)
			list = append(list, reason{string(r), x.Cause, x.Remedy.Steps})
		}
	}
	return list
}
