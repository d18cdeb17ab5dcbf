package oss403test

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/oss403/oss403"
	ossform "github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/osshost"
	"github.com/oss403/oss403/internal/request"
	"github.com/oss403/oss403/internal/signing"
)

// Credential is an AccessKey that a server knows. [Credentials] makes it.
type Credential struct {
	id, secret string
	tokens     []string
	until      time.Time // zero: for ever
	disabled   bool
}

// Credentials makes a server judge requests as OSS does, and is an AccessKey that it knows; with
// tokens, temporary credentials of STS, any one of which is good. With several Credentials the
// server knows each.
//
// A server with Credentials refuses what OSS refuses before it looks at permissions: a signature
// that is not the one it calculates itself, by any scheme that OSS takes (V1, V2, V4, S3 V2 and
// S3 V4, in headers and in signed URLs, and the policy of a PostObject form); an AccessKey that it
// does not know; a missing, wrong or expired token; a request that is 15 minutes too early or too
// late; a signed URL that has expired; an anonymous request that the ACL does not allow. A bucket
// that PutBucket has made is in the region of the host that it was made at, and only there.
// Whoever has one of the credentials may do everything; a [Rule] takes that away.
//
// What it refuses it explains in the test's log, with oss403's report of a client that knows its
// request.
func Credentials(id, secret string, tokens ...string) *Credential {
	return &Credential{id: id, secret: secret, tokens: tokens}
}

// Until sets when the token expires, by the server's clock: see [Now]. It changes c and returns it.
func (c *Credential) Until(t time.Time) *Credential {
	c.until = t
	return c
}

// Disabled makes c one that was disabled in the RAM console. It changes c and returns it.
func (c *Credential) Disabled() *Credential {
	c.disabled = true
	return c
}

func (c *Credential) apply(h *handler) { h.credentials = append(h.credentials, c) }

// judge says why OSS refuses a request, nil if it does not.
func (h *handler) judge(in *incoming) error {
	if in.isForm() {
		return nil // its form is read with its body
	}
	sig := &in.sent.Signature
	if sig.Scheme == "" {
		return h.judgeUnsigned(in)
	}
	if err := h.judgeTime(in); err != nil {
		return err
	}
	c, err := h.judgeKey(in, sig.KeyID, sig.Token, sig.Scheme, sig.In)
	if err != nil {
		return err
	}
	if err := judgeScope(in); err != nil {
		return err
	}
	if sig.Scheme == "V1" && sig.In == request.InQuery && in.key == "" {
		return in.deny(oss403.KindSignatureV1QueryNotAllowed)
	}
	if _, ok := signing.Verify(in.sent, c.secret); !ok {
		return in.deny(oss403.KindSignatureMismatch)
	}
	return nil
}

// isForm says whether the request is a PostObject, which is signed in its form.
func (in *incoming) isForm() bool { return in.name == "PostObject" }

// judgeUnsigned judges a request without a signature that can be read.
func (h *handler) judgeUnsigned(in *incoming) error {
	if in.r.Header.Get("Authorization") != "" {
		return invalidArgument("Authorization header is invalid.", "Authorization", "")
	}
	if in.query.Has("Signature") { // of V1, whose other parameter tells who signed
		return in.deny(oss403.KindSignatureParametersMissing, ec(signing.ECOf(signing.KeyIDMissing, "V1")))
	}
	h.store.mu.Lock()
	defer h.store.mu.Unlock()
	if in.mayAnybody(h.store.buckets) {
		return nil
	}
	switch {
	case in.bucket == "", in.name == "PutBucket", in.name == "DeleteBucket":
		return in.deny(oss403.KindAnonymousOperationForbidden)
	case in.key == "":
		return in.deny(oss403.KindAnonymousBucketDenied)
	}
	return in.deny(oss403.KindBucketACLDenied)
}

// ec sets the EC of an answer whose kind has several.
func ec(code string) Option { return func(f *facts) { set(&f.ec, code) } }

