package oss403test

import (
	"cmp"
	"crypto/md5"
	"encoding/base64"
	"encoding/hex"
	"hash/crc64"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/oss403/oss403"
)

// object is never changed, only replaced.
type object struct {
	data     []byte
	etag     string
	crc      uint64 // CRC-64/XZ, which OSS calls CRC64-ECMA
	header   http.Header
	modified time.Time
	acl      string // "default": the bucket's
	tags     []tag
	class    string // of storage
	typ      string // Normal, Multipart, Appendable, Symlink
	target   string // of a symbolic link
	restore  *restore
}

const (
	normal     = "Normal"
	multiparts = "Multipart"
	appendable = "Appendable"
	symlink    = "Symlink"
)

var ecma = crc64.MakeTable(crc64.ECMA)

// newObject makes an object of a request's headers.
func (o *operation) newObject(data []byte) *object {
	sum := md5.Sum(data)
	return &object{
		data:     data,
		etag:     `"` + strings.ToUpper(hex.EncodeToString(sum[:])) + `"`,
		crc:      crc64.Checksum(data, ecma),
		header:   o.keptHeaders(),
		modified: o.time(),
		acl:      cmp.Or(o.ossHeader("Object-Acl"), cmp.Or(o.r.Header.Get("X-Amz-Acl"), "default")),
		tags:     parseTagging(o.ossHeader("Tagging")),
		class:    cmp.Or(storageClass(o.ossHeader("Storage-Class")), o.current().class),
		typ:      normal,
	}
}

func md5Base64(data []byte) string {
	sum := md5.Sum(data)
	return base64.StdEncoding.EncodeToString(sum[:])
}

func parseTagging(s string) []tag {
	values, err := url.ParseQuery(s)
	if err != nil {
		return nil
	}
	var tags []tag
	for _, name := range sortedKeys(values) {
		tags = append(tags, tag{name, values.Get(name)})
	}
	return tags
}

// keptHeaders returns the headers of an upload that OSS gives back with the object.
func (o *operation) keptHeaders() http.Header {
	h := http.Header{"Content-Type": {"application/octet-stream"}}
	for name, values := range o.r.Header {
		switch name {
		case "Content-Type", "Content-Disposition", "Content-Language", "Cache-Control", "Expires":
		case "Content-Encoding":
			if strings.HasPrefix(values[0], "aws-chunked") { // of the upload only
				continue
			}
		default:
			meta, ok := strings.CutPrefix(name, "X-Amz-Meta-")
			switch {
			case ok:
				name = "X-Oss-Meta-" + meta
			case !strings.HasPrefix(name, "X-Oss-Meta-"):
				continue
			}
		}
		h[name] = values
	}
	return h
}

// find returns the request's object, which may be a symbolic link.
func (o *operation) find(objects map[string]*object) (*object, error) {
	if v := o.query.Get("versionId"); v != "" && v != "null" {
		return nil, noSuchVersion
	}
	stored := objects[o.key]
	if stored == nil {
		return nil, noSuchKey
	}
	return stored, nil
}

// behind follows a symbolic link.
func behind(objects map[string]*object, stored *object) (*object, error) {
	if stored.typ != symlink {
		return stored, nil
	}
	target := objects[stored.target]
	switch {
	case target == nil:
		return nil, &failure{status: http.StatusNotFound, code: "SymlinkTargetNotExist", message: "The symlink target object does not exist."}
	case target.typ == symlink:
		return nil, &failure{status: http.StatusBadRequest, code: "InvalidTargetType", message: "The symlink target object is a symlink."}
	}
	return target, nil
}

// mayWrite refuses to overwrite where the request forbids it.
func (o *operation) mayWrite(objects map[string]*object) error {
	if strings.EqualFold(o.r.Header.Get("X-Oss-Forbid-Overwrite"), "true") && objects[o.key] != nil {
		return alreadyExists
	}
	return nil
}

