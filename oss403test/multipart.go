package oss403test

import (
	"cmp"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// upload is a multipart upload that is under way.
type upload struct {
	bucket, key string
	begun       time.Time
	whole       *object // what it will be, without data
	parts       map[int]*object
}

func (o *operation) initiateMultipartUpload() error {
	if err := o.mayWrite(o.current().objects); err != nil {
		return err
	}
	o.count++
	id := fmt.Sprintf("%032X", o.count)
	o.uploads[id] = &upload{o.bucket, o.key, o.time(), o.newObject(nil), map[int]*object{}}
	d := newDocument("InitiateMultipartUploadResult")
	encode := o.encodeKeys(d)
	d.element("Bucket", o.bucket)
	d.element("Key", encode(o.key))
	d.element("UploadId", id)
	o.send(d)
	return nil
}

// underWay returns the upload that the request names.
func (o *operation) underWay() (id string, u *upload, err error) {
	id = o.query.Get("uploadId")
	u = o.uploads[id]
	if u == nil || u.bucket != o.bucket || u.key != o.key {
		return id, nil, noSuchUpload
	}
	return id, u, nil
}

// part returns the upload and the number of the part that the request is for.
func (o *operation) part() (u *upload, n int, err error) {
	if _, u, err = o.underWay(); err != nil {
		return nil, 0, err
	}
	n, err = strconv.Atoi(o.query.Get("partNumber"))
	if err != nil || n < 1 || n > 10000 {
		f := invalidArgument("Part number must be an integer between 1 and 10000, inclusive.", "partNumber", o.query.Get("partNumber"))
		f.ec = "0017-00000220"
		return nil, 0, f
	}
	return u, n, nil
}

func (o *operation) uploadPart() error {
	u, n, err := o.part()
	if err != nil {
		return err
	}
	part := o.newObject(o.body)
	u.parts[n] = part
	o.header.Set("ETag", part.etag)
	o.header.Set("Content-Md5", md5Base64(part.data))
	o.sendCRC(part)
	return nil
}

func (o *operation) uploadPartCopy() error {
	u, n, err := o.part()
	if err != nil {
		return err
	}
	from, err := o.copySource()
	if err != nil {
		return err
	}
	if err := o.sourcePreconditions(from); err != nil {
		return err
	}
	data := from.data
	if header := o.ossHeader("Copy-Source-Range"); header != "" {
		first, last, ok := parseRange(header, len(data))
		if !ok || last >= len(data) {
			return invalidRange.with("RangeRequested", header)
		}
		data = data[first : last+1]
	}
	part := o.newObject(data)
	u.parts[n] = part
	d := newDocument("CopyPartResult")
	d.element("LastModified", part.modified.Format(stamp))
	d.element("ETag", part.etag)
	o.send(d)
	return nil
}

func (o *operation) abortMultipartUpload() error {
	id, _, err := o.underWay()
	delete(o.uploads, id)
	o.status = http.StatusNoContent
	return err
}

// completeMultipartUpload takes parts of any size, so that tests can do with small ones.
func (o *operation) completeMultipartUpload() error {
	id, u, err := o.underWay()
	if err != nil {
		return err
	}
	var list struct {
		Part []struct {
			PartNumber int
			ETag       string
		}
	}
	all := strings.EqualFold(o.r.Header.Get("X-Oss-Complete-All"), "yes")
	if !all && (decodeXML(o.body, &list) != nil || len(list.Part) == 0) {
		return malformedXML
	}
	var numbers []int
	if all {
		numbers = sortedKeys(u.parts)
	}
	for _, p := range list.Part {
		if part := u.parts[p.PartNumber]; part == nil || !matchesETag(p.ETag, part.etag) {
			return invalidPart.with("PartNumber", strconv.Itoa(p.PartNumber)).with("ETag", p.ETag).with("UploadId", id)
		}
		if len(numbers) > 0 && p.PartNumber <= numbers[len(numbers)-1] {
			return &failure{status: http.StatusBadRequest, code: "InvalidPartOrder", message: "The list of parts was not in ascending order. Parts list must specified in order by part number."}
		}
		numbers = append(numbers, p.PartNumber)
	}
	var data []byte
	for _, n := range numbers {
		data = append(data, u.parts[n].data...)
	}
	if err := o.mayWrite(o.current().objects); err != nil {
		return err
	}
	whole := o.newObject(data)
	whole.etag = fmt.Sprintf(`%s-%d"`, strings.TrimSuffix(whole.etag, `"`), len(numbers))
	whole.header, whole.acl, whole.tags, whole.class, whole.typ = u.whole.header, u.whole.acl, u.whole.tags, u.whole.class, multiparts
	o.current().objects[o.key] = whole
	delete(o.uploads, id)
	d := newDocument("CompleteMultipartUploadResult")
	encode := o.encodeKeys(d)
	d.element("Location", "http://"+o.r.Host+o.r.URL.EscapedPath())
	d.element("Bucket", o.bucket)
	d.element("Key", encode(o.key))
	d.element("ETag", whole.etag)
	o.header.Set("ETag", whole.etag)
	o.sendCRC(whole)
	o.send(d)
	return nil
}

func (o *operation) listParts() error {
	id, u, err := o.underWay()
	if err != nil {
		return err
	}
	marker, _ := strconv.Atoi(o.query.Get("part-number-marker"))
	limit := o.limit("max-parts", maxListed)
	var numbers []int
	for _, n := range sortedKeys(u.parts) {
		if n > marker {
			numbers = append(numbers, n)
		}
	}
	more := len(numbers) > limit && limit > 0
	numbers = numbers[:min(len(numbers), limit)]
	d := newDocument("ListPartsResult")
	encode := o.encodeKeys(d)
	d.element("Bucket", o.bucket)
	d.element("Key", encode(o.key))
	d.element("UploadId", id)
	d.element("StorageClass", o.class(u.whole.class))
	d.number("PartNumberMarker", marker)
	if len(numbers) > 0 {
		d.number("NextPartNumberMarker", numbers[len(numbers)-1])
	}
	d.number("MaxParts", limit)
	d.boolean("IsTruncated", more)
	for _, n := range numbers {
		part := u.parts[n]
		d.open("Part")
		d.number("PartNumber", n)
		d.element("LastModified", part.modified.Format(stamp))
		d.element("ETag", part.etag)
		d.element("HashCrc64ecma", strconv.FormatUint(part.crc, 10))
		d.number("Size", len(part.data))
		d.close()
	}
	o.send(d)
	return nil
}

func (o *operation) listMultipartUploads() error {
	o.current()
	prefix, delimiter := o.query.Get("prefix"), o.query.Get("delimiter")
	keyMarker, idMarker := o.query.Get("key-marker"), o.query.Get("upload-id-marker")
	limit := o.limit("max-uploads", maxListed)

	type entry struct {
		key, id string
		*upload
	}
	var entries []entry
	for id, u := range o.uploads {
		if u.bucket == o.bucket && strings.HasPrefix(u.key, prefix) {
			entries = append(entries, entry{u.key, id, u})
		}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(a.id, b.id))
	})
	var page []entry
	var prefixes []string
	more := false
	for _, e := range entries {
		name, isPrefix := commonPrefix(e.key, prefix, delimiter)
		switch {
		case isPrefix && (name <= keyMarker || slices.Contains(prefixes, name)):
			continue
		case !isPrefix && (e.key < keyMarker || e.key == keyMarker && (idMarker == "" || e.id <= idMarker)):
			continue
		}
		if more = len(page)+len(prefixes) == limit; more {
			break
		}
		if isPrefix {
			prefixes = append(prefixes, name)
		} else {
			page = append(page, e)
		}
		keyMarker, idMarker = name, ""
		if !isPrefix {
			idMarker = e.id
		}
	}

	d := newDocument("ListMultipartUploadsResult")
	encode := o.encodeKeys(d)
	d.element("Bucket", o.bucket)
	d.emptyOr("KeyMarker", encode(o.query.Get("key-marker")))
	d.emptyOr("UploadIdMarker", o.query.Get("upload-id-marker"))
	if more && limit > 0 {
		d.element("NextKeyMarker", encode(keyMarker))
		d.element("NextUploadIdMarker", idMarker)
	}
	d.element("Delimiter", encode(delimiter))
	d.element("Prefix", encode(prefix))
	d.number("MaxUploads", limit)
	d.boolean("IsTruncated", more && limit > 0)
	for _, e := range page {
		d.open("Upload")
		d.element("Key", encode(e.key))
		d.element("UploadId", e.id)
		d.element("StorageClass", o.class(e.whole.class))
		if o.s3() {
			d.open("Initiator")
			d.element("ID", ownerID)
			d.element("DisplayName", ownerID)
			d.close()
			d.owner()
		}
		d.element("Initiated", e.begun.Format(stamp))
		d.close()
	}
	for _, p := range prefixes {
		d.open("CommonPrefixes")
		d.element("Prefix", encode(p))
		d.close()
	}
	o.send(d)
	return nil
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
