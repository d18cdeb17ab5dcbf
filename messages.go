package oss403

import (
	"iter"
	"slices"
	"sort"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
)

// Kind says what went wrong. It is finer than [Code] and, unlike OSS's messages and ECs, ours to
// keep stable: a kind is never renamed.
//
// A Kind is an error, so that its constants are targets of [errors.Is]. The zero value is read
// as KindUnknown everywhere.
type Kind string

// KindUnknown stands for a 403 of OSS that the catalog does not hold, and for one that says
// nothing about its cause. It is never a guess at a missing permission.
const KindUnknown Kind = "Unknown"

// Error returns the bare name.
func (k Kind) Error() string { return string(k.orUnknown()) }

// Category returns the group of the kind, which is fixed for good like the name. It is
// CategoryUnknown for KindUnknown and for a name that is no kind.
func (k Kind) Category() Category {
	if f := k.facts(); f != nil {
		return f.category
	}
	return CategoryUnknown
}

// Retry returns what must happen before a retry can succeed, for answers of this kind in
// general. It may be refined in later versions. It is RetryUnknown for KindUnknown and for a
// name that is no kind.
func (k Kind) Retry() Retry {
	if f := k.facts(); f != nil {
		return f.retry
	}
	return RetryUnknown
}

func (Kind) target() {}

func (k Kind) orUnknown() Kind {
	if k == "" {
		return KindUnknown
	}
	return k
}

func (k Kind) facts() *kindFacts {
	i, ok := sort.Find(len(kinds), func(i int) int { return chars.CompareFold(string(k), string(kinds[i].kind)) })
	if !ok || kinds[i].kind != k {
		return nil
	}
	return &kinds[i]
}

// Category groups kinds by what has to change. It is an error, so that its constants are targets
// of [errors.Is]. The zero value matches nothing.
type Category string

// The categories.
const (
	CategoryPermission   Category = "Permission"   // a policy, an ACL or a missing signature; answers errors.Is(err, fs.ErrPermission)
	CategoryCredentials  Category = "Credentials"  // the AccessKey or the STS token itself
	CategorySignature    Category = "Signature"    // how, or when, the request was signed
	CategoryEndpoint     Category = "Endpoint"     // the host the request went to, or a domain name
	CategoryRequest      Category = "Request"      // the request as such
	CategoryState        Category = "State"        // the bucket or the object is not in a state for it
	CategoryAccount      Category = "Account"      // an account: overdue, disabled, not activated
	CategoryIntermediary Category = "Intermediary" // not OSS's own refusal
	CategoryUnknown      Category = "Unknown"      // the category of KindUnknown
)

// Error returns the bare name.
func (c Category) Error() string { return string(c) }

func (Category) target() {}

// Entry is one line of the catalog: what OSS sends, and the kind it means.
type Entry struct {
	Kind     Kind
	Code     Code     // "" where an EC decides whatever the code is
	Message  string   // "" where it is not known, and for an EC that decides by itself
	Template bool     // whether Message has a part in braces that varies
	EC       []string // seen with this message, or the one that decides; nil when none is known
}

// Kinds returns the kinds of the catalog in alphabetical order: all constants but KindUnknown.
func Kinds() iter.Seq[Kind] {
	return func(yield func(Kind) bool) {
		for i := range kinds {
			if !yield(kinds[i].kind) {
				return
			}
		}
	}
}

// Catalog returns every pair of code and message that OSS is known to send with 403, then, with
// Message "", every EC that decides by itself. The entries are copies.
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

// Kinds of CategoryEndpoint.
const (
	// KindEndpointMismatch: the request went to an endpoint that does not serve the bucket,
	// usually one of another region. It reads like a missing right and is none.
	// OSS says AccessDenied or PermanentRedirect "The bucket you are attempting to access must be
	// addressed using the specified endpoint. Please send all future requests to this endpoint."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/oss-domain-names
	KindEndpointMismatch Kind = "EndpointMismatch"

	// KindThirdLevelDomainRequired: the bucket stood in the path; OSS wants it in the host name,
	// as in bucket.oss-cn-hangzhou.aliyuncs.com.
	// OSS says SecondLevelDomainForbidden "The bucket you are attempting to access must be
	// addressed using OSS third level domain."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/oss-domain-names
	KindThirdLevelDomainRequired Kind = "ThirdLevelDomainRequired"

	// KindVirtualHostedStyleRequired: the request did not have BUCKET.ENDPOINT as its host; most
	// often an S3 client sent path style.
	// OSS says SecondLevelDomainForbidden "Please use virtual hosted style to access."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/oss-domain-names
	KindVirtualHostedStyleRequired Kind = "VirtualHostedStyleRequired"

	// KindNonStandardHost: the Host header is neither an OSS domain name nor a custom domain bound
	// to a bucket.
	// OSS says NonStandardHostForbidden "Your host is invalid. Please use Open Storage Service
	// standard host."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/oss-domain-names
	KindNonStandardHost Kind = "NonStandardHost"

	// KindTransferAccelerationDisabled: the request came through an accelerate endpoint, and the
	// bucket has transfer acceleration switched off.
	// OSS says TransferAccelerationDisabled "Transfer acceleration is disabled."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/transfer-acceleration
	KindTransferAccelerationDisabled Kind = "TransferAccelerationDisabled"

	// KindCnameOwnedByOther: the domain of a PutCname is bound to somebody else's bucket.
	// OSS says CnameDenied "The cname belongs to another user."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/access-buckets-via-custom-domain-names
	KindCnameOwnedByOther Kind = "CnameOwnedByOther"

	// KindCnameForbidden: PutCname named a domain that OSS keeps for itself.
	// OSS says CnameIsForbidden, whose message is not known.
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/putcname
	KindCnameForbidden Kind = "CnameForbidden"

	// KindCnameRisk: PutCname named a domain that is rated as high-risk.
	// OSS says CnameIsRisk, whose message is not known.
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/putcname
	KindCnameRisk Kind = "CnameRisk"

	// KindDomainOwnershipUnverified: PutCname came before the ownership of the domain was proven.
	// OSS says NeedVerifyDomainOwnership "Please verify domain ownership by CreateCnameToken and
	// try again."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/createcnametoken
	KindDomainOwnershipUnverified Kind = "DomainOwnershipUnverified"
)

