package oss403

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/oss403/oss403/internal/signing"
)

// catalogFacts is testdata/catalog.json: what OSS's pages, and answers that were seen, say of each
// code, message and EC. The tables are compared with it, so that none can lose or change a row
// unseen.
type catalogFacts struct {
	Topics map[string]struct{ EN, ZH struct{ Title, URL string } }
	Kinds  []struct {
		Kind     Kind
		Category Category
		Retry    Retry
		Actor    Actor
		Reached  string `json:"reached_by"` // pair, ec, detail: AccessDeniedDetail, source: who answered
		Topics   []string
	}
	Pairs []struct {
		Code     Code
		Message  string
		Kind     Kind
		Template bool
		EC       []string
		Probable []string `json:"ec_probable"` // by their meaning
		Variants []string // other spellings that were seen
	}
	ECs []factsOfEC
}

type factsOfEC struct {
	EC     string
	Kind   Kind // "": it does not decide
	Code   Code
	Status int    // 0: no page says
	DocEN  string `json:"doc_en"`
	DocZH  string `json:"doc_zh"`
}

func readCatalogFacts(t *testing.T) *catalogFacts {
	t.Helper()
	b, err := os.ReadFile("testdata/catalog.json")
	if err != nil {
		t.Fatal(err)
	}
	var facts catalogFacts
	if err := json.Unmarshal(b, &facts); err != nil {
		t.Fatal(err)
	}
	return &facts
}

func TestKindFacts(t *testing.T) {
	facts := readCatalogFacts(t)
	rest := slices.Collect(Kinds())
	for _, f := range facts.Kinds {
		i := slices.Index(rest, f.Kind)
		if i < 0 {
			t.Errorf("%s: no such kind", f.Kind)
			continue
		}
		rest = slices.Delete(rest, i, i+1)
		if got := f.Kind.Category(); got != f.Category {
			t.Errorf("%s: category %s, want %s", f.Kind, got, f.Category)
		}
		if got := f.Kind.Retry(); got != f.Retry {
			t.Errorf("%s: retry %s, want %s", f.Kind, got, f.Retry)
		}
		if got := f.Kind.Explain(English).Remedy.Actor; got != f.Actor {
			t.Errorf("%s: actor %s, want %s", f.Kind, got, f.Actor)
		}
		topics := []string{}
		for _, topic := range f.Kind.facts().topics {
			topics = append(topics, topicNames[topic])
		}
		if !slices.Equal(topics, f.Topics) {
			t.Errorf("%s: topics %v, want %v", f.Kind, topics, f.Topics)
		}
		byPair := slices.ContainsFunc(slices.Concat(pairs[:], templates[:]), func(p pair) bool { return p.kind == f.Kind })
		byEC := slices.ContainsFunc(ecs[:], func(e ecFacts) bool { return e.kind == f.Kind })
		if reached := map[string]bool{"pair": byPair, "ec": byEC && !byPair, "detail": !byPair && !byEC, "source": !byPair && !byEC}; !reached[f.Reached] {
			t.Errorf("%s: by pair %v, by EC %v, want %s", f.Kind, byPair, byEC, f.Reached)
		}
	}
	if len(rest) > 0 {
		t.Errorf("not in the facts: %v", rest)
	}
}

// topicNames is the name of each topic in catalog.json.
var topicNames = [...]string{
	topicHTTP403:          "http403",
	topicHosts:            "hosts",
	topicRegions:          "regions",
	topicRAMPolicy:        "ram_policy",
	topicRAMExamples:      "ram_examples",
	topicRAMDiagnosis:     "ram_diagnosis",
	topicRAMTroubleshoot:  "ram_troubleshoot",
	topicBucketPolicy:     "bucket_policy",
	topicAccessControl:    "access_control",
	topicSTS:              "sts",
	topicSTSSessionPolicy: "sts_session_policy",
	topicSTSEndpoints:     "sts_endpoints",
	topicSTSKeyUnknown:    "sts_key_unknown",
	topicAccessKey:        "access_key",
	topicReferer:          "referer",
	topicCORS:             "cors",
	topicPostObject:       "postobject",
	topicPostObjectErrors: "postobject_errors",
	topicPresignV4:        "presign_v4",
	topicPresignV1:        "presign_v1",
	topicSignHeaderV1:     "sign_header_v1",
	topicSignV4:           "sign_v4",
	topicSignUpgrade:      "sign_upgrade",
	topicSignFAQ:          "sign_faq",
	topicRestore:          "restore",
	topicWORM:             "worm",
	topicAcceleration:     "acceleration",
	topicCustomDomain:     "custom_domain",
	topicPutCname:         "putcname",
	topicSSE:              "sse",
	topicKMSActivate:      "kms_activate",
	topicBlockPublic:      "block_public",
	topicRequesterPays:    "requester_pays",
	topicVPCPolicy:        "vpc_policy",
	topicHNS:              "hns",
	topicOverdue:          "overdue",
	topicErrorResponses:   "error_responses",
	topicECIndex:          "ec_index",
	topicDomainOwnership:  "domain_ownership",
	topicCDNPrivateBucket: "cdn_private_bucket",
	topicCDNListBuckets:   "cdn_list_buckets",
	topicCDNAccessControl: "cdn_access_control",
	topicLogging:          "logging",
	topicS3SDK:            "s3_sdk",
	topicClockSkew:        "clock_skew",
	topicCopyObject:       "copyobject",
}

