package request

import (
	"slices"
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// Parameter is a parameter of a query or a field of a form, decoded.
type Parameter struct{ Name, Value string }

// String is how V1 and S3 V2 sign a parameter: without a = where it has no value.
func (p Parameter) String() string {
	if p.Value == "" {
		return p.Name
	}
	return p.Name + "=" + p.Value
}

// ParseQuery splits a query, and leaves what is no escape.
func ParseQuery(raw string) []Parameter {
	if raw == "" {
		return nil
	}
	list := make([]Parameter, 0, strings.Count(raw, "&")+1)
	for raw != "" {
		var pair string
		if pair, raw, _ = strings.Cut(raw, "&"); pair == "" {
			continue
		}
		name, value, _ := strings.Cut(strings.ReplaceAll(pair, "+", " "), "=")
		list = append(list, Parameter{chars.Unescape(name), chars.Unescape(value)})
	}
	return list
}

// IsOfSignature says whether a parameter of this name is part of a signed URL's signature.
func IsOfSignature(name string) bool {
	is := func(n string) bool { return strings.EqualFold(n, name) }
	return slices.ContainsFunc(KeyIDParameters, is) || slices.ContainsFunc(ExpiresParameters, is) || slices.ContainsFunc(SignatureParameters, is)
}

// escapeIn returns how the & of a query is escaped, by what came of it; "" if none is.
func escapeIn(query []Parameter) string {
	const ofHTML, ofJSON = "&amp;", `\u0026`
	for _, p := range query {
		switch {
		case strings.HasPrefix(p.Name, "amp;"):
			return ofHTML
		case strings.HasPrefix(p.Name, "u0026"):
			return ofJSON
		}
		for _, s := range [...]string{p.Name, p.Value} { // into which went what follows
			if strings.Contains(s, ofJSON) {
				return ofJSON
			}
			for _, part := range strings.Split(s, ofHTML)[1:] {
				if name, _, ok := strings.Cut(part, "="); ok && IsOfSignature(name) {
					return ofHTML
				}
			}
		}
	}
	return ""
}

// RawValue returns a parameter of a query as it was written, by the first of its names that is there, in any
// case; "" for none.
func RawValue(rawQuery string, names ...string) string {
	for rawQuery != "" {
		var pair string
		pair, rawQuery, _ = strings.Cut(rawQuery, "&")
		name, value, _ := strings.Cut(pair, "=")
		for _, n := range names {
			if strings.EqualFold(name, n) {
				return value
			}
		}
	}
	return ""
}
