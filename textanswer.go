package oss403

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/oss403/oss403/internal/document"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/logtext"
	"github.com/oss403/oss403/internal/request"
)

// readText joins the evidence of a record in an empty answer: what a document says goes before what has a
// label.
func (a *answer) readText(ev *logtext.Evidence, o textOptions) {
	*a = answer{source: sourceClient, text: &textFacts{
		options: o, named: ev.SDK, atURL: ev.AtURL, other: ev.Foreign, page: ev.Page,
		source: o.scan && ev.Quoted(), bare: ev.CodeBare && ev.Message == "",
	}}
	if ev.SDK {
		a.source = sourceSDK
	}
	if a.status = ev.Status; ev.StatusWeak && !(o.assume && ev.Status == http.StatusForbidden && (ev.RequestID != "" || ev.EC != "" || ev.Host != "" || ev.Request.URL != "")) {
		a.status = 0 // a number
	}
	if len(ev.Own) > 0 {
		other := *ev
		if other.Own = nil; readOwnTail(a, ev.Own) {
			var b answer
			if b.readText(&other, o); contradictsOwn(a, &b) {
				*a = b
			}
			return
		}
	}
	header := http.Header{}
	for _, h := range ev.Header {
		header.Add(h.Name, strings.Clone(h.Value))
	}
	doc := ""
	if len(ev.Documents) > 0 {
		d := ev.Documents[0]
		for _, other := range ev.Documents[1:] {
			fuller := other.Whole && !d.Whole || other.Whole == d.Whole && len(other.Text) > len(d.Text)
			if fuller && strings.Contains(other.Text, "Code") {
				d = other
			}
		}
		doc = strings.Clone(d.Text)
	}
	if doc != "" || len(header) > 0 {
		a.readAnswer(header, doc)
	}
	if doc != "" && a.IsError {
		a.raw = doc
	}
	a.isPage = a.isPage || !a.IsError && ev.Page

	code, message := ev.Code, ev.Message
	if ev.CodeUnknown && !ev.SDK && a.Code == "" && !a.IsError && !form.IsRequestID(ev.RequestID) {
		code = "" // a word of a program
	}
	if a.isDocument && !a.Broken && a.Code != "" && ev.MessageWord {
		message = "" // a document that is whole has its own message, or none
	}
	invented := code != "" || message != ""
	code, message = clientCode(code, message)
	if words, ok := strings.CutPrefix(message, code); ok && code != "" && !pairKnown(Code(code), message) && pairKnown(Code(code), strings.TrimSpace(words)) {
		message = strings.TrimSpace(words) // the code stands in front of it, as in what is left of a document without its tags
	}
	if invented = invented && code == "" && message == ""; invented && a.status == 0 {
		a.status = http.StatusForbidden
	}
	if a.Message == "" && (a.Code == "" || code == "" || a.Code == code) && ev.MessageCut {
		a.text.cut = message != ""
	}
	if a.Code == "" || code == "" || strings.EqualFold(a.Code, code) {
		document.Fill(&a.Code, code)
		document.Fill(&a.Message, message)
	}
	for _, el := range ev.Elements {
		if el.Parent == "AccessDeniedDetail" {
			a.HasDenial = true
		}
		a.Set(el.Parent, el.Name, el.Value)
	}
	document.Fill(&a.RequestID, ev.RequestID)
	document.Fill(&a.EC, ev.EC)
	a.operation = ev.Operation
	a.request = requestOfText(&ev.Request)
	if a.Code != "" || a.Message != "" {
		a.IsError = true
	}
	if ev.StatusWeak && a.ossMark && (ev.Status == http.StatusForbidden || !pairKnown(Code(a.Code), a.Message)) { // else it is a program's
		a.status = ev.Status
	}
	a.Broken = a.Broken || a.Message == "" && !ev.MessageSaid && !a.isDocument || a.text.cut
	if strings.HasPrefix(a.Message, "invalid response body") {
		a.status = http.StatusForbidden
	}
	t := a.text
	for _, is := range [...]bool{
		ev.SDK, ev.Status == http.StatusForbidden && !ev.StatusWeak, form.IsRequestID(a.RequestID), ev.Host != "", a.EC != "", a.ossMark,
		doc != "" && a.isDocument, a.request != nil && a.request.ForOSS, a.HasDenial,
	} {
		if is {
			t.marks++
		}
	}
	if o.scan && (t.marks == 0 || t.bare) {
		if t.quoted = !ev.Reported(); !t.quoted {
			t.marks++
		}
	}
	if a.RequestID == ev.RequestID && !ev.Labelled && !a.isDocument {
		a.RequestID = "" // a number of that form, until something else speaks for it
	}
	told := o.assume || ev.SDK || ev.RequestID != "" && ev.Labelled
	if !told {
		p := matchAnswer(a)
		told = p.ecWithItsCode() || p.kind != "" && !isShared(p.code, a.Message) && !isCodeAlone(a) ||
			ev.Host != "" && (a.status == http.StatusForbidden || p.kind != "" && form.IsRequestID(ev.RequestID))
	}
	if told {
		if ev.Host != a.Endpoint && (a.request == nil || !strings.Contains(ev.Request.URL, ev.Host)) {
			document.Fill(&a.HostID, ev.Host)
		}
		document.Fill(&a.RequestID, ev.RequestID)
	}
}

// requestOfText reads the request that a text names. Its headers are not known but for those that the
// text shows.
func requestOfText(q *logtext.Request) *request.Request {
	if q.URL == "" {
		return nil
	}
	u, err := url.Parse(q.URL)
	if err != nil || u.Host == "" {
		return nil
	}
	header := http.Header{}
	for _, h := range q.Header {
		header.Add(h.Name, strings.Clone(h.Value))
	}
	r := request.New(q.Method, strings.Clone(u.Host), strings.Clone(u.EscapedPath()), strings.Clone(u.RawQuery), header)
	r.ForgetHeaders()
	r.Method = q.Method // "" is not said, and not GET
	return r
}
