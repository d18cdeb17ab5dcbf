package osshost

import (
	"net"
	"slices"
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// IsLocal says whether host is an address or a name of this machine, where no bucket can stand in
// front.
func IsLocal(host string) bool {
	return isLocalName(WithoutPort(host))
}

// Stores are the domains of other stores. They are not to be changed.
var Stores = []string{
	".amazonaws.com",
	".backblazeb2.com",
	".bcebos.com", // Baidu AI Cloud
	".digitaloceanspaces.com",
	".ivolces.com", // Volcengine TOS
	".jdcloud-oss.com",
	".ksyun.com", // Kingsoft Cloud
	".ksyuncs.com",
	".linodeobjects.com",
	".myhuaweicloud.com",
	".myqcloud.com", // Tencent Cloud COS
	".qiniucs.com",
	".qiniudns.com",
	".r2.cloudflarestorage.com",
	".tencentcos.cn",
	".ucloud.cn",
	".upaiyun.com",
	".volces.com",
	".wasabisys.com",
	"storage.googleapis.com",
}

// otherServices are the domains of other services of Alibaba Cloud, but for those below aliyuncs.com.
var otherServices = []string{
	".datahub.aliyun.com",
	".maxcompute.aliyun.com",
	".odps.aliyun-inc.com",
	".odps.aliyun.com",
}

// IsOtherService says whether a HostId is that of another service of Alibaba Cloud, or of another
// store.
func IsOtherService(host string) bool {
	if IsOSS(host) {
		return false
	}
	host = strings.ToLower(strings.Trim(host, "/"))
	if _, after, ok := strings.Cut(host, "://"); ok {
		host = after
	}
	host = WithoutPort(host)
	below := func(domain string) bool { return strings.HasSuffix(host, domain) }
	if slices.ContainsFunc(Stores, below) || slices.ContainsFunc(otherServices, below) {
		return true
	}
	rest := Shown(host)
	return strings.HasSuffix(host, ".aliyuncs.com") && rest != "aliyuncs.com" && !IsOSS(rest)
}

// Shown returns what is left of a host from which somebody hid or replaced a part: behind the last character that no
// host has. Of ***.oss-cn-hangzhou.aliyuncs.com it is the endpoint.
func Shown(host string) string {
	for i := len(host) - 1; i >= 0; i-- {
		if c := host[i]; !chars.IsLetterOrDigit(c) && c != '.' && c != '-' && c != '_' && c != ':' {
			return strings.TrimLeft(host[i+1:], ".-_:")
		}
	}
	return host
}

// Addressed says which bucket and object a host and a path name.
func Addressed(host, path string) (bucket, object string) {
	switch bucket, style := Bucket(host); style {
	case VirtualHosted:
		return bucket, path
	case PathStyle:
		bucket, object, _ = strings.Cut(path, "/")
		return bucket, object
	case CustomDomain:
		return "", path
	}
	return "", ""
}

// Style is where a host leaves the bucket's name.
type Style int

const (
	Unclear       Style = iota
	VirtualHosted       // in the host: bucket.oss-cn-hangzhou.aliyuncs.com
	PathStyle           // in the path: a bare endpoint, an IP address, localhost
	CustomDomain        // nowhere
)

// Bucket returns the bucket that a host names.
func Bucket(host string) (bucket string, style Style) {
	before, endpoint := Split(host)
	switch {
	case endpoint == "" && belowAliyuncs(strings.ToLower(WithoutPort(host))):
		return "", Unclear
	case endpoint == "" && isLocalName(host):
		return "", PathStyle
	case endpoint == "":
		return "", CustomDomain
	case before == "" || before == "s3":
		return "", PathStyle
	}
	before = strings.TrimSuffix(before, ".s3")
	if strings.Contains(before, ".") || strings.HasPrefix(endpoint, "oss.") && isRegion(before) {
		// cn-hangzhou.oss.aliyuncs.com is a dual-stack endpoint; a bucket of that name would look the same.
		return "", Unclear
	}
	return before, VirtualHosted
}

// isLocalName says whether host, without a port, is an address or a name of this machine.
func isLocalName(host string) bool {
	return strings.EqualFold(host, "localhost") || host != "" && net.ParseIP(strings.Trim(host, "[]")) != nil
}

// IsOSS says whether host is an OSS endpoint or a bucket's host below one:
// oss-cn-hangzhou.aliyuncs.com, bucket.oss-cn-hangzhou-internal.aliyuncs.com. Other services of
// Alibaba Cloud live below aliyuncs.com as well.
func IsOSS(host string) bool {
	_, endpoint := Split(host)
	return endpoint != ""
}

// IsEndpoint says whether host is an endpoint without a bucket in front.
func IsEndpoint(host string) bool {
	before, endpoint := Split(host)
	return endpoint != "" && (before == "" || before == "s3" || strings.HasPrefix(endpoint, "oss.") && isRegion(before))
}

// maxWord is how long a word in the ID of a region is at most: no longer than wulanchabu.
const maxWord = 12

// RegionalBucket returns the bucket of a host as most are: a bucket in front of the endpoint of a region, as
// OSS writes it and in words that hide nothing: b.oss-cn-hangzhou-internal.aliyuncs.com. Of any other host,
// for which ok is false, Bucket says more.
func RegionalBucket(host string) (bucket string, ok bool) {
	bucket, _, ok = cutRegional(host)
	return bucket, ok && bucket != "s3"
}

func cutRegional(host string) (bucket, endpoint string, ok bool) {
	bucket, endpoint, ok = strings.Cut(host, ".")
	return bucket, endpoint, ok && len(host) <= maxName && isRegional(endpoint) && isLabel(bucket)
}

// isLabel says whether s is one label of a name, in lower case.
func isLabel(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || 'z' < c) && !chars.IsDigit(c) && c != '-' && c != '_' {
			return false
		}
	}
	return s != ""
}

