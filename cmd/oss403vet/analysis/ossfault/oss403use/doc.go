// Package oss403use defines an Analyzer that finds uses of the library oss403 that compile and do
// nothing.
//
// # Analyzer oss403use
//
// oss403use: find uses of oss403 that compile and never match
//
// A Kind, Code, Category or Reason of oss403 is an error, so that it can be a target of errors.Is. The
// error itself is an *oss403.Error, so that == is never true:
//
//	if err == oss403.KindEndpointMismatch { … } // never
//	switch err {
//	case oss403.KindEndpointMismatch: // never
//	}
//
// errors.Is and errors.As find a kind in an error that was wrapped by oss403.Wrap. In one that came
// straight from a client they find none; oss403.Is and oss403.From do:
//
//	err := bucket.PutObject(key, r)
//	if errors.Is(err, oss403.KindEndpointMismatch) { … } // never: err was not wrapped
//
// Wrap returns its result, and leaves its argument as it is:
//
//	oss403.Wrap(err) // does nothing
//
// A Transport knows the request behind an error, so that its Wrap and From say more than the package's.
// After the package's Wrap they have nothing to add, since an *oss403.Error stays as it is:
//
//	return t.Wrap(oss403.Wrap(err)) // the request is lost
//	return oss403.Wrap(err)         // beside a Transport t: t.Wrap(err) says more
//
// The fixes use oss403.Is, wrap the error where it is asked, assign the result, or call the Transport's
// method.
package oss403use
