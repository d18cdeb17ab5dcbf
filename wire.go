package oss403

import (
	"strings"

	"github.com/oss403/oss403/internal/gate"
)

// wire is what headers tell about who answered, and about the object.
type wire struct {
	server, via  string // Server, Via
	html         bool   // the body is a page
	cdnHeader    string // the name of a header of Alibaba Cloud CDN
	cdnAuth      string // X-Oss-Cdn-Auth: whether the CDN signed its request to OSS
	cdnError     string // X-Tengine-Error: why the CDN refused, or what OSS told it
	storageClass string // x-oss-storage-class
	restore      string // x-oss-restore
}

// masked returns w with its values masked.
func (w *wire) masked(s *gate.Secrets) *wire {
	if *w == noWire {
		return &noWire
	}
	c := *w
	for _, v := range [...]*string{&c.server, &c.via, &c.cdnHeader, &c.cdnAuth, &c.cdnError, &c.storageClass, &c.restore} {
		*v = s.Line(*v)
	}
	return &c
}

var noWire wire

// isCDN says whether a CDN of Alibaba Cloud passed the answer on.
func (w wire) isCDN() bool {
	return w.cdnHeader != "" || strings.EqualFold(w.server, "Tengine") && w.via != ""
}

// isCDNSigned says whether a CDN signed the request to OSS.
func (w *wire) isCDNSigned() bool { return strings.EqualFold(w.cdnAuth, "success") }

// passedOn notes a header of Alibaba Cloud CDN, of several always the same.
func (w *wire) passedOn(name string) {
	if w.cdnHeader == "" || name < w.cdnHeader {
		w.cdnHeader = name
	}
}
