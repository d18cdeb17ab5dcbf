// Package other talks to another service, with codes of its own.
package other

var transientCodes = []string{"AccessDenied"}
