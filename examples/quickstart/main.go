// Quickstart calls OSS through the real SDK v1 client, against a server on the loopback interface that
// answers as OSS does, and explains the 403s it gets, in the language of the reader's locale. It needs no
// account:
//
//	go run ./examples/quickstart
//	go run ./examples/quickstart -full
package main

import (
	"encoding/base64"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
)

func main() {
	full := flag.Bool("full", false, "more 403s, and all that is known of each")
	flag.Parse()
	lang := oss403.ParseLang(locale())

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
	for _, c := range calls(client, bucket) {
		if !c.first && !*full {
			continue
		}
		err := oss403.Wrap(c.do())
		e, ok := oss403.From(err)
		if !ok {
			log.Fatalf("%s: no 403 of OSS: %v", c.name, err)
		}
		if *full {
			fmt.Printf("=== %s\n\nSDK v1:\n    %v\n\noss403:\n    %v\n\n", c.name, errors.Unwrap(err), err)
			fmt.Printf("    %s\n\n", strings.ReplaceAll(e.Report(lang), "\n", "\n    "))
			continue
		}
		x := e.Explain(lang)
		fmt.Printf("%s\n  SDK v1  %s\n  oss403  %s\n  →       %s\n\n", c.name, said(err), x.Summary, x.Remedy.Steps[0])
	}
	if !*full {
		fmt.Println("go run ./examples/quickstart -full")
	}
}

// locale is what POSIX takes for the language of messages.
func locale() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			return value
		}
	}
	return ""
}

// said is what the SDK's error says of the cause; its whole text is five times as long.
func said(err error) string {
	var se oss.ServiceError
	if !errors.As(err, &se) {
		return err.Error()
	}
	message, _, more := strings.Cut(se.Message, ". ")
	if more {
		message += ". …"
	}
	return se.Code + ": " + message
}

type call struct {
	name  string
	first bool // also without -full
	do    func() error
}

func calls(client *oss.Client, bucket *oss.Bucket) []call {
	get := func(key string) func() error {
		return func() error {
			body, err := bucket.GetObject(key)
			if err == nil {
				err = body.Close()
			}
			return err
		}
	}
	return []call{
		{"GetObject region.txt", true, get("region.txt")},
		{"PutObject denied.txt", true, func() error {
			err := bucket.PutObject("denied.txt", strings.NewReader("hello"))
			if err != nil {
				err = fmt.Errorf("save report: %w", err) // what you say is kept in front
			}
			return err
		}},
		{"GetObject clock.txt", true, get("clock.txt")},
		{"GetObjectMeta head.txt (HEAD)", false, func() error { // its answer has no body
			_, err := bucket.GetObjectMeta("head.txt")
			return err
		}},
		{"GetObject token.txt", false, get("token.txt")},
		{"GetObject key.txt", false, get("key.txt")},
		{"GetObject archive.tar", false, get("archive.tar")},
		{"GetObject proxy.txt", false, get("proxy.txt")},
		{"ListObjects", false, func() error {
			_, err := bucket.ListObjectsV2()
			return err
		}},
		{"ListBuckets", false, func() error {
			_, err := client.ListBuckets()
			return err
		}},
		{"SetBucketACL", false, func() error {
			return client.SetBucketACL("examplebucket", oss.ACLPublicRead)
		}},
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
