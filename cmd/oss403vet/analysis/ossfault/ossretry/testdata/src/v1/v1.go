package v1

import (
	"errors"
	"log/slog"
	"slices"
	"time"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
)

var transientCodes = []string{
	"InternalError",
	"RequestTimeTooSkewed", // want `each retry of RequestTimeTooSkewed fails like the first attempt: the clock has to be set first \(https://.*/ossretry.md\)`
	"SecurityTokenExpired",
}

var retryable = map[string]bool{
	"AccessDenied": true, // want `each retry of AccessDenied fails like the first attempt: the permission, the request or the bucket's settings have to change first`
	"UserDisable":  false,
}

var nonRetryableCodes = []string{"AccessDenied"}

var fatal = []string{"AccessDenied"}

func isTransient(err error) bool {
	var e oss.ServiceError
	if !errors.As(err, &e) {
		return false
	}
	switch e.Code {
	case "InternalError", "SignatureDoesNotMatch": // want `each retry of SignatureDoesNotMatch`
		return true
	case "AccessDenied":
		return false
	}
	if e.StatusCode == 403 || e.StatusCode >= 500 { // want `each retry of a 403 fails like the first attempt: no 403 of OSS goes away by waiting alone`
		return true
	}
	return e.Code == "KmsInDebt" || slices.Contains(transientCodes, e.Code) // want `each retry of KmsInDebt fails like the first attempt: the account has to be restored first`
}

func shouldRetry(err error) bool {
	if errors.Is(err, oss403.KindEndpointMismatch) { // want `each retry of EndpointMismatch fails like the first attempt: it has to go to another endpoint`
		return true
	}
	return oss403.Is(err, oss403.KindSecurityTokenExpired)
}

func shouldNotRetry(err error) bool { return oss403.Is(err, oss403.KindEndpointMismatch) }

func loop(b *oss.Bucket) error {
	for range 3 {
		err := b.PutObject("k", nil)
		if oss403.Is(err, oss403.CodeAccessDenied) {
			renew()
			continue
		}
	}
	for i := 0; i < 3; i++ {
		err := b.PutObject("k", nil)
		if err == nil {
			return nil
		}
		if e, ok := err.(oss.ServiceError); ok && e.Code == "AccessDenied" { // want `each retry of AccessDenied`
			time.Sleep(time.Second)
			continue
		}
		if e, ok := err.(oss.ServiceError); ok && e.Code == "InvalidAccessKeyId" {
			continue
		}
		return err
	}
	for range 3 {
		if oss403.Is(b.PutObject("k", nil), oss403.CodeAccessDenied) { // want `each retry of AccessDenied`
			slog.Info("once more")
			continue
		}
		break
	}
	for range 3 {
		if oss403.Is(b.PutObject("k", nil), oss403.CodeAccessDenied) {
			time.AfterFunc(time.Second, renew) // which may do something about it
			continue
		}
		break
	}
	for range 3 {
		if e, ok := b.PutObject("k", nil).(oss.ServiceError); ok && e.StatusCode == 503 {
			continue
		}
		break
	}
	for range 3 {
		if oss403.Is(b.PutObject("k", nil), oss403.CodeAccessDenied) { // want `each retry of AccessDenied`
			continue
		}
		break
	}
	for _, key := range []string{"a", "b"} { // each is another request
		if oss403.Is(b.PutObject(key, nil), oss403.CodeAccessDenied) {
			continue
		}
	}
	return nil
}

func renew() {}
