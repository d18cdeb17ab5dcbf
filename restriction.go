package oss403

import (
	"net/netip"
	"strconv"

	"github.com/oss403/oss403/internal/request"
)

var restrictionRows = []row{
	{kinds: []Kind{KindSignedURLRestricted}, act: actBucket, finds: restrictionFinding},
}

// restrictionFinding shows for whom a URL was signed.
func restrictionFinding(v view, f *findings) {
	if v.r == nil {
		return
	}
	for _, p := range [...]struct {
		name    string
		meaning phrase
	}{
		{"x-oss-ac-source-ip", "The URL is for this IP address, or for the range that begins here."},
		{"x-oss-ac-subnet-mask", "This is how many leading bits of the IP address count; 32 means one address."},
		{"x-oss-ac-vpc-id", "The URL is for requests from this VPC."},
		{"x-oss-ac-forward-allow", "This says whether requests that a proxy forwarded count."},
	} {
		if value, ok := v.r.Value(p.name); ok {
			f.add(p.name, value, "", p.meaning)
		}
	}
}

// allowedRange returns the IP addresses that a URL was signed for, "" if it names none.
func allowedRange(r *request.Request) string {
	if r == nil {
		return ""
	}
	from, _ := r.Value("x-oss-ac-source-ip")
	address, err := netip.ParseAddr(from)
	if err != nil {
		return ""
	}
	var buf [64]byte // String of older versions allocates on its way
	bits, _ := r.Value("x-oss-ac-subnet-mask")
	mask, err := strconv.Atoi(bits)
	if err != nil || mask >= address.BitLen() {
		return string(address.AppendTo(buf[:0]))
	}
	network, err := address.Prefix(mask)
	if err != nil {
		return ""
	}
	return string(network.AppendTo(buf[:0]))
}
