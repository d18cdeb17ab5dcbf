package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/oss403/oss403"
	"github.com/oss403/oss403/cmd/oss403site/explain"
	"github.com/oss403/oss403/cmd/oss403site/site"
)

// chromium is the browser's program. Without one these tests are skipped, unless OSS403_BROWSER says
// that they must not be; .ci/site installs one and says so.
func chromium(t *testing.T) string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("OSS403_BROWSER") != "" {
		t.Fatal("no chromium")
	}
	t.Skip("no chromium: .ci/site installs it and runs this test")
	return ""
}

var built = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "oss403site-test")
	if err != nil {
		return "", err
	}
	return dir, run(filepath.Join(dir, "site"))
})

func TestMain(m *testing.M) {
	status := m.Run()
	if dir, err := built(); err == nil {
		_ = os.RemoveAll(dir)
	}
	os.Exit(status)
}

// tab is a page of a browser that was opened for a test, with what it asks the network for.
type tab struct {
	*testing.T
	ctx context.Context

	mu       sync.Mutex
	requests []string
}

func open(t *testing.T) *tab {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium(t)), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 30*time.Second)
	t.Cleanup(cancel)
	b := &tab{T: t, ctx: ctx}
	err := chromedp.Listen(ctx, func(ev any) {
		if e, ok := ev.(*network.EventRequestWillBeSent); ok && !strings.HasPrefix(e.Request.URL, "data:") {
			b.mu.Lock()
			b.requests = append(b.requests, e.Request.Method+" "+e.Request.URL)
			b.mu.Unlock()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	call(b, network.Enable, network.EnableParams{})
	b.media("prefers-color-scheme", "light")
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		if _, err := chromedp.CallBrowser(b.ctx, browser.SetPermission, browser.SetPermissionParams{Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted}); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// call runs a command of the browser's protocol.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) R {
	b.Helper()
	r, err := chromedp.Call(b.ctx, command, params)
	if err != nil {
		b.Fatal(err)
	}
	return r
}

// asked returns the requests since it was last called.
func (b *tab) asked() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	list := b.requests
	b.requests = nil
	return list
}

// media sets what the page is told of its reader. Nothing glides: a click would miss what moves.
func (b *tab) media(name, value string) {
	b.Helper()
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: name, Value: value}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
}

// value is that of a JavaScript expression, of a promise what it becomes.
func value[T any](b *tab, expression string) T {
	b.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatal(err)
	}
	return v
}

// static is the site as a host of files serves it, in a directory of it.
func static(t *testing.T) (address, dir string) {
	chromium(t)
	dir, err := built()
	if err != nil {
		t.Fatal(err)
	}
	dir = filepath.Join(dir, "site")
	server := httptest.NewServer(http.StripPrefix("/somewhere", http.FileServer(http.Dir(dir))))
	t.Cleanup(server.Close)
	return server.URL + "/somewhere/", dir
}

func home(lang oss403.Lang) string {
	if lang == oss403.Chinese {
		return "zh/index.html"
	}
	return "index.html"
}

// TestSearch: what is typed, in either language, finds its page; the first result is opened by Enter.
func TestSearch(t *testing.T) {
	address, _ := static(t)
	b := open(t)
	for _, test := range []struct {
		lang        oss403.Lang
		query, want string
	}{
		{oss403.English, "EndpointMismatch", "kind/EndpointMismatch.html"},
		{oss403.English, "endpoint mismatch", "kind/EndpointMismatch.html"},
		{oss403.English, "0003-00001403", "ec/0003-00001403.html"},
		{oss403.English, "SignatureDoesNotMatch", "code/SignatureDoesNotMatch.html"},
		{oss403.English, "You have no right to access this object because of bucket acl.", "kind/BucketACLDenied.html"},
		{oss403.English, "token expired", "kind/SecurityTokenExpired.html"},
		{oss403.English, "EndpiontMismatch", "kind/EndpointMismatch.html"},
		{oss403.English, "PlusAsSpace", "kind/SignatureMismatch.html#PlusAsSpace"},
		{oss403.English, "解冻", "kind/ObjectNotRestored.html"},
		{oss403.Chinese, "accesskey disabled", "kind/AccessKeyDisabled.html"},
		{oss403.Chinese, "防盗链", "kind/Referer"},
		{oss403.Chinese, "临时访问凭证过期", "kind/SecurityTokenExpired.html"},
		{oss403.Chinese, "0002-00000902", "ec/0002-00000902.html"},
	} {
		b.do(chromedp.Navigate(address+home(test.lang)), chromedp.SendKeys("#query", test.query), chromedp.WaitVisible("#results a"))
		first := value[string](b, `document.querySelector("#results a").getAttribute("href")`)
		if !strings.HasPrefix(first, test.want) {
			t.Errorf("%s: %s, want %s", test.query, first, test.want)
			continue
		}
		b.do(chromedp.SendKeys("#query", kb.Enter), chromedp.WaitVisible("article h1"))
		if at := value[string](b, `location.href`); !strings.Contains(at, strings.TrimSuffix(test.want, ".html")) || strings.Contains(at, "#") && !value[bool](b, `document.querySelector("details:target").open`) {
			t.Errorf("%s: Enter led to %s", test.query, at)
		}
	}
	b.do(chromedp.Navigate(address+"index.html"), chromedp.SendKeys("#query", "zzqqxx nothing"), chromedp.WaitVisible("#results .none"))
}

