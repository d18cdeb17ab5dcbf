package ram

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// actionFacts is testdata/actions.json: which actions each request of OSS needs, as collected from
// OSS's pages, and how sure that is.
type actionFacts struct {
	Operation, Method, Level string
	Query, Headers           map[string]string
	Actions                  []struct {
		Action, When, Resource, Confidence string
		Doubtful                           bool
	}
}

// conditionOf says in the notation of the table what the facts say in words.
var conditionOf = map[string]string{
	"always":                                                                  "",
	"query versionId present":                                                 "?versionId",
	"query versionId absent":                                                  "!?versionId",
	"query role present":                                                      "?role",
	"query x-oss-process is an IMM operation":                                 "?x-oss-process=doc/*|audio/*|hls/*|video/* !?x-oss-process=video/snapshot|video/snapshot,*",
	"query x-oss-process = doc/preview or doc/edit":                           "?x-oss-process=doc/preview*|doc/edit*",
	"query x-oss-process = doc/snapshot":                                      "?x-oss-process=doc/snapshot*",
	"header x-oss-server-side-encryption = KMS":                               "x-oss-server-side-encryption=KMS",
	"header x-oss-tagging present":                                            "x-oss-tagging",
	"header x-oss-object-acl present":                                         "x-oss-object-acl",
	"header x-oss-acl present":                                                "x-oss-acl",
	"header x-oss-resource-group-id present":                                  "x-oss-resource-group-id",
	"header x-oss-bypass-governance-retention present":                        "x-oss-bypass-governance-retention",
	"header x-oss-delete-recursive = true":                                    "x-oss-delete-recursive=true",
	"header x-oss-copy-source has versionId":                                  "x-oss-copy-source=*?versionId=*",
	"header x-oss-tagging present and header x-oss-copy-source has versionId": "x-oss-tagging x-oss-copy-source=*?versionId=*",
	"host is a CloudBox endpoint":                                             "Host=*.oss-cloudbox*",
	"host is not a CloudBox endpoint":                                         "!Host=*.oss-cloudbox*",

	// What no request shows.
	"state: bucket default encryption is KMS":                   "~the bucket encrypts with KMS by default",
	"state: object is SSE-KMS encrypted":                        "~the object is encrypted with KMS",
	"state: source object is SSE-KMS encrypted":                 "~the source object is encrypted with KMS",
	"state: upload was initiated with SSE-KMS":                  "~the upload was initiated with KMS encryption",
	"state: upload was initiated with x-oss-tagging":            "~the upload was initiated with x-oss-tagging",
	"state: bucket does not exist":                              "~the bucket does not exist",
	"form field x-oss-tagging present":                          "~the form has x-oss-tagging",
	"form field x-oss-object-acl present":                       "~the form has x-oss-object-acl",
	"form field x-oss-server-side-encryption = KMS":             "~the form asks for KMS encryption",
	"body has VersionId":                                        "~the body has a VersionId",
	"body has TargetBucket":                                     "~the body has a TargetBucket",
	"body has LoggingRole":                                      "~the body has a LoggingRole",
	"body has SyncRole":                                         "~the body has a SyncRole",
	"body has SyncRole or target bucket of another account":     "~the body has a SyncRole or the target is in another account",
	"body has RoleArn":                                          "~the body has a RoleArn",
	"body has CertificateConfiguration":                         "~the body has a CertificateConfiguration",
	"body has KMSMasterKeyID":                                   "~the body has a KMSMasterKeyID",
	"body x-oss-process has sys/saveas":                         "~the body has sys/saveas",
	"body x-oss-async-process has sys/saveas":                   "~the body has sys/saveas",
	"body x-oss-process is an IMM operation":                    "~the body asks for an operation of IMM",
	"body x-oss-async-process = doc/convert":                    "~the body asks for doc/convert",
	"body x-oss-async-process = video/convert or audio/convert": "~the body asks for video/convert or audio/convert",
}

