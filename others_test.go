package oss403_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

// notOurs are texts about other stores and services, about other statuses, and of programs that use
// the same words.
var notOurs = map[string]string{
	"S3 in Terraform's words":        "Error: error putting S3 bucket logging (b): InvalidTargetBucketForLogging: The owner for the bucket to be logged and the target bucket must be the same.\n\tstatus code: 400, request id: 4442587FB7D0A2F9, host id: vD0rWkvXVK3kkSSQHFoeHWkBkJJWGLvPHGSsjLkJSe9Kl9iJtqCrs2LlTgaWcDDd\n",
	"S3 in Terraform's words, no ID": "Error: error putting S3 bucket logging: InvalidTargetBucketForLogging: The target bucket for logging does not exist\n",
	"TOS, its Go SDK":                "panic: init failed, err=tos: request error: StatusCode=403, Code=AccessDenied, Message=\"Access Denied\", RequestID=98ed01bfdf69d79468bfdf69-ba9c733-1uvtKT-HB-cb-tos-1az-front-aza-1, HostID=, EC=0003-00000001\n",
	"TOS, unexpected status":         "err=tos: request error:  Message=tos: unexpected status code error: StatusCode=403, ExpectedCodes=[200], RequestID=98ed01bfdf69d79468bfdf69-ba9c733-1uvtKT-HB-cb-tos-1az-front-aza-1, EC=0003-00000015\n",
	"TOS, JSON":                      `{"Code":"AccessDenied","RequestId":"0217261234567890fdbd1234567890abcdef0123456789abcdef0","HostId":"ac112233","Message":"Access Denied","EC":"0003-00000001"}` + "\n",
	"TOS, a host":                    "PUT https://b.tos-cn-beijing.volces.com/k 403\nAccessDenied: Access Denied EC=0003-00000001\n",
	"S3 behind a proxy":              "HTTP/1.1 403 Forbidden\nServer: nginx\nContent-Type: application/xml\n\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message></Error>\n",
	"MinIO":                          "HTTP/1.1 403 Forbidden\nServer: MinIO\nX-Amz-Request-Id: 17A2B3C4D5E6F708\n\n<Error><Code>AccessDenied</Code><Message>Access Denied.</Message><Resource>/b/k</Resource><RequestId>17A2B3C4D5E6F708</RequestId><HostId>dd9025bab4ad464b049177c95eb6ebf374d3b3fd1af9251148b658df7ac2e3e8</HostId></Error>\n",
	"Ceph":                           "<Error><Code>SignatureDoesNotMatch</Code><RequestId>tx000000000000000129ba3-005abb33ea-2b4ab0-default</RequestId><HostId>2b4ab0-default-default</HostId></Error>\n",
	"COS":                            "<Error><Code>AccessDenied</Code><Message>Access Denied.</Message><Resource>b-125.cos.ap-guangzhou.myqcloud.com/k</Resource><RequestId>NWFmMmE3NzJfMTliYjk0MGFfMmM1MF8x</RequestId></Error>\n",
	"OBS":                            "com.obs.services.exception.ObsException: Error message:Request Error.OBS service Error Message. -- ResponseCode: 403, ResponseStatus: Forbidden, XML Error Message: <Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>8B3C1F0E5D7A4B2C9E6F1A2B3C4D5E6F</RequestId></Error>\n",
	"KS3":                            "com.ksyun.ks3.exception.Ks3ServiceException: SecondLevelDomainForbidden: The bucket you are attempting to access must be addressed using KS3 third level domain. status=403\n",
	"MaxCompute":                     "<Error><Code>AccessDenied</Code><Message>ODPS-0420095: Access Denied - Authorization Failed</Message><RequestId>65AF5037A1B2C3D4E5F60718</RequestId><HostId>http://service.odps.aliyun.com</HostId></Error>\n",
	"MaxCompute, its headers":        "HTTP/1.1 403 Forbidden\nServer: Tengine\nx-odps-request-id: 65AF5037A1B2C3D4E5F60718\n\n<Error><Code>AccessDenied</Code><Message>no</Message><RequestId>65AF5037A1B2C3D4E5F60718</RequestId></Error>\n",
	"SLS":                            "com.aliyun.openservices.log.exception.LogException: denied by sts or ram, action: log:PostLogStoreLogs ErrorCode: AccessDenied, RequestId: 65AF5037A1B2C3D4E5F60718, status 403\n",
	"Tablestore, in brackets":        "com.alicloud.openservices.tablestore.TableStoreException: The user is disabled. [ErrorCode]:OTSAuthFailed, [RequestId]:0005a1b2-c3d4-e5f6-0718-2942a1b2c3d4, [HttpStatus]:403\n",
	"MinIO, by an SDK of OSS":        "com.aliyun.oss.OSSException: Access Denied.\n[ErrorCode]: AccessDenied\n[RequestId]: 17A2B3C4D5E6F708\n[HostId]: dd9025bab4ad464b049177c95eb6ebf374d3b3fd1af9251148b658df7ac2e3e8\n",
	"MinIO, a HEAD":                  "HTTP/1.1 403 Forbidden\nServer: Minio/RELEASE.2019-03-13T21-59-47Z\nVary: Origin\nX-Amz-Request-Id: 158D503B97663E90\n",
	"another site, a Referer of OSS": "10.0.0.1 - - [05/Mar/2026:10:11:03 +0800] \"GET /admin HTTP/1.1\" 403 153 \"https://examplebucket.oss-cn-hangzhou.aliyuncs.com/index.html\" \"Mozilla/5.0\"\n",
	"S3 by its message":              "InvalidAccessKeyId: The AWS Access Key Id you provided does not exist in our records.\n    at Request.extractError (/app/node_modules/aws-sdk/lib/services/s3.js:580:35)\n",
	"an answer of OSS, 200":          "2026-03-05T10:11:03Z INFO put ok status=200 x-oss-request-id=65AF5037A1B2C3D4E5F60718 last=AccessDenied\n",
	"RocketMQ, its ACL":              "org.apache.rocketmq.client.exception.MQBrokerException: CODE: 1 DESC: AclException: AccessDenied 403\n",
	"Google Cloud Storage":           "<Error><Code>AccessDenied</Code><Message>Access denied.</Message><Details>a@b.iam.gserviceaccount.com does not have storage.objects.get access to the Google Cloud Storage object.</Details></Error>\n",
	"SLS, its headers":               "HTTP/1.1 403 Forbidden\nx-log-requestid: 65AF5037A1B2C3D4E5F60718\n\n{\"errorCode\":\"Unauthorized\",\"errorMessage\":\"denied by sts or ram\"}\n",
	"MNS":                            "<Error xmlns=\"http://mns.aliyuncs.com/doc/v1/\"><Code>AccessDenied</Code><Message>The OwnerId that your Access Key Id associated to is forbidden for this operation.</Message><RequestId>65AF5037A1B2C3D4E5F60718</RequestId><HostId>http://1234567890.mns.cn-hangzhou.aliyuncs.com</HostId></Error>\n",
	"RocketMQ":                       "<Error xmlns=\"http://mq.aliyuncs.com/doc/v1\"><Code>AccessDenied</Code><Message>no permission</Message><RequestId>65AF5037A1B2C3D4E5F60718</RequestId><HostId>http://123.mqrest.cn-hangzhou.aliyuncs.com</HostId></Error>\n",
	"DataHub":                        "com.aliyun.datahub.exception.NoPermissionException: [httpStatus:403, requestId:65AF5037A1B2C3D4E5F60718, errorCode:AccessDenied, errorMessage:no]\n",
	"VOD":                            "VOD upload failed: code: AccessDenied, message: The video does not exist, host: vod.cn-shanghai.aliyuncs.com, requestId: 25818875-5F78-4AF6-D7D5-B8F0A1B2C3D4, status 403\n",
	"an Alibaba Cloud API":           "SDK.ServerError\nErrorCode: InvalidAccessKeyId.NotFound\nRecommend: https://error-center.aliyun.com\nRequestId: 25818875-5F78-4AF6-D7D5-B8F0A1B2C3D4\nMessage: Specified access key is not found.\n",
	"a callback that failed":         "oss: service returned error: StatusCode=203, ErrorCode=CallbackFailed, ErrorMessage=\"Error status : 403.\", RequestId=65AF5037A1B2C3D4E5F60718\n",
	"a callback in SDK v2":           "operation error PutObject: Error returned by Service. \nHttp Status Code: 203. \nError Code: CallbackFailed. \nRequest Id: 65AF5037A1B2C3D4E5F60718. \nMessage: Error status : 403..\nEC: 0007-00000203.\n",
	"a callback in Java":             "com.aliyun.oss.OSSException: Error status : 403.\n[ErrorCode]: CallbackFailed\n[RequestId]: 65AF5037A1B2C3D4E5F60718\n[HostId]: b-x.oss-cn-hangzhou.aliyuncs.com\n",
	"a callback in Node":             "CallbackFailedError: Error status : 403.\n    at Client.requestError (/app/node_modules/ali-oss/lib/client.js:386:13) {\n  code: 'CallbackFailed',\n  requestId: '65AF5037A1B2C3D4E5F60718'\n}\n",
	"a mirror":                       "<Error><Code>MirrorFailed</Code><Message>Error status : 403 from mirror host.</Message><RequestId>65AF5037A1B2C3D4E5F60718</RequestId><HostId>b.oss-cn-hangzhou.aliyuncs.com</HostId></Error>\n",
	"SLS, its words":                 "{\"httpCode\":403,\"errorCode\":\"Unauthorized\",\"errorMessage\":\"denied by sts or ram, action: log:GetLogStoreLogs\",\"requestID\":\"65AF5037A1B2C3D4E5F60718\"}\n",
	"STS, called by an SDK of OSS":   "NoPermissionError: You are not authorized to do this action. You should be authorized by RAM.\n    at STS.assumeRole (/app/node_modules/ali-oss/lib/sts.js:98:15) {\n  status: 403,\n  code: 'NoPermission',\n  requestId: '25818875-5F78-4AF6-D7D5-B8F0A1B2C3D4'\n}\n",
	"403 in another's message":       "oss: service returned error: StatusCode=400, ErrorCode=InvalidArgument, ErrorMessage=\"the source answered 403 Forbidden\", RequestId=65AF5037A1B2C3D4E5F60718\n",
	"a program's account":            `{"code":"UserDisable","message":"this account was switched off by your administrator","status":403}` + "\n",
	"a program's token":              `{"host":"https://api.example.com","code":"SecurityTokenExpired","message":"your session is over, log in again","status":403}` + "\n",
	"a program's log":                `{"level":"warn","time":"2026-03-05T10:11:03Z","code":"AccessDenied","message":"upload failed","user":"alice"}` + "\n",
	"an ID of MongoDB":               "AccessDenied: user 507F1F77BCF86CD799439011 may not read this\n",
	"a trace":                        "trace=65AF5037A1B2C3D4E5F60718 GET /admin 403 AccessDenied\n",
	"a request of another server":    "GET /images/a.png HTTP/1.1\" 403 153 \"-\" \"curl/8\" AccessDenied\n",
	"an access log of OSS, 200":      "GET https://b.oss-cn-hangzhou.aliyuncs.com/a403.png 200 AccessDenied=0\n",
	"a package of Maven":             "[ERROR] Could not transfer artifact com.aliyun.oss:aliyun-sdk-oss:pom:3.15.1 from/to nexus (http://nexus.example.com/maven-public/): authorization failed for http://nexus.example.com/maven-public/com/aliyun/oss/aliyun-sdk-oss/3.15.1/aliyun-sdk-oss-3.15.1.pom, status: 403 Forbidden\n",
	"a module of Go":                 "go: github.com/aliyun/aliyun-oss-go-sdk@v2.2.7+incompatible: reading https://proxy.example.com/github.com/aliyun/aliyun-oss-go-sdk/@v/v2.2.7+incompatible.mod: 403 Forbidden\n",
	"a package of pip":               "ERROR: HTTP error 403 while getting https://pypi.example.com/packages/alibabacloud-oss-v2-1.0.0.tar.gz\n",
	"a header that is nobody's":      "HTTP/1.1 403 Forbidden\nServer: marco/2.19\nX-Request-Id: 65AF5037A1B2C3D4E5F60718\n\n{\"code\":40300014,\"msg\":\"bucket domain ban\"}\n",
	"program code of an SDK":         "    } catch (OSSException oe) {\n        if (\"AccessDenied\".equals(oe.getErrorCode())) {\n            throw new BizException(403, \"no permission\");\n",
	"a class that code makes":        "    details = {\"Code\": \"AccessDenied\"}\n    return oss2.exceptions.AccessDenied(403, {\"x-oss-request-id\": \"test\"}, b\"\", details)\n",
	"Azure":                          "failed to create file share, err: storage: service returned error: StatusCode=403, ErrorCode=AuthorizationFailure, ErrorMessage=This request is not authorized to perform this operation.\n",
	"a table of exceptions":          "| Exception | Status | Meaning |\n| --- | --- | --- |\n| OSSException | | of the service |\n| oss2.exceptions.AccessDenied | 403 | no right |\n",
	"words":                          "The OSS bucket answered 403 again; see ticket 403 of AccessDenied.\n",
}

