package oss403_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
)

// fill puts something into the part of a template that varies.
var fill = strings.NewReplacer(
	"{condition}", `["starts-with", "$key", "user/eric/"]`,
	"{action}", "oss:PutBucket",
	"{reason}", "require login",
)

// TestEveryPair sends each pair of the catalog in every spelling that OSS and its pages use,
// without an EC, through Classify and through an SDK error.
func TestEveryPair(t *testing.T) {
	spellings := map[string]func(string) string{
		"as it is":        func(s string) string { return s },
		"upper case":      strings.ToUpper,
		"lower case":      strings.ToLower,
		"full stop":       func(s string) string { return strings.TrimRight(s, ".") + "." },
		"no full stop":    func(s string) string { return strings.TrimRight(s, ".") },
		"two full stops":  func(s string) string { return strings.TrimRight(s, ".") + ".." },
		"Chinese stop":    func(s string) string { return strings.TrimRight(s, ".") + "。" },
		"over lines":      func(s string) string { return "\n" + strings.ReplaceAll(s, " ", "\r\n\t ") + "\n" },
		"curly quotes":    func(s string) string { return strings.NewReplacer("'", "’", `"`, "”").Replace(s) },
		"other quotes":    func(s string) string { return strings.NewReplacer("'", "`", `"`, "“").Replace(s) },
		"no-break spaces": func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
	}
	for entry := range oss403.Catalog() {
		if entry.Message == "" {
			continue
		}
		want := oss403.BasisMessage
		if entry.Template {
			want = oss403.BasisTemplate
		}
		for name, spell := range spellings {
			for _, code := range []string{string(entry.Code), strings.ToLower(string(entry.Code)), strings.ToUpper(string(entry.Code))} {
				message := spell(fill.Replace(entry.Message))
				if kind, basis := oss403.Classify(oss403.Code(code), message, ""); kind != entry.Kind || basis != want {
					t.Errorf("%s: Classify(%s, %q) = %s, %s; want %s, %s", name, code, message, kind, basis, entry.Kind, want)
				}
				e, ok := oss403.From(oss.ServiceError{StatusCode: 403, Code: code, Message: message})
				if !ok || e.Kind != entry.Kind || e.Basis != want || e.Code != entry.Code {
					t.Errorf("%s: From(%s, %q) = %v, %v; want %s, %s", name, code, message, e, ok, entry.Kind, want)
				}
			}
		}
	}
}

// TestEveryEC sends each EC that decides with its code and a message nobody knows.
func TestEveryEC(t *testing.T) {
	for entry := range oss403.Catalog() {
		if entry.Message != "" || len(entry.EC) != 1 {
			continue
		}
		codes := []oss403.Code{entry.Code, ""}
		if entry.Code == "" {
			codes = append(codes, oss403.CodeAccessDenied, "AnyOther")
		}
		for _, code := range codes {
			kind, basis := oss403.Classify(code, "A message that nobody knows.", entry.EC[0])
			if kind != entry.Kind || basis != oss403.BasisEC {
				t.Errorf("Classify(%q, unknown, %s) = %s, %s; want %s, EC", code, entry.EC[0], kind, basis, entry.Kind)
			}
		}
		e, ok := oss403.Parse(403, http.Header{"X-Oss-Request-Id": {"65AF5037A1B2C3D4E5F60718"}, "X-Oss-Ec": {" " + entry.EC[0] + "\n"}}, nil)
		if !ok || e.Kind != entry.Kind || e.Basis != oss403.BasisEC || e.Code != "" {
			t.Errorf("a bare %s: %v, %v; want %s", entry.EC[0], e, ok, entry.Kind)
		}
	}
}

