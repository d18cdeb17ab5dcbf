package oss403

import (
	"iter"
	"slices"
	"sync"
)

// diagnoses are all rows, each diagnosis in its own file. Of one kind an earlier row decides before
// a later one.
var diagnoses = [...]*[]row{
	&cdnRows,
	&escapedRows,
	&lostRows,
	&accessKeyRows,
	&endpointRows,
	&unsignedRows,
	&clockRows,
	&expiryRows,
	&urlParameterRows,
	&signatureRows,
	&restrictionRows,
	&permissionRows,
	&refererRows,
	&corsRows,
	&payerRows,
	&postFormRows,
	&kmsRows,
	&objectStateRows,
	&intermediaryRows,
}

// byKind is diagnoses by kind. Like index it is made when the first 403 is met.
var byKind struct {
	sync.Once
	rows map[Kind][]*row
}

func (k Kind) rows() []*row {
	byKind.Do(func() {
		byKind.rows = make(map[Kind][]*row, len(kinds)+1)
		for _, rows := range diagnoses {
			for i := range *rows {
				for _, k := range (*rows)[i].kinds {
					byKind.rows[k] = append(byKind.rows[k], &(*rows)[i])
				}
			}
		}
	})
	return byKind.rows[k]
}

// Reasons returns every reason, those of one diagnosis together.
func Reasons() iter.Seq[Reason] {
	return func(yield func(Reason) bool) {
		for _, rows := range diagnoses {
			for i := range *rows {
				if r := (*rows)[i].reason; r != "" && !yield(r) {
					return
				}
			}
		}
	}
}

// Kinds returns the kinds that can have this reason, nil for a name that is no reason.
func (r Reason) Kinds() []Kind {
	if row := r.row(); row != nil {
		return slices.Clone(row.kinds)
	}
	return nil
}

// row returns the row of a reason, nil for a name that is no reason.
func (r Reason) row() *row {
	if r == "" {
		return nil
	}
	for _, rows := range diagnoses {
		for i := range *rows {
			if (*rows)[i].reason == r {
				return &(*rows)[i]
			}
		}
	}
	return nil
}

// advice is what follows from the row that decides.
type advice struct {
	retry  Retry
	actor  Actor
	topics []topic
	act    act
}

var unknownTopics = [...]topic{topicHTTP403, topicErrorResponses, topicECIndex}

// Retry returns what must happen before a retry of this very request can succeed: what the reason asks for,
// or else what the kind asks for.
func (e *Error) Retry() Retry {
	if e == nil {
		return RetryUnknown
	}
	return e.view().advice().retry
}

// Automatic says whether a program can do by itself what has to happen before a retry, and has what it takes:
// BucketEndpoint names the endpoint, the token has expired and can be had anew, the clock is off by what
// Clock says. It is false for a key or a secret that is wrong, and for what somebody has to set. It does not
// say how often to try: try once more, and report a second 403.
func (e *Error) Automatic() bool {
	if e == nil {
		return false
	}
	v := e.view()
	row := v.reasonRow()
	if row == nil {
		row = v.kindRow()
	}
	return row != nil && row.automatic != nil && row.automatic(v)
}

// diagnose returns the reason that the evidence proves.
func (v view) diagnose() Reason {
	for _, row := range v.Kind.orUnknown().rows() {
		if row.reason != "" && row.holds(v) {
			return row.reason
		}
	}
	return ""
}

// reasonRow returns the row of the error's reason, nil if it has no reason or one of another kind.
func (v view) reasonRow() *row {
	if v.Reason == "" {
		return nil
	}
	for _, row := range v.Kind.orUnknown().rows() {
		if row.reason == v.Reason {
			return row
		}
	}
	return nil
}

// kindRow returns the kind's own row, nil if it has none.
func (v view) kindRow() *row {
	for _, row := range v.Kind.orUnknown().rows() {
		if row.reason == "" {
			return row
		}
	}
	return nil
}

func (v view) advice() advice {
	a := advice{retry: RetryUnknown, topics: unknownTopics[:]}
	if f := v.Kind.facts(); f != nil {
		a = advice{f.retry, f.actor, f.topics, actOf(f.category)}
	}
	if row := v.kindRow(); row != nil && row.act != 0 {
		a.act = row.act
	}
	if row := v.reasonRow(); row != nil {
		a.retry, a.actor = row.retry, row.actor
		if row.topics != nil {
			a.topics = row.topics
		}
		if row.act != 0 {
			a.act = row.act
		}
	}
	return a
}

// findings lists what the evidence shows: first for the reason, then for the kind, then for the rows
// that hold as well.
func (v view) findings(lang Lang) []Finding {
	f := &findings{lang: lang}
	decided := v.reasonRow()
	if decided != nil && decided.holds(v) { // not where only the reason is known
		decided.finds(v, f)
	}
	if own := v.kindRow(); own != nil && own.finds != nil {
		own.finds(v, f)
	}
	denialFindings(v, f)
	for _, row := range v.Kind.orUnknown().rows() {
		switch {
		case row == decided || row.reason == "" || !row.holds(v):
		default:
			row.finds(v, f)
		}
	}
	if v.is(KindSignatureMismatch) {
		signatureFindings(v, f)
	}
	return f.list
}
