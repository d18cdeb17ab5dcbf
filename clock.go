package oss403

import (
	"strings"
	"time"

	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/request"
)

var clockRows = []row{
	{
		reason: ReasonDateRewritten, kinds: []Kind{KindClockSkew},
		holds: func(v view) bool {
			sent, at := timeSent(v.r), v.clock().RequestTime
			return !sent.IsZero() && !at.IsZero() && sent.Sub(at).Abs() > time.Second
		},
		retry: RetryNever, actor: ActorCaller, act: actHost,
		finds: func(v view, f *findings) {
			f.add("RequestTime", timestamp(v.clock().RequestTime), timestamp(timeSent(v.r)), "OSS read this, and the client sent the other: it was changed on the way.")
		},
	},
	{
		reason: ReasonSkewNotCorrected, kinds: []Kind{KindClockSkew},
		holds: func(v view) bool { return sentBySDKV2(v.r) && v.r.Signature.In == request.InHeader },
		retry: RetryNever, actor: ActorCaller, act: actHost, finds: clockFinding,
	},
	{
		reason: ReasonLocalTimeAsUTC, kinds: []Kind{KindClockSkew},
		holds: func(v view) bool { return zoneSkew(v) > 0 },
		retry: RetryAfterClockSync, actor: ActorCaller, automatic: canCorrectClock, finds: clockFinding,
	},
	{
		reason: ReasonUTCAsLocalTime, kinds: []Kind{KindClockSkew},
		holds: func(v view) bool { return zoneSkew(v) < 0 },
		retry: RetryAfterClockSync, actor: ActorCaller, automatic: canCorrectClock, finds: clockFinding,
	},
	{
		reason: ReasonClockAhead, kinds: []Kind{KindClockSkew},
		holds: func(v view) bool { d, ok := skew(v.Clock); return ok && d > 0 && zoneSkew(v) == 0 },
		retry: RetryAfterClockSync, actor: ActorCaller, automatic: canCorrectClock, finds: clockFinding,
	},
	{
		reason: ReasonClockBehind, kinds: []Kind{KindClockSkew},
		holds: func(v view) bool { d, ok := skew(v.Clock); return ok && d < 0 && zoneSkew(v) == 0 },
		retry: RetryAfterClockSync, actor: ActorCaller, automatic: canCorrectClock, finds: clockFinding,
	},
	{
		reason: ReasonDateLost, kinds: []Kind{KindDateRequired},
		holds: func(v view) bool { return dateSent(v.r) != "" },
		retry: RetryNever, actor: ActorCaller, act: actHost, finds: dateFinding,
	},
	{kinds: []Kind{KindClockSkew}, act: actNone, finds: clockFinding},
	{kinds: []Kind{KindDateRequired}, act: actNone, finds: dateFinding},
}

func clockFinding(v view, f *findings) {
	d, ok := skew(v.Clock)
	if !ok {
		return
	}
	if v.Clock.MaxSkew > 0 {
		f.add("RequestTime", timestamp(v.Clock.RequestTime), timestamp(v.Clock.ServerTime), "The request's time is %s OSS's; %s are allowed.", f.lang.skew(d), f.lang.duration(v.Clock.MaxSkew))
		return
	}
	f.add("RequestTime", timestamp(v.Clock.RequestTime), timestamp(v.Clock.ServerTime), "The request's time is %s OSS's.", f.lang.skew(d))
}

func dateFinding(v view, f *findings) {
	sent := dateSent(v.r)
	for _, name := range [...]string{"x-oss-date", "Date"} {
		switch value := headerOf(v.r, name); {
		case name == sent:
			f.add(name, value, "", "The request carried this time when it was sent.")
		default:
			f.add(name, value, "", "This is not a time in a form that OSS reads.")
		}
	}
}

// skew writes a difference of clocks, to go before "OSS's clock".
func (lang Lang) skew(d time.Duration) string {
	var room [64]byte
	difference := string(lang.appendDuration(room[:0], d.Abs()))
	if d < 0 {
		return lang.say("%s behind", difference)
	}
	return lang.say("%s ahead of", difference)
}

// skew returns how far the request's time is ahead of OSS's. A difference of nothing, or of more
// than anybody's clock can be off, is no skew.
func skew(c *Clock) (time.Duration, bool) {
	if c == nil || c.RequestTime.IsZero() || c.ServerTime.IsZero() {
		return 0, false
	}
	const century = 100 * 365 * 24 * time.Hour
	d := c.RequestTime.Sub(c.ServerTime).Round(time.Second)
	return d, d != 0 && d.Abs() < century
}

// zoneSkew returns the skew, rounded, if it is that of a time zone, give or take a minute; else 0.
func zoneSkew(v view) time.Duration {
	d, ok := skew(v.Clock)
	zone := d.Round(15 * time.Minute)
	if !ok || !isZone(zone.Abs()) || (d-zone).Abs() > time.Minute {
		return 0
	}
	return zone
}

// isZone says whether d is what some time zone is off UTC: up to 14 whole hours, and those with a
// half or three quarters that are in use.
func isZone(d time.Duration) bool {
	switch d {
	case 210 * time.Minute, 270 * time.Minute, 330 * time.Minute, 345 * time.Minute, 390 * time.Minute, 525 * time.Minute,
		570 * time.Minute, 630 * time.Minute, 765 * time.Minute:
		return true
	}
	return d >= time.Hour && d <= 14*time.Hour && d%time.Hour == 0
}

// canCorrectClock says whether a program can make up for a skew that is known.
func canCorrectClock(v view) bool { _, ok := skew(v.Clock); return ok }

// sentBySDKV2 says whether SDK v2 sent the request.
func sentBySDKV2(r *request.Request) bool {
	return strings.Contains(headerOf(r, "User-Agent"), agentOfSDKV2)
}

// timeSent returns the time that a request carried, zero if it had none that OSS reads.
func timeSent(r *request.Request) time.Time {
	name := dateSent(r)
	if name == "" {
		return time.Time{}
	}
	return form.ParseTime(headerOf(r, name))
}

// dateSent returns the header in which a request carried its time, "" if it had none that OSS reads.
func dateSent(r *request.Request) string {
	switch {
	case !form.ParseTime(headerOf(r, "X-Oss-Date")).IsZero():
		return "x-oss-date"
	case !form.ParseTime(headerOf(r, "X-Amz-Date")).IsZero():
		return "x-amz-date"
	case !form.ParseTime(headerOf(r, "Date")).IsZero():
		return "Date"
	}
	return ""
}
