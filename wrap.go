package oss403

import (
	"slices"
)

// Wrap explains the 403s of OSS in err, and keeps what callers said. An error that has none, nil
// included, is returned as it is, and so is one in which each 403 is an *Error already.
//
// If err is a single chain, the result is an *Error that keeps the text which callers put around
// the client's, and err with its whole chain as Unwrap.
//
// If the 403s lie below a Join, several %w or another multi-error, the result is not an *Error but
// stands for all of them: its text is err's, with each 403's own text replaced by its line; its
// Unwrap is err; errors.Is and errors.As find in it what they find in err, and the *Error, the
// [Kind], the [Reason], the [Code] and the [Category] of every 403. [From], [All] and [Is] find each once.
func Wrap(err error) error { return wrap(err, nil) }

// WrapValue is [Wrap] around a call that returns a value too:
//
//	body, err := oss403.WrapValue(bucket.GetObject(key))
func WrapValue[T any](v T, err error) (T, error) {
	return v, Wrap(err)
}

// wrap is Wrap with what t saw of the requests; t may be nil.
func wrap(err error, t *Transport) error {
	if err == nil {
		return nil
	}
	var one *Error
	var parts []part
	walk(err, func(f hit) bool {
		if !f.branched {
			if !f.explained {
				one = f.e
			}
			return false
		}
		p := part{node: f.node, again: f.again}
		if !f.explained {
			p.e = t.complete(f.e)
		}
		if last := len(parts) - 1; last < 0 || !same(parts[last].node, f.node) || p.e != nil {
			parts = append(parts, p)
		}
		return true
	})
	switch {
	case one != nil:
		one.evidence().wrapped = true
		return t.complete(one)
	case slices.ContainsFunc(parts, func(p part) bool { return p.e != nil }):
		return newTree(err, parts)
	}
	return err
}
