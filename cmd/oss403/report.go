package main

import (
	"bytes"
	_ "embed"
	"html/template"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/chars"
)

var (
	msgFlagFormat = message{"text, json, github (annotations of a workflow) or sarif (2.1.0, for code scanning)", "text、json、github（GitHub Actions 注解）或 sarif（SARIF 2.1.0）"}
	msgFlagHTML   = message{"write a report to this file: one page of HTML with all it needs", "把报告写入该文件：单个 HTML 文件，不依赖其他资源"}
	msgPageHead   = message{"403s of OSS", "OSS 的 403"}
	msgPageShare  = message{"Share", "占比"}
	msgPageOften  = message{"Times", "次数"}
	msgPageWhat   = message{"What", "类型"}
	msgPageTime   = message{"Over time (UTC)", "时间分布（UTC）"}
	msgPageFirst  = message{"First", "首次"}
	msgPageLast   = message{"Last", "末次"}
	msgPageIDs    = message{"Request IDs", "请求 ID"}
	msgPageDo     = message{"What to do", "处理步骤"}
	msgPageDocs   = message{"Documentation", "文档"}
	msgPagePolicy = message{"A RAM policy that grants it", "授予该权限的 RAM Policy"}
	msgPageMade   = message{"Made by oss403 on %s. Secrets are masked.", "由 oss403 于 %s 生成，敏感信息已脱敏。"}
	msgPageHead2  = message{"%s of OSS in %s", "在 %[2]s中发现 %[1]s OSS 的 403"}
)

//go:embed report.html
var reportHTML string

// scanPage is the report as one page of HTML. It loads nothing and runs nothing.
func (a *app) scanPage(s *findings, top int) ([]byte, error) {
	type bar struct{ X, Y, Height float64 }
	type fact struct{ Name, Values string }
	type part struct {
		N                   int
		Title, Times, Share string
		Summary, Cause      string
		Steps               []string
		Docs                []oss403.Doc
		Policy              string
		First, Last, IDs    string
		Facts               []fact
		Bars                []bar
		From, To            string
		Percent             float64
	}
	const columns, width, height = 96, 768.0, 48.0
	from, to := s.span()
	page := struct {
		Lang, Title, Made                                                           string
		What, Often, Share, Time, FirstWord, LastWord, IDsWord, Do, DocsWord, Grant string
		Groups                                                                      []part
		Unplaced                                                                    string
	}{
		Lang: "en", Title: a.say(msgPageHead), Made: a.say(msgPageMade, stamp(time.Now())),
		What: a.say(msgPageWhat), Often: a.say(msgPageOften), Share: a.say(msgPageShare), Time: a.say(msgPageTime), FirstWord: a.say(msgPageFirst),
		LastWord: a.say(msgPageLast), IDsWord: a.say(msgPageIDs), Do: a.say(msgPageDo), DocsWord: a.say(msgPageDocs), Grant: a.say(msgPagePolicy),
	}
	if a.lang == oss403.Chinese {
		page.Lang = "zh"
	}
	n := a.say(msgMany403, thousands(s.total))
	if s.total == 1 {
		n = a.say(msgOne403)
	}
	if page.Title = a.say(msgPageHead2, n, a.lines(s.lines)); s.total == 0 {
		page.Title = a.say(msgScanNone, a.lines(s.lines))
	}
	for i, g := range s.sorted() {
		x := a.explain(g.example)
		p := part{
			N: i + 1, Title: string(g.example.Kind), Times: thousands(g.count), Share: percent(g.count, s.total), Percent: 100 * float64(g.count) / float64(s.total),
			Summary: x.Summary, Cause: x.Cause, Steps: a.steps(g.example, x), Docs: x.Remedy.Docs, Policy: x.Remedy.Policy,
			First: a.where(true, g.first), Last: a.where(true, g.last), IDs: chars.VisibleLines(strings.Join(g.ids, ", ")),
		}
		if r := string(g.example.Reason); r != "" {
			p.Title += " / " + r
		}
		if s.by < facets {
			p.Title = a.groupName(s.by, g.value)
		}
		if to.After(from) && len(g.times.counts) > 0 {
			counts := g.times.over(from, to, columns)
			most := 1
			for _, n := range counts {
				most = max(most, n)
			}
			for i, n := range counts {
				if n > 0 {
					h := max(1, height*float64(n)/float64(most))
					p.Bars = append(p.Bars, bar{width * float64(i) / columns, height - h, h})
				}
			}
			p.From, p.To = stamp(from), stamp(to)
		}
		for by := byBucket; by < facets; by++ {
			if by == byKind || by == byWhat && s.by == facets {
				continue
			}
			list, others := g.tops[by].top(top)
			var values []string
			for _, v := range list {
				value := a.value(by, v.Name)
				if by == byAction && g.guessed[v.Name] {
					value = a.say(msgScanGuessed, value)
				}
				values = append(values, value+" ("+thousands(v.Count)+")")
			}
			if others > 0 {
				values[len(values)-1] += a.say(msgScanOthers, others)
			}
			if len(values) > 0 {
				p.Facts = append(p.Facts, fact{a.say(facetNames[by]), strings.Join(values, a.say(msgScanComma))})
			}
		}
		page.Groups = append(page.Groups, p)
	}
	t, err := template.New("report").Parse(reportHTML)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, page); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// printGitHub prints a command of GitHub's workflows for each group, which shows it at the line.
