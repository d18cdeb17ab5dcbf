package oss403_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The shapes in which programs put several errors into one. The real libraries are in compat.
type (
	aggregate []error                // Kubernetes: Errors, and no Unwrap
	wrappers  struct{ list []error } // hashicorp: WrappedErrors beside an Unwrap that chains
	caused    struct{ error }        // pkg/errors before Go had Unwrap
	multiple  struct{ list []error }
)

func (a aggregate) Error() string   { return "[" + texts(a, ", ") + "]" }
func (a aggregate) Errors() []error { return a }

func (w *wrappers) Error() string          { return "errors occurred:\n\t* " + texts(w.list, "\n\t* ") + "\n\n" }
func (w *wrappers) WrappedErrors() []error { return w.list }
func (w *wrappers) Unwrap() error          { return errorChain(w.list) }

// errorChain is what hashicorp's Unwrap returns: its first error can be had by Is and As only.
type errorChain []error

func (c errorChain) Error() string { return c[0].Error() }
func (c errorChain) Unwrap() error {
	if len(c) == 1 {
		return nil
	}
	return c[1:]
}
func (c errorChain) Is(target error) bool { return errors.Is(c[0], target) }
func (c errorChain) As(target any) bool   { return errors.As(c[0], target) }

func (c caused) Error() string { return "caused: " + c.error.Error() }
func (c caused) Cause() error  { return c.error }

func (m *multiple) Error() string   { return texts(m.list, "; ") }
func (m *multiple) Unwrap() []error { return m.list }

func texts(list []error, sep string) string {
	var all []string
	for _, err := range list {
		all = append(all, err.Error())
	}
	return strings.Join(all, sep)
}

var (
	errUpload = errors.New("upload failed")
	refused   = serviceError("AccessDenied", "Access denied by bucket policy.", "<EC>0003-00000201</EC>")
)

// lineOf is the line of an error by itself.
func lineOf(err error) string {
	e, _ := oss403.From(err)
	return e.Error()
}