// Kinds of CategoryPermission.
const (
	// KindAccessDeniedUnspecified: OSS refused the operation and gave no reason. A permission that
	// the operation needs besides its main one is often what is missing.
	// OSS says AccessDenied "AccessDenied."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/permissions-and-access-control-overview
	KindAccessDeniedUnspecified Kind = "AccessDeniedUnspecified"

	// KindObjectAccessDenied: the caller has no permission for this operation on the object.
	// OSS says AccessDenied "You have no right to access this object."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/permissions-and-access-control-overview
	KindObjectAccessDenied Kind = "ObjectAccessDenied"

	// KindBucketACLDenied: nothing allows the request: no policy grants it and the ACL is not
	// public. Despite the words it is rarely the ACL that has to change.
	// OSS says AccessDenied "You have no right to access this object because of bucket acl."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/permissions-and-access-control-overview
	KindBucketACLDenied Kind = "BucketACLDenied"

	// KindAnonymousBucketDenied: the request was unsigned, and the bucket gives anonymous users
	// nothing.
	// OSS says AccessDenied "Anonymous user has no right to access this bucket."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/permissions-and-access-control-overview
	KindAnonymousBucketDenied Kind = "AnonymousBucketDenied"

	// KindAnonymousObjectDenied: the request was unsigned, and anonymous users may not access the
	// object.
	// OSS says AccessDenied "Anonymous user has no right to access this object."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/permissions-and-access-control-overview
	KindAnonymousObjectDenied Kind = "AnonymousObjectDenied"

	// KindAnonymousOperationForbidden: the request was unsigned, and this operation needs a
	// signature whatever the policies say.
	// OSS says AccessDenied "Anonymous access is forbidden for this operation."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/include-signatures-in-the-authorization-header
	KindAnonymousOperationForbidden Kind = "AnonymousOperationForbidden"

	// KindObjectReadDenied: the caller may not read the object.
	// OSS says AccessDenied "You do not have read permission on this object."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/permissions-and-access-control-overview
	KindObjectReadDenied Kind = "ObjectReadDenied"

	// KindObjectWriteDenied: the caller may not write the object.
	// OSS says AccessDenied "You do not have write permission on this object."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/permissions-and-access-control-overview
	KindObjectWriteDenied Kind = "ObjectWriteDenied"

	// KindObjectACLReadDenied: the caller may not read the ACL of the object; the action is
	// oss:GetObjectAcl.
	// OSS says AccessDenied "You do not have read acl permission on this object."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/permissions-and-access-control-overview
	KindObjectACLReadDenied Kind = "ObjectACLReadDenied"

	// KindObjectACLWriteDenied: the caller may not change the ACL of the object; the action is
	// oss:PutObjectAcl.
	// OSS says AccessDenied "You do not have write acl permission on this object."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/permissions-and-access-control-overview
	KindObjectACLWriteDenied Kind = "ObjectACLWriteDenied"

	// KindBucketPolicyDenied: a Deny statement matched, by OSS's words one of the bucket policy.
	// OSS sends the same words for a Deny in a RAM policy; a Denial or an EC tells the two apart.
	// OSS says AccessDenied "Access denied by bucket policy."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/oss-bucket-policy/
	KindBucketPolicyDenied Kind = "BucketPolicyDenied"

	// KindRAMPolicyExplicitDeny: a Deny statement of a RAM policy, or of a control policy of the
	// resource directory, matched. No Allow outweighs it.
	// It has no message of its own; EC 0003-00000201 tells it.
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/0003-00000201
	KindRAMPolicyExplicitDeny Kind = "RAMPolicyExplicitDeny"

	// KindRAMPolicyImplicitDeny: no RAM policy allows the action, and none denies it.
	// It has no message of its own; EC 0003-00000202 tells it.
	//
	// Source: https://help.aliyun.com/en/oss/user-guide/0003-00000202
	KindRAMPolicyImplicitDeny Kind = "RAMPolicyImplicitDeny"

	// KindBucketAndRAMPolicyDeny: both the bucket policy and a RAM policy deny the request, or, of a
	// batch operation (EC 0003-00000204), one of the two.
	// It has no message of its own; the ECs 0003-00000203 and 0003-00000204 tell it.
	//
	// Source: https://help.aliyun.com/en/oss/user-guide/0003-00000203
	KindBucketAndRAMPolicyDeny Kind = "BucketAndRAMPolicyDeny"

	// KindSessionPolicyDenied: the policy given when the STS token was requested does not allow
	// the action, or denies it. The role's own policies may be fine.
	// OSS says AccessDenied "Access denied by authorizer's policy."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/the-access-denied-by-authorizer-s-policy-error-message-is-returned-when-sts-grants-temporary-permissions-to-oss
	KindSessionPolicyDenied Kind = "SessionPolicyDenied"

	// KindControlPolicyDenied: a control policy of the resource directory does not allow the
	// action for the account.
	// It has no message of its own; AccessDeniedDetail with PolicyType ControlPolicy tells it.
	//
	// Source: https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-decodediagnosticmessage
	KindControlPolicyDenied Kind = "ControlPolicyDenied"

	// KindAssumeRolePolicyDenied: the trust policy of the RAM role does not let the caller take
	// the role.
	// It has no message of its own; AccessDeniedDetail with PolicyType AssumeRolePolicy tells it.
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/use-temporary-access-credentials-provided-by-sts-to-access-oss
	KindAssumeRolePolicyDenied Kind = "AssumeRolePolicyDenied"

	// KindVPCEndpointPolicyDenied: the policy of the VPC gateway endpoint that the request went
	// through does not allow it.
	// OSS says AccessDenied "Access denied by VPC endpoint policy".
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/dual-access-control-with-vpc-and-bucket-policy
	KindVPCEndpointPolicyDenied Kind = "VPCEndpointPolicyDenied"

	// KindBucketNotOwned: the caller may not do this on the bucket. It is either another
	// account's, or, more often, the caller's own and a bucket action is not granted.
	// OSS says BucketNotBelongTo or AccessDenied "The bucket you access does not belong to you.";
	// AccessDenied "The bucket you visit is not belong to you."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/common-examples-of-ram-policies
	KindBucketNotOwned Kind = "BucketNotOwned"

	// KindListBucketsForbidden: the caller may not list the buckets of the account
	// (oss:ListBuckets), or a request without a bucket reached the service root.
	// OSS says AccessDenied "You are forbidden to list buckets."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/common-examples-of-ram-policies
	KindListBucketsForbidden Kind = "ListBucketsForbidden"

	// KindActionForbidden: the action that the message names is not granted to the caller. It may
	// belong to another service than OSS.
	// OSS says AccessDenied "You are forbidden to {action}".
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/common-examples-of-ram-policies
	KindActionForbidden Kind = "ActionForbidden"

	// KindPublicBucketACLBlocked: a bucket ACL that opens the bucket to the public was refused
	// because Block Public Access is on.
	// OSS says AccessDenied "Put public bucket acl is not allowed".
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/block-public-access
	KindPublicBucketACLBlocked Kind = "PublicBucketACLBlocked"

	// KindPublicBucketPolicyBlocked: a bucket policy that opens the bucket to the public was
	// refused because Block Public Access is on.
	// OSS says AccessDenied "Put public bucket policy is not allowed".
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/block-public-access
	KindPublicBucketPolicyBlocked Kind = "PublicBucketPolicyBlocked"

	// KindPublicObjectACLBlocked: an object ACL that opens the object to the public was refused
	// because Block Public Access is on.
	// OSS says AccessDenied "Put public object acl is not allowed".
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/block-public-access
	KindPublicObjectACLBlocked Kind = "PublicObjectACLBlocked"

	// KindLoggingTargetNotOwned: PutBucketLogging named a target bucket that the caller does not
	// own.
	// OSS says InvalidTargetBucketForLogging "put bucket log requester is not target bucket
	// owner."
	//
	// Source: https://help.aliyun.com/en/oss/developer-reference/putbucketlogging
	KindLoggingTargetNotOwned Kind = "LoggingTargetNotOwned"

	// KindBucketCreateNotResourceOwner: the caller may not create the bucket; seen for
	// administrators who are limited to a resource group.
	// OSS says AccessDenied "Put bucket request is not resource owner."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/common-examples-of-ram-policies
	KindBucketCreateNotResourceOwner Kind = "BucketCreateNotResourceOwner"

	// KindRefererDenied: the hotlink protection of the bucket refused the Referer header of the
	// request, or its absence.
	// OSS says AccessDenied "You are denied by bucket referer policy."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/hotlink-protection
	KindRefererDenied Kind = "RefererDenied"

	// KindRefererEmpty: the request had no Referer header, and the hotlink protection of the
	// bucket demands one.
	// It has no message of its own; EC 0003-00000501 tells it.
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/0003-00000501
	KindRefererEmpty Kind = "RefererEmpty"

	// KindRefererBlacklisted: the Referer header of the request is on the blacklist of the
	// bucket's hotlink protection.
	// It has no message of its own; EC 0003-00000502 tells it.
	//
	// Source: https://www.alibabacloud.com/help/en/oss/support/0003-00000502
	KindRefererBlacklisted Kind = "RefererBlacklisted"

	// KindRefererNotWhitelisted: the Referer header of the request is not on the whitelist of the
	// bucket's hotlink protection.
	// It has no message of its own; EC 0003-00000503 tells it.
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/0003-00000503
	KindRefererNotWhitelisted Kind = "RefererNotWhitelisted"

	// KindKMSForbidden: the caller may not use the KMS key that encrypts the object.
	// OSS says AccessDenied "This request is forbidden by kms."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/server-side-encryption-8
	KindKMSForbidden Kind = "KMSForbidden"
)

