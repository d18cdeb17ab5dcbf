package oss403

import (
	"slices"
	"strings"
	"sync"

	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/ram"
	"github.com/oss403/oss403/internal/request"
)

// evidence is what an Error keeps but never shows as it is.
type evidence struct {
	raw           string
	diagnostic    string
	request       *request.Request // nil: not known
	needs         *neededOnce      // what that needs, or the operation that the client named; nil: neither is known
	headers       *headers         // not nil
	compared      *comparison      // nil: not a signature that did not match, or nothing to go by
	key           keyFlaw          // what the echoed AccessKey ID shows
	top           error            // the caller's error, what Unwrap returns; nil if there was only an answer
	node          error            // the client's error in it
	otherEndpoint string           // an endpoint that the answer names and that may not be used
	keyLength     int
	hidden        bool // errors.As does not find node below top
	isDocument    bool // the body is an error document
	isPage        bool // the body is a page, as HTML
	echoesToken   bool // the answer holds a security token
	fromJSON      bool // all of it was read from JSON: the request is what somebody says it was
	wrapped       bool // by Wrap, so that Error says what callers said
	secrets       gate.Secrets
	room          [1]gate.Secret // for the first of them
}

// neededOnce is what a request needs, which every text asks for and which takes a while to find.
type neededOnce struct {
	sync.Once
	operation string // "" if it cannot be told
	actions   []ram.NeededAction
	possible  []ram.NeededAction // those that depend on what is in no request
}

func (n *neededOnce) infer(v view) {
	var needs []ram.NeededAction
	switch r := v.r; {
	case r == nil || r.Method == "":
		n.operation, needs, n.possible = ram.ActionsOf(v.Op, v.Bucket, v.Object)
	case r.ForOSS && (r.Bucket != "" || r.ToService):
		n.operation, needs, n.possible = ram.InferActions(r)
	}
	n.actions = slices.DeleteFunc(needs, func(n ram.NeededAction) bool { return n.Guessed || strings.HasPrefix(n.Action, "kms:") })
}
