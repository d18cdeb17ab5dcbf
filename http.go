package oss403

import (
	"bytes"
	"io"
	"net/http"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/request"
)

// FromResponse reads a 403 from an answer of OSS to a presigned URL or to any other client of
// net/http. false means that it is no 403 of OSS; a 403 of something in front of OSS is
// [KindIntermediary], if the request was meant for OSS.
//
// The caller can use resp as before: FromResponse reads at most 64 KiB of the body of a 403 and
// puts them back; it undoes gzip for itself only. It does not close the body.
func FromResponse(resp *http.Response) (*Error, bool) {
	if resp == nil || resp.StatusCode != http.StatusForbidden {
		return nil, false
	}
	return readResponse(resp.Header, request.Read(resp.Request), peekBody(resp))
}

// readResponse reads a 403 to a request, nil if it is not known, with what was read of its body.
func readResponse(header http.Header, req *request.Request, body string) (*Error, bool) {
	a := &answer{status: http.StatusForbidden, request: req}
	a.readAnswer(header, body)
	return decode(a, nil, nil)
}

// Parse reads a 403 from the parts of an answer. Any of them may be missing: status 0 means that
// it is not known, and then only a code, a message or an EC that OSS sends with 403 counts. false
// means that it is no 403 of OSS. At most 64 KiB of body are read; body is not kept.
func Parse(status int, header http.Header, body []byte) (*Error, bool) {
	if status != 0 && status != http.StatusForbidden {
		return nil, false
	}
	a := &answer{status: status}
	a.readAnswer(header, string(body[:min(len(body), chars.MaxText)]))
	return decode(a, nil, nil)
}

// peekBody reads the beginning of a body and puts it back in front of the rest, with the error
// that reading met and the original Close.
func peekBody(resp *http.Response) string {
	if resp.Body == nil || resp.Body == http.NoBody {
		return ""
	}
	head, err := readHead(resp.Body, resp.ContentLength)
	rest := io.Reader(resp.Body)
	if err != nil {
		rest = failingReader{err}
	}
	resp.Body = struct {
		io.Reader
		io.Closer
	}{io.MultiReader(bytes.NewReader(head), rest), resp.Body}
	return string(head) // the caller may write into what it reads, not into ours
}

// readHead reads what is looked at of a body, which is said to have size bytes, and returns the
// error that it met, nil for the end.
func readHead(r io.Reader, size int64) ([]byte, error) {
	if size <= 0 || size > chars.MaxText {
		size = 4 << 10
	}
	head := make([]byte, 0, size+1) // the end may take one more read
	for len(head) < chars.MaxText {
		if len(head) == cap(head) {
			head = append(make([]byte, 0, chars.MaxText), head...) // it is no error of OSS any more
		}
		n, err := r.Read(head[len(head):min(cap(head), chars.MaxText)])
		head = head[:len(head)+n]
		if err == io.EOF {
			return head, nil
		}
		if err != nil {
			return head, err
		}
	}
	return head, nil
}

type failingReader struct{ err error }

func (r failingReader) Read([]byte) (int, error) { return 0, r.err }
