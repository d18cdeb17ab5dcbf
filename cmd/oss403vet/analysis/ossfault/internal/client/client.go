// Package client knows the errors of the clients that talk to OSS: which types they have, whether
// a client returns one as a value or as a pointer, and what it puts around it.
//
// Each statement was read in the source of the oldest and the newest version of the client; the
// README of the command names them.
package client

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

// Form is how a client returns an error of a type.
type Form int

// The forms. Interface stands for an interface that the client's errors, whose types are not
// exported, implement.
const (
	Value Form = iota
	Pointer
	Interface
)

// Client is a module with errors of its own.
type Client struct {
	Name   string // as a message says it
	module string
	OSS    bool // whether it talks to OSS and to nothing else
	// CorrectsClock says that the client learns the server's time from a RequestTimeTooSkewed,
	// so that its next attempt is another request.
	CorrectsClock bool
}

// Error is an exported type of a client's errors.
type Error struct {
	*Client
	Name string // with its package's name, as in oss.ServiceError
	Form Form
	Wrap string // the type that the client always puts around it; "" if it returns the error bare
}

// Returned is the type as the client returns it: Name, with a star for a pointer.
func (e *Error) Returned() string {
	if e.Form == Pointer {
		return "*" + e.Name
	}
	return e.Name
}

var (
	sdkV1   = &Client{Name: "OSS SDK v1", module: "github.com/aliyun/aliyun-oss-go-sdk", OSS: true}
	sdkV2   = &Client{Name: "OSS SDK v2", module: "github.com/aliyun/alibabacloud-oss-go-sdk-v2", OSS: true, CorrectsClock: true}
	aliyun  = &Client{Name: "aliyungo", module: "github.com/denverdino/aliyungo/oss", OSS: true}
	minio   = &Client{Name: "minio-go", module: "github.com/minio/minio-go"}
	awsV1   = &Client{Name: "aws-sdk-go", module: "github.com/aws/aws-sdk-go"}
	awsV2   = &Client{Name: "aws-sdk-go-v2", module: "github.com/aws/aws-sdk-go-v2"}
	smithy  = &Client{Name: "aws-sdk-go-v2", module: "github.com/aws/smithy-go"}
	clients = []*Client{sdkV1, sdkV2, aliyun, minio, awsV1, awsV2, smithy}
)

// errorTypes are the types of errors by what follows the client's module in the import path, and
// their name.
var errorTypes = map[*Client]map[string]Error{
	sdkV1: {
		"/oss ServiceError":              {Form: Value},
		"/oss UnexpectedStatusCodeError": {Form: Value},
		"/oss CRCCheckError":             {Form: Value},
	},
	sdkV2: {
		"/oss ServiceError":  {Form: Pointer, Wrap: "*oss.OperationError"},
		"/oss CanceledError": {Form: Pointer, Wrap: "*oss.OperationError"},
	},
	aliyun: {" Error": {Form: Pointer}},
	minio:  {" ErrorResponse": {Form: Value}},
	awsV1: {
		"/aws/awserr Error":          {Form: Interface},
		"/aws/awserr RequestFailure": {Form: Interface},
		"/service/s3 RequestFailure": {Form: Interface},
	},
	awsV2: {
		"/aws/transport/http ResponseError": {Form: Pointer, Wrap: "*smithy.OperationError"},
	},
	smithy: {
		" APIError":                     {Form: Interface, Wrap: "*smithy.OperationError"},
		" GenericAPIError":              {Form: Pointer, Wrap: "*smithy.OperationError"},
		"/transport/http ResponseError": {Form: Pointer, Wrap: "*smithy.OperationError"},
	},
}

