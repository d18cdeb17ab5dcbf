package chars

import (
	"strings"
	"testing"
)

func TestClasses(t *testing.T) {
	for _, c := range []struct {
		s           string
		word, alnum bool
	}{
		{"", false, true}, {"a", true, true}, {"z", true, true}, {"A", true, true}, {"Z", true, true}, {"0", true, true}, {"9", true, true},
		{"a-b_c", true, false}, {"a b", false, false}, {"`", false, false}, {"{", false, false}, {"@", false, false}, {"[", false, false}, {"/", false, false}, {":", false, false},
		{"é", false, false}, {"aB9-", true, false},
	} {
		if IsWord(c.s) != c.word || IsAlnum(c.s) != c.alnum {
			t.Errorf("%q: word %v, alnum %v", c.s, IsWord(c.s), IsAlnum(c.s))
		}
	}
	for i := range 256 {
		c := byte(i)
		if IsHex(c) != (strings.IndexByte("0123456789abcdefABCDEF", c) >= 0) || IsDigit(c) != (strings.IndexByte("0123456789", c) >= 0) || IsLetterOrDigit(c) != IsAlnum(string([]byte{c})) {
			t.Errorf("%q", c)
		}
		want := c
		if c < 0x80 {
			want = strings.ToLower(string(rune(c)))[0]
		}
		if Lower(c) != want {
			t.Errorf("Lower(%q) is %q", c, Lower(c))
		}
	}
	for digits, want := range map[string]rune{"": 0, "0": 0, "9": 9, "a": 10, "F": 15, "4e2D": 0x4e2d} {
		if got := HexRune([]byte(digits)); got != want {
			t.Errorf("%s: %x", digits, got)
		}
	}
}

// TestTrimSpace: nobody can tell it from that of the package strings.
func TestTrimSpace(t *testing.T) {
	for _, s := range []string{"", " ", "a", "é", "a b", " a", "a ", "\ta\n", "\u00a0a", "a\u3000", "\x7fa\x7f", "\x85a", "a\xff", "\u0085a"} {
		if got := TrimSpace(s); got != strings.TrimSpace(s) {
			t.Errorf("%q: %q", s, got)
		}
	}
}

func TestCompareFold(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "A", 0}, {"a", "B", -1}, {"B", "a", 1}, {"a", "ab", -1}, {"AB", "a", 1}, {"az", "Ba", -1}, {"a_", "aA", -1}} {
		if got := CompareFold(c.a, c.b); got < 0 != (c.want < 0) || got > 0 != (c.want > 0) {
			t.Errorf("%q %q: %d", c.a, c.b, got)
		}
	}
}

