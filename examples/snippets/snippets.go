// Package snippets holds the pieces of code that README.md and docs/ show, so that they compile: a test
// finds each of them here, but for its comments.
package snippets

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
)

func sdkV1(bucket *oss.Bucket, key string, r io.Reader) error {
	err := oss403.Wrap(bucket.PutObject(key, r))
	if errors.Is(err, oss403.KindSecurityTokenExpired) {
		// Get new credentials, then once more.
		return renew()
	}
	if e, ok := oss403.From(err); ok {
		fmt.Println(e.Report(oss403.English))
	}
	return err
}

func renew() error { return nil }

func text(line string) {
	if e, ok := oss403.ParseText(line); ok {
		fmt.Println(e.Kind, e.Reason, e.Explain(oss403.English).Remedy.Steps[0])
	}
}

func transportV1(endpoint, id, secret, key string, r io.Reader) error {
	transport := &oss403.Transport{}
	client, err := oss.New(endpoint, id, secret, oss.HTTPClient(&http.Client{Transport: transport}))
	if err != nil {
		return err
	}
	bucket, err := client.Bucket("examplebucket")
	if err != nil {
		return err
	}
	return transport.Wrap(bucket.PutObject(key, r))
}

func branch(err error) {
	if errors.Is(err, oss403.KindEndpointMismatch) { // what went wrong
		return
	}
	if errors.Is(err, oss403.ReasonKeyHasSpace) { // the cause of it, where the answer proves one
		return
	}
	if errors.Is(err, oss403.CategoryPermission) { // so is fs.ErrPermission
		return
	}
	if errors.Is(err, oss403.CodeInvalidAccessKeyID) { // what OSS calls it
		return
	}
	var kind oss403.Kind
	if errors.As(err, &kind) {
		switch kind {
		case oss403.KindObjectNotRestored: // restore it
		case oss403.KindClockSkew: // tell the operator
		}
	}
}

func ask(err error) {
	if e, ok := oss403.From(err); ok { // the first 403 in the chain
		slog.Error("upload failed", "err", err, oss403.Attr(e))
	}
	for e := range oss403.All(err) { // each of several
		fmt.Println(e.Kind)
	}
	if oss403.Is(err, oss403.KindEndpointMismatch, oss403.CategoryAccount) { // any of these
		return
	}
}

func withoutSDK(presignedURL string) error {
	resp, err := http.Get(presignedURL)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if e, ok := oss403.FromResponse(resp); ok { // resp.Body can still be read
		return e
	}
	return nil
}

func saved(header http.Header, body []byte) {
	e, ok := oss403.Parse(403, header, body) // status 0: not known
	fmt.Println(e, ok)
}

func fallback(err error) (*oss403.Error, bool) {
	e, ok := oss403.From(err)
	if !ok {
		e, ok = oss403.ParseText(err.Error())
	}
	return e, ok
}

func scan(f *os.File) error {
	fixes := map[string]int{}
	for found, err := range oss403.ScanText(f) {
		if err != nil {
			return err // what was found before it counts
		}
		fixes[found.Error.Fingerprint()]++ // one act fixes all that share one
	}
	fmt.Println(len(fixes))
	return nil
}

func presigned(url string) error {
	p, err := oss403.ReadPresigned(url) // nothing is sent
	if err != nil {
		return err
	}
	fmt.Println(p.Version, p.Bucket, p.Object, p.Expires, p.Flaws)
	return nil
}

func check(e *oss403.Error, secret string) {
	if e.Kind == oss403.KindSignatureMismatch {
		switch e.Signature.Check(secret) { // offline
		case oss403.SecretUnknownToOSS:
			fmt.Println("this secret made the signature: it is not the one of this AccessKey ID")
		case oss403.SecretOrTextDiffers:
			fmt.Println("another secret, or OSS got another request than was signed")
		case oss403.SecretNotTold:
			fmt.Println("the answer does not hold what OSS signed")
		}
	}
}

func store(e *oss403.Error) (*oss403.Error, error) {
	data, err := json.Marshal(e) // no secrets
	if err != nil {
		return nil, err
	}
	back := new(oss403.Error)
	err = json.Unmarshal(data, back) // in another program: back.Explain says the same
	return back, err
}

func policy(e *oss403.Error) {
	remedy := e.Explain(oss403.English).Remedy
	if remedy.Policy != "" { // the smallest RAM policy that allows what was refused
		fmt.Println(remedy.Policy)
		fmt.Println(remedy.Handover) // to whom, what, where in the console
	}
}

func line(s string) {
	fmt.Println(oss403.Redact(s))
}

func language(w io.Writer, r *http.Request, e *oss403.Error) {
	lang := oss403.ParseLang(r.Header.Get("Accept-Language"))
	fmt.Fprintln(w, e.Report(lang))
}

func observe() *oss403.Transport {
	return &oss403.Transport{Observe: func(r *http.Request, e *oss403.Error) {
		slog.ErrorContext(r.Context(), "OSS refused", oss403.Attr(e))
	}}
}

func base() *http.Client {
	base := http.DefaultTransport.(*http.Transport).Clone()
	base.Proxy = http.ProxyFromEnvironment
	return &http.Client{Transport: &oss403.Transport{Base: base}}
}

var _ = []any{sdkV1, text, transportV1, branch, ask, withoutSDK, saved, fallback, scan, presigned, check, store, policy, line, language, observe, base}
