package signing

import "github.com/oss403/oss403/internal/chars"

// Difference is a part in which a request and the server's echo of it differ, or one in which
// the request does not look like what signers sign. Client is the value sent, Server the one that
// OSS signed or, for a suspicion, the one to expect; "" where there was none.
type Difference struct {
	Part           string
	Client, Server string
	Kind           DifferenceKind
}

// SignsAgain says whether something between the client and OSS signs the request by itself.
func (d *Difference) SignsAgain() bool {
	return d.Kind == schemeChanged || d.Kind == accessKeyChanged
}

// SignedPart is one line of what was signed, under the name that a difference gives it.
type SignedPart struct{ Name, Value string }

// Names of parts. Headers and query parameters go by their own names.
const (
	partScheme       = "Signature version"
	PartAccessKeyID  = "AccessKey ID"
	partMethod       = "Method"
	partContentMD5   = "Content-MD5"
	partContentType  = "Content-Type"
	partDate         = "Date"
	partExpires      = "Expires"
	partBucket       = "Bucket"
	PartPath         = "Path"
	partResource     = "Resource"
	partScopeDate    = "Scope date"
	partScopeRegion  = "Scope region"
	partScopeProduct = "Scope product"
	partAdditional   = "Additional headers"
	partSigned       = "Signed headers"
	partPayload      = "Payload hash"
	partHash         = "Canonical request hash"
	partUnread       = "StringToSign"
	partUnnamed      = "(no name)" // of a header or a parameter, as in ?=a
)

// PartNames are the names above, for whoever translates them.
func PartNames() []string {
	return []string{
		partScheme, PartAccessKeyID, partMethod, partContentMD5, partContentType, partDate, partExpires, partBucket, PartPath, partResource,
		partScopeDate, partScopeRegion, partScopeProduct, partAdditional, partSigned, partPayload, partHash, partUnread, partUnnamed,
	}
}

// DifferenceKind is how a part differs, or why it is a suspicion.
type DifferenceKind string

// Differences, which Compare proves.
const (
	schemeChanged    DifferenceKind = "scheme changed" // something in between signs itself
	accessKeyChanged DifferenceKind = "key changed"    // as before, with another AccessKey
	partChanged      DifferenceKind = "changed"        // a part that is none of the following
	HeaderAdded      DifferenceKind = "header added"   // OSS got one that was not sent
	HeaderLost       DifferenceKind = "header lost"    // one that was sent did not arrive
	HeaderChanged    DifferenceKind = "header changed"
	PathPlusAsSpace  DifferenceKind = "plus as space" // a + that was sent as it is
	PathEncodedTwice DifferenceKind = "path encoded"  // once more than it was sent
	PathDecoded      DifferenceKind = "path decoded"  // likewise
	QueryAdded       DifferenceKind = "parameter added"
	QueryLost        DifferenceKind = "parameter lost"
	QueryChanged     DifferenceKind = "parameter changed"
	ScopeDate        DifferenceKind = "scope date"        // also a suspicion: not the day of x-oss-date
	ScopeRegion      DifferenceKind = "scope region"      // also a suspicion: not the host's
	ScopeProduct     DifferenceKind = "scope product"     // also a suspicion: not oss
	EscapedAmpersand DifferenceKind = "escaped ampersand" // parameters named amp;Signature or u0026Signature
)

// Suspicions, which Suspects raises.
const (
	ContentTypeSent   DifferenceKind = "content type sent"   // with a signed URL; signers leave it out unless told
	ContentTypeAbsent DifferenceKind = "content type absent" // from an upload to a signed URL, which may be signed with one
	HeaderSent        DifferenceKind = "header sent"         // Content-MD5 or x-oss-, with a signed URL
	HeaderUnusual     DifferenceKind = "header unusual"      // blanks at its ends, or no ASCII: both change on the way
	QueryAppended     DifferenceKind = "query appended"
	HeadRequest       DifferenceKind = "HEAD"       // with a signed URL; most are signed for GET
	KeyBucket         DifferenceKind = "key bucket" // the key begins with the bucket, which the host names already
	KeySlash          DifferenceKind = "key slash"  // the key begins with a slash, or has two in a row
	KeyPlus           DifferenceKind = "key plus"
	KeySpace          DifferenceKind = "key blank"
	KeyPercent        DifferenceKind = "key percent"
	KeyHash           DifferenceKind = "key hash"
	QueryRepeated     DifferenceKind = "parameter repeated" // signers keep only one value
	QueryUnusual      DifferenceKind = "parameter unusual"  // OSS signs it; older clients may not know that
	SchemeS3          DifferenceKind = "S3 scheme"
)

func (d Difference) ToKeep() Difference {
	return Difference{chars.Keep(d.Part), chars.Keep(d.Client), chars.Keep(d.Server), d.Kind}
}
