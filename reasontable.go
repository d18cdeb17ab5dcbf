package oss403

import (
	"iter"
	"slices"
)

// Reasons returns every reason, those of one diagnosis together.
func Reasons() iter.Seq[Reason] {
	return func(yield func(Reason) bool) {
		for _, rows := range diagnoses {
			for i := range *rows {
				if r := (*rows)[i].reason; r != "" && !yield(r) {
					return
				}
			}
		}
	}
}

// Kinds returns the kinds that can have this reason, nil for a name that is no reason.
func (r Reason) Kinds() []Kind {
	if row := r.row(); row != nil {
		return slices.Clone(row.kinds)
	}
	return nil
}

// Explain says what the reason means in general, without the facts of an answer. For a name that is
// no reason it explains KindUnknown.
func (r Reason) Explain(lang Lang) Explanation {
	e := Error{Reason: r}
	if row := r.row(); row != nil {
		e.Kind = row.kinds[0]
	}
	return explain(e.view(), lang)
}

func (r Reason) row() *row {
	if r == "" {
		return nil
	}
	for _, rows := range diagnoses {
		for i := range *rows {
			if (*rows)[i].reason == r {
				return &(*rows)[i]
			}
		}
	}
	return nil
}
