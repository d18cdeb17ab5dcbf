package oss403test_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/oss403test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// times sends the same request n times and says which of them a rule answered.
func times(t *testing.T, rt http.RoundTripper, n int) string {
	t.Helper()
	var b strings.Builder
	for range n {
		switch send(t, rt, "GET", "http://127.0.0.1:9/b/k") {
		case "":
			b.WriteByte('-')
		case oss403.KindUserDisabled:
			b.WriteByte('U')
		case oss403.KindAccountOverdue:
			b.WriteByte('A')
		}
	}
	return b.String()
}

func TestRates(t *testing.T) {
	user := func() *oss403test.Rule { return oss403test.Answer(oss403.KindUserDisabled) }
	overdue := func() *oss403test.Rule { return oss403test.Answer(oss403.KindAccountOverdue) }
	tests := []struct {
		name  string
		rules []*oss403test.Rule
		want  string
	}{
		{"every third", []*oss403test.Rule{user().Every(3)}, "--U--U--"},
		{"every third, twice", []*oss403test.Rule{user().Every(3).Times(1)}, "--U-----"},
		{"all", []*oss403test.Rule{user().Share(1, 1)}, "UUUUUUUU"},
		{"none", []*oss403test.Rule{user().Share(0, 1)}, "--------"},
		{"sequence", []*oss403test.Rule{oss403test.Sequence(user(), oss403test.Pass(), overdue())}, "U-A-----"},
		{"sequence with times", []*oss403test.Rule{oss403test.Sequence(user().Times(2), oss403test.Pass(), overdue().Times(2))}, "UU-AA---"},
		{"sequence in front", []*oss403test.Rule{oss403test.Sequence(user(), oss403test.Pass()), overdue()}, "U-AAAAAA"},
		{"sequence, every second", []*oss403test.Rule{oss403test.Sequence(user(), overdue()).Every(2)}, "-U-A----"},
		{"pass in front", []*oss403test.Rule{oss403test.Pass().Nth(2), user()}, "U-UUUUUU"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, times(t, oss403test.Transport(&noContent{}, tt.rules...), 8))
		})
	}
	share := func(seed uint64) string {
		return times(t, oss403test.Transport(&noContent{}, user().Share(0.3, seed)), 200)
	}
	assert.Equal(t, share(1), share(1))
	assert.NotEqual(t, share(1), share(2))
	assert.InDelta(t, 60, strings.Count(share(1), "U"), 25)
	assert.Panics(t, func() { user().Share(1.5, 0) })
	assert.Panics(t, func() { user().Every(0) })
	assert.Panics(t, func() { user().BreakOff(-1) })
	assert.Panics(t, func() { oss403test.Sequence() })
	assert.PanicsWithValue(t, "oss403test: step 2 of a Sequence has conditions, which are the Sequence's to have",
		func() { oss403test.Sequence(user(), user().Method("GET")) })
}

func TestUnfinishedSequenceFails(t *testing.T) {
	steps := func() *oss403test.Rule {
		return oss403test.Sequence(oss403test.Answer(oss403.KindUserDisabled), oss403test.Pass().Times(2), oss403test.Answer(oss403.KindKMSForbidden).Times(3)).Method("GET")
	}
	for n, want := range []string{
		"rule 1 was never hit: Sequence of 3 steps, method GET (0 requests, 0 of them met its conditions)",
		"rule 1 came to step 1 of 3 only: Sequence of 3 steps, method GET (1 request, 1 of them met its conditions)",
		"rule 1 came to step 2 of 3 only: Sequence of 3 steps, method GET (2 requests, 2 of them met its conditions)",
		"rule 1 came to step 2 of 3 only: Sequence of 3 steps, method GET (3 requests, 3 of them met its conditions)",
		"", // of the last one request is enough, as with Times
	} {
		rec := &recorder{}
		srv := oss403test.NewServer(rec, steps())
		for range n {
			resp, err := http.Get(srv.URL + "/photos/a")
			require.NoError(t, err)
			require.NoError(t, resp.Body.Close())
		}
		rec.end()
		if want == "" {
			assert.Empty(t, rec.errors)
		} else {
			assert.Equal(t, []string{"oss403test: " + want}, rec.errors)
		}
	}
}

