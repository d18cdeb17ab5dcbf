package oss403test

import (
	"net/http"
	"strings"
	"time"

	"github.com/oss403/oss403"
)

// ownerID is the account that all buckets belong to.
const ownerID = "1000000000000001"

// bucket is a bucket and what is in it.
type bucket struct {
	region  string // as in cn-hangzhou
	placed  bool   // PutBucket has chosen the region
	acl     string
	class   string // the storage class of its objects
	created time.Time
	objects map[string]*object
	tags    []tag
}

type tag struct{ Key, Value string }

// current returns the request's bucket, which is made if it is not there.
func (o *operation) current() *bucket {
	b := o.buckets[o.bucket]
	if b == nil {
		b = &bucket{region: o.region, acl: "private", class: standard, created: o.time(), objects: map[string]*object{}}
		o.buckets[o.bucket] = b
	}
	return b
}

// time is the present second.
func (o *operation) time() time.Time { return o.now.UTC().Truncate(time.Second) }

func (o *operation) listBuckets() error {
	limit := o.limit("max-keys", 100)
	prefix, marker := o.query.Get("prefix"), o.query.Get("marker")
	var names []string
	for _, name := range sortedKeys(o.buckets) {
		if strings.HasPrefix(name, prefix) && name > marker {
			names = append(names, name)
		}
	}
	more := len(names) > limit
	names = names[:min(len(names), limit)]

	d := newDocument("ListAllMyBucketsResult")
	d.element("Prefix", prefix)
	d.element("Marker", marker)
	if more && limit > 0 {
		d.number("MaxKeys", limit)
		d.boolean("IsTruncated", true)
		d.element("NextMarker", names[limit-1])
	}
	d.owner()
	d.open("Buckets")
	for _, name := range names {
		d.open("Bucket")
		o.describe(d, name, o.buckets[name])
		d.close()
	}
	o.send(d)
	return nil
}

// describe writes what lists and GetBucketInfo say of a bucket.
func (o *operation) describe(d *xmlDocument, name string, b *bucket) {
	d.element("Name", name)
	d.element("CreationDate", b.created.Format(stamp))
	d.element("Location", "oss-"+b.region)
	d.element("Region", b.region)
	d.element("ExtranetEndpoint", "oss-"+b.region+".aliyuncs.com")
	d.element("IntranetEndpoint", "oss-"+b.region+"-internal.aliyuncs.com")
	d.element("StorageClass", b.class)
}

func (o *operation) touchBucket() error {
	o.header.Set("X-Oss-Bucket-Region", "oss-"+o.current().region)
	return nil
}

func (o *operation) putBucket() error {
	b := o.current()
	b.placed = true
	var config struct{ StorageClass string }
	if len(o.body) > 0 && decodeXML(o.body, &config) != nil {
		return malformedXML
	}
	if config.StorageClass != "" {
		b.class = config.StorageClass
	}
	if acl := o.ossHeader("Acl"); acl != "" {
		return b.setACL(acl)
	}
	return nil
}

func (o *operation) deleteBucket() error {
	if len(o.current().objects) > 0 {
		return bucketNotEmpty
	}
	for _, u := range o.uploads {
		if u.bucket == o.bucket {
			return bucketNotEmpty
		}
	}
	delete(o.buckets, o.bucket)
	o.status = http.StatusNoContent
	return nil
}

func (o *operation) getBucketInfo() error {
	b := o.current()
	d := newDocument("BucketInfo")
	d.open("Bucket")
	o.describe(d, o.bucket, b)
	d.element("AccessMonitor", "Disabled")
	d.element("BlockPublicAccess", "false")
	d.element("CrossRegionReplication", "Disabled")
	d.element("DataRedundancyType", "LRS")
	d.element("TransferAcceleration", "Disabled")
	d.owner()
	d.open("AccessControlList")
	d.element("Grant", b.acl)
	o.send(d)
	return nil
}

func (o *operation) getBucketLocation() error {
	d := newDocument("LocationConstraint")
	d.text("oss-" + o.current().region)
	o.send(d)
	return nil
}

func (o *operation) getBucketStat() error {
	var size, count [2]int // of objects that are stored as they are, and of archived ones
	b := o.current()
	for _, stored := range b.objects {
		i := 0
		if stored.isArchived() {
			i = 1
		}
		size[i] += len(stored.data)
		count[i]++
	}
	uploads := 0
	for _, u := range o.uploads {
		if u.bucket == o.bucket {
			uploads++
		}
	}
	d := newDocument("BucketStat")
	d.number("Storage", size[0]+size[1])
	d.number("ObjectCount", count[0]+count[1])
	d.number("MultipartUploadCount", uploads)
	d.number("LiveChannelCount", 0)
	d.number("LastModifiedTime", int(o.time().Unix()))
	d.number("StandardStorage", size[0])
	d.number("StandardObjectCount", count[0])
	d.number("ArchiveStorage", size[1])
	d.number("ArchiveObjectCount", count[1])
	o.send(d)
	return nil
}

// getBucketVersioning says that the bucket has never had versions.
func (o *operation) getBucketVersioning() error {
	o.current()
	o.send(newDocument("VersioningConfiguration"))
	return nil
}

func (o *operation) getBucketTags() error {
	o.sendTags(o.current().tags)
	return nil
}

func (o *operation) putBucketTags() (err error) {
	o.current().tags, err = o.readTags()
	return err
}

func (o *operation) deleteBucketTags() error {
	o.current().tags = nil
	o.status = http.StatusNoContent
	return nil
}

func (o *operation) sendTags(tags []tag) {
	d := newDocument("Tagging")
	d.open("TagSet")
	for _, t := range tags {
		d.open("Tag")
		d.element("Key", t.Key)
		d.emptyOr("Value", t.Value)
		d.close()
	}
	o.send(d)
}

func (o *operation) readTags() ([]tag, error) {
	var doc struct {
		TagSet struct{ Tag []tag }
	}
	if decodeXML(o.body, &doc) != nil {
		return nil, malformedXML
	}
	return doc.TagSet.Tag, nil
}

// unconfigured is what OSS answers where a bucket has no configuration of a sort, which is all that
// there is here. An empty code stands for a document that says so.
var unconfigured = map[string]struct{ code, document, element, value string }{
	"GetBucketCors":           {code: "NoSuchCORSConfiguration"},
	"GetBucketEncryption":     {code: "NoSuchServerSideEncryptionRule"},
	"GetBucketLifecycle":      {code: "NoSuchLifecycle"},
	"GetBucketPolicy":         {code: "NoSuchBucketPolicy"},
	"GetBucketWebsite":        {code: "NoSuchWebsiteConfiguration"},
	"GetBucketLogging":        {document: "BucketLoggingStatus"},
	"GetBucketReferer":        {document: "RefererConfiguration", element: "AllowEmptyReferer", value: "true"},
	"GetBucketRequestPayment": {document: "RequestPaymentConfiguration", element: "Payer", value: "BucketOwner"},
}

func (o *operation) getConfiguration() error {
	o.current()
	u := unconfigured[o.name]
	if u.code != "" {
		return &failure{status: http.StatusNotFound, code: u.code, message: "The bucket has no such configuration."}
	}
	d := newDocument(u.document)
	d.element(u.element, u.value)
	o.send(d)
	return nil
}

// optionObject is a browser's question whether it may send a request.
func (o *operation) optionObject() error { return o.deny(oss403.KindCORSNotEnabled) }
