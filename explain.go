package oss403

import (
	"cmp"
	"net/url"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/gate"
	"github.com/oss403/oss403/internal/osshost"
)

// Explain says what the kind means in general, without the facts of an answer.
func (k Kind) Explain(lang Lang) Explanation { return explain(k, nil, lang) }

// Explain says what happened and what to do, with the facts of this answer.
func (e *Error) Explain(lang Lang) Explanation {
	if e == nil {
		return explain(KindUnknown, nil, lang)
	}
	return explain(e.Kind, e, lang)
}

// explain reads only the finished Error, nil for a kind by itself.
func explain(k Kind, e *Error, lang Lang) Explanation {
	t := k.text(lang)
	x := Explanation{
		Summary:  lang.sentence(expand(e, lang, t.summary)),
		Cause:    lang.sentence(expand(e, lang, t.cause)),
		Findings: findings(e, lang),
		Remedy:   Remedy{Docs: documentation(k, e, lang), Retry: k.Retry()},
	}
	for _, p := range t.steps {
		if s := expand(e, lang, p); s != "" {
			x.Remedy.Steps = append(x.Remedy.Steps, lang.sentence(s))
		}
	}
	if f := k.facts(); f != nil {
		x.Remedy.Actor = f.actor
	}
	if e != nil {
		x.Remedy.Retry = e.Retry()
		x.Remedy.Policy = e.policy()
	}
	return x
}

// text returns what is said about k, for a name that is no kind what is said about KindUnknown.
func (k Kind) text(lang Lang) *text {
	texts := english[:]
	if lang == Chinese {
		texts = chinese[:]
	}
	for {
		i, ok := sort.Find(len(texts), func(i int) int { return chars.CompareFold(string(k), string(texts[i].kind)) })
		if ok && texts[i].kind == k {
			return &texts[i]
		}
		k = KindUnknown
	}
}

// expand fills in a pattern, as the comment on type text describes.
func expand(e *Error, lang Lang, pattern string) string {
	var buf [maxLine]byte
	return string(appendExpanded(buf[:0], e, lang, pattern))
}

func appendExpanded(out []byte, e *Error, lang Lang, pattern string) []byte {
	for {
		i := 0
		for i < len(pattern) && pattern[i] != '[' && pattern[i] != '{' {
			i++
		}
		out = append(out, pattern[:i]...)
		if i == len(pattern) {
			return out
		}
		if pattern[i] == '{' {
			name, rest, _ := strings.Cut(pattern[i+1:], "}")
			value, _ := fact(e, lang, name)
			out = append(out, value...)
			pattern = rest
			continue
		}
		group, rest, _ := strings.Cut(pattern[i+1:], "]")
		for found, more := false, true; more && !found; {
			var alternative string
			alternative, group, more = strings.Cut(group, "|")
			out, found = appendKnown(out, e, lang, alternative)
		}
		pattern = rest
	}
}

// appendKnown fills in an alternative; ok is false, and nothing is appended, if a fact is not known
// and has no general word.
func appendKnown(out []byte, e *Error, lang Lang, pattern string) (_ []byte, ok bool) {
	start := len(out)
	for {
		before, rest, found := strings.Cut(pattern, "{")
		out = append(out, before...)
		if !found {
			return out, true
		}
		name, after, _ := strings.Cut(rest, "}")
		name, test := strings.CutPrefix(name, "?")
		value, known := fact(e, lang, name)
		if !known && (test || value == "") {
			return out[:start], false
		}
		if !test {
			out = append(out, value...)
		}
		pattern = after
	}
}

