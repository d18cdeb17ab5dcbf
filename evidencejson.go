package oss403

import (
	"net/http"
	"slices"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/request"
	"github.com/oss403/oss403/internal/signing"
)

// What an Error keeps beside its fields goes into its JSON, so that who reads it finds what the program
// would have: masked, and only as much of it as a diagnosis looks at.

type evidenceJSON struct {
	Request       *requestJSON `json:"request,omitempty"`
	Answer        *headersJSON `json:"answer,omitempty"`
	Signed        *signedJSON  `json:"signed,omitempty"`
	Key           keyFlaw      `json:"key,omitempty"`
	KeyLength     int          `json:"key_length,omitempty"`
	IsDocument    bool         `json:"is_document,omitempty"`
	EchoesToken   bool         `json:"echoes_token,omitempty"`
	OtherEndpoint string       `json:"other_endpoint,omitempty"`
}

type requestJSON struct {
	Method    string       `json:"method"`
	Host      string       `json:"host"`
	Bucket    string       `json:"bucket,omitempty"`
	Object    string       `json:"object,omitempty"`
	Query     [][2]string  `json:"query,omitempty"`
	Header    http.Header  `json:"header,omitempty"`
	NoHeaders bool         `json:"no_headers,omitempty"`
	Length    int64        `json:"length,omitempty"`
	Form      [][2]string  `json:"form,omitempty"`
	FormWhole bool         `json:"form_whole,omitempty"`
	ForOSS    bool         `json:"for_oss,omitempty"`
	ToService bool         `json:"to_service,omitempty"`
	PlainHTTP bool         `json:"plain_http,omitempty"`
	Escape    string       `json:"escape,omitempty"`
	Signature *carriedJSON `json:"signature,omitempty"`
}

type carriedJSON struct {
	In       request.Place `json:"in"`
	Scheme   string        `json:"scheme,omitempty"`
	KeyID    string        `json:"access_key_id,omitempty"`
	HasToken bool          `json:"has_token,omitempty"`
	Expires  string        `json:"expires,omitempty"`
	Scope    [3]string     `json:"scope"`
	Headers  []string      `json:"headers,omitempty"`
}

type headersJSON struct {
	Server       string `json:"server,omitempty"`
	Via          string `json:"via,omitempty"`
	CDNHeader    string `json:"cdn_header,omitempty"`
	CDNAuth      string `json:"cdn_auth,omitempty"`
	CDNError     string `json:"cdn_error,omitempty"`
	HTML         bool   `json:"html,omitempty"`
	StorageClass string `json:"storage_class,omitempty"`
	Restore      string `json:"restore,omitempty"`
}

type signedJSON struct {
	Parts    []signing.SignedPart `json:"parts,omitempty"`
	Change   *signing.Difference  `json:"change,omitempty"`
	Equal    bool                 `json:"equal,omitempty"`
	Damage   damage               `json:"damage,omitempty"`
	Missing  string               `json:"missing,omitempty"`
	Suspects []signing.Difference `json:"suspects,omitempty"`
}

// toJSON returns what of ev goes into the JSON, nil for nothing.
func (ev *evidence) toJSON() *evidenceJSON {
	v := &evidenceJSON{Key: ev.key, KeyLength: ev.keyLength, IsDocument: ev.isDocument, EchoesToken: ev.echoesToken, OtherEndpoint: ev.otherEndpoint}
	s := &ev.secrets
	if r := ev.request.ToKeep(); r != nil {
		v.Request = &requestJSON{
			Method: s.Line(r.Method), Host: s.Line(r.Host), Bucket: s.NameLine(r.Bucket), Object: s.Name(r.Object), Query: namesAndValues(r.Query, s), Header: http.Header{},
			NoHeaders: r.NoHeaders, Length: r.Length, Form: namesAndValues(r.Form, s), FormWhole: r.FormWhole, ForOSS: r.ForOSS, ToService: r.ToService, PlainHTTP: r.PlainHTTP, Escape: r.Escape,
		}
		for name, values := range r.Header {
			if s.Line(name) == name && (isLookedAt(name) || slices.Contains(r.Signature.Headers, strings.ToLower(name))) {
				v.Request.Header[name] = values
			}
		}
		g := r.Signature
		v.Request.Signature = &carriedJSON{g.In, g.Scheme, g.KeyID, g.HasToken, g.Expires, g.Scope, g.Headers}
	}
	if h := *ev.headers; h != noHeaders || ev.isPage {
		v.Answer = &headersJSON{h.server, h.via, h.cdnHeader, h.cdnAuth, h.cdnError, ev.isPage, h.storageClass, h.restore}
	}
	if r := ev.compared; r != nil {
		v.Signed = &signedJSON{r.parts, r.change, r.equal, r.damage, r.missing, r.suspects}
	}
	if *v == (evidenceJSON{}) {
		return nil
	}
	return v
}

