package oss403

import (
	"net/http"
	"strings"

	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/request"
)

var endpointRows = []row{
	{
		reason: ReasonBucketTwiceInHost, kinds: []Kind{KindEndpointMismatch, KindNonStandardHost, KindThirdLevelDomainRequired, KindVirtualHostedStyleRequired, KindSignatureMismatch},
		holds: func(v view) bool { return bucketTwice(calledHost(v)) != "" },
		retry: RetryOtherEndpoint, actor: ActorCaller, topics: []topic{topicHosts, topicRegions},
		automatic: hasEndpoint, act: actBucket | actEndpoint,
		finds: func(v view, f *findings) {
			f.add(f.lang.say("host"), calledHost(v), "", "The host holds the bucket twice.")
		},
	},
	{
		reason: ReasonIPAsEndpoint, kinds: []Kind{KindEndpointMismatch, KindNonStandardHost, KindThirdLevelDomainRequired, KindVirtualHostedStyleRequired},
		holds: func(v view) bool { return osshost.IsLocal(calledHost(v)) },
		retry: RetryOtherEndpoint, actor: ActorCaller, topics: []topic{topicHosts, topicRegions},
		automatic: hasEndpoint, act: actHost,
		finds: func(v view, f *findings) {
			f.add(f.lang.say("host"), calledHost(v), "", "The client was given an IP address or localhost as endpoint, before which no bucket can stand.")
		},
	},
	{
		reason: ReasonAccelerateEndpoint, kinds: []Kind{KindEndpointMismatch},
		holds: func(v view) bool { return strings.HasPrefix(calledEndpoint(v), "oss-accelerate") },
		retry: RetryOtherEndpoint, actor: ActorCaller, topics: []topic{topicAcceleration, topicRegions},
		automatic: hasEndpoint, andKind: true, finds: endpointFinding,
	},
	{
		reason: ReasonOtherRegion, kinds: []Kind{KindEndpointMismatch},
		holds: func(v view) bool {
			have, want := osshost.Region(calledEndpoint(v)), osshost.Region(v.BucketEndpoint)
			return have != "" && want != "" && have != want
		},
		retry: RetryOtherEndpoint, actor: ActorCaller,
		automatic: hasEndpoint, andKind: true, finds: endpointFinding,
	},
	{
		reason: ReasonInternalEndpoint, kinds: []Kind{KindEndpointMismatch},
		holds: func(v view) bool {
			return sameRegion(v) && strings.Contains(calledEndpoint(v), "-internal") && !strings.Contains(v.BucketEndpoint, "-internal")
		},
		retry: RetryOtherEndpoint, actor: ActorCaller,
		automatic: hasEndpoint, andKind: true, finds: endpointFinding,
	},
	{
		reason: ReasonPublicEndpoint, kinds: []Kind{KindEndpointMismatch},
		holds: func(v view) bool {
			return sameRegion(v) && !strings.Contains(calledEndpoint(v), "-internal") && strings.Contains(v.BucketEndpoint, "-internal")
		},
		retry: RetryOtherEndpoint, actor: ActorCaller,
		automatic: hasEndpoint, andKind: true, finds: endpointFinding,
	},
	{
		reason: ReasonNoBucketInHost, kinds: []Kind{KindListBucketsForbidden, KindAnonymousOperationForbidden, KindActionForbidden, KindRAMPolicyImplicitDeny},
		holds: func(v view) bool { return v.listsAtService() },
		retry: RetryOtherEndpoint, actor: ActorCaller, topics: []topic{topicHosts}, act: actHost,
		finds: func(v view, f *findings) {
			f.add(f.lang.say("host"), calledHost(v), "BUCKET."+calledHost(v), "The request lists objects, and its host holds no bucket: OSS reads it as a listing of buckets.")
		},
	},
	{
		reason: ReasonHostRewritten, kinds: []Kind{KindListBucketsForbidden, KindActionForbidden, KindRAMPolicyImplicitDeny},
		holds: func(v view) bool {
			if v.r == nil || !v.is(KindListBucketsForbidden) && !strings.EqualFold(refusedAction(v), "oss:ListBuckets") {
				return false
			}
			_, style := osshost.Bucket(v.r.Host)
			return style == osshost.VirtualHosted
		},
		retry: RetryNever, actor: ActorCaller, topics: []topic{topicHosts}, act: actHost,
		finds: func(v view, f *findings) {
			f.add(f.lang.say("host"), v.r.Host, "", "The bucket was in the host when the request was sent, and OSS saw none.")
		},
	},
	{
		reason: ReasonPathStyle, kinds: []Kind{KindThirdLevelDomainRequired, KindVirtualHostedStyleRequired, KindNonStandardHost, KindEndpointMismatch, KindUnknown},
		holds: func(v view) bool {
			return v.r.InPath() && (v.Kind.orUnknown() != KindUnknown || v.r.Method == http.MethodHead && v.Code == "" && v.EC == "" && v.Message == "")
		},
		retry: RetryOtherEndpoint, actor: ActorCaller, topics: []topic{topicHosts, topicS3SDK}, act: actHost,
		finds: func(v view, f *findings) {
			f.add(f.lang.say("host"), v.r.Host, onlyIf(!v.is(KindEndpointMismatch), v.r.Bucket+"."+v.r.Host), "The request has the bucket in its path (path style); OSS wants it before the endpoint.")
		},
	},
	{
		reason: ReasonBucketFromPath, kinds: []Kind{KindBucketNotOwned, KindBucketACLDenied, KindAnonymousBucketDenied, KindAnonymousObjectDenied, KindAccessDeniedUnspecified, KindEndpointMismatch},
		holds: func(v view) bool {
			host := calledHost(v)
			return v.Bucket != "" && osshost.IsEndpoint(host) && (v.r == nil || v.r.InPath())
		},
		retry: RetryOtherEndpoint, actor: ActorCaller, topics: []topic{topicHosts}, act: actHost,
		finds: func(v view, f *findings) {
			f.add(f.lang.say("host"), calledHost(v), "", "The host holds no bucket, so OSS took the first part of the path for it.")
		},
	},
	{kinds: []Kind{KindEndpointMismatch}, automatic: hasEndpoint, act: actBucket | actEndpoint, finds: endpointFinding},
	{kinds: []Kind{KindThirdLevelDomainRequired, KindVirtualHostedStyleRequired, KindNonStandardHost}, act: actHost},
}

