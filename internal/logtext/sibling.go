package logtext

import "strings"

// A line, or a document of JSON, may tell of several errors. One ends where another with another request ID begins:
// at the words of an SDK, at a line of this module, at an object of JSON.

// Narrow cuts off a record what is of other errors. false means that nothing is.
func (t *Text) Narrow(rec *Record) bool {
	from, to := t.r.ownPart(rec.Text, rec.At)
	if from == 0 && to == len(rec.Text) {
		return false
	}
	rec.Text, rec.At = rec.Text[from:to], rec.At-from
	rec.Start, rec.End = rec.Start+from, rec.Start+to
	if from > 0 {
		rec.Before = "" // it tells of the request of another
	}
	t.read = rec.End
	return true
}

// ownPart returns the part of a record that is of the error at a place.
func (r *Reader) ownPart(s string, at int) (from, to int) {
	from, to = r.ownObject(s, at)
	id, end := "", from // the last request ID, and what is behind it
	for {
		i := nextID(s[end:to])
		if i < 0 {
			return from, to
		}
		i += end
		next := s[i : i+24]
		if id != "" && id != next {
			if begin := r.siblingIn(s, from, end, i); begin > at {
				return from, begin
			} else if begin > 0 {
				from = begin
			}
		}
		id, end = next, i+24
	}
}

// ownObject returns the part of a text that is of the error at a place by its objects: one behind another begins
// another error if both have a code of their own, and not the same.
func (r *Reader) ownObject(s string, at int) (from, to int) {
	code, end := "", 0 // the code of the error, and where the last object ends
	for {
		i := strings.IndexByte(s[end:], '}')
		if i < 0 {
			return from, len(s)
		}
		if code == "" {
			code = r.codeValue(s[end : end+i])
		}
		end += i + 1
		begin := len(s) - len(strings.TrimLeft(s[end:], ", \t\r\n"))
		if code == "" || begin == len(s) || s[begin] != '{' {
			continue
		}
		object, _, _ := strings.Cut(s[begin:], "}")
		if other := r.codeValue(object); other == "" || other == code || isInRequestValue(s, begin) {
			continue
		}
		if begin > at {
			return from, begin
		}
		from, code = begin, ""
	}
}

// codeValue returns the first code in a text that is all of a string, in lower case; "" if none is.
func (r *Reader) codeValue(s string) string {
	for at := 0; ; {
		i, n := r.finder.next(s, at)
		if i < 0 {
			return ""
		}
		at = i + len(n.text)
		if n.kind == AnchorCode && i > 0 && isOneOf(s[i-1], "\"'") && at < len(s) && isOneOf(s[at], "\"'\\") {
			return n.text
		}
	}
}

// siblingIn returns where an error begins between two request IDs, of which the second is its own: one ends at low, the
// other begins at high, and the error of the first begins at from or behind it. It is 0 if none does.
func (r *Reader) siblingIn(s string, from, low, high int) int {
	begin := objectAround(s, low, high)
	if begin > 0 && !r.isTold(s[begin:]) {
		begin = 0
	}
	if at := r.markedIn(s, from, low, high); at > 0 && (begin == 0 || at < begin) {
		begin = at
	}
	if begin == 0 || isInRequestValue(s, begin) || !r.isTold(s[from:begin]) && !hasOtherStatus(s[from:begin]) {
		return 0
	}
	return begin
}

// isTold says whether an error is told of in a text.
func (r *Reader) isTold(s string) bool {
	return r.has(s, AnchorHeader, AnchorOwn) || nextTag(s, 0) >= 0
}

// has says whether a needle of the kinds from least to most is in a text.
func (r *Reader) has(s string, least, most AnchorKind) bool {
	for at := 0; ; {
		i, n := r.finder.next(s, at)
		switch {
		case i < 0:
			return false
		case least <= n.kind && n.kind <= most:
			return true
		}
		at = i + len(n.text)
	}
}

// objectAround returns where the largest object begins that is open at high and was not at low, 0 if there is none.
func objectAround(s string, low, high int) int {
	begin, closed := 0, 0
	for i := high - 1; i >= low; i-- {
		switch s[i] {
		case '}':
			closed++
		case '{':
			if closed--; closed < 0 {
				begin, closed = i, 0
			}
		}
	}
	return begin
}

// markedIn returns where an error of an SDK or of this module begins between two places, by the words that are its
// mark, or a code with its message behind it, as the error in front of it has one; 0 if none does.
func (r *Reader) markedIn(s string, from, low, high int) int {
	if front := s[max(0, low-maxTail):low]; strings.HasPrefix(front[strings.LastIndexByte(front, '(')+1:], "kind=") { // the ID is in a tail of ours
		if s[low] != ')' || !endsOwn(s[low+1:]) {
			return 0
		}
	}
	if i := strings.Index(s[low:high], operationMark); i >= 0 {
		return low + i
	}
	for at := low; ; {
		i, n := r.finder.next(s[:high], at)
		if i < 0 {
			return 0
		}
		at = i + len(n.text)
		switch n.kind {
		case AnchorSDK:
			if strings.HasSuffix(s[:i], "at ") { // a frame of a stack
				continue
			}
			if i > low && isOneOf(s[i-1], "\"'`([") {
				i--
			}
			return i
		case AnchorCode:
			if hasPrefix(s[at:high], ": ", "Error: ", "Exception: ") && r.has(s[from:low], AnchorCode, AnchorMessage) {
				return i
			}
		case AnchorOwn:
			if lead, ok := gistBefore(s[:i]); ok && len(lead) >= low {
				return len(lead)
			}
		}
	}
}
