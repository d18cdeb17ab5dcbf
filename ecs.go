package oss403

import "github.com/oss403/oss403/internal/form"

// ecFacts is what OSS documents of an EC, its fine-grained error number.
type ecFacts struct {
	ec     string
	kind   Kind // "": the EC does not decide between several kinds
	code   Code // the code it comes with; "" for any
	unsure bool // no page says that it comes with 403
	detail ecDetail
}

// ecDetail is what an EC says beyond its kind, nothing for most. What an EC says of a signature stands in
// package signing.
type ecDetail uint8

const (
	noDetail                ecDetail = iota
	payerParameterMissing            // of a signed URL
	payerHeaderMissing               // of a request that is signed in its header
	denyInEitherPolicy               // of a bucket or of RAM, for a batch operation
	denyInBucketPolicy               // and not in a RAM policy, which OSS words alike
	keyDisabledOrRestricted          // by its network restriction
)

// ecs is sorted by EC.
var ecs = [...]ecFacts{
	{ec: "0002-00000001", kind: KindSecurityTokenUnsupportedOperation, code: CodeSecurityTokenNotSupported},
	{ec: "0002-00000002", kind: KindAccessKeyNotFound, code: CodeInvalidAccessKeyID},
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
	{ec: "0002-00000040", kind: KindSignatureMismatch, code: CodeSignatureDoesNotMatch},
	{ec: "0002-00000066", unsure: true},
	{ec: "0002-00000067", kind: KindSignatureParametersMissing, code: CodeAccessDenied},
	{ec: "0002-00000068", kind: KindSignatureParametersMissing, code: CodeAccessDenied},
	{ec: "0002-00000069", kind: KindRequestExpired, code: CodeAccessDenied},
	{ec: "0002-00000070", kind: KindExpiresInvalid, code: CodeAccessDenied},
	{ec: "0002-00000071", kind: KindSignatureParametersMissing, code: CodeAccessDenied},
	{ec: "0002-00000072", kind: KindSignatureParametersMissing, code: CodeAccessDenied},
	{ec: "0002-00000073", kind: KindAccessKeyMalformed, code: CodeInvalidAccessKeyID},
	{ec: "0002-00000074", kind: KindSignatureParametersMissing, code: CodeAccessDenied},
	{ec: "0002-00000075", kind: KindSignatureParametersMissing, code: CodeAccessDenied},
	{ec: "0002-00000079", kind: KindSignatureV1QueryNotAllowed},
	{ec: "0002-00000080", kind: KindSignatureV1Unsupported},
	{ec: "0002-00000101", kind: KindSignatureMismatch, code: CodeSignatureDoesNotMatch},
	{ec: "0002-00000113", kind: KindSignatureParametersMissing, unsure: true},
	{ec: "0002-00000116", kind: KindSignatureParametersMissing, unsure: true},
	{ec: "0002-00000117", kind: KindSignatureParametersMissing, unsure: true},
	{ec: "0002-00000118", kind: KindSignatureParametersMissing, unsure: true},
	{ec: "0002-00000119", kind: KindSignedURLRestricted, code: CodeSignatureDoesNotMatch},
	{ec: "0002-00000201", kind: KindSignatureMismatch, code: CodeSignatureDoesNotMatch},
	{ec: "0002-00000206", kind: KindAccessKeyMalformed, unsure: true},
	{ec: "0002-00000222", kind: KindAccessKeyMalformed, unsure: true},
	{ec: "0002-00000225", kind: KindSignedURLRestricted, code: CodeSignatureDoesNotMatch},
	{ec: "0002-00000228", unsure: true},
	{ec: "0002-00000232", kind: KindExpiresInvalid, unsure: true},
	{ec: "0002-00000235", kind: KindClockSkew, unsure: true},
	{ec: "0002-00000236", kind: KindRequestExpired, code: CodeAccessDenied},
	{ec: "0002-00000301", kind: KindSignatureParametersMissing, code: CodeAccessDenied},
	{ec: "0002-00000302", kind: KindSignatureParametersMissing, code: CodeAccessDenied},
	{ec: "0002-00000303", kind: KindSignatureParametersMissing, code: CodeAccessDenied},
	{ec: "0002-00000304", kind: KindSignatureParametersMissing, code: CodeAccessDenied},
	{ec: "0002-00000305", kind: KindSignatureParametersMissing, code: CodeAccessDenied},
	{ec: "0002-00000307", kind: KindSignatureMismatch, code: CodeSignatureDoesNotMatch},
	{ec: "0002-00000416", kind: KindSignatureParametersMissing, unsure: true},
	{ec: "0002-00000417", kind: KindExpiresInvalid, unsure: true},
	{ec: "0002-00000418", kind: KindRequestExpired, code: CodeAccessDenied},
	{ec: "0002-00000429", kind: KindSignatureMismatch, code: CodeSignatureDoesNotMatch},
	{ec: "0002-00000430", kind: KindSignatureMismatch, code: CodeSignatureDoesNotMatch},
	{ec: "0002-00000501", kind: KindClockSkew, code: CodeRequestTimeTooSkewed},
	{ec: "0002-00000503", kind: KindDateRequired, code: CodeAccessDenied},
	{ec: "0002-00000504", kind: KindClockSkew, code: CodeRequestTimeTooSkewed},
	{ec: "0002-00000602", kind: KindSignedURLRestricted, code: CodeSignatureDoesNotMatch},
	{ec: "0002-00000603", kind: KindSignedURLRestricted, code: CodeSignatureDoesNotMatch},
	{ec: "0002-00000604", kind: KindSignedURLRestricted, code: CodeSignatureDoesNotMatch},
	{ec: "0002-00000705", kind: KindSignatureMismatch, code: CodeSignatureDoesNotMatch},
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
