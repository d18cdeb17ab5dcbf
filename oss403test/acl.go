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

func (o *operation) putBucketACL() error { return o.current().setACL(o.ossHeader("Acl")) }

func (o *operation) getObjectACL() error {
	stored, err := o.find(o.current().objects)
	if err == nil {
		o.sendACL(stored.acl)
	}
	return err
}

func (o *operation) putObjectACL() error {
	acl := cmp.Or(o.r.Header.Get("X-Oss-Object-Acl"), o.r.Header.Get("X-Amz-Acl"))
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
	const everybody = "http://acs.amazonaws.com/groups/global/AllUsers"
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
