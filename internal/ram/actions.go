package ram

import (
	"github.com/oss403/oss403/internal/request"

	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/oss403/oss403/internal/chars"
)

// facts is a request as its conditions see it.
type facts struct{ *request.Request }

// NeededAction is one RAM action that a request needs, and on what.
type NeededAction struct {
	Action   string
	Resource string // as a policy names it; what cannot be known is *, or a name in capitals to be filled in
	Inferred bool   // not documented for this operation, but it follows from what is
	Guessed  bool   // no page names the action: built from the operation's name, not to be shown as fact
	Doubtful bool   // one indirect source says so: to be named as a possibility, and granted by no policy
	If       string // what decides whether it is needed, where the request does not show that; else ""
}

// InferActions returns the operation that a request asks for and the actions it needs. possible
// are those that depend on the body or on something that is in no request, and the doubtful ones:
// never state them as fact. operation is "" if none fits; one may well need no action.
func InferActions(r *request.Request) (operation string, needs, possible []NeededAction) {
	f := facts{r}
	return f.actions(f.operation())
}

// ActionsOf is InferActions for a request of which only the operation is known, by the name that a client
// gives it, with the bucket and the object, if any: the actions of its plain form, without headers that ask
// for more.
func ActionsOf(name, bucket, object string) (operation string, needs, possible []NeededAction) {
	return facts{&request.Request{Bucket: bucket, Object: object}}.actions(named(name))
}

// Operation returns OSS's name and the method of the operation that a client calls name; "" for a name that
// is not known, or stands for more than one request.
func Operation(name string) (operation, method string) {
	op := named(name)
	if op == nil {
		return "", ""
	}
	return op.name, op.method
}

// actions returns an operation's name and what it needs, apart from what it may need. op may be nil.
func (f facts) actions(op *operation) (name string, needs, possible []NeededAction) {
	if op == nil {
		return "", nil, nil
	}
	for i := range op.actions {
		a := &op.actions[i]
		condition, hidden := strings.CutPrefix(a.when, "~")
		if !hidden && !f.holds(condition) {
			continue
		}
		n := NeededAction{Action: a.name, Resource: f.resource(a.resource), Inferred: a.confidence == inferred, Guessed: a.confidence == guessed, Doubtful: a.confidence == doubtful}
		list := &needs
		if hidden {
			n.If = condition
		}
		if hidden || n.Doubtful {
			list = &possible
		}
		if !hasAction(*list, n) {
			*list = append(*list, n)
		}
	}
	return op.name, needs, slices.DeleteFunc(possible, func(n NeededAction) bool { return hasAction(needs, n) })
}

func hasAction(list []NeededAction, n NeededAction) bool {
	return slices.ContainsFunc(list, func(m NeededAction) bool { return m.Action == n.Action && m.Resource == n.Resource })
}

// operation returns the one whose conditions hold: of several the one with the most of them.
func (f facts) operation() *operation {
	if len(f.Query) > 64 {
		return nil // no operation has so many parameters, and each is looked for in the whole table
	}
	level := f.level()
	var best *operation
	most := -1
	for i := range operations {
		op := &operations[i]
		if op.level != level || op.method != f.Method || !f.holds(op.match) || f.asksForMore(op) {
			continue
		}
		if n := weight(op.match); n > most {
			best, most = op, n
		}
	}
	return best
}

// named returns the operation of a name, OSS's or S3's; nil if there is none, or more than one.
func named(name string) *operation {
	for _, n := range s3Names {
		if n.s3 == name {
			name = n.oss
			break
		}
	}
	var found *operation
	for i := range operations {
		if operations[i].name != name {
			continue
		}
		if found != nil {
			return nil
		}
		found = &operations[i]
	}
	return found
}

// s3Names are the operations that S3 calls otherwise than OSS does.
var s3Names = [...]struct{ s3, oss string }{
	{"CreateBucket", "PutBucket"},
	{"CreateMultipartUpload", "InitiateMultipartUpload"},
	{"DeleteBucketTagging", "DeleteBucketTags"},
	{"DeleteObjects", "DeleteMultipleObjects"},
	{"GetBucketLifecycleConfiguration", "GetBucketLifecycle"},
	{"GetBucketTagging", "GetBucketTags"},
	{"PutBucketLifecycleConfiguration", "PutBucketLifecycle"},
	{"PutBucketTagging", "PutBucketTags"},
	{"SelectObjectContent", "SelectObject"},
}

func (f facts) level() level {
	switch {
	case f.Object != "":
		return objectLevel
	case f.Bucket != "":
		return bucketLevel
	}
	return serviceLevel
}

// weight counts the conditions that want something to be there; one that also wants a value
// counts a little more.
func weight(conditions string) int {
	n := 0
	for conditions != "" {
		var c string
		c, conditions, _ = strings.Cut(conditions, " ")
		switch {
		case strings.HasPrefix(c, "!"):
		case strings.Contains(c, "="):
			n += 101
		default:
			n += 100
		}
	}
	return n
}