// TestEveryShape runs each entry point over each shape of tree.
func TestEveryShape(t *testing.T) {
	other := errors.New("another")
	both := []oss403.Kind{oss403.KindSecurityTokenExpired, oss403.KindRAMPolicyExplicitDeny}
	one := both[:1]
	line, second := lineOf(expired), lineOf(refused)
	three := func(err error) error { return fmt.Errorf("a: %w", fmt.Errorf("b: %w", fmt.Errorf("c: %w", err))) }
	tests := []struct {
		name  string
		err   error
		kinds []oss403.Kind
		text  string
		other bool // another error is in it
	}{
		{"0 levels", expired, one, line, false},
		{"0 levels, a pointer", &expired, one, line, false},
		{"1 level", fmt.Errorf("a: %w", expired), one, "a: " + line, false},
		{"3 levels", three(expired), one, "a: b: c: " + line, false},
		{"pkg/errors", &withStack{&withStack{expired}}, one, line, false},
		{"a Cause alone", caused{expired}, one, "caused: " + line, false},
		{"Join", errors.Join(expired, refused), both, line + "\n" + second, false},
		{"Join, 3 levels above and below", three(errors.Join(three(expired), other, refused)), both, "a: b: c: a: b: c: " + line + "\nanother\n" + second, true},
		{"Join of one", errors.Join(expired), one, line, false},
		{"Join of Joins", errors.Join(errors.Join(other, expired), errors.Join(refused)), both, "another\n" + line + "\n" + second, true},
		{"two %w", fmt.Errorf("%w: %w", errUpload, expired), one, "upload failed: " + line, true},
		{"two %w, both 403s", fmt.Errorf("%w (first: %w)", refused, expired), []oss403.Kind{both[1], both[0]}, second + " (first: " + line + ")", false},
		{"two %w, three levels", three(fmt.Errorf("%w: %w", errUpload, three(expired))), one, "a: b: c: upload failed: a: b: c: " + line, true},
		{"a retry loop", retried(other, expired, refused), []oss403.Kind{both[1], both[0]}, "attempt 3: " + second + "\nattempt 2: " + line + "\nattempt 1: another", true},
		{"Kubernetes", aggregate{expired, other, refused}, both, "[" + line + ", another, " + second + "]", false},
		{"hashicorp", &wrappers{[]error{other, expired, refused}}, both, "errors occurred:\n\t* another\n\t* " + line + "\n\t* " + second + "\n\n", true},
		{"Unwrap []error", &multiple{[]error{expired, other, refused}}, both, line + "; another; " + second, true},
		{"one explained, one not", errors.Join(oss403.Wrap(expired), refused), both, line + "\n" + second, false},
		{"a tree in a tree", fmt.Errorf("%w, then %w", oss403.Wrap(errors.Join(expired, other)), refused), both, line + "\nanother, then " + second, true},
		{"own text", fmt.Errorf("x: %w", errors.Join(ownText{expired}, other)), one, "x: it did not work\nanother\n" + line, true},
		{"twice the same", errors.Join(&expired, fmt.Errorf("again: %w", &expired)), one, line + "\nagain: " + line, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var tr *oss403.Transport
			value, byValue := oss403.WrapValue(7, tt.err)
			also, byValueWith := oss403.WrapValueWith(tr, 8, tt.err)
			assert.Equal(t, [2]int{7, 8}, [2]int{value, also})
			for entry, w := range map[string]error{"": tt.err, "Wrap": oss403.Wrap(tt.err), "WrapValue": byValue, "WrapValueWith": byValueWith, "Transport.Wrap": (&oss403.Transport{}).Wrap(tt.err)} {
				var kinds []oss403.Kind
				for e := range oss403.All(w) {
					kinds = append(kinds, e.Kind)
					assert.Equal(t, lineOf(e), e.Error())
				}
				if e, ok := w.(*oss403.Error); !ok {
					assert.Equal(t, tt.kinds, kinds, entry)
				} else {
					assert.Equal(t, tt.kinds, []oss403.Kind{e.Kind}, entry)
				}
				first, ok := oss403.From(w)
				require.True(t, ok, entry)
				assert.Equal(t, tt.kinds[0], first.Kind, entry)
				fromT, ok := (&oss403.Transport{}).From(w)
				require.True(t, ok, entry)
				assert.Equal(t, tt.kinds[0], fromT.Kind, entry)
				assert.Equal(t, "oss403", oss403.Attr(w).Key, entry)
				for _, k := range tt.kinds {
					assert.True(t, oss403.Is(w, k), "%s: Is %s", entry, k)
					assert.True(t, oss403.Is(w, k.Category()), "%s: Is %s", entry, k)
					if entry != "" {
						assert.True(t, errors.Is(w, k), "%s: errors.Is %s", entry, k)
						assert.True(t, errors.Is(w, k.Category()), "%s: errors.Is %s", entry, k)
					}
				}
				assert.False(t, errors.Is(w, oss403.KindClockSkew), entry)
				assert.Equal(t, len(tt.kinds) == 2, errors.Is(w, fs.ErrPermission) || entry == "" && len(tt.kinds) == 2, entry)
				assert.Equal(t, tt.other, errors.Is(w, other) || errors.Is(w, errUpload), entry)
				if entry == "" {
					continue
				}
				var e *oss403.Error
				var kind oss403.Kind
				var code oss403.Code
				require.ErrorAs(t, w, &e, entry)
				assert.Equal(t, tt.kinds[0], e.Kind, entry)
				require.ErrorAs(t, w, &kind, entry)
				assert.Equal(t, tt.kinds[0], kind, entry)
				require.ErrorAs(t, w, &code, entry)
				assert.True(t, errors.Is(w, e), "%s: the 403 itself", entry)
				var v oss.ServiceError
				var p *oss.ServiceError
				assert.True(t, errors.As(w, &v) || errors.As(w, &p), "%s: the SDK's error", entry)
				assert.Same(t, w, oss403.Wrap(w), entry)
				assert.Equal(t, w, oss403.Wrap(fmt.Errorf("%w", w)).(interface{ Unwrap() error }).Unwrap(), entry)
				assert.Equal(t, tt.text, w.Error(), entry)
				assert.Equal(t, errors.Unwrap(w), tt.err, "%s: the caller's error", entry)
				again, ok := oss403.ParseText(w.Error())
				require.True(t, ok, entry)
				assert.Contains(t, tt.kinds, again.Kind, entry)
			}
		})
	}
}

