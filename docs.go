package oss403

import (
	"net/url"
	"slices"
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// pageOfEC returns the page of an EC, that in another language, marked, where there is none in lang.
func pageOfEC(ec string, lang Lang) Doc {
	title := "EC " + ec
	switch page, words := lang.words().pageOf(ec), lang.words(); {
	case page != "":
		return Doc{title, page}
	case words != &english && english.pageOf(ec) != "":
		return Doc{lang.say("%s (in English)", title), english.pageOf(ec)}
	case words != &chinese && chinese.pageOf(ec) != "":
		return Doc{lang.say("%s (in Chinese)", title), chinese.pageOf(ec)}
	}
	return Doc{}
}

// documentation lists the pages of a kind or a reason, the page of the EC, and OSS's own link.
func documentation(v view, topics []topic, lang Lang) []Doc {
	list := make([]Doc, 0, len(topics)+2)
	add := func(d Doc) {
		if d.URL != "" && !slices.ContainsFunc(list, func(o Doc) bool { return o.URL == d.URL }) {
			list = append(list, d)
		}
	}
	for _, t := range topics {
		if t == topicPresignV1 && v.r != nil && v.r.Signature.Scheme == "V4" {
			t = topicPresignV4
		}
		add(t.page(lang))
	}
	// The page of an EC that contradicts the code would mislead.
	if f := findEC(v.EC); f != nil && (f.code == "" || v.Code == "" || f.code == v.Code) {
		add(pageOfEC(f.ec, lang))
	}
	add(Doc{lang.say("OSS's page for this answer"), safeURL(v.RecommendDoc)})
	return list
}

// safeURL returns link if it is https on a host that only Alibaba Cloud can put pages on, else "".
// Hosts below aliyuncs.com are buckets: anybody's.
func safeURL(link string) string {
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "https" || u.User != nil || len(link) > maxFact || chars.Visible(link) != link {
		return ""
	}
	host := strings.ToLower(u.Host) // with a port, if there is one: then it is no host of these domains
	for _, domain := range [...]string{"aliyun.com", "alibabacloud.com"} {
		if host == domain || strings.HasSuffix(host, "."+domain) {
			return u.String()
		}
	}
	return ""
}

// page returns the page of a topic, the English one where there is none in lang.
func (t topic) page(lang Lang) Doc {
	if d := lang.words().docs[t]; d.URL != "" {
		return d
	}
	d := english.docs[t]
	return Doc{lang.say("%s (in English)", d.Title), d.URL}
}
