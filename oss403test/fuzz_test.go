package oss403test

import (
	"bufio"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

// FuzzServer sends what is a request of HTTP, if of nothing else: the server neither panics nor says
// what is no answer of OSS, and the library reads each of its 403s.
func FuzzServer(f *testing.F) {
	const signed = "Authorization: AWS4-HMAC-SHA256 Credential=id/20260305/cn-hangzhou/s3/aws4_request, SignedHeaders=host, Signature=00\r\n"
	for _, seed := range []string{
		"GET / HTTP/1.1\r\nHost: oss-cn-hangzhou.aliyuncs.com\r\n\r\n",
		"GET /?max-keys=0&marker=a HTTP/1.1\r\nHost: 127.0.0.1\r\n" + signed + "\r\n",
		"GET /k HTTP/1.1\r\nHost: photos.oss-cn-hangzhou.aliyuncs.com\r\nRange: bytes=-0\r\nIf-Match: \"\r\n\r\n",
		"GET /k?response-a=b&x-oss-process=c&versionId=null HTTP/1.1\r\nHost: photos.oss-cn-hangzhou.aliyuncs.com\r\n\r\n",
		"PUT /k?uploadId=1&partNumber=2 HTTP/1.1\r\nHost: photos\r\nX-Oss-Copy-Source: /a/%zz\r\nX-Oss-Copy-Source-Range: bytes=9-1\r\n\r\n",
		"POST /photos/?delete HTTP/1.1\r\nHost: localhost\r\nContent-Length: 31\r\n\r\n<Delete><Object><Key>k</Key></O",
		"POST /photos/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 54\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nk",
		"GET /k?OSSAccessKeyId=id&Expires=99999999999999999999&Signature=x HTTP/1.1\r\nHost: photos.oss-cn-hangzhou.aliyuncs.com\r\n\r\n",
		"GET /k?x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-credential=id/1/2&x-oss-expires=1&x-oss-date=20260305T095103Z&x-oss-signature=1 HTTP/1.1\r\nHost: photos.oss-cn-hangzhou.aliyuncs.com\r\n\r\n",
		"POST /k?append&position=-1 HTTP/1.1\r\nHost: photos.example.com\r\n\r\n",
		"OPTIONS * HTTP/1.1\r\nHost: photos\r\n\r\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, options := range [][]ServerOption{nil, {Credentials("id", "secret", "token"), BucketAt("photos", "oss-cn-beijing.aliyuncs.com")}} {
			r, err := http.ReadRequest(bufio.NewReader(strings.NewReader(raw)))
			if err != nil || r.Method == http.MethodConnect {
				return
			}
			h := newHandler(options)
			for range 2 { // there may be something behind the first
				w := httptest.NewRecorder()
				h.ServeHTTP(w, r)
				resp := w.Result()
				resp.Request = r
				switch {
				case resp.StatusCode >= 500:
					t.Errorf("%s\n%s", resp.Status, w.Body)
				case resp.StatusCode == http.StatusForbidden:
					if _, ok := oss403.FromResponse(resp); !ok {
						t.Errorf("not read: %v\n%s", resp.Header, w.Body)
					}
				}
				r.Body = http.NoBody
			}
		}
	})
}
