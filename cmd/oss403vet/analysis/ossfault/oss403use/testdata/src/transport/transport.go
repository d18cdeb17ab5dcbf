package transport

import (
	"github.com/aliyun/aliyun-oss-go-sdk/oss"
	"github.com/oss403/oss403"
)

type store struct {
	seen   *oss403.Transport
	bucket *oss.Bucket
}

func (s *store) put(key string) error {
	return oss403.Wrap(s.bucket.PutObject(key, nil)) // want `this explains the error without its request, which the Transport s.seen has seen: s.seen.Wrap says more`
}

func (s *store) get(key string) error {
	_, err := oss403.WrapValue(s.bucket.GetObject(key)) // want `which the Transport s.seen has seen: s.seen.Wrap says more`
	return err
}

func (s *store) list(keys []string, err error) ([]string, error) {
	return oss403.WrapValue(keys, err) // want `which the Transport s.seen has seen: WrapValueWith says more`
}

func (s *store) right(key string) error { return s.seen.Wrap(s.bucket.PutObject(key, nil)) }

func late(t *oss403.Transport, b *oss.Bucket) error {
	err := oss403.Wrap(b.PutObject("k", nil)) // want `without its request`
	if e, ok := t.From(err); ok {             // want `From adds nothing here: the error was wrapped without the Transport before, and stays as it is`
		return e
	}
	return t.Wrap(oss403.Wrap(b.PutObject("k", nil))) // want `Wrap adds nothing here`
}

// Which of the two it was is not known.
func two(a, b *oss403.Transport, err error) error { return oss403.Wrap(err) }

// Whoever asks with the package's From may want to know what the error alone says.
func from(t *oss403.Transport, err error) bool {
	_, ok := oss403.From(err)
	return ok
}

func none(err error) error { return oss403.Wrap(err) }
