package main

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/oss403/oss403"
	"github.com/oss403/oss403/internal/chars"
	"github.com/oss403/oss403/internal/form"
	"github.com/oss403/oss403/internal/spelling"
	"github.com/oss403/oss403/internal/status"
	"github.com/spf13/cobra"
)

func (a *app) lookupCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "lookup WORD...",
		Short:   a.say(msgLookupShort),
		Long:    a.say(msgLookupLong),
		Example: a.say(msgLookupExample),
		Args: func(_ *cobra.Command, args []string) error {
			if strings.TrimSpace(strings.Join(args, "")) == "" {
				return a.failf(exitUsage, msgLookupWhat)
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return names(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			a.page()
			query := strings.Join(args, " ")
			if words := strings.Fields(query); len(words) > 1 && len(kindsNamed(query)) == 0 && !slices.ContainsFunc(words, func(w string) bool { return len(kindsNamed(w)) == 0 }) {
				return a.lookupEach(words, asJSON)
			}
			return a.lookup(query, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, a.say(msgFlagLookupJSON))
	return cmd
}

// lookupEach looks several names up, each by itself.
func (a *app) lookupEach(queries []string, asJSON bool) error {
	var seen []string
	for _, q := range queries {
		if slices.Contains(seen, squeeze(q)) {
			continue
		}
		if seen = append(seen, squeeze(q)); len(seen) > 1 && !asJSON {
			a.print("")
		}
		if err := a.lookup(q, asJSON); err != nil {
			return err
		}
	}
	return nil
}

// lookup prints what the catalog holds for a query: a page, or a table if it may be several.
func (a *app) lookup(query string, asJSON bool) error {
	kinds := kindsNamed(query)
	if len(kinds) == 0 {
		if e, ok := oss403.ParseText(query); ok && strings.Contains(query, " ") && e.Kind != oss403.KindUnknown {
			kinds = []oss403.Kind{e.Kind} // a whole error text is more than a message
		}
	}
	if len(kinds) == 0 {
		for _, h := range a.search(query) {
			kinds = append(kinds, h.kind)
		}
	}
	if len(kinds) == 0 {
		return failure{exitNone, a.notFound(query)}
	}
	if asJSON {
		for _, k := range kinds {
			line, err := jsonLine(a.pageJSON(k))
			if err != nil {
				return err
			}
			a.print(string(line))
		}
		return nil
	}
	if len(kinds) == 1 {
		a.kindPage(kinds[0])
	} else {
		a.print(a.say(msgSeveral, len(kinds), quote(query)), "")
		a.table(kinds)
		a.print("")
		a.wrapped(a.say(msgSeveralHint), "")
	}
	if code, ok := sharedCode(query); ok {
		a.print("")
		a.wrapped(a.say(msgSharedCode, code), "")
	}
	return nil
}

// squeeze makes spellings of a name equal: EndpointMismatch, endpoint-mismatch, endpoint mismatch.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// kindsNamed are the kinds that a text names: a kind, a reason, a category, a code, an EC, or a message
// of the catalog, in any spelling.
func kindsNamed(query string) []oss403.Kind {
	if m := ecForm.FindStringSubmatch(query); m != nil {
		query = m[1]
	}
	q := squeeze(query)
	if q == "" || len(query) > maxQuery {
		return nil
	}
	named := []string{q}
	if m := nameForm.FindStringSubmatch(query); m != nil {
		named = append(named, squeeze(m[1]))
	}
	for _, prefix := range [...]string{"kind", "code", "reason", "category"} { // KindEndpointMismatch
		if rest, ok := strings.CutPrefix(named[len(named)-1], prefix); ok && rest != "" {
			named = append(named, rest)
		}
	}
	is := func(name string) bool { return name != "" && slices.Contains(named, squeeze(name)) }
	var list []oss403.Kind
	add := func(k oss403.Kind) {
		if !slices.Contains(list, k) {
			list = append(list, k)
		}
	}
	for k := range allKinds() {
		if is(string(k)) {
			return []oss403.Kind{k}
		}
	}
	for _, r := range reasonNames() {
		if is(r) {
			for _, k := range oss403.Reason(r).Kinds() {
				add(k)
			}
			return list
		}
	}
	for k := range allKinds() {
		if is(string(k.Category())) {
			add(k)
		}
	}
	for entry := range oss403.Catalog() {
		if is(string(entry.Code)) || slices.ContainsFunc(entry.EC, is) || is(entry.Message) {
			add(entry.Kind)
		}
	}
	return list
}

// isOnlyName says whether a text is a kind, a reason, a category, a code or an EC, in any spelling, and
// nothing else. A message is more: it is explained.
func isOnlyName(text string) bool {
	if len(text) > maxQuery || len(kindsNamed(text)) == 0 {
		return false
	}
	if len(strings.Fields(text)) < 2 {
		return true
	}
	for entry := range oss403.Catalog() {
		if _, basis := oss403.Classify(entry.Code, text, ""); basis == oss403.BasisMessage {
			return false
		}
	}
	return true
}

// sharedCode says whether a query is a code that other stores send with the same words: the library
// does not take them for OSS's without more.
func sharedCode(query string) (oss403.Code, bool) {
	for entry := range oss403.Catalog() {
		if entry.Code == "" || entry.Message == "" || entry.Template || squeeze(string(entry.Code)) != squeeze(query) {
			continue
		}
		text := "Code: " + string(entry.Code) + ", Message: " + entry.Message
		if _, ok := oss403.ParseText(text); ok {
			continue
		}
		if _, ok := oss403.ParseText(text, oss403.AssumeOSS()); ok {
			return entry.Code, true
		}
	}
	return "", false
}

// hit is a kind that a query fits, and how well.
type hit struct {
	kind  oss403.Kind
	score float64
}

// field is a part of what the catalog says of a kind, and how much a word in it tells.
type field struct {
	weight float64
	words  map[string]int // whole words, in lower case
	text   string         // for what is written without blanks, in lower case
}

type document struct {
	kind   oss403.Kind
	fields []field
}

// index is the text of the catalog, in both languages.
var index = sync.OnceValue(func() []document {
	var list []document
	for k := range allKinds() {
		d := document{kind: k}
		add := func(weight float64, text string) {
			if text != "" {
				d.fields = append(d.fields, field{weight, countWords(text), strings.ToLower(text)})
			}
		}
		add(12, spaced(string(k)))
		add(4, string(k.Category()))
		for entry := range oss403.Catalog() {
			if entry.Kind == k {
				add(10, string(entry.Code)+" "+spaced(string(entry.Code)))
				add(6, entry.Message)
				add(8, strings.Join(entry.EC, " "))
			}
		}
		for _, lang := range [...]oss403.Lang{oss403.English, oss403.Chinese} {
			x := k.Explain(lang)
			add(6, x.Summary)
			add(3, x.Cause)
			add(2, strings.Join(x.Remedy.Steps, " "))
			var titles []string
			for _, d := range x.Remedy.Docs {
				titles = append(titles, d.Title)
			}
			add(1, strings.Join(titles, " "))
			for _, r := range x.Reasons {
				add(3, spaced(string(r.Reason))+" "+r.Cause+" "+r.Step)
			}
		}
		add(12, symptoms[k])
		list = append(list, d)
	}
	return list
})

// symptoms are words for what people see, which neither OSS nor the catalog uses.
var symptoms = map[oss403.Kind]string{
	oss403.KindEndpointMismatch:        "region internal 内网 地域不一致",
	oss403.KindAnonymousObjectDenied:   "anonymous unsigned public 匿名访问 公开",
	oss403.KindClockSkew:               "clock time ntp timezone 时钟 时间 时区",
	oss403.KindRequestExpired:          "presigned presign expired link url 预签名 过期 链接",
	oss403.KindSignatureMismatch:       "presigned presign secret key 预签名 签名",
	oss403.KindSecurityTokenExpired:    "expired sts 过期",
	oss403.KindRefererDenied:           "hotlink leech 防盗链 盗链",
	oss403.KindRefererEmpty:            "hotlink leech 防盗链 盗链 空",
	oss403.KindRefererBlacklisted:      "hotlink leech 防盗链 盗链",
	oss403.KindRefererNotWhitelisted:   "hotlink leech 防盗链 盗链",
	oss403.KindAccountOverdue:          "arrears bill unpaid 欠费",
	oss403.KindAccountOverdueSuspended: "arrears bill unpaid 欠费",
	oss403.KindUserDisabled:            "arrears bill unpaid 欠费",
	oss403.KindBucketOwnerAbnormal:     "arrears bill unpaid 欠费",
	oss403.KindObjectNotRestored:       "archive glacier restore thaw 归档 解冻",
	oss403.KindIntermediary:            "proxy cdn waf firewall gateway 代理 防火墙",
}

// spaced is a name with blanks between its words: Endpoint Mismatch.
func spaced(name string) string {
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		if i > 0 && unicode.IsUpper(r) && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// A word: letters and digits, with what joins them in names of actions, headers and ECs.
var wordPattern = regexp.MustCompile(`[a-z0-9]+(?:[-:_.][a-z0-9]+)*|\p{Han}+`)

// wordsOf returns the words of a text, and the parts of those that are joined. Chinese is written without
// blanks: each two characters in a row count as a word.
func wordsOf(text string) []string {
	var words []string
	for _, w := range wordPattern.FindAllString(strings.ToLower(text), -1) {
		if han := []rune(w); han[0] >= 0x2e80 && len(han) > 2 {
			for i := range han[1:] {
				words = append(words, string(han[i:i+2]))
			}
			continue
		}
		words = append(words, w)
		if parts := strings.FieldsFunc(w, func(r rune) bool { return strings.ContainsRune("-:_.", r) }); len(parts) > 1 && !form.IsEC(w) {
			words = append(words, parts...)
		}
	}
	return words
}

func countWords(text string) map[string]int {
	words := map[string]int{}
	for _, w := range wordsOf(text) {
		words[w]++
	}
	return words
}

// stems are the forms of a word that count as the word itself.
func stems(w string) []string {
	list := []string{w}
	for _, ending := range [...]string{"s", "es", "ed", "d", "ing", "ies"} {
		list = append(list, w+ending)
		if rest, ok := strings.CutSuffix(w, ending); ok && len(rest) > 3 {
			list = append(list, rest)
		}
	}
	return list
}

// search finds kinds by what is said of them, in both languages. A word tells the more the fewer kinds have
// it, and a kind that has more of the words comes before others.
func (a *app) search(query string) []hit {
	if len(query) > maxQuery {
		return nil
	}
	words := wordsOf(query)
	slices.Sort(words)
	words = slices.Compact(words)
	if rest := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(fillers, w) }); len(rest) > 0 {
		words = rest
	}
	if len(words) == 0 || len(words) > 40 {
		return nil
	}
	phrase := strings.ToLower(strings.Join(strings.Fields(query), " "))
	docs := index()
	scores := make([]float64, len(docs))
	matched := make([]int, len(docs))
	for _, w := range words {
		of := make([]float64, len(docs))
		have := 0
		for i, d := range docs {
			if of[i] = d.score(w); of[i] > 0 {
				have++
			}
		}
		rare := math.Log(1 + float64(len(docs))/float64(max(have, 1)))
		for i := range docs {
			if of[i] > 0 {
				scores[i] += of[i] / (of[i] + often) * rare
				matched[i]++
			}
		}
	}
	if most := slices.Max(matched); most == 0 || most*2 < len(words) {
		return nil // chance
	}
	var hits []hit
	for i, d := range docs {
		if matched[i] == 0 {
			continue
		}
		part := float64(matched[i]) / float64(len(words))
		scores[i] *= part * part
		if len(words) > 1 && slices.ContainsFunc(d.fields, func(f field) bool { return strings.Contains(f.text, phrase) }) {
			scores[i] *= 1.5
		}
		hits = append(hits, hit{d.kind, scores[i]})
	}
	slices.SortStableFunc(hits, func(x, y hit) int { return cmp.Compare(y.score, x.score) })
	// What is far behind the best is there by chance.
	const maxHits = 12
	for i, h := range hits {
		if h.score < hits[0].score/3 || i == maxHits {
			return hits[:i]
		}
	}
	return hits
}

// often is how much of a word in a text is half of all that it can tell there.
const often = 10

// fillers are words that tell nothing beside others.
var fillers = strings.Fields("a an and are at be by can do does for from i in is it my not of on or our the this to was we what why with you your " +
	"403 bad error errors fail failed fails failure oss problem wrong 不对 出错 失败 报错 错误 问题 怎么 么办 为什 什么")

func (d *document) score(w string) float64 {
	score := 0.0
	for _, f := range d.fields {
		best := 0.0
		for i, s := range stems(w) {
			if n := f.words[s]; n > 0 {
				best = max(best, f.weight*(1+math.Log(float64(n)))*[]float64{1, 0.8}[min(i, 1)])
			}
		}
		if best == 0 && (len(w) >= 4 || w[0] >= utf8.RuneSelf) {
			for word := range f.words {
				if strings.HasPrefix(word, w) {
					best = f.weight * 0.3
					break
				}
			}
		}
		score += best
	}
	return score
}

// allKinds are the kinds of the catalog and Unknown.
func allKinds() func(yield func(oss403.Kind) bool) {
	return func(yield func(oss403.Kind) bool) {
		for k := range oss403.Kinds() {
			if !yield(k) {
				return
			}
		}
		yield(oss403.KindUnknown)
	}
}

// reasonNames are the reasons.
func reasonNames() (list []string) {
	for r := range oss403.Reasons() {
		list = append(list, string(r))
	}
	return list
}

// names are what lookup finds by its name: kinds, reasons, codes and ECs.
func names() []string {
	list := reasonNames()
	for k := range allKinds() {
		list = append(list, string(k))
	}
	for entry := range oss403.Catalog() {
		list = append(list, entry.EC...)
		if entry.Code != "" {
			list = append(list, string(entry.Code))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// notFound says that a query led nowhere, and what may have been meant.
func (a *app) notFound(query string) string {
	if other := status.Of(query); other != 0 {
		return a.say(msgOtherCode, query, other) // a code, if perhaps in another case
	}
	s := a.say(msgNotFound, quote(query))
	if near := suggest(query, names()); len(near) > 0 {
		s += "\n" + a.say(msgDidYouMean) + "\n  " + strings.Join(near, "\n  ")
	}
	return s + "\n" + a.say(msgSeeList)
}

// quote shows a part of the input in a message.
func quote(s string) string {
	const most = 80
	s = masked(s)
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return `"` + strings.ReplaceAll(chars.VisibleLines(s), "\n", " ") + `"`
}

// suggest returns the names nearest to a word, none that is far off.
func suggest(word string, names []string) []string {
	const most = 3
	word = squeeze(word)
	if len(word) > 100 {
		return nil
	}
	type near struct {
		name string
		d    int
	}
	var list []near
	for _, name := range names {
		if d := spelling.Distance(word, squeeze(name)); d <= max(1, min(len(word), len(name))/3) {
			list = append(list, near{name, d})
		}
	}
	slices.SortStableFunc(list, func(x, y near) int { return x.d - y.d })
	var out []string
	for _, n := range list[:min(len(list), most)] {
		out = append(out, n.name)
	}
	return out
}

// kindPage prints the catalog's page of a kind.
func (a *app) kindPage(k oss403.Kind) {
	x := k.Explain(a.lang)
	a.print(a.bold(a.say(msgPageTitle, string(k), a.category(k.Category()))), "")
	a.wrapped(x.Summary, "")
	for i, s := range x.Remedy.Steps {
		if s = operator.Replace(s); i == 0 {
			a.wrapped(a.emphasis(a.say(msgDoFirst, s)), "  ")
			a.print("")
			a.wrapped(x.Cause, "")
			continue
		} else if i == 1 {
			a.print("", a.bold(a.say(msgThen)))
		}
		a.wrapped(a.say(msgStep, i+1, s), "     ")
	}
	if len(x.Reasons) > 0 {
		a.print("", a.bold(a.say(msgReasons)))
		for _, r := range x.Reasons {
			a.wrapped("  "+string(r.Reason)+a.say(msgColon)+r.Cause, "    ")
			a.wrapped("    "+a.say(msgDoFirst, operator.Replace(r.Step)), "      ")
		}
	}
	a.print("", a.say(msgRetryLine, a.retry(x.Remedy.Retry)))
	if who := a.actor(x.Remedy.Actor); who != "" {
		a.print(a.say(msgActorLine, who))
	}
	var said, numbers []string
	for _, entry := range entries(k) {
		switch {
		case entry.Message == "" && entry.Code == "", entry.Message == "" && len(entry.EC) == 1:
			line := entry.EC[0]
			if entry.Code != "" {
				line = a.say(msgPageTitle, line, entry.Code)
			}
			numbers = append(numbers, "  "+line)
		default:
			line := "  " + string(entry.Code)
			if entry.Message != "" {
				line += a.say(msgColon) + entry.Message
			}
			if len(entry.EC) > 0 {
				line += "\n    EC " + strings.Join(entry.EC, a.say(msgScanComma))
			}
			said = append(said, strings.Split(line, "\n")...)
		}
	}
	if len(said) > 0 {
		a.print("", a.bold(a.say(msgOSSSays)))
		for _, line := range said {
			a.wrapped(line, "      ")
		}
	}
	if len(numbers) > 0 {
		a.print("", a.bold(a.say(msgDecidingECs)))
		for _, line := range numbers {
			a.wrapped(line, "    ")
		}
	}
	if len(x.Remedy.Docs) > 0 {
		a.print("", a.bold(a.say(msgDocs)))
		for _, d := range x.Remedy.Docs {
			a.print("  "+d.Title, "    "+d.URL)
		}
	}
}

// entries are the lines of the catalog that mean a kind.
func entries(k oss403.Kind) []oss403.Entry {
	var list []oss403.Entry
	for entry := range oss403.Catalog() {
		if entry.Kind == k {
			list = append(list, entry)
		}
	}
	return list
}

// table prints a line for each kind.
func (a *app) table(kinds []oss403.Kind) {
	width := 0
	for _, k := range kinds {
		width = max(width, len(k))
	}
	for _, k := range kinds {
		a.wrapped("  "+a.bold(string(k))+strings.Repeat(" ", width-len(k))+"  "+k.Explain(a.lang).Summary, strings.Repeat(" ", min(width+4, 24)))
	}
}
