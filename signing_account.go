package oss403

import (
	"net"
	"strings"
)

// sent is a sentRequest, read.
type sent struct {
	sentRequest
	hostname string // without port
	path     string // decoded
	params   []parameter
	headers  map[string]string // by name in lower case; several values joined by commas
	claim    claim
}

// plain is how V1 and S3 V2 sign a parameter.
func (p parameter) plain() string {
	if p.value == "" {
		return p.name
	}
	return p.name + "=" + p.value
}

// claim is what the request says of its own signature.
type claim struct {
	scheme  string // "" if it has none
	inQuery bool
	id      string
	date    string    // V1, V2, S3 V2 in the query: when it expires
	scope   [3]string // date, region, product
	headers []string  // AdditionalHeaders, SignedHeaders, in lower case
}

func (r sentRequest) read() *sent {
	q := &sent{sentRequest: r, hostname: r.host, path: unescapePath(r.escapedPath), headers: map[string]string{}}
	if host, port, err := net.SplitHostPort(r.host); err == nil {
		q.hostname = host
		if port == "80" || port == "443" {
			q.host = host // no signer has a scheme's own port in it
		}
	}
	if q.path == "" {
		q.path = "/"
	}
	names := sortedKeys(r.header, nil)
	for _, name := range names {
		var values []string
		for _, v := range r.header[name] {
			values = append(values, strings.TrimSpace(v))
		}
		q.headers[strings.ToLower(name)] = strings.Join(values, ",")
	}
	params := parseQuery(r.rawQuery)
	q.claim = readClaim(q.headers["authorization"], params)
	for _, p := range params {
		if !q.claim.isSignature(p.name) {
			q.params = append(q.params, p)
		}
	}
	return q
}

// parseQuery splits a query, and leaves what is no escape.
func parseQuery(raw string) []parameter {
	var list []parameter
	for _, pair := range strings.Split(raw, "&") {
		if pair == "" {
			continue
		}
		name, value, _ := strings.Cut(strings.ReplaceAll(pair, "+", " "), "=")
		list = append(list, parameter{unescapePath(name), unescapePath(value)})
	}
	return list
}

func (q *sent) param(name string) (parameter, bool) {
	for _, p := range q.params {
		if strings.EqualFold(p.name, name) {
			return p, true
		}
	}
	return parameter{}, false
}

func (q *sent) repeated(name string) bool {
	n := 0
	for _, p := range q.params {
		if p.name == name {
			n++
		}
	}
	return n > 1
}

// readClaim reads the Authorization header or, without one, the query.
func readClaim(authorization string, params []parameter) claim {
	algorithm, rest, _ := strings.Cut(authorization, " ")
	switch algorithm {
	case "OSS", "AWS":
		c := claim{scheme: "V1"}
		if algorithm == "AWS" {
			c.scheme = "S3 V2"
		}
		c.id, _, _ = strings.Cut(rest, ":")
		return c
	case "OSS2":
		fields := authFields(rest, ":")
		return claim{scheme: "V2", id: fields["AccessKeyId"], headers: headerNames(fields["AdditionalHeaders"])}
	case "OSS4-HMAC-SHA256":
		fields := authFields(rest, "=")
		c := claim{scheme: "V4", headers: headerNames(fields["AdditionalHeaders"])}
		c.credential(fields["Credential"])
		return c
	case "AWS4-HMAC-SHA256":
		fields := authFields(rest, "=")
		c := claim{scheme: "S3 V4", headers: headerNames(fields["SignedHeaders"])}
		c.credential(fields["Credential"])
		return c
	}
	c := claim{inQuery: true}
	var version, credential, expires string
	for _, p := range params {
		switch p.name {
		case "x-oss-signature-version", "X-Amz-Algorithm":
			version = p.value
		case "x-oss-credential", "X-Amz-Credential":
			credential = p.value
		case "x-oss-additional-headers", "X-Amz-SignedHeaders":
			c.headers = headerNames(p.value)
		case "OSSAccessKeyId":
			c.scheme, c.id = "V1", p.value
		case "AWSAccessKeyId":
			c.scheme, c.id = "S3 V2", p.value
		case "x-oss-access-key-id":
			c.scheme, c.id = "V2", p.value
		case "Expires":
			c.date = p.value
		case "x-oss-expires":
			expires = p.value
		}
	}
	switch version {
	case "OSS2":
		c.scheme, c.date = "V2", expires
	case "OSS4-HMAC-SHA256":
		c.scheme = "V4"
		c.credential(credential)
	case "AWS4-HMAC-SHA256":
		c.scheme = "S3 V4"
		c.credential(credential)
	}
	return c
}

