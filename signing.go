package oss403

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// A signature that does not match has one of three causes: the request was changed on its way, it
// was not signed as it was sent, or the secret is wrong. OSS says what it signed, which is the
// request as it arrived. From the request as it was sent follows what OSS would have signed had
// nothing been changed; where the two part is the change. That is proof, and compare gives it.
//
// Where they agree, nothing was changed, and what remains is between the signer and the secret. How
// the signer went about it nobody can see from here. Some requests look as if it had signed
// something else: those looks are suspicions, and suspects lists them. Without any, it is the secret.

// sentRequest is a request as its client sent it.
type sentRequest struct {
	method      string
	host        string // with the port, if it was sent
	escapedPath string // "" is read as "/"
	rawQuery    string
	header      http.Header
	length      int64  // of the body; -1: not known. S3 V4 signs Content-Length, which is not in header.
	bucket      string // for hosts that do not name it; "": not known
}

// sentBy returns the request as r's transport got it. It shares r's header.
func sentBy(r *http.Request, bucket string) sentRequest {
	s := sentRequest{method: r.Method, host: r.Host, header: r.Header, length: r.ContentLength, bucket: bucket}
	if s.method == "" {
		s.method = http.MethodGet
	}
	if r.Body != nil && r.ContentLength == 0 && r.Body != http.NoBody {
		s.length = -1
	}
	if r.URL != nil {
		s.host = cmp.Or(s.host, r.URL.Host)
		s.escapedPath = r.URL.EscapedPath()
		s.rawQuery = r.URL.RawQuery
	}
	return s
}

// serverSigned is what OSS says it signed. Its values are not masked, and neither is what this file
// makes of them.
type serverSigned struct {
	scheme           string // as far as the answer tells it, else ""
	stringToSign     string
	canonicalRequest string // V4, S3 V4
	accessKeyID      string // "": not known
}

// signedByServer collects the account of an answer. StringToSignBytes is preferred where it is
// whole: StringToSign loses bytes that are no UTF-8 and some line breaks to XML, and blanks at its ends.
func signedByServer(a *errorDocument) serverSigned {
	s := serverSigned{
		scheme:           schemeOfAnswer(a),
		stringToSign:     a.rawStringToSign,
		canonicalRequest: a.canonicalRequest,
		accessKeyID:      cmp.Or(a.accessKeyID, a.awsAccessKeyID),
	}
	if b, err := hex.DecodeString(strings.Join(strings.Fields(a.stringToSignBytes), "")); err == nil && len(b) > 0 {
		s.stringToSign = string(b)
	}
	return s
}

// signedPart is one line of what was signed, under the name that a difference gives it.
type signedPart struct{ name, value string }

// Names of parts. Headers and query parameters go by their own names.
const (
	partScheme       = "Signature version"
	partAccessKeyID  = "AccessKey ID"
	partMethod       = "Method"
	partContentMD5   = "Content-MD5"
	partContentType  = "Content-Type"
	partDate         = "Date"
	partExpires      = "Expires"
	partBucket       = "Bucket"
	partPath         = "Path"
	partResource     = "Resource"
	partScopeDate    = "Scope date"
	partScopeRegion  = "Scope region"
	partScopeProduct = "Scope product"
	partAdditional   = "Additional headers"
	partSigned       = "Signed headers"
	partPayload      = "Payload hash"
	partHash         = "Canonical request hash"
	partUnread       = "StringToSign"
	partUnnamed      = "(no name)" // of a header or a parameter, as in ?=a
)

// difference is a part in which a request and the server's account of it differ, or one in which
// the request does not look like what signers sign. client is the value sent, server the one that
// OSS signed or, for a suspicion, the one to expect; "" where there was none.
type difference struct {
	part           string
	client, server string
	kind           differenceKind
}

type differenceKind string

