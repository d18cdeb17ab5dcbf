package oss403

import "testing"

func TestFold(t *testing.T) {
	const phrase = "You are forbidden to 'list'"
	for s, want := range map[string]int{
		"You are forbidden to 'list'": 27, "YOU ARE FORBIDDEN TO `LIST\"": 27, "You\u3000are \t forbidden to \u2018list\u2019 x": 35,
		"You are forbidden to list": -1, "Youare forbidden to 'list'": -1, "": -1, "You are": -1,
	} {
		if got := matchWords(s, phrase); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
		// What matches counts as the same.
		if want > 0 && string(normalize(make([]byte, 0, 256), s[:want])) != string(normalize(make([]byte, 0, 256), phrase)) {
			t.Errorf("%q is not normalized as it matches", s)
		}
	}
	for s, want := range map[string]string{
		"Policy  Condition\nfailed:  [\"eq\",  1] ": `["eq", 1]`, "x policy condition failed: a": "a", "policy condition": "", "": "",
	} {
		if got := behindWords(s, "policy condition failed: "); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
	if n := commonWords("You  are for", phrase); n != 12 {
		t.Error(n)
	}
}
