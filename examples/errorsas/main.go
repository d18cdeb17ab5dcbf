// Errorsas branches on what went wrong: on the kind, the code, the category, and on whether a
// program can help itself. Its client gets new credentials when, and only when, that can help.
//
//	go run ./examples/errorsas
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
)

// store reads objects with credentials that run out.
type store struct {
	endpoint string
	fetch    func() (id, secret, token string, err error) // asks STS, or whatever issues credentials
	bucket   *oss.Bucket
}

// Get reads an object. If the answer says that new credentials will help, it gets them and tries
// once more; never twice, and never for anything else.
func (s *store) Get(key string) ([]byte, error) {
	data, err := s.get(key)
	var e *oss403.Error
	if errors.As(err, &e) && e.Automatic() && e.Retry() == oss403.RetryAfterRefresh {
		if err := s.refresh(); err != nil {
			return nil, errors.Join(err, e)
		}
		return s.get(key)
	}
	return data, err
}

func (s *store) get(key string) ([]byte, error) {
	if s.bucket == nil {
		if err := s.refresh(); err != nil {
			return nil, err
		}
	}
	body, err := oss403.WrapValue(s.bucket.GetObject(key))
	if err != nil {
		return nil, err
	}
	defer body.Close()
	return io.ReadAll(body)
}

func (s *store) refresh() error {
	id, secret, token, err := s.fetch()
	if err != nil {
		return err
	}
	client, err := oss.New(s.endpoint, id, secret, oss.SecurityToken(token))
	if err != nil {
		return err
	}
	s.bucket, err = client.Bucket("examplebucket")
	return err
}

// explain says what to do about err, in the ways that Go has to look at an error.
func explain(err error) string {
	// A switch on the kind, which is finer than OSS's code.
	var kind oss403.Kind
	if errors.As(err, &kind) {
		switch kind {
		case oss403.KindObjectNotRestored:
			return "restore it first"
		case oss403.KindEndpointMismatch:
			return "fix the configuration"
		}
	}
	// Kinds, codes and categories are targets of errors.Is.
	switch {
	case errors.Is(err, oss403.CategoryAccount):
		return "somebody has to pay"
	case errors.Is(err, oss403.CodeSignatureDoesNotMatch):
		return "check the secret"
	case errors.Is(err, fs.ErrPermission): // any CategoryPermission
		return "ask for the permission"
	case oss403.Is(err, oss403.CategoryRequest, oss403.CategoryState): // any of several
		return "change the request"
	}
	return "no idea"
}

func main() {
	server := httptest.NewServer(http.HandlerFunc(answer))
	defer server.Close()
	issued := 0
	s := &store{endpoint: server.URL, fetch: func() (string, string, string, error) {
		issued++
		return "STS.NTexampleExampleExample1", "secret", fmt.Sprintf("token-%d", issued), nil
	}}

	data, err := s.Get("hello.txt")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("hello.txt: %q, after getting credentials %d times\n", data, issued)

	for _, key := range []string{"archive.tar", "private.txt", "unpaid.txt", "region.txt"} {
		_, err := s.Get(key)
		fmt.Printf("%s: %s\n    %v\n", key, explain(err), err)
	}
}

// answer stands in for OSS: the first token it sees has expired.
func answer(w http.ResponseWriter, r *http.Request) {
	elements := map[string]string{
		"archive.tar": "<Code>InvalidObjectState</Code><Message>The operation is not valid for the object's state</Message>",
		"private.txt": "<Code>AccessDenied</Code><Message>You have no right to access this object because of bucket acl.</Message><EC>0003-00000001</EC>",
		"unpaid.txt":  "<Code>UserDisable</Code><Message>UserDisable</Message><EC>0003-00000801</EC>",
		"region.txt": "<Code>AccessDenied</Code><Message>The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.</Message>" +
			"<Bucket>examplebucket</Bucket><Endpoint>oss-cn-beijing.aliyuncs.com</Endpoint><EC>0003-00001403</EC>",
	}[strings.TrimPrefix(r.URL.Path, "/examplebucket/")]
	if r.Header.Get("X-Oss-Security-Token") == "token-1" {
		elements = "<Code>SecurityTokenExpired</Code><Message>The security token you provided has expired.</Message><EC>0002-00000007</EC>"
	}
	const id = "65AF5037A1B2C3D4E5F60718"
	w.Header().Set("X-Oss-Request-Id", id)
	if elements == "" {
		_, _ = io.WriteString(w, "hello")
		return
	}
	w.Header().Set("Content-Type", "application/xml")
	w.WriteHeader(http.StatusForbidden)
	_, _ = fmt.Fprintf(w, "<Error>%s<RequestId>%s</RequestId><HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId></Error>", elements, id)
}
