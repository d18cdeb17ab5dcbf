package main

import (
	"slices"
	"strings"

	"github.com/oss403/oss403"
	"github.com/spf13/cobra"
)

func (a *app) listCommand() *cobra.Command {
	var asJSON, asMarkdown bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: a.say(msgListShort),
		Long:  a.say(msgListLong),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			switch {
			case asJSON:
				var list []page
				for k := range allKinds() {
					list = append(list, a.pageJSON(k))
				}
				return a.printJSON(list)
			case asMarkdown:
				a.markdown()
				return nil
			}
			for i, c := range categories() {
				if i > 0 {
					a.print("")
				}
				a.print(a.bold(a.category(c)))
				a.table(kindsOf(c))
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say(msgFlagListJSON))
	cmd.Flags().BoolVar(&asMarkdown, "markdown", false, a.say(msgFlagMarkdown))
	cmd.MarkFlagsMutuallyExclusive("json", "markdown")
	return cmd
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
	Kind        oss403.Kind     `json:"kind"`
	Category    oss403.Category `json:"category"`
	Explanation explanation     `json:"explanation"`
	Answers     []answer        `json:"answers,omitempty"`
}

// answer is one line of the catalog.
type answer struct {
	Code     oss403.Code `json:"code,omitempty"`
	Message  string      `json:"message,omitempty"`
	Template bool        `json:"template,omitempty"`
	EC       []string    `json:"ec,omitempty"`
}

func (a *app) pageJSON(k oss403.Kind) page {
	p := page{Kind: k, Category: k.Category(), Explanation: newExplanation(k.Explain(a.lang))}
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
