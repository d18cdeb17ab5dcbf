package signing

import (
	"slices"
	"strings"
)

// Refusal is why OSS refuses a request for the way it is signed, as the EC tells it. The zero value is none.
type Refusal uint8

// Why OSS refuses. What a URL lacks stands together: see [Refusal.OfParameter].
const (
	Mismatch           Refusal = iota + 1 // the signature is not the one that OSS calculates
	FormMismatch                          // nor is that of a form, which signs its policy
	OtherAddress                          // the URL is signed for certain addresses and came from another, or Mismatch
	OtherVPC                              // the URL is signed for a VPC and came from elsewhere, or Mismatch
	KeyIDMissing                          // the URL has no AccessKey ID
	KeyIDBlank                            // the URL has an empty one
	ExpiresMissing                        // the URL has no expiry
	ExpiresBlank                          // the URL has an empty one
	SignatureMissing                      // the URL has no signature
	SignatureBlank                        // the URL has an empty one
	ExpiresInvalid                        // the expiry of the URL is no UNIX time
	LifetimeOutOfRange                    // the URL is signed for more than MaxLifetime, or for no time
	UsedEarly                             // the URL came more than MaxSkew before its date
	Expired                               // the URL came after its expiry
	Skewed                                // the date of the request is more than MaxSkew off OSS's clock
	KeyIDMalformed                        // the AccessKey ID has a character that no ID has
	KeyUnknown                            // OSS does not know the AccessKey ID
	KeyUnknownToSTS                       // nor does STS, asked because there is a security token
)

// OfParameter says whether a signed URL lacks a parameter, or has it without a value.
func (r Refusal) OfParameter() bool { return KeyIDMissing <= r && r <= SignatureBlank }

// refusal is what an EC stands for.
type refusal struct {
	ec      string
	why     Refusal
	schemes []string // of the signature; nil: the EC does not tell
}

// refusals is sorted by EC.
var refusals = [...]refusal{
	{"0002-00000002", KeyUnknownToSTS, nil},
	{"0002-00000040", Mismatch, []string{"V1"}},
	{"0002-00000067", ExpiresMissing, []string{"V1"}},
	{"0002-00000068", ExpiresBlank, []string{"V1"}},
	{"0002-00000069", Expired, []string{"V1", "V2"}},
	{"0002-00000070", ExpiresInvalid, []string{"V1", "V2"}},
	{"0002-00000071", KeyIDMissing, []string{"V1"}},
	{"0002-00000072", KeyIDBlank, []string{"V1"}},
	{"0002-00000073", KeyIDMalformed, []string{"V1"}},
	{"0002-00000074", SignatureMissing, []string{"V1"}},
	{"0002-00000075", SignatureBlank, []string{"V1"}},
	{"0002-00000101", Mismatch, []string{"V2"}},
	{"0002-00000113", ExpiresMissing, []string{"V2"}},
	{"0002-00000116", KeyIDBlank, []string{"V2"}},
	{"0002-00000117", SignatureMissing, []string{"V2"}},
	{"0002-00000118", SignatureBlank, []string{"V2"}},
	{"0002-00000119", OtherAddress, []string{"V2"}},
	{"0002-00000201", Mismatch, []string{"V4"}},
	{"0002-00000225", OtherAddress, []string{"V4"}},
	{"0002-00000232", LifetimeOutOfRange, []string{"V4"}},
	{"0002-00000235", UsedEarly, []string{"V4"}},
	{"0002-00000236", Expired, []string{"V4"}},
	{"0002-00000301", ExpiresMissing, []string{"S3 V2"}},
	{"0002-00000302", ExpiresBlank, []string{"S3 V2"}},
	{"0002-00000303", KeyIDMissing, []string{"S3 V2"}},
	{"0002-00000304", KeyIDBlank, []string{"S3 V2"}},
	{"0002-00000305", SignatureMissing, []string{"S3 V2"}},
	{"0002-00000307", Mismatch, []string{"S3 V2"}},
	{"0002-00000416", ExpiresMissing, []string{"S3 V4"}},
	{"0002-00000417", LifetimeOutOfRange, []string{"S3 V4"}},
	{"0002-00000418", Expired, []string{"S3 V4"}},
	{"0002-00000429", Mismatch, []string{"S3 V4"}},
	{"0002-00000430", Mismatch, []string{"S3 V4"}}, // of a chunk
	{"0002-00000501", Skewed, []string{"S3 V2", "S3 V4"}},
	{"0002-00000504", Skewed, []string{"V1", "V2", "V4"}},
	{"0002-00000602", OtherAddress, nil},
	{"0002-00000603", OtherVPC, nil},
	{"0002-00000604", OtherAddress, []string{"V1"}},
	{"0002-00000705", FormMismatch, nil},
	{"0002-00000901", KeyIDMalformed, nil},
	{"0002-00000902", KeyUnknown, nil},
}

// RefusalOf returns what an EC says of how a request is signed, 0 for one that says something else.
func RefusalOf(ec string) Refusal {
	if i := indexOfEC(ec); i >= 0 {
		return refusals[i].why
	}
	return 0
}

// ECOf returns the EC that OSS sends with a refusal of a request signed with a scheme, "" where none is known.
func ECOf(why Refusal, scheme string) string {
	for _, r := range refusals {
		if r.why == why && (r.schemes == nil || slices.Contains(r.schemes, scheme)) {
			return r.ec
		}
	}
	return ""
}

// schemeOfEC returns the scheme of the signature that OSS compared with its own, "" where the EC does not tell.
func schemeOfEC(ec string) string {
	i := indexOfEC(ec)
	if i < 0 || len(refusals[i].schemes) != 1 || refusals[i].why != Mismatch && refusals[i].why != OtherAddress {
		return ""
	}
	return refusals[i].schemes[0]
}

// indexOfEC returns where refusals has an EC, -1 if it does not.
func indexOfEC(ec string) int {
	if !strings.HasPrefix(ec, "0002-") { // as most do not
		return -1
	}
	i, ok := slices.BinarySearchFunc(refusals[:], ec, func(r refusal, ec string) int { return strings.Compare(r.ec, ec) })
	if !ok {
		return -1
	}
	return i
}
