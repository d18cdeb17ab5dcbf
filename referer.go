package oss403

import (
	"strings"

	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/request"
)

// Reasons of a Referer that hotlink protection refuses.
const (
	// ReasonNoReferer: the request carries no Referer.
	ReasonNoReferer Reason = "NoReferer"
	// ReasonMiniProgram: the Referer is that of a WeChat mini program (servicewechat.com), which cannot set
	// another one.
	ReasonMiniProgram Reason = "MiniProgram"
	// ReasonRefererOfProgram: a program that is no browser sent a Referer.
	ReasonRefererOfProgram Reason = "RefererOfProgram"
	// ReasonRefererOfPage: a browser sent the address of the page that links to the object.
	ReasonRefererOfPage Reason = "RefererOfPage"
)

var (
	refererKinds    = []Kind{KindRefererDenied, KindRefererBlacklisted, KindRefererNotWhitelisted}
	allRefererKinds = []Kind{KindRefererDenied, KindRefererBlacklisted, KindRefererNotWhitelisted, KindRefererEmpty}
)

var refererRows = []row{
	{
		reason: ReasonNoReferer, kinds: []Kind{KindRefererDenied, KindRefererEmpty},
		holds: func(v view) bool { return v.r != nil && !v.r.NoHeaders && headerOf(v.r, "Referer") == "" },
		retry: RetryNever, actor: ActorBucketOwner, act: actBucket, finds: refererFinding,
	},
	{
		reason: ReasonMiniProgram, kinds: refererKinds,
		holds: func(v view) bool { return refererHost(v.r) == "servicewechat.com" },
		retry: RetryNever, actor: ActorBucketOwner, act: actBucket, finds: refererFinding,
	},
	{
		reason: ReasonRefererOfProgram, kinds: refererKinds,
		holds: func(v view) bool {
			agent := headerOf(v.r, "User-Agent")
			return headerOf(v.r, "Referer") != "" && agent != "" && !strings.HasPrefix(agent, "Mozilla/")
		},
		retry: RetryNever, actor: ActorCaller, act: actBucket, finds: refererFinding,
	},
	{
		reason: ReasonRefererOfPage, kinds: refererKinds,
		holds: func(v view) bool {
			return refererHost(v.r) != "" && strings.HasPrefix(headerOf(v.r, "User-Agent"), "Mozilla/")
		},
		retry: RetryNever, actor: ActorBucketOwner, act: actBucket, finds: refererFinding,
	},
	{kinds: allRefererKinds, act: actBucket, finds: refererFinding},
}

func refererFinding(v view, f *findings) {
	if value := headerOf(v.r, "Referer"); value != "" {
		f.add("Referer", value, "", "This is the Referer that was sent.")
	} else if v.r != nil && !v.r.NoHeaders {
		f.add("Referer", f.lang.say("none"), "", "The request carries no Referer header.")
	}
}

// refererHost returns the host of the Referer, "" if there is none.
func refererHost(r *request.Request) string {
	_, rest, ok := strings.Cut(headerOf(r, "Referer"), "://")
	if !ok {
		return ""
	}
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	return strings.ToLower(osshost.WithoutPort(rest))
}
