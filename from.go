package oss403

import (
	"iter"
	"reflect"
)

// What finds the 403s in a tree of errors.

// From returns the first 403 of OSS in err's tree, whatever made it: an *Error, or an error of OSS
// SDK v1 or v2, aws-sdk-go-v2, aws-sdk-go, minio-go or aliyungo, however deep it is wrapped or
// joined. What an S3 client made counts only if something in it tells OSS from other stores.
// false means that there is none; the *Error is nil then.
//
// An error that kept nothing but a text is for [ParseText], with err.Error().
func From(err error) (*Error, bool) {
	if e, ok := err.(*Error); ok && e != nil { // most often it was wrapped where it came up
		return e, true
	}
	var e *Error
	walk(err, func(f hit) bool { e = f.e; return false })
	return e, e != nil
}

// All returns every 403 of OSS in err's tree, each once, in the tree's order: an error before those it wraps,
// the errors of a Join from left to right. It follows both forms of Unwrap, the multi-errors of hashicorp,
// uber and Kubernetes, the Cause of github.com/pkg/errors where there is no Unwrap, and what the errors of
// docker/distribution's storage drivers hold.
//
// A chain that loops ends where it meets itself, and a method that panics ends its branch. A tree that never
// ends is left after four million errors. A method that blocks also blocks All, as it would errors.Is.
func All(err error) iter.Seq[*Error] {
	return func(yield func(*Error) bool) {
		walk(err, func(f hit) bool { return f.again || yield(f.e) })
	}
}

// Is says whether any 403 of OSS in err's tree is any of the targets; false for nil, and for an error that
// holds none. Unlike errors.Is it also looks into an SDK's error that was not wrapped.
func Is(err error, first Target, more ...Target) bool {
	for e := range All(err) {
		if e.Is(first) {
			return true
		}
		for _, t := range more {
			if e.Is(t) {
				return true
			}
		}
	}
	return false
}

// hit is a 403 in a tree.
type hit struct {
	e         *Error
	node      error // what it was made of: a client's error, else e or the tree that Wrap made
	explained bool  // it was an *Error before
	branched  bool  // it lies below an error that wraps several
	again     bool  // it was met before, on another way
}

// maxNodes ends the walk through a tree that makes itself longer while it is walked.
const maxNodes = 1 << 22

// walk yields the 403s in a tree until yield returns false.
func walk(err error, yield func(hit) bool) {
	is, at := skim(err)
	if at == nil {
		return
	}
	w := walker{}
	for b, ok := (branch{top: err, err: at, is: is}), true; ok && w.chain(b, yield); b, ok = w.next() {
	}
}

// skim goes down a chain as long as it is plain, which most are, and returns the first error that wants
// a closer look, with what is known of its type; nil if there is none.
func skim(err error) (is *errorType, at error) {
	defer func() {
		if recover() != nil {
			at = nil
		}
	}()
	for range 64 {
		switch x := err.(type) {
		case nil:
			return nil, nil
		case *Error:
			if x == nil {
				return nil, nil
			}
			return nil, x
		case *tree:
			return nil, x
		}
		if isNil(err) {
			return nil, nil
		}
		is = errorTypeOf(err)
		switch {
		case is.client.text && readSDKText(err.Error()) == nil:
			return nil, nil
		case is.client != &noClientType || is.wraps > wrapsOne:
			return is, err
		case is.wraps == wrapsNothing:
			return nil, nil
		}
		err = err.(oneWrapper).Unwrap()
	}
	return nil, err
}

// walker goes through a tree without recursion, which a deep tree would make the stack pay for.
type walker struct {
	nodes   int
	pending []branch
	seen    map[pointer]struct{} // errors that wrap several, and the 403s below them
}

// pointer is an error that is one. The tree keeps it alive, and the map need not be scanned for it.
type pointer struct{ typ, to uintptr }

// branch is what is left of the chain that begins at top, with what the errors above said.
type branch struct {
	top, err  error
	is        *errorType // what is known of err's; nil: it was not looked up
	others    []error    // the chains to its right
	operation string
	hidden    bool
	below     bool // an error wraps it and others
}

// next returns the next chain.
func (w *walker) next() (branch, bool) {
	last := len(w.pending) - 1
	if last < 0 {
		return branch{}, false
	}
	b := &w.pending[last]
	b.top, b.err, b.others = b.others[0], b.others[0], b.others[1:]
	next := *b
	if len(b.others) == 0 {
		w.pending = w.pending[:last]
	}
	return next, true
}

// chain follows a chain to its 403, to its end or to where it branches. It returns false when yield
// did, or when it has seen enough.
func (w *walker) chain(b branch, yield func(hit) bool) bool {
	err, operation, hidden := b.err, b.operation, b.hidden
	var mark error // an error further up
	for steps := 1; err != nil && !isNil(err); steps++ {
		if steps > 1 || !b.below { // what wraps several has counted them
			w.nodes++
		}
		if w.nodes > maxNodes {
			return false
		}
		switch x := err.(type) {
		case *Error:
			return yield(hit{x, err, true, b.below, b.below && w.again(err)})
		case *tree:
			again := b.below && w.again(err)
			for _, e := range x.errors() {
				if !yield(hit{e, err, true, b.below, again}) {
					return false
				}
			}
			return true
		}
		is := b.is
		if b.is = nil; is == nil { // of the first one it is known
			is = errorTypeOf(err)
		}
		if is.client == &noClientType {
			// nothing to explain
		} else if e, isAnswer := is.client.decode(b.top, err, &operation); e != nil {
			e.evidence().hidden = hidden
			return yield(hit{e, err, false, b.below, b.below && w.again(err)})
		} else if isAnswer {
			return true
		}
		several, one := is.inside(err)
		hidden = hidden || is.wraps >= wrapsHidden
		if len(several) > 0 {
			if !w.again(err) {
				w.nodes += len(several) // before they are looked at: each of them may make as many
				w.pending = append(w.pending, branch{others: several, operation: operation, hidden: hidden, below: true})
			}
			return true
		}
		if steps&(steps-1) == 0 { // Brent: the tail comes by again
			mark = err
		}
		if err = one; steps >= 64 && same(err, mark) {
			return true
		}
	}
	return true
}

// again says whether w has met an error before. Only of a pointer it can be told.
func (w *walker) again(err error) bool {
	v := reflect.ValueOf(err)
	if v.Kind() != reflect.Pointer {
		return false
	}
	p := pointer{reflect.ValueOf(v.Type()).Pointer(), v.Pointer()}
	if _, ok := w.seen[p]; ok {
		return true
	}
	if len(w.seen) < maxNodes/4 {
		if w.seen == nil {
			w.seen = make(map[pointer]struct{})
		}
		w.seen[p] = struct{}{}
	}
	return false
}

// same says whether two errors are one, or are equal.
func same(a, b error) bool {
	defer func() { _ = recover() }() // values that cannot be compared, somewhere inside
	return a != nil && reflect.TypeOf(a).Comparable() && a == b
}
