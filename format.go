package oss403

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/oss403/oss403/internal/chars"
)

// Error is one line of at most 512 bytes: what callers put in front, what went wrong and what to do, then
// a tail for machines: (kind=… code=… ec=… request_id=…), without what the answer did not have. The form
// of the tail is fixed, the words in front are not. For a nil error it is "<nil>".
func (e *Error) Error() string {
	if e == nil {
		return "<nil>"
	}
	var tailRoom, gistRoom [maxLine]byte
	tail := appendWord(append(tailRoom[:0], " (kind="...), string(e.Kind.orUnknown()))
	for _, kv := range [...][2]string{{" code=", string(e.Code)}, {" ec=", e.EC}, {" request_id=", e.RequestID}} {
		if kv[1] != "" {
			tail = appendWord(append(tail, kv[0]...), kv[1])
		}
	}
	tail = append(tail, ')')

	const name = "oss403: "
	room := maxLine - len(name) - len(tail)
	v := e.view()
	gist := appendExpanded(gistRoom[:0], v, English, v.gist())
	context := e.context()
	if context != "" {
		context = chars.Cut(context, max(room/3, room-len(": ")-len(gist))) + ": "
	}
	if room -= len(context); len(gist) > room {
		gist = append(gist[:0], chars.Cut(string(gist), room)...)
	}
	var b strings.Builder
	b.Grow(len(context) + len(name) + len(gist) + len(tail))
	b.WriteString(context)
	b.WriteString(name)
	b.Write(gist)
	b.Write(tail)
	return b.String()
}

// appendWord makes a value fit for the tail: no blanks, no parentheses, not long.
func appendWord(out []byte, s string) []byte {
	if len(s) <= maxWord && chars.IsWord(s) { // as kinds, codes, ECs and request IDs are
		return append(out, s...)
	}
	end := len(out) + maxWord
	for _, r := range s {
		if len(out) == end {
			break
		}
		switch {
		case r <= ' ', r >= 0x7f, r == '(', r == ')', r == '=', r == '"', r == '\\':
			r = '_'
		}
		out = append(out, byte(r))
	}
	return out
}

// maxWord is the longest that a value gets in the tail, in bytes.
const maxWord = 64

// Format prints the line of Error for %s and %v, quoted for %q. %+v adds the facts of the answer,
// ten lines at most in all. No verb shows more.
func (e *Error) Format(s fmt.State, verb rune) {
	switch {
	case verb == 'v' && e != nil && (s.Flag('+') || s.Flag('#')):
		_, _ = fmt.Fprint(s, e.Error()+e.detail())
	case verb == 'v':
		_, _ = fmt.Fprint(s, e.Error())
	case verb == 's' || verb == 'q' || verb == 'x' || verb == 'X':
		_, _ = fmt.Fprintf(s, fmt.FormatString(s, verb), e.Error())
	default:
		_, _ = fmt.Fprintf(s, "%%!%c(*oss403.Error=%s)", verb, e.Error())
	}
}

// detail is what %+v adds: at most nine lines, each for what is known.
func (e *Error) detail() string {
	var b strings.Builder
	line := func(name string, parts ...string) {
		parts = nonEmpty(parts)
		if len(parts) > 0 {
			b.WriteString("\n\t" + name + ": " + strings.Join(parts, ", "))
		}
	}
	line("kind", string(e.Kind.orUnknown()), prefixed("reason ", string(e.Reason)), "category "+string(e.Kind.Category()), prefixed("decided by ", string(e.Basis.phrase())))
	line("OSS said", shorten(string(e.Code)), named("", e.Message))
	line("request", shorten(e.Op), named("bucket ", e.Bucket), named("object ", e.Object))
	line("host", shorten(e.HostID), prefixed("OSS asks for ", shorten(e.BucketEndpoint)))
	line("access key", shorten(e.AccessKeyID))
	if d := e.Denial; d != nil {
		line("denial", shorten(d.NoPermissionType), shorten(d.PolicyType), shorten(d.Action), principal(d, English))
	}
	if c := e.Clock; c != nil {
		line("clock", prefixed("request ", timestamp(c.RequestTime)), prefixed("OSS ", timestamp(c.ServerTime)), prefixed("expires ", timestamp(c.Expires)))
	}
	if s := e.Signature; s != nil {
		line("signature", shorten(s.Scheme))
	}
	a := e.view().advice()
	line("retry", string(a.retry.phrase()), prefixed("by ", string(a.actor.phrase())))
	return b.String()
}

