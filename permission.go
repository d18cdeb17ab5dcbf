package oss403

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/ram"
	"github.com/oss403/oss403/internal/request"
)

// Reasons of a policy that refuses.
const (
	// ReasonSessionPolicyDenies: the policy given to AssumeRole has a Deny that matches.
	ReasonSessionPolicyDenies Reason = "SessionPolicyDenies"
	// ReasonSessionPolicyLacksAllow: nothing in the policy given to AssumeRole allows the action.
	ReasonSessionPolicyLacksAllow Reason = "SessionPolicyLacksAllow"
	// ReasonListingNeedsBucket: the request lists objects, which needs an action on the bucket; a grant on
	// its objects (BUCKET/*) does not cover it.
	ReasonListingNeedsBucket Reason = "ListingNeedsBucket"
)

var permissionRows = []row{
	{
		reason: ReasonSessionPolicyDenies, kinds: []Kind{KindSessionPolicyDenied},
		holds: func(v view) bool { return v.denial().NoPermissionType == "ExplicitDeny" },
		retry: RetryAfterGrant, actor: ActorAccountOwner, finds: nothing,
	},
	{
		reason: ReasonSessionPolicyLacksAllow, kinds: []Kind{KindSessionPolicyDenied},
		holds: func(v view) bool { return v.denial().NoPermissionType == "ImplicitDeny" },
		retry: RetryAfterGrant, actor: ActorAccountOwner, finds: nothing,
	},
	{
		reason: ReasonListingNeedsBucket, kinds: []Kind{KindBucketNotOwned, KindBucketACLDenied, KindRAMPolicyImplicitDeny, KindAccessDeniedUnspecified, KindObjectAccessDenied},
		holds: func(v view) bool {
			if v.r == nil || !v.r.IsSigned() || v.r.Method != "GET" || v.r.Object != "" || refusedAction(v) != "" { // a look that costs nothing
				return false
			}
			_, needs := v.needed()
			return slices.ContainsFunc(needs, func(n ram.NeededAction) bool {
				return n.Action == "oss:ListObjects" || n.Action == "oss:ListObjectVersions"
			})
		},
		retry: RetryAfterGrant, actor: ActorAccountOwner, andKind: true, finds: needsFinding,
	},
	{
		kinds: []Kind{KindAccessDeniedUnspecified, KindObjectAccessDenied, KindBucketACLDenied, KindObjectReadDenied, KindObjectWriteDenied,
			KindObjectACLReadDenied, KindObjectACLWriteDenied, KindRAMPolicyImplicitDeny, KindBucketNotOwned, KindListBucketsForbidden,
			KindActionForbidden, KindBucketCreateNotResourceOwner, KindAnonymousBucketDenied, KindAnonymousObjectDenied, KindAnonymousOperationForbidden},
		finds: func(v view, f *findings) { needsFinding(v, f); signedFinding(v, f) },
	},
}

// needsFinding says what the request needs, where OSS did not name it.
func needsFinding(v view, f *findings) {
	if needs, inferred := v.grant(); inferred && len(needs) > 0 {
		operation, _ := v.needed()
		f.add(f.lang.say("request"), operation, "", "By its method and parameters this is %s, which needs %s; inferred, OSS did not say so.", operation, actionNames(needs, f.lang))
	}
}

// denialFindings reads AccessDeniedDetail.
func denialFindings(v view, f *findings) {
	d := v.Denial
	if d == nil {
		return
	}
	f.add("PolicyType", d.PolicyType, "", policyMeaning(d.PolicyType))
	f.add("NoPermissionType", d.NoPermissionType, "", denialMeaning(d.NoPermissionType))
	f.add("AuthAction", d.Action, "", "This is the RAM action that OSS checked.")
	identityFinding(d, f)
	if d.DiagnosticMessage() != "" {
		f.add("EncodedDiagnosticMessage", gate.Hidden, "", "DiagnosticMessage() returns it; RAM's DecodeDiagnosticMessage shows what was checked.")
	}
}

func policyMeaning(policyType string) phrase {
	switch policyType {
	case "ControlPolicy":
		return "OSS checked the control policies of the resource directory."
	case "SessionPolicy":
		return "OSS checked the policy given to AssumeRole."
	case "AssumeRolePolicy":
		return "OSS checked the trust policy of the role."
	case "AccountLevelIdentityBasedPolicy":
		return "OSS checked the RAM policies granted at account level."
	case "ResourceGroupLevelIdentityBasedPolicy":
		return "OSS checked the RAM policies granted at resource group level."
	}
	return "This is the type of policy that OSS checked."
}

