package oss403

import (
	"cmp"
	"net/http"
	"slices"
	"strings"
)

// suspects lists what in the request makes it likely that its signer signed something else, the
// likeliest first. None of it is proof: each of these requests may have been signed rightly. It
// asks the request first; of the server's account it takes what only that can tell.
func suspects(r sentRequest, s serverSigned) []difference {
	q := r.read()
	a := s.read(q.claim.scheme)
	var list []difference
	add := func(part, client, server string, kind differenceKind) {
		list = append(list, difference{part, client, server, kind})
	}
	if d, ok := findEscapedAmpersand(q); ok {
		list = append(list, d)
	}
	scopeSuspects(q, add)
	if q.claim.inQuery && q.claim.scheme != "" {
		urlSuspects(q, len(list) == 0, add)
	}
	headerSuspects(q, add)
	keySuspects(q, add)
	for i, p := range q.params {
		if q.repeated(p.name) && !slices.ContainsFunc(q.params[:i], func(o parameter) bool { return o.name == p.name }) {
			add(p.name, p.value, "", queryRepeated)
		}
	}
	if a.scheme == "V1" {
		if i := strings.IndexByte(a.resource, '?'); i >= 0 {
			for _, p := range q.params {
				if !contains(subresourcesV1, p.name) && slices.Contains(strings.Split(a.resource[i+1:], "&"), p.plain()) {
					add(p.name, p.value, p.value, queryUnusual)
				}
			}
		}
	}
	if scheme := cmp.Or(a.scheme, q.claim.scheme); strings.HasPrefix(scheme, "S3") {
		add(partScheme, scheme, "V4", schemeS3)
	}
	return list
}

// suspects lists what in the account alone makes it likely that the signer signed something else,
// where the request is not known.
func (s serverSigned) suspects(host string) []difference {
	a := s.read(s.scheme)
	var list []difference
	add := func(part, client, server string, kind differenceKind) {
		list = append(list, difference{part, client, server, kind})
	}
	isURL := a.dateLine != "" && strings.Trim(a.dateLine, "0123456789") == ""
	path, _, _ := strings.Cut(a.resource, "?")
	switch {
	case a.scheme == "":
		return nil
	case a.isV4():
		if region := hostRegion(host); region != "" && a.scope[1] != "" && strings.TrimPrefix(a.scope[1], "oss-") != region {
			add(partScopeRegion, a.scope[1], region, scopeRegion)
		}
	case isURL && a.contentType != "":
		add(partContentType, a.contentType, "", contentTypeSent)
	}
	// The bucket comes first in the resource of all schemes but those of S3.
	bucket, style := hostBucket(host)
	path, inFront := strings.CutPrefix(path, "/"+bucket+"/")
	if style == virtualHosted && inFront {
		if strings.HasPrefix(path, "/") || strings.Contains(path, "//") {
			add(partPath, path, mergeSlashes(strings.TrimLeft(path, "/")), keySlash)
		}
		if path == bucket || strings.HasPrefix(path, bucket+"/") {
			add(partPath, path, strings.TrimPrefix(strings.TrimPrefix(path, bucket), "/"), keyBucket)
		}
	}
	return list
}

