// Package site makes the page: an index with search and a box to paste a 403 into, and a page for
// each kind, each code and each EC, in English and in Chinese. The files need no server; what they
// link to is relative, and their scripts are no modules, so that a browser takes them from a disk.
package site

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/cmd/oss403site/explain"
)

// Mode says who explains what is pasted.
type Mode string

const (
	Browser Mode = "browser" // the library in the browser, as WebAssembly; assets/library.js holds it
	Server  Mode = "server"  // the server, at the path explain
)

//go:embed templates assets
var embedded embed.FS

var langs = []oss403.Lang{oss403.English, oss403.Chinese}

// Files returns the site, each file by its slash-separated path. What a site with mode Browser needs
// besides is the WebAssembly of the library: see Library.
func Files(mode Mode) (map[string][]byte, error) {
	s, err := newSite(mode)
	if err != nil {
		return nil, err
	}
	for _, lang := range langs {
		if err := s.write(lang); err != nil {
			return nil, err
		}
	}
	assets, err := fs.ReadDir(embedded, "assets")
	if err != nil {
		return nil, err
	}
	for _, a := range assets {
		data, err := embedded.ReadFile("assets/" + a.Name())
		if err != nil {
			return nil, err
		}
		s.files["assets/"+a.Name()] = data
	}
	s.files["assets/catalog.js"], err = s.searchData()
	return s.files, err
}

type builder struct {
	mode      Mode
	templates map[string]*template.Template
	files     map[string][]byte
	kinds     []oss403.Kind
	entries   []oss403.Entry
	codes     []string
	ecs       []string
}

func newSite(mode Mode) (*builder, error) {
	s := &builder{mode: mode, templates: map[string]*template.Template{}, files: map[string][]byte{}}
	for _, c := range order {
		for k := range oss403.Kinds() {
			if k.Category() == c {
				s.kinds = append(s.kinds, k)
			}
		}
	}
	s.kinds = append(s.kinds, oss403.KindUnknown)
	for e := range oss403.Catalog() {
		s.entries = append(s.entries, e)
		s.ecs = append(s.ecs, e.EC...)
		if e.Code != "" {
			s.codes = append(s.codes, string(e.Code))
		}
	}
	slices.Sort(s.ecs)
	s.ecs = slices.Compact(s.ecs)
	slices.Sort(s.codes)
	s.codes = slices.Compact(s.codes)
	layout, err := template.New("layout.html").Funcs(template.FuncMap{
		"t": func(string) string { return "" }, "category": func(oss403.Category) string { return "" }, "summary": func(oss403.Kind) string { return "" },
	}).ParseFS(embedded, "templates/layout.html")
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"index", "kind", "code", "ec", "ecs"} {
		t, err := layout.Clone()
		if err == nil {
			t, err = t.ParseFS(embedded, "templates/"+name+".html")
		}
		if err != nil {
			return nil, err
		}
		s.templates[name] = t
	}
	return s, nil
}

// page is what a template is given.
type page struct {
	Lang        oss403.Lang
	Mode        Mode
	CSP         string
	Root        string // from this page to the site's root, as in ../
	Home        string // from this page to the index of its language
	Other       string // from this page to the same page in the other language
	Title       string
	Description string
	Index       bool // the page with the box

	Groups  []group
	Kind    oss403.Kind
	Name    string // of a code or an EC
	Answer  explain.Answer
	Answers []row
	Reasons []reason
	Kinds   []oss403.Kind
	Doc     oss403.Doc
	ECs     []ecRow
	Words   map[string]string // what the scripts say
}

// group is a category and its kinds.
type group struct {
	Category oss403.Category
	Kinds    []oss403.Kind
}

// row is a line of the catalog.
type row struct {
	Kind    oss403.Kind
	Code    string
	Message string
	Any     bool // an EC decides, whatever the message
	EC      []string
}

type ecRow struct {
	EC    string
	Kinds []oss403.Kind
}

