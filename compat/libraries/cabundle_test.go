package libraries_test

//lint:file-ignore SA1019 aws-sdk-go is deprecated, and programs still use it

import (
	"context"
	"encoding/pem"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	awsv1 "github.com/aws/aws-sdk-go/aws"
	credv1 "github.com/aws/aws-sdk-go/aws/credentials"
	"github.com/aws/aws-sdk-go/aws/request"
	"github.com/aws/aws-sdk-go/aws/session"
	s3v1 "github.com/aws/aws-sdk-go/service/s3"
	"github.com/oss403/oss403"
)

// Both AWS SDKs, with AWS_CA_BUNDLE set, want to put the bundle into an HTTP client of a type that they
// know, and refuse a Transport when a session or a config is loaded. docs/clients.md shows these ways
// around it.

// bundled starts an OSS behind TLS whose certificate is in AWS_CA_BUNDLE and nowhere else.
func bundled(t *testing.T) *httptest.Server {
	const denied = `<Error><Code>AccessDenied</Code><Message>Access denied by bucket policy.</Message><RequestId>65AF5037A1B2C3D4E5F60719</RequestId><HostId>photos.oss-cn-hangzhou.aliyuncs.com</HostId><EC>0003-00000201</EC></Error>`
	srv := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		w.Header().Set("Server", "AliyunOSS")
		w.Header().Set("X-Amz-Request-Id", "65AF5037A1B2C3D4E5F60719") // as OSS does where S3 signed
		w.WriteHeader(http.StatusForbidden)
		_, _ = io.WriteString(w, denied)
	}))
	t.Cleanup(srv.Close)
	bundle := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(bundle, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: srv.Certificate().Raw}), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("AWS_CA_BUNDLE", bundle)
	t.Setenv("AWS_CONFIG_FILE", os.DevNull)
	t.Setenv("AWS_SHARED_CREDENTIALS_FILE", os.DevNull)
	return srv
}

func v1Config(srv *httptest.Server, client *http.Client) *awsv1.Config {
	return &awsv1.Config{
		Region: awsv1.String("cn-hangzhou"), Endpoint: awsv1.String(srv.URL), S3ForcePathStyle: awsv1.Bool(true), HTTPClient: client,
		Credentials: credv1.NewStaticCredentials("LTAI5tExampleExampleKey1", "ExampleSecret", ""),
	}
}

func checkDenied(t *testing.T, tr *oss403.Transport, err error) {
	t.Helper()
	var e *oss403.Error
	if w := tr.Wrap(err); !errors.As(w, &e) || e.Kind != oss403.KindRAMPolicyExplicitDeny || e.EC != "0003-00000201" || e.Object != "may.jpg" {
		t.Errorf("%v of %v", e, err)
	}
}

func TestAWSv1Refuses(t *testing.T) {
	srv := bundled(t)
	_, err := session.NewSession(v1Config(srv, &http.Client{Transport: &oss403.Transport{}}))
	if err == nil || !strings.Contains(err.Error(), "transport") {
		t.Errorf("not refused any more: %v", err)
	}
}

// TestAWSv1AfterTheSession: the session puts the bundle into an *http.Transport; the Transport goes
// around it.
func TestAWSv1AfterTheSession(t *testing.T) {
	srv := bundled(t)
	client := &http.Client{}
	sess, err := session.NewSession(v1Config(srv, client))
	if err != nil {
		t.Fatal(err)
	}
	tr := &oss403.Transport{Base: client.Transport}
	client.Transport = tr

	_, err = s3v1.New(sess).GetObject(&s3v1.GetObjectInput{Bucket: awsv1.String("photos"), Key: awsv1.String("may.jpg")})
	checkDenied(t, tr, err)
}

// TestAWSv1Handlers: a client that somebody else made has handlers. The first one for errors sees the
// answer before the SDK reads it.
func TestAWSv1Handlers(t *testing.T) {
	srv := bundled(t)
	sess, err := session.NewSession(v1Config(srv, &http.Client{}))
	if err != nil {
		t.Fatal(err)
	}
	client := s3v1.New(sess)

	var seen *oss403.Error
	client.Handlers.UnmarshalError.PushFront(func(r *request.Request) {
		if e, ok := oss403.FromResponse(r.HTTPResponse); ok {
			seen = e
		}
	})
	_, err = client.GetObject(&s3v1.GetObjectInput{Bucket: awsv1.String("photos"), Key: awsv1.String("may.jpg")})
	if seen == nil || seen.Kind != oss403.KindRAMPolicyExplicitDeny || seen.Object != "may.jpg" || !strings.Contains(err.Error(), "Access denied by bucket policy.") {
		t.Errorf("%v of %v", seen, err)
	}
}

// doer makes a RoundTripper of an HTTP client of aws-sdk-go-v2.
type doer struct{ client aws.HTTPClient }

func (d doer) RoundTrip(r *http.Request) (*http.Response, error) { return d.client.Do(r) }

func TestAWSv2Refuses(t *testing.T) {
	bundled(t)
	_, err := config.LoadDefaultConfig(context.Background(), config.WithHTTPClient(&http.Client{Transport: &oss403.Transport{}}))
	if err == nil {
		t.Error("not refused any more")
	}
}

// TestAWSv2AfterTheConfig: the config puts the bundle into its own client; the Transport goes around it.
func TestAWSv2AfterTheConfig(t *testing.T) {
	srv := bundled(t)
	cfg, err := config.LoadDefaultConfig(context.Background(), config.WithRegion("cn-hangzhou"),
		config.WithCredentialsProvider(credentials.NewStaticCredentialsProvider("LTAI5tExampleExampleKey1", "ExampleSecret", "")))
	if err != nil {
		t.Fatal(err)
	}
	if cfg.HTTPClient == nil {
		cfg.HTTPClient = awshttp.NewBuildableClient()
	}
	tr := &oss403.Transport{Base: doer{cfg.HTTPClient}}
	cfg.HTTPClient = &http.Client{Transport: tr}

	client := s3.NewFromConfig(cfg, func(o *s3.Options) { o.BaseEndpoint, o.UsePathStyle = aws.String(srv.URL), true })
	_, err = client.GetObject(context.Background(), &s3.GetObjectInput{Bucket: aws.String("photos"), Key: aws.String("may.jpg")})
	checkDenied(t, tr, err)
}
