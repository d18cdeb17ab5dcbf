package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/oss403/oss403"
)

// policies collects what was refused because nothing allows it, and writes for each principal the
// smallest policy that would have allowed it.
type policies struct {
	join     int // so many different names in a folder, and more, are the folder
	refused  map[string]*refusals
	explicit map[string]*refusal
	other    map[oss403.Kind]int // that no policy can help, or that do not say what was refused
}

// refusals are those of a principal.
type refusals struct {
	principal string
	count     int
	wants     map[want]*folder
	named     map[string]bool // actions that an answer named
	guessed   map[string]bool // actions that follow from a request, and that no answer named
}

// want is an action, and the condition under which it is asked for.
type want struct{ action, condition string }

// refusal is what a Deny refuses, which no Allow can help.
type refusal struct {
	example *oss403.Error
	count   int
}

func newPolicies(join int) *policies {
	return &policies{join: join, refused: map[string]*refusals{}, explicit: map[string]*refusal{}, other: map[oss403.Kind]int{}}
}

// explicitDeny says whether a Deny statement matched, as the answer says.
func explicitDeny(e *oss403.Error) bool {
	if e.Denial != nil && e.Denial.NoPermissionType != "" {
		return e.Denial.NoPermissionType == "ExplicitDeny"
	}
	switch e.Kind {
	case oss403.KindRAMPolicyExplicitDeny, oss403.KindBucketPolicyDenied, oss403.KindBucketAndRAMPolicyDeny:
		return true
	}
	return false
}

func (p *policies) add(f finding) {
	switch {
	case explicitDeny(f.err):
		key := f.fingerprint
		if p.explicit[key] == nil {
			p.explicit[key] = &refusal{example: f.err}
		}
		p.explicit[key].count++
	case len(f.grants) == 0 || f.values[byPrincipal] == "-":
		p.other[cmp.Or(f.err.Kind, oss403.KindUnknown)]++
	default:
		name := f.values[byPrincipal]
		r := p.refused[name]
		if r == nil {
			r = &refusals{principal: name, wants: map[want]*folder{}, named: map[string]bool{}, guessed: map[string]bool{}}
			p.refused[name] = r
		}
		r.count++
		for _, g := range f.grants {
			for _, action := range g.actions {
				if d := f.err.Denial; d != nil && d.Action == action {
					r.named[action] = true
				} else {
					r.guessed[action] = true
				}
				w := want{action, g.condition}
				if r.wants[w] == nil {
					r.wants[w] = &folder{}
				}
				for _, resource := range g.resources {
					r.wants[w].add(splitResource(resource), p.join)
				}
			}
		}
	}
}

// folder is a place in the tree of resources: the prefix of OSS's, buckets, folders, objects. Where
// more than the limit of different names in it were refused, it is all of them, however deep.
type folder struct {
	names map[string]*folder
	end   bool // the resource itself was refused
	all   bool // everything in it
}

// splitResource splits acs:oss:*:*:bucket/a/b.txt into its prefix with the bucket, a/ and b.txt.
func splitResource(resource string) []string {
	parts := strings.SplitAfter(resource, "/")
	if parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1] // the object's name ends with a slash
	}
	return parts
}

func (f *folder) add(parts []string, limit int) {
	for i, part := range parts {
		if f.all {
			return
		}
		next := f.names[part]
		if next == nil {
			next = &folder{}
			if f.names == nil {
				f.names = map[string]*folder{}
			}
			f.names[part] = next
			// The names of buckets, on the first level, are never joined.
			if limit > 0 && i > 0 && len(f.names) > limit {
				f.all, f.names = true, nil
				return
			}
		}
		f = next
	}
	f.end = true
}

// resources returns what was refused, joined, in order.
func (f *folder) resources(prefix string) (list []string) {
	if f.end {
		list = append(list, prefix)
	}
	if f.all {
		return append(list, prefix+"*")
	}
	for _, name := range slices.Sorted(maps.Keys(f.names)) {
		if full := prefix + name; strings.HasSuffix(name, "*") && !f.names[name].isFolder() {
			list = append(list, full)
		} else {
			list = append(list, f.names[name].resources(full)...)
		}
	}
	return list
}