func (o *operation) putObject() error {
	for _, name := range []string{"If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since"} {
		if o.r.Header.Get(name) != "" { // OSS does not have these here
			return notImplemented.with("Header", name)
		}
	}
	objects := o.current().objects
	if err := o.mayWrite(objects); err != nil {
		return err
	}
	stored := o.newObject(o.body)
	objects[o.key] = stored
	o.header.Set("ETag", stored.etag)
	o.header.Set("Content-Md5", md5Base64(stored.data))
	o.sendCRC(stored)
	return nil
}

func (o *operation) sendCRC(stored *object) {
	o.header.Set("X-Oss-Hash-Crc64ecma", strconv.FormatUint(stored.crc, 10))
}

// getObject is HeadObject as well.
func (o *operation) getObject() error {
	objects := o.current().objects
	link, err := o.find(objects)
	if err != nil {
		return err
	}
	stored, err := behind(objects, link)
	if err != nil {
		return err
	}
	if o.query.Has("x-oss-process") { // of images, documents and so on: there is none of it here
		return notImplemented
	}
	if err := o.preconditions(stored, "If-"); err != nil {
		return err
	}
	if !o.isHead() && !o.isReadable(stored) {
		return o.deny(oss403.KindObjectNotRestored)
	}
	if err := o.checkRange(len(stored.data)); err != nil {
		return err
	}
	for name, values := range stored.header {
		o.header[name] = values
	}
	for name, values := range o.query {
		if h, ok := strings.CutPrefix(name, "response-"); ok {
			o.header.Set(h, values[0])
		}
	}
	o.describeInHeaders(stored)
	if link.typ == symlink {
		o.header.Set("X-Oss-Object-Type", symlink)
	}
	o.stored = stored
	return nil
}

// describeInHeaders writes the headers that tell of an object.
func (o *operation) describeInHeaders(stored *object) {
	o.header.Set("ETag", stored.etag)
	o.header.Set("X-Oss-Object-Type", stored.typ)
	o.header.Set("X-Oss-Storage-Class", stored.class)
	o.sendCRC(stored)
	if n := len(stored.tags); n > 0 {
		o.header.Set("X-Oss-Tagging-Count", strconv.Itoa(n))
	}
	if stored.typ == appendable {
		o.header.Set("X-Oss-Next-Append-Position", strconv.Itoa(len(stored.data)))
	}
	if text := o.restoreState(stored); text != "" {
		o.header.Set("X-Oss-Restore", text)
	}
}

// getObjectMeta is a HEAD that says less.
func (o *operation) getObjectMeta() error {
	stored, err := o.find(o.current().objects)
	if err != nil {
		return err
	}
	o.header.Set("ETag", stored.etag)
	o.header.Set("Content-Length", strconv.Itoa(len(stored.data)))
	o.header.Set("Last-Modified", stored.modified.Format(http.TimeFormat))
	return nil
}

// preconditions checks those headers that make an answer fail; those that make it a 304 are left to
// net/http.
func (o *operation) preconditions(stored *object, prefix string) error {
	if v := o.r.Header.Get(prefix + "Match"); v != "" && !matchesETag(v, stored.etag) {
		return preconditionFail.with("Condition", prefix+"Match")
	}
	if t, err := http.ParseTime(o.r.Header.Get(prefix + "Unmodified-Since")); err == nil && stored.modified.After(t) {
		return preconditionFail.with("Condition", prefix+"Unmodified-Since")
	}
	if prefix == "If-" {
		return nil
	}
	// Of the source of a copy.
	if v := o.r.Header.Get(prefix + "None-Match"); v != "" && matchesETag(v, stored.etag) {
		return preconditionFail.with("Condition", prefix+"None-Match")
	}
	if t, err := http.ParseTime(o.r.Header.Get(prefix + "Modified-Since")); err == nil && !stored.modified.After(t) {
		return preconditionFail.with("Condition", prefix+"Modified-Since")
	}
	return nil
}

