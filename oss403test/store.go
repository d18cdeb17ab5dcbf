package oss403test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"maps"
	"net/http"
	"net/http/httputil"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// store keeps buckets and objects in memory. It is safe for concurrent use.
type store struct {
	judgeForm func(*incoming, *form) error // nil: every form is good

	mu      sync.Mutex
	buckets map[string]*bucket
	uploads map[string]*upload
	count   int // uploads so far
}

func newStore() *store {
	return &store{buckets: map[string]*bucket{}, uploads: map[string]*upload{}}
}

// operation is a request on its way through the store, and what is to be answered.
type operation struct {
	*store
	*incoming
	body []byte

	header http.Header
	status int
	out    []byte
	stored *object // to be sent, as a whole or in part
}

// serve answers a request that no rule answers: with why it was refused, if it was. It returns what
// it failed with.
func (s *store) serve(w http.ResponseWriter, in *incoming, refused error) error {
	o := &operation{store: s, incoming: in, header: http.Header{}, status: http.StatusOK}
	err := refused
	if err == nil {
		err = o.run()
	} else {
		_, _ = io.Copy(io.Discard, in.r.Body) // a client that still sends may not see the answer
	}
	if err != nil {
		o.header = http.Header{}
		o.fail(err)
	}
	o.header.Set("Server", "AliyunOSS")
	o.header.Set("X-Oss-Server-Time", "1")
	o.header.Set("Date", in.now.UTC().Format(http.TimeFormat))
	o.header.Set("X-Oss-Request-Id", in.id)
	o.header = in.dialect(o.header)
	maps.Copy(w.Header(), o.header)
	// Not before here, where nothing is locked: a client may take its time to read.
	if o.stored != nil && err == nil {
		http.ServeContent(w, o.r, "", o.stored.modified, bytes.NewReader(o.stored.data))
		return nil
	}
	w.WriteHeader(o.status)
	_, _ = w.Write(o.out) // a client that is gone needs no answer
	return err
}

