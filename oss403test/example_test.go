package oss403test_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
)

// exampleT stands for the *testing.T of a test, which an example does not have.
type exampleT struct {
	testing.TB
	cleanups []func()
}

func (t *exampleT) Helper()                           {}
func (t *exampleT) Errorf(format string, args ...any) { fmt.Printf("FAIL: "+format+"\n", args...) }
func (t *exampleT) Logf(string, ...any)               {}
func (t *exampleT) FailNow()                          {}
func (t *exampleT) Cleanup(f func())                  { t.cleanups = append(t.cleanups, f) }

// end does what happens at the end of a test.
func (t *exampleT) end() {
	for _, f := range t.cleanups {
		f()
	}
}

func ExampleError() {
	err := oss403test.Error(oss403.KindEndpointMismatch,
		oss403test.Bucket("photos"),
		oss403test.Endpoint("oss-cn-shanghai.aliyuncs.com"))

	fmt.Println(err)
	fmt.Println(err.Retry())
	// Output:
	// oss403: bucket "photos" is served by oss-cn-shanghai.aliyuncs.com, not by oss-cn-hangzhou.aliyuncs.com: use oss-cn-shanghai.aliyuncs.com (kind=EndpointMismatch code=AccessDenied ec=0003-00001403 request_id=65AF5037A1B2C3D4E5F60718)
	// OtherEndpoint
}

func ExampleServiceError() {
	// What a fake in the place of *oss.Bucket returns.
	var err error = oss403test.ServiceError(oss403.KindRAMPolicyExplicitDeny, oss403test.Action("oss:PutObject"))

	fmt.Println(err)
	fmt.Println(oss403.Wrap(err))
	// Output:
	// oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage="Access denied by bucket policy.", RequestId=65AF5037A1B2C3D4E5F60718, Ec=0003-00000201
	// oss403: a RAM policy denies oss:PutObject to RAM user 208000000000000001: change that Deny; an Allow does not help (kind=RAMPolicyExplicitDeny code=AccessDenied ec=0003-00000201 request_id=65AF5037A1B2C3D4E5F60718)
}

func ExampleBody() {
	os.Stdout.Write(oss403test.Body(oss403.KindKMSForbidden, oss403test.Bucket("photos")))
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <Error>
	//   <Code>AccessDenied</Code>
	//   <Message>This request is forbidden by kms.</Message>
	//   <RequestId>65AF5037A1B2C3D4E5F60718</RequestId>
	//   <HostId>photos.oss-cn-hangzhou.aliyuncs.com</HostId>
	// </Error>
}

func ExampleResponse() {
	req, _ := http.NewRequest(http.MethodHead, "https://photos.oss-cn-hangzhou.aliyuncs.com/may.jpg", nil)
	resp := oss403test.Response(req, oss403.KindObjectNotRestored)

	fmt.Println(resp.Status, resp.Header.Get("x-oss-ec"))
	if e, ok := oss403.FromResponse(resp); ok {
		fmt.Println(e.Kind, e.Bucket, e.Object)
	}
	// Output:
	// 403 Forbidden 0016-00000330
	// ObjectNotRestored photos may.jpg
}

func ExampleNewServer() {
	t := &exampleT{} // a test has its own
	defer t.end()

	srv := oss403test.NewServer(t,
		oss403test.Answer(oss403.KindAccountOverdue).Method("PUT").Prefix("reports/").Nth(2))

	client, _ := oss.New(srv.URL, "id", "secret")
	bucket, _ := client.Bucket("examplebucket")
	for _, key := range []string{"reports/1", "reports/2", "reports/3"} {
		err := bucket.PutObject(key, strings.NewReader("text"))
		if e, ok := oss403.From(err); ok {
			fmt.Println(key, e.Kind)
		}
	}
	list, _ := bucket.ListObjectsV2()
	for _, o := range list.Objects {
		fmt.Println(o.Key, o.Size)
	}
	// Output:
	// reports/2 AccountOverdue
	// reports/1 4
	// reports/3 4
}

// With the server's HTTP client a program under test keeps its endpoint.
func ExampleNewServer_client() {
	t := &exampleT{}
	defer t.end()

	srv := oss403test.NewServer(t, oss403test.Answer(oss403.KindEndpointMismatch))

	client, _ := oss.New("https://oss-cn-hangzhou.aliyuncs.com", "id", "secret", oss.HTTPClient(srv.Client()))
	bucket, _ := client.Bucket("photos")
	_, err := oss403.WrapValue(bucket.GetObject("may.jpg"))
	fmt.Println(err)
	// Output:
	// oss403: bucket "photos" is served by oss-cn-beijing.aliyuncs.com, not by oss-cn-hangzhou.aliyuncs.com: use oss-cn-beijing.aliyuncs.com (kind=EndpointMismatch code=AccessDenied ec=0003-00001403 request_id=65AF5037A1B2C3D400000001)
}