// fact returns a fact of the answer in words. Where it is not known it returns a general word
// for it, if there is one.
func fact(e *Error, lang Lang, name string) (value string, known bool) {
	if e == nil {
		e = &noAnswer
	}
	denial, clock := e.Denial, e.Clock
	if denial == nil {
		denial = &noDenial
	}
	if clock == nil {
		clock = &noClock
	}
	or := func(value, general string) (string, bool) {
		if value == "" {
			return general, false
		}
		return value, true
	}
	only := func(value string) (string, bool) { return value, value != "" }
	when := func(known bool) (string, bool) { return "", known }
	switch name {
	case "answer":
		return when(e.evidence != nil)
	case "raw":
		return when(e.evidence != nil && len(e.evidence().raw) > 0)
	case "bucket":
		return or(named(lang.say("bucket "), e.Bucket), lang.say("the bucket"))
	case "host_bucket":
		return or(shorten(e.Bucket), "BUCKET")
	case "known_bucket":
		return only(named(lang.say("bucket "), e.Bucket))
	case "bucket_arn":
		return "acs:oss:*:*:" + cmp.Or(shorten(e.Bucket), "BUCKET"), e.Bucket != ""
	case "object_arn":
		return "acs:oss:*:*:" + cmp.Or(shorten(e.Bucket), "BUCKET") + "/*", e.Bucket != ""
	case "object":
		return or(named(lang.say("object "), e.Object), lang.say("the object"))
	case "endpoint":
		return only(onlyIf(osshost.IsEndpoint(e.BucketEndpoint), e.BucketEndpoint))
	case "odd_endpoint":
		return only(onlyIf(!osshost.IsEndpoint(e.BucketEndpoint), named("", e.BucketEndpoint)))
	case "called":
		return only(calledEndpoint(e))
	case "host":
		return only(shorten(e.HostID))
	case "host_name":
		return only(onlyIf(strings.Contains(e.HostID, "."), shorten(e.HostID)))
	case "known_action":
		return only(refusedAction(e))
	case "action":
		return or(refusedAction(e), lang.say("this action"))
	case "the_action":
		return or(lang.about("the action %s", refusedAction(e)), lang.say("this action"))
	case "do_action":
		return or(lang.about("perform %s", refusedAction(e)), lang.say("perform this action"))
	case "known_grantee":
		return only(grantee(denial, lang))
	case "principal":
		return or(principal(denial, lang), lang.say("the caller"))
	case "level":
		switch denial.PolicyType {
		case "AccountLevelIdentityBasedPolicy":
			return lang.say("at account level"), true
		case "ResourceGroupLevelIdentityBasedPolicy":
			return lang.say("at resource group level"), true
		}
		return "", false
	case "detail":
		return when(denial.PolicyType != "")
	case "diagnostic":
		return when(denial.DiagnosticMessage() != "")
	case "skew":
		d, ok := skew(clock)
		if !ok {
			return "", false
		}
		var room [64]byte
		difference := lang.appendDuration(room[:0], d.Abs())
		if d < 0 {
			return lang.say("%s behind", string(difference)), true
		}
		return lang.say("%s ahead of", string(difference)), true
	case "ahead":
		d, ok := skew(clock)
		return when(ok && d > 0)
	case "hours":
		d, ok := skew(clock)
		zone := d.Abs().Round(15 * time.Minute)
		if !ok || !isZone(zone) || (d.Abs()-zone).Abs() > time.Minute {
			return "", false
		}
		return lang.duration(zone), true
	case "max_skew":
		if clock.MaxSkew > 0 {
			return lang.duration(clock.MaxSkew), true
		}
		return lang.say("15 minutes"), false
	case "request_time":
		return only(timestamp(clock.RequestTime))
	case "server_time":
		return only(timestamp(clock.ServerTime))
	case "expires":
		// An expiry that has not come is none.
		at := expiry(e)
		if !clock.ServerTime.IsZero() && !clock.ServerTime.After(at) {
			return "", false
		}
		return only(timestamp(at))
	case "late":
		if at := expiry(e); !at.IsZero() && clock.ServerTime.After(at) {
			return lang.duration(clock.ServerTime.Sub(at)), true
		}
		return "", false
	case "key":
		if e.AccessKeyID == gate.Hidden {
			return "", false
		}
		return only(shorten(e.AccessKeyID))
	case "temporary":
		return when(strings.HasPrefix(e.AccessKeyID, "STS."))
	case "permanent":
		return when(strings.HasPrefix(e.AccessKeyID, "LTAI"))
	case "condition":
		return only(postCondition(e))
	case "field":
		return only(postField(postCondition(e)))
	case "reason":
		return only(callbackReason(e))
	case "scheme":
		if e.Signature == nil {
			return "", false
		}
		return only(shorten(e.Signature.Scheme))
	case "s3_scheme":
		return when(e.Signature != nil && strings.HasPrefix(e.Signature.Scheme, "S3 "))
	case "s3_v2":
		return when(e.Signature != nil && e.Signature.Scheme == "S3 V2" && (e.evidence == nil || !e.evidence().signing.isExplained()))
	case "post_form":
		return when(e.EC == "0002-00000705" || e.Kind == KindSignatureMismatch && e.Code == CodeAccessDenied)
	case "canonical_request":
		return when(e.Signature != nil && e.Signature.CanonicalRequest != "")
	case "string_to_sign":
		return when(e.Signature != nil && e.Signature.StringToSign != "")
	case "code":
		return only(shorten(string(e.Code)))
	case "message":
		return when(e.Message != "")
	case "quoted_message":
		return only(named("", e.Message))
	case "ec":
		return only(shorten(e.EC))
	case "policy_ec":
		return when(e.EC == "0003-00000101")
	case "restricted_ec":
		return only(onlyIf(e.EC == "0002-00000904", e.EC))
	case "request_id":
		return only(shorten(e.RequestID))
	case "doc":
		return only(safeURL(e.RecommendDoc))
	}
	if e.evidence == nil {
		return "", false
	}
	return e.proved(e.evidence(), lang, name)
}

