package oss403

import (
	"cmp"
	"encoding/json"
	"net/http"
	"strings"
	"sync"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/logtext"
)

// readOwnTail takes what the tail of a line of ours says. What contradicts itself was not written by
// us, or was changed: then the code and the EC count and the kind does not.
func readOwnTail(a *answer, tail []logtext.Element) bool {
	kind := Kind("")
	for _, f := range tail {
		switch f.Name {
		case "kind":
			kind = Kind(f.Value)
			if kind.facts() == nil && kind != KindUnknown {
				return false
			}
		case "code":
			a.Code = f.Value
		case "ec":
			a.EC = f.Value
		case "request_id":
			a.RequestID = f.Value
		}
	}
	if kind == "" {
		return false
	}
	a.source, a.status, a.Broken, a.IsError = sourceSDK, http.StatusForbidden, true, a.Code != ""
	if kind.goesWith(Code(a.Code), a.EC) {
		a.kind = kind
	}
	return true
}

// contradictsOwn says whether what else stands in a record is an error of OSS that a line of ours cannot
// be about. Then the line is somebody's: the key of an object, what was signed, a header.
func contradictsOwn(own, other *answer) bool {
	if own.kind == KindUnknown || own.kind == KindIntermediary {
		return false
	}
	p := matchAnswer(other)
	if p.codeKnown && other.Code != own.Code {
		return own.kind == "" || !own.kind.goesWith(p.code, other.EC)
	}
	return p.kind != "" && p.kind != own.kind && p.kind != KindAccessDeniedUnspecified && other.Message != "" && !own.kind.isOfDenial()
}

// goesWith says whether an answer with this code and EC, each of which may be empty, can be of kind k.
func (k Kind) goesWith(code Code, ec string) bool {
	if k == KindUnknown || k == KindIntermediary {
		return true
	}
	p := match{ec: findEC(ec)}
	p.code, p.codeKnown = knownCode(string(code))
	if by := p.kindOfEC(); by != "" && by != k && !k.isOfDenial() {
		return false
	}
	if code == "" {
		return true
	}
	has, any := false, false
	for _, list := range [...][]pair{pairs[:], templates[:]} {
		for i := range list {
			if list[i].kind == k {
				any = true
				has = has || list[i].code == p.code
			}
		}
	}
	return has || !any
}

// isOfDenial says whether AccessDeniedDetail decides for k, which a line of ours does not repeat.
func (k Kind) isOfDenial() bool {
	switch k {
	case KindControlPolicyDenied, KindSessionPolicyDenied, KindAssumeRolePolicyDenied, KindRAMPolicyExplicitDeny, KindRAMPolicyImplicitDeny, KindBucketAndRAMPolicyDeny, KindBucketPolicyDenied:
		return true
	}
	return false
}

// ownReport reads back the block of facts of [Error.Report], in whichever language. What the report says beside
// it, as the denial, is lost.
func ownReport(block string) (*Error, bool) {
	facts := map[string]string{}
	for _, line := range strings.Split(block, "\n") {
		line = strings.TrimSpace(line)
		for _, f := range reportLabels() {
			value, ok := strings.CutPrefix(line, f.label)
			if !ok || facts[f.key] != "" {
				continue
			}
			value = strings.TrimSpace(value)
			if f.key == "kind" {
				said := value
				if i := strings.IndexFunc(said, func(r rune) bool { return !chars.IsAlnum(string(r)) }); i >= 0 {
					value = said[:i]
				}
				facts["basis"] = string(basisOf(func(by phrase) bool { return said == f.lang.say("%s, decided by %s", value, f.lang.say(by)) }))
			}
			facts[f.key] = value
		}
	}
	return ownFacts(facts)
}

// basisOf returns the basis whose words are the ones meant, [BasisNone] if none are.
func basisOf(isMeant func(phrase) bool) Basis {
	for _, by := range [...]Basis{BasisDetail, BasisEC, BasisMessage, BasisTemplate, BasisCode, BasisBeginning, BasisSharedMessage, BasisPart, BasisKind} {
		if isMeant(by.phrase()) {
			return by
		}
	}
	return BasisNone
}

// ownFacts makes an error of facts that this module printed, by their keys in JSON.
func ownFacts(facts map[string]string) (*Error, bool) {
	if Kind(facts["kind"]).known() != Kind(facts["kind"]) {
		return nil, false
	}
	doc, err := json.Marshal(facts)
	if err != nil {
		return nil, false
	}
	return ownError(string(doc))
}

// ownDetail reads back what %+v prints: the tail of the line, and the lines below it. What they say of the denial
// and of times is lost.
func ownDetail(tail []logtext.Element, lines string) (*Error, bool) {
	facts := map[string]string{}
	for _, f := range tail {
		facts[f.Name] = f.Value
	}
	for _, line := range strings.Split(lines, "\n") {
		label, said, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch label {
		case "kind":
			for _, part := range strings.Split(said, ", ") {
				if reason, ok := strings.CutPrefix(part, "reason "); ok {
					facts["reason"] = reason
				} else if by, ok := strings.CutPrefix(part, "decided by "); ok {
					facts["basis"] = string(basisOf(func(p phrase) bool { return by == string(p) }))
				}
			}
		case "OSS said":
			code, message, _ := strings.Cut(said, `"`)
			facts["code"] = cmp.Or(strings.TrimSuffix(code, ", "), facts["code"])
			facts["message"] = strings.TrimSuffix(message, `"`)
		case "request":
			said, object, _ := cutAt(said, `object "`)
			op, bucket, _ := cutAt(said, `bucket "`)
			facts["op"], facts["bucket"], facts["object"] = op, bucket, object
		case "host":
			facts["host_id"], facts["bucket_endpoint"], _ = cutAt(said, "OSS asks for ")
		case "access key":
			facts["access_key_id"] = said
		}
	}
	return ownFacts(facts)
}

// cutAt cuts the last item off a list, which begins with a mark; it may be in quotes.
func cutAt(list, mark string) (before, item string, found bool) {
	before, item, found = strings.Cut(list, mark)
	return strings.TrimSuffix(before, ", "), strings.TrimSuffix(strings.TrimSuffix(item, ", "), `"`), found
}

// reportLabel is what stands in front of a fact in a report in one language.
type reportLabel struct {
	lang       Lang
	key, label string
}

var reportLabels = sync.OnceValue(func() (list []reportLabel) {
	for _, l := range languages {
		for _, f := range reportFacts {
			list = append(list, reportLabel{l.lang, f.key, strings.TrimSpace(l.lang.say("%s: %s", l.lang.say(f.name), ""))})
		}
	}
	return list
})

// ownError reads back what [Error.MarshalJSON] or [Attr] wrote.
func ownError(doc string) (*Error, bool) {
	var facts map[string]json.RawMessage
	if json.Unmarshal([]byte(doc), &facts) != nil || facts["kind"] == nil {
		return nil, false
	}
	if facts["denial"] == nil && (facts["action"] != nil || facts["principal"] != nil) { // a group of slog is flat
		denial := map[string]json.RawMessage{}
		for name, key := range map[string]string{"action": "action", "principal_name": "principal"} {
			if v := facts[key]; v != nil {
				denial[name] = v
			}
		}
		if b, err := json.Marshal(denial); err == nil {
			facts["denial"] = b
		}
	}
	b, err := json.Marshal(facts)
	e := new(Error)
	if err != nil || json.Unmarshal(b, e) != nil {
		return nil, false
	}
	if !e.Kind.goesWith(e.Code, e.EC) {
		e.Kind, e.Basis = Classify(e.Code, e.Message, e.EC)
	}
	return e, true
}