func denialMeaning(noPermissionType string) phrase {
	switch noPermissionType {
	case "ExplicitDeny":
		return "A Deny statement matched."
	case "ImplicitDeny":
		return "No statement allows the action."
	}
	return "This is how the policy refused."
}

func identityFinding(d *Denial, f *findings) {
	const field = "AuthPrincipalDisplayName"
	account := shorten(d.PrincipalOwnerID)
	switch known := account != ""; {
	case d.PrincipalType == "SubUser" && known:
		f.add(field, d.PrincipalName, "", "This is the identity that OSS saw, a RAM user of account %s.", account)
	case d.PrincipalType == "SubUser":
		f.add(field, d.PrincipalName, "", "This is the identity that OSS saw, a RAM user.")
	case d.PrincipalType == "AssumedRoleUser" && known:
		f.add(field, d.PrincipalName, "", "This is the identity that OSS saw, a session of a RAM role of account %s.", account)
	case d.PrincipalType == "AssumedRoleUser":
		f.add(field, d.PrincipalName, "", "This is the identity that OSS saw, a session of a RAM role.")
	case d.PrincipalType == "Federated" && known:
		f.add(field, d.PrincipalName, "", "This is the identity that OSS saw, a federated user of account %s.", account)
	case d.PrincipalType == "Federated":
		f.add(field, d.PrincipalName, "", "This is the identity that OSS saw, a federated user.")
	case known:
		f.add(field, d.PrincipalName, "", "This is the identity that OSS saw of account %s.", account)
	default:
		f.add(field, d.PrincipalName, "", "This is the identity that OSS saw.")
	}
}

func principal(d *Denial, lang Lang) string {
	if d.PrincipalName == "" {
		return ""
	}
	name := shorten(d.PrincipalName)
	switch d.PrincipalType {
	case "SubUser":
		return lang.say("RAM user %s", name)
	case "AssumedRoleUser":
		return lang.say("role session %s", name)
	case "Federated":
		return lang.say("federated user %s", name)
	}
	return strings.TrimSpace(shorten(d.PrincipalType) + " " + name)
}

// grantee returns whom a policy can be attached to: a session has those of its role.
func grantee(d *Denial, lang Lang) string {
	switch d.PrincipalType {
	case "SubUser":
		return principal(d, lang)
	case "AssumedRoleUser":
		if role := roleOf(d); role != "" {
			return lang.say("RAM role %s", role)
		}
	}
	return ""
}

// roleOf returns the role of a session.
func roleOf(d *Denial) string {
	role, _, ok := strings.Cut(d.PrincipalName, ":")
	return onlyIf(ok && d.PrincipalType == "AssumedRoleUser", shorten(role))
}

// refusedAction returns the RAM action that OSS named, in AccessDeniedDetail or in its message.
func refusedAction(v view) string {
	if action := v.denial().Action; action != "" {
		return shorten(action)
	}
	switch action := trimStops(afterFold(v.Message, "you are forbidden to ")); {
	case form.IsAction(action):
		return shorten(action)
	case chars.CompareFold(action, "list buckets") == 0:
		return "oss:ListBuckets"
	}
	if afterFold(v.Message, "put bucket request is not ") != "" {
		return "oss:PutBucket"
	}
	return ""
}

// callbackReason returns why a callback refused, in either wording.
func callbackReason(v view) string {
	message := trimStops(chars.OneLine(v.Message))
	if reason := afterFold(message, "reason: "); reason != "" {
		return shorten(reason)
	}
	return shorten(onlyIf(!strings.HasSuffix(message, ":"), message))
}

// afterFold returns what stands in s behind a text in lower case, "" if the text is not there.
// White space is collapsed, as a space of the text stands for any.
func afterFold(s, text string) string {
	for ; s != ""; s = s[1:] {
		if chars.Lower(s[0]) != text[0] {
			continue
		}
		if rest, ok := cutFold(s, text); ok {
			if rest = strings.TrimSpace(rest); chars.IsWords(rest) {
				return rest
			}
			return strings.Join(strings.Fields(rest), " ")
		}
	}
	return ""
}

