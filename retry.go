package oss403

// Retry is what must happen before a retry can succeed. No 403 goes away by waiting alone. The
// zero value is read as RetryUnknown.
type Retry string

// What must happen before a retry.
const (
	RetryNever                Retry = "Never"                // the same request will not succeed: change the request, or a setting of the bucket
	RetryAfterRefresh         Retry = "AfterRefresh"         // get other credentials: new ones, or the right ones
	RetryAfterClockSync       Retry = "AfterClockSync"       // set the clock right, and sign again
	RetryAfterRestore         Retry = "AfterRestore"         // call RestoreObject and wait for it
	RetryOtherEndpoint        Retry = "OtherEndpoint"        // send the request to another host
	RetryAfterSigning         Retry = "AfterSigning"         // sign, or sign again in another way
	RetryAfterGrant           Retry = "AfterGrant"           // somebody has to grant a permission, or take a Deny back
	RetryAfterAccountRestored Retry = "AfterAccountRestored" // an account has to be restored
	RetryUnknown              Retry = "Unknown"              // the answer does not tell
)

// Actor is who can act. The zero value means that it is not known.
type Actor string

// Who can act.
const (
	ActorCaller       Actor = "Caller"       // whoever runs the program
	ActorBucketOwner  Actor = "BucketOwner"  // whoever may change the bucket's settings
	ActorAccountOwner Actor = "AccountOwner" // an administrator of the Alibaba Cloud account
	ActorAlibabaCloud Actor = "AlibabaCloud" // Alibaba Cloud's support
)
