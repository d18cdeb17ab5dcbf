package oss403

import (
	"strconv"
	"strings"
	"time"

	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/request"
	"github.com/oss403/oss403/internal/signing"
)

var expiryRows = []row{
	{
		reason: ReasonExpiresIsLifetime, kinds: []Kind{KindRequestExpired},
		holds: func(v view) bool { at := expiry(v); return !at.IsZero() && at.Year() < 2000 },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV1, topicPresignV4}, finds: expiresFinding,
	},
	{
		reason: ReasonLifetimeIsTime, kinds: []Kind{KindExpiresInvalid},
		holds: func(v view) bool { return lifetimeFlawOf(v.r) == lifetimeTime },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV4}, finds: lifetimeFinding,
	},
	{
		reason: ReasonLifetimeInMilliseconds, kinds: []Kind{KindExpiresInvalid},
		holds: func(v view) bool { return lifetimeFlawOf(v.r) == lifetimeMillis },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV4}, finds: lifetimeFinding,
	},
	{
		reason: ReasonLifetimeInNanoseconds, kinds: []Kind{KindExpiresInvalid},
		holds: func(v view) bool { return lifetimeFlawOf(v.r) == lifetimeNanos },
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV4}, finds: lifetimeFinding,
	},
	{
		reason: ReasonLifetimeOutOfRange, kinds: []Kind{KindExpiresInvalid},
		holds: func(v view) bool {
			return lifetimeFlawOf(v.r) == lifetimeLong || signing.RefusalOf(v.EC) == signing.LifetimeOutOfRange
		},
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV4}, finds: lifetimeFinding,
	},
	{
		reason: ReasonExpiresInMilliseconds, kinds: []Kind{KindExpiresInvalid},
		holds: func(v view) bool {
			at, err := strconv.ParseInt(expiresSent(v.r), 10, 64)
			return err == nil && unixUnit(at) == 1e3
		},
		retry: RetryAfterSigning, actor: ActorCaller, topics: []topic{topicPresignV1}, finds: expiresSentFinding,
	},
	{
		kinds: []Kind{KindRequestExpired}, act: actBucket,
		finds: func(v view, f *findings) { expiresFinding(v, f); lifetimeFinding(v, f) },
	},
	{kinds: []Kind{KindExpiresInvalid}, act: actBucket, finds: expiresSentFinding},
}

func expiresFinding(v view, f *findings) {
	at := expiry(v)
	if at.IsZero() || !v.clock().ServerTime.After(at) {
		return
	}
	f.add("Expires", timestamp(at), "", "OSS received the request at %s, %s after that.", timestamp(v.clock().ServerTime), f.lang.duration(v.clock().ServerTime.Sub(at)))
}

func lifetimeFinding(v view, f *findings) {
	if seconds, ok := lifetime(v.r); ok {
		name := "x-oss-expires"
		if v.r.Signature.Scheme == "S3 V4" {
			name = "X-Amz-Expires"
		}
		f.add(name, strconv.FormatInt(seconds, 10), "", findLifetimeFlaw(seconds).meaning())
	}
}

func expiresSentFinding(v view, f *findings) {
	if v.r == nil {
		return
	}
	if _, ok := lifetime(v.r); ok && strings.HasSuffix(v.r.Signature.Scheme, "V4") {
		lifetimeFinding(v, f)
		return
	}
	meaning := phrase("The URL has this where OSS expects a UNIX time in seconds.")
	if strings.HasSuffix(v.r.Signature.Scheme, "V4") {
		meaning = "The URL has this where OSS expects a lifetime of 1 to 604800 seconds."
	}
	for _, name := range request.ExpiresParameters {
		if value, ok := v.r.Value(name); ok {
			f.add(name, f.lang.orNone(value), "", meaning)
			return
		}
	}
}

// expiresSent returns the time that a signed URL of V1, V2 or S3 V2 says, as it says it.
func expiresSent(r *request.Request) string {
	if r == nil {
		return ""
	}
	if value, ok := r.Value("Expires"); ok {
		return value
	}
	if r.Signature.Scheme == "V2" {
		value, _ := r.Value("x-oss-expires")
		return value
	}
	return ""
}

