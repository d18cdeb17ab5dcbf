package oss403

// Explanation says what a 403 means. With a kind alone its sentences are general; with an answer
// they hold the answer's own facts, and nothing that the answer does not support.
type Explanation struct {
	Summary  string         `json:"summary"`            // one sentence: what happened
	Cause    string         `json:"cause"`              // why
	Findings []Finding      `json:"findings,omitempty"` // what the answer proves; nil if it holds no evidence
	Remedy   Remedy         `json:"remedy"`             // what to do
	Reasons  []ReasonAdvice `json:"reasons,omitempty"`  // which reasons the kind can have, for a kind alone; else nil
}

// ReasonAdvice is what is said of a reason where a kind is explained without an answer.
type ReasonAdvice struct {
	Reason Reason `json:"reason"` // one of those that the kind can have
	Cause  string `json:"cause"`  // why, as in the Explanation of the reason
	Step   string `json:"step"`   // its first step
}

// Finding is a piece of evidence.
type Finding struct {
	Field   string `json:"field"`          // the element, header or parameter it was read from
	Got     string `json:"got,omitempty"`  // what was there, masked
	Want    string `json:"want,omitempty"` // what should have been there; "" when not known
	Meaning string `json:"meaning"`        // what that means; "" for a line of a table, the last line of which speaks for all
}

// Remedy says what to do.
type Remedy struct {
	Steps    []string `json:"steps"`              // in order: the one most likely to help first
	Docs     []Doc    `json:"docs,omitempty"`     // Alibaba Cloud's pages, all https
	Policy   string   `json:"policy,omitempty"`   // the RAM policy, in JSON, that grants what was refused; "" if it is not known what that was, or a grant does not help
	Handover string   `json:"handover,omitempty"` // what to send to whoever can grant Policy, in several lines: to whom, what, where in the console, the commands; "" without a Policy
	Retry    Retry    `json:"retry"`              // what must happen before a retry can succeed
	Actor    Actor    `json:"actor,omitempty"`    // who can act; "" if it is not known
}

// phrase says r in words, to go after "Retry:".
func (r Retry) phrase() phrase {
	switch r {
	case RetryNever:
		return "the same request will not succeed"
	case RetryAfterRefresh:
		return "after the credentials are replaced"
	case RetryAfterClockSync:
		return "after the request carries the right time"
	case RetryAfterRestore:
		return "after the object is restored"
	case RetryOtherEndpoint:
		return "through another endpoint or host name"
	case RetryAfterSigning:
		return "after the request is signed correctly"
	case RetryAfterGrant:
		return "after the policies are changed to allow it"
	case RetryAfterAccountRestored:
		return "after the account is restored"
	}
	return "the answer does not tell what has to happen first"
}

func (a Actor) phrase() phrase {
	switch a {
	case ActorCaller:
		return "you, in the program or its settings"
	case ActorBucketOwner:
		return "whoever manages the bucket"
	case ActorAccountOwner:
		return "an administrator of the Alibaba Cloud account"
	case ActorAlibabaCloud:
		return "Alibaba Cloud's support"
	}
	return ""
}
