package oss403

import (
	"cmp"
	"strconv"
	"time"

	"github.com/oss403/oss403/internal/chars"
)

// maxFact is how much of a value goes into a sentence.
const maxFact = 200

func shorten(s string) string {
	if len(s) <= maxFact && chars.IsWords(s) {
		return s
	}
	return chars.Cut(chars.OneLine(s), maxFact)
}

func onlyIf(condition bool, s string) string {
	if condition {
		return s
	}
	return ""
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// named quotes a value that may hold anything.
func named(noun, s string) string {
	if s == "" {
		return ""
	}
	return noun + `"` + shorten(s) + `"`
}

// orNone quotes a value, or says that there was none.
func (lang Lang) orNone(value string) string { return cmp.Or(named("", value), lang.say("absent")) }

// duration writes d in words, its two largest units: 8 hours, 24 hours 25 minutes.
func (lang Lang) duration(d time.Duration) string {
	var buf [64]byte
	return string(lang.appendDuration(buf[:0], d))
}

func (lang Lang) appendDuration(out []byte, d time.Duration) []byte {
	d = d.Round(time.Second)
	count := 0
	for _, u := range [...]struct {
		unit      time.Duration
		one, many phrase
	}{{24 * time.Hour, "", "%d days"}, {time.Hour, "1 hour", "%d hours"}, {time.Minute, "1 minute", "%d minutes"}, {time.Second, "1 second", "%d seconds"}} {
		n := int64(d / u.unit)
		if n == 0 && (u.unit > time.Second || count > 0) || n == 1 && u.one == "" || count == 2 {
			continue
		}
		d -= time.Duration(n) * u.unit
		if count > 0 {
			out = append(out, ' ')
		}
		if count++; n == 1 {
			out = lang.appendSay(out, u.one)
		} else {
			out = lang.appendSay(out, u.many, strconv.FormatInt(n, 10))
		}
	}
	return out
}

func timestamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
