package source

import (
	"strings"
	"testing"
)

// TestTaggedTables: tables written in HTML in a text, and a tag that opens none.
func TestTaggedTables(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"over lines":     {"## Lamps\n\n<table>\n<thead>\n<tr><th>Port</th><th><i>Lamps</i></th></tr>\n</thead>\n<tr><td>Blue Harbour</td><td>**12**</td></tr>\n</table>\n\nText.\n", "Lamps;Port|*Lamps*;Blue Harbour|**12**;Text."},
		"in one line":    {"## Lamps\n\n<table border=\"1\"><tr><td colspan=\"2\">North</td></tr><tr><td>Blue Harbour</td><td>12</td></tr></table>\nText.\n", "Lamps;North|;Blue Harbour|12;Text."},
		"without an end": {"## Lamps\n\n<table>\n\nText.\n", "Lamps;<table>;Text."},
	} {
		doc, err := readText("lamps.txt", []byte(c.in))
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, b := range doc.Blocks {
			if b.Kind == Row {
				said = append(said, strings.Join(b.Cells, "|"))
			} else {
				said = append(said, b.Text)
			}
		}
		if got := strings.Join(said, ";"); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestTablesWithoutEnd: tags that open tables by the thousand cost no more than
// their lines.
func TestTablesWithoutEnd(t *testing.T) {
	doc, err := readText("lamps.txt", []byte("Lamps.\n"+strings.Repeat("<table>\n", 20_000)))
	if err != nil || len(doc.Blocks) != 20_001 {
		t.Fatal(err, len(doc.Blocks))
	}
}
