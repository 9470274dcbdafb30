package unit

import (
	"strings"
	"testing"

	"rapporteur/tools/internal/page"
	"rapporteur/tools/internal/report"
)

func TestMerge(t *testing.T) {
	const base = "## Opening\n\nThe harbour opened at dawn.\n\nNine ships came in on the tide.\n\nThe market closed at noon.\n"
	edit := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(base) }
	for name, tc := range map[string]struct {
		ours, theirs, want string
		conflicts          int
	}{
		"nothing":               {base, base, base, 0},
		"people alone":          {edit("dawn", "daybreak"), base, edit("dawn", "daybreak"), 0},
		"the source alone":      {base, edit("Nine", "Ten"), edit("Nine", "Ten"), 0},
		"each elsewhere":        {edit("dawn", "daybreak"), edit("Nine", "Ten"), edit("dawn", "daybreak", "Nine", "Ten"), 0},
		"both the same":         {edit("Nine", "Ten"), edit("Nine", "Ten"), edit("Nine", "Ten"), 0},
		"both differently":      {edit("Nine", "Ten"), edit("Nine", "Eleven"), edit("Nine", "Ten"), 1},
		"added by the source":   {edit("dawn", "daybreak"), base + "\nNobody was late for once.\n", edit("dawn", "daybreak") + "\nNobody was late for once.\n", 0},
		"added by people":       {"A note by the editors of this page.\n\n" + base, edit("Nine", "Ten"), "A note by the editors of this page.\n\n" + edit("Nine", "Ten"), 0},
		"removed by the source": {base, edit("Nine ships came in on the tide.\n\n", ""), edit("Nine ships came in on the tide.\n\n", ""), 0},
		"removed by people":     {edit("Nine ships came in on the tide.\n\n", ""), edit("noon", "one"), edit("Nine ships came in on the tide.\n\n", "", "noon", "one"), 0},
		"removed but edited":    {edit("Nine ships", "Nine tall ships"), edit("Nine ships came in on the tide.\n\n", ""), edit("Nine ships", "Nine tall ships"), 1},
	} {
		t.Run(name, func(t *testing.T) {
			units := func(s string) []report.Unit { return translation(t, "en", "", s).Units }
			merged, conflicts := Merge(units(base), units(tc.ours), units(tc.theirs))
			if got := page.Markdown(merged); got != tc.want {
				t.Errorf("got\n%s\nwant\n%s", got, tc.want)
			}
			if len(conflicts) != tc.conflicts {
				t.Errorf("%d conflicts, want %d", len(conflicts), tc.conflicts)
			}
		})
	}
}