// Differences, which compare proves.
const (
	schemeChanged    differenceKind = "scheme changed" // something in between signs itself
	accessKeyChanged differenceKind = "key changed"    // as before, with another AccessKey
	verbChanged      differenceKind = "verb"           // the method
	dateChanged      differenceKind = "date"           // Date, x-oss-date, x-amz-date
	expiresChanged   differenceKind = "expires"        // of a signed URL
	headerAdded      differenceKind = "header added"   // OSS got one that was not sent
	headerLost       differenceKind = "header lost"    // one that was sent did not arrive
	headerChanged    differenceKind = "header changed"
	bucketMissing    differenceKind = "bucket missing" // OSS took the path for the whole resource
	bucketDoubled    differenceKind = "bucket doubled" // it was in host and path
	bucketChanged    differenceKind = "bucket changed" // another bucket, by host or path
	pathSlash        differenceKind = "slash"          // slashes were merged or added
	pathPlus         differenceKind = "plus"           // + became a blank or the reverse
	pathEncoding     differenceKind = "path encoding"  // escapes were undone or doubled
	pathChanged      differenceKind = "path changed"
	queryAdded       differenceKind = "parameter added"
	queryLost        differenceKind = "parameter lost"
	queryChanged     differenceKind = "parameter changed"
	scopeDate        differenceKind = "scope date"    // also a suspicion: not the day of x-oss-date
	scopeRegion      differenceKind = "scope region"  // also a suspicion: not the host's
	scopeProduct     differenceKind = "scope product" // also a suspicion: not oss
	headerList       differenceKind = "header list"   // AdditionalHeaders, SignedHeaders
	payloadChanged   differenceKind = "payload hash"
	escapedAmpersand differenceKind = "escaped ampersand" // parameters named amp;Signature or u0026Signature
)

// Suspicions, which suspects raises.
const (
	contentTypeSent   differenceKind = "content type sent"   // with a signed URL; signers leave it out unless told
	contentTypeAbsent differenceKind = "content type absent" // from an upload to a signed URL, which may be signed with one
	headerSent        differenceKind = "header sent"         // Content-MD5 or x-oss-, with a signed URL
	headerUnusual     differenceKind = "header unusual"      // blanks at its ends, or no ASCII: both change on the way
	queryAppended     differenceKind = "query appended"
	headRequest       differenceKind = "HEAD"       // with a signed URL; most are signed for GET
	keyBucket         differenceKind = "key bucket" // the key begins with the bucket, which the host names already
	keySlash          differenceKind = "key slash"  // the key begins with a slash, or has two in a row
	keyPlus           differenceKind = "key plus"
	keySpace          differenceKind = "key blank"
	keyPercent        differenceKind = "key percent"
	keyHash           differenceKind = "key hash"
	queryRepeated     differenceKind = "parameter repeated" // signers keep only one value
	queryUnusual      differenceKind = "parameter unusual"  // OSS signs it; older clients may not know that
	schemeS3          differenceKind = "S3 scheme"
)

// compare says in which part the request, as OSS would have signed it, first differs from what OSS
// did sign. What it finds is proof that the part was changed behind the client: on the way, or by
// what OSS takes the path for. Of the bucket it is as good as r.bucket, where the host names none.
//
// With found false and complete true, all that OSS signed is what was sent: nothing in between is
// to blame, and unless suspects finds a way in which the signer may have signed something else, the
// secret does not belong to the AccessKey ID.
//
// With complete false nothing may be concluded from finding nothing. That is so if the account is
// missing, cut or of no scheme known here (the form of a PostObject, a chunk of an S3 upload); if
// the bucket is unknown, since the client's may be another; if V4 gives a hash only; and if one of
// the two has something that OSS may or may not sign, as a parameter that this package does not know.
func compare(r sentRequest, s serverSigned) (d difference, found, complete bool) {
	q := r.read()
	a := s.read(q.claim.scheme)
	switch {
	case a.scheme == "":
		return difference{}, false, false
	case q.claim.scheme == "":
		if d, found := findEscapedAmpersand(q); found {
			return d, true, true
		}
		return difference{partScheme, "", a.scheme, schemeChanged}, true, true
	case q.claim.scheme != a.scheme:
		return difference{partScheme, q.claim.scheme, a.scheme, schemeChanged}, true, true
	case s.accessKeyID != "" && !strings.Contains(s.accessKeyID, "*") && strings.TrimSpace(s.accessKeyID) != strings.TrimSpace(q.claim.id):
		return difference{partAccessKeyID, q.claim.id, s.accessKeyID, accessKeyChanged}, true, true
	}
	c := comparison{sent: q, account: a, exact: true}
	if a.isV4() {
		c.v4()
	} else {
		c.lines()
	}
	return c.difference, c.found, c.found || c.exact
}

