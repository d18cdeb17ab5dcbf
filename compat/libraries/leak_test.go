package libraries_test

import (
	"bytes"
	"encoding/base64"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"unsafe"

	ossv1 "github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/davecgh/go-spew/spew"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/kr/pretty"
	"github.com/oss403/oss403"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"github.com/stretchr/testify/assert"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

// secrets are what an answer and its request hold, random as the real ones are.
type secrets struct{ token, signature, diagnostic, key string }

func drawSecrets(r *rand.Rand) secrets {
	random := func(n int) string {
		b := make([]byte, n)
		r.Read(b)
		return base64.StdEncoding.EncodeToString(b)
	}
	return secrets{"CAIS" + random(300), random(20), "AQIBIAAAA" + random(90), "LTAI5t" + strings.NewReplacer("+", "x", "/", "y").Replace(random(12)) + "Zz"}
}

// shown returns a part of eight characters of a secret that a text shows, escaped or not, "" if there is
// none.
func (s secrets) shown(text string) string {
	text = strings.NewReplacer(`\/`, "/", `\u002b`, "+", `\u003d`, "=", `\u0026`, "&").Replace(text)
	for _, secret := range []string{s.token[4:], s.signature, s.diagnostic[9:], s.key[6 : len(s.key)-4]} {
		for i := 0; i+8 <= len(secret); i++ {
			if strings.Contains(text, secret[i:i+8]) {
				return secret[i : i+8]
			}
		}
	}
	return ""
}

// body is an answer that repeats all of them, in its own elements and in its message.
func (s secrets) body() string {
	return "<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match " + s.signature + " with " + s.token + ".</Message>" +
		"<RequestId>65AF5037A1B2C3D4E5F60718</RequestId><HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId><OSSAccessKeyId>" + s.key + "</OSSAccessKeyId>" +
		"<SignatureProvided>" + s.signature + "</SignatureProvided><StringToSign>GET\n\n\nx\nx-oss-security-token:" + s.token + "\n/examplebucket/a.txt</StringToSign><SecurityToken>" + s.token + "</SecurityToken>" +
		"<AccessDeniedDetail><AuthAction>oss:GetObject</AuthAction><EncodedDiagnosticMessage>" + s.diagnostic + "</EncodedDiagnosticMessage></AccessDeniedDetail></Error>"
}

// errors returns an error of every way to get one.
func (s secrets) errors(t *testing.T) map[string]error {
	se := ossv1.ServiceError{StatusCode: 403, Code: "SignatureDoesNotMatch", Message: "of " + s.signature, RequestID: "65AF5037A1B2C3D4E5F60718", RawMessage: s.body()}
	request, err := http.NewRequest(http.MethodGet, "https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a.txt", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "OSS "+s.key+":"+s.signature)
	request.Header.Set("X-Oss-Security-Token", s.token)
	all := map[string]error{
		"Wrap of one":     oss403.Wrap(fmt.Errorf("upload with %s: %w", s.token, se)),
		"Wrap of several": oss403.Wrap(errors.Join(io.EOF, fmt.Errorf("upload with %s: %w", s.token, se), expired)),
	}
	add := func(name string, e *oss403.Error, ok bool) {
		if !ok {
			t.Fatal(name)
		}
		all[name] = e
	}
	e, ok := oss403.From(fmt.Errorf("upload: %w", se))
	add("From", e, ok)
	e, ok = oss403.Parse(http.StatusForbidden, nil, []byte(s.body()))
	add("Parse", e, ok)
	e, ok = oss403.FromResponse(&http.Response{StatusCode: http.StatusForbidden, Request: request, Body: io.NopCloser(strings.NewReader(s.body()))})
	add("FromResponse", e, ok)
	e, ok = oss403.ParseText("token " + s.token + "\n" + s.body())
	add("ParseText", e, ok)
	return all
}

// What programs put an error into.
type (
	embedded struct {
		*oss403.Error
		Bucket string
	}
	held struct {
		Err  error
		List []error
		By   map[string]error
		copy *oss403.Error
	}
	value struct{ E oss403.Error }
)

// TestNoLeakOfOthers: no library that prints, compares, logs or stores an error by reflection reaches a
// secret in it.
func TestNoLeakOfOthers(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 5 {
		s := drawSecrets(r)
		theirs := ossv1.ServiceError{StatusCode: 403, Code: "AccessDenied", RequestID: "65AF5037A1B2C3D4E5F60718", RawMessage: s.body()}
		for printer, out := range printed(t, theirs) {
			if strings.HasPrefix(printer, "reflection") && s.shown(out) == "" {
				t.Errorf("%s: nothing is found in the SDK's own error", printer)
			}
		}
		presigned, err := oss403.ReadPresigned("https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a.txt?Expires=1767225600&OSSAccessKeyId=" + s.key + "&Signature=" + url.QueryEscape(s.signature) + "&security-token=" + url.QueryEscape(s.token))
		if err != nil {
			t.Fatal(err)
		}
		for printer, out := range map[string]string{"reflection": walk(presigned), "spew": spew.Sdump(presigned), "%#v": fmt.Sprintf("%#v", presigned)} {
			if part := s.shown(out); part != "" {
				t.Errorf("%s of a presigned URL shows %q:\n%s", printer, part, out)
			}
		}
		for name, err := range s.errors(t) {
			for printer, out := range printed(t, err) {
				if part := s.shown(out); part != "" {
					t.Errorf("%s of %s shows %q:\n%s", printer, name, part, out)
				}
			}
		}
	}
}

// printed is what libraries make of an error, alone and in what programs put it into.
func printed(t *testing.T, err error) map[string]string {
	other, _ := oss403.Parse(http.StatusForbidden, nil, []byte("<Error><Code>AccessDenied</Code><RequestId>65AF5037A1B2C3D4E5F60719</RequestId></Error>"))
	pairs := map[string][2]any{"": {err, error(other)}, " in a struct": {held{Err: err, List: []error{err}, By: map[string]error{"a": err}}, held{Err: other}}}
	e, single := err.(*oss403.Error)
	if single {
		pairs[" in an interface's place"] = [2]any{e, other}
		pairs[" by value"] = [2]any{*e, *other}
		pairs[" embedded"] = [2]any{embedded{e, "b"}, embedded{other, "b"}}
		pairs[" in a struct by value"] = [2]any{value{*e}, value{*other}}
		pairs[" in an unexported field"] = [2]any{held{copy: e}, held{copy: other}}
	}
	out := map[string]string{}
	for in, p := range pairs {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			text := fmt.Sprintf(verb, p[0])
			if verb == "%x" {
				b, _ := decodeHex(text)
				text = string(b)
			}
			out[verb+in] = text
		}
		out["spew"+in] = spew.Sdump(p[0])
		out["spew without methods"+in] = (&spew.ConfigState{DisableMethods: true, Indent: " "}).Sdump(p[0])
		out["spew %#+v"+in] = spew.Sprintf("%#+v", p[0])
		out["kr/pretty"+in] = pretty.Sprint(p[0]) + strings.Join(pretty.Diff(p[0], p[1]), "\n")
		var diff recorder
		assert.Equal(&diff, p[1], p[0])
		assert.EqualExportedValues(&diff, p[1], p[0])
		assert.EqualValues(&diff, p[1], p[0])
		assert.Same(&diff, p[1], p[0])
		assert.IsType(&diff, "", p[0])
		assert.Nil(&diff, p[0])
		assert.Empty(&diff, p[0])
		assert.Contains(&diff, []any{p[1]}, p[0])
		assert.ElementsMatch(&diff, []any{p[1]}, []any{p[0]})
		out["testify"+in] = diff.String()
		for options, list := range map[string][]cmp.Option{
			"no options": nil, "EquateErrors": {cmpopts.EquateErrors()}, "Exporter": {cmp.Exporter(func(reflect.Type) bool { return true })},
			"IgnoreUnexported": {cmpopts.IgnoreUnexported(oss403.Error{}, oss403.Denial{}, oss403.Signature{}, held{})},
			"AllowUnexported":  {cmp.AllowUnexported(oss403.Error{}, oss403.Denial{}, oss403.Signature{}, held{})},
		} {
			out["go-cmp, "+options+in] = diffOf(p[1], p[0], list) + diffOf(p[0], nil, list) + diffOf([]any{p[0]}, []any{}, list)
		}
		out["reflection"+in] = walk(p[0])
		if b, jsonErr := json.Marshal(p[0]); jsonErr == nil {
			out["JSON"+in] = string(b)
		}
		if b, xmlErr := xml.Marshal(p[0]); xmlErr == nil {
			out["XML"+in] = string(b)
		}
		var b bytes.Buffer
		if gobErr := gob.NewEncoder(&b).Encode(p[0]); gobErr == nil {
			out["gob"+in] = b.String()
		}
		var log bytes.Buffer
		for _, enc := range []zapcore.Encoder{zapcore.NewJSONEncoder(zap.NewProductionEncoderConfig()), zapcore.NewConsoleEncoder(zap.NewDevelopmentEncoderConfig())} {
			z := zap.New(zapcore.NewCore(enc, zapcore.AddSync(&log), zap.DebugLevel))
			z.Error("x", zap.Any("any", p[0]), zap.Reflect("reflect", p[0]), zap.Error(err))
			z.Sugar().Errorw("x", "err", p[0])
			z.Sugar().Errorf("%+v", p[0])
		}
		z := zerolog.New(&log)
		z.Error().Err(err).Interface("any", p[0]).AnErr("again", err).Msg("x")
		z.Error().Msgf("%v", p[0])
		for _, f := range []logrus.Formatter{&logrus.TextFormatter{}, &logrus.JSONFormatter{}} {
			l := logrus.New()
			l.SetOutput(&log)
			l.SetFormatter(f)
			l.WithError(err).WithField("any", p[0]).Error("x", p[0])
		}
		out["loggers"+in] = log.String()
	}
	return out
}

