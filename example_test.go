package oss403_test

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
)

// getObject stands for a call of SDK v1 that OSS refuses.
func getObject(key string) (io.ReadCloser, error) {
	return nil, oss.ServiceError{
		StatusCode: 403,
		Code:       "AccessDenied",
		Message:    "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.",
		RequestID:  "65AF5037A1B2C3D4E5F60718",
		HostID:     "examplebucket.oss-cn-hangzhou.aliyuncs.com",
		Endpoint:   "oss-cn-beijing.aliyuncs.com",
		Ec:         "0003-00001403",
	}
}

func ExampleWrap() {
	_, err := getObject("notes.txt")
	if err != nil {
		err = fmt.Errorf("load notes: %w", err)
	}
	fmt.Println(oss403.Wrap(err))
	fmt.Println(oss403.Wrap(nil))
	// Output:
	// load notes: oss403: bucket "examplebucket" is served by oss-cn-beijing.aliyuncs.com, not by oss-cn-hangzhou.aliyuncs.com: use oss-cn-beijing.aliyuncs.com (kind=EndpointMismatch code=AccessDenied ec=0003-00001403 request_id=65AF5037A1B2C3D4E5F60718)
	// <nil>
}

// Where a program has several errors, each 403 is explained in its place, and errors.Is and errors.As find
// what they found before and the 403s.
func ExampleWrap_several() {
	_, first := getObject("a.txt")
	second := oss.ServiceError{StatusCode: 403, Code: "UserDisable", Message: "UserDisable"}
	err := oss403.Wrap(errors.Join(fmt.Errorf("a.txt: %w", first), io.ErrUnexpectedEOF, fmt.Errorf("b.txt: %w", second)))

	fmt.Println(err)
	fmt.Println(errors.Is(err, oss403.KindUserDisabled), errors.Is(err, oss403.CategoryEndpoint), errors.Is(err, io.ErrUnexpectedEOF))
	// Output:
	// a.txt: oss403: bucket "examplebucket" is served by oss-cn-beijing.aliyuncs.com, not by oss-cn-hangzhou.aliyuncs.com: use oss-cn-beijing.aliyuncs.com (kind=EndpointMismatch code=AccessDenied ec=0003-00001403 request_id=65AF5037A1B2C3D4E5F60718)
	// unexpected EOF
	// b.txt: oss403: the account is disabled: check for an overdue payment, then whether OSS is activated, then ask support (kind=UserDisabled code=UserDisable)
	// true true true
}

func ExampleWrapValueWith() {
	transport := &oss403.Transport{} // in the client, too; see Transport

	body, err := getObject("notes.txt")
	body, err = oss403.WrapValueWith(transport, body, err)
	fmt.Println(body, oss403.Is(err, oss403.KindEndpointMismatch))
	// Output:
	// <nil> true
}

func ExampleWrapValue() {
	_, err := oss403.WrapValue(getObject("notes.txt"))

	// The SDK's own error is still in the chain.
	var se oss.ServiceError
	fmt.Println(errors.As(err, &se), se.Endpoint)
	// Output:
	// true oss-cn-beijing.aliyuncs.com
}

func ExampleFrom() {
	_, err := getObject("notes.txt")
	err = errors.Join(errors.New("another"), fmt.Errorf("load notes: %w", err))

	if e, ok := oss403.From(err); ok {
		fmt.Println(e.Kind, "by", e.Basis)
		fmt.Println(e.Bucket, "is at", e.BucketEndpoint)
		fmt.Println("retry:", e.Retry(), e.Automatic())
	}
	// Output:
	// EndpointMismatch by EC
	// examplebucket is at oss-cn-beijing.aliyuncs.com
	// retry: OtherEndpoint true
}

// An error that somebody made of another's text alone is no 403 any more; its text still says what it was.
func ExampleFrom_text() {
	_, err := getObject("notes.txt")
	err = fmt.Errorf("load notes: %v", err) // %v, not %w

	e, ok := oss403.From(err)
	if !ok {
		e, ok = oss403.ParseText(err.Error())
	}
	fmt.Println(ok, e.Kind, e.BucketEndpoint)
	// Output:
	// true EndpointMismatch oss-cn-beijing.aliyuncs.com
}

