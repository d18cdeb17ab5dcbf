package oss403

// Category groups kinds by what has to change. It is an error, so that its constants are targets
// of [errors.Is]. The zero value matches nothing.
type Category string

// The categories.
const (
	CategoryPermission   Category = "Permission"   // a policy, an ACL or a missing signature; answers errors.Is(err, fs.ErrPermission)
	CategoryCredentials  Category = "Credentials"  // the AccessKey or the STS token itself
	CategorySignature    Category = "Signature"    // how, or when, the request was signed
	CategoryEndpoint     Category = "Endpoint"     // the host the request went to, or a domain name
	CategoryRequest      Category = "Request"      // the request as such
	CategoryState        Category = "State"        // the bucket or the object is in a state that does not allow it
	CategoryAccount      Category = "Account"      // an account: overdue, disabled, not activated
	CategoryIntermediary Category = "Intermediary" // not OSS's own refusal
	CategoryUnknown      Category = "Unknown"      // the category of KindUnknown
)

// Error returns the bare name.
func (c Category) Error() string { return string(c) }

func (Category) target() {}