// TestTopicFacts: each topic has the pages of the facts, in both languages.
func TestTopicFacts(t *testing.T) {
	facts := readCatalogFacts(t)
	if len(topicNames) != len(english.docs) {
		t.Fatalf("%d names for %d topics", len(topicNames), len(english.docs))
	}
	for i, name := range topicNames {
		f, ok := facts.Topics[name]
		if !ok {
			t.Errorf("topic %q: not in the facts", name)
			continue
		}
		for _, page := range []struct{ got, want Doc }{{english.docs[i], Doc(f.EN)}, {chinese.docs[i], Doc(f.ZH)}} {
			if page.got != page.want {
				t.Errorf("topic %q: %v, want %v", name, page.got, page.want)
			}
		}
	}
}

func TestPairFacts(t *testing.T) {
	facts := readCatalogFacts(t)
	type key struct {
		code    Code
		message string
	}
	table := map[key]Entry{}
	for e := range Catalog() {
		if e.Message != "" || !slices.ContainsFunc(ecs[:], func(f ecFacts) bool { return slices.Equal(e.EC, []string{f.ec}) }) {
			table[key{e.Code, e.Message}] = e
		}
	}
	for _, f := range facts.Pairs {
		k := key{f.Code, f.Message}
		e, ok := table[k]
		if !ok {
			t.Errorf("%s %q: not in the catalog", f.Code, f.Message)
			continue
		}
		delete(table, k)
		slices.Sort(f.EC)
		if e.Kind != f.Kind || e.Template != f.Template || !slices.Equal(e.EC, f.EC) {
			t.Errorf("%s %q: %+v, want %s, %v, %v", f.Code, f.Message, e, f.Kind, f.Template, f.EC)
		}
		for _, v := range f.Variants {
			if kind, basis := Classify(f.Code, v, ""); kind != f.Kind || basis != BasisMessage && basis != BasisTemplate {
				t.Errorf("%s %q: %s by %s, want %s", f.Code, v, kind, basis, f.Kind)
			}
		}
		// Each EC goes with the message: what decides is the EC's own kind, else the message's.
		for _, ec := range slices.Concat(f.EC, f.Probable) {
			want := f.Kind
			if i := slices.IndexFunc(facts.ECs, func(x factsOfEC) bool { return x.EC == ec }); i < 0 {
				t.Errorf("%s %q: the EC %s is not among the facts", f.Code, f.Message, ec)
			} else if x := facts.ECs[i]; x.Kind != "" && (x.Code == "" || x.Code == f.Code) {
				want = x.Kind
			}
			if f.Message == "" || f.Template {
				continue
			}
			if kind, _ := Classify(f.Code, f.Message, ec); kind != want {
				t.Errorf("%s %q, %s: %s, want %s", f.Code, f.Message, ec, kind, want)
			}
		}
	}
	for k := range table {
		t.Errorf("not in the facts: %+v", k)
	}
}

func TestECFacts(t *testing.T) {
	facts := readCatalogFacts(t)
	table := map[string]ecFacts{}
	for _, e := range ecs {
		table[e.ec] = e
	}
	for _, f := range facts.ECs {
		e, ok := table[f.EC]
		if !ok {
			t.Errorf("%s: not in the table", f.EC)
			continue
		}
		delete(table, f.EC)
		if e.kind != f.Kind || e.code != f.Code || e.unsure != (f.Status != 403) || english.pageOf(e.ec) != f.DocEN || chinese.pageOf(e.ec) != f.DocZH {
			t.Errorf("%+v, want %+v", e, f)
		}
	}
	kindsOf := map[ecDetail]Kind{
		payerParameterMissing: KindRequesterPaysRequired, payerHeaderMissing: KindRequesterPaysRequired,
		denyInBucketPolicy: KindBucketPolicyDenied, denyInEitherPolicy: KindBucketAndRAMPolicyDeny, keyDisabledOrRestricted: KindAccessKeyDisabled,
	}
	for _, e := range ecs {
		if want := kindsOf[e.detail]; e.detail != noDetail && want != e.kind {
			t.Errorf("%s: a detail of %s, not of %s", e.ec, want, e.kind)
		}
	}
	for ec := range maps.Keys(table) {
		t.Errorf("%s: not in the facts", ec)
	}
}