func ExampleAll() {
	_, first := getObject("a.txt")
	second := oss.ServiceError{StatusCode: 403, Code: "UserDisable", Message: "UserDisable"}
	for e := range oss403.All(errors.Join(first, errors.New("no 403"), second)) {
		fmt.Println(e.Kind)
	}
	// Output:
	// EndpointMismatch
	// UserDisabled
}

func ExampleIs() {
	_, err := getObject("notes.txt") // not wrapped: errors.Is would find nothing
	fmt.Println(oss403.Is(err, oss403.KindEndpointMismatch))
	fmt.Println(oss403.Is(err, oss403.CategoryPermission, oss403.CategoryCredentials))
	// Output:
	// true
	// false
}

func ExampleError_Is() {
	err := oss403.Wrap(oss.ServiceError{StatusCode: 403, Code: "AccessDenied", Message: "Access denied by bucket policy."})
	fmt.Println(errors.Is(err, oss403.KindBucketPolicyDenied))
	fmt.Println(errors.Is(err, oss403.CodeAccessDenied))
	fmt.Println(errors.Is(err, fs.ErrPermission))

	_, err = oss403.WrapValue(getObject("notes.txt")) // AccessDenied too, and not a matter of permission
	fmt.Println(errors.Is(err, oss403.CodeAccessDenied))
	fmt.Println(errors.Is(err, fs.ErrPermission))
	// Output:
	// true
	// true
	// true
	// true
	// false
}

func ExampleError_As() {
	_, err := oss403.WrapValue(getObject("notes.txt"))
	var kind oss403.Kind
	if errors.As(err, &kind) {
		switch kind {
		case oss403.KindEndpointMismatch:
			fmt.Println("fix the endpoint")
		case oss403.KindSecurityTokenExpired:
			fmt.Println("get new credentials")
		}
	}
	// Output:
	// fix the endpoint
}

func ExampleError_Report() {
	e, _ := oss403.From(oss.ServiceError{StatusCode: 403, Code: "SecurityTokenExpired", Message: "The security token you provided has expired.", RequestID: "65AF5037A1B2C3D4E5F60718"})
	fmt.Println(e.Report(oss403.English))
	// Output:
	// The security token of the temporary AccessKey has expired.
	// Credentials of STS, of an ECS instance role or of RRSA are good for a limited time. Most often the client was built once, with three fixed values, and outlived them.
	//
	// What to do:
	//   1. Get new credentials from STS, and use the ID, the secret and the token of the same answer.
	//   2. Let the client fetch its credentials by itself, instead of giving it three fixed values: NewEcsRoleCredentialsProvider() or NewCredentialsFetcherProvider(f) in SDK v2, oss.SetCredentialsProvider(p) in SDK v1, aws.NewCredentialsCache(p) in aws-sdk-go-v2, credentials.New(p) in minio-go.
	//   3. For long transfers, ask STS for a longer DurationSeconds (up to the maximum session duration of the role), or upload in parts so that each request is signed anew.
	//
	// Retry: after the credentials are replaced.
	// Who can act: you, in the program or its settings.
	//
	// The answer:
	//   Code: SecurityTokenExpired
	//   Message: The security token you provided has expired.
	//   Request ID: 65AF5037A1B2C3D4E5F60718
	//   Kind: SecurityTokenExpired, decided by the message
	//
	// Documentation:
	//   Use temporary access credentials provided by STS to access OSS
	//     https://www.alibabacloud.com/help/en/oss/developer-reference/use-temporary-access-credentials-provided-by-sts-to-access-oss
}

func ExampleError_Explain() {
	_, err := getObject("notes.txt")
	e, _ := oss403.From(err)
	x := e.Explain(oss403.English)
	fmt.Println(x.Summary)
	for _, f := range x.Findings {
		fmt.Printf("%s is %s, not %s\n", f.Field, f.Got, f.Want)
	}
	fmt.Println(x.Remedy.Steps[0])
	fmt.Println(x.Remedy.Actor)
	// Output:
	// Bucket "examplebucket" has to be addressed through oss-cn-beijing.aliyuncs.com, and the request went to oss-cn-hangzhou.aliyuncs.com.
	// HostId is examplebucket.oss-cn-hangzhou.aliyuncs.com, not examplebucket.oss-cn-beijing.aliyuncs.com
	// Set the endpoint of your client to oss-cn-beijing.aliyuncs.com: the first argument of oss.New in SDK v1, WithEndpoint in SDK v2, the first argument of minio.New in minio-go, BaseEndpoint in aws-sdk-go-v2.
	// Caller
}