// isLookedAt says whether a diagnosis looks at a header of the request.
func isLookedAt(name string) bool {
	switch name {
	case "Referer", "Origin", "User-Agent", "Date", "Content-Type":
		return true
	}
	return strings.HasPrefix(name, "X-Oss-") || strings.HasPrefix(name, "X-Amz-") || strings.HasPrefix(name, "Access-Control-")
}

// evidence returns the evidence that v holds, checked and masked again. v may be nil.
func (v *evidenceJSON) evidence() *evidence {
	ev := &evidence{needs: new(neededOnce), headers: &noHeaders}
	if v == nil {
		return ev
	}
	s := &ev.secrets
	ev.key, ev.keyLength, ev.isDocument = keyFlaw(s.Line(string(v.Key))), v.KeyLength, v.IsDocument
	ev.echoesToken, ev.otherEndpoint = v.EchoesToken, s.Line(v.OtherEndpoint)
	if r := v.Request; r != nil {
		q := &request.Request{
			Method: s.Line(r.Method), Host: s.Line(r.Host), Bucket: s.NameLine(r.Bucket), Object: s.Name(r.Object), Query: parameters(r.Query, s), Header: r.Header,
			NoHeaders: r.NoHeaders, Length: r.Length, Form: parameters(r.Form, s), FormWhole: r.FormWhole, ForOSS: r.ForOSS, ToService: r.ToService, PlainHTTP: r.PlainHTTP, Escape: s.Line(r.Escape),
		}
		if g := r.Signature; g != nil {
			q.Signature = request.Signature{In: g.In, Scheme: s.Line(g.Scheme), KeyID: gate.ID(g.KeyID), HasToken: g.HasToken, Expires: s.Line(g.Expires)}
			for i := range g.Scope {
				q.Signature.Scope[i] = s.Line(g.Scope[i])
			}
			for _, name := range g.Headers[:min(len(g.Headers), request.MaxValues)] {
				q.Signature.Headers = append(q.Signature.Headers, s.Line(name))
			}
		}
		for name := range q.Header {
			if s.Line(name) != name {
				delete(q.Header, name)
			}
		}
		ev.request = q.Masked(s)
	}
	if h := v.Answer; h != nil {
		ev.headers = (&headers{
			server: h.Server, via: h.Via, cdnHeader: h.CDNHeader, cdnAuth: h.CDNAuth, cdnError: h.CDNError, storageClass: h.StorageClass, restore: h.Restore,
		}).masked(s)
		ev.isPage = h.HTML
	}
	if r := v.Signed; r != nil {
		ev.compared = &comparison{equal: r.Equal, damage: r.Damage, missing: s.SignedLine(r.Missing)}
		for _, p := range r.Parts[:min(len(r.Parts), request.MaxValues)] {
			ev.compared.parts = append(ev.compared.parts, maskPart(p, s.SignedLine))
		}
		for _, d := range r.Suspects[:min(len(r.Suspects), request.MaxValues)] {
			ev.compared.suspects = append(ev.compared.suspects, readDifference(d, s))
		}
		if r.Change != nil {
			d := readDifference(*r.Change, s)
			ev.compared.change = &d
		}
	}
	return ev
}

// readDifference masks d, and drops it if its kind is none.
func readDifference(d signing.Difference, s *gate.Secrets) signing.Difference {
	if kind := string(d.Kind); len(kind) > 32 || !chars.IsAlnum(strings.ReplaceAll(kind, " ", "")) || s.Line(kind) != kind {
		return signing.Difference{}
	}
	return maskDifference(d, s.SignedLine)
}

// namesAndValues masks parameters, whose names may hold what is secret where a URL was put together wrongly.
func namesAndValues(list []request.Parameter, s *gate.Secrets) [][2]string {
	var out [][2]string
	for _, p := range list {
		out = append(out, [2]string{s.Line(p.Name), p.Value})
	}
	return out
}

func parameters(list [][2]string, s *gate.Secrets) []request.Parameter {
	var out []request.Parameter
	for _, p := range list[:min(len(list), request.MaxValues)] {
		out = append(out, request.Parameter{Name: s.Line(p[0]), Value: p[1]})
	}
	return out
}
