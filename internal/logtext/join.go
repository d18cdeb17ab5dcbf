package logtext

import (
	"strings"

	"github.com/oss403/oss403/internal/osshost"
)

// Read collects what a record says and joins it.
func (r *Reader) Read(rec Record) Evidence {
	if rec.view { // what is kept of it must not keep a log
		rec.Text, rec.Before = strings.Clone(rec.Text), strings.Clone(rec.Before)
	}
	named := strings.Contains(rec.Text, "kind") // as in all that this module writes of an error
	if named && strings.Contains(rec.Text, "oss403") {
		if own := ownJSON(rec.Text); own != "" {
			return Evidence{OwnJSON: own, Status: 403}
		}
		if strings.Contains(rec.Text, `\"`) {
			if own := ownJSON(unescape(rec.Text)); own != "" {
				return Evidence{OwnJSON: own, Status: 403}
			}
		}
	}
	if rec.Kind == AnchorOwn {
		if report := r.ownReport("\n" + rec.Text); report != "" {
			return Evidence{OwnReport: report, Status: 403}
		}
	}
	if named && strings.Contains(rec.Text, " (kind=") {
		text := rec.Text
		if strings.Contains(text, `\tkind: `) {
			text = unescape(text)
		}
		if lines, own := ownDetail(text); own != nil {
			return Evidence{OwnDetail: lines, Own: own, Status: 403}
		}
	}
	d := desks.Get().(*desk)
	text, at := plainLines(rec.Text, rec.At)
	r.pages(d, plainBreaks(r.unwrapped(stripPrefixes(plainPunctuation(text), at))), 0, false)
	pages := d.pages
	if len(pages) > 1 { // where the error itself is told comes first
		best := 0
		for i, p := range pages {
			if p.rank() > pages[best].rank() {
				best = i
			}
		}
		chosen := pages[best]
		copy(pages[1:best+1], pages[:best])
		pages[0] = chosen
	}
	var e Evidence
	e.join(r, pages)
	e.text, e.at = rec.Text, min(rec.At, len(rec.Text))
	if rec.Before != "" {
		e.addContext(r, d, rec)
	}
	d.clear()
	desks.Put(d)
	return e
}

// rank orders pages by how much of an error stands in them.
func (p *page) rank() int {
	n := 0
	if len(p.own) > 0 {
		n += 32
	}
	for i := range p.docs {
		if p.docs[i].whole || len(p.docs[i].text) > 40 {
			n += 16
			break
		}
	}
	if p.sdk {
		n += 8
	}
	for _, l := range p.labels {
		if l.field == "Code" && !l.weak || l.header && strings.HasPrefix(l.field, "x-oss-e") {
			n += 4
			break
		}
	}
	if len(p.words) > 0 {
		n += 2
	}
	if len(p.phrases) > 0 {
		n += 3
	}
	return n
}

// isDump says whether a page prints the elements of a document under their names, as clients print what they
// keep of an answer.
func (p *page) isDump() bool {
	code, id := false, false
	for _, l := range p.labels {
		code = code || l.field == "Code" && l.upper && l.quoted
		id = id || (l.field == "RequestId" || l.field == "HostId") && l.upper && l.quoted
	}
	return code && id
}

func (e *Evidence) join(r *Reader, pages []*page) {
	hasDoc := false
	for _, p := range pages {
		for _, d := range p.docs {
			if len(e.Documents) < 4 {
				e.Documents = append(e.Documents, Document{Text: d.text, Raw: d.raw, JSON: d.json, Whole: d.whole})
				hasDoc = true
			}
		}
		e.SDK = e.SDK || p.sdk
		e.Foreign = e.Foreign || p.foreign
		e.Page = e.Page || p.html
		e.Log = e.Log || p.isLog
		if e.Own == nil {
			e.Own = p.own
		}
	}
	for i, p := range pages {
		e.readLabels(r, p, i == 0 || !hasDoc)
	}
	for _, p := range pages {
		e.readWords(p)
	}
	for _, p := range pages {
		for _, d := range p.docs {
			e.readOpen(r, d.text)
		}
	}
	e.status(pages)
	for _, p := range pages {
		e.readTokens(p)
	}
	e.readRequest(pages)
	for _, p := range pages {
		if p.operation && e.Operation == "" {
			e.Operation = operationIn(p.text)
		}
		if e.Operation == "" {
			e.Operation = p.labelledOperation()
		}
	}
}

// readTokens takes what tells itself by its form.
func (e *Evidence) readTokens(p *page) {
	if e.RequestID == "" && len(p.ids) > 0 {
		e.RequestID = p.ids[0].value
	}
	if e.EC == "" && len(p.ecs) > 0 {
		e.EC = p.ecs[0].value
	}
	if e.Host == "" {
		for _, h := range p.hosts {
			if osshost.IsOSS(h.value) {
				e.Host = h.value
				break
			}
		}
	}
}
