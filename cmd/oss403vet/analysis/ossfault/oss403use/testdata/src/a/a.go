package a

import (
	"errors"
	"fmt"
	"io"

	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
)

func compare(err error, kind oss403.Kind) bool {
	if err == oss403.KindEndpointMismatch { // want `this is always false: a 403 is an \*oss403.Error, never the Kind itself; use oss403.Is \(https://.*/oss403use.md\)`
		return true
	}
	if oss403.ReasonPathStyle != err { // want `this is always true: a 403 is an \*oss403.Error, never the Reason itself`
		return true
	}
	return kind == oss403.KindEndpointMismatch || err == io.EOF
}

func switches(err error, e *oss403.Error) int {
	switch err {
	case nil:
		return 0
	case oss403.KindEndpointMismatch, oss403.KindSecurityTokenExpired: // want `this case is never taken` `this case is never taken`
		return 1
	case io.EOF, oss403.CodeAccessDenied: // want `this case is never taken: a 403 is an \*oss403.Error, never the Code itself`
		return 2
	default:
		return 3
	}
	switch e.Kind {
	case oss403.KindEndpointMismatch:
	}
	return 4
}

func asked(b *oss.Bucket, other func() error) bool {
	err := b.PutObject("k", nil)
	if errors.Is(err, oss403.KindEndpointMismatch) { // want `this is always false: an error straight from OSS SDK v1 holds no Kind before oss403.Wrap`
		return true
	}
	var e *oss403.Error
	var kind oss403.Kind
	if errors.As(err, &e) || errors.As(err, &kind) { // want `holds no \*oss403.Error before oss403.Wrap` `holds no Kind before`
		return true
	}
	if oss403.Is(err, oss403.KindEndpointMismatch) || errors.Is(err, io.EOF) {
		return true
	}
	if errors.Is(b.PutObject("k", nil), oss403.CategoryPermission) { // want `holds no Category before`
		return true
	}
	err = oss403.Wrap(b.PutObject("k", nil))
	if errors.Is(err, oss403.KindEndpointMismatch) {
		return true
	}
	_, err = oss403.WrapValue(b.GetObject("k"))
	if errors.Is(err, oss403.KindEndpointMismatch) {
		return true
	}
	err = other()
	return errors.Is(err, oss403.KindEndpointMismatch)
}

func perhaps(b *oss.Bucket, err error) bool {
	if err == nil {
		err = b.PutObject("k", nil)
	}
	return errors.Is(err, oss403.KindEndpointMismatch)
}

func wrapsLater(b *oss.Bucket) bool {
	err := b.PutObject("k", nil)
	defer func() { print(errors.Is(err, oss403.KindEndpointMismatch)) }()
	err = oss403.Wrap(err)
	return err == nil
}

func loop(b *oss.Bucket) {
	err := b.PutObject("k", nil)
	for range 3 {
		print(errors.Is(err, oss403.KindEndpointMismatch))
		err = fmt.Errorf("again: %w", oss403.Wrap(err))
	}
}

func dropped(b *oss.Bucket) (err error) {
	defer func() {
		oss403.Wrap(err) // want `this does nothing: Wrap returns the explained error, and leaves its argument as it is`
	}()
	defer oss403.Wrap(err)             // want `this does nothing`
	oss403.Wrap(b.PutObject("k", nil)) // want `this does nothing`
	_ = oss403.Wrap(err)
	return err
}
