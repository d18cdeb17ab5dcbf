package oss403

// Basis is the piece of evidence that chose the Kind. The order below is the order in which they
// are asked. The zero value is read as BasisNone.
type Basis string

// The bases.
const (
	BasisDetail        Basis = "Detail"        // AccessDeniedDetail, the strongest: OSS names the policy that decided
	BasisEC            Basis = "EC"            // the EC, where it comes with the code that the catalog gives it
	BasisMessage       Basis = "Message"       // the exact message
	BasisTemplate      Basis = "Template"      // a message with a part that varies
	BasisBeginning     Basis = "Beginning"     // the beginning of a message that was cut short, if only messages of one kind begin so
	BasisCode          Basis = "Code"          // the code alone, where it means one thing or came without a message
	BasisSharedMessage Basis = "SharedMessage" // a message that other stores send too, in a text that is about OSS by [AssumeOSS]
	BasisPart          Basis = "Part"          // a part of the message, which only messages of one kind have, in a text that is about OSS by [AssumeOSS]
	BasisKind          Basis = "Kind"          // the name of the kind, in a text that is about OSS by [AssumeOSS]
	BasisNone          Basis = "None"          // nothing: the kind is KindUnknown or KindIntermediary, or ParseText read it in a line of Error
)
