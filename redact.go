package oss403

import "github.com/oss403/oss403/internal/gate"

// Redact returns a text as this package shows one that it does not know: for whoever prints the words
// of a caller, a header or a log line beside an explanation.
//
// Words, numbers, host names, paths, names in camel case, request IDs, UUIDs, ETags, upload IDs and
// hexadecimal of 16 or 32 digits stay. What could be a key, a token or a signature, by how mixed its
// characters are, and what stands behind the name of a secret, a word too, becomes "****"; of an
// AccessKey ID the first six characters and the last four stay. Escapes of URLs, JSON, HTML, Go and
// shells are seen through. Line breaks and control characters stay as they are.
//
// A text that has passed passes again unchanged. The time grows as the text does.
func Redact(s string) string { return gate.Redact(s) }
