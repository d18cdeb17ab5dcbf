package signing

import (
	"slices"
	"strings"
)

// How they differ in the query, of which V1 and S3 V2 sign some parameters.

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
