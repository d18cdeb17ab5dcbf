package logtext

import (
	"sync"
)

// page is a text without escapes and what was collected from it.
type page struct {
	text      string
	docs      []document
	labels    []label
	words     []word
	phrases   []phrase
	ids       []token // by form, with no label
	ecs       []token
	hosts     []token
	links     []link
	statuses  []status
	sdk       bool // words of an SDK of OSS
	sdkAt     int
	foreign   bool // another store is named
	operation bool // so is what the client was at
	html      bool
	isLog     bool // it has keys of a log
	own       []Element
	nearest   []int // the labels, as order returns them
}

// word is a code in a text.
type word struct {
	at, end int
	code    string
	class   bool // as the class that an SDK makes of it: AccessDeniedError
}

// phrase is a message of the catalog in a text.
type phrase struct {
	at, end int
	cut     bool // the text breaks off in it
}

// token is what tells itself by its form.
type token struct {
	at    int
	value string
}

// link is a URL in a text.
type link struct {
	at, end int
	method  string
	url     string
	status  int // behind it, 0: none
}

type status struct {
	at    int // where it stands, but for a status line
	code  int
	weak  bool
	plain bool // a mere 403 that nothing calls a status
}

const maxPieces = 128

// desk is where a record is read: pages, whose slices are used again.
type desk struct {
	pages []*page // in use
	spare []*page
}

var desks = sync.Pool{New: func() any { return new(desk) }}

// page returns an empty page for a text.
func (d *desk) page(text string) *page {
	var p *page
	if n := len(d.spare); n > 0 {
		p, d.spare = d.spare[n-1], d.spare[:n-1]
	} else {
		p = new(page)
	}
	p.text, p.sdkAt = text, -1
	return p
}

// clear makes the pages spare, and forgets the text that they were of.
func (d *desk) clear() {
	for _, p := range d.pages {
		clear(p.docs)
		clear(p.labels)
		clear(p.words)
		clear(p.ids)
		clear(p.ecs)
		clear(p.hosts)
		clear(p.links)
		*p = page{
			docs: p.docs[:0], labels: p.labels[:0], words: p.words[:0], phrases: p.phrases[:0], ids: p.ids[:0], ecs: p.ecs[:0],
			hosts: p.hosts[:0], links: p.links[:0], statuses: p.statuses[:0], nearest: p.nearest[:0],
		}
		if len(d.spare) < maxSpare {
			d.spare = append(d.spare, p)
		}
	}
	clear(d.pages)
	d.pages = d.pages[:0]
}

const maxSpare = 4 // pages; most records have one or two
