package oss403

// Lang is the language of an explanation. A language that has no texts, the zero value included,
// gives English.
type Lang string

// The languages.
const (
	English Lang = "en"
	Chinese Lang = "zh"
)

// Explanation says what a 403 means. With a kind alone its sentences are general; with an answer
// they hold the answer's own facts, and nothing that the answer does not support.
type Explanation struct {
	Summary  string    // one sentence: what happened
	Cause    string    // why
	Findings []Finding // what the answer proves; nil if it holds no evidence
	Remedy   Remedy
}

// Finding is a piece of evidence.
type Finding struct {
	Field   string // the element, header or parameter it was read from
	Got     string // what was there, masked
	Want    string // what should have been there; "" when not known
	Meaning string // what it says, one sentence
}

// Remedy says what to do.
type Remedy struct {
	Steps  []string // in order: the one most likely to help first
	Docs   []Doc    // Alibaba Cloud's pages, all https
	Policy string   // RAM policy JSON that would grant what was refused; "" when the answer does not say what that was
	Retry  Retry
	Actor  Actor
}

// Doc is a page of Alibaba Cloud's documentation.
type Doc struct{ Title, URL string }

// Retry is what must happen before a retry can succeed. No 403 goes away by waiting alone. The
// zero value is read as RetryUnknown.
type Retry string

// What must happen before a retry.
const (
	RetryNever                Retry = "Never"                // the same request will not succeed: change the request, or a setting of the bucket
	RetryAfterRefresh         Retry = "AfterRefresh"         // get new credentials
	RetryAfterClockSync       Retry = "AfterClockSync"       // set the clock right, and sign again
	RetryAfterRestore         Retry = "AfterRestore"         // call RestoreObject and wait for it
	RetryOtherEndpoint        Retry = "OtherEndpoint"        // send it to another host
	RetryAfterSigning         Retry = "AfterSigning"         // sign, or sign again and otherwise
	RetryAfterGrant           Retry = "AfterGrant"           // somebody has to grant a permission
	RetryAfterAccountRestored Retry = "AfterAccountRestored" // an account has to be put in order
	RetryUnknown              Retry = "Unknown"              // the answer does not tell
)

// Automatic says whether a program can do by itself what has to happen: get new credentials, set
// its clock, use another endpoint, sign again. It says nothing about how often: a program should
// try once, and report the second 403.
func (r Retry) Automatic() bool {
	switch r {
	case RetryAfterRefresh, RetryAfterClockSync, RetryOtherEndpoint, RetryAfterSigning:
		return true
	}
	return false
}

// phrase says r in words, to go after "Retry:".
func (r Retry) phrase() string {
	switch r {
	case RetryNever:
		return "the same request will not succeed"
	case RetryAfterRefresh:
		return "after getting new credentials"
	case RetryAfterClockSync:
		return "after the request carries the right time"
	case RetryAfterRestore:
		return "after the object is restored"
	case RetryOtherEndpoint:
		return "through another endpoint or host name"
	case RetryAfterSigning:
		return "after the request is signed correctly"
	case RetryAfterGrant:
		return "after a permission is granted"
	case RetryAfterAccountRestored:
		return "after the account is put in order"
	}
	return "the answer does not tell what has to happen first"
}

// Actor is who can act. The zero value means that it is not known.
type Actor string

// Who can act.
const (
	ActorCaller       Actor = "Caller"       // whoever runs the program
	ActorBucketOwner  Actor = "BucketOwner"  // whoever may change the bucket's settings
	ActorAccountOwner Actor = "AccountOwner" // an administrator of the Alibaba Cloud account
	ActorAlibabaCloud Actor = "AlibabaCloud" // Alibaba Cloud's support
)

func (a Actor) phrase() string {
	switch a {
	case ActorCaller:
		return "you, in the program or its settings"
	case ActorBucketOwner:
		return "whoever manages the bucket"
	case ActorAccountOwner:
		return "an administrator of the Alibaba Cloud account"
	case ActorAlibabaCloud:
		return "Alibaba Cloud's support"
	}
	return ""
}

// topic is a subject of the documentation.
type topic int

const (
	topicHTTP403 topic = iota
	topicHosts
	topicRegions
	topicRAMPolicy
	topicRAMExamples
	topicRAMDiagnosis
	topicBucketPolicy
	topicAccessControl
	topicSTS
	topicSTSSessionPolicy
	topicSTSEndpoints
	topicAccessKey
	topicReferer
	topicCORS
	topicPostObject
	topicPostObjectErrors
	topicPresignV4
	topicPresignV1
	topicSignHeaderV1
	topicSignV4
	topicSignUpgrade
	topicSignFAQ
	topicRestore
	topicWORM
	topicAcceleration
	topicCustomDomain
	topicPutCname
	topicCnameToken
	topicSSE
	topicKMSActivate
	topicBlockPublic
	topicRequesterPays
	topicVPCPolicy
	topicHNS
	topicOverdue
	topicErrorResponses
	topicECIndex
	topicCopyObject
)

// docs is the page of each topic.
var docs = [...]Doc{
	topicHTTP403:          {"HTTP 403 errors", "https://www.alibabacloud.com/help/en/oss/user-guide/http-403-error-code"},
	topicHosts:            {"OSS domain names", "https://www.alibabacloud.com/help/en/oss/user-guide/oss-domain-names"},
	topicRegions:          {"Regions and endpoints", "https://www.alibabacloud.com/help/en/oss/user-guide/regions-and-endpoints"},
	topicRAMPolicy:        {"RAM Policy", "https://www.alibabacloud.com/help/en/oss/user-guide/how-oss-works-with-ram"},
	topicRAMExamples:      {"Common examples of RAM policies", "https://www.alibabacloud.com/help/en/oss/user-guide/common-examples-of-ram-policies"},
	topicRAMDiagnosis:     {"DecodeDiagnosticMessage", "https://alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-decodediagnosticmessage"},
	topicBucketPolicy:     {"Bucket Policy", "https://www.alibabacloud.com/help/en/oss/user-guide/oss-bucket-policy/"},
	topicAccessControl:    {"Permissions and access control", "https://www.alibabacloud.com/help/en/oss/user-guide/permissions-and-access-control-overview"},
	topicSTS:              {"Use temporary access credentials provided by STS to access OSS", "https://www.alibabacloud.com/help/en/oss/developer-reference/use-temporary-access-credentials-provided-by-sts-to-access-oss"},
	topicSTSSessionPolicy: {"Access denied by authorizer's policy", "https://www.alibabacloud.com/help/en/oss/the-access-denied-by-authorizer-s-policy-error-message-is-returned-when-sts-grants-temporary-permissions-to-oss"},
	topicSTSEndpoints:     {"STS endpoints", "https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-endpoint"},
	topicAccessKey:        {"Create an AccessKey pair", "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair"},
	topicReferer:          {"Hotlink protection", "https://www.alibabacloud.com/help/en/oss/user-guide/hotlink-protection"},
	topicCORS:             {"CORS rules", "https://www.alibabacloud.com/help/en/oss/user-guide/configure-cross-origin-resource-sharing"},
	topicPostObject:       {"PostObject", "https://www.alibabacloud.com/help/en/oss/developer-reference/postobject"},
	topicPostObjectErrors: {"Common errors of PostObject", "https://alibabacloud.com/help/en/oss/how-to-handle-common-errors-when-the-postobject-operation-is-called"},
	topicPresignV4:        {"Include a V4 signature in a URL", "https://help.aliyun.com/en/oss/developer-reference/add-signatures-to-urls"},
	topicPresignV1:        {"Include a V1 signature in a URL", "https://help.aliyun.com/en/oss/developer-reference/ddd-signatures-to-urls"},
	topicSignHeaderV1:     {"Include signatures in the Authorization header", "https://www.alibabacloud.com/help/en/oss/developer-reference/include-signatures-in-the-authorization-header"},
	topicSignV4:           {"Guide to upgrading from Signature V1 to Signature V4", "https://www.alibabacloud.com/help/en/oss/developer-reference/guidelines-for-upgrading-v1-signatures-to-v4-signatures"},
	topicSignUpgrade:      {"Guide to upgrading from Signature V1 to Signature V4", "https://www.alibabacloud.com/help/en/oss/developer-reference/guidelines-for-upgrading-v1-signatures-to-v4-signatures"},
	topicSignFAQ:          {"Troubleshoot signature errors", "https://www.alibabacloud.com/help/en/oss/developer-reference/faq-24"},
	topicRestore:          {"Restore objects", "https://www.alibabacloud.com/help/en/oss/user-guide/restore-objects-for-access"},
	topicWORM:             {"Retention policy (WORM)", "https://www.alibabacloud.com/help/en/oss/user-guide/oss-retention-policies"},
	topicAcceleration:     {"Transfer acceleration", "https://www.alibabacloud.com/help/en/oss/user-guide/transfer-acceleration"},
	topicCustomDomain:     {"Access OSS through a custom domain name", "https://www.alibabacloud.com/help/en/oss/user-guide/access-buckets-via-custom-domain-names"},
	topicPutCname:         {"PutCname", "https://www.alibabacloud.com/help/en/oss/developer-reference/putcname"},
	topicCnameToken:       {"CreateCnameToken", "https://www.alibabacloud.com/help/en/oss/developer-reference/createcnametoken"},
	topicSSE:              {"Server-side encryption", "https://www.alibabacloud.com/help/en/oss/user-guide/server-side-encryption-8"},
	topicKMSActivate:      {"Server-side encryption", "https://www.alibabacloud.com/help/en/oss/user-guide/server-side-encryption-8"},
	topicBlockPublic:      {"Block public access", "https://www.alibabacloud.com/help/en/oss/user-guide/block-public-access"},
	topicRequesterPays:    {"Pay-by-requester", "https://www.alibabacloud.com/help/en/oss/user-guide/enable-pay-by-requester-1"},
	topicVPCPolicy:        {"Dual access control with VPC policies and bucket policies", "https://www.alibabacloud.com/help/en/oss/user-guide/dual-access-control-with-vpc-and-bucket-policy"},
	topicHNS:              {"Hierarchical namespace", "https://www.alibabacloud.com/help/en/object-storage-service/latest/hierarchical-namespace"},
	topicOverdue:          {"Overdue payments", "https://www.alibabacloud.com/help/en/oss/overdue-payments"},
	topicErrorResponses:   {"Error responses", "https://www.alibabacloud.com/help/en/document_detail/32005.html"},
	topicECIndex:          {"Troubleshoot by error code (EC)", "https://alibabacloud.com/help/en/oss/support/self-troubleshooting-by-using-error-codes"},
	topicCopyObject:       {"CopyObject", "https://www.alibabacloud.com/help/en/object-storage-service/latest/copyobject"}}

// doc returns the page of a topic, the English one where there is none in lang.
func (t topic) doc(lang Lang) Doc {
	if lang == Chinese && chineseDocs[t].URL != "" {
		return chineseDocs[t]
	}
	return docs[t]
}

