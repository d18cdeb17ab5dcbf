package signing

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/osshost"
)

// How they differ in V4 and S3 V4, which sign a canonical request.

// v4 compares V4 and S3 V4: what the string to sign says itself, then the canonical request.
func (c *comparison) v4() {
	name, date := c.v4Date()
	if c.dateLine != date && (c.dateLine == "" || form.ParseTime(date).IsZero() || !form.ParseTime(date).Equal(form.ParseTime(c.dateLine))) {
		if c.inQuery() {
			c.differ(name, date, c.dateLine, partChanged)
		} else {
			c.changed(name, date, c.dateLine, partChanged)
		}
	}
	for i, p := range [...]struct {
		part string
		kind DifferenceKind
	}{{partScopeDate, ScopeDate}, {partScopeRegion, ScopeRegion}, {partScopeProduct, ScopeProduct}} {
		if c.Signature.Scope[i] != c.scope[i] {
			c.differ(p.part, c.Signature.Scope[i], c.scope[i], p.kind)
		}
	}
	if c.found || c.agrees() {
		return
	}
	c.exact = false // whatever comes now: the hash says that they differ, or nothing
	if !c.hasCanonical {
		return
	}
	if c.verb != c.Method {
		c.differ(partMethod, c.Method, c.verb, partChanged)
	}
	if c.signedText.scheme == "V4" {
		c.resourcePath(c.resource)
	} else if server := chars.Unescape(c.resource); server != c.Path {
		_, style := osshost.Bucket(c.Host)
		c.paths(c.Path, server, style == osshost.PathStyle)
	}
	c.query(c.queryParts)
	c.headerLines(c.signedHeaders())
	if c.signedText.scheme == "V4" {
		c.list(partAdditional)
	} else {
		c.list(partSigned)
	}
	if hash, known := c.payload(); known && hash != c.payloadHash {
		c.differ(partPayload, hash, c.payloadHash, partChanged)
	}
}

// v4Date returns where the request has its date, and the date.
func (c *comparison) v4Date() (name, date string) {
	name = "x-oss-date"
	if c.signedText.scheme == "S3 V4" {
		name = "x-amz-date"
	}
	if c.inQuery() {
		if p, ok := c.param(name); ok {
			return p.Name, p.Value
		}
		return name, ""
	}
	if date, ok := c.headers[name]; ok {
		return name, date
	}
	return partDate, c.headers["date"]
}

// agrees says whether the canonical request, rebuilt, has the hash that the server signed.
func (c *comparison) agrees() bool {
	paths, bucketKnown := []string{c.Path}, true
	if c.signedText.scheme == "V4" {
		paths, bucketKnown = resources(c.sent)
		if !bucketKnown {
			return false
		}
	}
	for _, path := range paths {
		sum := sha256.Sum256([]byte(c.rebuilt(path)))
		if hex.EncodeToString(sum[:]) == c.hash {
			return true
		}
	}
	return false
}

// rebuilt writes the canonical request. What only the server knows is taken from it.
func (c *comparison) rebuilt(path string) string {
	var b strings.Builder
	b.WriteString(c.Method + "\n" + escapeURI(path, false) + "\n" + c.canonicalQuery() + "\n")
	headers := c.signedHeaders()
	for _, name := range sortedKeys(headers, nil) {
		value := headers[name]
		if c.signedText.scheme == "S3 V4" {
			value = oneBlank(value)
		}
		b.WriteString(name + ":" + value + "\n")
	}
	hash, known := c.payload()
	if !known {
		hash = c.payloadHash
	}
	b.WriteString("\n" + strings.Join(c.Signature.Headers, ";") + "\n" + hash)
	return b.String()
}

// canonicalQuery writes the query as the schemes do that sign all of it.
func (c *comparison) canonicalQuery() string {
	var b strings.Builder
	for i, p := range c.canonicalParams() {
		if i > 0 {
			b.WriteByte('&')
		}
		b.WriteString(p.Name)
		if p.Value != "" || c.signedText.scheme == "S3 V4" {
			b.WriteString("=" + p.Value)
		}
	}
	return b.String()
}

// canonicalParams returns the parameters that V4 signs, escaped and in order.
func (c *comparison) canonicalParams() []SignedPart {
	var list []SignedPart
	for _, p := range c.params {
		list = append(list, SignedPart{escapeURI(p.Name, true), escapeURI(p.Value, true)})
	}
	slices.SortFunc(list, func(a, b SignedPart) int {
		if n := strings.Compare(a.Name, b.Name); n != 0 {
			return n
		}
		return strings.Compare(a.Value, b.Value)
	})
	return list
}

// signedHeaders returns the headers that V4 signs. OSS's own scheme always signs some, S3's those
// that the client lists.
func (c *comparison) signedHeaders() map[string]string {
	signed := map[string]string{}
	for name, value := range c.headers {
		if c.signedText.scheme == "V4" && (strings.HasPrefix(name, "x-oss-") || name == "content-type" || name == "content-md5") {
			signed[name] = value
		}
	}
	for _, name := range c.Signature.Headers {
		value, ok := c.headers[name]
		switch {
		case ok:
		case name == "host":
			value = c.host
		case name == "content-length" && c.Length >= 0:
			value = strconv.FormatInt(c.Length, 10)
		case name == "content-length":
			for _, h := range c.headerParts {
				if h.Name == name {
					value = h.Value
				}
			}
		case c.signedText.scheme == "V4":
			continue
		}
		signed[name] = value
	}
	return signed
}

// payload returns what the request says of its payload.
func (c *comparison) payload() (hash string, known bool) {
	name := "x-oss-content-sha256"
	if c.signedText.scheme == "S3 V4" {
		name = "x-amz-content-sha256"
	}
	if hash, ok := c.headers[name]; ok {
		return hash, true
	}
	if p, ok := c.param(name); ok && c.inQuery() {
		return p.Value, true
	}
	return "UNSIGNED-PAYLOAD", c.signedText.scheme == "V4" || c.inQuery()
}

// query compares all parameters, for the schemes that sign all.
func (c *comparison) query(signed []SignedPart) {
	sent, server := map[string][]string{}, map[string][]string{}
	for _, p := range c.params {
		sent[p.Name] = append(sent[p.Name], p.Value)
	}
	for _, p := range signed {
		server[p.Name] = append(server[p.Name], p.Value)
	}
	for _, name := range sortedKeys(sent, server) {
		client, theirs := sent[name], server[name]
		slices.Sort(client)
		slices.Sort(theirs)
		switch {
		case slices.Equal(client, theirs):
		case len(client) > 1 && len(theirs) == 1 && slices.Contains(client, theirs[0]):
			c.exact = false // which of them counts only the server knows
		default:
			c.parameter(name, strings.Join(client, ","), strings.Join(theirs, ","), len(client) > 0, len(theirs) > 0)
		}
	}
}