// comparison goes through an account part by part and keeps the first difference.
type comparison struct {
	*sent
	*account
	difference difference
	found      bool
	exact      bool // what was equal so far was so without doubt
}

func (c *comparison) differ(part, client, server string, kind differenceKind) {
	if !c.found {
		c.difference, c.found = difference{cmp.Or(part, partUnnamed), client, server, kind}, true
	}
}

// lines compares the schemes that sign lines: V1, V2, S3 V2.
func (c *comparison) lines() {
	if c.verb != c.method {
		c.differ(partMethod, c.method, c.verb, verbChanged)
	}
	c.header(partContentMD5, c.headers["content-md5"], c.contentMD5)
	c.header(partContentType, c.headers["content-type"], c.contentType)
	c.date()
	sent := map[string]string{}
	for name, value := range c.headers {
		if strings.HasPrefix(name, c.headerPrefix()) || c.account.scheme == "V2" && slices.Contains(c.claim.headers, name) {
			sent[name] = value
		}
	}
	c.headerLines(sent)
	if c.account.scheme == "V2" {
		c.list(partAdditional)
	}
	if query, ok := c.resourcePath(c.resource); ok {
		c.subresources(query)
	}
}

// date compares the line for the date. Where x-oss-date stands in for Date, signers write either,
// or leave the line empty.
func (c *comparison) date() {
	if c.claim.inQuery {
		if c.dateLine != c.claim.date {
			c.differ(partExpires, c.claim.date, c.dateLine, expiresChanged)
		}
		return
	}
	other, ok := c.headers[c.headerPrefix()+"date"]
	date := c.headers["date"]
	switch {
	case c.dateLine == date && !ok, ok && c.dateLine == other:
		return
	case ok && (c.dateLine == date || c.dateLine == ""):
		c.exact = c.exact && c.account.scheme == "S3 V2"
		return
	}
	if ok {
		c.changed(c.headerPrefix()+"date", other, c.dateLine, dateChanged)
	} else {
		c.changed(partDate, date, c.dateLine, dateChanged)
	}
}

func (c *comparison) header(name, client, server string) {
	switch {
	case client == server:
	case oneBlank(client) == oneBlank(server):
		c.exact = false
	default:
		c.changed(name, client, server, headerChanged)
	}
}

// changed says whether a header that differs was added, lost or, as kind, changed.
func (c *comparison) changed(name, client, server string, kind differenceKind) {
	switch {
	case client == "":
		kind = headerAdded
	case server == "":
		kind = headerLost
	}
	c.differ(name, client, server, kind)
}

// oneBlank makes one blank of several, as some signers do.
func oneBlank(s string) string { return strings.Join(strings.Fields(s), " ") }

// headerLines compares the headers that were sent, as far as they are signed, with the server's.
func (c *comparison) headerLines(sent map[string]string) {
	server := map[string]string{}
	for _, h := range c.headerParts {
		server[h.name] = h.value
	}
	for _, name := range sortedKeys(sent, server) {
		client, inSent := sent[name]
		theirs, inServer := server[name]
		if inSent != inServer {
			c.exact = c.exact && (client != "" || theirs != "")
		}
		if name == "content-length" && c.length < 0 {
			continue // rebuilt takes the server's
		}
		c.header(name, client, theirs)
	}
}