// write makes the pages of a language.
func (s *builder) write(lang oss403.Lang) error {
	var groups []group
	for _, k := range s.kinds {
		if n := len(groups); n == 0 || groups[n-1].Category != k.Category() {
			groups = append(groups, group{Category: k.Category()})
		}
		g := &groups[len(groups)-1]
		g.Kinds = append(g.Kinds, k)
	}
	if err := s.render("index", "index.html", page{Lang: lang, Title: text["home"][lang], Description: text["description"][lang], Index: true, Groups: groups}); err != nil {
		return err
	}
	for _, k := range s.kinds {
		a := explain.Kind(k, lang)
		p := page{Lang: lang, Title: string(k), Description: a.Lead[0], Kind: k, Answer: a, Answers: s.rows(func(e oss403.Entry) bool { return e.Kind == k }), Reasons: reasons(k, lang)}
		if err := s.render("kind", "kind/"+string(k)+".html", p); err != nil {
			return err
		}
	}
	for _, c := range s.codes {
		p := page{Lang: lang, Title: c, Name: c, Answers: s.rows(func(e oss403.Entry) bool { return string(e.Code) == c })}
		p.Kinds = kindsOf(p.Answers)
		p.Description = text["codeNote"][lang]
		if err := s.render("code", "code/"+c+".html", p); err != nil {
			return err
		}
	}
	list := page{Lang: lang, Title: text["ecTitle"][lang], Description: text["ecNote"][lang]}
	for _, ec := range s.ecs {
		p := page{Lang: lang, Title: "EC " + ec, Name: ec, Answers: s.rows(func(e oss403.Entry) bool { return slices.Contains(e.EC, ec) }), Doc: ecDoc(ec, lang)}
		p.Kinds = kindsOf(p.Answers)
		if len(p.Kinds) == 1 {
			p.Kind = p.Kinds[0]
			p.Answer = explain.Kind(p.Kind, lang)
		}
		p.Description = "EC " + ec + ": " + p.Kinds[0].Explain(lang).Summary
		if err := s.render("ec", "ec/"+ec+".html", p); err != nil {
			return err
		}
		list.ECs = append(list.ECs, ecRow{ec, p.Kinds})
	}
	return s.render("ecs", "ec/index.html", list)
}

func (s *builder) rows(is func(oss403.Entry) bool) []row {
	var list []row
	for _, e := range s.entries {
		if is(e) {
			list = append(list, row{e.Kind, string(e.Code), e.Message, e.Message == "" && len(e.EC) > 0, e.EC})
		}
	}
	return list
}

func kindsOf(rows []row) []oss403.Kind {
	var list []oss403.Kind
	for _, r := range rows {
		if !slices.Contains(list, r.Kind) {
			list = append(list, r.Kind)
		}
	}
	return list
}

// ecDoc is Alibaba Cloud's page of an EC, as the library links it.
func ecDoc(ec string, lang oss403.Lang) oss403.Doc {
	e := &oss403.Error{EC: ec}
	for _, d := range e.Explain(lang).Remedy.Docs {
		if strings.HasSuffix(d.Title, ec) {
			return d
		}
	}
	return oss403.Doc{}
}

// dir is where the pages of a language are, from the site's root.
func dir(lang oss403.Lang) string {
	if lang == oss403.Chinese {
		return "zh/"
	}
	return ""
}

// scriptWords are the words that the scripts of the pages show.
var scriptWords = []string{
	"loading", "working", "failed", "tooLong", "copy", "copied", "notCopied", "moreKind", "oneLine", "issues", "results", "result", "noResult",
	"kind", "reason", "code", "message", "ec",
}

// render makes a file of a page; name is its path below the directory of its language.
func (s *builder) render(tmpl, name string, p page) error {
	up := strings.Repeat("../", strings.Count(name, "/"))
	p.Home = up
	p.Root = up + strings.Repeat("../", strings.Count(dir(p.Lang), "/"))
	other := oss403.Chinese
	if p.Lang == oss403.Chinese {
		other = oss403.English
	}
	p.Other = p.Root + dir(other) + name
	p.Mode = s.mode
	p.CSP = csp(s.mode)
	p.Words = map[string]string{}
	for _, key := range scriptWords {
		p.Words[key] = text[key][p.Lang]
	}
	t, err := s.templates[tmpl].Clone()
	if err != nil {
		return err
	}
	t.Funcs(template.FuncMap{
		"t": func(key string) (string, error) {
			if s, ok := text[key][p.Lang]; ok {
				return s, nil
			}
			return "", fmt.Errorf("no text %q", key)
		},
		"category": func(c oss403.Category) string { return categories[c][p.Lang] },
		"summary":  func(k oss403.Kind) string { return k.Explain(p.Lang).Summary },
	})
	var b bytes.Buffer
	if err := t.Execute(&b, p); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	s.files[path.Join(dir(p.Lang), name)] = b.Bytes()
	return nil
}

// csp is the content security policy of the pages. Nothing but the site's own scripts and style is
// loaded, and nothing is connected to: where the server explains, to that alone.
func csp(mode Mode) string {
	policy := "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
	if mode == Server {
		return policy + "script-src 'self'; connect-src 'self'"
	}
	return policy + "script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'"
}
