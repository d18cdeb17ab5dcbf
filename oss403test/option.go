package oss403test

import "time"

// Option sets a fact of an answer. An option with an empty value, or a zero time, leaves the fact
// as it would be without. Facts that an answer of this kind does not hold are left out of it.
type Option func(*facts)

// facts is what an answer is made of, besides its kind.
type facts struct {
	bucket, object            string
	endpoint, host            string
	action                    string
	principalType, principal  string
	requestID, accessKeyID    string
	requestTime, now, expires time.Time
	objectNamed               bool   // by an option, so that the answer names it as well
	condition                 string // of a form's policy that is not met
	ec                        string // where a kind has several

	scheme           string // of the request's signature; "" for none
	signature        string // as it was sent
	token            string // as it was sent
	stringToSign     string // "" where it is not known
	canonicalRequest string // V4, S3 V4
}

// Bucket names the bucket. Default: that of the request, or examplebucket where there is none.
func Bucket(name string) Option {
	return func(f *facts) { set(&f.bucket, name) }
}

// Object names the object. Default: that of the request, or notes.txt where there is none. OSS's
// answers rarely name the object; with this option the answer does, in the element ObjectName.
func Object(key string) Option {
	return func(f *facts) {
		set(&f.object, key)
		f.objectNamed = f.objectNamed || key != ""
	}
}

// Endpoint is the endpoint of the bucket, without scheme, as in oss-cn-shanghai.aliyuncs.com. In
// an EndpointMismatch it is the one that OSS asks for, by default oss-cn-beijing.aliyuncs.com. In
// any other answer it is the one that was called, by default that of the request, or
// oss-cn-hangzhou.aliyuncs.com where there is none.
func Endpoint(host string) Option {
	return func(f *facts) { set(&f.endpoint, host) }
}

// Host is the host that was called, HostId of the answer, without port. Default: that of the
// request, or BUCKET.ENDPOINT.
func Host(host string) Option {
	return func(f *facts) { set(&f.host, host) }
}

// Action is the RAM action that was refused, as in oss:PutObject; for answers that name one.
// Default: that of the request as far as method and path tell, or oss:GetObject where there is
// none.
func Action(name string) Option {
	return func(f *facts) { set(&f.action, name) }
}

// Principal is who was refused, in answers that name a policy: typ is SubUser, AssumedRoleUser or
// Federated, name the ID of a RAM user or ROLE:SESSION. Default: a RAM user, and for a session
// policy a role.
func Principal(typ, name string) Option {
	return func(f *facts) {
		set(&f.principalType, typ)
		set(&f.principal, name)
	}
}

// RequestID is the request ID, 24 upper-case hex digits. Default: a fixed one; a server and a
// transport give each answer its own.
func RequestID(id string) Option {
	return func(f *facts) { set(&f.requestID, id) }
}

// AccessKeyID is the AccessKey ID that OSS names, in answers that name one. Default: that of the
// request, or a fake.
func AccessKeyID(id string) Option {
	return func(f *facts) { set(&f.accessKeyID, id) }
}

// RequestTime is the time of the request, for ClockSkew. Default: 8 hours ahead of the server's.
func RequestTime(t time.Time) Option {
	return func(f *facts) { setTime(&f.requestTime, t) }
}

// ServerTime is OSS's time, in Date and in answers that hold it. Default: a server's clock, or a
// transport's; elsewhere one that fits the other times, otherwise 09:51:03 UTC on 5 March 2026.
func ServerTime(t time.Time) Option {
	return func(f *facts) { setTime(&f.now, t) }
}

// Expires is when the signed URL expired, for RequestExpired. Default: an hour before the
// server's time.
func Expires(t time.Time) Option {
	return func(f *facts) { setTime(&f.expires, t) }
}

func set(dst *string, value string) {
	if value != "" {
		*dst = value
	}
}

func setTime(dst *time.Time, t time.Time) {
	if !t.IsZero() {
		*dst = t.UTC()
	}
}