// Kinds of CategoryCredentials.
const (
	// KindAccessKeyDisabled: the AccessKey exists and is disabled.
	// OSS says InvalidAccessKeyId "The OSS Access Key Id you provided is disabled."
	//
	// Source: https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair
	KindAccessKeyDisabled Kind = "AccessKeyDisabled"

	// KindAccessKeyNotFound: OSS knows no AccessKey with this ID. An expired temporary AccessKey
	// gives the same answer.
	// OSS says InvalidAccessKeyId "The OSS Access Key Id you provided does not exist in our
	// records."
	//
	// Source: https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair
	KindAccessKeyNotFound Kind = "AccessKeyNotFound"

	// KindAccessKeyMalformed: the AccessKey ID has characters that no AccessKey ID has.
	// OSS says InvalidAccessKeyId "The OSS Access Key Id contains non-acceptable characters, which
	// accepts only alphanumeric characters[0-9a-zA-Z] and several special characters[. _=]".
	//
	// Source: https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair
	KindAccessKeyMalformed Kind = "AccessKeyMalformed"

	// KindSecurityTokenMissing: a temporary AccessKey (STS) was used without its security token.
	// OSS says InvalidAccessKeyId "The OSS Access Key Id you provided does not exist in our
	// records. The Security Token may be lost to specify that it is a STS Access Id."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/use-temporary-access-credentials-provided-by-sts-to-access-oss
	KindSecurityTokenMissing Kind = "SecurityTokenMissing"

	// KindSecurityTokenInvalid: the security token is not one that STS issued: cut, altered, or of
	// another origin.
	// OSS says InvalidSecurityToken "The security token you provided is invalid."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/use-temporary-access-credentials-provided-by-sts-to-access-oss
	KindSecurityTokenInvalid Kind = "SecurityTokenInvalid"

	// KindSecurityTokenMismatch: AccessKey ID and security token come from different answers of
	// STS.
	// OSS says AccessKeyIdAndSecurityTokenNotMatch "The OSS access key id and security token you
	// provided does not match."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/use-temporary-access-credentials-provided-by-sts-to-access-oss
	KindSecurityTokenMismatch Kind = "SecurityTokenMismatch"

	// KindSecurityTokenExpired: the security token of a temporary AccessKey has expired. New
	// credentials are all it takes.
	// OSS says SecurityTokenExpired "The security token you provided has expired."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/use-temporary-access-credentials-provided-by-sts-to-access-oss
	KindSecurityTokenExpired Kind = "SecurityTokenExpired"

	// KindSecurityTokenUnsupportedOperation: the operation, or the region, does not take temporary
	// credentials.
	// OSS says SecurityTokenNotSupported "This interface does not support security token."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/permissions-and-access-control-overview
	KindSecurityTokenUnsupportedOperation Kind = "SecurityTokenUnsupportedOperation"

	// KindSecurityTokenUnsupportedRegion: the region does not take temporary credentials.
	// OSS says SecurityTokenNotSupported "Security token is not supported in this region."
	//
	// Source: https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-endpoint
	KindSecurityTokenUnsupportedRegion Kind = "SecurityTokenUnsupportedRegion"
)

// Kinds of CategorySignature.
const (
	// KindPostPolicyExpired: the policy of a PostObject form was past its expiration when OSS
	// received the form.
	// OSS says AccessDenied "Invalid according to Policy: Policy expired."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/postobject
	KindPostPolicyExpired Kind = "PostPolicyExpired"

	// KindPostPolicyConditionFailed: a field of a PostObject form does not meet a condition of the
	// form's policy; the message names the condition.
	// OSS says AccessDenied "Invalid according to Policy: Policy Condition failed: {condition}".
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/postobject
	KindPostPolicyConditionFailed Kind = "PostPolicyConditionFailed"

	// KindSignatureParametersMissing: a signed URL lacks one of its three parameters, Signature,
	// Expires and OSSAccessKeyId, or has it empty.
	// OSS says AccessDenied "Query string authentication requires the Signature, Expires and
	// OSSAccessKeyId parameters."
	//
	// Source: https://www.alibabacloud.com/help/doc-detail/31952.html
	KindSignatureParametersMissing Kind = "SignatureParametersMissing"

	// KindExpiresInvalid: OSS cannot read the Expires value of a signed URL as a UNIX time in
	// seconds.
	// OSS says AccessDenied "Invalid date (should be seconds since epoch)."
	//
	// Source: https://www.alibabacloud.com/help/doc-detail/31952.html
	KindExpiresInvalid Kind = "ExpiresInvalid"

	// KindRequestExpired: a signed URL was used after it had expired.
	// OSS says AccessDenied "Request has expired."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/add-signatures-to-urls
	KindRequestExpired Kind = "RequestExpired"

	// KindDateRequired: a request signed in its header arrived without a valid Date or x-oss-date.
	// OSS says AccessDenied "OSS authentication requires a valid Date."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/include-signatures-in-the-authorization-header
	KindDateRequired Kind = "DateRequired"

	// KindSignatureMismatch: the signature does not fit the request as OSS received it: another
	// secret, or a part that changed after signing.
	// OSS says SignatureDoesNotMatch "The request signature we calculated does not match the
	// signature you provided. Check your key and signing method."; AccessDenied
	// "SignatureDoesNotMatch The request signature we calculated does not match the signature you
	// provided. Check your key and signing method."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/faq-24
	KindSignatureMismatch Kind = "SignatureMismatch"

	// KindSignedURLRestricted: the URL was signed for certain IP addresses or a VPC (the
	// parameters x-oss-ac-source-ip, x-oss-ac-subnet-mask, x-oss-ac-vpc-id), and the request came
	// from elsewhere; or its signature is wrong in another way.
	// It has no message of its own; the ECs 0002-00000119, 0002-00000225, 0002-00000602,
	// 0002-00000603 and 0002-00000604 tell it.
	//
	// Source: https://www.alibabacloud.com/help/en/oss/support/0002-00000602
	KindSignedURLRestricted Kind = "SignedURLRestricted"

	// KindSignatureV1Unsupported: the account or bucket no longer takes V1 signatures.
	// It has no message of its own; EC 0002-00000080 tells it.
	//
	// Source: https://help.aliyun.com/en/oss/user-guide/0002-00000080
	KindSignatureV1Unsupported Kind = "SignatureV1Unsupported"

	// KindSignatureV1QueryNotAllowed: an operation on a bucket was signed V1 in its URL, which OSS
	// takes for objects only.
	// It has no message of its own; EC 0002-00000079 tells it.
	//
	// Source: https://help.aliyun.com/en/oss/user-guide/0002-00000079
	KindSignatureV1QueryNotAllowed Kind = "SignatureV1QueryNotAllowed"

	// KindClockSkew: the time of the request is more than 15 minutes off OSS's clock.
	// OSS says RequestTimeTooSkewed "The difference between the request time and the current time
	// is too large."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/support/0002-00000504
	KindClockSkew Kind = "ClockSkew"
)