// hasEndpoint says whether a program knows where to send the request instead.
func hasEndpoint(v view) bool {
	return v.BucketEndpoint != "" && (!v.ev.fromJSON || osshost.IsEndpoint(v.BucketEndpoint))
}

// endpointFinding compares the endpoint that was called with the one that OSS asks for.
func endpointFinding(v view, f *findings) {
	if v.ev.otherEndpoint != "" {
		f.add("Endpoint", named("", v.ev.otherEndpoint), "", "The answer names this as the endpoint. "+
			"It does not have the form of an OSS endpoint: make sure that it is yours before you send a signed request there.")
	}
	want, called := v.BucketEndpoint, calledEndpoint(v)
	if want == "" || called == "" {
		return
	}
	if bucket, style := osshost.Bucket(osshost.WithoutPort(v.HostID)); style == osshost.VirtualHosted {
		want = bucket + "." + want
	}
	have, asked := osshost.Region(called), osshost.Region(v.BucketEndpoint)
	meaning, args := phrase("This is the host that was called; its endpoint is not the one that OSS asks for."), []string(nil)
	switch {
	case strings.HasPrefix(called, "oss-accelerate"):
		meaning = "This is the host that was called; it is an endpoint of transfer acceleration, and OSS asks for that of the region."
	case have != "" && asked != "" && have != asked:
		meaning, args = "This is the host that was called; it is in region %s, and the bucket is in %s.", []string{have, asked}
	case sameRegion(v) && strings.Contains(called, "-internal") && !strings.Contains(v.BucketEndpoint, "-internal"):
		meaning = "This is the host that was called; of the region's endpoints it is the internal one, and OSS asks for the public one."
	case sameRegion(v) && !strings.Contains(called, "-internal") && strings.Contains(v.BucketEndpoint, "-internal"):
		meaning = "This is the host that was called; of the region's endpoints it is the public one, and OSS asks for the internal one."
	}
	n := len(f.list)
	f.add("HostId", v.HostID, want, meaning, args...)
	if n == len(f.list) { // it is there already
		return
	}
	if before, _ := osshost.Split(osshost.WithoutPort(v.HostID)); before == "s3" || strings.HasSuffix(before, ".s3") {
		f.list[n].Meaning += f.lang.say(" It is the S3-compatible form of the endpoint (s3.).")
	}
}

