package trial

import (
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
)

// Account is what a client signs with. The secrets belong to nobody.
type Account struct{ ID, Secret, Token string }

// What the server knows.
var (
	LongTerm  = Account{"LTAI5tExampleExampleKey1", "ExampleSecretExampleSecret0001", ""}
	Temporary = Account{"STS.ExampleExampleExampleKey2", "ExampleSecretExampleSecret0003", "CAISexampletoken+exampletoken/exampletoken=="}
	another   = Account{"STS.ExampleExampleExampleKey3", "ExampleSecretExampleSecret0004", "CAISanothertoken=="}
	expired   = Account{"STS.ExampleExampleExampleKey5", "ExampleSecretExampleSecret0005", "CAISexpiredtoken=="}
	disabled  = Account{"LTAI5tExampleExampleKey7", "ExampleSecretExampleSecret0007", ""}
)

// Bucket, Key and Endpoint are where the mistakes are made.
const (
	Bucket   = "examplebucket"
	Key      = "dir/a b+c%2Fd/ü.txt"
	Content  = "hello"
	Endpoint = "oss-cn-hangzhou.aliyuncs.com"
)

// Mistake is one way to get a request wrong that reads an object, and the kind of 403 that it gets.
type Mistake struct {
	Name    string
	Kind    oss403.Kind
	Account Account
	Clock   time.Duration       // of the server, ahead of the client's
	Change  func(*http.Request) // what happens to the request on its way
	Options []oss403test.ServerOption
	InURL   bool                // it is made with a signed URL for a GET
	Method  string              // that the URL is used with
	Use     func(*http.Request) // how the URL is used
	Host    bool                // it takes a host of OSS
}

// ServerOptions are what a server needs that judges the mistake.
func (m *Mistake) ServerOptions() []oss403test.ServerOption {
	options := append(Known(), m.Options...)
	if m.Clock != 0 {
		options = append(options, oss403test.Now(func() time.Time { return time.Now().Add(m.Clock) }))
	}
	if m.Change != nil {
		options = append(options, oss403test.Middleware(func(next http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				changed := r.Clone(r.Context())
				m.Change(changed)
				next.ServeHTTP(w, changed)
			})
		}))
	}
	return options
}

// Known are the credentials that a server knows.
func Known() []oss403test.ServerOption {
	var options []oss403test.ServerOption
	for _, a := range []Account{LongTerm, Temporary, another} {
		c := oss403test.Credentials(a.ID, a.Secret)
		if a.Token != "" {
			c = oss403test.Credentials(a.ID, a.Secret, a.Token)
		}
		options = append(options, c)
	}
	return options
}

// Refusals collects the 403s of a server.
type Refusals struct {
	mu   sync.Mutex
	list []*oss403.Error
}

// Option makes a server tell.
func (r *Refusals) Option() oss403test.ServerOption {
	return oss403test.Observe(func(_ *http.Request, e *oss403.Error) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.list = append(r.list, e)
	})
}

// All returns what was refused so far.
func (r *Refusals) All() []*oss403.Error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]*oss403.Error(nil), r.list...)
}

