package signing

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/request"
)

// Suspects lists what in the request makes it likely that its signer signed something else, the
// likeliest first. None of it is proof: each of these requests may have been signed rightly. It
// asks the request first; of the server's echo it takes what only that can tell.
func Suspects(r *request.Request, s Echo) []Difference {
	q := view(r)
	if len(q.params) > maxParams {
		return nil
	}
	a := s.read(q.Signature.Scheme)
	var list []Difference
	add := func(part, client, server string, kind DifferenceKind) {
		list = append(list, Difference{part, client, server, kind})
	}
	if d, ok := findEscapedAmpersand(q); ok {
		list = append(list, d)
	}
	scopeSuspects(q, add)
	if q.inQuery() && q.Signature.Scheme != "" {
		urlSuspects(q, len(list) == 0, add)
	}
	headerSuspects(q, add)
	keySuspects(q, add)
	for i, p := range q.params {
		if q.repeated(p.Name) && !slices.ContainsFunc(q.params[:i], func(o request.Parameter) bool { return o.Name == p.Name }) {
			add(p.Name, p.Value, "", QueryRepeated)
		}
	}
	if a.scheme == "V1" {
		if i := strings.IndexByte(a.resource, '?'); i >= 0 {
			signed := strings.Split(a.resource[i+1:], "&")
			for _, p := range q.params {
				if !contains(subresourcesV1, p.Name) && slices.Contains(signed, p.String()) {
					add(p.Name, p.Value, p.Value, QueryUnusual)
				}
			}
		}
	}
	if scheme := cmp.Or(a.scheme, q.Signature.Scheme); strings.HasPrefix(scheme, "S3") {
		add(partScheme, scheme, "V4", SchemeS3)
	}
	return list
}

// findEscapedAmpersand finds the parameters of a URL that was copied out of HTML or JSON.
func findEscapedAmpersand(q *sent) (Difference, bool) {
	for _, p := range q.params {
		for _, prefix := range [...]string{"amp;", "u0026"} {
			if name, ok := strings.CutPrefix(p.Name, prefix); ok && isSignatureName(name) {
				return Difference{name, p.Name, name, EscapedAmpersand}, true
			}
		}
	}
	// In \u0026 no & is left: what follows went into the value before.
	plain := chars.Unescape(q.RawQuery)
	for _, escaped := range [...]string{`\u0026`, "&amp;"} {
		for rest, ok := plain, true; ok; {
			var after string
			if _, after, ok = strings.Cut(rest, escaped); !ok {
				break
			}
			if name, _, found := strings.Cut(after, "="); found && isSignatureName(name) {
				return Difference{name, escaped + name, name, EscapedAmpersand}, true
			}
			rest = after
		}
	}
	return Difference{}, false
}

// isSignatureName says whether a parameter can be part of a signed URL's signature.
func isSignatureName(name string) bool {
	switch name {
	case "Signature", "Expires", "OSSAccessKeyId", "AWSAccessKeyId", "security-token":
		return true
	}
	return strings.HasPrefix(name, "x-oss-") || strings.HasPrefix(name, "X-Amz-")
}

// scopeSuspects looks at the scope of V4: its day, its region and its product have to be those of
// the date, the host and the service. Those are rules of OSS4: an S3 client names what it was told.
func scopeSuspects(q *sent, add func(part, client, server string, kind DifferenceKind)) {
	if q.Signature.Scheme != "V4" {
		return
	}
	c := comparison{sent: q, signedText: &signedText{scheme: q.Signature.Scheme}}
	if _, date := c.v4Date(); !form.ParseTime(date).IsZero() {
		if day := form.ParseTime(date).Format("20060102"); day != q.Signature.Scope[0] {
			add(partScopeDate, q.Signature.Scope[0], day, ScopeDate)
		}
	}
	if region := osshost.Region(q.Host); region != "" && strings.TrimPrefix(q.Signature.Scope[1], "oss-") != region {
		add(partScopeRegion, q.Signature.Scope[1], region, ScopeRegion)
	}
	if p := q.Signature.Scope[2]; p != "oss" && !strings.HasPrefix(p, "oss-") {
		add(partScopeProduct, p, "oss", ScopeProduct)
	}
}

// urlSuspects looks for what signed URLs are used with and were mostly not signed for.
func urlSuspects(q *sent, alone bool, add func(part, client, server string, kind DifferenceKind)) {
	signed := func(name string) bool { // S3 V4 signs what it lists and nothing else
		return q.Signature.Scheme != "S3 V4" || slices.Contains(q.Signature.Headers, name)
	}
	contentType := q.headers["content-type"]
	if contentType != "" && signed("content-type") {
		add(partContentType, contentType, "", ContentTypeSent)
	}
	for _, p := range q.params {
		if p.Name == "x-oss-process" {
			add(p.Name, p.Value, "", QueryAppended)
			alone = false
		}
	}
	prefix := (&signedText{scheme: q.Signature.Scheme}).headerPrefix()
	for _, name := range sortedKeys(q.headers, nil) {
		if (name == "content-md5" || strings.HasPrefix(name, prefix)) && q.headers[name] != "" && signed(name) {
			add(name, q.headers[name], "", HeaderSent)
			alone = false
		}
	}
	switch {
	case q.Method == http.MethodHead, q.Method == http.MethodDelete, q.Method == http.MethodPost:
		add(partMethod, q.Method, http.MethodGet, HeadRequest)
	case q.Method == http.MethodPut && contentType == "" && alone:
		add(partContentType, "", "", ContentTypeAbsent)
	}
}

// headerSuspects looks for signed headers that do not travel well.
func headerSuspects(q *sent, add func(part, client, server string, kind DifferenceKind)) {
	prefix := (&signedText{scheme: q.Signature.Scheme}).headerPrefix()
	for _, name := range sortedKeys(q.Header, nil) {
		if n := strings.ToLower(name); !strings.HasPrefix(n, prefix) && n != "content-type" && !slices.Contains(q.Signature.Headers, n) {
			continue
		}
		for _, value := range q.Header[name] {
			if plain := oneBlank(value); plain != value || strings.ContainsFunc(value, func(r rune) bool { return r > '~' }) {
				add(name, value, "", HeaderUnusual)
				break
			}
		}
	}
}

// keySuspects looks for what is easily escaped twice, or not at all, in an object's key.
func keySuspects(q *sent, add func(part, client, server string, kind DifferenceKind)) {
	_, key := osshost.Addressed(q.Host, strings.TrimPrefix(q.Path, "/"))
	if _, style := osshost.Bucket(q.Host); style == osshost.Unclear {
		key = strings.TrimPrefix(q.Path, "/")
	}
	if bucket, style := osshost.Bucket(q.Host); style == osshost.VirtualHosted && (key == bucket || strings.HasPrefix(key, bucket+"/")) {
		add(PartPath, key, strings.TrimPrefix(strings.TrimPrefix(key, bucket), "/"), KeyBucket)
	}
	if strings.HasPrefix(key, "/") || strings.Contains(key, "//") {
		add(PartPath, key, mergeSlashes(strings.TrimLeft(key, "/")), KeySlash)
	}
	for _, c := range [...]struct {
		char string
		kind DifferenceKind
	}{{"+", KeyPlus}, {" ", KeySpace}, {"%", KeyPercent}, {"#", KeyHash}} {
		if strings.Contains(key, c.char) {
			add(PartPath, key, escapeURI(key, false), c.kind)
		}
	}
}