func TestClassify(t *testing.T) {
	const (
		bucketPolicy = "Access denied by bucket policy."
		referer      = "You are denied by bucket referer policy."
		signature    = "The request signature we calculated does not match the signature you provided. Check your key and signing method."
		endpoint     = "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint."
	)
	tests := []struct {
		name        string
		code        oss403.Code
		message, ec string
		kind        oss403.Kind
		basis       oss403.Basis
	}{
		{"nothing", "", "", "", oss403.KindUnknown, oss403.BasisNone},
		{"a code shared by several messages", oss403.CodeAccessDenied, "Request has expired.", "", oss403.KindRequestExpired, oss403.BasisMessage},
		{"and another of them", oss403.CodeAccessDenied, bucketPolicy, "", oss403.KindBucketPolicyDenied, oss403.BasisMessage},
		{"a message shared by AccessDenied", oss403.CodeAccessDenied, endpoint, "", oss403.KindEndpointMismatch, oss403.BasisMessage},
		{"and by PermanentRedirect", oss403.CodePermanentRedirect, endpoint, "", oss403.KindEndpointMismatch, oss403.BasisMessage},
		{"a message shared by KmsInDebt", oss403.CodeKMSInDebt, "Current user is indebted.", "", oss403.KindKMSOverdue, oss403.BasisMessage},
		{"and by InDebt", oss403.CodeInDebt, "Current user is indebted.", "", oss403.KindAccountOverdue, oss403.BasisMessage},
		{"without a code nobody knows which", "", "Current user is indebted.", "", oss403.KindUnknown, oss403.BasisNone},
		{"without a code, meaning the same under each", "", endpoint, "", oss403.KindEndpointMismatch, oss403.BasisMessage},
		{"a message of another code", oss403.CodeAccessDenied, "UserDisable", "", oss403.KindUnknown, oss403.BasisNone},
		{"an EC that contradicts the code", oss403.CodeAccessDenied, bucketPolicy, "0002-00000902", oss403.KindBucketPolicyDenied, oss403.BasisMessage},
		{"an EC that contradicts the code, message unknown", oss403.CodeAccessDenied, "Something new.", "0002-00000902", oss403.KindUnknown, oss403.BasisNone},
		{"a RAM policy's Deny in the words of the bucket policy", oss403.CodeAccessDenied, bucketPolicy, "0003-00000201", oss403.KindRAMPolicyExplicitDeny, oss403.BasisEC},
		{"both policies", oss403.CodeAccessDenied, bucketPolicy, "0003-00000203", oss403.KindBucketAndRAMPolicyDeny, oss403.BasisEC},
		{"no Referer", oss403.CodeAccessDenied, referer, "0003-00000501", oss403.KindRefererEmpty, oss403.BasisEC},
		{"Referer on the blacklist", oss403.CodeAccessDenied, referer, "0003-00000502", oss403.KindRefererBlacklisted, oss403.BasisEC},
		{"Referer not on the whitelist", oss403.CodeAccessDenied, referer, "0003-00000503", oss403.KindRefererNotWhitelisted, oss403.BasisEC},
		{"a URL for certain addresses in the words of a signature", oss403.CodeSignatureDoesNotMatch, signature, "0002-00000602", oss403.KindSignedURLRestricted, oss403.BasisEC},
		{"an EC of V4", oss403.CodeSignatureDoesNotMatch, signature, "0002-00000201", oss403.KindSignatureMismatch, oss403.BasisEC},
		{"the V4 EC is no RAM EC", oss403.CodeAccessDenied, bucketPolicy, "0002-00000201", oss403.KindBucketPolicyDenied, oss403.BasisMessage},
		{"a bare EC", "", "", "0002-00000201", oss403.KindSignatureMismatch, oss403.BasisEC},
		{"a bare EC that does not decide", "", "", "0003-00000001", oss403.KindUnknown, oss403.BasisNone},
		{"an EC that does not decide leaves it to the message", oss403.CodeAccessDenied, "The bucket you access does not belong to you.", "0003-00000001", oss403.KindBucketNotOwned, oss403.BasisMessage},
		{"an EC nobody knows", oss403.CodeAccessDenied, bucketPolicy, "0003-99999999", oss403.KindBucketPolicyDenied, oss403.BasisMessage},
		{"no EC at all", oss403.CodeAccessDenied, bucketPolicy, "EC", oss403.KindBucketPolicyDenied, oss403.BasisMessage},
		{"an unknown message under a known code", oss403.CodeAccessDenied, "Something new.", "", oss403.KindUnknown, oss403.BasisNone},
		{"no message", oss403.CodeAccessDenied, " \n", "", oss403.KindAccessDeniedUnspecified, oss403.BasisCode},
		{"no message, several kinds", oss403.CodeInvalidAccessKeyID, "", "", oss403.KindUnknown, oss403.BasisNone},
		{"an unknown message, one kind", oss403.CodeUserDisable, "Something new.", "", oss403.KindUserDisabled, oss403.BasisCode},
		{"a code whose message nobody knows", oss403.CodeCnameIsRisk, "Something new.", "", oss403.KindCnameRisk, oss403.BasisCode},
		{"an unknown code", "Brandnew", bucketPolicy, "", oss403.KindUnknown, oss403.BasisNone},
		{"the condition over several lines", oss403.CodeAccessDenied, "\nInvalid according to Policy:\nPolicy Condition failed:\n[\"eq\", \"$success_action_status\", \"200\"]\n", "", oss403.KindPostPolicyConditionFailed, oss403.BasisTemplate},
		{"the page's own words for it", oss403.CodeAccessDenied, `Invalid according to Policy: Policy Condition failed: " + RelatedUnit; //XXX`, "", oss403.KindPostPolicyConditionFailed, oss403.BasisTemplate},
		{"a condition longer than any message", oss403.CodeAccessDenied, "Invalid according to Policy: Policy Condition failed: [" + strings.Repeat("x", 4000) + "]", "", oss403.KindPostPolicyConditionFailed, oss403.BasisTemplate},
		{"the literal before the template", oss403.CodeAccessDenied, "You are forbidden to list buckets.", "", oss403.KindListBucketsForbidden, oss403.BasisMessage},
		{"an action", oss403.CodeAccessDenied, "You are forbidden to oss:ListBuckets", "", oss403.KindActionForbidden, oss403.BasisTemplate},
		{"an action of another service", oss403.CodeAccessDenied, "You are forbidden to yundun-cert:CreateSSLCertificate.", "", oss403.KindActionForbidden, oss403.BasisTemplate},
		{"no action", oss403.CodeAccessDenied, "You are forbidden to do this.", "", oss403.KindUnknown, oss403.BasisNone},
		{"a callback", oss403.CodeRequestDeniedByCallback, "Callback deny this request reason: require login", "", oss403.KindDeniedByCallback, oss403.BasisTemplate},
		{"a callback in its other wording", oss403.CodeRequestDeniedByCallback, "require login [auth not found]", "", oss403.KindDeniedByCallback, oss403.BasisTemplate},
		{"a callback in words of its own", oss403.CodeRequestDeniedByCallback, "go away", "", oss403.KindDeniedByCallback, oss403.BasisCode},
		{"the short signature message", oss403.CodeSignatureDoesNotMatch, "The request signature we calculated does not match the signature you provided", "", oss403.KindSignatureMismatch, oss403.BasisMessage},
		{"the longer of two messages with one beginning", oss403.CodeInvalidAccessKeyID, "The OSS Access Key Id you provided does not exist in our records. The Security Token may be lost to specify that it is a STS Access Id.", "", oss403.KindSecurityTokenMissing, oss403.BasisMessage},
		{"the shorter of them", oss403.CodeInvalidAccessKeyID, "The OSS Access Key Id you provided does not exist in our records.", "", oss403.KindAccessKeyNotFound, oss403.BasisMessage},
		{"the characters as the Chinese page lists them", oss403.CodeInvalidAccessKeyID, "The OSS Access Key Id contains non-acceptable characters, which accepts only alphanumeric characters[0-9a-zA-Z] and several special characters[._=]", "", oss403.KindAccessKeyMalformed, oss403.BasisTemplate},
		{"a hyphen that the page does not have", oss403.CodeAccessDenied, "Query-string authentication requires the Signature, Expires and OSSAccessKeyId parameters", "", oss403.KindSignatureParametersMissing, oss403.BasisMessage},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if kind, basis := oss403.Classify(tt.code, tt.message, tt.ec); kind != tt.kind || basis != tt.basis {
				t.Errorf("got %s, %s; want %s, %s", kind, basis, tt.kind, tt.basis)
			}
		})
	}
}

