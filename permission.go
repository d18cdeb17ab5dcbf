package oss403

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/ram"
	"github.com/oss403/oss403/internal/request"
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
		retry: RetryAfterGrant, actor: ActorAccountOwner, finds: needsFinding,
	},
	{kinds: []Kind{KindSessionPolicyDenied}, finds: sessionFinding},
	{
		kinds: []Kind{KindAccessDeniedUnspecified, KindObjectAccessDenied, KindBucketACLDenied, KindObjectReadDenied, KindObjectWriteDenied,
			KindObjectACLReadDenied, KindObjectACLWriteDenied, KindRAMPolicyImplicitDeny, KindBucketNotOwned, KindListBucketsForbidden,
			KindActionForbidden, KindBucketCreateNotResourceOwner, KindAnonymousBucketDenied, KindAnonymousObjectDenied, KindAnonymousOperationForbidden},
		finds: func(v view, f *findings) { needsFinding(v, f); signedFinding(v, f) },
	},
}

// sessionFinding says what the request needs, and so its session policy, where OSS did not name it.
func sessionFinding(v view, f *findings) {
	if n := v.sessionNeeds(); n.Action != "" {
		operation, _ := v.needed()
		if v.isNamed() {
			f.add(f.lang.say("request"), operation, "", "The client names this operation. It needs %s; inferred, OSS did not say so.", n.Action)
			return
		}
		f.add(f.lang.say("request"), operation, "", "By its method and parameters this is %s, which needs %s; inferred, OSS did not say so.", operation, n.Action)
	}
}

// needsFinding says what the request needs, where OSS did not name it.
func needsFinding(v view, f *findings) {
	needs, inferred := v.grant()
	if !inferred {
		return
	}
	operation, _ := v.needed()
	if operation == "" {
		return
	}
	request, also := f.lang.say("request"), actionNames(v.doubtful(), f.lang)
	switch actions := actionNames(needs, f.lang); {
	case actions != "" && v.isNamed():
		f.add(request, operation, "", "The client names this operation. It needs %s; inferred, OSS did not say so.", actions)
	case v.isNamed(): // what it may need, its headers decide
	case actions != "" && also != "":
		f.add(request, operation, "", "By its method and parameters this is %s, which needs %s, and may also need %s; inferred, OSS did not say so.", operation, actions, also)
	case actions != "":
		f.add(request, operation, "", "By its method and parameters this is %s, which needs %s; inferred, OSS did not say so.", operation, actions)
	case also != "":
		f.add(request, operation, "", "By its method and parameters this is %s, which may need %s; inferred, OSS did not say so.", operation, also)
	}
}

// doubtful returns the actions of which one indirect source says that the request needs them.
func (v view) doubtful() []ram.NeededAction {
	var list []ram.NeededAction
	for _, n := range v.inferred().possible {
		if n.Doubtful && n.If == "" {
			list = append(list, n)
		}
	}
	return list
}

// refusedAction returns the RAM action that OSS named, in AccessDeniedDetail or in its message.
func refusedAction(v view) string {
	if action := v.denial().Action; action != "" {
		return shorten(action)
	}
	switch action := trimStops(behindWords(v.Message, "you are forbidden to ")); {
	case form.IsAction(action):
		return shorten(action)
	case chars.CompareFold(action, "list buckets") == 0:
		return "oss:ListBuckets"
	}
	if behindWords(v.Message, "put bucket request is not ") != "" {
		return "oss:PutBucket"
	}
	return ""
}

// refusedResource returns on what the action was refused that OSS named, as far as the request or the
// answer shows it: a listing on the bucket, the rest on the object.
func (v view) refusedResource() string {
	action := refusedAction(v)
	if action == "" {
		return ""
	}
	resource, ok := v.resourceOf(action)
	return onlyIf(ok && (v.Bucket != "" || !strings.Contains(resource, "BUCKET")), resource)
}

// refusedBucket returns the bucket on which OSS refused what it named, which of a copy can be that of the
// source; "" where that cannot be told, and for an action on all of OSS.
func (v view) refusedBucket() string {
	action := refusedAction(v)
	if action == "" {
		return v.Bucket
	}
	resource, ok := v.resourceOf(action)
	path, isOSS := strings.CutPrefix(resource, "acs:oss:*:*:")
	bucket, _, _ := strings.Cut(path, "/")
	return onlyIf(ok && isOSS && bucket != "*" && bucket == strings.ToLower(bucket), bucket)
}

// judgedAction returns the action that a session policy was asked for, and for all other kinds the one
// that OSS named: a session policy may lack whatever the request needs, so where OSS did not name the
// action, the request does.
func judgedAction(v view) string { return cmp.Or(refusedAction(v), v.sessionNeeds().Action) }

// judgedResource is judgedAction for what the action was refused on.
func (v view) judgedResource() string { return cmp.Or(v.refusedResource(), v.sessionNeeds().Resource) }

// sessionNeeds returns what a request needs that a session policy refused, if it is one action.
func (v view) sessionNeeds() (n ram.NeededAction) {
	if !v.is(KindSessionPolicyDenied) || refusedAction(v) != "" {
		return n
	}
	if _, needs := v.needed(); len(needs) == 1 {
		return needs[0]
	}
	return n
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
	case KindKMSForbidden:
		return v.kmsGrant(), true
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
	if v.r != nil && v.r.NoHeaders {
		if named, _ := ram.Operation(v.Op); n.operation != named {
			return "", nil
		}
	}
	return n.operation, n.actions
}

// isNamed says that what the request asks for is known by the name that the client has for it, and not by
// its method and parameters.
func (v view) isNamed() bool { return v.r == nil || v.r.Method == "" }

// inferred returns what the request is known to need, nothing where it is not known.
func (v view) inferred() *neededOnce {
	n := v.ev.needs
	if n == nil {
		return &neededNothing
	}
	n.Do(func() { n.infer(v) })
	return n
}

var neededNothing neededOnce

// isGrantable says whether it is known which grant to whoever called makes the request succeed.
func (v view) isGrantable() bool {
	if v.advice().retry != RetryAfterGrant || v.Reason == ReasonCDNOrigin || v.r != nil && v.r.PlainHTTP {
		return false
	}
	needs, _ := v.grant()
	return len(needs) > 0
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
