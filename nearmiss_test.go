package oss403_test

import (
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

// TestNearMisses: a reason is proved by all of its conditions. Each of these answers meets all but one of
// some reason's, and what it comes of is another, or none.
func TestNearMisses(t *testing.T) {
	const (
		host   = "examplebucket.oss-cn-hangzhou.aliyuncs.com"
		signed = "\nDate: Thu, 05 Mar 2026 09:51:03 GMT\nAuthorization: OSS LTAI5tExampleExampleKey1:ZXhhbXBsZXNpZ25hdHVyZWV4YW0="
		bySTS  = "\nDate: Thu, 05 Mar 2026 09:51:03 GMT\nAuthorization: OSS STS.NTExampleExampleExample1:ZXhhbXBsZXNpZ25hdHVyZWV4YW0=\nX-Oss-Security-Token: CAISexampletokenexampletoken=="
		query  = "?OSSAccessKeyId=LTAI5tExampleExampleKey1&Expires=1772704263&Signature=ZXhhbXBsZXNpZ25hdHVyZWV4YW0%3D"

		noKey      = "<Code>InvalidAccessKeyId</Code><Message>The OSS Access Key Id you provided does not exist in our records.</Message>"
		noACL      = "<Code>AccessDenied</Code><Message>You have no right to access this object because of bucket acl.</Message>"
		skewed     = "<Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message>"
		noRule     = "<Code>AccessForbidden</Code><Message>CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Requet-Headers are not whitelisted by the resource's CORS spec.</Message>"
		notOwned   = "<Code>AccessDenied</Code><Message>The bucket you access does not belong to you.</Message>"
		expired    = "<Code>AccessDenied</Code><Message>Request has expired.</Message>"
		noTime     = "<Code>AccessDenied</Code><Message>Invalid date (should be seconds since epoch).</Message>"
		noPayer    = "<Code>AccessDenied</Code><Message>Access denied for requester pay bucket</Message>"
		v4         = "?x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-credential=LTAI5tExampleExampleKey1%2F20260305%2Fcn-hangzhou%2Foss%2Faliyun_v4_request&x-oss-date=20260305T095103Z&x-oss-signature="
		implicitly = "<AccessDeniedDetail><PolicyType>AccountLevelIdentityBasedPolicy</PolicyType><NoPermissionType>ImplicitDeny</NoPermissionType></AccessDeniedDetail>"
		noStatus   = "<Code>AccessDenied</Code><Message>Invalid according to Policy: Policy Condition failed: [\"eq\", \"$success_action_status\", \"200\"]</Message>"
		lacking    = "<Code>AccessDenied</Code><Message>Query string authentication requires the Signature, Expires and OSSAccessKeyId parameters.</Message>"
		mismatch   = "<Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message>"
		v4Signed   = "\nX-Oss-Date: 20260305T095103Z\nAuthorization: OSS4-HMAC-SHA256 Credential=LTAI5tExampleExampleKey1/20260305/cn-hangzhou/oss/aliyun_v4_request, AdditionalHeaders=HEADERS, Signature=00"
		byCDN      = "X-Oss-Cdn-Auth: success\n"
	)
	form := func(body string) string {
		return "POST http://" + host + "/\nContent-Type: multipart/form-data; boundary=x\n\n" + body
	}
	for _, c := range []struct {
		name            string
		request, header string // "" for none
		elements        string
		want            oss403.Reason
	}{
		{"a token that only OSS shows", "", "", "<Code>SecurityTokenExpired</Code><Message>The security token you provided has expired.</Message><OSSAccessKeyId>LTAI5tExampleExampleKey1</OSSAccessKeyId><SecurityToken>CAISexampletoken==</SecurityToken>", oss403.ReasonTokenWithLongTermKey},
		{"no token", "", "", "<Code>SecurityTokenExpired</Code><Message>The security token you provided has expired.</Message><OSSAccessKeyId>LTAI5tExampleExampleKey1</OSSAccessKeyId>", ""},
		{"another temporary key than was sent", "GET http://" + host + "/k" + bySTS, "", noKey + "<OSSAccessKeyId>STS.NTExampleExampleExample2</OSSAccessKeyId>", oss403.ReasonSignedAgain},
		{"the temporary key that was sent", "GET http://" + host + "/k" + bySTS, "", noKey + "<OSSAccessKeyId>STS.NTExampleExampleExample1</OSSAccessKeyId>", oss403.ReasonTemporaryKeyUnknown},
		{"another long-term key than was sent", "GET http://" + host + "/k" + signed, "", noKey + "<OSSAccessKeyId>LTAI5tExampleExampleKey2</OSSAccessKeyId>", oss403.ReasonSignedAgain},

		{"a CDN fetched its root", "GET http://" + host + "/", byCDN, noACL, oss403.ReasonCDNListing},
		{"and OSS names an object", "GET http://" + host + "/", byCDN, noACL + "<ObjectName>index.html</ObjectName>", oss403.ReasonCDNOrigin},

		{"a second between the dates", "GET http://" + host + "/k" + signed, "", skewed + "<RequestTime>2026-03-05T09:51:04.000Z</RequestTime><ServerTime>2026-03-05T10:31:03.000Z</ServerTime>", oss403.ReasonClockBehind},
		{"two of them", "GET http://" + host + "/k" + signed, "", skewed + "<RequestTime>2026-03-05T09:51:05.000Z</RequestTime><ServerTime>2026-03-05T10:31:03.000Z</ServerTime>", oss403.ReasonDateRewritten},
		{"a date of S3 that was changed", "GET http://" + host + "/k\nX-Amz-Date: 20260305T095103Z\nAuthorization: AWS4-HMAC-SHA256 Credential=LTAI5tExampleExampleKey1/20260305/cn-hangzhou/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=00", "", skewed + "<RequestTime>2026-03-05T09:51:33.000Z</RequestTime><ServerTime>2026-03-05T10:31:03.000Z</ServerTime>", oss403.ReasonDateRewritten},
		{"a signed URL in SDK v2", "GET http://" + host + "/k" + query + "\nUser-Agent: alibabacloud-go-sdk-v2/1.2.3", "", skewed + "<RequestTime>2026-03-05T09:51:04.000Z</RequestTime><ServerTime>2026-03-05T10:31:03.000Z</ServerTime>", oss403.ReasonClockBehind},
		{"a header in SDK v2", "GET http://" + host + "/k" + signed + "\nUser-Agent: alibabacloud-go-sdk-v2/1.2.3", "", skewed + "<RequestTime>2026-03-05T09:51:03.000Z</RequestTime><ServerTime>2026-03-05T10:31:03.000Z</ServerTime>", oss403.ReasonSkewNotCorrected},

		{"a HEAD with the bucket in its path", "HEAD http://oss-cn-hangzhou.aliyuncs.com/examplebucket/k" + signed, "", "", oss403.ReasonPathStyle},
		{"whose answer has an EC", "HEAD http://oss-cn-hangzhou.aliyuncs.com/examplebucket/k" + signed, "X-Oss-Ec: 0003-00000001\n", "", ""},
		{"a listing of versions at no bucket", "GET http://oss-cn-hangzhou.aliyuncs.com/?versions" + signed, "", "<Code>AccessDenied</Code><Message>You are forbidden to list buckets.</Message>", oss403.ReasonNoBucketInHost},
		{"a listing of buckets", "GET http://oss-cn-hangzhou.aliyuncs.com/" + signed, "", "<Code>AccessDenied</Code><Message>You are forbidden to list buckets.</Message>", ""},
		{"a bucket in the path", "GET http://oss-cn-hangzhou.aliyuncs.com/examplebucket/k" + signed, "", notOwned + "<BucketName>examplebucket</BucketName>", oss403.ReasonBucketFromPath},
		{"a bucket that only the answer names", "GET http://oss-cn-hangzhou.aliyuncs.com/" + signed, "", notOwned + "<BucketName>examplebucket</BucketName>", ""},

		{"an expiry that is a lifetime", "GET http://" + host + "/k" + strings.Replace(query, "1772704263", "3600", 1), "", expired, oss403.ReasonExpiresIsLifetime},
		{"a lifetime of two years", "GET http://" + host + "/k" + strings.Replace(query, "1772704263", "63072000", 1), "", expired, oss403.ReasonExpiresIsLifetime},
		{"an expiry of long ago", "GET http://" + host + "/k" + strings.Replace(query, "1772704263", "1293840000", 1), "", expired, ""},
		{"a time of V2 in milliseconds", "GET http://" + host + "/k?x-oss-signature-version=OSS2&x-oss-access-key-id=LTAI5tExampleExampleKey1&x-oss-expires=1772704263000&x-oss-signature=x", "", noTime, oss403.ReasonExpiresInMilliseconds},
		{"a lifetime of V4", "GET http://" + host + "/k" + v4 + "00&x-oss-expires=604800000", "", noTime, oss403.ReasonLifetimeInMilliseconds},
		{"more than seven days of milliseconds", "GET http://" + host + "/k" + v4 + "00&x-oss-expires=604801000", "", noTime, oss403.ReasonLifetimeOutOfRange},
		{"what is no time of this century either", "GET http://" + host + "/k" + v4 + "00&x-oss-expires=5000000001", "", noTime, oss403.ReasonLifetimeOutOfRange},
		{"seven days of nanoseconds", "GET http://" + host + "/k" + v4 + "00&x-oss-expires=604800000000000", "", noTime, oss403.ReasonLifetimeInNanoseconds},
		{"more of them", "GET http://" + host + "/k" + v4 + "00&x-oss-expires=604801000000000", "", noTime, oss403.ReasonLifetimeOutOfRange},

		{"a signed header that is not sent", "GET http://" + host + "/k" + strings.Replace(v4Signed, "HEADERS", "x-a", 1), "", mismatch, oss403.ReasonSignedHeaderMissing},
		{"one that Go adds", "GET http://" + host + "/k" + strings.Replace(v4Signed, "HEADERS", "content-length;host;user-agent", 1), "", mismatch, ""},
		{"a signature of V4 that is cut", "GET http://" + host + "/k" + v4 + "abc&x-oss-expires=3600", "", mismatch + "<EC>0002-00000201</EC>", oss403.ReasonSignatureCut},
		{"a whole one", "GET http://" + host + "/k" + v4 + strings.Repeat("0a", 32) + "&x-oss-expires=3600", "", mismatch + "<EC>0002-00000201</EC>", ""},
		{"a signature of V1 that is cut", "GET http://" + host + "/k" + strings.Replace(query, "YW0%3D", "", 1), "", mismatch + "<EC>0002-00000040</EC>", oss403.ReasonSignatureCut},
		{"one that is whole and shorter", "GET http://" + host + "/k" + strings.Replace(query, "ZXhhbXBsZXNpZ25hdHVyZWV4YW0%3D", "ZXhhbXBsZQ%3D%3D", 1), "", mismatch + "<EC>0002-00000040</EC>", ""},
		{"a signature with a space for a +", "", "", mismatch + "<SignatureProvided>ZXhhbXBsZXNpZ25hdHVy WV4YW0=</SignatureProvided>", oss403.ReasonPlusAsSpace},
		{"a space in what is no signature", "", "", mismatch + "<SignatureProvided>not a signature: none</SignatureProvided>", ""},

		{"an escaped &", "GET http://" + host + "/k" + strings.ReplaceAll(query, "&", "&amp;"), "", lacking, oss403.ReasonEscapedAmpersand},
		{"escaped once more", "GET http://" + host + "/k" + strings.ReplaceAll(query, "&", "%26amp%3B"), "", lacking, oss403.ReasonEscapedAmpersand},
		{"in JSON", "GET http://" + host + "/k" + strings.ReplaceAll(query, "&", `\u0026`), "", lacking, oss403.ReasonEscapedAmpersand},
		{"an escape in a name", "GET http://" + host + "/?prefix=a%26amp%3Bb%3D" + strings.Replace(query, "?", "&", 1), "", lacking, ""},
		{"a URL without a parameter", "GET http://" + host + "/k", "", lacking, ""},
		{"one without an expiry", "GET http://" + host + "/k?OSSAccessKeyId=LTAI5tExampleExampleKey1&Signature=x", "", lacking, oss403.ReasonExpiresMissing},
		{"a payer's parameter, by the EC", "GET http://" + host + "/k" + signed, "", noPayer + "<EC>0003-00000702</EC>", oss403.ReasonPayerParameterMissing},
		{"a payer's header, by the EC", "GET http://" + host + "/k" + query, "", noPayer + "<EC>0003-00000703</EC>", oss403.ReasonPayerHeaderMissing},
		{"a POST that may be a form", "POST http://" + host + "/", "", noACL, ""},
		{"one that is none", "POST http://" + host + "/\nContent-Type: application/json", "", noACL, oss403.ReasonUnsigned},
		{"a POST of an object", "POST http://" + host + "/k", "", noACL, oss403.ReasonUnsigned},
		{"a form without a field", form("--x\nContent-Disposition: form-data; name=\"key\"\n\na\n--x\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\n\nPNG\n--x--\n"), "", noStatus, oss403.ReasonFormFieldMissing},
		{"one that goes on", form("--x\nContent-Disposition: form-data; name=\"key\"\n\na\n--x\nContent-Disposition: form-data; name=\"pol"), "", noStatus, ""},
		{"a listing that RAM refuses", "GET http://" + host + "/?prefix=a" + signed, "", noACL + implicitly, oss403.ReasonListingNeedsBucket},
		{"one that is not signed", "GET http://" + host + "/?prefix=a", "", noACL + implicitly, ""},

		{"a carriage return in a signature", "GET http://" + host + "/k" + strings.Replace(query, "%3D", "%3D%0D", 1), "", mismatch, oss403.ReasonSignatureHasLineBreak},
		{"a form whose policy is signed otherwise", "", "", mismatch + "<EC>0002-00000705</EC>", oss403.ReasonFormSignature},
		{"a payer's parameter in capitals that was lost", "GET http://" + host + "/k" + query + "&x-oss-request-payer=Requester", "", noPayer, oss403.ReasonPayerLost},
		{"a mini program in capitals", "GET http://" + host + "/k\nReferer: https://ServiceWeChat.com/wx1/1/page-frame.html", "", "<Code>AccessDenied</Code><Message>You are denied by bucket referer policy.</Message>", oss403.ReasonMiniProgram},
		{"a form's field in capitals", form("--x\nContent-Disposition: form-data; name=\"Success_Action_Status\"\n\n201\n--x\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\n\nPNG\n--x--\n"), "", noStatus, oss403.ReasonFormFieldDiffers},
		{"a CDN that says so in capitals", "GET http://" + host + "/k", "X-Oss-Cdn-Auth: Success\n", noACL, oss403.ReasonCDNOrigin},
		{"an upload of a form to a key that KMS encrypts", "POST http://" + host + "/k?append&position=0" + signed, "", "<Code>AccessDenied</Code><Message>This request is forbidden by kms.</Message>", oss403.ReasonKMSWrite},
		{"a POST of a query", "POST http://" + host + "/?delete\nContent-Type: multipart/form-data; boundary=x", "", noACL, oss403.ReasonUnsigned},

		{"a preflight", "OPTIONS http://" + host + "/k\nOrigin: https://www.example.com\nAccess-Control-Request-Headers: x-a", "", noRule, oss403.ReasonCORSHeaders},
		{"without an origin", "OPTIONS http://" + host + "/k\nAccess-Control-Request-Headers: x-a", "", noRule, ""},
		{"without headers", "OPTIONS http://" + host + "/k\nOrigin: https://www.example.com", "", noRule, ""},
	} {
		if c.elements != "" {
			c.elements = "<Error>" + c.elements + "</Error>"
		}
		files := []file{{"answer", "HTTP/1.1 403 Forbidden\nX-Oss-Request-Id: " + requestID + "\n" + c.header + "\n" + c.elements}}
		if c.request != "" {
			files = append(files, file{"request", c.request})
		}
		e, ok := decode(t, files)
		if !ok || e.Reason != c.want {
			t.Errorf("%s: %q, want %q: %v", c.name, e.Reason, c.want, e)
		}
	}
	// What only a header can hold is not known to be missing where the headers are not known.
	text := "GET https://" + host + "/k" + strings.Replace(query, "LTAI5tExampleExampleKey1", "STS.NTExampleExampleExample1", 1) + " 403 <Error>" + noKey + "<RequestId>" + requestID + "</RequestId></Error>"
	if e, ok := oss403.ParseText(text); !ok || e.Reason != oss403.ReasonTemporaryKeyUnknown {
		t.Errorf("%+v, %v", e, ok)
	}
}

// TestNearMissWords: what a report says only where all of it is known.
func TestNearMissWords(t *testing.T) {
	const (
		host       = "examplebucket.oss-cn-hangzhou.aliyuncs.com"
		ofOSS      = "X-Oss-Request-Id: " + requestID + "\n"
		signed     = "\nDate: Thu, 05 Mar 2026 09:51:03 GMT\nAuthorization: OSS LTAI5tExampleExampleKey1:ZXhhbXBsZXNpZ25hdHVyZWV4YW0="
		query      = "?OSSAccessKeyId=LTAI5tExampleExampleKey1&Signature=ZXhhbXBsZXNpZ25hdHVyZWV4YW0%3D&Expires="
		elsewhere  = "<Code>AccessDenied</Code><Message>The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.</Message>"
		expired    = "<Code>AccessDenied</Code><Message>Request has expired.</Message>"
		lacking    = "<Code>AccessDenied</Code><Message>Query string authentication requires the Signature, Expires and OSSAccessKeyId parameters.</Message>"
		frozen     = "<Code>InvalidObjectState</Code><Message>The operation is not valid for the object's state</Message>"
		noKMS      = "<Code>AccessDenied</Code><Message>This request is forbidden by kms.</Message>"
		noKey      = "<Code>InvalidAccessKeyId</Code><Message>The OSS Access Key Id you provided does not exist in our records.</Message>"
		refused    = "<Code>AccessDenied</Code><Message>You have no right to access this object because of bucket acl.</Message>"
		implicitly = "<Code>AccessDenied</Code><Message>You have no right to access this object because of bucket acl.</Message><AccessDeniedDetail><PolicyType>AccountLevelIdentityBasedPolicy</PolicyType><NoPermissionType>ImplicitDeny</NoPermissionType><AuthAction>oss:GetObject</AuthAction></AccessDeniedDetail>"
	)
	toUser := func(name string) string {
		return strings.Replace(implicitly, "</AccessDeniedDetail>", "<AuthPrincipalType>SubUser</AuthPrincipalType><AuthPrincipalDisplayName>"+name+"</AuthPrincipalDisplayName></AccessDeniedDetail><BucketName>examplebucket</BucketName><ObjectName>k</ObjectName>", 1)
	}
	for _, c := range []struct {
		name                      string
		request, header, elements string
		says, saysNot             string
	}{
		{"OSS's own link", "", ofOSS, refused + "<RecommendDoc>https://help.aliyun.com/zh/oss/x</RecommendDoc>", "https://help.aliyun.com/zh/oss/x", ""},
		{"a link to a port", "", ofOSS, refused + "<RecommendDoc>https://help.aliyun.com:8443/x</RecommendDoc>", "", ":8443"},
		{"a link with a name in it", "", ofOSS, refused + "<RecommendDoc>https://help.aliyun.com@example.com/x</RecommendDoc>", "", "@example.com"},
		{"a link with a user", "", ofOSS, refused + "<RecommendDoc>https://example.com@help.aliyun.com/x</RecommendDoc>", "", "example.com@"},
		{"a region of mainland China", "", ofOSS, elsewhere + "<Endpoint>oss-cn-beijing.aliyuncs.com</Endpoint>", "PublicEndpointForbidden", ""},
		{"Hong Kong", "", ofOSS, elsewhere + "<Endpoint>oss-cn-hongkong.aliyuncs.com</Endpoint>", "", "PublicEndpointForbidden"},
		{"the S3-compatible endpoint", "", ofOSS, elsewhere + "<HostId>s3.oss-cn-hangzhou.aliyuncs.com</HostId><Endpoint>oss-cn-beijing.aliyuncs.com</Endpoint>", "It is the S3-compatible form of the endpoint (s3.).", ""},
		{"the endpoint of a bucket, S3-compatible", "", ofOSS, elsewhere + "<HostId>examplebucket.s3.oss-cn-hangzhou.aliyuncs.com</HostId><Endpoint>oss-cn-beijing.aliyuncs.com</Endpoint>", "It is the S3-compatible form of the endpoint (s3.).", ""},
		{"another endpoint", "", ofOSS, elsewhere + "<HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId><Endpoint>oss-cn-beijing.aliyuncs.com</Endpoint>", "oss-cn-beijing", "S3-compatible"},
		{"the lifetime of a URL of S3", "GET http://" + host + "/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=LTAI5tExampleExampleKey1%2F20260305%2Fcn-hangzhou%2Fs3%2Faws4_request&X-Amz-Date=20260305T095103Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=00", ofOSS, expired, "X-Amz-Expires: 900", "x-oss-expires"},
		{"a listing of buckets", "GET https://oss-cn-hangzhou.aliyuncs.com/" + signed, ofOSS, "<Code>AccessDenied</Code><Message>AccessDenied</Message>", "oss:ListBuckets", ""},
		{"an upload that KMS encrypts", "PUT https://" + host + "/k" + signed + "\nX-Oss-Server-Side-Encryption: KMS", ofOSS, refused, "oss:PutObject", "kms:"},
		{"a form, of which nothing tells what it holds", "POST https://" + host + "/" + signed + "\nContent-Type: multipart/form-data; boundary=x", ofOSS, refused, "oss:PutObject", "oss:PutObjectAcl"},
		{"an action that no page names", "GET https://" + host + "/k?legalHold" + signed, ofOSS, refused, "Kind: BucketACLDenied", "LegalHold"},
		{"an expiry that is past", "GET http://" + host + "/k" + query + "1772704263", ofOSS, expired + "<Expires>2026-03-05T09:51:03.000Z</Expires><ServerTime>2026-03-05T09:51:04.000Z</ServerTime>", "2026-03-05T09:51:03Z", ""},
		{"one that has not come", "GET http://" + host + "/k" + query + "1772704263", ofOSS, expired + "<Expires>2026-03-05T09:51:03.000Z</Expires><ServerTime>2026-03-05T09:51:03.000Z</ServerTime>", "", "2026-03-05T09:51:03Z"},
		{"one that is no time", "GET http://" + host + "/k" + query + "99999999999", ofOSS, expired, "", "5138"},
		{"a CDN by what it is and by what it passed on", "GET http://" + host + "/k" + signed, "Server: Tengine\nVia: cache1.l2cn1802[12,403-1280,M]\n", "", "Reason: CDNAnswered", ""},
		{"an OSS behind Tengine", "GET http://" + host + "/k" + signed, "Server: Tengine\n", "", "Kind: Intermediary", "Reason: CDNAnswered"},
		{"a grant on a KMS key", "PUT https://" + host + "/k" + signed + "\nX-Oss-Server-Side-Encryption-Key-Id: 9468da86-3509-4f8d-a61e-6eab1eac2d6b", ofOSS, noKMS, "acs:kms:*:*:key/9468da86-3509-4f8d-a61e-6eab1eac2d6b", ""},
		{"none on more than one", "PUT https://" + host + "/k" + signed + "\nX-Oss-Server-Side-Encryption-Key-Id: 9468*", ofOSS, noKMS, "9468*", "acs:kms:*:*:key/9468*"},
		{"a grant to whoever signed", "GET https://" + host + "/k" + signed, ofOSS, implicitly, `"oss:GetObject"`, ""},
		{"a listing of a prefix", "GET https://" + host + "/?prefix=dir/" + signed, ofOSS, refused, `"oss:Prefix"`, ""},
		{"of one that means more than itself", "GET https://" + host + "/?prefix=d*" + signed, ofOSS, refused, "oss:ListObjects", `"oss:Prefix"`},
		{"an object", "GET https://" + host + "/dir/k" + signed, ofOSS, refused, `"acs:oss:*:*:examplebucket/dir/k"`, ""},
		{"one whose name means more than itself", "GET https://" + host + "/dir/k%2A" + signed, ofOSS, refused, "oss:GetObject", `"Statement"`},
		{"an AccessKey ID", "", ofOSS, noKey + "<OSSAccessKeyId>LTAI5tExampleExampleKey1</OSSAccessKeyId>", "AccessKey ID: LTAI5t****Key1", "Example"},
		{"one of 15 characters", "", ofOSS, noKey + "<OSSAccessKeyId>LTAI5tExampleEx</OSSAccessKeyId>", "AccessKey ID: LT****", "LTA"},
		{"one of 12 characters", "", ofOSS, noKey + "<OSSAccessKeyId>LTAI5tExampl</OSSAccessKeyId>", "AccessKey ID: LT****", "LTA"},
		{"a folder of one object", "PUT https://" + host + "/dir/k" + signed, ofOSS, refused, "all objects in the same folder: replace that resource with acs:oss:*:*:examplebucket/dir/*", ""},
		{"no folder of two", "PUT https://" + host + "/dir/k" + signed + "\nX-Oss-Copy-Source: /otherbucket/from/k", ofOSS, refused, "acs:oss:*:*:otherbucket/from/k", "in the same folder"},
		{"a CDN's signature, not the caller's", "GET https://" + host + "/k" + signed, ofOSS + "X-Oss-Cdn-Auth: success\n", refused, "A CDN signed the request to OSS", "judged by the permissions of this AccessKey"},
		{"a caller's signature", "GET https://" + host + "/k" + signed, ofOSS, refused, "judged by the permissions of this AccessKey", "A CDN signed"},
		{"an escape of HTML", "GET https://" + host + "/k" + strings.ReplaceAll(query, "&", "&amp;"), ofOSS, lacking, "URL: &amp;, expected &", ""},
		{"one of JSON", "GET https://" + host + "/k" + strings.ReplaceAll(query, "&", `\u0026`), ofOSS, lacking, `URL: \u0026, expected &`, ""},
		{"an object of the deep archive", "", ofOSS + "X-Oss-Storage-Class: DeepColdArchive\n", frozen, "12 to 48 hours", "minute"},
		{"one of the archive", "", ofOSS + "X-Oss-Storage-Class: Archive\n", frozen, "about a minute", "hours"},
		{"a token that was changed", "GET https://" + host + "/k" + signed + "\nX-Oss-Security-Token: CAISfirstexampletokenfirst==", ofOSS, "<Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message>" +
			"<StringToSign>GET\n\n\nThu, 05 Mar 2026 09:51:03 GMT\nx-oss-security-token:CAISsecondexampletokensecond==\n/examplebucket/k</StringToSign>", "another value (masked)", ""},
		{"a user by its ID", "", ofOSS, toUser("208000000000000001"), "208000000000000001 is the ID of the user", ""},
		{"one by a name", "", ofOSS, toUser("alice"), "Grant to: RAM user alice", "is the ID of the user"},
		{"one whose name has a colon", "", ofOSS, toUser("alice:web"), "Grant to: RAM user alice:web", "Roles > alice"},
		{"none to the role of a CDN", "GET https://" + host + "/k" + signed, ofOSS + "X-Oss-Cdn-Auth: success\n", implicitly, "Reason: CDNOrigin", `"oss:GetObject"`},
		{"none to nobody", "GET https://" + host + "/k", ofOSS, implicitly, "", `"oss:GetObject"`},
	} {
		if c.elements != "" {
			c.elements = "<Error>" + c.elements + "</Error>"
		}
		files := []file{{"answer", "HTTP/1.1 403 Forbidden\n" + c.header + "\n" + c.elements}}
		if c.request != "" {
			files = append(files, file{"request", c.request})
		}
		e, ok := decode(t, files)
		if !ok {
			t.Errorf("%s: not OSS's", c.name)
			continue
		}
		report := e.Report(oss403.English)
		if !strings.Contains(report, c.says) || c.saysNot != "" && strings.Contains(report, c.saysNot) {
			t.Errorf("%s: says %q, and not %q:\n%s", c.name, c.says, c.saysNot, report)
		}
	}
	// What a copy reads is not known where only its operation is.
	for operation, want := range map[string]bool{"GetObject": true, "CopyObject": false, "UploadPartCopy": false} {
		e, ok := oss403.ParseText("operation error " + operation + ": Error returned by Service.\n<Error>" + implicitly + "<RequestId>" + requestID + "</RequestId><BucketName>examplebucket</BucketName><ObjectName>k</ObjectName></Error>")
		if !ok || e.Op != operation || (e.Explain(oss403.English).Remedy.Policy != "") != want {
			t.Errorf("%s: %+v, policy %q", operation, e, e.Explain(oss403.English).Remedy.Policy)
		}
	}
	// Of a request without its headers the client has to say which operation it was: an upload looks like a copy.
	for text, want := range map[string]bool{"GetObject GET": true, "PutObject PUT": true, "CopyObject PUT": false} {
		operation, method, _ := strings.Cut(text, " ")
		e, ok := oss403.ParseText("operation error " + operation + ": Error returned by Service.\nHttp Status Code: 403.\nError Code: AccessDenied.\nRequest Id: " + requestID + ".\nMessage: You have no right to access this object because of bucket acl..\nRequest Endpoint: " + method + " https://" + host + "/k.")
		if !ok || e.Op != operation || (e.Explain(oss403.English).Remedy.Policy != "") != want {
			t.Errorf("%s: %+v, policy %q", operation, e, e.Explain(oss403.English).Remedy.Policy)
		}
	}
	// Without them, and without what OSS signed, a HEAD by a signed URL is told by its method alone.
	for method, want := range map[string]oss403.Reason{"HEAD": oss403.ReasonPresignedWithOtherMethod, "GET": ""} {
		e, ok := oss403.ParseText(method + " https://" + host + "/k" + query + "1772704263 403 SignatureDoesNotMatch, request ID " + requestID)
		if !ok || e.Reason != want {
			t.Errorf("%s: %q: %+v", method, e.Reason, e)
		}
	}
}

// TestPresignable: whoever sent a request that a presigned URL can carry is told of one.
func TestPresignable(t *testing.T) {
	for request, want := range map[string]bool{"GET /k": true, "HEAD /k": true, "PUT /k": true, "DELETE /k": true, "POST /k?append&position=0": false, "GET /?prefix=a": false} {
		method, path, _ := strings.Cut(request, " ")
		e, ok := decode(t, []file{{"request", method + " https://examplebucket.oss-cn-hangzhou.aliyuncs.com" + path},
			{"answer", "HTTP/1.1 403 Forbidden\nX-Oss-Request-Id: " + requestID + "\n\n<Error><Code>AccessDenied</Code><Message>You have no right to access this object because of bucket acl.</Message></Error>"}})
		if !ok || strings.Contains(e.Error(), "presigned URL") != want {
			t.Errorf("%s: %v", request, e)
		}
	}
}

// TestHanBlanks: blanks between Chinese characters stay in what is quoted.
func TestHanBlanks(t *testing.T) {
	e := &oss403.Error{Kind: oss403.KindObjectNotRestored, Bucket: "examplebucket", Object: "年度 报表 2026.xlsx"}
	if x := e.Explain(oss403.Chinese); !strings.Contains(x.Summary+strings.Join(x.Remedy.Steps, ""), `"年度 报表 2026.xlsx"`) {
		t.Errorf("%+v", x)
	}
}

// TestNearMissesOfOurs: a line or a JSON of ours counts as far as it does not contradict itself or what stands
// beside it.
func TestNearMissesOfOurs(t *testing.T) {
	const line = `oss403: bucket "examplebucket" is not served by the endpoint you called (kind=EndpointMismatch code=AccessDenied request_id=` + requestID + `)`
	for beside, want := range map[string]oss403.Code{
		"": oss403.CodeAccessDenied,
		"<Error><Code>PermanentRedirect</Code></Error>":                                                                   oss403.CodeAccessDenied, // another code of the kind
		"<Error><Code>SecurityTokenExpired</Code><Message>The security token you provided has expired.</Message></Error>": oss403.CodeSecurityTokenExpired,
	} {
		if e, ok := oss403.ParseText(line + "\n" + beside); !ok || e.Code != want {
			t.Errorf("beside %q: %v, %v", beside, e, ok)
		}
	}
	// AccessDeniedDetail, which a line does not repeat, stands above the EC: what decided is not told then.
	e, ok := oss403.ParseText(`oss403: a Deny refuses it: look for it (kind=RAMPolicyExplicitDeny code=AccessDenied ec=0003-00000101 request_id=` + requestID + `)`)
	if !ok || e.Kind != oss403.KindRAMPolicyExplicitDeny || e.Basis != oss403.BasisNone {
		t.Errorf("%+v, by %q", e, e.Basis)
	}
	for kind, want := range map[string]oss403.Kind{"SignatureMismatch": oss403.KindSignatureMismatch, "ClockSkew": oss403.KindSignatureMismatch} {
		e, ok := oss403.ParseText(`{"error":"oss403: x","kind":"` + kind + `","basis":"EC","category":"Signature","code":"SignatureDoesNotMatch","message":"The request signature we calculated does not match the signature you provided.","request_id":"` + requestID + `","retry":"AfterSigning","automatic":false,"fingerprint":"v1:00"}`)
		if !ok || e.Kind != want {
			t.Errorf("%s: %+v, %v", kind, e, ok)
		}
	}
}