// TestDenial: AccessDeniedDetail outranks EC and message, as far as it goes.
func TestDenial(t *testing.T) {
	tests := []struct {
		policyType, noPermissionType, ec string
		kind                             oss403.Kind
		basis                            oss403.Basis
	}{
		{"AccountLevelIdentityBasedPolicy", "ExplicitDeny", "0003-00000201", oss403.KindRAMPolicyExplicitDeny, oss403.BasisDetail},
		{"AccountLevelIdentityBasedPolicy", "ImplicitDeny", "0003-00000201", oss403.KindRAMPolicyImplicitDeny, oss403.BasisDetail},
		{"ResourceGroupLevelIdentityBasedPolicy", "ExplicitDeny", "", oss403.KindRAMPolicyExplicitDeny, oss403.BasisDetail},
		{"ResourceGroupLevelIdentityBasedPolicy", "ImplicitDeny", "0003-00000101", oss403.KindRAMPolicyImplicitDeny, oss403.BasisDetail},
		{"AccountLevelIdentityBasedPolicy", "ExplicitDeny", "0003-00000203", oss403.KindBucketAndRAMPolicyDeny, oss403.BasisEC},
		{"AccountLevelIdentityBasedPolicy", "ExplicitDeny", "0003-00000204", oss403.KindRAMPolicyExplicitDeny, oss403.BasisDetail}, // the EC says either
		{"ControlPolicy", "ExplicitDeny", "0003-00000203", oss403.KindControlPolicyDenied, oss403.BasisDetail},
		{"SessionPolicy", "", "", oss403.KindSessionPolicyDenied, oss403.BasisDetail},
		{"AssumeRolePolicy", "ImplicitDeny", "", oss403.KindAssumeRolePolicyDenied, oss403.BasisDetail},
		{"AccountLevelIdentityBasedPolicy", "", "0003-00000201", oss403.KindRAMPolicyExplicitDeny, oss403.BasisEC},
		{"AccountLevelIdentityBasedPolicy", "Whatever", "", oss403.KindUnknown, oss403.BasisNone}, // the message is known to mislead
		{"SomethingNew", "ExplicitDeny", "", oss403.KindBucketPolicyDenied, oss403.BasisMessage},
		{"", "", "0003-00000101", oss403.KindBucketPolicyDenied, oss403.BasisEC},
	}
	for _, tt := range tests {
		body := "<Error><Code>AccessDenied</Code><Message>Access denied by bucket policy.</Message><RequestId>65AF5037A1B2C3D4E5F60718</RequestId><AccessDeniedDetail><PolicyType>" +
			tt.policyType + "</PolicyType><NoPermissionType>" + tt.noPermissionType + "</NoPermissionType></AccessDeniedDetail><EC>" + tt.ec + "</EC></Error>"
		e, ok := oss403.Parse(403, nil, []byte(body))
		if !ok || e.Kind != tt.kind || e.Basis != tt.basis {
			t.Errorf("%s/%s/%s: %v, %v; want %s, %s", tt.policyType, tt.noPermissionType, tt.ec, e, ok, tt.kind, tt.basis)
		}
	}
}