func (f *folder) isFolder() bool { return f.all || len(f.names) > 0 }

// ramPolicy is a policy of RAM.
type ramPolicy struct {
	Version   string
	Statement []ramStatement
}

type ramStatement struct {
	Effect    string
	Action    []string
	Resource  []string
	Condition json.RawMessage `json:",omitempty"`
}

// policy writes the policy: actions that want the same resources share a statement.
func (r *refusals) policy() ramPolicy {
	p := ramPolicy{Version: "1"}
	type key struct{ resources, condition string }
	at := map[key]int{}
	for _, w := range slices.SortedFunc(maps.Keys(r.wants), func(x, y want) int {
		return cmp.Or(cmp.Compare(x.action, y.action), cmp.Compare(x.condition, y.condition))
	}) {
		resources := r.wants[w].resources("")
		resources = slices.DeleteFunc(resources, func(s string) bool { // a longer one that a shorter covers
			return slices.ContainsFunc(resources, func(other string) bool {
				return other != s && strings.HasSuffix(other, "*") && strings.HasPrefix(s, strings.TrimSuffix(other, "*"))
			})
		})
		k := key{strings.Join(resources, "\n"), w.condition}
		if i, ok := at[k]; ok {
			p.Statement[i].Action = append(p.Statement[i].Action, w.action)
			continue
		}
		at[k] = len(p.Statement)
		p.Statement = append(p.Statement, ramStatement{"Allow", []string{w.action}, resources, json.RawMessage(w.condition)})
	}
	return p
}

// inferred returns the actions that no answer named.
func (r *refusals) inferred() (list []string) {
	for _, action := range slices.Sorted(maps.Keys(r.guessed)) {
		if !r.named[action] {
			list = append(list, action)
		}
	}
	return list
}

func (p *policies) sorted() []*refusals {
	return slices.SortedFunc(maps.Values(p.refused), func(x, y *refusals) int {
		return cmp.Or(y.count-x.count, cmp.Compare(x.principal, y.principal))
	})
}

func (p *policies) sortedExplicit() []*refusal {
	keys := slices.SortedFunc(maps.Keys(p.explicit), func(x, y string) int {
		return cmp.Or(p.explicit[y].count-p.explicit[x].count, cmp.Compare(x, y))
	})
	var list []*refusal
	for _, k := range keys {
		list = append(list, p.explicit[k])
	}
	return list
}

func compactJSON(raw []byte) string {
	var b bytes.Buffer
	if json.Compact(&b, raw) != nil {
		return string(raw)
	}
	return b.String()
}

var (
	msgPolicyFor      = message{"Policy for %s, who was refused %s:", "%s 的 RAM Policy（被拒绝 %s）："}
	msgPolicyUnknown  = message{"the RAM user or role behind the requests (no answer names it)", "发出请求的 RAM 用户或角色（响应中没有给出）"}
	msgPolicyInferred = message{"Inferred from the requests, not named by an answer: %s.", "以下操作根据请求推断，响应中没有给出：%s。"}
	msgPolicyJoined   = message{
		"Where more than %d different names in one folder were refused, the policy has the folder: FOLDER/*. --join N changes the number, --join 0 names each.",
		"同一目录中被拒绝的名称超过 %d 个时，Resource 合并为整个目录，即 FOLDER/*。用 --join N 修改该数目，--join 0 表示逐个列出。",
	}
	msgPolicyExplicit = message{"A Deny refused these; an Allow does not help. What has to be changed:", "以下请求被 Deny 语句拒绝，添加 Allow 无效，需要修改 Deny 语句："}
	msgPolicyOther    = message{
		"Not covered, since no RAM policy helps or the answers do not say what was refused:",
		"以下请求未包括在内：授予 RAM 权限无效，或响应中没有给出被拒绝的操作：",
	}
	msgPolicyNothing = message{"Nothing in it would be allowed by a RAM policy.", "其中没有可以通过 RAM Policy 放行的请求。"}
	msgFlagPolicy    = message{"write the smallest RAM policy for each principal that would have allowed what was refused", "为每个身份生成恰好放行被拒绝请求的最小 RAM Policy"}
	msgFlagJoin      = message{
		"with --policy: so many names in a folder are kept apart, more are joined to FOLDER/*; 0 joins none",
		"配合 --policy：同一目录中的名称超过该数目时合并为 FOLDER/*，0 表示不合并",
	}
)

