package site

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/unit"
)

// The lines of every unit of the shipped archive hold its words, and no two
// units have one line.
func TestUnitLines(t *testing.T) {
	for _, file := range []string{"harbour-2025-messages/index.ar.md", "harbour-2025-summary/index.fr.md", "harbour-2025-transcript/index.en.md"} {
		data, err := os.ReadFile("../../../content/reports/" + file)
		if err != nil {
			t.Fatal(err)
		}
		tr, _ := page.Parse("x", "fr", file, data)
		unit.Identify(tr.Units, nil)
		text := page.Format(tr)
		lines, at := bytes.Split(text, []byte("\n")), unitLines(tr, text)
		taken := map[int]string{}
		for i := range tr.Units {
			u := &tr.Units[i]
			var first, last int
			if n, _ := fmt.Sscanf(at[u.ID], "%d-%d", &first, &last); n == 1 {
				last = first
			} else if n != 2 {
				t.Fatalf("%s#%s: lines %q", file, u.ID, at[u.ID])
			}
			said := string(bytes.Join(lines[first-1:last], []byte(" ")))
			words := strings.Fields(page.Plain(u.Text + strings.Join(u.Cells, " ")))
			if len(words) > 2 && !strings.Contains(said, words[1]) {
				t.Errorf("%s#%s: lines %s say %q", file, u.ID, at[u.ID], said)
			}
			for n := first; n <= last; n++ {
				if taken[n] != "" {
					t.Errorf("%s: line %d is of %s and of %s", file, n, taken[n], u.ID)
				}
				taken[n] = u.ID
			}
		}
	}
}