// A token that expires while the program runs: by the clock and by the AccessKey ID.
func TestConditionsOnClockAndKey(t *testing.T) {
	c := newClock()
	end := c.now().Add(time.Hour)
	srv := oss403test.NewServer(t, oss403test.Now(c.now),
		oss403test.Answer(oss403.KindSecurityTokenExpired).AccessKey(goodID).After(end),
		oss403test.Answer(oss403.KindUserDisabled).AccessKey("").Before(end),
		oss403test.Answer(oss403.KindKMSForbidden).Operation("GetObjectAcl"))
	b := bucketAt(t, srv.URL)
	other := sdk(t, srv, srv.URL, "LTAI5tExampleExampleKey9", "x")
	require.NoError(t, b.PutObject("a", strings.NewReader("x")))
	resp, err := http.Get(srv.URL + "/photos/a")
	require.NoError(t, err)
	defer resp.Body.Close()
	assert.Equal(t, 403, resp.StatusCode)
	assert.Equal(t, c.now().UTC().Format(http.TimeFormat), resp.Header.Get("Date"))
	_, err = b.GetObjectACL("a")
	oss403test.AssertKind(t, err, oss403.KindKMSForbidden)
	c.forward(time.Hour)
	oss403test.AssertKind(t, b.PutObject("a", strings.NewReader("x")), oss403.KindSecurityTokenExpired)
	require.NoError(t, other.PutObject("a", strings.NewReader("x")))
}

func TestDelayBreakOffAndPage(t *testing.T) {
	srv := oss403test.NewServer(t,
		oss403test.Pass().Method("GET").Key("cut").BreakOff(3),
		oss403test.Answer(oss403.KindAccountOverdue).Key("cut403").BreakOff(40),
		oss403test.Page(502, "<html>Bad Gateway</html>").Key("page"),
		oss403test.Answer(oss403.KindUserDisabled).Key("slow").Delay(30*time.Millisecond),
		oss403test.Answer(oss403.KindUserDisabled).Key("forever").Delay(time.Hour))
	b := bucketAt(t, srv.URL)
	require.NoError(t, b.PutObject("cut", strings.NewReader("hello")))
	get := func(client *http.Client, key string) (*http.Response, string, error) {
		resp, err := client.Get(srv.URL + "/photos/" + key)
		require.NoError(t, err)
		data, err := io.ReadAll(resp.Body)
		require.NoError(t, resp.Body.Close())
		return resp, string(data), err
	}
	_, body, err := get(http.DefaultClient, "cut")
	assert.ErrorIs(t, err, io.ErrUnexpectedEOF)
	assert.Equal(t, "hel", body)
	resp, body, err := get(http.DefaultClient, "cut403")
	assert.ErrorIs(t, err, io.ErrUnexpectedEOF)
	assert.Len(t, body, 40)
	assert.Equal(t, 403, resp.StatusCode)
	resp, body, err = get(http.DefaultClient, "page")
	require.NoError(t, err)
	assert.Equal(t, 502, resp.StatusCode)
	assert.Equal(t, "<html>Bad Gateway</html>", body)
	assert.Empty(t, resp.Header.Get("X-Oss-Request-Id"))
	begin := time.Now()
	_, _, err = get(http.DefaultClient, "slow")
	require.NoError(t, err)
	assert.GreaterOrEqual(t, time.Since(begin), 30*time.Millisecond)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, "GET", srv.URL+"/photos/forever", nil)
	require.NoError(t, err)
	_, err = http.DefaultClient.Do(req)
	assert.ErrorIs(t, err, context.DeadlineExceeded)

	ctx, cancel = context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	req, err = http.NewRequestWithContext(ctx, "PUT", srv.URL+"/photos/forever", strings.NewReader(strings.Repeat("x", 1<<20)))
	require.NoError(t, err)
	_, err = http.DefaultClient.Do(req)
	assert.ErrorIs(t, err, context.DeadlineExceeded, "with a body, too; the server's end must not wait for it")
	require.NoError(t, bucketAt(t, oss403test.NewServer(t, oss403test.Pass().Delay(time.Millisecond)).URL).PutObject("a", strings.NewReader("x")))

	// The same in a transport.
	client := &http.Client{Transport: oss403test.Transport(nil, oss403test.Pass().Key("cut2").BreakOff(2), oss403test.Pass().Key("whole").BreakOff(5), oss403test.Answer(oss403.KindUserDisabled).Key("forever").Delay(time.Hour))}
	require.NoError(t, b.PutObject("cut2", strings.NewReader("hello")))
	require.NoError(t, b.PutObject("whole", strings.NewReader("hello")))
	_, body, err = get(client, "cut2")
	assert.ErrorIs(t, err, io.ErrUnexpectedEOF)
	assert.Equal(t, "he", body)
	_, body, err = get(client, "whole")
	require.NoError(t, err)
	assert.Equal(t, "hello", body)
	_, err = client.Do(req)
	assert.ErrorIs(t, err, context.DeadlineExceeded)
}

