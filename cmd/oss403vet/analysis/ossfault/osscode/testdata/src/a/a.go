package a

import (
	"errors"
	"strings"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/aws/aws-sdk-go/aws/awserr"
	"github.com/minio/minio-go/v7"
	"github.com/oss403/oss403"
)

const typo = "SecurityTokenExpird"

func misspelled(e oss.ServiceError, m minio.ErrorResponse, a awserr.Error) bool {
	switch e.Code {
	case "InvalidAccessKeyID": // want `this case is never taken: OSS spells this code InvalidAccessKeyId \(https://.*/osscode.md\)`
		return true
	case "InvalidAccessKeyId", "NoSuchKey", "InternalError", "InvalidObjectName": // it has the right one: no fix
		return true
	}
	switch e.Code {
	case "RequestTimeTooSkew", "RequestTimeToSkewed": // want `OSS spells this code RequestTimeTooSkewed`
		return true
	case "UserDisabled", "Userdisable": // want `OSS spells this code UserDisable`
		return true
	}
	code := e.Code
	if code == "SignatureNotMatch" { // want `this is never true: OSS spells this code SignatureDoesNotMatch`
		return true
	}
	if e.Code != "accessdenied" { // want `this is always true: OSS spells this code AccessDenied`
		return true
	}
	if m.Code == "AccessDenid" || a.Code() == "AcessDenied" { // want `spells this code AccessDenied` `spells this code AccessDenied`
		return true
	}
	if e.Code == typo { // want `this is never true: OSS spells this code SecurityTokenExpired`
		return true
	}
	return e.Code == "" || e.Code == "AccessDenied" || strings.EqualFold(e.Code, "AccessDenied")
}

func beside403(e oss.ServiceError, m minio.ErrorResponse) bool {
	if e.StatusCode == 403 && e.Code == "NoSuchKey" { // want `this is never true together with status 403: OSS is not known to send NoSuchKey with it`
		return true
	}
	if m.StatusCode == 403 && m.Code == "AllAccessDisabled" { // another store may
		return true
	}
	return e.StatusCode == 404 && e.Code == "NoSuchKey" || e.StatusCode == 403 && e.Code == "UserDisable"
}

func library(err error, e *oss403.Error) bool {
	if e.Code == "NoSuchKey" { // want `this is never true: an oss403.Error is a 403, and OSS is not known to send NoSuchKey with that status`
		return true
	}
	if e.Kind == "AccessDenied" { // want `this matches no error: no kind of oss403 is named AccessDenied; it is a code`
		return true
	}
	switch e.Kind {
	case "EndpointMissmatch": // want `no kind of oss403 is named EndpointMissmatch`
	case "EndpointMismatch", oss403.KindOfALaterVersion:
	}
	if errors.Is(err, oss403.Kind("Nothing")) || errors.Is(err, oss403.Code("InvalidAccessKeyID")) { // want `no kind of oss403 is named Nothing` `OSS spells this code InvalidAccessKeyId`
		return true
	}
	if errors.Is(err, oss403.Category("Permissions")) { // want `no category of oss403 is named Permissions`
		return true
	}
	return errors.Is(err, oss403.Category("Permission")) || e.Code == oss403.CodeAccessDenied || e.Code == "AccessDenied"
}
