// Package oss403 explains the HTTP 403 answers of Alibaba Cloud Object Storage Service (OSS).
//
// A 403 of OSS says AccessDenied and leaves the rest to guessing: a wrong endpoint reads like a missing
// right, a RAM policy's Deny calls itself a bucket policy's, a HEAD says nothing at all. Mostly the answer
// held the cause, and the client threw it away. This package reads it: a 403 becomes a typed [*Error] that
// says what went wrong, how we know, what to do about it, and what must happen before a retry can succeed.
//
// # Wrap
//
// Wrap what a client returns. nil stays nil, an error that is no 403 of OSS stays as it is, and the
// client's own error stays in the chain:
//
//	err := oss403.Wrap(bucket.PutObject(key, r))
//	body, err := oss403.WrapValue(bucket.GetObject(key))
//
// Printed, the error is one line with the fix in it. Branch on it with the errors package: kinds, reasons,
// codes and categories are targets of errors.Is, and can be had by errors.As:
//
//	if errors.Is(err, oss403.KindSecurityTokenExpired) { … }
//	if errors.Is(err, oss403.CategoryPermission) { … }
//	var kind oss403.Kind
//	if errors.As(err, &kind) { switch kind { … } }
//
// # Or ask when it matters
//
// [From], [All] and [Is] find a 403 at any depth of %w and Join, in an error that nobody wrapped. They read
// the errors of OSS SDK v1 and v2, aws-sdk-go-v2, aws-sdk-go, minio-go and aliyungo, and import none:
//
//	if e, ok := oss403.From(err); ok {
//		fmt.Println(e.Report(oss403.English))
//		if e.Automatic() { … } // a program can help itself: see Retry
//	}
//
// [Error.Kind] is what went wrong, [Error.Reason] which cause of it the answer proves, [Error.Retry] what
// must happen before a retry. [Error.Explain] says it all in pieces, in English or Chinese; [Attr] is for
// slog, [Error.Fingerprint] for whoever counts.
//
// # A Transport knows more
//
// An SDK's error does not hold its request. A [Transport] below the SDK sees both: the whole body, the
// headers that clients drop, what was signed. It sends nothing and changes nothing. Its Wrap, and
// [WrapValueWith], take the place of the package's:
//
//	t := &oss403.Transport{}
//	client, err := oss.New(endpoint, id, secret, oss.HTTPClient(&http.Client{Transport: t}))
//	// …
//	err = t.Wrap(bucket.PutObject(key, r))
//
// # Without an SDK
//
// [FromResponse] reads an answer to a presigned URL, [Parse] a body and a header from anywhere.
// [ParseText] reads what is left where an error crossed a process: an SDK's text, a line of a log, what
// curl printed; [ScanText] finds every 403 in a stream of them. [ReadPresigned] says what a presigned URL
// says. [Kind.Explain], [Reason.Explain] and [Catalog] need no answer at all.
//
// # How it is decided
//
// All the evidence is collected first; more of it never gives less. Then it is asked in a fixed order, and
// [Error.Basis] says which piece decided: AccessDeniedDetail, where OSS itself names the policy; the EC, if
// it comes with the code that it belongs to; the exact message; the form of a message with a part that
// varies; the code alone, where it means one thing. What none of them decides is [KindUnknown]: nothing is
// guessed. A 403 without any sign of OSS is [KindIntermediary] if the request was meant for OSS, and
// otherwise none of our business.
//
// A [Kind] and a [Reason] are never renamed, and a kind's category never changes. OSS says of its ECs that
// they may change, and of its messages nothing at all; a program that branches on kinds need not care.
// The words of lines and reports are made better all the time: do not match them.
//
// # What is never shown
//
// Security tokens, signatures, signed URLs, encoded diagnostic messages and the middle of an AccessKey ID
// are in no output of this package, whatever way an Error is printed, logged, marshalled or compared. Three
// methods return them on request: [Error.Raw], [Signature.RawStringToSign] and
// [Denial.DiagnosticMessage]. [Redact] does the same to a text of yours.
//
// # Beside it
//
// Package [github.com/oss403/oss403/oss403test] makes 403s for tests. The command
// github.com/oss403/oss403/cmd/oss403 does all of this on a terminal; cmd/oss403vet finds code that never
// sees an error of OSS. README.md and docs/ have recipes, the clients one by one, and the limits.
package oss403
