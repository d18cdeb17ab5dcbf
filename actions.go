package oss403

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// requestFacts is what a request says about the actions it needs.
type requestFacts struct {
	method         string // GET if empty
	host           string // "" where it is not known
	bucket, object string // decoded; both empty for a request to the service
	query          url.Values
	header         http.Header
}

// neededAction is one RAM action that a request needs, and on what.
type neededAction struct {
	Action   string
	Resource string // as a policy names it; what cannot be known is *, or a name in capitals to be filled in
	Inferred bool   // not documented for this operation, but it follows from what is
	Guessed  bool   // no page names the action: built from the operation's name, not to be shown as fact
	Doubtful bool   // one indirect source says so: to be named as a possibility, and granted by no policy
	If       string // what decides whether it is needed, where the request does not show that; else ""
}

// inferActions returns the operation that a request asks for and the actions it needs. possible
// are those that depend on the body or on something that is in no request, and the doubtful ones:
// never state them as fact. ok is false if no operation fits; an operation may well need no action.
func inferActions(f requestFacts) (operation string, needs, possible []neededAction, ok bool) {
	op := f.operation()
	if op == nil {
		return "", nil, nil, false
	}
	for i := range op.actions {
		a := &op.actions[i]
		condition, hidden := strings.CutPrefix(a.when, "~")
		if !hidden && !f.holds(condition) {
			continue
		}
		n := neededAction{Action: a.name, Resource: f.resource(a.resource), Inferred: a.confidence == inferred, Guessed: a.confidence == guessed, Doubtful: a.confidence == doubtful}
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
	possible = slices.DeleteFunc(possible, func(n neededAction) bool { return hasAction(needs, n) })
	return op.name, needs, possible, true
}

func hasAction(list []neededAction, n neededAction) bool {
	return slices.ContainsFunc(list, func(m neededAction) bool { return m.Action == n.Action && m.Resource == n.Resource })
}

// operation returns the one whose conditions hold: of several the one with the most of them.
func (f *requestFacts) operation() *operation {
	method := f.method
	if method == "" {
		method = http.MethodGet
	}
	if len(f.query) > 64 {
		return nil // no operation has so many parameters, and each is looked for in the whole table
	}
	level := f.level()
	var best *operation
	most := -1
	for i := range operations {
		op := &operations[i]
		if op.level != level || op.method != method || !f.holds(op.match) || f.asksForMore(op) {
			continue
		}
		if n := weight(op.match); n > most {
			best, most = op, n
		}
	}
	return best
}

func (f *requestFacts) level() level {
	switch {
	case f.object != "":
		return objectLevel
	case f.bucket != "":
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
func (f *requestFacts) holds(conditions string) bool {
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
func (f *requestFacts) lookup(name string) (value string, ok bool) {
	if name, ok := strings.CutPrefix(name, "?"); ok {
		_, ok := f.query[name]
		return f.query.Get(name), ok
	}
	switch name {
	case "Host":
		value = f.host
	case "x-oss-copy-source":
		value = f.copySource()
	default:
		value = f.header.Get(name)
	}
	return value, value != ""
}

// copySource returns the header that makes a copy of an upload, which S3 clients call otherwise.
func (f *requestFacts) copySource() string {
	if v := f.header.Get("x-oss-copy-source"); v != "" {
		return v
	}
	return f.header.Get("x-amz-copy-source")
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
func (f *requestFacts) asksForMore(op *operation) bool {
	for name := range f.query {
		if !mentions(op.match, name) && !isModifier(op, name, f.query.Get(name)) {
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
func (f *requestFacts) resource(form resourceForm) string {
	bucket, key := first(f.bucket, "BUCKET"), first(f.object, "*")
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
		role := f.query.Get("role")
		return "acs:ram:*:*:role/" + first(role[strings.LastIndexByte(role, '/')+1:], "ROLE")
	}
	return "*"
}

// arn writes a resource of OSS. Its region can only be *, and its account need not be given.
func arn(path string) string { return "acs:oss:*:*:" + path }

// source returns bucket and key of the object that is copied or renamed. SDK v1 writes a space as
// a plus sign there, so that this is a query's escaping and not a path's.
func (f *requestFacts) source() string {
	bucket, key := "", ""
	if v, _, _ := strings.Cut(f.copySource(), "?versionId="); v != "" {
		bucket, key, _ = strings.Cut(strings.TrimPrefix(unescape(v), "/"), "/")
	} else if v := f.header.Get("x-oss-rename-source"); v != "" { // always in the same bucket
		bucket, key = f.bucket, strings.TrimPrefix(unescape(v), "/")
	}
	return first(bucket, "SOURCE-BUCKET") + "/" + first(key, "SOURCE-KEY")
}

func unescape(s string) string {
	if u, err := url.QueryUnescape(s); err == nil {
		return u
	}
	return s
}

// actionResource returns the resource that an action wants in a policy, for when OSS has named
// the action itself and the request is not known. ok is false for an action not in the table.
func actionResource(name, bucket, object string) (resource string, ok bool) {
	f := requestFacts{bucket: bucket, object: object}
	for i := range operations {
		op := &operations[i]
		for j := range op.actions {
			a := &op.actions[j]
			if compareFold(a.name, name) != 0 {
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

// phantomAction says whether an action occurs in policies though OSS's table of actions has none of
// that name, so that it most likely grants nothing, and what to grant instead: one action, several
// after commas, or "" for what needs none. certain says that there is no such action; of the others
// that is likely, and no more: system policies of RAM hold a few of them.
func phantomAction(name string) (instead string, certain, ok bool) {
	for i := range phantoms {
		if p := &phantoms[i]; compareFold(name, p.name) == 0 {
			return p.instead, p.certain, true
		}
	}
	return "", false, false
}

// phantoms are names of operations, of log entries and of S3's actions.
var phantoms = [...]struct {
	name, instead string
	certain       bool
}{
	{"oss:AppendObject", "oss:PutObject", false},
	{"oss:AsyncProcessObject", "oss:PostProcessTask, oss:GetObject, oss:ProcessImm", false},
	{"oss:CompleteMultipartUpload", "oss:PutObject", false},
	{"oss:CompleteUploadPart", "oss:PutObject", false},
	{"oss:CopyObject", "oss:GetObject, oss:PutObject", false},
	{"oss:CreateBucket", "oss:PutBucket", false},
	{"oss:CreateBucketMetadataConfiguration", "oss:CreateBucketMetadataTableConfiguration", false},
	{"oss:DeleteBucketTags", "oss:DeleteBucketTagging", false},
	{"oss:DeleteMultipleObjects", "oss:DeleteObject", false},
	{"oss:DeleteObjects", "oss:DeleteObject", false},
	{"oss:GetBucket", "oss:ListObjects", false},
	{"oss:GetBucketMetadataConfiguration", "oss:GetBucketMetadataTableConfiguration", false},
	{"oss:GetBucketTags", "oss:GetBucketTagging", false},
	{"oss:GetLiveChannelInfo", "oss:GetLiveChannel", false},
	{"oss:GetObjectMeta", "oss:GetObject", false},
	{"oss:GetService", "oss:ListBuckets", false},
	{"oss:GetSymlink", "oss:GetObject", false},
	{"oss:HeadObject", "oss:GetObject", true},
	{"oss:InitiateMultipartUpload", "oss:PutObject", false},
	{"oss:ListBucket", "oss:ListObjects", false},
	{"oss:ListBucketInventory", "oss:GetBucketInventory", false},
	{"oss:ListObjectsV2", "oss:ListObjects", false},
	{"oss:PostObject", "oss:PutObject", false},
	{"oss:ProcessObject", "oss:PostProcessTask, oss:GetObject", false},
	{"oss:PutBucketCname", "oss:PutCname", false},
	{"oss:PutBucketTags", "oss:PutBucketTagging", false},
	{"oss:PutSymlink", "oss:PutObject", false},
	{"oss:SelectObject", "oss:GetObject", false},
	{"oss:SignUrl", "", false}, // a URL is signed by the client alone; whoever uses it needs the actions of its request
	{"oss:UploadPart", "oss:PutObject", false},
	{"oss:UploadPartCopy", "oss:GetObject, oss:PutObject", false},
}

// policyJSON returns a RAM policy that grants what is needed and no more, "" if there is nothing
// to grant. prefix is that of a listing of bucket. Guessed and doubtful actions are left out: a
// policy is read as fact.
func policyJSON(needs []neededAction, bucket, prefix string) string {
	type statement struct {
		Effect    string
		Action    []string
		Resource  []string
		Condition map[string]map[string][]string `json:",omitempty"`
	}
	var list []statement
	for _, n := range needs {
		if n.Guessed || n.Doubtful {
			continue
		}
		if object, _ := strings.CutPrefix(n.Resource, arn(bucket)+"/"); object != n.Resource && object != "*" && isPattern(object) || isPattern(prefix) {
			return "" // it would grant more than was asked for
		}
		s := statement{Effect: "Allow", Action: []string{n.Action}, Resource: []string{n.Resource}}
		if n.Action == "oss:ListObjects" && n.Resource == arn(bucket) && prefix != "" {
			values := []string{prefix}
			if strings.HasSuffix(prefix, "/") { // and what is below
				values = append(values, prefix+"*")
			}
			s.Condition = map[string]map[string][]string{"StringLike": {"oss:Prefix": values}}
		}
		i := slices.IndexFunc(list, func(t statement) bool {
			return t.Resource[0] == n.Resource && (t.Condition == nil) == (s.Condition == nil)
		})
		switch {
		case i < 0:
			list = append(list, s)
		case !slices.Contains(list[i].Action, n.Action):
			list[i].Action = append(list[i].Action, n.Action)
		}
	}
	if len(list) == 0 {
		return ""
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if enc.Encode(struct {
		Version   string
		Statement []statement
	}{"1", list}) != nil {
		return ""
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// isPattern says whether a name means more than itself in a policy.
func isPattern(name string) bool {
	return strings.ContainsAny(name, "*?") || strings.Contains(name, "${")
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

// operations is all that is known, from the pages on authorization and on each operation, and
// from what the SDKs send. It is static data, and read only after a 403.
var operations = [...]operation{
	// Objects
	{"PutObject", "PUT", objectLevel, "!x-oss-copy-source", []action{
		{"oss:PutObject", "", onObject, documented},
		{"oss:PutObjectTagging", "x-oss-tagging", onObject, documented},
		{"kms:GenerateDataKey", "x-oss-server-side-encryption=KMS", onKMS, documented},
		{"kms:Decrypt", "x-oss-server-side-encryption=KMS", onKMS, documented},
		{"kms:GenerateDataKey", "~the bucket encrypts with KMS by default", onKMS, inferred},
		{"kms:Decrypt", "~the bucket encrypts with KMS by default", onKMS, inferred},
		{"oss:PutObjectAcl", "x-oss-object-acl", onObject, doubtful},
		{"oss:PutObjectTagging", "x-amz-tagging", onObject, doubtful},
		{"oss:PutObjectAcl", "x-amz-acl", onObject, doubtful},
	}},
	{"GetObject", "GET", objectLevel, "", []action{
		{"oss:GetObject", "!?versionId", onObject, documented},
		{"oss:GetObjectVersion", "?versionId", onObject, documented},
		{"oss:GetObject", "?versionId", onObject, inferred},
		{"kms:Decrypt", "~the object is encrypted with KMS", onKMS, documented},
		{"oss:ProcessImm", "?x-oss-process=doc/*|audio/*|hls/*|video/* !?x-oss-process=video/snapshot|video/snapshot,*", onObject, documented},
		{"imm:GenerateWebofficeToken", "?x-oss-process=doc/preview*|doc/edit*", onProject, inferred},
		{"imm:RefreshWebofficeToken", "?x-oss-process=doc/preview*|doc/edit*", onProject, inferred},
		{"imm:CreateOfficeConversionTask", "?x-oss-process=doc/snapshot*", onProject, inferred},
	}},
	{"HeadObject", "HEAD", objectLevel, "", []action{
		{"oss:GetObject", "", onObject, documented},
		{"oss:GetObjectVersion", "?versionId", onObject, inferred},
	}},
	{"GetObjectMeta", "HEAD", objectLevel, "?objectMeta", []action{
		{"oss:GetObject", "", onObject, documented},
		{"oss:GetObjectVersion", "?versionId", onObject, inferred},
	}},
	{"DeleteObject", "DELETE", objectLevel, "", []action{
		{"oss:DeleteObject", "!?versionId", onObject, documented},
		{"oss:DeleteObjectVersion", "?versionId", onObject, documented},
		{"oss:DeleteObject", "?versionId", onObject, inferred},
	}},
	{"CopyObject", "PUT", objectLevel, "x-oss-copy-source", []action{
		{"oss:GetObject", "", onSource, documented},
		{"oss:PutObject", "", onObject, documented},
		{"oss:GetObjectVersion", "x-oss-copy-source=*?versionId=*", onSource, documented},
		{"oss:GetObjectTagging", "x-oss-tagging", onSource, documented},
		{"oss:PutObjectTagging", "x-oss-tagging", onObject, documented},
		{"oss:GetObjectVersionTagging", "x-oss-tagging x-oss-copy-source=*?versionId=*", onSource, documented},
		{"kms:GenerateDataKey", "x-oss-server-side-encryption=KMS", onKMS, documented},
		{"kms:Decrypt", "x-oss-server-side-encryption=KMS", onKMS, documented},
		{"kms:Decrypt", "~the source object is encrypted with KMS", onKMS, inferred},
		{"oss:PutObjectAcl", "x-oss-object-acl", onObject, doubtful},
		{"oss:PutObjectTagging", "x-amz-tagging", onObject, doubtful},
		{"oss:PutObjectAcl", "x-amz-acl", onObject, doubtful},
	}},
	{"AppendObject", "POST", objectLevel, "?append ?position", []action{
		{"oss:PutObject", "", onObject, documented},
		{"oss:PutObjectTagging", "x-oss-tagging", onObject, documented},
		{"kms:GenerateDataKey", "x-oss-server-side-encryption=KMS", onKMS, inferred},
		{"kms:Decrypt", "x-oss-server-side-encryption=KMS", onKMS, inferred},
		{"oss:PutObjectAcl", "x-oss-object-acl", onObject, doubtful},
	}},
	{"SealAppendObject", "POST", objectLevel, "?seal ?position", []action{{"oss:SealAppendObject", "", onObject, documented}}},
	{"PutSymlink", "PUT", objectLevel, "?symlink", []action{
		{"oss:PutObject", "", onObject, documented},
		{"oss:PutObjectTagging", "x-oss-tagging", onObject, documented},
		{"oss:PutObjectAcl", "x-oss-object-acl", onObject, doubtful},
	}},
	{"GetSymlink", "GET", objectLevel, "?symlink", []action{
		{"oss:GetObject", "", onObject, documented},
		{"oss:GetObjectVersion", "?versionId", onObject, inferred},
	}},
	{"RestoreObject", "POST", objectLevel, "?restore", []action{
		{"oss:RestoreObject", "!?versionId", onObject, documented},
		{"oss:RestoreObjectVersion", "?versionId", onObject, documented},
		{"oss:RestoreObject", "?versionId", onObject, inferred},
	}},
	{"CleanRestoredObject", "POST", objectLevel, "?cleanRestoredObject", []action{
		{"oss:CleanRestoredObject", "!?versionId", onObject, documented},
		{"oss:CleanRestoredObjectVersion", "?versionId", onObject, documented},
		{"oss:CleanRestoredObject", "?versionId", onObject, inferred},
	}},
	{"ProcessObject", "POST", objectLevel, "?x-oss-process", []action{
		{"oss:PostProcessTask", "", onObject, documented},
		{"oss:GetObject", "", onObject, documented},
		{"oss:PutObject", "~the body has sys/saveas", onSaveas, documented},
		{"oss:ProcessImm", "~the body asks for an operation of IMM", onObject, documented},
	}},
	{"AsyncProcessObject", "POST", objectLevel, "?x-oss-async-process", []action{
		{"oss:PostProcessTask", "", onObject, documented},
		{"oss:GetObject", "", onObject, documented},
		{"oss:ProcessImm", "", onObject, documented},
		{"oss:PutObject", "~the body has sys/saveas", onSaveas, documented},
		{"imm:CreateOfficeConversionTask", "~the body asks for doc/convert", onProject, documented},
		{"imm:CreateMediaConvertTask", "~the body asks for video/convert or audio/convert", onProject, inferred},
	}},
	{"SelectObject", "POST", objectLevel, "?x-oss-process=csv/select|json/select", []action{{"oss:GetObject", "", onObject, documented}}},
	{"CreateSelectObjectMeta", "POST", objectLevel, "?x-oss-process=csv/meta|json/meta", []action{
		{"oss:GetObject", "", onObject, inferred},
		{"oss:PutObject", "", onObject, inferred},
	}},
	{"InitiateMultipartUpload", "POST", objectLevel, "?uploads", []action{
		{"oss:PutObject", "", onObject, documented},
		{"oss:PutObjectTagging", "x-oss-tagging", onObject, documented},
		{"kms:GenerateDataKey", "x-oss-server-side-encryption=KMS", onKMS, documented},
		{"kms:Decrypt", "x-oss-server-side-encryption=KMS", onKMS, documented},
		{"kms:GenerateDataKey", "~the bucket encrypts with KMS by default", onKMS, inferred},
		{"kms:Decrypt", "~the bucket encrypts with KMS by default", onKMS, inferred},
		{"oss:PutObjectAcl", "x-oss-object-acl", onObject, doubtful},
		{"oss:PutObjectTagging", "x-amz-tagging", onObject, doubtful},
		{"oss:PutObjectAcl", "x-amz-acl", onObject, doubtful},
	}},
	{"UploadPart", "PUT", objectLevel, "?partNumber ?uploadId !x-oss-copy-source", []action{
		{"oss:PutObject", "", onObject, documented},
		{"kms:GenerateDataKey", "~the upload was initiated with KMS encryption", onKMS, inferred},
		{"kms:Decrypt", "~the upload was initiated with KMS encryption", onKMS, inferred},
	}},
	{"UploadPartCopy", "PUT", objectLevel, "?partNumber ?uploadId x-oss-copy-source", []action{
		{"oss:GetObject", "", onSource, documented},
		{"oss:PutObject", "", onObject, documented},
		{"oss:GetObjectVersion", "x-oss-copy-source=*?versionId=*", onSource, documented},
		{"kms:Decrypt", "~the source object is encrypted with KMS", onKMS, inferred},
	}},
	{"CompleteMultipartUpload", "POST", objectLevel, "?uploadId", []action{
		{"oss:PutObject", "", onObject, documented},
		{"oss:PutObjectTagging", "x-oss-tagging", onObject, documented},
		{"oss:PutObjectTagging", "~the upload was initiated with x-oss-tagging", onObject, inferred},
		{"oss:PutObjectAcl", "x-oss-object-acl", onObject, doubtful},
	}},
	{"AbortMultipartUpload", "DELETE", objectLevel, "?uploadId", []action{{"oss:AbortMultipartUpload", "", onObject, documented}}},
	{"ListParts", "GET", objectLevel, "?uploadId", []action{{"oss:ListParts", "", onObject, documented}}},
	{"PutObjectAcl", "PUT", objectLevel, "?acl", []action{
		{"oss:PutObjectAcl", "!?versionId", onObject, documented},
		{"oss:PutObjectVersionAcl", "?versionId", onObject, documented},
		{"oss:PutObjectAcl", "?versionId", onObject, inferred},
	}},
	{"GetObjectAcl", "GET", objectLevel, "?acl", []action{
		{"oss:GetObjectAcl", "!?versionId", onObject, documented},
		{"oss:GetObjectVersionAcl", "?versionId", onObject, documented},
		{"oss:GetObjectAcl", "?versionId", onObject, inferred},
	}},
	{"PutObjectTagging", "PUT", objectLevel, "?tagging", []action{
		{"oss:PutObjectTagging", "!?versionId", onObject, documented},
		{"oss:PutObjectVersionTagging", "?versionId", onObject, documented},
		{"oss:PutObjectTagging", "?versionId", onObject, inferred},
	}},
	{"GetObjectTagging", "GET", objectLevel, "?tagging", []action{
		{"oss:GetObjectTagging", "!?versionId", onObject, documented},
		{"oss:GetObjectVersionTagging", "?versionId", onObject, documented},
		{"oss:GetObjectTagging", "?versionId", onObject, inferred},
	}},
	{"DeleteObjectTagging", "DELETE", objectLevel, "?tagging", []action{
		{"oss:DeleteObjectTagging", "!?versionId", onObject, documented},
		{"oss:DeleteObjectVersionTagging", "?versionId", onObject, documented},
		{"oss:DeleteObjectTagging", "?versionId", onObject, inferred},
	}},
	{"PutObjectRetention", "PUT", objectLevel, "?retention", []action{
		{"oss:PutObjectRetention", "", onObject, documented},
		{"oss:BypassGovernanceRetention", "x-oss-bypass-governance-retention", onObject, inferred},
	}},
	{"GetObjectRetention", "GET", objectLevel, "?retention", []action{{"oss:GetObjectRetention", "", onObject, guessed}}},
	{"PutObjectLegalHold", "PUT", objectLevel, "?legalHold", []action{{"oss:PutObjectLegalHold", "", onObject, guessed}}},
	{"GetObjectLegalHold", "GET", objectLevel, "?legalHold", []action{{"oss:GetObjectLegalHold", "", onObject, guessed}}},
	{"OptionObject", "OPTIONS", objectLevel, "Origin Access-Control-Request-Method", nil},
	{"PutLiveChannel", "PUT", objectLevel, "?live", []action{{"oss:PutLiveChannel", "", onObject, documented}}},
	{"DeleteLiveChannel", "DELETE", objectLevel, "?live", []action{{"oss:DeleteLiveChannel", "", onObject, documented}}},
	{"PutLiveChannelStatus", "PUT", objectLevel, "?live ?status", []action{{"oss:PutLiveChannelStatus", "", onObject, documented}}},
	{"GetLiveChannelInfo", "GET", objectLevel, "?live", []action{{"oss:GetLiveChannel", "", onObject, documented}}},
	{"GetLiveChannelStat", "GET", objectLevel, "?live ?comp=stat", []action{{"oss:GetLiveChannelStat", "", onObject, documented}}},
	{"GetLiveChannelHistory", "GET", objectLevel, "?live ?comp=history", []action{{"oss:GetLiveChannelHistory", "", onObject, documented}}},
	{"PostVodPlaylist", "POST", objectLevel, "?vod", []action{{"oss:PostVodPlaylist", "", onObject, documented}}},
	{"GetVodPlaylist", "GET", objectLevel, "?vod", []action{{"oss:GetVodPlaylist", "", onObject, documented}}},
	{"Rename", "POST", objectLevel, "?x-oss-rename x-oss-rename-source", []action{
		{"oss:DeleteObject", "", onSource, documented},
		{"oss:PutObject", "", onObject, documented},
	}},
	{"CreateDirectory", "POST", objectLevel, "?x-oss-dir", []action{{"oss:PutObject", "", onObject, documented}}},
	{"DeleteDirectory", "POST", objectLevel, "?x-oss-delete", []action{
		{"oss:DeleteObject", "", onObject, documented},
		{"oss:DeleteObject", "x-oss-delete-recursive=true", belowObject, documented},
	}},

	// Buckets
	{"DeleteMultipleObjects", "POST", bucketLevel, "?delete", []action{
		{"oss:DeleteObject", "", onObject, documented},
		{"oss:DeleteObjectVersion", "~the body has a VersionId", onObject, inferred},
	}},
	{"PostObject", "POST", bucketLevel, "Content-Type=multipart/form-data*", []action{
		{"oss:PutObject", "", onObject, documented},
		{"oss:PutObjectTagging", "~the form has x-oss-tagging", onObject, inferred},
		{"kms:GenerateDataKey", "~the form asks for KMS encryption", onKMS, inferred},
		{"kms:Decrypt", "~the form asks for KMS encryption", onKMS, inferred},
		{"oss:PutObjectAcl", "~the form has x-oss-object-acl", onObject, doubtful},
	}},
	{"ListMultipartUploads", "GET", bucketLevel, "?uploads", []action{{"oss:ListMultipartUploads", "", onBucket, documented}}},
	{"ListObjects", "GET", bucketLevel, "", []action{{"oss:ListObjects", "", onBucket, documented}}},
	{"ListObjectsV2", "GET", bucketLevel, "?list-type=2", []action{{"oss:ListObjects", "", onBucket, inferred}}},
	{"ListObjectVersions", "GET", bucketLevel, "?versions", []action{{"oss:ListObjectVersions", "", onBucket, documented}}},
	{"PutBucket", "PUT", bucketLevel, "", []action{
		{"oss:PutBucket", "", onBucket, documented},
		{"oss:PutBucketAcl", "x-oss-acl", onBucket, documented},
		{"oss:PutBucketAcl", "x-amz-acl", onBucket, doubtful},
		{"oss:PutBucketResourceGroup", "x-oss-resource-group-id", onBucket, inferred},
	}},
	{"DeleteBucket", "DELETE", bucketLevel, "", []action{{"oss:DeleteBucket", "", onBucket, documented}}},
	{"GetBucketInfo", "GET", bucketLevel, "?bucketInfo", []action{{"oss:GetBucketInfo", "", onBucket, documented}}},
	{"GetBucketStat", "GET", bucketLevel, "?stat", []action{{"oss:GetBucketStat", "", onBucket, documented}}},
	{"GetBucketLocation", "GET", bucketLevel, "?location", []action{{"oss:GetBucketLocation", "", onBucket, documented}}},
	{"HeadBucket", "HEAD", bucketLevel, "", []action{{"oss:GetBucketInfo", "", onBucket, doubtful}}},
	{"PutBucketAcl", "PUT", bucketLevel, "?acl", []action{
		{"oss:PutBucketAcl", "", onBucket, documented},
		{"oss:PutBucket", "~the bucket does not exist", onBucket, inferred},
	}},
	{"GetBucketAcl", "GET", bucketLevel, "?acl", []action{{"oss:GetBucketAcl", "", onBucket, documented}}},
	{"PutBucketVersioning", "PUT", bucketLevel, "?versioning", []action{{"oss:PutBucketVersioning", "", onBucket, documented}}},
	{"GetBucketVersioning", "GET", bucketLevel, "?versioning", []action{{"oss:GetBucketVersioning", "", onBucket, documented}}},
	{"PutBucketRequestPayment", "PUT", bucketLevel, "?requestPayment", []action{{"oss:PutBucketRequestPayment", "", onBucket, documented}}},
	{"GetBucketRequestPayment", "GET", bucketLevel, "?requestPayment", []action{{"oss:GetBucketRequestPayment", "", onBucket, documented}}},
	{"PutBucketTags", "PUT", bucketLevel, "?tagging", []action{{"oss:PutBucketTagging", "", onBucket, documented}}},
	{"GetBucketTags", "GET", bucketLevel, "?tagging", []action{{"oss:GetBucketTagging", "", onBucket, documented}}},
	{"DeleteBucketTags", "DELETE", bucketLevel, "?tagging", []action{{"oss:DeleteBucketTagging", "", onBucket, documented}}},
	{"PutBucketPolicy", "PUT", bucketLevel, "?policy", []action{{"oss:PutBucketPolicy", "", onBucket, documented}}},
	{"GetBucketPolicy", "GET", bucketLevel, "?policy", []action{{"oss:GetBucketPolicy", "", onBucket, documented}}},
	{"DeleteBucketPolicy", "DELETE", bucketLevel, "?policy", []action{{"oss:DeleteBucketPolicy", "", onBucket, documented}}},
	{"GetBucketPolicyStatus", "GET", bucketLevel, "?policyStatus", []action{{"oss:GetBucketPolicyStatus", "", onBucket, documented}}},
	{"PutBucketLifecycle", "PUT", bucketLevel, "?lifecycle", []action{{"oss:PutBucketLifecycle", "", onBucket, documented}}},
	{"GetBucketLifecycle", "GET", bucketLevel, "?lifecycle", []action{{"oss:GetBucketLifecycle", "", onBucket, documented}}},
	{"DeleteBucketLifecycle", "DELETE", bucketLevel, "?lifecycle", []action{{"oss:DeleteBucketLifecycle", "", onBucket, documented}}},
	{"PutBucketCors", "PUT", bucketLevel, "?cors", []action{{"oss:PutBucketCors", "", onBucket, documented}}},
	{"GetBucketCors", "GET", bucketLevel, "?cors", []action{{"oss:GetBucketCors", "", onBucket, documented}}},
	{"DeleteBucketCors", "DELETE", bucketLevel, "?cors", []action{{"oss:DeleteBucketCors", "", onBucket, documented}}},
	{"PutBucketEncryption", "PUT", bucketLevel, "?encryption", []action{
		{"oss:PutBucketEncryption", "", onBucket, documented},
		{"oss:GetBucketEncryption", "", onBucket, inferred},
		{"kms:List*", "~the body has a KMSMasterKeyID", onKMS, documented},
		{"kms:DescribeKey", "~the body has a KMSMasterKeyID", onKMS, documented},
	}},
	{"GetBucketEncryption", "GET", bucketLevel, "?encryption", []action{{"oss:GetBucketEncryption", "", onBucket, documented}}},
	{"DeleteBucketEncryption", "DELETE", bucketLevel, "?encryption", []action{{"oss:DeleteBucketEncryption", "", onBucket, documented}}},
	{"PutBucketLogging", "PUT", bucketLevel, "?logging", []action{
		{"oss:PutBucketLogging", "", onBucket, documented},
		{"oss:PutObject", "~the body has a TargetBucket", inTarget, documented},
		{"ram:PassRole", "~the body has a LoggingRole", onRole, inferred},
	}},
	{"GetBucketLogging", "GET", bucketLevel, "?logging", []action{{"oss:GetBucketLogging", "", onBucket, documented}}},
	{"DeleteBucketLogging", "DELETE", bucketLevel, "?logging", []action{{"oss:DeleteBucketLogging", "", onBucket, documented}}},
	{"PutUserDefinedLogFieldsConfig", "PUT", bucketLevel, "?userDefinedLogFieldsConfig", []action{{"oss:PutUserDefinedLogFieldsConfig", "", onBucket, documented}}},
	{"GetUserDefinedLogFieldsConfig", "GET", bucketLevel, "?userDefinedLogFieldsConfig", []action{{"oss:GetUserDefinedLogFieldsConfig", "", onBucket, documented}}},
	{"DeleteUserDefinedLogFieldsConfig", "DELETE", bucketLevel, "?userDefinedLogFieldsConfig", []action{{"oss:DeleteUserDefinedLogFieldsConfig", "", onBucket, inferred}}},
	{"PutBucketWebsite", "PUT", bucketLevel, "?website", []action{{"oss:PutBucketWebsite", "", onBucket, documented}}},
	{"GetBucketWebsite", "GET", bucketLevel, "?website", []action{{"oss:GetBucketWebsite", "", onBucket, documented}}},
	{"DeleteBucketWebsite", "DELETE", bucketLevel, "?website", []action{{"oss:DeleteBucketWebsite", "", onBucket, documented}}},
	{"PutBucketReferer", "PUT", bucketLevel, "?referer", []action{{"oss:PutBucketReferer", "", onBucket, documented}}},
	{"GetBucketReferer", "GET", bucketLevel, "?referer", []action{{"oss:GetBucketReferer", "", onBucket, documented}}},
	{"PutBucketTransferAcceleration", "PUT", bucketLevel, "?transferAcceleration", []action{{"oss:PutBucketTransferAcceleration", "", onBucket, documented}}},
	{"GetBucketTransferAcceleration", "GET", bucketLevel, "?transferAcceleration", []action{{"oss:GetBucketTransferAcceleration", "", onBucket, documented}}},
	{"InitiateBucketWorm", "POST", bucketLevel, "?worm", []action{{"oss:InitiateBucketWorm", "", onBucket, documented}}},
	{"AbortBucketWorm", "DELETE", bucketLevel, "?worm", []action{{"oss:AbortBucketWorm", "", onBucket, documented}}},
	{"CompleteBucketWorm", "POST", bucketLevel, "?wormId", []action{{"oss:CompleteBucketWorm", "", onBucket, documented}}},
	{"ExtendBucketWorm", "POST", bucketLevel, "?wormExtend ?wormId", []action{{"oss:ExtendBucketWorm", "", onBucket, documented}}},
	{"GetBucketWorm", "GET", bucketLevel, "?worm", []action{{"oss:GetBucketWorm", "", onBucket, documented}}},
	{"PutBucketObjectWormConfiguration", "PUT", bucketLevel, "?objectWorm", []action{{"oss:PutBucketObjectWormConfiguration", "", onBucket, guessed}}},
	{"GetBucketObjectWormConfiguration", "GET", bucketLevel, "?objectWorm", []action{{"oss:GetBucketObjectWormConfiguration", "", onBucket, guessed}}},
	{"PutBucketReplication", "POST", bucketLevel, "?replication ?comp=add", []action{
		{"oss:PutBucketReplication", "", onBucket, documented},
		{"oss:ReplicateGet", "~the body has a SyncRole or the target is in another account", onBucket, documented},
		{"ram:PassRole", "~the body has a SyncRole", onRole, inferred},
	}},
	{"PutBucketRtc", "PUT", bucketLevel, "?rtc", []action{{"oss:PutBucketRTC", "", onBucket, documented}}},
	{"GetBucketReplication", "GET", bucketLevel, "?replication", []action{{"oss:GetBucketReplication", "", onBucket, documented}}},
	{"DeleteBucketReplication", "POST", bucketLevel, "?replication ?comp=delete", []action{{"oss:DeleteBucketReplication", "", onBucket, documented}}},
	{"GetBucketReplicationLocation", "GET", bucketLevel, "?replicationLocation", []action{{"oss:GetBucketReplicationLocation", "", onBucket, documented}}},
	{"GetBucketReplicationProgress", "GET", bucketLevel, "?replicationProgress", []action{{"oss:GetBucketReplicationProgress", "", onBucket, documented}}},
	{"PutBucketInventory", "PUT", bucketLevel, "?inventory ?inventoryId", []action{
		{"oss:PutBucketInventory", "", onBucket, documented},
		{"ram:PassRole", "~the body has a RoleArn", onRole, inferred},
	}},
	{"GetBucketInventory", "GET", bucketLevel, "?inventory ?inventoryId", []action{{"oss:GetBucketInventory", "", onBucket, documented}}},
	{"ListBucketInventory", "GET", bucketLevel, "?inventory", []action{{"oss:GetBucketInventory", "", onBucket, documented}}},
	{"DeleteBucketInventory", "DELETE", bucketLevel, "?inventory ?inventoryId", []action{{"oss:DeleteBucketInventory", "", onBucket, documented}}},
	{"PutBucketAccessMonitor", "PUT", bucketLevel, "?accessmonitor", []action{{"oss:PutBucketAccessMonitor", "", onBucket, documented}}},
	{"GetBucketAccessMonitor", "GET", bucketLevel, "?accessmonitor", []action{{"oss:GetBucketAccessMonitor", "", onBucket, documented}}},
	{"PutBucketResourceGroup", "PUT", bucketLevel, "?resourceGroup", []action{{"oss:PutBucketResourceGroup", "", onBucket, documented}}},
	{"GetBucketResourceGroup", "GET", bucketLevel, "?resourceGroup", []action{{"oss:GetBucketResourceGroup", "", onBucket, documented}}},
	{"PutBucketArchiveDirectRead", "PUT", bucketLevel, "?bucketArchiveDirectRead", []action{{"oss:PutBucketArchiveDirectRead", "", onBucket, documented}}},
	{"GetBucketArchiveDirectRead", "GET", bucketLevel, "?bucketArchiveDirectRead", []action{{"oss:GetBucketArchiveDirectRead", "", onBucket, documented}}},
	{"PutBucketHttpsConfig", "PUT", bucketLevel, "?httpsConfig", []action{{"oss:PutBucketHttpsConfig", "", onBucket, documented}}},
	{"GetBucketHttpsConfig", "GET", bucketLevel, "?httpsConfig", []action{{"oss:GetBucketHttpsConfig", "", onBucket, documented}}},
	{"PutBucketOverwriteConfig", "PUT", bucketLevel, "?overwriteConfig", []action{{"oss:PutBucketOverwriteConfig", "", onBucket, documented}}},
	{"GetBucketOverwriteConfig", "GET", bucketLevel, "?overwriteConfig", []action{{"oss:GetBucketOverwriteConfig", "", onBucket, documented}}},
	{"DeleteBucketOverwriteConfig", "DELETE", bucketLevel, "?overwriteConfig", []action{{"oss:DeleteBucketOverwriteConfig", "", onBucket, documented}}},
	{"PutBucketPublicAccessBlock", "PUT", bucketLevel, "?publicAccessBlock", []action{{"oss:PutBucketPublicAccessBlock", "", onBucket, documented}}},
	{"GetBucketPublicAccessBlock", "GET", bucketLevel, "?publicAccessBlock", []action{{"oss:GetBucketPublicAccessBlock", "", onBucket, documented}}},
	{"DeleteBucketPublicAccessBlock", "DELETE", bucketLevel, "?publicAccessBlock", []action{{"oss:DeleteBucketPublicAccessBlock", "", onBucket, documented}}},
	{"PutBucketStorageQuota", "PUT", bucketLevel, "?quota", []action{{"oss:PutBucketStorageQuota", "", onBucket, guessed}}},
	{"GetBucketStorageQuota", "GET", bucketLevel, "?quota", []action{{"oss:GetBucketStorageQuota", "", onBucket, guessed}}},
	{"DeleteBucketStorageQuota", "DELETE", bucketLevel, "?quota", []action{{"oss:DeleteBucketStorageQuota", "", onBucket, guessed}}},
	{"PutStyle", "PUT", bucketLevel, "?style ?styleName", []action{{"oss:PutStyle", "", onBucket, documented}}},
	{"GetStyle", "GET", bucketLevel, "?style ?styleName", []action{{"oss:GetStyle", "", onBucket, documented}}},
	{"ListStyle", "GET", bucketLevel, "?style", []action{{"oss:ListStyle", "", onBucket, documented}}},
	{"DeleteStyle", "DELETE", bucketLevel, "?style ?styleName", []action{{"oss:DeleteStyle", "", onBucket, documented}}},
	{"PutCname", "POST", bucketLevel, "?cname ?comp=add", []action{
		{"oss:PutCname", "", onBucket, documented},
		{"yundun-cert:DescribeSSLCertificatePrivateKey", "~the body has a CertificateConfiguration", onAnything, documented},
		{"yundun-cert:DescribeSSLCertificatePublicKeyDetail", "~the body has a CertificateConfiguration", onAnything, documented},
		{"yundun-cert:CreateSSLCertificate", "~the body has a CertificateConfiguration", onAnything, documented},
	}},
	{"ListCname", "GET", bucketLevel, "?cname", []action{{"oss:ListCname", "", onBucket, documented}}},
	{"DeleteCname", "POST", bucketLevel, "?cname ?comp=delete", []action{{"oss:DeleteCname", "", onBucket, documented}}},
	{"CreateCnameToken", "POST", bucketLevel, "?cname ?comp=token", []action{{"oss:CreateCnameToken", "", onBucket, documented}}},
	{"GetCnameToken", "GET", bucketLevel, "?cname ?comp=token", []action{{"oss:GetCnameToken", "", onBucket, documented}}},
	{"CreateBucketDataRedundancyTransition", "POST", bucketLevel, "?redundancyTransition ?x-oss-target-redundancy-type", []action{{"oss:CreateBucketDataRedundancyTransition", "", onBucket, documented}}},
	{"GetBucketDataRedundancyTransition", "GET", bucketLevel, "?redundancyTransition ?x-oss-redundancy-transition-taskid", []action{{"oss:GetBucketDataRedundancyTransition", "", onBucket, documented}}},
	{"ListBucketDataRedundancyTransition", "GET", bucketLevel, "?redundancyTransition", []action{{"oss:ListBucketDataRedundancyTransition", "", onBucket, documented}}},
	{"DeleteBucketDataRedundancyTransition", "DELETE", bucketLevel, "?redundancyTransition ?x-oss-redundancy-transition-taskid", []action{{"oss:DeleteBucketDataRedundancyTransition", "", onBucket, documented}}},
	{"OpenMetaQuery", "POST", bucketLevel, "?metaQuery ?comp=add", []action{
		{"oss:OpenMetaQuery", "", onBucket, documented},
		{"ram:PassRole", "?role", onRole, inferred},
	}},
	{"GetMetaQueryStatus", "GET", bucketLevel, "?metaQuery", []action{{"oss:GetMetaQueryStatus", "", onBucket, documented}}},
	{"DoMetaQuery", "POST", bucketLevel, "?metaQuery ?comp=query", []action{{"oss:DoMetaQuery", "", onBucket, documented}}},
	{"CloseMetaQuery", "POST", bucketLevel, "?metaQuery ?comp=delete", []action{{"oss:CloseMetaQuery", "", onBucket, documented}}},
	{"CreateBucketMetadataConfiguration", "POST", bucketLevel, "?metadataConfiguration", []action{
		{"oss:CreateBucketMetadataTableConfiguration", "", onBucket, documented},
		{"osstables:CreateTableBucket", "", onAnything, documented},
		{"osstables:CreateNamespace", "", onAnything, documented},
		{"osstables:GetTable", "", onAnything, documented},
		{"osstables:CreateTable", "", onAnything, documented},
		{"osstables:PutTablePolicy", "", onAnything, documented},
		{"osstables:PutTableEncryption", "", onAnything, documented},
		{"kms:DescribeKey", "", onKMS, documented},
	}},
	{"GetBucketMetadataConfiguration", "GET", bucketLevel, "?metadataConfiguration", []action{{"oss:GetBucketMetadataTableConfiguration", "", onBucket, documented}}},
	{"DeleteBucketMetadataConfiguration", "DELETE", bucketLevel, "?metadataConfiguration", []action{{"oss:DeleteBucketMetadataTableConfiguration", "", onBucket, inferred}}},
	{"UpdateBucketMetadataInventoryTableConfiguration", "PUT", bucketLevel, "?metadataInventoryTable", []action{{"oss:UpdateBucketMetadataInventoryTableConfiguration", "", onBucket, inferred}}},
	{"UpdateBucketMetadataJournalTableConfiguration", "PUT", bucketLevel, "?metadataJournalTable", []action{{"oss:UpdateBucketMetadataJournalTableConfiguration", "", onBucket, documented}}},
	{"CreateAccessPoint", "PUT", bucketLevel, "?accessPoint", []action{{"oss:CreateAccessPoint", "", onBucket, documented}}},
	{"GetAccessPoint", "GET", bucketLevel, "?accessPoint x-oss-access-point-name", []action{{"oss:GetAccessPoint", "", onBucket, documented}}},
	{"DeleteAccessPoint", "DELETE", bucketLevel, "?accessPoint x-oss-access-point-name", []action{{"oss:DeleteAccessPoint", "", onBucket, documented}}},
	{"ListAccessPoints", "GET", bucketLevel, "?accessPoint !x-oss-access-point-name", []action{{"oss:ListAccessPoints", "", onBucket, documented}}},
	{"PutAccessPointPolicy", "PUT", bucketLevel, "?accessPointPolicy x-oss-access-point-name", []action{{"oss:PutAccessPointPolicy", "", onBucket, documented}}},
	{"GetAccessPointPolicy", "GET", bucketLevel, "?accessPointPolicy x-oss-access-point-name", []action{{"oss:GetAccessPointPolicy", "", onBucket, documented}}},
	{"DeleteAccessPointPolicy", "DELETE", bucketLevel, "?accessPointPolicy x-oss-access-point-name", []action{{"oss:DeleteAccessPointPolicy", "", onBucket, documented}}},
	{"PutAccessPointPublicAccessBlock", "PUT", bucketLevel, "?publicAccessBlock ?x-oss-access-point-name", []action{{"oss:PutAccessPointPublicAccessBlock", "", onBucket, documented}}},
	{"GetAccessPointPublicAccessBlock", "GET", bucketLevel, "?publicAccessBlock ?x-oss-access-point-name", []action{{"oss:GetAccessPointPublicAccessBlock", "", onBucket, documented}}},
	{"DeleteAccessPointPublicAccessBlock", "DELETE", bucketLevel, "?publicAccessBlock ?x-oss-access-point-name", []action{{"oss:DeleteAccessPointPublicAccessBlock", "", onBucket, documented}}},
	{"CreateAccessPointForObjectProcess", "PUT", bucketLevel, "?accessPointForObjectProcess x-oss-access-point-for-object-process-name", []action{{"oss:CreateAccessPointForObjectProcess", "", onBucket, documented}}},
	{"GetAccessPointForObjectProcess", "GET", bucketLevel, "?accessPointForObjectProcess x-oss-access-point-for-object-process-name", []action{{"oss:GetAccessPointForObjectProcess", "", onBucket, documented}}},
	{"DeleteAccessPointForObjectProcess", "DELETE", bucketLevel, "?accessPointForObjectProcess x-oss-access-point-for-object-process-name", []action{{"oss:DeleteAccessPointForObjectProcess", "", onBucket, documented}}},
	{"PutAccessPointConfigForObjectProcess", "PUT", bucketLevel, "?accessPointConfigForObjectProcess x-oss-access-point-for-object-process-name", []action{{"oss:PutAccessPointConfigForObjectProcess", "", onBucket, documented}}},
	{"GetAccessPointConfigForObjectProcess", "GET", bucketLevel, "?accessPointConfigForObjectProcess x-oss-access-point-for-object-process-name", []action{{"oss:GetAccessPointConfigForObjectProcess", "", onBucket, documented}}},
	{"PutAccessPointPolicyForObjectProcess", "PUT", bucketLevel, "?accessPointPolicyForObjectProcess x-oss-access-point-for-object-process-name", []action{{"oss:PutAccessPointPolicyForObjectProcess", "", onBucket, documented}}},
	{"GetAccessPointPolicyForObjectProcess", "GET", bucketLevel, "?accessPointPolicyForObjectProcess x-oss-access-point-for-object-process-name", []action{{"oss:GetAccessPointPolicyForObjectProcess", "", onBucket, documented}}},
	{"DeleteAccessPointPolicyForObjectProcess", "DELETE", bucketLevel, "?accessPointPolicyForObjectProcess x-oss-access-point-for-object-process-name", []action{{"oss:DeleteAccessPointPolicyForObjectProcess", "", onBucket, documented}}},
	{"DoMetaQueryAction", "POST", bucketLevel, "?metaQuery ?action", []action{{"oss:MetaQuery", "", onBucket, inferred}}},
	{"CreateDataset", "POST", bucketLevel, "?metaQuery ?action=createDataset", []action{{"oss:MetaQuery", "", onBucket, documented}}},
	{"GetDataset", "POST", bucketLevel, "?metaQuery ?action=getDataset", []action{{"oss:MetaQuery", "", onBucket, inferred}}},
	{"UpdateDataset", "POST", bucketLevel, "?metaQuery ?action=updateDataset", []action{{"oss:MetaQuery", "", onBucket, inferred}}},
	{"DeleteDataset", "POST", bucketLevel, "?metaQuery ?action=deleteDataset", []action{{"oss:MetaQuery", "", onBucket, inferred}}},
	{"ListDatasets", "POST", bucketLevel, "?metaQuery ?action=listDatasets", []action{{"oss:MetaQuery", "", onBucket, inferred}}},
	{"DeleteFileMeta", "POST", bucketLevel, "?metaQuery ?action=deleteFileMeta", []action{{"oss:MetaQuery", "", onBucket, inferred}}},
	{"SemanticQuery", "POST", bucketLevel, "?metaQuery ?action=semanticQuery", []action{{"oss:MetaQuery", "", onBucket, inferred}}},
	{"SimpleQuery", "POST", bucketLevel, "?metaQuery ?action=simpleQuery", []action{{"oss:MetaQuery", "", onBucket, inferred}}},
	{"CreateSmartCluster", "POST", bucketLevel, "?metaQuery ?action=createSmartCluster", []action{{"oss:MetaQuery", "", onBucket, inferred}}},
	{"GetSmartCluster", "POST", bucketLevel, "?metaQuery ?action=getSmartCluster", []action{{"oss:MetaQuery", "", onBucket, inferred}}},
	{"UpdateSmartCluster", "POST", bucketLevel, "?metaQuery ?action=updateSmartCluster", []action{{"oss:MetaQuery", "", onBucket, inferred}}},
	{"DeleteSmartCluster", "POST", bucketLevel, "?metaQuery ?action=deleteSmartCluster", []action{{"oss:MetaQuery", "", onBucket, inferred}}},
	{"ListSmartClusters", "POST", bucketLevel, "?metaQuery ?action=listSmartClusters", []action{{"oss:MetaQuery", "", onBucket, inferred}}},
	{"OpenMetaQuery", "POST", bucketLevel, "?metaQuery ?action=openMetaQuery", []action{
		{"oss:OpenMetaQuery", "", onBucket, inferred},
		{"oss:MetaQuery", "", onBucket, inferred},
	}},
	{"DoMetaQuery", "POST", bucketLevel, "?metaQuery ?action=doMetaQuery", []action{
		{"oss:DoMetaQuery", "", onBucket, inferred},
		{"oss:MetaQuery", "", onBucket, inferred},
	}},
	{"GetMetaQueryStatus", "POST", bucketLevel, "?metaQuery ?action=getMetaQueryStatus", []action{
		{"oss:GetMetaQueryStatus", "", onBucket, inferred},
		{"oss:MetaQuery", "", onBucket, inferred},
	}},
	{"CloseMetaQuery", "POST", bucketLevel, "?metaQuery ?action=closeMetaQuery", []action{
		{"oss:CloseMetaQuery", "", onBucket, inferred},
		{"oss:MetaQuery", "", onBucket, inferred},
	}},
	{"PauseDataPipeline", "POST", bucketLevel, "?dataPipeline ?action=pauseDataPipeline", []action{{"oss:PauseDataPipeline", "", onBucket, guessed}}},
	{"CreateAgenticBucket", "PUT", bucketLevel, "?agenticBucket", []action{{"oss:CreateAgenticBucket", "", onBucket, guessed}}},
	{"GetAgenticBucket", "GET", bucketLevel, "?agenticBucket", []action{{"oss:GetAgenticBucket", "", onBucket, guessed}}},
	{"DeleteAgenticBucket", "DELETE", bucketLevel, "?agenticBucket", []action{{"oss:DeleteAgenticBucket", "", onBucket, guessed}}},
	{"ListBucketSpaces", "GET", bucketLevel, "?agenticBucket ?bucketSpace", []action{{"oss:ListBucketSpaces", "", onBucket, guessed}}},
	{"PutAgenticBucketStatus", "PUT", bucketLevel, "?agenticBucket ?status", []action{{"oss:PutAgenticBucketStatus", "", onBucket, guessed}}},
	{"PutAgenticBucketAcl", "PUT", bucketLevel, "?agenticBucket ?acl", []action{{"oss:PutAgenticBucketAcl", "", onBucket, guessed}}},
	{"GetAgenticBucketAcl", "GET", bucketLevel, "?agenticBucket ?acl", []action{{"oss:GetAgenticBucketAcl", "", onBucket, guessed}}},
	{"PutAgenticBucketEncryption", "PUT", bucketLevel, "?agenticBucket ?encryption", []action{{"oss:PutAgenticBucketEncryption", "", onBucket, guessed}}},
	{"GetAgenticBucketEncryption", "GET", bucketLevel, "?agenticBucket ?encryption", []action{{"oss:GetAgenticBucketEncryption", "", onBucket, guessed}}},
	{"DeleteAgenticBucketEncryption", "DELETE", bucketLevel, "?agenticBucket ?encryption", []action{{"oss:DeleteAgenticBucketEncryption", "", onBucket, guessed}}},
	{"PutAgenticBucketPolicy", "PUT", bucketLevel, "?agenticBucket ?policy", []action{{"oss:PutAgenticBucketPolicy", "", onBucket, guessed}}},
	{"GetAgenticBucketPolicy", "GET", bucketLevel, "?agenticBucket ?policy", []action{{"oss:GetAgenticBucketPolicy", "", onBucket, guessed}}},
	{"DeleteAgenticBucketPolicy", "DELETE", bucketLevel, "?agenticBucket ?policy", []action{{"oss:DeleteAgenticBucketPolicy", "", onBucket, guessed}}},
	{"PutAgenticBucketPublicAccessBlock", "PUT", bucketLevel, "?agenticBucket ?publicAccessBlock", []action{{"oss:PutAgenticBucketPublicAccessBlock", "", onBucket, guessed}}},
	{"GetAgenticBucketPublicAccessBlock", "GET", bucketLevel, "?agenticBucket ?publicAccessBlock", []action{{"oss:GetAgenticBucketPublicAccessBlock", "", onBucket, guessed}}},
	{"DeleteAgenticBucketPublicAccessBlock", "DELETE", bucketLevel, "?agenticBucket ?publicAccessBlock", []action{{"oss:DeleteAgenticBucketPublicAccessBlock", "", onBucket, guessed}}},
	{"PutAgenticBucketStorageQuota", "PUT", bucketLevel, "?agenticBucket ?quota", []action{{"oss:PutAgenticBucketStorageQuota", "", onBucket, guessed}}},
	{"GetAgenticBucketStorageQuota", "GET", bucketLevel, "?agenticBucket ?quota", []action{{"oss:GetAgenticBucketStorageQuota", "", onBucket, guessed}}},
	{"DeleteAgenticBucketStorageQuota", "DELETE", bucketLevel, "?agenticBucket ?quota", []action{{"oss:DeleteAgenticBucketStorageQuota", "", onBucket, guessed}}},
	{"PutAgenticBucketVersioning", "PUT", bucketLevel, "?agenticBucket ?versioning", []action{{"oss:PutAgenticBucketVersioning", "", onBucket, guessed}}},
	{"GetAgenticBucketVersioning", "GET", bucketLevel, "?agenticBucket ?versioning", []action{{"oss:GetAgenticBucketVersioning", "", onBucket, guessed}}},
	{"ListLiveChannel", "GET", bucketLevel, "?live", []action{{"oss:ListLiveChannel", "", onBucket, documented}}},
	{"PutBucketQoSInfo", "PUT", bucketLevel, "?qosInfo", []action{{"oss:PutBucketQoSInfo", "", onBucket, documented}}},
	{"GetBucketQoSInfo", "GET", bucketLevel, "?qosInfo", []action{{"oss:GetBucketQoSInfo", "", onBucket, documented}}},
	{"DeleteBucketQoSInfo", "DELETE", bucketLevel, "?qosInfo", []action{{"oss:DeleteBucketQoSInfo", "", onBucket, documented}}},

	// Service
	{"ListUserDataRedundancyTransition", "GET", serviceLevel, "?redundancyTransition", []action{{"oss:ListUserDataRedundancyTransition", "", onService, documented}}},
	{"ListAccessPoints", "GET", serviceLevel, "?accessPoint", []action{{"oss:ListAccessPoints", "", onService, documented}}},
	{"ListAccessPointsForObjectProcess", "GET", serviceLevel, "?accessPointForObjectProcess", []action{{"oss:ListAccessPointsForObjectProcess", "", onService, documented}}},
	{"WriteGetObjectResponse", "POST", serviceLevel, "?x-oss-write-get-object-response x-oss-request-route x-oss-request-token", []action{{"oss:WriteGetObjectResponse", "", onObjectProcess, documented}}},
	{"ListBuckets", "GET", serviceLevel, "", []action{
		{"oss:ListBuckets", "!Host=*.oss-cloudbox*", onService, documented},
		{"oss-cloudbox:ListBuckets", "Host=*.oss-cloudbox*", onService, documented},
	}},
	{"PutPublicAccessBlock", "PUT", serviceLevel, "?publicAccessBlock", []action{{"oss:PutPublicAccessBlock", "", onService, documented}}},
	{"GetPublicAccessBlock", "GET", serviceLevel, "?publicAccessBlock", []action{{"oss:GetPublicAccessBlock", "", onService, documented}}},
	{"DeletePublicAccessBlock", "DELETE", serviceLevel, "?publicAccessBlock", []action{{"oss:DeletePublicAccessBlock", "", onService, documented}}},
	{"DescribeRegions", "GET", serviceLevel, "?regions", []action{{"oss:DescribeRegions", "", onService, documented}}},
	{"ListCloudBoxes", "GET", serviceLevel, "?cloudboxes", []action{{"oss-cloudbox:ListCloudBoxes", "", onService, guessed}}},
	{"DoDataPipeLineAction", "POST", serviceLevel, "?dataPipeline ?action", nil},
	{"PutDataPipelineConfiguration", "POST", serviceLevel, "?dataPipeline ?action=putDataPipelineConfiguration", []action{
		{"oss:PutDataPipelineConfiguration", "", onService, guessed},
		{"ram:PassRole", "?role", onRole, inferred},
	}},
	{"GetDataPipelineConfiguration", "POST", serviceLevel, "?dataPipeline ?action=getDataPipelineConfiguration", []action{{"oss:GetDataPipelineConfiguration", "", onService, guessed}}},
	{"DeleteDataPipelineConfiguration", "POST", serviceLevel, "?dataPipeline ?action=deleteDataPipelineConfiguration", []action{{"oss:DeleteDataPipelineConfiguration", "", onService, guessed}}},
	{"ListDataPipelineConfigurations", "POST", serviceLevel, "?dataPipeline ?action=listDataPipelineConfigurations", []action{{"oss:ListDataPipelineConfigurations", "", onService, guessed}}},
	{"RestartDataPipeline", "POST", serviceLevel, "?dataPipeline ?action=restartDataPipeline", []action{{"oss:RestartDataPipeline", "", onService, guessed}}},
	{"ListAgenticBuckets", "GET", serviceLevel, "?agenticBucket", []action{{"oss:ListAgenticBuckets", "", onService, guessed}}},
}