// A rule that no request met tells that the code under test did not do what the test is about.
func ExampleRule() {
	t := &exampleT{}

	srv := oss403test.NewServer(t,
		oss403test.Answer(oss403.KindUserDisabled).Method("GET").Key("a.txt").Nth(2),
		oss403test.Answer(oss403.KindSecurityBlocked).Key("b.txt").Optional())
	client, _ := oss.New(srv.URL, "id", "secret")
	bucket, _ := client.Bucket("photos")
	_, _ = bucket.GetObject("a.txt")

	t.end()
	// Output:
	// FAIL: oss403test: rule 1 was never hit: UserDisabled, method GET, key "a.txt", request 2 (1 request, 1 of them met its conditions)
}

func ExampleTransport() {
	rt := oss403test.Transport(http.DefaultTransport,
		oss403test.Answer(oss403.KindRefererDenied).Bucket("photos").Key("may.jpg"))
	client := &http.Client{Transport: rt}

	resp, err := client.Get("https://photos.oss-cn-hangzhou.aliyuncs.com/may.jpg")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer resp.Body.Close()
	if e, ok := oss403.FromResponse(resp); ok {
		fmt.Println(e.Kind, e.Object)
	}
	// Output:
	// RefererDenied may.jpg
}

func ExampleAssertKind() {
	t := &exampleT{}
	err := fmt.Errorf("save: %w", oss403test.ServiceError(oss403.KindClockSkew))

	fmt.Println(oss403test.AssertKind(t, err, oss403.KindClockSkew))
	fmt.Println(oss403test.AssertKind(t, errors.New("disk full"), oss403.KindClockSkew))
	// Output:
	// true
	// FAIL: want a 403 of OSS of kind ClockSkew, got an error that is none:
	// *errors.errorString: disk full
	// false
}

func ExampleRequireKind() {
	t := &exampleT{}
	err := error(oss403test.ServiceError(oss403.KindRAMPolicyImplicitDeny,
		oss403test.Action("oss:DeleteObject"), oss403test.Principal("AssumedRoleUser", "cleaner:nightly")))

	e := oss403test.RequireKind(t, err, oss403.KindRAMPolicyImplicitDeny)
	fmt.Println(e.Denial.Action, "to", e.Denial.PrincipalName)
	// Output:
	// oss:DeleteObject to cleaner:nightly
}

// With credentials the server verifies what the code under test signs, and explains in the test's
// log what it refuses.
func ExampleCredentials() {
	t := &exampleT{}
	defer t.end()

	srv := oss403test.NewServer(t, oss403test.Credentials("LTAI5tExampleExampleKey1", "ExampleSecretExampleSecret0001"))

	client, _ := oss.New("https://oss-cn-hangzhou.aliyuncs.com", "LTAI5tExampleExampleKey1", "ExampleSecretExampleSecret0001", oss.HTTPClient(srv.Client()))
	bucket, _ := client.Bucket("photos")
	fmt.Println(bucket.PutObject("may.jpg", strings.NewReader("jpeg")))

	// A URL that was signed for a GET, used to put.
	signed, _ := bucket.SignURL("may.jpg", oss.HTTPGet, 600)
	req, _ := http.NewRequest(http.MethodPut, signed, strings.NewReader("png"))
	resp, err := srv.Client().Do(req)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer resp.Body.Close()
	if e, ok := oss403.FromResponse(resp); ok {
		fmt.Println(e.Kind)
	}
	// Output:
	// <nil>
	// SignatureMismatch
}

// A token that expires while the program runs: the first calls pass, then one is refused, and those
// with the next token pass.
func ExampleSequence() {
	t := &exampleT{}
	defer t.end()

	srv := oss403test.NewServer(t, oss403test.Sequence(
		oss403test.Pass().Times(2),
		oss403test.Answer(oss403.KindSecurityTokenExpired),
		oss403test.Pass(),
	).Method("PUT"))

	client, _ := oss.New(srv.URL, "id", "secret")
	bucket, _ := client.Bucket("photos")
	for range 4 {
		err := bucket.PutObject("may.jpg", strings.NewReader("jpeg"))
		fmt.Println(oss403.Is(err, oss403.KindSecurityTokenExpired))
	}
	// Output:
	// false
	// false
	// true
	// false
}

