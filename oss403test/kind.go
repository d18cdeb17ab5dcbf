package oss403test

import (
	"fmt"
	"strings"
	"sync"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/spelling"
)

var kindNames = sync.OnceValue(func() map[oss403.Kind]bool {
	m := map[oss403.Kind]bool{oss403.KindUnknown: true}
	for k := range oss403.Kinds() {
		m[k] = true
	}
	return m
})

// known returns a kind that there is, and panics if there is none of this name: a test must not
// pass because of a slip.
func known(kind oss403.Kind) oss403.Kind {
	if kind == "" {
		return oss403.KindUnknown
	}
	if why := noKind(kind); why != "" {
		panic("oss403test: " + why)
	}
	return kind
}

// noKind says that there is no kind of this name, and which comes close; "" if there is one.
func noKind(kind oss403.Kind) string {
	if kindNames()[kind] {
		return ""
	}
	nearest, least := oss403.Kind(""), 4 // slips at most
	name := strings.ToLower(strings.TrimPrefix(string(kind), "Kind"))
	for _, k := range sortedKeys(kindNames()) {
		if d := spelling.Distance(strings.ToLower(string(k)), name); d < least {
			nearest, least = k, d
		}
	}
	if nearest == "" {
		return fmt.Sprintf("there is no kind %q", string(kind))
	}
	return fmt.Sprintf("there is no kind %q; did you mean %s?", string(kind), nearest)
}