func (a *app) printGitHub(s *findings) {
	escape := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, g := range s.sorted() {
		level := "error"
		if g.example.Kind == oss403.KindUnknown {
			level = "warning"
		}
		x := a.explain(g.example)
		text := x.Summary + "\n" + strings.Join(a.steps(g.example, x), "\n")
		if g.count > 1 {
			text = a.say(msgScanTimesOf, a.times(g.count), text)
		}
		place := placeOf(g.first)
		at := ""
		if place.File != "-" {
			at = "file=" + property.Replace(filepath.ToSlash(place.File)) + ",line=" + strconv.Itoa(place.Line) + ","
		}
		a.print("::" + level + " " + at + "title=" + property.Replace("oss403 "+string(g.example.Kind)) + "::" + escape.Replace(chars.VisibleLines(text)))
	}
}

// SARIF 2.1.0, as much of it as there is to say.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool    sarifTool     `json:"tool"`
		Results []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string    `json:"id"`
		Short   sarifText `json:"shortDescription"`
		Help    sarifText `json:"help"`
		HelpURI string    `json:"helpUri,omitempty"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Fingerprints map[string]string `json:"partialFingerprints"`
		Occurrences  int               `json:"occurrenceCount"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine int `json:"startLine"`
	}
)

func (a *app) printSARIF(s *findings) error {
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "oss403", Rules: []sarifRule{}}}, Results: []sarifResult{}}
	rules := map[oss403.Kind]int{}
	for _, g := range s.sorted() {
		k := g.example.Kind
		i, known := rules[k]
		if !known {
			i = len(run.Tool.Driver.Rules)
			rules[k] = i
			x := k.Explain(a.lang)
			rule := sarifRule{ID: string(k), Short: sarifText{x.Summary}, Help: sarifText{operator.Replace(strings.Join(x.Remedy.Steps, "\n"))}}
			if len(x.Remedy.Docs) > 0 {
				rule.HelpURI = x.Remedy.Docs[0].URL
			}
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, rule)
		}
		x := a.explain(g.example)
		r := sarifResult{
			RuleID: string(k), RuleIndex: i, Level: "error", Occurrences: g.count, Fingerprints: map[string]string{"oss403": g.example.Fingerprint()},
			Message: sarifText{x.Summary + "\n" + strings.Join(a.steps(g.example, x), "\n")},
		}
		if k == oss403.KindUnknown {
			r.Level = "warning"
		}
		place := placeOf(g.first)
		r.Locations = []sarifLocation{{sarifPhysical{sarifArtifact{fileURI(place.File)}, sarifRegion{place.Line}}}}
		run.Results = append(run.Results, r)
	}
	return a.printJSON(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

// fileURI is the name of a file as SARIF has it, relative where the name is.
func fileURI(name string) string {
	u := url.URL{Path: filepath.ToSlash(name)}
	if filepath.IsAbs(name) {
		u.Scheme = "file"
	}
	return u.String()
}
