package oss403

// Reason says which cause of its [Kind] an answer, and the request as far as it is known, prove:
// that the AccessKey ID has a space in it, that the request was not signed, that local time was sent
// as UTC. It is finer than the kind, and what the line, the first step, [Error.Retry] and the actor
// follow. What is only likely is no reason: the cause says it, as likely.
//
// A Reason is an error, so that its constants are targets of [errors.Is]. The zero value stands for
// no more than the kind; it matches nothing.
type Reason string

// Error returns the bare name.
func (r Reason) Error() string { return string(r) }

func (Reason) target() {}

// Reasons of the AccessKey ID and the security token.
const (
	// ReasonKeyHasSpace: the AccessKey ID has a space or a line break in it or at one of its ends.
	ReasonKeyHasSpace Reason = "KeyHasSpace"
	// ReasonKeyHasQuotes: the AccessKey ID has quotes around it.
	ReasonKeyHasQuotes Reason = "KeyHasQuotes"
	// ReasonKeyIsPlaceholder: the AccessKey ID is a placeholder that was never replaced.
	ReasonKeyIsPlaceholder Reason = "KeyIsPlaceholder"
	// ReasonKeyOfAWS: the AccessKey ID is an access key ID of AWS.
	ReasonKeyOfAWS Reason = "KeyOfAWS"
	// ReasonKeyOfTencentCloud: the AccessKey ID is a SecretId of Tencent Cloud.
	ReasonKeyOfTencentCloud Reason = "KeyOfTencentCloud"
	// ReasonKeyLooksLikeSecret: the AccessKey ID has the length and the characters of a secret.
	ReasonKeyLooksLikeSecret Reason = "KeyLooksLikeSecret"
	// ReasonKeyHasOddCharacter: the AccessKey ID has a character that no ID has.
	ReasonKeyHasOddCharacter Reason = "KeyHasOddCharacter"
	// ReasonKeyTooLong: the AccessKey ID is longer than any.
	ReasonKeyTooLong Reason = "KeyTooLong"
	// ReasonKeyTooShort: the AccessKey ID is shorter than any.
	ReasonKeyTooShort Reason = "KeyTooShort"
	// ReasonTokenNotSent: the AccessKey is temporary (STS), and the request left the client without its
	// security token.
	ReasonTokenNotSent Reason = "TokenNotSent"
	// ReasonTokenWithLongTermKey: a security token was sent with an AccessKey that is not temporary.
	ReasonTokenWithLongTermKey Reason = "TokenWithLongTermKey"
	// ReasonTemporaryKeyUnknown: OSS does not know an AccessKey of STS, most often because it has expired.
	ReasonTemporaryKeyUnknown Reason = "TemporaryKeyUnknown"
	// ReasonLongTermKeyUnknown: OSS does not know an AccessKey that is not temporary.
	ReasonLongTermKeyUnknown Reason = "LongTermKeyUnknown"
)

// Reasons of a CDN that fetches from OSS with credentials of its own.
const (
	// ReasonCDNListing: a CDN signed the request for its root, which lists the bucket or the buckets.
	ReasonCDNListing Reason = "CDNListing"
	// ReasonCDNOrigin: a CDN signed the request to OSS (x-oss-cdn-auth: success), and its role lacks the
	// right.
	ReasonCDNOrigin Reason = "CDNOrigin"
)

// Reasons of the time that a request carries.
const (
	// ReasonDateRewritten: the time that OSS read is not the one that was sent.
	ReasonDateRewritten Reason = "DateRewritten"
	// ReasonSkewNotCorrected: SDK v2 signed the request in its header. It takes the time from OSS's answer,
	// corrects its own and tries again, so that the error it hands out is of an attempt that was corrected in
	// vain. A Transport below it sees the first attempt as well.
	ReasonSkewNotCorrected Reason = "SkewNotCorrected"
	// ReasonLocalTimeAsUTC: the request's time is ahead by what a time zone is ahead of UTC: local time
	// was sent as UTC.
	ReasonLocalTimeAsUTC Reason = "LocalTimeAsUTC"
	// ReasonUTCAsLocalTime: the request's time is behind by what a time zone is off UTC: UTC was taken for
	// local time, and the offset taken off once more.
	ReasonUTCAsLocalTime Reason = "UTCAsLocalTime"
	// ReasonClockAhead: the request's time is ahead of OSS's clock, by no time zone.
	ReasonClockAhead Reason = "ClockAhead"
	// ReasonClockBehind: the request's time is behind OSS's clock, by no time zone.
	ReasonClockBehind Reason = "ClockBehind"
	// ReasonDateLost: the request had a date when it was sent, and OSS saw none.
	ReasonDateLost Reason = "DateLost"
)

