package oss403test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/oss403/oss403"
)

// Rule says what happens to a request, and to which requests: by itself to each, and each method below limits
// it. Rules are asked in the order in which they are given to [NewServer] or [Transport]; the first that
// applies decides.
//
// A Rule is made by [Answer], [Page], [Pass], [FinishRestore] or [Sequence]. Its methods change it
// and return it. Server and transport take a copy, so that a rule can be given to several; each
// counts for itself.
type Rule struct {
	effect   effect
	kind     oss403.Kind
	opts     []Option
	status   int    // of a page
	page     string // its HTML
	steps    []*Rule
	tests    []test
	nth      int // 0: every request
	every    int // 0: every request
	share    *share
	times    int // 0: without limit
	optional bool
	delay    time.Duration
	cut      int // of the body; -1: all of it comes
}

// effect is what a rule does.
type effect int

const (
	answers effect = iota
	showsPage
	passes
	finishesRestore
	isSequence
)

// test is one condition of a rule.
type test struct {
	name string
	ok   func(*incoming) bool
}

// share chooses by chance.
type share struct {
	part float64
	seed uint64
}

// Answer makes a rule that answers every request with a 403 of the kind, as [Response] makes it. Give each
// rule of a server that matters to the test as few requests as it needs: a client's call may be several
// requests. It panics for a name that is no kind.
func Answer(kind oss403.Kind, opts ...Option) *Rule {
	return &Rule{effect: answers, kind: known(kind), opts: opts, cut: -1}
}

// Page makes a rule that answers with an HTML page, as something between a client and OSS does: a
// proxy's 502, the login of a hotel with status 200. A 403 of this sort is
// Answer(oss403.KindIntermediary).
func Page(status int, html string) *Rule {
	return &Rule{effect: showsPage, status: status, page: html, cut: -1}
}

// Pass makes a rule that lets requests through, to the objects of a server or to the transport
// behind; with [Rule.Delay] or [Rule.BreakOff], or in a [Sequence].
func Pass() *Rule { return &Rule{effect: passes, cut: -1} }

// FinishRestore makes a rule that finishes restoring the archived object that a request is for, and lets the
// request through: a HEAD that it applies to is the first to see that the object is restored. Without such a
// rule an object is restored when the server's clock says so, after the longest time that OSS takes: for
// Archive a minute. In a [Transport] it does nothing.
func FinishRestore() *Rule { return &Rule{effect: finishesRestore, cut: -1} }

// Sequence makes a rule that does what the steps do, one after the other: the first request that meets its
// conditions gets the first step, and so on. A step may have [Rule.Times], to be taken for more than one
// request, but no conditions. After the last step the rule no longer applies. A test that ends before the
// last step fails, unless the rule is [Rule.Optional].
func Sequence(steps ...*Rule) *Rule {
	r := &Rule{effect: isSequence, cut: -1}
	for i, s := range steps {
		if len(s.tests) > 0 || s.nth > 0 || s.every > 0 || s.share != nil || s.effect == isSequence {
			panic(fmt.Sprintf("oss403test: step %d of a Sequence has conditions, which are the Sequence's to have", i+1))
		}
		step := *s
		r.steps = append(r.steps, &step)
	}
	if len(steps) == 0 {
		panic("oss403test: a Sequence without steps")
	}
	return r
}

func (r *Rule) apply(h *handler) { h.rules.add(r) }

// Method limits r to requests of an HTTP method, as in PUT. SDKs use PUT for PutObject, CopyObject
// and UploadPart, POST to begin and to complete a multipart upload and to delete several objects.
func (r *Rule) Method(name string) *Rule {
	return r.test("method "+name, func(in *incoming) bool { return strings.EqualFold(in.method, name) })
}

// Operation limits r to an operation by OSS's name for it, as in UploadPart or ListObjectsV2.
func (r *Rule) Operation(name string) *Rule {
	return r.test("operation "+name, func(in *incoming) bool { return in.name == name })
}

// Bucket limits r to requests for a bucket and what is in it.
func (r *Rule) Bucket(name string) *Rule {
	return r.test(fmt.Sprintf("bucket %q", name), func(in *incoming) bool { return in.bucket == name })
}

// Key limits r to requests for one object, by its key without any escapes. "" stands for requests
// that are for no object: those for a bucket, as to list it, and those for the service.
func (r *Rule) Key(key string) *Rule {
	return r.test(fmt.Sprintf("key %q", key), func(in *incoming) bool { return in.key == key })
}