// Kinds of CategoryRequest.
const (
	// KindCrossRegionCopy: source and target of a copy are in different regions, and CopyObject
	// and UploadPartCopy stay inside one.
	// OSS says AccessDenied "Target object does not reside in the same data center as source
	// object."
	//
	// Source: https://www.alibabacloud.com/help/en/object-storage-service/latest/copyobject
	KindCrossRegionCopy Kind = "CrossRegionCopy"

	// KindSecurityBlocked: a security system of Alibaba Cloud blocked the request.
	// OSS says AccessDenied "Cannot visit oss, forbidden by security system."
	//
	// Source: https://www.alibabacloud.com/help/en/document_detail/32005.html
	KindSecurityBlocked Kind = "SecurityBlocked"

	// KindRequesterPaysRequired: the bucket is pay-by-requester, and the request does not say that
	// the requester pays.
	// OSS says AccessDenied "Access denied for requester pay bucket".
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/enable-pay-by-requester-1
	KindRequesterPaysRequired Kind = "RequesterPaysRequired"

	// KindRequesterPaysAnonymous: the bucket is pay-by-requester, and the request was unsigned, so
	// nobody could be charged.
	// It has no message of its own; EC 0003-00000701 tells it.
	//
	// Source: https://help.aliyun.com/en/oss/user-guide/0003-00000701
	KindRequesterPaysAnonymous Kind = "RequesterPaysAnonymous"

	// KindCORSNotAllowed: the bucket has CORS rules, and none of them matches the origin, method
	// and headers of the request.
	// OSS says AccessForbidden "CORSResponse: This CORS request is not allowed. This is usually
	// because the evalution of Origin, request method / Access-Control-Request-Method or
	// Access-Control-Requet-Headers are not whitelisted by the resource's CORS spec."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/configure-cross-origin-resource-sharing
	KindCORSNotAllowed Kind = "CORSNotAllowed"

	// KindCORSNotEnabled: a cross-origin request came to a bucket that has no CORS rule.
	// OSS says AccessForbidden "CORSResponse: CORS is not enabled for this bucket."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/configure-cross-origin-resource-sharing
	KindCORSNotEnabled Kind = "CORSNotEnabled"
)

// Kinds of CategoryState.
const (
	// KindBucketOwnerChanged: the bucket changed hands while the request ran: deleted, and created
	// again by somebody else.
	// It has no message of its own; EC 0003-00000906 tells it.
	//
	// Source: https://help.aliyun.com/en/oss/user-guide/0003-00000906
	KindBucketOwnerChanged Kind = "BucketOwnerChanged"

	// KindWORMLocked: the retention policy of the bucket is locked: it can be extended, and
	// neither shortened nor deleted.
	// OSS says WORMConfigurationLocked "The WORM Configuration is locked."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/oss-retention-policies
	KindWORMLocked Kind = "WORMLocked"

	// KindObjectNotRestored: the object is in an archive storage class and is not restored, so
	// that it cannot be read.
	// OSS says InvalidObjectState "The operation is not valid for the object's state".
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/restore-objects-for-access
	KindObjectNotRestored Kind = "ObjectNotRestored"

	// KindHierarchicalNamespaceDisabled: a directory operation came to a bucket that was created
	// without a hierarchical namespace.
	// OSS says AccessDenied "Hierarchical namespace is disabled".
	//
	// Source: https://www.alibabacloud.com/help/en/object-storage-service/latest/hierarchical-namespace
	KindHierarchicalNamespaceDisabled Kind = "HierarchicalNamespaceDisabled"

	// KindFeatureNotEnabled: the feature is not enabled for the account.
	// OSS says AccessDenied "Configuration is disabled for the current user".
	//
	// Source: https://www.alibabacloud.com/help/en/oss/support/self-troubleshooting-by-using-error-codes
	KindFeatureNotEnabled Kind = "FeatureNotEnabled"

	// KindImageDamaged: image processing cannot decode the object as an image.
	// OSS says ImageDamage "The image file may be damaged."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/http-403-error-code
	KindImageDamaged Kind = "ImageDamaged"
)

// Kinds of CategoryAccount.
const (
	// KindKMSNotActivated: Key Management Service is not activated for the account.
	// OSS says KmsUbsmsInvalidBid or UbsmsInvalidBid "Your account partner does not have KMS
	// Service."; KmsServiceNotEnabled "Kms service is not Enabled for current user. Please get
	// access permission first."
	//
	// Source: https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-openkmsservice
	KindKMSNotActivated Kind = "KMSNotActivated"

	// KindKMSOverdue: the account has an overdue payment, and KMS refuses to serve it.
	// OSS says KmsInDebt "Current user is indebted."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/http-403-error-code
	KindKMSOverdue Kind = "KMSOverdue"

	// KindKMSOverdueSuspended: KMS is suspended for the account because a payment is overdue.
	// OSS says KmsInDebtOverdue "Current user is indebted Overdue."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/http-403-error-code
	KindKMSOverdueSuspended Kind = "KMSOverdueSuspended"

	// KindAccountOverdue: the account has an overdue payment.
	// OSS says InDebt "Current user is indebted."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/overdue-payments
	KindAccountOverdue Kind = "AccountOverdue"

	// KindAccountOverdueSuspended: a service is suspended for the account because a payment is
	// overdue.
	// OSS says InDebtOverdue "Current user is indebted Overdue."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/overdue-payments
	KindAccountOverdueSuspended Kind = "AccountOverdueSuspended"

	// KindUserDisabled: the account is disabled: an overdue payment, a security measure, or OSS
	// not fully activated.
	// OSS says UserDisable "UserDisable".
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/http-403-error-code
	KindUserDisabled Kind = "UserDisabled"

	// KindUserNotFound: the account behind the request does not exist; it may have been cancelled.
	// It has no message of its own; EC 0003-00000803 tells it.
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/http-403-error-code
	KindUserNotFound Kind = "UserNotFound"

	// KindBucketDisabled: Alibaba Cloud disabled the bucket for security reasons.
	// OSS says BucketDisable "BucketDisable."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/http-403-error-code
	KindBucketDisabled Kind = "BucketDisabled"

	// KindBucketOwnerAbnormal: the account that owns the bucket is cancelled, restricted, or
	// suspended for an overdue payment.
	// OSS says AbnormalBucketOwnerStatus "The status of the bucket owner is abnormal."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/http-403-error-code
	KindBucketOwnerAbnormal Kind = "BucketOwnerAbnormal"
)