// Reasons of a cross-origin request.
const (
	// ReasonCORSHeaders: the preflight asks for headers of the page's own, each of which a rule has to
	// allow.
	ReasonCORSHeaders Reason = "CORSHeaders"
)

// Reasons of the endpoint and of where the bucket's name stands.
const (
	// ReasonBucketTwiceInHost: the host holds the bucket twice, as in b.b.oss-cn-hangzhou.aliyuncs.com,
	// because the endpoint that the client was given holds it already. No bucket's name has a dot.
	ReasonBucketTwiceInHost Reason = "BucketTwiceInHost"
	// ReasonIPAsEndpoint: the client was given an IP address or localhost as endpoint, before which
	// no bucket can stand.
	ReasonIPAsEndpoint Reason = "IPAsEndpoint"
	// ReasonOtherRegion: the endpoint that was called is of another region than the bucket.
	ReasonOtherRegion Reason = "OtherRegion"
	// ReasonInternalEndpoint: an internal endpoint was called, and OSS asks for the public one of the
	// same region.
	ReasonInternalEndpoint Reason = "InternalEndpoint"
	// ReasonPublicEndpoint: a public endpoint was called, and OSS asks for the internal one of the same
	// region.
	ReasonPublicEndpoint Reason = "PublicEndpoint"
	// ReasonAccelerateEndpoint: an endpoint of transfer acceleration was called, and OSS asks for that
	// of the region.
	ReasonAccelerateEndpoint Reason = "AccelerateEndpoint"
	// ReasonPathStyle: the bucket stands in the path, at an endpoint without a bucket.
	ReasonPathStyle Reason = "PathStyle"
	// ReasonNoBucketInHost: a listing of objects was sent to an endpoint without a bucket, where it lists
	// buckets.
	ReasonNoBucketInHost Reason = "NoBucketInHost"
	// ReasonBucketFromPath: the host holds no bucket, so that OSS read the first part of the path as one.
	ReasonBucketFromPath Reason = "BucketFromPath"
	// ReasonHostRewritten: the bucket was in the host when the request was sent, and OSS saw none.
	ReasonHostRewritten Reason = "HostRewritten"
)

// Reasons of how long a signed URL is good for.
const (
	// ReasonExpiresIsLifetime: Expires of the signed URL holds a lifetime, where it has to hold a time.
	ReasonExpiresIsLifetime Reason = "ExpiresIsLifetime"
	// ReasonLifetimeIsTime: x-oss-expires of a V4 URL holds a time, where it has to hold a lifetime.
	ReasonLifetimeIsTime Reason = "LifetimeIsTime"
	// ReasonLifetimeInMilliseconds: the lifetime of a V4 URL is longer than seven days, and not when it is
	// read as milliseconds.
	ReasonLifetimeInMilliseconds Reason = "LifetimeInMilliseconds"
	// ReasonLifetimeInNanoseconds: the lifetime of a V4 URL is longer than seven days, and not when it is
	// read as nanoseconds, as a time.Duration counts.
	ReasonLifetimeInNanoseconds Reason = "LifetimeInNanoseconds"
	// ReasonLifetimeOutOfRange: the lifetime of a V4 URL is not 1 to 604800 seconds, seven days.
	ReasonLifetimeOutOfRange Reason = "LifetimeOutOfRange"
	// ReasonExpiresInMilliseconds: Expires of the signed URL counts milliseconds.
	ReasonExpiresInMilliseconds Reason = "ExpiresInMilliseconds"
)