func nonEmpty(list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Report is the whole explanation for a person, several lines without a final line break. It holds no
// secrets. [ParseText] reads its facts back, whatever the language. For a nil error it is "".
func (e *Error) Report(lang Lang) string {
	if e == nil {
		return ""
	}
	x := e.Explain(lang)
	b := make([]byte, 0, 4<<10) // on the stack
	line := func(parts ...string) {
		for _, p := range parts {
			b = append(b, p...)
		}
		b = append(b, '\n')
	}
	say := func(indent string, p phrase, args ...string) {
		b = append(lang.appendSay(append(b, indent...), p, args...), '\n')
	}
	line(x.Summary)
	line(x.Cause)
	if len(x.Findings) > 0 {
		say("\n", findingsHead)
		for _, f := range x.Findings {
			if f.Want != "" {
				say("  ", "%s: %s, expected %s", f.Field, f.Got, f.Want)
			} else {
				say("  ", "%s: %s", f.Field, f.Got)
			}
			if f.Meaning != "" {
				line("    ", f.Meaning)
			}
		}
	}
	say("\n", "What to do:")
	for i, s := range x.Remedy.Steps {
		line("  ", strconv.Itoa(i+1), ". ", s)
	}
	say("\n", "Retry: %s.", lang.say(x.Remedy.Retry.phrase()))
	if who := x.Remedy.Actor.phrase(); who != "" {
		say("", "Who can act: %s.", lang.say(who))
	}
	if x.Remedy.Policy != "" {
		if _, inferred := e.view().grant(); inferred {
			say("\n", "A RAM policy that grants it, as far as the request shows what it needs:")
		} else {
			say("\n", "A RAM policy that grants it:")
		}
		line("  ", strings.ReplaceAll(x.Remedy.Policy, "\n", "\n  "))
		say("\n", "For whoever can grant it:")
		line("  ", strings.ReplaceAll(x.Remedy.Handover, "\n", "\n  "))
	}
	say("\n", reportHead)
	kind := shorten(string(e.Kind.orUnknown()))
	if by := e.Basis.phrase(); by != "" {
		kind = lang.say("%s, decided by %s", kind, lang.say(by))
	}
	values := [...]string{string(e.Code), e.Message, e.EC, e.RequestID, e.HostID, e.Bucket, e.Object, e.AccessKeyID, kind, string(e.Reason)}
	for i, f := range reportFacts {
		if value := values[i]; value != "" {
			say("  ", "%s: %s", lang.say(f.name), shorten(value))
		}
	}
	say("\n", "Documentation:")
	for _, d := range x.Remedy.Docs {
		line("  ", d.Title)
		line("    ", d.URL)
	}
	return string(b[:len(b)-1])
}

// reportHead begins the facts in a report, and reportFacts are what they are called there, with the key that
// each has in JSON. [ParseText] reads them back.
const reportHead = "The answer:"

// findingsHead begins what a report says of the answer in front of them.
const findingsHead = "What the answer shows:"

var reportFacts = [...]struct {
	name phrase
	key  string
}{
	{"Code", "code"}, {"Message", "message"}, {"EC", "ec"}, {"Request ID", "request_id"}, {"Host", "host_id"}, {"Bucket", "bucket"},
	{"Object", "object"}, {"AccessKey ID", "access_key_id"}, {"Kind", "kind"}, {"Reason", "reason"},
}

func (b Basis) phrase() phrase {
	switch b {
	case BasisDetail:
		return "AccessDeniedDetail"
	case BasisEC:
		return "the EC"
	case BasisMessage:
		return "the message"
	case BasisTemplate:
		return "the form of the message"
	case BasisCode:
		return "the code"
	case BasisBeginning:
		return "the beginning of the message"
	case BasisSharedMessage:
		return "a message that other stores send too"
	case BasisPart:
		return "a part of the message"
	case BasisKind:
		return "the name of the kind"
	}
	return ""
}
