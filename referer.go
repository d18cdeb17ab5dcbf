package oss403

import (
	"strings"

	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/request"
)

var refererRows = []row{
	{
		reason: ReasonNoReferer, kinds: []Kind{KindRefererDenied, KindRefererEmpty},
		holds: func(v view) bool { return v.r != nil && !v.r.NoHeaders && headerOf(v.r, "Referer") == "" },
		retry: RetryNever, actor: ActorBucketOwner, act: actBucket, finds: refererFinding,
	},
	{
		reason: ReasonMiniProgram, kinds: []Kind{KindRefererDenied, KindRefererBlacklisted, KindRefererNotWhitelisted},
		holds: func(v view) bool { return refererHost(v.r) == "servicewechat.com" },
		retry: RetryNever, actor: ActorBucketOwner, act: actBucket, finds: refererFinding,
	},
	{
		reason: ReasonRefererOfProgram, kinds: []Kind{KindRefererDenied, KindRefererBlacklisted, KindRefererNotWhitelisted},
		holds: func(v view) bool {
			// Browsers always name themselves; net/http adds its User-Agent on the wire only.
			return headerOf(v.r, "Referer") != "" && !strings.HasPrefix(headerOf(v.r, "User-Agent"), "Mozilla/")
		},
		retry: RetryNever, actor: ActorCaller, act: actBucket, finds: refererFinding,
	},
	{
		reason: ReasonRefererOfPage, kinds: []Kind{KindRefererDenied, KindRefererBlacklisted, KindRefererNotWhitelisted},
		holds: func(v view) bool {
			return refererHost(v.r) != "" && strings.HasPrefix(headerOf(v.r, "User-Agent"), "Mozilla/")
		},
		retry: RetryNever, actor: ActorBucketOwner, act: actBucket, finds: refererFinding,
	},
	{kinds: []Kind{KindRefererDenied, KindRefererBlacklisted, KindRefererNotWhitelisted, KindRefererEmpty}, act: actBucket, finds: refererFinding},
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
