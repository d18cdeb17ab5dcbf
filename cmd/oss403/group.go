package main

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/oss403/oss403"
)

// findings are what scan has found so far, in groups.
type findings struct {
	by      facet // what to group by, facets for what one act fixes
	wanted  func(finding) bool
	policy  *policies // nil: not asked for
	files   int
	lines   int
	bytes   int64
	total   int
	unknown int // of these could not be placed
	noTime  int // of these have no time, where a time is asked for
	bad     int // of these make --fail-on fail
	groups  map[string]*group
	seen    map[string]bool // the last request IDs
	order   []string        // the same, oldest first from next on
	next    int
	poor    map[string]poorFinding // of these IDs, errors that do not say why: another line may
	turn    int
}

// group is what has the same fingerprint, or the same of what was asked for.
type group struct {
	value       string // of what was asked for
	example     *oss403.Error
	count       int
	first, last place
	ids         []string
	tops        [facets]counter
	guessed     map[string]bool // actions that no answer names
	times       histogram
	kinds       map[oss403.Kind]int
}

// place is a line of a file.
type place struct {
	turn int
	file string
	line int
	time time.Time
}

type poorFinding struct {
	finding
	place
}

const (
	maxSeen = 4096 // how many request IDs are remembered, to know what one error left on several lines
	maxIDs  = 3    // how many a group names

	maxGroups = 5000 // behind which a kind is a group
)

func newFindings() *findings {
	return &findings{by: facets, groups: map[string]*group{}, seen: map[string]bool{}, poor: map[string]poorFinding{}}
}

func isPoor(e *oss403.Error) bool {
	return e.Kind == oss403.KindUnknown || e.Kind == oss403.KindIntermediary
}

// add counts an error, once for each request ID; false if it was there already.
func (s *findings) add(f finding, file string, line int) bool {
	s.turn++
	where := place{s.turn, file, line, f.time}
	id := f.err.RequestID
	if id == "" {
		s.count(f, where)
		return true
	}
	if s.seen[id] {
		was, waits := s.poor[id]
		if !waits || isPoor(f.err) {
			return false
		}
		delete(s.poor, id)
		if f.time.IsZero() {
			f.time = was.place.time
		}
		s.count(f, was.place) // the same error: it was first met there
		return false
	}
	s.seen[id] = true
	if len(s.order) < maxSeen {
		s.order = append(s.order, id)
	} else {
		old := s.order[s.next]
		if was, waits := s.poor[old]; waits {
			delete(s.poor, old)
			s.count(was.finding, was.place)
		}
		delete(s.seen, old)
		s.order[s.next] = id
		s.next = (s.next + 1) % maxSeen
	}
	if isPoor(f.err) {
		s.poor[id] = poorFinding{f, where}
	} else {
		s.count(f, where)
	}
	return true
}

// end counts what has waited for a line that says more.
func (s *findings) end() {
	for _, was := range slices.SortedFunc(maps.Values(s.poor), func(x, y poorFinding) int { return x.turn - y.turn }) {
		s.count(was.finding, was.place)
	}
	clear(s.poor)
}

func (s *findings) count(f finding, where place) {
	if s.wanted != nil && !s.wanted(f) {
		return
	}
	s.total++
	if f.err.Kind == oss403.KindUnknown {
		s.unknown++
	}
	if f.time.IsZero() {
		s.noTime++
	}
	key := f.fingerprint
	if s.by < facets {
		key = f.values[s.by]
	}
	g := s.groups[key]
	if g == nil && len(s.groups) >= maxGroups {
		key = "kind " + string(f.err.Kind)
		g = s.groups[key]
	}
	if g == nil {
		g = &group{example: f.err, first: where, last: where, guessed: map[string]bool{}, kinds: map[oss403.Kind]int{}}
		if s.by < facets {
			g.value = key
		}
		s.groups[key] = g
	}
	g.count++
	g.kinds[f.err.Kind]++
	if where.turn < g.first.turn {
		g.first, g.example = where, f.err
	}
	if where.turn > g.last.turn {
		g.last = where
	}
	if id := f.err.RequestID; id != "" && len(g.ids) < maxIDs {
		g.ids = append(g.ids, id)
	}
	for i, value := range f.values {
		if value != "" {
			g.tops[i].add(value)
		}
	}
	if f.guessed {
		g.guessed[f.values[byAction]] = true
	}
	if !f.time.IsZero() {
		g.times.add(f.time)
	}
	if s.policy != nil {
		s.policy.add(f)
	}
}

// sorted returns the groups with the most frequent first, what could not be placed last.
func (s *findings) sorted() []*group {
	return slices.SortedFunc(maps.Values(s.groups), func(x, y *group) int {
		if x, y := x.example.Kind == oss403.KindUnknown, y.example.Kind == oss403.KindUnknown; x != y && s.by == facets {
			if x {
				return 1
			}
			return -1
		}
		return cmp.Or(y.count-x.count, x.first.turn-y.first.turn)
	})
}

// counter counts names, as many as there is room for.
type counter struct {
	names map[string]int
	rest  int // of names that there was no room for
}

const maxNames = 2000

func (c *counter) add(name string) {
	if c.names == nil {
		c.names = map[string]int{}
	}
	if _, known := c.names[name]; !known && len(c.names) >= maxNames {
		c.rest++
		return
	}
	c.names[name]++
}

type named struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// top returns the most frequent names, and how many others there are.
func (c *counter) top(n int) (list []named, others int) {
	for name, count := range c.names {
		list = append(list, named{name, count})
	}
	slices.SortFunc(list, func(x, y named) int { return cmp.Or(y.Count-x.Count, cmp.Compare(x.Name, y.Name)) })
	if n > 0 && len(list) > n {
		others, list = len(list)-n, list[:n]
	}
	return list, others
}

// histogram counts times in steps that get longer where more are needed.
type histogram struct {
	step   int64 // seconds
	counts map[int64]int
}

const maxSteps = 1024

func (h *histogram) add(t time.Time) {
	if h.counts == nil {
		h.step, h.counts = 1, map[int64]int{}
	}
	h.counts[floor(t.Unix(), h.step)]++
	for len(h.counts) > maxSteps {
		h.step *= 2
		wider := map[int64]int{}
		for at, n := range h.counts {
			wider[floor(at, h.step)] += n
		}
		h.counts = wider
	}
}

// floor returns the start of the step that a second is in.
func floor(second, step int64) int64 {
	at := second / step
	if second < 0 && second%step != 0 {
		at--
	}
	return at * step
}

// over returns how many there are in each of n equal parts of the time between two moments.
func (h *histogram) over(from, to time.Time, n int) []int {
	parts := make([]int, n)
	length := max(1, to.Unix()-from.Unix()+1)
	for at, count := range h.counts {
		i := (at - from.Unix()) * int64(n) / length
		parts[min(max(i, 0), int64(n)-1)] += count
	}
	return parts
}

// span returns the first and the last time of all groups; zero if none has one.
func (s *findings) span() (from, to time.Time) {
	for _, g := range s.groups {
		for at := range g.times.counts {
			t := time.Unix(at, 0).UTC()
			if from.IsZero() || t.Before(from) {
				from = t
			}
			if to.IsZero() || t.After(to) {
				to = t
			}
		}
	}
	return from, to
}