func cutFold(s, text string) (rest string, ok bool) {
	for i := range len(text) {
		if text[i] != ' ' {
			if s == "" || chars.Lower(s[0]) != text[i] {
				return "", false
			}
			s = s[1:]
			continue
		}
		rest = strings.TrimLeftFunc(s, unicode.IsSpace)
		if len(rest) == len(s) {
			return "", false
		}
		s = rest
	}
	return s, true
}

// refusedResource returns on what the action was refused that OSS named, as far as the request or the
// answer shows it: a listing on the bucket, the rest on the object.
func (v view) refusedResource() string {
	action := refusedAction(v)
	if action == "" {
		return ""
	}
	resource, ok := v.resourceOf(action)
	return onlyIf(ok && v.Bucket != "", resource)
}

// resourceOf returns what an action that OSS named has to be granted on: what the request needs it
// for, as the source of a copy, else the bucket or the object. ok is false where that cannot be told.
func (v view) resourceOf(action string) (resource string, ok bool) {
	if v.r != nil && !v.r.NoHeaders && v.r.ForOSS {
		n := v.inferred()
		for _, list := range [...][]ram.NeededAction{n.actions, n.possible} {
			for _, n := range list {
				if chars.CompareFold(n.Action, action) == 0 {
					return n.Resource, true
				}
			}
		}
	}
	// A write that lacks a right to read copies something, and from where is not known.
	if strings.HasPrefix(strings.ToLower(action), "oss:getobject") {
		if slices.Contains([]string{"CopyObject", "UploadPartCopy", http.MethodPut}, v.Op) || methodOf(v.r) == http.MethodPut {
			return "", false
		}
	}
	return ram.ActionResource(action, v.Bucket, v.Object)
}

// grant returns the actions that the caller lacks, with their resources: the one that OSS named,
// else those that the request needs. inferred says that OSS did not name them. It returns none
// where a grant is not what is missing: for an explicit deny, a session, control, VPC endpoint or
// bucket policy, and for a request that was not signed.
func (v view) grant() (needs []ram.NeededAction, inferred bool) {
	switch v.Kind {
	case KindAccessDeniedUnspecified, KindObjectAccessDenied, KindBucketACLDenied, KindObjectReadDenied, KindObjectWriteDenied,
		KindObjectACLReadDenied, KindObjectACLWriteDenied, KindRAMPolicyImplicitDeny, KindBucketNotOwned, KindListBucketsForbidden,
		KindActionForbidden, KindBucketCreateNotResourceOwner:
	default:
		return nil, false
	}
	if v.r != nil && v.r.Signature.In == request.Unsigned {
		return nil, false
	}
	action := refusedAction(v)
	if action == "" {
		_, needs = v.needed()
		return needs, true
	}
	resource, ok := v.resourceOf(action)
	if !ok || strings.Contains(resource, "-BUCKET/") || v.Bucket == "" && strings.Contains(resource, "BUCKET") {
		return nil, false
	}
	return []ram.NeededAction{{Action: action, Resource: resource}}, false
}

// needed infers from the request what it asks for and which actions that needs. Actions whose names
// no page gives, and those of KMS, which has an answer of its own, are left out. The result is not
// to be changed.
//
// Without the headers a copy looks like an upload: then the client has to name the operation.
func (v view) needed() (operation string, needs []ram.NeededAction) {
	n := v.inferred()
	if v.r == nil || v.r.NoHeaders && n.operation != v.Op {
		return "", nil
	}
	return n.operation, n.actions
}

// inferred returns what the request is known to need, nothing where it is not known.
func (v view) inferred() *neededOnce {
	n := v.ev.needs
	if v.r == nil || n == nil {
		return &neededNothing
	}
	n.Do(func() { n.infer(v.r) })
	return n
}

var neededNothing neededOnce

// neededOnce is what a request needs, which every text asks for and which takes a while to find.
type neededOnce struct {
	sync.Once
	operation string // "" if it cannot be told
	actions   []ram.NeededAction
	possible  []ram.NeededAction // those that depend on what is in no request
}

func (n *neededOnce) infer(r *request.Request) {
	if !r.ForOSS || r.Bucket == "" && !r.ToService {
		return
	}
	operation, needs, possible, ok := ram.InferActions(r)
	if !ok {
		return
	}
	n.operation, n.possible = operation, possible
	n.actions = slices.DeleteFunc(needs, func(n ram.NeededAction) bool { return n.Guessed || strings.HasPrefix(n.Action, "kms:") })
}

