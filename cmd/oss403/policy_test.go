package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// asked is a request of somebody, as a policy sees it.
type asked struct{ principal, action, resource, prefix string }

// allows evaluates a policy as RAM does: an action is allowed if a statement allows it and none denies
// it. It knows what the policies here have: actions, resources with *, a condition on oss:Prefix.
func allows(t *testing.T, p ramPolicy, a asked) bool {
	t.Helper()
	allowed := false
	for _, s := range p.Statement {
		if !slices.ContainsFunc(s.Action, func(pattern string) bool { return like(pattern, a.action) }) ||
			!slices.ContainsFunc(s.Resource, func(pattern string) bool { return like(pattern, a.resource) }) {
			continue
		}
		if len(s.Condition) > 0 {
			var c struct {
				StringLike map[string][]string
			}
			if err := json.Unmarshal(s.Condition, &c); err != nil || len(c.StringLike["oss:Prefix"]) == 0 {
				t.Fatalf("condition %s: %v", s.Condition, err)
			}
			if !slices.ContainsFunc(c.StringLike["oss:Prefix"], func(pattern string) bool { return like(pattern, a.prefix) }) {
				continue
			}
		}
		switch s.Effect {
		case "Allow":
			allowed = true
		case "Deny":
			return false
		default:
			t.Fatal(s.Effect)
		}
	}
	return allowed
}

// like compares with *, which stands for anything, slashes too.
func like(pattern, s string) bool {
	first, rest, star := strings.Cut(pattern, "*")
	if !star {
		return pattern == s
	}
	if !strings.HasPrefix(s, first) {
		return false
	}
	for i := len(first); i <= len(s); i++ {
		if like(rest, s[i:]) {
			return true
		}
	}
	return false
}

func TestLike(t *testing.T) {
	for _, test := range []struct {
		pattern, s string
		want       bool
	}{
		{"a", "a", true}, {"a", "ab", false}, {"a*", "a/b/c", true}, {"a/*", "a", false}, {"acs:oss:*:*:b/*", "acs:oss:*:*:b/k", true},
		{"*", "", true}, {"a*c", "abc", true}, {"a*c", "abd", false},
	} {
		if got := like(test.pattern, test.s); got != test.want {
			t.Errorf("%s %s: %v", test.pattern, test.s, got)
		}
	}
}

// denials is a log, and what was refused in it.
type denials struct {
	log                strings.Builder
	implicit, explicit []asked
}

func (d *denials) add(principal, action, bucket, object, prefix, kind string) {
	n := len(d.implicit) + len(d.explicit)
	method, target, a := "GET", "/"+object, asked{principal, action, "acs:oss:*:*:" + bucket + "/" + object, ""}
	switch action {
	case "oss:PutObject":
		method = "PUT"
	case "oss:DeleteObject":
		method = "DELETE"
	case "oss:ListObjects":
		target, a.resource, a.prefix = "/?prefix="+prefix, "acs:oss:*:*:"+bucket, prefix
	}
	if kind == "ExplicitDeny" {
		d.explicit = append(d.explicit, a)
	} else {
		d.implicit = append(d.implicit, a)
	}
	fmt.Fprintf(&d.log, "2026-03-%02dT%02d:%02d:%02dZ ERROR %s https://%s.oss-cn-hangzhou.aliyuncs.com%s <Error><Code>AccessDenied</Code><Message>You have no right to access this object because of bucket acl.</Message><RequestId>684B00C0FFEE%012X</RequestId><HostId>%s.oss-cn-hangzhou.aliyuncs.com</HostId><AccessDeniedDetail><PolicyType>AccountLevelIdentityBasedPolicy</PolicyType><AuthPrincipalOwnerId>1000000000000001</AuthPrincipalOwnerId><AuthPrincipalType>SubUser</AuthPrincipalType><AuthPrincipalDisplayName>%s</AuthPrincipalDisplayName><NoPermissionType>%s</NoPermissionType><AuthAction>%s</AuthAction></AccessDeniedDetail></Error>\n",
		1+n/86400, n/3600%24, n/60%60, n%60, method, bucket, target, n, bucket, principal, kind, action)
}

func (d *denials) policies(t *testing.T, join int) *policies {
	t.Helper()
	s, p := newFindings(), newPipeline(context.Background())
	s.policy = newPolicies(join)
	go func() {
		defer p.end()
		if err := p.read("log", strings.NewReader(d.log.String())); err != nil {
			t.Error(err)
		}
	}()
	tally := tally{findings: s}
	p.results(context.Background(), tally.add)
	s.end()
	if s.total != len(d.implicit)+len(d.explicit) {
		t.Fatalf("%d errors, want %d and %d", s.total, len(d.implicit), len(d.explicit))
	}
	return s.policy
}

