package oss403

import (
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/ram"
	"github.com/oss403/oss403/internal/request"
)

// grant returns the actions that the caller lacks, with their resources: the one that OSS named,
// else those that the request needs. inferred says that OSS did not name them. It returns none
// where a grant is not what is missing: for an explicit deny, a session, control, VPC endpoint or
// bucket policy, and for a request that was not signed.
func (e *Error) grant() (needs []ram.NeededAction, inferred bool) {
	switch e.Kind {
	case KindAccessDeniedUnspecified, KindObjectAccessDenied, KindBucketACLDenied, KindObjectReadDenied, KindObjectWriteDenied,
		KindObjectACLReadDenied, KindObjectACLWriteDenied, KindRAMPolicyImplicitDeny, KindBucketNotOwned, KindListBucketsForbidden,
		KindActionForbidden, KindBucketCreateNotResourceOwner:
	default:
		return nil, false
	}
	var r *request.Request
	if e.evidence != nil {
		r = e.evidence().request
	}
	if r != nil && r.Signature.In == request.Unsigned {
		return nil, false
	}
	if action := refusedAction(e); action != "" {
		resource, ok := e.refusedResource(action, r)
		if !ok || strings.Contains(resource, "-BUCKET/") || e.Bucket == "" && strings.Contains(resource, "BUCKET") {
			return nil, false
		}
		return []ram.NeededAction{{Action: action, Resource: resource}}, false
	}
	_, needs = e.needed()
	return needs, true
}

// refusedResource returns what an action that OSS named has to be granted on: what the request needs
// it for, as the source of a copy, else the bucket or the object. ok is false where that cannot be
// told.
func (e *Error) refusedResource(action string, r *request.Request) (resource string, ok bool) {
	if r != nil && !r.NoHeaders && r.ForOSS {
		if _, needs, possible, ok := ram.InferActions(r); ok {
			for _, list := range [...][]ram.NeededAction{needs, possible} {
				for _, n := range list {
					if chars.CompareFold(n.Action, action) == 0 {
						return n.Resource, true
					}
				}
			}
		}
	}
	// A write that lacks a right to read copies something, and from where is not known.
	if strings.HasPrefix(strings.ToLower(action), "oss:getobject") {
		if slices.Contains([]string{"CopyObject", "UploadPartCopy", http.MethodPut}, e.Op) || r != nil && r.Method == http.MethodPut {
			return "", false
		}
	}
	return ram.ActionResource(action, e.Bucket, e.Object)
}

// needed infers from the request what it asks for and which actions that needs. Actions whose names
// no page gives, and those of KMS, which has an answer of its own, are left out. The result is not
// to be changed.
//
// Without the headers a copy looks like an upload: then the client has to name the operation.
func (e *Error) needed() (operation string, needs []ram.NeededAction) {
	if e.evidence == nil || e.evidence().request == nil {
		return "", nil
	}
	ev := e.evidence()
	n := ev.needs
	n.Do(func() { n.operation, n.actions = inferNeeds(ev.request) })
	if ev.request.NoHeaders && n.operation != e.Op {
		return "", nil
	}
	return n.operation, n.actions
}

// neededOnce is what a request needs, which every text asks for and which takes a while to find.
type neededOnce struct {
	sync.Once
	operation string // "" if it cannot be told
	actions   []ram.NeededAction
}

func inferNeeds(r *request.Request) (operation string, needs []ram.NeededAction) {
	if !r.ForOSS || r.Bucket == "" && !r.ToService {
		return "", nil
	}
	operation, needs, _, ok := ram.InferActions(r)
	if !ok {
		return "", nil
	}
	return operation, slices.DeleteFunc(needs, func(n ram.NeededAction) bool { return n.Guessed || strings.HasPrefix(n.Action, "kms:") })
}

// policy returns the policy that grants what the caller lacks, "" if that is not known.
func (e *Error) policy() string {
	needs, _ := e.grant()
	prefix := ""
	if e.evidence != nil && e.evidence().request != nil {
		prefix, _ = e.evidence().request.Value("prefix")
	}
	return ram.PolicyJSON(needs, e.Bucket, prefix)
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
func (e *Error) noSuchAction() string {
	if _, inferred := e.grant(); !inferred || e.evidence == nil {
		return ""
	}
	operation, needs := e.needed()
	name := "oss:" + operation
	if instead, certain, ok := ram.PhantomAction(name); !ok || !certain || len(needs) == 0 || instead == name {
		return ""
	}
	return name
}
