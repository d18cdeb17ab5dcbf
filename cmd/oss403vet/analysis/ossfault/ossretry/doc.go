// Package ossretry defines an Analyzer that finds retries of errors of OSS that no repetition helps.
//
// # Analyzer ossretry
//
// ossretry: find retries of errors of OSS that no repetition can help
//
// No 403 of OSS goes away by waiting alone. A list of transient codes that holds one costs its user
// all attempts, and hides the error behind "timed out":
//
//	var transientOSSErrorCodes = []string{"InternalError", "RequestTimeTooSkewed"}
//
// Reported is a code of the library's catalog, or a kind, that
//
//   - stands in a list or a map whose name says retry, transient or temporary;
//   - makes a function of such a name return true, by a comparison, a case, errors.Is or oss403.Is;
//   - is the condition of a continue, with a sleep or a log line before it at most, in a loop that calls
//     a client of OSS.
//
// What must come first is said by [Kind.Retry]. Not reported are codes that something else between two
// attempts may help: new credentials (SecurityTokenExpired, InvalidAccessKeyId) and a restored object
// (InvalidObjectState). Nor is RequestTimeTooSkewed where OSS SDK v2 is the only client, since that
// learns the time from the answer, and nothing in packages that talk to no OSS.
//
// There is no fix: what to do instead depends on who can do it. With the library, ask the error:
//
//	if e, ok := oss403.From(err); ok { return e.Automatic() }
//
// [Kind.Retry]: https://pkg.go.dev/github.com/oss403/oss403#Kind.Retry
package ossretry
