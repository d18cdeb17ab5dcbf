package oss403

import (
	"iter"
	"slices"
	"strings"
)

// Entry is one line of the catalog: what OSS sends, and the kind it means.
type Entry struct {
	Kind     Kind     // what it means
	Code     Code     // "" where an EC decides whatever the code is
	Message  string   // "" where it is not known, and for an EC that decides by itself
	Template bool     // whether Message has a part in braces that varies
	EC       []string // seen with this message, or the one that decides; nil when none is known
}

// Catalog returns every pair of code and message that OSS is known to send with 403, in the order of code and
// message, then the messages with a part that varies, then, with Message "", every EC that decides by itself.
// The entries are copies.
func Catalog() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for _, list := range [][]pair{pairs[:], templates[:]} {
			for i := range list {
				p := &list[i]
				if !p.spelling && !yield(Entry{p.kind, p.code, p.message, strings.Contains(p.message, "{"), slices.Clone(p.ec)}) {
					return
				}
			}
		}
		for i := range ecs {
			if e := &ecs[i]; e.kind != "" && !yield(Entry{Kind: e.kind, Code: e.code, EC: []string{e.ec}}) {
				return
			}
		}
	}
}

// pair is what OSS sends and what it means.
//
// To add one: put it into pairs in the order of code and message (TestTidy says where), or into
// templates if a part of the message varies. CONTRIBUTING.md says what a new kind takes.
type pair struct {
	code     Code
	message  string // printable ASCII, single spaces; compared as Classify says
	kind     Kind
	ec       []string
	shared   bool // another store, AWS S3 for one, sends the same code and message
	spelling bool // another spelling of a pair, which Catalog leaves out
}