// sortedKeys returns the keys of both maps in order.
func sortedKeys[V any](a, b map[string]V) []string {
	var keys []string
	for k := range a {
		keys = append(keys, k)
	}
	for k := range b {
		if _, ok := a[k]; !ok {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return keys
}

func (c *comparison) list(part string) {
	client := strings.Join(c.claim.headers, ";")
	if !strings.EqualFold(client, c.additional) {
		c.differ(part, client, c.additional, headerList)
	}
}

// resources returns the resources that the request may mean, the likeliest first, with the bucket
// in front. bucketKnown false means that some bucket has to be put in front.
func resources(q *sent) (list []string, bucketKnown bool) {
	bucket, style := hostBucket(q.hostname)
	inPath := q.bucket != "" && (q.path == "/"+q.bucket || strings.HasPrefix(q.path, "/"+q.bucket+"/"))
	switch {
	case style == virtualHosted:
		return []string{"/" + bucket + q.path}, true
	case style == pathStyle:
		return withSlash(q), true
	case inPath: // a private cloud's endpoint, or a domain of the bucket with a folder of its name
		return append(withSlash(q), "/"+q.bucket+q.path), true
	case q.bucket != "":
		return []string{"/" + q.bucket + q.path}, true
	}
	return []string{q.path}, false
}

// withSlash returns the path and, if it is a bucket only, the one with a slash that signers give it.
func withSlash(q *sent) []string {
	if len(q.path) > 1 && strings.Count(q.path, "/") == 1 {
		return []string{q.path, q.path + "/"}
	}
	return []string{q.path}
}

// resourcePath compares the path in a resource, bucket included, and returns the query behind it.
func (c *comparison) resourcePath(resource string) (query string, ok bool) {
	candidates, bucketKnown := resources(c.sent)
	c.exact = c.exact && bucketKnown
	for _, path := range candidates {
		for i, form := range c.pathForms(path) {
			rest := resource
			if !bucketKnown && !strings.HasPrefix(resource, form) {
				rest = withoutSegment(resource)
			}
			if rest, ok := strings.CutPrefix(rest, form); ok && (rest == "" || rest[0] == '?') {
				c.exact = c.exact && i == 0
				return strings.TrimPrefix(rest, "?"), true
			}
		}
	}
	// Without a path that fits, where the query begins is known only if the query fits.
	server, ok := strings.CutSuffix(resource, "?"+c.subresource())
	if !ok {
		server, _, _ = strings.Cut(resource, "?")
	}
	if c.account.scheme != "V1" {
		server = unescapePath(server)
	}
	client := candidates[0]
	if slices.ContainsFunc(candidates, func(path string) bool { return path == server }) {
		c.exact = false // escaped in a way of its own
		_, query, _ = strings.Cut(resource, "?")
		return query, true
	}
	if !bucketKnown {
		if server == client || withoutSegment(server) == client {
			c.exact = false
			return "", false
		}
		server = withoutSegment(server)
	}
	c.paths(client, server, bucketKnown)
	return "", false
}

// pathForms returns how the scheme writes a path, its own way first.
func (c *comparison) pathForms(path string) []string {
	switch c.account.scheme {
	case "V1":
		return []string{path}
	case "V2":
		return []string{escapeURI(path, true)}
	case "V4":
		return []string{escapeURI(path, false)}
	}
	// S3 V2 signs the path as it was sent, which few clients escape otherwise than V4.
	bucket, ok := strings.CutSuffix(path, c.path)
	if !ok {
		return []string{escapeURI(path, false), path}
	}
	return []string{bucket + cmp.Or(c.escapedPath, "/"), escapeURI(path, false), path}
}

// withoutSegment cuts the first of a path's segments off: /bucket/key to /key.
func withoutSegment(path string) string {
	if i := strings.IndexByte(strings.TrimPrefix(path, "/"), '/'); i >= 0 && path[0] == '/' {
		return path[i+1:]
	}
	return path
}

// paths says how two decoded paths that differ do so.
func (c *comparison) paths(client, server string, bucketInFront bool) {
	if bucketInFront {
		inClient, inServer := firstSegment(client), firstSegment(server)
		switch rest := withoutSegment(client); {
		case server == "/"+inClient+client && client != "/":
			c.differ(partBucket, inClient, inClient+"/"+inClient, bucketDoubled)
			return
		case inClient == inServer:
		case rest == server && rest != client:
			c.differ(partBucket, inClient, "", bucketMissing)
			return
		case rest == withoutSegment(server) && client != "/"+inClient && server != "/"+inServer, client == "/", server == "/"+inServer+client:
			c.differ(partBucket, inClient, inServer, bucketChanged)
			return
		}
	}
	kind := pathChanged
	switch {
	case mergeSlashes(client) == mergeSlashes(server):
		kind = pathSlash
	case strings.ReplaceAll(client, "+", " ") == strings.ReplaceAll(server, "+", " "):
		kind = pathPlus
	case unescapeAll(client) == unescapeAll(server):
		kind = pathEncoding
	}
	c.differ(partPath, client, server, kind)
}

func firstSegment(path string) string {
	segment, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	return segment
}

func mergeSlashes(path string) string {
	var b strings.Builder
	for i := 0; i < len(path); i++ {
		if path[i] != '/' || i == 0 || path[i-1] != '/' {
			b.WriteByte(path[i])
		}
	}
	return b.String()
}

// unescapeAll undoes the escapes of escapes as well.
func unescapeAll(s string) string {
	for range 4 {
		plain := unescapePath(s)
		if plain == s {
			break
		}
		s = plain
	}
	return s
}

// unescapePath undoes %XX, and leaves what is no escape.
func unescapePath(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			b = append(b, byte(hexRune([]byte(s[i+1:i+3]))))
			i += 2
			continue
		}
		b = append(b, s[i])
	}
	return string(b)
}