func ExampleError_Format() {
	_, err := oss403.WrapValue(getObject("notes.txt"))
	fmt.Printf("%+v\n", err)
	// Output:
	// oss403: bucket "examplebucket" is served by oss-cn-beijing.aliyuncs.com, not by oss-cn-hangzhou.aliyuncs.com: use oss-cn-beijing.aliyuncs.com (kind=EndpointMismatch code=AccessDenied ec=0003-00001403 request_id=65AF5037A1B2C3D4E5F60718)
	// 	kind: EndpointMismatch, reason OtherRegion, category Endpoint, decided by the EC
	// 	OSS said: AccessDenied, "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint."
	// 	request: bucket "examplebucket"
	// 	host: examplebucket.oss-cn-hangzhou.aliyuncs.com, OSS asks for oss-cn-beijing.aliyuncs.com
	// 	retry: through another endpoint or host name, by you, in the program or its settings
}

func ExampleError_MarshalJSON() {
	e, _ := oss403.From(oss.ServiceError{StatusCode: 403, Code: "UserDisable", Message: "UserDisable", RequestID: "65AF5037A1B2C3D4E5F60718"})
	b, _ := json.MarshalIndent(e, "", "  ")
	fmt.Println(string(b))
	// Output:
	// {
	//   "error": "oss403: the account is disabled: check for an overdue payment, then whether OSS is activated, then ask support (kind=UserDisabled code=UserDisable request_id=65AF5037A1B2C3D4E5F60718)",
	//   "kind": "UserDisabled",
	//   "basis": "Message",
	//   "category": "Account",
	//   "code": "UserDisable",
	//   "message": "UserDisable",
	//   "request_id": "65AF5037A1B2C3D4E5F60718",
	//   "retry": "AfterAccountRestored",
	//   "automatic": false,
	//   "fingerprint": "v1:f189db16e0af13acc19939f3"
	// }
}

func ExampleError_UnmarshalJSON() {
	_, err := getObject("notes.txt")
	e, _ := oss403.From(err)
	b, _ := json.Marshal(e)

	var back oss403.Error // in another program, perhaps
	if err := json.Unmarshal(b, &back); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(back.Kind, back.BucketEndpoint, back.Error() == e.Error())
	fmt.Println(back.Explain(oss403.English).Findings[0].Want)
	// Output:
	// EndpointMismatch oss-cn-beijing.aliyuncs.com true
	// examplebucket.oss-cn-beijing.aliyuncs.com
}

// Code that is written against smithy's interfaces reads an Error as well.
func ExampleError_ErrorCode() {
	_, err := oss403.WrapValue(getObject("notes.txt"))

	var api interface{ ErrorCode() string }
	var response interface{ HTTPStatusCode() int }
	fmt.Println(errors.As(err, &api) && api.ErrorCode() == "AccessDenied", errors.As(err, &response) && response.HTTPStatusCode() == 403)
	// Output:
	// true true
}

func ExampleParseLang() {
	fmt.Println(oss403.ParseLang("zh_CN.UTF-8"))
	fmt.Println(oss403.ParseLang("", "fr-CH, zh-CN;q=0.9, en;q=0.8"))
	fmt.Println(oss403.ParseLang("de"))
	// Output:
	// zh
	// zh
	// en
}

func ExampleAttr() {
	log := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	err := oss403.Wrap(oss.ServiceError{StatusCode: 403, Code: "UserDisable", Message: "UserDisable"})
	log.Error("upload failed", oss403.Attr(err))
	log.Error("upload failed", oss403.Attr(io.EOF)) // no 403: nothing is added
	// Output:
	// level=ERROR msg="upload failed" oss403.kind=UserDisabled oss403.category=Account oss403.basis=Message oss403.code=UserDisable oss403.message=UserDisable oss403.retry=AfterAccountRestored oss403.fingerprint=v1:f189db16e0af13acc19939f3 oss403.step="Check for an overdue payment in Expenses and Costs of the Alibaba Cloud console."
	// level=ERROR msg="upload failed"
}

