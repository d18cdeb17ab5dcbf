package oss403_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/oss403/oss403"
	"github.com/stretchr/testify/assert"
)

// severalTexts are lines that tell of two errors, of which each has its own code, message and request ID.
func severalTexts() map[string]string {
	const (
		id, other = "684B00C0FFEE00C0FFEE0403", "684B00C0FFEE00C0FFEE0404"
		acl       = "You have no right to access this object because of bucket acl."
		key       = "The OSS Access Key Id you provided does not exist in our records."
	)
	both := func(format, sep string) string {
		fill := func(host, code, message, id string) string {
			return strings.NewReplacer("HOST", host+".oss-cn-hangzhou.aliyuncs.com", "CODE", code, "WORDS", message, "REQ", id).Replace(format)
		}
		return fill("b1", "AccessDenied", acl, id) + sep + fill("b2", "InvalidAccessKeyId", key, other)
	}
	quoted := func(s string) string {
		b, _ := json.Marshal(s) // a string has no error
		return string(b)
	}
	const (
		sdk     = `oss: service returned error: StatusCode=403, ErrorCode=CODE, ErrorMessage="WORDS", RequestId=REQ`
		v2      = "operation error GetObject: Error returned by Service. Http Status Code: 403. Error Code: CODE. Request Id: REQ. Message: WORDS. EC: . Timestamp: 2026-03-05 10:11:12 +0000 UTC. Request Endpoint: GET https://HOST/k."
		java    = "com.aliyun.oss.OSSException: WORDS\n[ErrorCode]: CODE\n[RequestId]: REQ\n[HostId]: HOST"
		oss2    = "{'status': 403, 'x-oss-request-id': 'REQ', 'details': {'Code': 'CODE', 'Message': 'WORDS', 'RequestId': 'REQ', 'HostId': 'HOST'}}"
		object  = `{"status":403,"code":"CODE","message":"WORDS","requestId":"REQ"}`
		entry   = `{"request":{"method":"GET","url":"https://HOST/k"},"response":{"status":403,"headers":[{"name":"Server","value":"AliyunOSS"},{"name":"x-oss-request-id","value":"REQ"}],"content":{"text":"<Error><Code>CODE</Code><Message>WORDS</Message><RequestId>REQ</RequestId></Error>"}}}`
		ownACL  = "oss403: the ACL does not allow it (kind=BucketACLDenied code=AccessDenied request_id=" + id + ")"
		ownKey  = "oss403: the AccessKey does not exist (kind=AccessKeyNotFound code=InvalidAccessKeyId request_id=" + other + ")"
		missing = `oss: service returned error: StatusCode=404, ErrorCode=NoSuchKey, ErrorMessage="The specified key does not exist.", RequestId=684B00C0FFEE00C0FFEE0405; `
	)
	_, keyOnly, _ := strings.Cut(both(sdk, "\n"), "\n")
	return map[string]string{
		"array":            "[" + both(object, ",") + "]",
		"array, stamped":   "2026-03-05T10:11:12Z ERROR failed: [" + both(object, ", ") + "]",
		"array in lines":   "[\n  " + both(strings.NewReplacer("{", "{\n    ", ",", ",\n    ", "}", "\n  }").Replace(object), ",\n  ") + "\n]",
		"array in a value": `{"level":"error","msg":` + quoted("["+both(object, ",")+"]") + "}",
		"nested":           "[" + both(`{"status":403,"error":{"code":"CODE","message":"WORDS"},"requestId":"REQ"}`, ",") + "]",
		"object of them":   `{"a":` + both(object, `,"b":`) + "}",
		"status beside":    `{"failed":[` + both(`{"key":"a","code":"CODE","message":"WORDS","requestId":"REQ"}`, ",") + `],"status":403}`,
		"deeper":           `{"results":[` + both(`{"key":"a","error":`+object+`}`, ",") + "]}",
		"touching":         both(object, ""),
		"semicolon":        both(sdk, "; "),
		"slice":            "[" + both(sdk, " ") + "]",
		"bar":              both(sdk, " | "),
		"words between":    "first: " + both(sdk, ", then: "),
		"brackets":         both(sdk, " (retry: ") + ")",
		"strings":          `{"errors":[` + both(quoted(sdk), ",") + "]}",
		"behind a 404":     missing + both(sdk, "; "),
		"SDK v2":           both(v2, "; "),
		"AWS SDK v2":       both("operation error S3: PutObject, https response error StatusCode: 403, RequestID: REQ, HostID: HOST, api error CODE: WORDS", "; "),
		"AWS SDK v1":       both("CODE: WORDS\\n\\tstatus code: 403, request id: REQ, host id: HOST", "; "),
		"Node":             both("CODEError: WORDS\\n{ status: 403, code: 'CODE', requestId: 'REQ', host: 'HOST' }", " "),
		"PHP":              both(`OSS\Core\OssException: CODE: WORDS RequestId: REQ`, ", "),
		"codes":            both("CODE: WORDS (request id REQ)", ", "),
		"Java":             both(strings.ReplaceAll(java, "\n", `\n`), "; "),
		"Java, strings":    `{"errors":[` + both(quoted(java), ",") + "]}",
		"oss2":             "[" + both(oss2, ", ") + "]",
		"oss2, named":      both("oss2.exceptions.ServerError: "+oss2, "; "),
		"HAR":              `{"log":{"entries":[` + both(entry, ",") + "]}}",
		"ours":             ownACL + ", " + ownKey,
		"ours, words":      "a: " + ownACL + "; b: " + ownKey,
		"ours in a value":  `{"err":` + quoted(ownACL+"; "+ownKey) + "}",
		"ours and an SDK":  ownACL + "; " + keyOnly,
	}
}

