package oss403

import (
	"github.com/oss403/oss403/internal/chars"
)

// Code is the value of the Code element of an answer, in OSS's own spelling. A program that
// needs to know what went wrong branches on [Kind]: several kinds share a code, and most share
// AccessDenied.
//
// A Code is an error, so that its constants are targets of [errors.Is]. The zero value stands
// for an answer without a code; it matches nothing.
type Code string

// Error returns the bare code.
func (c Code) Error() string { return string(c) }

func (Code) target() {}

// The codes that OSS sends with status 403.
const (
	// CodeAbnormalBucketOwnerStatus: the account of the bucket's owner is in an abnormal state.
	// Message: "The status of the bucket owner is abnormal."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/http-403-error-code
	CodeAbnormalBucketOwnerStatus Code = "AbnormalBucketOwnerStatus"

	// CodeAccessDenied: the code of most refusals, and of much that is no missing permission: a
	// wrong endpoint, an expired URL, a Referer. Only the message, the EC or AccessDeniedDetail
	// tells which.
	// See the messages of the Kind constants.
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/http-403-error-code
	CodeAccessDenied Code = "AccessDenied"

	// CodeAccessForbidden: a cross-origin (CORS) request that no CORS rule of the bucket allows.
	// Message: "CORSResponse: This CORS request is not allowed. This is usually because the
	// evalution of Origin, request method / Access-Control-Request-Method or
	// Access-Control-Requet-Headers are not whitelisted by the resource's CORS spec." or
	// "CORSResponse: CORS is not enabled for this bucket."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/configure-cross-origin-resource-sharing
	CodeAccessForbidden Code = "AccessForbidden"

	// CodeAccessKeyIDAndSecurityTokenNotMatch: AccessKey ID and security token do not belong
	// together.
	// Message: "The OSS access key id and security token you provided does not match."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/use-temporary-access-credentials-provided-by-sts-to-access-oss
	CodeAccessKeyIDAndSecurityTokenNotMatch Code = "AccessKeyIdAndSecurityTokenNotMatch"

	// CodeBucketDisable: the bucket is disabled.
	// Message: "BucketDisable."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/http-403-error-code
	CodeBucketDisable Code = "BucketDisable"

	// CodeBucketNotBelongTo: the documented code for a bucket that is not the caller's; OSS itself
	// sends AccessDenied with the same message.
	// Message: "The bucket you access does not belong to you."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/common-examples-of-ram-policies
	CodeBucketNotBelongTo Code = "BucketNotBelongTo"

	// CodeCnameDenied: the domain is bound to somebody else's bucket.
	// Message: "The cname belongs to another user."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/access-buckets-via-custom-domain-names
	CodeCnameDenied Code = "CnameDenied"

	// CodeCnameIsForbidden: PutCname named a domain that OSS keeps for itself.
	// Its message is not known.
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/putcname
	CodeCnameIsForbidden Code = "CnameIsForbidden"

	// CodeCnameIsRisk: PutCname named a domain that is rated as high-risk.
	// Its message is not known.
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/putcname
	CodeCnameIsRisk Code = "CnameIsRisk"

	// CodeImageDamage: image processing cannot decode the object.
	// Message: "The image file may be damaged."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/http-403-error-code
	CodeImageDamage Code = "ImageDamage"

	// CodeInDebt: the account has an overdue payment; older pages call it KmsInDebt.
	// Message: "Current user is indebted."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/overdue-payments
	CodeInDebt Code = "InDebt"

	// CodeInDebtOverdue: the account is suspended for an overdue payment; older pages call it
	// KmsInDebtOverdue.
	// Message: "Current user is indebted Overdue."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/overdue-payments
	CodeInDebtOverdue Code = "InDebtOverdue"

	// CodeInvalidAccessKeyID: the AccessKey ID is unknown, disabled, malformed, or temporary and
	// without its token.
	// Message: "The OSS Access Key Id you provided is disabled." or "The OSS Access Key Id you
	// provided does not exist in our records." or "The OSS Access Key Id contains non-acceptable
	// characters, which accepts only alphanumeric characters[0-9a-zA-Z] and several special
	// characters[. _=]" or "The OSS Access Key Id you provided does not exist in our records. The
	// Security Token may be lost to specify that it is a STS Access Id."
	//
	// Source: https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair
	CodeInvalidAccessKeyID Code = "InvalidAccessKeyId"

	// CodeInvalidObjectState: the object is archived and not restored.
	// Message: "The operation is not valid for the object's state".
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/restore-objects-for-access
	CodeInvalidObjectState Code = "InvalidObjectState"

	// CodeInvalidSecurityToken: the security token is not one that STS issued.
	// Message: "The security token you provided is invalid."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/use-temporary-access-credentials-provided-by-sts-to-access-oss
	CodeInvalidSecurityToken Code = "InvalidSecurityToken"

	// CodeInvalidTargetBucketForLogging: the target bucket of PutBucketLogging is not the
	// caller's.
	// Message: "put bucket log requester is not target bucket owner."
	//
	// Source: https://help.aliyun.com/en/oss/developer-reference/putbucketlogging
	CodeInvalidTargetBucketForLogging Code = "InvalidTargetBucketForLogging"

	// CodeKMSInDebt: KMS refuses an account with an overdue payment; newer pages call it InDebt.
	// Message: "Current user is indebted."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/http-403-error-code
	CodeKMSInDebt Code = "KmsInDebt"

	// CodeKMSInDebtOverdue: KMS is suspended for an overdue payment; newer pages call it
	// InDebtOverdue.
	// Message: "Current user is indebted Overdue."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/http-403-error-code
	CodeKMSInDebtOverdue Code = "KmsInDebtOverdue"

	// CodeKMSServiceNotEnabled: KMS is not activated for the account.
	// Message: "Kms service is not Enabled for current user. Please get access permission first."
	//
	// Source: https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-openkmsservice
	CodeKMSServiceNotEnabled Code = "KmsServiceNotEnabled"

	// CodeKMSUbsmsInvalidBid: KMS is not activated for the account; newer pages call it
	// UbsmsInvalidBid.
	// Message: "Your account partner does not have KMS Service."
	//
	// Source: https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-openkmsservice
	CodeKMSUbsmsInvalidBid Code = "KmsUbsmsInvalidBid"

	// CodeNeedVerifyDomainOwnership: the ownership of the domain has to be proven before PutCname.
	// Message: "Please verify domain ownership by CreateCnameToken and try again."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/createcnametoken
	CodeNeedVerifyDomainOwnership Code = "NeedVerifyDomainOwnership"

	// CodeNonStandardHostForbidden: the Host header is no domain name of OSS.
	// Message: "Your host is invalid. Please use Open Storage Service standard host."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/oss-domain-names
	CodeNonStandardHostForbidden Code = "NonStandardHostForbidden"

	// CodePermanentRedirect: the documented code for a request to the wrong endpoint; OSS itself
	// sends AccessDenied with the same message.
	// Message: "The bucket you are attempting to access must be addressed using the specified
	// endpoint. Please send all future requests to this endpoint."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/oss-domain-names
	CodePermanentRedirect Code = "PermanentRedirect"

	// CodeRequestDeniedByCallback: the service that owns the bucket refused the request in its
	// callback.
	// Message: "Callback deny this request reason: {reason}".
	//
	// Source: https://www.alibabacloud.com/help/en/document_detail/32005.html
	CodeRequestDeniedByCallback Code = "RequestDeniedByCallback"

	// CodeRequestTimeTooSkewed: the request's time is too far from OSS's clock.
	// Message: "The difference between the request time and the current time is too large."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/support/0002-00000504
	CodeRequestTimeTooSkewed Code = "RequestTimeTooSkewed"

	// CodeSecondLevelDomainForbidden: the bucket has to stand in the host name, and stood in the
	// path.
	// Message: "The bucket you are attempting to access must be addressed using OSS third level
	// domain." or "Please use virtual hosted style to access."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/oss-domain-names
	CodeSecondLevelDomainForbidden Code = "SecondLevelDomainForbidden"

	// CodeSecurityTokenExpired: the security token has expired.
	// Message: "The security token you provided has expired."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/use-temporary-access-credentials-provided-by-sts-to-access-oss
	CodeSecurityTokenExpired Code = "SecurityTokenExpired"

	// CodeSecurityTokenNotSupported: the operation or the region does not take temporary
	// credentials.
	// Message: "This interface does not support security token." or "Security token is not
	// supported in this region."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/permissions-and-access-control-overview
	CodeSecurityTokenNotSupported Code = "SecurityTokenNotSupported"

	// CodeSignatureDoesNotMatch: the signature does not fit the request as OSS received it.
	// Message: "The request signature we calculated does not match the signature you provided.
	// Check your key and signing method."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/developer-reference/faq-24
	CodeSignatureDoesNotMatch Code = "SignatureDoesNotMatch"

	// CodeTransferAccelerationDisabled: transfer acceleration is off for the bucket.
	// Message: "Transfer acceleration is disabled."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/transfer-acceleration
	CodeTransferAccelerationDisabled Code = "TransferAccelerationDisabled"

	// CodeUbsmsInvalidBid: KMS is not activated for the account; older pages call it
	// KmsUbsmsInvalidBid.
	// Message: "Your account partner does not have KMS Service."
	//
	// Source: https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-openkmsservice
	CodeUbsmsInvalidBid Code = "UbsmsInvalidBid"

	// CodeUserDisable: the account is disabled.
	// Message: "UserDisable".
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/http-403-error-code
	CodeUserDisable Code = "UserDisable"

	// CodeWORMConfigurationLocked: the retention policy of the bucket is locked.
	// Message: "The WORM Configuration is locked."
	//
	// Source: https://www.alibabacloud.com/help/en/oss/user-guide/oss-retention-policies
	CodeWORMConfigurationLocked Code = "WORMConfigurationLocked"
)