func ExampleFromResponse() {
	// What http.Get of an expired presigned URL returns.
	req, _ := http.NewRequest(http.MethodGet, "https://examplebucket.oss-cn-hangzhou.aliyuncs.com/notes.txt?Expires=1772703000&OSSAccessKeyId=LTAI5tExampleExampleKey1&Signature=c2lnbmF0dXJl", nil)
	resp := &http.Response{
		StatusCode: 403,
		Header:     http.Header{"Server": {"AliyunOSS"}, "X-Oss-Request-Id": {"65AF5037A1B2C3D4E5F60718"}},
		Body: io.NopCloser(strings.NewReader("<Error><Code>AccessDenied</Code><Message>Request has expired.</Message>" +
			"<Expires>2026-03-05T09:30:00.000Z</Expires><ServerTime>2026-03-05T09:55:12.000Z</ServerTime><EC>0002-00000069</EC></Error>")),
		Request: req,
	}
	if e, ok := oss403.FromResponse(resp); ok {
		fmt.Println(e)
		fmt.Println(e.Op, e.Bucket, e.Object)
	}
	body, _ := io.ReadAll(resp.Body) // still there
	fmt.Println(len(body) > 0)
	// Output:
	// oss403: the signed URL expired at 2026-03-05T09:30:00Z, 25 minutes 12 seconds before the request: sign a new one (kind=RequestExpired code=AccessDenied ec=0002-00000069 request_id=65AF5037A1B2C3D4E5F60718)
	// GET examplebucket notes.txt
	// true
}

func ExampleParse() {
	// A HEAD answer has no body. x-oss-ec tells what went wrong.
	header := http.Header{"X-Oss-Request-Id": {"65AF5037A1B2C3D4E5F60718"}, "X-Oss-Ec": {"0003-00000501"}}
	e, ok := oss403.Parse(403, header, nil)
	fmt.Println(ok, e)

	// The answer of another store is none of ours.
	_, ok = oss403.Parse(403, http.Header{"X-Amz-Request-Id": {"4442587FB7D0A2F9"}}, []byte("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"))
	fmt.Println(ok)
	// Output:
	// true oss403: no Referer, and the hotlink protection of the bucket demands one: allow an empty Referer, or send one (kind=RefererEmpty ec=0003-00000501 request_id=65AF5037A1B2C3D4E5F60718)
	// false
}

func ExampleScanText() {
	log := "2026-03-05T10:11:02Z INFO started\n" +
		"2026-03-05T10:11:03Z ERROR put a.txt: oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage=\"Access denied by bucket policy.\", RequestId=684B00C0FFEE00C0FFEE0003\n"
	for found, err := range oss403.ScanText(strings.NewReader(log)) {
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(found.Line, found.Time.Format(time.TimeOnly), found.Error.Kind)
	}
	// Output: 2 10:11:03 BucketPolicyDenied
}

func ExampleAssumeOSS() {
	// Every store of the S3 kind says this.
	const text = "403 SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your key and signing method."
	_, ok := oss403.ParseText(text)
	e, assumed := oss403.ParseText(text, oss403.AssumeOSS())
	fmt.Println(ok, assumed, e.Kind, e.Basis)
	// Output: false true SignatureMismatch SharedMessage
}

func ExampleParseText() {
	line := `put "a.txt": oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage="Access denied by authorizer's policy.", RequestId=684B00C0FFEE00C0FFEE0001, Ec=0003-00000301`
	e, ok := oss403.ParseText(line)
	fmt.Println(ok, e.Kind, e.RequestID)

	_, ok = oss403.ParseText("the OSS bucket answered 403 again")
	fmt.Println(ok)
	// Output:
	// true SessionPolicyDenied 684B00C0FFEE00C0FFEE0001
	// false
}

