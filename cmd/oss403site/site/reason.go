package site

import (
	"slices"

	"github.com/oss403/oss403"
)

// reason is what exactly a kind can be.
type reason struct {
	Name, Summary, Cause string
	Steps                []string
}

// reasons are those of a kind. One that happened as the kind does is told by its cause.
func reasons(k oss403.Kind, lang oss403.Lang) []reason {
	var list []reason
	general := k.Explain(lang).Summary
	for r := range oss403.Reasons() {
		if slices.Contains(r.Kinds(), k) {
			x := r.Explain(lang)
			if x.Summary == general {
				x.Summary, x.Cause = x.Cause, ""
			}
			list = append(list, reason{string(r), x.Summary, x.Cause, x.Remedy.Steps})
		}
	}
	return list
}
