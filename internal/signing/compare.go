package signing

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/request"
)

// SignsAgain says whether something between the client and OSS signs the request by itself.
func (d *Difference) SignsAgain() bool {
	return d.Kind == schemeChanged || d.Kind == accessKeyChanged
}

// SignedPart is one line of what was signed, under the name that a difference gives it.
type SignedPart struct{ Name, Value string }

// Names of parts. Headers and query parameters go by their own names.
const (
	partScheme       = "Signature version"
	PartAccessKeyID  = "AccessKey ID"
	partMethod       = "Method"
	partContentMD5   = "Content-MD5"
	partContentType  = "Content-Type"
	partDate         = "Date"
	partExpires      = "Expires"
	partBucket       = "Bucket"
	PartPath         = "Path"
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

// PartNames are the names above, for whoever translates them.
func PartNames() []string {
	return []string{
		partScheme, PartAccessKeyID, partMethod, partContentMD5, partContentType, partDate, partExpires, partBucket, PartPath, partResource,
		partScopeDate, partScopeRegion, partScopeProduct, partAdditional, partSigned, partPayload, partHash, partUnread, partUnnamed,
	}
}

// Difference is a part in which a request and the server's echo of it differ, or one in which
// the request does not look like what signers sign. client is the value sent, server the one that
// OSS signed or, for a suspicion, the one to expect; "" where there was none.
type Difference struct {
	Part           string
	Client, Server string
	Kind           DifferenceKind
}

type DifferenceKind string

// Differences, which compare proves.
const (
	schemeChanged    DifferenceKind = "scheme changed" // something in between signs itself
	accessKeyChanged DifferenceKind = "key changed"    // as before, with another AccessKey
	partChanged      DifferenceKind = "changed"        // a part that is none of the following
	HeaderAdded      DifferenceKind = "header added"   // OSS got one that was not sent
	HeaderLost       DifferenceKind = "header lost"    // one that was sent did not arrive
	HeaderChanged    DifferenceKind = "header changed"
	PathPlusAsSpace  DifferenceKind = "plus as space" // a + that was sent as it is
	PathEncodedTwice DifferenceKind = "path encoded"  // once more than it was sent
	PathDecoded      DifferenceKind = "path decoded"  // likewise
	QueryAdded       DifferenceKind = "parameter added"
	QueryLost        DifferenceKind = "parameter lost"
	QueryChanged     DifferenceKind = "parameter changed"
	ScopeDate        DifferenceKind = "scope date"        // also a suspicion: not the day of x-oss-date
	ScopeRegion      DifferenceKind = "scope region"      // also a suspicion: not the host's
	ScopeProduct     DifferenceKind = "scope product"     // also a suspicion: not oss
	EscapedAmpersand DifferenceKind = "escaped ampersand" // parameters named amp;Signature or u0026Signature
)

// Suspicions, which suspects raises.
const (
	ContentTypeSent   DifferenceKind = "content type sent"   // with a signed URL; signers leave it out unless told
	ContentTypeAbsent DifferenceKind = "content type absent" // from an upload to a signed URL, which may be signed with one
	HeaderSent        DifferenceKind = "header sent"         // Content-MD5 or x-oss-, with a signed URL
	HeaderUnusual     DifferenceKind = "header unusual"      // blanks at its ends, or no ASCII: both change on the way
	QueryAppended     DifferenceKind = "query appended"
	HeadRequest       DifferenceKind = "HEAD"       // with a signed URL; most are signed for GET
	KeyBucket         DifferenceKind = "key bucket" // the key begins with the bucket, which the host names already
	KeySlash          DifferenceKind = "key slash"  // the key begins with a slash, or has two in a row
	KeyPlus           DifferenceKind = "key plus"
	KeySpace          DifferenceKind = "key blank"
	KeyPercent        DifferenceKind = "key percent"
	KeyHash           DifferenceKind = "key hash"
	QueryRepeated     DifferenceKind = "parameter repeated" // signers keep only one value
	QueryUnusual      DifferenceKind = "parameter unusual"  // OSS signs it; older clients may not know that
	SchemeS3          DifferenceKind = "S3 scheme"
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

// resources returns the resources that the request may mean, the likeliest first, with the bucket
// in front. bucketKnown false means that some bucket has to be put in front.
func resources(q *sent) (list []string, bucketKnown bool) {
	bucket, style := osshost.Bucket(q.Host)
	inPath := q.Bucket != "" && (q.Path == "/"+q.Bucket || strings.HasPrefix(q.Path, "/"+q.Bucket+"/"))
	switch {
	case style == osshost.VirtualHosted:
		return []string{"/" + bucket + q.Path}, true
	case style == osshost.PathStyle:
		return withSlash(q), true
	case inPath: // a private cloud's endpoint, or a domain of the bucket with a folder of its name
		return append(withSlash(q), "/"+q.Bucket+q.Path), true
	case q.Bucket != "":
		return []string{"/" + q.Bucket + q.Path}, true
	}
	return []string{q.Path}, false
}

// withSlash returns the path and, if it is a bucket only, the one with a slash that signers give it.
func withSlash(q *sent) []string {
	if len(q.Path) > 1 && strings.Count(q.Path, "/") == 1 {
		return []string{q.Path, q.Path + "/"}
	}
	return []string{q.Path}
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
	if c.signedText.scheme != "V1" {
		server = request.Unescape(server)
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
	switch c.signedText.scheme {
	case "V1":
		return []string{path}
	case "V2":
		return []string{escapeURI(path, true)}
	case "V4":
		return []string{escapeURI(path, false)}
	}
	// S3 V2 signs the path as it was sent, which few clients escape otherwise than V4.
	bucket, ok := strings.CutSuffix(path, c.Path)
	if !ok {
		return []string{escapeURI(path, false), path}
	}
	return []string{bucket + cmp.Or(c.EscapedPath, "/"), escapeURI(path, false), path}
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
			c.differ(partBucket, inClient, inClient+"/"+inClient, partChanged)
			return
		case inClient == inServer:
		case rest == server && rest != client:
			c.differ(partBucket, inClient, "", partChanged)
			return
		case inClient != "" && inServer != "" && strings.TrimSuffix(client, "/") == "/"+inClient && strings.TrimSuffix(server, "/") == "/"+inServer:
			c.differ(partBucket, inClient, inServer, partChanged) // there is no more in the path
			return
		case rest == withoutSegment(server) && client != "/"+inClient && server != "/"+inServer, client == "/", server == "/"+inServer+client:
			c.differ(partBucket, inClient, inServer, partChanged)
			return
		}
	}
	kind := partChanged
	switch {
	case strings.ReplaceAll(client, "+", " ") == server && strings.Contains(c.EscapedPath, "+"):
		kind = PathPlusAsSpace
	case request.Unescape(server) == client:
		kind = PathEncodedTwice
	case request.Unescape(client) == server:
		kind = PathDecoded
	}
	c.differ(PartPath, client, server, kind)
}

func firstSegment(path string) string {
	segment, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	return segment
}

func mergeSlashes(path string) string {
	for strings.Contains(path, "//") {
		path = strings.ReplaceAll(path, "//", "/")
	}
	return path
}

// escapeURI escapes all but what RFC 3986 calls unreserved, as V4 does.
func escapeURI(s string, slash bool) string {
	const digits = "0123456789ABCDEF"
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= chars.Lower(c) && chars.Lower(c) <= 'z', '0' <= c && c <= '9', c == '-', c == '.', c == '_', c == '~', c == '/' && !slash:
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
		if c.isSigned(p.Name) == signedYes {
			list = append(list, p.String())
		}
	}
	slices.Sort(list)
	return strings.Join(list, "&")
}