// authFields reads the fields of an Authorization header, separated by commas.
func authFields(s, separator string) map[string]string {
	fields := map[string]string{}
	for _, f := range strings.Split(s, ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(f), separator)
		fields[name] = value
	}
	return fields
}

func headerNames(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(strings.ToLower(s), ";")
}

// credential reads an AccessKey ID with the scope behind it.
func (c *claim) credential(s string) {
	fields := strings.Split(s, "/")
	c.id = fields[0]
	copy(c.scope[:], fields[1:])
}

// isSignature says whether a parameter belongs to the signature, which does not sign itself.
func (c *claim) isSignature(name string) bool {
	if !c.inQuery {
		return false
	}
	switch c.scheme {
	case "V1":
		return name == "OSSAccessKeyId" || name == "Expires" || name == "Signature"
	case "S3 V2":
		return name == "AWSAccessKeyId" || name == "Expires" || name == "Signature"
	case "V2", "V4":
		return name == "x-oss-signature"
	case "S3 V4":
		return name == "X-Amz-Signature"
	}
	return false
}

// account is what the server signed, taken apart.
type account struct {
	scheme      string // "" if it cannot be read
	verb        string
	dateLine    string
	resource    string // V1, V2, S3 V2: with the query; V4, S3 V4: the canonical path
	headerParts []signedPart
	additional  string // V2, V4: additional headers; S3 V4: signed headers

	contentMD5, contentType string // V1, V2, S3 V2

	algorithm    string // V4, S3 V4, down to the end
	scope        [3]string
	hash         string
	hasCanonical bool
	canonical    string
	queryParts   []signedPart
	payloadHash  string
}

func (a *account) isV4() bool { return a.scheme == "V4" || a.scheme == "S3 V4" }

// headerPrefix begins the headers that the scheme signs.
func (a *account) headerPrefix() string {
	if strings.HasPrefix(a.scheme, "S3") {
		return "x-amz-"
	}
	return "x-oss-"
}

// read takes an account apart. claimed is the scheme that the request says it has: the strings of
// V1, V2 and S3 V2 look alike.
func (s serverSigned) read(claimed string) *account {
	a := &account{}
	text := strings.TrimLeft(s.stringToSign, " \t\r\n")
	if i := strings.LastIndexByte(text, '\n'); i >= 0 && strings.TrimSpace(text[i:]) == "" {
		text = text[:i] // the indentation of </StringToSign>
	}
	if a.readV4(text, s.canonicalRequest) {
		return a
	}
	lines := strings.SplitN(text, "\n", 5)
	if len(lines) < 5 || !isVerb(lines[0]) || s.scheme == "V4" || s.scheme == "S3 V4" {
		return &account{}
	}
	a.verb, a.contentMD5, a.contentType, a.dateLine = lines[0], lines[1], lines[2], lines[3]
	rest := lines[4]
	known := func(scheme string) bool { return scheme == "V1" || scheme == "V2" || scheme == "S3 V2" }
	switch {
	case known(s.scheme):
		a.scheme = s.scheme
	case known(claimed):
		a.scheme = claimed
	case strings.HasPrefix(rest, "x-amz-"):
		a.scheme = "S3 V2"
	case strings.HasPrefix(rest, "/"), strings.HasPrefix(rest, "x-oss-") && !strings.Contains(rest, "\n%2F"):
		a.scheme = "V1"
	default:
		a.scheme = "V2"
	}
	// Headers have a colon in them, and the resource begins with a slash.
	for {
		line, after, more := strings.Cut(rest, "\n")
		name, value, ok := strings.Cut(line, ":")
		if !more || !ok || strings.HasPrefix(line, "/") || strings.HasPrefix(line, "%2F") ||
			a.scheme != "V2" && !strings.HasPrefix(name, a.headerPrefix()) {
			break
		}
		a.headerParts = append(a.headerParts, signedPart{strings.ToLower(name), value})
		rest = after
	}
	if a.scheme == "V2" {
		a.additional, rest, _ = strings.Cut(rest, "\n")
	}
	a.resource = rest
	return a
}