// ErrorOf returns what is known of a named type, or of the type that a pointer points to; pointer
// says which. It returns nil for any other type.
func ErrorOf(t types.Type) (e *Error, pointer bool) {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t, pointer = types.Unalias(p.Elem()), true
	}
	named, ok := t.(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return nil, false
	}
	obj := named.Obj()
	c, rest := of(obj.Pkg().Path())
	if c == nil {
		return nil, false
	}
	found, ok := errorTypes[c][rest+" "+obj.Name()]
	if !ok && c == awsV2 && strings.HasPrefix(rest, "/service/") && strings.HasSuffix(rest, "/types") && isAPIError(named) {
		found, ok = Error{Form: Pointer, Wrap: "*smithy.OperationError"}, true // the modelled errors of a service
	}
	if !ok {
		return nil, false
	}
	found.Client, found.Name = c, obj.Pkg().Name()+"."+obj.Name()
	return &found, pointer
}

// isAPIError says whether the pointer to t has smithy.APIError's methods.
func isAPIError(t *types.Named) bool {
	methods := types.NewMethodSet(types.NewPointer(t))
	for _, name := range []string{"Error", "ErrorCode", "ErrorMessage", "ErrorFault"} {
		if methods.Lookup(t.Obj().Pkg(), name) == nil {
			return false
		}
	}
	return true
}

// Of returns the client that a package belongs to, nil if none.
func Of(pkg *types.Package) *Client {
	if pkg == nil {
		return nil
	}
	c, _ := of(pkg.Path())
	return c
}

// of also returns what follows the module, and its major version, in the import path.
func of(path string) (*Client, string) {
	if i := strings.LastIndex(path, "/vendor/"); i >= 0 {
		path = path[i+len("/vendor/"):]
	}
	for _, c := range clients {
		rest, ok := strings.CutPrefix(path, c.module)
		if !ok || rest != "" && rest[0] != '/' {
			continue
		}
		if major, after, _ := strings.Cut(strings.TrimPrefix(rest, "/"), "/"); c == minio && len(major) > 1 && major[0] == 'v' {
			rest = ""
			if after != "" {
				rest = "/" + after
			}
		}
		return c, rest
	}
	return nil, ""
}

// Call returns the client whose function or method call calls, if its last result is an error.
func Call(info *types.Info, call *ast.CallExpr) *Client {
	fn, ok := typeutil.Callee(info, call).(*types.Func)
	if !ok || !returnsError(fn) {
		return nil
	}
	return Of(fn.Pkg())
}

func returnsError(fn *types.Func) bool {
	results := fn.Signature().Results()
	return results.Len() > 0 && types.Identical(results.At(results.Len()-1).Type(), types.Universe.Lookup("error").Type())
}

// Library is the import path of the library.
const Library = "github.com/oss403/oss403"

// Imports says whether pkg imports a package for which want holds, itself or through another.
func Imports(pkg *types.Package, want func(*types.Package) bool) bool {
	seen := map[*types.Package]bool{}
	var visit func(*types.Package) bool
	visit = func(p *types.Package) bool {
		for _, imported := range p.Imports() {
			if seen[imported] {
				continue
			}
			seen[imported] = true
			if want(imported) || visit(imported) {
				return true
			}
		}
		return false
	}
	return visit(pkg)
}

// Imported says whether pkg itself imports a package for which want holds.
func Imported(pkg *types.Package, want func(*types.Package) bool) bool {
	return slices.ContainsFunc(pkg.Imports(), want)
}

// Any says whether pkg is of a client, or the library.
func Any(pkg *types.Package) bool { return Of(pkg) != nil || IsLibrary(pkg) }

// OnlyOSS says whether pkg is of a client that talks to OSS only, or the library.
func OnlyOSS(pkg *types.Package) bool {
	c := Of(pkg)
	return c != nil && c.OSS || IsLibrary(pkg)
}

// IsLibrary says whether pkg is the library's root package.
func IsLibrary(pkg *types.Package) bool {
	return pkg != nil && (pkg.Path() == Library || strings.HasSuffix(pkg.Path(), "/vendor/"+Library))
}