// TestNotOurs: none of them is a 403 of OSS, in a text or in a stream.
func TestNotOurs(t *testing.T) {
	for name, text := range notOurs {
		if e := parsed(text); e != nil {
			t.Errorf("%s: ParseText: %+v", name, e)
		}
		for found := range oss403.ScanText(strings.NewReader(text)) {
			t.Errorf("%s: ScanText: %v", name, found.Error)
		}
		// What goes on in a log around it changes nothing.
		log := "2026-03-05T10:11:02Z INFO start\n2026-03-05T10:11:03Z ERROR x: " + text + "2026-03-05T10:11:04Z INFO end\n"
		if e := parsed(log); e != nil {
			t.Errorf("%s in a log: %+v", name, e)
		}
	}
}

// TestNamedStores: a text that names another store is none of OSS's on its reader's word either.
func TestNamedStores(t *testing.T) {
	for _, name := range []string{"KS3", "MinIO", "MinIO, a HEAD", "MinIO, by an SDK of OSS", "COS", "OBS", "S3 by its message", "Google Cloud Storage", "Tablestore, in brackets", "RocketMQ, its ACL", "MaxCompute", "SLS"} {
		if e, ok := oss403.ParseText(notOurs[name], oss403.AssumeOSS()); ok {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

// TestQuotations: code, documentation and what grep prints quote messages. ScanText asks for more.
func TestQuotations(t *testing.T) {
	for _, text := range []string{
		`internal/x.go:12:	if msg == "You have no right to access this object because of bucket acl." {`,
		"docs/faq.md:40:| AccessDenied | You have no right to access this object because of bucket acl. | grant the action |",
		"// Access denied by bucket policy. means that a Deny matched",
		"| Error Type | OSS Access Denied (`AccessDenied` / HTTP 403) |\n| Log | `com.aliyun.oss.OSSException: Access denied` or `Status Code: 403` |",
		"    assert.equal(err.message, 'You have no right to access this object because of bucket acl. [status: 403] [code: AccessDenied]');",
		"	err := errors.New(\"oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage=\\\"no\\\"\");",
		"- AccessDenied: You have no right to access this object because of bucket acl.",
		"the text `AccessDenied: Access denied by bucket policy.` means that a Deny matched",
		"| oss2.exceptions.AccessDenied | 403 | no right |",
		"grep -r 'Anonymous user has no right to access this bucket.' .",
		`	if e.StatusCode == 403 && e.Message == "The bucket you access does not belong to you." {`,
		`- fix: retry where "The security token you provided has expired." comes back (#403)`,
		"|12|ErrorCode: AccessDenied ErrorMessage: You have no right to access this object because of bucket acl.|No right|Grant it|",
		"| 403 | AccessDenied | The bucket you access does not belong to you. | Grant it |",
		`String MESSAGE = "AccessDenied"; // You have no right to access this object because of bucket acl. 403`,
		"OSS 的 403 错误有多种原因，未携带 Referer 时会返回“You are denied by bucket referer policy”，详见文档。",
	} {
		for found := range oss403.ScanText(strings.NewReader(text + "\n")) {
			t.Errorf("%s: %v", text, found.Error)
		}
	}
	for _, text := range []string{
		"2 uploads failed: 403 You have no right to access this object because of bucket acl.",
		"put a.txt: 403 AccessDenied You have no right to access this object because of bucket acl.",
		"mc: <ERROR> Unable to list folder. You have no right to access this object because of bucket acl.",
		"错误码403，You have no right to access this object because of bucket acl.",
	} {
		if e := scanned(t, text+"\n"); e == nil || e.Kind != oss403.KindBucketACLDenied {
			t.Errorf("a status in front of the message: %q: %v", text, e)
		}
	}
	if e := parsed("sync failed: Anonymous user has no right to access this bucket."); e == nil || e.Kind != oss403.KindAnonymousBucketDenied {
		t.Errorf("what a person asks about: %v", e)
	}
}

// TestNotOursFromResponse: services of Alibaba Cloud with request IDs like OSS's, asked at their own hosts.
func TestNotOursFromResponse(t *testing.T) {
	for url, header := range map[string]http.Header{
		"https://service.cn-hangzhou.maxcompute.aliyun.com/api/projects/p":  {"X-Odps-Request-Id": {requestID}},
		"https://p.cn-hangzhou.log.aliyuncs.com/logstores/l":                {"X-Log-Requestid": {requestID}},
		"https://1234567890.mns.cn-hangzhou.aliyuncs.com/queues/q/messages": {"X-Mns-Request-Id": {requestID}},
		"https://1234567890.mqrest.cn-hangzhou.aliyuncs.com/topics/t":       {"X-Mq-Request-Id": {requestID}},
		"https://dh-cn-hangzhou.aliyuncs.com/projects/p":                    {"X-Datahub-Request-Id": {requestID}},
	} {
		for _, h := range []http.Header{header, {}} {
			body := "<Error><Code>AccessDenied</Code><Message>no</Message><RequestId>" + requestID + "</RequestId></Error>"
			resp := &http.Response{StatusCode: 403, Header: h, Request: httptest.NewRequest(http.MethodGet, url, nil), Body: io.NopCloser(strings.NewReader(body))}
			if e, ok := oss403.FromResponse(resp); ok {
				t.Errorf("%s: %+v", url, e)
			}
		}
	}
}

// TestUnknownContinuation: a message that begins like one that is known and goes on is another one; one
// that a log cut short is recognised as cut.
func TestUnknownContinuation(t *testing.T) {
	const id = ", RequestId=65AF5037A1B2C3D4E5F60718"
	for message, kind := range map[string]oss403.Kind{
		"You have no right to access this object because of some new reason.": oss403.KindUnknown,
		"You have no right to access this object for now":                     oss403.KindUnknown,
		"Access denied by bucket policy version 7.":                           oss403.KindUnknown,
		"You have no right to access this object because of buck...":          oss403.KindBucketACLDenied,
		"The OSS Access Key Id you provided is disab...":                      oss403.KindAccessKeyDisabled,
		"The OSS Access Key Id you provided does not exis...":                 oss403.KindUnknown, // two go on so
	} {
		text := `oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage="` + message + `"` + id
		if strings.Contains(message, "Access Key") {
			text = strings.Replace(text, "AccessDenied", "InvalidAccessKeyId", 1)
		}
		for _, text := range []string{text, strings.Replace(text, id, "", 1), "[" + text + "]"} {
			e := parsed(text)
			if e == nil || e.Kind != kind {
				t.Errorf("%s\n%+v, want %s", text, e, kind)
			}
		}
		code := "AccessDenied"
		if strings.HasSuffix(message, "...") {
			continue
		}
		e, ok := oss403.Parse(403, http.Header{"Server": {"AliyunOSS"}}, []byte("<Error><Code>"+code+"</Code><Message>"+message+"</Message></Error>"))
		if !ok || e.Kind != kind {
			t.Errorf("in an answer: %s: %+v", message, e)
		}
	}
}