// usableEndpoint returns the endpoint that an answer names, if it may be used: a bare endpoint of
// OSS by its form, or, for a private cloud, one with the domain of the host that was called. What an
// answer says else is anybody's word: a signed request sent there may be sent to a thief.
func usableEndpoint(named string, r *request.Request) string {
	if named == "" {
		return ""
	}
	named = strings.ToLower(named)
	if osshost.IsEndpoint(named) && !strings.Contains(named, ":") && !strings.HasSuffix(named, ".") {
		return named
	}
	if r == nil || osshost.IsOSS(r.Host) || osshost.IsLocal(r.Host) || !isHostName(named) || strings.HasSuffix(named, ".aliyuncs.com") {
		return ""
	}
	domain := privateDomain(r.Host)
	label, rest, _ := strings.Cut(named, ".")
	if domain == "" || rest != domain || !isEndpointLabel(label) {
		return ""
	}
	return named
}

// privateDomain returns the domain of a private cloud: what stands behind the endpoint's label of a
// host, which is the first or, behind a bucket, the second. A bucket may be called as an endpoint is.
func privateDomain(host string) (domain string) {
	host = strings.ToLower(host)
	for range 2 {
		label, rest, _ := strings.Cut(host, ".")
		if isEndpointLabel(label) && strings.Contains(rest, ".") {
			domain = rest
		}
		host = rest
	}
	return domain
}

func isEndpointLabel(label string) bool { return label == "oss" || strings.HasPrefix(label, "oss-") }

// isHostName says whether s is a host name in lower case, without a port.
func isHostName(s string) bool {
	label := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-':
		case c == '.' && i > label:
			label = i + 1
		default:
			return false
		}
	}
	return label > 0 && label < len(s) && len(s) <= 253
}

// bucketTwice returns the bucket that a host of OSS holds twice, "" if it does not.
func bucketTwice(host string) string {
	before, _ := osshost.Split(host)
	if n := len(before) / 2; n > 0 && before[n] == '.' && before[:n] == before[n+1:] {
		return before[:n]
	}
	return ""
}

// listsAtService says whether the request went to the service, which lists buckets, with parameters
// that only a listing of objects has.
func (v view) listsAtService() bool {
	if v.r == nil || !v.r.ToService || !osshost.IsEndpoint(v.r.Host) {
		return false
	}
	for _, p := range v.r.Query {
		switch p.Name {
		case "list-type", "delimiter", "continuation-token", "start-after", "encoding-type", "fetch-owner", "versions", "uploads":
			return true
		}
	}
	return false
}

// calledEndpoint returns the endpoint in HostID, the host that was called, "" if it is none or the one
// that OSS asks for.
func calledEndpoint(v view) string {
	if _, called := osshost.Split(osshost.WithoutPort(v.HostID)); !strings.EqualFold(called, v.BucketEndpoint) {
		return called
	}
	return ""
}

// calledHost returns the host that was called: as the client addressed it, else as OSS saw it.
func calledHost(v view) string {
	if v.r != nil && v.r.Host != "" {
		return v.r.Host
	}
	return osshost.WithoutPort(v.HostID)
}

// hostName returns the host that was called, as OSS saw it, else as the client addressed it; "" for
// what is no name, as MinIO's HostId.
func hostName(v view) string {
	if strings.Contains(v.HostID, ".") || v.r == nil {
		return onlyIf(strings.Contains(v.HostID, "."), v.HostID)
	}
	return onlyIf(strings.Contains(v.r.Host, "."), v.r.Host)
}

// isMainland says whether the endpoint to use is a public one of a region in mainland China.
func isMainland(v view) bool {
	region := osshost.Region(v.BucketEndpoint)
	return strings.HasPrefix(region, "cn-") && region != "cn-hongkong" && v.BucketEndpoint == "oss-"+region+".aliyuncs.com"
}

// internalEndpoint returns the internal endpoint of the region whose public one is to be used, "" if
// that is another form of endpoint, or if the internal one is the one that was refused.
func internalEndpoint(v view) string {
	region := osshost.Region(v.BucketEndpoint)
	return otherForm(v, "oss-"+region+".aliyuncs.com", "oss-"+region+"-internal.aliyuncs.com")
}

// publicEndpoint returns the public endpoint of the region whose internal one is to be used, "" if
// that is another form of endpoint, or if the public one is the one that was refused.
func publicEndpoint(v view) string {
	region := osshost.Region(v.BucketEndpoint)
	return otherForm(v, "oss-"+region+"-internal.aliyuncs.com", "oss-"+region+".aliyuncs.com")
}

// otherForm returns the other form of the endpoint to use, if that has the form and the other was not
// called.
func otherForm(v view, form, other string) string {
	return onlyIf(v.BucketEndpoint == form && !strings.EqualFold(calledEndpoint(v), other), other)
}

// sameRegion says whether the called endpoint is another one of the bucket's region.
func sameRegion(v view) bool {
	region := osshost.Region(v.BucketEndpoint)
	return region != "" && region == osshost.Region(calledEndpoint(v))
}
