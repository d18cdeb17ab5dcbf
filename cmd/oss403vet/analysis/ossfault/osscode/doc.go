// Package osscode defines an Analyzer that finds comparisons with codes that no 403 of OSS has.
//
// # Analyzer osscode
//
// osscode: find comparisons with codes that OSS never sends
//
// The codes of OSS are not Go's words: it is InvalidAccessKeyId, not InvalidAccessKeyID, and
// SignatureDoesNotMatch, not SignatureNotMatch. A comparison with a misspelled one compiles, and is
// never true:
//
//	if e.Code == "InvalidAccessKeyID" { … } // never; OSS sends InvalidAccessKeyId
//
// Reported are
//
//   - a code that is one of OSS's codes but for its case, its small words or one letter;
//   - a code compared beside status 403 that no 403 of OSS has:
//     e.StatusCode == 403 && e.Code == "NoSuchKey";
//   - a code compared with the Code of an oss403.Error that the catalog does not have;
//   - a string compared with, or converted to, an oss403.Kind or oss403.Category that is none:
//     e.Kind == "AccessDenied" compiles, since "AccessDenied" is an untyped constant, but it is a code.
//
// The codes and kinds are those of the library's catalog, in the version that this program was built
// with. Constants of the library are never reported.
//
// The fix puts the code in OSS's spelling.
package osscode