// judgeKey finds the credential that a request uses.
func (h *handler) judgeKey(in *incoming, id, token, scheme string, place request.Place) (*Credential, error) {
	deny := func(kind oss403.Kind) (*Credential, error) { return nil, in.deny(kind, AccessKeyID(id)) }
	if !isKeyID(id) {
		if place != request.InQuery {
			scheme = "" // whose EC is that of a URL
		}
		return nil, in.deny(oss403.KindAccessKeyMalformed, AccessKeyID(id), ec(signing.ECOf(signing.KeyIDMalformed, scheme)))
	}
	i := slices.IndexFunc(h.credentials, func(c *Credential) bool { return c.id == id })
	switch {
	case strings.HasPrefix(id, "STS.") && token == "", i >= 0 && len(h.credentials[i].tokens) > 0 && token == "":
		return deny(oss403.KindSecurityTokenMissing)
	case i < 0 && token != "":
		return deny(oss403.KindAccessKeyNotFound)
	case i < 0:
		return deny(oss403.KindAccessKeyNotFound)
	}
	c := h.credentials[i]
	switch {
	case c.disabled:
		return deny(oss403.KindAccessKeyDisabled)
	case token == "":
	case len(c.tokens) == 0: // a long-term AccessKey has none
		return deny(oss403.KindAccessKeyNotFound)
	case !slices.Contains(c.tokens, token):
		for _, other := range h.credentials {
			if slices.Contains(other.tokens, token) {
				return deny(oss403.KindSecurityTokenMismatch)
			}
		}
		return deny(oss403.KindSecurityTokenInvalid)
	case !c.until.IsZero() && !in.now.Before(c.until):
		return deny(oss403.KindSecurityTokenExpired)
	}
	return c, nil
}

// isKeyID says whether an AccessKey ID has only characters that OSS takes.
func isKeyID(id string) bool {
	for _, c := range []byte(id) {
		if (c < 'a' || 'z' < c) && (c < 'A' || 'Z' < c) && (c < '0' || '9' < c) && !strings.ContainsRune("._-", rune(c)) {
			return false
		}
	}
	return id != ""
}

// judgeTime judges when a request was signed, and until when it is good.
func (h *handler) judgeTime(in *incoming) error {
	sig := &in.sent.Signature
	if sig.In == request.InHeader {
		at := in.signedAt()
		if at.IsZero() {
			return in.deny(oss403.KindDateRequired)
		}
		return in.judgeSkew(at, "")
	}
	if sig.Scheme != "V4" && sig.Scheme != "S3 V4" {
		if code := in.missingEC(); code != "" {
			return in.deny(oss403.KindSignatureParametersMissing, ec(code))
		}
		at, err := strconv.ParseInt(sig.Expires, 10, 64)
		if err != nil {
			return in.deny(oss403.KindExpiresInvalid, ec(signing.ECOf(signing.ExpiresInvalid, sig.Scheme)))
		}
		return in.judgeExpiry(time.Unix(at, 0))
	}
	prefix := "x-oss-"
	if sig.Scheme == "S3 V4" {
		prefix = "X-Amz-"
	}
	if sig.Value == "" || in.parameter(prefix+"Date") == "" {
		return invalidArgument("The signature of the URL lacks a parameter.", prefix+"Date", in.parameter(prefix+"Date"))
	}
	at := in.signedAt()
	if at.IsZero() {
		return invalidArgument("The date of the URL's signature is invalid.", prefix+"Date", in.parameter(prefix+"Date"))
	}
	lifetime, err := strconv.ParseInt(in.parameter(prefix+"Expires"), 10, 64)
	switch {
	case in.parameter(prefix+"Expires") == "" && sig.Scheme == "S3 V4":
		return in.deny(oss403.KindSignatureParametersMissing, ec(signing.ECOf(signing.ExpiresMissing, sig.Scheme)))
	case err != nil, lifetime < 1, lifetime > int64(signing.MaxLifetime/time.Second):
		return in.deny(oss403.KindExpiresInvalid, ec(signing.ECOf(signing.LifetimeOutOfRange, sig.Scheme)))
	case at.Sub(in.now) > signing.MaxSkew:
		return in.judgeSkew(at, signing.ECOf(signing.UsedEarly, "V4"))
	}
	return in.judgeExpiry(at.Add(time.Duration(lifetime) * time.Second))
}

// missingEC is the EC of a URL that is signed with V1, V2 or S3 V2 and lacks something, else "".
func (in *incoming) missingEC() string {
	sig := &in.sent.Signature
	switch {
	case sig.KeyID == "": // the name of the parameter tells the scheme, so it is there
		return signing.ECOf(signing.KeyIDBlank, sig.Scheme)
	case sig.Expires == "":
		return in.lackEC(request.ExpiresParameters, signing.ExpiresMissing, signing.ExpiresBlank)
	case sig.Value == "":
		return in.lackEC(request.SignatureParameters, signing.SignatureMissing, signing.SignatureBlank)
	}
	return ""
}