// codes lists the constants above.
var codes = [...]Code{
	CodeAbnormalBucketOwnerStatus,
	CodeAccessDenied,
	CodeAccessForbidden,
	CodeAccessKeyIDAndSecurityTokenNotMatch,
	CodeBucketDisable,
	CodeBucketNotBelongTo,
	CodeCnameDenied,
	CodeCnameIsForbidden,
	CodeCnameIsRisk,
	CodeImageDamage,
	CodeInDebt,
	CodeInDebtOverdue,
	CodeInvalidAccessKeyID,
	CodeInvalidObjectState,
	CodeInvalidSecurityToken,
	CodeInvalidTargetBucketForLogging,
	CodeKMSInDebt,
	CodeKMSInDebtOverdue,
	CodeKMSServiceNotEnabled,
	CodeKMSUbsmsInvalidBid,
	CodeNeedVerifyDomainOwnership,
	CodeNonStandardHostForbidden,
	CodePermanentRedirect,
	CodeRequestDeniedByCallback,
	CodeRequestTimeTooSkewed,
	CodeSecondLevelDomainForbidden,
	CodeSecurityTokenExpired,
	CodeSecurityTokenNotSupported,
	CodeSignatureDoesNotMatch,
	CodeTransferAccelerationDisabled,
	CodeUbsmsInvalidBid,
	CodeUserDisable,
	CodeWORMConfigurationLocked,
}

// knownCode finds s among the codes of the catalog without regard to case (an official page
// shows userdisable) and returns it in OSS's spelling.
func knownCode(s string) (Code, bool) {
	index.Do(makeIndex)
	if len(s) >= len(index.codes) {
		return Code(s), false
	}
	for _, c := range index.codes[len(s)] {
		if s == string(c) || chars.CompareFold(s, string(c)) == 0 {
			return c, true
		}
	}
	return Code(s), false
}