// Prefix limits r to requests for objects whose keys begin with prefix. A request that lists a
// bucket is for no object, whatever its own prefix.
func (r *Rule) Prefix(prefix string) *Rule {
	return r.test(fmt.Sprintf("prefix %q", prefix), func(in *incoming) bool {
		return in.key != "" && strings.HasPrefix(in.key, prefix)
	})
}

// Subresource limits r to requests whose query has a parameter of this name, with or without a
// value: acl, uploads, partNumber, delete, list-type. Without it r asks for none and excludes none.
func (r *Rule) Subresource(name string) *Rule {
	return r.test("sub-resource "+name, func(in *incoming) bool { return in.query.Has(name) })
}

// AccessKey limits r to requests that are signed with an AccessKey ID, by any scheme. "" stands for
// requests that are not signed.
func (r *Rule) AccessKey(id string) *Rule {
	return r.test("AccessKey "+id, func(in *incoming) bool { return in.sent.Signature.KeyID == id })
}

// After limits r to requests from a time on, by the server's clock: see [Now].
func (r *Rule) After(t time.Time) *Rule {
	return r.test("after "+t.Format(time.RFC3339), func(in *incoming) bool { return !in.now.Before(t) })
}

// Before limits r to requests before a time, by the server's clock: see [Now].
func (r *Rule) Before(t time.Time) *Rule {
	return r.test("before "+t.Format(time.RFC3339), func(in *incoming) bool { return in.now.Before(t) })
}

// Match limits r to requests for which ok returns true, for whatever the other methods do not
// cover. ok is called for one request at a time; it must neither change the request nor read its
// body.
func (r *Rule) Match(ok func(*http.Request) bool) *Rule {
	return r.test("a function", func(in *incoming) bool { return ok(in.r) })
}

func (r *Rule) test(name string, ok func(*incoming) bool) *Rule {
	r.tests = append(r.tests, test{name, ok})
	return r
}

// Nth limits r to the nth request that meets its other conditions, counted from 1, whichever rule
// answers those before. It panics if n is less than 1.
func (r *Rule) Nth(n int) *Rule {
	r.nth = positive("Nth", n)
	return r
}

// Every limits r to each nth request that meets its other conditions: with 3 to the third, the
// sixth and so on. It panics if n is less than 1.
func (r *Rule) Every(n int) *Rule {
	r.every = positive("Every", n)
	return r
}

// Share limits r to a part of the requests that meet its other conditions, from 0 for none to 1 for all.
// Chance chooses them, the same ones for the same seed. With few requests a small share may be none, and then
// the test fails unless r is optional. See [Rule.Optional].
func (r *Rule) Share(part float64, seed uint64) *Rule {
	if part < 0 || part > 1 {
		panic(fmt.Sprintf("oss403test: Share(%v): it is from 0 to 1", part))
	}
	r.share = &share{part, seed}
	return r
}

// Times limits r to n answers. The test passes with fewer, as long as there is one. It panics if n is less
// than 1.
func (r *Rule) Times(n int) *Rule {
	r.times = positive("Times", n)
	return r
}

// Optional lets a test pass in which r never answered.
func (r *Rule) Optional() *Rule {
	r.optional = true
	return r
}

// Delay makes the requests that r applies to wait, or to end when their clients give up.
func (r *Rule) Delay(d time.Duration) *Rule {
	r.delay = d
	return r
}

// BreakOff cuts the answer's body off after n bytes: the header announces all of it, and then the connection
// is closed. A body of n bytes or fewer stays whole. It panics if n is less than 0.
func (r *Rule) BreakOff(n int) *Rule {
	if n < 0 {
		panic(fmt.Sprintf("oss403test: BreakOff(%d): the least is 0", n))
	}
	r.cut = n
	return r
}

func positive(method string, n int) int {
	if n < 1 {
		panic(fmt.Sprintf("oss403test: %s(%d): the least is 1", method, n))
	}
	return n
}

