package oss403test

import (
	"fmt"
	"net/http"
	"strings"
	"sync"

	"github.com/oss403/oss403"
)

// Rule is a 403 and the requests that get it: by itself every one, and with each method below
// fewer. Rules are asked in the order in which they are given to [NewServer] or [Transport]; the
// first that applies answers.
//
// A Rule is made by [Answer]. Its methods change it and return it. Server and transport take a
// copy, so that a rule can be given to several; each counts for itself.
type Rule struct {
	kind     oss403.Kind
	opts     []Option
	tests    []test
	nth      int // 0: every request
	times    int // 0: without limit
	optional bool
}

// test is one condition of a rule.
type test struct {
	name string
	ok   func(*http.Request) bool
}

// Answer makes a rule that answers every request with a 403 of the kind, as [Response] makes it.
// Give each rule of a server that matters to the test as few requests as it needs: a client's
// call may be several requests.
func Answer(kind oss403.Kind, opts ...Option) *Rule {
	return &Rule{kind: kind, opts: opts}
}

// Method limits r to requests of an HTTP method, as in PUT. SDKs use PUT for PutObject, CopyObject
// and UploadPart, POST to begin and to complete a multipart upload and to delete several objects.
func (r *Rule) Method(name string) *Rule {
	return r.test("method "+name, func(req *http.Request) bool { return strings.EqualFold(methodOf(req), name) })
}

// Bucket limits r to requests for a bucket and what is in it.
func (r *Rule) Bucket(name string) *Rule {
	return r.test(fmt.Sprintf("bucket %q", name), func(req *http.Request) bool {
		bucket, _ := addressed(req)
		return bucket == name
	})
}

// Key limits r to requests for one object, by its key without any escapes. "" stands for requests
// that are for no object: those for a bucket, as to list it, and those for the service.
func (r *Rule) Key(key string) *Rule {
	return r.test(fmt.Sprintf("key %q", key), func(req *http.Request) bool {
		_, k := addressed(req)
		return k == key
	})
}

// Prefix limits r to requests for objects whose keys begin with prefix. A request that lists a
// bucket is for no object, whatever its own prefix.
func (r *Rule) Prefix(prefix string) *Rule {
	return r.test(fmt.Sprintf("prefix %q", prefix), func(req *http.Request) bool {
		_, k := addressed(req)
		return k != "" && strings.HasPrefix(k, prefix)
	})
}

// Subresource limits r to requests whose query has a parameter of this name, with or without a
// value: acl, uploads, partNumber, delete, list-type. Without it r asks for none and excludes none.
func (r *Rule) Subresource(name string) *Rule {
	return r.test("sub-resource "+name, func(req *http.Request) bool { return hasParameter(req, name) })
}

// Match limits r to requests for which ok returns true, for whatever the other methods do not
// cover. ok is called for one request at a time; it must neither change the request nor read its
// body.
func (r *Rule) Match(ok func(*http.Request) bool) *Rule {
	return r.test("a function", ok)
}

func (r *Rule) test(name string, ok func(*http.Request) bool) *Rule {
	r.tests = append(r.tests, test{name, ok})
	return r
}

// Nth limits r to the nth request that meets its other conditions, counted from 1, whichever rule
// answers those before. It panics if n is less than 1.
func (r *Rule) Nth(n int) *Rule {
	r.nth = positive("Nth", n)
	return r
}

// Times limits r to n answers; it does not matter to the test if there are fewer, as long as there
// is one. It panics if n is less than 1.
func (r *Rule) Times(n int) *Rule {
	r.times = positive("Times", n)
	return r
}

// Optional lets a test pass in which r never answered.
func (r *Rule) Optional() *Rule {
	r.optional = true
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
	parts := []string{string(r.kind)}
	for _, t := range r.tests {
		parts = append(parts, t.name)
	}
	if r.nth > 0 {
		parts = append(parts, fmt.Sprintf("request %d", r.nth))
	}
	if r.times > 0 {
		parts = append(parts, fmt.Sprintf("at most %d times", r.times))
	}
	return strings.Join(parts, ", ")
}

// rules is the rules of a server or transport, and what became of them. It is safe for concurrent
// use.
type rules struct {
	mu    sync.Mutex
	list  []counted
	count int // requests
}

type counted struct {
	Rule
	matched, answered int
}

func newRules(list []*Rule) *rules {
	rs := &rules{}
	for _, r := range list {
		c := counted{Rule: *r}
		c.tests = append([]test(nil), r.tests...) // the rule may get more of them later
		rs.list = append(rs.list, c)
	}
	return rs
}

// next counts a request. It returns the request's ID, and the answer of the rule that applies,
// nil if none does.
func (rs *rules) next(r *http.Request) (id string, a *answer) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	rs.count++
	id = fmt.Sprintf("%s%08X", fixedID[:16], uint32(rs.count))
	var found *counted
	for i := range rs.list {
		// Those behind the one that applies count as well: the second request is the second for all.
		if c := &rs.list[i]; c.applies(r) && found == nil {
			found = c
			c.answered++
		}
	}
	if found == nil {
		return id, nil
	}
	return id, newAnswer(found.kind, r, id, found.opts)
}

// applies counts a request that meets the conditions, and says whether c would answer it.
func (c *counted) applies(r *http.Request) bool {
	for _, t := range c.tests {
		if !t.ok(r) {
			return false
		}
	}
	c.matched++
	return (c.nth == 0 || c.matched == c.nth) && (c.times == 0 || c.answered < c.times)
}

// unused returns a line for each rule that never answered and should have.
func (rs *rules) unused() []string {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	var lines []string
	for i := range rs.list {
		if c := &rs.list[i]; c.answered == 0 && !c.optional {
			lines = append(lines, fmt.Sprintf("rule %d was never hit: %s (%s, %d of them met its conditions)",
				i+1, &c.Rule, plural(rs.count, "request"), c.matched))
		}
	}
	return lines
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