// TestKeyboard: all of it without a mouse.
func TestKeyboard(t *testing.T) {
	address, _ := static(t)
	b := open(t)
	b.do(chromedp.Navigate(address+"index.html"), chromedp.WaitReady("#query"), chromedp.KeyEvent("/"))
	if id := value[string](b, `document.activeElement.id`); id != "query" {
		t.Fatalf("/ led to %q", id)
	}
	value[string](b, `document.activeElement.value = ""`) // the driver types what a browser does not
	b.do(chromedp.KeyEvent("signature"), chromedp.WaitVisible("#results a"), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowUp))
	if !value[bool](b, `document.activeElement === document.querySelector("#results a")`) {
		t.Error("the arrows do not lead to the first result")
	}
	b.do(chromedp.KeyEvent(kb.Escape))
	if !value[bool](b, `document.activeElement.id === "query" && document.activeElement.value === "" && document.getElementById("results").hidden`) {
		t.Error("Escape does not end the search")
	}
	b.fill(texts[0].text)
	b.do(chromedp.Focus("#text"), chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(kb.ModifierCtrl)), chromedp.WaitVisible("#answer h2"))
}

// texts are pasted as people have them.
var texts = []struct {
	kind oss403.Kind // "" where nothing is to be explained
	text string
}{
	{oss403.KindEndpointMismatch, "oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage=\"The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.\", RequestId=684B00C0FFEE00C0FFEE0001, Ec=0003-00001403"},
	{oss403.KindRAMPolicyExplicitDeny, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <Code>AccessDenied</Code>\n  <Message>Access denied by bucket policy.</Message>\n  <RequestId>65AF5037A1B2C3D4E5F60002</RequestId>\n  <HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId>\n  <EC>0003-00000201</EC>\n  <AccessDeniedDetail>\n    <PolicyType>AccountLevelIdentityBasedPolicy</PolicyType>\n    <NoPermissionType>ExplicitDeny</NoPermissionType>\n    <AuthAction>oss:PutObject</AuthAction>\n  </AccessDeniedDetail>\n</Error>\n"},
	{oss403.KindBucketACLDenied, "HTTP/1.1 403 Forbidden\r\nServer: AliyunOSS\r\nContent-Type: application/xml\r\nx-oss-request-id: 65AF5037A1B2C3D4E5F60003\r\n\r\n<Error><Code>AccessDenied</Code><Message>You have no right to access this object because of bucket acl.</Message><RequestId>65AF5037A1B2C3D4E5F60003</RequestId><HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId><EC>0003-00000001</EC></Error>"},
	{oss403.KindClockSkew, `2026-03-05 10:11:02 ERROR upload failed: <Error><Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message><RequestId>522A79E53688A090FC607A1C</RequestId><HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId><MaxAllowedSkewMilliseconds>900000</MaxAllowedSkewMilliseconds><RequestTime>2026-03-05T18:11:02.000Z</RequestTime><ServerTime>2026-03-05T10:11:02.000Z</ServerTime><EC>0002-00000504</EC></Error>`},
	{oss403.KindAccessKeyNotFound, `oss: service returned error: StatusCode=403, ErrorCode=InvalidAccessKeyId, ErrorMessage="The OSS Access Key Id you provided does not exist in our records.", RequestId=4E362AD9818E5124433BA071, Ec=0002-00000902`},
	{oss403.KindSecurityTokenExpired, "operation error GetObject: Error returned by Service.\nHttp Status Code: 403.\nError Code: SecurityTokenExpired.\nRequest Id: 684B00C0FFEE00C0FFEE0002.\nMessage: The security token you provided has expired..\nEC: 0002-00000069.\nTimestamp: 2026-03-05 10:11:02.\nRequest Endpoint: GET https://examplebucket.oss-cn-hangzhou.aliyuncs.com/key?x-oss-security-token=CAISverysecrettokenvalue0123456789abcdefABCDEF&x-oss-signature=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef."},
	{oss403.KindRAMPolicyImplicitDeny, "<Error><Code>AccessDenied</Code><Message>You have no right to access this object because of bucket acl.</Message><RequestId>65AF5037A1B2C3D4E5F60006</RequestId><HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId><EC>0003-00000001</EC><AccessDeniedDetail><PolicyType>AccountLevelIdentityBasedPolicy</PolicyType><AuthAction>oss:PutObject</AuthAction><NoPermissionType>ImplicitDeny</NoPermissionType><AuthPrincipalType>SubUser</AuthPrincipalType><AuthPrincipalOwnerId>1000000000000001</AuthPrincipalOwnerId><AuthPrincipalDisplayName>208000000000000001</AuthPrincipalDisplayName></AccessDeniedDetail></Error>"},
	{oss403.KindObjectNotRestored, `{"level":"error","msg":"oss: service returned error: StatusCode=403, ErrorCode=InvalidObjectState, ErrorMessage=\"The operation is not valid for the object's state.\", RequestId=684B00C0FFEE00C0FFEE0003, Ec=0016-00000705"}`},
	{oss403.KindUserDisabled, `上传失败：oss: service returned error: StatusCode=403, ErrorCode=UserDisable, ErrorMessage="UserDisable", RequestId=684B00C0FFEE00C0FFEE0004`},
	{"", "HTTP/1.1 404 Not Found\r\nServer: AliyunOSS\r\nx-oss-request-id: 684B00C0FFEE00C0FFEE0005\r\n\r\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>"},
	{"", "<script>document.title = 'broken'</script> & nothing of OSS \U0001F600"},
}

// TestPaste: the box says what the library says, asks for the library once, and then for nothing.
func TestPaste(t *testing.T) {
	address, _ := static(t)
	for _, lang := range []oss403.Lang{oss403.English, oss403.Chinese} {
		b := open(t)
		b.do(chromedp.Navigate(address+home(lang)), chromedp.WaitReady("#text"))
		for _, request := range b.asked() {
			if strings.Contains(request, "library.js") {
				t.Error("the library is loaded before it is used")
			}
		}
		for i, test := range texts {
			want := explain.Text(test.text, lang)
			if want.Kind != string(test.kind) {
				t.Errorf("text %d is %s, want %s", i, want.Kind, test.kind)
			}
			b.paste(test.text)
			got := value[string](b, `document.getElementById("answer").innerText`)
			lines := append([]string{want.Why, want.Hint, want.Report, want.Line}, want.Lead...)
			for _, s := range want.Sections {
				for _, e := range s.Entries {
					lines = append(append(lines, s.Heading, e.Name, e.Text, e.Detail), e.Commands...)
				}
				lines = append(lines, s.Code)
			}
			for _, line := range lines {
				if !strings.Contains(squeeze(got), squeeze(line)) {
					t.Errorf("text %d, %s: no %q in\n%s", i, lang, line, got)
				}
			}
			if strings.Contains(got, "CAISverysecret") {
				t.Errorf("text %d: a secret is shown", i)
			}
			if want.Markdown != "" {
				b.do(chromedp.Click("#answer button"))
				time.Sleep(50 * time.Millisecond)
				copied := value[string](b, `navigator.clipboard.readText()`)
				if copied != strings.ReplaceAll(want.Markdown, "\r", "") { // a textarea has line feeds only
					t.Errorf("text %d: copied %q, want %q", i, copied, want.Markdown)
				}
			}
			for _, request := range b.asked() {
				if i > 0 || request != "GET "+address+"assets/library.js" && request != "GET "+address+"assets/wasm_exec.js" {
					t.Errorf("text %d, %s: explaining asked for %s", i, lang, request)
				}
			}
		}
		if title := value[string](b, `document.title`); title == "broken" {
			t.Error("a text was executed")
		}
		// The policy holds, whatever a script might want.
		for _, target := range []string{address, "https://www.example.com/"} {
			outcome := value[string](b, fmt.Sprintf(`fetch(%q).then(() => "connected", () => "refused")`, target))
			if outcome != "refused" {
				t.Errorf("%s could be fetched", target)
			}
		}
		if value[bool](b, `navigator.sendBeacon("https://www.example.com/", "text")`) && len(b.asked()) > 0 {
			t.Error("a beacon was sent")
		}
	}
}

// paste puts a text into the box and waits for what is said of it.
func (b *tab) paste(text string) {
	b.Helper()
	b.fill(text)
	b.do(chromedp.Click("#explain"), chromedp.WaitVisible("#answer .card"))
}

// fill puts a text into the box, and takes away what was said of another.
func (b *tab) fill(text string) {
	b.Helper()
	quoted, err := json.Marshal(text)
	if err != nil {
		b.Fatal(err)
	}
	value[bool](b, `document.getElementById("text").value = `+string(quoted)+`, document.getElementById("answer").hidden = true`)
}

// squeeze takes out what the layout of a page decides.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// TestDisk: the page works from a disk.
func TestDisk(t *testing.T) {
	_, dir := static(t)
	b := open(t)
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, "zh", "index.html"))}
	b.do(chromedp.Navigate(u.String()), chromedp.WaitReady("#text"))
	b.paste(texts[0].text)
	if kind := value[string](b, `document.querySelector("#answer h2").innerText`); kind != string(texts[0].kind) {
		t.Errorf("%q", kind)
	}
	b.do(chromedp.SendKeys("#query", "签名"), chromedp.WaitVisible("#results a"), chromedp.SendKeys("#query", kb.Enter), chromedp.WaitVisible("article h1"))
}

