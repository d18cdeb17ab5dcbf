package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/chars"
)

// printScan prints what was found in the form that was asked for.
func (a *app) printScan(s *findings, o scanOptions) error {
	if o.html != "" {
		page, err := a.scanPage(s, o.top)
		if err != nil {
			return err
		}
		if err := a.writeFile(o.html, page); err != nil {
			return err
		}
	}
	if !o.follow && !o.json {
		a.page()
	}
	switch {
	case o.policy && o.json:
		return a.printLines(append(a.policiesJSON(s.policy), a.summaryJSON(s)))
	case o.policy:
		return a.printPolicies(s.policy)
	case o.json:
		list := []any{}
		for _, g := range s.sorted() {
			list = append(list, a.groupJSON(s, g, o.top))
		}
		return a.printLines(append(list, a.summaryJSON(s)))
	case o.format == "github":
		a.printGitHub(s)
		return nil
	case o.format == "sarif":
		return a.printSARIF(s)
	}
	a.printGroups(s, o)
	return nil
}

func (a *app) printLines(list []any) error {
	for _, v := range list {
		line, err := jsonLine(v)
		if err != nil {
			return err
		}
		a.print(string(line))
	}
	return nil
}

// printGroups prints the groups for a person.
func (a *app) printGroups(s *findings, o scanOptions) {
	read := a.lines(s.lines)
	if s.total == 0 {
		a.print(a.say(msgScanNone, read))
		return
	}
	n := a.say(msgMany403, thousands(s.total))
	if s.total == 1 {
		n = a.say(msgOne403)
	}
	groups := s.sorted()
	head := a.say(msgScanHead, n, read, thousands(len(groups)))
	if len(groups) == 1 {
		head = a.say(msgScanHeadOne, n, read)
	}
	a.print(head)
	from, to := s.span()
	for i, g := range groups {
		times := a.times(g.count)
		if len(groups) > 1 {
			times = a.say(msgScanTimes, times, percent(g.count, s.total))
		}
		title := string(g.example.Kind)
		if r := string(g.example.Reason); r != "" {
			title += "/" + r
		}
		if s.by < facets {
			title = a.groupName(s.by, g.value)
		}
		bar := ""
		if a.terminal && to.After(from) && g.count > 1 {
			bar = "  " + sparkline(g.times.over(from, to, 24))
		}
		a.print("", a.bold(a.say(msgScanGroup, i+1, title, times))+bar)
		if o.top > 0 && s.by < facets && s.by != byWhat && s.by != byKind {
			a.printTop(g, byWhat, o.top)
		}
		x := a.explain(g.example)
		a.wrapped("   "+x.Summary, "   ")
		for j, step := range a.steps(g.example, x) {
			if j == 0 {
				a.wrapped(a.emphasis(a.say(msgScanStep, step)), "   ")
			} else {
				a.wrapped(a.say(msgScanNext, j+1, step), "      ")
			}
		}
		if g.count == 1 {
			a.print(a.say(msgScanOnly, a.where(s.files > 1, g.first)))
		} else {
			a.print(a.say(msgScanFirst, a.where(s.files > 1, g.first)), a.say(msgScanLast, a.where(s.files > 1, g.last)))
		}
		switch len(g.ids) {
		case 0:
		case 1:
			a.print(a.say(msgScanRequest, chars.VisibleLines(g.ids[0])))
		default:
			a.print(a.say(msgScanRequests, chars.VisibleLines(strings.Join(g.ids, a.say(msgScanComma)))))
		}
		if o.top > 0 {
			for _, by := range [...]facet{byBucket, byAction, byPrincipal, byEndpoint, byHost, byKey, byFolder} {
				if by != s.by && (g.count > 1 || s.by < facets || by != byFolder) {
					a.printTop(g, by, o.top)
				}
			}
		}
	}
	a.print("")
	if s.unknown > 0 {
		times := a.say(msgMany403, thousands(s.unknown))
		if s.unknown == 1 {
			times = a.say(msgOne403)
		}
		a.wrapped(a.say(msgScanUnplaced, times), "")
	} else {
		a.print(a.say(msgScanPlaced))
	}
	if (o.since != "" || o.until != "") && s.noTime > 0 {
		a.wrapped(a.say(msgScanNoTime, thousands(s.noTime)), "")
	}
	if o.html != "" {
		a.print(a.say(msgScanPage, show(o.html)))
	}
	a.wrapped(a.say(msgScanMore), "")
}