// pastExpiry returns when the signed URL expired. An expiry that has not come is none.
func pastExpiry(v view) time.Time {
	at := expiry(v)
	if now := v.clock().ServerTime; !now.IsZero() && !now.After(at) {
		return time.Time{}
	}
	return at
}

// expiry returns when the signed URL of a request expires: as OSS says, else as the URL says.
func expiry(v view) time.Time {
	if at := v.clock().Expires; !at.IsZero() || v.r == nil {
		return at
	}
	if sent := expiresSent(v.r); sent != "" {
		if seconds, err := strconv.ParseInt(sent, 10, 64); err == nil && seconds > 0 && seconds < 1<<33 {
			return time.Unix(seconds, 0).UTC()
		}
		return time.Time{}
	}
	if seconds, ok := lifetime(v.r); ok && findLifetimeFlaw(seconds) == lifetimeSound {
		for _, name := range request.DateParameters {
			if value, ok := v.r.Value(name); ok {
				if at := form.ParseTime(value); !at.IsZero() {
					return at.Add(time.Duration(seconds) * time.Second)
				}
			}
		}
	}
	return time.Time{}
}

// lifetime returns how many seconds a signed URL of V4 was meant to be good for. In V2 x-oss-expires
// is a time.
func lifetime(r *request.Request) (seconds int64, ok bool) {
	if r == nil || r.Signature.Scheme != "" && !strings.HasSuffix(r.Signature.Scheme, "V4") {
		return 0, false
	}
	for _, name := range request.LifetimeParameters {
		if v, ok := r.Value(name); ok {
			n, err := strconv.ParseInt(v, 10, 64)
			return n, err == nil && n > 0
		}
	}
	return 0, false
}

// lifetimeFlaw is what the lifetime of a V4 URL shows by itself.
type lifetimeFlaw int

const (
	lifetimeSound  lifetimeFlaw = iota
	lifetimeTime                // a UNIX time of these decades
	lifetimeMillis              // most often milliseconds
	lifetimeNanos               // most often a time.Duration
	lifetimeLong                // more than the seven days of V4
)

// maxLifetime is the seven days that V4 allows, in seconds.
const maxLifetime = int64(signing.MaxLifetime / time.Second)

func lifetimeFlawOf(r *request.Request) lifetimeFlaw {
	seconds, _ := lifetime(r)
	return findLifetimeFlaw(seconds)
}

func findLifetimeFlaw(seconds int64) lifetimeFlaw {
	switch {
	case seconds <= maxLifetime:
		return lifetimeSound
	case unixUnit(seconds) == 1:
		return lifetimeTime
	// Of the times in milliseconds only one in eleven days is a whole number of seconds as a
	// time.Duration; most durations are.
	case seconds%1e9 == 0 && seconds/1e9 <= maxLifetime:
		return lifetimeNanos
	case unixUnit(seconds) == 1e3:
		return lifetimeTime
	case seconds%1000 == 0 && seconds/1000 <= maxLifetime:
		return lifetimeMillis
	}
	return lifetimeLong
}

// unixUnit says by what to divide a UNIX time of the years 2001 to 2096 to get seconds: 1, 1000 for
// milliseconds, and so on; 0 if it is none.
func unixUnit(at int64) int64 {
	for _, unit := range [...]int64{1, 1e3, 1e6, 1e9} {
		if seconds := at / unit; seconds >= 1e9 && seconds < 4e9 {
			return unit
		}
	}
	return 0
}

func (f lifetimeFlaw) meaning() phrase {
	switch f {
	case lifetimeTime:
		return "This is a time; the parameter wants a lifetime in seconds, at most 604800 (seven days)."
	case lifetimeMillis:
		return "This is longer than the seven days (604800 seconds) that V4 allows; most often it is meant in milliseconds."
	case lifetimeNanos:
		return "This is longer than the seven days (604800 seconds) that V4 allows; most often it is a time.Duration, which counts nanoseconds."
	case lifetimeLong:
		return "This is longer than the seven days (604800 seconds) that V4 allows."
	}
	return "This is the lifetime of the URL in seconds."
}