// escapeURI escapes all but what RFC 3986 calls unreserved, as V4 does.
func escapeURI(s string, slash bool) string {
	const digits = "0123456789ABCDEF"
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= lower(c) && lower(c) <= 'z', '0' <= c && c <= '9', c == '-', c == '.', c == '_', c == '~', c == '/' && !slash:
			b = append(b, c)
		default:
			b = append(b, '%', digits[c>>4], digits[c&15])
		}
	}
	return string(b)
}

// subresource writes the query as V1 and S3 V2 sign it, as far as that is known without the server.
func (c *comparison) subresource() string {
	var list []string
	for _, p := range c.params {
		if c.isSigned(p.name) == signedYes {
			list = append(list, p.plain())
		}
	}
	slices.Sort(list)
	return strings.Join(list, "&")
}

// subresources compares the query at the end of a resource. OSS signs only some parameters, and
// it alone knows which: those that it signed are looked for among those that were sent.
func (c *comparison) subresources(signed string) {
	if c.account.scheme == "V2" {
		c.query(signedQuery(signed))
		return
	}
	matched := make([]bool, len(c.params))
	server := map[string]string{} // what was not sent like that
	last := ""                    // the name of what came before, if it is in server
	for rest := signed; rest != ""; {
		// Values are not escaped here and may hold an &, so what was sent says where they end.
		best, width := -1, -1
		for i, p := range c.params {
			after, ok := strings.CutPrefix(rest, p.plain())
			if ok && !matched[i] && (after == "" || after[0] == '&') && len(p.plain()) > width {
				best, width = i, len(p.plain())
			}
		}
		if best >= 0 {
			matched[best], last = true, ""
			rest = strings.TrimPrefix(rest[width:], "&")
			continue
		}
		var token string
		token, rest, _ = strings.Cut(rest, "&")
		name, value, _ := strings.Cut(token, "=")
		if _, sent := c.param(name); last != "" && !sent && c.isSigned(name) != signedYes && !strings.HasPrefix(name, "x-oss-") {
			server[last] += "&" + token
			continue
		}
		if _, ok := server[name]; !ok {
			server[name], last = value, name
		}
	}
	sent := map[string]string{}
	for i, p := range c.params {
		if matched[i] {
			continue
		}
		if c.repeated(p.name) {
			c.exact = false // which of them counts only the server knows
			continue
		}
		_, known := server[p.name]
		switch c.isSigned(p.name) {
		case signedYes:
			sent[p.name] = p.value
		case signedUnknown:
			c.exact = c.exact && known
			fallthrough
		default:
			if known {
				sent[p.name] = p.value
			}
		}
	}
	for _, name := range sortedKeys(sent, server) {
		client, inSent := sent[name]
		theirs, inServer := server[name]
		c.parameter(name, client, theirs, inSent, inServer)
	}
}

func (c *comparison) parameter(name, client, server string, inClient, inServer bool) {
	kind := queryChanged
	switch {
	case !inServer:
		kind = queryLost
	case !inClient:
		kind = queryAdded
	case strings.EqualFold(name, "x-oss-expires") || strings.EqualFold(name, "X-Amz-Expires"):
		kind = expiresChanged
	}
	c.differ(name, client, server, kind)
}

// isSigned says whether the resource of V1 or S3 V2 holds this parameter.
func (c *comparison) isSigned(name string) signedParameter {
	if c.account.scheme == "S3 V2" {
		if contains(subresourcesS3, name) {
			return signedYes
		}
		return signedUnknown.unless(contains(plainParameters, name))
	}
	if contains(subresourcesV1, name) {
		return signedYes
	}
	return signedUnknown.unless(contains(plainParameters, name))
}

type signedParameter int

const (
	signedNo signedParameter = iota
	signedYes
	signedUnknown
)

func (s signedParameter) unless(no bool) signedParameter {
	if no {
		return signedNo
	}
	return s
}