func ExampleClassify() {
	fmt.Println(oss403.Classify("AccessDenied", "Access denied by bucket policy.", ""))
	fmt.Println(oss403.Classify("AccessDenied", "Access denied by bucket policy.", "0003-00000201"))
	fmt.Println(oss403.Classify("AccessDenied", "YOU HAVE NO RIGHT TO ACCESS THIS OBJECT BECAUSE OF BUCKET ACL", ""))
	fmt.Println(oss403.Classify("AccessDenied", "Something new.", ""))
	// Output:
	// BucketPolicyDenied Message
	// RAMPolicyExplicitDeny EC
	// BucketACLDenied Message
	// Unknown None
}

func ExampleKind_Explain() {
	x := oss403.KindObjectNotRestored.Explain(oss403.English)
	fmt.Println(x.Summary)
	fmt.Println(x.Remedy.Steps[0])
	fmt.Println(x.Remedy.Docs[0].URL)
	// Output:
	// The object is in an archive storage class and cannot be read before it is restored.
	// Call RestoreObject, which needs the permission oss:RestoreObject (ossutil restore oss://BUCKET/OBJECT on the command line). Then call HeadObject until x-oss-restore says ongoing-request="false", and read the object.
	// https://www.alibabacloud.com/help/en/oss/user-guide/restore-objects-for-access
}

func ExampleKinds() {
	for k := range oss403.Kinds() {
		if k.Category() == oss403.CategorySignature && k.Retry() == oss403.RetryAfterClockSync {
			fmt.Println(k)
		}
	}
	// Output:
	// ClockSkew
}

func ExampleCatalog() {
	for e := range oss403.Catalog() {
		if e.Kind == oss403.KindObjectNotRestored {
			fmt.Printf("%s %q %v\n", e.Code, e.Message, e.EC)
		}
	}
	// Output:
	// InvalidObjectState "The operation is not valid for the object's state" [0016-00000330 0016-00000404]
	// InvalidObjectState "" [0016-00000330]
	// InvalidObjectState "" [0016-00000404]
}

func ExampleDenial_DiagnosticMessage() {
	body := []byte("<Error><Code>AccessDenied</Code><Message>Access denied by bucket policy.</Message><RequestId>65AF5037A1B2C3D4E5F60718</RequestId>" +
		"<AccessDeniedDetail><PolicyType>AccountLevelIdentityBasedPolicy</PolicyType><NoPermissionType>ImplicitDeny</NoPermissionType>" +
		"<AuthAction>oss:GetObject</AuthAction><EncodedDiagnosticMessage>AQIBIAAAA==</EncodedDiagnosticMessage></AccessDeniedDetail></Error>")
	e, _ := oss403.Parse(403, nil, body)
	fmt.Println(e.Denial.Action, e.Denial.NoPermissionType)
	// For RAM's DecodeDiagnosticMessage. It is sensitive, and printed nowhere else.
	fmt.Println(e.Denial.DiagnosticMessage())
	// Output:
	// oss:GetObject ImplicitDeny
	// AQIBIAAAA==
}

func ExampleTransport() {
	// OSS, as a base that answers by itself.
	base := roundTrip(func(r *http.Request) (*http.Response, error) {
		return &http.Response{
			StatusCode: 403,
			Header:     http.Header{"Server": {"AliyunOSS"}, "X-Oss-Request-Id": {"65AF5037A1B2C3D4E5F60718"}},
			Body:       io.NopCloser(strings.NewReader("<Error><Code>AccessDenied</Code><Message>You have no right to access this object because of bucket acl.</Message></Error>")),
		}, nil
	})
	t := &oss403.Transport{
		Base: base,
		Observe: func(r *http.Request, e *oss403.Error) {
			fmt.Println("observed:", r.Method, e.Kind)
		},
	}
	client := http.Client{Transport: t}
	resp, err := client.Get("https://examplebucket.oss-cn-hangzhou.aliyuncs.com/photo.jpg")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer resp.Body.Close()

	// An error that an SDK makes of this answer has only the request ID in common with it.
	err = oss.ServiceError{StatusCode: 403, Code: "AccessDenied", RequestID: "65AF5037A1B2C3D4E5F60718"}
	fmt.Println(t.Wrap(fmt.Errorf("show photo: %w", err)))
	// Output:
	// observed: GET BucketACLDenied
	// show photo: oss403: unsigned request to object "photo.jpg", which is not public: use a presigned URL or sign it (kind=BucketACLDenied code=AccessDenied request_id=65AF5037A1B2C3D4E5F60718)
}