// policy returns the policy that grants what the caller lacks, "" if that is not known, and where a
// grant is not what has to happen. A request by plain http may be refused for just that.
func (v view) policy() string {
	if !v.isGrantable() {
		return ""
	}
	needs, _ := v.grant()
	prefix := ""
	if v.r != nil {
		prefix, _ = v.r.Value("prefix")
	}
	return ram.PolicyJSON(needs, v.Bucket, prefix)
}

// isGrantable says whether it is known which grant to whoever called makes the request succeed.
func (v view) isGrantable() bool {
	if v.advice().retry != RetryAfterGrant || v.Reason == ReasonCDNOrigin || v.r != nil && v.r.PlainHTTP {
		return false
	}
	needs, _ := v.grant()
	return slices.ContainsFunc(needs, func(n ram.NeededAction) bool { return !n.Guessed })
}

// handover returns what to hand to an administrator who is to grant the policy: to whom, what, where in
// the console, and the commands. It is "" without a policy.
func (v view) handover(policy string, lang Lang) string {
	if policy == "" {
		return ""
	}
	needs, _ := v.grant()
	var b strings.Builder
	line := func(p phrase, args ...string) {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(lang.say(p, args...))
	}
	d := v.denial()
	who := grantee(d, lang)
	switch {
	case who != "" && d.PrincipalOwnerID != "":
		line("Grant to: %s of account %s", who, shorten(d.PrincipalOwnerID))
	case who != "":
		line("Grant to: %s", who)
	case v.AccessKeyID != "" && v.AccessKeyID != gate.Hidden:
		line("Grant to: the RAM user or role that AccessKey %s belongs to", shorten(v.AccessKeyID))
	default:
		line("Grant to: the RAM user or role that signed the request")
	}
	for _, n := range needs {
		if !n.Guessed {
			line("What: %s on %s", n.Action, shorten(n.Resource))
		}
	}
	if folder := folderOf(needs); folder != "" {
		line("Or, for all objects beside it: put %s in the place of that resource", shorten(folder))
	}
	attach, role := "AttachPolicyToUser --UserName USER", roleOf(d)
	if role != "" {
		attach = "AttachPolicyToRole --RoleName " + shellQuoted(role)
		line("In the RAM console: Permissions > Policies > Create Policy (JSON), then Identities > Roles > %s > Grant Permission", role)
	} else {
		line("In the RAM console: Permissions > Policies > Create Policy (JSON), then Identities > Users > the user > Grant Permission")
	}
	line("Or by command:")
	var compact bytes.Buffer
	if json.Compact(&compact, []byte(policy)) != nil {
		return b.String()
	}
	b.WriteString("\naliyun ram CreatePolicy --PolicyName oss403 --PolicyDocument " + shellQuoted(compact.String()))
	b.WriteString("\naliyun ram " + attach + " --PolicyType Custom --PolicyName oss403")
	return b.String()
}

// shellQuoted quotes s for a shell.
func shellQuoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// folderOf returns the resource of all objects in the folder of the one object that a grant is for, ""
// if it is not for one object.
func folderOf(needs []ram.NeededAction) string {
	if len(needs) == 0 {
		return ""
	}
	resource := needs[0].Resource
	for _, n := range needs {
		if n.Resource != resource {
			return ""
		}
	}
	i := strings.LastIndexByte(resource, '/')
	if i < 0 || strings.HasSuffix(resource, "*") {
		return ""
	}
	return resource[:i+1] + "*"
}

// actionNames lists actions in words.
func actionNames(needs []ram.NeededAction, lang Lang) string {
	var room [4]string
	names := room[:0]
	for _, n := range needs {
		if !slices.Contains(names, n.Action) {
			names = append(names, n.Action)
		}
	}
	if last := len(names) - 1; last > 0 {
		return strings.Join(names[:last], lang.say(", ")) + lang.say(" and ") + names[last]
	}
	return strings.Join(names, "")
}

// noSuchAction returns the action that the name of the request's operation suggests and that RAM
// certainly does not have: oss:HeadObject for a HEAD, which needs oss:GetObject.
func (v view) noSuchAction() string {
	if _, inferred := v.grant(); !inferred {
		return ""
	}
	operation, needs := v.needed()
	name := "oss:" + operation
	if instead, certain, ok := ram.PhantomAction(name); !ok || !certain || len(needs) == 0 || instead == name {
		return ""
	}
	return name
}
