package gate

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// harmless is what real logs have, and what a gate that hides too much would spoil.
var harmless = strings.Split(strings.TrimSpace(`
E1026 12:11:12 utils.go:185 stat /var/lib/kubelet/pods/3472f9dc-fcfd-4e95-a712-efd7efa5f620/volumes/kubernetes.io~csi/pvc-14d11f79-66d5-4ed3-b410-b1751e2b6668/mount: permission denied
JuiceFS:b2 on /jfs/pvc-2b0d95e3-8e6c-4e70-bc1d-f5718f4c0771-sduqef type fuse.juicefs (rw,relatime,user_id=0)
Container ID: docker://c7be45dbf15d9d5995ac17762f3bb05e6845b14bd6e38f20b6b5ab882028de1f
volume_id:"fs-0cb16fe804b83c4b7" target_path:"/mnt"
凭证已过期，请重新登录；凭证有效期为 3600 秒
使用临时凭证访问 OSS 时返回 403
凭证：未设置
/var/lib/docker/overlay2/diff/usr/share/zoneinfo/America/Argentina/ComodRivadavia
/home/admin/app/releases/20240101120000/current/config/application-production.properties
C:\Program Files\Alibaba\ossbrowser\resources\app.asar\node_modules\ali-oss\lib\client.js
C:\Users\Administrator\AppData\Local\Temp\2\ossutil_checkpoint
node_modules/ali-oss/lib/common/utils/isBlob.js:12:34
at com.aliyun.oss.internal.OSSErrorResponseHandler.handle(OSSErrorResponseHandler.java:72)
at com.aliyun.oss.common.comm.ServiceClient.handleResponse(ServiceClient.java:268)
at org.springframework.web.servlet.FrameworkServlet.processRequest(FrameworkServlet.java:1014)
at sun.reflect.GeneratedMethodAccessor1234.invoke(Unknown Source)
at jdk.internal.reflect.DirectMethodHandleAccessor.invoke(DirectMethodHandleAccessor.java:104)
at com.example.FileService$$EnhancerBySpringCGLIB$$a1b2c3d4.upload(<generated>)
at com.example.UploadController.lambda$upload$0(UploadController.java:88)
Caused by: com.aliyun.oss.OSSException: You have no right to access this object because of bucket acl.
org.apache.hadoop.fs.aliyun.oss.AliyunOSSFileSystemStore
org.apache.flink.runtime.checkpoint.CheckpointException: Could not complete snapshot 42
io.netty.channel.AbstractChannelHandlerContext.invokeChannelRead(AbstractChannelHandlerContext.java:379)
Aliyun\OSS\Exception\OssException
Illuminate\Filesystem\FilesystemAdapter->putFileAs('images', Object(Illuminate\Http\UploadedFile))
#12 /www/wwwroot/example.com/vendor/laravel/framework/src/Illuminate/Pipeline/Pipeline.php(180): Illuminate\Pipeline\Pipeline->Illuminate\Pipeline\{closure}()
File "/usr/local/lib/python3.11/site-packages/oss2/api.py", line 246, in _do
oss2.exceptions.AccessDenied: {'status': 403, 'x-oss-request-id': '684B00C0FFEE00C0FFEE0403', 'details': {'Code': 'AccessDenied'}}
<frozen importlib._bootstrap_external>
github.com/aliyun/aliyun-oss-go-sdk/oss.(*Bucket).PutObjectFromFile(0xc000124000, {0xc00012a0f0, 0x1b}, {0x7ffee3b2c8a0, 0x17}, {0x0, 0x0, 0x0})
github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss.(*Client).InvokeOperation
/go/pkg/mod/github.com/aliyun/aliyun-oss-go-sdk@v3.0.2+incompatible/oss/conn.go:620
golang.org/x/net v0.0.0-20240101120000-abcdef123456
goroutine 1234567 [IO wait, 5 minutes]:
map[string]interface {}
func(context.Context, *s3.PutObjectInput, ...func(*s3.Options)) (*s3.PutObjectOutput, error)
runtime error: invalid memory address or nil pointer dereference
panic: runtime error: slice bounds out of range [:65536] with capacity 4096
unexpected EOF while reading trailer
dial tcp: lookup examplebucket.oss-cn-hangzhou.aliyuncs.com on 100.100.2.136:53: no such host
read tcp 10.244.3.17:54321->118.31.219.250:443: read: connection reset by peer
Get "https://examplebucket.oss-cn-hangzhou-internal.aliyuncs.com/?list-type=2&prefix=logs%2F2024%2F&max-keys=1000": context deadline exceeded
https://examplebucket.oss-cn-hangzhou.aliyuncs.com/photos/2024/january/IMG_20240131_235959.jpg
https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a.jpg?x-oss-process=image/resize,w_300/format,webp/quality,q_80
https://api.alibabacloud.com/troubleshoot?q=0003-00000001
https://help.aliyun.com/zh/oss/user-guide/0003-00000905
https://www.alibabacloud.com/help/en/oss/user-guide/common-examples-of-ram-policies
https://github.com/aliyun/aliyun-oss-go-sdk/issues/424#issuecomment-1234567890
http://oss-ap-southeast-1.aliyuncs.com/?delimiter=&marker=&max-keys=1&prefix=
oss://examplebucket/path/to/object.txt
s3://examplebucket/warehouse/db.db/table/dt=2024-01-01/part-00000-of-00128.snappy.parquet
backup/2024/01/db-20240101T120000Z.tar.gz
velero/backups/daily-20240305020015/velero-backup.json
part-00000-9c2d7a54-3b1e-4f0a-8d6c-1e2f3a4b5c6d-c000.snappy.parquet
uploads/550e8400-e29b-41d4-a716-446655440000/avatar.png
images/d41d8cd98f00b204e9800998ecf8427e.png
logs/nginx/access.log-2024-01-31_23-59.gz
myapp-7d9f8b6c5d-x2x4z
pod/ingress-nginx-controller-6d4b75cb6d-8lqzn
deployment.apps/oss-csi-provisioner-5b8c9d7f4f-2xk9p
registry.cn-hangzhou.aliyuncs.com/example/app@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
registry.cn-hangzhou.aliyuncs.com/acs/oss-csi-plugin:v1.26.2-5f2a7c1-aliyun
Container ID: 3f4e5d6c7b8a
commit 1a2b3c4d5e6f
Merge branch 'feature/oss-upload-retry' into release/2024.01
trace_id=4bf92f3577b34da6a3ce929d0e0e4736 span_id=00f067aa0ba902b7
traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
X-B3-TraceId: 463ac35c9f6413ad48485a3953bb6124
X-Request-Id: 7b5e9f0c-2d3a-4c1b-9e8f-6a5d4c3b2a10
request id: 4442587FB7D0A2F9
x-oss-request-id: 684B00C0FFEE00C0FFEE0403
RequestId: 5C3D9175B6FC201293AD4890
EagleId: 2f6a5a9c17123456789012345e
Via: cache21.l2cn3025[30,0], kunlun9.cn7214[45,403-0]
job 01ARZ3NDEKTSV4RRFFQ69G5FAV finished
ETag: "5B3C1A2E053D763E1B002CC607C5A0FE"
ETag: "D41D8CD98F00B204E9800998ECF8427E-12"
uploadId=0004B9894A22E5B1888A1E29F8236E2D
UploadId: 0004B999EF518A1FE585B0C9360DC4C8
x-oss-hash-crc64ecma: 5981764153023615706
Last-Modified: Fri, 24 Feb 2012 06:07:48 GMT
Date: Wed, 25 Nov 2026 23:37:03 GMT
2024-01-31T23:59:59.123456789+08:00
2024/01/31 23:59:59.123456 [error] 12345#12345: *67890 upstream sent 403
[2025-12-05 01:20:55.701 +08:00] [WARN] [S3Common.cpp:144]
E0402 11:20:31 jindofs_connectivity.cpp:13] Please check your Endpoint/Bucket/RoleArn
1672531199999
took 1m32.456789s
size=1073741824 bytes, 1.07 GB
Content-Length: 5242880
0003-00001403
ec=0003-00000001 (EC 0002-00000040)
oss-cn-hangzhou-internal.aliyuncs.com
oss-accelerate-overseas.aliyuncs.com
examplebucket.oss-ap-northeast-1-internal.aliyuncs.com
cn-shanghai-finance-1-pub
mybucket-1250000000.cos.ap-beijing.myqcloud.com
kubernetes.default.svc.cluster.local
ip-10-0-12-34.cn-northwest-1.compute.internal
iZbp1d4s7w9x2k5m8n3q6z
i-bp1g6wv5kzs3tz2bm8qp
vpc-bp1aevy8sofi8mh1qc5d4
vsw-bp1s5fnvk4gn2tws03624
sg-bp67acfmxazb4p7d3k2j
i-0abcd1234ef567890
acs:ram::1234567890123456:role/AliyunOSSDefaultRole
acs:ram::1234567890123456:user/oss-uploader
acs:ram::1234567890123456:assumed-role/ecs-oss-role/i-session
acs:oss:oss-cn-hangzhou:1234567890123456:examplebucket/photos/*
acs:oss:*:*:examplebucket/images/a.png
arn:aws:iam::123456789012:role/service-role/AWSLambdaBasicExecutionRole
acs:kms:cn-hangzhou:1234567890123456:key/9468da86-3509-4f8d-a61e-6eab1eac0000
AuthPrincipalOwnerId 1000000000000001
AuthPrincipalDisplayName 208000000000000001:session-name
oss:PutObject, oss:GetObjectVersionAcl and oss:ListMultipartUploads
AccountLevelIdentityBasedPolicy
ResourceGroupLevelIdentityBasedPolicy
SecondLevelDomainForbidden
RequestTimeTooSkewed: The difference between the request time and the current time is too large.
SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your key and signing method.
InvalidAccessKeyId: The OSS Access Key Id you provided does not exist in our records.
SecurityTokenExpired: The security token you provided has expired.
InvalidSecurityToken: the token is malformed
The Security Token may be lost to specify that it is a STS Access Id.
Query-string authentication requires the Signature, Expires and OSSAccessKeyId parameters
Either the Signature query string or the Authorization header, not both.
OSS authentication requires a valid Date.
AccessKeyId should not be null or empty.
AccessKeySecret is empty
AccessKeySecret: missing
the token is expired, refresh it
your secret is wrong
secret not found in the vault
check the AccessKeySecret of the sub-user
password authentication failed for user "postgres"
token expired at 2024-01-31T23:59:59Z
Unexpected token < in JSON at position 0
SyntaxError: Unexpected token 'o', "oss error" is not valid JSON
syntax error near unexpected token 'newline'
signature version v4, scheme OSS4-HMAC-SHA256
x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-date=20260305T000000Z&x-oss-expires=3600
signature: V1
SignatureVersion: v4
token_type: bearer
tokenizer: standard
secretName: oss-credentials
secretRef: {name: oss-credentials}
credentials provider: EcsRamRole
credential: cannot load profile
AccessKeyId: missing
check authorization: step 3 of job 17
Authorization 请求头和 URL 中都没有
AccessKey 已被禁用
密钥不正确
密码错误，请重试
签名不匹配：检查 Content-Type
签名：V4
请求的密钥是 9468da86-3509-4f8d-a61e-6eab1eac0000
请检查 AccessKeySecret 是否正确
没有权限访问该 Object，请联系管理员授予 oss:GetObject 权限
上传失败：第 3 个分片（共 128 个）没有权限
您无权访问此Bucket，因为Bucket ACL为private
分片 3 失败：没有权限
Bucket "examplebucket" 位于 oss-cn-beijing，请求发往 oss-cn-hangzhou
エラー: アクセスが拒否されました
Fehler beim Hochladen: Zugriff verweigert (Bucket-Richtlinie)
NoSuchKeyException
getObjectMetadataRequestFactoryBean
uploadFileWithCheckpointAndProgressListener
initiateMultipartUploadConcurrently
isServerSideEncryptionConfigurationNotFound
XMLHttpRequestProgressEventListener
HTTPServerErrorResponseHandlerV2
MultipartUploadFileSizeExceededException
AbstractAutowireCapableBeanFactory
ThreadPoolExecutor$Worker.run
useOSSObjectStorageProviderFactory
oss_default_multipart_chunk_size_bytes
OSS_DEFAULT_CONNECTION_TIMEOUT_SECONDS
ALIBABA_CLOUD_CREDENTIALS_URI
spring.servlet.multipart.max-file-size
wangzhanshangchuanwenjian
zhongguohangzhouxihuqu-2024
shangpintupian/xiangqing/20240101.jpg
Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36
aliyun-sdk-go/v3.0.2 (Linux/5.10.134-15.al8.x86_64/x86_64;go1.21.5)
aliyun-sdk-java/3.17.2(Linux/4.19.91-26.al7.x86_64/amd64;1.8.0_392)
AlibabaCloud API Workbench
linux/amd64, darwin/arm64, windows_amd64
libstdc++.so.6: version GLIBCXX_3.4.29 not found
openssl-1.1.1k-12.el8_9.x86_64.rpm
python3.11-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl
TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
TLSv1.3 (OUT), TLS handshake, Client hello (1)
Content-Type: multipart/form-data; boundary=----WebKitFormBoundary
application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
Accept-Encoding: gzip, deflate, br
charset=utf-8; filename="report-2024-Q1.xlsx"
%E6%B5%8B%E8%AF%95%E6%96%87%E4%BB%B6.txt
{"level":"error","ts":1706745599.123,"caller":"storage/oss.go:128","msg":"put object","bucket":"examplebucket"}
level=error ts=2024-01-31T23:59:59.999Z caller=bucket.go:42 component=thanos-sidecar err="upload chunks"
"status":403,"errorCode":"AccessDenied","hostId":"examplebucket.oss-cn-hangzhou.aliyuncs.com"
(kind=EndpointMismatch code=AccessDenied ec=0003-00001403 request_id=684B00C0FFEE00C0FFEE0403)
AccessKey LTAI5t****Key1 is disabled: enable it in RAM, or use another
OSSAccessKeyId: LTAI5t****Key1
Authorization: OSS LTAI5t****Key1:****
x-oss-security-token:****
spring-boot-starter-data-redis-reactive
kube-system/alibaba-cloud-csi-driver-controller
terraform-provider-alicloud_v1.215.0_x4
terraform: Error: [ERROR] terraform-provider-alicloud/alicloud/resource_alicloud_oss_bucket.go:1012
upload report.pdf to OSS oss://examplebucket/reports/2025/report.pdf
copy from AWS s3://source-bucket/path/file.txt failed
do something with ab12 cd34 ef56 x86 k8s s3v4 v1beta1 ipv4 utf8 sha1 md5
error code 0x80070005 at 0x00007ff6a1b2c3d4
192.168.100.200, fe80::1ff:fe23:4567:890a, 2001:db8:85a3::8a2e:370:7334
00:1A:2B:3C:4D:5E
+86-571-12345678
HTTP/1.1 403 Forbidden
https://user@example.com:8443/path?x=y#z
{13, "1136868377216160297393798828125"}
failed to get current token: %w
if len(up.Password) > 255
func isToken(v string) bool
x-oss-storage-class: IntelligentTiering
acl=public-read-write, versioning=Enabled
`), "\n")

// TestHarmless: what is no secret passes unchanged.
func TestHarmless(t *testing.T) {
	if len(harmless) < 200 {
		t.Errorf("%d are too few", len(harmless))
	}
	for _, text := range harmless {
		if got := Redact(text); got != text {
			t.Errorf("%q\nbecomes %q", text, got)
		}
		if got := Redact("upload: " + text + "; try again"); got != "upload: "+text+"; try again" {
			t.Errorf("%q\nwithin a text becomes %q", text, got)
		}
	}
	all := strings.Join(harmless, "\n")
	if got := Redact(all); got != all {
		lines := strings.Split(got, "\n")
		for i, line := range harmless {
			if i < len(lines) && lines[i] != line {
				t.Errorf("%q\nbecomes %q in a file", line, lines[i])
			}
		}
	}
}

// TestGolden: so does all that this module shows of its cases.
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/403/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases: ", err)
	}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, want, _ := strings.Cut(string(b), "\n-- want --\n")
		got := strings.Split(Redact(want), "\n")
		for i, line := range strings.Split(want, "\n") {
			if i >= len(got) || got[i] != line {
				t.Errorf("%s: %q\nbecomes %q", filepath.Base(path), line, got[min(i, len(got)-1)])
				break
			}
		}
	}
}
