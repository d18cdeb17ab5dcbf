package oss403

import (
	"sort"

	"github.com/oss403/oss403/internal/chars"
)

// kindFacts is what holds for every answer of a kind. Its words stand in each language's file.
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

// facts returns the row of k, nil for KindUnknown and for a name that is no kind.
func (k Kind) facts() *kindFacts {
	i, ok := sort.Find(len(kinds), func(i int) int { return chars.CompareFold(string(k), string(kinds[i].kind)) })
	if !ok || kinds[i].kind != k {
		return nil
	}
	return &kinds[i]
}
