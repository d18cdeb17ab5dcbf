package main

import (
	"slices"
	"strings"

	"github.com/oss403/oss403"
	"github.com/spf13/cobra"
)

func (a *app) lookupCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "lookup WORD...",
		Short:   a.say(msgLookupShort),
		Long:    a.say(msgLookupLong),
		Example: a.say(msgLookupExample),
		Args: func(_ *cobra.Command, args []string) error {
			if strings.TrimSpace(strings.Join(args, "")) == "" {
				return a.failf(exitUsage, msgLookupWhat)
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return names(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			query := strings.Join(args, " ")
			kinds := find(query)
			if words := strings.Fields(query); len(kinds) == 0 && len(words) > 1 && (len(args) > 1 && slices.ContainsFunc(words, isName) || len(args) == 1 && !slices.ContainsFunc(words, func(w string) bool { return !isName(w) })) {
				return a.lookupEach(words)
			}
			return a.show(query, kinds)
		},
	}
}

// isName says whether a word is a kind, a code or an EC, not just a part of something.
func isName(word string) bool {
	for k := range allKinds() {
		if strings.EqualFold(string(k), word) {
			return true
		}
	}
	for entry := range oss403.Catalog() {
		if strings.EqualFold(string(entry.Code), word) || slices.Contains(entry.EC, word) {
			return true
		}
	}
	return false
}

// lookupEach looks several things up, each by itself.
func (a *app) lookupEach(queries []string) error {
	var seen, missing []string
	for _, q := range queries {
		if slices.Contains(seen, fold(q)) {
			continue
		}
		seen = append(seen, fold(q))
		kinds := find(q)
		if len(kinds) == 0 {
			missing = append(missing, quote(q))
			continue
		}
		if len(seen)-len(missing) > 1 {
			a.print("")
		}
		if err := a.show(q, kinds); err != nil {
			return err
		}
	}
	if len(missing) > 0 {
		return a.failf(exitNone, msgNotFound, strings.Join(missing, ", "))
	}
	return nil
}

// show prints the page of what was found, or a table.
func (a *app) show(query string, kinds []oss403.Kind) error {
	switch len(kinds) {
	case 0:
		return failure{exitNone, a.notFound(query)}
	case 1:
		a.page(kinds[0])
		return nil
	}
	a.print(a.say(msgSeveral, len(kinds), quote(query)), "")
	a.table(kinds)
	a.print("", a.say(msgSeveralHint))
	return nil
}

