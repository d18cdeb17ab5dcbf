package logtext

import (
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/osshost"
)

// foreignPhrases say that a text is about another store or another service, beside the hosts of other stores. A
// name has to be one that no client of several stores uses for itself, and as long as the finder's window.
var foreignPhrases = []string{
	// AWS S3.
	"server: amazons3",
	"The AWS Access Key Id you",
	"'server': 'amazons3'",
	`"server":"amazons3"`,
	`"server": "amazons3"`,

	// Google Cloud Storage.
	"Google Cloud Storage",
	".gserviceaccount.com",
	"x-goog-request",
	"x-goog-hash",
	"x-goog-generation",
	"x-guploader-uploadid",

	// MinIO, Ceph.
	"server: minio",
	"x-minio-error",
	"x-minio-deployment-id",
	"x-rgw-object-type",
	"'server': 'minio'",
	`"server":"minio"`,
	`"server": "minio"`,

	// Tencent Cloud COS.
	"com.qcloud.cos",
	"CosServiceException",
	"qcloud_cos",
	"cos-go-sdk",
	"x-cos-request-id",
	"x-cos-trace-id",
	"server: tencent-cos",

	// Huawei Cloud OBS.
	"com.obs.services",
	"ObsException",
	"esdk-obs-java",
	"esdk-obs-python",
	"esdk-obs-browser",
	"esdk-obs-node",
	"esdk-obs-php",
	"x-obs-request-id",
	"x-obs-id-2",
	"server: obs",

	// Volcengine TOS.
	"com.volcengine",
	"ve-tos-go-",
	"ve-tos-java",
	"ve-tos-python",
	"ve-tos-nodejs",
	"ve-tos-browser",
	"ve-tos-cpp",
	"ve-tos-php",
	"tos: request error",
	"tos: unexpected",
	"TosServerException",
	"tos.exceptions",
	"TosServerError",
	"x-tos-request-id",
	"x-tos-id-2",
	"server: tosserver",

	// Kingsoft Cloud KS3, Baidu AI Cloud BOS.
	"KS3 third level",
	"x-kss-request-id",
	"com.ksyun.",
	"ks3exception",
	"x-bce-request-id",
	"x-bce-debug-id",

	// MaxCompute.
	".maxcompute.aliyun",
	".odps.aliyun",
	"service.odps.",
	"com.aliyun.odps",
	"odps.errors",
	"OdpsException",
	"x-odps-request-id",

	// Simple Log Service.
	".log.aliyuncs.com",
	"com.aliyun.openservices.log",
	"LogException",
	"aliyun.log.",
	"x-log-requestid",
	"x-log-apiversion",

	// Message queues.
	".mns.cn-be",
	".mns.cn-ch",
	".mns.cn-gu",
	".mns.cn-ha",
	".mns.cn-he",
	".mns.cn-hu",
	".mns.cn-no",
	".mns.cn-qi",
	".mns.cn-sh",
	".mns.cn-wu",
	".mns.cn-zh",
	".mns.ap-no",
	".mns.ap-so",
	".mns.us-ea",
	".mns.us-we",
	".mns.eu-ce",
	"mqrest.cn-",
	"mqrest.ap-",
	".mq-internet",
	"ons.aliyuncs",
	"//mns.aliyuncs.com",
	"com.aliyun.mns",
	"mns_exception",
	"MNSException",
	"MNSServerException",
	"x-mns-request-id",
	"x-mns-version",
	"com.aliyun.mq",
	"org.apache.rocketmq",
	"x-mq-request-id",
	"com.aliyun.openservices.ons",

	// DataHub, Tablestore.
	".datahub.aliyun",
	".ots.aliyuncs.com",
	".tablestore.aliyuncs",
	"com.aliyun.datahub",
	"DatahubClientException",
	"datahub.exceptions",
	"x-datahub-",
	"com.aliyun.openservices.ots",
	"x-ots-requestid",
	"x-ots-request-id",
	".openservices.tablestore",
	"OTSServiceError",
	"OTSClientError",

	// ApsaraVideo VOD.
	"vod.cn-beijing",
	"vod.cn-shanghai",
	"vod.cn-shenzhen",
	"vod.ap-southeast",
	"vod.aliyuncs.com",
	"InvalidVideo.",
	"vod.aliyun",
	"CreateUploadVideo",

	// Other services of Alibaba Cloud, and their clients.
	"ecs.aliyuncs.com",
	"ram.aliyuncs.com",
	"sts.aliyuncs.com",
	"aliyunsdkcore.acs_exception",
	"com.aliyuncs.exceptions",
	"Tea.exceptions",
	"com.aliyun.tea.TeaException",
	"SDK.ServerError",
	"denied by sts or ram",
	"aliyun api error: requestid: null",
}

