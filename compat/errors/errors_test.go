// Package errors_test holds what From gives for the error of each client: the real clients, against
// a loopback server that answers as OSS does. It builds with the oldest and the latest SDKs (see
// the -modfiles beside go.mod).
package errors_test

//lint:file-ignore SA1019 aws-sdk-go is deprecated, and programs still use it

import (
	"context"
	"encoding/base64"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"

	ossv2 "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss"
	credv2 "github.com/aliyun/alibabacloud-oss-go-sdk-v2/oss/credentials"
	ossv1 "github.com/aliyun/aliyun-oss-go-sdk/oss"
	awsv2 "github.com/aws/aws-sdk-go-v2/aws"
	s3v2 "github.com/aws/aws-sdk-go-v2/service/s3"
	awsv1 "github.com/aws/aws-sdk-go/aws"
	credv1 "github.com/aws/aws-sdk-go/aws/credentials"
	"github.com/aws/aws-sdk-go/aws/session"
	s3v1 "github.com/aws/aws-sdk-go/service/s3"
	aliyungo "github.com/denverdino/aliyungo/oss"
	"github.com/go-kit/log"
	"github.com/minio/minio-go/v7"
	credminio "github.com/minio/minio-go/v7/pkg/credentials"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/docblock"
	thanos "github.com/thanos-io/objstore/providers/oss"
)

const (
	endpoint = "oss-cn-hangzhou.aliyuncs.com"
	keyID    = "LTAI5tExampleExampleKey1"
	secret   = "ExampleSecretExampleSecret0001"
	key      = "dir/notes.txt"
)

var (
	update = flag.Bool("update", false, "write the table into ../testdata/clients.md")
	ctx    = context.Background()
	oss    *server
)

// TestMain starts the server before anything asks the environment for a proxy: aliyungo takes no
// transport of ours.
func TestMain(m *testing.M) {
	flag.Parse()
	oss = newServer()
	_ = os.Setenv("HTTP_PROXY", oss.URL)
	_ = os.Unsetenv("AWS_CA_BUNDLE") // with it aws-sdk-go takes no transport but its own
	code := m.Run()
	oss.Close()
	os.Exit(code)
}

// server answers each request by the bucket it is for: every bucket is a way to answer.
type server struct {
	*httptest.Server
	mu       sync.Mutex
	requests int
}

func newServer() *server {
	s := &server{}
	s.Server = httptest.NewServer(s)
	return s
}

// count returns how many requests came since it was last asked.
func (s *server) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.requests
	s.requests = 0
	return n
}

// transport connects to the server whatever the host, which the requests carry as it is.
func (s *server) transport() http.RoundTripper {
	return &http.Transport{DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, network, s.Listener.Addr().String())
	}}
}

const requestID = "684B00C0FFEE00C0FFEE0403"

func document(bucket string, ec bool) string {
	doc := `<?xml version="1.0" encoding="UTF-8"?>
<Error>
  <Code>AccessDenied</Code>
  <Message>The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.</Message>
  <RequestId>` + requestID + `</RequestId>
  <HostId>` + bucket + "." + endpoint + `</HostId>
`
	if ec {
		doc += "  <EC>0003-00001403</EC>\n"
	}
	return doc + "  <Bucket>" + bucket + "</Bucket>\n  <Endpoint>oss-cn-beijing.aliyuncs.com</Endpoint>\n</Error>\n"
}

