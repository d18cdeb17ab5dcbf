package request

import (
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/gate"
)

// readForm reads the fields of a PostObject form, if the client can give its body a second time,
// as it can where that came from memory.
func (q *Request) readForm(r *http.Request) {
	if q.Method != http.MethodPost || r.GetBody == nil {
		return
	}
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/form-data" {
		return
	}
	body, err := r.GetBody()
	if err != nil || body == nil {
		return
	}
	defer body.Close()
	tail := tailReader{Reader: io.LimitReader(body, chars.MaxText)}
	form := multipart.NewReader(&tail, params["boundary"])
	for len(q.Form) < MaxValues {
		part, err := form.NextRawPart()
		if err != nil {
			// A part's header that breaks off gives io.EOF too.
			q.FormWhole = err == io.EOF && strings.HasSuffix(strings.TrimSpace(string(tail.last)), "--"+params["boundary"]+"--")
			return
		}
		name := part.FormName()
		if name == "file" || part.FileName() != "" {
			q.FormWhole = true
			return
		}
		value, err := io.ReadAll(io.LimitReader(part, maxValue+gate.MaxToken+1))
		if err != nil {
			return
		}
		p := Parameter{name, string(value)}
		switch {
		case gate.KindOf(name) == gate.KeyID:
			q.Secrets.AddID(p.Value)
		case isSecretField(name):
			q.Secrets.Add(p.Value)
		case strings.EqualFold(name, "key"):
			q.Object = p.Value
		}
		if strings.EqualFold(name, "x-oss-security-token") {
			q.Signature.HasToken = q.Signature.HasToken || p.Value != ""
		}
		q.Form = append(q.Form, p)
	}
}

// tailReader keeps the last of what was read, as much as a boundary and white space take.
type tailReader struct {
	io.Reader
	last []byte
}

func (r *tailReader) Read(into []byte) (n int, err error) {
	const most = 128
	n, err = r.Reader.Read(into)
	r.last = append(r.last, into[max(0, n-most):n]...)
	r.last = r.last[max(0, len(r.last)-most):]
	return n, err
}

// isSecretField says whether the value of a form's field may not be shown: a policy is what the
// signature signs.
func isSecretField(name string) bool {
	return gate.KindOf(name) != gate.NotSecret || strings.EqualFold(name, "policy")
}