// TestPolicy: what was refused because nothing allows it is allowed by the policy of whoever asked, and
// nothing else of the log is: not to others, not other actions, not what a Deny refuses.
func TestPolicy(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	principals := []string{"200000000000000001", "200000000000000002", "200000000000000003"}
	for round := range 12 {
		var d denials
		join := []int{0, 3, 10}[round%3]
		made := map[asked]bool{}
		for range 10 + random.IntN(120) {
			bucket, folder := fmt.Sprintf("bucket%d", random.IntN(2)), []string{"", "logs/", "logs/2026/", "in/a/"}[random.IntN(4)]
			object := folder + fmt.Sprintf("f%d.txt", random.IntN(20))
			action, prefix, kind := []string{"oss:GetObject", "oss:PutObject", "oss:DeleteObject", "oss:ListObjects"}[random.IntN(4)], "", "ImplicitDeny"
			if action == "oss:ListObjects" {
				object, prefix = "", []string{"logs/", "in/", "x"}[random.IntN(3)]
			}
			principal := principals[random.IntN(3)]
			if principal == principals[2] && action == "oss:DeleteObject" { // a Deny on it
				kind = "ExplicitDeny"
			}
			if key := (asked{principal, action, bucket + object, prefix}); !made[key] {
				made[key] = true
				d.add(principal, action, bucket, object, prefix, kind)
			}
		}
		p := d.policies(t, join)
		of := map[string]ramPolicy{}
		for _, r := range p.sorted() {
			of[r.principal] = r.policy()
			if list := r.inferred(); len(list) > 0 {
				t.Errorf("inferred, though the answers name them: %s", list)
			}
		}
		for _, a := range d.implicit {
			if !allows(t, of[a.principal], a) {
				t.Errorf("join %d: %s is not allowed by %+v", join, a, of[a.principal])
			}
		}
		refused := map[asked]bool{}
		for _, a := range d.implicit {
			refused[a] = true
		}
		for _, a := range slices.Concat(d.implicit, d.explicit) {
			for _, principal := range principals {
				for _, action := range []string{"oss:GetObject", "oss:PutObject", "oss:DeleteObject", "oss:ListObjects"} {
					other := asked{principal, action, a.resource, a.prefix}
					if refused[other] || !allows(t, of[principal], other) {
						continue
					}
					// Only what was joined may hold more, and that is what was said.
					if join == 0 || !coveredByFolder(of[principal], other) {
						t.Errorf("join %d: %s is allowed, and was not asked for", join, other)
					}
				}
			}
		}
		count := 0
		for _, r := range p.explicit {
			count += r.count
		}
		if count != len(d.explicit) || len(p.other) != 0 {
			t.Errorf("%d explicit ones, want %d; %v", count, len(d.explicit), p.other)
		}
	}
}

// coveredByFolder says whether a FOLDER/* of the policy is what allows a request.
func coveredByFolder(p ramPolicy, a asked) bool {
	for _, s := range p.Statement {
		if slices.Contains(s.Action, a.action) && slices.Contains(s.Resource, a.resource) {
			return false
		}
	}
	return true
}

// TestPolicyJoins: names are joined to folders by the rule that is said, whatever their order.
func TestPolicyJoins(t *testing.T) {
	for _, test := range []struct {
		join    int
		objects []string
		want    string
	}{
		{3, []string{"a/1", "a/2", "a/3"}, "b/a/1 b/a/2 b/a/3"},
		{3, []string{"a/1", "a/2", "a/3", "a/4"}, "b/a/*"},
		{0, []string{"a/1", "a/2", "a/3", "a/4"}, "b/a/1 b/a/2 b/a/3 b/a/4"},
		{2, []string{"a/x/1", "a/y/1", "a/z/1", "c"}, "b/a/* b/c"},
		{2, []string{"a/x/1", "a/x/2", "a/x/3", "c"}, "b/a/x/* b/c"},
		{2, []string{"1", "2", "3"}, "b/*"},
		{2, []string{"a/", "a/1"}, "b/a/ b/a/1"},
	} {
		for range 3 {
			f := &folder{}
			objects := slices.Clone(test.objects)
			rand.Shuffle(len(objects), func(i, j int) { objects[i], objects[j] = objects[j], objects[i] })
			for _, o := range objects {
				f.add(splitResource("b/"+o), test.join)
			}
			if got := strings.Join(f.resources(""), " "); got != test.want {
				t.Errorf("join %d: %s, want %s", test.join, got, test.want)
			}
		}
	}
}