func decodeHex(s string) (b []byte, err error) {
	_, err = fmt.Sscanf(s, "%x", &b)
	return b, err
}

// diffOf is what cmp.Diff says, or why it panics.
func diffOf(a, b any, options []cmp.Option) (diff string) {
	defer func() {
		if p := recover(); p != nil {
			diff = fmt.Sprint(p)
		}
	}()
	return cmp.Diff(a, b, options...)
}

// recorder takes down what testify says.
type recorder struct{ strings.Builder }

func (r *recorder) Errorf(format string, args ...any) { fmt.Fprintf(r, format, args...) }

// walk is all that reflection reaches, as a crash reporter's does, unexported fields included.
func walk(v any) string {
	var b strings.Builder
	seen := map[uintptr]bool{}
	var visit func(reflect.Value, int)
	visit = func(v reflect.Value, depth int) {
		if depth > 20 {
			return
		}
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() && !seen[v.Pointer()] {
				seen[v.Pointer()] = true
				visit(v.Elem(), depth+1)
			}
		case reflect.Interface:
			visit(v.Elem(), depth+1)
		case reflect.Struct:
			if !v.CanAddr() {
				c := reflect.New(v.Type()).Elem()
				c.Set(v)
				v = c
			}
			for i := range v.NumField() {
				f := v.Field(i)
				visit(reflect.NewAt(f.Type(), unsafe.Pointer(f.UnsafeAddr())).Elem(), depth+1)
			}
		case reflect.Slice, reflect.Array:
			for i := range v.Len() {
				visit(v.Index(i), depth+1)
			}
		case reflect.Map:
			for it := v.MapRange(); it.Next(); {
				visit(it.Key(), depth+1)
				visit(it.Value(), depth+1)
			}
		case reflect.String:
			b.WriteString(v.String() + "\n")
		}
	}
	visit(reflect.ValueOf(v), 0)
	return b.String()
}