// holds says whether all conditions do. The notation is described at [operation].
func (f facts) holds(conditions string) bool {
	for conditions != "" {
		var c string
		c, conditions, _ = strings.Cut(conditions, " ")
		c, negated := strings.CutPrefix(c, "!")
		name, patterns, hasValue := strings.Cut(c, "=")
		value, ok := f.lookup(name)
		if (ok && (!hasValue || matchesAny(value, patterns))) == negated {
			return false
		}
	}
	return true
}

// lookup returns the value of a query parameter, if name starts with a question mark, or of a
// header. A parameter may be empty, an empty header is none.
func (f facts) lookup(name string) (value string, ok bool) {
	if name, ok := strings.CutPrefix(name, "?"); ok {
		return f.Value(name)
	}
	switch name {
	case "Host":
		value = f.Host
	case "x-oss-copy-source":
		value = f.copySource()
	default:
		value = f.Header.Get(name)
	}
	return value, value != ""
}

// copySource returns the header that makes a copy of an upload, which S3 clients call otherwise.
func (f facts) copySource() string {
	if v := f.Header.Get("x-oss-copy-source"); v != "" {
		return v
	}
	return f.Header.Get("x-amz-copy-source")
}

// matchesAny says whether s has the form of one of the patterns, which are separated by bars.
func matchesAny(s, patterns string) bool {
	for _, p := range strings.Split(patterns, "|") {
		if matchesPattern(s, p) {
			return true
		}
	}
	return false
}

// matchesPattern knows no special character but the asterisk: any text, even none.
func matchesPattern(s, pattern string) bool {
	before, after, star := strings.Cut(pattern, "*")
	if !star {
		return s == pattern
	}
	s, ok := strings.CutPrefix(s, before)
	if !ok || after == "" {
		return ok
	}
	for i := range len(s) + 1 {
		if matchesPattern(s[i:], after) {
			return true
		}
	}
	return false
}

// asksForMore says whether the query has a sub-resource that is not of this operation. A GET of a
// bucket is a listing, unless the query makes it something else, perhaps something younger than
// this table: then no answer is better than a wrong one.
func (f facts) asksForMore(op *operation) bool {
	for _, p := range f.Query {
		if !mentions(op.match, p.Name) && !isModifier(op, p.Name, p.Value) {
			return true
		}
	}
	return false
}

// isModifier says whether a query parameter leaves an operation what it is. Sub-resources mostly
// have no value, so that an unknown parameter without one is taken for a sub-resource.
func isModifier(op *operation, name, value string) bool {
	switch name {
	case "x-oss-process":
		return op.level == objectLevel && (op.method == http.MethodGet || op.method == http.MethodHead)
	case "tagging": // of a bucket or an object a sub-resource, in the list of buckets a filter
		return op.level == serviceLevel
	}
	for i := range operations {
		if mentions(operations[i].match, name) {
			return false
		}
	}
	return value != "" || strings.HasPrefix(name, "response-") || slices.Contains(modifiers[:], name)
}

// modifiers are parameters that may be empty, or are by nature, and are no sub-resources: of
// listings, uploads and signatures.
var modifiers = [...]string{
	"continuation-token", "delimiter", "encoding-type", "fetch-owner", "key-marker", "marker", "max-keys", "max-parts",
	"max-uploads", "part-number-marker", "prefix", "start-after", "tag-key", "tag-value", "upload-id-marker",
	"version-id-marker", "versionId",
	"sequential", "withHashContext", "x-oss-enable-md5", "x-oss-enable-sha1", "x-oss-enable-sha256",
	"callback", "callback-var", "x-oss-callback", "x-oss-callback-var", "x-oss-request-payer", "x-oss-traffic-limit",
	"Expires", "OSSAccessKeyId", "Signature", "security-token",
	"x-oss-access-key-id", "x-oss-additional-headers", "x-oss-credential", "x-oss-date", "x-oss-expires",
	"x-oss-security-token", "x-oss-signature", "x-oss-signature-version",
}

// mentions says whether conditions name a query parameter.
func mentions(conditions, parameter string) bool {
	for conditions != "" {
		var c string
		c, conditions, _ = strings.Cut(conditions, " ")
		name, _, _ := strings.Cut(c, "=")
		if name, ok := strings.CutPrefix(name, "?"); ok && name == parameter {
			return true
		}
	}
	return false
}