// keyError is what SDK v1 returns for an AccessKey ID that was copied with a space.
var keyError = oss.ServiceError{StatusCode: 403, Code: "InvalidAccessKeyId", RawMessage: `<Error><Code>InvalidAccessKeyId</Code><Message>The OSS Access Key Id you provided does not exist in our records.</Message><RequestId>65AF5037A1B2C3D4E5F60718</RequestId><HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId><OSSAccessKeyId>LTAI5tExampleExampleKey1 </OSSAccessKeyId><EC>0002-00000902</EC></Error>`}

func ExampleReason() {
	err := oss403.Wrap(keyError)

	switch {
	case errors.Is(err, oss403.ReasonKeyHasSpace):
		fmt.Println("trim the AccessKey ID")
	case errors.Is(err, oss403.KindAccessKeyNotFound):
		fmt.Println("look at the AccessKey ID")
	}
	// Output:
	// trim the AccessKey ID
}

func ExampleReason_Explain() {
	x := oss403.ReasonLocalTimeAsUTC.Explain(oss403.English)
	fmt.Println(x.Remedy.Steps[0])
	// Output:
	// Make the program write its date in UTC: time.Now().UTC() in Go, and no local time with a Z or GMT appended.
}

func ExampleError_Fingerprint() {
	alerts := map[string]int{}
	for range 3 {
		if e, ok := oss403.From(keyError); ok {
			alerts[e.Fingerprint()]++ // one act fixes all three
		}
	}
	fmt.Println(len(alerts))
	// Output:
	// 1
}

func ExampleError_Automatic() {
	_, err := getObject("notes.txt")

	if e, ok := oss403.From(err); ok && e.Automatic() && e.Retry() == oss403.RetryOtherEndpoint {
		fmt.Println("once more, through", e.BucketEndpoint)
	}
	// Output:
	// once more, through oss-cn-beijing.aliyuncs.com
}

func ExampleSignature_Check() {
	body := []byte("<Error><Code>SignatureDoesNotMatch</Code><RequestId>65AF5037A1B2C3D4E5F60718</RequestId><OSSAccessKeyId>LTAI5tExampleExampleKey1</OSSAccessKeyId>" +
		"<SignatureProvided>kbpi5nR0lYiLm3K/H7JSDU4Whfs=</SignatureProvided><StringToSign>GET\n\n\nThu, 05 Mar 2026 09:51:03 GMT\n/examplebucket/notes.txt</StringToSign><EC>0002-00000040</EC></Error>")

	if e, ok := oss403.Parse(403, nil, body); ok {
		fmt.Println(e.Signature.Check("ExampleSecretExampleSecret0001"))
		fmt.Println(e.Signature.Check("ExampleSecretExampleSecret0002"))
	}
	// Output:
	// UnknownToOSS
	// OrTextDiffers
}

// A line of a log beside an explanation: what could be a secret in it is not shown.
func ExampleRedact() {
	fmt.Println(oss403.Redact("put backup/2024/01/db.tar.gz as LTAI5tQm8Zx2Lk9PbV4cRd7T failed, AccessKeySecret=k7Qw9ZxT3mPb5RnV1cYd8LsH2fGj4A"))
	fmt.Println(oss403.Redact("https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a.jpg?Expires=1767225600&Signature=cGxhbnRlZHNpZ25hdHVyZTEyMzQ%3D"))
	// Output:
	// put backup/2024/01/db.tar.gz as LTAI5t****Rd7T failed, AccessKeySecret=****
	// https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a.jpg?Expires=1767225600&Signature=****
}