func isVerb(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return s != ""
}

// readV4 reads the strings of V4 and S3 V4, of which one may be missing.
func (a *account) readV4(text, canonical string) bool {
	lines := strings.Split(text, "\n")
	switch {
	case strings.HasPrefix(lines[0], "OSS4-HMAC-SHA256"):
		a.scheme = "V4"
	case strings.HasPrefix(lines[0], "AWS4-HMAC-SHA256"):
		a.scheme = "S3 V4"
	default:
		return false
	}
	a.algorithm = lines[0]
	if len(lines) > 1 {
		a.dateLine = strings.TrimSpace(lines[1])
	}
	if len(lines) > 2 {
		copy(a.scope[:], strings.Split(strings.TrimSpace(lines[2]), "/"))
	}
	if len(lines) == 4 {
		a.hash = strings.TrimSpace(lines[3])
	} else {
		return true // a chunk's, or cut off: the canonical request is of no use
	}
	a.canonical = strings.TrimSpace(canonical)
	lines = strings.Split(a.canonical, "\n")
	if len(lines) < 5 {
		return true
	}
	a.hasCanonical = true
	a.verb, a.resource = lines[0], lines[1]
	a.queryParts = signedQuery(lines[2])
	last := len(lines) - 1
	a.additional, a.payloadHash = lines[last-1], lines[last]
	for _, line := range lines[3 : last-1] {
		if name, value, ok := strings.Cut(line, ":"); ok {
			a.headerParts = append(a.headerParts, signedPart{strings.ToLower(name), value})
		}
	}
	return true
}

// parts splits what the server signed into named lines for a reader, in the order of signing. An
// account of no scheme known here is one part.
func (s serverSigned) parts() (scheme string, parts []signedPart) {
	a := s.read(s.scheme)
	add := func(name, value string) { parts = append(parts, signedPart{name, value}) }
	switch {
	case a.scheme == "":
		if s.stringToSign != "" {
			add(partUnread, s.stringToSign)
		}
		return "", parts
	case !a.isV4():
		add(partMethod, a.verb)
		add(partContentMD5, a.contentMD5)
		add(partContentType, a.contentType)
		if a.dateLine != "" && strings.Trim(a.dateLine, "0123456789") == "" {
			add(partExpires, a.dateLine)
		} else {
			add(partDate, a.dateLine)
		}
		parts = append(parts, a.headerParts...)
		if a.scheme == "V2" {
			add(partAdditional, a.additional)
		}
		add(partResource, a.resource)
		return a.scheme, parts
	}
	add(partScheme, a.algorithm)
	add(partDate, a.dateLine)
	add(partScopeDate, a.scope[0])
	add(partScopeRegion, a.scope[1])
	add(partScopeProduct, a.scope[2])
	if a.hash != "" {
		add(partHash, a.hash)
	}
	if !a.hasCanonical {
		return a.scheme, parts
	}
	add(partMethod, a.verb)
	add(partPath, a.resource)
	parts = append(parts, a.queryParts...)
	parts = append(parts, a.headerParts...)
	if a.scheme == "V4" {
		add(partAdditional, a.additional)
	} else {
		add(partSigned, a.additional)
	}
	add(partPayload, a.payloadHash)
	return a.scheme, parts
}

// signedQuery reads the query that a server signed, escaped.
func signedQuery(query string) []signedPart {
	var list []signedPart
	for _, p := range parseQuery(query) {
		list = append(list, signedPart{p.name, p.value})
	}
	return list
}