// Restore, wait, read: the second HEAD finds the object restored.
func ExampleFinishRestore() {
	t := &exampleT{}
	defer t.end()

	srv := oss403test.NewServer(t, oss403test.FinishRestore().Method("HEAD").Nth(2))
	client, _ := oss.New(srv.URL, "id", "secret")
	bucket, _ := client.Bucket("photos")
	_ = bucket.PutObject("2019.zip", strings.NewReader("zip"), oss.ObjectStorageClass(oss.StorageArchive))

	_, err := bucket.GetObject("2019.zip")
	fmt.Println(oss403.Is(err, oss403.KindObjectNotRestored))
	_ = bucket.RestoreObject("2019.zip")
	for range 2 {
		h, _ := bucket.GetObjectDetailedMeta("2019.zip")
		fmt.Println(strings.Contains(h.Get("X-Oss-Restore"), `ongoing-request="true"`))
	}
	_, err = bucket.GetObject("2019.zip")
	fmt.Println(err)
	// Output:
	// true
	// true
	// false
	// <nil>
}

// A client's own clock and that of the server: a URL is good for a minute, and a minute later no more.
func ExampleNow() {
	t := &exampleT{}
	defer t.end()

	now := time.Now()
	srv := oss403test.NewServer(t, oss403test.Now(func() time.Time { return now }), oss403test.Credentials("id", "secret"))
	client, _ := oss.New("http://oss-cn-hangzhou.aliyuncs.com", "id", "secret", oss.HTTPClient(srv.Client()))
	bucket, _ := client.Bucket("photos")
	_ = bucket.PutObject("may.jpg", strings.NewReader("jpeg"))
	signed, _ := bucket.SignURL("may.jpg", oss.HTTPGet, 60)

	for range 2 {
		resp, err := srv.Client().Get(signed)
		if err != nil {
			fmt.Println(err)
			return
		}
		if e, ok := oss403.FromResponse(resp); ok {
			fmt.Println(e.Kind)
		} else {
			fmt.Println(resp.Status)
		}
		resp.Body.Close()
		now = now.Add(2 * time.Minute)
	}
	// Output:
	// 200 OK
	// RequestExpired
}

// A bucket that is in another region than the client asks at.
func ExampleBucketAt() {
	t := &exampleT{}
	defer t.end()

	srv := oss403test.NewServer(t, oss403test.BucketAt("photos", "oss-cn-beijing.aliyuncs.com"))
	client, _ := oss.New("http://oss-cn-hangzhou.aliyuncs.com", "id", "secret", oss.HTTPClient(srv.Client()))
	bucket, _ := client.Bucket("photos")
	_, err := bucket.GetObject("may.jpg")
	if e, ok := oss403.From(err); ok {
		fmt.Println(e.Kind, e.BucketEndpoint)
	}
	// Output:
	// EndpointMismatch oss-cn-beijing.aliyuncs.com
}

// Something between a client and OSS that answers by itself, and then lets the request through.
func ExamplePage() {
	t := &exampleT{}
	defer t.end()

	srv := oss403test.NewServer(t, oss403test.Page(502, "<html>Bad Gateway</html>").Nth(1))
	for range 2 {
		resp, err := srv.Client().Get("http://photos.oss-cn-hangzhou.aliyuncs.com/?acl")
		if err != nil {
			fmt.Println(err)
			return
		}
		resp.Body.Close()
		fmt.Println(resp.Status)
	}
	// Output:
	// 502 Bad Gateway
	// 200 OK
}

// Every 403 that the server gave, as a client that knows its request reads it.
func ExampleObserve() {
	t := &exampleT{}
	defer t.end()

	seen := make(chan string, 1)
	srv := oss403test.NewServer(t,
		oss403test.Answer(oss403.KindObjectNotRestored).Prefix("2019/"),
		oss403test.Observe(func(r *http.Request, e *oss403.Error) { seen <- fmt.Sprint(r.Method, " ", e.Object, " ", e.Kind) }))
	client, _ := oss.New(srv.URL, "id", "secret")
	bucket, _ := client.Bucket("photos")
	_, _ = bucket.GetObject("2019/may.jpg")
	fmt.Println(<-seen)
	// Output:
	// GET 2019/may.jpg ObjectNotRestored
}

// Serve is for programs that are no Go tests.
func ExampleServe() {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	done := make(chan error)
	go func() { done <- oss403test.Serve(ctx, l, oss403test.Answer(oss403.KindBucketDisabled)) }()

	resp, err := http.Get("http://" + l.Addr().String() + "/photos/may.jpg")
	if err != nil {
		fmt.Println(err)
		return
	}
	resp.Body.Close()
	stop()
	fmt.Println(resp.Status, <-done)
	// Output:
	// 403 Forbidden <nil>
}