// printTop prints the most frequent values of something.
func (a *app) printTop(g *group, by facet, n int) {
	list, others := g.tops[by].top(n)
	if len(list) == 0 || len(list) == 1 && by == byHost && len(g.tops[byEndpoint].names) == 1 {
		return
	}
	if by == byPrincipal && slices.EqualFunc(list, first(g.tops[byKey].top(n)), func(x, y named) bool { return x == y }) {
		return // the AccessKeys are all that is known of them
	}
	var parts []string
	for _, v := range list {
		part := a.value(by, v.Name)
		if by == byAction && g.guessed[v.Name] {
			part = a.say(msgScanGuessed, part)
		}
		if len(list) > 1 || v.Count != g.count {
			part += " " + thousands(v.Count)
		}
		parts = append(parts, part)
	}
	line := strings.Join(parts, a.say(msgScanComma))
	if others > 0 {
		line += a.say(msgScanOthers, others)
	}
	a.wrapped(a.say(msgScanFact, a.say(facetNames[by]), line), "     ")
}

func first[T, U any](x T, _ U) T { return x }

// value shows a value of a facet.
func (a *app) value(by facet, name string) string {
	if by == byPrincipal && name == "-" {
		return a.say(msgNobody)
	}
	return name
}

// groupName is the title of a group that was asked for.
func (a *app) groupName(by facet, name string) string {
	if name == "" {
		return a.say(msgScanNoValue, a.say(facetNames[by]))
	}
	return a.value(by, name)
}

// steps are what to do about an error.
func (a *app) steps(e *oss403.Error, x oss403.Explanation) []string {
	if e.Kind == oss403.KindUnknown && e.EC == "" && e.Code == "" || len(x.Remedy.Steps) == 0 {
		return append([]string{a.say(msgUnplacedStep)}, x.Remedy.Steps...)
	}
	return x.Remedy.Steps
}

// where is a place, with the file's name if there are several.
func (a *app) where(named bool, p place) string {
	where := a.say(msgLine, p.line)
	if named {
		where = show(p.file) + ":" + strconv.Itoa(p.line)
	}
	if !p.time.IsZero() {
		where = a.say(msgAtTime, where, stamp(p.time))
	}
	return where
}

// stamp writes a time as logs do.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05Z") }

func percent(n, of int) string {
	p := 100 * float64(n) / float64(of)
	if p < 10 {
		return fmt.Sprintf("%.1f%%", p)
	}
	return fmt.Sprintf("%.0f%%", p)
}

// sparkline draws counts, the largest of them as a whole block.
func sparkline(counts []int) string {
	bars := []rune(" ▁▂▃▄▅▆▇█")
	most := max(1, slices.Max(counts))
	var b strings.Builder
	for _, n := range counts {
		b.WriteRune(bars[(n*(len(bars)-1)+most-1)/most])
	}
	return b.String()
}

// The lines of scan --json. schema/command.v1.json describes them.
type placeJSON struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Time string `json:"time,omitempty"`
}