// TestRefusals: what an EC says of a signature goes with its kind, and each EC about a parameter of a URL says
// which.
func TestRefusals(t *testing.T) {
	kindOf := map[signing.Refusal]Kind{
		signing.Mismatch: KindSignatureMismatch, signing.FormMismatch: KindSignatureMismatch,
		signing.OtherAddress: KindSignedURLRestricted, signing.OtherVPC: KindSignedURLRestricted,
		signing.ExpiresInvalid: KindExpiresInvalid, signing.LifetimeOutOfRange: KindExpiresInvalid,
		signing.UsedEarly: KindClockSkew, signing.Skewed: KindClockSkew, signing.Expired: KindRequestExpired,
		signing.KeyIDMalformed: KindAccessKeyMalformed, signing.KeyUnknown: KindAccessKeyNotFound, signing.KeyUnknownToSTS: KindAccessKeyNotFound,
	}
	for n := range 1000 {
		ec := fmt.Sprintf("0002-%08d", n)
		why := signing.RefusalOf(ec)
		f := findEC(ec)
		switch {
		case f == nil && why != 0:
			t.Errorf("%s: not in the table of ECs", ec)
		case why.OfParameter() != (f != nil && f.kind == KindSignatureParametersMissing):
			t.Errorf("%s is %s and says %d of a parameter", ec, f.kind, why)
		case why != 0 && !why.OfParameter() && f.kind != kindOf[why]:
			t.Errorf("%s is %s, not %s", ec, f.kind, kindOf[why])
		}
	}
}

// constDocs returns the doc comments of the constants of a type in a file, by value.
func constDocs(t *testing.T, path, typeName string) map[string]string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	docs := map[string]string{}
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		for _, s := range g.Specs {
			v := s.(*ast.ValueSpec)
			if id, ok := v.Type.(*ast.Ident); !ok || id.Name != typeName {
				continue
			}
			value, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			if v.Names[0].Name != typeName+value && typeName == "Kind" {
				t.Errorf("%s has the value %q", v.Names[0].Name, value)
			}
			doc := v.Doc.Text()
			if !g.Lparen.IsValid() {
				doc = g.Doc.Text()
			}
			docs[value] = doc
		}
	}
	return docs
}

// TestDocComments: the comment of a kind and of a code has every message that OSS sends with it, and
// every EC that stands for the kind alone; its source is a page of it.
func TestDocComments(t *testing.T) {
	facts := readCatalogFacts(t)
	kindDocs, codeDocs := constDocs(t, "kinds.go", "Kind"), constDocs(t, "codes.go", "Code")
	pages := map[Kind][]string{}
	for _, k := range facts.Kinds {
		for _, topic := range k.Topics {
			pages[k.Kind] = append(pages[k.Kind], facts.Topics[topic].EN.URL)
		}
		if k.Reached == "ec" {
			for _, e := range facts.ECs {
				if e.Kind != k.Kind {
					continue
				}
				pages[k.Kind] = append(pages[k.Kind], e.DocEN)
				if !strings.Contains(kindDocs[string(k.Kind)], e.EC) {
					t.Errorf("Kind%s does not name EC %s", k.Kind, e.EC)
				}
			}
		}
		if _, source, ok := strings.Cut(kindDocs[string(k.Kind)], "Source: "); !ok || !slices.Contains(pages[k.Kind], strings.TrimSpace(source)) {
			t.Errorf("Kind%s: source %q, want one of %v", k.Kind, source, pages[k.Kind])
		}
	}
	for _, c := range []struct {
		docs map[string]string
		n    int
	}{{kindDocs, len(kinds) + 1}, {codeDocs, len(codes)}} {
		if len(c.docs) != c.n {
			t.Errorf("%d constants, want %d", len(c.docs), c.n)
		}
		for name, doc := range c.docs {
			if doc == "" {
				t.Errorf("%s: no comment", name)
			}
		}
	}
	plain := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, "//", " ")), " ") }
	sources := map[Code][]string{}
	for _, p := range facts.Pairs {
		sources[p.Code] = append(sources[p.Code], pages[p.Kind]...)
		quoted := `"` + strings.TrimRight(p.Message, ".")
		if p.Message == "" {
			quoted = string(p.Code)
		}
		if doc := plain(kindDocs[string(p.Kind)]); !strings.Contains(doc, quoted) || !strings.Contains(doc, string(p.Code)) {
			t.Errorf("Kind%s does not quote %s %q", p.Kind, p.Code, p.Message)
		}
		if p.Message != "" && p.Code != CodeAccessDenied && !strings.Contains(plain(codeDocs[string(p.Code)]), quoted) {
			t.Errorf("the comment of %s does not quote %q", p.Code, p.Message)
		}
	}
	for code, list := range sources {
		source := codeDocs[string(code)]
		source = strings.TrimSpace(source[strings.Index(source, "Source: ")+len("Source: "):])
		if code != CodeAccessDenied && !slices.Contains(list, source) {
			t.Errorf("%s: source %q, want one of %v", code, source, list)
		}
	}
}
