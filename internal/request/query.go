package request

import (
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
		list = append(list, Parameter{Unescape(name), Unescape(value)})
	}
	return list
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

// Unescape undoes %XX, and leaves what is no escape.
func Unescape(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && chars.IsHex(s[i+1]) && chars.IsHex(s[i+2]) {
			b = append(b, byte(chars.HexRune([]byte(s[i+1:i+3]))))
			i += 2
			continue
		}
		b = append(b, s[i])
	}
	return string(b)
}
