package main

import (
	"slices"
	"strings"

	"github.com/oss403/oss403"
	"github.com/spf13/cobra"
)

func (a *app) listCommand() *cobra.Command {
	var asJSON, asMarkdown bool
	var inCategory, withCode string
	cmd := &cobra.Command{
		Use:     "list [WORD...]",
		Short:   a.say(msgListShort),
		Long:    a.say(msgListLong),
		Example: a.say(msgListExample),
		RunE: func(_ *cobra.Command, args []string) error {
			wanted, err := a.listed(strings.Join(args, " "), inCategory, withCode)
			if err != nil {
				return err
			}
			switch {
			case asJSON:
				list := []page{}
				for k := range allKinds() {
					if wanted(k) {
						list = append(list, a.pageJSON(k))
					}
				}
				return a.printJSON(list)
			case asMarkdown:
				a.markdown()
				return nil
			}
			a.page()
			first := true
			for _, c := range categories() {
				kinds := slices.DeleteFunc(kindsOf(c), func(k oss403.Kind) bool { return !wanted(k) })
				if len(kinds) == 0 {
					continue
				}
				if !first {
					a.print("")
				}
				first = false
				a.print(a.bold(a.category(c)))
				a.table(kinds)
			}
			return nil
		},
	}
	f := cmd.Flags()
	f.BoolVar(&asJSON, "json", false, a.say(msgFlagListJSON))
	f.BoolVar(&asMarkdown, "markdown", false, a.say(msgFlagMarkdown))
	f.StringVar(&inCategory, "category", "", a.say(msgFlagCategory))
	f.StringVar(&withCode, "code", "", a.say(msgFlagCode))
	cmd.MarkFlagsMutuallyExclusive("json", "markdown")
	var categoryList, codeList []string
	for _, c := range categories() {
		categoryList = append(categoryList, string(c))
	}
	for entry := range oss403.Catalog() {
		if entry.Code != "" && !slices.Contains(codeList, string(entry.Code)) {
			codeList = append(codeList, string(entry.Code))
		}
	}
	_ = cmd.RegisterFlagCompletionFunc("category", cobra.FixedCompletions(categoryList, cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("code", cobra.FixedCompletions(codeList, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// listed says which kinds to list: those of a category, with a code, that words find.
func (a *app) listed(query, inCategory, withCode string) (func(oss403.Kind) bool, error) {
	var found []oss403.Kind
	if query != "" {
		if found = kindsNamed(query); len(found) == 0 {
			for _, h := range a.search(query) {
				found = append(found, h.kind)
			}
		}
		if len(found) == 0 {
			return nil, failure{exitNone, a.notFound(query)}
		}
	}
	var inOrder, codeNames []string
	for _, c := range categories() {
		inOrder = append(inOrder, string(c))
	}
	in := func(c oss403.Category) bool { // named in either language
		m := categoryNames[c]
		return slices.ContainsFunc([]string{string(c), m.en, m.zh}, func(name string) bool { return squeeze(name) == squeeze(inCategory) })
	}
	if inCategory != "" && !slices.ContainsFunc(categories(), in) {
		return nil, a.failf(exitUsage, msgOneOf, "--category", strings.Join(inOrder, a.say(msgScanComma)))
	}
	withCodes := map[oss403.Kind]bool{}
	for entry := range oss403.Catalog() {
		codeNames = append(codeNames, string(entry.Code))
		if squeeze(string(entry.Code)) == squeeze(withCode) {
			withCodes[entry.Kind] = true
		}
	}
	if withCode != "" && len(withCodes) == 0 {
		s := a.say(msgNotFound, quote(withCode))
		if near := suggest(withCode, codeNames); len(near) > 0 {
			s += "\n" + a.say(msgDidYouMean) + "\n  " + strings.Join(near, "\n  ")
		}
		return nil, failure{exitNone, s}
	}
	return func(k oss403.Kind) bool {
		return (query == "" || slices.Contains(found, k)) && (inCategory == "" || in(k.Category())) && (withCode == "" || withCodes[k])
	}, nil
}

// categories are in the order of the library's constants.
func categories() []oss403.Category {
	return []oss403.Category{
		oss403.CategoryEndpoint, oss403.CategoryPermission, oss403.CategoryCredentials, oss403.CategorySignature, oss403.CategoryRequest,
		oss403.CategoryState, oss403.CategoryAccount, oss403.CategoryIntermediary, oss403.CategoryUnknown,
	}
}

func kindsOf(c oss403.Category) []oss403.Kind {
	var list []oss403.Kind
	for k := range allKinds() {
		if k.Category() == c {
			list = append(list, k)
		}
	}
	return list
}

// page is the catalog's page of a kind in JSON.
type page struct {
	Type        string             `json:"type"` // kind
	Kind        oss403.Kind        `json:"kind"`
	Category    oss403.Category    `json:"category"`
	Explanation oss403.Explanation `json:"explanation"`
	Answers     []answer           `json:"answers,omitempty"`
}

// answer is one line of the catalog.
type answer struct {
	Code     oss403.Code `json:"code,omitempty"`
	Message  string      `json:"message,omitempty"`
	Template bool        `json:"template,omitempty"`
	EC       []string    `json:"ec,omitempty"`
}

func (a *app) pageJSON(k oss403.Kind) page {
	p := page{Type: "kind", Kind: k, Category: k.Category(), Explanation: k.Explain(a.lang)}
	for _, e := range entries(k) {
		p.Answers = append(p.Answers, answer{e.Code, e.Message, e.Template, e.EC})
	}
	return p
}

// markdown prints the catalog as CATALOG.md has it.
func (a *app) markdown() {
	a.print(a.say(msgCatalogHead), "")
	for _, c := range categories() {
		for _, k := range kindsOf(c) {
			a.print("- [" + string(k) + "](#" + strings.ToLower(string(k)) + ")")
		}
	}
	for _, c := range categories() {
		a.print("", "## "+a.category(c))
		for _, k := range kindsOf(c) {
			x := k.Explain(a.lang)
			a.print("", "### "+string(k), "", plainMarkdown(x.Summary)+a.say(msgMarkdownLine)+plainMarkdown(x.Cause), "")
			for i, s := range x.Remedy.Steps {
				a.print(a.say(msgMarkdownStep, i+1, plainMarkdown(s)))
			}
			last := a.say(msgRetryLine, a.retry(x.Remedy.Retry))
			if who := a.actor(x.Remedy.Actor); who != "" {
				last += a.say(msgMarkdownBlank) + a.say(msgActorLine, who)
			}
			a.print("", last)
			if len(x.Reasons) > 0 {
				a.print("", a.say(msgMarkdownReasons), "")
				for _, r := range x.Reasons {
					a.print("- " + a.say(msgMarkdownReason, code(string(r.Reason)), plainMarkdown(r.Cause), plainMarkdown(r.Step)))
				}
			}
			if list := entries(k); len(list) > 0 {
				a.print("", a.say(msgMarkdownTable), "|---|---|---|")
				for _, e := range list {
					a.print("| " + code(string(e.Code)) + " | " + code(e.Message) + " | " + strings.Join(e.EC, ", ") + " |")
				}
			}
			var docs []string
			for _, d := range x.Remedy.Docs {
				docs = append(docs, "["+plainMarkdown(d.Title)+"]("+d.URL+")")
			}
			if len(docs) > 0 {
				a.print("", a.say(msgMarkdownDocs, strings.Join(slices.Compact(docs), a.say(msgMarkdownLinks))))
			}
		}
	}
}

func code(s string) string {
	if s == "" {
		return ""
	}
	return "`" + strings.ReplaceAll(s, "|", `\|`) + "`"
}

// plainMarkdown escapes what Markdown would take for its own.
func plainMarkdown(s string) string {
	return strings.NewReplacer("*", `\*`, "_", `\_`, "<", "&lt;", "[", `\[`, "`", "\\`").Replace(s)
}