// A program that uploads, and meets a 403 of OSS.
func Example() {
	upload := func(key string) error {
		_, err := getObject(key) // any call of any SDK
		return err
	}
	if err := oss403.Wrap(upload("notes.txt")); err != nil {
		fmt.Println(err)

		var e *oss403.Error
		if errors.As(err, &e) && e.Automatic() {
			fmt.Println("a program can do it:", e.Retry(), e.BucketEndpoint)
		}
	}
	// Output:
	// oss403: bucket "examplebucket" is served by oss-cn-beijing.aliyuncs.com, not by oss-cn-hangzhou.aliyuncs.com: use oss-cn-beijing.aliyuncs.com (kind=EndpointMismatch code=AccessDenied ec=0003-00001403 request_id=65AF5037A1B2C3D4E5F60718)
	// a program can do it: OtherEndpoint oss-cn-beijing.aliyuncs.com
}

// For a person who reads Chinese.
func ExampleError_Report_chinese() {
	_, err := getObject("notes.txt")
	e, _ := oss403.From(err)
	fmt.Println(e.Report(oss403.Chinese))
	// Output:
	// Bucket "examplebucket" 必须通过 oss-cn-beijing.aliyuncs.com 访问，而请求发往了 oss-cn-hangzhou.aliyuncs.com。
	// 请求所用的 Endpoint 与 Bucket 不在同一地域。Bucket 只能通过其所在地域的 Endpoint 访问。这与权限无关。
	//
	// 响应中的证据：
	//   HostId：examplebucket.oss-cn-hangzhou.aliyuncs.com（应为：examplebucket.oss-cn-beijing.aliyuncs.com）
	//     这是请求的域名；它属于地域 cn-hangzhou，而 Bucket 位于 cn-beijing。
	//
	// 处理步骤：
	//   1. 把客户端的 Endpoint 设为 oss-cn-beijing.aliyuncs.com：SDK v1 为 oss.New 的第一个参数，SDK v2 为 WithEndpoint，minio-go 为 minio.New 的第一个参数，aws-sdk-go-v2 为 BaseEndpoint。
	//   2. 如果使用 V4 签名，把客户端的 Region 也设为 cn-beijing：SDK v1 用 oss.Region，SDK v2 用 WithRegion。
	//   3. 如果账号在 2025-03-20 及之后开通 OSS，通过 oss-cn-beijing.aliyuncs.com 发起的数据请求会返回 400（PublicEndpointForbidden）：改用自定义域名（SDK v1 用 oss.UseCname(true)，SDK v2 用 WithUseCName(true)），或在该地域的 ECS 上使用 oss-cn-beijing-internal.aliyuncs.com。
	//   4. 用该 Endpoint 重新生成预签名 URL（签名 URL）：已经发放的 URL 仍然指向原来的 Endpoint。
	//
	// 重试：换用其他 Endpoint 或域名之后。
	// 由谁处理：调用方（修改程序或其配置）。
	//
	// 响应：
	//   错误码：AccessDenied
	//   错误信息：The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.
	//   EC：0003-00001403
	//   请求 ID：65AF5037A1B2C3D4E5F60718
	//   域名：examplebucket.oss-cn-hangzhou.aliyuncs.com
	//   Bucket：examplebucket
	//   类型：EndpointMismatch，依据：EC
	//   具体原因：OtherRegion
	//
	// 文档：
	//   通过Bucket域名访问OSS
	//     https://help.aliyun.com/zh/oss/user-guide/access-oss-via-bucket-domain-name
	//   地域和Endpoint
	//     https://help.aliyun.com/zh/oss/user-guide/regions-and-endpoints
	//   EC 0003-00001403
	//     https://help.aliyun.com/zh/oss/user-guide/0003-00001403
}

func ExampleError_Raw() {
	e, _ := oss403.From(keyError)
	fmt.Println(e.AccessKeyID)                                                  // masked
	fmt.Println(strings.Contains(string(e.Raw()), "LTAI5tExampleExampleKey1 ")) // as OSS sent it: print it nowhere
	// Output:
	// LTAI5t****Key1
	// true
}

