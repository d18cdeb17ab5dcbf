package logtext

import (
	"cmp"
	"strings"

	"github.com/oss403/oss403/internal/osshost"
)

// readRequest takes the request that stands beside the answer.
func (e *Evidence) readRequest(pages []*page) {
	for _, p := range pages {
		method, target := "", ""
		for k, l := range p.labels {
			switch l.field {
			case fieldTarget:
				if target == "" {
					target = p.value(k)
				}
			case fieldMethod:
				if v := p.value(k); method == "" && isMethod(strings.ToUpper(v)) {
					method = strings.ToUpper(v)
				}
			}
		}
		if m, u, ok := strings.Cut(target, " "); ok && isMethod(m) && strings.Contains(u, "://") {
			u, _, _ = strings.Cut(u, "., ") // behind SDK v2's text, a program goes on
			e.setRequest(m, u)
		}
		var host, path string
		for k, l := range p.labels {
			switch l.field {
			case fieldHost:
				if v := p.value(k); host == "" && (osshost.IsOSS(hostOf(v)) || isCurl(p.text)) {
					host = v
				}
			case fieldPath:
				if v := p.value(k); path == "" && strings.HasPrefix(v, "/") && l.at > 0 && p.text[l.at-1] == ':' {
					path = v
				}
			}
		}
		best := -1
		for i, l := range p.links {
			if strings.HasPrefix(l.url, "/") {
				if host == "" || best >= 0 {
					continue
				}
				best = i
				continue
			}
			if !osshost.IsOSS(hostOf(l.url)) || p.isReferer(l.at) {
				continue
			}
			if best < 0 || l.status == 403 && p.links[best].status != 403 || l.method != "" && p.links[best].method == "" && p.links[best].status != 403 {
				best = i
			}
		}
		if best >= 0 && p.isServing(p.links[best].url) {
			method = ""
		}
		switch {
		case best >= 0 && strings.HasPrefix(p.links[best].url, "/"):
			e.setRequest(cmp.Or(p.links[best].method, method), "https://"+host+p.links[best].url)
		case best >= 0:
			e.AtURL = e.AtURL || p.links[best].status == 403
			if l := p.links[best]; l.status != 0 && (e.Status == 0 || e.StatusWeak) {
				e.Status, e.StatusWeak = l.status, false
			}
			e.setRequest(cmp.Or(p.links[best].method, method), p.links[best].url)
		case path != "" && host != "":
			e.setRequest(method, "https://"+host+path)
		}
		if e.Request.Method == "" {
			e.Request.Method = method
		}
	}
	for _, mark := range [...]string{"Signature=", "signature=", "x-oss-credential="} {
		e.Request.Signed = e.Request.Signed || strings.Contains(e.Request.URL, mark)
	}
}

func (e *Evidence) setRequest(method, url string) {
	if e.Request.URL == "" {
		e.Request.URL = strings.TrimRight(url, ".")
		e.Request.Method = cmp.Or(e.Request.Method, method)
	}
}

func (e *Evidence) addRequestHeader(name, value string) {
	if value == "" {
		return
	}
	for _, h := range e.Request.Header {
		if h.Name == name {
			return
		}
	}
	e.Request.Header = append(e.Request.Header, Element{Name: name, Value: value})
}

// isServing says whether a page tells of a request that a program was serving, as its path shows, which is
// in no URL of OSS: then the method is that request's.
func (p *page) isServing(url string) bool {
	for k, l := range p.labels {
		if l.field == fieldPath || l.field == fieldURL {
			if v := p.value(k); strings.HasPrefix(v, "/") && !strings.Contains(url, v) {
				return true
			}
		}
	}
	return false
}

// isReferer says whether the URL at a place is the value of a Referer.
func (p *page) isReferer(at int) bool {
	for _, l := range p.labels {
		if (l.field == fieldReferer || l.field == "RecommendDoc" || l.field == "origin") && l.value <= at && at-l.value < 4 {
			return true
		}
	}
	return false
}

// addContext takes from the lines in front of a record what they say of its request.
func (e *Evidence) addContext(r *Reader, d *desk, rec Record) {
	p := r.collect(d, unescapeMarkup(plainPunctuation(rec.Before)))
	r.readMarks(p)
	if e.Request.URL == "" {
		for i := len(p.links) - 1; i >= 0; i-- {
			l := p.links[i]
			if osshost.IsOSS(hostOf(l.url)) && (l.status == 0 || l.status == 403) && (l.method != "" || l.status == 403) {
				e.setRequest(l.method, l.url)
				break
			}
		}
	}
	if e.Request.URL == "" && strings.Contains(rec.Before, dumpedRequest) {
		e.addDumped(p)
	}
	if e.Status == 0 || e.StatusWeak {
		for _, s := range p.statuses {
			if s.code == 403 && !s.plain {
				e.Status, e.StatusWeak = 403, false
			}
		}
	}
	for k, l := range p.labels {
		if l.field == fieldReferer {
			e.addRequestHeader("Referer", p.value(k))
		}
	}
	if e.Host == "" && !isStamped(rec.Text[:min(len(rec.Text), 96)]) {
		e.readTokens(p)
	}
	e.SDK = e.SDK || p.sdk
	e.Foreign = e.Foreign || p.foreign && !e.SDK
}

// addDumped takes the request that stands in front of an answer as it was sent: its line, and its Host.
func (e *Evidence) addDumped(p *page) {
	host := ""
	for k, l := range p.labels {
		if l.field == fieldHost && osshost.IsOSS(p.value(k)) {
			host = p.value(k)
		}
	}
	for i := len(p.links) - 1; i >= 0 && host != ""; i-- {
		if l := p.links[i]; l.method != "" && strings.HasPrefix(l.url, "/") {
			e.setRequest(l.method, "https://"+host+l.url)
			return
		}
	}
}
