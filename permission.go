package oss403

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// grant returns the actions that the caller lacks, with their resources: the one that OSS named,
// else those that the request needs. inferred says that OSS did not name them. It returns none
// where a grant is not what is missing: for an explicit deny, a session, control, VPC endpoint or
// bucket policy, and for a request that was not signed.
func (e *Error) grant() (needs []neededAction, inferred bool) {
	switch e.Kind {
	case KindAccessDeniedUnspecified, KindObjectAccessDenied, KindBucketACLDenied, KindObjectReadDenied, KindObjectWriteDenied,
		KindObjectACLReadDenied, KindObjectACLWriteDenied, KindRAMPolicyImplicitDeny, KindBucketNotOwned, KindListBucketsForbidden,
		KindActionForbidden, KindBucketCreateNotResourceOwner:
	default:
		return nil, false
	}
	var r *request
	if e.evidence != nil {
		r = e.evidence().request
	}
	if r != nil && r.signed == unsigned {
		return nil, false
	}
	if action := refusedAction(e); action != "" {
		resource, ok := e.refusedResource(action, r)
		if !ok || strings.Contains(resource, "-BUCKET/") || e.Bucket == "" && strings.Contains(resource, "BUCKET") {
			return nil, false
		}
		return []neededAction{{Action: action, Resource: resource}}, false
	}
	_, needs = r.needs(e.Op)
	return needs, true
}

// refusedResource returns what an action that OSS named has to be granted on: what the request needs
// it for, as the source of a copy, else the bucket or the object. ok is false where that cannot be
// told.
func (e *Error) refusedResource(action string, r *request) (resource string, ok bool) {
	if r != nil && !r.noHeaders && r.forOSS {
		if _, needs, possible, ok := inferActions(r.facts()); ok {
			for _, list := range [...][]neededAction{needs, possible} {
				for _, n := range list {
					if compareFold(n.Action, action) == 0 {
						return n.Resource, true
					}
				}
			}
		}
	}
	// A write that lacks a right to read copies something, and from where is not known.
	if compareFold(action, "oss:GetObject") == 0 || compareFold(action, "oss:GetObjectVersion") == 0 || compareFold(action, "oss:GetObjectTagging") == 0 {
		if slices.Contains([]string{"CopyObject", "UploadPartCopy", http.MethodPut}, e.Op) || r != nil && r.method == http.MethodPut {
			return "", false
		}
	}
	return actionResource(action, e.Bucket, e.Object)
}

// needs infers from a request what it asks for and which actions that needs. Actions whose names
// no page gives, and those of KMS, which has an answer of its own, are left out. The result is not
// to be changed.
//
// Without the headers a copy looks like an upload: then the client has to name the operation.
func (r *request) needs(client string) (operation string, needs []neededAction) {
	if r == nil {
		return "", nil
	}
	i := r.inferred.Load()
	if i == nil {
		i = r.infer()
		r.inferred.Store(i)
	}
	if r.noHeaders && i.operation != client {
		return "", nil
	}
	return i.operation, i.needs
}

// neededByRequest is what a request needs, which every text asks for and which takes a while to find.
type neededByRequest struct {
	operation string // "" if it cannot be told
	needs     []neededAction
}

func (r *request) infer() *neededByRequest {
	if !r.forOSS || r.bucket == "" && !r.toService {
		return &neededByRequest{}
	}
	operation, needs, _, ok := inferActions(r.facts())
	if !ok {
		return &neededByRequest{}
	}
	return &neededByRequest{operation, slices.DeleteFunc(needs, func(n neededAction) bool { return n.Guessed || strings.HasPrefix(n.Action, "kms:") })}
}

// facts is r as actions are inferred from it.
func (r *request) facts() requestFacts {
	f := requestFacts{method: r.method, host: r.host, bucket: r.bucket, object: r.object, query: url.Values{}, header: r.header}
	for _, p := range r.query {
		f.query.Add(p.name, p.value)
	}
	return f
}

// policy returns the policy that grants what the caller lacks, "" if that is not known.
func (e *Error) policy() string {
	needs, _ := e.grant()
	prefix := ""
	if e.evidence != nil && e.evidence().request != nil {
		prefix, _ = e.evidence().request.value("prefix")
	}
	return policyJSON(needs, e.Bucket, prefix)
}

// actionNames lists actions in words.
func actionNames(needs []neededAction, lang Lang) string {
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
	operation, needs := e.evidence().request.needs(e.Op)
	name := "oss:" + operation
	if instead, certain, ok := phantomAction(name); !ok || !certain || len(needs) == 0 || instead == name {
		return ""
	}
	return name
}
