package oss403

import (
	"cmp"
	"slices"
)

// Explain says what the kind means in general, without the facts of an answer, and which reasons it
// can have. For a name that is no kind it explains KindUnknown.
func (k Kind) Explain(lang Lang) Explanation {
	if k.facts() == nil {
		k = KindUnknown
	}
	e := Error{Kind: k}
	x := explain(e.view(), lang)
	for _, row := range k.rows() {
		if row.reason == "" {
			continue
		}
		r := row.reason.Explain(lang)
		x.Reasons = append(x.Reasons, ReasonAdvice{row.reason, r.Cause, r.Remedy.Steps[0]})
	}
	return x
}

// Explain says what happened and what to do, with the facts of this answer. For a nil error it explains
// KindUnknown.
func (e *Error) Explain(lang Lang) Explanation { return explain(e.view(), lang) }

// explain reads only the finished Error.
func explain(v view, lang Lang) Explanation {
	words := lang.words()
	kind := words.ofKind(v.Kind)
	a := v.advice()
	x := Explanation{
		Findings: v.findings(lang),
		Remedy:   Remedy{Docs: documentation(v, a.topics, lang), Retry: a.retry, Actor: a.actor},
	}
	summary, cause := kind.summary, kind.cause
	add := func(steps []string) {
		for _, p := range steps {
			// A reason and its kind may have a step in common.
			if s := words.sentence(expand(v, lang, p)); s != "" && !slices.Contains(x.Remedy.Steps, s) {
				x.Remedy.Steps = append(x.Remedy.Steps, s)
			}
		}
	}
	row := v.reasonRow()
	if row != nil {
		if t := words.ofReason(row.reason); t != nil {
			summary, cause = cmp.Or(t.summary, summary), cmp.Or(t.cause, cause)
			add(t.steps)
		}
	}
	if row == nil || row.andKind || len(x.Remedy.Steps) == 0 {
		add(kind.steps)
	}
	x.Summary, x.Cause = words.sentence(expand(v, lang, summary)), words.sentence(expand(v, lang, cause))
	x.Remedy.Policy = v.policy()
	x.Remedy.Handover = v.handover(x.Remedy.Policy, lang)
	return x
}

// gist returns the pattern of the line: what, then what to do.
func (v view) gist() string {
	if row := v.reasonRow(); row != nil {
		if t := english.ofReason(row.reason); t != nil {
			return t.gist
		}
	}
	return english.ofKind(v.Kind).gist
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