// What is read where an answer has none of it.
var (
	noAnswer Error
	noDenial Denial
	noClock  Clock
)

// maxFact is how much of a value goes into a sentence.
const maxFact = 200

func shorten(s string) string {
	if len(s) <= maxFact && chars.IsWords(s) {
		return s
	}
	return chars.Cut(chars.OneLine(s), maxFact)
}

func onlyIf(condition bool, s string) string {
	if condition {
		return s
	}
	return ""
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// named quotes a value that may hold anything.
func named(noun, s string) string {
	if s == "" {
		return ""
	}
	return noun + `"` + shorten(s) + `"`
}

// sentence finishes what was put together from a pattern and facts: in English it starts with a
// capital, in Chinese there is no blank between two characters.
func (lang Lang) sentence(s string) string {
	if lang == Chinese {
		return withoutHanBlanks(s)
	}
	if s != "" && 'a' <= s[0] && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}

// withoutHanBlanks takes out the blanks between Chinese characters or punctuation, which stand in a
// pattern for the sake of a Latin value; not those inside quotes.
func withoutHanBlanks(s string) string {
	var out []byte
	quoted, done := strings.HasPrefix(s, `"`), 0
	for i := 1; i+1 < len(s); i++ {
		switch s[i] {
		case '"':
			quoted = !quoted
		case ' ':
			if quoted || s[i-1] < utf8.RuneSelf || s[i+1] < utf8.RuneSelf {
				continue
			}
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			if after, _ := utf8.DecodeRuneInString(s[i+1:]); isHan(before) && isHan(after) {
				out = append(out, s[done:i]...)
				done = i + 1
			}
		}
	}
	if done == 0 {
		return s
	}
	return string(append(out, s[done:]...))
}

func isHan(r rune) bool {
	return unicode.Is(unicode.Han, r) || '\u3000' <= r && r <= '\u303f' || '\uff00' <= r && r <= '\uff60'
}

// duration writes d in words, its two largest units: 8 hours, 24 hours 25 minutes.
func (lang Lang) duration(d time.Duration) string {
	var buf [64]byte
	return string(lang.appendDuration(buf[:0], d))
}

func (lang Lang) appendDuration(out []byte, d time.Duration) []byte {
	d = d.Round(time.Second)
	count := 0
	for _, u := range [...]struct {
		unit      time.Duration
		one, many string
	}{{24 * time.Hour, "", "%d days"}, {time.Hour, "1 hour", "%d hours"}, {time.Minute, "1 minute", "%d minutes"}, {time.Second, "1 second", "%d seconds"}} {
		n := int64(d / u.unit)
		if n == 0 && (u.unit > time.Second || count > 0) || n == 1 && u.one == "" || count == 2 {
			continue
		}
		d -= time.Duration(n) * u.unit
		if count > 0 {
			out = append(out, ' ')
		}
		if count++; n == 1 {
			out = lang.appendSay(out, u.one)
		} else {
			out = lang.appendSay(out, u.many, strconv.FormatInt(n, 10))
		}
	}
	return out
}

func timestamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// skew returns how far the request's time is ahead of OSS's. A difference of nothing, or of more
// than anybody's clock can be off, is no skew.
func skew(c *Clock) (time.Duration, bool) {
	if c == nil || c.RequestTime.IsZero() || c.ServerTime.IsZero() {
		return 0, false
	}
	const century = 100 * 365 * 24 * time.Hour
	d := c.RequestTime.Sub(c.ServerTime).Round(time.Second)
	return d, d != 0 && d.Abs() < century
}

// isZone says whether d is what some time zone is off UTC: up to 14 whole hours, and those with a
// half or three quarters that are in use.
func isZone(d time.Duration) bool {
	switch d {
	case 210 * time.Minute, 270 * time.Minute, 330 * time.Minute, 345 * time.Minute, 390 * time.Minute, 525 * time.Minute,
		570 * time.Minute, 630 * time.Minute, 765 * time.Minute:
		return true
	}
	return d >= time.Hour && d <= 14*time.Hour && d%time.Hour == 0
}

// calledEndpoint returns the endpoint in HostID, the host that was called, "" if it is none.
func calledEndpoint(e *Error) string {
	if _, called := osshost.Split(e.HostID); !strings.EqualFold(called, e.BucketEndpoint) {
		return called
	}
	return ""
}

func principal(d *Denial, lang Lang) string {
	if d.PrincipalName == "" {
		return ""
	}
	name := shorten(d.PrincipalName)
	switch d.PrincipalType {
	case "SubUser":
		return lang.say("RAM user %s", name)
	case "AssumedRoleUser":
		return lang.say("role session %s", name)
	case "Federated":
		return lang.say("federated user %s", name)
	}
	return strings.TrimSpace(shorten(d.PrincipalType) + " " + name)
}

// grantee returns whom a policy can be attached to: a session has those of its role.
func grantee(d *Denial, lang Lang) string {
	switch d.PrincipalType {
	case "SubUser":
		return principal(d, lang)
	case "AssumedRoleUser":
		if role, _, ok := strings.Cut(d.PrincipalName, ":"); ok {
			return lang.say("RAM role %s", shorten(role))
		}
	}
	return ""
}

// refusedAction returns the RAM action that OSS named, in AccessDeniedDetail or in its message.
func refusedAction(e *Error) string {
	if e.Denial != nil && e.Denial.Action != "" {
		return shorten(e.Denial.Action)
	}
	switch action := trimStops(afterFold(e.Message, "you are forbidden to ")); {
	case form.IsAction(action):
		return shorten(action)
	case chars.CompareFold(action, "list buckets") == 0:
		return "oss:ListBuckets"
	}
	if afterFold(e.Message, "put bucket request is not ") != "" {
		return "oss:PutBucket"
	}
	return ""
}

// postCondition returns the condition that a PostObject form does not meet, as OSS writes it.
func postCondition(e *Error) string {
	return shorten(afterFold(e.Message, "policy condition failed: "))
}

// postField returns the form field that a condition is about: key of ["eq", "$key", "a"].
func postField(condition string) string {
	_, name, ok := strings.Cut(condition, `"$`)
	if !ok {
		return ""
	}
	name, _, ok = strings.Cut(name, `"`)
	if !ok {
		return ""
	}
	return shorten(name)
}

// callbackReason returns why a callback refused, in either wording.
func callbackReason(e *Error) string {
	message := trimStops(chars.OneLine(e.Message))
	if reason := afterFold(message, "reason: "); reason != "" {
		return shorten(reason)
	}
	return shorten(onlyIf(!strings.HasSuffix(message, ":"), message))
}

// afterFold returns what stands in s behind a phrase in lower case, "" if the phrase is not there.
// White space is collapsed, as a blank of the phrase stands for any.
func afterFold(s, phrase string) string {
	for ; s != ""; s = s[1:] {
		if chars.Lower(s[0]) != phrase[0] {
			continue
		}
		if rest, ok := cutFold(s, phrase); ok {
			if rest = strings.TrimSpace(rest); chars.IsWords(rest) {
				return rest
			}
			return strings.Join(strings.Fields(rest), " ")
		}
	}
	return ""
}

func cutFold(s, phrase string) (rest string, ok bool) {
	for i := range len(phrase) {
		if phrase[i] != ' ' {
			if s == "" || chars.Lower(s[0]) != phrase[i] {
				return "", false
			}
			s = s[1:]
			continue
		}
		rest = strings.TrimLeftFunc(s, unicode.IsSpace)
		if len(rest) == len(s) {
			return "", false
		}
		s = rest
	}
	return s, true
}

// findings lists what the answer proves.
func findings(e *Error, lang Lang) []Finding {
	if e == nil {
		return nil
	}
	var list []Finding
	add := func(field, got, want, meaning string) {
		if got = shorten(got); got != "" {
			list = append(list, Finding{field, got, want, meaning})
		}
	}
	switch e.Kind {
	case KindEndpointMismatch:
		want, trusted := fact(e, lang, "endpoint")
		if called := calledEndpoint(e); trusted && called != "" {
			if bucket, style := osshost.Bucket(e.HostID); style == osshost.VirtualHosted {
				want = bucket + "." + want
			}
			add("HostId", e.HostID, want, endpointMeaning(e, lang))
		}
	case KindClockSkew:
		if _, ok := skew(e.Clock); ok {
			ahead, _ := fact(e, lang, "skew")
			meaning := lang.say("The request's time is %s OSS's.", ahead)
			if e.Clock.MaxSkew > 0 {
				meaning = lang.say("The request's time is %s OSS's; %s are allowed.", ahead, lang.duration(e.Clock.MaxSkew))
			}
			add("RequestTime", timestamp(e.Clock.RequestTime), timestamp(e.Clock.ServerTime), meaning)
		}
	case KindRequestExpired:
		if late, ok := fact(e, lang, "late"); ok {
			add("Expires", timestamp(e.Clock.Expires), "", lang.say("OSS received the request at %s, %s after that.", timestamp(e.Clock.ServerTime), late))
		}
	case KindPostPolicyConditionFailed:
		add("Message", postCondition(e), "", lang.say("This is the condition that the form does not meet."))
	}
	if d := e.Denial; d != nil {
		add("PolicyType", d.PolicyType, "", lang.say(policyMeaning(d.PolicyType)))
		add("NoPermissionType", d.NoPermissionType, "", lang.say(denialMeaning(d.NoPermissionType)))
		add("AuthAction", d.Action, "", lang.say("This is the RAM action that OSS checked."))
		add("AuthPrincipalDisplayName", d.PrincipalName, "", identityMeaning(d, lang))
		if d.DiagnosticMessage() != "" {
			add("EncodedDiagnosticMessage", gate.Hidden, "", lang.say("DiagnosticMessage() returns it; RAM's DecodeDiagnosticMessage shows what was checked."))
		}
	}
	return append(list, proofs(e, lang)...)
}

// endpointMeaning says in what the endpoint that was called differs from the one that OSS asks for.
func endpointMeaning(e *Error, lang Lang) string {
	before, called := osshost.Split(e.HostID)
	meaning := lang.say("This is the host that was called; its endpoint is not the one that OSS asks for.")
	have, want := osshost.Region(called), osshost.Region(e.BucketEndpoint)
	switch {
	case strings.HasPrefix(called, "oss-accelerate"):
		meaning = lang.say("This is the host that was called; it is an endpoint of transfer acceleration, and OSS asks for that of the region.")
	case have != "" && want != "" && have != want:
		meaning = lang.say("This is the host that was called; it is in region %s, and the bucket is in %s.", have, want)
	case sameRegion(e) && strings.Contains(called, "-internal") && !strings.Contains(e.BucketEndpoint, "-internal"):
		meaning = lang.say("This is the host that was called; of the region's endpoints it is the internal one, and OSS asks for the public one.")
	case sameRegion(e) && !strings.Contains(called, "-internal") && strings.Contains(e.BucketEndpoint, "-internal"):
		meaning = lang.say("This is the host that was called; of the region's endpoints it is the public one, and OSS asks for the internal one.")
	}
	if before == "s3" || strings.HasSuffix(before, ".s3") {
		meaning += lang.say(" It is the S3-compatible form of the endpoint (s3.).")
	}
	return meaning
}

func policyMeaning(policyType string) string {
	switch policyType {
	case "ControlPolicy":
		return "OSS checked the control policies of the resource directory."
	case "SessionPolicy":
		return "OSS checked the policy given to AssumeRole."
	case "AssumeRolePolicy":
		return "OSS checked the trust policy of the role."
	case "AccountLevelIdentityBasedPolicy":
		return "OSS checked the RAM policies granted at account level."
	case "ResourceGroupLevelIdentityBasedPolicy":
		return "OSS checked the RAM policies granted at resource group level."
	}
	return "This is the type of policy that OSS checked."
}

func denialMeaning(noPermissionType string) string {
	switch noPermissionType {
	case "ExplicitDeny":
		return "A Deny statement matched."
	case "ImplicitDeny":
		return "No statement allows the action."
	}
	return "This is how the policy refused."
}

func identityMeaning(d *Denial, lang Lang) string {
	account := shorten(d.PrincipalOwnerID)
	switch known := account != ""; {
	case d.PrincipalType == "SubUser" && known:
		return lang.say("This is the identity that OSS saw, a RAM user of account %s.", account)
	case d.PrincipalType == "SubUser":
		return lang.say("This is the identity that OSS saw, a RAM user.")
	case d.PrincipalType == "AssumedRoleUser" && known:
		return lang.say("This is the identity that OSS saw, a session of a RAM role of account %s.", account)
	case d.PrincipalType == "AssumedRoleUser":
		return lang.say("This is the identity that OSS saw, a session of a RAM role.")
	case d.PrincipalType == "Federated" && known:
		return lang.say("This is the identity that OSS saw, a federated user of account %s.", account)
	case d.PrincipalType == "Federated":
		return lang.say("This is the identity that OSS saw, a federated user.")
	case known:
		return lang.say("This is the identity that OSS saw of account %s.", account)
	}
	return lang.say("This is the identity that OSS saw.")
}

// documentation lists the pages of the kind, the page of the EC, and OSS's own link.
func documentation(k Kind, e *Error, lang Lang) []Doc {
	topics := []topic{topicHTTP403, topicErrorResponses, topicECIndex}
	if f := k.facts(); f != nil {
		topics = f.topics
	}
	var list []Doc
	add := func(d Doc) {
		if d.URL != "" && !slices.ContainsFunc(list, func(o Doc) bool { return o.URL == d.URL }) {
			list = append(list, d)
		}
	}
	for _, t := range topics {
		add(t.doc(lang))
	}
	if e != nil {
		// The page of an EC that contradicts the code would mislead.
		if f := findEC(e.EC); f != nil && (f.code == "" || e.Code == "" || f.code == e.Code) {
			add(Doc{"EC " + f.ec, f.pageIn(lang)})
		}
		add(Doc{lang.say("OSS's page for this answer"), safeURL(e.RecommendDoc)})
	}
	return list
}

// safeURL returns link if it is https on a host that only Alibaba Cloud can put pages on, else "".
// Hosts below aliyuncs.com are buckets: anybody's.
func safeURL(link string) string {
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "https" || u.User != nil || u.Port() != "" || len(link) > maxFact || chars.Visible(link) != link {
		return ""
	}
	host := strings.ToLower(u.Host)
	for _, domain := range [...]string{"aliyun.com", "alibabacloud.com"} {
		if host == domain || strings.HasSuffix(host, "."+domain) {
			return u.String()
		}
	}
	return ""
}