// TestServer: where a server explains, the box asks it once and nobody else.
func TestServer(t *testing.T) {
	chromium(t)
	h, err := site.Handler()
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	b := open(t)
	for _, lang := range []oss403.Lang{oss403.English, oss403.Chinese} {
		b.do(chromedp.Navigate(server.URL+"/"+home(lang)), chromedp.WaitReady("#text"))
		for i, test := range texts {
			b.asked()
			b.paste(test.text)
			want := explain.Text(test.text, lang)
			got := value[string](b, `document.getElementById("answer").innerText`)
			if !strings.Contains(squeeze(got), squeeze(strings.Join(want.Lead, "")+want.Why)) {
				t.Errorf("text %d: %s", i, got)
			}
			if asked := b.asked(); len(asked) != 1 || asked[0] != "POST "+server.URL+"/explain?lang="+string(lang) {
				t.Errorf("text %d: asked for %v", i, asked)
			}
		}
	}
}

// TestLayout: nothing is wider than a phone, in either language; dark where the reader's system is.
// With OSS403_SCREENSHOTS=DIR it leaves pictures there.
func TestLayout(t *testing.T) {
	address, _ := static(t)
	pages := []string{"index.html", "kind/SignatureMismatch.html", "kind/BucketACLDenied.html", "ec/0003-00001403.html", "ec/index.html", "code/AccessDenied.html"}
	for _, lang := range []string{"", "zh/"} {
		for _, width := range []int64{360, 1280} {
			for _, scheme := range []string{"light", "dark"} {
				t.Run(fmt.Sprintf("%s%d/%s", lang, width, scheme), func(t *testing.T) {
					b := open(t)
					b.media("prefers-color-scheme", scheme)
					b.do(chromedp.EmulateViewport(width, 1000))
					for _, name := range pages {
						b.do(chromedp.Navigate(address+lang+name), chromedp.WaitReady("footer"))
						b.look(lang+name, width, scheme)
					}
					b.do(chromedp.Navigate(address+lang+"index.html"), chromedp.SendKeys("#query", "signature"), chromedp.WaitVisible("#results a"))
					b.look(lang+"search", width, scheme)
					b.do(chromedp.SendKeys("#query", kb.Escape))
					b.paste(texts[1].text)
					b.look(lang+"answer", width, scheme)
					b.paste(texts[6].text)
					b.look(lang+"policy", width, scheme)
					b.paste(texts[10].text)
					b.look(lang+"none", width, scheme)
				})
			}
		}
	}
}

// look checks what a reader sees, and takes a picture of it.
func (b *tab) look(name string, width int64, scheme string) {
	b.Helper()
	if w := value[int64](b, `document.documentElement.scrollWidth`); w > width {
		b.Errorf("%s is %d wide on a screen of %d", name, w, width)
	}
	dark := value[bool](b, `getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number)[0] < 128`)
	if dark != (scheme == "dark") {
		b.Errorf("%s: dark is %t with %s", name, dark, scheme)
	}
	dir := os.Getenv("OSS403_SCREENSHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.Fatal(err)
	}
	name = fmt.Sprintf("%s-%d-%s.png", strings.NewReplacer("/", "-", ".html", "").Replace(name), width, scheme)
	if err := os.WriteFile(filepath.Join(dir, name), png, 0o666); err != nil {
		b.Fatal(err)
	}
}
