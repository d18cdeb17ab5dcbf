package oss403

import "strings"

// Steps, and parts of them, that stand in several places.
const (
	enWhichConfiguration = "Check which configuration the program really reads: " +
		"environment variables (OSS_ACCESS_KEY_ID in the SDKs of OSS, ALIBABA_CLOUD_ACCESS_KEY_ID in other tools, AWS_ACCESS_KEY_ID in S3 clients), " +
		"a mounted file, a profile."
	enWhoseKey = "Run aliyun sts GetCallerIdentity with this AccessKey: " +
		"it names the account and the user that the key belongs to, or says that there is no such key."
	enTicket    = "Open a ticket (https://smartservice.console.alibabacloud.com/service/create-ticket)[ and give request ID {request_id}]."
	enPassToken = "Pass the token to the client: [{token_setting}|" +
		"oss.SecurityToken(token) in SDK v1, " +
		"the third argument of NewStaticCredentialsProvider in SDK v2 and in aws-sdk-go-v2, " +
		"that of credentials.NewStaticV4 in minio-go, stsToken in ali-oss]."
	enTokenByHand = "If you sign by yourself, send it as the header x-oss-security-token. " +
		"In a signed URL it is the query parameter security-token (V1, V2) or x-oss-security-token (V4). " +
		"In the form of a PostObject, which mini programs send, it is the field x-oss-security-token."
	enNewSTS   = "Get new credentials from STS, and use the ID, the secret and the token of the same answer."
	enProvider = "Let the client fetch its credentials by itself, instead of giving it three fixed values: " +
		"[{provider_setting}|" +
		"NewEcsRoleCredentialsProvider() or NewCredentialsFetcherProvider(f) in SDK v2, " +
		"oss.SetCredentialsProvider(p) in SDK v1, aws.NewCredentialsCache(p) in aws-sdk-go-v2, " +
		"credentials.New(p) in minio-go]."
	enSetEndpoint = "[Set the endpoint of your client to {endpoint}: {endpoint_setting}.|" +
		"Set the endpoint of your client to {endpoint}: the first argument of oss.New in SDK v1, " +
		"WithEndpoint in SDK v2, the first argument of minio.New in minio-go, BaseEndpoint in aws-sdk-go-v2.|" +
		"Set the endpoint of your client to the one on the Overview page of the bucket in the OSS console.]"
	enNewUsers = "[{?mainland}{?s3}" + enNewAccount + " or, on ECS in that region, {internal_endpoint}.|" +
		"{?mainland}" + enNewAccount + enCnameSetting + " or, on ECS in that region, {internal_endpoint}.|" +
		"{?mainland}" + enNewAccount + enCnameSetting + ".|" +
		"On ECS in that region, {internal_endpoint} works as well, without charges for traffic.|" +
		"{!endpoint}If the bucket is in mainland China and the account began to use OSS on 2025-03-20 or later, " +
		"a public endpoint answers 400 (PublicEndpointForbidden) to requests for data: use a custom domain" + enCnameSetting + " or, on ECS, the internal endpoint.]"
	enAddressBucket = "Address the bucket as {host_bucket}." +
		"[{called}|" +
		"ENDPOINT, for example examplebucket.oss-cn-hangzhou.aliyuncs.com]" +
		"."
	enBareEndpoint = "[{!path_switch}With SDK v1 or v2, give the client the endpoint without the bucket, " +
		"and leave out oss.ForcePathStyle(true) (v1) or WithUsePathStyle(true) (v2): the SDK builds the host name.]"
	enPathStyleOff = "[Switch path style off: {path_switch}.|" +
		"Switch path style off: UsePathStyle false in aws-sdk-go-v2, BucketLookupDNS in minio-go, force_path_style false in many tools.]"
	enNtp = "Compare the clock of the machine with the right time (date -u), and set it by NTP: chronyc makestep, " +
		"systemctl restart systemd-timesyncd, or w32tm /resync on Windows. " +
		"A container has the clock of its host."
	enSleep = "After the machine slept, a VM or WSL can be left behind: restart it (wsl --shutdown)."
	enWaits = "If it happens under load only, look for where a request waits after it was signed: a full connection pool, " +
		"a queue, a proxy, a slow uplink. " +
		"Send fewer at once, or upload in smaller parts."
	enSignUTC      = "Make the program write its date in UTC: time.Now().UTC() in Go, and no local time with a Z or GMT appended."
	enDecodeDenial = "[{?diagnostic}To see in detail why OSS refused, " +
		"have an administrator run aliyun ram DecodeDiagnosticMessage --EncodedDiagnosticMessage VALUE, " +
		"where VALUE is the element EncodedDiagnosticMessage of the answer (DiagnosticMessage() in Go). " +
		"This needs the permission ram:DecodeDiagnosticMessage. " +
		"The RAM console (https://ram.console.aliyun.com/permissions/troubleshoot) decodes it as well.]"
	enUserName = "[{user_id} is the ID of the RAM user: aliyun ram ListUsers shows the name that belongs to it, " +
		"and aliyun ram ListPoliciesForUser --UserName NAME the policies that are attached to the user.]"
	enOtherAccount = "If the bucket is another account's, no RAM policy of yours opens it: ask its owner to allow you in the bucket policy."
	enSTSToo       = "[{!permanent}" + enSTSCheck + "]"
	enSTSCheck     = "If the credentials are from STS, check that the policy given to AssumeRole, if there was one, allows the action and this prefix too."
	enPresign      = "To make a presigned URL, run ossutil presign {oss_url} (ossutil 1: ossutil sign {oss_url}). " +
		"In Go, call bucket.SignURL(key, oss.HTTPGet, 3600) in SDK v1, " +
		"client.Presign(ctx, request) with an *oss.GetObjectRequest in SDK v2, " +
		"or client.PresignedGetObject(ctx, bucket, key, time.Hour, nil) in minio-go."
	enCDNSite     = "For a website, leave the bucket private and put Alibaba Cloud CDN before it, with private bucket access enabled there."
	enAccountWide = " The switch of the account holds for all its buckets: without it, whatever they have public is open again where their own switch is off."
	enPublic      = "Only if everybody on the Internet may read it, at your cost: switch Block Public Access off, " +
		"for the account (Data Service > Block Public Access in the OSS console) and for the bucket (Permission Control > Block Public Access), " +
		"then allow all accounts to read in the bucket policy." + enAccountWide
	enRestoreTime = "[Restoring takes {restore_time}.|" +
		"Restoring takes minutes for Archive, 1 to 12 hours for Cold Archive and 12 to 48 hours for Deep Cold Archive.] " +
		"It is charged, and while it runs, another RestoreObject of the same priority gets 409."
	enDefaultOn = " Since October 2025 it is on by default for new buckets made through API, SDK or ossutil, a change that came region by region."
	enSettle    = "Settle the overdue payment in Expenses and Costs of the Alibaba Cloud console."
	enCORSRule  = "[Add a CORS rule with AllowedOrigin {origin}, AllowedMethod {cors_method} and AllowedHeader {cors_headers}|" +
		"Add a CORS rule with AllowedOrigin {origin} and AllowedMethod {cors_method}|" +
		"Add a CORS rule with AllowedOrigin {origin}|" +
		"Add a CORS rule with the origin of the page, the method, and every header that the page sends (* for AllowedHeader is simplest)]" +
		": in the OSS console, open the bucket, then Content Security > CORS. PutBucketCors does the same, but replaces all existing rules."
	enRoleToo      = "Check that the policies of the role itself allow the action too."
	enNoSuchAction = "[RAM has no action {no_such_action}: a policy with that name grants nothing.]"
	enPlainHTTP    = "[{?plain_http}Try https: the request was sent by plain http, which a policy may refuse (acs:SecureTransport).]"
	enSecretFirst  = "Check the AccessKey secret: it has to belong to the AccessKey ID that was sent, and have no space or line break at its ends." + enCheckSecret
	enCheckSecret  = "[{?string_to_sign} (*Signature).Check tells offline whether a secret made this signature.|" +
		"{?answer}|" +
		" Where the answer has a StringToSign, (*Signature).Check tells offline whether a secret made the signature.]"
	enOtherMethod   = "[If the URL was signed for another method than {url_method}, use that one, or sign a URL for {url_method}.]"
	enWholeURL      = "Use the URL exactly as it was signed; in a shell, put it in quotes."
	enSdkPresign    = "If you build the URL yourself, send every parameter of the signature with a value, or let the SDK presign it."
	enUndoEscapes   = "Undo the escapes of the URL: \\u0026 and &amp; stand for &."
	enWhitelist     = "Add the address of the page to the whitelist: " + enHotlinkPage + ". " + enWildcards
	enOffBlacklist  = "Take the address off the blacklist (" + enHotlinkPage + "), or make the pattern that matches it narrower."
	enThroughHeader = "If a program of yours makes the request, sign it in the Authorization header, which the check does not apply to."
	enStraight      = "[{?oss_host}Send the same request from a machine without the proxy.|" +
		"Send the same request from a machine without the proxy, or straight to BUCKET.ENDPOINT instead of the CDN domain.]"
	enReadBody = "[{?raw}Read the body, Raw(), and the headers Server and Via: they usually name who answered.|" +
		"Look at the body and at the headers Server and Via of the answer: they usually name who answered.]" +
		" Server: Tengine with Via or EagleId points to Alibaba Cloud CDN."
	enProxySettings = "Check HTTP_PROXY and HTTPS_PROXY of the program, and the rules of the firewall."
	enDns           = "[{!oss_host}If the host is a custom domain, check where its DNS record points.]"
	enSignNew       = "Sign a new URL shortly before it is used."
	enSdkLifetime   = "Or let the SDK sign the URL: you give it a lifetime in seconds."
	enRestore       = "Call RestoreObject, which needs the permission oss:RestoreObject (ossutil restore {oss_url} on the command line). " +
		"Then call HeadObject until x-oss-restore says ongoing-request=\"false\", and read the object."
	enArchiveDirect = "[{?archive_direct}For objects of class Archive, enable real-time access of Archive objects on the bucket if you need them at once.]"
	enChangeClass   = "If you read it often, change its storage class to Standard or IA once it is restored."
	enKmsPolicy     = "The system policy AliyunKMSCryptoUserAccess allows kms:Decrypt and kms:GenerateDataKey on every key." +
		"[{!policy} To allow one key only, write a policy with these actions and the Resource acs:kms:*:*:key/KEY_ID, " +
		"with the ID of the key.]"
	enKmsKey      = "[The request names the key {kms_key}: check that this is the one you mean.]"
	enFieldsFirst = "Send every field of the policy in the form, before the field named file."
	enRegion      = "[{!s3}With V4 signatures, set the region of the client to {region} as well: oss.Region in SDK v1, WithRegion in SDK v2.|" +
		"{!s3}With V4 signatures, set the region of the client to that of the bucket as well: oss.Region in SDK v1, WithRegion in SDK v2.]"
	enCname           = "If the endpoint is a custom domain, tell the client so: oss.UseCname(true) in SDK v1, WithUseCName(true) in SDK v2."
	enSignContentType = "oss.ContentType in SDK v1, ContentType of the request in SDK v2 and aws-sdk-go-v2, PresignHeader in minio-go."
	enContentType     = "With a signed URL, send exactly the Content-Type and x-oss- headers that it was signed with: " +
		"many clients add a Content-Type, as wx.request of a mini program does (application/json)."
	enGrantNeeded = "{?policy}{?policy_gaps}Grant {needed} to the RAM user or role that signed: fill in the names in capitals in the policy below.|" +
		"{?policy}Grant {needed} to the RAM user or role that signed; the policy below does just that.|" +
		"Grant {needed} to the RAM user or role that signed.|"
	enWhichKey    = "Check that the program uses the AccessKey you think it uses."
	enShouldSign  = "If the client should have signed, check that its credentials are not empty and that no proxy drops the Authorization header."
	enURLCut      = "Most often it was cut on its way: chat tools, shells and proxies cut URLs at the character &."
	enTokenAllows = "A token may do what both the role's policies and the policy parameter of AssumeRole allow."
	enTokenPrefix = "Check the prefix in the Resource of the session policy: a token made for one folder cannot be used for another."
	enPreflight   = "Before a browser sends a request from a page of another origin, it asks OSS in a preflight request (OPTIONS) whether it may. " +
		"This is not a matter of RAM permissions."
	enEmptyReferer   = "Allow an empty Referer: " + enHotlinkPage + "."
	enNoReferer      = "The request had no Referer header, and the hotlink protection of {bucket} does not allow that."
	enHotlinkPage    = "in the OSS console, open the bucket, then Data Security > Hotlink Protection"
	enPolicyPage     = "in the OSS console, open the bucket, then Permission Control > Bucket Policy"
	enWildcards      = "Scheme, port and wildcards count: https://*.example.com does not cover http://www.example.com."
	enNewAccount     = "If the account began to use OSS on 2025-03-20 or later, {endpoint} answers 400 (PublicEndpointForbidden) to requests for data: use a custom domain"
	enCnameSetting   = " (oss.UseCname(true) in SDK v1, WithUseCName(true) in SDK v2)"
	enBlockPublicOff = "switch Block Public Access off, " +
		"for the bucket (Permission Control > Block Public Access) and for the account (Data Service > Block Public Access in the OSS console)"
	enBlockPublicWhere = "Block Public Access applies at the bucket or for the whole account; the answer does not tell which."
	enOSSMarks         = "OSS puts an error document and a request ID into its answers."
	enSignatureLost    = "OSS saw no signature, although the request was signed when it was sent."
	enPayerNotSaid     = "{bucket} is pay-by-requester, and the request does not say that the requester pays."
	enWhoseBucket      = "Check which account owns the bucket, and whether its name is spelled right."
)

