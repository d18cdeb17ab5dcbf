package spelling

import "testing"

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "abc", 3},
		{"abc", "", 3},
		{"clockskew", "clockskew", 0},
		{"clokskew", "clockskew", 1},
		{"clockkskew", "clockskew", 1},
		{"clackskew", "clockskew", 1},
		{"clcokskew", "clockskew", 1}, // two that changed places
		{"abcd", "badc", 2},
		{"abc", "cab", 2},
		{"a", "bb", 2},
	} {
		for _, d := range [...]int{Distance(test.a, test.b), Distance(test.b, test.a)} {
			if d != test.want {
				t.Errorf("%q %q: %d, want %d", test.a, test.b, d, test.want)
			}
		}
	}
}