// text is what is said about a kind. Its strings are patterns: {name} stands for a fact of the
// answer (see fact in explain.go), {?name} for nothing, where the fact is known. In brackets
// stand alternatives, separated by |; the first whose facts are all known is taken, none if there
// is none. A fact that has a general word as well, as bucket has "the bucket", counts as known;
// only such facts stand outside of brackets.
type text struct {
	kind    Kind
	gist    string   // for Error(), in English only: what, then what to do, no full stop
	summary string   // one sentence
	cause   string   // why; what is likely and not proven says "most often"
	steps   []string // most likely fix first; one that comes out empty is left out
}

// english is sorted by kind, without regard to case.
var english = [...]text{
	{
		kind:    KindAccessDeniedUnspecified,
		gist:    "[OSS refused without naming a reason: check the grant of {needed}, and look for a Deny|OSS refused without naming a reason: check the RAM policy, then the bucket policy, for this action]",
		summary: "OSS refused the operation[ on {known_bucket}] and gave no reason but AccessDenied.",
		cause:   "Most often the caller lacks a permission that the operation needs, often a second one: PutObject with x-oss-tagging needs oss:PutObjectTagging as well. A bucket that was released after a long overdue payment gets this answer too.",
		steps: []string{
			"[Grant {needed} to the RAM user or role that signed; the policy below does just that.|Grant the caller every action that the request needs in a RAM policy, those for tags, ACLs and versions included.]",
			"[There is no action {no_such_action}: a policy with that name grants nothing.]",
			"Look for a Deny in the bucket policy and in the caller's RAM policies.",
			"Have the owner check that the bucket still exists.",
			"Check that the program uses the AccessKey you think it uses.",
		},
	},
	{
		kind:    KindAccessKeyDisabled,
		gist:    "[AccessKey {key} is disabled or limited to other networks (EC {restricted_ec}): enable it, or call from an allowed address|AccessKey {key} is disabled: enable it in RAM, or use another|the AccessKey is disabled: enable it in RAM, or use another]",
		summary: "[The AccessKey {key} is disabled, or a network restriction of it refuses this caller (EC {restricted_ec}).|The AccessKey {key} is disabled.|The AccessKey of the request is disabled.]",
		cause:   "[EC {restricted_ec} stands for a disabled key and for one whose network restriction refuses the caller.|The key exists and is switched off.]",
		steps: []string{
			"Use an active AccessKey, and put it into every place that holds the old one.",
			"Or have an administrator enable the key in the RAM console, after finding out why it was disabled.",
			"If the key has a network restriction, check that it covers the caller's IP address.",
		},
	},
	{
		kind:    KindAccessKeyMalformed,
		gist:    "[{?key_blank}the AccessKey ID has a blank in it or at one of its ends: take it out|{?key_quoted}the AccessKey ID has quotes around it: take them out|{?key_placeholder}the AccessKey ID is a placeholder that was never replaced: set the real one|{?key_aws}this is an access key ID of AWS: set one of Alibaba Cloud|{?key_tencent}this is a SecretId of Tencent Cloud: set an AccessKey of Alibaba Cloud|{?key_other}OSS saw another AccessKey ID than the request was signed with: find what signs it again|{?key_secret}what was sent as AccessKey ID looks like a secret: check that the two are not exchanged|{?key_odd}the AccessKey ID has a character that no ID has: copy it again|{?key_long}what was sent as AccessKey ID is longer than any: copy it again|the AccessKey ID that was sent has only {key_length}: set the whole one|the AccessKey ID has characters that do not belong there: copy it again, without quotes or blanks]",
		summary: "The AccessKey ID of the request contains characters that no AccessKey ID has.",
		cause:   "[{?key_blank}The characters that do not belong there are blanks.|{?key_quoted}The characters that do not belong there are quotes.|{?key_placeholder}What was sent is a placeholder.|Most often a blank, a quote, a line break or a placeholder got into the configured ID.]",
		steps: []string{
			"[{?key_blank}Take the blank out of the configured AccessKey ID; most often it was copied along.|{?key_quoted}Take the quotes out of the configured AccessKey ID.|{?key_placeholder}Set the real AccessKey ID: what was sent is a placeholder.|{?key_aws}Set an AccessKey of Alibaba Cloud: what was sent is an access key ID of AWS.|{?key_tencent}Set an AccessKey of Alibaba Cloud: what was sent is a SecretId of Tencent Cloud.|{?key_other}Find what signs the request again on its way, a proxy or a CDN with credentials of its own.|{?key_secret}Check that ID and secret are not exchanged: what was sent as AccessKey ID has the 30 characters of a secret. If it is one, replace that AccessKey: it may be in logs by now.|{?key_odd}Copy the AccessKey ID again: it has a character that no ID has.|{?key_long}Copy the AccessKey ID again: what was sent is longer than any ID.|Set the whole AccessKey ID: what was sent has only {key_length}.]",
			"Copy the AccessKey ID again, without quotes, blanks and line breaks.",
			"Check that the program replaces placeholders such as $ACCESS_KEY_ID before it uses them.",
		},
	},
	{
		kind:    KindAccessKeyNotFound,
		gist:    "[{?key_blank}the AccessKey ID has a blank in it or at one of its ends: take it out|{?key_quoted}the AccessKey ID has quotes around it: take them out|{?key_placeholder}the AccessKey ID is a placeholder that was never replaced: set the real one|{?key_aws}this is an access key ID of AWS: set one of Alibaba Cloud|{?key_tencent}this is a SecretId of Tencent Cloud: set an AccessKey of Alibaba Cloud|{?key_other}OSS saw another AccessKey ID than the request was signed with: find what signs it again|{?key_secret}what was sent as AccessKey ID looks like a secret: check that the two are not exchanged|{?key_odd}the AccessKey ID has a character that no ID has: copy it again|{?key_long}what was sent as AccessKey ID is longer than any: copy it again|the AccessKey ID that was sent has only {key_length}: set the whole one|{?no_token}temporary AccessKey {key} without its token: set the security token beside ID and secret|{?temporary}OSS knows no AccessKey {key}, most often because it has expired: get new credentials from STS|{?permanent}OSS knows no AccessKey {key}: check it for typos, and in RAM whether it still exists|OSS does not know the AccessKey ID: check it for typos, and refresh it if it is temporary]",
		summary: "[OSS knows no AccessKey with the ID {key}.|OSS does not know the AccessKey ID of the request.]",
		cause:   "[{?key_other}The client signed with another ID than the one that OSS saw.|{?key_flaw}The ID itself shows what is wrong with it.|{?no_token}The AccessKey is temporary (STS), and the request left the client without its security token.|{?temporary}Most often the temporary AccessKey has expired.|{?permanent}Most often the key was deleted or mistyped, or belongs to another cloud.|Most often the key was deleted or mistyped, or belongs to another cloud. An expired temporary AccessKey (STS) gets the same answer.]",
		steps: []string{
			"[{?key_blank}Take the blank out of the configured AccessKey ID; most often it was copied along.|{?key_quoted}Take the quotes out of the configured AccessKey ID.|{?key_placeholder}Set the real AccessKey ID: what was sent is a placeholder.|{?key_aws}Set an AccessKey of Alibaba Cloud: what was sent is an access key ID of AWS.|{?key_tencent}Set an AccessKey of Alibaba Cloud: what was sent is a SecretId of Tencent Cloud.|{?key_other}Find what signs the request again on its way, a proxy or a CDN with credentials of its own.|{?key_secret}Check that ID and secret are not exchanged: what was sent as AccessKey ID has the 30 characters of a secret. If it is one, replace that AccessKey: it may be in logs by now.|{?key_odd}Copy the AccessKey ID again: it has a character that no ID has.|{?key_long}Copy the AccessKey ID again: what was sent is longer than any ID.|Set the whole AccessKey ID: what was sent has only {key_length}.]",
			"[{?key_flaw}|{?no_token}Pass the token to the client: oss.SecurityToken(token) in SDK v1, the third argument of NewStaticCredentialsProvider in SDK v2, stsToken in ali-oss.]",
			"[{?key_flaw}|{?temporary}Get new credentials from STS, and send ID, secret and token together.|{?permanent}|If the ID begins with STS., get new credentials from STS, and send ID, secret and token together.]",
			"[{?key_flaw}|{?temporary}|Compare the ID with the list of AccessKeys in the RAM console.]",
			"[{?key_flaw}|Look for a blank before the ID, a placeholder, or a setting that was overwritten.]",
			"Check which configuration the program really reads: environment variables, a mounted file, a profile.",
		},
	},
	{
		kind:    KindAccountOverdue,
		gist:    "the account has an overdue payment: settle it",
		summary: "OSS refuses the request because of an overdue payment.",
		cause:   "The account owes money. If the request uses a KMS key, it can be KMS that refuses.",
		steps: []string{
			"Settle the overdue payment in Expenses and Costs of the Alibaba Cloud console.",
			"Then retry.",
		},
	},
	{
		kind:    KindAccountOverdueSuspended,
		gist:    "the service is suspended because of an overdue payment: top up the account",
		summary: "The service is suspended for the account because a payment is overdue.",
		cause:   "The service was stopped because of the debt. The answer does not tell whether that is OSS or KMS.",
		steps: []string{
			"Top up the account in Expenses and Costs of the Alibaba Cloud console. Do it soon: data can be released after a long debt.",
			"Then retry.",
		},
	},
	{
		kind:    KindActionForbidden,
		gist:    "the caller may not {do_action}: grant it in RAM",
		summary: "OSS does not let the caller {do_action}.",
		cause:   "OSS's message names the action. Most often no policy allows it to the caller. It can belong to another service: PutCname with a certificate also needs actions of yundun-cert.",
		steps: []string{
			"[Grant {known_action} to the RAM user or role in a RAM policy.|Grant the action that the message names to the RAM user or role in a RAM policy.]",
			"For oss:ListBuckets use the Resource acs:oss:*:*:*, for oss:PutBucket acs:oss:*:*:BUCKET, for actions of yundun-cert *.",
			"If the action is oss:ListBuckets and the program works with one bucket only, name that bucket in its configuration.",
		},
	},
	{
		kind:    KindAnonymousBucketDenied,
		gist:    "[{?signed_in_query}the signature was lost on the way to OSS: look for what cuts the query of the signed URL|{?signed}the signature was lost on the way to OSS: look for a proxy or a redirect that drops Authorization|unsigned request, and {bucket} gives anonymous users nothing: sign it]",
		summary: "[{?signed}OSS saw no signature, although the request was signed when it was sent.|The request was not signed, and anonymous users have no right to {bucket}.]",
		cause:   "[{?signed_in_query}The signature was in the URL, and something between the client and OSS cut the query, or a redirect did.|{?signed}Something between the client and OSS dropped the Authorization header, or a redirect did.|OSS saw no signature in the request, neither in the Authorization header nor in the URL, and no bucket policy or ACL in effect opens the bucket to everybody.]",
		steps: []string{
			"[{?signed_in_query}Find what cuts the query of the signed URL: a CDN that ignores parameters, a proxy, a redirect.|{?signed}Find what drops the Authorization header: a proxy, a CDN, or a redirect to another host, behind which clients leave it out.]",
			"[{?signed}|Sign the request: use an SDK with credentials, or a presigned URL.]",
			"[{?signed}|If the client should have signed, check that its credentials are not empty and that no proxy drops the Authorization header.]",
			"If the bucket is meant to be public, allow it in the bucket policy and check that Block Public Access is off.",
		},
	},
	{
		kind:    KindAnonymousObjectDenied,
		gist:    "[{?signed_in_query}the signature was lost on the way to OSS: look for what cuts the query of the signed URL|{?signed}the signature was lost on the way to OSS: look for a proxy or a redirect that drops Authorization|unsigned request to {object}, which is not public: use a presigned URL or sign it]",
		summary: "[{?signed}OSS saw no signature, although the request was signed when it was sent.|The request was not signed, and anonymous users have no right to {object}.]",
		cause:   "[{?signed_in_query}The signature was in the URL, and something between the client and OSS cut the query, or a redirect did.|{?signed}Something between the client and OSS dropped the Authorization header, or a redirect did.|OSS saw no signature in the request, neither in the Authorization header nor in the URL, and nothing opens the object to everybody.]",
		steps: []string{
			"[{?signed_in_query}Find what cuts the query of the signed URL: a CDN that ignores parameters, a proxy, a redirect.|{?signed}Find what drops the Authorization header: a proxy, a CDN, or a redirect to another host, behind which clients leave it out.]",
			"[{?signed}|Use a presigned URL, or sign the request with an SDK.]",
			"[{?signed}|If the client should have signed, check that its credentials are not empty and that no proxy drops the Authorization header.]",
			"If the object is meant to be public, allow oss:GetObject to everybody in the bucket policy, or set a public ACL, and check that Block Public Access is off.",
		},
	},
	{
		kind:    KindAnonymousOperationForbidden,
		gist:    "[{?signed_in_query}the signature was lost on the way to OSS: look for what cuts the query of the signed URL|{?signed}the signature was lost on the way to OSS: look for a proxy or a redirect that drops Authorization|this operation is never allowed unsigned: sign the request]",
		summary: "[{?signed}OSS saw no signature, although the request was signed when it was sent.|The request was not signed, and OSS never allows this operation anonymously.]",
		cause:   "[{?signed_in_query}The signature was in the URL, and something between the client and OSS cut the query, or a redirect did.|{?signed}Something between the client and OSS dropped the Authorization header, or a redirect did.|Some operations, such as ListBuckets, PutBucket and DescribeRegions, always need a signature. No bucket policy opens them.]",
		steps: []string{
			"[{?signed_in_query}Find what cuts the query of the signed URL: a CDN that ignores parameters, a proxy, a redirect.|{?signed}Find what drops the Authorization header: a proxy, a CDN, or a redirect to another host, behind which clients leave it out.]",
			"[{?signed}|Sign the request with the AccessKey of a RAM user that may do this.]",
			"[{?signed}|If the client should have signed, check that its credentials are not empty and that no proxy drops the Authorization header.]",
			"[{?signed}|If you meant a bucket, check that its name is in the host name: without it the request reaches the service itself.]",
		},
	},
	{
		kind:    KindAssumeRolePolicyDenied,
		gist:    "the trust policy of the role does not let {principal} in: add it to the role's trust policy",
		summary: "The trust policy of the RAM role does not allow {principal} {the_action}.",
		cause:   "The trust policy of a role (AssumeRolePolicy) says who may take the role. OSS named it as the policy that refused.",
		steps: []string{
			"Add the caller, or its service, as a Principal to the trust policy of the role in the RAM console.",
			"Check that the program names the right role (its ARN).",
			"[Decode DiagnosticMessage() with RAM's DecodeDiagnosticMessage to see what was checked{?diagnostic}; it takes the permission ram:DecodeDiagnosticMessage.]",
		},
	},
	{
		kind:    KindBucketACLDenied,
		gist:    "[{?unsigned}unsigned request to {object}, which is not public: use a presigned URL or sign it|no policy allows this signed request to {object}: grant {needed} in RAM (the ACL is rarely the cause)|{?signed}no policy allows this signed request to {object}: grant the action in RAM (the ACL is rarely the cause)|nothing allows this request: sign it, or grant the action to the caller in RAM (the ACL is rarely the cause)]",
		summary: "No policy and no ACL in effect allows the request to {object}[ in {known_bucket}].",
		cause:   "[{?unsigned}The request carries no signature, so only a public ACL or a bucket policy for everybody could allow it.|{?signed}This is OSS's usual answer to a signed request that no policy allows. The ACL itself is rarely what has to change.|This is OSS's usual answer to a caller whom no policy allows. Most often a RAM user or role lacks the action, or a private object was opened without a signature; the ACL itself is rarely what has to change.]",
		steps: []string{
			"[{?unsigned}Use a presigned URL, or an SDK with credentials.|{?sts_signed}Allow {needed} both in the policies of the RAM role and in the policy given to AssumeRole, if there was one: a temporary AccessKey may do only what both allow.|Grant {needed} to the RAM user or role that signed; the policy below does just that.|{?signed}Grant the action of the call (oss:GetObject, oss:PutObject and so on) on {object_arn} to the RAM user or role that signed.|If the request is signed, grant {known_action} on {object_arn} to that RAM user or role.|If the request is signed, grant the action of the call (oss:GetObject, oss:PutObject and so on) on {object_arn} to that RAM user or role.]",
			"[There is no action {no_such_action}: a policy with that name grants nothing.]",
			"[{?unsigned}|{?sts_signed}|If the credentials are from STS, check that the policy given to AssumeRole allows the action and this prefix.]",
			"[{?unsigned}|{?signed}|If it is not signed, as with a plain link in a browser, use a presigned URL or an SDK with credentials.]",
			"If the object is meant to be public, check Block Public Access first (bucket and account): while it is on, a public ACL has no effect.",
			"If a CDN fetches from a private bucket, grant its role the right to read the bucket (private bucket access in the CDN console).",
		},
	},
	{
		kind:    KindBucketAndRAMPolicyDeny,
		gist:    "the bucket policy and a RAM policy both deny {action} to {principal}: change both",
		summary: "Both the bucket policy and a RAM policy explicitly deny {principal} {the_action}[ on {known_bucket}].",
		cause:   "Each of the two has a statement with Effect Deny that matched. Either one alone is enough to refuse the request.",
		steps: []string{
			"Find the Deny statement in the RAM policies of the caller and narrow it.",
			"Find the Deny statement in the bucket policy (Bucket Policy in the OSS console) and narrow it.",
			"[Decode DiagnosticMessage() with RAM's DecodeDiagnosticMessage to see the RAM statement{?diagnostic}; it takes the permission ram:DecodeDiagnosticMessage.]",
		},
	},
	{
		kind:    KindBucketCreateNotResourceOwner,
		gist:    "no permission to create {bucket}: grant oss:PutBucket for the account, or create it inside the resource group",
		summary: "The caller may not create {bucket}.",
		cause:   "Most often no policy grants oss:PutBucket to the caller. It was seen for an administrator limited to a resource group who created a bucket outside it.",
		steps: []string{
			"Grant oss:PutBucket to the RAM user or role at account level.",
			"Or create the bucket directly in the resource group that the caller manages (x-oss-resource-group-id).",
		},
	},
	{
		kind:    KindBucketDisabled,
		gist:    "{bucket} is disabled for security reasons: ask Alibaba Cloud's support",
		summary: "{bucket} is disabled.",
		cause:   "Alibaba Cloud disables a bucket for security reasons.",
		steps: []string{
			"Look for a notice to the account owner (message center, mail) that names the reason.",
			"Ask Alibaba Cloud's support for a review[; give request ID {request_id}].",
			"Check for an overdue payment as well.",
		},
	},
	{
		kind:    KindBucketNotOwned,
		gist:    "[no right to this operation on {bucket}: grant {needed} in RAM; if the bucket is another account's, ask its owner|no right to this operation on {bucket}: grant the bucket action in RAM; if the bucket is another account's, ask its owner]",
		summary: "The caller may not do this bucket operation on {bucket}.",
		cause:   "OSS words it as a matter of ownership. Most often the bucket does belong to the caller's account, and a bucket action such as oss:ListObjects or oss:GetBucketInfo is not granted to the RAM user or role; else the bucket is another account's.",
		steps: []string{
			"[Grant {needed} on {bucket_arn} to the RAM user or role that signed, as the policy below does{?needed_on_bucket}. A grant on {object_arn} does not cover it.|Grant {needed} to the RAM user or role that signed; the policy below does just that.|Grant the bucket action of the call (oss:ListObjects for a listing, oss:GetBucketInfo for bucket details) on {bucket_arn} to the RAM user or role. A grant on {object_arn} does not cover it.]",
			"[There is no action {no_such_action}: a policy with that name grants nothing.]",
			"[{?lists}If the grant has a condition on oss:Prefix, ask for just that prefix, with its final slash.|{?needed}|If the grant has a condition on oss:Prefix, ask for just that prefix, with its final slash.]",
			"Check which account owns the bucket, and whether its name is spelled right.",
			"If it is another account's, ask the owner for a bucket policy, or use credentials of that account.",
		},
	},
	{
		kind:    KindBucketOwnerAbnormal,
		gist:    "the owner's account of {bucket} is not in order: the owner has to restore it",
		summary: "The account that owns {bucket} is not in order.",
		cause:   "It may have been closed, limited by a security measure, or stopped for a debt; the answer does not tell which.",
		steps: []string{
			"Have the owner check for an overdue payment and for security notices.",
			"If the account is cancelled, move to a bucket of another account.",
		},
	},
	{
		kind:    KindBucketOwnerChanged,
		gist:    "{bucket} changed its owner while the request ran: check whose it is now",
		summary: "{bucket} changed its owner while the request was running.",
		cause:   "The bucket was deleted and created again by another account. Bucket names are free again after a deletion.",
		steps: []string{
			"Check in the OSS console whether the bucket is still yours.",
			"If it is not, stop every program and remove every DNS record that points to it: somebody else receives those requests now.",
			"Use a bucket with another name.",
		},
	},
	{
		kind:    KindBucketPolicyDenied,
		gist:    "[{?policy_ec}a Deny in the bucket policy of {bucket} refuses this: narrow it, an Allow does not help|a Deny refuses this: look in the bucket policy of {bucket}, then in the RAM policies]",
		summary: "[{?policy_ec}The bucket policy of {bucket} denies the request.|A policy denies the request to {bucket}; by OSS's words it is the bucket policy.]",
		cause:   "A statement with Effect Deny matched the caller, the action, the resource and any condition, such as source IP address or VPC. No Allow outweighs it, and a presigned URL does not get past it.[{?policy_ec}| OSS sends the same words for a Deny in a RAM policy.]",
		steps: []string{
			"Open Bucket Policy in the OSS console and find the Deny statement that matches this caller, action and source.",
			"[{?policy_ec}|If there is none, look for a Deny in the RAM policies of the caller.]",
			"Narrow the statement, or exempt the caller from it; adding an Allow does not help.",
		},
	},
	{
		kind:    KindClockSkew,
		gist:    "[{?hours}the request's time is {skew} OSS's clock, most often local time taken for UTC: send UTC|the request's time is {skew} OSS's clock: set your clock by NTP|the request's time is too far from OSS's clock: set your clock by NTP]",
		summary: "[The request was stamped {request_time}, which is {skew} OSS's clock ({server_time}).|The time of the request is too far from OSS's clock.]",
		cause:   "OSS accepts a difference of {max_skew} at most. [{?hours}Most often local time was taken for UTC.|{?ahead}Most often the clock of the machine is off.|Most often the clock of the machine is off, or the request was signed long before it was sent.]",
		steps: []string{
			"[The difference is {hours}, give or take a minute, as between time zones: make the program write its date in UTC.]",
			"Set the clock of the machine by NTP (chrony, systemd-timesyncd, w32tm); in a container or VM, that of the host.",
			"[{?ahead}|If the request is signed early and sent late, as in a queue, sign right before sending.]",
		},
	},
	{
		kind:    KindCnameForbidden,
		gist:    "OSS does not allow this domain as a CNAME: use a domain of your own",
		summary: "OSS does not allow the domain of this PutCname to be bound.",
		cause:   "The domain is one that OSS keeps for itself.",
		steps: []string{
			"Bind a domain that you registered yourself.",
		},
	},
	{
		kind:    KindCnameOwnedByOther,
		gist:    "the domain is bound to another user's bucket: use another domain, or prove that it is yours",
		summary: "The domain cannot be bound to {bucket}, because it is bound to a bucket of another user.",
		cause:   "A domain belongs to one bucket at a time, and OSS has this one registered for somebody else.",
		steps: []string{
			"If the domain is yours, prove it (CreateCnameToken, then the TXT record that it asks for) and call PutCname again.",
			"If another account of yours holds the binding, remove it there (DeleteCname).",
			"Else use another domain.",
		},
	},
	{
		kind:    KindCnameRisk,
		gist:    "the domain is rated as high-risk: use another one, or ask Alibaba Cloud's support",
		summary: "OSS refused the domain of this PutCname because it is rated as high-risk.",
		cause:   "Alibaba Cloud rates domains before they can be bound to a bucket.",
		steps: []string{
			"Bind another domain.",
			"If you think the rating is wrong, ask Alibaba Cloud's support[ with request ID {request_id}].",
		},
	},
	{
		kind:    KindControlPolicyDenied,
		gist:    "a control policy of the resource directory refuses {action}: ask whoever manages it",
		summary: "A control policy of the resource directory does not allow {principal} {the_action}[ on {known_bucket}].",
		cause:   "A control policy limits what the member accounts under it may do, whatever their RAM policies say.",
		steps: []string{
			"Ask the administrator of the resource directory (the management account) to change the control policy for this account.",
			"[Decode DiagnosticMessage() with RAM's DecodeDiagnosticMessage to see which one it is{?diagnostic}; it takes the permission ram:DecodeDiagnosticMessage.]",
		},
	},
	{
		kind:    KindCORSNotAllowed,
		gist:    "no CORS rule of {bucket} matches this origin, method and headers: add one",
		summary: "No CORS rule of {bucket} matches the origin, the method and the headers of the request.",
		cause:   "A browser asked OSS whether a page of another origin may send a request. This is not a matter of RAM permissions.",
		steps: []string{
			"[Add a CORS rule with AllowedOrigin {origin}, AllowedMethod {cors_method} and AllowedHeader {cors_headers}.|Add a CORS rule with AllowedOrigin {origin} and AllowedMethod {cors_method}.|Add a CORS rule with AllowedOrigin {origin}.]",
			"Add a CORS rule with the origin of the page, the method, and every header that the page sends (* for AllowedHeader is simplest), under Cross-Origin Resource Sharing in the OSS console or with PutBucketCors.",
			"Write the origin as the browser does: scheme and port included, no final slash.",
			"If an older answer may be cached, clear the browser's and the CDN's cache, and enable Vary: Origin in the rule.",
		},
	},
	{
		kind:    KindCORSNotEnabled,
		gist:    "{bucket} has no CORS rule: add one for your page's origin",
		summary: "A cross-origin request came to {bucket}, which has no CORS rule.",
		cause:   "A browser asked OSS whether a page of another origin may send a request. This is not a matter of RAM permissions.",
		steps: []string{
			"[Add a CORS rule with AllowedOrigin {origin}, AllowedMethod {cors_method} and AllowedHeader {cors_headers}.|Add a CORS rule with AllowedOrigin {origin} and AllowedMethod {cors_method}.|Add a CORS rule with AllowedOrigin {origin}.]",
			"Add a CORS rule with the origin of the page, the method, and every header that the page sends, under Cross-Origin Resource Sharing in the OSS console or with PutBucketCors.",
			"Check that the page talks to the bucket you configured.",
		},
	},
	{
		kind:    KindCrossRegionCopy,
		gist:    "source and target of the copy are in different regions: download and upload, or replicate",
		summary: "The copy was refused because its source and its target are in different regions.",
		cause:   "CopyObject and UploadPartCopy work inside one region only.",
		steps: []string{
			"Copy to a bucket of the same region.",
			"Across regions, download the object and upload it to the target bucket.",
			"For many objects or for good, set up cross-region replication (PutBucketReplication).",
		},
	},
	{
		kind:    KindDateRequired,
		gist:    "[the request arrived without a valid Date, although {date_sent} was sent: look for the proxy that drops it|the request arrived without a valid Date or x-oss-date: send x-oss-date and sign it]",
		summary: "The request is signed in its header and arrived without a valid Date or x-oss-date.",
		cause:   "Browsers do not let a page set Date, and some proxies drop it. A date that is not in GMT form is refused as well.",
		steps: []string{
			"[Find what drops the header {date_sent} on the way, most often a proxy: the client sent it.|Send the time as x-oss-date, and sign it; SDKs that run in a browser do so.]",
			"If a proxy is in front of OSS, let it pass on Date and Authorization as they are.",
			"Write the date as RFC 1123 in GMT, as in Wed, 02 Jan 2030 03:04:05 GMT, or for V4 as 20300102T030405Z.",
		},
	},
	{
		kind:    KindDeniedByCallback,
		gist:    "[the service in front of the bucket refused ({reason}): log in again there or open fewer connections, no OSS permission is missing|the service in front of the bucket refused: log in again there or open fewer connections, no OSS permission is missing]",
		summary: "[The service that owns the bucket refused the request: {reason}.|The service that owns the bucket refused the request.]",
		cause:   "The bucket asks its owner's service about each request (authorization callback), and that service said no. Drive services do so for logins that ran out and for too many connections at once.",
		steps: []string{
			"Look at the reason: log in again or renew the cookie of that service, or open fewer connections.",
			"Get a new download URL from the service.",
			"There is nothing to change in OSS or RAM.",
		},
	},
	{
		kind:    KindDomainOwnershipUnverified,
		gist:    "the ownership of the domain is not verified: CreateCnameToken, set the _dnsauth TXT record, then PutCname",
		summary: "The domain cannot be bound to {bucket} before its ownership is verified.",
		cause:   "OSS asks for a proof that the domain is yours before it binds it.",
		steps: []string{
			"Call CreateCnameToken for the bucket and the domain.",
			"Add a TXT record named _dnsauth with that token at your DNS provider.",
			"Wait until the record can be looked up, then call PutCname again.",
		},
	},
	{
		kind:    KindEndpointMismatch,
		gist:    "[{?doubled}the host names {bucket} twice: give the client {endpoint} as endpoint, without the bucket|{?doubled}the host names {bucket} twice: take it out of the endpoint that the client is given|{?endpoint}{?called}{bucket} is served by {endpoint}, not by {called}: use {endpoint}|{?endpoint}{bucket} is not served by the endpoint you called: use {endpoint}|{bucket} is not served by the endpoint you called: use the one of its region]",
		summary: "[{bucket} has to be addressed through {endpoint}, and the request went to {called}.|{bucket} has to be addressed through {endpoint}, and the request went elsewhere.|{bucket} has to be addressed through another endpoint than the one the request went to.]",
		cause:   "OSS serves a bucket through the regional endpoints of its own region, and the endpoint that was called is not one that this bucket accepts. It is not a matter of permissions.",
		steps: []string{
			"[{?doubled}Take the bucket out of the endpoint that your client is given: the host names the bucket twice.|{?ip_host}Give the client the endpoint's name instead of {ip_host}: an IP address or localhost has no place for the bucket.]",
			"[Set the endpoint of your client to {endpoint}.|Set the endpoint of your client to the one on the Overview page of the bucket in the OSS console.]",
			"If you sign with V4, set the client's region to [{region}, that of the bucket|that of the bucket as well].",
			"[{?to_internal}The endpoint {endpoint} is reached from inside Alibaba Cloud's network in that region only; from outside, use the same name without -internal.]",
			"[{?in_path}Switch path style off: {path_switch}.|{?in_path}Switch path style off in the client: OSS wants the bucket in front of the endpoint.]",
			"Give the client the endpoint without the bucket name in it.",
			"If the program works with buckets of several regions, create one client per region.",
			"[The answer names {odd_endpoint} as the endpoint, which is not below aliyuncs.com: make sure that it is yours before you send a signed request there.]",
		},
	},
	{
		kind:    KindExpiresInvalid,
		gist:    "[Expires in the signed URL counts milliseconds: divide it by 1000{?expires_millis}|Expires in the signed URL is {expires_sent}, not a UNIX time in seconds: set it to one|Expires in the signed URL is not a UNIX time in seconds: set it to one]",
		summary: "OSS cannot read the Expires value of the signed URL as a UNIX time in seconds.",
		cause:   "Expires has to be a UNIX timestamp in seconds; a written date is refused.",
		steps: []string{
			"[{?expires_millis}Divide Expires by 1000 and sign the URL again: {expires_sent} counts milliseconds, and OSS reads seconds.|Set Expires to a UNIX timestamp in seconds, then sign the URL with that value.]",
			"Or let the SDK sign the URL: you give it a lifetime in seconds.",
		},
	},
	{
		kind:    KindFeatureNotEnabled,
		gist:    "the feature is not enabled for this account: ask Alibaba Cloud's support to enable it",
		summary: "The request uses a feature that is not enabled for the account.",
		cause:   "Some features of OSS are opened account by account.",
		steps: []string{
			"Ask Alibaba Cloud's support to enable the feature[; give request ID {request_id}].",
			"Check that the region offers the feature.",
		},
	},
	{
		kind:    KindHierarchicalNamespaceDisabled,
		gist:    "{bucket} has no hierarchical namespace: it can only be enabled when a bucket is created",
		summary: "The request is a directory operation, and {bucket} has no hierarchical namespace.",
		cause:   "Rename, CreateDirectory and the like work only on buckets that were created with a hierarchical namespace.",
		steps: []string{
			"Create a new bucket with a hierarchical namespace and move the data there.",
			"Or do without: copy and delete objects instead of renaming directories.",
		},
	},
	{
		kind:    KindImageDamaged,
		gist:    "image processing cannot decode {object}: upload an intact image",
		summary: "Image processing cannot decode {object}.",
		cause:   "Most often the file is damaged, was uploaded incompletely, or is not an image of a supported format.",
		steps: []string{
			"Download the object without x-oss-process and open it.",
			"Upload an intact image, and check the format and the size limits of image processing.",
		},
	},
	{
		kind:    KindIntermediary,
		gist:    "[{?cdn}the answer carries no sign of OSS and comes through a CDN: look at the CDN's rules and its origin settings|the answer carries no sign of OSS, its Server is {server}: look at the proxy, CDN or firewall in between|the answer carries no sign of OSS: look at the proxy, CDN or firewall in between]",
		summary: "The 403 carries no error of OSS[; the request went to {host_name}].",
		cause:   "[{?foreign_error}The body is an error document without any mark of OSS. The host may not lead to OSS, or something in between answered.|OSS puts an error document and a request ID into its answers. Here both are missing, so a proxy, a CDN, a firewall or a block page in between either answered by itself or took them out.]",
		steps: []string{
			"[Send the {cdn_method} to the bucket's own endpoint instead of the CDN domain: a CDN is made for downloads, and many refuse it.]",
			"[{?cdn}Look at the access rules of the domain in the CDN console (Referer, IP address, URL signing), and at its origin settings.]",
			"Send the same request from a machine without the proxy, or straight to the OSS endpoint instead of the CDN domain.",
			"[{?raw}Read the body, Raw(), and the headers Server and Via: they usually name who answered.|Look at the body and at the headers Server and Via of the answer: they usually name who answered.] Server: Tengine with Via or EagleId points to Alibaba Cloud CDN.",
			"Check HTTP_PROXY and HTTPS_PROXY of the program, and the rules of the firewall.",
			"If the host is a custom domain, check where its DNS record points.",
		},
	},
	{
		kind:    KindKMSForbidden,
		gist:    "[{?unsigned}unsigned request to {object}, which a KMS key encrypts: sign it|{?reads}no right to the KMS key behind {object}: grant kms:Decrypt|no right to the KMS key behind {object}: grant kms:Decrypt and kms:GenerateDataKey]",
		summary: "The caller may not use the KMS key that encrypts {object}.",
		cause:   "The data is encrypted with a KMS key (SSE-KMS). Whoever reads it needs kms:Decrypt on the key, whoever writes it kms:GenerateDataKey and kms:Decrypt. An anonymous request has neither.",
		steps: []string{
			"[{?unsigned}Sign the request, or use a presigned URL: SSE-KMS objects cannot be read anonymously, even in a public bucket.]",
			"[{?unsigned}Grant kms:Decrypt on the key to the RAM user or role that signs.|{?reads}Grant kms:Decrypt on the key to the RAM user or role.|{?writes}Grant kms:GenerateDataKey and kms:Decrypt on the key to the RAM user or role.|Grant kms:Decrypt on the key to the RAM user or role, and kms:GenerateDataKey too if the request writes.]",
			"[{?unsigned}|{?signed}|Sign the request: SSE-KMS objects cannot be read anonymously, even in a public bucket.]",
			"[The request names the key {kms_key}: check that this is the one you mean.]",
			"If a CDN fetches the object, grant its role AliyunCDNAccessingPrivateOSSRole the use of the key.",
		},
	},
	{
		kind:    KindKMSNotActivated,
		gist:    "KMS is not activated for this account: activate it (OpenKmsService)",
		summary: "The request needs Key Management Service (KMS), which is not activated for the account.",
		cause:   "Server-side encryption with a KMS key (SSE-KMS) needs the service to be open in the account.",
		steps: []string{
			"Activate KMS in its console, or call OpenKmsService.",
			"If you do not need a key of your own, use SSE-OSS: x-oss-server-side-encryption: AES256.",
		},
	},
	{
		kind:    KindKMSOverdue,
		gist:    "KMS refuses because of an overdue payment: settle it",
		summary: "KMS refuses to serve the account because of an overdue payment.",
		cause:   "The request needs a KMS key, and the account owes money.",
		steps: []string{
			"Settle the overdue payment in Expenses and Costs of the Alibaba Cloud console.",
			"Then retry.",
		},
	},
	{
		kind:    KindKMSOverdueSuspended,
		gist:    "KMS is suspended because of an overdue payment: top up the account",
		summary: "KMS is suspended for the account because a payment is overdue.",
		cause:   "The request needs a KMS key, and the service was stopped for the debt.",
		steps: []string{
			"Top up the account in Expenses and Costs of the Alibaba Cloud console.",
			"Then retry.",
		},
	},
	{
		kind:    KindListBucketsForbidden,
		gist:    "no permission to list buckets: grant oss:ListBuckets, or name the bucket so that none are listed",
		summary: "The caller may not list the buckets of the account.",
		cause:   "The action oss:ListBuckets is not granted to the caller, or a request that should have named a bucket did not and so reached the service itself.",
		steps: []string{
			"If the program has to list buckets, grant oss:ListBuckets on acs:oss:*:*:* to the RAM user or role; it cannot be narrowed to one bucket.",
			"If it only works with one bucket, set the bucket in its configuration (a preset path in ossbrowser), so that it need not list them. SDK v1's IsBucketExist lists too.",
			"If a CDN fetches from a private bucket, set a default page: its request for / is signed and becomes ListBuckets.",
		},
	},
	{
		kind:    KindLoggingTargetNotOwned,
		gist:    "the target bucket for logs is not the caller's: use a bucket of the same account",
		summary: "OSS refused the logging target, because the caller does not own the target bucket.",
		cause:   "PutBucketLogging takes only a target bucket of the same account.",
		steps: []string{
			"Name a target bucket that belongs to the account of the caller.",
			"Check the spelling of TargetBucket.",
		},
	},
	{
		kind:    KindNonStandardHost,
		gist:    "[{host} is no host name OSS serves: use BUCKET.ENDPOINT of the bucket's region, or bind the domain|the host name is none OSS serves: use BUCKET.ENDPOINT of the bucket's region, or bind the domain]",
		summary: "[OSS does not serve the host name {host}.|OSS does not serve the host name of the request.]",
		cause:   "The host is a domain that is not bound to a bucket, a misspelled endpoint, or BUCKET.oss.aliyuncs.com for a bucket that this endpoint does not serve.",
		steps: []string{
			"[{?ip_host}Give the client the endpoint's name instead of {ip_host}. If a tunnel or a proxy listens there, let it pass on the Host header of OSS.]",
			"Use the domain name of the bucket's region, BUCKET.ENDPOINT, with an endpoint such as oss-cn-hangzhou.aliyuncs.com.",
			"If the bucket has no region, use BUCKET.oss-rg-china-mainland.aliyuncs.com.",
			"If you want to use a domain of your own, bind it to the bucket first (PutCname, or Domain Names in the OSS console), and tell the client that the endpoint is a custom domain (oss.UseCname(true) in SDK v1).",
			"[{?ip_host}|If a proxy stands in front of OSS, let it pass on the Host header that the client sent.]",
		},
	},
	{
		kind:    KindObjectAccessDenied,
		gist:    "no permission for {object}: grant the action on {object_arn} in RAM or the bucket policy",
		summary: "The caller has no permission for this operation on {object}.",
		cause:   "No RAM policy, bucket policy or ACL allows it.",
		steps: []string{
			"[Grant {needed} to the RAM user or role that signed; the policy below does just that.|Grant the object action of the call (oss:GetObject, oss:PutObject and so on) on {object_arn} to the RAM user or role, in RAM or in the bucket policy.]",
			"[There is no action {no_such_action}: a policy with that name grants nothing.]",
			"If the request uses STS credentials, check that the policy given to AssumeRole allows the action too.",
			"Check that the program uses the AccessKey you think it uses.",
		},
	},
	{
		kind:    KindObjectACLReadDenied,
		gist:    "no permission to read the ACL of {object}: grant oss:GetObjectAcl",
		summary: "The caller may not read the ACL of {object}.",
		cause:   "GetObjectACL needs the action oss:GetObjectAcl, which oss:GetObject does not include, and a signed request.",
		steps: []string{
			"Grant oss:GetObjectAcl on {object_arn} to the RAM user or role.",
			"If the request is not signed, sign it.",
		},
	},
	{
		kind:    KindObjectACLWriteDenied,
		gist:    "no permission to change the ACL of {object}: grant oss:PutObjectAcl",
		summary: "The caller may not change the ACL of {object}.",
		cause:   "PutObjectACL needs the action oss:PutObjectAcl, which oss:PutObject does not include, and a signed request.",
		steps: []string{
			"Grant oss:PutObjectAcl on {object_arn} to the RAM user or role.",
			"If the object need not have an ACL of its own, leave the ACL out of the upload.",
			"If the request is not signed, sign it.",
		},
	},
	{
		kind:    KindObjectNotRestored,
		gist:    `[{?restoring}{object} is being restored: wait until x-oss-restore says ongoing-request="false", then retry|{object} is archived and not restored yet: call RestoreObject, wait, then retry]`,
		summary: "{object} is in an archive storage class and cannot be read before it is restored.",
		cause:   "[{?restoring}RestoreObject was called, and the restoration is not complete.|{?restored_once}RestoreObject was called once, and the restored copy has run out.|The object is of class {storage_class} and has no restored copy in effect.|The object was never restored, is still being restored, or its restored copy has run out. Real-time access of Archive objects is not in effect for it.]",
		steps: []string{
			`[{?restoring}Wait, and ask with HeadObject until x-oss-restore says ongoing-request="false".|Call RestoreObject, then HeadObject until x-oss-restore says ongoing-request="false", then read the object.]`,
			"[{?archive_direct}For objects of class Archive, enable real-time access of Archive objects on the bucket if you need them at once.]",
			"If you read it often, change its storage class to Standard or IA once it is restored.",
		},
	},
	{
		kind:    KindObjectReadDenied,
		gist:    "[{?unsigned}unsigned request to {object}, which is not public: use a presigned URL or sign it|no permission to read {object}: grant oss:GetObject, or use a presigned URL]",
		summary: "The caller may not read {object}.",
		cause:   "No policy grants oss:GetObject to the caller, and the ACL is not public. An unsigned request to a private object gets this answer too.",
		steps: []string{
			"[{?unsigned}Use a presigned URL, or sign the request.]",
			"[Grant {needed} to the RAM user or role that signed; the policy below does just that.|Grant oss:GetObject on {object_arn} to the RAM user or role.]",
			"[There is no action {no_such_action}: a policy with that name grants nothing.]",
			"[{?unsigned}|{?signed}|If the request is not signed, use a presigned URL.]",
			"If the object has a public ACL, check Block Public Access (bucket and account): while it is on, the ACL has no effect.",
			"If only this one object is refused, ask Alibaba Cloud's support whether it was blocked.",
		},
	},
	{
		kind:    KindObjectWriteDenied,
		gist:    "no permission to write {object}: grant oss:PutObject",
		summary: "The caller may not write {object}.",
		cause:   "No policy grants oss:PutObject to the caller, and the ACL does not allow public writes.",
		steps: []string{
			"[Grant {needed} to the RAM user or role that signed; the policy below does just that.|Grant oss:PutObject on {object_arn} to the RAM user or role.]",
			"[There is no action {no_such_action}: a policy with that name grants nothing.]",
			"If the request is not signed, sign it or use a presigned URL for PUT.",
		},
	},
	{
		kind:    KindPostPolicyConditionFailed,
		gist:    "[the upload form lacks the field {field} of the condition {condition}: send it in front of the file{?field_absent}|the form field {field} is {field_sent} and does not meet the condition {condition}: change the field or the policy|the upload form does not meet the condition {condition}: change the field or the policy|the upload form does not meet a condition of its policy: change the field or the policy]",
		summary: "[The PostObject form does not meet the condition {condition} of its policy.|The PostObject form does not meet a condition of its policy, or lacks a field that the policy names.]",
		cause:   "Each condition of the policy has to hold for the form field of its name, and each field has to be sent before the file.",
		steps: []string{
			"[Send the form field {field} in front of the file: the form does not hold it there{?field_absent}.|Change the form field {field}, which is {field_sent}, as the condition {condition} demands, or change the condition in the policy and sign the policy again.|Send the form field {field} as the condition demands, or change the condition {condition} in the policy and sign the policy again.|Compare the fields of the form with the conditions of the policy, and change the field or the condition; then sign the policy again.]",
			"[{?field_absent}Send the other fields of the policy in front of the file as well.|Send every field of the policy in the form, before the field named file.]",
			"For content-length-range, check the size of the file.",
		},
	},
	{
		kind:    KindPostPolicyExpired,
		gist:    "the policy of the upload form has expired: issue a new one right before the upload, with expiration in UTC",
		summary: "The policy of the PostObject form was past its expiration when OSS received the form.",
		cause:   "Most often the policy was issued too early or for too short a time, its expiration was not written in UTC, or the clock of the server that issued it is wrong.",
		steps: []string{
			"Issue the policy right before the upload, and give it time enough for the whole transfer.",
			"Write expiration in UTC with a final Z, as in 2030-01-02T03:04:05Z.",
			"Set the clock of the server that issues policies by NTP.",
		},
	},
	{
		kind:    KindPublicBucketACLBlocked,
		gist:    "Block Public Access is on: keep {bucket} private and presign URLs, or switch it off first",
		summary: "OSS refused to make {bucket} public by its ACL, because Block Public Access is on.",
		cause:   "Block Public Access applies at the bucket or for the whole account; the answer does not tell which. It is on by default for buckets created through API, SDK or ossutil since 2025-10-13.",
		steps: []string{
			"Leave the ACL private, and give out presigned URLs or serve the files through a CDN with private bucket access.",
			"If the bucket has to be public, switch Block Public Access off, for the bucket and for the account, and set the ACL again.",
			"If the call was PutBucket, create the bucket with a private ACL.",
		},
	},
	{
		kind:    KindPublicBucketPolicyBlocked,
		gist:    "Block Public Access is on: grant to named users instead of everybody, or switch it off first",
		summary: "OSS refused a bucket policy that opens {bucket} to everybody, because Block Public Access is on.",
		cause:   "Block Public Access applies at the bucket, at an access point or for the whole account; the answer does not tell which. It is on by default for buckets created through API, SDK or ossutil since 2025-10-13.",
		steps: []string{
			"Name users, roles or accounts as Principal in the bucket policy instead of *.",
			"If files have to be public, give out presigned URLs or serve them through a CDN with private bucket access.",
			"If the bucket has to be public, switch Block Public Access off, for the bucket, the access point and the account, and set the policy again.",
		},
	},
	{
		kind:    KindPublicObjectACLBlocked,
		gist:    "Block Public Access is on: upload without a public ACL and presign URLs, or switch it off first",
		summary: "OSS refused to make {object} public by its ACL, because Block Public Access is on.",
		cause:   "Block Public Access applies at the bucket or for the whole account; the answer does not tell which. It is on by default for buckets created through API, SDK or ossutil since 2025-10-13.",
		steps: []string{
			"Leave x-oss-object-acl out, or set the ACL to default, and give out presigned URLs or serve the file through a CDN with private bucket access.",
			"If the object has to be public, switch Block Public Access off, for the bucket and for the account, and try again.",
		},
	},
	{
		kind:    KindRAMPolicyExplicitDeny,
		gist:    "[{?detail}a RAM policy|a RAM or control policy] denies {action} to {principal}: change that Deny, an Allow does not help",
		summary: "[{?detail}A RAM policy|A RAM policy, or a control policy of the resource directory,] explicitly denies {principal} {the_action}[ on {known_bucket}].",
		cause:   "A statement with Effect Deny matched[ in a RAM policy {level}]. A Deny outweighs every Allow. OSS's message may call it the bucket policy, which is misleading.",
		steps: []string{
			"[Find the Deny statement for {known_action} in the RAM policies of {known_grantee}, granted {level}.|Find the Deny statement in the RAM policies of the caller, at account level and in resource groups.] A RAM user has the policies of its groups as well.",
			"Narrow the statement or its condition, or take the caller out of it; adding an Allow does not help.",
			"[Decode DiagnosticMessage() with RAM's DecodeDiagnosticMessage to see the statement{?diagnostic}; it takes the permission ram:DecodeDiagnosticMessage.]",
			"[{?detail}|If no RAM policy has such a statement, ask whoever manages the resource directory for a control policy.]",
		},
	},
	{
		kind:    KindRAMPolicyImplicitDeny,
		gist:    "no RAM policy allows {action} to {principal}: grant it",
		summary: "No RAM policy allows {principal} {the_action}[ on {known_bucket}].",
		cause:   "Nothing denies the request, and nothing allows it either[; OSS checked the policies {level}].",
		steps: []string{
			"[Grant {known_action} to {known_grantee} in a RAM policy.|Grant {known_action} to the caller in a RAM policy.|Grant {needed} to the RAM user or role in a RAM policy; the policy below does just that.|Grant the action of the call to the RAM user or role in a RAM policy.]",
			"[There is no action {no_such_action}: a policy with that name grants nothing.]",
			"Check the Resource of the statement: bucket actions need {bucket_arn}, object actions {object_arn}.",
			"[Decode DiagnosticMessage() with RAM's DecodeDiagnosticMessage to see what was checked{?diagnostic}; it takes the permission ram:DecodeDiagnosticMessage.]",
			"If you changed the policy a moment ago, wait a few minutes and try again.",
		},
	},
	{
		kind:    KindRefererBlacklisted,
		gist:    "[the Referer {referer} is on the blacklist of {bucket}: take it off, or send another|the Referer is on the blacklist of {bucket}: take it off, or send another]",
		summary: "The Referer of the request is on the blacklist of the hotlink protection of {bucket}.",
		cause:   "The blacklist outweighs the whitelist.",
		steps: []string{
			"Take the address off the blacklist (Hotlink Protection in the OSS console), or make the pattern that matches it narrower.",
			"If the Referer is not yours, somebody else's page links to the file: the protection works as it was set.",
		},
	},
	{
		kind:    KindRefererDenied,
		gist:    "[{?no_referer}the request has no Referer, and hotlink protection of {bucket} refused it: allow an empty Referer, or send one|hotlink protection of {bucket} refused the Referer {referer}: whitelist your site|hotlink protection of {bucket} refused the Referer or its absence: whitelist your site, or allow an empty Referer]",
		summary: "The hotlink protection of {bucket} refused the request for its Referer, or for having none.",
		cause:   "[{?no_referer}The request carries no Referer header, and the bucket does not allow that. The check is for anonymous requests and signed URLs.|The answer does not tell whether the Referer was missing, blacklisted, or just not whitelisted. The check is for anonymous requests and signed URLs.]",
		steps: []string{
			"If the request comes from a web page, add the address of the page to the whitelist (Hotlink Protection in the OSS console). Scheme, port and wildcards count: https://*.example.com does not cover http://www.example.com.",
			"If it comes from an app, a player or a program, which send no Referer, allow an empty Referer or send one that is on the whitelist.",
			"If a CDN is in front, refresh its cache afterwards.",
			"If a program of yours makes the request, sign it in the Authorization header, which the check does not apply to.",
		},
	},
	{
		kind:    KindRefererEmpty,
		gist:    "no Referer, and the hotlink protection of {bucket} demands one: allow an empty Referer, or send one",
		summary: "The request had no Referer header, and the hotlink protection of {bucket} does not allow that.",
		cause:   "Apps, players, curl, and pages with a no-referrer policy send no Referer.",
		steps: []string{
			"Allow an empty Referer in Hotlink Protection in the OSS console.",
			"Or send a Referer header that is on the whitelist.",
			"If a web page embeds the file, check its Referrer-Policy.",
		},
	},
	{
		kind:    KindRefererNotWhitelisted,
		gist:    "[the Referer {referer} is not on the whitelist of {bucket}: add the address of your page|the Referer is not on the whitelist of {bucket}: add the address of your page]",
		summary: "The Referer of the request is not on the whitelist of the hotlink protection of {bucket}.",
		cause:   "Once the whitelist has an entry, only matching Referers are let in.",
		steps: []string{
			"Add the address of the page to the whitelist (Hotlink Protection in the OSS console). Scheme, port and wildcards count: https://*.example.com does not cover http://www.example.com.",
			"Check what the client really sends: browsers may shorten the Referer to the origin.",
		},
	},
	{
		kind:    KindRequesterPaysAnonymous,
		gist:    "{bucket} is pay-by-requester and the request is unsigned: sign it and send x-oss-request-payer: requester",
		summary: "{bucket} is pay-by-requester, and the request was not signed.",
		cause:   "OSS has to know whom to charge, so it takes no anonymous request to this bucket.",
		steps: []string{
			"Sign the request with an AccessKey.",
			"Send the header x-oss-request-payer: requester with it (oss.RequestPayer(oss.Requester) in SDK v1).",
		},
	},
	{
		kind:    KindRequesterPaysRequired,
		gist:    "{bucket} is pay-by-requester: send x-oss-request-payer: requester",
		summary: "[{?payer}{bucket} is pay-by-requester, and OSS did not see the header x-oss-request-payer that was sent.|{bucket} is pay-by-requester, and the request is not signed or does not say that the requester pays.]",
		cause:   "Whoever is not the bucket owner has to agree to pay, with each request.",
		steps: []string{
			"Send the header x-oss-request-payer: requester (oss.RequestPayer(oss.Requester) in SDK v1).",
			"In a signed URL, add the query parameter x-oss-request-payer=requester before signing (oss.RequestPayerParam(oss.Requester) in SDK v1).",
			"Sign the request: anonymous access is not possible here.",
		},
	},
	{
		kind:    KindRequestExpired,
		gist:    "[{?lifetime_for_time}Expires of the signed URL holds a lifetime instead of a time: set it to now plus the lifetime, in UNIX seconds|{?time_for_lifetime}the lifetime of the signed URL is a time, {lifetime}: set it to seconds, at most 604800|{?lifetime_millis}the lifetime of the signed URL is {lifetime} seconds, most often meant in milliseconds: set it to at most 604800|{?lifetime_nanos}the lifetime of the signed URL is {lifetime} seconds, most often a time.Duration in nanoseconds: set it to at most 604800|{?lifetime_long}the lifetime of the signed URL is {lifetime} seconds: set it to at most 604800, seven days|the signed URL expired at {expires}, {late} before the request: sign a new one|the signed URL expired at {expires}: sign a new one|the signed URL has expired: sign a new one]",
		summary: "[The signed URL expired at {expires}, {late} before OSS received the request at {server_time}.|The signed URL expired at {expires}.|The signed URL was used after it had expired.]",
		cause:   "A signed URL is valid only until it expires. With STS credentials it also ends when the token does.",
		steps: []string{
			"[{?lifetime_for_time}Set Expires to a UNIX time, now plus the lifetime: what was sent is a moment in {expires_year}.]",
			"[{?time_for_lifetime}Set the lifetime of the URL in seconds, not as a time: what was sent is {lifetime}, and V4 allows at most 604800, seven days.|{?lifetime_millis}Set the lifetime of the URL in seconds, at most 604800: what was sent is {lifetime}, most often meant in milliseconds.|{?lifetime_nanos}Set the lifetime of the URL in seconds, at most 604800: what was sent is {lifetime}, most often a time.Duration, which counts nanoseconds.|{?lifetime_long}Shorten the lifetime of the URL to at most 604800 seconds, seven days: what was sent is {lifetime}.]",
			"Sign a new URL right before it is used.",
			"Give it a longer lifetime if needed: with V4 at most 7 days (604800 seconds).",
			"Check the clock of the machine that signs: if it is slow, URLs expire early.",
			"If a URL is cached (CDN, page, database), keep it for less than its lifetime.",
		},
	},
	{
		kind:    KindSecurityBlocked,
		gist:    "Alibaba Cloud's security system blocked the request: ask its support[ with request ID {request_id}]",
		summary: "A security system of Alibaba Cloud blocked the request.",
		cause:   "OSS does not say what the system objected to. No setting of the bucket is named.",
		steps: []string{
			"Open a ticket with Alibaba Cloud's support[ and give request ID {request_id}].",
			"Tell them the time, the source IP address and the URL without its signature.",
		},
	},
	{
		kind:    KindSecurityTokenExpired,
		gist:    "the security token has expired: get new credentials and try once more",
		summary: "The security token of the temporary AccessKey has expired.",
		cause:   "Credentials of STS, of an ECS instance role or of RRSA are good for a limited time.",
		steps: []string{
			"Get new credentials, and retry the request once.",
			"Use a credentials provider that refreshes by itself and early, some minutes before the expiration that STS names.",
			"For long transfers, ask STS for a longer DurationSeconds (up to the role's maximum), or upload in parts so that each request is signed anew.",
		},
	},
	{
		kind:    KindSecurityTokenInvalid,
		gist:    "the security token is not valid: get new credentials, and send the token whole",
		summary: "OSS does not accept the security token of the request.",
		cause:   "The token was cut, altered or badly encoded, or STS did not issue it. It has also been seen for the endpoint of a wrong region.",
		steps: []string{
			"Get new credentials from STS, and send ID, secret and token of the same answer.",
			"In a URL, percent-encode the token: it can contain + / and =.",
			"Check that no field of a database or a configuration cuts it; tokens are several hundred characters long.",
			"Check that the endpoint is that of the bucket's region.",
		},
	},
	{
		kind:    KindSecurityTokenMismatch,
		gist:    "AccessKey ID and security token are not from the same STS answer: use all three values of one answer",
		summary: "The AccessKey ID and the security token of the request do not belong together.",
		cause:   "STS issues ID, secret and token together. A refresh that replaces only some of them leads to this.",
		steps: []string{
			"Get new credentials and replace ID, secret and token at once.",
			"If several goroutines refresh, hand the three over as one value.",
		},
	},
	{
		kind:    KindSecurityTokenMissing,
		gist:    "temporary AccessKey without its token: set the security token beside ID and secret",
		summary: "[The AccessKey {key} is temporary (STS), and the request did not carry its security token.|The AccessKey is temporary (STS), and the request did not carry its security token.]",
		cause:   "An AccessKey ID that STS issued works only together with the security token of the same answer.[{?no_token} It left the client without one.]",
		steps: []string{
			"Pass the token to the client: oss.SecurityToken(token) in SDK v1, the third argument of NewStaticCredentialsProvider in SDK v2, stsToken in ali-oss.",
			"If you sign by yourself, send it as the header x-oss-security-token, or in a signed URL as the query parameter security-token (V1) or x-oss-security-token (V4).",
			"Check the spelling of the option, and that no proxy drops the header.",
		},
	},
	{
		kind:    KindSecurityTokenUnsupportedOperation,
		gist:    "no STS credentials are taken for this operation, or in this region: use a RAM user's AccessKey",
		summary: "OSS does not accept temporary credentials (STS) for this operation, or not in this region.",
		cause:   "Some operations and some regions of OSS do not support security tokens. The EC of such an answer stands for both, its message tells which.",
		steps: []string{
			"Call it with the AccessKey pair of a RAM user that has just this permission.",
			"If the message names the region, you can also use a bucket in another region.",
		},
	},
	{
		kind:    KindSecurityTokenUnsupportedRegion,
		gist:    "this region takes no STS credentials: use a RAM user's AccessKey",
		summary: "The region does not accept temporary credentials (STS).",
		cause:   "The region of the endpoint does not support security tokens.",
		steps: []string{
			"Call it with the AccessKey pair of a RAM user.",
			"Or use a bucket in another region.",
		},
	},
	{
		kind:    KindSessionPolicyDenied,
		gist:    "[{?detail}|most often ]the policy given to AssumeRole does not let the token {do_action}: allow it there and in the role",
		summary: "The STS token does not cover {the_action}[ on {known_bucket}]: [{?detail}|most often ]the policy given to AssumeRole does not allow it.",
		cause:   "A token may do what both the role's policies and the policy parameter of AssumeRole allow. [{?detail}Here the latter, the session policy, refused.|Most often the latter, the session policy, lacks the action or denies it; else the role lacks it.]",
		steps: []string{
			"[Allow {known_action} on this resource|Allow the action and the resource] in the Policy parameter of AssumeRole, remove a Deny there, and request a new token. Without the parameter a token may do all that the role may.",
			"Check that the policies of the role itself allow the action too.",
			"Check the prefix in the Resource of the session policy: a token made for one folder cannot be used for another.",
			"[Decode DiagnosticMessage() with RAM's DecodeDiagnosticMessage to see what was checked{?diagnostic}; it takes the permission ram:DecodeDiagnosticMessage.]",
		},
	},
	{
		kind:    KindSignatureMismatch,
		gist:    "[{?escaped_ampersand}the URL's & arrived as an escape: undo \\u0026 and &amp; before using it|{?signs_again}something between the client and OSS signs the request again: look at the proxy or CDN|{?plus_as_blank}the + in the object key arrived as a blank: percent-encode it as %2B|the path was {path_recoded} on the way to OSS: percent-encode it once|{changed_part} changed on the way to OSS: look for the proxy, CDN or redirect that does it|{?secret_wrong}OSS signed just what was sent, so most often the AccessKey secret is not the one of this ID: check it|the signed URL was sent with Content-Type {content_type_sent}, most often not signed: sign it with that, or send none|the signed URL was sent with {header_sent}, most often not signed: sign it with that, or send none|correct the V4 scope: {scope_suspect}|{?s3_v2}the request is signed with S3 V2: let the S3 client sign with V4, and check the secret|{?s3_path_style}an S3 client signed with the bucket in the path: switch path style off|{?key_bucket}the object key begins with the bucket, which the host names already: take it out|{?key_slashes}the object key has a leading or double slash, which most often breaks the signature: take it out|the {scheme} signature does not match: check the AccessKey secret first, then what changed after signing|the signature does not match: check the AccessKey secret first, then what changed after signing]",
		summary: "[The {scheme} signature of the request is not the one that OSS calculated.|The signature of the request is not the one that OSS calculated.]",
		cause:   "[{?changed}The request that reached OSS is not the one that was sent.|{?secret_wrong}All that OSS signed is what was sent, so nothing was changed on the way. What is left is the secret, or a client that signed something else than it sent.|{?post_form}A form is signed over the base64 of its policy. Most often the AccessKey secret is wrong, or the policy that was sent is not the one that was signed.|Most often the AccessKey secret does not belong to this AccessKey ID, or the method, path, query, headers or their encoding changed after signing.]",
		steps: []string{
			"[{?escaped_ampersand}Undo the escapes of the URL: \\u0026 and &amp; stand for &.]",
			"[{?signs_again}Find the proxy or CDN that signs the request again, and keep one of the two signatures.]",
			"[{?plus_as_blank}Percent-encode + in the object key as %2B: it was sent as +, and OSS got a blank.|Percent-encode the object key once, and look for the proxy that does it as well: the path was {path_recoded} on the way.|Find what changes {changed_part} on the way: it was {changed_from} when it was sent, and OSS got {changed_to}.]",
			"[{?rewritten}If a CDN or a proxy is meant to rewrite the request, sign it for the host and the path that OSS gets, and check the AccessKey secret.]",
			"[{?secret_wrong}Set the AccessKey secret that belongs to this AccessKey ID: everything else agrees. Most often it has a blank or a line break at an end, or is that of another key.]",
			"[{?secret_wrong}If the secret is right, look for what adds to the request after it was signed: a header of a middleware, a parameter appended to a signed URL, a signed URL used with another method.]",
			"[Send the request without Content-Type {content_type_sent}, or sign the URL with it (oss.ContentType in SDK v1).]",
			"[{?content_type_absent}If the URL was signed with a Content-Type, send the same one with the upload.]",
			"[Send the request without the header {header_sent}, or sign the URL with it.]",
			"[Sign a URL for {method_suspect}, or use the method that it was signed for: a signed URL is good for one.]",
			"[{?process_suspect}Sign the URL with x-oss-process in it (oss.Process in SDK v1): it is signed, and cannot be appended afterwards.]",
			"[Correct the V4 scope that your client signs: {scope_suspect}.]",
			"[{?s3_v2}Let the S3 client sign with V4 (s3v4), or use an SDK of OSS: this request is signed with S3 V2.]",
			"[{?s3_path_style}Switch path style off ({path_switch}): this S3 request has the bucket in its path, and OSS takes it in the host name.|{?s3_path_style}Switch path style off in the S3 client: the request has the bucket in its path, and OSS takes it in the host name.]",
			"[{?key_bucket}Take the bucket out of the object key: the host names it already.]",
			"[{?key_slashes}Take the leading or double slash out of the object key.]",
			"[{?key_escape}Check how your client escapes the object key: percent-encode it once, + as %2B and a blank as %20.]",
			"[{?secret_wrong}|{?signs_again}|{?changed}|Check the AccessKey secret: it has to belong to the AccessKey ID that was sent, and have no blank or line break at its ends.]",
			"[{?secret_wrong}|{?signs_again}|{?changed}|{?post_form}Sign just the base64 text that you send as the field policy.|With a signed URL, send exactly the Content-Type and x-oss- headers that it was signed with: many clients add a Content-Type.]",
			"[{?compared}|{?signs_again}|{?changed}|{?canonical_request}Compare the answer's CanonicalRequest (Signature.CanonicalRequest) with the one that your client hashed, line by line: the first line that differs is the cause. If none does, the secret is wrong.|{?string_to_sign}Compare the answer's StringToSign (Signature.StringToSign) with what your client signed, line by line: the first line that differs is the cause. If none does, the secret is wrong.|If the answer has a CanonicalRequest or a StringToSign element, compare it with what your client signed: the first line that differs is the cause.]",
			"[{?secret_wrong}|{?signs_again}|{?changed}|{?s3_v2}|{?s3_path_style}|{?s3_scheme}The request came from an S3 client: let it sign with V4, and switch path style off.]",
			"[{?secret_wrong}|{?signs_again}|{?changed}|{?post_form}|Look at the object key: a leading or double slash, or any of + # % blank and non-ASCII characters, is easily encoded twice or not at all.]",
			"[{?compared}|{?signs_again}|{?changed}|{?post_form}|If a proxy or CDN is in between, make sure that it changes neither Host nor headers nor the path. If the endpoint is a custom domain, tell the client so (oss.UseCname(true) in SDK v1).]",
		},
	},
	{
		kind:    KindSignatureParametersMissing,
		gist:    "[{?escaped_url}the URL's & arrived as an escape: undo \\u0026 and &amp; before using it|the signed URL lacks Signature, Expires or OSSAccessKeyId: use the whole URL, unaltered]",
		summary: "The signed URL lacks one of Signature, Expires and OSSAccessKeyId, or has it empty.",
		cause:   "[{?escaped_url}The URL was copied out of JSON or HTML, so that OSS does not see the parameters behind the first &.|Most often the URL was cut or altered on its way. Chat tools, shells and proxies cut URLs at the character &, and JSON or HTML escape it to \\u0026 or &amp;.]",
		steps: []string{
			"[{?escaped_url}Undo the escapes of the URL: \\u0026 and &amp; stand for &.]",
			"Use the URL just as it was signed; in a shell, put it in quotes.",
			"If it came through JSON or HTML, undo the escapes \\u0026 and &amp;.",
			"If you build the URL yourself, send all three parameters with a value, or let the SDK presign it.",
		},
	},
	{
		kind:    KindSignatureV1QueryNotAllowed,
		gist:    "bucket operations take no V1 signature in the URL: sign in the Authorization header",
		summary: "The request is an operation on a bucket and carries a V1 signature in its URL.",
		cause:   "V1 signatures in a URL are for objects only.",
		steps: []string{
			"Send the operation through an SDK, which signs in the Authorization header.",
			"If it has to be a URL, sign it with V4 (SDK v1 from v3.0.2 on, or SDK v2).",
		},
	},
	{
		kind:    KindSignatureV1Unsupported,
		gist:    "V1 signatures are no longer accepted here: sign with V4 and set the region",
		summary: "The request is signed with V1, which OSS no longer accepts for this account or bucket.",
		cause:   "OSS closed V1 signatures for accounts created from 2025-03-01 on and for buckets created from 2025-09-01 on.",
		steps: []string{
			`Sign with V4: oss.AuthVersion(oss.AuthV4) and oss.Region("cn-hangzhou") in SDK v1; it is the default of SDK v2.`,
			"For signed URLs, use SDK v1 from v3.0.2 on, or SDK v2: SignURL of older versions cannot sign with V4.",
			"Set the region to that of the bucket, without the prefix oss-.",
			"If you sign by yourself, follow the guide to upgrading from V1 to V4.",
		},
	},
	{
		kind:    KindSignedURLRestricted,
		gist:    "the URL was signed for certain IP addresses or a VPC, or its signature is wrong: use it from an allowed address, or sign a new one",
		summary: "The URL was signed for certain IP addresses or a VPC, and OSS refused it.",
		cause:   "The request came from outside of what the URL was signed for (its x-oss-ac- parameters), or the signature is wrong in another way. It is no restriction of the AccessKey.",
		steps: []string{
			"Use the URL from an IP address in the range, or from the VPC, that it was signed for. Behind NAT or a proxy the public address is the one that OSS sees.",
			"Or sign a new URL for the addresses that callers really have: x-oss-ac-source-ip with x-oss-ac-subnet-mask, or x-oss-ac-vpc-id.",
			"If the address is in the range, check the signature: the secret, and that method, headers and parameters are the ones that were signed.",
		},
	},
	{
		kind:    KindThirdLevelDomainRequired,
		gist:    "[the client was given {ip_host} as endpoint: give it the endpoint's name|path-style request, and OSS wants {host_bucket}.{called} as the host: switch path style off ({path_switch})|path-style request, and OSS wants {host_bucket}.{called} as the host: switch path style off|path-style request: put the bucket into the host name, as in BUCKET.oss-cn-hangzhou.aliyuncs.com]",
		summary: "OSS wants {bucket} in the host name of the request, and it was not there.",
		cause:   "The request went to the bare endpoint, with the bucket in the path (path style). OSS takes requests to a bucket at BUCKET.ENDPOINT only.",
		steps: []string{
			"[{?ip_host}Give the client the endpoint's name instead of {ip_host}: an IP address or localhost has no place for the bucket. If a tunnel or a proxy listens there, let it pass on the Host header of OSS.]",
			"[Switch path style off: {path_switch}.|In an S3 client, switch path style off: UsePathStyle false in aws-sdk-go-v2, BucketLookupDNS in minio-go, force_path_style false in many tools.]",
			"Address the bucket as {host_bucket}.[{called}|ENDPOINT, for example examplebucket.oss-cn-hangzhou.aliyuncs.com].",
			"With SDK v1 or v2, give the client the endpoint without the bucket and without the path-style option; the SDK builds the host name.",
		},
	},
	{
		kind:    KindTransferAccelerationDisabled,
		gist:    "transfer acceleration is off for {bucket}: use the endpoint of its region, or enable it",
		summary: "The request came through an accelerate endpoint, and transfer acceleration is not in effect for {bucket}.",
		cause:   "The endpoints oss-accelerate.aliyuncs.com and oss-accelerate-overseas.aliyuncs.com serve only buckets for which transfer acceleration is enabled.",
		steps: []string{
			"Use the endpoint of the bucket's region instead.",
			"If you want acceleration, enable it (PutBucketTransferAcceleration, or Transfer Acceleration in the OSS console).",
			"If it was enabled a moment ago, wait: it can take 30 minutes to be in effect.",
		},
	},
	{
		kind:    KindUnknown,
		gist:    "[OSS says {quoted_message}, which the catalog cannot place: look up EC {ec}|OSS says {quoted_message}, which the catalog cannot place: read it, then ask support|OSS refused with {code} and no message: repeat the request as GET, or ask support|OSS refused with EC {ec} alone, which does not decide the cause: look at its page|OSS refused and gave no cause: repeat the request as GET, whose answer has a body]",
		summary: "[OSS refused the request with {code} and the message {quoted_message}, which the catalog cannot place.|OSS refused the request with the message {quoted_message}, which the catalog cannot place.|OSS refused the request with {code} and no message.|OSS refused the request and gave only EC {ec}, which does not decide the cause.|{?answer}OSS refused the request, and the answer does not say why.|OSS refused the request for a cause that is not in the catalog, or gave none.]",
		cause:   "[{?message}Message, code and EC together decide nothing that is in the catalog.|The code alone does not tell the cause: OSS sends {code} for several.|EC {ec} stands for more than one cause, or is not in the catalog.|{?answer}The answer has neither code nor message. An answer to HEAD has no body; OSS puts its error into the headers x-oss-err and x-oss-ec, which some clients drop.|Nothing is guessed: a third of the AccessDenied messages are not a matter of permissions.]",
		steps: []string{
			"[Open {doc}, OSS's own page for this answer.]",
			"[{?message}Read OSS's message; it is its own account of the refusal.|If it was a HEAD, send the same request as GET (for an object with Range: bytes=0-0): the body of that answer usually names the cause.]",
			"[Look up EC {ec} in the EC list.|{?message}|If your client drops headers, look for x-oss-ec and x-oss-err (base64 of the error document) in the answer itself.]",
			"Ask Alibaba Cloud's support[; give request ID {request_id}].",
		},
	},
	{
		kind:    KindUserDisabled,
		gist:    "the account is disabled: check for an overdue payment, then whether OSS is activated, then ask support",
		summary: "[The account behind the request or behind {known_bucket} is disabled.|The account behind the request or behind the bucket is disabled.]",
		cause:   "Money may be owed, a security measure may be in force, or OSS may never have been activated completely; the answer does not tell which.",
		steps: []string{
			"Check for an overdue payment in Expenses and Costs of the Alibaba Cloud console.",
			"To see whose account it is, try a bucket of another account: if that works, it is the bucket owner's.",
			"Check that OSS is activated for the account.",
			"If both are in order, ask Alibaba Cloud's support whether a security measure disabled the account[; give request ID {request_id}].",
		},
	},
	{
		kind:    KindUserNotFound,
		gist:    "the account does not exist (it may have been cancelled): use another account's credentials",
		summary: "The account behind the request does not exist.",
		cause:   "It may have been cancelled.",
		steps: []string{
			"Use credentials of an account that exists.",
			"If the account should exist, ask Alibaba Cloud's support[; give request ID {request_id}].",
		},
	},
	{
		kind:    KindVirtualHostedStyleRequired,
		gist:    "OSS wants {host_bucket}.[{called}|ENDPOINT] as the host: [switch path style off ({path_switch})|switch path style off]",
		summary: "OSS wants virtual-hosted style for {bucket}, and the request used another form.",
		cause:   "The request named the bucket in its path (path style), or the host name is not of the form BUCKET.ENDPOINT.",
		steps: []string{
			"[{?ip_host}Give the client the endpoint's name instead of {ip_host}: an IP address or localhost has no place for the bucket. If a tunnel or a proxy listens there, let it pass on the Host header of OSS.]",
			"[Switch path style off: {path_switch}.|In an S3 client, switch path style off: UsePathStyle false in aws-sdk-go-v2, BucketLookupDNS in minio-go, force_path_style false in many tools.]",
			"Address the bucket as {host_bucket}.[{called}|ENDPOINT, for example examplebucket.oss-cn-hangzhou.aliyuncs.com].",
			"With SDK v1 or v2, give the client the endpoint without the bucket and without the path-style option; the SDK builds the host name.",
		},
	},
	{
		kind:    KindVPCEndpointPolicyDenied,
		gist:    "the VPC endpoint policy refuses this: allow {bucket} and the action in the gateway endpoint's policy",
		summary: "The policy of the VPC gateway endpoint does not allow this request to {bucket}.",
		cause:   "The request went through a VPC gateway endpoint, whose own policy limits which buckets and actions can be reached from the VPC.",
		steps: []string{
			"Allow the bucket and the action in the policy of the gateway endpoint, in the VPC console.",
			"If only some buckets may be reached from this VPC, use one of those.",
		},
	},
	{
		kind:    KindWORMLocked,
		gist:    "the retention policy of {bucket} is locked: it can only be extended",
		summary: "The retention policy (WORM) of {bucket} is locked, and the request asks for another change than extending it.",
		cause:   "A locked policy cannot be undone by anybody, the owner included, before its time is over.",
		steps: []string{
			"Extend the policy if that is what you need (ExtendBucketWorm).",
			"Else wait until the retention period is over.",
		},
	},
}
