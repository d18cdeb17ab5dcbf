package main

import "testing"

// TestSearch: what people call their trouble leads to its kind first.
func TestSearch(t *testing.T) {
	for query, want := range map[string]string{
		"hotlink": "RefererDenied", "防盗链": "RefererDenied", "图片防盗链": "RefererDenied", "blacklist referer": "RefererBlacklisted", "empty referer": "RefererEmpty", "空 Referer": "RefererEmpty",
		"wrong endpoint": "EndpointMismatch", "endpoint 错误": "EndpointMismatch", "endpoint 不对": "EndpointMismatch", "endpoint error": "EndpointMismatch", "wrong region": "EndpointMismatch", "地域不一致": "EndpointMismatch", "内网": "EndpointMismatch", "internal endpoint": "EndpointMismatch",
		"time skew": "ClockSkew", "clock": "ClockSkew", "时钟不同步": "ClockSkew", "时间不对": "ClockSkew", "timezone": "ClockSkew", "时区": "ClockSkew",
		"签名不一致": "SignatureMismatch", "签名错误": "SignatureMismatch", "wrong signature": "SignatureMismatch", "bad secret": "SignatureMismatch", "wrong secret": "SignatureMismatch",
		"url expired": "RequestExpired", "链接过期": "RequestExpired", "presigned url expired": "RequestExpired", "签名过期": "RequestExpired",
		"sts token expired": "SecurityTokenExpired", "sts 过期": "SecurityTokenExpired", "token 过期": "SecurityTokenExpired", "invalid token": "SecurityTokenInvalid", "missing token": "SecurityTokenMissing", "没有 token": "SecurityTokenMissing",
		"bucket acl": "BucketACLDenied", "session policy": "SessionPolicyDenied", "bucket policy": "BucketPolicyDenied",
		"cors": "CORSNotAllowed", "跨域": "CORSNotAllowed", "归档": "ObjectNotRestored", "archived object": "ObjectNotRestored", "glacier": "ObjectNotRestored",
		"欠费": "AccountOverdueSuspended", "arrears": "AccountOverdue", "unpaid bill": "AccountOverdue",
		"wrong access key": "AccessKeyNotFound", "access key disabled": "AccessKeyDisabled", "access key 被禁用": "AccessKeyDisabled", "accesskey not found": "AccessKeyNotFound",
		"waf": "Intermediary", "proxy": "Intermediary", "防火墙": "Intermediary", "worm": "WORMLocked", "requester pays": "RequesterPaysRequired", "请求者付费": "RequesterPaysRequired",
		"path style": "VirtualHostedStyleRequired", "匿名访问": "AnonymousObjectDenied", "callback": "DeniedByCallback",
	} {
		hits := (&app{}).search(query)
		if len(hits) == 0 {
			t.Errorf("%s: nothing, want %s", query, want)
		} else if got := string(hits[0].kind); got != want {
			t.Errorf("%s: got %s, want %s", query, got, want)
		}
	}
}
