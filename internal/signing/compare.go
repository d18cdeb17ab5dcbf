package signing

import (
	"cmp"
	"slices"
	"strings"

	"github.com/oss403/oss403/internal/request"
)

// Compare says in which part the request, as OSS would have signed it, first differs from what OSS
// did sign. What it finds is proof that the part was changed behind the client: on the way, or by
// what OSS takes the path for. Of the bucket it is as good as r.bucket, where the host names none.
//
// With found false and complete true, all that OSS signed is what was sent: nothing in between is
// to blame, and unless suspects finds a way in which the signer may have signed something else, the
// secret does not belong to the AccessKey ID.
//
// With complete false nothing may be concluded from finding nothing. That is so if the echo is
// missing, cut or of no scheme known here (the form of a PostObject, a chunk of an S3 upload); if
// the bucket is unknown, since the client's may be another; if V4 gives a hash only; and if one of
// the two has something that OSS may or may not sign, as a parameter that this package does not know.
func Compare(r *request.Request, s Echo) (d Difference, found, complete bool) {
	q := view(r)
	a := s.read(q.Signature.Scheme)
	switch {
	case a.scheme == "", len(q.params) > maxParams:
		return Difference{}, false, false
	case q.Signature.Scheme == "":
		if d, found := findEscapedAmpersand(q); found {
			return d, true, true
		}
		return Difference{partScheme, "", a.scheme, schemeChanged}, true, true
	case q.Signature.Scheme != a.scheme:
		return Difference{partScheme, q.Signature.Scheme, a.scheme, schemeChanged}, true, true
	case s.accessKeyID != "" && !strings.Contains(s.accessKeyID, "*") && strings.TrimSpace(s.accessKeyID) != strings.TrimSpace(q.Signature.KeyID):
		return Difference{PartAccessKeyID, q.Signature.KeyID, s.accessKeyID, accessKeyChanged}, true, true
	}
	c := comparison{sent: q, signedText: a, exact: true}
	if a.isV4() {
		c.v4()
	} else {
		c.lines()
	}
	return c.difference, c.found, c.found || c.exact
}

// comparison goes through an echo part by part and keeps the first difference.
type comparison struct {
	*sent
	*signedText
	difference Difference
	found      bool
	exact      bool // what was equal so far was so without doubt
}

func (c *comparison) differ(part, client, server string, kind DifferenceKind) {
	if !c.found {
		c.difference, c.found = Difference{cmp.Or(part, partUnnamed), client, server, kind}, true
	}
}

// lines compares the schemes that sign lines: V1, V2, S3 V2.
func (c *comparison) lines() {
	if c.verb != c.Method {
		c.differ(partMethod, c.Method, c.verb, partChanged)
	}
	c.header(partContentMD5, c.headers["content-md5"], c.contentMD5)
	c.header(partContentType, c.headers["content-type"], c.contentType)
	c.date()
	sent := map[string]string{}
	for name, value := range c.headers {
		if strings.HasPrefix(name, c.headerPrefix()) || c.signedText.scheme == "V2" && slices.Contains(c.Signature.Headers, name) {
			sent[name] = value
		}
	}
	c.headerLines(sent)
	if c.signedText.scheme == "V2" {
		c.list(partAdditional)
	}
	if query, ok := c.resourcePath(c.resource); ok {
		c.subresources(query)
	}
}

// date compares the line for the date. Where x-oss-date stands in for Date, signers write either,
// or leave the line empty.
func (c *comparison) date() {
	if c.inQuery() {
		if c.dateLine != c.Signature.Expires {
			c.differ(partExpires, c.Signature.Expires, c.dateLine, partChanged)
		}
		return
	}
	other, ok := c.headers[c.headerPrefix()+"date"]
	date := c.headers["date"]
	switch {
	case c.dateLine == date && !ok, ok && c.dateLine == other:
		return
	case ok && (c.dateLine == date || c.dateLine == ""):
		c.exact = c.exact && c.signedText.scheme == "S3 V2"
		return
	}
	if ok {
		c.changed(c.headerPrefix()+"date", other, c.dateLine, partChanged)
	} else {
		c.changed(partDate, date, c.dateLine, partChanged)
	}
}

func (c *comparison) header(name, client, server string) {
	switch {
	case client == server:
	case oneBlank(client) == oneBlank(server):
		c.exact = false
	default:
		c.changed(name, client, server, HeaderChanged)
	}
}

// changed says whether a header that differs was added, lost or, as kind, changed.
func (c *comparison) changed(name, client, server string, kind DifferenceKind) {
	switch {
	case client == "":
		kind = HeaderAdded
	case server == "":
		kind = HeaderLost
	}
	c.differ(name, client, server, kind)
}

// oneBlank makes one blank of several, as some signers do.
func oneBlank(s string) string { return strings.Join(strings.Fields(s), " ") }

// headerLines compares the headers that were sent, as far as they are signed, with the server's.
func (c *comparison) headerLines(sent map[string]string) {
	server := map[string]string{}
	for _, h := range c.headerParts {
		server[h.Name] = h.Value
	}
	for _, name := range sortedKeys(sent, server) {
		client, inSent := sent[name]
		theirs, inServer := server[name]
		if inSent != inServer {
			c.exact = c.exact && (client != "" || theirs != "")
		}
		if name == "content-length" && c.Length < 0 {
			continue // rebuilt takes the server's
		}
		c.header(name, client, theirs)
	}
}

func (c *comparison) list(part string) {
	client := strings.Join(c.Signature.Headers, ";")
	if !strings.EqualFold(client, c.additional) {
		c.differ(part, client, c.additional, partChanged)
	}
}