// String describes r for a test's failure.
func (r *Rule) String() string {
	parts := []string{r.effectName()}
	for _, t := range r.tests {
		parts = append(parts, t.name)
	}
	if r.nth > 0 {
		parts = append(parts, fmt.Sprintf("request %d", r.nth))
	}
	if r.every > 0 {
		parts = append(parts, fmt.Sprintf("1 request in %d", r.every))
	}
	if r.share != nil {
		parts = append(parts, fmt.Sprintf("a share of %v", r.share.part))
	}
	if r.times > 0 {
		parts = append(parts, fmt.Sprintf("at most %d times", r.times))
	}
	return strings.Join(parts, ", ")
}

func (r *Rule) effectName() string {
	switch r.effect {
	case showsPage:
		return fmt.Sprintf("a page with status %d", r.status)
	case passes:
		return "Pass"
	case finishesRestore:
		return "FinishRestore"
	case isSequence:
		return fmt.Sprintf("Sequence of %s", plural(len(r.steps), "step"))
	}
	return string(r.kind)
}

// outcome is what is to be done with a request.
type outcome struct {
	delay         time.Duration
	cut           int // -1: nothing
	answer        *answer
	finishRestore bool
}

// wait waits as long as the rule says, or as long as the client does.
func (o *outcome) wait(ctx context.Context) error {
	if o.delay <= 0 {
		return nil
	}
	timer := time.NewTimer(o.delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// outcome returns what r does with a request.
func (r *Rule) outcome(in *incoming) outcome {
	o := outcome{delay: r.delay, cut: r.cut}
	switch r.effect {
	case answers:
		o.answer = in.answer(r.kind, r.opts...)
	case showsPage:
		o.answer = newPage(r.status, r.page, in.now)
	case finishesRestore:
		o.finishRestore = true
	}
	return o
}

// rules is the rules of a server or transport, and what became of them. It is safe for concurrent
// use.
type rules struct {
	mu    sync.Mutex
	list  []*counted
	count int // requests
}

type counted struct {
	Rule
	chance            *rand.Rand
	matched, answered int
}

func (rs *rules) add(r *Rule) {
	c := &counted{Rule: *r}
	c.tests = append([]test(nil), r.tests...) // the rule may get more of them later
	if r.share != nil {
		c.chance = rand.New(rand.NewPCG(r.share.seed, 0))
	}
	rs.list = append(rs.list, c)
}

// next counts a request, and returns what the rule that applies does with it.
func (rs *rules) next(in *incoming) outcome {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	rs.count++
	var found *Rule
	var by *counted
	for _, c := range rs.list {
		// Those behind the one that applies count as well: the second request is the second for all.
		if r := c.applies(in); r != nil && by == nil {
			found, by = r, c
		}
	}
	if by == nil {
		return outcome{cut: -1}
	}
	by.answered++
	return found.outcome(in)
}

// applies counts a request that meets the conditions, and returns what would answer it: c's rule or
// one of its steps. nil stands for neither.
func (c *counted) applies(in *incoming) *Rule {
	for _, t := range c.tests {
		if !t.ok(in) {
			return nil
		}
	}
	c.matched++
	chosen := c.chance == nil || c.chance.Float64() < c.share.part
	if !chosen || c.nth != 0 && c.matched != c.nth || c.every != 0 && c.matched%c.every != 0 || c.times != 0 && c.answered >= c.times {
		return nil
	}
	if c.effect != isSequence {
		return &c.Rule
	}
	if i := c.step(); i < len(c.steps) {
		return c.steps[i]
	}
	return nil
}

// step returns which step of a sequence is next.
func (c *counted) step() int {
	n := c.answered
	for i, s := range c.steps {
		if n -= max(s.times, 1); n < 0 {
			return i
		}
	}
	return len(c.steps)
}

// unused returns a line for each rule that never answered and should have.
func (rs *rules) unused() []string {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	var lines []string
	for i, c := range rs.list {
		what := ""
		switch {
		case c.optional:
		case c.answered == 0:
			what = "was never hit"
		case c.effect == isSequence && c.reached() < len(c.steps):
			what = fmt.Sprintf("came to step %d of %d only", c.reached(), len(c.steps))
		}
		if what != "" {
			lines = append(lines, fmt.Sprintf("rule %d %s: %s (%s, %d of them met its conditions)",
				i+1, what, &c.Rule, plural(rs.count, "request"), c.matched))
		}
	}
	return lines
}

// reached is how many steps of a sequence were taken at least once.
func (c *counted) reached() int {
	before := 0
	for i, s := range c.steps {
		if c.answered <= before {
			return i
		}
		before += max(s.times, 1)
	}
	return len(c.steps)
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
