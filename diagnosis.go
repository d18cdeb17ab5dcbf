package oss403

import "slices"

func always(view) bool { return true }

// nothing is for a row that shows nothing beside what the answer says.
func nothing(view, *findings) {}

// row is one diagnosis. All that is said of an error comes from one row: its words, which stand in
// each language under the reason, its retry, its actor, its documentation. Which row that is the
// evidence decides: the first of the kind that holds. Others that hold become findings. A row
// without a reason is the kind's own: it adds to what holds for every answer of the kind.
type row struct {
	reason    Reason
	kinds     []Kind
	holds     func(view) bool
	retry     Retry
	actor     Actor
	topics    []topic               // nil: those of the kind
	andKind   bool                  // the steps of the kind follow its own
	automatic func(view) bool       // whether a program can do by itself what has to be done; nil: it cannot
	act       act                   // what the act depends on that makes this error go away; 0: as for the kind
	finds     func(view, *findings) // what it shows of the evidence; nil: its cause is the finding where another row decides
}

// findings collects what is shown of the evidence.
type findings struct {
	lang Lang
	list []Finding
}

// add adds a finding, unless it has no value or is there already.
func (f *findings) add(field, got, want string, meaning phrase, args ...string) {
	if got = shorten(got); got == "" || slices.ContainsFunc(f.list, func(o Finding) bool { return o.Field == field && o.Got == got }) {
		return
	}
	f.list = append(f.list, Finding{field, got, want, f.lang.say(meaning, args...)})
}

// act is what the act depends on that makes an error go away: which of its facts make it another act.
type act uint8

const (
	actNone      act = 1 << iota // nothing: the machine's clock
	actBucket                    // a setting of the bucket, or a client for it
	actEndpoint                  // the endpoint to use
	actHost                      // what answers at the host that was called
	actAction                    // a grant of the action
	actPrincipal                 // whose grant: the principal, else the AccessKey
	actKey                       // the AccessKey
	actAnswer                    // what OSS said: for what the catalog cannot place
)

// actOf returns what an act of a category depends on in general.
func actOf(c Category) act {
	switch c {
	case CategoryPermission:
		return actBucket | actAction | actPrincipal
	case CategoryCredentials, CategoryAccount:
		return actKey
	case CategorySignature:
		return actKey | actHost
	case CategoryEndpoint, CategoryRequest, CategoryState:
		return actBucket
	case CategoryIntermediary:
		return actHost
	}
	return actBucket | actHost | actAnswer
}
