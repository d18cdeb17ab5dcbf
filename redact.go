package oss403

import "github.com/oss403/oss403/internal/gate"

// Redact masks what may be secret in a text, as this package does with every text that is not its own. It is
// for whoever prints the words of a caller, a header or a log line beside an explanation.
//
// Words, numbers, host names, paths, names in camel case, request IDs, UUIDs, ETags, upload IDs and
// hexadecimal of 16 or 32 digits stay. What could be a key, a token or a signature, by how mixed its
// characters are, becomes "****", and so does what follows the name of a secret, even if it is a plain word.
// An AccessKey ID keeps its first six characters and its last four. Escapes of URLs, JSON, HTML, Go and
// shells are seen through. Line breaks and control characters stay as they are.
//
// A masked text stays the same when it is masked again. The time grows in proportion to the text.
func Redact(s string) string { return gate.Redact(s) }