// idHeader is the header in which OSS sends its request ID: S3's to who signs as S3 does.
func idHeader(r *http.Request) string {
	if q := r.URL.Query(); strings.HasPrefix(r.Header.Get("Authorization"), "AWS") || q.Has("X-Amz-Algorithm") || q.Has("AWSAccessKeyId") {
		return "X-Amz-Request-Id"
	}
	return "X-Oss-Request-Id"
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body)
	s.mu.Lock()
	s.requests++
	s.mu.Unlock()
	bucket, _, _ := strings.Cut(r.Host, ".")
	if bucket == "page" {
		w.Header().Set("Server", "Tengine")
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusForbidden)
		_, _ = io.WriteString(w, "<html><body>Forbidden</body></html>")
		return
	}
	if bucket != "headless" {
		w.Header().Set("Server", "AliyunOSS")
		w.Header().Set(idHeader(r), requestID)
		w.Header().Set("X-Oss-Ec", "0003-00001403")
		w.Header().Set("X-Oss-Server-Time", "3")
	}
	doc := document(bucket, bucket != "ec-header")
	w.Header().Set("Content-Type", "application/xml")
	if r.Method == http.MethodHead && bucket == "whole" {
		w.Header().Set("X-Oss-Err", base64.StdEncoding.EncodeToString([]byte(doc)))
	}
	w.WriteHeader(http.StatusForbidden)
	if r.Method == http.MethodHead {
		return
	}
	switch bucket {
	case "truncated":
		_, _ = io.WriteString(w, doc[:strings.Index(doc, "</Endpoint>")])
	case "empty":
	default:
		_, _ = io.WriteString(w, doc)
	}
}

// client sends one request of each method to a bucket, through rt where it takes one.
type client struct {
	name string
	own  bool // it has a transport of its own
	send func(t *testing.T, rt http.RoundTripper, bucket, method string) error
}

