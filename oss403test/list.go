package oss403test

import (
	"encoding/base64"
	"strings"
)

// listObjects is ListObjects, and ListObjectsV2 if the query says so.
func (o *operation) listObjects() error {
	q := o.query
	v2 := q.Get("list-type") == "2"
	prefix, delimiter := q.Get("prefix"), q.Get("delimiter")
	marker := q.Get("marker")
	if v2 {
		marker = q.Get("start-after")
		if token := q.Get("continuation-token"); token != "" {
			last, err := base64.RawURLEncoding.DecodeString(token)
			if err != nil {
				return invalidArgument("The continuation token provided is incorrect", "continuation-token", token)
			}
			marker = string(last)
		}
	}
	def := 100
	if o.s3() {
		def = maxListed
	}
	limit := o.limit("max-keys", def)
	objects := o.current().objects
	page := listPage(objects, prefix, delimiter, marker, limit)

	d := newDocument("ListBucketResult")
	encode := o.encodeKeys(d)
	d.element("Name", o.bucket)
	d.emptyOr("Prefix", encode(prefix))
	d.element("Delimiter", encode(delimiter))
	d.number("MaxKeys", limit)
	d.boolean("IsTruncated", page.more)
	if v2 {
		d.element("StartAfter", encode(q.Get("start-after")))
		d.element("ContinuationToken", q.Get("continuation-token"))
		d.number("KeyCount", len(page.keys)+len(page.prefixes))
	} else {
		d.emptyOr("Marker", encode(marker))
	}
	if page.more && v2 {
		d.element("NextContinuationToken", base64.RawURLEncoding.EncodeToString([]byte(page.last)))
	} else if page.more {
		d.element("NextMarker", encode(page.last))
	}
	for _, key := range page.keys {
		d.open("Contents")
		d.element("Key", encode(key))
		o.describeObject(d, objects[key])
		if !v2 || q.Get("fetch-owner") == "true" {
			d.owner()
		}
		d.close()
	}
	d.prefixes(page.prefixes, encode)
	o.send(d)
	return nil
}

// describeObject writes what lists say of an object.
func (o *operation) describeObject(d *xmlDocument, stored *object) {
	d.element("LastModified", stored.modified.Format(stamp))
	d.element("ETag", stored.etag)
	d.element("Type", stored.typ)
	d.number("Size", len(stored.data))
	d.element("StorageClass", o.class(stored.class))
	if !o.s3() {
		d.element("RestoreInfo", o.restoreState(stored))
	}
}

// listObjectVersions lists the objects as the versions that they have in a bucket without any.
func (o *operation) listObjectVersions() error {
	q := o.query
	prefix, delimiter, marker := q.Get("prefix"), q.Get("delimiter"), q.Get("key-marker")
	limit := o.limit("max-keys", maxListed)
	objects := o.current().objects
	page := listPage(objects, prefix, delimiter, marker, limit)

	d := newDocument("ListVersionsResult")
	encode := o.encodeKeys(d)
	d.element("Name", o.bucket)
	d.emptyOr("Prefix", encode(prefix))
	d.emptyOr("KeyMarker", encode(marker))
	d.emptyOr("VersionIdMarker", q.Get("version-id-marker"))
	d.element("Delimiter", encode(delimiter))
	d.number("MaxKeys", limit)
	d.boolean("IsTruncated", page.more)
	if page.more {
		d.element("NextKeyMarker", encode(page.last))
		d.element("NextVersionIdMarker", "null")
	}
	for _, key := range page.keys {
		d.open("Version")
		d.element("Key", encode(key))
		d.element("VersionId", "null")
		d.boolean("IsLatest", true)
		o.describeObject(d, objects[key])
		d.owner()
		d.close()
	}
	d.prefixes(page.prefixes, encode)
	o.send(d)
	return nil
}

func (d *xmlDocument) prefixes(list []string, encode func(string) string) {
	for _, p := range list {
		d.open("CommonPrefixes")
		d.element("Prefix", encode(p))
		d.close()
	}
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
	for _, key := range sortedKeys(objects) {
		if !strings.HasPrefix(key, prefix) || key <= marker {
			continue
		}
		name, isPrefix := commonPrefix(key, prefix, delimiter)
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

// commonPrefix returns what a key is listed as.
func commonPrefix(key, prefix, delimiter string) (name string, isPrefix bool) {
	rest := strings.TrimPrefix(key, prefix)
	if front, _, ok := strings.Cut(rest, delimiter); ok && delimiter != "" {
		return prefix + front + delimiter, true
	}
	return key, false
}