// Reasons of an answer that is not OSS's own.
const (
	// ReasonCDNRule: a CDN refused the request by a rule of its own, which X-Tengine-Error names.
	ReasonCDNRule Reason = "CDNRule"
	// ReasonCDNRefusedMethod: a CDN passed the answer on, and the request is no download.
	ReasonCDNRefusedMethod Reason = "CDNRefusedMethod"
	// ReasonCDNAnswered: a CDN passed the answer on, and nothing in it is OSS's.
	ReasonCDNAnswered Reason = "CDNAnswered"
	// ReasonForeignDocument: the body is an error document without any mark of OSS.
	ReasonForeignDocument Reason = "ForeignDocument"
	// ReasonPageAnswered: the body is a page, as proxies, firewalls and filing (ICP) checks send.
	ReasonPageAnswered Reason = "PageAnswered"
)

// Reasons of a KMS key that the caller may not use.
const (
	// ReasonKMSRead: the request reads what a KMS key encrypts.
	ReasonKMSRead Reason = "KMSRead"
	// ReasonKMSWrite: the request writes what a KMS key is to encrypt.
	ReasonKMSWrite Reason = "KMSWrite"
)

// Reasons of an archived object.
const (
	// ReasonRestoring: RestoreObject was called, and the restoration is not complete.
	ReasonRestoring Reason = "Restoring"
	// ReasonRestoredCopyExpired: the object was restored once, and the restored copy has run out.
	ReasonRestoredCopyExpired Reason = "RestoredCopyExpired"
)

// Reasons of a bucket whose requester pays.
const (
	// ReasonPayerLost: the request said that the requester pays when it was sent, and OSS did not see it.
	ReasonPayerLost Reason = "PayerLost"
	// ReasonPayerParameterMissing: the signed URL lacks the parameter x-oss-request-payer.
	ReasonPayerParameterMissing Reason = "PayerParameterMissing"
	// ReasonPayerHeaderMissing: the request is signed in its header and lacks the header
	// x-oss-request-payer.
	ReasonPayerHeaderMissing Reason = "PayerHeaderMissing"
)

// Reasons of a policy that refuses.
const (
	// ReasonSessionPolicyDenies: the policy given to AssumeRole has a Deny that matches.
	ReasonSessionPolicyDenies Reason = "SessionPolicyDenies"
	// ReasonSessionPolicyLacksAllow: nothing in the policy given to AssumeRole allows the action.
	ReasonSessionPolicyLacksAllow Reason = "SessionPolicyLacksAllow"
	// ReasonListingNeedsBucket: the request lists objects, which needs an action on the bucket; a grant on
	// its objects (BUCKET/*) does not cover it.
	ReasonListingNeedsBucket Reason = "ListingNeedsBucket"
)

