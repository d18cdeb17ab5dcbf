// Package oss403test makes 403 answers of OSS for tests: a bucket owner in arrears, a token that expires
// halfway, a KMS key that is disabled. Nobody can provoke these on demand.
//
// [Error] and [ServiceError] are for a fake of the SDK, [Body] and [Response] for a fake below the SDK:
//
//	fake.err = oss403test.ServiceError(oss403.KindAccountOverdue, oss403test.Bucket("photos"))
//
// [NewServer] stands in for OSS itself, with and without TLS. It stores objects in memory, so that
// the code under test works as it does against OSS, until a [Rule] says otherwise:
//
//	srv := oss403test.NewServer(t,
//		oss403test.Answer(oss403.KindSecurityTokenExpired).Method("GET").Nth(3))
//	client, err := oss.New("oss-cn-hangzhou.aliyuncs.com", "id", "secret", oss.HTTPClient(srv.Client()))
//
// With [Credentials] it also judges: a wrong secret, an expired token or URL, a clock that is off,
// a header that changed on its way get the 403 that OSS gives them, and are explained in the test's
// log. [Now] gives it the test's clock.
//
// [Transport] puts the same rules in front of a client's own transport. [AssertKind] and [RequireKind] check
// what the code under test returns, and show the whole report if it is another error. Package
// oss403test/ossv2, a module of its own, makes the errors of SDK v2. For programs that are no Go tests there
// is [Serve], and the command: oss403 serve.
//
// # What the answers say
//
// An answer has the code, the message and the EC that the catalog of package oss403 has for its
// kind, and the elements and headers that OSS sends with it. Where nobody has seen OSS's words,
// the message says that it is made up. Every answer decodes to the kind it was made for.
//
// Names, times and request IDs are fixed unless an [Option] or the request says otherwise, so
// that outputs can be compared; a server and a transport have a clock, and count their request IDs.
// AccessKey IDs, tokens and signatures are fakes, except that an answer to a signed request names
// those of the request, where OSS does.
package oss403test