// find returns the kinds that a query stands for: what it names exactly, else what it is a part of.
func find(query string) []oss403.Kind {
	q := fold(query)
	if q == "" {
		return nil
	}
	var exact, part []oss403.Kind
	add := func(list *[]oss403.Kind, k oss403.Kind) {
		if !slices.Contains(*list, k) {
			*list = append(*list, k)
		}
	}
	for k := range allKinds() {
		switch {
		case fold(string(k)) == q:
			return []oss403.Kind{k}
		case fold(string(k.Category())) == q:
			add(&exact, k)
		case strings.Contains(fold(string(k)), q):
			add(&part, k)
		}
	}
	for entry := range oss403.Catalog() {
		message := fold(entry.Message)
		switch {
		case fold(string(entry.Code)) == q, slices.Contains(entry.EC, q), message == q:
			add(&exact, entry.Kind)
		case message != "" && len(q) > 2 && strings.Contains(message, q), strings.Contains(fold(string(entry.Code)), q),
			len(q) > 4 && slices.ContainsFunc(entry.EC, func(ec string) bool { return strings.HasSuffix(ec, q) || strings.HasPrefix(ec, q) }),
			len(message) > 8 && strings.Contains(message, " ") && strings.Contains(q, message),
			entry.Template && isOfTemplate(q, message):
			add(&part, entry.Kind)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	// A whole error text is more than a message.
	if e, ok := oss403.ParseText(query); ok && strings.Contains(q, " ") && e.Kind != oss403.KindUnknown {
		return []oss403.Kind{e.Kind}
	}
	return part
}

// isOfTemplate says whether a folded query is a message with something in the place of the braces.
func isOfTemplate(q, message string) bool {
	before, rest, _ := strings.Cut(message, "{")
	_, after, _ := strings.Cut(rest, "}")
	return len(q) > len(before)+len(after) && strings.HasPrefix(q, before) && strings.HasSuffix(q, after)
}

// fold makes two spellings equal: case, white space, quotes and final stops do not count.
func fold(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`).Replace(strings.ToLower(s))
	return strings.Trim(strings.Join(strings.Fields(s), " "), ".\"' ")
}

// allKinds are the kinds of the catalog and Unknown.
func allKinds() func(yield func(oss403.Kind) bool) {
	return func(yield func(oss403.Kind) bool) {
		for k := range oss403.Kinds() {
			if !yield(k) {
				return
			}
		}
		yield(oss403.KindUnknown)
	}
}

// names are what lookup finds by its name: kinds, codes and ECs.
func names() []string {
	var list []string
	for k := range allKinds() {
		list = append(list, string(k))
	}
	for entry := range oss403.Catalog() {
		list = append(list, entry.EC...)
		if entry.Code != "" {
			list = append(list, string(entry.Code))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// notFound says that a query led nowhere, and what may have been meant.
func (a *app) notFound(query string) string {
	if status := otherStatus(query); status != 0 {
		return a.say(msgOtherCode, query, status) // a code, if perhaps in another case
	}
	s := a.say(msgNotFound, quote(query))
	if near := suggest(query, names()); len(near) > 0 {
		s += "\n" + a.say(msgDidYouMean) + "\n  " + strings.Join(near, "\n  ")
	}
	return s + "\n" + a.say(msgSeeList)
}

func otherStatus(code string) int {
	for name, status := range otherCodes {
		if strings.EqualFold(name, code) {
			return status
		}
	}
	return 0
}

// quote shows a part of the input in a message.
func quote(s string) string {
	const most = 80
	s = masked(s)
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return `"` + strings.ReplaceAll(visible(s), "\n", " ") + `"`
}

// suggest returns the names nearest to a word, none that is far off.
func suggest(word string, names []string) []string {
	const most = 3
	word = fold(word)
	if len(word) > 100 {
		return nil
	}
	type near struct {
		name string
		d    int
	}
	var list []near
	for _, name := range names {
		if d := distance(word, fold(name)); d <= max(1, min(len(word), len(name))/3) {
			list = append(list, near{name, d})
		}
	}
	slices.SortStableFunc(list, func(x, y near) int { return x.d - y.d })
	var out []string
	for _, n := range list[:min(len(list), most)] {
		out = append(out, n.name)
	}
	return out
}

// distance is the number of letters to insert, delete, replace or swap with their neighbour.
func distance(a, b string) int {
	prev2, prev, cur := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}

// page prints the catalog's page of a kind.
func (a *app) page(k oss403.Kind) {
	x := k.Explain(a.lang)
	a.print(a.bold(a.say(msgPageTitle, string(k), a.category(k.Category()))), "", x.Summary, x.Cause)
	a.print("", a.bold(a.say(msgWhatToDo)))
	for i, s := range x.Remedy.Steps {
		a.print(a.say(msgStep, i+1, s))
	}
	a.print("", a.say(msgRetryLine, a.retry(x.Remedy.Retry)))
	if who := a.actor(x.Remedy.Actor); who != "" {
		a.print(a.say(msgActorLine, who))
	}
	var said, numbers []string
	for _, entry := range entries(k) {
		switch {
		case entry.Message == "" && entry.Code == "", entry.Message == "" && len(entry.EC) == 1:
			line := entry.EC[0]
			if entry.Code != "" {
				line += " (" + string(entry.Code) + ")"
			}
			numbers = append(numbers, "  "+line)
		default:
			line := "  " + string(entry.Code)
			if entry.Message != "" {
				line += ": " + entry.Message
			}
			if len(entry.EC) > 0 {
				line += "\n    EC " + strings.Join(entry.EC, ", ")
			}
			said = append(said, line)
		}
	}
	if len(said) > 0 {
		a.print("", a.bold(a.say(msgOSSSays)))
		a.print(said...)
	}
	if len(numbers) > 0 {
		a.print("", a.bold(a.say(msgDecidingECs)))
		a.print(numbers...)
	}
	if len(x.Remedy.Docs) > 0 {
		a.print("", a.bold(a.say(msgDocs)))
		for _, d := range x.Remedy.Docs {
			a.print("  "+d.Title, "    "+d.URL)
		}
	}
}

// entries are the lines of the catalog that mean a kind.
func entries(k oss403.Kind) []oss403.Entry {
	var list []oss403.Entry
	for entry := range oss403.Catalog() {
		if entry.Kind == k {
			list = append(list, entry)
		}
	}
	return list
}

// table prints a line for each kind.
func (a *app) table(kinds []oss403.Kind) {
	width := 0
	for _, k := range kinds {
		width = max(width, len(k))
	}
	for _, k := range kinds {
		a.print("  " + a.bold(string(k)) + strings.Repeat(" ", width-len(k)) + "  " + k.Explain(a.lang).Summary)
	}
}
