package check

import "testing"

// A number that is said more than once is missed where one of them is gone or
// has become another; a year that is left out with others is a translator's
// choice.
func TestFewer(t *testing.T) {
	for _, c := range []struct{ there, here, lost string }{
		{"Rule 2001 of 2001, page 7", "Règle 2004 de 2001, page 7", "2001"},
		{"Rule 2001 of 2001, page 7", "Règle de 2001, page 7", "2001"},
		{"Rule 2001 of 2001, page 7", "Règle 2001 de 2001, page 7", ""},
		{"Figure 4 is in part 4", "La figure 1 est dans la partie 4", "4"},
		{"Figure 4 is in part 4", "La figure est dans la partie 4", ""}, // said once may do
		{"From 12 May 2025 to 14 May 2025, and from 20 May 2025", "Du 12 au 14 et le 20 mai 2025", ""},
	} {
		if lost := fewer(c.there, c.here); lost != c.lost {
			t.Errorf("%q in %q: %q is lost, want %q", c.there, c.here, lost, c.lost)
		}
	}
}