// run finds the operation and runs it.
func (o *operation) run() error {
	run := operations[o.name]
	if _, ok := unconfigured[o.name]; ok {
		run = (*operation).getConfiguration
	}
	if run == nil {
		return notImplemented
	}
	if err := o.checkNames(); err != nil {
		return err
	}
	body, err := io.ReadAll(payload(o.r))
	if err != nil {
		return incompleteBody
	}
	o.body = body
	if err := o.checkMD5(); err != nil {
		return err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	return run(o)
}

// operations are those that the store knows, by OSS's names. The store's lock is held.
var operations = map[string]func(*operation) error{
	"ListBuckets":             (*operation).listBuckets,
	"PutBucket":               (*operation).putBucket,
	"DeleteBucket":            (*operation).deleteBucket,
	"HeadBucket":              (*operation).touchBucket,
	"GetBucketAcl":            (*operation).getBucketACL,
	"PutBucketAcl":            (*operation).putBucketACL,
	"GetBucketInfo":           (*operation).getBucketInfo,
	"GetBucketLocation":       (*operation).getBucketLocation,
	"GetBucketStat":           (*operation).getBucketStat,
	"GetBucketVersioning":     (*operation).getBucketVersioning,
	"GetBucketTags":           (*operation).getBucketTags,
	"PutBucketTags":           (*operation).putBucketTags,
	"DeleteBucketTags":        (*operation).deleteBucketTags,
	"ListObjects":             (*operation).listObjects,
	"ListObjectsV2":           (*operation).listObjects,
	"ListObjectVersions":      (*operation).listObjectVersions,
	"ListMultipartUploads":    (*operation).listMultipartUploads,
	"DeleteMultipleObjects":   (*operation).deleteMultipleObjects,
	"PostObject":              (*operation).postObject,
	"OptionObject":            (*operation).optionObject,
	"PutObject":               (*operation).putObject,
	"CopyObject":              (*operation).copyObject,
	"AppendObject":            (*operation).appendObject,
	"GetObject":               (*operation).getObject,
	"HeadObject":              (*operation).getObject,
	"GetObjectMeta":           (*operation).getObjectMeta,
	"DeleteObject":            (*operation).deleteObject,
	"GetObjectAcl":            (*operation).getObjectACL,
	"PutObjectAcl":            (*operation).putObjectACL,
	"GetObjectTagging":        (*operation).getObjectTagging,
	"PutObjectTagging":        (*operation).putObjectTagging,
	"DeleteObjectTagging":     (*operation).deleteObjectTagging,
	"PutSymlink":              (*operation).putSymlink,
	"GetSymlink":              (*operation).getSymlink,
	"RestoreObject":           (*operation).restoreObject,
	"CleanRestoredObject":     (*operation).cleanRestoredObject,
	"InitiateMultipartUpload": (*operation).initiateMultipartUpload,
	"UploadPart":              (*operation).uploadPart,
	"UploadPartCopy":          (*operation).uploadPartCopy,
	"CompleteMultipartUpload": (*operation).completeMultipartUpload,
	"AbortMultipartUpload":    (*operation).abortMultipartUpload,
	"ListParts":               (*operation).listParts,
}

// checkNames refuses names that OSS does not take.
func (o *operation) checkNames() error {
	if o.bucket != "" && !isBucketName(o.bucket) {
		return &failure{status: http.StatusBadRequest, code: "InvalidBucketName", message: "The specified bucket is not valid.", details: []detail{{"BucketName", o.bucket}}}
	}
	if len(o.key) > 1023 || strings.HasPrefix(o.key, "/") || strings.HasPrefix(o.key, `\`) {
		return &failure{status: http.StatusBadRequest, code: "InvalidObjectName", message: "The specified object is not valid.", details: []detail{{"ObjectName", o.key}}}
	}
	return nil
}

// isBucketName says whether OSS takes the name: 3 to 63 lower-case letters, digits and hyphens,
// none of those at an end.
func isBucketName(s string) bool {
	for _, c := range []byte(s) {
		if (c < 'a' || 'z' < c) && (c < '0' || '9' < c) && c != '-' {
			return false
		}
	}
	return 3 <= len(s) && len(s) <= 63 && s[0] != '-' && s[len(s)-1] != '-'
}

// payload is the body as the client meant it: S3 clients may send it in signed chunks.
func payload(r *http.Request) io.Reader {
	if strings.HasPrefix(r.Header.Get("X-Amz-Content-Sha256"), "STREAMING-") {
		return httputil.NewChunkedReader(r.Body)
	}
	return r.Body
}

func (o *operation) checkMD5() error {
	want := o.r.Header.Get("Content-Md5")
	if want == "" {
		return nil
	}
	if sum, err := base64.StdEncoding.DecodeString(want); err != nil || len(sum) != 16 {
		return &failure{status: http.StatusBadRequest, code: "InvalidDigest", message: "The Content-MD5 you specified was invalid.", details: []detail{{"Content-MD5", want}}}
	}
	if want != md5Base64(o.body) {
		return &failure{status: http.StatusBadRequest, code: "InvalidDigest", message: "The Content-MD5 you specified did not match what we received.", details: []detail{{"Content-MD5", want}}}
	}
	return nil
}

// failure is an answer of OSS that is no success.
type failure struct {
	status            int
	code, message, ec string
	details           []detail
	header            http.Header
}

// detail is an element of a failure.
type detail struct{ name, value string }

func (f *failure) Error() string { return f.code + ": " + f.message }

// with returns a copy of f that says more.
func (f *failure) with(name, value string) *failure {
	g := *f
	g.details = append(slices.Clone(f.details), detail{name, value})
	return &g
}

var (
	incompleteBody = &failure{status: http.StatusBadRequest, code: "IncompleteBody", message: "The body of the request broke off."}
	malformedXML   = &failure{status: http.StatusBadRequest, code: "MalformedXML", message: "The XML you provided was not well-formed or did not validate against our published schema."}
	notImplemented = &failure{status: http.StatusBadRequest, code: "NotImplemented", message: "A header you provided implies functionality that is not implemented.", ec: "0017-00000245"}
	noSuchKey      = &failure{status: http.StatusNotFound, code: "NoSuchKey", message: "The specified key does not exist.", ec: "0026-00000001"}
	noSuchUpload   = &failure{status: http.StatusNotFound, code: "NoSuchUpload", ec: "0017-00000244",
		message: "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed."}
	noSuchVersion = &failure{status: http.StatusNotFound, code: "NoSuchVersion", message: "The specified version does not exist."}
	invalidPart   = &failure{status: http.StatusBadRequest, code: "InvalidPart",
		message: "One or more of the specified parts could not be found or the specified entity tag might not have matched the part's entity tag."}
	entityTooSmall   = &failure{status: http.StatusBadRequest, code: "EntityTooSmall", message: "Your proposed upload is smaller than the minimum allowed object size."}
	entityTooLarge   = &failure{status: http.StatusBadRequest, code: "EntityTooLarge", message: "Your proposed upload exceeds the maximum allowed object size."}
	preconditionFail = &failure{status: http.StatusPreconditionFailed, code: "PreconditionFailed", message: "At least one of the pre-conditions you specified did not hold.", ec: "0017-00001001"}
	invalidRange     = &failure{status: http.StatusRequestedRangeNotSatisfiable, code: "InvalidRange", message: "The requested range cannot be satisfied."}
	bucketNotEmpty   = &failure{status: http.StatusConflict, code: "BucketNotEmpty", message: "The bucket has objects. Please delete them first."}
	alreadyExists    = &failure{status: http.StatusConflict, code: "FileAlreadyExists", message: "The object you specified already exists and can not be overwritten."}
)

func invalidArgument(message, name, value string) *failure {
	f := &failure{status: http.StatusBadRequest, code: "InvalidArgument", message: message}
	return f.with("ArgumentName", name).with("ArgumentValue", value)
}

// denied is a 403, in the catalog's words.
type denied struct{ answer *answer }

func (d *denied) Error() string { return "denied" }

// fail answers as OSS does where it does not do what is asked.
func (o *operation) fail(err error) {
	var d *denied
	if errors.As(err, &d) {
		o.status = http.StatusForbidden
		o.header = d.answer.header(o.incoming)
		if !o.isHead() {
			o.out = d.answer.body
		}
		return
	}
	f, ok := err.(*failure)
	if !ok {
		f = &failure{status: http.StatusInternalServerError, code: "InternalError", message: err.Error()}
	}
	doc := newDocument("Error")
	doc.element("Code", f.code)
	doc.element("Message", f.message)
	doc.element("RequestId", o.id)
	doc.element("HostId", o.host)
	switch f {
	case noSuchKey:
		doc.element("Key", o.key)
	case noSuchUpload:
		doc.element("UploadId", o.query.Get("uploadId"))
	}
	for _, d := range f.details {
		doc.element(d.name, d.value)
	}
	doc.element("EC", f.ec)
	if f.ec != "" {
		doc.element("RecommendDoc", troubleshoot+f.ec)
	}
	o.status = f.status
	maps.Copy(o.header, f.header)
	if f.ec != "" {
		o.header.Set("X-Oss-Ec", f.ec)
	}
	if o.isHead() {
		o.header.Set("X-Oss-Err", base64.StdEncoding.EncodeToString(doc.bytes()))
		return
	}
	o.send(doc)
}

// send answers with a document.
func (o *operation) send(d *xmlDocument) {
	o.out = d.bytes()
	o.header.Set("Content-Type", "application/xml")
	o.header.Set("Content-Length", strconv.Itoa(len(o.out)))
}

// maxListed is how much of a list OSS sends at once.
const maxListed = 1000

// limit reads a parameter that says how much of a list is wanted.
func (o *operation) limit(name string, def int) int {
	if n, err := strconv.Atoi(o.query.Get(name)); err == nil && n >= 0 {
		return min(n, maxListed)
	}
	return def
}

// encodeKeys returns how keys are to be written, and says so in the document.
func (o *operation) encodeKeys(d *xmlDocument) func(string) string {
	if o.query.Get("encoding-type") != "url" {
		return func(s string) string { return s }
	}
	d.element("EncodingType", "url")
	return url.QueryEscape
}