// TestDenialInPart: what is left of a denial, or breaks off, decides no more than what is there.
func TestDenialInPart(t *testing.T) {
	const acl = "<Code>AccessDenied</Code><Message>You have no right to access this object because of bucket acl.</Message>"
	const implicit = "<AccessDeniedDetail><NoPermissionType>ImplicitDeny</NoPermissionType></AccessDeniedDetail>"
	for elements, want := range map[string]oss403.Kind{
		acl + implicit + "</Error>":                                        oss403.KindRAMPolicyImplicitDeny,
		acl + implicit + "<EC>0003-00000005</EC></Error>":                  oss403.KindObjectReadDenied,
		acl + "</Error>":                                                   oss403.KindBucketACLDenied,
		"<Code>AccessDenied</Code><Message>AccessDenied</Message></Error>": oss403.KindAccessDeniedUnspecified,
		"<Code>AccessDenied</Code><Message>AccessDenied</Message>":         oss403.KindUnknown, // more may have followed
	} {
		e, ok := oss403.Parse(403, http.Header{"X-Oss-Request-Id": {requestID}}, []byte("<Error>"+elements))
		if !ok || e.Kind != want {
			t.Errorf("%s: %v, %v; want %s", elements, e, ok, want)
		}
	}
}

// TestCatalogIsACopy: what Catalog hands out cannot change what Classify does.
func TestCatalogIsACopy(t *testing.T) {
	all := func() []oss403.Entry { return slices.Collect(oss403.Catalog()) }
	before := all()
	for _, e := range all() {
		for i := range e.EC {
			e.EC[i] = "changed"
		}
	}
	after := all()
	for i := range before {
		if !slices.Equal(before[i].EC, after[i].EC) {
			t.Fatalf("%v became %v", before[i], after[i])
		}
	}
}

// TestMessagesBeginWithTwoLetters: the index, whose tables have bounds too, counts on it.
func TestMessagesBeginWithTwoLetters(t *testing.T) {
	for e := range oss403.Catalog() {
		if m := e.Message; m != "" && (len(m) < 2 || !unicode.IsLetter(rune(m[0])) || !unicode.IsLetter(rune(m[1])) || len(m) > 240) || len(e.Code) >= 48 {
			t.Errorf("%s: %q", e.Code, m)
		}
	}
}
