// Package ossexist defines an Analyzer that finds 403s taken for an answer to the question whether
// something exists.
//
// # Analyzer ossexist
//
// ossexist: find 403s of OSS taken for "exists" or "does not exist"
//
// OSS answers 404 for what is not there. A 403 says neither that a bucket or an object is there nor
// that it is not: the key may be wrong, the endpoint, the clock. A program that takes it for "not
// found" uploads everything again, or deletes the state of a thing that is still there:
//
//	if e.StatusCode == 403 || e.StatusCode == 404 { return false, nil } // "does not exist"
//
// Return the error, and let the caller decide.
//
// Two clients do it for their callers. IsBucketExist of OSS SDK v2 returns (true, nil) for every
// answer but NoSuchBucket, so for each 403: a wrong AccessKey, a wrong endpoint, a proxy's page. Exists
// of a denverdino/aliyungo bucket returns (false, nil) for a 403. Ask with a request whose error you
// see:
//
//	_, err := client.GetBucketInfo(ctx, &oss.GetBucketInfoRequest{Bucket: oss.Ptr(name)})
//
// Reported are calls of these two outside of tests; and, for clients that talk to OSS only, a test for
// status 403, for a code that means a 403, or for a kind or category, behind which a function whose
// name asks for existence returns a constant without an error, or an error is returned whose name says
// "not found". So is a list that holds such a code beside NoSuchBucket or NoSuchKey. There is no fix: the caller has to learn of a third answer.
package ossexist
