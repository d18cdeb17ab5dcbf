package oss403test

import (
	"bytes"
	"crypto/md5"
	"encoding/base64"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httputil"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// store keeps objects in memory. A bucket is there once it is named. It is safe for concurrent use.
type store struct {
	mu      sync.Mutex
	buckets map[string]map[string]*object
	uploads map[string]*upload
	count   int // uploads so far
}

// object is never changed, only replaced.
type object struct {
	data     []byte
	etag     string
	header   http.Header // what a GET returns besides
	modified time.Time
}

// upload is a multipart upload that is under way.
type upload struct {
	bucket, key string
	header      http.Header
	parts       map[int]*object
}

func newStore() *store {
	return &store{buckets: map[string]map[string]*object{}, uploads: map[string]*upload{}}
}

// failure is an answer of OSS that is no success.
type failure struct {
	status        int
	code, message string
}

var (
	noSuchKey      = &failure{http.StatusNotFound, "NoSuchKey", "The specified key does not exist."}
	noSuchUpload   = &failure{http.StatusNotFound, "NoSuchUpload", "The specified upload does not exist."}
	invalidPart    = &failure{http.StatusBadRequest, "InvalidPart", "One of the parts is missing or has another ETag."}
	incompleteBody = &failure{http.StatusBadRequest, "IncompleteBody", "The body of the request broke off."}
	malformedXML   = &failure{http.StatusBadRequest, "MalformedXML", "The XML of the request cannot be read."}
	bucketNotEmpty = &failure{http.StatusConflict, "BucketNotEmpty", "The bucket has objects."}
	notImplemented = &failure{http.StatusNotImplemented, "NotImplemented", "The server of oss403test does not know this operation."}
)

// operation is a request on its way through the store, and what is to be answered.
type operation struct {
	*store
	r           *http.Request
	query       url.Values
	bucket, key string
	body        []byte

	header http.Header
	status int // of the answer, unless stored is set
	out    []byte
	stored *object // to be sent
}

// serve answers a request that no rule applies to.
func (s *store) serve(w http.ResponseWriter, r *http.Request, id string) {
	o := &operation{store: s, r: r, query: r.URL.Query(), header: w.Header(), status: http.StatusOK}
	o.header.Set("Server", "AliyunOSS")
	o.header.Set("X-Oss-Request-Id", id)
	o.bucket, o.key = addressed(r)
	var f *failure
	if body, err := io.ReadAll(payload(r)); err != nil {
		f = incompleteBody
	} else {
		o.body = body
		f = o.run()
	}
	if f != nil {
		o.fail(f, id)
	}
	// Not before here, where nothing is locked: a client may take its time to read.
	if o.stored != nil {
		http.ServeContent(w, r, "", o.stored.modified, bytes.NewReader(o.stored.data))
		return
	}
	w.WriteHeader(o.status)
	_, _ = w.Write(o.out) // a client that is gone needs no answer
}

// payload is the body as the client meant it: S3 clients may send it in signed chunks.
func payload(r *http.Request) io.Reader {
	if strings.HasPrefix(r.Header.Get("X-Amz-Content-Sha256"), "STREAMING-") {
		return httputil.NewChunkedReader(r.Body)
	}
	return r.Body
}

// unknown are the sub-resources that make a request another operation. To store its body as the
// object would be a lie.
var unknown = []string{"acl", "append", "bucketInfo", "callback", "cors", "encryption", "inventory", "lifecycle", "logging", "policy",
	"referer", "restore", "stat", "symlink", "tagging", "transferAcceleration", "versioning", "versions", "website", "worm",
	"x-oss-process"}

// run finds the operation and runs it.
func (o *operation) run() *failure {
	for _, name := range unknown {
		if o.query.Has(name) {
			return notImplemented
		}
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	switch {
	case o.bucket == "":
		return o.service()
	case o.key == "":
		return o.onBucket()
	case o.query.Has("uploads"), o.query.Has("uploadId"):
		return o.onUpload()
	}
	return o.onObject()
}

// objects returns those of the bucket, which is made if it is not there.
func (o *operation) objects() map[string]*object {
	objects := o.buckets[o.bucket]
	if objects == nil {
		objects = map[string]*object{}
		o.buckets[o.bucket] = objects
	}
	return objects
}

func (o *operation) service() *failure {
	if o.r.Method != http.MethodGet {
		return notImplemented
	}
	d := newDocument("ListAllMyBucketsResult")
	d.open("Buckets")
	for _, name := range slices.Sorted(maps.Keys(o.buckets)) {
		if !strings.HasPrefix(name, o.query.Get("prefix")) {
			continue
		}
		d.open("Bucket")
		d.element("Name", name)
		d.element("Location", "oss-cn-hangzhou")
		d.element("CreationDate", "2026-03-05T09:51:03.000Z")
		d.close()
	}
	o.send(d.bytes())
	return nil
}

func (o *operation) onBucket() *failure {
	objects := o.objects()
	switch o.r.Method {
	case http.MethodGet:
		if o.query.Has("location") {
			o.send([]byte(xml.Header + "<LocationConstraint>oss-cn-hangzhou</LocationConstraint>"))
			return nil
		}
		if o.query.Has("uploads") {
			return notImplemented
		}
		o.list(objects)
	case http.MethodHead, http.MethodPut: // it is there
	case http.MethodDelete:
		if len(objects) > 0 {
			return bucketNotEmpty
		}
		delete(o.buckets, o.bucket)
		o.status = http.StatusNoContent
	case http.MethodPost:
		if o.query.Has("delete") {
			return o.deleteSeveral(objects)
		}
		return notImplemented
	default:
		return notImplemented
	}
	return nil
}

func (o *operation) onObject() *failure {
	objects := o.objects()
	switch o.r.Method {
	case http.MethodPut:
		if source := copySource(o.r); source != "" {
			return o.copy(objects, source)
		}
		stored := newObject(o.body, o.r.Header)
		objects[o.key] = stored
		o.header.Set("ETag", stored.etag)
	case http.MethodGet, http.MethodHead:
		stored := objects[o.key]
		if stored == nil {
			return noSuchKey
		}
		maps.Copy(o.header, stored.header)
		for name, values := range o.query {
			if h, ok := strings.CutPrefix(name, "response-"); ok {
				o.header.Set(h, values[0])
			}
		}
		o.header.Set("ETag", stored.etag)
		o.header.Set("X-Oss-Object-Type", "Normal")
		o.header.Set("X-Oss-Storage-Class", "Standard")
		o.stored = stored
	case http.MethodDelete:
		delete(objects, o.key)
		o.status = http.StatusNoContent
	default:
		return notImplemented
	}
	return nil
}

func newObject(data []byte, header http.Header) *object {
	sum := md5.Sum(data)
	return &object{
		data:     data,
		etag:     `"` + strings.ToUpper(hex.EncodeToString(sum[:])) + `"`,
		header:   kept(header),
		modified: time.Now().UTC().Truncate(time.Second),
	}
}

// kept returns the headers of an upload that OSS gives back with the object.
func kept(header http.Header) http.Header {
	h := http.Header{"Content-Type": {"application/octet-stream"}}
	for name, values := range header {
		switch name {
		case "Content-Type", "Content-Disposition", "Content-Language", "Cache-Control", "Expires":
		case "Content-Encoding":
			if strings.HasPrefix(values[0], "aws-chunked") { // of the upload only
				continue
			}
		default:
			if !strings.HasPrefix(name, "X-Oss-Meta-") && !strings.HasPrefix(name, "X-Amz-Meta-") {
				continue
			}
		}
		h[name] = values
	}
	return h
}

func copySource(r *http.Request) string {
	for _, name := range []string{"X-Oss-Copy-Source", "X-Amz-Copy-Source"} {
		if v := r.Header.Get(name); v != "" {
			return v
		}
	}
	return ""
}

func (o *operation) copy(objects map[string]*object, source string) *failure {
	source, _, _ = strings.Cut(strings.TrimPrefix(source, "/"), "?") // versions are not kept
	var from *object
	// Some clients write a blank as +, some a plus sign.
	for _, unescape := range []func(string) (string, error){url.PathUnescape, url.QueryUnescape} {
		if name, err := unescape(source); err == nil && from == nil {
			bucket, key, _ := strings.Cut(name, "/")
			from = o.buckets[bucket][key]
		}
	}
	if from == nil {
		return noSuchKey
	}
	to := newObject(from.data, from.header)
	for _, name := range []string{"X-Oss-Metadata-Directive", "X-Amz-Metadata-Directive"} {
		if strings.EqualFold(o.r.Header.Get(name), "REPLACE") {
			to.header = kept(o.r.Header)
		}
	}
	to.etag = from.etag
	objects[o.key] = to
	d := newDocument("CopyObjectResult")
	d.element("ETag", to.etag)
	d.element("LastModified", to.modified.Format(stamp))
	o.send(d.bytes())
	return nil
}

func (o *operation) deleteSeveral(objects map[string]*object) *failure {
	var list struct {
		Quiet  bool
		Object []struct{ Key string }
	}
	if err := xml.Unmarshal(o.body, &list); err != nil {
		return malformedXML
	}
	d := newDocument("DeleteResult")
	encode := o.encodeKeys(d)
	for _, item := range list.Object {
		delete(objects, item.Key)
		if !list.Quiet {
			d.open("Deleted")
			d.element("Key", encode(item.Key))
			d.close()
		}
	}
	o.send(d.bytes())
	return nil
}

// onUpload is the operations of a multipart upload.
func (o *operation) onUpload() *failure {
	if o.query.Has("uploads") {
		if o.r.Method != http.MethodPost {
			return notImplemented
		}
		o.count++
		id := fmt.Sprintf("%032X", o.count)
		o.uploads[id] = &upload{o.bucket, o.key, kept(o.r.Header), map[int]*object{}}
		d := newDocument("InitiateMultipartUploadResult")
		encode := o.encodeKeys(d)
		d.element("Bucket", o.bucket)
		d.element("Key", encode(o.key))
		d.element("UploadId", id)
		o.send(d.bytes())
		return nil
	}
	id := o.query.Get("uploadId")
	u := o.uploads[id]
	if u == nil || u.bucket != o.bucket || u.key != o.key {
		return noSuchUpload
	}
	switch o.r.Method {
	case http.MethodPut:
		n, err := strconv.Atoi(o.query.Get("partNumber"))
		if err != nil || n < 1 {
			return invalidPart
		}
		if copySource(o.r) != "" {
			return notImplemented
		}
		part := newObject(o.body, nil)
		u.parts[n] = part
		o.header.Set("ETag", part.etag)
	case http.MethodPost:
		return o.complete(id, u)
	case http.MethodDelete:
		delete(o.uploads, id)
		o.status = http.StatusNoContent
	case http.MethodGet:
		o.listParts(id, u)
	default:
		return notImplemented
	}
	return nil
}

func (o *operation) complete(id string, u *upload) *failure {
	var list struct {
		Part []struct {
			PartNumber int
			ETag       string
		}
	}
	if len(o.body) > 0 {
		if err := xml.Unmarshal(o.body, &list); err != nil {
			return malformedXML
		}
	} else if o.r.Header.Get("X-Oss-Complete-All") == "" {
		return malformedXML
	}
	numbers := slices.Sorted(maps.Keys(u.parts))
	if len(o.body) > 0 {
		numbers = numbers[:0]
		for _, p := range list.Part {
			if part := u.parts[p.PartNumber]; part == nil || strings.Trim(p.ETag, `"`) != strings.Trim(part.etag, `"`) {
				return invalidPart
			}
			numbers = append(numbers, p.PartNumber)
		}
	}
	var data []byte
	for _, n := range numbers {
		data = append(data, u.parts[n].data...)
	}
	whole := newObject(data, u.header)
	whole.etag = fmt.Sprintf(`%s-%d"`, strings.TrimSuffix(whole.etag, `"`), len(numbers))
	o.objects()[o.key] = whole
	delete(o.uploads, id)
	d := newDocument("CompleteMultipartUploadResult")
	encode := o.encodeKeys(d)
	d.element("Location", "http://"+o.r.Host+o.r.URL.EscapedPath())
	d.element("Bucket", o.bucket)
	d.element("Key", encode(o.key))
	d.element("ETag", whole.etag)
	o.header.Set("ETag", whole.etag)
	o.send(d.bytes())
	return nil
}

func (o *operation) listParts(id string, u *upload) {
	d := newDocument("ListPartsResult")
	encode := o.encodeKeys(d)
	d.element("Bucket", o.bucket)
	d.element("Key", encode(o.key))
	d.element("UploadId", id)
	d.element("IsTruncated", "false")
	for _, n := range slices.Sorted(maps.Keys(u.parts)) {
		d.open("Part")
		d.number("PartNumber", n)
		d.element("LastModified", u.parts[n].modified.Format(stamp))
		d.element("ETag", u.parts[n].etag)
		d.number("Size", len(u.parts[n].data))
		d.close()
	}
	o.send(d.bytes())
}

// list is ListObjects, and ListObjectsV2 if the query says so.
func (o *operation) list(objects map[string]*object) {
	q := o.query
	v2 := q.Get("list-type") == "2"
	prefix, delimiter := q.Get("prefix"), q.Get("delimiter")
	marker := q.Get("marker")
	if v2 {
		marker = q.Get("start-after")
		if token := q.Get("continuation-token"); token != "" {
			if last, err := base64.RawURLEncoding.DecodeString(token); err == nil {
				marker = string(last)
			}
		}
	}
	limit := 100
	if n, err := strconv.Atoi(q.Get("max-keys")); err == nil && n >= 0 {
		limit = min(n, 1000)
	}

	page := listPage(objects, prefix, delimiter, marker, limit)
	d := newDocument("ListBucketResult")
	encode := o.encodeKeys(d)
	d.element("Name", o.bucket)
	d.element("Prefix", encode(prefix))
	d.element("Delimiter", encode(delimiter))
	d.number("MaxKeys", limit)
	d.element("IsTruncated", strconv.FormatBool(page.more))
	if v2 {
		d.element("StartAfter", encode(q.Get("start-after")))
		d.element("ContinuationToken", q.Get("continuation-token"))
		d.number("KeyCount", len(page.keys)+len(page.prefixes))
	} else {
		d.element("Marker", encode(marker))
	}
	if page.more && v2 {
		d.element("NextContinuationToken", base64.RawURLEncoding.EncodeToString([]byte(page.last)))
	} else if page.more {
		d.element("NextMarker", encode(page.last))
	}
	for _, key := range page.keys {
		stored := objects[key]
		d.open("Contents")
		d.element("Key", encode(key))
		d.element("LastModified", stored.modified.Format(stamp))
		d.element("ETag", stored.etag)
		d.element("Type", "Normal")
		d.number("Size", len(stored.data))
		d.element("StorageClass", "Standard")
		d.close()
	}
	for _, p := range page.prefixes {
		d.open("CommonPrefixes")
		d.element("Prefix", encode(p))
		d.close()
	}
	o.send(d.bytes())
}

// listing is a page of a list.
type listing struct {
	keys, prefixes []string
	last           string // the last of either
	more           bool
}

// listPage returns what comes behind marker: at most limit keys and common prefixes.
func listPage(objects map[string]*object, prefix, delimiter, marker string, limit int) listing {
	var page listing
	for _, key := range slices.Sorted(maps.Keys(objects)) {
		rest, ok := strings.CutPrefix(key, prefix)
		if !ok || key <= marker {
			continue
		}
		name, isPrefix := key, false
		if front, _, ok := strings.Cut(rest, delimiter); ok && delimiter != "" {
			name, isPrefix = prefix+front+delimiter, true
		}
		if isPrefix && (name == marker || name == page.last) {
			continue
		}
		if len(page.keys)+len(page.prefixes) == limit {
			page.more = limit > 0
			break
		}
		if isPrefix {
			page.prefixes = append(page.prefixes, name)
		} else {
			page.keys = append(page.keys, name)
		}
		page.last = name
	}
	return page
}

// encodeKeys returns how keys are to be written, and says so in the document.
func (o *operation) encodeKeys(d *xmlDocument) func(string) string {
	if o.query.Get("encoding-type") != "url" {
		return func(s string) string { return s }
	}
	d.element("EncodingType", "url")
	return url.QueryEscape
}

func (o *operation) send(doc []byte) {
	o.header.Set("Content-Type", "application/xml")
	o.header.Set("Content-Length", strconv.Itoa(len(doc)))
	o.out = doc
}

// fail answers as OSS does where it cannot do what is asked.
func (o *operation) fail(f *failure, id string) {
	d := newDocument("Error")
	d.element("Code", f.code)
	d.element("Message", f.message)
	d.element("RequestId", id)
	d.element("HostId", hostOf(o.r))
	if f == noSuchKey {
		d.element("Key", o.key)
	}
	o.status = f.status
	if o.r.Method == http.MethodHead {
		o.header.Set("X-Oss-Err", base64.StdEncoding.EncodeToString(d.bytes()))
		return
	}
	o.send(d.bytes())
}