var clients = []client{
	{"SDK v1", false, func(t *testing.T, rt http.RoundTripper, bucket, method string) error {
		c, err := ossv1.New("http://"+endpoint, keyID, secret, ossv1.HTTPClient(&http.Client{Transport: rt}))
		check(t, err)
		b, err := c.Bucket(bucket)
		check(t, err)
		switch method {
		case http.MethodGet:
			_, err = b.GetObject(key)
		case http.MethodPut:
			err = b.PutObject(key, strings.NewReader("x"))
		case http.MethodPost:
			_, err = b.InitiateMultipartUpload(key)
		case http.MethodDelete:
			err = b.DeleteObject(key)
		case http.MethodHead:
			_, err = b.GetObjectDetailedMeta(key)
		}
		return err
	}},
	{"SDK v2", false, func(t *testing.T, rt http.RoundTripper, bucket, method string) (err error) {
		c := ossv2.NewClient(ossv2.LoadDefaultConfig().WithRegion("cn-hangzhou").WithEndpoint("http://" + endpoint).
			WithHttpClient(&http.Client{Transport: rt}).WithCredentialsProvider(credv2.NewStaticCredentialsProvider(keyID, secret)))
		b, k := ossv2.Ptr(bucket), ossv2.Ptr(key)
		switch method {
		case http.MethodGet:
			_, err = c.GetObject(ctx, &ossv2.GetObjectRequest{Bucket: b, Key: k})
		case http.MethodPut:
			_, err = c.PutObject(ctx, &ossv2.PutObjectRequest{Bucket: b, Key: k, Body: strings.NewReader("x")})
		case http.MethodPost:
			_, err = c.InitiateMultipartUpload(ctx, &ossv2.InitiateMultipartUploadRequest{Bucket: b, Key: k})
		case http.MethodDelete:
			_, err = c.DeleteObject(ctx, &ossv2.DeleteObjectRequest{Bucket: b, Key: k})
		case http.MethodHead:
			_, err = c.HeadObject(ctx, &ossv2.HeadObjectRequest{Bucket: b, Key: k})
		}
		return err
	}},
	{"SDK v2, Uploader", false, func(_ *testing.T, rt http.RoundTripper, bucket, method string) error {
		if method != http.MethodPut {
			return nil
		}
		c := ossv2.NewClient(ossv2.LoadDefaultConfig().WithRegion("cn-hangzhou").WithEndpoint("http://" + endpoint).
			WithHttpClient(&http.Client{Transport: rt}).WithCredentialsProvider(credv2.NewStaticCredentialsProvider(keyID, secret)))
		_, err := ossv2.NewUploader(c).UploadFrom(ctx, &ossv2.PutObjectRequest{Bucket: ossv2.Ptr(bucket), Key: ossv2.Ptr(key)}, strings.NewReader("x"))
		return err
	}},
	{"aws-sdk-go-v2", false, func(_ *testing.T, rt http.RoundTripper, bucket, method string) (err error) {
		c := s3v2.New(s3v2.Options{
			Region: "cn-hangzhou", BaseEndpoint: awsv2.String("http://" + endpoint), HTTPClient: &http.Client{Transport: rt},
			Credentials: awsv2.CredentialsProviderFunc(func(context.Context) (awsv2.Credentials, error) {
				return awsv2.Credentials{AccessKeyID: keyID, SecretAccessKey: secret}, nil
			}),
		})
		b, k := awsv2.String(bucket), awsv2.String(key)
		switch method {
		case http.MethodGet:
			_, err = c.GetObject(ctx, &s3v2.GetObjectInput{Bucket: b, Key: k})
		case http.MethodPut:
			_, err = c.PutObject(ctx, &s3v2.PutObjectInput{Bucket: b, Key: k, Body: strings.NewReader("x")})
		case http.MethodPost:
			_, err = c.CreateMultipartUpload(ctx, &s3v2.CreateMultipartUploadInput{Bucket: b, Key: k})
		case http.MethodDelete:
			_, err = c.DeleteObject(ctx, &s3v2.DeleteObjectInput{Bucket: b, Key: k})
		case http.MethodHead:
			_, err = c.HeadObject(ctx, &s3v2.HeadObjectInput{Bucket: b, Key: k})
		}
		return err
	}},
	{"aws-sdk-go", false, func(t *testing.T, rt http.RoundTripper, bucket, method string) error {
		s, err := session.NewSession(&awsv1.Config{
			Region: awsv1.String("cn-hangzhou"), Endpoint: awsv1.String("http://" + endpoint), HTTPClient: &http.Client{Transport: rt},
			Credentials: credv1.NewStaticCredentials(keyID, secret, ""),
		})
		check(t, err)
		c := s3v1.New(s)
		b, k := awsv1.String(bucket), awsv1.String(key)
		switch method {
		case http.MethodGet:
			_, err = c.GetObject(&s3v1.GetObjectInput{Bucket: b, Key: k})
		case http.MethodPut:
			_, err = c.PutObject(&s3v1.PutObjectInput{Bucket: b, Key: k, Body: strings.NewReader("x")})
		case http.MethodPost:
			_, err = c.CreateMultipartUpload(&s3v1.CreateMultipartUploadInput{Bucket: b, Key: k})
		case http.MethodDelete:
			_, err = c.DeleteObject(&s3v1.DeleteObjectInput{Bucket: b, Key: k})
		case http.MethodHead:
			_, err = c.HeadObject(&s3v1.HeadObjectInput{Bucket: b, Key: k})
		}
		return err
	}},
	{"minio-go", false, func(t *testing.T, rt http.RoundTripper, bucket, method string) error {
		c, err := minio.New(endpoint, &minio.Options{Creds: credminio.NewStaticV4(keyID, secret, ""), Region: "cn-hangzhou", BucketLookup: minio.BucketLookupDNS, Transport: rt})
		check(t, err)
		core := minio.Core{Client: c}
		switch method {
		case http.MethodGet:
			_, _, _, err = core.GetObject(ctx, bucket, key, minio.GetObjectOptions{})
		case http.MethodPut:
			_, err = c.PutObject(ctx, bucket, key, strings.NewReader("x"), 1, minio.PutObjectOptions{})
		case http.MethodPost:
			_, err = core.NewMultipartUpload(ctx, bucket, key, minio.PutObjectOptions{})
		case http.MethodDelete:
			err = c.RemoveObject(ctx, bucket, key, minio.RemoveObjectOptions{})
		case http.MethodHead:
			_, err = c.StatObject(ctx, bucket, key, minio.StatObjectOptions{})
		}
		return err
	}},
	{"aliyungo", true, func(_ *testing.T, _ http.RoundTripper, bucket, method string) (err error) {
		b := aliyungo.NewOSSClient(aliyungo.Hangzhou, false, keyID, secret, false).Bucket(bucket)
		switch method {
		case http.MethodGet:
			_, err = b.Get(key)
		case http.MethodPut:
			err = b.Put(key, []byte("x"), "text/plain", aliyungo.Private, aliyungo.Options{})
		case http.MethodPost:
			_, err = b.InitMulti(key, "text/plain", aliyungo.Private, aliyungo.Options{})
		case http.MethodDelete:
			err = b.Del(key)
		case http.MethodHead:
			_, err = b.Head(key, nil)
		}
		return err
	}},
	{"thanos objstore", false, func(t *testing.T, rt http.RoundTripper, bucket, method string) error {
		b, err := thanos.NewBucketWithConfig(log.NewNopLogger(), thanos.Config{Endpoint: "http://" + endpoint, Bucket: bucket, AccessKeyID: keyID, AccessKeySecret: secret},
			"test", func(http.RoundTripper) http.RoundTripper { return rt })
		check(t, err)
		switch method {
		case http.MethodGet:
			_, err = b.Get(ctx, key)
		case http.MethodPut:
			err = b.Upload(ctx, key, strings.NewReader("x"))
		case http.MethodDelete:
			err = b.Delete(ctx, key)
		case http.MethodHead:
			_, err = b.Attributes(ctx, key)
		}
		return err
	}},
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// answers are the columns of the table.
var answers = []struct{ title, bucket, method string }{
	{"GET", "whole", http.MethodGet},
	{"EC in a header only", "ec-header", http.MethodGet},
	{"no headers of OSS", "headless", http.MethodGet},
	{"XML breaks off", "truncated", http.MethodGet},
	{"no body", "empty", http.MethodGet},
	{"a proxy's page", "page", http.MethodGet},
	{"HEAD, `x-oss-err`", "whole", http.MethodHead},
	{"HEAD, `x-oss-ec`", "bare", http.MethodHead},
}

// cell says what came out of an error: "all" for the kind, the EC, the endpoint to use and the
// request ID.
func cell(e *oss403.Error, ok bool) string {
	if !ok {
		return "–"
	}
	if e.Kind != oss403.KindEndpointMismatch {
		return string(e.Kind)
	}
	var lost []string
	for _, f := range []struct{ name, value string }{{"EC", e.EC}, {"endpoint", e.BucketEndpoint}, {"request ID", e.RequestID}} {
		if f.value == "" {
			lost = append(lost, f.name)
		}
	}
	if lost == nil {
		return "all"
	}
	return "all but " + strings.Join(lost, ", ")
}

// TestClients makes the table of clients and answers, and compares it with testdata/clients.md and
// with what docs/ says in both languages.
func TestClients(t *testing.T) {
	var table strings.Builder
	table.WriteString("| client |")
	for _, a := range answers {
		table.WriteString(" " + a.title + " |")
	}
	table.WriteString("\n|---|" + strings.Repeat("---|", len(answers)) + "\n")
	row := func(name string, cells []string) {
		fmt.Fprintf(&table, "| %s | %s |\n", name, strings.Join(cells, " | "))
	}
	for _, c := range clients {
		if c.name == "SDK v2, Uploader" {
			continue // its rows are those of PutObject
		}
		var alone, with []string
		for _, a := range answers {
			err := c.send(t, oss.transport(), a.bucket, a.method)
			if err == nil {
				t.Fatalf("%s, %s: no error", c.name, a.title)
			}
			oss.count()
			alone = append(alone, cell(oss403.From(err)))
			if c.own {
				continue
			}
			tr := &oss403.Transport{Base: oss.transport(), FillHEAD: true}
			err = c.send(t, tr, a.bucket, a.method)
			oss.count()
			with = append(with, cell(tr.From(err)))
		}
		row(c.name, alone)
		if !c.own {
			row(c.name+" + `Transport`", with)
		}
	}
	var presigned []string
	for _, a := range answers {
		req, _ := http.NewRequest(a.method, "http://"+a.bucket+"."+endpoint+"/"+key+"?Expires=4000000000&OSSAccessKeyId="+keyID+"&Signature=x", nil)
		resp, err := oss.transport().RoundTrip(req)
		check(t, err)
		presigned = append(presigned, cell(oss403.FromResponse(resp)))
		_ = resp.Body.Close()
		oss.count()
	}
	row("net/http, `FromResponse`", presigned)

	const golden = "../testdata/clients.md"
	if *update {
		check(t, os.WriteFile(golden, []byte(table.String()), 0o666))
	}
	want, err := os.ReadFile(golden)
	check(t, err)
	if table.String() != string(want) {
		t.Errorf("the table is:\n%s", table.String())
	}
	for path, words := range map[string]*strings.Replacer{"../../docs/clients.md": strings.NewReplacer(), "../../docs/clients.zh-CN.md": inChinese} {
		stale, err := docblock.Update(path, *update, func(b docblock.Block) string {
			if b.Kind != "clients" {
				return b.Text
			}
			return words.Replace(table.String())
		})
		check(t, err)
		if len(stale) > 0 && !*update {
			t.Errorf("%s has another table: go -C compat test ./errors -run TestClients -update", path)
		}
	}
	fmt.Print(table.String())
}

// inChinese are the words of the table.
var inChinese = strings.NewReplacer("| client |", "| 客户端 |", "EC in a header only", "EC 只在响应头中", "no headers of OSS", "没有 OSS 的响应头", "XML breaks off", "XML 不完整",
	"no body", "没有响应体", "a proxy's page", "代理的页面", "HEAD, ", "HEAD，", "net/http, ", "net/http，", "all but EC, endpoint, request ID", "缺 EC、Endpoint、请求 ID",
	"all but EC, endpoint", "缺 EC、Endpoint", "all but EC", "缺 EC", "all but endpoint", "缺 Endpoint", " all |", " 全部 |")

// TestMethods: an error says the same whatever the method of the request.
func TestMethods(t *testing.T) {
	for _, c := range clients {
		for _, method := range []string{http.MethodGet, http.MethodPut, http.MethodPost, http.MethodDelete} {
			err := c.send(t, oss.transport(), "whole", method)
			if err == nil {
				continue // it has no such call
			}
			e, ok := oss403.From(fmt.Errorf("wrapped: %w", err))
			if !ok || e.Kind != oss403.KindEndpointMismatch || e.Code != oss403.CodeAccessDenied || e.Message == "" {
				t.Errorf("%s, %s: %v of %v", c.name, method, e, err)
			}
			// minio-go's text is a message that S3 has too, and nothing else.
			if _, ok := oss403.ParseText("log: " + err.Error()); !ok && c.name != "minio-go" {
				t.Errorf("%s, %s: the text is not understood: %v", c.name, method, err)
			}
		}
	}
	oss.count()
}

// TestOperation: the client's own name of the operation is kept.
func TestOperation(t *testing.T) {
	for _, c := range clients {
		want := map[string]string{"SDK v2": "GetObject", "aws-sdk-go-v2": "GetObject"}[c.name]
		if want == "" {
			continue
		}
		e, ok := oss403.From(c.send(t, oss.transport(), "whole", http.MethodGet))
		if !ok || e.Op != want {
			t.Errorf("%s: %+v", c.name, e)
		}
	}
	oss.count()
}

// TestTransportSendsNothing: with a Transport the server gets just the requests that it gets
// without, and each 403 is observed once.
func TestTransportSendsNothing(t *testing.T) {
	for _, c := range clients {
		if c.own {
			continue
		}
		for _, bucket := range []string{"whole", "page", "empty"} {
			for _, method := range []string{http.MethodGet, http.MethodPut, http.MethodPost, http.MethodDelete, http.MethodHead} {
				oss.count()
				err := c.send(t, oss.transport(), bucket, method)
				without := oss.count()
				if err == nil {
					continue
				}
				var mu sync.Mutex
				observed := 0
				tr := &oss403.Transport{Base: oss.transport(), Observe: func(*http.Request, *oss403.Error) {
					mu.Lock()
					observed++
					mu.Unlock()
				}}
				_ = c.send(t, tr, bucket, method)
				if with := oss.count(); with != without || observed != with {
					t.Errorf("%s, %s %s: %d requests with, %d without, %d observed", c.name, method, bucket, with, without, observed)
				}
			}
		}
	}
}
