// Quickstart calls OSS through the real SDK v1 client, against a server on the loopback
// interface that answers as OSS does, and explains each 403 it gets. It needs no account:
//
//	go run ./examples/quickstart
package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
)

func main() {
	server := httptest.NewServer(http.HandlerFunc(answer))
	defer server.Close()
	client, err := oss.New(server.URL, "LTAI5tExampleExampleKey1", "secret")
	if err != nil {
		log.Fatal(err)
	}
	bucket, err := client.Bucket("examplebucket")
	if err != nil {
		log.Fatal(err)
	}

	get := func(key string) func() error {
		return func() error {
			body, err := oss403.WrapValue(bucket.GetObject(key))
			if err == nil {
				body.Close()
			}
			return err
		}
	}
	for _, call := range []struct {
		name string
		do   func() error
	}{
		{"GetObject region.txt", get("region.txt")},
		{"PutObject denied.txt", func() error {
			err := bucket.PutObject("denied.txt", strings.NewReader("hello"))
			if err != nil {
				err = fmt.Errorf("save report: %w", err) // what you say is kept in front
			}
			return oss403.Wrap(err)
		}},
		{"GetObjectMeta head.txt, a HEAD request: its answer has no body", func() error {
			_, err := oss403.WrapValue(bucket.GetObjectMeta("head.txt"))
			return err
		}},
		{"GetObject clock.txt", get("clock.txt")},
		{"GetObject token.txt", get("token.txt")},
		{"GetObject key.txt", get("key.txt")},
		{"GetObject archive.tar", get("archive.tar")},
		{"GetObject proxy.txt", get("proxy.txt")},
		{"ListObjects", func() error {
			_, err := oss403.WrapValue(bucket.ListObjectsV2())
			return err
		}},
		{"ListBuckets", func() error {
			_, err := oss403.WrapValue(client.ListBuckets())
			return err
		}},
		{"SetBucketACL", func() error {
			return oss403.Wrap(client.SetBucketACL("examplebucket", oss.ACLPublicRead))
		}},
	} {
		err := call.do()
		e, ok := oss403.From(err)
		if !ok {
			log.Fatalf("%s: no 403 of OSS: %v", call.name, err)
		}
		fmt.Printf("=== %s\n\n", call.name)
		fmt.Printf("The SDK says:\n    %v\n\n", errors.Unwrap(err))
		fmt.Printf("oss403 says:\n    %v\n\n", err)
		fmt.Printf("and in full:\n    %s\n\n", strings.ReplaceAll(e.Report(oss403.English), "\n", "\n    "))
	}
}

// answers is what the server says, by method, path and query.
var answers = map[string]string{
	"GET /":                         `<Code>AccessDenied</Code><Message>You are forbidden to oss:ListBuckets</Message>`,
	"GET /examplebucket/?list-type": `<Code>AccessDenied</Code><Message>The bucket you access does not belong to you.</Message><EC>0003-00000001</EC>`,
	"PUT /examplebucket/?acl":       `<Code>AccessDenied</Code><Message>Put public bucket acl is not allowed</Message>`,
	"GET /examplebucket/region.txt": `<Code>AccessDenied</Code><Message>The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.</Message>` +
		`<Bucket>examplebucket</Bucket><Endpoint>oss-cn-beijing.aliyuncs.com</Endpoint><EC>0003-00001403</EC>`,
	"GET /examplebucket/token.txt": `<Code>SecurityTokenExpired</Code><Message>The security token you provided has expired.</Message><SecurityToken>CAISexampleexampleexampleexampleexample==</SecurityToken><EC>0002-00000007</EC>`,
	"GET /examplebucket/key.txt": `<Code>InvalidAccessKeyId</Code><Message>The OSS Access Key Id you provided does not exist in our records. The Security Token may be lost to specify that it is a STS Access Id.</Message>` +
		`<OSSAccessKeyId>STS.NTexampleExampleExample1</OSSAccessKeyId><EC>0002-00000003</EC>`,
	"GET /examplebucket/clock.txt": `<Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message>` +
		`<MaxAllowedSkewMilliseconds>900000</MaxAllowedSkewMilliseconds><RequestTime>2026-03-05T17:51:03.000Z</RequestTime><ServerTime>2026-03-05T09:51:03.000Z</ServerTime><EC>0002-00000504</EC>`,
	"GET /examplebucket/archive.tar": `<Code>InvalidObjectState</Code><Message>The operation is not valid for the object's state</Message><ObjectName>archive.tar</ObjectName><EC>0016-00000404</EC>`,
	"PUT /examplebucket/denied.txt": `<Code>AccessDenied</Code><Message>Access denied by bucket policy.</Message>` +
		`<AccessDeniedDetail><PolicyType>AccountLevelIdentityBasedPolicy</PolicyType><AuthPrincipalOwnerId>1000000000000001</AuthPrincipalOwnerId><AuthPrincipalType>SubUser</AuthPrincipalType>` +
		`<AuthPrincipalDisplayName>208000000000000001</AuthPrincipalDisplayName><NoPermissionType>ExplicitDeny</NoPermissionType><AuthAction>oss:PutObject</AuthAction>` +
		`<EncodedDiagnosticMessage>AQIBIAAAAExampleDiagnosticMessage==</EncodedDiagnosticMessage></AccessDeniedDetail><EC>0003-00000201</EC>`,
	"HEAD /examplebucket/head.txt?objectMeta": `<Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message>` +
		`<OSSAccessKeyId>LTAI5tExampleExampleKey1</OSSAccessKeyId><EC>0002-00000040</EC>`,
}

var requests atomic.Int32

func answer(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body)
	name := r.Method + " " + r.URL.Path
	if q, _, _ := strings.Cut(r.URL.RawQuery, "&"); strings.Contains(r.URL.RawQuery, "list-type") {
		name += "?list-type"
	} else if q != "" {
		name += "?" + q
	}
	elements, ok := answers[name]
	if !ok { // something in front of OSS
		w.Header().Set("Server", "nginx")
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusForbidden)
		_, _ = io.WriteString(w, "<html><body><h1>403 Forbidden</h1></body></html>")
		return
	}
	id := fmt.Sprintf("65AF5037A1B2C3D4E5F6%04X", requests.Add(1))
	doc := `<?xml version="1.0" encoding="UTF-8"?><Error>` + elements + "<RequestId>" + id + "</RequestId><HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId></Error>"
	w.Header().Set("Server", "AliyunOSS")
	w.Header().Set("Content-Type", "application/xml")
	w.Header().Set("X-Oss-Request-Id", id)
	if r.Method == http.MethodHead {
		w.Header().Set("X-Oss-Err", base64.StdEncoding.EncodeToString([]byte(doc)))
		w.WriteHeader(http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusForbidden)
	_, _ = io.WriteString(w, doc)
}
