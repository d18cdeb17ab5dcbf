package oss403

// Steps, and parts of them, that stand in several places.
const (
	zhWhichConfiguration = "检查程序实际读取的是哪份配置：" +
		"环境变量（OSS SDK 为 OSS_ACCESS_KEY_ID，其他阿里云工具为 ALIBABA_CLOUD_ACCESS_KEY_ID，S3 客户端为 AWS_ACCESS_KEY_ID）、" +
		"挂载的文件，还是 profile。"
	zhWhoseKey  = "用该 AccessKey 执行 aliyun sts GetCallerIdentity：返回其所属的账号和用户，或提示该 AccessKey 不存在。"
	zhTicket    = "提交工单（https://smartservice.console.aliyun.com/service/create-ticket）[，并提供请求 ID {request_id}]。"
	zhPassToken = "把安全令牌传给客户端：[{token_setting}|" +
		"SDK v1 用 oss.SecurityToken(token)，SDK v2 和 aws-sdk-go-v2 用 NewStaticCredentialsProvider 的第三个参数，" +
		"minio-go 用 credentials.NewStaticV4 的第三个参数，ali-oss 用 stsToken]。"
	zhTokenByHand = "如果自行签名，用请求头 x-oss-security-token 发送安全令牌；" +
		"预签名 URL 中用查询参数 security-token（V1、V2）或 x-oss-security-token（V4）；" +
		"PostObject 表单（例如小程序上传）中用表单域 x-oss-security-token。"
	zhNewSTS   = "从 STS 重新获取临时访问凭证，使用同一次返回的 AccessKey ID、AccessKey Secret 和安全令牌。"
	zhProvider = "让客户端自动获取并刷新访问凭证，不要传入三个固定值：" +
		"[{provider_setting}|" +
		"SDK v2 用 NewEcsRoleCredentialsProvider() 或 NewCredentialsFetcherProvider(f)，SDK v1 用 oss.SetCredentialsProvider(p)，" +
		"aws-sdk-go-v2 用 aws.NewCredentialsCache(p)，minio-go 用 credentials.New(p)]。"
	zhSetEndpoint = "[把客户端的 Endpoint 设为 {endpoint}：{endpoint_setting}。|" +
		"把客户端的 Endpoint 设为 {endpoint}：SDK v1 为 oss.New 的第一个参数，SDK v2 为 WithEndpoint，" +
		"minio-go 为 minio.New 的第一个参数，aws-sdk-go-v2 为 BaseEndpoint。|" +
		"把客户端的 Endpoint 设为 OSS 控制台中该 Bucket 概览页上的 Endpoint。]"
	zhNewUsers = "[{?mainland}{?s3}" + zhNewAccount + "，或在该地域的 ECS 上使用 {internal_endpoint}。|" +
		"{?mainland}" + zhNewAccount + zhCnameSetting + "，或在该地域的 ECS 上使用 {internal_endpoint}。|" +
		"{?mainland}" + zhNewAccount + zhCnameSetting + "。|" +
		"在该地域的 ECS 上，也可以使用 {internal_endpoint}，不收取流量费用。|" +
		"{!endpoint}如果 Bucket 位于中国内地，且账号在 2025-03-20 及之后开通 OSS，" +
		"通过外网 Endpoint 发起的数据请求会返回 400（PublicEndpointForbidden）：改用自定义域名" + zhCnameSetting + "，或在 ECS 上使用内网 Endpoint。]"
	zhAddressBucket = "用域名 {host_bucket}.[{called} 访问 Bucket|ENDPOINT 访问 Bucket，例如 examplebucket.oss-cn-hangzhou.aliyuncs.com]。"
	zhBareEndpoint  = "[{!path_switch}使用 SDK v1 或 v2 时，Endpoint 不要带 Bucket 名称，" +
		"也不要设置 oss.ForcePathStyle(true)（v1）或 WithUsePathStyle(true)（v2）：SDK 会拼接域名。]"
	zhPathStyleOff = "[关闭路径风格（path style）：在 {path_switch}。|" +
		"关闭路径风格（path style）：aws-sdk-go-v2 把 UsePathStyle 设为 false，minio-go 使用 BucketLookupDNS，很多其他工具把 force_path_style 设为 false。]"
	zhNtp = "用 date -u 对比机器时钟与标准时间，再用 NTP 校准：chronyc makestep、systemctl restart systemd-timesyncd，" +
		"Windows 上用 w32tm /resync。" +
		"容器使用宿主机的时钟。"
	zhSleep = "机器休眠之后，虚拟机和 WSL 的时钟可能变慢：重启即可（wsl --shutdown）。"
	zhWaits = "如果只在高负载时出现，排查请求签名之后在哪里等待：连接池已满、队列、代理或上行带宽不足。" +
		"降低并发，或把分片调小。"
	zhSignUTC      = "让程序按 UTC 生成请求时间：Go 中用 time.Now().UTC()，不要在本地时间后面直接加 Z 或 GMT。"
	zhDecodeDenial = "[{?diagnostic}要查看拒绝的详细原因，" +
		"请管理员执行 aliyun ram DecodeDiagnosticMessage --EncodedDiagnosticMessage VALUE，" +
		"其中 VALUE 是响应中 EncodedDiagnosticMessage 的值（Go 中为 DiagnosticMessage() 的返回值）。" +
		"执行该命令需要 ram:DecodeDiagnosticMessage 权限。" +
		"也可以在 RAM 控制台（https://ram.console.aliyun.com/permissions/troubleshoot）解码。]"
	zhUserName = "[{user_id} 是 RAM 用户的 UID：用 aliyun ram ListUsers 可以查到用户名，" +
		"再用 aliyun ram ListPoliciesForUser --UserName NAME 查看直接授予该用户的权限策略。]"
	zhOtherAccount = "如果 Bucket 属于其他账号，自己账号的 RAM Policy 无法放行：请其拥有者在 Bucket Policy 中授权。"
	zhSTSToo       = "[{!permanent}" + zhSTSCheck + "]"
	zhSTSCheck     = "如果使用 STS 临时访问凭证，检查调用 AssumeRole 时传入的会话策略（如果有）是否也允许该操作和该前缀。"
	zhPresign      = "生成预签名 URL：执行 ossutil presign {oss_url}（ossutil 1.0 用 ossutil sign {oss_url}）。" +
		"在 Go 中，SDK v1 调用 bucket.SignURL(key, oss.HTTPGet, 3600)，" +
		"SDK v2 用 *oss.GetObjectRequest 调用 client.Presign(ctx, request)，" +
		"minio-go 调用 client.PresignedGetObject(ctx, bucket, key, time.Hour, nil)。"
	zhCDNSite     = "如果用于网站，保持 Bucket 为私有，在 OSS 前面接入阿里云 CDN，并在 CDN 上开启私有 Bucket 回源。"
	zhAccountWide = "账号级别的设置对该账号的所有 Bucket 生效：关闭后，其他未单独开启阻止公共访问的 Bucket 中，" +
		"原有的公共访问权限也会重新生效。"
	zhPublic = "只有确实要让互联网上的任何人读取（流量费用由你承担）时，才公开：先关闭阻止公共访问，" +
		"账号级别在 OSS 控制台的数据服务 > 阻止公共访问，" +
		"Bucket 级别在该 Bucket 的权限控制 > 阻止公共访问；再在 Bucket Policy 中允许所有账号读取。" + zhAccountWide
	zhRestoreTime = "[解冻需要 {restore_time}。|" +
		"解冻所需时间：归档存储约需数分钟，冷归档存储需 1 到 12 小时，深度冷归档存储需 12 到 48 小时。]" +
		"解冻会产生费用；解冻完成之前，再次以相同优先级调用 RestoreObject 会返回 409。"
	zhDefaultOn = "自 2025 年 10 月起，通过 API、SDK 或 ossutil 新建的 Bucket 逐步分地域改为默认开启。"
	zhSettle    = "在阿里云控制台的费用与成本中结清欠款。"
	zhCORSRule  = "[添加跨域规则：AllowedOrigin 为 {origin}，AllowedMethod 为 {cors_method}，AllowedHeader 为 {cors_headers}。|" +
		"添加跨域规则：AllowedOrigin 为 {origin}，AllowedMethod 为 {cors_method}。|" +
		"添加跨域规则：AllowedOrigin 为 {origin}。|" +
		"添加跨域规则，写明页面的来源、请求方法和页面发送的所有请求头（AllowedHeader 设为 * 最简单）。]" +
		"在 OSS 控制台打开该 Bucket，选择数据安全 > 跨域设置。也可以调用 PutBucketCors，它会覆盖已有的全部规则。"
	zhRoleToo      = "检查角色本身的权限策略是否也允许该操作。"
	zhNoSuchAction = "[RAM 没有 {no_such_action} 这个操作，写进 RAM Policy 不会授予任何权限。]"
	zhPlainHTTP    = "[{?plain_http}改用 https 重试：请求是通过 http 发送的，而策略可能要求 https（acs:SecureTransport）。]"
	zhSecretFirst  = "检查 AccessKey Secret：它必须与发送的 AccessKey ID 对应，首尾不能有空格或换行符。" + zhCheckSecret
	zhCheckSecret  = "[{?string_to_sign}(*Signature).Check 可以离线判断签名是否由某个 AccessKey Secret 生成。|" +
		"{?answer}|" +
		"如果响应中有 StringToSign，(*Signature).Check 可以离线判断签名是否由某个 AccessKey Secret 生成。]"
	zhOtherMethod   = "[如果生成预签名 URL 时指定的不是 {url_method} 方法，使用当时指定的方法，或为 {url_method} 重新生成。]"
	zhWholeURL      = "原样使用生成的预签名 URL；在 shell 中用引号括起来。"
	zhSdkPresign    = "如果自行拼接 URL，带上签名需要的每个参数，且值不能为空，或让 SDK 生成预签名 URL。"
	zhUndoEscapes   = "还原 URL 中的转义字符：\\u0026 和 &amp; 都代表 &。"
	zhWhitelist     = "把网页地址加入白名单：" + zhHotlinkPage + "。" + zhWildcards
	zhOffBlacklist  = "把该地址移出黑名单（" + zhHotlinkPage + "），或缩小与之匹配的通配规则的范围。"
	zhThroughHeader = "如果请求由你的程序发出，在 Authorization 请求头中签名：防盗链不检查这类请求。"
	zhStraight      = "[{?oss_host}在不经过代理的机器上发送同样的请求。|" +
		"在不经过代理的机器上发送同样的请求，或绕过 CDN 域名，直接发往 BUCKET.ENDPOINT。]"
	zhReadBody = "[{?raw}查看响应体（Raw() 的返回值）和响应头 Server、Via：通常能看出响应来自哪里。|" +
		"查看响应体和响应头 Server、Via：通常能看出响应来自哪里。]Server 为 Tengine 且带有 Via 或 EagleId，表明可能是阿里云 CDN。"
	zhProxySettings = "检查程序的 HTTP_PROXY 和 HTTPS_PROXY，以及防火墙规则。"
	zhDns           = "[{!oss_host}如果请求的域名是自定义域名，检查其 DNS 记录指向哪里。]"
	zhSignNew       = "在使用之前重新生成预签名 URL。"
	zhSdkLifetime   = "或者用 SDK 生成预签名 URL，只需传入以秒为单位的有效期。"
	zhRestore       = "调用 RestoreObject（命令行：ossutil restore {oss_url}），需要 oss:RestoreObject 权限。" +
		"然后调用 HeadObject 轮询，直到 x-oss-restore 变为 ongoing-request=\"false\"，再读取该 Object。"
	zhArchiveDirect = "[{?archive_direct}如果归档存储类型的 Object 需要立即读取，为 Bucket 开启归档直读。]"
	zhChangeClass   = "如果需要经常读取，解冻之后把 Object 的存储类型转换为标准存储或低频访问存储。"
	zhKmsPolicy     = "系统策略 AliyunKMSCryptoUserAccess 包含所有密钥的 kms:Decrypt 和 kms:GenerateDataKey 权限。" +
		"[{!policy}如果只授权一个密钥，在自定义权限策略中写上这些操作，Resource 写成 acs:kms:*:*:key/KEY_ID，" +
		"其中 KEY_ID 为密钥 ID。]"
	zhKmsKey      = "[请求指定的密钥 ID 是 {kms_key}：确认是否为预期的密钥。]"
	zhFieldsFirst = "在表单中发送 policy 提到的每个表单域，并且放在名为 file 的表单域之前。"
	zhRegion      = "[{!s3}如果使用 V4 签名，把客户端的 Region 也设为 {region}：SDK v1 用 oss.Region，SDK v2 用 WithRegion。|" +
		"{!s3}如果使用 V4 签名，把客户端的 Region 也设为该 Bucket 所在地域：SDK v1 用 oss.Region，SDK v2 用 WithRegion。]"
	zhCname           = "如果 Endpoint 是自定义域名，在客户端中声明：SDK v1 用 oss.UseCname(true)，SDK v2 用 WithUseCName(true)。"
	zhSignContentType = "SDK v1 用 oss.ContentType，SDK v2 和 aws-sdk-go-v2 用请求的 ContentType 字段，minio-go 用 PresignHeader。"
	zhContentType     = "使用预签名 URL 时，Content-Type 和 x-oss- 请求头必须与签名时完全一致：" +
		"很多客户端会自动加上 Content-Type，例如小程序的 wx.request 默认发送 application/json。"
	zhGrantNeeded = "{?policy}{?policy_gaps}为签名所用的 RAM 用户或 RAM 角色授予 {needed} 权限：把下面 RAM Policy 中的大写名称替换为实际名称后使用。|" +
		"{?policy}为签名所用的 RAM 用户或 RAM 角色授予 {needed} 权限，可直接使用下面的 RAM Policy。|" +
		"为签名所用的 RAM 用户或 RAM 角色授予 {needed} 权限。|"
	zhWhichKey         = "确认程序实际使用的 AccessKey 就是预期的那一个。"
	zhShouldSign       = "如果客户端本应签名，检查访问凭证是否为空，以及是否有代理丢弃 Authorization 请求头。"
	zhURLCut           = "多半是 URL 在途中被截断：聊天工具、shell 和代理会在 & 处截断 URL。"
	zhTokenPrefix      = "检查会话策略 Resource 中的前缀：为某个目录签发的临时访问凭证不能用于其他目录。列举操作按 Bucket 鉴权，而不是按 BUCKET/*。"
	zhPreflight        = "浏览器发送跨域请求之前，会先发送预检请求（OPTIONS），询问 OSS 是否允许该来源的页面访问。这与 RAM 权限无关。"
	zhEmptyReferer     = "允许空 Referer：" + zhHotlinkPage + "。"
	zhNoReferer        = "请求没有 Referer 请求头，而 {bucket} 的防盗链不允许空 Referer。"
	zhHotlinkPage      = "在 OSS 控制台打开该 Bucket，选择数据安全 > 防盗链"
	zhPolicyPage       = "在 OSS 控制台打开该 Bucket，选择权限控制 > Bucket 授权策略"
	zhWildcards        = "协议、端口和通配符都会影响匹配：https://*.example.com 不匹配 http://www.example.com。"
	zhNewAccount       = "如果账号在 2025-03-20 及之后开通 OSS，通过 {endpoint} 发起的数据请求会返回 400（PublicEndpointForbidden）：改用自定义域名"
	zhCnameSetting     = "（SDK v1 用 oss.UseCname(true)，SDK v2 用 WithUseCName(true)）"
	zhBlockPublicOff   = "关闭 Bucket 级别（该 Bucket 的权限控制 > 阻止公共访问）和账号级别（OSS 控制台的数据服务 > 阻止公共访问）的阻止公共访问"
	zhBlockPublicWhere = "阻止公共访问可以在 Bucket 级别或账号级别开启，从响应中看不出是哪一级。"
	zhSignatureLost    = "请求发出时已签名，但 OSS 收到的请求没有签名。"
	zhPayerNotSaid     = "{bucket} 开启了请求者付费，而请求没有声明由请求者付费。"
	zhWhoseBucket      = "检查该 Bucket 属于哪个账号，以及名称拼写是否正确。"
)