// findEscapedAmpersand finds the parameters of a URL that was copied out of HTML or JSON.
func findEscapedAmpersand(q *sent) (difference, bool) {
	for _, p := range q.params {
		for _, prefix := range [...]string{"amp;", "u0026"} {
			if name, ok := strings.CutPrefix(p.name, prefix); ok && isSignatureName(name) {
				return difference{name, p.name, name, escapedAmpersand}, true
			}
		}
	}
	// In \u0026 no & is left: what follows went into the value before.
	plain := unescapePath(q.rawQuery)
	for _, escaped := range [...]string{`\u0026`, "&amp;"} {
		for rest, ok := plain, true; ok; {
			var after string
			if _, after, ok = strings.Cut(rest, escaped); !ok {
				break
			}
			if name, _, found := strings.Cut(after, "="); found && isSignatureName(name) {
				return difference{name, escaped + name, name, escapedAmpersand}, true
			}
			rest = after
		}
	}
	return difference{}, false
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
// the date, the host and the service.
func scopeSuspects(q *sent, add func(part, client, server string, kind differenceKind)) {
	if q.claim.scheme != "V4" && q.claim.scheme != "S3 V4" {
		return
	}
	c := comparison{sent: q, account: &account{scheme: q.claim.scheme}}
	if _, date := c.v4Date(); !parseTime(date).IsZero() {
		if day := parseTime(date).Format("20060102"); day != q.claim.scope[0] {
			add(partScopeDate, q.claim.scope[0], day, scopeDate)
		}
	}
	if region := hostRegion(q.hostname); region != "" && strings.TrimPrefix(q.claim.scope[1], "oss-") != region {
		add(partScopeRegion, q.claim.scope[1], region, scopeRegion)
	}
	product := "oss"
	if q.claim.scheme == "S3 V4" {
		product = "s3"
	}
	if p := q.claim.scope[2]; p != product && !strings.HasPrefix(p, "oss-") {
		add(partScopeProduct, p, product, scopeProduct)
	}
}

// hostRegion returns the region in a host of OSS, "" for one that leaves it out.
func hostRegion(host string) string {
	_, endpoint := splitHost(host)
	label, rest, _ := strings.Cut(endpoint, ".")
	if isRegion(label) && rest != "" { // dual stack: cn-hangzhou.oss.aliyuncs.com
		return label
	}
	label = strings.TrimPrefix(strings.TrimPrefix(label, "vpc100-"), "oss-")
	if label = strings.TrimSuffix(label, "-internal"); isRegion(label) {
		return label
	}
	return ""
}

// urlSuspects looks for what signed URLs are used with and were mostly not signed for.
func urlSuspects(q *sent, alone bool, add func(part, client, server string, kind differenceKind)) {
	signed := func(name string) bool { // S3 V4 signs what it lists and nothing else
		return q.claim.scheme != "S3 V4" || slices.Contains(q.claim.headers, name)
	}
	contentType := q.headers["content-type"]
	if contentType != "" && signed("content-type") {
		add(partContentType, contentType, "", contentTypeSent)
	}
	for _, p := range q.params {
		if p.name == "x-oss-process" {
			add(p.name, p.value, "", queryAppended)
			alone = false
		}
	}
	prefix := (&account{scheme: q.claim.scheme}).headerPrefix()
	for _, name := range sortedKeys(q.headers, nil) {
		if (name == "content-md5" || strings.HasPrefix(name, prefix)) && q.headers[name] != "" && signed(name) {
			add(name, q.headers[name], "", headerSent)
			alone = false
		}
	}
	switch {
	case q.method == http.MethodHead, q.method == http.MethodDelete, q.method == http.MethodPost:
		add(partMethod, q.method, http.MethodGet, headRequest)
	case q.method == http.MethodPut && contentType == "" && alone:
		add(partContentType, "", "", contentTypeAbsent)
	}
}

// headerSuspects looks for signed headers that do not travel well.
func headerSuspects(q *sent, add func(part, client, server string, kind differenceKind)) {
	prefix := (&account{scheme: q.claim.scheme}).headerPrefix()
	for _, name := range sortedKeys(q.sentRequest.header, nil) {
		if n := strings.ToLower(name); !strings.HasPrefix(n, prefix) && n != "content-type" && !slices.Contains(q.claim.headers, n) {
			continue
		}
		for _, value := range q.sentRequest.header[name] {
			if plain := oneBlank(value); plain != value || strings.ContainsFunc(value, func(r rune) bool { return r > '~' }) {
				add(name, value, "", headerUnusual)
				break
			}
		}
	}
}

// keySuspects looks for what is easily escaped twice, or not at all, in an object's key.
func keySuspects(q *sent, add func(part, client, server string, kind differenceKind)) {
	_, key := addressed(q.hostname, strings.TrimPrefix(q.path, "/"))
	if _, style := hostBucket(q.hostname); style == unclear {
		key = strings.TrimPrefix(q.path, "/")
	}
	if bucket, style := hostBucket(q.hostname); style == virtualHosted && (key == bucket || strings.HasPrefix(key, bucket+"/")) {
		add(partPath, key, strings.TrimPrefix(strings.TrimPrefix(key, bucket), "/"), keyBucket)
	}
	if strings.HasPrefix(key, "/") || strings.Contains(key, "//") {
		add(partPath, key, mergeSlashes(strings.TrimLeft(key, "/")), keySlash)
	}
	for _, c := range [...]struct {
		char string
		kind differenceKind
	}{{"+", keyPlus}, {" ", keySpace}, {"%", keyPercent}, {"#", keyHash}} {
		if strings.Contains(key, c.char) {
			add(partPath, key, escapeURI(key, false), c.kind)
		}
	}
}
