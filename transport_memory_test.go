package oss403

import (
	"io"
	"net/http"
	"reflect"
	"strings"
	"testing"
)

// TestTransportForgetsSecrets looks at every string in the memory of a Transport, also at those that
// only closures reach.
func TestTransportForgetsSecrets(t *testing.T) {
	const id = "65AF5037A1B2C3D4E5F60718"
	secrets := map[string]string{
		"AccessKey ID":       "LTAI5tPlantedMiddlePart9",
		"signature":          "cGxhbnRlZHNpZ25hdHVyZTEyMzQ=",
		"token":              "CAISzgJ1q6Ft5B2yfSjIr5fEKPDPrs1m5KoPlanted",
		"diagnostic message": "AQIBIAAAAOplanted0D1i2a3g4n5o6s7t8i9c0",
		"password":           "planted0password",
		"body":               "planted words of the body",
	}
	tr := &Transport{Base: roundTripper(func(r *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: http.StatusForbidden, Request: r, Header: http.Header{"X-Oss-Request-Id": {id}}, Body: io.NopCloser(strings.NewReader(
			"<Error><Code>SignatureDoesNotMatch</Code><Message>Something new.</Message><X>" + secrets["body"] + "</X><RequestId>" + id + "</RequestId>" +
				"<OSSAccessKeyId>" + secrets["AccessKey ID"] + "</OSSAccessKeyId><SecurityToken>" + secrets["token"] + "</SecurityToken><SignatureProvided>" + secrets["signature"] + "</SignatureProvided>" +
				"<StringToSign>GET\n\n\n1\nx-oss-security-token:" + secrets["token"] + "\n/b/k</StringToSign>" +
				"<AccessDeniedDetail><AuthAction>oss:GetObject</AuthAction><EncodedDiagnosticMessage>" + secrets["diagnostic message"] + "</EncodedDiagnosticMessage></AccessDeniedDetail></Error>"))}, nil
	})}
	for _, target := range []string{
		"https://b.oss-cn-hangzhou.aliyuncs.com/k",
		"https://b.oss-cn-hangzhou.aliyuncs.com/k?Expires=1&OSSAccessKeyId=" + secrets["AccessKey ID"] + "&Signature=" + secrets["signature"] + "&security-token=" + secrets["token"],
	} {
		req, err := http.NewRequest(http.MethodGet, target, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Authorization", "OSS "+secrets["AccessKey ID"]+":"+secrets["signature"])
		req.Header.Set("X-Oss-Security-Token", secrets["token"])
		req.Header.Set("Referer", "https://user:"+secrets["password"]+"@example.com/")
		if _, err := tr.RoundTrip(req); err != nil {
			t.Fatal(err)
		}
		kept := tr.seen[id]
		if kept == nil {
			t.Fatal("not remembered")
		}
		var words []string
		strs := func(v any) { words = collectStrings(reflect.ValueOf(v), words, map[uintptr]bool{}) }
		strs(kept)
		strs(kept.evidence())
		words = append(words, kept.Denial.DiagnosticMessage(), kept.Signature.RawStringToSign(), string(kept.Raw()))
		if len(words) < 20 {
			t.Errorf("only %d strings found: %q", len(words), words)
		}
		for name, secret := range secrets {
			for _, w := range words {
				if strings.Contains(w, secret) {
					t.Errorf("the %s is kept in %q", name, w)
				}
			}
		}
		if kept.AccessKeyID != "LTAI5t****art9" || kept.Denial.Action != "oss:GetObject" {
			t.Errorf("kept %+v", kept)
		}
	}
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// collectStrings appends every string that v leads to, but for those behind functions.
func collectStrings(v reflect.Value, list []string, seen map[uintptr]bool) []string {
	switch v.Kind() {
	case reflect.String:
		return append(list, v.String())
	case reflect.Pointer:
		if v.IsNil() || seen[v.Pointer()] {
			return list
		}
		seen[v.Pointer()] = true
		return collectStrings(v.Elem(), list, seen)
	case reflect.Interface:
		if !v.IsNil() {
			return collectStrings(v.Elem(), list, seen)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			list = collectStrings(v.Field(i), list, seen)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			list = collectStrings(v.Index(i), list, seen)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			list = collectStrings(v.MapIndex(k), collectStrings(k, list, seen), seen)
		}
	}
	return list
}