func ExampleError_Retry() {
	_, err := getObject("notes.txt")
	e, _ := oss403.From(err)
	switch e.Retry() {
	case oss403.RetryOtherEndpoint:
		fmt.Println("another endpoint:", e.BucketEndpoint)
	case oss403.RetryAfterRefresh:
		fmt.Println("new credentials")
	case oss403.RetryAfterGrant:
		fmt.Println("somebody has to grant it")
	}
	// Output:
	// another endpoint: oss-cn-beijing.aliyuncs.com
}

// What to hand to whoever can grant a permission.
func ExampleRemedy() {
	body := []byte("<Error><Code>AccessDenied</Code><Message>You have no right to access this object because of bucket acl.</Message><RequestId>65AF5037A1B2C3D4E5F60718</RequestId>" +
		"<HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId><AccessDeniedDetail><PolicyType>AccountLevelIdentityBasedPolicy</PolicyType><NoPermissionType>ImplicitDeny</NoPermissionType>" +
		"<AuthPrincipalType>SubUser</AuthPrincipalType><AuthPrincipalDisplayName>208000000000000001</AuthPrincipalDisplayName><AuthAction>oss:ListObjects</AuthAction></AccessDeniedDetail></Error>")
	e, _ := oss403.Parse(403, nil, body)
	remedy := e.Explain(oss403.English).Remedy
	fmt.Println(remedy.Actor)
	fmt.Println(remedy.Policy)
	// Output:
	// AccountOwner
	// {
	//   "Version": "1",
	//   "Statement": [
	//     {
	//       "Effect": "Allow",
	//       "Action": [
	//         "oss:ListObjects"
	//       ],
	//       "Resource": [
	//         "acs:oss:*:*:examplebucket"
	//       ]
	//     }
	//   ]
	// }
}

func ExampleClock() {
	e, _ := oss403.Parse(403, nil, []byte("<Error><Code>RequestTimeTooSkewed</Code><RequestId>65AF5037A1B2C3D4E5F60718</RequestId>"+
		"<MaxAllowedSkewMilliseconds>900000</MaxAllowedSkewMilliseconds><RequestTime>2026-03-05T17:51:03.000Z</RequestTime><ServerTime>2026-03-05T09:51:03.000Z</ServerTime></Error>"))
	fmt.Println(e.Clock.RequestTime.Sub(e.Clock.ServerTime), "where", e.Clock.MaxSkew, "are allowed")
	fmt.Println(e.Reason)
	// Output:
	// 8h0m0s where 15m0s are allowed
	// LocalTimeAsUTC
}

func ExampleReasons() {
	for r := range oss403.Reasons() {
		for _, k := range r.Kinds() {
			if k == oss403.KindClockSkew {
				fmt.Println(r)
			}
		}
	}
	// Output:
	// DateRewritten
	// SkewNotCorrected
	// LocalTimeAsUTC
	// UTCAsLocalTime
	// ClockAhead
	// ClockBehind
}

func ExampleReason_Kinds() {
	fmt.Println(oss403.ReasonKeyHasSpace.Kinds())
	// Output:
	// [AccessKeyNotFound AccessKeyMalformed]
}

func ExampleKind_Category() {
	fmt.Println(oss403.KindEndpointMismatch.Category(), oss403.KindRAMPolicyExplicitDeny.Category(), oss403.KindAccountOverdue.Category())
	// Output:
	// Endpoint Permission Account
}

// FillHEAD gives clients that ignore x-oss-err the error of a HEAD as a body.
func ExampleTransport_fillHEAD() {
	base := roundTrip(func(r *http.Request) (*http.Response, error) {
		doc := "<Error><Code>SecurityTokenExpired</Code><Message>The security token you provided has expired.</Message></Error>"
		return &http.Response{
			StatusCode: 403, Body: http.NoBody, Request: r,
			Header: http.Header{"X-Oss-Request-Id": {"65AF5037A1B2C3D4E5F60718"}, "X-Oss-Err": {base64.StdEncoding.EncodeToString([]byte(doc))}},
		}, nil
	})
	client := http.Client{Transport: &oss403.Transport{Base: base, FillHEAD: true}}
	resp, err := client.Head("https://examplebucket.oss-cn-hangzhou.aliyuncs.com/notes.txt")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	fmt.Printf("%.40s\n", body)
	// Output:
	// <Error><Code>SecurityTokenExpired</Code>
}
