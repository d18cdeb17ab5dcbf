// Package oss403 explains the HTTP 403 answers of Alibaba Cloud Object Storage Service (OSS).
//
// A 403 of OSS says AccessDenied and leaves the rest to guessing: a wrong endpoint reads like a
// missing right, a RAM policy's Deny calls itself a bucket policy's, a HEAD says nothing at all.
// Mostly the answer held the cause, and the client threw it away. This package reads it: a 403
// becomes a typed [*Error] that says what went wrong, how we know, what to do about it, and what
// must happen before a retry can succeed.
//
// # Three minutes
//
// Wrap what a client returns. nil stays nil, and an error that is no 403 of OSS stays as it is:
//
//	err := oss403.Wrap(bucket.PutObject(key, r))
//	body, err := oss403.WrapValue(bucket.GetObject(key))
//
// Printed, the error is one line with the fix in it. Branch on it with the errors package; kinds,
// codes and categories are targets of errors.Is, and can be had by errors.As:
//
//	if errors.Is(err, oss403.KindSecurityTokenExpired) { … }
//	if errors.Is(err, oss403.CategoryPermission) { … }
//	var kind oss403.Kind
//	if errors.As(err, &kind) { switch kind { … } }
//
// Or leave the errors of the SDK as they are, and ask when it matters. [From], [All] and [Is]
// find a 403 at any depth of %w and Join:
//
//	if e, ok := oss403.From(err); ok {
//		fmt.Println(e.Report(oss403.English))
//		if e.Automatic() { … }
//	}
//
// An SDK's error does not hold its request. A [Transport] below the SDK sees both, and changes
// nothing; its From and Wrap say more.
//
// Without an SDK, [FromResponse] reads an answer to a presigned URL, and [Parse] a body and a
// header from anywhere. [Kind.Explain] and [Catalog] need no answer at all.
//
// # How the kind is decided
//
// The evidence is asked in a fixed order, and [Error].Basis says which piece decided:
// AccessDeniedDetail, where OSS itself names the policy; the EC, if it comes with the code that
// it belongs to; the exact message; the form of a message of which a part varies; the code alone,
// where it means one thing. What none of them decides is [KindUnknown]: nothing is guessed. A 403
// without any sign of OSS is [KindIntermediary] if the request was meant for OSS, and otherwise
// none of our business.
//
// A [Kind] is never renamed and its category never changes. OSS says of its ECs that they may
// change, and of its messages nothing at all; a program that branches on kinds need not care.
//
// # What is never shown
//
// Security tokens, signatures, signed URLs, encoded diagnostic messages and the middle of an
// AccessKey ID are in no output of this package, whatever way an Error is printed, logged,
// marshalled or compared. Three methods return them on request: [Error.Raw],
// [Signature.RawStringToSign] and [Denial.DiagnosticMessage].
package oss403
