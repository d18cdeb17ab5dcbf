package oss403

import (
	"strings"

	"github.com/oss403/oss403/internal/gate"
)

// headers is what the headers of an answer say beside its error: who answered, and how the object is.
type headers struct {
	server, via  string // Server, Via
	cdnHeader    string // the name of a header of Alibaba Cloud CDN
	cdnAuth      string // X-Oss-Cdn-Auth: whether the CDN signed its request to OSS
	cdnError     string // X-Tengine-Error: why the CDN refused, or what OSS told it
	storageClass string // x-oss-storage-class
	restore      string // x-oss-restore
}

// masked returns h with its values masked.
func (h *headers) masked(s *gate.Secrets) *headers {
	if *h == noHeaders {
		return &noHeaders
	}
	c := *h
	for _, v := range [...]*string{&c.server, &c.via, &c.cdnHeader, &c.cdnAuth, &c.cdnError, &c.storageClass, &c.restore} {
		*v = s.Line(*v)
	}
	return &c
}

var noHeaders headers

// isCDN says whether a CDN of Alibaba Cloud passed the answer on.
func (h headers) isCDN() bool {
	return h.cdnHeader != "" || strings.EqualFold(h.server, "Tengine") && h.via != ""
}

// isCDNSigned says whether a CDN signed the request to OSS.
func (h *headers) isCDNSigned() bool { return strings.EqualFold(h.cdnAuth, "success") }

// passedOn notes a header of Alibaba Cloud CDN, of several always the same.
func (h *headers) passedOn(name string) {
	if h.cdnHeader == "" || name < h.cdnHeader {
		h.cdnHeader = name
	}
}