func isRegional(endpoint string) bool {
	label, ok := strings.CutSuffix(endpoint, ".aliyuncs.com")
	if !ok {
		return false
	}
	if label, ok = strings.CutPrefix(label, "oss-"); !ok || len(label) < len("cn-x") || label[2] != '-' || len(label) > len("ap-southeast-1-finance-1-internal") {
		return false
	}
	word := 0 // how long it is so far
	for i := 0; i < len(label); i++ {
		switch c := label[i]; {
		case 'a' <= c && c <= 'z' && word < maxWord:
			word++
		case c == '-' && word > 0:
			word = 0
		case chars.IsDigit(c) && word == 0 && (i+1 == len(label) || label[i+1] == '-'):
			word = 1
		default:
			return false
		}
	}
	return word > 0
}

// Split splits a host of OSS into what stands in front and the endpoint, "" if it is none. A port is
// left out.
func Split(host string) (before, endpoint string) {
	if before, endpoint, ok := cutRegional(host); ok {
		return before, endpoint
	}
	host = strings.TrimSuffix(WithoutPort(host), ".")
	if !belowAliyuncs(host) {
		if host = strings.ToLower(host); !belowAliyuncs(host) {
			return "", ""
		}
	}
	// The label in front of aliyuncs.com, and the one in front of that.
	end := len(host) - len(".aliyuncs.com")
	start := strings.LastIndexByte(host[:end], '.') + 1
	label, prior, at := host[start:end], "", start
	if start > 0 {
		at = strings.LastIndexByte(host[:start-1], '.') + 1
		prior = host[at : start-1]
	}
	switch {
	case label == "oss":
		if at > 0 && isRegion(prior) { // dual stack: bucket.cn-hangzhou.oss.aliyuncs.com
			start = at
		}
	case label == "oss-data-acc" || label == "oss-dls" || label == "oss-accesspoint": // bucket.REGION.oss-dls.aliyuncs.com
		start = at
	case label == "oss-admin": // an API of its own
		return "", ""
	case strings.HasPrefix(label, "oss-") || strings.HasPrefix(label, "vpc100-oss-"):
	default:
		return "", ""
	}
	return host[:max(start-1, 0)], host[start:]
}

// WithoutPort cuts a port off; an IPv6 address keeps its brackets.
func WithoutPort(host string) string {
	if strings.IndexByte(host, ':') < 0 { // quicker than to look from the end
		return host
	}
	i := strings.LastIndexByte(host, ':')
	if len(host)-i > 6 || !chars.IsDigits(host[i+1:]) {
		return host
	}
	return host[:i]
}

// maxName is how long the name of a host is at most.
const maxName = 253

// belowAliyuncs says whether host is a well-formed name below aliyuncs.com, in lower case.
func belowAliyuncs(host string) bool {
	if len(host) > maxName || !strings.HasSuffix(host, ".aliyuncs.com") {
		return false
	}
	label := 0 // where it begins
	for i := 0; i < len(host); i++ {
		switch c := host[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-' || c == '_':
		case c == '.' && i > label:
			label = i + 1
		default:
			return false
		}
	}
	return true
}

// isRegion says whether label has the form of a region ID: cn-hangzhou, ap-southeast-1.
func isRegion(label string) bool {
	return len(label) > 3 && label[2] == '-' && strings.Contains(" cn ap us eu me na sa af rg ", " "+label[:2]+" ") && !strings.Contains(label, ".")
}

// Region returns the region in a host of OSS, "" for one that leaves it out.
func Region(host string) string {
	before, endpoint := Split(host)
	if strings.HasPrefix(endpoint, "oss.") && isRegion(before) {
		return before
	}
	label, _, _ := strings.Cut(endpoint, ".")
	if isRegion(label) { // dual stack: cn-hangzhou.oss.aliyuncs.com
		return label
	}
	label = strings.TrimPrefix(strings.TrimPrefix(label, "vpc100-"), "oss-")
	if label = strings.TrimSuffix(label, "-internal"); isRegion(label) {
		return label
	}
	return ""
}