// chinese is what is said in Chinese, in the terms of Alibaba Cloud's console.
var chinese = language{
	lang: Chinese, sentence: withoutHanBlanks, part: func(name string) string { return name },
	kinds: []text{
		{
			kind:    KindAccessDeniedUnspecified,
			summary: "OSS 拒绝了[对 {known_bucket} 的]本次操作，只返回 AccessDenied，没有说明原因。",
			cause: "多半是调用方缺少该操作需要的某项权限，往往是容易遗漏的附加权限：" +
				"例如 PutObject 带 x-oss-tagging 时，还需要 oss:PutObjectTagging 权限。" +
				"Bucket 因长期欠费被释放后，也会返回同样的错误。",
			steps: []string{
				"[" + zhGrantNeeded +
					"在 RAM Policy 中为调用方授予该请求需要的全部权限，包括与标签、ACL 和版本相关的权限。]",
				zhNoSuchAction,
				"[{?temporary}" + zhSTSCheck + "]",
				"检查 Bucket Policy 和调用方的 RAM Policy 中是否有 Deny 语句。",
				"请 Bucket 拥有者确认该 Bucket 是否仍然存在。",
				zhOtherAccount,
				zhPlainHTTP,
				zhWhichKey,
			},
		},
		{
			kind: KindAccessKeyDisabled,
			summary: "[AccessKey {key} 已被禁用，或其网络访问限制策略拒绝了调用方（EC {restricted_ec}）。|" +
				"AccessKey {key} 已被禁用。|" +
				"请求使用的 AccessKey 已被禁用。]",
			cause: "[EC {restricted_ec} 对应两种情况：AccessKey 已被禁用，或其网络访问限制策略拒绝了调用方。|" +
				"{?ec}该 AccessKey 存在，但已被禁用。|" +
				"该 AccessKey 存在，多半已被禁用。其网络访问限制策略拒绝调用方时，错误信息相同。]",
			steps: []string{
				"在 RAM 控制台查看该 AccessKey（身份管理 > 用户 > 目标用户）：如果已被禁用，先查明禁用原因，再请管理员启用。",
				"或者换用已启用的其他 AccessKey，并更新所有保存旧 AccessKey 的地方。",
				"[{?ec}{!restricted_ec}|" +
					"如果该 AccessKey 处于启用状态，" +
					"检查该 AccessKey 和账号的网络访问限制策略是否都包含调用方的 IP 地址，" +
					"即经过 NAT 或代理之后 OSS 看到的地址。]",
			},
		},
		{
			kind:    KindAccessKeyMalformed,
			summary: "请求中的 AccessKey ID 含有非法字符。",
			cause:   "多半是配置的 AccessKey ID 中混入了空格、引号、换行符或占位符。",
			steps: []string{
				"重新复制 AccessKey ID，不要带引号、空格和换行符。",
				"检查程序是否在使用之前替换了 $ACCESS_KEY_ID 之类的占位符。",
				zhWhichConfiguration,
			},
		},
		{
			kind:    KindAccessKeyNotFound,
			summary: "[OSS 查不到 ID 为 {key} 的 AccessKey。|OSS 查不到请求中的 AccessKey ID。]",
			cause: "[{?token_sent}请求带有安全令牌，但 STS 查不到该 AccessKey ID。" +
				"多半是临时访问密钥已过期；误把安全令牌与长期 AccessKey 一起发送，也会返回同样的错误。|" +
				"多半是该 AccessKey 已被删除、拼写有误，或属于其他云厂商。" +
				"临时访问密钥（STS）过期，或没有带安全令牌，也会返回同样的错误。]",
			steps: []string{
				"如果 AccessKey ID 以 STS. 开头，从 STS 重新获取临时访问凭证，使用同一次返回的 AccessKey ID、AccessKey Secret 和安全令牌。",
				"[{?token_sent}如果 AccessKey ID 以 LTAI 开头，去掉安全令牌：它属于另一组访问凭证。]",
				"在 RAM 控制台的 AccessKey 列表中核对该 AccessKey ID。" + zhWhoseKey,
				"[{!key_clean}检查 AccessKey ID 首尾是否有空格、是否仍是占位符，以及配置是否被覆盖。]",
				zhWhichConfiguration,
			},
		},
		{
			kind:    KindAccountOverdue,
			summary: "账号欠费，OSS 拒绝了请求。",
			cause:   "账号有未结清的欠款。如果请求用到 KMS 密钥，拒绝请求的也可能是 KMS。",
			steps: []string{
				zhSettle,
			},
		},
		{
			kind:    KindAccountOverdueSuspended,
			summary: "账号欠费，服务已停止。",
			cause:   "服务因欠费而停止。从响应中看不出停止的是 OSS 还是 KMS。",
			steps: []string{
				"在阿里云控制台的费用与成本中为账号充值。请尽快处理：长期欠费后，数据可能被释放。",
			},
		},
		{
			kind:    KindActionForbidden,
			summary: "OSS 不允许调用方{do_action}。",
			cause: "OSS 的错误信息写明了操作名称。多半是没有策略允许调用方执行该操作。" +
				"[{?known_action}{?lists_buckets}|" +
				"该操作也可能属于其他服务：PutCname 带证书时，还需要 yundun-cert 的权限。]",
			steps: []string{
				"[在 RAM Policy 中为 RAM 用户或 RAM 角色授予 {known_action} 权限，Resource 为 {known_resource}。|" +
					"在 RAM Policy 中为 RAM 用户或 RAM 角色授予 {known_action} 权限。|" +
					"在 RAM Policy 中为 RAM 用户或 RAM 角色授予错误信息写明的操作权限。]",
				"[{?known_resource}|填写 Resource：oss:ListBuckets 用 acs:oss:*:*:*，oss:PutBucket 用 acs:oss:*:*:BUCKET，yundun-cert 的操作用 *。]",
				"[{?known_action}{?lists_buckets}如果程序只使用一个 Bucket，在程序配置中直接指定该 Bucket，避免列举。|" +
					"{?lists_buckets}如果被拒绝的是 oss:ListBuckets，而程序只使用一个 Bucket，在程序配置中直接指定该 Bucket。]",
			},
		},
		{
			kind:    KindAnonymousBucketDenied,
			summary: "OSS 把请求当作匿名请求，而 {bucket} 未向匿名用户开放。",
			cause: "多半是请求没有签名：Authorization 请求头和 URL 中都没有。" +
				"也没有生效的设置向所有人开放该 Bucket。" +
				"OSS 的 EC 0003-00000002 页面还列出另一个原因：AccessKey ID 或签名有误。",
			steps: []string{
				"对请求签名：使用配置了访问凭证的 SDK，访问 Object 时也可以使用预签名 URL（签名 URL）。",
				zhShouldSign,
				"如果请求已签名，检查 AccessKey ID 和 AccessKey Secret。",
				"[{!writes}" + zhPublic + "]",
			},
		},
		{
			kind:    KindAnonymousObjectDenied,
			summary: "请求未签名，{object} 未向匿名用户开放。",
			cause:   "OSS 收到的请求没有签名：Authorization 请求头和 URL 中都没有。也没有生效的设置向所有人开放该 Object。",
			steps: []string{
				"使用预签名 URL（签名 URL），或用 SDK 对请求签名。",
				"[{!writes}" + zhPresign + "]",
				zhShouldSign,
				"[{!writes}" + zhCDNSite + "]",
				"[{!writes}" + zhPublic + "]",
			},
		},
		{
			kind:    KindAnonymousOperationForbidden,
			summary: "请求未签名，而 OSS 一律不允许匿名执行该操作。",
			cause:   "ListBuckets、PutBucket、DescribeRegions 等操作必须签名，Bucket Policy 也无法放开。",
			steps: []string{
				"对请求签名，使用有权执行该操作的 RAM 用户的 AccessKey。",
				zhShouldSign,
				"如果要访问的是某个 Bucket，检查域名中是否有 Bucket 名称：如果没有，请求访问的是 OSS 服务本身。",
			},
		},
		{
			kind:    KindAssumeRolePolicyDenied,
			summary: "RAM 角色的信任策略不允许 {principal} {do_action}。",
			cause:   "RAM 角色的信任策略（AssumeRolePolicy）规定谁可以扮演该角色。OSS 指明拒绝请求的就是该策略。",
			steps: []string{
				"把调用方或其所属服务作为 Principal 加入该角色的信任策略：在 RAM 控制台选择身份管理 > 角色，打开该角色的信任策略。",
				"检查程序使用的角色（ARN）是否正确。",
				zhDecodeDenial,
			},
		},
		{
			kind:    KindBucketACLDenied,
			summary: "没有任何策略或生效的 ACL 允许访问 {object}[（{known_bucket}）]。",
			cause: "[{?signed}请求已签名但没有策略允许时，OSS 通常返回这个错误。需要修改的很少是 ACL 本身。|" +
				"没有策略允许调用方访问时，OSS 通常返回这个错误。" +
				"多半是 RAM 用户或 RAM 角色没有相应操作的权限，或未签名就访问私有 Object。" +
				"需要修改的很少是 ACL 本身。]",
			steps: []string{
				"[{?temporary}在 RAM 角色的权限策略中允许 {needed}。" +
					"如果调用 AssumeRole 时传入了会话策略，也要在会话策略中允许：临时访问密钥只能执行两者都允许的操作。|" +
					zhGrantNeeded +
					"{?signed}为签名所用的 RAM 用户或 RAM 角色授予相应操作的权限（oss:GetObject、oss:PutObject 等），Resource 为 {object_arn}。|" +
					"如果请求已签名，为该 RAM 用户或 RAM 角色授予 {known_action} 权限，Resource 为 {object_arn}。|" +
					"如果请求已签名，为该 RAM 用户或 RAM 角色授予相应操作的权限（oss:GetObject、oss:PutObject 等），Resource 为 {object_arn}。]",
				zhNoSuchAction,
				"[{?temporary}{?needed}|{!permanent}" + zhSTSCheck + "]",
				"[{!signed}如果请求未签名，例如在浏览器中打开普通链接，改用预签名 URL（签名 URL），或使用配置了访问凭证的 SDK。]",
				"[{!signed}{!writes}" + zhPresign + "]",
				"[{!writes}如果该 Object 的 ACL 是公共读或公共读写，检查阻止公共访问（Bucket 级别和账号级别）：开启期间，这样的 ACL 不生效。]",
				zhOtherAccount,
				zhPlainHTTP,
				"[{!writes}{!signed}如果由 CDN 回源私有 Bucket，为 CDN 使用的角色授予该 Bucket 的读权限（CDN 控制台的私有 Bucket 回源）。]",
			},
		},
		{
			kind: KindBucketAndRAMPolicyDeny,
			summary: "[{?batch_ec}Bucket Policy 或 RAM Policy 显式拒绝 {principal} 对批量操作中的某个 Object 执行 {the_action}。|" +
				"Bucket Policy 和 RAM Policy 都显式拒绝 {principal} 对 {action_bucket} 执行 {the_action}。|" +
				"Bucket Policy 和 RAM Policy 都显式拒绝 {principal} 执行 {the_action}。]",
			cause: "[{?batch_ec}其中一处有 Effect 为 Deny 的语句与请求匹配，响应没有说明是哪一处。添加 Allow 无效。|" +
				"两处都有 Effect 为 Deny 的语句与请求匹配。任何一处都足以拒绝请求。]",
			steps: []string{
				"[{?batch_ec}在调用方的 RAM Policy 中查找匹配的 Deny 语句，缩小其范围。|" +
					"在调用方的 RAM Policy 中找到该 Deny 语句，缩小其范围。]",
				"[{?batch_ec}同时检查 Bucket Policy（" + zhPolicyPage + "）。|" +
					"在 Bucket Policy 中找到该 Deny 语句（" + zhPolicyPage + "），缩小其范围。]",
				zhUserName,
				zhPlainHTTP,
				zhDecodeDenial,
			},
		},
		{
			kind:    KindBucketCreateNotResourceOwner,
			summary: "调用方没有创建 {bucket} 的权限。",
			cause:   "多半是没有策略为调用方授予 oss:PutBucket 权限。已知案例：管理员的权限限于某个资源组，却在该资源组之外创建 Bucket。",
			steps: []string{
				"在账号级别为 RAM 用户或 RAM 角色授予 oss:PutBucket 权限。",
				"或者直接在调用方管理的资源组中创建 Bucket（x-oss-resource-group-id）。",
			},
		},
		{
			kind:    KindBucketDisabled,
			summary: "{bucket} 已被禁用。",
			cause:   "阿里云会出于安全原因禁用 Bucket。",
			steps: []string{
				"查看账号拥有者收到的通知（控制台的消息中心、邮件），从中确认禁用原因。",
				"如需申请复核，" + zhTicket,
				"同时检查账号是否欠费。",
			},
		},
		{
			kind:    KindBucketNotOwned,
			summary: "调用方无权对 {bucket} 执行本次 Bucket 级操作。",
			cause: "OSS 的错误信息说的是归属问题。" +
				"但该 Bucket 多半就属于调用方所在的账号，只是没有为 RAM 用户或 RAM 角色授予 oss:ListObjects、" +
				"oss:GetBucketInfo 等 Bucket 级操作的权限。" +
				"如果不是，则该 Bucket 属于其他账号。",
			steps: []string{
				"[为签名所用的 RAM 用户或 RAM 角色授予 {needed} 权限，Resource 为 {bucket_arn}，" +
					"可直接使用下面的 RAM Policy{?needed_on_bucket}{?policy}。" +
					"对 {object_arn} 的授权不包含该权限。|" +
					zhGrantNeeded +
					"为 RAM 用户或 RAM 角色授予相应的 Bucket 级操作权限（列举用 oss:ListObjects，查看 Bucket 信息用 oss:GetBucketInfo），" +
					"Resource 为 {bucket_arn}。" +
					"对 {object_arn} 的授权不包含该权限。]",
				zhNoSuchAction,
				"[{?temporary}" + zhSTSCheck + "]",
				"[{!needed}如果授权带有 oss:Prefix 条件，列举时使用完全相同的前缀，包括末尾的斜杠。]",
				zhWhoseBucket,
				zhOtherAccount,
				zhPlainHTTP,
			},
		},
		{
			kind:    KindBucketOwnerAbnormal,
			summary: "{bucket} 拥有者的账号状态异常。",
			cause:   "该账号可能已注销、受安全措施限制，或因欠费停服；从响应中看不出是哪一种。",
			steps: []string{
				"请拥有者检查账号是否欠费、是否收到安全通知。",
				"如果账号已注销，迁移到其他账号的 Bucket。",
			},
		},
		{
			kind:    KindBucketOwnerChanged,
			summary: "请求处理期间，{bucket} 的拥有者发生了变化。",
			cause:   "该 Bucket 被删除，又被其他账号重新创建。Bucket 删除后，其名称可以被他人使用。",
			steps: []string{
				"在 OSS 控制台确认该 Bucket 是否仍在自己的账号下。",
				"如果不在，停用所有访问该 Bucket 的程序，并删除所有指向它的 DNS 记录：这些请求现在会发给其他账号的 Bucket。",
				"改用其他名称的 Bucket。",
			},
		},
		{
			kind:    KindBucketPolicyDenied,
			summary: "[{?policy_ec}{bucket} 的 Bucket Policy 拒绝了请求。|对 {bucket} 的请求被策略拒绝；按 OSS 的错误信息，是 Bucket Policy。]",
			cause: "有 Effect 为 Deny 的语句与请求的调用方、操作、资源和条件（如有，例如源 IP 地址或 VPC）都匹配。" +
				"Deny 优先于任何 Allow，预签名 URL（签名 URL）也绕不过去。" +
				"[{?policy_ec}|" +
				"RAM Policy 中的 Deny 也会返回同样的错误信息。]",
			steps: []string{
				zhPolicyPage + "，找到与该调用方、操作和来源匹配的 Deny 语句。" +
					"授权用户为所有账号（*）且带有条件的语句，对 Bucket 拥有者也生效。",
				"[{!policy_ec}如果没有，在调用方的 RAM Policy 中查找 Deny 语句。]",
				zhPlainHTTP,
				"缩小该语句的范围，或将调用方排除在外；添加 Allow 无效。如果该语句限制的是来源，从它放行的 IP 地址或 VPC 访问。",
			},
		},
		{
			kind: KindClockSkew,
			summary: "[{?early_url}预签名 URL（签名 URL）在 x-oss-date 之前 15 分钟以上就被使用。|" +
				"请求时间为 {request_time}，比 OSS 服务端时间（{server_time}）{skew}。|" +
				"请求时间与 OSS 服务端时间相差过大。]",
			cause: "[{?early_url}多半是生成预签名 URL 的机器的时钟偏快，也可能是有意设置了较晚的生效时间。|" +
				"OSS 最多允许相差 {max_skew}。多半是机器的时钟不准、把本地时间当成了 UTC，或请求签名后隔了很久才发出。]",
			steps: []string{
				zhNtp,
				"[{?early_url}|" + zhSleep + "]",
				"如果正好相差整小时，让程序按 UTC 生成请求时间。",
				"[{?early_url}|如果请求先签名、后发送，例如经过队列，改为发送前再签名。]",
			},
		},
		{
			kind:    KindCnameForbidden,
			summary: "OSS 不允许绑定 PutCname 请求中的域名。",
			cause:   "该域名由 OSS 保留，例如 aliyuncs.com、aliyun.com 或 taobao.com 之下的域名。",
			steps: []string{
				"绑定自己注册的域名。",
			},
		},
		{
			kind:    KindCnameOwnedByOther,
			summary: "{bucket} 无法绑定该域名，因为该域名已绑定到其他用户的 Bucket。",
			cause:   "一个域名同一时间只能绑定到一个 Bucket，而该域名已绑定到其他账号的 Bucket。",
			steps: []string{
				"如果绑定关系在你的另一个账号下，在该账号中解除绑定（DeleteCname），再重新调用 PutCname。",
				"如果域名是你的，但无法登录该账号，验证域名所有权：调用 CreateCnameToken，" +
					"在该域名下添加 _dnsauth 的 TXT 记录，再调用 PutCname。" +
					"这样会强制绑定域名，原来的 Bucket 将失去该域名。",
				"其他情况下，换用别的域名。",
			},
		},
		{
			kind:    KindCnameRisk,
			summary: "PutCname 请求中的域名被判定为高风险，OSS 拒绝绑定。",
			cause:   "域名绑定到 Bucket 之前，阿里云会评估其风险。",
			steps: []string{
				"绑定其他域名。",
				"如果认为判定有误，可以申请复核：" + zhTicket,
			},
		},
		{
			kind:    KindControlPolicyDenied,
			summary: "资源目录的管控策略不允许 {principal}[ 对 {action_bucket}] {do_action}。",
			cause:   "管控策略限定资源目录成员可以执行的操作，无论成员账号内的 RAM Policy 如何授权。",
			steps: []string{
				"请资源目录的管理员（管理账号）修改对该账号生效的管控策略。",
				zhPlainHTTP,
				zhDecodeDenial,
			},
		},
		{
			kind:    KindCORSNotAllowed,
			summary: "{bucket} 没有与请求的来源、方法和请求头匹配的跨域规则（CORS）。",
			cause:   zhPreflight,
			steps: []string{
				zhCORSRule,
				"按浏览器的写法填写来源：带协议和端口，末尾不带斜杠。",
				"如果旧的响应可能被缓存，清除浏览器和 CDN 的缓存，并在规则中开启返回 Vary: Origin。",
			},
		},
		{
			kind:    KindCORSNotEnabled,
			summary: "{bucket} 收到跨域请求，但没有配置跨域规则（CORS）。",
			cause:   zhPreflight,
			steps: []string{
				zhCORSRule,
				"确认页面访问的就是已配置规则的那个 Bucket。",
			},
		},
		{
			kind:    KindCrossRegionCopy,
			summary: "拷贝的源和目标不在同一地域，请求被拒绝。",
			cause:   "CopyObject 和 UploadPartCopy 只能在同一地域内使用。",
			steps: []string{
				"先下载 Object，再上传到目标 Bucket。",
				"如果 Object 很多或需要长期复制，配置跨区域复制（PutBucketReplication）。",
				"如果不必跨地域，拷贝到源 Bucket 所在地域的 Bucket。",
			},
		},
		{
			kind:    KindDateRequired,
			summary: "签名在请求头中，但请求到达 OSS 时没有有效的 Date 或 x-oss-date。",
			cause:   "浏览器不允许页面设置 Date 请求头，有些代理会丢弃该请求头。非 GMT 格式的日期也会被拒绝。",
			steps: []string{
				"用 x-oss-date 发送时间，并将其纳入签名；在浏览器中运行的 SDK 就是这样做的。",
				"如果 OSS 前面有代理，让它原样转发 x-oss-date、Date 和 Authorization。",
				"按 RFC 1123 格式填写 GMT 时间，例如 Wed, 02 Jan 2030 03:04:05 GMT；V4 签名写成 20300102T030405Z。",
			},
		},
		{
			kind:    KindDeniedByCallback,
			summary: "[Bucket 所属的业务服务拒绝了请求：{callback_reason}。|Bucket 所属的业务服务拒绝了请求。]",
			cause: "OSS 收到访问该 Bucket 的请求后，会回调业务服务进行鉴权（鉴权回调），而业务服务拒绝了这次请求。" +
				"网盘类服务在登录失效或并发连接过多时会这样做。",
			steps: []string{
				"查看原因：在该服务中重新登录或更新 Cookie，或减少连接数。",
				"从该服务重新获取下载 URL。",
				"不需要修改 OSS 或 RAM 的设置。",
			},
		},
		{
			kind:    KindDomainOwnershipUnverified,
			summary: "域名所有权未验证，无法将该域名绑定到 {bucket}。",
			cause:   "绑定域名之前，OSS 要求证明域名归你所有。",
			steps: []string{
				"为该 Bucket 和域名调用 CreateCnameToken（SDK v1 为 CreateBucketCnameToken）。得到的 Token 在 72 小时内有效。",
				"在 DNS 服务商处添加 TXT 记录，记录值为该 Token，记录名是所绑定域名之下的 _dnsauth：绑定 img.example.com 时为 _dnsauth.img.example.com。",
				"等待该记录可以查询到（dig TXT _dnsauth.img.example.com），再重新调用 PutCname。",
			},
		},
		{
			kind: KindEndpointMismatch,
			summary: "{bucket} 必须通过[ {endpoint} 访问，而请求发往了 {called}|" +
				" {endpoint} 访问，而请求发往了别处|" +
				"其他 Endpoint 访问，不能通过请求所用的 Endpoint 访问]。",
			cause: "Bucket 要通过其所在地域的 Endpoint 访问，而请求使用的 Endpoint 不适用于该 Bucket。这与权限无关。",
			steps: []string{
				zhSetEndpoint,
				zhRegion,
				"[{endpoint} 只能在该地域的阿里云内网中访问；从其他地方（包括其他地域的 ECS）访问时，使用 {public_endpoint}。|" +
					"{?to_internal}{endpoint} 只能在该地域的阿里云内网中访问：在该地域的阿里云内网中运行程序。]",
				zhNewUsers,
				"[{?path_style}关闭路径风格（path style）：在 {path_switch}。|" +
					"{?path_style}在客户端中关闭路径风格（path style）：OSS 要求把 Bucket 名称放在 Endpoint 之前。]",
				"[{!signed_header}用该 Endpoint 重新生成预签名 URL（签名 URL）：已经发放的 URL 仍然指向原来的 Endpoint。]",
				"[{!called}如果程序要访问多个地域的 Bucket，为每个地域创建一个客户端。]",
			},
		},
		{
			kind:    KindExpiresInvalid,
			summary: "OSS 不接受预签名 URL（签名 URL）中的[{?v4}有效期|过期时间]。",
			cause: "V1 和 V2 签名中，该参数必须是以秒为单位的 UNIX 时间戳，日期格式的文本会被拒绝。" +
				"V4 签名中，该参数是 1 到 604800 秒（7 天）的有效期。",
			steps: []string{
				"[{?v4}将 x-oss-expires 设为以秒为单位的有效期，再用该值生成预签名 URL。|" +
					"将 Expires（V2 为 x-oss-expires）设为以秒为单位的 UNIX 时间戳，再用该值生成预签名 URL。]",
				zhSdkLifetime,
			},
		},
		{
			kind:    KindFeatureNotEnabled,
			summary: "请求使用了账号未开通的功能。",
			cause:   "OSS 的部分功能按账号逐个开通。",
			steps: []string{
				"如需申请开通该功能，" + zhTicket,
				"确认该地域支持该功能。",
			},
		},
		{
			kind:    KindHierarchicalNamespaceDisabled,
			summary: "请求是目录操作，而 {bucket} 未开启分层命名空间。",
			cause:   "Rename、CreateDirectory 等操作，只能用于创建时开启了分层命名空间的 Bucket。",
			steps: []string{
				"不使用目录操作：先把 Object 拷贝到新名称，再删除旧的 Object，以此代替目录重命名。",
				"或者新建一个开启分层命名空间的 Bucket，并把数据迁移过去。" +
					"只有部分地域支持该功能；据目前所知，中国内地的地域都不支持。",
			},
		},
		{
			kind:    KindImageDamaged,
			summary: "图片处理无法解码 {object}。",
			cause:   "多半是文件已损坏、上传不完整，或不是支持的图片格式。",
			steps: []string{
				"不带 x-oss-process 下载该 Object，并尝试打开。",
				"上传完好的图片，并检查是否符合图片处理的格式和大小限制。",
			},
		},
		{
			kind:    KindIntermediary,
			summary: "该 403 不含 OSS 的错误信息[；请求发往 {host_name}]。",
			cause: "OSS 的响应带有错误文档和请求 ID。" +
				"这次两者都没有，说明是中间的代理、CDN、防火墙或拦截页面自行返回了响应，或去掉了这些内容。",
			steps: []string{
				zhStraight,
				zhReadBody,
				zhProxySettings,
				zhDns,
			},
		},
		{
			kind:    KindKMSForbidden,
			summary: "{object} 使用 KMS 密钥加密，而调用方无权使用该密钥。",
			cause: "数据使用 KMS 密钥加密（SSE-KMS）。" +
				"读取需要该密钥的 kms:Decrypt 权限，写入需要 kms:GenerateDataKey 和 kms:Decrypt 权限。" +
				"匿名请求没有这些权限。",
			steps: []string{
				"为 RAM 用户或 RAM 角色授予该密钥的 kms:Decrypt 权限；如果请求是写入，还要授予 kms:GenerateDataKey 权限。",
				zhKmsPolicy,
				"[{!signed}对请求签名：SSE-KMS 加密的 Object 不能匿名读取，即使 Bucket 是公开的。]",
				zhKmsKey,
				"[{!writes}如果该 Object 由 CDN 回源读取，为 CDN 的角色 AliyunCDNAccessingPrivateOSSRole 授予使用该密钥的权限。]",
			},
		},
		{
			kind:    KindKMSNotActivated,
			summary: "请求需要密钥管理服务 KMS，而账号未开通该服务。",
			cause:   "使用 KMS 密钥的服务端加密（SSE-KMS），要求账号已开通 KMS。",
			steps: []string{
				"在 KMS 控制台开通服务，或调用 OpenKmsService：每个账号只需开通一次，账号须完成实名认证，KMS 会产生费用。",
				"如果不需要使用自己的密钥，改用 SSE-OSS：x-oss-server-side-encryption: AES256。",
			},
		},
		{
			kind:    KindKMSOverdue,
			summary: "账号欠费，KMS 拒绝服务。",
			cause:   "请求需要 KMS 密钥，而账号有未结清的欠款。",
			steps: []string{
				zhSettle,
			},
		},
		{
			kind:    KindKMSOverdueSuspended,
			summary: "账号欠费，KMS 已停止服务。",
			cause:   "请求需要 KMS 密钥，而 KMS 已因欠费停止服务。",
			steps: []string{
				"在阿里云控制台的费用与成本中为账号充值。",
			},
		},
		{
			kind:    KindListBucketsForbidden,
			summary: "调用方无权列举该账号的 Bucket。",
			cause:   "调用方没有 oss:ListBuckets 权限；或者请求本应指定 Bucket 却没有指定，访问的是 OSS 服务本身。",
			steps: []string{
				"如果程序确实需要列举 Bucket，在 RAM Policy 中为 RAM 用户或 RAM 角色授予 oss:ListBuckets 权限，" +
					"Resource 为 acs:oss:*:*:*；该权限不能限定到单个 Bucket。",
				"如果程序只使用一个 Bucket，在配置中指定它（ossbrowser 中为预设 OSS 路径），避免列举。SDK v1 的 IsBucketExist 也会列举。",
				"如果由 CDN 回源私有 Bucket，对 / 的回源请求签名后会变成列举操作：" +
					"在 CDN 中把 / 改写为 /index.html，或关闭静态网站托管（其默认首页与私有 Bucket 回源冲突）。" +
					"这种情况下授权没有作用。",
			},
		},
		{
			kind:    KindLoggingTargetNotOwned,
			summary: "目标 Bucket 不属于调用方，OSS 拒绝了日志转存配置。",
			cause:   "PutBucketLogging 只接受同一账号、同一地域的目标 Bucket。",
			steps: []string{
				"把目标 Bucket 换成调用方账号下、与源 Bucket 同一地域的 Bucket。",
				"检查 TargetBucket 的拼写。",
			},
		},
		{
			kind:    KindNonStandardHost,
			summary: "[OSS 无法识别域名 {host}。|OSS 无法识别请求的域名。]",
			cause: "[{?custom_host}可能是域名没有绑定到 Bucket，也可能是在自定义域名之前又加上了 Bucket 名称。|" +
				"可能是域名没有绑定到 Bucket，可能是 Endpoint 拼写有误，也可能是使用了 BUCKET.oss.aliyuncs.com，" +
				"而该 Bucket 不能通过这个 Endpoint 访问。]",
			steps: []string{
				"[{?custom_host}将该域名绑定到 Bucket（调用 PutCname，或在 OSS 控制台打开该 Bucket，选择 Bucket 配置 > 域名管理）。" + zhCname + "]",
				"[{?custom_host}或者使用 Bucket 所在地域的域名 BUCKET.ENDPOINT，其中 ENDPOINT 例如 oss-cn-hangzhou.aliyuncs.com。]",
				"[{!custom_host}使用 Bucket 所在地域的域名 BUCKET.ENDPOINT，其中 ENDPOINT 例如 oss-cn-hangzhou.aliyuncs.com。]",
				"如果是无地域属性的 Bucket，使用 BUCKET.oss-rg-china-mainland.aliyuncs.com。",
				"[{!custom_host}如果要使用自定义域名，" +
					"先将其绑定到 Bucket（调用 PutCname，或在 OSS 控制台打开该 Bucket，选择 Bucket 配置 > 域名管理）。" + zhCname + "]",
				"如果 OSS 前面有代理，让它透传客户端发送的 Host 请求头。",
			},
		},
		{
			kind:    KindObjectAccessDenied,
			summary: "调用方没有对 {object} 执行本次操作的权限。",
			cause:   "RAM Policy、Bucket Policy 和 ACL 都没有允许该操作。",
			steps: []string{
				"[" + zhGrantNeeded +
					"在 RAM Policy 或 Bucket Policy 中，为 RAM 用户或 RAM 角色授予相应操作的权限（oss:GetObject、oss:PutObject 等），Resource 为 {object_arn}。]",
				zhNoSuchAction,
				zhSTSToo,
				zhOtherAccount,
				zhPlainHTTP,
				zhWhichKey,
			},
		},
		{
			kind:    KindObjectACLReadDenied,
			summary: "调用方无权读取 {object} 的 ACL。",
			cause:   "GetObjectACL 需要 oss:GetObjectAcl 权限，oss:GetObject 权限不包含它；请求还必须签名。",
			steps: []string{
				"为 RAM 用户或 RAM 角色授予 oss:GetObjectAcl 权限，Resource 为 {object_arn}。",
				"[{!signed}如果请求未签名，对请求签名。]",
				zhWhichKey,
			},
		},
		{
			kind:    KindObjectACLWriteDenied,
			summary: "调用方无权修改 {object} 的 ACL。",
			cause:   "PutObjectACL 需要 oss:PutObjectAcl 权限，oss:PutObject 权限不包含它；请求还必须签名。",
			steps: []string{
				"为 RAM 用户或 RAM 角色授予 oss:PutObjectAcl 权限，Resource 为 {object_arn}。",
				"如果 Object 不需要单独的 ACL，上传时不要设置 ACL。",
				"[{!signed}如果请求未签名，对请求签名。]",
				zhWhichKey,
			},
		},
		{
			kind:    KindObjectNotRestored,
			summary: "{object} 的存储类型属于归档类，解冻之前不能读取。",
			cause: "[该 Object 的存储类型是 {storage_class}，目前没有处于解冻状态。|" +
				"该 Object 从未解冻、正在解冻，或解冻状态已经结束。归档直读对该 Object 也没有生效。]",
			steps: []string{
				zhRestore,
				zhRestoreTime,
				zhArchiveDirect,
				zhChangeClass,
			},
		},
		{
			kind:    KindObjectReadDenied,
			summary: "调用方无权读取 {object}。",
			cause:   "没有策略为调用方授予 oss:GetObject 权限，ACL 也不是公共读。未签名的请求访问私有 Object 时，也会返回同样的错误。",
			steps: []string{
				"[" + zhGrantNeeded +
					"为 RAM 用户或 RAM 角色授予 oss:GetObject 权限，Resource 为 {object_arn}。]",
				zhNoSuchAction,
				zhSTSToo,
				"[{!signed}如果请求未签名，使用预签名 URL（签名 URL）。]",
				"[{!signed}{!writes}" + zhPresign + "]",
				zhOtherAccount,
				"如果 Object 的 ACL 是公共读或公共读写，检查阻止公共访问（Bucket 级别和账号级别）：开启期间，" +
					"公共读和公共读写的 ACL 不生效。",
				zhPlainHTTP,
				zhWhichKey,
				"如果只有这一个 Object 被拒绝，同目录的其他 Object 正常，它可能因内容违规被封禁：" +
					"查看控制台消息中心的通知。" +
					"如需申诉，" + zhTicket,
			},
		},
		{
			kind:    KindObjectWriteDenied,
			summary: "调用方无权写入 {object}。",
			cause:   "没有策略为调用方授予 oss:PutObject 权限，ACL 也不是公共读写。",
			steps: []string{
				"[" + zhGrantNeeded +
					"为 RAM 用户或 RAM 角色授予 oss:PutObject 权限，Resource 为 {object_arn}。]",
				zhNoSuchAction,
				zhSTSToo,
				zhOtherAccount,
				zhPlainHTTP,
				"[{!signed}如果请求未签名，对请求签名，或使用 PUT 方法的预签名 URL（签名 URL）。]",
			},
		},
		{
			kind:    KindPostPolicyConditionFailed,
			summary: "PostObject 表单不满足 policy 中的[条件 {condition}|某个条件，或缺少 policy 提到的表单域]。",
			cause:   "policy 中的每个条件都必须与同名的表单域相符，而且所有表单域都必须在 file 之前发送。",
			steps: []string{
				"[按条件的要求发送表单域 {field}；或者修改 policy 中的条件 {condition}，并重新对 policy 签名。|" +
					"逐项对比表单域和 policy 中的条件，修改表单域或条件，然后重新对 policy 签名。]",
				zhFieldsFirst,
				"如果不满足的条件是 content-length-range，检查文件大小。",
			},
		},
		{
			kind:    KindPostPolicyExpired,
			summary: "OSS 收到 PostObject 表单时，表单的 policy 已过期。",
			cause:   "多半是 policy 签发得太早或有效期太短，expiration 没有使用 UTC 时间，或者签发服务器的时钟不准。",
			steps: []string{
				"上传前再签发 policy，有效期要覆盖整个传输过程。",
				"将 expiration 设为 UTC 时间，以 Z 结尾，例如 2030-01-02T03:04:05Z。",
				"用 date -u 检查签发 policy 的服务器的时钟，并用 NTP 校准。",
			},
		},
		{
			kind:    KindPublicBucketACLBlocked,
			summary: "由于开启了阻止公共访问，OSS 拒绝把 {bucket} 的 ACL 设为公共读或公共读写。",
			cause:   zhBlockPublicWhere + zhDefaultOn,
			steps: []string{
				"保持 ACL 为私有，通过预签名 URL（签名 URL）或开启了私有 Bucket 回源的 CDN 提供文件。",
				"如果 Bucket 必须公开，" + zhBlockPublicOff + "，然后重新设置 ACL。" + zhAccountWide,
				"如果调用的是 PutBucket，创建时使用私有 ACL。",
			},
		},
		{
			kind:    KindPublicBucketPolicyBlocked,
			summary: "由于开启了阻止公共访问，OSS 拒绝了向所有人开放 {bucket} 的 Bucket Policy。",
			cause:   "阻止公共访问可以在 Bucket 级别、接入点级别或账号级别开启，从响应中看不出是哪一级。" + zhDefaultOn,
			steps: []string{
				"在 Bucket Policy 的 Principal 中写明用户、角色或账号，不要用 *。",
				"如果文件需要公开，通过预签名 URL（签名 URL）或开启了私有 Bucket 回源的 CDN 提供。",
				"如果 Bucket 必须公开，关闭 Bucket 级别（该 Bucket 的权限控制 > 阻止公共访问）、" +
					"接入点级别和账号级别（OSS 控制台的数据服务 > 阻止公共访问）的阻止公共访问，" +
					"然后重新设置 Bucket Policy。" + zhAccountWide,
			},
		},
		{
			kind:    KindPublicObjectACLBlocked,
			summary: "由于开启了阻止公共访问，OSS 拒绝把 {object} 的 ACL 设为公共读或公共读写。",
			cause:   zhBlockPublicWhere + zhDefaultOn,
			steps: []string{
				"不要带 x-oss-object-acl，或把 ACL 设为 default，然后通过预签名 URL（签名 URL）或开启了私有 Bucket 回源的 CDN 提供文件。",
				"如果 Object 必须公开，" + zhBlockPublicOff + "，然后重新设置 ACL。" + zhAccountWide,
			},
		},
		{
			kind:    KindRAMPolicyExplicitDeny,
			summary: "[{?detail}RAM Policy |RAM Policy 或资源目录的管控策略]显式拒绝 {principal}[ 对 {action_bucket}] 执行 {the_action}。",
			cause: "[{level}的 RAM Policy 中]有 Effect 为 Deny 的语句与请求匹配。" +
				"Deny 优先于任何 Allow。" +
				"即使 OSS 的错误信息写的是 Bucket Policy，也以此为准。",
			steps: []string{
				"[在{level}授予 {known_grantee} 的 RAM Policy 中，找到针对 {known_action} 的 Deny 语句。|" +
					"在调用方的 RAM Policy 中找到 Deny 语句，账号级别和资源组级别的授权都要检查。]" +
					"RAM 用户还会继承所在用户组的权限策略，也要检查。",
				zhUserName,
				zhPlainHTTP,
				"缩小该语句或其条件的范围，或将调用方排除在外；添加 Allow 无效。",
				zhDecodeDenial,
				"[{?detail}|如果 RAM Policy 中没有这样的语句，请资源目录的管理员检查管控策略。]",
			},
		},
		{
			kind:    KindRAMPolicyImplicitDeny,
			summary: "没有 RAM Policy 允许 {principal}[ 对 {action_bucket}] 执行 {the_action}。",
			cause:   "没有语句拒绝该请求，也没有语句允许它[；OSS 检查的是{level}的 RAM Policy]。",
			steps: []string{
				"[在 RAM Policy 中为 {known_grantee} 授予 {known_action} 权限，Resource 为 {known_resource}。|" +
					"在 RAM Policy 中为 {known_grantee} 授予 {known_action} 权限。|" +
					"在 RAM Policy 中为调用方授予 {known_action} 权限。|" +
					"{?policy}{?policy_gaps}为 RAM 用户或 RAM 角色授予 {needed} 权限：把下面 RAM Policy 中的大写名称替换为实际名称后使用。|" +
					"{?policy}在 RAM Policy 中为 RAM 用户或 RAM 角色授予 {needed} 权限，可直接使用下面的 RAM Policy。|" +
					"在 RAM Policy 中为 RAM 用户或 RAM 角色授予本次调用需要的权限。]",
				zhNoSuchAction,
				"[{!known_action}检查语句的 Resource：Bucket 级操作需要 {bucket_arn}，Object 级操作需要 {object_arn}。]",
				zhPlainHTTP,
				zhDecodeDenial,
				"如果刚刚修改过权限策略，再试一次：修改可能要稍等片刻才能生效。",
			},
		},
		{
			kind:    KindRefererBlacklisted,
			summary: "请求的 Referer 在 {bucket} 的防盗链黑名单中。",
			cause:   "黑名单优先于白名单。",
			steps: []string{
				zhOffBlacklist,
				"如果该 Referer 不是你的网站，说明其他网站的网页在引用该文件，防盗链已按设置生效。",
			},
		},
		{
			kind:    KindRefererDenied,
			summary: "{bucket} 的防盗链拒绝了请求：[不允许 Referer {referer}|Referer 不被允许，或者 Referer 为空]。",
			cause:   "从响应中看不出是 Referer 为空、在黑名单中，还是不在白名单中。防盗链只检查匿名请求和预签名 URL（签名 URL）。",
			steps: []string{
				"如果请求来自网页，把网页地址加入白名单（" + zhHotlinkPage + "）。" + zhWildcards,
				"如果请求来自 App、播放器或程序，允许空 Referer，或发送白名单中的 Referer：它们通常不发送 Referer。",
				"如果前面有 CDN，修改之后刷新 CDN 缓存。",
				zhThroughHeader,
			},
		},
		{
			kind:    KindRefererEmpty,
			summary: zhNoReferer,
			cause:   "App、播放器、curl，以及设置了 no-referrer 策略的网页都不发送 Referer。",
			steps: []string{
				zhEmptyReferer,
				"或者发送白名单中的 Referer 请求头。",
				"如果是网页引用该文件，检查网页的 Referrer-Policy。",
			},
		},
		{
			kind:    KindRefererNotWhitelisted,
			summary: "请求的 Referer 不在 {bucket} 的防盗链白名单中。",
			cause:   "白名单只要不为空，就只放行与之匹配的 Referer。",
			steps: []string{
				zhWhitelist,
				"检查客户端实际发送的 Referer：浏览器可能只发送来源（协议和域名），不带路径。",
			},
		},
		{
			kind:    KindRequesterPaysAnonymous,
			summary: "{bucket} 开启了请求者付费，而请求未签名。",
			cause:   "OSS 必须知道向谁收费，因此不接受对该 Bucket 的匿名请求。",
			steps: []string{
				"使用 AccessKey 对请求签名。",
				"同时带上请求头 x-oss-request-payer: requester（SDK v1 用 oss.RequestPayer(oss.Requester)，SDK v2 在请求中设置 RequestPayer: oss.Ptr(\"requester\")）。",
			},
		},
		{
			kind:    KindRequesterPaysRequired,
			summary: "{bucket} 开启了请求者付费，而请求未签名，或没有声明由请求者付费。",
			cause:   "Bucket 拥有者以外的访问者，每次请求都必须声明同意付费。",
			steps: []string{
				"[{!signed}对请求签名：开启了请求者付费的 Bucket 不允许匿名访问。]",
				"[{!signed_url}带上请求头 x-oss-request-payer: " +
					"requester（SDK v1 用 oss.RequestPayer(oss.Requester)，SDK v2 在请求中设置 RequestPayer: oss.Ptr(\"requester\")）。]",
				"[{!signed_header}使用预签名 URL（签名 URL）时，" +
					"在签名之前加上查询参数 x-oss-request-payer=requester（SDK v1 用 oss.RequestPayerParam(oss.Requester)，SDK v2 用请求的 RequestCommon 中的 Parameters）。]",
			},
		},
		{
			kind: KindRequestExpired,
			summary: "[预签名 URL（签名 URL）已在 {expires} 过期，比 OSS 收到请求的时间（{server_time}）早 {late}。|" +
				"预签名 URL（签名 URL）已在 {expires} 过期。|" +
				"预签名 URL（签名 URL）在使用时已经过期。]",
			cause: "预签名 URL 过期后即失效。[{!permanent}用 STS 临时访问凭证生成的预签名 URL，随安全令牌一起失效，最长 12 小时。]",
			steps: []string{
				zhSignNew,
				"如有需要，设置更长的有效期：V4 签名最长 7 天（604800 秒）。OSS 控制台生成的 URL 默认有效 3600 秒，最长 32400 秒。",
				"检查生成预签名 URL 的机器的时钟：时钟偏慢会使 URL 提前过期。",
				"如果 URL 会被缓存（CDN、网页、数据库），缓存时间要短于有效期。",
			},
		},
		{
			kind:    KindSecurityBlocked,
			summary: "阿里云的安全系统拦截了该请求。",
			cause:   "OSS 没有说明拦截的原因。",
			steps: []string{
				zhTicket,
				"在工单中说明时间、源 IP 地址，以及去掉签名的 URL。",
			},
		},
		{
			kind:    KindSecurityTokenExpired,
			summary: "临时访问凭证过期：安全令牌超过了有效期。",
			cause: "STS、ECS 实例 RAM 角色和 RRSA 的临时访问凭证都有有效期。" +
				"多半是客户端只创建了一次，传入了三个固定值，而凭证在此之后过期。",
			steps: []string{
				zhNewSTS,
				zhProvider,
				"如果传输时间较长，申请临时访问凭证时设置更长的 DurationSeconds（不超过角色的最大会话时间），" +
					"或使用分片上传，让每个请求都重新签名。",
			},
		},
		{
			kind:    KindSecurityTokenInvalid,
			summary: "OSS 不接受请求中的安全令牌。",
			cause:   "安全令牌可能被截断、被改动、编码有误，或不是 STS 签发的。Endpoint 的地域不对时，也出现过这个错误。",
			steps: []string{
				zhNewSTS,
				"如果安全令牌放在 URL 中，对它做 URL 编码：其中可能有 +、/ 和 =。",
				"检查数据库字段或配置是否截断了安全令牌：安全令牌长达数百个字符。",
				"检查 Endpoint 是否属于 Bucket 所在的地域。",
			},
		},
		{
			kind:    KindSecurityTokenMismatch,
			summary: "请求中的 AccessKey ID 和安全令牌不匹配。",
			cause:   "STS 同时返回 AccessKey ID、AccessKey Secret 和安全令牌。刷新时只替换其中一部分，就会出现这个错误。",
			steps: []string{
				"从 STS 重新获取临时访问凭证，同时替换 AccessKey ID、AccessKey Secret 和安全令牌。",
				"如果有多个 goroutine 刷新凭证，把三个值作为一个整体传递。",
				zhProvider,
			},
		},
		{
			kind:    KindSecurityTokenMissing,
			summary: "[AccessKey {key} 是临时访问密钥（STS），但请求没有带安全令牌。|请求使用的是临时访问密钥（STS），但没有带安全令牌。]",
			cause:   "STS 签发的 AccessKey ID 必须与同一次返回的安全令牌一起使用。",
			steps: []string{
				zhPassToken,
				zhTokenByHand,
				"检查配置项的拼写，并确认没有代理丢弃该请求头。",
			},
		},
		{
			kind: KindSecurityTokenUnsupportedOperation,
			summary: "[{?token_operation}该操作不支持 STS 临时访问凭证。|" +
				"{?token_region}该地域或该操作不支持 STS 临时访问凭证。|" +
				"该操作或该地域不支持 STS 临时访问凭证。]",
			cause: "[{?token_operation}OSS 的部分操作不支持安全令牌。|" +
				"{?token_region}错误信息指的是地域，而该 EC 也表示操作不支持安全令牌。|" +
				"OSS 的部分操作和部分地域不支持安全令牌。这两种情况的 EC 相同。]",
			steps: []string{
				"改用 RAM 用户的 AccessKey 调用，并只为该 RAM 用户授予这项权限。",
				"[{!token_operation}如果是该地域不支持安全令牌，使用其他地域的 Bucket。]",
			},
		},
		{
			kind:    KindSecurityTokenUnsupportedRegion,
			summary: "该地域不支持 STS 临时访问凭证。",
			cause:   "Endpoint 所属的地域不支持安全令牌。",
			steps: []string{
				"使用 RAM 用户的 AccessKey 调用。",
				"或者使用其他地域的 Bucket。",
			},
		},
		{
			kind:    KindSessionPolicyDenied,
			summary: "STS 临时访问凭证无权[ 对 {known_resource}| 对 {action_bucket}] 执行 {the_action}。",
			cause: "临时访问凭证的权限是角色的权限策略与会话策略（AssumeRole 的 Policy 参数）的交集。" +
				"多半是会话策略没有允许该操作，或显式拒绝了该操作；也可能是角色本身没有该权限。",
			steps: []string{
				"在 AssumeRole 的 Policy 参数中允许[对 {known_resource} 执行 {known_action}|" +
					"对该资源执行 {known_action}|" +
					"该操作和资源]，去掉其中的 Deny，然后重新申请临时访问凭证。不传该参数时，临时访问凭证拥有角色的全部权限。",
				zhRoleToo,
				zhTokenPrefix,
				zhPlainHTTP,
				zhDecodeDenial,
			},
		},
		{
			kind:    KindSignatureMismatch,
			summary: "请求的[ {scheme} ]签名与 OSS 计算的签名不一致。",
			cause:   "多半是 AccessKey Secret 与该 AccessKey ID 不匹配，或者请求方法、路径、查询参数、请求头或它们的编码在签名之后发生了变化。",
			steps: []string{
				zhSecretFirst,
				zhOtherMethod,
				"[{!signed_header}{!content_type_sent}{!header_sent}" + zhContentType + "]",
				"[{?canonical_request}把响应中的 CanonicalRequest（Signature.CanonicalRequest）与客户端计算哈希的内容逐行对比，" +
					"第一处不同就是原因。" +
					"如果没有不同，则是 AccessKey Secret 有误。|" +
					"{?string_to_sign}{?v4}把响应中的 StringToSign（Signature.StringToSign）与客户端签名的内容逐行对比。" +
					"如果只有最后一行不同，则是 CanonicalRequest 不同：把客户端签名的请求方法、路径、" +
					"查询参数和请求头与实际发送的对比。" +
					"如果没有不同，则是 AccessKey Secret 有误。|" +
					"{?string_to_sign}把响应中的 StringToSign（Signature.StringToSign）与客户端签名的内容逐行对比，第一处不同就是原因。" +
					"如果没有不同，则是 AccessKey Secret 有误。|" +
					"如果响应中有 CanonicalRequest 或 StringToSign，将其与客户端签名的内容对比：第一处不同就是原因。]",
				"[{?s3}{?path_style}关闭路径风格（path style）：在 {path_switch}。该 S3 请求把 Bucket 名称放在路径中，而 OSS 要求放在域名中。|" +
					"{?s3}{?path_style}在 S3 客户端中关闭路径风格（path style）：请求把 Bucket 名称放在路径中，而 OSS 要求放在域名中。|" +
					"{?s3_v2}请求来自使用 V2 签名的 S3 客户端，OSS 支持这种签名：如果 AccessKey Secret 无误，" +
					"确认已关闭路径风格（path style）。" +
					"boto3 请保持 signature_version='s3'：它的 V4 签名会使用 aws-chunked，OSS 返回 400。|" +
					"{?s3}请求来自 S3 客户端：如果 AccessKey Secret 无误，" +
					"确认已关闭路径风格（path style）和 chunked 编码" +
					"（aws-sdk-go-v2 设置 RequestChecksumCalculation = aws.RequestChecksumCalculationWhenRequired，boto3 设置 signature_version='s3'）。]",
				"检查 Object 名称：+、#、%、空格和非 ASCII 字符容易被重复编码或漏编码，有些客户端还会合并连续的 /。",
				"[{!compared}{?oss_host}如果中间有代理或 CDN，确认它不会修改 Host、请求头和路径。|" +
					"{!compared}如果中间有代理或 CDN，确认它不会修改 Host、请求头和路径。" + zhCname + "]",
			},
		},
		{
			kind:    KindSignatureParametersMissing,
			summary: "预签名 URL（签名 URL）缺少签名所需的某个参数（V1 为 Signature、Expires 和 OSSAccessKeyId），或其值为空。",
			cause:   "多半是 URL 在途中被截断或改动。聊天工具、shell 和代理会在 & 处截断 URL，JSON 和 HTML 会把 & 转义为 \\u0026 或 &amp;。",
			steps: []string{
				zhWholeURL,
				"如果 URL 经过 JSON 或 HTML，还原转义字符 \\u0026 和 &amp;。",
				zhSdkPresign,
			},
		},
		{
			kind:    KindSignatureV1QueryNotAllowed,
			summary: "请求是 Bucket 级操作，却在 URL 中使用了 V1 签名。",
			cause:   "URL 中的 V1 签名只能用于 Object 级操作。",
			steps: []string{
				"通过 SDK 发送该操作，SDK 会在 Authorization 请求头中签名。",
				"如果要让没有 AccessKey 的人执行该操作，使用 OSS 控制台，或发放 STS 临时访问凭证：" +
					"SDK 不能为 Bucket 级操作生成预签名 URL（签名 URL），V4 签名也不例外。",
			},
		},
		{
			kind:    KindSignatureV1Unsupported,
			summary: "请求使用 V1 签名，而该账号或 Bucket 不再支持 V1 签名。",
			cause:   "对 2025-03-01 起注册的账号和 2025-09-01 起新建的 Bucket，OSS 不再开放 V1 签名。",
			steps: []string{
				"使用 V4 签名：SDK v1 设置 oss.AuthVersion(oss.AuthV4) 和 oss.Region(\"cn-hangzhou\")；SDK v2 默认就是 V4。",
				"生成预签名 URL（签名 URL）时，使用 SDK v1 的 v3.0.2 及以上版本，或 SDK v2：旧版本的 SignURL 不支持 V4 签名。",
				"把地域设为 Bucket 所在地域，不带 oss- 前缀。minio-go 和 aws-sdk-go-v2 本来就使用 V4 签名。",
				"如果自行签名，按照 V1 签名升级 V4 签名指南修改。",
			},
		},
		{
			kind: KindSignedURLRestricted,
			summary: "该预签名 URL（签名 URL）限定了访问来源" +
				"[（{allowed_vpc} 中的 {allowed_range}）|" +
				"（{allowed_range}）|（{allowed_vpc}）|{?vpc_ec}的 VPC|" +
				"{?address_ec}的 IP 地址|" +
				"的 IP 地址或 VPC]，OSS 拒绝了请求。",
			cause: "请求来自预签名 URL 限定的范围（x-oss-ac- 参数）之外，或者签名本身有误。这与 AccessKey 的网络访问限制策略无关。",
			steps: []string{
				"从[ {allowed_vpc} 中的 {allowed_range} |" +
					" {allowed_range} | {allowed_vpc} |" +
					"{?vpc_ec}预签名 URL 允许的 VPC |" +
					"{?address_ec}预签名 URL 允许的 IP 地址段|" +
					"预签名 URL 允许的 IP 地址段或 VPC ]访问。" +
					"[{!allowed_vpc}{!vpc_ec}经过 NAT 或代理时，OSS 看到的是公网出口 IP 地址。]",
				"或者按实际的访问来源重新生成预签名 URL：用 x-oss-ac-source-ip 和 x-oss-ac-subnet-mask 指定 IP 地址段，" +
					"或用 x-oss-ac-vpc-id 指定 VPC。" +
					"x-oss-ac-forward-allow 表示是否允许经代理转发的请求。",
				"如果来源在允许范围内，检查签名：AccessKey Secret 是否正确，请求的方法、请求头和查询参数是否与签名时一致。",
			},
		},
		{
			kind:    KindThirdLevelDomainRequired,
			summary: "OSS 要求请求的域名中带有 {bucket} 的名称，而域名中没有。",
			cause:   "请求直接发到了 Endpoint，Bucket 名称在路径中（路径风格，path style）。OSS 只接受通过 BUCKET.ENDPOINT 访问 Bucket 的请求。",
			steps: []string{
				zhPathStyleOff,
				zhAddressBucket,
				zhBareEndpoint,
			},
		},
		{
			kind:    KindTransferAccelerationDisabled,
			summary: "请求通过传输加速 Endpoint 发送，而 {bucket} 的传输加速没有生效。",
			cause:   "oss-accelerate.aliyuncs.com 和 oss-accelerate-overseas.aliyuncs.com 只为开启了传输加速的 Bucket 提供服务。",
			steps: []string{
				"改用 Bucket 所在地域的 Endpoint（SDK v2 去掉 WithUseAccelerateEndpoint(true)）。",
				"如果需要传输加速，先开启（调用 PutBucketTransferAcceleration，或在 OSS 控制台打开该 Bucket，选择 Bucket 配置 > 传输加速）。",
				"如果刚刚开启，等待生效：最长可能需要 30 分钟。",
			},
		},
		{
			kind: KindUnknown,
			summary: "[OSS 拒绝了请求，返回 {code}，错误信息是 {quoted_message}，无法对应到已收录的原因。|" +
				"OSS 拒绝了请求，错误信息是 {quoted_message}，无法对应到已收录的原因。|" +
				"OSS 拒绝了请求，只返回 {code}，没有错误信息。|" +
				"OSS 拒绝了请求，只返回 EC {ec}，不足以判断原因。|" +
				"{?answer}OSS 拒绝了请求，从响应中看不出原因。|" +
				"OSS 拒绝了请求，原因未收录，或没有给出原因。]",
			cause: "[{?message}错误信息、错误码和 EC 合在一起，也无法对应到已收录的原因。|" +
				"仅凭错误码看不出原因：OSS 在多种情况下都返回 {code}。|" +
				"EC {ec} 对应多种原因，或未收录。|" +
				"{?answer}{!maybe_head}这里既没有错误码也没有错误信息。多半是客户端或日志丢掉了响应体。|" +
				"{?answer}响应中既没有错误码也没有错误信息。" +
				"HEAD 请求的响应没有响应体，OSS 把错误放在响应头 x-oss-err 和 x-oss-ec 中，而有些客户端会丢弃这两个响应头。|" +
				"这里不做猜测：在 AccessDenied 的各种错误信息中，有三分之一与权限无关。]",
			steps: []string{
				"[打开 {doc}，这是 OSS 针对本次响应的排查页面。]",
				"[{!message}{?signed_url}确认预签名 URL 的使用时间：它的有效期截至 {expires}，如果使用时已过期，重新生成。]",
				"[{?message}阅读 OSS 的错误信息，它就是 OSS 对拒绝原因的说明。|" +
					"{!maybe_head}查看完整的响应，包括响应体和响应头（对 URL 可用 curl -v）：响应体通常会说明原因。|" +
					"{?head}把 HEAD 请求改成 GET 重发（对 Object 可加 Range: bytes=0-0）：响应体通常会说明原因。|" +
					"如果是 HEAD 请求，改用 GET 重发同样的请求（对 Object 可加 Range: bytes=0-0）：响应体通常会说明原因。]",
				"[在 EC 列表中查询 EC {ec}。|{?message}|" +
					"如果客户端会丢弃响应头，用 curl -sI 访问同一 URL，查看响应头 x-oss-ec 和 x-oss-err（base64 编码的错误文档）。]",
				zhTicket,
			},
		},
		{
			kind:    KindUserDisabled,
			summary: "[请求方或 {known_bucket} 所属的账号已被禁用。|请求方或 Bucket 所属的账号已被禁用。]",
			cause:   "可能是账号欠费、受安全措施限制，也可能是 OSS 服务没有开通成功；从响应中看不出是哪一种。",
			steps: []string{
				"在阿里云控制台的费用与成本中检查是否欠费。",
				"访问另一个账号的 Bucket，判断被禁用的是谁的账号：如果访问成功，被禁用的就是原来那个 Bucket 的拥有者的账号。",
				"用该账号打开 OSS 控制台：如果从未开通过 OSS，控制台会提示开通。",
				"如果没有欠费且 OSS 已开通，查看控制台消息中心的安全通知。如需协助，" + zhTicket,
			},
		},
		{
			kind:    KindUserNotFound,
			summary: "请求所属的账号不存在。",
			cause:   "该账号可能已注销。",
			steps: []string{
				"改用有效账号的访问凭证。",
				"如果确认该账号没有注销，" + zhTicket,
			},
		},
		{
			kind:    KindVirtualHostedStyleRequired,
			summary: "OSS 要求以虚拟托管风格（virtual hosted style）访问 {bucket}，而请求使用了其他形式。",
			cause:   "请求把 Bucket 名称放在路径中（路径风格，path style），或者域名不是 BUCKET.ENDPOINT 的形式。",
			steps: []string{
				zhPathStyleOff,
				zhAddressBucket,
				zhBareEndpoint,
			},
		},
		{
			kind:    KindVPCEndpointPolicyDenied,
			summary: "VPC 网关终端节点的策略不允许对 {bucket} 的本次请求。",
			cause:   "请求经过 VPC 网关终端节点，该终端节点的策略限制了从 VPC 可以访问哪些 Bucket、执行哪些操作。",
			steps: []string{
				"在网关终端节点的策略中允许该 Bucket 和该操作：在专有网络控制台选择终端节点 > 网关终端节点。",
				"如果该 VPC 只允许访问部分 Bucket，改用允许访问的 Bucket。",
			},
		},
		{
			kind:    KindWORMLocked,
			summary: "{bucket} 的保留策略（WORM）已锁定，只能延长，而请求试图做其他修改。",
			cause:   "策略锁定后，任何人都不能删除策略或缩短保留周期，Bucket 拥有者也不例外。",
			steps: []string{
				"如果需要延长，调用 ExtendBucketWorm。",
				"否则等待保留周期结束。",
			},
		},
	},
	reasons: []text{
		{
			reason: ReasonAccelerateEndpoint,
			cause: "请求使用了传输加速 Endpoint，而 OSS 要求使用 Bucket 所在地域的 Endpoint。" +
				"多半是传输加速不支持该操作，或该 Bucket 的传输加速没有生效。",
			steps: []string{
				zhSetEndpoint,
			},
		},
		{
			reason: ReasonAccessKeyIDMissing,
			cause: "预签名 URL（签名 URL）缺少 AccessKey ID（V1 为 OSSAccessKeyId；V2 为 x-oss-access-key-id，V4 为 x-oss-credential，S3 V2 为 AWSAccessKeyId），" +
				"或其值为空。" + zhURLCut,
			steps: []string{
				zhWholeURL,
				zhSdkPresign,
			},
		},
		{
			reason:  ReasonAuthorizationLost,
			summary: zhSignatureLost,
			cause:   "客户端与 OSS 之间的某个环节或重定向丢弃了 Authorization 请求头。",
			steps: []string{
				"排查哪个环节丢弃了 Authorization 请求头：代理、CDN，或跳转到其他域名的重定向（跳转后客户端不再携带该请求头）。",
				"在不经过代理的机器上，直接向 OSS 发送同样的请求：如果成功，问题就在代理或 CDN。",
			},
		},
		{
			reason: ReasonBucketFromPath,
			cause:  "请求发往没有 Bucket 名称的 Endpoint，OSS 会把路径的第一段当作 Bucket 名称，而这个 Bucket 可能属于他人。",
			steps: []string{
				"确认 {bucket} 是否就是要访问的 Bucket。如果它只是 Object 名称中的第一级目录，在域名中带上 Bucket 名称：BUCKET.[{called}|ENDPOINT]。",
				zhBareEndpoint,
				"如果就是要访问的 Bucket，也要放到域名中，然后再检查权限。",
			},
		},
		{
			reason: ReasonBucketTwiceInHost,
			cause:  "客户端会在 Endpoint 之前加上 Bucket 名称，而配置的 Endpoint 中已经有 Bucket 名称。Bucket 名称中不会有点号。",
			steps: []string{
				"从客户端的 Endpoint 中去掉 Bucket 名称：Bucket 名称在域名中出现了两次。",
				zhSetEndpoint,
			},
		},
		{
			reason: ReasonCDNAnswered,
			cause: "OSS 的响应带有错误文档和请求 ID。" +
				"这次两者都没有，而响应头表明响应来自 CDN：可能是 CDN 自行返回，也可能是 CDN 去掉了这些内容。",
			steps: []string{
				"在 CDN 控制台检查该域名的访问规则（Referer、IP 地址、URL 鉴权）和回源配置。",
				zhStraight,
				zhReadBody,
			},
		},
		{
			reason: ReasonCDNListing,
			cause: "CDN 回源时会对请求签名，而签名后的 / 请求是列举操作，CDN 使用的角色没有该权限。" +
				"静态网站托管的默认首页只对未签名的请求生效，与私有 Bucket 回源冲突。",
			steps: []string{
				"在 CDN 控制台为该域名添加 URL 改写规则，把 / 改写为具体页面，例如 /index.html。",
				"如果 Bucket 开启了静态网站托管，关闭静态网站托管。" +
					"只有在允许互联网上的任何人读取整个 Bucket 时，才可以改为把 Bucket 设为公共读，并关闭私有 Bucket 回源。",
				"不要为 CDN 使用的角色授予 oss:ListBuckets 或 oss:ListObjects：这样仍然看不到首页，而且访问该域名的任何人都能列举。",
			},
		},
		{
			reason: ReasonCDNOrigin,
			cause:  "响应表明请求由 CDN 签名后发往 OSS（x-oss-cdn-auth: success）。OSS 按 CDN 使用的角色鉴权，而不是按访问 CDN 的客户端鉴权。",
			steps: []string{
				"[{?kms}为 CDN 使用的角色 AliyunCDNAccessingPrivateOSSRole 授予使用该密钥的权限：kms:Decrypt。]",
				"[{!kms}在 RAM 控制台确认 CDN 使用的角色 AliyunCDNAccessingPrivateOSSRole 仍有权限策略 AliyunCDNAccessingPrivateOSSRolePolicy，" +
					"该策略允许读取 {bucket}。" +
					"如果没有该角色，在 CDN 控制台重新授权（域名管理 > 目标域名 > 回源配置 > 阿里云 OSS 私有 Bucket 回源）。" +
					"如果那里填写的是 AccessKey，为其所属的 RAM 用户授予 oss:GetObject。]",
				"[{!kms}如果该 Bucket 属于其他账号，在其 Bucket Policy 中允许 CDN 使用的角色。]",
				"[{!kms}如果 Object 使用 KMS 密钥加密，还要为该角色授予使用该密钥的权限。]",
			},
		},
		{
			reason: ReasonCDNRefusedMethod,
			cause:  "OSS 的响应带有错误文档和请求 ID。这次两者都没有，而响应头表明响应来自 CDN。CDN 用于下载，很多 CDN 会拒绝其他请求方法。",
			steps: []string{
				"把[ {other_method} ]请求发往 Bucket 自己的 Endpoint，不要发往 CDN 域名。",
				"在 CDN 控制台检查该域名的访问规则（Referer、IP 地址、URL 鉴权、请求方法）和回源配置。",
				zhReadBody,
			},
		},
		{
			reason:  ReasonCDNRule,
			summary: "CDN 的访问控制规则拒绝了请求，请求没有到达 OSS。",
			cause:   "[{cdn_refusal}]CDN 在响应头 X-Tengine-Error 中给出了规则。",
			steps: []string{
				"[如果规则过严，修改该域名的 {cdn_setting}（CDN 控制台：域名管理 > 目标域名 > 访问控制）。|" +
					"如果规则过严，在 CDN 控制台修改（域名管理 > 目标域名 > 访问控制）。]",
				"否则，按规则修改请求：使用新生成的 CDN 鉴权 URL，或换用允许的 Referer、IP 地址或 User-Agent。",
			},
		},
		{
			reason: ReasonChangedOnTheWay,
			cause:  "到达 OSS 的请求与客户端发出的请求不同。",
			steps: []string{
				"[途中丢失了 {lost_part}：找出丢弃它的环节。|" +
					"途中增加了 {added_part}：找出添加它的环节。|" +
					"{?change_masked}途中改动了 {changed_part}，值不同（已脱敏）：找出改动它的环节。|" +
					"途中改动了 {changed_part}（发出时：{changed_from}；OSS 收到：{changed_to}）：找出改动它的环节。|" +
					"找出途中改动请求的环节。]",
				"[{?rewritten}如果 CDN 或代理本来就要改写请求，按 OSS 收到的域名和路径签名，并检查 AccessKey Secret。]",
			},
		},
		{
			reason: ReasonClockAhead,
			cause:  "OSS 最多允许相差 {max_skew}。多半是机器的时钟不准。",
			steps: []string{
				zhNtp,
			},
		},
		{
			reason: ReasonClockBehind,
			cause: "OSS 最多允许相差 {max_skew}。" +
				"多半是机器的时钟不准。" +
				"如果只在高负载时出现，则是请求签名之后等待过久才发出：等待连接池、在代理中排队，或上行带宽不足。",
			steps: []string{
				zhNtp,
				zhSleep,
				zhWaits,
				"如果自行签名，在发送之前再签名。",
			},
		},
		{
			reason: ReasonCORSHeaders,
			cause: "浏览器发送预检请求（OPTIONS），询问 OSS 是否允许该来源的页面发送带有自定义请求头的请求。" +
				"必须有一条规则同时允许该来源、方法和每个请求头。" +
				"这与 RAM 权限无关。",
			steps: []string{
				zhCORSRule,
			},
		},
		{
			reason: ReasonDateLost,
			cause:  "请求发出时带有时间，但 OSS 没有收到。多半是代理丢弃了该请求头。",
			steps: []string{
				"排查途中哪个环节丢弃了请求头 [{date_sent}|Date]，多半是代理：客户端发送时带有该请求头。",
				"让该环节原样转发 Date、x-oss-date 和 Authorization。",
			},
		},
		{
			reason: ReasonDateRewritten,
			cause:  "OSS 收到的时间与请求发出时携带的时间不同，因此问题不在机器的时钟。",
			steps: []string{
				"找出改写 Date 或 x-oss-date 的代理，让它原样转发。",
				"如果请求会排队或被重放，在发送之前再签名。",
			},
		},
		{
			reason: ReasonEscapedAmpersand,
			cause:  "URL 是从 JSON 或 HTML 中直接复制的，OSS 看不到转义的 & 之后的参数。",
			steps: []string{
				zhUndoEscapes,
				zhWholeURL,
			},
		},
		{
			reason: ReasonExpiresInMilliseconds,
			cause:  "OSS 按秒解析 Expires（UNIX 时间戳），而发送的值以毫秒为单位。",
			steps: []string{
				"将 Expires 除以 1000，再重新生成预签名 URL[：{expires_sent} 以毫秒为单位，而 OSS 按秒解析]。",
				zhSdkLifetime,
			},
		},
		{
			reason: ReasonExpiresIsLifetime,
			cause:  "V1 和 V2 预签名 URL 中的该参数是过期时间（UNIX 时间戳）。填写有效期会被当成 1970 年的某个时间点。",
			steps: []string{
				"把 Expires（V2 为 x-oss-expires）设为以秒为单位的 UNIX 时间戳，即当前时间加有效期[：发送的值是 {expires_year} 年的某个时间点]。",
				zhSdkLifetime,
			},
		},
		{
			reason: ReasonExpiresMissing,
			cause:  "预签名 URL（签名 URL）缺少过期时间或有效期（V1 为 Expires；V2 和 V4 为 x-oss-expires，S3 V4 为 X-Amz-Expires），或其值为空。" + zhURLCut,
			steps: []string{
				zhWholeURL,
				zhSdkPresign,
			},
		},
		{
			reason: ReasonForeignDocument,
			cause:  "响应体是一份错误文档，但没有 OSS 的特征。请求的域名可能没有指向 OSS，也可能是中间的某个环节返回了响应。",
			steps: []string{
				zhDns,
				zhStraight,
				zhReadBody,
				zhProxySettings,
			},
		},
		{
			reason: ReasonFormFieldDiffers,
			cause:  "表单中有该表单域，但其值不符合 policy 的条件。",
			steps: []string{
				"按条件[ {condition} ]的要求修改表单域[ {field}（发送的值：{field_sent}）]；或者修改 policy 中的条件，并重新对 policy 签名。",
				zhFieldsFirst,
			},
		},
		{
			reason: ReasonFormFieldMissing,
			cause:  "表单中 file 之前没有 policy 条件对应的表单域。OSS 不读取 file 之后的表单域。",
			steps: []string{
				"在 file 之前发送表单域[ {field}]。",
				"把 policy 提到的其他表单域也放在 file 之前发送。",
			},
		},
		{
			reason: ReasonFormSignature,
			cause:  "表单签名的对象是 policy 的 base64 文本。多半是 AccessKey Secret 有误，或发送的 policy 不是签名的那一份。",
			steps: []string{
				zhSecretFirst,
				"只对作为 policy 表单域发送的 base64 文本签名，不能有任何改动。",
			},
		},
		{
			reason:  ReasonHostRewritten,
			summary: "OSS 把请求当成了列举 Bucket，而调用方没有该权限。",
			cause:   "请求的域名中有 Bucket 名称，并不是列举 Bucket。客户端与 OSS 之间的某个环节改写了 Host 请求头。",
			steps: []string{
				"找出改写 Host 请求头的代理或 CDN，让它透传 BUCKET.ENDPOINT。",
			},
		},
		{
			reason: ReasonInternalEndpoint,
			cause:  "请求使用了该地域的内网 Endpoint，而 OSS 要求使用外网 Endpoint。这与权限无关。",
			steps: []string{
				zhSetEndpoint,
			},
		},
		{
			reason: ReasonIPAsEndpoint,
			cause:  "客户端的 Endpoint 配置成了 IP 地址或 localhost，前面无法加 Bucket 名称。",
			steps: []string{
				"把客户端的 Endpoint [从 {ip_host} ]改为 OSS 的 Endpoint 域名：IP 地址和 localhost 前面无法加 Bucket 名称。",
				zhSetEndpoint,
				"如果该地址上运行的是隧道或代理，让它透传 Host 请求头（OSS 的域名）。",
			},
		},
		{
			reason: ReasonKeyHasOddCharacter,
			cause:  "OSS 收到的 AccessKey ID 含有 AccessKey ID 中不会出现的字符。",
			steps: []string{
				"重新复制 AccessKey ID。",
				zhWhichConfiguration,
			},
		},
		{
			reason: ReasonKeyHasQuotes,
			cause:  "OSS 收到的 AccessKey ID 两端带有引号。",
			steps: []string{
				"去掉配置中 AccessKey ID 两端的引号。",
				zhWhichConfiguration,
			},
		},
		{
			reason: ReasonKeyHasSpace,
			cause:  "OSS 收到的 AccessKey ID 的首尾或中间有空格或换行符。",
			steps: []string{
				"去掉配置中 AccessKey ID 里的空白字符，多半是复制时带进来的。",
				zhWhichConfiguration,
			},
		},
		{
			reason: ReasonKeyIsPlaceholder,
			cause:  "作为 AccessKey ID 发送的是示例或模板中的占位符。",
			steps: []string{
				"填写真实的 AccessKey ID，并检查程序是否在使用之前替换了 $ACCESS_KEY_ID 之类的占位符。",
				zhWhichConfiguration,
			},
		},
		{
			reason: ReasonKeyLooksLikeSecret,
			cause:  "作为 AccessKey ID 发送的值有 30 个字符，与 AccessKey Secret 一样长，多半是 AccessKey ID 和 AccessKey Secret 填反了。",
			steps: []string{
				"检查 AccessKey ID 和 AccessKey Secret 是否填反。如果发送的确实是 AccessKey Secret，请更换该 AccessKey：它可能已经出现在日志中。",
				zhWhichConfiguration,
			},
		},
		{
			reason: ReasonKeyOfAWS,
			cause:  "发送的值符合 AWS Access Key ID 的格式。",
			steps: []string{
				"换成阿里云的 AccessKey。S3 客户端可能从环境变量 AWS_ACCESS_KEY_ID 或 ~/.aws 的 profile 中读取了它。",
				zhWhichConfiguration,
			},
		},
		{
			reason: ReasonKeyOfTencentCloud,
			cause:  "发送的值符合腾讯云 SecretId 的格式。",
			steps: []string{
				"换成阿里云的 AccessKey。",
				zhWhichConfiguration,
			},
		},
		{
			reason: ReasonKeyTooLong,
			cause:  "发送的值太长，不是 AccessKey ID，多半是误用了 AccessKey Secret、安全令牌或整行文本。",
			steps: []string{
				"重新复制 AccessKey ID。",
				zhWhichConfiguration,
			},
		},
		{
			reason: ReasonKeyTooShort,
			cause:  "发送的值太短，不是完整的 AccessKey ID，多半是复制时被截断。",
			steps: []string{
				"填写完整的 AccessKey ID[：发送的只有 {key_length}]。",
				zhWhichConfiguration,
			},
		},
		{
			reason: ReasonKMSRead,
			cause:  "Object 使用 KMS 密钥加密（SSE-KMS），读取需要该密钥的 kms:Decrypt 权限。",
			steps: []string{
				"为签名所用的 RAM 用户或 RAM 角色授予该密钥的 kms:Decrypt 权限。",
				zhKmsPolicy,
				"[{!signed}如果该 Object 由 CDN 回源读取，为 CDN 的角色 AliyunCDNAccessingPrivateOSSRole 授予使用该密钥的权限。]",
			},
		},
		{
			reason:  ReasonKMSWrite,
			summary: "{object} 将使用 KMS 密钥加密，而调用方无权使用该密钥。",
			cause:   "Object 将使用 KMS 密钥加密（SSE-KMS），写入需要该密钥的 kms:GenerateDataKey 和 kms:Decrypt 权限。",
			steps: []string{
				"[{?policy}为签名所用的 RAM 用户或 RAM 角色授予该密钥的 kms:GenerateDataKey 和 kms:Decrypt 权限，可直接使用下面的 RAM Policy。|" +
					"为签名所用的 RAM 用户或 RAM 角色授予该密钥的 kms:GenerateDataKey 和 kms:Decrypt 权限。]",
				zhKmsPolicy,
				zhKmsKey,
			},
		},
		{
			reason: ReasonLifetimeInMilliseconds,
			cause:  "V4 签名的有效期最长 604800 秒（7 天）。多半是把毫秒当成了秒。",
			steps: []string{
				"把 URL 的有效期设为不超过 604800 的秒数[：发送的值是 {lifetime}]。",
				zhSdkLifetime,
			},
		},
		{
			reason: ReasonLifetimeInNanoseconds,
			cause:  "V4 签名的有效期最长 604800 秒（7 天）。多半是直接传了以纳秒计的 time.Duration。",
			steps: []string{
				"把 URL 的有效期设为不超过 604800 的秒数[：发送的值是 {lifetime}]。Go 中用 int64(d.Seconds()) 转换 time.Duration。",
				zhSdkLifetime,
			},
		},
		{
			reason: ReasonLifetimeIsTime,
			cause:  "V4 预签名 URL 中的该参数是有效期，单位为秒，不超过 604800（7 天），而发送的是一个时间点。",
			steps: []string{
				"把 URL 的有效期设为秒数，而不是时间点[：发送的值是 {lifetime}]。",
				zhSdkLifetime,
			},
		},
		{
			reason: ReasonLifetimeOutOfRange,
			cause:  "V4 签名的有效期为 1 到 604800 秒（7 天）。",
			steps: []string{
				"把 URL 的有效期设为不超过 604800 秒（7 天）[：发送的值是 {lifetime}]。",
				zhSdkLifetime,
			},
		},
		{
			reason: ReasonListingNeedsBucket,
			cause:  "请求是列举 Object，按 Bucket 鉴权。对 Object（BUCKET/*）的授权不包含该权限，而 OSS 的错误信息可能说的是归属问题。",
			steps: []string{
				"为签名所用的 RAM 用户或 RAM 角色授予 [{needed}|" +
					"oss:ListObjects] 权限，Resource 为 {bucket_arn}[{?policy}，可直接使用下面的 RAM Policy]。对 {object_arn} 的授权不包含该权限。",
				"如果授权带有 oss:Prefix 条件，列举时使用完全相同的前缀，包括末尾的斜杠。",
				zhSTSToo,
				zhWhoseBucket,
				zhOtherAccount,
				zhPlainHTTP,
			},
		},
		{
			reason: ReasonLocalTimeAsUTC,
			cause:  "OSS 最多允许相差 {max_skew}。这次[{?hours}相差 {hours}，|的偏差]与时区差相符（误差在一分钟以内）：本地时间被当成了 UTC。",
			steps: []string{
				zhSignUTC,
				"如果机器的时钟走的是本地时间，时区却设成了 UTC，用 NTP 校准。",
			},
		},
		{
			reason: ReasonLongTermKeyUnknown,
			cause:  "多半是该 AccessKey 已被删除、拼写有误，或属于其他云厂商。",
			steps: []string{
				zhWhoseKey,
				"在 RAM 控制台的 AccessKey 列表中核对该 AccessKey ID。",
				"如果已被删除，创建新的 AccessKey，并更新所有保存旧 AccessKey 的地方。",
				zhWhichConfiguration,
			},
		},
		{
			reason: ReasonMiniProgram,
			cause:  "微信小程序发送的 Referer 是 https://servicewechat.com/APPID/VERSION/page-frame.html，无法改成其他值。",
			steps: []string{
				"[{?blacklisted}从黑名单中移除匹配 servicewechat.com 的规则（" + zhHotlinkPage + "）：黑名单优先于白名单。|" +
					"把 https://servicewechat.com/* 加入白名单（" + zhHotlinkPage + "）；写上小程序的 AppID，可以把其他小程序挡在外面。]",
				"[{?blacklisted}如果不能移出黑名单|如果不能加入白名单]，由你的服务器获取文件，并在 Authorization 请求头中签名。",
			},
		},
		{
			reason: ReasonNoBucketInHost,
			cause:  "请求带有列举 Object 的参数，但域名中没有 Bucket 名称。这样的请求会列举账号的 Bucket，而这并不是本意。",
			steps: []string{
				"在域名中带上 Bucket 名称：BUCKET.[{called}|ENDPOINT]。",
				"检查程序配置中的 Bucket 名称是否为空。",
			},
		},
		{
			reason:  ReasonNoReferer,
			summary: zhNoReferer,
			cause:   "App、播放器、curl，以及设置了 no-referrer 策略的网页都不发送 Referer。防盗链只检查匿名请求和预签名 URL（签名 URL）。",
			steps: []string{
				zhEmptyReferer,
				"或者发送白名单中的 Referer 请求头。",
				"如果是网页引用该文件，检查网页的 Referrer-Policy。",
				zhThroughHeader,
			},
		},
		{
			reason: ReasonNothingChanged,
			cause: "OSS 计算签名所用的内容与发出的请求一致，传输途中没有改动。" +
				"剩下的可能是 AccessKey Secret 有误，或客户端签名的内容与实际发送的不同。",
			steps: []string{
				"填写与该 AccessKey ID 对应的 AccessKey Secret。多半是首尾有空格或换行符，或者填了另一个 AccessKey 的 Secret。" + zhCheckSecret,
				zhOtherMethod,
				"如果 AccessKey Secret 无误，查找签名之后又修改请求的地方：中间件添加的请求头[{?signed_header}|，或追加到预签名 URL 的参数]。",
				"[{?s3}如果签名的是 S3 客户端，升级该客户端，或使用 OSS 的 SDK。]",
			},
		},
		{
			reason: ReasonObjectPlusAsSpace,
			cause:  "Object 名称中的 + 未经编码就发送，OSS 收到的是空格。",
			steps: []string{
				"把 Object 名称中的 + 编码为 %2B，再重新签名：发送的是 +，OSS 收到的是空格。",
			},
		},
		{
			reason: ReasonOtherRegion,
			cause:  "请求所用的 Endpoint 与 Bucket 不在同一地域。Bucket 只能通过其所在地域的 Endpoint 访问。这与权限无关。",
			steps: []string{
				zhSetEndpoint,
			},
		},
		{
			reason: ReasonPageAnswered,
			cause:  "响应体是网页，代理、防火墙和备案拦截会返回网页；OSS 返回 XML。",
			steps: []string{
				zhStraight,
				zhReadBody,
				zhProxySettings,
				"[{!oss_host}如果请求的是指向中国内地的自定义域名，检查是否已完成 ICP 备案：" +
					"未备案的域名返回的是拦截页面，而不是 OSS 的响应。" +
					"另外检查其 DNS 记录指向哪里。]",
			},
		},
		{
			reason: ReasonPathDecoded,
			cause:  "到达 OSS 的路径是发出的路径多解码一次的结果。",
			steps: []string{
				"找出对路径解码的代理，让它原样转发路径。",
				"如果无法修改代理，Object 名称中不要使用 %。",
			},
		},
		{
			reason: ReasonPathEncodedTwice,
			cause:  "到达 OSS 的路径是发出的路径再次编码的结果。",
			steps: []string{
				"找出对路径编码的代理，让它原样转发路径。",
				"在客户端只对 Object 名称做一次 URL 编码。",
			},
		},
		{
			reason: ReasonPathStyle,
			cause:  "请求把 Bucket 名称放在路径中（路径风格，path style），域名中没有 Bucket 名称。OSS 只接受通过 BUCKET.ENDPOINT 访问 Bucket 的请求。",
			steps: []string{
				zhPathStyleOff,
				zhAddressBucket,
				zhBareEndpoint,
			},
		},
		{
			reason:  ReasonPayerHeaderMissing,
			summary: zhPayerNotSaid,
			cause:   "Bucket 拥有者以外的访问者，每次请求都要声明愿意付费。签名在请求头中的请求，用请求头声明。",
			steps: []string{
				"带上请求头 x-oss-request-payer: requester（SDK v1 用 oss.RequestPayer(oss.Requester)，SDK v2 在请求中设置 RequestPayer: oss.Ptr(\"requester\")）。",
			},
		},
		{
			reason:  ReasonPayerLost,
			summary: "{bucket} 开启了请求者付费，但 OSS 没有收到客户端发送的 x-oss-request-payer。",
			cause:   "Bucket 拥有者以外的访问者，每次请求都必须声明同意付费。请求发出时已声明，但 OSS 没有收到。",
			steps: []string{
				"排查丢弃 x-oss-request-payer 请求头或查询参数的代理或 CDN。",
			},
		},
		{
			reason:  ReasonPayerParameterMissing,
			summary: zhPayerNotSaid,
			cause:   "签名在 URL 中，而 URL 缺少查询参数 x-oss-request-payer。该参数参与签名，不能事后追加。",
			steps: []string{
				"重新生成预签名 URL（签名 URL），" +
					"并带上查询参数 x-oss-request-payer=requester（SDK v1 用 oss.RequestPayerParam(oss.Requester)，SDK v2 用请求的 RequestCommon 中的 Parameters）。",
			},
		},
		{
			reason: ReasonPlusAsSpace,
			cause:  "签名是 base64 文本，其中可能有 +。URL 中未编码的 + 表示空格，OSS 收到的就是空格。",
			steps: []string{
				"对 URL 中的签名做 URL 编码：+ 编码为 %2B，/ 编码为 %2F，= 编码为 %3D（Go 中用 url.QueryEscape）。",
				"或者用 SDK 生成预签名 URL，并原样使用。",
			},
		},
		{
			reason: ReasonPresignedWithContentType,
			cause:  "生成预签名 URL 时多半没有指定 Content-Type，这时请求也不能带 Content-Type，而很多客户端会自动加上。",
			steps: []string{
				"[{?form_body}请求体直接放文件内容，不要用表单：浏览器中用 fetch 发送 await file.arrayBuffer()，" +
					"不要用 FormData，这样不会带 Content-Type。]",
				"[{?form_body}如果需要设置 Content-Type，在生成预签名 URL 时指定，并发送相同的值：" + zhSignContentType + "|" +
					"不要发送 Content-Type {content_type_sent}，或者在生成预签名 URL 时指定：" + zhSignContentType + "|" +
					"不要发送 Content-Type，或者在生成预签名 URL 时指定：" + zhSignContentType + "]",
			},
		},
		{
			reason: ReasonPresignedWithHeader,
			cause:  "生成预签名 URL 时多半没有指定该请求头，这时请求也不能带该请求头。",
			steps: []string{
				"不要发送请求头[ {header_sent}]，" +
					"或者在生成预签名 URL 时指定（SDK v1 用 SignURL 的选项，SDK v2 用请求的字段，minio-go 用 PresignHeader）。",
			},
		},
		{
			reason: ReasonPresignedWithOtherMethod,
			cause:  "预签名 URL 只对生成时指定的请求方法有效，多数是 GET 或 PUT。",
			steps: []string{
				"使用生成预签名 URL 时指定的方法，或为[ {method_used} 方法|" +
					"需要的方法]生成预签名 URL。如果只想用 GET 的预签名 URL 查看 Object，发送带 Range: bytes=0-0 的 GET 请求。",
			},
		},
		{
			reason: ReasonPresignedWithProcess,
			cause:  "OSS 计算签名时包含 x-oss-process。在预签名 URL 后追加该参数会使签名失效。",
			steps: []string{
				"生成预签名 URL 时就带上 x-oss-process：SDK v1 用 oss.Process，SDK v2 用 GetObjectRequest 的 Process，" +
					"minio-go 用 PresignedGetObject 的 reqParams。" +
					"不能事后追加。",
			},
		},
		{
			reason: ReasonPublicEndpoint,
			cause:  "请求使用了该地域的外网 Endpoint，而 OSS 要求使用内网 Endpoint。这与权限无关。",
			steps: []string{
				zhSetEndpoint,
				"[{!to_internal}内网 Endpoint 只能在所属地域的阿里云内网中访问。]",
			},
		},
		{
			reason: ReasonRefererOfPage,
			cause:  "浏览器发送了引用该 Object 的网页地址，可能只有来源（协议和域名），不带路径。",
			steps: []string{
				"[{?blacklisted}" + zhOffBlacklist + "|" + zhWhitelist + "]",
				"如果网页不是你的，说明防盗链已按设置生效。",
				"如果前面有 CDN，修改之后刷新 CDN 缓存。",
			},
		},
		{
			reason: ReasonRefererOfProgram,
			cause: "发送该 Referer 的程序不是浏览器。" +
				"如果下载的是他人的链接，由对方的 Bucket 决定允许哪些网站引用；多数情况下允许不带 Referer 的请求。",
			steps: []string{
				"不要发送 Referer[ {referer}]。",
				"如果 Bucket 是你的，发送白名单中的 Referer，或在 Authorization 请求头中签名：防盗链不检查这类请求。",
			},
		},
		{
			reason: ReasonRestoredCopyExpired,
			cause:  "曾经调用过 RestoreObject，解冻状态已经结束。",
			steps: []string{
				zhRestore,
				zhRestoreTime,
				"调用 RestoreObject 时指定更长的解冻天数，或在解冻完成之后、解冻状态结束之前，" +
					"把 Object 的存储类型转换为标准存储或低频访问存储。",
				zhArchiveDirect,
			},
		},
		{
			reason: ReasonRestoring,
			cause:  "已经调用过 RestoreObject，解冻尚未完成。",
			steps: []string{
				"调用 HeadObject 轮询，直到 x-oss-restore 变为 ongoing-request=\"false\"。",
				zhRestoreTime,
				zhArchiveDirect,
			},
		},
		{
			reason: ReasonScopeDate,
			cause:  "V4 签名包含由日期、地域和产品组成的 scope，其中的日期不正确。",
			steps: []string{
				"更正客户端 V4 签名 scope 中的日期[：{scope_from} 应为 {scope_to}]。",
			},
		},
		{
			reason: ReasonScopeProduct,
			cause:  "V4 签名包含由日期、地域和产品组成的 scope，其中的产品不正确。",
			steps: []string{
				"更正客户端 V4 签名 scope 中的产品[：{scope_from} 应为 {scope_to}]。",
			},
		},
		{
			reason: ReasonScopeRegion,
			cause:  "V4 签名包含由日期、地域和产品组成的 scope，其中的地域不正确。",
			steps: []string{
				"更正客户端 V4 签名 scope 中的地域[：{scope_from} 应为 {scope_to}]。",
			},
		},
		{
			reason: ReasonSessionPolicyDenies,
			cause:  "临时访问凭证的权限是角色的权限策略与会话策略（AssumeRole 的 Policy 参数）的交集。这次命中了会话策略中的 Deny 语句。",
			steps: []string{
				"去掉 AssumeRole 的 Policy 参数中针对" +
					"[ {known_action} |" +
					"该操作]的 Deny 语句，或缩小其范围，然后重新申请临时访问凭证。添加 Allow 无效。",
				zhPlainHTTP,
				zhDecodeDenial,
			},
		},
		{
			reason: ReasonSessionPolicyLacksAllow,
			cause: "临时访问凭证的权限是角色的权限策略与会话策略（AssumeRole 的 Policy 参数）的交集。" +
				"这次会话策略中没有任何语句允许该操作。",
			steps: []string{
				"在 AssumeRole 的 Policy 参数中允许" +
					"[对 {known_resource} 执行 {known_action}|" +
					"该操作和资源]，然后重新申请临时访问凭证。不传该参数时，临时访问凭证拥有角色的全部权限。",
				zhRoleToo,
				zhTokenPrefix,
				zhPlainHTTP,
				zhDecodeDenial,
			},
		},
		{
			reason: ReasonSignatureCut,
			cause:  "OSS 收到的签名不完整：长度小于该签名版本的签名。多半是丢了末尾的 =，或被某个字段截断。",
			steps: []string{
				"发送完整的签名，包括末尾的 =。",
				zhWholeURL,
				"检查数据库字段或表单域是否截断了 URL。",
			},
		},
		{
			reason: ReasonSignatureEncodedTwice,
			cause:  "URL 签名之后又被编码了一次：%253D 是 %3D 再次编码的结果。OSS 只解码一次。",
			steps: []string{
				"只对签名做一次 URL 编码：SDK 生成的预签名 URL 已经编码。",
				"找出重复编码的环节：模板、重定向，或把查询参数当作普通文本的 HTTP 客户端。",
			},
		},
		{
			reason: ReasonSignatureEscaped,
			cause:  "签名是从 HTML 或 JSON 中连同转义字符一起复制的，例如 &#43; 或 \\u002b 代表 +。",
			steps: []string{
				"使用 URL 之前，先还原 HTML 或 JSON 的转义字符。",
				zhWholeURL,
			},
		},
		{
			reason: ReasonSignatureHasLineBreak,
			cause:  "多半是生成 base64 的工具会换行（base64 没有加 -w 0，openssl 没有加 -A），或 URL 在邮件或文件中被折行。",
			steps: []string{
				"去掉签名中的换行符，base64 只输出一行。",
				zhWholeURL,
			},
		},
		{
			reason: ReasonSignatureMissing,
			cause:  "预签名 URL（签名 URL）缺少签名（V1 为 Signature；V2 和 V4 为 x-oss-signature，S3 V4 为 X-Amz-Signature），或其值为空。" + zhURLCut,
			steps: []string{
				zhWholeURL,
				zhSdkPresign,
			},
		},
		{
			reason: ReasonSignedAgain,
			cause:  "OSS 收到的 AccessKey ID 或签名版本与请求发出时不同：中间有环节对请求重新签了名。",
			steps: []string{
				"找出用自带访问凭证对请求重新签名的代理或 CDN，客户端的签名和它的签名只保留一个。",
			},
		},
		{
			reason: ReasonSignedHeaderMissing,
			cause:  "签名可以指定必须随请求发送的请求头，其值要与签名时一致，例如预签名 URL 绑定的 Referer。",
			steps: []string{
				"发送请求头[ {header_missing}]，值与签名时一致；或者签名时不包含该请求头。",
			},
		},
		{
			reason: ReasonSkewNotCorrected,
			cause:  "SDK v2 会根据 OSS 响应中的 Date 修正时钟偏差并重试。如果重试仍然失败，多半是代理改写了请求或响应中的时间。",
			steps: []string{
				"排查是否有代理或 CDN 改写了请求的 Date、x-oss-date 或响应的 Date，让它原样转发。",
				"[{?behind}" + zhWaits + "]",
				"如果请求体无法重复读取，或程序关闭了自动修正（oss.FeatureCorrectClockSkew），用 NTP 校准机器时钟。",
			},
		},
		{
			reason: ReasonTemporaryKeyUnknown,
			cause: "[{?token_sent}多半是临时访问密钥已过期。调用 AssumeRole 的 AccessKey 被禁用或删除，也会返回同样的错误。|" +
				"多半是临时访问密钥已过期。没有带安全令牌，或者调用 AssumeRole 的 AccessKey 被禁用或删除，也会返回同样的错误。]",
			steps: []string{
				zhNewSTS,
				zhProvider,
				zhWhichConfiguration,
			},
		},
		{
			reason: ReasonTokenNotSent,
			cause: "该 AccessKey 是临时访问密钥（STS），但客户端发出的请求没有带安全令牌。" +
				"临时访问密钥必须与 STS 同一次返回的安全令牌一起使用。",
			steps: []string{
				zhPassToken,
				zhTokenByHand,
				"检查配置项的拼写：客户端不认识的配置项会被忽略，安全令牌也就不会发送。",
			},
		},
		{
			reason: ReasonTokenWithLongTermKey,
			cause: "以 LTAI 开头的 AccessKey ID 属于长期有效的 AccessKey，不使用安全令牌。" +
				"多半是环境变量或 profile 中残留了其他访问凭证的安全令牌。",
			steps: []string{
				"去掉安全令牌：检查客户端配置、请求头或查询参数 x-oss-security-token（V1 和 V2 的 URL 中为 security-token），以及同名的表单域。",
				"如果要使用临时访问凭证，AccessKey ID 和 AccessKey Secret 也要换成 STS 同一次返回的值。",
			},
		},
		{
			reason:  ReasonUnsigned,
			summary: "[{?presignable}访问 {object} 的请求未签名。|请求未签名。]",
			cause:   "Authorization 请求头和 URL 中都没有签名。只有向所有人开放的资源，才允许未签名的请求访问。",
			steps: []string{
				"[{?presignable}使用预签名 URL（签名 URL），或使用配置了访问凭证的 SDK 发送请求。|" +
					"使用配置了访问凭证的 SDK 发送请求。预签名 URL（签名 URL）用于 Object 级操作，SDK 不为 Bucket 级操作生成预签名 URL。]",
				"[{?presignable}{!writes}" + zhPresign + "]",
				zhShouldSign,
				"[{?kms}为签名所用的 RAM 用户或 RAM 角色授予该密钥的 kms:Decrypt 权限：KMS 密钥加密的 Object 不能匿名读取，即使 Bucket 是公开的。]",
				"[{?presignable}{?public}" + zhCDNSite + "]",
				"[{?public}" + zhPublic + "]",
			},
		},
		{
			reason:  ReasonURLSignatureLost,
			summary: zhSignatureLost,
			cause:   "签名在 URL 的查询参数中，但客户端与 OSS 之间的某个环节或重定向去掉了查询参数。",
			steps: []string{
				"排查哪个环节去掉了预签名 URL 的查询参数：忽略参数的 CDN、代理或重定向。",
				"在不经过代理的机器上，用同一个 URL 直接访问 OSS：如果成功，问题就在代理或 CDN。",
			},
		},
		{
			reason: ReasonUTCAsLocalTime,
			cause: "OSS 最多允许相差 {max_skew}。这次" +
				"[{?hours}相差 {hours}，|" +
				"的偏差]与时区差相符（误差在一分钟以内），多半是多减了一次时差，或机器的硬件时钟设置成了其他时区。",
			steps: []string{
				zhSignUTC,
				"检查机器、容器和运行时的时区设置是否一致。timedatectl 可以查看硬件时钟（RTC）使用的时区。",
			},
		},
	},
	docs: []Doc{
		topicHTTP403:         {"HTTP 403错误", "https://help.aliyun.com/zh/oss/user-guide/http-403-error-code"},
		topicHosts:           {"通过Bucket域名访问OSS", "https://help.aliyun.com/zh/oss/user-guide/access-oss-via-bucket-domain-name"},
		topicRegions:         {"地域和Endpoint", "https://help.aliyun.com/zh/oss/user-guide/regions-and-endpoints"},
		topicRAMPolicy:       {"RAM Policy", "https://help.aliyun.com/zh/oss/user-guide/ram-policy/"},
		topicRAMExamples:     {"RAM Policy常见示例", "https://help.aliyun.com/zh/oss/user-guide/common-examples-of-ram-policies"},
		topicRAMDiagnosis:    {"DecodeDiagnosticMessage", "https://help.aliyun.com/zh/ram/developer-reference/api-ram-2015-05-01-decodediagnosticmessage"},
		topicRAMTroubleshoot: {"访问被拒绝如何排查", "https://help.aliyun.com/zh/ram/support/how-to-troubleshoot-an-access-denied-error"},
		topicBucketPolicy:    {"Bucket Policy", "https://help.aliyun.com/zh/oss/user-guide/oss-bucket-policy/"},
		topicAccessControl:   {"权限与访问控制概述", "https://help.aliyun.com/zh/oss/user-guide/permissions-and-access-control-overview"},
		topicSTS: {"使用STS临时访问凭证访问OSS",
			"https://help.aliyun.com/zh/oss/developer-reference/use-temporary-access-credentials-provided-by-sts-to-access-oss"},
		topicSTSSessionPolicy: {"STS临时授权访问OSS报错Access denied by authorizer's policy", "https://help.aliyun.com/document_detail/161911.html"},
		topicSTSEndpoints:     {"STS服务接入点", "https://help.aliyun.com/zh/ram/developer-reference/api-sts-2015-04-01-endpoint"},
		topicSTSKeyUnknown:    {"使用STS访问OSS资源时发生报错的解决方法", "https://help.aliyun.com/document_detail/42775.html"},
		topicAccessKey:        {"创建AccessKey", "https://help.aliyun.com/zh/ram/user-guide/create-an-accesskey-pair"},
		topicReferer:          {"防盗链", "https://help.aliyun.com/zh/oss/user-guide/hotlink-protection/"},
		topicCORS:             {"跨域设置", "https://help.aliyun.com/zh/oss/user-guide/configure-cross-origin-resource-sharing/"},
		topicPostObject:       {"PostObject", "https://help.aliyun.com/zh/oss/developer-reference/postobject"},
		topicPostObjectErrors: {"Post Object错误及排查", "https://help.aliyun.com/zh/oss/how-to-handle-common-errors-when-the-postobject-operation-is-called"},
		topicPresignV4:        {"在URL中包含V4签名", "https://help.aliyun.com/zh/oss/developer-reference/add-signatures-to-urls"},
		topicPresignV1:        {"在URL中包含V1签名", "https://help.aliyun.com/zh/oss/developer-reference/ddd-signatures-to-urls"},
		topicSignHeaderV1:     {"在Header中包含签名", "https://help.aliyun.com/zh/oss/developer-reference/include-signatures-in-the-authorization-header"},
		topicSignV4:           {"签名版本4（推荐）", "https://help.aliyun.com/zh/oss/developer-reference/recommend-to-use-signature-version-4"},
		topicSignUpgrade: {"V1签名升级为V4签名指引",
			"https://help.aliyun.com/zh/oss/developer-reference/guidelines-for-upgrading-v1-signatures-to-v4-signatures"},
		topicSignFAQ:        {"签名错误问题排查", "https://help.aliyun.com/zh/oss/developer-reference/faq-24"},
		topicRestore:        {"解冻文件", "https://help.aliyun.com/zh/oss/user-guide/restore-objects-for-access"},
		topicWORM:           {"保留策略（WORM）", "https://help.aliyun.com/zh/oss/user-guide/oss-retention-policies"},
		topicAcceleration:   {"传输加速", "https://help.aliyun.com/zh/oss/user-guide/transfer-acceleration"},
		topicCustomDomain:   {"通过自定义域名访问OSS", "https://help.aliyun.com/zh/oss/user-guide/access-buckets-via-custom-domain-names"},
		topicPutCname:       {"PutCname", "https://help.aliyun.com/zh/oss/developer-reference/putcname"},
		topicSSE:            {"服务端加密", "https://help.aliyun.com/zh/oss/user-guide/server-side-encryption-8"},
		topicKMSActivate:    {"OpenKmsService", "https://help.aliyun.com/zh/kms/key-management-service/developer-reference/api-kms-2016-01-20-openkmsservice"},
		topicBlockPublic:    {"阻止公共访问", "https://help.aliyun.com/zh/oss/user-guide/block-public-access"},
		topicRequesterPays:  {"请求者付费", "https://help.aliyun.com/zh/oss/user-guide/enable-pay-by-requester-1"},
		topicVPCPolicy:      {"基于VPC Policy和Bucket Policy实现双重访问控制", "https://help.aliyun.com/zh/oss/user-guide/dual-access-control-with-vpc-and-bucket-policy"},
		topicHNS:            {"使用分层命名空间", "https://www.alibabacloud.com/help/zh/oss/user-guide/enable-hierarchical-namespace"},
		topicOverdue:        {"欠费说明", "https://help.aliyun.com/zh/oss/overdue-payments"},
		topicErrorResponses: {"错误响应", "https://help.aliyun.com/zh/oss/user-guide/common-errors"},
		topicECIndex:        {"EC错误码", "https://help.aliyun.com/zh/oss/user-guide/error-codes/"},
		topicDomainOwnership: {"绑定自定义域名时返回错误码NeedVerifyDomainOwnership",
			"https://help.aliyun.com/zh/oss/what-do-i-do-if-the-needverifydomainownership-error-code-is-returned-when-i-map-a-custom-domain-name-to-a-bucket"},
		topicCDNPrivateBucket: {"OSS私有Bucket回源", "https://help.aliyun.com/zh/cdn/user-guide/grant-alibaba-cloud-cdn-access-permissions-on-private-oss-buckets"},
		topicCDNListBuckets: {"开启私有OSS Bucket回源后，访问域名提示“You are forbidden to list buckets”错误",
			"https://help.aliyun.com/zh/cdn/you-are-forbidden-to-list-buckets-after-access-to-private-oss-buckets-is-enabled"},
		topicCDNAccessControl: {"CDN访问控制排障指南", "https://help.aliyun.com/zh/cdn/user-guide/access-control-troubleshooting-guide"},
		topicLogging:          {"PutBucketLogging", "https://help.aliyun.com/zh/oss/developer-reference/putbucketlogging"},
		topicS3SDK:            {"使用AWS SDK访问OSS", "https://help.aliyun.com/zh/oss/developer-reference/use-aws-sdks-to-access-oss"},
		topicClockSkew:        {"RequestTimeTooSkewed，EC 0002-00000504", "https://help.aliyun.com/zh/oss/user-guide/0002-00000504"},
		topicCopyObject:       {"CopyObject", "https://help.aliyun.com/zh/oss/developer-reference/copyobject"},
	},
	phrases: []translation{
		{" It is the S3-compatible form of the endpoint (s3.).", "该域名是 S3 兼容形式（带 s3.）的 Endpoint。"},
		{" and ", " 和 "},
		{"%d characters", "%d 个字符"},
		{"%d days", "%d 天"},
		{"%d hours", "%d 小时"},
		{"%d minutes", "%d 分钟"},
		{"%d seconds", "%d 秒"},
		{"%s (in Chinese)", "%s（中文）"},
		{"%s (in English)", "%s（英文）"},
		{"%s ahead of", "快 %s"},
		{"%s behind", "慢 %s"},
		{"%s is the ID of the user, and the command takes its name: aliyun ram ListUsers shows both",
			"%s 是用户的 UID，而命令需要用户名：用 aliyun ram ListUsers 可以查到两者"},
		{"%s signature, AccessKey %s", "%s 签名，AccessKey %s"},
		{"%s, decided by %s", "%s，依据：%s"},
		{"%s: %s", "%s：%s"},
		{"%s: %s, expected %s", "%s：%s（应为：%s）"},
		{"(no name)", "（无名称）"},
		{", ", "、"},
		{"--endpoint-url of the AWS CLI", "AWS CLI 用 --endpoint-url"},
		{"1 character", "1 个字符"},
		{"1 hour", "1 小时"},
		{"1 minute", "1 分钟"},
		{"1 second", "1 秒"},
		{"1 to 12 hours, depending on the priority that you request", "1 到 12 小时，取决于解冻优先级"},
		{"12 to 48 hours, depending on the priority that you request", "12 到 48 小时，取决于解冻优先级"},
		{"A CDN signed the request to OSS, so it is judged by the permissions of the CDN's role.", "请求由 CDN 签名后发往 OSS，OSS 按 CDN 使用的角色鉴权。"},
		{"A CORS rule has to allow this.", "跨域规则必须允许这一项。"},
		{"A Deny statement matched.", "命中了 Deny 语句（显式拒绝）。"},
		{"A RAM policy that grants it, as far as the request shows what it needs:", "授予所需权限的 RAM Policy（根据请求推断）："},
		{"A RAM policy that grants it:", "授予该权限的 RAM Policy："},
		{"A security token was sent with an AccessKey that is not temporary: its ID begins with LTAI, not with STS.",
			"请求带有安全令牌，但 AccessKey 不是临时访问密钥：其 ID 以 LTAI 开头，而不是 STS。"},
		{"A signed URL is good for one method, and most are signed for GET or PUT.", "预签名 URL 只对生成时指定的请求方法有效，多数是 GET 或 PUT。"},
		{"A signed URL is most often signed without a Content-Type, and then has to be sent without one.",
			"生成预签名 URL 时多半没有指定 Content-Type，这时请求也不能带 Content-Type。"},
		{"A signed URL is most often signed without this header, and then has to be sent without it.",
			"生成预签名 URL 时多半没有指定该请求头，这时请求也不能带该请求头。"},
		{"AccessDeniedDetail", "AccessDeniedDetail"},
		{"AccessKey ID", "AccessKey ID"},
		{"Additional headers", "AdditionalHeaders"},
		{"Alibaba Cloud CDN puts this header into answers.", "阿里云 CDN 会在响应中加上该响应头。"},
		{"Alibaba Cloud's support", "阿里云技术支持"},
		{"An S3 client signed. OSS accepts this if path style is off and the endpoint is right.",
			"请求由 S3 客户端签名。如果已关闭路径风格（path style）且 Endpoint 正确，OSS 支持这种签名。"},
		{"An upload to a signed URL needs the Content-Type that the URL was signed with, if it was.",
			"如果生成预签名 URL 时指定了 Content-Type，上传时必须带上相同的 Content-Type。"},
		{"BaseEndpoint in the s3.Options of aws-sdk-go-v2", "aws-sdk-go-v2 的 s3.Options 中设置 BaseEndpoint"},
		{"Bucket", "Bucket"},
		{"BucketLookup: minio.BucketLookupDNS in the minio.Options of minio-go", "minio-go 的 minio.Options 中设置 BucketLookup: minio.BucketLookupDNS"},
		{"By its method and parameters this is %s, which may need %s; inferred, OSS did not say so.",
			"从请求方法和参数推断，这是 %s 操作，可能需要 %s 权限。OSS 没有明确说明。"},
		{"By its method and parameters this is %s, which needs %s, and may also need %s; inferred, OSS did not say so.",
			"从请求方法和参数推断，这是 %s 操作，需要 %s 权限，可能还需要 %s 权限。OSS 没有明确说明。"},
		{"By its method and parameters this is %s, which needs %s; inferred, OSS did not say so.",
			"从请求方法和参数推断，这是 %s 操作，需要 %s 权限。OSS 没有明确说明。"},
		{"Canonical request hash", "CanonicalRequest 的哈希值"},
		{"Code", "错误码"},
		{"Content-MD5", "Content-MD5"},
		{"Content-Type", "Content-Type"},
		{"Credentials = aws.NewCredentialsCache(p) in aws-sdk-go-v2", "aws-sdk-go-v2 设置 Credentials = aws.NewCredentialsCache(p)"},
		{"Credentials: credentials.NewCredentials(p) in the aws.Config of aws-sdk-go", "aws-sdk-go 的 aws.Config 中设置 Credentials: credentials.NewCredentials(p)"},
		{"Creds: credentials.New(p) in the minio.Options of minio-go", "minio-go 的 minio.Options 中设置 Creds: credentials.New(p)"},
		{"Date", "Date"},
		{"Documentation:", "文档："},
		{"EC", "EC"},
		{"Endpoint in the aws.Config of aws-sdk-go", "aws-sdk-go 的 aws.Config 中设置 Endpoint"},
		{"Expires", "Expires"},
		{"For a role, the last of the commands below becomes: %s", "如果是 RAM 角色，下面最后一条命令换成：%s"},
		{"For whoever can grant it:", "可转给有权授权的管理员："},
		{"Grant to: %s", "授权对象：%s"},
		{"Grant to: %s of account %s", "授权对象：%s（账号 %s）"},
		{"Grant to: the RAM role whose temporary AccessKey signed the request", "授权对象：签名所用临时访问密钥对应的 RAM 角色"},
		{"Grant to: the RAM user or role that AccessKey %s belongs to", "授权对象：AccessKey %s 所属的 RAM 用户或 RAM 角色"},
		{"Grant to: the RAM user or role that signed the request", "授权对象：签名所用的 RAM 用户或 RAM 角色"},
		{"Grant to: the RAM user that AccessKey %s belongs to", "授权对象：AccessKey %s 所属的 RAM 用户"},
		{"Grant to: the RAM user that signed the request", "授权对象：签名所用的 RAM 用户"},
		{"Host", "域名"},
		{"Hotlink Protection", "Referer 防盗链"},
		{"IP Blacklist/Whitelist", "IP 黑白名单"},
		{"In the RAM console: Permissions > Policies > Create Policy (JSON), then Identities > Roles > %s > Grant Permission",
			"在 RAM 控制台：权限管理 > 权限策略 > 创建权限策略（脚本编辑），然后 身份管理 > 角色 > %s > 新增授权"},
		{"In the RAM console: Permissions > Policies > Create Policy (JSON), then Identities > Roles > the role > Grant Permission",
			"在 RAM 控制台：权限管理 > 权限策略 > 创建权限策略（脚本编辑），然后 身份管理 > 角色 > 目标角色 > 新增授权"},
		{"In the RAM console: Permissions > Policies > Create Policy (JSON), then Identities > Users > the user > Grant Permission",
			"在 RAM 控制台：权限管理 > 权限策略 > 创建权限策略（脚本编辑），然后 身份管理 > 用户 > 目标用户 > 添加权限"},
		{"In the RAM console: Permissions > Policies > Create Policy (JSON), then Identities > Users or Roles > whoever signed > Grant Permission",
			"在 RAM 控制台：权限管理 > 权限策略 > 创建权限策略（脚本编辑），" +
				"然后 身份管理 > 用户（或角色）> 签名所用的身份 > 添加权限（角色为新增授权）"},
		{"It is hidden here. Decoded, it says in detail why OSS refused.", "此处已隐藏。解码之后，可以看到拒绝的详细原因。"},
		{"Kind", "类型"},
		{"Message", "错误信息"},
		{"Method", "请求方法"},
		{"NewEcsRoleCredentialsProvider() on ECS, otherwise NewCredentialsFetcherProvider(f), in SDK v2",
			"SDK v2 在 ECS 上用 NewEcsRoleCredentialsProvider()，其他情况用 NewCredentialsFetcherProvider(f)"},
		{"No statement allows the action.", "没有任何语句允许该操作（隐式拒绝）。"},
		{"OSS calculated over this, and the client sent the other: a + that is not escaped arrives as a space.",
			"OSS 计算签名所用的值与客户端发出的不同：未编码的 + 到达 OSS 时是空格。"},
		{"OSS calculated over this, and the client sent the other: it was changed on the way.",
			"OSS 计算签名所用的值与客户端发出的不同：该部分在传输途中被改动。"},
		{"OSS checked the RAM policies granted at account level.", "OSS 检查的是账号级别授予的 RAM Policy。"},
		{"OSS checked the RAM policies granted at resource group level.", "OSS 检查的是资源组级别授予的 RAM Policy。"},
		{"OSS checked the control policies of the resource directory.", "OSS 检查的是资源目录的管控策略。"},
		{"OSS checked the policy given to AssumeRole.", "OSS 检查的是调用 AssumeRole 时传入的会话策略。"},
		{"OSS checked the trust policy of the role.", "OSS 检查的是 RAM 角色的信任策略。"},
		{"OSS got this, and the client sent the other: something in between signs the request again.",
			"OSS 收到的值与客户端发出的不同：中间有环节对请求重新签了名。"},
		{"OSS read this, and the client sent the other: it was changed on the way.", "OSS 读到的值与客户端发出的不同：该值在传输途中被改动。"},
		{"OSS received the request at %s, %s after that.", "OSS 收到请求的时间是 %s，已过期 %s。"},
		{"OSS signs this parameter, and older clients may not.", "OSS 计算签名时包含该参数，而旧版客户端可能没有包含。"},
		{"OSS signs this parameter; appended to a URL that is signed already, it breaks the signature.",
			"OSS 计算签名时包含该参数；在预签名 URL 后追加该参数会使签名失效。"},
		{"OSS's page for this answer", "OSS 针对本次错误的排查页面"},
		{"Object", "Object"},
		{"Or by command:", "或使用命令："},
		{"Or, for all objects in the same folder: replace that resource with %s", "如果要授权同一目录下的所有 Object，把上面的 Resource 换成 %s"},
		{"Path", "路径"},
		{"Payload hash", "请求体的哈希值"},
		{"RAM role %s", "RAM 角色 %s"},
		{"RAM user %s", "RAM 用户 %s"},
		{"Reason", "具体原因"},
		{"Request ID", "请求 ID"},
		{"Resource", "资源"},
		{"Retry: %s.", "重试：%s。"},
		{"S3ForcePathStyle: aws.Bool(false) in the aws.Config of aws-sdk-go", "aws-sdk-go 的 aws.Config 中设置 S3ForcePathStyle: aws.Bool(false)"},
		{"Scope date", "scope 日期"},
		{"Scope product", "scope 产品"},
		{"Scope region", "scope 地域"},
		{"Signature version", "签名版本"},
		{"Signed headers", "SignedHeaders"},
		{"Spaces at the ends and characters outside ASCII easily change between signing and sending.", "首尾空格和非 ASCII 字符在签名与发送之间容易发生变化。"},
		{"StringToSign", "StringToSign"},
		{"The CDN demands signed URLs, and the auth_key of this one has expired.", "CDN 开启了 URL 鉴权，而该 URL 的 auth_key 已过期。"},
		{"The CDN demands signed URLs, and the auth_key of this one is not what the CDN calculated.", "CDN 开启了 URL 鉴权，而该 URL 的 auth_key 与 CDN 计算的不一致。"},
		{"The CDN demands signed URLs, and this one has no auth_key.", "CDN 开启了 URL 鉴权，而该 URL 没有 auth_key。"},
		{"The CDN quotes here what OSS said.", "这是 CDN 转述的 OSS 错误信息。"},
		{"The ID has a space at one of its ends, or in it.", "AccessKey ID 的首尾或中间有空白字符。"},
		{"The ID has quotes around it.", "AccessKey ID 两端带有引号。"},
		{"The IP address of the caller is not on the whitelist of the CDN.", "调用方的 IP 地址不在 CDN 的白名单中。"},
		{"The IP address of the caller is on the blacklist of the CDN.", "调用方的 IP 地址在 CDN 的黑名单中。"},
		{"The Referer list of the CDN refused the Referer, or its absence.", "CDN 的 Referer 黑白名单拒绝了该 Referer，或不允许空 Referer。"},
		{"The URL has this where OSS expects a UNIX time in seconds.", "URL 中该位置应为以秒为单位的 UNIX 时间戳。"},
		{"The URL has this where OSS expects a lifetime of 1 to 604800 seconds.", "URL 中该位置应为有效期，即 1 到 604800 的秒数。"},
		{"The URL is for requests from this VPC.", "该 URL 只能从这个 VPC 访问。"},
		{"The URL is for this IP address, or for the range that begins here.", "该 URL 只能从这个 IP 地址，或以它为起始地址的 IP 地址段访问。"},
		{"The URL was copied out of HTML or JSON, so that OSS does not see the parameters after the escaped &.",
			"URL 是从 HTML 或 JSON 中直接复制的，OSS 识别不到转义的 & 之后的参数。"},
		{"The URL was copied out of HTML or JSON, so that OSS does not see this parameter.", "URL 是从 HTML 或 JSON 中直接复制的，OSS 识别不到该参数。"},
		{"The User-Agent is not on the whitelist of the CDN.", "User-Agent 不在 CDN 的白名单中。"},
		{"The User-Agent is on the blacklist of the CDN.", "User-Agent 在 CDN 的黑名单中。"},
		{"The answer names this as the endpoint. It does not have the form of an OSS endpoint: make sure that it is yours before you send a signed request there.",
			"这是响应中给出的 Endpoint，但它不是 OSS 的 Endpoint 的格式：先确认它属于你，再向它发送签名请求。"},
		{"The answer:", "响应："},
		{"The body is a page, as proxies, firewalls and filing (ICP) checks send; OSS sends XML.",
			"响应体是网页，代理、防火墙和备案拦截会返回网页；OSS 返回 XML。"},
		{"The body is an error document that has no mark of OSS.", "响应体是错误文档，但没有 OSS 的特征。"},
		{"The bucket was in the host when the request was sent, and OSS saw none.", "请求发出时域名中有 Bucket 名称，但 OSS 收到的域名中没有。"},
		{"The client names this operation. It needs %s; inferred, OSS did not say so.", "客户端给出了操作名称，由此推断该操作需要 %s 权限。OSS 没有明确说明。"},
		{"The client was given an IP address or localhost as endpoint, before which no bucket can stand.",
			"客户端的 Endpoint 配置成了 IP 地址或 localhost，前面无法加 Bucket 名称。"},
		{"The day of the V4 scope has to be that of the request's date.", "V4 签名 scope 中的日期必须与请求时间的日期一致。"},
		{"The form has no such field before the file.", "表单中 file 之前没有该表单域。"},
		{"The form sent this for the field that the condition is about.", "这是表单中该条件对应的表单域的值。"},
		{"The host holds no bucket, so OSS took the first part of the path for it.", "域名中没有 Bucket 名称，OSS 把路径的第一段当作 Bucket 名称。"},
		{"The host holds the bucket twice.", "Bucket 名称在域名中出现了两次。"},
		{"The object key begins with a slash or has two in a row. That is legal, and some clients and proxies treat it differently.",
			"Object 名称以 / 开头或含有连续的 /。这是合法的，但有些客户端和代理对此处理不一致。"},
		{"The object key begins with the name of the bucket, which the host holds already. That is legal, but sometimes not intended.",
			"Object 名称以 Bucket 名称开头，而域名中已经有 Bucket 名称。这是合法的，但有时并非本意。"},
		{"The object key has a character that is easily escaped twice or not at all.", "Object 名称含有容易被重复编码或漏编码的字符。"},
		{"The parameter appears more than once, and signers keep one value.", "该参数出现了多次，而签名时只保留一个值。"},
		{"The product of the V4 scope has to be this one.", "V4 签名 scope 中的产品名必须是该值。"},
		{"The region of the V4 scope has to be that of the host.", "V4 签名 scope 中的地域必须与域名的地域一致。"},
		{"The request asks for this encryption.", "请求要求使用该加密方式。"},
		{"The request carried this time when it was sent.", "请求发出时带有该时间。"},
		{"The request carries no Referer header.", "请求没有 Referer 请求头。"},
		{"The request carries no security token, neither in a header nor in its URL.", "请求没有安全令牌：请求头和 URL 中都没有。"},
		{"The request carries no signature, neither in a header nor in its URL.", "请求未签名：请求头和 URL 中都没有签名。"},
		{"The request has the bucket in its path (path style); OSS wants it before the endpoint.",
			"请求把 Bucket 名称放在路径中（路径风格，path style），而 OSS 要求放在 Endpoint 之前。"},
		{"The request is signed, so it is judged by the permissions of this AccessKey.", "请求已签名，OSS 按该 AccessKey 的权限鉴权。"},
		{"The request lists objects, and its host holds no bucket: OSS reads it as a listing of buckets.",
			"请求是列举 Object，但域名中没有 Bucket 名称，因此变成了列举 Bucket。"},
		{"The request was signed when it was sent, and OSS saw no signature.", zhSignatureLost},
		{"The request's time is %s OSS's.", "请求时间比 OSS 服务端时间%s。"},
		{"The request's time is %s OSS's; %s are allowed.", "请求时间比 OSS 服务端时间%s，最多允许相差 %s。"},
		{"The signature has a line break in it.", "签名中有换行符。"},
		{"The signature has a space where it has to have a +: in a URL a + that is not escaped stands for a space.",
			"签名中应为 + 的位置是空格：URL 中未编码的 + 表示空格。"},
		{"The signature has escapes of HTML or JSON in it.", "签名中有 HTML 或 JSON 的转义字符。"},
		{"The signature is percent-encoded twice, so that OSS reads an escape as part of it.", "签名做了两次 URL 编码，OSS 会把转义序列当作签名的一部分。"},
		{"The signature is shorter than any of this scheme.", "签名不完整：长度小于该签名版本的签名。"},
		{"The signature names this header, and the request does not carry it.", "签名指定了该请求头，但请求没有携带。"},
		{"This has a character that no AccessKey ID has.", "该值含有 AccessKey ID 中不会出现的字符。"},
		{"This has the 30 characters of an AccessKey secret; most often the secret was put in the place of the ID.",
			"该值与 AccessKey Secret 一样长（30 个字符），多半是把 AccessKey Secret 填成了 AccessKey ID。"},
		{"This is a SecretId of Tencent Cloud.", "这是腾讯云的 SecretId。"},
		{"This is a placeholder that was never replaced.", "这是未替换的占位符。"},
		{"This is a time; the parameter wants a lifetime in seconds, at most 604800 (seven days).",
			"这是一个时间点；该参数应为有效期，单位为秒，不超过 604800（7 天）。"},
		{"This is an access key ID of AWS.", "这是 AWS 的 Access Key ID。"},
		{"This is how far its restoration has come.", "这是该 Object 的解冻状态。"},
		{"This is how many leading bits of the IP address count; 32 means one address.", "这是子网掩码的位数，32 表示单个 IP 地址。"},
		{"This is how the policy refused.", "这是拒绝的类型。"},
		{"This is longer than the seven days (604800 seconds) that V4 allows.", "超过了 V4 签名允许的 7 天（604800 秒）。"},
		{"This is longer than the seven days (604800 seconds) that V4 allows; most often it is a time.Duration, which counts nanoseconds.",
			"超过了 V4 签名允许的 7 天（604800 秒）；多半是直接传了以纳秒计的 time.Duration。"},
		{"This is longer than the seven days (604800 seconds) that V4 allows; most often it is meant in milliseconds.",
			"超过了 V4 签名允许的 7 天（604800 秒）；多半是误用了毫秒。"},
		{"This is not a time in a form that OSS reads.", "OSS 无法识别这种格式的时间。"},
		{"This is not the ID that the request was signed with when it was sent.", "请求发出时签名用的不是这个 AccessKey ID。"},
		{"This is the RAM action that OSS checked.", "这是 OSS 鉴权时检查的 RAM 操作（Action）。"},
		{"This is the Referer that was sent.", "这是请求发送的 Referer。"},
		{"This is the condition that the form does not meet.", "这是表单不满足的条件。"},
		{"This is the host that was called; it is an endpoint of transfer acceleration, and OSS asks for that of the region.",
			"这是请求的域名；它是传输加速 Endpoint，而 OSS 要求使用 Bucket 所在地域的 Endpoint。"},
		{"This is the host that was called; it is in region %s, and the bucket is in %s.", "这是请求的域名；它属于地域 %s，而 Bucket 位于 %s。"},
		{"This is the host that was called; its endpoint is not the one that OSS asks for.", "这是请求的域名；其 Endpoint 与 OSS 要求的不一致。"},
		{"This is the host that was called; of the region's endpoints it is the internal one, and OSS asks for the public one.",
			"这是请求的域名；它是该地域的内网 Endpoint，而 OSS 要求使用外网 Endpoint。"},
		{"This is the host that was called; of the region's endpoints it is the public one, and OSS asks for the internal one.",
			"这是请求的域名；它是该地域的外网 Endpoint，而 OSS 要求使用内网 Endpoint。"},
		{"This is the identity that OSS saw of account %s.", "这是 OSS 识别到的身份，属于账号 %s。"},
		{"This is the identity that OSS saw, a RAM user of account %s.", "这是 OSS 识别到的身份：账号 %s 的 RAM 用户。"},
		{"This is the identity that OSS saw, a RAM user.", "这是 OSS 识别到的身份：RAM 用户。"},
		{"This is the identity that OSS saw, a federated user of account %s.", "这是 OSS 识别到的身份：账号 %s 的 SSO 联合身份。"},
		{"This is the identity that OSS saw, a federated user.", "这是 OSS 识别到的身份：SSO 联合身份。"},
		{"This is the identity that OSS saw, a session of a RAM role of account %s.", "这是 OSS 识别到的身份：账号 %s 的 RAM 角色会话。"},
		{"This is the identity that OSS saw, a session of a RAM role.", "这是 OSS 识别到的身份：RAM 角色会话。"},
		{"This is the identity that OSS saw.", "这是 OSS 识别到的身份。"},
		{"This is the lifetime of the URL in seconds.", "这是 URL 的有效期，单位为秒。"},
		{"This is the storage class of the object.", "这是 Object 的存储类型。"},
		{"This is the type of policy that OSS checked.", "这是 OSS 检查的策略类型。"},
		{"This is too long for an AccessKey ID.", "该值太长，不是 AccessKey ID。"},
		{"This is too short for an AccessKey ID.", "该值太短，不是完整的 AccessKey ID。"},
		{"This is what OSS calculated the signature over; compare it with what your client signed.", "以上是 OSS 计算签名所用的内容，请与客户端签名的内容对比。"},
		{"This is why the CDN refused, or what OSS told it.", "这是 CDN 拒绝的原因，或 OSS 返回给 CDN 的错误信息。"},
		{"This may have been signed another way.", "客户端对该项的签名方式可能不同。"},
		{"This names the software that answered.", "这是返回响应的软件。"},
		{"This names what passed the answer on.", "这是转发响应的节点。"},
		{"This says whether requests that a proxy forwarded count.", "表示是否允许经代理转发的请求。"},
		{"URL Signing", "URL 鉴权"},
		{"UsePathStyle = false in the s3.Options of aws-sdk-go-v2", "aws-sdk-go-v2 的 s3.Options 中设置 UsePathStyle = false"},
		{"User-Agent Blacklist/Whitelist", "UA 黑白名单"},
		{"What OSS calculated over is what was sent, so nothing was changed on the way: the secret is another one, or the client signed another text than it sent.",
			"OSS 计算签名所用的内容与发出的请求一致，传输途中没有改动：AccessKey Secret 不对，或客户端签名的内容与实际发送的不同。"},
		{"What the answer shows:", "响应中的证据："},
		{"What to do:", "处理步骤："},
		{"What: %s on %s", "授权内容：%s，Resource 为 %s"},
		{"Who can act: %s.", "由谁处理：%s。"},
		{"WithEndpoint in SDK v2", "SDK v2 用 WithEndpoint"},
		{"WithUsePathStyle(false) in SDK v2", "SDK v2 中设置 WithUsePathStyle(false)"},
		{"a certain VPC", "指定的 VPC"},
		{"a message that other stores send too", "其他对象存储也会返回的错误信息"},
		{"a part of the message", "错误信息的一部分"},
		{"about a minute", "1 分钟左右"},
		{"absent", "无"},
		{"after the account is restored", "账号恢复正常之后"},
		{"after the credentials are replaced", "更换访问凭证之后"},
		{"after the object is restored", "Object 解冻完成之后"},
		{"after the policies are changed to allow it", "修改权限策略、允许该操作之后"},
		{"after the request carries the right time", "请求时间正确之后"},
		{"after the request is signed correctly", "请求正确签名之后"},
		{"an administrator of the Alibaba Cloud account", "阿里云账号的管理员"},
		{"another value (masked)", "值不同（已脱敏）"},
		{"at account level", "账号级别"},
		{"at resource group level", "资源组级别"},
		{"aws_session_token in the profile of the AWS CLI", "AWS CLI 的 profile 中设置 aws_session_token"},
		{"aws_session_token of boto3", "boto3 用 aws_session_token"},
		{"body", "响应体"},
		{"bucket ", "Bucket "},
		{"credentials.sessionToken of the S3Client", "S3Client 用 credentials.sessionToken"},
		{"endpoint of the S3Client", "S3Client 用 endpoint"},
		{"endpoint_url of boto3", "boto3 用 endpoint_url"},
		{"equal", "一致"},
		{"federated user %s", "SSO 联合身份 %s"},
		{"forcePathStyle: false in the S3Client of the AWS SDK for JavaScript", "AWS SDK for JavaScript 的 S3Client 中设置 forcePathStyle: false"},
		{"form field %s", "表单域 %s"},
		{"host", "请求的域名"},
		{"none", "无"},
		{"object ", "Object "},
		{"oss.ForcePathStyle(false) in SDK v1", "SDK v1 中设置 oss.ForcePathStyle(false)"},
		{"oss.SecurityToken(token) in SDK v1", "SDK v1 用 oss.SecurityToken(token)"},
		{"oss.SetCredentialsProvider(p) in SDK v1", "SDK v1 用 oss.SetCredentialsProvider(p)"},
		{"perform %s", "执行 %s"},
		{"perform this action", "执行该操作"},
		{"present", "有"},
		{"present without a value", "有该项但没有值"},
		{"request", "请求"},
		{"role session %s", "RAM 角色会话 %s"},
		{"s3.addressing_style = virtual in the profile of the AWS CLI", "AWS CLI 的 profile 中设置 s3.addressing_style = virtual"},
		{"s3={\"addressing_style\": \"virtual\"} in botocore's Config", "botocore 的 Config 中设置 s3={\"addressing_style\": \"virtual\"}"},
		{"something that starts with %s", "以 %s 开头的值"},
		{"the EC", "EC"},
		{"the action %s", "%s 操作"},
		{"the answer does not tell what has to happen first", "从响应中看不出重试之前需要做什么"},
		{"the beginning of the message", "错误信息的开头部分"},
		{"the bucket", "该 Bucket"},
		{"the caller", "调用方"},
		{"the code", "错误码"},
		{"the first argument of minio.New", "minio-go 为 minio.New 的第一个参数"},
		{"the first argument of oss.New in SDK v1", "SDK v1 为 oss.New 的第一个参数"},
		{"the form of the message", "错误信息的格式"},
		{"the header %s", "请求头 %s"},
		{"the message", "错误信息"},
		{"the name of the kind", "类型名称"},
		{"the object", "该 Object"},
		{"the query parameter %s", "查询参数 %s"},
		{"the same request will not succeed", "原样重试不会成功"},
		{"the third argument of NewStaticCredentialsProvider in SDK v2", "SDK v2 用 NewStaticCredentialsProvider 的第三个参数"},
		{"the third argument of NewStaticCredentialsProvider of aws-sdk-go-v2", "aws-sdk-go-v2 用 NewStaticCredentialsProvider 的第三个参数"},
		{"the third argument of credentials.NewStaticCredentials of aws-sdk-go", "aws-sdk-go 用 credentials.NewStaticCredentials 的第三个参数"},
		{"the third argument of credentials.NewStaticV4 of minio-go", "minio-go 用 credentials.NewStaticV4 的第三个参数"},
		{"this action", "该操作"},
		{"through another endpoint or host name", "换用其他 Endpoint 或域名之后"},
		{"whoever manages the bucket", "Bucket 的管理者"},
		{"withPathStyleAccessEnabled(false) in the AWS SDK for Java", "AWS SDK for Java 中设置 withPathStyleAccessEnabled(false)"},
		{"you, in the program or its settings", "调用方（修改程序或其配置）"},
	},
	ecPages: []ecPage{
		{"0002-00000002", "https://help.aliyun.com/zh/oss/support/0002-00000002"},
		{"0002-00000003", "https://help.aliyun.com/zh/oss/user-guide/0002-00000003"},
		{"0002-00000004", "https://help.aliyun.com/zh/oss/user-guide/0002-00000004"},
		{"0002-00000005", "https://help.aliyun.com/zh/oss/user-guide/0002-00000005"},
		{"0002-00000006", "https://help.aliyun.com/document_detail/473587.html"},
		{"0002-00000008", "https://help.aliyun.com/document_detail/473680.html"},
		{"0002-00000010", "https://help.aliyun.com/zh/oss/user-guide/0002-00000010"},
		{"0002-00000034", "https://help.aliyun.com/zh/oss/user-guide/0002-00000034"},
		{"0002-00000040", "https://help.aliyun.com/zh/oss/support/0002-00000040"},
		{"0002-00000067", "https://help.aliyun.com/zh/oss/user-guide/0002-00000067"},
		{"0002-00000068", "https://help.aliyun.com/zh/oss/user-guide/0002-00000068"},
		{"0002-00000069", "https://help.aliyun.com/zh/oss/support/0002-00000069"},
		{"0002-00000070", "https://help.aliyun.com/zh/oss/user-guide/0002-00000070"},
		{"0002-00000075", "https://help.aliyun.com/zh/oss/user-guide/0002-00000075"},
		{"0002-00000080", "https://help.aliyun.com/zh/oss/user-guide/0002-00000080"},
		{"0002-00000113", "https://help.aliyun.com/document_detail/475410.html"},
		{"0002-00000117", "https://help.aliyun.com/zh/oss/support/0002-00000117"},
		{"0002-00000118", "https://help.aliyun.com/zh/oss/support/0002-00000118"},
		{"0002-00000119", "https://help.aliyun.com/zh/oss/support/0002-00000119"},
		{"0002-00000201", "https://help.aliyun.com/zh/oss/user-guide/0002-00000201"},
		{"0002-00000206", "https://help.aliyun.com/zh/oss/support/0002-00000206"},
		{"0002-00000225", "https://help.aliyun.com/zh/oss/user-guide/0002-00000225"},
		{"0002-00000232", "https://help.aliyun.com/zh/oss/user-guide/0002-00000232"},
		{"0002-00000235", "https://help.aliyun.com/zh/oss/user-guide/0002-00000235"},
		{"0002-00000236", "https://help.aliyun.com/zh/oss/user-guide/0002-00000236"},
		{"0002-00000301", "https://help.aliyun.com/zh/oss/user-guide/0002-00000301"},
		{"0002-00000302", "https://help.aliyun.com/zh/oss/user-guide/0002-00000302"},
		{"0002-00000303", "https://help.aliyun.com/zh/oss/user-guide/0002-00000303"},
		{"0002-00000304", "https://help.aliyun.com/zh/oss/user-guide/0002-00000304"},
		{"0002-00000305", "https://help.aliyun.com/zh/oss/user-guide/0002-00000305"},
		{"0002-00000418", "https://help.aliyun.com/zh/oss/user-guide/0002-00000418"},
		{"0002-00000429", "https://help.aliyun.com/zh/oss/user-guide/0002-00000429"},
		{"0002-00000430", "https://help.aliyun.com/zh/oss/support/0002-00000430"},
		{"0002-00000501", "https://help.aliyun.com/zh/oss/user-guide/0002-00000501"},
		{"0002-00000503", "https://help.aliyun.com/zh/oss/user-guide/0002-00000503"},
		{"0002-00000504", "https://help.aliyun.com/zh/oss/user-guide/0002-00000504"},
		{"0002-00000602", "https://help.aliyun.com/document_detail/474996.html"},
		{"0002-00000603", "https://help.aliyun.com/zh/oss/support/0002-00000603"},
		{"0002-00000604", "https://help.aliyun.com/zh/oss/user-guide/0002-00000604"},
		{"0002-00000904", "https://help.aliyun.com/zh/oss/user-guide/0002-00000904"},
		{"0003-00000001", "https://help.aliyun.com/zh/oss/user-guide/0003-00000001"},
		{"0003-00000002", "https://help.aliyun.com/zh/oss/support/0003-00000002"},
		{"0003-00000005", "https://help.aliyun.com/zh/oss/user-guide/0003-00000005"},
		{"0003-00000006", "https://help.aliyun.com/zh/oss/support/0003-00000006"},
		{"0003-00000007", "https://help.aliyun.com/zh/oss/support/0003-00000007"},
		{"0003-00000101", "https://help.aliyun.com/zh/oss/user-guide/0003-00000101"},
		{"0003-00000201", "https://help.aliyun.com/zh/oss/user-guide/0003-00000201"},
		{"0003-00000204", "https://help.aliyun.com/zh/oss/user-guide/0003-00000204"},
		{"0003-00000301", "https://help.aliyun.com/document_detail/476354.html"},
		{"0003-00000401", "https://help.aliyun.com/zh/oss/user-guide/0003-00000401"},
		{"0003-00000501", "https://help.aliyun.com/zh/oss/support/0003-00000501"},
		{"0003-00000502", "https://help.aliyun.com/zh/oss/user-guide/0003-00000502"},
		{"0003-00000503", "https://help.aliyun.com/document_detail/476363.html"},
		{"0003-00000701", "https://help.aliyun.com/zh/oss/support/0003-00000701"},
		{"0003-00000702", "https://help.aliyun.com/zh/oss/support/0003-00000702"},
		{"0003-00000703", "https://help.aliyun.com/zh/oss/user-guide/0003-00000703"},
		{"0003-00000801", "https://help.aliyun.com/zh/oss/user-guide/0003-00000801"},
		{"0003-00000803", "https://help.aliyun.com/zh/oss/user-guide/0003-00000803"},
		{"0003-00000905", "https://help.aliyun.com/zh/oss/user-guide/0003-00000905"},
		{"0003-00000906", "https://help.aliyun.com/zh/oss/user-guide/0003-00000906"},
		{"0003-00000908", "https://help.aliyun.com/zh/oss/user-guide/0003-00000908"},
		{"0003-00001201", "https://help.aliyun.com/zh/oss/support/0003-00001201"},
		{"0003-00001403", "https://help.aliyun.com/zh/oss/user-guide/0003-00001403"},
		{"0006-00000213", "https://help.aliyun.com/zh/oss/user-guide/0006-00000213"},
		{"0006-00000226", "https://help.aliyun.com/document_detail/604892.html"},
		{"0006-00000227", "https://help.aliyun.com/document_detail/604893.html"},
		{"0016-00000306", "https://help.aliyun.com/zh/oss/user-guide/0016-00000306"},
		{"0016-00000404", "https://help.aliyun.com/zh/oss/support/0016-00000404"},
		{"0061-00000001", "https://help.aliyun.com/zh/oss/support/0061-00000001"},
	},
}