func contains(sorted []string, name string) bool {
	_, ok := slices.BinarySearch(sorted, name)
	return ok
}

// subresourcesV1 are the parameters that V1 signs, as far as OSS's clients agree on them.
var subresourcesV1 = []string{
	"acl", "append", "asyncFetch", "bucketInfo", "callback", "callback-var", "cloudboxes", "cname", "comp",
	"continuation-token", "cors", "delete", "encryption", "endTime", "img", "inventory", "inventoryId", "lifecycle", "live",
	"location", "logging", "metaQuery", "objectMeta", "partNumber", "policy", "position", "qos", "qosInfo", "referer",
	"regionList", "replication", "replicationLocation", "replicationProgress", "requestPayment", "resourceGroup",
	"response-cache-control", "response-content-disposition", "response-content-encoding",
	"response-content-language", "response-content-type", "response-expires", "restore", "rtc", "security-token",
	"sequential", "startTime", "stat", "status", "style", "styleName", "symlink", "tagging", "transferAcceleration",
	"uploadId", "uploads", "versionId", "versioning", "versions", "vod", "website", "worm", "wormExtend", "wormId",
	"x-oss-ac-forward-allow", "x-oss-ac-source-ip", "x-oss-ac-subnet-mask", "x-oss-ac-vpc-id", "x-oss-process",
	"x-oss-request-payer", "x-oss-traffic-limit",
}

// subresourcesS3 are the parameters that S3 V2 signs.
var subresourcesS3 = []string{
	"acl", "cors", "delete", "lifecycle", "location", "logging", "partNumber", "policy", "requestPayment",
	"response-cache-control", "response-content-disposition", "response-content-encoding",
	"response-content-language", "response-content-type", "response-expires", "tagging", "uploadId", "uploads",
	"versionId", "versioning", "versions", "website",
}

// plainParameters are those of listings, which neither signs.
var plainParameters = []string{
	"delimiter", "encoding-type", "fetch-owner", "key-marker", "list-type", "marker", "max-keys", "max-parts",
	"max-uploads", "part-number-marker", "prefix", "start-after", "upload-id-marker", "version-id-marker",
}

// v4 compares V4 and S3 V4: what the string to sign says itself, then the canonical request.
func (c *comparison) v4() {
	name, date := c.v4Date()
	if c.dateLine != date && (c.dateLine == "" || parseTime(date).IsZero() || !parseTime(date).Equal(parseTime(c.dateLine))) {
		if c.claim.inQuery {
			c.differ(name, date, c.dateLine, dateChanged)
		} else {
			c.changed(name, date, c.dateLine, dateChanged)
		}
	}
	for i, p := range [...]struct {
		part string
		kind differenceKind
	}{{partScopeDate, scopeDate}, {partScopeRegion, scopeRegion}, {partScopeProduct, scopeProduct}} {
		if c.claim.scope[i] != c.scope[i] {
			c.differ(p.part, c.claim.scope[i], c.scope[i], p.kind)
		}
	}
	if c.found || c.agrees() {
		return
	}
	c.exact = false // whatever comes now: the hash says that they differ, or nothing
	if !c.hasCanonical {
		return
	}
	if c.verb != c.method {
		c.differ(partMethod, c.method, c.verb, verbChanged)
	}
	if c.account.scheme == "V4" {
		c.resourcePath(c.resource)
	} else if server := unescapePath(c.resource); server != c.path {
		_, style := hostBucket(c.hostname)
		c.paths(c.path, server, style == pathStyle)
	}
	c.query(c.queryParts)
	c.headerLines(c.signedHeaders())
	if c.account.scheme == "V4" {
		c.list(partAdditional)
	} else {
		c.list(partSigned)
	}
	if hash, known := c.payload(); known && hash != c.payloadHash {
		c.differ(partPayload, hash, c.payloadHash, payloadChanged)
	}
}