// retried collects errors as retry loops do: each around those before it.
func retried(errs ...error) (err error) {
	for i, e := range errs {
		e = fmt.Errorf("attempt %d: %w", i+1, e)
		if err == nil {
			err = e
			continue
		}
		err = errors.Join(e, err)
	}
	return err
}

// TestExplainedTrees: a tree in which each 403 is an *Error is returned as it is.
func TestExplainedTrees(t *testing.T) {
	first, second := oss403.Wrap(expired), oss403.Wrap(refused)
	for _, err := range []error{
		first, fmt.Errorf("x: %w", first), errors.Join(first, io.EOF, second), fmt.Errorf("%w: %w", first, second), aggregate{first}, errors.Join(oss403.Wrap(errors.Join(expired, refused))),
	} {
		assert.Equal(t, err, oss403.Wrap(err))
	}
	var got []*oss403.Error
	for e := range oss403.All(errors.Join(first, second, fmt.Errorf("again: %w", first))) {
		got = append(got, e)
	}
	assert.Len(t, got, 2)
	assert.Same(t, first, got[0])
}

// TestTreeShowsNoSecrets: neither in its text nor in what others print of it.
func TestTreeShowsNoSecrets(t *testing.T) {
	const sts, sig = "CAISzgJ1q6Ft5B2yfSjIr5fEKPDPrs1m5KoPlantedPlantedPlanted+/Token0==", "cGxhbnRlZHNpZ25hdHVyZTEyMzQ="
	leaky := serviceError("SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
		"<SignatureProvided>"+sig+"</SignatureProvided><StringToSign>GET\nx-oss-security-token:"+sts+"\n/b/k</StringToSign>")
	w := oss403.Wrap(fmt.Errorf("get https://b.oss-cn-hangzhou.aliyuncs.com/k?Signature=%s&security-token=%s: %w", sig, sts, errors.Join(errors.New("sent "+sig), leaky, errors.New("again "+sig))))
	var buf strings.Builder
	log := slog.New(slog.NewJSONHandler(&buf, nil))
	log.Error("x", "err", w, oss403.Attr(w))
	b, err := json.Marshal(w)
	require.NoError(t, err)
	for _, out := range []string{w.Error(), fmt.Sprintf("%v %+v %#v %s %q %x %d", w, w, w, w, w, w, w), buf.String(), string(b)} {
		assert.NotContains(t, out, sig)
		assert.NotContains(t, out, sts)
		assert.NotContains(t, out, "PlantedPlanted")
	}
	assert.Contains(t, string(b), `"kind":"SignatureMismatch"`)
	assert.Contains(t, w.Error(), "sent ****\noss403: ")

	const etag = "0123456789abcdef0123456789abcdef" // a secret for where it stands in one of them
	w = oss403.Wrap(errors.Join(errors.New("the ETag "+etag), expired, serviceError("SecurityTokenExpired", "The security token you provided has expired.", "<SecurityToken>"+etag+"</SecurityToken>")))
	assert.NotContains(t, w.Error(), etag)
}