func matchesETag(list, etag string) bool {
	for _, v := range strings.Split(list, ",") {
		if v = strings.TrimSpace(v); v == "*" || strings.EqualFold(strings.Trim(v, `"`), strings.Trim(etag, `"`)) {
			return true
		}
	}
	return false
}

// checkRange takes a Range that OSS does not honour out of the request: one that is not wholly
// within the object, unless x-oss-range-behavior asks for what HTTP says. Without a range OSS sends
// everything.
func (o *operation) checkRange(size int) error {
	header := o.r.Header.Get("Range")
	if header == "" {
		return nil
	}
	from, to, ok := parseRange(header, size)
	standardly := o.s3() || strings.EqualFold(o.r.Header.Get("X-Oss-Range-Behavior"), "standard")
	switch {
	case ok && from < size && (to < size || standardly):
		return nil
	case ok && standardly:
		return invalidRange.with("ActualObjectSize", strconv.Itoa(size)).with("RangeRequested", header)
	}
	o.r = o.r.Clone(o.r.Context())
	o.r.Header.Del("Range")
	return nil
}

// parseRange reads a Range of one range: the first and the last byte.
func parseRange(header string, size int) (from, to int, ok bool) {
	spec, ok := strings.CutPrefix(header, "bytes=")
	first, last, dash := strings.Cut(spec, "-")
	if !ok || !dash {
		return 0, 0, false
	}
	if first == "" {
		n, err := strconv.Atoi(last)
		return max(size-n, 0), size - 1, err == nil && n > 0
	}
	from, err := strconv.Atoi(first)
	if err != nil || from < 0 {
		return 0, 0, false
	}
	if last == "" {
		return from, size - 1, true
	}
	to, err = strconv.Atoi(last)
	return from, to, err == nil && to >= from
}

func (o *operation) deleteObject() error {
	if v := o.query.Get("versionId"); v != "" && v != "null" {
		return noSuchVersion
	}
	delete(o.current().objects, o.key)
	o.status = http.StatusNoContent
	return nil
}

func (o *operation) deleteMultipleObjects() error {
	var list struct {
		Quiet  bool
		Object []struct{ Key string }
	}
	if decodeXML(o.body, &list) != nil || len(list.Object) == 0 || len(list.Object) > 1000 {
		return malformedXML
	}
	objects := o.current().objects
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
	o.send(d)
	return nil
}

// copySource returns what a request copies from, in one of the two ways in which clients escape.
func (o *operation) copySource() (*object, error) {
	source := o.ossHeader("Copy-Source")
	source, version, _ := strings.Cut(strings.TrimPrefix(source, "/"), "?versionId=")
	if version != "" && version != "null" {
		return nil, noSuchVersion
	}
	// Some clients write a blank as +, some a plus sign.
	for _, unescape := range []func(string) (string, error){url.PathUnescape, url.QueryUnescape} {
		name, err := unescape(source)
		if err != nil {
			continue
		}
		bucket, key, _ := strings.Cut(strings.TrimPrefix(name, "/"), "/")
		b := o.buckets[bucket]
		if b == nil || b.objects[key] == nil {
			continue
		}
		if b.region != o.current().region {
			return nil, o.deny(oss403.KindCrossRegionCopy)
		}
		from, err := behind(b.objects, b.objects[key])
		if err == nil && !o.isReadable(from) {
			err = o.deny(oss403.KindObjectNotRestored)
		}
		return from, err
	}
	return nil, noSuchKey
}

// sourcePreconditions checks the headers that a copy depends on.
func (o *operation) sourcePreconditions(from *object) error {
	prefix := "X-Oss-Copy-Source-If-"
	if o.r.Header.Get("X-Amz-Copy-Source") != "" {
		prefix = "X-Amz-Copy-Source-If-"
	}
	return o.preconditions(from, prefix)
}

