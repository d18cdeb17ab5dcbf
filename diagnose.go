package oss403

import (
	"slices"
	"sync"

	"github.com/oss403/oss403/internal/request"
)

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

// diagnoses are all rows, each diagnosis in its own file. Of one kind an earlier row decides before
// a later one.
var diagnoses = [...][]row{
	cdnRows,
	unsignedRows,
	accessKeyRows,
	endpointRows,
	clockRows,
	expiryRows,
	urlParameterRows,
	signatureRows,
	permissionRows,
	refererRows,
	corsRows,
	payerRows,
	postFormRows,
	kmsRows,
	objectStateRows,
	intermediaryRows,
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
			for i := range rows {
				for _, k := range rows[i].kinds {
					byKind.rows[k] = append(byKind.rows[k], &rows[i])
				}
			}
		}
	})
	return byKind.rows[k]
}

// view is an error with its evidence, as diagnoses look at it.
type view struct {
	*Error
	ev *evidence        // never nil
	r  *request.Request // nil: not known
}

func (e *Error) view() view {
	if e == nil {
		e = &noAnswer
	}
	if e.evidence == nil {
		return view{e, &noEvidence, nil}
	}
	ev := e.evidence()
	return view{e, ev, ev.request}
}

// What is read where there is none.
var (
	noAnswer   Error
	noDenial   Denial
	noClock    Clock
	noEvidence = evidence{wire: &noWire}
)

// diagnose returns the reason that the evidence proves.
func (v view) diagnose() Reason {
	for _, row := range v.Kind.orUnknown().rows() {
		if row.reason != "" && row.holds(v) {
			return row.reason
		}
	}
	return ""
}

// row returns the row of the error's reason, nil if it has none or one of another kind.
func (v view) row() *row {
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

// own returns the kind's own row, nil if it has none.
func (v view) own() *row {
	for _, row := range v.Kind.orUnknown().rows() {
		if row.reason == "" {
			return row
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

func (v view) advice() advice {
	a := advice{retry: RetryUnknown, topics: unknownTopics[:]}
	if f := v.Kind.facts(); f != nil {
		a = advice{f.retry, f.actor, f.topics, actOf(f.category)}
	}
	if row := v.own(); row != nil && row.act != 0 {
		a.act = row.act
	}
	if row := v.row(); row != nil {
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

var unknownTopics = [...]topic{topicHTTP403, topicErrorResponses, topicECIndex}

// Retry returns what must happen before a retry of this very request can succeed: what the reason
// asks for, else what the kind does.
func (e *Error) Retry() Retry {
	if e == nil {
		return RetryUnknown
	}
	return e.view().advice().retry
}

// Automatic says whether a program can do by itself what has to happen before a retry, and has what
// it takes: BucketEndpoint names the endpoint, the token has expired and can be had anew, the clock
// is off by what Clock says. It is false for a key or a secret that is wrong, and for what somebody
// has to set. It says nothing about how often: try once, and report the second 403.
func (e *Error) Automatic() bool {
	if e == nil {
		return false
	}
	v := e.view()
	row := v.row()
	if row == nil {
		row = v.own()
	}
	return row != nil && row.automatic != nil && row.automatic(v)
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

// findings lists what the evidence shows: first for the reason, then for the kind, then for the rows
// that hold as well.
func (v view) findings(lang Lang) []Finding {
	f := &findings{lang: lang}
	decided := v.row()
	if decided != nil && decided.finds != nil && decided.holds(v) { // not where only the reason is known
		decided.finds(v, f)
	}
	if own := v.own(); own != nil && own.finds != nil {
		own.finds(v, f)
	}
	denialFindings(v, f)
	for _, row := range v.Kind.orUnknown().rows() {
		switch {
		case row == decided || row.reason == "" || !row.holds(v):
		case row.finds != nil:
			row.finds(v, f)
		default:
			if t := lang.words().ofReason(row.reason); t != nil {
				f.list = append(f.list, Finding{lang.say("also"), string(row.reason), "", lang.words().sentence(expand(v, lang, t.cause))})
			}
		}
	}
	if v.is(KindSignatureMismatch) {
		signatureFindings(v, f)
	}
	return f.list
}