// english is what is said in English, the language in which the code is written.
var english = language{
	lang: English, sentence: capital, part: func(name string) string { return "the " + strings.ToLower(name) },
	kinds: []text{
		{
			kind: KindAccessDeniedUnspecified,
			gist: "OSS refused without naming a reason: check the " +
				"[grant of {needed}, and look for a Deny|" +
				"RAM policy, then the bucket policy, for this action]",
			summary: "OSS refused the operation[ on {known_bucket}] and gave no reason but AccessDenied.",
			cause: "Most often the caller lacks a permission that the operation needs, often a second one: " +
				"PutObject with x-oss-tagging needs oss:PutObjectTagging as well. " +
				"A bucket that was released after a long overdue payment gets this answer too.",
			steps: []string{
				"[" + enGrantNeeded +
					"Grant the caller every action that the request needs in a RAM policy, those for tags, ACLs and versions included.]",
				enNoSuchAction,
				"[{?temporary}" + enSTSCheck + "]",
				"Look for a Deny in the bucket policy and in the caller's RAM policies.",
				"Have the owner check that the bucket still exists.",
				enOtherAccount,
				enPlainHTTP,
				enWhichKey,
			},
		},
		{
			kind: KindAccessKeyDisabled,
			gist: "[AccessKey {key} is disabled or limited to other networks (EC {restricted_ec}): enable it, or call from an allowed address|" +
				"AccessKey {key} is disabled: enable it in RAM, or use another|" +
				"the AccessKey is disabled: enable it in RAM, or use another]",
			summary: "[The AccessKey {key} is disabled, or a network restriction of it refuses this caller (EC {restricted_ec}).|" +
				"The AccessKey {key} is disabled.|" +
				"The AccessKey of the request is disabled.]",
			cause: "[EC {restricted_ec} stands for a disabled key and for one whose network restriction refuses the caller.|" +
				"{?ec}The key exists and is switched off.|" +
				"The key exists and most often is switched off. A network restriction of the key that refuses the caller has the same message.]",
			steps: []string{
				"Look at the key in the RAM console (Identities > Users > the user): if it is disabled, " +
					"have an administrator enable it, after finding out why it was disabled.",
				"Or use another AccessKey that is enabled, and put it into every place that holds the old one.",
				"[{?ec}{!restricted_ec}|" +
					"If the key is enabled, check that its network restriction, and that of the account, " +
					"covers the IP address of the caller, as OSS sees it behind NAT or a proxy.]",
			},
		},
		{
			kind:    KindAccessKeyMalformed,
			gist:    "the AccessKey ID has characters that do not belong there: copy it again, without quotes or spaces",
			summary: "The AccessKey ID of the request contains characters that no AccessKey ID has.",
			cause:   "Most often a space, a quote, a line break or a placeholder got into the configured ID.",
			steps: []string{
				"Copy the AccessKey ID again, without quotes, spaces and line breaks.",
				"Check that the program replaces placeholders such as $ACCESS_KEY_ID before it uses them.",
				enWhichConfiguration,
			},
		},
		{
			kind:    KindAccessKeyNotFound,
			gist:    "OSS does not know the AccessKey ID: get new credentials if it is temporary, otherwise check it for typos",
			summary: "[OSS knows no AccessKey with the ID {key}.|OSS does not know the AccessKey ID of the request.]",
			cause: "[{?token_sent}The request carried a security token, and STS does not know the AccessKey ID. " +
				"Most often the temporary AccessKey has expired; an AccessKey that is not temporary, " +
				"sent with a token by mistake, gets the same answer.|" +
				"Most often the key was deleted or mistyped, or belongs to another cloud. " +
				"A temporary AccessKey (STS) that has expired gets the same answer, and so does one whose security token was left out.]",
			steps: []string{
				"If the ID begins with STS., get new credentials from STS, and use the ID, the secret and the token of the same answer.",
				"[{?token_sent}If the ID begins with LTAI, take the security token out: it belongs to other credentials.]",
				"Compare the ID with the list of AccessKeys in the RAM console. " + enWhoseKey,
				"[{!key_clean}Look for a space before the ID, a placeholder, or a setting that was overwritten.]",
				enWhichConfiguration,
			},
		},
		{
			kind:    KindAccountOverdue,
			gist:    "the account has an overdue payment: settle it",
			summary: "OSS refuses the request because of an overdue payment.",
			cause:   "The account has an overdue payment. If the request uses a KMS key, KMS may be what refuses.",
			steps: []string{
				enSettle,
			},
		},
		{
			kind:    KindAccountOverdueSuspended,
			gist:    "the service is suspended because of an overdue payment: top up the account",
			summary: "The service is suspended for the account because a payment is overdue.",
			cause:   "The service was stopped because of the debt. The answer does not tell whether that is OSS or KMS.",
			steps: []string{
				"Top up the account in Expenses and Costs of the Alibaba Cloud console. Do it soon: data can be released after a long debt.",
			},
		},
		{
			kind:    KindActionForbidden,
			gist:    "the caller may not {do_action}: grant it in RAM",
			summary: "OSS does not let the caller {do_action}.",
			cause: "OSS's message names the action. Most often no policy allows it to the caller." +
				"[{?known_action}{?lists_buckets}|" +
				" It can belong to another service: PutCname with a certificate also needs actions of yundun-cert.]",
			steps: []string{
				"[Grant {known_action} to the RAM user or role in a RAM policy, with the Resource {known_resource}.|" +
					"Grant {known_action} to the RAM user or role in a RAM policy.|" +
					"Grant the action that the message names to the RAM user or role in a RAM policy.]",
				"[{?known_resource}|For oss:ListBuckets use the Resource acs:oss:*:*:*, for oss:PutBucket acs:oss:*:*:BUCKET, for actions of yundun-cert *.]",
				"[{?known_action}{?lists_buckets}If the program works with one bucket only, name that bucket in its configuration, so that it need not list them.|" +
					"{?lists_buckets}If the action is oss:ListBuckets and the program works with one bucket only, name that bucket in its configuration.]",
			},
		},
		{
			kind:    KindAnonymousBucketDenied,
			gist:    "OSS took the request for an anonymous one, and {bucket} is not public: sign the request",
			summary: "OSS took the request for an anonymous one, and anonymous users have no right to {bucket}.",
			cause: "Most often the request carries no signature, neither in the Authorization header nor in the URL, " +
				"and nothing in effect opens the bucket to everybody. " +
				"OSS's page of EC 0003-00000002 names a wrong AccessKey ID or signature as well.",
			steps: []string{
				"Sign the request: use an SDK with credentials, or for an object a presigned URL.",
				enShouldSign,
				"If the request is signed, check the AccessKey ID and its secret.",
				"[{!writes}" + enPublic + "]",
			},
		},
		{
			kind:    KindAnonymousObjectDenied,
			gist:    "unsigned request to {object}, which is not public: use a presigned URL or sign it",
			summary: "The request was not signed, and anonymous users have no right to {object}.",
			cause:   "OSS saw no signature in the request, neither in the Authorization header nor in the URL, and nothing in effect opens the object to everybody.",
			steps: []string{
				"Use a presigned URL, or sign the request with an SDK.",
				"[{!writes}" + enPresign + "]",
				enShouldSign,
				"[{!writes}" + enCDNSite + "]",
				"[{!writes}" + enPublic + "]",
			},
		},
		{
			kind:    KindAnonymousOperationForbidden,
			gist:    "this operation is never allowed unsigned: sign the request",
			summary: "The request was not signed, and OSS never allows this operation anonymously.",
			cause:   "Some operations, such as ListBuckets, PutBucket and DescribeRegions, always need a signature. No bucket policy opens them.",
			steps: []string{
				"Sign the request with the AccessKey of a RAM user that may do this.",
				enShouldSign,
				"If you meant a bucket, check that its name is in the host name: without it the request reaches the service itself.",
			},
		},
		{
			kind:    KindAssumeRolePolicyDenied,
			gist:    "the trust policy of the role does not let {principal} in: add it there as a Principal",
			summary: "The trust policy of the RAM role does not let {principal} {do_action}.",
			cause:   "The trust policy of a role (AssumeRolePolicy) says who may take the role. OSS named it as the policy that refused.",
			steps: []string{
				"Add the caller, or its service, as a Principal to the trust policy of the role: in the RAM console, Identities > Roles > the role > Trust Policy.",
				"Check that the program names the right role (its ARN).",
				enDecodeDenial,
			},
		},
		{
			kind: KindBucketACLDenied,
			gist: "[{?signed}no policy allows this signed request to {object}: grant {needed} in RAM (the ACL is rarely the cause)|" +
				"no policy allows this request to {object}: grant {needed} in RAM, or sign the request if it has no signature (the ACL is rarely the cause)|" +
				"{?signed}no policy allows this signed request to {object}: grant the action in RAM (the ACL is rarely the cause)|" +
				"no policy allows this request: grant the action to the caller in RAM, or sign the request if it has no signature (the ACL is rarely the cause)]",
			summary: "No policy and no ACL in effect allows the request to {object}[ in {known_bucket}].",
			cause: "[{?signed}This is OSS's usual answer to a signed request that no policy allows. The ACL itself is rarely what has to change.|" +
				"This is OSS's usual answer to a caller whom no policy allows. " +
				"Most often a RAM user or role lacks the action, or a private object was opened without a signature; " +
				"the ACL itself is rarely what has to change.]",
			steps: []string{
				"[{?temporary}Allow {needed} both in the policies of the RAM role and in the policy given to AssumeRole, " +
					"if there was one: a temporary AccessKey may do only what both allow.|" +
					enGrantNeeded +
					"{?signed}Grant the action of the call (oss:GetObject, oss:PutObject and so on) on {object_arn} to the RAM user or role that signed.|" +
					"If the request is signed, grant {known_action} on {object_arn} to that RAM user or role.|" +
					"If the request is signed, grant the action of the call (oss:GetObject, oss:PutObject and so on) on {object_arn} to that RAM user or role.]",
				enNoSuchAction,
				"[{?temporary}{?needed}|{!permanent}" + enSTSCheck + "]",
				"[{!signed}If it is not signed, as with a plain link in a browser, use a presigned URL or an SDK with credentials.]",
				"[{!signed}{!writes}" + enPresign + "]",
				"[{!writes}If the object has a public ACL, check Block Public Access (bucket and account): while it is on, the ACL has no effect.]",
				enOtherAccount,
				enPlainHTTP,
				"[{!writes}{!signed}If a CDN fetches from a private bucket, grant its role the right to read the bucket (private bucket access in the CDN console).]",
			},
		},
		{
			kind: KindBucketAndRAMPolicyDeny,
			gist: "[{?batch_ec}a Deny in the bucket policy or in a RAM policy refuses {action} to {principal}: look in both|" +
				"the bucket policy and a RAM policy both deny {action} to {principal}: change both]",
			summary: "[{?batch_ec}The bucket policy or a RAM policy explicitly denies {principal} {the_action} for an object of the batch.|" +
				"Both the bucket policy and a RAM policy explicitly deny {principal} {the_action} on {action_bucket}.|" +
				"Both the bucket policy and a RAM policy explicitly deny {principal} {the_action}.]",
			cause: "[{?batch_ec}A statement with Effect Deny matched in one of the two; the answer does not tell which. An Allow does not help.|" +
				"Each of the two has a statement with Effect Deny that matched. Either one alone is enough to refuse the request.]",
			steps: []string{
				"[{?batch_ec}Look for the Deny statement in the RAM policies of the caller, and narrow it.|" +
					"Find the Deny statement in the RAM policies of the caller and narrow it.]",
				"[{?batch_ec}Look for it in the bucket policy (" + enPolicyPage + ") as well.|" +
					"Find the Deny statement in the bucket policy (" + enPolicyPage + ") and narrow it.]",
				enUserName,
				enPlainHTTP,
				enDecodeDenial,
			},
		},
		{
			kind:    KindBucketCreateNotResourceOwner,
			gist:    "no permission to create {bucket}: grant oss:PutBucket for the account, or create it inside the resource group",
			summary: "The caller may not create {bucket}.",
			cause: "Most often no policy grants oss:PutBucket to the caller. " +
				"It was seen for an administrator limited to a resource group who created a bucket outside it.",
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
				"Look for a notice to the account's owner (Message Center of the console, mail) that names the reason.",
				enTicket,
				"Check for an overdue payment as well.",
			},
		},
		{
			kind: KindBucketNotOwned,
			gist: "[no permission for this operation on {bucket}: grant {needed} in RAM; if the bucket is another account's, ask its owner|" +
				"no permission for this operation on {bucket}: grant the bucket action in RAM; if the bucket is another account's, ask its owner]",
			summary: "The caller has no permission for this operation on {bucket}.",
			cause: "OSS words this as a matter of ownership. " +
				"Most often the bucket does belong to the caller's account, " +
				"and a bucket action such as oss:ListObjects or oss:GetBucketInfo is not granted to the RAM user or role. " +
				"Otherwise the bucket belongs to another account.",
			steps: []string{
				"[Grant {needed} on {bucket_arn} to the RAM user or role that signed, as the policy below does{?needed_on_bucket}{?policy}. " +
					"A grant on {object_arn} does not cover it.|" +
					enGrantNeeded +
					"Grant the bucket action of the call (oss:ListObjects for a listing, oss:GetBucketInfo for bucket details) on {bucket_arn} to the RAM user or role. " +
					"A grant on {object_arn} does not cover it.]",
				enNoSuchAction,
				"[{?temporary}" + enSTSCheck + "]",
				"[{!needed}If the grant has a condition on oss:Prefix, ask for just that prefix, with its final slash.]",
				enWhoseBucket,
				enOtherAccount,
				enPlainHTTP,
			},
		},
		{
			kind:    KindBucketOwnerAbnormal,
			gist:    "the account that owns {bucket} is closed, limited or stopped: its owner has to restore it",
			summary: "The account that owns {bucket} is in an abnormal state.",
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
			kind: KindBucketPolicyDenied,
			gist: "[{?policy_ec}a Deny in the bucket policy of {bucket} refuses this: narrow it; an Allow does not help|" +
				"a Deny refuses this: look in the bucket policy of {bucket}, then in the RAM policies]",
			summary: "[{?policy_ec}The bucket policy of {bucket} denies the request.|" +
				"A policy denies the request to {bucket}; by OSS's words it is the bucket policy.]",
			cause: "A statement with Effect Deny matched the caller, the action, the resource and any condition, such as source IP address or VPC. " +
				"No Allow outweighs it, and a presigned URL does not get past it." +
				"[{?policy_ec}|" +
				" OSS sends the same words for a Deny in a RAM policy.]",
			steps: []string{
				"In the OSS console, open the bucket, then Permission Control > Bucket Policy, " +
					"and find the Deny statement that matches this caller, action and source. " +
					"A statement for all accounts (*) that has a condition holds for the bucket owner too.",
				"[{!policy_ec}If there is none, look for a Deny in the RAM policies of the caller.]",
				enPlainHTTP,
				"Narrow the statement, or exempt the caller from it; adding an Allow does not help. " +
					"If it is about the source, call from the IP address or the VPC that it lets in.",
			},
		},
		{
			kind: KindClockSkew,
			gist: "[{?early_url}the signed URL was used before its x-oss-date: set the clock of the machine that signs by NTP|" +
				"the request's time is {skew} OSS's clock: set your clock by NTP|" +
				"the request's time is too far from OSS's clock: set your clock by NTP]",
			summary: "[{?early_url}The signed URL was used more than 15 minutes before the time in its x-oss-date.|" +
				"The request was stamped {request_time}, which is {skew} OSS's clock ({server_time}).|" +
				"The time of the request is too far from OSS's clock.]",
			cause: "[{?early_url}Most often the clock of the machine that signed the URL is ahead. A URL can also be signed for later on purpose.|" +
				"OSS accepts a difference of {max_skew} at most. " +
				"Most often the clock of the machine is off, local time was taken for UTC, or the request waited long between signing and sending.]",
			steps: []string{
				enNtp,
				"[{?early_url}|" + enSleep + "]",
				"If the difference is whole hours, make the program write its date in UTC.",
				"[{?early_url}|If the request is signed early and sent late, as in a queue, sign it just before it is sent.]",
			},
		},
		{
			kind:    KindCnameForbidden,
			gist:    "OSS does not allow this domain as a CNAME: use a domain of your own",
			summary: "OSS does not allow the domain of this PutCname to be bound.",
			cause:   "The domain is one that OSS keeps for itself, such as one below aliyuncs.com, aliyun.com or taobao.com.",
			steps: []string{
				"Bind a domain that you registered yourself.",
			},
		},
		{
			kind:    KindCnameOwnedByOther,
			gist:    "the domain is bound to another user's bucket: unbind it there, prove that it is yours, or use another domain",
			summary: "The domain cannot be bound to {bucket}, because it is bound to a bucket of another user.",
			cause:   "A domain belongs to one bucket at a time, and OSS has this one registered for another account.",
			steps: []string{
				"If another account of yours holds the binding, remove it there (DeleteCname), and call PutCname again.",
				"If the domain is yours and you cannot reach that account, prove it: CreateCnameToken, " +
					"then a TXT record _dnsauth under the domain, then PutCname. " +
					"That binds the domain by force: the other bucket loses it.",
				"Otherwise use another domain.",
			},
		},
		{
			kind:    KindCnameRisk,
			gist:    "the domain is rated as high-risk: use another one, or ask Alibaba Cloud's support",
			summary: "OSS refused the domain of this PutCname because it is rated as high-risk.",
			cause:   "Alibaba Cloud rates domains before they can be bound to a bucket.",
			steps: []string{
				"Bind another domain.",
				"If you think the rating is wrong, tell Alibaba Cloud's support. " + enTicket,
			},
		},
		{
			kind:    KindControlPolicyDenied,
			gist:    "a control policy of the resource directory refuses {action}: ask whoever manages it",
			summary: "A control policy of the resource directory does not let {principal} {do_action}[ on {action_bucket}].",
			cause:   "A control policy limits what the member accounts under it may do, whatever their RAM policies say.",
			steps: []string{
				"Ask the administrator of the resource directory (the management account) to change the control policy for this account.",
				enPlainHTTP,
				enDecodeDenial,
			},
		},
		{
			kind:    KindCORSNotAllowed,
			gist:    "no CORS rule of {bucket} matches this origin, method and headers: add one",
			summary: "No CORS rule of {bucket} matches the origin, the method and the headers of the request.",
			cause:   enPreflight,
			steps: []string{
				enCORSRule,
				"Write the origin as the browser does: scheme and port included, no final slash.",
				"If an older answer may be cached, clear the browser's and the CDN's cache, and enable Vary: Origin in the rule.",
			},
		},
		{
			kind:    KindCORSNotEnabled,
			gist:    "{bucket} has no CORS rule: add one for your page's origin",
			summary: "A cross-origin request came to {bucket}, which has no CORS rule.",
			cause:   enPreflight,
			steps: []string{
				enCORSRule,
				"Check that the page talks to the bucket you configured.",
			},
		},
		{
			kind:    KindCrossRegionCopy,
			gist:    "source and target of the copy are in different regions: download and upload, or replicate",
			summary: "The copy was refused because its source and its target are in different regions.",
			cause:   "CopyObject and UploadPartCopy work inside one region only.",
			steps: []string{
				"Download the object and upload it to the target bucket.",
				"For many objects, or to keep the buckets in step, set up cross-region replication (PutBucketReplication).",
				"If the copy may stay in the region of the source, copy to a bucket there.",
			},
		},
		{
			kind:    KindDateRequired,
			gist:    "the request arrived without a valid Date or x-oss-date: send x-oss-date and sign it",
			summary: "The request is signed in its header and arrived without a valid Date or x-oss-date.",
			cause:   "Browsers do not let a page set Date, and some proxies drop it. A date that is not in GMT form is refused as well.",
			steps: []string{
				"Send the time as x-oss-date, and sign it; SDKs that run in a browser do so.",
				"If a proxy stands before OSS, let it pass on x-oss-date, Date and Authorization unchanged.",
				"Write the date as RFC 1123 in GMT, as in Wed, 02 Jan 2030 03:04:05 GMT, or for V4 as 20300102T030405Z.",
			},
		},
		{
			kind: KindDeniedByCallback,
			gist: "[the service that owns the bucket refused ({callback_reason}): log in there again, or open fewer connections; OSS permissions are not the cause|" +
				"the service that owns the bucket refused: log in there again, or open fewer connections; OSS permissions are not the cause]",
			summary: "[The service that owns the bucket refused the request: {callback_reason}.|" +
				"The service that owns the bucket refused the request.]",
			cause: "The bucket asks its owner's service about each request (authorization callback), and that service said no. " +
				"Drive services do so for logins that ran out and for too many connections at once.",
			steps: []string{
				"Look at the reason: log in again or renew the cookie of that service, or open fewer connections.",
				"Get a new download URL from the service.",
				"There is nothing to change in OSS or RAM.",
			},
		},
		{
			kind:    KindDomainOwnershipUnverified,
			gist:    "the ownership of the domain is not verified: call CreateCnameToken, set the _dnsauth TXT record, then call PutCname",
			summary: "The domain cannot be bound to {bucket} before its ownership is verified.",
			cause:   "Before OSS binds a domain, you have to prove that it is yours.",
			steps: []string{
				"Call CreateCnameToken for the bucket and the domain (CreateBucketCnameToken in SDK v1). The token is good for 72 hours.",
				"At your DNS provider, add a TXT record with the token as its value, " +
					"named _dnsauth under the very domain that you bind: _dnsauth.img.example.com for img.example.com.",
				"Wait until the record can be looked up (dig TXT _dnsauth.img.example.com), then call PutCname again.",
			},
		},
		{
			kind: KindEndpointMismatch,
			gist: "{bucket} is [served by {endpoint}, not by the endpoint you called: use {endpoint}|" +
				"not served by the endpoint you called: use the one of its region]",
			summary: "{bucket} has to be addressed through " +
				"[{endpoint}, and the request went to {called}|" +
				"{endpoint}, and the request went elsewhere|" +
				"an endpoint other than the one the request went to].",
			cause: "OSS serves a bucket through the regional endpoints of its own region, " +
				"and the endpoint that was called is not one that this bucket accepts. " +
				"It is not a matter of permissions.",
			steps: []string{
				enSetEndpoint,
				enRegion,
				"[The endpoint {endpoint} is reached from inside Alibaba Cloud's network in that region only; from elsewhere, " +
					"ECS in another region included, use {public_endpoint}.|" +
					"{?to_internal}The endpoint {endpoint} is reached from inside Alibaba Cloud's network in that region only: run the program there.]",
				enNewUsers,
				"[{?path_style}Switch path style off: {path_switch}.|" +
					"{?path_style}Switch path style off in the client: OSS wants the bucket before the endpoint.]",
				"[{!signed_header}Sign URLs again with this endpoint: those that you have handed out still lead to the other one.]",
				"[{!called}If the program works with buckets of several regions, create one client per region.]",
			},
		},
		{
			kind:    KindExpiresInvalid,
			gist:    "Expires in the signed URL is [{expires_sent}, ]not a UNIX time in seconds: set it to one",
			summary: "OSS cannot use the [{?v4}lifetime|expiry] of the signed URL.",
			cause:   "In V1 and V2 it has to be a UNIX time in seconds; a written date is refused. In V4 it is a lifetime of 1 to 604800 seconds (7 days).",
			steps: []string{
				"[{?v4}Set x-oss-expires to a lifetime in seconds, and sign the URL with that value.|" +
					"Set Expires (x-oss-expires in V2) to a UNIX time in seconds, and sign the URL with that value.]",
				enSdkLifetime,
			},
		},
		{
			kind:    KindFeatureNotEnabled,
			gist:    "the feature is not enabled for this account: ask Alibaba Cloud's support to enable it",
			summary: "The request uses a feature that is not enabled for the account.",
			cause:   "Some features of OSS are enabled for one account at a time.",
			steps: []string{
				"Ask Alibaba Cloud's support to enable the feature. " + enTicket,
				"Check that the region offers the feature.",
			},
		},
		{
			kind:    KindHierarchicalNamespaceDisabled,
			gist:    "{bucket} has no hierarchical namespace, which only a new bucket can get: copy and delete objects instead",
			summary: "The request is a directory operation, and {bucket} has no hierarchical namespace.",
			cause:   "Rename, CreateDirectory and the like work only on buckets that were created with a hierarchical namespace.",
			steps: []string{
				"Do without: copy the objects to their new keys, then delete the old ones, instead of renaming a directory.",
				"Or create a new bucket with a hierarchical namespace and move the data there. " +
					"Only some regions offer it; as far as is known, none in mainland China does.",
			},
		},
		{
			kind:    KindImageDamaged,
			gist:    "image processing cannot decode {object}: check the file, and upload an intact image",
			summary: "Image processing cannot decode {object}.",
			cause:   "Most often the file is damaged, was uploaded incompletely, or is not an image of a supported format.",
			steps: []string{
				"Download the object without x-oss-process and open it.",
				"Upload an intact image, and check the format and the size limits of image processing.",
			},
		},
		{
			kind:    KindIntermediary,
			gist:    "the answer carries no sign of OSS[ (Server: {server})]: look at the proxy, CDN or firewall in between",
			summary: "The 403 carries no error of OSS[; the request went to {host_name}].",
			cause:   enOSSMarks + " Here both are missing, so a proxy, a CDN, a firewall or a block page in between either answered by itself or took them out.",
			steps: []string{
				enStraight,
				enReadBody,
				enProxySettings,
				enDns,
			},
		},
		{
			kind:    KindKMSForbidden,
			gist:    "no permission for the KMS key that encrypts {object}: grant kms:Decrypt and kms:GenerateDataKey",
			summary: "The caller may not use the KMS key that encrypts {object}.",
			cause: "The data is encrypted with a KMS key (SSE-KMS). " +
				"Whoever reads it needs kms:Decrypt on the key, whoever writes it kms:GenerateDataKey and kms:Decrypt. " +
				"An anonymous request has neither.",
			steps: []string{
				"Grant kms:Decrypt on the key to the RAM user or role, and kms:GenerateDataKey too if the request writes.",
				enKmsPolicy,
				"[{!signed}Sign the request: SSE-KMS objects cannot be read anonymously, even in a public bucket.]",
				enKmsKey,
				"[{!writes}If a CDN fetches the object, grant its role AliyunCDNAccessingPrivateOSSRole the use of the key.]",
			},
		},
		{
			kind:    KindKMSNotActivated,
			gist:    "KMS is not activated for this account: activate it (OpenKmsService)",
			summary: "The request needs Key Management Service (KMS), which is not activated for the account.",
			cause:   "Server-side encryption with a KMS key (SSE-KMS) needs the service to be open in the account.",
			steps: []string{
				"Activate KMS in its console, or call OpenKmsService, once per account. The account has to be verified. KMS is charged.",
				"If you do not need a key of your own, use SSE-OSS: x-oss-server-side-encryption: AES256.",
			},
		},
		{
			kind:    KindKMSOverdue,
			gist:    "KMS refuses because of an overdue payment: settle it",
			summary: "KMS refuses to serve the account because of an overdue payment.",
			cause:   "The request needs a KMS key, and the account has an overdue payment.",
			steps: []string{
				enSettle,
			},
		},
		{
			kind:    KindKMSOverdueSuspended,
			gist:    "KMS is suspended because of an overdue payment: top up the account",
			summary: "KMS is suspended for the account because a payment is overdue.",
			cause:   "The request needs a KMS key, and the service was stopped for the debt.",
			steps: []string{
				"Top up the account in Expenses and Costs of the Alibaba Cloud console.",
			},
		},
		{
			kind:    KindListBucketsForbidden,
			gist:    "no permission to list buckets: grant oss:ListBuckets, or name the bucket so that none are listed",
			summary: "The caller may not list the buckets of the account.",
			cause:   "The action oss:ListBuckets is not granted to the caller, or a request that should have named a bucket did not and so reached the service itself.",
			steps: []string{
				"If the program has to list buckets, grant oss:ListBuckets on acs:oss:*:*:* to the RAM user or role; it cannot be narrowed to one bucket.",
				"If it only works with one bucket, set the bucket in its configuration (a preset path in ossbrowser), " +
					"so that it need not list them. " +
					"SDK v1's IsBucketExist lists too.",
				"If a CDN fetches from a private bucket, its request for / is signed and becomes a listing: " +
					"rewrite / to /index.html at the CDN, or switch static website hosting off, " +
					"whose default page conflicts with private bucket access. " +
					"A grant does not help there.",
			},
		},
		{
			kind:    KindLoggingTargetNotOwned,
			gist:    "the target bucket for logs is not the caller's: use a bucket of the same account and region",
			summary: "OSS refused the logging target, because the caller does not own the target bucket.",
			cause:   "PutBucketLogging accepts only a target bucket of the same account and the same region.",
			steps: []string{
				"Name a target bucket that belongs to the account of the caller and is in the region of the source bucket.",
				"Check the spelling of TargetBucket.",
			},
		},
		{
			kind: KindNonStandardHost,
			gist: "[OSS does not serve the host name {host}: use BUCKET.ENDPOINT of the bucket's region, or bind the domain|" +
				"OSS does not serve this host name: use BUCKET.ENDPOINT of the bucket's region, or bind the domain]",
			summary: "[OSS does not serve the host name {host}.|OSS does not serve the host name of the request.]",
			cause: "[{?custom_host}The host is a domain that is not bound to a bucket, or the bucket was put before a custom domain.|" +
				"The host is a domain that is not bound to a bucket, a misspelled endpoint, or BUCKET.oss.aliyuncs.com for a bucket that this endpoint does not serve.]",
			steps: []string{
				"[{?custom_host}Bind the domain to the bucket (PutCname, or Domain Names in the OSS console). " + enCname + "]",
				"[{?custom_host}Or use the domain name of the bucket's region, BUCKET.ENDPOINT, with an endpoint such as oss-cn-hangzhou.aliyuncs.com.]",
				"[{!custom_host}Use the domain name of the bucket's region, BUCKET.ENDPOINT, with an endpoint such as oss-cn-hangzhou.aliyuncs.com.]",
				"If the bucket has no region, use BUCKET.oss-rg-china-mainland.aliyuncs.com.",
				"[{!custom_host}If you want to use a domain of your own, bind it to the bucket first (PutCname, or Domain Names in the OSS console). " + enCname + "]",
				"If a proxy stands before OSS, let it pass on the Host header that the client sent.",
			},
		},
		{
			kind:    KindObjectAccessDenied,
			gist:    "no permission for {object}: grant the action on {object_arn} in RAM or the bucket policy",
			summary: "The caller has no permission for this operation on {object}.",
			cause:   "No RAM policy, bucket policy or ACL allows it.",
			steps: []string{
				"[" + enGrantNeeded +
					"Grant the object action of the call (oss:GetObject, oss:PutObject and so on) on {object_arn} to the RAM user or role, " +
					"in RAM or in the bucket policy.]",
				enNoSuchAction,
				enSTSToo,
				enOtherAccount,
				enPlainHTTP,
				enWhichKey,
			},
		},
		{
			kind:    KindObjectACLReadDenied,
			gist:    "no permission to read the ACL of {object}: grant oss:GetObjectAcl",
			summary: "The caller may not read the ACL of {object}.",
			cause:   "GetObjectACL needs the action oss:GetObjectAcl, which oss:GetObject does not include, and a signed request.",
			steps: []string{
				"Grant oss:GetObjectAcl on {object_arn} to the RAM user or role.",
				"[{!signed}If the request is not signed, sign it.]",
				enWhichKey,
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
				"[{!signed}If the request is not signed, sign it.]",
				enWhichKey,
			},
		},
		{
			kind:    KindObjectNotRestored,
			gist:    "{object} is archived and not restored: call RestoreObject, wait, then retry",
			summary: "{object} is in an archive storage class and cannot be read before it is restored.",
			cause: "[The object is of class {storage_class} and has no restored copy in effect.|" +
				"The object was never restored, is still being restored, or its restored copy has run out. Real-time access of Archive objects is not in effect for it.]",
			steps: []string{
				enRestore,
				enRestoreTime,
				enArchiveDirect,
				enChangeClass,
			},
		},
		{
			kind:    KindObjectReadDenied,
			gist:    "no permission to read {object}: grant oss:GetObject, or use a presigned URL",
			summary: "The caller may not read {object}.",
			cause:   "No policy grants oss:GetObject to the caller, and the ACL is not public. An unsigned request to a private object gets this answer too.",
			steps: []string{
				"[" + enGrantNeeded +
					"Grant oss:GetObject on {object_arn} to the RAM user or role.]",
				enNoSuchAction,
				enSTSToo,
				"[{!signed}If the request is not signed, use a presigned URL.]",
				"[{!signed}{!writes}" + enPresign + "]",
				enOtherAccount,
				"If the object has a public ACL, check Block Public Access (bucket and account): while it is on, the ACL has no effect.",
				enPlainHTTP,
				enWhichKey,
				"If only this one object is refused and others beside it are not, it may have been banned for its content: " +
					"look for a notice in Message Center of the console. " + enTicket,
			},
		},
		{
			kind:    KindObjectWriteDenied,
			gist:    "no permission to write {object}: grant oss:PutObject",
			summary: "The caller may not write {object}.",
			cause:   "No policy grants oss:PutObject to the caller, and the ACL does not allow public writes.",
			steps: []string{
				"[" + enGrantNeeded +
					"Grant oss:PutObject on {object_arn} to the RAM user or role.]",
				enNoSuchAction,
				enSTSToo,
				enOtherAccount,
				enPlainHTTP,
				"[{!signed}If the request is not signed, sign it or use a presigned URL for PUT.]",
			},
		},
		{
			kind: KindPostPolicyConditionFailed,
			gist: "the upload form does not meet [the condition {condition}|" +
				"a condition of its policy]: change the field or the policy",
			summary: "The PostObject form does not meet " +
				"[the condition {condition} of its policy|" +
				"a condition of its policy, or lacks a field that the policy names]" +
				".",
			cause: "Each condition of the policy has to hold for the form field of its name, and each field has to be sent before the file.",
			steps: []string{
				"[Send the form field {field} as the condition demands, or change the condition {condition} in the policy and sign the policy again.|" +
					"Compare the fields of the form with the conditions of the policy, and change the field or the condition; then sign the policy again.]",
				enFieldsFirst,
				"For content-length-range, check the size of the file.",
			},
		},
		{
			kind:    KindPostPolicyExpired,
			gist:    "the policy of the upload form has expired: issue a new one right before the upload, with expiration in UTC",
			summary: "The policy of the PostObject form was past its expiration when OSS received the form.",
			cause: "Most often the policy was issued too early or for too short a time, its expiration was not written in UTC, " +
				"or the clock of the server that issued it is wrong.",
			steps: []string{
				"Issue the policy right before the upload, and make it last for the whole transfer.",
				"Write expiration in UTC with a final Z, as in 2030-01-02T03:04:05Z.",
				"Check the clock of the server that issues policies (date -u), and set it by NTP.",
			},
		},
		{
			kind:    KindPublicBucketACLBlocked,
			gist:    "Block Public Access is on: keep {bucket} private and presign URLs, or switch it off first",
			summary: "OSS refused to make {bucket} public by its ACL, because Block Public Access is on.",
			cause: enBlockPublicWhere +
				enDefaultOn,
			steps: []string{
				"Leave the ACL private, and give out presigned URLs or serve the files through a CDN with private bucket access.",
				"If the bucket has to be public, " + enBlockPublicOff + ", and set the ACL again." + enAccountWide,
				"If the call was PutBucket, create the bucket with a private ACL.",
			},
		},
		{
			kind:    KindPublicBucketPolicyBlocked,
			gist:    "Block Public Access is on: grant to named users instead of everybody, or switch it off first",
			summary: "OSS refused a bucket policy that opens {bucket} to everybody, because Block Public Access is on.",
			cause: "Block Public Access applies at the bucket, at an access point or for the whole account; the answer does not tell which." +
				enDefaultOn,
			steps: []string{
				"Name users, roles or accounts as Principal in the bucket policy instead of *.",
				"If files have to be public, give out presigned URLs or serve them through a CDN with private bucket access.",
				"If the bucket has to be public, switch Block Public Access off, " +
					"for the bucket (Permission Control > Block Public Access), " +
					"the access point and the account (Data Service > Block Public Access in the OSS console), " +
					"and set the policy again." + enAccountWide,
			},
		},
		{
			kind:    KindPublicObjectACLBlocked,
			gist:    "Block Public Access is on: upload without a public ACL and presign URLs, or switch it off first",
			summary: "OSS refused to make {object} public by its ACL, because Block Public Access is on.",
			cause: enBlockPublicWhere +
				enDefaultOn,
			steps: []string{
				"Leave x-oss-object-acl out, or set the ACL to default, and give out presigned URLs or serve the file through a CDN with private bucket access.",
				"If the object has to be public, " + enBlockPublicOff + ", and set the ACL again." + enAccountWide,
			},
		},
		{
			kind: KindRAMPolicyExplicitDeny,
			gist: "[{?detail}a RAM policy|" +
				"a RAM or control policy] denies {action} to {principal}: change that Deny; an Allow does not help",
			summary: "[{?detail}A RAM policy|" +
				"A RAM policy, or a control policy of the resource directory,]" +
				" explicitly denies {principal} {the_action}" +
				"[ on {action_bucket}].",
			cause: "A statement with Effect Deny matched[ in a RAM policy {level}]. " +
				"A Deny outweighs every Allow. " +
				"OSS's message may call it the bucket policy, which is misleading.",
			steps: []string{
				"[Find the Deny statement for {known_action} in the RAM policies of {known_grantee}, granted {level}.|" +
					"Find the Deny statement in the RAM policies of the caller, at account level and in resource groups.]" +
					" A RAM user has the policies of its groups as well.",
				enUserName,
				enPlainHTTP,
				"Narrow the statement or its condition, or take the caller out of it; adding an Allow does not help.",
				enDecodeDenial,
				"[{?detail}|" +
					"If no RAM policy has such a statement, ask whoever manages the resource directory for a control policy.]",
			},
		},
		{
			kind:    KindRAMPolicyImplicitDeny,
			gist:    "no RAM policy grants {action} to {principal}: add a policy that does",
			summary: "No RAM policy grants {the_action}[ on {action_bucket}] to {principal}.",
			cause:   "Nothing denies the request, and nothing allows it either[; OSS checked the policies {level}].",
			steps: []string{
				"[Grant {known_action} on {known_resource} to {known_grantee} in a RAM policy.|" +
					"Grant {known_action} to {known_grantee} in a RAM policy.|" +
					"Grant {known_action} to the caller in a RAM policy.|" +
					"{?policy}{?policy_gaps}Grant {needed} to the RAM user or role: fill in the names in capitals in the policy below.|" +
					"{?policy}Grant {needed} to the RAM user or role in a RAM policy; the policy below does just that.|" +
					"Grant the action of the call to the RAM user or role in a RAM policy.]",
				enNoSuchAction,
				"[{!known_action}Check the Resource of the statement: bucket actions need {bucket_arn}, object actions {object_arn}.]",
				enPlainHTTP,
				enDecodeDenial,
				"If you changed the policy a moment ago, try again: a change may take a moment to be in effect.",
			},
		},
		{
			kind: KindRefererBlacklisted,
			gist: "[the Referer {referer} is on the blacklist of {bucket}: take it off, or send another|" +
				"the Referer is on the blacklist of {bucket}: take it off, or send another]",
			summary: "The Referer of the request is on the blacklist of the hotlink protection of {bucket}.",
			cause:   "The blacklist outweighs the whitelist.",
			steps: []string{
				enOffBlacklist,
				"If the Referer is not yours, somebody else's page links to the file: the protection works as it was set.",
			},
		},
		{
			kind: KindRefererDenied,
			gist: "hotlink protection of {bucket} refused the Referer" +
				"[ {referer}|" +
				" or its absence]: whitelist your site, or allow an empty Referer",
			summary: "The hotlink protection of {bucket} refused the request for its Referer[ {referer}|, or for having none].",
			cause: "The answer does not tell whether the Referer was missing, blacklisted, or just not whitelisted. " +
				"The check is for anonymous requests and signed URLs.",
			steps: []string{
				"If the request comes from a web page, add the address of the page to the whitelist (" + enHotlinkPage + "). " + enWildcards,
				"If it comes from an app, a player or a program, which send no Referer, allow an empty Referer or send one that is on the whitelist.",
				"If a CDN stands before OSS, refresh its cache afterwards.",
				enThroughHeader,
			},
		},
		{
			kind:    KindRefererEmpty,
			gist:    "no Referer, and the hotlink protection of {bucket} demands one: allow an empty Referer, or send one",
			summary: enNoReferer,
			cause:   "Apps, players, curl, and pages with a no-referrer policy send no Referer.",
			steps: []string{
				enEmptyReferer,
				"Or send a Referer header that is on the whitelist.",
				"If a web page embeds the file, check its Referrer-Policy.",
			},
		},
		{
			kind: KindRefererNotWhitelisted,
			gist: "[the Referer {referer} is not on the whitelist of {bucket}: add the address of your page|" +
				"the Referer is not on the whitelist of {bucket}: add the address of your page]",
			summary: "The Referer of the request is not on the whitelist of the hotlink protection of {bucket}.",
			cause:   "Once the whitelist has an entry, only matching Referers are let in.",
			steps: []string{
				enWhitelist,
				"Check what the client really sends: browsers may shorten the Referer to the origin.",
			},
		},
		{
			kind:    KindRequesterPaysAnonymous,
			gist:    "{bucket} is pay-by-requester and the request is unsigned: sign it and send x-oss-request-payer: requester",
			summary: "{bucket} is pay-by-requester, and the request was not signed.",
			cause:   "OSS has to know whom to charge, so it accepts no anonymous request to this bucket.",
			steps: []string{
				"Sign the request with an AccessKey.",
				"Send the header x-oss-request-payer: " +
					"requester with it (oss.RequestPayer(oss.Requester) in SDK v1, RequestPayer: oss.Ptr(\"requester\") in the request of SDK v2).",
			},
		},
		{
			kind:    KindRequesterPaysRequired,
			gist:    "{bucket} is pay-by-requester: send x-oss-request-payer: requester",
			summary: "{bucket} is pay-by-requester, and the request is not signed or does not say that the requester pays.",
			cause:   "Whoever is not the bucket owner has to agree to pay, with each request.",
			steps: []string{
				"[{!signed}Sign the request: anonymous access is not possible here.]",
				"[{!signed_url}Send the header x-oss-request-payer: requester " +
					"(oss.RequestPayer(oss.Requester) in SDK v1, RequestPayer: oss.Ptr(\"requester\") in the request of SDK v2).]",
				"[{!signed_header}In a signed URL, " +
					"add the query parameter x-oss-request-payer=requester before signing (oss.RequestPayerParam(oss.Requester) in SDK v1, Parameters of the request's RequestCommon in SDK v2).]",
			},
		},
		{
			kind: KindRequestExpired,
			gist: "the signed URL [expired at {expires}, {late} before the request|" +
				"expired at {expires}|" +
				"has expired]: sign a new one",
			summary: "The signed URL [expired at {expires}, {late} before OSS received the request at {server_time}|" +
				"expired at {expires}|" +
				"was used after it had expired].",
			cause: "A signed URL is good until it expires.[{!permanent} One that was signed with STS credentials ends with their token, after 12 hours at most.]",
			steps: []string{
				enSignNew,
				"Give it a longer lifetime if needed: with V4 at most 7 days (604800 seconds). A URL made in the OSS console lives 3600 seconds, and 32400 at most.",
				"Check the clock of the machine that signs: if it is slow, URLs expire early.",
				"If a URL is cached (CDN, page, database), keep it for less than its lifetime.",
			},
		},
		{
			kind:    KindSecurityBlocked,
			gist:    "Alibaba Cloud's security system blocked the request: ask its support[ with request ID {request_id}]",
			summary: "A security system of Alibaba Cloud blocked the request.",
			cause:   "OSS does not say what the system objected to.",
			steps: []string{
				enTicket,
				"Tell them the time, the source IP address and the URL without its signature.",
			},
		},
		{
			kind:    KindSecurityTokenExpired,
			gist:    "the security token has expired: get new credentials and try once more",
			summary: "The security token of the temporary AccessKey has expired.",
			cause: "Credentials of STS, of an ECS instance role or of RRSA are good for a limited time. " +
				"Most often the client was built once, with three fixed values, and outlived them.",
			steps: []string{
				enNewSTS,
				enProvider,
				"For long transfers, ask STS for a longer DurationSeconds (up to the maximum session duration of the role), " +
					"or upload in parts so that each request is signed anew.",
			},
		},
		{
			kind:    KindSecurityTokenInvalid,
			gist:    "the security token is not valid: get new credentials, and send the token whole",
			summary: "OSS does not accept the security token of the request.",
			cause:   "The token was cut, altered or badly encoded, or STS did not issue it. It has also been seen for the endpoint of a wrong region.",
			steps: []string{
				enNewSTS,
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
				"Get new credentials from STS, and replace ID, secret and token at once.",
				"If several goroutines refresh, hand the three over as one value.",
				enProvider,
			},
		},
		{
			kind: KindSecurityTokenMissing,
			gist: "a temporary AccessKey was sent without its token: set the security token along with ID and secret",
			summary: "[The AccessKey {key} is temporary|" +
				"The AccessKey is temporary] (STS), and the request did not carry its security token.",
			cause: "An AccessKey ID that STS issued works only together with the security token of the same answer.",
			steps: []string{
				enPassToken,
				enTokenByHand,
				"Check the spelling of the option, and that no proxy drops the header.",
			},
		},
		{
			kind: KindSecurityTokenUnsupportedOperation,
			gist: "[{?token_operation}this operation does not accept STS credentials|" +
				"{?token_region}this region, or this operation, does not accept STS credentials|" +
				"this operation, or this region, does not accept STS credentials]: use a RAM user's AccessKey",
			summary: "[{?token_operation}OSS does not accept temporary credentials (STS) for this operation.|" +
				"{?token_region}OSS does not accept temporary credentials (STS) in this region, or for this operation.|" +
				"OSS does not accept temporary credentials (STS) for this operation, or in this region.]",
			cause: "[{?token_operation}Some operations of OSS do not support security tokens.|" +
				"{?token_region}The message names the region; its EC stands for an operation that does not support security tokens as well.|" +
				"Some operations and some regions of OSS do not support security tokens. The EC stands for both.]",
			steps: []string{
				"Call the operation with the AccessKey of a RAM user that has just this permission.",
				"[{!token_operation}If it is the region that does not accept security tokens, use a bucket in another region.]",
			},
		},
		{
			kind:    KindSecurityTokenUnsupportedRegion,
			gist:    "this region does not accept STS credentials: use a RAM user's AccessKey",
			summary: "The region does not accept temporary credentials (STS).",
			cause:   "The region of the endpoint does not support security tokens.",
			steps: []string{
				"Send the request with the AccessKey of a RAM user.",
				"Or use a bucket in another region.",
			},
		},
		{
			kind:    KindSessionPolicyDenied,
			gist:    "most often the policy given to AssumeRole does not let the token {do_action}: allow it there and in the role",
			summary: "The STS token does not cover {the_action}[ on {known_resource}| on {action_bucket}].",
			cause:   enTokenAllows + " Most often the latter, the session policy, lacks the action or denies it. Otherwise the role lacks it.",
			steps: []string{
				"Allow [{known_action} on {known_resource}|" +
					"{known_action} on the resource|" +
					"the action and the resource] in the Policy parameter of AssumeRole, remove a Deny there, and request a new token. " +
					"Without the parameter a token may do all that the role may.",
				enRoleToo,
				enTokenPrefix + " A listing is judged on the bucket, not on BUCKET/*.",
				enPlainHTTP,
				enDecodeDenial,
			},
		},
		{
			kind:    KindSignatureMismatch,
			gist:    "the [{scheme} ]signature does not match: check the AccessKey secret first, then what changed after signing",
			summary: "The [{scheme} ]signature of the request is not the one that OSS calculated.",
			cause:   "Most often the AccessKey secret does not belong to this AccessKey ID, or the method, path, query, headers or their encoding changed after signing.",
			steps: []string{
				enSecretFirst,
				enOtherMethod,
				"[{!signed_header}{!content_type_sent}{!header_sent}" + enContentType + "]",
				"[{?canonical_request}Compare the answer's CanonicalRequest (Signature.CanonicalRequest) with the one that your client hashed, " +
					"line by line: the first line that differs is the cause. " +
					"If none does, the secret is wrong.|" +
					"{?string_to_sign}{?v4}Compare the answer's StringToSign (Signature.StringToSign) with what your client signed, line by line. " +
					"If only the last line differs, the canonical request does: compare the method, the path, " +
					"the query and the headers that your client signed with what it sent. " +
					"If no line differs, the secret is wrong.|" +
					"{?string_to_sign}Compare the answer's StringToSign (Signature.StringToSign) with what your client signed, " +
					"line by line: the first line that differs is the cause. " +
					"If none does, the secret is wrong.|" +
					"If the answer has a CanonicalRequest or a StringToSign element, compare it with what your client signed: the first line that differs is the cause.]",
				"[{?s3}{?path_style}Switch path style off ({path_switch}): this S3 request has the bucket in its path, and OSS expects it in the host name.|" +
					"{?s3}{?path_style}Switch path style off in the S3 client: the request has the bucket in its path, and OSS expects it in the host name.|" +
					"{?s3_v2}The request came from an S3 client that signs with V2, which OSS accepts: if the secret is right, " +
					"check that path style is off. " +
					"Leave boto3 at signature_version='s3': its V4 sends aws-chunked, which OSS answers with 400.|" +
					"{?s3}The request came from an S3 client: if the secret is right, " +
					"check that path style and chunked encoding are off (RequestChecksumCalculation = aws.RequestChecksumCalculationWhenRequired in aws-sdk-go-v2, signature_version='s3' in boto3).]",
				"Look at the object key: characters such as + # %, " +
					"spaces and non-ASCII characters are easily encoded twice or not at all, and some clients merge slashes.",
				"[{!compared}{?oss_host}If a proxy or CDN is in between, make sure that it changes neither Host nor headers nor the path.|" +
					"{!compared}If a proxy or CDN is in between, make sure that it changes neither Host nor headers nor the path. " + enCname + "]",
			},
		},
		{
			kind:    KindSignatureParametersMissing,
			gist:    "the signed URL lacks a parameter of its signature: use the whole URL, unaltered",
			summary: "The signed URL lacks a parameter of its signature (V1: Signature, Expires and OSSAccessKeyId), or the parameter is empty.",
			cause: "Most often the URL was cut or altered on its way. " +
				"Chat tools, shells and proxies cut URLs at the character &, and JSON or HTML escape it to \\u0026 or &amp;.",
			steps: []string{
				enWholeURL,
				"If it came through JSON or HTML, undo the escapes \\u0026 and &amp;.",
				enSdkPresign,
			},
		},
		{
			kind:    KindSignatureV1QueryNotAllowed,
			gist:    "OSS accepts no V1 signature in the URL of a bucket operation: sign in the Authorization header",
			summary: "The request is an operation on a bucket and carries a V1 signature in its URL.",
			cause:   "V1 signatures in a URL are for objects only.",
			steps: []string{
				"Send the operation through an SDK, which signs in the Authorization header.",
				"If somebody without an AccessKey has to do it, use the OSS console, or give out temporary credentials (STS): " +
					"no SDK presigns an operation on a bucket, not even with V4.",
			},
		},
		{
			kind:    KindSignatureV1Unsupported,
			gist:    "V1 signatures are no longer accepted here: sign with V4 and set the region",
			summary: "The request is signed with V1, which OSS no longer accepts for this account or bucket.",
			cause:   "OSS closed V1 signatures for accounts created from 2025-03-01 on and for buckets created from 2025-09-01 on.",
			steps: []string{
				"Sign with V4: oss.AuthVersion(oss.AuthV4) and oss.Region(\"cn-hangzhou\") in SDK v1; it is the default of SDK v2.",
				"For signed URLs, use SDK v1 from v3.0.2 on, or SDK v2: SignURL of older versions cannot sign with V4.",
				"Set the region to that of the bucket, without the prefix oss-. In minio-go and aws-sdk-go-v2 the client signs with V4 already.",
				"If you sign by yourself, follow the guide to upgrading from V1 to V4.",
			},
		},
		{
			kind: KindSignedURLRestricted,
			gist: "OSS refused a URL that was signed for [{?allowed_vpc}{allowed_range} in {allowed_vpc}|" +
				"{allowed_range}|{allowed_vpc}|{?vpc_ec}a VPC|" +
				"{?address_ec}certain IP addresses|" +
				"certain IP addresses or a VPC]: use it from there, or sign a new one",
			summary: "The URL was signed for [{allowed_range} in {allowed_vpc}|" +
				"{allowed_range}|{allowed_vpc}|{?vpc_ec}a certain VPC|" +
				"{?address_ec}certain IP addresses|" +
				"certain IP addresses or a VPC], and OSS refused it.",
			cause: "The request came from elsewhere than the URL was signed for (its x-oss-ac- parameters), or the signature is wrong in another way. " +
				"This is not a restriction of the AccessKey.",
			steps: []string{
				"Use the URL from [{allowed_range} in {allowed_vpc}|" +
					"{allowed_range}|{allowed_vpc}|" +
					"{?vpc_ec}the VPC that it was signed for|" +
					"{?address_ec}an IP address in the range that it was signed for|" +
					"an IP address in the range, or from the VPC, that it was signed for]." +
					"[{!allowed_vpc}{!vpc_ec} Behind NAT or a proxy the public address is the one that OSS sees.]",
				"Or sign a new URL for the addresses that callers really have: x-oss-ac-source-ip with x-oss-ac-subnet-mask, or x-oss-ac-vpc-id. " +
					"x-oss-ac-forward-allow says whether requests that a proxy forwarded count.",
				"If the address is in the range, check the signature: the secret, and that method, headers and parameters are the ones that were signed.",
			},
		},
		{
			kind:    KindThirdLevelDomainRequired,
			gist:    "path-style request: put the bucket into the host name, as in BUCKET.[{called}|oss-cn-hangzhou.aliyuncs.com]",
			summary: "OSS wants {bucket} in the host name of the request, and it was not there.",
			cause:   "The request went to the bare endpoint, with the bucket in the path (path style). OSS accepts requests to a bucket only at BUCKET.ENDPOINT.",
			steps: []string{
				enPathStyleOff,
				enAddressBucket,
				enBareEndpoint,
			},
		},
		{
			kind:    KindTransferAccelerationDisabled,
			gist:    "transfer acceleration is off for {bucket}: use the endpoint of its region, or enable it",
			summary: "The request came through an accelerate endpoint, and transfer acceleration is not in effect for {bucket}.",
			cause:   "The endpoints oss-accelerate.aliyuncs.com and oss-accelerate-overseas.aliyuncs.com serve only buckets for which transfer acceleration is enabled.",
			steps: []string{
				"Use the endpoint of the bucket's region instead (in SDK v2 without WithUseAccelerateEndpoint(true)).",
				"If you want acceleration, enable it (PutBucketTransferAcceleration, or Transfer Acceleration in the OSS console).",
				"If it was enabled a moment ago, wait: it can take 30 minutes to take effect.",
			},
		},
		{
			kind: KindUnknown,
			gist: "[OSS says {quoted_message}, which the catalog cannot place: look up EC {ec}|" +
				"OSS says {quoted_message}, which the catalog cannot place: read it, then ask support|" +
				"{!maybe_head}OSS refused with {code} and no message: look for the body of the answer, or ask support|" +
				"OSS refused with {code} and no message: repeat the request as GET, or ask support|" +
				"OSS refused with EC {ec} alone, which does not decide the cause: look at its page|" +
				"{!maybe_head}OSS refused, and this text gives no cause: look for the body of the answer, x-oss-ec or x-oss-err|" +
				"OSS refused and gave no cause: repeat the request as GET, whose answer has a body]",
			summary: "[OSS refused the request with {code} and the message {quoted_message}, which the catalog cannot place.|" +
				"OSS refused the request with the message {quoted_message}, which the catalog cannot place.|" +
				"OSS refused the request with {code} and no message.|" +
				"OSS refused the request and gave only EC {ec}, which does not decide the cause.|" +
				"{?answer}OSS refused the request, and the answer does not say why.|" +
				"OSS refused the request for a cause that is not in the catalog, or gave none.]",
			cause: "[{?message}Message, code and EC together decide nothing that is in the catalog.|" +
				"The code alone does not tell the cause: OSS sends {code} for several.|" +
				"EC {ec} stands for more than one cause, or is not in the catalog.|" +
				"{?answer}{!maybe_head}Neither code nor message is left of the answer. Most often a client or a log dropped its body.|" +
				"{?answer}The answer has neither code nor message. " +
				"An answer to HEAD has no body; OSS puts its error into the headers x-oss-err and x-oss-ec, which some clients drop.|" +
				"Nothing is guessed: a third of the AccessDenied messages are not a matter of permissions.]",
			steps: []string{
				"[Open {doc}, OSS's own page for this answer.]",
				"[{!message}{?signed_url}Look at when the signed URL was used: it was good until {expires}. If that was over, sign a new one.]",
				"[{?message}Read OSS's message; it is its own account of the refusal.|" +
					"{!maybe_head}Look at the whole answer, body and headers (curl -v for a URL): the body usually names the cause.|" +
					"{?head}Send the request as GET instead of HEAD (for an object with Range: bytes=0-0): the body of that answer usually names the cause.|" +
					"If it was a HEAD, send the same request as GET (for an object with Range: bytes=0-0): the body of that answer usually names the cause.]",
				"[Look up EC {ec} in the EC list.|" +
					"{?message}|" +
					"If your client drops headers, let curl -sI show x-oss-ec and x-oss-err (base64 of the error document) of the same URL.]",
				enTicket,
			},
		},
		{
			kind: KindUserDisabled,
			gist: "the account is disabled: check for an overdue payment, then whether OSS is activated, then ask support",
			summary: "[The account behind the request or behind {known_bucket} is disabled.|" +
				"The account behind the request or behind the bucket is disabled.]",
			cause: "A payment may be overdue, a security measure may be in force, or OSS may never have been activated completely; the answer does not tell which.",
			steps: []string{
				"Check for an overdue payment in Expenses and Costs of the Alibaba Cloud console.",
				"To see whose account it is, try a bucket of another account: if that works, it is the bucket owner's.",
				"Open the OSS console with the account: if OSS was never activated, the console offers to activate it.",
				"If nothing is owed and OSS is active, look for a security notice in Message Center of the console. " + enTicket,
			},
		},
		{
			kind:    KindUserNotFound,
			gist:    "the account does not exist (it may have been cancelled): use another account's credentials",
			summary: "The account behind the request does not exist.",
			cause:   "It may have been cancelled.",
			steps: []string{
				"Use credentials of an account that exists.",
				"If the account should exist, ask Alibaba Cloud's support. " + enTicket,
			},
		},
		{
			kind:    KindVirtualHostedStyleRequired,
			gist:    "OSS wants {host_bucket}.[{called}|ENDPOINT] as the host: switch path style off",
			summary: "OSS wants virtual-hosted style for {bucket}, and the request used another form.",
			cause:   "The request named the bucket in its path (path style), or the host name is not of the form BUCKET.ENDPOINT.",
			steps: []string{
				enPathStyleOff,
				enAddressBucket,
				enBareEndpoint,
			},
		},
		{
			kind:    KindVPCEndpointPolicyDenied,
			gist:    "the VPC endpoint policy refuses this: allow {bucket} and the action in the gateway endpoint's policy",
			summary: "The policy of the VPC gateway endpoint does not allow this request to {bucket}.",
			cause:   "The request went through a VPC gateway endpoint, whose own policy limits which buckets and actions can be reached from the VPC.",
			steps: []string{
				"Allow the bucket and the action in the policy of the gateway endpoint: in the VPC console, Endpoints > Gateway Endpoint.",
				"If only some buckets may be reached from this VPC, use one of those.",
			},
		},
		{
			kind:    KindWORMLocked,
			gist:    "the retention policy of {bucket} is locked: it can only be extended",
			summary: "The retention policy (WORM) of {bucket} is locked, and the request asks for a change other than extending it.",
			cause:   "A locked policy cannot be undone by anybody, the owner included, before its time is over.",
			steps: []string{
				"Extend the policy if that is what you need (ExtendBucketWorm).",
				"Otherwise wait until the retention period is over.",
			},
		},
	},
	reasons: []text{
		{
			reason: ReasonAccelerateEndpoint,
			gist:   "{bucket} is served by [{endpoint}|the endpoint of its region][, not by {called}]: use [{endpoint}|that]",
			cause: "An endpoint of transfer acceleration was called, and OSS asks for that of the region. " +
				"Most often transfer acceleration does not serve this operation, or is not in effect for the bucket.",
			steps: []string{
				enSetEndpoint,
			},
		},
		{
			reason: ReasonAccessKeyIDMissing,
			gist: "the signed URL lacks the AccessKey ID (OSSAccessKeyId, in V2 x-oss-access-key-id, in V4 x-oss-credential, in S3 V2 AWSAccessKeyId), " +
				"or it is empty: use the whole URL, unaltered",
			cause: "The AccessKey ID (OSSAccessKeyId, in V2 x-oss-access-key-id, in V4 x-oss-credential, in S3 V2 AWSAccessKeyId) is missing from the URL, " +
				"or empty. " + enURLCut,
			steps: []string{
				enWholeURL,
				enSdkPresign,
			},
		},
		{
			reason:  ReasonAuthorizationLost,
			gist:    "the signature was lost on the way to OSS: look for a proxy or a redirect that drops Authorization",
			summary: enSignatureLost,
			cause:   "Something between the client and OSS dropped the Authorization header, or a redirect did.",
			steps: []string{
				"Find what drops the Authorization header: a proxy, a CDN, or a redirect to another host, after which clients leave it out.",
				"Send the same request straight to OSS, from a machine without the proxy: if that works, it is the proxy or the CDN.",
			},
		},
		{
			reason: ReasonBucketFromPath,
			gist:   "the host holds no bucket, so OSS read {bucket} from the path: put the bucket into the host",
			cause:  "The request went to an endpoint without a bucket. OSS then takes the first part of the path for the bucket, which may be somebody else's.",
			steps: []string{
				"Check that {bucket} is the bucket you mean. If it is the first folder of a key, put the bucket into the host: BUCKET." +
					"[{called}|" +
					"ENDPOINT].",
				enBareEndpoint,
				"If it is the bucket you mean, put it into the host as well, then look at the permissions.",
			},
		},
		{
			reason: ReasonBucketTwiceInHost,
			gist: "the host holds the bucket twice: give the client " +
				"[{endpoint} as endpoint, without the bucket|" +
				"the endpoint without the bucket]",
			cause: "The client puts the bucket before the endpoint that it is given, and that endpoint holds the bucket already. The name of a bucket has no dot.",
			steps: []string{
				"Take the bucket out of the endpoint that your client is given: the host holds the bucket twice.",
				enSetEndpoint,
			},
		},
		{
			reason: ReasonCDNAnswered,
			gist:   "the answer carries no sign of OSS and comes through a CDN: look at the CDN's rules and its origin settings",
			cause:  enOSSMarks + " Here both are missing, and the headers are those of a CDN: it answered by itself, or took them out.",
			steps: []string{
				"Look at the access rules of the domain in the CDN console (Referer, IP address, URL signing), and at its origin settings.",
				enStraight,
				enReadBody,
			},
		},
		{
			reason: ReasonCDNListing,
			gist:   "a CDN fetched /, which is a listing once it is signed: rewrite / to a page at the CDN, or switch static hosting off",
			cause: "The CDN signs its requests to OSS, and a signed request for / is a listing, which the CDN's role may not do. " +
				"The default page of static website hosting is for unsigned requests only: it conflicts with private bucket access.",
			steps: []string{
				"Rewrite / to a page such as /index.html with a URL rewrite rule of the domain in the CDN console.",
				"If static website hosting is on for the bucket, switch it off. " +
					"Only if everybody on the Internet may read the whole bucket, make it public instead, and switch private bucket access off.",
				"Do not grant oss:ListBuckets or oss:ListObjects to the CDN's role: it does not bring the page, and every visitor could list.",
			},
		},
		{
			reason: ReasonCDNOrigin,
			gist: "a CDN signed this request to OSS, and its role " +
				"[{?kms}may not use the KMS key: grant it kms:Decrypt|" +
				"lacks the right: check the role's policy for {bucket}]",
			cause: "The answer says that a CDN signed the request to OSS (x-oss-cdn-auth: success). " +
				"OSS judges it by the permissions of the CDN's role, not by those of whoever called the CDN.",
			steps: []string{
				"[{?kms}Grant the CDN's role AliyunCDNAccessingPrivateOSSRole the use of the key: kms:Decrypt.]",
				"[{!kms}Check in RAM that the CDN's role AliyunCDNAccessingPrivateOSSRole has its policy AliyunCDNAccessingPrivateOSSRolePolicy, " +
					"which grants the right to read {bucket}. " +
					"If the role is missing, " +
					"authorize the CDN again (CDN console: Domain Names > the domain > Origin Fetch > Alibaba Cloud OSS Private Bucket Access). " +
					"If an AccessKey is entered there instead, grant oss:GetObject to its RAM user.]",
				"[{!kms}If the bucket is another account's, allow the CDN's role in its bucket policy.]",
				"[{!kms}If a KMS key encrypts the object, grant the role the use of the key as well.]",
			},
		},
		{
			reason: ReasonCDNRefusedMethod,
			gist: "the answer carries no sign of OSS and comes through a CDN, which may not pass on " +
				"[{other_method} requests|" +
				"requests other than downloads]: send it to the bucket's own endpoint",
			cause: enOSSMarks + " Here both are missing, and the headers are those of a CDN. A CDN is made for downloads, and many refuse other methods.",
			steps: []string{
				"Send the [{other_method}|request] to the bucket's own endpoint instead of the CDN domain.",
				"Look at the access rules of the domain in the CDN console (Referer, IP address, URL signing, methods), and at its origin settings.",
				enReadBody,
			},
		},
		{
			reason:  ReasonCDNRule,
			gist:    "a rule of the CDN refused the request[ ({cdn_setting})]: change the rule in the CDN console, or the request",
			summary: "A rule of the CDN refused the request, before it came to OSS.",
			cause:   "[{cdn_refusal} The|The] CDN names the rule in X-Tengine-Error.",
			steps: []string{
				"[If the rule is too strict, change {cdn_setting} of the domain (CDN console: Domain Names > the domain > Access Control).|" +
					"If the rule is too strict, change it in the CDN console (Domain Names > the domain > Access Control).]",
				"Otherwise change the request: a new signed URL of the CDN, another Referer, IP address or User-Agent, as the rule demands.",
			},
		},
		{
			reason: ReasonChangedOnTheWay,
			gist: "[{lost_part} was lost|" +
				"{added_part} was added|" +
				"{changed_part} changed|" +
				"a part of the request changed] on the way to OSS: look for the proxy, CDN or redirect that does it",
			cause: "The request that reached OSS is not the one that was sent.",
			steps: []string{
				"[Find what drops {lost_part} on the way: the client sent it, and OSS did not get it.|" +
					"Find what adds {added_part} on the way: the client did not send it.|" +
					"{?change_masked}Find what changes {changed_part} on the way: the values differ (masked).|" +
					"Find what changes {changed_part} on the way: it was {changed_from} when it was sent, and {changed_to} when OSS got it.|" +
					"Find what changes the request on the way.]",
				"[{?rewritten}If a CDN or a proxy is meant to rewrite the request, sign it for the host and the path that OSS gets, and check the AccessKey secret.]",
			},
		},
		{
			reason: ReasonClockAhead,
			gist:   "the request's time is [{skew}|ahead of] OSS's clock: set your clock by NTP",
			cause:  "OSS accepts a difference of {max_skew} at most. Most often the clock of the machine is off.",
			steps: []string{
				enNtp,
			},
		},
		{
			reason: ReasonClockBehind,
			gist: "[the request's time is {skew} OSS's clock: set your clock by NTP, or sign right before sending|" +
				"the request's time is behind OSS's clock: set your clock by NTP, or sign right before sending]",
			cause: "OSS accepts a difference of {max_skew} at most. " +
				"Most often the clock of the machine is off. " +
				"If it happens under load only, the request waited between signing and sending: for a connection of the pool, " +
				"in a proxy, or in an upload that the uplink is too slow for.",
			steps: []string{
				enNtp,
				enSleep,
				enWaits,
				"If you sign by yourself, sign right before sending.",
			},
		},
		{
			reason: ReasonCORSHeaders,
			gist: "no CORS rule of {bucket} matches this origin, method and headers: add one with AllowedHeader" +
				"[ {cors_headers}|" +
				" *]",
			cause: "A browser asked OSS with a preflight request (OPTIONS) whether a page of another origin may send a request with headers of its own. " +
				"One rule has to allow the origin, the method and each of the headers. " +
				"This is not a matter of RAM permissions.",
			steps: []string{
				enCORSRule,
			},
		},
		{
			reason: ReasonDateLost,
			gist:   "the request arrived without a valid Date[, although {date_sent} was sent]: look for the proxy that drops it",
			cause:  "The request had a date when it was sent, and OSS saw none. Most often a proxy drops it.",
			steps: []string{
				"Find what drops the header [{date_sent}|Date] on the way, most often a proxy: the client sent it.",
				"Let it pass on Date, x-oss-date and Authorization unchanged.",
			},
		},
		{
			reason: ReasonDateRewritten,
			gist:   "OSS read another time than was sent: look for the proxy that rewrites the date",
			cause:  "The time that OSS read is not the one that the request carried when it was sent, so the clock of the machine is not to blame.",
			steps: []string{
				"Find the proxy that rewrites Date or x-oss-date, and let it pass them on unchanged.",
				"If the request waits in a queue or is replayed, sign it right before it is sent.",
			},
		},
		{
			reason: ReasonEscapedAmpersand,
			gist:   "the URL's & arrived as an escape: undo \\u0026 and &amp; before using it",
			cause:  "The URL was copied out of JSON or HTML, so that OSS does not see the parameters after an escaped &.",
			steps: []string{
				enUndoEscapes,
				enWholeURL,
			},
		},
		{
			reason: ReasonExpiresInMilliseconds,
			gist:   "Expires in the signed URL counts milliseconds: divide it by 1000",
			cause:  "OSS reads Expires as a UNIX time in seconds, and what was sent counts milliseconds.",
			steps: []string{
				"Divide Expires by 1000 and sign the URL again[: {expires_sent} counts milliseconds, and OSS reads seconds].",
				enSdkLifetime,
			},
		},
		{
			reason: ReasonExpiresIsLifetime,
			gist:   "Expires of the signed URL holds a lifetime instead of a time: set it to now plus the lifetime, in UNIX seconds",
			cause:  "In a URL of V1 and V2 the parameter is the time when the URL expires, as a UNIX time. A lifetime there is a moment in 1970.",
			steps: []string{
				"Set Expires (x-oss-expires in V2) to a UNIX time, now plus the lifetime[: what was sent is a moment in {expires_year}].",
				enSdkLifetime,
			},
		},
		{
			reason: ReasonExpiresMissing,
			gist:   "the signed URL lacks its expiration (Expires, in V2 and V4 x-oss-expires, in S3 V4 X-Amz-Expires), or it is empty: use the whole URL, unaltered",
			cause:  "The expiry (Expires, in V2 and V4 x-oss-expires, in S3 V4 X-Amz-Expires) is missing from the URL, or empty. " + enURLCut,
			steps: []string{
				enWholeURL,
				enSdkPresign,
			},
		},
		{
			reason: ReasonForeignDocument,
			gist:   "the answer is an error document without any mark of OSS: check where the host leads",
			cause:  "The body is an error document without any mark of OSS. The host may not lead to OSS, or something in between answered.",
			steps: []string{
				enDns,
				enStraight,
				enReadBody,
				enProxySettings,
			},
		},
		{
			reason: ReasonFormFieldDiffers,
			gist: "the form field [{field} is {field_sent} and does not meet the condition {condition}|" +
				"does not meet the condition of the policy]: change the field or the policy",
			cause: "The form holds the field, and its value does not meet the condition of the policy.",
			steps: []string{
				"Change the form field[ {field}, which is {field_sent},] as the condition[ {condition}] demands, " +
					"or change the condition in the policy and sign the policy again.",
				enFieldsFirst,
			},
		},
		{
			reason: ReasonFormFieldMissing,
			gist: "the upload form lacks [the field {field} of the condition {condition}|" +
				"a field of its policy]: send it before the file",
			cause: "The form does not hold, before its file, the field that a condition of the policy is about. OSS does not read fields after the file.",
			steps: []string{
				"Send the form field[ {field}] before the file.",
				"Send the other fields of the policy before the file as well.",
			},
		},
		{
			reason: ReasonFormSignature,
			gist:   "the signature of the upload form does not match: check the AccessKey secret, then that exactly the base64 of the policy is signed",
			cause: "A form is signed over the base64 of its policy. " +
				"Most often the AccessKey secret is wrong, or the policy that was sent is not the one that was signed.",
			steps: []string{
				enSecretFirst,
				"Sign exactly the base64 text that you send as the field policy, byte for byte.",
			},
		},
		{
			reason:  ReasonHostRewritten,
			gist:    "the bucket was in the host when the request was sent, and OSS saw none: look for the proxy that rewrites Host",
			summary: "OSS took the request for a listing of buckets, which the caller may not do.",
			cause:   "The request named its bucket in the host, so it was no listing of buckets. Something between the client and OSS rewrote the Host header.",
			steps: []string{
				"Find the proxy or CDN that rewrites Host, and let it pass on BUCKET.ENDPOINT.",
			},
		},
		{
			reason: ReasonInternalEndpoint,
			gist: "{bucket} is served by [{endpoint}|" +
				"the public endpoint][, not by {called}]: use " +
				"[{endpoint}|" +
				"the public endpoint]",
			cause: "The internal endpoint of the region was called, and OSS asks for the public one. It is not a matter of permissions.",
			steps: []string{
				enSetEndpoint,
			},
		},
		{
			reason: ReasonIPAsEndpoint,
			gist:   "the client was given [{ip_host}|an IP address] as endpoint: give it [{endpoint}|the name of an OSS endpoint]",
			cause:  "The client was given an IP address or localhost as endpoint. No bucket can stand before one.",
			steps: []string{
				"Give the client the name of an OSS endpoint[ instead of {ip_host}]: no bucket can stand before an IP address or localhost.",
				enSetEndpoint,
				"If a tunnel or a proxy listens there, let it pass on the Host header of OSS.",
			},
		},
		{
			reason: ReasonKeyHasOddCharacter,
			gist:   "the AccessKey ID has a character that no ID has: copy it again",
			cause:  "The AccessKey ID that OSS got has a character that no AccessKey ID has.",
			steps: []string{
				"Copy the AccessKey ID again.",
				enWhichConfiguration,
			},
		},
		{
			reason: ReasonKeyHasQuotes,
			gist:   "the AccessKey ID has quotes around it: take them out",
			cause:  "The AccessKey ID that OSS got has quotes around it.",
			steps: []string{
				"Take the quotes out of the configured AccessKey ID.",
				enWhichConfiguration,
			},
		},
		{
			reason: ReasonKeyHasSpace,
			gist:   "the AccessKey ID has a space in it or at one of its ends: take it out",
			cause:  "The AccessKey ID that OSS got has a space or a line break in it, or at one of its ends.",
			steps: []string{
				"Take the space out of the configured AccessKey ID; most often it was copied along.",
				enWhichConfiguration,
			},
		},
		{
			reason: ReasonKeyIsPlaceholder,
			gist:   "the AccessKey ID is a placeholder that was never replaced: set the real one",
			cause:  "What was sent as AccessKey ID is a placeholder, as samples and templates have it.",
			steps: []string{
				"Set the real AccessKey ID, and check that the program replaces placeholders such as $ACCESS_KEY_ID before it uses them.",
				enWhichConfiguration,
			},
		},
		{
			reason: ReasonKeyLooksLikeSecret,
			gist:   "what was sent as AccessKey ID looks like a secret: check that ID and secret are not swapped",
			cause:  "What was sent as AccessKey ID has the 30 characters of an AccessKey secret. Most often ID and secret are swapped.",
			steps: []string{
				"Check that ID and secret are not swapped. If what was sent is a secret, replace that AccessKey: it may be in logs by now.",
				enWhichConfiguration,
			},
		},
		{
			reason: ReasonKeyOfAWS,
			gist:   "this is an access key ID of AWS: set one of Alibaba Cloud",
			cause:  "What was sent has the form of an access key ID of AWS.",
			steps: []string{
				"Set an AccessKey ID of Alibaba Cloud. An S3 client may have taken AWS_ACCESS_KEY_ID from the environment or a profile of ~/.aws.",
				enWhichConfiguration,
			},
		},
		{
			reason: ReasonKeyOfTencentCloud,
			gist:   "this is a SecretId of Tencent Cloud: set an AccessKey of Alibaba Cloud",
			cause:  "What was sent has the form of a SecretId of Tencent Cloud.",
			steps: []string{
				"Set an AccessKey of Alibaba Cloud.",
				enWhichConfiguration,
			},
		},
		{
			reason: ReasonKeyTooLong,
			gist:   "what was sent is longer than any AccessKey ID: copy the ID again",
			cause:  "What was sent is longer than any AccessKey ID. Most often a secret, a token or a whole line was taken for it.",
			steps: []string{
				"Copy the AccessKey ID again.",
				enWhichConfiguration,
			},
		},
		{
			reason: ReasonKeyTooShort,
			gist:   "the AccessKey ID that was sent has only [{key_length}|a few characters]: set the whole one",
			cause:  "What was sent is shorter than any AccessKey ID. Most often it was cut when it was copied.",
			steps: []string{
				"Set the whole AccessKey ID[: what was sent has only {key_length}].",
				enWhichConfiguration,
			},
		},
		{
			reason: ReasonKMSRead,
			gist:   "no permission for the KMS key that encrypts {object}: grant kms:Decrypt",
			cause:  "The object is encrypted with a KMS key (SSE-KMS). Whoever reads it needs kms:Decrypt on the key.",
			steps: []string{
				"Grant kms:Decrypt on the key to the RAM user or role that signed.",
				enKmsPolicy,
				"[{!signed}If a CDN fetches the object, grant its role AliyunCDNAccessingPrivateOSSRole the use of the key.]",
			},
		},
		{
			reason:  ReasonKMSWrite,
			gist:    "no permission for the KMS key that is to encrypt {object}: grant kms:GenerateDataKey and kms:Decrypt",
			summary: "The caller may not use the KMS key that is to encrypt {object}.",
			cause:   "The object is to be encrypted with a KMS key (SSE-KMS). Whoever writes it needs kms:GenerateDataKey and kms:Decrypt on the key.",
			steps: []string{
				"[{?policy}Grant kms:GenerateDataKey and kms:Decrypt on the key to the RAM user or role that signed; the policy below does just that.|" +
					"Grant kms:GenerateDataKey and kms:Decrypt on the key to the RAM user or role that signed.]",
				enKmsPolicy,
				enKmsKey,
			},
		},
		{
			reason: ReasonLifetimeInMilliseconds,
			gist: "the lifetime of the signed URL is " +
				"[{lifetime}|" +
				"too many] seconds, most often meant in milliseconds: set it to at most 604800",
			cause: "V4 allows a lifetime of at most 604800 seconds (seven days). Most often milliseconds were given where seconds are wanted.",
			steps: []string{
				"Set the lifetime of the URL in seconds, at most 604800[: what was sent is {lifetime}].",
				enSdkLifetime,
			},
		},
		{
			reason: ReasonLifetimeInNanoseconds,
			gist: "the lifetime of the signed URL is " +
				"[{lifetime}|" +
				"too many] seconds, most often a time.Duration in nanoseconds: set it to at most 604800",
			cause: "V4 allows a lifetime of at most 604800 seconds (seven days). Most often a time.Duration, which counts nanoseconds, was given as a number.",
			steps: []string{
				"Set the lifetime of the URL in seconds, at most 604800[: what was sent is {lifetime}]. In Go, int64(d.Seconds()) of a time.Duration.",
				enSdkLifetime,
			},
		},
		{
			reason: ReasonLifetimeIsTime,
			gist:   "the lifetime of the signed URL is a UNIX time[, {lifetime}]: set it to a number of seconds, at most 604800",
			cause:  "In a URL of V4 the parameter is a lifetime in seconds, at most 604800 (seven days), and what was sent is a UNIX time.",
			steps: []string{
				"Set the lifetime of the URL in seconds, not as a time[: what was sent is {lifetime}].",
				enSdkLifetime,
			},
		},
		{
			reason: ReasonLifetimeOutOfRange,
			gist:   "the lifetime of the signed URL is [{lifetime} seconds|out of range]: set it to at most 604800, seven days",
			cause:  "V4 allows a lifetime of 1 to 604800 seconds (seven days).",
			steps: []string{
				"Set the lifetime of the URL to at most 604800 seconds, seven days[: what was sent is {lifetime}].",
				enSdkLifetime,
			},
		},
		{
			reason: ReasonListingNeedsBucket,
			gist:   "no permission to list {bucket}: grant [{needed}|oss:ListObjects] on the bucket itself, not on its objects",
			cause: "The request lists objects, which is judged on the bucket. " +
				"A grant on its objects (BUCKET/*) does not cover it. " +
				"OSS may word this as a matter of ownership.",
			steps: []string{
				"Grant [{needed}|" +
					"oss:ListObjects] on {bucket_arn} to the RAM user or role that signed[{?policy}, as the policy below does]. " +
					"A grant on {object_arn} does not cover it.",
				"If the grant has a condition on oss:Prefix, ask for just that prefix, with its final slash.",
				enSTSToo,
				enWhoseBucket,
				enOtherAccount,
				enPlainHTTP,
			},
		},
		{
			reason: ReasonLocalTimeAsUTC,
			gist: "the request's time is [{skew}|" +
				"hours ahead of] OSS's clock, a time zone's offset: local time was sent as UTC, so send UTC",
			cause: "OSS accepts a difference of {max_skew} at most. " +
				"The difference is the offset of a time zone[{?hours} ({hours})], give or take a minute: local time was sent as UTC.",
			steps: []string{
				enSignUTC,
				"If the clock of the machine itself runs on local time but is labelled UTC, set it by NTP.",
			},
		},
		{
			reason: ReasonLongTermKeyUnknown,
			gist:   "OSS knows no AccessKey [{key}|with this ID]: check it for typos, and check in RAM that it still exists",
			cause:  "Most often the key was deleted or mistyped, or it belongs to another cloud.",
			steps: []string{
				enWhoseKey,
				"Compare the ID with the list of AccessKeys in the RAM console.",
				"If it was deleted, create a new AccessKey, and put it into every place that holds the old one.",
				enWhichConfiguration,
			},
		},
		{
			reason: ReasonMiniProgram,
			gist:   "a WeChat mini program sends https://servicewechat.com/ as Referer: [{?blacklisted}take that off the blacklist of|whitelist that for] {bucket}",
			cause:  "A WeChat mini program sends https://servicewechat.com/APPID/VERSION/page-frame.html as Referer, and cannot send another.",
			steps: []string{
				"[{?blacklisted}Take what matches servicewechat.com off the blacklist (" + enHotlinkPage + "): the blacklist outweighs the whitelist.|" +
					"Add https://servicewechat.com/* to the whitelist (" + enHotlinkPage + "); with your AppID after the host, other mini programs stay out.]",
				"[{?blacklisted}If it has to stay on the blacklist|" +
					"If you cannot put it on the whitelist], fetch the file through a server of yours that signs in the Authorization header.",
			},
		},
		{
			reason: ReasonNoBucketInHost,
			gist:   "the request lists objects, but its host holds no bucket, so OSS read it as ListBuckets: put the bucket into the host",
			cause: "The request has parameters of a listing of objects, and went to an endpoint without a bucket. " +
				"There, OSS reads it as a listing of the buckets of the account.",
			steps: []string{
				"Put the bucket into the host: BUCKET.[{called}|ENDPOINT].",
				"Check that the name of the bucket in the program's configuration is not empty.",
			},
		},
		{
			reason:  ReasonNoReferer,
			gist:    "the request has no Referer, and hotlink protection of {bucket} refused it: allow an empty Referer, or send one",
			summary: enNoReferer,
			cause:   "Apps, players, curl, and pages with a no-referrer policy send no Referer. The check is for anonymous requests and signed URLs.",
			steps: []string{
				enEmptyReferer,
				"Or send a Referer header that is on the whitelist.",
				"If a web page embeds the file, check its Referrer-Policy.",
				enThroughHeader,
			},
		},
		{
			reason: ReasonNothingChanged,
			gist:   "OSS calculated the signature over exactly what was sent, so most often the AccessKey secret does not belong to this ID: check it",
			cause: "What OSS calculated the signature over is what was sent, so nothing was changed on the way. " +
				"What is left is the secret, or a client that signed another text than it sent.",
			steps: []string{
				"Set the AccessKey secret that belongs to this AccessKey ID. " +
					"Most often it has a space or a line break at an end, or is that of another key." + enCheckSecret,
				enOtherMethod,
				"If the secret is right, look for what adds to the request after it was signed: a header of a middleware[{?signed_header}|" +
					", a parameter appended to a signed URL].",
				"[{?s3}If an S3 client signed, update it, or use an SDK of OSS.]",
			},
		},
		{
			reason: ReasonObjectPlusAsSpace,
			gist:   "the + in the object key arrived as a space: percent-encode it as %2B",
			cause:  "The object key has a +, which was sent as it is, and OSS read a space.",
			steps: []string{
				"Percent-encode + in the object key as %2B, and sign again: it was sent as +, and OSS got a space.",
			},
		},
		{
			reason: ReasonOtherRegion,
			gist:   "{bucket} is served by [{endpoint}|the endpoint of another region][, not by {called}]: use [{endpoint}|that]",
			cause: "The endpoint that was called is of another region than the bucket. " +
				"OSS serves a bucket only through the endpoints of its own region. " +
				"It is not a matter of permissions.",
			steps: []string{
				enSetEndpoint,
			},
		},
		{
			reason: ReasonPageAnswered,
			gist:   "the answer is a page, not OSS's XML[ (Server: {server})]: look at the proxy, firewall or ICP filing check in between",
			cause:  "The body is a page, as proxies, firewalls and filing (ICP) checks send. OSS sends XML.",
			steps: []string{
				enStraight,
				enReadBody,
				enProxySettings,
				"[{!oss_host}If the host is a custom domain that points to mainland China, check that it has an ICP filing: " +
					"a domain without one gets a page instead of OSS's answer. " +
					"Check where its DNS record points, too.]",
			},
		},
		{
			reason: ReasonPathDecoded,
			gist:   "the path was percent-decoded once more on the way to OSS: look for the proxy that does it",
			cause:  "The path that reached OSS is the one that was sent, percent-decoded once more.",
			steps: []string{
				"Find the proxy that decodes the path, and let it pass on the path as it is.",
				"If you cannot change the proxy, use object keys without %.",
			},
		},
		{
			reason: ReasonPathEncodedTwice,
			gist:   "the path was percent-encoded a second time on the way to OSS: look for the proxy that does it",
			cause:  "The path that reached OSS is the one that was sent, percent-encoded once more.",
			steps: []string{
				"Find the proxy that encodes the path, and let it pass on the path as it is.",
				"Percent-encode the object key once, in the client.",
			},
		},
		{
			reason: ReasonPathStyle,
			gist: "path-style request, and OSS wants {host_bucket}." +
				"[{called}|" +
				"ENDPOINT] as the host: switch path style off" +
				"[ ({path_switch})]",
			cause: "The request has the bucket in its path (path style), at an endpoint without a bucket. OSS accepts requests to a bucket only at BUCKET.ENDPOINT.",
			steps: []string{
				enPathStyleOff,
				enAddressBucket,
				enBareEndpoint,
			},
		},
		{
			reason:  ReasonPayerHeaderMissing,
			gist:    "{bucket} is pay-by-requester: send the header x-oss-request-payer: requester",
			summary: enPayerNotSaid,
			cause:   "Whoever is not the bucket owner has to agree to pay, with each request. If the request is signed in its header, a header says so.",
			steps: []string{
				"Send the header x-oss-request-payer: requester " +
					"(oss.RequestPayer(oss.Requester) in SDK v1, RequestPayer: oss.Ptr(\"requester\") in the request of SDK v2).",
			},
		},
		{
			reason:  ReasonPayerLost,
			gist:    "x-oss-request-payer was sent, and OSS did not see it: look for the proxy or CDN that drops it",
			summary: "{bucket} is pay-by-requester, and OSS did not see the x-oss-request-payer that was sent.",
			cause:   "Whoever is not the bucket owner has to agree to pay, with each request. The request did, and OSS did not see it.",
			steps: []string{
				"Find the proxy or CDN that drops the header or the parameter x-oss-request-payer.",
			},
		},
		{
			reason:  ReasonPayerParameterMissing,
			gist:    "{bucket} is pay-by-requester: sign the URL with x-oss-request-payer=requester",
			summary: enPayerNotSaid,
			cause:   "The request is signed in its URL, and the URL lacks the parameter x-oss-request-payer. OSS signs the parameter, so that it cannot be appended.",
			steps: []string{
				"Sign a new URL with the query parameter x-oss-request-payer=requester (oss.RequestPayerParam(oss.Requester) in SDK v1, Parameters of the request's RequestCommon in SDK v2).",
			},
		},
		{
			reason: ReasonPlusAsSpace,
			gist:   "a + of the signature arrived as a space: percent-encode it as %2B",
			cause:  "The signature is base64 and can hold a +. In a URL a + that is not escaped stands for a space, and that is what OSS got.",
			steps: []string{
				"Percent-encode the signature in the URL: + as %2B, / as %2F, = as %3D (url.QueryEscape in Go).",
				"Or let the SDK presign the URL, and use it unaltered.",
			},
		},
		{
			reason: ReasonPresignedWithContentType,
			gist: "[{?form_body}the signed URL was sent a form (multipart/form-data), and most URLs are signed for the bare file: send the file itself as the body|" +
				"the signed URL was sent with Content-Type {content_type_sent}, which most URLs are not signed with: send none, or sign the URL with it|" +
				"the signed URL was sent with a Content-Type, which most URLs are not signed with: send none, or sign the URL with it]",
			cause: "A signed URL is most often signed without a Content-Type, and then has to be sent without one. Many clients add one by themselves.",
			steps: []string{
				"[{?form_body}Send the file itself as the body, not a form: in a browser, " +
					"give fetch await file.arrayBuffer() instead of a FormData, and it sends no Content-Type.]",
				"[{?form_body}If the object needs a Content-Type, sign the URL with it, and send the same one: " + enSignContentType + "|" +
					"Send the request without Content-Type {content_type_sent}, or sign the URL with it: " + enSignContentType + "|" +
					"Send the request without Content-Type, or sign the URL with it: " + enSignContentType + "]",
			},
		},
		{
			reason: ReasonPresignedWithHeader,
			gist: "the signed URL was sent with [{header_sent}|" +
				"a header that OSS signs], which most URLs are not signed with: leave it out, or sign the URL with it",
			cause: "A signed URL is most often signed without this header, and then has to be sent without it.",
			steps: []string{
				"Send the request without the header[ {header_sent}], " +
					"or sign the URL with it (an option of SignURL in SDK v1, a field of the request in SDK v2, PresignHeader in minio-go).",
			},
		},
		{
			reason: ReasonPresignedWithOtherMethod,
			gist: "the signed URL was used with [{method_used}|" +
				"another method], and most are signed for GET or PUT: use the method it was signed for, or sign one for " +
				"[{method_used}|" +
				"that method]",
			cause: "A signed URL is good for one method. Most are signed for GET or PUT.",
			steps: []string{
				"Use the method that the URL was signed for, or sign a URL for " +
					"[{method_used}|" +
					"the method that you need]. To look at an object with a URL for GET, send GET with Range: bytes=0-0.",
			},
		},
		{
			reason: ReasonPresignedWithProcess,
			gist:   "the signed URL has x-oss-process, which is most often appended after signing: sign the URL with it",
			cause:  "OSS signs x-oss-process. Appended to a URL that is signed already, it breaks the signature.",
			steps: []string{
				"Sign the URL with x-oss-process in it: oss.Process in SDK v1, Process of GetObjectRequest in SDK v2, " +
					"reqParams of PresignedGetObject in minio-go. " +
					"It cannot be appended afterwards.",
			},
		},
		{
			reason: ReasonPublicEndpoint,
			gist: "{bucket} is served by [{endpoint}|" +
				"the internal endpoint][, not by {called}]: use " +
				"[{endpoint}|" +
				"the internal endpoint]",
			cause: "The public endpoint of the region was called, and OSS asks for the internal one. It is not a matter of permissions.",
			steps: []string{
				enSetEndpoint,
				"[{!to_internal}An internal endpoint is reached from inside Alibaba Cloud's network in its region only.]",
			},
		},
		{
			reason: ReasonRefererOfPage,
			gist:   "hotlink protection of {bucket} refused the Referer[ {referer}] of a page: [{?blacklisted}take your site off the blacklist|whitelist your site]",
			cause:  "A browser sent the address of the page that links to the object. Browsers may shorten it to the origin.",
			steps: []string{
				"[{?blacklisted}" + enOffBlacklist + "|" + enWhitelist + "]",
				"If the page is not yours, the protection works as it was set.",
				"If a CDN stands before OSS, refresh its cache afterwards.",
			},
		},
		{
			reason: ReasonRefererOfProgram,
			gist:   "a program sent the Referer[ {referer}], which hotlink protection of {bucket} refused: send none, or one of the whitelist",
			cause: "A program other than a browser sent this Referer. " +
				"If it downloads somebody else's link, that bucket decides which sites may link to it, " +
				"and most often lets in whoever sends no Referer.",
			steps: []string{
				"Send no Referer[, instead of {referer}].",
				"If the bucket is yours, send a Referer of the whitelist, or sign in the Authorization header, which the check does not apply to.",
			},
		},
		{
			reason: ReasonRestoredCopyExpired,
			gist:   "the restored copy of {object} has run out: call RestoreObject again, wait, then retry",
			cause:  "RestoreObject was called once, and the restored copy has run out.",
			steps: []string{
				enRestore,
				enRestoreTime,
				"Ask for more days in RestoreObject, or copy the object to class Standard or IA before the restored copy runs out.",
				enArchiveDirect,
			},
		},
		{
			reason: ReasonRestoring,
			gist:   "{object} is being restored: wait until x-oss-restore says ongoing-request=\"false\", then retry",
			cause:  "RestoreObject was called, and the restoration is not complete.",
			steps: []string{
				"Wait, and call HeadObject until x-oss-restore says ongoing-request=\"false\".",
				enRestoreTime,
				enArchiveDirect,
			},
		},
		{
			reason: ReasonScopeDate,
			gist:   "correct the date of the V4 scope[: {scope_from} has to be {scope_to}]",
			cause:  "V4 signs a scope of date, region and product, and its date is not the right one.",
			steps: []string{
				"Correct the date in the V4 scope that your client signs[: {scope_from} has to be {scope_to}].",
			},
		},
		{
			reason: ReasonScopeProduct,
			gist:   "correct the product of the V4 scope[: {scope_from} has to be {scope_to}]",
			cause:  "V4 signs a scope of date, region and product, and its product is not the right one.",
			steps: []string{
				"Correct the product in the V4 scope that your client signs[: {scope_from} has to be {scope_to}].",
			},
		},
		{
			reason: ReasonScopeRegion,
			gist:   "correct the region of the V4 scope[: {scope_from} has to be {scope_to}]",
			cause:  "V4 signs a scope of date, region and product, and its region is not the right one.",
			steps: []string{
				"Correct the region in the V4 scope that your client signs[: {scope_from} has to be {scope_to}].",
			},
		},
		{
			reason: ReasonSessionPolicyDenies,
			gist:   "the policy given to AssumeRole denies {action}[ on {known_resource}]: take that Deny out of it; an Allow does not help",
			cause:  enTokenAllows + " Here the latter, the session policy, has a Deny that matches.",
			steps: []string{
				"Take the Deny that matches [{known_action}|" +
					"the action] out of the Policy parameter of AssumeRole, or narrow it, and request a new token. An Allow does not help.",
				enPlainHTTP,
				enDecodeDenial,
			},
		},
		{
			reason: ReasonSessionPolicyLacksAllow,
			gist:   "the policy given to AssumeRole does not allow {action}[ on {known_resource}]: allow it there and in the role",
			cause:  enTokenAllows + " Here nothing in the latter, the session policy, allows the action.",
			steps: []string{
				"Allow [{known_action} on {known_resource}|" +
					"the action on the resource] in the Policy parameter of AssumeRole, and request a new token. " +
					"Without the parameter a token may do all that the role may.",
				enRoleToo,
				enTokenPrefix + " A listing is judged on the bucket, not on BUCKET/*.",
				enPlainHTTP,
				enDecodeDenial,
			},
		},
		{
			reason: ReasonSignatureCut,
			gist:   "the signature was cut short: send the whole one",
			cause:  "What OSS got as signature is shorter than any signature of this scheme. Most often the = at its end was lost, or a field cut it.",
			steps: []string{
				"Send the whole signature, with the = at its end.",
				enWholeURL,
				"Check that no field of a database or a form cuts the URL.",
			},
		},
		{
			reason: ReasonSignatureEncodedTwice,
			gist:   "the signature is percent-encoded twice: encode it once",
			cause:  "Something encoded the URL again after it was signed: %253D is %3D, encoded a second time. OSS decodes once.",
			steps: []string{
				"Percent-encode the signature once: a URL that the SDK presigned is encoded already.",
				"Find what encodes it again: a template, a redirect, an HTTP client that takes the query as plain text.",
			},
		},
		{
			reason: ReasonSignatureEscaped,
			gist:   "the signature has escapes of HTML or JSON in it: undo them",
			cause:  "The signature was copied out of HTML or JSON with its escapes, such as &#43; or \\u002b for +.",
			steps: []string{
				"Undo the escapes of HTML or JSON before you use the URL.",
				enWholeURL,
			},
		},
		{
			reason: ReasonSignatureHasLineBreak,
			gist:   "the signature has a line break in it: take it out",
			cause:  "Most often base64 was made by a tool that ends its lines (base64 without -w 0, openssl without -A), or the URL was wrapped in a mail or a file.",
			steps: []string{
				"Take the line break out of the signature; make base64 in one line.",
				enWholeURL,
			},
		},
		{
			reason: ReasonSignatureMissing,
			gist: "the signed URL lacks its signature (Signature, in V2 and V4 x-oss-signature, in S3 V4 X-Amz-Signature), " +
				"or it is empty: use the whole URL, unaltered",
			cause: "The signature (Signature, in V2 and V4 x-oss-signature, in S3 V4 X-Amz-Signature) is missing from the URL, or empty. " + enURLCut,
			steps: []string{
				enWholeURL,
				enSdkPresign,
			},
		},
		{
			reason: ReasonSignedAgain,
			gist:   "OSS saw another signature than the client made: find the proxy or CDN that signs the request again",
			cause: "What OSS got names another AccessKey ID or another scheme than the request was signed with when it was sent: " +
				"something in between signs it by itself.",
			steps: []string{
				"Find the proxy or CDN that signs the request again, with credentials of its own, and keep one of the two signatures.",
			},
		},
		{
			reason: ReasonSignedHeaderMissing,
			gist:   "the signature names [the header {header_missing}|a header], which the request does not carry: send it as it was signed",
			cause:  "A signature can name headers that have to be sent with the value that they were signed with, as a Referer that a signed URL is bound to.",
			steps: []string{
				"Send the header[ {header_missing}] with the value that it was signed with, or sign without it.",
			},
		},
		{
			reason: ReasonSkewNotCorrected,
			gist:   "SDK v2 corrects a wrong clock by itself and tries again: if OSS refuses that too, look for a proxy that rewrites Date",
			cause: "SDK v2 takes the time from the Date of OSS's answer, corrects its own, and tries again. " +
				"If OSS refuses that too, most often a proxy rewrites the date of requests or of answers.",
			steps: []string{
				"Look for a proxy or CDN that rewrites Date or x-oss-date of requests, or Date of answers, and let it pass them on unchanged.",
				"[{?behind}" + enWaits + "]",
				"If the body of the request cannot be read a second time, " +
					"or the program switched the correction off (oss.FeatureCorrectClockSkew), set the clock of the machine by NTP.",
			},
		},
		{
			reason: ReasonTemporaryKeyUnknown,
			gist: "OSS knows no AccessKey [{key}|" +
				"of STS with this ID], most often because it has expired: get new credentials from STS",
			cause: "[{?token_sent}Most often the temporary AccessKey has expired. " +
				"It is unknown as well when the key that AssumeRole was called with is disabled or deleted.|" +
				"Most often the temporary AccessKey has expired. " +
				"It is unknown as well when its security token was left out, " +
				"or when the key that AssumeRole was called with is disabled or deleted.]",
			steps: []string{
				enNewSTS,
				enProvider,
				enWhichConfiguration,
			},
		},
		{
			reason: ReasonTokenNotSent,
			gist:   "temporary AccessKey [{key} |]was sent without its token: set the security token along with ID and secret",
			cause: "The AccessKey is temporary (STS), and the request left the client without its security token. " +
				"The ID works only together with the token of the same answer of STS.",
			steps: []string{
				enPassToken,
				enTokenByHand,
				"Check the spelling of the option: a client that does not know it drops the token.",
			},
		},
		{
			reason: ReasonTokenWithLongTermKey,
			gist:   "a security token was sent with AccessKey [{key}|ID], which is not temporary: take the token out",
			cause: "An AccessKey ID that begins with LTAI is not temporary and has no security token. " +
				"Most often the token is left over from other credentials, in an environment variable or a profile.",
			steps: []string{
				"Take the security token out: the setting of the client, " +
					"the header or query parameter x-oss-security-token (security-token in the URLs of V1 and V2), " +
					"or the form field of that name.",
				"If you mean to use temporary credentials, set the ID and the secret of the same answer of STS too.",
			},
		},
		{
			reason: ReasonUnsigned,
			gist: "unsigned request[{?presignable} to {object}, which is not public: use a presigned URL or sign it|" +
				" to {known_bucket}: sign it|" +
				": sign it]",
			summary: "[{?presignable}The request for {object} was not signed.|The request was not signed.]",
			cause:   "It carries no signature, neither in the Authorization header nor in its URL, so only what is open to everybody could allow it.",
			steps: []string{
				"[{?presignable}Use a presigned URL, or send the request through an SDK with credentials.|" +
					"Send the request through an SDK with credentials. Presigned URLs are for objects: no SDK presigns an operation on a bucket.]",
				"[{?presignable}{!writes}" + enPresign + "]",
				"If the client should have signed, check that its credentials are not empty, and that no proxy drops the Authorization header.",
				"[{?kms}Grant kms:Decrypt on the key to the RAM user or role that signs: what a KMS key encrypts cannot be read anonymously, even in a public bucket.]",
				"[{?presignable}{?public}" + enCDNSite + "]",
				"[{?public}" + enPublic + "]",
			},
		},
		{
			reason:  ReasonURLSignatureLost,
			gist:    "the signature was lost on the way to OSS: look for what cuts the query of the signed URL",
			summary: enSignatureLost,
			cause:   "The signature was in the URL, and something between the client and OSS cut the query, or a redirect did.",
			steps: []string{
				"Find what cuts the query of the signed URL: a CDN that ignores parameters, a proxy, a redirect.",
				"Send the same URL straight to OSS, from a machine without the proxy: if that works, it is the proxy or the CDN.",
			},
		},
		{
			reason: ReasonUTCAsLocalTime,
			gist: "the request's time is [{skew}|" +
				"hours behind] OSS's clock, a time zone's offset: most often it was subtracted twice, so send UTC",
			cause: "OSS accepts a difference of {max_skew} at most. " +
				"The difference is the offset of a time zone[{?hours} ({hours})], give or take a minute. " +
				"Most often the offset was subtracted once too often, or the hardware clock of the machine is set to another zone.",
			steps: []string{
				enSignUTC,
				"Check the time zone of the machine, the container and the runtime: they have to agree. timedatectl shows what the hardware clock (RTC) runs on.",
			},
		},
	},
	docs: []Doc{
		topicHTTP403:      {"HTTP 403 errors", "https://www.alibabacloud.com/help/en/oss/user-guide/http-403-error-code"},
		topicHosts:        {"OSS domain names", "https://www.alibabacloud.com/help/en/oss/user-guide/oss-domain-names"},
		topicRegions:      {"Regions and endpoints", "https://www.alibabacloud.com/help/en/oss/user-guide/regions-and-endpoints"},
		topicRAMPolicy:    {"RAM Policy", "https://www.alibabacloud.com/help/en/oss/user-guide/how-oss-works-with-ram"},
		topicRAMExamples:  {"Common examples of RAM policies", "https://www.alibabacloud.com/help/en/oss/user-guide/common-examples-of-ram-policies"},
		topicRAMDiagnosis: {"DecodeDiagnosticMessage", "https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-decodediagnosticmessage"},
		topicRAMTroubleshoot: {"How do I troubleshoot an access denied error?",
			"https://www.alibabacloud.com/help/en/ram/support/how-to-troubleshoot-an-access-denied-error"},
		topicBucketPolicy:  {"Bucket Policy", "https://www.alibabacloud.com/help/en/oss/user-guide/oss-bucket-policy/"},
		topicAccessControl: {"Permissions and access control", "https://www.alibabacloud.com/help/en/oss/user-guide/permissions-and-access-control-overview"},
		topicSTS: {"Use temporary access credentials provided by STS to access OSS",
			"https://www.alibabacloud.com/help/en/oss/developer-reference/use-temporary-access-credentials-provided-by-sts-to-access-oss"},
		topicSTSSessionPolicy: {"Access denied by authorizer's policy",
			"https://www.alibabacloud.com/help/en/oss/the-access-denied-by-authorizer-s-policy-error-message-is-returned-when-sts-grants-temporary-permissions-to-oss"},
		topicSTSEndpoints: {"STS endpoints", "https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-endpoint"},
		topicSTSKeyUnknown: {"The error \"The OSS Access Key Id you provided does not exist in our records\" with STS credentials",
			"https://www.alibabacloud.com/help/en/oss/the-the-oss-access-key-id-you-provided-does-not-exist-in-our-records-error-message-is-returned-1"},
		topicAccessKey:  {"Create an AccessKey pair", "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair"},
		topicReferer:    {"Hotlink protection", "https://www.alibabacloud.com/help/en/oss/user-guide/hotlink-protection"},
		topicCORS:       {"CORS rules", "https://www.alibabacloud.com/help/en/oss/user-guide/configure-cross-origin-resource-sharing"},
		topicPostObject: {"PostObject", "https://www.alibabacloud.com/help/en/oss/developer-reference/postobject"},
		topicPostObjectErrors: {"Common errors of PostObject",
			"https://www.alibabacloud.com/help/en/oss/how-to-handle-common-errors-when-the-postobject-operation-is-called"},
		topicPresignV4: {"Include a V4 signature in a URL", "https://www.alibabacloud.com/help/en/oss/developer-reference/add-signatures-to-urls"},
		topicPresignV1: {"Include a V1 signature in a URL", "https://www.alibabacloud.com/help/doc-detail/31952.html"},
		topicSignHeaderV1: {"Include signatures in the Authorization header",
			"https://www.alibabacloud.com/help/en/oss/developer-reference/include-signatures-in-the-authorization-header"},
		topicSignV4: {"Guide to upgrading from Signature V1 to Signature V4",
			"https://www.alibabacloud.com/help/en/oss/developer-reference/guidelines-for-upgrading-v1-signatures-to-v4-signatures"},
		topicSignUpgrade: {"Guide to upgrading from Signature V1 to Signature V4",
			"https://www.alibabacloud.com/help/en/oss/developer-reference/guidelines-for-upgrading-v1-signatures-to-v4-signatures"},
		topicSignFAQ:      {"Troubleshoot signature errors", "https://www.alibabacloud.com/help/en/oss/developer-reference/faq-24"},
		topicRestore:      {"Restore objects", "https://www.alibabacloud.com/help/en/oss/user-guide/restore-objects-for-access"},
		topicWORM:         {"Retention policy (WORM)", "https://www.alibabacloud.com/help/en/oss/user-guide/oss-retention-policies"},
		topicAcceleration: {"Transfer acceleration", "https://www.alibabacloud.com/help/en/oss/user-guide/transfer-acceleration"},
		topicCustomDomain: {"Access OSS through a custom domain name", "https://www.alibabacloud.com/help/en/oss/user-guide/access-buckets-via-custom-domain-names"},
		topicPutCname:     {"PutCname", "https://www.alibabacloud.com/help/en/oss/developer-reference/putcname"},
		topicSSE:          {"Server-side encryption", "https://www.alibabacloud.com/help/en/oss/user-guide/server-side-encryption-8"},
		topicKMSActivate: {"OpenKmsService",
			"https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-kms-2016-01-20-openkmsservice"},
		topicBlockPublic:   {"Block public access", "https://www.alibabacloud.com/help/en/oss/user-guide/block-public-access"},
		topicRequesterPays: {"Pay-by-requester", "https://www.alibabacloud.com/help/en/oss/user-guide/enable-pay-by-requester-1"},
		topicVPCPolicy: {"Dual access control with VPC policies and bucket policies",
			"https://www.alibabacloud.com/help/en/oss/user-guide/dual-access-control-with-vpc-and-bucket-policy"},
		topicHNS:             {"Hierarchical namespace", "https://www.alibabacloud.com/help/en/object-storage-service/latest/hierarchical-namespace"},
		topicOverdue:         {"Overdue payments", "https://www.alibabacloud.com/help/en/oss/overdue-payments"},
		topicErrorResponses:  {"Error responses", "https://www.alibabacloud.com/help/en/document_detail/32005.html"},
		topicECIndex:         {"Troubleshoot by error code (EC)", "https://www.alibabacloud.com/help/en/oss/support/self-troubleshooting-by-using-error-codes"},
		topicDomainOwnership: {"CreateCnameToken", "https://www.alibabacloud.com/help/en/oss/developer-reference/createcnametoken"},
		topicCDNPrivateBucket: {"Grant Alibaba Cloud CDN access permissions on private OSS buckets",
			"https://www.alibabacloud.com/help/en/alibaba-cloud-cdn/latest/grant-alibaba-cloud-cdn-access-permissions-on-private-oss-buckets"},
		topicCDNListBuckets: {"\"You are forbidden to list buckets\" with private OSS back-to-origin",
			"https://www.alibabacloud.com/help/en/cdn/you-are-forbidden-to-list-buckets-after-access-to-private-oss-buckets-is-enabled"},
		topicCDNAccessControl: {"Troubleshoot access control issues of CDN", "https://www.alibabacloud.com/help/en/cdn/user-guide/access-control-troubleshooting-guide"},
		topicLogging:          {"PutBucketLogging", "https://help.aliyun.com/en/oss/developer-reference/putbucketlogging"},
		topicS3SDK:            {"Access OSS using an AWS SDK", "https://www.alibabacloud.com/help/en/oss/developer-reference/use-amazon-s3-sdks-to-access-oss"},
		topicClockSkew:        {"RequestTimeTooSkewed, EC 0002-00000504", "https://www.alibabacloud.com/help/en/oss/support/0002-00000504"},
		topicCopyObject:       {"CopyObject", "https://www.alibabacloud.com/help/en/object-storage-service/latest/copyobject"},
	},
	ecPages: []ecPage{
		{"0002-00000001", "https://www.alibabacloud.com/help/en/oss/support/0002-00000001"},
		{"0002-00000003", "https://help.aliyun.com/en/oss/user-guide/0002-00000003"},
		{"0002-00000004", "https://www.alibabacloud.com/help/en/oss/support/0002-00000004"},
		{"0002-00000006", "https://www.alibabacloud.com/help/en/oss/support/0002-00000006"},
		{"0002-00000007", "https://www.alibabacloud.com/help/en/oss/support/0002-00000007"},
		{"0002-00000008", "https://help.aliyun.com/en/oss/user-guide/0002-00000008"},
		{"0002-00000010", "https://www.alibabacloud.com/help/en/oss/support/0002-00000010"},
		{"0002-00000031", "https://help.aliyun.com/en/oss/user-guide/0002-00000031"},
		{"0002-00000033", "https://www.alibabacloud.com/help/en/oss/user-guide/0002-00000033"},
		{"0002-00000034", "https://www.alibabacloud.com/help/en/oss/support/0002-00000034"},
		{"0002-00000040", "https://www.alibabacloud.com/help/en/oss/support/0002-00000040"},
		{"0002-00000066", "https://www.alibabacloud.com/help/en/oss/support/0002-00000066"},
		{"0002-00000067", "https://help.aliyun.com/en/oss/user-guide/0002-00000067"},
		{"0002-00000068", "https://www.alibabacloud.com/help/en/oss/support/0002-00000068"},
		{"0002-00000069", "https://help.aliyun.com/en/oss/user-guide/0002-00000069"},
		{"0002-00000070", "https://www.alibabacloud.com/help/en/oss/support/0002-00000070"},
		{"0002-00000071", "https://help.aliyun.com/en/oss/user-guide/0002-00000071"},
		{"0002-00000073", "https://www.alibabacloud.com/help/en/oss/support/0002-00000073"},
		{"0002-00000079", "https://help.aliyun.com/en/oss/user-guide/0002-00000079"},
		{"0002-00000080", "https://help.aliyun.com/en/oss/user-guide/0002-00000080"},
		{"0002-00000101", "https://www.alibabacloud.com/help/en/oss/support/0002-00000101"},
		{"0002-00000113", "https://www.alibabacloud.com/help/en/oss/support/0002-00000113"},
		{"0002-00000116", "https://www.alibabacloud.com/help/en/oss/support/0002-00000116"},
		{"0002-00000118", "https://www.alibabacloud.com/help/en/oss/support/0002-00000118"},
		{"0002-00000119", "https://help.aliyun.com/en/oss/user-guide/0002-00000119"},
		{"0002-00000201", "https://www.alibabacloud.com/help/en/oss/support/0002-00000201"},
		{"0002-00000206", "https://www.alibabacloud.com/help/en/oss/user-guide/0002-00000206"},
		{"0002-00000222", "https://help.aliyun.com/en/oss/user-guide/0002-00000222"},
		{"0002-00000225", "https://help.aliyun.com/en/oss/user-guide/0002-00000225"},
		{"0002-00000228", "https://help.aliyun.com/en/oss/user-guide/0002-00000228"},
		{"0002-00000232", "https://help.aliyun.com/en/oss/user-guide/0002-00000232"},
		{"0002-00000235", "https://www.alibabacloud.com/help/en/oss/support/0002-00000235"},
		{"0002-00000236", "https://www.alibabacloud.com/help/en/oss/support/0002-00000236"},
		{"0002-00000301", "https://www.alibabacloud.com/help/en/oss/support/0002-00000301"},
		{"0002-00000302", "https://help.aliyun.com/en/oss/user-guide/0002-00000302"},
		{"0002-00000304", "https://help.aliyun.com/en/oss/user-guide/0002-00000304"},
		{"0002-00000307", "https://help.aliyun.com/en/oss/user-guide/0002-00000307"},
		{"0002-00000416", "https://www.alibabacloud.com/help/en/oss/support/0002-00000416"},
		{"0002-00000417", "https://www.alibabacloud.com/help/en/oss/support/0002-00000417"},
		{"0002-00000418", "https://www.alibabacloud.com/help/en/oss/support/0002-00000418"},
		{"0002-00000429", "https://help.aliyun.com/en/oss/user-guide/0002-00000429"},
		{"0002-00000430", "https://www.alibabacloud.com/help/en/oss/support/0002-00000430"},
		{"0002-00000501", "https://help.aliyun.com/en/oss/user-guide/0002-00000501"},
		{"0002-00000504", "https://www.alibabacloud.com/help/en/oss/support/0002-00000504"},
		{"0002-00000602", "https://www.alibabacloud.com/help/en/oss/support/0002-00000602"},
		{"0002-00000603", "https://www.alibabacloud.com/help/en/oss/support/0002-00000603"},
		{"0002-00000705", "https://help.aliyun.com/en/oss/user-guide/0002-00000705"},
		{"0002-00000708", "https://www.alibabacloud.com/help/en/oss/support/0002-00000708"},
		{"0002-00000804", "https://www.alibabacloud.com/help/en/oss/support/0002-00000804"},
		{"0002-00000805", "https://www.alibabacloud.com/help/en/oss/support/0002-00000805"},
		{"0002-00000807", "https://www.alibabacloud.com/help/en/oss/support/0002-00000807"},
		{"0002-00000901", "https://www.alibabacloud.com/help/en/oss/support/0002-00000901"},
		{"0002-00000902", "https://www.alibabacloud.com/help/en/oss/support/0002-00000902"},
		{"0002-00000903", "https://www.alibabacloud.com/help/en/oss/user-guide/0002-00000903"},
		{"0002-00000904", "https://www.alibabacloud.com/help/en/oss/user-guide/0002-00000904"},
		{"0003-00000001", "https://www.alibabacloud.com/help/en/oss/support/0003-00000001"},
		{"0003-00000002", "https://help.aliyun.com/en/oss/user-guide/0003-00000002"},
		{"0003-00000008", "https://www.alibabacloud.com/help/en/oss/user-guide/0003-00000008"},
		{"0003-00000201", "https://www.alibabacloud.com/help/en/oss/user-guide/0003-00000201"},
		{"0003-00000202", "https://help.aliyun.com/en/oss/user-guide/0003-00000202"},
		{"0003-00000203", "https://help.aliyun.com/en/oss/user-guide/0003-00000203"},
		{"0003-00000204", "https://help.aliyun.com/en/oss/user-guide/0003-00000204"},
		{"0003-00000301", "https://www.alibabacloud.com/help/en/oss/user-guide/0003-00000301"},
		{"0003-00000401", "https://www.alibabacloud.com/help/en/oss/support/0003-00000401"},
		{"0003-00000501", "https://www.alibabacloud.com/help/en/oss/user-guide/0003-00000501"},
		{"0003-00000502", "https://www.alibabacloud.com/help/en/oss/support/0003-00000502"},
		{"0003-00000503", "https://www.alibabacloud.com/help/en/oss/user-guide/0003-00000503"},
		{"0003-00000701", "https://help.aliyun.com/en/oss/user-guide/0003-00000701"},
		{"0003-00000702", "https://www.alibabacloud.com/help/en/oss/support/0003-00000702"},
		{"0003-00000703", "https://help.aliyun.com/en/oss/user-guide/0003-00000703"},
		{"0003-00000801", "https://www.alibabacloud.com/help/en/oss/support/0003-00000801"},
		{"0003-00000806", "https://www.alibabacloud.com/help/en/oss/support/0003-00000806"},
		{"0003-00000906", "https://help.aliyun.com/en/oss/user-guide/0003-00000906"},
		{"0003-00001201", "https://help.aliyun.com/en/oss/user-guide/0003-00001201"},
		{"0003-00001402", "https://help.aliyun.com/en/oss/user-guide/0003-00001402"},
		{"0005-00000218", "https://help.aliyun.com/en/oss/user-guide/0005-00000218"},
		{"0006-00000213", "https://help.aliyun.com/en/oss/user-guide/0006-00000213"},
		{"0006-00000226", "https://help.aliyun.com/en/oss/user-guide/0006-00000226"},
		{"0006-00000227", "https://help.aliyun.com/en/oss/user-guide/0006-00000227"},
		{"0016-00000404", "https://www.alibabacloud.com/help/en/oss/support/0016-00000404"},
	},
}