// resource fills in a form. Accounts, regions, KMS keys and IMM projects are left open, which
// grants nothing outside of the own account. Foreign buckets and roles are not.
func (f facts) resource(form resourceForm) string {
	bucket, key := cmp.Or(f.Bucket, "BUCKET"), cmp.Or(f.Object, "*")
	switch form {
	case onService:
		return arn("*")
	case onBucket:
		return arn(bucket)
	case onObject:
		return arn(bucket + "/" + key)
	case belowObject:
		return arn(bucket + "/" + strings.TrimRight(key, "/") + "/*")
	case onSource:
		return arn(f.source())
	case onSaveas:
		return arn("SAVEAS-BUCKET/SAVEAS-KEY")
	case inTarget:
		return arn("TARGET-BUCKET/*")
	case onObjectProcess:
		return arn("accesspointforobjectprocess/*")
	case onKMS:
		return "acs:kms:*:*:*"
	case onProject:
		return "acs:imm:*:*:project/*"
	case onRole:
		role, _ := f.Value("role")
		return "acs:ram:*:*:role/" + cmp.Or(role[strings.LastIndexByte(role, '/')+1:], "ROLE")
	}
	return "*"
}

// arn writes a resource of OSS. Its region can only be *, and its account need not be given.
func arn(path string) string { return "acs:oss:*:*:" + path }

// source returns bucket and key of the object that is copied or renamed. SDK v1 writes a space as
// a plus sign there, so that this is a query's escaping and not a path's.
func (f facts) source() string {
	bucket, key := "", ""
	if v, _, _ := strings.Cut(f.copySource(), "?versionId="); v != "" {
		bucket, key, _ = strings.Cut(strings.TrimPrefix(unescape(v), "/"), "/")
	} else if v := f.Header.Get("x-oss-rename-source"); v != "" { // always in the same bucket
		bucket, key = f.Bucket, strings.TrimPrefix(unescape(v), "/")
	}
	return cmp.Or(bucket, "SOURCE-BUCKET") + "/" + cmp.Or(key, "SOURCE-KEY")
}

func unescape(s string) string {
	if u, err := url.QueryUnescape(s); err == nil {
		return u
	}
	return s
}

// known has the names of all actions. Like the catalog's index it is made when it is asked for first.
var known struct {
	sync.Once
	names map[string]bool
}

// IsAction says whether OSS has an action of this name, in its spelling.
func IsAction(name string) bool {
	known.Do(func() {
		known.names = make(map[string]bool)
		for i := range operations {
			for _, a := range operations[i].actions {
				known.names[a.name] = true
			}
		}
	})
	return known.names[name]
}

// ActionResource returns the resource that an action wants in a policy, for when OSS has named
// the action itself and the request is not known. ok is false for an action not in the table.
func ActionResource(name, bucket, object string) (resource string, ok bool) {
	f := facts{&request.Request{Bucket: bucket, Object: object}}
	for i := range operations {
		op := &operations[i]
		for j := range op.actions {
			a := &op.actions[j]
			if len(a.name) != len(name) || chars.CompareFold(a.name, name) != 0 {
				continue
			}
			if a.resource == onSource { // the object that is read is this one
				return f.resource(onObject), true
			}
			return f.resource(a.resource), true
		}
	}
	return "", false
}

// operation is a request of OSS and the actions it needs.
//
// match and [action].when are conditions, separated by spaces, which all must hold:
//
//	?acl         the query has the parameter, with or without a value
//	x-oss-acl    the request has the header
//	name=a|b*    and its value is one of these; an asterisk stands for any text
//	!condition   it does not hold
//
// What an S3 client sends in headers of its own (x-amz-acl) is doubtful: OSS documents that it
// takes most of them, not what it checks then.
//
// Of the operations that match, the one with the most conditions on what must be there counts.
// A when that starts with ~ is no condition but says in words what the request does not show.
type operation struct {
	name, method string
	level        level
	match        string
	actions      []action
}

// action is one RAM action of an operation. Only documented ones are facts.
type action struct {
	name       string
	when       string // "" always
	resource   resourceForm
	confidence confidence
}

// level is what the URL of a request names. The actions may be of another: a DeleteMultipleObjects
// goes to a bucket and needs its right on each object.
type level uint8

const (
	serviceLevel level = iota
	bucketLevel
	objectLevel
)

// confidence says how an action came into the table.
type confidence uint8

const (
	documented confidence = iota // an official page names it for the operation
	inferred                     // the pages say it of a similar operation, or say it only in part
	doubtful                     // a single page hints at it, and the operation's own page does not
	guessed                      // only the request is known; the name is the operation's
)

// resourceForm is what an action has to be granted on.
type resourceForm uint8

const (
	onService       resourceForm = iota // all of OSS, cannot be narrowed
	onBucket                            // the bucket itself, without a slash
	onObject                            // the object, or each object where the URL names none
	belowObject                         // everything in the directory
	onSource                            // the object that is copied or renamed
	onSaveas                            // where the result of processing goes
	inTarget                            // the objects of the bucket that logs go to
	onObjectProcess                     // the access point that a function answers for
	onKMS                               // the keys of KMS
	onProject                           // the projects of IMM
	onRole                              // the RAM role that is handed over
	onAnything                          // not said
)
