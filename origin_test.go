package oss403_test

import (
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
)

const (
	s3ID     = "6745A1B2C3D4E5F607182934" // OSS's, in the header that S3 clients look at
	awsID    = "4442587FB7D0A2F9"
	deniedIn = "<Error><Code>AccessDenied</Code><Message>"
	bucketID = "examplebucket.oss-cn-hangzhou.aliyuncs.com"
)

// TestMarksOfOSS: headers and elements by which an answer is OSS's, or is not. No request is known.
func TestMarksOfOSS(t *testing.T) {
	const unknown = deniedIn + "Nothing that anybody knows.</Message>"
	header := func(name, value string) http.Header { return http.Header{name: {value}} }
	for _, c := range []struct {
		name   string
		header http.Header
		body   string
		ok     bool
	}{
		{"nothing", nil, unknown + "</Error>", false},

		{"the header of OSS", header("X-Oss-Request-Id", requestID), unknown + "</Error>", true},
		{"in lower case, from a log", http.Header{"x-oss-request-id": {requestID}}, unknown + "</Error>", true},
		{"masked", header("X-Oss-Request-Id", "65AF5037***5347E6D09"), unknown + "</Error>", true},
		{"no ID in it", header("X-Oss-Request-Id", "-"), unknown + "</Error>", false},
		{"a UUID in it", header("X-Oss-Request-Id", "7b1f1cd0-2d1b-4b0e-9d7c-2f1d5c0a9e11"), unknown + "</Error>", false},
		{"an EC in its header", header("X-Oss-Ec", "0003-00000905"), unknown + "</Error>", true},
		{"no EC in it", header("X-Oss-Ec", "none"), unknown + "</Error>", false},
		{"a document in a header", header("X-Oss-Err", "PEVycm9yPjxDb2RlPkE8L0NvZGU+PC9FcnJvcj4="), "", true},
		{"no document in it", header("X-Oss-Err", "true"), "", false},
		{"the time it took", header("X-Oss-Server-Time", "7"), unknown + "</Error>", true},
		{"no time", header("X-Oss-Server-Time", "soon"), unknown + "</Error>", false},
		{"no milliseconds", header("X-Oss-Server-Time", "17671824000000000"), unknown + "</Error>", false},
		{"the server", header("Server", "AliyunOSS"), unknown + "</Error>", true},

		// OSS answers S3 clients with their header.
		{"S3's header with OSS's ID", header("X-Amz-Request-Id", s3ID), unknown + "</Error>", true},
		{"nothing but that", header("X-Amz-Request-Id", s3ID), "", true},
		{"in lower case, by S3", header("X-Amz-Request-Id", strings.ToLower(s3ID)), unknown + "</Error>", false},
		{"S3's header and ID", header("X-Amz-Request-Id", awsID), unknown + "</Error>", false},
		{"S3's ID in an answer that OSS could give", header("X-Amz-Request-Id", awsID), deniedIn + "You have no right to access this object.</Message></Error>", false},

		{"the ID", nil, unknown + "<RequestId>" + requestID + "</RequestId></Error>", true},
		{"an ID of 16 characters", nil, deniedIn + "You have no right to access this object.</Message><RequestId>" + awsID + "</RequestId></Error>", false},
		{"an ID of another API", nil, deniedIn + "You have no right to access this object.</Message><RequestId>7B1F1CD0-2D1B-4B0E-9D7C-2F1D5C0A9E11</RequestId></Error>", false},
		{"an ID of OBS", nil, deniedIn + "You have no right to access this object.</Message><RequestId>0000018A2B3C4D5E6F7081920A1B2C3D</RequestId></Error>", false},
		{"an ID of Ceph", nil, deniedIn + "You have no right to access this object.</Message><RequestId>tx00000a1b2c3d4e5f6-0065af5037-1a2b-default</RequestId></Error>", false},
		{"a host that is a digest", nil, deniedIn + "You have no right to access this object.</Message><HostId>" + strings.Repeat("0a1b", 10) + "</HostId></Error>", false},
		{"a host that is a shorter one", nil, deniedIn + "You have no right to access this object.</Message><HostId>" + strings.Repeat("0a1b", 9) + "</HostId></Error>", true},
		{"a resource", nil, deniedIn + "You have no right to access this object.</Message><Resource>/examplebucket/k</Resource></Error>", false},
		{"a key of AWS", nil, "<Error><Code>SignatureDoesNotMatch</Code><AWSAccessKeyId>AKIAIOSFODNN7EXAMPLE</AWSAccessKeyId></Error>", false},
		{"a temporary key of AWS", nil, deniedIn + "You have no right to access this object.</Message><AWSAccessKeyId>ASIAIOSFODNN7EXAMPLE</AWSAccessKeyId></Error>", false},
		{"a string to sign of OSS", nil, unknown + "<StringToSign>\nOSS4-HMAC-SHA256\n20260305T095103Z\n20260305/cn-hangzhou/oss/aliyun_v4_request\n00</StringToSign></Error>", true},
		{"a string to sign of S3", nil, unknown + "<StringToSign>AWS4-HMAC-SHA256\n20260305T095103Z\n20260305/us-east-1/s3/aws4_request\n00</StringToSign></Error>", false},
		{"its ID on a host of OSS", nil, unknown + "<RequestId>7B1F1CD0-2D1B-4B0E-9D7C-2F1D5C0A9E11</RequestId><HostId>" + bucketID + "</HostId></Error>", false},
		{"the host", nil, unknown + "<HostId>" + bucketID + "</HostId></Error>", true},
		{"the host with a port", nil, unknown + "<HostId>" + bucketID + ":443</HostId></Error>", true},
		{"another host", nil, unknown + "<HostId>examplebucket.s3.amazonaws.com</HostId></Error>", false},
		{"null is no host", nil, unknown + "<RequestId>null</RequestId><HostId>null</HostId></Error>", false},
		{"an ID of OSS's form beside the management API", nil, unknown + "<RequestId>" + requestID + "</RequestId><HostId>oss-admin.aliyuncs.com</HostId></Error>", false},
		{"with a port", nil, unknown + "<RequestId>" + requestID + "</RequestId><HostId>oss-admin.aliyuncs.com:443</HostId></Error>", false},
		{"beside another service", nil, unknown + "<RequestId>" + requestID + "</RequestId><HostId>sts.cn-hangzhou.aliyuncs.com</HostId></Error>", false},
		{"beside another store, with a port", nil, unknown + "<RequestId>" + requestID + "</RequestId><HostId>s3.amazonaws.com:443</HostId></Error>", false},

		{"a CORS answer of S3", http.Header{"X-Amz-Request-Id": {awsID}, "X-Amz-Id-2": {"Kbq8zJCZ8Zg0"}},
			"<Error><Code>AccessForbidden</Code><Message>CORSResponse: CORS is not enabled for this bucket.</Message><Method>GET</Method><ResourceType>BUCKET</ResourceType></Error>", false},
	} {
		e, ok := oss403.Parse(http.StatusForbidden, c.header, []byte(c.body))
		if ok != c.ok {
			t.Errorf("%s: %v, %v", c.name, e, ok)
		}
		if ok && (e.RequestID == "null" || e.HostID == "null") {
			t.Errorf("%s: %q, %q", c.name, e.RequestID, e.HostID)
		}
	}
}