// printPolicies prints the policies for a person.
func (a *app) printPolicies(p *policies) error {
	joined := false
	for i, r := range p.sorted() {
		if i > 0 {
			a.print("")
		}
		a.print(a.bold(a.say(msgPolicyFor, a.principal(r.principal), a.times(r.count))))
		policy := r.policy()
		if err := a.printJSON(policy); err != nil {
			return err
		}
		if list := r.inferred(); len(list) > 0 {
			a.wrapped(a.say(msgPolicyInferred, strings.Join(list, ", ")), "")
		}
		for _, s := range policy.Statement {
			joined = joined || slices.ContainsFunc(s.Resource, func(s string) bool { return strings.HasSuffix(s, "/*") })
		}
	}
	if len(p.refused) == 0 {
		a.print(a.say(msgPolicyNothing))
	} else if joined && p.join > 0 {
		a.print("")
		a.wrapped(a.say(msgPolicyJoined, p.join), "")
	}
	if len(p.explicit) > 0 {
		a.print("", a.bold(a.say(msgPolicyExplicit)))
		for _, r := range p.sortedExplicit() {
			x := a.explain(r.example)
			a.wrapped("- "+a.say(msgScanTimesOf, a.times(r.count), x.Summary), "  ")
			if len(x.Remedy.Steps) > 0 {
				a.wrapped("  "+x.Remedy.Steps[0], "  ")
			}
		}
	}
	if len(p.other) > 0 {
		a.print("", a.bold(a.say(msgPolicyOther)))
		for _, k := range slices.SortedFunc(maps.Keys(p.other), func(x, y oss403.Kind) int { return cmp.Or(p.other[y]-p.other[x], cmp.Compare(x, y)) }) {
			a.print("- " + a.say(msgScanGroupKind, string(k), a.times(p.other[k])))
		}
	}
	return nil
}

// principal names whoever asked.
func (a *app) principal(name string) string {
	switch name {
	case "":
		return a.say(msgPolicyUnknown)
	case "-":
		return a.say(msgNobody)
	}
	return name
}

// policyJSON is a line of scan --policy --json.
type policyJSON struct {
	Type      string    `json:"type"` // policy
	Principal string    `json:"principal,omitempty"`
	Refused   int       `json:"refused"`
	Policy    ramPolicy `json:"policy"`
	Inferred  []string  `json:"inferred,omitempty"`
	Join      int       `json:"join"`
}

// denyJSON is what a Deny refused, in scan --policy --json.
type denyJSON struct {
	Type    string      `json:"type"` // deny
	Kind    oss403.Kind `json:"kind"`
	Refused int         `json:"refused"`
	Summary string      `json:"summary"`
	Steps   []string    `json:"steps"`
}

// otherJSON is what no policy helps, in scan --policy --json.
type otherJSON struct {
	Type    string      `json:"type"` // other
	Kind    oss403.Kind `json:"kind"`
	Refused int         `json:"refused"`
}

func (a *app) policiesJSON(p *policies) (list []any) {
	for _, r := range p.sorted() {
		list = append(list, policyJSON{"policy", r.principal, r.count, r.policy(), r.inferred(), p.join})
	}
	for _, r := range p.sortedExplicit() {
		x := a.explain(r.example)
		list = append(list, denyJSON{"deny", r.example.Kind, r.count, x.Summary, x.Remedy.Steps})
	}
	for _, k := range slices.Sorted(maps.Keys(p.other)) {
		list = append(list, otherJSON{"other", k, p.other[k]})
	}
	return list
}