func (o *operation) copyObject() error {
	objects := o.current().objects
	from, err := o.copySource()
	if err != nil {
		return err
	}
	if err := o.sourcePreconditions(from); err != nil {
		return err
	}
	if err := o.mayWrite(objects); err != nil {
		return err
	}
	to := o.newObject(from.data)
	if !strings.EqualFold(o.ossHeader("Metadata-Directive"), "REPLACE") {
		to.header = from.header
	}
	if !strings.EqualFold(o.ossHeader("Tagging-Directive"), "REPLACE") {
		to.tags = from.tags
	}
	if from.typ == normal {
		to.etag = from.etag
	}
	objects[o.key] = to
	o.sendCRC(to)
	d := newDocument("CopyObjectResult")
	d.element("ETag", to.etag)
	d.element("LastModified", to.modified.Format(stamp))
	o.send(d)
	return nil
}

func (o *operation) appendObject() error {
	objects := o.current().objects
	position, err := strconv.Atoi(o.query.Get("position"))
	if err != nil || position < 0 {
		return invalidArgument("The value of position is invalid.", "position", o.query.Get("position"))
	}
	old := objects[o.key]
	if old != nil && old.typ != appendable {
		return &failure{status: http.StatusConflict, code: "ObjectNotAppendable", message: "The object is not appendable"}
	}
	length := 0
	if old != nil {
		length = len(old.data)
	}
	if position != length {
		next := strconv.Itoa(length)
		return &failure{status: http.StatusConflict, code: "PositionNotEqualToLength", message: "Position is not equal to file length",
			header: http.Header{"X-Oss-Next-Append-Position": {next}}}
	}
	stored := o.newObject(o.body)
	if old != nil {
		stored = o.newObject(slices.Concat(old.data, o.body))
		stored.header, stored.acl, stored.tags, stored.class = old.header, old.acl, old.tags, old.class
	}
	stored.typ = appendable
	stored.etag = strings.TrimSuffix(stored.etag, `"`) + `-A"` // no MD5 of anything
	objects[o.key] = stored
	o.header.Set("ETag", stored.etag)
	o.header.Set("X-Oss-Next-Append-Position", strconv.Itoa(len(stored.data)))
	o.sendCRC(stored)
	return nil
}

func (o *operation) putSymlink() error {
	objects := o.current().objects
	if err := o.mayWrite(objects); err != nil {
		return err
	}
	target, err := url.QueryUnescape(o.r.Header.Get("X-Oss-Symlink-Target"))
	if err != nil || target == "" {
		return invalidArgument("The symlink target is invalid.", "x-oss-symlink-target", o.r.Header.Get("X-Oss-Symlink-Target"))
	}
	link := o.newObject(nil)
	link.typ, link.target = symlink, target
	objects[o.key] = link
	o.header.Set("ETag", link.etag)
	return nil
}

func (o *operation) getSymlink() error {
	link, err := o.find(o.current().objects)
	if err != nil {
		return err
	}
	if link.typ != symlink {
		return &failure{status: http.StatusBadRequest, code: "NotSymlink", message: "The object is not symlink."}
	}
	o.header.Set("ETag", link.etag)
	o.header.Set("X-Oss-Symlink-Target", url.QueryEscape(link.target))
	return nil
}

// change replaces the request's object by a copy that f has changed.
func (o *operation) change(f func(*object) error) error {
	objects := o.current().objects
	stored, err := o.find(objects)
	if err != nil {
		return err
	}
	changed := *stored
	if err := f(&changed); err != nil {
		return err
	}
	objects[o.key] = &changed
	return nil
}

func (o *operation) getObjectTagging() error {
	stored, err := o.find(o.current().objects)
	if err == nil {
		o.sendTags(stored.tags)
	}
	return err
}

func (o *operation) putObjectTagging() error {
	return o.change(func(stored *object) (err error) {
		stored.tags, err = o.readTags()
		return err
	})
}

func (o *operation) deleteObjectTagging() error {
	o.status = http.StatusNoContent
	return o.change(func(stored *object) error {
		stored.tags = nil
		return nil
	})
}
