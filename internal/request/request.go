package request

import (
	"net"
	"net/http"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/osshost"
)

// Request is what is known of the request behind an answer. Read makes it of the request as it was
// sent, secrets included; Masked of that what may be kept and shown.
type Request struct {
	Method         string // GET where the client left it out; "" where a text does not say it
	Host           string // as the client addressed it, without port
	HostPort       string // with the port, where one was sent
	EscapedPath    string // as it was sent; "" is read as "/"
	RawQuery       string // as it was sent
	Path           string // EscapedPath, decoded; it begins with a slash
	Bucket, Object string // as host and path name them, decoded
	Query          []Parameter
	Header         http.Header // shared with the client's request until Masked
	Length         int64       // of the body; -1: not known. S3 V4 signs Content-Length, which is not in Header.
	Form           []Parameter // the fields of a PostObject form before its file
	FormWhole      bool        // Form has them all
	Signature      Signature

	NoHeaders bool // Header is not known
	ForOSS    bool // it was meant for OSS
	ToService bool // it names neither bucket nor object
	PlainHTTP bool // it was sent without TLS

	// Escape is how the & of the URL is escaped, "&amp;" or "\u0026", where it was copied out of HTML or JSON
	// without undoing that, so that parameters are named amp;Signature, or stand in the value before; else "".
	// Masked would hide some of them.
	Escape string

	Secrets gate.Secrets // what it holds and no output may
}

// Read reads r, nil for nil. It shares r's header and reads no body but that of a form which the
// client can give a second time.
func Read(r *http.Request) *Request {
	if r == nil {
		return nil
	}
	q := &Request{Method: r.Method, HostPort: r.Host, Header: r.Header, Length: r.ContentLength}
	if q.Method == "" {
		q.Method = http.MethodGet
	}
	if r.Body != nil && r.ContentLength == 0 && r.Body != http.NoBody {
		q.Length = -1
	}
	if r.URL != nil {
		if q.HostPort == "" {
			q.HostPort = r.URL.Host
		}
		q.EscapedPath, q.RawQuery = r.URL.EscapedPath(), r.URL.RawQuery
		q.PlainHTTP = r.URL.Scheme == "http"
	}
	q.read()
	q.readForm(r)
	return q
}

// New makes a request of the parts that a log or a test names. An empty method is GET; host may have
// a port; a nil header means that the request had none.
func New(method, host, escapedPath, rawQuery string, header http.Header) *Request {
	if method == "" {
		method = http.MethodGet
	}
	q := &Request{Method: method, HostPort: host, EscapedPath: escapedPath, RawQuery: rawQuery, Header: header}
	q.read()
	return q
}

// read fills in what follows from the parts that were sent.
func (q *Request) read() {
	q.Host = q.HostPort
	if host, _, err := net.SplitHostPort(q.HostPort); err == nil {
		q.Host = host
	}
	if q.Path = chars.Unescape(q.EscapedPath); q.Path == "" {
		q.Path = "/"
	}
	path := strings.TrimPrefix(q.Path, "/")
	if q.Bucket == "" {
		q.Bucket, q.Object = osshost.Addressed(q.Host, path)
	}
	_, style := osshost.Bucket(q.Host)
	q.ToService = style == osshost.PathStyle && path == ""
	q.ForOSS = osshost.IsOSS(q.Host)
	q.Query = ParseQuery(q.RawQuery)
	q.Escape = escapeIn(q.Query)
	q.Signature = readSignature(q.Header, q.Query)
	q.ForOSS = q.ForOSS || q.Signature.isOSS()
	q.collectSecrets()
}

// ForgetHeaders marks a request as one of which only the method and the URL are known.
func (q *Request) ForgetHeaders() {
	q.NoHeaders = true
	if q.Signature.In == Unsigned {
		q.Signature.In = Unknown
	}
}

// IsSigned says whether the request is known to carry a signature.
func (q *Request) IsSigned() bool {
	return q != nil && (q.Signature.In == InHeader || q.Signature.In == InQuery)
}

// InPath says whether q names its bucket in the path, at an endpoint of OSS.
func (q *Request) InPath() bool {
	if q == nil || q.Bucket == "" || !osshost.IsOSS(q.Host) {
		return false
	}
	_, style := osshost.Bucket(q.Host)
	return style == osshost.PathStyle
}

// Value returns a parameter of the query by its exact name; of several the first.
func (q *Request) Value(name string) (value string, ok bool) {
	for i := range q.Query {
		if q.Query[i].Name == name {
			return q.Query[i].Value, true
		}
	}
	return "", false
}
