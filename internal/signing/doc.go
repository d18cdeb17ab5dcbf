// Package signing compares what OSS signed with the request as it was sent.
//
// A signature that does not match has one of three causes: the request was changed on its way, it
// was not signed as it was sent, or the secret is wrong. OSS says what it signed, which is the
// request as it arrived. From the request as it was sent follows what OSS would have signed had
// nothing been changed; where the two part is the change. That is proof, and [Compare] gives it.
//
// Where they agree, nothing was changed, and what remains is between the signer and the secret. How
// the signer went about it nobody can see from here. Some requests look as if it had signed
// something else: those looks are suspicions, and [Suspects] lists them. Without any, it is the secret.
package signing
