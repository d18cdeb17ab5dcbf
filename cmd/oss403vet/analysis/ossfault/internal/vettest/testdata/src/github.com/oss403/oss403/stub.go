// Package oss403 has the names of the library that the test data uses.
package oss403

type (
	Kind     string
	Code     string
	Category string
	Reason   string
)

func (k Kind) Error() string     { return string(k) }
func (c Code) Error() string     { return string(c) }
func (c Category) Error() string { return string(c) }
func (r Reason) Error() string   { return string(r) }

const (
	KindEndpointMismatch      Kind     = "EndpointMismatch"
	KindSecurityTokenExpired  Kind     = "SecurityTokenExpired"
	KindRequestTimeTooSkewed  Kind     = "RequestTimeTooSkewed"
	KindOfALaterVersion       Kind     = "OfALaterVersion"
	CodeAccessDenied          Code     = "AccessDenied"
	CodeSignatureDoesNotMatch Code     = "SignatureDoesNotMatch"
	CategoryPermission        Category = "Permission"
	ReasonPathStyle           Reason   = "PathStyle"
)

type Error struct {
	Kind Kind
	Code Code
}

func (e *Error) Error() string { return string(e.Kind) }

type Target interface{ error }

func From(err error) (*Error, bool)                                { return nil, false }
func Is(err error, first Target, more ...Target) bool              { return false }
func Wrap(err error) error                                         { return err }
func WrapValue[T any](v T, err error) (T, error)                   { return v, err }
func WrapValueWith[T any](t *Transport, v T, err error) (T, error) { return v, err }

type Transport struct{}

func (t *Transport) Wrap(err error) error          { return err }
func (t *Transport) From(err error) (*Error, bool) { return nil, false }