// subresources compares the query at the end of a resource. OSS signs only some parameters, and
// it alone knows which: those that it signed are looked for among those that were sent.
func (c *comparison) subresources(signed string) {
	if c.signedText.scheme == "V2" {
		c.query(signedQuery(signed))
		return
	}
	matched := make([]bool, len(c.params))
	texts := make([]string, len(c.params))
	for i, p := range c.params {
		texts[i] = p.String()
	}
	server := map[string]string{} // what was not sent like that
	last := ""                    // the name of what came before, if it is in server
	for rest := signed; rest != ""; {
		// Values are not escaped here and may hold an &, so what was sent says where they end.
		best, width := -1, -1
		for i, text := range texts {
			after, ok := strings.CutPrefix(rest, text)
			if ok && !matched[i] && (after == "" || after[0] == '&') && len(text) > width {
				best, width = i, len(text)
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
		if c.repeated(p.Name) {
			c.exact = false // which of them counts only the server knows
			continue
		}
		_, known := server[p.Name]
		switch c.isSigned(p.Name) {
		case signedYes:
			sent[p.Name] = p.Value
		case signedUnknown:
			c.exact = c.exact && known
			fallthrough
		default:
			if known {
				sent[p.Name] = p.Value
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
	kind := QueryChanged
	switch {
	case !inServer:
		kind = QueryLost
	case !inClient:
		kind = QueryAdded
	case strings.EqualFold(name, "x-oss-expires") || strings.EqualFold(name, "X-Amz-Expires"):
		kind = partChanged
	}
	c.differ(name, client, server, kind)
}

// isSigned says whether the resource of V1 or S3 V2 holds this parameter.
func (c *comparison) isSigned(name string) signedParameter {
	if c.signedText.scheme == "S3 V2" {
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
	} else if server := request.Unescape(c.resource); server != c.Path {
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

func (d Difference) ToKeep() Difference {
	return Difference{chars.Keep(d.Part), chars.Keep(d.Client), chars.Keep(d.Server), d.Kind}
}
