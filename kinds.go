package oss403

import "iter"

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
