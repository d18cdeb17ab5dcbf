package oss403

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

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
			if s := expand(v, lang, p); s != "" {
				x.Remedy.Steps = append(x.Remedy.Steps, words.sentence(s))
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

// Explain says what the reason means in general, without the facts of an answer. For a name that is
// no reason it explains KindUnknown.
func (r Reason) Explain(lang Lang) Explanation {
	e := Error{Reason: r}
	if row := r.row(); row != nil {
		e.Kind = row.kinds[0]
	}
	return explain(e.view(), lang)
}

// page returns the page of a topic, the English one where there is none in lang.
func (t topic) page(lang Lang) Doc {
	if d := lang.words().docs[t]; d.URL != "" {
		return d
	}
	return english.docs[t]
}

// documentation lists the pages of a kind or a reason, the page of the EC, and OSS's own link.
func documentation(v view, topics []topic, lang Lang) []Doc {
	list := make([]Doc, 0, len(topics)+2)
	add := func(d Doc) {
		if d.URL != "" && !slices.ContainsFunc(list, func(o Doc) bool { return o.URL == d.URL }) {
			list = append(list, d)
		}
	}
	for _, t := range topics {
		add(t.page(lang))
	}
	// The page of an EC that contradicts the code would mislead.
	if f := findEC(v.EC); f != nil && (f.code == "" || v.Code == "" || f.code == v.Code) {
		add(Doc{"EC " + f.ec, cmp.Or(lang.words().pageOf(f.ec), english.pageOf(f.ec))})
	}
	add(Doc{lang.say("OSS's page for this answer"), safeURL(v.RecommendDoc)})
	return list
}

// safeURL returns link if it is https on a host that only Alibaba Cloud can put pages on, else "".
// Hosts below aliyuncs.com are buckets: anybody's.
func safeURL(link string) string {
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "https" || u.User != nil || u.Port() != "" || len(link) > maxFact || chars.Visible(link) != link {
		return ""
	}
	host := strings.ToLower(u.Host)
	for _, domain := range [...]string{"aliyun.com", "alibabacloud.com"} {
		if host == domain || strings.HasSuffix(host, "."+domain) {
			return u.String()
		}
	}
	return ""
}
