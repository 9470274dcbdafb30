package clean

import (
	"strings"
	"testing"
	"unicode"
)

// TestFolded holds that folded and foldMarks, which some passes apply to words
// alone, are one rule: for every character, between letters, spaces and signs.
func TestFolded(t *testing.T) {
	twice := func(s string) string {
		return strings.Join(strings.Fields(foldMarks.Replace(strings.ToLower(s))), " ")
	}
	for _, s := range []string{"", " ", " * ", "a * b", "**Ports** _and_\tLamps ", "L’Éclairage ‑ no\u00a0\u00a07", "الـبـحر", "港口　照明", "a\xffb", "İstanbul ΣΑΣ"} {
		if got, want := folded(s), twice(s); got != want {
			t.Errorf("folded(%q) = %q, in two steps %q", s, got, want)
		}
	}
	for r := rune(0); r <= 0xffff; r++ {
		if s := "A " + string(r) + string(r) + "B" + string(r); folded(s) != twice(s) {
			t.Errorf("folded(%q) = %q, in two steps %q (letter: %v)", s, folded(s), twice(s), unicode.IsLetter(r))
		}
	}
}