// Kinds of CategoryIntermediary.
const (
	// KindDeniedByCallback: the service that owns the bucket refused the request in its
	// authorization callback. It is not a permission of OSS.
	// OSS says RequestDeniedByCallback "Callback deny this request reason: {reason}".
	//
	// Source: https://www.alibabacloud.com/help/en/document_detail/32005.html
	KindDeniedByCallback Kind = "DeniedByCallback"

	// KindIntermediary: an answer without any sign of OSS: a proxy, a CDN or a firewall answered
	// or altered it.
	// The answer has no OSS error in it, whatever its body is.
	//
	// Source: https://www.alibabacloud.com/help/en/document_detail/32005.html
	KindIntermediary Kind = "Intermediary"
)

// kindFacts is what holds for every answer of a kind. Its texts are in remedy.go.
type kindFacts struct {
	kind     Kind
	category Category
	retry    Retry
	actor    Actor
	topics   []topic
}

// kinds is sorted by kind, without regard to case.
var kinds = [...]kindFacts{
	{KindAccessDeniedUnspecified, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicAccessControl, topicRAMExamples, topicRAMTroubleshoot}},
	{KindAccessKeyDisabled, CategoryCredentials, RetryAfterRefresh, ActorCaller, []topic{topicAccessKey}},
	{KindAccessKeyMalformed, CategoryCredentials, RetryAfterRefresh, ActorCaller, []topic{topicAccessKey}},
	{KindAccessKeyNotFound, CategoryCredentials, RetryAfterRefresh, ActorCaller, []topic{topicAccessKey, topicSTS}},
	{KindAccountOverdue, CategoryAccount, RetryAfterAccountRestored, ActorAccountOwner, []topic{topicOverdue}},
	{KindAccountOverdueSuspended, CategoryAccount, RetryAfterAccountRestored, ActorAccountOwner, []topic{topicOverdue}},
	{KindActionForbidden, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicRAMExamples, topicRAMPolicy}},
	{KindAnonymousBucketDenied, CategoryPermission, RetryAfterSigning, ActorCaller, []topic{topicAccessControl, topicBucketPolicy, topicBlockPublic}},
	{KindAnonymousObjectDenied, CategoryPermission, RetryAfterSigning, ActorCaller, []topic{topicAccessControl, topicBucketPolicy, topicBlockPublic}},
	{KindAnonymousOperationForbidden, CategoryPermission, RetryAfterSigning, ActorCaller, []topic{topicSignHeaderV1, topicAccessControl}},
	{KindAssumeRolePolicyDenied, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicSTS, topicRAMDiagnosis}},
	{KindBucketACLDenied, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicAccessControl, topicRAMExamples, topicBlockPublic, topicCDNPrivateBucket}},
	{KindBucketAndRAMPolicyDeny, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicBucketPolicy, topicRAMPolicy, topicRAMDiagnosis}},
	{KindBucketCreateNotResourceOwner, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicRAMExamples, topicRAMPolicy}},
	{KindBucketDisabled, CategoryAccount, RetryNever, ActorAlibabaCloud, []topic{topicHTTP403}},
	{KindBucketNotOwned, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicRAMExamples, topicAccessControl}},
	{KindBucketOwnerAbnormal, CategoryAccount, RetryAfterAccountRestored, ActorBucketOwner, []topic{topicHTTP403, topicOverdue}},
	{KindBucketOwnerChanged, CategoryState, RetryNever, ActorBucketOwner, []topic{topicErrorResponses}},
	{KindBucketPolicyDenied, CategoryPermission, RetryAfterGrant, ActorBucketOwner, []topic{topicBucketPolicy, topicAccessControl}},
	{KindClockSkew, CategorySignature, RetryAfterClockSync, ActorCaller, []topic{topicClockSkew}},
	{KindCnameForbidden, CategoryEndpoint, RetryNever, ActorBucketOwner, []topic{topicPutCname}},
	{KindCnameOwnedByOther, CategoryEndpoint, RetryNever, ActorBucketOwner, []topic{topicCustomDomain, topicPutCname}},
	{KindCnameRisk, CategoryEndpoint, RetryNever, ActorBucketOwner, []topic{topicPutCname}},
	{KindControlPolicyDenied, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicRAMDiagnosis, topicRAMTroubleshoot}},
	{KindCORSNotAllowed, CategoryRequest, RetryNever, ActorBucketOwner, []topic{topicCORS}},
	{KindCORSNotEnabled, CategoryRequest, RetryNever, ActorBucketOwner, []topic{topicCORS}},
	{KindCrossRegionCopy, CategoryRequest, RetryNever, ActorCaller, []topic{topicCopyObject}},
	{KindDateRequired, CategorySignature, RetryAfterSigning, ActorCaller, []topic{topicSignHeaderV1}},
	{KindDeniedByCallback, CategoryIntermediary, RetryUnknown, ActorCaller, []topic{topicErrorResponses}},
	{KindDomainOwnershipUnverified, CategoryEndpoint, RetryNever, ActorBucketOwner, []topic{topicDomainOwnership, topicCustomDomain}},
	{KindEndpointMismatch, CategoryEndpoint, RetryOtherEndpoint, ActorCaller, []topic{topicHosts, topicRegions}},
	{KindExpiresInvalid, CategorySignature, RetryAfterSigning, ActorCaller, []topic{topicPresignV1}},
	{KindFeatureNotEnabled, CategoryState, RetryNever, ActorAlibabaCloud, []topic{topicECIndex}},
	{KindHierarchicalNamespaceDisabled, CategoryState, RetryNever, ActorBucketOwner, []topic{topicHNS}},
	{KindImageDamaged, CategoryState, RetryNever, ActorCaller, []topic{topicHTTP403}},
	{KindIntermediary, CategoryIntermediary, RetryUnknown, ActorCaller, []topic{topicErrorResponses}},
	{KindKMSForbidden, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicSSE}},
	{KindKMSNotActivated, CategoryAccount, RetryNever, ActorAccountOwner, []topic{topicKMSActivate}},
	{KindKMSOverdue, CategoryAccount, RetryAfterAccountRestored, ActorAccountOwner, []topic{topicHTTP403}},
	{KindKMSOverdueSuspended, CategoryAccount, RetryAfterAccountRestored, ActorAccountOwner, []topic{topicHTTP403}},
	{KindListBucketsForbidden, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicRAMExamples, topicCDNListBuckets}},
	{KindLoggingTargetNotOwned, CategoryPermission, RetryNever, ActorBucketOwner, []topic{topicLogging}},
	{KindNonStandardHost, CategoryEndpoint, RetryOtherEndpoint, ActorCaller, []topic{topicHosts, topicCustomDomain}},
	{KindObjectAccessDenied, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicAccessControl, topicRAMExamples}},
	{KindObjectACLReadDenied, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicAccessControl, topicRAMExamples}},
	{KindObjectACLWriteDenied, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicAccessControl, topicRAMExamples}},
	{KindObjectNotRestored, CategoryState, RetryAfterRestore, ActorCaller, []topic{topicRestore}},
	{KindObjectReadDenied, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicAccessControl, topicRAMExamples}},
	{KindObjectWriteDenied, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicAccessControl, topicRAMExamples}},
	{KindPostPolicyConditionFailed, CategorySignature, RetryAfterSigning, ActorCaller, []topic{topicPostObject, topicPostObjectErrors}},
	{KindPostPolicyExpired, CategorySignature, RetryAfterSigning, ActorCaller, []topic{topicPostObject, topicPostObjectErrors}},
	{KindPublicBucketACLBlocked, CategoryPermission, RetryNever, ActorBucketOwner, []topic{topicBlockPublic}},
	{KindPublicBucketPolicyBlocked, CategoryPermission, RetryNever, ActorBucketOwner, []topic{topicBlockPublic}},
	{KindPublicObjectACLBlocked, CategoryPermission, RetryNever, ActorBucketOwner, []topic{topicBlockPublic}},
	{KindRAMPolicyExplicitDeny, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicRAMPolicy, topicRAMExamples, topicRAMDiagnosis, topicRAMTroubleshoot}},
	{KindRAMPolicyImplicitDeny, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicRAMPolicy, topicRAMExamples, topicRAMDiagnosis, topicRAMTroubleshoot}},
	{KindRefererBlacklisted, CategoryPermission, RetryNever, ActorBucketOwner, []topic{topicReferer}},
	{KindRefererDenied, CategoryPermission, RetryNever, ActorBucketOwner, []topic{topicReferer}},
	{KindRefererEmpty, CategoryPermission, RetryNever, ActorBucketOwner, []topic{topicReferer}},
	{KindRefererNotWhitelisted, CategoryPermission, RetryNever, ActorBucketOwner, []topic{topicReferer}},
	{KindRequesterPaysAnonymous, CategoryRequest, RetryAfterSigning, ActorCaller, []topic{topicRequesterPays}},
	{KindRequesterPaysRequired, CategoryRequest, RetryNever, ActorCaller, []topic{topicRequesterPays}},
	{KindRequestExpired, CategorySignature, RetryAfterSigning, ActorCaller, []topic{topicPresignV4, topicPresignV1}},
	{KindSecurityBlocked, CategoryRequest, RetryNever, ActorAlibabaCloud, []topic{topicErrorResponses}},
	{KindSecurityTokenExpired, CategoryCredentials, RetryAfterRefresh, ActorCaller, []topic{topicSTS}},
	{KindSecurityTokenInvalid, CategoryCredentials, RetryAfterRefresh, ActorCaller, []topic{topicSTS}},
	{KindSecurityTokenMismatch, CategoryCredentials, RetryAfterRefresh, ActorCaller, []topic{topicSTS}},
	{KindSecurityTokenMissing, CategoryCredentials, RetryAfterSigning, ActorCaller, []topic{topicSTS}},
	{KindSecurityTokenUnsupportedOperation, CategoryCredentials, RetryNever, ActorCaller, []topic{topicAccessControl}},
	{KindSecurityTokenUnsupportedRegion, CategoryCredentials, RetryNever, ActorCaller, []topic{topicSTSEndpoints}},
	{KindSessionPolicyDenied, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicSTSSessionPolicy, topicSTS}},
	{KindSignatureMismatch, CategorySignature, RetryAfterSigning, ActorCaller, []topic{topicSignFAQ}},
	{KindSignatureParametersMissing, CategorySignature, RetryAfterSigning, ActorCaller, []topic{topicPresignV1, topicPresignV4}},
	{KindSignatureV1QueryNotAllowed, CategorySignature, RetryAfterSigning, ActorCaller, []topic{topicSignUpgrade, topicSignHeaderV1}},
	{KindSignatureV1Unsupported, CategorySignature, RetryAfterSigning, ActorCaller, []topic{topicSignUpgrade}},
	{KindSignedURLRestricted, CategorySignature, RetryAfterSigning, ActorCaller, []topic{topicPresignV1, topicPresignV4}},
	{KindThirdLevelDomainRequired, CategoryEndpoint, RetryOtherEndpoint, ActorCaller, []topic{topicHosts, topicS3SDK}},
	{KindTransferAccelerationDisabled, CategoryEndpoint, RetryOtherEndpoint, ActorCaller, []topic{topicAcceleration}},
	{KindUserDisabled, CategoryAccount, RetryAfterAccountRestored, ActorAccountOwner, []topic{topicHTTP403, topicOverdue}},
	{KindUserNotFound, CategoryAccount, RetryNever, ActorAccountOwner, []topic{topicHTTP403}},
	{KindVirtualHostedStyleRequired, CategoryEndpoint, RetryOtherEndpoint, ActorCaller, []topic{topicHosts, topicS3SDK}},
	{KindVPCEndpointPolicyDenied, CategoryPermission, RetryAfterGrant, ActorAccountOwner, []topic{topicVPCPolicy}},
	{KindWORMLocked, CategoryState, RetryNever, ActorBucketOwner, []topic{topicWORM}},
}

