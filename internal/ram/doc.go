// Package ram knows which RAM actions each request to OSS needs, and writes the policy that grants
// them.
package ram
