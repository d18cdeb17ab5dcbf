// Package osstext defines an Analyzer that finds errors of OSS searched for in the text of an error.
//
// # Analyzer osstext
//
// osstext: suggest a kind where the text of an error is searched for a code of OSS
//
// This is a suggestion, and off by default; -osstext.suggest turns it on.
//
// One code has many causes: AccessDenied is what OSS says for a missing permission, for a wrong
// endpoint, for an expired URL and for some forty other things, each with a remedy of its own. The text
// of an error also holds the names of buckets and objects, and whatever callers put in front.
//
//	if strings.Contains(err.Error(), "AccessDenied") { … }
//
// The library reads the error, whatever client made it, and tells the causes apart:
//
//	if oss403.Is(err, oss403.CategoryPermission) { … }
//	if oss403.Is(err, oss403.KindEndpointMismatch) { … }
//
// Reported are strings.Contains, HasPrefix, HasSuffix, Index and EqualFold on err.Error(), with a code
// of the library's catalog or a part of one of its messages, in packages that import the library or a
// client that talks to OSS only, outside of tests.
//
// The fix asks for the code itself, where the file imports the library already. Choose a kind instead
// where you can.
package osstext