// pair is what OSS sends and what it means.
//
// To add one: put it into pairs in the order of code and message (TestTidy says where), or into
// templates if a part of the message varies; for a new kind also a constant, a row of kinds, a
// text in remedy.go and a case in testdata/403.
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

// templates are the messages of which a part, in braces, varies. Pairs are tried first.
var templates = [...]pair{
	{code: CodeAccessDenied, message: "Invalid according to Policy: Policy Condition failed: {condition}", kind: KindPostPolicyConditionFailed, ec: []string{"0006-00000227"}, shared: true},
	{code: CodeAccessDenied, message: "You are forbidden to {action}", kind: KindActionForbidden},
	{code: CodeRequestDeniedByCallback, message: "Callback deny this request reason: {reason}", kind: KindDeniedByCallback, ec: []string{"0007-00000209"}},
	{code: CodeInvalidAccessKeyID, message: "The OSS Access Key Id contains non-acceptable characters, which accepts only alphanumeric characters[0-9a-zA-Z] and several special characters[{characters}]", kind: KindAccessKeyMalformed, spelling: true},
	{code: CodeRequestDeniedByCallback, message: "require login [{reason}]", kind: KindDeniedByCallback, spelling: true},
}

// ecFacts is what OSS documents of an EC, its fine-grained error number.
type ecFacts struct {
	ec     string
	kind   Kind   // "": the EC does not decide between several kinds
	code   Code   // the code it comes with; "" for any
	scheme string // the scheme whose signature did not match, as Signature.Scheme has it; "" where it does not tell
	unsure bool   // no page says that it comes with 403
	detail ecDetail
}