// pairs is sorted by code, then by message without regard to case and final full stops.
var pairs = [...]pair{
	{code: CodeAbnormalBucketOwnerStatus, message: "The status of the bucket owner is abnormal.", kind: KindBucketOwnerAbnormal},
	{code: CodeAccessDenied, message: "Access denied by authorizer's policy.", kind: KindSessionPolicyDenied, ec: []string{"0003-00000301"}},
	{code: CodeAccessDenied, message: "Access denied by bucket policy.", kind: KindBucketPolicyDenied, ec: []string{"0003-00000101", "0003-00000201", "0003-00000205"}},
	{code: CodeAccessDenied, message: "Access denied by VPC endpoint policy", kind: KindVPCEndpointPolicyDenied, ec: []string{"0003-00000401"}},
	{code: CodeAccessDenied, message: "Access denied for requester pay bucket", kind: KindRequesterPaysRequired, ec: []string{"0003-00000703"}},
	{code: CodeAccessDenied, message: "AccessDenied", kind: KindAccessDeniedUnspecified, ec: []string{"0003-00000905"}},
	{code: CodeAccessDenied, message: "AccessDenied.", kind: KindAccessDeniedUnspecified},
	{code: CodeAccessDenied, message: "Anonymous access is forbidden for this operation.", kind: KindAnonymousOperationForbidden, ec: []string{"0003-00001201"}, shared: true},
	{code: CodeAccessDenied, message: "Anonymous user has no right to access this bucket.", kind: KindAnonymousBucketDenied},
	{code: CodeAccessDenied, message: "Anonymous user has no right to access this object.", kind: KindAnonymousObjectDenied},
	{code: CodeAccessDenied, message: "Cannot visit oss, forbidden by security system.", kind: KindSecurityBlocked, ec: []string{"0061-00000001"}},
	{code: CodeAccessDenied, message: "Configuration is disabled for the current user", kind: KindFeatureNotEnabled, ec: []string{"0024-00000008"}},
	{code: CodeAccessDenied, message: "Hierarchical namespace is disabled", kind: KindHierarchicalNamespaceDisabled},
	{code: CodeAccessDenied, message: "Invalid according to Policy: Policy expired.", kind: KindPostPolicyExpired, ec: []string{"0006-00000213"}, shared: true},
	{code: CodeAccessDenied, message: "Invalid date (should be seconds since epoch).", kind: KindExpiresInvalid, shared: true},
	{code: CodeAccessDenied, message: "OSS authentication requires a valid Date.", kind: KindDateRequired, ec: []string{"0002-00000503"}},
	{code: CodeAccessDenied, message: "Put bucket request is not resource owner.", kind: KindBucketCreateNotResourceOwner},
	{code: CodeAccessDenied, message: "Put public bucket acl is not allowed", kind: KindPublicBucketACLBlocked},
	{code: CodeAccessDenied, message: "Put public bucket policy is not allowed", kind: KindPublicBucketPolicyBlocked},
	{code: CodeAccessDenied, message: "Put public object acl is not allowed", kind: KindPublicObjectACLBlocked, ec: []string{"0016-00000901"}},
	{code: CodeAccessDenied, message: "Query string authentication requires the Signature, Expires and OSSAccessKeyId parameters.", kind: KindSignatureParametersMissing},
	{code: CodeAccessDenied, message: "Query-string authentication requires the Signature, Expires and OSSAccessKeyId parameters", kind: KindSignatureParametersMissing, spelling: true},
	{code: CodeAccessDenied, message: "Request has expired.", kind: KindRequestExpired, ec: []string{"0002-00000069"}, shared: true},
	{code: CodeAccessDenied, message: "SignatureDoesNotMatch The request signature we calculated does not match the signature you provided. Check your key and signing method.", kind: KindSignatureMismatch},
	{code: CodeAccessDenied, message: "Target object does not reside in the same data center as source object.", kind: KindCrossRegionCopy},
	{code: CodeAccessDenied, message: "The bucket you access does not belong to you.", kind: KindBucketNotOwned, ec: []string{"0003-00000001", "0003-00000905"}},
	{code: CodeAccessDenied, message: "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.", kind: KindEndpointMismatch, ec: []string{"0003-00001403"}},
	{code: CodeAccessDenied, message: "The bucket you visit is not belong to you.", kind: KindBucketNotOwned},
	{code: CodeAccessDenied, message: "This request is forbidden by kms.", kind: KindKMSForbidden},
	{code: CodeAccessDenied, message: "You are denied by bucket referer policy.", kind: KindRefererDenied, ec: []string{"0003-00000501", "0003-00000502", "0003-00000503"}},
	{code: CodeAccessDenied, message: "You are forbidden to list buckets.", kind: KindListBucketsForbidden},
	{code: CodeAccessDenied, message: "You do not have read acl permission on this object.", kind: KindObjectACLReadDenied},
	{code: CodeAccessDenied, message: "You do not have read permission on this object.", kind: KindObjectReadDenied},
	{code: CodeAccessDenied, message: "You do not have write acl permission on this object.", kind: KindObjectACLWriteDenied},
	{code: CodeAccessDenied, message: "You do not have write permission on this object.", kind: KindObjectWriteDenied},
	{code: CodeAccessDenied, message: "You have no right to access this object.", kind: KindObjectAccessDenied},
	{code: CodeAccessDenied, message: "You have no right to access this object because of bucket acl.", kind: KindBucketACLDenied, ec: []string{"0003-00000001"}},
	{code: CodeAccessForbidden, message: "CORSResponse: CORS is not enabled for this bucket.", kind: KindCORSNotEnabled, ec: []string{"0003-00000601"}, shared: true},
	{code: CodeAccessForbidden, message: "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Requet-Headers are not whitelisted by the resource's CORS spec.", kind: KindCORSNotAllowed, ec: []string{"0003-00000602"}, shared: true},
	{code: CodeAccessKeyIDAndSecurityTokenNotMatch, message: "The OSS access key id and security token you provided does not match.", kind: KindSecurityTokenMismatch},
	{code: CodeBucketDisable, message: "BucketDisable.", kind: KindBucketDisabled, ec: []string{"0003-00000908"}},
	{code: CodeBucketNotBelongTo, message: "The bucket you access does not belong to you.", kind: KindBucketNotOwned},
	{code: CodeCnameDenied, message: "The cname belongs to another user.", kind: KindCnameOwnedByOther},
	{code: CodeCnameIsForbidden, message: "", kind: KindCnameForbidden},
	{code: CodeCnameIsRisk, message: "", kind: KindCnameRisk},
	{code: CodeImageDamage, message: "The image file may be damaged.", kind: KindImageDamaged},
	{code: CodeInDebt, message: "Current user is indebted.", kind: KindAccountOverdue},
	{code: CodeInDebtOverdue, message: "Current user is indebted Overdue.", kind: KindAccountOverdueSuspended},
	{code: CodeInvalidAccessKeyID, message: "The OSS Access Key Id contains non-acceptable characters, which accepts only alphanumeric characters[0-9a-zA-Z] and several special characters[. _=]", kind: KindAccessKeyMalformed},
	{code: CodeInvalidAccessKeyID, message: "The OSS Access Key Id you provided does not exist in our records.", kind: KindAccessKeyNotFound, ec: []string{"0002-00000002", "0002-00000902"}},
	{code: CodeInvalidAccessKeyID, message: "The OSS Access Key Id you provided does not exist in our records. The Security Token may be lost to specify that it is a STS Access Id.", kind: KindSecurityTokenMissing, ec: []string{"0002-00000003"}},
	{code: CodeInvalidAccessKeyID, message: "The OSS Access Key Id you provided is disabled.", kind: KindAccessKeyDisabled, ec: []string{"0002-00000903", "0002-00000904"}},
	{code: CodeInvalidObjectState, message: "The operation is not valid for the object's state", kind: KindObjectNotRestored, ec: []string{"0016-00000330", "0016-00000404"}},
	{code: CodeInvalidSecurityToken, message: "The security token you provided is invalid.", kind: KindSecurityTokenInvalid, ec: []string{"0002-00000006"}},
	{code: CodeInvalidTargetBucketForLogging, message: "put bucket log requester is not target bucket owner.", kind: KindLoggingTargetNotOwned},
	{code: CodeKMSInDebt, message: "Current user is indebted.", kind: KindKMSOverdue},
	{code: CodeKMSInDebtOverdue, message: "Current user is indebted Overdue.", kind: KindKMSOverdueSuspended},
	{code: CodeKMSServiceNotEnabled, message: "Kms service is not Enabled for current user. Please get access permission first.", kind: KindKMSNotActivated},
	{code: CodeKMSUbsmsInvalidBid, message: "Your account partner does not have KMS Service.", kind: KindKMSNotActivated},
	{code: CodeNeedVerifyDomainOwnership, message: "Please verify domain ownership by CreateCnameToken and try again.", kind: KindDomainOwnershipUnverified, ec: []string{"0018-00000115"}},
	{code: CodeNonStandardHostForbidden, message: "Your host is invalid. Please use Open Storage Service standard host.", kind: KindNonStandardHost, ec: []string{"0003-00001402"}},
	{code: CodePermanentRedirect, message: "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.", kind: KindEndpointMismatch, shared: true},
	{code: CodeRequestTimeTooSkewed, message: "The difference between the request time and the current time is too large.", kind: KindClockSkew, ec: []string{"0002-00000504"}, shared: true},
	{code: CodeSecondLevelDomainForbidden, message: "Please use virtual hosted style to access.", kind: KindVirtualHostedStyleRequired, ec: []string{"0003-00001401"}},
	{code: CodeSecondLevelDomainForbidden, message: "The bucket you are attempting to access must be addressed using OSS third level domain.", kind: KindThirdLevelDomainRequired},
	{code: CodeSecurityTokenExpired, message: "The security token you provided has expired.", kind: KindSecurityTokenExpired, ec: []string{"0002-00000007"}},
	{code: CodeSecurityTokenNotSupported, message: "Security token is not supported in this region.", kind: KindSecurityTokenUnsupportedRegion},
	{code: CodeSecurityTokenNotSupported, message: "This interface does not support security token.", kind: KindSecurityTokenUnsupportedOperation},
	{code: CodeSignatureDoesNotMatch, message: "The request signature we calculated does not match the signature you provided.", kind: KindSignatureMismatch, shared: true, spelling: true},
	{code: CodeSignatureDoesNotMatch, message: "The request signature we calculated does not match the signature you provided. Check your key and signing method.", kind: KindSignatureMismatch, ec: []string{"0002-00000040", "0002-00000201", "0002-00000307", "0002-00000429", "0002-00000602"}, shared: true},
	{code: CodeTransferAccelerationDisabled, message: "Transfer acceleration is disabled.", kind: KindTransferAccelerationDisabled},
	{code: CodeUbsmsInvalidBid, message: "Your account partner does not have KMS Service.", kind: KindKMSNotActivated},
	{code: CodeUserDisable, message: "UserDisable", kind: KindUserDisabled, ec: []string{"0003-00000801"}},
	{code: CodeWORMConfigurationLocked, message: "The WORM Configuration is locked.", kind: KindWORMLocked},
}

// templates are the messages with a part, in braces, that varies. Pairs are tried first.
var templates = [...]pair{
	{code: CodeAccessDenied, message: "Invalid according to Policy: Policy Condition failed: {condition}", kind: KindPostPolicyConditionFailed, ec: []string{"0006-00000227"}, shared: true},
	{code: CodeAccessDenied, message: "You are forbidden to {action}", kind: KindActionForbidden},
	{code: CodeRequestDeniedByCallback, message: "Callback deny this request reason: {reason}", kind: KindDeniedByCallback, ec: []string{"0007-00000209"}},
	{code: CodeInvalidAccessKeyID, message: "The OSS Access Key Id contains non-acceptable characters, which accepts only alphanumeric characters[0-9a-zA-Z] and several special characters[{characters}]", kind: KindAccessKeyMalformed, spelling: true},
	{code: CodeRequestDeniedByCallback, message: "require login [{reason}]", kind: KindDeniedByCallback, spelling: true},
}
