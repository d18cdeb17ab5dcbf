package main

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/ram"
)

// facet is something that errors have and that scan counts.
type facet uint8

const (
	byBucket facet = iota
	byAction
	byPrincipal
	byEndpoint
	byHost
	byKey
	byFolder
	byWhat // kind and reason
	byKind
	facets
)

var facetNames = [facets]message{
	byBucket:    {"Buckets", "Bucket"},
	byAction:    {"Actions", "操作（Action）"},
	byPrincipal: {"Principals", "身份"},
	byEndpoint:  {"Endpoints", "Endpoint"},
	byHost:      {"Hosts", "域名"},
	byKey:       {"AccessKeys", "AccessKey"},
	byFolder:    {"Objects", "Object"},
	byWhat:      {"What", "类型"},
	byKind:      {"Kinds", "类型"},
}

// facts are what of an error scan counts, "" for what is not known, and what it groups by.
type facts struct {
	fingerprint string
	values      [facets]string
	guessed     bool // the action is not named by the answer: it follows from the request
	grants      []grant
}

// factReader reads the facts of errors. It remembers what takes long.
type factReader struct{ grants map[string][]grant }

const maxGrants = 1000

// grantsOf are those of an error. Where its request is not known, they are those of every error like it.
func (r *factReader) grantsOf(e *oss403.Error, fingerprint string) []grant {
	if e.Op != "" {
		return grantsOf(e)
	}
	key := fingerprint + "\n" + e.Object + "\n" + e.Message
	if list, known := r.grants[key]; known {
		return list
	}
	if r.grants == nil || len(r.grants) >= maxGrants {
		r.grants = map[string][]grant{}
	}
	list := grantsOf(e)
	r.grants[key] = list
	return list
}

// of reads the facts of an error. more is what the line of a log says besides.
func (r *factReader) of(e *oss403.Error, more lineFacts) facts {
	f := facts{fingerprint: e.Fingerprint()}
	v := &f.values
	v[byBucket], v[byKey] = e.Bucket, e.AccessKeyID
	v[byKind] = string(cmp.Or(e.Kind, oss403.KindUnknown))
	v[byWhat] = v[byKind]
	if r := string(e.Reason); r != "" {
		v[byWhat] += "/" + r
	}
	if e.HostID != "" {
		v[byHost] = strings.ToLower(osshost.WithoutPort(e.HostID))
		v[byEndpoint] = strings.TrimPrefix(v[byHost], e.Bucket+".")
	}
	v[byPrincipal] = e.AccessKeyID
	if d := e.Denial; d != nil {
		v[byAction] = d.Action
		if d.PrincipalName != "" {
			v[byPrincipal] = d.PrincipalName
			if role, _, ok := strings.Cut(d.PrincipalName, ":"); ok {
				v[byPrincipal] = "acs:ram::" + cmp.Or(d.PrincipalOwnerID, "*") + ":role/" + role // whoever took it has its policies
			}
		}
	}
	if more.principal != "" && (e.Denial == nil || e.Denial.PrincipalName == "") {
		v[byPrincipal] = more.principal
	}
	if i := strings.LastIndexByte(e.Object, '/'); i >= 0 {
		v[byFolder] = e.Object[:i+1] + "…"
	} else {
		v[byFolder] = e.Object
	}
	if e.Kind.Category() == oss403.CategoryPermission {
		if f.grants = r.grantsOf(e, f.fingerprint); v[byAction] == "" && len(f.grants) > 0 && len(f.grants[0].actions) > 0 {
			v[byAction], f.guessed = f.grants[0].actions[0], true
		}
	}
	if v[byAction] == "" && more.operation != "" {
		if action := "oss:" + more.operation; isAction(action) {
			v[byAction], f.guessed = action, true
		}
	}
	for i, s := range v {
		if facet(i) != byPrincipal || s != "-" {
			v[i] = cut(chars.VisibleLines(s), 200)
		}
	}
	return f
}

// isAction says whether RAM has an action of that name.
func isAction(name string) bool {
	_, ok := ram.ActionResource(name, "b", "k")
	return ok
}

// grant is a statement of the policy that would have allowed a request.
type grant struct {
	actions, resources []string
	condition          string // JSON; "" for none
}

// grantsOf reads the policy that the library writes for an error: nil where a grant cannot help, or the
// answer does not say what was refused.
func grantsOf(e *oss403.Error) []grant {
	policy := e.Explain(oss403.English).Remedy.Policy
	if policy == "" {
		return nil
	}
	var doc struct {
		Statement []struct {
			Effect           string
			Action, Resource []string
			Condition        json.RawMessage
		}
	}
	if json.Unmarshal([]byte(policy), &doc) != nil {
		return nil
	}
	var list []grant
	for _, s := range doc.Statement {
		if s.Effect != "Allow" {
			continue
		}
		g := grant{slices.Clone(s.Action), slices.Clone(s.Resource), ""}
		if len(s.Condition) > 0 {
			g.condition = compactJSON(s.Condition)
		}
		list = append(list, g)
	}
	return list
}

// cut shortens a text to so many bytes, between characters.
func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && s[most]&0xc0 == 0x80 {
		most--
	}
	return s[:most] + "…"
}
