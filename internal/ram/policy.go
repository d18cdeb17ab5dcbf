package ram

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
)

// PolicyJSON returns a RAM policy that grants what is needed and no more, "" if there is nothing
// to grant. prefix is that of a listing of bucket. Guessed and doubtful actions are left out: a
// policy is read as fact.
func PolicyJSON(needs []NeededAction, bucket, prefix string) string {
	type statement struct {
		Effect    string
		Action    []string
		Resource  []string
		Condition map[string]map[string][]string `json:",omitempty"`
	}
	var list []statement
	for _, n := range needs {
		if n.Guessed || n.Doubtful {
			continue
		}
		if object, _ := strings.CutPrefix(n.Resource, arn(bucket)+"/"); object != n.Resource && object != "*" && isPattern(object) || isPattern(prefix) {
			return "" // it would grant more than was asked for
		}
		s := statement{Effect: "Allow", Action: []string{n.Action}, Resource: []string{n.Resource}}
		if n.Action == "oss:ListObjects" && n.Resource == arn(bucket) && prefix != "" {
			values := []string{prefix}
			if strings.HasSuffix(prefix, "/") { // and what is below
				values = append(values, prefix+"*")
			}
			s.Condition = map[string]map[string][]string{"StringLike": {"oss:Prefix": values}}
		}
		i := slices.IndexFunc(list, func(t statement) bool {
			return t.Resource[0] == n.Resource && (t.Condition == nil) == (s.Condition == nil)
		})
		switch {
		case i < 0:
			list = append(list, s)
		case !slices.Contains(list[i].Action, n.Action):
			list[i].Action = append(list[i].Action, n.Action)
		}
	}
	if len(list) == 0 {
		return ""
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if enc.Encode(struct {
		Version   string
		Statement []statement
	}{"1", list}) != nil {
		return ""
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// isPattern says whether a name means more than itself in a policy.
func isPattern(name string) bool {
	return strings.ContainsAny(name, "*?") || strings.Contains(name, "${")
}