// Reasons of the form of a PostObject.
const (
	// ReasonFormFieldMissing: the form does not hold, before its file, the field that a condition of its
	// policy is about.
	ReasonFormFieldMissing Reason = "FormFieldMissing"
	// ReasonFormFieldDiffers: the form holds the field, with another value than the condition wants.
	ReasonFormFieldDiffers Reason = "FormFieldDiffers"
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

// Reasons of a signature that does not match.
const (
	// ReasonPlusAsSpace: a + of the signature reached OSS as a space, because the URL carries it
	// unescaped.
	ReasonPlusAsSpace Reason = "PlusAsSpace"
	// ReasonSignatureHasLineBreak: the signature has a line break in it.
	ReasonSignatureHasLineBreak Reason = "SignatureHasLineBreak"
	// ReasonSignatureEncodedTwice: the signature is percent-encoded twice (%253D).
	ReasonSignatureEncodedTwice Reason = "SignatureEncodedTwice"
	// ReasonSignatureEscaped: the signature has escapes of HTML or JSON in it (&#43;, \u003d).
	ReasonSignatureEscaped Reason = "SignatureEscaped"
	// ReasonSignatureCut: the signature is shorter than any of its scheme.
	ReasonSignatureCut Reason = "SignatureCut"
	// ReasonSignedAgain: something between the client and OSS signs the request by itself: OSS saw another
	// scheme or another AccessKey ID than the request was signed with.
	ReasonSignedAgain Reason = "SignedAgain"
	// ReasonObjectPlusAsSpace: a + in the object's name was sent as it is, and OSS read a space.
	ReasonObjectPlusAsSpace Reason = "ObjectPlusAsSpace"
	// ReasonPathEncodedTwice: the path was percent-encoded a second time on the way.
	ReasonPathEncodedTwice Reason = "PathEncodedTwice"
	// ReasonPathDecoded: the path was percent-decoded once more on the way.
	ReasonPathDecoded Reason = "PathDecoded"
	// ReasonChangedOnTheWay: what OSS calculated the signature over is not what was sent.
	ReasonChangedOnTheWay Reason = "ChangedOnTheWay"
	// ReasonSignedHeaderMissing: the signature names a header, as Referer, which the request does not
	// carry.
	ReasonSignedHeaderMissing Reason = "SignedHeaderMissing"
	// ReasonScopeDate: the day in the scope of a V4 signature is not that of the request's time.
	ReasonScopeDate Reason = "ScopeDate"
	// ReasonScopeRegion: the region in the scope of a V4 signature is not that of the host.
	ReasonScopeRegion Reason = "ScopeRegion"
	// ReasonScopeProduct: the product in the scope of a V4 signature is not oss.
	ReasonScopeProduct Reason = "ScopeProduct"
	// ReasonPresignedWithProcess: x-oss-process stands in a presigned URL, and most often was appended to it.
	ReasonPresignedWithProcess Reason = "PresignedWithProcess"
	// ReasonPresignedWithContentType: a presigned URL was used with a Content-Type, and most are signed
	// without.
	ReasonPresignedWithContentType Reason = "PresignedWithContentType"
	// ReasonPresignedWithHeader: a presigned URL was used with a header that OSS signs, and most are signed
	// without.
	ReasonPresignedWithHeader Reason = "PresignedWithHeader"
	// ReasonPresignedWithOtherMethod: a presigned URL was used with HEAD. That is what is proved: no answer says
	// which method a URL was signed for. It is a reason because hardly any is signed for HEAD, and the method
	// is to be tried before the secret. DELETE and POST, for which URLs are signed as well, are none; there the
	// method is a finding and a step.
	ReasonPresignedWithOtherMethod Reason = "PresignedWithOtherMethod"
	// ReasonFormSignature: the signature is that of a PostObject form.
	ReasonFormSignature Reason = "FormSignature"
	// ReasonNothingChanged: what OSS calculated the signature over is what was sent. What is left is the
	// secret, or a client that signed another text.
	ReasonNothingChanged Reason = "NothingChanged"
)

// Reasons of a request that OSS saw without a signature.
const (
	// ReasonUnsigned: the request carries no signature, neither in a header nor in its URL.
	ReasonUnsigned Reason = "Unsigned"
	// ReasonAuthorizationLost: the request was signed in its header when it was sent, and OSS saw no
	// signature.
	ReasonAuthorizationLost Reason = "AuthorizationLost"
	// ReasonURLSignatureLost: the request was signed in its URL when it was sent, and OSS saw no signature.
	ReasonURLSignatureLost Reason = "URLSignatureLost"
)

// Reasons of a signed URL that lacks a parameter.
const (
	// ReasonEscapedAmpersand: the URL was copied out of HTML or JSON, so that OSS does not see the
	// parameters behind an & that arrived as an escape.
	ReasonEscapedAmpersand Reason = "EscapedAmpersand"
	// ReasonSignatureMissing: the signed URL has no signature, or an empty one.
	ReasonSignatureMissing Reason = "SignatureMissing"
	// ReasonExpiresMissing: the signed URL does not say when it expires, or says nothing there.
	ReasonExpiresMissing Reason = "ExpiresMissing"
	// ReasonAccessKeyIDMissing: the signed URL has no AccessKey ID, or an empty one.
	ReasonAccessKeyIDMissing Reason = "AccessKeyIDMissing"
)