func TestTreeFormat(t *testing.T) {
	w := oss403.Wrap(errors.Join(expired, io.EOF))
	text := w.Error()
	for format, want := range map[string]string{"%v": text, "%s": text, "%q": fmt.Sprintf("%q", text), "%.6s": "oss403", "%d": "%!d(" + text + ")"} {
		assert.Equal(t, want, fmt.Sprintf(format, w), format)
	}
	e, _ := oss403.From(w)
	assert.Equal(t, text+"\n"+fmt.Sprintf("%+v", e), fmt.Sprintf("%+v", w))
	both := fmt.Sprintf("%+v", oss403.Wrap(errors.Join(expired, serviceError("UserDisable", "UserDisable", ""))))
	assert.Contains(t, both, "\n\tkind: SecurityTokenExpired")
	assert.Contains(t, both, "\n\tkind: UserDisabled")
	assert.Equal(t, text, w.(slog.LogValuer).LogValue().String())
	var got struct {
		Error  string
		Errors []struct{ Kind string }
	}
	b, err := json.Marshal(w)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(b, &got))
	assert.Equal(t, text, got.Error)
	assert.Equal(t, "SecurityTokenExpired", got.Errors[0].Kind)
	assert.Len(t, got.Errors, 1)

	// What others look for by an interface.
	var status interface{ HTTPStatusCode() int }
	require.ErrorAs(t, w, &status)
	assert.Equal(t, 403, status.HTTPStatusCode())
	assert.False(t, w.(interface{ As(any) bool }).As(nil))
	assert.False(t, w.(interface{ As(any) bool }).As((*oss403.Kind)(nil)))
}

// Errors of programs that do not behave.
type (
	panics     struct{ in string }
	ring       struct{ next error }
	crowd      struct{ list []error }
	endless403 struct{}
	value      struct{}
)

func (p *panics) Error() string {
	if p.in == "Error" {
		panic("Error")
	}
	return "panics in " + p.in
}

func (p *panics) Unwrap() error {
	if p.in == "Unwrap" {
		panic("Unwrap")
	}
	return expired
}

func (r *ring) Error() string    { return "ring" }
func (r *ring) Unwrap() error    { return r.next }
func (c *crowd) Error() string   { return "crowd" }
func (c *crowd) Unwrap() []error { return c.list }
func (endless403) Error() string { return "no end" }
func (endless403) Unwrap() error { return &ring{endless403{}} }
func (value) Error() string      { return "value" }
func (v value) Unwrap() error    { return v }

func TestBadTrees(t *testing.T) {
	bite := &ring{}
	bite.next = &ring{&ring{bite}}
	long := error(bite)
	for range 1000 {
		long = &ring{long}
	}
	self := &crowd{}
	self.list = []error{self, nil, expired, self}
	dag := error(&crowd{[]error{expired}})
	for range 64 { // 2 to the 64 paths
		dag = &crowd{[]error{dag, dag}}
	}
	var nilCrowd *crowd
	var nilError *oss403.Error
	deep := error(expired)
	for range 100_000 {
		deep = &ring{deep}
	}
	tests := []struct {
		name string
		err  error
		n    int
	}{
		{"a chain that bites its tail", bite, 0},
		{"a long way to it", long, 0},
		{"a value in itself", value{}, 0},
		{"no end", endless403{}, 0},
		{"a Join in itself", self, 1},
		{"many ways to one", dag, 1},
		{"nil pointers", errors.Join(nilCrowd, nilError, &crowd{[]error{nil, nilCrowd, (*oss.ServiceError)(nil)}}, expired), 1},
		{"a tail beside it", errors.Join(bite, expired, bite), 1},
		{"Unwrap panics", errors.Join(&panics{"Unwrap"}, expired), 1},
		{"Error panics", fmt.Errorf("x: %w", &panics{"Error"}), 1},
		{"Error panics in a Join", &crowd{[]error{&panics{"Error"}, expired}}, 2},
		{"100,000 levels", deep, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			assert.Len(t, slices.Collect(oss403.All(tt.err)), tt.n)
			w := oss403.Wrap(tt.err)
			if tt.n == 0 {
				assert.Equal(t, tt.err, w)
			} else {
				assert.Contains(t, w.Error(), "kind=SecurityTokenExpired")
				assert.True(t, tt.err == errors.Unwrap(w), "the original error")
				_ = fmt.Sprintf("%+v", w)
				var e *oss403.Error
				assert.ErrorAs(t, w, &e)
			}
			t.Log(time.Since(start))
		})
	}
}