type groupJSON struct {
	Type        string          `json:"type"` // group
	By          string          `json:"by,omitempty"`
	Value       string          `json:"value,omitempty"`
	Fingerprint string          `json:"fingerprint,omitempty"`
	Kind        oss403.Kind     `json:"kind"`
	Reason      oss403.Reason   `json:"reason,omitempty"`
	Category    oss403.Category `json:"category"`
	Count       int             `json:"count"`
	Share       float64         `json:"share"`
	First       placeJSON       `json:"first"`
	Last        placeJSON       `json:"last"`
	RequestIDs  []string        `json:"request_ids,omitempty"`
	Summary     string          `json:"summary"`
	Steps       []string        `json:"steps"`
	Retry       oss403.Retry    `json:"retry"`
	Automatic   bool            `json:"automatic"`
	Actor       oss403.Actor    `json:"actor,omitempty"`
	Kinds       []named         `json:"kinds,omitempty"`
	Buckets     []named         `json:"buckets,omitempty"`
	Actions     []namedAction   `json:"actions,omitempty"`
	Principals  []named         `json:"principals,omitempty"`
	Endpoints   []named         `json:"endpoints,omitempty"`
	Hosts       []named         `json:"hosts,omitempty"`
	AccessKeys  []named         `json:"access_keys,omitempty"`
	Objects     []named         `json:"objects,omitempty"`
	Timeline    []countJSON     `json:"timeline,omitempty"`
}

// namedAction is an action, inferred where no answer names it.
type namedAction struct {
	named
	Inferred bool `json:"inferred,omitempty"`
}

// countJSON is how many there were from a time on, until the next one.
type countJSON struct {
	Time  string `json:"time"`
	Count int    `json:"count"`
}

type summaryJSON struct {
	Type     string `json:"type"` // summary
	Total    int    `json:"total"`
	Unplaced int    `json:"unplaced"`
	Groups   int    `json:"groups"`
	Files    int    `json:"files"`
	Lines    int    `json:"lines"`
	Bytes    int64  `json:"bytes"`
	NoTime   int    `json:"without_time,omitempty"`
}

func placeOf(p place) placeJSON {
	j := placeJSON{File: masked(p.file), Line: p.line}
	if !p.time.IsZero() {
		j.Time = stamp(p.time)
	}
	return j
}

func (a *app) groupJSON(s *findings, g *group, top int) groupJSON {
	x := a.explain(g.example)
	j := groupJSON{
		Type: "group", Kind: g.example.Kind, Reason: g.example.Reason, Category: g.example.Kind.Category(),
		Count: g.count, Share: float64(int(10000*float64(g.count)/float64(s.total)+0.5)) / 10000,
		First: placeOf(g.first), Last: placeOf(g.last), Summary: x.Summary, Steps: a.steps(g.example, x),
		Retry: x.Remedy.Retry, Automatic: g.example.Automatic(), Actor: x.Remedy.Actor,
	}
	for _, id := range g.ids {
		j.RequestIDs = append(j.RequestIDs, cut(id, 200))
	}
	if s.by == facets {
		j.Fingerprint = g.example.Fingerprint()
	} else {
		j.By, j.Value = groupings[slices.Index(facetOf, s.by)], g.value
		j.Kinds, _ = g.tops[byWhat].top(top)
	}
	j.Buckets, _ = g.tops[byBucket].top(top)
	actions, _ := g.tops[byAction].top(top)
	for _, v := range actions {
		j.Actions = append(j.Actions, namedAction{v, g.guessed[v.Name]})
	}
	j.Principals, _ = g.tops[byPrincipal].top(top)
	j.Endpoints, _ = g.tops[byEndpoint].top(top)
	j.Hosts, _ = g.tops[byHost].top(top)
	j.AccessKeys, _ = g.tops[byKey].top(top)
	j.Objects, _ = g.tops[byFolder].top(top)
	for _, at := range slices.Sorted(maps.Keys(g.times.counts)) {
		j.Timeline = append(j.Timeline, countJSON{stamp(time.Unix(at, 0)), g.times.counts[at]})
	}
	return j
}

func (a *app) summaryJSON(s *findings) summaryJSON {
	return summaryJSON{"summary", s.total, s.unknown, len(s.groups), s.files, s.lines, s.bytes, s.noTime}
}