func TestUnknownKinds(t *testing.T) {
	const want = `oss403test: there is no kind "AccountOverDue"; did you mean AccountOverdue?`
	for name, f := range map[string]func(){
		"ServiceError": func() { oss403test.ServiceError("AccountOverDue") },
		"Error":        func() { oss403test.Error("AccountOverDue") },
		"Body":         func() { oss403test.Body("AccountOverDue") },
		"Response":     func() { oss403test.Response(nil, "AccountOverDue") },
		"Answer":       func() { oss403test.Answer("AccountOverDue") },
	} {
		assert.PanicsWithValue(t, want, f, name)
	}
	assert.PanicsWithValue(t, `oss403test: there is no kind "Nonsense"`, func() { oss403test.Error("Nonsense") })
	assert.PanicsWithValue(t, `oss403test: there is no kind "KindAccountOverdue"; did you mean AccountOverdue?`, func() { oss403test.Error("KindAccountOverdue") })
}

func TestMiddlewareAndServe(t *testing.T) {
	order := ""
	front := func(name string) oss403test.ServerOption {
		return oss403test.Middleware(func(next http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				order += name
				next.ServeHTTP(w, r)
			})
		})
	}
	srv := oss403test.NewServer(t, front("a"), front("b"))
	require.NoError(t, bucketAt(t, srv.URL).PutObject("a", strings.NewReader("x")))
	assert.Equal(t, "ab", order)

	ctx, cancel := context.WithCancel(context.Background())
	l := loopback(t)
	done := make(chan error)
	go func() { done <- oss403test.Serve(ctx, l, oss403test.Answer(oss403.KindUserDisabled).Method("GET")) }()
	b := bucketAt(t, "http://"+l.Addr().String())
	require.NoError(t, b.PutObject("a", strings.NewReader("x")))
	_, err := b.GetObject("a")
	oss403test.AssertKind(t, err, oss403.KindUserDisabled)
	cancel()
	require.NoError(t, <-done)
	assert.Error(t, b.PutObject("a", strings.NewReader("x")))
	l = loopback(t)
	require.NoError(t, l.Close())
	err = oss403test.Serve(context.Background(), l)
	assert.Error(t, err)
	assert.False(t, errors.Is(err, http.ErrServerClosed))
}

func TestDomainAndBucketAt(t *testing.T) {
	srv := judging(t, oss403test.Domain("files.example.com", "photos"))
	b := sdk(t, srv, "http://files.example.com", goodID, goodSecret, cname)
	require.NoError(t, b.PutObject("a", strings.NewReader("x")))
	assert.Equal(t, "x", content(t, sdk(t, srv, hangzhou, goodID, goodSecret), "a"))
	assert.Panics(t, func() { oss403test.NewServer(t, oss403test.BucketAt("b", "example.com")) })
}