// ecDetail is what an EC says beyond its kind. It says nothing for most.
type ecDetail uint8

const (
	noDetail                ecDetail = iota
	signatureMissing                 // of a signed URL, or empty
	expiresMissing                   // likewise
	accessKeyIDMissing               // likewise
	payerParameterMissing            // of a signed URL
	payerHeaderMissing               // of a request that is signed in its header
	signatureOfForm                  // of a PostObject, over the policy of the form
	denyInEitherPolicy               // of a bucket or of RAM, for a batch operation
	denyInBucketPolicy               // and not in a RAM policy, which OSS words alike
	keyUnknownToSTS                  // and came with a security token
	keyDisabledOrRestricted          // by its network restriction
	lifetimeOutOfRange               // of a signed URL of V4
	urlUsedEarly                     // of V4, before its date
)

// ecs is sorted by EC.
var ecs = [...]ecFacts{
	{ec: "0002-00000001", kind: KindSecurityTokenUnsupportedOperation, code: CodeSecurityTokenNotSupported},
	{ec: "0002-00000002", kind: KindAccessKeyNotFound, code: CodeInvalidAccessKeyID, detail: keyUnknownToSTS},
	{ec: "0002-00000003", kind: KindSecurityTokenMissing, code: CodeInvalidAccessKeyID},
	{ec: "0002-00000004", kind: KindSecurityTokenMismatch, code: CodeAccessKeyIDAndSecurityTokenNotMatch},
	{ec: "0002-00000005", unsure: true},
	{ec: "0002-00000006", kind: KindSecurityTokenInvalid, code: CodeInvalidSecurityToken},
	{ec: "0002-00000007", kind: KindSecurityTokenExpired, code: CodeSecurityTokenExpired},
	{ec: "0002-00000008", kind: KindSecurityTokenInvalid, code: CodeInvalidSecurityToken},
	{ec: "0002-00000009", unsure: true},
	{ec: "0002-00000010", unsure: true},
	{ec: "0002-00000031", unsure: true},
	{ec: "0002-00000033", unsure: true},
	{ec: "0002-00000034", unsure: true},
	{ec: "0002-00000040", kind: KindSignatureMismatch, code: CodeSignatureDoesNotMatch, scheme: "V1"},
	{ec: "0002-00000066", unsure: true},
	{ec: "0002-00000067", kind: KindSignatureParametersMissing, code: CodeAccessDenied, detail: expiresMissing},
	{ec: "0002-00000068", kind: KindSignatureParametersMissing, code: CodeAccessDenied, detail: expiresMissing},
	{ec: "0002-00000069", kind: KindRequestExpired, code: CodeAccessDenied},
	{ec: "0002-00000070", kind: KindExpiresInvalid, code: CodeAccessDenied},
	{ec: "0002-00000071", kind: KindSignatureParametersMissing, code: CodeAccessDenied, detail: accessKeyIDMissing},
	{ec: "0002-00000072", kind: KindSignatureParametersMissing, code: CodeAccessDenied, detail: accessKeyIDMissing},
	{ec: "0002-00000073", kind: KindAccessKeyMalformed, code: CodeInvalidAccessKeyID},
	{ec: "0002-00000074", kind: KindSignatureParametersMissing, code: CodeAccessDenied, detail: signatureMissing},
	{ec: "0002-00000075", kind: KindSignatureParametersMissing, code: CodeAccessDenied, detail: signatureMissing},
	{ec: "0002-00000079", kind: KindSignatureV1QueryNotAllowed},
	{ec: "0002-00000080", kind: KindSignatureV1Unsupported},
	{ec: "0002-00000101", kind: KindSignatureMismatch, code: CodeSignatureDoesNotMatch, scheme: "V2"},
	{ec: "0002-00000113", kind: KindSignatureParametersMissing, unsure: true, detail: expiresMissing},
	{ec: "0002-00000116", kind: KindSignatureParametersMissing, unsure: true, detail: accessKeyIDMissing},
	{ec: "0002-00000117", kind: KindSignatureParametersMissing, unsure: true, detail: signatureMissing},
	{ec: "0002-00000118", kind: KindSignatureParametersMissing, unsure: true, detail: signatureMissing},
	{ec: "0002-00000119", kind: KindSignedURLRestricted, code: CodeSignatureDoesNotMatch, scheme: "V2"},
	{ec: "0002-00000201", kind: KindSignatureMismatch, code: CodeSignatureDoesNotMatch, scheme: "V4"},
	{ec: "0002-00000206", kind: KindAccessKeyMalformed, unsure: true},
	{ec: "0002-00000222", kind: KindAccessKeyMalformed, unsure: true},
	{ec: "0002-00000225", kind: KindSignedURLRestricted, code: CodeSignatureDoesNotMatch, scheme: "V4"},
	{ec: "0002-00000228", unsure: true},
	{ec: "0002-00000232", kind: KindExpiresInvalid, unsure: true, detail: lifetimeOutOfRange},
	{ec: "0002-00000235", kind: KindClockSkew, unsure: true, detail: urlUsedEarly},
	{ec: "0002-00000236", kind: KindRequestExpired, code: CodeAccessDenied},
	{ec: "0002-00000301", kind: KindSignatureParametersMissing, code: CodeAccessDenied, detail: expiresMissing},
	{ec: "0002-00000302", kind: KindSignatureParametersMissing, code: CodeAccessDenied, detail: expiresMissing},
	{ec: "0002-00000303", kind: KindSignatureParametersMissing, code: CodeAccessDenied, detail: accessKeyIDMissing},
	{ec: "0002-00000304", kind: KindSignatureParametersMissing, code: CodeAccessDenied, detail: accessKeyIDMissing},
	{ec: "0002-00000305", kind: KindSignatureParametersMissing, code: CodeAccessDenied, detail: signatureMissing},
	{ec: "0002-00000307", kind: KindSignatureMismatch, code: CodeSignatureDoesNotMatch, scheme: "S3 V2"},
	{ec: "0002-00000416", kind: KindSignatureParametersMissing, unsure: true, detail: expiresMissing},
	{ec: "0002-00000417", kind: KindExpiresInvalid, unsure: true, detail: lifetimeOutOfRange},
	{ec: "0002-00000418", kind: KindRequestExpired, code: CodeAccessDenied},
	{ec: "0002-00000429", kind: KindSignatureMismatch, code: CodeSignatureDoesNotMatch, scheme: "S3 V4"},
	{ec: "0002-00000430", kind: KindSignatureMismatch, code: CodeSignatureDoesNotMatch, scheme: "S3 V4"},
	{ec: "0002-00000501", kind: KindClockSkew, code: CodeRequestTimeTooSkewed},
	{ec: "0002-00000503", kind: KindDateRequired, code: CodeAccessDenied},
	{ec: "0002-00000504", kind: KindClockSkew, code: CodeRequestTimeTooSkewed},
	{ec: "0002-00000602", kind: KindSignedURLRestricted, code: CodeSignatureDoesNotMatch},
	{ec: "0002-00000603", kind: KindSignedURLRestricted, code: CodeSignatureDoesNotMatch},
	{ec: "0002-00000604", kind: KindSignedURLRestricted, code: CodeSignatureDoesNotMatch, scheme: "V1"},
	{ec: "0002-00000705", kind: KindSignatureMismatch, code: CodeSignatureDoesNotMatch, detail: signatureOfForm},
	{ec: "0002-00000708", kind: KindAccessKeyMalformed, unsure: true},
	{ec: "0002-00000804", kind: KindExpiresInvalid, code: CodeAccessDenied, unsure: true},
	{ec: "0002-00000805", kind: KindRequestExpired, code: CodeAccessDenied},
	{ec: "0002-00000807", kind: KindSignatureMismatch, unsure: true},
	{ec: "0002-00000901", kind: KindAccessKeyMalformed, code: CodeInvalidAccessKeyID},
	{ec: "0002-00000902", kind: KindAccessKeyNotFound, code: CodeInvalidAccessKeyID},
	{ec: "0002-00000903", kind: KindAccessKeyDisabled, code: CodeInvalidAccessKeyID},
	{ec: "0002-00000904", kind: KindAccessKeyDisabled, code: CodeInvalidAccessKeyID, detail: keyDisabledOrRestricted},
	{ec: "0003-00000001", code: CodeAccessDenied},
	{ec: "0003-00000002", kind: KindAnonymousBucketDenied, code: CodeAccessDenied},
	{ec: "0003-00000005", kind: KindObjectReadDenied, code: CodeAccessDenied},
	{ec: "0003-00000006", kind: KindObjectWriteDenied, code: CodeAccessDenied},
	{ec: "0003-00000007", kind: KindObjectACLReadDenied, code: CodeAccessDenied},
	{ec: "0003-00000008", kind: KindObjectACLWriteDenied, code: CodeAccessDenied},
	{ec: "0003-00000101", kind: KindBucketPolicyDenied, code: CodeAccessDenied, detail: denyInBucketPolicy},
	{ec: "0003-00000201", kind: KindRAMPolicyExplicitDeny, code: CodeAccessDenied},
	{ec: "0003-00000202", kind: KindRAMPolicyImplicitDeny, code: CodeAccessDenied},
	{ec: "0003-00000203", kind: KindBucketAndRAMPolicyDeny, code: CodeAccessDenied},
	{ec: "0003-00000204", kind: KindBucketAndRAMPolicyDeny, code: CodeAccessDenied, detail: denyInEitherPolicy},
	{ec: "0003-00000205", code: CodeAccessDenied},
	{ec: "0003-00000301", kind: KindSessionPolicyDenied, code: CodeAccessDenied},
	{ec: "0003-00000401", kind: KindVPCEndpointPolicyDenied, code: CodeAccessDenied},
	{ec: "0003-00000501", kind: KindRefererEmpty, code: CodeAccessDenied},
	{ec: "0003-00000502", kind: KindRefererBlacklisted, code: CodeAccessDenied},
	{ec: "0003-00000503", kind: KindRefererNotWhitelisted, code: CodeAccessDenied},
	{ec: "0003-00000601", kind: KindCORSNotEnabled, code: CodeAccessForbidden},
	{ec: "0003-00000602", kind: KindCORSNotAllowed, code: CodeAccessForbidden},
	{ec: "0003-00000701", kind: KindRequesterPaysAnonymous, code: CodeAccessDenied},
	{ec: "0003-00000702", kind: KindRequesterPaysRequired, code: CodeAccessDenied, detail: payerParameterMissing},
	{ec: "0003-00000703", kind: KindRequesterPaysRequired, code: CodeAccessDenied, detail: payerHeaderMissing},
	{ec: "0003-00000801", kind: KindUserDisabled, code: CodeUserDisable},
	{ec: "0003-00000803", kind: KindUserNotFound},
	{ec: "0003-00000806", kind: KindAccountOverdue},
	{ec: "0003-00000905", code: CodeAccessDenied},
	{ec: "0003-00000906", kind: KindBucketOwnerChanged},
	{ec: "0003-00000908", kind: KindBucketDisabled, code: CodeBucketDisable},
	{ec: "0003-00001201", kind: KindAnonymousOperationForbidden, code: CodeAccessDenied},
	{ec: "0003-00001401", kind: KindVirtualHostedStyleRequired, code: CodeSecondLevelDomainForbidden},
	{ec: "0003-00001402", kind: KindNonStandardHost, code: CodeNonStandardHostForbidden},
	{ec: "0003-00001403", kind: KindEndpointMismatch, code: CodeAccessDenied},
	{ec: "0005-00000218", kind: KindKMSNotActivated, code: CodeKMSServiceNotEnabled},
	{ec: "0006-00000213", kind: KindPostPolicyExpired, code: CodeAccessDenied},
	{ec: "0006-00000226", kind: KindPostPolicyConditionFailed, unsure: true},
	{ec: "0006-00000227", kind: KindPostPolicyConditionFailed, code: CodeAccessDenied},
	{ec: "0007-00000209", kind: KindDeniedByCallback, code: CodeRequestDeniedByCallback},
	{ec: "0016-00000306", kind: KindCrossRegionCopy, code: CodeAccessDenied},
	{ec: "0016-00000330", kind: KindObjectNotRestored, code: CodeInvalidObjectState},
	{ec: "0016-00000404", kind: KindObjectNotRestored, code: CodeInvalidObjectState},
	{ec: "0016-00000901", kind: KindPublicObjectACLBlocked, code: CodeAccessDenied},
	{ec: "0018-00000115", kind: KindDomainOwnershipUnverified, code: CodeNeedVerifyDomainOwnership},
	{ec: "0024-00000008", kind: KindFeatureNotEnabled, code: CodeAccessDenied},
	{ec: "0061-00000001", kind: KindSecurityBlocked, code: CodeAccessDenied},
}

func findEC(ec string) *ecFacts {
	if !form.IsEC(ec) {
		return nil
	}
	index.Do(makeIndex)
	for _, f := range index.ecs[hashEC(ec)] {
		if f.ec == ec {
			return f
		}
	}
	return nil
}

// schemeOfEC returns the signing scheme that an EC stands for, "" if it does not tell.
func schemeOfEC(ec string) string {
	if f := findEC(ec); f != nil {
		return f.scheme
	}
	return ""
}

// detailOfEC returns what an EC says beyond its kind.
func detailOfEC(ec string) ecDetail {
	if f := findEC(ec); f != nil {
		return f.detail
	}
	return noDetail
}

func hashEC(ec string) int {
	return (int(ec[3]) + int(ec[10])*5 + int(ec[11])*21 + int(ec[12])*3) % 128
}
