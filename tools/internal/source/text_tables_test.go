package source

import (
	"strings"
	"testing"
)

// TestDrawnTables: tables that are drawn with dashes, and lines of dashes that
// draw none.
func TestDrawnTables(t *testing.T) {
	for name, c := range map[string]struct {
		in    string
		want  string // cells with a bar between, rows with a slash
		lines int
	}{
		"simple": {"  Port         Lamps\n  ------------ -------\n  Blue Harbour 12\n  Port Merrow  7\n\nText.",
			"Port|Lamps / Blue Harbour|12 / Port Merrow|7", 5},
		"with edges and rows of lines": {"  ---------------------\n  Port         Number\n               of lamps\n  ------------ --------\n  Blue Harbour 12\n\n  Port Merrow, 7\n  north\n  ---------------------\nText.",
			"Port|Number of lamps / Blue Harbour|12 / Port Merrow, north|7", 9},
		"one row between edges": {"  ---------------------\n  Port         Lamps\n  ------------ --------\n  Blue Harbour 12\n  ---------------------\nText.",
			"Port|Lamps / Blue Harbour|12", 5},
		"without a head": {"------------ ----\nBlue Harbour 12\nPort Merrow  7\n------------ ----\nText.",
			"Blue Harbour|12 / Port Merrow|7", 4},
		"in wide letters": {"  港口 灯塔\n  ---- ----\n  蓝港 12\n  黑港 7\n\n", "港口|灯塔 / 蓝港|12 / 黑港|7", 5},
		"a grid": {"+------+-------+\n| Port | Lamps |\n+======+=======+\n| Blue | 12    |\n| port |       |\n+------+-------+\n\nText.",
			"Port|Lamps / Blue port|12", 6},
		"text over the columns": {"A line of a letter\n--- ---\nand more of it here\n\n", "", 0},
		"a rule and a heading":  {"---\n\nLamps\n---\n\nText.", "", 0},
		"an edge and no end":    {"--------------\nPort  Lamps\n----  -----\nBlue  12\n", "", 0},
	} {
		rows, n := drawnTable(strings.Split(c.in, "\n"))
		var said []string
		for _, r := range rows {
			said = append(said, strings.Join(r.cells, "|"))
		}
		if got := strings.Join(said, " / "); got != c.want || n != c.lines {
			t.Errorf("%s: %q in %d lines, want %q in %d", name, got, n, c.want, c.lines)
		}
	}
}
