package oss403test

import (
	"cmp"
	"strings"
)

// grants are the ACLs of a bucket, without the default that only objects have.
var grants = []string{"private", "public-read", "public-read-write"}

func isGrant(s string) bool {
	for _, g := range grants {
		if g == s {
			return true
		}
	}
	return false
}

func (b *bucket) setACL(acl string) error {
	if !isGrant(acl) {
		return invalidArgument("no such bucket access control exists", "x-oss-acl", acl)
	}
	b.acl = acl
	return nil
}

func (o *operation) getBucketACL() error {
	o.sendACL(o.current().acl)
	return nil
}

func (o *operation) putBucketACL() error {
	return o.current().setACL(cmp.Or(o.ossHeader("Acl"), o.grantedACL()))
}

// everybody is what S3 calls anonymous users.
const everybody = "http://acs.amazonaws.com/groups/global/AllUsers"

// grantedACL is the ACL that S3 clients write as a document; "" without one.
func (o *operation) grantedACL() string {
	var doc struct {
		AccessControlList struct {
			Grant []struct {
				Grantee    struct{ URI string }
				Permission string
			}
		}
	}
	if len(o.body) == 0 || decodeXML(o.body, &doc) != nil {
		return ""
	}
	acl := "private"
	for _, g := range doc.AccessControlList.Grant {
		switch {
		case g.Grantee.URI != everybody:
		case g.Permission == "READ" && acl == "private":
			acl = "public-read"
		case g.Permission == "WRITE", g.Permission == "FULL_CONTROL":
			acl = "public-read-write"
		}
	}
	return acl
}

func (o *operation) getObjectACL() error {
	stored, err := o.find(o.current().objects)
	if err == nil {
		o.sendACL(stored.acl)
	}
	return err
}

func (o *operation) putObjectACL() error {
	acl := cmp.Or(o.r.Header.Get("X-Oss-Object-Acl"), o.r.Header.Get("X-Amz-Acl"), o.grantedACL())
	if acl != "default" && !isGrant(acl) {
		return invalidArgument("no such object access control exists", "x-oss-object-acl", acl)
	}
	return o.change(func(stored *object) error {
		stored.acl = acl
		return nil
	})
}

// sendACL writes an ACL as the client's protocol has it.
func (o *operation) sendACL(acl string) {
	d := newDocument("AccessControlPolicy")
	d.owner()
	d.open("AccessControlList")
	if !o.s3() {
		d.element("Grant", acl)
		o.send(d)
		return
	}
	d.grant("CanonicalUser", "ID", ownerID, "FULL_CONTROL")
	if strings.HasPrefix(acl, "public-read") {
		d.grant("Group", "URI", everybody, "READ")
	}
	if acl == "public-read-write" {
		d.grant("Group", "URI", everybody, "WRITE")
	}
	o.send(d)
}

func (d *xmlDocument) grant(typ, name, value, permission string) {
	d.open("Grant")
	d.openWith("Grantee", `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="`+typ+`"`)
	d.element(name, value)
	d.close()
	d.element("Permission", permission)
	d.close()
}