// v4Date returns where the request has its date, and the date.
func (c *comparison) v4Date() (name, date string) {
	name = "x-oss-date"
	if c.account.scheme == "S3 V4" {
		name = "x-amz-date"
	}
	if c.claim.inQuery {
		if p, ok := c.param(name); ok {
			return p.name, p.value
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
	paths, bucketKnown := []string{c.path}, true
	if c.account.scheme == "V4" {
		paths, bucketKnown = resources(c.sent)
		if !bucketKnown {
			return false
		}
	}
	for _, path := range paths {
		text := c.rebuilt(path)
		sum := sha256.Sum256([]byte(text))
		if c.hash != "" && hex.EncodeToString(sum[:]) == c.hash || c.hash == "" && c.hasCanonical && text == c.canonical {
			return true
		}
	}
	return false
}

// rebuilt writes the canonical request. What only the server knows is taken from it.
func (c *comparison) rebuilt(path string) string {
	var b strings.Builder
	b.WriteString(c.method + "\n" + escapeURI(path, false) + "\n")
	for i, p := range c.canonicalParams() {
		if i > 0 {
			b.WriteByte('&')
		}
		b.WriteString(p.name)
		if p.value != "" || c.account.scheme == "S3 V4" {
			b.WriteString("=" + p.value)
		}
	}
	b.WriteByte('\n')
	headers := c.signedHeaders()
	for _, name := range sortedKeys(headers, nil) {
		value := headers[name]
		if c.account.scheme == "S3 V4" {
			value = oneBlank(value)
		}
		b.WriteString(name + ":" + value + "\n")
	}
	hash, known := c.payload()
	if !known {
		hash = c.payloadHash
	}
	b.WriteString("\n" + strings.Join(c.claim.headers, ";") + "\n" + hash)
	return b.String()
}

// canonicalParams returns the parameters that V4 signs, escaped and in order.
func (c *comparison) canonicalParams() []signedPart {
	var list []signedPart
	for _, p := range c.params {
		list = append(list, signedPart{escapeURI(p.name, true), escapeURI(p.value, true)})
	}
	slices.SortFunc(list, func(a, b signedPart) int {
		if n := strings.Compare(a.name, b.name); n != 0 {
			return n
		}
		return strings.Compare(a.value, b.value)
	})
	return list
}

// signedHeaders returns the headers that V4 signs. OSS's own scheme always signs some, S3's those
// that the client lists.
func (c *comparison) signedHeaders() map[string]string {
	signed := map[string]string{}
	for name, value := range c.headers {
		if c.account.scheme == "V4" && (strings.HasPrefix(name, "x-oss-") || name == "content-type" || name == "content-md5") {
			signed[name] = value
		}
	}
	for _, name := range c.claim.headers {
		value, ok := c.headers[name]
		switch {
		case ok:
		case name == "host":
			value = c.host
		case name == "content-length" && c.length >= 0:
			value = strconv.FormatInt(c.length, 10)
		case name == "content-length":
			for _, h := range c.headerParts {
				if h.name == name {
					value = h.value
				}
			}
		case c.account.scheme == "V4":
			continue
		}
		signed[name] = value
	}
	return signed
}

// payload returns what the request says of its payload.
func (c *comparison) payload() (hash string, known bool) {
	name := "x-oss-content-sha256"
	if c.account.scheme == "S3 V4" {
		name = "x-amz-content-sha256"
	}
	if hash, ok := c.headers[name]; ok {
		return hash, true
	}
	if p, ok := c.param(name); ok && c.claim.inQuery {
		return p.value, true
	}
	return "UNSIGNED-PAYLOAD", c.account.scheme == "V4" || c.claim.inQuery
}

// query compares all parameters, for the schemes that sign all.
func (c *comparison) query(signed []signedPart) {
	sent, server := map[string][]string{}, map[string][]string{}
	for _, p := range c.params {
		sent[p.name] = append(sent[p.name], p.value)
	}
	for _, p := range signed {
		server[p.name] = append(server[p.name], p.value)
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

// schemeOfAnswer tells the signing scheme by what OSS signed, else by the EC of a mismatch.
func schemeOfAnswer(a *errorDocument) string {
	switch {
	case strings.HasPrefix(a.stringToSign, "OSS4-HMAC-SHA256"):
		return "V4"
	case strings.HasPrefix(a.stringToSign, "AWS4-HMAC-SHA256"):
		return "S3 V4"
	}
	switch a.ec {
	case "0002-00000040":
		return "V1"
	case "0002-00000101":
		return "V2"
	case "0002-00000201":
		return "V4"
	case "0002-00000307":
		return "S3 V2"
	case "0002-00000429", "0002-00000430":
		return "S3 V4"
	}
	if a.stringToSign != "" && a.awsAccessKeyID != "" {
		return "S3 V2"
	}
	return ""
}
