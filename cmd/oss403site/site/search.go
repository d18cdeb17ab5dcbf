package site

import (
	"bytes"
	"encoding/json"

	"github.com/oss403/oss403"
)

// item is a line of the search: what it is, its name, its page below the directory of a language, a
// sentence for each language, and more words to find it by. An array, so that the keys need not be
// sent with each.
type item [6]string

// searchData is the script that holds the items.
func (s *builder) searchData() ([]byte, error) {
	var items []item
	for _, k := range s.kinds {
		en, zh := k.Explain(oss403.English), k.Explain(oss403.Chinese)
		items = append(items, item{"kind", string(k), "kind/" + string(k) + ".html", en.Summary, zh.Summary,
			en.Cause + " " + zh.Cause + " " + string(k.Category()) + " " + categories[k.Category()][oss403.Chinese]})
		items = append(items, reasonItems(k)...)
	}
	for _, c := range s.codes {
		kinds := kindsOf(s.rows(func(e oss403.Entry) bool { return string(e.Code) == c }))
		if len(kinds) == 1 {
			items = append(items, item{"code", c, "code/" + c + ".html", kinds[0].Explain(oss403.English).Summary, kinds[0].Explain(oss403.Chinese).Summary, ""})
			continue
		}
		names := ""
		for _, k := range kinds {
			if names != "" {
				names += ", "
			}
			if len(names) > 160 {
				names += "…"
				break
			}
			names += string(k)
		}
		items = append(items, item{"code", c, "code/" + c + ".html", names, names, ""})
	}
	for _, ec := range s.ecs {
		k := kindsOf(s.rows(func(e oss403.Entry) bool {
			for _, one := range e.EC {
				if one == ec {
					return true
				}
			}
			return false
		}))[0]
		items = append(items, item{"ec", ec, "ec/" + ec + ".html", k.Explain(oss403.English).Summary, k.Explain(oss403.Chinese).Summary, ""})
	}
	for _, e := range s.entries {
		if e.Message != "" {
			items = append(items, item{"message", e.Message, "kind/" + string(e.Kind) + ".html", e.Kind.Explain(oss403.English).Summary, e.Kind.Explain(oss403.Chinese).Summary, string(e.Code)})
		}
	}
	var b bytes.Buffer
	b.WriteString("var oss403catalog = ")
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(items); err != nil {
		return nil, err
	}
	b.Truncate(b.Len() - 1)
	b.WriteString(";\n")
	return b.Bytes(), nil
}

// reasonItems are the lines for the reasons of a kind.
func reasonItems(k oss403.Kind) []item {
	var items []item
	zh := reasons(k, oss403.Chinese)
	for i, r := range reasons(k, oss403.English) {
		items = append(items, item{"reason", r.Name, "kind/" + string(k) + ".html#" + r.Name, r.Cause, zh[i].Cause, r.Steps[0] + " " + zh[i].Steps[0]})
	}
	return items
}
