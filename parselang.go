package oss403

import (
	"strconv"
	"strings"
)

// ParseLang chooses a language for a reader: that of the first tag which names one that has texts, else
// English. A tag is a language tag as in zh-CN or zh-Hans, a locale as in zh_CN.UTF-8 or C, or an
// Accept-Language header, whose weights count. Empty tags and languages without texts are skipped:
//
//	oss403.ParseLang(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG"))
//	oss403.ParseLang(r.Header.Get("Accept-Language"))
func ParseLang(tags ...string) Lang {
	for _, tag := range tags {
		best, lang := 0.0, Lang("")
		for _, part := range strings.Split(tag, ",") {
			name, parameters, weighted := strings.Cut(part, ";")
			weight := 1.0
			if weighted {
				_, q, _ := strings.Cut(parameters, "q=")
				var err error
				if weight, err = strconv.ParseFloat(strings.TrimSpace(q), 64); err != nil {
					continue
				}
			}
			if l := langOf(name); l != "" && weight > best {
				best, lang = weight, l
			}
		}
		if lang != "" {
			return lang
		}
	}
	return English
}

// langOf returns the language that a tag names, "" if it has no texts.
func langOf(tag string) Lang {
	tag = strings.TrimSpace(tag)
	primary := tag
	if i := strings.IndexAny(tag, "-_.@ ("); i >= 0 {
		primary = tag[:i]
	}
	switch strings.ToLower(primary) {
	case "zh", "cmn", "chinese": // Chinese (Simplified)_China.936, as Windows says
		return Chinese
	case "en", "english", "c", "posix":
		return English
	}
	return ""
}
