package oss403

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/oss403/oss403/internal/chars"
)

// Explain says what the kind means in general, without the facts of an answer, and which reasons it
// can have.
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

// Explain says what happened and what to do, with the facts of this answer.
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
	row := v.row()
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
	if row := v.row(); row != nil {
		if t := english.ofReason(row.reason); t != nil {
			return t.gist
		}
	}
	return english.ofKind(v.Kind).gist
}

// expand fills in a pattern, as the comment on type text describes.
func expand(v view, lang Lang, pattern string) string {
	var buf [maxLine]byte
	return string(appendExpanded(buf[:0], v, lang, pattern))
}

func appendExpanded(out []byte, v view, lang Lang, pattern string) []byte {
	for {
		i := 0
		for i < len(pattern) && pattern[i] != '[' && pattern[i] != '{' {
			i++
		}
		out = append(out, pattern[:i]...)
		if i == len(pattern) {
			return out
		}
		if pattern[i] == '{' {
			name, rest, _ := strings.Cut(pattern[i+1:], "}")
			words, _ := v.fill(lang, name)
			out = append(out, words...)
			pattern = rest
			continue
		}
		group, rest, _ := strings.Cut(pattern[i+1:], "]")
		for found, more := false, true; more && !found; {
			var alternative string
			alternative, group, more = strings.Cut(group, "|")
			out, found = appendKnown(out, v, lang, alternative)
		}
		pattern = rest
	}
}

// appendKnown fills in an alternative; ok is false, and nothing is appended, if a fact is not known
// and has no general word.
func appendKnown(out []byte, v view, lang Lang, pattern string) (_ []byte, ok bool) {
	start := len(out)
	for {
		before, rest, found := strings.Cut(pattern, "{")
		out = append(out, before...)
		if !found {
			return out, true
		}
		name, after, _ := strings.Cut(rest, "}")
		test := byte(0)
		if name != "" && (name[0] == '?' || name[0] == '!') {
			test, name = name[0], name[1:]
		}
		words, known := v.fill(lang, name)
		if test == '?' && !known || test == '!' && known || test == 0 && !known && words == "" {
			return out[:start], false
		}
		if test == 0 {
			out = append(out, words...)
		}
		pattern = after
	}
}

// maxFact is how much of a value goes into a sentence.
const maxFact = 200

func shorten(s string) string {
	if len(s) <= maxFact && chars.IsWords(s) {
		return s
	}
	return chars.Cut(chars.OneLine(s), maxFact)
}

func onlyIf(condition bool, s string) string {
	if condition {
		return s
	}
	return ""
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// named quotes a value that may hold anything.
func named(noun, s string) string {
	if s == "" {
		return ""
	}
	return noun + `"` + shorten(s) + `"`
}

// orNone quotes a value, or says that there was none.
func (lang Lang) orNone(value string) string { return cmp.Or(named("", value), lang.say("absent")) }

// duration writes d in words, its two largest units: 8 hours, 24 hours 25 minutes.
func (lang Lang) duration(d time.Duration) string {
	var buf [64]byte
	return string(lang.appendDuration(buf[:0], d))
}

func (lang Lang) appendDuration(out []byte, d time.Duration) []byte {
	d = d.Round(time.Second)
	count := 0
	for _, u := range [...]struct {
		unit      time.Duration
		one, many phrase
	}{{24 * time.Hour, "", "%d days"}, {time.Hour, "1 hour", "%d hours"}, {time.Minute, "1 minute", "%d minutes"}, {time.Second, "1 second", "%d seconds"}} {
		n := int64(d / u.unit)
		if n == 0 && (u.unit > time.Second || count > 0) || n == 1 && u.one == "" || count == 2 {
			continue
		}
		d -= time.Duration(n) * u.unit
		if count > 0 {
			out = append(out, ' ')
		}
		if count++; n == 1 {
			out = lang.appendSay(out, u.one)
		} else {
			out = lang.appendSay(out, u.many, strconv.FormatInt(n, 10))
		}
	}
	return out
}

func timestamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