// TestSeveralInALine: of several errors in a line each is found, in their order, with its own pieces only.
func TestSeveralInALine(t *testing.T) {
	const acl, key = "BucketACLDenied AccessDenied 684B00C0FFEE00C0FFEE0403", "AccessKeyNotFound InvalidAccessKeyId 684B00C0FFEE00C0FFEE0404"
	tell := func(e *oss403.Error) string {
		if host := map[string]string{"b1.oss-cn-hangzhou.aliyuncs.com": acl, "b2.oss-cn-hangzhou.aliyuncs.com": key}[e.HostID]; host != "" {
			assert.Contains(t, host, e.RequestID)
		}
		return fmt.Sprint(e.Kind, " ", e.Code, " ", e.RequestID)
	}
	for name, text := range severalTexts() {
		t.Run(name, func(t *testing.T) {
			if e, ok := oss403.ParseText(text); assert.True(t, ok) {
				assert.Equal(t, acl, tell(e))
			}
			var got []string
			for found, err := range oss403.ScanText(strings.NewReader(text)) {
				if assert.NoError(t, err) {
					got = append(got, tell(found.Error))
					assert.Equal(t, strings.HasPrefix(text, "2026"), !found.Time.IsZero(), "the time of the line")
				}
			}
			assert.Equal(t, []string{acl, key}, got, text)
		})
	}
}

// TestObjectsWithoutID: objects behind each other are errors of their own by their codes too.
func TestObjectsWithoutID(t *testing.T) {
	const text = `[{"status":403,"code":"AccessDenied","message":"You have no right to access this object because of bucket acl.","host":"b1.oss-cn-hangzhou.aliyuncs.com"},` +
		`{"status":403,"code":"InvalidAccessKeyId","message":"The OSS Access Key Id you provided does not exist in our records.","host":"b2.oss-cn-hangzhou.aliyuncs.com"}]`
	e, ok := oss403.ParseText(text)
	assert.True(t, ok)
	assert.Equal(t, oss403.KindBucketACLDenied, e.Kind)
	var got []string
	for found, err := range oss403.ScanText(strings.NewReader(text)) {
		assert.NoError(t, err)
		got = append(got, string(found.Error.Kind)+" "+found.Error.HostID)
	}
	assert.Equal(t, []string{"BucketACLDenied b1.oss-cn-hangzhou.aliyuncs.com", "AccessKeyNotFound b2.oss-cn-hangzhou.aliyuncs.com"}, got)
}