// Mistakes are all.
func Mistakes() []Mistake {
	one := func(o oss403test.ServerOption) []oss403test.ServerOption { return []oss403test.ServerOption{o} }
	list := []Mistake{
		{Name: "another secret", Kind: oss403.KindSignatureMismatch, Account: Account{LongTerm.ID, Temporary.Secret, ""}},
		{Name: "letter behind the secret", Kind: oss403.KindSignatureMismatch, Account: Account{LongTerm.ID, LongTerm.Secret + "x", ""}},
		{Name: "unknown AccessKey", Kind: oss403.KindAccessKeyNotFound, Account: Account{"LTAI5tExampleExampleKey9", LongTerm.Secret, ""}},
		{Name: "unknown AccessKey with a token", Kind: oss403.KindAccessKeyNotFound, Account: Account{"STS.ExampleExampleExampleKey9", LongTerm.Secret, Temporary.Token}},
		{Name: "blank in the AccessKey", Kind: oss403.KindAccessKeyMalformed, Account: Account{"LTAI5tExample ExampleKey", LongTerm.Secret, ""}},
		{Name: "disabled AccessKey", Kind: oss403.KindAccessKeyDisabled, Account: disabled, Options: one(oss403test.Credentials(disabled.ID, disabled.Secret).Disabled())},
		{Name: "no token", Kind: oss403.KindSecurityTokenMissing, Account: Account{Temporary.ID, Temporary.Secret, ""}},
		{Name: "made-up token", Kind: oss403.KindSecurityTokenInvalid, Account: Account{Temporary.ID, Temporary.Secret, "CAISmadeup"}},
		{Name: "another's token", Kind: oss403.KindSecurityTokenMismatch, Account: Account{Temporary.ID, Temporary.Secret, another.Token}},
		{Name: "token with a long-term AccessKey", Kind: oss403.KindAccessKeyNotFound, Account: Account{LongTerm.ID, LongTerm.Secret, Temporary.Token}},
		{Name: "expired token", Kind: oss403.KindSecurityTokenExpired, Account: expired, Options: one(oss403test.Credentials(expired.ID, expired.Secret, expired.Token).Until(time.Now()))},
		{Name: "clock behind", Kind: oss403.KindClockSkew, Clock: 20 * time.Minute},
		{Name: "clock ahead", Kind: oss403.KindClockSkew, Clock: -8 * time.Hour},
		{Name: "date lost", Kind: oss403.KindDateRequired, Change: func(r *http.Request) {
			for _, name := range []string{"Date", "X-Oss-Date", "X-Amz-Date"} {
				r.Header.Del(name)
			}
		}},
		{Name: "path changed", Kind: oss403.KindSignatureMismatch, Change: func(r *http.Request) { r.URL.Path, r.URL.RawPath = r.URL.Path+"x", "" }},
		{Name: "method changed", Kind: oss403.KindSignatureMismatch, Change: func(r *http.Request) { r.Method = http.MethodDelete }},
		{Name: "sub-resource added", Kind: oss403.KindSignatureMismatch, Change: func(r *http.Request) {
			r.URL.RawQuery = strings.TrimPrefix(r.URL.RawQuery+"&acl", "&")
		}},
		{Name: "signed header changed", Kind: oss403.KindSignatureMismatch, Change: changeHeader},
		{Name: "signature lost", Kind: oss403.KindBucketACLDenied, Change: func(r *http.Request) { r.Header.Del("Authorization") }},
		{Name: "another region", Kind: oss403.KindEndpointMismatch, Options: one(oss403test.BucketAt(Bucket, "oss-cn-beijing.aliyuncs.com")), Host: true},
		{Name: "bucket in the path", Kind: oss403.KindVirtualHostedStyleRequired, Change: func(r *http.Request) {
			if !strings.HasPrefix(r.URL.Path, "/"+Bucket) {
				r.URL.Path, r.URL.RawPath = "/"+Bucket+r.URL.Path, ""
			}
			r.Host = Endpoint
		}},
		{Name: "URL expired", Kind: oss403.KindRequestExpired, Clock: 2 * time.Minute, InURL: true},
		{Name: "URL of a GET used to put", Kind: oss403.KindSignatureMismatch, InURL: true, Method: http.MethodPut},
		{Name: "URL of another object", Kind: oss403.KindSignatureMismatch, InURL: true, Use: func(r *http.Request) {
			r.URL.Path, r.URL.RawPath = r.URL.Path+"x", ""
		}},
		{Name: "URL with a parameter more", Kind: oss403.KindSignatureMismatch, InURL: true, Use: func(r *http.Request) { r.URL.RawQuery += "&versionId=1" }},
		{Name: "URL with another secret", Kind: oss403.KindSignatureMismatch, Account: Account{LongTerm.ID, Temporary.Secret, ""}, InURL: true},
	}
	for i := range list {
		if list[i].Account == (Account{}) {
			list[i].Account = LongTerm
		}
		if list[i].Method == "" {
			list[i].Method = http.MethodGet
		}
	}
	return list
}

// changeHeader changes what any scheme signs.
func changeHeader(r *http.Request) {
	r.Header.Set("X-Oss-Meta-New", "1")
	if strings.HasPrefix(r.Header.Get("Authorization"), "AWS ") {
		r.Header.Set("X-Amz-Meta-New", "1") // V2 signs all of these
	}
	if r.Header.Get("X-Amz-Content-Sha256") != "" {
		r.Header.Set("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD-") // and V4 those that it lists
	}
}

// Quiet is a test that does not log what a server refuses.
type Quiet struct{ testing.TB }

// Logf does nothing.
func (Quiet) Logf(string, ...any) {}

// UseURL uses a signed URL as the mistake says, and returns the 403 that it gets, nil for none.
func (m *Mistake) UseURL(client *http.Client, signedURL string) (*oss403.Error, error) {
	req, err := http.NewRequest(m.Method, signedURL, nil)
	if err != nil {
		return nil, err
	}
	if m.Use != nil {
		m.Use(req)
	}
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	e, _ := oss403.FromResponse(resp)
	return e, nil
}