// sdkNames are names of OSS's SDKs, their files and packages, that no record is read for: where an error is,
// they say whose it is.
var sdkNames = []string{
	"ali-oss/dist", "ali-oss/lib", "aliyun-oss-sdk.", // browsers
	"aliyun-sdk-oss", "com.alibaba.sdk.android.oss", "oss-android-sdk", // Java, Android
	"JindoOssFileSystem", "com.aliyun.jindodata.oss", "com.aliyun.emr.fs.oss", // hadoop
	"oss-sdk-php", "fs.aliyun.oss", "flutter_oss_aliyun", "oss_aliyun/",
}

const (
	markSDK AnchorKind = iota
	markForeign
	markOperation
)

func marksFinder() *finder {
	var list []needle
	for _, s := range append(sdkNames, sdkPhrases...) {
		list = append(list, needle{kind: markSDK, text: strings.ToLower(s)})
	}
	for _, s := range append(foreignPhrases, osshost.Stores...) {
		list = append(list, needle{kind: markForeign, text: strings.ToLower(s)})
	}
	for _, m := range operationMarks {
		list = append(list, needle{kind: markOperation, text: strings.ToLower(m.before)})
	}
	return newFinder(list)
}

// readMarks looks for what names OSS's SDKs and what names others.
func (r *Reader) readMarks(p *page) {
	for at := 0; ; {
		i, n := r.marks.next(p.text, at)
		if i < 0 {
			break
		}
		switch {
		case n.kind == markForeign:
			p.foreign = p.foreign || !inURLQuery(p.text, i)
		case n.kind == markOperation:
			p.operation = true
		case !p.sdk && !isPackage(p.text, i, i+len(n.text)) && !inTable(p.text, i) && !inStatement(p.text, i):
			p.sdk, p.sdkAt = true, i
		}
		at = i + len(n.text)
	}
	if !p.sdk && strings.Contains(p.text, "'details': ") { // oss2, without the name of its exception
		for _, header := range [...]string{"'x-oss-request-id': '", "'request-id': '"} {
			if i := strings.Index(p.text, header); i >= 0 {
				p.sdk, p.sdkAt = true, i
				break
			}
		}
	}
	if !p.sdk && !p.foreign && strings.Contains(p.text, "[ErrorCode]") && strings.Contains(p.text, "[RequestId]") {
		p.sdk, p.sdkAt = true, strings.Index(p.text, "[ErrorCode]")
	}
	p.foreign = p.foreign || isOfOther(p.text)
}

// isPackage says whether the name of an SDK at a place is that of a package which a tool gets from somewhere: in
// a URL that is no script's, in coordinates as com.aliyun.oss:aliyun-sdk-oss:jar, in module@version.
func isPackage(s string, at, end int) bool {
	for end < len(s) && (chars.IsLetterOrDigit(s[end]) || s[end] == '-') {
		end++
	}
	if rest := s[end:]; len(rest) > 1 && rest[0] == ':' && chars.IsLetterOrDigit(rest[1]) && !chars.IsDigit(rest[1]) {
		return true
	} else if strings.HasPrefix(rest, "@v") {
		word, _, _ := strings.Cut(rest, " ")
		return !strings.Contains(word, "/") || strings.Contains(word, "/@v/")
	}
	low := at
	for low > max(0, at-256) && !isOneOf(s[low-1], " \t\r\n\"'`(<") {
		low--
	}
	for end < len(s) && s[end] > ' ' && !isOneOf(s[end], "\"'`)>") {
		end++
	}
	word := s[low:end]
	return strings.Contains(word, "://") && !strings.Contains(word, ".js") && !strings.Contains(word, "://oss-") && !strings.Contains(word, ".oss-")
}

// inURLQuery says whether a place is in the query of a URL, where another URL may stand.
func inURLQuery(s string, at int) bool {
	before := s[max(0, at-512):at]
	return lastOf(before[:strings.LastIndexAny(before, "? \t\r\n\"'")+1]) == '?'
}

// isOfOther says whether a text names what only another service of Alibaba Cloud has, and nothing of OSS: a resource,
// as acs:odps:*:projects/p, or an error of MaxCompute's, ODPS-0420095. What acs:ram names may be who asked OSS.
func isOfOther(s string) bool {
	other := false
	for at := 0; !other; {
		i := strings.Index(s[at:], "acs:")
		if i < 0 {
			break
		}
		at += i + len("acs:")
		service, _, ok := strings.Cut(s[at:min(len(s), at+16)], ":")
		other = ok && chars.IsAlnum(service) && service != "oss" && service != "ram" && service != "sts"
	}
	if _, number, ok := strings.Cut(s, "ODPS-0"); ok && !other {
		other = len(number) >= 6 && chars.IsDigits(number[:6])
	}
	return other && !isOSSText(s) && !strings.Contains(s, "acs:oss:")
}
