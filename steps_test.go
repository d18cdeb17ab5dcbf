package oss403_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/oss403/oss403"
)

// TestTextStepsOnce: no report gives the same advice twice, neither in two steps nor as a step beside
// "Retry". Two steps that begin alike name the same setting, and are one.
func TestTextStepsOnce(t *testing.T) {
	check := func(name string, steps []string) {
		for i, s := range steps {
			head := string([]rune(s)[:min(len([]rune(s)), 40)])
			if slices.ContainsFunc(steps[:i], func(o string) bool { return strings.HasPrefix(o, head) }) {
				t.Errorf("%s: begins as another step: %s", name, s)
			}
			if strings.HasPrefix(s, "Then retry") || strings.HasPrefix(s, "然后重试") {
				t.Errorf("%s: %s", name, s)
			}
		}
	}
	for _, lang := range []oss403.Lang{oss403.English, oss403.Chinese} {
		for k := range oss403.Kinds() {
			check(string(k), k.Explain(lang).Remedy.Steps)
			for r := range oss403.Reasons() {
				if slices.Contains(r.Kinds(), k) {
					check(string(k)+" "+string(r), (&oss403.Error{Kind: k, Reason: r}).Explain(lang).Remedy.Steps)
				}
			}
		}
		for name, e := range readErrors(t) {
			check(name, e.Explain(lang).Remedy.Steps)
		}
	}
}

// TestStepsOfTheEvidence: no step is shown whose condition the answer or the request excludes.
func TestStepsOfTheEvidence(t *testing.T) {
	for _, path := range casePaths(t) {
		_, files := readCase(t, path)
		e, _ := decode(t, files)
		inHeader := false
		if r := find(files, "request"); r != nil {
			head, _, _ := strings.Cut(*r, "\n\n")
			inHeader = strings.Contains(head, "\nAuthorization: ")
		}
		for lang, advice := range map[oss403.Lang]struct{ url, check, plainHTTP string }{
			oss403.English: {"With a signed URL,", "(*Signature).Check", "plain http"},
			oss403.Chinese: {"使用预签名 URL", "(*Signature).Check", "通过 http 发送"},
		} {
			steps := e.Explain(lang).Remedy.Steps
			has := func(what string) bool {
				return slices.ContainsFunc(steps, func(s string) bool { return strings.Contains(s, what) })
			}
			if inHeader && has(advice.url) {
				t.Errorf("%s: a signed URL, and the request is signed in its header: %q", path, steps)
			}
			if (e.Signature == nil || e.Signature.StringToSign == "") && has(advice.check) {
				t.Errorf("%s: Check, and the answer has no StringToSign: %q", path, steps)
			}
			if r := find(files, "request"); (r == nil || !strings.Contains(*r, " http://")) && has(advice.plainHTTP) {
				t.Errorf("%s: plain http, which it was not: %q", path, steps)
			}
			if !strings.Contains(strings.ToLower(e.Message), "list") && !strings.Contains(e.Message, "oss:") && e.Kind == oss403.KindActionForbidden && has("ListBuckets") {
				t.Errorf("%s: ListBuckets, and another action was refused: %q", path, steps)
			}
		}
	}
}

// TestStepsOfTheEcho: what OSS signed tells as well whether the signature stood in a URL.
func TestStepsOfTheEcho(t *testing.T) {
	for line, want := range map[string]bool{"1772704263": true, "Thu, 05 Mar 2026 09:51:03 GMT": false} {
		e, ok := oss403.Parse(403, nil, []byte("<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message><RequestId>"+requestID+
			"</RequestId><StringToSign>GET\n\n\n"+line+"\n/examplebucket/k</StringToSign><EC>0002-00000040</EC></Error>"))
		if got := strings.Contains(e.Report(oss403.English), "With a signed URL,"); !ok || got != want {
			t.Errorf("%s: %v\n%s", line, got, e.Report(oss403.English))
		}
	}
}

// TestStepsPlainHTTP: where a policy may ask for https, a request by plain http is told so, and gets no policy:
// whether a grant helps is not known.
func TestStepsPlainHTTP(t *testing.T) {
	request := file{"request", "GET http://examplebucket.oss-cn-hangzhou.aliyuncs.com/notes.txt\nAuthorization: OSS LTAI5tExampleExampleKey1:b2theXNpZ25hdHVyZW9mbW9yZXRoYW4="}
	n := 0
	for _, path := range casePaths(t) {
		_, files := readCase(t, path)
		if find(files, "request") != nil {
			continue
		}
		e, _ := decode(t, append(files, request))
		switch e.Kind {
		case oss403.KindRAMPolicyImplicitDeny, oss403.KindRAMPolicyExplicitDeny, oss403.KindBucketPolicyDenied, oss403.KindBucketAndRAMPolicyDeny, oss403.KindControlPolicyDenied,
			oss403.KindSessionPolicyDenied, oss403.KindBucketACLDenied, oss403.KindBucketNotOwned, oss403.KindObjectReadDenied, oss403.KindObjectWriteDenied, oss403.KindAccessDeniedUnspecified:
		default:
			continue
		}
		if e.Reason == oss403.ReasonCDNOrigin || e.Reason == oss403.ReasonBucketFromPath || e.Reason == oss403.ReasonHostRewritten {
			continue // which the request does not come of
		}
		n++
		for lang, words := range map[oss403.Lang]string{oss403.English: "plain http", oss403.Chinese: "通过 http 发送"} {
			remedy := e.Explain(lang).Remedy
			if !slices.ContainsFunc(remedy.Steps, func(s string) bool { return strings.Contains(s, words) }) || remedy.Policy != "" {
				t.Errorf("%s %s: %q, policy %q", path, e.Reason, remedy.Steps, remedy.Policy)
			}
		}
	}
	if n < 11 {
		t.Errorf("%d cases", n)
	}
}