// TestMillion: a 403 behind a million errors is found, however they were joined: beside each other, or
// each around those before it.
func TestMillion(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("takes long")
	}
	const n = 1_000_000
	wide := make([]error, 0, n+1)
	for i := range n {
		wide = append(wide, errors.New(fmt.Sprint("e", i)))
	}
	nested := error(io.EOF)
	for i := range n / 10 {
		nested = &crowd{[]error{nested, wide[i]}}
	}
	for name, err := range map[string]error{
		"wide":   errors.Join(append(wide, expired)...),
		"nested": &crowd{[]error{nested, expired}},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		e, ok := oss403.From(err)
		require.True(t, ok, name)
		assert.Equal(t, oss403.KindSecurityTokenExpired, e.Kind)
		found := time.Since(start)
		w := oss403.Wrap(err)
		assert.True(t, err == errors.Unwrap(w), name)
		assert.True(t, w.(interface{ Is(error) bool }).Is(oss403.KindSecurityTokenExpired), name)
		assert.Contains(t, w.Error(), "oss403: ", name)
		runtime.ReadMemStats(&after)
		t.Logf("%s: From %v, all %v, %d MB", name, found, time.Since(start), (after.TotalAlloc-before.TotalAlloc)>>20)
	}
}

// TestTreeIsBounded: what a tree shows ends, and says that it does.
func TestTreeIsBounded(t *testing.T) {
	list := make([]error, 6000)
	for i := range list {
		list[i] = fmt.Errorf("part %d: %w", i, expired)
	}
	w := oss403.Wrap(errors.Join(list...))
	text := w.Error()
	assert.LessOrEqual(t, len(text), 1<<20+100)
	shown := strings.Count(text, "kind=SecurityTokenExpired")
	assert.True(t, strings.HasSuffix(text, fmt.Sprintf(")\n… and %d more", len(list)-shown)), text[len(text)-100:])
	assert.Greater(t, shown, 4000)
	n := 0
	for range oss403.All(w) {
		n++
	}
	assert.Equal(t, len(list), n, "none is lost")
}

// TestTreeConcurrent: a tree is read by any number of goroutines at once.
func TestTreeConcurrent(t *testing.T) {
	w := oss403.Wrap(errors.Join(fmt.Errorf("a: %w", expired), refused))
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			_ = fmt.Sprintf("%+v", w)
			for e := range oss403.All(w) {
				_ = e.Report(oss403.English)
			}
			assert.ErrorIs(t, w, oss403.KindSecurityTokenExpired)
		}()
	}
	wg.Wait()
}

// TestTreeReason: the reason of each 403 in a tree is a target, too.
func TestTreeReason(t *testing.T) {
	spaced := serviceError("InvalidAccessKeyId", "The OSS Access Key Id you provided does not exist in our records.", "<OSSAccessKeyId>LTAI5tExample ExampleKey1</OSSAccessKeyId>")
	w := oss403.Wrap(errors.Join(expired, spaced))
	assert.ErrorIs(t, w, oss403.ReasonKeyHasSpace)
	assert.NotErrorIs(t, w, oss403.ReasonKeyHasQuotes)
	assert.NotErrorIs(t, w, oss403.Reason(""))
	var reason oss403.Reason
	require.ErrorAs(t, w, &reason)
	assert.Equal(t, oss403.ReasonKeyHasSpace, reason, "the first 403 has none")
	assert.True(t, oss403.Is(w, oss403.ReasonKeyHasSpace))
}
