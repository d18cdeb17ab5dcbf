package oss403

import (
	"strings"
	"sync"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
)

// indexedPair is a pair as it is looked for.
type indexedPair struct {
	*pair
	plain  string // the message without final full stops
	folded string // the same, normalized
	next   *indexedPair
}

// index is the catalog as it is looked up. It is made when the first 403 is met: a program that never
// sees one pays nothing.
var index struct {
	sync.Once
	codes     [48][]Code              // by length, which hardly two share
	all       [len(pairs)]indexedPair // the room of pairs
	pairs     [256]*indexedPair       // by the length of the message
	templates [len(templates)]indexedTemplate
	begins    [128][]beginning // both, by the first letters of the message
	ecs       [128][]*ecFacts  // by their last digits
}

func pairsOfLength(n int) *indexedPair {
	index.Do(makeIndex)
	if n >= len(index.pairs) {
		return nil
	}
	return index.pairs[n]
}

// pairsBeginning returns those whose messages may begin as s does: those that begin with the same letters,
// and a few others.
func pairsBeginning(s string) []beginning {
	index.Do(makeIndex)
	return index.begins[hashHead(s)]
}

func hashHead(s string) uint32 { return chars.Head(s) * 0x9e3779b1 >> 25 }

func makeIndex() {
	for i := range codes {
		n := len(codes[i])
		index.codes[n] = append(index.codes[n], codes[i])
	}
	for i := range ecs {
		list := &index.ecs[hashEC(ecs[i].ec)]
		*list = append(*list, &ecs[i])
	}
	for _, list := range [...][]pair{pairs[:], templates[:]} {
		for i := range list {
			if m := list[i].message; m != "" {
				begin := &index.begins[hashHead(m)]
				before, name, after := cutTemplate(m)
				if name == "" {
					before = trimStops(before)
				}
				*begin = append(*begin, beginning{&list[i], before, name, trimStops(after)})
			}
		}
	}
	for i := range templates {
		before, name, after := cutTemplate(templates[i].message)
		index.templates[i] = indexedTemplate{&templates[i], normalText(before), name, normalText(trimStops(after))}
	}
	for i := range pairs {
		p, at := &pairs[i], &index.all[i]
		if p.message == "" {
			continue
		}
		plain := trimStops(p.message)
		var folded [len(index.pairs)]byte
		list := &index.pairs[len(plain)]
		*at = indexedPair{p, plain, string(normalize(folded[:0], plain)), *list}
		*list = at
	}
}

// beginning is a pair as it is looked for at a place of a text: its message, taken apart at its braces,
// without the full stops at its end.
type beginning struct {
	*pair
	before, name, after string
}

// indexedTemplate is a template as it is looked for, normalized.
type indexedTemplate struct {
	*pair
	before, name, after string
}

// fits says whether a normalized message is the template with something for its braces.
func (t *indexedTemplate) fits(message []byte) bool {
	rest := len(message) - len(t.before) - len(t.after)
	if rest < 1 || string(message[:len(t.before)]) != t.before || string(message[len(message)-len(t.after):]) != t.after {
		return false
	}
	// "You are forbidden to do this" names no action. The catalog's own text has to match itself.
	value := message[len(t.before) : len(t.before)+rest]
	return t.name != "action" || form.IsAction(value) || string(value) == "{action}"
}

func cutTemplate(template string) (before, name, after string) {
	before, rest, _ := strings.Cut(template, "{")
	name, after, _ = strings.Cut(rest, "}")
	return before, name, after
}