func TestVisible(t *testing.T) {
	for r, want := range map[rune]bool{'\x1f': true, ' ': false, '~': false, 0x7f: true, 0x80: true, 0x9f: true, 0xa0: false, 0xad: true, '\u200b': true, '中': false, '\ufffd': false} {
		if got := IsInvisible(r, 2); got != want {
			t.Errorf("%U: %v", r, got)
		}
	}
	if !IsInvisible('\ufffd', 1) {
		t.Error("a byte that is no text is visible")
	}
	for in, want := range map[string]string{
		"": "", "plain 中文": "plain 中文", "a\x1b[31m": `a\x1b[31m`, "a\nb": `a\nb`, "\u202egpj": `\u202egpj`, "a\u200bb": `a\u200bb`,
		"\x7f": `\x7f`, "\xffa": `\xffa`, "\u2028": `\u2028`, "\u2029": `\u2029`, "\u0085": `\u0085`, "\ufffd": "\ufffd", "~ ": "~ ", "\x1f": `\x1f`, "中\x00文": `中\x00文`,
	} {
		if got := Visible(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"a\tb\n\x00c\n": "a\tb\n" + `\x00c` + "\n", "a\x00b": `a\x00b`, "\n": "\n"} {
		if got := VisibleLines(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestOneLine(t *testing.T) {
	for in, want := range map[string]string{"": "", "a b": "a b", " a": "a", "a ": "a", "a  b": "a b", "a\r\n\tb": "a b", "a\x00": `a\x00`, "中  文": "中 文", "~": "~", "\x7f": `\x7f`} {
		if got := OneLine(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
		ascii := strings.IndexFunc(in, func(r rune) bool { return r > '~' }) < 0
		if IsWords(in) != (in == want && ascii) {
			t.Errorf("IsWords(%q)", in)
		}
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		s    string
		n    int
		want string
	}{{"abcdef", 6, "abcdef"}, {"abcdefg", 6, "abc…"}, {"ab", 1, ""}, {"abcd", 3, "…"}, {"中文字", 8, "中…"}, {"", 0, ""}, {"abc", 2, ""}} {
		if got := Cut(c.s, c.n); got != c.want {
			t.Errorf("%q %d: %q, want %q", c.s, c.n, got, c.want)
		}
	}
	long := strings.Repeat("a", 2*maxKept)
	if got := KeepAll([]string{"a", long}); len(got) != 2 || got[0] != "a" || len(got[1]) != maxKept {
		t.Error(got)
	}
}

func TestIsDigits(t *testing.T) {
	for s, want := range map[string][2]bool{"": {}, "0": {true, true}, "0129": {true, true}, "12a": {false, true}, "afAF09": {false, true}, "1 2": {}, "g": {}, "-1": {}, "12\x00": {}} {
		if got := [2]bool{IsDigits(s), IsHexString(s)}; got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}

func TestIsBinary(t *testing.T) {
	for _, test := range []struct {
		text string
		want bool
	}{
		{"", false},
		{"a line\r\n\tand another\n", false},
		{"\x1b[31mred\x1b[0m", false},
		{strings.Repeat("a", 19) + "\x00", false}, // one in twenty
		{strings.Repeat("a", 18) + "\x00", true},
		{strings.Repeat("a", 18) + "\x7f", true},
		{"\xb5\xa5\xce\xbb", false}, // GBK
	} {
		if got := IsBinary(test.text); got != test.want {
			t.Errorf("%q: %v", test.text, got)
		}
	}
}

func TestEscapeJSON(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{`{"a":"b"}`, `{"a":"b"}`},
		{"{\n\t\"a\": \"中文　é\"\n}", "{\n\t\"a\": \"中文　é\"\n}"},
		{"\"a\u202eb\"", `"a\u202eb"`},
		{"\"\u200b\U000e0001\"", `"\u200b\udb40\udc01"`},
	} {
		if got := string(EscapeJSON([]byte(test.in))); got != test.want {
			t.Errorf("%q: %s, want %s", test.in, got, test.want)
		}
	}
}

func TestHead(t *testing.T) {
	for _, same := range [][]string{{"", " a", "1a", "\u212aelvin"}, {"a", "A", "a b", "a1", "A\u3000"}, {"the", "THE ", "The\tend"}, {"thee", "THEEX", "theey "}, {"zzzz"}, {"[", "@", "`", "{"}} {
		for _, s := range same {
			if Head(s) != Head(same[0]) {
				t.Errorf("%q: %x, want %x", s, Head(s), Head(same[0]))
			}
		}
	}
	for s, want := range map[string]uint32{"": 0, "a": 0x61, "aZ": 0x617a, "Abcde": 0x61626364} {
		if got := Head(s); got != want {
			t.Errorf("%q: %x, want %x", s, got, want)
		}
	}
}

func TestUnescape(t *testing.T) {
	for s, want := range map[string]string{
		"":                 "",
		"plain + text":     "plain + text",
		"%41%e4%B8%ad%2f":  "A中/",
		"%4":               "%4",
		"a%":               "a%",
		"%zz%4g%g4%%41":    "%zz%4g%g4%A",
		"%2541":            "%41",
		"%00\x80%ff":       "\x00\x80\xff",
		"100% of %61 file": "100% of a file",
	} {
		if got := Unescape(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