// resourceOf is the form of a resource in the table.
var resourceOf = map[string]resourceForm{
	"acs:oss:*:*:*":                                                    onService,
	"acs:oss:*:*:{bucket}":                                             onBucket,
	"acs:oss:*:*:{bucket}/{key}":                                       onObject,
	"acs:oss:*:*:{bucket}/{key}/*":                                     belowObject,
	"acs:oss:*:*:{source-bucket}/{source-key}":                         onSource,
	"acs:oss:*:*:{bucket}/{source-key}":                                onSource,
	"acs:oss:*:*:{saveas-bucket}/{saveas-key}":                         onSaveas,
	"acs:oss:*:*:{target-bucket}/*":                                    inTarget,
	"acs:kms:*:{account-id}:*":                                         onKMS,
	"acs:imm:{region}:{account-id}:project/{project}":                  onProject,
	"acs:ram:*:{account-id}:role/{role}":                               onRole,
	"acs:oss:{region}:{account-id}:accesspointforobjectprocess/{name}": onObjectProcess,
	"*": onAnything,
}

var confidenceOf = map[string]confidence{"documented": documented, "inferred": inferred, "sdk-only": guessed}

var levelOf = map[string]level{"service": serviceLevel, "bucket": bucketLevel, "object": objectLevel}

// match writes the conditions of facts in the notation of the table, sorted.
func (f *actionFacts) match(t *testing.T) string {
	var list []string
	for name, value := range f.Query {
		if value == "*" {
			list = append(list, "?"+name)
		} else {
			list = append(list, "?"+name+"="+value)
		}
	}
	for name, value := range f.Headers {
		switch value {
		case "present":
			list = append(list, name)
		case "absent":
			list = append(list, "!"+name)
		default:
			list = append(list, name+"="+value)
		}
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

// TestActionFacts compares the table with the facts, field by field. The table has more in one
// place only: the headers of S3 clients, which are doubtful.
func TestActionFacts(t *testing.T) {
	b, err := os.ReadFile("testdata/actions.json")
	if err != nil {
		t.Fatal(err)
	}
	var facts []actionFacts
	if err := json.Unmarshal(b, &facts); err != nil {
		t.Fatal(err)
	}
	key := func(method string, l level, match string) string {
		list := strings.Fields(match)
		slices.Sort(list)
		return fmt.Sprint(method, " ", l, " ", strings.Join(list, " "))
	}
	table := map[string]*operation{}
	for i := range operations {
		op := &operations[i]
		table[key(op.method, op.level, op.match)] = op
	}
	for _, f := range facts {
		at := key(f.Method, levelOf[f.Level], f.match(t))
		op := table[at]
		if op == nil {
			t.Errorf("%s: no row %q", f.Operation, at)
			continue
		}
		delete(table, at)
		if op.name != f.Operation {
			t.Errorf("%s: the row is called %s", f.Operation, op.name)
		}
		got := map[action]bool{}
		for _, a := range op.actions {
			if !strings.HasPrefix(a.when, "x-amz-") {
				got[a] = true
			} else if a.confidence != doubtful {
				t.Errorf("%s: %+v is not doubtful", op.name, a)
			}
		}
		for _, a := range f.Actions {
			when, ok := conditionOf[a.When]
			if !ok {
				t.Errorf("%s: what is %q?", f.Operation, a.When)
			}
			form, ok := resourceOf[a.Resource]
			if !ok {
				t.Errorf("%s: what is %q?", f.Operation, a.Resource)
			}
			want := action{a.Action, when, form, confidenceOf[a.Confidence]}
			if a.Doubtful {
				want.confidence = doubtful
			}
			if !got[want] {
				t.Errorf("%s: not in the table: %+v", f.Operation, want)
			}
			delete(got, want)
		}
		for a := range got {
			t.Errorf("%s: not in the facts: %+v", f.Operation, a)
		}
	}
	for at := range table {
		t.Errorf("no facts: %s", at)
	}
}