// lackEC is the EC of a URL that has none of these parameters, or one without a value. Of some schemes OSS
// documents one EC only.
func (in *incoming) lackEC(names []string, missing, blank signing.Refusal) string {
	ec := signing.ECOf(missing, in.sent.Signature.Scheme)
	if slices.ContainsFunc(names, in.query.Has) {
		return cmp.Or(signing.ECOf(blank, in.sent.Signature.Scheme), ec)
	}
	return ec
}

// parameter returns a query parameter by its name in any case.
func (in *incoming) parameter(name string) string {
	for _, p := range in.sent.Query {
		if strings.EqualFold(p.Name, name) {
			return p.Value
		}
	}
	return ""
}

// signedAt is the time that a request says it was signed at; zero without one that can be read.
func (in *incoming) signedAt() time.Time {
	prefix := "X-Oss-"
	if in.s3() {
		prefix = "X-Amz-"
	}
	text := in.r.Header.Get(prefix + "Date")
	if in.sent.Signature.In == request.InQuery {
		text = in.parameter(prefix + "Date")
	} else if text == "" {
		text = in.r.Header.Get("Date")
	}
	return ossform.ParseTime(text)
}

// judgeSkew refuses a request that was signed at another time than it came.
func (in *incoming) judgeSkew(at time.Time, code string) error {
	if in.now.Sub(at).Abs() <= signing.MaxSkew {
		return nil
	}
	return in.deny(oss403.KindClockSkew, RequestTime(at), ServerTime(in.now), ec(code))
}

func (in *incoming) judgeExpiry(at time.Time) error {
	if in.now.Before(at) {
		return nil
	}
	return in.deny(oss403.KindRequestExpired, Expires(at), ServerTime(in.now))
}

// judgeScope refuses a scope of V4 for another region, which OSS says is no good argument.
func judgeScope(in *incoming) error {
	sig := &in.sent.Signature
	if sig.Scheme != "V4" {
		return nil
	}
	if region := osshost.Region(in.host); region != "" && sig.Scope[1] != region {
		f := invalidArgument("Invalid signing region in Authorization header.", "Authorization", sig.Scope[1])
		f.ec = "0002-00000226"
		return f
	}
	return nil
}

// mayAnybody says whether the ACL allows a request without a signature.
func (in *incoming) mayAnybody(buckets map[string]*bucket) bool {
	if in.name == "OptionObject" {
		return true
	}
	acl := "private"
	if b := buckets[in.bucket]; b != nil {
		acl = b.acl
		if stored := b.objects[in.key]; stored != nil && stored.acl != "default" {
			acl = stored.acl
		}
	}
	switch in.name {
	case "GetObject", "HeadObject", "GetObjectMeta", "ListObjects", "ListObjectsV2":
		return acl != "private"
	case "PutObject", "AppendObject", "PostObject", "DeleteObject":
		return acl == "public-read-write"
	}
	return false
}

// judgeForm judges the signature of a PostObject's form, which signs its policy. The store is locked.
func (h *handler) judgeForm(in *incoming, f *form) error {
	if len(h.credentials) == 0 {
		return nil
	}
	id, signature, scheme, scope := f.fields["ossaccesskeyid"], f.fields["signature"], "V1", ""
	switch version := f.fields["x-oss-signature-version"]; {
	case strings.HasPrefix(version, "OSS4"):
		scheme, signature = "V4", f.fields["x-oss-signature"]
		id, scope, _ = strings.Cut(f.fields["x-oss-credential"], "/")
	case f.fields["awsaccesskeyid"] != "":
		id = f.fields["awsaccesskeyid"]
	case f.fields["x-amz-credential"] != "":
		scheme, signature = "S3 V4", f.fields["x-amz-signature"]
		id, scope, _ = strings.Cut(f.fields["x-amz-credential"], "/")
	}
	if id == "" && signature == "" {
		if in.mayAnybody(h.store.buckets) {
			return nil
		}
		return in.deny(oss403.KindBucketACLDenied)
	}
	c, err := h.judgeKey(in, id, f.fields["x-oss-security-token"], scheme, request.InHeader)
	if err != nil {
		return err
	}
	want := signing.Sign("V1", c.secret, f.fields["policy"])
	if scheme != "V1" {
		want = signing.SignScoped(scheme, c.secret, scope, f.fields["policy"])
	}
	if want != signature {
		return in.deny(oss403.KindSignatureMismatch, AccessKeyID(id), func(facts *facts) {
			facts.scheme, facts.signature, facts.stringToSign, facts.canonicalRequest = postForm, signature, f.fields["policy"], ""
		})
	}
	return nil
}
