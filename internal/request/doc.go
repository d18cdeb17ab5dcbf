// Package request reads a request to OSS once. What a signature covers, which RAM actions a request
// needs and what a diagnosis looks at are views of the one [Request] that it makes.
package request