// TestS3Answer: what OSS sends to a client that signs as S3 does.
func TestS3Answer(t *testing.T) {
	req, err := http.NewRequest(http.MethodHead, "https://"+bucketID+"/a.txt", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential=LTAI5tExampleExampleKey1/20260305/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=00")
	answer := func() *http.Response {
		return &http.Response{StatusCode: http.StatusForbidden, Header: http.Header{"X-Amz-Request-Id": {s3ID}}, Body: http.NoBody, Request: req}
	}
	e, ok := oss403.FromResponse(answer())
	if !ok || e.Kind != oss403.KindUnknown || e.RequestID != s3ID || e.Bucket != "examplebucket" || e.Object != "a.txt" {
		t.Fatalf("FromResponse: %+v, %v", e, ok)
	}
	// A Transport knows it again by that ID.
	tr := &oss403.Transport{Base: roundTrip(func(*http.Request) (*http.Response, error) { return answer(), nil })}
	if _, err := tr.RoundTrip(req); err != nil {
		t.Fatal(err)
	}
	e, ok = tr.From(oss.ServiceError{StatusCode: http.StatusForbidden, RequestID: s3ID})
	if !ok || e.Op != http.MethodHead || e.Object != "a.txt" {
		t.Errorf("Transport: %+v, %v", e, ok)
	}
	// The body has the ID too, and the host with its port.
	e, ok = oss403.Parse(http.StatusForbidden, http.Header{"X-Amz-Request-Id": {s3ID}}, []byte(`<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message><RequestId>`+s3ID+`</RequestId><HostId>`+bucketID+`:443</HostId><AWSAccessKeyId>LTAI5tExampleExampleKey1</AWSAccessKeyId><EC>0002-00000429</EC></Error>`))
	if !ok || e.Kind != oss403.KindSignatureMismatch || e.Signature == nil || e.Signature.Scheme != "S3 V4" || e.Bucket != "examplebucket" {
		t.Errorf("a signature: %+v, %v", e, ok)
	}
}

// TestMoreEvidence: an ID, a host or a header of OSS beside what is recognized takes nothing away.
func TestMoreEvidence(t *testing.T) {
	const message = "You have no right to access this object because of bucket acl."
	for name, c := range map[string]struct {
		status int
		header http.Header
		body   string
		kind   oss403.Kind
	}{
		"a message":                            {0, nil, "<Error><Message>" + message + "</Message></Error>", oss403.KindBucketACLDenied},
		"with an ID":                           {0, nil, "<Error><Message>" + message + "</Message><RequestId>" + requestID + "</RequestId></Error>", oss403.KindBucketACLDenied},
		"with a host":                          {0, nil, "<Error><Message>" + message + "</Message><HostId>" + bucketID + "</HostId></Error>", oss403.KindBucketACLDenied},
		"with a header":                        {0, http.Header{"X-Oss-Request-Id": {requestID}}, "<Error><Message>" + message + "</Message></Error>", oss403.KindBucketACLDenied},
		"with both and a server":               {0, http.Header{"X-Oss-Request-Id": {requestID}, "Server": {"AliyunOSS"}}, "<Error><Message>" + message + "</Message><HostId>" + bucketID + "</HostId></Error>", oss403.KindBucketACLDenied},
		"a template with an ID":                {0, nil, "<Error><Message>You are forbidden to oss:PutBucket</Message><RequestId>" + requestID + "</RequestId></Error>", oss403.KindActionForbidden},
		"a shared message with an ID":          {0, nil, "<Error><Message>Request has expired.</Message><RequestId>" + requestID + "</RequestId></Error>", oss403.KindRequestExpired},
		"an EC with an ID":                     {0, http.Header{"X-Oss-Request-Id": {requestID}, "X-Oss-Ec": {"0002-00000902"}}, "", oss403.KindAccessKeyNotFound},
		"an EC that leaves it open":            {0, http.Header{"X-Oss-Request-Id": {requestID}, "X-Oss-Ec": {"0003-00000001"}}, "", oss403.KindUnknown},
		"an EC of perhaps another status":      {0, http.Header{"X-Oss-Request-Id": {requestID}, "X-Oss-Ec": {"0002-00000010"}}, "", ""},
		"an EC of a code that is no 403":       {0, http.Header{"X-Oss-Request-Id": {requestID}, "X-Oss-Ec": {"0002-00000902"}}, "<Error><Code>NoSuchKey</Code></Error>", ""},
		"a message nobody knows, with an ID":   {0, nil, "<Error><Message>Nothing.</Message><RequestId>" + requestID + "</RequestId></Error>", ""},
		"the same with 403":                    {403, nil, "<Error><Message>Nothing.</Message><RequestId>" + requestID + "</RequestId></Error>", oss403.KindUnknown},
		"a code nobody knows, a known message": {0, nil, "<Error><Code>NoSuchKey</Code><Message>" + message + "</Message><RequestId>" + requestID + "</RequestId></Error>", ""},
	} {
		e, ok := oss403.Parse(c.status, c.header, []byte(c.body))
		if ok != (c.kind != "") || ok && e.Kind != c.kind {
			t.Errorf("%s: %v, %v; want %q", name, e, ok, c.kind)
		}
	}
	for name, err := range map[string]oss.ServiceError{
		"of SDK v1":                 {Message: message},
		"of SDK v1, with its ID":    {Message: message, RequestID: requestID},
		"of SDK v1, with its host":  {Message: message, HostID: bucketID},
		"of SDK v1, host is null":   {Message: message, HostID: "null", RequestID: "null"},
		"of SDK v1, with a null EC": {Message: message, Ec: "null"},
	} {
		if e, ok := oss403.From(err); !ok || e.Kind != oss403.KindBucketACLDenied || e.HostID == "null" || e.EC == "null" {
			t.Errorf("%s: %+v, %v", name, e, ok)
		}
	}
}

// TestBehindACDN: Alibaba Cloud CDN puts a page of its own into the place of OSS's document; its
// headers tell who answered, and at times what OSS said.
func TestBehindACDN(t *testing.T) {
	const page = "<html><head><title>403 Forbidden</title></head><body>Powered by Tengine</body></html>"
	parse := func(forOSS bool, header http.Header) (*oss403.Error, bool) {
		host := "img.example.com"
		if forOSS {
			host = bucketID
		}
		req, err := http.NewRequest(http.MethodGet, "https://"+host+"/", nil)
		if err != nil {
			t.Fatal(err)
		}
		header.Set("Server", "Tengine")
		return oss403.FromResponse(&http.Response{StatusCode: http.StatusForbidden, Header: header, Body: io.NopCloser(strings.NewReader(page)), Request: req})
	}
	for name, value := range map[string]string{
		"X-Oss-Cdn-Auth":    "success",
		"X-Tengine-Error":   "denied by IP ACL = blacklist",
		"X-Swift-Cachetime": "0",
		"X-Swift-Savetime":  "Thu, 05 Mar 2026 08:00:00 GMT",
		"X-Swift-Error":     "orig response 4XX error",
		"Eagleid":           "2ff62b9917726967000000000e",
	} {
		e, ok := parse(true, http.Header{name: {value}})
		if !ok || e.Kind != oss403.KindIntermediary || !hasField(e, name) {
			t.Errorf("%s: %v, %v", name, e, ok)
		}
		// Only one of them says that OSS is behind it.
		if e, ok := parse(false, http.Header{name: {value}}); ok != (name == "X-Oss-Cdn-Auth") {
			t.Errorf("%s in an answer of a domain: %v, %v", name, e, ok)
		}
	}
	for name, value := range map[string]string{"Eagleid": "none", "X-Tengine-Error": " ", "X-Swiftly": "1"} {
		if e, ok := parse(true, http.Header{name: {value}}); !ok || hasField(e, name) {
			t.Errorf("%s: %q counts: %v, %v", name, value, e, ok)
		}
	}
	// The name that is shown does not depend on the order of a map.
	for range 20 {
		e, _ := parse(true, http.Header{"X-Swift-Savetime": {"x"}, "Eagleid": {"2ff62b9917726967000000000e"}, "X-Tengine-Error": {"x"}, "X-Oss-Cdn-Auth": {"success"}})
		if !hasField(e, "Eagleid") {
			t.Fatalf("%+v", e.Explain(oss403.English).Findings)
		}
	}
	e, ok := parse(false, http.Header{"X-Tengine-Error": {"You are forbidden to list buckets."}})
	if !ok || e.Kind != oss403.KindListBucketsForbidden || e.Message != "You are forbidden to list buckets." {
		t.Errorf("what OSS told the CDN: %v, %v", e, ok)
	}
	if e, ok := parse(false, http.Header{"X-Tengine-Error": {"Request has expired."}}); ok {
		t.Errorf("what another store says too: %v", e)
	}
}

func hasField(e *oss403.Error, field string) bool {
	return slices.ContainsFunc(e.Explain(oss403.English).Findings, func(f oss403.Finding) bool { return f.Field == field })
}

// TestRequestForSomebodyElse: what other stores say as well is theirs if they were asked.
func TestRequestForSomebodyElse(t *testing.T) {
	const (
		signature = "<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message></Error>"
		noCORS    = "<Error><Code>AccessForbidden</Code><Message>CORSResponse: CORS is not enabled for this bucket.</Message><Method>GET</Method><ResourceType>BUCKET</ResourceType></Error>"
		noRule    = "<Error><Code>AccessForbidden</Code><Message>CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Requet-Headers are not whitelisted by the resource's CORS spec.</Message></Error>"
		expiredOn = "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>"
		ours      = "<Error><Code>UserDisable</Code><Message>UserDisable</Message></Error>"
	)
	for _, url := range []string{"https://s3.amazonaws.com/examplebucket/k", "https://examplebucket.s3.eu-west-1.amazonaws.com/k", "https://assets.example.com/k", "http://127.0.0.1:9000/examplebucket/k"} {
		for body, want := range map[string]bool{signature: false, noCORS: false, noRule: false, expiredOn: false, ours: true} {
			req, err := http.NewRequest(http.MethodGet, url, nil)
			if err != nil {
				t.Fatal(err)
			}
			e, ok := oss403.FromResponse(&http.Response{StatusCode: http.StatusForbidden, Body: io.NopCloser(strings.NewReader(body)), Request: req})
			if ok != want {
				t.Errorf("%s: %s: %v, %v", url, body, e, ok)
			}
		}
	}
}

// TestUploadForm: a form carries its signature in its body, which may not be seen. It is not called
// unsigned, and what has to happen before a retry stays what the kind says.
func TestUploadForm(t *testing.T) {
	req, err := http.NewRequest(http.MethodPost, "https://"+bucketID+"/", strings.NewReader("--x\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "multipart/form-data; boundary=x")
	answer := func(r *http.Request) *oss403.Error {
		e, ok := oss403.FromResponse(&http.Response{StatusCode: http.StatusForbidden, Request: r, Body: io.NopCloser(strings.NewReader(
			deniedIn + "You have no right to access this object because of bucket acl.</Message><RequestId>" + requestID + "</RequestId></Error>"))})
		if !ok {
			t.Fatal("not taken for a 403 of OSS")
		}
		return e
	}
	e := answer(req)
	if e.Retry() != oss403.RetryAfterGrant || strings.Contains(e.Error(), "unsigned") || strings.Contains(e.Report(oss403.English), "carries no signature, so") {
		t.Errorf("%s\n%s", e.Retry(), e.Report(oss403.English))
	}
	get := req.Clone(req.Context())
	get.Method, get.Header, get.Body = http.MethodGet, http.Header{}, nil
	if e := answer(get); e.Retry() != oss403.RetryAfterSigning || !strings.Contains(e.Error(), "unsigned") {
		t.Errorf("a GET: %s, %s", e.Retry(), e)
	}
}
