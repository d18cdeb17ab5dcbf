package oss403

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/oss403/oss403/internal/chars"
)

// Lang is the language of an explanation. A language that has no texts, the zero value included,
// gives English.
type Lang string

// The languages.
const (
	English Lang = "en" // also for a language that has no texts
	Chinese Lang = "zh" // simplified
)

// language is all that is said in one language.
type language struct {
	lang     Lang
	kinds    []text                   // sorted by kind, without regard to case
	reasons  []text                   // sorted by reason, without regard to case
	docs     []Doc                    // by topic; one without URL has no page in this language
	phrases  []translation            // sorted by the English; nil in English, in which the code is written
	sentence func(string) string      // puts a sentence in order that came of a pattern and facts
	part     func(name string) string // names a part of what was signed inside of a sentence
	ecPages  []ecPage                 // sorted by EC; those that have a page in this language
}

// text is what is said about a kind or a reason. Its strings are patterns: {name} stands for a
// fact (see placeholders.go), {?name} for nothing, where the fact is known, {!name} for nothing, where
// it is not. In brackets stand alternatives, separated by |; the first of which all is known is
// taken, none if there is none. A fact that has a general word as well, as bucket has "the bucket",
// counts as known; only such facts stand outside of brackets.
type text struct {
	kind    Kind
	reason  Reason   // of a reason's text, whose kind is "" then
	gist    string   // for Error(), in English only: what, then what to do, no full stop
	summary string   // one sentence; "" for a reason: that of the kind
	cause   string   // why; what is likely and not proven says "most often"
	steps   []string // most likely fix first; one that comes out empty is left out
}

// phrase is what the code has to say, in English. [Lang.say] turns it into the language of the
// reader.
type phrase string

// ecPage is the page of an EC.
type ecPage struct{ ec, url string }

// translation is a phrase in another language.
type translation struct {
	english phrase
	other   string
}

// ofKind returns what is said about k, for a name that is no kind what is said about KindUnknown.
func (l *language) ofKind(k Kind) *text {
	for {
		for i := range l.kinds { // to halve them takes longer: most differ in length
			if l.kinds[i].kind == k {
				return &l.kinds[i]
			}
		}
		k = KindUnknown
	}
}

// ofReason returns what is said about r, nil for a name that is no reason.
func (l *language) ofReason(r Reason) *text {
	i, ok := sort.Find(len(l.reasons), func(i int) int { return chars.CompareFold(string(r), string(l.reasons[i].reason)) })
	if !ok || l.reasons[i].reason != r {
		return nil
	}
	return &l.reasons[i]
}

func (l *language) translate(p phrase) string {
	if i, ok := slices.BinarySearchFunc(l.phrases, p, func(t translation, p phrase) int { return strings.Compare(string(t.english), string(p)) }); ok {
		return l.phrases[i].other
	}
	return string(p)
}

// pageOf returns the page of an EC, "" if there is none in this language.
func (l *language) pageOf(ec string) string {
	if i, ok := slices.BinarySearchFunc(l.ecPages, ec, func(p ecPage, ec string) int { return strings.Compare(p.ec, ec) }); ok {
		return l.ecPages[i].url
	}
	return ""
}

// languages are those that have texts, the one for all others first. Another one is a file like
// remedy_zh.go and a line here; tests name what it lacks.
var languages = [...]*language{&english, &chinese}

func (lang Lang) words() *language {
	for _, l := range languages {
		if l.lang == lang {
			return l
		}
	}
	return languages[0]
}

// say returns a phrase in lang, with its arguments for its verbs: %s, %d or %[1]s, all for the words as they
// are. It is not fmt's: a log line may be wanted by the thousand.
func (lang Lang) say(p phrase, args ...string) string {
	if len(args) == 0 {
		return lang.words().translate(p)
	}
	var buf [maxLine]byte
	return string(lang.appendSay(buf[:0], p, args...))
}

func (lang Lang) appendSay(out []byte, p phrase, args ...string) []byte {
	words := lang.words().translate(p)
	for next := 0; ; {
		before, verb, found := strings.Cut(words, "%")
		out = append(out, before...)
		if !found {
			return out
		}
		if len(verb) >= 4 && verb[0] == '[' {
			next, verb = int(verb[1]-'1'), verb[3:]
		}
		if next < len(args) { // TestPhrases counts them
			out = append(out, args[next]...)
		}
		next, words = next+1, verb[min(1, len(verb)):]
	}
}

// about says a phrase about a value, nothing if there is none.
func (lang Lang) about(p phrase, value string) string {
	if value == "" {
		return ""
	}
	return lang.say(p, value)
}

// characters says how many there are.
func (lang Lang) characters(n int) string {
	if n == 1 {
		return lang.say("1 character")
	}
	return lang.say("%d characters", strconv.Itoa(n))
}

// capital begins a sentence with a capital.
func capital(s string) string {
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

// maxLine is the longest that Error gets, in bytes.
const maxLine = 512
